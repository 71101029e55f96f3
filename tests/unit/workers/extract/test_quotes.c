/* quotations: marks, dashes, speakers, reported speech */
#include "tests/unit/workers/extract/quotes_given.h"

static size_t direct_in(const char *text)
{
        const struct extraction *x = quotes_of(text);
        size_t n = 0;

        for (size_t i = 0; i < x->n_quotes; i++)
                n += x->quotes[i].direct;
        return n;
}

TEST(a_speaker_may_stand_on_either_side)
{
        expect("“The road is closed,” said Anna Berg.", "The road is closed,", "Anna Berg");
        expect("“The road is closed,” Anna Berg said.", "The road is closed,", "Anna Berg");
        expect("Anna Berg said: “The road is closed.”", "The road is closed.", "Anna Berg");
        expect("\"The road is closed,\" the mayor added.", "The road is closed,", "the mayor");
}

TEST(whoever_stands_beside_a_verb_of_saying_and_the_words_says_them)
{
        const struct quote *q;

        expect("“There is keen interest in the road,” said the person.",
               "There is keen interest in the road,", "the person");
        expect("The rapper tweeted: \"The road is wide open.\"", "The road is wide open.",
               "The rapper");
        expect("“We knew the way,” a relative told the Times.", "We knew the way,",
               "a relative");
        expect("“The plan gives us jobs,” Berg's statement read.", "The plan gives us jobs,",
               "Berg's statement");
        expect("\"Some girls are still there,\" the Associated Press reports.",
               "Some girls are still there,", "the Associated Press");
        expect("“We regret the death of ten people” President Anton Berg said on Monday.",
               "We regret the death of ten people", "President Anton Berg");
        q = expect("The town met. Said Ms. Berg: “That road will not be built.”",
                   "That road will not be built.", "Ms. Berg");
        EXPECT(q && q->speaker.name && !strstr(q->speaker.name, "Said"));
        q = expect("The town met. Said the mayor of Berlin: “That road will not be built.”",
                   "That road will not be built.", "the mayor of Berlin");
        EXPECT(q && q->speaker.entity == NONE);
        q = find(quotes_of("It was called “a very long and tired road,” in news reports."),
                 "a very long and tired road,");
        EXPECT(q && !q->speaker.text);
        q = find(quotes_of("The changes target the “heart of the law,” and Berg left."),
                 "heart of the law,");
        EXPECT(!q || !q->speaker.text);
        EXPECT_INT(direct_in("The tour, “Roads of Hope,” will be led by Anna Berg."), 0);
}

TEST(a_block_behind_a_colon_is_speech_when_it_speaks_of_itself)
{
        expect("The mayor was angry.\n\nOn her page Anna Berg wrote:\n\nWe have waited for this "
               "road for ten years, and we will not wait any longer.\n\nThe council met on Monday.",
               "We have waited for this road for ten years, and we will not wait any longer.",
               "Anna Berg");
        EXPECT_INT(
                direct_in(
                        "Anna Berg said:\n\nThe road from Vik to Harnes was closed on Monday."),
                0);
        expect("Then Jan Holm broke in with a sharp rebuttal:\n\nWe are here to ask you what the "
               "road will cost.\n\nThe mayor left.",
               "We are here to ask you what the road will cost.", "Jan Holm");
        EXPECT_INT(
                direct_in("The plan has three parts:\n\nWe list what each of them costs here."),
                0);
}

TEST(marks_may_stand_paragraphs_apart)
{
        const struct extraction *x =
                quotes_of("Anna Berg said: “The road is closed.\n\nIt will open "
                          "on Monday.\n\nNobody was hurt.”\n\nThe town waits.");

        REQUIRE(x->n_quotes == 1);
        EXPECT_INT(x->quotes[0].n_spans, 3);
        EXPECT_STR(x->quotes[0].speaker.text, "Anna Berg");
}

TEST(marks_set_apart_by_spaces_are_known_by_what_stands_behind)
{
        expect("The fire was treated as `` highly suspicious '', Anna Berg said.",
               "highly suspicious", "Anna Berg");
        expect("`` The road is closed . '' , said Anna Berg .", "The road is closed .",
               "Anna Berg");
}

