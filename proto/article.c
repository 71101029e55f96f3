/* article - input shapes in, one struct out
 *
 * A shape is a table of names: each of our fields with the names under which scrapers give it.
 * The first name that is there and not null counts. What stands under no name is ignored:
 * scrapers carry much that is theirs alone.
 */
#include "proto/article.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/utf8.h"
#include "proto/input_value.h"
#include "proto/iso8601.h"

enum { NAMES_MAX = 4 };

struct field {
        const char *names[NAMES_MAX]; /* the flat shape's first, then news-please's, Scrapy's */
        size_t offset;
        size_t max; /* bytes; 0: the article's own limit */
        bool is_time;
};

#define FIELD(member) offsetof(struct article, member)

static const struct field fields[] = {
        { { "id" }, FIELD(id), ARTICLE_ID_MAX, false },
        { { "source", "source_domain", "sourceDomain" },
          FIELD(source),
          ARTICLE_SOURCE_MAX,
          false },
        { { "url" }, FIELD(url), ARTICLE_URL_MAX, false },
        { { "published", "date_publish", "datePublished" }, FIELD(published), 64, true },
        { { "modified", "date_modify", "dateModified" }, FIELD(modified), 64, true },
        { { "fetched", "date_download", "dateDownload" }, FIELD(fetched), 64, true },
        { { "title" }, FIELD(title), ARTICLE_TITLE_MAX, false },
        { { "language" }, FIELD(language), 64, false },
        { { "charset" }, FIELD(charset), 64, false },
        { { "html" }, FIELD(html), 0, false },
        { { "text", "maintext", "main_text" }, FIELD(text), 0, false },
};

static char **member(struct article *article, size_t offset)
{
        return (char **)((char *)article + offset);
}

static const char *member_of(const struct article *article, size_t offset)
{
        return *(char *const *)((const char *)article + offset);
}

/* ------------------------------------------------------------ faults */

static int invalid(struct json_fault *fault, const char *name, const char *expected,
                   const char *found)
{
        if (fault) {
                *fault = (struct json_fault){ 0 };
                snprintf(fault->pointer, sizeof(fault->pointer), *name ? "/%s" : "%s", name);
                snprintf(fault->expected, sizeof(fault->expected), "%s", expected);
                snprintf(fault->found, sizeof(fault->found), "%s", found);
        }
        return ARTICLE_E_INVALID;
}

/* ------------------------------------------------------------ single fields */

static bool first_of(const struct input_object *object, const struct field *field,
                     const char **name, struct input_value *ret)
{
        for (size_t i = 0; i < NAMES_MAX && field->names[i]; i++) {
                *name = field->names[i];
                if (input_get(object, *name, ret))
                        return true;
        }
        return false;
}

static int copy_text(char **ret, const struct input_value *value)
{
        char *copy = malloc(value->size + 1);

        if (!copy)
                return -ENOMEM;
        memcpy(copy, value->text, value->size);
        copy[value->size] = '\0';
        *ret = copy;
        return 0;
}

static bool has_control(const char *text)
{
        for (; *text; text++) {
                if ((unsigned char)*text < 0x20 || *text == 0x7F)
                        return true;
        }
        return false;
}

static int take_time(char **ret, const char *text, size_t size, const char *name,
                     struct json_fault *fault)
{
        struct iso_time time;
        char out[ISO_BYTES_MAX];

        if (!iso_time_parse(&time, text, size))
                return invalid(fault, name,
                               "an RFC 3339 time, or ISO 8601 cut to its precision",
                               "another string");
        iso_time_format(&time, out);
        *ret = strdup(out);
        return *ret ? 0 : -ENOMEM;
}

static int take_field(struct article *article, const struct input_object *object,
                      const struct field *field, struct json_fault *fault)
{
        char **to = member(article, field->offset);
        const char *name;
        struct input_value value;

        if (!first_of(object, field, &name, &value))
                return 0;
        if (!value.text)
                return invalid(fault, name, "a string", input_type(&value));
        if (input_has_nul(&value))
                return invalid(fault, name, "a string without NUL", "a NUL in it");
        if (field->max && value.size > field->max)
                return invalid(fault, name, "a shorter string", "one over the limit");
        if (field->is_time)
                return value.size ? take_time(to, value.text, value.size, name, fault) : 0;
        return copy_text(to, &value);
}

static int take_author(struct article *article, const struct input_value *name,
                       struct json_fault *fault)
{
        int r;

