#include "workers/compare/posts.h"

#include <string.h>
#include <strings.h>

#include "base/macros.h"

enum { SIGNATURE_BYTES = 60 }; /* from the dash under a post to the handle, and behind it */

bool is_under_post(const char *text, struct span s)
{
        static const char *const starts[] = { "—", "–", "--", "FILE -", "FILE –", "FILE —" };
        size_t n = s.end - s.start;

        for (size_t i = 0; i < ARRAY_SIZE(starts); i++) {
                size_t size = strlen(starts[i]);

                if (n > size && strncasecmp(text + s.start, starts[i], size) == 0)
                        return starts[i][0] == 'F' || memmem(text + s.start, n, "(@", 2);
        }
        return false;
}

static bool starts_with(const char *text, struct span bytes, const char *start)
{
        size_t n = strlen(start);

        return bytes.end - bytes.start >= n && strncmp(text + bytes.start, start, n) == 0;
}

static struct span without_spaces(const char *text, struct span bytes)
{
        while (bytes.end > bytes.start && strchr(" \n", text[bytes.end - 1]))
                bytes.end--;
        return bytes;
}

static struct span last_word(const char *text, struct span bytes)
{
        struct span word = { bytes.end, bytes.end };

        while (word.start > bytes.start && !strchr(" \n", text[word.start - 1]))
                word.start--;
        return word;
}

/* Words of an address, and the spaces before them, go from the end. */
static struct span without_addresses(const char *text, struct span bytes)
{
        static const char *const starts[] = { "pic.twitter.com/", "https://", "http://",
                                              "t.co/" };

        for (;;) {
                struct span word;
                bool address = false;

                bytes = without_spaces(text, bytes);
                word = last_word(text, bytes);
                for (size_t i = 0; i < ARRAY_SIZE(starts); i++)
                        address |= starts_with(text, word, starts[i]);
                if (!address || word.start == word.end)
                        return bytes;
                bytes.end = word.start;
        }
}

/* "The quay sank. @adalind @vellmar": who else is to read it, behind the last sentence. */
static struct span without_readers(const char *text, struct span bytes)
{
        struct span rest = bytes;

        for (;;) {
                struct span word = last_word(text, rest);

                if (!starts_with(text, word, "@"))
                        break;
                rest.end = word.start;
                rest = without_spaces(text, rest);
        }
        return rest.end > rest.start && strchr(".!?", text[rest.end - 1]) ? rest : bytes;
}

/* "Skip Twitter post by @adalind The quay sank." */
static struct span without_preamble(const char *text, struct span bytes)
{
        static const char *const starts[] = { "Skip Twitter post by ",
                                              "Skip Instagram post by " };

        for (size_t i = 0; i < ARRAY_SIZE(starts); i++) {
                if (!starts_with(text, bytes, starts[i]))
                        continue;
                bytes.start += (uint32_t)strlen(starts[i]);
                while (bytes.start < bytes.end && !strchr(" \n", text[bytes.start]))
                        bytes.start++;
                while (bytes.start < bytes.end && strchr(" \n", text[bytes.start]))
                        bytes.start++;
        }
        return bytes;
}

struct span without_signature(const char *text, struct span bytes)
{
        static const char *const dashes[] = { "\u2014", "\u2013", "-" };
        const char *first = text + bytes.start, *at = NULL;
        const char *handle = memmem(first, bytes.end - bytes.start, "(@", 2);

        /* Behind a handle in a sentence more is said. */
        if (handle && text + bytes.end - handle > SIGNATURE_BYTES)
                handle = NULL;
        for (size_t i = 0; handle && i < ARRAY_SIZE(dashes); i++)
                for (const char *p = handle; p > first && handle - p < SIGNATURE_BYTES; p--)
                        if (strncmp(p, dashes[i], strlen(dashes[i])) == 0 && p[-1] == ' ' &&
                            (!at || p > at))
                                at = p;
        if (at)
                bytes.end = (uint32_t)(at - text);
        bytes = without_readers(text, without_addresses(text, bytes));
        return without_preamble(text, bytes);
}
