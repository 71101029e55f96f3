#include "base/json.h"

#include <stdio.h>
#include <string.h>

json_t *json_parse(const char *data, size_t size, struct json_fault *fault)
{
        json_error_t error;
        json_t *value =
                json_loadb(data, size, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error);

        if (value || !fault)
                return value;
        *fault = (struct json_fault){ .expected = "JSON" };
        snprintf(fault->found, sizeof(fault->found), "%s (byte %d)", error.text,
                 error.position);
        for (char *p = fault->found; *p; p++) {
                if ((unsigned char)*p < ' ' || (unsigned char)*p >= 127)
                        *p = '?';
        }
        return NULL;
}

static int json_append(const char *data, size_t size, void *out)
{
        buffer_put(out, data, size);
        return buffer_error(out) ? -1 : 0;
}

void json_write(const json_t *value, struct buffer *out)
{
        /* 15 digits print every multiple of a thousandth below 10^11 as it is meant. */
        if (json_dump_callback(value, json_append, out,
                               JSON_COMPACT | JSON_ENCODE_ANY | JSON_REAL_PRECISION(15)) &&
            !out->error)
                out->error = -1;
}

static void write_escape(unsigned char c, struct buffer *out)
{
        static const char short_forms[] = "\"\"\\\\\bb\ff\nn\rr\tt";

        for (const char *p = short_forms; *p; p += 2) {
                if ((unsigned char)p[0] == c) {
                        buffer_printf(out, "\\%c", p[1]);
                        return;
                }
        }
        buffer_printf(out, "\\u%04X", c);
}

void json_write_text(const char *text, struct buffer *out)
{
        const char *run = text, *p = text;

        buffer_put_u8(out, '"');
        for (; *p; p++) {
                if ((unsigned char)*p >= ' ' && *p != '"' && *p != '\\')
                        continue;
                buffer_put(out, run, (size_t)(p - run));
                write_escape((unsigned char)*p, out);
                run = p + 1;
        }
        buffer_put(out, run, (size_t)(p - run));
        buffer_put_u8(out, '"');
}

json_t *json_milli(int64_t thousandths)
{
        if (thousandths % 1000 == 0)
                return json_integer(thousandths / 1000);
        return json_real((double)thousandths / 1000.0);
}

const char *json_text(const json_t *object, const char *key)
{
        return json_string_value(json_object_get(object, key));
}

int json_set_text(json_t *object, const char *key, const char *text)
{
        return json_object_set_new(object, key, text ? json_string(text) : json_null());
}
