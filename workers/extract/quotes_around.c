/* quotes_around - attributions that frame their sentence: before it, behind it, inside it */
#include <string.h>

#include "base/macros.h"
#include "workers/extract/quotes_content.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_source_nouns;
extern const struct lexicon lexicon_speech_words;

enum {
        HEAD_TOKENS = 6,     /* of a name before a colon */
        TRAIL_TOKENS = 5,    /* of "told reporters on Monday" */
        RELATIVE_TOKENS = 5, /* from a comma to the pronoun of "half of whom" */
        PARTING_TOKENS = 12, /* of an attribution inside its sentence */
};

/* "on Monday", "earlier": no object of the verb before it. */
static bool takes_no_object(const struct reported *x, size_t i)
{
        const struct chunk *k = chunk_at(x->c, i);

        return !k || k->kind != CHUNK_NOUN || k->time;
}

/* "As X reported, …", "As reported by X, …" */
int report_as(struct reported *x, bool *ret_found)
{
        size_t comma = reported_comma(x, x->begin, x->end);
        struct phrase speaker = PHRASE_NONE;
        struct cue cue = { .kind = CUE_NONE };

        if (!reported_is(x, x->begin, "as") || comma + 1 >= x->end)
                return 0;
        for (size_t i = x->begin + 1; i < comma && cue.kind == CUE_NONE; i++)
                cue = cue_at(x->doc, x->c, i);
        if (cue.kind > CUE_TELL || !(cue.frames & FRAME_CLAUSE))
                return 0;
        if (reported_is(x, cue.end, "by"))
                speaker = phrase_after(x->doc, x->c, cue.end + 1);
        else if (cue.end >= comma || takes_no_object(x, cue.end))
                speaker = cue_subject(x->doc, x->c, &cue, false);
        if (!phrase_speaks(x->doc, speaker) || !reported_has_verb(x, comma, x->end))
                return 0;
        *ret_found = true;
        x->words_min = REPORTED_WORDS;
        return reported_write(
                x, &cue, speaker, comma + 1, x->end,
                (struct content_rule){ 790, "quotes.reported_as_said", EXTENT_CLAUSE });
}

/* A name, a speaker in capitals, or what is read: "Poll: …". */
static bool heads_words(const struct reported *x, struct phrase p)
{
        const struct token *t = &x->doc->tokens[p.head];

        return t->name != NAME_NONE || t->all_capital || is_document_noun(x->doc, p.head);
}

/* A headline's verb has any form: "Berg: Holm taking the lead". */
static bool has_any_verb(const struct reported *x, size_t first, size_t end)
{
        for (size_t i = first; i < end; i++) {
                const struct chunk *k = chunk_at(x->c, i);

                if (k && k->kind == CHUNK_VERB)
                        return true;
        }
        return false;
}

/* "Harris: the road will open": the speaker's name heads the line, in a headline or a
 * transcript.
 */
int report_headed(struct reported *x, bool *ret_found)
{
        struct phrase p = phrase_after(x->doc, x->c, x->begin);
        const struct sentence *s = &x->doc->sentences[x->doc->tokens[x->begin].sentence];
        const struct span *paragraph = &x->doc->paragraphs[s->paragraph];
        struct cue cue;

        if (phrase_is_none(p) || s->span.start != paragraph->start ||
            !reported_is(x, p.end, ":") || p.end - x->begin > HEAD_TOKENS ||
            !heads_words(x, p) || !has_any_verb(x, p.end, x->end) ||
            reported_in_marks(x, x->doc->tokens[p.end].end + 1))
                return 0;
        *ret_found = true;
        cue = (struct cue){ p.end, p.end + 1, p.end, CUE_SAY, 0 };
        x->words_min = REPORTED_WORDS;
        return reported_write(
                x, &cue, p, p.end + 1, document_token_at(x->doc, paragraph->end),
                (struct content_rule){ 730, "quotes.reported_headed", EXTENT_PHRASE });
}

/* Over "reporters", "on Monday", to the comma behind an attribution inside its sentence. */
static size_t attribution_end(const struct reported *x, const struct tail *t)
{
        size_t end = t->cue.end > t->speaker.end ? t->cue.end : t->speaker.end;

        for (size_t i = end; i < x->end && i < end + TRAIL_TOKENS; i++) {
                const struct chunk *k = chunk_at(x->c, i);

                if (reported_is(x, i, ","))
                        return i;
                if ((k && k->kind == CHUNK_VERB) || reported_is(x, i, "that"))
                        break;
        }
        return end;
}

