/* sandbox - no_new_privs, resource limits, and a list of the system calls that are left
 *
 * The list is what glibc's allocator and plain reading and writing need. Each call stands with
 * its reason; arguments are checked where a call could do more than that.
 */
#include <errno.h>
#include <fcntl.h>
#include <seccomp.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/macros.h"
#include "workers/sandbox.h"

enum { WORDS_FD = 2, CHANNEL_FD = 3 };

/* Calls that are harmless whatever their arguments are. */
static const int plain_calls[] = {
        SCMP_SYS(munmap),
        SCMP_SYS(brk),
        SCMP_SYS(mremap),
        SCMP_SYS(madvise), /* the allocator gives memory back */
        SCMP_SYS(futex),   /* stdio's locks, even in one thread */
        SCMP_SYS(exit),
        SCMP_SYS(exit_group),
        SCMP_SYS(rt_sigreturn),
        SCMP_SYS(restart_syscall), /* a read that SIGSTOP and SIGCONT interrupted */
        SCMP_SYS(clock_gettime),   /* where the vDSO has no clock */
        SCMP_SYS(rt_sigprocmask),
        SCMP_SYS(getpid),
        SCMP_SYS(gettid), /* abort() */
#if PARALLAX_SANITIZED
        SCMP_SYS(sched_yield),
        SCMP_SYS(sigaltstack),
        SCMP_SYS(rt_sigaction),
        SCMP_SYS(getrandom),
        SCMP_SYS(prctl),
        SCMP_SYS(getrusage),
        SCMP_SYS(sysinfo),
        SCMP_SYS(getrlimit),
        SCMP_SYS(prlimit64),
#endif
};

#if PARALLAX_SANITIZED
/* The runtime tries these when it reports: refused, it reports without names of functions. */
static const int refused_calls[] = {
        SCMP_SYS(openat),      SCMP_SYS(open),  SCMP_SYS(readlink),   SCMP_SYS(readlinkat),
        SCMP_SYS(stat),        SCMP_SYS(fstat), SCMP_SYS(newfstatat), SCMP_SYS(ioctl),
        SCMP_SYS(pipe),        SCMP_SYS(pipe2), SCMP_SYS(close),      SCMP_SYS(access),
        SCMP_SYS(personality),
};
#endif

static int limit_resources(const struct sandbox_limits *limits)
{
        const struct {
                __rlimit_resource_t what;
                rlim_t most;
        } rows[] = {
                { RLIMIT_NOFILE, 0 }, /* those open stay open; no new ones */
                { RLIMIT_NPROC, 0 },
                { RLIMIT_CORE, 0 }, /* a core would hold an article, and cost a disk */
                { RLIMIT_FSIZE, 0 },
                { RLIMIT_AS, limits->memory_bytes },
        };

        for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
                struct rlimit limit = { rows[i].most, rows[i].most };

                if (rows[i].what == RLIMIT_AS && (PARALLAX_SANITIZED || !rows[i].most))
                        continue;
                if (setrlimit(rows[i].what, &limit) < 0)
                        return -errno;
        }
        return 0;
}

/* Memory that can be executed is never needed again once all libraries are loaded. */
static int allow_memory(scmp_filter_ctx filter)
{
        const struct scmp_arg_cmp no_exec = SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0);
        const struct scmp_arg_cmp no_file =
                SCMP_A3(SCMP_CMP_MASKED_EQ, MAP_ANONYMOUS, MAP_ANONYMOUS);
        int r;

        r = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 2, no_exec, no_file);
        if (r)
                return r;
        return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1, no_exec);
}

static int allow_channel(scmp_filter_ctx filter)
{
        const struct {
                int call;
                unsigned fd;
        } rows[] = {
                { SCMP_SYS(read), CHANNEL_FD },
                { SCMP_SYS(write), CHANNEL_FD },
                { SCMP_SYS(write), WORDS_FD },
                { SCMP_SYS(writev), WORDS_FD },
        };
        int r = 0;

        for (size_t i = 0; i < ARRAY_SIZE(rows) && !r; i++)
                r = seccomp_rule_add(filter, SCMP_ACT_ALLOW, rows[i].call, 1,
                                     SCMP_A0_32(SCMP_CMP_EQ, rows[i].fd, 0));
        return r;
}

/* abort() sends a signal to itself; nobody else can be meant. */
static int allow_abort(scmp_filter_ctx filter)
{
        return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1,
                                SCMP_A0_32(SCMP_CMP_EQ, (uint32_t)getpid(), 0));
}

static int allow_all(scmp_filter_ctx filter)
{
        int r = 0;

        for (size_t i = 0; i < ARRAY_SIZE(plain_calls) && !r; i++)
                r = seccomp_rule_add(filter, SCMP_ACT_ALLOW, plain_calls[i], 0);
#if PARALLAX_SANITIZED
        for (size_t i = 0; i < ARRAY_SIZE(refused_calls) && !r; i++)
                r = seccomp_rule_add(filter, SCMP_ACT_ERRNO(EACCES), refused_calls[i], 0);
#endif
        if (!r)
                r = allow_memory(filter);
        if (!r)
                r = allow_channel(filter);
        if (!r)
                r = allow_abort(filter);
        return r;
}

static int filter_calls(void)
{
        scmp_filter_ctx filter = seccomp_init(SCMP_ACT_KILL_PROCESS);
        int r;

        if (!filter)
                return -ENOMEM;
        r = allow_all(filter);
        /* The kernel's own word on why a filter was refused, not libseccomp's. */
        if (!r)
                r = seccomp_attr_set(filter, SCMP_FLTATR_API_SYSRAWRC, 1);
        if (!r)
                r = seccomp_load(filter);
        seccomp_release(filter);
        return r;
}

int sandbox_enter(const struct sandbox_limits *limits, unsigned *ret_layers)
{
        int r;

        if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0)
                return -errno;
        /* Neither ptrace() by another worker of the same user, nor a core. */
        if (!PARALLAX_SANITIZED && prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) < 0)
                return -errno;
        r = limit_resources(limits);
        if (!r)
                r = filter_calls();
        if (r)
                return r;
        *ret_layers = SANDBOX_NO_NEW_PRIVS | SANDBOX_RLIMITS | SANDBOX_SECCOMP;
        return 0;
}

void sandbox_describe(unsigned layers, char *out, size_t room)
{
        static const struct {
                unsigned layer;
                const char *name;
        } names[] = {
                { SANDBOX_NO_NEW_PRIVS, "no_new_privs" },
                { SANDBOX_RLIMITS, "rlimits" },
                { SANDBOX_SECCOMP, "seccomp" },
                { SANDBOX_LANDLOCK, "landlock" },
        };
        size_t used = 0;

        if (room)
                out[0] = '\0';
        for (size_t i = 0; i < ARRAY_SIZE(names) && used < room; i++)
                if (layers & names[i].layer)
                        used += (size_t)snprintf(out + used, room - used, "%s%s",
                                                 used ? " " : "", names[i].name);
}