        if (!name->text || input_has_nul(name))
                return invalid(fault, "authors", "a list of strings", input_type(name));
        if (name->size > ARTICLE_SOURCE_MAX)
                return invalid(fault, "authors", "a shorter name", "one over the limit");
        r = copy_text(&article->authors[article->n_authors], name);
        if (!r)
                article->n_authors++;
        return r;
}

/* A list of names, or one string with one name. */
static int take_authors(struct article *article, const struct input_object *object,
                        struct json_fault *fault)
{
        struct input_value authors, name;
        size_t n;
        int r = 0;

        if (!input_get(object, "authors", &authors))
                return 0;
        if (!authors.text && !input_is_list(&authors))
                return invalid(fault, "authors", "a list of strings", input_type(&authors));
        n = authors.text ? 1 : input_items(&authors);
        if (n > ARTICLE_AUTHORS_MAX)
                return invalid(fault, "authors", "at most 64 names", "more");
        if (!n)
                return 0;
        article->authors = calloc(n, sizeof(*article->authors));
        if (!article->authors)
                return -ENOMEM;
        for (size_t i = 0; i < n && !r; i++) {
                name = authors.text ? authors : input_item(&authors, i);
                r = take_author(article, &name, fault);
        }
        return r;
}

static int take_meta(struct article *article, const struct input_object *object,
                     struct json_fault *fault)
{
        struct input_value meta;
        const char *status;

        if (!input_get(object, "meta", &meta))
                return 0;
        if (!json_is_object(meta.tree)) /* a flat one has no object in it */
                return invalid(fault, "meta", "an object", input_type(&meta));
        status = json_text(meta.tree, "status");
        article->meta = json_deep_copy(meta.tree);
        article->retracted = status && strcmp(status, "canceled") == 0;
        return article->meta ? 0 : -ENOMEM;
}

/* ------------------------------------------------------------ the whole */

static int check_bodies(struct article *article, struct json_fault *fault)
{
        int bodies;

        /* An empty body beside another one is how some scrapers say "none". */
        if (article->html && !*article->html && (article->text || article->raw)) {
                free(article->html);
                article->html = NULL;
        }
        if (article->text && !*article->text && (article->html || article->raw)) {
                free(article->text);
                article->text = NULL;
        }
        bodies = !!article->html + !!article->text + !!article->raw;
        if (article->retracted && bodies)
                return invalid(fault, "meta/status", "no body in a retraction", "html or text");
        if (!article->retracted && bodies != 1)
                return invalid(fault, "", "exactly one of html, text and a raw frame",
                               bodies ? "several" : "none");
        return 0;
}

static int check_names(struct article *article, struct json_fault *fault)
{
        if (!article->source || !*article->source)
                return invalid(fault, "source", "the outlet's name", "nothing");
        if (has_control(article->source))
                return invalid(fault, "source", "a name without control characters", "one");
        if (article->url && has_control(article->url))
                return invalid(fault, "url", "a URL without control characters", "one");
        if (article->id && (!*article->id || has_control(article->id)))
                return invalid(fault, "id", "1 to 256 bytes without control characters",
                               *article->id ? "a control character" : "an empty string");
        if (article->retracted && !article->id && !article->url)
                return invalid(fault, "id", "an id, or a url, in a retraction", "nothing");
        return 0;
}

static void put_content(const struct article *article, struct buffer *out);

/* Without an id: the outlet and the URL name the article, or, without a URL, what it says. */
static int make_id(struct article *article)
{
        _cleanup_(buffer_clear) struct buffer content = { 0 };
        size_t url_size = article->url ? strcspn(article->url, "#") : 0;
        struct digest_piece pieces[] = {
                { article->source, strlen(article->source) },
                { "\n", 1 },
                { article->url, url_size },
        };

        if (!article->url) {
                put_content(article, &content);
                if (buffer_error(&content))
                        return buffer_error(&content);
                pieces[2] = (struct digest_piece){ content.data, content.size };
        }
        article->id = malloc(33);
        if (!article->id)
                return -ENOMEM;
        digest_name(pieces, ARRAY_SIZE(pieces), article->id);
        return 0;
}

static int take_raw(struct article *article, const void *raw, size_t size)
{
        if (!raw)
                return 0;
        article->raw = malloc(size ? size : 1);
        if (!article->raw)
                return -ENOMEM;
        memcpy(article->raw, raw, size);
        article->raw_size = size;
        return 0;
}

static int fill(struct article *article, const struct input_object *object,
                struct json_fault *fault)
{
        int r = 0;

