/* quotes_clauses - the clause that says who says a quotation */
#include <errno.h>
#include <string.h>

#include "base/macros.h"
#include "workers/extract/quotes_place.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_cue_nouns;

enum { CUES_LOOKED_AT = 12 };

/* "…," said X. "…," X said. The sentence may end with the quotation ("…?" X asked.) */
int rule_behind(struct place *p)
{
        size_t i = p->right, end;
        struct tail t;
        int r;

        if (!place_is_closed(p) || i >= p->paragraph_end)
                return 0;
        if (document_is(p->doc, i, ",") || token_is_dash(p->doc, i))
                i++;
        if (i >= p->paragraph_end)
                return 0;
        end = place_behind_end(p, sentence_end(p->doc, i, p->paragraph_end));
        if (!attribution_at(p->doc, p->c, i, end, &t))
                return 0;
        /* "…." X said that … is the next sentence's affair. */
        if (place_last_char(p) == '.' &&
            (document_is(p->doc, t.cue.end, "that") || document_is(p->doc, t.cue.end, ":")))
                return 0;
        if (place_last_char(p) == '.' &&
            place_token(p, i)->sentence != place_token(p, p->right - 1)->sentence &&
            end > t.cue.end + 3 && t.speaker.first < t.cue.first)
                return 0;
        r = place_settle(p, &t.cue, t.speaker,
                         (struct finding){ 960, "quotes.marks_cue_after" });
        return r ? r : 1;
}

static bool may_stand_between(const struct place *p, size_t i)
{
        const struct token *t = place_token(p, i);

        return t->kind == TOKEN_PUNCTUATION || t->upos == UPOS_ADV || t->upos == UPOS_ADP ||
               t->upos == UPOS_PRON || t->upos == UPOS_NOUN || t->upos == UPOS_PROPN ||
               t->upos == UPOS_DET || t->upos == UPOS_ADJ || t->upos == UPOS_NUM ||
               strcmp(t->lower, "that") == 0 || strcmp(t->lower, "'s") == 0;
}

/* X said: "…", X told reporters on Thursday that "…": nothing but phrases stands between. */
int rule_before(struct place *p)
{
        struct phrase subject;
        struct cue cue;
        int r;

        for (size_t i = p->left; i > p->begin; i--) {
                const struct chunk *k = chunk_at(p->c, i - 1);

                if (!k || k->kind != CHUNK_VERB) {
                        if (!may_stand_between(p, i - 1) &&
                            !document_is(p->doc, i - 2, "according"))
                                return 0;
                        cue = cue_at(p->doc, p->c, i - 1);
                        if (cue.kind != CUE_ACCORDING)
                                continue;
                } else {
                        cue = cue_at(p->doc, p->c, i - 1);
                }
                if (cue.kind == CUE_NONE || !(cue.frames & FRAME_QUOTE))
                        return 0;
                subject = cue_subject(p->doc, p->c, &cue, false);
                if (phrase_is_none(subject))
                        subject = cue_subject(p->doc, p->c, &cue, true);
                if (!phrase_speaks(p->doc, subject))
                        return 0;
                r = place_settle(p, &cue, subject,
                                 (struct finding){ 940, "quotes.marks_cue_before" });
                return r ? r : 1;
        }
        return 0;
}

/* "if Russia decides": what is only supposed does not speak. */
static bool is_supposed(const struct document *doc, struct phrase subject)
{
        static const char *const words[] = { "if", "unless", "whether", "should" };

        for (size_t i = 0; subject.first && i < ARRAY_SIZE(words); i++)
                if (document_is(doc, subject.first - 1, words[i]))
                        return true;
        return false;
}

/* How well a verb to the left explains a quotation; 0 = not at all. */
static unsigned cue_worth(const struct place *p, const struct cue *cue, struct phrase subject)
{
        if (!phrase_speaks(p->doc, subject) || is_supposed(p->doc, subject))
                return 0;
        if (cue->kind == CUE_SEEM || cue->kind == CUE_WANT)
                return 0;
        return cue->kind == CUE_THINK ? 1 : 2;
}

