/* retold_factors - what comparing knows of pairs of utterances one of which is reported
 *
 *     retold_factors < LINES
 *
 * Reads lines as of_events.h has them. Prints for each passage of somebody's words
 * "u EVENT NUMBER ARTICLE START END DIRECT", in code points of the text, and for each two of
 * different articles "p EVENT NUMBER NUMBER FACTORS…".
 */
#include <stdio.h>

#include "tests/eval/of_events.h"
#include "workers/compare/retold.h"

enum { PASSAGES = 8192 };

struct noted {
        uint64_t article;
        const struct mention *mention;
};

static struct noted noted[PASSAGES];
static size_t n_noted;

static int note(const char *event, const struct account *a, uint64_t number)
{
        for (size_t i = 0; i < a->n_passages && n_noted < PASSAGES; i++) {
                const struct passage *p = &a->passages[i];

                if (p->type != CLAIM_UTTERANCE)
                        continue;
                printf("u %s %zu %s %u %u %d\n", event, n_noted, a->x->article,
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
        static const struct of_events of = { note, print_event };

        return over_events(&of, "retold_factors");
}
