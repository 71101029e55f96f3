#include "workers/compare/figure_about.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/macros.h"
#include "workers/compare/figure_clause.h"
#include "workers/compare/units.h"
#include "workers/lexicon/lexicon.h"
#include "workers/text/document.h"

extern const struct lexicon lexicon_base_verbs, lexicon_noun_kinds, lexicon_verb_forms;

enum {
        ABOUT_BYTES_MAX = 120,
        NEAR = 80,
};

#define AGE "-old " /* "the 3-year-old boy" */

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
        end = figure_clause_behind(text, a->x->sentences[at].end, first);
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

/* "Harm in the region of $5,000", "75 percent of New Yorkers": the noun beside a sum, a
 * share or a measure seldom says what was paid, held or measured. */
static bool is_told_by_clause(enum slot_kind kind)
{
        return kind == SLOT_MONEY || kind == SLOT_PERCENT || kind == SLOT_MEASURE;
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
        if (!n || is_told_by_clause(kind) || strcmp(noun, "old") == 0 ||
            figure_is_of_verb(a, of, span) ||
            (kind == SLOT_DURATION && is_no_length(a, noun, span)))
                return figure_clause(a, name ? name : forms[kind][1], span);
        n = n < ABOUT_BYTES_MAX ? n : ABOUT_BYTES_MAX;
        while (n && ((unsigned char)noun[n] & 0xc0) == 0x80)
                n--;
        if (kind == SLOT_COUNT)
                return about_count(a, noun, n, span);
        return arena_printf(a->arena, "%s%.*s", name ? name : forms[kind][0], (int)n, noun);
}
