/* tag_verbs - verbs that the tagger takes for plural nouns, for infinitives or for participles
 *
 * "Anna Berg plans to leave", "the Road Board reports that …": behind a name a verb of the
 * present looks like one more noun of it. What follows tells: a clause, or an infinitive; and
 * some are no nouns ("the suit alleges"). Far from its subject a verb looks like any other form
 * of it: "critics, among them bakers, say it", "she almost always walked".
 */
#include <string.h>

#include "base/macros.h"
#include "workers/lexicon/lexicon.h"
#include "workers/text/lemma.h"
#include "workers/text/tag_mends.h"

extern const struct lexicon lexicon_base_verbs;
extern const struct lexicon lexicon_cue_verbs;
extern const struct lexicon lexicon_demonyms;
extern const struct lexicon lexicon_source_nouns;
extern const struct lexicon lexicon_verb_forms;

enum {
        MEND_REACH = 40, /* tokens that are looked at on either side */
        STEP_REACH = 4,  /* from "rose" to the number: "to more than 40" */
};

static bool is_finite(const struct token *t)
{
        return t->fine == FINE_VBD || t->fine == FINE_VBZ || t->fine == FINE_VBP ||
               t->fine == FINE_MD;
}

/* What parts a clause from the one before it. */
static bool parts_clauses(const struct document *doc, size_t i)
{
        const struct token *t = &doc->tokens[i];

        return t->kind == TOKEN_PUNCTUATION || t->upos == UPOS_SCONJ || t->upos == UPOS_CCONJ ||
               document_is(doc, i, "that") || document_is(doc, i, "who") ||
               document_is(doc, i, "which");
}

/* Has the clause a finite verb before token @i already? */
static bool has_verb_before(const struct document *doc, size_t i)
{
        size_t low = doc->sentences[doc->tokens[i].sentence].first;

        if (i - low > MEND_REACH)
                low = i - MEND_REACH;
        for (; i > low && !parts_clauses(doc, i - 1); i--)
                if (is_finite(&doc->tokens[i - 1]))
                        return true;
        return false;
}

/* The finite verbs from @i on: of the clause, or, if @all, up to the sentence's end. */
static unsigned verbs_behind(const struct document *doc, size_t i, bool all)
{
        size_t end = document_sentence_end(doc, i);
        unsigned n = 0;

        for (size_t k = i; k < end && k < i + MEND_REACH; k++) {
                if (!all && parts_clauses(doc, k))
                        break;
                n += is_finite(&doc->tokens[k]);
        }
        return n;
}

/* "plans | to leave", "reports | that he left": what a verb has behind it that takes it. */
static bool has_complement(const struct document *doc, size_t i, const char *value)
{
        const char *frames;
        size_t n = lexicon_column(value, 1, &frames);

        if (i + 2 >= doc->n_tokens || doc->tokens[i + 2].sentence != doc->tokens[i].sentence)
                return false;
        if (document_is(doc, i + 1, "to"))
                return memchr(frames, 'i', n) && doc->tokens[i + 2].fine == FINE_VB &&
                       !verbs_behind(doc, i + 2, false);
        return document_is(doc, i + 1, "that") &&
               (memchr(frames, 'c', n) || memchr(frames, 't', n)) &&
               !is_finite(&doc->tokens[i + 2]) && verbs_behind(doc, i + 2, true);
}

/* "the number of Anna Berg | emails that …": what is read, of a name behind a preposition. */
static bool behind_preposition(const struct document *doc, size_t i)
{
        size_t low = doc->sentences[doc->tokens[i].sentence].first;

        if (i - low > MEND_REACH)
                low = i - MEND_REACH;
        while (i > low &&
               (doc->tokens[i - 1].upos == UPOS_PROPN || doc->tokens[i - 1].upos == UPOS_ADJ))
                i--;
        return i > low && doc->tokens[i - 1].upos == UPOS_ADP;
}

/* "…, Chad News reports.", "…, Chad News reports, citing papers." */
static bool ends_there(const struct document *doc, size_t i, size_t end)
{
        if (document_is(doc, i, ",") && i + 1 < end)
                return doc->tokens[i + 1].fine == FINE_VBG;
        return i >= end || (i + 1 == end && document_is(doc, i, "."));
}

/* "The pier is shut, the Chad Gazette | reports.": a name alone between a comma and a
 * sentence's last word has said it, if that may be the verb for it. */
