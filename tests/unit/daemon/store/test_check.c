/* What is damaged is found, never served, and named by the check */
#include <fcntl.h>

#include "daemon/store/internal.h"
#include "tests/unit/daemon/store/fixture.h"

static struct fixture f;

/* A store with something in every table. */
static void given_store(void)
{
        const struct blob key = text_blob("k"), value = text_blob("a row's value");
        struct event_record e = {
                .event = 1, .state = EVENT_LIVE, .generation = 1, .folding = 1
        };
        struct version_record v = { .event = 1,
                                    .version = 2,
                                    .generation = 1,
                                    .summary = text_blob("{\"title\":\"a summary\"}") };

        fixture_open(&f, NULL);
        given_articles(&f, 5);
        begin(&f);
        put(&f, an_article("a1", "S", "the second version of the first"), NULL);
        for (uint64_t n = 1; n <= 3; n++) {
                EXPECT_INT(settle(&f, n), 0);
                EXPECT_INT(txn_advance_linked(f.txn, n), 0);
        }
        EXPECT_INT(settle_failed(&f, 4, "the worker ended"), 0);
        EXPECT_INT(txn_put_event(f.txn, &e), 0);
        EXPECT_INT(txn_set_member(f.txn, 1, 1), 0);
        EXPECT_INT(txn_set_member(f.txn, 2, 1), 0);
        EXPECT_INT(txn_set_current(f.txn, "a1", 2, 1), 0);
        EXPECT_INT(txn_set_dirty(f.txn, 1, true), 0);
        EXPECT_INT(txn_put_row(f.txn, 1, 1, 2, &key, &value), 0);
        EXPECT_INT(txn_put_version(f.txn, &v), 0);
        e.version = 2;
        EXPECT_INT(txn_put_event(f.txn, &e), 0);
        EXPECT_INT(txn_append_feed(f.txn, 1, "{\"sequence\":\"000001\"}", 21), 0);
        EXPECT_INT(txn_append_feed(f.txn, 2, "{\"sequence\":\"000002\"}", 21), 0);
        EXPECT_INT(txn_put_cursor(f.txn, "peer", "name", 1), 0);
        EXPECT_INT(txn_commit(f.txn), 0);
}

/* Flips a bit of every place where @words stand in the data file; gives their number. */
static unsigned flip_bytes(const char *words, size_t size)
{
        char path[128], *data, *at;
        unsigned n = 0;
        struct stat file;
        int fd;

        snprintf(path, sizeof(path), "%s/data.mdb", f.dir);
        fd = open(path, O_RDWR);
        REQUIRE(fd >= 0 && fstat(fd, &file) == 0);
        data = malloc((size_t)file.st_size);
        REQUIRE(data && pread(fd, data, (size_t)file.st_size, 0) == file.st_size);
        for (at = data; (at = memmem(at, (size_t)(data + file.st_size - at), words, size));
             at++) {
                at[size / 2] ^= 4;
                REQUIRE(pwrite(fd, at, size, at - data) == (ssize_t)size);
                n++;
        }
        free(data);
        close(fd);
        return n;
}

static unsigned flip(const char *words)
{
        return flip_bytes(words, strlen(words));
}

/* A record there has the id and little else: 4 bytes of size, the id, the number. */
static void flip_in_recent(void)
{
        static const char words[] = "\0\0\0\x10"
                                    "an id of its own\0\0\0\0\0\0\0\1";

        EXPECT(flip_bytes(words, sizeof(words) - 1) > 0);
}

static void expect_fault(const char *words)
{
        struct faults faults;

        EXPECT(check(&f, &faults) > 0);
        if (!strstr(faults.all, words))
                test_fail(__FILE__, __LINE__, "'%s' is not among: %s", words, faults.all);
}

TEST(a_store_with_something_in_every_table_is_sound)
{
        struct txn *txn;

        given_store();
        txn = begin_read(&f);
        for (unsigned t = 0; t < N_TABLES; t++)
                if (!table_count(txn, t) && t != TABLE_IDS)
                        test_fail(__FILE__, __LINE__, "%s is empty", table_names[t]);
        txn_abort(txn);
        EXPECT_SOUND(&f);
        fixture_close(&f);
}

