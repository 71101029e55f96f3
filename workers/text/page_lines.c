#include "workers/text/page_lines.h"

#include <string.h>

#include "base/ascii.h"
#include "base/macros.h"
#include "workers/text/bylines.h"
#include "workers/text/date_scan.h"
#include "workers/text/dates.h"
#include "workers/text/furniture.h"
#include "workers/text/letters.h"
#include "workers/text/page_evidence.h"

enum {
        DATE_LINE_WORDS_MAX = 10,
        DATE_LINE_BYTES_MAX = 100,
        STAMP_WORDS_MAX = 30, /* of dates, times and what they are of alone */
        STAMP_BYTES_MAX = 200,
        LABEL_WORDS_MAX = 3,
        COUNTER_DIGITS_MAX = 3,
        COUNTER_BYTES_MAX = 11,
        NUMBERED_LINES_MIN = 2,
        LINE_DIGITS_MAX = 6,
        ROLE_WORDS_MAX = 8,
        BYLINE_WORDS_MAX = 30, /* with roles, several people and a date */
        QUOTES_MAX = 40,       /* looked for in a page */
        QUOTE_WORDS_MIN = 5,
        QUOTE_WORDS_MAX = 80,
        APART_WORDS_MAX = 40, /* of one without marks */
        NEXT_BLOCKS_MAX = 6,  /* among which the next paragraph is looked for */
        LONGER_BYTES_MIN = 8, /* the paragraph than the quotation */
        WHOSE_WORDS_MAX = 8,
};

/* Of each word of letters: its place goes to @ret. Gives its size, 0 behind the last. */
static size_t next_word(const char **p, const char *end, const char **ret)
{
        const char *at = *p;
        unsigned n;

        while (at < end && !letter_is_word(letter_kind_at(at, end, &n)))
                at += n;
        *ret = at;
        while (at < end && letter_is_word(letter_kind_at(at, end, &n)))
                at += n;
        *p = at;
        return (size_t)(at - *ret);
}

/* What tells of what a date is. */
static bool is_label(const char *word, size_t size)
{
        static const char *const words[] = { "updated", "published", "posted", "modified",
                                             "edited",  "created",   "last",   "first" };

        return letter_run_reads_one_of(word, size, words, ARRAY_SIZE(words));
}

/* "2 hours ago" */
static bool is_span(const char *word, size_t size)
{
        static const char *const words[] = { "ago", "day",     "days", "hour", "hours",
                                             "hrs", "minutes", "mins", "min",  "minute" };

        return letter_run_reads_one_of(word, size, words, ARRAY_SIZE(words));
}

/* Is every word one of dates, of times, or tells what they are of? Says whether one tells so.
 */
static bool is_stamp(const struct block *b, bool *ret_labelled)
{
        static const char *const joins[] = { "on",  "at", "t",  "z",  "a",  "p",
                                             "and", "m",  "et", "ct", "mt", "pt" };
        const char *p = b->text, *end = p + b->size, *word;
        size_t size = next_word(&p, end, &word);

        for (*ret_labelled = is_label(word, size); size; size = next_word(&p, end, &word)) {
                struct scan scan = { .text = word, .end = size };

                if (!scan_word(&scan) && !is_label(word, size) && !is_span(word, size) &&
                    !letter_run_reads_one_of(word, size, joins, ARRAY_SIZE(joins)))
                        return false;
                *ret_labelled |=
                        letter_run_reads_one_of(word, size, (const char *const[]){ "ago" }, 1);
        }
        return true;
}

/* Bytes of the bar at @p; 0: none. */
static size_t bar(const char *p, const char *end)
{
        static const char *const bars[] = { "|", "·", "•" };

        for (size_t i = 0; i < ARRAY_SIZE(bars); i++) {
                size_t n = strlen(bars[i]);

                if ((size_t)(end - p) >= n && memcmp(p, bars[i], n) == 0)
                        return n;
        }
        return 0;
}

bool line_has_dated_part(const struct block *b)
{
        const char *start = b->text, *end = start + b->size;
        bool bars = false, dated = false;

        if (b->heading || b->stop || b->words > STAMP_WORDS_MAX || b->size > STAMP_BYTES_MAX)
                return false;
        for (const char *p = start; p <= end; p++) {
                struct block part = { .text = start };
                size_t n = bar(p, end);

                if (!n && p < end)
                        continue;
                bars |= n > 0;
                part.size = (uint32_t)(p - start);
                dated |= line_is_date_alone(&part);
                start = p + n;
        }
        return bars && dated;
}

/* Behind the first part of names that others follow: "/", ",", "&", "and". */
static const char *name_end(const char *p, const char *end)
{
        for (; p < end; p++) {
                if (strchr("/,&|", *p) || (end - p > 5 && strncasecmp(p, " and ", 5) == 0))
                        break;
        }
        return p;
}

