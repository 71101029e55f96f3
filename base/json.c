#include "base/json.h"

#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

/* Jansson's reader does not look whether its buffer could grow: it takes what it has of a
 * string or a number for the whole, or runs over the end. */
__attribute__((constructor)) static void choose_memory(void)
{
        json_set_alloc_funcs(memory_or_abort, free);
}

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
                out->error = -ENOMEM;
}

static void write_escape(unsigned char c, struct buffer *out)
{
        static const char short_forms[] = "\"\"\\\\\bb\ff\nn\rr\tt";

        for (const char *p = short_forms; *p; p += 2) {
                if ((unsigned char)p[0] == c) {
                        buffer_put(out, (char[]){ '\\', p[1] }, 2);
                        return;
                }
        }
        buffer_printf(out, "\\u%04X", c);
}

/* Of eight bytes at a time: is any below a space, a quote or a backslash? A byte that is zero,
 * or less than another, borrows from its top bit when that is taken off. */
static bool word_is_plain(uint64_t word)
{
        const uint64_t ones = 0x0101010101010101, tops = ones << 7;
        uint64_t quote = word ^ ones * '"', backslash = word ^ ones * '\\';

        return !((((word - ones * ' ') & ~word) | ((quote - ones) & ~quote) |
                  ((backslash - ones) & ~backslash)) &
                 tops);
}

size_t json_plain_run(const char *text, size_t size, bool *ret_ascii)
{
        uint64_t word, seen = 0;
        size_t n = 0;

        for (; size - n >= sizeof(word); n += sizeof(word)) {
                memcpy(&word, text + n, sizeof(word));
                if (!word_is_plain(word))
                        break;
                seen |= word;
        }
        for (; n < size; n++) {
                unsigned char c = (unsigned char)text[n];

                if (c < ' ' || c == '"' || c == '\\')
                        break;
                seen |= c;
        }
        *ret_ascii = !(seen & 0x8080808080808080);
        return n;
}

void json_write_text(const char *text, struct buffer *out)
{
        size_t left = strlen(text);
        bool ascii;

        buffer_reserve(out, left + 2);
        buffer_put_u8(out, '"');
        while (left > 0) {
                size_t run = json_plain_run(text, left, &ascii);

                buffer_put(out, text, run);
                if (run < left)
                        write_escape((unsigned char)text[run++], out);
                text += run;
                left -= run;
        }
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
