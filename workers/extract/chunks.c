/* chunks - noun phrases and verb groups, from tags alone
 *
 * One walk over the tokens of each sentence. Who is whose subject is asked in subjects.c.
 */
#include "workers/extract/chunks.h"

#include <errno.h>
#include <string.h>

#include "base/macros.h"
#include "workers/extract/entities.h"
#include "workers/extract/reporting.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_source_nouns;

enum {
        MODIFIERS_MAX = 4, /* behind a genitive */
        LEADING_MAX = 40,  /* before the first noun: a run of more is read no second time */
};

struct walk {
        struct document *doc;
        struct chunks *out;
        size_t end; /* of the sentence */
};

static const struct token *at(const struct walk *w, size_t i)
{
        return i < w->end ? &w->doc->tokens[i] : NULL;
}

static bool is_noun(const struct token *t)
{
        return t && (t->upos == UPOS_NOUN || t->upos == UPOS_PROPN);
}

static bool is_modifier(const struct token *t)
{
        return t && (t->upos == UPOS_ADJ || t->upos == UPOS_NUM || t->upos == UPOS_SYM ||
                     t->upos == UPOS_DET || t->fine == FINE_PRPS);
}

static bool is_genitive(const struct token *t)
{
        return t && t->fine == FINE_POS;
}

static bool starts_phrase(const struct token *t)
{
        return t->upos == UPOS_DET || t->fine == FINE_PRPS;
}

/* A participle, or an adverb, that stands before a noun: "the expected talks", "a very tense
 * meeting". */
static bool is_inner(const struct walk *w, size_t i, size_t first)
{
        const struct token *t = at(w, i), *next = at(w, i + 1);

        if (i == first || !next)
                return false;
        if (t->fine == FINE_VBN || t->fine == FINE_VBG)
                return is_noun(next) || next->upos == UPOS_ADJ;
        if (t->upos == UPOS_ADV)
                return next->upos == UPOS_ADJ || next->fine == FINE_VBN;
        return t->upos == UPOS_CCONJ && w->doc->tokens[i - 1].upos == UPOS_ADJ &&
               next->upos == UPOS_ADJ;
}

/* "actress | Anna Berg": a noun for persons, or such as speak, before a name. */
static bool names_person(const struct walk *w, size_t i)
{
        const struct token *t = at(w, i);

        return lexicon_get(&lexicon_source_nouns, t->lemma) ||
               (t->capital && i && t[-1].name == NAME_ORGANIZATION) ||
               (noun_is_person(t) &&
                (!i || t[-1].name == NAME_NONE || t[-1].name == NAME_PERSON));
}

/* "Ms | Anna Berg": never a phrase of its own, whatever its tag. */
static bool is_address(const struct token *t)
{
        static const char *const words[] = { "mr",  "mr.", "mrs", "mrs.", "ms",
                                             "ms.", "dr",  "dr.", "sir",  "dame" };

        return t->capital && word_is_one_of(t->lower, words, ARRAY_SIZE(words));
}

/* Two names without a comma between them are two phrases: "in Stockholm | Lavrov said"; so are
 * a thing and a person: "the missile | Kim tested", but not "the spokesman Kim". */
static bool parts_names(const struct walk *w, size_t i)
{
        const struct token *t = at(w, i), *before = at(w, i - 1);

        if (!t->name_begins || t->name != NAME_PERSON || is_address(before))
                return false;
        if (before->fine == FINE_NN || before->fine == FINE_NNS)
                return !names_person(w, i - 1);
        return before->name != NAME_NONE && before->name != NAME_PERSON;
}

/* "to Chad last year": a time of its own behind the name. */
static bool begins_time(const struct walk *w, size_t i)
{
        const struct chunk next = { .head = (uint32_t)i + 1 };

        return (document_is(w->doc, i, "last") || document_is(w->doc, i, "next") ||
                document_is(w->doc, i, "this")) &&
               at(w, i + 1) && chunk_is_time(w->doc, &next);
}

/* "Berg's | chief | presidential adviser", "Berg's proposed | new wall": are there but
 * modifiers between the genitive and @i? */
static bool is_behind_genitive(const struct walk *w, size_t i)
{
        for (unsigned n = 0; n < MODIFIERS_MAX && i > 0; n++, i--) {
                if (is_genitive(at(w, i - 1)))
                        return true;
                if (!is_modifier(at(w, i - 1)) && !is_inner(w, i - 1, 0))
                        return false;
        }
        return false;
}

