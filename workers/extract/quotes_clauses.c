/* quotes_clauses - the clause that says who says a quotation */
#include <errno.h>
#include <string.h>

#include "base/macros.h"
#include "workers/extract/quotes_place.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_speech_words;

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

/* “…?” Berg still praises it.: a sentence of its own, whose verb judges or wants something. */
static bool is_of_next(const struct place *p, size_t i, const struct tail *t)
{
        uint32_t last = place_last_char(p);

        return (last == '?' || last == '!') && place_token(p, i)->capital &&
               place_token(p, i)->sentence != place_token(p, p->right - 1)->sentence &&
               t->speaker.first < t->cue.first && t->cue.kind > CUE_ORDER &&
               t->cue.kind != CUE_ACCORDING;
}

/* In what Lind called “bad,” Berg expressed a wish.: the verb behind the words has an object of
 * its own, where they do not open their sentence. */
static bool has_object(const struct place *p, size_t i, const struct tail *t)
{
        const struct chunk *k =
                t->cue.end < p->paragraph_end ? chunk_at(p->c, t->cue.end) : NULL;
        const struct chunk *verb;

        if (!begins_inside(p) || place_last_char(p) != ',' || t->speaker.first != i ||
            t->speaker.end > t->cue.first || (t->cue.frames & FRAME_ADDRESSEE) || !k ||
            k->kind != CHUNK_NOUN || k->time)
                return false;
        verb = k->end < p->paragraph_end ? chunk_at(p->c, k->end) : NULL;
        return !verb || verb->kind != CHUNK_VERB ||
               verb->form != VERB_FINITE; /* "said he left" */
}

/* "…," the mayor joked on Monday: what stands behind a sentence that a comma ends is who says
 * it, whatever the verb. */
int rule_said_anyhow(struct place *p)
{
        size_t i = p->right, end;
        const struct chunk *verb;
        struct phrase speaker;
        struct cue cue;
        int r;

        if (i >= p->paragraph_end || place_last_char(p) != ',' || begins_inside(p) ||
            place_words(p) < OPEN_WORDS || !place_token(p, p->first)->capital)
                return 0;
        end = place_behind_end(p, sentence_end(p->doc, i, p->paragraph_end));
        speaker = phrase_after(p->doc, p->c, i);
        if (phrase_is_none(speaker) || speaker.end >= end || !phrase_speaks(p->doc, speaker))
                return 0;
        verb = chunk_at(p->c, speaker.end);
        if (!verb || verb->kind != CHUNK_VERB || verb->passive || verb->modal != UINT32_MAX ||
            (verb->form != VERB_FINITE && verb->form != VERB_PARTICIPLE))
                return 0;
        for (i = verb->end; i < end; i++) {
                const struct chunk *k = chunk_at(p->c, i);

                if (k && k->kind == CHUNK_VERB && k->form == VERB_FINITE)
                        return 0;
        }
        cue = (struct cue){ verb->first, verb->end, verb->head, CUE_SAY, FRAME_QUOTE };
        r = place_settle(p, &cue, speaker, (struct finding){ 850, "quotes.marks_verb_after" });
        return r ? r : 1;
}

/* ''He said, 'We go,''' Berg said.: the mark of an inner quotation touches the outer one. */
static bool is_mark_left(const struct place *p, size_t i)
{
        static const char *const marks[] = { "'", "'''", "’", "\"", "”", "''" };

        return document_is_one_of(p->doc, i, marks, ARRAY_SIZE(marks)) &&
               place_token(p, i)->start <= p->q->close;
}

/* "…,” as Berg noted.: nothing of a clause may follow. */
static bool said_by_the_way(const struct place *p, size_t i, size_t end, struct tail *ret)
{
        return place_last_char(p) == ',' && attribution_as(p->doc, p->c, i, end, ret) &&
               (ret->cue.end >= end ||
                place_token(p, ret->cue.end)->kind == TOKEN_PUNCTUATION ||
                place_token(p, ret->cue.end)->upos == UPOS_ADP);
}

