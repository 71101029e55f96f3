#include "workers/compare/figure_clause.h"

#include <string.h>
#include <strings.h>

#include "base/macros.h"

enum {
        BEFORE_MOST = 72, /* bytes of the words before a figure … */
        BEHIND_MOST = 44, /* … and of those behind it */
        LED_MOST = 72,    /* … of a clause that it leads: "In 2016, …" */
        WORDS_LEAST = 12, /* fewer do not tell anything */
        MARK_BYTES = 3,
};

#define GAP "\u2026"

/* Of when and where the value beside it says more. */
static const char *const placing[] = { "in", "on", "at" };

/* What parts clauses: beyond it, words belong to something else. */
static bool is_clause_mark(char c)
{
        return strchr(",;:()\"\n", c) != NULL;
}

static bool is_dash_or_quote(const char *text)
{
        static const char *const marks[] = { "\u201c", "\u201d", "\u2014" };

        for (size_t i = 0; i < ARRAY_SIZE(marks); i++)
                if (strncmp(text, marks[i], MARK_BYTES) == 0)
                        return true;
        return false;
}

/* Where the words begin that stand before @at, of its clause or, with @far, of its sentence. */
static uint32_t words_before(const char *text, uint32_t first, uint32_t at, bool far)
{
        uint32_t start = at, word = at;

        while (start > first && at - start < BEFORE_MOST) {
                if (!far && (is_clause_mark(text[start - 1]) ||
                             (start >= first + MARK_BYTES &&
                              is_dash_or_quote(text + start - MARK_BYTES))))
                        return start;
                if (text[start - 1] == ' ')
                        word = start;
                start--;
        }
        return start == first ? start : word;
}

static uint32_t words_behind(const char *text, uint32_t last, uint32_t at, uint32_t most,
                             bool far)
{
        uint32_t end = at, word = at;

        while (end < last && end - at < most) {
                if (!far && (is_clause_mark(text[end]) || is_dash_or_quote(text + end)))
                        return end;
                if (text[end] == ' ')
                        word = end;
                end++;
        }
        return end == last ? end : word;
}

static uint32_t word_end(const char *text, uint32_t at, uint32_t last)
{
        while (at < last && text[at] != ' ')
                at++;
        return at;
}

static uint32_t last_word(const char *text, struct span s)
{
        uint32_t at = s.end;

        while (at > s.start && text[at - 1] != ' ')
                at--;
        return at;
}

static bool is_word(const char *text, uint32_t start, uint32_t end, const char *const *words,
                    size_t n)
{
        for (size_t i = 0; i < n; i++)
                if (strlen(words[i]) == end - start &&
                    strncasecmp(text + start, words[i], end - start) == 0)
                        return true;
        return false;
}

static bool is_dash(const char *text, uint32_t end)
{
        static const char *const dashes[] = { "\u2013", "\u2014" };

        for (size_t i = 0; i < ARRAY_SIZE(dashes); i++)
                if (memcmp(text + end - MARK_BYTES, dashes[i], MARK_BYTES) == 0)
                        return true;
        return false;
}

/* Without blanks and marks at its ends. */
static struct span trimmed(const char *text, struct span s)
{
        for (;;) {
                if (s.end > s.start && strchr(" .,!?-\n", text[s.end - 1]))
                        s.end--;
                else if (s.end >= s.start + MARK_BYTES && is_dash(text, s.end))
                        s.end -= MARK_BYTES;
                else
                        break;
        }
        for (;;) {
                if (s.start < s.end && strchr(" ,-\n", text[s.start]))
                        s.start++;
                else if (s.end >= s.start + MARK_BYTES && is_dash(text, s.start + MARK_BYTES))
                        s.start += MARK_BYTES;
                else
                        return s;
        }
}

/* "And it was put out by …": the first word joins the clause to another one. */
static struct span unjoined(const char *text, struct span s)
{
        static const char *const joining[] = { "and", "but", "or", "so", "then" };
        uint32_t end = word_end(text, s.start, s.end);

        if (is_word(text, s.start, end, joining, ARRAY_SIZE(joining)))
                s.start = end;
        return trimmed(text, s);
}

