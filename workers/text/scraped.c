/* scraped - lines in, boilerplate off
 *
 * The text is cut into lines with what is known of each; then each rule marks lines as dropped,
 * or as what they tell (title, date, author). A rule that cuts a whole tail acts only where
 * most of the text lies before it: a paragraph lost is worse than a share line kept.
 */
#include "workers/text/scraped.h"

#include <errno.h>
#include <string.h>

#include "workers/lexicon/lexicon.h"
#include "workers/text/bylines.h"
#include "workers/text/hovers.h"
#include "workers/text/letters.h"
#include "workers/text/paragraphs.h"
#include "workers/text/scraped_lines.h"

extern const struct lexicon lexicon_organizations, lexicon_places;

enum {
        LINES_MAX = 200000, /* of more lines the rest is taken as it is */
        TITLE_BYTES_MAX = 300,
        TITLE_WORDS_MAX = 30,
        TITLE_WORDS_MIN = 3,    /* fewer are a name or an outlet */
        HEADLINE_WORDS_MIN = 6, /* fewer are a heading */
        CAPS_SHARE_MAX = 20,    /* percent of the text in such lines */
        OUTLET_WORDS_MAX = 5,
        NAME_BYTES_MAX = 200,
        NAMES_WORDS_MAX = 14,
        TAIL_SHARE_MIN = 50, /* percent of the text before a tail that is cut */
};

static bool ends_sentence(const char *start, const char *end)
{
        while (end > start) {
                if (end - start >= 3 &&
                    (memcmp(end - 3, "”", 3) == 0 || memcmp(end - 3, "’", 3) == 0)) {
                        end -= 3;
                        continue;
                }
                if (end - start >= 3 && memcmp(end - 3, "…", 3) == 0)
                        return true;
                if (end[-1] != '"' && end[-1] != '\'' && end[-1] != ')' && end[-1] != ' ')
                        break;
                end--;
        }
        return end > start && (strchr(".!?:;,", end[-1]) != NULL);
}

static void measure(struct line *l)
{
        const char *p = l->p, *end = p + l->size;
        bool space = true, capitals = false, small = false;
        unsigned n;

        while (p < end) {
                enum letter_kind kind = letter_kind_at(p, end, &n);

                capitals |= kind == LETTER_UPPER;
                small |= kind == LETTER_LOWER || kind == LETTER_OTHER;
                if (kind != LETTER_SPACE && space)
                        l->words++;
                space = kind == LETTER_SPACE;
                p += n;
        }
        l->caps = capitals && !small;
        l->stop = ends_sentence(l->p, end);
        l->lower = l->size && letter_kind_at(l->p, end, &n) == LETTER_LOWER;
}

static void trim(const char **start, const char **end)
{
        unsigned n;

        while (*start < *end && letter_kind_at(*start, *end, &n) == LETTER_SPACE)
                *start += n;
        while (*end > *start && memchr(" \t\r\v\f", (*end)[-1], 5))
                (*end)--;
}

static int drop_hovers(struct document *doc, struct line *l)
{
        char *kept;

        if (!memmem(l->p, l->size, " MORE", 5))
                return 0;
        kept = arena_alloc(doc->arena, l->size);
        if (!kept)
                return -ENOMEM;
        l->size = hovers_drop(l->p, l->size, kept);
        l->p = kept;
        return 0;
}

static int read_lines(struct scraped *s, const char *p, const char *end)
{
        bool blank = true;

        while (p < end) {
                const char *stop = memchr(p, '\n', (size_t)(end - p)), *start = p;
                struct line *l;

                if (!stop || s->n == LINES_MAX)
                        stop = end;
                p = stop < end ? stop + 1 : end;
                trim(&start, &stop);
                if (start == stop) {
                        blank = true;
                        continue;
                }
                l = arena_push(s->doc->arena, &s->lines, &s->n, sizeof(*l));
                if (!l)
                        return -ENOMEM;
                l->p = start;
                l->size = (size_t)(stop - start);
                if (drop_hovers(s->doc, l))
                        return -ENOMEM;
                l->before = s->bytes;
                l->blank_before = blank;
                blank = false;
                s->bytes += l->size;
                measure(l);
                l->furniture = furniture_of(l->p, l->size);
                if (!l->furniture && furniture_is_form(l->p, l->size))
                        l->furniture = FURNITURE_LINE;
        }
        return 0;
}

/* Are the lines broken at a width? Then most that another follows in the same block are about
 * equally long and end within a sentence. */
static void find_wrapping(struct scraped *s)
{
        size_t inner = 0, open = 0;

        for (size_t i = 0; i + 1 < s->n; i++) {
                if (s->lines[i + 1].blank_before)
                        continue;
                inner++;
                open += s->lines[i].size >= 45 && s->lines[i].size <= 130 && !s->lines[i].stop;
        }
        s->wrapped = inner >= 3 && 2 * open > inner;
}

