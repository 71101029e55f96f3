/* quotes_attribute - who says what stands between marks
 *
 * For each quotation the places are asked in the order of their worth: right behind it ("…,"
 * said X), right before it (X said: "…"), the clause that holds it (X warned of "…"), the end
 * of the sentence (…, X said), and at last its neighbours (a paragraph that is but a
 * quotation). What no place explains was not said by anybody: a title, a term, irony.
 */
#include <errno.h>
#include <string.h>

#include "base/macros.h"
#include "workers/extract/quotes_place.h"

enum {
        LONG_WORDS = 5,    /* so many words, unattributed, are speech rather than a term */
        LABEL_TOKENS = 16, /* before a colon, of who speaks behind it */
        GAP_BYTES = 200,   /* an attribution between two quotations */
        TERMS_BETWEEN = 4, /* words in marks between them that nobody says */
        SINGLE_LEAST = 2,  /* long quotations in single marks */
};

/* The quotation before it, over terms in the sentence that says whose that is: "A," said X of
 * the "big four". "B." NULL: there is none. */
static const struct quotation *said_before(const struct place *p)
{
        const struct quotation *before;
        size_t i = p->index;

        while (i > 0 && i + TERMS_BETWEEN > p->index &&
               (p->all->items[i - 1].flags & QUOTATION_NO_SPEECH))
                i--;
        if (!i)
                return NULL;
        before = &p->all->items[i - 1];
        for (; i < p->index; i++)
                if (before->report.cue.start < before->close ||
                    document_sentence_at(p->doc, before->report.cue.start) !=
                            document_sentence_at(p->doc, p->all->items[i].open))
                        return p->q - 1;
        return before;
}

/* "A," said X. "B.": B is X's as well. */
static int rule_same_paragraph(struct place *p)
{
        const struct quotation *before = said_before(p);

        if (!before || before->paragraph != p->q->paragraph || !before->report.found ||
            !place_fills_sentence(p))
                return 0;
        p->q->report = before->report;
        p->q->report.cue = SPAN_NONE;
        p->q->report.confidence = (uint16_t)(before->report.confidence * 99 / 100);
        p->q->report.rule = "quotes.marks_same_paragraph";
        return 1;
}

/* The first act of speech of the last sentence before the quotation that has one. */
static int by_sentence_before(struct place *p, uint16_t confidence)
{
        static const char *const own[] = { "i", "we", "you" }; /* words that are quoted, too */
        size_t sentence = place_token(p, p->left)->sentence;
        const struct sentence *s;
        int r;

        if (!sentence)
                return 0;
        s = &p->doc->sentences[sentence - 1];
        if (p->q->paragraph > s->paragraph + 1)
                return 0;
        for (size_t i = s->first; i < s->end && i < s->first + CHUNK_REACH; i++) {
                struct cue cue = cue_at(p->doc, p->c, i);
                struct phrase subject;

                if (p->owner[i] || cue.kind == CUE_NONE || !cue_is_speech(&cue))
                        continue;
                i = cue.end - 1;
                subject = cue_subject(p->doc, p->c, &cue, false);
                if (phrase_is_none(subject) && cue.kind == CUE_SAY)
                        subject = cue_subject(p->doc, p->c, &cue, true); /* "…, said Berg." */
                if (!phrase_speaks(p->doc, subject) ||
                    document_is_one_of(p->doc, subject.head, own, ARRAY_SIZE(own)))
                        continue;
                r = place_settle(
                        p, &cue, subject,
                        (struct finding){ confidence, "quotes.marks_sentence_before" });
                p->q->report.cue = SPAN_NONE;
                return r ? r : 1;
        }
        return 0;
}

static int rule_sentence_before(struct place *p)
{
        return place_fills_sentence(p) ? by_sentence_before(p, 800) : 0;
}

/* "…?” a baker is heard to wonder.: somebody speaks behind the words, whoever it is. */
static bool is_told_behind(const struct place *p)
{
        size_t end = place_behind_end(p, sentence_end(p->doc, p->right, p->paragraph_end));

        for (size_t i = p->right; i < end; i++) {
                struct cue cue = cue_at(p->doc, p->c, i);

                if (cue.kind <= CUE_ASK || cue.kind == CUE_ACCORDING)
                        return true;
        }
        return false;
}

/* "A," said X. "B" to stop it.: B begins its sentence, which no attribution closes. */
static int rule_goes_on(struct place *p)
{
        const struct quotation *before = said_before(p);

        if (p->left != p->doc->sentences[place_token(p, p->left)->sentence].first ||
            !place_token(p, p->first)->capital || place_words(p) < LONG_WORDS ||
            is_told_behind(p))
                return 0;
        if (!before || before->paragraph != p->q->paragraph)
                return by_sentence_before(p, 700);
        if (!before->report.found || before->close + GAP_BYTES < p->q->open)
                return 0;
        p->q->report = before->report;
        p->q->report.cue = SPAN_NONE;
        p->q->report.confidence = (uint16_t)(before->report.confidence * 9 / 10);
        p->q->report.rule = "quotes.marks_same_paragraph";
        return 1;
}

