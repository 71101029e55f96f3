#include <stdio.h>
#include <string.h>

#include "tests/unit/test.h"
#include "tests/unit/workers/given.h"
#include "workers/text/bylines.h"

/* The names, joined by " | ". */
static const char *names_in(const char *text)
{
        static char out[1024];
        struct arena *arena = given_arena();
        struct names names = { 0 };
        size_t at = 0;

        REQUIRE(arena && byline_read(arena, &names, text, strlen(text)) == 0);
        out[0] = '\0';
        for (size_t i = 0; i < names.n; i++)
                at += (size_t)snprintf(out + at, sizeof(out) - at, "%s%s", i ? " | " : "",
                                       names.names[i]);
        return out;
}

TEST(the_words_around_a_name_go)
{
        EXPECT_STR(names_in("By Ada Strand"), "Ada Strand");
        EXPECT_STR(names_in("Written by: Ada Strand (Reuters)"), "Ada Strand");
        EXPECT_STR(names_in("Ada Strand in Oslo"), "Ada Strand");
        EXPECT_STR(names_in("Ada Strand – March 4, 2021"), "Ada Strand");
        EXPECT_STR(names_in("Ada Strand March 4, 2021"), "Ada Strand");
}

TEST(several_names_are_parted)
{
        EXPECT_STR(names_in("By Ada Strand and Bo Vik"), "Ada Strand | Bo Vik");
        EXPECT_STR(names_in("Ada Strand, Bo Vik & Cy Holm"), "Ada Strand | Bo Vik | Cy Holm");
        EXPECT_STR(names_in("Ada Strand; Bo Vik"), "Ada Strand | Bo Vik");
}

TEST(a_function_is_no_name)
{
        EXPECT_STR(names_in("Ada Strand, Political Editor"), "Ada Strand");
        EXPECT_STR(names_in("Staff Writer"), "");
        EXPECT_STR(names_in("admin"), "");
        EXPECT_STR(names_in("https://example.org/ada"), "");
        EXPECT_STR(names_in("March 4, 2021"), "");
}

TEST(a_name_may_be_a_month)
{
        EXPECT_STR(names_in("April Strand"), "April Strand");
}

TEST(a_name_is_told_once)
{
        EXPECT_STR(names_in("Ada Strand and ADA STRAND"), "Ada Strand");
}

TEST(an_apostrophe_parts_no_name)
{
        EXPECT_STR(names_in("Ada O’Strand"), "Ada O’Strand");
        EXPECT_STR(names_in("Ada Strand • Boats"), "Ada Strand");
        EXPECT_STR(names_in("Ada Strand • Peter Holm"), "Ada Strand | Peter Holm");
}

TEST(the_work_of_others_makes_no_authors)
{
        EXPECT_STR(names_in("By Ada Strand; Photos by Bo Vik"), "Ada Strand");
        EXPECT_STR(names_in("By Ada Strand. Reviewed by Bo Vik and Cy Holm"), "Ada Strand");
        EXPECT_STR(names_in("Edited by Bo Vik"), "");
        EXPECT_STR(names_in("Medically reviewed by Bo Vik | Written by Ada Strand"),
                   "Ada Strand");
        EXPECT_STR(names_in("Story and photos by Ada Strand"), "Ada Strand");
}

TEST(functions_and_qualifications_behind_a_name_go)
{
        EXPECT_STR(names_in("Peter Strand, Master Pilot & Harbour Guide"), "Peter Strand");
        EXPECT_STR(names_in("Ada Strand, The Sound Post"), "Ada Strand");
        EXPECT_STR(names_in("Ada Strand PhD"), "Ada Strand");
        EXPECT_STR(names_in("Ada Strand CPP"), "Ada Strand");
        EXPECT_STR(names_in("Ada Strand, M.D., Bo Vik"), "Ada Strand | Bo Vik");
        EXPECT_STR(names_in("ADA STRAND"), "ADA STRAND");
        EXPECT_STR(names_in("Peter Strand III"), "Peter Strand III");
        EXPECT_STR(names_in("Peter Strand pstrand@example.org"), "Peter Strand");
        EXPECT_STR(names_in("By PETER STRAND Staff Writer"), "PETER STRAND");
        EXPECT_STR(names_in("Peter Strand KXYZ News"), "Peter Strand");
}

TEST(what_is_no_name_is_none)
{
        EXPECT_STR(names_in("Categories: Boats"), "");
        EXPECT_STR(names_in("I review many boats"), "");
}

TEST(names_are_known_by_their_parts)
{
        EXPECT(byline_is_known("Peter Xqvist"));
        EXPECT(byline_is_likely("Xqua Zlotvik"));
        EXPECT(!byline_is_known("Xqua Zlotvik"));
        EXPECT(!byline_is_likely("Local News"));
        EXPECT(!byline_is_likely("Harbour Press Association"));
        EXPECT(!byline_is_person("Peter StrandNovember"));
        EXPECT(byline_is_body("Associated Press"));
        EXPECT(byline_is_agency("AFP"));
}

TEST(small_words_stand_within_names)
{
        EXPECT_STR(names_in("By Ada van der Strand, Bo de la Vik"),
                   "Ada van der Strand | Bo de la Vik");
        EXPECT_STR(names_in("By Ada Strand, de Volkskrant"), "Ada Strand");
}

TEST(a_name_in_capitals_ends_where_they_do)
{
        EXPECT_STR(names_in("By ADA STRAND Sound Post"), "ADA STRAND");
        EXPECT_STR(names_in("By ADA STRAND / Harbour Staff Writer"), "ADA STRAND");
        EXPECT_STR(names_in("By ADA McSTRAND"), "ADA McSTRAND");
        EXPECT_STR(names_in("By ADA VAN STRAND"), "ADA VAN STRAND");
}

TEST(a_label_glued_to_a_name_goes)
{
        EXPECT_STR(names_in("By Ada StrandPublished: 4 May 2021"), "Ada Strand");
        EXPECT_STR(names_in("By Ada McVik"), "Ada McVik");
        EXPECT_STR(names_in("Review by Ada Strand ★★★☆☆"), "Ada Strand");
}
