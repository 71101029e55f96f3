/* key - composite keys whose byte order is the order that is meant
 *
 * Numbers are big-endian. Bytes of any length that something follows are cut into groups of
 * eight, padded with zeros, each with a ninth byte that says how many count (0 to 8) and, by
 * 9, that another group follows: so "a" sorts before "ab", whatever stands behind either.
 */
#include <endian.h>
#include <string.h>

#include "daemon/store/internal.h"
#include "proto/frame.h"

enum { GROUP = 8, GROUP_MORE = 9 };

void key_add_u32(struct key *key, uint32_t value)
{
        value = htobe32(value);
        memcpy(key->bytes + key->size, &value, sizeof(value));
        key->size += sizeof(value);
}

void key_add_u64(struct key *key, uint64_t value)
{
        value = htobe64(value);
        memcpy(key->bytes + key->size, &value, sizeof(value));
        key->size += sizeof(value);
}

void key_number(struct key *key, uint64_t number)
{
        key->size = 0;
        key_add_u64(key, number);
}

void key_pair(struct key *key, uint64_t first, uint64_t second)
{
        key_number(key, first);
        key_add_u64(key, second);
}

bool key_text(struct key *key, const void *text, size_t size)
{
        bool fits = size <= sizeof(key->bytes);

        key->size = fits ? size : sizeof(key->bytes);
        if (key->size)
                memcpy(key->bytes, text, key->size);
        return fits;
}

void key_add_bytes(struct key *key, const void *data, size_t size)
{
        const unsigned char *p = data;
        unsigned char *to = key->bytes + key->size;
        size_t take;

        do {
                take = size < GROUP ? size : GROUP;
                memset(to, 0, GROUP);
                if (take)
                        memcpy(to, p, take);
                p = take ? p + take : p;
                size -= take;
                to[GROUP] = size ? GROUP_MORE : (unsigned char)take;
                to += GROUP + 1;
        } while (size);
        key->size = (size_t)(to - key->bytes);
}

bool key_take_bytes(struct cursor *c, unsigned char *out, size_t *ret_size)
{
        size_t size = 0, count;

        do {
                if (cursor_left(c) < GROUP + 1)
                        return false;
                count = c->at[GROUP] == GROUP_MORE ? GROUP : c->at[GROUP];
                if (count > GROUP || size + count > ROW_KEY_MAX)
                        return false;
                memcpy(out + size, c->at, count);
                size += count;
                c->at += GROUP + 1;
        } while (c->at[-1] == GROUP_MORE);
        *ret_size = size;
        return true;
}
