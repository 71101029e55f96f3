#include <errno.h>
#include <string.h>

#include "base/buffer.h"
#include "base/cursor.h"
#include "base/digest.h"
#include "base/macros.h"
#include "tests/unit/test.h"

TEST(cursor_reads_back_what_a_buffer_wrote)
{
        _cleanup_(buffer_clear) struct buffer b = { 0 };
        struct cursor c;
        struct blob text, none;
        uint8_t a;
        uint16_t s;
        uint32_t i;
        uint64_t l;

        buffer_put_u8(&b, 0xAB);
        buffer_put_u16(&b, 0xABCD);
        buffer_put_u32(&b, 0xABCDEF01);
        buffer_put_u64(&b, 0x0123456789ABCDEF);
        buffer_put_string(&b, "hello");
        buffer_put_string(&b, NULL);
        EXPECT_INT(buffer_error(&b), 0);
        EXPECT_INT(b.data[1], 0xAB); /* big-endian */
        cursor_init(&c, b.data, b.size);
        cursor_get_u8(&c, &a);
        cursor_get_u16(&c, &s);
        cursor_get_u32(&c, &i);
        cursor_get_u64(&c, &l);
        cursor_get_blob(&c, &text, 100);
        cursor_get_blob(&c, &none, 100);
        EXPECT(cursor_end(&c));
        EXPECT(a == 0xAB && s == 0xABCD && i == 0xABCDEF01 && l == 0x0123456789ABCDEF);
        EXPECT(text.size == 5 && memcmp(text.data, "hello", 5) == 0);
        EXPECT(none.data == NULL);
}

TEST(cursor_stays_failed_after_a_short_read)
{
        const unsigned char bytes[] = { 0, 0, 0, 9, 'x' };
        struct cursor c;
        struct blob b;
        uint8_t byte;

        cursor_init(&c, bytes, sizeof(bytes));
        cursor_get_blob(&c, &b, 100);
        EXPECT(b.data == NULL);
        cursor_get_u8(&c, &byte);
        EXPECT_INT(byte, 0);
        EXPECT(!cursor_end(&c));
}

TEST(cursor_refuses_a_blob_over_its_limit_and_a_list_longer_than_the_bytes)
{
        const unsigned char bytes[] = { 0, 0, 0, 2, 'x', 'y' };
        struct cursor c;
        struct blob b;
        uint32_t n;

        cursor_init(&c, bytes, sizeof(bytes));
        cursor_get_blob(&c, &b, 1);
        EXPECT(c.failed);
        cursor_init(&c, bytes, sizeof(bytes));
        cursor_get_count(&c, &n, 1000);
        EXPECT_INT(n, 2);
        EXPECT(!c.failed);
        cursor_init(&c, bytes, 5);
        cursor_get_count(&c, &n, 1000);
        EXPECT_INT(n, 0);
        EXPECT(c.failed);
}

TEST(cursor_does_not_take_left_over_bytes_for_an_end)
{
        const unsigned char bytes[] = { 1, 2 };
        struct cursor c;
        uint8_t byte;

        cursor_init(&c, bytes, sizeof(bytes));
        cursor_get_u8(&c, &byte);
        EXPECT(!cursor_end(&c));
}

TEST(buffer_stops_at_its_limit_with_a_sticky_error)
{
        _cleanup_(buffer_clear) struct buffer b = { .limit = 10 };

        buffer_put_text(&b, "12345678");
        buffer_put_text(&b, "abc");
        EXPECT_INT(buffer_error(&b), -EMSGSIZE);
        buffer_put_text(&b, "x");
        EXPECT_INT(b.size, 8);
        EXPECT(buffer_text(&b) == NULL);
        buffer_reset(&b);
        buffer_printf(&b, "%s-%d", "a", 12);
        EXPECT_STR(buffer_text(&b), "a-12");
}

TEST(a_digest_of_pieces_is_that_of_all_together)
{
        char text[1000];

        for (size_t i = 0; i < sizeof(text); i++)
                text[i] = (char)(i * 7);
        for (size_t size = 0; size < sizeof(text); size += 37) {
                const struct digest_piece pieces[] = { { text, size / 3 },
                                                       { "", 0 },
                                                       { text + size / 3, size - size / 3 } };

                EXPECT(digest_64_of(pieces, ARRAY_SIZE(pieces)) == digest_64(text, size));
        }
}
