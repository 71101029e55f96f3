/* Which articles hold a term, and the memory that this stands in. */
#include <stdint.h>
#include <string.h>
#include <time.h>

#include "tests/unit/test.h"
#include "workers/link/pool.h"
#include "workers/link/postings.h"
#include "workers/link/wide.h"

enum { PRIOR = 500, HASHES = 200, PUSHED = 3000, EVERY = 7 };

struct shelf {
        struct pool pool;
        struct postings postings;
};

static void shelf_init(struct shelf *s)
{
        *s = (struct shelf){ 0 };
        postings_init(&s->postings, PRIOR, &s->pool);
}

static void shelf_clear(struct shelf *s)
{
        postings_clear(&s->postings);
        pool_clear(&s->pool);
}

static uint32_t term_of(struct shelf *s, uint64_t hash)
{
        struct feature f = { .hash = hash };
        uint32_t term;

        REQUIRE(postings_find(&s->postings, &f, 1, &term) == 0);
        return term;
}

static void push(struct shelf *s, uint64_t hash, uint32_t serial)
{
        REQUIRE(postings_push(&s->postings, term_of(s, hash), serial) == 0);
}

static void drop(struct shelf *s, uint64_t hash, uint32_t serial)
{
        uint32_t term = term_of(s, hash);

        postings_remove(&s->postings, &term, 1, serial);
}

static const struct posting_list *list_of(struct shelf *s, uint64_t hash)
{
        return &s->postings.lists[term_of(s, hash)];
}

TEST(a_list_holds_its_serials_in_order_however_many)
{
        struct shelf s;

        shelf_init(&s);
        for (uint32_t serial = 0; serial < PUSHED; serial++) {
                push(&s, serial % HASHES, serial);
                push(&s, UINT64_MAX, serial);
        }
        for (uint32_t hash = 0; hash < HASHES; hash++) {
                const struct posting_list *list = list_of(&s, hash);

                REQUIRE(list->n == PUSHED / HASHES);
                for (uint32_t i = 0; i < list->n; i++)
                        EXPECT_INT(postings_serials(list)[i], hash + i * HASHES);
        }
        EXPECT_INT(list_of(&s, UINT64_MAX)->n, PUSHED);
        shelf_clear(&s);
}

TEST(serials_leave_from_the_front_and_from_the_middle)
{
        struct shelf s;
        const struct posting_list *list;

        shelf_init(&s);
        for (uint32_t serial = 0; serial < PUSHED; serial++)
                push(&s, 1, serial);
        for (uint32_t serial = 0; serial < PUSHED; serial++) {
                if (serial % EVERY)
                        drop(&s, 1, serial);
        }
        drop(&s, 1, 1); /* it is gone: nothing happens */
        list = list_of(&s, 1);
        EXPECT_INT(list->n, PUSHED / EVERY + 1);
        for (uint32_t i = 0; i < list->n; i++)
                EXPECT_INT(postings_serials(list)[i], i * EVERY);
        shelf_clear(&s);
}

TEST(a_list_over_which_a_window_slides_needs_no_more_room)
{
        struct shelf s;

        shelf_init(&s);
        for (uint32_t serial = 0; serial < 100; serial++)
                push(&s, 1, serial);
        for (uint32_t serial = 100; serial < PUSHED; serial++) {
                push(&s, 1, serial);
                drop(&s, 1, serial - 100);
        }
        EXPECT_INT(list_of(&s, 1)->n, 100);
        EXPECT_INT(postings_serials(list_of(&s, 1))[0], PUSHED - 100);
        EXPECT(list_of(&s, 1)->many.room <= 256);
        shelf_clear(&s);
}

TEST(a_term_without_articles_ends_and_its_number_serves_the_next)
{
        struct shelf s;
        uint32_t first;

        shelf_init(&s);
        for (uint64_t hash = 0; hash < HASHES; hash++)
                push(&s, hash, 1);
        first = term_of(&s, 0);
        drop(&s, 0, 1);
        EXPECT_INT(term_of(&s, HASHES), first);
        EXPECT_INT(s.postings.n, HASHES);
        for (uint64_t hash = 1; hash < HASHES; hash++) /* the others are still found */
                EXPECT_INT(list_of(&s, hash)->n, 1);
        shelf_clear(&s);
}

