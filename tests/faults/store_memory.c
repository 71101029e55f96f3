/* store_memory - the Nth allocation fails, for all N
 *
 * From the opening of a store to its close, with some batches between. A call may then give an
 * error; it may not crash, and what was acknowledged before and after must be there.
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/faults/load.h"
#include "tests/faults/memory.h"
#include "tests/folder.h"

enum { BATCHES = 4, DONE = 0, REACHED = 10 };

/* Commits what can be committed, and says what was acknowledged. */
static void write_batches(const char *dir, int acknowledge, unsigned at)
{
        struct store *store;
        uint64_t batch = 1;
        int64_t last;

        fail_at = at;
        if (store_open(&store, dir, NULL) != 0)
                _exit(REACHED);
        for (unsigned tries = 0; batch <= BATCHES && tries < 2 * BATCHES; tries++) {
                if (load_commit(store, batch) != 0)
                        continue;
                if (write(acknowledge, &batch, sizeof(batch)) != sizeof(batch))
                        _exit(1);
                batch++;
        }
        last = load_last(store);
        store_close(store);
        if (batch <= BATCHES || (last >= 0 && last != BATCHES))
                _exit(2);
        _exit(n_allocations >= fail_at ? REACHED : DONE);
}

/* DONE: there is no such allocation any more. */
static int fail_one(unsigned at, int *failed)
{
        uint64_t batch = 0, got;
        char dir[FOLDER_BYTES];
        int acks[2], status;
        pid_t pid;

        folder_make(dir);
        fflush(stdout);
        if (pipe(acks) < 0 || (pid = fork()) < 0)
                exit(1);
        if (pid == 0)
                write_batches(dir, acks[1], at);
        close(acks[1]);
        while (read(acks[0], &got, sizeof(got)) == sizeof(got))
                batch = got;
        close(acks[0]);
        waitpid(pid, &status, 0);
        *failed = !WIFEXITED(status) || (WEXITSTATUS(status) % REACHED) != 0;
        if (!*failed)
                *failed = load_verify_dir(dir, batch);
        if (*failed)
                printf("allocation %u: status %x\n", at, (unsigned)status);
        folder_remove(dir);
        return WIFEXITED(status) ? WEXITSTATUS(status) : REACHED;
}

int main(void)
{
        unsigned at = 1;
        int failures = 0, failed;

        while (at < 10000 && fail_one(at, &failed) != DONE) {
                failures += failed;
                at++;
        }
        printf("%u allocations failed, one by one\n", at - 1);
        return failures > 0 || at < 20;
}
