/* maintext - what an article's main text, title, authors and dates are
 *
 * Scraped text goes through scraped.c, a page through page.c; here is what they have in common.
 */
#include <errno.h>
#include <string.h>

#include "workers/lexicon/lexicon.h"
#include "workers/text/charset.h"
#include "workers/text/dates.h"
#include "workers/text/letters.h"
#include "workers/text/page.h"
#include "workers/text/scraped.h"
#include "workers/text/stages.h"

extern const struct lexicon lexicon_news_agencies;

enum { SNIFF_BYTES = 65536, AGENCY_BYTES_MAX = 40 };

/* A publication later than the page was fetched is none. */
static bool is_before(const char *published, const char *fetched)
{
        struct date date, limit;

        return !fetched || !date_read(published, strlen(published), DATE_DAY_FIRST, &date) ||
               !date_read(fetched, strlen(fetched), DATE_DAY_FIRST, &limit) ||
               !date_is_later(&date, &limit);
}

static void take_given(struct document *doc)
{
        const struct article *article = doc->article;
        struct extraction *x = doc->x;

        x->title = article->title;
        x->authors = (const char **)article->authors;
        x->n_authors = article->n_authors;
        if (article->published && is_before(article->published, article->fetched)) {
                x->published.value = x->published.literal = article->published;
                x->published.basis = BASIS_GIVEN;
                x->published.by = (struct finding){ 1000, "maintext.given" };
        }
        if (article->modified) {
                x->modified.value = x->modified.literal = article->modified;
                x->modified.basis = BASIS_GIVEN;
                x->modified.by = (struct finding){ 1000, "maintext.given" };
        }
}

/* Has it any markup? A raw frame may hold plain text too. */
static bool is_page(const char *text, size_t size)
{
        const char *end = text + (size < SNIFF_BYTES ? size : SNIFF_BYTES);

        for (const char *p = text; p < end && (p = memchr(p, '<', (size_t)(end - p))); p++) {
                if (p + 1 < end && (p[1] == '!' || p[1] == '/' || p[1] == '?' ||
                                    ((p[1] | 0x20) >= 'a' && (p[1] | 0x20) <= 'z')))
                        return true;
        }
        return false;
}

static int read_raw(struct document *doc)
{
        const struct article *article = doc->article;
        char *text;
        size_t size;
        int r = charset_decode(&text, &size, doc->arena, article->raw, article->raw_size,
                               article->charset);

        if (r == CHARSET_E_BINARY)
                return 0; /* no text: of kind other */
        if (r)
                return r;
        return is_page(text, size) ? page_read(doc, text, size) : scraped_read(doc, text, size);
}

static int read_article(struct document *doc)
{
        const struct article *article = doc->article;

        if (article->text)
                return scraped_read(doc, article->text, strlen(article->text));
        if (article->html)
                return page_read(doc, article->html, strlen(article->html));
        return article->raw ? read_raw(doc) : 0;
}

/* A by-line that names an agency credits it. */
static int credit_authors(struct document *doc)
{
        struct extraction *x = doc->x;

        for (size_t i = 0; i < x->n_authors; i++) {
                char folded[2 * AGENCY_BYTES_MAX + 1];
                size_t size = strlen(x->authors[i]);
                struct credit *credit;
                const char *value, *name;

                if (size > AGENCY_BYTES_MAX)
                        continue;
                value = lexicon_find(&lexicon_news_agencies, folded,
                                     letter_fold(x->authors[i], size, folded));
                if (!value)
                        continue;
                credit = arena_push(doc->arena, &x->credits, &x->n_credits, sizeof(*credit));
                if (!credit)
                        return -ENOMEM;
                size = lexicon_column(value, 0, &name);
                credit->agency = arena_copy(doc->arena, name, size);
                if (!credit->agency)
                        return -ENOMEM;
                credit->span = SPAN_NONE;
                credit->literal = x->authors[i];
                credit->by = (struct finding){ 900, "maintext.by_line" };
        }
        return 0;
}

/* Copies to the document what is only here for now; NULL stays NULL. */
static int keep(struct document *doc, const char **text)
{
        if (!*text)
                return 0;
        *text = arena_copy(doc->arena, *text, strlen(*text));
        return *text ? 0 : -ENOMEM;
}

static int keep_date(struct document *doc, struct stated_date *date)
{
        int r = keep(doc, &date->value);

        return r ? r : keep(doc, &date->literal);
}

static int keep_authors(struct document *doc)
{
        struct extraction *x = doc->x;
        const char **authors = arena_alloc(doc->arena, x->n_authors * sizeof(*authors));
        int r = authors ? 0 : -ENOMEM;

        for (size_t i = 0; i < x->n_authors && !r; i++) {
                authors[i] = x->authors[i];
                r = keep(doc, &authors[i]);
        }
        x->authors = authors;
        return r;
}

static int keep_found(struct document *doc)
{
        struct extraction *x = doc->x;
        int r = keep(doc, &x->text);

        if (!r)
                r = keep(doc, &x->title);
        if (!r)
                r = keep_authors(doc);
        if (!r)
                r = keep_date(doc, &x->published);
        return r ? r : keep_date(doc, &x->modified);
}

/* What is read of a page on the way to its text is several times its size, and gone when the
 * later steps begin. */
int maintext_find(struct document *doc)
{
        _cleanup_(arena_freep) struct arena *arena = arena_within(doc->arena);
        struct document reading = *doc;
        int r;

        if (!arena)
                return -ENOMEM;
        reading.arena = arena;
        take_given(&reading);
        r = read_article(&reading);
        if (!r)
                r = keep_found(doc);
        if (!r && doc->x->is_article)
                r = credit_authors(doc);
        return r;
}
