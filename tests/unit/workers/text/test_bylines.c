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
