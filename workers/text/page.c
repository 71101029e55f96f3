#include "workers/text/page.h"

#include <string.h>

#include "workers/text/page_facts.h"
#include "workers/text/page_kind.h"
#include "workers/text/page_script.h"
#include "workers/text/paragraphs.h"

static int write_text(const struct page_selection *s, struct document *doc)
{
        struct paragraphs out;
        size_t bytes = 0, n = 0;
        int r;

        for (size_t i = s->first; i < s->end; i++) {
                if (s->blocks->blocks[i].kept) {
                        bytes += s->blocks->blocks[i].size;
                        n++;
                }
        }
        r = paragraphs_start(&out, doc->arena, bytes, n);
        if (r)
                return r;
        for (size_t i = s->first; i < s->end; i++) {
                const struct block *b = &s->blocks->blocks[i];

                if (b->kept)
                        paragraphs_add(&out, b->text, b->size, false);
        }
        paragraphs_end(&out, doc->x);
        return 0;
}

static int read_page(struct page_facts *f, struct page_selection *s)
{
        int r = page_blocks_find(s->blocks, s->tree);

        if (!r)
                r = jsonld_read(&f->jsonld, f->tree);
        if (!r)
                r = page_title_find(f);
        if (r)
                return r;
        s->title = f->doc->x->title;
        r = page_select(s);
        f->selection = s;
        if (!r)
                r = page_authors_find(f);
        if (!r)
                r = page_dates_find(f);
        if (!r)
                page_select_end(s, f->doc->x->authors, f->doc->x->n_authors);
        return r;
}

int page_read(struct document *doc, const char *html, size_t size)
{
        struct page_tree *tree;
        struct page_blocks blocks = { 0 };
        struct page_selection s = { .blocks = &blocks };
        struct page_facts f = { .doc = doc, .blocks = &blocks };
        int r = page_parse(&tree, doc->arena, html, size);

        if (r)
                return r;
        s.tree = tree;
        f.tree = tree;
        r = read_page(&f, &s);
        if (!r)
                r = page_script_select(&f, &s, html, size);
        if (!r)
                r = write_text(&s, doc);
        if (!r)
                doc->x->is_article = page_is_article(&f);
        return r;
}
