/* cue_subjects - who is the subject of a verb of saying
 *
 * Mostly the one before it; behind it where the verb comes first ("said Lavrov"), the object of
 * "quoted him as saying", the agent of a passive. Verbs that "and" joins share theirs, and who
 * goes on "adding" is the one who spoke.
 */
#include <string.h>

#include "base/macros.h"
#include "workers/extract/reporting.h"
#include "workers/extract/subjects.h"

enum {
        SOURCE_TOKENS = 10, /* from "according to" to the noun of "the “…” paper" */
};

static size_t skip_words(const struct document *doc, size_t i)
{
        while (i < doc->n_tokens &&
               (doc->tokens[i].upos == UPOS_ADV || doc->tokens[i].upos == UPOS_PART))
                i++;
        return i;
}

/* Of "X quoted him as saying" the speaker is the object. */
static struct phrase quoted_object(const struct document *doc, const struct chunks *c,
                                   const struct cue *cue)
{
        return phrase_after(doc, c, skip_words(doc, cue->verb + 1));
}

struct phrase cue_agent(const struct document *doc, const struct chunks *c, size_t i)
{
        return document_is(doc, i, "by") ? phrase_after(doc, c, i + 1) : PHRASE_NONE;
}

/* "X said that it was late and called for …": verbs of reporting that "and" joins share their
 * subject, whatever verb stands between them. */
static struct phrase shared_subject(const struct document *doc, const struct chunks *c,
                                    const struct cue *cue)
{
        const struct chunk *verb = chunk_at(c, cue->verb);
        size_t first = doc->sentences[doc->tokens[cue->verb].sentence].first;

        if (!verb || verb->form != VERB_FINITE || verb->passive)
                return PHRASE_NONE;
        if (cue->first - first > CHUNK_REACH)
                first = cue->first - CHUNK_REACH;
        for (size_t i = first; i + 1 < cue->first; i++) {
                struct cue before = cue_at(doc, c, i);
                const struct chunk *k = chunk_at(c, i);
                struct phrase p;

                if (before.kind > CUE_JUDGE || before.end <= i ||
                    (k->form != VERB_FINITE && (k->form != VERB_PARTICIPLE || k->passive)))
                        continue;
                p = chunk_subject(doc, c, k);
                if (phrase_speaks(doc, p))
                        return p;
                i = before.end - 1;
        }
        return PHRASE_NONE;
}

/* "a survey | by the union found": of a document the document speaks. */
static struct phrase document_by(const struct document *doc, const struct chunks *c,
                                 struct phrase p)
{
        const struct chunk *left;

        if (p.first < 2 || !document_is(doc, p.first - 1, "by"))
                return p;
        left = chunk_at(c, p.first - 2);
        if (!left || left->kind != CHUNK_NOUN || left->end != p.first - 1 ||
            !is_document_noun(doc, left->head))
                return p;
        return (struct phrase){ left->first, p.end, left->head };
}

/* '“…,” said | Berg, | adding that …': who stands behind the verb that speaks there. */
static struct phrase behind_verb(const struct document *doc, const struct chunks *c,
                                 const struct cue *cue, size_t limit)
{
        struct phrase p;

        if (!(cue->frames & FRAME_QUOTE) || cue->kind > CUE_TELL ||
            (cue->frames & FRAME_ADDRESSEE) || !cue->first ||
            doc->tokens[cue->first - 1].kind != TOKEN_PUNCTUATION)
                return PHRASE_NONE;
        p = phrase_after(doc, c, skip_words(doc, cue->end));
        if (!phrase_speaks(doc, p) || chunk_at(c, p.first)->time || p.end > limit ||
            phrase_speaks(doc, chunk_subject(doc, c, chunk_at(c, cue->verb))))
                return PHRASE_NONE; /* "Berg, the mayor, repeated claims" */
        return p;
}

/* "…, adding that": whoever spoke last in the sentence goes on, where no other subject is
 * nearer. @straight: whose subject stands before the verb, too. */
static struct phrase spoke_before(const struct document *doc, const struct chunks *c,
                                  const struct chunk *verb, bool straight)
{
        size_t low = chunk_reach_low(doc, verb->first);

        if (verb->form != VERB_ING || verb->first < low + 2 ||
            doc->tokens[verb->first - 1].kind != TOKEN_PUNCTUATION)
                return PHRASE_NONE;
        for (size_t i = verb->first - 1; i > low; i--) {
                const struct chunk *k = chunk_at(c, i - 1);
                struct cue cue;
                struct phrase p;

                if (!k || k->kind != CHUNK_VERB)
                        continue;
                i = k->first + 1;
                cue = cue_at(doc, c, k->head);
                if (k->form == VERB_ING || k->form == VERB_INFINITIVE || k->passive ||
                    cue.kind > CUE_TELL)
                        continue;
                p = behind_verb(doc, c, &cue, verb->first);
                if (phrase_is_none(p) && straight)
                        p = chunk_subject(doc, c, k);
                if (phrase_speaks(doc, p) || !straight)
                        return phrase_speaks(doc, p) ? p : PHRASE_NONE;
        }
        return PHRASE_NONE;
}

