/* committer - the commit thread: see the header for what it promises
 *
 * Three owners. The lock guards the two lists and the figures; what is under "the loop's" is
 * touched by the loop thread alone, what is under "the thread's" by the commit thread alone.
 */
#include "daemon/committer.h"

#include <assert.h>
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>

#include "base/clock.h"
#include "base/error.h"
#include "daemon/bell.h"

enum { COMMIT_HOOKS_MAX = 4 };

struct work_list {
        struct commit_work *first, **last;
        size_t n;
};

struct watch {
        unsigned changes;
        void (*wake)(void *context);
        void *context;
};

struct hook {
        void (*call)(void *context);
        void *context;
};

struct commit_figures {
        uint64_t commits, works, failures; /* since the start */
        uint64_t last_ms, longest_ms;      /* a batch, from its begin to its commit's end */
};

struct committer {
        struct store *store;
        struct bell *bell;
        pthread_t thread;
        bool running;

        pthread_mutex_t lock;
        pthread_cond_t came;
        struct work_list waiting, finished;
        struct commit_ends committed;
        struct commit_figures figures;
        uint64_t busy_since_ms; /* 0: nothing to do */
        int error;              /* it is broken */
        bool ending;

        /* the loop's */
        struct commit_ends ends;
        size_t pending;
        bool stopping, told_broken;
        struct watch watches[COMMIT_WATCHES_MAX];
        size_t n_watches;
        void (*broken)(void *context, int error);
        void *broken_context;

        /* the thread's, once the first work is handed in */
        struct hook hooks[COMMIT_HOOKS_MAX];
        size_t n_hooks;
};

static void work_list_init(struct work_list *list)
{
        *list = (struct work_list){ .last = &list->first };
}

static void work_list_add(struct work_list *list, struct commit_work *work)
{
        work->next = NULL;
        *list->last = work;
        list->last = &work->next;
        list->n++;
}

static struct commit_work *work_list_take(struct work_list *list)
{
        struct commit_work *work = list->first;

        if (!work)
                return NULL;
        list->first = work->next;
        if (!list->first)
                list->last = &list->first;
        list->n--;
        return work;
}

/* Moves all of @from behind @to. */
static void work_list_move(struct work_list *to, struct work_list *from)
{
        if (!from->first)
                return;
        *to->last = from->first;
        to->last = from->last;
        to->n += from->n;
        work_list_init(from);
}

/* ------------------------------------------------------------ the commit thread */

static void call_aborted(struct committer *c)
{
        for (size_t i = 0; i < c->n_hooks; i++)
                c->hooks[i].call(c->hooks[i].context);
}

static int run_work(struct committer *c, struct commit_work *work, struct txn *txn)
{
        int r, ended;

        if (work->harmless)
                return work->run(work, txn);
        r = txn_step_begin(txn);
        if (r)
                return r;
        r = work->run(work, txn);
        ended = txn_step_end(txn, r == 0);
        if (r || ended)
                call_aborted(c);
        return r ? r : ended;
}

static struct commit_work *next_work(struct committer *c, const struct work_list *batch,
                                     uint64_t begun_ms)
{
        struct commit_work *work;

        if (batch->n >= COMMIT_BATCH_MAX)
                return NULL;
        if (batch->n > 0 && clock_monotonic_ms() - begun_ms >= COMMIT_BATCH_MS)
                return NULL;
        pthread_mutex_lock(&c->lock);
        work = work_list_take(&c->waiting);
        pthread_mutex_unlock(&c->lock);
        return work;
}

static void read_ends(struct txn *txn, struct commit_ends *ret)
{
        ret->articles = txn_articles_end(txn);
        ret->linked = txn_linked_end(txn);
        ret->feed = txn_feed_end(txn);
        ret->jobs = txn_count_jobs(txn);
}

