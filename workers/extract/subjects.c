/* subjects - noun phrases around a verb, and whose subject they are */
#include <string.h>

#include "workers/extract/chunks.h"
#include "workers/extract/entities.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_source_nouns;

enum {
        ATTACH_MAX = 3, /* prepositional phrases that belong to one noun phrase */
        BRACKET_TOKENS = 6,
        HOPS_MAX = 4, /* verbs through which a subject is shared */
};

static const struct sentence *sentence_of(const struct document *doc, size_t token)
{
        return &doc->sentences[doc->tokens[token].sentence];
}

static size_t lowest(const struct document *doc, size_t token)
{
        size_t first = sentence_of(doc, token)->first;

        return token - first > CHUNK_REACH ? token - CHUNK_REACH : first;
}

static size_t highest(const struct document *doc, size_t token)
{
        size_t end = sentence_of(doc, token)->end;

        return end - token > CHUNK_REACH ? token + CHUNK_REACH : end;
}

static bool is_one_of(const struct document *doc, size_t i, const char *const *words, size_t n)
{
        for (size_t k = 0; k < n; k++)
                if (document_is(doc, i, words[k]))
                        return true;
        return false;
}

static bool attaches(const struct document *doc, size_t i)
{
        static const char *const words[] = { "of",     "for",     "at",     "in",    "from",
                                             "on",     "with",    "to",     "near",  "under",
                                             "behind", "against", "around", "about", "within" };

        return is_one_of(doc, i, words, ARRAY_SIZE(words));
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
        const struct chunk *verb, *noun;

        if (first < low + 3)
                return NULL;
        if (doc->tokens[first - 1].upos == UPOS_ADP)
                first--;
        verb = chunk_at(c, first - 1);
        if (!verb || verb->kind != CHUNK_VERB || verb->end != first || verb->first <= low ||
            (verb->form != VERB_ING && verb->form != VERB_PARTICIPLE))
                return NULL;
        noun = chunk_at(c, verb->first - 1);
        return noun && noun->kind == CHUNK_NOUN && !noun->pronoun && !noun->time ? noun : NULL;
}

/* Does a clause begin at token @i, so that what stands there is no object? */
static bool begins_clause(const struct document *doc, size_t i, size_t low)
{
        const struct token *before;

        if (i <= low)
                return true;
        before = &doc->tokens[i - 1];
        return before->upos == UPOS_SCONJ || before->upos == UPOS_CCONJ ||
               document_is(doc, i - 1, ",") || document_is(doc, i - 1, "that") ||
               document_is(doc, i - 1, ":");
}

/* "developers and supporters in Congress", "experts on North Korea and on Iran": what "and"
 * joins is one subject where it begins the clause. */
static struct phrase with_conjuncts(const struct document *doc, const struct chunks *c,
                                    struct phrase p, size_t low)
{
        const struct chunk *left, *outer;

        if (p.first < low + 2 || !document_is(doc, p.first - 1, "and"))
                return p;
        left = chunk_at(c, p.first - 2);
        if (!left || left->kind != CHUNK_NOUN || left->pronoun || left->time)
                return p;
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

/* "the Asia Forum (AF) ministers": what brackets part is one phrase. */
static struct phrase over_brackets(const struct document *doc, const struct chunks *c,
                                   struct phrase p, size_t low)
{
        const struct chunk *left;
        size_t i = p.first;

