/* fragments - words in marks that are no quotation by themselves
 *
 * "He called it a “wonderful deal” …": a few words in marks may be a title, a nickname, or a
 * piece of what somebody said. Which it is shows where another report has the words within a
 * quotation. Here are found all that may be: two words or more, in marks that are paired within
 * their sentence, that extraction did not take for a quotation, and not written as a name.
 */
#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include "base/macros.h"
#include "workers/compare/account.h"
#include "workers/text/letters.h"

enum {
        FRAGMENT_BYTES_MAX = 160,
        MARK_BYTES = 4, /* and a space */
        TITLE_BYTES_MAX = 60,
        SHOUT_LEAST = 4, /* letters; fewer may be an acronym */
        LOOKED_AT =
                400, /* words in marks of one article; each is held against all quotations */
};

struct mark {
        const char *open, *close;
};

static const struct mark marks[] = {
        { "“", "”" },
        { "\"", "\"" },
        { "``", "''" },
        { "«", "»" },
};

/* Bytes of the mark that opens at @p, or 0. */
static size_t opens_at(const char *p, const char *end, const struct mark **ret)
{
        for (size_t i = 0; i < ARRAY_SIZE(marks); i++) {
                size_t n = strlen(marks[i].open);

                if ((size_t)(end - p) >= n && memcmp(p, marks[i].open, n) == 0) {
                        *ret = &marks[i];
                        return n;
                }
        }
        return 0;
}

static const char *closes_at(const char *p, const char *end, const char *close)
{
        size_t n = strlen(close);

        for (; (size_t)(end - p) >= n; p++)
                if (memcmp(p, close, n) == 0)
                        return p;
        return NULL;
}

/* Are the words quoted already? Not by a post or a statement that has them in marks of its own.
 */
static bool is_quoted(const struct account *a, struct span s)
{
        for (size_t i = 0; i < a->x->n_quotes; i++) {
                const struct quote *q = &a->x->quotes[i];

                for (size_t k = 0; q->direct && k < q->n_spans; k++) {
                        struct span own = q->spans[k];

                        if (own.start < s.end && s.start < own.end &&
                            (own.start + MARK_BYTES >= s.start ||
                             s.end + MARK_BYTES >= own.end))
                                return true;
                }
        }
        return false;
}

/* Most of its words have capitals, or it has but one. */
static bool is_name_or_word(const struct account *a, struct span s)
{
        size_t words = 0, capitals = 0;

        for (size_t i = account_term_at(a, s.start); i < a->n_terms && a->terms[i].end <= s.end;
             i++) {
                words++;
                capitals += a->terms[i].capital;
        }
        return words < 2 || 2 * capitals >= words;
}

/* @left: how many words in marks may still be looked at. */
static size_t of_sentence(const struct account *a, struct span sentence, struct span *out,
                          size_t room, size_t *left)
{
        const char *text = a->x->text, *p = text + sentence.start, *end = text + sentence.end;
        size_t n = 0;

        while (p < end && n < room && *left) {
                const struct mark *mark = NULL;
                size_t size = opens_at(p, end, &mark);
                const char *close = size ? closes_at(p + size, end, mark->close) : NULL;
                struct span s;

                if (!size) {
                        p++;
                        continue;
                }
                if (!close)
                        return n;
                (*left)--;
                s = (struct span){ (uint32_t)(p + size - text), (uint32_t)(close - text) };
                if (s.end - s.start <= FRAGMENT_BYTES_MAX && !is_name_or_word(a, s) &&
                    !is_quoted(a, s))
                        out[n++] = s;
                p = close + strlen(mark->close);
        }
        return n;
}

size_t account_fragments(const struct account *a, struct span out[FRAGMENTS_MAX])
{
        size_t n = 0, left = LOOKED_AT;

        for (size_t i = 0; i < a->x->n_sentences && n < FRAGMENTS_MAX && left; i++)
                n += of_sentence(a, a->x->sentences[i], out + n, FRAGMENTS_MAX - n, &left);
        return n;
}

/* Words that titles write without a capital. */
static bool is_small(const char *word, size_t size)
{
        static const char *const words[] = { "a",  "an",  "the",  "of",   "and",
                                             "or", "in",  "on",   "to",   "at",
                                             "by", "for", "with", "from", "vs" };

        return letter_run_is_one_of(word, size, words, ARRAY_SIZE(words));
}

bool account_is_title(const struct account *a, struct span s)
{
        const char *text = a->x->text;
        size_t words = 0, capitals = 0;

        if (s.end - s.start > TITLE_BYTES_MAX || memchr(text + s.start, '!', s.end - s.start) ||
            memchr(text + s.start, '?', s.end - s.start))
                return false;
        for (size_t i = account_term_at(a, s.start); i < a->n_terms && a->terms[i].end <= s.end;
             i++) {
                const struct term *t = &a->terms[i];
                size_t size = t->end - t->start;

                if (t->capital
                            ? size >= SHOUT_LEAST && isupper((unsigned char)text[t->start + 1])
                            : !is_small(text + t->start, size))
                        return false;
                words++;
                capitals += t->capital;
        }
        return words >= 2 && 2 * capitals >= words;
}