TEST(a_text_of_a_sentence_a_line_keeps_its_quotations_whole)
{
        const struct extraction *x = quotes_of(
                "Anna Berg said, \"We saw the smoke.\n\nThen we ran.\n\nNobody was left "
                "inside.\n\nThe roof fell.\n\nIt was dark by then. \"\n\nThe town waits.");

        REQUIRE(x->n_quotes == 1);
        EXPECT_INT(x->quotes[0].n_spans, 5);
        expect("‘ I ’ m tired of this road, ’ said Anna Berg.", "I ’ m tired of this road,",
               "Anna Berg");
        expect("Anna Berg won.\n\n\"It was not easy.\n\nI am satisfied, \" said Jan Holm.",
               "It was not easy. … I am satisfied,", "Jan Holm");
        expect("The mayor thanked them for their 'patience and help ' on Monday.",
               "patience and help", "The mayor");
        EXPECT_INT(direct_in("The girls ' s team ' won."), 0);
}

TEST(a_post_is_said_by_who_signed_it)
{
        expect("The mayor posted a message.\n\nThe road is closed until further notice!\n\n"
               "— Anna Berg (@annaberg) May 5, 2019",
               "The road is closed until further notice!", "Anna Berg");
        expect("The road is closed until further notice. — Anna Berg (@annaberg) May 5, 2019",
               "The road is closed until further notice.", "Anna Berg");
        EXPECT_INT(direct_in("The road — Anna Berg (the mayor) knows it well — is closed."), 0);
}

TEST(an_apposition_does_not_hide_the_speaker)
{
        expect("“The road is closed,” Anna Berg, the mayor of the town, said on Monday.",
               "The road is closed,", "Anna Berg");
}

TEST(an_attribution_parts_a_quotation)
{
        const struct quote *q = expect("“We met,” she said, “and we agreed.”",
                                       "We met, … and we agreed.", "she");

        if (q)
                EXPECT_INT(q->n_spans, 2);
}

TEST(each_paragraph_opens_again_and_the_last_one_closes)
{
        const struct quote *q =
                expect("Anna Berg said: “The road is closed.\n\n"
                       "“It will open in May.”",
                       "The road is closed. … It will open in May.", "Anna Berg");

        if (q)
                EXPECT_INT(q->n_spans, 2);
}

TEST(marks_of_other_languages_and_typewriters_count)
{
        expect("«The road is closed,» said Anna Berg.", "The road is closed,", "Anna Berg");
        expect("„The road is closed,“ said Anna Berg.", "The road is closed,", "Anna Berg");
        expect("``The road is closed,'' said Anna Berg.", "The road is closed,", "Anna Berg");
        expect("‘The road isn’t closed,’ said Anna Berg.", "The road isn’t closed,",
               "Anna Berg");
}

TEST(apostrophes_are_no_marks)
{
        EXPECT_INT(direct_in("The workers’ road isn’t the mayor’s, and the ’90s are over."), 0);
        EXPECT_INT(direct_in("The boys' road isn't 5' wide or 6\" deep."), 0);
}

TEST(a_partial_quotation_belongs_to_the_clause_that_holds_it)
{
        const struct quote *q = expect("Anna Berg warned of “severe costs” on Monday.",
                                       "severe costs", "Anna Berg");

        if (q) {
                EXPECT(q->direct);
                EXPECT(!q->complete);
        }
}

TEST(titles_and_terms_are_not_said)
{
        EXPECT_INT(direct_in("The envoys met “on the sidelines” of the conference."), 0);
        EXPECT_INT(direct_in("The film “Long Road Home” opened on Monday."), 0);
}

TEST(a_dash_opens_speech_only_with_an_attribution)
{
        expect("– The road is closed. It will open in May, explained Anna Berg.",
               "The road is closed. It will open in May,", "Anna Berg");
        expect("Anna Berg replied: – The road is closed.", "The road is closed.", "Anna Berg");
        EXPECT_INT(direct_in("– Roads closed in the north"), 0);
}

