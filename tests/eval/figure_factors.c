/* figure_factors - what comparing knows of pairs of figures
 *
 *     figure_factors < LINES
 *
 * Reads lines as of_events.h has them. Prints for each figure "f EVENT NUMBER ARTICLE START END
 * KIND VALUE BOUND", in code points of the text, and for each two of one row "p EVENT NUMBER
 * NUMBER VERDICT SAME FACTORS…"; SAME: 1 if the numbers are equal.
 */
#include <stdio.h>

#include "tests/eval/of_events.h"
#include "workers/compare/factors.h"
#include "workers/compare/match.h"
#include "workers/compare/verdict.h"

enum { FIGURES = 4096, ARTICLES = 64 };

struct noted {
        uint64_t key;
        unsigned kind;
        struct slot_value value;
};

static struct noted noted[FIGURES];
static size_t n_noted;

static int note(const char *event, const struct account *a, uint64_t number)
{
        for (size_t i = 0; i < a->n_figures && n_noted < FIGURES; i++) {
                const struct figure *f = &a->figures[i];

                printf("f %s %zu %s %u %u %u %lld %u\n", event, n_noted, a->x->article,
                       text_index_points(a->points, f->own.start),
                       text_index_points(a->points, f->own.end), f->kind,
                       (long long)f->value.value, f->value.bound);
                noted[n_noted] = (struct noted){ f->key, f->kind, f->value };
                noted[n_noted].value.mention.article = number;
                noted[n_noted++].value.mention.origin = number;
        }
        return 0;
}

/* All pairs of the two, each with its row as it would be if these were its figures. */
static void print_row(const char *event, size_t first)
{
        static struct slot_value values[FIGURES];
        static size_t index[FIGURES];
        struct slot slot = { .kind = (uint8_t)noted[first].kind, .values = values };
        int16_t *bases;

        for (size_t i = first; i < n_noted; i++) {
                if (noted[i].key != noted[first].key)
                        continue;
                index[slot.n_values] = i;
                values[slot.n_values++] = noted[i].value;
        }
        bases = malloc(slot.n_values * slot.n_values * sizeof(*bases));
        if (!bases)
                abort();
        figure_bases(&slot, bases);
        for (size_t i = 0; i < slot.n_values; i++) {
                for (size_t k = i + 1; k < slot.n_values; k++) {
                        int16_t factors[FIGURE_FACTORS];

                        if (!figure_factors(&slot, bases, i, k, factors))
                                continue;
                        printf("p %s %zu %zu %d %d", event, index[i], index[k],
                               (int)figures_compare(&slot, &values[i], &values[k]),
                               same_number(&slot, &values[i], &values[k]));
                        for (size_t f = 0; f < FIGURE_FACTORS; f++)
                                printf(" %d", factors[f]);
                        putchar('\n');
                }
        }
        free(bases);
}

static void print_event(const char *event)
{
        for (size_t i = 0; i < n_noted; i++) {
                bool first = true;

                for (size_t k = 0; k < i; k++)
                        first &= noted[k].key != noted[i].key;
                if (first)
                        print_row(event, i);
        }
        n_noted = 0;
}

int main(void)
{
        static const struct of_events of = { note, print_event };

        return over_events(&of, "figure_factors");
}
