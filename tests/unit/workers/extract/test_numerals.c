/* Numbers in digits and words. */
#include <string.h>

#include "tests/unit/test.h"
#include "workers/extract/numerals.h"

static struct numeral read(const char *text)
{
        struct arena *arena = arena_new(1 << 20);
        struct atoms atoms = { 0 };
        struct numeral n = { 0 };

        REQUIRE(arena);
        REQUIRE(atoms_scan(&atoms, arena, text, (struct span){ 0, (uint32_t)strlen(text) }) ==
                0);
        if (!numeral_read(&atoms, 0, &n))
                n.value = -1;
        arena_free(arena);
        return n;
}

TEST(digits_have_separators_fractions_and_scales)
{
        EXPECT_INT(read("13,200").value, 13200000);
        EXPECT_INT(read("7.5").value, 7500);
        EXPECT_INT(read("2 1/2").value, 2500);
        EXPECT_INT(read("1.5bn").value, 1500000000000);
        EXPECT_INT(read("20 million").value, 20000000000);
        EXPECT_INT(read("3½").value, 3500);
        EXPECT_INT(read("10 000 men").value, 10000000);
        EXPECT_INT(read("1 234 567").value, 1234567000);
        EXPECT_INT(read("20 315 men").value, 20000);
        EXPECT_INT(read("50m away").value, 50000);
        EXPECT_INT(read("2, 000ft").value, 2000000);
        EXPECT_INT(read("2, 300 men").value, 2000);
}

TEST(words_add_up)
{
        EXPECT_INT(read("seventy-nine").value, 79000);
        EXPECT_INT(read("one hundred and six").value, 106000);
        EXPECT_INT(read("two hundred thousand").value, 200000000);
        EXPECT_INT(read("two and a half million").value, 2500000000);
        EXPECT_INT(read("half a million").value, 500000000);
        EXPECT_INT(read("a million and a half").value, 1500000000);
}

TEST(a_share_is_added_behind_and)
{
        EXPECT_INT(read("three and a fifth").value, 3200);
        EXPECT_INT(read("twenty and three fifths").value, 20600);
        EXPECT_INT(read("one hundred and three quarters").value, 100750);
        EXPECT_INT(read("two hundred and fifty-four hundredths").value, 200540);
        EXPECT_INT(read("two million and three fifths").value, 2600000000);
        EXPECT_INT(read("one billion and a quarter million").value, 1000250000000);
        EXPECT_INT(read("two and a third stood by").value, 2000);
        EXPECT_INT(read("one hundred and two men").value, 102000);
}

TEST(a_share_of_a_scale_is_a_number)
{
        EXPECT_INT(read("quarter million").value, 250000000);
        EXPECT_INT(read("three quarters of a billion").value, 750000000000);
        EXPECT_INT(read("two thirds of a million").value, 666666667);
        EXPECT_INT(read("a quarter of the men").value, -1);
}

TEST(scales_are_multiplied_and_mixed_with_digits)
{
        EXPECT_INT(read("three thousand million").value, 3000000000000);
        EXPECT_INT(read("three lakh crore").value, 3000000000000000);
        EXPECT_INT(read("3 hundred and 21").value, 321000);
        EXPECT_INT(read("4 thousand 3 hundred and 21").value, 4321000);
        EXPECT_INT(read("3 hundred and 2 hundred").value, 300000);
        EXPECT_INT(read("fifty - two").value, 52000);
}

TEST(points_and_exponents_follow_the_number)
{
        EXPECT_INT(read("two hundred point seventy-one").value, 200710);
        EXPECT_INT(read("zero point zero five").value, 50);
        EXPECT_INT(read("1.3e6").value, 1300000000);
        EXPECT_INT(read("1.3x10^6").value, 1300000000);
        EXPECT_INT(read("12e-1").value, 1200);
        EXPECT_INT(read("6.2e-9").value, -1);
        EXPECT_INT(read("2e4x").value, 2000);
}

TEST(what_is_finer_than_thousandths_is_kept)
{
        EXPECT_INT(read("2.3456 million").value, 2345600000);
        EXPECT_INT(read("$1").value, -1);
        EXPECT_INT(read("1.2346").value, 1235);
        EXPECT_INT(read("1.2346").finer, -400000);
        EXPECT_INT(read("0.0005").value, 1);
        EXPECT_INT(read("0.0005").finer, -500000);
        EXPECT_INT(read("0.0004 million").value, 400000);
        EXPECT_INT(read("⅓").finer, 333333);
        EXPECT_INT(read("4.5e-5").finer, 45000);
}

TEST(a_capital_between_two_digits_is_no_exponent)
{
        EXPECT_INT(read("7E7").value, 7000);
        EXPECT_INT(read("4e7").value, 40000000000);
        EXPECT_INT(read("1.5E7").value, 15000000000);
}

TEST(ordinals_end_a_number)
{
        EXPECT(read("28th").ordinal);
        EXPECT(read("twenty-first").ordinal);
        EXPECT_INT(read("twenty-first").value, 21000);
}

TEST(what_is_no_number_is_none)
{
        EXPECT_INT(read("and a half").value, -1);
        EXPECT_INT(read("a house").value, -1);
        EXPECT_INT(read("hundreds").value, -1);
        EXPECT_INT(read("9999999999999999").value, -1);
        EXPECT_INT(read("999999999999 trillion").value, -1);
}

TEST(words_of_scale_may_stand_alone_or_behind_a_couple)
{
        EXPECT_INT(read("a couple hundred").value, 200000);
        EXPECT_INT(read("a couple of thousand").value, 2000000);
        EXPECT_INT(read("hundredth").value, 100000);
        EXPECT(read("thousandth").ordinal);
        EXPECT_INT(read("a couple of days").value, -1);
}

TEST(points_and_commas_change_places_in_much_of_europe)
{
        EXPECT_INT(read("1.234.567").value, 1234567000);
        EXPECT_INT(read("192.168.100.200").value, 192168);
        EXPECT_INT(read("45,50 €").value, 45500);
        EXPECT_INT(read("45,50 people").value, 45000);
        EXPECT_INT(read("1.234,56").value, 1234560);
        EXPECT_INT(read("1.234").value, 1234);
        EXPECT_INT(read("3 and 1/2").value, 3500);
}
