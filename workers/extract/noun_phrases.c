/* noun_phrases - chunks with what is attached to them, and who is meant by them */
#include <string.h>

#include "base/macros.h"
#include "workers/extract/chunks.h"
#include "workers/extract/entities.h"
#include "workers/extract/reporting.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_role_nouns;
extern const struct lexicon lexicon_speech_words;

enum {
        ATTACH_MAX = 3, /* prepositional phrases that belong to one noun phrase */
        BRACKET_TOKENS = 6,
        PLACES_MAX = 12, /* in a list */
};

static bool attaches(const struct document *doc, size_t i)
{
        static const char *const words[] = { "of",     "for",     "at",     "in",    "from",
                                             "on",     "with",    "to",     "near",  "under",
                                             "behind", "against", "around", "about", "within",
                                             "inside", "outside", "among",  "across" };

        return document_is_one_of(doc, i, words, ARRAY_SIZE(words));
}

/* "Secretary of State Antony Blinken": behind the preposition a name follows other words of the
 * chunk, so that the name is the head of all. */
static uint32_t head_with(const struct document *doc, const struct chunk *left,
                          const struct chunk *right)
{
        bool other = false;

        if (doc->tokens[left->head].fine == FINE_NNS)
                return left->head; /* "supporters of President Berg" are not Berg */
        for (uint32_t i = right->first; i < right->end; i++) {
                const struct token *t = &doc->tokens[i];

                if (t->fine == FINE_POS && !document_is(doc, right->first - 1, "of"))
                        break; /* "a spokesman for Norway's Berg" */
                if (t->name == NAME_PERSON && t->name_begins && other && right->head >= i)
                        return right->head;
                if (t->name != NAME_PERSON && t->upos == UPOS_PROPN && t->lower[0] != 'm')
                        other = true;
        }
        return left->head;
}

/* "protesters marching through the streets": the phrase before a participle that goes with it.
 */
static const struct chunk *before_participle(const struct document *doc, const struct chunks *c,
                                             uint32_t first, size_t low)
{
        static const char *const adjectives[] = { "involved", "engaged", "implicated" };
        const struct chunk *verb, *noun;

        if (first < low + 3)
                return NULL;
        if (doc->tokens[first - 1].upos == UPOS_ADP)
                first--;
        verb = chunk_at(c, first - 1);
        if (!verb && first > low + 1 &&
            document_is_one_of(doc, first - 1, adjectives, ARRAY_SIZE(adjectives))) {
                noun = chunk_at(c, first - 2);
                return noun && noun->kind == CHUNK_NOUN && !noun->pronoun && !noun->time ? noun
                                                                                         : NULL;
        }
        if (!verb || verb->kind != CHUNK_VERB || verb->end != first || verb->first <= low ||
            (verb->form != VERB_ING && verb->form != VERB_PARTICIPLE))
                return NULL;
        noun = chunk_at(c, verb->first - 1);
        if (!noun && verb->form == VERB_ING && verb->first > low + 1 &&
            attaches(doc, verb->first - 1)) /* "the rules on paying interns" */
                noun = chunk_at(c, verb->first - 2);
        return noun && noun->kind == CHUNK_NOUN && !noun->pronoun && !noun->time ? noun : NULL;
}

/* Does a clause begin at token @i, so that what stands there is no object? */
static bool begins_clause(const struct document *doc, size_t i, size_t low)
{
        static const char *const marks[] = { ",", "that", ":", "–", "—", "--", ";" };
        const struct token *before;

        if (i <= low)
                return true;
        before = &doc->tokens[i - 1];
        if (document_is(doc, i - 1, "”") || document_is(doc, i - 1, "\"") ||
            document_is(doc, i - 1, "''"))
                return true;
        return before->upos == UPOS_SCONJ || before->upos == UPOS_CCONJ ||
               document_is_one_of(doc, i - 1, marks, ARRAY_SIZE(marks));
}

/* "Berg, | R-Ky., and": a party and a state between commas. */
static bool is_party(const struct document *doc, size_t i)
{
        const char *word = doc->tokens[i].lower;

        return doc->tokens[i].capital && strchr("rdi", word[0]) && word[0] && word[1] == '-';
}

