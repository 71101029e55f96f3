/* learned - written by tools/link_weights.py, from events of known membership */
#pragma once

/* clang-format off */
#define LINK_LEARNED                                                                           \
        .pair = {                                                                              \
                2124,                                                                          \
                15704,                                                                         \
                4368,                                                                          \
                760,                                                                           \
                671,                                                                           \
                1233,                                                                          \
                347,                                                                           \
                -353,                                                                          \
                1154,                                                                          \
                1567,                                                                          \
                952,                                                                           \
                -3180,                                                                         \
                618,                                                                           \
                -7867,                                                                         \
                -714,                                                                          \
                -5660,                                                                         \
                -1460,                                                                         \
                -4611,                                                                         \
                -15575,                                                                        \
                -3907,                                                                         \
                -2443,                                                                         \
        },                                                                                     \
        .event = {                                                                             \
                -241,                                                                          \
                0,                                                                             \
                79,                                                                            \
                -24,                                                                           \
                2672,                                                                          \
                2603,                                                                          \
                -4433,                                                                         \
                1100,                                                                          \
                379,                                                                           \
                -1114,                                                                         \
                1799,                                                                          \
                1194,                                                                          \
                14490,                                                                         \
                978,                                                                           \
                9,                                                                             \
                -5562,                                                                         \
        }
