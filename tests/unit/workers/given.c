#include "tests/unit/workers/given.h"

#include <stdlib.h>
#include <string.h>

#include "tests/unit/test.h"
#include "workers/text/stages.h"

enum { ARENA_BYTES = 1 << 30, ARENAS_MAX = 4096 };

static struct arena *arenas[ARENAS_MAX];
static size_t n_arenas;

static void give_back(void)
{
        while (n_arenas)
                arena_free(arenas[--n_arenas]);
}

struct arena *given_arena(void)
{
        if (!n_arenas)
                atexit(give_back);
        REQUIRE(n_arenas < ARENAS_MAX);
        arenas[n_arenas] = arena_new(ARENA_BYTES);
        REQUIRE(arenas[n_arenas]);
        return arenas[n_arenas++];
}

struct document *given_on(const char *published, const char *text)
{
        struct arena *arena = given_arena();
        struct document *doc;
        struct article *article;

        doc = arena_alloc(arena, sizeof(*doc));
        article = arena_alloc(arena, sizeof(*article));
        REQUIRE(doc && article);
        article->id = arena_copy(arena, "1", 1);
        article->source = arena_copy(arena, "test", 4);
        article->text = arena_copy(arena, text, strlen(text));
        doc->arena = arena;
        doc->article = article;
        doc->x = arena_alloc(arena, sizeof(*doc->x));
        REQUIRE(doc->x && article->text);
        doc->english = true;
        doc->x->article = article->id;
        doc->x->source = article->source;
        doc->x->extractor = "test";
        doc->x->language = "en";
        doc->x->is_article = true;
        doc->x->text = article->text;
        doc->x->text_size = (uint32_t)strlen(text);
        doc->x->published.span = doc->x->modified.span = doc->x->dateline.span = SPAN_NONE;
        if (published)
                article->published = arena_copy(arena, published, strlen(published));
        doc->x->published.value = article->published;
        doc->x->published.basis = BASIS_GIVEN;
        REQUIRE(sentences_find(doc) == 0);
        REQUIRE(tokens_find(doc) == 0);
        return doc;
}

struct document *given(const char *text)
{
        return given_on(NULL, text);
}

const struct extraction *given_page(const char *url, const char *html)
{
        struct arena *arena = given_arena();
        struct document *doc = arena_alloc(arena, sizeof(*doc));
        struct article *article = arena_alloc(arena, sizeof(*article));

        REQUIRE(doc && article);
        article->html = arena_copy(arena, html, strlen(html));
        article->url = url ? arena_copy(arena, url, strlen(url)) : NULL;
        doc->arena = arena;
        doc->article = article;
        doc->x = arena_alloc(arena, sizeof(*doc->x));
        REQUIRE(doc->x && article->html);
        doc->x->text = "";
        REQUIRE(maintext_find(doc) == 0);
        return doc->x;
}
