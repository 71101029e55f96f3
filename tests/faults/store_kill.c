/* store_kill - a writer killed at random, and at every step of a commit
 *
 *     store_kill random [COUNT]    kills at random times, on one store that grows
 *     store_kill steps             before and after each write and sync, each on a new store
 *
 * The writer says over a pipe which batches were acknowledged. After each kill the store must
 * be sound, hold all of them, and go on.
 */
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "tests/faults/disk.h"
#include "tests/faults/load.h"
#include "tests/folder.h"

struct plan {
        enum disk_fault fault;
        unsigned step;      /* of the batches after the first */
        uint64_t n_batches; /* 0: without end */
        unsigned kill_us; /* the parent kills so long after the first acknowledgement; 0: not */
};

static void write_batches(const char *dir, int acknowledge, const struct plan *plan)
{
        struct store *store;
        uint64_t batch, last;

        if (store_open(&store, dir, NULL) != 0)
                _exit(3);
        batch = (uint64_t)load_last(store) + 1;
        last = plan->n_batches ? batch + plan->n_batches : UINT64_MAX;
        for (uint64_t first = batch; batch <= last; batch++) {
                if (batch == first + 1)
                        disk_arm(plan->fault, plan->step);
                if (load_commit(store, batch) != 0)
                        _exit(4);
                if (write(acknowledge, &batch, sizeof(batch)) != sizeof(batch))
                        _exit(5);
        }
        store_close(store);
        _exit(0);
}

/* Gives the last batch that was acknowledged; *@status is the writer's end. */
static uint64_t run_writer(const char *dir, const struct plan *plan, int *status)
{
        uint64_t batch = 0, got;
        int acks[2];
        pid_t pid;

        if (pipe(acks) < 0 || (pid = fork()) < 0)
                exit(1);
        if (pid == 0) {
                close(acks[0]);
                write_batches(dir, acks[1], plan);
        }
        close(acks[1]);
        if (plan->kill_us) {
                (void)poll(&(struct pollfd){ .fd = acks[0], .events = POLLIN }, 1, 10000);
                nanosleep(&(struct timespec){ .tv_nsec = plan->kill_us * 1000L }, NULL);
                kill(pid, SIGKILL);
        }
        while (read(acks[0], &got, sizeof(got)) == sizeof(got))
                batch = got;
        close(acks[0]);
        waitpid(pid, status, 0);
        return batch;
}

static int kill_at_random(unsigned count)
{
        uint64_t state = 0x853C49E6748FEA9BULL, last = 0;
        char dir[FOLDER_BYTES];
        int failed = 0, status;

        folder_make(dir);
        for (unsigned i = 0; i < count && !failed; i++) {
                struct plan plan = { 0 };

                state = state * 6364136223846793005ULL + 1442695040888963407ULL;
                plan.kill_us = 1 + (unsigned)(state >> 33) % 20000;
                last = run_writer(dir, &plan, &status);
                failed = load_verify_dir(dir, last);
                if (failed)
                        printf("after kill %u, with batch %llu acknowledged\n", i,
                               (unsigned long long)last);
        }
        printf("%u kills, %llu batches acknowledged\n", count, (unsigned long long)last);
        folder_remove(dir);
        return failed;
}

/* Three batches after the first, killed at @step of them. 1: there is no such step. */
static int kill_at_step(enum disk_fault fault, unsigned step, int *failed)
{
        struct plan plan = { .fault = fault, .step = step, .n_batches = 3 };
        char dir[FOLDER_BYTES];
        uint64_t last;
        int status;

        folder_make(dir);
        last = run_writer(dir, &plan, &status);
        *failed |= load_verify_dir(dir, last);
        if (*failed)
                printf("after a kill %s step %u\n",
                       fault == DISK_KILL_BEFORE ? "before" : "after", step);
        folder_remove(dir);
        return !WIFSIGNALED(status);
}

static int kill_at_steps(void)
{
        static const enum disk_fault faults[] = { DISK_KILL_BEFORE, DISK_KILL_AFTER };
        unsigned n = 0;
        int failed = 0;

        for (size_t i = 0; i < 2; i++)
                for (unsigned step = 1; !failed; step++, n++)
                        if (kill_at_step(faults[i], step, &failed))
                                break;
        printf("killed at %u places\n", n);
        return failed || n < 10;
}

int main(int argc, char **argv)
{
        if (argc >= 2 && strcmp(argv[1], "random") == 0)
                return kill_at_random(argc > 2 ? (unsigned)atoi(argv[2]) : 100);
        if (argc == 2 && strcmp(argv[1], "steps") == 0)
                return kill_at_steps();
        fprintf(stderr, "usage: store_kill random [COUNT] | steps\n");
        return 2;
}
