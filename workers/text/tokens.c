/* tokens - words, numbers and marks with their shapes
 *
 * As the treebanks of English part them: clitics stand alone ("Lavrov" "'s", "did" "n't"); a
 * hyphenated word, a number with separators and an abbreviation with its stops are one token
 * each. Hyphens join where a letter is next to one ("40-minute", "F-16"), and in a date
 * ("2021-12-02"); between other numbers, and everywhere as a dash, they stand alone.
 */
#include <errno.h>
#include <string.h>

#include "base/utf8.h"
#include "workers/lexicon/lexicon.h"
#include "workers/text/abbreviations.h"
#include "workers/text/letters.h"
#include "workers/text/stages.h"

enum {
        TOKEN_BYTES_MAX = 256, /* of a longer run of letters the rest is a token of its own */
        POOL_BYTES = 4096,     /* folded forms are taken from the arena in such pieces */
};

struct tokenizer {
        struct document *doc;
        const char *text;
        const char *end; /* of the sentence */
        uint32_t sentence;
        char *pool, *pool_end;
};

/* What a run of characters looks like. */
struct shape {
        bool letters, digits, upper_first, lower;
        unsigned upper;
};

static bool is_letter(const char *p, const char *end)
{
        unsigned n;

        return p < end && letter_is_word(letter_kind_at(p, end, &n));
}

static bool is_digit(const char *p, const char *end)
{
        return p < end && *p >= '0' && *p <= '9';
}

static const char *fold(struct tokenizer *t, const char *p, size_t size)
{
        char *at;

        if ((size_t)(t->pool_end - t->pool) < 2 * size + 1) {
                size_t room = 2 * size + 1 > POOL_BYTES ? 2 * size + 1 : POOL_BYTES;

                t->pool = arena_alloc(t->doc->arena, room);
                if (!t->pool)
                        return NULL;
                t->pool_end = t->pool + room;
        }
        at = t->pool;
        t->pool += letter_fold(p, size, at) + 1;
        return at;
}

static int add_token(struct tokenizer *t, const char *p, const char *end, enum token_kind kind,
                     const struct shape *shape)
{
        struct document *doc = t->doc;
        struct token *token =
                arena_push(doc->arena, &doc->tokens, &doc->n_tokens, sizeof(*token));
        const struct token *before;

        if (!token)
                return -ENOMEM;
        before = doc->n_tokens > 1 ? token - 1 : NULL;
        token->start = (uint32_t)(p - t->text);
        token->end = (uint32_t)(end - t->text);
        token->sentence = t->sentence;
        token->kind = (uint8_t)kind;
        token->space_before = !before || before->end != token->start;
        if (shape) {
                token->capital = shape->upper_first;
                token->all_capital = shape->upper > 1 && !shape->lower;
        }
        token->lower = fold(t, p, (size_t)(end - p));
        if (!token->lower)
                return -ENOMEM;
        token->hash = lexicon_hash(LEXICON_HASH_EMPTY, token->lower, strlen(token->lower));
        token->lemma = token->lower;
        return 0;
}

/* Letters and digits from @p on, and their shape. */
static const char *scan_run(const char *p, const char *end, struct shape *shape)
{
        const char *start = p;
        unsigned n;

        while (p < end && p - start < TOKEN_BYTES_MAX) {
                enum letter_kind kind = letter_kind_at(p, end, &n);

                if (kind == LETTER_DIGIT)
                        shape->digits = true;
                else if (!letter_is_word(kind) && *p != '_')
                        break;
                else
                        shape->letters = true;
                shape->upper += kind == LETTER_UPPER;
                shape->lower |= kind == LETTER_LOWER;
                p += n;
        }
        return p;
}

/* "U.S", "e.g", "Ph.D", "example.org", "U.S.-led"; not "talks.He", where a space is missing. */
static unsigned joining_stop(const char *start, const char *p, const char *end)
{
        const char *first = p;
        unsigned n = letter_hyphen(p + 1, end);

        for (int i = 0; i < 3 && first > start; i++) {
                const char *before = utf8_before(start, first);

                if (!is_letter(before, end))
                        break;
                first = before;
        }
        if (first == p)
                return 0;
        if (n)
                return first > start && is_letter(p + 1 + n, end) ? 1 + n : 0;
        if (!is_letter(p + 1, end))
                return 0;
        return letter_kind_at(p + 1, end, &n) == LETTER_LOWER || p - first <= 2 ? 1 : 0;
}

