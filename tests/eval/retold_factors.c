/* retold_factors - what comparing knows of pairs of utterances one of which is reported
 *
 *     retold_factors < LINES
 *
 * Lines of "EVENT EXTRACTION", extractions as `parallax extract --json` prints them, the
 * articles of an event together. Prints for each passage of somebody's words
 * "u EVENT NUMBER ARTICLE START END DIRECT", in code points of the text, and for each two of
 * different articles "p EVENT NUMBER NUMBER FACTORS…".
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "workers/compare/account.h"
#include "workers/compare/retold.h"

enum { ARENA_MAX = 1 << 30, PASSAGES = 8192 };

struct noted {
        uint64_t article;
        const struct mention *mention;
};

static struct noted noted[PASSAGES];
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
        for (size_t i = 0; i < a->n_passages && n_noted < PASSAGES; i++) {
                const struct passage *p = &a->passages[i];

                if (p->type != CLAIM_UTTERANCE)
                        continue;
                printf("u %s %zu %s %u %u %d\n", event, n_noted, x->article,
                       p->mention.span.start, p->mention.span.end, p->mention.direct);
                noted[n_noted++] = (struct noted){ number, &p->mention };
        }
        return 0;
}

static void print_pair(const char *event, size_t i, size_t k)
{
        const struct mention *a = noted[i].mention, *b = noted[k].mention;
        struct overlap o = overlap_of(a, b);
        int16_t factors[RETOLD_FACTORS];

        if (noted[i].article == noted[k].article || (a->direct && b->direct) ||
            !retold_factors(a, b, &o, factors))
                return;
        printf("p %s %zu %zu", event, i, k);
        for (size_t f = 0; f < RETOLD_FACTORS; f++)
                printf(" %d", factors[f]);
        putchar('\n');
}

static void print_event(const char *event)
{
        for (size_t i = 0; i < n_noted; i++)
                for (size_t k = i + 1; k < n_noted; k++)
                        print_pair(event, i, k);
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
                fprintf(stderr, "retold_factors: %d\n", r);
        return r != 0;
}
