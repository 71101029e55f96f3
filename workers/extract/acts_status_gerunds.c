/* acts_status_gerunds - how real is what a gerund tells?
 *
 * "criticized for attacking them" tells that they were attacked; "before attacking them", "the
 * idea of attacking them", "attacking them would be wrong" do not.
 */
#include <string.h>

#include "workers/extract/acts.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_deed_verbs;
extern const struct lexicon lexicon_role_nouns;

static const struct chunk *finite_before(const struct document *doc, const struct chunks *c,
                                         size_t token)
{
        size_t low = chunk_reach_low(doc, token);

        for (size_t i = token; i > low; i--) {
                const struct chunk *k = chunk_at(c, i - 1);

                if (k && k->kind == CHUNK_VERB && k->form == VERB_FINITE)
                        return k;
        }
        return NULL;
}

/* The verb of the clause that "before attacking" at @before hangs on, or stands ahead of. */
static const struct chunk *main_verb(const struct document *doc, const struct chunks *c,
                                     const struct clause *clause, size_t before)
{
        const struct chunk *k = finite_before(doc, c, before);
        size_t end = chunk_reach_high(doc, clause->verb->first);

        for (size_t i = clause->verb->end; i < end && !k; i++) {
                k = chunk_at(c, i);
                if (k && (k->kind != CHUNK_VERB || k->form != VERB_FINITE))
                        k = NULL;
        }
        return k;
}

/* "demanded talks before | leaving", "died before | leaving": may what comes next never come?
 */
static bool leaves_open(const struct document *doc, const struct chunk *verb)
{
        const char *lemma = doc->tokens[verb->head].lemma;
        enum act_status s;

        return lexicon_has(&lexicon_deed_verbs, lemma, "open") ||
               lexicon_has(&lexicon_deed_verbs, lemma, "mind") ||
               (status_of_governor(lemma, &s) && s != ACT_ALLEGED &&
                !document_is(doc, verb->head, "went"));
}

/* "spoke to her before | leaving": that followed. */
static bool is_next(const struct document *doc, const struct chunks *c,
                    const struct clause *clause, size_t before)
{
        const struct chunk *k = main_verb(doc, c, clause, before);

        return k && !k->passive && !k->negated && k->modal == UINT32_MAX &&
               (doc->tokens[k->head].fine == FINE_VBD ||
                doc->tokens[k->head].fine == FINE_VBN) &&
               !leaves_open(doc, k);
}

/* "said that | attacking Chad would be wrong" */
static bool is_topic_of_modal(const struct document *doc, const struct chunks *c,
                              const struct clause *clause)
{
        const struct chunk *verb = clause->verb, *object = chunk_at(c, verb->end), *next;
        size_t first = doc->sentences[doc->tokens[verb->first].sentence].first;

        if (verb->form != VERB_ING || verb->end != verb->first + 1 || !object ||
            object->kind != CHUNK_NOUN ||
            (verb->first > first && !document_is(doc, verb->first - 1, "that")))
                return false;
        next = chunk_at(c, object->end);
        return next && next->kind == CHUNK_VERB && next->modal != UINT32_MAX &&
               !document_is(doc, next->modal, "must");
}

/* "before attacking them", "instead of attacking them", "the idea of attacking them"; but of
 * "criticized for attacking them" it is told that they were. */
bool status_of_gerund(const struct document *doc, const struct chunks *c,
                      const struct clause *clause, enum act_status *ret)
{
        static const char *const told[] = { "consequence", "result", "history",
                                            "habit",       "record", "years" };
        static const char *const wishes[] = { "support", "candidate", "candidates", "call",
                                              "calls",   "push",      "case",       "need" };
        static const char *const supposed[] = { "before", "against", "from",
                                                "at",     "into",    "toward" };
        uint32_t i = clause->verb->first;

        if (is_topic_of_modal(doc, c, clause)) {
                *ret = ACT_HYPOTHETICAL;
                return true;
        }
        if ((clause->verb->form != VERB_ING && !document_is(doc, i, "being")) || i < 3)
                return false;
        i--;
        if (doc->tokens[i].upos == UPOS_CCONJ && chunk_at(c, i - 1) &&
            chunk_at(c, i - 1)->form == VERB_ING && chunk_at(c, i - 1)->first)
                i = chunk_at(c, i - 1)->first - 1; /* "from leaving and | attacking" */
        if (i < 2)
                return false;
        if (doc->tokens[i].upos == UPOS_ADV)
                i--;
        if (document_is(doc, i, "to") && document_is(doc, i - 1, "forward")) {
                *ret = ACT_HYPOTHETICAL; /* "looks forward to meeting her" */
                return true;
        }
        if (document_is(doc, i, "for") &&
            document_is_one_of(doc, i - 1, wishes, ARRAY_SIZE(wishes))) {
                *ret = ACT_HYPOTHETICAL; /* "support for visiting them" */
                return true;
        }
        if (document_is(doc, i, "by") || document_is(doc, i, "for")) {
                const struct chunk *k = finite_before(doc, c, i);

                return k && status_of_modal(doc, k, ret); /* "would end it by attacking" */
        }
        if (document_is(doc, i, "on") || document_is(doc, i, "in")) {
                const struct chunk *k = finite_before(doc, c, i);

                if (!k || !k->negated)
                        return false;
                *ret = ACT_DENIED; /* "put no weight on visiting" */
                return true;
        }
        if (document_is(doc, i, "than") ||
            (document_is(doc, i, "of") && document_is(doc, i - 1, "instead"))) {
                *ret = ACT_DENIED;
                return true;
        }
        if (document_is(doc, i, "before") && is_next(doc, c, clause, i))
                return false;
        if (document_is(doc, i, "before") || document_is(doc, i, "against") ||
            (!clause->governor && document_is_one_of(doc, i, supposed, ARRAY_SIZE(supposed)))) {
                *ret = ACT_HYPOTHETICAL;
                return true;
        }
        if (document_is(doc, i, "from") &&
            word_is(doc->tokens[clause->governor->head].lemma, "keep")) {
                *ret = ACT_DENIED;
                return true;
        }
        if (clause->governor || !document_is(doc, i, "of") ||
            document_is_one_of(doc, i - 1, told, ARRAY_SIZE(told)))
                return false; /* "her history of attacking them" */
        *ret = lexicon_has(&lexicon_role_nouns, doc->tokens[i - 1].lemma, "accusation")
                       ? ACT_ALLEGED
                       : ACT_HYPOTHETICAL;
        return true;
}
