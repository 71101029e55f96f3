#include "workers/text/byline_names.h"

#include "workers/lexicon/lexicon.h"
#include "workers/text/bylines.h"
#include "workers/text/letters.h"

extern const struct lexicon lexicon_byline_words;
extern const struct lexicon lexicon_first_names;
extern const struct lexicon lexicon_news_agencies;
extern const struct lexicon lexicon_org_heads;
extern const struct lexicon lexicon_surnames;
extern const struct lexicon lexicon_term_frequency;

enum {
        NAME_BYTES_MAX = 80,
        WORD_BYTES_MAX = 24,
        PREFIX_LETTERS_MAX = 4,
        STAFF_WORDS_MAX = 3,
};

void piece_trim(struct piece *s)
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

                if (c >= 0x80) {
                        const char *last = s->end - 1;

                        while (last > s->p && (*last & 0xc0) == 0x80)
                                last--;
                        if (letter_kind_at(last, s->end, &n) != LETTER_SYMBOL)
                                break;
                        s->end = last;
                        continue;
                }
                if (letter_is_word(letter_kind_of(c)) || letter_kind_of(c) == LETTER_DIGIT ||
                    c == '.' || c == ')')
                        break;
                s->end--;
        }
}

/* What the word list says of the word at @p: "by", "role", "outlet", "join", "none"; NULL. */
const char *piece_word_kind(const char *p, const char *end, const char **ret_next)
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

const char *piece_skip_blank(const char *p, const char *end)
{
        unsigned n;

        while (p < end && (letter_kind_at(p, end, &n) == LETTER_SPACE || *p == ':'))
                p += n;
        return p;
}

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

/* The dot of "harbour.example", not of "J. Strand" or "J.K." */
static bool is_host_dot(const char *p, const char *end)
{
        return *p == '.' && p + 1 < end && letter_kind_of((unsigned char)p[1]) == LETTER_LOWER;
}

struct words piece_words(struct piece s)
{
        struct words w = { 0 };

        while (s.p < s.end) {
                const char *next, *p;
                const char *kind;
                unsigned n;

                s.p = piece_skip_blank(s.p, s.end);
                if (s.p >= s.end)
                        break;
                kind = piece_word_kind(s.p, s.end, &next);
                w.n++;
                /* "van", "der", "de": small words of a name, between others */
                w.particles += w.n > 1 && next < s.end && kind_is(kind, "particle") &&
                               letter_kind_at(s.p, s.end, &n) == LETTER_LOWER;
                w.capitals += letter_kind_at(s.p, s.end, &n) == LETTER_UPPER ||
                              letter_kind_at(s.p, s.end, &n) == LETTER_OTHER;
                w.roles += kind_is(kind, "role") ||
                           (w.n == 1 && (kind_is(kind, "head") || kind_is(kind, "by")));
                w.none |= kind_is(kind, "none");
                w.letters |= letter_is_word(letter_kind_at(s.p, s.end, &n));
                for (p = s.p; p < next; p++) {
                        w.digits |= *p >= '0' && *p <= '9';
                        w.address |=
                                *p == '@' || *p == '/' || *p == '_' || *p == '<' || *p == ':';
                        w.host |= is_host_dot(p, next);
                }
                w.joined |= is_joined(s.p, next);
                w.address |= next < s.end && *next == ':';
                s.p = next > s.p ? next : s.p + 1;
        }
        return w;
}

bool piece_is_capitals(const char *p, const char *end)
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

/* Two to four capital words, none of them a role: a name beside another. */
bool piece_is_plain(struct piece s)
{
        struct words w;
        const char *next;

        piece_trim(&s);
        w = piece_words(s);
        return w.n - w.particles >= 2 && w.n - w.particles <= 4 &&
               w.capitals + w.particles == w.n && !w.roles && !w.digits && !w.address &&
               !w.host && !w.joined && !kind_is(piece_word_kind(s.p, s.end, &next), "cut");
}

/* Is a word of the name in the list? Of the last words alone, with @last. */
static bool has_word(struct piece s, const struct lexicon *list, bool last)
{
        while (s.p < s.end) {
                char folded[2 * WORD_BYTES_MAX + 4];
                const char *start = s.p = piece_skip_blank(s.p, s.end);
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

bool piece_is_agency(struct piece s)
{
        char folded[2 * NAME_BYTES_MAX + 4];

        return s.end > s.p && s.end - s.p <= NAME_BYTES_MAX &&
               lexicon_find(&lexicon_news_agencies, folded,
                            letter_fold(s.p, (size_t)(s.end - s.p), folded));
}

/* An agency, an outlet, a company: by its words. */
bool piece_is_body(struct piece s)
{
        const char *next;

        piece_trim(&s);
        return piece_is_agency(s) || has_word(s, &lexicon_org_heads, true) ||
               kind_is(piece_word_kind(s.p, s.end, &next), "article") || piece_words(s).roles;
}

/* A plain name that begins with a given name or ends in a family name. */
bool piece_is_known(struct piece s)
{
        const char *first, *last;

        piece_trim(&s);
        if (!piece_is_plain(s) || piece_is_body(s))
                return false;
        first = memchr(s.p, ' ', (size_t)(s.end - s.p));
        last = memrchr(s.p, ' ', (size_t)(s.end - s.p));
        if (!first) /* parted by something else than a space */
                return false;
        if (piece_is_capitals(s.p, first) && first - s.p < 4 && !piece_is_capitals(last, s.end))
                return false; /* "AI Forum" */
        return has_word((struct piece){ s.p, first }, &lexicon_first_names, false) ||
               (has_word((struct piece){ last, s.end }, &lexicon_surnames, false) &&
                !has_word((struct piece){ last, s.end }, &lexicon_term_frequency, false));
}

/* The same, or no word of it is a common one. */
bool piece_is_likely(struct piece s)
{
        piece_trim(&s);
        return piece_is_known(s) || (piece_is_plain(s) && !piece_is_body(s) &&
                                     !has_word(s, &lexicon_term_frequency, false));
}

static struct piece piece_of(const char *name)
{
        return (struct piece){ name, name + strlen(name) };
}

bool byline_is_person(const char *name)
{
        return piece_is_plain(piece_of(name));
}

bool byline_is_known(const char *name)
{
        return piece_is_known(piece_of(name));
}

bool byline_is_likely(const char *name)
{
        return piece_is_likely(piece_of(name));
}

bool byline_is_body(const char *name)
{
        return piece_is_body(piece_of(name));
}

bool byline_is_agency(const char *name)
{
        return piece_is_agency(piece_of(name));
}

bool byline_is_staff(const char *name)
{
        struct piece s = piece_of(name);
        struct words w = piece_words(s);

        return w.n > 0 && w.n <= STAFF_WORDS_MAX && w.roles == w.n;
}
