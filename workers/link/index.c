#include "workers/link/index.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "workers/link/wide.h"

enum {
        SIXTEENTH = 16,
        THOUSAND = 1000,
        LOG_STEPS = 64, /* a doubling, in the scale of weights */
        WEIGHT_MAX = UINT8_MAX,
};

const uint8_t index_aspects[FEATURE_CLASSES] = {
        0,
        ASPECT_LEAD,
        ASPECT_LEAD | ASPECT_TITLE,
        ASPECT_COUNTS,
        ASPECT_COUNTS | ASPECT_LEAD,
        ASPECT_COUNTS | ASPECT_LEAD | ASPECT_TITLE,
        ASPECT_COUNTS | ASPECT_NAME,
        ASPECT_COUNTS | ASPECT_NAME | ASPECT_LEAD,
        ASPECT_COUNTS | ASPECT_NAME | ASPECT_LEAD | ASPECT_TITLE,
        ASPECT_COUNTS | ASPECT_FIGURE,
        ASPECT_COUNTS | ASPECT_FIGURE | ASPECT_LEAD,
        ASPECT_COUNTS | ASPECT_FIGURE | ASPECT_LEAD | ASPECT_TITLE,
};

static unsigned class_of(const struct feature *f)
{
        static const uint8_t firsts[FEATURE_KINDS] = { [FEATURE_COUNTRY] = 0,
                                                       [FEATURE_WORD] = 3,
                                                       [FEATURE_NAME] = 6,
                                                       [FEATURE_PLACE] = 6,
                                                       [FEATURE_FIGURE] = 9 };

        return firsts[f->kind] + (f->title ? 2 : f->lead);
}

static size_t features_bytes(size_t n)
{
        return sizeof(struct entry_features) + n * (sizeof(uint32_t) + sizeof(uint8_t));
}

static void entry_clear(struct index *index, struct entry *e)
{
        if (e->features)
                pool_give(&index->pool, e->features, features_bytes(e->n));
        e->features = NULL;
        e->n = 0;
}

int index_init(struct index *index, const struct link_weights *weights)
{
        *index = (struct index){ .weights = weights, .alike = alike_new() };
        postings_init(&index->postings, weights->prior_texts, &index->pool);
        return index->alike ? 0 : -ENOMEM;
}

void index_clear(struct index *index)
{
        for (size_t i = 0; i < index->n; i++)
                entry_clear(index, &index->entries[index->first + i]);
        postings_clear(&index->postings);
        pool_clear(&index->pool);
        wide_free(index->entries, index->room, sizeof(*index->entries));
        wide_free(index->touched, index->touched_room, sizeof(*index->touched));
        free(index->alike);
}

struct entry *index_entry(const struct index *index, uint32_t serial)
{
        return &index->entries[index->first + (serial - index->base)];
}

uint32_t index_find(const struct index *index, uint64_t number)
{
        size_t low = 0, high = index->n;

        while (low < high) {
                size_t middle = (low + high) / 2;

                if (index->entries[index->first + middle].number < number)
                        low = middle + 1;
                else
                        high = middle;
        }
        if (low == index->n || index->entries[index->first + low].number != number)
                return MAP_NONE;
        return index->base + (uint32_t)low;
}

/* 64 log2 of a number >= 1: the position of the top bit, and a table for the six bits behind.
 */
unsigned index_log(uint64_t x)
{
        static const uint8_t fraction[LOG_STEPS] = {
                0,  1,  3,  4,  6,  7,  8,  10, 11, 12, 13, 15, 16, 17, 18, 19,
                21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 34, 35, 35, 36,
                37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 47, 48, 49, 50, 51,
                52, 52, 53, 54, 55, 56, 56, 57, 58, 59, 60, 60, 61, 62, 63, 63,
        };
        unsigned top = 63u - (unsigned)__builtin_clzll(x);
        uint64_t rest = top >= 6 ? x >> (top - 6) : x << (6 - top);

        return top * LOG_STEPS + fraction[rest & (LOG_STEPS - 1)];
}

