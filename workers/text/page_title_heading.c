/* page_title_heading - which of a page's headings is the headline
 */
#include <errno.h>
#include <string.h>

#include "workers/text/page_title_parts.h"
#include "workers/text/title_words.h"

enum {
        TITLE_BYTES_MAX = 500,
        HEADINGS_MAX = 20,
        LOOKED_MAX = 200, /* headings of any level */
        SITE_WORDS_MAX = 6,
        BARE_WORDS_MIN = 3,
        CUT_WORDS_LEAST = 3, /* that a cut title has in common with a heading */
        HEADLINE_WORDS_MIN = 4,
        TEXT_WORDS_MIN = 15, /* of the paragraph that ends the head of the page */
};

/* "The Sound" above "Ferries stop", where <title> is "Ferries stop — The Sound"? */
static bool is_outlets_heading(const struct page_facts *f, const char *text,
                               const struct title_candidates *c)
{
        if (title_words(text, strlen(text)) > SITE_WORDS_MAX || title_same(text, c->og) ||
            title_same(text, c->headline))
                return false;
        return page_is_outlet(f, text) ||
               (c->og &&
                ((title_is_tail_of(text, c->title) && title_is_head_of(c->og, c->title)) ||
                 (title_is_head_of(text, c->title) && title_is_tail_of(c->og, c->title))));
}

/* How likely the block is the headline; 0: it is not. */
static unsigned rank_heading(const struct page_facts *f, const struct block *b,
                             const char *text, const struct title_candidates *c)
{
        bool told = title_is_told(text, c);
        unsigned rank;

        if (is_outlets_heading(f, text, c))
                return 0;
        if (b->heading != 1 &&
            !(title_words(text, strlen(text)) >= 3 &&
              (told || title_is_tail_of(text, c->title) || title_is_head_of(text, c->title))))
                return 0;
        rank = 1 + title_shared(f->doc->arena, text, c);
        if (title_same(text, c->og) || title_same(text, c->headline))
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

        return title_is_head_of(text, title) || title_is_tail_of(text, title) ||
               (strncmp(title, text, size) == 0 &&
                title_tight_separator(title + size, &n) == title + size);
}

/* Older pages set the headline in bold, or in a cell: it is the line that <title> repeats. */
static int find_bare_heading(struct page_facts *f, const struct title_candidates *c)
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

/* A heading's text: of two lines the one alone that the page states elsewhere, too. */
static char *heading_text(struct arena *arena, const struct block *b,
                          const struct title_candidates *c)
{
        char *text = arena_copy(arena, b->text, b->size);
        char *first = b->line_end ? arena_copy(arena, b->text, b->line_end) : NULL;

        if (!text || !first || title_is_told(text, c))
                return text;
        if (title_words(first, b->line_end) >= BARE_WORDS_MIN && title_is_told(first, c))
                return first;
        first = text + b->line_end + 1;
        return title_words(first, strlen(first)) >= BARE_WORDS_MIN && title_is_told(first, c)
                       ? first
                       : text;
}

/* The heading that is the headline: the one whose words the other titles have most of. What
 * stands below most of the page heads something else. */
int title_find_heading(struct page_facts *f, const struct title_candidates *c)
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
                text = heading_text(f->doc->arena, b, c);
                if (!text)
                        return -ENOMEM;
                if (below && !title_is_told(text, c))
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

bool title_is_cut(const char *text)
{
        size_t size = strlen(text);

        return size >= 3 &&
               (strcmp(text + size - 3, "...") == 0 || strcmp(text + size - 3, "…") == 0);
}

static bool may_be_headline(const struct block *b)
{
        return b->heading && b->heading <= 3 && b->words >= HEADLINE_WORDS_MIN &&
               b->size <= TITLE_BYTES_MAX;
}

/* "Ferries stop for …" and "Ferries stop for the winter" */
static bool goes_on_from(const struct block *b, const char *cut)
{
        size_t size = strlen(cut) - 3, words = 1;

        while (size && cut[size - 1] == ' ')
                size--;
        for (size_t i = 0; i < size; i++)
                words += cut[i] == ' ';
        return words >= CUT_WORDS_LEAST && b->size > size && memcmp(b->text, cut, size) == 0;
}

/* A front page is called like its outlet. */
static bool is_front(const struct page_facts *f)
{
        const char *url = page_address(f), *host = url ? strstr(url, "://") : NULL;
        const char *path = host ? strchr(host + 3, '/') : NULL;

        return host && (!path || !path[1]);
}

/* The one heading above the text; NULL: none, or several. */
static const struct block *heading_of_text(const struct page_facts *f)
{
        const struct block *found = NULL;

        for (size_t i = 0; i < f->blocks->n; i++) {
                const struct block *b = &f->blocks->blocks[i];

                if (b->stop && !b->heading && b->words >= TEXT_WORDS_MIN)
                        return found;
                if (!may_be_headline(b))
                        continue;
                if (found)
                        return NULL;
                found = b;
        }
        return NULL;
}

static const struct block *heading_of_cut(const struct page_facts *f, const char *cut)
{
        for (size_t i = 0; i < f->blocks->n; i++) {
                const struct block *b = &f->blocks->blocks[i];

                if (may_be_headline(b) && goes_on_from(b, cut))
                        return b;
        }
        return NULL;
}

int title_complete(struct page_facts *f, const char **title)
{
        const struct block *b = NULL;
        const char *text;

        if (title_is_cut(*title))
                b = heading_of_cut(f, *title);
        else if (!is_front(f) && (page_is_site(f, *title) || page_is_whole_host(f, *title)))
                b = heading_of_text(f);
        if (!b)
                return 0;
        text = arena_copy(f->doc->arena, b->text, b->size);
        if (!text)
                return -ENOMEM;
        if (title_is_cut(*title) || !page_is_outlet(f, text))
                *title = text;
        return 0;
}
