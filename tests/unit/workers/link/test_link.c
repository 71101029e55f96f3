/* Which event an article belongs to: joining, parting, forgetting, and coming back. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/unit/workers/link/news.h"
#include "workers/link/weights.h"

static void restore(struct linker *linker, const struct log *log, size_t i, uint64_t event)
{
        const struct link_restored kept = {
                .number = i + 1,
                .event = event,
                .signature = { log->signatures[i].data, log->signatures[i].size },
                .named = log->named[i],
        };

        REQUIRE(linker_restore(linker, &kept) == 0);
}

static void remove_number(struct linker *linker, struct log *log, uint64_t number)
{
        const struct link_change *changes;
        size_t n;

        REQUIRE(linker_remove(linker, number, &changes, &n) == 0);
        for (size_t k = 0; k < n; k++)
                apply(log, &changes[k]);
}

TEST(reports_of_one_story_are_one_event)
{
        static struct log log;
        _cleanup_(linker_freep) struct linker *linker = linker_new();

        for (unsigned i = 0; i < 4; i++)
                write_story(&log, i % 2, i, "2026-03-02");
        for (size_t i = 0; i < log.n; i++)
                add(linker, &log, i, 0);
        EXPECT_INT(log.events[0], 1);
        EXPECT_INT(log.events[1], 2);
        EXPECT_INT(log.events[2], 1);
        EXPECT_INT(log.events[3], 2);
        log_clear(&log);
}

TEST(a_country_in_common_does_not_make_one_event)
{
        static struct log log;
        _cleanup_(linker_freep) struct linker *linker = linker_new();

        write_down(
                &log, "2026-03-02", "Norway opens a museum of whaling",
                "A museum about whaling opened in Norway on Monday with a show of harpoons.");
        write_down(&log, "2026-03-02", "Norway raises interest rates",
                   "The central bank of Norway raised rates on Monday to slow down inflation.");
        add(linker, &log, 0, 0);
        add(linker, &log, 1, 0);
        EXPECT_INT(log.events[0], 1);
        EXPECT_INT(log.events[1], 2);
        log_clear(&log);
}

TEST(a_story_months_later_is_another_event)
{
        static struct log log;
        _cleanup_(linker_freep) struct linker *linker = linker_new();

        write_story(&log, 1, 1, "2026-03-02");
        write_down(
                &log, "2026-07-02", "Cranes stand still in Quorn1",
                "The builders of the new bridge at Quorn1 are bankrupt, a court in the capital "
                "heard. Their cranes have not moved since the thaw, and the river ferry, which "
                "the bridge was to replace, carries twice the lorries that it was made for.");
        add(linker, &log, 0, 0);
        add(linker, &log, 1, 0);
        EXPECT_INT(log.events[1], 2);
        log_clear(&log);
}

TEST(a_new_version_stays_in_its_event)
{
        static struct log log;
        _cleanup_(linker_freep) struct linker *linker = linker_new();

        write_story(&log, 1, 1, "2026-03-02");
        write_story(&log, 1, 2, "2026-03-02");
        write_story(&log, 1, 3, "2026-03-02");
        add(linker, &log, 0, 0);
        add(linker, &log, 1, 0);
        add(linker, &log, 2, 2);
        EXPECT_INT(log.events[1], 0);
        EXPECT_INT(log.events[2], 1);
        log_clear(&log);
}

TEST(the_last_article_that_goes_leaves_an_empty_event)
{
        static struct log log;
        _cleanup_(linker_freep) struct linker *linker = linker_new();
        const struct link_change *changes;
        size_t n;

        write_story(&log, 1, 1, "2026-03-02");
        add(linker, &log, 0, 0);
        REQUIRE(linker_remove(linker, 1, &changes, &n) == 0);
        EXPECT_INT(n, 2);
        EXPECT_INT(changes[0].kind, LINK_LEFT);
        EXPECT_INT(changes[1].kind, LINK_EMPTIED);
        REQUIRE(linker_remove(linker, 1, &changes, &n) == 0);
        EXPECT_INT(n, 0);
        log_clear(&log);
}

/* Two accidents of one kind in two towns, with the words of such reports. */
static void write_twin(struct log *log, bool second, unsigned report)
{
        static const char *const hours[] = { "dawn", "noon", "dusk", "night" };
        char title[160], text[900];

        snprintf(title, sizeof(title), "Fire destroys supermarket in %s",
                 second ? "Ostrevik" : "Balmoor");
        snprintf(text, sizeof(text),
                 "A fire destroyed the supermarket in the centre of %s before %s, the fire "
                 "brigade said. %s engines fought the blaze, which began in the %s. Chief "
                 "officer %s said that nobody was hurt. Shopkeeper %s, who has run the store "
                 "in %s Street for %u years, said that %s would build it up again. Police "
                 "treat the fire as suspicious.",
                 second ? "Ostrevik" : "Balmoor", hours[report % 4],
                 second ? "Twenty-two" : "Nine", second ? "bakery" : "roof",
                 second ? "Ingrid Halvorsrud" : "Peter Cavanagh",
                 second ? "Yusuf Demirel" : "Maud Trelawney", second ? "Harbour" : "Chapel",
                 second ? 31 : 12, second ? "Ostrevik" : "Balmoor");
        write_down(log, NULL, title, text);
}

