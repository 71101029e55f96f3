/* page_clean - an attribute's or a heading's value as a reader would see it
 */
#include <string.h>

#include "base/utf8.h"
#include "workers/text/letters.h"
#include "workers/text/page_facts.h"

enum { TAG_BYTES_MAX = 120 };

static const struct {
        const char *name, *text;
} entities[] = {
        { "amp", "&" },    { "quot", "\"" },  { "apos", "'" },  { "lt", "<" },
        { "gt", ">" },     { "nbsp", " " },   { "rsquo", "’" }, { "lsquo", "‘" },
        { "rdquo", "”" },  { "ldquo", "“" },  { "ndash", "–" }, { "mdash", "—" },
        { "hellip", "…" }, { "eacute", "é" }, { "euro", "€" },
};

/* "&#8217;", "&#x2019;" */
static size_t numeric_entity(const char *p, const char *end, char out[5])
{
        const char *at = p + 2;
        bool hex = at < end && (*at | 0x20) == 'x';
        uint32_t point = 0;

        at += hex;
        for (; at < end && at - p < 10 && *at != ';'; at++) {
                int digit = *at >= '0' && *at <= '9' ? *at - '0'
                            : hex && (*at | 0x20) >= 'a' && (*at | 0x20) <= 'f'
                                    ? (*at | 0x20) - 'a' + 10
                                    : -1;

                if (digit < 0)
                        return 0;
                point = point * (hex ? 16 : 10) + (uint32_t)digit;
        }
        if (at >= end || *at != ';' || at - p < 3 || !point)
                return 0;
        out[utf8_encode(point, out)] = '\0';
        return (size_t)(at + 1 - p);
}

/* The size of the entity at @p, which stands for @out; 0: it is none. */
static size_t entity(const char *p, const char *end, char out[5])
{
        if (*p != '&' || end - p < 4)
                return 0;
        if (p[1] == '#')
                return numeric_entity(p, end, out);
        for (size_t i = 0; i < sizeof(entities) / sizeof(*entities); i++) {
                size_t n = strlen(entities[i].name);

                if ((size_t)(end - p) > n + 1 && memcmp(p + 1, entities[i].name, n) == 0 &&
                    p[n + 1] == ';') {
                        strcpy(out, entities[i].text);
                        return n + 2;
                }
        }
        return 0;
}

/* The size of a tag at @p ("<em>", "</span>"), 0 when it is none. */
static size_t tag(const char *p, const char *end)
{
        const char *at = p + 1;

        if (*p != '<' || at >= end)
                return 0;
        at += *at == '/';
        if (at >= end || letter_kind_of((unsigned char)(*at | 0x20)) != LETTER_LOWER)
                return 0;
        while (at < end && at - p < TAG_BYTES_MAX && *at != '>' && *at != '<')
                at++;
        return at < end && *at == '>' ? (size_t)(at + 1 - p) : 0;
}

char *page_clean(struct arena *arena, const char *text)
{
        const char *p = text, *end = text + strlen(text);
        char *out = arena_alloc(arena, strlen(text) + 1), *at = out;
        bool space = false;

        if (!out)
                return NULL;
        while (p < end) {
                char decoded[5];
                size_t size = entity(p, end, decoded);
                const char *from = size ? decoded : p;
                unsigned n;
                enum letter_kind kind =
                        letter_kind_at(from, size ? decoded + strlen(decoded) : end, &n);

                p += size ? size : n;
                if (kind == LETTER_NOTHING)
                        continue;
                if (kind == LETTER_SPACE) {
                        space = at > out;
                        continue;
                }
                if (space)
                        *at++ = ' ';
                space = false;
                memcpy(at, from, n);
                at += n;
        }
        *at = '\0';
        return out;
}

char *page_clean_twice(struct arena *arena, const char *text)
{
        char *once = page_clean(arena, text), *at = once;

        if (!once)
                return NULL;
        for (const char *p = once, *end = once + strlen(once); p < end;) {
                size_t size = tag(p, end);

                if (!size)
                        *at++ = *p;
                p += size ? size : 1;
        }
        *at = '\0';
        return page_clean(arena, once);
}
