/* shown - which articles the last published version of an event shows
 *
 * Kept as rows of LEDGER_PUBLISHED, so that the next feed entry can say which came and which
 * went, whatever happened to the members in between. Articles are told by their ids: a new
 * version of an article that stays in its event neither comes nor goes.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/cursor.h"
#include "daemon/store/store.h"

/** Ids, sorted; owned. Zeroed at first. */
struct shown_list {
        char **ids;
        size_t n, room;
};
void shown_list_clear(struct shown_list *list);
/** Copies @id. 0 or -ENOMEM. */
int shown_list_add(struct shown_list *list, const struct blob *id);

/** Adds articles that the next version shows beside those before. 0 or as the store's. */
int shown_add(struct txn *txn, uint64_t event, uint64_t article, const struct blob *id);
/** Makes it what the members are now; *@added and *@removed get what differs, as ids. */
int shown_replace(struct txn *txn, uint64_t event, struct shown_list *added,
                  struct shown_list *removed);
/** Nothing is shown any more; *@removed gets the ids. */
int shown_clear(struct txn *txn, uint64_t event, struct shown_list *removed);
/** Is any article shown? */
int shown_any(struct txn *txn, uint64_t event, bool *ret);
