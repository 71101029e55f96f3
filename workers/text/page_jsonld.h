/* page_jsonld - what a page's schema.org data say of its article
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "workers/text/page_tree.h"

struct jsonld {
        const char *headline, *published, *modified; /* as they stand, or NULL */
        const char **authors; /* names as they stand; persons, where there are any */
        size_t n_authors;
        const char *publisher; /* name, or NULL */
        const char *type;      /* of the article's object, or NULL */
        const char *body;      /* its articleBody, whole, or NULL */
        bool paid;             /* it says that it is not free */
        bool other;            /* the page says that it is a list, a profile, a product, … */
};

/** Reads the page's scripts. What is no JSON is passed over. Returns 0 or -ENOMEM. */
int jsonld_read(struct jsonld *ret, const struct page_tree *tree);
