/* page_jsonld - the article among the objects of a page's JSON-LD
 *
 * Pages nest it in arrays, in @graph, in mainEntity; authors may be names, objects, lists of
 * both, or references by @id to objects elsewhere. All objects are listed first, in the order
 * of the page.
 */
#include "workers/text/page_jsonld.h"

#include <errno.h>
#include <jansson.h>
#include <string.h>
#include <strings.h>

#include "base/macros.h"
#include "proto/iso8601.h"
#include "workers/text/document.h"
#include "workers/text/page_date_keys.h"
#include "workers/text/page_json.h"

enum {
        OBJECTS_MAX = 2000,
        AUTHORS_MAX = 20,
        RESOLVED_MAX = 200,  /* references that are looked up among all objects */
        BYTES_MAX = 2 << 20, /* of a page's scripts together: parsed, they take far more */
        VALUES_MAX = 20,     /* in one script */
};

struct reader {
        struct arena *arena;
        json_t **objects;
        size_t n, n_resolved;
        struct jsonld *out;
        int error;
};

/* How good an object of the type is as the article; 0: it is none. */
static int rank_of_type(const char *type)
{
        static const struct {
                const char *name;
                int rank;
        } ranks[] = {
                { "NewsArticle", 9 },
                { "ReportageNewsArticle", 9 },
                { "AnalysisNewsArticle", 9 },
                { "OpinionNewsArticle", 9 },
                { "BackgroundNewsArticle", 9 },
                { "ReviewNewsArticle", 9 },
                { "LiveBlogPosting", 8 },
                { "Article", 8 },
                { "BlogPosting", 8 },
                { "TechArticle", 8 },
                { "ScholarlyArticle", 8 },
                { "MedicalScholarlyArticle", 8 },
                { "MedicalWebPage", 4 },
                { "Report", 7 },
                { "AdvertiserContentArticle", 7 },
                { "SocialMediaPosting", 6 },
                { "Recipe", 6 },
                { "HowTo", 5 },
                { "Review", 5 },
                { "CreativeWork", 4 },
                { "WebPage", 3 },
                { "ItemPage", 3 },
                { "VideoObject", 1 },
        };

        for (size_t i = 0; i < ARRAY_SIZE(ranks); i++) {
                if (strcmp(ranks[i].name, type) == 0)
                        return ranks[i].rank;
        }
        return 0;
}

static int rank_of(const json_t *object, const char **ret_type)
{
        const json_t *type = json_object_get(object, "@type"), *one;
        size_t i;
        int best = 0;

        if (json_is_string(type)) {
                *ret_type = json_string_value(type);
                return rank_of_type(*ret_type);
        }
        json_array_foreach((json_t *)type, i, one)
        {
                int rank = json_is_string(one) ? rank_of_type(json_string_value(one)) : 0;

                if (rank > best) {
                        best = rank;
                        *ret_type = json_string_value(one);
                }
        }
        return best;
}

static void add_object(struct reader *r, json_t *value)
{
        json_t **slot;

        if (r->n >= OBJECTS_MAX || r->error)
                return;
        slot = arena_push(r->arena, &r->objects, &r->n, sizeof(*slot));
        if (!slot)
                r->error = -ENOMEM;
        else
                *slot = value;
}

/* Lists a value's objects, outer ones before inner ones. Lists of other articles are not
 * entered. */
static void list_objects(struct reader *r, json_t *root)
{
        size_t next = r->n;

        add_object(r, root);
        for (; next < r->n; next++) {
                json_t *at = r->objects[next], *value;
                const char *key;
                size_t i;

                json_array_foreach(at, i, value)
                {
                        if (json_is_object(value) || json_is_array(value))
                                add_object(r, value);
                }
                if (!json_is_object(at))
                        continue;
                json_object_foreach(at, key, value)
                {
                        if ((json_is_object(value) || json_is_array(value)) &&
                            strcmp(key, "itemListElement") != 0 &&
                            strcmp(key, "hasPart") != 0 && strcmp(key, "citation") != 0 &&
                            strcmp(key, "comment") != 0 && strcmp(key, "relatedLink") != 0)
                                add_object(r, value);
                }
        }
}

