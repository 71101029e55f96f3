/* who speaks: offices, companies and papers, which serve for a name */
#include <stdio.h>

#include "tests/unit/workers/extract/quotes_given.h"

TEST(it_is_no_plural)
{
        expect_name(
                "The letter was sent on Monday. Three Americans were hurt on that day.\n\n“I "
                "just tried the road,” it reads.",
                "I just tried the road,", "letter");
}

TEST(a_statement_speaks_for_whoever_said_something_in_it)
{
        expect_name(
                "“The ferry sails again,” Anna Berg said in a statement. It was late.\n\n“We "
                "thank the town,” the statement said.",
                "We thank the town,", "Anna Berg");
        expect_name(
                "“The ferry sails again,” Anna Berg said in May. She called the statement of "
                "the town a lie.\n\n“We thank the town,” the statement said.",
                "We thank the town,", "statement");
        expect_name(
                "“The ferry sails again,” Anna Berg said in a letter.\n\n“We thank the town,” "
                "the statement said.",
                "We thank the town,", "statement");
}

TEST(a_statement_speaks_for_whoever_issued_it)
{
        expect_name(
                "Ostrin Ferries Inc. issued a statement on Monday. It was late.\n\n“We thank "
                "the town,” the statement said.",
                "We thank the town,", "Ostrin Ferries Inc.");
        expect_name(
                "Anna Berg called a statement of the town a lie on Monday.\n\n“We thank the "
                "town,” the statement said.",
                "We thank the town,", "statement");
}

TEST(her_statement_is_hers)
{
        expect_name(
                "Anna Berg closed the harbour on Monday. “We thank the town,” her statement "
                "said.",
                "We thank the town,", "Anna Berg");
}

TEST(a_reply_is_his_whose_reply_it_is)
{
        expect("Jan Holm was asked to come.\n\nHis reply was short: “No way at all.” Then Anna "
               "Berg went home.",
               "No way at all.", "His");
}

TEST(whose_statement_it_is_called_says_what_follows)
{
        expect("The mayor came late.\n\nHere is Anna Berg's full statement:\n\n“I closed the road "
               "on the day I was told of it.”\n\nThe town waits.",
               "I closed the road on the day I was told of it.", "Anna Berg");
        expect("Below is a statement by Jan Holm, director of the ferry board:\n\n“The ferry "
               "sails again, and it sails on time.”\n\nThe town waits.",
               "The ferry sails again, and it sails on time.", "Jan Holm");
}

TEST(the_company_is_the_body_that_acted_last)
{
        expect_name(
                "Microsoft opened the harbour on Monday. It rained.\n\n“We thank the town,” "
                "the company said.",
                "We thank the town,", "Microsoft");
        expect_name("CNN reported it on Monday. It rained.\n\n“We thank the town,” the company "
                    "said.",
                    "We thank the town,", "company");
        expect_name("The Department of Justice closed the harbour on Monday.\n\n“We thank the "
                    "town,” the company said.",
                    "We thank the town,", "company");
        expect_name("The Ostrin Embassy Group closed the harbour on Monday.\n\n“We thank the "
                    "town,” the organization said.",
                    "We thank the town,", "organization");
}

TEST(a_speaker_in_capitals_is_who_has_the_name_in_the_text)
{
        expect_name("Betsy Holm left the hall.\n\nHOLM: The road needs to be mended.",
                    "The road needs to be mended", "Betsy Holm");
}

TEST(an_assistant_to_the_president_is_none)
{
        expect_name(
                "President Peter Berg spoke. Assistant to the President Lars Holm left. The "
                "president said the road was shut.",
                "the road was shut", "Peter Berg");
}

TEST(the_president_is_the_one_whom_the_article_is_about)
{
        expect_name(
                "President Anna Berg spoke on Monday. Berg met farmers. Berg told them about "
                "roads. On Tuesday Berg met President Lars Lind of Chile, and President "
                "Pablo Ruiz of Peru. “It is shut,” the president said.",
                "It is shut,", "Anna Berg");
        expect_name("President Anna Berg met President Lars Lind of Chile. “It is shut,” the "
                    "president said.",
                    "It is shut,", "president");
}

