/* page_bylines - reading the lines and elements around the headline and behind the text
 */
#include "workers/text/page_bylines.h"

#include <errno.h>
#include <string.h>

#include "base/macros.h"
#include "workers/text/dates.h"
#include "workers/text/furniture.h"
#include "workers/text/letters.h"
#include "workers/text/page_bylines_read.h"
#include "workers/text/page_lines.h"

enum {
        LABELLED_MAX = 8, /* names behind a label, each in a block of its own */
        CODE_BYTES_MAX = 4,
        DATED_BY_WORDS_MAX = 30,
        STOPPED_BY_WORDS_MAX = 5, /* "By Ada Strand." */
        ABBREVIATION_BYTES_MAX = 6,
};

static bool is_blank_or_colon(char c)
{
        return c == ' ' || c == ':';
}

bool byline_starts(const char *text, size_t size, const char *words)
{
        size_t n = strlen(words);

        return size >= n && strncasecmp(text, words, n) == 0;
}

/* "By Ada Strand", "by ada", "ByAda Strand" */
static bool is_by(const char *text, size_t size, bool any_case)
{
        unsigned n;
        size_t at = 2;

        if (byline_is_glued(text, size))
                return true;
        if (!byline_starts(text, size, "by") || size < 4 || !is_blank_or_colon(text[2]))
                return false;
        while (at < size && is_blank_or_colon(text[at]))
                at++;
        if (at == size)
                return false;
        switch (letter_kind_at(text + at, text + size, &n)) {
        case LETTER_UPPER:
        case LETTER_OTHER: return true;
        case LETTER_LOWER: return any_case;
        default: return false;
        }
}

bool byline_holds_date(const char *text, size_t size)
{
        struct date date;

        return date_read(text, size, DATE_MONTH_FIRST, &date);
}

/* "Posted on Monday by Ada Strand", "Written by Ada Strand" */
static bool is_posted_by(const char *text, size_t size)
{
        static const char *const heads[] = {
                "Posted ",        "Written by",   "Published ",    "Words by",
                "Words:",         "Author:",      "Authored by",   "Article by",
                "Story by",       "Reported by",  "Analysis by",   "Opinion by",
                "Review by",      "Text by",      "Text:",         "Authors:",
                "Contributed by", "Reporting by", "Report by",     "Interview by",
                "Exclusive by",   "Column by",    "Commentary by", "Perspective by",
                "Story and "
        };

        for (size_t i = 0; i < sizeof(heads) / sizeof(*heads); i++) {
                if (byline_starts(text, size, heads[i]))
                        return strchr(heads[i], ':') || memmem(text, size, "by ", 3) ||
                               memmem(text, size, "by:", 3);
        }
        return false;
}

/* "7 March 2022 by Ada Strand, harbour master": from the name on; NULL. */
static const char *behind_date(const char *text, size_t size)
{
        struct date date;
        const char *by;

        if (!date_read(text, size, DATE_MONTH_FIRST, &date))
                return NULL;
        by = memmem(text + date.end, size - date.end, "by ", 3);
        if (!by)
                by = memmem(text + date.end, size - date.end, "By ", 3);
        if (!by || by - (text + date.end) > 12 || !is_by(by, (size_t)(text + size - by), false))
                return NULL;
        return by;
}

/* "By the numbers": what the lines below it go by. */
static bool is_headed_so(const char *text, size_t size)
{
        return byline_starts(text, size, "by the ") || text[size - 1] == ':';
}

/* "… and Bo Vik, Ph.D.": its stop ends no sentence. */
static bool ends_in_abbreviation(const char *text, size_t size)
{
        const char *space = memrchr(text, ' ', size), *word = space ? space + 1 : text;
        size_t n = (size_t)(text + size - word);

        return n <= ABBREVIATION_BYTES_MAX &&
               (memchr(word, '.', n - 1) || byline_starts(word, n, "Jr") ||
                byline_starts(word, n, "Sr") || byline_starts(word, n, "Esq"));
}

