#include <string.h>

#include "base/utf8.h"
#include "tests/unit/test.h"

TEST(utf8_tells_valid_from_invalid)
{
        static const struct {
                const char *text;
                bool valid;
        } cases[] = {
                { "plain", true },
                { "é“”€𝄞", true },
                { "\x80", false },
                { "\xC0\xAF", false },
                { "\xE0\x80\xAF", false },
                { "\xED\xA0\x80", false },
                { "\xF4\x90\x80\x80", false },
                { "\xE2\x82", false },
                { "a\xFFz", false },
        };

        for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
                EXPECT_INT(utf8_valid(cases[i].text, strlen(cases[i].text)), cases[i].valid);
}

TEST(utf8_encodes_what_it_decodes)
{
        for (uint32_t p = 1; p <= 0x10FFFF; p += 37) {
                char out[4];
                uint32_t back;
                unsigned n;

                if (p >= 0xD800 && p <= 0xDFFF)
                        continue;
                n = utf8_encode(p, out);
                EXPECT_INT(utf8_decode(out, out + n, &back), n);
                EXPECT_INT(back, p);
        }
}

TEST(text_index_counts_points_at_every_byte_and_back)
{
        _cleanup_(arena_freep) struct arena *arena = arena_new(1 << 20);
        char text[1200] = "";
        const struct text_index *index;
        uint32_t point = 0;

        for (int i = 0; i < 100; i++)
                strcat(text, "aé€𝄞");
        index = text_index_new(arena, text, strlen(text));
        REQUIRE(index != NULL);
        for (uint32_t byte = 0; byte < strlen(text); point++) {
                uint32_t p;

                EXPECT_INT(text_index_points(index, byte), point);
                EXPECT_INT(text_index_byte(index, point), byte);
                byte += utf8_decode(text + byte, text + strlen(text), &p);
        }
        EXPECT_INT(text_index_points(index, (uint32_t)strlen(text)), 400);
        EXPECT_INT(text_index_byte(index, 400), strlen(text));
        EXPECT_INT(text_index_byte(index, 9999), strlen(text));
}

TEST(text_index_takes_an_empty_text)
{
        _cleanup_(arena_freep) struct arena *arena = arena_new(1 << 20);
        const struct text_index *index = text_index_new(arena, "", 0);

        REQUIRE(index != NULL);
        EXPECT_INT(text_index_points(index, 0), 0);
        EXPECT_INT(text_index_byte(index, 0), 0);
}

TEST(ascii_letters_are_lowered_and_others_stay)
{
        char out[8];

        EXPECT(ascii_lower("Zoë-A9", 7, out, sizeof(out)));
        EXPECT_STR(out, "zoë-a9");
        EXPECT(!ascii_lower("12345678", 8, out, sizeof(out)));
}
