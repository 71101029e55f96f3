/* verdict_given - figures made by hand, and what two of them say of each other */
#pragma once

#include "tests/unit/test.h"
#include "workers/compare/verdict.h"
#include "workers/link/signature.h"

static struct slot_value plain(int64_t value, uint64_t origin)
{
        return (struct slot_value){ .value = value * 1000,
                                    .total = value * 1000,
                                    .high = value * 1000,
                                    .known = KNOWN_NOT,
                                    .mention = { .origin = origin, .confidence = 900 } };
}

static enum verdict verdict_of(enum slot_kind kind, struct slot_value a, struct slot_value b)
{
        struct slot slot = { .kind = (uint8_t)kind };
        enum verdict there = figures_compare(&slot, &a, &b);

        EXPECT_INT(figures_compare(&slot, &b, &a), there);
        return there;
}
