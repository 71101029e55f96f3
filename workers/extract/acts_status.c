/* acts_status - is an act done, to come, denied, alleged, or only supposed? */
#include <string.h>

#include "workers/extract/acts.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_cue_verbs;
extern const struct lexicon lexicon_deed_verbs;

static const struct status_word modals[] = {
        { "will", ACT_PLANNED },       { "shall", ACT_PLANNED },
        { "'ll", ACT_PLANNED },        { "would", ACT_HYPOTHETICAL },
        { "could", ACT_HYPOTHETICAL }, { "may", ACT_HYPOTHETICAL },
        { "might", ACT_HYPOTHETICAL }, { "can", ACT_HYPOTHETICAL },
        { "must", ACT_HYPOTHETICAL },  { "should", ACT_HYPOTHETICAL },
        { "'d", ACT_HYPOTHETICAL },
};

/* Verbs and adjectives whose infinitive is of this kind. */
static const struct status_word governors[] = {
        { "plan", ACT_PLANNED },         { "intend", ACT_PLANNED },
        { "agree", ACT_PLANNED },        { "expect", ACT_PLANNED },
        { "schedule", ACT_PLANNED },     { "go", ACT_PLANNED },
        { "promise", ACT_PLANNED },      { "pledge", ACT_PLANNED },
        { "vow", ACT_PLANNED },          { "prepare", ACT_PLANNED },
        { "set", ACT_PLANNED },          { "offer", ACT_PLANNED },
        { "threaten", ACT_PLANNED },     { "aim", ACT_PLANNED },
        { "decide", ACT_PLANNED },       { "ready", ACT_PLANNED },
        { "willing", ACT_PLANNED },      { "due", ACT_PLANNED },
        { "prepared", ACT_PLANNED },     { "want", ACT_HYPOTHETICAL },
        { "hope", ACT_HYPOTHETICAL },    { "wish", ACT_HYPOTHETICAL },
        { "ask", ACT_HYPOTHETICAL },     { "urge", ACT_HYPOTHETICAL },
        { "demand", ACT_HYPOTHETICAL },  { "order", ACT_HYPOTHETICAL },
        { "call", ACT_HYPOTHETICAL },    { "try", ACT_HYPOTHETICAL },
        { "seek", ACT_HYPOTHETICAL },    { "allow", ACT_HYPOTHETICAL },
        { "refuse", ACT_DENIED },        { "decline", ACT_DENIED },
        { "deny", ACT_DENIED },          { "fail", ACT_DENIED },
        { "accuse", ACT_ALLEGED },       { "allege", ACT_ALLEGED },
        { "suspect", ACT_ALLEGED },      { "claim", ACT_ALLEGED },
        { "blame", ACT_ALLEGED },        { "charge", ACT_ALLEGED },
        { "say", ACT_ALLEGED },          { "report", ACT_ALLEGED },
        { "believe", ACT_ALLEGED },      { "seem", ACT_ALLEGED },
        { "appear", ACT_ALLEGED },       { "prevent", ACT_DENIED },
        { "stop", ACT_DENIED },          { "deter", ACT_DENIED },
        { "discourage", ACT_DENIED },    { "dissuade", ACT_DENIED },
        { "refrain", ACT_DENIED },       { "prohibit", ACT_DENIED },
        { "ban", ACT_DENIED },           { "bar", ACT_DENIED },
        { "acquit", ACT_DENIED },        { "consider", ACT_HYPOTHETICAL },
        { "attempt", ACT_HYPOTHETICAL }, { "need", ACT_HYPOTHETICAL },
        { "balk", ACT_DENIED },          { "avoid", ACT_DENIED },
        { "resist", ACT_DENIED },        { "hesitate", ACT_HYPOTHETICAL },
        { "oppose", ACT_HYPOTHETICAL },  { "look", ACT_HYPOTHETICAL },
        { "choose", ACT_PLANNED },       { "swear", ACT_PLANNED },
        { "warn", ACT_HYPOTHETICAL },    { "propose", ACT_HYPOTHETICAL },
        { "suggest", ACT_HYPOTHETICAL }, { "recommend", ACT_HYPOTHETICAL },
        { "weigh", ACT_HYPOTHETICAL },   { "mull", ACT_HYPOTHETICAL },
};

bool status_find(const struct status_word *words, size_t n, const char *word,
                 enum act_status *ret)
{
        for (size_t i = 0; i < n; i++)
                if (strcmp(words[i].word, word) == 0) {
                        *ret = words[i].status;
                        return true;
                }
        return false;
}

bool status_of_governor(const char *lemma, enum act_status *ret)
{
        return status_find(governors, ARRAY_SIZE(governors), lemma, ret);
}

