#include "workers/text/bylines.h"

#include <errno.h>
#include <string.h>

#include "workers/lexicon/lexicon.h"
#include "workers/text/letters.h"

extern const struct lexicon lexicon_byline_words;
extern const struct lexicon lexicon_first_names;
extern const struct lexicon lexicon_news_agencies;
extern const struct lexicon lexicon_org_heads;
extern const struct lexicon lexicon_surnames;
extern const struct lexicon lexicon_term_frequency;

enum {
        BYLINE_BYTES_MAX = 400,
        NAME_BYTES_MAX = 80,
        NAME_WORDS_MAX = 7,
        NAMES_MAX = 20,
        WORD_BYTES_MAX = 24,
        DEGREE_BYTES_MAX = 5,
        PREFIX_LETTERS_MAX = 4,
        ABBREVIATION_BYTES_MAX = 3,
};

struct piece {
        const char *p, *end;
};

static void trim(struct piece *s)
{
        unsigned n;

        while (s->p < s->end) {
                enum letter_kind kind = letter_kind_at(s->p, s->end, &n);

                if (letter_is_word(kind) || kind == LETTER_DIGIT)
                        break;
                s->p += n;
        }
        while (s->end > s->p) {
                unsigned char c = (unsigned char)s->end[-1];

                if (c >= 0x80 || letter_is_word(letter_kind_of(c)) ||
                    letter_kind_of(c) == LETTER_DIGIT || c == '.' || c == ')')
                        break;
                s->end--;
        }
}

/* What the word list says of the word at @p: "by", "role", "outlet", "join", "none"; NULL. */
static const char *word_kind(const char *p, const char *end, const char **ret_next)
{
        char folded[2 * WORD_BYTES_MAX + 4];
        const char *start = p;
        unsigned n;

        while (p < end && letter_kind_at(p, end, &n) != LETTER_SPACE && *p != ':' && *p != ',')
                p += n;
        *ret_next = p;
        if (p == start || p - start > WORD_BYTES_MAX)
                return NULL;
        return lexicon_find(&lexicon_byline_words, folded,
                            letter_fold(start, (size_t)(p - start), folded));
}

static bool is(const char *kind, const char *name)
{
        return kind && strcmp(kind, name) == 0;
}

static const char *skip_blank(const char *p, const char *end)
{
        unsigned n;

        while (p < end && (letter_kind_at(p, end, &n) == LETTER_SPACE || *p == ':'))
                p += n;
        return p;
}

/* "By", "Written by", "Posted by:", "Words:" */
static void skip_head(struct piece *s)
{
        s->p = skip_blank(s->p, s->end);
        for (int i = 0; i < 3; i++) {
                const char *next;
                const char *kind = word_kind(s->p, s->end, &next);

                if (!is(kind, "by") && !(is(kind, "head") && next < s->end))
                        return;
                s->p = skip_blank(next, s->end);
        }
}

struct words {
        size_t n, capitals, roles;
        bool digits, letters, address, none, joined;
};

/* "StrandNovember": two words that a page's style keeps apart; not "McDonald", "FitzGerald". */
static bool is_joined(const char *p, const char *end)
{
        size_t letters = 0;
        bool lower = false;
        unsigned n;

        for (; p < end; p += n, letters++) {
                enum letter_kind kind = letter_kind_at(p, end, &n);

                if (!letter_is_word(kind))
                        letters = 0;
                if (kind == LETTER_UPPER && lower && letters > PREFIX_LETTERS_MAX)
                        return true;
                lower = kind == LETTER_LOWER;
        }
        return false;
}

static struct words words_of(struct piece s)
{
        struct words w = { 0 };

