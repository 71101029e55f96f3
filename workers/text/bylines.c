#include "workers/text/bylines.h"

#include <errno.h>
#include <string.h>

#include "base/ascii.h"
#include "workers/text/byline_names.h"
#include "workers/text/letters.h"

enum {
        BYLINE_BYTES_MAX = 400,
        NAME_BYTES_MAX = 80,
        NAME_WORDS_MAX = 7,
        NAMES_MAX = 20,
        DEGREE_BYTES_MAX = 5,
        ABBREVIATION_BYTES_MAX = 3,
};

/* "By", "Written by", "Posted by:", "Words:" */
static void skip_head(struct piece *s)
{
        s->p = piece_skip_blank(s->p, s->end);
        for (int i = 0; i < 3; i++) {
                const char *next;
                const char *kind = piece_word_kind(s->p, s->end, &next);

                if (!kind_is(kind, "by") && !(kind_is(kind, "head") && next < s->end))
                        return;
                s->p = piece_skip_blank(next, s->end);
        }
}

/* "(Reuters)", "(@jane)": what stands in brackets behind a name. */
static void cut_brackets(struct piece *s)
{
        const char *open = memchr(s->p, '(', (size_t)(s->end - s->p));

        if (!open)
                open = memchr(s->p, '<', (size_t)(s->end - s->p));
        if (open)
                s->end = open;
}

static bool number_follows(const char *p, const char *end)
{
        while (p < end && (*p == ' ' || *p == '.'))
                p++;
        return p < end && *p >= '0' && *p <= '9';
}

static bool is_roman(const char *p, size_t size)
{
        return strspn(p, "IVX") >= size;
}

/* "Ada Strand PhD", "Ada Strand CPP": a qualification is no part of the name. Names that are
 * in capitals as a whole keep their last word. */
static void cut_degree(struct piece *s)
{
        for (;;) {
                const char *next, *last = s->end;
                bool degree, capitals;

                while (last > s->p && last[-1] != ' ')
                        last--;
                if (last == s->p)
                        return;
                degree = kind_is(piece_word_kind(last, s->end, &next), "degree") &&
                         next == s->end;
                capitals = piece_is_capitals(last, s->end) &&
                           s->end - last <= DEGREE_BYTES_MAX &&
                           !is_roman(last, (size_t)(s->end - last)) &&
                           !piece_is_capitals(s->p, last);
                if (!degree && !(capitals && memchr(s->p, ' ', (size_t)(last - 1 - s->p))))
                        return;
                s->end = last;
                while (s->end > s->p && (s->end[-1] == ' ' || s->end[-1] == ','))
                        s->end--;
        }
}

/* A full stop behind a word that is no abbreviation. */
static void cut_stop(struct piece *s)
{
        const char *space = s->end > s->p ? memrchr(s->p, ' ', (size_t)(s->end - s->p)) : NULL;
        const char *word = space ? space + 1 : s->p;

        if (s->end > word && s->end[-1] == '.' && s->end - 1 - word > ABBREVIATION_BYTES_MAX)
                s->end--;
}

static bool is_dash(const char *p, size_t size)
{
        return (size == 1 && *p == '-') ||
               (size == 3 && (memcmp(p, "–", 3) == 0 || memcmp(p, "—", 3) == 0)) ||
               (size == 2 && memcmp(p, "·", 2) == 0);
}

/* Cuts "Jane Doe for The Paper", "Jane Doe in London", "Jane Doe - Reuters", "Jane Doe
 * jdoe@example.org", "Jane Doe Staff Writer". */
