/* page_title - the headline, as the page states it
 *
 * Headline, og:title, h1 and <title> each may carry the outlet's name, be cut, or be written
 * anew for search engines. What two of them agree on is taken, without the outlet's name.
 */
#include <errno.h>
#include <string.h>

#include "base/macros.h"
#include "workers/lexicon/lexicon.h"
#include "workers/text/letters.h"
#include "workers/text/page_title_parts.h"
#include "workers/text/title_words.h"

extern const struct lexicon lexicon_title_labels;

enum {
        TITLE_BYTES_MAX = 500,
        KICKER_WORDS_MAX = 3,
        LABEL_BYTES_MAX = 24,
        LONG_HEADLINE_WORDS = 10,
        HEADING_SHARED_MIN = 30,        /* percent of an h1's words in another title */
        HEADING_SHARED_AMONG_MANY = 40, /* the same where there are several h1 */
};

static const char *clean_or_null(struct arena *arena, const char *text, int *error)
{
        const char *out;

        if (!text)
                return NULL;
        out = page_clean_twice(arena, text);
        if (!out)
                *error = -ENOMEM;
        return out && *out && strlen(out) <= TITLE_BYTES_MAX ? out : NULL;
}

static bool is_label(const char *text, size_t size)
{
        char folded[2 * LABEL_BYTES_MAX + 1];

        return size <= LABEL_BYTES_MAX &&
               lexicon_find(&lexicon_title_labels, folded, letter_fold(text, size, folded));
}

/* "Video " and "Blog: ", but not "Climate: ", before a headline. */
static bool is_kicker(const char *text, size_t size)
{
        if (size < 2 || text[size - 1] != ' ')
                return false;
        if (text[size - 2] == ':')
                return is_label(text, size - 2);
        return !strchr("-.,!?", text[size - 2]) && title_words(text, size) <= KICKER_WORDS_MAX;
}

/* "Ferries stop Ice is to blame", where the headline is of @n bytes: a subheading runs on. */
static bool is_run_on(const char *heading, const char *headline, size_t n)
{
        const char *rest = heading + n + 1;
        unsigned size;

        return strncmp(heading, headline, n) == 0 && heading[n] == ' ' &&
               title_words(rest, strlen(rest)) > KICKER_WORDS_MAX &&
               letter_kind_at(rest, rest + strlen(rest), &size) == LETTER_UPPER;
}

/* "LiveFerries stop": a label that the page's style keeps apart. */
static bool is_glued(const char *text, size_t size)
{
        return size > 1 && letter_kind_of((unsigned char)text[size - 1]) == LETTER_LOWER &&
               title_words(text, size) <= KICKER_WORDS_MAX;
}

static const char *without_glued(const char *heading, const struct title_candidates *c)
{
        const char *const others[] = { c->headline, c->og, c->bare, c->brief };
        size_t size = strlen(heading);

        for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++) {
                size_t n = others[i] ? strlen(others[i]) : 0;
                unsigned width;

                if (n && n < size && title_words(others[i], n) >= 3 &&
                    strcmp(heading + size - n, others[i]) == 0 &&
                    letter_kind_at(others[i], others[i] + n, &width) == LETTER_UPPER &&
                    is_glued(heading, size - n))
                        return others[i];
                if (n && n < size && title_words(others[i], n) >= 3 &&
                    strncmp(heading, others[i], n) == 0 &&
                    letter_kind_of((unsigned char)heading[n - 1]) == LETTER_LOWER &&
                    letter_kind_at(heading + n, heading + size, &width) == LETTER_UPPER)
                        return others[i]; /* "Ferries stopIce is to blame" */
        }
        return heading;
}

/* A heading may hold a label ("Local News | Ferries stop", "Ferries stop | Opinion", "Video
 * Ferries stop"), which other places leave out. */
static const char *without_label(const char *heading, const struct title_candidates *c)
{
        const char *const others[] = { c->headline, c->og, c->bare };
        size_t size = strlen(heading);

        for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++) {
                size_t n = others[i] ? strlen(others[i]) : 0;
                const char *label_end = heading + size - n;

                if (!n || n >= size || title_words(others[i], n) < 3)
                        continue;
                if (title_is_head_of(others[i], heading) ||
                    title_is_tail_of(others[i], heading))
                        return others[i];
                if (strcmp(label_end, others[i]) == 0 &&
                    is_kicker(heading, (size_t)(label_end - heading)) &&
                    title_same(others[i], others[(i + 1) % 3]))
                        return others[i];
                if (is_run_on(heading, others[i], n) &&
                    title_same(others[i], others[(i + 1) % 3]) &&
                    title_same(others[i], others[(i + 2) % 3]))
                        return others[i];
        }
        return heading;
}

/* Is it a part of the page's address, but the last: "district" of ".../district/343604"? */
static bool is_of_path(const struct page_facts *f, const char *name)
{
        const char *url = page_address(f);
        const char *p = url ? strstr(url, "://") : NULL;

        p = p ? strchr(p + 3, '/') : NULL;
        while (p && *p == '/') {
                size_t n = strcspn(++p, "/?#");

                if (p[n] == '/' && n && letter_same_words(p, n, name, strlen(name)))
                        return true;
                p += n;
        }
        return false;
}

/* "Opinion | Ferries stop", "Ferries stop | Letters": the section is no part of the headline.
 */