static void weigh_all(struct index *index)
{
        index->log_all =
                index_log(THOUSAND * ((uint64_t)index->n_live + index->weights->prior_texts));
}

/* 16 (1 + log2 times), from a table: the second mention says less than the first. */
static unsigned damped(unsigned times)
{
        static const uint8_t steps[] = { 0,  16, 32, 41, 48, 53, 57, 61, 64,
                                         67, 69, 71, 73, 75, 77, 78, 80 };

        return times < ARRAY_SIZE(steps) ? steps[times] : steps[ARRAY_SIZE(steps) - 1];
}

static uint8_t weight_of(const struct link_weights *w, const struct feature *f)
{
        unsigned in_text = f->times > f->title ? f->times - f->title : 0;
        unsigned weight = damped(in_text ? in_text : 1) * w->kind[f->kind] / SIXTEENTH;

        if (f->lead)
                weight = weight * w->lead / SIXTEENTH;
        if (f->title)
                weight = weight * w->title / SIXTEENTH;
        return (uint8_t)(weight < WEIGHT_MAX ? weight : WEIGHT_MAX);
}

/* Where each class begins; leaves in @ends where it ends. */
static void find_places(const struct signature *s, uint16_t ends[FEATURE_CLASSES],
                        size_t places[FEATURE_CLASSES])
{
        size_t at = 0;

        memset(places, 0, FEATURE_CLASSES * sizeof(*places));
        for (size_t i = 0; i < s->n_features; i++)
                places[class_of(&s->features[i])]++;
        for (unsigned i = 0; i < FEATURE_CLASSES; i++) {
                size_t n = places[i];

                places[i] = at;
                at += n;
                ends[i] = (uint16_t)at;
        }
}

static int entry_fill(struct index *index, struct entry *e, uint32_t serial,
                      const struct signature *s)
{
        uint32_t terms[FEATURES_MAX];
        size_t places[FEATURE_CLASSES], n = s->n_features;
        uint8_t *weights;
        int r;

        e->features = pool_take(&index->pool, features_bytes(n));
        if (!e->features)
                return -ENOMEM;
        e->n = (uint32_t)n;
        weights = (uint8_t *)(e->features->terms + n);
        find_places(s, e->features->ends, places);
        r = postings_find(&index->postings, s->features, n, terms);
        for (size_t i = 0; !r && i < n; i++) {
                size_t place = places[class_of(&s->features[i])]++;

                e->features->terms[place] = terms[i];
                weights[place] = weight_of(index->weights, &s->features[i]);
                r = postings_push(&index->postings, terms[i], serial);
        }
        return r;
}

int index_add(struct index *index, uint64_t number, const struct signature *s)
{
        uint32_t serial = index->base + (uint32_t)index->n;
        struct entry *e;
        int r;

        if (index->first > index->n) { /* half of the room is behind the window: move up */
                memmove(index->entries, index->entries + index->first,
                        index->n * sizeof(*index->entries));
                index->first = 0;
        }
        r = wide_reserve(&index->entries, index->first + index->n, &index->room,
                         sizeof(*index->entries));
        if (!r)
                r = wide_reserve(&index->touched, index->n, &index->touched_room,
                                 sizeof(*index->touched));
        if (r)
                return r;
        e = &index->entries[index->first + index->n++];
        *e = (struct entry){
                .number = number, .minute = s->minute, .known = s->known, .told = s->told
        };
        index->n_live++;
        weigh_all(index);
        return entry_fill(index, e, serial, s);
}

void index_withdraw(struct index *index, uint32_t serial)
{
        struct entry *e = index_entry(index, serial);

        if (!e->event)
                return;
        postings_remove(&index->postings, e->features->terms, e->n, serial);
        entry_clear(index, e);
        e->event = 0;
        index->n_live--;
        weigh_all(index);
}

void index_drop_first(struct index *index)
{
        index_withdraw(index, index->base);
        entry_clear(index, &index->entries[index->first]);
        index->first++;
        index->base++;
        index->n--;
}
