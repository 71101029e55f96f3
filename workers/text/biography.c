#include "workers/text/biography.h"

#include <string.h>
#include <strings.h>

#include "base/macros.h"
#include "workers/lexicon/lexicon.h"
#include "workers/text/document.h"
#include "workers/text/furniture_parts.h"
#include "workers/text/letters.h"

extern const struct lexicon lexicon_first_names;

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
static bool tells_of_author(const char *p, const char *end)
{
        static const char *const verbs[] = {
                "is",      "was",    "has",    "writes",  "covers", "covered", "reports",
                "works",   "worked", "lives",  "joined",  "holds",  "studied", "began",
                "started", "loves",  "enjoys", "founded", "leads",  "runs",    "serves",
        };
        char word[WORD_BYTES_MAX];
        bool capital;

        while (p < end && *p == ' ')
                p++;
        if (p == end || *p == ',' || *p == '|')
                return true;
        return next_word(&p, end, word, &capital) &&
               word_is_one_of(word, verbs, ARRAY_SIZE(verbs));
}

static bool opens_with_author(const char *p, const char *end, const char *const *authors,
                              size_t n)
{
        for (size_t i = 0; i < n; i++) {
                size_t size = strlen(authors[i]);

                if (strchr(authors[i], ' ') && size <= (size_t)(end - p) &&
                    strncasecmp(p, authors[i], size) == 0 && tells_of_author(p + size, end))
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

/* What else somebody may be who writes now and then: "is the founder of". */
static bool names_work(const char *p, const char *end)
{
        static const char *const works[] = {
                "editor",       "author",     "founder",      "cofounder",    "manager",
                "expert",       "specialist", "director",     "coach",        "consultant",
                "strategist",   "marketer",   "producer",     "analyst",      "developer",
                "engineer",     "professor",  "fellow",       "enthusiast",   "storyteller",
                "communicator", "advisor",    "adviser",      "attorney",     "nutritionist",
                "dietitian",    "trainer",    "photographer", "executive",    "researcher",
                "graduate",     "bartender",  "physician",    "veterinarian",
        };
        char word[WORD_BYTES_MAX];
        const char *at = p;
        bool capital;

        for (size_t i = 0; i < TRADE_WORDS_MAX && next_word(&at, end, word, &capital); i++) {
                if (word_is_one_of(word, works, ARRAY_SIZE(works)))
                        return true;
        }
        return names_trade(p, end);
}

/* " is a reporter", " writes on boats", right behind the name. */
static bool tells_of_work(const char *p, const char *end)
{
        static const char *const verbs[] = { "writes", "covers",      "covered",    "lives",
                                             "joined", "specializes", "specialises" };
        static const char *const beings[] = { "is", "was", "has" };
        char word[WORD_BYTES_MAX];
        bool capital;

        if (p == end || *p != ' ' || !next_word(&p, end, word, &capital))
                return false;
        return word_is_one_of(word, verbs, ARRAY_SIZE(verbs)) ||
               (word_is_one_of(word, beings, ARRAY_SIZE(beings)) && names_work(p, end));
}

/* Behind the author's given name, where it is one and stands at @p; or NULL. */
static const char *behind_given_name(const char *p, const char *end, const char *author)
{
        size_t size = strcspn(author, " ");
        char folded[WORD_BYTES_MAX];
        unsigned n;

        if (size < GIVEN_BYTES_MIN || 2 * size >= sizeof(folded) || !author[size] ||
            size > (size_t)(end - p) || strncmp(p, author, size) != 0 ||
            (p + size < end && letter_is_word(letter_kind_at(p + size, end, &n))))
                return NULL;
        if (p + size < end && letter_apostrophe(p + size, end))
                return NULL; /* "Ada's" */
        return lexicon_find(&lexicon_first_names, folded, letter_fold(p, size, folded))
                       ? p + size
                       : NULL;
}

/* "Ada Strand is a reporter", "Dr. Ada Strand", "Ada writes on boats". */
static bool is_life(const char *p, const char *end, const char *author)
{
        static const char *const titles[] = { "Dr ", "Dr. ", "Prof. " };
        const char *behind = line_behind_one(p, (size_t)(end - p), titles, ARRAY_SIZE(titles));
        size_t size = strlen(author);

        p = behind ? behind : p;
        if (strchr(author, ' ') && size < (size_t)(end - p) && strncmp(p, author, size) == 0)
                return tells_of_work(p + size, end);
        behind = behind_given_name(p, end, author);
        return behind && tells_of_work(behind, end);
}

/* "Hi, I'm Ada!", "I'm Ada, a trainer"; but not what somebody begins to tell who is of another
 * trade. */
static bool is_greeting(const char *p, const char *end, const char *author)
{
        static const char *const greetings[] = {
                "Hi, I'm ",        "Hi, I\u2019m ",   "Hi! I'm ",    "Hi! I\u2019m ",
                "Hey, I'm ",       "Hey, I\u2019m ",  "Hello, I'm ", "Hello, I\u2019m ",
                "Hi I'm ",         "Hi I\u2019m ",    "Hi, I am ",   "Hello, I am ",
                "Hi, my name is ", "Hi! My name is ", "Hello! I'm ", "Hello! I\u2019m ",
        };
        static const char *const plain[] = { "I'm ", "I\u2019m ", "I am ", "My name is " };
        size_t size = (size_t)(end - p);
        const char *greeted = line_behind_one(p, size, greetings, ARRAY_SIZE(greetings));
        const char *name =
                greeted ? greeted : line_behind_one(p, size, plain, ARRAY_SIZE(plain));

        name = name ? behind_given_name(name, end, author) : NULL;
        return name && (greeted || names_work(name, end));
}

bool biography_opens(const char *line, size_t size, const char *const *authors,
                     size_t n_authors)
{
        for (size_t i = 0; size <= LINE_BYTES_MAX && i < n_authors; i++)
                if (is_life(line, line + size, authors[i]) ||
                    is_greeting(line, line + size, authors[i]))
                        return true;
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
        return opens_with_author(p, end, authors, n_authors) || opens_with_writer(p, end) ||
               biography_opens(p, (size_t)(end - p), authors, n_authors);
}
