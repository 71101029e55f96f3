/* quantities_range - numbers that make one quantity together
 *
 * "3 to 5", "between 10 dollars and 20 dollars", "2 yards 7 feet", "20 dollars 43 cents"; and
 * the one that is told without a number, "half a gallon".
 */
#include <string.h>

#include "workers/extract/phrases.h"
#include "workers/extract/quantities.h"

extern const struct lexicon lexicon_currencies;
extern const struct lexicon lexicon_number_words;

enum {
        CENTS_MAX = 99000,
        CENT = 10,      /* thousandths */
        STEP_FACTOR = 3 /* further apart than a range that prices rise by */
};

/* "555-1212", but not "100-1000 litres". */
static bool is_telephone(const struct atoms *atoms, size_t end, const struct numeral *a,
                         const struct numeral *b)
{
        size_t n;

        return a->plain && b->plain && a->digits == 3 && b->digits == 4 &&
               !unit_find(atoms, end, &n);
}

static size_t skip_hedges(const struct atoms *atoms, size_t at)
{
        static const char *const hedges[] = { "about",   "around",        "~",
                                              "roughly", "approximately", "some" };

        if (atom_is_one_of(atoms, at, hedges, ARRAY_SIZE(hedges)))
                return at + 1;
        return at;
}

/* Does @word open the range? A hedge may stand between it and the number. */
static bool opened_by(const struct candidate *c, const struct atoms *atoms, const char *word)
{
        size_t i = c->first;

        if (i && atom_is(atoms, i - 1, word))
                return true;
        return i > 1 && skip_hedges(atoms, i - 1) == i && atom_is(atoms, i - 2, word);
}

/* "two or three", "10 or 12": neighbours, or nearly so, told in the same manner. */
static bool is_choice(const struct candidate *c, const struct atoms *atoms)
{
        struct numeral high;
        int64_t more;

        if (!atom_is(atoms, c->end, "or") || !numeral_read(atoms, c->end + 1, &high) ||
            high.ordinal || high.words != c->words || c->q.value <= 0)
                return false;
        if (high.value <= c->q.value)
                return false;
        more = high.value - c->q.value;
        return more <= c->q.value && (more <= 5000 || more <= c->q.value / 2);
}

/* "between the ages of | 20 and 40" */
static bool is_between_ages(const struct candidate *c, const struct atoms *atoms)
{
        return c->first > 3 && atom_is(atoms, c->first - 1, "of") &&
               atom_is(atoms, c->first - 2, "ages") && atom_is(atoms, c->first - 4, "between");
}

/* The atom behind the word that joins both numbers; 0: none. */
static size_t behind_joint(const struct candidate *c, const struct atoms *atoms)
{
        size_t at = c->end;

        if (is_choice(c, atoms))
                return at + 1;
        if (atom_is(atoms, at, "-") && atom_is(atoms, at + 1, "to")) /* "8- to 16-metre" */
                at++;
        if (atom_is(atoms, at, "to") || atom_is(atoms, at, "-") || atom_is(atoms, at, "–") ||
            atom_is(atoms, at, "~") || atom_is(atoms, at, "through"))
                return skip_hedges(atoms, at + 1);
        if (atom_is(atoms, at, "and") &&
            (opened_by(c, atoms, "between") || opened_by(c, atoms, "from") ||
             is_between_ages(c, atoms)))
                return skip_hedges(atoms, at + 1);
        return 0;
}

/* "3 to 5 million": the scale of the second holds for the first. */
static void scale_first(struct candidate *c, const struct numeral *low,
                        const struct numeral *high)
{
        static const int64_t scales[] = { 1000000000000, 1000000000, 10000000,
                                          1000000,       100000,     1000 };

        for (size_t i = 0; i < ARRAY_SIZE(scales); i++) {
                if (high->scaled && !low->scaled && low->value < 1000000 &&
                    high->value >= scales[i] * 1000 && low->value < high->value / scales[i] &&
                    low->value * scales[i] < high->value) {
                        c->q.value = low->value * scales[i] + low->finer * scales[i] / FINE;
                        c->q.finer = 0;
                        return;
                }
        }
}

/* "rose by 5 to | 40", "rose 0.2 % to | 5 %": a step and where it led; but prices that rise by
 * "5 to 7 %" rise by one or the other. */
static bool is_step_to(const struct candidate *c, const struct atoms *atoms, int64_t high)
{
        return c->changed && atom_is(atoms, c->end, "to") && high / STEP_FACTOR > c->q.value;
}

/* "rose from 30 to 45 percent", "from 30 | to 45": the unit behind the second holds for the
 * first, which ends before "to". */
