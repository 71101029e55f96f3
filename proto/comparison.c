/* comparison - the shape of what passes, checked by tables
 *
 * The tables follow schema/comparison.schema.json: a key, its type, and for lists what is in
 * them.
 */
#include "proto/comparison.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/macros.h"

enum { LIST_MAX = 100000 };

enum shape {
        SHAPE_TEXT,
        SHAPE_TEXT_OR_NULL,
        SHAPE_INTEGER,
        SHAPE_NUMBER,
        SHAPE_BOOL,
        SHAPE_OBJECT_OR_NULL,
        SHAPE_LIST,
};

struct member {
        const char *key;
        enum shape shape;
        const struct member *of; /* SHAPE_LIST of objects; NULL: of strings */
};

static const struct member participant[] = {
        { "name", SHAPE_TEXT, NULL },
        { "type", SHAPE_TEXT, NULL },
        { "aliases", SHAPE_LIST, NULL },
        { NULL, SHAPE_TEXT, NULL },
};

static const struct member article[] = {
        { "id", SHAPE_TEXT, NULL },
        { "source", SHAPE_TEXT, NULL },
        { "origin", SHAPE_TEXT, NULL },
        { "published", SHAPE_TEXT_OR_NULL, NULL },
        { "title", SHAPE_TEXT_OR_NULL, NULL },
        { "url", SHAPE_TEXT_OR_NULL, NULL },
        { NULL, SHAPE_TEXT, NULL },
};

static const struct member evidence[] = {
        { "article", SHAPE_TEXT, NULL },
        { "text", SHAPE_TEXT, NULL },
        { NULL, SHAPE_TEXT, NULL },
};

static const struct member value[] = {
        { "value", SHAPE_TEXT, NULL },
        { "articles", SHAPE_LIST, NULL },
        { "evidence", SHAPE_LIST, evidence },
        { NULL, SHAPE_TEXT, NULL },
};

static const struct member variant[] = {
        { "article", SHAPE_TEXT, NULL },
        { "text", SHAPE_TEXT, NULL },
        { "direct", SHAPE_BOOL, NULL },
        { NULL, SHAPE_TEXT, NULL },
};

#define FINDING                                                                                \
        { "id", SHAPE_TEXT, NULL }, { "confidence", SHAPE_NUMBER, NULL },                      \
        {                                                                                      \
                "rule", SHAPE_TEXT, NULL                                                       \
        }

static const struct member agreement[] = {
        FINDING,
        { "about", SHAPE_TEXT, NULL },
        { "value", SHAPE_TEXT_OR_NULL, NULL },
        { "articles", SHAPE_LIST, NULL },
        { "evidence", SHAPE_LIST, evidence },
        { NULL, SHAPE_TEXT, NULL },
};

static const struct member conflict[] = {
        FINDING,
        { "about", SHAPE_TEXT, NULL },
        { "kind", SHAPE_TEXT, NULL },
        { "values", SHAPE_LIST, value },
        { NULL, SHAPE_TEXT, NULL },
};

static const struct member utterance[] = {
        FINDING,
        { "speaker", SHAPE_TEXT_OR_NULL, NULL },
        { "same_words", SHAPE_BOOL, NULL },
        { "variants", SHAPE_LIST, variant },
        { NULL, SHAPE_TEXT, NULL },
};

static const struct member only[] = {
        FINDING,
        { "article", SHAPE_TEXT, NULL },
        { "articles", SHAPE_LIST, NULL },
        { "evidence", SHAPE_LIST, evidence },
        { NULL, SHAPE_TEXT, NULL },
};

static const struct member omission[] = {
        FINDING,
        { "about", SHAPE_TEXT, NULL },
        { "articles", SHAPE_LIST, NULL },
        { NULL, SHAPE_TEXT, NULL },
};

static const struct member copy[] = {
        FINDING,
        { "from", SHAPE_TEXT, NULL },
        { "to", SHAPE_TEXT, NULL },
        { "share", SHAPE_NUMBER, NULL },
        { "direction", SHAPE_TEXT, NULL },
        { "basis", SHAPE_TEXT, NULL },
        { NULL, SHAPE_TEXT, NULL },
};

