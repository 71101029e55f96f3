/* The store as a whole: opening, the lock, formats, snapshots, steps */
#include <errno.h>
#include <signal.h>
#include <sys/wait.h>

#include "daemon/store/internal.h"
#include "tests/unit/daemon/store/fixture.h"

static struct fixture f;

/* ------------------------------------------------------------ opening */

TEST(a_store_keeps_its_id)
{
        char id[32];

        fixture_open(&f, NULL);
        EXPECT_INT(strlen(store_id(f.store)), 16);
        snprintf(id, sizeof(id), "%s", store_id(f.store));
        fixture_reopen(&f);
        EXPECT_STR(store_id(f.store), id);
        fixture_close(&f);
}

TEST(a_new_store_is_empty_and_sound)
{
        struct store_figures figures;

        fixture_open(&f, NULL);
        EXPECT_INT(store_figures(f.store, &figures), 0);
        EXPECT_INT(figures.articles, 0);
        EXPECT_INT(figures.feed_start, 1);
        EXPECT_INT(figures.quota_bytes >> 30, 64);
        EXPECT(figures.used_bytes > 0 && figures.used_bytes < 1 << 20);
        EXPECT(figures.disk_free_bytes > 0);
        EXPECT_SOUND(&f);
        fixture_close(&f);
}

TEST(what_a_crash_left_of_a_new_store_is_thrown_away)
{
        char dir[FOLDER_BYTES], path[128];
        struct store *store = NULL;
        FILE *file;

        folder_make(dir);
        snprintf(path, sizeof(path), "%s/new", dir);
        REQUIRE(mkdir(path, 0700) == 0);
        snprintf(path, sizeof(path), "%s/new/data.mdb", dir);
        file = fopen(path, "w");
        REQUIRE(file != NULL);
        fprintf(file, "half a page");
        fclose(file);
        EXPECT_INT(store_open(&store, dir, NULL), 0);
        store_close(store);
        folder_remove(dir);
        EXPECT(access(dir, F_OK) < 0);
}

TEST(what_is_no_store_is_refused)
{
        char dir[FOLDER_BYTES], path[128];
        struct store *store = NULL;
        FILE *file;

        folder_make(dir);
        snprintf(path, sizeof(path), "%s/data.mdb", dir);
        file = fopen(path, "w");
        REQUIRE(file != NULL);
        for (int i = 0; i < 3000; i++)
                fprintf(file, "no store ");
        fclose(file);
        EXPECT_INT(store_open(&store, dir, NULL), STORE_E_CORRUPT);
        EXPECT(store == NULL);
        folder_remove(dir);
}

TEST(a_quota_that_is_too_small_is_refused)
{
        struct store *store;

        EXPECT_INT(store_open(&store, "/tmp/never", &(struct store_limits){ .bytes = 1000 }),
                   -EINVAL);
}

/* ------------------------------------------------------------ the lock */

TEST(a_second_open_is_refused_and_told_who_holds_it)
{
        struct store *second = NULL;

        fixture_open(&f, NULL);
        EXPECT_INT(store_open(&second, f.dir, NULL), STORE_E_LOCKED);
        EXPECT(second == NULL);
        EXPECT_INT(store_holder(f.dir), getpid());
        EXPECT_INT(store_check(f.dir, NULL, NULL), -EBUSY);
        store_close(f.store);
        f.store = NULL;
        EXPECT_INT(store_holder(f.dir), 0);
        fixture_close(&f);
}

TEST(a_killed_holder_leaves_no_lock)
{
        int ready[2], status;
        char byte;
        pid_t pid;

        fixture_open(&f, NULL);
        store_close(f.store);
        f.store = NULL;
        REQUIRE(pipe(ready) == 0);
        pid = fork();
        if (pid == 0) {
                struct store *store;

                byte = store_open(&store, f.dir, NULL) == 0 ? 'y' : 'n';
                (void)!write(ready[1], &byte, 1);
                for (;;)
                        pause();
        }
        REQUIRE(read(ready[0], &byte, 1) == 1);
        EXPECT_INT(byte, 'y');
        EXPECT_INT(store_open(&f.store, f.dir, NULL), STORE_E_LOCKED);
        EXPECT_INT(store_holder(f.dir), pid);
        kill(pid, SIGKILL);
        waitpid(pid, &status, 0);
        EXPECT_INT(store_holder(f.dir), 0);
        EXPECT_INT(store_open(&f.store, f.dir, NULL), 0);
        close(ready[0]);
        close(ready[1]);
        fixture_close(&f);
}

