/* references - descriptions of the persons of an article
 *
 * "The Russian minister" means the person whose title, given elsewhere in the article, it fits,
 * if it fits only one.
 */
#pragma once

#include "workers/extract/names.h"

/** A line in capitals between paragraphs, that leads to another article: it does not speak of
 *  whom the text goes on to speak of. */
bool sentence_is_shouted(const struct document *doc, size_t sentence);

/* A title that a person has in this article. */
struct office {
        int entity;
        const char *country; /* two letters, or "" */
        size_t first, end;   /* tokens of the title proper */
        const char *class;   /* of title_classes, or NULL */
        bool reigns;         /* "the Berg administration": a president, though not called so */
        bool former;         /* he had it, as "former" tells each time */
        bool of_body;        /* "Harbour Council President Jan Lind" */
        bool foreign; /* never told without a country or a body: "Danish President Lind" */
};

struct offices {
        struct office *list;
        size_t n;
};

/** The office that the title of these tokens is, whatever its words: of title_classes, or NULL.
 */
const char *office_class(const struct document *doc, size_t first, size_t end);
/** Gathers the titles beside the names; 0 or -ENOMEM. */
int offices_find(struct offices *ret, const struct names *names, const struct document *doc);
/** Does a description of a person begin with token @i? Its end, and whom it means (NONE: not
 * known, or someone new, as "an official"); else @i. @his is whom "his" or "her" means there,
 * or NONE. */
size_t description_at(const struct offices *offices, const struct document *doc, size_t i,
                      int his, int *ret_entity);
