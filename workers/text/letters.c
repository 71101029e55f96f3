#include "workers/text/letters.h"

#include <string.h>
#include <strings.h>
#include <unicode/uchar.h>

#include "base/utf8.h"

#define S LETTER_SPACE
#define U LETTER_UPPER
#define L LETTER_LOWER
#define D LETTER_DIGIT
#define P LETTER_PUNCTUATION
#define Y LETTER_SYMBOL
#define N LETTER_NOTHING

/* As Unicode's categories have it: $ + < = > ^ ` | ~ are symbols. */
const uint8_t letter_ascii_kinds[128] = {
        N, N, N, N, N, N, N, N, N, S, S, S, S, S, N, N, /* control */
        N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, /* control */
        S, P, P, P, Y, P, P, P, P, P, P, Y, P, P, P, P, /* space to slash */
        D, D, D, D, D, D, D, D, D, D, P, P, Y, Y, Y, P, /* digits to ? */
        P, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, /* @ to O */
        U, U, U, U, U, U, U, U, U, U, U, P, P, P, Y, P, /* P to _ */
        Y, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, /* ` to o */
        L, L, L, L, L, L, L, L, L, L, L, P, Y, P, Y, N, /* p to delete */
};

#undef S
#undef U
#undef L
#undef D
#undef P
#undef Y
#undef N

static enum letter_kind kind_beyond_ascii(uint32_t point)
{
        uint32_t category = U_MASK(u_charType((UChar32)point));

        if (point == 0x200b || point == 0xfeff)
                return LETTER_SPACE;
        if (category & (U_GC_LU_MASK | U_GC_LT_MASK))
                return LETTER_UPPER;
        if (category & U_GC_LL_MASK)
                return LETTER_LOWER;
        if (category & (U_GC_L_MASK | U_GC_M_MASK))
                return LETTER_OTHER;
        if (category & U_GC_ND_MASK)
                return LETTER_DIGIT;
        if (category & U_GC_P_MASK)
                return LETTER_PUNCTUATION;
        if (category & U_GC_Z_MASK || point == 0x85)
                return LETTER_SPACE;
        if (category & (U_GC_S_MASK | U_GC_N_MASK))
                return LETTER_SYMBOL;
        return LETTER_NOTHING;
}

enum letter_kind letter_kind_of(uint32_t point)
{
        return point < 128 ? letter_ascii_kinds[point] : kind_beyond_ascii(point);
}

enum letter_kind letter_kind_beyond(const char *p, const char *end, unsigned *ret_size)
{
        uint32_t point;

        *ret_size = utf8_decode(p, end, &point);
        return kind_beyond_ascii(point);
}

unsigned letter_hyphen(const char *p, const char *end)
{
        if (p < end && *p == '-')
                return 1;
        return end - p >= 3 && (memcmp(p, "‐", 3) == 0 || memcmp(p, "‑", 3) == 0) ? 3 : 0;
}

bool letter_closes(uint32_t point)
{
        switch (point) {
        case '"':
        case '\'':
        case ')':
        case ']':
        case 0x2019: /* ’ */
        case 0x201d: /* ” */
        case 0x00bb: /* » */
        case 0x203a: /* › */
        case 0x300d: /* 」 */
        case 0x300f: /* 』 */
        case 0xff09: /* ） */ return true;
        }
        return false;
}

bool letter_opens(uint32_t point)
{
        switch (point) {
        case '"':
        case '\'':
        case '(':
        case '[':
        case 0x2018: /* ‘ */
        case 0x201a: /* ‚ */
        case 0x201c: /* “ */
        case 0x201e: /* „ */
        case 0x00ab: /* « */
        case 0x2039: /* ‹ */
        case 0x300c: /* 「 */
        case 0x300e: /* 『 */
        case 0xff08: /* （ */ return true;
        }
        return false;
}

size_t letter_fold(const char *text, size_t size, char *out)
{
        const char *p = text, *end = text + size;
        char *at = out;

        while (p < end) {
                uint32_t point;

                if ((unsigned char)*p < 128) {
                        *at++ = (char)(*p >= 'A' && *p <= 'Z' ? *p | 0x20 : *p);
                        p++;
                        continue;
                }
                p += utf8_decode(p, end, &point);
                at += utf8_encode(point == 0x2019 ? '\'' : (uint32_t)u_tolower((UChar32)point),
                                  at);
        }
        *at = '\0';
        return (size_t)(at - out);
}

/* The next letter or digit from *@p on, folded; gives its bytes, 0 at the end. */
static size_t next_folded(const char **p, const char *end, char out[16])
{
        while (*p < end) {
                unsigned n;
                enum letter_kind kind = letter_kind_at(*p, end, &n);
                const char *at = *p;

                *p += n;
                if (letter_is_word(kind) || kind == LETTER_DIGIT)
                        return letter_fold(at, n, out);
        }
        return 0;
}

bool letter_same_words(const char *a, size_t a_size, const char *b, size_t b_size)
{
        const char *a_end = a + a_size, *b_end = b + b_size;

        for (;;) {
                char one[16], other[16];
                size_t n = next_folded(&a, a_end, one), m = next_folded(&b, b_end, other);

                if (n != m || memcmp(one, other, n) != 0)
                        return false;
                if (!n)
                        return true;
        }
}

bool letter_run_is_one_of(const char *text, size_t size, const char *const *words, size_t n)
{
        for (size_t i = 0; i < n; i++)
                if (strlen(words[i]) == size && memcmp(text, words[i], size) == 0)
                        return true;
        return false;
}

bool letter_run_reads_one_of(const char *text, size_t size, const char *const *words, size_t n)
{
        for (size_t i = 0; i < n; i++)
                if (strlen(words[i]) == size && strncasecmp(text, words[i], size) == 0)
                        return true;
        return false;
}
