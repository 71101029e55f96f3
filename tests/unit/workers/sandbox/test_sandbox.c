/* The sandbox from inside: a worker that is taken over tries what it must not, and is killed.
 */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/macros.h"
#include "tests/unit/test.h"
#include "workers/sandbox.h"

enum { STATUS_NOT_ENTERED = 90, STATUS_REFUSED, STATUS_WENT_THROUGH };

/* As the daemon does: to a file, the limit of its size would hold. */
static void give_last_words_a_pipe(void)
{
        int fds[2];

        if (pipe(fds) < 0 || dup2(fds[1], STDERR_FILENO) < 0)
                _exit(STATUS_NOT_ENTERED);
}

/* Runs @attempt in a process that has entered, and gives what waitpid() says of it. A call that
 * returns an error was refused, which is weaker than what is asked. */
static int after_entering(long (*attempt)(void))
{
        const struct sandbox_limits limits = { .memory_bytes = 256 << 20 };
        pid_t pid = fork();
        unsigned layers;
        int status;

        REQUIRE(pid >= 0);
        if (pid == 0) {
                give_last_words_a_pipe();
                if (sandbox_enter(&limits, &layers))
                        _exit(STATUS_NOT_ENTERED);
                _exit(attempt() < 0 ? STATUS_REFUSED : STATUS_WENT_THROUGH);
        }
        REQUIRE(waitpid(pid, &status, 0) == pid);
        return status;
}

static bool was_killed(int status)
{
        if (WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS)
                return true;
        /* The sanitizers' runtime may ask, and is told no. */
        return PARALLAX_SANITIZED && WIFEXITED(status) && WEXITSTATUS(status) == STATUS_REFUSED;
}

static long try_open(void)
{
        return open("/etc/passwd", O_RDONLY);
}

static long try_openat2(void)
{
        return syscall(SYS_openat2, AT_FDCWD, "/etc/passwd", NULL, 0);
}

static long try_socket(void)
{
        return socket(AF_INET, SOCK_STREAM, 0);
}

static long try_socketpair(void)
{
        int fds[2];

        return socketpair(AF_UNIX, SOCK_STREAM, 0, fds);
}

static long try_ptrace(void)
{
        return ptrace(PTRACE_TRACEME, 0, NULL, NULL);
}

static long try_kill(void)
{
        return kill(getppid(), 0);
}

static long try_kill_by_thread(void)
{
        return syscall(SYS_tgkill, 1, 1, 0);
}

static long try_fork(void)
{
        return fork();
}

static long try_thread(void)
{
        return syscall(SYS_clone3, NULL, 0);
}

static long try_execve(void)
{
        char *argv[] = { (char *)"true", NULL };

        return execve("/bin/true", argv, argv + 1);
}

static long try_dup(void)
{
        return dup(2);
}

static long try_other_descriptor(void)
{
        char byte;

        return read(0, &byte, 1);
}

static long try_write_elsewhere(void)
{
        return write(1, "x", 1);
}

static long try_executable_memory(void)
{
        return mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) ==
                               MAP_FAILED
                       ? -1
                       : 0;
}

static long try_making_memory_executable(void)
{
        void *page =
                mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

        return mprotect(page, 4096, PROT_READ | PROT_EXEC);
}

static long try_mapping_a_file(void)
{
        return mmap(NULL, 4096, PROT_READ, MAP_SHARED, 3, 0) == MAP_FAILED ? -1 : 0;
}

static long try_io_uring(void)
{
        return syscall(SYS_io_uring_setup, 8, NULL);
}

static long try_unlink(void)
{
        return unlink("/nonexistent");
}

static long try_raising_limits(void)
{
        const struct rlimit limit = { 16, 16 };

        return setrlimit(RLIMIT_NOFILE, &limit);
}

static long try_a_32_bit_call(void)
{
#ifdef __x86_64__
        long r = 20; /* getpid of i386, read by a filter of x86-64 as something harmless */

        __asm__ volatile("int $0x80" : "+a"(r) : : "memory", "r8", "r9", "r10", "r11");
        return r;
#else
        return kill(getppid(), 0);
#endif
}

TEST(what_a_worker_must_not_do_kills_it)
{
        static const struct {
                const char *name;
                long (*attempt)(void);
        } rows[] = {
                { "open", try_open },
                { "openat2", try_openat2 },
                { "socket", try_socket },
                { "socketpair", try_socketpair },
                { "ptrace", try_ptrace },
                { "kill", try_kill },
                { "tgkill of another", try_kill_by_thread },
                { "fork", try_fork },
                { "clone3", try_thread },
                { "execve", try_execve },
                { "dup", try_dup },
                { "read of another descriptor", try_other_descriptor },
                { "write to another descriptor", try_write_elsewhere },
                { "executable memory", try_executable_memory },
                { "memory made executable", try_making_memory_executable },
                { "mapping a file", try_mapping_a_file },
                { "io_uring", try_io_uring },
                { "unlink", try_unlink },
                { "raising limits", try_raising_limits },
                { "a 32-bit call", try_a_32_bit_call },
        };

        for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
                int status = after_entering(rows[i].attempt);

                if (!was_killed(status))
                        test_fail(__FILE__, __LINE__, "%s: not killed, status %#x",
                                  rows[i].name, status);
        }
}

static void expect_goes_through(const char *name, long (*work)(void))
{
        int status = after_entering(work);

        if (!WIFEXITED(status) || WEXITSTATUS(status) != STATUS_WENT_THROUGH)
                test_fail(__FILE__, __LINE__, "%s: status %#x", name, status);
}

static long allocate_and_free(void)
{
        for (size_t size = 16; size < 64u << 20; size *= 2) {
                char *block = malloc(size);

                if (!block)
                        return -1;
                memset(block, 1, size);
                block = realloc(block, size * 2);
                free(block);
        }
        return 0;
}

static long speak(void)
{
        return fprintf(stderr, "last words\n");
}

TEST(honest_work_goes_through)
{
        expect_goes_through("allocating", allocate_and_free);
        expect_goes_through("last words", speak);
}

#if !PARALLAX_SANITIZED
static long allocate_too_much(void)
{
        return malloc(512 << 20) ? 0 : -1;
}

TEST(memory_beyond_the_limit_is_refused)
{
        int status = after_entering(allocate_too_much);

        EXPECT(WIFEXITED(status) && WEXITSTATUS(status) == STATUS_REFUSED);
}

static long fail_an_assertion(void)
{
        abort();
}

TEST(an_assertion_ends_as_abort_and_not_as_a_breach)
{
        int status = after_entering(fail_an_assertion);

        EXPECT(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
}
#endif

TEST(the_layers_have_names)
{
        char text[64];

        sandbox_describe(SANDBOX_NO_NEW_PRIVS | SANDBOX_RLIMITS | SANDBOX_SECCOMP, text,
                         sizeof(text));
        EXPECT_STR(text, "no_new_privs rlimits seccomp");
        sandbox_describe(0, text, sizeof(text));
        EXPECT_STR(text, "");
}
