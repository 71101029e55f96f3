/* sentences - where paragraphs and sentences end
 *
 * A sentence ends at a stop that is followed by white space and by something that may begin the
 * next one. Marks that close right after the stop belong to the sentence. A full stop may
 * belong to an abbreviation instead; then the next word decides.
 */
#include <errno.h>
#include <string.h>

#include "base/utf8.h"
#include "workers/lexicon/lexicon.h"
#include "workers/text/abbreviations.h"
#include "workers/text/letters.h"
#include "workers/text/spaced.h"
#include "workers/text/stages.h"

extern const struct lexicon lexicon_sentence_starters;

enum { WORD_BYTES_MAX = 48 }; /* how far words beside a stop are read */

/* What stands behind a stop. */
struct following {
        enum letter_kind kind; /* of the next letter or digit, behind marks that open */
        bool quoted;           /* an opening mark stands before it */
        const char *word;
        size_t size;
};

static bool is_stop(uint32_t point)
{
        switch (point) {
        case '.':
        case '!':
        case '?':
        case 0x2026: /* … */
        case 0x3002: /* 。 */
        case 0xff01: /* ！ */
        case 0xff1f: /* ？ */
        case 0x061f: /* ؟ */
        case 0x06d4: /* ۔ */
        case 0x0964: /* । */ return true;
        }
        return false;
}

static bool is_wide_stop(uint32_t point)
{
        return point == 0x3002 || point == 0xff01 || point == 0xff1f;
}

static const char *skip_space(const char *p, const char *end)
{
        unsigned n;

        while (p < end && letter_kind_at(p, end, &n) == LETTER_SPACE)
                p += n;
        return p;
}

/* Stops, and the marks that close right behind them. */
static const char *skip_stop(const char *p, const char *end)
{
        uint32_t point;
        unsigned n;

        while (p < end) {
                n = utf8_decode(p, end, &point);
                if (!is_stop(point))
                        break;
                p += n;
        }
        while (p < end) {
                n = utf8_decode(p, end, &point);
                if (!letter_closes(point))
                        break;
                p += n;
        }
        return p;
}

/* Tokenized or badly translated text has stray stops and closing marks: ". .", ". ''", ". ”".
 */
static const char *skip_strays(const char *p, const char *end)
{
        for (;;) {
                const char *at = skip_space(p, end);
                uint32_t point;
                unsigned n;

                if (at == p || at >= end)
                        return p;
                n = utf8_decode(at, end, &point);
                if (end - at >= 2 && at[0] == '\'' && at[1] == '\'')
                        n = 2;
                else if (point != 0x201d && !is_stop(point))
                        return p;
                if (at + n < end && skip_space(at + n, end) == at + n)
                        return p;
                p = at + n;
        }
}

static struct following look_behind_stop(const char *p, const char *end)
{
        struct following next = { .kind = LETTER_NOTHING };
        unsigned n = 0;

        p = skip_space(p, end);
        if (end - p > WORD_BYTES_MAX)
                end = p + WORD_BYTES_MAX;
        while (p < end) {
                uint32_t point;

                utf8_decode(p, end, &point);
                next.kind = letter_kind_at(p, end, &n);
                if (letter_is_word(next.kind) || next.kind == LETTER_DIGIT)
                        break;
                next.quoted |= letter_opens(point);
                p += n;
        }
        if (p >= end)
                next.kind = LETTER_NOTHING;
        next.word = p;
        while (p < end && p - next.word < WORD_BYTES_MAX &&
               letter_is_word(letter_kind_at(p, end, &n)))
                p += n;
        next.size = (size_t)(p - next.word);
        /* "iPhone sales": a capital within makes up for the small letter before it. */
        if (next.kind == LETTER_LOWER && next.size > 2 && next.word[1] >= 'A' &&
            next.word[1] <= 'Z')
                next.kind = LETTER_UPPER;
        return next;
}

static bool can_only_begin(const struct following *next)
{
        char folded[2 * WORD_BYTES_MAX + 8];
        size_t n;

        if (next->quoted)
                return true;
        if (next->kind != LETTER_UPPER || next->size > WORD_BYTES_MAX)
                return false;
        n = letter_fold(next->word, next->size, folded);
        return lexicon_find(&lexicon_sentence_starters, folded, n) != NULL;
}

