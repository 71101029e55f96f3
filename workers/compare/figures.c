/* figures - the counts, durations, sums, shares and clock times of an article
 *
 * A row gathers figures that could answer one question: of one dimension, and of counts those
 * of one thing. Which of them do is told by what stands around them: match.c. The number plays
 * no part in a row's key.
 */
#include <endian.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/digest.h"
#include "base/macros.h"
#include "workers/compare/account.h"
#include "workers/compare/ages.h"
#include "workers/compare/around.h"
#include "workers/compare/counted.h"
#include "workers/compare/dates.h"
#include "workers/compare/figure_about.h"
#include "workers/compare/figure_words.h"
#include "workers/compare/lengths.h"
#include "workers/compare/match.h"

enum {
        UNIT_BYTES_MAX = 40,
        DAY_CHARS = 10,
        CLOCK_CHARS = 5,        /* 20:49 */
        PLURAL_SPAN = 9,        /* "hundreds" may be 1,800 */
        MAGNITUDE_MOST = 10000, /* of an earthquake, in thousandths */
        MAGNITUDE_NEAR = 2,     /* words from the number */
        RATE_NEAR = 30,         /* bytes from the number to "per 100,000" */
};

/* ------------------------------------------------------------ kinds of rows */

static enum slot_kind slot_kind(const struct account *a, const struct quantity *q)
{
        static const uint8_t kinds[] = {
                [QUANTITY_DURATION] = SLOT_DURATION, [QUANTITY_COUNT] = SLOT_COUNT,
                [QUANTITY_MONEY] = SLOT_MONEY,       [QUANTITY_PERCENT] = SLOT_PERCENT,
                [QUANTITY_ORDINAL] = SLOT_COUNT,     [QUANTITY_MEASURE] = SLOT_MEASURE,
        };

        return figure_is_age(a, q) ? SLOT_AGE : (enum slot_kind)kinds[q->kind];
}

/* People have one row, dead or alive, and so has each family of things that are counted:
 * "shops" and "stores" may be the same ones; homes that were evacuated are not people. Of the
 * rest one row holds all of a dimension. */
static uint64_t slot_key(enum slot_kind kind, const char *unit, const struct counted *counted)
{
        const char *dimension = kind == SLOT_MEASURE ? unit_dimension(unit) : "";
        bool people = (counted->toll && !counted->things) || counted->people;
        uint64_t family = htobe64(counted->family ? counted->family : counted->head);
        const unsigned char head[] = { (unsigned char)kind, people };
        const struct digest_piece pieces[] = {
                { head, kind == SLOT_COUNT ? 2 : 1 },
                { dimension, strlen(dimension) },
                { &family, kind == SLOT_COUNT && !people ? sizeof(family) : 0 },
        };

        return digest_64_of(pieces, ARRAY_SIZE(pieces));
}

/* ------------------------------------------------------------ which figures count */

/* "one witness said" counts nobody, and "one day" is no length. */
static bool is_article(const struct account *a, const struct quantity *q)
{
        static const char day[] = "one day";

        if (q->value != 1000 || q->bound != BOUND_EXACT)
                return false;
        return q->kind == QUANTITY_COUNT ||
               (q->kind == QUANTITY_DURATION && q->span.end - q->span.start == strlen(day) &&
                strncasecmp(a->x->text + q->span.start, day, strlen(day)) == 0);
}

/* ------------------------------------------------------------ collecting */

/* The sentence is the evidence to read; the figure itself is what it proves. */
static int place_figure(struct account *a, const struct figure *f, struct span own)
{
        size_t at = account_sentence_at(a, own.start);
        struct span sentence;
        struct figure *place;

        if (at == a->x->n_sentences)
                return 0;
        place = arena_push(a->arena, &a->figures, &a->n_figures, sizeof(*place));
        if (!place)
                return -ENOMEM;
        *place = *f;
        place->own = own;
        sentence = a->x->sentences[at];
        if (!account_passage(a, sentence, &place->value.mention)) {
                a->n_figures--;
                return 0;
        }
        return place->value.mention.text && place->value.about
                       ? account_around(a, place, sentence)
                       : -ENOMEM;
}

