/* trim - where a name begins and ends
 *
 * The tagger is vague at the edges of names: titles, articles, possessives, verbs and
 * neighbours hang on to them. What is cut off here may be another name: the finder looks at it
 * again.
 */
#include <stdio.h>
#include <string.h>

#include "base/macros.h"
#include "workers/extract/names.h"
#include "workers/text/gazetteer.h"

extern const struct lexicon lexicon_noun_kinds;
extern const struct lexicon lexicon_number_company;
extern const struct lexicon lexicon_other_heads;
extern const struct lexicon lexicon_place_heads;
extern const struct lexicon lexicon_compound_words;
extern const struct lexicon lexicon_state_abbreviations;

enum { PARTY_STATE_MAX = 16 };

/* "Meretz party", "United States Court": the last word says that it is a body. */
static bool is_body_by_head(const struct document *doc, const struct name *name)
{
        const char *sure =
                name->end - name->first > 1
                        ? lexicon_get(&lexicon_org_heads, doc->tokens[name->end - 1].lower)
                        : NULL;

        return sure && strcmp(sure, "sure") == 0;
}

/* Cuts what is no part of a name: articles, a possessive's 's, marks. */
static void trim_marks(const struct document *doc, struct name *name)
{
        static const char *const outside[] = {
                "a", "an", "of", "in", "'s", "'", "’", "\"", ",",
                ".", "-",  "–",  "—",  "--", "“", "”", "(",  ")"
        };
        bool cut = true;

        while (cut && name->first < name->end) {
                cut = false;
                /* "The" with its capital is the tagger's to judge: "The Hague". */
                if (document_is(doc, name->first, "the") && !doc->tokens[name->first].capital) {
                        name->first++;
                        cut = true;
                }
                for (size_t k = 0; k < ARRAY_SIZE(outside) && name->first < name->end; k++) {
                        if (document_is(doc, name->first, outside[k])) {
                                name->first++;
                                cut = true;
                        } else if (document_is(doc, name->end - 1, outside[k])) {
                                name->end--;
                                cut = true;
                        }
                }
        }
}

/* Is the title at @i no name of a person too, as "Judge" and "King" are? */
static bool is_plain_title(const struct document *doc, size_t i, size_t n)
{
        return n > 1 || (!gazetteer_word(&lexicon_surnames, &doc->tokens[i]) &&
                         !gazetteer_word(&lexicon_first_names, &doc->tokens[i]));
}

/* "Dover Mayor | Ann Lee": a given name and what follows it begin a name, whatever stands
 * before.
 */
static bool is_before_full_name(const struct document *doc, size_t i, size_t end)
{
        return i + 1 < end && doc->tokens[i].capital && doc->tokens[i + 1].capital &&
               gazetteer_word(&lexicon_first_names, &doc->tokens[i]);
}

/* "Russian President | Vladimir Putin", "Springfield Police Chief | Ann Lee": where the name
 * proper begins. */
static size_t behind_titles(const struct document *doc, const struct name *name)
{
        size_t proper = name->first, n;
        const char *value, *kind;
        bool leading = true;

        for (size_t at = name->first; at < name->end; at += n) {
                n = title_at(doc, at, name->end, &value);
                if (n && (leading || ((is_plain_title(doc, at, n) ||
                                       is_before_full_name(doc, at + n, name->end)) &&
                                      lexicon_column(value, 0, &kind) == strlen("office"))))
                        proper = at + n;
                else if (!n && !title_country(doc, at, name->end, &n))
                        leading = false;
                n = n ? n : 1;
        }
        return proper;
}

/* "Speaker of the | House | Ann Lee": the chamber belongs to the title. */
static bool is_of_house(const struct document *doc, const struct name *name)
{
        size_t i = name->first;

        return i > 2 && name->end - i > 1 && name->type == ENTITY_PERSON &&
               (document_is(doc, i, "house") || document_is(doc, i, "senate")) &&
               document_is(doc, i - 1, "the") && document_is(doc, i - 2, "of") &&
               lexicon_get(&lexicon_titles, doc->tokens[i - 3].lower);
}