/* Two stories that one article, number 3, tells together. */
TEST(an_event_falls_apart_when_what_held_it_together_goes)
{
        static struct log log;
        _cleanup_(linker_freep) struct linker *linker = linker_new();

        write_story(&log, 1, 1, "2026-03-02");
        write_twin(&log, false, 1);
        write_down(&log, "2026-03-02", "Dam burst and supermarket burned",
                   "The dam at Quorn1 burst, said mayor Brandt1. The supermarket in Balmoor "
                   "burned, said chief officer Peter Cavanagh.");
        for (size_t i = 0; i < log.n; i++) {
                log.events[i] = 1;
                log.named[i] = i == 0;
                restore(linker, &log, i, 1);
        }
        remove_number(linker, &log, 3);
        EXPECT_INT(log.events[0], 1);
        EXPECT_INT(log.events[1], 2);
        log_clear(&log);
}

/* A log over many days, with undated and misdated articles among them. */
static void write_months(struct log *log)
{
        unsigned random = 7;

        for (unsigned i = 0; i < NEWS_MAX - 20; i++) {
                char published[40];
                unsigned day = i / 4, story;

                random = random * 1103515245 + 12345;
                story = day / 3 + random / 65536 % 3;
                snprintf(published, sizeof(published), "2026-%02u-%02uT%02u:15:00Z",
                         1 + day / 28, 1 + day % 28, random / 65536 % 24);
                if (random / 65536 % 11 == 0)
                        write_story(log, story, i, NULL);
                else if (random / 65536 % 37 == 0)
                        write_story(log, story, i, "2031-01-01");
                else
                        write_story(log, story, i, published);
        }
}

/* What a linker decides when it is stopped behind @stop entries and filled again. */
static void expect_same_after_restart(const struct link_weights *weights, size_t stop)
{
        static struct log whole, again;
        struct linker *linker = linker_new_weighted(weights);
        uint64_t start;

        write_months(&whole);
        write_months(&again);
        for (size_t i = 0; i < stop; i++) {
                add(linker, &whole, i, 0);
        }
        memcpy(again.events, whole.events, sizeof(whole.events));
        memcpy(again.named, whole.named, sizeof(whole.named));
        start = linker_window_start(linker);
        for (size_t i = stop; i < whole.n; i++)
                add(linker, &whole, i, 0);
        linker_free(linker);

        linker = linker_new_weighted(weights);
        for (size_t i = start ? start - 1 : 0; i < stop; i++)
                restore(linker, &again, i, again.events[i]);
        for (size_t i = stop; i < again.n; i++)
                add(linker, &again, i, 0);
        for (size_t i = stop; i < whole.n; i++)
                EXPECT_INT(again.events[i], whole.events[i]);
        linker_free(linker);
        log_clear(&whole);
        log_clear(&again);
}

TEST(a_restored_linker_decides_as_if_it_had_never_stopped)
{
        expect_same_after_restart(&link_weights, 1);
        expect_same_after_restart(&link_weights, 57);
        expect_same_after_restart(&link_weights, 300);
}

TEST(so_does_one_whose_window_has_moved_on)
{
        struct link_weights narrow = link_weights;

        narrow.window_days = 5;
        narrow.window_entries = 30;
        expect_same_after_restart(&narrow, 120);
        expect_same_after_restart(&narrow, 250);
        expect_same_after_restart(&narrow, 333);
}

TEST(what_was_taken_back_before_a_restart_attracts_nothing)
{
        static struct log log;
        _cleanup_(linker_freep) struct linker *linker = linker_new();

        write_story(&log, 1, 1, "2026-03-02");
        write_story(&log, 1, 2, "2026-03-02");
        restore(linker, &log, 0, 0);
        add(linker, &log, 1, 0);
        EXPECT_INT(log.events[1], 2);
        log_clear(&log);
}

TEST(an_article_from_the_far_future_does_not_end_the_window)
{
        static struct log log;
        struct link_weights narrow = link_weights;
        struct linker *linker;

        narrow.window_entries = 0;
        linker = linker_new_weighted(&narrow);
        write_story(&log, 1, 1, "2026-03-02");
        write_story(&log, 2, 1, "2999-01-01");
        write_story(&log, 1, 2, "2026-03-02");
        for (size_t i = 0; i < log.n; i++)
                add(linker, &log, i, 0);
        EXPECT_INT(log.events[2], 1);
        linker_free(linker);
        log_clear(&log);
}

