/* The words of a text, as linking and comparing count them. */
#include <string.h>

#include "tests/unit/test.h"
#include "workers/link/terms.h"

/* All of them are the same, word by word. */
static bool same_terms(const char *a, const char *b)
{
        struct arena *arena = arena_new(1 << 20);
        struct term *x, *y;
        size_t n, m;
        bool same;

        REQUIRE(arena);
        REQUIRE(terms_find(arena, a, strlen(a), &x, &n) == 0);
        REQUIRE(terms_find(arena, b, strlen(b), &y, &m) == 0);
        same = n == m;
        for (size_t i = 0; same && i < n; i++)
                same = x[i].hash == y[i].hash;
        arena_free(arena);
        return same;
}

TEST(a_verb_denied_is_the_verb)
{
        EXPECT(same_terms("She didn't know", "she did know"));
        EXPECT(same_terms("She didn’t know", "she did know"));
        EXPECT(same_terms("It can't be", "it can be"));
        EXPECT(same_terms("It won't be", "it will be"));
        EXPECT(same_terms("Lavrov's plan", "Lavrov plan"));
}

TEST(only_a_denied_verb_says_so)
{
        static const char text[] = "They didn't come and John's friend did";
        struct arena *arena = arena_new(1 << 20);
        struct term *terms;
        size_t n, denied = 0;

        REQUIRE(arena);
        REQUIRE(terms_find(arena, text, strlen(text), &terms, &n) == 0);
        for (size_t i = 0; i < n; i++)
                denied += terms[i].denied;
        EXPECT_INT(denied, 1);
        EXPECT(terms[1].denied);
        arena_free(arena);
}
