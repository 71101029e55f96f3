/* figure_factors - what comparing knows of pairs of figures
 *
 *     figure_factors < LINES
 *
 * Lines of "EVENT EXTRACTION", extractions as `parallax extract --json` prints them, the
 * articles of an event together. Prints for each figure "f EVENT NUMBER ARTICLE START END KIND
 * VALUE", in code points of the text, and for each two of one row "p EVENT NUMBER NUMBER
 * VERDICT SAME FACTORS…, SAME: 1 if the numbers are equal".
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "workers/compare/account.h"
#include "workers/compare/factors.h"
#include "workers/compare/match.h"
#include "workers/compare/verdict.h"

enum { ARENA_MAX = 1 << 30, FIGURES = 4096, ARTICLES = 64 };

struct noted {
        uint64_t key;
        unsigned kind;
        struct slot_value value;
};

static struct noted noted[FIGURES];
static size_t n_noted;

static int note(struct arena *arena, const char *event, const char *line, uint64_t number)
{
        struct extraction *x;
        struct account *a;
        int r = extraction_decode(&x, arena, line, strlen(line), NULL);

        if (!r)
                r = account_digest(&a, arena, x);
        if (r)
                return r;
        for (size_t i = 0; i < a->n_figures && n_noted < FIGURES; i++) {
                const struct figure *f = &a->figures[i];

                printf("f %s %zu %s %u %u %u %lld %u\n", event, n_noted, x->article,
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
        char *line = NULL, event[256] = "";
        struct arena *arena = NULL;
        size_t room = 0;
        uint64_t number = 0;
        ssize_t size;
        int r = 0;

        while (!r && (size = getline(&line, &room, stdin)) > 0) {
                char *space = strchr(line, ' ');

                if (!space)
                        continue;
                *space = '\0';
                if (strcmp(line, event) != 0) {
                        print_event(event);
                        arena_free(arena);
                        arena = arena_new(ARENA_MAX);
                        snprintf(event, sizeof(event), "%s", line);
                        number = 0;
                }
                if (line[size - 1] == '\n')
                        line[size - 1] = '\0';
                r = arena ? note(arena, event, space + 1, ++number) : -ENOMEM;
        }
        print_event(event);
        arena_free(arena);
        free(line);
        if (r)
                fprintf(stderr, "figure_factors: %d\n", r);
        return r != 0;
}
