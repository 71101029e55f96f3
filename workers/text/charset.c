#include "workers/text/charset.h"

#include <errno.h>
#include <stdbool.h>
#include <string.h>
#include <unicode/ucnv.h>

#include "base/utf8.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_charset_labels;

enum {
        PRESCAN_BYTES = 8192, /* the standard says 1024; pages put scripts before their meta */
        LABEL_BYTES_MAX = 40,
        SAMPLE_BYTES = 4096,
        CONTROL_SHARE_MAX = 5, /* percent of the bytes; text has next to none */
};

/* The converter's name of a label, NULL for one that nobody knows. */
static const char *converter_of(const char *label, size_t size)
{
        char lower[LABEL_BYTES_MAX];

        while (size && strchr(" \t\r\n\"'", *label)) {
                label++;
                size--;
        }
        for (size_t i = 0; i < size; i++) {
                if (strchr(" \t\r\n\"';>/", label[i]))
                        size = i;
        }
        if (!size || size > sizeof(lower))
                return NULL;
        for (size_t i = 0; i < size; i++)
                lower[i] =
                        (char)(label[i] >= 'A' && label[i] <= 'Z' ? label[i] | 0x20 : label[i]);
        return lexicon_find(&lexicon_charset_labels, lower, size);
}

static const char *find_ignoring_case(const char *p, const char *end, const char *word)
{
        size_t n = strlen(word);

        for (; (size_t)(end - p) >= n; p++) {
                if (strncasecmp(p, word, n) == 0)
                        return p;
        }
        return NULL;
}

/* <meta charset=…>, <meta http-equiv=… content="…; charset=…">, <?xml encoding="…"?> */
static const char *declared(const char *p, size_t size)
{
        const char *end = p + (size < PRESCAN_BYTES ? size : PRESCAN_BYTES);

        while (p < end) {
                const char *open = memchr(p, '<', (size_t)(end - p)), *close, *at, *name;
                bool xml;

                if (!open)
                        return NULL;
                p = open + 1;
                xml = (size_t)(end - open) > 5 && memcmp(open, "<?xml", 5) == 0;
                if (!xml && ((size_t)(end - open) <= 5 || strncasecmp(open, "<meta", 5) != 0))
                        continue;
                close = memchr(open, '>', (size_t)(end - open));
                if (!close)
                        return NULL;
                at = find_ignoring_case(open, close, xml ? "encoding" : "charset");
                if (!at)
                        continue;
                at += xml ? 8 : 7;
                while (at < close && strchr(" \t=", *at))
                        at++;
                name = converter_of(at, (size_t)(close - at));
                if (name)
                        return strncmp(name, "utf-16", 6) == 0 ? "utf-8" : name;
        }
        return NULL;
}

static bool has_bytes_beyond_ascii(const unsigned char *p, size_t size)
{
        for (size_t i = 0; i < size; i++) {
                if (p[i] >= 0x80)
                        return true;
        }
        return false;
}

static bool is_binary(const unsigned char *p, size_t size)
{
        size_t n = size < SAMPLE_BYTES ? size : SAMPLE_BYTES, control = 0;

        for (size_t i = 0; i < n; i++)
                control += p[i] < 0x20 && !strchr("\t\n\v\f\r\033", p[i] ? p[i] : 1);
        return control * 100 > n * CONTROL_SHARE_MAX;
}

static size_t mended_size(const char *p, const char *end)
{
        size_t size = 0;

        while (p < end) {
                uint32_t point;
                unsigned n = utf8_decode(p, end, &point);

                size += n == 1 && point == 0xFFFD ? 3 : n;
                p += n;
        }
        return size;
}

/* Malformed sequences become U+FFFD, NUL goes; @valid: there are no malformed ones. */
static int mend(char **ret, size_t *ret_size, struct arena *arena, const char *p, size_t size,
                bool valid)
{
        const char *end = p + size;
        char *out, *at;

        if ((valid || utf8_valid(p, size)) && !memchr(p, '\0', size)) {
                *ret = arena_copy(arena, p, size);
                *ret_size = size;
                return *ret ? 0 : -ENOMEM;
        }
        out = at = arena_alloc(arena, mended_size(p, end) + 1);
        if (!out)
                return -ENOMEM;
        while (p < end) {
                uint32_t point;
                unsigned n = utf8_decode(p, end, &point);

                if (point)
                        at += utf8_encode(point, at);
                p += n;
        }
        *ret = out;
        *ret_size = (size_t)(at - out);
        return 0;
}

