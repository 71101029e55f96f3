/* json_write_text - the same bytes as Jansson's, which articles in a store were written with */
#include "base/json.h"
#include "tests/unit/test.h"

static void expect_same(const char *text)
{
        struct buffer fast = { 0 }, slow = { 0 };
        json_t *value = json_string(text);

        REQUIRE(value);
        json_write(value, &slow);
        json_write_text(text, &fast);
        EXPECT_STR(buffer_text(&fast), buffer_text(&slow));
        json_decref(value);
        buffer_clear(&fast);
        buffer_clear(&slow);
}

TEST(every_character_is_escaped_as_before)
{
        for (int c = 1; c < 128; c++)
                expect_same((char[]){ 'a', (char)c, (char)c, 'b', '\0' });
}

TEST(words_in_any_script_stay_as_they_are)
{
        expect_same("");
        expect_same("“Stockholm”, he said – Łódź, Київ, 東京, 🙂");
        expect_same("a line\nand \"another\"\\");
}
