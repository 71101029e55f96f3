#include "workers/compare/judge.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "workers/compare/account.h"

enum {
        THOUSAND = 1000,
        ABOUT = 70,          /* thousandths that "about" allows either way: 28 to 32 for 30 */
        CONTEXT_LEAST = 10,  /* what two sentences must share to speak of one thing … */
        CONTEXT_SHARE = 500, /* … and what part of the shorter one */
        CLOSE_SHARE = 700,   /* of shares and measures, which are many */
        TOLL_CONTEXT = 4,    /* what a bare "five were killed" must share with another */
        VALUES_MOST = 3,     /* more values in one verdict are of different things */
        CONFIDENCE_LEAST = 500,
        APART = 3 * 24 * 60, /* minutes between reports behind which they tell of other days */
        LATER = 6 * 60,      /* minutes by which a report is a later one */
        UNCERTAIN = 14 * 60, /* minutes that a time without an offset may be off */
};

const char *const verdict_names[] = {
        [VERDICT_NONE] = "none",         [VERDICT_PRECISION] = "precision",
        [VERDICT_SCOPE] = "scope",       [VERDICT_UPDATED] = "updated",
        [VERDICT_CONFLICT] = "conflict",
};

static const struct {
        const char *unit;
        int64_t seconds;
        const char *iso; /* ISO 8601: designator, with T before those of a day's parts */
} durations[] = {
        { "second", 1, "TS" },     { "minute", 60, "TM" },  { "hour", 3600, "TH" },
        { "day", 86400, "D" },     { "week", 604800, "W" }, { "month", 2629800, "M" },
        { "year", 31557600, "Y" },
};

static int64_t in_seconds(const struct slot *slot, const struct slot_value *v, int64_t value)
{
        const char *unit = v->unit;

        if (slot->kind != QUANTITY_DURATION || !unit)
                return value;
        for (size_t i = 0; i < ARRAY_SIZE(durations); i++) {
                if (strcmp(durations[i].unit, unit) == 0 &&
                    llabs(value) < INT64_MAX / durations[i].seconds)
                        return value * durations[i].seconds;
        }
        return value;
}

struct range {
        int64_t low, high;
};

/* Sums stop at what can be counted. */
static int64_t sum(int64_t a, int64_t b)
{
        int64_t all;

        if (__builtin_add_overflow(a, b, &all))
                return b < 0 ? INT64_MIN : INT64_MAX;
        return all;
}

/* The values that a figure allows. */
static struct range range_of(const struct slot *slot, const struct slot_value *v)
{
        struct range r = { in_seconds(slot, v, v->value), in_seconds(slot, v, v->high) };
        int64_t slack = r.low / THOUSAND * ABOUT + r.low % THOUSAND * ABOUT / THOUSAND;

        switch (v->bound) {
        case BOUND_ABOUT: return (struct range){ sum(r.low, -slack), sum(r.high, slack) };
        case BOUND_AT_LEAST: return (struct range){ r.low, INT64_MAX };
        case BOUND_MORE_THAN: return (struct range){ r.low, INT64_MAX };
        case BOUND_AT_MOST: return (struct range){ INT64_MIN, r.high };
        case BOUND_LESS_THAN: return (struct range){ INT64_MIN, r.high };
        default: return r;
        }
}

static bool same_value(const struct slot *slot, const struct slot_value *a,
                       const struct slot_value *b)
{
        return in_seconds(slot, a, a->value) == in_seconds(slot, b, b->value) &&
               in_seconds(slot, a, a->high) == in_seconds(slot, b, b->high);
}

/* 13,000 for 13,200: the coarser one is the finer one, rounded to its own last digit. */
static bool is_rounding(int64_t a, int64_t b)
{
        int64_t unit = THOUSAND, apart;

        if (a == 0 || b == 0 || __builtin_sub_overflow(a, b, &apart))
                return false;
        while (a % (unit * 10) == 0 && unit < INT64_MAX / 100)
                unit *= 10;
        return unit >= 100 * THOUSAND && apart >= -unit / 2 && apart <= unit / 2;
}

/* Is @b's report later than @a's for sure? */
static bool is_later(const struct slot_value *a, const struct slot_value *b)
{
        int64_t least = LATER;

        if (a->known == KNOWN_NOT || b->known == KNOWN_NOT)
                return false;
        if (a->known == KNOWN_DAY || b->known == KNOWN_DAY)
                least = UNCERTAIN;
        return b->minute - a->minute >= least;
}

struct context {
        unsigned shared, of_shorter; /* the latter in thousandths */
};

static struct context compare_contexts(const struct mention *a, const struct mention *b)
{
        unsigned in_a = 0, in_b = 0;
        struct context c = { 0 };

