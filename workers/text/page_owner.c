/* page_owner - whose a personal site is: who is named in its title, or holds its copyright
 *
 * Such pages name no author, as there is one. The address has to hold the name, too, as many a
 * firm is called like a person.
 */
#include <errno.h>
#include <string.h>

#include "base/macros.h"
#include "workers/text/byline_names.h"
#include "workers/text/letters.h"
#include "workers/text/page_bylines.h"
#include "workers/text/page_title_parts.h"

enum {
        TITLE_BYTES_MAX = 500,
        LINE_BYTES_MAX = 120,
        NAME_BYTES_MAX = 60,
        WORD_BYTES_MIN = 4, /* of a name, in the address */
};

/* "Ada Strand" of "Ada Strand's Boats", "2012-2021 Ada Strand. All rights reserved." */
static struct piece name_in(const char *text, size_t size)
{
        static const char *const ends[] = { "'s ", "’s ", ". ", " | ", ", ", " All " };
        struct piece s = { text, text + size };

        for (size_t i = 0; i < ARRAY_SIZE(ends); i++) {
                const char *at = memmem(s.p, (size_t)(s.end - s.p), ends[i], strlen(ends[i]));

                if (at)
                        s.end = at;
        }
        for (unsigned n; s.p < s.end && !letter_is_word(letter_kind_at(s.p, s.end, &n));)
                s.p += n;
        while (s.end > s.p && strchr(" .|", s.end[-1]))
                s.end--;
        return s;
}

/* Does the address hold the last word of the name, or is a part of it the first one? */
static bool is_at_home(const struct page_facts *f, struct piece s)
{
        const char *first = memchr(s.p, ' ', (size_t)(s.end - s.p));
        const char *last = memrchr(s.p, ' ', (size_t)(s.end - s.p));

        if (!last)
                return false;
        if (s.end - (last + 1) >= WORD_BYTES_MIN &&
            page_host_holds(f, last + 1, (size_t)(s.end - last - 1)))
                return true;
        return first - s.p >= WORD_BYTES_MIN &&
               page_is_whole_host(f, arena_copy(f->doc->arena, s.p, (size_t)(first - s.p)));
}

static int take(struct page_facts *f, struct names *names, const char *text, size_t size)
{
        struct piece s = name_in(text, size);
        const char **slot, *name;

        if (names->n || s.end <= s.p || s.end - s.p > NAME_BYTES_MAX || !piece_is_known(s) ||
            !is_at_home(f, s))
                return 0;
        name = arena_copy(f->doc->arena, s.p, (size_t)(s.end - s.p));
        slot = name ? arena_push(f->doc->arena, &names->names, &names->n, sizeof(*slot)) : NULL;
        if (slot)
                *slot = name;
        return slot ? 0 : -ENOMEM;
}

static int from_title(struct page_facts *f, struct names *names)
{
        const char *p = f->tree->title;
        size_t n = 0;
        int r = 0;

        if (p && strnlen(p, TITLE_BYTES_MAX + 1) > TITLE_BYTES_MAX)
                return 0;
        while (p && !r) {
                const char *next = title_separator(p, &n);

                r = take(f, names, p, next ? (size_t)(next - p) : strlen(p));
                p = next ? next + n : NULL;
        }
        return r;
}

/* "© 2021 Ada Strand" */
static int from_notices(struct page_facts *f, struct names *names)
{
        static const char *const heads[] = { "©", "Copyright", "(c)" };
        int r = 0;

        for (size_t i = 0; i < f->blocks->n && !r && !names->n; i++) {
                const struct block *b = &f->blocks->blocks[i];
                const char *p = NULL;

                if (b->size > LINE_BYTES_MAX)
                        continue;
                for (size_t k = 0; k < ARRAY_SIZE(heads); k++) {
                        size_t n = strlen(heads[k]);
                        const char *at = memmem(b->text, b->size, heads[k], n);

                        if (at && (!p || at + n > p))
                                p = at + n;
                }
                if (p)
                        r = take(f, names, p, (size_t)(b->text + b->size - p));
        }
        return r;
}

int page_owner_find(struct page_facts *f, struct names *names)
{
        int r = from_title(f, names);

        return r || names->n ? r : from_notices(f, names);
}