/* Where the brackets open that end before token @i, or @i: there are none. */
static size_t bracket_open(const struct document *doc, size_t i, size_t low)
{
        size_t open = i, dot = i > low + 5 && document_is(doc, i - 2, "."); /* "R-Ky." */

        if (i > low + 4 + dot && document_is(doc, i - 1, ",") &&
            document_is(doc, i - 3 - dot, ",") && is_party(doc, i - 2 - dot))
                return i - 3 - dot;
        if (i < low + 3 || !document_is(doc, i - 1, ")"))
                return i;
        while (open > low && i - open < BRACKET_TOKENS && !document_is(doc, open - 1, "("))
                open--;
        return open > low + 1 && document_is(doc, open - 1, "(") ? open - 1 : i;
}

/* "the Asia Forum (AF) ministers": what brackets part is one phrase. */
static struct phrase over_brackets(const struct document *doc, const struct chunks *c,
                                   struct phrase p, size_t low)
{
        size_t open = bracket_open(doc, p.first, low);
        const struct chunk *left = open < p.first ? chunk_at(c, open - 1) : NULL;

        if (left && left->kind == CHUNK_NOUN && !left->pronoun && !left->time)
                p.first = left->first;
        return p;
}

/* "developers and supporters in Congress", "experts on North Korea and on Iran": what "and"
 * joins is one subject where it begins the clause. */
static struct phrase with_conjuncts(const struct document *doc, const struct chunks *c,
                                    struct phrase p, size_t low)
{
        const struct chunk *left, *outer;

        if (p.first < low + 2 || !document_is(doc, p.first - 1, "and"))
                return p;
        left = chunk_at(c, bracket_open(doc, p.first - 1, low) - 1);
        if (!left || left->kind != CHUNK_NOUN || left->relative || left->time)
                return p;
        if (left->pronoun && doc->tokens[p.head].fine != FINE_NNS &&
            doc->tokens[p.head].upos != UPOS_PROPN)
                return p; /* "She and her children", not "It and the road" */
        if (begins_clause(doc, left->first, low)) {
                p.first = left->first;
                return p;
        }
        if (left->first < low + 2 || !attaches(doc, left->first - 1))
                return p;
        outer = chunk_at(c, left->first - 2);
        if (outer && outer->kind == CHUNK_NOUN && !outer->pronoun &&
            begins_clause(doc, outer->first, low)) {
                p.first = outer->first;
                if (head_with(doc, outer, left) == outer->head)
                        p.head = outer->head;
        }
        return p;
}

/* "officials | in Oslo, Vik and Bergen": a list of places that ends the phrase is none of its
 * own. */
static struct phrase with_places(const struct document *doc, const struct chunks *c,
                                 struct phrase p, size_t low)
{
        const struct chunk *left;
        uint32_t first = p.first;

        if (doc->tokens[p.head].name != NAME_PLACE || p.end < p.first + 3)
                return p;
        for (unsigned n = 0; n < PLACES_MAX && first >= low + 2; n++) {
                left = chunk_at(c, first - 2);
                if (!left || left->kind != CHUNK_NOUN || left->end != first - 1)
                        return p;
                if (attaches(doc, first - 1) && doc->tokens[left->head].fine == FINE_NNS)
                        return (struct phrase){ left->first, p.end, left->head };
                if (!document_is(doc, first - 1, ",") ||
                    doc->tokens[left->head].name != NAME_PLACE)
                        return p;
                first = left->first;
        }
        return p;
}

/* "raids | on ships and on | a tram": the first of two that the same word ties. */
static uint32_t over_same_tie(const struct document *doc, const struct chunks *c, uint32_t at,
                              size_t low)
{
        const struct chunk *k =
                at > low + 3 && document_is(doc, at - 1, "and") ? chunk_at(c, at - 2) : NULL;

        return k && k->kind == CHUNK_NOUN && k->first > low + 1 &&
                               document_is(doc, k->first - 1, doc->tokens[at].lower)
                       ? k->first - 1
                       : at;
}

