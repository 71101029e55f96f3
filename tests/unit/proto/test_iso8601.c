#include <string.h>

#include "proto/iso8601.h"
#include "tests/unit/test.h"

TEST(iso_times_keep_their_precision)
{
        static const char *const same[] = { "2021",
                                            "2021-12",
                                            "2021-12-02",
                                            "2021-12-02T20",
                                            "2021-12-02T20:35",
                                            "2021-12-02T20:35:01",
                                            "2021-12-02T20:35:01Z",
                                            "2021-12-02T20:35:01+05:30",
                                            "2020-02-29" };
        struct iso_time t;
        char out[ISO_BYTES_MAX];

        for (size_t i = 0; i < sizeof(same) / sizeof(same[0]); i++) {
                EXPECT(iso_time_parse(&t, same[i], strlen(same[i])));
                iso_time_format(&t, out);
                EXPECT_STR(out, same[i]);
        }
}

TEST(iso_times_that_are_none)
{
        static const char *const bad[] = { "",
                                           "21",
                                           "2021-13",
                                           "2021-02-29",
                                           "2021-1",
                                           "2021-12-02T",
                                           "2021-12-02T25",
                                           "2021-12-02T20:60",
                                           "2021-12-02T20:35x",
                                           "20211202",
                                           "2021-12-02T24:01" };
        struct iso_time t;

        for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
                EXPECT(!iso_time_parse(&t, bad[i], strlen(bad[i])));
}

TEST(iso_days_run_both_ways)
{
        int year, month, day;

        EXPECT_INT(iso_days(1970, 1, 1), 0);
        EXPECT_INT(iso_days(2000, 3, 1), 11017);
        for (int64_t d = -800000; d < 800000; d += 37) {
                iso_civil(d, &year, &month, &day);
                EXPECT_INT(iso_days(year, month, day), d);
        }
}
