#include "workers/link/parts.h"

#include <errno.h>
#include <stdlib.h>

#include "workers/link/choices.h"

static size_t part_of(const struct parts *parts, size_t i)
{
        while (parts->of[i] != i)
                i = parts->of[i];
        return i;
}

static size_t part_index(const struct parts *parts, uint32_t serial)
{
        size_t low = 0, high = parts->n;

        while (low < high) {
                size_t middle = (low + high) / 2;

                if (parts->serials[middle] < serial)
                        low = middle + 1;
                else
                        high = middle;
        }
        return low;
}

/* Joins the parts of an article and of those that are alike enough to be of one event. */
static int parts_join(struct parts *parts, struct index *index, size_t i, uint64_t event)
{
        struct likeness alike[CANDIDATES_MAX];
        size_t n;
        int r = index_alike(index, parts->serials[i], alike, &n);

        for (size_t k = 0; !r && k < n; k++) {
                size_t a, b;

                if (choices_weigh_pair(index, parts->serials[i], &alike[k]) <
                            index->weights->join ||
                    index_entry(index, alike[k].serial)->event != event)
                        continue;
                a = part_of(parts, i);
                b = part_of(parts, part_index(parts, alike[k].serial));
                parts->of[a > b ? a : b] = a > b ? b : a;
        }
        return r;
}

int parts_find(struct parts *parts, struct index *index, const struct events *events,
               uint64_t event)
{
        const uint32_t *members;
        int r = 0;

        parts->n = events_members(events, event, &members);
        parts->serials = calloc(parts->n + 1, sizeof(*parts->serials));
        parts->of = calloc(parts->n + 1, sizeof(*parts->of));
        if (!parts->serials || !parts->of)
                return -ENOMEM;
        for (size_t i = 0; i < parts->n; i++) {
                parts->serials[i] = members[i];
                parts->of[i] = i;
        }
        for (size_t i = 0; !r && i < parts->n; i++)
                r = parts_join(parts, index, i, event);
        for (size_t i = 0; i < parts->n; i++) {
                parts->of[i] = part_of(parts, i);
                if (index_entry(index, parts->serials[i])->number == event)
                        parts->keeper = parts->of[i];
        }
        return r;
}

void parts_clear(struct parts *parts)
{
        free(parts->serials);
        free(parts->of);
        *parts = (struct parts){ 0 };
}
