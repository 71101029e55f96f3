/* subjects_relative - the subject before a clause about it
 *
 * "A gunman who robbed a bank", "the man she met in the mill": what stands right before the
 * verb belongs to the clause, and who is meant stands before that.
 */
#include <string.h>

#include "base/macros.h"
#include "workers/extract/reporting.h"
#include "workers/extract/subjects.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_cue_verbs;

bool subject_is_person(const struct document *doc, size_t i)
{
        return doc->tokens[i].name == NAME_PERSON || noun_is_person(&doc->tokens[i]);
}

/* "opposition from farmers | who say": who are several, of a phrase @p that is nobody. */
static bool are_meant(const struct document *doc, const struct chunk *last, struct phrase p)
{
        return last->first && doc->tokens[last->head].fine == FINE_NNS && !phrase_is_none(p) &&
               p.head != last->head && !document_is(doc, last->first - 1, "of") &&
               doc->tokens[p.head].upos == UPOS_NOUN && noun_voice(&doc->tokens[last->head]) &&
               !is_document_noun(doc, last->head) && !subject_is_person(doc, p.head);
}

struct phrase relative_antecedent(const struct document *doc, const struct chunks *c,
                                  size_t token)
{
        bool who = document_is(doc, token, "who"), which = document_is(doc, token, "which");
        size_t low = chunk_reach_low(doc, token);
        const struct chunk *last;
        struct phrase p;

        token = subject_skip_adverbs(doc, c, token); /* "a report Monday that said" */
        if (token > low && document_is(doc, token - 1, ","))
                token--;
        p = phrase_described(doc, c, phrase_before(doc, c, token), low);
        last = token > low ? chunk_at(c, token - 1) : NULL;
        if (last && last->kind == CHUNK_NOUN && last->end == token &&
            ((who && doc->tokens[last->head].name == NAME_PERSON) ||
             (which && (doc->tokens[last->head].name == NAME_ORGANIZATION ||
                        doc->tokens[last->head].name == NAME_PLACE))) &&
            (!phrase_speaks(doc, p) || is_document_noun(doc, p.head)))
                return (struct phrase){ last->first, last->end, last->head };
        if (who && last && last->kind == CHUNK_NOUN && last->end == token &&
            are_meant(doc, last, p))
                return (struct phrase){ last->first, last->end, last->head };
        return p; /* not "the orders of | the Road Union, which said" */
}

bool subject_parts_clauses(const struct document *doc, size_t i)
{
        static const char *const words[] = { ",",    ";", ":", "that", "where",
                                             "when", "–", "—", "(",    ")" };
        const struct token *t = &doc->tokens[i];

        return t->upos == UPOS_CCONJ || t->upos == UPOS_SCONJ || token_is_quote_mark(doc, i) ||
               document_is_one_of(doc, i, words, ARRAY_SIZE(words));
}

/* "who robbed a bank", "that crosses the border": is it the subject of a relative clause? */
static bool opens_relative(const struct document *doc, const struct chunk *who)
{
        const struct token *before;

        if (who->relative)
                return true;
        before = who->first ? &doc->tokens[who->first - 1] : NULL;
        return before && document_is(doc, who->first, "that") &&
               (before->upos == UPOS_NOUN || before->upos == UPOS_PROPN);
}

/* "the man", "she", "Berg": not half of a phrase that the tags part. */
static bool starts_whole(const struct document *doc, const struct chunk *k)
{
        const struct token *t = &doc->tokens[k->first];

        return t->upos == UPOS_DET || t->upos == UPOS_PRON || t->fine == FINE_PRPS ||
               doc->tokens[k->head].name != NAME_NONE || doc->tokens[k->head].fine == FINE_NNS;
}

/* "| the man", "said | the man", "in Lund, | the man": a subject may begin there. */
static bool may_begin(const struct document *doc, const struct chunks *c, size_t i, size_t low)
{
        const struct chunk *verb;

        while (i > low && doc->tokens[i - 1].upos == UPOS_ADV && !chunk_at(c, i - 1))
                i--; /* "even | people loyal to him" */
        verb = i > low ? chunk_at(c, i - 1) : NULL;
        if (i <= low || subject_parts_clauses(doc, i - 1))
                return true;
        return verb && verb->kind == CHUNK_VERB &&
               (cue_at(doc, c, verb->head).frames & FRAME_CLAUSE);
}

