/* record - the frame around every stored value
 *
 *     u8 format · u8 packing · u64 checksum · u32 payload's size · payload
 *
 * The checksum is XXH3 of all behind it, seeded with a hash of the key, the table's number and
 * the two bytes before it: a value that got under another key, or into another table, does not
 * pass. A payload is packed with zstd only where that saves space in the file: LMDB keeps two
 * or more small values in a page, but gives each larger one pages of its own (less 16 bytes),
 * so that a value of 2,100 bytes costs what one of 4,000 does.
 */
#include <endian.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <xxhash.h>

#include "daemon/store/internal.h"

enum {
        AT_FORMAT = 0,
        AT_PACKING = 1,
        AT_CHECKSUM = 2,
        AT_SIZE = 10,
        PACKING_NONE = 0,
        PACKING_ZSTD = 1,
        PACK_LEVEL = 1,
        PAGE_HEAD = 16, /* LMDB's, of a page and of a run of overflow pages */
        NODE_HEAD = 8,  /* LMDB's, of a key and value in a page */
};

/* Payloads below are not worth the time. Packing an article of one page takes three times as
 * long as writing it, and intake waits for it; the others are written at the workers' pace. */
static size_t pack_from(enum table table, uint32_t page_bytes)
{
        return table == TABLE_ARTICLES ? page_bytes - PAGE_HEAD - RECORD_HEAD_BYTES + 1 : 512;
}

uint64_t record_cost(uint32_t page_bytes, size_t key_size, size_t value_size)
{
        size_t node_max = (((page_bytes - PAGE_HEAD) / 2) & ~(size_t)1) - sizeof(uint16_t);
        size_t node = NODE_HEAD + key_size + value_size;
        size_t pages;

        if (node <= node_max)
                return node + sizeof(uint16_t);
        pages = (PAGE_HEAD - 1 + value_size) / page_bytes + 1;
        return pages * page_bytes + NODE_HEAD + key_size + sizeof(uint64_t);
}

struct buffer *record_begin(struct txn *txn)
{
        static const unsigned char head[RECORD_HEAD_BYTES];

        buffer_reset(&txn->plain);
        buffer_put(&txn->plain, head, sizeof(head));
        return &txn->plain;
}

void record_put_blob(struct buffer *out, const struct blob *blob)
{
        if (blob->data)
                buffer_put_blob(out, blob->data, blob->size);
        else
                buffer_put_u32(out, UINT32_MAX);
}

static uint64_t checksum(enum table table, const MDB_val *key, const unsigned char *record,
                         size_t size)
{
        uint64_t seed =
                (uint64_t)table << 16 | (uint64_t)record[AT_FORMAT] << 8 | record[AT_PACKING];

        seed = XXH3_64bits_withSeed(key->mv_data, key->mv_size, seed);
        return XXH3_64bits_withSeed(record + AT_SIZE, size - AT_SIZE, seed);
}

/* Room for what zstd writes: a buffer grows by what is put, not by what might be. */
static int make_room(struct buffer *b, size_t room)
{
        unsigned char *grown;

        if (b->room >= room)
                return 0;
        grown = realloc(b->data, room);
        if (!grown)
                return -ENOMEM;
        b->data = grown;
        b->room = room;
        return 0;
}

/* Leaves the packed record in txn->packed and true, where it costs less than the plain one. */
static int record_pack(struct txn *txn, size_t key_size, bool *ret_packed)
{
        struct buffer *packed = &txn->packed;
        size_t payload = txn->plain.size - RECORD_HEAD_BYTES, bound, size;
        uint32_t page_bytes = txn->store->room.page_bytes;

        bound = ZSTD_compressBound(payload);
        if (make_room(packed, RECORD_HEAD_BYTES + bound) < 0)
                return -ENOMEM;
        size = ZSTD_compress2(txn->pack, packed->data + RECORD_HEAD_BYTES, bound,
                              txn->plain.data + RECORD_HEAD_BYTES, payload);
        if (ZSTD_isError(size))
                return -ENOMEM; /* the room suffices, so only its memory can be missing */
        packed->size = RECORD_HEAD_BYTES + size;
        *ret_packed = record_cost(page_bytes, key_size, packed->size) <
                      record_cost(page_bytes, key_size, txn->plain.size);
        return 0;
}

static int pack_init(struct txn *txn)
{
        if (txn->pack)
                return 0;
        txn->pack = ZSTD_createCCtx();
        if (!txn->pack)
                return -ENOMEM;
        ZSTD_CCtx_setParameter(txn->pack, ZSTD_c_compressionLevel, PACK_LEVEL);
        ZSTD_CCtx_setParameter(txn->pack, ZSTD_c_contentSizeFlag, 0); /* the head has it */
        return 0;
}

int record_seal(struct txn *txn, enum table table, const struct key *key, MDB_val *ret)
{
        struct buffer *record = &txn->plain;
        const MDB_val k = { key->size, (void *)key->bytes };
        uint32_t payload;
        uint64_t sum;
        bool packed = false;
        int r = buffer_error(record);

        if (r)
                return r;
        payload = (uint32_t)(record->size - RECORD_HEAD_BYTES);
        if (payload >= pack_from(table, txn->store->room.page_bytes)) {
                r = pack_init(txn);
                if (!r)
                        r = record_pack(txn, key->size, &packed);
                if (r)
                        return r;
        }
        if (packed)
                record = &txn->packed;
        record->data[AT_FORMAT] = RECORD_FORMAT;
        record->data[AT_PACKING] = packed ? PACKING_ZSTD : PACKING_NONE;
        payload = htobe32(payload);
        memcpy(record->data + AT_SIZE, &payload, sizeof(payload));
        sum = htobe64(checksum(table, &k, record->data, record->size));
        memcpy(record->data + AT_CHECKSUM, &sum, sizeof(sum));
        *ret = (MDB_val){ record->size, record->data };
        return 0;
}

static int record_unpack(struct txn *txn, const struct blob *packed, size_t size,
                         struct buffer *into, struct blob *ret)
{
        size_t got;

        if (!txn->unpack)
                txn->unpack = ZSTD_createDCtx();
        if (!txn->unpack || make_room(into, size + 1) < 0)
                return -ENOMEM;
        got = ZSTD_decompressDCtx(txn->unpack, into->data, size, packed->data, packed->size);
        if (ZSTD_isError(got) || got != size)
                return STORE_E_CORRUPT;
        into->size = size;
        *ret = (struct blob){ into->data, size };
        return 0;
}

int record_open(struct txn *txn, enum table table, const MDB_val *key, const MDB_val *value,
                struct buffer *into, struct blob *ret)
{
        const unsigned char *record = value->mv_data;
        struct blob payload;
        uint64_t sum;
        uint32_t size;

        if (value->mv_size < RECORD_HEAD_BYTES || record[AT_FORMAT] != RECORD_FORMAT)
                return STORE_E_CORRUPT;
        memcpy(&sum, record + AT_CHECKSUM, sizeof(sum));
        if (be64toh(sum) != checksum(table, key, record, value->mv_size))
                return STORE_E_CORRUPT;
        memcpy(&size, record + AT_SIZE, sizeof(size));
        size = be32toh(size);
        payload =
                (struct blob){ record + RECORD_HEAD_BYTES, value->mv_size - RECORD_HEAD_BYTES };
        if (record[AT_PACKING] == PACKING_ZSTD && size <= RECORD_BYTES_MAX)
                return record_unpack(txn, &payload, size, into, ret);
        if (record[AT_PACKING] != PACKING_NONE || size != payload.size)
                return STORE_E_CORRUPT;
        *ret = payload;
        return 0;
}
