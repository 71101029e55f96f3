#include "tests/faults/disk.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

/* One disk a process: the calls that it stands before have no place for a context. */
static struct {
        enum disk_fault fault;
        unsigned at, steps, syncs;
        bool lying, recording;
        struct disk_write *writes;
        size_t n_writes, room;
} disk;

void disk_arm(enum disk_fault fault, unsigned step)
{
        disk.fault = fault;
        disk.at = step;
        disk.steps = disk.syncs = 0;
        disk.lying = false;
}

unsigned disk_steps(void)
{
        return disk.steps;
}

unsigned disk_syncs(void)
{
        return disk.syncs;
}

void disk_record(void)
{
        disk.recording = true;
}

const struct disk_write *disk_written(size_t *ret_n)
{
        *ret_n = disk.n_writes;
        return disk.writes;
}

/* ------------------------------------------------------------ */

static bool is_data(int fd)
{
        char link[64], path[512];
        ssize_t n;

        snprintf(link, sizeof(link), "/proc/self/fd/%d", fd);
        n = readlink(link, path, sizeof(path));
        return n > 9 && memcmp(path + n - 9, "/data.mdb", 9) == 0;
}

static void note(uint64_t offset, const void *data, size_t size, bool durable)
{
        struct disk_write *w;

        if (!disk.recording)
                return;
        if (disk.n_writes == disk.room) {
                disk.room = disk.room ? 2 * disk.room : 1024;
                disk.writes = realloc(disk.writes, disk.room * sizeof(*disk.writes));
                if (!disk.writes)
                        abort();
        }
        w = &disk.writes[disk.n_writes++];
        *w = (struct disk_write){ .offset = offset, .size = size, .durable = durable };
        if (!data)
                return;
        w->data = malloc(size);
        if (!w->data)
                abort();
        memcpy(w->data, data, size);
}

/* What happens at this step. */
static enum disk_fault next_step(void)
{
        disk.steps++;
        if (disk.fault == DISK_LIE && disk.steps >= disk.at)
                disk.lying = true;
        if (disk.fault == DISK_NO_SPACE && disk.steps >= disk.at)
                return DISK_NO_SPACE;
        if (disk.fault == DISK_LIE || disk.steps != disk.at)
                return DISK_SOUND;
        if (disk.fault == DISK_KILL_BEFORE)
                raise(SIGKILL);
        return disk.fault;
}

static void step_done(enum disk_fault fault)
{
        if (fault == DISK_KILL_AFTER)
                raise(SIGKILL);
}

static ssize_t write_one(int fd, const void *data, size_t size, off_t offset)
{
        enum disk_fault fault = next_step();
        ssize_t n;

        if (fault == DISK_NO_SPACE || fault == DISK_IO_ERROR) {
                errno = fault == DISK_NO_SPACE ? ENOSPC : EIO;
                return -1;
        }
        if (fault == DISK_SHORT)
                size /= 2;
        n = syscall(SYS_pwrite64, fd, data, size, offset);
        if (n > 0)
                note((uint64_t)offset, data, (size_t)n,
                     !disk.lying && (fcntl(fd, F_GETFL) & O_DSYNC) == O_DSYNC);
        step_done(fault);
        return n;
}

/* ------------------------------------------------------------ the calls */

ssize_t pwrite(int fd, const void *data, size_t size, off_t offset)
{
        if (is_data(fd))
                return write_one(fd, data, size, offset);
        return syscall(SYS_pwrite64, fd, data, size, offset);
}

/* As one write at the file's place, so that it can be torn in one way as in another. */
ssize_t writev(int fd, const struct iovec *parts, int n_parts)
{
        size_t size = 0, at = 0;
        unsigned char *all;
        ssize_t n;
        off_t offset;

        if (!is_data(fd))
                return syscall(SYS_writev, fd, parts, n_parts);
        for (int i = 0; i < n_parts; i++)
                size += parts[i].iov_len;
        all = malloc(size);
        offset = lseek(fd, 0, SEEK_CUR);
        if (!all || offset < 0)
                abort();
        for (int i = 0; i < n_parts; at += parts[i++].iov_len)
                memcpy(all + at, parts[i].iov_base, parts[i].iov_len);
        n = write_one(fd, all, size, offset);
        free(all);
        if (n > 0)
                lseek(fd, offset + n, SEEK_SET);
        return n;
}

int fdatasync(int fd)
{
        enum disk_fault fault;
        int r;

        if (!is_data(fd))
                return (int)syscall(SYS_fdatasync, fd);
        disk.syncs++;
        fault = next_step();
        if (fault == DISK_NO_SPACE || fault == DISK_IO_ERROR) {
                errno = fault == DISK_NO_SPACE ? ENOSPC : EIO;
                return -1;
        }
        r = (int)syscall(SYS_fdatasync, fd);
        if (!disk.lying)
                note(0, NULL, 0, true);
        step_done(fault);
        return r;
}

int fallocate(int fd, int mode, off_t offset, off_t size)
{
        if (is_data(fd) && disk.fault == DISK_NO_SPACE && disk.steps + 1 >= disk.at) {
                errno = ENOSPC;
                return -1;
        }
        return (int)syscall(SYS_fallocate, fd, mode, offset, size);
}