static bool closes_sentence(const struct document *doc, size_t i, const char *value)
{
        size_t low = doc->sentences[doc->tokens[i].sentence].first, k = i;
        size_t end = document_sentence_end(doc, i);
        const char *frames;
        size_t n = lexicon_column(value, 1, &frames);

        if (!memchr(frames, 'q', n) || !memchr(frames, 'c', n) || !ends_there(doc, i + 1, end))
                return false;
        if (i - low > MEND_REACH)
                low = i - MEND_REACH;
        while (k > low &&
               (doc->tokens[k - 1].upos == UPOS_PROPN || doc->tokens[k - 1].upos == UPOS_DET))
                k--;
        return k > low + 1 && document_is(doc, k - 1, ",") && has_verb_before(doc, k - 1);
}

/* A noun in the plural by its tag, behind a name in the singular: the verb of that name? */
static bool is_verb_of_name(const struct document *doc, size_t i)
{
        const struct token *t = &doc->tokens[i];
        const char *value;

        if (t->fine != FINE_NNS || t->capital || !i || t[-1].sentence != t->sentence ||
            t[-1].fine != FINE_NNP || !t[-1].capital)
                return false;
        value = lexicon_get(&lexicon_cue_verbs, t->lemma);
        if (document_is(doc, i + 1, "that") && behind_preposition(doc, i) &&
            lexicon_get(&lexicon_source_nouns, t->lemma))
                return false;
        return value && strcmp(t->lower, t->lemma) != 0 && !has_verb_before(doc, i) &&
               (has_complement(doc, i, value) || closes_sentence(doc, i, value));
}

bool cue_verb_has_frame(const char *value, char frame)
{
        const char *frames;
        size_t n = lexicon_column(value, 1, &frames);

        return memchr(frames, frame, n) != NULL;
}

/* "the suit | alleges": behind a noun or a name, and no noun itself? */
static bool is_never_noun(const struct document *doc, size_t i)
{
        const struct token *t = &doc->tokens[i];
        const char *value;

        if (t->fine != FINE_NNS || t->capital || !i || t[-1].sentence != t->sentence ||
            (t[-1].fine != FINE_NN && t[-1].fine != FINE_NNP) ||
            strcmp(t->lower, t->lemma) == 0)
                return false;
        value = lexicon_get(&lexicon_cue_verbs, t->lemma);
        return value && cue_verb_has_frame(value, 'v') && !has_verb_before(doc, i);
}

/* Does an infinitive, or what one depends on, stand in the sentence before @i, or does a verb
 * begin it ("Stop, think, say no")? */
static bool has_infinitive_before(const struct document *doc, size_t i)
{
        static const char *const causers[] = { "let",     "lets",    "made",    "makes",
                                               "help",    "helped",  "do",      "does",
                                               "did",     "see",     "saw",     "hear",
                                               "heard",   "helps",   "helping", "making",
                                               "letting", "watched", "watching" };
        size_t low = doc->sentences[doc->tokens[i].sentence].first;

        if (i - low > MEND_REACH)
                return true;
        for (size_t k = low; k < i; k++)
                if (doc->tokens[k].fine == FINE_MD || doc->tokens[k].fine == FINE_TO ||
                    doc->tokens[k].fine == FINE_VB ||
                    document_is_one_of(doc, k, causers, ARRAY_SIZE(causers)))
                        return true;
        return false;
}

static bool is_negation(const struct token *t)
{
        return strcmp(t->lower, "not") == 0 || strcmp(t->lower, "n't") == 0;
}

/* "critics, among them bakers, | say it goes on", "guests whose boats were taken away | say":
 * no infinitive, behind a comma or an adverb. */
static bool is_far_finite(const struct document *doc, size_t i)
{
        const struct token *t = &doc->tokens[i];
        const char *value;

        if (t->fine != FINE_VB || t->capital || i < 2 || t[-1].sentence != t->sentence ||
            (!document_is(doc, i - 1, ",") && t[-1].upos != UPOS_ADV &&
             !(t[-1].upos == UPOS_ADP && t[-2].fine == FINE_VBN)) ||
            is_negation(t - 1) || i + 1 >= document_sentence_end(doc, i) ||
            t[1].kind == TOKEN_PUNCTUATION)
                return false;
        value = lexicon_get(&lexicon_cue_verbs, t->lower);
        return value && cue_verb_has_frame(value, 'c') && !has_infinitive_before(doc, i);
}

/* "bakers, who had come to it, | say it was late": no interjection, with a clause behind it;
 * not "within, say, five years". */
static bool is_say(const struct document *doc, size_t i)
{
        const struct token *t = &doc->tokens[i];

        bool noun = i && (t[-1].upos == UPOS_NOUN || t[-1].upos == UPOS_PROPN) &&
                    t->fine == FINE_VB && !has_infinitive_before(doc, i);

        return (t->upos == UPOS_INTJ || noun) && strcmp(t->lower, "say") == 0 && !t->capital &&
               i > 1 && t[-1].sentence == t->sentence &&
               i + 1 < document_sentence_end(doc, i) &&
               (t[1].upos == UPOS_PRON || t[1].upos == UPOS_DET || t[1].upos == UPOS_PROPN ||
                t[1].upos == UPOS_SCONJ || t[1].upos == UPOS_NOUN) &&
               verbs_behind(doc, i + 1, true);
}

