/* tag_mends - tags that the models get wrong, mended by rule
 *
 * Each rule is of words whose tag what stands around them tells for certain.
 */
#include "workers/text/tag_mends.h"

#include <string.h>

#include "base/macros.h"
#include "workers/lexicon/lexicon.h"
#include "workers/text/lemma.h"

extern const struct lexicon lexicon_base_verbs;
extern const struct lexicon lexicon_plover_nouns;
extern const struct lexicon lexicon_source_nouns;

enum {
        CAUSER_REACH = 8, /* tokens from "made" to what somebody is made to do */
        DEED_REACH = 3,   /* … and from that to its noun: "hold phone talks" */
        CLAUSE_REACH = 30,
};

static void set_tag(struct token *t, enum upos upos, enum fine_tag fine)
{
        t->upos = (uint8_t)upos;
        t->fine = (uint8_t)fine;
}

int token_retag(const struct document *doc, struct token *t, enum upos upos, enum fine_tag fine)
{
        set_tag(t, upos, fine);
        return lemma_find(doc, t);
}

void tags_mend_prefixed(struct document *doc)
{
        for (size_t i = 0; i < doc->n_tokens; i++) {
                struct token *t = &doc->tokens[i];

                if (t->upos != UPOS_VERB || t->fine != FINE_VB ||
                    (strncmp(t->lower, "pro-", 4) != 0 && strncmp(t->lower, "anti-", 5) != 0))
                        continue;
                set_tag(t, UPOS_ADJ, FINE_JJ);
                if (i && document_is(doc, i - 1, "to"))
                        set_tag(&doc->tokens[i - 1], UPOS_ADP, FINE_NONE);
        }
}

/* Behind a name, or within a phrase: "a Labour Party |", "its top |", "the |", "a U.S. |". */
static bool may_precede(const struct token *t)
{
        return t->name != NAME_NONE || t->upos == UPOS_DET || t->upos == UPOS_ADJ ||
               t->upos == UPOS_PROPN || t->upos == UPOS_NOUN || t->fine == FINE_PRPS;
}

/* "a Labour Party | official met", "its top | general told": before a verb it is who does it;
 * "quoted an | official as saying". */
static int mend_officials(struct document *doc)
{
        static const char *const words[] = { "official", "executive", "representative",
                                             "general" };
        int r = 0;

        for (size_t i = 1; i + 1 < doc->n_tokens && !r; i++) {
                struct token *t = &doc->tokens[i];
                uint8_t next = doc->tokens[i + 1].upos;
                bool as = document_is(doc, i + 1, "as") && i + 2 < doc->n_tokens &&
                          doc->tokens[i + 2].fine == FINE_VBG;

                if (t->upos != UPOS_ADJ || !may_precede(&doc->tokens[i - 1]) ||
                    doc->tokens[i - 1].sentence != t->sentence ||
                    doc->tokens[i + 1].sentence != t->sentence ||
                    (next != UPOS_VERB && next != UPOS_AUX && !as) ||
                    !word_is_one_of(t->lower, words, ARRAY_SIZE(words)))
                        continue;
                r = token_retag(doc, t, UPOS_NOUN, FINE_NN);
        }
        return r;
}

/* "the US | embassy in Oslo": nouns that are never adjectives. */
static int mend_nouns(struct document *doc)
{
        static const char *const words[] = {
                "embassy", "consulate", "critic",     "denial",
                "intern",  "adversary", "accountant", "withdrawal"
        };
        int r = 0;

        for (size_t i = 0; i < doc->n_tokens && !r; i++) {
                struct token *t = &doc->tokens[i];

                if (t->upos != UPOS_ADJ || !word_is_one_of(t->lower, words, ARRAY_SIZE(words)))
                        continue;
                r = token_retag(doc, t, UPOS_NOUN, FINE_NN);
        }
        return r;
}

