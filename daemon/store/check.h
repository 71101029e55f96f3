/* check - what the parts of store_check() share */
#pragma once

#include "daemon/store/internal.h"

struct check {
        struct txn *txn;
        void (*tell)(void *context, const char *fault);
        void *context;
        int n_faults;
        struct buffer buffer;
        uint64_t expected;       /* next number of the log that is walked */
        unsigned char *followed; /* a bit for each article: a later version follows it */
        uint64_t event, version; /* last one seen of the versions table */
};

/** Tells a fault of the record under @number (in @table). */
void check_fault(struct check *c, enum table table, uint64_t number, const char *format, ...)
        __attribute__((format(printf, 4, 5)));
/** Does @table have @number? Tells nothing. */
bool check_has(struct check *c, enum table table, uint64_t number);

/* Looks at one sound record; @walk is at it. */
typedef void check_look(struct check *c, const struct walk *walk, const struct blob *record);
check_look check_article, check_id, check_recent, check_job, check_settled, check_extraction,
        check_current, check_event, check_member, check_membership, check_dirty, check_row,
        check_version, check_feed, check_cursor, check_dead;
/** After all articles: those that none follows are the latest of their ids. */
void check_latest(struct check *c);