/* "the attorney | general": an adjective that stands behind its noun. */
static bool is_general(const struct walk *w, size_t i)
{
        static const char *const nouns[] = { "attorney", "attorneys",  "surgeon",  "solicitor",
                                             "governor", "postmaster", "inspector" };

        return document_is(w->doc, i, "general") &&
               document_is_one_of(w->doc, i - 1, nouns, ARRAY_SIZE(nouns));
}

/* "the first time | soldiers left", "the reason | people leave": a clause without "that". */
static bool parts_clause(const struct walk *w, size_t i, size_t head)
{
        static const char *const words[] = { "time", "reason", "way", "moment", "day" };
        const struct token *next = at(w, i + 1);

        return at(w, i)->fine == FINE_NNS && next &&
               (next->upos == UPOS_VERB || next->upos == UPOS_AUX) &&
               document_is_one_of(w->doc, head, words, ARRAY_SIZE(words)) &&
               noun_voice(at(w, i));
}

/* May token @i go on a noun phrase that has a noun at @head? */
static bool goes_on_behind_noun(const struct walk *w, size_t i, size_t head)
{
        const struct token *t = at(w, i);

        if (is_noun(t))
                return !parts_names(w, i) && !parts_clause(w, i, head) &&
                       (!token_is_day(w->doc, i) ||
                        (is_genitive(at(w, i - 1)) && is_noun(at(w, i + 1))));
        if (is_genitive(t)) /* "Berg's | stolen boat" */
                return is_noun(at(w, i + 1)) || is_modifier(at(w, i + 1)) ||
                       (at(w, i + 1) && is_inner(w, i + 1, i));
        if (t->upos == UPOS_ADJ && head == i - 1 && is_general(w, i))
                return true;
        if (is_behind_genitive(w, i))
                return is_modifier(t) || is_inner(w, i, head);
        if (t->upos == UPOS_NUM)
                return head == i - 1 && at(w, head)->upos == UPOS_PROPN;
        /* "European | central bank", "the chief | political adviser", "Deputy | Foreign
         * Minister" */
        return t->upos == UPOS_ADJ && head == i - 1 &&
               (at(w, head)->upos == UPOS_PROPN || document_is(w->doc, head, "chief") ||
                document_is(w->doc, head, "acting") || (at(w, head)->capital && t->capital)) &&
               !begins_time(w, i) && is_noun(at(w, i + 1));
}

/* "President (Vladimir) Putin": the bracket is within the name. */
static bool is_bracketed_name(const struct walk *w, size_t i)
{
        return document_is(w->doc, i, "(") && is_noun(at(w, i + 1)) &&
               document_is(w->doc, i + 2, ")") && at(w, i + 3) &&
               at(w, i + 3)->upos == UPOS_PROPN;
}

/* "Jan Berg, | Jr. said": a part of the name, where no other comma closes it. */
static bool is_generation(const struct walk *w, size_t i)
{
        static const char *const words[] = { "jr.", "jr", "sr.", "sr" };

        return document_is(w->doc, i, ",") && at(w, i + 1) &&
               at(w, i - 1)->upos == UPOS_PROPN &&
               document_is_one_of(w->doc, i + 1, words, ARRAY_SIZE(words)) &&
               !document_is(w->doc, i + 2, ",");
}

/* "a Herald | /Lund University poll": two names that a slash joins. */
static bool is_slash(const struct walk *w, size_t i, size_t head)
{
        const struct token *t = at(w, i), *next = at(w, i + 1);

        return document_is(w->doc, i, "/") && !t->space_before && next && !next->space_before &&
               next->capital && at(w, i - 1)->capital && is_noun(at(w, i - 1)) &&
               is_noun(next) && goes_on_behind_noun(w, i + 1, head);
}

static int chunk_add(struct walk *w, struct chunk chunk)
{
        struct chunk *place =
                arena_push(w->doc->arena, &w->out->items, &w->out->n, sizeof(*place));

        if (!place)
                return -ENOMEM;
        *place = chunk;
        for (size_t i = chunk.first; i < chunk.end; i++)
                w->out->at[i] = (uint32_t)w->out->n;
        return 0;
}

static bool stands_alone(const struct token *t)
{
        static const char *const words[] = { "this", "that", "these", "those",  "both",
                                             "all",  "some", "many",  "others", "another",
                                             "few",  "one",  "most",  "several" };

        return word_is_one_of(t->lower, words, ARRAY_SIZE(words)) || t->upos == UPOS_NUM;
}

