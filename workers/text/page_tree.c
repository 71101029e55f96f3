/* page_tree - from libxml2's events to a tree of numbered nodes
 *
 * libxml2 parses and mends; its own tree is not built: the nodes here are a tenth of its size,
 * and the limits are ours. Whatever is left out (too deep, too many) leaves a smaller tree.
 */
#include "workers/text/page_tree.h"

#include <errno.h>
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "workers/text/letters.h"
#include "workers/text/page_names.h"
#include "workers/text/page_sweep.h"

struct builder {
        struct page_tree *tree;
        htmlParserCtxtPtr parser;
        char *text; /* where the text of the nodes goes; never more than what is parsed */
        size_t size, room;
        uint32_t open[PAGE_DEPTH_MAX + 1]; /* the path of elements */
        size_t depth;
        size_t skipping;     /* > 0: elements open within a skipped one, itself counted */
        size_t script_start; /* bytes; of the script under way */
        bool in_script, failed;
};

static void give_up(struct builder *b)
{
        b->failed = true;
        xmlStopParser(b->parser);
}

static char *copy_lower(struct arena *arena, const char *text)
{
        size_t size = strnlen(text, 128);
        char *out = arena_alloc(arena, 2 * size + 1);

        if (out)
                letter_fold(text, size, out);
        return out;
}

static const char *copy_value(struct builder *b, const xmlChar *value)
{
        size_t size = strnlen((const char *)value, PAGE_ATTRIBUTE_BYTES_MAX);
        const char *out;

        /* Not within a character. */
        while (size && size == PAGE_ATTRIBUTE_BYTES_MAX && (value[size] & 0xc0) == 0x80)
                size--;
        out = arena_copy(b->tree->arena, (const char *)value, size);
        if (!out)
                give_up(b);
        return out;
}

static const char *attribute(const xmlChar **attributes, const char *name)
{
        for (; attributes && attributes[0]; attributes += 2) {
                const char *own = (const char *)attributes[0];

                if (*own == *name && strcmp(own, name) == 0)
                        return (const char *)attributes[1];
        }
        return NULL;
}

static void add_meta(struct builder *b, const xmlChar **attributes)
{
        struct page_tree *tree = b->tree;
        const char *content = attribute(attributes, "content");
        const char *name = attribute(attributes, "property");
        struct page_meta *meta;

        if (!name)
                name = attribute(attributes, "name");
        if (!name)
                name = attribute(attributes, "itemprop");
        if (!content)
                content = attribute(attributes, "value");
        if (!name || !content || !*content || tree->n_metas == PAGE_METAS_MAX)
                return;
        meta = arena_push(tree->arena, &tree->metas, &tree->n_metas, sizeof(*meta));
        if (!meta) {
                give_up(b);
                return;
        }
        meta->name = copy_lower(tree->arena, name);
        meta->content = copy_value(b, (const xmlChar *)content);
        if (!meta->name || !meta->content) {
                tree->n_metas--;
                give_up(b);
        }
}

static void add_link(struct builder *b, const xmlChar **attributes)
{
        const char *rel = attribute(attributes, "rel"), *href = attribute(attributes, "href");

        if (rel && href && !b->tree->canonical && strcasecmp(rel, "canonical") == 0)
                b->tree->canonical = copy_value(b, (const xmlChar *)href);
}

static bool is_hidden(const xmlChar **attributes)
{
        const char *style = attribute(attributes, "style");
        const char *aria = attribute(attributes, "aria-hidden");

        if (attribute(attributes, "hidden"))
                return true;
        if (aria && strcmp(aria, "true") == 0)
                return true;
        return style && (strstr(style, "display:none") || strstr(style, "display: none"));
}

/* Does the attribute call the element something? */
static bool is_naming(const char *name)
{
        static const char *const naming[] = { "class",       "id",      "role",
                                              "itemprop",    "rel",     "data-component",
                                              "data-testid", "data-qa", "data-gu-name" };

        for (size_t i = 0; i < ARRAY_SIZE(naming); i++) {
                if (*name == *naming[i] && strcmp(name, naming[i]) == 0)
                        return true;
        }
        return false;
}

/* What the element's names say of it, but for its id. */
static uint16_t evidence_of_names(const xmlChar **attributes)
{
        uint16_t found = 0;

        for (const xmlChar **at = attributes; at && at[0]; at += 2) {
                const char *name = (const char *)at[0], *value = (const char *)at[1];

                if (!value || !is_naming(name) || strcmp(name, "id") == 0)
                        continue;
                found |= evidence_of(value, strlen(value));
                if (strcmp(name, "role") == 0 && strcmp(value, PAGE_ROLE_OF_HINT) == 0)
                        found |= EVIDENCE_HIDDEN;
        }
        return found;
}

