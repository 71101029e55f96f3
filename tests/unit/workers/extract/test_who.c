/* who is who: how many mentions of our own passages are given to the right one
 *
 * tests/data/who/chains.txt has the passages. A mention is right when it means the same entity
 * as the first mention of its chain, wrong when it means another, open when it means nobody.
 */
#include "tests/unit/test.h"

#include <stdlib.h>
#include <string.h>

#include "workers/extract/entities.h"
#include "workers/extract/stages.h"
#include "workers/text/stages.h"

enum { MENTIONS_MAX = 32, PASSAGE_MAX = 4096 };

struct mention {
        struct span span;
        char who;
};

struct passage {
        char text[PASSAGE_MAX];
        size_t size;
        struct mention mentions[MENTIONS_MAX];
        size_t n;
};

struct tally {
        int mentions, right, open, wrong;
};

static void read_passage(struct passage *p, const char *line)
{
        p->size = p->n = 0;
        for (; *line && *line != '\n'; line++) {
                REQUIRE(p->size + 2 < PASSAGE_MAX && p->n < MENTIONS_MAX);
                if (*line == '[') {
                        p->mentions[p->n].span.start = (uint32_t)p->size;
                } else if (*line == '|') {
                        p->mentions[p->n].span.end = (uint32_t)p->size;
                        p->mentions[p->n++].who = line[1];
                        line += 2;
                } else {
                        p->text[p->size++] = *line;
                }
        }
        p->text[p->size] = '\0';
}

/* What the first mention of the chain of mention @k means. */
static int first_of(const struct passage *p, const int *meant, size_t k)
{
        for (size_t i = 0; i < k; i++)
                if (p->mentions[i].who == p->mentions[k].who)
                        return meant[i];
        return NONE;
}

static bool is_first(const struct passage *p, size_t k)
{
        for (size_t i = 0; i < k; i++)
                if (p->mentions[i].who == p->mentions[k].who)
                        return false;
        return true;
}

/* No chain may have the entity of another. */
static bool is_of_another(const struct passage *p, const int *meant, size_t k)
{
        for (size_t i = 0; i < k; i++)
                if (p->mentions[i].who != p->mentions[k].who && p->mentions[i].who != '-' &&
                    meant[i] == meant[k])
                        return true;
        return false;
}

static void judge(struct tally *tally, const struct passage *p, const int *meant, size_t k)
{
        const struct mention *m = &p->mentions[k];
        bool nobody = m->who == '-', first = is_first(p, k);
        int wanted = nobody ? NONE : first ? meant[k] : first_of(p, meant, k);

        /* A name that nobody can place may be an entity of its own. */
        if (nobody && !is_of_another(p, meant, k))
                wanted = meant[k];

        tally->mentions++;
        if (meant[k] == NONE && !nobody)
                tally->open++;
        else if (meant[k] == wanted && !(first && !nobody && is_of_another(p, meant, k)))
                tally->right++;
        else
                tally->wrong++;
        if (meant[k] == NONE ? !nobody : meant[k] != wanted)
                printf("  %s: '%.*s'\n", meant[k] == NONE ? "open" : "wrong",
                       (int)(m->span.end - m->span.start), p->text + m->span.start);
}

static void ask(struct tally *tally, const struct passage *p)
{
        struct arena *arena = arena_new(256 << 20);
        struct document doc = { .arena = arena, .english = true };
        int meant[MENTIONS_MAX];

        REQUIRE(arena);
        doc.x = arena_alloc(arena, sizeof(*doc.x));
        REQUIRE(doc.x);
        doc.x->text = p->text;
        doc.x->text_size = (uint32_t)p->size;
        REQUIRE(!sentences_find(&doc) && !tokens_find(&doc) && !tags_find(&doc) &&
                !entities_find(&doc));
        for (size_t k = 0; k < p->n; k++)
                meant[k] = entities_resolve(&doc, p->mentions[k].span);
        for (size_t k = 0; k < p->n; k++)
                judge(tally, p, meant, k);
        arena_free(arena);
}

TEST(mentions_mean_whom_a_reader_takes_them_for)
{
        static struct passage passage;
        struct tally tally = { .mentions = 0 };
        FILE *file = fopen(TEST_DATA "/who/chains.txt", "re");
        char *line = NULL;
        size_t room = 0;

        REQUIRE(file);
        while (getline(&line, &room, file) > 0) {
                if (*line == '#' || *line == '\n')
                        continue;
                read_passage(&passage, line);
                ask(&tally, &passage);
        }
        free(line);
        fclose(file);
        printf("%d mentions: %d right, %d left open, %d wrong\n", tally.mentions, tally.right,
               tally.open, tally.wrong);
        EXPECT(tally.mentions >= 60);
        EXPECT_INT(tally.wrong, 0);
        EXPECT(100 * tally.right >= 95 * tally.mentions);
}