/* "is ready to …", "is willing to …": what stands between the copula and the infinitive. */
static bool adjective_status(const struct document *doc, const struct clause *clause,
                             enum act_status *ret)
{
        const struct chunk *governor = clause->governor;

        if (!governor)
                return false;
        for (size_t i = governor->end; i < clause->verb->first && i < governor->end + 3; i++)
                if (status_find(governors, ARRAY_SIZE(governors), doc->tokens[i].lower, ret))
                        return true;
        return false;
}

/* "hardly support him", "almost attacked them" */
static bool is_hardly(const struct document *doc, const struct clause *clause)
{
        static const char *const words[] = { "hardly", "barely", "scarcely", "rarely",
                                             "seldom", "almost", "nearly" };
        uint32_t i = clause->verb->first;

        for (i = i ? i - 1 : 0; i < clause->verb->head; i++)
                if (document_is_one_of(doc, i, words, ARRAY_SIZE(words)))
                        return true;
        return false;
}

/* "almost uniformly | supported": of those who did, and not whether. */
static bool is_hardly_so(const struct document *doc, const struct clause *clause)
{
        uint32_t i = clause->verb->first;

        return i > 1 && doc->tokens[i - 1].upos == UPOS_ADV &&
               (document_is(doc, i - 2, "almost") || document_is(doc, i - 2, "nearly"));
}

/* "No fighters were released", "made no arrests" */
static bool has_none(const struct document *doc, const struct clause *clause)
{
        static const char *const words[] = { "no", "nobody", "none", "neither", "nothing" };
        const struct clause_part *object = clause->n_parts ? &clause->parts[0] : NULL;

        if (!phrase_is_none(clause->subject) &&
            (document_is_one_of(doc, clause->subject.first, words, ARRAY_SIZE(words)) ||
             (document_is(doc, clause->subject.first, "one") && clause->subject.first &&
              document_is(doc, clause->subject.first - 1, "no"))))
                return true;
        return object && object->preposition == UINT32_MAX && !object->inner &&
               document_is_one_of(doc, object->chunk->first, words, ARRAY_SIZE(words));
}

/* "would later attack them": told from the day before it. */
static bool is_told_ahead(const struct document *doc, const struct chunk *verb)
{
        static const char *const words[] = { "later", "eventually",   "ultimately",
                                             "soon",  "subsequently", "then" };

        if (verb->modal == UINT32_MAX || !document_is(doc, verb->modal, "would"))
                return false;
        for (uint32_t i = verb->modal + 1; i < verb->head; i++)
                if (document_is_one_of(doc, i, words, ARRAY_SIZE(words)))
                        return true;
        return false;
}

/* "is not able to decide", "was unable to decide" */
static bool is_unable(const struct document *doc, const struct clause *clause)
{
        uint32_t i = clause->verb->first;

        if (!clause->governor || i <= clause->governor->end)
                return false;
        if (document_is(doc, i - 1, "unable") ||
            (document_is(doc, i - 1, "position") && clause->governor->negated))
                return true;
        return document_is(doc, i - 1, "able") && i > clause->governor->end + 1 &&
               (document_is(doc, i - 2, "not") || document_is(doc, i - 2, "n't") ||
                document_is(doc, i - 2, "never"));
}

/* "has yet to decide" */
static bool is_yet_to(const struct document *doc, const struct clause *clause)
{
        uint32_t first = clause->verb->first, i = first > 2 ? first - 2 : 0;

        for (; i < clause->verb->head; i++)
                if (document_is(doc, i, "yet") && document_is(doc, i + 1, "to"))
                        return true;
        return false;
}

/* "they'd | reached a deal": they had. */
static bool is_had(const struct document *doc, const struct chunk *verb)
{
        return verb->modal != UINT32_MAX && document_is(doc, verb->modal, "'d") &&
               !verb->passive && doc->tokens[verb->head].fine == FINE_VBN &&
               strcmp(doc->tokens[verb->head].lower, doc->tokens[verb->head].lemma) != 0 &&
               !document_is(doc, verb->modal + 1, "have");
}

bool status_of_modal(const struct document *doc, const struct chunk *verb, enum act_status *ret)
{
        return verb->modal != UINT32_MAX && !is_had(doc, verb) &&
               status_find(modals, ARRAY_SIZE(modals), doc->tokens[verb->modal].lower, ret);
}

/* "is said to have …"; but who says something on his way to a meeting claims no meeting. */
static bool is_claimed(const struct document *doc, const struct clause *clause)
{
        const char *lemma = doc->tokens[clause->governor->head].lemma;

        if (clause->verb->form != VERB_INFINITIVE)
                return true;
        if (lexicon_has(&lexicon_deed_verbs, lemma, "claim"))
                return clause->governor->end == clause->verb->first;
        return true;
}