/* "…," said X. "…," X said. The sentence may end with the quotation ("…?" X asked.) */
int rule_behind(struct place *p)
{
        size_t i = p->right, end;
        struct tail t;
        int r;

        if (!place_is_closed(p) || i >= p->paragraph_end)
                return 0;
        if (is_mark_left(p, i))
                i++;
        if (document_is(p->doc, i, ",") || token_is_dash(p->doc, i))
                i++;
        if (i >= p->paragraph_end)
                return 0;
        end = place_behind_end(p, sentence_end(p->doc, i, p->paragraph_end));
        if (!attribution_at(p->doc, p->c, i, end, &t) && !said_by_the_way(p, i, end, &t))
                return rule_any_verb(p, i, end);
        /* "…." X said that … is the next sentence's affair. */
        if (place_last_char(p) == '.' &&
            (document_is(p->doc, t.cue.end, "that") || document_is(p->doc, t.cue.end, ":")))
                return 0;
        if (place_last_char(p) == '.' &&
            place_token(p, i)->sentence != place_token(p, p->right - 1)->sentence &&
            t.speaker.first < t.cue.first && (end > t.cue.end + 3 || begins_inside(p)))
                return 0;
        if (is_of_next(p, i, &t) || has_object(p, i, &t))
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

/* "Berg shows “great charm”": what is shown is told by somebody else, unless what shows it is
 * one of the things that tell ("a poll shows “…”"). */
static bool is_shown(const struct place *p, const struct cue *cue, struct phrase speaker)
{
        return cue->kind == CUE_SAY && strcmp(place_token(p, cue->verb)->lemma, "show") == 0 &&
               !phrase_is_none(speaker) && !is_document_noun(p->doc, speaker.head);
}

/* … of a person or a body for sure: not of "the records", whatever their kind. */
static bool is_shown_by_somebody(const struct place *p, const struct cue *cue,
                                 struct phrase speaker)
{
        const char *voice;

        if (!is_shown(p, cue, speaker))
                return false;
        voice = noun_voice(place_token(p, speaker.head));
        return place_token(p, speaker.head)->name != NAME_NONE ||
               (voice && strcmp(voice, "document") != 0);
}

/* "She said Berg favours a “…”": what somebody is said to favour is said in the words of who
 * says so. Moves @cue and @speaker to the verb of saying whose clause holds the cue. */
static void go_out(const struct place *p, struct cue *cue, struct phrase *speaker)
{
        size_t begin = p->doc->sentences[place_token(p, p->left)->sentence].first;

        if ((cue->kind < CUE_ASK && !is_shown(p, cue, *speaker)) ||
            cue->kind == CUE_ACCORDING || speaker->first >= cue->first)
                return;
        for (size_t i = speaker->first; i > begin && i + CUES_LOOKED_AT > speaker->first; i--) {
                struct cue outer = cue_at(p->doc, p->c, i - 1);
                struct phrase subject;

                if (p->owner[i - 1])
                        continue; /* 'said on "Good Morning" that', 'said he was "sure" that' */
                if (place_token(p, i - 1)->kind == TOKEN_PUNCTUATION ||
                    (place_token(p, i - 1)->upos == UPOS_CCONJ &&
                     !document_is(p->doc, i, "that"))) /* "said A and that she …" */
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

/* "…, explained Berg, “…”", "Said one voter: “…”": whoever stands between the verb and the mark
 * that leads to the words. */
static struct phrase said_behind(const struct place *p, const struct cue *cue)
{
        struct phrase subject;

        if (p->left < cue->end + 2 || (cue->frames & FRAME_ADDRESSEE) ||
            place_token(p, p->left - 1)->kind != TOKEN_PUNCTUATION)
                return PHRASE_NONE;
        subject = cue_subject(p->doc, p->c, cue, true);
        return subject.first >= cue->end && subject.end + 1 == p->left ? subject : PHRASE_NONE;
}

/* Who is the subject of the verb that leads to the marks. */
static struct phrase subject_before(const struct place *p, const struct cue *cue)
{
        struct phrase behind = said_behind(p, cue), before;

        if (!phrase_is_none(behind) && cue->kind <= CUE_TELL && cue->first > p->begin &&
            document_is(p->doc, cue->first - 1, ",") &&
            place_token(p, behind.head)->name == NAME_PERSON)
                return behind;
        if (!phrase_is_none(behind) && (cue->frames & FRAME_NOUN) &&
            !(cue->frames & FRAME_CLAUSE))
                behind = PHRASE_NONE; /* "called Berg “…”" */
        before = cue_subject(p->doc, p->c, cue, false);
        return phrase_is_none(before) || before.first >= p->left ? behind : before;
}

bool place_is_called(const struct place *p, const struct chunk *verb)
{
        const struct chunk *before;
        const char *voice;

        if (!verb || verb->kind != CHUNK_VERB || verb->end != p->left || !verb->first ||
            !document_is_of(p->doc, verb->head, &lexicon_speech_words, "call") ||
            document_is(p->doc, p->right, "by"))
                return false;
        before = chunk_at(p->c, verb->first - 1);
        if (!before || before->kind != CHUNK_NOUN || before->pronoun ||
            place_token(p, before->head)->upos != UPOS_NOUN || verb->end > verb->first + 1)
                return false;
        voice = noun_voice(place_token(p, before->head)); /* not "what drivers called “…”" */
        return !voice || strcmp(voice, "document") == 0;
}

/* "labelled a “witch hunt” by drivers": whose words they are of a passive. */
static struct phrase by_behind(const struct place *p, const struct chunk *verb,
                               const struct cue *cue)
{
        struct phrase agent;

        if (!verb || verb->kind != CHUNK_VERB || p->right + 1 >= p->finish ||
            !document_is(p->doc, p->right, "by") || cue->kind == CUE_ACCORDING ||
            (!verb->passive && verb->form != VERB_PARTICIPLE))
                return PHRASE_NONE;
        agent = phrase_after(p->doc, p->c, p->right + 1);
        return phrase_speaks(p->doc, agent) ? agent : PHRASE_NONE;
}

/* X said: "…", X told reporters on Thursday that "…": nothing but phrases stands between. */
int rule_before(struct place *p)
{
        struct phrase subject;
        struct cue cue;
        int r;

        if (place_over_clause(p) < p->left)
                return 0;
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
                if (place_is_called(p, k))
                        return 0;
                subject = by_behind(p, k, &cue);
                if (phrase_is_none(subject))
                        subject = subject_before(p, &cue);
                if (is_object(p->doc, subject, &cue))
                        return 0;
                if (!phrase_speaks(p->doc, subject) &&
                    !(says_right_before(p, &cue) && phrase_may_speak(p->doc, p->c, subject)))
                        return 0;
                go_out(p, &cue, &subject);
                if (is_shown_by_somebody(p, &cue, subject))
                        return 0;
                r = place_settle(p, &cue, subject,
                                 (struct finding){ 890, "quotes.marks_cue_before" });
                return r ? r : 1;
        }
        return 0;
}

bool place_is_supposed(const struct document *doc, struct phrase subject)
{
        static const char *const words[] = { "if", "unless", "whether", "should" };

        return subject.first &&
               document_is_one_of(doc, subject.first - 1, words, ARRAY_SIZE(words));
}

/* How well a verb to the left explains a quotation; 0 = not at all. */
static unsigned cue_worth(const struct place *p, const struct cue *cue, struct phrase subject)
{
        if (!phrase_speaks(p->doc, subject) || place_is_supposed(p->doc, subject))
                return 0;
        if (cue->kind == CUE_SEEM || cue->kind == CUE_WANT ||
            is_shown_by_somebody(p, cue, subject))
                return 0;
        return cue->kind == CUE_THINK ? 1 : 2;
}

/* "As Berg says, …", "As Berg put it in May, …" */
static bool tells_so(const struct place *p, size_t first, size_t end)
{
        for (size_t i = first; i < end; i++) {
                struct cue cue = cue_at(p->doc, p->c, i);

                if (cue.kind <= CUE_TELL ||
                    (cue.kind != CUE_NONE && document_is(p->doc, cue.end, "it")))
                        return true;
        }
        return false;
}

/* "After Berg asked about it, | Lind became “…”": where the clause ends that opens the sentence
 * and governs nothing behind its comma; not "As Berg says, …". */
static size_t behind_opening_clause(const struct place *p, size_t begin)
{
        static const char *const words[] = { "after", "as", "when", "while", "before", "once" };
        size_t comma = begin;

        if (p->left > begin + 2 * CHUNK_REACH ||
            !document_is_one_of(p->doc, begin, words, ARRAY_SIZE(words)))
                return begin;
        while (comma < p->left && (!document_is(p->doc, comma, ",") || p->owner[comma]))
                comma++;
        for (size_t i = comma; i < p->left; i++) {
                const struct chunk *k = chunk_at(p->c, i);
                struct phrase subject;

                if (!k || k->kind != CHUNK_VERB || k->form != VERB_FINITE || p->owner[i])
                        continue;
                subject = chunk_subject(p->doc, p->c, k);
                if (!phrase_is_none(subject) && subject.first > comma)
                        return document_is(p->doc, begin, "as") && tells_so(p, begin, comma)
                                       ? begin
                                       : comma;
        }
        return begin;
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

        begin = behind_opening_clause(p, begin);
        if (p->left > begin + 2 * CHUNK_REACH)
                begin = p->left - 2 * CHUNK_REACH;
        for (size_t i = place_over_clause(p); i > begin && looked < CUES_LOOKED_AT && worth < 2;
             i--) {
                struct cue cue = cue_at(p->doc, p->c, i - 1);
                struct phrase subject;
                unsigned w;

                if (p->owner[i - 1] || cue.kind == CUE_NONE ||
                    place_is_called(p, chunk_at(p->c, i - 1)))
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