/* "a 6.1-magnitude quake", "magnitude of 5", "6 on the Richter scale", "a 6.1 quake" */
static bool is_magnitude(const struct account *a, const struct quantity *q)
{
        static const char *const scales[] = { "magnitude", "richter" };
        static const char *const quakes[] = { "quake", "earthquake", "tremor", "aftershock",
                                              "temblor" };
        size_t at = account_term_at(a, q->span.start), behind = account_term_at(a, q->span.end);
        size_t first = at > MAGNITUDE_NEAR ? at - MAGNITUDE_NEAR : 0;
        size_t sentence = account_sentence_at(a, q->span.start);

        if (q->unit || q->value <= 0 || q->value > MAGNITUDE_MOST)
                return false;
        for (size_t i = first; i < a->n_terms && i < behind + 2 * MAGNITUDE_NEAR; i++)
                if (figure_term_is(a, i, scales, ARRAY_SIZE(scales)) &&
                    account_sentence_at(a, a->terms[i].start) == sentence)
                        return true;
        return q->value % 1000 && behind < a->n_terms &&
               account_sentence_at(a, a->terms[behind].start) == sentence &&
               figure_term_is(a, behind, quakes, ARRAY_SIZE(quakes));
}

/* "dozens", "hundreds": from two of them to two of the next. */
static bool is_plural(const struct account *a, const struct quantity *q)
{
        static const char *const words[] = { "tens",      "dozens",   "scores",  "hundreds",
                                             "thousands", "millions", "billions" };
        const char *text = a->x->text + q->span.start;
        size_t n = q->span.end - q->span.start;

        if (q->kind != QUANTITY_COUNT || q->bound != BOUND_AT_LEAST)
                return false;
        for (size_t i = 0; i < ARRAY_SIZE(words); i++)
                if (n >= strlen(words[i]) && strncasecmp(text, words[i], strlen(words[i])) == 0)
                        return true;
        return false;
}

/* No more than a row holds. */
static int64_t multiplied(int64_t value, int64_t by)
{
        int64_t product;

        if (__builtin_mul_overflow(value, by, &product))
                product = value < 0 ? -FIGURE_MAX : FIGURE_MAX;
        return product > FIGURE_MAX    ? FIGURE_MAX
               : product < -FIGURE_MAX ? -FIGURE_MAX
                                       : product;
}

/* Of "about 10 km (6 miles)" the second is as rough as the first. */
static uint8_t bound_of(const struct account *a, const struct quantity *q)
{
        const char *text = a->x->text;
        const struct quantity *before =
                q->kind == QUANTITY_MEASURE && q > a->x->quantities ? q - 1 : NULL;

        if (q->bound == BOUND_EXACT && before && before->kind == q->kind &&
            text[q->span.start - 1] == '(' && q->span.start - 1 <= before->span.end + 1)
                q = before;
        return q->bound == BOUND_ABOUT ? figure_side(a, q->span) : (uint8_t)q->bound;
}

/* What the words of a number mean as a figure: "dozens" has an end, too, and three quarters
 * are a share. */
static int set_number(const struct account *a, struct figure *f, const struct quantity *q)
{
        struct slot_value *v = &f->value;

        v->value = q->value;
        v->high = q->high == QUANTITY_NO_HIGH ? q->value : q->high;
        v->bound = bound_of(a, q);
        v->unit = q->unit               ? text_kept(a->arena, q->unit, UNIT_BYTES_MAX)
                  : f->kind == SLOT_AGE ? "year"
                                        : NULL;
        if (f->kind == SLOT_COUNT && is_plural(a, q)) {
                v->high = multiplied(q->value, PLURAL_SPAN);
                v->bound = BOUND_EXACT;
                v->unit = arena_copy(a->arena, a->x->text + q->span.start,
                                     q->span.end - q->span.start);
                return v->unit ? 0 : -ENOMEM;
        }
        if (f->kind == SLOT_PERCENT && q->kind == QUANTITY_COUNT) {
                v->value = multiplied(v->value, 100);
                v->high = multiplied(v->high, 100);
        }
        return q->unit && !v->unit ? -ENOMEM : 0;
}

