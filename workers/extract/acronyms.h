/* acronyms - which short name stands for which long one in an article
 *
 * "the Organization for Security and Co-operation in Europe (OSCE)", "OSCE (Organization for
 * …)": the pair stands side by side once, and from then on the two are one. So are "the Harbour
 * Committee" and "the Senate Harbour Committee", where the article has no other one, and "Berg"
 * and "Berg Foods".
 */
#pragma once

#include "workers/extract/names.h"

/** Gives names of one thing one body, and one type, where the text explains the short one or
 *  its letters or words do, at most 64 of them, before the names are put together; 0 or
 * -ENOMEM. */
int acronyms_join(struct names *names, const struct document *doc);
/** Do the capitals of the words, in their order, spell the acronym (lower case)? Small words
 *  may lend a letter or none. */
bool name_spells(const struct document *doc, size_t first, size_t end, const char *acronym);

/* In short_names.c. */
/** Does the name say no more of a body behind its first word than what it does: "Berg Foods"?
 */
bool name_is_company(const struct document *doc, const struct name *name);
/** The number of the first name that is only the first word of number @full, or names->n. */
size_t name_short_of(const struct names *names, const struct document *doc, size_t full);
/** The number of the only company for which the first word @brief may stand, or names->n. */
size_t name_of_short(const struct names *names, const struct document *doc,
                     const struct name *brief);
