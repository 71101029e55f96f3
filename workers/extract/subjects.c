/* subjects - the noun phrase that a verb has for its subject */
#include <string.h>

#include "base/macros.h"
#include "workers/extract/reporting.h"
#include "workers/extract/subjects.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_cue_verbs;
extern const struct lexicon lexicon_speech_words;

enum {
        HOPS_MAX = 4,      /* verbs through which a subject is shared */
        RELATIVES_MAX = 4, /* clauses within one another */
        TITLE_TOKENS = 10, /* of a work between marks */
};

/* What a step to the left finds: a phrase, or a verb whose subject it shares, or nothing. */
struct step {
        struct phrase found;
        const struct chunk *verb;
};

/* The nearest verb group before @token that @accept takes. */
static const struct chunk *verb_before(const struct document *doc, const struct chunks *c,
                                       size_t token, bool finite)
{
        size_t low = chunk_reach_low(doc, token);

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
        size_t high = chunk_reach_high(doc, token - 1);

        for (size_t i = token; i < high; i++) {
                const struct chunk *k = chunk_at(c, i);

                if (k && k->kind == CHUNK_VERB && k->form == VERB_FINITE)
                        return k;
        }
        return NULL;
}

static bool closes_parenthesis(const struct document *doc, size_t i)
{
        static const char *const marks[] = { ",", "–", "—", "--", ")" };

        return document_is_one_of(doc, i, marks, ARRAY_SIZE(marks));
}

/* "officials | since 2014 | have said" */
static bool is_year(const struct document *doc, const struct chunk *k)
{
        static const char *const words[] = { "since", "in" };
        const struct token *t = &doc->tokens[k->head];

        return k->end == k->first + 1 && t->kind == TOKEN_NUMBER && strlen(t->lower) == 4 &&
               (t->lower[0] == '1' || t->lower[0] == '2') && k->first &&
               document_is_one_of(doc, k->first - 1, words, ARRAY_SIZE(words));
}

