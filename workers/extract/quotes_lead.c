/* quotes_lead - what leads to a quotation by a colon
 *
 * "Berg replied: “…?” Her critics …": the verb right before the marks tells more than what
 * follows them. "Berg shot back: “…”", "Here is Berg's statement:", and the words as the next
 * paragraph: whoever acts, or whose words they are called.
 */
#include "base/macros.h"
#include "workers/extract/quotes_place.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_cue_nouns;
extern const struct lexicon lexicon_speech_words;

enum { BACK_TOKENS = 8 }; /* of "the harbour's spokesman shot back" */

/* The words that lead to the marks: tokens up to the colon. */
struct lead {
        size_t first, colon;
};

/* Does the quotation end as a sentence does, and no other goes on behind it? */
static bool is_whole(const struct place *p)
{
        uint32_t last = place_last_char(p);

        return (last == '.' || last == '?' || last == '!') &&
               (p->right >= p->paragraph_end || place_token(p, p->right)->capital);
}

int rule_led(struct place *p)
{
        size_t mark = p->left - 1;
        const struct chunk *k;
        bool told = false;
        struct cue cue;

        if (p->left < p->begin + 3 || !is_whole(p) ||
            (!document_is(p->doc, mark, ":") && !document_is(p->doc, mark, ",")))
                return 0;
        k = chunk_at(p->c, mark - 1);
        if (k && k->kind == CHUNK_NOUN && k->pronoun && k->first > p->begin) {
                told = true; /* "telling her, “…”" */
                k = chunk_at(p->c, k->first - 1);
        }
        if (!k || k->kind != CHUNK_VERB || k->end + told != mark)
                return 0;
        cue = cue_at(p->doc, p->c, k->head);
        return cue.kind <= CUE_TELL && (cue.frames & FRAME_QUOTE) &&
                               (!told || (cue.frames & FRAME_ADDRESSEE))
                       ? rule_before(p)
                       : 0;
}

/* Berg | shot back: */
static bool is_back(const struct document *doc, size_t mark)
{
        return document_is(doc, mark - 1, "back") &&
               document_is_of(doc, mark - 2, &lexicon_speech_words, "back");
}

/* Finds the clause from token @begin to the mark. */
static bool plain_at(const struct place *p, size_t begin, size_t mark, struct tail *ret)
{
        struct phrase speaker = { (uint32_t)begin, (uint32_t)mark - 2, (uint32_t)mark - 3 };

        if (mark < begin + 3 || !is_back(p->doc, mark))
                return attribution_plain(p->doc, p->c, begin, p->left, ret) &&
                       ret->cue.end == mark;
        *ret = (struct tail){ { speaker.end, speaker.end + 1, speaker.end, CUE_SAY,
                                FRAME_QUOTE },
                              speaker,
                              speaker.first };
        return mark - begin <= BACK_TOKENS &&
               (phrase_speaks(p->doc, speaker) || place_token(p, speaker.head)->capital);
}

/* Harbour spokeswoman Nora White replied: “…”: where the tags part the subject from its verb.
 */
int rule_led_plain(struct place *p)
{
        size_t mark = p->left - 1, begin = p->begin;
        struct tail t;
        int r;

        if (p->left < p->begin + 3 ||
            (!document_is(p->doc, mark, ":") && !document_is(p->doc, mark, ",")))
                return 0;
        for (size_t i = p->begin; i < mark; i++)
                if (document_is(p->doc, i, ","))
                        begin = i + 1;
        if (!plain_at(p, begin, mark, &t))
                return 0;
        r = place_settle(p, &t.cue, t.speaker,
                         (struct finding){ 850, "quotes.marks_plain_before" });
        return r ? r : 1;
}

/* In the sentence of the marks, or as the sentence before, if all of theirs is between them. */
static bool find_lead(const struct place *p, struct lead *ret)
{
        const struct sentence *s;
        size_t sentence;

        if (p->left > p->begin + 1 && document_is(p->doc, p->left - 1, ":")) {
                *ret = (struct lead){ p->begin, p->left - 1 };
        } else {
                sentence = place_token(p, p->left)->sentence;
                if (!sentence || !place_fills_sentence(p))
                        return false;
                s = &p->doc->sentences[sentence - 1];
                if (s->end < s->first + 2 || !document_is(p->doc, s->end - 1, ":"))
                        return false;
                *ret = (struct lead){ s->first, s->end - 1 };
        }
        if (ret->colon > ret->first + CHUNK_REACH)
                ret->first = ret->colon - CHUNK_REACH;
        return true;
}