/* "view the vote | as a test": what stands behind the verb at @i before the sentence's end. */
static bool takes_as(const struct document *doc, size_t i)
{
        static const char *const articles[] = { "a", "an", "the" };
        size_t end = document_sentence_end(doc, i);

        for (i += 2; i + 1 < end && doc->tokens[i].kind != TOKEN_PUNCTUATION; i++)
                if (document_is(doc, i, "as"))
                        return document_is_one_of(doc, i + 1, articles, ARRAY_SIZE(articles));
        return false;
}

/* "the authors | write that it died", "voters in both states | see it as a test": no infinitive
 * right behind who does it, with a clause or "as" behind it. */
static bool is_finite_of_plural(const struct document *doc, size_t i)
{
        static const char *const many[] = { "police", "people", "staff", "media" };
        const struct token *t = &doc->tokens[i];
        const char *value;

        if (t->fine != FINE_VB || t->capital || !i || t[-1].sentence != t->sentence ||
            (t[-1].fine != FINE_NNS &&
             !document_is_one_of(doc, i - 1, many, ARRAY_SIZE(many))) ||
            has_infinitive_before(doc, i) || has_verb_before(doc, i))
                return false;
        value = lexicon_get(&lexicon_cue_verbs, t->lower);
        if (value && cue_verb_has_frame(value, 'a') && takes_as(doc, i))
                return true;
        return value && (cue_verb_has_frame(value, 'c') || cue_verb_has_frame(value, 't')) &&
               verbs_behind(doc, i + 1, true);
}

/* "Berg, as it seems, | hid it": a form that only the past has. */
static bool is_past_form(const struct document *doc, size_t i)
{
        static const char *const participles[] = { "n", "ne", "nk", "ng", "um", "s" };
        const struct token *t = &doc->tokens[i];
        size_t n = strlen(t->lower);
        const char *base;

        if (t->upos != UPOS_VERB || t->capital || n < 3 ||
            (t->fine != FINE_VB && t->fine != FINE_VBP))
                return false;
        for (size_t k = 0; k < ARRAY_SIZE(participles); k++)
                if (strcmp(t->lower + n - strlen(participles[k]), participles[k]) == 0)
                        return false; /* "been", "gone", "sung", "says" */
        base = lexicon_get(&lexicon_verb_forms, t->lower);
        return base && strcmp(base, t->lower) != 0 &&
               !lexicon_get(&lexicon_base_verbs, t->lower) &&
               !(i && t[-1].sentence == t->sentence && t[-1].upos == UPOS_AUX);
}

/* "she almost always | walked": a participle by its tag, behind who does it. */
static bool is_past_of_pronoun(const struct document *doc, size_t i)
{
        static const char *const words[] = { "he", "she", "they", "we", "i" };
        const struct token *t = &doc->tokens[i];
        size_t k = i, low = doc->sentences[t->sentence].first;

        if (t->fine != FINE_VBN || t->upos != UPOS_VERB)
                return false;
        while (k > low && doc->tokens[k - 1].upos == UPOS_ADV)
                k--;
        if (k == low || !document_is_one_of(doc, k - 1, words, ARRAY_SIZE(words)))
                return false;
        /* not "had he gone" */
        return k - 1 == low || doc->tokens[k - 2].upos != UPOS_AUX;
}

/* "Norway | froze the funds": a past without a rule, which is no preposition whatever its tag;
 * but "given", "including" and "left of" are. */
static bool is_irregular_past(const struct token *t)
{
        size_t n = strlen(t->lower);

        return t->upos == UPOS_ADP && n > 3 && t->lower[n - 1] != 'g' &&
               t->lower[n - 1] != 'n' && strcmp(t->lower + n - 2, "ed") != 0 &&
               strcmp(t->lower, "left") != 0 && lexicon_get(&lexicon_verb_forms, t->lower);
}

/* "experts | told Reuters": whatever it is tagged as, a verb. FINE_NONE: it is none of these,
 * or is tagged as one. */
static enum fine_tag always_verb(const struct document *doc, size_t i)
{
        static const char *const words[] = { "told", "said" };
        const struct token *t = &doc->tokens[i];

        if (t->upos == UPOS_VERB || t->capital || t->name != NAME_NONE ||
            (!word_is_one_of(t->lower, words, ARRAY_SIZE(words)) && !is_irregular_past(t)))
                return FINE_NONE;
        return i && t[-1].sentence == t->sentence && t[-1].upos == UPOS_AUX ? FINE_VBN
                                                                            : FINE_VBD;
}

