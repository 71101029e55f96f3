#include "tests/unit/workers/given.h"

#include <string.h>

#include "tests/unit/test.h"
#include "workers/text/stages.h"

enum { ARENA_BYTES = 64 << 20 };

struct document *given_on(const char *published, const char *text)
{
        struct arena *arena = arena_new(ARENA_BYTES);
        struct document *doc;
        struct article *article;

        REQUIRE(arena);
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