/* "Berg, who was silent, showed no fear": what shows stands before the verb, unless it is one
 * of the things that tell ("…, showed a poll"). */
static bool is_shown(const struct reported *x, const struct tail *t)
{
        return t->speaker.first >= t->cue.end &&
               strcmp(x->doc->tokens[t->cue.verb].lemma, "show") == 0 &&
               !lexicon_get(&lexicon_source_nouns, x->doc->tokens[t->speaker.head].lemma);
}

/* "Berg, who was late, asked Lind …": who stands behind the verb is asked. */
static bool is_told(const struct tail *t)
{
        return t->speaker.first >= t->cue.end &&
               (t->cue.kind == CUE_ASK || t->cue.kind == CUE_TELL);
}

/* "…, the hosts | addressed his remarks": what no clause can stand with has an object behind
 * it.
 */
static bool has_object(const struct tail *t)
{
        return t->speaker.first >= t->cue.end && t->cue.kind != CUE_ACCORDING &&
               !(t->cue.frames & (FRAME_CLAUSE | FRAME_THAT | FRAME_ADDRESSEE));
}

/* "…, a figure | that Berg called": the attribution is a clause about a thing. */
static bool is_about_thing(const struct reported *x, const struct tail *t)
{
        size_t i = t->speaker.end;
        const struct chunk *k = i + 1 < x->end ? chunk_at(x->c, i + 1) : NULL;

        return i < t->cue.first && (reported_is(x, i, "that") || reported_is(x, i, "which")) &&
               k && k->kind == CHUNK_NOUN;
}

/* "…, a plan seen as bold", "…, many addressed to the mayor": what is done to the one before
 * the verb. */
static bool is_done_to(const struct reported *x, const struct tail *t)
{
        static const char *const words[] = { "as", "by", "to" };
        size_t i = t->cue.end;

        if (t->speaker.end != t->cue.first || (t->cue.frames & FRAME_ADDRESSEE) ||
            (t->cue.kind <= CUE_TELL && (t->cue.frames & FRAME_CLAUSE)))
                return false;
        while (i < x->end && x->doc->tokens[i].upos == UPOS_ADV)
                i++;
        return i < x->end && document_is_one_of(x->doc, i, words, ARRAY_SIZE(words));
}

/* “…,” Anna Berg, the mayor, said; “…,” said Berg, as the paper reported: what stands before
 * the attribution is words in marks and who says them. */
static bool is_quotation(const struct reported *x, const struct tail *t)
{
        uint32_t begin = x->doc->tokens[x->begin].start, end = x->doc->tokens[t->first].start;

        for (size_t m = x->mark; m < x->marks->n && x->marks->items[m].open <= begin; m++) {
                const struct quotation *q = &x->marks->items[m];

                if (q->close <= begin || (q->flags & QUOTATION_NO_SPEECH))
                        continue;
                if (strchr(",.?!", x->doc->x->text[q->inner.end - 1]) &&
                    !reported_has_verb(x, document_token_at(x->doc, q->close), t->first))
                        return true;
                return q->report.found && q->report.cue.start >= q->close &&
                       q->report.cue.start < end &&
                       cue_at(x->doc, x->c, document_token_at(x->doc, q->report.cue.start))
                                       .kind <= CUE_TELL;
        }
        return false;
}

/* "…, | which would cost more": does a relative clause begin behind the comma at @comma? */
static bool opens_relative(const struct reported *x, size_t comma)
{
        static const char *const words[] = { "which", "who", "whom", "whose" };

        for (size_t i = comma + 1; i < x->end && i < comma + RELATIVE_TOKENS; i++) {
                if (reported_is_one_of(x, i, words, ARRAY_SIZE(words)))
                        return true;
                if (x->doc->tokens[i].upos == UPOS_VERB || reported_is_stop(x, i))
                        return false;
        }
        return false;
}

/* Has the clause that begins at @i a subject of its own? */
static bool has_subject(const struct reported *x, size_t i, size_t end)
{
        for (size_t k = i; k < end; k++) {
                const struct chunk *verb = chunk_at(x->c, k);

                if (verb && verb->kind == CHUNK_VERB && verb->form == VERB_FINITE)
                        return k > i && chunk_subject(x->doc, x->c, verb).first >= i;
        }
        return false;
}

/* "Berg said she would go, | but nobody else would": does a clause that a word joins begin
 * behind the comma, and somebody say what stands before it? */
