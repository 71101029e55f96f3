#include "workers/link/wide.h"

#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum { FIRST_ROOM = 64, HUGE_PAGE = 2 << 20 };

/* Small things are the allocator's; so is all that a sanitizer is to watch. */
static bool is_wide(size_t bytes)
{
        return !PARALLAX_SANITIZED && bytes >= HUGE_PAGE;
}

static size_t whole_pages(size_t bytes)
{
        return (bytes + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE;
}

/* Whole huge pages, from the start of one: what is mapped too much goes back. */
static char *map_aligned(size_t bytes)
{
        char *all = mmap(NULL, bytes + HUGE_PAGE, PROT_READ | PROT_WRITE,
                         MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        size_t before;

        if (all == MAP_FAILED)
                return NULL;
        before = (HUGE_PAGE - (uintptr_t)all % HUGE_PAGE) % HUGE_PAGE;
        if (before)
                munmap(all, before);
        munmap(all + before + bytes, HUGE_PAGE - before);
        (void)madvise(all + before, bytes, MADV_HUGEPAGE); /* slower without, no more */
        return all + before;
}

void *wide_map(size_t bytes)
{
        return is_wide(bytes) ? map_aligned(whole_pages(bytes)) : calloc(1, bytes);
}

void wide_unmap(void *memory, size_t bytes)
{
        if (memory && is_wide(bytes))
                munmap(memory, whole_pages(bytes));
        else
                free(memory);
}

/* Pages move to another place without being copied. Where that fails, @to is left to itself: it
 * is not told whether it is still ours. */
static void *moved(void *old, size_t before, size_t after)
{
        char *to = map_aligned(whole_pages(after));

        if (!to || mremap(old, whole_pages(before), whole_pages(after),
                          MREMAP_MAYMOVE | MREMAP_FIXED, to) == MAP_FAILED)
                return NULL;
        return to;
}

static void *grown(void *old, size_t before, size_t after)
{
        char *array;

        if (is_wide(before))
                return moved(old, before, after);
        if (!is_wide(after)) {
                array = realloc(old, after);
                if (array)
                        memset(array + before, 0, after - before);
                return array;
        }
        array = wide_map(after);
        if (array && before)
                memcpy(array, old, before);
        if (array)
                free(old);
        return array;
}

int wide_reserve(void *array, size_t n, size_t *room, size_t size)
{
        size_t more = *room ? 2 * *room : FIRST_ROOM;
        void *now;

        if (n < *room)
                return 0;
        while (more <= n)
                more *= 2;
        now = grown(*(void **)array, *room * size, more * size);
        if (!now)
                return -ENOMEM;
        *(void **)array = now;
        *room = more;
        return 0;
}

void wide_free(void *array, size_t room, size_t size)
{
        wide_unmap(array, room * size);
}
