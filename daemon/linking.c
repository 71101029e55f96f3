#include "daemon/linking.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"

enum { LINK_AT_ONCE = 256 }; /* entries of log 2 in one work of the commit thread */

struct linking {
        struct workshop *shop;
        void (*linked)(void *context);
        void *context;
        struct commit_work work;
        bool under_way, again;
        size_t most, n; /* entries asked for, and done, by the work under way … */
        int ran;        /* … and what that gave, before the commit */
        struct event *retry;
        int error; /* why it stands still; 0: it does not */
        uint64_t stands_at;
};

static const char *words_of(int error)
{
        switch (error) {
        case STORE_E_CORRUPT: return "what is stored of it is damaged: see parallax check";
        case STORE_E_FULL: return "the store is full";
        default: return error < 0 ? strerrordesc_np(-error) : "the store refused it";
        }
}

static bool may_pass(int error)
{
        return error < 0 || error == STORE_E_FULL;
}

/* ------------------------------------------------------------ standing still */

static void log_standing(const struct linking *linking)
{
        char entry[24];

        snprintf(entry, sizeof(entry), "%llu", (unsigned long long)linking->stands_at);
        log_event(LOG_LEVEL_ERROR, "settled entries cannot be linked", "ENTRY", entry, "REASON",
                  words_of(linking->error), NULL);
}

static void stand_still(struct linking *linking, int error)
{
        unsigned ms = may_pass(error) ? WORKSHOP_RETRY_MS : LINKING_RETRY_MS;
        const struct timeval wait = { ms / 1000, ms % 1000 * 1000 };
        uint64_t at = committer_ends(linking->shop->committer)->linked + linking->n + 1;
        bool known = error == linking->error && at == linking->stands_at;

        evtimer_add(linking->retry, &wait);
        linking->error = error;
        linking->stands_at = at;
        if (!known)
                log_standing(linking);
}

static void go_on(struct linking *linking)
{
        if (linking->error)
                log_event(LOG_LEVEL_INFO, "settled entries are linked again", NULL);
        linking->error = 0;
        linking->stands_at = 0;
}

/* ------------------------------------------------------------ one work */

static void on_linked(struct commit_work *work, int result);

static int run_linking(struct commit_work *work, struct txn *txn)
{
        struct linking *linking = container_of(work, struct linking, work);

        linking->ran = editor_link(linking->shop->editor, txn, linking->most, &linking->n);
        return linking->ran;
}

static void submit(struct linking *linking, size_t most)
{
        linking->again = false;
        linking->most = most;
        linking->n = 0;
        linking->ran = 0;
        linking->work = (struct commit_work){ .run = run_linking,
                                              .done = on_linked,
                                              .essential = true };
        linking->under_way = committer_submit(linking->shop->committer, &linking->work) == 0;
}

static void on_success(struct linking *linking)
{
        bool whole = linking->most == LINK_AT_ONCE;

        /* That those before the one amiss were linked is no news of that one. */
        if (whole)
                go_on(linking);
        if (linking->n)
                linking->linked(linking->context);
        if (!whole || linking->n >= linking->most || linking->again)
                submit(linking, LINK_AT_ONCE);
}

static void on_failure(struct linking *linking, int error)
{
        if (!linking->ran)
                linking->n = 0; /* it was the commit that failed */
        if (linking->n && linking->n < linking->most)
                submit(linking, linking->n);
        else
                stand_still(linking, error);
}

static void on_linked(struct commit_work *work, int result)
{
        struct linking *linking = container_of(work, struct linking, work);

        linking->under_way = false;
        if (!result)
                on_success(linking);
        else if (!linking->shop->stopping)
                on_failure(linking, result);
        linking->shop->again(linking->shop->dispatch);
}

static void on_retry(evutil_socket_t fd, short what, void *context)
{
        (void)fd;
        (void)what;
        linking_wake(context);
}

/* ------------------------------------------------------------ the interface */

void linking_wake(struct linking *linking)
{
        if (linking->under_way)
                linking->again = true;
        else if (!evtimer_pending(linking->retry, NULL))
                submit(linking, LINK_AT_ONCE);
}

bool linking_is_under_way(const struct linking *linking)
{
        return linking->under_way;
}

int linking_status(const struct linking *linking, json_t *into)
{
        int error = linking->error;
        json_t *at = error ? json_integer((json_int_t)linking->stands_at) : json_null();
        json_t *reason = error ? json_string(words_of(error)) : json_null();

        return json_object_set_new(into, "linking",
                                   json_pack("{s:o,s:o,s:b}", "stands_at", at, "reason", reason,
                                             "for_good", error && !may_pass(error)));
}

int linking_new(struct linking **ret, struct workshop *shop, void (*linked)(void *context),
                void *context)
{
        _cleanup_(linking_freep) struct linking *linking = calloc(1, sizeof(*linking));

        if (!linking)
                return -ENOMEM;
        linking->shop = shop;
        linking->linked = linked;
        linking->context = context;
        linking->retry = evtimer_new(shop->base, on_retry, linking);
        if (!linking->retry)
                return -ENOMEM;
        *ret = TAKE_PTR(linking);
        return 0;
}

void linking_free(struct linking *linking)
{
        if (!linking)
                return;
        if (linking->retry)
                event_free(linking->retry);
        free(linking);
}