static bool is_relative(const char *text, struct span s)
{
        static const char *const words[] = { "which", "who",  "whom", "whose",
                                             "where", "when", "that" };
        struct span t = unjoined(text, trimmed(text, s));

        return is_word(text, t.start, word_end(text, t.start, t.end), words, ARRAY_SIZE(words));
}

/* Without a last word that wants another: "authority to investigate the". */
static struct span rounded(const char *text, struct span s)
{
        static const char *const words[] = {
                "the",  "a",      "an",    "of",    "to",      "for",   "and", "or",
                "but",  "with",   "by",    "from",  "in",      "on",    "at",  "that",
                "his",  "her",    "its",   "their", "as",      "is",    "are", "was",
                "were", "has",    "have",  "had",   "when",    "which", "who", "about",
                "than", "before", "after", "into",  "between",
        };

        while (s.start < s.end) {
                uint32_t at = last_word(text, s);

                if (!is_word(text, at, s.end, words, ARRAY_SIZE(words)))
                        break;
                s = trimmed(text, (struct span){ s.start, at });
        }
        return s;
}

/* "Born in …": who reads the value beside it needs no such word before nothing. */
static struct span unplaced(const char *text, struct span s)
{
        uint32_t at = last_word(text, s);

        if (is_word(text, at, s.end, placing, ARRAY_SIZE(placing)))
                s.end = at;
        return trimmed(text, s);
}

/* "In 2016, the owner sold it" */
static bool leads(const char *text, struct span before, struct span own, struct span sentence)
{
        struct span t = trimmed(text, before);

        return own.end < sentence.end && text[own.end] == ',' &&
               (t.start == t.end ||
                is_word(text, t.start, t.end, placing, ARRAY_SIZE(placing)));
}

static const char *printed(const struct account *a, const char *head, struct span s)
{
        return arena_printf(a->arena, "%s%.*s", head, (int)(s.end - s.start),
                            a->x->text + s.start);
}

uint32_t figure_clause_behind(const char *text, uint32_t last, uint32_t at)
{
        return words_behind(text, last, at, BEHIND_MOST, false);
}

/* Of the clause; where that says next to nothing, or begins with its pronoun, of the sentence.
 */
static void find_words(const char *text, struct span sentence, struct span own,
                       struct span *before, struct span *behind)
{
        for (int far = 0; far < 2; far++) {
                *before = (struct span){ words_before(text, sentence.start, own.start, far),
                                         own.start };
                *behind = (struct span){ own.end, words_behind(text, sentence.end, own.end,
                                                               BEHIND_MOST, far) };
                if (before->end - before->start + behind->end - behind->start >= WORDS_LEAST &&
                    !is_relative(text, *before))
                        return;
        }
}

/* The words before a figure that ends its clause, if they tell enough without it. */
static bool tell_alone(const char *text, struct span before, struct span *ret)
{
        struct span words = trimmed(text, before);

        *ret = unplaced(text, words);
        if (ret->end == words.end)
                return false;
        *ret = rounded(text, *ret);
        return ret->end - ret->start >= WORDS_LEAST;
}

const char *figure_clause(const struct account *a, const char *head, struct span own)
{
        const char *text = a->x->text;
        size_t at = account_sentence_at(a, own.start);
        struct span sentence = at < a->x->n_sentences ? a->x->sentences[at] : own;
        struct span before, behind, words, tail;

        find_words(text, sentence, own, &before, &behind);
        if (leads(text, before, own, sentence)) {
                words.start = own.end + 1;
                words.end = words_behind(text, sentence.end, words.start, LED_MOST, false);
                words = rounded(text, trimmed(text, words));
                if (words.end - words.start >= WORDS_LEAST && !is_relative(text, words))
                        return printed(a, head, words);
        }
        words = unjoined(text, trimmed(text, before));
        before.start = words.start < words.end ? words.start : own.start;
        tail = rounded(text, trimmed(text, behind));
        behind.end = tail.start < tail.end ? tail.end : own.end;
        if (behind.end == own.end && tell_alone(text, before, &words))
                return printed(a, head, words);
        return arena_printf(a->arena, "%s%.*s" GAP "%.*s", head,
                            (int)(own.start - before.start), text + before.start,
                            (int)(behind.end - own.end), text + own.end);
}