        if (i < low + 3 || !document_is(doc, i - 1, ")"))
                return p;
        while (i > low && p.first - i < BRACKET_TOKENS && !document_is(doc, i - 1, "("))
                i--;
        if (i < low + 2 || !document_is(doc, i - 1, "("))
                return p;
        left = chunk_at(c, i - 2);
        if (left && left->kind == CHUNK_NOUN && !left->pronoun && !left->time)
                p.first = left->first;
        return p;
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
        low = lowest(doc, token - 1);
        for (unsigned i = 0; i < ATTACH_MAX && p.first >= low + 2 && !right->pronoun; i++) {
                if (!attaches(doc, p.first - 1))
                        break;
                left = chunk_at(c, p.first - 2);
                if (!left || left->kind != CHUNK_NOUN || left->pronoun || left->time)
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
        p = with_conjuncts(doc, c, p, low);
        left = before_participle(doc, c, p.first, low);
        if (left && !right->pronoun) {
                p.first = left->first;
                p.head = left->head;
        }
        return p;
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
        high = highest(doc, token);
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
        return p;
}

/* What a step to the left finds: a phrase, or a verb whose subject it shares, or nothing. */
struct step {
        struct phrase found;
        const struct chunk *verb;
};

/* The nearest verb group before @token that @accept takes. */
static const struct chunk *verb_before(const struct document *doc, const struct chunks *c,
                                       size_t token, bool finite)
{
        size_t low = lowest(doc, token);

        for (size_t i = token; i > low; i--) {
                const struct chunk *k = chunk_at(c, i - 1);

                if (!k)
                        continue;
                if (k->kind == CHUNK_VERB && (!finite || k->form == VERB_FINITE))
                        return k;
                i = k->first + 1;
        }
        return NULL;
}

/* The first finite verb group from @token on, in the sentence of the token before it. */
static const struct chunk *verb_after(const struct document *doc, const struct chunks *c,
                                      size_t token)
{
        size_t high = highest(doc, token - 1);

        for (size_t i = token; i < high; i++) {
                const struct chunk *k = chunk_at(c, i);

                if (k && k->kind == CHUNK_VERB && k->form == VERB_FINITE)
                        return k;
        }
        return NULL;
}

static bool opens_parenthesis(const struct document *doc, const struct chunks *c, size_t i)
{
        const struct chunk *k = chunk_at(c, i);
        const struct token *t = &doc->tokens[i];

        if (k && k->kind == CHUNK_VERB)
                return k->form == VERB_ING || k->form == VERB_PARTICIPLE;
        return k || t->upos == UPOS_ADP || t->upos == UPOS_ADV || t->upos == UPOS_SCONJ ||
               t->upos == UPOS_PRON || t->upos == UPOS_NUM || t->upos == UPOS_DET ||
               t->upos == UPOS_ADJ;
}

/* "of Lindholm, | Vt.", "34", "sold her boats in Skagen": what stands between commas behind a
 * name, and is no subject. */
static bool is_whereabouts(const struct document *doc, const struct chunks *c, struct phrase p,
                           size_t low)
{
        const struct token *head = &doc->tokens[p.head];
        const struct chunk *before = p.first > low ? chunk_at(c, p.first - 1) : NULL;
        bool cut_short = p.end == p.first + 1 && strchr(head->lower, '.'); /* "Vt." */

        if (p.first <= low)
                return false;
        return doc->tokens[p.first - 1].upos == UPOS_ADP ||
               (before && before->kind == CHUNK_VERB) ||
               (document_is(doc, p.first - 1, ",") &&
                (head->name == NAME_PLACE || head->kind == TOKEN_NUMBER || cut_short));
}

/* "Berg, | head of the Road Union, a body of drivers, said": of the words that describe a
 * person, the person. */
static struct phrase whom_it_describes(const struct document *doc, const struct chunks *c,
                                       struct phrase p, size_t low)
{
        const struct chunk *left;

