/* committer - what is acknowledged is committed, and what fails fails alone */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/clock.h"
#include "daemon/committer.h"
#include "tests/folder.h"
#include "tests/unit/test.h"

struct stage {
        char dir[FOLDER_BYTES];
        struct event_base *base;
        struct store *store;
        struct committer *committer;
        int done, aborted, woken;
};

struct write {
        struct commit_work work;
        struct stage *stage;
        char cursor[16];
        int fails_with; /* after having written */
        int result, order;
        bool visible; /* in the store when @done was called */
};

static void set_up(struct stage *stage)
{
        *stage = (struct stage){ .base = event_base_new() };
        folder_make(stage->dir);
        REQUIRE(store_open(&stage->store, stage->dir,
                           &(struct store_limits){ .bytes = 64 << 20, .free_bytes = 1 }) == 0);
        REQUIRE(committer_new(&stage->committer, stage->base, stage->store) == 0);
}

static void tear_down(struct stage *stage)
{
        committer_free(stage->committer);
        store_close(stage->store);
        event_base_free(stage->base);
        folder_remove(stage->dir);
}

/* A cursor of the name that stands at 0 is all that a write leaves. */
static bool is_written(struct stage *stage, const char *name)
{
        struct txn *txn;
        uint64_t number;
        int r;

        REQUIRE(txn_begin_read(stage->store, &txn) == 0);
        r = txn_get_cursor(txn, "test", name, &number);
        txn_abort(txn);
        return r == 0;
}

static int write_run(struct commit_work *work, struct txn *txn)
{
        struct write *write = container_of(work, struct write, work);
        int r = txn_put_cursor(txn, "test", write->cursor, 0);

        return r ? r : write->fails_with;
}

static void write_done(struct commit_work *work, int result)
{
        struct write *write = container_of(work, struct write, work);

        write->result = result;
        write->order = ++write->stage->done;
        write->visible = is_written(write->stage, write->cursor);
}

static void prepare(struct write *write, struct stage *stage, const char *cursor,
                    int fails_with)
{
        *write = (struct write){ .work = { .run = write_run, .done = write_done },
                                 .stage = stage,
                                 .fails_with = fails_with };
        snprintf(write->cursor, sizeof(write->cursor), "%s", cursor);
}

static void run_until_done(struct stage *stage, int n)
{
        while (stage->done < n)
                event_base_loop(stage->base, EVLOOP_ONCE);
}

static void note_abort(void *context)
{
        struct stage *stage = context;

        __atomic_add_fetch(&stage->aborted, 1, __ATOMIC_SEQ_CST);
}

static void note_wake(void *context)
{
        struct stage *stage = context;

        stage->woken++;
}

TEST(a_work_is_done_after_its_commit)
{
        struct stage stage;
        struct write write;

        set_up(&stage);
        prepare(&write, &stage, "a", 0);
        EXPECT_INT(committer_submit(stage.committer, &write.work), 0);
        EXPECT_INT(committer_pending(stage.committer), 1);
        run_until_done(&stage, 1);
        EXPECT_INT(write.result, 0);
        EXPECT(write.visible);
        EXPECT_INT(committer_pending(stage.committer), 0);
        tear_down(&stage);
}

TEST(works_are_done_in_order)
{
        enum { N = 500 };
        struct stage stage;
        struct write *writes = calloc(N, sizeof(*writes));

        set_up(&stage);
        for (int i = 0; i < N; i++) {
                char name[16];

                snprintf(name, sizeof(name), "c%d", i);
                prepare(&writes[i], &stage, name, 0);
                REQUIRE(committer_submit(stage.committer, &writes[i].work) == 0);
        }
        run_until_done(&stage, N);
        for (int i = 0; i < N; i++) {
                EXPECT_INT(writes[i].order, i + 1);
                EXPECT(writes[i].visible);
        }
        free(writes);
        tear_down(&stage);
}

