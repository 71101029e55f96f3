#include "workers/text/paragraphs.h"

#include <errno.h>
#include <string.h>

#include "base/utf8.h"
#include "workers/text/letters.h"

int paragraphs_start(struct paragraphs *out, struct arena *arena, size_t bytes, size_t n)
{
        *out = (struct paragraphs){ .arena = arena, .room = bytes + 2 * n + 1 };
        out->text = arena_alloc(arena, out->room);
        return out->text ? 0 : -ENOMEM;
}

/* Control characters, soft hyphens, marks of direction; but not what joins or parts letters. */
static bool is_ignored(enum letter_kind kind, const char *p, unsigned n)
{
        if (kind == LETTER_NOTHING)
                return !(n == 3 && (memcmp(p, "\xe2\x80\x8c", 3) == 0 ||
                                    memcmp(p, "\xe2\x80\x8d", 3) == 0));
        return n == 3 &&
               (memcmp(p, "\xe2\x80\x8b", 3) == 0 || memcmp(p, "\xef\xbb\xbf", 3) == 0);
}

void paragraphs_add(struct paragraphs *out, const char *text, size_t size, bool join)
{
        const char *p = text, *end = text + size;
        size_t before = out->size, start;
        bool space = false;

        if (before) {
                if (before + 2 >= out->room)
                        return;
                memcpy(out->text + before, join ? " " : "\n\n", join ? 1 : 2);
        }
        start = out->size += before ? (join ? 1 : 2) : 0;
        while (p < end) {
                unsigned n;
                enum letter_kind kind = letter_kind_at(p, end, &n);

                if (is_ignored(kind, p, n)) {
                        p += n;
                        continue;
                }
                if (kind == LETTER_SPACE) {
                        space = out->size > start;
                } else {
                        if (out->size + n + space >= out->room)
                                break;
                        if (space)
                                out->text[out->size++] = ' ';
                        space = false;
                        memcpy(out->text + out->size, p, n);
                        out->size += n;
                }
                p += n;
        }
        if (out->size == start)
                out->size = before;
}

void paragraphs_end(struct paragraphs *out, struct extraction *x)
{
        out->text[out->size] = '\0';
        x->text = out->text;
        x->text_size = (uint32_t)out->size;
}