static const char *copy(struct reader *r, const char *text)
{
        const char *out;

        if (!text || !*text)
                return NULL;
        out = arena_copy(r->arena, text, strnlen(text, PAGE_ATTRIBUTE_BYTES_MAX));
        if (!out)
                r->error = -ENOMEM;
        return out;
}

static const char *text_at(const json_t *object, const char *key)
{
        const json_t *value = json_object_get(object, key);

        if (json_is_array(value))
                value = json_array_get(value, 0);
        return json_string_value(value);
}

/* "datePublished": 1614693900 */
static const char *copy_time(struct reader *r, int64_t stamp)
{
        char out[DATE_STAMP_BYTES];
        const char *copied;

        if (!date_write_stamp(stamp, out))
                return NULL;
        copied = arena_copy(r->arena, out, strlen(out));
        if (!copied)
                r->error = -ENOMEM;
        return copied;
}

static const char *copy_date(struct reader *r, const json_t *object, const char *key)
{
        const json_t *value = json_object_get(object, key);

        return json_is_integer(value) ? copy_time(r, json_integer_value(value))
                                      : copy(r, text_at(object, key));
}

static const json_t *resolve(struct reader *r, const json_t *reference)
{
        const char *id = text_at(reference, "@id");

        if (!id || json_object_get(reference, "name") || r->n_resolved++ >= RESOLVED_MAX)
                return reference;
        for (size_t i = 0; i < r->n; i++) {
                const char *other =
                        json_is_object(r->objects[i]) ? text_at(r->objects[i], "@id") : NULL;

                if (other && strcmp(other, id) == 0 && json_object_get(r->objects[i], "name"))
                        return r->objects[i];
        }
        return reference;
}

static void add_author(struct reader *r, const json_t *value)
{
        const char *name = json_is_object(value) ? text_at(resolve(r, value), "name")
                                                 : json_string_value(value);
        const char **slot;

        if (!name || !*name || r->out->n_authors >= AUTHORS_MAX)
                return;
        slot = arena_push(r->arena, &r->out->authors, &r->out->n_authors, sizeof(*slot));
        if (slot)
                *slot = copy(r, name);
        if (!slot || !*slot)
                r->error = -ENOMEM;
}

static bool is_organization(struct reader *r, const json_t *value)
{
        const char *type = json_is_object(value) ? text_at(resolve(r, value), "@type") : NULL;

        return type && (strstr(type, "Organization") || strstr(type, "Corporation"));
}

/* Persons go before organizations, which are mostly the outlet. */
static void add_authors(struct reader *r, const json_t *list)
{
        const json_t *one;
        size_t i;

        for (int organizations = 0; organizations < 2 && !r->out->n_authors; organizations++) {
                json_array_foreach((json_t *)list, i, one)
                {
                        if (is_organization(r, one) == organizations)
                                add_author(r, one);
                }
        }
}

static void read_authors(struct reader *r, const json_t *object)
{
        const json_t *author = json_object_get(object, "author"), *one, *names;
        size_t k;

        if (!author)
                author = json_object_get(object, "creator");
        names = json_object_get(author, "name");
        if (json_is_array(names)) { /* one author of several names */
                json_array_foreach((json_t *)names, k, one) add_author(r, one);
                return;
        }
        if (json_is_array(author))
                add_authors(r, author);
        else
                add_author(r, author);
}

/* Bytes of an article's own text. */
static const char *copy_body(struct reader *r, const char *text)
{
        const char *out = text && *text ? arena_copy(r->arena, text, strlen(text)) : NULL;

        if (text && *text && !out)
                r->error = -ENOMEM;
        return out;
}

/* "isAccessibleForFree": false, "False" */
static bool is_paid(const json_t *object)
{
        const json_t *free = json_object_get(object, "isAccessibleForFree");

        return json_is_false(free) ||
               (json_is_string(free) && strcasecmp(json_string_value(free), "false") == 0);
}

