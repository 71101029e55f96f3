/* What happens later is an event that follows; what is only told later is not. */
#include <stdio.h>

#include "tests/unit/workers/link/news.h"
#include "workers/link/weights.h"

/* The news of a resignation months after a story, in this order or the other. */
static void expect_followed(bool late, uint64_t by_second)
{
        static struct log log;
        struct link_weights strict = link_weights; /* parts what it otherwise might not */
        struct linker *linker;

        strict.join = 20000;
        linker = linker_new_weighted(&strict);
        if (!late)
                write_story(&log, 1, 1, "2026-03-02T08:00:00Z");
        write_down(
                &log, "2026-06-22T08:00:00Z", "Brandt1 resigns",
                "The mayor of Quorn1, Brandt1, has resigned months after the dam burst. He "
                "spoke on the steps of the town hall before a silent crowd, thanked volunteers "
                "and their families, and would not answer questions. His deputy takes over until "
                "an election in the autumn, for which two schoolteachers and a farmer have put "
                "their names down. The province will pay for new pumps, roads and a hospital "
                "wing, its treasurer said, but the money must come from a loan.");
        if (late)
                write_story(&log, 1, 1, "2026-03-02T08:00:00Z");
        add(linker, &log, 0, 0);
        add(linker, &log, 1, 0);
        EXPECT_INT(log.events[1], 2);
        EXPECT_INT(linker_follows(linker, 2), by_second);
        EXPECT_INT(linker_follows(linker, 1), 0);
        linker_free(linker);
        log_clear(&log);
}

TEST(a_development_names_the_event_that_it_continues)
{
        expect_followed(false, 1);
}

TEST(a_report_that_comes_late_continues_nothing_that_came_behind_it)
{
        expect_followed(true, 0);
}

TEST(a_follow_up_with_the_same_facts_is_no_new_event)
{
        static struct log log;
        _cleanup_(linker_freep) struct linker *linker = linker_new();

        for (unsigned i = 0; i < 3; i++)
                write_story(&log, 1, i, "2026-03-02T08:00:00Z");
        write_story(&log, 1, 9, "2026-03-03T09:00:00Z");
        for (size_t i = 0; i < log.n; i++)
                add(linker, &log, i, 0);
        EXPECT_INT(log.events[3], 1);
        EXPECT_INT(linker_follows(linker, 1), 0);
        log_clear(&log);
}

/* Three outlets on a day; three on the next, with what happened then, or the same again. */
static void write_days(struct log *log, bool development)
{
        static const char *const news[] = {
                "Mayor Velt resigned and took the blame for a letter that nobody had read. His "
                "deputy Harlan takes over. ",
                "Velt, the mayor, stepped down over the unread letter; deputy Harlan was sworn "
                "in at noon. ",
                "The mayor has quit. Velt told a crowd that the letter lay in his drawer. Harlan "
                "runs the town from today. ",
        };
        static const char *const old[] = {
                "The dam above Quorn burst and a wave of mud killed nine people in the lower "
                "streets. Helicopters took families from roofs. ",
                "Nine people died as the dam above Quorn gave way and mud ran through the lower "
                "streets. Families were taken from roofs by helicopters. ",
                "A wave of mud from the burst dam wrecked the lower streets of Quorn. Nine "
                "people were killed; helicopters saved families from roofs. ",
        };
        char text[600];

        for (unsigned i = 0; i < 6; i++) {
                bool next = i >= 3 && development;

                snprintf(text, sizeof(text), "%s%s", next ? news[i % 3] : old[i % 3],
                         next ? "A burst dam killed nine people in Quorn the day before."
                              : "Mayor Velt opened the town hall to the homeless.");
                write_told(log, i < 3 ? "2026-03-02" : "2026-03-03",
                           next ? "2026-03-03" : "2026-03-02",
                           next ? "Mayor of Quorn resigns" : "Dam bursts above Quorn", text);
        }
}

TEST(what_happens_on_the_next_day_is_an_event_that_follows)
{
        static struct log log;
        _cleanup_(linker_freep) struct linker *linker = linker_new();

        write_days(&log, true);
        for (size_t i = 0; i < log.n; i++)
                add(linker, &log, i, 0);
        for (size_t i = 0; i < log.n; i++)
                EXPECT_INT(log.events[i], i < 3 ? 1 : 4);
        EXPECT_INT(linker_follows(linker, 4), 1);
        EXPECT_INT(linker_follows(linker, 1), 0);
        log_clear(&log);
}

TEST(what_is_told_again_on_the_next_day_is_not)
{
        static struct log log;
        _cleanup_(linker_freep) struct linker *linker = linker_new();

        write_days(&log, false);
        for (size_t i = 0; i < log.n; i++)
                add(linker, &log, i, 0);
        for (size_t i = 0; i < log.n; i++)
                EXPECT_INT(log.events[i], 1);
        log_clear(&log);
}
