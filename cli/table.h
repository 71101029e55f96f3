/* table - a comparison for people, in a terminal
 *
 * Fits the width of the terminal ($COLUMNS, else what the terminal says, else 80), uses colour
 * on a terminal only, and escapes what an article could smuggle in. In a wide terminal what
 * differs stands side by side. Sources are named by letters, which a legend explains.
 */
#pragma once

#include <stdio.h>

#include "base/json.h"

/** With @all every entry of each section, else the first ones and how many more there are. */
void table_print(const json_t *comparison, bool all, FILE *out);
/** Columns to use. */
int table_width(FILE *out);
