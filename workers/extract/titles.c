/* titles - what a person is called beside the name
 *
 * "US Secretary of State Antony Blinken", "the Russian foreign minister, Sergei Lavrov",
 * "Sergei Lavrov, the Russian foreign minister,". The list has the title proper; the country,
 * body or adjective before it ("former", "CIA") and the "of …" behind it are taken along.
 */
#include "workers/extract/names.h"

#include <string.h>

#include "base/macros.h"
#include "workers/text/gazetteer.h"

enum {
        LOOK_BACK = 6,   /* tokens of the longest title in the list, about */
        REALM_BACK = 10, /* … and of what it is the title of */
};

size_t title_at(const struct document *doc, size_t i, size_t end, const char **ret_value)
{
        size_t n = 0;

        *ret_value = gazetteer_find(&lexicon_titles, doc, i, end, &n);
        return *ret_value ? n : 0;
}

const char *title_country(const struct document *doc, size_t i, size_t end, size_t *ret_n)
{
        const char *value = gazetteer_find(&lexicon_demonyms, doc, i, end, ret_n);

        if (!doc->tokens[i].capital)
                return NULL;
        if (value)
                return value;
        value = gazetteer_find(&lexicon_countries, doc, i, end, ret_n);
        return value && gazetteer_case_fits(doc, i, *ret_n, false) ? value : NULL;
}

static bool has_kind(const char *value, const char *kind)
{
        const char *column;
        size_t n = lexicon_column(value, 0, &column);

        return n == strlen(kind) && memcmp(column, kind, n) == 0;
}

static char title_gender(const char *value)
{
        const char *column;

        return lexicon_column(value, 1, &column) == 1 ? *column : 0;
}

size_t title_before(const struct document *doc, size_t start, size_t end,
                    const char **ret_value)
{
        size_t from = end - start > LOOK_BACK ? end - LOOK_BACK : start;

        for (size_t i = from; i < end; i++)
                if (title_at(doc, i, end, ret_value) == end - i)
                        return i;
        return end;
}

/* A word that may stand between the article and the title: "the then Russian foreign minister".
 */
static bool is_modifier(const struct document *doc, size_t i)
{
        const struct token *t = &doc->tokens[i];

        if (t->kind != TOKEN_WORD && t->kind != TOKEN_NUMBER)
                return document_is(doc, i, "'s") || document_is(doc, i, "’s");
        if (t->fine == FINE_NNS && !t->capital)
                return false;
        return t->upos == UPOS_ADJ || t->upos == UPOS_PROPN || t->upos == UPOS_NOUN ||
               t->fine == FINE_POS || document_is(doc, i, "then") ||
               document_is(doc, i, "former");
}

/* "Danish | Prime Minister Anna Berg": where the tagger takes all of it for the name. */
static bool is_nation_of(const struct document *doc, size_t at)
{
        size_t n = 0;

        return doc->tokens[at].name == NAME_PERSON && !doc->tokens[at].name_begins &&
               doc->tokens[at - 1].name_begins && title_country(doc, at - 1, at, &n);
}

static size_t extend_left(const struct document *doc, size_t start, size_t at)
{
        size_t least = at > start + TITLE_TOKENS_MAX ? at - TITLE_TOKENS_MAX : start;

        while (at > least && is_modifier(doc, at - 1) &&
               (doc->tokens[at - 1].name != NAME_PERSON || is_nation_of(doc, at)))
                at--;
        while (doc->tokens[at].fine == FINE_POS) /* "Lavrov's deputy": the deputy alone */
                at++;
        return at;
}

/* "Assistant to the | President Dan Berg": he is no president. */
static bool is_anothers(const struct document *doc, size_t start, size_t at)
{
        return at > start + 2 && document_is(doc, at - 1, "the") &&
               document_is(doc, at - 2, "to") && doc->tokens[at - 3].capital &&
               doc->tokens[at].capital;
}

/* "Through a spokesman, | Berg denied it": what opens the sentence is somebody else, where the
 * verb follows the name; not "with the mayor, Anna Berg, in town". */
static bool is_by_another(const struct name *name, const struct document *doc, size_t start,
                          size_t at)
{
        size_t behind = name->end;
        const struct token *next;

        while (behind < doc->n_tokens && doc->tokens[behind].upos == UPOS_ADV)
                behind++;
        next = behind < doc->n_tokens ? &doc->tokens[behind] : NULL;
        while (at > start && (is_modifier(doc, at - 1) || doc->tokens[at - 1].upos == UPOS_DET))
                at--;
        return at > start && doc->tokens[at - 1].upos == UPOS_ADP && next &&
               (next->upos == UPOS_VERB || next->upos == UPOS_AUX);
}

/* "the | mayor of Oslo, Kari Brandt": the title before @comma that says of what it is, or
 * @comma. Not in "the wife of the mayor of Oslo, Kari Brandt", who may be she. */
static size_t title_of_realm(const struct document *doc, size_t start, size_t comma,
                             const char **ret_value)
{
        static const char *const links[] = { "of", "for" };
        size_t from = comma - start > REALM_BACK ? comma - REALM_BACK : start, link, at;

        for (link = comma - 1; link > from; link--) {
                const struct token *t = &doc->tokens[link];

                if (document_is_one_of(doc, link, links, ARRAY_SIZE(links)))
                        break;
                if (t->name == NAME_PERSON ||
                    (t->upos != UPOS_NOUN && t->upos != UPOS_PROPN && t->upos != UPOS_ADJ &&
                     t->upos != UPOS_DET && t->fine != FINE_POS))
                        return comma;
        }
        if (link == from || link + 1 == comma)
                return comma;
        at = title_before(doc, start, link, ret_value);
        if (at == link || has_kind(*ret_value, "address"))
                return comma;
        link = extend_left(doc, start, at);
        return link > start && document_is(doc, link - 1, "the") &&
                               (link < start + 2 || doc->tokens[link - 2].upos != UPOS_ADP)
                       ? at
                       : comma;
}

