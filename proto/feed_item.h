/* feed_item - one entry of the feed, as a CloudEvents 1.0 object */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/json.h"

enum feed_type { FEED_CREATED, FEED_UPDATED, FEED_MERGED, FEED_SPLIT, FEED_RETRACTED };

struct finding_id {
        char text[12]; /* "c1a2b3c4d", NUL-terminated */
};

struct feed_item {
        uint64_t number; /* of the entry */
        uint64_t event;
        enum feed_type type;
        const char *store_id;
        uint64_t time_us;                   /* of the commit */
        uint64_t version, previous_version; /* 0 = null */
        const char *summary; /* JSON of title, date, place, participants, counts, conflicts; may
                                be NULL for merged, split and retracted; a retracted event's
                                title is not told again */
        size_t summary_size;
        const struct finding_id *added, *changed, *removed;
        size_t n_added, n_changed, n_removed;
        const char *const *articles_added, *const *articles_removed; /* ids */
        size_t n_articles_added, n_articles_removed;
        uint64_t into;      /* merged: the event that goes on */
        uint64_t new_event; /* split: the event that came to be */
};

/** Appends the CloudEvent. Returns 0, -ENOMEM, or -EINVAL for a summary that is no JSON object.
 */
int feed_item_encode(const struct feed_item *item, struct buffer *out);
/** Checks that @json is a CloudEvent of the feed; used by clients and tests. 0 or -EINVAL. */
int feed_item_check(const char *json, size_t size, struct json_fault *fault);
extern const char *const feed_type_names[]; /* "event.created", … */
