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

static bool same_text(const json_t *a, const json_t *b, const char *key)
{
        const char *x = json_text(a, key), *y = json_text(b, key);

        return x && y && strcmp(x, y) == 0;
}

/* Quoted words of the same report that stand in the sentence @v. */
static bool is_quoted_from(const json_t *words, const json_t *v)
{
        return is_direct(words) && !is_direct(v) && same_text(words, v, "article") &&
               is_within(words, v);
}

/* Passages in marks. */
static size_t count_quoted(const char *text)
{
        size_t straight = 0, curly = 0;

        for (const char *p = text; p && *p; p++) {
                straight += *p == '"';
                curly += strncmp(p, "\u201c", strlen("\u201c")) == 0;
        }
        return curly + (straight + 1) / 2;
}

/* Told by words that are quoted from it, and quotes nothing besides. */
static bool is_told_by_words(const json_t *variants, const json_t *v)
{
        size_t told = 0;
        bool alone = false;

        for (size_t i = 0; i < json_array_size(variants); i++) {
                if (!is_quoted_from(at(variants, i), v))
                        continue;
                alone |= count_words(json_text(at(variants, i), "text")) >= WORDS_ALONE;
                told++;
        }
        return alone && count_quoted(json_text(v, "text")) <= told;
}

/* Is another read in place of that at @place? Of two that are alike it is the first. */
static bool is_needless(const json_t *variants, size_t place)
{
        const json_t *v = at(variants, place);

        for (size_t i = 0; i < json_array_size(variants); i++) {
                const json_t *other = at(variants, i);

                if (i < place && is_direct(other) == is_direct(v) &&
                    same_text(other, v, "article") && same_text(other, v, "text"))
                        return true;
                if (is_quoted_from(v, other) && !is_told_by_words(variants, other))
                        return true;
        }
        return is_told_by_words(variants, v);
}

size_t renderings_pick(const json_t *variants, size_t *out, size_t max)
{
        size_t n = 0, of = json_array_size(variants);

        for (size_t i = 0; i < of; i++) {
                if (is_needless(variants, i))
                        continue;
                if (n < max)
                        out[n] = i;
                n++;
        }
        return n;
}
