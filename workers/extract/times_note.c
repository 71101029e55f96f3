/* times_note - what one short sentence leaves open
 *
 * A note has no title and no address: whether "on Friday" is the last one or the next, "in May"
 * is this year's or every year's, nothing around it tells. TIMEX3 has values for that
 * ("XXXX-WXX-5", "XXXX-05", "T17:00"), which are told instead of a guess. What the words count
 * from today ("next Friday", "tomorrow at 5") is as sure as ever.
 */
#include "workers/extract/times_resolve.h"

enum { BASES_MAX = 8 /* that hang on each other */ };

static bool is_open_itself(const struct reading *r)
{
        if (r->rel != UNSET || r->offset != UNSET || r->direction)
                return false;
        switch (r->kind) {
        case READING_DATE:
                return r->year == UNSET && !r->era && r->unit != 'M' &&
                       r->form != FORM_WEEKDAY && r->form != FORM_NTH_WEEKDAY &&
                       r->form != FORM_NTH_MONTH && r->form != FORM_NTH_DAY;
        case READING_SEASON:
        case READING_QUARTER: return r->year == UNSET && !r->era;
        case READING_HOLIDAY: /* one that moves is told by this year's day */
                return r->year == UNSET && r->holiday[0] == 'f';
        case READING_WEEKDAY:
        case READING_PART:
        case READING_CLOCK: return true;
        default: return false;
        }
}

bool reading_is_open(const struct readings *readings, size_t i)
{
        const struct reading *r = &readings->list[i];

        for (unsigned n = 0; n < BASES_MAX; n++) {
                if (!is_open_itself(r))
                        return false;
                if (r->base == NONE)
                        return true;
                r = &readings->list[r->base];
        }
        return false;
}

struct context context_of_note(const struct context *c)
{
        struct context nowhere = *c;

        nowhere.anchor = nowhere.last = nowhere.last_day = unknown(GRAIN_NONE);
        nowhere.dayless = true;
        return nowhere;
}
