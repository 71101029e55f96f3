/* Rows of a ledger, in versions */
#include "daemon/store/internal.h"
#include "proto/frame.h"
#include "tests/unit/daemon/store/fixture.h"

static struct fixture f;

static void given_ledger(void)
{
        fixture_open(&f, NULL);
        begin(&f);
}

static void then_close(void)
{
        EXPECT_INT(txn_commit(f.txn), 0);
        fixture_close(&f);
}

static void put_row(uint64_t version, const char *key, const char *value)
{
        const struct blob k = text_blob(key), v = text_blob(value);

        EXPECT_INT(txn_put_row(f.txn, 1, 1, version, &k, &v), 0);
}

static const char *row(uint64_t version, const char *key)
{
        const struct blob k = text_blob(key);
        struct blob value;

        if (txn_get_row(f.txn, 1, 1, version, &k, &value, &f.buffer) != 0)
                return NULL;
        buffer_put_u8(&f.buffer, 0);
        return (const char *)value.data;
}

static int append(void *context, const struct blob *key, const struct blob *value)
{
        struct buffer *out = context;

        buffer_put(out, key->data, key->size);
        buffer_put_text(out, "=");
        buffer_put(out, value->data, value->size);
        buffer_put_text(out, " ");
        return value->size == 4 && memcmp(value->data, "stop", 4) == 0 ? 42 : 0;
}

static const char *rows(uint64_t version)
{
        static struct buffer out;

        buffer_reset(&out);
        EXPECT_INT(txn_each_row(f.txn, 1, 1, version, append, &out), 0);
        return buffer_text(&out);
}

TEST(a_row_is_read_as_of_a_version)
{
        given_ledger();
        put_row(2, "k", "two");
        put_row(5, "k", "five");
        EXPECT_STR(row(1, "k"), NULL);
        EXPECT_STR(row(2, "k"), "two");
        EXPECT_STR(row(4, "k"), "two");
        EXPECT_STR(row(5, "k"), "five");
        EXPECT_STR(row(UINT64_MAX, "k"), "five");
        EXPECT_STR(row(UINT64_MAX, "other"), NULL);
        then_close();
}

TEST(a_row_of_size_0_is_gone_from_there_on)
{
        given_ledger();
        put_row(2, "k", "two");
        put_row(5, "k", "");
        EXPECT_STR(row(4, "k"), "two");
        EXPECT_STR(row(5, "k"), NULL);
        EXPECT_STR(rows(4), "k=two ");
        EXPECT_STR(rows(5), "");
        put_row(7, "k", "seven");
        EXPECT_STR(row(7, "k"), "seven");
        then_close();
}

TEST(size_0_under_the_only_version_removes_the_row)
{
        given_ledger();
        put_row(0, "k", "value");
        put_row(0, "k", "");
        put_row(3, "never there", "");
        EXPECT_STR(row(0, "k"), NULL);
        EXPECT_INT(table_count(f.txn, TABLE_ROWS), 0);
        then_close();
}

TEST(a_refold_writes_over_version_0)
{
        given_ledger();
        put_row(0, "k", "first");
        put_row(0, "k", "again");
        EXPECT_STR(row(0, "k"), "again");
        EXPECT_STR(row(9, "k"), "again");
        EXPECT_STR(rows(0), "k=again ");
        EXPECT_INT(table_count(f.txn, TABLE_ROWS), 1);
        then_close();
}

TEST(rows_come_in_the_order_of_keys)
{
        given_ledger();
        put_row(1, "ab", "2");
        put_row(1, "a", "1");
        put_row(1, "abcdefgh", "4");
        put_row(1, "abcdefghi", "5");
        put_row(1, "abcdefg", "3");
        put_row(1, "b", "6");
        EXPECT_STR(rows(1), "a=1 ab=2 abcdefg=3 abcdefgh=4 abcdefghi=5 b=6 ");
        then_close();
}

