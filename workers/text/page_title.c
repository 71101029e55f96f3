/* page_title - the headline, as the page states it
 *
 * Headline, og:title, h1 and <title> each may carry the outlet's name, be cut, or be written
 * anew for search engines. What two of them agree on is taken, without the outlet's name.
 */
#include <errno.h>
#include <string.h>

#include "workers/text/letters.h"
#include "workers/text/page_facts.h"

enum { TITLE_BYTES_MAX = 500, CANDIDATES = 5 };

static const struct {
        const char *name, *text;
} entities[] = {
        { "amp", "&" },    { "quot", "\"" }, { "apos", "'" },  { "lt", "<" },
        { "gt", ">" },     { "nbsp", " " },  { "rsquo", "’" }, { "lsquo", "‘" },
        { "rdquo", "”" },  { "ldquo", "“" }, { "ndash", "–" }, { "mdash", "—" },
        { "hellip", "…" }, { "#39", "'" },   { "#039", "'" },  { "#x27", "'" },
        { "#34", "\"" },   { "#8217", "’" }, { "#8216", "‘" }, { "#8220", "“" },
        { "#8221", "”" },  { "#8211", "–" }, { "#8212", "—" }, { "#8230", "…" },
        { "#038", "&" },   { "#38", "&" },   { "#160", " " },  { "#x2019", "’" },
        { "eacute", "é" },
};

static const char *entity(const char *p, const char *end, size_t *ret_size)
{
        for (size_t i = 0; i < sizeof(entities) / sizeof(*entities); i++) {
                size_t n = strlen(entities[i].name);

                if ((size_t)(end - p) > n + 1 && memcmp(p + 1, entities[i].name, n) == 0 &&
                    p[n + 1] == ';') {
                        *ret_size = n + 2;
                        return entities[i].text;
                }
        }
        return NULL;
}

char *page_clean(struct arena *arena, const char *text)
{
        const char *p = text, *end = text + strlen(text);
        char *out = arena_alloc(arena, strlen(text) + 1), *at = out;
        bool space = false;

        if (!out)
                return NULL;
        while (p < end) {
                unsigned n;
                size_t size;
                const char *decoded = *p == '&' ? entity(p, end, &size) : NULL;
                enum letter_kind kind = letter_kind_at(p, end, &n);

                if (kind == LETTER_SPACE || (decoded && *decoded == ' ')) {
                        space = at > out;
                        p += decoded ? size : n;
                        continue;
                }
                if (space && kind != LETTER_NOTHING)
                        *at++ = ' ';
                space = space && kind == LETTER_NOTHING;
                if (decoded) {
                        at = stpcpy(at, decoded);
                        p += size;
                } else if (kind != LETTER_NOTHING) {
                        memcpy(at, p, n);
                        at += n;
                        p += n;
                } else {
                        p += n;
                }
        }
        *at = '\0';
        return out;
}

static bool same(const char *a, const char *b)
{
        return a && b && page_same_words(a, strlen(a), b, strlen(b));
}

/* Where a part behind (or before) a separator begins and ends: " | ", " - ", " – ", " » ". */
static const char *separator(const char *from, size_t *ret_size)
{
        static const char *const marks[] = { " | ", " - ",  " – ", " — ", " » ",
                                             " · ", " :: ", " • ", " / " };
        const char *first = NULL;

        for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
                const char *at = strstr(from, marks[i]);

                if (at && (!first || at < first)) {
                        first = at;
                        *ret_size = strlen(marks[i]);
                }
        }
        return first;
}

static size_t count_words(const char *p, size_t size)
{
        size_t n = 0;

        for (size_t i = 0; i < size; i++)
                n += p[i] != ' ' && (i == 0 || p[i - 1] == ' ');
        return n;
}

/* Takes the outlet's name off: a short last part that is the outlet's name or is not in the
 * heading. @site may be NULL. */
