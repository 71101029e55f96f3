/* Times in histories: what names no year is of the time told last. */
#include "tests/unit/test.h"
#include "tests/unit/workers/extract/times_given.h"

TEST(a_short_history_is_one_where_no_word_is_of_the_day)
{
        expect_value("On 3 March 1704 the fleet left Lund. It came to Berne on 9 June. In May "
                     "1705 it went home.",
                     "2021-12-02", "9 June", "1704-06-09");
        expect_value("In the early hours of 3 March 1944 they left Lund. They came to Berne on "
                     "9 June. In May 1945 they went home.",
                     "2021-12-02", "9 June", "1944-06-09");
        expect_value(
                "In the spring of 1704 the fleet left Lund. It came to Berne on 9 June. In "
                "May 1705 it went home.",
                "2021-12-02", "9 June", "1704-06-09");
        expect_value("On 3 March 1704 the fleet left Lund. In May 1705 it went home. A stone "
                     "was set up on 9 June, the mayor said on Friday.",
                     "2021-12-02", "9 June", "2021-06-09");
        expect_value("They met on 9 June. A league was founded in 1704, and another in May "
                     "1705.",
                     "2021-12-02", "9 June", "2021-06-09");
}

static const char *const story =
        "On 3 March 1704 the fleet left Lund. In May 1705 it was lost. ";

static void expect_next(const char *text, const char *words, const char *value)
{
        char all[500];

        snprintf(all, sizeof(all), "%s%s", story, text);
        expect_value(all, "2021-12-02", words, value);
}

TEST(a_story_moves_on_with_a_part_of_a_year_too)
{
        expect_next("In early 1709 they built another. It sailed on 4 June.", "4 June",
                    "1709-06-04");
        expect_next("By the end of 1709 they had built another. It had sailed on 4 June.",
                    "4 June", "1709-06-04");
        expect_next("It was like that of 1709. It had sailed on 4 June.", "4 June",
                    "1705-06-04");
}

TEST(a_story_goes_over_the_turn_of_the_year)
{
        expect_next("In December they built another. In February it sailed.", "February",
                    "1706-02");
        expect_next("In September they built another. It had sailed in June.", "June",
                    "1705-06");
}

TEST(a_day_of_that_month_is_of_the_month_told)
{
        expect_next("On 12 June 1709 another left. On the 28th of that month it was lost.",
                    "the 28th of that month", "1709-06-28");
}

struct told {
        const char *text, *words, *value;
};

static void expect_all(const struct told *cases, size_t n)
{
        for (size_t i = 0; i < n; i++)
                expect_next(cases[i].text, cases[i].words, cases[i].value);
}

TEST(two_days_are_told_with_one_month)
{
        static const struct told cases[] = {
                { "They fought on 5 and 6 May 1711.", "5 and 6 May 1711", "1711-05-05" },
                { "They fought on 5 and 6 May 1711.", "6 May 1711", "1711-05-06" },
                { "They left on 21/22 May 1711.", "22 May 1711", "1711-05-22" },
                { "She died on the night of 5-6 May 1711.", "the night of 5-6 May 1711",
                  "1711-05-05TNI" },
                { "She died on the night of 5-6 May 1711.", "6 May 1711", "1711-05-06" },
        };

        expect_all(cases, ARRAY_SIZE(cases));
}

TEST(a_bare_day_is_one_before_a_pronoun_and_behind_a_part_of_it)
{
        static const struct told cases[] = {
                { "They met on 4 May 1711. On the 12th they left.", "On the 12th",
                  "1711-05-12" },
                { "They met on 4 May 1711. On the 12th the king left.", "On the 12th",
                  "1711-05-12" },
                { "They met on 4 May 1711. On the night of the 12th they left.",
                  "the night of the 12th", "1711-05-12TNI" },
        };

        expect_all(cases, ARRAY_SIZE(cases));
        expect_nothing("A letter of the 12th was lost on the 12th floor.");
}

TEST(a_winter_has_two_years)
{
        static const struct told cases[] = {
                { "In the winter of 1711-12 they starved.", "the winter of 1711-12",
                  "1711-WI" },
                { "The 1711-12 winter was hard.", "The 1711-12 winter", "1711-WI" },
                { "In the years 1711-1713 it grew.", "the years 1711-1713", "1711" },
        };

        expect_all(cases, ARRAY_SIZE(cases));
}