TEST(of_two_presidents_the_one_who_was_named_last_is_meant)
{
        static const char two[] =
                "President Anna Berg met President Lars Lind of Chile. They came by road. Nobody "
                "said why. It rained all the day. The town was silent.";
        char text[400];

        snprintf(text, sizeof(text), "%s Lind was angry. “It is shut,” the president said.",
                 two);
        expect_name(text, "It is shut,", "Lars Lind");
        snprintf(text, sizeof(text),
                 "%s Lind was angry. “It is shut,” the other president said.", two);
        expect_name(text, "It is shut,", "other president");
        snprintf(text, sizeof(text), "%s The road was dark. “It is shut,” the president said.",
                 two);
        expect_name(text, "It is shut,", "president");
}

TEST(the_head_of_the_department_is_the_minister_who_was_named_last)
{
        expect_name("Transport Minister Jan Holm came by boat. The head of the department said "
                    "the pier was shut.",
                    "the pier was shut", "Jan Holm");
        expect_name("Transport Minister Jan Holm came by boat. Foreign Minister Eva Lind met "
                    "him. The head of the department said the pier was shut.",
                    "the pier was shut", "head of the department");
        expect_name(
                "Transport Minister Jan Holm came by boat. The head of the rowing club said "
                "the pier was shut.",
                "the pier was shut", "head of the rowing club");
        expect_name("Mayor Jan Holm came by boat. The head of the department said the pier was "
                    "shut.",
                    "the pier was shut", "head of the department");
}

TEST(the_deputy_head_is_the_deputy_who_was_named_last)
{
        expect_name("Berg's deputy, Jan Holm, came by boat. The deputy head of the Danish "
                    "Ministry of Health said the pier was shut.",
                    "the pier was shut", "Jan Holm");
        expect_name(
                "Berg's deputy, Jan Holm, came by boat. The deputy head of the bakers' union "
                "said the pier was shut.",
                "the pier was shut", "deputy head of the bakers' union");
        expect_name("Jan Holm came by boat. The deputy head of the Danish Ministry of Health "
                    "said the pier was shut.",
                    "the pier was shut", "deputy head of the Danish Ministry of Health");
        expect_name(
                "Foreign Minister Jan Holm came by boat. The deputy head of the ministry said "
                "the pier was shut.",
                "the pier was shut", "deputy head of the ministry");
}

TEST(a_family_name_is_of_the_one_who_has_just_been_named_in_full)
{
        static const char three[] =
                "Anna Lind, 18, left the hall. Peter Lind came with Eva Lind. "
                "It rained all day. The road was dark.";
        char text[400];

        snprintf(text, sizeof(text), "%s Then Karl Lind spoke. “It is shut,” Lind said.",
                 three);
        expect_name(text, "It is shut,", "Karl Lind");
        snprintf(text, sizeof(text),
                 "%s Then Karl Lind met Olav Lind. “It is shut,” Lind said.", three);
        expect_name(text, "It is shut,", "Lind");
}

TEST(the_president_is_nobody_who_was_president_before)
{
        expect_name("President Anna Berg opened the pier in May. The pier was built by former "
                    "President Jan Lind. Jan Lind stayed away, and so did the friends of Jan "
                    "Lind.\n\n“We thank the town,” the president said.",
                    "We thank the town,", "Anna Berg");
}

TEST(the_president_is_the_foreign_one_whom_all_is_about)
{
        expect_name("Danish President Anna Berg opened the pier. Anna Berg praised the town. "
                    "Anna Berg met President Jan Lind.\n\n“We thank the town,” the president "
                    "said.",
                    "We thank the town,", "Anna Berg");
        expect_name("Danish President Anna Berg met President Jan Lind. Jan Lind praised the "
                    "pier.\n\n“We thank the town,” the president said.",
                    "We thank the town,", "Jan Lind");
}

TEST(a_former_president_may_be_it_again)
{
        expect_name(
                "Former President Anna Berg beat President Jan Lind in May. President Anna Berg "
                "came back in June.\n\n“We thank the town,” the president said.",
                "We thank the town,", "president");
        expect_name(
                "Former President Anna Berg beat President Jan Lind in May.\n\n“We thank the "
                "town,” the president said.",
                "We thank the town,", "Jan Lind");
        /* A former baker is no former president. */
        expect_name(
                "Former baker President Jan Lind met former President Anna Berg.\n\n“We thank "
                "the town,” the president said.",
                "We thank the town,", "Jan Lind");
}
