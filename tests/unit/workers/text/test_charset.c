#include <string.h>

#include "tests/unit/test.h"
#include "tests/unit/workers/given.h"
#include "workers/text/charset.h"

static const char *decoded(const char *bytes, size_t size, const char *label)
{
        struct arena *arena = given_arena();
        char *text;
        size_t n;

        if (charset_decode(&text, &n, arena, bytes, size, label))
                return NULL;
        EXPECT_INT(strlen(text), n);
        return text;
}

static const char *decoded_text(const char *bytes, const char *label)
{
        return decoded(bytes, strlen(bytes), label);
}

TEST(utf_8_is_taken_as_it_is)
{
        EXPECT_STR(decoded_text("Zürich", NULL), "Zürich");
        EXPECT_STR(decoded_text("\xef\xbb\xbfZürich", "windows-1252"), "Zürich");
}

TEST(the_header_goes_before_the_page)
{
        EXPECT_STR(decoded_text("<meta charset=windows-1252>\xc1", "windows-1251"),
                   "<meta charset=windows-1252>Б");
}

TEST(the_page_may_say_it)
{
        EXPECT_STR(decoded_text("<meta charset=\"koi8-r\">\xc1", NULL),
                   "<meta charset=\"koi8-r\">а");
        EXPECT_STR(decoded_text(
                           "<meta http-equiv=x content='text/html; charset=Shift_JIS'>\x82\xa0",
                           NULL),
                   "<meta http-equiv=x content='text/html; charset=Shift_JIS'>あ");
}

TEST(latin_1_is_windows_1252)
{
        EXPECT_STR(decoded_text("\x93so\x94 \xe4", "iso-8859-1"), "“so” ä");
        EXPECT_STR(decoded_text("\x93so\x94 \xe4", NULL), "“so” ä");
        EXPECT_STR(decoded_text("\xe4 ", "no-such-charset"), "ä ");
}

TEST(valid_utf_8_is_that_whatever_the_page_says)
{
        EXPECT_STR(decoded_text("<meta charset=iso-8859-1>ä", NULL),
                   "<meta charset=iso-8859-1>ä");
}

TEST(utf_16_is_known_by_its_mark)
{
        EXPECT_STR(decoded("\xff\xfe"
                           "a\0\xe4\0",
                           6, NULL),
                   "aä");
        EXPECT_STR(decoded("\xfe\xff\0a\0\xe4", 6, NULL), "aä");
}

TEST(what_is_no_utf_8_at_all_is_not_read_as_such)
{
        EXPECT_STR(decoded_text("<meta charset=koi8-r>\xc1\xc2</p>", "utf-8"),
                   "<meta charset=koi8-r>аб</p>");
        EXPECT_STR(decoded_text("<meta charset=utf-8>M\xfcller", NULL),
                   "<meta charset=utf-8>Müller");
        EXPECT_STR(decoded_text("<meta charset=utf-8>Müller, M\xfcller, Zürich", NULL),
                   "<meta charset=utf-8>Müller, M\uFFFDller, Zürich");
}

TEST(utf_16_without_a_mark_is_known_by_its_first_tag)
{
        EXPECT_STR(decoded("<\0b\0>\0\xe4\0", 8, NULL), "<b>ä");
        EXPECT_STR(decoded("\0<\0b\0>\0\xe4", 8, NULL), "<b>ä");
}

TEST(truncated_bytes_become_replacement_characters)
{
        EXPECT_STR(decoded_text("ab\xe2\x80", "utf-8"), "ab\uFFFD\uFFFD");
        EXPECT_STR(decoded("a\0b and more text of this kind", 30, "utf-8"),
                   "ab and more text of this kind");
}

TEST(a_binary_file_is_no_text)
{
        EXPECT_STR(decoded("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\1\2\3\4\5", 22, NULL), NULL);
}
