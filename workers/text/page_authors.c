/* page_authors - who wrote it: JSON-LD, meta, the by-line
 *
 * Metadata name the author most exactly, but often the outlet, or who keyed the article in. So
 * what is no person there gives way to a person whom the page prints as its author, and so does
 * a person whom the page prints nowhere.
 */
#include <errno.h>
#include <string.h>

#include "workers/text/name_key.h"
#include "workers/text/page_bylines.h"

static int add_name(struct page_facts *f, struct names *names, const char *name)
{
        const char **slot = arena_push(f->doc->arena, &names->names, &names->n, sizeof(*slot));

        if (slot)
                *slot = name;
        return slot ? 0 : -ENOMEM;
}

static int read_names(struct page_facts *f, struct names *names, const char *text)
{
        char *clean = page_clean_twice(f->doc->arena, text);

        if (!clean)
                return -ENOMEM;
        if (*clean && (page_is_site(f, clean) || byline_is_agency(clean)))
                return add_name(f, names, clean); /* "Strand & Vik" is one name then */
        return byline_read(f->doc->arena, names, clean, strlen(clean));
}

static int from_jsonld(struct page_facts *f, struct names *names)
{
        int r = 0;

        for (size_t i = 0; i < f->jsonld.n_authors && !r; i++)
                r = read_names(f, names, f->jsonld.authors[i]);
        return r;
}

static int from_meta(struct page_facts *f, struct names *names, const char *key)
{
        int r = 0;

        for (size_t i = 0; i < f->tree->n_metas && !r; i++) {
                if (strcmp(f->tree->metas[i].name, key) == 0)
                        r = read_names(f, names, f->tree->metas[i].content);
        }
        return r;
}

/* "twitter:label1" says what "twitter:data1" is: "Written by". */
static int from_cards(struct page_facts *f, struct names *names)
{
        static const char *const keys[][2] = { { "twitter:label1", "twitter:data1" },
                                               { "twitter:label2", "twitter:data2" } };
        int r = 0;

        for (size_t i = 0; i < 2 && !r && !names->n; i++) {
                const char *label = page_meta(f->tree, keys[i][0]);
                const char *data = page_meta(f->tree, keys[i][1]);

                if (label && data &&
                    (strcasecmp(label, "Written by") == 0 || strcasecmp(label, "Author") == 0 ||
                     strcasecmp(label, "By") == 0))
                        r = read_names(f, names, data);
        }
        return r;
}

/* Is the name the outlet's, an agency's, or another body's? */
static bool is_body(const struct page_facts *f, const char *name)
{
        return page_is_outlet(f, name) || byline_is_body(name);
}

/* Is nobody among them a person: logins, the outlet itself? */
static bool are_weak(const struct page_facts *f, const struct names *names)
{
        for (size_t i = 0; i < names->n; i++) {
                if (strchr(names->names[i], ' ') && !is_body(f, names->names[i]))
                        return false;
        }
        return true;
}

/* The outlet is no author beside others. */
static void drop_outlet(const struct page_facts *f, struct names *names)
{
        size_t n = 0;

        for (size_t i = 0; i < names->n; i++) {
                if (!page_is_outlet(f, names->names[i]))
                        names->names[n++] = names->names[i];
        }
        if (n)
                names->n = n;
}

/* "By The Sound Post", and a person's name behind it. */
static bool is_outlet_alone(const struct page_facts *f, const struct names *names)
{
        return names->n == 1 && page_is_outlet(f, names->names[0]);
}

/* What the metadata say: the first source that knows a person, else the first that knows
 * anything. */
static int from_metadata(struct page_facts *f, struct names *ret)
{
        static const char *const keys[] = {
                "citation_author",
                "citation_authors",
                "dc.creator",
                "author",
                "article:author",
                "parsely-author",
                "sailthru.author",
                "dcterms.creator",
                "dc.contributor",
                "byl",
                "og:article:author",
                "article:author_name",
                "creator",
                "cxenseparse:author",
                "twitter:creator:name",
        };
        const size_t n = sizeof(keys) / sizeof(*keys);
        int r = 0;

        for (size_t i = 0; i < n + 2 && !r; i++) {
                struct names names = { 0 };

                r = i == 0       ? from_jsonld(f, &names)
                    : i == n + 1 ? from_cards(f, &names)
                                 : from_meta(f, &names, keys[i - 1]);
                if (!names.n || (ret->n && are_weak(f, &names)))
                        continue;
                *ret = names;
                drop_outlet(f, ret);
                if (!are_weak(f, ret))
                        break;
        }
        return r;
}

