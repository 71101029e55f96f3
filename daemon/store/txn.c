/* txn - transactions: begin, commit, and a step that can be undone alone
 *
 * Readers are kept when they end and renewed later, with their buffers and their slot in LMDB's
 * reader table; so is the one writer. A reader that ended pins no page.
 */
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "daemon/store/internal.h"
#include "daemon/store/txn.h"

enum {
        IDLE_MAX = 16,           /* readers kept */
        KEPT_BYTES_MAX = 1 << 20 /* a larger buffer is given back when its transaction ends */
};

struct txn *txn_new(struct store *store, bool writing)
{
        struct txn *txn = calloc(1, sizeof(*txn));

        if (!txn)
                return NULL;
        txn->store = store;
        txn->writing = writing;
        txn->plain.limit = RECORD_BYTES_MAX;
        return txn;
}

void txn_free(struct txn *txn)
{
        if (!txn)
                return;
        if (txn->mdb)
                mdb_txn_abort(txn->mdb);
        ZSTD_freeCCtx(txn->pack);
        ZSTD_freeDCtx(txn->unpack);
        buffer_clear(&txn->plain);
        buffer_clear(&txn->packed);
        buffer_clear(&txn->opened);
        buffer_clear(&txn->undo);
        free(txn);
}

static void trim(struct buffer *buffer)
{
        if (buffer->room > KEPT_BYTES_MAX)
                buffer_clear(buffer);
        buffer_reset(buffer);
}

/* The LMDB part of @txn has ended, or, for a reader, can be renewed. */
static void txn_end(struct txn *txn)
{
        struct store *store = txn->store;
        bool kept;

        trim(&txn->plain);
        trim(&txn->packed);
        trim(&txn->opened);
        trim(&txn->undo);
        txn->stepping = false;
        if (txn->writing) {
                txn->mdb = NULL;
                atomic_store(&store->writing, false);
                return;
        }
        mdb_txn_reset(txn->mdb);
        pthread_mutex_lock(&store->idle_lock);
        kept = store->n_idle < IDLE_MAX;
        if (kept) {
                txn->next = store->idle;
                store->idle = txn;
                store->n_idle++;
        }
        pthread_mutex_unlock(&store->idle_lock);
        if (!kept)
                txn_free(txn);
}

/* ------------------------------------------------------------ begin */

int txn_begin(struct store *store, struct txn **ret)
{
        struct txn *txn = store->writer;
        int r = atomic_load(&store->failed);

        if (r)
                return r;
        if (!txn)
                return -EROFS;
        if (atomic_exchange(&store->writing, true))
                return STORE_E_BUSY;
        txn->error = 0;
        r = error_from_lmdb(mdb_txn_begin(store->env, NULL, 0, &txn->mdb));
        if (r) {
                txn->mdb = NULL;
                atomic_store(&store->writing, false);
                return r;
        }
        r = meta_read_counters(txn);
        if (r) {
                mdb_txn_abort(txn->mdb);
                txn_end(txn);
                return r;
        }
        room_begin(txn);
        *ret = txn;
        return 0;
}

static struct txn *take_idle(struct store *store)
{
        struct txn *txn;

        pthread_mutex_lock(&store->idle_lock);
        txn = store->idle;
        if (txn) {
                store->idle = txn->next;
                store->n_idle--;
        }
        pthread_mutex_unlock(&store->idle_lock);
        return txn;
}

int txn_begin_read(struct store *store, struct txn **ret)
{
        struct txn *txn = take_idle(store);
        int r;

        if (txn) {
                r = mdb_txn_renew(txn->mdb);
        } else {
                txn = txn_new(store, false);
                if (!txn)
                        return -ENOMEM;
                r = mdb_txn_begin(store->env, NULL, MDB_RDONLY, &txn->mdb);
                if (r)
                        txn->mdb = NULL;
        }
        r = error_from_lmdb(r);
        txn->error = 0;
        if (!r)
                r = meta_read_counters(txn);
        if (r) {
                txn_free(txn);
                return r;
        }
        *ret = txn;
        return 0;
}

/* ------------------------------------------------------------ end */

/* Takes from memory what was not written. */
static void txn_forget(struct txn *txn)
{
        txn->counters = txn->counters_kept;
        ids_undo(txn);
}

/* LMDB gives EIO for a write that ended short, which is a full disk; errno, which it then has
 * not touched, tells that from a disk that fails. */
static int commit_to_disk(struct txn *txn)
{
        int r;

        errno = 0;
        r = mdb_txn_commit(txn->mdb);
        if (r == EIO && errno == 0)
                return STORE_E_FULL;
        r = error_from_lmdb(r);
        return r < 0 && r != -ENOMEM ? -EIO : r;
}

int txn_commit(struct txn *txn)
{
        struct store *store = txn->store;
        int r = txn->error;

        if (!txn->writing) {
                txn_end(txn);
                return r;
        }
        if (!r)
                r = lap_before_commit(txn);
        if (!r)
                r = meta_write_counters(txn);
        if (r) {
                txn_abort(txn);
                return r;
        }
        r = commit_to_disk(txn);
        /* After a failed sync nobody knows what is on the disk: the only safe thing is to
         * start again from it. */
        if (r == -EIO)
                atomic_store(&store->failed, r);
        if (r)
                txn_forget(txn);
        else
                lap_after_commit(txn);
        txn_end(txn);
        return r;
}

void txn_abort(struct txn *txn)
{
        if (!txn)
                return;
        if (txn->writing) {
                mdb_txn_abort(txn->mdb);
                txn_forget(txn);
        }
        txn_end(txn);
}

/* ------------------------------------------------------------ steps */

int txn_step_begin(struct txn *txn)
{
        if (txn->error)
                return txn->error;
        if (txn->stepping || !txn->writing)
                return txn_fail(txn, -EINVAL);
        buffer_reset(&txn->undo);
        txn->counters_before_step = txn->counters;
        txn->stepping = true;
        return 0;
}

int txn_step_end(struct txn *txn, bool keep)
{
        bool open = txn->stepping;

        txn->stepping = false;
        if (txn->error)
                return txn->error;
        if (!open)
                return txn_fail(txn, -EINVAL);
        if (keep)
                return 0;
        txn->counters = txn->counters_before_step;
        ids_undo(txn);
        return table_undo(txn);
}
