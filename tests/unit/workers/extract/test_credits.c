/* credits: an agency is credited where its words are used, not where it is only named */
#include "tests/unit/test.h"
#include "tests/unit/workers/given.h"
#include "workers/extract/stages.h"
#include "workers/text/stages.h"

static const struct extraction *credits_of(const char *text)
{
        struct document *doc = given(text);

        REQUIRE(tags_find(doc) == 0);
        REQUIRE(dateline_find(doc) == 0);
        REQUIRE(credits_find(doc) == 0);
        return doc->x;
}

static void expect(const char *text, const char *agency)
{
        const struct extraction *x = credits_of(text);

        EXPECT_INT(x->n_credits, 1);
        if (x->n_credits == 1)
                EXPECT_STR(x->credits[0].agency, agency);
}

TEST(an_agency_that_reports_is_credited)
{
        expect("The bridge will open in May, Reuters reported.", "Reuters");
        expect("The Reuters Agency also reported that the bridge will open.", "Reuters");
        expect("“It will open,” the mayor told AFP.", "AFP");
        expect("The mayor, quoted by the Interfax news agency, denied it.", "Interfax");
}

TEST(an_agency_in_brackets_is_credited)
{
        expect("The bridge will open in May. (AP)", "AP");
        expect("The German news agency (DPA) quotes the mayor.", "DPA");
        expect("BERN (Reuters) - The bridge will open.", "Reuters");
}

TEST(a_bracket_under_a_picture_is_hardly_a_credit)
{
        const struct extraction *x =
                credits_of("The bridge in May. (AP)\n\nThe bridge will open in June.");

        EXPECT_INT(x->n_credits, 1);
        EXPECT(x->n_credits == 1 && x->credits[0].by.confidence < 500);
        EXPECT_INT(credits_of("Anna Berg—Harbour Post/AFP/Getty Images")->n_credits, 0);
}

TEST(a_copyright_line_credits_its_owner)
{
        expect("Copyright 2021 The Associated Press. All rights reserved.", "AP");
}

TEST(a_mention_is_no_credit)
{
        EXPECT_INT(credits_of("A Reuters poll showed a close race.")->n_credits, 0);
        EXPECT_INT(credits_of("He poured milk into a pan and left for the spa.")->n_credits, 0);
}

TEST(an_agency_whose_people_contributed_is_credited)
{
        expect("The Associated Press contributed to this report.", "AP");
        expect("Harbour News' Ada Lind and The Associated Press also contributed.", "AP");
        expect("Associated Press writers Ada Lind in Ostrin and Tomas Brandt contributed.",
               "AP");
        expect("With files from Reuters.", "Reuters");
        expect("Additional reporting by AFP.", "AFP");
        EXPECT_INT(credits_of("A Reuters poll of traders contributed to the fall.")->n_credits,
                   0);
}
