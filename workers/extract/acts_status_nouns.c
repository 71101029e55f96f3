/* acts_status_nouns - how real is the deed that a noun tells, or that hangs on one? */
#include "workers/extract/acts.h"
#include "workers/lexicon/lexicon.h"

/* "alleged", "planned": what stands before the noun. */
static const struct status_word before_nouns[] = {
        { "alleged", ACT_ALLEGED },
        { "suspected", ACT_ALLEGED },
        { "apparent", ACT_ALLEGED },
        { "planned", ACT_PLANNED },
        { "upcoming", ACT_PLANNED },
        { "future", ACT_PLANNED },
        { "scheduled", ACT_PLANNED },
        { "next", ACT_PLANNED },
        { "possible", ACT_HYPOTHETICAL },
        { "potential", ACT_HYPOTHETICAL },
        { "proposed", ACT_HYPOTHETICAL },
        { "any", ACT_HYPOTHETICAL },
        { "no", ACT_DENIED },
        { "imminent", ACT_PLANNED },
        { "prospective", ACT_PLANNED },
        { "expected", ACT_PLANNED },
        { "looming", ACT_PLANNED },
        { "impending", ACT_PLANNED },
        { "tentative", ACT_PLANNED },
        { "threatened", ACT_HYPOTHETICAL },
};

/* Verbs whose object need not be: a deed opposed, feared or proposed. */
static const struct status_word over_nouns[] = {
        { "oppose", ACT_HYPOTHETICAL },   { "reject", ACT_HYPOTHETICAL },
        { "propose", ACT_HYPOTHETICAL },  { "fear", ACT_HYPOTHETICAL },
        { "consider", ACT_HYPOTHETICAL }, { "warn", ACT_HYPOTHETICAL },
        { "prevent", ACT_DENIED },        { "avoid", ACT_DENIED },
        { "avert", ACT_DENIED },          { "rule", ACT_DENIED },
};

/* The verb whose object the noun is: right before it, or before its preposition. */
static const struct chunk *verb_over(const struct document *doc, const struct chunks *c,
                                     const struct chunk *noun)
{
        size_t first = doc->sentences[doc->tokens[noun->first].sentence].first;
        size_t i = noun->first;
        const struct chunk *k;

        if (i > first && doc->tokens[i - 1].upos == UPOS_ADP)
                i--;
        k = i > first ? chunk_at(c, i - 1) : NULL;
        return k && k->kind == CHUNK_VERB ? k : NULL;
}

/* "Berg denied | her accusations": who blames somebody denies having done so. */
static bool is_of_denier(const struct document *doc, const struct chunks *c,
                         struct phrase owner, const struct chunk *verb)
{
        int entity = phrase_entity(doc, owner), subject;
        struct phrase p;

        if (!word_is(doc->tokens[verb->head].lemma, "deny"))
                return false;
        p = chunk_subject(doc, c, verb);
        subject = phrase_is_none(p) ? NONE : phrase_entity(doc, p);
        if (entity != NONE && subject != NONE)
                return entity == subject;
        return doc->tokens[owner.head].upos == UPOS_PRON;
}

/* "balked at | Norway's call", "would reject | his demands": what somebody has asked for or
 * blamed is said, whatever others make of it. */
static bool is_said_anyway(const struct document *doc, const struct chunks *c,
                           const struct chunk *noun, const struct chunk *verb)
{
        static const char *const verbs[] = { "balk",   "resist",  "reject", "oppose",
                                             "refuse", "decline", "deny",   "consider" };
        const char *value = plover_noun(doc, noun->head);
        struct phrase owner = chunk_possessor(doc, noun);

        return (lexicon_value_has(value, "REQUEST") || lexicon_value_has(value, "ACCUSE")) &&
               !phrase_is_none(owner) && !is_of_denier(doc, c, owner, verb) &&
               word_is_one_of(doc->tokens[verb->head].lemma, verbs, ARRAY_SIZE(verbs));
}

enum act_status noun_status(const struct document *doc, const struct chunks *c,
                            const struct chunk *noun)
{
        const struct chunk *verb = verb_over(doc, c, noun), *left;
        size_t first = doc->sentences[doc->tokens[noun->first].sentence].first;
        enum act_status s;

        for (size_t i = noun->first; i < noun->head; i++)
                if (status_find(before_nouns, ARRAY_SIZE(before_nouns), doc->tokens[i].lower,
                                &s))
                        return s;
        left = noun->first > first + 1 && doc->tokens[noun->first - 1].upos == UPOS_CCONJ
                       ? chunk_at(c, noun->first - 2)
                       : NULL; /* "any American or | Norwegian strike" */
        for (size_t i = left ? left->first : 0; left && i < left->end; i++)
                if (status_find(before_nouns, ARRAY_SIZE(before_nouns), doc->tokens[i].lower,
                                &s))
                        return s;
        if (!verb || is_said_anyway(doc, c, noun, verb))
                return ACT_HAPPENED;
        if (status_of_governor(doc->tokens[verb->head].lemma, &s) ||
            status_find(over_nouns, ARRAY_SIZE(over_nouns), doc->tokens[verb->head].lemma, &s))
                return s;
        if (status_of_modal(doc, verb, &s))
                return s;
        if (verb->negated)
                return ACT_DENIED;
        return verb->form == VERB_INFINITIVE ? ACT_HYPOTHETICAL : ACT_HAPPENED;
}

