#include "workers/text/page_names.h"

#include <stdbool.h>
#include <string.h>

#include "base/ascii.h"
#include "base/macros.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_page_names;

enum {
        NAMES_BYTES_MAX = 400, /* of longer class lists the rest is not read */
        WORD_BYTES_MAX = 24,
};

/* In the order of the names. */
static const struct {
        const char *name;
        enum tag tag;
} tags[] = {
        { "a", TAG_A },
        { "address", TAG_ADDRESS },
        { "applet", TAG_SKIPPED },
        { "article", TAG_ARTICLE },
        { "aside", TAG_ASIDE },
        { "audio", TAG_CONTROL },
        { "b", TAG_STRONG },
        { "blockquote", TAG_BLOCKQUOTE },
        { "body", TAG_BODY },
        { "br", TAG_BR },
        { "button", TAG_CONTROL },
        { "canvas", TAG_CONTROL },
        { "caption", TAG_FIGCAPTION },
        { "center", TAG_BLOCK },
        { "datalist", TAG_SKIPPED },
        { "dd", TAG_DD },
        { "details", TAG_BLOCK },
        { "dialog", TAG_CONTROL },
        { "div", TAG_DIV },
        { "dl", TAG_DL },
        { "dt", TAG_DT },
        { "embed", TAG_SKIPPED },
        { "fieldset", TAG_FORM },
        { "figcaption", TAG_FIGCAPTION },
        { "figure", TAG_FIGURE },
        { "footer", TAG_FOOTER },
        { "form", TAG_FORM },
        { "h1", TAG_H1 },
        { "h2", TAG_H2 },
        { "h3", TAG_H3 },
        { "h4", TAG_H4 },
        { "h5", TAG_H5 },
        { "h6", TAG_H6 },
        { "head", TAG_BLOCK },
        { "header", TAG_HEADER },
        { "hgroup", TAG_HEADER },
        { "hr", TAG_HR },
        { "html", TAG_BLOCK },
        { "iframe", TAG_SKIPPED },
        { "img", TAG_IMG },
        { "input", TAG_SKIPPED },
        { "legend", TAG_BLOCK },
        { "li", TAG_LI },
        { "link", TAG_LINK },
        { "main", TAG_MAIN },
        { "map", TAG_CONTROL },
        { "math", TAG_SKIPPED },
        { "menu", TAG_UL },
        { "meta", TAG_META },
        { "nav", TAG_NAV },
        { "noframes", TAG_SKIPPED },
        { "noscript", TAG_CONTROL },
        { "object", TAG_CONTROL },
        { "ol", TAG_OL },
        { "option", TAG_SKIPPED },
        { "p", TAG_P },
        { "pre", TAG_PRE },
        { "script", TAG_SCRIPT },
        { "section", TAG_SECTION },
        { "select", TAG_SKIPPED },
        { "span", TAG_SPAN },
        { "strong", TAG_STRONG },
        { "style", TAG_SKIPPED },
        { "summary", TAG_BLOCK },
        { "sup", TAG_SUP },
        { "svg", TAG_SKIPPED },
        { "table", TAG_TABLE },
        { "tbody", TAG_BLOCK },
        { "td", TAG_TD },
        { "template", TAG_CONTROL },
        { "textarea", TAG_SKIPPED },
        { "tfoot", TAG_BLOCK },
        { "th", TAG_TH },
        { "thead", TAG_BLOCK },
        { "time", TAG_TIME },
        { "title", TAG_TITLE },
        { "tr", TAG_TR },
        { "ul", TAG_UL },
        { "video", TAG_CONTROL },
};

enum tag tag_named(const char *name)
{
        size_t low = 0, high = ARRAY_SIZE(tags);

        while (low < high) {
                size_t middle = (low + high) / 2;
                int order = *name - *tags[middle].name;

                if (!order)
                        order = strcmp(name, tags[middle].name);
                if (!order)
                        return tags[middle].tag;
                if (order < 0)
                        high = middle;
                else
                        low = middle + 1;
        }
        return TAG_OTHER;
}

bool tag_is_block(unsigned tag)
{
        switch (tag) {
        case TAG_TEXT:
        case TAG_OTHER:
        case TAG_A:
        case TAG_BR:
        case TAG_IMG:
        case TAG_SPAN:
        case TAG_STRONG:
        case TAG_SUP:
        case TAG_TIME:
        case TAG_LINK:
        case TAG_META:
        case TAG_SKIPPED:
        case TAG_SCRIPT: return false;
        }
        return true;
}

