/* quotes_words - words in marks that no verb of saying explains
 *
 * A noun that reports ("Berg's claim that …"), a cry, a name that somebody gives, and at last
 * whoever acts in their clause.
 */
#include <errno.h>
#include <string.h>

#include "base/macros.h"
#include "workers/extract/quotes_place.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_cue_nouns;
extern const struct lexicon lexicon_speech_words;

enum {
        VERBS_LOOKED_AT = 12,
        ACTOR_WORDS = 3, /* so many, behind a verb of no saying, are somebody's words */
};

/* A noun that reports; "his supporters" speak for themselves. */
static bool is_cue_noun(const struct place *p, size_t i)
{
        const char *value = lexicon_get(&lexicon_cue_nouns, place_token(p, i)->lemma);

        return value && !cue_has_frame(value, 'p');
}

static size_t clause_begin(const struct place *p)
{
        size_t begin = p->doc->sentences[place_token(p, p->left)->sentence].first;

        return p->left > begin + CHUNK_REACH ? p->left - CHUNK_REACH : begin;
}

/* "Her comments follow a “…”": a verb of its own parts the noun from the words, which are not
 * what it tells. */
static bool has_verb_of_its_own(const struct place *p, size_t noun)
{
        for (size_t i = noun + 1; i < p->left; i++) {
                const struct chunk *k = chunk_at(p->c, i);

                if (document_is(p->doc, i, "that") || document_is(p->doc, i, "of") ||
                    document_is(p->doc, i, "to") || document_is(p->doc, i, "about"))
                        return false;
                if (k && k->kind == CHUNK_VERB && k->form == VERB_FINITE)
                        return strcmp(place_token(p, k->head)->lemma, "be") != 0;
        }
        return false;
}

/* X's claim that there was “…”: a noun that reports, with its possessor. */
int rule_noun(struct place *p)
{
        size_t begin = clause_begin(p);
        int r;

        for (size_t i = p->left; i > begin; i--) {
                const struct chunk *k = chunk_at(p->c, i - 1);
                struct phrase owner;
                struct cue cue;

                if (!k || k->kind != CHUNK_NOUN || k->head != i - 1 || p->owner[i - 1] ||
                    !is_cue_noun(p, i - 1))
                        continue;
                owner = chunk_possessor(p->doc, k);
                if (!phrase_speaks(p->doc, owner) || has_verb_of_its_own(p, k->head))
                        continue;
                cue = (struct cue){ k->head, k->head + 1, k->head, CUE_SAY, 0 };
                r = place_settle(p, &cue, owner,
                                 (struct finding){ 650, "quotes.marks_cue_noun" });
                return r ? r : 1;
        }
        return 0;
}

/* X's “…” remark: the noun that reports stands behind the words. */
int rule_owner(struct place *p)
{
        struct phrase owner = PHRASE_NONE;
        struct cue cue;
        int r;

        if (p->left < p->begin + 1 || p->right >= p->finish || !is_cue_noun(p, p->right))
                return 0;
        if (place_token(p, p->left - 1)->fine == FINE_PRPS)
                owner = (struct phrase){ (uint32_t)p->left - 1, (uint32_t)p->left,
                                         (uint32_t)p->left - 1 };
        if (phrase_is_none(owner) && place_token(p, p->left - 1)->fine == FINE_POS) {
                const struct chunk *k = chunk_at(p->c, p->left - 1);

                if (k && k->kind == CHUNK_NOUN && k->end == p->left && k->first + 1 < k->end)
                        owner = (struct phrase){ k->first, (uint32_t)p->left - 1,
                                                 (uint32_t)p->left - 2 };
                else if (p->left > p->begin + 1)
                        owner = phrase_before(p->doc, p->c, p->left - 1);
        }
        if (!phrase_speaks(p->doc, owner))
                return 0;
        cue = (struct cue){ (uint32_t)p->right, (uint32_t)p->right + 1, (uint32_t)p->right,
                            CUE_SAY, 0 };
        r = place_settle(p, &cue, owner, (struct finding){ 700, "quotes.marks_owner" });
        return r ? r : 1;
}

