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
        BYLINE_BYTES_MAX = 200,
        NAME_WORDS_MAX = 5,
        CODE_BYTES_MAX = 4,
        BY_WORDS_MAX = 14,
        DATED_BY_WORDS_MAX = 30,
        STOPPED_BY_WORDS_MAX = 5, /* "By Ada Strand." */
        BARE_BLOCKS = 5,          /* how far below the headline a bare name may stand */
        NAMES_SHARE_MIN = 60,     /* percent of the line that they are */
};

static bool is_blank_or_colon(char c)
{
        return c == ' ' || c == ':';
}

static bool starts_with(const char *text, size_t size, const char *words)
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
        if (!starts_with(text, size, "by") || size < 4 || !is_blank_or_colon(text[2]))
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

static bool holds_date(const char *text, size_t size)
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
                if (starts_with(text, size, heads[i]))
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
        return starts_with(text, size, "by the ") || text[size - 1] == ':';
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
                if (starts_with(text, size, heads[i]))
                        p += strlen(heads[i]);
        }
        return p == end ? text : p;
}

/* Where the block's by-line begins, NULL when it is none. */
static const char *byline_in(const struct block *b)
{
        const char *text = behind_dashes(b->text, b->size);
        size_t size = (size_t)(b->text + b->size - text);

        if (size > BYLINE_BYTES_MAX || b->heading == 1 ||
            b->context & (IN_FIGURE | IN_CAPTION | IN_NAVIGATION))
                return NULL;
        if (b->stop && b->words > STOPPED_BY_WORDS_MAX && !holds_date(text, size))
                return NULL;
        if (is_by(text, size, b->words <= 3 && !is_headed_so(text, size)) &&
            (b->words <= BY_WORDS_MAX ||
             (b->words <= DATED_BY_WORDS_MAX && holds_date(text, size))))
                return text;
        if (b->line_end && b->words <= BY_WORDS_MAX &&
            is_by(text + b->line_end + 1, size - b->line_end - 1, false))
                return text + b->line_end + 1;
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
                if (size == strlen(labels[i]) && starts_with(b->text, size, labels[i]))
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
        char text[BYLINE_BYTES_MAX + 8];
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

static char *text_of_block(const struct page_facts *f, const struct block *b)
{
        return arena_copy(f->doc->arena, b->text, b->size);
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

/* A name beside a date in one line ("7 March 2022 • Ada Strand in Boats"), 0 without one. */
static int read_beside_date(struct page_facts *f, struct names *names, const struct block *b)
{
        struct names found = { 0 };
        struct date date;
        const char *rest = b->text;
        size_t size;
        int r;

        if (!date_read(b->text, b->size, DATE_MONTH_FIRST, &date))
                return 0;
        size = date.start;
        if (b->size - date.end > size) {
                rest = b->text + date.end;
                size = b->size - date.end;
        }
        while (size && !letter_is_word(letter_kind_of((unsigned char)*rest)) &&
               !(*rest & 0x80)) {
                rest++;
                size--;
        }
        for (unsigned n; size; rest += n, size -= n) { /* bullets beyond ASCII */
                enum letter_kind kind = letter_kind_at(rest, rest + size, &n);

                if (letter_is_word(kind))
                        break;
        }
        r = byline_read(f->doc->arena, &found, rest, size);
        if (!r && names_are_likely(&found))
                *names = found;
        return r;
}

/* "Ada Strand, Bo Vik and Cy Holm, The Sound Post": names of two persons or more, and little
 * else. */
static int read_several(struct page_facts *f, struct names *names, const struct block *b)
{
        struct names found = { 0 };
        size_t bytes = 0;
        int r;

        if (b->stop || b->heading)
                return read_beside_date(f, names, b);
        r = byline_read(f->doc->arena, &found, b->text, b->size);
        for (size_t i = 0; i < found.n; i++)
                bytes += byline_is_known(found.names[i]) ? strlen(found.names[i]) : 0;
        if (r || found.n < 2 || bytes * 100 < b->size * NAMES_SHARE_MIN)
                return r ? r : read_beside_date(f, names, b);
        *names = found;
        return 0;
}

static bool is_beside_date(const struct page_facts *f, size_t i)
{
        for (size_t k = i ? i - 1 : 0; k <= i + 1 && k < f->blocks->n; k++) {
                const struct block *b = &f->blocks->blocks[k];

                if (k != i && b->size <= BYLINE_BYTES_MAX && b->words <= BY_WORDS_MAX &&
                    holds_date(b->text, b->size))
                        return true;
        }
        return false;
}

static bool is_before_biography(const struct page_facts *f, size_t i)
{
        return i + 1 < f->blocks->n &&
               f->blocks->blocks[i + 1].evidence & (EVIDENCE_BYLINE | EVIDENCE_BIOGRAPHY);
}

/* "Ada Strand's boat is stolen": whom the headline speaks of; not "Ada Strand: My winter". */
static bool is_subject(const struct page_facts *f, const char *name)
{
        const char *title = f->doc->x->title;
        const char *at = title ? strstr(title, name) : NULL;

        return at && at[strlen(name)] != ':';
}

/* "Ada Strand<br>Special to The Sound Post": the first line of a longer block. */
static struct block first_line(const struct block *b)
{
        struct block line = *b;

        if (!b->line_end || b->words <= NAME_WORDS_MAX || b->words > BY_WORDS_MAX)
                return line;
        line.size = b->line_end;
        line.words = 1;
        for (size_t i = 0; i < line.size; i++)
                line.words += line.text[i] == ' ';
        return line;
}

/* A line that is a name and nothing else. */
static int read_bare(struct page_facts *f, struct names *names, size_t i)
{
        const struct block line = first_line(&f->blocks->blocks[i]), *b = &line;
        struct names found = { 0 };
        bool marked;
        char *text;
        int r;

        if (b->heading == 1 || b->words > BY_WORDS_MAX || b->size > BYLINE_BYTES_MAX ||
            b->context & (IN_FIGURE | IN_CAPTION | IN_NAVIGATION | IN_FORM) || byline_in(b))
                return 0;
        if (b->words > NAME_WORDS_MAX)
                return read_several(f, names, b);
        text = text_of_block(f, b);
        if (!text)
                return -ENOMEM;
        r = byline_read(f->doc->arena, &found, text, b->size);
        if (r || !found.n)
                return r;
        marked = b->evidence & EVIDENCE_BYLINE || b->strong_bytes * 2 > b->size ||
                 is_beside_date(f, i) || is_before_biography(f, i) ||
                 (i + 1 < f->blocks->n && line_is_role(&f->blocks->blocks[i + 1]));
        if (starts_with(text, b->size, found.names[0]) &&
            (byline_is_agency(found.names[0]) ||
             (marked && !(b->evidence & EVIDENCE_CAPTION) && names_are_likely(&found) &&
              !is_subject(f, found.names[0]))))
                *names = found;
        else
                return read_beside_date(f, names, b);
        return 0;
}

int page_bare_name_find(struct page_facts *f, struct names *names)
{
        size_t heading = byline_heading(f), from, end;
        int r = 0;

        page_near(f, &from, &end);
        if (heading < f->blocks->n && heading + 1 > from)
                from = heading + 1;
        for (size_t i = from; i < f->blocks->n && i < from + BARE_BLOCKS && !r && !names->n;
             i++)
                r = byline_is_near(f, i) ? read_bare(f, names, i) : 0;
        if (!r && !names->n && heading > 0 && heading < f->blocks->n)
                r = read_beside_date(f, names, &f->blocks->blocks[heading - 1]);
        return r;
}

/* "About the author", and then her name, or "Ada Strand is a reporter." */
static bool is_box_label(const struct block *b)
{
        return is_label(b) ||
               (b->words <= 4 && starts_with(b->text, b->size, "About the auth")) ||
               (b->words <= 4 && starts_with(b->text, b->size, "About the writ"));
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
