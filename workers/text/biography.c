#include "workers/text/biography.h"

#include <string.h>
#include <strings.h>

#include "base/macros.h"
#include "workers/text/document.h"
#include "workers/text/letters.h"

enum {
        LINE_BYTES_MAX = 900,
        NAME_WORDS_MIN = 2,
        NAME_WORDS_MAX = 4,
        TRADE_WORDS_MAX = 9, /* from "is a" to "reporter" */
        WORD_BYTES_MAX = 40,
        GIVEN_BYTES_MIN = 3,
};

/* The next word of letters, in lower case; false at the end or where it is too long. */
static bool next_word(const char **p, const char *end, char *word, bool *ret_capital)
{
        size_t size = 0;
        unsigned n;

        while (*p < end && !letter_is_word(letter_kind_at(*p, end, &n)))
                *p += n;
        if (*p == end)
                return false;
        *ret_capital = letter_kind_at(*p, end, &n) == LETTER_UPPER;
        while (*p < end && letter_is_word(letter_kind_at(*p, end, &n))) {
                if (size + 2 * n >= WORD_BYTES_MAX)
                        return false;
                size += letter_fold(*p, n, word + size);
                *p += n;
        }
        word[size] = '\0';
        return true;
}

/* What a biography says of an author right behind the name. */
static bool goes_on_with_verb(const char *p, const char *end)
{
        static const char *const verbs[] = {
                "is",      "was",    "has",    "writes",  "covers", "covered", "reports",
                "works",   "worked", "lives",  "joined",  "holds",  "studied", "began",
                "started", "loves",  "enjoys", "founded", "leads",  "runs",    "serves",
        };
        char word[WORD_BYTES_MAX];
        bool capital;

        return p < end && *p == ' ' && next_word(&p, end, word, &capital) &&
               word_is_one_of(word, verbs, ARRAY_SIZE(verbs));
}

static bool tells_of_author(const char *p, const char *end)
{
        const char *next = p;

        while (next < end && *next == ' ')
                next++;
        return next == end || *next == ',' || *next == '|' || goes_on_with_verb(p, end);
}

/* "Ada is a reporter": of Ada Strand. */
static bool opens_with_given_name(const char *p, const char *end, const char *author)
{
        size_t size = strcspn(author, " ");

        return size >= GIVEN_BYTES_MIN && author[size] && size < (size_t)(end - p) &&
               strncasecmp(p, author, size) == 0 && goes_on_with_verb(p + size, end);
}

/* "Hi, I'm Ada", "I am Ada Strand": behind it, or NULL. */
static const char *behind_greeting(const char *p, const char *end)
{
        static const char *const greetings[] = {
                "Hi, I'm ",    "Hi, I\u2019m ",   "Hi! I'm ",    "Hi! I\u2019m ",
                "Hey, I'm ",   "Hey, I\u2019m ",  "Hello, I'm ", "Hello, I\u2019m ",
                "Hi I'm ",     "Hi I\u2019m ",    "I'm ",        "I\u2019m ",
                "Hi, I am ",   "Hello, I am ",    "I am ",       "Hi, my name is ",
                "My name is ", "Hi! My name is ", "Hello! I'm ", "Hello! I\u2019m ",
        };

        for (size_t i = 0; i < ARRAY_SIZE(greetings); i++) {
                size_t size = strlen(greetings[i]);

                if (size < (size_t)(end - p) && strncasecmp(p, greetings[i], size) == 0)
                        return p + size;
        }
        return NULL;
}

static bool greets_as_author(const char *p, const char *end, const char *const *authors,
                             size_t n)
{
        p = behind_greeting(p, end);
        for (size_t i = 0; p && i < n; i++) {
                size_t size = strcspn(authors[i], " ");
                unsigned next;

                if (size >= GIVEN_BYTES_MIN && size <= (size_t)(end - p) &&
                    strncasecmp(p, authors[i], size) == 0 &&
                    (p + size == end || !letter_is_word(letter_kind_at(p + size, end, &next))))
                        return true;
        }
        return false;
}

/* "Dr. Ada Strand", "Professor Strand": behind the title. */
static const char *behind_title(const char *p, const char *end)
{
        static const char *const titles[] = { "Dr ", "Dr. ", "Prof. ", "Professor " };

        for (size_t i = 0; i < ARRAY_SIZE(titles); i++) {
                size_t size = strlen(titles[i]);

                if (size < (size_t)(end - p) && strncasecmp(p, titles[i], size) == 0)
                        return p + size;
        }
        return p;
}

/* By the name and a verb; or by the name and what stands behind its comma. */
static bool opens_with_author(const char *p, const char *end, const char *const *authors,
                              size_t n, bool verb)
{
        p = behind_title(p, end);
        for (size_t i = 0; i < n; i++) {
                size_t size = strlen(authors[i]);

                if (opens_with_given_name(p, end, authors[i]))
                        return true;
                if (strchr(authors[i], ' ') && size <= (size_t)(end - p) &&
                    strncasecmp(p, authors[i], size) == 0 &&
                    (verb ? goes_on_with_verb(p + size, end) : tells_of_author(p + size, end)))
                        return true;
        }
        return false;
}

/* "is a freelance writer", "is our Berlin correspondent" */
static bool names_trade(const char *p, const char *end)
{
        static const char *const trades[] = {
                "reporter",   "journalist",  "correspondent", "columnist", "freelance",
                "freelancer", "contributor", "writer",        "blogger",   "copywriter",
        };
        char word[WORD_BYTES_MAX];
        bool capital;

        for (size_t i = 0; i < TRADE_WORDS_MAX && next_word(&p, end, word, &capital); i++) {
                if (word_is_one_of(word, trades, ARRAY_SIZE(trades)))
                        return true;
        }
        return false;
}

/* A name of some words, then "is", then the trade; or "The author is …". */
static bool opens_with_writer(const char *p, const char *end)
{
        char word[WORD_BYTES_MAX], before[WORD_BYTES_MAX] = "";
        bool capital, article = false;

        for (size_t words = 0; next_word(&p, end, word, &capital); words++) {
                if (words == 0)
                        article = strcmp(word, "the") == 0;
                if (strcmp(word, "is") == 0 && article && words == 2)
                        return strcmp(before, "author") == 0 || strcmp(before, "writer") == 0;
                if (strcmp(word, "is") == 0)
                        return words >= NAME_WORDS_MIN && names_trade(p, end);
                if ((!capital && !article) || words == NAME_WORDS_MAX)
                        return false;
                strcpy(before, word);
        }
        return false;
}

bool biography_is(const char *line, size_t size, const char *const *authors, size_t n_authors)
{
        static const char label[] = "About the author:";
        const char *p = line, *end = line + size;

        if (size > LINE_BYTES_MAX)
                return false;
        if (size >= sizeof(label) - 1 && strncasecmp(p, label, sizeof(label) - 1) == 0)
                return true;
        while (p < end && memchr("(*[ ", *p, 4))
                p++;
        return opens_with_author(p, end, authors, n_authors, false) ||
               greets_as_author(p, end, authors, n_authors) || opens_with_writer(p, end);
}

bool biography_is_of(const char *line, size_t size, const char *const *authors,
                     size_t n_authors)
{
        return size <= LINE_BYTES_MAX &&
               (opens_with_author(line, line + size, authors, n_authors, true) ||
                greets_as_author(line, line + size, authors, n_authors));
}
