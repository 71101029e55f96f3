#include <stdio.h>
#include <string.h>

#include "tests/unit/test.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_name_variants, lexicon_organizations;

TEST(lexicon_finds_each_of_its_keys_and_no_other)
{
        const struct lexicon *l = &lexicon_name_variants;

        EXPECT(l->n > 0);
        for (size_t i = 0; i < l->n; i++) {
                char longer[512];

                EXPECT(lexicon_get(l, l->entries[i].key) == l->entries[i].value);
                snprintf(longer, sizeof(longer), "%s\x01", l->entries[i].key);
                EXPECT(lexicon_get(l, longer) == NULL);
        }
        EXPECT(lexicon_get(l, "") == NULL);
}

TEST(lexicon_columns_are_parted_by_tabs)
{
        const char *start;

        EXPECT_INT(lexicon_column("one\ttwo", 0, &start), 3);
        EXPECT_INT(lexicon_column("one\ttwo", 1, &start), 3);
        EXPECT(strncmp(start, "two", 3) == 0);
        EXPECT_INT(lexicon_column("one\ttwo", 2, &start), 0);
        EXPECT_INT(lexicon_column("", 0, &start), 0);
}

TEST(lexicon_classes_are_parted_by_spaces)
{
        EXPECT(lexicon_value_has("ship harbour", "ship"));
        EXPECT(lexicon_value_has("ship harbour\tquay", "harbour"));
        EXPECT(!lexicon_value_has("ship harbour\tquay", "quay"));
        EXPECT(!lexicon_value_has("ship harbour", "shi"));
        EXPECT(!lexicon_value_has("shipyard", "ship"));
        EXPECT(!lexicon_value_has("", "ship"));
        EXPECT(!lexicon_value_has(NULL, "ship"));
}

TEST(lexicon_knows_whether_the_words_so_far_begin_a_key)
{
        const struct lexicon *l = &lexicon_organizations;
        uint32_t open = 0, words = 0;

        for (size_t i = 0; i < l->n; i++) {
                uint32_t hash = LEXICON_HASH_EMPTY;

                for (const char *p = l->entries[i].key; *p; p++) {
                        hash = lexicon_hash_byte(hash, *p);
                        if (*p == ' ')
                                EXPECT(lexicon_goes_on(l, hash));
                }
                EXPECT(lexicon_find_hashed(l, l->entries[i].key, strlen(l->entries[i].key),
                                           hash) == l->entries[i].value);
        }
        for (char word[] = "aaaa "; word[0] <= 'z'; word[0]++, words++)
                open += lexicon_goes_on(l, lexicon_hash(LEXICON_HASH_EMPTY, word, 5));
        EXPECT(open < words / 2);
}
