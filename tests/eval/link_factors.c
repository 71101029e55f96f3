/* link_factors - what linking knows of articles whose events are known, and what it does
 *
 *     link_factors sign                 extractions in, as `parallax extract --json` prints
 * them; one line each: the article's id, its signature
 *     link_factors pairs [WEIGHTS]      \
 *     link_factors choices [WEIGHTS]     > lines of "CLUSTER SIGNATURE" in the log's order
 *     link_factors run [WEIGHTS]        /
 *
 * `pairs` and `choices` put each article into the event of its cluster, and print before that
 * one line for each article, or event, that came into question: the article's place in the
 * log, 1 if it is of the same event, else 0, then the factors of weights.h. `run` links, and
 * prints each article's event as it is at the end. WEIGHTS: a file of names and numbers, as
 * tools/link_weights.py writes it.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "workers/link/choices.h"
#include "workers/link/link.h"

enum { ARTICLES_MAX = 100000, ARENA_MAX = 1 << 28 };

struct stream {
        const char *verb;
        struct link_weights weights;
        struct linker *linker;
        char *clusters[ARTICLES_MAX]; /* names; number of the founding article beside */
        uint64_t founders[ARTICLES_MAX];
        size_t n_clusters;
        uint64_t events[ARTICLES_MAX + 1]; /* by number: of the cluster, or as linked */
        uint64_t number;
};

/* ------------------------------------------------------------ weights */

static int read_numbers(FILE *file, int32_t *values, size_t n)
{
        for (size_t i = 0; i < n; i++) {
                if (fscanf(file, "%d", &values[i]) != 1)
                        return -EINVAL;
        }
        return 0;
}

static int read_weights(struct link_weights *w, const char *path)
{
        const struct {
                const char *name;
                int32_t *values;
                size_t n;
        } known[] = {
                { "pair", w->pair, PAIR_FACTORS },
                { "event", w->event, LINK_FACTORS },
                { "units", (int32_t *)w->units, PAIR_UNITS * (PAIR_FACTORS + 1) },
                { "join", &w->join, 1 },
                { "look", &w->look, 1 },
                { "merge", &w->merge, 1 },
                { "split", &w->split, 1 },
                { "relative", &w->relative, 1 },
        };
        FILE *file = fopen(path, "r");
        char name[32];
        int r = file ? 0 : -errno;

        while (!r && fscanf(file, "%31s", name) == 1) {
                r = -EINVAL;
                for (size_t i = 0; i < ARRAY_SIZE(known); i++) {
                        if (strcmp(name, known[i].name) == 0)
                                r = read_numbers(file, known[i].values, known[i].n);
                }
        }
        if (file)
                fclose(file);
        return r;
}

/* ------------------------------------------------------------ articles */

static int sign(const char *line, size_t size)
{
        _cleanup_(arena_freep) struct arena *arena = arena_new(ARENA_MAX);
        _cleanup_(buffer_clear) struct buffer signature = { 0 };
        struct extraction *x;
        int r = arena ? extraction_decode(&x, arena, line, size, NULL) : -ENOMEM;

        if (!r)
                r = link_signature(x, &signature);
        if (r)
                return r;
        printf("%s ", x->article);
        for (size_t i = 0; i < signature.size; i++)
                printf("%02x", ((const unsigned char *)signature.data)[i]);
        putchar('\n');
        return 0;
}

static int digit(char c)
{
        static const char digits[] = "0123456789abcdef";
        const char *at = c ? strchr(digits, c) : NULL;

        return at ? (int)(at - digits) : -1;
}

static size_t read_signature(const char *hex, unsigned char *out)
{
        size_t n = 0;

        while (n < SIGNATURE_BYTES_MAX && digit(hex[0]) >= 0 && digit(hex[1]) >= 0) {
                out[n++] = (unsigned char)(16 * digit(hex[0]) + digit(hex[1]));
                hex += 2;
        }
        return n;
}

