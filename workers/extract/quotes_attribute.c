/* quotes_attribute - who says what stands between marks
 *
 * For each quotation the places are asked in the order of their worth: right behind it ("…,"
 * said X), right before it (X said: "…"), the clause that holds it (X warned of "…"), the end
 * of the sentence (…, X said), and at last its neighbours (a paragraph that is but a
 * quotation). What no place explains was not said by anybody: a title, a term, irony.
 */
#include <errno.h>
#include <string.h>

#include "workers/extract/quotes.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_cue_nouns;
extern const struct lexicon lexicon_work_nouns;

enum {
        LONG_WORDS = 5,  /* so many words, unattributed, are speech rather than a term */
        TITLE_WORDS = 8, /* titles of works are no longer */
        CUES_LOOKED_AT = 12,
        MARKS_AROUND = 8, /* punctuation around a quotation that is all of its sentence */
};

/* A quotation in its surroundings, in tokens. */
struct place {
        struct document *doc;
        const struct chunks *c;
        struct quotations *all;
        const uint32_t *owner; /* of each token: index of its quotation + 1, or 0 */
        size_t index;
        struct quotation *q;
        size_t first, end; /* of its words */
        size_t left,
                right; /* of its marks: the tokens outside are [.., left) and [right, ..) */
        size_t begin, finish; /* of the sentence's part that is before and behind it, up to the
                                 neighbouring quotations */
        size_t paragraph_end; /* token */
};

static const struct token *token_at(const struct place *p, size_t i)
{
        return &p->doc->tokens[i];
}

/* The place may begin in one sentence and end in another. */
static void place_init(struct place *p, size_t index)
{
        struct document *doc = p->doc;
        struct quotations *all = p->all;
        struct quotation *q = &all->items[index];
        const struct span *paragraph = &doc->paragraphs[q->paragraph];

        p->index = index;
        p->q = q;
        p->left = document_token_at(doc, q->open);
        p->first = document_token_at(doc, q->inner.start);
        p->end = document_token_at(doc, q->inner.end);
        p->right = document_token_at(doc, q->close);
        p->paragraph_end = document_token_at(doc, paragraph->end);
        p->begin = p->left < doc->n_tokens
                           ? doc->sentences[token_at(p, p->left)->sentence].first
                           : p->left;
        if (p->begin > p->left)
                p->begin = p->left;
        p->finish = p->right ? sentence_end(doc, p->right - 1, p->paragraph_end) : 0;
        if (p->finish < p->right)
                p->finish = p->right;
        if (index && all->items[index - 1].paragraph == q->paragraph) {
                size_t k = document_token_at(doc, all->items[index - 1].close);

                p->begin = k > p->begin && k <= p->left ? k : p->begin;
        }
}

/* Where the words behind the quotation end that may speak of it: at the next quotation. */
static size_t behind_end(const struct place *p, size_t end)
{
        const struct quotation *next = p->q + 1;
        size_t k;

        if (p->index + 1 >= p->all->n || next->paragraph != p->q->paragraph)
                return end;
        k = document_token_at(p->doc, next->open);
        return k < end && k >= p->right ? k : end;
}

/* The last character of what is said, as a byte, whatever mark closes a quotation inside it. */
static uint32_t last_char(const struct place *p)
{
        const char *text = p->doc->x->text;
        uint32_t i = p->q->inner.end, first = p->q->inner.start;

        while (i > first) {
                if (strchr(" \n'\"", text[i - 1]))
                        i--;
                else if (i >= first + 3 && (memcmp(text + i - 3, "’", 3) == 0 ||
                                            memcmp(text + i - 3, "”", 3) == 0))
                        i -= 3;
                else
                        return (unsigned char)text[i - 1];
        }
        return 0;
}

static bool is_dash(const struct document *doc, size_t i)
{
        return document_is(doc, i, "–") || document_is(doc, i, "—") ||
               document_is(doc, i, "-") || document_is(doc, i, "--") ||
               document_is(doc, i, "―");
}