static void read_article(struct reader *r, const json_t *object)
{
        struct jsonld *out = r->out;
        const json_t *publisher = json_object_get(object, "publisher");

        if (!out->headline)
                out->headline = copy(r, text_at(object, "headline"));
        if (!out->headline)
                out->headline = copy(r, text_at(object, "name"));
        if (!out->published)
                out->published = copy_date(r, object, "datePublished");
        if (!out->body)
                out->body = copy_body(r, text_at(object, "articleBody"));
        out->paid |= is_paid(object);
        if (!out->modified)
                out->modified = copy_date(r, object, "dateModified");
        if (!out->n_authors)
                read_authors(r, object);
        if (!out->publisher && json_is_object(publisher))
                out->publisher = copy(r, text_at(resolve(r, publisher), "name"));
}

/* Does the page say that it is something else than an article? */
static bool is_other(const json_t *object)
{
        static const char *const types[] = {
                "CollectionPage", "SearchResultsPage", "ProfilePage",  "ContactPage",
                "ImageGallery",   "VideoGallery",      "MediaGallery", "Product",
                "ProductGroup",   "CheckoutPage",      "Event",        "JobPosting",
        };
        const char *type = text_at(object, "@type");

        return type && word_is_one_of(type, types, ARRAY_SIZE(types));
}

/* Is it told to be about this page's address? */
static bool is_of_page(const json_t *object, const char *address)
{
        const json_t *page = json_object_get(object, "mainEntityOfPage");
        const char *const addresses[] = { text_at(object, "url"), json_string_value(page),
                                          text_at(page, "@id"), text_at(page, "url") };
        size_t n = address ? strcspn(address, "?#") : 0;

        for (size_t i = 0; n && i < ARRAY_SIZE(addresses); i++) {
                if (addresses[i] && strncmp(addresses[i], address, n) == 0 &&
                    strcspn(addresses[i], "?#") == n)
                        return true;
        }
        return false;
}

static void read_object(struct reader *r, const json_t *object, const char *type, int rank)
{
        if (!r->out->type)
                r->out->type = copy(r, type);
        else if (rank >= 4 && r->out->headline)
                return; /* a second article is another one */
        read_article(r, object);
}

/* The best object first, of the page's address before others; what it leaves open, the next
 * best may tell. */
static void read_objects(struct reader *r, const char *address)
{
        for (size_t i = 0; i < r->n; i++)
                r->out->other |= json_is_object(r->objects[i]) && is_other(r->objects[i]);
        for (int rank = 9; rank > 1 && !r->error; rank--) {
                for (int others = 0; others < 2; others++) {
                        for (size_t i = 0; i < r->n; i++) {
                                const char *type = NULL;

                                if (json_is_object(r->objects[i]) &&
                                    rank_of(r->objects[i], &type) == rank &&
                                    is_of_page(r->objects[i], address) != others)
                                        read_object(r, r->objects[i], type, rank);
                        }
                }
        }
}

/* Where the next object or list begins: behind a comment's mark, a variable's name. */
static size_t value_start(const char *script, size_t at, size_t size)
{
        static const char cdata[] = "<![CDATA[";
        const size_t n = sizeof(cdata) - 1;

        while (at < size && script[at] != '{' && script[at] != '[')
                at += size - at > n && memcmp(script + at, cdata, n) == 0 ? n : 1;
        return at;
}

/* Lists what a script's values hold; mostly there is one. They are kept in @all. */
static void read_script(struct reader *r, json_t *all, const char *script, size_t *left)
{
        size_t size = strlen(script), at = 0, used;

        if (size > *left)
                return;
        *left -= size;
        for (size_t n = 0; n < VALUES_MAX && !r->error; n++, at += used) {
                json_t *value;

                at = value_start(script, at, size);
                if (at == size)
                        return;
                value = page_json_read(r->arena, script + at, size - at, &used);
                if (!value)
                        return;
                list_objects(r, value);
                if (json_array_append_new(all, value))
                        r->error = -ENOMEM;
        }
}

int jsonld_read(struct jsonld *ret, const struct page_tree *tree)
{
        struct jsonld out = { 0 };
        struct reader r = { .arena = tree->arena, .out = &out };
        _cleanup_(json_decrefp) json_t *all = json_array();
        size_t left = BYTES_MAX;

        if (!all)
                return -ENOMEM;
        for (size_t i = 0; i < tree->n_scripts && !r.error; i++)
                read_script(&r, all, tree->scripts[i], &left);
        if (!r.error)
                read_objects(&r, tree->canonical);
        if (!r.error)
                *ret = out;
        return r.error;
}
