/* page_outlet - the names that the page's outlet goes by
 *
 * What the metadata call the site and its publisher, and the labels of the host's name.
 */
#include <string.h>

#include "workers/text/letters.h"
#include "workers/text/page_facts.h"

enum {
        LABEL_BYTES_MAX = 80,
        LABEL_MIN = 3,
        INITIALS_MIN = 3,
        COVER = 3, /* a label is a name when it is a third of it */
};

static bool same(const char *a, const char *b)
{
        return a && b && letter_same_words(a, strlen(a), b, strlen(b));
}

/* Writes the ASCII letters and digits of @size bytes in lower case; gives how many there are.
 */
static size_t squeeze(const char *p, size_t size, char out[LABEL_BYTES_MAX])
{
        size_t n = 0;

        for (size_t i = 0; i < size && n + 1 < LABEL_BYTES_MAX; i++) {
                enum letter_kind kind = letter_kind_of((unsigned char)p[i] & 0x7f);

                if (!(p[i] & 0x80) && (letter_is_word(kind) || kind == LETTER_DIGIT))
                        out[n++] = (char)(p[i] | 0x20);
        }
        out[n] = '\0';
        return n;
}

/* "NYT" of "New York Times", in lower case. */
static size_t initials_of(const char *name, char out[LABEL_BYTES_MAX])
{
        size_t n = 0;

        for (const char *p = name; *p && n + 1 < LABEL_BYTES_MAX; p++) {
                if (*p >= 'A' && *p <= 'Z' && (p == name || p[-1] == ' '))
                        out[n++] = (char)(*p | 0x20);
        }
        out[n] = '\0';
        return n;
}

/* Does the label of the host say the name, or a good part of it? */
static bool is_label(const char *label, size_t n, const char *name)
{
        char letters[LABEL_BYTES_MAX], initials[LABEL_BYTES_MAX];
        size_t m = squeeze(name, strlen(name), letters), k = initials_of(name, initials);

        if (k >= INITIALS_MIN && strncmp(label, initials, k) == 0)
                return true;
        if (m < LABEL_MIN)
                return false;
        return (strstr(letters, label) && n * COVER >= m) ||
               (strstr(label, letters) && m * COVER >= n);
}

/* Is the label nothing but the name, be there "The" before it? */
static bool is_whole_label(const char *label, size_t n, const char *name)
{
        char letters[LABEL_BYTES_MAX];

        if (strncasecmp(name, "the ", 4) == 0 && strncmp(label, "the", 3) != 0)
                name += 4;
        return squeeze(name, strlen(name), letters) == n && strcmp(label, letters) == 0;
}

static bool holds_word(const char *label, size_t n, const char *word)
{
        char letters[LABEL_BYTES_MAX];

        (void)n;
        /* Of "Šíša" one letter is left, which is in many an address. */
        return squeeze(word, strlen(word), letters) >= LABEL_MIN && strstr(label, letters);
}

const char *page_address(const struct page_facts *f)
{
        return f->doc->article->url ? f->doc->article->url : f->tree->canonical;
}

static bool any_label(const struct page_facts *f, const char *name,
                      bool (*is_it)(const char *label, size_t n, const char *name))
{
        const char *url = page_address(f);
        const char *p = url ? strstr(url, "://") : NULL, *end;

        if (!p)
                return false;
        p += 3;
        end = p + strcspn(p, "/?#:");
        while (p < end) {
                const char *stop = memchr(p, '.', (size_t)(end - p));
                char label[LABEL_BYTES_MAX];
                size_t n;

                if (!stop)
                        return false; /* the last label is the country's */
                n = squeeze(p, (size_t)(stop - p), label);
                if (n >= LABEL_MIN && strcmp(label, "www") != 0 && strcmp(label, "com") != 0 &&
                    is_it(label, n, name))
                        return true;
                p = stop + 1;
        }
        return false;
}

bool page_is_host(const struct page_facts *f, const char *name)
{
        return any_label(f, name, is_label);
}

bool page_is_whole_host(const struct page_facts *f, const char *name)
{
        return name && any_label(f, name, is_whole_label);
}

bool page_host_holds(const struct page_facts *f, const char *word, size_t size)
{
        const char *copy = arena_copy(f->doc->arena, word, size);

        return copy && any_label(f, copy, holds_word);
}

bool page_is_site(const struct page_facts *f, const char *name)
{
        static const char *const keys[] = { "og:site_name", "application-name",
                                            "apple-mobile-web-app-title" };

        for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++) {
                if (same(name, page_meta(f->tree, keys[i])))
                        return true;
        }
        return same(name, f->jsonld.publisher) || same(name, f->doc->article->source);
}

bool page_is_outlet(const struct page_facts *f, const char *name)
{
        return page_is_site(f, name) || page_is_host(f, name);
}
