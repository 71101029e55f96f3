/* times_join - neighbouring readings that make one expression
 *
 * Rules read what stands together tightly; here "10 p.m." finds its "Wednesday", "May 3" its
 * "to June 5", "third quarter" its "of last year", and "early", "the end of", "about", "the" go
 * to what follows them. A joined reading points to the one it is counted from, which is then no
 * expression of its own.
 */
#include <string.h>

#include "workers/extract/times.h"

enum { GAP_TERMS_MAX = 3, GAP_BYTES_MAX = 40 };

/* The words between two readings, parted by spaces, when they are at most three. */
static bool gap_text(char *out, const struct terms *terms, size_t from, size_t to)
{
        size_t size = 0;

        if (to < from || to - from > GAP_TERMS_MAX)
                return false;
        for (size_t i = from; i < to; i++) {
                const char *word = terms->list[i].word;
                size_t length = strlen(word);

                if (!length || size + length + 2 > GAP_BYTES_MAX)
                        return false;
                if (size)
                        out[size++] = ' ';
                memcpy(out + size, word, length);
                size += length;
        }
        out[size] = '\0';
        return true;
}

static bool gap_is_one_of(const struct terms *terms, const struct reading *a,
                          const struct reading *b, const char *const *allowed)
{
        char gap[GAP_BYTES_MAX];

        if (!gap_text(gap, terms, a->last, b->first))
                return false;
        for (; *allowed; allowed++)
                if (strcmp(gap, *allowed) == 0)
                        return true;
        return false;
}

static bool is_year(const struct reading *r)
{
        if (r->kind == READING_DATE)
                return r->year != UNSET && r->month == UNSET && !r->ranged;
        if (r->kind == READING_OFFSET) /* "Thanksgiving in two years" */
                return r->unit == 'Y' && r->base == NONE && r->count != COUNT_VAGUE;
        return r->kind == READING_UNIT && r->unit == 'Y' && r->rel != UNSET;
}

static bool lacks_year(const struct reading *r)
{
        if (r->base != NONE || r->ranged)
                return false;
        switch (r->kind) {
        case READING_DATE: return r->year == UNSET && r->month != UNSET && r->rel == UNSET;
        case READING_SEASON:
        case READING_QUARTER:
        case READING_HOLIDAY: return r->year == UNSET && r->rel == UNSET;
        default: return false;
        }
}

static bool is_day(const struct reading *r)
{
        switch (r->kind) {
        case READING_DATE:
                return (r->day != UNSET || r->form == FORM_NTH_WEEKDAY ||
                        r->form == FORM_NTH_DAY) &&
                       !r->ranged && r->hour == UNSET;
        case READING_WEEKDAY: return true;
        case READING_DEICTIC: return true;
        case READING_HOLIDAY: return true;
        case READING_UNIT: return r->unit == 'D';
        case READING_OFFSET: return r->unit == 'D';
        default: return false;
        }
}

static bool is_time_of_day(const struct reading *r)
{
        return (r->kind == READING_CLOCK || (r->kind == READING_PART && r->rel == UNSET)) &&
               r->base == NONE;
}

static void join(struct readings *readings, size_t carrier, size_t base)
{
        struct reading *c = &readings->list[carrier], *b = &readings->list[base];

        c->base = (int)base;
        b->absorbed = true;
        if (b->start < c->start) {
                c->start = b->start;
                c->first = b->first;
        }
        if (b->end > c->end) {
                c->end = b->end;
                c->last = b->last;
        }
}

/* "the night of 5-6 May" */
static bool is_night_of_days(const struct reading *night, const struct reading *days)
{
        return night->kind == READING_PART && days->kind == READING_DATE && days->ranged &&
               days->day2 != UNSET && days->month2 == UNSET;
}

static bool join_time_and_day(struct readings *readings, size_t i, size_t k,
                              const struct terms *terms)
{
        static const char *const time_first[] = { "",       ",",      "on", "of",
                                                  "on the", "of the", "in", NULL };
        static const char *const day_first[] = { "",       ",",         "at",       "in the",
                                                 "around", "at around", "at about", ", at",
                                                 "in",     "@",         "by",       "about",
                                                 NULL };
        static const char *const clock_behind[] = {
                "from",        "before",       "after",          "until",         "till",
                "starting at", "beginning at", "no later than",  "later than",    ", from",
                ", after",     ", before",     "any time after", "anytime after", NULL
        };
        struct reading *a = &readings->list[i], *b = &readings->list[k];

        if (a->kind == READING_CLOCK && b->base == NONE &&
            (b->kind == READING_PART ||
             (b->kind == READING_DEICTIC && b->part && a->base == NONE)) &&
            gap_is_one_of(terms, a, b, time_first)) {
                b->base = a->base; /* "at 6 on Tuesday evening" */
                join(readings, i, k);
                return true;
        }
        if (is_time_of_day(a) && (is_day(b) || is_night_of_days(a, b)) &&
            gap_is_one_of(terms, a, b, time_first)) {
                join(readings, i, k);
                return true;
        }
        if (is_day(a) && is_time_of_day(b) &&
            (gap_is_one_of(terms, a, b, day_first) ||
             (b->kind == READING_CLOCK && gap_is_one_of(terms, a, b, clock_behind)))) {
                join(readings, k, i);
                return true;
        }
        if (a->kind == READING_PART && b->kind == READING_CLOCK && b->base == NONE &&
            gap_is_one_of(terms, a, b, day_first)) {
                join(readings, k, i);
                return true;
        }
        return false;
}