/* "on an earnings | call": the article is no plural's, so that what follows is a noun. */
static int mend_called(struct document *doc)
{
        static const char *const articles[] = { "a", "an" };
        int r = 0;

        for (size_t i = 2; i < doc->n_tokens && !r; i++) {
                struct token *t = &doc->tokens[i];

                if ((t->fine != FINE_VBP && t->fine != FINE_VB) || t->upos != UPOS_VERB ||
                    t->capital || t[-1].fine != FINE_NNS || t[-2].sentence != t->sentence ||
                    !document_is_one_of(doc, i - 2, articles, ARRAY_SIZE(articles)))
                        continue;
                r = token_retag(doc, t, UPOS_NOUN, FINE_NN);
        }
        return r;
}

/* "swore that he | had struck no bargain": an auxiliary. */
static int mend_perfect(struct document *doc)
{
        static const char *const words[] = { "had", "has", "have" };
        int r = 0;

        for (size_t i = 0; i + 2 < doc->n_tokens && !r; i++) {
                struct token *t = &doc->tokens[i];
                uint8_t behind = doc->tokens[i + 2].upos;

                if (t->upos != UPOS_VERB || doc->tokens[i + 1].upos != UPOS_VERB ||
                    doc->tokens[i + 1].fine != FINE_VBN ||
                    doc->tokens[i + 2].sentence != t->sentence ||
                    !word_is_one_of(t->lower, words, ARRAY_SIZE(words)) ||
                    (behind != UPOS_DET && behind != UPOS_PRON && behind != UPOS_PROPN &&
                     behind != UPOS_ADP))
                        continue;
                r = token_retag(doc, t, UPOS_AUX, (enum fine_tag)t->fine);
        }
        return r;
}

static bool is_causative(const struct token *t)
{
        static const char *const words[] = { "made", "makes", "make", "let", "lets" };

        return t->upos == UPOS_VERB && word_is_one_of(t->lower, words, ARRAY_SIZE(words));
}

/* Behind a name that "made" or "let" stands before? */
static bool is_caused(const struct document *doc, size_t i)
{
        size_t first = doc->sentences[doc->tokens[i].sentence].first;

        if (i < first + 2 || doc->tokens[i - 1].name == NAME_NONE)
                return false;
        for (size_t k = i - 1; k > first && i - k < CAUSER_REACH; k--) {
                const struct token *t = &doc->tokens[k - 1];

                if (is_causative(t))
                        return true;
                if (t->kind == TOKEN_PUNCTUATION || t->fine == FINE_POS ||
                    t->upos == UPOS_VERB || t->upos == UPOS_AUX)
                        return false;
        }
        return false;
}

/* The token of what is done: "hold phone | talks"; 0: none. */
static size_t deed_behind(const struct document *doc, size_t i)
{
        size_t end = document_sentence_end(doc, i), found = 0;

        for (size_t k = i + 1; k < end && k <= i + DEED_REACH; k++) {
                const struct token *t = &doc->tokens[k];

                if (lexicon_get(&lexicon_plover_nouns, t->lemma) ||
                    lexicon_get(&lexicon_plover_nouns, t->lower))
                        found = k;
                else if (found || t->upos == UPOS_ADP || t->kind == TOKEN_PUNCTUATION)
                        break;
        }
        return found;
}

static bool is_finite(const struct token *t)
{
        return t->upos == UPOS_AUX || t->fine == FINE_VBD || t->fine == FINE_VBZ ||
               t->fine == FINE_VBP || t->fine == FINE_MD;
}

/* Has the clause a finite verb before token @i? */
static bool has_verb_before(const struct document *doc, size_t i, size_t low)
{
        if (i - low > CLAUSE_REACH)
                low = i - CLAUSE_REACH;
        for (; i > low && !document_is(doc, i - 1, ",") &&
               doc->tokens[i - 1].upos != UPOS_CCONJ && doc->tokens[i - 1].upos != UPOS_SCONJ;
             i--)
                if (is_finite(&doc->tokens[i - 1]))
                        return true;
        return false;
}

