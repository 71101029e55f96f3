#include "base/json_parts.h"

#include <string.h>

#include "base/json.h"

static const char *skip_space(const char *at, const char *end)
{
        while (at < end && (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t'))
                at++;
        return at;
}

/* All that follow take NULL for a failure before them, and give it on. */

static const char *skip(const char *at, const char *end, char c)
{
        at = at ? skip_space(at, end) : NULL;
        return at && at < end && *at == c ? at + 1 : NULL;
}

static bool is_next(const char *at, const char *end, char c)
{
        return skip(at, end, c) != NULL;
}

/* Behind the string whose opening quote is before @at. */
static const char *skip_string(const char *at, const char *end)
{
        bool ascii;

        while (at < end) {
                at += json_plain_run(at, (size_t)(end - at), &ascii);
                if (at < end && *at == '"')
                        return at + 1;
                if (end - at < 2 || *at != '\\')
                        return NULL;
                at += 2;
        }
        return NULL;
}

static const char *skip_brackets(const char *at, const char *end)
{
        size_t depth = 0;

        while (at && at < end) {
                char c = *at++;

                if (c == '"')
                        at = skip_string(at, end);
                depth += c == '{' || c == '[';
                depth -= c == '}' || c == ']';
                if (!depth)
                        return at;
        }
        return NULL;
}

/* Behind the value at @at, with what it is in *@ret. */
static const char *take_value(const char *at, const char *end, struct blob *ret)
{
        const char *start = at ? skip_space(at, end) : NULL;

        if (!start || start == end)
                return NULL;
        if (*start == '"')
                at = skip_string(start + 1, end);
        else if (*start == '{' || *start == '[')
                at = skip_brackets(start, end);
        else
                for (at = start; at < end && !strchr(",]} \n\r\t", *at);)
                        at++;
        if (at)
                *ret = (struct blob){ start, (size_t)(at - start) };
        return at;
}

static const char *take_name(const char *at, const char *end, struct blob *ret)
{
        const char *start = skip(at, end, '"');

        at = start ? skip_string(start, end) : NULL;
        if (!at)
                return NULL;
        *ret = (struct blob){ start, (size_t)(at - 1 - start) };
        return memchr(start, '\\', ret->size) ? NULL : at;
}

static const struct blob *find(const struct json_part *parts, size_t n, const char *name,
                               size_t size)
{
        for (size_t i = 0; i < n; i++)
                if (parts[i].name.size == size && memcmp(parts[i].name.data, name, size) == 0)
                        return &parts[i].value;
        return NULL;
}

const struct blob *json_parts_find(const struct json_part *parts, size_t n, const char *name)
{
        return find(parts, n, name, strlen(name));
}

static const char *take_members(const char *at, const char *end, struct json_part *parts,
                                size_t *n)
{
        do {
                struct json_part part = { { NULL, 0 }, { NULL, 0 } };

                at = take_name(at, end, &part.name);
                at = take_value(skip(at, end, ':'), end, &part.value);
                if (!at || *n == JSON_PARTS_MAX ||
                    find(parts, *n, part.name.data, part.name.size))
                        return NULL;
                parts[(*n)++] = part;
        } while (is_next(at, end, ',') && (at = skip(at, end, ',')));
        return at;
}

bool json_parts_read(struct json_part parts[JSON_PARTS_MAX], size_t *ret_n,
                     const struct blob *text)
{
        const char *end = (const char *)text->data + text->size;
        const char *at = skip(text->data, end, '{');

        *ret_n = 0;
        if (at && !is_next(at, end, '}'))
                at = take_members(at, end, parts, ret_n);
        at = skip(at, end, '}');
        return at && skip_space(at, end) == end;
}

void json_list_init(struct json_list *list, const struct blob *text)
{
        *list = (struct json_list){ .end = (const char *)text->data + text->size };
        list->at = skip(text->data, list->end, '[');
        list->failed = !list->at;
}

static bool is_at_end(struct json_list *list)
{
        const char *behind = skip(list->at, list->end, ']');

        if (behind)
                list->failed = skip_space(behind, list->end) != list->end;
        return behind != NULL;
}

bool json_list_next(struct json_list *list, struct blob *ret)
{
        if (list->failed || is_at_end(list))
                return false;
        if (list->begun)
                list->at = skip(list->at, list->end, ',');
        list->begun = true;
        list->at = take_value(list->at, list->end, ret);
        list->failed = !list->at;
        return !list->failed;
}
