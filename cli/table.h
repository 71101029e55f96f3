/* table - a comparison for people, in a terminal
 *
 * Fits the width of the terminal ($COLUMNS, else what the terminal says, else 80), uses colour
 * on a terminal only, and escapes what an article could smuggle in.
 */
#pragma once

#include <stdio.h>

#include "base/json.h"

void table_print(const json_t *comparison, FILE *out);
/** Columns to use. */
int table_width(FILE *out);
