/* acts_status_clauses - what the clause around an act makes of it: a claim, a wish, a
 * condition, a question */
#include <string.h>

#include "workers/extract/acts.h"
#include "workers/extract/subjects.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_deed_verbs;

/* "talking to her, he asked, "Why?"": are other words asked than the clause? */
static bool opens_quote(const struct document *doc, size_t i, size_t end)
{
        for (; i + 1 < end; i++)
                if (token_is_quote_mark(doc, i) && document_is(doc, i - 1, ","))
                        return true;
        return false;
}

/* "Will they attack?" */
bool clause_is_asked(const struct document *doc, const struct clause *clause)
{
        const struct sentence *s = &doc->sentences[doc->tokens[clause->verb->first].sentence];

        for (size_t i = s->end; i > clause->end && i + 3 > s->end; i--)
                if (document_is(doc, i - 1, "?"))
                        return !opens_quote(doc, clause->end, i - 1);
        return false;
}

/* "oldest", "most" */
static bool is_superlative(const struct token *t)
{
        static const char *const others[] = { "honest", "modest", "earnest", "west" };
        size_t n = strlen(t->lower);

        return word_is(t->lower, "most") || word_is(t->lower, "least") ||
               (t->upos == UPOS_ADJ && n > 3 && strcmp(t->lower + n - 3, "est") == 0 &&
                !word_is_one_of(t->lower, others, ARRAY_SIZE(others)));
}

/* "became | the latest guest | to leave": who is one of those that do. */
static bool has_rank(const struct document *doc, uint32_t first, uint32_t end)
{
        static const char *const words[] = { "latest", "first", "second", "third", "fourth",
                                             "fifth",  "last",  "worst",  "only" };

        for (uint32_t i = first; i < end; i++)
                if (is_superlative(&doc->tokens[i]) ||
                    document_is_one_of(doc, i, words, ARRAY_SIZE(words)))
                        return true;
        return false;
}

/* "was forced | to leave": whoever was, did. Not "is forced to", which may be a rule. */
static bool is_made_to(const struct document *doc, const struct clause *clause)
{
        static const char *const verbs[] = { "force", "compel", "oblige", "prompt" };
        static const char *const past[] = { "was", "were", "been", "got" };
        const struct chunk *governor = clause->governor;

        if (governor->end != clause->verb->first || governor->form != VERB_FINITE ||
            !word_is_one_of(doc->tokens[governor->head].lemma, verbs, ARRAY_SIZE(verbs)))
                return false;
        for (uint32_t i = governor->first; i < governor->head; i++)
                if (document_is_one_of(doc, i, past, ARRAY_SIZE(past)))
                        return true;
        return false;
}

/* "used | to ban it", "rushed | to help them" */
static bool has_done_verb(const struct document *doc, const struct clause *clause)
{
        static const char *const forms[] = { "used", "rushed", "hurried" };

        return clause->governor->end == clause->verb->first &&
               document_is_one_of(doc, clause->governor->head, forms, ARRAY_SIZE(forms));
}

bool status_of_vote(const struct document *doc, const struct clause *clause,
                    enum act_status *ret)
{
        const struct chunk *vote = clause->governor;

        if (!vote || !word_is(doc->tokens[vote->head].lemma, "vote") || vote->negated ||
            vote->modal != UINT32_MAX || vote->form == VERB_INFINITIVE ||
            !document_is(doc, clause->verb->first, "to"))
                return false;
        *ret = lexicon_has(&lexicon_deed_verbs, doc->tokens[clause->verb->head].lemma, "vote")
                       ? ACT_HAPPENED
                       : ACT_PLANNED;
        return true;
}

bool clause_is_doer(const struct document *doc, const struct clause *clause)
{
        uint32_t i = clause->verb->first;
        static const char *const easy[] = { "able",   "quick", "swift", "right", "wrong",
                                            "forced", "proud", "first", "last",  "slow" };

        if (!clause->governor)
                return false;
        if (clause->governor->passive)
                return is_made_to(doc, clause);
        if (has_done_verb(doc, clause) ||
            lexicon_has(&lexicon_deed_verbs, doc->tokens[clause->governor->head].lemma, "doer"))
                return true;
        if (word_is(doc->tokens[clause->governor->head].lemma, "make") &&
            !document_is(doc, i, "to"))
                return true; /* "made Norway | leave" */
        if (document_is(doc, clause->governor->head, "went") ||
            document_is(doc, clause->governor->head, "took"))
                return true;
        if (document_is(doc, clause->governor->head, "called"))
                return clause->governor->end == clause->verb->first; /* by telephone */
        if (document_is(doc, clause->governor->head, "had"))
                return clause->governor->end == clause->verb->first; /* "had to leave" */
        if (word_is(doc->tokens[clause->governor->head].lemma, "become") &&
            clause->governor->form == VERB_FINITE)
                return has_rank(doc, clause->governor->end, i);
        if (i > clause->governor->end && document_is_one_of(doc, i - 1, easy, ARRAY_SIZE(easy)))
                return true;
        for (uint32_t k = clause->governor->end; k + 1 < i; k++) /* "the first ally to …" */
                if (document_is(doc, k, "the") &&
                    (document_is(doc, k + 1, "first") || document_is(doc, k + 1, "last") ||
                     document_is(doc, k + 1, "only")))
                        return true;
        return false;
}