/* "44.8 deaths per 100,000", "51 deaths/100,000", "2.3 children a woman": nobody counted so. */
static bool is_rate(const struct account *a, const struct quantity *q)
{
        static const char *const per[] = { " per 1", "/100", "/1,000", "/10,000" };
        const char *text = a->x->text;
        size_t sentence = account_sentence_at(a, q->span.start), end = a->x->text_size;

        if (q->value % 1000) /* thousandths */
                return true;
        if (sentence < a->x->n_sentences && a->x->sentences[sentence].end < end)
                end = a->x->sentences[sentence].end;
        if (end > q->span.end + RATE_NEAR)
                end = q->span.end + RATE_NEAR;
        for (size_t i = q->span.end; i < end; i++)
                for (size_t k = 0; k < ARRAY_SIZE(per); k++)
                        if (end - i >= strlen(per[k]) &&
                            strncmp(text + i, per[k], strlen(per[k])) == 0)
                                return true;
        return false;
}

static int add_quantity(struct account *a, const struct quantity *q)
{
        struct figure f = { 0 };
        struct slot_value *v = &f.value;
        struct counted counted;
        int r = account_counted(a, q->of, &counted);

        if (r || q->kind == QUANTITY_ORDINAL || is_article(a, q) || length_is_stretch(a, q) ||
            figure_is_piece(a, q->span) ||
            (q->high != QUANTITY_NO_HIGH && figure_is_record(a, q->span)))
                return r;
        f.kind = (uint8_t)slot_kind(a, q);
        if (f.kind == SLOT_COUNT && q->value > 0 && q->value < 1000)
                f.kind = SLOT_PERCENT; /* "three-quarters of voters" */
        if ((f.kind == SLOT_COUNT || f.kind == SLOT_DURATION) && figure_is_bare_age(a, q))
                f.kind = SLOT_AGE;
        if (f.kind == SLOT_COUNT && is_magnitude(a, q))
                f.kind = SLOT_MAGNITUDE;
        if (f.kind == SLOT_COUNT && !counted.people && !counted.toll &&
            (!counted.head || figure_is_of_verb(a, q->of, q->span)))
                return 0; /* "the two met" */
        if (f.kind == SLOT_COUNT && (counted.people || counted.toll) && is_rate(a, q))
                return 0;
        if (f.kind == SLOT_MAGNITUDE)
                counted.head = 1; /* all are of earthquakes */
        v->toll = f.kind == SLOT_COUNT && counted.toll;
        r = set_number(a, &f, q);
        if (r)
                return r;
        f.key = slot_key((enum slot_kind)f.kind, v->unit, &counted);
        v->part = f.kind == SLOT_MONEY && figure_is_converted(a, q) ? PART_CONVERTED
                                                                    : figure_part(a, q->span);
        v->planned = figure_is_planned(a, q->span);
        v->moves = ((q->kind == QUANTITY_PERCENT || q->kind == QUANTITY_MONEY) &&
                    figure_is_of_market(a, q->span, q->kind == QUANTITY_PERCENT)) ||
                   figure_is_passing(a, q->span);
        v->grows = figure_grows(a, q->span);
        v->head = counted.head;
        memcpy(v->head_sense, counted.sense, sizeof(v->head_sense));
        v->people = counted.people;
        v->about = figure_about(a, (enum slot_kind)f.kind, v->unit, q->of, q->span);
        v->mention.confidence = q->by.confidence;
        v->central = counted.head > 1 && account_leads_with(a, counted.head);
        return place_figure(a, &f, q->span);
}

/* "half an hour" */
static int add_length(struct account *a, const struct time_expression *t)
{
        struct quantity q;

        return length_in_words(a, t, &q) ? add_quantity(a, &q) : 0;
}