/* Titles are no part of a person's name; a title alone is no name at all. */
static void trim_titles(const struct document *doc, struct name *name)
{
        size_t proper = behind_titles(doc, name);
        const char *value, *kind;
        bool addressed;

        if (proper == name->first && is_of_house(doc, name))
                proper++;
        if (proper == name->first)
                return;
        addressed = title_at(doc, name->first, name->end, &value) == 1 &&
                    lexicon_column(value, 0, &kind) == strlen("address");
        if (addressed && proper < name->end) {
                name->type = ENTITY_PERSON;
                name->addressed = true;
        }
        /* A player may be named Player, if the tagger is sure of it. */
        if (proper == name->end && name->type == ENTITY_PERSON &&
            name->confidence >= NAME_SURE && name->end - name->first == 1)
                return;
        if (proper == name->end ? name->type != ENTITY_PLACE ||
                                          !place_find(doc, name->first, name->end).known
                                : name->type == ENTITY_PERSON)
                name->first = proper;
}

static bool is_large(const struct place_link *place)
{
        return place->country || place->capital;
}

/* "Russian | Washington", "Kiev | of the Minsk": the tagger ran a place and its neighbour
 * together.
 */
static void part_place(const struct document *doc, struct name *name)
{
        struct place_link rest;
        size_t n = 0;

        if (name->type == ENTITY_PERSON || name->end - name->first < 2)
                return;
        rest = place_find(doc, name->first + 1, name->end);
        if (name->type == ENTITY_PLACE && !place_find(doc, name->first, name->end).known &&
            lexicon_get(&lexicon_demonyms, doc->tokens[name->first].lower) && rest.known &&
            is_large(&rest)) {
                name->first++;
                return;
        }
        for (n = 1; n < name->end - name->first && n < PHRASE_TOKENS_MAX; n++) {
                struct place_link place;

                if (doc->tokens[name->first + n].upos != UPOS_ADP)
                        continue;
                place = place_find(doc, name->first, name->first + n);
                if (is_large(&place)) {
                        name->end = name->first + n;
                        name->type = ENTITY_PLACE;
                }
                return;
        }
}

/* "Byron | composed Thyrza": a verb ends a name; words in lower case end none ("British
 * forces").
 */
static void trim_lower(const struct document *doc, struct name *name)
{
        for (size_t i = name->first + 1; i < name->end; i++) {
                const struct token *t = &doc->tokens[i];

                if (!t->capital && (t->upos == UPOS_VERB || t->upos == UPOS_AUX))
                        name->end = i;
        }
        while (name->end > name->first + 1 && !doc->tokens[name->first].capital &&
               doc->tokens[name->first].kind == TOKEN_WORD &&
               doc->tokens[name->first].upos != UPOS_PROPN &&
               doc->tokens[name->first].upos != UPOS_NOUN)
                name->first++;
        while (name->end > name->first + 1 && !doc->tokens[name->end - 1].capital &&
               doc->tokens[name->end - 1].kind == TOKEN_WORD &&
               !name_has_article(doc, name->end - 1))
                name->end--;
}

/* "Bundeskanzlerin | Angela Merkel": titles of other languages stand in no list, given names
 * do. */
static void trim_to_given_name(const struct document *doc, struct name *name)
{
        for (size_t i = name->first; i + 1 < name->end; i++)
                if (gazetteer_word(&lexicon_first_names, &doc->tokens[i])) {
                        name->first = i;
                        return;
                }
}

static bool is_dash(const struct document *doc, size_t i)
{
        return doc->tokens[i].start > doc->tokens[i - 1].end &&
               (document_is(doc, i, "--") || document_is(doc, i, "–") ||
                document_is(doc, i, "—") ||
                (document_is(doc, i, "-") && i + 1 < doc->n_tokens &&
                 doc->tokens[i + 1].start > doc->tokens[i].end));
}

/* "UNITED NATIONS | -- The United Nations": where two texts meet. */
static void trim_seams(const struct document *doc, struct name *name)
{
        for (size_t i = name->first + 1; i < name->end; i++)
                if (is_dash(doc, i))
                        name->end = i;
}

/* What stands behind the last hyphen of a word with a capital; NULL: none. */
static const char *behind_hyphen(const struct token *t)
{
        const char *hyphen = t->capital ? strrchr(t->lower, '-') : NULL;

        return hyphen && hyphen > t->lower && hyphen[1] ? hyphen + 1 : NULL;
}

/* "R-Ky.", "D-NY": of which party and state the one before it is. */
static bool is_party_tag(const struct token *t)
{
        char state[PARTY_STATE_MAX];

        if (!strchr("rdi", t->lower[0]) || t->lower[1] != '-' ||
            (size_t)snprintf(state, sizeof(state), "%s.", t->lower + 2) >= sizeof(state))
                return false;
        return (t->all_capital && strlen(t->lower) == strlen("D-NY")) ||
               lexicon_get(&lexicon_state_abbreviations, state) ||
               lexicon_get(&lexicon_state_abbreviations, t->lower + 2) ||
               lexicon_get(&lexicon_places, t->lower + 2);
}

