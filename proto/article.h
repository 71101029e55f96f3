/* article - what a scraper publishes, in the one form that the rest knows
 *
 * The decoder takes the input shapes of the contract (the flat article, news-please/Scrapy
 * names; ninjs and JSON-LD are to come as further mappings) and gives one struct; the encoder
 * writes the flat shape with its keys in a fixed order, so that equal content is equal bytes.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/json.h"
#include "base/macros.h"

enum {
        ARTICLE_BYTES_MAX = 8 << 20, /* JSON body and raw frame together; more is `too-large` */
        ARTICLE_ID_MAX = 256,        /* bytes */
        ARTICLE_SOURCE_MAX = 256,
        ARTICLE_URL_MAX = 4096,
        ARTICLE_TITLE_MAX = 4096,
        ARTICLE_AUTHORS_MAX = 64,
};

enum {
        ARTICLE_E_INVALID = 1, /* see the fault */
        ARTICLE_E_TOO_LARGE,
};

/** Strings are valid UTF-8 without NUL, NULL when not given. The article owns them. */
struct article {
        char *id; /* always set: given, or made from source and URL or content */
        char *source, *url, *published, *modified, *fetched, *title, *language, *charset;
        char **authors;
        size_t n_authors;
        char *html; /* decoded text; exactly one of html, text and raw, but in a retraction none
                     */
        char *text;
        unsigned char *raw; /* the page's bytes, as fetched */
        size_t raw_size;
        bool retracted; /* meta.status is "canceled" */
        json_t *meta;   /* or NULL */
};

/** Decodes one article and its optional raw frame (@raw may be NULL).
 *
 *  Maps, checks, and makes the id where none is given. `published` etc. must be RFC 3339 or a
 *  truncated ISO 8601 value, else the article is invalid; "YYYY-MM-DD HH:MM:SS" as scrapers
 * write it is taken. The caller owns *@ret. Returns 0, ARTICLE_E_INVALID or ARTICLE_E_TOO_LARGE
 * (with
 *  *@fault set), or -ENOMEM. */
int article_decode(struct article **ret, const char *json, size_t size, const void *raw,
                   size_t raw_size, struct json_fault *fault);
/** The same of a parsed value, which is not kept. */
int article_from_json(struct article **ret, const json_t *value, const void *raw,
                      size_t raw_size, struct json_fault *fault);
void article_free(struct article *article);
DEFINE_CLEANUP(struct article *, article_free);

/** Appends the flat shape (without raw) as compact JSON. */
void article_encode(const struct article *article, struct buffer *out);
/** XXH3-128 of what the contract calls content: decides duplicate or version. 0 or -ENOMEM. */
int article_content_hash(const struct article *article, unsigned char hash[16]);
