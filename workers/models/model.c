#include "workers/models/model.h"

#include <stdbool.h>
#include <string.h>

#include "workers/models/load.h"

enum {
        HEAD_BYTES = 16,
        LOWEST = INT32_MIN / 4,
        LONG_ROW = 1024, /* in the place of a first cell; as such it would weigh -512 */
};

/* An entry of three weights of zero. */
#define ENTRY_ZERO (UINT64_C(512) << 16 | UINT64_C(512) << 32 | UINT64_C(512) << 48)

int model_open(struct model *ret, const unsigned char *data, size_t size)
{
        struct model m;
        uint32_t n_slots;
        uint64_t need;

        if (size < HEAD_BYTES || memcmp(data, "PXM2", 4) != 0)
                return MODEL_E_MALFORMED;
        m.n_labels = load_u32(data + 4);
        n_slots = load_u32(data + 8);
        m.n_cells = load_u32(data + 12);
        if (!m.n_labels || m.n_labels > MODEL_LABELS_MAX || !n_slots ||
            (n_slots & (n_slots - 1)))
                return MODEL_E_MALFORMED;
        m.mask = n_slots - 1;
        m.labels = data + HEAD_BYTES;
        m.transitions = m.labels + (m.n_labels * 2 + 7) / 8 * 8;
        m.slots = m.transitions + ((m.n_labels + 1) * m.n_labels * 2 + 7) / 8 * 8;
        need = (uint64_t)(m.slots - data) + 8 * (uint64_t)n_slots + 2 * (uint64_t)m.n_cells;
        if (size < need)
                return MODEL_E_MALFORMED;
        m.cells = m.slots + 8 * (size_t)n_slots;
        *ret = m;
        return 0;
}

const unsigned char *model_label(const struct model *model, unsigned label)
{
        return model->labels + 2 * label;
}

/* The entry of a feature. A full table cannot be: the trainer leaves slots free. */
static uint64_t find_entry(const struct model *model, uint32_t feature)
{
        uint32_t at = feature & model->mask;
        uint64_t entry;

        for (; (entry = load_u64(model->slots + 8 * (size_t)at)); at = (at + 1) & model->mask)
                if ((uint16_t)entry == feature >> 16)
                        return entry;
        return ENTRY_ZERO;
}

static bool is_long(uint64_t entry)
{
        return (uint16_t)(entry >> 16) == LONG_ROW;
}

static const unsigned char *long_row(const struct model *model, uint64_t entry)
{
        return model->cells + 2 * (size_t)(entry >> 32);
}

void model_expect(const struct model *model, const uint32_t *features, size_t n)
{
        for (size_t i = 0; i < n; i++)
                __builtin_prefetch(model->slots + 8 * (size_t)(features[i] & model->mask));
}

void model_find(const struct model *model, const uint32_t *features, size_t n,
                uint64_t *ret_entries)
{
        for (size_t i = 0; i < n; i++) {
                ret_entries[i] = find_entry(model, features[i]);
                if (is_long(ret_entries[i]))
                        __builtin_prefetch(long_row(model, ret_entries[i]));
        }
}

static unsigned label_of(unsigned cell)
{
        return cell >> 10 & (MODEL_LABELS_MAX - 1);
}

static int weight_of(unsigned cell)
{
        return (int)(cell & 1023) - 512;
}

void model_add(const struct model *model, const uint64_t *entries, size_t n, int32_t *scores)
{
        for (size_t i = 0; i < n; i++) {
                if (is_long(entries[i])) {
                        const unsigned char *row = long_row(model, entries[i]);

                        for (unsigned k = load_u16(row); k; k--) {
                                unsigned cell = load_u16(row += 2);

                                scores[label_of(cell)] += weight_of(cell);
                        }
                        continue;
                }
                for (unsigned shift = 16; shift < 64; shift += 16) {
                        unsigned cell = (uint16_t)(entries[i] >> shift);

                        scores[label_of(cell)] += weight_of(cell);
                }
        }
}

static void add_cell_short(unsigned cell, int16_t *scores)
{
        int16_t *score = &scores[label_of(cell)];

        *score = (int16_t)(*score + weight_of(cell));
}

