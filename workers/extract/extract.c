/* extract - all stages of one article, in their order */
#include <errno.h>

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
        if (!r && x->is_article)
                r = run_stages(&doc, finding_stages, ARRAY_SIZE(finding_stages));
        if (r)
                return r;
        *ret = x;
        return 0;
}
