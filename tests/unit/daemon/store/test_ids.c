/* Ids: found in "recent" as in "ids", through laps, undone steps and reopening */
#include "daemon/store/internal.h"
#include "tests/unit/daemon/store/fixture.h"

static struct fixture f;

enum { MANY = 33000 }; /* more than start a lap */

static uint64_t find(struct txn *txn, const char *id)
{
        uint64_t number = 0;
        int r = txn_find_article(txn, id, strlen(id), &number);

        if (r && r != STORE_E_NOT_FOUND)
                test_fail(__FILE__, __LINE__, "txn_find_article gives %d", r);
        return number;
}

/* Articles "i<first>" to before "i<end>", so many a transaction. */
static void given_ids(unsigned first, unsigned end, unsigned each)
{
        char id[32];

        for (unsigned i = first; i < end; i++) {
                if ((i - first) % each == 0)
                        begin(&f);
                snprintf(id, sizeof(id), "i%u", i);
                put(&f, an_article(id, "S", "words"), NULL);
                if ((i - first) % each == each - 1 || i == end - 1)
                        EXPECT_INT(txn_commit(f.txn), 0);
        }
}

static void expect_all(struct txn *txn, unsigned end)
{
        char id[32];

        for (unsigned i = 1; i < end; i += i < 100 || i > end - 100 ? 1 : 251) {
                snprintf(id, sizeof(id), "i%u", i);
                if (find(txn, id) != i)
                        test_fail(__FILE__, __LINE__, "%s is not found", id);
        }
}

TEST(ids_are_found_while_they_are_sorted_in)
{
        struct txn *txn;
        uint64_t recent;

        fixture_open(&f, NULL);
        given_ids(1, MANY, 1000);
        txn = begin_read(&f);
        EXPECT(table_count(txn, TABLE_IDS) > 0);
        recent = table_count(txn, TABLE_RECENT);
        EXPECT_INT(recent, MANY - 1);
        expect_all(txn, MANY);
        txn_abort(txn);
        begin(&f);
        expect_all(f.txn, MANY);
        txn_abort(f.txn);
        EXPECT_SOUND(&f);
        fixture_close(&f);
}

TEST(a_lap_ends_and_takes_its_ids_off)
{
        fixture_open(&f, NULL);
        given_ids(1, 2 * MANY, 4096);
        begin(&f);
        EXPECT(table_count(f.txn, TABLE_IDS) >= 32768);
        EXPECT(table_count(f.txn, TABLE_RECENT) < MANY + 8192);
        expect_all(f.txn, 2 * MANY);
        EXPECT_INT(put(&f, an_article("i7", "S", "newer"), NULL), 2 * MANY);
        EXPECT_INT(find(f.txn, "i7"), 2 * MANY);
        EXPECT_INT(txn_commit(f.txn), 0);
        EXPECT_SOUND(&f);
        fixture_close(&f);
}

TEST(ids_are_found_after_a_reopen_in_the_middle_of_a_lap)
{
        fixture_open(&f, NULL);
        given_ids(1, MANY, 1000);
        fixture_reopen(&f);
        begin(&f);
        expect_all(f.txn, MANY);
        txn_abort(f.txn);
        given_ids(MANY, 2 * MANY, 4096);
        begin(&f);
        expect_all(f.txn, 2 * MANY);
        txn_abort(f.txn);
        EXPECT_SOUND(&f);
        fixture_close(&f);
}

TEST(an_aborted_transaction_in_a_lap_leaves_the_lap_as_it_was)
{
        fixture_open(&f, NULL);
        given_ids(1, 32760, 4096);
        for (unsigned i = 0; i < 6; i++) {
                begin(&f);
                for (unsigned k = 0; k < 10; k++) {
                        char id[32];

                        snprintf(id, sizeof(id), "round%u-%u", i, k);
                        put(&f, an_article(id, "S", "words"), NULL);
                }
                /* Fails in the very commit that begins the lap, or goes on with it. */
                if (i % 2) {
                        EXPECT_INT(txn_commit(f.txn), 0);
                } else {
                        EXPECT_INT(lap_before_commit(f.txn), 0);
                        txn_abort(f.txn);
                }
        }
        begin(&f);
        expect_all(f.txn, 32760);
        EXPECT_INT(find(f.txn, "round0-3"), 0);
        EXPECT_INT(find(f.txn, "round1-3"), 32763);
        EXPECT_INT(find(f.txn, "round5-0"), 32780);
        txn_abort(f.txn);
        /* The rest of the lap, in one commit. */
        given_ids(40000, 60000, 20000);
        begin(&f);
        expect_all(f.txn, 32760);
        EXPECT_INT(find(f.txn, "i40000"), 32790);
        txn_abort(f.txn);
        EXPECT_SOUND(&f);
        fixture_close(&f);
}

TEST(a_reader_of_before_finds_what_was_sorted_in_since)
{
        struct txn *before;

        fixture_open(&f, NULL);
        given_ids(1, 100, 100);
        before = begin_read(&f);
        given_ids(100, 2 * MANY, 4096);
        expect_all(before, 100);
        EXPECT_INT(find(before, "i200"), 0);
        txn_abort(before);
        fixture_close(&f);
}

TEST(two_ids_with_one_hash_are_two)
{
        struct recent recent = { 0 };

        /* What the table does with a collision, without finding one. */
        EXPECT_INT(recent_add(&recent, 1, 77), 0);
        EXPECT_INT(recent_add(&recent, 2, 77), 0);
        EXPECT_INT(recent_add(&recent, 3, 77), 0);
        recent_cut(&recent, 2);
        EXPECT_INT(recent.n, 2);
        recent_drop(&recent, 1);
        EXPECT_INT(recent.n, 1);
        EXPECT_INT(recent.items[0].number, 2);
        recent_clear(&recent);
}