/* Chants of “…”: what a crowd is heard to say, whoever it is. */
int rule_cry(struct place *p)
{
        const struct chunk *noun;
        struct phrase owner;
        struct cue cue;
        size_t i = p->left;
        int r;

        if (i < p->begin + 2 || !document_is(p->doc, i - 1, "of"))
                return 0;
        if (!lexicon_has(&lexicon_speech_words, place_token(p, i - 2)->lemma, "cry"))
                return 0;
        noun = chunk_at(p->c, i - 2);
        owner = noun ? chunk_possessor(p->doc, noun) : PHRASE_NONE;
        if (!phrase_speaks(p->doc, owner))
                owner = PHRASE_NONE;
        cue = (struct cue){ (uint32_t)i - 2, (uint32_t)i - 1, (uint32_t)i - 2, CUE_SAY, 0 };
        r = place_settle(p, &cue, owner, (struct finding){ 800, "quotes.marks_cry" });
        return r ? r : 1;
}

static bool names_things(const char *lemma)
{
        return lexicon_has(&lexicon_speech_words, lemma, "name");
}

/* X called Y “Great Something”: capitals, but no title, as X gives the name. */
int rule_naming(struct place *p)
{
        for (size_t i = p->left; i > p->begin && i + VERBS_LOOKED_AT > p->left; i--) {
                const struct chunk *k = chunk_at(p->c, i - 1);
                struct phrase subject;
                struct cue cue;
                int r;

                if (!k || k->kind != CHUNK_VERB)
                        continue;
                cue = cue_at(p->doc, p->c, i - 1);
                if (cue.kind == CUE_NONE || k->passive ||
                    !names_things(place_token(p, k->head)->lemma))
                        return 0;
                subject = cue_subject(p->doc, p->c, &cue, false);
                if (!phrase_speaks(p->doc, subject))
                        return 0;
                r = place_settle(p, &cue, subject,
                                 (struct finding){ 600, "quotes.marks_naming" });
                return r ? r : 1;
        }
        return 0;
}

/* May who is the subject of @verb have said words in marks behind it, though the verb tells
 * nothing of it? Not a paper or a number, and not of what only may be, or is done to him. */
static bool acts_by_words(const struct place *p, const struct chunk *verb,
                          struct phrase subject)
{
        const struct token *head;

        if (verb->passive || verb->modal != UINT32_MAX ||
            strcmp(place_token(p, verb->head)->lemma, "be") == 0 ||
            !phrase_speaks(p->doc, subject) || place_is_supposed(p->doc, subject))
                return false;
        head = place_token(p, subject.head);
        return !document_is(p->doc, subject.head, "it") && head->kind != TOKEN_NUMBER &&
               head->upos != UPOS_NUM &&
               (head->name != NAME_NONE || !is_document_noun(p->doc, subject.head));
}

/* X focused on a “…”: no verb of reporting, but somebody who acts, and words in marks. */
int rule_subject(struct place *p)
{
        size_t begin = clause_begin(p);
        int r;

        if (place_token(p, p->first)->upos == UPOS_ADP) /* “on the sidelines”: an idiom */
                return 0;
        if (place_words(p) < ACTOR_WORDS &&
            place_mentions(p) != MENTION_WORD) /* a “policy” speech, “hush agreement”: a term */
                return 0;
        for (size_t i = p->left; i > begin; i--) {
                const struct chunk *k = chunk_at(p->c, i - 1);
                struct phrase subject;
                struct cue cue;

                if (!p->owner[i - 1] &&
                    (token_is_dash(p->doc, i - 1) || document_is(p->doc, i - 1, "(")))
                        return 0;
                if (!k || k->kind != CHUNK_VERB || p->owner[i - 1])
                        continue;
                subject = chunk_subject(p->doc, p->c, k);
                if (place_is_called(p, k) || !acts_by_words(p, k, subject))
                        return 0;
                cue = (struct cue){ k->head, k->head + 1, k->head, CUE_JUDGE, 0 };
                r = place_settle(p, &cue, subject,
                                 (struct finding){ 570, "quotes.marks_subject" });
                p->q->report.cue = SPAN_NONE;
                p->q->flags |= QUOTATION_LOOSE;
                return r ? r : 1;
        }
        return 0;
}
