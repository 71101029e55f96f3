/* lock - one process to a store
 *
 * LMDB's own lock file is made for many processes; ours says that there is one, and which. It
 * is taken before LMDB sees the folder. flock() ends with the process, however that ends, so
 * a pid that was left behind means nothing without the lock.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "daemon/store/internal.h"

enum {
        TRIES = 5, /* another's look at the holder has the lock for an instant */
        PAUSE_NS = 10 * 1000 * 1000,
        PATH_BYTES_MAX = 4096,
};

static void pause_shortly(void)
{
        nanosleep(&(struct timespec){ .tv_nsec = PAUSE_NS }, NULL);
}

static int lock_open(const char *dir, int flags)
{
        char path[PATH_BYTES_MAX];
        int fd;

        if (snprintf(path, sizeof(path), "%s/lock", dir) >= (int)sizeof(path))
                return -ENAMETOOLONG;
        fd = open(path, flags | O_CLOEXEC | O_NOFOLLOW, 0640);
        return fd < 0 ? -errno : fd;
}

static int lock_try(int fd, int how)
{
        for (int i = 0; i < TRIES; i++) {
                if (flock(fd, how | LOCK_NB) == 0)
                        return 0;
                if (errno != EWOULDBLOCK && errno != EINTR)
                        return -errno;
                pause_shortly();
        }
        return STORE_E_LOCKED;
}

static int write_pid(int fd)
{
        char pid[16];
        int n = snprintf(pid, sizeof(pid), "%d\n", (int)getpid());

        if (ftruncate(fd, 0) < 0 || pwrite(fd, pid, (size_t)n, 0) != n)
                return errno ? -errno : -EIO;
        return 0;
}

int lock_take(const char *dir, bool read_only, int *ret_fd)
{
        int fd = lock_open(dir, O_RDWR | (read_only ? 0 : O_CREAT));
        int r;

        /* A backup may lie where nothing can be written. */
        if (read_only && (fd == -EACCES || fd == -EROFS))
                fd = lock_open(dir, O_RDONLY);
        if (read_only && fd == -ENOENT) {
                *ret_fd = -1;
                return 0;
        }
        if (fd < 0)
                return fd;
        r = lock_try(fd, LOCK_EX);
        if (!r && !read_only)
                r = write_pid(fd);
        if (r) {
                close(fd);
                return r == -ENOSPC ? STORE_E_FULL : r;
        }
        *ret_fd = fd;
        return 0;
}

void lock_release(int fd)
{
        if (fd < 0)
                return;
        (void)!ftruncate(fd, 0); /* fails on one that was opened for reading: no matter */
        close(fd);
}

int store_holder(const char *dir)
{
        char text[16] = "";
        int fd = lock_open(dir, O_RDONLY), pid = 0;

        if (fd < 0)
                return 0;
        for (int i = 0; i < TRIES && !pid; i++) {
                if (flock(fd, LOCK_SH | LOCK_NB) == 0)
                        break;
                if (pread(fd, text, sizeof(text) - 1, 0) > 0)
                        pid = atoi(text);
                else
                        pause_shortly(); /* it has the lock, and is about to write */
        }
        close(fd);
        return pid;
}
