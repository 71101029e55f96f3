#include "base/json_flat.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/utf8.h"

struct reader {
        const char *start, *at, *end;
        struct json_flat *flat;
};

static void skip_space(struct reader *r)
{
        while (r->at < r->end &&
               (*r->at == ' ' || *r->at == '\n' || *r->at == '\r' || *r->at == '\t'))
                r->at++;
}

/* Takes @c, with white space before it. */
static bool take(struct reader *r, char c)
{
        skip_space(r);
        if (r->at == r->end || *r->at != c)
                return false;
        r->at++;
        return true;
}

/* ------------------------------------------------------------ strings */

static bool take_hex(struct reader *r, uint32_t *ret)
{
        uint32_t value = 0;

        if (r->end - r->at < 4)
                return false;
        for (int i = 0; i < 4; i++) {
                char c = *r->at++;

                value <<= 4;
                if (c >= '0' && c <= '9')
                        value |= (uint32_t)(c - '0');
                else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'f')
                        value |= (uint32_t)((c | 0x20) - 'a' + 10);
                else
                        return false;
        }
        *ret = value;
        return true;
}

/* Behind "\u". Half a surrogate pair and U+0000 are faults, or nothing that we want. */
static bool take_point(struct reader *r, uint32_t *ret)
{
        uint32_t low;

        if (!take_hex(r, ret) || *ret == 0 || (*ret >= 0xDC00 && *ret <= 0xDFFF))
                return false;
        if (*ret < 0xD800 || *ret > 0xDBFF)
                return true;
        if (r->end - r->at < 2 || r->at[0] != '\\' || r->at[1] != 'u')
                return false;
        r->at += 2;
        if (!take_hex(r, &low) || low < 0xDC00 || low > 0xDFFF)
                return false;
        *ret = 0x10000 + ((*ret - 0xD800) << 10 | (low - 0xDC00));
        return true;
}

/* Behind a backslash; writes what the escape stands for, which is never longer than itself. */
static bool take_escape(struct reader *r, char **to)
{
        static const char names[] = "\"\\/bfnrt", values[] = "\"\\/\b\f\n\r\t";
        const char *name;
        uint32_t point;

        if (r->at == r->end || !*r->at)
                return false;
        if (*r->at == 'u') {
                r->at++;
                if (!take_point(r, &point))
                        return false;
                *to += utf8_encode(point, *to);
                return true;
        }
        name = strchr(names, *r->at++);
        if (name)
                *(*to)++ = values[name - names];
        return name != NULL;
}

/* Characters up to the next quote or escape: well-formed, and no control among them. */
static bool take_run(struct reader *r, size_t *ret_size)
{
        bool ascii;

        *ret_size = json_plain_run(r->at, (size_t)(r->end - r->at), &ascii);
        if (*ret_size == (size_t)(r->end - r->at) || (unsigned char)r->at[*ret_size] < ' ')
                return false;
        if (!ascii && !utf8_valid(r->at, *ret_size))
                return false;
        r->at += *ret_size;
        return true;
}

/* The rest of a string that has escapes; @size bytes before the first have been read. */
static bool take_escaped(struct reader *r, size_t size, struct blob *ret)
{
        struct json_flat *flat = r->flat;
        char *start, *to;

        if (!flat->unescaped)
                flat->unescaped = malloc((size_t)(r->end - r->start));
        if (!flat->unescaped)
                return false;
        start = flat->unescaped + flat->n_unescaped;
        memcpy(start, r->at - size, size);
        to = start + size;
        while (*r->at++ == '\\') {
                if (!take_escape(r, &to) || !take_run(r, &size))
                        return false;
                memcpy(to, r->at - size, size);
                to += size;
        }
        *ret = (struct blob){ start, (size_t)(to - start) };
        flat->n_unescaped += ret->size;
        return true;
}

static bool take_text(struct reader *r, struct blob *ret)
{
        size_t size;

        if (!take(r, '"') || !take_run(r, &size))
                return false;
        if (*r->at == '\\')
                return take_escaped(r, size, ret);
        *ret = (struct blob){ r->at - size, size };
        r->at++;
        return true;
}

/* ------------------------------------------------------------ values */

static bool take_list(struct reader *r, struct json_flat_member *ret)
{
        struct json_flat *flat = r->flat;

        ret->items = flat->items + flat->n_items;
        ret->n_items = 0;
        if (take(r, ']'))
                return true;
        do {
                if (flat->n_items == JSON_FLAT_ITEMS_MAX ||
                    !take_text(r, &flat->items[flat->n_items]))
                        return false;
                flat->n_items++;
                ret->n_items++;
        } while (take(r, ','));
        return take(r, ']');
}

static bool take_null(struct reader *r)
{
        if (r->end - r->at < 4 || memcmp(r->at, "null", 4) != 0)
                return false;
        r->at += 4;
        return true;
}

static bool take_value(struct reader *r, struct json_flat_member *ret)
{
        skip_space(r);
        if (r->at == r->end)
                return false;
        switch (*r->at) {
        case '"': ret->type = JSON_FLAT_TEXT; return take_text(r, &ret->text);
        case 'n': ret->type = JSON_FLAT_NULL; return take_null(r);
        case '[': ret->type = JSON_FLAT_LIST; return r->at++, take_list(r, ret);
        default: return false;
        }
}

static const struct json_flat_member *find(const struct json_flat *flat, const char *name,
                                           size_t size)
{
        for (size_t i = 0; i < flat->n_members; i++) {
                const struct blob *other = &flat->members[i].name;

                if (other->size == size && memcmp(other->data, name, size) == 0)
                        return &flat->members[i];
        }
        return NULL;
}

static bool take_member(struct reader *r)
{
        struct json_flat *flat = r->flat;
        struct json_flat_member *member = &flat->members[flat->n_members];

        if (flat->n_members == JSON_FLAT_MEMBERS_MAX || !take_text(r, &member->name) ||
            find(flat, member->name.data, member->name.size) || !take(r, ':') ||
            !take_value(r, member))
                return false;
        flat->n_members++;
        return true;
}

/* ------------------------------------------------------------ the whole */

bool json_flat_read(struct json_flat *ret, const char *data, size_t size)
{
        struct reader r = { data, data, data + size, ret };

        ret->n_members = ret->n_items = ret->n_unescaped = 0;
        ret->unescaped = NULL;
        if (!take(&r, '{'))
                return false;
        if (!take(&r, '}')) {
                do {
                        if (!take_member(&r))
                                return false;
                } while (take(&r, ','));
                if (!take(&r, '}'))
                        return false;
        }
        skip_space(&r);
        return r.at == r.end;
}

void json_flat_clear(struct json_flat *flat)
{
        free(flat->unescaped);
        flat->unescaped = NULL;
}

const struct json_flat_member *json_flat_find(const struct json_flat *flat, const char *name)
{
        return find(flat, name, strlen(name));
}

bool json_flat_text(const struct blob *text, char *out, size_t *ret_size)
{
        struct json_flat flat = { .unescaped = out };
        const char *data = text->data;
        struct reader r = { data, data, data + text->size, &flat };
        struct blob value;

        if (!take_text(&r, &value) || r.at != r.end)
                return false;
        if (value.data != out)
                memcpy(out, value.data, value.size);
        out[value.size] = '\0';
        *ret_size = value.size;
        return true;
}