static int convert(char **ret, size_t *ret_size, struct arena *arena, const char *p,
                   size_t size, const char *name)
{
        UErrorCode error = U_ZERO_ERROR;
        UConverter *converter = ucnv_open(name, &error);
        size_t room = 3 * size + 16;
        char *out = arena_alloc(arena, room + 1);
        int32_t n = 0;

        if (error == U_MEMORY_ALLOCATION_ERROR)
                return -ENOMEM;
        if (!out || U_FAILURE(error) || room > INT32_MAX) {
                if (U_SUCCESS(error))
                        ucnv_close(converter);
                return out ? mend(ret, ret_size, arena, p, size, false) : -ENOMEM;
        }
        n = ucnv_toAlgorithmic(UCNV_UTF8, converter, out, (int32_t)room, p, (int32_t)size,
                               &error);
        ucnv_close(converter);
        if (error == U_MEMORY_ALLOCATION_ERROR)
                return -ENOMEM;
        if (U_FAILURE(error) || n < 0)
                return mend(ret, ret_size, arena, p, size, false);
        return mend(ret, ret_size, arena, out, (size_t)n, false);
}

/* Is it UTF-8 that somebody cut or spoilt here and there, or no UTF-8 at all? */
static bool is_mostly_utf8(const char *p, size_t size)
{
        const char *end = p + size, *stop = size > 3 ? end - 3 : p; /* the last may be cut */
        size_t good = 0, bad = 0;

        while (p < stop) {
                uint32_t point;
                unsigned n = utf8_decode(p, end, &point);

                good += n > 1;
                bad += n == 1 && (unsigned char)*p >= 0x80;
                p += n;
        }
        return good >= bad;
}

/* A byte order mark, or the first tag of a page without one. */
static const char *by_first_bytes(const char *p, size_t size, size_t *ret_skip)
{
        *ret_skip = 0;
        if (size >= 3 && memcmp(p, "\xef\xbb\xbf", 3) == 0) {
                *ret_skip = 3;
                return "utf-8";
        }
        if (size >= 2 && (memcmp(p, "\xff\xfe", 2) == 0 || memcmp(p, "\xfe\xff", 2) == 0)) {
                *ret_skip = 2;
                return *p == '\xff' ? "utf-16le" : "utf-16be";
        }
        if (size >= 4 && p[0] == '<' && !p[1] && p[2] && !p[3])
                return "utf-16le";
        if (size >= 4 && !p[0] && p[1] == '<' && !p[2] && p[3])
                return "utf-16be";
        return NULL;
}

static const char *choose(const char *p, size_t size, const char *label, size_t *ret_skip,
                          bool *ret_valid)
{
        const char *name = by_first_bytes(p, size, ret_skip), *stated;

        if (name)
                return name;
        name = label ? converter_of(label, strlen(label)) : NULL;
        stated = declared(p, size);
        if (!name)
                name = stated;
        if (name && strncmp(name, "utf-16", 6) == 0)
                return name;
        *ret_valid = utf8_valid(p, size);
        if (*ret_valid && (!name || has_bytes_beyond_ascii((const unsigned char *)p, size)))
                return "utf-8";
        if (name && strcmp(name, "utf-8") == 0 && !is_mostly_utf8(p, size))
                name = stated && strcmp(stated, "utf-8") != 0 ? stated : NULL;
        return name ? name : "windows-1252";
}

int charset_decode(char **ret, size_t *ret_size, struct arena *arena, const void *bytes,
                   size_t size, const char *label)
{
        const char *p = bytes;
        size_t skip;
        bool valid = false;
        const char *name = choose(p, size, label, &skip, &valid);

        p += skip;
        size -= skip;
        if (strncmp(name, "utf-16", 6) != 0 && is_binary((const unsigned char *)p, size))
                return CHARSET_E_BINARY;
        if (strcmp(name, "utf-8") == 0)
                return mend(ret, ret_size, arena, p, size, valid);
        return convert(ret, ret_size, arena, p, size, name);
}
