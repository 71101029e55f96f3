#include "workers/text/page_script.h"

#include <errno.h>
#include <jansson.h>
#include <string.h>
#include <strings.h>

#include "base/buffer.h"
#include "base/macros.h"
#include "workers/text/letters.h"
#include "workers/text/page_evidence.h"
#include "workers/text/page_sweep.h"

enum {
        MARKUP_WORDS_MAX = 60, /* of more text in the markup the scripts are not read */
        SCRIPT_WORDS_MIN = 30,
        TOLD_SENTENCES_MIN = 2, /* by which the markup tells some of the article */
        SCRIPTS_MAX = 64,
        SCRIPT_BYTES_MIN = 200,
        SCRIPT_BYTES_MAX = 2 << 20,
        PREFIX_BYTES_MAX = 200,  /* "window.__STATE__ = " */
        OUT_BYTES_MAX = 4 << 20, /* of markup, from all scripts of a page */
        DEPTH_MAX = 60,
        TEXT_BYTES_MIN = 2,
};

/* What is written of one script. */
struct writer {
        struct buffer *out;
        const char *title; /* of the page; or NULL */
        bool has_title;    /* the script holds it: it is about this article */
};

static bool has_word(const char *key, const char *const *words, size_t n)
{
        for (size_t i = 0; i < n; i++) {
                if (strcasestr(key, words[i]))
                        return true;
        }
        return false;
}

/* Does a text stand under the key, rather than what is told of one? */
static bool is_text_key(const char *key)
{
        static const char *const text[] = { "body",     "content",   "text", "html",
                                            "value",    "paragraph", "copy", "story",
                                            "rendered", "markup",    "data", "child" };
        static const char *const about[] = { "desc",    "summary", "excerpt", "teaser",
                                             "caption", "credit",  "alt",     "label",
                                             "button",  "meta",    "cookie",  "consent",
                                             "context", "style" };

        return has_word(key, text, ARRAY_SIZE(text)) &&
               !has_word(key, about, ARRAY_SIZE(about));
}

/* Is it left out with all that it holds: other articles, menus, pictures, settings? */
static bool is_aside_key(const char *key)
{
        static const char *const asides[] = {
                "related", "recommend", "trending", "popular", "latest",  "menu",
                "nav",     "footer",    "header",   "author",  "comment", "newsletter",
                "image",   "media",     "gallery",  "caption", "seo",     "meta",
                "i18n",    "locale",    "translat", "config",  "consent", "messages",
                "advert",  "promo",     "sidebar",  "teaser",  "tags",
        };

        return has_word(key, asides, ARRAY_SIZE(asides));
}

static bool is_markup(const char *text)
{
        return strcasestr(text, "</p>") || strcasestr(text, "<br") ||
               strcasestr(text, "</div>");
}

static void put_escaped(struct buffer *out, const char *text)
{
        const char *start = text, *p;

        for (p = text; *p; p++) {
                const char *entity = *p == '<' ? "&lt;" : NULL;

                if (!entity && *p == '\n')
                        entity = "</p><p>";
                if (!entity)
                        continue;
                buffer_put(out, start, (size_t)(p - start));
                buffer_put_text(out, entity);
                start = p + 1;
        }
        buffer_put(out, start, (size_t)(p - start));
}

static void put_text(struct writer *w, const char *text, const char *element)
{
        if (is_markup(text)) {
                buffer_put_text(w->out, "<div>");
                buffer_put_text(w->out, text);
                buffer_put_text(w->out, "</div>");
                return;
        }
        buffer_printf(w->out, "<%s>", element);
        put_escaped(w->out, text);
        buffer_printf(w->out, "</%s>", element);
}

static const char *string_at(const json_t *object, const char *key)
{
        return json_string_value(json_object_get(object, key));
}

/* The element for an object's text, by what it calls its kind: a run within a line, a heading,
 * or a paragraph. */
