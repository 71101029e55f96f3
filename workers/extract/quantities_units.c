/* quantities_units - the unit or the currency behind a number */
#include <string.h>

#include "workers/extract/phrases.h"
#include "workers/extract/quantities.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_number_company;
extern const struct lexicon lexicon_units;
extern const struct lexicon lexicon_currencies;

enum {
        UNIT_ATOMS_MAX = 4,
        INCHES = 12,     /* of a foot */
        FEET_MAX = 20000 /* thousandths */
};

bool unit_measures(const char *unit, const char *dimension)
{
        const char *column;
        size_t size = lexicon_column(unit, 1, &column);

        return size == strlen(dimension) && strncmp(column, dimension, size) == 0;
}

enum quantity_kind quantity_kind_of(const char *unit)
{
        if (unit_measures(unit, "duration"))
                return QUANTITY_DURATION;
        if (unit_measures(unit, "percent"))
                return QUANTITY_PERCENT;
        return QUANTITY_MEASURE;
}

/* "10 C", "5 in": short signs that are words or initials elsewhere. */
static bool is_doubtful_unit(const struct atoms *atoms, size_t i)
{
        static const char *const letters[] = { "c", "f", "t" };
        const struct atom *a = &atoms->list[i];

        if (strcmp(a->lower, "in") == 0 && i && atom_joined(atoms, i) &&
            atoms->list[i - 1].kind == ATOM_DIGITS)
                return false;
        if (strcmp(a->lower, "st") == 0)
                return !atom_joined(atoms, i) || a->capital;
        if (strcmp(a->lower, "in") == 0)
                return i + 1 < atoms->n && !atom_is(atoms, i + 1, ".") &&
                       !atom_is(atoms, i + 1, ")");
        if (a->end - a->start != 1 || a->kind != ATOM_WORD)
                return false;
        if (i + 1 < atoms->n && atom_joined(atoms, i + 1) &&
            (atoms->list[i + 1].kind != ATOM_MARK ||
             (atom_is(atoms, i + 1, "-") && atom_joined(atoms, i + 2) &&
              atoms->list[i + 2].kind == ATOM_DIGITS)))
                return true; /* "24703L202", "24703 L-202" */
        if (strcmp(a->lower, "v") == 0 || strcmp(a->lower, "w") == 0)
                return !a->capital || !atom_joined(atoms, i); /* "230V" */
        for (size_t k = 0; k < ARRAY_SIZE(letters); k++)
                if (strcmp(a->lower, letters[k]) == 0)
                        return (letters[k][0] == 't') == a->capital;
        return false;
}

static bool is_plural(const struct atom *a)
{
        return a->kind == ATOM_WORD && !a->capital && a->size > 3 &&
               a->lower[a->size - 1] == 's' && a->lower[a->size - 2] != 's' &&
               strcmp(a->lower, "this") != 0;
}

/* "31 GM factories", "30 HR managers" */
static bool are_initials(const struct atoms *atoms, size_t i, const char *unit)
{
        const char *mark;

        return lexicon_column(unit, 2, &mark) && atoms->list[i].capital &&
               atoms->list[i].space_before && i + 1 < atoms->n && !atom_joined(atoms, i + 1) &&
               is_plural(&atoms->list[i + 1]);
}

const char *unit_find(const struct atoms *atoms, size_t i, size_t *ret_n)
{
        const char *value = phrase_find(&lexicon_units, atoms, i, UNIT_ATOMS_MAX, ret_n);

        if (value && *ret_n == 1 &&
            (is_doubtful_unit(atoms, i) || are_initials(atoms, i, value)))
                return NULL;
        return value;
}

enum { MARKS_ATOMS_MAX = 2000 /* a longer paragraph is not counted through */ };

/* '8"' outside of quotation marks: as many of them stand before it as close. */
static bool is_inch_mark(const struct atoms *atoms, size_t i)
{
        unsigned marks = 0;

        if (!atom_is(atoms, i, "\"") || !atom_joined(atoms, i) || i > MARKS_ATOMS_MAX ||
            (atom_joined(atoms, i + 1) && atoms->list[i + 1].kind != ATOM_MARK))
                return false;
        for (size_t k = 0; k < i; k++)
                marks += atom_is(atoms, k, "\"");
        return marks % 2 == 0;
}

/* "5''" */
static bool is_double_prime(const struct atoms *atoms, size_t i)
{
        return atom_is(atoms, i, "'") && atom_joined(atoms, i) && atom_is(atoms, i + 1, "'") &&
               atom_joined(atoms, i + 1) && !atom_joined(atoms, i + 2);
}

/* "20 (kg)" */
static const char *unit_in_brackets(const struct atoms *atoms, size_t i, size_t *ret_n)
{
        static const char *const open[] = { "(", "[", "{", "<" };
        static const char *const close[] = { ")", "]", "}", ">" };
        const char *value;

        for (size_t k = 0; k < ARRAY_SIZE(open); k++) {
                if (!atom_is(atoms, i, open[k]))
                        continue;
                value = unit_find(atoms, i + 1, ret_n);
                if (!value || !atom_is(atoms, i + 1 + *ret_n, close[k]) ||
                    atoms->list[i + *ret_n].end - atoms->list[i + 1].start < 2)
                        return NULL;
                *ret_n += 2;
                return value;
        }
        return NULL;
}