        for (size_t i = 0; i < b->n_terms; i++)
                in_b += TERM_TELLS(b->terms[i]);
        for (size_t i = 0; i < a->n_terms; i++) {
                in_a += TERM_TELLS(a->terms[i]);
                for (size_t k = 0; k < b->n_terms; k++) {
                        if (TERM_IS(a->terms[i], b->terms[k])) {
                                c.shared += TERM_TELLS(b->terms[k]);
                                break;
                        }
                }
        }
        in_a = in_a < in_b ? in_a : in_b;
        c.of_shorter = in_a ? THOUSAND * c.shared / in_a : 0;
        return c;
}

/* Does @a's sentence tell @b's value as well, of something else? */
static bool stands_beside(const struct slot_value *a, const struct slot_value *b)
{
        for (size_t i = 0; i < a->n_beside; i++) {
                if (a->beside[i] == b->value)
                        return true;
        }
        return false;
}

/* True where the one names nothing of the kind. */
static bool may_share(const uint32_t *a, size_t n, const uint32_t *b, size_t m)
{
        for (size_t i = 0; i < n; i++) {
                for (size_t k = 0; k < m; k++) {
                        if (a[i] == b[k])
                                return true;
                }
        }
        return n == 0 || m == 0;
}

/* Do both figures speak of one thing? A toll, and the length of what the articles are about,
 * are told by that alone; of other figures the sentences must be about the same. */
static bool same_subject(const struct slot *slot, const struct slot_value *a,
                         const struct slot_value *b)
{
        struct context c = compare_contexts(&a->mention, &b->mention);

        if (a->past || b->past || stands_beside(a, b) || stands_beside(b, a))
                return false;
        if (slot->kind == QUANTITY_DURATION && a->central && b->central)
                return true;
        if (slot->toll && a->central && b->central)
                return (a->people && b->people) || c.shared >= TOLL_CONTEXT;
        if (!may_share(a->persons, a->n_persons, b->persons, b->n_persons))
                return false;
        if (slot->kind == QUANTITY_PERCENT || slot->kind == QUANTITY_MEASURE)
                return c.shared >= CONTEXT_LEAST && c.of_shorter >= CLOSE_SHARE;
        return c.shared >= CONTEXT_LEAST && c.of_shorter >= CONTEXT_SHARE;
}

static enum verdict compare(const struct slot *slot, const struct slot_value *a,
                            const struct slot_value *b)
{
        struct range x = range_of(slot, a), y = range_of(slot, b);
        bool later = is_later(a, b) || is_later(b, a);

        if (a->mention.origin == b->mention.origin || !same_subject(slot, a, b))
                return VERDICT_NONE;
        if (x.low <= y.high && y.low <= x.high) {
                bool open = a->bound == BOUND_AT_LEAST || b->bound == BOUND_AT_LEAST;

                return open && later ? VERDICT_UPDATED : VERDICT_PRECISION;
        }
        if (is_rounding(x.low, y.low) || is_rounding(y.low, x.low))
                return VERDICT_PRECISION;
        if (!may_share(a->places, a->n_places, b->places, b->n_places))
                return VERDICT_SCOPE;
        if (slot->kind == QUANTITY_COUNT && later)
                return VERDICT_UPDATED;
        if (a->known != KNOWN_NOT && b->known != KNOWN_NOT &&
            llabs(a->minute - b->minute) > APART)
                return VERDICT_NONE;
        if (a->mention.confidence < CONFIDENCE_LEAST ||
            b->mention.confidence < CONFIDENCE_LEAST)
                return VERDICT_NONE;
        return VERDICT_CONFLICT;
}

static void group(struct judgement *j, const struct slot *slot)
{
        for (size_t i = 0; i < slot->n_values; i++) {
                const struct slot_value *v = &slot->values[i];
                struct figure_group *g = NULL;
                bool known = false;

                for (size_t k = 0; k < j->n && !g; k++) {
                        if (same_value(slot, j->groups[k].members[0], v))
                                g = &j->groups[k];
                }
                if (!g && j->n == GROUPS_MAX)
                        continue;
                if (!g) {
                        g = &j->groups[j->n++];
                        *g = (struct figure_group){ 0 };
                }
                for (size_t k = 0; k < g->n; k++)
                        known |= g->members[k]->mention.origin == v->mention.origin;
                g->members[g->n++] = v;
                g->n_origins += !known;
        }
}

/* An article that has several values in one slot speaks of several things: which of them
 * another article's figure is about cannot be told. */
static bool is_alone(const struct judgement *j, size_t group, uint64_t article)
{
        for (size_t i = 0; i < j->n; i++) {
                for (size_t k = 0; i != group && k < j->groups[i].n; k++) {
                        if (j->groups[i].members[k]->mention.article == article)
                                return false;
                }
        }
        return true;
}

