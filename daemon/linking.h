/* linking - what was settled is handed to the editor, in the order of its numbers
 *
 * At most one work is handed in; it runs behind what was handed in before it, mostly in the
 * same transaction. An entry that cannot be linked holds up all behind it: those before it are
 * linked, then linking stands still there, and says so. What may pass (a full disk, want of
 * memory) is tried again soon. A damaged record does not mend itself, and each try restores the
 * linker from the store: it is tried seldom, and not for every article that comes in.
 */
#pragma once

#include <jansson.h>
#include <stdbool.h>

#include "base/macros.h"
#include "daemon/workshop.h"

enum { LINKING_RETRY_MS = 60000 }; /* what is damaged is looked at again so often */

struct linking;

/** @linked is called on the loop thread after entries were linked. 0 or a negative errno. */
int linking_new(struct linking **ret, struct workshop *shop, void (*linked)(void *context),
                void *context);
/** After the committer has given back its works. */
void linking_free(struct linking *linking);
DEFINE_CLEANUP(struct linking *, linking_free);
/** Something was settled. */
void linking_wake(struct linking *linking);
bool linking_is_under_way(const struct linking *linking);
/** Sets "linking" in @into: the entry at which it stands still, why, and whether for good;
 * null: it does not. 0 or -1. */
int linking_status(const struct linking *linking, json_t *into);
