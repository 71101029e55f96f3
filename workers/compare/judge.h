/* judge - what the figures of one row say of each other
 *
 * The figures of a row are parted into questions (match.h); where a question has different
 * answers, the verdict is the contract's kind of conflict. A question with one number that some
 * give exactly and some "about" is a second, milder entry.
 */
#pragma once

#include "workers/compare/match.h"
#include "workers/compare/verdict.h"

enum { GROUPS_MAX = 8, ENTRIES_MAX = 24, AGREED_MAX = SLOT_VALUES_MAX / 2 };

struct figure_group { /* the mentions of one value */
        const struct slot_value *members[SLOT_VALUES_MAX];
        size_t n, n_origins;
        size_t shown; /* the member whose words are printed */
};

struct entry { /* what the answers to one question say of each other */
        enum verdict verdict;
        bool by_bound;                          /* one number, more and less exactly */
        struct figure_group groups[GROUPS_MAX]; /* the most origins first */
        size_t n;
};

struct judgement {
        struct entry entries[ENTRIES_MAX];
        size_t n;
        struct figure_group agreed[AGREED_MAX]; /* values that two origins give */
        size_t n_agreed;
};

/** @ret is large: not for the stack of what recurses. */
void slot_judge(struct judgement *ret, const struct slot *slot);
/** How many entries say that sources contradict each other. */
unsigned slot_conflicts(const struct slot *slot);

/** "about" and "some" are one bound, "at least" and "more than" another, "up to" and "less
 *  than" a third. */
unsigned figure_bound_class(const struct slot_value *v);
/** The value as it is printed: "PT40M", "13200", "about 5 kilometre". */
void slot_value_print(const struct slot *slot, const struct figure_group *g, char *out,
                      size_t room);
