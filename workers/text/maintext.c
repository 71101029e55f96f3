/* maintext - what an article's main text, title, authors and dates are
 *
 * Scraped text goes through scraped.c, a page through page.c; here is what they have in common.
 */
#include <string.h>

#include "workers/text/charset.h"
#include "workers/text/page.h"
#include "workers/text/scraped.h"
#include "workers/text/stages.h"

enum { SNIFF_BYTES = 65536 };

static void take_given(struct document *doc)
{
        const struct article *article = doc->article;
        struct extraction *x = doc->x;

        x->title = article->title;
        x->authors = (const char **)article->authors;
        x->n_authors = article->n_authors;
        if (article->published) {
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

int maintext_find(struct document *doc)
{
        const struct article *article = doc->article;

        take_given(doc);
        if (article->text)
                return scraped_read(doc, article->text, strlen(article->text));
        if (article->html)
                return page_read(doc, article->html, strlen(article->html));
        return article->raw ? read_raw(doc) : 0;
}