static bool opens_second(const struct reported *x, size_t comma, size_t end)
{
        static const char *const joints[] = { "and", "but", "while", "although", "though" };

        if (!reported_is_one_of(x, comma + 1, joints, ARRAY_SIZE(joints)) ||
            !has_subject(x, comma + 2, end))
                return false;
        for (size_t i = x->begin; i < comma; i++) {
                const struct chunk *k = chunk_at(x->c, i);
                struct cue cue = cue_at(x->doc, x->c, i);

                if (k && k->kind == CHUNK_VERB && k->form == VERB_FINITE && !k->passive &&
                    cue.kind <= CUE_TELL && (cue.frames & FRAME_CLAUSE) && cue.first == i &&
                    x->doc->tokens[i].fine != FINE_MD &&
                    phrase_speaks(x->doc, chunk_subject(x->doc, x->c, k)))
                        return true;
        }
        return false;
}

size_t reported_relative_comma(const struct reported *x, size_t end)
{
        size_t comma = 0;

        for (size_t i = x->begin + 1; i < end; i++)
                if (reported_is(x, i, ",") && !reported_in_marks(x, x->doc->tokens[i].start))
                        comma = i;
        return comma && opens_relative(x, comma) && reported_has_verb(x, x->begin, comma)
                       ? comma
                       : 0;
}

/* The comma before @end behind which alone the attribution at @end has its words; 0: it has all
 * of the sentence. */
static size_t last_clause(const struct reported *x, const struct tail *t, size_t end)
{
        size_t comma = t->cue.kind == CUE_ACCORDING ? reported_relative_comma(x, end) : 0;

        if (comma && reported_has_verb(x, comma, end))
                return comma;
        for (size_t i = end; i > x->begin + 1; i--)
                if (reported_is(x, i - 1, ",") &&
                    !reported_in_marks(x, x->doc->tokens[i - 1].start) &&
                    opens_second(x, i - 1, end))
                        return i - 1;
        return 0;
}

int report_before(struct reported *x, const struct tail *t, size_t end, struct content_rule by,
                  bool *ret_found)
{
        size_t comma = last_clause(x, t, end), first = comma ? comma + 1 : x->begin;
        int r;

        if (comma && opens_second(x, comma, end))
                first++;
        x->words_min = REPORTED_WORDS;
        r = reported_write(x, &t->cue, t->speaker, first, end, by);
        *ret_found = !comma;
        if (comma) {
                x->end = comma; /* what stands before it is another's */
                x->taken = x->begin;
        }
        return r;
}

/* "…, the official said": the attribution closes the sentence. */
int report_around(struct reported *x, bool *ret_found)
{
        struct tail t;
        size_t first;

        *ret_found = false;
        if (!tail_find(x->doc, x->c, x->begin, x->end, &t) ||
            reported_in_marks(x, x->doc->tokens[t.cue.verb].start) || t.cue.kind == CUE_JUDGE ||
            is_shown(x, &t) || has_object(&t) || is_about_thing(x, &t) || is_told(&t) ||
            (t.cue.kind > CUE_DENY && t.cue.kind != CUE_ACCORDING &&
             t.speaker.first >= t.cue.end) || /* "…, called the road" */
            reported_in_marks(x, x->doc->tokens[t.first].start))
                return 0;
        if (t.cue.kind == CUE_ACCORDING &&
            !reported_in_marks(x, x->doc->tokens[x->begin].start))
                return 0; /* in quotes_according.c */
        if (t.cue.kind == CUE_ACCORDING) {
                *ret_found =
                        true; /* “…,” X said, according to Y: a quotation that is relayed */
                return 0;
        }
        first = x->begin + (x->doc->tokens[x->begin].upos == UPOS_CCONJ);
        if (!reported_has_verb(x, x->begin, t.first) || is_done_to(x, &t) ||
            is_quotation(x, &t) ||
            (reported_is_subordinator(x, first) &&
             reported_comma(x, first, t.first) == t.first)) /* "But as they left, she said" */
                return 0;
        return report_before(
                x, &t, t.first,
                (struct content_rule){ 740, "quotes.reported_tail", EXTENT_CLAUSE }, ret_found);
}

/* "…, Berg said, who …", "…, she said, noting …": what follows is about the speaker. */
bool reported_is_about_speaker(const struct reported *x, size_t i)
{
        static const char *const words[] = { "who", "which",     "whose", "though",
                                             "as",  "including", "while", "not" };
        const struct chunk *k = i < x->end ? chunk_at(x->c, i) : NULL;

        if (reported_is_one_of(x, i, words, ARRAY_SIZE(words)))
                return true;
        return k && k->kind == CHUNK_VERB && k->form == VERB_ING;
}

