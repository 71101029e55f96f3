#include "workers/compare/factors.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/macros.h"
#include "workers/compare/account.h"
#include "workers/compare/dates.h"
#include "workers/compare/figure_words.h"
#include "workers/compare/match.h"
#include "workers/compare/verdict.h"

enum {
        CLOCK_CLOSE = 90 * 1000, /* thousandths of minutes */
        HALF_DAY = 720 * 1000,   /* a.m. for p.m. */
        NEAR_MOST = 8,
        CONTEXT_MOST = 14,
        LEAD = 3,
        APART_MOST = 20, /* sentences */
        DOUBLINGS_MOST = 5,
        DAYS_MOST = 5,
        SMALL = 10 * 1000,
        COMPANY_ENOUGH = 2,
        CROWD_MOST = 12,
        SHARED_MOST = 8,
        WEEK = 6, /* days from the first to the last */
        YEAR = 300,
};

/* "$5" and "US$5", "5 million pounds" and "5 million Egyptian pounds" may be one sum: which
 * dollars and pounds are meant need not be said. */
static bool same_currency(const char *a, const char *b)
{
        static const char *const common[][2] = {
                { "dollar", "USD" },   { "dollar", "AUD" }, { "dollar", "CAD" },
                { "dollar", "NZD" },   { "dollar", "HKD" }, { "dollar", "SGD" },
                { "pound", "GBP" },    { "pound", "EGP" },  { "franc", "CHF" },
                { "krona", "SEK" },    { "krone", "NOK" },  { "krone", "DKK" },
                { "crown", "SEK" },    { "crown", "NOK" },  { "crown", "DKK" },
                { "crown", "CZK" },    { "crown", "ISK" },  { "crown", "krona" },
                { "crown", "krone" },  { "peso", "MXN" },   { "peso", "ARS" },
                { "peso", "PHP" },     { "dinar", "IQD" },  { "dinar", "KWD" },
                { "shilling", "KES" },
        };

        if (!a || !b)
                return false;
        for (size_t i = 0; i < ARRAY_SIZE(common); i++)
                if ((strcmp(a, common[i][0]) == 0 && strcmp(b, common[i][1]) == 0) ||
                    (strcmp(b, common[i][0]) == 0 && strcmp(a, common[i][1]) == 0))
                        return true;
        return strcmp(a, b) == 0;
}

static int tells(const uint32_t *terms, size_t n)
{
        int sum = 0;

        for (size_t i = 0; i < n; i++)
                sum += (int)TERM_TELLS(terms[i]);
        return sum;
}

/* What two lists of terms share, by how much it tells. */
static int shared_tells(const uint32_t *a, size_t n, const uint32_t *b, size_t m)
{
        int shared = 0;

        for (size_t i = 0; i < n; i++) {
                for (size_t k = 0; k < m; k++) {
                        if (TERM_IS(a[i], b[k])) {
                                shared += (int)TERM_TELLS(b[k]);
                                break;
                        }
                }
        }
        return shared;
}

static int shared_count(const struct slot_value *a, const struct slot_value *b)
{
        const struct mention *x = &a->mention, *y = &b->mention;
        int shared = 0;

        for (size_t i = 0; i < x->n_terms; i++) {
                for (size_t k = 0; k < y->n_terms; k++) {
                        if (TERM_IS(x->terms[i], y->terms[k])) {
                                shared++;
                                break;
                        }
                }
        }
        return shared;
}

static int shared_ids(const uint32_t *a, size_t n, const uint32_t *b, size_t m)
{
        int shared = 0;

        for (size_t i = 0; i < n; i++) {
                for (size_t k = 0; k < m; k++) {
                        if (a[i] == b[k]) {
                                shared++;
                                break;
                        }
                }
        }
        return shared;
}

static int16_t part(int64_t share, int64_t whole)
{
        if (whole <= 0)
                return 0;
        return (int16_t)(share >= whole ? FACTOR_SCALE : share * FACTOR_SCALE / whole);
}

static int16_t flag(bool set)
{
        return set ? FACTOR_SCALE : 0;
}

static int least(int a, int b)
{
        return a < b ? a : b;
}

static void of_words(int16_t *f, const struct slot_value *a, const struct slot_value *b)
{
        const struct mention *x = &a->mention, *y = &b->mention;
        int near = shared_tells(a->near, a->n_near, b->near, b->n_near);
        int all = shared_tells(x->terms, x->n_terms, y->terms, y->n_terms);

        f[FACTOR_NEAR] = part(near, NEAR_MOST);
        f[FACTOR_NEAR_SHARE] =
                part(near, least(tells(a->near, a->n_near), tells(b->near, b->n_near)));
        f[FACTOR_CONTEXT] = part(all, CONTEXT_MOST);
        f[FACTOR_CONTEXT_SHARE] =
                part(all, least(tells(x->terms, x->n_terms), tells(y->terms, y->n_terms)));
        f[FACTOR_NEAR_SENSE] = (int16_t)(sense_alike(a->near_sense, b->near_sense) / 10);
        f[FACTOR_SENTENCE_SENSE] = (int16_t)(sense_alike(a->sense, b->sense) / 10);
}