/* A word of a name, or two and what joins them. */
struct words {
        char text[2 * WORD_BYTES_MAX + 2];
        size_t size, last; /* the last word is text[last …] */
        uint32_t hash, last_hash;
};

/* Puts a word behind the one that is there, if any; @joint: '\0' where nothing is between. */
static void words_add(struct words *w, const char *word, size_t size, char joint)
{
        if (joint) {
                w->text[w->size++] = joint;
                w->hash = lexicon_hash_byte(w->hash, joint);
        }
        w->last = w->size;
        w->last_hash = LEXICON_HASH_EMPTY;
        for (size_t i = 0; i < size; i++) {
                char c = (char)(word[i] | 0x20);

                w->text[w->size++] = c;
                w->hash = lexicon_hash_byte(w->hash, c);
                w->last_hash = lexicon_hash_byte(w->last_hash, c);
        }
}

static void words_keep_last(struct words *w)
{
        w->size -= w->last;
        memmove(w->text, w->text + w->last, w->size);
        w->hash = w->last_hash;
}

static void words_clear(struct words *w)
{
        w->size = 0;
        w->hash = LEXICON_HASH_EMPTY;
}

static uint16_t evidence_named(const char *words, size_t size, uint32_t hash)
{
        static const char *const names[] = {
                "body",      "comment", "related", "share",   "navigation", "promotion",
                "biography", "byline",  "date",    "caption", "standfirst", "side",
                "title",     "hidden",  "updated", "paywall",
        };
        const char *value = lexicon_find_hashed(&lexicon_page_names, words, size, hash);

        for (size_t i = 0; value && i < ARRAY_SIZE(names); i++) {
                if (*names[i] == *value && strcmp(names[i], value) == 0)
                        return (uint16_t)(1u << i);
        }
        return 0;
}

static bool begins(const char *p, const char *end, const char *name)
{
        size_t size = strlen(name);

        return size <= (size_t)(end - p) && memcmp(p, name, size) == 0;
}

/* "category-newsletters", "tag-social-media": what a post is about; but "tag-list". */
static bool names_topic(const char *p, const char *end)
{
        static const char *const lists[] = { "tag-list", "tag-link", "tag-cloud", "tag-bar",
                                             "tag-container" };

        for (size_t i = 0; i < ARRAY_SIZE(lists); i++)
                if (begins(p, end, lists[i]))
                        return false;
        return begins(p, end, "category-") || begins(p, end, "tag-");
}

uint16_t evidence_of(const char *names, size_t size)
{
        const char *end = names + (size < NAMES_BYTES_MAX ? size : NAMES_BYTES_MAX), *p = names;
        struct words words;
        uint16_t found = 0;

        words_clear(&words);
        while (p < end) {
                const char *start;
                bool alone; /* the word is the whole name */

                if ((*p == '[' && p + 1 < end &&
                     p[1] == '&') || /* a style for what is within */
                    ((p == names || p[-1] == ' ') && names_topic(p, end))) {
                        while (p < end && *p != ' ')
                                p++;
                        continue;
                }
                if (!ascii_is_letter(*p)) {
                        if (*p == ' ')
                                words_clear(&words); /* pairs stay within one name */
                        p++;
                        continue;
                }
                /* A word: letters up to a change from small to capital. */
                for (start = p; p < end && ascii_is_letter(*p) &&
                                !(p > start && ascii_is_upper(*p) && !ascii_is_upper(p[-1]));)
                        p++;
                /* Letters behind a digit are part of a code: "element-5f18ad9" is no "ad". */
                if (p - start > WORD_BYTES_MAX ||
                    (start > names && ascii_is_digit(start[-1]))) {
                        words_clear(&words);
                        continue;
                }
                alone = (start == names || start[-1] == ' ') && (p == end || *p == ' ');
                words_add(&words, start, (size_t)(p - start),
                          alone ? '=' : (char)(words.size ? '-' : '\0'));
                found |= evidence_named(words.text + words.last, words.size - words.last,
                                        words.last_hash);
                if (words.last)
                        found |= evidence_named(words.text, words.size, words.hash);
                words_keep_last(&words);
        }
        return found;
}
