#include "workers/compare/wordrun.h"

#include <stdint.h>
#include <string.h>

#include "base/macros.h"
#include "base/utf8.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_function_words;

enum {
        TEXT_WORDS = 200,    /* looked at */
        ALIGNMENTS_MAX = 16, /* tried: of texts of one word all would fit */
        SHARED_WORDS = 64,
        WORD_BYTES = 24, /* a longer one is no function word */
        INSERTED_BYTES = 60,
        ALIGNED = 2, /* what a word in both is worth; one that is not costs … */
        LEFT_OUT = 1,
        CHANGED = 1,
};

struct text_words {
        uint32_t hash[TEXT_WORDS];
        const char *start[TEXT_WORDS];
        uint8_t marks[TEXT_WORDS]; /* which pair of marks it stands in, from 1; 0: none */
        size_t n;
};

/* Bytes of an apostrophe within a word ("I've", "I’ve"), which is left out. */
static size_t apostrophe_at(const char *p)
{
        if (*p == '\'' || *p == '`')
                return 1;
        return strncmp(p, "’", 3) == 0 || strncmp(p, "‘", 3) == 0 ? 3 : 0;
}

/* Beyond ASCII all but the general punctuation, U+2000 to U+207F, and the signs before U+00C0.
 */
static bool is_of_word(const char *p)
{
        unsigned char c = (unsigned char)*p, next = c ? (unsigned char)p[1] : 0;

        if (c < 0x80)
                return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       (c >= '0' && c <= '9');
        return c != 0xc2 && !(c == 0xe2 && (next == 0x80 || next == 0x81));
}

static bool is_continued(char c)
{
        return ((unsigned char)c & 0xc0) == 0x80;
}

static uint32_t word_at(const char **at)
{
        const char *p = *at;
        uint32_t hash = 2166136261u;

        while (is_of_word(p) || (apostrophe_at(p) && is_of_word(p + apostrophe_at(p)))) {
                unsigned char c = (unsigned char)*p;

                if (!is_of_word(p)) {
                        p += apostrophe_at(p);
                        continue;
                }
                c = c >= 'A' && c <= 'Z' ? (unsigned char)(c | 0x20) : c;
                hash = (hash ^ c) * 16777619u;
                p++;
        }
        *at = p;
        return hash;
}

/* Single marks are most often apostrophes: one opens before a word and behind none, and closes
 * the other way about. */
static bool is_single_mark(const char *text, const char *p, bool opens)
{
        size_t n = apostrophe_at(p);
        bool before = p > text && (is_of_word(p - 1) || (p[-1] && strchr(",.?!", p[-1])));

        if (!n)
                return false;
        return opens ? is_of_word(p + n) && (p == text || p[-1] == ' ')
                     : before && !is_of_word(p + n);
}

/* The marks at @p: into which pair they lead from @inside (0: out of all), @pairs being the
 * last one's number. */
static uint8_t marks_at(const char *text, const char *p, uint8_t inside, uint8_t *pairs)
{
        static const struct {
                const char *mark;
                bool opens, closes;
        } marks[] = { { "“", true, false },  { "”", false, true },  { "\"", true, true },
                      { "``", true, false }, { "''", false, true }, { "«", true, false },
                      { "»", false, true } };

        for (size_t i = 0; i < ARRAY_SIZE(marks); i++) {
                if (strncmp(p, marks[i].mark, strlen(marks[i].mark)) != 0)
                        continue;
                if (marks[i].closes && (inside || !marks[i].opens))
                        return 0;
                return *pairs < UINT8_MAX ? ++*pairs : 0;
        }
        if (!inside && is_single_mark(text, p, true))
                return *pairs < UINT8_MAX ? ++*pairs : 0;
        return inside && is_single_mark(text, p, false) ? 0 : inside;
}

size_t words_inserted(const char *text)
{
        for (size_t n = 0; *text == '[' && n <= INSERTED_BYTES && text[n]; n++)
                if (text[n] == ']')
                        return n;
        return 0;
}

static void words_of(const char *text, struct text_words *w)
{
        uint8_t inside = 0, pairs = 0;

        w->n = 0;
        for (const char *p = text; *p && w->n < TEXT_WORDS;) {
                if (is_of_word(p)) {
                        w->start[w->n] = p;
                        w->marks[w->n] = inside;
                        w->hash[w->n++] = word_at(&p);
                        continue;
                }
                inside = marks_at(text, p, inside, &pairs);
                p += words_inserted(p);
                for (p++; is_continued(*p); p++)
                        ;
        }
}

static size_t run_around(const struct text_words *a, size_t i, const struct text_words *b,
                         size_t k)
{
        size_t length = 0;

        for (size_t d = 1; d <= i && d <= k && a->hash[i - d] == b->hash[k - d]; d++)
                length++;
        for (size_t d = 0; i + d < a->n && k + d < b->n && a->hash[i + d] == b->hash[k + d];
             d++)
                length++;
        return length;
}