static bool holds_words(const struct place *p, size_t i)
{
        return lexicon_get(&lexicon_cue_nouns, place_token(p, i)->lemma) ||
               is_document_noun(p->doc, i);
}

/* "Berg's full statement", "a statement by Anna Berg, director of …": whose words they are; or,
 * with @pronoun, "his statement". */
static struct phrase owner_of(const struct place *p, const struct lead *lead, bool pronoun)
{
        for (size_t i = lead->colon; i > lead->first; i--) {
                const struct chunk *k = chunk_at(p->c, i - 1);
                struct phrase owner;

                if (!k || k->kind != CHUNK_NOUN || k->head != i - 1 || p->owner[i - 1] ||
                    !holds_words(p, i - 1))
                        continue;
                owner = chunk_possessor(p->doc, k);
                if (phrase_is_none(owner) &&
                    (document_is(p->doc, i, "by") || document_is(p->doc, i, "from")))
                        owner = phrase_after(p->doc, p->c, i + 1);
                if (phrase_speaks(p->doc, owner) &&
                    (place_token(p, owner.head)->upos == UPOS_PRON) == pronoun)
                        return owner;
        }
        return PHRASE_NONE;
}

/* "who deals", "when Berg came": not the one who acts in the main clause. */
static bool is_beside(const struct place *p, struct phrase subject, size_t first)
{
        const struct chunk *k = chunk_at(p->c, subject.first);

        return (k && k->relative) ||
               (subject.first > first &&
                place_token(p, subject.first - 1)->upos == UPOS_SCONJ) ||
               document_is(p->doc, subject.head, "it") ||
               document_is(p->doc, subject.head, "that");
}

/* "When Berg came, | Holm released …": where the main clause begins. */
static size_t main_clause(const struct place *p, const struct lead *lead)
{
        const struct token *first = place_token(p, lead->first);

        if (first->upos != UPOS_SCONJ && first->upos != UPOS_ADP &&
            !document_is(p->doc, lead->first, "when"))
                return lead->first;
        for (size_t i = lead->first; i < lead->colon; i++)
                if (document_is(p->doc, i, ","))
                        return i + 1;
        return lead->first;
}

/* Who acts first in it; @ret_verb is what he does. */
static struct phrase actor_of(const struct place *p, const struct lead *lead, size_t *ret_verb)
{
        size_t first = main_clause(p, lead);

        for (size_t i = first; i < lead->colon; i++) {
                const struct chunk *k = chunk_at(p->c, i);
                struct phrase subject;

                if (!k || k->kind != CHUNK_VERB || p->owner[i])
                        continue;
                i = k->end - 1;
                if (k->form != VERB_FINITE || k->passive)
                        continue;
                subject = chunk_subject(p->doc, p->c, k);
                if (subject.first < first || !phrase_speaks(p->doc, subject) ||
                    holds_words(p, subject.head) || is_beside(p, subject, lead->first))
                        continue;
                *ret_verb = k->head;
                return subject;
        }
        return PHRASE_NONE;
}

/* "As Berg reported, …:", "Stated Berg:": whoever is said to say something in it. */
static struct phrase teller_of(const struct place *p, const struct lead *lead)
{
        struct phrase none = PHRASE_NONE;
        struct tail t;

        if (document_is(p->doc, lead->first, "as"))
                return attribution_at(p->doc, p->c, lead->first + 1, lead->colon, &t) &&
                                       t.cue.kind <= CUE_TELL
                               ? t.speaker
                               : none;
        return attribution_at(p->doc, p->c, lead->first, lead->colon, &t) &&
                               t.cue.kind <= CUE_TELL && t.cue.first == lead->first &&
                               t.speaker.end == lead->colon
                       ? t.speaker
                       : none;
}

int rule_colon(struct place *p)
{
        struct phrase speaker;
        struct lead lead;
        struct cue cue;
        size_t at;
        int r;

        if (!find_lead(p, &lead))
                return 0;
        at = lead.colon;
        speaker = teller_of(p, &lead);
        if (phrase_is_none(speaker))
                speaker = owner_of(p, &lead, false);
        if (phrase_is_none(speaker))
                speaker = actor_of(p, &lead, &at);
        if (phrase_is_none(speaker))
                speaker = owner_of(p, &lead, true);
        if (phrase_is_none(speaker))
                return 0;
        cue = (struct cue){ (uint32_t)at, (uint32_t)at + 1, (uint32_t)at, CUE_JUDGE, 0 };
        r = place_settle(p, &cue, speaker, (struct finding){ 850, "quotes.marks_colon" });
        p->q->report.cue = SPAN_NONE;
        return r ? r : 1;
}
