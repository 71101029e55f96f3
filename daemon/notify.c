/* notify - see the header
 *
 * The protocol is one datagram; sd_notify() would send it too, but waits without end when the
 * manager does not read, and the loop with it.
 */
#include "daemon/notify.h"

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <systemd/sd-daemon.h>
#include <time.h>
#include <unistd.h>

enum {
        NOTIFY_BYTES_MAX = 512,
        NOTIFY_WAIT_S = 2, /* for what must not be missed */
};

/* The length of the address, 0: there is none. */
static socklen_t notify_address(struct sockaddr_un *ret)
{
        const char *name = getenv("NOTIFY_SOCKET");
        size_t size = name ? strlen(name) : 0;

        *ret = (struct sockaddr_un){ .sun_family = AF_UNIX };
        if (size < 2 || size >= sizeof(ret->sun_path) || (name[0] != '/' && name[0] != '@'))
                return 0;
        memcpy(ret->sun_path, name, size);
        if (name[0] == '@')
                ret->sun_path[0] = '\0';
        return (socklen_t)(offsetof(struct sockaddr_un, sun_path) + size);
}

static void notify(const char *message, bool important)
{
        static const struct timeval wait = { NOTIFY_WAIT_S, 0 };
        struct sockaddr_un address;
        socklen_t size = notify_address(&address);
        int fd = size ? socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0) : -1;

        if (fd < 0)
                return;
        (void)setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &wait, sizeof(wait));
        (void)!sendto(fd, message, strlen(message),
                      MSG_NOSIGNAL | (important ? 0 : MSG_DONTWAIT),
                      (struct sockaddr *)&address, size);
        close(fd);
}

static void notify_with_status(const char *state, const char *status, bool important)
{
        char message[NOTIFY_BYTES_MAX];

        snprintf(message, sizeof(message), "%sSTATUS=%s", state, status);
        notify(message, important);
}

void notify_ready(const char *status)
{
        notify_with_status("READY=1\n", status, true);
}

void notify_reloading(void)
{
        char message[NOTIFY_BYTES_MAX];
        struct timespec now;

        clock_gettime(CLOCK_MONOTONIC, &now);
        snprintf(message, sizeof(message), "RELOADING=1\nMONOTONIC_USEC=%llu",
                 (unsigned long long)now.tv_sec * 1000000 +
                         (unsigned long long)now.tv_nsec / 1000);
        notify(message, false);
}

void notify_reloaded(const char *status)
{
        notify_with_status("READY=1\n", status, false);
}

void notify_status(const char *status)
{
        notify_with_status("", status, false);
}

void notify_stopping(void)
{
        notify_with_status("STOPPING=1\n", "Stopping: committing what was taken in", true);
}

bool notify_watched(void)
{
        uint64_t usec;

        return sd_watchdog_enabled(0, &usec) > 0;
}

void notify_alive(void)
{
        notify("WATCHDOG=1", false);
}
