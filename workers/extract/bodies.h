/* bodies - organizations meant by the last word of what they are called: "the ministry"
 *
 * Such a word means the one organization before it in the article that has it as its head;
 * where two have, nobody is named.
 */
#pragma once

#include "workers/extract/names.h"

struct body {
        const char *head;  /* lower case */
        size_t first_name; /* token where the first name of it stands */
        int entity;
        bool several; /* another organization has this head too */
};

struct bodies {
        struct body *list;
        size_t n;
};

/** Gathers the heads of the names of organizations; 0 or -ENOMEM. */
int bodies_find(struct bodies *ret, const struct names *names, const struct document *doc);
/** Does "the" and a head begin with token @i? Its end and whom it means; else @i. */
size_t body_at(const struct bodies *bodies, const struct document *doc, size_t i,
               int *ret_entity);
/** Is token @i a word like "Inc", which a company's name may have or leave out? */
bool is_company_suffix(const struct document *doc, size_t i);
