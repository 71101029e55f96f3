/* factors - what is known of two figures of one row, by which it is told whether they answer
 * one question
 */
#pragma once

#include "workers/compare/rows.h"

/* Each from 0 to FACTOR_SCALE, but for likenesses of sense, which may be below. What ends in
 * SAME or BOTH says what the two share, in ONE or OTHER in what they differ. Their weights are
 * in learned.h, by these names. */
enum factor {
        FACTOR_ALWAYS,
        FACTOR_NEAR,       /* terms next to the figures that both have, by how much they tell */
        FACTOR_NEAR_SHARE, /* … of those that the one with fewer has */
        FACTOR_CONTEXT,    /* terms of the sentences */
        FACTOR_CONTEXT_SHARE,
        FACTOR_NEAR_SENSE,
        FACTOR_SENTENCE_SENSE,
        FACTOR_HEAD_SAME, /* what is counted */
        FACTOR_HEAD_OTHER,
        FACTOR_HEAD_SENSE,
        FACTOR_HEAD_UNKNOWN,
        FACTOR_PEOPLE_OTHER,
        FACTOR_TOLL_BOTH, /* killed, injured, missing */
        FACTOR_TOLL_ONE,
        FACTOR_PERSON_SAME,
        FACTOR_PERSON_OTHER,
        FACTOR_PLACE_SAME,
        FACTOR_PLACE_OTHER,
        FACTOR_PAST_BOTH, /* of another time */
        FACTOR_PAST_ONE,
        FACTOR_DAY_SAME,
        FACTOR_DAY_OTHER,
        FACTOR_CENTRAL, /* both of what the articles are about */
        FACTOR_THEME,   /* … and of one thing */
        FACTOR_CLOSE,   /* the numbers */
        FACTOR_FAR,
        FACTOR_RATIO,
        FACTOR_TELLS_BOTH, /* an article of the two gives both numbers */
        FACTOR_LEAD_BOTH,  /* in the first sentences */
        FACTOR_LEAD_APART,
        FACTOR_COMPANY, /* other figures of the sentences */
        FACTOR_COMPANY_OTHER,
        FACTOR_OVERLAP, /* some number is allowed by both */
        FACTOR_PART_OTHER,
        FACTOR_PLANNED_OTHER,
        FACTOR_DAYS_APART, /* the reports */
        FACTOR_SMALL_BOTH,
        FACTOR_EXACT_BOTH,
        FACTOR_SUBJECT_SAME, /* the person named before it in its sentence */
        FACTOR_SUBJECT_OTHER,
        FACTOR_SIBLINGS_ONE, /* has others of its row in its sentence */
        FACTOR_SIBLINGS_BOTH,
        FACTOR_CROWD, /* other figures of the row in the two articles */
        FACTOR_RIVAL, /* … of which one stands in words more alike */
        FACTOR_OPEN,  /* two numbers, of which an open bound allows both */
        FACTOR_OPEN_FAR,
        FACTOR_WORDS_ONE,  /* "dozens" */
        FACTOR_ACTOR_SAME, /* the last person named before it */
        FACTOR_ACTOR_OTHER,
        FACTOR_LATER, /* one report is later for sure */
        FACTOR_GROWS, /* one says what has grown to its number */
        FACTOR_MOVES, /* one tells what another hour tells otherwise */
        FACTOR_YEAR_SAME,
        FACTOR_YEAR_OTHER,
        FACTOR_NEXT_SAME, /* the first that tells behind them */
        FACTOR_LINK_SAME, /* the preposition before them */
        FACTOR_LINK_OTHER,
        FACTOR_CONVERTED,     /* one is of another currency, as its writer reckoned */
        FACTOR_SHARED,        /* words of the sentences that both have, by their number */
        FACTOR_OPEN_BOTH,     /* "at least 50", "more than 70" */
        FACTOR_GRAIN,         /* of dates: a day and a month, a day and a year */
        FACTOR_PHRASE_SAME,   /* of what they are, in so many words */
        FACTOR_PHRASE_LONGER, /* … which one qualifies further */
        FACTOR_AGED_SAME,     /* of ages: FACTOR_SUBJECT_SAME, */
        FACTOR_AGED_OTHER,    /* … FACTOR_SUBJECT_OTHER */
        FACTOR_KINDS, /* one for each kind of row: some number is both's, rounded or not; */
};

enum {
        FACTOR_KINDS_APART = FACTOR_KINDS + SLOT_MAGNITUDE + 1, /* … and none is */
        FIGURE_FACTORS = FACTOR_KINDS_APART + SLOT_MAGNITUDE + 1,
        FACTOR_SCALE = 100,
};

/** Are the figures of two persons, by their names? */
bool figures_are_of_two(const struct slot_value *a, const struct slot_value *b);
/** How alike the words around each two figures are: @ret has n_values times n_values. */
void figure_bases(const struct slot *slot, int16_t *ret);
/** False: they cannot be one question's. */
bool figure_factors(const struct slot *slot, const int16_t *bases, size_t a, size_t b,
                    int16_t ret[FIGURE_FACTORS]);
