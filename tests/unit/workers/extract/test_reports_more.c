/* who speaks as "they", behind "with" or cited by a paper, and where what is said begins and
 * stops short
 */
#include "tests/unit/workers/extract/quotes_given.h"

TEST(they_are_those_who_speak_of_others)
{
        expect_name("Two bakers fell ill on Monday. They were poisoned in Lund, police said. "
                    "They said the cook had fled.",
                    "the cook had fled", "police");
        expect_name(
                "Rescuers found the divers. They are in good health, doctors said. They said "
                "the divers would be home by Friday.",
                "the divers would be home by Friday", "doctors");
        expect_name("Berg Motors rose 5 percent on Monday. It is too dear, the bank said in a "
                    "note. It said owners should sell.",
                    "owners should sell", "bank");
        expect_name(
                "The guild met in Lund. They were told to leave, police said. They said the "
                "fire was spreading.",
                "the fire was spreading", "police");
}

TEST(they_go_on_speaking_over_others)
{
        expect_name("Teachers met on Monday. They also said the road was bad, though police "
                    "said it was not. They said geese would stay.",
                    "geese would stay", "Teachers");
        expect_name(
                "The doctors were paid by the bank. They were later told by police to leave. "
                "They said the boat had sunk.",
                "the boat had sunk", "doctors");
}

TEST(who_is_cited_as_judging_speaks)
{
        const struct quote *q = expect("The Harbour Post cited Anna Berg as calling the offer "
                                       "“absurd and late”.",
                                       "absurd and late", "Anna Berg");

        EXPECT(q && q->direct);
        expect("The Harbour Post cited Anna Berg as denying “any part in the theft”.",
               "any part in the theft", "Anna Berg");
        expect("The Harbour Post cited Anna Berg as praising “the bold divers of Lund”.",
               "the bold divers of Lund", "Anna Berg");
}

TEST(with_whom_something_is_done_does_not_speak)
{
        expect("Anna Berg filed a complaint with the Harbour Guild claiming that the mill had "
               "burned.",
               "the mill had burned", "Anna Berg");
        expect("Anna Berg filed a suit with the high court claiming that the mill had burned.",
               "the mill had burned", "Anna Berg");
        expect("Anna Berg ended her call with Jan Lind demanding that the mill be sold.",
               "the mill be sold", "Anna Berg");
        expect("Anna Berg spent 70 hours with prosecutors claiming that the mill had burned.",
               "the mill had burned", "Anna Berg");
        expect("Anna Berg spoke at a meeting with union members saying that the mill would be "
               "sold.",
               "the mill would be sold", "Anna Berg");
        expect("Anna Berg met with bakers saying that the mill would be sold.",
               "the mill would be sold", "Anna Berg");
        expect("Anna Berg opened the fair with a sweeping speech claiming that the mill had "
               "burned.",
               "the mill had burned", "Anna Berg");
}

TEST(who_else_stands_behind_with_speaks)
{
        expect("Anna Berg held a meeting with a lawyer promising to sell the mill.",
               "to sell the mill", "a lawyer");
        expect("The hall mourned the goose, with letters saying that it was wise.",
               "it was wise", "letters");
        expect("The fair opened on Monday, with Jan Lind saying that the mill would be sold.",
               "the mill would be sold", "Jan Lind");
        expect("The fair opened on Monday with critics saying that the mill would be sold.",
               "the mill would be sold", "critics");
        expect("Anna Berg left the meeting, with Jan Lind saying that the mill would be sold.",
               "the mill would be sold", "Jan Lind");
}

TEST(a_relative_clause_ends_before_the_outer_verb)
{
        expect("Anna Berg, who later said that the talks were frank, owns a boat in Lund.",
               "the talks were frank", "Anna Berg");
        expect("The talks left Anna Berg, who later said that the mill was cold, to sell it.",
               "the mill was cold", "Anna Berg");
        expect("Anna Berg, who repeatedly warned that the law, if passed, would hurt the poor, "
               "left the hall.",
               "the law, if passed, would hurt the poor", "Anna Berg");
        expect("Jan Lind, who initially claimed triumph over Anna Berg, has left the hall.",
               "triumph over Anna Berg", "Jan Lind");
}

TEST(a_comma_alone_does_not_end_a_relative_clause)
{
        expect("The hall cheered Anna Berg, who also said that the cooks, the bakers and the "
               "guards would stay.",
               "the cooks, the bakers and the guards would stay", "Anna Berg");
        expect("The hall cheered Anna Berg, who later said that the talks were frank, open and "
               "useful.",
               "the talks were frank, open and useful", "Anna Berg");
}

TEST(what_is_withheld_behind_a_comma_is_not_said)
{
        expect("Police said nobody had been hurt, without giving details.",
               "nobody had been hurt", "Police");
        expect("Anna Berg said the plan might be dropped, without giving a reason.",
               "the plan might be dropped", "Anna Berg");
        expect("Anna Berg said geese had died without saying how many.", "geese had died",
               "Anna Berg");
        expect("Anna Berg said guards must not leave without saying why.",
               "guards must not leave without saying why", "Anna Berg");
}

TEST(behind_what_is_withheld_the_sentence_goes_on)
{
        expect("Anna Berg claimed that the vote was stolen, without providing evidence, and "
               "vowed to fight on.",
               "the vote was stolen", "Anna Berg");
        expect("Anna Berg claimed that the vote was stolen, without providing evidence, and "
               "vowed to fight on.",
               "to fight on", "Anna Berg");
        expect("Anna Berg said that the plan was dead, without giving details, but bakers said "
               "it was not.",
               "it was not", "bakers");
        expect("Anna Berg said that the plan was dead, without giving details, and that the mill "
               "was cold.",
               "the plan was dead", "Anna Berg");
}

TEST(words_begin_behind_the_whole_dateline)
{
        expect("SEOUL, South Korea — Three geese left the pier on Monday, the guild said.",
               "Three geese left the pier on Monday", "the guild");
        expect("SEOUL, South Korea (Harbour News Agency) — Three geese left the pier on Monday, "
               "the guild said.",
               "Three geese left the pier on Monday", "the guild");
}
