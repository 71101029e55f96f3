/* page_clean - an attribute's or a heading's value as a reader would see it
 */
#include <libxml/HTMLparser.h>
#include <string.h>

#include "base/utf8.h"
#include "workers/text/letters.h"
#include "workers/text/page_facts.h"

enum { TAG_BYTES_MAX = 120, ENTITY_BYTES_MAX = 8 };

static bool is_name(char c)
{
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

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

/* "&eacute;" */
static size_t named_entity(const char *p, const char *end, char out[5])
{
        char name[ENTITY_BYTES_MAX + 1];
        const htmlEntityDesc *found;
        size_t n = 0;

        for (p++; p + n < end && n < ENTITY_BYTES_MAX && is_name(p[n]); n++)
                name[n] = p[n];
        name[n] = '\0';
        if (!n || p + n == end || p[n] != ';')
                return 0;
        found = htmlEntityLookup((const xmlChar *)name);
        if (!found)
                return 0;
        out[utf8_encode(found->value, out)] = '\0';
        return n + 2;
}

/* The size of the entity at @p, which stands for @out; 0: it is none. */
static size_t entity(const char *p, const char *end, char out[5])
{
        if (*p != '&' || end - p < 4)
                return 0;
        if (p[1] == '#')
                return numeric_entity(p, end, out);
        return named_entity(p, end, out);
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
