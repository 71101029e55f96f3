#include "cli/renderings.h"

#include <string.h>

#include "base/json.h"

enum { WORDS_ALONE = 4 }; /* quoted words that can be read without their sentence */

static const json_t *at(const json_t *variants, size_t i)
{
        return json_array_get(variants, i);
}

static bool is_direct(const json_t *variant)
{
        return json_is_true(json_object_get(variant, "direct"));
}

static size_t count_words(const char *text)
{
        size_t n = 0;

        for (const char *p = text; p && *p; p++)
                n += *p != ' ' && (p == text || p[-1] == ' ');
        return n;
}

static json_int_t end_of(const json_t *variant, size_t which)
{
        return json_integer_value(json_array_get(json_object_get(variant, "span"), which));
}

static bool is_within(const json_t *inner, const json_t *outer)
{
        return json_array_size(json_object_get(inner, "span")) == 2 &&
               json_array_size(json_object_get(outer, "span")) == 2 &&
               end_of(inner, 0) >= end_of(outer, 0) && end_of(inner, 1) <= end_of(outer, 1);
}

/* Is @other read in place of @v? Of two that are alike it is the first. */
static bool stands_for(const json_t *other, const json_t *v, bool first)
{
        const char *a = json_text(other, "article"), *b = json_text(v, "article");
        const char *x = json_text(other, "text"), *y = json_text(v, "text");

        if (!a || !b || !x || !y || strcmp(a, b) != 0)
                return false;
        if (is_direct(other) == is_direct(v))
                return first && strcmp(x, y) == 0;
        if (is_direct(other))
                return is_within(other, v) && count_words(x) >= WORDS_ALONE;
        return is_within(v, other) && count_words(y) < WORDS_ALONE;
}

size_t renderings_pick(const json_t *variants, size_t *out, size_t max)
{
        size_t n = 0, of = json_array_size(variants);

        for (size_t i = 0; i < of && n < max; i++) {
                bool needless = false;

                for (size_t k = 0; k < of && !needless; k++)
                        needless =
                                k != i && stands_for(at(variants, k), at(variants, i), k < i);
                if (!needless)
                        out[n++] = i;
        }
        return n;
}
