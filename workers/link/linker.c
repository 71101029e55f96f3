#include "workers/link/link.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "workers/link/choices.h"
#include "workers/link/index.h"
#include "workers/link/parts.h"

enum {
        DAY = 24 * 60,
        WINDOW_ENTRIES_MAX = 1000000, /* back from the newest, whatever the log's clock says */
        SMALL = 16,         /* articles of an event that a later day has looked at again */
        FIRST_REPORTS = 16, /* of an event, looked at for one that came before it */
        STAYS = 2000,       /* log odds that a new version may lose and stay in its event */
};

struct linker {
        const struct link_weights *weights;
        struct index index;
        struct events events;
        int64_t clock; /* minutes; CLOCK_UNSET before the first dated entry */
        uint64_t anchor;
        struct link_change *changes;
        size_t n_changes, changes_room;
        struct feature features[FEATURES_MAX]; /* of the entry that is taken in */
};

/* Far enough back that every window is over, near enough that sums stay in range. */
#define CLOCK_UNSET (-(1LL << 40))

struct linker *linker_new_weighted(const struct link_weights *weights)
{
        struct linker *linker = calloc(1, sizeof(*linker));

        if (!linker)
                return NULL;
        linker->weights = weights;
        linker->clock = CLOCK_UNSET;
        if (index_init(&linker->index, weights)) {
                free(linker);
                return NULL;
        }
        return linker;
}

struct linker *linker_new(void)
{
        return linker_new_weighted(&link_weights);
}

void linker_free(struct linker *linker)
{
        if (!linker)
                return;
        index_clear(&linker->index);
        events_clear(&linker->events);
        free(linker->changes);
        free(linker);
}

static int change(struct linker *linker, enum link_change_kind kind, uint64_t event,
                  uint64_t other, uint64_t article)
{
        if (linker->n_changes == linker->changes_room) {
                size_t room = linker->changes_room ? 2 * linker->changes_room : 16;
                struct link_change *grown =
                        realloc(linker->changes, room * sizeof(*linker->changes));

                if (!grown)
                        return -ENOMEM;
                linker->changes = grown;
                linker->changes_room = room;
        }
        linker->changes[linker->n_changes++] = (struct link_change){
                .kind = kind, .event = event, .other = other, .article = article
        };
        return 0;
}

/* The clock of the log: never back, never more than a day ahead at an entry. Where an entry's
 * own time set it, all later times follow from there on: that entry is the anchor. */
static void clock_advance(struct linker *linker, uint64_t number, const struct signature *s)
{
        if (s->known == KNOWN_NOT || s->minute <= linker->clock) {
                if (!linker->anchor)
                        linker->anchor = number;
                return;
        }
        if (linker->clock == CLOCK_UNSET || s->minute <= linker->clock + DAY) {
                linker->clock = s->minute;
                linker->anchor = number;
        } else {
                linker->clock += DAY;
        }
}

/* Forgets what is both older than the window's days and further back than its entries: a small
 * log forgets nothing, so that articles without a date still find their events. A clock that
 * one wrong date has set to the year 9999 stands still: what is too far back is forgotten in
 * any case, so that memory has a bound. */
static void forget(struct linker *linker, uint64_t number)
{
        const struct link_weights *w = linker->weights;
        struct index *index = &linker->index;

        while (index->n) {
                const struct entry *oldest = &index->entries[index->first];

                if (number - oldest->number <= WINDOW_ENTRIES_MAX &&
                    (linker->clock - oldest->clock <= (int64_t)w->window_days * DAY ||
                     number - oldest->number <= w->window_entries))
                        return;
                if (oldest->event)
                        events_remove(&linker->events, oldest->event, index->base);
                index_drop_first(index);
        }
}

