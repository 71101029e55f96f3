/* verb_subjects - of each verb in the sentences on standard input, one a line, the subject
 *
 * Prints "start end" of the verb's word, and of the subject's words and its head ("- - -": it
 * has none), all in bytes of the line, parted by tabs; behind each sentence a line with a dot.
 * tests/eval/subjects.py sets them beside annotated treebanks.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "workers/extract/chunks.h"
#include "workers/extract/stages.h"
#include "workers/text/stages.h"

enum { LINE_MAX = 1 << 16, ARENA_BYTES = 64 << 20 };

static void print_verb(const struct document *doc, const struct chunks *c,
                       const struct chunk *verb)
{
        struct phrase p = chunk_subject(doc, c, verb);
        const struct token *t = &doc->tokens[verb->head];

        printf("%u\t%u\t", t->start, t->end);
        if (phrase_is_none(p))
                printf("-\t-\t-\n");
        else
                printf("%u\t%u\t%u\n", doc->tokens[p.first].start, doc->tokens[p.end - 1].end,
                       doc->tokens[p.head].start);
}

static int print_sentence(char *line)
{
        struct arena *arena = arena_new(ARENA_BYTES);
        struct article article = { .text = line };
        struct document doc = { .arena = arena, .article = &article, .english = true };
        struct chunks c;
        int r;

        doc.x = arena ? arena_alloc(arena, sizeof(*doc.x)) : NULL;
        if (!doc.x)
                return 1;
        doc.x->text = line;
        doc.x->text_size = (uint32_t)strlen(line);
        doc.x->dateline.span = SPAN_NONE;
        r = sentences_find(&doc) || tokens_find(&doc) || tags_find(&doc) ||
            entities_find(&doc) || times_find(&doc) || chunks_find(&doc, &c);
        for (size_t i = 0; !r && i < c.n; i++)
                if (c.items[i].kind == CHUNK_VERB)
                        print_verb(&doc, &c, &c.items[i]);
        puts(".");
        arena_free(arena);
        return r;
}

int main(void)
{
        static char line[LINE_MAX];
        int r = 0;

        while (!r && fgets(line, sizeof(line), stdin)) {
                line[strcspn(line, "\n")] = 0;
                r = print_sentence(line);
        }
        return r;
}
