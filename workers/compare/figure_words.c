#include "workers/compare/figure_words.h"

#include <string.h>
#include <strings.h>

#include "base/ascii.h"
#include "base/macros.h"
#include "workers/text/letters.h"

enum {
        PLANNED_NEAR = 50, /* bytes before a figure in which its verb may stand */
        STAMP_NEAR = 60,
        MARKET_NEAR = 8, /* words before or behind */
        GROWTH_NEAR = 24,
        JOINED_NEAR = 5,     /* words from a number to the "and" behind its noun */
        SENTENCE_MOST = 600, /* bytes that are looked through for a word */
};

static const char *const dashes[] = { "-", "\u2013", "\u2014" };

/* The bytes of a dash and the spaces around it, or of a space alone, which parts the digits of
 * a telephone, too. */
static size_t dash_behind(const char *text, size_t left)
{
        size_t space = left && *text == ' ';

        for (size_t i = 0; i < ARRAY_SIZE(dashes); i++) {
                size_t n = strlen(dashes[i]);

                if (left >= space + n && strncmp(text + space, dashes[i], n) == 0)
                        return space + n + (left > space + n && text[space + n] == ' ');
        }
        return space;
}

/* … back from @at. */
static size_t dash_before(const char *text, size_t at)
{
        size_t space = at && text[at - 1] == ' ';

        for (size_t i = 0; i < ARRAY_SIZE(dashes); i++) {
                size_t n = strlen(dashes[i]);

                if (at >= space + n && strncmp(text + at - space - n, dashes[i], n) == 0)
                        return space + n + (at > space + n && text[at - space - n - 1] == ' ');
        }
        return space;
}

/* A part of a longer number, as a telephone has, or of a score: digits stand right before or
 * behind, or beyond a dash. */
bool figure_is_piece(const struct account *a, struct span s)
{
        const char *text = a->x->text;
        size_t before = s.start - dash_before(text, s.start);
        size_t behind = s.end + dash_behind(text + s.end, a->x->text_size - s.end);

        return (before > 0 && ascii_is_digit(text[before - 1])) ||
               (behind < a->x->text_size && ascii_is_digit(text[behind]) && s.end > s.start &&
                ascii_is_digit(text[s.end - 1]));
}

bool figure_term_is(const struct account *a, size_t term, const char *const *words, size_t n)
{
        const struct term *t = term < a->n_terms ? &a->terms[term] : NULL;

        return t && letter_run_reads_one_of(a->x->text + t->start, t->end - t->start, words, n);
}

uint8_t figure_side(const struct account *a, struct span s)
{
        static const struct {
                const char *words;
                uint8_t bound;
        } sides[] = {
                { "nearly ", FIGURE_NEARLY },           { "almost ", FIGURE_NEARLY },
                { "close to ", FIGURE_NEARLY },         { "nearing ", FIGURE_NEARLY },
                { "approaching ", FIGURE_NEARLY },      { "just under ", FIGURE_NEARLY },
                { "slightly under ", FIGURE_NEARLY },   { "a little under ", FIGURE_NEARLY },
                { "just over ", FIGURE_JUST_OVER },     { "slightly over ", FIGURE_JUST_OVER },
                { "a little over ", FIGURE_JUST_OVER },
        };

        for (size_t i = 0; i < ARRAY_SIZE(sides); i++) {
                size_t n = strlen(sides[i].words);

                if (s.end - s.start > n &&
                    strncasecmp(a->x->text + s.start, sides[i].words, n) == 0)
                        return sides[i].bound;
        }
        return BOUND_ABOUT;
}

bool figure_stands_before(const struct account *a, struct span s, const char *const *words,
                          size_t n, size_t bytes)
{
        const char *text = a->x->text;

        for (size_t i = 0; i < n; i++) {
                size_t size = strlen(words[i]);

                for (size_t away = 0; away <= bytes && s.start >= size + away; away++) {
                        const char *at = text + s.start - away - size;

                        if (away && strchr(".!?\n", text[s.start - away]))
                                break;
                        if (strncasecmp(at, words[i], size) == 0 &&
                            (at == text || at[-1] == ' ' || at[-1] == '\n'))
                                return true;
                }
        }
        return false;
}

#define OF " of "

