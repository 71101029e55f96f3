/* digits - inside of reading what is written with digits
 *
 * times_digits.c reads dates, decades and ranges of years; times_digits_clock.c times of day.
 * Each shape gives the number of atoms that it takes, 0 where it does not fit.
 */
#pragma once

#include <string.h>

#include "workers/extract/times.h"

/** Gives the term a meaning that its digits tell. */
static inline void term_add(struct term *term, enum term_class class, const char *code,
                            int number)
{
        term->senses[term->n_senses++] =
                (struct sense){ .class = (uint8_t) class, .code = code, .number = number };
        term->classes |= UINT64_C(1) << class;
        term->digits = true;
}

/** Are there between @min and @max digits at atom @i? */
static inline bool digits_at(const struct atoms *atoms, size_t i, size_t min, size_t max)
{
        size_t size;

        if (i >= atoms->n || atoms->list[i].kind != ATOM_DIGITS)
                return false;
        size = atoms->list[i].end - atoms->list[i].start;
        return size >= min && size <= max;
}

/** What they come to; the first nine count. */
static inline int number_at(const struct atoms *atoms, size_t i)
{
        int value = 0;

        for (const char *p = atoms->list[i].lower; *p; p++)
                value = value < 100000000 ? value * 10 + *p - '0' : value;
        return value;
}

/** Is atom @i one of @marks, with nothing around it but what it joins? */
static inline bool mark_joins(const struct atoms *atoms, size_t i, const char *marks)
{
        return i + 1 < atoms->n && atom_joined(atoms, i) && atom_joined(atoms, i + 1) &&
               atoms->list[i].kind == ATOM_MARK && strlen(atoms->list[i].lower) == 1 &&
               strchr(marks, atoms->list[i].lower[0]);
}

static inline bool half_of_day_at(const struct atoms *atoms, size_t i)
{
        return atom_is(atoms, i, "am") || atom_is(atoms, i, "pm") ||
               atom_is(atoms, i, "a.m.") || atom_is(atoms, i, "p.m.") ||
               atom_is(atoms, i, "a.m") || atom_is(atoms, i, "p.m");
}

static inline bool dash_at(const struct atoms *atoms, size_t i)
{
        return atom_is(atoms, i, "-") || atom_is(atoms, i, "–");
}

/* "-6:00", "-10/7/2018", "-11am": a dash at @i, and behind it what ends a range of the same
 * kind, whose parts @mark joins. */
static inline bool goes_on_as_range(const struct atoms *atoms, size_t i, const char *mark)
{
        return dash_at(atoms, i) && digits_at(atoms, i + 1, 1, 2) &&
               (mark_joins(atoms, i + 2, mark) ||
                (*mark == ':' && half_of_day_at(atoms, i + 2)));
}

/* Is what ends before atom @i not glued to more digits or letters? */
static inline bool ends_clean(const struct atoms *atoms, size_t i)
{
        if (!atom_joined(atoms, i))
                return true;
        if (atoms->list[i].kind == ATOM_DIGITS)
                return false;
        return !(mark_joins(atoms, i, "-/:.,") && atoms->list[i + 1].kind == ATOM_DIGITS);
}

/** "16h30", "at 16h" */
size_t french_clock(struct term *term, const struct atoms *atoms, size_t i);
/** "11ish" */
size_t loose_clock(struct term *term, const struct atoms *atoms, size_t i);
/** "0730 hours" */
size_t military_clock(struct term *term, const struct atoms *atoms, size_t i);
/** "8:30", "8:30:15", "8.30 p.m." */
size_t clock_time(struct term *term, const struct atoms *atoms, size_t i);