/* Adverbs, and "on Thursday", between a subject and its verb. */
size_t subject_skip_adverbs(const struct document *doc, const struct chunks *c, size_t token)
{
        size_t low = chunk_reach_low(doc, token ? token - 1 : 0);

        while (token > low) {
                const struct chunk *k = chunk_at(c, token - 1);
                const struct token *t = &doc->tokens[token - 1];

                if (k && (k->time || is_year(doc, k)) && k->first > low) {
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

static bool is_reflexive(const struct document *doc, const struct chunk *k)
{
        static const char *const words[] = { "himself", "herself", "itself", "themselves" };

        return k->end == k->first + 1 &&
               document_is_one_of(doc, k->first, words, ARRAY_SIZE(words));
}

/* "Berg opened it and in a statement | praised …": the phrase @p before the verb belongs to a
 * preposition behind "and", so that the verb shares the subject of the one before. */
static bool is_adverbial(const struct document *doc, struct phrase p, size_t low)
{
        return !phrase_is_none(p) && p.first > low + 2 &&
               doc->tokens[p.first - 1].upos == UPOS_ADP &&
               doc->tokens[p.first - 2].upos == UPOS_CCONJ;
}

/* "Anna Berg, head of the union | said": an office without an article behind a name and a comma
 * is hers, though no comma closes it. */
static struct phrase over_office(const struct document *doc, const struct chunks *c,
                                 struct phrase p, size_t low)
{
        if (phrase_is_none(p) || p.first <= low || !document_is(doc, p.first - 1, ",") ||
            doc->tokens[p.head].fine != FINE_NN || doc->tokens[p.first].upos == UPOS_DET ||
            doc->tokens[p.first].upos == UPOS_NUM || doc->tokens[p.first].fine == FINE_PRPS ||
            doc->tokens[p.head].name != NAME_NONE || !subject_is_person(doc, p.head))
                return p;
        return phrase_described(doc, c, p, low);
}

/* "Berg, the mayor, in a statement | praised …": of the paper @p, in which he does it, he who
 * stands before the comma; else @p. */
static struct phrase over_paper(const struct document *doc, const struct chunks *c,
                                struct phrase p, size_t low)
{
        static const char *const words[] = { "in", "via", "through" };
        struct phrase before;

        if (phrase_is_none(p) || p.first < low + 3 || !is_document_noun(doc, p.head) ||
            !document_is_one_of(doc, p.first - 1, words, ARRAY_SIZE(words)) ||
            !document_is(doc, p.first - 2, ","))
                return p;
        before = phrase_over_parenthesis(doc, c, p.first - 2);
        if (phrase_is_none(before))
                before = phrase_before(doc, c, p.first - 2);
        return phrase_speaks(doc, before) ? before : p;
}

static struct step step_left(const struct document *doc, const struct chunks *c,
                             const struct chunk *verb)
{
        struct step s = { PHRASE_NONE, NULL };
        size_t i = subject_skip_adverbs(doc, c, verb->first);
        const struct chunk *k;

        if (i <= chunk_reach_low(doc, verb->first))
                return s;
        k = chunk_at(c, i - 1);
        if (k && k->kind == CHUNK_NOUN) {
                if (is_reflexive(doc, k) && k->first > chunk_reach_low(doc, verb->first))
                        i = k->first; /* "Berg himself said" */
                s.found = k->relative ? relative_antecedent(doc, c, k->first)
                                      : phrase_over_relative(doc, c, phrase_before(doc, c, i));
                if (is_adverbial(doc, s.found, chunk_reach_low(doc, verb->first))) {
                        s.verb = verb_before(doc, c, s.found.first, true);
                        if (s.verb)
                                s.found = PHRASE_NONE;
                }
                if (!k->relative && verb->form == VERB_FINITE)
                        s.found = phrase_ungoverned(doc, c, s.found);
                s.found = over_paper(doc, c, s.found, chunk_reach_low(doc, verb->first));
                s.found = over_office(doc, c, s.found, chunk_reach_low(doc, verb->first));
                return s;
        }
        if (doc->tokens[i - 1].upos == UPOS_CCONJ)
                s.verb = verb_before(doc, c, i - 1, true);
        else if (k && k->kind == CHUNK_VERB) {
                s.found = verb->form == VERB_FINITE ? phrase_whose(doc, c, k) : PHRASE_NONE;
                if (phrase_is_none(s.found) && verb->form == VERB_FINITE)
                        s.found = phrase_met_before(doc, c, k);
                if (phrase_is_none(s.found) && verb->form == VERB_FINITE)
                        s.found = phrase_over_adverbial(doc, c, k);
                if (phrase_is_none(s.found) && verb->form == VERB_FINITE)
                        s.found = phrase_doing(doc, c, k);
                s.verb = phrase_is_none(s.found) ? k : NULL;
        } else if (doc->tokens[i - 1].upos == UPOS_ADP && i > 1 && chunk_at(c, i - 2) &&
                   chunk_at(c, i - 2)->kind == CHUNK_VERB) /* "whose laws were struck | down" */
                s.found = phrase_whose(doc, c, chunk_at(c, i - 2));
        else if (document_is(doc, i - 1, "that")) /* a relative, tagged as a conjunction */
                s.found = phrase_before(doc, c, i - 1);
        else if (closes_parenthesis(doc, i - 1)) {
                s.found = phrase_over_parenthesis(doc, c, i - 1);
                if (phrase_is_none(s.found))
                        s.verb = verb_before(doc, c, i - 1, true);
        }
        return s;
}

/* Does nobody stand before @token in its sentence, who could be the subject? */
static bool opens_sentence(const struct document *doc, const struct chunks *c, size_t token)
{
        for (size_t i = chunk_reach_low(doc, token); i < token; i++) {
                const struct chunk *k = chunk_at(c, i);

                if (k && k->kind == CHUNK_NOUN && !k->time)
                        return false;
        }
        return true;
}

/* "The mayor blamed a mason who left early, | saying …": of what the comma at @comma ends, the
 * verb before the relative clause. */
static const struct chunk *verb_over_relative(const struct document *doc,
                                              const struct chunks *c, size_t comma)
{
        size_t low = chunk_reach_low(doc, comma);

        for (size_t i = comma; i > low + 1; i--) {
                const struct chunk *k = chunk_at(c, i - 1);

                if (token_is_quote_mark(doc, i - 1) || closes_parenthesis(doc, i - 1))
                        return NULL;
                if (k && k->relative)
                        return document_is(doc, k->first - 1, ",")
                                       ? NULL
                                       : verb_before(doc, c, k->first, true);
        }
        return NULL;
}

/* "those who have no money, people | who lack a home, arguing": the verb over the relative
 * clauses that @verb and those before it stand in. NULL: it stands in none. */
static const struct chunk *out_of_relatives(const struct document *doc, const struct chunks *c,
                                            const struct chunk *verb)
{
        for (unsigned n = 0; n < RELATIVES_MAX && verb; n++) {
                size_t at = subject_skip_adverbs(doc, c, verb->first);
                const struct chunk *who = at ? chunk_at(c, at - 1) : NULL;

                if (!who || !who->relative || !who->first ||
                    document_is(doc, who->first - 1, ","))
                        return n ? verb : NULL;
                verb = verb_before(doc, c, who->first, true);
        }
        return verb;
}

static bool goes_on_saying(const struct document *doc, size_t i)
{
        return document_is_of(doc, i, &lexicon_speech_words, "go-on");
}

/* "Berg announced that the army had killed the chief, | saying …": of who reports and who does
 * what is reported the one who reports goes on to say, unless the other speaks, too. @verb:
 * "saying", @k: the finite verb before it. */
static const struct chunk *reporting_over(const struct document *doc, const struct chunks *c,
                                          const struct chunk *verb, const struct chunk *k)
{
        static const char *const subordinators[] = { "that", "when", "once", "where" };
        const struct chunk *outer, *wider;

        if (verb->form != VERB_ING || !goes_on_saying(doc, verb->head) || verb->first < 2 ||
            (!document_is(doc, verb->first - 1, ",") &&
             !token_is_quote_mark(doc, verb->first - 1)))
                return NULL;
        outer = verb_over_relative(doc, c, verb->first - 1);
        wider = out_of_relatives(doc, c, outer ? outer : k);
        if (wider || outer)
                return wider ? wider : outer;
        if (lexicon_get(&lexicon_cue_verbs, doc->tokens[k->head].lemma))
                return NULL;
        outer = verb_before(doc, c, k->first, true);
        if (!outer || outer->passive ||
            !lexicon_get(&lexicon_cue_verbs, doc->tokens[outer->head].lemma))
                return NULL;
        for (size_t i = outer->end; i < k->first; i++)
                if (subject_parts_clauses(doc, i) && doc->tokens[i].upos != UPOS_SCONJ &&
                    !document_is_one_of(doc, i, subordinators, ARRAY_SIZE(subordinators)))
                        return NULL;
        return outer;
}

/* "triggered the strike, which began in May, | by insisting": over a relative clause @k that a
 * comma closes, the verb before it; NULL: there is none. */
static const struct chunk *over_closed_relative(const struct document *doc,
                                                const struct chunks *c,
                                                const struct chunk *verb, const struct chunk *k)
{
        size_t at = subject_skip_adverbs(doc, c, k->first);
        const struct chunk *who = at ? chunk_at(c, at - 1) : NULL;

        if (verb->form != VERB_ING || verb->first < 2 ||
            !document_is(doc, verb->first - 2, ",") ||
            (doc->tokens[verb->first - 1].upos != UPOS_ADP &&
             doc->tokens[verb->first - 1].upos != UPOS_SCONJ) ||
            !who || !who->relative || !who->first || !document_is(doc, who->first - 1, ","))
                return NULL;
        return verb_before(doc, c, who->first, true);
}

/* "with a speech | likening her to …": who gives it likens her. */
static bool is_given(const struct document *doc, size_t noun)
{
        const char *lemma = doc->tokens[noun].lemma;

        return lexicon_has(&lexicon_speech_words, lemma, "occasion") ||
               lexicon_has(&lexicon_speech_words, lemma, "utterance");
}

/* "her call | with Berg", "met | with Berg", "filed a suit | with the court": the word before
 * @with takes it, so that @who, behind it, is no subject. Not so behind a comma; and who comes
 * in anew has the clause for himself: "a meeting with a lawyer promising help". */
static bool takes_with(const struct document *doc, const struct chunks *c, size_t with,
                       size_t who)
{
        static const char *const nouns[] = { "call", "complaint", "contact", "tie", "link" };
        static const char *const verbs[] = { "meet",  "speak", "talk",   "file",
                                             "lodge", "spend", "confer", "share" };
        static const char *const articles[] = { "a", "an" };
        const struct chunk *k =
                with > chunk_reach_low(doc, with) ? chunk_at(c, with - 1) : NULL;
        const char *lemma = k ? doc->tokens[k->head].lemma : NULL;
        bool time = false;

        if (k && k->kind == CHUNK_NOUN) {
                time = k->time;
                if (word_is_one_of(lemma, nouns, ARRAY_SIZE(nouns)) || is_given(doc, k->head) ||
                    lexicon_has(&lexicon_speech_words, lemma, "paper"))
                        return !document_is_one_of(doc, who, articles, ARRAY_SIZE(articles));
                k = k->first ? chunk_at(c, k->first - 1) : NULL;
                lemma = k ? doc->tokens[k->head].lemma : NULL;
        }
        /* "met Friday with Norway demanding": a time is what one spends alone. */
        return k && k->kind == CHUNK_VERB && word_is_one_of(lemma, verbs, ARRAY_SIZE(verbs)) &&
               (!time || strcmp(lemma, "spend") == 0);
}

/* "led Berg | to say", "with many | chanting": who stands right before a verb that is not
 * finite, where another verb or "with" makes him its subject. */
static struct phrase subject_of_infinite(const struct document *doc, const struct chunks *c,
                                         const struct chunk *verb)
{
        size_t at = verb->form == VERB_ING ? subject_skip_adverbs(doc, c, verb->first)
                                           : verb->first;
        struct phrase p = phrase_before(doc, c, at), before;
        const struct chunk *outer = at ? chunk_at(c, at - 1) : NULL;

        if (verb->form == VERB_ING && outer && outer->kind == CHUNK_NOUN && outer->end == at &&
            outer->first && document_is(doc, outer->first - 1, "with")) {
                if (takes_with(doc, c, outer->first - 1, outer->first) ||
                    (outer->first > 1 && is_given(doc, outer->head) &&
                     !document_is(doc, outer->first - 2, ",")))
                        return PHRASE_NONE;
                before = (struct phrase){ outer->first, outer->end, outer->head };
                if (phrase_speaks(doc, before))
                        return before; /* "lawsuits | with drivers | alleging" */
        }

        if (phrase_is_none(p) || p.first <= chunk_reach_low(doc, verb->first))
                return PHRASE_NONE;
        if (document_is(doc, p.first - 1, "and") || document_is(doc, p.first - 1, "like")) {
                before = phrase_before(doc, c, p.first - 1);
                if (phrase_is_none(before) || !before.first)
                        return PHRASE_NONE;
                p.first = before.first; /* "with marchers and children", "aides like Berg" */
        }
        if (verb->form == VERB_ING)
                return document_is(doc, p.first - 1, "with") && phrase_speaks(doc, p) &&
                                       !takes_with(doc, c, p.first - 1, p.first)
                               ? p
                               : PHRASE_NONE;
        if (document_is(doc, p.first - 1, "for")) /* "common for papers to call it …" */
                return document_is(doc, verb->first, "to") && phrase_speaks(doc, p)
                               ? p
                               : PHRASE_NONE;
        outer = chunk_at(c, p.first - 1);
        if (!outer || outer->kind != CHUNK_VERB || outer->passive)
                return PHRASE_NONE;
        return lexicon_has(&lexicon_speech_words, doc->tokens[outer->head].lemma, "lead-to")
                       ? p
                       : PHRASE_NONE;
}

/* A participle or infinitive shares the subject of the finite verb before it, or, at the
 * sentence's start, of the one behind it. */
static const struct chunk *governor(const struct document *doc, const struct chunks *c,
                                    const struct chunk *verb)
{
        const struct chunk *k = verb_before(doc, c, verb->first, true), *outer;

        if (verb->form == VERB_INFINITIVE) { /* "with Berg turning to Lind | to call him …" */
                outer = verb_before(doc, c, verb->first, false);
                if (outer && outer->form == VERB_ING &&
                    !phrase_is_none(subject_of_infinite(doc, c, outer)))
                        return outer;
        }
        outer = k ? reporting_over(doc, c, verb, k) : NULL;
        if (!outer && k)
                outer = over_closed_relative(doc, c, verb, k);
        if (outer)
                return outer;
        if (k || !opens_sentence(doc, c, verb->first))
                return k;
        return verb_after(doc, c, verb->end);
}

static bool is_in_title_case(const struct token *t)
{
        return t->capital || t->kind != TOKEN_WORD || t->upos == UPOS_DET ||
               t->upos == UPOS_ADP || t->upos == UPOS_CCONJ || t->upos == UPOS_PART;
}

/* 'Berg, host of "News at Noon," | said': the mark that opens the title which a comma and the
 * mark before @token close, or 0. */
static size_t title_open(const struct document *doc, size_t token)
{
        size_t low = chunk_reach_low(doc, token), i = token - 2;

        if (token < low + 5 || !document_is(doc, i, ","))
                return 0;
        for (; i > low + 1 && i + TITLE_TOKENS > token; i--) {
                if (token_is_quote_mark(doc, i - 1))
                        return doc->tokens[i].capital && doc->tokens[i - 2].kind == TOKEN_WORD
                                       ? i - 1
                                       : 0;
                if (!is_in_title_case(&doc->tokens[i - 1]))
                        return 0;
        }
        return 0;
}

/* 'Berg, citing “the mood,” | said': the mark that opens the words which the one at @close
 * closes, where a participle behind a comma leads to them; 0: none does. */
static size_t cited_open(const struct document *doc, const struct chunks *c, size_t close)
{
        size_t low = chunk_reach_low(doc, close), open = close;
        const struct chunk *k;

        while (open > low && !token_is_quote_mark(doc, open - 1))
                open--;
        if (open <= low + 2 || !document_is(doc, close - 1, ","))
                return 0;
        k = chunk_at(c, open - 2);
        if (k && k->kind == CHUNK_VERB && k->form == VERB_ING && k->first > low &&
            document_is(doc, k->first - 1, ","))
                return open - 1;
        for (size_t i = open - 1; i > low + 1; i--) {
                k = chunk_at(c, i - 1);
                if (closes_parenthesis(doc, i - 1) || token_is_quote_mark(doc, i - 1))
                        return k && k->relative ? open - 1 : 0;
                if (k && k->relative && document_is(doc, i - 2, ","))
                        return open - 1; /* "Berg, who called it “a joke,” | said" */
        }
        return 0;
}

/* "Drivers, however, | say": a finite verb that is tagged as an infinitive. */
static bool is_bare_finite(const struct document *doc, const struct chunk *verb)
{
        return verb->end == verb->first + 1 && doc->tokens[verb->first].fine == FINE_VB &&
               verb->first > doc->sentences[doc->tokens[verb->first].sentence].first + 2 &&
               document_is(doc, verb->first - 1, ",") &&
               doc->tokens[verb->first - 2].upos == UPOS_ADV &&
               document_is(doc, verb->first - 3, ",");
}

struct phrase chunk_subject(const struct document *doc, const struct chunks *c,
                            const struct chunk *verb)
{
        for (unsigned hop = 0; hop < HOPS_MAX && verb; hop++) {
                struct step s;

                if (verb->form == VERB_ING ||
                    (verb->form == VERB_INFINITIVE && !is_bare_finite(doc, verb))) {
                        s.found = subject_of_infinite(doc, c, verb);
                        if (phrase_is_none(s.found))
                                s.found = phrase_doing(doc, c, verb);
                        if (!phrase_is_none(s.found))
                                return s.found;
                        verb = governor(doc, c, verb);
                        continue;
                }
                if (verb->first > doc->sentences[doc->tokens[verb->first].sentence].first &&
                    token_is_quote_mark(doc, verb->first - 1)) {
                        size_t open = title_open(doc, verb->first);

                        if (!open)
                                open = cited_open(doc, c, verb->first - 1);
                        return open ? phrase_over_parenthesis(doc, c, open) : PHRASE_NONE;
                }
                s = step_left(doc, c, verb);
                if (!phrase_is_none(s.found) || !s.verb || s.verb == verb)
                        return s.found;
                verb = s.verb;
        }
        return PHRASE_NONE;
}