struct phrase phrase_met_before(const struct document *doc, const struct chunks *c,
                                const struct chunk *verb)
{
        size_t low = chunk_reach_low(doc, verb->first);
        size_t i = subject_skip_adverbs(doc, c, verb->first);
        const struct chunk *subject = i > low ? chunk_at(c, i - 1) : NULL, *noun;
        struct phrase p;

        if (verb->form != VERB_FINITE || verb->passive || !subject ||
            subject->kind != CHUNK_NOUN || subject->end != i || subject->time ||
            subject->relative || subject->first <= low ||
            document_is(doc, subject->first, "that"))
                return PHRASE_NONE;
        noun = chunk_at(c, subject->first - 1);
        if (!noun || noun->kind != CHUNK_NOUN || noun->end != subject->first || noun->pronoun ||
            noun->time || !starts_whole(doc, noun) || !starts_whole(doc, subject))
                return PHRASE_NONE;
        p = phrase_before(doc, c, subject->first);
        return phrase_speaks(doc, p) && may_begin(doc, c, p.first, low) ? p : PHRASE_NONE;
}

/* "briefed", "close": a participle that is tagged as finite; not "said in a statement". */
static bool is_tie(const struct document *doc, const struct chunks *c, const struct chunk *k)
{
        return k->kind == CHUNK_VERB && k->first + 1 == k->end &&
               ((doc->tokens[k->head].fine == FINE_VBD &&
                 cue_at(doc, c, k->head).kind != CUE_SAY) ||
                document_is(doc, k->head, "close"));
}

/* Where a phrase ends that what stands before @i ties to another: behind "sources" of "sources
 * briefed | on", "sources close | to". 0: nothing ties it. */
static size_t tied_end(const struct document *doc, const struct chunks *c, size_t i, size_t low)
{
        static const char *const near[] = { "close", "next" }; /* of any tag */
        const struct chunk *tie = i > low + 1 ? chunk_at(c, i - 1) : NULL;
        bool is_near = i > low + 1 && document_is_one_of(doc, i - 1, near, ARRAY_SIZE(near));

        if (i <= low + 1)
                return 0;
        if (tie && tie->kind == CHUNK_NOUN)
                return is_near && tie->end == i && tie->first + 1 < i ? i - 1 : 0;
        if (tie)
                return is_tie(doc, c, tie) ? i - 1 : 0;
        return is_near || doc->tokens[i - 1].upos == UPOS_ADJ ? i - 1 : 0;
}

/* "Someone close to Berg" */
static bool is_somebody(const struct document *doc, size_t i)
{
        static const char *const words[] = { "someone", "somebody", "those", "anyone", "one" };

        return document_is_one_of(doc, i, words, ARRAY_SIZE(words));
}

struct phrase phrase_tied_before(const struct document *doc, const struct chunks *c,
                                 struct phrase p)
{
        static const char *const words[] = { "on", "in",    "by", "with", "to",
                                             "at", "about", "of", "from", "against" };
        size_t low = phrase_is_none(p) ? 0 : chunk_reach_low(doc, p.first), end;
        const struct chunk *noun;
        struct phrase before;

        if (phrase_is_none(p) || p.first <= low ||
            !document_is_one_of(doc, p.first - 1, words, ARRAY_SIZE(words)))
                return PHRASE_NONE;
        end = tied_end(doc, c, p.first - 1, low);
        if (end > low && is_somebody(doc, end - 1) && may_begin(doc, c, end - 1, low))
                return (struct phrase){ (uint32_t)end - 1, p.end, (uint32_t)end - 1 };
        noun = end > low ? chunk_at(c, end - 1) : NULL;
        if (!noun || noun->kind != CHUNK_NOUN || noun->time)
                return PHRASE_NONE;
        before = phrase_before(doc, c, end);
        if (noun->pronoun || !phrase_speaks(doc, before) ||
            !may_begin(doc, c, before.first, low))
                return PHRASE_NONE;
        return (struct phrase){ before.first, p.end, before.head };
}

/* "the credit | reporting agency", "Mill Board | acting chief", "Monday's | ruling": the word
 * in -ing behind @noun is no verb. */
static bool is_compound(const struct document *doc, const struct chunk *noun, size_t i)
{
        const struct token *next = i + 1 < doc->n_tokens ? &doc->tokens[i + 1] : NULL;

        if (doc->tokens[i - 1].fine == FINE_POS || document_is(doc, i, "acting"))
                return true;
        return next && next->fine == FINE_NN &&
               (doc->tokens[noun->head].fine == FINE_NN ||
                doc->tokens[noun->head].fine == FINE_NNP);
}