/* What its id says, too; but a heading's is made of its words ("how-to-share-a-boat"). */
static void read_id(struct builder *b, struct page_node *node, const xmlChar **attributes)
{
        struct page_tree *tree = b->tree;
        const char *id = tag_is_heading(node->tag) ? NULL : attribute(attributes, "id");
        uint16_t found = id ? evidence_of(id, strlen(id)) : 0, without = node->evidence;
        struct page_anchor *anchor;

        node->evidence |= found;
        if (node->evidence == without || !tag_is_block(node->tag))
                return;
        anchor = arena_push(tree->arena, &tree->anchors, &tree->n_anchors, sizeof(*anchor));
        if (!anchor) {
                give_up(b);
                return;
        }
        *anchor = (struct page_anchor){ copy_value(b, (const xmlChar *)id), without };
        node->anchor = (uint32_t)tree->n_anchors;
}

static void read_attributes(struct builder *b, struct page_node *node,
                            const xmlChar **attributes)
{
        const char *value;

        node->evidence |= evidence_of_names(attributes);
        if (is_hidden(attributes))
                node->evidence |= EVIDENCE_HIDDEN;
        read_id(b, node, attributes);
        value = attribute(attributes, "datetime");
        if (!value && node->evidence & (EVIDENCE_DATE | EVIDENCE_UPDATED))
                value = attribute(attributes, "content");
        if (!value && node->evidence & EVIDENCE_DATE)
                value = attribute(attributes, "title"); /* the hAtom microformat */
        if (!value && node->tag == TAG_A)
                value = attribute(attributes, "href");
        if (value)
                node->text = copy_value(b, (const xmlChar *)value);
}

static struct page_node *add_node(struct builder *b, enum tag tag)
{
        struct page_tree *tree = b->tree;
        struct page_node *node;

        if (tree->n_nodes >= PAGE_NODES_MAX)
                return NULL;
        node = arena_push(tree->arena, &tree->nodes, &tree->n_nodes, sizeof(*node));
        if (!node) {
                give_up(b);
                return NULL;
        }
        node->tag = (uint8_t)tag;
        node->depth = (uint8_t)b->depth;
        node->parent = b->open[b->depth];
        node->end = (uint32_t)tree->n_nodes;
        return node;
}

/* A script is kept where it is JSON-LD. */
static void start_script(struct builder *b, const xmlChar **attributes)
{
        const char *type = attribute(attributes, "type");

        b->in_script = type && strncasecmp(type, "application/ld+json", 19) == 0 &&
                       b->tree->n_scripts < PAGE_SCRIPTS_MAX;
        b->script_start = b->size;
}

/* A paragraph in a skipped element: that one was never closed. Its open elements are told of
 * later, so they take their places on the path. */
static void stop_skipping(struct builder *b)
{
        for (; b->skipping && b->depth < PAGE_DEPTH_MAX; b->skipping--) {
                struct page_node *node = add_node(b, TAG_OTHER);

                if (!node)
                        break;
                b->open[++b->depth] = (uint32_t)(node - b->tree->nodes);
        }
        b->in_script = false;
}

static void on_start(void *context, const xmlChar *name, const xmlChar **attributes)
{
        struct builder *b = context;
        enum tag tag = tag_named((const char *)name);
        struct page_node *node;

        if (b->failed)
                return;
        if (b->skipping && tag_is_block(tag))
                stop_skipping(b);
        if (b->skipping || tag == TAG_SKIPPED || tag == TAG_SCRIPT) {
                if (!b->skipping && tag == TAG_SCRIPT)
                        start_script(b, attributes);
                b->skipping++;
                return;
        }
        if (tag == TAG_META)
                add_meta(b, attributes);
        if (tag == TAG_LINK)
                add_link(b, attributes);
        if (strcmp((const char *)name, "html") == 0 && attribute(attributes, "lang"))
                b->tree->language = copy_lower(b->tree->arena, attribute(attributes, "lang"));
        if (b->depth == PAGE_DEPTH_MAX) {
                xmlStopParser(b->parser); /* a bomb, or markup that never closes */
                return;
        }
        node = add_node(b, tag);
        if (!node) {
                xmlStopParser(b->parser);
                return;
        }
        read_attributes(b, node, attributes);
        b->open[++b->depth] = (uint32_t)(node - b->tree->nodes);
}

static void end_script(struct builder *b)
{
        const char **slot;

        if (!b->in_script)
                return;
        b->in_script = false;
        slot = arena_push(b->tree->arena, &b->tree->scripts, &b->tree->n_scripts,
                          sizeof(*slot));
        if (slot)
                *slot = arena_copy(b->tree->arena, b->text + b->script_start,
                                   b->size - b->script_start);
        if (!slot || !*slot)
                give_up(b);
        b->size = b->script_start;
}