/* X warned of "…", X said that his country would make Russia pay a "…": the verb that governs
 * the clause. The nearest act of speech goes before the nearest act of mind. */
int rule_governing(struct place *p)
{
        struct cue best = { .kind = CUE_NONE };
        struct phrase speaker = PHRASE_NONE;
        unsigned worth = 0, looked = 0;
        size_t begin = p->doc->sentences[place_token(p, p->left)->sentence].first;
        int r;

        if (p->left > begin + 2 * CHUNK_REACH)
                begin = p->left - 2 * CHUNK_REACH;
        for (size_t i = p->left; i > begin && looked < CUES_LOOKED_AT && worth < 2; i--) {
                struct cue cue = cue_at(p->doc, p->c, i - 1);
                struct phrase subject;
                unsigned w;

                if (p->owner[i - 1] || cue.kind == CUE_NONE)
                        continue;
                looked++;
                subject = cue_subject(p->doc, p->c, &cue, false);
                w = cue_worth(p, &cue, subject);
                if (w > worth) {
                        worth = w;
                        best = cue;
                        speaker = subject;
                }
                if (cue.first < i)
                        i = cue.first + 1;
        }
        if (!worth)
                return 0;
        r = place_settle(p, &best, speaker,
                         (struct finding){ (uint16_t)(worth == 2 ? 850 : 650),
                                           "quotes.marks_governing" });
        return r ? r : 1;
}

static size_t clause_begin(const struct place *p)
{
        size_t begin = p->doc->sentences[place_token(p, p->left)->sentence].first;

        return p->left > begin + CHUNK_REACH ? p->left - CHUNK_REACH : begin;
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
                    !lexicon_get(&lexicon_cue_nouns, place_token(p, i - 1)->lemma))
                        continue;
                owner = chunk_possessor(p->doc, k);
                if (!phrase_speaks(p->doc, owner))
                        continue;
                cue = (struct cue){ k->head, k->head + 1, k->head, CUE_SAY, 0 };
                r = place_settle(p, &cue, owner,
                                 (struct finding){ 700, "quotes.marks_cue_noun" });
                return r ? r : 1;
        }
        return 0;
}

/* X focused on a “…”: no verb of reporting, but somebody who acts, and words in marks. */
int rule_subject(struct place *p)
{
        size_t begin = clause_begin(p);
        unsigned looked = 0;
        int r;

        if (place_token(p, p->first)->upos == UPOS_ADP) /* “on the sidelines”: an idiom */
                return 0;
        for (size_t i = p->left; i > begin && looked < CUES_LOOKED_AT; i--) {
                const struct chunk *k = chunk_at(p->c, i - 1);
                struct phrase subject;
                struct cue cue;

                if (!k || k->kind != CHUNK_VERB || k->passive || p->owner[i - 1])
                        continue;
                looked++;
                i = k->first + 1;
                subject = chunk_subject(p->doc, p->c, k);
                if (!phrase_speaks(p->doc, subject) || is_supposed(p->doc, subject) ||
                    document_is(p->doc, subject.head, "it"))
                        continue;
                cue = (struct cue){ k->head, k->head + 1, k->head, CUE_JUDGE, 0 };
                r = place_settle(p, &cue, subject,
                                 (struct finding){ 450, "quotes.marks_subject" });
                p->q->report.cue = SPAN_NONE;
                return r ? r : 1;
        }
        return 0;
}

/* …, X said on Thursday: at the end of the sentence. */
int rule_tail(struct place *p)
{
        size_t begin = p->right;
        size_t end;
        struct tail t;
        int r;

        if (begin >= p->paragraph_end || begin == 0)
                return 0;
        end = sentence_end(p->doc, p->right - 1, p->paragraph_end);
        if (end <= begin || !tail_find(p->doc, p->c, begin, end, &t))
                return 0;
        r = place_settle(p, &t.cue, t.speaker,
                         (struct finding){ 880, "quotes.marks_sentence_tail" });
        return r ? r : 1;
}
