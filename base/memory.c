#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void *or_abort(void *p, size_t size)
{
        if (!p && size) {
                fputs("no memory for a library\n", stderr);
                abort();
        }
        return p;
}

void *memory_or_abort(size_t size)
{
        return or_abort(malloc(size), size);
}

void *memory_resized_or_abort(void *p, size_t size)
{
        return or_abort(realloc(p, size), size);
}

char *memory_text_or_abort(const char *text)
{
        size_t size = strlen(text) + 1;

        return memcpy(memory_or_abort(size), text, size);
}
