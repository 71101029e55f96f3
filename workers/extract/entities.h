/* entities - asking who is meant
 *
 * Questions about the entities that entities_find (stages.h) has put into the extraction, for
 * the stages behind it. An answer is an index into x->entities, or NONE: where two readings are
 * left, nobody is named.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "workers/text/document.h"

/** The entity one of whose mentions covers @byte, or NONE. O(log of the mentions). */
int entities_at(const struct document *doc, uint32_t byte);

/** Whom the words of @span mean: a name ("Blinken", "Mr. Blinken"), a description that fits one
 *  entity of this article ("the Russian minister"), or a pronoun at its place ("he": the person
 *  of fitting gender who is the likeliest there). The entity's index or NONE. */
int entities_resolve(const struct document *doc, struct span span);

/** Do the words at @byte describe somebody by his office, as "his Russian counterpart" does? */
bool entities_describe(const struct document *doc, uint32_t byte);
