#include "daemon/store/recent.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { SLOTS_FIRST = 1024 };

void recent_clear(struct recent *recent)
{
        free(recent->items);
        free(recent->slots);
        *recent = (struct recent){ 0 };
}

static size_t slot_of(const struct recent *recent, uint64_t hash)
{
        return (size_t)hash & (recent->n_slots - 1);
}

static void slot_take(struct recent *recent, size_t item)
{
        size_t at = slot_of(recent, recent->items[item].hash);

        while (recent->slots[at])
                at = (at + 1) & (recent->n_slots - 1);
        recent->slots[at] = (uint32_t)item + 1;
}

static void slots_fill(struct recent *recent)
{
        memset(recent->slots, 0, recent->n_slots * sizeof(*recent->slots));
        for (size_t i = 0; i < recent->n; i++)
                slot_take(recent, i);
}

/* At most half of the slots are taken. */
static int slots_grow(struct recent *recent)
{
        size_t n = recent->n_slots ? 2 * recent->n_slots : SLOTS_FIRST;
        uint32_t *slots = calloc(n, sizeof(*slots));

        if (!slots)
                return -ENOMEM;
        free(recent->slots);
        recent->slots = slots;
        recent->n_slots = n;
        slots_fill(recent);
        return 0;
}

static int items_grow(struct recent *recent)
{
        size_t room = recent->room ? 2 * recent->room : SLOTS_FIRST;
        struct recent_item *items = realloc(recent->items, room * sizeof(*items));

        if (!items)
                return -ENOMEM;
        recent->items = items;
        recent->room = room;
        return 0;
}

int recent_add(struct recent *recent, uint64_t number, uint64_t hash)
{
        int r = 0;

        if (2 * (recent->n + 1) > recent->n_slots)
                r = slots_grow(recent);
        if (!r && recent->n == recent->room)
                r = items_grow(recent);
        if (r)
                return r;
        recent->items[recent->n] = (struct recent_item){ number, hash };
        slot_take(recent, recent->n++);
        return 0;
}

/* The last item came last into its run of slots, so its slot can just be freed. */
static void recent_pop(struct recent *recent)
{
        size_t at = slot_of(recent, recent->items[--recent->n].hash);

        while (recent->slots[at] != recent->n + 1)
                at = (at + 1) & (recent->n_slots - 1);
        recent->slots[at] = 0;
}

void recent_cut(struct recent *recent, uint64_t number)
{
        while (recent->n && recent->items[recent->n - 1].number > number)
                recent_pop(recent);
}

void recent_drop(struct recent *recent, size_t n)
{
        recent->n -= n;
        memmove(recent->items, recent->items + n, recent->n * sizeof(*recent->items));
        slots_fill(recent);
}

int recent_each(const struct recent *recent, uint64_t hash,
                int (*each)(void *context, uint64_t number), void *context)
{
        size_t at;
        int r = 0;

        if (!recent->n_slots)
                return 0;
        for (at = slot_of(recent, hash); !r && recent->slots[at];
             at = (at + 1) & (recent->n_slots - 1)) {
                const struct recent_item *item = &recent->items[recent->slots[at] - 1];

                if (item->hash == hash)
                        r = each(context, item->number);
        }
        return r;
}