static const char *without_section(const struct page_facts *f, const char *title)
{
        static const char mark[] = " | ";
        const char *first = strstr(title, mark), *last = first;

        if (first && is_label(title, (size_t)(first - title))) {
                title = first + sizeof(mark) - 1;
                last = strstr(title, mark);
        }
        for (const char *p = last; p && (p = strstr(p + 1, mark));)
                last = p;
        if (last && (is_label(last + sizeof(mark) - 1, strlen(last + sizeof(mark) - 1)) ||
                     is_of_path(f, last + sizeof(mark) - 1)))
                return arena_copy(f->doc->arena, title, (size_t)(last - title));
        return title;
}

/* Do the heading and the other titles speak of the same? */
static bool is_akin(const struct page_facts *f, const char *h, const struct title_candidates *c)
{
        unsigned shared = title_shared(f->doc->arena, h, c);
        const char *folded = title_fold(f->doc->arena, h);
        const char *const own[] = { folded };

        if (f->only_heading || !c->og || !c->folded[1])
                return shared >= HEADING_SHARED_MIN;
        return shared >= HEADING_SHARED_AMONG_MANY &&
               title_words_shared(c->folded[1], own, 1) >= HEADING_SHARED_AMONG_MANY;
}

/* A long headline that <title> repeats, and that the editors made shorter by words for where
 * space is short: both are theirs, and the shorter one is what the article is called elsewhere.
 * Where <title> is short too, it is search engines that they are short for. */
static bool is_shared_shorter(const struct page_facts *f, const struct title_candidates *c)
{
        const char *h = f->heading, *folded;

        if (!h || !c->og || title_words(h, strlen(h)) < LONG_HEADLINE_WORDS ||
            title_is_cut(c->og) || !(title_same(h, c->bare) || title_same(h, c->brief)))
                return false;
        folded = title_fold(f->doc->arena, h);
        return folded && c->folded[1] && title_is_shortened(c->folded[1], folded);
}

static const char *choose(const struct page_facts *f, const struct title_candidates *c)
{
        const char *h = f->heading;
        size_t words = h ? title_words(h, strlen(h)) : 0;
        const char *own[] = { NULL };

        if (is_shared_shorter(f, c))
                return c->og;

        /* What news are told to be headed is the headline of record, once another place agrees.
         */
        if (c->headline && f->jsonld.type && strstr(f->jsonld.type, "NewsArticle") &&
            (title_same(c->headline, c->og) || title_is_bare(c->headline, c)))
                return c->headline;
        if (h && (title_is_head_of(h, c->title) || title_is_told(h, c)))
                return h;
        if (words >= 3 && is_akin(f, h, c))
                return h;
        if (words >= 4 &&
            (f->only_heading || f->tree->nodes[f->heading_node].evidence & EVIDENCE_TITLE))
                return h;
        if (c->headline && (title_same(c->headline, c->og) || title_is_bare(c->headline, c)))
                return c->headline;
        own[0] = c->brief ? title_fold(f->doc->arena, c->brief) : NULL;
        if (c->og && c->folded[1] && title_words_shared(c->folded[1], own, 1) >= 50)
                return c->og;
        if (c->headline)
                return c->headline;
        return c->og ? c->og : c->brief ? c->brief : h;
}

/* What the metadata call the article, in the order of their worth. */
static const char *title_of_metas(const struct page_facts *f, int *error)
{
        static const char *const keys[] = { "og:title", "twitter:title", "headline",
                                            "hdl",      "parsely-title", "sailthru.title" };
        const char *found = NULL;

        for (size_t i = 0; i < ARRAY_SIZE(keys) && !found; i++)
                found = clean_or_null(f->doc->arena, page_meta(f->tree, keys[i]), error);
        return found;
}

static int find_candidates(struct page_facts *f, struct title_candidates *c)
{
        struct arena *arena = f->doc->arena;
        int r = 0;

        c->title = clean_or_null(arena, f->tree->title, &r);
        c->og = title_of_metas(f, &r);
        c->headline = clean_or_null(arena, f->jsonld.headline, &r);
        if (r)
                return r;
        c->og = c->og && !page_is_site(f, c->og) ? title_strip_site(f, c->og) : NULL;
        c->headline = c->headline && !page_is_site(f, c->headline)
                              ? title_strip_site(f, c->headline)
                              : NULL;
        c->bare = c->title ? title_strip_site(f, c->title) : NULL;
        c->brief = c->bare ? title_strip_last(f, c->bare) : NULL;
        c->folded[0] = c->title ? title_fold(arena, c->title) : NULL;
        c->folded[1] = c->og ? title_fold(arena, c->og) : NULL;
        c->folded[2] = c->headline ? title_fold(arena, c->headline) : NULL;
        return 0;
}

int page_title_find(struct page_facts *f)
{
        struct title_candidates c = { 0 };
        int r = find_candidates(f, &c);

        if (!r)
                r = title_find_heading(f, &c);
        if (r || f->doc->x->title)
                return r;
        f->doc->x->title = choose(f, &c);
        if (f->doc->x->title)
                r = title_complete(f, &f->doc->x->title);
        if (f->doc->x->title)
                f->doc->x->title = without_section(
                        f, without_label(without_glued(f->doc->x->title, &c), &c));
        return r;
}