static bool goes_on(const struct scraped *s, size_t i)
{
        const struct line *l = &s->lines[i];

        if (!i || l->blank_before || l[-1].dropped)
                return false;
        return s->wrapped || (l->lower && !l[-1].stop && l[-1].words > 5);
}

static bool is_title(const char *title, const struct line *l)
{
        return title && letter_same_words(title, strlen(title), l->p, l->size);
}

/* A headline: short, not a sentence with a full stop, apart from what follows or much shorter.
 */
static bool looks_like_title(const struct scraped *s, size_t i)
{
        const struct line *l = &s->lines[i], *next = i + 1 < s->n ? l + 1 : NULL;
        char last = l->p[l->size - 1];

        if (!next || l->furniture || l->size > TITLE_BYTES_MAX || l->words > TITLE_WORDS_MAX ||
            l->words < TITLE_WORDS_MIN || l->lower)
                return false;
        if (last == '-' || last == '_' ||
            (l->size > 3 && (memcmp(l->p + l->size - 3, "–", 3) == 0 ||
                             memcmp(l->p + l->size - 3, "—", 3) == 0)))
                return false; /* a dateline that stands alone */
        if (l->stop && last != '?' && last != '!' && last != '"' && last != '\'' &&
            (unsigned char)last < 0x80)
                return false;
        if (l->stop && (last == '"' || (unsigned char)last >= 0x80) && l->words > 20)
                return false;
        if (s->wrapped && !next->blank_before)
                return false;
        return next->blank_before || next->size > 2 * l->size || next->words < 12;
}

static int take_title(struct scraped *s)
{
        struct extraction *x = s->doc->x;
        size_t most = s->n < HEAD_LINES_MAX ? s->n : HEAD_LINES_MAX;

        for (size_t i = 0; i < most; i++) {
                struct line *l = &s->lines[i];

                if (x->title && s->n > 1 && is_title(x->title, l))
                        l->dropped = true;
        }
        if (x->title || !s->n)
                return 0;
        for (size_t i = 0; i < most && !x->title; i++) {
                struct line *l = &s->lines[i];
                struct date date;

                if (l->furniture == FURNITURE_LINE || l->dropped ||
                    scraped_is_date_line(l, &date))
                        continue;
                if (!looks_like_title(s, i))
                        break;
                l->dropped = true;
                x->title = arena_copy(s->doc->arena, l->p, l->size);
                if (!x->title)
                        return -ENOMEM;
        }
        return 0;
}

/* The outlet's own name? */
static bool is_outlet(const struct scraped *s, const struct line *l)
{
        const char *source = s->doc->article->source;

        return source && letter_same_words(source, strlen(source), l->p, l->size);
}

/* "Sound Post News Network" of the Sound Post. */
static bool is_of_outlet(const struct scraped *s, const struct line *l)
{
        const char *source = s->doc->article->source;
        size_t n = source ? strlen(source) : 0;

        return n && l->words <= OUTLET_WORDS_MAX && !l->stop && l->size > n && l->p[n] == ' ' &&
               letter_same_words(source, n, l->p, n);
}

/* "Hong Kong", "White House": the label of a section. */
static bool is_listed(const char *name)
{
        char folded[NAME_BYTES_MAX];
        size_t n = strlen(name);

        if (2 * n >= sizeof(folded))
                return true;
        n = letter_fold(name, n, folded);
        return lexicon_find(&lexicon_places, folded, n) ||
               lexicon_find(&lexicon_organizations, folded, n);
}

/* Persons, and one of a known name. */
static bool are_people(const struct names *names)
{
        bool known = false;

        for (size_t i = 0; i < names->n; i++) {
                if (is_listed(names->names[i]))
                        return false;
                known |= byline_is_known(names->names[i]);
        }
        return known && names_are_persons(names);
}

/* "Ada Strand", and on the next line "Sound Post", at the head and without "by". */
static int take_outlet(struct scraped *s, struct names *ret)
{
        struct line *before = NULL;

        for (size_t i = 0; i < s->n && i < HEAD_LINES_MAX; i++) {
                struct line *l = &s->lines[i];
                struct names names = { 0 };
                int r = 0;

                if (is_paragraph(l))
                        break;
                if (l->dropped)
                        continue;
                if (!is_outlet(s, l) && !is_of_outlet(s, l)) {
                        before = l;
                        continue;
                }
                if (before && before->words <= NAMES_WORDS_MAX)
                        r = byline_read(s->doc->arena, &names, before->p, before->size);
                if (r)
                        return r;
                l->dropped |= is_outlet(s, l);
                if (are_people(&names)) {
                        before->dropped = l->dropped = true;
                        *ret = names;
                        return 0;
                }
                before = NULL;
        }
        return 0;
}