/* What stands right before and right behind the two. */
static void of_sides(int16_t *f, const struct slot_value *a, const struct slot_value *b)
{
        bool behind = a->n_before < a->n_near && b->n_before < b->n_near;

        f[FACTOR_NEXT_SAME] =
                flag(behind && TERM_IS(a->near[a->n_before], b->near[b->n_before]));
        f[FACTOR_LINK_SAME] = flag(a->link && a->link == b->link);
        f[FACTOR_LINK_OTHER] = flag(a->link && b->link && a->link != b->link);
}

static void of_heads(int16_t *f, const struct slot_value *a, const struct slot_value *b)
{
        bool same = a->head && a->head == b->head, known = a->head && b->head;

        f[FACTOR_HEAD_SAME] = same ? FACTOR_SCALE : 0;
        f[FACTOR_HEAD_OTHER] = known && !same ? FACTOR_SCALE : 0;
        if (known && !same)
                f[FACTOR_HEAD_SENSE] =
                        (int16_t)(sense_alike(a->head_sense, b->head_sense) / 10);
        f[FACTOR_HEAD_UNKNOWN] = known ? 0 : FACTOR_SCALE;
        f[FACTOR_PEOPLE_OTHER] = known && !same && a->people && b->people ? FACTOR_SCALE : 0;
        f[FACTOR_TOLL_BOTH] = a->toll && b->toll ? FACTOR_SCALE : 0;
        f[FACTOR_TOLL_ONE] = a->toll != b->toll ? FACTOR_SCALE : 0;
        f[FACTOR_CENTRAL] = a->central && b->central ? FACTOR_SCALE : 0;
        f[FACTOR_THEME] = f[FACTOR_CENTRAL] && same ? FACTOR_SCALE : 0;
}

bool figures_are_of_two(const struct slot_value *a, const struct slot_value *b)
{
        return a->subject && b->subject &&
               (a->subject != b->subject || (a->given && b->given && a->given != b->given));
}

static void of_names(int16_t *f, const struct slot_value *a, const struct slot_value *b)
{
        int shared = shared_ids(a->persons, a->n_persons, b->persons, b->n_persons);

        f[FACTOR_PERSON_SAME] = shared ? FACTOR_SCALE : 0;
        f[FACTOR_PERSON_OTHER] = !shared && a->n_persons && b->n_persons ? FACTOR_SCALE : 0;
        shared = shared_ids(a->places, a->n_places, b->places, b->n_places);
        f[FACTOR_PLACE_SAME] = shared ? FACTOR_SCALE : 0;
        f[FACTOR_PLACE_OTHER] = !shared && a->n_places && b->n_places ? FACTOR_SCALE : 0;
        shared = shared_ids(a->company, a->n_company, b->company, b->n_company);
        f[FACTOR_SUBJECT_OTHER] = flag(figures_are_of_two(a, b));
        f[FACTOR_SUBJECT_SAME] = flag(a->subject && b->subject && !f[FACTOR_SUBJECT_OTHER]);
        f[FACTOR_ACTOR_SAME] = a->actor && a->actor == b->actor ? FACTOR_SCALE : 0;
        f[FACTOR_ACTOR_OTHER] = a->actor && b->actor && a->actor != b->actor ? FACTOR_SCALE : 0;
        f[FACTOR_SIBLINGS_ONE] = !a->siblings != !b->siblings ? FACTOR_SCALE : 0;
        f[FACTOR_SIBLINGS_BOTH] = a->siblings && b->siblings ? FACTOR_SCALE : 0;
        f[FACTOR_COMPANY] = part(shared, COMPANY_ENOUGH);
        f[FACTOR_COMPANY_OTHER] = !shared && a->n_company && b->n_company ? FACTOR_SCALE : 0;
}

