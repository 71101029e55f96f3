/* times_relate - neighbouring readings that say something of each other
 *
 * Unlike those that times_join.c joins, both stay expressions: the ends of a range, a date and
 * its length, a part and its whole, a distance and the day that it leads to.
 */
#include <string.h>

#include "workers/extract/times_join.h"

static bool can_range(const struct reading *r)
{
        switch (r->kind) {
        case READING_DATE:
        case READING_WEEKDAY:
        case READING_CLOCK:
        case READING_QUARTER:
        case READING_DEICTIC:
        case READING_SEASON: return !r->ranged;
        default: return false;
        }
}

static bool is_now(const struct reading *r, const struct terms *terms)
{
        return r->kind == READING_REF && strcmp(terms->list[r->last - 1].word, "now") == 0;
}

/* Behind the word that joins two ends at @i: "to", "to the", "to the end of the". */
static size_t behind_joint(const struct terms *terms, size_t i)
{
        const struct sense *edge;
        size_t end = i + 1;

        end += end < terms->n && strcmp(terms->list[end].word, "the") == 0;
        edge = end + 2 < terms->n ? term_sense(&terms->list[end], CLASS_EDGE) : NULL;
        if (!edge || strncmp(edge->code, "END", 3) != 0 || strstr(edge->code, "rest") ||
            strcmp(terms->list[end + 1].word, "of") != 0)
                return end;
        return end + 2 + (strcmp(terms->list[end + 2].word, "the") == 0);
}

/* "from A to B", "between A and B", "A - B": both stay expressions; A gets B for its end. */
static void join_range(struct readings *readings, size_t i, size_t k, const struct terms *terms)
{
        struct reading *a = &readings->list[i], *b = &readings->list[k];
        const struct term *gap;

        if (!can_range(a) || !(can_range(b) || is_now(b, terms)) ||
            b->first != behind_joint(terms, a->last))
                return;
        if ((a->kind == READING_CLOCK) != (b->kind == READING_CLOCK) && b->kind != READING_REF)
                return;
        gap = &terms->list[a->last];
        if (term_sense(gap, CLASS_TO) || strcmp(gap->word, "until") == 0 ||
            strcmp(gap->word, "till") == 0 || strcmp(gap->word, "through") == 0 ||
            (strcmp(gap->word, "and") == 0 && a->first &&
             strcmp(terms->list[a->first - 1].word, "between") == 0))
                a->range_end = (int)k;
}

static bool is_length(const struct reading *r)
{
        return r->kind == READING_DURATION && r->base == NONE &&
               (!r->more[0].unit || (r->unit == 'H' && r->more[0].unit == 'N' &&
                                     !r->more[1].unit && r->more[0].count >= 0)) &&
               r->rel == UNSET && (r->count > 0 || (r->count == COUNT_NONE && !r->plural));
}

/* "three days from Monday", "from 2 pm for two hours": both stay expressions; the date gets the
 * duration for its end. */
static void join_length(struct readings *readings, size_t i, size_t k,
                        const struct terms *terms)
{
        static const char *const length_first[] = { "starting",  "starting from", "starting on",
                                                    "beginning", "beginning on",  ", from",
                                                    "from",      ", starting",    NULL };
        static const char *const date_first[] = { "for", ", for", NULL };
        struct reading *a = &readings->list[i], *b = &readings->list[k];

        if (is_length(a) && can_range(b) && b->range_end == NONE &&
            readings_gap_is(terms, a, b, length_first))
                b->length = (int)i;
        else if (is_length(b) && can_range(a) && a->range_end == NONE &&
                 readings_gap_is(terms, a, b, date_first))
                a->length = (int)k;
}

/* "the first ten days of 2021", "the last three weeks of May": both stay expressions. */
static void join_whole(struct readings *readings, size_t i, size_t k, const struct terms *terms)
{
        static const char *const joints[] = { "of", "of the", NULL };
        struct reading *a = &readings->list[i];
        const struct reading *b = &readings->list[k];
        bool whole = b->kind == READING_DATE || (b->kind == READING_UNIT && b->rel != UNSET);

        if (a->kind == READING_DURATION && (a->rel < 0 || a->ordinal == 1) && whole &&
            !b->ranged && readings_gap_is(terms, a, b, joints))
                a->whole = (int)k;
}

/* "February-March 1794", "1 and 5 May 1917": the first takes the year of the second. */
static void lend_year(struct readings *readings, size_t i, size_t k, const struct terms *terms)
{
        static const char *const joints[] = { "-", "–",     "to",    "and", "or",
                                              ",", ", and", "until", NULL };
        struct reading *a = &readings->list[i];
        const struct reading *b = &readings->list[k];

        if (a->kind == READING_DATE && b->kind == READING_DATE && reading_lacks_year(a) &&
            b->base != NONE && reading_is_year(&readings->list[b->base]) &&
            readings_gap_is(terms, a, b, joints))
                a->base = b->base;
        if (a->kind == READING_DATE && b->kind == READING_DATE && reading_lacks_year(a) &&
            b->year != UNSET && b->month != UNSET && readings_gap_is(terms, a, b, joints)) {
                a->year = b->year - (a->month > b->month && a->range_end != NONE);
                a->era = b->era;
        }
}

static bool is_distance(const struct reading *r)
{
        return r->base == NONE && r->count != COUNT_VAGUE && (!r->plural || r->count > 0) &&
               ((r->kind == READING_OFFSET && !reading_looks_ahead(r)) || r->counted);
}

/* "two days later, on 5 May", "on 5 May, two days after the vote": both tell the same day. */
static void join_apposition(struct readings *readings, size_t i, size_t k,
                            const struct terms *terms)
{
        static const char *const date_last[] = { ", on", ", in", "(", NULL };
        static const char *const date_first[] = { ",", NULL };
        static const char *const weekday_behind[] = { ", a", NULL };
        struct reading *a = &readings->list[i], *b = &readings->list[k];

        if (is_distance(a) && b->kind == READING_DATE && !b->ranged &&
            readings_gap_is(terms, a, b, date_last))
                a->told = (int)k;
        else if (is_distance(b) && b->counted && a->kind == READING_DATE && !a->ranged &&
                 readings_gap_is(terms, a, b, date_first))
                b->told = (int)i;
        else if (b->kind == READING_WEEKDAY && b->rel == UNSET && b->base == NONE &&
                 a->kind != READING_WEEKDAY &&
                 a->told == NONE && /* none that leans on another */
                 readings_gap_is(terms, a, b, weekday_behind))
                b->told = (int)i; /* "on 5 May, a Tuesday" */
}

void readings_relate(struct readings *readings, size_t i, size_t k, const struct terms *terms)
{
        join_range(readings, i, k, terms);
        join_length(readings, i, k, terms);
        join_whole(readings, i, k, terms);
        lend_year(readings, i, k, terms);
        join_apposition(readings, i, k, terms);
}
