/* extract - all stages of one article, in their order */
#include <errno.h>
#include <string.h>

#include "workers/extract/stages.h"
#include "workers/text/stages.h"

/* A stage reads the document and adds its part. */
typedef int (*stage)(struct document *doc);

static const stage text_stages[] = { maintext_find, language_find };
static const stage finding_stages[] = {
        sentences_find, tokens_find,     tags_find,   dateline_find, entities_find,
        times_find,     quantities_find, quotes_find, acts_find,     credits_find,
};

static int run_stages(struct document *doc, const stage *stages, size_t n)
{
        int r = 0;

        for (size_t i = 0; i < n && !r; i++)
                r = stages[i](doc);
        return r;
}

/* The length of the head of a text that is too long: up to the end of a paragraph, else of a
 * word, else of a character. */
static uint32_t head_size(const char *text)
{
        static const char *const ends[] = { "\n\n", " " };
        uint32_t n;

        for (size_t i = 0; i < ARRAY_SIZE(ends); i++) {
                n = ANALYSED_BYTES_MAX;
                while (n > ANALYSED_BYTES_MAX / 2 &&
                       strncmp(text + n, ends[i], strlen(ends[i])) != 0)
                        n--;
                if (n > ANALYSED_BYTES_MAX / 2)
                        return n;
        }
        for (n = ANALYSED_BYTES_MAX; (text[n] & 0xc0) == 0x80;)
                n--;
        return n;
}

/* No article is as long as that: a book, a log, a bomb. The stages see a text that ends where
 * the head of it does. */
static int find_in_head(struct document *doc)
{
        struct extraction *x = doc->x;
        const char *text = x->text;
        uint32_t size = x->text_size;
        int r;

        x->analysed = x->text_size = head_size(text);
        x->text = arena_copy(doc->arena, text, x->text_size);
        if (!x->text)
                return -ENOMEM;
        r = run_stages(doc, finding_stages, ARRAY_SIZE(finding_stages));
        x->text = text;
        x->text_size = size;
        return r;
}

static int find(struct document *doc)
{
        if (!doc->x->is_article)
                return 0;
        if (doc->x->text_size > ANALYSED_BYTES_MAX)
                return find_in_head(doc);
        return run_stages(doc, finding_stages, ARRAY_SIZE(finding_stages));
}

int extract_article(struct extraction **ret, const struct article *article, struct arena *arena)
{
        struct extraction *x = arena_alloc(arena, sizeof(*x));
        struct document doc = { .arena = arena, .article = article, .x = x };
        int r;

        if (!x)
                return -ENOMEM;
        x->article = article->id;
        x->source = article->source;
        x->url = article->url;
        x->fetched = article->fetched;
        x->extractor = "parallax/" PARALLAX_VERSION;
        x->text = "";
        x->published.span = x->modified.span = x->dateline.span = SPAN_NONE;
        r = run_stages(&doc, text_stages, ARRAY_SIZE(text_stages));
        if (!r)
                r = find(&doc);
        if (!r && arena_failed(arena))
                r = -ENOMEM;
        if (r)
                return r;
        *ret = x;
        return 0;
}
