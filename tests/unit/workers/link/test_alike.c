/* How alike two articles are, part by part. */
#include <stdint.h>

#include "tests/unit/test.h"
#include "workers/link/index.h"

enum { ROOM = 100, REST = 1000, WORDS = 10, TITLE = 4 };

struct sheet {
        struct feature features[ROOM];
        struct signature s;
};

static void add(struct sheet *sheet, uint64_t hash, enum feature_kind kind, bool title)
{
        REQUIRE(sheet->s.n_features < ROOM);
        sheet->s.features = sheet->features;
        sheet->features[sheet->s.n_features++] = (struct feature){
                .hash = hash, .kind = (uint8_t)kind, .times = 1, .title = title
        };
}

static void add_many(struct sheet *sheet, uint64_t from, size_t n, enum feature_kind kind)
{
        for (size_t i = 0; i < n; i++)
                add(sheet, from + i, kind, false);
}

static struct likeness compared(const struct sheet *a, const struct sheet *b)
{
        struct likeness alike = { .serial = 0 };
        struct index index;

        REQUIRE(index_init(&index, &link_weights) == 0);
        REQUIRE(index_add(&index, 1, &a->s) == 0 && index_add(&index, 2, &b->s) == 0);
        index_load(&index, 1);
        index_compare(&index, &alike);
        index_unload(&index);
        index_clear(&index);
        return alike;
}

TEST(what_is_shared_counts_alike_however_long_the_rest_is)
{
        struct sheet brief = { 0 }, long_one = { 0 }, other = { 0 };
        struct likeness short_pair, long_pair;

        add_many(&brief, 1, WORDS, FEATURE_WORD);
        add_many(&other, 1, WORDS, FEATURE_WORD);
        add_many(&long_one, 1, WORDS, FEATURE_WORD);
        add_many(&long_one, REST, ROOM - WORDS, FEATURE_WORD);
        short_pair = compared(&brief, &other);
        long_pair = compared(&long_one, &other);
        EXPECT(long_pair.of[ALIKE_ALL] < short_pair.of[ALIKE_ALL]);
        EXPECT_INT(long_pair.of[SHARED_ALL], short_pair.of[SHARED_ALL]);
        EXPECT_INT(long_pair.of[SHARED_MOST], short_pair.of[SHARED_MOST]);
        EXPECT(short_pair.of[SHARED_ALL] > 0 && short_pair.of[SHARED_MOST] > 0);
}

TEST(more_in_common_is_more_shared_and_countries_are_not_counted)
{
        struct sheet a = { 0 }, b = { 0 }, c = { 0 }, d = { 0 };

        add_many(&a, 1, 2 * WORDS, FEATURE_NAME);
        add_many(&b, 1, WORDS, FEATURE_NAME);
        EXPECT(compared(&a, &a).of[SHARED_ALL] > compared(&a, &b).of[SHARED_ALL]);
        EXPECT_INT(compared(&a, &b).of[SHARED_NAME], compared(&a, &b).of[SHARED_ALL]);
        add_many(&c, 1, WORDS, FEATURE_WORD);
        EXPECT(compared(&c, &c).of[SHARED_ALL] > 0);
        EXPECT_INT(compared(&c, &c).of[SHARED_NAME], 0);
        add_many(&d, 1, WORDS, FEATURE_COUNTRY);
        EXPECT_INT(compared(&d, &d).of[SHARED_ALL], 0);
}

TEST(a_title_is_found_in_the_text_of_the_other)
{
        struct sheet a = { 0 }, b = { 0 };
        struct likeness alike;

        for (uint64_t hash = 1; hash <= TITLE; hash++)
                add(&a, hash, FEATURE_WORD, true);
        add_many(&a, REST, WORDS, FEATURE_WORD);
        add_many(&b, 1, TITLE, FEATURE_WORD);
        for (uint64_t hash = TITLE + 1; hash <= 2 * TITLE; hash++)
                add(&b, hash, FEATURE_WORD, true);
        add_many(&b, REST, WORDS, FEATURE_WORD);
        alike = compared(&a, &b);
        EXPECT_INT(alike.of[FOUND_TITLE_MOST], 1000);
        EXPECT_INT(alike.of[FOUND_TITLE], 0);
}

TEST(what_some_candidates_alone_have_of_an_article_is_told)
{
        struct sheet asked = { 0 }, one = { 0 }, other = { 0 };
        struct likeness alike[CANDIDATES_MAX];
        struct explained explained;
        struct index index;

        add_many(&asked, 1, 4 * WORDS, FEATURE_WORD);
        add_many(&one, 1, 2 * WORDS, FEATURE_WORD); /* half, of which the other has half */
        add_many(&other, 1, WORDS, FEATURE_WORD);
        REQUIRE(index_init(&index, &link_weights) == 0);
        REQUIRE(index_add(&index, 1, &one.s) == 0 && index_add(&index, 2, &other.s) == 0);
        REQUIRE(index_add(&index, 3, &asked.s) == 0);
        EXPECT_INT(index_alike(&index, 2, alike), 2);
        EXPECT_INT(alike[0].serial, 0);
        index_explain(&index, alike[0].bit, alike[1].bit, &explained);
        EXPECT(explained.only > 200 && explained.only < 300);
        EXPECT_INT(explained.only_lead, 0);
        EXPECT_INT(explained.more, 1000);
        index_explain(&index, alike[1].bit, alike[0].bit, &explained);
        EXPECT_INT(explained.only, 0);
        EXPECT_INT(explained.more, -1000);
        index_explain(&index, alike[0].bit | alike[1].bit, 0, &explained);
        EXPECT(explained.only > 400 && explained.only < 500);
        index_clear(&index);
}