/* "8 million pounds of thrust", "5 million pounds or 2,300 tonnes" */
static bool is_weight(const struct atoms *atoms, size_t i)
{
        for (size_t k = i + 1; atom_is(atoms, i, "of") && k < atoms->n && k < i + 4; k++) {
                if (atoms->list[k].kind != ATOM_WORD)
                        return false;
                if (atom_is_of(atoms, k, &lexicon_number_company, "weighed"))
                        return true;
        }
        if (atom_is(atoms, i, "or") || atom_is(atoms, i, "(")) {
                for (size_t k = i + 1; k < atoms->n && k < i + 6; k++) {
                        size_t n;
                        const char *unit = atoms->list[k].kind == ATOM_WORD
                                                   ? unit_find(atoms, k, &n)
                                                   : NULL;

                        if (unit)
                                return unit_measures(unit, "mass");
                }
        }
        return false;
}

/* "paid 20,000 pounds (about $1,300)" */
static bool is_converted(const struct atoms *atoms, size_t i)
{
        static const char *const signs[] = { "$", "€", "us$", "a$", "c$", "usd", "eur" };

        for (size_t k = i + 1; atom_is(atoms, i, "(") && k < atoms->n && k < i + 4; k++)
                if (atom_is_one_of(atoms, k, signs, ARRAY_SIZE(signs)))
                        return true;
        return false;
}

/* 5'10": feet, and inches behind them. */
static bool read_feet(struct candidate *c, const struct atoms *atoms)
{
        static const char *const feet[] = { "'", "’", "′" };
        static const char *const inches[] = { "\"", "”", "″" };
        static const char *const measured[] = { "tall", "high", "long", "wide", "deep" };
        size_t at = c->end;
        struct numeral more;

        if (atom_joined(atoms, at) && atom_is_one_of(atoms, at, feet, ARRAY_SIZE(feet)) &&
            atom_is_one_of(atoms, at + 1, measured, ARRAY_SIZE(measured))) {
                c->q.kind = QUANTITY_MEASURE;
                c->q.unit = "foot";
                c->end = at + 1;
                return true;
        }
        if (!atom_joined(atoms, at) || !atom_is_one_of(atoms, at, feet, ARRAY_SIZE(feet)) ||
            !numeral_read(atoms, at + 1, &more) || more.words || more.value >= INCHES * 1000 ||
            c->q.value > FEET_MAX || c->q.high != QUANTITY_NO_HIGH)
                return false;
        if (!atom_joined(atoms, at + 1) &&
            !(atom_joined(atoms, at + 1 + more.n_atoms) &&
              atom_is_one_of(atoms, at + 1 + more.n_atoms, inches, ARRAY_SIZE(inches))))
                return false;
        at += 1 + more.n_atoms;
        c->q.value = c->q.value * INCHES + more.value;
        c->q.kind = QUANTITY_MEASURE;
        c->q.unit = "inch";
        c->end = at + (atom_joined(atoms, at) &&
                       atom_is_one_of(atoms, at, inches, ARRAY_SIZE(inches)));
        return true;
}

/* "99p", but not "1080p" */
static bool is_pence(const struct candidate *c, const struct atoms *atoms, size_t at)
{
        static const int lines[] = { 144, 240, 360, 480, 576, 720, 1080, 1440, 2160 };

        if (!atom_is(atoms, at, "p") || !atom_joined(atoms, at) || atoms->list[at].capital ||
            c->words || c->q.high != QUANTITY_NO_HIGH ||
            (atom_joined(atoms, at + 1) && atoms->list[at + 1].kind != ATOM_MARK))
                return false;
        for (size_t k = 0; k < ARRAY_SIZE(lines); k++)
                if (c->q.value == lines[k] * 1000LL)
                        return false;
        return true;
}

/* "1h 20m": behind hours a letter is minutes, and no metres. */
static bool is_behind_hours(const struct candidate *c, const struct atoms *atoms, size_t at)
{
        static const char *const hours[] = { "h", "hr", "hrs" };

        return atom_is(atoms, at, "m") && c->number > 1 &&
               atom_is_one_of(atoms, c->number - 1, hours, ARRAY_SIZE(hours)) &&
               atoms->list[c->number - 2].kind == ATOM_DIGITS;
}

/* Signs that mean something only where they stand. */
static bool read_short_unit(struct candidate *c, const struct atoms *atoms, size_t at)
{
        if (read_feet(c, atoms))
                return true;
        if (is_behind_hours(c, atoms, at)) {
                c->q.kind = QUANTITY_DURATION;
                c->q.unit = "minute";
        } else if (is_pence(c, atoms, at)) {
                c->q.kind = QUANTITY_MONEY;
                c->q.unit = "penny";
        } else {
                return false;
        }
        c->end = at + 1;
        return true;
}

void candidate_read_unit(struct candidate *c, const struct atoms *atoms)
{
        size_t n, at = c->end;
        const char *value;

        if (atom_is(atoms, at, "-") && atom_joined(atoms, at) && atom_joined(atoms, at + 1)) {
                at++;
                c->hyphened = true;
        }
        if ((!c->hyphened && read_short_unit(c, atoms, at)) ||
            candidate_read_currency(c, atoms, at))
                return;
        value = unit_find(atoms, at, &n);
        if (!value && !c->hyphened && !c->words)
                value = unit_in_brackets(atoms, at, &n);
        if (!value && !c->hyphened && !c->words && is_inch_mark(atoms, at)) {
                value = "inch\tlength";
                n = 1;
        }
        if (!value && !c->hyphened && !c->words && is_double_prime(atoms, at)) {
                value = "inch\tlength";
                n = 2;
        }
        if (!value) {
                c->hyphened = false;
                return;
        }
        c->q.kind = quantity_kind_of(value);
        lexicon_column(value, 0, &c->q.unit);
        /* Hardly anybody weighs millions of them. */
        if (strncmp(c->q.unit, "pound\t", 6) == 0 &&
            ((c->scaled && !is_weight(atoms, at + n)) || is_converted(atoms, at + n)))
                c->q.kind = QUANTITY_MONEY;
        c->end = at + n;
}