        while (s.p < s.end) {
                const char *next, *p;
                const char *kind;
                unsigned n;

                s.p = skip_blank(s.p, s.end);
                if (s.p >= s.end)
                        break;
                kind = word_kind(s.p, s.end, &next);
                w.n++;
                w.capitals += letter_kind_at(s.p, s.end, &n) == LETTER_UPPER ||
                              letter_kind_at(s.p, s.end, &n) == LETTER_OTHER;
                w.roles +=
                        is(kind, "role") || (w.n == 1 && (is(kind, "head") || is(kind, "by")));
                w.none |= is(kind, "none");
                w.letters |= letter_is_word(letter_kind_at(s.p, s.end, &n));
                for (p = s.p; p < next; p++) {
                        w.digits |= *p >= '0' && *p <= '9';
                        w.address |=
                                *p == '@' || *p == '/' || *p == '_' || *p == '<' || *p == ':';
                }
                w.joined |= is_joined(s.p, next);
                w.address |= next < s.end && *next == ':';
                s.p = next > s.p ? next : s.p + 1;
        }
        return w;
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

/* Cuts "Jane Doe for The Paper", "Jane Doe in London", "Jane Doe - Reuters". */
static void cut_tail(struct piece *s)
{
        const char *p = s->p;

        while (p < s->end) {
                const char *next, *kind = word_kind(p, s->end, &next);
                bool dash = next - p == 1 && *p == '-';

                dash |= next - p == 3 && (memcmp(p, "–", 3) == 0 || memcmp(p, "—", 3) == 0);
                dash |= next - p == 2 && memcmp(p, "·", 2) == 0;
                dash |= *p == '@';
                if ((is(kind, "month") && number_follows(next, s->end)) ||
                    (p > s->p && ((is(kind, "head") && next[-1] == 'd') || is(kind, "cut") ||
                                  is(kind, "none") || is(kind, "other") || dash ||
                                  (*p >= '0' && *p <= '9')))) {
                        s->end = p;
                        return;
                }
                p = skip_blank(next > p ? next : p + 1, s->end);
        }
}

static bool is_capitals(const char *p, const char *end)
{
        size_t letters = 0;
        unsigned n;

        for (; p < end; p += n) {
                enum letter_kind kind = letter_kind_at(p, end, &n);

                if (kind == LETTER_LOWER)
                        return false;
                letters += kind == LETTER_UPPER;
        }
        return letters > 1;
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
                degree = is(word_kind(last, s->end, &next), "degree") && next == s->end;
                capitals = is_capitals(last, s->end) && s->end - last <= DEGREE_BYTES_MAX &&
                           !is_roman(last, (size_t)(s->end - last)) && !is_capitals(s->p, last);
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
        cut_tail(&s);
        trim(&s);
        cut_degree(&s);
        cut_stop(&s);
        w = words_of(s);
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

/* Two or three capital words, none of them a role: a name beside another. */
static bool is_plain_name(struct piece s)
{
        struct words w;

        trim(&s);
        w = words_of(s);
        return w.n >= 2 && w.n <= 4 && w.capitals == w.n && !w.roles && !w.digits &&
               !w.address && !w.joined;
}

/* Is a word of the name in the list? Of the last words alone, with @last. */
static bool has_word(struct piece s, const struct lexicon *list, bool last)
{
        while (s.p < s.end) {
                char folded[2 * WORD_BYTES_MAX + 4];
                const char *start = s.p = skip_blank(s.p, s.end);
                unsigned n;

                while (s.p < s.end && letter_kind_at(s.p, s.end, &n) != LETTER_SPACE)
                        s.p += n;
                if (s.p > start && s.p - start <= WORD_BYTES_MAX && (!last || s.p == s.end) &&
                    lexicon_find(list, folded,
                                 letter_fold(start, (size_t)(s.p - start), folded)))
                        return true;
        }
        return false;
}

static bool is_agency(struct piece s)
{
        char folded[2 * NAME_BYTES_MAX + 4];

        return s.end > s.p && s.end - s.p <= NAME_BYTES_MAX &&
               lexicon_find(&lexicon_news_agencies, folded,
                            letter_fold(s.p, (size_t)(s.end - s.p), folded));
}

/* An agency, an outlet, a company: by its words. */
static bool is_body(struct piece s)
{
        const char *next;

        trim(&s);
        return is_agency(s) || has_word(s, &lexicon_org_heads, true) ||
               is(word_kind(s.p, s.end, &next), "article") || words_of(s).roles;
}

/* A plain name that begins with a given name or ends in a family name. */
static bool is_known(struct piece s)
{
        const char *first, *last;

        trim(&s);
        if (!is_plain_name(s) || is_body(s))
                return false;
        first = memchr(s.p, ' ', (size_t)(s.end - s.p));
        last = memrchr(s.p, ' ', (size_t)(s.end - s.p));
        if (!first) /* parted by something else than a space */
                return false;
        if (is_capitals(s.p, first) && first - s.p < 4 && !is_capitals(last, s.end))
                return false; /* "AI Forum" */
        return has_word((struct piece){ s.p, first }, &lexicon_first_names, false) ||
               has_word((struct piece){ last, s.end }, &lexicon_surnames, false);
}

/* The same, or no word of it is a common one. */
static bool is_likely(struct piece s)
{
        trim(&s);
        return is_known(s) || (is_plain_name(s) && !is_body(s) &&
                               !has_word(s, &lexicon_term_frequency, false));
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
                kind = p == start || p[-1] == ' ' || p[-1] == '\n' ? word_kind(p, end, &next)
                                                                   : NULL;
                if (is(kind, "join") && p > start) {
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
};

/* Does the piece hold "photos", "edited", and so on? */
static bool names_others(struct piece s)
{
        while (s.p < s.end) {
                const char *next, *kind = word_kind(s.p, s.end, &next);

                if (is(kind, "other"))
                        return true;
                s.p = skip_blank(next > s.p ? next : s.p + 1, s.end);
        }
        return false;
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
                        struct piece head = part;

                        skip_head(&head);
                        first_is_name = is_plain_name(head);
                        first_is_known = is_known(head);
                        r = add_name(l->arena, l->names, part);
                } else if (first_is_name && is_plain_name(part) && !is_body(part) &&
                           is_known(part) >= first_is_known) {
                        r = add_name(l->arena, l->names, part);
                } else {
                        l->titled = true;
                }
                first = false;
                s.p = comma ? comma + 1 : s.end;
        }
        return r;
}

/* "Photos by Bo Vik", "Edited by Cy Holm": not authors, up to the next head or the end. "Story
 * and photos by Bo Vik" are all Bo Vik's. */
static int add_piece(struct line *l, struct piece s, enum mark before)
{
        struct piece head = { skip_blank(s.p, s.end), s.end };
        const char *next, *kind = word_kind(head.p, head.end, &next);
        bool had_names = l->names->n > 0;
        int r = 0;

        if (is(kind, "other")) {
                l->others = had_names || before == MARK_NONE;
                if (!l->others) { /* "Story and photos by" */
                        while (head.p < head.end && !is(kind, "by")) {
                                head.p =
                                        skip_blank(next > head.p ? next : head.p + 1, head.end);
                                kind = word_kind(head.p, head.end, &next);
                        }
                        return add_listed(l, head);
                }
        } else if (is(kind, "head") || is(kind, "by")) {
                l->others = false;
        }
        if (l->others ||
            (before == MARK_BAR && !is_known(s) && !is(kind, "by") && !is(kind, "head")) ||
            (before == MARK_JOIN && l->titled && !is_known(s)))
                return 0;
        l->titled = false;
        r = add_listed(l, s);
        l->others = names_others(s);
        return r;
}

/* "Posted on Monday by Ada Strand": the name stands behind "by". */
static const char *behind_by(const char *text, const char *end)
{
        const char *next, *p = skip_blank(text, end);

        if (!is(word_kind(p, end, &next), "head"))
                return text;
        while (p < end) {
                const char *kind = word_kind(p, end, &next);

                if (is(kind, "by"))
                        return next;
                if (is(kind, "other"))
                        return text;
                p = skip_blank(next > p ? next : p + 1, end);
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

static struct piece piece_of(const char *name)
{
        return (struct piece){ name, name + strlen(name) };
}

bool byline_is_person(const char *name)
{
        return is_plain_name(piece_of(name));
}

bool byline_is_known(const char *name)
{
        return is_known(piece_of(name));
}

bool byline_is_likely(const char *name)
{
        return is_likely(piece_of(name));
}

bool byline_is_body(const char *name)
{
        return is_body(piece_of(name));
}

bool byline_is_agency(const char *name)
{
        return is_agency(piece_of(name));
}