TEST(a_flipped_bit_in_an_article_is_found_and_never_served)
{
        struct article_entry e;
        struct txn *txn;

        given_store();
        store_close(f.store);
        f.store = NULL;
        EXPECT(flip("the second version") > 0);
        REQUIRE(store_open(&f.store, f.dir, NULL) == 0);
        txn = begin_read(&f);
        EXPECT_INT(txn_get_article(txn, 6, &e, &f.buffer), STORE_E_CORRUPT);
        EXPECT_INT(txn_get_article(txn, 5, &e, &f.buffer), 0);
        txn_abort(txn);
        expect_fault("articles 6: the checksum does not hold");
        fixture_close(&f);
}

TEST(a_flipped_bit_in_an_id_is_made_good_from_log_1)
{
        uint64_t number = 0;

        fixture_open(&f, NULL);
        begin(&f);
        put(&f, an_article("an id of its own", "S", "words"), NULL);
        EXPECT_INT(txn_commit(f.txn), 0);
        store_close(f.store);
        f.store = NULL;
        flip_in_recent();
        REQUIRE(store_open(&f.store, f.dir, NULL) == 0);
        begin(&f);
        EXPECT_INT(txn_find_article(f.txn, "an id of its own", 16, &number), 0);
        EXPECT_INT(number, 1);
        txn_abort(f.txn);
        expect_fault("recent 1: the checksum does not hold");
        fixture_close(&f);
}

TEST(an_article_that_cannot_be_read_can_still_be_given_up)
{
        struct dead_letter letter;

        given_store();
        store_close(f.store);
        f.store = NULL;
        EXPECT(flip("the second version") > 0);
        REQUIRE(store_open(&f.store, f.dir, NULL) == 0);
        begin(&f);
        EXPECT_INT(settle_failed(&f, 6, "its record is damaged"), 0);
        EXPECT_INT(txn_get_dead(f.txn, 6, &letter, &f.buffer), 0);
        EXPECT_INT(txn_commit(f.txn), 0);
        fixture_close(&f);
}

TEST(a_flipped_bit_in_the_feed_is_found_and_never_served)
{
        struct blob json;
        struct txn *txn;

        given_store();
        store_close(f.store);
        f.store = NULL;
        EXPECT(flip("\"sequence\":\"000002\"") > 0);
        REQUIRE(store_open(&f.store, f.dir, NULL) == 0);
        txn = begin_read(&f);
        EXPECT_INT(txn_get_feed(txn, 2, &json, &f.buffer), STORE_E_CORRUPT);
        EXPECT_INT(txn_get_feed(txn, 1, &json, &f.buffer), 0);
        txn_abort(txn);
        expect_fault("feed 2: the checksum does not hold");
        fixture_close(&f);
}

TEST(a_flipped_bit_in_a_row_a_version_or_an_extraction_is_found)
{
        static const char *const words[][2] = { { "a row's value", "rows 1:" },
                                                { "a summary", "versions 1:" },
                                                { "signature", "settled 1:" },
                                                { "{\"text\":\"words\"}", "extractions 1:" } };

        for (size_t i = 0; i < ARRAY_SIZE(words); i++) {
                given_store();
                store_close(f.store);
                f.store = NULL;
                EXPECT(flip(words[i][0]) > 0);
                expect_fault(words[i][1]);
                fixture_close(&f);
        }
}

/* ------------------------------------------------------------ between the tables */

static void drop(enum table table, uint64_t number)
{
        struct key key;

        key_number(&key, number);
        EXPECT_INT(table_delete(f.txn, table, &key), 0);
}

static void drop_pair(enum table table, uint64_t first, uint64_t second)
{
        struct key key;

        key_pair(&key, first, second);
        EXPECT_INT(table_delete(f.txn, table, &key), 0);
}

static void lose_job(void)
{
        drop(TABLE_JOBS, 5);
}

static void add_job(void)
{
        EXPECT_INT(jobs_add(f.txn, &(struct article_entry){ .number = 2 }), 0);
}

static void lose_article(void)
{
        drop(TABLE_ARTICLES, 3);
}

static void lose_settled(void)
{
        drop(TABLE_SETTLED, 2);
}

static void lose_extraction(void)
{
        drop(TABLE_EXTRACTIONS, 3);
}

static void lose_event(void)
{
        drop(TABLE_EVENTS, 1);
}

static void lose_membership(void)
{
        drop(TABLE_MEMBERSHIPS, 2);
}

static void lose_member(void)
{
        drop_pair(TABLE_MEMBERS, 1, 2);
}

static void lose_version(void)
{
        drop_pair(TABLE_VERSIONS, 1, 2);
}

static void lose_feed_entry(void)
{
        drop(TABLE_FEED, 1);
}