static void cut_tail(struct piece *s)
{
        const char *p = s->p;

        while (p < s->end) {
                const char *next, *kind = piece_word_kind(p, s->end, &next);
                bool stranger = is_dash(p, (size_t)(next - p)) ||
                                memchr(p, '@', (size_t)(next - p)) || (*p >= '0' && *p <= '9');

                if ((kind_is(kind, "month") && number_follows(next, s->end)) ||
                    (p > s->p &&
                     ((kind_is(kind, "head") && next[-1] == 'd') || kind_is(kind, "cut") ||
                      kind_is(kind, "none") || kind_is(kind, "other") || stranger ||
                      (kind_is(kind, "role") && piece_is_known((struct piece){ s->p, p }))))) {
                        s->end = p;
                        return;
                }
                p = piece_skip_blank(next > p ? next : p + 1, s->end);
        }
}

/* "StrandPublished": a word that a page's style keeps apart from the name before it. */
static void cut_glued(struct piece *s)
{
        for (const char *p = s->p + 1; p < s->end; p++) {
                const char *next, *kind;

                if (*p < 'A' || *p > 'Z' || p[-1] < 'a' || p[-1] > 'z')
                        continue;
                kind = piece_word_kind(p, s->end, &next);
                if (kind_is(kind, "none") || kind_is(kind, "head") || kind_is(kind, "role")) {
                        s->end = p;
                        return;
                }
        }
}

/* "ADA STRAND Sound Post": a name in capitals ends where they do. */
static void cut_behind_capitals(struct piece *s)
{
        const char *p = s->p;
        size_t words = 0;

        while (p < s->end) {
                const char *next;

                (void)piece_word_kind(p, s->end, &next);
                if (next == p)
                        return;
                if (!piece_is_capitals(p, next)) {
                        if (words >= 2 && ascii_is_upper(*p) && next - p > 3)
                                s->end = p;
                        return;
                }
                words++;
                p = piece_skip_blank(next, s->end);
        }
}

static bool is_there(const struct names *names, const char *name)
{
        for (size_t i = 0; i < names->n; i++) {
                if (strcasecmp(names->names[i], name) == 0)
                        return true;
        }
        return false;
}

static char *copy_name(struct arena *arena, struct piece s)
{
        char *name = arena_alloc(arena, (size_t)(s.end - s.p) + 1), *at = name;
        bool space = false;
        unsigned n;

        for (const char *p = s.p; name && p < s.end; p += n) {
                bool blank = letter_kind_at(p, s.end, &n) == LETTER_SPACE;

                if (!blank && space)
                        *at++ = ' ';
                space = blank;
                if (!blank)
                        at = mempcpy(at, p, n);
        }
        return name;
}

static int add_name(struct arena *arena, struct names *names, struct piece s)
{
        struct words w;
        const char **slot;
        char *name;

        cut_brackets(&s);
        skip_head(&s);
        cut_glued(&s);
        cut_tail(&s);
        cut_behind_capitals(&s);
        piece_trim(&s);
        cut_degree(&s);
        cut_stop(&s);
        w = piece_words(s);
        if (!w.n || w.n > NAME_WORDS_MAX || w.roles == w.n || w.address || w.none ||
            (w.capitals * 2 < w.n && w.n > 2) || !w.letters || s.end - s.p > NAME_BYTES_MAX ||
            names->n >= NAMES_MAX)
                return 0;
        name = copy_name(arena, s);
        if (!name)
                return -ENOMEM;
        if (is_there(names, name))
                return 0;
        slot = arena_push(arena, &names->names, &names->n, sizeof(*slot));
        if (!slot)
                return -ENOMEM;
        *slot = name;
        return 0;
}

/* How the pieces of a line are parted. */
enum mark { MARK_NONE, MARK_LIST, MARK_JOIN, MARK_BAR };

static enum mark mark_at(const char *p, const char *end, unsigned *ret_size)
{
        static const struct {
                const char *text;
                enum mark mark;
        } marks[] = {
                { ";", MARK_LIST }, { "&", MARK_JOIN }, { "\n", MARK_LIST }, { "/", MARK_LIST },
                { "|", MARK_BAR },  { "•", MARK_BAR },  { "●", MARK_BAR },   { "⋅", MARK_BAR },
        };