bool line_is_names(const struct block *b, const char *const *names, size_t n)
{
        const char *p = b->text, *end = p + b->size;

        if (b->words > BYLINE_WORDS_MAX)
                return false;
        for (;;) {
                const char *stop = name_end(p, end);
                bool found = false;

                for (size_t i = 0; i < n && !found; i++)
                        found = letter_same_words(p, (size_t)(stop - p), names[i],
                                                  strlen(names[i]));
                if (!found || stop == end)
                        return found;
                p = stop + (*stop == ' ' ? 5 : 1);
        }
}

static bool holds_digit(const struct block *b)
{
        for (size_t i = 0; i < b->size; i++) {
                if (ascii_is_digit(b->text[i]))
                        return true;
        }
        return false;
}

bool line_is_date_alone(const struct block *b)
{
        bool labelled;

        return b->words <= STAMP_WORDS_MAX && holds_digit(b) && is_stamp(b, &labelled);
}

/* " by " */
static bool says_by(const struct block *b)
{
        return memmem(b->text, b->size, " by ", 4) || memmem(b->text, b->size, " By ", 4);
}

/* "Updated", "Story last updated" */
static bool says_of_what(const struct block *b)
{
        const char *p = b->text, *end = p + b->size, *word;

        for (unsigned i = 0; i < LABEL_WORDS_MAX; i++) {
                size_t size = next_word(&p, end, &word);

                if (is_label(word, size) && (i == 0 || size > strlen("first")))
                        return true;
        }
        return false;
}

bool line_is_stamp(const struct block *b)
{
        bool labelled;

        return says_of_what(b) || says_by(b) || is_stamp(b, &labelled);
}

bool line_is_date(const struct block *b)
{
        struct date date;
        bool labelled, stamp;

        if (b->heading || b->size > STAMP_BYTES_MAX || b->words > STAMP_WORDS_MAX)
                return false;
        stamp = is_stamp(b, &labelled);
        if (!stamp &&
            (b->stop || b->words > DATE_LINE_WORDS_MAX || b->size > DATE_LINE_BYTES_MAX))
                return false;
        if (!date_read(b->text, b->size, DATE_DAY_FIRST, &date))
                return stamp && labelled && holds_digit(b); /* "Updated 5:51 p.m. ET" */
        if (date_is_dateline(b->text, b->size, &date))
                return false;
        return stamp ||
               (!b->stop && b->words <= DATE_LINE_WORDS_MAX && b->size <= DATE_LINE_BYTES_MAX);
}

/* "12": digits up to @end; how many there are. */
static size_t digits(const char *p, const char *end)
{
        size_t n = 0;

        while (p + n < end && ascii_is_digit(p[n]))
                n++;
        return n;
}

bool line_is_counter(const struct block *b)
{
        const char *p = b->text, *end = p + b->size;
        size_t n = digits(p, end);

        p += n;
        if (!n || n > COUNTER_DIGITS_MAX || b->heading || b->size > COUNTER_BYTES_MAX)
                return false;
        while (p < end && (*p == ' ' || *p == '/'))
                p++;
        n = digits(p, end);
        return n && n <= COUNTER_DIGITS_MAX && p + n == end && memchr(b->text, '/', b->size);
}

bool line_is_number(const struct block *b)
{
        return !b->heading && digits(b->text, b->text + b->size) == b->size;
}

bool line_is_numbering(const struct block *b)
{
        const char *p = b->text, *end = p + b->size;
        uint64_t last = 0;

        if (!(b->context & IN_PRE) ||
            (b->words < NUMBERED_LINES_MIN && !(b->context & IN_TABLE && *b->text == '1')))
                return false;
        for (; p < end; p++) {
                size_t n = digits(p, end);
                uint64_t number = 0;

                if (!n || n > LINE_DIGITS_MAX)
                        return false;
                for (; n; n--, p++)
                        number = 10 * number + (uint64_t)(*p - '0');
                if ((p < end && *p != ' ') || (last && number != last + 1))
                        return false;
                last = number;
        }
        return true;
}

bool line_is_byline(const struct block *b)
{
        size_t head = strncasecmp(b->text, "written by ", 11) == 0 ? strlen("written by ")
                      : strncasecmp(b->text, "by ", 3) == 0        ? strlen("by ")
                                                                   : 0;
        unsigned n;

        return head && b->words > 2 && b->words <= BYLINE_WORDS_MAX && !b->stop &&
               !b->heading &&
               letter_kind_at(b->text + head, b->text + b->size, &n) == LETTER_UPPER;
}

bool line_is_role(const struct block *b)
{
        static const char *const roles[] = { "correspondent", "reporter",   "editor",
                                             "writer",        "columnist",  "journalist",
                                             "producer",      "contributor" };
        const char *p = b->text, *end = p + b->size, *word;
        size_t size;
        unsigned n;

        if (b->words > ROLE_WORDS_MAX || b->stop || b->heading ||
            letter_kind_at(p, end, &n) != LETTER_UPPER)
                return false;
        while ((size = next_word(&p, end, &word))) {
                if (letter_run_reads_one_of(word, size, roles, ARRAY_SIZE(roles)))
                        return true;
        }
        return false;
}