struct word_run word_run_of(const char *a, const char *b)
{
        struct text_words x, y;
        struct word_run best = { 0 };
        const struct text_words *shorter = &x, *longer = &y;
        size_t middle, tried = 0;

        words_of(a, &x);
        words_of(b, &y);
        if (x.n > y.n) {
                shorter = &y;
                longer = &x;
        }
        best.shorter = shorter->n;
        best.longer = longer->n;
        middle = shorter->n / 2;
        for (size_t k = 0; shorter->n && k < longer->n && tried < ALIGNMENTS_MAX; k++) {
                size_t length;

                if (longer->hash[k] != shorter->hash[middle])
                        continue;
                tried++;
                length = run_around(shorter, middle, longer, k);
                best.length = length > best.length ? length : best.length;
        }
        return best;
}

/* ------------------------------------------------------------ nearly one run */

static uint16_t less(uint16_t score, uint16_t cost)
{
        return score > cost ? (uint16_t)(score - cost) : 0;
}

static uint16_t greatest(uint16_t a, uint16_t b, uint16_t c)
{
        uint16_t most = a > b ? a : b;

        return most > c ? most : c;
}

/* The best local alignment (Smith and Waterman 1981). */
size_t words_aligned(const char *a, const char *b)
{
        struct text_words x, y;
        const struct text_words *shorter = &x, *longer = &y;
        uint16_t scores[TEXT_WORDS + 1] = { 0 }, best = 0;

        words_of(a, &x);
        words_of(b, &y);
        if (x.n > y.n) {
                shorter = &y;
                longer = &x;
        }
        for (size_t i = 0; i < shorter->n && i < SHARED_WORDS; i++) {
                uint16_t diagonal = 0;

                for (size_t k = 0; k < longer->n; k++) {
                        bool same = shorter->hash[i] == longer->hash[k];
                        uint16_t here =
                                same ? (uint16_t)(diagonal + ALIGNED) : less(diagonal, CHANGED);

                        diagonal = scores[k + 1];
                        scores[k + 1] = greatest(here, less(diagonal, LEFT_OUT),
                                                 less(scores[k], LEFT_OUT));
                        best = scores[k + 1] > best ? scores[k + 1] : best;
                }
        }
        return best / ALIGNED;
}

/* ------------------------------------------------------------ all runs */

static bool is_function_word(const struct text_words *w, size_t i)
{
        const char *start = w->start[i], *end = start, *languages;
        char lower[WORD_BYTES];

        while (is_of_word(end))
                end++;
        if (!ascii_lower(start, (size_t)(end - start), lower, sizeof(lower)))
                return false;
        languages = lexicon_find(&lexicon_function_words, lower, (size_t)(end - start));
        return languages && strncmp(languages, "en", 2) == 0;
}

static void note_marked(struct shared_runs *ret, const struct text_words *w, size_t last,
                        size_t length)
{
        size_t tell = 0, of = 0;

        for (size_t i = last + 1 - length; i <= last; i++)
                tell += !is_function_word(w, i);
        if (!tell)
                return;
        for (size_t i = 0; i < w->n; i++)
                of += w->marks[i] == w->marks[last];
        ret->marked = length;
        ret->marked_of = of;
        ret->marked_tell = tell;
}

/* Runs that end with word @i of @a: @before are their lengths at each word of @b for the word
 * before it, and become those for this one. */
static void extend_runs(struct shared_runs *ret, const struct text_words *a, size_t i,
                        const struct text_words *b, uint8_t *before, bool marks)
{
        uint8_t length = 0;

        for (size_t k = 0; k < b->n; k++) {
                uint8_t diagonal = length;

                length = before[k];
                before[k] = a->hash[i] == b->hash[k] ? (uint8_t)(diagonal + 1) : 0;
                if (!marks && before[k] > ret->longest)
                        ret->longest = before[k];
                if (marks && before[k] > ret->marked)
                        note_marked(ret, a, i, before[k]);
        }
}

/* Within each pair of marks of @a. */
static void find_marked(struct shared_runs *ret, const struct text_words *a,
                        const struct text_words *b)
{
        uint8_t before[SHARED_WORDS] = { 0 };

        for (size_t i = 0; i < a->n; i++) {
                if (!i || a->marks[i] != a->marks[i - 1])
                        memset(before, 0, sizeof(before));
                if (a->marks[i])
                        extend_runs(ret, a, i, b, before, true);
        }
}

struct shared_runs shared_runs_of(const char *a, const char *b, bool marks_a, bool marks_b)
{
        struct text_words x, y;
        struct shared_runs ret = { 0 };
        uint8_t before[SHARED_WORDS] = { 0 };

        words_of(a, &x);
        words_of(b, &y);
        x.n = x.n < SHARED_WORDS ? x.n : SHARED_WORDS;
        y.n = y.n < SHARED_WORDS ? y.n : SHARED_WORDS;
        for (size_t i = 0; i < x.n; i++)
                extend_runs(&ret, &x, i, &y, before, false);
        if (marks_a)
                find_marked(&ret, &x, &y);
        if (marks_b)
                find_marked(&ret, &y, &x);
        return ret;
}