        for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
                size_t n = strlen(marks[i].text);

                if ((size_t)(end - p) >= n && memcmp(p, marks[i].text, n) == 0) {
                        *ret_size = (unsigned)n;
                        return marks[i].mark;
                }
        }
        return MARK_NONE;
}

/* The end of the piece at @p, where the next starts, and how they are parted. */
static const char *piece_end(const char *p, const char *end, const char **ret_next,
                             enum mark *ret_mark)
{
        const char *start = p;

        while (p < end) {
                const char *next, *kind;
                unsigned n;

                *ret_mark = mark_at(p, end, &n);
                if (*ret_mark) {
                        *ret_next = p + n;
                        return p;
                }
                kind = p == start || p[-1] == ' ' || p[-1] == '\n'
                               ? piece_word_kind(p, end, &next)
                               : NULL;
                if (kind_is(kind, "join") && p > start) {
                        *ret_mark = MARK_JOIN;
                        *ret_next = next;
                        return p;
                }
                p++;
        }
        *ret_mark = MARK_NONE;
        *ret_next = end;
        return end;
}

/* What was read of a line so far. */
struct line {
        struct arena *arena;
        struct names *names;
        bool others; /* what follows is the work of others */
        bool titled; /* a function stood behind the last name */
        bool closed; /* and a comma behind it */
};

/* Does the piece hold "photos", "edited", and so on? */
static bool names_others(struct piece s)
{
        while (s.p < s.end) {
                const char *next, *kind = piece_word_kind(s.p, s.end, &next);

                if (kind_is(kind, "other"))
                        return true;
                s.p = piece_skip_blank(next > s.p ? next : s.p + 1, s.end);
        }
        return false;
}

/* "Ada Strand in Hull" */
static struct piece without_place(struct piece s)
{
        const char *in = memmem(s.p, (size_t)(s.end - s.p), " in ", 4);

        return (struct piece){ s.p, in ? in : s.end };
}

/* "Bo Vik" of "Bo Vik, Sound News": whose name stands behind "Ada Strand, Harbour Post, and".
 */
static struct piece first_of(struct piece s)
{
        const char *comma = memchr(s.p, ',', (size_t)(s.end - s.p));

        return (struct piece){ s.p, comma ? comma : s.end };
}

/* "A Name, B Name" is two names; "A Name, Political Editor" is one. */
static int add_listed(struct line *l, struct piece s)
{
        bool first = true, first_is_name = false, first_is_known = false;
        int r = 0;

        while (s.p < s.end && !r) {
                const char *comma = memchr(s.p, ',', (size_t)(s.end - s.p));
                struct piece part = { s.p, comma ? comma : s.end };

                if (first) {
                        struct piece head = without_place(part);

                        skip_head(&head);
                        first_is_name = piece_is_plain(head);
                        first_is_known = piece_is_known(head);
                        r = add_name(l->arena, l->names, part);
                } else if (first_is_name && piece_is_plain(without_place(part)) &&
                           !piece_is_body(part) &&
                           piece_is_known(without_place(part)) >= first_is_known) {
                        r = add_name(l->arena, l->names, part);
                } else {
                        l->titled = true;
                }
                first = false;
                s.p = comma ? comma + 1 : s.end;
        }
        return r;
}

/* "Ada Strand/Reuters" */
static bool is_agency(struct piece s)
{
        piece_trim(&s);
        return piece_is_agency(s);
}

/* "Sound Post Staff Writer", behind one name */
static bool is_desk(const struct line *l, struct piece s)
{
        piece_trim(&s);
        return l->names->n == 1 && piece_words(s).roles && !piece_is_known(s);
}

/* "Photos by Bo Vik", "Edited by Cy Holm": not authors, up to the next head or the end. "Story
 * and photos by Bo Vik" are all Bo Vik's. */
