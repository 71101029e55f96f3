/* page_authors - who wrote it: JSON-LD, meta, the by-line
 */
#include <errno.h>
#include <string.h>

#include "workers/text/bylines.h"
#include "workers/text/furniture.h"
#include "workers/text/letters.h"
#include "workers/text/page_facts.h"

enum {
        BYLINE_BYTES_MAX = 200,
        LOOKED_MAX = 200,
        NAME_WORDS_MAX = 5,
        BY_WORDS_MAX = 14,
        NEAR_BLOCKS = 6, /* how far behind the text an author may stand */
};

static int read_names(struct page_facts *f, struct names *names, const char *text)
{
        char *clean = page_clean(f->doc->arena, text);

        if (clean) /* metadata are often escaped twice */
                clean = page_clean(f->doc->arena, clean);
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
        size_t from, end;

        page_near(f, &from, &end);
        return i >= from && i < end &&
               !(f->blocks->blocks[i].evidence & (EVIDENCE_RELATED | EVIDENCE_COMMENT));
}

/* Or just behind the text? */
static bool is_behind(const struct page_facts *f, size_t i)
{
        return i >= f->selection->end && i < f->selection->end + NEAR_BLOCKS &&
               !(f->blocks->blocks[i].evidence & (EVIDENCE_RELATED | EVIDENCE_COMMENT));
}

/* The text of an element, a space at each change of elements. Gives 0 when it is long. */
static size_t text_of(const struct page_tree *tree, uint32_t index, char *out, size_t room)
{
        size_t size = 0;

        for (uint32_t i = index; i < tree->nodes[index].end; i++) {
                const struct page_node *node = &tree->nodes[i];

                if (node->tag != TAG_TEXT || node->evidence & EVIDENCE_HIDDEN)
                        continue;
                if (node->size + 1 > room - size)
                        return 0;
                if (size)
                        out[size++] = ' ';
                memcpy(out + size, node->text, node->size);
                size += node->size;
        }
        return size;
}

static bool is_author_address(const char *address)
{
        static const char *const parts[] = {
                "/author/", "/authors/",  "/contributor", "/profile/",
                "/people/", "/person/",   "/staff/",      "/writer",
                "/by/",     "/columnist", "/journalist",  "/reporter",
                "/team/",   "/auteur/",   "/autor/",      "author=",
        };

        for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
                if (strstr(address, parts[i]))
                        return true;
        }
        return false;
}

static bool holds_byline(const struct page_tree *tree, uint32_t index)
{
        for (uint32_t i = index + 1; i < tree->nodes[index].end; i++) {
                if (tree->nodes[i].evidence & EVIDENCE_BYLINE && tree->nodes[i].tag != TAG_IMG)
                        return true;
        }
        return false;
}

typedef bool (*is_source)(const struct page_facts *f, uint32_t node);
typedef bool (*is_place)(const struct page_facts *f, size_t block);

/* A link to an author's page. */
static bool is_author_link(const struct page_facts *f, uint32_t i)
{
        const struct page_node *node = &f->tree->nodes[i];

        return node->tag == TAG_A && node->text &&
               (is_author_address(node->text) || node->evidence & EVIDENCE_BYLINE);
}

/* The innermost element that its names call author or by-line. */
static bool is_author_element(const struct page_facts *f, uint32_t i)
{
        return f->tree->nodes[i].evidence & EVIDENCE_BYLINE && !holds_byline(f->tree, i);
}

/* "Reviewed by", "Edited by": who follows is not an author. */
static bool is_other_role(const struct page_facts *f, size_t from, size_t to)
{
        static const char *const words[] = { "eview", "dited", "ditor", "hecked", "hoto" };

        for (size_t i = from; i <= to && i < f->blocks->n; i++) {
                const struct block *b = &f->blocks->blocks[i];

                for (size_t k = 0; k < sizeof(words) / sizeof(*words); k++) {
                        if (i > from && memmem(b->text, b->size, words[k], strlen(words[k])))
                                return true;
                }
        }
        return false;
}

/* The first such element near the headline, and those beside it. */
static int from_elements(struct page_facts *f, struct names *names, is_source is,
                         is_place there)
{
        char text[BYLINE_BYTES_MAX];
        size_t found = 0, looked = 0;
        int r = 0;

        for (uint32_t i = 0; i < f->tree->n_nodes && !r && looked < LOOKED_MAX; i++) {
                uint32_t block = f->blocks->first[i];
                size_t size;

                if (names->n &&
                    (block > found + (is == is_author_link) || is_other_role(f, found, block)))
                        break;
                if (f->tree->nodes[i].tag == TAG_TEXT || block >= f->blocks->n ||
                    !there(f, block) || !is(f, i))
                        continue;
                looked++;
                size = text_of(f->tree, i, text, sizeof(text));
                if (!size)
                        continue;
                r = byline_read(f->doc->arena, names, text, size);
                if (names->n && !found)
                        found = block;
        }
        return r;
}