TEST(a_signature_that_is_not_ours_is_refused)
{
        static struct log log;
        _cleanup_(linker_freep) struct linker *linker = linker_new();
        const struct link_change *changes;
        size_t n;

        write_story(&log, 1, 1, "2026-03-02");
        for (size_t size = 0; size < log.signatures[0].size; size++)
                EXPECT(link_signature_check(log.signatures[0].data, size) != 0);
        EXPECT_INT(linker_add(linker, 1, "junk", 4, 0, 0, &changes, &n), LINK_E_MALFORMED);
        add(linker, &log, 0, 0);
        EXPECT_INT(log.events[0], 1);
        log_clear(&log);
}

TEST(an_empty_article_is_an_event_of_its_own)
{
        static struct log log;
        _cleanup_(linker_freep) struct linker *linker = linker_new();

        write_down(&log, NULL, NULL, "");
        write_down(&log, NULL, NULL, "");
        add(linker, &log, 0, 0);
        add(linker, &log, 1, 0);
        EXPECT_INT(log.events[0], 1);
        EXPECT_INT(log.events[1], 2);
        log_clear(&log);
}

/* ------------------------------------------------------------ joining and parting again */

TEST(a_report_that_two_events_take_makes_them_one)
{
        static struct log log;
        struct link_weights weights = link_weights;
        _cleanup_(linker_freep) struct linker *linker = linker_new_weighted(&weights);

        for (unsigned i = 0; i < 3; i++)
                write_story(&log, 1, i, "2026-03-02");
        weights.join = INT32_MAX; /* as if the first two had had too little in common */
        add(linker, &log, 0, 0);
        add(linker, &log, 1, 0);
        EXPECT_INT(log.events[1], 2);
        weights.join = link_weights.join;
        add(linker, &log, 2, 0);
        for (size_t i = 0; i < log.n; i++)
                EXPECT_INT(log.events[i], 1);
        log_clear(&log);
}

/* Restored, or as it was: what merged is parted again, under numbers that never were an
 * event's. */
static void expect_fresh_numbers(bool restored)
{
        static struct log log;
        struct link_weights weights = link_weights;
        struct linker *linker = linker_new_weighted(&weights);

        for (unsigned i = 0; i < 4; i++)
                write_story(&log, 1, i, "2026-03-02");
        weights.join = INT32_MAX;
        add(linker, &log, 0, 0);
        add(linker, &log, 1, 0);
        weights.join = link_weights.join;
        add(linker, &log, 2, 0);
        add(linker, &log, 3, 0);
        EXPECT_INT(log.events[1], 1);
        if (restored) {
                linker_free(linker);
                linker = linker_new_weighted(&weights);
                for (size_t i = 0; i < log.n; i++)
                        restore(linker, &log, i, log.events[i]);
        }
        weights.split = INT32_MAX; /* nothing belongs together any more */
        remove_number(linker, &log, 4);
        EXPECT_INT(log.events[0], 1);
        EXPECT_INT(log.events[1], 1); /* number 2 was an event's: it has to stay */
        EXPECT_INT(log.events[2], 3);
        linker_free(linker);
        log_clear(&log);
}

TEST(a_number_is_never_given_to_a_second_event)
{
        expect_fresh_numbers(false);
}

TEST(nor_is_it_after_a_restart)
{
        expect_fresh_numbers(true);
}

TEST(twins_that_were_taken_for_one_event_part_as_it_grows)
{
        static struct log log;
        _cleanup_(linker_freep) struct linker *linker = linker_new();

        for (unsigned i = 0; i < 8; i++)
                write_twin(&log, i % 2, i / 2);
        for (size_t i = 0; i < 7; i++) {
                log.events[i] = 1;
                log.named[i] = i == 0;
                restore(linker, &log, i, 1);
        }
        add(linker, &log, 7, 0);
        for (size_t i = 0; i < log.n; i++)
                EXPECT_INT(log.events[i], i % 2 ? 2 : 1);
        log_clear(&log);
}

TEST(a_late_report_joins_an_event_of_the_window)
{
        static struct log log;
        _cleanup_(linker_freep) struct linker *linker = linker_new();

        for (unsigned i = 0; i < 3; i++)
                write_story(&log, 1, i, "2026-03-02");
        for (unsigned i = 2; i < 30; i++)
                write_story(&log, i, i, "2026-03-06");
        write_story(&log, 1, 7, "2026-03-02");
        for (size_t i = 0; i < log.n; i++)
                add(linker, &log, i, 0);
        EXPECT_INT(log.events[log.n - 1], 1);
        log_clear(&log);
}