static const char *element_of(const json_t *object)
{
        static const char *const keys[] = {
                "type", "nodeType", "_type", "tag", "name", "kind"
        };
        const char *kind = NULL;

        for (size_t i = 0; i < ARRAY_SIZE(keys) && !kind; i++)
                kind = string_at(object, keys[i]);
        if (!kind)
                return "p";
        if (strcasecmp(kind, "text") == 0 || strcasecmp(kind, "span") == 0 ||
            strcasecmp(kind, "a") == 0 || strcasecmp(kind, "link") == 0 ||
            strcasecmp(kind, "strong") == 0 || strcasecmp(kind, "em") == 0)
                return json_object_get(object, "marks") || json_object_size(object) <= 3
                               ? "span"
                               : "p";
        return strcasestr(kind, "head") || strcasecmp(kind, "h2") == 0 ? "h2" : "p";
}

/* Does the object make a paragraph of the runs that it holds? */
static bool is_paragraph(const json_t *object)
{
        const char *kind = string_at(object, "type");

        if (!kind)
                kind = string_at(object, "nodeType");
        if (!kind)
                kind = string_at(object, "_type");
        return kind && (strcasecmp(kind, "paragraph") == 0 || strcasecmp(kind, "p") == 0 ||
                        strcasecmp(kind, "block") == 0);
}

/* @text: is it under a key of texts? Asked once a key, however long, however many it holds. */
static void put_value(struct writer *w, bool text, json_t *value, const char *element,
                      unsigned depth)
{
        json_t *inner;
        const char *name;
        size_t i;

        if (depth > DEPTH_MAX || buffer_error(w->out))
                return;
        if (json_is_string(value)) {
                const char *string = json_string_value(value);
                size_t size = json_string_length(value);

                if (w->title && size < 500 &&
                    letter_same_words(string, size, w->title, strlen(w->title)))
                        w->has_title = true;
                else if (text && size >= TEXT_BYTES_MIN && strchr(string, ' '))
                        put_text(w, string, element);
                return;
        }
        if (json_is_array(value)) {
                buffer_put_text(w->out, "<div>");
                json_array_foreach(value, i, inner) put_value(w, text, inner, "p", depth + 1);
                buffer_put_text(w->out, "</div>");
                return;
        }
        if (!json_is_object(value))
                return;
        element = element_of(value);
        if (strcmp(element, "span") != 0)
                buffer_put_text(w->out, is_paragraph(value) ? "<p>" : "<div>");
        json_object_foreach(value, name, inner)
        {
                if (!is_aside_key(name))
                        put_value(w, is_text_key(name), inner, element, depth + 1);
        }
        if (strcmp(element, "span") != 0)
                buffer_put_text(w->out, is_paragraph(value) ? "</p>" : "</div>");
}

/* Does a paragraph of the markup's stand in the other text, too? */
static bool shares_paragraph(const struct page_selection *markup,
                             const struct page_selection *other)
{
        for (size_t i = markup->first; i < markup->end; i++) {
                const struct block *b = &markup->blocks->blocks[i];

                if (!b->kept || !block_is_sentence(b))
                        continue;
                for (size_t k = other->first; k < other->end; k++) {
                        const struct block *o = &other->blocks->blocks[k];

                        if (o->kept && letter_same_words(b->text, b->size, o->text, o->size))
                                return true;
                }
        }
        return false;
}

/* Selects among the blocks of @html as of a page of its own; takes it when it is better.
 * @stated: it is the article's. Else, where the markup tells some of that, it has to tell the
 * same, and more: a short article stays short. */
static int consider(const struct page_facts *f, struct page_selection *best, const char *html,
                    size_t size, bool stated)
{
        struct page_selection s = { .title = best->title };
        struct page_blocks *blocks = arena_alloc(f->doc->arena, sizeof(*blocks));
        int r;

        if (!blocks)
                return -ENOMEM;
        s.blocks = blocks;
        r = page_parse(&s.tree, f->doc->arena, html, size);
        if (!r)
                r = page_blocks_find(blocks, s.tree);
        if (!r)
                r = page_select(&s);
        if (!r && s.words >= SCRIPT_WORDS_MIN && s.words >= 2 * best->words && s.sentences &&
            (stated || best->sentences < TOLD_SENTENCES_MIN || shares_paragraph(best, &s)))
                *best = s;
        return r;
}

