/* The last words of a worker. */
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "daemon/child_words.h"
#include "tests/unit/test.h"

static struct words *given_words(const char *text)
{
        struct words *words = words_new();
        int fds[2];

        REQUIRE(words && pipe2(fds, O_NONBLOCK) == 0);
        REQUIRE(write(fds[1], text, strlen(text)) == (ssize_t)strlen(text));
        EXPECT(words_read(words, fds[0]));
        close(fds[1]);
        EXPECT(!words_read(words, fds[0]));
        close(fds[0]);
        return words;
}

TEST(the_last_line_is_kept)
{
        struct words *words = given_words("one\ntwo\nthree\n\n");

        EXPECT_STR(words_last(words), "three");
        words_free(words);
}

TEST(silence_is_empty)
{
        struct words *words = given_words("");

        EXPECT_STR(words_last(words), "");
        EXPECT_INT(words_count(words), 0);
        words_free(words);
}

TEST(a_long_line_is_shortened)
{
        struct words *words;
        char text[5000];

        memset(text, 'x', sizeof(text));
        text[sizeof(text) - 2] = 'z';
        text[sizeof(text) - 1] = '\0';
        words = given_words(text);
        EXPECT_INT(strlen(words_last(words)), 300);
        EXPECT(words_last(words)[299] == 'z');
        EXPECT_INT(words_count(words), sizeof(text) - 1);
        words_free(words);
}
