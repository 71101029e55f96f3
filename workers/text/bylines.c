#include "workers/text/bylines.h"

#include <errno.h>
#include <string.h>

#include "workers/lexicon/lexicon.h"
#include "workers/text/letters.h"

extern const struct lexicon lexicon_byline_words;

enum {
        BYLINE_BYTES_MAX = 400,
        NAME_BYTES_MAX = 80,
        NAME_WORDS_MAX = 7,
        NAMES_MAX = 20,
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
        char folded[2 * 24 + 4];
        const char *start = p;
        unsigned n;

        while (p < end && letter_kind_at(p, end, &n) != LETTER_SPACE && *p != ':' && *p != ',')
                p += n;
        *ret_next = p;
        if (p == start || p - start > 24)
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
        bool digits, letters, address, none;
};

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
                w.roles += is(kind, "role") || is(kind, "head") || is(kind, "by");
                w.none |= is(kind, "none");
                w.letters |= letter_is_word(letter_kind_at(s.p, s.end, &n));
                for (p = s.p; p < next; p++) {
                        w.digits |= *p >= '0' && *p <= '9';
                        w.address |= *p == '@' || *p == '/' || *p == '_' || *p == '<';
                }
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
                    (p > s->p && (is(kind, "cut") || is(kind, "none") || dash ||
                                  (*p >= '0' && *p <= '9')))) {
                        s->end = p;
                        return;
                }
                p = skip_blank(next > p ? next : p + 1, s->end);
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
        cut_tail(&s);
        trim(&s);
        w = words_of(s);
        if (!w.n || w.n > NAME_WORDS_MAX || w.roles == w.n || w.address || w.none ||
            (!w.capitals && w.n > 2) || !w.letters || s.end - s.p > NAME_BYTES_MAX ||
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
        return w.n >= 2 && w.n <= 4 && w.capitals == w.n && !w.roles && !w.digits && !w.address;
}

/* The end of the piece at @p, and where the next starts: parted by ";", "|", "&", "and". */
static const char *piece_end(const char *p, const char *end, const char **ret_next)
{
        const char *start = p;

        while (p < end) {
                const char *next, *kind;

                if (*p == ';' || *p == '|' || *p == '&' || *p == '\n' || *p == '/' ||
                    (end - p >= 2 && memcmp(p, "•", 2) == 0)) {
                        *ret_next = p + 1;
                        return p;
                }
                kind = p == start || p[-1] == ' ' || p[-1] == '\n' ? word_kind(p, end, &next)
                                                                   : NULL;
                if (is(kind, "join") && p > start) {
                        *ret_next = next;
                        return p;
                }
                p++;
        }
        *ret_next = end;
        return end;
}

/* "A Name, B Name" is two names; "A Name, Political Editor" is one. */
static int add_listed(struct arena *arena, struct names *names, struct piece s)
{
        bool first = true, first_is_name = false;
        int r = 0;

        while (s.p < s.end && !r) {
                const char *comma = memchr(s.p, ',', (size_t)(s.end - s.p));
                struct piece part = { s.p, comma ? comma : s.end };

                if (first) {
                        struct piece head = part;

                        skip_head(&head);
                        first_is_name = is_plain_name(head);
                        r = add_name(arena, names, part);
                } else if (first_is_name && is_plain_name(part)) {
                        r = add_name(arena, names, part);
                }
                first = false;
                s.p = comma ? comma + 1 : s.end;
        }
        return r;
}

/* "Posted on Monday by Ada Strand": the name stands behind "by". */
static const char *behind_by(const char *text, const char *end)
{
        const char *next, *p = skip_blank(text, end);

        if (!is(word_kind(p, end, &next), "head"))
                return text;
        while (p < end) {
                if (is(word_kind(p, end, &next), "by"))
                        return next;
                p = skip_blank(next > p ? next : p + 1, end);
        }
        return text;
}

int byline_read(struct arena *arena, struct names *names, const char *text, size_t size)
{
        const char *end = text + size;
        int r = 0;

        if (size > BYLINE_BYTES_MAX || memmem(text, size, "://", 3))
                return 0;
        text = behind_by(text, end);
        while (text < end && !r) {
                const char *next, *stop = piece_end(text, end, &next);

                r = add_listed(arena, names, (struct piece){ text, stop });
                text = next;
        }
        return r;
}

bool byline_is_person(const char *name)
{
        return is_plain_name((struct piece){ name, name + strlen(name) });
}
