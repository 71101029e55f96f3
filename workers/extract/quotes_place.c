/* quotes_place - a quotation in its surroundings */
#include "workers/extract/quotes_place.h"

#include <string.h>

#include "base/macros.h"
#include "workers/extract/entities.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_speech_words;
extern const struct lexicon lexicon_work_nouns;

enum {
        TITLE_WORDS = 8,  /* titles of works are no longer … */
        TITLE_LEAST = 3,  /* … and those without a capital no longer than two words */
        MARKS_AROUND = 8, /* punctuation around a quotation that is all of its sentence */
};

const struct token *place_token(const struct place *p, size_t i)
{
        return &p->doc->tokens[i];
}

/* The place may begin in one sentence and end in another. */
void place_init(struct place *p, size_t index)
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
                           ? doc->sentences[place_token(p, p->left)->sentence].first
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
size_t place_behind_end(const struct place *p, size_t end)
{
        const struct quotation *next = p->q + 1;
        size_t k;

        if (p->index + 1 >= p->all->n || next->paragraph != p->q->paragraph)
                return end;
        k = document_token_at(p->doc, next->open);
        return k < end && k >= p->right ? k : end;
}

/* The last character of what is said, as a byte, whatever mark closes a quotation inside it. */
uint32_t place_last_char(const struct place *p)
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

bool token_is_dash(const struct document *doc, size_t i)
{
        return document_is(doc, i, "–") || document_is(doc, i, "—") ||
               document_is(doc, i, "-") || document_is(doc, i, "--") ||
               document_is(doc, i, "―");
}

/* Is there a stop, inside the marks or right behind them, that parts it from what follows? */
bool place_is_closed(const struct place *p)
{
        uint32_t c = place_last_char(p);

        return c == ',' || c == '.' || c == '?' || c == '!' || c == 0xa6 /* … */ || c == '-' ||
               c == 0x94 /* — */ || document_is(p->doc, p->right, ",") ||
               token_is_dash(p->doc, p->right);
}

/* "“Which I think is late,” she said, adding: “…”": the subject of a verb outside of the marks
 * is not in them; who said what they hold goes on. */
static struct phrase who_goes_on(const struct place *p, const struct cue *cue,
                                 struct phrase speaker)
{
        const struct quotation *before;

        if (phrase_is_none(speaker) || !p->owner[speaker.first] || p->owner[cue->verb] ||
            p->owner[speaker.first] > p->index)
                return speaker;
        before = &p->all->items[p->owner[speaker.first] - 1];
        return before->report.found ? before->report.speaker : speaker;
}

int place_settle(struct place *p, const struct cue *cue, struct phrase speaker,
                 struct finding by)
{
        int r = report_make(&p->q->report, p->doc, p->c, cue, who_goes_on(p, cue, speaker));

        p->q->report.confidence = by.confidence;
        p->q->report.rule = by.rule;
        return r;
}

/* Is all of the sentence, or of the sentences, that hold it between the marks, or all but the
 * word that joins it to what was said before: 'But “…”'? */
bool place_fills_sentence(const struct place *p)
{
        size_t begin = p->doc->sentences[place_token(p, p->left)->sentence].first;

        if (begin < p->left && place_token(p, begin)->upos == UPOS_CCONJ)
                begin++;
        if (p->left - begin > MARKS_AROUND || p->finish - p->right > MARKS_AROUND)
                return false;
        for (size_t i = begin; i < p->left; i++)
                if (place_token(p, i)->kind != TOKEN_PUNCTUATION)
                        return false;
        for (size_t i = p->right; i < p->finish; i++)
                if (place_token(p, i)->kind != TOKEN_PUNCTUATION)
                        return false;
        return true;
}

size_t place_words(const struct place *p)
{
        size_t n = 0;

        for (size_t i = p->first; i < p->end; i++)
                n += place_token(p, i)->kind == TOKEN_WORD ||
                     place_token(p, i)->kind == TOKEN_NUMBER;
        return n;
}

static bool is_small(const struct token *t)
{
        return t->upos == UPOS_DET || t->upos == UPOS_ADP || t->upos == UPOS_CCONJ ||
               t->upos == UPOS_PART || t->kind == TOKEN_PUNCTUATION;
}

/* Each word with a capital: "News at Noon". */
static bool has_title_case(const struct place *p)
{
        for (size_t i = p->first; i < p->end; i++)
                if (!place_token(p, i)->capital && !is_small(place_token(p, i)) &&
                    place_token(p, i)->kind != TOKEN_NUMBER)
                        return false;
        return p->end > p->first && place_token(p, p->first)->capital;
}

/* The film, not "it shows “great haste”" nor "Ms. Song". */
static bool is_work_noun(const struct place *p, size_t i)
{
        const struct token *t = i < p->doc->n_tokens ? place_token(p, i) : NULL;

        return t && (t->upos != UPOS_VERB || has_title_case(p)) && t->name != NAME_PERSON &&
               lexicon_get(&lexicon_work_nouns, t->lemma);
}