/* "someone | in the room", "those | in the hall": pronouns that others say more of. */
static bool is_somebody(const struct document *doc, const struct chunk *k)
{
        static const char *const words[] = { "someone",   "somebody", "anyone", "everyone",
                                             "everybody", "those",    "nobody" };

        return document_is_one_of(doc, k->head, words, ARRAY_SIZE(words));
}

struct phrase phrase_before(const struct document *doc, const struct chunks *c, size_t token)
{
        const struct chunk *right, *left;
        struct phrase p;
        size_t low;

        if (!token || token > doc->n_tokens)
                return PHRASE_NONE;
        right = chunk_at(c, token - 1);
        if (!right || right->kind != CHUNK_NOUN || right->end != token)
                return PHRASE_NONE;
        p = (struct phrase){ right->first, right->end, right->head };
        low = chunk_reach_low(doc, token - 1);
        for (unsigned i = 0; i < ATTACH_MAX && p.first >= low + 2 && !right->pronoun; i++) {
                uint32_t at = p.first - 1;

                if (!attaches(doc, at))
                        break;
                if (at >= low + 3 && doc->tokens[at - 1].upos == UPOS_CCONJ &&
                    attaches(doc, at - 2))
                        at -= 2; /* "critics inside and outside the army" */
                at = over_same_tie(doc, c, at, low);
                left = chunk_at(c, at - 1);
                if (!left || left->kind != CHUNK_NOUN || left->time ||
                    (left->pronoun && !is_somebody(doc, left)))
                        break;
                if (p.head == right->head)
                        p.head = head_with(doc, left, right);
                else
                        p.head = left->head;
                p.first = left->first;
                if (p.head == right->head)
                        continue;
                right = left;
        }
        p = over_brackets(doc, c, p, low);
        p = with_places(doc, c, with_conjuncts(doc, c, p, low), low);
        left = before_participle(doc, c, p.first, low);
        if (left && !right->pronoun) {
                p.first = left->first;
                p.head = left->head;
        }
        return p;
}

/* "guild chairman | and chief executive Anna Berg": two offices of one person. */
static struct phrase with_office(const struct document *doc, const struct chunks *c,
                                 struct phrase p, size_t high)
{
        const struct chunk *left = chunk_at(c, p.first), *right;
        const struct token *head = &doc->tokens[p.head];

        if (p.end + 2 >= high || !document_is(doc, p.end, "and") || p.end != left->end ||
            head->fine != FINE_NN || head->name != NAME_NONE || !noun_is_person(head) ||
            doc->tokens[p.first].upos == UPOS_DET || doc->tokens[p.first].fine == FINE_PRPS ||
            doc->tokens[p.first].upos == UPOS_NUM)
                return p;
        right = chunk_at(c, p.end + 1);
        if (!right || right->kind != CHUNK_NOUN || right->first != p.end + 1 ||
            doc->tokens[right->head].name != NAME_PERSON ||
            doc->tokens[right->first].name != NAME_NONE ||
            doc->tokens[right->first].upos == UPOS_DET)
                return p;
        return (struct phrase){ p.first, right->end, right->head };
}

struct phrase phrase_after(const struct document *doc, const struct chunks *c, size_t token)
{
        const struct chunk *left, *right;
        struct phrase p;
        size_t high;

        if (token >= doc->n_tokens)
                return PHRASE_NONE;
        left = chunk_at(c, token);
        if (!left || left->kind != CHUNK_NOUN || left->first != token)
                return PHRASE_NONE;
        p = (struct phrase){ left->first, left->end, left->head };
        high = chunk_reach_high(doc, token);
        for (unsigned i = 0; i < ATTACH_MAX && p.end + 1 < high && !left->pronoun; i++) {
                if (!attaches(doc, p.end))
                        break;
                right = chunk_at(c, p.end + 1);
                if (!right || right->kind != CHUNK_NOUN || right->pronoun || right->time ||
                    right->first != p.end + 1)
                        break;
                p.head = head_with(doc, left, right);
                p.end = right->end;
                if (p.head != left->head)
                        break;
        }
        return with_office(doc, c, p, high);
}

