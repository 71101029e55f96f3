#include "workers/compare/judge.h"

#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "workers/compare/account.h"
#include "workers/compare/around.h"

enum {
        THOUSAND = 1000,
        VALUES_MOST = 3,         /* more values in one verdict are of different things */
        BOUND_TOLD_FROM = 2000,  /* likeness, of one number, more and less exactly */
        COUNTS_TOLD_FROM = 1100, /* … of counts that contradict each other */
        COMMON_TOLD_FROM = 900,  /* … of one number that many things have */
        COMMON_MOST = 12,
};

/* The likeness from which on a verdict is told: what two figures say of each other is worth as
 * much as that they answer one question. Set where the weights were learned, so that each kind
 * is right about as often (tools/figure_weights.py --check). Lengths, ages, measures, dates and
 * hours of one thing that differ contradict each other; of counts, sums and shares that differ
 * every second pair is a part and its whole, or of two periods, which words alone do not tell.
 */
static int told_from(const struct slot *slot, enum verdict verdict)
{
        static const int least[] = {
                [VERDICT_NONE] = 0,      [VERDICT_PRECISION] = -100, [VERDICT_SCOPE] = 1100,
                [VERDICT_UPDATED] = 200, [VERDICT_CONFLICT] = 600,
        };
        bool counts = slot->kind == SLOT_COUNT || slot->kind == SLOT_MONEY ||
                      slot->kind == SLOT_PERCENT;

        return verdict == VERDICT_CONFLICT && counts ? COUNTS_TOLD_FROM : least[verdict];
}

/* ------------------------------------------------------------ groups */

static void put_in(struct figure_group *g, const struct slot_value *v)
{
        bool known = false;

        for (size_t i = 0; i < g->n; i++)
                known |= g->members[i]->mention.origin == v->mention.origin;
        g->members[g->n++] = v;
        g->n_origins += !known;
}

/* Parts @q by its numbers, or, with @number, those of one number by their bounds. */
static void group(struct entry *e, const struct slot *slot, const struct question *q,
                  const struct slot_value *number)
{
        e->n = 0;
        for (size_t i = 0; i < q->n; i++) {
                const struct slot_value *v = &slot->values[q->members[i]];
                size_t k;

                if (number && !same_number(slot, number, v))
                        continue;
                for (k = 0; k < e->n; k++) {
                        const struct slot_value *first = e->groups[k].members[0];

                        if (number ? figure_bound_class(first) == figure_bound_class(v)
                                   : same_number(slot, first, v))
                                break;
                }
                if (k == GROUPS_MAX)
                        continue;
                if (k == e->n)
                        e->groups[e->n++] = (struct figure_group){ .n = 0 };
                put_in(&e->groups[k], v);
        }
}

static void sort_groups(struct entry *e)
{
        for (size_t i = 1; i < e->n; i++) {
                struct figure_group g = e->groups[i];
                size_t k;

                for (k = i; k > 0 && e->groups[k - 1].n_origins < g.n_origins; k--)
                        e->groups[k] = e->groups[k - 1];
                e->groups[k] = g;
        }
}

/* Does one article give both numbers? Then they are of two things, whoever gives only one. */
static bool is_told_by_one(const struct slot *slot, const struct slot_value *a,
                           const struct slot_value *b)
{
        for (size_t i = 0; i < slot->n_values; i++) {
                const struct slot_value *x = &slot->values[i];

                for (size_t k = 0; same_number(slot, x, a) && k < slot->n_values; k++)
                        if (slot->values[k].mention.article == x->mention.article &&
                            same_number(slot, &slot->values[k], b))
                                return true;
        }
        return false;
}

/* Does the sentence of @a give the number of @b as well, of whatever? "180,000 jobs, down from
 * 223,000". */