/* Is there a stop, inside the marks or right behind them, that parts it from what follows? */
static bool is_closed(const struct place *p)
{
        uint32_t c = last_char(p);

        return c == ',' || c == '.' || c == '?' || c == '!' || c == 0xa6 /* … */ || c == '-' ||
               c == 0x94 /* — */ || document_is(p->doc, p->right, ",") ||
               is_dash(p->doc, p->right);
}

static int settle(struct place *p, const struct cue *cue, struct phrase speaker,
                  struct finding by)
{
        int r = report_make(&p->q->report, p->doc, p->c, cue, speaker);

        p->q->report.confidence = by.confidence;
        p->q->report.rule = by.rule;
        return r;
}

/* 1 = attributed, 0 = not here, negative = errno. */
typedef int (*place_rule)(struct place *p);

/* "…," said X. "…," X said. The sentence may end with the quotation ("…?" X asked.) */
static int rule_behind(struct place *p)
{
        size_t i = p->right, end;
        struct tail t;
        int r;

        if (!is_closed(p) || i >= p->paragraph_end)
                return 0;
        if (document_is(p->doc, i, ",") || is_dash(p->doc, i))
                i++;
        if (i >= p->paragraph_end)
                return 0;
        end = behind_end(p, sentence_end(p->doc, i, p->paragraph_end));
        if (!attribution_at(p->doc, p->c, i, end, &t))
                return 0;
        /* "…." X said that … is the next sentence's affair. */
        if (last_char(p) == '.' &&
            (document_is(p->doc, t.cue.end, "that") || document_is(p->doc, t.cue.end, ":")))
                return 0;
        if (last_char(p) == '.' &&
            token_at(p, i)->sentence != token_at(p, p->right - 1)->sentence &&
            end > t.cue.end + 3 && t.speaker.first < t.cue.first)
                return 0;
        r = settle(p, &t.cue, t.speaker, (struct finding){ 960, "quotes.marks_cue_after" });
        return r ? r : 1;
}

static bool may_stand_between(const struct place *p, size_t i)
{
        const struct token *t = token_at(p, i);

        return t->kind == TOKEN_PUNCTUATION || t->upos == UPOS_ADV || t->upos == UPOS_ADP ||
               t->upos == UPOS_PRON || t->upos == UPOS_NOUN || t->upos == UPOS_PROPN ||
               t->upos == UPOS_DET || t->upos == UPOS_ADJ || t->upos == UPOS_NUM ||
               strcmp(t->lower, "that") == 0 || strcmp(t->lower, "'s") == 0;
}

/* X said: "…", X told reporters on Thursday that "…": nothing but phrases stands between. */
static int rule_before(struct place *p)
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
                r = settle(p, &cue, subject,
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
static int rule_governing(struct place *p)
{
        struct cue best = { .kind = CUE_NONE };
        struct phrase speaker = PHRASE_NONE;
        unsigned worth = 0, looked = 0;
        size_t begin = p->doc->sentences[token_at(p, p->left)->sentence].first;
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
        r = settle(p, &best, speaker,
                   (struct finding){ (uint16_t)(worth == 2 ? 850 : 650),
                                     "quotes.marks_governing" });
        return r ? r : 1;
}

static size_t clause_begin(const struct place *p)
{
        size_t begin = p->doc->sentences[token_at(p, p->left)->sentence].first;

        return p->left > begin + CHUNK_REACH ? p->left - CHUNK_REACH : begin;
}

/* X's claim that there was “…”: a noun that reports, with its possessor. */
static int rule_noun(struct place *p)
{
        size_t begin = clause_begin(p);
        int r;

        for (size_t i = p->left; i > begin; i--) {
                const struct chunk *k = chunk_at(p->c, i - 1);
                struct phrase owner;
                struct cue cue;

                if (!k || k->kind != CHUNK_NOUN || k->head != i - 1 || p->owner[i - 1] ||
                    !lexicon_get(&lexicon_cue_nouns, token_at(p, i - 1)->lemma))
                        continue;
                owner = chunk_possessor(p->doc, k);
                if (!phrase_speaks(p->doc, owner))
                        continue;
                cue = (struct cue){ k->head, k->head + 1, k->head, CUE_SAY, 0 };
                r = settle(p, &cue, owner, (struct finding){ 700, "quotes.marks_cue_noun" });
                return r ? r : 1;
        }
        return 0;
}

/* X focused on a “…”: no verb of reporting, but somebody who acts, and words in marks. */
static int rule_subject(struct place *p)
{
        size_t begin = clause_begin(p);
        unsigned looked = 0;
        int r;

        if (token_at(p, p->first)->upos == UPOS_ADP) /* “on the sidelines”: an idiom */
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
                r = settle(p, &cue, subject, (struct finding){ 450, "quotes.marks_subject" });
                p->q->report.cue = SPAN_NONE;
                return r ? r : 1;
        }
        return 0;
}