/* "Ostrin-based", "Berg-era", and at the end of a name "the Finland-Norway | border" name
 * nobody by themselves. */
static bool is_compound(const struct token *t, bool ends)
{
        const char *last = behind_hyphen(t);

        if (!last || lexicon_get(&lexicon_countries, t->lower) ||
            lexicon_get(&lexicon_places, t->lower))
                return false;
        return is_party_tag(t) || lexicon_get(&lexicon_compound_words, last) ||
               (ends && lexicon_get(&lexicon_countries, last));
}

/* What a compound stands before may be a name without it: "the Labour-led | Senate". A person
 * may be called like a country: "Anna Berg-Jordan". */
static void trim_compounds(const struct document *doc, struct name *name)
{
        size_t last = name->type == ENTITY_PERSON ? 0 : name->end;

        for (size_t i = name->end; i > name->first; i--) {
                if (is_compound(&doc->tokens[i - 1], i == last)) {
                        name->first = i;
                        return;
                }
        }
}

/* "a California | Democrat" is somebody of that state, and no state. */
static void trim_member(const struct document *doc, struct name *name)
{
        static const char *const parties[] = { "democrat", "republican" };
        size_t n;

        if (name->end - name->first < 2 ||
            !document_is_one_of(doc, name->end - 1, parties, ARRAY_SIZE(parties)) ||
            !gazetteer_find(&lexicon_places, doc, name->first, name->end - 1, &n) ||
            n != name->end - 1 - name->first)
                return;
        name->end--;
        name->type = ENTITY_PLACE;
}

/* "in Virginia | Tuesday": American papers put the day behind the place without a word. A
 * person's name of two words may end so ("Joe Friday"). */
static void trim_weekday(const struct document *doc, struct name *name)
{
        static const char *const days[] = { "monday", "tuesday",  "wednesday", "thursday",
                                            "friday", "saturday", "sunday" };
        size_t n = name->end - name->first;
        const char *head = n > 2 ? doc->tokens[name->end - 2].lower : "";
        bool body = lexicon_get(&lexicon_org_heads, head) ||
                    lexicon_get(&lexicon_place_heads, head); /* "Bible Church | Friday" */

        if ((name->type == ENTITY_PLACE || (name->type == ENTITY_PERSON && n > 2) ||
             (name->type == ENTITY_ORGANIZATION && body)) &&
            document_is_one_of(doc, name->end - 1, days, ARRAY_SIZE(days)))
                name->end--;
}

/* "“…,” Said Anna Berg:": behind words in marks, or at the head of what introduces them, it is
 * the verb, if somebody may be called so elsewhere ("Said Khatib left"). */
static void trim_said(const struct document *doc, struct name *name)
{
        static const char *const before[] = { "\"", "”", "''", "’" }, *const behind[] = { ":",
                                                                                          ".",
                                                                                          "," };
        static const char *const verbs[] = { "said", "says", "added", "asked" };
        const struct sentence *s = &doc->sentences[doc->tokens[name->first].sentence];

        if (name->type != ENTITY_PERSON || name->end - name->first < 2 ||
            !document_is_one_of(doc, name->first, verbs, ARRAY_SIZE(verbs)) ||
            !document_is_one_of(doc, name->end, behind, ARRAY_SIZE(behind)))
                return;
        if (name->first == s->first ||
            document_is_one_of(doc, name->first - 1, before, ARRAY_SIZE(before)))
                name->first++;
}

/* "the Department of | War", "the Museum of the Great | War": a body is called after its
 * matter; but "the Freedom of Information | Act". */
static bool is_matter(const struct document *doc, const struct name *name, bool law)
{
        size_t last = name->end - 1;

        for (size_t i = name->first + 1; i < last; i++)
                if ((doc->tokens[i].upos == UPOS_ADP || document_is(doc, i, "to")) &&
                    (!law || i + 1 == last ||
                     (i + 2 == last && document_is(doc, i + 1, "the"))))
                        return true;
        return false;
}

/* "USS Constitution" */
static bool is_ship(const struct document *doc, size_t i)
{
        static const char *const words[] = { "uss", "hms", "hmas", "hmcs", "usns" };

        return document_is_one_of(doc, i, words, ARRAY_SIZE(words));
}

