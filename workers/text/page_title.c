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
#include "workers/text/page_facts.h"
#include "workers/text/title_words.h"

extern const struct lexicon lexicon_title_labels;

enum {
        TITLE_BYTES_MAX = 500,
        HEADINGS_MAX = 20,
        LOOKED_MAX = 200, /* headings of any level */
        SITE_WORDS_MAX = 6,
        BARE_WORDS_MIN = 3,
        KICKER_WORDS_MAX = 3,
        LABEL_BYTES_MAX = 24,
        LONG_HEADLINE_WORDS = 10,
        HEADING_SHARED_MIN = 30,        /* percent of an h1's words in another title */
        HEADING_SHARED_AMONG_MANY = 40, /* the same where there are several h1 */
};

static bool same(const char *a, const char *b)
{
        return a && b && letter_same_words(a, strlen(a), b, strlen(b));
}

/* Where a part behind (or before) a separator begins and ends: " | ", " - ", " – ", " » ". */
static const char *separator(const char *from, size_t *ret_size)
{
        static const char *const marks[] = { " | ", " - ", " – ",  " — ", " » ", " · ", " :: ",
                                             " • ", " / ", " // ", " ‹ ", " « ", " ｜ " };
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

/* Marks that part the outlet's name too, but stand within headlines as well. */
static const char *tight_separator(const char *from, size_t *ret_size)
{
        static const char *const marks[] = { "|", "｜", "丨", "_", ": ", "：", "－", "–", "—" };
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

static char *fold(struct arena *arena, const char *text)
{
        char *out = arena_alloc(arena, 2 * strlen(text) + 1);

        if (out)
                letter_fold(text, strlen(text), out);
        return out;
}

struct candidates {
        const char *title, *og, *headline; /* each may be NULL */
        const char *bare, *brief; /* <title> without the outlet; without its last part too */
        const char *folded[3];    /* title, og, headline in lower case */
};

static unsigned shared_words(struct arena *arena, const char *heading,
                             const struct candidates *c)
{
        const char *folded = fold(arena, heading);

        return folded ? title_words_shared(folded, c->folded, 3) : 0;
}

static const char *drop_tail(const struct page_facts *f, const char *title)
{
        size_t n;

        for (const char *p = title; (p = separator(p, &n)); p += n) {
                size_t more;

                if (p > title && (page_is_site(f, p + n) ||
                                  (!separator(p + n, &more) && page_is_host(f, p + n))))
                        return arena_copy(f->doc->arena, title, (size_t)(p - title));
        }
        for (const char *p = title; (p = tight_separator(p, &n)); p += n) {
                if (p > title && page_is_site(f, p + n))
                        return arena_copy(f->doc->arena, title, (size_t)(p - title));
        }
        return title;
}

static const char *drop_head(const struct page_facts *f, const char *title)
{
        struct arena *arena = f->doc->arena;
        size_t n;
        const char *p = separator(title, &n), *head = NULL;

        if (p && p > title)
                head = arena_copy(arena, title, (size_t)(p - title));
        if (head && (page_is_site(f, head) ||
                     (page_is_host(f, head) && title_words(p, strlen(p)) >= 3)))
                return p + n;
        p = tight_separator(title, &n);
        if (p && p > title)
                head = arena_copy(arena, title, (size_t)(p - title));
        return p && head && page_is_site(f, head) && p[n] ? p + n : title;
}

/* Takes the outlet's name off the end or the head of a title. */
static const char *strip_site(const struct page_facts *f, const char *title)
{
        const char *bare = drop_tail(f, title);

        return bare ? drop_head(f, bare) : NULL;
}

/* Without a short last part that nothing tells to be the outlet's name, or a section's. */
static const char *strip_last(const struct page_facts *f, const char *title)
{
        const char *last = NULL;
        size_t n, last_size = 0;

        for (const char *p = title; (p = separator(p, &n)); p += n) {
                last = p;
                last_size = n;
        }
        if (last && title_words(last + last_size, strlen(last + last_size)) <= 4 &&
            title_words(title, (size_t)(last - title)) >= 3)
                return arena_copy(f->doc->arena, title, (size_t)(last - title));
        return title;
}

/* Is @part what stands before the first separators of @whole, or behind the last? */
static bool is_head_of(const char *part, const char *whole)
{
        size_t size = strlen(part), n;

        return whole && strncmp(whole, part, size) == 0 &&
               separator(whole + size, &n) == whole + size;
}

static bool is_tail_of(const char *part, const char *whole)
{
        size_t size = strlen(part), all = whole ? strlen(whole) : 0, n;

        if (all <= size || strcmp(whole + all - size, part) != 0)
                return false;
        for (const char *p = whole; (p = separator(p, &n)); p += n) {
                if (p + n == whole + all - size)
                        return true;
        }
        return false;
}

static bool is_title(const char *text, const struct candidates *c)
{
        return same(text, c->bare) || same(text, c->brief) || same(text, c->title);
}

static bool is_told(const char *text, const struct candidates *c)
{
        return same(text, c->og) || same(text, c->headline) || is_title(text, c);
}

/* "The Sound" above "Ferries stop", where <title> is "Ferries stop — The Sound"? */
static bool is_outlets_heading(const struct page_facts *f, const char *text,
                               const struct candidates *c)
{
        if (title_words(text, strlen(text)) > SITE_WORDS_MAX || same(text, c->og) ||
            same(text, c->headline))
                return false;
        return page_is_outlet(f, text) ||
               (c->og && ((is_tail_of(text, c->title) && is_head_of(c->og, c->title)) ||
                          (is_head_of(text, c->title) && is_tail_of(c->og, c->title))));
}

/* How likely the block is the headline; 0: it is not. */
static unsigned rank_heading(const struct page_facts *f, const struct block *b,
                             const char *text, const struct candidates *c)
{
        bool told = is_told(text, c);
        unsigned rank;

        if (is_outlets_heading(f, text, c))
                return 0;
        if (b->heading != 1 &&
            !(title_words(text, strlen(text)) >= 3 &&
              (told || is_tail_of(text, c->title) || is_head_of(text, c->title))))
                return 0;
        rank = 1 + shared_words(f->doc->arena, text, c);
        if (same(text, c->og) || same(text, c->headline))
                rank += 40;
        if (f->tree->nodes[b->node].evidence & EVIDENCE_TITLE)
                rank += 20;
        if (title_words(text, strlen(text)) < 3)
                rank /= 2;
        if (b->context & IN_ARTICLE)
                rank += 5;
        return b->heading == 1 ? rank + 1 : rank;
}

/* Words of the page's blocks. */
static size_t words_of(const struct page_facts *f)
{
        size_t words = 0;

        for (size_t i = 0; i < f->blocks->n; i++)
                words += f->blocks->blocks[i].words;
        return words;
}

/* "Ferries stop", where <title> is "Sound Post - Ferries stop" or "Ferries stop: Sound Post".
 */
static bool is_part_of_title(const char *text, const char *title)
{
        size_t size = strlen(text), n;

        return is_head_of(text, title) || is_tail_of(text, title) ||
               (strncmp(title, text, size) == 0 &&
                tight_separator(title + size, &n) == title + size);
}

/* Older pages set the headline in bold, or in a cell: it is the line that <title> repeats. */
static int find_bare_heading(struct page_facts *f, const struct candidates *c)
{
        size_t looked = 0;

        for (size_t i = 0; i < f->blocks->n && c->title && looked < LOOKED_MAX; i++) {
                const struct block *b = &f->blocks->blocks[i];
                size_t size = b->line_end ? b->line_end : b->size;
                char *text;

                if (b->words < BARE_WORDS_MIN || size > TITLE_BYTES_MAX ||
                    b->context & IN_NAVIGATION)
                        continue;
                looked++;
                text = arena_copy(f->doc->arena, b->text, size);
                if (!text)
                        return -ENOMEM;
                if (!is_part_of_title(text, c->title) || page_is_outlet(f, text))
                        continue;
                f->heading = text;
                f->heading_node = b->node;
                break;
        }
        return 0;
}

/* The heading that is the headline: the one whose words the other titles have most of. What
 * stands below most of the page heads something else. */
static int find_heading(struct page_facts *f, const struct candidates *c)
{
        size_t n = 0, looked = 0, before = 0, words = words_of(f);
        unsigned best = 0;

        for (size_t i = 0; i < f->blocks->n && n < HEADINGS_MAX && looked < LOOKED_MAX; i++) {
                const struct block *b = &f->blocks->blocks[i];
                bool below = before > words / 2;
                unsigned rank;
                char *text;

                before += b->words;
                if (!b->heading || b->heading > 3 || b->size > TITLE_BYTES_MAX)
                        continue;
                looked++;
                n += b->heading == 1;
                text = arena_copy(f->doc->arena, b->text, b->size);
                if (!text)
                        return -ENOMEM;
                if (below && !is_told(text, c))
                        continue;
                rank = rank_heading(f, b, text, c);
                if (rank <= best)
                        continue;
                best = rank;
                f->heading = page_clean(f->doc->arena, text);
                f->heading_node = b->node;
        }
        f->only_heading = n == 1;
        return f->heading ? 0 : find_bare_heading(f, c);
}

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

static const char *without_glued(const char *heading, const struct candidates *c)
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
        }
        return heading;
}

