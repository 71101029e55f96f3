/* acronyms - which short name stands for which long one in an article
 *
 * "the Organization for Security and Co-operation in Europe (OSCE)", "OSCE (Organization for
 * …)": the pair stands side by side once, and from then on the two are one. So are "the Harbour
 * Committee" and "the Senate Harbour Committee", where the article has no other one.
 */
#pragma once

#include "workers/extract/names.h"

/** Gives names of one thing one body, and one type, where the text explains the short one or
 *  its letters or words do, at most 64 of them, before the names are put together; 0 or
 * -ENOMEM. */
int acronyms_join(struct names *names, const struct document *doc);
