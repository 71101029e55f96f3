/* store - opening and closing the one LMDB environment
 *
 * In this order: the folder, our lock, LMDB, the readers that a killed process left, the
 * format, the tables. Nothing is written into a store of a newer format.
 */
#include "daemon/store/store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "daemon/store/internal.h"
#include "daemon/store/txn.h"

enum { READERS_MAX = 126 };

static const uint64_t quota_default = (uint64_t)64 << 30;
static const uint64_t quota_least = (uint64_t)1 << 20;

DEFINE_CLEANUP(char *, free);

static struct store *store_new(void)
{
        struct store *store = calloc(1, sizeof(*store));

        if (!store)
                return NULL;
        store->lock_fd = -1;
        pthread_mutex_init(&store->idle_lock, NULL);
        pthread_mutex_init(&store->recent_lock, NULL);
        return store;
}

/* ------------------------------------------------------------ the folder */

static int sync_folder(const char *dir)
{
        int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        int r;

        if (fd < 0)
                return -errno;
        r = fsync(fd) < 0 ? -errno : 0;
        close(fd);
        return r;
}

static int sync_parent(const char *dir)
{
        _cleanup_(freep) char *path = NULL;

        if (asprintf(&path, "%s/..", dir) < 0)
                return -ENOMEM;
        return sync_folder(path);
}

static int make_folder(const char *dir)
{
        if (mkdir(dir, 0750) == 0)
                return sync_parent(dir);
        return errno == EEXIST ? 0 : -errno;
}

/* ------------------------------------------------------------ LMDB */

/* LMDB leaves its descriptor open to programs that are exec'd; a worker must not have it. */
static int keep_from_children(MDB_env *env)
{
        int fd;
        int r = mdb_env_get_fd(env, &fd);

        return r ? r : fcntl(fd, F_SETFD, FD_CLOEXEC) < 0 ? errno : 0;
}

static int env_open(struct store *store, const char *dir, const struct store_limits *limits)
{
        unsigned flags = MDB_NOTLS;
        int dead;
        int r = mdb_env_create(&store->env);

        if (!r)
                r = mdb_env_set_maxdbs(store->env, N_TABLES);
        if (!r)
                r = mdb_env_set_maxreaders(store->env, READERS_MAX);
        /* Only addresses: the file grows as it is written. Twice the quota, see room.c. */
        if (!r && !limits->read_only)
                r = mdb_env_set_mapsize(store->env, 2 * limits->bytes + ((size_t)1 << 30));
        /* A store that is only read is ours by the lock: LMDB's lock file is not needed. */
        if (limits->read_only)
                flags |= MDB_RDONLY | MDB_NOLOCK;
        if (!r)
                r = mdb_env_open(store->env, dir, flags, 0640);
        if (!r && !limits->read_only)
                r = mdb_reader_check(store->env, &dead);
        if (!r)
                r = keep_from_children(store->env);
        return error_from_lmdb(r);
}

static int open_tables(struct store *store, struct txn *txn, unsigned flags)
{
        int r = 0;

        for (unsigned t = 0; !r && t < N_TABLES; t++)
                r = mdb_dbi_open(txn->mdb, table_names[t], flags, &store->dbi[t]);
        return r == MDB_NOTFOUND ? STORE_E_CORRUPT : error_from_lmdb(r);
}

static int open_old(struct store *store, struct txn *txn)
{
        uint32_t format;
        int r;

        r = mdb_dbi_open(txn->mdb, table_names[TABLE_META], 0, &store->dbi[TABLE_META]);
        if (r)
                return r == MDB_NOTFOUND ? STORE_E_CORRUPT : error_from_lmdb(r);
        r = meta_format(txn, &format);
        /* What a migration fills has to be there; today's tables must have been. */
        if (!r)
                r = open_tables(store, txn,
                                format < STORE_FORMAT && txn->writing ? MDB_CREATE : 0);
        if (!r)
                r = meta_open(txn, format);
        return r ? r : ids_load(txn);
}

/* The first transaction: format, tables, migration. */
static int open_within(struct store *store, struct txn *txn, bool fresh)
{
        int r = mdb_txn_begin(store->env, NULL, txn->writing ? 0 : MDB_RDONLY, &txn->mdb);

        if (r) {
                txn->mdb = NULL;
                return error_from_lmdb(r);
        }
        if (fresh) {
                r = open_tables(store, txn, MDB_CREATE);
                if (!r)
                        r = meta_create(txn);
        } else {
                r = open_old(store, txn);
        }
        if (r)
                return r; /* txn_free() aborts */
        r = error_from_lmdb(mdb_txn_commit(txn->mdb));
        txn->mdb = NULL;
        return r;
}

