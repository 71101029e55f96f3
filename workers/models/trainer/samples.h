/* samples - annotated texts, as our own tokenizer sees them
 *
 * A file of samples has one JSON object a line: {"text": …, "spans": [[start, end, LABEL…],
 * …]}, offsets in code points. Corpora part words in other ways than we do ("well", "-",
 * "known"); a token of ours takes the label of the last annotated word that it covers.
 */
#pragma once

#include <stdint.h>

#include "base/arena.h"
#include "workers/text/document.h"

struct sample {
        struct document doc;
        uint8_t *first, *second; /* the two bytes of each token's label, as in the model */
};

struct samples {
        struct sample *list;
        size_t n;
        struct arena *arena;
};

enum sample_kind { SAMPLES_POS, SAMPLES_NAMES };

/** Reads and tokenizes; 0, or -1 with a message on stderr. */
int samples_read(struct samples *ret, const char *path, enum sample_kind kind);
