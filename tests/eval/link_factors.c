/* link_factors - what linking knows of each article and the events that it resembles
 *
 * Reads extractions (JSON Lines, as `parallax extract --json` prints them, each with a key
 * "cluster" added) in the order of the log, puts each into the event of its cluster, and prints
 * before that one line for each event that came into question: 1 if it is the right one, else
 * 0, then the factors of choices.h. Input of tools/link_weights.py.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "workers/link/choices.h"
#include "workers/link/link.h"

enum { CLUSTERS_MAX = 100000, ARENA_MAX = 1 << 28 };

struct stream {
        struct linker *linker;
        char **clusters; /* names; number of the founding article beside */
        uint64_t *events;
        size_t n_clusters;
        uint64_t number;
};

/* The event of a cluster, founded by its first article. An article without one is alone. */
static uint64_t event_of(struct stream *s, const char *cluster)
{
        size_t i = 0;

        if (!cluster)
                return s->number;
        while (i < s->n_clusters && strcmp(s->clusters[i], cluster) != 0)
                i++;
        if (i == s->n_clusters && i < CLUSTERS_MAX) {
                s->clusters[i] = strdup(cluster);
                s->events[i] = s->number;
                s->n_clusters++;
        }
        return i < CLUSTERS_MAX ? s->events[i] : s->number;
}

static void print_choices(const struct choice *choices, size_t n, uint64_t event)
{
        for (size_t i = 0; i < n; i++) {
                printf("%d", choices[i].event == event);
                for (size_t k = 0; k < LINK_FACTORS; k++)
                        printf(" %d", choices[i].factors[k]);
                putchar('\n');
        }
}

static int take(struct stream *s, const char *line, size_t size)
{
        _cleanup_(arena_freep) struct arena *arena = arena_new(ARENA_MAX);
        json_auto_t *json = json_parse(line, size, NULL);
        struct buffer signature = { 0 };
        struct choice choices[CHOICES_MAX];
        struct extraction *x;
        uint64_t event;
        size_t n = 0;
        int r = arena && json ? extraction_decode(&x, arena, line, size, NULL) : -EINVAL;

        s->number++;
        if (!r)
                r = link_signature(x, &signature);
        if (r)
                return r;
        event = event_of(s, json_text(json, "cluster"));
        r = linker_restore_weighed(s->linker, s->number,
                                   &(struct blob){ signature.data, signature.size }, event,
                                   choices, &n);
        print_choices(choices, n, event);
        buffer_clear(&signature);
        return r;
}

int main(void)
{
        struct stream s = { .linker = linker_new(),
                            .clusters = calloc(CLUSTERS_MAX, sizeof(char *)),
                            .events = calloc(CLUSTERS_MAX, sizeof(uint64_t)) };
        char *line = NULL;
        size_t room = 0;
        ssize_t size;

        while ((size = getline(&line, &room, stdin)) > 0) {
                if (line[size - 1] == '\n')
                        size--;
                if (take(&s, line, (size_t)size)) {
                        fprintf(stderr, "link_factors: line %llu is no extraction\n",
                                (unsigned long long)s.number);
                        return 1;
                }
        }
        return 0;
}