/* Has the clause a finite verb from token @i on? */
static bool has_verb_behind(const struct document *doc, size_t i)
{
        size_t end = document_sentence_end(doc, i);

        for (size_t k = i; k < end && k < i + CLAUSE_REACH; k++) {
                const struct token *t = &doc->tokens[k];

                if (document_is(doc, k, ",") || t->upos == UPOS_SCONJ || t->fine == FINE_WP)
                        return false;
                if (is_finite(t) || t->upos == UPOS_VERB)
                        return true;
        }
        return false;
}

/* "Should Norway | arrest Lind, …", "Did Ann Berg | attack him?": behind a name that an
 * auxiliary at the sentence's head asks or supposes something of. */
static bool is_asked(const struct document *doc, size_t i)
{
        static const char *const words[] = { "should", "did",  "does", "will",
                                             "would",  "must", "can",  "could" };
        size_t first = doc->sentences[doc->tokens[i].sentence].first, k = i;

        if (doc->tokens[first].kind == TOKEN_PUNCTUATION)
                first++;
        while (k > first && doc->tokens[k - 1].name != NAME_NONE)
                k--;
        return k < i && k == first + 1 &&
               document_is_one_of(doc, first, words, ARRAY_SIZE(words)) &&
               !has_verb_behind(doc, i + 1);
}

/* "The guard | shot her friend", "Norway | struck a deal": no noun where the clause has no
 * other verb. */
static bool is_shooting(const struct document *doc, size_t i)
{
        const struct token *before = &doc->tokens[i - 1], *next = &doc->tokens[i + 1];
        size_t low = doc->sentences[before->sentence].first;

        if ((!document_is(doc, i, "shot") && !document_is(doc, i, "struck")) ||
            next->sentence != doc->tokens[i].sentence || before->sentence != next->sentence ||
            (before->fine != FINE_NN && before->fine != FINE_NNS && before->fine != FINE_NNP) ||
            (next->upos != UPOS_DET && next->fine != FINE_PRPS && next->upos != UPOS_PROPN &&
             next->upos != UPOS_NUM && !document_is(doc, i + 1, "and")))
                return false;
        if (document_is(doc, i + 1, "and"))
                return doc->tokens[i + 2].fine == FINE_VBD &&
                       doc->tokens[i + 2].sentence == next->sentence &&
                       !has_verb_before(doc, i, low);
        return !has_verb_before(doc, i, low) && !has_verb_behind(doc, i + 1);
}

/* "Lind, | shot by rebels in May, is well" */
static bool is_shot_by(const struct document *doc, size_t i)
{
        return document_is(doc, i, "shot") && document_is(doc, i - 1, ",") &&
               document_is(doc, i + 1, "by") &&
               doc->tokens[i + 1].sentence == doc->tokens[i - 1].sentence;
}

static int mend_shots(struct document *doc)
{
        int r = 0;

        for (size_t i = 1; i + 2 < doc->n_tokens && !r; i++) {
                struct token *t = &doc->tokens[i];
                bool suffered = t->fine == FINE_NN && is_shot_by(doc, i);

                if (t->fine != FINE_NN || !(suffered || is_shooting(doc, i)))
                        continue;
                r = token_retag(doc, t, UPOS_VERB, suffered ? FINE_VBN : FINE_VBD);
        }
        return r;
}

/* "made Norway | attack Chad", "made Ann Berg | hold talks": a bare infinitive behind a name,
 * which the tagger takes for a noun. */