static int open_env(struct store *store, const char *dir, const struct store_limits *limits,
                    bool fresh)
{
        struct txn *first;
        int r = env_open(store, dir, limits);

        if (!r)
                r = room_init(store, limits);
        if (r)
                return r;
        first = txn_new(store, !limits->read_only);
        if (!first)
                return -ENOMEM;
        r = open_within(store, first, fresh);
        if (r || limits->read_only)
                txn_free(first);
        else
                store->writer = first;
        return r;
}

/* ------------------------------------------------------------ a new store */

/* A store comes to be whole, by a rename: what a crash leaves of one that was being made is in
 * a folder of its own, and is thrown away. */
static int make_store_in(const char *dir, const char *nursery,
                         const struct store_limits *limits)
{
        _cleanup_(store_closep) struct store *store = store_new();
        _cleanup_(freep) char *born = NULL, *home = NULL;
        int r;

        if (!store || asprintf(&born, "%s/data.mdb", nursery) < 0 ||
            asprintf(&home, "%s/data.mdb", dir) < 0)
                return -ENOMEM;
        (void)unlink(born);
        r = open_env(store, nursery, limits, true);
        if (r)
                return r;
        r = rename(born, home) < 0 ? -errno : 0;
        return r ? r : sync_folder(dir);
}

static int make_store(const char *dir, const struct store_limits *limits)
{
        _cleanup_(freep) char *data = NULL, *nursery = NULL, *lock = NULL;
        struct stat file;
        int r;

        if (asprintf(&data, "%s/data.mdb", dir) < 0 || asprintf(&nursery, "%s/new", dir) < 0 ||
            asprintf(&lock, "%s/lock.mdb", nursery) < 0)
                return -ENOMEM;
        if (stat(data, &file) == 0 || errno != ENOENT)
                return 0;
        r = make_folder(nursery);
        if (!r)
                r = make_store_in(dir, nursery, limits);
        (void)unlink(lock);
        (void)rmdir(nursery);
        return r;
}

/* ------------------------------------------------------------ open and close */

int store_open(struct store **ret, const char *dir, const struct store_limits *limits)
{
        struct store_limits wanted = limits ? *limits : (struct store_limits){ 0 };
        _cleanup_(store_closep) struct store *store = NULL;
        int r;

        wanted.bytes = wanted.bytes ? wanted.bytes : quota_default;
        if (wanted.bytes < quota_least || wanted.bytes > SIZE_MAX / 4 ||
            wanted.reserve_bytes >= wanted.bytes)
                return -EINVAL;
        store = store_new();
        if (!store)
                return -ENOMEM;
        r = wanted.read_only ? 0 : make_folder(dir);
        if (!r)
                r = lock_take(dir, wanted.read_only, &store->lock_fd);
        if (!r && !wanted.read_only)
                r = make_store(dir, &wanted);
        if (!r)
                r = open_env(store, dir, &wanted, false);
        if (r)
                return r;
        *ret = TAKE_PTR(store);
        return 0;
}

void store_close(struct store *store)
{
        struct txn *txn;

        if (!store)
                return;
        txn_free(store->writer);
        while ((txn = store->idle)) {
                store->idle = txn->next;
                txn_free(txn);
        }
        ids_close(store);
        if (store->env)
                mdb_env_close(store->env);
        lock_release(store->lock_fd);
        pthread_mutex_destroy(&store->recent_lock);
        pthread_mutex_destroy(&store->idle_lock);
        free(store);
}

const char *store_id(const struct store *store)
{
        return store->id;
}

int store_figures(struct store *store, struct store_figures *ret)
{
        struct statvfs disk = { 0 };
        struct txn *txn;
        int r = txn_begin_read(store, &txn);

        if (r)
                return r;
        (void)fstatvfs(store->room.fd, &disk);
        *ret = (struct store_figures){
                .articles = txn->counters.articles_end,
                .linked = txn->counters.linked_end,
                .jobs = table_count(txn, TABLE_JOBS),
                .events = table_count(txn, TABLE_EVENTS),
                .dirty = table_count(txn, TABLE_DIRTY),
                .feed_start = txn->counters.feed_start,
                .feed_end = txn->counters.feed_end,
                .dead = table_count(txn, TABLE_DEAD),
                .cursors = table_count(txn, TABLE_CURSORS),
                .used_bytes = room_used(txn),
                .quota_bytes = store->room.limits.bytes,
                .disk_free_bytes = (uint64_t)disk.f_bavail * disk.f_frsize,
        };
        txn_abort(txn);
        return 0;
}
