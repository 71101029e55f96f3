/* Words that two passages have in one run */
#include "tests/unit/test.h"
#include "workers/compare/wordrun.h"

static void expect_run(const char *a, const char *b, size_t length, size_t shorter)
{
        for (int turned = 0; turned < 2; turned++) {
                struct word_run run = turned ? word_run_of(b, a) : word_run_of(a, b);

                EXPECT_INT(run.length, length);
                EXPECT_INT(run.shorter, shorter);
        }
}

TEST(a_part_of_a_sentence_is_a_run_within_it)
{
        expect_run("a failure of training", "It was a failure of training, and nothing else.",
                   4, 4);
}

TEST(case_marks_and_apostrophes_do_not_count)
{
        expect_run("We've never — NEVER — trained", "we’ve never, never trained “again”", 4, 4);
        expect_run("a café’s door", "The café's door is shut", 2, 3);
}

TEST(what_is_put_in_brackets_does_not_count)
{
        expect_run("neglecting [the Marigold] for years", "They were neglecting for years", 3,
                   3);
        expect_run("neglecting [the Marigold for years", "neglecting for years", 2, 3);
        EXPECT_INT(words_inserted("[her] crew"), 4);
        EXPECT_INT(words_inserted("[her crew"), 0);
        EXPECT_INT(words_inserted("her] crew"), 0);
}

TEST(of_a_part_that_was_changed_the_run_is_what_was_not)
{
        expect_run("the ferry left the harbour too late",
                   "Everybody knew the ferry left the port too late that night", 4, 7);
}

TEST(other_words_and_none_have_no_run)
{
        expect_run("a failure of training", "It rained", 0, 2);
        expect_run("", "It rained", 0, 0);
        expect_run("…", "“”", 0, 0);
}

TEST(spaces_and_signs_beyond_ascii_part_words)
{
        expect_run("the café\u00a0door\u2014shut", "the café door shut", 4, 4);
        expect_run("\u00ab", "\u2063", 0, 0);
}

TEST(of_a_text_of_one_word_a_few_alignments_are_tried)
{
        char a[60 * 3 + 1] = "", b[150 * 3 + 1] = "";
        struct word_run run;

        for (size_t i = 0; i + 1 < sizeof(b); i++) {
                b[i] = "so "[i % 3];
                if (i + 1 < sizeof(a))
                        a[i] = b[i];
        }
        run = word_run_of(a, b);
        EXPECT_INT(run.shorter, 60);
        EXPECT_INT(run.longer, 150);
        EXPECT(run.length >= 30 && run.length <= 60);
}

static void expect_aligned(const char *a, const char *b, size_t words)
{
        EXPECT_INT(words_aligned(a, b), words);
        EXPECT_INT(words_aligned(b, a), words);
}

TEST(words_left_out_and_changed_take_half_a_word_away)
{
        expect_aligned("the old ferry left late", "Everybody knew the old ferry left late.", 5);
        expect_aligned("the old ferry left late", "the old red ferry left late", 4);
        expect_aligned("the old ferry left late", "the old ship left late", 3);
        expect_aligned("the ferry", "", 0);
}

TEST(words_far_apart_are_not_aligned)
{
        expect_aligned("the ferry left",
                       "the man who came at noon saw the pier, where he never left", 1);
}

static void expect_marked(const char *a, const char *b, size_t marked, size_t of, size_t tell)
{
        struct shared_runs runs = shared_runs_of(a, b, true, false);

        EXPECT_INT(runs.marked, marked);
        EXPECT_INT(runs.marked_tell, tell);
        EXPECT_INT(runs.marked_of, of);
}

TEST(the_longest_run_is_found_wherever_it_stands)
{
        EXPECT_INT(shared_runs_of("a b c d e", "x c d e y a b", false, false).longest, 3);
        EXPECT_INT(shared_runs_of("the ferry", "", true, true).longest, 0);
}

TEST(words_in_marks_are_told_from_those_around_them)
{
        expect_marked("she called it a “total loss” today", "It is a total loss.", 2, 2, 2);
        expect_marked("she called it a \"total loss\" today", "She called it a day.", 0, 0, 0);
        expect_marked("a \"loss\" is total she said", "It is total.", 0, 0, 0);
        expect_marked("he had 'wanted to go home,' as Berg's cousin", "I wanted to go home", 4,
                      4, 3);
        expect_marked("she said “it is of the", "it is of the", 0, 0, 0);
}
