/* index - the articles of the window by their features
 *
 * Entries stand in the order of their numbers; posting lists hold their serials (running
 * indices since the start) in the same order, so that the oldest leaves at the front. All that
 * is weighed (how many articles hold a term) is of the window's content alone: an index that
 * was filled again from stored signatures weighs alike.
 */
#pragma once

#include "workers/link/map.h"
#include "workers/link/pool.h"
#include "workers/link/postings.h"
#include "workers/link/signature.h"
#include "workers/link/weights.h"

struct entry {
        uint64_t number, event; /* event 0: taken out; the place stays */
        int64_t minute, clock;  /* its own time; the log's time when it came */
        uint64_t anchor;        /* the number from which on the clock can be computed again */
        enum time_known known;
        uint32_t n;
        struct entry_features *features;
        int32_t told; /* the day that it tells of, or TOLD_UNKNOWN */
        bool named;   /* an event bears, or bore, its number */
};

/* Features of one kind that stand alike stand together, so that their sums are formed class by
 * class: see sum_up() of alike.c. */
enum { FEATURE_CLASSES = 12 };

struct entry_features {
        uint16_t ends[FEATURE_CLASSES]; /* of each class */
        uint32_t terms[]; /* of the entry; then their weights in it, a byte each */
};

/* What a feature is, in bits. Likeness is measured over all features, and again over some. */
enum {
        ASPECT_LEAD = 1, /* stands in the title or the first sentences */
        ASPECT_NAME = 2, /* is a name or a place */
        ASPECT_FIGURE = 4,
        ASPECT_TITLE = 8,   /* … and so in the lead */
        ASPECT_COUNTS = 16, /* is evidence by itself: no country */
};

/* How alike two articles are; all in thousandths. Shares say little of short articles: so what
 * is shared is told without regard to the rest, too. */
enum likeness_part {
        ALIKE_ALL,    /* cosine over all features */
        ALIKE_LEAD,   /* over those of title and lead */
        ALIKE_NAME,   /* over names and places */
        ALIKE_FIGURE, /* over figures */
        FOUND_LEAD, /* share of the one's lead that the other has anywhere; the lesser of two */
        FOUND_LEAD_MOST, /* the greater */
        FOUND_KEY,       /* the same for the names in the lead */
        FOUND_KEY_MOST,
        FOUND_NAME, /* for all names */
        FOUND_FIGURE,
        FOUND_TITLE, /* for the title */
        FOUND_TITLE_MOST,
        SHARED_ALL,  /* what both have, countries aside, on a logarithmic scale */
        SHARED_NAME, /* the same for names and places */
        SHARED_MOST, /* the feature of it that weighs most */
        ALIKE_PARTS
};

struct likeness {
        uint32_t serial;
        uint32_t score;
        uint32_t bit; /* of the candidate, for index_explain(); 0: of none */
        int32_t of[ALIKE_PARTS];
};

struct index {
        const struct link_weights *weights;
        struct pool pool;
        struct postings postings;
        struct entry *entries; /* from @first on */
        size_t first, n, room; /* @n from @first on */
        uint32_t base;         /* serial of entries[first] */
        uint32_t n_live;       /* entries that are not taken out */
        unsigned log_all;      /* of their number, English at large included */
        uint32_t *touched;     /* by entry: what the posting lists gave */
        size_t touched_room;
        struct alike *alike; /* room for a search */
};

enum { CANDIDATES_MAX = 24 }; /* a bit each: 32 at most */

/** Aspects of the features of each class. */
extern const uint8_t index_aspects[FEATURE_CLASSES];

static inline const uint8_t *entry_weights(const struct entry *e)
{
        return (const uint8_t *)(e->features->terms + e->n);
}

int index_init(struct index *index, const struct link_weights *weights); /* 0 or -ENOMEM */
void index_clear(struct index *index);
struct entry *index_entry(const struct index *index, uint32_t serial);
/** The serial of a number, or MAP_NONE. */
uint32_t index_find(const struct index *index, uint64_t number);
/** Appends an entry; fills in all but event, clock and anchor. 0 or -ENOMEM. */
int index_add(struct index *index, uint64_t number, const struct signature *s);
/** Takes an entry's features out; its place stays until it is the oldest. */
void index_withdraw(struct index *index, uint32_t serial);
/** Drops the oldest entry. */
void index_drop_first(struct index *index);
/** Room for a search; free() ends it. NULL: no memory. */
struct alike *alike_new(void);
/** Looks for the entries most like @serial among those before it, in other words: the best
 *  candidates by posting lists, weighed exactly; best first, then oldest. @ret has room for
 *  CANDIDATES_MAX. Returns their number. */
size_t index_alike(struct index *index, uint32_t serial, struct likeness *ret);
/** Loads @serial as the one that others are compared with, by index_compare(); unload after. */
void index_load(struct index *index, uint32_t serial);
void index_unload(struct index *index);
/** How alike the loaded article and @ret->serial are. */
void index_compare(const struct index *index, struct likeness *ret);

/** What some candidates explain of an article, in thousandths. */
struct explained {
        int32_t only;      /* share of what the article tells that no other candidate has */
        int32_t only_lead; /* the same of its title and lead */
        int32_t more; /* -1000 to 1000: what they have beyond their rivals, or these beyond them
                       */
};

/** Of the article that index_alike() was last asked about, before another one is loaded: what
 *  the candidates with the bits @some explain, beside those with the bits @rival. */
void index_explain(const struct index *index, uint32_t some, uint32_t rival,
                   struct explained *ret);
/** 64 log2 of a number from 1 on. */
unsigned index_log(uint64_t x);
