/* listing - numbers that the store lists, read ahead in pages on the reading thread */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/macros.h"
#include "daemon/reader.h"
#include "daemon/store/store.h"

enum { LISTING_PAGE = 128 };

/** txn_list_jobs(), txn_list_dirty() */
typedef int listing_source(struct txn *txn, uint64_t from, uint64_t *numbers, size_t max,
                           size_t *ret_n);

struct listing_config {
        struct reader *reader;
        listing_source *source;
        bool wraps; /* at its end it begins anew with the next wake; else it goes on */
        void (*ready)(void *context); /* a page came: listing_next() will give something */
        void *context;
};

struct listing;

/** The caller owns *@ret, and frees it after the reader. 0 or -ENOMEM. */
int listing_new(struct listing **ret, const struct listing_config *config);
void listing_free(struct listing *listing);
DEFINE_CLEANUP(struct listing *, listing_free);

/** The next number. False: none yet. Then it is being read, and @ready will be called; or the
 *  end was reached, and listing_wake() is needed. */
bool listing_next(struct listing *listing, uint64_t *ret);
/** There may be more than when the end was reached. */
void listing_wake(struct listing *listing);
