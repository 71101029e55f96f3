#include "workers/link/index.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum {
        FIRST_ROOM = 64,
        SIXTEENTH = 16,
        THOUSAND = 1000,
        LOG_STEPS = 64, /* a doubling, in the scale of weights */
        WEIGHT_MAX = UINT16_MAX,
};

static void entry_clear(struct entry *e)
{
        free(e->features);
        e->features = NULL;
        e->n = 0;
}

void index_clear(struct index *index)
{
        for (size_t i = 0; i < index->n; i++)
                entry_clear(&index->entries[index->first + i]);
        for (size_t i = 0; i < index->n_lists; i++)
                free(index->lists[i].serials);
        map_clear(&index->by_hash);
        free(index->lists);
        free(index->free_lists);
        free(index->entries);
        free(index->states);
        free(index->touched);
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

/* Makes room for one more element of @size behind @n in a growing array. */
static int reserve(void *array, size_t n, size_t *room, size_t size)
{
        size_t more = *room ? 2 * *room : FIRST_ROOM;
        void *grown;

        if (n < *room)
                return 0;
        while (more <= n)
                more *= 2;
        grown = realloc(*(void **)array, more * size);
        if (!grown)
                return -ENOMEM;
        memset((char *)grown + *room * size, 0, (more - *room) * size);
        *(void **)array = grown;
        *room = more;
        return 0;
}

static int list_new(struct index *index, const struct feature *f, uint32_t *ret)
{
        uint32_t at;
        int r;

        if (index->n_free) {
                at = index->free_lists[index->n_free - 1];
        } else {
                at = (uint32_t)index->n_lists;
                r = reserve(&index->lists, at, &index->lists_room, sizeof(*index->lists));
                if (!r)
                        r = reserve(&index->states, at, &index->states_room,
                                    sizeof(*index->states));
                if (!r)
                        r = reserve(&index->free_lists, at, &index->free_room,
                                    sizeof(*index->free_lists));
                if (r)
                        return r;
        }
        r = map_put(&index->by_hash, f->hash, at);
        if (r)
                return r;
        if (index->n_free)
                index->n_free--;
        else
                index->n_lists++;
        index->lists[at] =
                (struct posting_list){ .hash = f->hash, .commonness = f->commonness };
        *ret = at;
        return 0;
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

static void list_weigh(struct index *index, uint32_t at)
{
        const struct posting_list *list = &index->lists[at];
        uint64_t prior = index->weights->prior_texts;

        index->states[at].log = (uint16_t)index_log(THOUSAND * (uint64_t)list->n +
                                                    prior * list->commonness + THOUSAND / 2);
}

static void weigh_all(struct index *index)
{
        index->log_all =
                index_log(THOUSAND * ((uint64_t)index->n_live + index->weights->prior_texts));
}

static int list_push(struct index *index, uint32_t at, uint32_t serial)
{
        struct posting_list *list = &index->lists[at];

        /* Moved up only when as many have gone as are moved: a list that the window slides over
         * would else be moved at every push. */
        if (list->first > list->n && list->first + list->n == list->room) {
                memmove(list->serials, list->serials + list->first, list->n * sizeof(uint32_t));
                list->first = 0;
        }
        if (list->first + list->n == list->room) {
                uint32_t room = list->room ? 2 * list->room : 4;
                uint32_t *grown = realloc(list->serials, room * sizeof(uint32_t));

                if (!grown)
                        return -ENOMEM;
                list->serials = grown;
                list->room = room;
        }
        list->serials[list->first + list->n++] = serial;
        list_weigh(index, at);
        return 0;
}

static void list_remove(struct index *index, uint32_t at, uint32_t serial)
{
        struct posting_list *list = &index->lists[at];
        uint32_t *serials = list->serials + list->first;
        uint32_t low = 0, high = list->n;

        while (low < high) {
                uint32_t middle = (low + high) / 2;

                if (serials[middle] < serial)
                        low = middle + 1;
                else
                        high = middle;
        }
        if (low == list->n || serials[low] != serial)
                return;
        if (low == 0)
                list->first++;
        else
                memmove(serials + low, serials + low + 1,
                        (list->n - low - 1) * sizeof(uint32_t));
        if (--list->n == 0) {
                map_remove(&index->by_hash, list->hash);
                free(list->serials);
                *list = (struct posting_list){ 0 };
                index->free_lists[index->n_free++] = at;
                return;
        }
        list_weigh(index, at);
}

/* 16 (1 + log2 times), from a table: the second mention says less than the first. */
static unsigned damped(unsigned times)
{
        static const uint8_t steps[] = { 0,  16, 32, 41, 48, 53, 57, 61, 64,
                                         67, 69, 71, 73, 75, 77, 78, 80 };

        return times < ARRAY_SIZE(steps) ? steps[times] : steps[ARRAY_SIZE(steps) - 1];
}

static uint16_t weight_of(const struct link_weights *w, const struct feature *f)
{
        unsigned in_text = f->times > f->title ? f->times - f->title : 0;
        unsigned weight = damped(in_text ? in_text : 1) * w->kind[f->kind] / SIXTEENTH;

        if (f->lead)
                weight = weight * w->lead / SIXTEENTH;
        if (f->title)
                weight = weight * w->title / SIXTEENTH;
        return (uint16_t)(weight < WEIGHT_MAX ? weight : WEIGHT_MAX);
}

static uint16_t aspects_of(const struct feature *f)
{
        unsigned bits = 0;

        if (f->title || f->lead)
                bits |= ASPECT_LEAD;
        if (f->kind == FEATURE_NAME || f->kind == FEATURE_PLACE)
                bits |= ASPECT_NAME;
        if (f->kind == FEATURE_FIGURE)
                bits |= ASPECT_FIGURE;
        if (f->kind != FEATURE_COUNTRY)
                bits |= ASPECT_COUNTS;
        return (uint16_t)bits;
}

/* In the order of their aspects: see sum_up() of alike.c. Where each aspect begins. */
static void find_places(const struct signature *s, size_t places[ASPECTS])
{
        size_t at = 0;

        memset(places, 0, ASPECTS * sizeof(*places));
        for (size_t i = 0; i < s->n_features; i++)
                places[aspects_of(&s->features[i])]++;
        for (unsigned i = 0; i < ASPECTS; i++) {
                size_t n = places[i];

                places[i] = at;
                at += n;
        }
}

/* The list of each feature's term, made where there is none. What a step needs is fetched in
 * the step before for all features at once: in a large window hardly anything of it is in the
 * cache, and the waits would add up. */
static int find_lists(struct index *index, const struct signature *s, uint32_t *at)
{
        for (size_t i = 0; i < s->n_features; i++)
                map_prefetch(&index->by_hash, s->features[i].hash);
        for (size_t i = 0; i < s->n_features; i++) {
                const struct feature *f = &s->features[i];
                int r;

                at[i] = map_get(&index->by_hash, f->hash);
                r = at[i] == MAP_NONE ? list_new(index, f, &at[i]) : 0;
                if (r)
                        return r;
                __builtin_prefetch(&index->lists[at[i]]);
                __builtin_prefetch(&index->states[at[i]]);
        }
        for (size_t i = 0; i < s->n_features; i++) {
                const struct posting_list *list = &index->lists[at[i]];

                if (list->n)
                        __builtin_prefetch(&list->serials[list->first + list->n]);
        }
        return 0;
}

static int entry_fill(struct index *index, struct entry *e, uint32_t serial,
                      const struct signature *s)
{
        uint32_t at[FEATURES_MAX];
        size_t places[ASPECTS];
        int r;

        e->features = calloc(s->n_features + 1, sizeof(*e->features));
        if (!e->features)
                return -ENOMEM;
        find_places(s, places);
        r = find_lists(index, s, at);
        for (size_t i = 0; !r && i < s->n_features; i++) {
                const struct feature *f = &s->features[i];
                uint16_t aspects = aspects_of(f);

                r = list_push(index, at[i], serial);
                e->features[places[aspects]++] =
                        (struct entry_feature){ at[i], weight_of(index->weights, f), aspects };
        }
        if (!r)
                e->n = (uint32_t)s->n_features;
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
        r = reserve(&index->entries, index->first + index->n, &index->room,
                    sizeof(*index->entries));
        if (!r)
                r = reserve(&index->touched, index->n, &index->touched_room,
                            sizeof(*index->touched));
        if (r)
                return r;
        e = &index->entries[index->first + index->n++];
        *e = (struct entry){ .number = number, .minute = s->minute, .known = s->known };
        index->n_live++;
        weigh_all(index);
        return entry_fill(index, e, serial, s);
}

void index_withdraw(struct index *index, uint32_t serial)
{
        struct entry *e = index_entry(index, serial);

        if (!e->event)
                return;
        for (uint32_t i = 0; i < e->n; i++)
                list_remove(index, e->features[i].term, serial);
        entry_clear(e);
        e->event = 0;
        index->n_live--;
        weigh_all(index);
}

void index_drop_first(struct index *index)
{
        index_withdraw(index, index->base);
        entry_clear(&index->entries[index->first]);
        index->first++;
        index->base++;
        index->n--;
}