static uint8_t clock_bound(const struct account *a, const struct time_expression *t)
{
        static const char *const before[] = { "before ", "by " }, *const after[] = { "after " };
        enum quantity_bound told = bound_of_mod(t->mod);

        if (told != BOUND_EXACT)
                return (uint8_t)told;
        if (figure_stands_before(a, t->span, before, ARRAY_SIZE(before), 0))
                return BOUND_LESS_THAN;
        return figure_stands_before(a, t->span, after, ARRAY_SIZE(after), 0) ? BOUND_MORE_THAN
                                                                             : BOUND_EXACT;
}

/* The minute of the day that a TIMEX3 value tells, in thousandths; -1: none. */
static int64_t minute_of_day(const char *value)
{
        const char *clock = value ? strchr(value, 'T') : NULL;
        int hour, minute;

        if (!clock || strspn(clock + 1, "0123456789:") < CLOCK_CHARS || clock[3] != ':')
                return -1;
        hour = (clock[1] - '0') * 10 + clock[2] - '0';
        minute = (clock[4] - '0') * 10 + clock[5] - '0';
        return 1000 * (60 * hour + minute);
}

/* "Between 2am and 3am" is some minute of that hour; "from 9am to 5pm" is all of them. */
static int64_t clock_high(const struct account *a, const struct time_expression *t, int64_t low)
{
        static const char word[] = "between ";
        int64_t high = strncasecmp(a->x->text + t->span.start, word, strlen(word)) == 0
                               ? minute_of_day(t->end)
                               : -1;

        return high > low ? high : low;
}

/* "2021-12-02T20:49": the minute of the day is the figure. */
static int add_clock(struct account *a, const struct time_expression *t)
{
        struct counted none = { 0 };
        struct figure f = { .kind = SLOT_CLOCK, .key = slot_key(SLOT_CLOCK, NULL, &none) };
        struct slot_value *v = &f.value;
        int64_t low = minute_of_day(t->value);

        if (t->type != TIME_TIME || low < 0 || figure_is_stamp(a, t->span) ||
            !figure_shows_hour(a, t->span))
                return 0;
        v->value = low;
        v->high = clock_high(a, t, low);
        v->bound = clock_bound(a, t);
        v->planned = figure_is_planned(a, t->span);
        v->day = strchr(t->value, 'T') - t->value == DAY_CHARS &&
                                 strspn(t->value, "0123456789-") == DAY_CHARS
                         ? (uint32_t)digest_64(t->value, DAY_CHARS) | 1
                         : 0;
        v->about = figure_about(a, SLOT_CLOCK, NULL, NULL, t->span);
        v->mention.confidence = t->by.confidence;
        return place_figure(a, &f, t->span);
}

/* Does the expression name its day itself? "Thursday night", "at 5 on 2 December" */
static bool names_day(const struct account *a, struct span s)
{
        static const char *const names[] = {
                "monday",    "tuesday", "wednesday", "thursday", "friday",
                "saturday",  "sunday",  "january",   "february", "march",
                "april",     "may",     "june",      "july",     "august",
                "september", "october", "november",  "december",
        };

        for (size_t i = 0; i < ARRAY_SIZE(names); i++)
                for (uint32_t at = s.start; at + strlen(names[i]) <= s.end; at++)
                        if (strncasecmp(a->x->text + at, names[i], strlen(names[i])) == 0)
                                return true;
        return false;
}

/* "42 years ago": in 1976, where the report is of 2018, or late in 1975. */
static bool is_reckoned(const struct account *a, struct span s)
{
        static const char *const ends[] = { " ago", " earlier", " later" };
        const char *text = a->x->text;

        for (size_t i = 0; i < ARRAY_SIZE(ends); i++) {
                size_t n = strlen(ends[i]);

                if (s.end - s.start > n && strncasecmp(text + s.end - n, ends[i], n) == 0)
                        return true;
        }
        return false;
}

