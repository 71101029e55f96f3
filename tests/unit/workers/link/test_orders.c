/* Articles in any order: late ones, new versions that tell something else, retractions and what
 * comes back. What a linker tells is applied as a store does it, and has to fit each time. */
#include <stdio.h>
#include <string.h>

#include "tests/unit/test.h"
#include "workers/link/link.h"
#include "workers/link/weights.h"

enum { NUMBERS = 240, STORIES = 9, IDS = 60, SEEDS = 6, RESTART_EVERY = 80 };

enum event_state { UNKNOWN, LIVES, EMPTIED, MERGED };

struct world {
        struct linker *linker;
        uint64_t n;
        struct buffer signatures[NUMBERS + 1]; /* from 1 on; empty: a retraction */
        uint64_t event_of[NUMBERS + 1];
        enum event_state events[NUMBERS + 1];
        unsigned sizes[NUMBERS + 1];
        uint64_t latest[IDS]; /* number of an article's version that counts, or 0 */
        uint64_t merged, split, emptied,
                moved; /* how often: what never happens proves nothing */
};

/* Slow to join and quick to merge, whatever the weights are: all kinds of change have to come.
 */
static struct linker *hesitant(void)
{
        static struct link_weights weights;

        weights = link_weights;
        weights.join = 3000;
        weights.merge = -4000;
        return linker_new_weighted(&weights);
}

/* ------------------------------------------------------------ what is told */

static void put(struct world *w, uint64_t number, uint64_t event)
{
        if (w->event_of[number])
                w->sizes[w->event_of[number]]--;
        w->event_of[number] = event;
        if (event)
                w->sizes[event]++;
}

static void begin(struct world *w, uint64_t event)
{
        REQUIRE(event && event <= w->n);
        EXPECT_INT(w->events[event], UNKNOWN); /* a number is given once */
        w->events[event] = LIVES;
}

static void merge(struct world *w, uint64_t from, uint64_t into)
{
        EXPECT(into < from);
        EXPECT_INT(w->events[into], LIVES);
        for (uint64_t i = 1; i <= w->n; i++) {
                if (w->event_of[i] == from)
                        put(w, i, into);
        }
        w->events[from] = MERGED;
        w->merged++;
}

static void apply(struct world *w, const struct link_change *c)
{
        if (c->kind == LINK_FOUNDED)
                begin(w, c->event);
        REQUIRE(c->event && c->event <= w->n);
        EXPECT_INT(w->events[c->event], LIVES);
        if (c->kind == LINK_FOUNDED || c->kind == LINK_JOINED)
                put(w, c->article, c->event);
        if (c->kind == LINK_LEFT) {
                EXPECT_INT(w->event_of[c->article], c->event);
                put(w, c->article, 0);
        }
        if (c->kind == LINK_MERGED)
                merge(w, c->event, c->other);
        if (c->kind == LINK_SPLIT) {
                begin(w, c->other);
                w->split++;
        }
        if (c->kind == LINK_EMPTIED) {
                EXPECT_INT(w->sizes[c->event], 0);
                w->events[c->event] = EMPTIED;
                w->emptied++;
        }
}

static void apply_all(struct world *w, const struct link_change *changes, size_t n)
{
        for (size_t i = 0; i < n; i++)
                apply(w, &changes[i]);
        for (uint64_t i = 1; i <= w->n; i++) {
                if (w->events[i] == LIVES)
                        EXPECT(w->sizes[i] > 0);
                else
                        EXPECT_INT(w->sizes[i], 0);
        }
}

/* ------------------------------------------------------------ what comes */

