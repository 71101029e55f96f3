/* Room: the quota, the reserve, and a full disk */
#include <errno.h>
#include <signal.h>
#include <sys/resource.h>

#include "daemon/store/internal.h"
#include "tests/unit/daemon/store/fixture.h"

#define MIB ((uint64_t)1 << 20)

static struct fixture f;
static const struct store_limits tiny = { .bytes = 8 << 20, .reserve_bytes = 2 << 20 };

/* Bytes that do not pack. */
static void noise(char *out, size_t size)
{
        uint64_t state = 88172645463325252ULL;

        for (size_t i = 0; i < size; i++) {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                out[i] = (char)state;
        }
}

/* Puts articles of 3 KB until one is refused; gives how many were taken. */
static unsigned fill(unsigned from, int *ret)
{
        char id[32], body[3000];
        struct receipt receipt;
        unsigned n = from;
        int r = 0;

        noise(body, sizeof(body));
        while (!r) {
                begin(&f);
                for (unsigned i = 0; !r && i < 16; i++, n += !r) {
                        struct article_entry e;

                        snprintf(id, sizeof(id), "a%u", n);
                        e = an_article(id, "S", id);
                        e.body = (struct blob){ body, sizeof(body) };
                        r = txn_put_article(f.txn, &e, &receipt);
                }
                EXPECT_INT(txn_commit(f.txn), 0);
        }
        *ret = r;
        return n - from;
}

TEST(articles_are_refused_when_the_quota_is_used_but_for_the_reserve)
{
        struct store_figures figures;
        int r;

        fixture_open(&f, &tiny);
        EXPECT(fill(1, &r) > 100);
        EXPECT_INT(r, STORE_E_FULL);
        EXPECT_INT(store_figures(f.store, &figures), 0);
        EXPECT(figures.used_bytes < 6 * MIB);
        EXPECT_INT(figures.quota_bytes, 8 * MIB);
        EXPECT_SOUND(&f);
        fixture_close(&f);
}

TEST(a_refusal_is_not_a_failure_of_the_transaction)
{
        uint64_t end;
        int r;

        fixture_open(&f, &tiny);
        fill(1, &r);
        begin(&f);
        end = txn_articles_end(f.txn);
        EXPECT_INT(txn_append_feed(f.txn, 1, "{}", 2), 0);
        EXPECT_INT(txn_articles_end(f.txn), end);
        EXPECT_INT(txn_commit(f.txn), 0);
        fixture_close(&f);
}

TEST(a_duplicate_is_answered_by_a_full_store)
{
        enum receipt_status status;
        int r;

        fixture_open(&f, &tiny);
        fill(1, &r);
        begin(&f);
        EXPECT_INT(put(&f, an_article("a1", "S", "a1"), &status), 1);
        EXPECT_INT(status, RECEIPT_DUPLICATE);
        txn_abort(f.txn);
        fixture_close(&f);
}

TEST(every_job_of_a_full_store_can_be_settled_and_published)
{
        static char extraction[6000];
        struct settled s = { .kind = SETTLED_RESULT, .signature = text_blob("signature") };
        unsigned n;
        int r;

        noise(extraction, sizeof(extraction));
        s.extraction = (struct blob){ extraction, sizeof(extraction) };
        fixture_open(&f, &tiny);
        n = fill(1, &r);
        for (unsigned i = 1; i <= n; i++) {
                begin(&f);
                s.number = i;
                EXPECT_INT(txn_put_settled(f.txn, &s), 0);
                EXPECT_INT(txn_append_feed(f.txn, i, extraction, 500), 0);
                EXPECT_INT(txn_commit(f.txn), 0);
        }
        EXPECT_SOUND(&f);
        fixture_close(&f);
}

TEST(intake_goes_on_when_space_is_back)
{
        static char entry[4000];
        unsigned n, more;
        int r;

        noise(entry, sizeof(entry));
        fixture_open(&f, &tiny);
        begin(&f);
        for (uint64_t i = 1; i <= 300; i++)
                EXPECT_INT(txn_append_feed(f.txn, i, entry, sizeof(entry)), 0);
        EXPECT_INT(txn_commit(f.txn), 0);
        n = fill(1, &r);
        EXPECT_INT(r, STORE_E_FULL);
        begin(&f);
        EXPECT_INT(txn_trim_feed(f.txn, 301, 300), 0);
        EXPECT_INT(txn_commit(f.txn), 0);
        more = fill(n + 1, &r);
        EXPECT(more > 40);
        EXPECT_SOUND(&f);
        fixture_close(&f);
}

