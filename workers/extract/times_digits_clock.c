/* times_digits_clock - times of day in digits */
#include "workers/extract/times_digits.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_time_words;

static bool has_class(const struct atoms *atoms, size_t i, const char *class)
{
        const char *value =
                i < atoms->n ? lexicon_get(&lexicon_time_words, atoms->list[i].lower) : NULL;

        return value && strncmp(value, class, strlen(class)) == 0;
}

static bool is_french_hour(const struct atoms *atoms, size_t i)
{
        return digits_at(atoms, i, 1, 2) && atom_is(atoms, i + 1, "h") &&
               atom_joined(atoms, i + 1);
}

/* "at 16h", "Thursday 8h", "8h GMT", "9h30 - 11h": a point of time; "8h" is as long elsewhere.
 */
static bool is_hour_of_day(const struct atoms *atoms, size_t i)
{
        if (has_class(atoms, i + 2, "ZONE") ||
            (dash_at(atoms, i + 2) && is_french_hour(atoms, i + 3)))
                return true;
        if (!i)
                return false;
        if (atom_is(atoms, i - 1, "at") || has_class(atoms, i - 1, "DOW="))
                return true;
        if (!dash_at(atoms, i - 1))
                return digits_at(atoms, i - 1, 4, 4);
        return (i > 2 && is_french_hour(atoms, i - 3)) ||
               (i > 3 && is_french_hour(atoms, i - 4));
}

/* "16h30", "at 16h" */
size_t french_clock(struct term *term, const struct atoms *atoms, size_t i)
{
        bool minutes = atom_joined(atoms, i + 2) && digits_at(atoms, i + 2, 2, 2);

        if (!is_french_hour(atoms, i) || !(minutes || is_hour_of_day(atoms, i)))
                return 0;
        term->hour = number_at(atoms, i);
        term->minute = minutes ? number_at(atoms, i + 2) : 0;
        term->second = -1;
        if (term->hour > 24 || term->minute > 59)
                return 0;
        term_add(term, CLASS_CLOCK, "", 0);
        return minutes ? 3 : 2;
}

/* "at 0730 hours", "0730h", "by 1630 hrs": four digits are a time of day where no number begins
 * with nought, or where the words before them say so. */
size_t military_clock(struct term *term, const struct atoms *atoms, size_t i)
{
        static const char *const units[] = { "hours", "hrs", "h", "hr" };
        static const char *const before[] = { "at",   "by",     "until", "till",
                                              "from", "before", "around" };
        static const char *const counted[] = { "of", "a", "an", "per", "each", "every" };
        bool told;
        int value;

        if (!digits_at(atoms, i, 4, 4))
                return 0;
        if (!atom_is_one_of(atoms, i + 1, units, ARRAY_SIZE(units)))
                return 0;
        told = i && atom_is_one_of(atoms, i - 1, before, ARRAY_SIZE(before)) &&
               !atom_is_one_of(atoms, i + 2, counted,
                               ARRAY_SIZE(counted)); /* "at 1500 hours a year" */
        told |= atoms->n == 2 || *atoms->list[i].lower == '0';
        value = number_at(atoms, i);
        if (!told || value > 2400 || value % 100 > 59)
                return 0;
        term->hour = value / 100;
        term->minute = value % 100;
        term->second = -1;
        term_add(term, CLASS_CLOCK, "24", 0);
        return 2;
}

/* "11ish" */
size_t loose_clock(struct term *term, const struct atoms *atoms, size_t i)
{
        size_t n = 1 + (atom_is(atoms, i + 1, "-") && atom_joined(atoms, i + 1));

        if (!digits_at(atoms, i, 1, 2) || !atom_is(atoms, i + n, "ish") ||
            !atom_joined(atoms, i + n) || number_at(atoms, i) < 1 || number_at(atoms, i) > 12)
                return 0;
        term->hour = number_at(atoms, i);
        term->minute = 0;
        term->second = -1;
        term_add(term, CLASS_CLOCK, "", 0);
        return n + 1;
}

/* "at 6.45", "until 17.30": a point, as much of Europe writes; a time only beside a day, or in
 * a note. */
static bool may_be_clock(const struct atoms *atoms, size_t i)
{
        static const char *const before[] = { "at",     "until", "till",   "from",  "by",
                                              "around", "about", "before", "after", "since" };
        static const char *const behind[] = { "tonight", "tomorrow", "yesterday", "today" };

        if (atom_is_one_of(atoms, i + 3, behind, ARRAY_SIZE(behind)))
                return number_at(atoms, i) > 0;
        if (i && atom_is_one_of(atoms, i - 1, before, ARRAY_SIZE(before)))
                return !atom_is(atoms, i + 3, "%") && ends_clean(atoms, i + 3) &&
                       number_at(atoms, i) > 0;
        return false;
}

size_t clock_time(struct term *term, const struct atoms *atoms, size_t i)
{
        size_t n = 3;
        bool colon = mark_joins(atoms, i + 1, ":"), half;

        if (!digits_at(atoms, i, 1, 2) || !(colon || mark_joins(atoms, i + 1, ".")) ||
            !digits_at(atoms, i + 2, 2, 2))
                return 0;
        term->hour = number_at(atoms, i);
        term->minute = number_at(atoms, i + 2);
        if (term->hour > 24 || term->minute > 59)
                return 0;
        term->second = -1;
        if (colon && mark_joins(atoms, i + 3, ":") && digits_at(atoms, i + 4, 2, 2)) {
                term->second = number_at(atoms, i + 4);
                n = 5;
        }
        /* With a dot it is a clock time only before "a.m." or "p.m.". */
        half = half_of_day_at(atoms, i + n);
        if (!colon && !half && !may_be_clock(atoms, i))
                return 0;
        if (!(ends_clean(atoms, i + n) || (colon && goes_on_as_range(atoms, i + n, ":"))) ||
            (colon && term->second > 59))
                return 0;
        term_add(term, CLASS_CLOCK, colon || half ? "" : ".", 0);
        return n;
}