/* "the winter of 1941-42": of two years, and told by the first. */
static bool is_season_of_years(const struct reading *season, const struct reading *years)
{
        return season->kind == READING_SEASON && season->year == UNSET &&
               season->base == NONE && season->rel == UNSET && years->kind == READING_DATE &&
               years->year2 != UNSET;
}

static bool join_year(struct readings *readings, size_t i, size_t k, const struct terms *terms)
{
        static const char *const year_last[] = { "", "of", "in", ",", "of the", NULL };
        static const char *const year_first[] = { "", "'s", "'", NULL };
        struct reading *a = &readings->list[i], *b = &readings->list[k];

        if ((is_season_of_years(a, b) || (lacks_year(a) && is_year(b))) &&
            gap_is_one_of(terms, a, b, year_last)) {
                join(readings, i, k);
                return true;
        }
        if (((is_year(a) && lacks_year(b)) || is_season_of_years(b, a)) && a->base == NONE &&
            b->kind != READING_DATE && gap_is_one_of(terms, a, b, year_first)) {
                join(readings, k, i);
                return true;
        }
        return false;
}

static bool join_offset(struct readings *readings, size_t i, size_t k,
                        const struct terms *terms)
{
        static const char *const nothing[] = { "", NULL };
        static const char *const article[] = { "", "the", NULL };
        static const char *const before[] = { "before",     "after",     "from",
                                              "before the", "after the", NULL };
        struct reading *a = &readings->list[i], *b = &readings->list[k];
        bool date = is_day(b) || b->kind == READING_DATE ||
                    (b->kind == READING_CLOCK && a->count >= 0);

        if (a->kind == READING_WEEK_OF && date && gap_is_one_of(terms, a, b, article)) {
                join(readings, i, k);
                return true;
        }
        if (a->form == FORM_BEHIND && a->base == NONE && is_day(b) &&
            gap_is_one_of(terms, a, b, article)) {
                join(readings, i, k);
                return true;
        }
        if (a->kind == READING_OFFSET && date && a->base == NONE &&
            gap_is_one_of(terms, a, b, nothing)) {
                join(readings, i, k);
                return true;
        }
        if (a->lasts && b->first > a->last && strcmp(terms->list[a->last].word, "from") == 0)
                return false;
        if (a->kind == READING_DURATION && a->count >= 0 && date &&
            gap_is_one_of(terms, a, b, before)) {
                a->kind = READING_OFFSET;
                a->form = FORM_PLAIN;
                a->direction = strcmp(terms->list[a->last].word, "before") == 0 ? -1 : 1;
                join(readings, i, k);
                return true;
        }
        return false;
}

/* "Monday two weeks from now", "three weeks after Christmas on Friday": a day of that week. */
static bool join_weekday(struct readings *readings, size_t i, size_t k,
                         const struct terms *terms)
{
        static const char *const weekday_first[] = { "", ",", NULL };
        static const char *const week_first[] = { "on", NULL };
        struct reading *a = &readings->list[i], *b = &readings->list[k];

        if (a->kind == READING_WEEKDAY && a->rel == UNSET && a->base == NONE &&
            b->kind == READING_OFFSET && b->unit == 'W' &&
            gap_is_one_of(terms, a, b, weekday_first)) {
                join(readings, i, k);
                return true;
        }
        if (a->kind == READING_OFFSET && a->unit == 'W' && b->kind == READING_WEEKDAY &&
            b->rel == UNSET && b->base == NONE && gap_is_one_of(terms, a, b, week_first)) {
                join(readings, k, i);
                return true;
        }
        return false;
}

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
            gap_is_one_of(terms, a, b, length_first))
                b->length = (int)i;
        else if (is_length(b) && can_range(a) && a->range_end == NONE &&
                 gap_is_one_of(terms, a, b, date_first))
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
            !b->ranged && gap_is_one_of(terms, a, b, joints))
                a->whole = (int)k;
}

/* "February-March 1794", "1 and 5 May 1917": the first takes the year of the second. */
static void lend_year(struct readings *readings, size_t i, size_t k, const struct terms *terms)
{
        static const char *const joints[] = { "-", "–",     "to",    "and", "or",
                                              ",", ", and", "until", NULL };
        struct reading *a = &readings->list[i];
        const struct reading *b = &readings->list[k];

        if (a->kind == READING_DATE && b->kind == READING_DATE && lacks_year(a) &&
            b->base != NONE && is_year(&readings->list[b->base]) &&
            gap_is_one_of(terms, a, b, joints))
                a->base = b->base;
        if (a->kind == READING_DATE && b->kind == READING_DATE && lacks_year(a) &&
            b->year != UNSET && b->month != UNSET && gap_is_one_of(terms, a, b, joints)) {
                a->year = b->year - (a->month > b->month && a->range_end != NONE);
                a->era = b->era;
        }
}

