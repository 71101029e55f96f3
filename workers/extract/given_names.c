/* given_names - what belongs to a person's name before the family name
 *
 * The tagger parts names at the marks of a nickname, and overlooks given names that are new to
 * it.
 */
#include <string.h>

#include "base/macros.h"
#include "workers/extract/names.h"
#include "workers/text/gazetteer.h"

extern const struct lexicon lexicon_calendar_words;
extern const struct lexicon lexicon_demonyms;
extern const struct lexicon lexicon_first_names;
extern const struct lexicon lexicon_function_words;
extern const struct lexicon lexicon_noun_kinds;

enum {
        NICKNAME_TOKENS = 3,
        GIVEN_BYTES_MIN = 4,
};

static bool is_quote_mark(const struct document *doc, size_t i)
{
        static const char *const marks[] = { "\"", "“", "”", "‘", "’", "'", "''", "``" };

        return document_is_one_of(doc, i, marks, ARRAY_SIZE(marks));
}

/* "Roberto (Bob) Holm", but not "Anna (Norway) Lind", "Anna (Gazette) Lind", "Jan (R) Lind". */
static size_t name_behind_bracket(const struct document *doc, size_t i, size_t stop)
{
        size_t n = 0;

        if (i + 4 >= stop || !document_is(doc, i + 1, "(") || !document_is(doc, i + 3, ")") ||
            !gazetteer_word(&lexicon_first_names, &doc->tokens[i]) ||
            !doc->tokens[i + 2].capital || doc->tokens[i + 2].all_capital ||
            doc->tokens[i + 2].kind != TOKEN_WORD ||
            doc->tokens[i + 2].name == NAME_ORGANIZATION || !doc->tokens[i + 4].capital ||
            doc->tokens[i + 4].name != NAME_PERSON || place_find(doc, i + 2, i + 3).known)
                return 0;
        return gazetteer_find(&lexicon_demonyms, doc, i + 2, i + 3, &n) ? 0 : i + 4;
}

size_t name_behind_nickname(const struct document *doc, size_t i, size_t end)
{
        size_t stop = document_sentence_end(doc, i), open = i + 1, at;

        at = name_behind_bracket(doc, i, stop);
        if (at)
                return at;
        while (open < end && !is_quote_mark(doc, open)) /* the tagger may have taken it along */
                open++;
        if (open > i + 2 || !is_quote_mark(doc, open) ||
            !gazetteer_word(&lexicon_first_names, &doc->tokens[i]))
                return 0;
        at = open + 1;
        while (at < stop && at <= open + NICKNAME_TOKENS && doc->tokens[at].kind == TOKEN_WORD)
                at++;
        if (at == open + 1 || at + 1 >= stop || !is_quote_mark(doc, at) ||
            !doc->tokens[at - 1].capital || !doc->tokens[at + 1].capital ||
            doc->tokens[at + 1].kind != TOKEN_WORD)
                return 0;
        return at + 1;
}

/* Given names that a tagger has not seen end like this, and words of the language hardly do. */
static bool ends_like_a_name(const char *lower)
{
        size_t n = strlen(lower);

        return n >= GIVEN_BYTES_MIN && strchr("aio", lower[n - 1]);
}

bool name_given_before(const struct document *doc, size_t i)
{
        static const struct lexicon *const known[] = {
                &lexicon_noun_kinds, &lexicon_function_words, &lexicon_calendar_words,
                &lexicon_demonyms,   &lexicon_titles,
        };
        const struct token *t = &doc->tokens[i], *next = t + 1;

        if (t->name != NAME_NONE || t->upos != UPOS_PROPN || t->fine != FINE_NNP ||
            !ends_like_a_name(t->lower) || t->all_capital || t->kind != TOKEN_WORD ||
            strpbrk(t->lower, ".-'") || i + 1 >= document_sentence_end(doc, i) ||
            next->name != NAME_PERSON || !next->name_begins || !next->capital)
                return false;
        if (i + 2 < doc->n_tokens && doc->tokens[i + 2].name == NAME_PERSON &&
            !doc->tokens[i + 2].name_begins)
                return false;
        for (size_t k = 0; k < ARRAY_SIZE(known); k++)
                if (lexicon_get(known[k], t->lower))
                        return false;
        return !place_find(doc, i, i + 1).known;
}