/* Is one of the names in both? */
static bool share_name(const struct names *a, const struct names *b)
{
        char x[NAME_KEY_MAX], y[NAME_KEY_MAX];

        for (size_t i = 0; i < a->n; i++) {
                if (!name_key(x, a->names[i], strlen(a->names[i])))
                        continue;
                for (size_t k = 0; k < b->n; k++) {
                        if (name_key(y, b->names[k], strlen(b->names[k])) &&
                            name_keys_fit(x, y))
                                return true;
                }
        }
        return false;
}

/* The metadata and the by-line say the same: "Ada and Bo". */
static bool are_same(const struct names *a, const struct names *b)
{
        for (size_t i = 0; i < a->n && a->n == b->n; i++) {
                if (strcasecmp(a->names[i], b->names[i]) != 0)
                        return false;
        }
        return a->n && a->n == b->n;
}

static bool is_sure(const struct names *names)
{
        return names_are_known(names) || byline_is_agency(names->names[0]);
}

/* What the page prints: the first names that are sure to be such, else, where the metadata know
 * nothing, the first at all. */
static int from_print(struct page_facts *f, const struct names *known, struct names *ret)
{
        static const struct {
                int (*find)(struct page_facts *f, struct names *names);
                bool (*is_good)(const struct names *names);
        } sources[] = {
                { page_byline_find, names_are_likely },
                { page_author_element_find, names_are_known },
                { page_bare_name_find, is_sure },
                { page_author_box_find, names_are_likely },
        };
        struct names first = { 0 }, outlet = { 0 };
        int r = 0;

        for (size_t i = 0; i < sizeof(sources) / sizeof(*sources) && !r; i++) {
                struct names names = { 0 };

                r = sources[i].find(f, &names);
                if (r || !names.n)
                        continue;
                drop_outlet(f, &names);
                if (is_outlet_alone(f, &names)) {
                        outlet = names;
                        continue;
                }
                if (sources[i].is_good(&names) || are_same(known, &names)) {
                        *ret = names;
                        return 0;
                }
                if (!first.n || (!names_are_persons(&first) && names_are_persons(&names) &&
                                 !are_weak(f, &names)))
                        first = names;
        }
        if (first.n && (!known->n || names_are_persons(&first)))
                *ret = first;
        else if (!known->n)
                *ret = outlet;
        return r;
}

/* The metadata may have room for one author alone, whom the by-line names first. */
static int add_printed(struct page_facts *f, struct names *known)
{
        struct names printed = { 0 };
        int r = known->n == 1 ? page_byline_find(f, &printed) : 0;

        if (!r && printed.n > 1 && names_are_likely(&printed) &&
            strcasecmp(printed.names[0], known->names[0]) == 0)
                *known = printed;
        return r;
}

/* The page prints another person as its author, and those of the metadata nowhere. */
static int correct(struct page_facts *f, struct names *known)
{
        struct names printed = { 0 };
        int r;

        if (page_prints_author(f, known))
                return add_printed(f, known);
        r = page_byline_find(f, &printed);
        if (!r && !names_are_persons(&printed)) {
                printed = (struct names){ 0 };
                r = page_author_element_find(f, &printed);
                if (!r && !names_are_known(&printed)) {
                        printed = (struct names){ 0 };
                        r = page_author_box_find(f, &printed);
                }
                if (!names_are_known(&printed))
                        return r;
        }
        if (!r && !are_weak(f, &printed) && !share_name(known, &printed))
                *known = printed;
        return r;
}

/* Where nobody is named: a site that is called like a person is hers; "Editorial Team" and the
 * like are what the page calls its author. */
static int from_site(struct page_facts *f, struct names *names)
{
        const char *const values[] = {
                page_meta(f->tree, "og:site_name"),
                f->jsonld.n_authors ? f->jsonld.authors[0] : NULL,
                page_meta(f->tree, "author"),
                page_meta(f->tree, "article:author"),
        };

        for (size_t i = 0; i < sizeof(values) / sizeof(*values); i++) {
                char *clean = values[i] ? page_clean_twice(f->doc->arena, values[i]) : NULL;

                if (values[i] && !clean)
                        return -ENOMEM;
                if (clean && (i ? byline_is_staff(clean) : byline_is_known(clean)))
                        return add_name(f, names, clean);
        }
        return 0;
}

int page_authors_find(struct page_facts *f)
{
        struct extraction *x = f->doc->x;
        struct names names = { 0 }, printed = { 0 };
        int r;

        if (x->n_authors)
                return 0;
        r = from_metadata(f, &names);
        if (!r && names.n && !are_weak(f, &names)) {
                r = correct(f, &names);
        } else if (!r) {
                r = from_print(f, &names, &printed);
                if (printed.n)
                        names = printed;
        }
        if (!r && !names.n)
                r = from_site(f, &names);
        if (!r && !names.n)
                r = page_owner_find(f, &names);
        x->authors = names.names;
        x->n_authors = names.n;
        return r;
}
