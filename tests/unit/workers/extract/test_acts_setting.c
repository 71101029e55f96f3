/* acts: when and where an act was */
#include "tests/unit/workers/extract/acts_given.h"

/* The first act with this predicate has this time and this place; NULL: none. */
static void expect_setting(const char *text, const char *predicate, const char *when,
                           const char *where)
{
        const struct extraction *x = acts_of(text);
        char time[64] = "";

        for (size_t i = 0; i < x->n_acts; i++) {
                const struct act *act = &x->acts[i];

                if (strcmp(act->predicate, predicate) != 0)
                        continue;
                if (act->when != NONE) {
                        struct span s = x->times[act->when].span;

                        snprintf(time, sizeof(time), "%.*s", (int)(s.end - s.start),
                                 x->text + s.start);
                }
                EXPECT_STR(act->when == NONE ? NULL : time, when);
                EXPECT_STR(act->where == NONE ? NULL : x->entities[act->where].name, where);
                return;
        }
        test_fail(__FILE__, __LINE__, "no '%s' in '%s'", predicate, text);
}

TEST(a_time_and_a_place_stand_behind_the_verb_or_whom_it_concerns)
{
        expect_setting("Anna Berg met Eva Lind in Oslo on Monday.", "meet", "Monday", "Oslo");
        expect_setting("Norway and Chad met in Oslo, Norway, on Tuesday.", "meet", "Tuesday",
                       "Oslo");
        expect_setting("Anna Berg was arrested Jan. 6 in Oslo on suspicion of theft.", "arrest",
                       "Jan. 6", "Oslo");
        expect_setting("Rebels killed a farmer at a mill in Vienna in May.", "kill", "May",
                       "Vienna");
        expect_setting("Anna Berg issued a warning to Eva Lind in Oslo on June 2.", "issue",
                       "June 2", "Oslo");
        expect_setting("Norway blasted Chad over the weekend.", "blast", "the weekend", NULL);
        expect_setting("Norway demanded bread from Chad in May.", "demand", "May", NULL);
}

TEST(what_stands_in_a_clause_further_in_is_not_of_the_act)
{
        expect_setting("Anna Berg warned Chad not to land troops in Norway.", "warn", NULL,
                       NULL);
        expect_setting("Anna Berg agreed that rents have risen in Chad recently.", "agree",
                       NULL, NULL);
        expect_setting("Norway urged Chad to free the crew by Friday.", "urge", NULL, NULL);
        expect_setting("Norway accused Chad of an attack that took place in Vienna on Monday.",
                       "accuse", NULL, NULL);
}

TEST(a_time_of_another_clause_is_none_wherever_it_stands)
{
        expect_setting("Anna Berg charged that, in 2016, Eva Lind was one of few to stay.",
                       "charge", NULL, NULL);
        expect_setting("UPDATE 5:40 p.m.: Anna Berg later spoke with reporters.", "speak with",
                       NULL, NULL);
        expect_setting("Anna Berg blasted Norway now that the vote is over.", "blast", NULL,
                       NULL);
        expect_setting("At a lunch before the vote on Monday, Anna Berg threatened Norway.",
                       "threaten", NULL, NULL);
        expect_setting("On Monday, Norway passed a rule effectively banning sailors of Chad.",
                       "ban", NULL, NULL);
}

TEST(a_time_before_another_noun_is_that_of_the_noun)
{
        expect_setting("Anna Berg condemned the 2014 attack on Chad.", "condemn", NULL, NULL);
        expect_setting("Norway urged Chad to undo the recent purge.", "urge", NULL, NULL);
        expect_setting("Anna Berg rejected the annexation of Chad in 2014.", "reject", NULL,
                       NULL);
        expect_setting("Five sailors were killed in Friday's raid.", "kill", "Friday", NULL);
        expect_setting("Norway attended Friday's talks.", "attend", "Friday", NULL);
        expect_setting("Friday's attack on Chad was staged by rebels.", "stage", "Friday",
                       NULL);
}

