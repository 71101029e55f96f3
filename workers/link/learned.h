/* learned - written by tools/link_weights.py, from events of known membership */
#pragma once

/* clang-format off */
#define LINK_LEARNED                                                                           \
        .pair = {                                                                              \
                2118,                                                                          \
                15873,                                                                         \
                4357,                                                                          \
                790,                                                                           \
                679,                                                                           \
                1219,                                                                          \
                315,                                                                           \
                -357,                                                                          \
                1143,                                                                          \
                1587,                                                                          \
                945,                                                                           \
                -3199,                                                                         \
                629,                                                                           \
                -7906,                                                                         \
                -712,                                                                          \
                -5708,                                                                         \
                -1462,                                                                         \
                -4695,                                                                         \
                -15553,                                                                        \
                -3951,                                                                         \
                -2464,                                                                         \
        },                                                                                     \
        .event = {                                                                             \
                -246,                                                                          \
                2,                                                                             \
                70,                                                                            \
                -22,                                                                           \
                2570,                                                                          \
                2740,                                                                          \
                -4445,                                                                         \
                1080,                                                                          \
                365,                                                                           \
                -1085,                                                                         \
                1806,                                                                          \
                1218,                                                                          \
                14474,                                                                         \
                978,                                                                           \
                9,                                                                             \
                -5547,                                                                         \
        }