/* "Norwegian | jets", "Bus | drivers": what may stand before a noun, at @i. */
static bool may_describe(const struct document *doc, size_t i)
{
        const struct token *t = &doc->tokens[i];

        if (!t->capital || t->fine == FINE_NNPS || t->fine == FINE_NNS)
                return false;
        return lexicon_get(&lexicon_demonyms, t->lower) ||
               (i == doc->sentences[t->sentence].first && t->name == NAME_NONE &&
                (t->fine == FINE_NN || t->fine == FINE_NNP) && t[2].fine == FINE_VBD);
}

/* "Norwegian | jets bombed", "Bus | drivers left": behind a nation, or the sentence's first
 * noun, and before a verb of the past it is who does it, and no verb. */
static int mend_of_nation(struct document *doc, size_t i)
{
        static const char *const verbs[] = { "is", "does", "has", "was" };
        struct token *t = &doc->tokens[i];
        int r;

        if (t->fine != FINE_VBZ || t->capital || !i || t[-1].sentence != t->sentence ||
            i + 2 >= document_sentence_end(doc, i) || !may_describe(doc, i - 1) ||
            t[1].upos != UPOS_VERB || (t[1].fine != FINE_VBD && t[1].fine != FINE_VBN) ||
            word_is_one_of(t->lower, verbs, ARRAY_SIZE(verbs)))
                return 0;
        t->upos = UPOS_NOUN;
        t->fine = FINE_NNS;
        if (lexicon_get(&lexicon_demonyms, t[-1].lower)) {
                t[-1].upos = UPOS_ADJ;
                t[-1].fine = FINE_JJ;
        }
        if (t[1].fine == FINE_VBN && strcmp(t[2].lower, "by") != 0)
                t[1].fine = FINE_VBD;
        r = lemma_find(doc, t - 1);
        return r ? r : lemma_find(doc, t);
}

/* "denies that | its boats sank": never for "it is". */
static bool is_own(const struct document *doc, size_t i)
{
        const struct token *t = &doc->tokens[i];

        return t->upos == UPOS_AUX && strcmp(t->lower, "its") == 0 &&
               i + 1 < document_sentence_end(doc, i) &&
               (t[1].upos == UPOS_NOUN || t[1].upos == UPOS_ADJ || t[1].upos == UPOS_PROPN);
}

/* "prices | rose 12 percent", "the toll in the harbour | rose to 40": no flower, and no hills.
 */
static bool is_step(const struct document *doc, size_t i)
{
        const struct token *t = &doc->tokens[i];

        if (t->upos == UPOS_VERB || t->capital || !i || t[-1].sentence != t->sentence ||
            t[-1].upos == UPOS_DET || t[-1].upos == UPOS_ADJ || t[-1].upos == UPOS_ADP ||
            !(document_is(doc, i, "rose") || document_is(doc, i, "fell")))
                return false;
        for (size_t k = i + 1; k <= i + STEP_REACH && k < document_sentence_end(doc, i); k++) {
                if (doc->tokens[k].upos == UPOS_NUM)
                        return true;
                if (is_finite(&doc->tokens[k]) || doc->tokens[k].upos == UPOS_DET)
                        return false;
        }
        return false;
}

/* "Revenue | rose": what begins the sentence then is its subject, and no verb. */
static int mend_subject(struct document *doc, size_t verb)
{
        struct token *t = &doc->tokens[verb - 1];

        if (t->upos != UPOS_VERB || doc->sentences[t->sentence].first != verb - 1)
                return 0;
        return token_retag(doc, t, UPOS_NOUN, FINE_NN);
}

int tags_mend_verbs(struct document *doc)
{
        int r = 0;

        for (size_t i = 0; i < doc->n_tokens && !r; i++) {
                enum fine_tag fine = always_verb(doc, i);

                if (is_own(doc, i)) {
                        r = token_retag(doc, &doc->tokens[i], UPOS_PRON, FINE_PRPS);
                        continue;
                }
                r = mend_of_nation(doc, i);
                if (r)
                        break;
                if (is_verb_of_name(doc, i) || is_never_noun(doc, i))
                        fine = FINE_VBZ;
                else if (is_far_finite(doc, i) || is_finite_of_plural(doc, i) || is_say(doc, i))
                        fine = FINE_VBP;
                else if (is_past_of_pronoun(doc, i) || is_past_form(doc, i))
                        fine = FINE_VBD;
                if (is_step(doc, i)) {
                        fine = FINE_VBD;
                        r = mend_subject(doc, i);
                }
                if (r || fine == FINE_NONE)
                        continue;
                r = token_retag(doc, &doc->tokens[i], UPOS_VERB, fine);
        }
        return r;
}
