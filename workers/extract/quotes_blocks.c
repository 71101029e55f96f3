/* quotes_blocks - paragraphs that are somebody's words, and no mark says so
 *
 * Pages set long quotations and posts off from the text, and of that nothing is left in the
 * text but their place: behind "she wrote:" at the end of a paragraph, or before a signature.
 * Behind a colon only what speaks of itself or to somebody is taken: lists stand there, too.
 */
#include <errno.h>
#include <string.h>

#include "base/ascii.h"
#include "workers/extract/quotes_place.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_speech_words;

enum {
        BLOCK_WORDS = 5,     /* below, it is a heading or a picture's line */
        SIGNATURE_WORDS = 8, /* of the name in a signature */
        CUE_WITHIN = 12,     /* tokens before the colon in which its verb stands */
        HANDLE_BYTES = 40,
        OWNER_LEAST = 6,    /* letters; shorter names stand within other words */
        OWNERS_TRIED = 200, /* entities; every post is held against them */
        COLON_CONFIDENCE = 700,
        POST_CONFIDENCE = 850,
};

struct blocks {
        struct document *doc;
        const struct chunks *c;
        const struct quotations *marks;
        struct quotations found;
};

static size_t first_token(const struct blocks *b, size_t paragraph)
{
        return document_token_at(b->doc, b->doc->paragraphs[paragraph].start);
}

static size_t end_token(const struct blocks *b, size_t paragraph)
{
        return document_token_at(b->doc, b->doc->paragraphs[paragraph].end);
}

/* Does a quotation in marks begin within these tokens, at their very start, or reach in? */
static bool opens_with_mark(const struct blocks *b, size_t first, size_t end)
{
        const struct document *doc = b->doc;
        size_t low = 0, high = b->marks->n;

        while (low < high) {
                size_t middle = (low + high) / 2;

                if (b->marks->items[middle].close <= doc->tokens[first].start)
                        low = middle + 1;
                else
                        high = middle;
        }
        return low < b->marks->n && b->marks->items[low].open <= doc->tokens[first].start &&
               end > first;
}

static bool speaks_of_itself(const struct document *doc, size_t first, size_t end)
{
        static const char *const words[] = { "i",    "we",     "you",   "my",
                                             "our",  "your",   "me",    "us",
                                             "i'm",  "we're",  "i've",  "we've",
                                             "i'll", "you're", "don't", "let's" };

        for (size_t i = first; i < end; i++)
                if (document_is_one_of(doc, i, words, ARRAY_SIZE(words)))
                        return true;
        return false;
}

static int add(struct blocks *b, size_t first, size_t end, uint32_t paragraph,
               const struct report *report)
{
        const struct document *doc = b->doc;
        struct quotation *q = arena_push(doc->arena, &b->found.items, &b->found.n, sizeof(*q));

        if (!q)
                return -ENOMEM;
        *q = (struct quotation){ .paragraph = paragraph,
                                 .flags = QUOTATION_DASH,
                                 .open = doc->tokens[first].start,
                                 .close = doc->tokens[end - 1].end,
                                 .report = *report };
        q->inner = (struct span){ q->open, q->close };
        return 0;
}

/* ------------------------------------------------------------ behind a colon */

/* The reporting verb that the colon at @colon belongs to, and its subject. */
static bool introduction(const struct blocks *b, size_t colon, struct cue *ret,
                         struct phrase *ret_speaker)
{
        size_t first = b->doc->sentences[b->doc->tokens[colon].sentence].first;

        if (colon - first > CUE_WITHIN)
                first = colon - CUE_WITHIN;
        for (size_t i = colon; i > first; i--) {
                struct cue cue = cue_at(b->doc, b->c, i - 1);

                if (cue.kind == CUE_NONE || !(cue.frames & FRAME_QUOTE))
                        continue;
                *ret = cue;
                *ret_speaker = cue_subject(b->doc, b->c, &cue, false);
                return !phrase_is_none(*ret_speaker);
        }
        return false;
}

/* "… broke in with a sharp rebuttal:": a noun of saying right before the colon; who acts in the
 * clause says it. */
static bool introduced_by_noun(const struct blocks *b, size_t colon, struct cue *ret,
                               struct phrase *ret_speaker)
{
        size_t first = b->doc->sentences[b->doc->tokens[colon].sentence].first;
        bool found = colon > first && lexicon_has(&lexicon_speech_words,
                                                  b->doc->tokens[colon - 1].lemma, "utterance");

        if (colon - first > CUE_WITHIN)
                first = colon - CUE_WITHIN;
        for (size_t i = colon; found && i > first; i--) {
                const struct chunk *k = chunk_at(b->c, i - 1);

                if (!k || k->kind != CHUNK_VERB || k->form != VERB_FINITE || k->passive)
                        continue;
                *ret = (struct cue){ (uint32_t)colon - 1, (uint32_t)colon, (uint32_t)colon - 1,
                                     CUE_SAY, 0 };
                *ret_speaker = chunk_subject(b->doc, b->c, k);
                return phrase_speaks(b->doc, *ret_speaker);
        }
        return false;
}

