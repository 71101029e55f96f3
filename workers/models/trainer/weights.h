/* weights - a model under training, and how it becomes a file
 *
 * A dense table: one row a feature, one weight a label. Written out it is quantised, pruned and
 * packed as workers/models/model.h describes.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "workers/models/model.h"
#include "workers/models/words.h"
#include "workers/models/trainer/samples.h"
#include "workers/text/tag_features.h"

enum { NO_ROW = UINT32_MAX };

/* Features that were seen, and their rows. */
struct feature_table {
        uint32_t *hash, *row, *count; /* slots; count 0 = free */
        size_t n_slots, n_used;
        size_t n_rows;
};

int feature_table_init(struct feature_table *t);
void feature_table_count(struct feature_table *t, const struct feature_list *features);
/** Gives rows to the features that were counted @least times or more. */
void feature_table_number(struct feature_table *t, unsigned least);
/** The feature's row or NO_ROW. */
uint32_t feature_table_row(const struct feature_table *t, uint32_t hash);

struct label_set {
        unsigned n;
        uint8_t first[MODEL_LABELS_MAX], second[MODEL_LABELS_MAX];
};
/** The label's index; adds it when it is new. */
unsigned label_set_index(struct label_set *set, uint8_t first, uint8_t second);

struct weights {
        struct feature_table *features;
        struct label_set *labels;
        double *row;         /* n_rows x n labels */
        double *transitions; /* (labels + 1) x labels; NULL: none */
        double scale;        /* what a weight of 1 is in the file */
        double least;        /* smaller weights are left out */
};
int weights_write(const struct weights *w, const char *path);

/** Trains on @samples and writes the model to @path. 0 or -1. */
int train_pos(struct samples *samples, unsigned rounds, const char *path);
/** @words: the vectors that the net sees; the net goes to @net_path; NULL: no net. */
int train_names(struct samples *samples, unsigned rounds, const struct words *words,
                const char *path, const char *net_path);