/* A heading may hold a label ("Local News | Ferries stop", "Ferries stop | Opinion", "Video
 * Ferries stop"), which other places leave out. */
static const char *without_label(const char *heading, const struct candidates *c)
{
        const char *const others[] = { c->headline, c->og, c->bare };
        size_t size = strlen(heading);

        for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++) {
                size_t n = others[i] ? strlen(others[i]) : 0;
                const char *label_end = heading + size - n;

                if (!n || n >= size || title_words(others[i], n) < 3)
                        continue;
                if (is_head_of(others[i], heading) || is_tail_of(others[i], heading))
                        return others[i];
                if (strcmp(label_end, others[i]) == 0 &&
                    is_kicker(heading, (size_t)(label_end - heading)) &&
                    same(others[i], others[(i + 1) % 3]))
                        return others[i];
                if (is_run_on(heading, others[i], n) && same(others[i], others[(i + 1) % 3]) &&
                    same(others[i], others[(i + 2) % 3]))
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
static bool is_akin(const struct page_facts *f, const char *h, const struct candidates *c)
{
        unsigned shared = shared_words(f->doc->arena, h, c);
        const char *folded = fold(f->doc->arena, h);
        const char *const own[] = { folded };

        if (f->only_heading || !c->og || !c->folded[1])
                return shared >= HEADING_SHARED_MIN;
        return shared >= HEADING_SHARED_AMONG_MANY &&
               title_words_shared(c->folded[1], own, 1) >= HEADING_SHARED_AMONG_MANY;
}

static bool is_cut(const char *text)
{
        size_t size = strlen(text);

        return size >= 3 &&
               (strcmp(text + size - 3, "...") == 0 || strcmp(text + size - 3, "…") == 0);
}

/* A long headline that <title> repeats, and that the editors made shorter by words for where
 * space is short: both are theirs, and the shorter one is what the article is called elsewhere.
 * Where <title> is short too, it is search engines that they are short for. */
static bool is_shared_shorter(const struct page_facts *f, const struct candidates *c)
{
        const char *h = f->heading, *folded;

        if (!h || !c->og || title_words(h, strlen(h)) < LONG_HEADLINE_WORDS || is_cut(c->og) ||
            !(same(h, c->bare) || same(h, c->brief)))
                return false;
        folded = fold(f->doc->arena, h);
        return folded && c->folded[1] && title_is_shortened(c->folded[1], folded);
}

static const char *choose(const struct page_facts *f, const struct candidates *c)
{
        const char *h = f->heading;
        size_t words = h ? title_words(h, strlen(h)) : 0;
        const char *own[] = { NULL };

        if (is_shared_shorter(f, c))
                return c->og;

        /* What news are told to be headed is the headline of record, once another place agrees.
         */
        if (c->headline && f->jsonld.type && strstr(f->jsonld.type, "NewsArticle") &&
            (same(c->headline, c->og) || is_title(c->headline, c)))
                return c->headline;
        if (h && (is_head_of(h, c->title) || is_told(h, c)))
                return h;
        if (words >= 3 && is_akin(f, h, c))
                return h;
        if (words >= 4 &&
            (f->only_heading || f->tree->nodes[f->heading_node].evidence & EVIDENCE_TITLE))
                return h;
        if (c->headline && (same(c->headline, c->og) || is_title(c->headline, c)))
                return c->headline;
        own[0] = c->brief ? fold(f->doc->arena, c->brief) : NULL;
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

static int find_candidates(struct page_facts *f, struct candidates *c)
{
        struct arena *arena = f->doc->arena;
        int r = 0;

        c->title = clean_or_null(arena, f->tree->title, &r);
        c->og = title_of_metas(f, &r);
        c->headline = clean_or_null(arena, f->jsonld.headline, &r);
        if (r)
                return r;
        c->og = c->og && !page_is_site(f, c->og) ? strip_site(f, c->og) : NULL;
        c->headline = c->headline && !page_is_site(f, c->headline) ? strip_site(f, c->headline)
                                                                   : NULL;
        c->bare = c->title ? strip_site(f, c->title) : NULL;
        c->brief = c->bare ? strip_last(f, c->bare) : NULL;
        c->folded[0] = c->title ? fold(arena, c->title) : NULL;
        c->folded[1] = c->og ? fold(arena, c->og) : NULL;
        c->folded[2] = c->headline ? fold(arena, c->headline) : NULL;
        return 0;
}

int page_title_find(struct page_facts *f)
{
        struct candidates c = { 0 };
        int r = find_candidates(f, &c);

        if (!r)
                r = find_heading(f, &c);
        if (r || f->doc->x->title)
                return r;
        f->doc->x->title = choose(f, &c);
        if (f->doc->x->title)
                f->doc->x->title = without_section(
                        f, without_label(without_glued(f->doc->x->title, &c), &c));
        return 0;
}
