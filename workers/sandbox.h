/* sandbox - what a worker may still do once it reads what strangers wrote
 *
 * The parsers and models of a worker meet hostile bytes, so the process gives up everything but
 * computing: it keeps its memory up to a limit, fd 3 to the daemon, and fd 2 for last words. No
 * file, socket, process, signal or new descriptor. What is called beyond that kills it.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

/** The layers that hold, as a set: for READY. */
enum sandbox_layer {
        SANDBOX_NO_NEW_PRIVS = 1,
        SANDBOX_RLIMITS = 2,
        SANDBOX_SECCOMP = 4,
        SANDBOX_LANDLOCK = 8, /* to come; room for it */
};

struct sandbox_limits {
        uint64_t memory_bytes; /* of address space; 0: no limit. Not set in sanitizer builds,
                                  whose shadow memory is larger: there the pool looks */
};

/** Enters for good. Everything that needs a file must have been loaded before. Returns 0 with
 *  the layers in *@ret_layers, or a negative errno: then no job may be read. A filter that
 *  cannot be loaded is such an error, never a missing layer. */
int sandbox_enter(const struct sandbox_limits *limits, unsigned *ret_layers);
/** "no_new_privs rlimits seccomp" */
void sandbox_describe(unsigned layers, char *out, size_t room);