static int mend_caused(struct document *doc)
{
        int r = 0;

        for (size_t i = 1; i + 1 < doc->n_tokens && !r; i++) {
                struct token *t = &doc->tokens[i];
                size_t deed;

                if (t->upos != UPOS_NOUN || t->fine != FINE_NN || t->capital ||
                    t->name != NAME_NONE || !lexicon_get(&lexicon_base_verbs, t->lower))
                        continue;
                if (is_asked(doc, i)) {
                        r = token_retag(doc, t, UPOS_VERB, FINE_VB);
                        continue;
                }
                if (!is_caused(doc, i))
                        continue;
                deed = deed_behind(doc, i);
                if (!deed && (doc->tokens[i + 1].name == NAME_NONE ||
                              doc->tokens[i + 1].sentence != t->sentence))
                        continue;
                r = token_retag(doc, t, UPOS_VERB, FINE_VB);
                if (!r && deed && doc->tokens[deed].upos == UPOS_VERB)
                        r = token_retag(doc, &doc->tokens[deed], UPOS_NOUN, FINE_NNS);
        }
        return r;
}

/* "Demand | for gas rose": nothing but phrases stand before a finite verb, which has no other
 * subject than what is taken for a verb at the sentence's head. */
static bool is_subject(const struct document *doc, size_t first)
{
        const struct token *t = &doc->tokens[first];
        size_t end = document_sentence_end(doc, first);

        if (!t->capital || (t->fine != FINE_VB && t->fine != FINE_VBP) ||
            t->upos != UPOS_VERB || first + 2 >= end)
                return false;
        if (t[1].fine == FINE_VBD)
                return true;
        if (t[1].upos != UPOS_ADP || (document_is(doc, first + 1, "on") && t[2].capital))
                return false; /* who acts "on Monday" has a name */
        for (size_t k = first + 2; k < end && k < first + CLAUSE_REACH; k++) {
                const struct token *next = &doc->tokens[k];

                if (next->fine == FINE_VBD || next->fine == FINE_VBZ || next->fine == FINE_MD)
                        return next[-1].upos == UPOS_NOUN || next[-1].upos == UPOS_PROPN;
                if (next->upos != UPOS_NOUN && next->upos != UPOS_PROPN &&
                    next->upos != UPOS_ADJ && next->upos != UPOS_DET && next->upos != UPOS_NUM)
                        return false;
        }
        return false;
}

/* "Sources | said", "Democrats | briefed on it say", "Sources | at the bank say": no sentence
 * begins with such a verb right before another, nor one who speaks before a preposition. */
static bool opens_as_noun(const struct document *doc, const struct token *t)
{
        static const char *const verbs[] = { "is", "does", "has", "was" };
        const struct token *next = t + 1;

        if (next->fine == FINE_VBD || next->fine == FINE_VBP || next->fine == FINE_MD)
                return !word_is_one_of(t->lower, verbs, ARRAY_SIZE(verbs));
        return next->upos == UPOS_ADP && lexicon_get(&lexicon_source_nouns, t->lemma) &&
               has_verb_behind(doc, (size_t)(next - doc->tokens) + 1);
}

static int mend_openers(struct document *doc)
{
        int r = 0;

        for (size_t i = 0; i < doc->n_sentences && !r; i++) {
                size_t first = doc->sentences[i].first;
                struct token *t = &doc->tokens[first];

                if (is_subject(doc, first)) {
                        r = t->name != NAME_NONE ? token_retag(doc, t, UPOS_PROPN, FINE_NNP)
                                                 : token_retag(doc, t, UPOS_NOUN, FINE_NN);
                        continue;
                }
                if (first + 1 >= doc->sentences[i].end || t->fine != FINE_VBZ || !t->capital ||
                    !opens_as_noun(doc, t))
                        continue;
                r = token_retag(doc, t, UPOS_NOUN, FINE_NNS);
        }
        return r;
}

