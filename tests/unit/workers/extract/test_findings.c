/* reported speech: what polls, records and audits show or find, and where others stand before
 * it */
#include "tests/unit/workers/extract/quotes_given.h"

TEST(what_is_found_need_not_begin_with_a_noun)
{
        expect("The poll shows only a narrow gap.", "only a narrow gap", "The poll");
        expect("A new survey found 40% of bakers aren't sure of the mill.",
               "40% of bakers aren't sure of the mill", "A new survey");
        expect("A poll in May found both women almost unknown in the valley.",
               "both women almost unknown in the valley", "A poll");
        EXPECT_INT(quotes_of("The report shows up on Friday.")->n_quotes, 0);
        EXPECT_INT(quotes_of("The paper has put together a large staff.")->n_quotes, 0);
}

TEST(what_is_done_to_find_out_finds)
{
        expect("The audit found that the mill had lost money.", "the mill had lost money",
               "The audit");
        expect("The audit found no trace of the flour.", "no trace of the flour", "The audit");
        expect("The mill had lost money for years, the audit found.",
               "The mill had lost money for years", "the audit");
        EXPECT_INT(quotes_of("The cook found no trace of the flour.")->n_quotes, 0);
}

TEST(who_made_a_poll_is_not_what_shows)
{
        expect("A review by the Harbour Post and Lund Radio shows the bakers losing ground.",
               "the bakers losing ground", "A review");
        EXPECT_INT(quotes_of("Reading the report, the cook found the oven.")->n_quotes, 0);
}

TEST(polls_show_before_a_relative)
{
        expect("They had polls that show him losing the valley.", "him losing the valley",
               "polls");
        expect("The polls that show Berg ahead by 5 points have been doubted.",
               "Berg ahead by 5 points", "The polls");
        expect("A poll that shows that the mill may close is old.", "the mill may close",
               "A poll");
}

TEST(shows_behind_what_is_read_is_a_verb)
{
        expect("But the survey shows only a small gap.", "only a small gap", "the survey");
        expect("Exit polling shows she won 83 votes in Ostrin.", "she won 83 votes in Ostrin",
               "polling");
        expect("The races in Ostrin and Lund are close, a poll shows.",
               "The races in Ostrin and Lund are close", "a poll");
}

TEST(what_a_court_finds_does_not_take_the_words_before_it)
{
        expect("“The town does not touch the mill,” the judge noted, and the High Court has found "
               "there was no reason to.",
               "The town does not touch the mill,", "the judge");
}
