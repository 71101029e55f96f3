/* acronyms - which short name stands for which long one in an article
 *
 * "the Organization for Security and Co-operation in Europe (OSCE)", "OSCE (Organization for
 * …)": the pair stands side by side once, and from then on the two are one.
 */
#pragma once

#include "workers/extract/names.h"

struct acronym_pair {
        size_t acronym, full; /* names */
};

/** The places where the text explains an acronym, at most 64 of them; 0 or -ENOMEM. */
int acronyms_find(struct acronym_pair **ret, size_t *ret_n, const struct names *names,
                  const struct document *doc);