TEST(a_misplaced_mark_is_mended)
{
        expect("The road is closed and will open in May, “said the mayor.",
               "The road is closed and will open in May,", "the mayor");
        expect("The road is closed,” said the mayor.", "The road is closed,", "the mayor");
}

TEST(a_paragraph_of_words_alone_has_the_speaker_before_it)
{
        expect("Anna Berg announced that the road was closed.\n\n“It will open in May.”",
               "It will open in May.", "Anna Berg");
}

TEST(who_relays_is_told_from_who_speaks)
{
        const struct extraction *x =
                quotes_of("The talks were “very good” for all, said a senior official, quoted "
                          "by the Reuters Agency.");
        const struct quote *q = find(x, "very good");

        REQUIRE(q);
        EXPECT_STR(q->speaker.text, "a senior official");
        EXPECT_STR(q->speaker.name, "senior official");
}

TEST(reported_speech_is_what_a_verb_governs)
{
        const struct quote *q = expect("Anna Berg said that the road was closed.",
                                       "the road was closed", "Anna Berg");

        if (q)
                EXPECT(!q->direct);
        expect("The road was closed at noon, the mayor said.", "The road was closed at noon",
               "the mayor");
        expect("According to the police, the road was closed.", "the road was closed",
               "the police");
}

TEST(a_programme_is_not_said)
{
        EXPECT_INT(direct_in("On the network’s “Morning Hour,” Anna Berg spoke of the road."),
                   0);
}

TEST(a_name_that_somebody_gives_is_said)
{
        expect("In the evening Anna Berg called the plan the “Great Northern Dream” of them.",
               "Great Northern Dream", "Anna Berg");
        EXPECT_INT(direct_in("In the evening Anna Berg saw the film “Great Northern Dream.”"),
                   0);
        EXPECT_INT(direct_in("The so-called “rebels” of the valley came home in the evening."),
                   0);
}

TEST(words_that_somebody_uses_are_said)
{
        expect("Anna Berg has used the term “frozen road” since the winter of that year.",
               "frozen road", "Anna Berg");
        expect("Anna Berg’s “let them walk” comment was repeated in the whole town.",
               "let them walk", "Anna Berg");
}

TEST(a_crowd_may_cry_without_a_name)
{
        const struct quote *q = find(quotes_of("The minister was met with chants of “Open the "
                                               "Road” in the town on Monday."),
                                     "Open the Road");

        REQUIRE(q);
        EXPECT(!q->speaker.text);
}

TEST(marks_inside_reported_speech_are_the_speakers)
{
        expect("The map showed that forty guards would be the “minimum” for the road.",
               "minimum", "The map");
}

TEST(any_verb_before_a_person_tells_who_speaks)
{
        expect("“This is wonderful!” beamed Anna Berg, who had waited for the road.",
               "This is wonderful!", "Anna Berg");
        expect("“The road is closed,” Boston-based Anna Berg said.", "The road is closed,",
               "Anna Berg");
}

TEST(the_next_sentence_does_not_speak_of_the_words_before_it)
{
        expect("Anna Berg called the plan “a disaster.” Maria Holm called the road “unfit to "
               "drive on” in the winter.",
               "a disaster.", "Anna Berg");
}

TEST(what_is_wanted_judged_or_asked_is_reported)
{
        expect("Anna Berg views the new road as a gift to the town.",
               "the new road as a gift to the town", "Anna Berg");
        expect("Anna Berg spoke of the new road in the hall.", "the new road in the hall",
               "Anna Berg");
        expect("Anna Berg wants her party to build the road this year.",
               "her party to build the road this year", "Anna Berg");
        expect("Anna Berg kept her support for the new road.", "the new road", "her");
        expect("Asked whether the road would open, the mayor left the hall.",
               "whether the road would open", NULL);
}

TEST(a_subject_with_an_infinitive_ends_before_its_verb)
{
        expect("Anna Berg’s decision to close the old road was seen as a mistake.",
               "to close the old road", "Anna Berg");
}