/* The second of "29 of 34", "20 out of 29". */
static bool is_whole(const struct account *a, struct span s)
{
        static const char *const out[] = { "out of " };
        const char *text = a->x->text;
        size_t n = strlen(OF);

        if (figure_stands_before(a, s, out, ARRAY_SIZE(out), 0))
                return true;
        return s.start > n && strncmp(text + s.start - n, OF, n) == 0 &&
               ascii_is_digit(text[s.start - n - 1]);
}

static struct span next_word(const char *text, uint32_t at)
{
        struct span word = { at, at };

        while (ascii_is_letter(text[word.end]) || (word.end > at && text[word.end] == '-'))
                word.end++;
        return word;
}

static bool is_plural_word(const char *text, struct span word)
{
        return word.end - word.start > 3 && text[word.end - 1] == 's' &&
               text[word.end - 2] != 's';
}

/* "25 drones and missiles" counts both; "drones and dozens of missiles" does not. */
static bool is_joined(const struct account *a, struct span s)
{
        static const char *const others[] = { "dozens",   "scores",   "hundreds", "thousands",
                                              "millions", "billions", "others",   "injures",
                                              "wounds",   "leaves" };
        const char *text = a->x->text;
        struct span word = { s.end, s.end };
        bool plural = false;

        for (size_t i = 0; i < JOINED_NEAR && text[word.end] == ' '; i++) {
                word = next_word(text, word.end + 1);
                if (plural && word.end - word.start == 3 &&
                    strncmp(text + word.start, "and", 3) == 0 && text[word.end] == ' ') {
                        word = next_word(text, word.end + 1);
                        return is_plural_word(text, word) &&
                               !letter_run_reads_one_of(text + word.start,
                                                        word.end - word.start, others,
                                                        ARRAY_SIZE(others));
                }
                if (word.end - word.start < 3) /* "of", "in" */
                        return false;
                plural = is_plural_word(text, word);
        }
        return false;
}

/* "22 other sailors", "five of whom", "including 10": a part of what others may count; each
 * way to say so is another part. 0: it is none. */
uint8_t figure_part(const struct account *a, struct span s)
{
        static const char *const all[] = { "all ", "all of the ", "all the " };
        static const char *const before[] = { "including ", "among them ", "another ",
                                              "an additional ", "of them " };
        static const char *const behind[] = { " other ",   " others",         " more ",
                                              " of the ",  " of them",        " of whom",
                                              " of those", " of its ",        " additional ",
                                              " out of ",  " in additional ", " in extra ",
                                              " in new ",  " of their ",      " of his ",
                                              " of her ",  " of other " };
        const char *text = a->x->text + s.end;
        size_t left = a->x->text_size - s.end;

        for (size_t i = 0; i < ARRAY_SIZE(behind); i++)
                if (left >= strlen(behind[i]) &&
                    strncasecmp(text, behind[i], strlen(behind[i])) == 0)
                        return (uint8_t)(1 + i);
        if (left > strlen(OF) && strncmp(text, OF, strlen(OF)) == 0 &&
            ascii_is_digit(text[strlen(OF)]))
                return ARRAY_SIZE(behind) + 2;
        if (is_whole(a, s))
                return ARRAY_SIZE(behind) + 3;
        if (is_joined(a, s))
                return ARRAY_SIZE(behind) + 4;
        if (figure_stands_before(a, s, all, ARRAY_SIZE(all), 0))
                return ARRAY_SIZE(behind) + 5;
        return figure_stands_before(a, s, before, ARRAY_SIZE(before), 0)
                       ? ARRAY_SIZE(behind) + 1
                       : 0;
}

/* "will land at", "was due to begin at": what was to be, not what was. */
bool figure_is_planned(const struct account *a, struct span s)
{
        static const char *const words[] = { "will ",      "would ",    "due to ",
                                             "scheduled ", "expected ", "plans to ",
                                             "set to ",    "planned ",  "supposed to " };

        return figure_stands_before(a, s, words, ARRAY_SIZE(words), PLANNED_NEAR);
}

bool figure_is_stamp(const struct account *a, struct span s)
{
        static const char *const words[] = { "updated", "published", "posted", "modified",
                                             "last update" };

        return figure_stands_before(a, s, words, ARRAY_SIZE(words), STAMP_NEAR);
}

bool figure_is_of_market(const struct account *a, struct span s, bool before)
{
        static const char *const words[] = { "shares", "stock", "stocks", "futures", "index" };
        size_t at = account_term_at(a, s.start), end = before ? at + MARKET_NEAR : at;
        size_t sentence = account_sentence_at(a, s.start);

        for (size_t i = at > MARKET_NEAR ? at - MARKET_NEAR : 0; i < a->n_terms && i < end; i++)
                if (figure_term_is(a, i, words, ARRAY_SIZE(words)) &&
                    account_sentence_at(a, a->terms[i].start) == sentence)
                        return true;
        return false;
}