/* A paragraph that is but a quotation goes on with the speaker of the paragraph before it. */
static int rule_paragraph_before(struct place *p)
{
        const struct quotation *before = p->q - 1;

        if (!p->index || !place_fills_sentence(p) || before->paragraph + 1 != p->q->paragraph ||
            !before->report.found || phrase_is_none(before->report.speaker))
                return 0;
        p->q->report = before->report;
        p->q->report.cue = SPAN_NONE;
        p->q->report.confidence = 600;
        p->q->report.rule = "quotes.marks_paragraph_before";
        return 1;
}

/* "…" – Anna Smith: the name of who said it, as a line of its own or at a line's end. */
static int rule_signed(struct place *p)
{
        size_t i = p->right, line = p->paragraph_end, end;
        struct phrase name;
        struct cue none;

        if (i == line && i < p->doc->n_tokens && place_fills_sentence(p))
                line = sentence_end(p->doc, i, p->doc->n_tokens);
        if (i + 1 >= line || !token_is_dash(p->doc, i))
                return 0;
        name = phrase_after(p->doc, p->c, i + 1);
        if (phrase_is_none(name) || place_token(p, name.head)->upos != UPOS_PROPN)
                return 0;
        end = line > p->paragraph_end ? line : place_behind_end(p, line);
        if (name.end < end && !document_is(p->doc, name.end, ",") &&
            !document_is(p->doc, name.end, "."))
                return 0;
        none = (struct cue){ (uint32_t)i, (uint32_t)i + 1, (uint32_t)i, CUE_ACCORDING, 0 };
        if (place_settle(p, &none, name, (struct finding){ 900, "quotes.marks_signed" }))
                return -ENOMEM;
        p->q->report.cue = SPAN_NONE;
        return 1;
}

/* "WALLACE: Do you agree?": the speaker's name heads the words, as in a transcript. */
static int rule_transcript(struct place *p)
{
        size_t end = p->first;
        struct phrase name;
        struct cue none;

        while (end < p->end && end < p->first + 4 && place_token(p, end)->all_capital)
                end++;
        if (end == p->first || !document_is(p->doc, end, ":"))
                return 0;
        name = (struct phrase){ (uint32_t)p->first, (uint32_t)end, (uint32_t)end - 1 };
        none = (struct cue){ name.first, name.end, name.first, CUE_ACCORDING, 0 };
        if (place_settle(p, &none, name, (struct finding){ 850, "quotes.marks_transcript" }))
                return -ENOMEM;
        p->q->report.cue = SPAN_NONE;
        return 1;
}

/* "SOUNDBITE (English) | Anna Berg": where the name that ends a chunk begins. */
static uint32_t name_first(const struct place *p, const struct chunk *k)
{
        uint32_t first = k->head;

        while (first > k->first && place_token(p, first - 1)->name == NAME_PERSON)
                first--;
        return first;
}

/* 'Anna Berg, minister of roads: “…”', 'Berg: “…”': nothing but who it is before the colon. */
static int rule_label(struct place *p)
{
        size_t colon = p->left - 1;
        struct phrase speaker = PHRASE_NONE;
        struct cue none;

        if (p->left < p->begin + 2 || !document_is(p->doc, colon, ":") ||
            colon > p->begin + LABEL_TOKENS)
                return 0;
        for (size_t i = p->begin; i < colon; i++) {
                const struct chunk *k = chunk_at(p->c, i);

                if (place_token(p, i)->upos == UPOS_ADP && phrase_is_none(speaker))
                        return 0; /* "On Berg: “…”" */
                if (!k)
                        continue;
                if (k->kind == CHUNK_VERB)
                        return 0;
                if (phrase_is_none(speaker) && place_token(p, k->head)->name == NAME_PERSON &&
                    place_token(p, k->end)->kind == TOKEN_PUNCTUATION)
                        speaker = (struct phrase){ name_first(p, k), k->end, k->head };
                i = k->end - 1;
        }
        if (phrase_is_none(speaker))
                return 0;
        none = (struct cue){ (uint32_t)colon, (uint32_t)colon + 1, (uint32_t)colon,
                             CUE_ACCORDING, 0 };
        if (place_settle(p, &none, speaker, (struct finding){ 850, "quotes.marks_label" }))
                return -ENOMEM;
        p->q->report.cue = SPAN_NONE;
        return 1;
}

static int first_of(struct place *p, const place_rule *rules, size_t n)
{
        int r = 0;

        for (size_t i = 0; i < n && !r; i++)
                r = rules[i](p);
        return r;
}

