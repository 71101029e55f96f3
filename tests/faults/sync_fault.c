/* sync_fault - a disk whose syncs are slow, or fail once; preloaded into the daemon
 *
 * PARALLAX_SYNC_FAULT names a folder. While it holds `slow`, each sync takes five seconds; the
 * first sync that finds `eio` takes it away and gives EIO.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { SLOW_S = 5 };

int fdatasync(int fd)
{
        const char *folder = getenv("PARALLAX_SYNC_FAULT");
        char path[512];

        if (folder) {
                snprintf(path, sizeof(path), "%s/slow", folder);
                if (access(path, F_OK) == 0)
                        sleep(SLOW_S);
                snprintf(path, sizeof(path), "%s/eio", folder);
                if (unlink(path) == 0) {
                        errno = EIO;
                        return -1;
                }
        }
        return (int)syscall(SYS_fdatasync, fd);
}
