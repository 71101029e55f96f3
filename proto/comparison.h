/* comparison - what the sources of one event say, side by side: checking what passes
 *
 * A comparison is made by workers/compare and read by people; what the daemon passes on was
 * made in a sandbox and is checked here first. The shape is in schema/comparison.schema.json.
 */
#pragma once

#include <stddef.h>

#include "base/json.h"

enum { COMPARISON_BYTES_MAX = 32 << 20 };
enum { COMPARISON_E_INVALID = 1 };

/** Checks limits and shape. Returns 0 or COMPARISON_E_INVALID with *@fault. */
int comparison_check(const json_t *comparison, struct json_fault *fault);
/** The same for a fold's summary (see frame.h). */
int summary_check(const json_t *summary, struct json_fault *fault);
/** The finding with this id ("c1a2b3c4d"), with the name of its list in *@ret_list; or NULL.
 *  Borrowed. */
const json_t *comparison_find(const json_t *comparison, const char *id, const char **ret_list);
