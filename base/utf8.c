#include "base/utf8.h"

#include <string.h>

#include "base/ascii.h"

enum { STRIDE = 128 }; /* bytes from one counted place to the next */

struct text_index {
        const char *text;
        size_t size;
        uint32_t *points; /* code points before each STRIDE-th byte */
        size_t n;
};

static bool continues(unsigned char c)
{
        return (c & 0xC0) == 0x80;
}

unsigned utf8_decode_beyond(const char *p, const char *end, uint32_t *ret_point)
{
        const unsigned char *s = (const unsigned char *)p;
        size_t left = (size_t)(end - p);

        *ret_point = 0xFFFD;
        if (s[0] >= 0xC2 && s[0] <= 0xDF && left >= 2 && continues(s[1])) {
                *ret_point = (s[0] & 0x1Fu) << 6 | (s[1] & 0x3Fu);
                return 2;
        }
        if ((s[0] & 0xF0) == 0xE0 && left >= 3 && continues(s[1]) && continues(s[2])) {
                uint32_t v = (s[0] & 0x0Fu) << 12 | (s[1] & 0x3Fu) << 6 | (s[2] & 0x3Fu);

                if (v < 0x800 || (v >= 0xD800 && v <= 0xDFFF))
                        return 1;
                *ret_point = v;
                return 3;
        }
        if (s[0] >= 0xF0 && s[0] <= 0xF4 && left >= 4 && continues(s[1]) && continues(s[2]) &&
            continues(s[3])) {
                uint32_t v = (s[0] & 0x07u) << 18 | (s[1] & 0x3Fu) << 12 | (s[2] & 0x3Fu) << 6 |
                             (s[3] & 0x3Fu);

                if (v < 0x10000 || v > 0x10FFFF)
                        return 1;
                *ret_point = v;
                return 4;
        }
        return 1;
}

const char *utf8_before(const char *start, const char *p)
{
        const char *q = p - 1;

        while (q > start && p - q < 4 && continues((unsigned char)*q))
                q--;
        return q;
}

unsigned utf8_encode(uint32_t point, char out[4])
{
        if (point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF))
                point = 0xFFFD;
        if (point < 0x80) {
                out[0] = (char)point;
                return 1;
        }
        if (point < 0x800) {
                out[0] = (char)(0xC0 | point >> 6);
                out[1] = (char)(0x80 | (point & 0x3F));
                return 2;
        }
        if (point < 0x10000) {
                out[0] = (char)(0xE0 | point >> 12);
                out[1] = (char)(0x80 | (point >> 6 & 0x3F));
                out[2] = (char)(0x80 | (point & 0x3F));
                return 3;
        }
        out[0] = (char)(0xF0 | point >> 18);
        out[1] = (char)(0x80 | (point >> 12 & 0x3F));
        out[2] = (char)(0x80 | (point >> 6 & 0x3F));
        out[3] = (char)(0x80 | (point & 0x3F));
        return 4;
}

/* Behind the ASCII characters at @text, eight at a time. */
static const char *skip_ascii(const char *text, const char *end)
{
        uint64_t word;

        while (end - text >= (ptrdiff_t)sizeof(word)) {
                memcpy(&word, text, sizeof(word));
                if (word & 0x8080808080808080)
                        break;
                text += sizeof(word);
        }
        return text;
}

bool utf8_valid(const char *text, size_t size)
{
        const char *end = text + size;
        uint32_t point;

        while ((text = skip_ascii(text, end)) < end) {
                unsigned n;

                do {
                        n = utf8_decode(text, end, &point);
                        if (n == 1 && point == 0xFFFD)
                                return false;
                        text += n;
                } while (text < end && n > 1);
        }
        return true;
}

size_t utf8_count(const char *text, size_t size)
{
        size_t n = 0;

        for (size_t i = 0; i < size; i++)
                n += !continues((unsigned char)text[i]);
        return n;
}

struct text_index *text_index_new(struct arena *arena, const char *text, size_t size)
{
        struct text_index *index = arena_alloc(arena, sizeof(*index));
        uint32_t points = 0;

        if (!index || size >= UINT32_MAX)
                return NULL;
        index->text = text;
        index->size = size;
        index->n = size / STRIDE + 1;
        index->points = arena_alloc(arena, index->n * sizeof(*index->points));
        if (!index->points)
                return NULL;
        for (size_t i = 0; i < size; i++) {
                if (i % STRIDE == 0)
                        index->points[i / STRIDE] = points;
                points += !continues((unsigned char)text[i]);
        }
        if (size % STRIDE == 0)
                index->points[size / STRIDE] = points;
        return index;
}

uint32_t text_index_points(const struct text_index *index, uint32_t byte)
{
        size_t at = byte < index->size ? byte : index->size;
        size_t from = at / STRIDE * STRIDE;

        return index->points[at / STRIDE] + (uint32_t)utf8_count(index->text + from, at - from);
}

uint32_t text_index_byte(const struct text_index *index, uint32_t point)
{
        size_t low = 0, high = index->n, at;
        uint32_t seen;

        while (high - low > 1) {
                size_t middle = (low + high) / 2;

                if (index->points[middle] <= point)
                        low = middle;
                else
                        high = middle;
        }
        seen = index->points[low];
        for (at = low * STRIDE; at < index->size; at++) {
                if (continues((unsigned char)index->text[at]))
                        continue;
                if (seen++ == point)
                        break;
        }
        return (uint32_t)at;
}

bool ascii_lower(const char *text, size_t size, char *out, size_t room)
{
        if (size >= room)
                return false;
        for (size_t i = 0; i < size; i++)
                out[i] = ascii_to_lower(text[i]);
        out[size] = '\0';
        return true;
}