TEST(rows_of_many_versions_come_once_each)
{
        char value[16];

        given_ledger();
        for (unsigned v = 0; v < 50; v++) {
                snprintf(value, sizeof(value), "%u", v);
                put_row(v, "a", value);
                if (v >= 20)
                        put_row(v, "b", value);
        }
        put_row(3, "c", "3");
        EXPECT_STR(rows(10), "a=10 c=3 ");
        EXPECT_STR(rows(0), "a=0 ");
        EXPECT_STR(rows(30), "a=30 b=30 c=3 ");
        EXPECT_STR(rows(UINT64_MAX), "a=49 b=49 c=3 ");
        then_close();
}

TEST(each_stops_where_it_is_told)
{
        struct buffer out = { 0 };

        given_ledger();
        put_row(1, "a", "1");
        put_row(1, "b", "stop");
        put_row(1, "c", "3");
        EXPECT_INT(txn_each_row(f.txn, 1, 1, 1, append, &out), 42);
        EXPECT_STR(buffer_text(&out), "a=1 b=stop ");
        buffer_clear(&out);
        then_close();
}

TEST(ledgers_do_not_mix)
{
        const struct blob key = text_blob("k"), value = text_blob("other");
        struct blob out;

        given_ledger();
        put_row(1, "k", "mine");
        EXPECT_INT(txn_put_row(f.txn, 1, 2, 1, &key, &value), 0);
        EXPECT_INT(txn_put_row(f.txn, 2, 1, 1, &key, &value), 0);
        EXPECT_STR(rows(UINT64_MAX), "k=mine ");
        EXPECT_INT(txn_get_row(f.txn, 1, 3, 1, &key, &out, &f.buffer), STORE_E_NOT_FOUND);
        then_close();
}

TEST(keys_of_any_bytes_and_the_longest_size_are_taken)
{
        unsigned char bytes[ROW_KEY_MAX + 1] = { 0 };
        struct blob key = { bytes, ROW_KEY_MAX }, value = text_blob("v"), out;

        given_ledger();
        EXPECT_INT(txn_put_row(f.txn, UINT64_MAX, UINT32_MAX, UINT64_MAX - 1, &key, &value), 0);
        key.size--;
        EXPECT_INT(
                txn_get_row(f.txn, UINT64_MAX, UINT32_MAX, UINT64_MAX, &key, &out, &f.buffer),
                STORE_E_NOT_FOUND);
        key.size = ROW_KEY_MAX;
        EXPECT_INT(
                txn_get_row(f.txn, UINT64_MAX, UINT32_MAX, UINT64_MAX, &key, &out, &f.buffer),
                0);
        key.size = ROW_KEY_MAX + 1;
        EXPECT_INT(txn_put_row(f.txn, 1, 1, 1, &key, &value), STORE_E_INVALID);
        key.size = 0;
        EXPECT_INT(txn_put_row(f.txn, 1, 1, 1, &key, &value), 0);
        EXPECT_STR(rows(1), "=v ");
        then_close();
}

TEST(large_rows_come_back_whole)
{
        struct buffer big = { 0 };
        struct blob key = text_blob("k"), value, out;

        given_ledger();
        for (unsigned i = 0; i < 20000; i++)
                buffer_printf(&big, "%u ", i * i);
        value = (struct blob){ big.data, big.size };
        EXPECT_INT(txn_put_row(f.txn, 1, 1, 1, &key, &value), 0);
        EXPECT_INT(txn_get_row(f.txn, 1, 1, 1, &key, &out, &f.buffer), 0);
        EXPECT(out.size == big.size && memcmp(out.data, big.data, big.size) == 0);
        buffer_clear(&big);
        then_close();
}

TEST(a_generation_is_dropped_in_slices)
{
        char key[16];
        bool more = false;

        given_ledger();
        for (unsigned i = 0; i < 10; i++) {
                snprintf(key, sizeof(key), "k%u", i);
                put_row(1, key, "v");
        }
        EXPECT_INT(txn_drop_generation(f.txn, 1, 1, 6, &more), 0);
        EXPECT(more);
        EXPECT_INT(table_count(f.txn, TABLE_ROWS), 4);
        EXPECT_INT(txn_drop_generation(f.txn, 1, 1, 6, &more), 0);
        EXPECT(!more);
        EXPECT_INT(table_count(f.txn, TABLE_ROWS), 0);
        then_close();
}