/* A report of a story; stories next to each other share a town, and tell of like things. */
static void sign(struct buffer *out, unsigned story, unsigned report, const char *published)
{
        static const char *const things[] = { "ferry", "dam", "refinery" };
        char title[120], text[700];
        struct extraction x = {
                .article = "a", .source = "s", .is_article = true, .title = title, .text = text
        };
        const char *thing = things[story % 3];
        unsigned town = story / 2;

        snprintf(title, sizeof(title), "Fire at the %s of Quorn%u", thing, town);
        snprintf(
                text, sizeof(text),
                "Fire broke out at the %s of Quorn%u, said mayor Brandt%u. Witness Harlan%u "
                "saw smoke over the %s, report %u. Engineer Tavish%u had warned the council of "
                "Quorn%u about the %s. An inquiry under judge Okoro%u begins in the spring.",
                thing, town, town, 10 * story + report % 3, thing, report, story, town, thing,
                story);
        x.published.value = published;
        x.text_size = (uint32_t)strlen(text);
        REQUIRE(link_signature(&x, out) == 0);
}

static unsigned draw(unsigned *random, unsigned below)
{
        *random = *random * 1103515245 + 12345;
        return *random / 65536 % below;
}

static void take_back(struct world *w, unsigned id)
{
        const struct link_change *changes;
        size_t n;

        REQUIRE(linker_remove(w->linker, w->latest[id], &changes, &n) == 0);
        apply_all(w, changes, n);
        EXPECT_INT(w->event_of[w->latest[id]], 0);
        w->latest[id] = 0;
}

static void publish(struct world *w, unsigned id, unsigned *random)
{
        const struct link_change *changes;
        uint64_t number = w->n, before = w->latest[id] ? w->event_of[w->latest[id]] : 0;
        char published[32];
        size_t n;

        snprintf(published, sizeof(published), "2026-03-%02uT%02u:00:00Z", 1 + draw(random, 9),
                 draw(random, 24));
        sign(&w->signatures[number], draw(random, 5) ? id % STORIES : draw(random, STORIES),
             draw(random, 100), draw(random, 6) ? published : NULL);
        REQUIRE(linker_add(w->linker, number, w->signatures[number].data,
                           w->signatures[number].size, w->latest[id], before, &changes,
                           &n) == 0);
        apply_all(w, changes, n);
        EXPECT(w->event_of[number] != 0);
        if (w->latest[id])
                EXPECT_INT(w->event_of[w->latest[id]], 0);
        w->moved += before && before != w->event_of[number];
        w->latest[id] = number;
}

/* The linker is made again out of what a store has kept. */
static void restart(struct world *w)
{
        linker_free(w->linker);
        w->linker = hesitant();
        for (uint64_t i = 1; i <= w->n; i++) {
                const struct link_restored kept = {
                        .number = i,
                        .event = w->event_of[i],
                        .signature = { w->signatures[i].data, w->signatures[i].size },
                        .named = w->events[i] != UNKNOWN,
                };

                if (kept.signature.size)
                        REQUIRE(linker_restore(w->linker, &kept) == 0);
        }
}

static void live(struct world *w, unsigned seed)
{
        unsigned random = seed;

        for (w->n = 1; w->n <= NUMBERS; w->n++) {
                unsigned id = draw(&random, IDS);

                if (w->latest[id] && draw(&random, 3) == 0)
                        take_back(w, id);
                else
                        publish(w, id, &random);
                if (w->n % RESTART_EVERY == 0)
                        restart(w);
        }
}

TEST(whatever_comes_in_whatever_order_what_is_told_can_be_applied)
{
        static struct world w;
        uint64_t merged = 0, split = 0, emptied = 0, moved = 0;

        for (unsigned seed = 1; seed <= SEEDS; seed++) {
                w = (struct world){ .linker = hesitant() };
                REQUIRE(w.linker);
                live(&w, seed);
                merged += w.merged;
                split += w.split;
                emptied += w.emptied;
                moved += w.moved;
                for (uint64_t i = 0; i <= NUMBERS; i++)
                        buffer_clear(&w.signatures[i]);
                linker_free(w.linker);
        }
        EXPECT(merged > 0);
        EXPECT(split > 0);
        EXPECT(emptied > 0);
        EXPECT(moved > 0);
}