static bool stands_beside(const struct slot *slot, const struct slot_value *a,
                          const struct slot_value *b)
{
        static const uint8_t kinds[] = {
                [SLOT_COUNT] = QUANTITY_COUNT,     [SLOT_DURATION] = QUANTITY_DURATION,
                [SLOT_AGE] = QUANTITY_DURATION,    [SLOT_MONEY] = QUANTITY_MONEY,
                [SLOT_PERCENT] = QUANTITY_PERCENT, [SLOT_MEASURE] = QUANTITY_MEASURE,
        };
        uint32_t hash;

        if (slot->kind >= ARRAY_SIZE(kinds))
                return false;
        hash = company_hash(b->value, (enum quantity_kind)kinds[slot->kind]);
        for (size_t i = 0; i < a->n_company; i++)
                if (a->company[i] == hash)
                        return true;
        return false;
}

/* Of two members of @slot. */
static int likeness_of(const struct slot *slot, const struct matching *matching,
                       const struct slot_value *a, const struct slot_value *b)
{
        return matching->likeness[a - slot->values][b - slot->values];
}

/* What the two members say of each other that are most alike; but where some reports of a value
 * have been overtaken, the others have been, too. */
static enum verdict compare_groups(const struct slot *slot, const struct matching *matching,
                                   const struct figure_group *a, const struct figure_group *b,
                                   int *ret_likeness)
{
        const struct slot_value *x = a->members[0], *y = b->members[0];
        enum verdict verdict = VERDICT_NONE;
        bool overtaken = false;
        int most = MATCH_NONE, doubt;

        for (size_t i = 0; i < a->n; i++) {
                for (size_t k = 0; k < b->n; k++) {
                        enum verdict v = figures_compare(slot, a->members[i], b->members[k]);
                        int likeness =
                                likeness_of(slot, matching, a->members[i], b->members[k]);

                        overtaken |= v == VERDICT_UPDATED;
                        if (v == VERDICT_NONE || likeness < most ||
                            (likeness == most && v >= verdict))
                                continue;
                        verdict = v;
                        most = likeness;
                        x = a->members[i];
                        y = b->members[k];
                }
        }
        if (verdict == VERDICT_CONFLICT && overtaken)
                verdict = VERDICT_UPDATED;
        if (verdict == VERDICT_CONFLICT &&
            (is_told_by_one(slot, a->members[0], b->members[0]) || stands_beside(slot, x, y) ||
             stands_beside(slot, y, x)))
                verdict = VERDICT_SCOPE;
        *ret_likeness = most;
        if (most == MATCH_NONE)
                return VERDICT_NONE;
        doubt = verdict == VERDICT_CONFLICT
                        ? matching->doubt[x - slot->values][y - slot->values]
                        : 0;
        return most < told_from(slot, verdict) + doubt ? VERDICT_NONE : verdict;
}

struct verdicts {
        enum verdict of[GROUPS_MAX][GROUPS_MAX]; /* the second number is the greater */
        int likeness[GROUPS_MAX][GROUPS_MAX];
};

static void find_verdicts(struct verdicts *ret, const struct slot *slot,
                          const struct matching *matching, const struct entry *e)
{
        for (size_t a = 0; a < e->n; a++)
                for (size_t b = a + 1; b < e->n; b++)
                        ret->of[a][b] = compare_groups(slot, matching, &e->groups[a],
                                                       &e->groups[b], &ret->likeness[a][b]);
}

/* Do the two groups answer one question? */
static bool are_of_one(const struct verdicts *verdicts, size_t a, size_t b)
{
        enum verdict v = a < b ? verdicts->of[a][b] : verdicts->of[b][a];

        return v == VERDICT_CONFLICT || v == VERDICT_PRECISION || v == VERDICT_UPDATED;
}

/* Of three values in a contradiction any two answer one question. Those that do not go with the
 * two that are most alike are left out: 9 games missed and 10 contradict each other, the 16
 * that there were are another matter. */
