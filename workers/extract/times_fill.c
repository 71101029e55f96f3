/* times_fill - what the words of a match say goes into the slots of its reading */
#include <stdio.h>
#include <string.h>

#include "workers/extract/times.h"

void reading_init(struct reading *r)
{
        memset(r, 0, sizeof(*r));
        r->year = r->month = r->day = r->dow = UNSET;
        r->year2 = r->month2 = r->day2 = UNSET;
        r->hour = r->minute = r->second = r->ampm = UNSET;
        r->hour2 = r->minute2 = r->ampm2 = UNSET;
        r->rel = r->ordinal = r->offset = UNSET;
        r->quarter = r->decade = UNSET;
        r->zone = UNSET;
        r->count = COUNT_NONE;
        for (size_t i = 0; i < AMOUNTS_MAX; i++)
                r->more[i].count = COUNT_NONE;
        r->base = r->range_end = r->length = r->whole = r->told = NONE;
        r->mod = "";
}

static void set_once(int *slot, int value)
{
        if (*slot == UNSET)
                *slot = value;
}

static void fill_number(struct reading *r, const struct term *term, const struct sense *s)
{
        int64_t value = s->class == CLASS_VAGUE ? (s->number ? s->number * 1000 : COUNT_VAGUE)
                                                : term->value;

        if (r->count == COUNT_NONE) {
                r->count = value;
                return;
        }
        for (size_t i = 0; i < AMOUNTS_MAX; i++) {
                if (r->more[i].count == COUNT_NONE || !r->more[i].unit) {
                        r->more[i].count = value;
                        return;
                }
        }
}

void reading_add_unit(struct reading *r, char unit)
{
        for (size_t i = 0; i < AMOUNTS_MAX; i++) {
                if (!r->more[i].unit) {
                        r->more[i].unit = unit;
                        return;
                }
        }
}

static void fill_unit(struct reading *r, const struct sense *s)
{
        if (r->unit) {
                reading_add_unit(r, s->code[0]);
                return;
        }
        r->unit = s->code[0];
        r->plural = s->class == CLASS_UNITS;
}

void reading_set_amounts(struct reading *r)
{
        size_t n = 0;

        if (reading_adds_share(r) || r->form == FORM_OR)
                return;
        while (n < AMOUNTS_MAX && r->more[n].unit)
                n++;
        if (!n || r->count < 0 || r->more[n - 1].count >= 0)
                return;
        while (--n)
                r->more[n].count = r->more[n - 1].count;
        r->more[0].count = r->count;
        r->count = 1000;
}

static void set_rel_word(struct reading *r, const char *word)
{
        (void)snprintf(r->rel_word, sizeof(r->rel_word), "%s", word);
}

static void fill_calendar(struct reading *r, const struct sense *s)
{
        switch (s->class) {
        case CLASS_MONTH:
                set_once(r->ranged && r->day != UNSET && r->month != UNSET ? &r->month2
                                                                           : &r->month,
                         s->number);
                break;
        case CLASS_DAY: set_once(r->ranged ? &r->day2 : &r->day, s->number); break;
        case CLASS_YEAR:
        case CLASS_YEAR2: set_once(&r->year, s->number); break;
        case CLASS_DOW:
        case CLASS_DOWS: set_once(&r->dow, s->number); break;
        case CLASS_TO: r->ranged = r->kind == READING_DATE || r->kind == READING_CLOCK; break;
        case CLASS_DECADE: r->decade = s->number; break;
        case CLASS_HALF:
        case CLASS_QUARTER: r->quarter = s->number; break;
        case CLASS_ERA: r->era = s->number; break;
        default: break;
        }
}

static void fill_digits(struct reading *r, const struct term *term, const struct sense *s)
{
        if (s->class == CLASS_YEARS) {
                r->year = s->number;
                r->year2 = term->date.year;
                r->ranged = true;
        } else if (s->class == CLASS_DATE) {
                r->year = term->date.year ? term->date.year : UNSET;
                r->month = term->date.month ? term->date.month : UNSET;
                r->day = term->date.day ? term->date.day : UNSET;
        }
        if (r->ranged && r->kind == READING_CLOCK) {
                r->hour2 = term->hour;
                r->minute2 = term->minute;
        } else if (term->hour >= 0) {
                if (s->code[0] == '2')
                        r->form = FORM_HOURS; /* of 24 */
                if (s->code[0] == '.')
                        r->form = FORM_POINT;
                r->hour = term->hour;
                r->minute = term->minute;
                r->second = term->second > 0 ? term->second : UNSET;
        }
}

/* "-300 us" */
static bool is_us_zone(const char *code)
{
        const char *remark = code + strcspn(code, " \t");

        return strncmp(remark, " us", 3) == 0;
}

void reading_fill(struct reading *r, const struct term *term, const struct sense *s)
{
        switch (s->class) {
        case CLASS_NUM:
        case CLASS_NUM2:
        case CLASS_VAGUE: fill_number(r, term, s); break;
        case CLASS_UNIT:
        case CLASS_UNITS:
        case CLASS_LONG: fill_unit(r, s); break;
        case CLASS_FREQ:
                fill_unit(r, s);
                if (s->code[1] == ' ' && s->code[2] >= '1' && s->code[2] <= '9') {
                        r->every = true;
                        r->count = (s->code[2] - '0') * 1000;
                }
                break;
        case CLASS_ORD: r->ordinal = s->number; break;
        case CLASS_HOUR: *(r->ranged ? &r->hour2 : &r->hour) = s->number; break;
        case CLASS_NOON:
                if (r->ranged) {
                        r->hour2 = s->number;
                        break;
                }
                r->hour = s->number;
                r->minute = 0;
                r->part = "noon";
                break;
        case CLASS_AMPM:
                if (r->kind == READING_DEICTIC)
                        r->part = s->number ? "AF" : "MO";
                *(r->ranged ? &r->ampm2 : &r->ampm) = s->number;
                break;
        case CLASS_EDGE:
                r->mod = s->code;
                r->mod_size = (uint8_t)strcspn(s->code, "\t ");
                break;
        case CLASS_CLOSE:
                r->unit = s->code[0];
                r->rel = 0;
                set_rel_word(r, "this");
                r->mod = "END";
                r->mod_size = 3;
                break;
        case CLASS_REL:
                if (r->rel == UNSET || r->rel == 0) {
                        r->rel = s->number;
                        set_rel_word(r, term->word);
                }
                break;
        case CLASS_AGO:
                r->direction = s->number;
                r->direction_word = s->code;
                break;
        case CLASS_DEICTIC:
                r->offset = s->number;
                if (strncmp(s->code, "0 NI", 4) == 0)
                        r->part = "NI";
                break;
        case CLASS_REF: r->ref = s->code; break;
        case CLASS_ZONE:
                r->zone = s->code[0] ? s->number : UNSET;
                r->zone_changes = is_us_zone(s->code);
                break;
        case CLASS_SEASON: r->season = s->code; break;
        case CLASS_PART:
        case CLASS_PARTS: r->part = s->code; break;
        case CLASS_HOLIDAY: r->holiday = s->code; break;
        case CLASS_EVERY: r->every = true; break;
        case CLASS_DATE:
        case CLASS_CLOCK:
        case CLASS_YEARS: fill_digits(r, term, s); break;
        default: fill_calendar(r, s); break;
        }
}