/* Size of what joins the run that ends at @p with one behind it, or 0. */
static unsigned joint(const char *start, const char *p, const char *end,
                      const struct shape *shape)
{
        const char *before = utf8_before(start, p);
        unsigned n = letter_apostrophe(p, end);

        if (n)
                return is_letter(before, end) && is_letter(p + n, end) ? n : 0;
        n = letter_hyphen(p, end);
        if (n) {
                if (is_letter(p + n, end))
                        return n;
                return is_digit(p + n, end) && shape->letters ? n : 0;
        }
        if (p >= end)
                return 0;
        if (is_digit(before, end) && is_digit(p + 1, end))
                return strchr(".,:/", *p) ? 1 : 0;
        if (*p == '&' && is_letter(before, end) && is_letter(p + 1, end))
                return 1;
        return *p == '.' ? joining_stop(start, p, end) : 0;
}

/* "2021-12-02": gives its end, or @p. */
static const char *scan_date(const char *p, const char *end)
{
        static const char form[] = "dddd-dd-dd";

        if (end - p < 10)
                return p;
        for (size_t i = 0; i < 10; i++) {
                if (form[i] == 'd' ? !is_digit(p + i, end) : p[i] != '-')
                        return p;
        }
        return is_digit(p + 10, end) ? p : p + 10;
}

static const char *scan_word(const char *p, const char *end, struct shape *shape)
{
        const char *start = p;
        unsigned n;

        p = scan_date(start, end);
        if (p > start) {
                shape->digits = true;
                return p;
        }
        shape->upper_first = letter_kind_at(start, end, &n) == LETTER_UPPER;
        p = scan_run(start, end, shape);
        while (p > start && p - start < TOKEN_BYTES_MAX && (n = joint(start, p, end, shape)))
                p = scan_run(p + n, end, shape);
        return p;
}

/* "http://…", "www.…", "name@host", "@name", "#topic": up to white space, without the
 * punctuation at their end. */
static const char *scan_address(const char *p, const char *end)
{
        static const char *const marks[] = { "http://", "https://", "www." };
        const char *at = p;
        bool address = false;
        unsigned n;

        for (size_t i = 0; (*p == 'h' || *p == 'w') && i < ARRAY_SIZE(marks); i++) {
                size_t size = strlen(marks[i]);

                address |= (size_t)(end - p) > size && memcmp(p, marks[i], size) == 0;
        }
        if (!address)
                return p;
        while (at < end && letter_kind_at(at, end, &n) != LETTER_SPACE)
                at += n;
        while (at > p && memchr(".,;:!?\"')]", at[-1], 10))
                at--;
        return at;
}

static bool ends_with(const char *start, const char *end, const char *tail, size_t size)
{
        return (size_t)(end - start) > size && (end[-1] | 0x20) == tail[size - 1] &&
               strncasecmp(end - size, tail, size) == 0;
}

/* Where the clitic of the word from @start to @end begins; @end when it has none. */
static const char *clitic(const char *start, const char *end)
{
        static const struct {
                const char *letters;
                size_t size;
        } tails[] = { { "s", 1 }, { "re", 2 }, { "ve", 2 }, { "ll", 2 },
                      { "d", 1 }, { "m", 1 },  { "t", 1 } };

        if (end - start == 6 && strncasecmp(start, "cannot", 6) == 0)
                return start + 3;
        for (size_t i = 0; i < ARRAY_SIZE(tails); i++) {
                const char *mark;

                if (!ends_with(start, end, tails[i].letters, tails[i].size))
                        continue;
                mark = end - tails[i].size;
                if (mark - start >= 3 && memcmp(mark - 3, "’", 3) == 0)
                        mark -= 3;
                else if (mark - start >= 1 && mark[-1] == '\'')
                        mark -= 1;
                else
                        continue;
                if (*tails[i].letters != 't')
                        return mark > start ? mark : end;
                if (mark - start > 1 && (mark[-1] == 'n' || mark[-1] == 'N'))
                        return mark - 1;
        }
        return end;
}

