/* link - which event does an article belong to?
 *
 * Online and deterministic: a linker is a function of the signatures it was given in their
 * order, on any machine (integers only, no clock, no hash order). Its index covers a window on
 * the log's own time; what leaves the window is forgotten. Cost is that of the posting lists
 * touched.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/cursor.h"
#include "base/macros.h"
#include "proto/extraction.h"

enum { SIGNATURE_BYTES_MAX = 64 * 1024 };
enum { LINK_E_MALFORMED = 1 };

struct linker;

struct linker *linker_new(void); /* NULL: no memory */
void linker_free(struct linker *linker);
DEFINE_CLEANUP(struct linker *, linker_free);

/** Appends what link needs to know of an account: log time, source, weighted features. Pure.
 *  Returns 0 or a buffer error. */
int link_signature(const struct extraction *x, struct buffer *out);
/** 0 or LINK_E_MALFORMED. */
int link_signature_check(const void *signature, size_t size);

enum link_change_kind {
        LINK_FOUNDED, /* @event came to be, with @article as its founder */
        LINK_JOINED,  /* @article is now in @event */
        LINK_LEFT,    /* @article is no longer in @event */
        LINK_MERGED,  /* @event ceases; its articles are now in @other (the lower number) */
        LINK_SPLIT, /* @other came to be out of @event; the articles that moved follow as JOINED
                     */
        LINK_EMPTIED, /* @event has no article left */
};

/** In the order to be applied. JOINED and FOUNDED imply leaving where the article was before.
 */
struct link_change {
        enum link_change_kind kind;
        uint64_t event, other, article;
};

/** Takes in entry @number of log 2. Changes are valid until the next call.
 *  @replaces is the number of the same article's version before, or 0; @home the event that it
 *  is in, or 0: the index may have forgotten it. Numbers grow.
 *  Returns 0, LINK_E_MALFORMED, or -ENOMEM (the linker must then be thrown away and restored).
 */
int linker_add(struct linker *linker, uint64_t number, const void *signature, size_t size,
               uint64_t replaces, uint64_t home, const struct link_change **ret_changes,
               size_t *ret_n);
/** Takes @number out (a retraction). Unknown numbers change nothing. */
int linker_remove(struct linker *linker, uint64_t number,
                  const struct link_change **ret_changes, size_t *ret_n);
/** The predecessor that an event follows (saga), or 0. Known of what was founded since the
 *  linker was made; it stands in the store else. */
uint64_t linker_follows(const struct linker *linker, uint64_t event);

/** What a store keeps of an entry. */
struct link_restored {
        uint64_t number, event; /* event 0: the article was taken out */
        struct blob signature;
        bool named; /* an event bears its number, or bore it: it is not to be given again */
};

/** Puts back what a store kept, in the order of numbers. Afterwards the linker goes on as if it
 *  had taken all of them in itself. */
int linker_restore(struct linker *linker, const struct link_restored *kept);
/** Lowest article number that the window still holds: older signatures need not be restored. */
uint64_t linker_window_start(const struct linker *linker);