/* The event of a cluster, founded by its first article. */
static uint64_t event_of(struct stream *s, const char *cluster)
{
        size_t i = 0;

        while (i < s->n_clusters && strcmp(s->clusters[i], cluster) != 0)
                i++;
        if (i == s->n_clusters) {
                s->clusters[i] = strdup(cluster);
                s->founders[i] = s->number;
                s->n_clusters++;
        }
        return s->founders[i];
}

static void print_row(const struct stream *s, uint64_t event, const int32_t *factors, size_t n)
{
        printf("%llu %d", (unsigned long long)s->number, event == s->events[s->number]);
        for (size_t i = 0; i < n; i++)
                printf(" %d", factors[i]);
        putchar('\n');
}

static int teach(struct stream *s, const char *cluster, const struct blob *signature)
{
        struct link_restored kept = { .number = s->number,
                                      .event = event_of(s, cluster),
                                      .signature = *signature };
        struct weighed w;
        int r = linker_restore_weighed(s->linker, &kept, &w);

        s->events[s->number] = kept.event;
        if (strcmp(s->verb, "choices") == 0) {
                for (size_t i = 0; !r && i < w.n_choices; i++)
                        print_row(s, w.choices[i].event, w.choices[i].factors, LINK_FACTORS);
                return r;
        }
        for (size_t i = 0; !r && i < w.n_alike; i++)
                print_row(s, s->events[linker_number(s->linker, w.alike[i].serial)], w.pairs[i],
                          PAIR_FACTORS);
        return r;
}

static void apply(struct stream *s, const struct link_change *c)
{
        if (c->kind == LINK_FOUNDED || c->kind == LINK_JOINED)
                s->events[c->article] = c->event;
        for (uint64_t i = 1; c->kind == LINK_MERGED && i <= s->number; i++) {
                if (s->events[i] == c->event)
                        s->events[i] = c->other;
        }
}

static int run(struct stream *s, const struct blob *signature)
{
        const struct link_change *changes;
        size_t n;
        int r = linker_add(s->linker, s->number, signature->data, signature->size, 0, 0,
                           &changes, &n);

        for (size_t i = 0; !r && i < n; i++)
                apply(s, &changes[i]);
        return r;
}

static int take(struct stream *s, char *line, size_t size)
{
        static unsigned char bytes[SIGNATURE_BYTES_MAX];
        struct blob signature = { bytes, 0 };
        char *hex;

        if (strcmp(s->verb, "sign") == 0)
                return sign(line, size);
        hex = strchr(line, ' ');
        if (!hex || s->number == ARTICLES_MAX)
                return -EINVAL;
        *hex++ = '\0';
        signature.size = read_signature(hex, bytes);
        s->number++;
        return strcmp(s->verb, "run") == 0 ? run(s, &signature) : teach(s, line, &signature);
}

int main(int argc, char **argv)
{
        static struct stream s;
        char *line = NULL;
        size_t room = 0;
        ssize_t size;

        s.weights = link_weights;
        s.verb = argc > 1 ? argv[1] : "";
        if (argc < 2 || argc > 3 || (argc == 3 && read_weights(&s.weights, argv[2]))) {
                fprintf(stderr, "usage: link_factors sign|pairs|choices|run [WEIGHTS]\n");
                return 2;
        }
        s.linker = linker_new_weighted(&s.weights);
        while (s.linker && (size = getline(&line, &room, stdin)) > 0) {
                if (line[size - 1] == '\n')
                        line[--size] = '\0';
                if (take(&s, line, (size_t)size)) {
                        fprintf(stderr, "link_factors: line %llu cannot be read\n",
                                (unsigned long long)s.number);
                        return 1;
                }
        }
        for (uint64_t i = 1; strcmp(s.verb, "run") == 0 && i <= s.number; i++)
                printf("%llu\n", (unsigned long long)s.events[i]);
        return s.linker ? 0 : 1;
}