struct phrase chunk_possessor(const struct document *doc, const struct chunk *k)
{
        for (uint32_t i = k->first + 1; i < k->head; i++)
                if (doc->tokens[i].fine == FINE_POS)
                        return (struct phrase){ k->first, i, i - 1 };
        if (doc->tokens[k->first].fine == FINE_PRPS)
                return (struct phrase){ k->first, k->first + 1, k->first };
        return PHRASE_NONE;
}

struct span phrase_span(const struct document *doc, struct phrase p)
{
        if (phrase_is_none(p))
                return SPAN_NONE;
        return (struct span){ doc->tokens[p.first].start, doc->tokens[p.end - 1].end };
}

static bool is_definite(const struct document *doc, struct phrase p)
{
        const struct token *t = &doc->tokens[p.first];

        return t->upos == UPOS_PRON || t->fine == FINE_PRPS ||
               document_is(doc, p.first, "the") || document_is(doc, p.first, "this") ||
               document_is(doc, p.first, "that") || t->upos == UPOS_PROPN;
}

int phrase_entity(const struct document *doc, struct phrase p)
{
        int entity;

        if (phrase_is_none(p))
                return NONE;
        entity = entities_at(doc, doc->tokens[p.head].start);
        if (entity != NONE || !is_definite(doc, p))
                return entity;
        return entities_resolve(doc, phrase_span(doc, p));
}

/* "According to a guard, Berg left": the name is no apposition, it has a verb of its own. */
static bool opens_clause(const struct document *doc, struct phrase p)
{
        size_t i = p.end;

        while (i < doc->n_tokens && doc->tokens[i].upos == UPOS_ADV)
                i++;
        return i < doc->n_tokens && doc->tokens[i].sentence == doc->tokens[p.head].sentence &&
               (doc->tokens[i].upos == UPOS_VERB || doc->tokens[i].upos == UPOS_AUX);
}

/* "a spokeswoman for | the eldest Democrat | of the guild": somebody in a phrase beside its
 * head
 */
static bool is_tied_to_somebody(const struct document *doc, const struct chunks *c,
                                struct phrase p)
{
        for (uint32_t i = p.head + 1; i < p.end; i++) {
                const struct chunk *k = chunk_at(c, i);

                if (k && k->head != p.head &&
                    (noun_is_person(&doc->tokens[k->head]) ||
                     document_is_of(doc, k->head, &lexicon_speech_words, "many")))
                        return true;
        }
        return false;
}

/* "a spokeswoman for the senator, | Sen. Berg": whoever speaks for another has no such office
 * himself, unlike "the widow of the governor, Dr. Berg". */
static bool is_office_of_other(const struct token *head, const struct token *title)
{
        static const char *const offices[] = { "rep.", "sen.", "gov." };

        return title->capital && title->name == NAME_NONE &&
               word_is_one_of(title->lower, offices, ARRAY_SIZE(offices)) &&
               (strcmp(head->lemma, "aide") == 0 ||
                lexicon_has(&lexicon_role_nouns, head->lemma, "mouth-of-person"));
}

/* "a spokeswoman for the eldest Democrat, Rep. Berg": is the name with an office, or of another
 * gender, at @next that of whom the phrase @p is tied to? */
static bool names_other(const struct document *doc, const struct chunks *c, struct phrase p,
                        struct phrase next)
{
        const struct token *t = &doc->tokens[next.first];
        char gender = noun_gender(&doc->tokens[p.head]);
        int entity = phrase_entity(doc, next);
        char other = entity == NONE ? 0 : doc->x->entities[entity].gender;

        return ((gender && other && gender != other) ||
                is_office_of_other(&doc->tokens[p.head], t)) &&
               is_tied_to_somebody(doc, c, p);
}

int phrase_referent(const struct document *doc, const struct chunks *c, struct phrase p)
{
        int entity = phrase_entity(doc, p);
        struct phrase next;

        if (entity != NONE || phrase_is_none(p) || !document_is(doc, p.end, ",") ||
            is_document_noun(doc, p.head)) /* "according to the papers, Berg likely faces" */
                return entity;
        next = phrase_after(doc, c, p.end + 1);
        if (phrase_is_none(next) || doc->tokens[next.head].name != NAME_PERSON ||
            opens_clause(doc, next) || names_other(doc, c, p, next))
                return NONE;
        return phrase_entity(doc, next);
}