/* …, X said on Thursday: at the end of the sentence. */
static int rule_tail(struct place *p)
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
        r = settle(p, &t.cue, t.speaker, (struct finding){ 880, "quotes.marks_sentence_tail" });
        return r ? r : 1;
}

/* Is all of the sentence, or of the sentences, that hold it between the marks? */
static bool fills_sentence(const struct place *p)
{
        size_t begin = p->doc->sentences[token_at(p, p->left)->sentence].first;

        if (p->left - begin > MARKS_AROUND || p->finish - p->right > MARKS_AROUND)
                return false;
        for (size_t i = begin; i < p->left; i++)
                if (token_at(p, i)->kind != TOKEN_PUNCTUATION)
                        return false;
        for (size_t i = p->right; i < p->finish; i++)
                if (token_at(p, i)->kind != TOKEN_PUNCTUATION)
                        return false;
        return true;
}

/* "A," said X. "B.": B is X's as well. */
static int rule_same_paragraph(struct place *p)
{
        const struct quotation *before = p->q - 1;

        if (!p->index || before->paragraph != p->q->paragraph || !before->report.found ||
            !fills_sentence(p))
                return 0;
        p->q->report = before->report;
        p->q->report.cue = SPAN_NONE;
        p->q->report.confidence = (uint16_t)(before->report.confidence * 95 / 100);
        p->q->report.rule = "quotes.marks_same_paragraph";
        return 1;
}

/* The first act of speech of the last sentence before the quotation that has one. */
static int rule_sentence_before(struct place *p)
{
        size_t sentence = token_at(p, p->left)->sentence;
        const struct sentence *s;
        int r;

        if (!sentence || !fills_sentence(p))
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
                if (!phrase_speaks(p->doc, subject))
                        continue;
                r = settle(p, &cue, subject,
                           (struct finding){ 800, "quotes.marks_sentence_before" });
                p->q->report.cue = SPAN_NONE;
                return r ? r : 1;
        }
        return 0;
}

/* A paragraph that is but a quotation goes on with the speaker of the paragraph before it. */
static int rule_paragraph_before(struct place *p)
{
        const struct quotation *before = p->q - 1;

        if (!p->index || !fills_sentence(p) || before->paragraph + 1 != p->q->paragraph ||
            !before->report.found || phrase_is_none(before->report.speaker))
                return 0;
        p->q->report = before->report;
        p->q->report.cue = SPAN_NONE;
        p->q->report.confidence = 700;
        p->q->report.rule = "quotes.marks_paragraph_before";
        return 1;
}

