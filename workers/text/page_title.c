/* page_title - the headline, as the page states it
 *
 * Headline, og:title, h1 and <title> each may carry the outlet's name, be cut, or be written
 * anew for search engines. What two of them agree on is taken, without the outlet's name.
 */
#include <errno.h>
#include <string.h>

#include "base/utf8.h"
#include "workers/text/letters.h"
#include "workers/text/page_facts.h"

enum {
        TITLE_BYTES_MAX = 500,
        HEADINGS_MAX = 20,
        NEAR_BLOCKS = 14,
        HEADING_DISTANCE_MAX = 60,
        SITE_WORDS_MAX = 6,
        HEADING_SHARED_MIN = 30, /* percent of an h1's words in another title */
};

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

static bool same(const char *a, const char *b)
{
        return a && b && letter_same_words(a, strlen(a), b, strlen(b));
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

static const char *address_of(const struct page_facts *f)
{
        return f->doc->article->url ? f->doc->article->url : f->tree->canonical;
}

/* Does the host of the page's address hold the part's letters, or the part the host's name? */
static bool is_host(const char *url, const char *part)
{
        char host[80], letters[80];
        size_t n = 0, m = 0;
        const char *p = url ? strstr(url, "://") : NULL;

        if (!p)
                return false;
        p += 3;
        if (strncmp(p, "www.", 4) == 0)
                p += 4;
        for (; *p && *p != '.' && *p != '/' && *p != ':' && n + 1 < sizeof(host); p++)
                if (*p != '-')
                        host[n++] = (char)(*p | 0x20);
        host[n] = '\0';
        for (p = part; *p && m + 1 < sizeof(letters); p++)
                if ((*p >= 'a' && *p <= 'z') || (*p >= 'A' && *p <= 'Z') ||
                    (*p >= '0' && *p <= '9'))
                        letters[m++] = (char)(*p | 0x20);
        letters[m] = '\0';
        return n >= 3 && m >= 3 && (strstr(letters, host) || strstr(host, letters));
}

/* Takes the outlet's name off the end or the head of a title. With @guess also a short last
 * part that nothing tells to be one. */
static char *strip_site(const struct page_facts *f, const char *title, bool guess)
{
        struct arena *arena = f->doc->arena;
        const char *site = page_meta(f->tree, "og:site_name"), *url = address_of(f);
        const char *first = NULL, *last = NULL;
        size_t n, first_size = 0, last_size = 0;
        char *head;

        if (!site)
                site = f->jsonld.publisher;
        for (const char *p = title; (p = separator(p, &n)); p += n) {
                if (!first) {
                        first = p;
                        first_size = n;
                }
                last = p;
                last_size = n;
                if ((site && same(p + n, site)) || is_host(url, p + n))
                        return arena_copy(arena, title, (size_t)(p - title));
        }
        if (!first)
                return arena_copy(arena, title, strlen(title));
        head = arena_copy(arena, title, (size_t)(first - title));
        if (head && ((site && same(head, site)) || (is_host(url, head) && first != last)))
                return arena_copy(arena, first + first_size, strlen(first + first_size));
        if (guess && count_words(last + last_size, strlen(last + last_size)) <= 4 &&
            count_words(title, (size_t)(last - title)) >= 3)
                return arena_copy(arena, title, (size_t)(last - title));
        return arena_copy(arena, title, strlen(title));
}

struct candidates {
        const char *title, *og, *headline; /* each may be NULL */
};

/* Percent of the heading's words that the other titles have. */
static unsigned shared_words(const char *heading, const struct candidates *c)
{
        unsigned words = 0, shared = 0;

        for (const char *p = heading; *p;) {
                char word[40];
                size_t n = strcspn(p, " ");

                if (n > 2 && n < sizeof(word)) {
                        memcpy(word, p, n);
                        word[n] = '\0';
                        words++;
                        shared += (c->title && strcasestr(c->title, word)) ||
                                  (c->og && strcasestr(c->og, word)) ||
                                  (c->headline && strcasestr(c->headline, word));
                }
                p += n;
                p += strspn(p, " ");
        }
        return words ? shared * 100 / words : 0;
}

/* The h1 that is the headline: the one whose words the other titles have most of. */
static int find_heading(struct page_facts *f, const struct candidates *c)
{
        unsigned best = 0;
        size_t n = 0;

        for (size_t i = 0; i < f->blocks->n && n < HEADINGS_MAX; i++) {
                const struct block *b = &f->blocks->blocks[i];
                unsigned rank;
                char *text;

                if (b->heading != 1 || b->size > TITLE_BYTES_MAX)
                        continue;
                n++;
                text = arena_copy(f->doc->arena, b->text, b->size);
                if (!text)
                        return -ENOMEM;
                if (b->words <= SITE_WORDS_MAX && !same(text, c->og) &&
                    !same(text, c->headline) && is_host(address_of(f), text))
                        continue; /* the outlet's name */
                rank = 1 + shared_words(text, c);
                if (f->tree->nodes[b->node].evidence & EVIDENCE_TITLE)
                        rank += 20;
                if (b->words < 3)
                        rank /= 2;
                if (b->context & IN_ARTICLE)
                        rank += 5;
                if (rank <= best)
                        continue;
                best = rank;
                f->heading = text;
                f->heading_node = b->node;
        }
        f->only_heading = n == 1;
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

static const char *choose(const struct page_facts *f, const struct candidates *c,
                          const char *bare)
{
        const char *h = f->heading;
        size_t n;
        unsigned shared = h ? shared_words(h, c) : 0;

        /* What news are told to be headed is the headline of record, once another place agrees.
         */
        if (c->headline && f->jsonld.type && strstr(f->jsonld.type, "NewsArticle") &&
            (same(c->headline, c->og) || same(c->headline, bare)))
                return c->headline;
        if (h && c->title && strncmp(c->title, h, strlen(h)) == 0 &&
            separator(c->title + strlen(h), &n) == c->title + strlen(h))
                return h;
        if (h && (same(h, c->og) || same(h, c->headline) || same(h, bare) || same(h, c->title)))
                return h;
        if (h && count_words(h, strlen(h)) >= 3 && shared >= HEADING_SHARED_MIN)
                return h;
        if (h && count_words(h, strlen(h)) >= 4 &&
            (f->only_heading || f->tree->nodes[f->heading_node].evidence & EVIDENCE_TITLE))
                return h;
        if (c->headline && (same(c->headline, c->og) || same(c->headline, bare)))
                return c->headline;
        if (c->og && shared_words(c->og, &(struct candidates){ .title = bare }) >= 50)
                return c->og;
        if (c->headline)
                return c->headline;
        return c->og ? c->og : bare ? bare : h;
}

int page_title_find(struct page_facts *f)
{
        struct arena *arena = f->doc->arena;
        struct candidates c;
        const char *bare;
        int r = 0;

        c.title = clean_or_null(arena, f->tree->title, &r);
        c.og = clean_or_null(arena, page_meta(f->tree, "og:title"), &r);
        if (!c.og)
                c.og = clean_or_null(arena, page_meta(f->tree, "twitter:title"), &r);
        c.headline = clean_or_null(arena, f->jsonld.headline, &r);
        if (r)
                return r;
        if (c.og)
                c.og = strip_site(f, c.og, false);
        if (c.headline)
                c.headline = strip_site(f, c.headline, false);
        bare = c.title ? strip_site(f, c.title, true) : NULL;
        r = find_heading(f, &c);
        if (!r && !f->doc->x->title)
                f->doc->x->title = choose(f, &c, bare);
        return r;
}

bool page_is_outlet(const struct page_facts *f, const char *name)
{
        return is_host(address_of(f), name);
}

void page_near(const struct page_facts *f, size_t *ret_from, size_t *ret_end)
{
        size_t first = f->selection->first, from, end = first + NEAR_BLOCKS, heading;

        from = first > NEAR_BLOCKS ? first - NEAR_BLOCKS : 0;
        if (f->heading_node) {
                heading = f->blocks->first[f->heading_node];
                if (heading < from && heading + HEADING_DISTANCE_MAX > first)
                        from = heading;
                if (heading >= from && heading + NEAR_BLOCKS > end &&
                    heading < f->selection->end)
                        end = heading + NEAR_BLOCKS;
                from = from > heading && from - heading < NEAR_BLOCKS ? heading : from;
        }
        *ret_from = from;
        *ret_end = end < f->blocks->n ? end : f->blocks->n;
}
