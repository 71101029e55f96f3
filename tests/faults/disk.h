/* disk - a disk that fails when it is told to, and remembers what was written
 *
 * Linked into a test program, it stands before the calls by which LMDB writes (pwrite, writev,
 * fdatasync, and the store's own fallocate), for the data file alone. Writes and syncs are
 * counted as steps, from 1, once disk_arm() was called.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum disk_fault {
        DISK_SOUND,
        DISK_KILL_BEFORE, /* SIGKILL to oneself before the step is done … */
        DISK_KILL_AFTER,  /* … and when it is done, before anybody knows */
        DISK_NO_SPACE,    /* ENOSPC; a sync is not spared */
        DISK_SHORT,       /* half of it is written; a sync is spared */
        DISK_IO_ERROR,    /* EIO, once; a failed sync has written nothing */
        DISK_LIE,         /* all syncs from here on say that they have, and have not */
};

/** The step at which @fault happens; DISK_NO_SPACE and DISK_LIE hold from there on. */
void disk_arm(enum disk_fault fault, unsigned step);
/** Steps since disk_arm(). */
unsigned disk_steps(void);
/** Syncs since disk_arm(). */
unsigned disk_syncs(void);

/* ------------------------------------------------------------ what was written */

struct disk_write {
        uint64_t offset;
        size_t size;
        unsigned char *data; /* NULL: all before it is on the disk */
        bool durable;        /* on the disk when the call came back */
};
/** Remembers the writes from here on. */
void disk_record(void);
const struct disk_write *disk_written(size_t *ret_n);