/* The word before the stop at @stop: letters, digits, inner stops. */
static size_t word_before(const char *start, const char *stop, const char **ret)
{
        const char *p = stop;

        while (p > start && stop - p < WORD_BYTES_MAX) {
                const char *before = utf8_before(start, p);
                unsigned n;
                enum letter_kind kind = letter_kind_at(before, stop, &n);

                if (!letter_is_word(kind) && kind != LETTER_DIGIT && *before != '.')
                        break;
                p = before;
        }
        *ret = p;
        return (size_t)(stop - p);
}

static bool all_digits(const char *word, size_t size)
{
        for (size_t i = 0; i < size; i++) {
                if (word[i] < '0' || word[i] > '9')
                        return false;
        }
        return size > 0;
}

/* Does the full stop at @stop, in a sentence from @start, leave it open? */
static bool is_inside(const char *start, const char *stop, const struct following *next)
{
        const char *word;
        size_t size = word_before(start, stop, &word);

        if (word == start && size <= 3 && all_digits(word, size))
                return true; /* "1. First of all" */
        switch (abbreviation_kind(word, size)) {
        case ABBREVIATION_NEVER: return true;
        case ABBREVIATION_NUMBER: return next->kind == LETTER_DIGIT;
        case ABBREVIATION_MAY: return !can_only_begin(next);
        case ABBREVIATION_NONE: break;
        }
        return false;
}

/* If the stop at @stop ends the sentence from @start, gives the sentence's end, else NULL. */
static const char *sentence_end(const char *start, const char *stop, const char *end)
{
        const char *behind = skip_stop(stop, end);
        struct following next;
        uint32_t point;
        unsigned n = utf8_decode(stop, end, &point);

        if (behind == end)
                return end;
        if (is_wide_stop(point))
                return behind;
        if (skip_space(behind, end) == behind)
                return NULL;
        next = look_behind_stop(behind, end);
        if (next.kind == LETTER_LOWER)
                return NULL;
        if (*stop == '.' && behind == stop + n && is_inside(start, stop, &next))
                return NULL;
        return skip_strays(behind, end);
}

static int add_sentence(struct document *doc, const char *start, const char *end)
{
        struct sentence *s =
                arena_push(doc->arena, &doc->sentences, &doc->n_sentences, sizeof(*s));
        struct span *mirror;

        if (!s)
                return -ENOMEM;
        s->span.start = (uint32_t)(start - doc->x->text);
        s->span.end = (uint32_t)(end - doc->x->text);
        s->paragraph = (uint32_t)(doc->n_paragraphs - 1);
        mirror = arena_push(doc->arena, &doc->x->sentences, &doc->x->n_sentences,
                            sizeof(*mirror));
        if (!mirror)
                return -ENOMEM;
        *mirror = s->span;
        return 0;
}

static int split_paragraph(struct document *doc, const char *p, const char *end)
{
        const char *start = p;
        int r = 0;

        while (p < end && !r) {
                uint32_t point;
                unsigned n = utf8_decode(p, end, &point);
                const char *stop;

                if (!is_stop(point)) {
                        p += n;
                        continue;
                }
                stop = sentence_end(start, p, end);
                if (!stop || (doc->spaced && mark_is_spaced(start, p, end))) {
                        p = skip_stop(p, end);
                        continue;
                }
                r = add_sentence(doc, start, stop);
                start = p = skip_space(stop, end);
        }
        if (!r && start < end)
                r = add_sentence(doc, start, end);
        return r;
}

static int add_paragraph(struct document *doc, const char *start, const char *end)
{
        struct span *paragraph;

        start = skip_space(start, end);
        while (end > start && (end[-1] == ' ' || end[-1] == '\t' || end[-1] == '\r'))
                end--;
        if (start == end)
                return 0;
        paragraph = arena_push(doc->arena, &doc->paragraphs, &doc->n_paragraphs,
                               sizeof(*paragraph));
        if (!paragraph)
                return -ENOMEM;
        paragraph->start = (uint32_t)(start - doc->x->text);
        paragraph->end = (uint32_t)(end - doc->x->text);
        return split_paragraph(doc, start, end);
}

int sentences_find(struct document *doc)
{
        const char *p = doc->x->text, *end = p + doc->x->text_size;
        int r = 0;

        doc->spaced = text_is_spaced(p, doc->x->text_size);
        while (p < end && !r) {
                const char *line = memchr(p, '\n', (size_t)(end - p));

                r = add_paragraph(doc, p, line ? line : end);
                p = line ? line + 1 : end;
        }
        return r;
}
