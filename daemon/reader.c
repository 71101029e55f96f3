#include "daemon/reader.h"

#include <errno.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>

#include "base/error.h"
#include "daemon/bell.h"

struct read_list {
        struct read_work *first, **last;
};

struct reader {
        struct store *store;
        struct bell *bell;
        pthread_t thread;
        bool running;
        size_t pending; /* the loop's */

        pthread_mutex_t lock; /* for the rest */
        pthread_cond_t came;
        struct read_list waiting, finished;
        bool ending;
};

static void read_list_init(struct read_list *list)
{
        *list = (struct read_list){ .last = &list->first };
}

static void read_list_add(struct read_list *list, struct read_work *work)
{
        work->next = NULL;
        *list->last = work;
        list->last = &work->next;
}

static struct read_work *read_list_take(struct read_list *list)
{
        struct read_work *work = list->first;

        if (!work)
                return NULL;
        list->first = work->next;
        if (!list->first)
                list->last = &list->first;
        return work;
}

static int run_slice(struct reader *reader, struct read_work *work)
{
        _cleanup_(txn_abortp) struct txn *txn = NULL;
        int r = txn_begin_read(reader->store, &txn);

        return r ? error_fold(r) : work->run(work, txn);
}

/* Waits for the next read; NULL: the end has come. */
static struct read_work *next_read(struct reader *reader)
{
        struct read_work *work = NULL;

        pthread_mutex_lock(&reader->lock);
        while (!reader->waiting.first && !reader->ending)
                pthread_cond_wait(&reader->came, &reader->lock);
        if (!reader->ending)
                work = read_list_take(&reader->waiting);
        pthread_mutex_unlock(&reader->lock);
        return work;
}

static void *reader_thread(void *context)
{
        struct reader *reader = context;
        struct read_work *work;

        while ((work = next_read(reader))) {
                bool again;

                work->result = run_slice(reader, work);
                again = work->result == READER_E_AGAIN;
                pthread_mutex_lock(&reader->lock);
                /* What wants another slice stands behind those that wait for their first. */
                read_list_add(again ? &reader->waiting : &reader->finished, work);
                pthread_mutex_unlock(&reader->lock);
                if (!again)
                        bell_ring(reader->bell);
        }
        return NULL;
}

static struct read_work *take_finished(struct reader *reader)
{
        struct read_work *work;

        pthread_mutex_lock(&reader->lock);
        work = read_list_take(&reader->finished);
        pthread_mutex_unlock(&reader->lock);
        return work;
}

static void reader_on_bell(void *context)
{
        struct reader *reader = context;
        struct read_work *work;

        while ((work = take_finished(reader))) {
                reader->pending--;
                work->done(work, work->result);
        }
}

int reader_new(struct reader **ret, struct event_base *base, struct store *store)
{
        _cleanup_(reader_freep) struct reader *reader = calloc(1, sizeof(*reader));
        int r;

        if (!reader)
                return -ENOMEM;
        reader->store = store;
        read_list_init(&reader->waiting);
        read_list_init(&reader->finished);
        pthread_mutex_init(&reader->lock, NULL);
        pthread_cond_init(&reader->came, NULL);
        r = bell_new(&reader->bell, base, reader_on_bell, reader);
        if (r)
                return r;
        r = pthread_create(&reader->thread, NULL, reader_thread, reader);
        if (r)
                return -r;
        reader->running = true;
        *ret = TAKE_PTR(reader);
        return 0;
}

static void cancel_waiting(struct reader *reader)
{
        struct read_work *work;

        while ((work = read_list_take(&reader->waiting)))
                work->done(work, -ECANCELED);
}

void reader_finish(struct reader *reader)
{
        if (!reader->running)
                return;
        pthread_mutex_lock(&reader->lock);
        reader->ending = true;
        pthread_cond_signal(&reader->came);
        pthread_mutex_unlock(&reader->lock);
        pthread_join(reader->thread, NULL);
        reader->running = false; /* nothing new from the last callbacks */
        reader_on_bell(reader);
        cancel_waiting(reader);
}

void reader_free(struct reader *reader)
{
        if (!reader)
                return;
        reader_finish(reader);
        bell_free(reader->bell);
        pthread_cond_destroy(&reader->came);
        pthread_mutex_destroy(&reader->lock);
        free(reader);
}

int reader_submit(struct reader *reader, struct read_work *work)
{
        if (!reader->running || reader->pending >= READ_QUEUE_MAX)
                return READER_E_FULL;
        reader->pending++;
        pthread_mutex_lock(&reader->lock);
        read_list_add(&reader->waiting, work);
        pthread_cond_signal(&reader->came);
        pthread_mutex_unlock(&reader->lock);
        return 0;
}