static int take_bylines(struct scraped *s)
{
        struct extraction *x = s->doc->x;
        struct names names = { 0 };
        int r = take_outlet(s, &names);

        for (size_t i = 0; i < s->n && i < HEAD_LINES_MAX && !r; i++) {
                struct line *l = &s->lines[i];

                if (is_paragraph(l))
                        break;
                if (l->furniture != FURNITURE_BYLINE || l->dropped)
                        continue;
                l->dropped = true;
                r = byline_read(s->doc->arena, &names, l->p, l->size);
        }
        if (!r && !x->n_authors && names.n) {
                x->authors = names.names;
                x->n_authors = names.n;
        }
        return r;
}

/* Drops the line and the short ones behind it. */
static void drop_section(struct scraped *s, size_t i)
{
        s->lines[i].dropped = true;
        for (i++; i < s->n && !is_paragraph(&s->lines[i]) && s->lines[i].words < 25; i++)
                s->lines[i].dropped = true;
}

/* Cuts what follows, where it is the end; inside the text it is a box of links. */
static void drop_tail(struct scraped *s, size_t i)
{
        bool is_end = 100 * s->lines[i].before >= TAIL_SHARE_MIN * s->bytes;

        if (!is_end) {
                drop_section(s, i);
                return;
        }
        for (; i < s->n; i++)
                s->lines[i].dropped = true;
}

static void drop_furniture(struct scraped *s)
{
        for (size_t i = 0; i < s->n; i++) {
                struct line *l = &s->lines[i];

                if (l->dropped)
                        continue;
                switch (l->furniture) {
                case FURNITURE_LINE:
                case FURNITURE_CREDIT: l->dropped = true; break;
                case FURNITURE_SECTION: drop_section(s, i); break;
                case FURNITURE_TAIL:
                case FURNITURE_ABOUT:
                        if (i)
                                drop_tail(s, i);
                        break;
                case FURNITURE_BYLINE:
                case FURNITURE_NONE: break;
                }
        }
}

static bool is_quoted(const struct line *l)
{
        static const char open[] = "\u201c", close[] = "\u201d";

        if (*l->p == '"')
                return memchr(l->p + 1, '"', l->size - 1) == l->p + l->size - 1;
        return l->size > 2 * strlen(open) && memcmp(l->p, open, strlen(open)) == 0 &&
               memmem(l->p, l->size, close, strlen(close)) == l->p + l->size - strlen(close);
}

/* "3. HOW TO GET THERE" */
static bool is_numbered(const struct line *l)
{
        size_t i = strspn(l->p, "0123456789");

        return i && i < l->size && (l->p[i] == '.' || l->p[i] == ')');
}

/* "HARBOUR BOARD TO DECIDE WHETHER FERRIES RUN" */
static bool is_loud(const struct line *l)
{
        return l->caps && !l->stop && l->words >= HEADLINE_WORDS_MIN &&
               l->words <= TITLE_WORDS_MAX && !is_quoted(l) && !is_numbered(l);
}

/* What stands in capitals between paragraphs is the headline of another story, unless much is
 * written so; the outlet's name is what a picture's credit left. */
static void drop_between(struct scraped *s)
{
        size_t caps = 0;

        for (size_t i = 0; i < s->n; i++)
                caps += s->lines[i].caps ? s->lines[i].size : 0;
        for (size_t i = 1; i + 1 < s->n; i++) {
                struct line *l = &s->lines[i];

                if (!is_paragraph(&l[-1]) || l[-1].p[l[-1].size - 1] == ':' || l[1].lower ||
                    !l->blank_before)
                        continue;
                l->dropped |= is_outlet(s, l) ||
                              (is_loud(l) && 100 * caps <= CAPS_SHARE_MAX * s->bytes);
        }
}

static int join_lines(struct scraped *s)
{
        struct paragraphs out;
        int r = paragraphs_start(&out, s->doc->arena, s->bytes, s->n);

        if (r)
                return r;
        for (size_t i = 0; i < s->n; i++) {
                const struct line *l = &s->lines[i];

                if (!l->dropped)
                        paragraphs_add(&out, l->p, l->size, goes_on(s, i));
        }
        paragraphs_end(&out, s->doc->x);
        s->doc->x->is_article = out.size > 0;
        return 0;
}

int scraped_read(struct document *doc, const char *text, size_t size)
{
        struct scraped s = { .doc = doc };
        int r = read_lines(&s, text, text + size);

        if (r)
                return r;
        if (s.n == 1) /* nothing stands around a single line: it is the text */
                return join_lines(&s);
        find_wrapping(&s);
        r = take_title(&s);
        if (!r) {
                drop_furniture(&s);
                drop_between(&s);
                r = scraped_take_dates(&s);
        }
        if (!r)
                r = take_bylines(&s);
        return r ? r : join_lines(&s);
}
