/* maintext - what an article's main text, title, authors and dates are
 *
 * Scraped text goes through scraped.c, a page through page.c; here is what they have in common.
 */
#include <string.h>

#include "workers/text/page.h"
#include "workers/text/scraped.h"
#include "workers/text/stages.h"

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

int maintext_find(struct document *doc)
{
        const struct article *article = doc->article;

        take_given(doc);
        if (article->text)
                return scraped_read(doc, article->text, strlen(article->text));
        if (article->html)
                return page_read(doc, article->html, strlen(article->html));
        return 0;
}