        if (!object->flat && !json_is_object(object->tree))
                return invalid(fault, "", "an object", input_type_of(object->tree));
        for (size_t i = 0; i < ARRAY_SIZE(fields) && !r; i++)
                r = take_field(article, object, &fields[i], fault);
        r = r ? r : take_authors(article, object, fault);
        r = r ? r : take_meta(article, object, fault);
        r = r ? r : check_bodies(article, fault);
        r = r ? r : check_names(article, fault);
        if (!r && !article->id)
                r = make_id(article);
        return r;
}

static int article_from_object(struct article **ret, const struct input_object *object,
                               const struct blob *raw, struct json_fault *fault)
{
        _cleanup_(article_freep) struct article *article = calloc(1, sizeof(*article));
        int r;

        if (!article)
                return -ENOMEM;
        r = take_raw(article, raw->data, raw->size);
        r = r ? r : fill(article, object, fault);
        if (r)
                return r;
        *ret = TAKE_PTR(article);
        return 0;
}

int article_from_json(struct article **ret, const json_t *value, const void *raw,
                      size_t raw_size, struct json_fault *fault)
{
        const struct input_object object = { .tree = value };

        return article_from_object(ret, &object, &(struct blob){ raw, raw_size }, fault);
}

int article_decode(struct article **ret, const char *json, size_t size, const void *raw,
                   size_t raw_size, struct json_fault *fault)
{
        _cleanup_(json_flat_clear) struct json_flat flat;
        const struct input_object object = { .flat = &flat };
        const struct blob page = { raw, raw_size };
        json_auto_t *value = NULL;

        flat.unescaped = NULL;
        if (size > ARTICLE_BYTES_MAX || raw_size > ARTICLE_BYTES_MAX - size) {
                invalid(fault, "", "at most 8 MiB, the raw frame included", "more");
                return ARTICLE_E_TOO_LARGE;
        }
        if (json_flat_read(&flat, json, size))
                return article_from_object(ret, &object, &page, fault);
        value = json_parse(json, size, fault);
        if (!value)
                return ARTICLE_E_INVALID;
        return article_from_json(ret, value, raw, raw_size, fault);
}

void article_free(struct article *article)
{
        if (!article)
                return;
        for (size_t i = 0; i < ARRAY_SIZE(fields); i++)
                free(*member(article, fields[i].offset));
        for (size_t i = 0; i < article->n_authors; i++)
                free(article->authors[i]);
        free(article->authors);
        free(article->raw);
        json_decref(article->meta);
        free(article);
}

/* ------------------------------------------------------------ encoding */

static void put_text(struct buffer *out, const char *name, const char *text, bool *first)
{
        if (!text)
                return;
        buffer_put_text(out, *first ? "{\"" : ",\"");
        buffer_put_text(out, name);
        buffer_put_text(out, "\":");
        json_write_text(text, out);
        *first = false;
}

static void put_authors(struct buffer *out, const struct article *article, bool *first)
{
        if (!article->n_authors)
                return;
        buffer_put_text(out, *first ? "{\"authors\":" : ",\"authors\":");
        for (size_t i = 0; i < article->n_authors; i++) {
                buffer_put_u8(out, i ? ',' : '[');
                json_write_text(article->authors[i], out);
        }
        buffer_put_u8(out, ']');
        *first = false;
}

/* Text goes straight to the buffer: a tree of a large body would double the memory for nothing.
 */
static void put_fields(const struct article *article, struct buffer *out, bool content)
{
        bool first = true;

        for (size_t i = 0; i < ARRAY_SIZE(fields); i++) {
                const struct field *f = &fields[i];

                if (content && (f->offset == FIELD(id) || f->offset == FIELD(fetched)))
                        continue;
                put_text(out, f->names[0], member_of(article, f->offset), &first);
        }
        put_authors(out, article, &first);
        if (content && article->retracted)
                buffer_printf(out, "%s\"status\":\"canceled\"", first ? "{" : ",");
        else if (content && json_text(article->meta, "status"))
                put_text(out, "status", json_text(article->meta, "status"), &first);
        else if (!content && article->meta) {
                buffer_put_text(out, first ? "{\"meta\":" : ",\"meta\":");
                json_write(article->meta, out);
        }
        buffer_put_text(out, "}");
}

void article_encode(const struct article *article, struct buffer *out)
{
        put_fields(article, out, false);
}

static void put_content(const struct article *article, struct buffer *out)
{
        put_fields(article, out, true);
        buffer_put(out, article->raw, article->raw_size);
}

int article_content_hash(const struct article *article, unsigned char hash[16])
{
        _cleanup_(buffer_clear) struct buffer content = { 0 };

        put_content(article, &content);
        if (buffer_error(&content))
                return buffer_error(&content);
        digest_128(content.data, content.size, hash);
        return 0;
}