TEST(a_place_that_hangs_on_what_is_talked_about_is_not_where_it_is_said)
{
        expect_setting("Anna Berg praised plans for a mill in Vienna.", "praise", NULL, NULL);
        expect_setting("Norway called on the mayor in Vienna to act.", "call on", NULL, NULL);
        expect_setting("Anna Berg accused Eva Lind in Vienna of theft.", "accuse", NULL,
                       "Vienna");
}

TEST(the_opening_of_a_sentence_tells_when_and_where)
{
        expect_setting("On Monday, Anna Berg accused Norway of theft.", "accuse", "Monday",
                       NULL);
        expect_setting("At a rally in Vienna on Monday night, Anna Berg blasted Chad.", "blast",
                       "Monday night", "Vienna");
        expect_setting("Speaking in Vienna on Monday, Anna Berg condemned Chad.", "condemn",
                       "Monday", "Vienna");
        expect_setting("After the vote on Monday, Anna Berg accused Norway of theft.", "accuse",
                       NULL, NULL);
        expect_setting("On Monday, Anna Berg, who once accused Chad of theft, left.", "accuse",
                       NULL, NULL);
}

TEST(a_time_opens_a_clause_without_a_comma)
{
        expect_setting("On Monday Anna Berg accused Norway of theft.", "accuse", "Monday",
                       NULL);
        expect_setting("On Monday police arrested Jan Holm.", "arrest", "Monday", NULL);
        expect_setting("In March Norway attacked Chad.", "attack", "March", NULL);
        expect_setting("Last week Norway accused Chad of theft.", "accuse", "Last week", NULL);
        expect_setting("Norway accused Chad of theft; on Monday Chad attacked Norway.",
                       "attack", "Monday", NULL);
        expect_setting("Norway accused Chad of theft, and on Monday rebels attacked Norway.",
                       "attack", "Monday", NULL);
        expect_setting("Monday's guests accused Norway of theft.", "accuse", NULL, NULL);
}

TEST(a_time_before_the_first_of_two_verbs_is_that_of_both)
{
        expect_setting("Anna Berg on Monday accused Norway of theft and met Eva Lind.", "meet",
                       "Monday", NULL);
        expect_setting("Anna Berg accused Norway on Monday and met Eva Lind.", "meet", NULL,
                       NULL);
        expect_setting("Norway's call on Monday that jailed sailors be released was heard.",
                       "release", NULL, NULL);
}

TEST(talks_were_where_they_are_said_to_have_been_held)
{
        expect_setting("A brief meeting between Anna Berg and Eva Lind was held in Vienna in "
                       "mid-May.",
                       "meeting", "mid-May", "Vienna");
        expect_setting("The only talks so far between Norway and Chad took place in Vienna.",
                       "talks", NULL, "Vienna");
        expect_setting("Talks between Norway and Chad in Vienna ended on Monday.", "talks",
                       "Monday", "Vienna");
        expect_setting("Talks between Norway and Chad in Chad were held on Monday.", "talks",
                       "Monday", NULL);
}

TEST(an_age_and_who_somebody_is_do_not_part_an_act_from_its_setting)
{
        expect_setting("Police arrested Anna Berg, 45, in Oslo on Monday.", "arrest", "Monday",
                       "Oslo");
        expect_setting("Police arrested Anna Berg, a baker, in Oslo on Monday.", "arrest",
                       "Monday", "Oslo");
        expect_setting("Police arrested Anna Berg, 45, of Vienna, in Oslo on Monday.", "arrest",
                       "Monday", "Oslo");
        expect_setting("Norway and Chad met in Oslo, Norway on Tuesday.", "meet", "Tuesday",
                       "Oslo");
        expect_setting("Norway met Anna Berg, 45, and on Monday left Oslo.", "meet", NULL,
                       NULL);
}