struct phrase phrase_doing(const struct document *doc, const struct chunks *c,
                           const struct chunk *verb)
{
        size_t low = chunk_reach_low(doc, verb->first);
        const struct chunk *noun = verb->first > low ? chunk_at(c, verb->first - 1) : NULL;
        struct phrase p;

        if (verb->form != VERB_ING || !noun || noun->kind != CHUNK_NOUN ||
            noun->end != verb->first || noun->pronoun || noun->time || noun->relative ||
            verb->end != verb->first + 1 || is_compound(doc, noun, verb->first))
                return PHRASE_NONE;
        p = phrase_before(doc, c, verb->first);
        if (p.first > low && document_is(doc, p.first - 1, "with"))
                return PHRASE_NONE;
        return phrase_speaks(doc, p) && may_begin(doc, c, p.first, low) ? p : PHRASE_NONE;
}

struct phrase phrase_over_relative(const struct document *doc, const struct chunks *c,
                                   struct phrase p)
{
        bool infinitive = false;
        size_t low;

        if (phrase_is_none(p) || doc->tokens[p.first].upos == UPOS_PRON)
                return p;
        low = chunk_reach_low(doc, p.first);
        for (size_t i = p.first; i > low && !subject_parts_clauses(doc, i - 1); i--) {
                const struct chunk *verb = chunk_at(c, i - 1), *who;
                struct phrase other;
                size_t at;

                infinitive = infinitive || (verb && verb->kind == CHUNK_VERB &&
                                            verb->form == VERB_INFINITIVE);
                if (verb && verb->kind == CHUNK_VERB && verb->form == VERB_ING) {
                        other = phrase_doing(doc, c, verb);
                        if (!phrase_is_none(other) &&
                            !(cue_at(doc, c, verb->head).frames & FRAME_CLAUSE))
                                return other;
                }
                if (!verb || verb->kind != CHUNK_VERB || verb->form == VERB_ING ||
                    verb->form == VERB_INFINITIVE)
                        continue;
                other = phrase_met_before(doc, c, verb);
                if (!phrase_is_none(other) && p.first > verb->end &&
                    !lexicon_get(&lexicon_cue_verbs, doc->tokens[verb->head].lemma))
                        return other;
                at = subject_skip_adverbs(doc, c, verb->first);
                who = at > low ? chunk_at(c, at - 1) : NULL;
                if (!who || !opens_relative(doc, who) ||
                    document_is(doc, who->first - 1, ",") ||
                    (!infinitive && /* "guests who want to feed geese | said" */
                     lexicon_get(&lexicon_cue_verbs, doc->tokens[verb->head].lemma)))
                        return p;
                other = relative_antecedent(doc, c, who->first);
                return phrase_is_none(other) ? p : other;
        }
        return p;
}

const struct chunk *finite_behind(const struct document *doc, const struct chunks *c, size_t i,
                                  size_t end)
{
        const struct chunk *k;

        while (i < end && doc->tokens[i].upos == UPOS_ADV && !document_is(doc, i, "when"))
                i++;
        k = i < end ? chunk_at(c, i) : NULL;
        return k && k->kind == CHUNK_VERB && k->first == i && k->form == VERB_FINITE &&
                               doc->tokens[i].space_before
                       ? k
                       : NULL;
}

struct phrase phrase_whose(const struct document *doc, const struct chunks *c,
                           const struct chunk *k)
{
        size_t low = chunk_reach_low(doc, k->first), i = subject_skip_adverbs(doc, c, k->first);
        const struct chunk *subject = i > low ? chunk_at(c, i - 1) : NULL;

        if (!subject || subject->kind != CHUNK_NOUN || subject->end != i ||
            subject->first < low + 2 || !document_is(doc, subject->first - 1, "whose"))
                return PHRASE_NONE;
        return phrase_before(doc, c, subject->first - 1);
}

struct phrase phrase_over_adverbial(const struct document *doc, const struct chunks *c,
                                    const struct chunk *k)
{
        static const char *const openers[] = { "when", "while", "as", "after", "before" };
        size_t low = chunk_reach_low(doc, k->first), i = subject_skip_adverbs(doc, c, k->first);
        struct phrase p = i > low ? phrase_before(doc, c, i) : PHRASE_NONE;

        if (k->form != VERB_FINITE || phrase_is_none(p) || p.first < low + 3 ||
            !document_is_one_of(doc, p.first - 1, openers, ARRAY_SIZE(openers)))
                return PHRASE_NONE;
        p = phrase_over_relative(doc, c, phrase_before(doc, c, p.first - 1));
        return phrase_speaks(doc, p) ? p : PHRASE_NONE;
}