bool status_of_shared_modal(const struct document *doc, const struct chunks *c,
                            const struct clause *clause, enum act_status *ret)
{
        const struct chunk *verb = clause->verb;
        size_t low = chunk_reach_low(doc, verb->first);
        uint8_t fine = doc->tokens[verb->head].fine;

        if (verb->end != verb->first + 1 || (fine != FINE_VB && fine != FINE_VBP) ||
            verb->first <= low || doc->tokens[verb->first - 1].upos != UPOS_CCONJ)
                return false;
        for (size_t i = verb->first - 1; i > low; i--) {
                const struct chunk *k = chunk_at(c, i - 1);

                if (k && k->kind == CHUNK_VERB && k->form == VERB_FINITE)
                        return status_of_modal(doc, k, ret);
        }
        return false;
}

/* "would have left", or, @bare, "would be gone" */
static bool is_would_have(const struct document *doc, const struct chunk *k, bool bare)
{
        static const char *const modals[] = { "would", "could", "might" };

        if (k->kind != CHUNK_VERB || k->modal == UINT32_MAX ||
            !document_is_one_of(doc, k->modal, modals, ARRAY_SIZE(modals)))
                return false;
        for (uint32_t i = k->modal + 1; i < k->end && !bare; i++)
                if (document_is(doc, i, "have"))
                        return true;
        return bare;
}

/* "it would have been late | had Chad attacked": is that the clause right before @had? */
static bool is_behind_would_have(const struct document *doc, const struct chunks *c, size_t had)
{
        const struct chunk *noun = had ? chunk_at(c, had - 1) : NULL;
        /* "would be alive today | had": not "would be the mayor had", whose verb it is. */
        bool bare = !noun || noun->kind != CHUNK_NOUN || chunk_tells_time(doc, noun);

        for (size_t i = had, low = chunk_reach_low(doc, had); i > low; i--) {
                const struct chunk *k = chunk_at(c, i - 1);

                if (k && k->relative)
                        return false;
                if (k && k->kind == CHUNK_VERB)
                        return is_would_have(doc, k, bare);
        }
        return false;
}

/* "had Chad attacked, | it would have been late"; where it opens the sentence (@bare), "| it
 * would be late". */
static bool is_before_would_have(const struct document *doc, const struct chunks *c, size_t i,
                                 bool bare)
{
        for (size_t end = chunk_reach_high(doc, i); i < end; i++) {
                const struct chunk *k = chunk_at(c, i);

                if (document_is(doc, i, "though") || document_is(doc, i, "although"))
                        return false;
                if (k && k->first == i && is_would_have(doc, k, bare))
                        return !(chunk_at(c, i - 1) && chunk_at(c, i - 1)->relative);
        }
        return false;
}

/* Not where another word asks for the inverted "had": "only then had", "nor had". */
static bool opens_clause(const struct document *doc, size_t had, size_t first)
{
        return had == first || document_is(doc, had - 1, ",") ||
               document_is(doc, had - 1, "and") || token_is_quote_mark(doc, had - 1);
}

/* "had | Chad attacked, Norway would have …": the verb before its subject. */
static bool is_inverted(const struct document *doc, const struct chunks *c,
                        const struct clause *clause)
{
        size_t first = doc->sentences[doc->tokens[clause->verb->first].sentence].first;
        const struct chunk *verb = clause->verb;
        uint32_t i = clause->subject.first;

        if (phrase_is_none(clause->subject) || i <= first || i >= verb->first)
                return false;
        if (!document_is(doc, i - 1, "had") || verb->form != VERB_PARTICIPLE)
                return false;
        return is_behind_would_have(doc, c, i - 1) ||
               (opens_clause(doc, i - 1, first) &&
                is_before_would_have(doc, c, verb->end, i - 1 == first));
}

/* "if Russia invades": a condition, right before the clause's subject. */
bool clause_is_condition(const struct document *doc, const struct chunks *c,
                         const struct clause *clause)
{
        size_t first = doc->sentences[doc->tokens[clause->verb->first].sentence].first;
        size_t i = clause->first;

        if (is_inverted(doc, c, clause))
                return true;
        if (clause->verb->form == VERB_ING && clause->verb->first > clause->first &&
            document_is(doc, clause->verb->first - 1, "after"))
                return false; /* "if she leaves after selling it" */
        for (unsigned n = 0; n < 4 && i > first; n++, i--) {
                if (document_is(doc, i - 1, "if") || document_is(doc, i - 1, "unless") ||
                    document_is(doc, i - 1, "whether"))
                        return true;
                if (document_is(doc, i - 1, ",") || document_is(doc, i - 1, "that"))
                        return false;
        }
        return false;
}

