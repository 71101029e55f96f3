/* acts_warnings - who warns does not always threaten
 *
 * "Chad warned that it would strike back", "warned Berg against leaving" threaten somebody.
 * Forecasters who warn that the rain may last, critics of what a bill would do, and "Berg
 * warned" beside a quotation only say something. What is warned of is in plover_verbs.txt.
 */
#include "workers/extract/acts.h"
#include "workers/extract/subjects.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_role_nouns;

enum {
        MARKS_MAX = 3,    /* "that", a quote mark, an adverb */
        VERB_REACH = 12,  /* tokens from a subject to its verb */
        PRICE_REACH = 30, /* … and to what will come of it, over what hangs on it */
};

static const char *const meant[] = { "will", "would", "'ll", "shall" };

static const struct chunk *noun_at(const struct chunks *c, size_t token)
{
        const struct chunk *k = chunk_at(c, token);

        return k && k->kind == CHUNK_NOUN && k->first == token ? k : NULL;
}

/* The finite verb whose subject begins with @subject, or NULL. */
static const struct chunk *verb_of(const struct document *doc, const struct chunks *c,
                                   const struct chunk *subject)
{
        size_t end = document_sentence_end(doc, subject->head);

        for (size_t i = subject->end; i < end && i < subject->end + VERB_REACH; i++) {
                const struct chunk *k = chunk_at(c, i);

                if (document_is(doc, i, ",") || document_is(doc, i, ";"))
                        return NULL;
                if (k && k->kind == CHUNK_VERB)
                        return k->form == VERB_FINITE ? k : NULL;
        }
        return NULL;
}

/* "that it would strike", "that the guards will not wait": what somebody means to do. A
 * pronoun may be the one who warns; another than he only may do it. */
static bool is_deed_to_come(const struct document *doc, const struct chunks *c,
                            const struct chunk *subject)
{
        const struct chunk *verb = verb_of(doc, c, subject);
        enum agency agency = phrase_agency(doc, c, chunk_phrase(subject));

        if (!verb || verb->modal == UINT32_MAX || agency == AGENCY_THING)
                return false;
        if (document_is_one_of(doc, verb->modal, meant, ARRAY_SIZE(meant)))
                return !verb->passive;
        return agency == AGENCY_AGENT && doc->tokens[subject->head].name == NAME_PLACE;
}

/* "that an attack would bring a harsh reply": what somebody else does then. What brings it is a
 * deed, told by a noun or by the @gerund that the subject hangs on: droughts bring losses, too.
 */
static bool is_price_to_pay(const struct document *doc, const struct chunks *c,
                            const struct chunk *subject, bool gerund)
{
        size_t end = document_sentence_end(doc, subject->head);
        const struct chunk *verb = NULL;

        if (!gerund && !plover_noun(doc, subject->head))
                return false;
        for (size_t i = subject->end; i < end && i < subject->end + PRICE_REACH; i++) {
                const struct chunk *k = chunk_at(c, i);

                if (k && k->kind == CHUNK_VERB && k->form == VERB_FINITE)
                        verb = k;
                if (verb && k && k->kind == CHUNK_NOUN)
                        return verb->modal != UINT32_MAX && !verb->negated &&
                               document_is_one_of(doc, verb->modal, meant, ARRAY_SIZE(meant)) &&
                               lexicon_has(&lexicon_role_nouns, doc->tokens[k->head].lemma,
                                           "reprisal");
                i = k ? k->end - 1 : i;
        }
        return false;
}

/* "doctors warned her": people without a name or nation do nothing to her themselves. */
static bool is_expert(const struct document *doc, struct phrase p)
{
        return phrase_is_none(p) ||
               (doc->tokens[p.head].name == NAME_NONE && doc->tokens[p.head].upos == UPOS_NOUN);
}

/* A noun that may be a subject; "that" opens the clause, whatever the tags make of it. */
static bool is_subject(const struct document *doc, const struct chunks *c, size_t i)
{
        return noun_at(c, i) && !document_is(doc, i, "that");
}

/* The token behind whom the verb warns, who is @*ret, or behind the verb. */
static uint32_t behind_addressee(const struct document *doc, const struct chunks *c,
                                 const struct clause *clause, const struct chunk **ret)
{
        static const char *const ties[] = { "of", "at", "in", "from" };
        const struct chunk *k = noun_at(c, clause->verb->end);
        const struct chunk *next;

        *ret = NULL;
        if (!k || k->time)
                return k ? k->end : clause->verb->end;
        next = chunk_at(c, k->end);
        if (next && next->kind == CHUNK_VERB && next->form == VERB_FINITE)
                return clause->verb->end; /* "warned | a rise could harm it" */
        *ret = k;
        if (document_is_one_of(doc, k->end, ties, ARRAY_SIZE(ties)) && noun_at(c, k->end + 1))
                k = noun_at(c, k->end + 1); /* "the chiefs of the bank" */
        next = noun_at(c, k->end);
        return next && next->time ? next->end : k->end;
}

/* "residents to stay at home": they are advised, and not threatened. */
static bool is_advice(const struct document *doc, const struct chunk *to, uint32_t i)
{
        return document_is(doc, i, "to") && doc->tokens[to->head].name == NAME_NONE &&
               doc->tokens[to->head].upos == UPOS_NOUN;
}

bool clause_is_threat(const struct document *doc, const struct chunks *c,
                      const struct clause *clause)
{
        const struct chunk *to, *subject;
        uint32_t i = behind_addressee(doc, c, clause, &to);
        bool known, gerund = false; /* "that leaving Norway | would …" */

        known = clause->verb->passive ||
                (to && phrase_agency(doc, c, chunk_phrase(to)) != AGENCY_THING);
        if (document_is(doc, i, "against") && i + 1 < doc->n_tokens)
                return known || doc->tokens[i + 1].upos == UPOS_VERB ||
                       (noun_at(c, i + 1) && plover_noun(doc, noun_at(c, i + 1)->head));
        if (to && is_advice(doc, to, i))
                return false;
        if (!document_is(doc, i, "that") && !noun_at(c, i))
                return known && !document_is(doc, i, "of");
        for (unsigned n = 0; n < MARKS_MAX && i < doc->n_tokens && !is_subject(doc, c, i);
             n++) {
                const struct chunk *k = chunk_at(c, i);

                if (document_is(doc, i, "if"))
                        return true;
                gerund |= k && k->kind == CHUNK_VERB && k->form == VERB_ING;
                i++;
        }
        subject = i < doc->n_tokens ? noun_at(c, i) : NULL;
        return subject && ((!gerund && is_deed_to_come(doc, c, subject)) ||
                           (known && to && !is_expert(doc, clause->subject) &&
                            is_price_to_pay(doc, c, subject, gerund)));
}
