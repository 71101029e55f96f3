/* memory - for libraries that do not look whether they were given memory
 *
 * One that goes on without gives a result that lacks something, runs over the end of a buffer,
 * or runs for ever. It is given what it asks for, or the process says so and aborts, to be
 * started again: nothing that was acknowledged is lost by that.
 */
#pragma once

#include <stddef.h>

void *memory_or_abort(size_t size);
void *memory_resized_or_abort(void *p, size_t size);
char *memory_text_or_abort(const char *text);