static void of_time(int16_t *f, const struct slot_value *a, const struct slot_value *b)
{
        int64_t days = llabs(a->minute - b->minute) / (24 * 60);

        f[FACTOR_PAST_BOTH] = a->past && b->past ? FACTOR_SCALE : 0;
        f[FACTOR_PAST_ONE] = a->past != b->past ? FACTOR_SCALE : 0;
        f[FACTOR_DAY_SAME] = a->day && a->day == b->day ? FACTOR_SCALE : 0;
        f[FACTOR_DAY_OTHER] = a->day && b->day && a->day != b->day ? FACTOR_SCALE : 0;
        f[FACTOR_PLANNED_OTHER] = a->planned != b->planned ? FACTOR_SCALE : 0;
        if (a->known != KNOWN_NOT && b->known != KNOWN_NOT)
                f[FACTOR_DAYS_APART] = part(days, DAYS_MOST);
        f[FACTOR_LEAD_BOTH] = a->lead < LEAD && b->lead < LEAD ? FACTOR_SCALE : 0;
        f[FACTOR_LEAD_APART] = part(abs((int)a->lead - (int)b->lead), APART_MOST);
}

static int doublings(int64_t less, int64_t more)
{
        int n = 0;

        for (; n < DOUBLINGS_MOST && less < more / 2; n++)
                less *= 2;
        return n;
}

static bool is_bounded(const struct slot_value *v)
{
        return v->bound >= BOUND_AT_LEAST && v->bound <= BOUND_LESS_THAN;
}

static bool is_exact(const struct slot_value *v)
{
        return v->bound == BOUND_EXACT || v->bound == FIGURE_AGO;
}

static bool is_in_words(const struct slot *slot, const struct slot_value *v)
{
        return slot->kind == SLOT_COUNT && v->unit;
}

static void of_bounds(int16_t *f, const struct slot *slot, const struct slot_value *a,
                      const struct slot_value *b, bool far)
{
        bool open = is_bounded(a) || is_bounded(b);

        f[FACTOR_WORDS_ONE] = is_in_words(slot, a) != is_in_words(slot, b) ? FACTOR_SCALE : 0;
        if (open && !same_number(slot, a, b) && figures_may_agree(slot, a, b))
                f[far ? FACTOR_OPEN_FAR : FACTOR_OPEN] = FACTOR_SCALE;
}

/* How much coarser one of two dates is. */
static int grain(const struct slot_value *a, const struct slot_value *b)
{
        int64_t x, y, apart;

        if (__builtin_sub_overflow(a->high, a->value, &x) ||
            __builtin_sub_overflow(b->high, b->value, &y) ||
            __builtin_sub_overflow(x, y, &apart))
                return FACTOR_SCALE;
        apart = llabs(apart / 1000);
        return apart < WEEK ? 0 : apart < YEAR ? FACTOR_SCALE / 2 : FACTOR_SCALE;
}

static bool ends_with(const char *text, const char *end)
{
        size_t n = strlen(text), m = strlen(end);

        return n >= m && strcasecmp(text + n - m, end) == 0;
}

/* "number of boats" beside "number of small boats". */
static void of_phrases(int16_t *f, const struct slot_value *a, const struct slot_value *b)
{
        const char *x = a->about ? strstr(a->about, " of ") : NULL;
        const char *y = b->about ? strstr(b->about, " of ") : NULL;

        if (!x || !y || strstr(a->about, ": ") || strstr(b->about, ": ")) /* clauses */
                return;
        x += strlen(" of");
        y += strlen(" of");
        f[FACTOR_PHRASE_SAME] = flag(strcasecmp(x, y) == 0);
        f[FACTOR_PHRASE_LONGER] =
                flag(strcasecmp(x, y) != 0 && (ends_with(x, y) || ends_with(y, x)));
}

/* What tells the kinds of difference apart. */
static void of_kinds(int16_t *f, const struct slot *slot, const struct slot_value *a,
                     const struct slot_value *b)
{
        f[FACTOR_LATER] = flag(figures_are_later(a, b));
        f[FACTOR_GROWS] = flag(a->grows || b->grows);
        f[FACTOR_MOVES] = flag(a->moves || b->moves);
        f[FACTOR_YEAR_SAME] = flag(a->year && a->year == b->year);
        f[FACTOR_YEAR_OTHER] = flag(a->of_year && b->of_year && a->of_year != b->of_year);
        f[FACTOR_CONVERTED] = flag((a->part == PART_CONVERTED) != (b->part == PART_CONVERTED));
        f[FACTOR_SHARED] = part(shared_count(a, b), SHARED_MOST);
        f[FACTOR_OPEN_BOTH] = flag(is_bounded(a) && is_bounded(b));
        if (slot->kind == SLOT_DATE)
                f[FACTOR_GRAIN] = (int16_t)grain(a, b);
        if (slot->kind == SLOT_AGE) {
                f[FACTOR_AGED_SAME] = f[FACTOR_SUBJECT_SAME];
                f[FACTOR_AGED_OTHER] = f[FACTOR_SUBJECT_OTHER];
        }
}

