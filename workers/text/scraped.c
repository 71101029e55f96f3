#include "workers/text/scraped.h"

#include <errno.h>
#include <string.h>

#include "workers/text/letters.h"

int scraped_read(struct document *doc, const char *text, size_t size)
{
        char *out = arena_alloc(doc->arena, 2 * size + 1), *at = out;
        const char *p = text, *end = text + size;

        if (!out)
                return -ENOMEM;
        while (p < end) {
                const char *line = memchr(p, '\n', (size_t)(end - p));
                const char *stop = line ? line : end;
                char *start;
                bool space = false;

                if (at > out && at[-1] != '\n') {
                        *at++ = '\n';
                        *at++ = '\n';
                }
                for (start = at; p < stop;) {
                        unsigned n;
                        enum letter_kind kind = letter_kind_at(p, stop, &n);

                        if (kind == LETTER_SPACE) {
                                space = at > start;
                        } else {
                                if (space)
                                        *at++ = ' ';
                                space = false;
                                memcpy(at, p, n);
                                at += n;
                        }
                        p += n;
                }
                p = stop + 1;
        }
        while (at > out && at[-1] == '\n')
                at--;
        *at = '\0';
        doc->x->text = out;
        doc->x->text_size = (uint32_t)(at - out);
        doc->x->is_article = at > out;
        return 0;
}
