/* page_tree - a page as a tree of elements and text, no more of it than the later steps need
 *
 * Parsed by libxml2, which mends what browsers mend. Nodes are numbered in the order of the
 * page, so that a subtree is a range of numbers. Limits make the work linear in the page's
 * size: what lies deeper or comes later is left out.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

enum {
        PAGE_NODES_MAX = 400000,
        PAGE_DEPTH_MAX = 250,
        PAGE_ATTRIBUTE_BYTES_MAX = 4096,
        PAGE_ATTRIBUTES_MAX = 5000, /* in one tag: a tag of more ends the page */
        PAGE_SCRIPTS_MAX = 64,
        PAGE_METAS_MAX = 400,
};

enum tag {
        TAG_TEXT, /* no element: a run of text */
        TAG_OTHER,
        TAG_A,
        TAG_ADDRESS,
        TAG_ARTICLE,
        TAG_ASIDE,
        TAG_BLOCKQUOTE,
        TAG_BODY,
        TAG_BR,
        TAG_DIV,
        TAG_DL,
        TAG_DD,
        TAG_DT,
        TAG_FIGCAPTION,
        TAG_FIGURE,
        TAG_FOOTER,
        TAG_FORM,
        TAG_H1,
        TAG_H2,
        TAG_H3,
        TAG_H4,
        TAG_H5,
        TAG_H6,
        TAG_HEADER,
        TAG_HR,
        TAG_IMG,
        TAG_LI,
        TAG_LINK,
        TAG_MAIN,
        TAG_META,
        TAG_NAV,
        TAG_OL,
        TAG_P,
        TAG_PRE,
        TAG_SECTION,
        TAG_SPAN,
        TAG_STRONG,
        TAG_SUP,
        TAG_TABLE,
        TAG_TD,
        TAG_TH,
        TAG_TIME,
        TAG_TITLE,
        TAG_TR,
        TAG_UL,
        TAG_CONTROL, /* buttons, players, what is shown without scripts: no text of the page */
        TAG_BLOCK,   /* another one that starts a line of its own */
        TAG_SKIPPED, /* neither it nor what is in it is read */
        TAG_SCRIPT,  /* the same; kept when it holds JSON-LD */
};

/* What an element's names (class, id, role, itemprop) say of it. */
enum evidence {
        EVIDENCE_BODY = 1 << 0, /* the article's body */
        EVIDENCE_COMMENT = 1 << 1,
        EVIDENCE_RELATED = 1 << 2,
        EVIDENCE_SHARE = 1 << 3,
        EVIDENCE_NAVIGATION = 1 << 4,
        EVIDENCE_PROMOTION = 1 << 5, /* advertisements, newsletters, subscriptions */
        EVIDENCE_BIOGRAPHY = 1 << 6,
        EVIDENCE_BYLINE = 1 << 7,
        EVIDENCE_DATE = 1 << 8,
        EVIDENCE_CAPTION = 1 << 9,
        EVIDENCE_STANDFIRST = 1 << 10,
        EVIDENCE_SIDE = 1 << 11, /* side bars, foot lines */
        EVIDENCE_TITLE = 1 << 12,
        EVIDENCE_HIDDEN = 1 << 13,
        EVIDENCE_UPDATED = 1 << 14, /* a date of change */
        EVIDENCE_PAYWALL = 1 << 15,
};

struct page_node {
        uint8_t tag; /* enum tag */
        uint8_t depth;
        uint16_t evidence;
        uint32_t parent;  /* the root, 0, is its own */
        uint32_t end;     /* number behind the last node of the subtree */
        const char *text; /* of a text node; else what `datetime`, `content` or `href` says */
        uint32_t size;    /* of the text */
        uint32_t anchor;  /* number in the tree's anchors, from 1; 0: it has none */
};

/* An id that says what the element's other names do not. It may be made of the words of a
 * heading ("email-newsletter"), so that links lead there. */
struct page_anchor {
        const char *id;
        uint16_t without; /* the evidence of the other names */
};

struct page_meta {
        const char *name, *content; /* name, property or itemprop, in lower case */
};

struct page_tree {
        struct arena *arena;
        struct page_node *nodes;
        size_t n_nodes;
        struct page_meta *metas;
        size_t n_metas;
        struct page_anchor *anchors;
        size_t n_anchors;
        const char **scripts; /* JSON-LD */
        size_t n_scripts;
        const char *title;     /* <title> */
        const char *language;  /* html lang= */
        const char *canonical; /* link rel=canonical, or og:url */
};

/** Parses @size bytes of valid UTF-8 without NUL. Returns 0 or -ENOMEM; whatever the bytes,
 * there is a tree. */
int page_parse(struct page_tree **ret, struct arena *arena, const char *html, size_t size);
/** Content of the first meta of that name, or NULL. */
const char *page_meta(const struct page_tree *tree, const char *name);

static inline bool tag_is_heading(unsigned tag)
{
        return tag >= TAG_H1 && tag <= TAG_H6;
}

/** Does an element of this tag start a line of its own? */
bool tag_is_block(unsigned tag);
