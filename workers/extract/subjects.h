/* subjects - inside of finding the subject of a verb
 *
 * subjects.c goes from verb to verb and phrase; subjects_parenthesis.c goes over what stands
 * between a subject and its verb in commas, dashes or brackets.
 */
#pragma once

#include "workers/extract/chunks.h"

/** Does the token open or close a quotation? */
bool token_is_quote_mark(const struct document *doc, size_t token);
/** "Berg, | head of the Road Union": of words @p that describe a person, the person; else @p.
 *  @low: the first token to be looked at. */
struct phrase phrase_described(const struct document *doc, const struct chunks *c,
                               struct phrase p, size_t low);
/** What stands before the comma, dash or bracket that opens what the one at @token closes. */
struct phrase phrase_over_parenthesis(const struct document *doc, const struct chunks *c,
                                      size_t token);