TEST(the_file_is_allocated_ahead_by_the_reserve)
{
        struct stat file;
        char path[128];

        fixture_open(&f, &(struct store_limits){ .reserve_bytes = 4 << 20 });
        begin(&f);
        txn_abort(f.txn);
        snprintf(path, sizeof(path), "%s/data.mdb", f.dir);
        REQUIRE(stat(path, &file) == 0);
        EXPECT((uint64_t)file.st_blocks * 512 >= 4 * MIB);
        EXPECT(file.st_size < (off_t)MIB);
        fixture_close(&f);
}

/* A write that the kernel cuts short is what a full disk looks like to LMDB. */
TEST(a_commit_that_cannot_be_written_is_full_and_the_store_goes_on)
{
        struct rlimit old, cut;
        struct stat file;
        char path[128];
        static char raw[4 << 20];
        struct article_entry e = an_article("big", "S", "big");
        struct receipt receipt;

        noise(raw, sizeof(raw));
        e.raw = (struct blob){ raw, sizeof(raw) };
        fixture_open(&f, NULL);
        given_articles(&f, 3);
        snprintf(path, sizeof(path), "%s/data.mdb", f.dir);
        REQUIRE(stat(path, &file) == 0);
        REQUIRE(getrlimit(RLIMIT_FSIZE, &old) == 0);
        signal(SIGXFSZ, SIG_IGN);
        cut = old;
        cut.rlim_cur = (rlim_t)file.st_size + 10000;
        begin(&f);
        EXPECT_INT(txn_put_article(f.txn, &e, &receipt), 0);
        setrlimit(RLIMIT_FSIZE, &cut);
        EXPECT_INT(txn_commit(f.txn), STORE_E_FULL);
        setrlimit(RLIMIT_FSIZE, &old);
        begin(&f);
        EXPECT_INT(txn_articles_end(f.txn), 3);
        EXPECT_INT(txn_put_article(f.txn, &e, &receipt), 0);
        EXPECT_INT(txn_commit(f.txn), 0);
        EXPECT_SOUND(&f);
        fixture_close(&f);
}

TEST(a_full_map_is_full_and_the_store_goes_on)
{
        static char raw[4 << 20];
        struct article_entry e = an_article("big", "S", "big");
        struct receipt receipt;
        MDB_envinfo info;

        noise(raw, sizeof(raw));
        e.raw = (struct blob){ raw, sizeof(raw) };
        fixture_open(&f, NULL);
        given_articles(&f, 3);
        EXPECT_INT(mdb_env_info(f.store->env, &info), 0);
        EXPECT_INT(mdb_env_set_mapsize(f.store->env, (info.me_last_pgno + 100) * 4096), 0);
        begin(&f);
        EXPECT_INT(txn_put_article(f.txn, &e, &receipt), STORE_E_FULL);
        EXPECT_INT(txn_append_feed(f.txn, 1, "{}", 2), STORE_E_FULL);
        EXPECT_INT(txn_commit(f.txn), STORE_E_FULL);
        begin(&f);
        put(&f, an_article("small", "S", "small"), NULL);
        EXPECT_INT(txn_commit(f.txn), 0);
        EXPECT_INT(mdb_env_set_mapsize(f.store->env, info.me_mapsize), 0);
        begin(&f);
        EXPECT_INT(txn_put_article(f.txn, &e, &receipt), 0);
        EXPECT_INT(txn_commit(f.txn), 0);
        EXPECT_SOUND(&f);
        fixture_close(&f);
}

TEST(a_reserve_as_large_as_the_quota_is_refused)
{
        struct store *store;

        EXPECT_INT(store_open(&store, "/tmp/never",
                              &(struct store_limits){ .bytes = 2 << 20,
                                                      .reserve_bytes = 2 << 20 }),
                   -EINVAL);
}