/* ------------------------------------------------------------ formats */

static void given_format(uint32_t format)
{
        struct key key;

        begin(&f);
        (void)key_text(&key, "format", 6);
        buffer_put_u32(record_begin(f.txn), format);
        EXPECT_INT(table_put(f.txn, TABLE_META, &key, PUT_ANY), 0);
        EXPECT_INT(txn_commit(f.txn), 0);
        store_close(f.store);
        f.store = NULL;
}

TEST(a_store_of_a_newer_format_is_refused_and_left_as_it_is)
{
        struct stat before, after;
        char path[128];

        fixture_open(&f, NULL);
        given_format(STORE_FORMAT + 1);
        snprintf(path, sizeof(path), "%s/data.mdb", f.dir);
        REQUIRE(stat(path, &before) == 0);
        EXPECT_INT(store_open(&f.store, f.dir, NULL), STORE_E_NEWER_FORMAT);
        EXPECT_INT(store_check(f.dir, NULL, NULL), 1);
        REQUIRE(stat(path, &after) == 0);
        EXPECT_INT(before.st_mtim.tv_nsec, after.st_mtim.tv_nsec);
        fixture_close(&f);
}

/* An event as format 1 wrote it: without the version that was told last. */
static void given_an_event_of_format_1(void)
{
        struct blob record;
        struct buffer old = { .limit = 0 };
        struct key key;

        begin(&f);
        key_number(&key, 1);
        EXPECT_INT(txn_put_event(f.txn, &(struct event_record){ .event = 1,
                                                                .state = EVENT_LIVE,
                                                                .version = 3,
                                                                .generation = 1,
                                                                .folding = 1 }),
                   0);
        REQUIRE(table_read(f.txn, TABLE_EVENTS, &key, &record, &old) == 0);
        buffer_put(record_begin(f.txn), record.data, record.size - sizeof(uint64_t));
        EXPECT_INT(table_put(f.txn, TABLE_EVENTS, &key, PUT_ANY), 0);
        EXPECT_INT(txn_commit(f.txn), 0);
        buffer_clear(&old);
}

TEST(a_store_of_format_1_is_taken_over)
{
        struct event_record found = { 0 };
        uint32_t format = 0;

        fixture_open(&f, NULL);
        given_articles(&f, 1);
        given_an_event_of_format_1();
        given_format(1);
        REQUIRE(store_open(&f.store, f.dir, NULL) == 0);
        begin(&f);
        EXPECT_INT(meta_format(f.txn, &format), 0);
        EXPECT_INT(format, STORE_FORMAT);
        EXPECT_INT(txn_get_event(f.txn, 1, &found), 0);
        EXPECT_INT(found.told, 3);
        EXPECT_INT(settle(&f, 1), 0);
        txn_abort(f.txn);
        fixture_close(&f);
}

static int step_one(struct txn *txn)
{
        struct key key;

        (void)key_text(&key, "step one", 8);
        return number_put(txn, TABLE_META, &key, 1);
}

static int step_two(struct txn *txn)
{
        struct key key;

        (void)key_text(&key, "step one", 8);
        return table_has(txn, TABLE_META, &key);
}

TEST(an_older_store_is_migrated_step_by_step)
{
        static const struct migration steps[] = { { 8, step_two }, { 7, step_one } };
        uint32_t format = 0;

        fixture_open(&f, NULL);
        begin(&f);
        EXPECT_INT(migrate(f.txn, 7, 9, steps, 2), 0);
        EXPECT_INT(meta_format(f.txn, &format), STORE_E_NEWER_FORMAT);
        EXPECT_INT(format, 9);
        EXPECT_INT(migrate(f.txn, 6, 9, steps, 2), STORE_E_CORRUPT);
        EXPECT_INT(migrate(f.txn, 10, 9, steps, 2), STORE_E_NEWER_FORMAT);
        txn_abort(f.txn);
        fixture_close(&f);
}

