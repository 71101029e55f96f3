/* acts_voice - is a clause in the passive, so that its subject suffers it?
 *
 * The tags alone do not tell: a participle may be finite, a finite form a participle, and an
 * auxiliary may be shared with the verb before.
 */
#include "workers/extract/acts.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_deed_verbs;

/* "the bishop on Sunday called for talks": a participle that is the sentence's only verb, or
 * has a time before it, is no participle. */
static bool is_finite(const struct casting *cast, const struct chunk *verb)
{
        const struct document *doc = cast->doc;
        const struct sentence *s = &doc->sentences[doc->tokens[verb->first].sentence];
        const struct chunk *before =
                verb->first > s->first ? chunk_at(cast->c, verb->first - 1) : NULL;

        const struct chunk *next;
        uint32_t i = verb->end;

        if ((before && before->time) ||
            (verb->first > s->first && document_is(doc, verb->first - 1, "also")))
                return true;
        if (!before || before->kind != CHUNK_NOUN)
                return false;
        if (before->first > s->first && document_is(doc, before->first - 1, "than"))
                return true; /* "goes further than they | demanded" */
        if (document_is(doc, i, "and") && i + 2 < s->end) {
                i += doc->tokens[i + 1].upos == UPOS_ADV ? 2 : 1;
                next = chunk_at(cast->c, i);
                if (next && next->kind == CHUNK_VERB && next->form == VERB_FINITE)
                        return true; /* "gave and delivered the food" */
        }
        for (size_t t = s->first; t < s->end && t - s->first < CHUNK_REACH; t++) {
                const struct chunk *k = chunk_at(cast->c, t);

                if (!k)
                        continue;
                if (k->relative && t > verb->end && !document_is(doc, t - 1, ","))
                        return true; /* "sued for the men who were hurt" */
                if (k != verb && k->kind == CHUNK_VERB && k->form == VERB_FINITE)
                        return false;
                t = k->end - 1;
        }
        return true;
}

/* "was tried and | convicted": the passive goes on behind "and", where the second verb has no
 * object. */
static bool shares_passive(const struct casting *cast, const struct clause *clause)
{
        const struct document *doc = cast->doc;
        const struct chunk *verb = clause->verb, *k = NULL;
        size_t first = doc->sentences[doc->tokens[verb->first].sentence].first;
        size_t i = verb->first;

        if (verb->end != verb->first + 1 || verb->form == VERB_ING ||
            verb->form == VERB_INFINITIVE || doc->tokens[verb->head].fine == FINE_VBZ ||
            i < first + 2 || doc->tokens[i - 1].upos != UPOS_CCONJ ||
            clause_has_no_passive(doc, clause))
                return false;
        for (unsigned n = 0; n < clause->n_parts; n++)
                if (clause->parts[n].preposition == UINT32_MAX && !clause->parts[n].inner)
                        return false;
        for (; i > first && !k; i--) {
                k = chunk_at(cast->c, i - 1);
                if (k && k->kind != CHUNK_VERB)
                        k = NULL;
        }
        return k && k->passive;
}

/* "when pressed by reporters, …": without an object before "by", whatever the tag. */
static bool is_by_somebody(const struct casting *cast, const struct clause *clause)
{
        const struct chunk *verb = clause->verb, *next;

        if (verb->end != verb->first + 1 || !document_is(cast->doc, verb->end, "by") ||
            verb->form == VERB_ING || verb->form == VERB_INFINITIVE ||
            verb->end + 1 >= cast->doc->n_tokens)
                return false;
        next = chunk_at(cast->c, verb->end + 1);
        return next && next->kind == CHUNK_NOUN && !next->time &&
               phrase_agency(cast->doc, cast->c, chunk_phrase(next)) == AGENCY_AGENT;
}

/* "the skippers | charged in the affair | were indicted": the sentence's verb comes behind. */
static bool ends_before_finite(const struct casting *cast, const struct chunk *verb)
{
        size_t end = chunk_reach_high(cast->doc, verb->first);

        for (size_t i = verb->end; i < end; i++) {
                const struct chunk *k = chunk_at(cast->c, i);

                if (k && k->kind == CHUNK_VERB)
                        return k->form == VERB_FINITE && k->first == i && k->passive;
                if (k ? k->pronoun || k->relative : cast->doc->tokens[i].upos != UPOS_ADP)
                        return false;
                i = k ? k->end - 1 : i;
        }
        return false;
}

/* "citing two people | briefed on it", "for those | accused of it": the subject hangs on
 * another word, so that the verb is a participle, whatever its tag. */