TEST(a_work_that_fails_is_undone_alone)
{
        struct stage stage;
        struct write before, failing, after;

        set_up(&stage);
        EXPECT_INT(committer_on_abort(stage.committer, note_abort, &stage), 0);
        prepare(&before, &stage, "before", 0);
        prepare(&failing, &stage, "failing", STORE_E_INVALID);
        prepare(&after, &stage, "after", 0);
        committer_submit(stage.committer, &before.work);
        committer_submit(stage.committer, &failing.work);
        committer_submit(stage.committer, &after.work);
        run_until_done(&stage, 3);
        EXPECT_INT(before.result, 0);
        EXPECT_INT(failing.result, STORE_E_INVALID);
        EXPECT_INT(after.result, 0);
        EXPECT(before.visible && after.visible && !failing.visible);
        EXPECT_INT(stage.aborted, 1);
        tear_down(&stage);
}

static int put_article(struct commit_work *work, struct txn *txn)
{
        struct article_entry entry = { .kind = ENTRY_ARTICLE,
                                       .id = { "a", 1 },
                                       .source = { "s", 1 },
                                       .body = { "{}", 2 } };
        struct receipt receipt;

        (void)work;
        return txn_put_article(txn, &entry, &receipt);
}

TEST(whoever_watches_is_woken_by_what_changed)
{
        struct stage stage, feed_watcher = { 0 };
        struct write write;

        set_up(&stage);
        committer_watch(stage.committer, COMMIT_ARTICLES, note_wake, &stage);
        committer_watch(stage.committer, COMMIT_FEED, note_wake, &feed_watcher);
        prepare(&write, &stage, "x", 0);
        committer_submit(stage.committer, &write.work);
        run_until_done(&stage, 1);
        EXPECT_INT(stage.woken, 0);
        prepare(&write, &stage, "y", 0);
        write.work.run = put_article;
        committer_submit(stage.committer, &write.work);
        run_until_done(&stage, 2);
        EXPECT_INT(stage.woken, 1);
        EXPECT_INT(feed_watcher.woken, 0);
        EXPECT_INT(committer_ends(stage.committer)->articles, 1);
        EXPECT_INT(committer_ends(stage.committer)->jobs, 1);
        tear_down(&stage);
}

TEST(a_stopped_committer_takes_only_what_is_essential)
{
        struct stage stage;
        struct write refused, essential;

        set_up(&stage);
        committer_stop(stage.committer);
        prepare(&refused, &stage, "r", 0);
        prepare(&essential, &stage, "e", 0);
        essential.work.essential = true;
        EXPECT_INT(committer_submit(stage.committer, &refused.work), COMMITTER_E_STOPPING);
        EXPECT_INT(committer_submit(stage.committer, &essential.work), 0);
        run_until_done(&stage, 1);
        EXPECT(essential.visible);
        tear_down(&stage);
}

TEST(what_was_handed_in_is_written_before_the_end)
{
        struct stage stage;
        struct write write;

        set_up(&stage);
        prepare(&write, &stage, "last", 0);
        REQUIRE(committer_submit(stage.committer, &write.work) == 0);
        committer_free(stage.committer);
        stage.committer = NULL;
        EXPECT_INT(write.order, 1);
        EXPECT(write.visible);
        tear_down(&stage);
}

static int run_until_released(struct commit_work *work, struct txn *txn)
{
        struct write *write = container_of(work, struct write, work);

        (void)txn;
        while (!__atomic_load_n(&write->visible, __ATOMIC_SEQ_CST))
                usleep(1000);
        return 0;
}

TEST(a_work_under_way_is_progress_for_a_minute)
{
        struct stage stage;
        struct write write;
        uint64_t now_ms = clock_monotonic_ms();

        set_up(&stage);
        prepare(&write, &stage, "w", 0);
        write.work.run = run_until_released;
        committer_submit(stage.committer, &write.work);
        EXPECT(committer_progresses(stage.committer, now_ms + COMMIT_STALL_MS - 1000));
        EXPECT(!committer_progresses(stage.committer, now_ms + COMMIT_STALL_MS + 60000));
        __atomic_store_n(&write.visible, true, __ATOMIC_SEQ_CST);
        run_until_done(&stage, 1);
        tear_down(&stage);
}

TEST(an_idle_commit_thread_makes_progress)
{
        struct stage stage;
        struct write write;

        set_up(&stage);
        EXPECT(committer_progresses(stage.committer, UINT64_MAX));
        prepare(&write, &stage, "w", 0);
        committer_submit(stage.committer, &write.work);
        run_until_done(&stage, 1);
        EXPECT(committer_progresses(stage.committer, UINT64_MAX));
        tear_down(&stage);
}
