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
