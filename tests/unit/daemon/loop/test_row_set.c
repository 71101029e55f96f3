/* The rows that a fold gets: those that its accounts name, and one level of what they refer to.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "daemon/row_set.h"
#include "tests/folder.h"
#include "tests/unit/test.h"

enum { EVENT = 1, GENERATION = LEDGER_FIRST };

static struct {
        char dir[FOLDER_BYTES];
        struct store *store;
        struct txn *txn;
        struct row_set set;
} bench;

static void given_a_ledger(void)
{
        const struct store_limits limits = { .bytes = 64 << 20,
                                             .reserve_bytes = 4 << 20,
                                             .free_bytes = 1 << 20 };
        const struct event_record event = { .event = EVENT,
                                            .state = EVENT_LIVE,
                                            .generation = GENERATION,
                                            .folding = GENERATION,
                                            .oldest = GENERATION };

        memset(&bench, 0, sizeof(bench));
        folder_make(bench.dir);
        REQUIRE(store_open(&bench.store, bench.dir, &limits) == 0);
        REQUIRE(txn_begin(bench.store, &bench.txn) == 0);
        REQUIRE(txn_put_event(bench.txn, &event) == 0);
        bench.set.arena = arena_new(16 << 20);
}

static void the_ledger_ends(void)
{
        arena_free(bench.set.arena);
        txn_abort(bench.txn);
        store_close(bench.store);
        folder_remove(bench.dir);
}

/* A row under @key that refers to @ref, unless that is "". */
static void given_row(const char *key, uint64_t version, const char *ref)
{
        struct blob refs[] = { { ref, strlen(ref) } };
        const struct row_value value = { .n_refs = ref[0] != '\0',
                                         .refs = refs,
                                         .body = { key, strlen(key) } };
        struct buffer bytes = { .limit = 0 };

        row_value_put(&bytes, &value);
        REQUIRE(txn_put_row(bench.txn, EVENT, GENERATION, version,
                            &(struct blob){ key, strlen(key) },
                            &(struct blob){ bytes.data, bytes.size }) == 0);
        buffer_clear(&bytes);
}

/* As an account does: words parted by a blank, sorted. */
static void given_keys(const char *keys)
{
        struct buffer list = { .limit = 0 };
        char copy[256], *state, *word;
        uint32_t n = 0;

        for (const char *p = keys; *p; p++)
                n += *p == ' ';
        buffer_put_u32(&list, keys[0] ? n + 1 : 0);
        snprintf(copy, sizeof(copy), "%s", keys);
        for (word = strtok_r(copy, " ", &state); word; word = strtok_r(NULL, " ", &state))
                buffer_put_blob(&list, word, strlen(word));
        REQUIRE(row_set_add_keys(&bench.set, &(struct blob){ list.data, list.size }) == 0);
        buffer_clear(&list);
}

static void expect_rows(const char *expected)
{
        char found[256] = "";

        for (size_t i = 0; i < bench.set.n; i++) {
                size_t used = strlen(found);

                EXPECT(bench.set.rows[i].value.size > 0);
                snprintf(found + used, sizeof(found) - used, "%s%.*s", i ? " " : "",
                         (int)bench.set.rows[i].key.size,
                         (const char *)bench.set.rows[i].key.data);
        }
        EXPECT_STR(found, expected);
}

static void when_read(void)
{
        EXPECT_INT(row_set_read(&bench.set, bench.txn, EVENT, GENERATION), 0);
}

TEST(named_rows_are_read_and_others_are_not)
{
        given_a_ledger();
        given_row("a", 1, "");
        given_row("b", 1, "");
        given_row("c", 1, "");
        given_keys("a c z");
        when_read();
        expect_rows("a c");
        the_ledger_ends();
}

TEST(accounts_that_name_the_same_row_get_it_once)
{
        given_a_ledger();
        given_row("a", 1, "");
        given_row("b", 1, "");
        given_keys("a b");
        given_keys("b");
        given_keys("a");
        when_read();
        expect_rows("a b");
        the_ledger_ends();
}

TEST(what_a_row_refers_to_comes_along_one_level_deep)
{
        given_a_ledger();
        given_row("a", 1, "");
        given_row("m", 1, "b");
        given_row("b", 1, "x");
        given_row("x", 1, "");
        given_keys("m");
        when_read();
        expect_rows("b m");
        the_ledger_ends();
}

TEST(what_is_referred_to_and_named_comes_once)
{
        given_a_ledger();
        given_row("a", 1, "b");
        given_row("b", 1, "a");
        given_row("c", 1, "gone");
        given_keys("a b c");
        when_read();
        expect_rows("a b c");
        the_ledger_ends();
}

TEST(no_keys_are_no_rows)
{
        given_a_ledger();
        given_row("a", 1, "");
        given_keys("");
        when_read();
        expect_rows("");
        the_ledger_ends();
}

TEST(all_rows_are_read_as_of_a_version)
{
        given_a_ledger();
        given_row("a", 1, "");
        given_row("b", 2, "");
        given_row("c", 3, "");
        EXPECT_INT(row_set_read_all(&bench.set, bench.txn, EVENT, GENERATION, 2), 0);
        expect_rows("a b");
        the_ledger_ends();
}

TEST(keys_sort_by_bytes_and_a_prefix_first)
{
        const struct blob a = { "a", 1 }, ab = { "ab", 2 }, high = { "\xff", 1 };

        EXPECT(row_key_compare(&a, &ab) < 0);
        EXPECT(row_key_compare(&ab, &high) < 0);
        EXPECT(row_key_compare(&high, &a) > 0);
        EXPECT_INT(row_key_compare(&ab, &ab), 0);
}

TEST(a_list_of_keys_that_is_cut_off_is_malformed)
{
        static const unsigned char cut[] = { 0, 0, 0, 2, 0, 0, 0, 1, 'a' };

        given_a_ledger();
        EXPECT_INT(row_set_add_keys(&bench.set, &(struct blob){ cut, sizeof(cut) }),
                   FRAME_E_MALFORMED);
        the_ledger_ends();
}