/* "could choose to …", "might agree to …" */
static bool is_supposed(const struct document *doc, const struct chunk *governor)
{
        static const char *const words[] = { "could", "might", "may", "can" };

        return governor->modal != UINT32_MAX &&
               document_is_one_of(doc, governor->modal, words, ARRAY_SIZE(words));
}

static bool governed_status(const struct document *doc, const struct clause *clause,
                            enum act_status *ret)
{
        if (!clause->governor || !is_claimed(doc, clause) ||
            document_is(doc, clause->governor->head, "went") ||
            (document_is(doc, clause->governor->head, "called") &&
             clause->governor->end == clause->verb->first))
                return false;
        if (!status_of_governor(doc->tokens[clause->governor->head].lemma, ret) &&
            !adjective_status(doc, clause, ret))
                return false;
        if (*ret == ACT_PLANNED && is_supposed(doc, clause->governor))
                *ret = ACT_HYPOTHETICAL;
        return true;
}

bool clause_is_forgone(const struct document *doc, const struct clause *clause)
{
        enum act_status s;

        return clause->governor && clause->governor->negated &&
               governed_status(doc, clause, &s) && s == ACT_PLANNED;
}

static bool has_hearsay(const struct document *doc, const struct clause *clause)
{
        size_t i = clause->verb->first;

        for (i -= i > 0; i < clause->verb->end; i++)
                if (document_is(doc, i, "reportedly") || document_is(doc, i, "allegedly"))
                        return true;
        return false;
}

bool clause_is_to_come(const struct document *doc, const struct chunk *verb)
{
        static const char *const forms[] = { "is", "are", "am", "was", "were", "'s", "'re" };

        for (size_t i = verb->first; i < verb->end; i++)
                if (document_is(doc, i, "to") && i > 0 &&
                    document_is_one_of(doc, i - 1, forms, ARRAY_SIZE(forms)))
                        return true;
        return document_is(doc, verb->first, "to") && verb->first > 0 &&
               document_is_one_of(doc, verb->first - 1, forms, ARRAY_SIZE(forms));
}

/* "said | on Twitter in May": where the phrases begin that tell where and when it was said. */
static size_t before_setting(const struct document *doc, const struct chunks *c, size_t i,
                             size_t first)
{
        enum { PHRASES = 3 };
        static const char *const ties[] = { "on", "in", "at", "during" };

        for (unsigned n = 0; n < PHRASES && i > first + 1; n++) {
                const struct chunk *k = chunk_at(c, i - 1);

                if (!k || k->kind != CHUNK_NOUN || k->first <= first ||
                    !document_is_one_of(doc, k->first - 1, ties, ARRAY_SIZE(ties)))
                        return i;
                i = k->first - 1;
        }
        return i;
}

/* "said it would cut jobs" tells of a plan; "would have" of none, nor does what hangs on an
 * if. */
static bool is_announced(const struct document *doc, const struct chunks *c,
                         const struct clause *clause)
{
        const struct sentence *s = &doc->sentences[doc->tokens[clause->verb->first].sentence];
        size_t i = clause->first;
        const struct chunk *k;
        const char *class;

        if (clause->verb->modal == UINT32_MAX || is_had(doc, clause->verb) ||
            !(document_is(doc, clause->verb->modal, "would") ||
              document_is(doc, clause->verb->modal, "'d")) ||
            document_is(doc, clause->verb->modal + 1, "have"))
                return false;
        for (size_t t = s->first; t < s->end && t - s->first < CHUNK_REACH; t++)
                if (document_is(doc, t, "if"))
                        return false;
        if (i > s->first && document_is(doc, i - 1, "that"))
                i = before_setting(doc, c, i - 1, s->first);
        k = i > s->first ? chunk_at(c, i - 1) : NULL;
        if (k && k->kind == CHUNK_NOUN && k->time && k->first > s->first)
                k = chunk_at(c, k->first - 1 -
                                        (doc->tokens[k->first - 1].upos == UPOS_ADP &&
                                         k->first > s->first + 1)); /* "said on Monday it" */
        if (k && k->kind == CHUNK_NOUN && k->first > s->first) {    /* "told Berg that it" */
                k = chunk_at(c, k->first - 1);
                if (k &&
                    (k->kind != CHUNK_VERB || !word_is(doc->tokens[k->head].lemma, "tell")))
                        k = NULL;
        }
        class = k && k->kind == CHUNK_VERB
                        ? lexicon_get(&lexicon_cue_verbs, doc->tokens[k->head].lemma)
                        : NULL;
        return class &&
               (strncmp(class, "say\t", 4) == 0 || word_is(doc->tokens[k->head].lemma, "tell"));
}

