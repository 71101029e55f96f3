/* child_spawn - starting a worker process with nothing but what it needs */
#pragma once

#include <stdint.h>
#include <sys/types.h>

/** A process and the daemon's ends of its pipes; close-on-exec and non-blocking. */
struct child_process {
        pid_t pid;
        int pidfd, channel, words; /* owned by the caller */
};

/** Exec's the program at @path with descriptors 0 to 3 and no other, an empty environment, all
 *  signals at their defaults. 0 or a negative errno (also when the program cannot be run). */
int child_spawn(struct child_process *ret, const char *path, int nice, uint64_t memory_bytes);

/** What is known of a running process; 0 where it cannot be told. */
uint64_t child_cpu_ms(pid_t pid);
uint64_t child_resident_bytes(pid_t pid);