static void of_numbers(int16_t *f, const struct slot *slot, const struct slot_value *a,
                       const struct slot_value *b)
{
        int64_t x = llabs(figure_low(slot, a)), y = llabs(figure_low(slot, b));
        int64_t less = x < y ? x : y, more = x < y ? y : x;
        bool close = more - less <= more / 3, far = less == 0 || more / less >= 10;

        if (slot->kind == SLOT_DATE) {
                close = figures_may_agree(slot, a, b);
                far = false;
        } else if (slot->kind == SLOT_CLOCK) {
                close = more - less <= CLOCK_CLOSE || more - less == HALF_DAY;
                far = !close;
        } else {
                f[FACTOR_RATIO] = part(doublings(less ? less : 1, more), DOUBLINGS_MOST);
        }
        f[FACTOR_CLOSE] = close ? FACTOR_SCALE : 0;
        f[FACTOR_FAR] = far ? FACTOR_SCALE : 0;
        f[FACTOR_SMALL_BOTH] = more <= SMALL ? FACTOR_SCALE : 0;
        f[FACTOR_EXACT_BOTH] = flag(is_exact(a) && is_exact(b));
        f[FACTOR_OVERLAP] = figures_may_agree(slot, a, b) ? FACTOR_SCALE : 0;
        of_bounds(f, slot, a, b, more - less >= less / 2);
        f[FACTOR_PART_OTHER] = a->part != b->part ? FACTOR_SCALE : 0;
}

/* Does the article of @v give @other's number as well, for whatever? */
static bool tells_both(const struct slot *slot, const struct slot_value *v,
                       const struct slot_value *other)
{
        for (size_t i = 0; i < slot->n_values; i++) {
                const struct slot_value *own = &slot->values[i];

                if (own->mention.article == v->mention.article && own != v &&
                    same_number(slot, own, other))
                        return true;
        }
        return false;
}

/* How alike the words around two figures are, apart from what they measure. */
static int base(const struct slot_value *a, const struct slot_value *b)
{
        return 2 * shared_tells(a->near, a->n_near, b->near, b->n_near) +
               shared_tells(a->mention.terms, a->mention.n_terms, b->mention.terms,
                            b->mention.n_terms);
}

void figure_bases(const struct slot *slot, int16_t *ret)
{
        size_t n = slot->n_values;

        for (size_t i = 0; i < n; i++)
                for (size_t k = i; k < n; k++)
                        ret[i * n + k] = ret[k * n + i] =
                                (int16_t)base(&slot->values[i], &slot->values[k]);
}

/* Has the article of figure @own another one whose surroundings are more like @other's? */
static int count_rivals(int16_t *f, const struct slot *slot, const int16_t *bases, size_t own,
                        size_t other)
{
        const struct slot_value *a = &slot->values[own];
        size_t n = slot->n_values;
        int others = 0;

        for (size_t i = 0; i < n; i++) {
                const struct slot_value *v = &slot->values[i];

                if (v->mention.article != a->mention.article || v == a ||
                    same_number(slot, v, a))
                        continue;
                others++;
                if (bases[i * n + other] > bases[own * n + other])
                        f[FACTOR_RIVAL] = FACTOR_SCALE;
        }
        return others;
}

bool figure_factors(const struct slot *slot, const int16_t *bases, size_t i, size_t k,
                    int16_t ret[FIGURE_FACTORS])
{
        const struct slot_value *a = &slot->values[i], *b = &slot->values[k];

        if (a->mention.origin == b->mention.origin ||
            (slot->kind == SLOT_MONEY && !same_currency(a->unit, b->unit)) ||
            (are_open_dates(slot, a, b) &&
             open_dates_relate(a->unit, b->unit) == DATES_UNKNOWN) ||
            (a->toll && b->toll && a->head != b->head))
                return false;
        memset(ret, 0, FIGURE_FACTORS * sizeof(*ret));
        ret[FACTOR_ALWAYS] = FACTOR_SCALE;
        ret[(figures_may_be_one(slot, a, b) ? FACTOR_KINDS : FACTOR_KINDS_APART) + slot->kind] =
                FACTOR_SCALE;
        of_words(ret, a, b);
        of_sides(ret, a, b);
        of_heads(ret, a, b);
        of_names(ret, a, b);
        of_time(ret, a, b);
        of_numbers(ret, slot, a, b);
        of_kinds(ret, slot, a, b);
        of_phrases(ret, a, b);
        ret[FACTOR_CROWD] = part(count_rivals(ret, slot, bases, i, k) +
                                         count_rivals(ret, slot, bases, k, i),
                                 CROWD_MOST);
        if (!same_number(slot, a, b) && (tells_both(slot, a, b) || tells_both(slot, b, a)))
                ret[FACTOR_TELLS_BOTH] = FACTOR_SCALE;
        return true;
}