/* "would likely have left": it was not, and is not meant to be. */
static bool is_past(const struct document *doc, const struct chunk *verb)
{
        for (uint32_t i = verb->first; i < verb->head; i++)
                if (document_is(doc, i, "have"))
                        return true;
        return false;
}

bool clause_is_intended(const struct document *doc, const struct clause *clause)
{
        enum act_status s;

        if (is_told_ahead(doc, clause->verb) ||
            (clause->verb->modal != UINT32_MAX && is_past(doc, clause->verb)))
                return false;
        if (status_of_modal(doc, clause->verb, &s))
                return s == ACT_PLANNED || document_is(doc, clause->verb->modal, "would") ||
                       document_is(doc, clause->verb->modal, "'d") ||
                       document_is(doc, clause->verb->modal, "may");
        return governed_status(doc, clause, &s) && s == ACT_PLANNED;
}

/* "without saying", "not yet firmly backed", "neither was convicted" */
static bool is_negated_before(const struct document *doc, size_t i)
{
        static const char *const words[] = { "without", "not", "never", "neither", "nobody" };

        for (unsigned n = 0; n < 3 && i; n++, i--) {
                if (document_is(doc, i - 1, "longer") && i > 1 && document_is(doc, i - 2, "no"))
                        return true;
                if (document_is_one_of(doc, i - 1, words, ARRAY_SIZE(words)))
                        return i < 2 || !document_is(doc, i - 2, "or"); /* "whether or not" */
                if (doc->tokens[i - 1].upos != UPOS_ADV || document_is(doc, i - 1, "only"))
                        return false;
        }
        return false;
}

/* "denied having | attacked them", "accused them of having | attacked her" */
static bool status_behind_having(const struct document *doc, const struct chunks *c,
                                 const struct clause *clause, enum act_status *ret)
{
        uint32_t i = clause->verb->first;
        const struct chunk *having =
                i && document_is(doc, i - 1, "having") ? chunk_at(c, i - 1) : NULL;
        struct clause outer;

        if (!having || having == clause->verb || having->kind != CHUNK_VERB)
                return false;
        clause_read(&outer, doc, c, having);
        return governed_status(doc, &outer, ret);
}

/* "any deal | reached by them" */
static bool is_any(const struct document *doc, const struct clause *clause)
{
        return clause->verb->form == VERB_PARTICIPLE && !phrase_is_none(clause->subject) &&
               clause->subject.first < clause->verb->first &&
               document_is(doc, clause->subject.first, "any");
}

enum act_status clause_status(const struct document *doc, const struct chunks *c,
                              const struct clause *clause)
{
        enum act_status s;

        if (clause_is_condition(doc, c, clause) || clause_is_asked(doc, clause) ||
            is_any(doc, clause))
                return ACT_HYPOTHETICAL;
        if (clause->verb->negated || has_none(doc, clause) ||
            (is_hardly(doc, clause) && !is_hardly_so(doc, clause)) || is_yet_to(doc, clause) ||
            is_unable(doc, clause) || clause_is_forgone(doc, clause) ||
            is_negated_before(doc, clause->verb->first))
                return ACT_DENIED;
        if (is_told_ahead(doc, clause->verb))
                return ACT_HAPPENED;
        if (clause_is_to_come(doc, clause->verb) || is_announced(doc, c, clause))
                return ACT_PLANNED;
        if (status_of_modal(doc, clause->verb, &s) ||
            status_of_shared_modal(doc, c, clause, &s) ||
            status_of_gerund(doc, c, clause, &s) || governed_status(doc, clause, &s) ||
            status_behind_having(doc, c, clause, &s))
                return s;
        if (has_hearsay(doc, clause))
                return ACT_ALLEGED;
        if (status_of_matrix(doc, c, clause, &s) || status_of_noun(doc, c, clause, &s) ||
            status_of_vote(doc, clause, &s))
                return s;
        if (clause_is_doer(doc, clause)) {
                struct clause outer;

                if (clause->governor->negated)
                        return ACT_DENIED;
                clause_read(&outer, doc, c, clause->governor);
                if (clause->governor->form == VERB_INFINITIVE &&
                    governed_status(doc, &outer, &s))
                        return s; /* "was expected to begin helping" */
                if (is_announced(doc, c, &outer))
                        return ACT_PLANNED; /* "said it would start helping" */
                return status_of_modal(doc, clause->governor, &s) ? s : ACT_HAPPENED;
        }
        if (clause->verb->form == VERB_INFINITIVE)
                return ACT_HYPOTHETICAL;
        return ACT_HAPPENED;
}
