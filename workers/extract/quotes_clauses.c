/* quotes_clauses - the clause that says who says a quotation */
#include <errno.h>
#include <string.h>

#include "base/macros.h"
#include "workers/extract/quotes_place.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_cue_nouns;

/* A noun that reports; "his supporters" speak for themselves. */
static bool is_cue_noun(const struct place *p, size_t i)
{
        const char *value = lexicon_get(&lexicon_cue_nouns, place_token(p, i)->lemma);

        return value && !cue_has_frame(value, 'p');
}

enum {
        CUES_LOOKED_AT = 12,
        NAME_TOKENS = 6,
        OPEN_WORDS = 5, /* a sentence that begins with so many words in marks is a quotation */
};

/* Do words stand before the marks in their sentence? "Berg called it “a trap.” Lind said no."
 */
static bool begins_inside(const struct place *p)
{
        for (size_t i = p->begin; i < p->left; i++)
                if (place_token(p, i)->kind != TOKEN_PUNCTUATION)
                        return true;
        return false;
}

/* "…!" beamed Anna Berg: any verb right behind the words, with a person behind it and a stop,
 * is one of saying there. */
static int rule_any_verb(struct place *p, size_t i, size_t end)
{
        const struct chunk *verb = i < end ? chunk_at(p->c, i) : NULL;
        struct phrase speaker;
        struct cue cue;
        int r;

        if (!verb || verb->kind != CHUNK_VERB || verb->first != i || verb->end >= end ||
            verb->form == VERB_ING || verb->form == VERB_INFINITIVE || verb->passive ||
            place_last_char(p) == '.')
                return 0;
        speaker = phrase_after(p->doc, p->c, verb->end);
        if (phrase_is_none(speaker) || speaker.end > end ||
            place_token(p, speaker.head)->name != NAME_PERSON)
                return 0;
        if (speaker.end < end && place_token(p, speaker.end)->kind != TOKEN_PUNCTUATION)
                return 0;
        cue = (struct cue){ verb->first, verb->end, verb->head, CUE_SAY, FRAME_QUOTE };
        r = place_settle(p, &cue, speaker, (struct finding){ 850, "quotes.marks_verb_after" });
        return r ? r : 1;
}

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
                return rule_any_verb(p, i, end);
        /* "…." X said that … is the next sentence's affair. */
        if (place_last_char(p) == '.' &&
            (document_is(p->doc, t.cue.end, "that") || document_is(p->doc, t.cue.end, ":")))
                return 0;
        if (place_last_char(p) == '.' &&
            place_token(p, i)->sentence != place_token(p, p->right - 1)->sentence &&
            t.speaker.first < t.cue.first && (end > t.cue.end + 3 || begins_inside(p)))
                return 0;
        r = place_settle(p, &t.cue, t.speaker,
                         (struct finding){ 970, "quotes.marks_cue_after" });
        return r ? r : 1;
}

/* "…," Colts back Anna Berg said; “…” President Berg said: where the tags hide the verb or
 * part the subject, and where no stop closes the words. */