/* "he" of "Berg", "it" of "the bank", "they" of "the bakers", "she" of "she": may the pronoun
 * at
 * @head mean @p? */
static bool may_mean(const struct document *doc, uint32_t head, struct phrase p)
{
        const struct token *t = &doc->tokens[p.head];
        bool many = noun_is_plural(doc, p), person = noun_is_person(t);
        int entity = phrase_entity(doc, p);
        char gender = entity == NONE ? noun_gender(t) : doc->x->entities[entity].gender;

        if (t->upos == UPOS_PRON)
                return strcmp(t->lower, doc->tokens[head].lower) == 0;
        if ((gender == 'm' && document_is(doc, head, "she")) ||
            (gender == 'f' && document_is(doc, head, "he")))
                return false;
        if (document_is(doc, head, "they"))
                return many;
        if (document_is(doc, head, "it"))
                return !many && !person && t->name != NAME_PERSON;
        return !many && (person || t->name == NAME_PERSON) &&
               (document_is(doc, head, "he") || document_is(doc, head, "she"));
}

/* "Berg said he was late, | calling it a shame": who is spoken of is who says so. */
static struct phrase judged_before(const struct document *doc, const struct chunks *c,
                                   const struct cue *cue, const struct chunk *verb)
{
        struct phrase p, outer;

        if (cue->kind > CUE_JUDGE || verb->form != VERB_ING || !verb->first ||
            !document_is(doc, verb->first - 1, ","))
                return PHRASE_NONE;
        p = chunk_subject(doc, c, verb);
        outer = spoke_before(doc, c, verb, true);
        return phrase_is_none(p) || phrase_is_none(outer) || outer.end >= p.first ||
                               !may_mean(doc, p.head, outer)
                       ? PHRASE_NONE
                       : outer;
}

/* "It quotes Berg as | saying: …": the object of the verb before. */
static struct phrase quoted_as(const struct document *doc, const struct chunks *c,
                               const struct chunk *verb)
{
        const struct chunk *outer;
        struct phrase p;

        if (verb->form != VERB_ING || !verb->first || !document_is(doc, verb->first - 1, "as"))
                return PHRASE_NONE;
        p = phrase_before(doc, c, verb->first - 1);
        outer = !phrase_is_none(p) && p.first ? chunk_at(c, p.first - 1) : NULL;
        return outer && outer->kind == CHUNK_VERB && !outer->passive &&
                               (strcmp(doc->tokens[outer->head].lemma, "quote") == 0 ||
                                strcmp(doc->tokens[outer->head].lemma, "cite") == 0)
                       ? p
                       : PHRASE_NONE;
}

/* "Berg left, saying it was late and | suggesting …": participles that "and" joins share
 * theirs, whoever acts in what is said. */
static struct phrase went_on(const struct document *doc, const struct chunks *c,
                             const struct chunk *verb)
{
        static const char *const marks[] = { ",", "–", "—", "--" };
        size_t low = chunk_reach_low(doc, verb->first);

        if (verb->form != VERB_ING || verb->first < low + 2 ||
            doc->tokens[verb->first - 1].upos != UPOS_CCONJ)
                return PHRASE_NONE;
        for (size_t i = verb->first - 1; i > low + 1; i--) {
                const struct chunk *k = chunk_at(c, i - 1);
                struct cue cue;

                if (!k || k->kind != CHUNK_VERB)
                        continue;
                i = k->first + 1;
                cue = cue_at(doc, c, k->head);
                if (k->form == VERB_ING && cue.kind <= CUE_JUDGE &&
                    document_is_one_of(doc, k->first - 1, marks, ARRAY_SIZE(marks)))
                        return cue_subject(doc, c, &cue, false);
        }
        return PHRASE_NONE;
}