        if (p.first < low + 2 || !document_is(doc, p.first - 1, ",") ||
            doc->tokens[p.head].name != NAME_NONE)
                return p;
        left = chunk_at(c, p.first - 2);
        if (!left || left->kind != CHUNK_NOUN || left->end != p.first - 1 ||
            doc->tokens[left->head].name != NAME_PERSON)
                return p;
        return phrase_before(doc, c, left->end);
}

/* "Lavrov, the foreign minister, said": what stands before the comma that opens what the comma
 * at @token closes. */
static struct phrase over_parenthesis(const struct document *doc, const struct chunks *c,
                                      size_t token)
{
        size_t low = lowest(doc, token);
        struct phrase nearest = PHRASE_NONE, p;

        for (size_t i = token; i > low + 1; i--) {
                const struct chunk *before;

                if (!document_is(doc, i - 1, ",") && !document_is(doc, i - 1, "–") &&
                    !document_is(doc, i - 1, "—") && !document_is(doc, i - 1, "("))
                        continue;
                before = chunk_at(c, i - 2);
                if (!before || before->kind != CHUNK_NOUN || before->time ||
                    before->end != i - 1 || !opens_parenthesis(doc, c, i))
                        continue;
                p = phrase_before(doc, c, i - 1);
                if (!is_whereabouts(doc, c, p, low))
                        return whom_it_describes(doc, c, p, low);
                if (phrase_is_none(nearest))
                        nearest = p;
        }
        return nearest;
}

static bool closes_parenthesis(const struct document *doc, size_t i)
{
        static const char *const marks[] = { ",", "–", "—", ")" };

        return is_one_of(doc, i, marks, ARRAY_SIZE(marks));
}

static bool is_quote_mark(const struct document *doc, size_t i)
{
        static const char *const marks[] = { "\"", "“", "”", "„", "«", "»", "''", "``" };

        return is_one_of(doc, i, marks, ARRAY_SIZE(marks));
}

/* Adverbs, and "on Thursday", between a subject and its verb. */
static size_t skip_adverbs(const struct document *doc, const struct chunks *c, size_t token)
{
        size_t low = lowest(doc, token ? token - 1 : 0);

        while (token > low) {
                const struct chunk *k = chunk_at(c, token - 1);
                const struct token *t = &doc->tokens[token - 1];

                if (k && k->time && k->first > low) {
                        token = k->first;
                        if (doc->tokens[token - 1].upos == UPOS_ADP)
                                token--;
                        continue;
                }
                if (k || t->upos != UPOS_ADV)
                        break;
                token--;
        }
        return token;
}

/* "who said": the phrase that the relative pronoun at @token goes back to. */
static struct phrase antecedent(const struct document *doc, const struct chunks *c,
                                size_t token)
{
        if (token > lowest(doc, token) && document_is(doc, token - 1, ","))
                token--;
        return phrase_before(doc, c, token);
}

static struct step step_left(const struct document *doc, const struct chunks *c,
                             const struct chunk *verb)
{
        struct step s = { PHRASE_NONE, NULL };
        size_t i = skip_adverbs(doc, c, verb->first);
        const struct chunk *k;

        if (i <= lowest(doc, verb->first))
                return s;
        k = chunk_at(c, i - 1);
        if (k && k->kind == CHUNK_NOUN) {
                s.found = k->relative ? antecedent(doc, c, k->first) : phrase_before(doc, c, i);
                return s;
        }
        if (doc->tokens[i - 1].upos == UPOS_CCONJ)
                s.verb = verb_before(doc, c, i - 1, true);
        else if (k && k->kind == CHUNK_VERB)
                s.verb = k;
        else if (document_is(doc, i - 1, "that")) /* a relative, tagged as a conjunction */
                s.found = phrase_before(doc, c, i - 1);
        else if (closes_parenthesis(doc, i - 1)) {
                s.found = over_parenthesis(doc, c, i - 1);
                if (phrase_is_none(s.found))
                        s.verb = verb_before(doc, c, i - 1, true);
        }
        return s;
}

/* A participle or infinitive shares the subject of the finite verb before it, or, at the
 * sentence's start, of the one behind it. */
static const struct chunk *governor(const struct document *doc, const struct chunks *c,
                                    const struct chunk *verb)
{
        const struct chunk *k = verb_before(doc, c, verb->first, true);

        return k ? k : verb_after(doc, c, verb->end);
}

struct phrase chunk_subject(const struct document *doc, const struct chunks *c,
                            const struct chunk *verb)
{
        for (unsigned hop = 0; hop < HOPS_MAX && verb; hop++) {
                struct step s;

                if (verb->form == VERB_ING || verb->form == VERB_INFINITIVE) {
                        verb = governor(doc, c, verb);
                        continue;
                }
                if (verb->first > sentence_of(doc, verb->first)->first &&
                    is_quote_mark(doc, verb->first - 1))
                        return PHRASE_NONE;
                s = step_left(doc, c, verb);
                if (!phrase_is_none(s.found) || !s.verb || s.verb == verb)
                        return s.found;
                verb = s.verb;
        }
        return PHRASE_NONE;
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

int phrase_referent(const struct document *doc, const struct chunks *c, struct phrase p)
{
        int entity = phrase_entity(doc, p);
        struct phrase next;

        if (entity != NONE || phrase_is_none(p) || !document_is(doc, p.end, ","))
                return entity;
        next = phrase_after(doc, c, p.end + 1);
        if (phrase_is_none(next) || doc->tokens[next.head].name != NAME_PERSON ||
            opens_clause(doc, next))
                return NONE;
        return phrase_entity(doc, next);
}