/* ------------------------------------------------------------ transactions */

TEST(a_reader_sees_the_store_as_it_was)
{
        struct article_entry e;
        struct txn *before, *after;

        fixture_open(&f, NULL);
        given_articles(&f, 1);
        before = begin_read(&f);
        begin(&f);
        put(&f, an_article("late", "S", "x"), NULL);
        EXPECT_INT(txn_articles_end(before), 1);
        EXPECT_INT(txn_commit(f.txn), 0);
        after = begin_read(&f);
        EXPECT_INT(txn_articles_end(before), 1);
        EXPECT_INT(txn_get_article(before, 2, &e, &f.buffer), STORE_E_NOT_FOUND);
        EXPECT_INT(txn_articles_end(after), 2);
        EXPECT_INT(txn_get_article(after, 2, &e, &f.buffer), 0);
        txn_abort(before);
        txn_abort(after);
        fixture_close(&f);
}

TEST(a_renewed_reader_sees_what_is_new)
{
        fixture_open(&f, NULL);
        for (unsigned i = 1; i <= 3; i++) {
                struct txn *txn;

                begin(&f);
                put(&f, an_article("id", "S", i % 2 ? "A" : "B"), NULL);
                EXPECT_INT(txn_commit(f.txn), 0);
                txn = begin_read(&f);
                EXPECT_INT(txn_articles_end(txn), i);
                txn_abort(txn);
        }
        fixture_close(&f);
}

TEST(what_is_aborted_was_never_there)
{
        uint64_t number;

        fixture_open(&f, NULL);
        begin(&f);
        put(&f, an_article("id", "S", "A"), NULL);
        txn_abort(f.txn);
        begin(&f);
        EXPECT_INT(txn_articles_end(f.txn), 0);
        EXPECT_INT(txn_find_article(f.txn, "id", 2, &number), STORE_E_NOT_FOUND);
        EXPECT_INT(put(&f, an_article("id", "S", "B"), NULL), 1);
        EXPECT_INT(txn_commit(f.txn), 0);
        EXPECT_SOUND(&f);
        fixture_close(&f);
}

TEST(there_is_one_writer)
{
        struct txn *second;

        fixture_open(&f, NULL);
        begin(&f);
        EXPECT_INT(txn_begin(f.store, &second), STORE_E_BUSY);
        txn_abort(f.txn);
        begin(&f);
        txn_abort(f.txn);
        fixture_close(&f);
}

TEST(a_failure_is_sticky_and_nothing_is_written)
{
        fixture_open(&f, NULL);
        begin(&f);
        put(&f, an_article("id", "S", "A"), NULL);
        txn_fail(f.txn, -ENOMEM);
        EXPECT_INT(txn_append_feed(f.txn, 1, "{}", 2), -ENOMEM);
        EXPECT_INT(txn_commit(f.txn), -ENOMEM);
        begin(&f);
        EXPECT_INT(txn_articles_end(f.txn), 0);
        txn_abort(f.txn);
        fixture_close(&f);
}

/* ------------------------------------------------------------ steps */

