#include <string.h>

#include "base/json.h"
#include "base/log.h"
#include "tests/unit/test.h"

static const char *written(json_t *value)
{
        static struct buffer out;

        buffer_reset(&out);
        json_write(value, &out);
        json_decref(value);
        return buffer_text(&out);
}

TEST(json_prints_thousandths_with_at_most_three_decimals)
{
        EXPECT_STR(written(json_milli(0)), "0");
        EXPECT_STR(written(json_milli(1000)), "1");
        EXPECT_STR(written(json_milli(930)), "0.93");
        EXPECT_STR(written(json_milli(7)), "0.007");
        EXPECT_STR(written(json_milli(13200000)), "13200");
        EXPECT_STR(written(json_milli(-1500)), "-1.5");
        EXPECT_STR(written(json_milli(123456789012345)), "123456789012.345");
}

TEST(json_refuses_what_is_not_strict)
{
        static const char *const bad[] = {
                "",
                "{",
                "{\"a\":1,\"a\":2}",
                "[1e400]",
                "[1208925819614629174706176]",
                "\"\xFF\"",
                "\"\\u0000\"",
                "{} x",
                "[01]",
                "nul",
        };
        struct json_fault fault;

        for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
                json_t *value = json_parse(bad[i], strlen(bad[i]), &fault);

                EXPECT(value == NULL);
                EXPECT(fault.found[0] != '\0');
                json_decref(value);
        }
}

TEST(json_refuses_a_depth_that_would_eat_the_stack)
{
        static char deep[100001];
        struct json_fault fault;

        memset(deep, '[', sizeof(deep) - 1);
        EXPECT(json_parse(deep, sizeof(deep) - 1, &fault) == NULL);
}

TEST(log_escapes_what_a_terminal_must_not_see)
{
        char out[64];

        log_escape(out, sizeof(out), "a\nb\033[1m");
        EXPECT_STR(out, "a\\x0ab\\x1b[1m");
        log_escape(out, sizeof(out), "x\xE2\x80\xAEy");
        EXPECT_STR(out, "x\\xe2\\x80\\xaey");
        log_escape(out, sizeof(out), "é“ok”");
        EXPECT_STR(out, "é“ok”");
        log_escape(out, 4, "abcdef");
        EXPECT_STR(out, "abc");
}