/* A day, month or year is the stretch of days that it may mean; a time is of a day. */
static int add_date(struct account *a, const struct time_expression *t)
{
        struct counted none = { 0 };
        struct figure f = { .kind = SLOT_DATE, .key = slot_key(SLOT_DATE, NULL, &none) };
        struct slot_value *v = &f.value;
        const char *clock = t->value ? strchr(t->value, 'T') : NULL;
        int64_t first, last;

        if (!t->value || t->end || t->type != (clock ? TIME_TIME : TIME_DATE) ||
            (clock && !names_day(a, t->span)))
                return 0;
        v->unit = text_kept(a->arena, t->value,
                            clock ? (size_t)(clock - t->value) : UNIT_BYTES_MAX);
        if (!v->unit)
                return -ENOMEM;
        if (!date_days(v->unit, &first, &last))
                return 0;
        v->value = 1000 * first;
        v->high = 1000 * last;
        if (last > first && is_reckoned(a, t->span))
                v->bound = FIGURE_AGO;
        v->about = figure_about(a, SLOT_DATE, NULL, NULL, t->span);
        v->mention.confidence = t->by.confidence;
        return place_figure(a, &f, t->span);
}

static int64_t added(int64_t a, int64_t b)
{
        int64_t sum;

        if (__builtin_add_overflow(a, b, &sum) || sum > FIGURE_MAX)
                return FIGURE_MAX;
        return sum < -FIGURE_MAX ? -FIGURE_MAX : sum;
}

/* Ages, dates and hours of a row make no whole, nor do euros and dollars. */
static bool add_up(const struct figure *f, const struct slot_value *other)
{
        return f->kind < SLOT_CLOCK && f->kind != SLOT_AGE && same_unit(&f->value, other);
}

/* Of "five charges of fraud, two of theft and one charge of arson": those that are one. */
static int add_ones(struct account *a, struct figure *f)
{
        struct span sentence = f->value.mention.span;

        for (size_t i = account_quantity_at(a, sentence.start); i < a->x->n_quantities; i++) {
                const struct quantity *q = &a->x->quantities[i];
                struct counted counted;
                int r;

                if (q->span.end > sentence.end)
                        break;
                if (q->kind != QUANTITY_COUNT || !is_article(a, q))
                        continue;
                r = account_counted(a, q->of, &counted);
                if (r)
                        return r;
                if (counted.head == f->value.head)
                        f->value.total = added(f->value.total, q->value);
        }
        return 0;
}

/* "Carter had 14 points and VanDeest 13": which is whose is easily mistaken. "40 miles (65 km)"
 * is one. */
static int count_siblings(struct account *a)
{
        int r = 0;

        for (size_t i = 0; !r && i < a->n_figures; i++) {
                struct slot_value *v = &a->figures[i].value;
                const struct slot row = { .kind = a->figures[i].kind };

                v->total = v->value;
                for (size_t k = 0; k < a->n_figures; k++) {
                        const struct slot_value *w = &a->figures[k].value;

                        if (k == i || a->figures[k].key != a->figures[i].key ||
                            w->mention.span.start != v->mention.span.start)
                                continue;
                        if (!same_number(&row, v, w) && v->siblings < UINT8_MAX)
                                v->siblings++;
                        if (add_up(&a->figures[i], w))
                                v->total = added(v->total, w->value);
                }
                if (v->siblings && a->figures[i].kind == SLOT_COUNT)
                        r = add_ones(a, &a->figures[i]);
        }
        return r;
}

/* Of a text that is all numbers no more are read than are kept. */
static bool has_room(const struct account *a)
{
        return a->n_figures < FIGURES_MAX;
}

int account_find_figures(struct account *a)
{
        int r = 0;

        for (size_t i = 0; !r && i < a->x->n_quantities && has_room(a); i++)
                r = add_quantity(a, &a->x->quantities[i]);
        for (size_t i = 0; !r && i < a->x->n_times && has_room(a); i++)
                r = add_length(a, &a->x->times[i]);
        for (size_t i = 0; !r && i < a->x->n_times && has_room(a); i++)
                r = add_clock(a, &a->x->times[i]);
        for (size_t i = 0; !r && i < a->x->n_times && has_room(a); i++)
                r = add_date(a, &a->x->times[i]);
        return r ? r : count_siblings(a);
}
