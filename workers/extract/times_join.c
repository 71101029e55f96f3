/* times_join - neighbouring readings that make one expression
 *
 * Rules read what stands together tightly; here "10 p.m." finds its "Wednesday", "May 3" its
 * "to June 5", "third quarter" its "of last year", and "early", "the end of", "about", "the" go
 * to what follows them. A joined reading points to the one it is counted from, which is then no
 * expression of its own.
 */
#include <string.h>

#include "workers/extract/times.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_tense_words;

enum {
        GAP_TERMS_MAX = 3,
        GAP_BYTES_MAX = 40,
        TENSE_REACH = 25,
        NEGATION_REACH = 10,
        TOLD_REACH = 7
};

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
        case READING_DATE: return r->day != UNSET && !r->ranged && r->hour == UNSET;
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

static bool join_time_and_day(struct readings *readings, size_t i, size_t k,
                              const struct terms *terms)
{
        static const char *const time_first[] = { "",       ",",      "on", "of",
                                                  "on the", "of the", "in", NULL };
        static const char *const day_first[] = { "",       ",",         "at",       "in the",
                                                 "around", "at around", "at about", ", at",
                                                 "in",     "@",         "by",       "about",
                                                 NULL };
        struct reading *a = &readings->list[i], *b = &readings->list[k];

        if (a->kind == READING_CLOCK &&
            (b->kind == READING_PART || (b->kind == READING_DEICTIC && b->part)) &&
            gap_is_one_of(terms, a, b, time_first)) {
                join(readings, i, k);
                return true;
        }
        if (is_time_of_day(a) && is_day(b) && gap_is_one_of(terms, a, b, time_first)) {
                join(readings, i, k);
                return true;
        }
        if (is_day(a) && is_time_of_day(b) && gap_is_one_of(terms, a, b, day_first)) {
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

static bool join_year(struct readings *readings, size_t i, size_t k, const struct terms *terms)
{
        static const char *const year_last[] = { "", "of", "in", ",", "of the", NULL };
        static const char *const year_first[] = { "", "'s", "'", NULL };
        struct reading *a = &readings->list[i], *b = &readings->list[k];

        if (lacks_year(a) && is_year(b) && gap_is_one_of(terms, a, b, year_last)) {
                join(readings, i, k);
                return true;
        }
        if (is_year(a) && lacks_year(b) && a->base == NONE && b->kind != READING_DATE &&
            gap_is_one_of(terms, a, b, year_first)) {
                join(readings, k, i);
                return true;
        }
        return false;
}

static bool join_offset(struct readings *readings, size_t i, size_t k,
                        const struct terms *terms)
{
        static const char *const nothing[] = { "", NULL };
        static const char *const before[] = { "before",     "after",     "from",
                                              "before the", "after the", NULL };
        struct reading *a = &readings->list[i], *b = &readings->list[k];
        bool date = is_day(b) || b->kind == READING_DATE;

        if (a->kind == READING_WEEK_OF && date && gap_is_one_of(terms, a, b, nothing)) {
                join(readings, i, k);
                return true;
        }
        if (a->kind == READING_OFFSET && date && a->base == NONE &&
            gap_is_one_of(terms, a, b, nothing)) {
                join(readings, i, k);
                return true;
        }
        if (a->kind == READING_DURATION && a->count >= 0 && date &&
            gap_is_one_of(terms, a, b, before)) {
                a->kind = READING_OFFSET;
                a->direction = strcmp(terms->list[a->last].word, "before") == 0 ? -1 : 1;
                join(readings, i, k);
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

/* "from A to B", "between A and B", "A - B": both stay expressions; A gets B for its end. */
static void join_range(struct readings *readings, size_t i, size_t k, const struct terms *terms)
{
        struct reading *a = &readings->list[i], *b = &readings->list[k];
        const struct term *gap;

        if (!can_range(a) || !can_range(b) ||
            !(b->first == a->last + 1 ||
              (b->first == a->last + 2 && strcmp(terms->list[a->last + 1].word, "the") == 0)))
                return;
        if ((a->kind == READING_CLOCK) != (b->kind == READING_CLOCK))
                return;
        gap = &terms->list[a->last];
        if (term_sense(gap, CLASS_TO) || strcmp(gap->word, "until") == 0 ||
            strcmp(gap->word, "till") == 0 || strcmp(gap->word, "through") == 0 ||
            (strcmp(gap->word, "and") == 0 && a->first &&
             strcmp(terms->list[a->first - 1].word, "between") == 0))
                a->range_end = (int)k;
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

/* "early", "the end of", "about", "the" before a reading are part of it. */
static void extend_left(struct reading *r, const struct terms *terms, uint32_t limit)
{
        for (;;) {
                const struct term *before =
                        r->first > limit ? &terms->list[r->first - 1] : NULL;
                const struct sense *mod;

                if (!before)
                        return;
                if (strcmp(before->word, "of") == 0 && r->first - 1 > limit &&
                    term_sense(before - 1, CLASS_EDGE)) {
                        r->first--;
                        continue;
                }
                mod = term_sense(before, CLASS_EDGE);
                if (!mod)
                        mod = term_sense(before, CLASS_MOD);
                if (!mod && can_approximate(r, term_sense(before, CLASS_APPROX)))
                        mod = term_sense(before, CLASS_APPROX);
                if (mod && r->first - 1 >= limit) {
                        if (!r->mod_size) {
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
                limit = r->last;
        }
}

void readings_join(struct readings *readings, size_t from, const struct terms *terms)
{
        join_all(readings, from, terms, join_year);
        join_all(readings, from, terms, join_time_and_day);
        join_all(readings, from, terms, join_offset);
        for (size_t i = from; i < readings->n; i++) {
                size_t k = next_live(readings, i);

                if (readings->list[i].absorbed || k >= readings->n)
                        continue;
                join_range(readings, i, k, terms);
                lend_year(readings, i, k, terms);
        }
        extend(readings, from, terms);
}

static bool is_modal(const char *word)
{
        const char *value = lexicon_get(&lexicon_tense_words, word);

        return value && value[0] == 'f';
}

static bool ends_sentence(const struct terms *terms, size_t i)
{
        const struct term *t = &terms->list[i];

        return strcmp(t->word, ".") == 0 || strcmp(t->word, ";") == 0 ||
               strcmp(t->word, "?") == 0 || strcmp(t->word, "!") == 0;
}

/* "could not be reached", "neither she nor her lawyer could be reached" */
static bool is_negated(const struct terms *terms, size_t i)
{
        for (size_t k = i; k-- > 0 && i - k < NEGATION_REACH && !ends_sentence(terms, k);)
                if (strcmp(terms->list[k].word, "neither") == 0 ||
                    strcmp(terms->list[k].word, "nor") == 0 ||
                    strcmp(terms->list[k].word, "nobody") == 0)
                        return true;
        return i + 1 < terms->n && (strcmp(terms->list[i + 1].word, "not") == 0 ||
                                    strcmp(terms->list[i + 1].word, "n't") == 0);
}

/* What the form of a verb tells that no list names. */
static int8_t tense_of_form(const struct terms *terms, size_t i, bool adjacent)
{
        const struct term *t = &terms->list[i];
        size_t size = strlen(t->word);
        bool after_be = i && strcmp(terms->list[i - 1].word, "be") == 0;
        bool ed = size > 4 && strcmp(t->word + size - 2, "ed") == 0;

        if (t->upos == UPOS_X)
                return ed && !after_be ? -1 : 0;
        if (t->fine == FINE_VBD || (t->fine == FINE_VBN && !after_be))
                return -1;
        if (adjacent && !t->classes && !t->capital && t->upos == UPOS_VERB &&
            t->fine == FINE_VBZ && size > 3 && t->word[size - 1] == 's')
                return 1; /* "the court meets Monday" */
        return adjacent && ed && !after_be && t->upos == UPOS_VERB ? -1 : 0;
}

/* What the word at @i tells of its clause's tense. A reporting verb right before the time
 * ("said Monday") has it for itself. */
static int8_t tense_at(const struct terms *terms, size_t i, bool adjacent)
{
        const char *word = terms->list[i].word, *value, *column;
        const char *next = i + 1 < terms->n ? terms->list[i + 1].word : "";
        size_t size = strlen(word);

        value = lexicon_get(&lexicon_tense_words, word);
        if (value) {
                size = lexicon_column(value, 1, &column);
                if (size && (strncmp(next, column, size) != 0 || next[size]))
                        value = NULL; /* "set aside" */
        }
        if (!value)
                return tense_of_form(terms, i, adjacent);
        if (strcmp(word, "could") == 0 && is_negated(terms, i))
                return -1; /* "could not be reached Monday" */
        if (value[0] == 'p' && i && is_modal(terms->list[i - 1].word))
                return 0; /* "will have": the modal tells */
        switch (value[0]) {
        case 'f': return 1;
        case 'p': return i && strcmp(terms->list[i - 1].word, "be") == 0 ? 0 : -1;
        case 'r': return adjacent ? -1 : 0;
        default: return 0;
        }
}

/* "had filed their reports by Wednesday" */
static bool is_done(const struct terms *terms, size_t first)
{
        for (size_t k = first; k-- > 0 && first - k < NEGATION_REACH;) {
                if (ends_sentence(terms, k))
                        return false;
                if (strcmp(terms->list[k].word, "had") == 0)
                        return strcmp(terms->list[k + 1].word, "to") != 0;
        }
        return false;
}

/* "told a conference on Tuesday that it might …": the day is that of the telling. */
static bool is_of_telling(const struct terms *terms, size_t first)
{
        if (!first || strcmp(terms->list[first - 1].word, "on") != 0)
                return false;
        for (size_t k = first - 1; k-- > 0 && first - k < TOLD_REACH;) {
                if (strcmp(terms->list[k].word, "told") == 0)
                        return true;
                if (ends_sentence(terms, k) || terms->list[k].upos == UPOS_VERB ||
                    terms->list[k].upos == UPOS_AUX || terms->list[k].upos == UPOS_SCONJ)
                        return false;
        }
        return false;
}

/* "until 9 a.m. Tuesday", "by Friday": a deadline lies ahead. */
static bool is_deadline(const struct terms *terms, size_t first)
{
        static const uint64_t of_time = UINT64_C(1) << CLASS_HOUR | UINT64_C(1) << CLASS_AMPM |
                                        UINT64_C(1) << CLASS_CLOCK | UINT64_C(1) << CLASS_NOON |
                                        UINT64_C(1) << CLASS_ZONE;

        while (first && terms->list[first - 1].classes & of_time)
                first--;
        if (first > 2 && strcmp(terms->list[first - 1].word, "as") == 0 &&
            (strcmp(terms->list[first - 2].word, "soon") == 0 ||
             strcmp(terms->list[first - 2].word, "early") == 0))
                return true; /* "as soon as Tuesday" */
        return first && !terms->list[first - 1].capital &&
               (strcmp(terms->list[first - 1].word, "until") == 0 ||
                strcmp(terms->list[first - 1].word, "till") == 0 ||
                strcmp(terms->list[first - 1].word, "by") == 0);
}

int8_t tense_around(const struct terms *terms, size_t first, size_t last)
{
        int8_t tense;

        if (is_deadline(terms, first))
                return strcmp(terms->list[first - 1].word, "by") == 0 &&
                                       is_done(terms, first - 1)
                               ? -1
                               : 1;
        if (is_of_telling(terms, first))
                return -1;
        if (last < terms->n && strcmp(terms->list[last].word, "'s") == 0)
                first = 0; /* "to get round Monday's ruling": no verb before it governs it */

        for (size_t i = first; i-- > 0 && first - i < TENSE_REACH;) {
                if (ends_sentence(terms, i))
                        break;
                tense = tense_at(terms, i, first - i <= 2);
                if (tense)
                        return tense;
                if (i && strcmp(terms->list[i].word, "be") == 0 &&
                    strcmp(terms->list[i - 1].word, "to") == 0)
                        return 1;
        }
        for (size_t i = last; i < terms->n && i - last < TENSE_REACH; i++) {
                if (ends_sentence(terms, i))
                        break;
                tense = tense_at(terms, i, false);
                if (tense)
                        return tense;
        }
        return 0;
}
