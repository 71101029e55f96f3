/* listing - see listing.h */
#include "daemon/listing.h"

#include <errno.h>
#include <stdlib.h>

struct listing {
        struct listing_config config;
        struct read_work work;
        bool reading;
        bool woken; /* while it was being read: the page may be older than the news */
        bool ended;
        uint64_t from; /* where the next page starts */
        uint64_t numbers[LISTING_PAGE];
        size_t n, at;
};

static int run(struct read_work *work, struct txn *txn)
{
        struct listing *listing = container_of(work, struct listing, work);

        return listing->config.source(txn, listing->from, listing->numbers, LISTING_PAGE,
                                      &listing->n);
}

static void done(struct read_work *work, int result)
{
        struct listing *listing = container_of(work, struct listing, work);

        listing->reading = false;
        listing->at = 0;
        if (result)
                listing->n = 0;
        if (listing->n)
                listing->from = listing->numbers[listing->n - 1] + 1;
        if (listing->n < LISTING_PAGE) {
                listing->ended = !listing->woken;
                if (listing->config.wraps)
                        listing->from = 0;
        }
        if (result != -ECANCELED && (listing->n || !listing->ended))
                listing->config.ready(listing->config.context);
}

bool listing_next(struct listing *listing, uint64_t *ret)
{
        if (listing->reading)
                return false;
        if (listing->at < listing->n) {
                *ret = listing->numbers[listing->at++];
                return true;
        }
        if (listing->ended)
                return false;
        listing->woken = false;
        listing->reading = reader_submit(listing->config.reader, &listing->work) == 0;
        return false;
}

void listing_wake(struct listing *listing)
{
        listing->woken = true;
        listing->ended = false;
}

int listing_new(struct listing **ret, const struct listing_config *config)
{
        struct listing *listing = calloc(1, sizeof(*listing));

        if (!listing)
                return -ENOMEM;
        listing->config = *config;
        listing->work.run = run;
        listing->work.done = done;
        *ret = listing;
        return 0;
}

void listing_free(struct listing *listing)
{
        free(listing);
}