/* "claims that …", "hopes they …": what the word before the clause makes of it. */
static const struct status_word over_clauses[] = {
        { "claim", ACT_ALLEGED },
        { "contend", ACT_ALLEGED },
        { "complain", ACT_ALLEGED },
        { "allegation", ACT_ALLEGED },
        { "accusation", ACT_ALLEGED },
        { "allege", ACT_ALLEGED },
        { "proof", ACT_ALLEGED },
        { "evidence", ACT_ALLEGED },
        { "suspicion", ACT_ALLEGED },
        { "suspect", ACT_ALLEGED },
        { "rumor", ACT_ALLEGED },
        { "rumour", ACT_ALLEGED },
        { "hope", ACT_HYPOTHETICAL },
        { "wish", ACT_HYPOTHETICAL },
        { "fear", ACT_HYPOTHETICAL },
        { "idea", ACT_HYPOTHETICAL },
        { "theory", ACT_HYPOTHETICAL },
        { "possibility", ACT_HYPOTHETICAL },
        { "chance", ACT_HYPOTHETICAL },
        { "risk", ACT_HYPOTHETICAL },
        { "demand", ACT_HYPOTHETICAL },
        { "suggest", ACT_HYPOTHETICAL },
        { "propose", ACT_HYPOTHETICAL },
        { "recommend", ACT_HYPOTHETICAL },
        { "insist", ACT_ALLEGED },
        { "deny", ACT_DENIED },
        { "requirement", ACT_HYPOTHETICAL },
        { "require", ACT_HYPOTHETICAL },
        { "condition", ACT_HYPOTHETICAL },
        { "charge", ACT_ALLEGED },
        { "doubt", ACT_HYPOTHETICAL },
        { "imagine", ACT_HYPOTHETICAL },
        { "ensure", ACT_HYPOTHETICAL },
        { "pretend", ACT_DENIED },
};

static bool is_subjunctive(const struct document *doc, const struct clause *clause)
{
        const struct token *verb = &doc->tokens[clause->verb->head];

        return clause->verb->end == clause->verb->first + 1 &&
               !phrase_is_none(clause->subject) &&
               doc->tokens[clause->subject.head].upos == UPOS_PROPN &&
               word_is(verb->lower, verb->lemma);
}

/* "did not find that …" */
static bool is_not_found(const struct document *doc, const struct chunks *c, size_t token)
{
        const struct chunk *k = chunk_at(c, token);

        if (!k || k->kind != CHUNK_VERB || !k->negated)
                return false;
        return lexicon_has(&lexicon_deed_verbs, doc->tokens[k->head].lemma, "think");
}

/* "claims by rowers | that …": the token behind the noun that the clause tells the matter of.
 */
static size_t claim_end(const struct document *doc, const struct chunks *c, size_t that,
                        size_t first)
{
        static const char *const ties[] = { "from", "by", "of", "among", "against" };
        const struct chunk *k = that > first ? chunk_at(c, that - 1) : NULL, *claim;
        enum act_status s;

        if (!k || k->kind != CHUNK_NOUN || k->first < first + 2 ||
            status_find(over_clauses, ARRAY_SIZE(over_clauses), doc->tokens[that - 1].lemma,
                        &s) ||
            !document_is_one_of(doc, k->first - 1, ties, ARRAY_SIZE(ties)))
                return that;
        claim = chunk_at(c, k->first - 2);
        return claim && claim->kind == CHUNK_NOUN && claim->end == k->first - 1 ? claim->end
                                                                                : that;
}

bool status_of_matrix(const struct document *doc, const struct chunks *c,
                      const struct clause *clause, enum act_status *ret)
{
        size_t first = doc->sentences[doc->tokens[clause->verb->first].sentence].first;
        size_t i = clause->first;

        if (i <= first ||
            (clause->verb->form == VERB_PARTICIPLE && /* "denies that | its ships sank" */
             !(document_is(doc, i - 1, "that") && clause_object(clause))) ||
            (clause->verb->form == VERB_INFINITIVE &&
             clause->verb->end != clause->verb->first + 1))
                return false;
        if (clause->verb->form == VERB_ING) /* "the idea of Norway leaving" */
                return (document_is(doc, i - 1, "of") || document_is(doc, i - 1, "about")) &&
                       i > first + 1 &&
                       status_find(over_clauses, ARRAY_SIZE(over_clauses),
                                   doc->tokens[i - 2].lemma, ret);
        if (document_is(doc, i - 1, "that"))
                i = claim_end(doc, c, i - 1, first);
        else if (doc->tokens[i - 1].upos != UPOS_VERB)
                return false;
        if (i > first && is_not_found(doc, c, i - 1)) {
                *ret = ACT_HYPOTHETICAL;
                return true;
        }
        if (i <= first ||
            !status_find(over_clauses, ARRAY_SIZE(over_clauses), doc->tokens[i - 1].lemma, ret))
                return false;
        if (doc->tokens[clause->verb->head].fine == FINE_VB)
                *ret = ACT_HYPOTHETICAL; /* "insisted that she leave" */
        else if (*ret == ACT_ALLEGED && is_subjunctive(doc, clause))
                *ret = ACT_HYPOTHETICAL;
        return true;
}