/* "talks between them | were cancelled", "… | were postponed": what became of it. */
static const struct status_word ended[] = {
        { "abandon", ACT_DENIED }, { "avert", ACT_DENIED },     { "cancel", ACT_DENIED },
        { "scrap", ACT_DENIED },   { "postpone", ACT_PLANNED }, { "schedule", ACT_PLANNED },
        { "plan", ACT_PLANNED },
};

/* "a strike by them on Chad | would be a mistake": it is only supposed, unlike "the strike". */
static bool is_any_that_would(const struct document *doc, const struct chunk *noun,
                              const struct chunk *verb)
{
        return (document_is(doc, noun->first, "a") || document_is(doc, noun->first, "an")) &&
               verb->modal != UINT32_MAX && document_is(doc, verb->modal, "would");
}

enum act_status deed_status(const struct document *doc, const struct chunks *c,
                            const struct deed *deed, const struct chunk *noun)
{
        enum act_status s = noun_status(doc, c, noun);
        const struct chunk *verb = deed_verb(doc, c, deed), *holder;

        if (s != ACT_HAPPENED || !verb)
                return s;
        if (is_any_that_would(doc, noun, verb))
                return ACT_HYPOTHETICAL;
        holder = deed_holder(doc, c, deed);
        if (holder && holder != verb) {
                if (status_of_governor(doc->tokens[verb->head].lemma, &s) ||
                    status_of_governor(doc->tokens[holder->first - 1].lower, &s))
                        return verb->negated ? ACT_DENIED : s;
                return verb->end == holder->first && document_is(doc, verb->head, "are")
                               ? ACT_PLANNED /* "are to be held" */
                               : ACT_HAPPENED;
        }
        if (holder && verb->negated)
                return ACT_DENIED;
        if (holder && (status_of_modal(doc, verb, &s) || clause_is_to_come(doc, verb)))
                return verb->modal != UINT32_MAX ? s : ACT_PLANNED;
        if (verb->passive && verb->modal == UINT32_MAX && !verb->negated &&
            status_find(ended, ARRAY_SIZE(ended), doc->tokens[verb->head].lemma, &s))
                return s;
        return ACT_HAPPENED;
}

/* "her decision | to sue": what the noun makes of the infinitive behind it. */
static const struct status_word over_infinitives[] = {
        { "agreement", ACT_PLANNED }, { "commitment", ACT_PLANNED },
        { "deal", ACT_PLANNED },      { "decision", ACT_PLANNED },
        { "intent", ACT_PLANNED },    { "intention", ACT_PLANNED },
        { "offer", ACT_PLANNED },     { "plan", ACT_PLANNED },
        { "pledge", ACT_PLANNED },    { "promise", ACT_PLANNED },
        { "readiness", ACT_PLANNED }, { "threat", ACT_PLANNED },
        { "vow", ACT_PLANNED },       { "willingness", ACT_PLANNED },
        { "failure", ACT_DENIED },    { "inability", ACT_DENIED },
        { "refusal", ACT_DENIED },    { "unwillingness", ACT_DENIED },
};

/* "dropped | her plan", "has | no plan": then nothing is meant to come. */
static bool is_given_up(const struct document *doc, const struct chunk *noun,
                        const struct chunk *verb)
{
        static const char *const verbs[] = { "abandon",  "cancel",  "drop",
                                             "withdraw", "rescind", "reverse",
                                             "ditch",    "scrap",   "shelve" };
        static const char *const words[] = { "no", "neither", "canceled", "cancelled" };

        for (uint32_t i = noun->first; i < noun->head; i++)
                if (document_is_one_of(doc, i, words, ARRAY_SIZE(words)))
                        return true;
        return verb && word_is_one_of(doc->tokens[verb->head].lemma, verbs, ARRAY_SIZE(verbs));
}

/* "any decision to sue", "may make the decision to sue": is there none yet? */
static bool is_unmade(const struct document *doc, const struct chunk *noun,
                      const struct chunk *verb)
{
        static const char *const verbs[] = { "have", "make", "reach", "strike", "take" };
        enum act_status s;

        for (uint32_t i = noun->first; i < noun->head; i++)
                if (status_find(before_nouns, ARRAY_SIZE(before_nouns), doc->tokens[i].lower,
                                &s) &&
                    s == ACT_HYPOTHETICAL)
                        return true;
        return verb &&
               word_is_one_of(doc->tokens[verb->head].lemma, verbs, ARRAY_SIZE(verbs)) &&
               (verb->modal != UINT32_MAX || verb->negated || verb->form == VERB_INFINITIVE);
}

bool status_of_noun(const struct document *doc, const struct chunks *c,
                    const struct clause *clause, enum act_status *ret)
{
        const struct chunk *verb = clause->verb, *noun;

        if (verb->form != VERB_INFINITIVE || !document_is(doc, verb->first, "to"))
                return false;
        noun = verb->first > chunk_reach_low(doc, verb->first) ? chunk_at(c, verb->first - 1)
                                                               : NULL;
        if (!noun ||
            !status_find(over_infinitives, ARRAY_SIZE(over_infinitives),
                         doc->tokens[noun->head].lemma, ret) ||
            (document_is(doc, noun->head, "intent") && noun->first == noun->head))
                return false; /* "charged with intent to kill" */
        if (*ret == ACT_PLANNED && is_given_up(doc, noun, verb_over(doc, c, noun)))
                *ret = ACT_DENIED;
        else if (is_unmade(doc, noun, verb_over(doc, c, noun)))
                *ret = ACT_HYPOTHETICAL;
        return true;
}