static bool are_persons(const struct names *names)
{
        for (size_t i = 0; i < names->n; i++) {
                if (!byline_is_person(names->names[i]))
                        return false;
        }
        return names->n > 0;
}

/* What looks like a person's name before what may be a login, a section, an outlet. */
static int from_markup(struct page_facts *f, struct names *names)
{
        static const is_source sources[] = { is_author_link, is_author_element };
        struct names first = { 0 };
        int r = 0;

        for (size_t i = 0; i < sizeof(sources) / sizeof(*sources) && !r; i++) {
                struct names found = { 0 };

                r = from_elements(f, &found, sources[i], is_near);
                if (are_persons(&found)) {
                        *names = found;
                        return r;
                }
                if (!first.n)
                        first = found;
        }
        *names = first;
        return r;
}

static int from_foot(struct page_facts *f, struct names *names)
{
        return from_elements(f, names, is_author_link, is_behind);
}

static bool starts_with(const struct block *b, const char *words)
{
        size_t n = strlen(words);

        return b->size >= n && strncasecmp(b->text, words, n) == 0;
}

/* "Posted on Monday by Ada Strand", "Written by Ada Strand" */
static bool is_posted_by(const struct block *b)
{
        static const char *const heads[] = { "Posted ",     "Written by", "Published ",
                                             "Words by",    "Words:",     "Author:",
                                             "Authored by", "Article by", "Story by" };

        if (starts_with(b, "By ") && !b->stop && b->words <= BY_WORDS_MAX && b->size > 3 &&
            letter_kind_of((unsigned char)b->text[3]) == LETTER_UPPER)
                return true;
        for (size_t i = 0; i < sizeof(heads) / sizeof(*heads); i++) {
                if (starts_with(b, heads[i]))
                        return strchr(heads[i], ':') || memmem(b->text, b->size, "by ", 3);
        }
        return false;
}

/* "Written by" alone: the name is the next block. */
static bool is_label(const struct block *b)
{
        static const char *const labels[] = { "by",         "by:",        "author",
                                              "author:",    "written by", "written by:",
                                              "article by", "words by" };

        for (size_t i = 0; i < sizeof(labels) / sizeof(*labels); i++) {
                if (b->size == strlen(labels[i]) && starts_with(b, labels[i]))
                        return true;
        }
        return false;
}

static int from_lines(struct page_facts *f, struct names *names)
{
        int r = 0;

        for (size_t i = 0; i < f->blocks->n && !r && !names->n; i++) {
                const struct block *b = &f->blocks->blocks[i];

                if (!is_near(f, i) || b->size > BYLINE_BYTES_MAX)
                        continue;
                if (i + 1 < f->blocks->n && is_label(b) && b[1].words <= NAME_WORDS_MAX)
                        b++;
                else if (furniture_of(b->text, b->size) != FURNITURE_BYLINE && !is_posted_by(b))
                        continue;
                r = byline_read(f->doc->arena, names, b->text, b->size);
        }
        return r;
}

/* Is the one author a login, or the outlet itself? Then a by-line may know better. */
static bool is_weak(const struct page_facts *f, const struct names *names)
{
        const char *site = page_meta(f->tree, "og:site_name");
        const char *const outlets[] = { site, f->jsonld.publisher, f->doc->article->source };

        if (names->n == 1 &&
            (!strchr(names->names[0], ' ') || page_is_outlet(f, names->names[0])))
                return true;
        for (size_t i = 0; names->n == 1 && i < 3; i++) {
                if (outlets[i] && letter_same_words(names->names[0], strlen(names->names[0]),
                                                    outlets[i], strlen(outlets[i])))
                        return true;
        }
        return false;
}

int page_authors_find(struct page_facts *f)
{
        static int (*const sources[])(struct page_facts * f, struct names * names) = {
                from_jsonld, from_metas, from_markup, from_lines, from_foot,
        };
        struct extraction *x = f->doc->x;
        struct names best = { 0 };
        int r = 0;

        if (x->n_authors)
                return 0;
        for (size_t i = 0; i < sizeof(sources) / sizeof(*sources) && !r; i++) {
                struct names names = { 0 };

                r = sources[i](f, &names);
                if (!names.n)
                        continue;
                if (!best.n)
                        best = names;
                if (best.names == names.names ? !is_weak(f, &names) : are_persons(&names)) {
                        best = names;
                        break;
                }
        }
        x->authors = best.names;
        x->n_authors = best.n;
        return r;
}