/* Decodes, advances the clock, forgets, and indexes; the entry is in no event yet. */
static int take_in(struct linker *linker, uint64_t number, const void *signature, size_t size,
                   uint32_t *ret_serial)
{
        struct signature s = { .features = linker->features };
        struct entry *e;
        int r = signature_decode(&s, signature, size);

        if (r)
                return r;
        clock_advance(linker, number, &s);
        forget(linker, number);
        r = index_add(&linker->index, number, &s);
        if (r)
                return r;
        *ret_serial = linker->index.base + (uint32_t)linker->index.n - 1;
        e = index_entry(&linker->index, *ret_serial);
        e->clock = linker->clock;
        e->anchor = linker->anchor;
        return 0;
}

static size_t find_events(struct linker *linker, uint32_t serial, struct choice *choices)
{
        struct likeness alike[CANDIDATES_MAX];
        size_t n = index_alike(&linker->index, serial, alike);

        return choices_weigh(&linker->index, &linker->events, serial, alike, n, choices);
}

/* The younger event ceases; its articles go on in the older. */
static int merge(struct linker *linker, uint64_t older, uint64_t younger)
{
        const uint32_t *members;
        size_t n = events_members(&linker->events, younger, &members);
        int r;

        for (size_t i = 0; i < n; i++)
                index_entry(&linker->index, members[i])->event = older;
        r = events_merge(&linker->events, older, younger);
        return r ? r : change(linker, LINK_MERGED, younger, older, 0);
}

static int settle(struct linker *linker, uint32_t serial, uint64_t event)
{
        struct entry *e = index_entry(&linker->index, serial);

        e->event = event;
        return events_add(&linker->events, event, serial);
}

/* A report that comes late continues nothing that happened behind it: are the event's first
 * ones all later by more than a day, as far as they are dated? */
static bool is_before(struct linker *linker, uint32_t serial, uint64_t event)
{
        const struct entry *e = index_entry(&linker->index, serial);
        const uint32_t *members;
        size_t n = events_members(&linker->events, event, &members), later = 0;

        if (e->known == KNOWN_NOT)
                return false;
        for (size_t i = 0; i < n && i < FIRST_REPORTS; i++) {
                const struct entry *m = index_entry(&linker->index, members[i]);

                if (m->known == KNOWN_NOT)
                        continue;
                if (m->minute - e->minute <= DAY)
                        return false;
                later++;
        }
        return later > 0;
}

static int found(struct linker *linker, uint32_t serial, const struct choice *choices, size_t n)
{
        const struct link_weights *w = linker->weights;
        unsigned follow = n && choices[0].later ? w->follow_later : w->follow;
        uint64_t number = index_entry(&linker->index, serial)->number;
        int r = settle(linker, serial, number);

        index_entry(&linker->index, serial)->named = true;
        if (!r && n && choices[0].best >= follow &&
            !is_before(linker, serial, choices[0].event))
                events_follow(&linker->events, number, choices[0].event);
        return r ? r : change(linker, LINK_FOUNDED, number, 0, number);
}

/* Does a part tell what happened after the reports of another? */
static bool continues(const struct linker *linker, const struct parts *parts, size_t part,
                      size_t other)
{
        const struct entry *before = index_entry(&linker->index, parts->serials[other]);
        bool later = false;

        for (size_t i = part; i < parts->n; i++) {
                const struct entry *e = index_entry(&linker->index, parts->serials[i]);

                later |= parts->of[i] == part && choices_later(e, before);
        }
        return later;
}

/* The part goes on as an event of its own, named by its oldest article whose number never was
 * an event's. Where there is none, it stays. */
static int split(struct linker *linker, const struct parts *parts, size_t part, size_t keeper)
{
        uint64_t fresh = 0, event = index_entry(&linker->index, parts->serials[keeper])->event;
        int r;

        for (size_t i = part; i < parts->n && !fresh; i++) {
                struct entry *e = index_entry(&linker->index, parts->serials[i]);

                if (parts->of[i] != part || e->named)
                        continue;
                e->named = true;
                fresh = e->number;
        }
        if (!fresh)
                return 0;
        r = change(linker, LINK_SPLIT, event, fresh, 0);
        for (size_t i = part; !r && i < parts->n; i++) {
                if (parts->of[i] != part)
                        continue;
                events_remove(&linker->events, event, parts->serials[i]);
                r = settle(linker, parts->serials[i], fresh);
                if (!r)
                        r = change(linker, LINK_JOINED, fresh, 0,
                                   index_entry(&linker->index, parts->serials[i])->number);
        }
        if (!r && continues(linker, parts, part, keeper))
                events_follow(&linker->events, fresh, event);
        return r;
}