static int read_introduced(struct blocks *b, size_t paragraph)
{
        size_t first = first_token(b, paragraph), end = end_token(b, paragraph);
        struct phrase speaker;
        struct report report;
        struct cue cue;
        int r;

        if (!first || end < first + BLOCK_WORDS || !document_is(b->doc, first - 1, ":") ||
            opens_with_mark(b, first, end) || !speaks_of_itself(b->doc, first, end) ||
            (!introduction(b, first - 1, &cue, &speaker) &&
             !introduced_by_noun(b, first - 1, &cue, &speaker)))
                return 0;
        r = report_make(&report, b->doc, b->c, &cue, speaker);
        report.confidence = COLON_CONFIDENCE;
        report.rule = "quotes.block";
        return r ? r : add(b, first, end, (uint32_t)paragraph, &report);
}

/* ------------------------------------------------------------ posts */

/* "— Anna Berg (@berg)" from the dash at @dash on: gives the token of the parenthesis, or 0. */
static size_t signature(const struct document *doc, size_t dash, size_t end)
{
        if (!token_is_dash(doc, dash))
                return 0;
        for (size_t i = dash + 2; i + 1 < end && i <= dash + SIGNATURE_WORDS; i++) {
                if (!document_is(doc, i, "("))
                        continue;
                return doc->tokens[i + 1].lower[0] == '@' ? i : 0;
        }
        return 0;
}

/* The letters and digits of [text, end) in small, without what parts them; their number, 0
 * where there are others or too many. */
static size_t run_together(const char *text, const char *end, char out[HANDLE_BYTES])
{
        size_t n = 0;

        for (; text < end && *text; text++) {
                char c = ascii_to_lower(*text);

                if (c == ' ' || c == '.' || c == '-' || c == '_' || c == '\'')
                        continue;
                if ((!ascii_is_letter(c) && !ascii_is_digit(c)) || n == HANDLE_BYTES)
                        return 0;
                out[n++] = c;
        }
        return n;
}

/* Who is named in full by the account: "— dee (@deshawnoakes)" is Deshawn Oakes. */
static int owner_of_account(const struct document *doc, const struct token *handle)
{
        const char *start = doc->x->text + handle->start + 1;
        char account[HANDLE_BYTES], name[HANDLE_BYTES];
        size_t n = run_together(start, start + strcspn(start, ") \n"), account), size;

        for (size_t i = 0; n && i < doc->x->n_entities && i < OWNERS_TRIED; i++) {
                const struct entity *e = &doc->x->entities[i];

                if (e->type != ENTITY_PERSON || !e->name || !strchr(e->name, ' '))
                        continue;
                size = run_together(e->name, e->name + strlen(e->name), name);
                if (size >= OWNER_LEAST && size <= n && memmem(account, n, name, size))
                        return (int)i;
        }
        return NONE;
}

/* The name in a signature is the speaker; there is no verb. */
static int sign(struct blocks *b, size_t dash, size_t parenthesis, struct report *ret)
{
        struct document *doc = b->doc;
        struct phrase name = { (uint32_t)dash + 1, (uint32_t)parenthesis,
                               (uint32_t)parenthesis - 1 };

        *ret = REPORT_NONE;
        ret->found = true;
        ret->speaker = name;
        ret->entity = phrase_entity(doc, name);
        if (ret->entity == NONE)
                ret->entity = owner_of_account(doc, &doc->tokens[parenthesis + 1]);
        ret->name = ret->entity != NONE ? doc->x->entities[ret->entity].name
                                        : phrase_description(doc, name);
        ret->confidence = POST_CONFIDENCE;
        ret->rule = "quotes.post";
        return ret->name ? 0 : -ENOMEM;
}

/* The post is what stands before its signature in the paragraph, else the paragraph before. */
static int read_post(struct blocks *b, size_t paragraph)
{
        size_t first = first_token(b, paragraph), end = end_token(b, paragraph), from, dash;
        size_t parenthesis = 0;
        struct report report;
        int r;

        for (dash = first; dash < end && !parenthesis; dash++)
                parenthesis = signature(b->doc, dash, end);
        if (!parenthesis)
                return 0;
        dash--;
        from = dash > first ? first : paragraph ? first_token(b, paragraph - 1) : dash;
        if (from >= dash || opens_with_mark(b, from, dash))
                return 0;
        if (b->found.n && b->found.items[b->found.n - 1].close > b->doc->tokens[from].start)
                b->found.n--; /* the same, found by what stands before it */
        r = sign(b, dash, parenthesis, &report);
        return r ? r : add(b, from, dash, (uint32_t)(paragraph - (dash == first)), &report);
}

int quotes_blocks_find(struct document *doc, const struct chunks *c, struct quotations *found)
{
        struct blocks b = { .doc = doc, .c = c, .marks = found };
        int r = 0;

        for (size_t i = 0; i < doc->n_paragraphs && !r; i++) {
                r = read_post(&b, i);
                if (!r)
                        r = read_introduced(&b, i);
        }
        return r ? r : quotations_merge(doc, found, &b.found);
}