/* The words between the marks of a block that is a quotation as a whole; 0: it is none. */
static size_t quotation(const struct block *b, const char **ret)
{
        const char *p = b->text, *end = p + b->size;
        bool opens = false;
        unsigned n;

        if (b->words < QUOTE_WORDS_MIN || b->words > QUOTE_WORDS_MAX)
                return 0;
        for (; p < end && !letter_is_word(letter_kind_at(p, end, &n)); p += n)
                opens |= strchr("\"'", *p) || memcmp(p, "“", 3) == 0 || memcmp(p, "‘", 3) == 0;
        while (end > p &&
               (strchr("\"'.,!?", end[-1]) || (end - p > 3 && (memcmp(end - 3, "”", 3) == 0 ||
                                                               memcmp(end - 3, "’", 3) == 0))))
                end -= (unsigned char)end[-1] >= 0x80 ? 3 : 1;
        *ret = p;
        if (memchr(p, '"', (size_t)(end - p)) || memmem(p, (size_t)(end - p), "”", 3))
                return 0; /* somebody is told to say it */
        return opens || (b->context & IN_QUOTE && !b->heading) ? (size_t)(end - p) : 0;
}

/* Does a quotation begin there? */
static bool opens_quotation(const char *text, const char *at)
{
        return (at > text && strchr("\"'", at[-1])) ||
               (at - text >= 3 && (memcmp(at - 3, "“", 3) == 0 || memcmp(at - 3, "‘", 3) == 0));
}

/* Does another kept block, a longer one, hold the words? Those that stand without marks it
 * must quote. */
static bool stands_elsewhere(const struct page_selection *s, size_t quote, const char *words,
                             size_t size, bool marked)
{
        for (size_t i = s->first; i < s->end; i++) {
                const struct block *b = &s->blocks->blocks[i];
                const char *at;

                if (i == quote || !b->kept || b->size < size + LONGER_BYTES_MIN)
                        continue;
                at = memmem(b->text, b->size, words, size);
                if (at && (marked || opens_quotation(b->text, at)))
                        return true;
        }
        return false;
}

/* A line that stands in an element of its own, apart from the paragraphs around it. */
static bool is_set_apart(const struct page_selection *s, size_t i, const struct block *before)
{
        const struct page_node *nodes = s->tree->nodes;
        const struct block *b = &s->blocks->blocks[i], *next = b + 1;
        size_t end = i + NEXT_BLOCKS_MAX < s->end ? i + NEXT_BLOCKS_MAX : s->end;

        if (!before || b->heading || b->words < QUOTE_WORDS_MIN || b->words > APART_WORDS_MAX ||
            b->link_bytes || b->context & IN_LIST ||
            nodes[before->node].parent == nodes[b->node].parent ||
            nodes[before->node].depth == nodes[b->node].depth)
                return false;
        while (next < s->blocks->blocks + end && !(next->kept && block_is_sentence(next)))
                next++;
        return next == s->blocks->blocks + end ||
               nodes[next->node].parent != nodes[b->node].parent;
}

/* "— Ada Strand", "Ada Strand, harbour master" */
static bool is_whose(struct arena *arena, const struct block *b)
{
        size_t size = b->size;
        const char *comma = memchr(b->text, ',', size);
        char *name;

        if (b->stop || b->heading || b->words > WHOSE_WORDS_MAX ||
            b->context & (IN_LIST | IN_TABLE))
                return false;
        if (*b->text == '-' || strncmp(b->text, "—", 3) == 0 || strncmp(b->text, "–", 3) == 0)
                return true;
        name = arena_copy(arena, b->text, comma ? (size_t)(comma - b->text) : size);
        return name && byline_is_likely(name);
}

void lines_drop_repeated_quotes(struct page_selection *s)
{
        const struct block *before = NULL;
        size_t looked = 0;

        for (size_t i = s->first; i < s->end && looked < QUOTES_MAX; i++) {
                struct block *b = &s->blocks->blocks[i], *next = b + 1;
                const char *words = b->text;
                size_t size = b->kept ? quotation(b, &words) : 0;
                bool marked = size > 0;

                if (!size && b->kept && is_set_apart(s, i, before)) {
                        words = b->text;
                        size = b->size - (strchr(".,", b->text[b->size - 1]) ? 1 : 0);
                }
                if (b->kept && block_is_sentence(b))
                        before = b;
                if (!size)
                        continue;
                looked++;
                if (!stands_elsewhere(s, i, words, size, marked))
                        continue;
                b->kept = false;
                if (i + 1 < s->end && next->kept && is_whose(s->tree->arena, next))
                        next->kept = false;
        }
}