/* "the poll | shows a lead", "exit polling shows": a verb, of what is read. */
static int mend_shows(struct document *doc)
{
        static const char *const words[] = {
                "poll",   "polling",  "survey",   "study", "report",   "analysis",
                "review", "research", "evidence", "video", "document", "investigation"
        };
        int r = 0;

        for (size_t i = 1; i + 1 < doc->n_tokens && !r; i++) {
                struct token *t = &doc->tokens[i];
                uint8_t next = doc->tokens[i + 1].upos;

                if (t->fine != FINE_NNS || t->capital || strcmp(t->lower, "shows") != 0 ||
                    doc->tokens[i - 1].sentence != t->sentence || next == UPOS_VERB ||
                    next == UPOS_AUX ||
                    !word_is_one_of(doc->tokens[i - 1].lower, words, ARRAY_SIZE(words)))
                        continue;
                r = token_retag(doc, t, UPOS_VERB, FINE_VBZ);
                if (!r && doc->tokens[i - 1].upos != UPOS_NOUN)
                        r = token_retag(doc, &doc->tokens[i - 1], UPOS_NOUN, FINE_NN);
        }
        return r;
}

/* "on a call that | demand had fallen", "told Reuters that | talks broke down": a noun with its
 * verb behind it, as the noun before "that" is no subject of such a form. */
static bool is_noun_behind_that(const struct document *doc, size_t i)
{
        const struct token *t = &doc->tokens[i], *noun = t - 2;
        bool many = t->fine == FINE_VBZ;

        if (t->upos != UPOS_VERB || t->capital || noun->sentence != t->sentence ||
            t[1].sentence != t->sentence || !is_finite(t + 1) ||
            !document_is(doc, i - 1, "that") ||
            (!many && t->fine != FINE_VBP && t->fine != FINE_VB))
                return false;
        return noun->fine == FINE_NNP || noun->fine == FINE_NNPS ||
               noun->fine == (many ? FINE_NNS : FINE_NN);
}

static int mend_that(struct document *doc)
{
        int r = 0;

        for (size_t i = 2; i + 1 < doc->n_tokens && !r; i++) {
                struct token *t = &doc->tokens[i];

                if (!is_noun_behind_that(doc, i))
                        continue;
                set_tag(t, UPOS_NOUN, t->fine == FINE_VBZ ? FINE_NNS : FINE_NN);
                set_tag(t - 1, UPOS_SCONJ, FINE_NONE);
                r = lemma_find(doc, t);
        }
        return r;
}

/* "Ann Berg | sharply attacked it": no noun between a name and a verb of the past. */
static int mend_adverbs(struct document *doc)
{
        static const char *const nouns[] = { "family", "assembly", "monopoly",    "anomaly",
                                             "homily", "weekly",   "daily",       "monthly",
                                             "supply", "reply",    "subassembly", "belly",
                                             "rally",  "ally",     "bully",       "jelly",
                                             "italy",  "july",     "butterfly" };
        int r = 0;

        for (size_t i = 1; i + 1 < doc->n_tokens && !r; i++) {
                struct token *t = &doc->tokens[i];
                size_t n = strlen(t->lower);

                if (t->fine != FINE_NN || t->capital || n < 6 ||
                    strcmp(t->lower + n - 2, "ly") != 0 || t[-1].name == NAME_NONE ||
                    t[-1].sentence != t->sentence || t[1].sentence != t->sentence ||
                    t[1].fine != FINE_VBD || word_is_one_of(t->lower, nouns, ARRAY_SIZE(nouns)))
                        continue;
                r = token_retag(doc, t, UPOS_ADV, FINE_NONE);
        }
        return r;
}

int tags_mend(struct document *doc)
{
        int r = tags_mend_names(doc);

        if (!r)
                r = mend_officials(doc);
        if (!r)
                r = mend_openers(doc);
        if (!r)
                r = mend_nouns(doc);
        if (!r)
                r = mend_perfect(doc);
        if (!r)
                r = mend_caused(doc);
        if (!r)
                r = mend_shows(doc);
        if (!r)
                r = mend_shots(doc);
        if (!r)
                r = mend_that(doc);
        if (!r)
                r = mend_called(doc);
        if (!r)
                r = mend_adverbs(doc);
        if (!r)
                r = tags_mend_verbs(doc);
        return r ? r : tags_mend_speakers(doc);
}