/* The part that keeps the event: that of its founder, else the one of the oldest article. */
static size_t keeper_of(const struct linker *linker, const struct parts *parts, uint64_t event)
{
        for (size_t i = 0; i < parts->n; i++) {
                if (index_entry(&linker->index, parts->serials[i])->number == event)
                        return parts->of[i];
        }
        return 0;
}

/* An event's articles are looked at again, and what does not belong together splits off. An
 * event that may hold articles older than the window stays whole: what holds it together is
 * forgotten. */
static int recheck(struct linker *linker, uint64_t event)
{
        struct parts parts;
        size_t keeper;
        int r;

        if (event < linker->index.entries[linker->index.first].number)
                return 0;
        r = parts_find(&parts, &linker->index, &linker->events, event);
        if (r)
                return r;
        keeper = keeper_of(linker, &parts, event);
        for (size_t i = 0; !r && i < parts.n; i++) {
                if (parts.of[i] == i && i != keeper)
                        r = split(linker, &parts, i, keeper);
        }
        return r;
}

/* Sizes at which an event is looked at again: 3, 4, 6, 8, 12, 16 … */
static bool is_milestone(uint32_t size)
{
        while (size > 4 && size % 2 == 0)
                size /= 2;
        return size == 3 || size == 4;
}

/* The article may be what was missing between its event and others that it fits too. */
static int merge_others(struct linker *linker, const struct choice *choices, size_t n,
                        uint64_t *event)
{
        int r = 0;

        for (size_t i = 1; !r && i < n && choices[i].score >= linker->weights->look; i++) {
                uint64_t other = choices[i].event;
                uint64_t older = other < *event ? other : *event;
                bool belong = false;

                r = parts_belong(&linker->index, &linker->events, *event, other, &belong);
                if (r || !belong)
                        continue;
                r = merge(linker, older, other < *event ? *event : other);
                *event = older;
        }
        return r;
}

static int join(struct linker *linker, uint32_t serial, const struct choice *choices, size_t n)
{
        uint64_t event = choices[0].event;
        int r = settle(linker, serial, event);

        if (!r)
                r = change(linker, LINK_JOINED, event, 0,
                           index_entry(&linker->index, serial)->number);
        if (!r)
                r = merge_others(linker, choices, n, &event);
        if (!r && (is_milestone(events_size(&linker->events, event)) ||
                   (choices[0].later && events_size(&linker->events, event) <= SMALL)))
                r = recheck(linker, event);
        return r;
}

/* What would be parted again at once is not joined: the model of events rests much on how the
 * article stands to other events, of which a log that has just begun knows none. */
static bool takes(const struct linker *linker, const struct choice *choice)
{
        return choice->score >= linker->weights->join &&
               choice->factors[FACTOR_PAIR_MEAN] >= linker->weights->split;
}

/* Where a new version goes: it stays with its event unless another is clearly nearer. */
static bool stays(const struct linker *linker, uint64_t home, const struct choice *choices,
                  size_t n)
{
        if (n == 0 || !takes(linker, &choices[0]))
                return true;
        for (size_t i = 0; i < n; i++) {
                if (choices[i].event == home)
                        return choices[i].score >= linker->weights->join - STAYS;
        }
        return false;
}

static int leave(struct linker *linker, uint32_t serial)
{
        struct entry *e = index_entry(&linker->index, serial);
        uint64_t event = e->event, number = e->number;

        events_remove(&linker->events, event, serial);
        index_withdraw(&linker->index, serial);
        return change(linker, LINK_LEFT, event, 0, number);
}

