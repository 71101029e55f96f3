#include "workers/models/trainer/weights.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/buffer.h"

enum {
        TABLE_SLOTS = 1 << 24,
        WEIGHT_BIAS = 512,
        LABEL_SHIFT = 10,
        ENTRY_CELLS = 3,
        LONG_ROW = 1024,
};

int feature_table_init(struct feature_table *t)
{
        *t = (struct feature_table){ .n_slots = TABLE_SLOTS };
        t->hash = calloc(TABLE_SLOTS, sizeof(*t->hash));
        t->row = calloc(TABLE_SLOTS, sizeof(*t->row));
        t->count = calloc(TABLE_SLOTS, sizeof(*t->count));
        return t->hash && t->row && t->count ? 0 : -1;
}

static size_t table_slot(const struct feature_table *t, uint32_t hash)
{
        size_t at = (hash * 0x9e3779b1u) & (t->n_slots - 1);

        while (t->count[at] && t->hash[at] != hash)
                at = (at + 1) & (t->n_slots - 1);
        return at;
}

void feature_table_count(struct feature_table *t, const struct feature_list *features)
{
        for (unsigned i = 0; i < features->n; i++) {
                size_t at = table_slot(t, features->hash[i]);

                if (!t->count[at] && ++t->n_used > t->n_slots / 4 * 3) {
                        fprintf(stderr, "too many features\n");
                        exit(1);
                }
                t->hash[at] = features->hash[i];
                t->count[at]++;
        }
}

void feature_table_number(struct feature_table *t, unsigned least)
{
        for (size_t at = 0; at < t->n_slots; at++)
                t->row[at] = t->count[at] >= least ? (uint32_t)t->n_rows++ : NO_ROW;
}

uint32_t feature_table_row(const struct feature_table *t, uint32_t hash)
{
        size_t at = table_slot(t, hash);

        return t->count[at] ? t->row[at] : NO_ROW;
}

unsigned label_set_index(struct label_set *set, uint8_t first, uint8_t second)
{
        for (unsigned i = 0; i < set->n; i++)
                if (set->first[i] == first && set->second[i] == second)
                        return i;
        if (set->n == MODEL_LABELS_MAX) {
                fprintf(stderr, "too many labels\n");
                exit(1);
        }
        set->first[set->n] = first;
        set->second[set->n] = second;
        return set->n++;
}

static void put_le16(struct buffer *b, unsigned value)
{
        buffer_put_u8(b, (uint8_t)value);
        buffer_put_u8(b, (uint8_t)(value >> 8));
}

static void put_le32(struct buffer *b, uint32_t value)
{
        put_le16(b, value & 0xffff);
        put_le16(b, value >> 16);
}

static int quantise(const struct weights *w, double value, int most)
{
        int q = (int)lrint(value * w->scale);

        if (fabs(value) < w->least)
                return 0;
        return q > most ? most : q < -most ? -most : q;
}

/* The rows that keep a weight, packed into @cells; their slots are placed by open addressing.
 */
static size_t pack_rows(const struct weights *w, struct buffer *cells, uint32_t *starts)
{
        const struct feature_table *t = w->features;
        unsigned n = w->labels->n;
        size_t kept = 0;

        put_le16(cells, 0); /* a row that starts at 0 would read as a free slot */
        for (size_t at = 0; at < t->n_slots; at++) {
                unsigned used = 0;

                starts[at] = 0;
                if (!t->count[at] || t->row[at] == NO_ROW)
                        continue;
                for (unsigned y = 0; y < n; y++)
                        used += quantise(w, w->row[t->row[at] * (size_t)n + y],
                                         MODEL_WEIGHT_MAX) != 0;
                if (!used)
                        continue;
                kept++;
                starts[at] = (uint32_t)(cells->size / 2);
                put_le16(cells, used);
                for (unsigned y = 0; y < n; y++) {
                        int q = quantise(w, w->row[t->row[at] * (size_t)n + y],
                                         MODEL_WEIGHT_MAX);

                        if (q)
                                put_le16(cells, y << LABEL_SHIFT | (unsigned)(q + WEIGHT_BIAS));
                }
        }
        return kept;
}