/* @word in lower case: most places are passed by its first letter. */
static bool holds_word(const char *text, size_t size, const char *word)
{
        size_t n = strlen(word);

        for (size_t i = 0; i + n <= size; i++)
                if ((text[i] | ' ') == word[0] && (i == 0 || !ascii_is_letter(text[i - 1])) &&
                    (i + n == size || !ascii_is_letter(text[i + n])) &&
                    strncasecmp(text + i, word, n) == 0)
                        return true;
        return false;
}

static bool holds_any(const char *text, size_t size, const char *const *words, size_t n)
{
        for (size_t i = 0; i < n; i++)
                if (holds_word(text, size, words[i]))
                        return true;
        return false;
}

bool figure_is_passing(const struct account *a, struct span s)
{
        static const char *const words[] = {
                "as of",         "so far",          "preliminary", "advisory", "precincts",
                "votes counted", "storm",           "hurricane",   "typhoon",  "cyclone",
                "wildfire",      "sustained winds", "moving",
        };
        size_t at = account_sentence_at(a, s.start);
        struct span sentence;
        uint32_t first, last;

        if (at == a->x->n_sentences)
                return false;
        sentence = a->x->sentences[at];
        first = s.start - sentence.start > SENTENCE_MOST / 2 ? s.start - SENTENCE_MOST / 2
                                                             : sentence.start;
        last = sentence.end - first > SENTENCE_MOST ? first + SENTENCE_MOST : sentence.end;
        return holds_any(a->x->text + first, last - first, words, ARRAY_SIZE(words));
}

bool figure_grows(const struct account *a, struct span s)
{
        static const char *const words[] = { "reached ",   "reaches ",      "rose to ",
                                             "risen to ",  "rises to ",     "climbed to ",
                                             "grew to ",   "increased to ", "jumped to ",
                                             "stood at ",  "stands at ",    "now at ",
                                             "spread to ", "grown to ",     "scorched ",
                                             "charred " };

        return figure_stands_before(a, s, words, ARRAY_SIZE(words), GROWTH_NEAR);
}

uint8_t figure_link(const struct account *a, struct span s)
{
        static const char *const words[] = { "of ",    "by ",   "to ",    "from ",
                                             "for ",   "at ",   "in ",    "on ",
                                             "about ", "than ", "after ", "within " };

        for (size_t i = 0; i < ARRAY_SIZE(words); i++)
                if (figure_stands_before(a, s, &words[i], 1, 0))
                        return (uint8_t)(1 + i);
        return 0;
}

bool figure_is_converted(const struct account *a, const struct quantity *q)
{
        static const char *const ends[] = { "million", "billion", "trillion", "thousand" };
        const char *text = a->x->text;
        uint32_t end = q->span.start;

        if (!end || text[end - 1] != '(')
                return false;
        end -= 1 + (end > 1 && text[end - 2] == ' ');
        if (q > a->x->quantities && q[-1].kind == QUANTITY_MONEY && q[-1].span.end == end)
                return true;
        for (size_t i = 0; i < ARRAY_SIZE(ends); i++)
                if (end >= strlen(ends[i]) &&
                    strncasecmp(text + end - strlen(ends[i]), ends[i], strlen(ends[i])) == 0)
                        return true;
        return false;
}

bool figure_is_record(const struct account *a, struct span s)
{
        static const char *const words[] = { "season",  "record", "vote",   "win",
                                             "victory", "loss",   "defeat", "decision",
                                             "ruling",  "lead",   "score",  "start",
                                             "run",     "margin", "mark" };
        const char *text = a->x->text;
        size_t end = s.end, space;

        if (!memchr(text + s.start, '-', s.end - s.start))
                return false;
        space = end;
        while (space < a->x->text_size && text[space] == ' ')
                space++;
        end = space;
        while (end < a->x->text_size && ascii_is_letter(text[end]))
                end++;
        return letter_run_reads_one_of(text + space, end - space, words, ARRAY_SIZE(words));
}

bool figure_shows_hour(const struct account *a, struct span s)
{
        static const char *const words[] = { "ago", "later", "earlier", "from now" };

        return !holds_any(a->x->text + s.start, s.end - s.start, words, ARRAY_SIZE(words));
}