/* "… Secretary of State Antony Blinken", with a comma between or without. */
static void look_before(struct name *name, const struct document *doc)
{
        size_t start = doc->sentences[doc->tokens[name->first].sentence].first;
        size_t end = name->first, at;
        const char *value = NULL;

        if (end > start + 1 && document_is(doc, end - 1, ","))
                end--;
        at = title_before(doc, start, end, &value);
        if (at == end && end < name->first && name->words > 1 &&
            !document_is(doc, name->end, "and"))
                at = title_of_realm(doc, start, end, &value);
        if (at == end || (end < name->first && is_by_another(name, doc, start, at)))
                return;
        if (title_gender(value))
                name->gender = title_gender(value);
        if (has_kind(value, "address"))
                return;
        if (end < name->first && doc->tokens[at].upos == UPOS_VERB)
                return;
        if (is_anothers(doc, start, at))
                at -= 3;
        name->title_first = extend_left(doc, start, at);
        name->title_end = end;
}

static bool ends_apposition(const struct document *doc, size_t i)
{
        static const char *const marks[] = { ",", ".", ";",  "(", ")", "–",
                                             "—", "-", "\"", "”", ":" };
        static const char *const words[] = { "who", "and", "with", "since" };

        return document_is_one_of(doc, i, marks, ARRAY_SIZE(marks)) ||
               doc->tokens[i].upos == UPOS_VERB || doc->tokens[i].upos == UPOS_AUX ||
               document_is_one_of(doc, i, words, ARRAY_SIZE(words));
}

/* "Jan Lind, Finance Minister | Anna Berg, …": the title from @i belongs to the name at @at,
 * and to nobody before it; but not in "spokesman for Minister Berg", "Minister Berg's
 * spokesman". */
static bool is_title_of_next(const struct document *doc, size_t i, size_t at, size_t end)
{
        if (doc->tokens[at].name != NAME_PERSON)
                return false;
        for (; i < at; i++)
                if (doc->tokens[i].upos == UPOS_ADP || document_is(doc, i, "to"))
                        return false;
        for (i = at; at < end && at < i + TITLE_TOKENS_MAX; at++)
                if (doc->tokens[at].name != NAME_PERSON)
                        break;
        return doc->tokens[at - 1].fine != FINE_POS &&
               (at == end || doc->tokens[at].fine != FINE_POS);
}

/* The noun phrase behind "Sergei Lavrov, the": from @i, if it has a title as its head. */
static void look_behind(struct name *name, const struct document *doc)
{
        size_t end = document_sentence_end(doc, name->first);
        size_t i = name->end, at, stop = 0;
        const char *value = NULL, *head = NULL;

        if (i + 1 >= end || !document_is(doc, i, ","))
                return;
        i++;
        if (doc->tokens[i].kind == TOKEN_NUMBER && i + 2 < end && document_is(doc, i + 1, ","))
                i += 2; /* the age */
        if (doc->tokens[i].upos == UPOS_DET)
                i++;
        for (at = i; at < end && at < i + TITLE_TOKENS_MAX && !ends_apposition(doc, at);) {
                size_t n = title_at(doc, at, end, &value);

                if (!n && (stop == at ? is_title_of_next(doc, i, at, end)
                                      : !stop && !is_modifier(doc, at)))
                        return;
                if (n && !stop)
                        head = value;
                stop = n ? at + n : stop;
                at += n ? n : 1;
        }
        if (!head || has_kind(head, "address") || at >= end)
                return;
        if (title_gender(head))
                name->gender = title_gender(head);
        while (at > i &&
               (doc->tokens[at - 1].upos == UPOS_ADP || doc->tokens[at - 1].upos == UPOS_DET ||
                doc->tokens[at - 1].upos == UPOS_ADJ || document_is(doc, at - 1, "to")))
                at--;
        name->title_first = i;
        name->title_end = at;
}

static char first_name_gender(const struct name *name, const struct document *doc)
{
        const char *value = NULL;

        if (name->words < 2)
                return 0;
        /* "Kano Mayor | Anna Berg": what stands before the given name tells nothing */
        for (size_t i = name->first; i + 1 < name->end && !value; i++)
                value = gazetteer_word(&lexicon_first_names, &doc->tokens[i]);
        return value && *value != 'u' ? *value : 0;
}

/* "spokesman Hope Banks": women bear such titles, too. */
static bool is_unisex_title(const struct document *doc, const struct name *name)
{
        for (size_t i = name->title_first; i < name->title_end; i++) {
                const char *word = doc->tokens[i].lower;
                size_t n = strlen(word);

                if (n > 3 && strcmp(word + n - 3, "man") == 0)
                        return true;
        }
        return false;
}

void titles_find(struct names *names, const struct document *doc)
{
        for (size_t i = 0; i < names->n; i++) {
                struct name *name = &names->list[i];

                if (name->type != ENTITY_PERSON)
                        continue;
                look_before(name, doc);
                if (name->title_first == name->title_end)
                        look_behind(name, doc);
                if (!name->gender || (name->gender == 'm' && is_unisex_title(doc, name) &&
                                      first_name_gender(name, doc)))
                        name->gender = first_name_gender(name, doc);
        }
}