static void drop_odd(struct verdicts *verdicts, const struct entry *e)
{
        bool in[GROUPS_MAX] = { false };
        size_t x = 0, y = 0;

        for (size_t a = 0; a < e->n; a++)
                for (size_t b = a + 1; b < e->n; b++)
                        if (verdicts->of[a][b] == VERDICT_CONFLICT &&
                            (x == y || verdicts->likeness[a][b] > verdicts->likeness[x][y])) {
                                x = a;
                                y = b;
                        }
        in[x] = in[y] = true;
        for (size_t k = 0; x != y && k < e->n; k++) {
                bool all = true;

                for (size_t i = 0; i < e->n; i++)
                        all &= !in[i] || i == k || are_of_one(verdicts, i, k);
                in[k] |= all;
        }
        for (size_t a = 0; a < e->n; a++)
                for (size_t b = a + 1; b < e->n; b++)
                        if (verdicts->of[a][b] == VERDICT_CONFLICT && (!in[a] || !in[b]))
                                verdicts->of[a][b] = VERDICT_NONE;
}

/* Keeps those groups of @all that stand in the relation @verdict to another. */
static void keep(struct entry *ret, const struct entry *all, const struct verdicts *verdicts,
                 enum verdict verdict)
{
        bool differs[GROUPS_MAX] = { false };

        for (size_t a = 0; a < all->n; a++)
                for (size_t b = a + 1; b < all->n; b++)
                        if (verdicts->of[a][b] == verdict)
                                differs[a] = differs[b] = true;
        ret->n = 0;
        ret->verdict = verdict;
        ret->by_bound = false;
        for (size_t a = 0; a < all->n; a++)
                if (differs[a])
                        ret->groups[ret->n++] = all->groups[a];
}

/* What one origin says in two ways is no difference between sources. */
static bool is_of_several(const struct entry *e)
{
        uint64_t origin = e->groups[0].members[0]->mention.origin;

        for (size_t i = 0; i < e->n; i++)
                for (size_t k = 0; k < e->groups[i].n; k++)
                        if (e->groups[i].members[k]->mention.origin != origin)
                                return true;
        return false;
}

/* A number that some give exactly and some "about" is two of the values of its question. */
static void part_bounds(struct entry *e, const struct entry *whole)
{
        e->n = 0;
        for (size_t i = 0; i < whole->n; i++) {
                const struct figure_group *g = &whole->groups[i];
                size_t first = e->n;

                for (size_t m = 0; m < g->n; m++) {
                        size_t k = first;

                        while (k < e->n && figure_bound_class(e->groups[k].members[0]) !=
                                                   figure_bound_class(g->members[m]))
                                k++;
                        if (k == GROUPS_MAX)
                                continue;
                        if (k == e->n)
                                e->groups[e->n++] = (struct figure_group){ .n = 0 };
                        put_in(&e->groups[k], g->members[m]);
                }
        }
}

static bool has_room(const struct judgement *j)
{
        return j->n < ENTRIES_MAX;
}

static bool holds_number(const struct entry *e, const struct slot *slot,
                         const struct slot_value *v)
{
        for (size_t i = 0; i < e->n; i++)
                if (same_number(slot, e->groups[i].members[0], v))
                        return true;
        return false;
}

/* Are two of the groups certain enough to be of one question? */
static bool is_told_alike(const struct slot *slot, const struct matching *matching,
                          const struct entry *e)
{
        for (size_t i = 0; i < e->n; i++)
                for (size_t k = i + 1; k < e->n; k++)
                        for (size_t m = 0; m < e->groups[i].n * e->groups[k].n; m++)
                                if (likeness_of(slot, matching,
                                                e->groups[i].members[m / e->groups[k].n],
                                                e->groups[k].members[m % e->groups[k].n]) >=
                                    BOUND_TOLD_FROM)
                                        return true;
        return false;
}

/* Numbers that are in @rounded already have been parted there. */
static void add_bounds(struct judgement *j, const struct slot *slot,
                       const struct matching *matching, const struct question *q,
                       const struct entry *numbers, const struct entry *rounded)
{
        for (size_t i = 0; i < numbers->n && has_room(j); i++) {
                struct entry *e = &j->entries[j->n];

                if (holds_number(rounded, slot, numbers->groups[i].members[0]))
                        continue;

                group(e, slot, q, numbers->groups[i].members[0]);
                sort_groups(e);
                e->verdict = VERDICT_PRECISION;
                e->by_bound = true;
                j->n += e->n >= 2 && is_of_several(e) && is_told_alike(slot, matching, e);
        }
}