/* "a Republican | from Oslo", "an American who": an adjective that names one of a people. */
static bool names_one(const struct walk *w, size_t i, size_t k)
{
        const struct token *next = at(w, k);

        return k == i + 2 && at(w, k - 1)->capital && next &&
               (document_is(w->doc, i, "a") || document_is(w->doc, i, "an")) &&
               (next->upos == UPOS_ADP || document_is(w->doc, k, "who"));
}

/* The noun phrase that begins at @i, or one of length 0. */
static struct chunk noun_chunk(const struct walk *w, size_t i)
{
        struct chunk c = { .first = (uint32_t)i, .end = (uint32_t)i, .kind = CHUNK_NOUN };
        bool noun = false;
        size_t k = i;

        for (; at(w, k); k++) {
                const struct token *t = at(w, k);

                if (noun && (is_bracketed_name(w, k) || is_generation(w, k) ||
                             is_slash(w, k, c.head))) {
                        k += document_is(w->doc, k, "(") ? 2 : document_is(w->doc, k, ",");
                        continue;
                }
                if (noun ? !goes_on_behind_noun(w, k, c.head)
                         : !is_noun(t) && !is_modifier(t) && !is_inner(w, k, i))
                        break;
                if (noun && chunk_ends_as_day(w->doc, i, k))
                        break;
                if (!noun && k > i &&
                    (k - i > LEADING_MAX ||
                     (starts_phrase(t) && at(w, k - 1)->upos != UPOS_DET)))
                        break;
                if (is_noun(t)) {
                        noun = true;
                        c.head = (uint32_t)k;
                }
                if (is_genitive(t))
                        noun = true;
        }
        if (noun) {
                c.end = (uint32_t)k;
                if (is_genitive(at(w, k - 1)))
                        c.end--; /* a genitive of nothing is no part of it */
        } else if (k > i && (stands_alone(at(w, k - 1)) || names_one(w, i, k) ||
                             (k > i + 1 && document_is(w->doc, i, "the")))) {
                c.end = (uint32_t)k;
                c.head = (uint32_t)(k - 1);
        }
        return c;
}

static struct chunk pronoun_chunk(const struct walk *w, size_t i)
{
        return (struct chunk){ .first = (uint32_t)i,
                               .end = (uint32_t)i + 1,
                               .head = (uint32_t)i,
                               .kind = CHUNK_NOUN,
                               .pronoun = true,
                               .relative = chunk_is_relative(w->doc, w->out, i, w->end) };
}

static bool is_negation(const struct token *t)
{
        return strcmp(t->lower, "not") == 0 || strcmp(t->lower, "n't") == 0 ||
               strcmp(t->lower, "never") == 0;
}

static bool is_auxiliary(const struct token *t)
{
        return t->upos == UPOS_AUX || t->fine == FINE_MD;
}

static bool is_verbal(const struct token *t)
{
        return t && (t->upos == UPOS_VERB || is_auxiliary(t));
}

static bool is_no_longer(const struct walk *w, size_t i)
{
        return i && document_is(w->doc, i, "longer") && document_is(w->doc, i - 1, "no");
}

/* Adverbs and negations stand inside a group when more of it follows. */
static bool group_goes_on(const struct walk *w, size_t i)
{
        for (size_t k = i; k < i + 4 && at(w, k); k++) {
                const struct token *t = at(w, k);

                if (is_verbal(t))
                        return true;
                if (t->upos != UPOS_ADV && t->upos != UPOS_PART && !is_negation(t))
                        return false;
        }
        return false;
}

static bool has_lemma(const struct token *t, const char *lemma)
{
        return strcmp(t->lemma, lemma) == 0;
}

static enum verb_form form_of(const struct walk *w, const struct chunk *c, bool auxiliary)
{
        const struct token *head = at(w, c->head);

        if (at(w, c->first)->fine == FINE_TO || document_is(w->doc, c->first, "to"))
                return VERB_INFINITIVE;
        if (auxiliary)
                return VERB_FINITE;
        if (head->fine == FINE_VBG)
                return VERB_ING;
        if (head->fine == FINE_VBN)
                return VERB_PARTICIPLE;
        return head->fine == FINE_VB ? VERB_INFINITIVE : VERB_FINITE;
}

/* The verb group that begins at @i: auxiliaries, negation, adverbs, one lexical verb. */
static struct chunk verb_chunk(const struct walk *w, size_t i)
{
        struct chunk c = { .first = (uint32_t)i, .kind = CHUNK_VERB, .modal = UINT32_MAX };
        const struct token *last = NULL;
        bool auxiliary = false;
        size_t k = i;

