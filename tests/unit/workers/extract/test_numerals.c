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
