/* page_author_elements - names in what the markup calls an author
 */
#include <string.h>

#include "workers/text/letters.h"
#include "workers/text/page_bylines.h"
#include "workers/text/page_bylines_read.h"

enum {
        ELEMENT_BYTES_MAX = 200,
        LOOKED_MAX = 200,
        NEAR_BLOCKS = 6 /* how far behind the text */
};

size_t byline_heading(const struct page_facts *f)
{
        return f->heading_node ? f->blocks->first[f->heading_node] : f->blocks->n;
}

bool byline_is_near(const struct page_facts *f, size_t i)
{
        size_t from, end, heading = byline_heading(f);

        page_near(f, &from, &end);
        return ((i >= from && i < end) || (i > heading && i <= heading + NEAR_BLOCKS)) &&
               !(f->blocks->blocks[i].evidence & (EVIDENCE_RELATED | EVIDENCE_COMMENT));
}

bool byline_is_behind(const struct page_facts *f, size_t i)
{
        return i >= f->selection->end && i < f->selection->end + NEAR_BLOCKS &&
               !(f->blocks->blocks[i].evidence & (EVIDENCE_RELATED | EVIDENCE_COMMENT));
}

bool byline_goes_on(const char *before, size_t n, const char *behind, size_t size)
{
        unsigned width;

        if (!n || !size || strchr(",:-&", before[n - 1]))
                return true;
        if ((n == 2 || (n > 2 && before[n - 3] == ' ')) &&
            strncasecmp(before + n - 2, "by", 2) == 0)
                return true;
        return letter_kind_at(behind, behind + size, &width) != LETTER_UPPER ||
               (size > 4 && strncasecmp(behind, "and ", 4) == 0);
}

/* A name, and something else right behind it, without a space: what she is. */
static bool is_glued(char *text, size_t size, const char *behind, size_t room)
{
        if (!size || size >= room || letter_kind_of((unsigned char)*behind) == LETTER_SPACE ||
            letter_kind_of((unsigned char)text[size - 1]) == LETTER_SPACE)
                return false;
        text[size] = '\0';
        return byline_is_likely(text);
}

/* The text of an element, a space at each change of elements, a comma at the end of a line.
 * Gives 0 when it is long. */
static size_t text_of(const struct page_tree *tree, uint32_t index, char *out, size_t room)
{
        size_t size = 0;
        bool line = false;

        for (uint32_t i = index; i < tree->nodes[index].end; i++) {
                const struct page_node *node = &tree->nodes[i];
                const char *p, *end;

                line |= node->tag == TAG_BR;
                if (node->tag != TAG_TEXT || node->evidence & EVIDENCE_HIDDEN)
                        continue;
                if (node->size + 2 > room - size)
                        return 0;
                p = node->text;
                end = p + node->size;
                while (line && p < end && letter_kind_of((unsigned char)*p) == LETTER_SPACE)
                        p++;
                if (p == end)
                        continue;
                if ((line || is_glued(out, size, p, room)) &&
                    !byline_goes_on(out, size, p, (size_t)(end - p)))
                        out[size++] = ',';
                if (size)
                        out[size++] = ' ';
                line = false;
                memcpy(out + size, p, (size_t)(end - p));
                size += (size_t)(end - p);
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
static bool is_other_role(const struct block *b)
{
        static const char *const words[] = { "eview", "dited", "ditor", "hecked", "hoto" };

        for (size_t k = 0; k < sizeof(words) / sizeof(*words); k++) {
                if (memmem(b->text, b->size, words[k], strlen(words[k])))
                        return true;
        }
        return false;
}

static int from_elements(struct page_facts *f, struct names *names, is_source is,
                         is_place there)
{
        char text[ELEMENT_BYTES_MAX];
        size_t found = 0, asked = 0, looked = 0;
        int r = 0;

        for (uint32_t i = 0; i < f->tree->n_nodes && !r && looked < LOOKED_MAX; i++) {
                uint32_t block = f->blocks->first[i];
                size_t size;

                if (names->n && block > found) {
                        if (block > found + (is == is_author_link) ||
                            (block != asked && block < f->blocks->n &&
                             is_other_role(&f->blocks->blocks[block])))
                                break;
                        asked = block; /* once a block, as it may have many nodes */
                }
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

int byline_from_markup(struct page_facts *f, struct names *names)
{
        static const is_source sources[] = { is_author_link, is_author_element };
        struct names first = { 0 };
        int r = 0;

        for (size_t i = 0; i < sizeof(sources) / sizeof(*sources) && !r; i++) {
                struct names found = { 0 };

                r = from_elements(f, &found, sources[i], byline_is_near);
                if (names_are_persons(&found)) {
                        *names = found;
                        return r;
                }
                if (!first.n)
                        first = found;
        }
        *names = first;
        return r;
}

int byline_from_links_behind(struct page_facts *f, struct names *names)
{
        return from_elements(f, names, is_author_link, byline_is_behind);
}

bool page_prints_author(const struct page_facts *f, const struct names *names)
{
        for (size_t i = 0; i < f->blocks->n; i++) {
                const struct block *b = &f->blocks->blocks[i];

                if (b->size > ELEMENT_BYTES_MAX ||
                    (!byline_is_near(f, i) && !byline_is_behind(f, i)))
                        continue;
                for (size_t k = 0; k < names->n; k++) {
                        if (memmem(b->text, b->size, names->names[k], strlen(names->names[k])))
                                return true;
                }
        }
        return false;
}