static bool is_reduced(const struct casting *cast, const struct clause *clause)
{
        const struct document *doc = cast->doc;
        const struct chunk *verb = clause->verb, *k;
        size_t first = doc->sentences[doc->tokens[verb->first].sentence].first;
        size_t at = verb->first;

        if (verb->end != verb->first + 1 || doc->tokens[verb->head].fine != FINE_VBD ||
            verb->first < first + 2)
                return false;
        while (at > first + 1 && doc->tokens[at - 1].upos == UPOS_ADV)
                at--;
        k = chunk_at(cast->c, at - 1);
        if (!lexicon_has(&lexicon_deed_verbs, doc->tokens[verb->head].lemma, "reduced") || !k ||
            k->kind != CHUNK_NOUN || k->pronoun || k->first <= first)
                return false;
        for (unsigned i = 0; i < clause->n_parts; i++)
                if (clause->parts[i].preposition == UINT32_MAX && !clause->parts[i].inner)
                        return false;
        if (ends_before_finite(cast, verb) || doc->tokens[k->first - 1].upos == UPOS_ADP ||
            (at < verb->first && document_is(doc, k->first - 1, ",")))
                return true;
        k = chunk_at(cast->c, k->first - 1);
        return k && k->kind == CHUNK_VERB;
}

/* "Berg, in Oslo on Monday, promised to …", "refused to …": whoever means to do it himself or
 * not to is no sufferer. */
static bool means_to(const struct document *doc, const struct clause *clause)
{
        const struct chunk *verb = clause->verb;
        enum act_status s;

        return verb->form == VERB_PARTICIPLE && !verb->passive &&
               document_is(doc, verb->end, "to") && verb->end + 1 < doc->n_tokens &&
               doc->tokens[verb->end + 1].fine == FINE_VB &&
               status_of_governor(doc->tokens[verb->head].lemma, &s) &&
               (s == ACT_PLANNED || s == ACT_DENIED);
}

/* "the farmers remain opposed": people are, and plans are by others. */
static bool is_of_mind(const struct casting *cast, const struct clause *clause)
{
        const struct document *doc = cast->doc;

        return word_is(doc->tokens[clause->verb->head].lemma, "oppose") &&
               (clause->verb->passive || clause->verb->form == VERB_PARTICIPLE) &&
               !clause_object(clause) && !phrase_is_none(clause->subject) &&
               phrase_agency(doc, cast->c, clause->subject) == AGENCY_AGENT;
}

/* "he's held | hostage by rebels", "he's declared | a hero by Chad": is he made or given it by
 * others? Not where it may be whole or a deed: "she's praised | the plan by Chad". */
static bool is_done_by(const struct document *doc, const struct clause *clause,
                       const struct chunk *object)
{
        const struct lexicon *verbs = &lexicon_deed_verbs;
        bool by = false;

        for (unsigned i = 0; i < clause->n_parts && !by; i++)
                by = !clause->parts[i].inner && clause->parts[i].preposition != UINT32_MAX &&
                     document_is(doc, clause->parts[i].preposition, "by");
        if (!by || lexicon_has(verbs, doc->tokens[clause->verb->head].lemma, "complement"))
                return by;
        return doc->tokens[object->first].upos != UPOS_DET && !plover_noun(doc, object->head) &&
               doc->tokens[object->head].name == NAME_NONE && /* "praised Chad by name" */
               phrase_is_none(chunk_possessor(doc, object));
}

/* Where an object follows, unless the verb has a second one, which its passive keeps. */
bool clause_is_has(const struct document *doc, const struct clause *clause)
{
        const struct chunk *verb = clause->verb;
        const struct clause_part *object = clause_object(clause);

        return verb->end > verb->first + 1 && document_is(doc, verb->first, "'s") && object &&
               object->chunk->first == verb->end && !chunk_tells_time(doc, object->chunk) &&
               !is_done_by(doc, clause, object->chunk) &&
               !lexicon_has(&lexicon_deed_verbs, doc->tokens[verb->head].lemma, "two-objects");
}

/* "was arrested by …" turns the roles about. */
bool clause_is_turned(const struct casting *cast, const struct clause *clause)
{
        const struct document *doc = cast->doc;

        if (clause_is_has(doc, clause))
                return false;
        if (is_by_somebody(cast, clause) || clause_is_suffered(doc, clause) ||
            is_reduced(cast, clause) || shares_passive(cast, clause))
                return true;
        if (!clause->verb->passive &&
            (clause_has_no_passive(doc, clause) || document_is(doc, clause->verb->end, "that")))
                return false;
        if (means_to(doc, clause) || is_of_mind(cast, clause) ||
            (clause->verb->form == VERB_PARTICIPLE && !clause->verb->passive &&
             clause_has_own_preposition(doc, clause)))
                return false;
        if (clause->verb->form == VERB_PARTICIPLE && !clause_is_perfect(doc, clause->verb)) {
                for (unsigned i = 0; i < clause->n_parts && !clause->parts[i].inner; i++)
                        if (clause->parts[i].preposition == UINT32_MAX)
                                return false; /* it has an object: "rebels shelled the town" */
                return !is_finite(cast, clause->verb);
        }
        return clause->verb->passive && !clause_is_stance(doc, clause->verb);
}
