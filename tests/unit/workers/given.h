/* given - a document for a test of a stage
 *
 *     struct document *doc = given("MOSCOW (AA) – The ministers met.");
 */
#pragma once

#include "workers/text/document.h"

/** An English document of exactly this text, with sentences and tokens, without tags. Ends the
 *  test program when that fails. It lives until the program ends. */
struct document *given(const char *text);
/** The same as of an article; @published may be NULL. */
struct document *given_on(const char *published, const char *text);
/** What is found in a page at an address (may be NULL). */
const struct extraction *given_page(const char *url, const char *html);
/** An arena for a test; it is given back when the program ends. */
struct arena *given_arena(void);