/* One transaction with all that has gathered, and what gathers while it runs. */
static int run_batch(struct committer *c, struct work_list *batch, struct commit_ends *ends)
{
        _cleanup_(txn_abortp) struct txn *txn = NULL;
        uint64_t begun_ms = clock_monotonic_ms();
        struct commit_work *work;
        int r = c->error ? c->error : txn_begin(c->store, &txn);

        while ((work = next_work(c, batch, begun_ms))) {
                work->result = r ? r : run_work(c, work, txn);
                work_list_add(batch, work);
        }
        if (r)
                return r;
        read_ends(txn, ends);
        r = txn_commit(TAKE_PTR(txn));
        if (!r)
                return 0;
        call_aborted(c);
        for (work = batch->first; work; work = work->next)
                work->result = r;
        return r;
}

/* After a failed sync the kernel may have thrown the pages away: trying again could report
 * success for bytes that are on no disk. */
static bool error_is_final(int r)
{
        return r == -EIO || r == STORE_E_CORRUPT;
}

static void hand_back(struct committer *c, struct work_list *batch, int r,
                      const struct commit_ends *ends, uint64_t took_ms)
{
        pthread_mutex_lock(&c->lock);
        c->figures.commits++;
        c->figures.works += batch->n;
        c->figures.failures += r != 0;
        c->figures.last_ms = took_ms;
        if (took_ms > c->figures.longest_ms)
                c->figures.longest_ms = took_ms;
        if (!r)
                c->committed = *ends;
        else if (!c->error && error_is_final(r))
                c->error = r;
        c->busy_since_ms = c->waiting.first ? clock_monotonic_ms() : 0;
        work_list_move(&c->finished, batch);
        pthread_mutex_unlock(&c->lock);
        bell_ring(c->bell);
}

/* False: the end has come, and nothing waits. */
static bool wait_for_work(struct committer *c)
{
        bool found;

        pthread_mutex_lock(&c->lock);
        while (!c->waiting.first && !c->ending)
                pthread_cond_wait(&c->came, &c->lock);
        found = c->waiting.first != NULL;
        pthread_mutex_unlock(&c->lock);
        return found;
}

static void *committer_thread(void *context)
{
        struct committer *c = context;

        while (wait_for_work(c)) {
                uint64_t begun_ms = clock_monotonic_ms();
                struct commit_ends ends;
                struct work_list batch;
                int r;

                work_list_init(&batch);
                r = run_batch(c, &batch, &ends);
                hand_back(c, &batch, r, &ends, clock_monotonic_ms() - begun_ms);
        }
        return NULL;
}

/* ------------------------------------------------------------ the loop */

static unsigned changes_between(const struct commit_ends *a, const struct commit_ends *b)
{
        unsigned changes = COMMIT_ANY;

        if (a->articles != b->articles)
                changes |= COMMIT_ARTICLES;
        if (a->feed != b->feed)
                changes |= COMMIT_FEED;
        if (a->jobs != b->jobs)
                changes |= COMMIT_JOBS;
        return changes;
}

static void wake_watches(struct committer *c, unsigned changes)
{
        for (size_t i = 0; i < c->n_watches; i++) {
                if (c->watches[i].changes & changes)
                        c->watches[i].wake(c->watches[i].context);
        }
}

static void committer_on_bell(void *context)
{
        struct committer *c = context;
        struct work_list finished;
        struct commit_work *work;
        unsigned changes;
        int error;

        work_list_init(&finished);
        pthread_mutex_lock(&c->lock);
        work_list_move(&finished, &c->finished);
        changes = changes_between(&c->ends, &c->committed);
        c->ends = c->committed;
        error = c->error;
        pthread_mutex_unlock(&c->lock);

        while ((work = work_list_take(&finished))) {
                c->pending--;
                work->done(work, work->result);
        }
        wake_watches(c, changes);
        if (error && !c->told_broken && c->broken) {
                c->told_broken = true;
                c->broken(c->broken_context, error);
        }
}

static int read_first_ends(struct committer *c)
{
        _cleanup_(txn_abortp) struct txn *txn = NULL;
        int r = txn_begin_read(c->store, &txn);

        if (r)
                return r;
        read_ends(txn, &c->ends);
        c->committed = c->ends;
        return 0;
}

