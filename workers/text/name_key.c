/* name_key - one key for the spellings of one name
 *
 * Three steps, each on the step before: letters become plain ASCII (lexicon letters), words
 * that are known variants become one (lexicon name_variants), and the classes of
 * transliteration are folded by rewriting rules. A rule only joins what different romanisations
 * write for one sound.
 */
#include "workers/text/name_key.h"

#include <stdint.h>
#include <string.h>

#include "base/macros.h"
#include "base/utf8.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_letters;
extern const struct lexicon lexicon_name_variants;

enum { WORD_MAX = 64 };

/* Where in a word a rule holds. */
enum place { ANYWHERE, AT_START, INSIDE, AT_END };

struct rule {
        const char *from, *to;
        enum place place;
};

/* The first that fits at a place is taken; longer ones stand before their beginnings. */
static const struct rule rules[] = {
        { "shch", "sh", ANYWHERE }, { "tsch", "ch", ANYWHERE }, { "sch", "sh", INSIDE },
        { "tch", "ch", INSIDE },    { "kh", "h", ANYWHERE },    { "gh", "g", INSIDE },
        { "ck", "k", INSIDE },      { "ph", "f", ANYWHERE },    { "tz", "ts", ANYWHERE },
        { "off", "ov", AT_END },    { "eff", "ev", AT_END },    { "yev", "ev", AT_END },
        { "iev", "ev", AT_END },    { "yev", "ev", AT_START },  { "yek", "ek", AT_START },
        { "yel", "el", AT_START },  { "yer", "er", AT_START },  { "yu", "yu", AT_START },
        { "ya", "ya", AT_START },   { "x", "ks", INSIDE },      { "w", "v", ANYWHERE },
        { "yi", "i", INSIDE },      { "iy", "i", INSIDE },      { "ij", "i", INSIDE },
        { "yy", "i", INSIDE },      { "ii", "i", INSIDE },      { "ji", "i", INSIDE },
        { "y", "i", INSIDE },       { "j", "i", INSIDE },       { "q", "k", ANYWHERE },
        { "ca", "ka", ANYWHERE },   { "co", "ko", ANYWHERE },   { "cu", "ku", ANYWHERE },
        { "cr", "kr", ANYWHERE },   { "cl", "kl", ANYWHERE },   { "ct", "kt", INSIDE },
        { "c", "k", AT_END },
};

struct word {
        char text[WORD_MAX];
        size_t size;
};

static void word_put(struct word *w, const char *text)
{
        for (; *text && w->size + 1 < WORD_MAX; text++)
                w->text[w->size++] = *text;
        w->text[w->size] = '\0';
}

static bool rule_fits(const struct rule *rule, const struct word *w, size_t at)
{
        size_t n = strlen(rule->from);

        if (w->size - at < n || memcmp(w->text + at, rule->from, n))
                return false;
        switch (rule->place) {
        case AT_START: return at == 0;
        case INSIDE: return at > 0;
        case AT_END: return at > 0 && at + n == w->size;
        case ANYWHERE: break;
        }
        return true;
}

static const struct rule *rule_at(const struct word *w, size_t at)
{
        for (size_t i = 0; i < ARRAY_SIZE(rules); i++)
                if (*rules[i].from == w->text[at] && rule_fits(&rules[i], w, at))
                        return &rules[i];
        return NULL;
}

/* "Zelenskyy", "Zelensky", "Zelenskiy": doubled letters are written once. */
static void word_undouble(struct word *w)
{
        size_t n = 0;

        for (size_t i = 0; i < w->size; i++)
                if (!n || w->text[i] != w->text[n - 1] || (unsigned char)w->text[i] >= 0x80)
                        w->text[n++] = w->text[i];
        w->text[n] = '\0';
        w->size = n;
}

static void word_fold(struct word *w)
{
        struct word folded = { .size = 0 };
        const char *variant = lexicon_find(&lexicon_name_variants, w->text, w->size);

        if (variant) {
                w->size = 0;
                word_put(w, variant);
        }
        for (size_t at = 0; at < w->size;) {
                const struct rule *rule = rule_at(w, at);
                char letter[2] = { w->text[at], '\0' };

                word_put(&folded, rule ? rule->to : letter);
                at += rule ? strlen(rule->from) : 1;
        }
        word_undouble(&folded);
        *w = folded;
}

