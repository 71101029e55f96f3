/* The frame around each value: what it costs, what it takes, what it notices */
#include "daemon/store/internal.h"
#include "tests/unit/daemon/store/fixture.h"

static struct fixture f;

/* Seals @size bytes, all alike or none like the other, under key 7 of @table. */
static MDB_val sealed(enum table table, size_t size, bool alike)
{
        uint64_t state = 88172645463325252ULL;
        struct buffer *out = record_begin(f.txn);
        MDB_val value = { 0 };
        struct key key;

        key_number(&key, 7);
        for (size_t i = 0; i < size; i++) {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                buffer_put_u8(out, alike ? 'x' : (uint8_t)state);
        }
        EXPECT_INT(record_seal(f.txn, table, &key, &value), 0);
        return value;
}

static int opened(enum table table, uint64_t number, const MDB_val *value, struct blob *ret)
{
        uint64_t bytes = htobe64(number);
        const MDB_val key = { sizeof(bytes), &bytes };

        return record_open(f.txn, table, &key, value, &f.buffer, ret);
}

TEST(a_value_costs_its_bytes_or_whole_pages)
{
        EXPECT_INT(record_cost(4096, 8, 100), 118);
        EXPECT_INT(record_cost(4096, 8, 2022), 2040);
        EXPECT_INT(record_cost(4096, 8, 2023) / 4096, 1);
        EXPECT_INT(record_cost(4096, 8, 4080) / 4096, 1);
        EXPECT_INT(record_cost(4096, 8, 4081) / 4096, 2);
        EXPECT_INT(record_cost(4096, 8, 4096 * 5 - 16) / 4096, 5);
}

TEST(values_of_any_size_come_back)
{
        static const size_t sizes[] = { 0, 1, 511, 512, 2000, 4066, 4067, 8162, 100000 };
        struct blob payload;

        fixture_open(&f, NULL);
        begin(&f);
        for (size_t i = 0; i < ARRAY_SIZE(sizes); i++) {
                MDB_val packed = sealed(TABLE_FEED, sizes[i], true), plain;

                EXPECT_INT(opened(TABLE_FEED, 7, &packed, &payload), 0);
                EXPECT_INT(payload.size, sizes[i]);
                EXPECT(sizes[i] < 512 || packed.mv_size < 512);
                plain = sealed(TABLE_FEED, sizes[i], false);
                EXPECT_INT(opened(TABLE_FEED, 7, &plain, &payload), 0);
                EXPECT_INT(payload.size, sizes[i]);
                EXPECT_INT(plain.mv_size, sizes[i] + RECORD_HEAD_BYTES);
        }
        txn_abort(f.txn);
        fixture_close(&f);
}

TEST(an_article_that_fits_a_page_is_not_packed)
{
        fixture_open(&f, NULL);
        begin(&f);
        EXPECT_INT(sealed(TABLE_ARTICLES, 4066, true).mv_size, 4080);
        EXPECT(sealed(TABLE_ARTICLES, 4067, true).mv_size < 100);
        txn_abort(f.txn);
        fixture_close(&f);
}

TEST(any_bit_that_flips_is_noticed)
{
        unsigned served = 0;
        struct blob payload;

        fixture_open(&f, NULL);
        begin(&f);
        for (int alike = 0; alike < 2; alike++) {
                MDB_val value = sealed(TABLE_FEED, 700, alike);
                unsigned char *bytes = value.mv_data;

                for (size_t bit = 0; bit < 8 * value.mv_size; bit++) {
                        bytes[bit / 8] ^= (unsigned char)(1 << bit % 8);
                        served += opened(TABLE_FEED, 7, &value, &payload) != STORE_E_CORRUPT;
                        bytes[bit / 8] ^= (unsigned char)(1 << bit % 8);
                }
                EXPECT_INT(opened(TABLE_FEED, 7, &value, &payload), 0);
        }
        EXPECT_INT(served, 0);
        txn_abort(f.txn);
        fixture_close(&f);
}

TEST(a_value_that_is_cut_or_out_of_place_is_noticed)
{
        struct blob payload;
        MDB_val value, cut;

        fixture_open(&f, NULL);
        begin(&f);
        value = sealed(TABLE_FEED, 700, false);
        for (cut = value; cut.mv_size--;)
                EXPECT_INT(opened(TABLE_FEED, 7, &cut, &payload), STORE_E_CORRUPT);
        EXPECT_INT(opened(TABLE_FEED, 8, &value, &payload), STORE_E_CORRUPT);
        EXPECT_INT(opened(TABLE_ROWS, 7, &value, &payload), STORE_E_CORRUPT);
        EXPECT_INT(opened(TABLE_FEED, 7, &value, &payload), 0);
        txn_abort(f.txn);
        fixture_close(&f);
}