static char *strip_site(struct arena *arena, const char *title, const char *site, bool guess)
{
        size_t size = strlen(title), n, last_size = 0;
        const char *last = NULL;

        for (const char *p = title; (p = separator(p, &n)); p += n) {
                last = p;
                last_size = n;
                if (site && same(p + n, site)) {
                        return arena_copy(arena, title, (size_t)(p - title));
                }
        }
        n = 0;
        if (site && separator(title, &n)) {
                const char *first = separator(title, &n);
                char *head = arena_copy(arena, title, (size_t)(first - title));

                if (head && same(head, site))
                        return arena_copy(arena, first + n, strlen(first + n));
        }
        if (last && guess && count_words(last + last_size, strlen(last + last_size)) <= 4 &&
            count_words(title, (size_t)(last - title)) >= 3)
                size = (size_t)(last - title);
        return arena_copy(arena, title, size);
}

/* The h1 that is the headline: the one that says what <title> says, else one that is alone,
 * else the first outside the page's head. */
static int find_heading(struct page_facts *f, const char *title)
{
        size_t n = 0;
        const struct block *best = NULL;
        int best_rank = 0;

        for (size_t i = 0; i < f->blocks->n; i++) {
                const struct block *b = &f->blocks->blocks[i];
                int rank = 1;
                char *text;

                if (b->heading != 1 || b->words < 1 || b->size > TITLE_BYTES_MAX ||
                    b->evidence & EVIDENCE_HIDDEN || ++n > 20)
                        continue;
                text = arena_copy(f->doc->arena, b->text, b->size);
                if (!text)
                        return -ENOMEM;
                if (title && strcasestr(title, text) && b->words >= 2)
                        rank = 4;
                else if (b->words >= 3 && b->context & IN_ARTICLE)
                        rank = 3;
                else if (b->words >= 3)
                        rank = 2;
                if (rank > best_rank) {
                        best_rank = rank;
                        best = b;
                        f->heading = text;
                        f->heading_node = b->node;
                }
        }
        (void)best;
        return 0;
}

static const char *clean_or_null(struct arena *arena, const char *text, int *error)
{
        const char *out;

        if (!text)
                return NULL;
        out = page_clean(arena, text);
        if (!out)
                *error = -ENOMEM;
        return out && *out && strlen(out) <= TITLE_BYTES_MAX ? out : NULL;
}

static bool starts_with_words(const char *whole, const char *part)
{
        return whole && part && strlen(part) >= 8 &&
               strncasecmp(whole, part, strlen(part)) == 0;
}

int page_title_find(struct page_facts *f)
{
        struct arena *arena = f->doc->arena;
        const char *site = page_meta(f->tree, "og:site_name");
        const char *title, *og, *headline, *bare;
        int r = 0;

        if (!site)
                site = f->jsonld.publisher;
        title = clean_or_null(arena, f->tree->title, &r);
        og = clean_or_null(arena, page_meta(f->tree, "og:title"), &r);
        if (!og)
                og = clean_or_null(arena, page_meta(f->tree, "twitter:title"), &r);
        headline = clean_or_null(arena, f->jsonld.headline, &r);
        if (!r)
                r = find_heading(f, title ? title : og);
        if (r || f->doc->x->title)
                return r;
        bare = title ? strip_site(arena, title, site, true) : NULL;
        if (og)
                og = strip_site(arena, og, site, false);
        if (f->heading &&
            (same(f->heading, og) || same(f->heading, headline) || same(f->heading, bare) ||
             same(f->heading, title) || starts_with_words(title, f->heading) ||
             starts_with_words(og, f->heading)))
                f->doc->x->title = f->heading;
        else if (same(headline, og) || (headline && same(headline, bare)))
                f->doc->x->title = headline;
        else if (f->heading && count_words(f->heading, strlen(f->heading)) >= 4)
                f->doc->x->title = f->heading;
        else
                f->doc->x->title = headline ? headline : og ? og : bare ? bare : f->heading;
        return 0;
}
