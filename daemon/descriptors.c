#include "daemon/descriptors.h"

#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum { PAUSE_MS = 10 };

/* The call that this stands before has no place for a context; it is made by libzmq's thread
 * alone. */
static int kept = -1;
static atomic_uint_fast64_t turned_away;

static int open_any(void)
{
        return open("/dev/null", O_RDONLY | O_CLOEXEC);
}

int descriptors_keep_one(void)
{
        kept = open_any();
        return kept < 0 ? -errno : 0;
}

uint64_t descriptors_turned_away(void)
{
        return turned_away;
}

static void turn_away(int listener)
{
        const struct timespec pause = { .tv_nsec = PAUSE_MS * 1000000L };
        int peer;

        if (kept >= 0)
                close(kept);
        peer = (int)syscall(SYS_accept4, listener, NULL, NULL, SOCK_CLOEXEC);
        if (peer >= 0) {
                close(peer);
                turned_away++;
        }
        kept = open_any();
        /* Another thread took it: the listener would call again at once. */
        if (kept < 0)
                nanosleep(&pause, NULL);
}

/* As libc's, but for a process without descriptors: then it fails as for a peer that has gone.
 */
int accept4(int listener, struct sockaddr *address, socklen_t *size, int flags)
{
        int peer = (int)syscall(SYS_accept4, listener, address, size, flags);

        if (peer >= 0 || errno != EMFILE)
                return peer;
        turn_away(listener);
        errno = ECONNABORTED;
        return -1;
}
