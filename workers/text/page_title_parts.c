#include "workers/text/page_title_parts.h"

#include <string.h>

#include "base/macros.h"
#include "workers/text/letters.h"
#include "workers/text/title_words.h"

bool title_same(const char *a, const char *b)
{
        return a && b && letter_same_words(a, strlen(a), b, strlen(b));
}

static const char *first_mark(const char *from, const char *const *marks, size_t n,
                              size_t *ret_size)
{
        const char *first = NULL;

        for (size_t i = 0; i < n; i++) {
                const char *at = strstr(from, marks[i]);

                if (at && (!first || at < first)) {
                        first = at;
                        *ret_size = strlen(marks[i]);
                }
        }
        return first;
}

/* Where a part behind (or before) a separator begins and ends: " | ", " - ", " – ", " » ". */
const char *title_separator(const char *from, size_t *ret_size)
{
        static const char *const marks[] = { " | ",  " - ", " – ", " — ",  " » ", " · ",
                                             " :: ", " • ", " / ", " // ", " ‹ ", " « ",
                                             " ｜ ", " ~ ", " < ", " > ",  " \\ " };

        return first_mark(from, marks, ARRAY_SIZE(marks), ret_size);
}

/* Marks that part the outlet's name too, but stand within headlines as well. */
const char *title_tight_separator(const char *from, size_t *ret_size)
{
        static const char *const marks[] = { "|", "｜", "丨", "_", ": ", "：", "－", "–", "—" };

        return first_mark(from, marks, ARRAY_SIZE(marks), ret_size);
}

char *title_fold(struct arena *arena, const char *text)
{
        char *out = arena_alloc(arena, 2 * strlen(text) + 1);

        if (out)
                letter_fold(text, strlen(text), out);
        return out;
}

unsigned title_shared(struct arena *arena, const char *heading,
                      const struct title_candidates *c)
{
        const char *folded = title_fold(arena, heading);

        return folded ? title_words_shared(folded, c->folded, 3) : 0;
}

static const char *drop_tail(const struct page_facts *f, const char *title)
{
        size_t n;

        for (const char *p = title; (p = title_separator(p, &n)); p += n) {
                size_t more;

                if (p > title && (page_is_site(f, p + n) ||
                                  (!title_separator(p + n, &more) && page_is_host(f, p + n))))
                        return arena_copy(f->doc->arena, title, (size_t)(p - title));
        }
        for (const char *p = title; (p = title_tight_separator(p, &n)); p += n) {
                if (p > title && (page_is_site(f, p + n) || page_is_whole_host(f, p + n)))
                        return arena_copy(f->doc->arena, title, (size_t)(p - title));
        }
        return title;
}

static const char *drop_head(const struct page_facts *f, const char *title)
{
        struct arena *arena = f->doc->arena;
        size_t n;
        const char *p = title_separator(title, &n), *head = NULL;

        if (p && p > title)
                head = arena_copy(arena, title, (size_t)(p - title));
        if (head && (page_is_site(f, head) ||
                     (page_is_host(f, head) && title_words(p, strlen(p)) >= 3)))
                return p + n;
        p = title_tight_separator(title, &n);
        if (p && p > title)
                head = arena_copy(arena, title, (size_t)(p - title));
        if (!p || !head || !p[n])
                return title;
        return page_is_site(f, head) || (*p == ':' && page_is_whole_host(f, head) &&
                                         title_words(p + n, strlen(p + n)) >= 3)
                       ? p + n
                       : title;
}

/* Takes the outlet's name off the end or the head of a title. */
const char *title_strip_site(const struct page_facts *f, const char *title)
{
        const char *bare = drop_tail(f, title);

        return bare ? drop_head(f, bare) : NULL;
}

/* Without a short last part that nothing tells to be the outlet's name, or a section's. */
const char *title_strip_last(const struct page_facts *f, const char *title)
{
        const char *last = NULL;
        size_t n, last_size = 0;
        unsigned width;

        for (const char *p = title; (p = title_separator(p, &n)); p += n) {
                last = p;
                last_size = n;
        }
        /* "… - and maybe longer" goes on; "… - by Ada Strand" does not. */
        if (last &&
            letter_kind_at(last + last_size, last + strlen(last), &width) == LETTER_LOWER &&
            strncmp(last + last_size, "by ", 3) != 0)
                return title;
        if (last && title_words(last + last_size, strlen(last + last_size)) <= 4 &&
            title_words(title, (size_t)(last - title)) >= 3)
                return arena_copy(f->doc->arena, title, (size_t)(last - title));
        return title;
}

/* Is @part what stands before the first separators of @whole, or behind the last? */
bool title_is_head_of(const char *part, const char *whole)
{
        size_t size = strlen(part), n;

        return whole && strncmp(whole, part, size) == 0 &&
               title_separator(whole + size, &n) == whole + size;
}

bool title_is_tail_of(const char *part, const char *whole)
{
        size_t size = strlen(part), all = whole ? strlen(whole) : 0, n;

        if (all <= size || strcmp(whole + all - size, part) != 0)
                return false;
        for (const char *p = whole; (p = title_separator(p, &n)); p += n) {
                if (p + n == whole + all - size)
                        return true;
        }
        return false;
}

bool title_is_bare(const char *text, const struct title_candidates *c)
{
        return title_same(text, c->bare) || title_same(text, c->brief) ||
               title_same(text, c->title);
}

bool title_is_told(const char *text, const struct title_candidates *c)
{
        return title_same(text, c->og) || title_same(text, c->headline) ||
               title_is_bare(text, c);
}
