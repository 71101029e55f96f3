/* signature - what link keeps of an article: its time, its source, and its weighted features
 *
 * A feature is a stem, a figure or the id of a place; equal features have equal hashes whatever
 * their kind in one article was. Signatures are stored, so they hold observations (how often,
 * where), never weights: weights can be tuned without extracting again.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

enum {
        SIGNATURE_VERSION = 2, /* 1: without the day that is told */
        FEATURES_MAX = 320,    /* of a signature */
        FEATURES_KEPT = 200,   /* the most telling ones of a longer article */
        TIMES_SEEN_MAX = 255   /* more occurrences say no more */
};

enum feature_kind {
        FEATURE_WORD,
        FEATURE_NAME,
        FEATURE_FIGURE,
        FEATURE_PLACE,
        FEATURE_COUNTRY,
        FEATURE_KINDS
};

enum time_known {
        KNOWN_NOT,    /* nothing, or no more than the month */
        KNOWN_DAY,    /* a day, or a time without an offset: ± 14 hours */
        KNOWN_INSTANT /* a time with its offset */
};

struct feature {
        uint64_t hash;
        uint8_t kind;        /* enum feature_kind */
        uint8_t times;       /* occurrences, capped */
        bool title, lead;    /* stands in the title, in the first sentences */
        uint16_t commonness; /* see terms.h */
};

struct signature {
        int64_t minute; /* since 1970, UTC; only when known */
        enum time_known known;
        int32_t told;    /* the day that it tells of, see told.h */
        uint64_t source; /* hash */
        struct feature *features;
        size_t n_features; /* in the order of hashes, distinct */
};

/** Appends a signature as a store keeps it. Returns 0 or a buffer error. */
int signature_encode(const struct signature *s, struct buffer *out);
/** Decodes what signature_encode() wrote into *@s, whose @features has room for FEATURES_MAX.
 *  Returns 0 or LINK_E_MALFORMED. */
int signature_decode(struct signature *s, const void *data, size_t size);
/** Minutes of a truncated ISO 8601 or RFC 3339 value; KNOWN_NOT when it has no day. */
enum time_known signature_time(const char *value, int64_t *ret_minute);