static void read_changed(struct candidate *c, const struct atoms *atoms, size_t end)
{
        size_t own = c->end;

        c->end = end;
        if (c->q.kind == QUANTITY_COUNT)
                candidate_read_unit(c, atoms);
        c->hyphened = false;
        c->end = own;
}

void candidate_read_range(struct candidate *c, const struct atoms *atoms,
                          const struct numeral *n)
{
        size_t at = behind_joint(c, atoms), sign, unit;
        int64_t low = c->q.value;
        struct numeral high;

        if (!at)
                return;
        if (c->q.kind == QUANTITY_MONEY &&
            phrase_find(&lexicon_currencies, atoms, at, 3, &sign))
                at += sign;
        if (!numeral_read(atoms, at, &high) || high.ordinal)
                return;
        scale_first(c, n, &high);
        if (high.value <= c->q.value || is_telephone(atoms, at + high.n_atoms, n, &high))
                return;
        /* "goes from 0 to 60" all the way */
        if (c->changed && low && opened_by(c, atoms, "from") && atom_is(atoms, c->end, "to")) {
                read_changed(c, atoms, at + high.n_atoms);
                return;
        }
        if (is_step_to(c, atoms, high.value) && c->q.value == low &&
            !unit_find(atoms, at + high.n_atoms, &unit))
                return;
        c->q.high = high.value;
        c->scaled |= high.scaled;
        c->end = at + high.n_atoms;
}

static bool same_column(const char *a, const char *b)
{
        size_t size = strcspn(a, "\t");

        return strncmp(a, b, size) == 0 && (b[size] == '\t' || !b[size]);
}

/* The unit of any kind at atom @i: its name, and its atoms; NULL: none. */
static const char *any_unit(const struct atoms *atoms, size_t i, size_t *ret_n)
{
        const char *value = phrase_find(&lexicon_currencies, atoms, i, 4, ret_n), *column;

        if (!value)
                value = unit_find(atoms, i, ret_n);
        if (!value)
                return NULL;
        lexicon_column(value, 0, &column);
        return column;
}

void candidate_read_unit_range(struct candidate *c, const struct atoms *atoms)
{
        size_t at = c->q.high == QUANTITY_NO_HIGH && c->q.unit ? behind_joint(c, atoms) : 0, n;
        struct numeral high;
        const char *unit;

        /* "rose from 8 % to 10 %" is a change. */
        if (!at || (opened_by(c, atoms, "from") && c->first > 1))
                return;
        if (!numeral_read(atoms, at, &high) || high.ordinal || high.value <= c->q.value)
                return;
        at += high.n_atoms;
        at += atom_is(atoms, at, "-") && atom_joined(atoms, at);
        unit = any_unit(atoms, at, &n);
        if (!unit || !same_column(c->q.unit, unit) || is_step_to(c, atoms, high.value))
                return;
        c->q.high = high.value;
        c->end = at + n;
}

static const struct {
        const char *unit, *smaller;
        int factor;
} parts[] = {
        { "mile", "yard", 1760 },       { "yard", "foot", 3 },
        { "foot", "inch", 12 },         { "kilometre", "metre", 1000 },
        { "metre", "centimetre", 100 }, { "kilogram", "gram", 1000 },
        { "stone", "pound", 14 },       { "pound", "ounce", 16 },
};

/* How many of @to make one of @from; 0: they do not go together. */
static int64_t factor_between(const char *from, const char *to)
{
        int64_t factor = 1;

        for (size_t i = 0; i < ARRAY_SIZE(parts); i++) {
                if (!same_column(from, parts[i].unit))
                        continue;
                factor *= parts[i].factor;
                from = parts[i].smaller;
                if (same_column(to, from))
                        return factor;
        }
        return 0;
}

/* "7 feet, 10 inches" */
static bool read_smaller_unit(struct candidate *c, const struct atoms *atoms)
{
        size_t at = c->end, n;
        struct numeral more;
        const char *unit;
        int64_t factor, value;

        at += atom_is(atoms, at, ",");
        at += atom_is(atoms, at, "and");
        if (!numeral_read(atoms, at, &more) || more.ordinal)
                return false;
        unit = any_unit(atoms, at + more.n_atoms, &n);
        factor = unit ? factor_between(c->q.unit, unit) : 0;
        if (!factor || __builtin_mul_overflow(c->q.value, factor, &value) ||
            __builtin_add_overflow(value, more.value, &value))
                return false;
        c->q.value = value;
        c->q.finer = 0;
        c->q.unit = unit;
        c->end = at + more.n_atoms + n;
        return true;
}