static void on_end(void *context, const xmlChar *name)
{
        struct builder *b = context;
        struct page_tree *tree = b->tree;

        (void)name;
        if (b->failed)
                return;
        if (b->skipping) {
                if (!--b->skipping)
                        end_script(b);
                return;
        }
        if (!b->depth)
                return;
        tree->nodes[b->open[b->depth]].end = (uint32_t)tree->n_nodes;
        b->depth--;
}

static void on_text(void *context, const xmlChar *text, int length)
{
        struct builder *b = context;
        size_t size = (size_t)length, start = b->size;
        struct page_node *last;

        if (b->failed || length <= 0 || (b->skipping && !b->in_script))
                return;
        if (size > b->room - b->size)
                return;
        memcpy(b->text + b->size, text, size);
        b->size += size;
        if (b->skipping)
                return;
        last = b->tree->n_nodes ? &b->tree->nodes[b->tree->n_nodes - 1] : NULL;
        if (last && last->tag == TAG_TEXT && last->parent == b->open[b->depth] &&
            last->text + last->size == b->text + start) {
                last->size += (uint32_t)size;
        } else {
                last = add_node(b, TAG_TEXT);
                if (!last)
                        return;
                last->text = b->text + start;
                last->size = (uint32_t)size;
        }
}

static void be_silent(void *context, const char *message, ...)
{
        (void)context;
        (void)message;
}

static xmlSAXHandler handlers(void)
{
        return (xmlSAXHandler){
                .startElement = on_start,
                .endElement = on_end,
                .characters = on_text,
                .ignorableWhitespace = on_text,
                .cdataBlock = on_text,
                .warning = be_silent,
                .error = be_silent,
                .fatalError = be_silent,
        };
}

/* Without memory it leaves text out, or goes round for ever. */
__attribute__((constructor)) static void choose_memory(void)
{
        (void)xmlMemSetup(free, memory_or_abort, memory_resized_or_abort, memory_text_or_abort);
}

static int run_parser(struct builder *b, const char *html, size_t size)
{
        xmlSAXHandler sax = handlers();
        htmlParserCtxtPtr parser;

        b->room = size + 16;
        b->text = arena_alloc(b->tree->arena, b->room);
        if (!b->text)
                return -ENOMEM;
        if (size < 1 || size > INT32_MAX)
                return 0;
        parser = htmlCreateMemoryParserCtxt(html, (int)size);
        if (!parser)
                return -ENOMEM;
        *parser->sax = sax;
        parser->userData = b;
        b->parser = parser;
        xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
        htmlCtxtUseOptions(parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
                                           HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                           HTML_PARSE_IGNORE_ENC | HTML_PARSE_NOIMPLIED |
                                           HTML_PARSE_COMPACT);
        *parser->sax = sax; /* the options change handlers */
        htmlParseDocument(parser);
        if (parser->myDoc)
                xmlFreeDoc(parser->myDoc);
        htmlFreeParserCtxt(parser);
        return b->failed ? -ENOMEM : 0;
}

/* Most of a page is swept away: only the rest needs room. */
static int sweep_and_parse(struct builder *b, const char *html, size_t size)
{
        char *swept = malloc(size + 1);
        int r = -ENOMEM;

        if (swept)
                r = run_parser(b, swept, page_sweep(html, size, swept));
        free(swept);
        return r;
}

static int find_title(struct page_tree *tree)
{
        for (size_t i = 0; i + 1 < tree->n_nodes && !tree->title; i++) {
                const struct page_node *text = &tree->nodes[i + 1];

                if (tree->nodes[i].tag != TAG_TITLE || text->tag != TAG_TEXT)
                        continue;
                tree->title = arena_copy(tree->arena, text->text, text->size);
                if (!tree->title)
                        return -ENOMEM;
        }
        return 0;
}

int page_parse(struct page_tree **ret, struct arena *arena, const char *html, size_t size)
{
        struct page_tree *tree = arena_alloc(arena, sizeof(*tree));
        struct builder *b = arena_alloc(arena, sizeof(*b));
        int r;

        if (!tree || !b)
                return -ENOMEM;
        tree->arena = arena;
        b->tree = tree;
        if (!add_node(b, TAG_BLOCK))
                return -ENOMEM;
        r = sweep_and_parse(b, html, size);
        if (r)
                return r;
        while (b->depth) {
                tree->nodes[b->open[b->depth]].end = (uint32_t)tree->n_nodes;
                b->depth--;
        }
        tree->nodes[0].end = (uint32_t)tree->n_nodes;
        r = find_title(tree);
        if (!r)
                *ret = tree;
        return r;
}

const char *page_meta(const struct page_tree *tree, const char *name)
{
        for (size_t i = 0; i < tree->n_metas; i++) {
                if (strcmp(tree->metas[i].name, name) == 0)
                        return tree->metas[i].content;
        }
        return NULL;
}