int committer_new(struct committer **ret, struct event_base *base, struct store *store)
{
        _cleanup_(committer_freep) struct committer *c = calloc(1, sizeof(*c));
        int r;

        if (!c)
                return -ENOMEM;
        c->store = store;
        work_list_init(&c->waiting);
        work_list_init(&c->finished);
        pthread_mutex_init(&c->lock, NULL);
        pthread_cond_init(&c->came, NULL);
        r = read_first_ends(c);
        if (r)
                return error_fold(r);
        r = bell_new(&c->bell, base, committer_on_bell, c);
        if (r)
                return r;
        r = pthread_create(&c->thread, NULL, committer_thread, c);
        if (r)
                return -r;
        c->running = true;
        *ret = TAKE_PTR(c);
        return 0;
}

void committer_finish(struct committer *c)
{
        if (!c->running)
                return;
        pthread_mutex_lock(&c->lock);
        c->ending = true;
        pthread_cond_signal(&c->came);
        pthread_mutex_unlock(&c->lock);
        pthread_join(c->thread, NULL);
        c->running = false; /* nothing new from the last callbacks */
        c->n_watches = 0;
        committer_on_bell(c);
}

void committer_free(struct committer *c)
{
        if (!c)
                return;
        committer_finish(c);
        bell_free(c->bell);
        pthread_cond_destroy(&c->came);
        pthread_mutex_destroy(&c->lock);
        free(c);
}

int committer_submit(struct committer *c, struct commit_work *work)
{
        bool first;

        assert(work->run && work->done);
        if (!c->running || (c->stopping && !work->essential))
                return COMMITTER_E_STOPPING;
        if (c->pending >= COMMIT_QUEUE_MAX && !work->essential)
                return COMMITTER_E_FULL;
        c->pending++;
        pthread_mutex_lock(&c->lock);
        if (!c->busy_since_ms)
                c->busy_since_ms = clock_monotonic_ms();
        first = !c->waiting.first;
        work_list_add(&c->waiting, work);
        pthread_mutex_unlock(&c->lock);
        /* Behind the lock, which the thread takes as it wakes. */
        if (first)
                pthread_cond_signal(&c->came);
        return 0;
}

void committer_stop(struct committer *c)
{
        c->stopping = true;
}

int committer_watch(struct committer *c, unsigned changes, void (*wake)(void *context),
                    void *context)
{
        if (c->n_watches == COMMIT_WATCHES_MAX)
                return -ENOSPC;
        c->watches[c->n_watches++] = (struct watch){ changes, wake, context };
        return 0;
}

int committer_on_abort(struct committer *c, void (*aborted)(void *context), void *context)
{
        if (c->n_hooks == COMMIT_HOOKS_MAX)
                return -ENOSPC;
        c->hooks[c->n_hooks++] = (struct hook){ aborted, context };
        return 0;
}

void committer_on_broken(struct committer *c, void (*broken)(void *context, int error),
                         void *context)
{
        c->broken = broken;
        c->broken_context = context;
}

const struct commit_ends *committer_ends(const struct committer *c)
{
        return &c->ends;
}

size_t committer_pending(const struct committer *c)
{
        return c->pending;
}

int committer_status(struct committer *c, json_t *into)
{
        struct commit_figures f;

        pthread_mutex_lock(&c->lock);
        f = c->figures;
        pthread_mutex_unlock(&c->lock);
        return json_object_set_new(
                into, "commit",
                json_pack("{s:I,s:I,s:I,s:I,s:I,s:I}", "commits", (json_int_t)f.commits,
                          "works", (json_int_t)f.works, "failures", (json_int_t)f.failures,
                          "pending", (json_int_t)c->pending, "last_ms", (json_int_t)f.last_ms,
                          "longest_ms", (json_int_t)f.longest_ms));
}

bool committer_progresses(struct committer *c, uint64_t now_ms)
{
        bool fine;

        pthread_mutex_lock(&c->lock);
        fine = !c->busy_since_ms || now_ms < c->busy_since_ms + COMMIT_STALL_MS;
        pthread_mutex_unlock(&c->lock);
        return fine;
}