TEST(a_term_weighs_by_how_many_articles_hold_it_alone)
{
        struct shelf s;
        uint16_t one;

        shelf_init(&s);
        push(&s, 1, 1);
        one = s.postings.states[term_of(&s, 1)].log;
        for (uint32_t serial = 2; serial < 100; serial++)
                push(&s, 1, serial);
        EXPECT(s.postings.states[term_of(&s, 1)].log > one);
        for (uint32_t serial = 2; serial < 100; serial++)
                drop(&s, 1, serial);
        EXPECT_INT(s.postings.states[term_of(&s, 1)].log, one);
        shelf_clear(&s);
}

TEST(a_block_that_is_given_back_serves_the_next_of_its_size)
{
        struct pool pool = { 0 };
        char *a = pool_take(&pool, 100), *b = pool_take(&pool, 40);

        REQUIRE(a && b);
        EXPECT_INT(pool_size(100), 128);
        EXPECT_INT(pool_size(1), 16);
        EXPECT_INT(pool_size(17), 24);
        memset(a, 1, 128);
        memset(b, 2, 48);
        EXPECT_INT(a[127], 1);
        pool_give(&pool, a, 100);
        if (!PARALLAX_SANITIZED)
                EXPECT(pool_take(&pool, 128) == a);
        else
                pool_give(&pool, pool_take(&pool, 128), 128);
        pool_give(&pool, b, 40);
        pool_give(&pool, NULL, 40);
        pool_clear(&pool);
}

TEST(a_pool_gives_blocks_larger_than_its_pieces)
{
        struct pool pool = { 0 };
        size_t bytes = 5 << 20;
        char *a = pool_take(&pool, bytes), *b = pool_take(&pool, bytes);

        REQUIRE(a && b);
        memset(a, 1, bytes);
        memset(b, 2, bytes);
        EXPECT_INT(a[bytes - 1], 1);
        pool_give(&pool, a, bytes);
        pool_give(&pool, b, bytes);
        pool_clear(&pool);
}

TEST(an_array_keeps_what_it_holds_as_it_grows_to_megabytes)
{
        uint64_t *array = NULL;
        size_t room = 0, wrong = 0;

        for (size_t i = 0; i < 1 << 20; i++) {
                REQUIRE(wide_reserve(&array, i, &room, sizeof(*array)) == 0);
                wrong += array[i] != 0; /* what is added is zero */
                array[i] = i;
        }
        for (size_t i = 0; i < 1 << 20; i++)
                wrong += array[i] != i;
        EXPECT_INT(wrong, 0);
        wide_free(array, room, sizeof(*array));
}

static uint64_t cpu_us(void)
{
        struct timespec now;

        REQUIRE(clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now) == 0);
        return (uint64_t)now.tv_sec * 1000000 + (uint64_t)now.tv_nsec / 1000;
}

/* @step from one hash to the next. */
static uint64_t time_terms(uint64_t step)
{
        enum { TERMS = 100000 };
        struct shelf s;
        uint64_t begun = cpu_us();

        shelf_init(&s);
        for (uint64_t i = 1; i <= TERMS; i++)
                push(&s, i * step, 1);
        EXPECT_INT(s.postings.n, TERMS);
        begun = cpu_us() - begun;
        shelf_clear(&s);
        return begun;
}

/* Multiples of what undoes the multiplication of a plain Fibonacci hash, and numbers that share
 * all but their upper bits: a stranger finds words with such hashes. */
TEST(words_chosen_to_collide_cost_no_more_than_others)
{
        static const uint64_t steps[] = { 0xf1de83e19937733d, (uint64_t)1 << 40 };
        uint64_t other = time_terms(0xd1342543de82ef95);

        for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++)
                EXPECT(time_terms(steps[i]) < 20 * other + 100000);
}