static int attribute_one(struct place *p)
{
        static const place_rule closed[] = {
                rule_transcript,
                rule_led,
                rule_behind,
                rule_plain,
                rule_said_behind,
                rule_said_plain,
                rule_said_first,
                rule_said_anyhow,
                rule_before,
                rule_led_plain,
                rule_label,
                rule_signed,
                rule_tail,
                rule_governing,
                rule_colon,
                rule_same_paragraph,
                rule_sentence_before,
                rule_paragraph_before,
                rule_noun,
                rule_owner,
                rule_subject,
                rule_goes_on,
        };
        static const place_rule single[] = { rule_behind, rule_before, rule_tail,
                                             rule_same_paragraph };
        static const place_rule words[] = { rule_behind,    rule_before, rule_tail,
                                            rule_governing, rule_noun,   rule_subject };
        static const place_rule named[] = { rule_naming, rule_owner };
        static const place_rule open[] = { rule_before,    rule_plain, rule_label,
                                           rule_governing, rule_tail,  rule_noun,
                                           rule_owner,     rule_cry,   rule_subject,
                                           rule_goes_on };
        enum mention mention;
        int r;

        if (p->left >= p->doc->n_tokens)
                return 0;
        r = rule_cry(p);
        if (r)
                return r < 0 ? r : 0;
        mention = place_mentions(p);
        if (mention == MENTION_CASE || mention == MENTION_WORD) {
                r = mention == MENTION_CASE ? first_of(p, named, ARRAY_SIZE(named))
                                            : first_of(p, words, ARRAY_SIZE(words));
                if (r)
                        return r < 0 ? r : 0;
        }
        if (mention == MENTION_CASE || mention == MENTION_WORK) {
                p->q->flags |= QUOTATION_NO_SPEECH;
                if (mention == MENTION_WORK)
                        p->q->flags |= QUOTATION_MENTIONED;
                return 0;
        }
        if (p->q->flags & QUOTATION_SINGLE) /* single marks serve headlines and terms as well */
                r = first_of(p, single, ARRAY_SIZE(single));
        else
                r = place_is_closed(p) ? first_of(p, closed, ARRAY_SIZE(closed))
                                       : first_of(p, open, ARRAY_SIZE(open));
        if (r)
                return r < 0 ? r : 0; /* the rule that fits has told */
        if (place_words(p) < LONG_WORDS || (p->q->flags & QUOTATION_SINGLE))
                p->q->flags |= QUOTATION_NO_SPEECH;
        return 0;
}

/* Which quotation holds which token. */
static uint32_t *owners(const struct document *doc, const struct quotations *found)
{
        uint32_t *owner = arena_alloc(doc->arena, (doc->n_tokens + 1) * sizeof(*owner));
        size_t i = 0;

        for (size_t k = 0; owner && k < found->n; k++) {
                while (i < doc->n_tokens && doc->tokens[i].end <= found->items[k].open)
                        i++;
                for (; i < doc->n_tokens && doc->tokens[i].start < found->items[k].close; i++)
                        owner[i] = (uint32_t)k + 1;
        }
        return owner;
}

static bool is_long(const struct document *doc, const struct quotation *q)
{
        size_t first = document_token_at(doc, q->inner.start), words = 0;

        for (size_t i = first; i < doc->n_tokens && doc->tokens[i].start < q->inner.end; i++)
                words += doc->tokens[i].kind != TOKEN_PUNCTUATION;
        return words >= LONG_WORDS;
}

/* A paragraph that begins with a sentence in marks, short as it may be. */
static bool opens_paragraph(const struct document *doc, const struct quotation *q)
{
        char last = q->inner.end > q->inner.start ? doc->x->text[q->inner.end - 1] : 0;

        return q->open == doc->paragraphs[q->paragraph].start && last && strchr(".,?!", last);
}

/* Where most of what is long stands in single marks, these are the marks of speech; what is
 * short may be a term yet. */
static void single_marks_speak(const struct document *doc, struct quotations *found)
{
        size_t single = 0, others = 0;

        for (size_t i = 0; i < found->n; i++)
                if (is_long(doc, &found->items[i]))
                        found->items[i].flags &QUOTATION_SINGLE ? single++ : others++;
        if (single < SINGLE_LEAST || single < 2 * others)
                return;
        for (size_t i = 0; i < found->n; i++)
                if (is_long(doc, &found->items[i]) || opens_paragraph(doc, &found->items[i]))
                        found->items[i].flags &= ~(unsigned)QUOTATION_SINGLE;
}

int quotes_attribute(struct document *doc, const struct chunks *c, struct quotations *found)
{
        struct place p = { .doc = doc, .c = c, .all = found };
        int r = 0;

        p.owner = owners(doc, found);
        if (!p.owner)
                return -ENOMEM;
        single_marks_speak(doc, found);
        for (size_t i = 0; i < found->n && !r; i++) {
                struct quotation *q = &found->items[i];

                if (q->report.found)
                        continue;
                if (i && quotation_is_parted(doc, q)) {
                        q->flags |= QUOTATION_JOINED;
                        q->report = q[-1].report;
                        continue;
                }
                place_init(&p, i);
                r = attribute_one(&p);
        }
        return r;
}