/* Measures in several units are printed in one that the other values are given in, too. */
static void choose_units(struct entry *e)
{
        for (size_t i = 0; i < e->n; i++) {
                for (size_t k = 0; k < e->n; k++) {
                        for (size_t m = 0; i != k && m < e->groups[i].n; m++) {
                                const char *unit = e->groups[i].members[m]->unit;
                                const char *other = e->groups[k].members[0]->unit;

                                if (unit && other && strcmp(unit, other) == 0) {
                                        e->groups[i].shown = m;
                                        break;
                                }
                        }
                }
        }
}

/* Two or a dozen of something, and "thousands", soon stand in two reports of other things. */
static bool is_common(const struct slot *slot, const struct slot_value *v)
{
        return slot->kind == SLOT_COUNT && (v->unit || v->value <= COMMON_MOST * THOUSAND);
}

/* The members of @all that another origin tells of the same thing. */
static void keep_agreed(struct figure_group *ret, const struct slot *slot,
                        const struct matching *matching, const struct figure_group *all)
{
        *ret = (struct figure_group){ .n = 0 };
        for (size_t i = 0; i < all->n; i++) {
                const struct slot_value *v = all->members[i];
                int least = is_common(slot, v) ? COMMON_TOLD_FROM : MATCH_LEAST;
                bool shared = false;

                for (size_t k = 0; k < all->n && !shared; k++)
                        shared = all->members[k]->mention.origin != v->mention.origin &&
                                 likeness_of(slot, matching, v, all->members[k]) >= least;
                if (shared)
                        put_in(ret, v);
        }
}

static void add_agreed(struct judgement *j, const struct slot *slot,
                       const struct matching *matching, const struct entry *all)
{
        for (size_t i = 0; slot->kind != SLOT_DATE && i < all->n && j->n_agreed < AGREED_MAX;
             i++) {
                struct figure_group *g = &j->agreed[j->n_agreed];

                keep_agreed(g, slot, matching, &all->groups[i]);
                j->n_agreed += g->n_origins >= 2;
        }
}

static void judge_question(struct judgement *j, const struct slot *slot,
                           const struct matching *matching, const struct question *q)
{
        struct entry all = { .verdict = VERDICT_NONE }, rounded;
        struct verdicts verdicts;

        group(&all, slot, q, NULL);
        sort_groups(&all);
        find_verdicts(&verdicts, slot, matching, &all);
        drop_odd(&verdicts, &all);
        keep(&rounded, &all, &verdicts, VERDICT_PRECISION);
        for (int v = VERDICT_CONFLICT; v > VERDICT_NONE && has_room(j); v--) {
                struct entry *e = &j->entries[j->n];

                keep(e, &all, &verdicts, (enum verdict)v);
                if (v == VERDICT_PRECISION)
                        part_bounds(e, &rounded);
                if (slot->kind == SLOT_MEASURE)
                        choose_units(e);
                j->n += e->n >= 2 && (v != VERDICT_CONFLICT || e->n <= VALUES_MOST);
        }
        if (has_room(j))
                add_bounds(j, slot, matching, q, &all, &rounded);
        add_agreed(j, slot, matching, &all);
}

void slot_judge(struct judgement *j, const struct slot *slot)
{
        struct matching matching;

        j->n = j->n_agreed = 0;
        match_figures(&matching, slot);
        for (size_t i = 0; i < matching.n && has_room(j); i++)
                judge_question(j, slot, &matching, &matching.questions[i]);
}

unsigned slot_conflicts(const struct slot *slot)
{
        struct judgement j;
        unsigned n = 0;

        slot_judge(&j, slot);
        for (size_t i = 0; i < j.n; i++)
                n += j.entries[i].verdict == VERDICT_CONFLICT;
        return n;
}