/* "Reporter: Ada Strand", "A column by Ada Strand": what stands behind; NULL. */
static const char *behind_label(const char *text, size_t size)
{
        static const char *const labels[] = {
                "Reporter:",       "Writer:",
                "Journalist:",     "Correspondent:",
                "Story:",          "A column by ",
                "Guest essay by ", "Guest column by ",
                "Guest post by ",  "Op-ed by ",
                "Essay by ",       "Feature by ",
                "An essay by ",    "Special report by ",
                "Comment by ",     "Profile by ",
        };

        for (size_t i = 0; i < ARRAY_SIZE(labels); i++) {
                size_t n = strlen(labels[i]);
                unsigned width;

                if (!byline_starts(text, size, labels[i]))
                        continue;
                while (n < size && text[n] == ' ')
                        n++;
                return n < size && letter_kind_at(text + n, text + size, &width) == LETTER_UPPER
                               ? text + n
                               : NULL;
        }
        return NULL;
}

/* "by Ada Strand" of "— by Ada Strand" and of "This post was written by Ada Strand". */
static const char *behind_dashes(const char *text, size_t size)
{
        static const char *const heads[] = { "This post was ",  "This article was ",
                                             "This story was ", "This piece was ",
                                             "This blog was ",  "This blog post was " };
        const char *p = text, *end = text + size;

        while (p < end &&
               (*p == '-' || *p == ' ' || strncmp(p, "—", 3) == 0 || strncmp(p, "–", 3) == 0))
                p += *p == '-' || *p == ' ' ? 1 : 3;
        for (size_t i = 0; p == text && i < ARRAY_SIZE(heads); i++) {
                if (byline_starts(text, size, heads[i]))
                        p += strlen(heads[i]);
        }
        return p == end ? text : p;
}

const char *byline_in(const struct block *b)
{
        const char *text = behind_dashes(b->text, b->size);
        size_t size = (size_t)(b->text + b->size - text), next = b->line_end + 1;

        if (size > BY_BYTES_MAX || b->heading == 1 ||
            b->context & (IN_FIGURE | IN_CAPTION | IN_NAVIGATION))
                return NULL;
        if (b->stop && b->words > STOPPED_BY_WORDS_MAX && !byline_holds_date(text, size) &&
            !ends_in_abbreviation(text, size))
                return NULL;
        if (behind_label(text, size))
                return behind_label(text, size);
        if (is_by(text, size, b->words <= 3 && !is_headed_so(text, size)) &&
            (b->words <= BY_WORDS_MAX ||
             (b->words <= DATED_BY_WORDS_MAX && byline_holds_date(text, size))))
                return text;
        if (b->line_end && next < b->size && b->words <= BY_WORDS_MAX &&
            is_by(b->text + next, b->size - next, false))
                return b->text + next;
        if (furniture_of(text, size) == FURNITURE_BYLINE || is_posted_by(text, size))
                return text;
        return behind_date(text, size);
}

/* "Written by" alone: the name is the next block. */
static bool is_label(const struct block *b)
{
        static const char *const labels[] = { "by",         "author",     "authors",
                                              "written by", "words",      "article by",
                                              "words by",   "story by",   "posted by",
                                              "the author", "reported by" };
        size_t size = b->size;

        while (size && is_blank_or_colon(b->text[size - 1]))
                size--;
        for (size_t i = 0; i < sizeof(labels) / sizeof(*labels); i++) {
                if (size == strlen(labels[i]) && byline_starts(b->text, size, labels[i]))
                        return true;
        }
        return false;
}

/* The text of a by-line from @from on, with commas where its first line or its first link ends:
 * behind the name stands where she is, or whom she writes for. */
static int read_parted(struct page_facts *f, struct names *names, const struct block *b,
                       const char *from)
{
        bool glued = byline_is_glued(from, (size_t)(b->text + b->size - from));
        char text[BY_BYTES_MAX + 8];
        size_t size = 0;

        for (const char *p = from; p < b->text + b->size; p++) {
                size_t at = (size_t)(p - b->text);

                if (*p == ' ' && at && (at == b->line_end || at == b->link_end) &&
                    !byline_goes_on(from, (size_t)(p - from), p + 1, b->size - at - 1))
                        text[size++] = '|';
                else if (glued && at == b->link_end)
                        text[size++] = '|';
                text[size++] = *p;
        }
        return byline_read(f->doc->arena, names, text, size);
}