void model_add_short(const struct model *model, const uint64_t *entries, size_t n,
                     int16_t *scores)
{
        for (size_t i = 0; i < n; i++) {
                if (is_long(entries[i])) {
                        const unsigned char *row = long_row(model, entries[i]);

                        for (unsigned k = load_u16(row); k; k--)
                                add_cell_short(load_u16(row += 2), scores);
                        continue;
                }
                for (unsigned shift = 16; shift < 64; shift += 16)
                        add_cell_short((uint16_t)(entries[i] >> shift), scores);
        }
}

int32_t model_transition(const struct model *model, unsigned before, unsigned label)
{
        const unsigned char *p = model->transitions + 2 * (before * model->n_labels + label);

        return (int16_t)load_u16(p);
}

void model_moves_init(struct model_moves *ret, const struct model *model)
{
        unsigned width = model->n_labels, row = (width + 3) / 4 * 4;

        ret->width = width;
        ret->row = row;
        memset(ret->forward, 0, sizeof(*ret->forward) * row * row);
        memset(ret->backward, 0, sizeof(*ret->backward) * row * row);
        for (unsigned x = 0; x < width; x++) {
                ret->start[x] = model_transition(model, width, x);
                for (unsigned y = 0; y < width; y++) {
                        ret->forward[x * row + y] = model_transition(model, x, y);
                        ret->backward[y * row + x] = ret->forward[x * row + y];
                }
        }
}

typedef int32_t four __attribute__((vector_size(16), aligned(4), may_alias));

/* The best that comes to each label: what is in @from and the move, the best of all labels. */
static void best_moves(const struct model_moves *moves, const int32_t *scores,
                       const int32_t *from, int32_t *ret)
{
        int32_t out[MODEL_LABELS_MAX];

        for (size_t y = 0; y < moves->row; y += 4) {
                four best = { LOWEST, LOWEST, LOWEST, LOWEST };

                for (size_t x = 0; x < moves->width; x++) {
                        four s = from[x] + *(const four *)&scores[x * moves->row + y];
                        four more = s > best;

                        best = (s & more) | (best & ~more);
                }
                *(four *)&out[y] = best;
        }
        memcpy(ret, out, moves->width * sizeof(*ret));
}

/* Best score of a path up to and with each label of a token, from those of the one before. */
static void step_forward(const struct model_moves *moves, const int32_t *before,
                         const int32_t *scores, int32_t *ret)
{
        best_moves(moves, moves->forward, before, ret);
        for (size_t y = 0; y < moves->width; y++)
                ret[y] += scores[y];
}

/* Best score of a path behind each label of a token; @after and @scores are the next token's.
 */
static void step_backward(const struct model_moves *moves, const int32_t *after,
                          const int32_t *scores, int32_t *ret)
{
        int32_t with[MODEL_LABELS_MAX];

        for (size_t y = 0; y < moves->width; y++)
                with[y] = after[y] + scores[y];
        best_moves(moves, moves->backward, with, ret);
}

/* The label with the best path through it, among those that may follow the one chosen before.
 */
static unsigned choose(const int32_t *through, size_t width, int32_t *ret_margin)
{
        unsigned best = 0;
        int32_t second = LOWEST;

        for (unsigned y = 1; y < width; y++)
                if (through[y] > through[best])
                        best = y;
        for (unsigned y = 0; y < width; y++)
                if (y != best && through[y] > second)
                        second = through[y];
        *ret_margin = through[best] - second;
        return best;
}

void model_decode(const struct model_moves *moves, const int32_t *scores, size_t n,
                  int32_t *room, uint8_t *ret_labels, int32_t *ret_margins)
{
        size_t width = moves->width;
        int32_t *forward = room, *backward = room + n * width;
        int32_t through[MODEL_LABELS_MAX];

        for (size_t y = 0; n && y < width; y++) {
                forward[y] = moves->start[y] + scores[y];
                backward[(n - 1) * width + y] = 0;
        }
        for (size_t i = 1; i < n; i++)
                step_forward(moves, forward + (i - 1) * width, scores + i * width,
                             forward + i * width);
        for (size_t i = n; i-- > 1;)
                step_backward(moves, backward + i * width, scores + i * width,
                              backward + (i - 1) * width);
        for (size_t i = 0; i < n; i++) {
                for (size_t y = 0; y < width; y++)
                        through[y] = forward[i * width + y] + backward[i * width + y];
                ret_labels[i] = (uint8_t)choose(through, width, &ret_margins[i]);
        }
}