/* "The plan has critics | saying …": whom it has speaks, not what has them. */
static struct phrase had_before(const struct document *doc, const struct chunks *c,
                                const struct chunk *verb)
{
        struct phrase p = PHRASE_NONE;
        const struct chunk *outer;

        if (verb->form != VERB_ING || !verb->first)
                return p;
        p = phrase_before(doc, c, verb->first);
        outer = !phrase_is_none(p) && p.first ? chunk_at(c, p.first - 1) : NULL;
        return outer && outer->kind == CHUNK_VERB && !chunk_at(c, p.head)->time &&
                               strcmp(doc->tokens[outer->head].lemma, "have") == 0 &&
                               phrase_speaks(doc, p)
                       ? p
                       : PHRASE_NONE;
}

/* Who stands before the verb, with what ties another to him. */
static struct phrase subject_before(const struct document *doc, const struct chunks *c,
                                    const struct chunk *verb)
{
        struct phrase p = chunk_subject(doc, c, verb), tied = PHRASE_NONE;
        size_t at = subject_skip_adverbs(doc, c, verb->first);

        if (verb->form == VERB_FINITE && !phrase_is_none(p) &&
            (p.end == at ||
             (at && document_is(doc, at - 1, ",") && document_is(doc, p.end, ","))))
                tied = phrase_tied_before(doc, c, p);
        return phrase_is_none(tied) ? document_by(doc, c, p) : tied;
}

/* "“…,” said | the mayor could win": what stands behind the verb has a verb of its own. */
static bool begins_clause(const struct document *doc, const struct chunks *c, struct phrase p)
{
        const struct chunk *k = finite_behind(doc, c, p.end, chunk_reach_high(doc, p.head));

        return k && chunk_subject(doc, c, k).first == p.first;
}

/* "according to | state records", "to recently leaked minutes", "to the “Bread” paper": the
 * noun that is the source, whatever stands before it and however that is tagged. */
static struct phrase source_after(const struct document *doc, const struct chunks *c, size_t i)
{
        struct phrase p = phrase_after(doc, c, i);
        size_t end = document_sentence_end(doc, i), limit = i + SOURCE_TOKENS;

        for (bool open = false; phrase_is_none(p) && i < end && i < limit; i++) {
                const struct chunk *k = chunk_at(c, i);
                bool mark = token_is_quote_mark(doc, i);

                if (mark && open && (i + 1 >= end || !chunk_at(c, i + 1)))
                        break; /* "to “people who know” that" */
                if (mark)
                        open = !open;
                else if (!open && doc->tokens[i].kind == TOKEN_PUNCTUATION)
                        break;
                else if (!open && k && k->kind == CHUNK_NOUN && !k->time)
                        p = (struct phrase){ k->first, k->end, k->head };
        }
        return p;
}

struct phrase cue_subject(const struct document *doc, const struct chunks *c,
                          const struct cue *cue, bool inverted)
{
        const struct chunk *verb = chunk_at(c, cue->verb);
        struct phrase p;

        if (cue->kind == CUE_ACCORDING)
                return source_after(doc, c, cue->end);
        if (cue_is_quoted_as(cue) && verb && !verb->passive)
                return quoted_object(doc, c, cue);
        if (inverted) {
                p = phrase_after(doc, c, skip_words(doc, cue->end));
                if (phrase_speaks(doc, p) && !chunk_at(c, p.first)->time &&
                    !begins_clause(doc, c, p))
                        return p;
        }
        if (!verb || (verb->first && document_is(doc, verb->first - 1, "worth")))
                return PHRASE_NONE; /* "it is worth noting" */
        if (cue->first && doc->tokens[cue->first - 1].upos == UPOS_CCONJ) {
                p = shared_subject(doc, c, cue);
                if (!phrase_is_none(p))
                        return p;
        }
        if (verb->passive && !cue_is_quoted_as(cue))
                return cue_agent(doc, c, cue->end);
        p = quoted_as(doc, c, verb);
        if (phrase_is_none(p))
                p = had_before(doc, c, verb);
        if (phrase_is_none(p))
                p = went_on(doc, c, verb);
        if (!phrase_is_none(p))
                return p;
        /* who adds goes on saying, whoever acts in what is said */
        p = spoke_before(doc, c, verb, strcmp(doc->tokens[cue->verb].lemma, "add") == 0);
        if (phrase_is_none(p))
                p = judged_before(doc, c, cue, verb);
        if (!phrase_is_none(p))
                return p;
        p = subject_before(doc, c, verb);
        if (!phrase_is_none(p) && (!phrase_speaks(doc, p) ||
                                   (verb->form == VERB_ING && is_document_noun(doc, p.head)))) {
                struct phrase other = spoke_before(doc, c, verb, true);

                p = phrase_is_none(other) ? p : other;
        }
        return p;
}
