#include "daemon/notify.h"

#include <stdint.h>
#include <stdio.h>
#include <systemd/sd-daemon.h>
#include <time.h>

void notify_ready(const char *status)
{
        (void)sd_notifyf(0, "READY=1\nSTATUS=%s", status);
}

void notify_reloading(void)
{
        struct timespec now;

        clock_gettime(CLOCK_MONOTONIC, &now);
        (void)sd_notifyf(0, "RELOADING=1\nMONOTONIC_USEC=%llu",
                         (unsigned long long)now.tv_sec * 1000000 +
                                 (unsigned long long)now.tv_nsec / 1000);
}

void notify_status(const char *status)
{
        (void)sd_notifyf(0, "STATUS=%s", status);
}

void notify_stopping(void)
{
        (void)sd_notify(0, "STOPPING=1\nSTATUS=Stopping: committing what was taken in");
}

bool notify_watched(void)
{
        uint64_t usec;

        return sd_watchdog_enabled(0, &usec) > 0;
}

void notify_alive(void)
{
        (void)sd_notify(0, "WATCHDOG=1");
}