/* "20 dollars 43 cents"; at the end of the words also "20 dollars 43". */
static void read_cents(struct candidate *c, const struct atoms *atoms)
{
        size_t at = c->end, n;
        struct numeral cents;
        const char *value, *column = "";

        at += atom_is(atoms, at, "and");
        if (!numeral_read(atoms, at, &cents) || cents.ordinal || cents.value > CENTS_MAX ||
            cents.value % 1000 || c->q.value % 1000)
                return;
        at += cents.n_atoms;
        value = phrase_find(&lexicon_currencies, atoms, at, 1, &n);
        if (value)
                lexicon_column(value, 1, &column);
        if (column[0] == 'c' || atom_is(atoms, at, "c") || atom_is(atoms, at, "sen"))
                at++;
        else if (at < atoms->n && !(at + 1 == atoms->n && atom_is(atoms, at, ".")))
                return;
        c->q.value += cents.value / 1000 * CENT;
        c->end = at;
}

void candidate_read_smaller(struct candidate *c, const struct atoms *atoms)
{
        if (!c->q.unit || c->q.high != QUANTITY_NO_HIGH || c->hyphened)
                return;
        if (c->q.kind == QUANTITY_MONEY && !c->scaled)
                read_cents(c, atoms);
        else if (c->q.kind == QUANTITY_MEASURE)
                while (read_smaller_unit(c, atoms))
                        ;
}

/* "a mile and a half", "an inch and a quarter": what is added behind one of them at @i. */
static size_t read_share_behind(const struct atoms *atoms, size_t i, int64_t *ret)
{
        bool half = atom_is(atoms, i + 2, "half");

        if (!atom_is(atoms, i, "and") || !atom_is(atoms, i + 1, "a") ||
            !(half || atom_is(atoms, i + 2, "quarter")))
                return 0;
        *ret = half ? 500 : 250;
        return 3;
}

/* Things that are told by a share or by one of them. Of a duration times tell. */
static bool is_single_unit(const char *unit)
{
        static const char *const dimensions[] = { "length", "area", "volume", "mass",
                                                  "percent" };

        for (size_t k = 0; k < ARRAY_SIZE(dimensions); k++)
                if (unit_measures(unit, dimensions[k]))
                        return true;
        return false;
}

/* The share of a unit that the word at @i tells, in thousandths; 0: none. */
static int64_t share_at(const struct atoms *atoms, size_t i)
{
        if (atom_is(atoms, i, "half"))
                return 500;
        if (atom_is(atoms, i, "quarter"))
                return 250;
        return atom_is(atoms, i, "a") || atom_is(atoms, i, "an") ? 1000 : 0;
}

/* "a dollar", "half a euro" as all there is: @share of the currency at atom @at. */
static bool read_single_sum(struct candidate *c, const struct atoms *atoms, size_t at,
                            int64_t share)
{
        size_t n;
        const char *line = phrase_find(&lexicon_currencies, atoms, at, 4, &n), *column;

        if (!line || at + n != atoms->n)
                return false;
        lexicon_column(line, 1, &column);
        if (column[0] == 's')
                return false;
        c->first = c->number = 0;
        c->end = atoms->n;
        c->words = true;
        lexicon_column(line, 0, &c->q.unit);
        c->q.value = share;
        c->q.high = QUANTITY_NO_HIGH;
        c->q.kind = QUANTITY_MONEY;
        return true;
}

bool candidate_read_single(struct candidate *c, const struct atoms *atoms, size_t i)
{
        int64_t share = share_at(atoms, i), more = 0;
        size_t at = i + 1, n;
        const char *value;

        if (!share)
                return false;
        if (share < 1000) {
                at += atom_is(atoms, at, "-") && atom_joined(atoms, at);
                at += atom_is(atoms, at, "of");
                at += atom_is(atoms, at, "a") || atom_is(atoms, at, "an");
        }
        if (!(i - (share == 250 && i && atom_is(atoms, i - 1, "a"))) &&
            read_single_sum(c, atoms, at, share))
                return true;
        value = unit_find(atoms, at, &n);
        if (!value)
                return false;
        if (!is_single_unit(value) || (share == 1000 && unit_measures(value, "percent")))
                return false;
        at += n;
        if (share == 1000)
                at += read_share_behind(atoms, at, &more);
        /* "$5 a litre" is a price: one of them is meant only where it is of something. */
        if (share == 1000 && !more && (i || at < atoms->n) &&
            !(atom_is(atoms, at, "of") && (!i || atoms->list[i - 1].kind == ATOM_WORD)))
                return false;
        c->first = c->number = i;
        c->end = at;
        c->words = true;
        lexicon_column(value, 0, &c->q.unit);
        c->q.value = share + more;
        c->q.high = QUANTITY_NO_HIGH;
        c->q.kind = quantity_kind_of(value);
        return true;
}
