#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "tests/unit/test.h"

TEST(arena_gives_zeroed_aligned_memory)
{
        _cleanup_(arena_freep) struct arena *arena = arena_new(1 << 20);
        unsigned char *p;

        for (size_t size = 0; size < 300; size++) {
                p = arena_alloc(arena, size);
                REQUIRE(p != NULL);
                EXPECT_INT((uintptr_t)p % 16, 0);
                for (size_t i = 0; i < size; i++)
                        EXPECT_INT(p[i], 0);
                memset(p, 0xFF, size);
        }
}

TEST(arena_ends_at_its_limit_and_not_before)
{
        _cleanup_(arena_freep) struct arena *arena = arena_new(1000);

        EXPECT(arena_alloc(arena, 900) != NULL);
        EXPECT(!arena_failed(arena));
        EXPECT(arena_alloc(arena, 200) == NULL);
        EXPECT(arena_failed(arena));
        EXPECT(arena_alloc(arena, SIZE_MAX) == NULL);
        EXPECT(arena_alloc(arena, 10) != NULL);
}

TEST(an_arena_within_another_has_what_that_one_has_left)
{
        _cleanup_(arena_freep) struct arena *outer = arena_new(100000);
        struct arena *inner;

        EXPECT(arena_alloc(outer, 40000) != NULL);
        inner = arena_within(outer);
        REQUIRE(inner != NULL);
        EXPECT(arena_alloc(inner, 70000) == NULL);
        EXPECT(arena_alloc(inner, 50000) != NULL);
        EXPECT(arena_failed(outer)); /* for it is what the inner one had from it */
        arena_free(inner);
        EXPECT(arena_used(outer) >= 90000);
        EXPECT(arena_alloc(outer, 50000) != NULL);
}

TEST(arena_push_keeps_what_was_pushed_while_it_grows)
{
        _cleanup_(arena_freep) struct arena *arena = arena_new(1 << 24);
        int *list = NULL;
        size_t n = 0;

        for (int i = 0; i < 10000; i++) {
                int *place = arena_push(arena, &list, &n, sizeof(*list));

                REQUIRE(place != NULL);
                *place = i;
        }
        EXPECT_INT(n, 10000);
        for (int i = 0; i < 10000; i++)
                EXPECT_INT(list[i], i);
}

TEST(arena_push_at_the_limit_changes_nothing)
{
        _cleanup_(arena_freep) struct arena *arena = arena_new(1024);
        uint64_t *list = NULL;
        size_t n = 0;

        while (arena_push(arena, &list, &n, sizeof(*list)))
                list[n - 1] = n;
        EXPECT(n >= 32 && n <= 128);
        for (size_t i = 0; i < n; i++)
                EXPECT_INT(list[i], i + 1);
}

TEST(arena_push_leaves_little_behind_when_a_large_array_grows)
{
        enum { ELEMENTS = 1 << 20 };
        _cleanup_(arena_freep) struct arena *arena =
                arena_new((size_t)ELEMENTS * 16 + (1 << 20));
        struct {
                uint64_t number, zero;
        } *list = NULL;
        size_t n = 0;

        for (uint64_t i = 0; i < ELEMENTS; i++) {
                REQUIRE(arena_push(arena, &list, &n, sizeof(*list)) != NULL);
                EXPECT(list[i].number == 0 && list[i].zero == 0);
                list[i].number = i;
                if (i % 1000 == 0)
                        REQUIRE(arena_alloc(arena, 100) != NULL);
        }
        for (uint64_t i = 0; i < ELEMENTS; i++)
                EXPECT(list[i].number == i && list[i].zero == 0);
        EXPECT(arena_used(arena) < (size_t)ELEMENTS * 16 + (1 << 20));
}