/* ", Berg opened the road, | …": the verb has an object, so that nothing around it is said. */
static bool takes_object(const struct reported *x, const struct tail *t)
{
        size_t i = t->cue.end > t->speaker.end ? t->cue.end : t->speaker.end;

        return t->speaker.end <= t->cue.first && !(t->cue.frames & FRAME_ADDRESSEE) &&
               i < x->end && !takes_no_object(x, i);
}

/* "The plan, she said, would fail": two spans around the attribution. */
int report_parted(struct reported *x, bool *ret_found)
{
        *ret_found = false;
        for (size_t i = x->begin + 1; i + 2 < x->end; i++) {
                struct tail t;
                size_t end;

                if (!reported_is(x, i, ",") || reported_in_marks(x, x->doc->tokens[i].start) ||
                    !attribution_at(x->doc, x->c, i + 1, x->end, &t) || t.cue.kind > CUE_TELL)
                        continue;
                end = attribution_end(x, &t);
                if (end - i > PARTING_TOKENS || !reported_is(x, end, ",") ||
                    reported_in_marks(x, x->doc->tokens[end].start) ||
                    reported_is_taken(x, &t.cue) || takes_object(x, &t) ||
                    !phrase_speaks(x->doc, t.speaker))
                        continue;
                if (reported_is_about_speaker(x, end + 1) ||
                    !reported_has_verb(x, end, x->end) || reported_words(x, x->begin, i) < 1)
                        continue;
                return reported_write_parted(
                        x, &t, i, end + 1,
                        (struct content_rule){ 740, "quotes.reported_parted", EXTENT_CLAUSE },
                        ret_found);
        }
        return 0;
}

/* “This,” she wrote, | is made worse by …: what goes on the words in marks without any. */
int report_behind_marks(struct reported *x, bool *ret_found)
{
        *ret_found = false;
        for (size_t m = x->mark; m < x->marks->n; m++) {
                const struct quotation *q = &x->marks->items[m];
                const struct chunk *verb;
                struct tail t;
                size_t i, end;

                if (q->open >= x->doc->tokens[x->end - 1].end)
                        return 0;
                i = document_token_at(x->doc, q->close);
                if (!q->report.found || (q->flags & QUOTATION_NO_SPEECH) || i <= x->begin ||
                    i >= x->end || q->report.cue.start < q->close)
                        continue;
                if (!attribution_at(x->doc, x->c, i + reported_is(x, i, ","), x->end, &t) ||
                    x->doc->tokens[t.cue.verb].start != q->report.cue.start)
                        continue;
                end = attribution_end(x, &t);
                verb = end + 1 < x->end ? chunk_at(x->c, end + 1) : NULL;
                if (end - i > PARTING_TOKENS || !reported_is(x, end, ",") || !verb ||
                    verb->kind != CHUNK_VERB ||
                    (verb->form != VERB_FINITE && verb->form != VERB_INFINITIVE) ||
                    reported_in_marks(x, x->doc->tokens[end + 1].start) ||
                    cue_at(x->doc, x->c, end + 1).kind <= CUE_TELL)
                        continue;
                x->words_min = REPORTED_WORDS;
                *ret_found = true;
                return reported_write(
                        x, &t.cue, t.speaker, end + 1, reported_end(x, end + 1),
                        (struct content_rule){ 740, "quotes.reported_parted", EXTENT_CLAUSE });
        }
        return 0;
}

/* "In the poll, 40 percent back her": the document in which the sentence stands reports it. */
int report_document(struct reported *x)
{
        struct phrase p = phrase_after(x->doc, x->c, x->begin + 1);
        struct cue cue;
        size_t comma;

        if (!reported_is(x, x->begin, "in") || phrase_is_none(p))
                return 0;
        comma = reported_comma(x, p.end, x->end);
        if (!lexicon_has(&lexicon_speech_words, x->doc->tokens[p.head].lemma, "poll") ||
            comma + 1 >= x->end || !reported_has_verb(x, comma + 1, x->end))
                return 0;
        if (comma > p.end && reported_comma(x, comma + 1, x->end) + 1 < x->end &&
            !reported_has_verb(x, comma + 1, reported_comma(x, comma + 1, x->end)))
                comma = reported_comma(x, comma + 1, x->end); /* ", taken in May," */
        cue = (struct cue){ (uint32_t)x->begin, (uint32_t)x->begin + 1, (uint32_t)x->begin,
                            CUE_ACCORDING, 0 };
        x->words_min = REPORTED_WORDS;
        return reported_write(
                x, &cue, p, comma + 1, x->end,
                (struct content_rule){ 460, "quotes.reported_in_document", EXTENT_PHRASE });
}
