/* letters: runs of bytes and lists of words */
#include "tests/unit/test.h"

#include "base/macros.h"
#include "workers/text/letters.h"

static const char *const words[] = { "oak", "elm tree" };

TEST(letters_run_is_one_of_a_list_by_its_bytes)
{
        EXPECT(letter_run_is_one_of("oaken", 3, words, ARRAY_SIZE(words)));
        EXPECT(letter_run_is_one_of("elm tree", 8, words, ARRAY_SIZE(words)));
        EXPECT(!letter_run_is_one_of("oaken", 5, words, ARRAY_SIZE(words)));
        EXPECT(!letter_run_is_one_of("Oak", 3, words, ARRAY_SIZE(words)));
        EXPECT(!letter_run_is_one_of("elm", 3, words, ARRAY_SIZE(words)));
}

TEST(letters_run_reads_as_one_of_a_list_in_any_case)
{
        EXPECT(letter_run_reads_one_of("Oak", 3, words, ARRAY_SIZE(words)));
        EXPECT(letter_run_reads_one_of("ELM TREE", 8, words, ARRAY_SIZE(words)));
        EXPECT(!letter_run_reads_one_of("Oaks", 4, words, ARRAY_SIZE(words)));
        EXPECT(!letter_run_reads_one_of("", 0, words, ARRAY_SIZE(words)));
}
