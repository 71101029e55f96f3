/* where what is reported ends, and the sentence around it goes on */
#include "tests/unit/workers/extract/quotes_given.h"

TEST(a_clause_of_time_ends_at_its_comma)
{
        expect("At the moment Anna Berg learned she had been fired, she was in Lund.",
               "she had been fired", "Anna Berg");
        expect("The day Anna Berg said the mill was safe, it burned.", "the mill was safe",
               "Anna Berg");
        expect("Now that Anna Berg has claimed that the mill is safe, the mayor must act.",
               "the mill is safe", "Anna Berg");
}

TEST(behind_a_relative_clause_the_main_verb_goes_on)
{
        expect("The hacker who revealed that Berg had sold the mill was jailed on Monday.",
               "Berg had sold the mill", "The hacker");
        expect("The hacker who first revealed that Berg had sold the mill while she was mayor "
               "was jailed on Monday.",
               "Berg had sold the mill while she was mayor", "The hacker");
        expect("Anna Berg met the hacker who revealed that the mill was sold.",
               "the mill was sold", "the hacker");
}

TEST(a_gerund_does_not_hide_the_main_verb)
{
        expect("Anna Berg's decision to hold off on backing Lind hasn't pleased bakers.",
               "to hold off on backing Lind", "Anna Berg");
}

TEST(what_a_speaker_does_meanwhile_is_not_said)
{
        expect("Anna Berg said she was very ill, while trying to explain her plan.",
               "she was very ill", "Anna Berg");
        expect("Anna Berg angered bakers by saying that they had lied and by closing the mill.",
               "they had lied", "Anna Berg");
}

TEST(commas_and_dashes_inside_a_phrase_end_nothing)
{
        expect("Anna Berg said the guild has the full, secret report and will keep it.",
               "the guild has the full, secret report and will keep it", "Anna Berg");
        expect("Anna Berg said the guild – and not the mayor – is in charge of the fair.",
               "the guild – and not the mayor – is in charge of the fair", "Anna Berg");
        expect("Anna Berg said the gains of selling the mill, most of all in Lund, outweigh the "
               "losses.",
               "the gains of selling the mill, most of all in Lund, outweigh the losses",
               "Anna Berg");
}

TEST(what_was_still_to_come_is_said)
{
        expect("Anna Berg said she would sell the mill, and then would leave Lund.",
               "she would sell the mill, and then would leave Lund", "Anna Berg");
        expect("Anna Berg said the mill was sold, and then left Lund.", "the mill was sold",
               "Anna Berg");
}

TEST(an_attribution_parts_a_group_of_verbs)
{
        expect("The plan could, critics argue, harm the town.",
               "The plan could … harm the town", "critics");
        expect("The plan, experts believe, could harm the town.",
               "The plan … could harm the town", "experts");
}

TEST(those_who_speak_are_no_verbs)
{
        expect("The plan, aides said, could harm the town.", "The plan … could harm the town",
               "aides");
        expect("The plan could harm the town, lawmakers warn.", "The plan could harm the town",
               "lawmakers");
        expect("That attitude, many argue, could harm the town.",
               "That attitude … could harm the town", "many");
        expect("Anna Berg did express concern that the geese would die.",
               "concern that the geese would die", "Anna Berg");
        expect("Anna Berg offered her firmest promise yet that she would not sell.",
               "she would not sell", "her");
}

TEST(a_claim_may_be_told_behind_a_copula)
{
        expect("Anna Berg's claim is that the mill burned.", "the mill burned", "Anna Berg");
        expect("One of Anna Berg's main points is that the mill burned.", "the mill burned",
               "Anna Berg");
        expect("Despite advice from staff members that it would fail, Anna Berg left.",
               "it would fail", "staff members");
}

TEST(listeners_may_have_a_clause_of_their_own)
{
        expect("Anna Berg asked guests who had come by sea to leave.", "to leave", "Anna Berg");
        expect("The bureau asked agencies that saw the fire to hide records.",
               "to hide records", "The bureau");
        expect("Most voters support temporarily banning geese from the pier.",
               "temporarily banning geese from the pier", "Most voters");
        expect("And some undecided voters think Anna Berg should leave.",
               "Anna Berg should leave", "some undecided voters");
}

TEST(what_is_much_like_the_end_is_none)
{
        expect("Anna Berg said profits fell 3 percent, while existing customers stayed.",
               "profits fell 3 percent, while existing customers stayed", "Anna Berg");
        expect("Anna Berg angered bakers by saying that Lind won by lying and by cheating.",
               "Lind won by lying and by cheating", "Anna Berg");
        expect("The expert who warned that the dam would burst when rain came was ignored.",
               "the dam would burst when rain came", "The expert");
        expect("In his claim that the mill, built in 1900, was safe, Berg cited a report.",
               "the mill, built in 1900, was safe", "his");
}

TEST(what_is_much_like_a_part_is_none)
{
        expect("Anna Berg said she would resign, and then would not say why.",
               "she would resign", "Anna Berg");
        expect("Anna Berg said that the mill would close, but would later reopen it herself.",
               "the mill would close", "Anna Berg");
        expect("Anna Berg said she was happy, young voters said they were not.",
               "she was happy", "Anna Berg");
        expect("Anna Berg praised the deal flanked by aides.", "the deal", "Anna Berg");
        expect("Anna Berg announced the arrest by phone.", "the arrest", "Anna Berg");
        expect("Anna Berg criticized the plan on Monday and the guild on Friday.",
               "the plan on Monday", "Anna Berg");
        expect("Anna Berg condemned the killing of the divers and of\n\nThe guild of Lund in May.",
               "the killing of the divers", "Anna Berg");
        EXPECT(quotes_of("Several call centers closed in May.")->n_quotes == 0);
        EXPECT(quotes_of("The committee decided on whether to fund the school.")->n_quotes ==
               0);
}
