/* page_bare_names - names in lines that do not say "by", below the headline
 *
 * Such a line may name whom the article is about, or who is in the picture. So something has to
 * mark it: a date beside it, what she is, her outlet or her address behind her name.
 */
#include <errno.h>
#include <string.h>

#include "base/ascii.h"
#include "base/macros.h"
#include "workers/text/byline_names.h"
#include "workers/text/dates.h"
#include "workers/text/letters.h"
#include "workers/text/page_bylines.h"
#include "workers/text/page_bylines_read.h"
#include "workers/text/page_lines.h"

enum {
        BARE_BLOCKS = 5,      /* how far below the headline a bare name may stand */
        NAMES_SHARE_MIN = 60, /* percent of the line that they are */
        TOLD_WORDS_MAX = 10,  /* a name and what she is */
        MINUTES_WORDS_MAX = 4,
};

static char *text_of_block(const struct page_facts *f, const struct block *b)
{
        return arena_copy(f->doc->arena, b->text, b->size);
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

                if (k != i && b->size <= BY_BYTES_MAX && b->words <= BY_WORDS_MAX &&
                    byline_holds_date(b->text, b->size))
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

/* "5 min read", "Follow" */
static bool stands_below_names(const struct block *b)
{
        return (b->words <= MINUTES_WORDS_MAX && ascii_is_digit(*b->text) &&
                memmem(b->text, b->size, " min", 4)) ||
               (b->size == strlen("Follow") && byline_starts(b->text, b->size, "Follow"));
}

static bool holds(struct piece s, const char *word)
{
        size_t n = strlen(word);

        for (; s.end - s.p >= (ptrdiff_t)n; s.p++) {
                if (strncasecmp(s.p, word, n) == 0)
                        return true;
        }
        return false;
}

/* Behind a name: what she is, her outlet, her address. A director may be whom it is about. */
static bool tells_who(const struct page_facts *f, struct piece rest)
{
        static const char *const roles[] = { "correspondent", "reporter",   "editor",  "writer",
                                             "columnist",     "journalist", "staff",   "news",
                                             "contributor",   "bureau",     "producer" };
        char *text;

        if (memchr(rest.p, '@', (size_t)(rest.end - rest.p)))
                return true;
        piece_trim(&rest);
        if (rest.p >= rest.end)
                return false;
        for (size_t i = 0; i < ARRAY_SIZE(roles); i++)
                if (holds(rest, roles[i]))
                        return true;
        text = arena_copy(f->doc->arena, rest.p, (size_t)(rest.end - rest.p));
        return text && page_is_site(f, text);
}

/* "Ada Strand, Harbour Editor", "ADA STRAND | THE SOUND POST", "Ada Strand @adastrand" */
static int read_told(struct page_facts *f, struct names *names, const struct block *b)
{
        struct names found = { 0 };
        const char *end = b->text + b->size;
        int r;

        if (b->stop || b->heading || b->words > TOLD_WORDS_MAX ||
            b->evidence & EVIDENCE_CAPTION)
                return 0;
        r = byline_read(f->doc->arena, &found, b->text, b->line_end ? b->line_end : b->size);
        if (r || found.n != 1 || !byline_is_known(found.names[0]) ||
            !byline_starts(b->text, b->size, found.names[0]) || is_subject(f, found.names[0]) ||
            !tells_who(f, (struct piece){ b->text + strlen(found.names[0]), end }))
                return r;
        *names = found;
        return 0;
}

/* A line that is a name and nothing else. */
static int read_bare(struct page_facts *f, struct names *names, size_t i)
{
        const struct block line = first_line(&f->blocks->blocks[i]), *b = &line;
        struct names found = { 0 };
        bool marked;
        char *text;
        int r;

        if (b->heading == 1 || b->words > BY_WORDS_MAX || b->size > BY_BYTES_MAX ||
            b->context & (IN_FIGURE | IN_CAPTION | IN_NAVIGATION | IN_FORM) || byline_in(b))
                return 0;
        r = read_told(f, names, &f->blocks->blocks[i]);
        if (r || names->n)
                return r;
        if (b->words > NAME_WORDS_MAX)
                return read_several(f, names, b);
        text = text_of_block(f, b);
        if (!text)
                return -ENOMEM;
        r = byline_read(f->doc->arena, &found, text, b->size);
        if (r || !found.n)
                return r;
        if (found.n > 1)
                r = read_several(f, names, b);
        if (r || names->n)
                return r;
        marked = b->evidence & EVIDENCE_BYLINE || b->strong_bytes * 2 > b->size ||
                 is_beside_date(f, i) || is_before_biography(f, i) ||
                 (i + 1 < f->blocks->n && (line_is_role(&f->blocks->blocks[i + 1]) ||
                                           stands_below_names(&f->blocks->blocks[i + 1])));
        if (byline_starts(text, b->size, found.names[0]) &&
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
