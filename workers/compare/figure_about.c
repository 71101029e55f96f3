#include "workers/compare/figure_about.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/macros.h"
#include "workers/compare/units.h"
#include "workers/lexicon/lexicon.h"
#include "workers/text/document.h"

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

/* "Will carry", "to pay", "did not give": what stands there is a verb. */
static bool is_behind_modal(const char *text, uint32_t at)
{
        static const char *const words[] = {
                "to",    "will",   "would", "can",      "could", "may", "might",
                "shall", "should", "must",  "not",      "n't",   "did", "does",
                "do",    "he",     "she",   "they",     "it",    "we",  "who",
                "also",  "then",   "never", "n\u2019t",
        };

        for (size_t i = 0; i < ARRAY_SIZE(words); i++) {
                size_t n = strlen(words[i]);

                if (at > n && text[at - 1] == ' ' &&
                    strncasecmp(text + at - 1 - n, words[i], n) == 0 &&
                    (at == n + 1 || words[i][0] == 'n' || !is_word_char(text[at - 2 - n])))
                        return true;
        }
        return false;
}

/* Does the word stand, as it is and as a noun, near the figure? */
static bool stands_near(const struct account *a, const char *word, struct span span)
{
        const char *text = a->x->text;
        size_t n = strlen(word);
        uint32_t first = span.start > NEAR ? span.start - NEAR : 0;

        for (uint32_t i = first; i + n <= a->x->text_size && i < span.end + NEAR; i++)
                if (strncasecmp(text + i, word, n) == 0 &&
                    (i == 0 || !is_word_char(text[i - 1])) && !is_word_char(text[i + n]) &&
                    !is_behind_modal(text, i))
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

/* A distance, a weight, an area; of the rest, and of what a pace or a foot measures (a wound, a
 * snowfall), no more is known than that it was measured. */
static const char *measure_name(const char *unit)
{
        static const char *const far[] = { "mile", "kilometre", "nautical mile", "light-year" };
        static const char *const names[][2] = {
                { "area", "area: " },   { "mass", "weight: " },
                { "speed", "speed: " }, { "temperature", "temperature: " },
                { "power", "power: " },
        };

        if (unit && word_is_one_of(unit, far, ARRAY_SIZE(far)))
                return "distance: ";
        for (size_t i = 0; unit && i < ARRAY_SIZE(names); i++)
                if (strcmp(unit_dimension(unit), names[i][0]) == 0)
                        return names[i][1];
        return "measure: ";
}

static bool stands_behind(const struct account *a, struct span span, const char *const *words,
                          size_t n)
{
        const char *text = a->x->text + span.end;
        size_t left = a->x->text_size - span.end;

        for (size_t i = 0; i < n; i++)
                if (left >= strlen(words[i]) &&
                    strncasecmp(text, words[i], strlen(words[i])) == 0)
                        return true;
        return false;
}

/* "A dive 17 minutes after it left": not how long the dive took; nor does a "15-year
 * employee" or a "30-year low" take any time. */
static bool is_no_length(const struct account *a, const char *noun, struct span span)
{
        static const char *const behind[] = { " after ", " before ", " since ", " prior to " };
        static const char *const joined[] = { "-", " - " };
        static const char *const levels[] = { "low", "high", "peak" };
        const char *kind = lexicon_get(&lexicon_noun_kinds, noun);
        const char *last = strrchr(noun, ' ');

        if (isupper((unsigned char)(last ? last[1] : noun[0]))) /* a name */
                return true;
        if (stands_behind(a, span, behind, ARRAY_SIZE(behind)))
                return true;
        if (kind && strcmp(kind, "person") == 0)
                return true;
        if (word_is_one_of(noun, levels, ARRAY_SIZE(levels)))
                return memchr(a->x->text + span.start, '-', span.end - span.start) ||
                       stands_behind(a, span, joined, ARRAY_SIZE(joined));
        return false;
}

/* "Killed" and "the dead" are people. */
static bool is_of_people(const char *noun)
{
        static const char *const words[] = { "killed",  "dead",     "injured",      "wounded",
                                             "missing", "arrested", "hospitalized", "hurt" };

        for (size_t i = 0; i < ARRAY_SIZE(words); i++)
                if (strcasecmp(noun, words[i]) == 0)
                        return true;
        return false;
}

/* A count of "448-page": pages. */
static const char *plural(const struct account *a, const char *noun, size_t n, struct span span)
{
        static const char *const irregular[][2] = {
                { "man", "men" },        { "woman", "women" }, { "person", "people" },
                { "child", "children" }, { "foot", "feet" },
        };
        static const char *const joined[] = { "-", " - " };
        char last = n ? noun[n - 1] : '\0', before = n > 1 ? noun[n - 2] : '\0';

        if (!stands_behind(a, span, joined, ARRAY_SIZE(joined)) || !is_word_char(last) ||
            last == 's')
                return arena_printf(a->arena, "number of %.*s", (int)n, noun);
        for (size_t i = 0; i < ARRAY_SIZE(irregular); i++) {
                size_t size = strlen(irregular[i][0]);

                if (n >= size && strncmp(noun + n - size, irregular[i][0], size) == 0 &&
                    (n == size || noun[n - size - 1] == ' '))
                        return arena_printf(a->arena, "number of %.*s%s", (int)(n - size), noun,
                                            irregular[i][1]);
        }
        if (last == 'y' && before && !strchr("aeiou", before))
                return arena_printf(a->arena, "number of %.*sies", (int)n - 1, noun);
        return arena_printf(
                a->arena, "number of %.*s%s", (int)n, noun,
                last == 'x' || (last == 'h' && (before == 'c' || before == 's')) ? "es" : "s");
}

/* "48 people on the ferry", "2.4 million people who may vote": the noun alone tells
 * hardly anything. */
static const char *people_there(const struct account *a, struct span span)
{
        static const char *const people[] = { " people " };
        const char *text = a->x->text;
        size_t at = account_sentence_at(a, span.start);
        uint32_t first = span.end + (uint32_t)strlen(people[0]) - 1, end;

        if (at == a->x->n_sentences || !stands_behind(a, span, people, ARRAY_SIZE(people)))
                return "number of people";
        end = words_behind(text, a->x->sentences[at].end, first, false);
        while (end > first && strchr(" .!?\n", text[end - 1]))
                end--;
        return arena_printf(a->arena, "number of people%.*s", (int)(end - first), text + first);
}

static const char *about_count(const struct account *a, const char *noun, size_t n,
                               struct span span)
{
        if (strcasecmp(noun, "people") == 0)
                return people_there(a, span);
        if (is_of_people(noun))
                return arena_printf(a->arena, "number of people %s", noun);
        if (strcasecmp(noun, "death toll") == 0 || strcasecmp(noun, "toll") == 0)
                return "death toll";
        return plural(a, noun, n, span);
}

const char *figure_about(const struct account *a, enum slot_kind kind, const char *unit,
                         const char *of, struct span span)
{
        static const char *const forms[][2] = {
                [SLOT_COUNT] = { "number of ", "number: " },
                [SLOT_DURATION] = { "length of the ", "length: " },
                [SLOT_AGE] = { "age of ", "age: " },
                [SLOT_MONEY] = { "sum: ", "sum: " },
                [SLOT_PERCENT] = { "share: ", "share: " },
                [SLOT_MEASURE] = { "", "" },
                [SLOT_CLOCK] = { "time: ", "time: " },
                [SLOT_DATE] = { "date: ", "date: " },
                [SLOT_MAGNITUDE] = { "", "" },
        };
        const char *old = of ? strstr(of, AGE) : NULL, *noun = old ? old + strlen(AGE) : of;
        const char *name = kind == SLOT_MEASURE ? measure_name(unit) : NULL;
        size_t n = noun ? strlen(noun) : 0;

        if (kind == SLOT_MAGNITUDE)
                return "magnitude";
        if (!n || strcmp(noun, "old") == 0 || figure_is_of_verb(a, of, span) ||
            (kind == SLOT_DURATION && is_no_length(a, noun, span)))
                return words_around(a, name ? name : forms[kind][1], span);
        n = n < ABOUT_BYTES_MAX ? n : ABOUT_BYTES_MAX;
        while (n && ((unsigned char)noun[n] & 0xc0) == 0x80)
                n--;
        if (kind == SLOT_COUNT)
                return about_count(a, noun, n, span);
        return arena_printf(a->arena, "%s%.*s", name ? name : forms[kind][0], (int)n, noun);
}