        for (; at(w, k); k++) {
                const struct token *t = at(w, k);

                if (is_negation(t) || is_no_longer(w, k)) {
                        c.negated = true;
                } else if (t->fine == FINE_MD) {
                        c.modal = (uint32_t)k;
                        auxiliary = true;
                } else if (t->upos == UPOS_VERB) {
                        c.head = (uint32_t)k++;
                        c.passive = last && t->fine != FINE_VBG && t->fine != FINE_VB &&
                                    (has_lemma(last, "be") || has_lemma(last, "get"));
                        break;
                } else if (t->upos == UPOS_AUX) {
                        auxiliary = true;
                        last = t;
                        c.head = (uint32_t)k;
                } else if (k > i && !group_goes_on(w, k)) {
                        break;
                }
                if (!group_goes_on(w, k + 1)) {
                        k++;
                        break;
                }
        }
        c.end = (uint32_t)k;
        c.form = (uint8_t)form_of(w, &c, auxiliary);
        return c;
}

static bool starts_verb(const struct walk *w, size_t i)
{
        const struct token *t = at(w, i), *next = at(w, i + 1);

        if (is_verbal(t))
                return true;
        return strcmp(t->lower, "to") == 0 && t->upos == UPOS_PART && next &&
               group_goes_on(w, i + 1);
}

/* "hit her when …": whose nothing is, she is meant herself. */
static bool is_her(const struct walk *w, size_t i)
{
        const struct token *next = at(w, i + 1);

        return document_is(w->doc, i, "her") &&
               (!next || next->upos == UPOS_SCONJ || next->upos == UPOS_ADP ||
                next->kind == TOKEN_PUNCTUATION || document_is(w->doc, i + 1, "when"));
}

static bool is_pronoun(const struct walk *w, size_t i)
{
        const struct token *t = at(w, i);

        return t->upos == UPOS_PRON && (t->fine != FINE_PRPS || is_her(w, i));
}

/* "Berg, Lind | meet in Oslo": right behind a name, and the first verb, it is no infinitive. */
static bool is_of_name(const struct walk *w, const struct chunk *c)
{
        const struct chunk *k = c->first ? chunk_at(w->out, c->first - 1) : NULL;

        return c->kind == CHUNK_VERB && c->form == VERB_INFINITIVE && c->end == c->first + 1 &&
               k && k->kind == CHUNK_NOUN && at(w, k->head)->name != NAME_NONE &&
               at(w, k->head)->sentence == at(w, c->first)->sentence;
}

static int sentence_chunks(struct walk *w, size_t i)
{
        bool verb = false;
        int r = 0;

        while (at(w, i) && !r) {
                struct chunk c = { 0 };

                if (is_pronoun(w, i))
                        c = pronoun_chunk(w, i);
                else if (starts_verb(w, i))
                        c = verb_chunk(w, i);
                else
                        c = noun_chunk(w, i);
                if (c.end <= i) {
                        i++;
                        continue;
                }
                c.time = c.kind == CHUNK_NOUN && chunk_is_time(w->doc, &c);
                if (!verb && is_of_name(w, &c))
                        c.form = VERB_FINITE;
                verb |= c.kind == CHUNK_VERB;
                i = c.end;
                r = chunk_add(w, c);
        }
        return r;
}

int chunks_find(struct document *doc, struct chunks *ret)
{
        struct walk w = { .doc = doc, .out = ret };
        struct chunks *kept;
        int r = 0;

        if (doc->chunks) {
                *ret = *doc->chunks;
                return 0;
        }
        *ret = (struct chunks){ 0 };
        kept = arena_alloc(doc->arena, sizeof(*kept));
        if (!kept)
                return -ENOMEM;
        ret->at = arena_alloc(doc->arena, (doc->n_tokens + 1) * sizeof(*ret->at));
        if (!ret->at)
                return -ENOMEM;
        for (size_t i = 0; i < doc->n_sentences && !r; i++) {
                w.end = doc->sentences[i].end;
                r = sentence_chunks(&w, doc->sentences[i].first);
        }
        doc->chunks = r ? NULL : kept;
        if (!r)
                *kept = *ret;
        return r;
}

size_t chunk_reach_low(const struct document *doc, size_t token)
{
        size_t first = doc->sentences[doc->tokens[token].sentence].first;

        return token - first > CHUNK_REACH ? token - CHUNK_REACH : first;
}

size_t chunk_reach_high(const struct document *doc, size_t token)
{
        size_t end = document_sentence_end(doc, token);

        return end - token > CHUNK_REACH ? token + CHUNK_REACH : end;
}

const struct chunk *chunk_at(const struct chunks *c, size_t token)
{
        return c->at[token] ? &c->items[c->at[token] - 1] : NULL;
}
