/* value_print - how a value of a row is printed: "PT40M", "about 5 kilometre" */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "workers/compare/judge.h"
#include "workers/compare/units.h"

enum { THOUSAND = 1000 };

unsigned figure_bound_class(const struct slot_value *v)
{
        static const uint8_t classes[] = {
                [BOUND_EXACT] = 0,     [BOUND_ABOUT] = 1,      [BOUND_AT_LEAST] = 2,
                [BOUND_MORE_THAN] = 2, [BOUND_AT_MOST] = 3,    [BOUND_LESS_THAN] = 3,
                [FIGURE_NEARLY] = 1,   [FIGURE_JUST_OVER] = 1, [FIGURE_AGO] = 0,
        };

        return classes[v->bound];
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

/* What all of the group say before the number. */
static const char *bound_words(const struct slot *slot, const struct figure_group *g)
{
        static const char *const words[] = { "", "about ", "at least ", "at most " };
        bool clock = slot->kind == SLOT_CLOCK;
        unsigned class = figure_bound_class(g->members[0]);

        for (size_t i = 1; i < g->n; i++)
                if (figure_bound_class(g->members[i]) != class)
                        return "";
        if (g->members[0]->bound == BOUND_MORE_THAN)
                return clock ? "after " : "more than ";
        if (g->members[0]->bound == BOUND_LESS_THAN)
                return clock ? "before " : "less than ";
        return words[class];
}

static void print_clock(int64_t minute, char *out, size_t room)
{
        snprintf(out, room, "%02d:%02d", (int)(minute / THOUSAND / 60 % 24),
                 (int)(minute / THOUSAND % 60));
}

void slot_value_print(const struct slot *slot, const struct figure_group *g, char *out,
                      size_t room)
{
        const struct slot_value *v = g->members[g->shown];
        const char *unit = v->unit, *bound = bound_words(slot, g), *iso = NULL;
        char low[40], high[48] = "";

        if (slot->kind == SLOT_DATE) {
                snprintf(out, room, "%s", unit ? unit : "");
                return;
        }
        if (slot->kind == SLOT_CLOCK) {
                print_clock(v->value, low, sizeof(low));
                if (v->high != v->value) {
                        high[0] = '-';
                        print_clock(v->high, high + 1, sizeof(high) - 1);
                }
                snprintf(out, room, "%s%s%s", bound, low, high);
                return;
        }
        if (slot->kind == SLOT_COUNT && unit) { /* "dozens" */
                snprintf(out, room, "%s", unit);
                return;
        }
        print_milli(v->value, low, sizeof(low));
        if (v->high != v->value) {
                high[0] = '-';
                print_milli(v->high, high + 1, sizeof(high) - 1);
        }
        if (slot->kind == SLOT_DURATION || slot->kind == SLOT_AGE)
                iso = unit_designator(unit);
        if (iso)
                snprintf(out, room, "%sP%s%s%s%s", bound, iso[1] ? "T" : "", low, high,
                         iso + (iso[1] ? 1 : 0));
        else if (slot->kind == SLOT_PERCENT)
                snprintf(out, room, "%s%s%s%%", bound, low, high);
        else
                snprintf(out, room, "%s%s%s%s%.60s", bound, low, high, unit ? " " : "",
                         unit ? unit : "");
}