int rule_plain(struct place *p)
{
        uint32_t last = place_last_char(p);
        size_t i = p->right, end;
        struct tail t;
        int r;

        if (i >= p->paragraph_end || last == '.' ||
            (!place_is_closed(p) && (begins_inside(p) || place_words(p) < OPEN_WORDS)))
                return 0;
        i += document_is(p->doc, i, ",") || token_is_dash(p->doc, i);
        if (i >= p->paragraph_end)
                return 0;
        end = place_behind_end(p, sentence_end(p->doc, i, p->paragraph_end));
        if (!attribution_plain(p->doc, p->c, i, end, &t))
                return 0;
        r = place_settle(p, &t.cue, t.speaker,
                         (struct finding){ 900, "quotes.marks_plain_after" });
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

/* "She said Berg favours a “…”": what somebody is said to favour is said in the words of who
 * says so. Moves @cue and @speaker to the verb of saying whose clause holds the cue. */
static void go_out(const struct place *p, struct cue *cue, struct phrase *speaker)
{
        size_t begin = p->doc->sentences[place_token(p, p->left)->sentence].first;

        if (cue->kind < CUE_ASK || cue->kind == CUE_ACCORDING || speaker->first >= cue->first)
                return;
        for (size_t i = speaker->first; i > begin && i + CUES_LOOKED_AT > speaker->first; i--) {
                struct cue outer = cue_at(p->doc, p->c, i - 1);
                struct phrase subject;

                if (p->owner[i - 1])
                        continue; /* 'said on "Good Morning" that', 'said he was "sure" that' */
                if (place_token(p, i - 1)->kind == TOKEN_PUNCTUATION ||
                    place_token(p, i - 1)->upos == UPOS_CCONJ)
                        return;
                if (outer.kind == CUE_NONE)
                        continue;
                subject = cue_subject(p->doc, p->c, &outer, false);
                if (outer.kind > CUE_TELL || !(outer.frames & FRAME_CLAUSE) ||
                    !phrase_speaks(p->doc, subject))
                        return;
                *cue = outer;
                *speaker = subject;
                return;
        }
}

/* "The rapper wrote: “…”": whoever stands before a verb of saying that leads to the marks says
 * it. */
static bool says_right_before(const struct place *p, const struct cue *cue)
{
        size_t i = cue->end;

        i += document_is(p->doc, i, ":") || document_is(p->doc, i, ",");
        return cue->kind <= CUE_TELL && i == p->left;
}

/* "described it as “…”": what stands behind the verb is no subject of it. */
static bool is_object(const struct document *doc, struct phrase p, const struct cue *cue)
{
        static const char *const pronouns[] = {
                "it", "him", "them", "me", "us", "that", "this"
        };

        return !phrase_is_none(p) && p.first >= cue->end &&
               document_is_one_of(doc, p.head, pronouns, ARRAY_SIZE(pronouns));
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
                if (is_object(p->doc, subject, &cue))
                        return 0;
                if (!phrase_speaks(p->doc, subject) &&
                    !(says_right_before(p, &cue) && phrase_may_speak(p->doc, p->c, subject)))
                        return 0;
                go_out(p, &cue, &subject);
                r = place_settle(p, &cue, subject,
                                 (struct finding){ 850, "quotes.marks_cue_before" });
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
        go_out(p, &best, &speaker);
        r = place_settle(p, &best, speaker,
                         (struct finding){ (uint16_t)(worth == 2 ? 880 : 650),
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
                    !is_cue_noun(p, i - 1))
                        continue;
                owner = chunk_possessor(p->doc, k);
                if (!phrase_speaks(p->doc, owner))
                        continue;
                cue = (struct cue){ k->head, k->head + 1, k->head, CUE_SAY, 0 };
                r = place_settle(p, &cue, owner,
                                 (struct finding){ 580, "quotes.marks_cue_noun" });
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
        else if (place_token(p, p->left - 1)->fine == FINE_POS && p->left > p->begin + 1)
                owner = phrase_before(p->doc, p->c, p->left - 1);
        if (phrase_is_none(owner)) {
                const struct chunk *k = chunk_at(p->c, p->left - 1);

                if (k && k->kind == CHUNK_NOUN && k->end == p->left &&
                    place_token(p, p->left - 1)->fine == FINE_POS)
                        owner = (struct phrase){ k->first, (uint32_t)p->left - 1,
                                                 (uint32_t)p->left - 2 };
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
        static const char *const cries[] = { "chant", "cry",  "shout", "call",   "scream",
                                             "yell",  "roar", "cheer", "whisper" };
        struct phrase owner;
        struct cue cue;
        size_t i = p->left;
        int r;

        if (i < p->begin + 2 || !document_is(p->doc, i - 1, "of"))
                return 0;
        for (size_t k = 0; k < ARRAY_SIZE(cries); k++) {
                const struct chunk *noun = chunk_at(p->c, i - 2);

                if (strcmp(place_token(p, i - 2)->lemma, cries[k]) != 0)
                        continue;
                owner = noun ? chunk_possessor(p->doc, noun) : PHRASE_NONE;
                if (!phrase_speaks(p->doc, owner))
                        owner = PHRASE_NONE;
                cue = (struct cue){ (uint32_t)i - 2, (uint32_t)i - 1, (uint32_t)i - 2, CUE_SAY,
                                    0 };
                r = place_settle(p, &cue, owner, (struct finding){ 800, "quotes.marks_cry" });
                return r ? r : 1;
        }
        return 0;
}

static bool names_things(const char *lemma)
{
        static const char *const verbs[] = { "call",  "dub",   "label", "nickname", "brand",
                                             "chant", "shout", "term",  "scream",   "yell" };

        for (size_t i = 0; i < ARRAY_SIZE(verbs); i++)
                if (strcmp(lemma, verbs[i]) == 0)
                        return true;
        return false;
}

/* X called Y “Great Something”: capitals, but no title, as X gives the name. */
int rule_naming(struct place *p)
{
        for (size_t i = p->left; i > p->begin && i + CUES_LOOKED_AT > p->left; i--) {
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

/* X focused on a “…”: no verb of reporting, but somebody who acts, and words in marks. */
int rule_subject(struct place *p)
{
        size_t begin = clause_begin(p);
        unsigned looked = 0;
        int r;

        if (place_token(p, p->first)->upos == UPOS_ADP) /* “on the sidelines”: an idiom */
                return 0;
        if (place_words(p) == 1 && p->right < p->finish && !place_is_closed(p) &&
            place_token(p, p->right)->upos == UPOS_NOUN) /* a “policy” speech: a term */
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
                                 (struct finding){ 470, "quotes.marks_subject" });
                p->q->report.cue = SPAN_NONE;
                p->q->flags |= QUOTATION_LOOSE;
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
                         (struct finding){ 940, "quotes.marks_sentence_tail" });
        return r ? r : 1;
}
