/* model - a trained linear model of labels, decoded with integers
 *
 * A model gives every feature of a token a few weights, one a label; scores are sums of them,
 * so they are the same on every machine. The file (made by trainer/, little-endian):
 *
 *   "PXM2"  u32 labels  u32 slots (a power of two)  u32 cells
 *   labels x 2 bytes: what a label stands for, filled up to a multiple of 8
 *   (labels + 1) x labels i16: score of a label behind another (the last row: at the start),
 *     filled up to a multiple of 8
 *   slots x 4 u16: the upper half of the feature, to tell features of one slot apart, then its
 *     weights, each a cell: label << 10 | weight + 512. Those of less than three are filled up
 *     with weights of zero; those of more are 1024, then a u32: where its row starts in the
 *     cells. All zero: no feature here
 *   cells x u16: rows: the number of weights, then the weights
 *
 * So most features cost one look into memory that is far away.
 * A feature is a 32-bit hash; its slot is found by open addressing.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

enum {
        MODEL_LABELS_MAX = 64,
        MODEL_WEIGHT_MAX = 511,
};

struct model {
        unsigned n_labels;
        uint32_t mask; /* slots - 1 */
        uint32_t n_cells;
        const unsigned char *labels, *transitions, *slots, *cells;
};

enum { MODEL_E_MALFORMED = 1 };

/** A view on the model in @data, which must stay. Returns 0 or MODEL_E_MALFORMED. */
int model_open(struct model *ret, const unsigned char *data, size_t size);
/** The two bytes that a label stands for. */
const unsigned char *model_label(const struct model *model, unsigned label);
/** Brings the weights of features nearer, which are asked for soon: the tables are larger than
 *  the near caches, and waiting for them is most of the work. */
void model_expect(const struct model *model, const uint32_t *features, size_t n);
/** Finds the weights of features, to be added to scores. */
void model_find(const struct model *model, const uint32_t *features, size_t n,
                uint64_t *ret_entries);
/** Adds them to @scores (one a label). */
void model_add(const struct model *model, const uint64_t *entries, size_t n, int32_t *scores);
/** The same for sums that are known to stay below 2^15. */
void model_add_short(const struct model *model, const uint64_t *entries, size_t n,
                     int16_t *scores);
/** Score of @label behind @before; @before = n_labels at the start. */
int32_t model_transition(const struct model *model, unsigned before, unsigned label);

/* The scores of labels behind one another, ready for decoding: a row for each label before, and
 * one for each behind, which are filled up to be worked through four at a time. */
struct model_moves {
        size_t width, row;
        int32_t start[MODEL_LABELS_MAX];
        int32_t forward[MODEL_LABELS_MAX * MODEL_LABELS_MAX];
        int32_t backward[MODEL_LABELS_MAX * MODEL_LABELS_MAX];
};

void model_moves_init(struct model_moves *ret, const struct model *model);
/** The best sequence of labels for @n tokens whose scores stand row by row in @scores, and by
 *  how much each label beats the best sequence with another label there.
 *  @room holds 2 x n x n_labels values. */
void model_decode(const struct model_moves *moves, const int32_t *scores, size_t n,
                  int32_t *room, uint8_t *ret_labels, int32_t *ret_margins);
