/* What quantities_find() reads of a number and of what belongs to it: kind, value, high, unit,
 * bound. */
#include "tests/unit/test.h"
#include "tests/unit/workers/given.h"
#include "workers/extract/stages.h"
#include "workers/text/stages.h"

static const struct extraction *quantities_in(const char *text)
{
        struct document *doc = given(text);

        REQUIRE(tags_find(doc) == 0);
        REQUIRE(times_find(doc) == 0);
        REQUIRE(quantities_find(doc) == 0);
        return doc->x;
}

static void expect(const char *text, int64_t value, int64_t high, const char *unit)
{
        const struct extraction *x = quantities_in(text);

        if (x->n_quantities != 1) {
                test_fail(__FILE__, __LINE__, "%zu quantities in '%s'", x->n_quantities, text);
                return;
        }
        EXPECT_INT(x->quantities[0].value, value);
        EXPECT_INT(x->quantities[0].high, high);
        EXPECT_STR(x->quantities[0].unit, unit);
}

static void expect_one(const char *text, int64_t value, const char *unit)
{
        expect(text, value, QUANTITY_NO_HIGH, unit);
}

static void expect_none(const char *text)
{
        EXPECT_INT((int)quantities_in(text)->n_quantities, 0);
}

TEST(one_of_so_many_is_a_share)
{
        expect_one("One in five towns has none.", 200, NULL);
        expect_one("Nine out of ten towns have none.", 900, NULL);
        EXPECT_INT(quantities_in("They won 4 in 5 games.")->quantities[0].value, 4000);
        expect("It took two or three towns.", 2000, 3000, NULL);
        expect("It holds 10 or 12 litres.", 10000, 12000, "litre");
}

TEST(a_unit_may_go_with_a_share_behind_it)
{
        expect_one("They walked a mile and a half home.", 1500, "mile");
        expect_one("Rates rose half a percent in town.", 500, "%");
        expect_one("a pound of butter", 1000, "pound");
        expect_none("It is sold at a percentage of the price.");
}

TEST(a_short_sign_is_a_unit_where_it_stands)
{
        expect_one("The boy is 5'10\" tall.", 70000, "inch");
        expect_one("It costs 99p in town.", 99000, "penny");
        expect_none("It plays at 1080p.");
        expect_one("A lamp of 60W is enough.", 60000, "watt");
}

TEST(a_comma_may_stand_before_decimals)
{
        expect_one("It costs 45,50 € in town.", 45500, "EUR");
        expect_one("It costs €45,50 in town.", 45500, "EUR");
        expect_one("It has 1.234.567 towns.", 1234567000, NULL);
}

TEST(a_ban_is_not_under_its_length)
{
        EXPECT_INT(quantities_in("He is under a 12-hour ban.")->quantities[0].bound,
                   BOUND_EXACT);
        EXPECT_INT(quantities_in("It took under 12 hours.")->quantities[0].bound,
                   BOUND_LESS_THAN);
}

TEST(what_lifts_is_weighed)
{
        const struct extraction *x = quantities_in("It has 5 million pounds of upward thrust.");

        EXPECT_INT(x->quantities[0].kind, QUANTITY_MEASURE);
}

TEST(an_ordinal_in_a_name_and_a_house_count_nothing)
{
        expect_none("They spoke of the Second Amendment.");
        expect_none("She spoke outside 10 Tern Street in town.");
        expect_one("They spoke of the second wolf.", 2000, NULL);
}

TEST(half_of_them_and_a_quarter_are_shares)
{
        expect_one("More than half of voters agreed.", 500, NULL);
        expect_one("Half the staff left.", 500, NULL);
        expect_one("A quarter of shops closed.", 250, NULL);
        expect_none("The other half of it is gone.");
        expect_none("They won a quarter of the game.");
        expect_none("They cut it in half of course.");
        EXPECT_INT(quantities_in("About half of voters agreed.")->quantities[0].bound,
                   BOUND_ABOUT);
}

TEST(stones_are_no_ordinals)
{
        expect_one("He weighs 14st 6lb now.", 202000, "pound");
        expect_one("She is 6ft 3in tall.", 75000, "inch");
}

TEST(so_many_odd_are_about_so_many)
{
        const struct extraction *x = quantities_in("Some saw 60-odd wolves.");

        EXPECT_INT(x->quantities[0].value, 60000);
        EXPECT_INT(x->quantities[0].bound, BOUND_ABOUT);
}

TEST(one_of_a_currency_is_a_sum_where_it_is_all_there_is)
{
        expect_one("a dollar", 1000, "dollar");
        expect_one("a quarter of a dollar", 250, "dollar");
        expect_none("It is sold for dollars a dollar says little of.");
}

TEST(decimetres_are_no_marks)
{
        expect_one("It is 10 dm wide.", 10000, "decimetre");
        expect_one("It cost 10 DM then.", 10000, "DEM");
        expect_one("A board of 5'' is enough.", 5000, "inch");
}

TEST(numbers_are_written_in_more_ways)
{
        expect_one("It is 3/4 of a mile long.", 750, "mile");
        expect_one("A gap of 2' 3\" is enough.", 27000, "inch");
        expect_one("It costs 1.234,56 € in town.", 1234560, "EUR");
        expect_one("Sales grew 2.5x at once.", 2500, NULL);
        expect_none("They fly the new 777X home.");
}

TEST(numbers_at_the_limit_are_no_choice)
{
        expect_none("It holds 9000 trillion or 9001 trillion grains.");
}
