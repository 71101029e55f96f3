/* child_words - see child_words.h */
#include "daemon/child_words.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { TAIL_BYTES = 1024, READ_BYTES = 8192, LINE_MAX_BYTES = 300 };

struct words {
        char tail[TAIL_BYTES + 1];
        size_t size; /* bytes in @tail */
        size_t count;
};

struct words *words_new(void)
{
        return calloc(1, sizeof(struct words));
}

void words_free(struct words *words)
{
        free(words);
}

/* Keeps the last TAIL_BYTES of the old tail and the new bytes together. */
static void keep(struct words *words, const char *data, size_t size)
{
        size_t old;

        if (size > TAIL_BYTES) {
                data += size - TAIL_BYTES;
                size = TAIL_BYTES;
        }
        old = words->size + size > TAIL_BYTES ? TAIL_BYTES - size : words->size;
        memmove(words->tail, words->tail + words->size - old, old);
        memcpy(words->tail + old, data, size);
        words->size = old + size;
}

bool words_read(struct words *words, int fd)
{
        char data[READ_BYTES];
        ssize_t n = read(fd, data, sizeof(data));

        if (n < 0)
                return errno == EAGAIN || errno == EINTR;
        words->count += (size_t)n;
        keep(words, data, (size_t)n);
        return n > 0;
}

size_t words_count(const struct words *words)
{
        return words->count;
}

void words_restart(struct words *words)
{
        words->count = words->size = 0;
}

const char *words_last(struct words *words)
{
        size_t end = words->size, start;

        while (end > 0 && (words->tail[end - 1] == '\n' || words->tail[end - 1] == '\0'))
                end--;
        words->tail[end] = '\0';
        start = end;
        while (start > 0 && words->tail[start - 1] != '\n' && end - start < LINE_MAX_BYTES)
                start--;
        return words->tail + start;
}