TEST(an_old_year_is_told_with_its_event_and_its_era)
{
        static const struct told cases[] = {
                { "He opposed the 1812 invasion.", "the 1812", "1812" },
                { "It was built ca. 1250 BC by them.", "1250 BC", "BC1250" },
                { "It lasted until AD 476.", "AD 476", "0476" },
                { "Between 411 and 408 BC it grew.", "Between 411 and 408 BC", "BC0411" },
                { "Between 411 and 408 BC it grew.", "408 BC", "BC0408" },
        };

        expect_all(cases, ARRAY_SIZE(cases));
        expect_nothing("The 1812 soldiers saw an ad 20 feet high.");
}

TEST(what_is_counted_behind_a_date_is_no_part_of_it)
{
        expect_next("In May the Second Army came.", "May", "1705-05");
        expect_value("They will be sold Tuesday, the 10-year notes Thursday.", "2021-12-02",
                     "Tuesday", "2021-12-07");
}

TEST(the_day_of_a_tale_is_not_that_of_the_report)
{
        static const struct told cases[] = {
                { "In 1708, 1709, 1711, 1713 and 1714 they fought. Today it is a park.",
                  "Today", "PRESENT_REF" },
                { "In 1708, 1709, 1710, 1711 and 1712 he said: “Tomorrow we march.”",
                  "Tomorrow", "XXXX-XX-XX" },
                { "In 1708, 1709, 1711, 1713 and 1714 they fought. “We lost two years ago,” he said.",
                  "two years ago", "1706" },
        };

        expect_all(cases, ARRAY_SIZE(cases));
        expect_value(
                "Ana Berg died today. She was born in 1901, moved to Lund in 1907, to "
                "Berne in 1911, wed in 1912, and was elected in 1914, 1918, 1920 and 1924.",
                "2001-12-02", "today", "2001-12-02");
}

TEST(a_day_counted_from_a_month_or_a_year_is_some_day_of_it)
{
        static const struct told cases[] = {
                { "They met on 4 May 1711. It was dissolved in June 1711. Six days later it met.",
                  "Six days later", "1711-06-XX" },
                { "They met in June 1711. The next day they left.", "The next day",
                  "1711-06-XX" },
                { "In 1711 they met. That night they left.", "That night", "1711-XX-XXTNI" },
                { "They met on 4 May 1711. They slept by day and marched at night.", "at night",
                  "XXXX-XX-XXTNI" },
        };

        expect_all(cases, ARRAY_SIZE(cases));
        expect_value("In 2013 they won. The next day they lost. At 17:30 they left.", NULL,
                     "17:30", "2013-XX-XXT17:30");
}

TEST(a_distance_is_the_day_that_stands_beside_it)
{
        static const struct told cases[] = {
                { "They met in May 1711. Six days later, on 17 June, they left.",
                  "Six days later", "1711-06-17" },
                { "They met in May 1711. A year later, on 17 June, they left.", "A year later",
                  "1712" },
                { "On 4 May 1711, two days after the vote, they left.", "two days",
                  "1711-05-04" },
                { "On 4 May 1711 they met. Five days after the fall of Lund they left.",
                  "Five days", "1711-05-09" },
                { "On 4 May 1711 they met. They waited five days after the fall of Lund.",
                  "five days", "P5D" },
        };

        expect_all(cases, ARRAY_SIZE(cases));
        expect_value("She left on 4 May, two days after the vote.", "2021-12-02", "two days",
                     "P2D");
}

TEST(since_goes_back_and_the_story_not_with_it)
{
        static const struct told cases[] = {
                { "On 4 May 1711 Lund, besieged since November, fell.", "November", "1710-11" },
                { "On 4 May 1711 Lund, besieged since November, fell. On 9 June Berne fell.",
                  "9 June", "1711-06-09" },
        };

        expect_all(cases, ARRAY_SIZE(cases));
}

TEST(to_this_day_is_now)
{
        expect_next("It is kept to this day.", "to this day", "PRESENT_REF");
        expect_next(
                "It met in 1708, 1709, 1710, 1712 and 1713. On 4 May 1711 it refers to this day as the last.",
                "this day", "1711-05-04");
}

TEST(a_year_has_an_end_and_a_record_its_age)
{
        expect_value("It will close by year's end.", "2021-12-02", "year's end", "2021");
        expect_value("It would be their first visit in four months.", "2021-12-02",
                     "four months", "P4M");
        expect_value("It was lost at 10:35 a.m. on Nov. 19, a Friday, in the lake.",
                     "2021-12-02", "Friday", "2021-11-19");
}