/* The JSON in a script: the first object or list in it, or a string that holds one. */
static json_t *parse(const char *script, size_t size)
{
        size_t most = size < PREFIX_BYTES_MAX ? size : PREFIX_BYTES_MAX, at = 0;
        const char *call = memmem(script, most, "JSON.parse(\"", 12);
        json_t *value, *inner;

        if (call)
                at = (size_t)(call - script) + 11;
        else
                while (at < most && script[at] != '{' && script[at] != '[')
                        at++;
        if (at == most)
                return NULL;
        value = json_loadb(script + at, size - at, JSON_DISABLE_EOF_CHECK | JSON_DECODE_ANY,
                           NULL);
        if (!json_is_string(value))
                return value;
        inner = json_loads(json_string_value(value), JSON_DISABLE_EOF_CHECK, NULL);
        json_decref(value);
        return inner;
}

static int read_script(const struct page_facts *f, struct page_selection *best,
                       const char *script, size_t size, bool stated, size_t *left)
{
        struct buffer out = { .limit = *left };
        struct writer w = { .out = &out, .title = best->title };
        _cleanup_(json_decrefp) json_t *value = parse(script, size);
        int r = 0;

        if (!value)
                return 0;
        put_value(&w, false, value, "p", 0);
        *left -= out.size;
        if ((w.has_title || stated) && !buffer_error(&out) && out.size)
                r = consider(f, best, (const char *)out.data, out.size, false);
        buffer_clear(&out);
        return r;
}

/* The next script that may hold JSON of the page's own; NULL: none. */
static const char *next_script(const char *p, const char *end, const char **ret_end)
{
        while (p < end && (p = memchr(p, '<', (size_t)(end - p)))) {
                const char *open, *close;

                if (end - p < 8 || strncasecmp(p, "<script", 7) != 0) {
                        p++;
                        continue;
                }
                open = memchr(p, '>', (size_t)(end - p));
                close = open ? page_end_tag(open, end, "</script") : end;
                if (close == end)
                        return NULL;
                *ret_end = close;
                return open + 1;
        }
        return NULL;
}

static int read_body(const struct page_facts *f, struct page_selection *best)
{
        struct buffer out = { .limit = OUT_BYTES_MAX };
        struct writer w = { .out = &out };
        int r = 0;

        put_text(&w, f->jsonld.body, "p");
        if (!buffer_error(&out))
                r = consider(f, best, (const char *)out.data, out.size, true);
        buffer_clear(&out);
        return r;
}

int page_script_select(const struct page_facts *f, struct page_selection *s, const char *html,
                       size_t size)
{
        const char *p = html, *end = html + size, *stop;
        const char *type = page_meta(f->tree, "og:type");
        bool stated = (type && strcmp(type, "article") == 0) ||
                      (f->jsonld.type && (strstr(f->jsonld.type, "Article") ||
                                          strstr(f->jsonld.type, "BlogPosting")));
        size_t left = OUT_BYTES_MAX;
        int r = 0;

        if (s->words > MARKUP_WORDS_MAX)
                return 0;
        if (f->jsonld.body)
                r = read_body(f, s);
        for (size_t n = 0; n < SCRIPTS_MAX && !r && left && s->words <= MARKUP_WORDS_MAX; n++) {
                p = next_script(p, end, &stop);
                if (!p)
                        break;
                if (stop - p >= SCRIPT_BYTES_MIN && stop - p <= SCRIPT_BYTES_MAX)
                        r = read_script(f, s, p, (size_t)(stop - p), stated, &left);
                p = stop;
        }
        return r;
}
