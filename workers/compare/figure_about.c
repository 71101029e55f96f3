#include "workers/compare/figure_about.h"

#include <string.h>
#include <strings.h>

#include "base/macros.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_base_verbs, lexicon_noun_kinds, lexicon_verb_forms;

enum {
        ABOUT_BYTES_MAX = 120,
        BEFORE_MOST = 44, /* bytes of the words around a figure without a noun */
        BEHIND_MOST = 32,
        WORDS_LEAST = 12, /* fewer do not tell anything */
        NEAR = 80,
        MARK_BYTES = 3,
};

#define AGE "-old " /* "the 3-year-old boy" */
#define GAP "\u2026"

static bool is_word_char(char c)
{
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80);
}

/* Does the word stand, as it is, near the figure? */
static bool stands_near(const struct account *a, const char *word, struct span span)
{
        const char *text = a->x->text;
        size_t n = strlen(word);
        uint32_t first = span.start > NEAR ? span.start - NEAR : 0;

        for (uint32_t i = first; i + n <= a->x->text_size && i < span.end + NEAR; i++)
                if (strncasecmp(text + i, word, n) == 0 &&
                    (i == 0 || !is_word_char(text[i - 1])) && !is_word_char(text[i + n]))
                        return true;
        return false;
}

bool figure_is_of_verb(const struct account *a, const char *of, struct span span)
{
        if (!of || strchr(of, ' '))
                return false;
        if (lexicon_get(&lexicon_verb_forms, of) && !lexicon_get(&lexicon_noun_kinds, of))
                return true;
        return lexicon_get(&lexicon_base_verbs, of) && !stands_near(a, of, span);
}

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

static uint32_t words_behind(const char *text, uint32_t last, uint32_t at, bool far)
{
        uint32_t end = at, word = at;

        while (end < last && end - at < BEHIND_MOST) {
                if (!far && (is_clause_mark(text[end]) || is_dash_or_quote(text + end)))
                        return end;
                if (text[end] == ' ')
                        word = end;
                end++;
        }
        return end == last ? end : word;
}

/* The words around the figure, which is left out: "served \u2026 in prison". */
static const char *words_around(const struct account *a, const char *head, struct span own)
{
        const char *text = a->x->text;
        size_t at = account_sentence_at(a, own.start);
        struct span sentence = at < a->x->n_sentences ? a->x->sentences[at] : own;
        uint32_t start = own.start, end = own.end;

        for (int far = 0; far < 2 && own.start - start + end - own.end < WORDS_LEAST; far++) {
                start = words_before(text, sentence.start, own.start, far);
                end = words_behind(text, sentence.end, own.end, far);
        }
        while (end > own.end && strchr(" .!?\n", text[end - 1]))
                end--;
        while (start < own.start && strchr(" \n", text[start]))
                start++;
        return arena_printf(a->arena, "%s%.*s" GAP "%.*s", head, (int)(own.start - start),
                            text + start, (int)(end - own.end), text + own.end);
}

const char *figure_about(const struct account *a, enum slot_kind kind, const char *of,
                         struct span span)
{
        static const char *const forms[][2] = {
                [SLOT_COUNT] = { "number of ", "number: " },
                [SLOT_DURATION] = { "length of the ", "length: " },
                [SLOT_AGE] = { "age of ", "age: " },
                [SLOT_MONEY] = { "sum: ", "sum: " },
                [SLOT_PERCENT] = { "share: ", "share: " },
                [SLOT_MEASURE] = { "measure: ", "measure: " },
                [SLOT_CLOCK] = { "time: ", "time: " },
                [SLOT_DATE] = { "date: ", "date: " },
                [SLOT_MAGNITUDE] = { "", "" },
        };
        const char *old = of ? strstr(of, AGE) : NULL, *noun = old ? old + strlen(AGE) : of;
        size_t n = noun ? strlen(noun) : 0;

        if (kind == SLOT_MAGNITUDE)
                return "magnitude";
        if (n && strcmp(noun, "old") != 0 && !figure_is_of_verb(a, of, span)) {
                n = n < ABOUT_BYTES_MAX ? n : ABOUT_BYTES_MAX;
                while (n && ((unsigned char)noun[n] & 0xc0) == 0x80)
                        n--;
                return arena_printf(a->arena, "%s%.*s", forms[kind][0], (int)n, noun);
        }
        return words_around(a, forms[kind][1], span);
}