#define SUMMARY                                                                                \
        { "title", SHAPE_TEXT_OR_NULL, NULL }, { "date", SHAPE_TEXT_OR_NULL, NULL },           \
                { "place", SHAPE_OBJECT_OR_NULL, NULL },                                       \
                { "participants", SHAPE_LIST, participant },                                   \
        {                                                                                      \
                "counts", SHAPE_OBJECT_OR_NULL, NULL                                           \
        }

static const struct member comparison[] = {
        { "event", SHAPE_TEXT, NULL },
        { "version", SHAPE_INTEGER, NULL },
        { "follows", SHAPE_TEXT_OR_NULL, NULL },
        SUMMARY,
        { "articles", SHAPE_LIST, article },
        { "agreements", SHAPE_LIST, agreement },
        { "conflicts", SHAPE_LIST, conflict },
        { "quotes", SHAPE_LIST, utterance },
        { "only", SHAPE_LIST, only },
        { "omissions", SHAPE_LIST, omission },
        { "copies", SHAPE_LIST, copy },
        { NULL, SHAPE_TEXT, NULL },
};

static const struct member summary[] = {
        SUMMARY,
        { "conflicts", SHAPE_INTEGER, NULL },
        { NULL, SHAPE_TEXT, NULL },
};

static int fault_at(struct json_fault *fault, const char *key, const char *expected)
{
        if (fault) {
                *fault = (struct json_fault){ .found = "something else" };
                snprintf(fault->pointer, sizeof(fault->pointer), "/%s", key);
                snprintf(fault->expected, sizeof(fault->expected), "%s", expected);
        }
        return COMPARISON_E_INVALID;
}

static bool has_shape(const json_t *v, enum shape shape)
{
        switch (shape) {
        case SHAPE_TEXT: return json_is_string(v);
        case SHAPE_TEXT_OR_NULL: return json_is_string(v) || json_is_null(v);
        case SHAPE_INTEGER: return json_is_integer(v);
        case SHAPE_NUMBER: return json_is_number(v);
        case SHAPE_BOOL: return json_is_boolean(v);
        case SHAPE_OBJECT_OR_NULL: return json_is_object(v) || json_is_null(v);
        case SHAPE_LIST: return json_is_array(v) && json_array_size(v) <= LIST_MAX;
        }
        return false;
}

/* The tables nest three deep, and so does this. */
static int check(const json_t *o, const struct member *members, struct json_fault *fault)
{
        if (!json_is_object(o))
                return fault_at(fault, "", "an object");
        for (const struct member *m = members; m->key; m++) {
                const json_t *v = json_object_get(o, m->key);

                if (!has_shape(v, m->shape))
                        return fault_at(fault, m->key, "what the schema says");
                if (m->shape != SHAPE_LIST)
                        continue;
                for (size_t i = 0; i < json_array_size(v); i++) {
                        const json_t *one = json_array_get(v, i);
                        int r = 0;

                        if (m->of)
                                r = check(one, m->of, fault);
                        else if (!json_is_string(one))
                                r = fault_at(fault, m->key, "a list of strings");
                        if (r)
                                return r;
                }
        }
        return 0;
}

int comparison_check(const json_t *o, struct json_fault *fault)
{
        return check(o, comparison, fault);
}

int summary_check(const json_t *o, struct json_fault *fault)
{
        return check(o, summary, fault);
}

const json_t *comparison_find(const json_t *o, const char *id, const char **ret_list)
{
        static const char *const lists[] = { "conflicts", "agreements", "quotes",
                                             "only",      "omissions",  "copies" };

        for (size_t i = 0; i < ARRAY_SIZE(lists); i++) {
                const json_t *list = json_object_get(o, lists[i]);

                for (size_t k = 0; k < json_array_size(list); k++) {
                        const json_t *one = json_array_get(list, k);
                        const char *its = json_text(one, "id");

                        if (its && strcmp(its, id) == 0) {
                                *ret_list = lists[i];
                                return one;
                        }
                }
        }
        return NULL;
}
