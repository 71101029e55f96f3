/* memory - the Nth allocation of a program fails
 *
 * Its functions stand before those of libc, so it is for one source of a program, and not for a
 * sanitizer, which stands there already.
 */
#pragma once

#include <stddef.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t n, size_t size);
void *__libc_realloc(void *p, size_t size);

/* The calls that these stand before have no place for a context. */
static unsigned fail_at, n_allocations; /* 0: none fails */

static int fails(void)
{
        return fail_at && ++n_allocations == fail_at;
}

void *malloc(size_t size)
{
        return fails() ? NULL : __libc_malloc(size);
}

void *calloc(size_t n, size_t size)
{
        return fails() ? NULL : __libc_calloc(n, size);
}

void *realloc(void *p, size_t size)
{
        return fails() ? NULL : __libc_realloc(p, size);
}