TEST(documents_and_headlines_report)
{
        expect("As the Harbour Post reported, the road was closed on Monday.",
               "the road was closed on Monday", "the Harbour Post");
        expect("A new poll shows Anna Berg well ahead of her rival.",
               "Anna Berg well ahead of her rival", "A new poll");
        expect("Anna Berg: the road will open in May", "the road will open in May",
               "Anna Berg");
}

TEST(a_report_inside_another_clause_ends_with_it)
{
        expect("While Anna Berg said the road was closed, the mayor kept on driving.",
               "the road was closed", "Anna Berg");
}

TEST(what_a_subject_does_besides_is_no_attribution)
{
        const struct extraction *x = quotes_of(
                "The mayor went to the harbour in the rain, and he urged the men to vote.");

        for (size_t i = 0; i < x->n_quotes; i++)
                EXPECT(!strstr(x->quotes[i].text, "harbour"));
}

TEST(who_is_quoted_speaks_not_who_quotes)
{
        const struct extraction *x;

        expect("The road is “closed to all,” a spokesman quoted him as saying.",
               "closed to all,", "him");
        x = quotes_of("“The road is closed,” Anna Berg said, according to Reuters.");
        EXPECT_INT(x->n_quotes, 1);
        EXPECT_STR(x->quotes[0].speaker.text, "Anna Berg");
        EXPECT(x->quotes[0].via != NONE);
}

TEST(white_corner_brackets_are_marks)
{
        expect("Anna Berg said 『the road is closed today』 to the crowd.",
               "the road is closed today", "Anna Berg");
}

TEST(a_text_of_marks_alone_takes_no_longer_than_its_length)
{
        enum { MARKS = 60000 };
        static char text[2 * MARKS + 1];

        for (size_t i = 0; i < MARKS; i++)
                memcpy(text + 2 * i, i % 3 ? "\" " : "a\"", 2);
        (void)quotes_of(text);
        memset(text, '"', 2 * MARKS);
        (void)quotes_of(text);
        for (size_t i = 0; i < MARKS; i++)
                memcpy(text + 2 * i, i % 2 ? ".\"" : " \"", 2);
        (void)quotes_of(text);
}

TEST(the_listener_of_told_does_not_speak)
{
        const struct extraction *x =
                quotes_of("“The road is closed,” told Anna Berg a man from the harbour.");

        for (size_t i = 0; i < x->n_quotes; i++)
                EXPECT(!x->quotes[i].speaker.text ||
                       strcmp(x->quotes[i].speaker.text, "Anna Berg") != 0);
}

TEST(a_speaker_may_be_far_from_the_verb)
{
        expect("“The road is closed,” Anna Berg, head of the Road Union, a body of drivers, "
               "said.",
               "The road is closed,", "Anna Berg");
        expect("Anna Berg, 34, of Lindholm, Vt., whose boat sank, said the road was closed.",
               "the road was closed", "Anna Berg");
        expect("Anna Berg, who sold her boats at a fair in Skagen, Denmark, in May 2019, said "
               "that the road was closed.",
               "the road was closed", "Anna Berg");
}

TEST(an_unknown_word_before_said_is_a_name)
{
        expect("The council met in the old hall. “It is ludicrous,” Sinovic said.",
               "It is ludicrous,", "Sinovic");
}

TEST(titles_markup_and_stage_directions_are_not_said)
{
        EXPECT_INT(
                direct_in("Anna Berg read an article titled “Nobody in the town wants the new "
                          "road” at home."),
                0);
        EXPECT_INT(direct_in("“Nobody in the town wants the new road,” by Anna Berg, is read."),
                   0);
        EXPECT_INT(
                direct_in("The page has <post writer=\"Anna Berg of the Harbour Post\" in it."),
                0);
        EXPECT_INT(direct_in("The mayor bought a “smart” lamp for the hall."), 0);
}

TEST(names_inside_reported_speech_are_the_speakers)
{
        expect("Anna Berg said that the road to the “Green North” no longer gave the town a lead.",
               "Green North", "Anna Berg");
}