/* "…" – Anna Smith: the name of who said it, as a line of its own or at a line's end. */
static int rule_signed(struct place *p)
{
        size_t i = p->right, end;
        struct phrase name;
        struct cue none;

        if (i + 1 >= p->paragraph_end || !is_dash(p->doc, i))
                return 0;
        name = phrase_after(p->doc, p->c, i + 1);
        if (phrase_is_none(name) || token_at(p, name.head)->upos != UPOS_PROPN)
                return 0;
        end = behind_end(p, p->paragraph_end);
        if (name.end < end && !document_is(p->doc, name.end, ",") &&
            !document_is(p->doc, name.end, "."))
                return 0;
        none = (struct cue){ (uint32_t)i, (uint32_t)i + 1, (uint32_t)i, CUE_ACCORDING, 0 };
        if (settle(p, &none, name, (struct finding){ 900, "quotes.marks_signed" }))
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

        while (end < p->end && end < p->first + 4 && token_at(p, end)->all_capital)
                end++;
        if (end == p->first || !document_is(p->doc, end, ":"))
                return 0;
        name = (struct phrase){ (uint32_t)p->first, (uint32_t)end, (uint32_t)end - 1 };
        none = (struct cue){ name.first, name.end, name.first, CUE_ACCORDING, 0 };
        if (settle(p, &none, name, (struct finding){ 850, "quotes.marks_transcript" }))
                return -ENOMEM;
        p->q->report.cue = SPAN_NONE;
        return 1;
}

static size_t words_of(const struct place *p)
{
        size_t n = 0;

        for (size_t i = p->first; i < p->end; i++)
                n += token_at(p, i)->kind == TOKEN_WORD || token_at(p, i)->kind == TOKEN_NUMBER;
        return n;
}

static bool is_small(const struct token *t)
{
        return t->upos == UPOS_DET || t->upos == UPOS_ADP || t->upos == UPOS_CCONJ ||
               t->upos == UPOS_PART || t->kind == TOKEN_PUNCTUATION;
}

/* Each word with a capital: "Meet the Press". */
static bool has_title_case(const struct place *p)
{
        for (size_t i = p->first; i < p->end; i++)
                if (!token_at(p, i)->capital && !is_small(token_at(p, i)) &&
                    token_at(p, i)->kind != TOKEN_NUMBER)
                        return false;
        return p->end > p->first && token_at(p, p->first)->capital;
}

static bool is_work_noun(const struct place *p, size_t i)
{
        return i < p->doc->n_tokens && lexicon_get(&lexicon_work_nouns, token_at(p, i)->lemma);
}

/* A title of a film or book, a nickname, a so-called term: words that nobody says here. */
static bool is_mentioned(const struct place *p)
{
        size_t words = words_of(p);
        bool beside = (p->left && is_work_noun(p, p->left - 1)) || is_work_noun(p, p->right) ||
                      (p->left > 1 && document_is(p->doc, p->left - 1, ",") &&
                       is_work_noun(p, p->left - 2));

        if (!words)
                return true;
        if (words > TITLE_WORDS || last_char(p) == '?' || last_char(p) == '!')
                return false;
        if (beside && words <= TITLE_WORDS)
                return true;
        return words >= 2 && has_title_case(p) && last_char(p) != '.' && last_char(p) != ',';
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
                rule_behind,
                rule_before,
                rule_signed,
                rule_tail,
                rule_governing,
                rule_same_paragraph,
                rule_sentence_before,
                rule_paragraph_before,
                rule_noun,
                rule_subject,
        };
        static const place_rule single[] = { rule_behind, rule_before, rule_tail,
                                             rule_same_paragraph };
        static const place_rule open[] = { rule_before, rule_governing, rule_tail, rule_noun,
                                           rule_subject };
        int r;

        if (p->left >= p->doc->n_tokens)
                return 0;
        if (is_mentioned(p)) {
                p->q->flags |= QUOTATION_NO_SPEECH;
                return 0;
        }
        if (p->q->flags & QUOTATION_SINGLE) /* single marks serve headlines and terms as well */
                r = first_of(p, single, ARRAY_SIZE(single));
        else
                r = is_closed(p) ? first_of(p, closed, ARRAY_SIZE(closed))
                                 : first_of(p, open, ARRAY_SIZE(open));
        if (r)
                return r < 0 ? r : 0; /* the rule that fits has told */
        if (words_of(p) < LONG_WORDS || (p->q->flags & QUOTATION_SINGLE))
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

int quotes_attribute(struct document *doc, const struct chunks *c, struct quotations *found)
{
        struct place p = { .doc = doc, .c = c, .all = found };
        int r = 0;

        p.owner = owners(doc, found);
        if (!p.owner)
                return -ENOMEM;
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
