/* times_join - neighbouring readings that make one expression
 *
 * Rules read what stands together tightly; here "10 p.m." finds its "Wednesday", "May 3" its
 * "to June 5", "third quarter" its "of last year", and "early", "the end of", "about", "the" go
 * to what follows them. A joined reading points to the one it is counted from, which is then no
 * expression of its own.
 */
#include <string.h>

#include "workers/extract/times_join.h"

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

bool readings_gap_is(const struct terms *terms, const struct reading *a,
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

bool reading_is_year(const struct reading *r)
{
        if (r->kind == READING_DATE)
                return r->year != UNSET && r->month == UNSET && !r->ranged;
        if (r->kind == READING_OFFSET) /* "Thanksgiving in two years" */
                return r->unit == 'Y' && r->base == NONE && r->count != COUNT_VAGUE;
        return r->kind == READING_UNIT && r->unit == 'Y' && r->rel != UNSET;
}

bool reading_lacks_year(const struct reading *r)
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
            readings_gap_is(terms, a, b, time_first)) {
                b->base = a->base; /* "at 6 on Tuesday evening" */
                join(readings, i, k);
                return true;
        }
        if (is_time_of_day(a) && (is_day(b) || is_night_of_days(a, b)) &&
            readings_gap_is(terms, a, b, time_first)) {
                join(readings, i, k);
                return true;
        }
        if (is_day(a) && is_time_of_day(b) &&
            (readings_gap_is(terms, a, b, day_first) ||
             (b->kind == READING_CLOCK && readings_gap_is(terms, a, b, clock_behind)))) {
                join(readings, k, i);
                return true;
        }
        if (a->kind == READING_PART && b->kind == READING_CLOCK && b->base == NONE &&
            readings_gap_is(terms, a, b, day_first)) {
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

        if ((is_season_of_years(a, b) || (reading_lacks_year(a) && reading_is_year(b))) &&
            readings_gap_is(terms, a, b, year_last)) {
                join(readings, i, k);
                return true;
        }
        if (((reading_is_year(a) && reading_lacks_year(b)) || is_season_of_years(b, a)) &&
            a->base == NONE && b->kind != READING_DATE &&
            readings_gap_is(terms, a, b, year_first)) {
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

        if (a->kind == READING_WEEK_OF && date && readings_gap_is(terms, a, b, article)) {
                join(readings, i, k);
                return true;
        }
        if (a->form == FORM_BEHIND && a->base == NONE && is_day(b) &&
            readings_gap_is(terms, a, b, article)) {
                join(readings, i, k);
                return true;
        }
        if (a->kind == READING_OFFSET && date && a->base == NONE &&
            readings_gap_is(terms, a, b, nothing)) {
                join(readings, i, k);
                return true;
        }
        if (a->lasts && b->first > a->last && strcmp(terms->list[a->last].word, "from") == 0)
                return false;
        if (a->kind == READING_DURATION && a->count >= 0 && date &&
            readings_gap_is(terms, a, b, before)) {
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
            readings_gap_is(terms, a, b, weekday_first)) {
                join(readings, i, k);
                return true;
        }
        if (a->kind == READING_OFFSET && a->unit == 'W' && b->kind == READING_WEEKDAY &&
            b->rel == UNSET && b->base == NONE && readings_gap_is(terms, a, b, week_first)) {
                join(readings, k, i);
                return true;
        }
        return false;
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
            b->base != NONE || day >= readings->n || !readings_gap_is(terms, a, b, open) ||
            !is_day(&readings->list[day]) ||
            !readings_gap_is(terms, b, &readings->list[day], close))
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
                readings_relate(readings, i, k, terms);
        }
        extend(readings, from, terms);
}