TEST(what_somebody_is_said_to_favour_is_in_the_words_of_who_says_so)
{
        expect("Anna Berg said Peter Holm favors a “grand road” for the town.", "grand road",
               "Anna Berg");
        expect("Anna Berg said Peter Holm told her of a “grand road” for the town.",
               "grand road", "Peter Holm");
}

TEST(a_second_dash_goes_on_with_who_spoke_behind_the_first)
{
        const struct extraction *x = quotes_of(
                "– The road is closed, said Anna Berg. – We will open it in May. – Why "
                "not now, asked Peter Holm.\n\n"
                "The town waits. – Nobody knows.");
        const struct quote *q = find(x, "We will open it in May.");

        REQUIRE(q);
        EXPECT_STR(q->speaker.text, "Anna Berg");
        EXPECT(find(x, "Why not now,"));
        EXPECT(!find(x, "Nobody knows."));
}

TEST(words_in_marks_that_a_report_reaches_into_are_those_of_whom_it_reports)
{
        const struct quote *q;

        expect("The zoo said in a statement that the bear \"fell into the pool's moat.\" It swam.",
               "fell into the pool's moat.", "The zoo");
        q = expect("Police said the boy \"was treated for light injuries,\" Reuters reported.",
                   "was treated for light injuries,", "Police");
        EXPECT(q && q->via != NONE);
        expect("Police said the boy was well. \"He was treated,\" Anna Berg reported.",
               "He was treated,", "Anna Berg");
}

TEST(a_name_that_is_a_verb_speaks)
{
        const struct quote *q;

        q = expect("Joshua Freed met the press. Freed said a manager was sorry.",
                   "a manager was sorry", "Freed");
        EXPECT(q && q->speaker.entity != NONE);
}

TEST(a_name_with_a_verb_of_its_own_is_no_apposition)
{
        const struct quote *q;

        q = expect("According to a guard, Berg left early. Anna Berg is the mayor.",
                   "Berg left early", "a guard");
        EXPECT(q && q->speaker.entity == NONE);
        q = expect("A guard, Anna Berg, said that the gate was open.", "the gate was open",
                   "A guard");
        EXPECT(q && q->speaker.entity != NONE);
}

TEST(a_verb_with_a_capital_is_no_part_of_the_name)
{
        const struct quote *q;

        q = expect("“The road is closed,” Said Anna Berg.", "The road is closed,", "Anna Berg");
        EXPECT(q && strcmp(q->speaker.name, "Anna Berg") == 0);
        q = expect("Said Anna Berg: “The road is closed.”", "The road is closed.", "Anna Berg");
        EXPECT(q && strcmp(q->speaker.name, "Anna Berg") == 0);
        expect("Said Anna Berg, the mayor of Skagen: “The road is closed.”",
               "The road is closed.", "Anna Berg");
        expect("Said one voter: “The road is closed.”", "The road is closed.", "one voter");
        EXPECT_INT(quotes_of("Said one voter: “The road is closed.”")->n_quotes, 1);
}

TEST(single_marks_are_of_speech_where_most_words_stand_in_them)
{
        static const char text[] =
                "Kris Berg said: 'I think that you could see the sea.\n\n'I was cold.\n\n'I went "
                "down to the boat and sat there.'\n\n'It was late.'\n\nThe 'smoke ring' was "
                "gone.\n\n'We were sure that he would come back one day,' said Anna Lind.";

        expect(text,
               "I think that you could see the sea. … I was cold. … I went down to the boat and sat "
               "there.",
               "Kris Berg");
        expect(text, "It was late.", "Kris Berg");
        expect(text, "We were sure that he would come back one day,", "Anna Lind");
        EXPECT(!find(quotes_of(text), "smoke ring"));
        expect("The paper met the mayor. It quotes Mr Berg as saying: “I want to know who it is.”",
               "I want to know who it is.", "Mr Berg");
        expect("She told the group, which had waited for an hour in the rain, that the plan had no "
               "chance.",
               "the plan had no chance", "She");
}
