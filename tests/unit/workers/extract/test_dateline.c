/* datelines: a place, perhaps an agency, and a dash before the first words */
#include "tests/unit/test.h"
#include "tests/unit/workers/given.h"
#include "workers/extract/stages.h"

static const struct dateline *dateline_of(const char *text)
{
        struct document *doc = given(text);

        REQUIRE(dateline_find(doc) == 0);
        return &doc->x->dateline;
}

static void expect(const char *text, const char *place, const char *agency, unsigned size)
{
        const struct dateline *d = dateline_of(text);

        EXPECT(d->found);
        EXPECT_STR(d->place, place);
        EXPECT_STR(d->agency, agency);
        EXPECT_INT(d->span.end - d->span.start, size);
}

TEST(a_dateline_names_place_and_agency)
{
        expect("VIENNA (AA) – The envoys met.", "Vienna", "AA", 11);
        expect("OSLO (Reuters) - The envoys met.", "Oslo", "Reuters", 14);
}

TEST(a_country_or_a_date_may_stand_in_a_dateline)
{
        expect("KYIV, Ukraine (AP) — The envoys met.", "Kyiv", "AP", 18);
        expect("LONDON, March 3 — The envoys met.", "London", NULL, 6);
        expect("BERN, December 2. /TASS/. The envoys met.", "Bern", "TASS", 24);
}

TEST(a_place_in_capitals_is_given_as_a_name_is_written)
{
        expect("RIO DE JANEIRO (AFP) — It rained.", "Rio de Janeiro", "AFP", 20);
        expect("GUINEA-BISSAU (AFP) — It rained.", "Guinea-Bissau", "AFP", 19);
}

TEST(a_dateline_may_follow_a_standfirst)
{
        expect("Talks end without a result.\n\nROME (ANSA) - The envoys met.", "Rome", "ANSA",
               11);
}

TEST(ordinary_openings_are_no_datelines)
{
        EXPECT(!dateline_of("Anna Smith – who won – smiled.")->found);
        EXPECT(!dateline_of("FILE – In this photo the envoys meet in Bern.")->found);
        EXPECT(!dateline_of("NATO (the alliance) met on Monday.")->found);
        EXPECT(!dateline_of("The envoys met in Bern.")->found);
        EXPECT(!dateline_of("")->found);
}
