#include "workers/link/terms.h"

#include <errno.h>
#include <libstemmer.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>

#include "base/digest.h"
#include "base/utf8.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_countries, lexicon_demonyms, lexicon_term_frequency;

struct walk {
        struct sb_stemmer *stemmer;
        const char *at, *end;
        bool opens; /* a sentence may start at the next word */
};

static bool is_apostrophe(uint32_t point)
{
        return point == '\'' || point == 0x2019;
}

static bool is_mark(uint32_t point)
{
        return point == '.' || point == '!' || point == '?' || point == '\n' || point == ':' ||
               point == '"' || point == 0x201c || point == 0x201e || point == 0xab ||
               point == 0x2013 || point == 0x2014;
}

/* A separator inside a number ("13,200", "2.5") belongs to it when a digit follows. */
static bool joins_digits(const char *p, const char *end, uint32_t point)
{
        return (point == ',' || point == '.') && p + 1 < end && p[1] >= '0' && p[1] <= '9';
}

/* Folds the word at w->at into @out and moves behind it; gives the folded length. */
static size_t take_word(struct walk *w, struct term *term, const char *base, char *out)
{
        size_t n = 0;
        uint32_t point;
        unsigned length = utf8_decode(w->at, w->end, &point);

        term->start = (uint32_t)(w->at - base);
        term->capital = u_isupper((UChar32)point);
        term->number = u_isdigit((UChar32)point);
        while (w->at < w->end) {
                length = utf8_decode(w->at, w->end, &point);
                if (!u_isalnum((UChar32)point) &&
                    u_charType((UChar32)point) != U_NON_SPACING_MARK &&
                    !(term->number && joins_digits(w->at, w->end, point)))
                        break;
                if (n + 4 < TERM_BYTES_MAX && point != ',')
                        n += utf8_encode((uint32_t)u_tolower((UChar32)point), out + n);
                w->at += length;
        }
        term->end = (uint32_t)(w->at - base);
        return n;
}

/* "didn't" is did, "can't" is can, "won't" is will, as in "did not": the length without it, or
 * @n. */
static size_t without_negation(const struct walk *w, char *folded, size_t n)
{
        uint32_t point, next, behind = ' ';
        unsigned length, more;

        if (n < 2 || folded[n - 1] != 'n' || w->at >= w->end)
                return n;
        length = utf8_decode(w->at, w->end, &point);
        if (!is_apostrophe(point) || w->at + length >= w->end)
                return n;
        more = utf8_decode(w->at + length, w->end, &next);
        if (w->at + length + more < w->end)
                utf8_decode(w->at + length + more, w->end, &behind);
        if ((next != 't' && next != 'T') || u_isalpha((UChar32)behind))
                return n;
        if (n == 3 && memcmp(folded, "can", n) == 0)
                return n;
        if (n == 3 && memcmp(folded, "won", n) == 0) {
                memcpy(folded, "will", 4);
                return 4;
        }
        return n - 1;
}

/* "Lavrov's" is Lavrov: what follows an apostrophe inside a word goes. */
static void skip_clitic(struct walk *w)
{
        uint32_t point, next;
        unsigned length;

        if (w->at >= w->end)
                return;
        length = utf8_decode(w->at, w->end, &point);
        if (!is_apostrophe(point) || w->at + length >= w->end)
                return;
        utf8_decode(w->at + length, w->end, &next);
        if (!u_isalpha((UChar32)next))
                return;
        w->at += length;
        while (w->at < w->end) {
                length = utf8_decode(w->at, w->end, &point);
                if (!u_isalpha((UChar32)point))
                        return;
                w->at += length;
        }
}

static uint16_t commonness_of(const char *stem, size_t size)
{
        const char *value = lexicon_find(&lexicon_term_frequency, stem, size);

        return value ? (uint16_t)strtoul(value, NULL, 10) : 0;
}

static const char *code_in(const struct lexicon *lexicon, const char *folded, size_t n,
                           char iso[3])
{
        const char *value = lexicon_find(lexicon, folded, n), *code;

        if (!value || lexicon_column(value, 0, &code) != 2)
                return NULL;
        memcpy(iso, code, 2);
        iso[2] = '\0';
        return iso;
}

const char *term_country(const char *name, size_t size, char iso[3])
{
        char folded[TERM_BYTES_MAX];

        if (!ascii_lower(name, size, folded, sizeof(folded)))
                return NULL;
        return code_in(&lexicon_countries, folded, size, iso);
}

bool term_names_country(const char *name, const char *iso3166)
{
        char iso[3];

        return term_country(name, strlen(name), iso) && strcmp(iso, iso3166) == 0;
}

uint64_t term_country_hash(const char *iso)
{
        char key[8] = "iso:";

        memcpy(key + 4, iso, 2);
        return digest_64(key, 6);
}

/* "Russia", "Russian" and "Russians" are one term. Short names count in capitals alone: US. */
static bool take_country(struct term *term, const char *word, const char *folded, size_t n)
{
        char iso[3];

        if (!term->capital || (n == 2 && (word[1] < 'A' || word[1] > 'Z')) ||
            (!code_in(&lexicon_demonyms, folded, n, iso) &&
             !code_in(&lexicon_countries, folded, n, iso)))
                return false;
        term->hash = term_country_hash(iso);
        term->commonness = TERM_COUNTRY;
        term->country = true;
        return true;
}

static int finish_term(struct walk *w, struct term *term, const char *word, char *folded,
                       size_t n)
{
        const sb_symbol *stem = (const sb_symbol *)folded;
        size_t plain;

        term->opens = w->opens;
        w->opens = false;
        if (take_country(term, word, folded, n))
                return 0;
        if (term->number) {
                term->hash = digest_64(folded, n);
                term->commonness = commonness_of(folded, n);
                return 0;
        }
        plain = without_negation(w, folded, n);
        term->denied = plain != n;
        stem = sb_stemmer_stem(w->stemmer, stem, (int)plain);
        if (!stem)
                return -ENOMEM;
        plain = (size_t)sb_stemmer_length(w->stemmer);
        term->hash = digest_64(stem, plain);
        term->commonness = commonness_of((const char *)stem, plain);
        return 0;
}

static int walk_text(struct walk *w, struct arena *arena, struct term **terms, size_t *n)
{
        const char *base = w->at;

        while (w->at < w->end && *n < TERMS_MAX) {
                char folded[TERM_BYTES_MAX];
                uint32_t point;
                unsigned length = utf8_decode(w->at, w->end, &point);
                struct term *term;
                size_t n_folded;

                if (!u_isalnum((UChar32)point)) {
                        w->opens |= is_mark(point);
                        w->at += length;
                        continue;
                }
                term = arena_push(arena, terms, n, sizeof(*term));
                if (!term)
                        return -ENOMEM;
                n_folded = take_word(w, term, base, folded);
                if (finish_term(w, term, base + term->start, folded, n_folded))
                        return -ENOMEM;
                skip_clitic(w);
        }
        return 0;
}

int terms_find(struct arena *arena, const char *text, size_t size, struct term **ret,
               size_t *ret_n)
{
        struct walk w = { .at = text, .end = text + size, .opens = true };
        int r;

        *ret = NULL;
        *ret_n = 0;
        w.stemmer = sb_stemmer_new("english", NULL);
        if (!w.stemmer)
                return -ENOMEM;
        r = walk_text(&w, arena, ret, ret_n);
        sb_stemmer_delete(w.stemmer);
        return r;
}
