#include <stdio.h>
#include <string.h>

#include "tests/unit/test.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_name_variants;

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
