/* peers - who comes and goes at a socket, counted
 *
 * libzmq cuts off, without a word, a peer that sends a message over the limit or breaks the
 * protocol; its monitor tells only that a connection has ended. So what is counted is: came,
 * failed to shake hands, ended, for whatever reason.
 */
#pragma once

#include <event2/event.h>
#include <stdint.h>

#include "base/macros.h"

struct peers;

struct peers_figures {
        uint64_t accepted, refused, ended;
};

/** Watches @socket, which outlives it. 0 or an errno. */
int peers_new(struct peers **ret, struct event_base *base, void *zmq, void *socket);
void peers_free(struct peers *peers);
DEFINE_CLEANUP(struct peers *, peers_free);
void peers_figures(const struct peers *peers, struct peers_figures *ret);