/* Does one origin tell both values? Then they are of two things, whoever tells only one. */
static bool share_origin(const struct figure_group *a, const struct figure_group *b)
{
        for (size_t i = 0; i < a->n; i++) {
                for (size_t k = 0; k < b->n; k++) {
                        if (a->members[i]->mention.origin == b->members[k]->mention.origin)
                                return true;
                }
        }
        return false;
}

/* The graver of what the members of two groups say of each other. */
static enum verdict compare_groups(const struct judgement *j, const struct slot *slot, size_t a,
                                   size_t b)
{
        enum verdict worst = VERDICT_NONE, mildest = VERDICT_CONFLICT;

        for (size_t i = 0; i < j->groups[a].n; i++) {
                const struct slot_value *x = j->groups[a].members[i];

                if (!is_alone(j, a, x->mention.article))
                        continue;
                for (size_t k = 0; k < j->groups[b].n; k++) {
                        const struct slot_value *y = j->groups[b].members[k];
                        enum verdict v;

                        if (!is_alone(j, b, y->mention.article))
                                continue;
                        v = compare(slot, x, y);
                        worst = v > worst ? v : worst;
                        if (v != VERDICT_NONE && v < mildest)
                                mildest = v;
                }
        }
        if (worst == VERDICT_CONFLICT && share_origin(&j->groups[a], &j->groups[b]))
                return VERDICT_NONE;
        /* Where some reports of a value have been overtaken, the others have been, too. */
        return worst == VERDICT_CONFLICT && mildest == VERDICT_UPDATED ? VERDICT_UPDATED
                                                                       : worst;
}

static void sort_groups(struct judgement *j)
{
        for (size_t i = 1; i < j->n; i++) {
                struct figure_group g = j->groups[i];
                size_t k;

                for (k = i; k > 0 && j->groups[k - 1].n_origins < g.n_origins; k--)
                        j->groups[k] = j->groups[k - 1];
                j->groups[k] = g;
        }
}

/* Marks the groups that stand against each other. Of too many values none is said to
 * contradict: they are of different things. */
static void mark(struct judgement *j, enum verdict verdicts[GROUPS_MAX][GROUPS_MAX])
{
        size_t n = 0;

        for (size_t a = 0; a < j->n && j->verdict != VERDICT_NONE; a++) {
                for (size_t b = a + 1; b < j->n; b++) {
                        if (verdicts[a][b] == j->verdict)
                                j->groups[a].differs = j->groups[b].differs = true;
                }
                n += j->groups[a].differs;
        }
        if (n > VALUES_MOST && j->verdict == VERDICT_CONFLICT)
                j->verdict = VERDICT_NONE;
}

void slot_judge(struct judgement *j, const struct slot *slot)
{
        enum verdict verdicts[GROUPS_MAX][GROUPS_MAX];

        j->n = 0;
        j->verdict = VERDICT_NONE;
        group(j, slot);
        sort_groups(j);
        for (size_t a = 0; a < j->n; a++) {
                for (size_t b = a + 1; b < j->n; b++) {
                        verdicts[a][b] = compare_groups(j, slot, a, b);
                        if (verdicts[a][b] > j->verdict)
                                j->verdict = verdicts[a][b];
                }
        }
        mark(j, verdicts);
}

static void print_milli(int64_t value, char *out, size_t room)
{
        int n = snprintf(out, room, "%s%lld", value < 0 ? "-" : "", llabs(value / THOUSAND));
        long long rest = llabs(value % THOUSAND);

        if (rest && n > 0 && (size_t)n + 5 < room) {
                snprintf(out + n, room - (size_t)n, ".%03lld", rest);
                for (size_t end = strlen(out); out[end - 1] == '0'; end--)
                        out[end - 1] = '\0';
        }
}

void slot_value_print(const struct slot *slot, const struct slot_value *v, char *out,
                      size_t room)
{
        const char *unit = v->unit;
        char low[40], high[48] = "";

        print_milli(v->value, low, sizeof(low));
        if (v->high != v->value) {
                high[0] = '-';
                print_milli(v->high, high + 1, sizeof(high) - 1);
        }
        for (size_t i = 0; slot->kind == QUANTITY_DURATION && unit && i < ARRAY_SIZE(durations);
             i++) {
                const char *iso = durations[i].iso;

                if (strcmp(durations[i].unit, unit) != 0)
                        continue;
                snprintf(out, room, "P%s%s%s%s", iso[1] ? "T" : "", low, high,
                         iso + (iso[1] ? 1 : 0));
                return;
        }
        if (slot->kind == QUANTITY_PERCENT)
                snprintf(out, room, "%s%s%%", low, high);
        else
                snprintf(out, room, "%s%s%s%.60s", low, high, unit ? " " : "",
                         unit ? unit : "");
}
