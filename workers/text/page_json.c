#include "workers/text/page_json.h"

#include <string.h>

static bool is_blank(char c)
{
        return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* Is the comma at @p one too many: does another follow, or the end of the list? */
static bool is_needless(const char *p, const char *end)
{
        for (p++; p < end && is_blank(*p);)
                p++;
        return p == end || *p == ',' || *p == '}' || *p == ']';
}

/* Behind the comment at @p, if there is one; one that never closes goes to the end. */
static const char *skip_comment(const char *p, const char *end)
{
        const char *close;

        if (end - p < 2 || p[0] != '/' || p[1] != '*')
                return p;
        close = memmem(p + 2, (size_t)(end - p - 2), "*/", 2);
        return close ? close + 2 : end;
}

/* Copies what stands in a string at @p, an escape whole. Gives how much of the source it took.
 */
static size_t mend_in_string(char **out, const char *p, const char *end)
{
        if ((unsigned char)*p < 0x20) {
                *(*out)++ = ' ';
                return 1;
        }
        if (*p != '\\' || p + 1 == end) {
                *(*out)++ = *p;
                return 1;
        }
        if (!strchr("\"\\/bfnrtu", p[1]) || !p[1])
                return 1; /* "\'" and the like: the mark is dropped */
        *(*out)++ = p[0];
        *(*out)++ = p[1];
        return 2;
}

/* A copy without what strict reading refuses; of the same length at most. */
static char *mend(struct arena *arena, const char *p, size_t size, size_t *ret_size)
{
        char *copy = arena_alloc(arena, size + 1), *out = copy;
        const char *end = p + size;
        bool in_string = false;

        while (copy && p < end) {
                const char *next = in_string ? p : skip_comment(p, end);

                if (next > p) {
                        p = next;
                        continue;
                }
                if (*p == '"')
                        in_string = !in_string;
                if (in_string) {
                        p += mend_in_string(&out, p, end);
                        continue;
                }
                if (*p != ',' || !is_needless(p, end))
                        *out++ = *p;
                p++;
        }
        *ret_size = copy ? (size_t)(out - copy) : 0;
        return copy;
}

json_t *page_json_read(struct arena *arena, const char *text, size_t size, size_t *ret_used)
{
        json_error_t at;
        json_t *value = json_loadb(text, size, JSON_DISABLE_EOF_CHECK, &at);
        char *mended;

        *ret_used = size;
        if (value) {
                *ret_used = (size_t)at.position;
                return value;
        }
        mended = mend(arena, text, size, &size);
        return mended ? json_loadb(mended, size, JSON_DISABLE_EOF_CHECK, NULL) : NULL;
}