TEST(a_step_is_undone_alone)
{
        struct event_record event = { .event = 1, .state = EVENT_LIVE, .follows = 5 }, out;
        uint64_t number, events[4];
        size_t n;

        fixture_open(&f, NULL);
        begin(&f);
        put(&f, an_article("kept", "S", "A"), NULL);
        EXPECT_INT(settle(&f, 1), 0);
        EXPECT_INT(txn_put_event(f.txn, &event), 0);
        EXPECT_INT(txn_set_dirty(f.txn, 1, true), 0);

        EXPECT_INT(txn_step_begin(f.txn), 0);
        put(&f, an_article("undone", "S", "A"), NULL);
        put(&f, an_article("kept", "S", "B"), NULL);
        event.follows = 9;
        EXPECT_INT(txn_put_event(f.txn, &event), 0);
        EXPECT_INT(txn_set_dirty(f.txn, 1, false), 0);
        EXPECT_INT(txn_append_feed(f.txn, 1, "{}", 2), 0);
        EXPECT_INT(txn_step_end(f.txn, false), 0);

        EXPECT_INT(txn_articles_end(f.txn), 1);
        EXPECT_INT(txn_feed_end(f.txn), 0);
        EXPECT_INT(txn_find_article(f.txn, "undone", 6, &number), STORE_E_NOT_FOUND);
        EXPECT_INT(txn_find_article(f.txn, "kept", 4, &number), 0);
        EXPECT_INT(number, 1);
        EXPECT_INT(txn_get_event(f.txn, 1, &out), 0);
        EXPECT_INT(out.follows, 5);
        EXPECT_INT(txn_list_dirty(f.txn, 0, events, 4, &n), 0);
        EXPECT_INT(n, 1);
        EXPECT_INT(put(&f, an_article("next", "S", "A"), NULL), 2);
        EXPECT_INT(txn_commit(f.txn), 0);
        fixture_close(&f);
}

TEST(a_step_that_is_kept_stays)
{
        fixture_open(&f, NULL);
        begin(&f);
        for (int i = 0; i < 3; i++) {
                EXPECT_INT(txn_step_begin(f.txn), 0);
                put(&f, an_article("id", "S", i % 2 ? "A" : "B"), NULL);
                EXPECT_INT(txn_step_end(f.txn, i != 1), 0);
        }
        /* B, the second undone, B again: a duplicate. */
        EXPECT_INT(txn_articles_end(f.txn), 1);
        EXPECT_INT(txn_commit(f.txn), 0);
        EXPECT_SOUND(&f);
        fixture_close(&f);
}

/* ------------------------------------------------------------ readers */

TEST(readers_beyond_those_there_are_are_told_busy)
{
        struct txn *txns[200];
        int n = 0, r = 0;

        fixture_open(&f, NULL);
        while (n < 200 && !(r = txn_begin_read(f.store, &txns[n])))
                n++;
        EXPECT_INT(r, STORE_E_BUSY);
        EXPECT(n > 100);
        while (n)
                txn_abort(txns[--n]);
        EXPECT_INT(txn_begin_read(f.store, &txns[0]), 0);
        txn_abort(txns[0]);
        fixture_close(&f);
}

/* Reads with LMDB alone, as a process that our lock does not know. */
static void read_and_hang(const char *dir, int ready)
{
        char said = 'n';
        MDB_env *env;
        MDB_txn *txn;

        if (mdb_env_create(&env) == 0 && mdb_env_set_maxdbs(env, N_TABLES) == 0 &&
            mdb_env_open(env, dir, MDB_RDONLY, 0) == 0 &&
            mdb_txn_begin(env, NULL, MDB_RDONLY, &txn) == 0)
                said = 'y';
        (void)!write(ready, &said, 1);
        for (;;)
                pause();
}

TEST(the_slot_of_a_killed_reader_is_cleared_at_the_next_open)
{
        int ready[2], status;
        MDB_envinfo info;
        char byte = 0;
        pid_t pid;

        fixture_open(&f, NULL);
        store_close(f.store);
        f.store = NULL;
        REQUIRE(pipe(ready) == 0);
        pid = fork();
        if (pid == 0)
                read_and_hang(f.dir, ready[1]);
        REQUIRE(read(ready[0], &byte, 1) == 1);
        EXPECT_INT(byte, 'y');
        kill(pid, SIGKILL);
        waitpid(pid, &status, 0);
        EXPECT_INT(store_open(&f.store, f.dir, NULL), 0);
        EXPECT_INT(mdb_env_info(f.store->env, &info), 0);
        EXPECT_INT(info.me_numreaders, 0);
        close(ready[0]);
        close(ready[1]);
        fixture_close(&f);
}
