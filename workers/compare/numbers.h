/* numbers - which articles, or origins, have something: those that are kept, and how many */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

enum { NUMBERS_MAX = 1024 }; /* articles listed under one finding */

struct numbers {
        uint64_t *list; /* ascending; the first NUMBERS_MAX */
        size_t n;
        uint32_t count; /* all */
};

/** Adds @number unless it is kept already. 0 or -ENOMEM. */
int numbers_add(struct numbers *numbers, struct arena *arena, uint64_t number);
bool numbers_hold(const struct numbers *numbers, uint64_t number);
