/* room - how much may still be added
 *
 * Three bounds, looked at before a thing is added that did not have to be (an article, a
 * retraction, a requeue): the quota, less a reserve; the disk's free space, less what is left
 * to others; and the blocks of the data file. The reserve is a promise to what must go on when
 * nothing more is taken in (settling jobs, publishing, deleting), so it grows with the jobs
 * that wait, and it is more than a number: its blocks are allocated ahead of the file's end, so
 * that another program that fills the disk cannot take it. That, too, is why a write within it
 * does not end short.
 *
 * The quota counts pages in use. The file itself may become longer, as LMDB uses freed pages
 * again only when no reader sees them and a large value needs a run of them; the map is
 * therefore larger than the quota.
 */
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

#include "daemon/store/internal.h"

#define MIB ((uint64_t)1 << 20)

enum {
        JOB_BYTES = 8 << 10, /* promised to each job that waits */
        PUT_PAGES = 2,       /* pages that a write copies on its way down, on average */
};

static uint64_t least(uint64_t a, uint64_t b)
{
        return a < b ? a : b;
}

static uint64_t most(uint64_t a, uint64_t b)
{
        return a > b ? a : b;
}

int room_init(struct store *store, const struct store_limits *limits)
{
        struct room *room = &store->room;
        struct statvfs disk;
        struct stat file;
        MDB_stat stat;
        uint64_t size;
        int r;

        room->limits = *limits;
        r = mdb_env_get_fd(store->env, &room->fd);
        if (!r)
                r = mdb_env_stat(store->env, &stat);
        if (r)
                return error_from_lmdb(r);
        if (fstatvfs(room->fd, &disk) < 0 || fstat(room->fd, &file) < 0)
                return -errno;
        room->allocated = (uint64_t)file.st_blocks * 512;
        room->page_bytes = stat.ms_psize;
        size = (uint64_t)disk.f_blocks * disk.f_frsize;
        if (!room->limits.free_bytes)
                room->limits.free_bytes = least(256 * MIB, size / 32);
        if (!room->limits.reserve_bytes)
                room->limits.reserve_bytes =
                        most(MIB, least(64 * MIB, least(size, room->limits.bytes) / 16));
        return 0;
}

uint64_t room_used(struct txn *txn)
{
        uint64_t pages = 0;
        MDB_stat stat;

        /* 0 and 1 are LMDB's own tables: free pages, and the names of ours. */
        for (MDB_dbi dbi = 0; dbi < 2; dbi++)
                if (mdb_stat(txn->mdb, dbi, &stat) == 0)
                        pages += stat.ms_branch_pages + stat.ms_leaf_pages +
                                 stat.ms_overflow_pages;
        for (unsigned t = 0; t < N_TABLES; t++)
                if (mdb_stat(txn->mdb, txn->store->dbi[t], &stat) == 0)
                        pages += stat.ms_branch_pages + stat.ms_leaf_pages +
                                 stat.ms_overflow_pages;
        return pages * txn->store->room.page_bytes;
}

static uint64_t promised(struct txn *txn)
{
        return txn->store->room.limits.reserve_bytes + table_count(txn, TABLE_JOBS) * JOB_BYTES;
}

/* Makes the blocks up to @wanted ours, @spare beyond them if they are to be had. */
static bool allocate(struct txn *txn, uint64_t wanted, uint64_t spare, uint64_t keep_free)
{
        struct room *room = &txn->store->room;
        uint64_t more, from;

        if (wanted <= room->allocated)
                return true;
        more = wanted + spare - room->allocated;
        if (more + keep_free > txn->room.disk_free)
                return spare ? allocate(txn, wanted, 0, keep_free) : false;
        /* From the start once, for holes; some file systems look at every page on the way. */
        from = room->filled ? room->allocated : 0;
        if (fallocate(room->fd, FALLOC_FL_KEEP_SIZE, (off_t)from,
                      (off_t)(wanted + spare - from)) < 0) {
                /* A file system that cannot do it leaves us with what statvfs says. */
                if (errno != EOPNOTSUPP && errno != ENOSYS)
                        return spare ? allocate(txn, wanted, 0, keep_free) : false;
        }
        txn->room.disk_free -= more;
        room->allocated = wanted + spare;
        room->filled = true;
        return true;
}

void room_begin(struct txn *txn)
{
        struct room *room = &txn->store->room;
        struct statvfs disk;
        MDB_envinfo info;

        mdb_env_info(txn->store->env, &info);
        txn->room.file_end = ((uint64_t)info.me_last_pgno + 1) * room->page_bytes;
        txn->room.disk_free = 0;
        if (fstatvfs(room->fd, &disk) == 0)
                txn->room.disk_free = (uint64_t)disk.f_bavail * disk.f_frsize;
        /* Take the promised blocks as early as possible, others' free space or not. */
        (void)allocate(txn, txn->room.file_end + promised(txn), 0, 0);
}

void room_take(struct txn *txn, size_t value_size)
{
        uint32_t page_bytes = txn->store->room.page_bytes;

        txn->room.file_end += record_cost(page_bytes, sizeof(uint64_t), value_size);
        txn->room.file_end += PUT_PAGES * page_bytes;
}

int room_for(struct txn *txn, size_t bytes)
{
        struct room *room = &txn->store->room;
        uint64_t promise = promised(txn) + JOB_BYTES;
        uint64_t cost = bytes + (2 + PUT_PAGES) * (uint64_t)room->page_bytes;
        uint64_t spare = most(MIB, least(64 * MIB, room->allocated / 8));

        if (room_used(txn) + cost + promise > room->limits.bytes)
                return STORE_E_FULL;
        if (txn->room.disk_free < room->limits.free_bytes)
                return STORE_E_FULL;
        if (!allocate(txn, txn->room.file_end + cost + promise, spare, room->limits.free_bytes))
                return STORE_E_FULL;
        return 0;
}
