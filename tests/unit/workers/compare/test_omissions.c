/* What most origins of an event tell, and few leave out: of sketches and words made by hand */
#include <string.h>

#include "base/macros.h"
#include "tests/unit/test.h"
#include "workers/compare/fold.h"
#include "workers/compare/omissions.h"

#define TERM(n, tells) ((uint32_t)(n) << 3 | (tells))
#define WORD(n, tells) ((uint32_t)(n) << 3 | (tells) << 1 | 1)

enum { WORDS = 4, ORIGINS = 8 };

/* An origin that has the first @n words of the core. */
static struct sketch having(size_t n)
{
        uint32_t words[WORDS] = { WORD(1, 2), WORD(2, 2), WORD(3, 2), WORD(4, 2) };
        struct account a = { .words = words, .n_words = n };
        struct sketch s = { { 0 } };

        sketch_add(&s, &a);
        return s;
}

/* Which of eight origins leave it out, where those of @mask have a sentence of it, and the last
 * @n_short ones @held of its @n_core words; the others all of them. */
static uint64_t left_out(uint64_t mask, size_t n_short, size_t held, size_t n_core)
{
        uint32_t core[WORDS] = { TERM(1, 2), TERM(2, 2), TERM(3, 2), TERM(4, 2) };
        struct carried carried = { .mask = mask, .core = core, .n_core = n_core };
        struct sketch sketches[ORIGINS];
        struct header_row h = { .sketches = sketches,
                                .n_sketches = ORIGINS,
                                .n_origins = ORIGINS,
                                .n_origins_listed = ORIGINS };

        for (size_t i = 0; i < ORIGINS; i++)
                sketches[i] = having(i + n_short < ORIGINS ? WORDS : held);
        return left_out_by(&h, &carried);
}

TEST(who_has_less_than_half_of_its_words_leaves_it_out)
{
        EXPECT_INT(left_out(0x3f, 1, 1, 4), 0x80);
        EXPECT_INT(left_out(0x3f, 1, 2, 4), 0);
        EXPECT_INT(left_out(0x3f, 2, 0, 4), 0xc0);
}

TEST(what_less_than_half_tell_is_left_out_by_nobody)
{
        EXPECT_INT(left_out(0x0f, 1, 0, 4), 0x80);
        EXPECT_INT(left_out(0x07, 1, 0, 4), 0);
}

TEST(what_more_than_a_fourth_lack_is_left_out_by_nobody)
{
        EXPECT_INT(left_out(0x1f, 3, 0, 4), 0);
}

TEST(who_has_a_sentence_of_it_tells_it_in_whatever_words)
{
        EXPECT_INT(left_out(0xbf, 2, 0, 4), 0x40);
}

TEST(of_two_words_nothing_is_known)
{
        EXPECT_INT(left_out(0x3f, 1, 0, 3), 0x80);
        EXPECT_INT(left_out(0x3f, 1, 0, 2), 0);
}

TEST(a_sketch_has_the_words_of_text_and_title)
{
        uint8_t tells[] = { 2, 0 };
        struct term terms[] = { { .hash = (uint64_t)TERM(1, 0) << 32 },
                                { .hash = (uint64_t)TERM(2, 0) << 32 } };
        uint64_t title[] = { (uint64_t)TERM(3, 0) << 32 };
        struct account a = { .terms = terms,
                             .n_terms = ARRAY_SIZE(terms),
                             .tells = tells,
                             .title_terms = title,
                             .n_title_terms = ARRAY_SIZE(title) };
        uint32_t words[] = { WORD(1, 2), WORD(3, 2) };
        struct account same = { .words = words, .n_words = ARRAY_SIZE(words) };
        struct sketch s = { { 0 } }, expected = { { 0 } };

        sketch_add(&s, &a);
        sketch_add(&expected, &same);
        EXPECT(memcmp(&s, &expected, sizeof(s)) == 0);
}

TEST(the_core_of_a_claim_is_what_half_of_its_sentences_have)
{
        uint32_t one[] = { TERM(1, 2), TERM(2, 3), TERM(3, 1) }, two[] = { TERM(1, 3) };
        uint32_t three[] = { TERM(1, 2), TERM(3, 1) }, core[CORE_MAX];
        struct mention mentions[] = { { .terms = one, .n_terms = ARRAY_SIZE(one) },
                                      { .terms = two, .n_terms = ARRAY_SIZE(two) },
                                      { .terms = three, .n_terms = ARRAY_SIZE(three) } };
        struct claim claim = { .mentions = mentions, .n_mentions = ARRAY_SIZE(mentions) };

        EXPECT_INT(claim_core(&claim, core), 1);
        EXPECT_INT(core[0], TERM(1, 2));
        claim.n_mentions = 2;
        EXPECT_INT(claim_core(&claim, core), 2);
}

TEST(what_half_of_its_sentences_quote_is_not_watched_or_no_more)
{
        uint64_t numbers[] = { 1, 2, 3, 4 };
        struct mention mentions[4] = { { .text = "Velt resigned." }, { .text = "Velt left." } };
        struct claim claim = { .type = CLAIM_SENTENCE,
                               .mentions = mentions,
                               .origins = { .list = numbers, .n = 3, .count = 3 } };
        struct row row = { .key = { ROW_CLAIM, 1 }, .body = &claim };
        struct header_row h = { .origins = numbers, .n_origins_listed = 4 };
        struct ledger ledger = { .arena = arena_new(1 << 20) };

        REQUIRE(ledger.arena);
        mentions[2].direct = mentions[3].direct = true;
        claim.n_mentions = 3;
        EXPECT_INT(header_carry(&ledger, &h, &row), 0);
        REQUIRE(h.n_carried == 1);
        EXPECT_INT(h.carried[0].mask, 0x7);
        claim.n_mentions = claim.origins.n = claim.origins.count = 4;
        EXPECT_INT(header_carry(&ledger, &h, &row), 0);
        EXPECT_INT(h.n_carried, 0);
        EXPECT_INT(header_carry(&ledger, &h, &row), 0);
        EXPECT_INT(h.n_carried, 0);
        arena_free(ledger.arena);
}
