/* child_spawn - see child_spawn.h */
#include "daemon/child_spawn.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/pidfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/macros.h"

enum { CHANNEL_FD = 3 };

static void fd_close(int fd)
{
        close(fd);
}

static void fd_closep(int *fd)
{
        if (*fd >= 0)
                fd_close(*fd);
}

/* posix_spawn() runs these in the new process, one after the other: both of ours are above 3
 * or at 3 by chance, and the pipe has been moved before 3 is overwritten. */
static int add_descriptors(posix_spawn_file_actions_t *actions, int channel, int words)
{
        int r;

        r = posix_spawn_file_actions_addopen(actions, STDIN_FILENO, "/dev/null", O_RDWR, 0);
        if (!r)
                r = posix_spawn_file_actions_adddup2(actions, STDIN_FILENO, STDOUT_FILENO);
        if (!r)
                r = posix_spawn_file_actions_adddup2(actions, words, STDERR_FILENO);
        if (!r)
                r = posix_spawn_file_actions_adddup2(actions, channel, CHANNEL_FD);
        if (!r)
                r = posix_spawn_file_actions_addclosefrom_np(actions, CHANNEL_FD + 1);
        return r;
}

static int add_signals(posix_spawnattr_t *attributes)
{
        sigset_t none, all;
        int r;

        sigemptyset(&none);
        sigfillset(&all);
        r = posix_spawnattr_setsigmask(attributes, &none);
        if (!r)
                r = posix_spawnattr_setsigdefault(attributes, &all);
        if (!r)
                r = posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGMASK |
                                                                 POSIX_SPAWN_SETSIGDEF |
                                                                 POSIX_SPAWN_SETPGROUP);
        return r;
}

static int spawn(pid_t *ret, const char *path, char *const *argv, int channel, int words)
{
        static char *const no_environment[] = { NULL };
        posix_spawn_file_actions_t actions;
        posix_spawnattr_t attributes;
        int r;

        r = posix_spawn_file_actions_init(&actions);
        if (r)
                return -r;
        r = posix_spawnattr_init(&attributes);
        if (!r) {
                r = add_descriptors(&actions, channel, words);
                if (!r)
                        r = add_signals(&attributes);
                if (!r)
                        r = posix_spawn(ret, path, &actions, &attributes, argv, no_environment);
                posix_spawnattr_destroy(&attributes);
        }
        posix_spawn_file_actions_destroy(&actions);
        return -r;
}

/* @ours is non-blocking, @theirs is not. */
static int open_pair(int *ours, int *theirs)
{
        int fds[2];

        if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, fds) < 0)
                return -errno;
        *ours = fds[0];
        *theirs = fds[1];
        return fcntl(*ours, F_SETFL, O_NONBLOCK) < 0 ? -errno : 0;
}

/* The writing end does not block either: a worker that floods it loses words, not time. */
static int open_pipe(int *ours, int *theirs)
{
        int fds[2];

        if (pipe2(fds, O_CLOEXEC | O_NONBLOCK) < 0)
                return -errno;
        *ours = fds[0];
        *theirs = fds[1];
        return 0;
}

static void end_now(pid_t pid)
{
        siginfo_t info;

        kill(pid, SIGKILL);
        while (waitid(P_PID, (id_t)pid, &info, WEXITED) < 0 && errno == EINTR)
                ;
}

int child_spawn(struct child_process *ret, const char *path, int nice, uint64_t memory_bytes)
{
        _cleanup_(fd_closep) int channel = -1, channel_there = -1, words = -1, words_there = -1;
        char memory_option[48], nice_option[32];
        char *argv[] = { (char *)"parallax-worker", memory_option, nice_option, NULL };
        int pidfd, r;
        pid_t pid;

        snprintf(memory_option, sizeof(memory_option), "--memory=%llu",
                 (unsigned long long)memory_bytes);
        snprintf(nice_option, sizeof(nice_option), "--nice=%d", nice);
        r = open_pair(&channel, &channel_there);
        if (!r)
                r = open_pipe(&words, &words_there);
        if (!r)
                r = spawn(&pid, path, argv, channel_there, words_there);
        if (r)
                return r;
        /* The process cannot be reaped, nor its number used again, before we wait for it. */
        pidfd = pidfd_open(pid, PIDFD_NONBLOCK);
        if (pidfd < 0) {
                r = -errno;
                end_now(pid);
                return r;
        }
        *ret = (struct child_process){ pid, pidfd, TAKE_FD(channel), TAKE_FD(words) };
        return 0;
}

uint64_t child_cpu_ms(pid_t pid)
{
        struct timespec used;
        clockid_t clock;

        if (clock_getcpuclockid(pid, &clock) || clock_gettime(clock, &used))
                return 0;
        return (uint64_t)used.tv_sec * 1000 + (uint64_t)used.tv_nsec / 1000000;
}

uint64_t child_resident_bytes(pid_t pid)
{
        unsigned long long whole, resident;
        char path[48], text[128];
        _cleanup_(fd_closep) int fd = -1;
        ssize_t n;

        snprintf(path, sizeof(path), "/proc/%d/statm", (int)pid);
        fd = open(path, O_RDONLY | O_CLOEXEC);
        n = fd < 0 ? -1 : read(fd, text, sizeof(text) - 1);
        if (n <= 0)
                return 0;
        text[n] = '\0';
        if (sscanf(text, "%llu %llu", &whole, &resident) != 2)
                return 0;
        return resident * (uint64_t)sysconf(_SC_PAGESIZE);
}
