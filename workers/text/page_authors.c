/* page_authors - who wrote it: JSON-LD, meta, the by-line
 */
#include <errno.h>
#include <string.h>

#include "workers/text/bylines.h"
#include "workers/text/furniture.h"
#include "workers/text/page_facts.h"

enum {
        BYLINE_BYTES_MAX = 200,
        NEAR_BLOCKS = 14, /* how far from the headline or the text a by-line may stand */
};

static int read_names(struct page_facts *f, struct names *names, const char *text)
{
        char *clean = page_clean(f->doc->arena, text);

        if (!clean)
                return -ENOMEM;
        return byline_read(f->doc->arena, names, clean, strlen(clean));
}

static int from_jsonld(struct page_facts *f, struct names *names)
{
        int r = 0;

        for (size_t i = 0; i < f->jsonld.n_authors && !r; i++)
                r = read_names(f, names, f->jsonld.authors[i]);
        return r;
}

static int from_metas(struct page_facts *f, struct names *names)
{
        static const char *const keys[] = {
                "author",
                "article:author",
                "parsely-author",
                "sailthru.author",
                "dc.creator",
                "dcterms.creator",
                "dc.contributor",
                "byl",
                "citation_author",
                "og:article:author",
                "article:author_name",
                "creator",
                "cxenseparse:author",
                "twitter:creator:name",
        };
        int r = 0;

        for (size_t k = 0; k < sizeof(keys) / sizeof(*keys) && !names->n && !r; k++) {
                for (size_t i = 0; i < f->tree->n_metas && !r; i++) {
                        if (strcmp(f->tree->metas[i].name, keys[k]) == 0)
                                r = read_names(f, names, f->tree->metas[i].content);
                }
        }
        return r;
}

/* Is the block near the headline or the head of the text, and not in a list of other articles?
 */
static bool is_near(const struct page_facts *f, size_t i)
{
        const struct page_selection *s = f->selection;
        size_t from = s->first > NEAR_BLOCKS ? s->first - NEAR_BLOCKS : 0;

        if (f->heading_node && f->blocks->first[f->heading_node] < from &&
            f->blocks->first[f->heading_node] + 60 > s->first)
                from = f->blocks->first[f->heading_node];
        return i >= from && i < s->first + NEAR_BLOCKS &&
               !(f->blocks->blocks[i].evidence & (EVIDENCE_RELATED | EVIDENCE_COMMENT));
}

/* Elements that their names call author or by-line. */
static int from_markup(struct page_facts *f, struct names *names)
{
        int r = 0;

        for (size_t i = 0; i < f->blocks->n && !r && !names->n; i++) {
                const struct block *b = &f->blocks->blocks[i];

                if (!is_near(f, i) || !(b->evidence & EVIDENCE_BYLINE) ||
                    b->size > BYLINE_BYTES_MAX || b->heading == 1)
                        continue;
                r = byline_read(f->doc->arena, names, b->text, b->size);
        }
        return r;
}

static int from_lines(struct page_facts *f, struct names *names)
{
        int r = 0;

        for (size_t i = 0; i < f->blocks->n && !r && !names->n; i++) {
                const struct block *b = &f->blocks->blocks[i];

                if (is_near(f, i) && b->size <= BYLINE_BYTES_MAX &&
                    furniture_of(b->text, b->size) == FURNITURE_BYLINE)
                        r = byline_read(f->doc->arena, names, b->text, b->size);
        }
        return r;
}

int page_authors_find(struct page_facts *f)
{
        static int (*const sources[])(struct page_facts * f, struct names * names) = {
                from_jsonld,
                from_metas,
                from_markup,
                from_lines,
        };
        struct extraction *x = f->doc->x;
        struct names names = { 0 };
        int r = 0;

        if (x->n_authors)
                return 0;
        for (size_t i = 0; i < sizeof(sources) / sizeof(*sources) && !names.n && !r; i++)
                r = sources[i](f, &names);
        x->authors = names.names;
        x->n_authors = names.n;
        return r;
}