/* "and", between names that have blocks of their own. */
static bool is_join(const struct block *b)
{
        return (b->size == 3 && strncasecmp(b->text, "and", 3) == 0) ||
               (b->size == 1 && strchr(",&", *b->text));
}

/* Reads the name behind a label; initials in a circle may stand between. */
static int read_labelled(struct page_facts *f, struct names *names, size_t label)
{
        const struct block *b = &f->blocks->blocks[label + 1];
        const struct block *end = f->blocks->blocks + f->blocks->n;
        int r = 0;

        if (b < end && b->words == 1 && b->size <= 3)
                b++;
        for (size_t i = 0; b < end && b->words <= NAME_WORDS_MAX && !r && i < LABELLED_MAX;
             i++) {
                r = byline_read(f->doc->arena, names, b->text, b->size);
                if (b + 1 >= end || !is_join(b + 1))
                        break;
                b += 2;
        }
        return r;
}

static int read_line(struct page_facts *f, struct names *names, size_t i)
{
        const struct block *b = &f->blocks->blocks[i];
        const char *from = byline_in(b);

        if (is_label(b))
                return read_labelled(f, names, i);
        if (!from)
                return 0;
        return read_parted(f, names, b, from);
}

static int from_lines(struct page_facts *f, struct names *names)
{
        int r = 0;

        for (size_t i = 0; i < f->blocks->n && !r && !names->n; i++) {
                if (byline_is_near(f, i))
                        r = read_line(f, names, i);
        }
        return r;
}

/* "TNX": a desk or an agency, by its letters. */
static bool is_code(const char *name)
{
        size_t size = strlen(name);

        if (byline_is_agency(name))
                return false;
        for (const char *p = name; *p; p++) {
                if (letter_kind_of((unsigned char)*p) != LETTER_UPPER)
                        return false;
        }
        return size <= CODE_BYTES_MAX;
}

/* "yas! Ada Strand", "Ada Strand / TNX": beside a person, what has no capital is none, nor what
 * has nothing else. */
static void drop_small(struct names *names)
{
        bool known = false;
        size_t n = 0;

        for (size_t i = 0; i < names->n; i++)
                known |= byline_is_known(names->names[i]);
        for (size_t i = 0; i < names->n; i++) {
                if (!known ||
                    (letter_kind_of((unsigned char)names->names[i][0]) != LETTER_LOWER &&
                     !is_code(names->names[i])))
                        names->names[n++] = names->names[i];
        }
        names->n = n;
}

int page_byline_find(struct page_facts *f, struct names *names)
{
        int r = from_lines(f, names);

        drop_small(names);
        return r;
}

int page_author_element_find(struct page_facts *f, struct names *names)
{
        int r = byline_from_markup(f, names);

        drop_small(names);
        return r;
}

/* "About the author", and then her name, or "Ada Strand is a reporter." */
static bool is_box_label(const struct block *b)
{
        return is_label(b) ||
               (b->words <= 4 && byline_starts(b->text, b->size, "About the auth")) ||
               (b->words <= 4 && byline_starts(b->text, b->size, "About the writ"));
}

static bool says_posted(const struct block *b)
{
        const char *text = behind_dashes(b->text, b->size);

        return is_posted_by(text, (size_t)(b->text + b->size - text));
}

static int read_box(struct page_facts *f, struct names *names, size_t i)
{
        const struct block *b = &f->blocks->blocks[i];
        struct names found = { 0 };
        int r = 0;

        if (says_posted(b) && byline_in(b) && b->words <= BY_WORDS_MAX)
                r = read_line(f, &found, i);
        else if (is_box_label(b))
                r = read_labelled(f, &found, i);
        if (!r && found.n && byline_is_likely(found.names[0]))
                *names = found;
        return r;
}

int page_author_box_find(struct page_facts *f, struct names *names)
{
        int r = byline_from_links_behind(f, names);

        for (size_t i = 0; i < f->blocks->n && !r && !names->n; i++) {
                if (!(f->blocks->blocks[i].evidence & (EVIDENCE_RELATED | EVIDENCE_COMMENT)))
                        r = read_box(f, names, i);
        }
        return r;
}
