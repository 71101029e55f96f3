/* whole_names - names of which the tagger sees but a part, or nothing
 *
 * "the Harbour Seed Fund (HSF)" is a name, as its letters in brackets prove; so is what stands
 * with a capital before "Union", and "Berg & Sons". "al-" begins a family name in lower case.
 */
#include <ctype.h>
#include <string.h>

#include "base/macros.h"
#include "workers/extract/acronyms.h"
#include "workers/extract/bodies.h"
#include "workers/extract/names.h"
#include "workers/text/gazetteer.h"

enum {
        WHOLE_TOKENS_MAX = 9,
        SPELLED_LEAST = 3, /* letters in brackets that prove a name */
};

bool name_has_article(const struct document *doc, size_t i)
{
        static const char *const articles[] = {
                "al", "el", "ar", "as", "at", "ad", "an", "az"
        };
        const struct token *t = &doc->tokens[i];
        const char *text = doc->x->text + t->start;

        if (t->end - t->start < sizeof("al-X") || text[2] != '-' ||
            !isupper((unsigned char)text[3]))
                return false;
        for (size_t k = 0; k < ARRAY_SIZE(articles); k++)
                if (strncmp(t->lower, articles[k], 2) == 0)
                        return true;
        return false;
}

/* The bracket behind the words with capitals, and small ones between them, that begin at @i; or
 * @i. */
static size_t bracket_behind(const struct document *doc, size_t i, size_t stop)
{
        static const char *const small[] = { "of", "for", "the", "and", "on", "in", "to", "&" };

        for (size_t k = i; k < stop && k < i + WHOLE_TOKENS_MAX; k++) {
                if (document_is(doc, k, "("))
                        return k;
                if (!doc->tokens[k].capital && doc->tokens[k].fine != FINE_POS &&
                    !document_is_one_of(doc, k, small, ARRAY_SIZE(small)))
                        break;
        }
        return i;
}

/* "Harbour Seed Fund (HSF)" */
static size_t spelled_length(const struct document *doc, size_t i, size_t stop)
{
        size_t open = bracket_behind(doc, i, stop);
        const struct token *t = &doc->tokens[open + 1];

        if (open < i + 2 || open + 2 >= stop || !t->all_capital || t->kind != TOKEN_WORD ||
            strlen(t->lower) < SPELLED_LEAST || !document_is(doc, open + 2, ")") ||
            !doc->tokens[i].capital)
                return 0;
        return name_spells(doc, i, open, t->lower) ? open - i : 0;
}

/* Can the word be of a firm's name beside "&"? Not "CNN & MSNBC", "Chile & Peru", which are two
 * names, and no title. */
static bool may_be_partner(const struct document *doc, size_t i, size_t stop)
{
        const struct token *t = &doc->tokens[i];
        const char *value;

        return i < stop && t->capital && !t->all_capital && strlen(t->lower) > 2 &&
               t->kind == TOKEN_WORD && t->upos != UPOS_DET && t->name != NAME_PLACE &&
               !place_find(doc, i, i + 1).country && !title_at(doc, i, stop, &value);
}

/* "Berg & Sons": where the tagger has seen something of it, or the end tells a company. */
static size_t joined_length(const struct document *doc, size_t i, size_t stop)
{
        static const char *const partners[] = { "sons", "associates", "partners", "daughters" };
        size_t at = i + 1;
        bool seen = doc->tokens[i].name != NAME_NONE;

        if (!may_be_partner(doc, i, stop))
                return 0;
        at += !document_is(doc, at, "&") && may_be_partner(doc, at, stop);
        if (!document_is(doc, at, "&") || !may_be_partner(doc, at + 1, stop))
                return 0;
        if (document_is_one_of(doc, at + 1, partners, ARRAY_SIZE(partners)) ||
            (at + 2 < stop && is_company_suffix(doc, at + 2)))
                seen = true;
        else if (at > i + 1 ||
                 (doc->tokens[i].name == NAME_PERSON &&
                  doc->tokens[at + 1].name == NAME_PERSON) ||
                 (gazetteer_word(&lexicon_first_names, &doc->tokens[i]) &&
                  gazetteer_word(&lexicon_first_names, &doc->tokens[at + 1])))
                return 0; /* "Anna Lind & Berg", "Anna & Jan" */
        seen = seen || doc->tokens[at + 1].name != NAME_NONE;
        for (at += 2; at < stop && is_company_suffix(doc, at) && doc->tokens[at].capital; at++)
                ;
        if (at < stop && doc->tokens[at].capital && doc->tokens[at].kind == TOKEN_WORD)
                return 0; /* "Fire & Rescue | Chief Jan Lind" */
        return seen ? at - i : 0;
}

size_t name_whole_length(const struct document *doc, size_t i, enum name_tag *ret_tag)
{
        size_t stop = document_sentence_end(doc, i), n;

        *ret_tag = NAME_ORGANIZATION;
        if (doc->tokens[i].kind != TOKEN_WORD)
                return 0;
        if (doc->tokens[i].name == NAME_NONE && i + 1 < stop && name_has_article(doc, i + 1) &&
            gazetteer_word(&lexicon_first_names, &doc->tokens[i])) {
                *ret_tag = NAME_PERSON; /* "Omar al-Berg" */
                return 2;
        }
        n = spelled_length(doc, i, stop);
        if (!n)
                return joined_length(doc, i, stop);
        if (doc->tokens[i + n + 1].name == NAME_OTHER) /* "a law (TPL)" */
                *ret_tag = NAME_OTHER;
        return n;
}
