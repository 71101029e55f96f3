/* model - a trained linear model of labels, decoded with integers
 *
 * A model gives every feature of a token a few weights, one a label; scores are sums of them,
 * so they are the same on every machine. The file (made by trainer/, little-endian):
 *
 *   "PXM1"  u32 labels  u32 slots (a power of two)  u32 cells
 *   labels x 2 bytes: what a label stands for, filled up to a multiple of 4
 *   (labels + 1) x labels i16: score of a label behind another (the last row: at the start)
 *   slots x u32: where the row of a feature starts in the cells, 0 = no feature here
 *   slots x u16: the upper half of the feature, to tell features of one slot apart
 *   cells x u16: rows: the number of weights, then each as label << 10 | weight + 512
 *
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
        const unsigned char *labels, *transitions, *slots, *checks, *cells;
};

enum { MODEL_E_MALFORMED = 1 };

/** A view on the model in @data, which must stay. Returns 0 or MODEL_E_MALFORMED. */
int model_open(struct model *ret, const unsigned char *data, size_t size);
/** The two bytes that a label stands for. */
const unsigned char *model_label(const struct model *model, unsigned label);
/** Adds the weights of the features to @scores (one a label). */
void model_score(const struct model *model, const uint32_t *features, size_t n,
                 int32_t *scores);
/** Score of @label behind @before; @before = n_labels at the start. */
int32_t model_transition(const struct model *model, unsigned before, unsigned label);

/** The best sequence of labels for @n tokens whose scores stand row by row in @scores, and by
 *  how much each label beats the best sequence with another label there.
 *  @room holds 2 x n x n_labels values. */
void model_decode(const struct model *model, const int32_t *scores, size_t n, int32_t *room,
                  uint8_t *ret_labels, int32_t *ret_margins);