bool name_is_deed(const struct document *doc, const struct name *name)
{
        const char *value = lexicon_get(&lexicon_other_heads, doc->tokens[name->end - 1].lower);

        return name->end - name->first > 1 && name->type != ENTITY_PERSON &&
               lexicon_value_has(value, "sure") && !is_ship(doc, name->first) &&
               !is_matter(doc, name, lexicon_value_has(value, "law"));
}

/* "W. 32nd Ave.", "Channel 4": no person has a number. */
static void heed_number(const struct document *doc, struct name *name)
{
        bool number = false;

        for (size_t i = name->first; i < name->end; i++)
                number = number ||
                         (doc->tokens[i].lower[0] >= '0' && doc->tokens[i].lower[0] <= '9');
        if (number && name->type == ENTITY_PERSON)
                name->type = lexicon_has(&lexicon_number_company,
                                         doc->tokens[name->end - 1].lower, "street")
                                     ? ENTITY_PLACE
                                     : ENTITY_OTHER;
}

/* "Jan Lind | (D", "Jan Lind | , R": of which party is no part of the name. */
static void trim_party(const struct document *doc, struct name *name)
{
        if (name->type != ENTITY_PERSON)
                return;
        for (size_t i = name->first + 1; i + 1 < name->end; i++)
                if ((document_is(doc, i, "(") || document_is(doc, i, ",")) &&
                    strchr("dri", doc->tokens[i + 1].lower[0]) &&
                    (!doc->tokens[i + 1].lower[1] || doc->tokens[i + 1].lower[1] == '.' ||
                     doc->tokens[i + 1].lower[1] == '-')) {
                        name->end = i;
                        return;
                }
}

/* "Democrat | Jan Lind", "Plumber | Jan Lind": neither the party nor the trade is a given name;
 * "Christian" and "Mason" may be. */
static void trim_trade(const struct document *doc, struct name *name)
{
        const struct token *t = &doc->tokens[name->first];
        const char *kind = lexicon_get(&lexicon_noun_kinds, t->lower);
        size_t n = 0;

        if (name->type == ENTITY_PERSON && name->end - name->first > 2 &&
            gazetteer_word(&lexicon_first_names, t + 1) &&
            !gazetteer_word(&lexicon_first_names, t) &&
            ((kind && strcmp(kind, "person") == 0) ||
             gazetteer_find(&lexicon_demonyms, doc, name->first, name->first + 1, &n)))
                name->first++;
}

/* Is it a word that begins a title and no name of a body, "House | Minority"? */
static bool opens_office(const struct document *doc, size_t i)
{
        static const char *const words[] = { "majority", "minority", "prime",
                                             "vice",     "deputy",   "foreign" };

        return document_is_one_of(doc, i, words, ARRAY_SIZE(words));
}

/* "House | Minority | Leader": a title that begins in the name and ends behind it is none of
 * it; of "the Russian | Foreign | Minister" nothing is left, as a nation is no name. */
static void trim_office(const struct document *doc, struct name *name)
{
        const char *value;
        size_t last = name->end - 1, n = 0;

        if (!opens_office(doc, last) ||
            last + title_at(doc, last, document_sentence_end(doc, last), &value) <= name->end)
                return;
        name->end = last;
        if (name->first < last &&
            gazetteer_find(&lexicon_demonyms, doc, name->first, last, &n) &&
            name->first + n == last)
                name->end = name->first;
}

void name_trim(struct name *name, const struct document *doc)
{
        if (is_body_by_head(doc, name))
                name->type = ENTITY_ORGANIZATION;
        trim_office(doc, name);
        if (name->first == name->end)
                return;
        if (name_is_deed(doc, name)) {
                name->type = ENTITY_OTHER;
                if (name->confidence < NAME_SURE)
                        name->confidence = NAME_SURE;
        }
        heed_number(doc, name);
        trim_trade(doc, name);
        trim_party(doc, name);
        trim_seams(doc, name);
        trim_compounds(doc, name);
        trim_said(doc, name);
        trim_weekday(doc, name);
        trim_member(doc, name);
        trim_lower(doc, name);
        trim_marks(doc, name);
        if (name->first < name->end)
                trim_titles(doc, name);
        if (!doc->english && name->type == ENTITY_PERSON)
                trim_to_given_name(doc, name);
        if (name->first < name->end)
                part_place(doc, name);
}
