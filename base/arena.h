/* arena - memory that is given back all at once
 *
 * What is found in one article lives exactly as long as the article's job, so it is taken from
 * an arena and never freed alone. An arena has a limit: a hostile article ends with ENOMEM, not
 * with the machine's memory.
 */
#pragma once

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/macros.h"

struct arena;

/** Makes an arena that gives at most @limit bytes in all. The caller owns it; NULL: no memory.
 */
struct arena *arena_new(size_t limit);
/** Makes one for what is needed for a while: it has what @outer has left, and is freed before
 *  @outer is. */
struct arena *arena_within(struct arena *outer);
void arena_free(struct arena *arena);
DEFINE_CLEANUP(struct arena *, arena_free);

/** Zeroed memory, aligned for any type; NULL when the limit or the memory is reached. */
void *arena_alloc(struct arena *arena, size_t size);
/** A NUL-terminated copy of @size bytes at @data; NULL as above. */
char *arena_copy(struct arena *arena, const char *data, size_t size);
char *arena_printf(struct arena *arena, const char *format, ...)
        __attribute__((format(printf, 2, 3)));

/** Appends a zeroed element of @size bytes to a growing array and gives its place.
 *
 *  @array is the address of the array's pointer (NULL at first), @count that of its length (0
 * at first). The array moves as it grows, and its old place may be gone: keep indices, not
 *  pointers, and no second name of an array that grows. NULL when out of memory; nothing has
 *  changed then. */
void *arena_push(struct arena *arena, void *array, size_t *count, size_t size);

/** Has it ever given NULL? Then what was made of it may lack something, whoever looked. */
bool arena_failed(const struct arena *arena);

/** The most bytes that were given at a time, those of an arena within it included. */
size_t arena_used(const struct arena *arena);