static size_t next_live(const struct readings *readings, size_t i)
{
        do
                i++;
        while (i < readings->n && readings->list[i].absorbed);
        return i;
}

static void join_all(struct readings *readings, size_t from, const struct terms *terms,
                     bool (*try)(struct readings *, size_t, size_t, const struct terms *))
{
        for (size_t i = from; i < readings->n;) {
                size_t k = next_live(readings, i);

                if (k >= readings->n)
                        break;
                if (!try(readings, i, k, terms) || readings->list[i].absorbed)
                        i = k;
        }
}

/* "over the weekend" is no more than a weekend: a date is at most approximate. */
static bool can_approximate(const struct reading *r, const struct sense *mod)
{
        if (!mod)
                return false;
        return r->kind == READING_DURATION || r->kind == READING_OFFSET ||
               strncmp(mod->code, "APPROX", 6) == 0;
}

/* "over the past weeks", "a book about the 2016 vote": before an article these bound nothing.
 */
static bool is_preposition(const struct reading *r, const struct terms *terms,
                           const struct term *before)
{
        static const char *const words[] = { "about", "over", "around", "under", "within" };

        if (strcmp(terms->list[r->first].word, "the") != 0)
                return false;
        return word_is_one_of(before->word, words, ARRAY_SIZE(words));
}

/* "early", "the end of", "about", "the" before a reading are part of it. */
static void extend_left(struct reading *r, const struct terms *terms, uint32_t limit)
{
        bool of = false;

        for (;;) {
                const struct term *before =
                        r->first > limit ? &terms->list[r->first - 1] : NULL;
                const struct sense *mod;

                if (!before)
                        return;
                if (strcmp(before->word, "of") == 0 && r->first - 1 > limit &&
                    term_sense(before - 1, CLASS_EDGE)) {
                        r->first--;
                        of = true;
                        continue;
                }
                mod = term_sense(before, CLASS_EDGE);
                /* "to turn around four hours into it" */
                if (mod && !of && (r->kind == READING_DURATION || r->kind == READING_OFFSET))
                        return;
                if (!mod)
                        mod = term_sense(before, CLASS_MOD);
                if (!mod && !is_preposition(r, terms, before) &&
                    can_approximate(r, term_sense(before, CLASS_APPROX)))
                        mod = term_sense(before, CLASS_APPROX);
                if (mod && r->first - 1 >= limit) {
                        if (!r->mod_size || (of && term_sense(before, CLASS_EDGE) &&
                                             strncmp(r->mod, "APPROX", 6) == 0)) {
                                r->mod = mod->code;
                                r->mod_size = (uint8_t)strcspn(mod->code, "\t ");
                        }
                } else if (strcmp(before->word, "the") != 0 &&
                           !(strcmp(before->word, "of") == 0 && r->first - 1 > limit &&
                             strcmp(terms->list[r->first - 2].word, "end") == 0)) {
                        return;
                }
                r->definite |= strcmp(before->word, "the") == 0;
                r->first--;
                r->start = before->start;
        }
}

static void extend(struct readings *readings, size_t from, const struct terms *terms)
{
        uint32_t limit = 0;

        for (size_t i = from; i < readings->n; i++) {
                struct reading *r = &readings->list[i];

                if (r->absorbed)
                        continue;
                extend_left(r, terms, limit);
                r->due = r->first > limit && strcmp(terms->list[r->first - 1].word, "by") == 0;
                limit = r->last;
        }
}

/* "at 3:07 p.m. (0707 GMT) on Thursday": both are of that day, which stays an expression. */
static void share_day(struct readings *readings, size_t i, size_t k, const struct terms *terms)
{
        static const char *const open[] = { "(", NULL };
        static const char *const close[] = { ")", ") on", ") ,", NULL };
        struct reading *a = &readings->list[i], *b = &readings->list[k];
        size_t day = next_live(readings, k);

        if (a->kind != READING_CLOCK || a->base != NONE || b->kind != READING_CLOCK ||
            b->base != NONE || day >= readings->n || !gap_is_one_of(terms, a, b, open) ||
            !is_day(&readings->list[day]) ||
            !gap_is_one_of(terms, b, &readings->list[day], close))
                return;
        a->base = b->base = (int)day;
}

void readings_join(struct readings *readings, size_t from, const struct terms *terms)
{
        join_all(readings, from, terms, join_year);
        join_all(readings, from, terms, join_time_and_day);
        join_all(readings, from, terms, join_offset);
        join_all(readings, from, terms, join_weekday);
        for (size_t i = from; i < readings->n; i++) {
                size_t k = next_live(readings, i);

                if (readings->list[i].absorbed || k >= readings->n)
                        continue;
                share_day(readings, i, k, terms);
                join_range(readings, i, k, terms);
                join_length(readings, i, k, terms);
                join_whole(readings, i, k, terms);
                lend_year(readings, i, k, terms);
        }
        extend(readings, from, terms);
}