struct key {
        char *out;
        size_t size;
        struct word word;
};

static void key_end_word(struct key *key)
{
        struct word *w = &key->word;

        if (w->size) {
                word_fold(w);
                if (key->size + w->size + 2 <= NAME_KEY_MAX) {
                        if (key->size)
                                key->out[key->size++] = ' ';
                        memcpy(key->out + key->size, w->text, w->size);
                        key->size += w->size;
                }
        }
        w->size = 0;
        w->text[0] = '\0';
}

/* Signs inside a word that are not written in the key: "O'Brien", "U.S.", "Zelens’kyi". */
static bool is_silent(uint32_t point)
{
        return point == '\'' || point == '.' || point == 0x2019 || point == 0x2018 ||
               point == 0x00AD || point == 0x200B;
}

/* Any space, hyphen or other sign of ASCII or of general punctuation parts words. */
static bool is_gap(uint32_t point)
{
        return point < 0x80 || point == 0xA0 || (point >= 0x2000 && point < 0x2070) ||
               point == 0x3000;
}

static void key_put(struct key *key, const char *p, unsigned n, uint32_t point)
{
        char ascii[2] = { (char)point, '\0' };
        char other[5] = "";
        const char *letter;

        if (point >= 'A' && point <= 'Z')
                ascii[0] = (char)(point + 32);
        if ((ascii[0] >= 'a' && ascii[0] <= 'z' && point < 0x80) ||
            (point >= '0' && point <= '9')) {
                word_put(&key->word, ascii);
                return;
        }
        letter = point < 0x80 ? NULL : lexicon_find(&lexicon_letters, p, n);
        if (letter) {
                word_put(&key->word, letter);
        } else if (is_silent(point)) {
                /* Not written: what stands around it stays one word. */
        } else if (is_gap(point)) {
                key_end_word(key);
        } else if (key->word.size + n < WORD_MAX) {
                memcpy(other, p, n);
                word_put(&key->word, other);
        }
}

size_t name_key(char out[NAME_KEY_MAX], const char *name, size_t size)
{
        struct key key = { .out = out };
        const char *end = name + size;
        uint32_t point;

        for (const char *p = name; p < end && key.size + WORD_MAX < NAME_KEY_MAX;) {
                unsigned n = utf8_decode(p, end, &point);

                key_put(&key, p, n, point);
                p += n;
        }
        key_end_word(&key);
        out[key.size] = '\0';
        return key.size;
}

static const char *last_word(const char *key)
{
        const char *space = strrchr(key, ' ');

        return space ? space + 1 : key;
}

/* Two words of names: the same, or one the initial of the other. */
static bool words_fit(const char *a, size_t a_size, const char *b, size_t b_size)
{
        size_t shorter = a_size < b_size ? a_size : b_size;

        if (a_size != b_size && shorter != 1)
                return false;
        return memcmp(a, b, shorter) == 0;
}

/* "garcia lopez" of "ana garcia lopez": a family name of two words, behind no more of them. */
static bool is_tail(const char *whole, const char *tail)
{
        size_t n = strlen(whole), k = strlen(tail);
        unsigned words = 1;

        if (n <= k || whole[n - k - 1] != ' ' || strcmp(whole + n - k, tail) != 0)
                return false;
        for (size_t i = 0; i < n - k - 1; i++)
                words += whole[i] == ' ';
        return words < 3;
}

bool name_keys_fit(const char *a, const char *b)
{
        const char *a_last = last_word(a), *b_last = last_word(b);
        size_t a_size, b_size;

        if (!*a || !*b || strcmp(a_last, b_last) != 0)
                return false;
        if (a == a_last || b == b_last)
                return true;
        if (is_tail(a, b) || is_tail(b, a))
                return true;
        a_size = strcspn(a, " ");
        b_size = strcspn(b, " ");
        return words_fit(a, a_size, b, b_size);
}
