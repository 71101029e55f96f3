/* quotes_around - attributions that stand before their sentence, or inside it */
#include "base/macros.h"
#include "workers/extract/quotes_content.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_speech_words;

enum {
        HEAD_TOKENS = 6,     /* of a name before a colon */
        TRAIL_TOKENS = 5,    /* of "told reporters on Monday" */
        PARTING_TOKENS = 12, /* of an attribution inside its sentence */
};

/* "on Monday", "earlier": no object of the verb before it. */
static bool takes_no_object(const struct reported *x, size_t i)
{
        const struct chunk *k = chunk_at(x->c, i);

        return !k || k->kind != CHUNK_NOUN || k->time;
}

/* "As X reported, …", "But as reported by X, …" */
int report_as(struct reported *x, bool *ret_found)
{
        size_t comma = reported_comma(x, x->begin, x->end);
        struct phrase speaker = PHRASE_NONE;
        struct cue cue = { .kind = CUE_NONE };
        size_t as = x->begin + (x->doc->tokens[x->begin].upos == UPOS_CCONJ);

        if (!reported_is(x, as, "as") || comma + 1 >= x->end)
                return 0;
        for (size_t i = as + 1; i < comma && cue.kind == CUE_NONE; i++)
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
               i < x->end && (!takes_no_object(x, i) || reported_is_answer(x, i));
}

/* "It was, | he said, | a failure", "it could, | he said, | fail": the verb stands before the
 * attribution, and its noun phrase, or the rest of it, behind. */
bool reported_lacks_complement(const struct reported *x, size_t left, size_t right)
{
        const struct chunk *verb = left > x->begin ? chunk_at(x->c, left - 1) : NULL;
        const struct chunk *noun = right < x->end ? chunk_at(x->c, right) : NULL;

        if (!verb || verb->kind != CHUNK_VERB || verb->form != VERB_FINITE ||
            verb->end != left || !noun)
                return false;
        return noun->kind == CHUNK_NOUN ? !noun->time
                                        : x->doc->tokens[left - 1].upos == UPOS_AUX;
}

/* "a plan | that, she said, would fail", "which, he said, …": not "on top of that, …" */
static bool is_pronoun_alone(const struct reported *x, size_t i, size_t right)
{
        const struct chunk *verb = right < x->end ? chunk_at(x->c, right) : NULL;

        return i > x->begin + 1 && (reported_is(x, i, "that") || reported_is(x, i, "which")) &&
               x->doc->tokens[i - 1].upos != UPOS_ADP && verb && verb->kind == CHUNK_VERB &&
               verb->form == VERB_FINITE;
}

/* Only the relative clause is said. */
static int write_relative(struct reported *x, const struct tail *t, size_t left, size_t right,
                          bool *ret_found)
{
        struct reported clause = *x;
        int r;

        clause.begin = left - 1;
        clause.end = reported_end(x, right);
        r = reported_write_parted(
                &clause, t, left, right,
                (struct content_rule){ 740, "quotes.reported_parted", EXTENT_CLAUSE },
                ret_found);
        if (*ret_found) {
                *ret_found = false; /* what stands before it is the sentence still */
                x->end = left - 1;
                x->taken = x->begin;
        }
        return r;
}

/* A verb of saying, or of belief: "experts believe", not "I thought". */
static bool tells(const struct reported *x, const struct tail *t)
{
        static const char *const writers[] = { "i", "you", "we" };

        return t->cue.kind <= CUE_TELL ||
               (t->cue.kind == CUE_THINK && (t->cue.frames & FRAME_CLAUSE) &&
                !reported_is_one_of(x, t->speaker.head, writers, ARRAY_SIZE(writers)));
}

/* "The plan, she said, would fail": two spans around the attribution. Not "In May, she said,
 * without a proof, that it would". */
int report_parted(struct reported *x, bool *ret_found)
{
        *ret_found = false;
        for (size_t i = x->begin + 1; i + 2 < x->end; i++) {
                struct tail t;
                size_t end;

                if (!reported_is(x, i, ",") || reported_in_marks(x, x->doc->tokens[i].start) ||
                    !attribution_at(x->doc, x->c, i + 1, x->end, &t) || !tells(x, &t))
                        continue;
                end = attribution_end(x, &t);
                if (end - i > PARTING_TOKENS || !reported_is(x, end, ",") ||
                    reported_in_marks(x, x->doc->tokens[end].start) ||
                    reported_is_taken(x, &t.cue) || takes_object(x, &t) ||
                    !phrase_speaks(x->doc, t.speaker))
                        continue;
                if (reported_is_about_speaker(x, end + 1) ||
                    reported_is(x, reported_comma(x, end + 1, x->end) + 1, "that") ||
                    (!reported_has_verb(x, end, x->end) &&
                     !reported_lacks_complement(x, i, end + 1)) ||
                    reported_words(x, x->begin, i) < 1)
                        continue;
                if (is_pronoun_alone(x, i - 1, end + 1))
                        return write_relative(x, &t, i, end + 1, ret_found);
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