static void move_cursor_on(void)
{
        struct key key;

        (void)key_text(&key, "peer\0name", 9);
        EXPECT_INT(number_put(f.txn, TABLE_CURSORS, &key, 3), 0);
}

static void link_too_far(void)
{
        f.txn->counters.linked_end = 5;
}

static void open_window_too_late(void)
{
        f.txn->counters.window_start = 5;
}

static void add_dead_letter(void)
{
        EXPECT_INT(dead_put(f.txn, &(struct dead_letter){ .number = 2 }), 0);
}

static void point_id_to_its_first_version(void)
{
        /* As if the second had never been put. */
        f.txn->counters.articles_end = 5;
        drop(TABLE_ARTICLES, 6);
        drop(TABLE_JOBS, 6);
}

static void lose_recent(void)
{
        struct walk walk;
        struct key key;

        REQUIRE(walk_open(&walk, f.txn, TABLE_RECENT) == 0);
        REQUIRE(walk_last(&walk) == 0);
        walk_key(&walk, &key);
        walk_close(&walk);
        EXPECT_INT(table_delete(f.txn, TABLE_RECENT, &key), 0);
}

static void show_a_ledger_that_is_not_there(void)
{
        struct event_record e;

        EXPECT_INT(txn_get_event(f.txn, 1, &e), 0);
        e.generation = 7;
        EXPECT_INT(txn_put_event(f.txn, &e), 0);
}

static void make_current_what_is_not_linked(void)
{
        EXPECT_INT(txn_set_current(f.txn, "a5", 2, 5), 0);
}

static void add_row_of_no_event(void)
{
        const struct blob b = text_blob("x");

        EXPECT_INT(txn_put_row(f.txn, 3, 1, 1, &b, &b), 0);
}

static const struct {
        void (*damage)(void);
        const char *fault;
} damages[] = {
        { lose_job, "articles 5: is not settled and has no job" },
        { add_job, "articles 2: is settled and has a job" },
        { lose_article, "articles 4: follows a gap: 3 was expected" },
        { lose_settled, "settled 3: follows a gap: 2 was expected" },
        { lose_extraction, "settled 3: a result without extraction" },
        { lose_event, "members 1: has members, and is not there" },
        { lose_membership, "members 1: its member 2 is in another event" },
        { lose_member, "events 1: has 1 members, and says 2" },
        { lose_version, "events 1: its last version is not there" },
        { lose_feed_entry, "feed 2: follows a gap: 1 was expected" },
        { move_cursor_on, "cursors 3: is behind the end of log 3" },
        { link_too_far, "settled: log 2 ends before its last number" },
        { open_window_too_late, "meta: the linker's window starts behind log 2" },
        { add_dead_letter, "dead 2: a dead letter of what has not failed" },
        { point_id_to_its_first_version, "recent 6: an id leads to what is not its article" },
        { lose_recent, "articles 6: its id does not lead to it" },
        { show_a_ledger_that_is_not_there, "events 1: shows a ledger that is not there" },
        { make_current_what_is_not_linked, "current 5: an id leads to what is not linked" },
        { add_row_of_no_event, "rows 3: a row of no event" },
};

TEST(each_broken_invariant_is_named)
{
        for (size_t i = 0; i < ARRAY_SIZE(damages); i++) {
                given_store();
                begin(&f);
                damages[i].damage();
                EXPECT_INT(txn_commit(f.txn), 0);
                expect_fault(damages[i].fault);
                fixture_close(&f);
        }
}

TEST(a_value_under_another_key_does_not_pass)
{
        MDB_val k, v;
        uint64_t one = htobe64(1), two = htobe64(2);
        struct blob json;

        given_store();
        begin(&f);
        k = (MDB_val){ 8, &one };
        EXPECT_INT(mdb_get(f.txn->mdb, f.store->dbi[TABLE_FEED], &k, &v), 0);
        k = (MDB_val){ 8, &two };
        EXPECT_INT(mdb_put(f.txn->mdb, f.store->dbi[TABLE_FEED], &k, &v, 0), 0);
        EXPECT_INT(txn_get_feed(f.txn, 2, &json, &f.buffer), STORE_E_CORRUPT);
        txn_abort(f.txn);
        fixture_close(&f);
}

TEST(a_check_of_nothing_says_so)
{
        struct faults faults = { 0 };
        char dir[FOLDER_BYTES];

        folder_make(dir);
        EXPECT(store_check(dir, note_fault, &faults) < 0);
        folder_remove(dir);
        EXPECT(store_check(dir, note_fault, &faults) < 0);
}