TEST(a_day_is_no_part_of_who_acts_on_it)
{
        expect("On Monday police arrested two men in Oslo.", "COERCE", "police", "men");
        expect("On Monday morning armed rebels attacked Oslo.", "ASSAULT", "rebels", "Oslo");
        expect("Late Monday rebels attacked Oslo.", "ASSAULT", "rebels", "Oslo");
        expect("Norway closed the port, and on Monday Chad attacked Norway.", "ASSAULT", "Chad",
               "Norway");
        expect("Sunday Times reporters praised Norway.", "SUPPORT", "Sunday Times reporters",
               "Norway");
}

TEST(a_time_behind_and_is_that_of_what_it_joins)
{
        expect_setting("Norway closed the port, and on Monday attacked Chad.", "attack",
                       "Monday", NULL);
        expect_setting("Norway closed the port and on Monday Chad attacked Norway.", "attack",
                       "Monday", NULL);
        expect_setting("On Monday morning rebels attacked Oslo.", "attack", "Monday morning",
                       NULL);
}

TEST(a_time_of_what_an_act_follows_or_is_about_is_not_its_own)
{
        expect_setting("Norway attacked Chad in the wake of talks on Monday.", "attack", NULL,
                       NULL);
        expect_setting("Anna Berg and Eva Lind worked together on the 1931 opera.",
                       "work together", NULL, NULL);
}

TEST(where_somebodys_aside_plays_is_not_where_the_act_was)
{
        expect_setting(
                "Police arrested Jan Lind, a baker at a mill in Vienna, in Oslo on Monday.",
                "arrest", "Monday", "Oslo");
        expect_setting("Norway killed Jan Lind, the leader of rebels in Chad, on Monday.",
                       "kill", "Monday", NULL);
        expect_setting("Police arrested Jan Lind, the head of a mill in Vienna, Austria, on "
                       "Monday.",
                       "arrest", "Monday", NULL);
        expect_setting("Norway killed Jan Lind, a hero of the raid on Monday, in Chad.", "kill",
                       NULL, "Chad");
}

TEST(what_stands_between_commas_and_tells_more_than_who_it_is_parts_the_setting_off)
{
        expect_setting("Police arrested Jan Lind, a baker seen leaving, on Monday.", "arrest",
                       NULL, NULL);
        expect_setting("Police arrested Jan Lind, a baker and a poet left, on Monday.",
                       "arrest", NULL, NULL);
        expect_setting("Police arrested Jan Lind, a baker if you ask guests, on Monday.",
                       "arrest", NULL, NULL);
        expect_setting("Police arrested Jan Lind, the “baker,” on Monday.", "arrest", NULL,
                       NULL);
}

TEST(a_date_right_behind_on_is_when_it_was_whatever_stands_behind_it)
{
        expect_setting("Norway attacked Chad on 4 May 2019 sailors said.", "attack",
                       "4 May 2019", NULL);
        expect_setting("Norway attacked Chad on the 1931 opera in Vienna.", "attack", NULL,
                       "Vienna");
        expect_setting("Norway attacked Chad on Anna Berg's 1931 opera.", "attack", NULL, NULL);
}

TEST(what_is_done_in_the_aftermath_has_not_its_time)
{
        expect_setting("Norway blasted Chad in the aftermath of the vote on Monday.", "blast",
                       NULL, NULL);
}

TEST(a_protest_is_where_it_goes_through)
{
        const struct extraction *x = acts_of("Farmers marched through Oslo on Monday.");

        EXPECT_INT(x->n_acts, 1);
        if (x->n_acts)
                EXPECT_STR(x->entities[x->acts[0].where].name, "Oslo");
}

TEST(a_month_behind_whom_a_deed_of_two_words_is_done_to_is_its_time)
{
        EXPECT(told("Norway granted amnesty to 200 rebels in April.", "grant amnesty")->when !=
               NONE);
        EXPECT(told("Norway opened an investigation into Google in April.", "open")->when !=
               NONE);
        EXPECT_INT(told("Norway recognised the annexation in 2014.", "recognise")->when, NONE);
}

TEST(where_somebody_is_taken_into_custody_is_told_behind_it)
{
        EXPECT(told("Four farmers were taken into custody in Norway on Monday.", "take")
                       ->where != NONE);
}
