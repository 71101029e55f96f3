/* pronouns that speak: lists of short passages, each with the name that a speaker must get
 *
 * Names are found by a model, so that no list is right to the last line: a share is asked for.
 */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "tests/unit/test.h"
#include "tests/unit/workers/given.h"
#include "workers/extract/stages.h"
#include "workers/text/stages.h"

enum { LINE_BYTES = 4096, RIGHT_PERCENT = 78, LINES_LEAST = 60 };

struct passage {
        char *text;
        const char *said, *name;
};

/* Cuts "text | said | name"; false: a comment. */
static bool passage_read(struct passage *p, char *line)
{
        char *first, *second, *mark;

        line[strcspn(line, "\n")] = 0;
        first = strstr(line, " | ");
        second = first ? strstr(first + 3, " | ") : NULL;
        if (line[0] == '#' || !second)
                return false;
        *first = *second = 0;
        for (mark = line; (mark = strstr(mark, " ¶ ")); mark += 2) {
                memcpy(mark, "\n\n", 2);
                memmove(mark + 2, mark + strlen(" ¶ "), strlen(mark + strlen(" ¶ ")) + 1);
        }
        *p = (struct passage){ line, first + 3, second + 3 };
        return true;
}

static bool ends_with(const char *name, const char *end)
{
        size_t size = name ? strlen(name) : 0, n = strlen(end);

        return size >= n && strcasecmp(name + size - n, end) == 0;
}

/* Is the shortest quote that has the words given to the right one? */
static bool is_right(const struct passage *p)
{
        struct document *doc = given(p->text);
        const struct quote *best = NULL;

        REQUIRE(tags_find(doc) == 0);
        REQUIRE(entities_find(doc) == 0);
        REQUIRE(quotes_find(doc) == 0);
        for (size_t i = 0; i < doc->x->n_quotes; i++) {
                const struct quote *q = &doc->x->quotes[i];

                if (strstr(q->text, p->said) && (!best || strlen(q->text) < strlen(best->text)))
                        best = q;
        }
        return best && ends_with(best->speaker.name, p->name);
}

static void expect_right(const char *path)
{
        char line[LINE_BYTES];
        struct passage p;
        unsigned n = 0, right = 0;
        FILE *f = fopen(path, "r");

        REQUIRE(f);
        while (fgets(line, sizeof(line), f)) {
                if (!passage_read(&p, line))
                        continue;
                n++;
                right += is_right(&p);
        }
        fclose(f);
        printf("%s: %u of %u\n", path, right, n);
        EXPECT(n >= LINES_LEAST);
        EXPECT(right * 100 >= n * RIGHT_PERCENT);
}

TEST(pronouns_mean_who_spoke_in_passages_that_were_looked_at)
{
        expect_right(TEST_DATA "/pronouns/tuned.txt");
}

TEST(pronouns_mean_who_spoke_in_passages_that_were_not)
{
        expect_right(TEST_DATA "/pronouns/held.txt");
}