/* The weights of a feature in its slot; those that have no room there go to @long_rows. */
static void put_entry(uint32_t hash, const unsigned char *row, struct buffer *slots,
                      struct buffer *long_rows)
{
        unsigned used = row[0] | (unsigned)row[1] << 8;

        put_le16(slots, hash >> 16);
        if (used > ENTRY_CELLS) {
                put_le16(slots, LONG_ROW);
                put_le32(slots, (uint32_t)(long_rows->size / 2));
                buffer_put(long_rows, row, 2 * ((size_t)used + 1));
                return;
        }
        buffer_put(slots, row + 2, 2 * (size_t)used);
        for (; used < ENTRY_CELLS; used++)
                put_le16(slots, WEIGHT_BIAS);
}

static void put_slots(const struct feature_table *t, const uint32_t *starts,
                      const struct buffer *cells, size_t n_slots, struct buffer *slots,
                      struct buffer *long_rows)
{
        size_t *owners = calloc(n_slots, sizeof(*owners)); /* + 1; 0: free */

        if (!owners)
                exit(1);
        for (size_t i = 0; i < t->n_slots; i++) {
                size_t at = t->hash[i] & (n_slots - 1);

                if (!starts[i])
                        continue;
                while (owners[at])
                        at = (at + 1) & (n_slots - 1);
                owners[at] = i + 1;
        }
        for (size_t i = 0; i < n_slots; i++) {
                if (owners[i])
                        put_entry(t->hash[owners[i] - 1],
                                  cells->data + 2 * (size_t)starts[owners[i] - 1], slots,
                                  long_rows);
                else
                        buffer_put(slots, "\0\0\0\0\0\0\0", 8);
        }
        free(owners);
}

static void fill_up(struct buffer *out)
{
        while (out->size % 8)
                buffer_put_u8(out, 0);
}

static void put_head(const struct weights *w, size_t n_slots, size_t n_cells,
                     struct buffer *out)
{
        unsigned n = w->labels->n;

        buffer_put(out, "PXM2", 4);
        put_le32(out, n);
        put_le32(out, (uint32_t)n_slots);
        put_le32(out, (uint32_t)n_cells);
        for (unsigned y = 0; y < n; y++) {
                buffer_put_u8(out, w->labels->first[y]);
                buffer_put_u8(out, w->labels->second[y]);
        }
        fill_up(out);
        for (unsigned k = 0; k < (n + 1) * n; k++)
                put_le16(out, (uint16_t)(w->transitions ? quantise(w, w->transitions[k], 30000)
                                                        : 0));
        fill_up(out);
}

int weights_write(const struct weights *w, const char *path)
{
        uint32_t *starts = calloc(w->features->n_slots, sizeof(*starts));
        struct buffer cells = { 0 }, slots = { 0 }, long_rows = { 0 }, out = { 0 };
        size_t n_slots = 4, kept;
        FILE *f = fopen(path, "w");

        if (!starts || !f)
                return -1;
        kept = pack_rows(w, &cells, starts);
        while (n_slots * 4 < kept * 5) /* at most four fifths full */
                n_slots *= 2;
        put_slots(w->features, starts, &cells, n_slots, &slots, &long_rows);
        put_head(w, n_slots, long_rows.size / 2, &out);
        buffer_put(&out, slots.data, slots.size);
        buffer_put(&out, long_rows.data, long_rows.size);
        fprintf(stderr, "%s: %zu features, %zu bytes\n", path, kept, out.size);
        if (cells.error || slots.error || long_rows.error || out.error ||
            fwrite(out.data, 1, out.size, f) != out.size || fclose(f))
                return -1;
        buffer_clear(&cells);
        buffer_clear(&slots);
        buffer_clear(&long_rows);
        buffer_clear(&out);
        free(starts);
        return 0;
}
