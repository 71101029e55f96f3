/* sync_fault - a disk whose syncs are slow, or fail once, and a clock that steps; preloaded
 * into the daemon
 *
 * PARALLAX_SYNC_FAULT names a folder. While it holds `slow`, each sync takes five seconds; the
 * first sync that finds `eio` takes it away and gives EIO. The first commit that finds
 * `committed` takes it away and is the last thing that the process does: its meta page is
 * written, nobody was told. While it holds `ahead` or `behind`, the time of day is an hour more
 * or less.
 */
#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum { SLOW_S = 5, STEP_S = 3600, META_PAGES_BYTES = 8192, META_BYTES_MAX = 512 };

static bool find(const char *name, bool take)
{
        const char *folder = getenv("PARALLAX_SYNC_FAULT");
        char path[512];

        if (!folder)
                return false;
        snprintf(path, sizeof(path), "%s/%s", folder, name);
        return (take ? unlink(path) : access(path, F_OK)) == 0;
}

int fdatasync(int fd)
{
        if (find("slow", false))
                sleep(SLOW_S);
        if (find("eio", true)) {
                errno = EIO;
                return -1;
        }
        return (int)syscall(SYS_fdatasync, fd);
}

ssize_t pwrite(int fd, const void *data, size_t size, off_t offset)
{
        ssize_t n = syscall(SYS_pwrite64, fd, data, size, offset);

        if (offset < META_PAGES_BYTES && size < META_BYTES_MAX && find("committed", true))
                raise(SIGKILL);
        return n;
}

ssize_t pwrite64(int fd, const void *data, size_t size, off_t offset)
        __attribute__((alias("pwrite")));

int clock_gettime(clockid_t id, struct timespec *now)
{
        int r = (int)syscall(SYS_clock_gettime, id, now);

        if (id == CLOCK_REALTIME && find("ahead", false))
                now->tv_sec += STEP_S;
        if (id == CLOCK_REALTIME && find("behind", false))
                now->tv_sec -= STEP_S;
        return r;
}