/* Does the full stop at @stop belong to the word before it? */
static bool owns_stop(const struct tokenizer *t, const char *start, const char *stop)
{
        const char *next = stop + 1;
        unsigned n;

        if (stop >= t->end || *stop != '.' || (next < t->end && *next == '.'))
                return false;
        while (next < t->end && letter_kind_at(next, t->end, &n) == LETTER_SPACE)
                next += n;
        switch (abbreviation_kind(start, (size_t)(stop - start))) {
        case ABBREVIATION_NONE: return false;
        case ABBREVIATION_NUMBER: return is_digit(next, t->end);
        case ABBREVIATION_NEVER: return true;
        case ABBREVIATION_MAY: break;
        }
        /* At a sentence's end "Plan B." has a stop of its own, "the U.S." and "Inc." keep
         * theirs.
         */
        return next < t->end || stop - start > 1;
}

static int add_word(struct tokenizer *t, const char *start, const char **ret_end)
{
        struct shape shape = { 0 };
        const char *end = scan_word(start, t->end, &shape), *tail;
        enum token_kind kind = shape.digits && *start >= '0' && *start <= '9' &&
                                               !memchr(start, '-', (size_t)(end - start))
                                       ? TOKEN_NUMBER
                                       : TOKEN_WORD;
        int r;

        if (shape.digits && !shape.letters)
                kind = TOKEN_NUMBER;
        tail = clitic(start, end);
        if (tail < end) { /* "NATO's": the s says nothing about the word's capitals */
                shape = (struct shape){ 0 };
                scan_word(start, tail, &shape);
        }
        if (tail == end && kind == TOKEN_WORD && owns_stop(t, start, end))
                tail = ++end;
        *ret_end = end;
        r = add_token(t, start, tail, kind, &shape);
        if (!r && tail < end)
                r = add_token(t, tail, end, TOKEN_WORD, NULL);
        return r;
}

/* Stops and dashes that stand together are one mark; so are the two of `` and ''. */
static const char *scan_mark(const char *p, const char *end)
{
        const char *start = p;
        uint32_t first, point;
        unsigned n = utf8_decode(p, end, &first);

        p += n;
        if (first != '.' && first != '-' && first != '`' && first != '\'')
                return p;
        while (p < end && p - start < TOKEN_BYTES_MAX) {
                n = utf8_decode(p, end, &point);
                if (point != first)
                        break;
                p += n;
        }
        return p;
}

/* "’s" behind a stop, a number or a mark: "the U.S.’s", "1980's". */
static const char *scan_possessive(const struct tokenizer *t, const char *p)
{
        const struct document *doc = t->doc;
        unsigned n = letter_apostrophe(p, t->end);

        if (!n || p + n >= t->end || p[n] != 's' || is_letter(p + n + 1, t->end))
                return p;
        if (!doc->n_tokens || doc->tokens[doc->n_tokens - 1].end != (uint32_t)(p - t->text))
                return p;
        return p + n + 1;
}

static int add_next(struct tokenizer *t, const char *p, const char **ret_end)
{
        const char *end = scan_address(p, t->end);
        unsigned n;
        enum letter_kind kind = letter_kind_at(p, t->end, &n);

        if (end == p)
                end = scan_possessive(t, p);
        if (end > p) {
                *ret_end = end;
                return add_token(t, p, end, TOKEN_WORD, NULL);
        }
        if ((*p == '@' || *p == '#') && is_letter(p + 1, t->end)) {
                struct shape shape = { 0 };

                *ret_end = scan_run(p + 1, t->end, &shape);
                return add_token(t, p, *ret_end, TOKEN_WORD, NULL);
        }
        if (letter_is_word(kind) || kind == LETTER_DIGIT)
                return add_word(t, p, ret_end);
        *ret_end = scan_mark(p, t->end);
        return add_token(t, p, *ret_end,
                         kind == LETTER_PUNCTUATION || *p == '`' ? TOKEN_PUNCTUATION
                                                                 : TOKEN_SYMBOL,
                         NULL);
}

int tokens_find(struct document *doc)
{
        struct tokenizer t = { .doc = doc, .text = doc->x->text };

        for (size_t i = 0; i < doc->n_sentences; i++) {
                struct sentence *s = &doc->sentences[i];
                const char *p = t.text + s->span.start;
                unsigned n;
                int r;

                t.sentence = (uint32_t)i;
                t.end = t.text + s->span.end;
                s->first = (uint32_t)doc->n_tokens;
                while (p < t.end) {
                        enum letter_kind kind = letter_kind_at(p, t.end, &n);

                        if (kind == LETTER_SPACE || kind == LETTER_NOTHING) {
                                p += n;
                                continue;
                        }
                        r = add_next(&t, p, &p);
                        if (r)
                                return r;
                }
                s->end = (uint32_t)doc->n_tokens;
        }
        return 0;
}