/* Titles have a capital or a figure somewhere: what is told of a show has none. */
static bool may_be_title(const struct place *p, size_t words)
{
        for (size_t i = p->first; i < p->end; i++)
                if (place_token(p, i)->capital || place_token(p, i)->kind == TOKEN_NUMBER)
                        return true;
        return words < TITLE_LEAST;
}

/* On ABS' “New Day”: the apostrophe alone, whatever it is tagged as. */
static bool is_bare_genitive(const struct place *p)
{
        const struct token *t, *owner;
        size_t n;

        if (p->left < 2)
                return false;
        t = place_token(p, p->left - 1);
        owner = place_token(p, p->left - 2);
        if (strcmp(t->lower, "'") != 0 || t->space_before || !owner->capital)
                return false;
        n = strlen(owner->lower);
        return n && owner->lower[n - 1] == 's';
}

/* On CNN's “New Day”: a programme, after its maker or a preposition of place. */
static bool is_programme(const struct place *p, size_t words)
{
        static const char *const words_before[] = { "on", "of", "in", "from", "at" };

        if (!p->left || words > TITLE_WORDS - 2 || !has_title_case(p))
                return false;
        if (place_token(p, p->left - 1)->fine == FINE_POS || is_bare_genitive(p))
                return true;
        if (document_is_one_of(p->doc, p->left - 1, words_before, ARRAY_SIZE(words_before)))
                return words >= 2;
        return false;
}

/* "the term “…”", "the words “…”" */
static bool is_word_noun(const struct place *p, size_t i)
{
        return document_is_of(p->doc, i, &lexicon_speech_words, "word");
}

static bool is_so_called(const struct place *p)
{
        return document_is(p->doc, p->left - 1, "so-called") ||
               (document_is(p->doc, p->left - 1, "called") && p->left > 1 &&
                document_is(p->doc, p->left - 2, "so"));
}

/* "bakers known as the “…”": what they are called, by nobody */
static bool is_known_as(const struct place *p)
{
        static const char *const articles[] = { "a", "an", "the" };
        size_t i = p->left;

        i -= i && document_is_one_of(p->doc, i - 1, articles, ARRAY_SIZE(articles));
        return i > 1 && document_is(p->doc, i - 1, "as") && document_is(p->doc, i - 2, "known");
}

/* an article titled “…”, “…,” by Anna Berg */
static bool is_entitled(const struct place *p, char last)
{
        if (last == ',' && p->right + 1 < p->doc->n_tokens &&
            document_is(p->doc, p->right, "by") && place_token(p, p->right + 1)->capital)
                return true;
        return p->left && document_is_of(p->doc, p->left - 1, &lexicon_speech_words, "entitle");
}

/* Robert “Bob” Berg: marks within a name */
static bool is_nickname(const struct place *p)
{
        return p->left < p->first &&
               entities_at(p->doc, place_token(p, p->left)->start) != NONE;
}

enum mention place_mentions(const struct place *p)
{
        size_t words = place_words(p), before;
        char last = (char)place_last_char(p);

        if (!words || is_entitled(p, last) || is_nickname(p))
                return MENTION_WORK;
        if (words > TITLE_WORDS || last == '?' || last == '!')
                return MENTION_NONE;
        if (!p->left)
                return words >= 2 && has_title_case(p) ? MENTION_CASE : MENTION_NONE;
        before = p->left - 1;
        if (before && document_is(p->doc, before, ","))
                before--;
        if (is_word_noun(p, before))
                return MENTION_WORD;
        if (is_so_called(p) || is_known_as(p) || is_programme(p, words) ||
            (has_title_case(p) && place_is_called(p, chunk_at(p->c, p->left - 1))) ||
            (may_be_title(p, words) && (is_work_noun(p, before) || is_work_noun(p, p->right))))
                return MENTION_WORK;
        return words >= 2 && has_title_case(p) && last != '.' && last != ',' ? MENTION_CASE
                                                                             : MENTION_NONE;
}

size_t place_over_clause(const struct place *p)
{
        static const char *const words[] = { "given",  "if",     "because", "although",
                                             "though", "when",   "while",   "since",
                                             "unless", "before", "after",   "once" };
        const struct chunk *subject = p->left ? chunk_at(p->c, p->left - 1) : NULL;
        size_t comma, begin;

        if (!subject || subject->kind != CHUNK_NOUN || subject->time ||
            subject->end != p->left || !subject->first ||
            !document_is(p->doc, subject->first - 1, ","))
                return p->left;
        comma = subject->first - 1;
        begin = chunk_reach_low(p->doc, comma);
        for (size_t i = begin; i < comma; i++) {
                struct cue cue = cue_at(p->doc, p->c, i);

                if (cue.kind <= CUE_TELL && (cue.frames & FRAME_CLAUSE) && cue.end < comma &&
                    document_is_one_of(p->doc, cue.end, words, ARRAY_SIZE(words)))
                        return cue.end;
        }
        return p->left;
}