static int add_piece(struct line *l, struct piece s, enum mark before)
{
        struct piece head = { piece_skip_blank(s.p, s.end), s.end };
        const char *next, *kind = piece_word_kind(head.p, head.end, &next);
        bool had_names = l->names->n > 0;
        int r = 0;

        if (kind_is(kind, "other")) {
                l->others = had_names || before == MARK_NONE;
                if (!l->others) { /* "Story and photos by" */
                        while (head.p < head.end && !kind_is(kind, "by")) {
                                head.p = piece_skip_blank(next > head.p ? next : head.p + 1,
                                                          head.end);
                                kind = piece_word_kind(head.p, head.end, &next);
                        }
                        return add_listed(l, head);
                }
        } else if (kind_is(kind, "head") || kind_is(kind, "by")) {
                l->others = false;
        }
        if (l->others ||
            (before == MARK_LIST && had_names && (is_agency(s) || is_desk(l, s))) ||
            (before == MARK_BAR && !piece_is_known(s) && !kind_is(kind, "by") &&
             !kind_is(kind, "head")) ||
            (before == MARK_JOIN && l->titled && !piece_is_known(l->closed ? first_of(s) : s)))
                return 0;
        l->titled = false;
        r = add_listed(l, s);
        l->others = names_others(s);
        while (s.end > s.p && s.end[-1] == ' ')
                s.end--;
        l->closed = s.end > s.p && s.end[-1] == ',';
        return r;
}

bool byline_is_glued(const char *text, size_t size)
{
        const char *end = text + size;
        unsigned n;

        return size > 4 && strncasecmp(text, "by", 2) == 0 &&
               letter_kind_at(text + 2, end, &n) == LETTER_UPPER &&
               letter_kind_at(text + 2 + n, end, &n) == LETTER_LOWER;
}

/* "Posted on Monday by Ada Strand": the name stands behind "by". */
static const char *behind_by(const char *text, const char *end)
{
        const char *next, *p = piece_skip_blank(text, end);

        if (byline_is_glued(p, (size_t)(end - p)))
                return p + 2;
        if (!kind_is(piece_word_kind(p, end, &next), "head"))
                return text;
        while (p < end) {
                const char *kind = piece_word_kind(p, end, &next);

                if (kind_is(kind, "by"))
                        return next;
                if (kind_is(kind, "other"))
                        return text;
                p = piece_skip_blank(next > p ? next : p + 1, end);
        }
        return text;
}

int byline_read(struct arena *arena, struct names *names, const char *text, size_t size)
{
        struct names found = { 0 };
        struct line l = { .arena = arena, .names = &found };
        const char *end = text + size;
        enum mark before = MARK_NONE, mark;
        int r = 0;

        if (size > BYLINE_BYTES_MAX || memmem(text, size, "://", 3))
                return 0;
        text = behind_by(text, end);
        while (text < end && !r) {
                const char *next, *stop = piece_end(text, end, &next, &mark);

                r = add_piece(&l, (struct piece){ text, stop }, before);
                before = mark;
                text = next;
        }
        for (size_t i = 0; i < found.n && !r; i++) {
                const char **slot;

                if (is_there(names, found.names[i]) || names->n >= NAMES_MAX)
                        continue;
                slot = arena_push(arena, &names->names, &names->n, sizeof(*slot));
                if (slot)
                        *slot = found.names[i];
                else
                        r = -ENOMEM;
        }
        return r;
}

static bool names_are(const struct names *names, bool (*is)(const char *name))
{
        for (size_t i = 0; i < names->n; i++) {
                if (!is(names->names[i]))
                        return false;
        }
        return names->n > 0;
}

bool names_are_persons(const struct names *names)
{
        return names_are(names, byline_is_person);
}

bool names_are_known(const struct names *names)
{
        return names_are(names, byline_is_known);
}

bool names_are_likely(const struct names *names)
{
        return names_are(names, byline_is_likely);
}
