/* times_forms - the names of kinds and forms of readings, and what goes by the form */
#include <string.h>

#include "workers/extract/times.h"

static const char *const kind_names[READING_KINDS] = {
        [READING_DATE] = "DATE",         [READING_WEEKDAY] = "WEEKDAY",
        [READING_UNIT] = "UNIT",         [READING_OFFSET] = "OFFSET",
        [READING_DURATION] = "DURATION", [READING_SET] = "SET",
        [READING_DEICTIC] = "DEICTIC",   [READING_REF] = "REF",
        [READING_PART] = "PART",         [READING_CLOCK] = "CLOCK",
        [READING_SEASON] = "SEASON",     [READING_QUARTER] = "QUARTER",
        [READING_DECADE] = "DECADE",     [READING_CENTURY] = "CENTURY",
        [READING_HOLIDAY] = "HOLIDAY",   [READING_WEEK_OF] = "WEEK_OF",
        [READING_PAST] = "PAST",         [READING_PRESENT] = "PRESENT",
        [READING_NONE] = "NONE",
};

static const char *const form_names[READING_FORMS] = {
        [FORM_PLAIN] = "PLAIN",
        [FORM_AFTER_NEXT] = "AFTER_NEXT",
        [FORM_AHEAD] = "AHEAD",
        [FORM_AHEAD_AND_HALF] = "AHEAD_AND_HALF",
        [FORM_AHEAD_HALF] = "AHEAD_HALF",
        [FORM_AHEAD_QUARTER] = "AHEAD_QUARTER",
        [FORM_AHEAD_QUARTERS] = "AHEAD_QUARTERS",
        [FORM_AHEAD_WORKING] = "AHEAD_WORKING",
        [FORM_WITHIN] = "WITHIN",
        [FORM_ALL] = "ALL",
        [FORM_AND_HALF] = "AND_HALF",
        [FORM_AND_QUARTER] = "AND_QUARTER",
        [FORM_AND_QUARTERS] = "AND_QUARTERS",
        [FORM_AROUND] = "AROUND",
        [FORM_AT] = "AT",
        [FORM_AT_TWO] = "AT_TWO",
        [FORM_AT_TWO_PART] = "AT_TWO_PART",
        [FORM_BARE_YEAR] = "BARE_YEAR",
        [FORM_BEHIND] = "BEHIND",
        [FORM_BEFORE] = "BEFORE",
        [FORM_BETWEEN] = "BETWEEN",
        [FORM_DAY] = "DAY",
        [FORM_DAY_ON] = "DAY_ON",
        [FORM_DAY_REL] = "DAY_REL",
        [FORM_DIGITS] = "DIGITS",
        [FORM_END] = "END",
        [FORM_FOUR_DIGITS] = "FOUR_DIGITS",
        [FORM_FOUR_ALONE] = "FOUR_ALONE",
        [FORM_FREQUENCY] = "FREQUENCY",
        [FORM_HALF] = "HALF",
        [FORM_HALF_PAST] = "HALF_PAST",
        [FORM_HOURS] = "HOURS",
        [FORM_LAST_HALF] = "LAST_HALF",
        [FORM_LETTERS] = "LETTERS",
        [FORM_MONTH] = "MONTH",
        [FORM_MONTH_REL] = "MONTH_REL",
        [FORM_NIGHTS] = "NIGHTS",
        [FORM_NOON] = "NOON",
        [FORM_NTH_DAY] = "NTH_DAY",
        [FORM_NTH_MONTH] = "NTH_MONTH",
        [FORM_NTH_WEEKDAY] = "NTH_WEEKDAY",
        [FORM_NUMBER] = "NUMBER",
        [FORM_NUMERIC] = "NUMERIC",
        [FORM_OR] = "OR",
        [FORM_ORDINAL] = "ORDINAL",
        [FORM_PAST] = "PAST",
        [FORM_PERIOD] = "PERIOD",
        [FORM_PLURAL] = "PLURAL",
        [FORM_POINT] = "POINT",
        [FORM_QUARTER] = "QUARTER",
        [FORM_QUARTER_BEFORE] = "QUARTER_BEFORE",
        [FORM_QUARTER_PAST] = "QUARTER_PAST",
        [FORM_RANGE] = "RANGE",
        [FORM_SHORT_YEAR] = "SHORT_YEAR",
        [FORM_THREE_QUARTERS] = "THREE_QUARTERS",
        [FORM_TWO] = "TWO",
        [FORM_TWO_DAYS] = "TWO_DAYS",
        [FORM_WEEKDAY] = "WEEKDAY",
        [FORM_YEAR] = "YEAR",
        [FORM_WEEKEND] = "WEEKEND",
        [FORM_WEEK_ON] = "WEEK_ON",
};

/* The place of a name among @n; @n: unknown. */
static size_t place_of(const char *const *names, size_t n, const char *name, size_t size)
{
        size_t i = 0;

        /* Hundreds of rules are read for each document: most names differ in their start. */
        while (i < n && (names[i][0] != name[0] || names[i][1] != name[1] ||
                         strncmp(names[i], name, size) != 0 || names[i][size]))
                i++;
        return i;
}

bool reading_named(const char *name, size_t size, enum reading_kind *ret_kind,
                   enum reading_form *ret_form)
{
        const char *space = memchr(name, ' ', size);
        size_t kind_size = space ? (size_t)(space - name) : size;
        size_t kind = place_of(kind_names, READING_KINDS, name, kind_size), form = FORM_PLAIN;

        if (space)
                form = place_of(form_names, READING_FORMS, space + 1, size - kind_size - 1);
        if (kind == READING_KINDS || form == READING_FORMS)
                return false;
        *ret_kind = (enum reading_kind)kind;
        *ret_form = (enum reading_form)form;
        return true;
}

bool reading_looks_ahead(const struct reading *r)
{
        switch (r->form) {
        case FORM_AHEAD:
        case FORM_AHEAD_AND_HALF:
        case FORM_AHEAD_HALF:
        case FORM_AHEAD_QUARTER:
        case FORM_AHEAD_QUARTERS:
        case FORM_AHEAD_WORKING:
        case FORM_WITHIN: return true;
        default: return false;
        }
}

bool reading_is_clock_range(const struct reading *r)
{
        return r->kind == READING_CLOCK && (r->form == FORM_RANGE || r->form == FORM_BETWEEN);
}

bool reading_adds_share(const struct reading *r)
{
        return r->form == FORM_AND_HALF || r->form == FORM_AHEAD_AND_HALF ||
               r->form == FORM_AND_QUARTER || r->form == FORM_AND_QUARTERS;
}

bool reading_is_two_numbers(const struct reading *r)
{
        return r->form == FORM_AT_TWO || r->form == FORM_AT_TWO_PART;
}