static int place(struct linker *linker, uint32_t serial, uint64_t home)
{
        struct choice choices[CHOICES_MAX];
        size_t n = find_events(linker, serial, choices);
        bool emptied = home && !events_size(&linker->events, home);
        int r;

        if (home && stays(linker, home, choices, n)) {
                r = settle(linker, serial, home);
                return r ? r
                         : change(linker, LINK_JOINED, home, 0,
                                  index_entry(&linker->index, serial)->number);
        }
        r = n && takes(linker, &choices[0]) ? join(linker, serial, choices, n)
                                            : found(linker, serial, choices, n);
        if (!r && emptied)
                r = change(linker, LINK_EMPTIED, home, 0, 0);
        return r;
}

int linker_add(struct linker *linker, uint64_t number, const void *signature, size_t size,
               uint64_t replaces, uint64_t home, const struct link_change **ret_changes,
               size_t *ret_n)
{
        uint32_t serial, old;
        int r;

        linker->n_changes = 0;
        r = take_in(linker, number, signature, size, &serial);
        if (r)
                return r;
        old = replaces ? index_find(&linker->index, replaces) : MAP_NONE;
        if (old != MAP_NONE && index_entry(&linker->index, old)->event) {
                home = index_entry(&linker->index, old)->event;
                r = leave(linker, old);
        }
        if (!r)
                r = place(linker, serial, home);
        if (r)
                return r;
        *ret_changes = linker->changes;
        *ret_n = linker->n_changes;
        return 0;
}

int linker_remove(struct linker *linker, uint64_t number,
                  const struct link_change **ret_changes, size_t *ret_n)
{
        uint32_t serial = index_find(&linker->index, number);
        uint64_t event;
        int r = 0;

        linker->n_changes = 0;
        if (serial != MAP_NONE && index_entry(&linker->index, serial)->event) {
                event = index_entry(&linker->index, serial)->event;
                r = leave(linker, serial);
                if (!r)
                        r = events_size(&linker->events, event)
                                    ? recheck(linker, event)
                                    : change(linker, LINK_EMPTIED, event, 0, 0);
        }
        *ret_changes = linker->changes;
        *ret_n = linker->n_changes;
        return r;
}

uint64_t linker_follows(const struct linker *linker, uint64_t event)
{
        return events_followed(&linker->events, event);
}

int linker_restore(struct linker *linker, const struct link_restored *kept)
{
        uint32_t serial;
        int r = take_in(linker, kept->number, kept->signature.data, kept->signature.size,
                        &serial);

        if (r)
                return r;
        index_entry(&linker->index, serial)->named = kept->named;
        if (kept->event)
                return settle(linker, serial, kept->event);
        /* As if it had left the event that it was in: else it would be found again. */
        index_entry(&linker->index, serial)->event = kept->number;
        index_withdraw(&linker->index, serial);
        return 0;
}

int linker_restore_weighed(struct linker *linker, const struct link_restored *kept,
                           struct weighed *ret)
{
        struct index *index = &linker->index;
        int r = linker_restore(linker, kept);
        uint32_t serial = index->base + (uint32_t)index->n - 1;

        *ret = (struct weighed){ 0 };
        if (r || !kept->event)
                return r;
        events_remove(&linker->events, kept->event, serial);
        ret->n_alike = index_alike(index, serial, ret->alike);
        for (size_t i = 0; i < ret->n_alike; i++)
                choices_pair(index, serial, &ret->alike[i], ret->pairs[i]);
        ret->n_choices = choices_weigh(index, &linker->events, serial, ret->alike, ret->n_alike,
                                       ret->choices);
        return settle(linker, serial, kept->event);
}

uint64_t linker_number(const struct linker *linker, uint32_t serial)
{
        return index_entry(&linker->index, serial)->number;
}

uint64_t linker_window_start(const struct linker *linker)
{
        const struct index *index = &linker->index;

        return index->n ? index->entries[index->first].anchor : linker->anchor;
}
