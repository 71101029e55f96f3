/* store - everything that Parallax keeps, in one LMDB environment
 *
 * Three logs numbered from 1 without gaps: articles (log 1), settled entries (log 2: entry n
 * settles article n), feed (log 3); and what is derived from them: jobs, events with members
 * and ledgers, cursors, dead letters. One thread writes (the commit thread); any thread reads
 * through a transaction of its own. Only this folder knows LMDB.
 *
 * A transaction's error is sticky: after the first failure all calls return it, and
 * txn_commit() gives it back and writes nothing. Named conditions (STORE_E_…) are not failures
 * of the transaction. What reads give is copied into the caller's buffer, checked against its
 * checksum first; a bad one is STORE_E_CORRUPT and never served.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/cursor.h"
#include "base/macros.h"

enum {
        STORE_E_NOT_FOUND = 1,
        STORE_E_FULL, /* quota or disk: free space first; deletes and completions still fit */
        STORE_E_NEWER_FORMAT, /* made by a later Parallax */
        STORE_E_LOCKED,       /* another process holds it: see store_holder() */
        STORE_E_CORRUPT,      /* a checksum or an invariant does not hold */
        STORE_E_INVALID, /* not a thing that can be stored: another source's id, a retraction of
                            what is not known, a cursor that moves back */
        STORE_E_BUSY,
};

struct store_limits {
        uint64_t bytes;         /* quota of the data file; 0: the default, 64 GiB */
        uint64_t reserve_bytes; /* kept for completions and deletes; 0: the default */
        uint64_t free_bytes;    /* disk space left free for others; 0: the default */
        bool read_only;         /* for checks */
};

struct store;
struct txn;

/** Opens the store in @dir, creating it if missing, and takes its lock. The caller owns it.
 *  Returns 0, STORE_E_NEWER_FORMAT, STORE_E_LOCKED, STORE_E_CORRUPT, STORE_E_FULL, or an errno;
 *  -EINVAL: a quota below 1 MiB, or a reserve that is not below the quota. */
int store_open(struct store **ret, const char *dir, const struct store_limits *limits);
void store_close(struct store *store);
DEFINE_CLEANUP(struct store *, store_close);
/** Pid of the process that holds the store in @dir; 0 when none does. */
int store_holder(const char *dir);
/** Random, made with the store: 16 hex digits. */
const char *store_id(const struct store *store);

/* ------------------------------------------------------------ transactions */

int txn_begin(struct store *store, struct txn **ret); /* the one writer */
int txn_begin_read(struct store *store, struct txn **ret);
/** Writes all or nothing, durably, and ends the transaction. Returns its first failure.
 *  STORE_E_FULL: nothing was written, and the store goes on when there is space. -EIO: the disk
 *  has failed, and from now on every txn_begin() says so. */
int txn_commit(struct txn *txn);
void txn_abort(struct txn *txn);
DEFINE_CLEANUP(struct txn *, txn_abort);
/** A step that can be undone alone: for one request of a batch. One at a time. What a failure
 *  of the transaction left cannot be undone: then all of it ends. */
int txn_step_begin(struct txn *txn);
int txn_step_end(struct txn *txn, bool keep);

/* ------------------------------------------------------------ log 1: articles */

enum entry_kind { ENTRY_ARTICLE = 1, ENTRY_RETRACTION, ENTRY_REQUEUE };

struct article_entry {
        uint8_t kind;      /* enum entry_kind */
        uint64_t number;   /* set by the store */
        uint64_t previous; /* number of the same id's version before, or 0; set by the store */
        uint64_t original; /* ENTRY_REQUEUE: the article's number that is tried again */
        uint64_t together; /* ENTRY_REQUEUE: the last of the entries that are linked in one
                              transaction with it, or 0: it is linked alone */
        uint64_t received_us;      /* no stage reads it */
        struct blob id, source;    /* UTF-8 */
        unsigned char content[16]; /* article_content_hash() */
        struct blob body;          /* flat JSON */
        struct blob raw;           /* or NULL */
};

enum receipt_status { RECEIPT_STORED, RECEIPT_VERSION, RECEIPT_DUPLICATE, RECEIPT_RETRACTED };
struct receipt {
        enum receipt_status status;
        uint64_t number;
};

/** Appends to log 1, or finds the duplicate. Adds an extract job, or for a retraction settles.
 *  Returns 0 with *@ret; STORE_E_INVALID (id of another source, retraction of the unknown);
 *  STORE_E_FULL. A retraction of what is already retracted is RECEIPT_RETRACTED with its
 * number. */
int txn_put_article(struct txn *txn, const struct article_entry *entry, struct receipt *ret);
/** 0 or STORE_E_NOT_FOUND, STORE_E_CORRUPT. Blobs point into @buffer. */
int txn_get_article(struct txn *txn, uint64_t number, struct article_entry *ret,
                    struct buffer *buffer);
/** Number of the latest version of @id. */
int txn_find_article(struct txn *txn, const char *id, size_t size, uint64_t *ret_number);

/* ------------------------------------------------------------ jobs and log 2 */

/** Appends the numbers of extract jobs from @from on, at most @max; *@ret_n says how many. */
int txn_list_jobs(struct txn *txn, uint64_t from, uint64_t *numbers, size_t max, size_t *ret_n);
uint64_t txn_count_jobs(struct txn *txn);

enum settled_kind { SETTLED_RESULT = 1, SETTLED_RETRACTION, SETTLED_FAILED };

struct settled {
        uint8_t kind; /* enum settled_kind */
        uint64_t number;
        struct blob article;                     /* SETTLED_RESULT: the article's id */
        struct blob extraction, signature, keys; /* SETTLED_RESULT */
        struct blob reason;                      /* SETTLED_FAILED: in words */
        uint32_t attempts;
        /* Of an article that is analysed again, as in article_entry; set by the store. */
        uint64_t together, original;
};

/** Stores what settles @number, maybe early, and removes its job; a failure becomes a dead
 * letter too. STORE_E_NOT_FOUND when there is no such job (any more): a late result, ignored.
 */
int txn_put_settled(struct txn *txn, const struct settled *settled);
int txn_get_settled(struct txn *txn, uint64_t number, struct settled *ret,
                    struct buffer *buffer);
/** The same without the extraction, which is most of it: for who restores the linker. */
int txn_get_settled_head(struct txn *txn, uint64_t number, struct settled *ret,
                         struct buffer *buffer);
/** Last number of log 2: up to it all entries have been linked. */
uint64_t txn_linked_end(struct txn *txn);
/** Moves it on by one; the entry must be there. In the transaction of the entry's links. */
int txn_advance_linked(struct txn *txn, uint64_t number);
uint64_t txn_articles_end(struct txn *txn); /* last number of log 1 */
/** Which version of @id is linked: its number, 0 for none. Written as log 2 is linked, so that
 * a version that failed, or waits, does not hide the one before it. */
int txn_set_current(struct txn *txn, const char *id, size_t size, uint64_t number);
int txn_get_current(struct txn *txn, const char *id, size_t size, uint64_t *ret_number);
/** Lowest number that a linker must be given again at a start; 0: from the first. */
uint64_t txn_window_start(struct txn *txn);
int txn_set_window_start(struct txn *txn, uint64_t number);

/* ------------------------------------------------------------ events */

enum event_state { EVENT_LIVE = 1, EVENT_MERGED, EVENT_RETRACTED };

struct event_record {
        uint64_t event;      /* number of the founding article */
        uint8_t state;       /* enum event_state */
        uint64_t into;       /* EVENT_MERGED */
        uint64_t follows;    /* or 0 */
        uint64_t version;    /* last published, 0: none yet */
        uint64_t told;       /* last of these that the feed tells of: one may change nothing */
        uint64_t touched;    /* newest entry of log 2 that changed the members */
        uint32_t generation; /* of the ledger that is shown; the first is 1 */
        uint32_t folding;   /* of the ledger that is being made; = generation but in a refold */
        uint32_t oldest;    /* generations below are dropped, and their versions with them */
        uint64_t folded;    /* last member folded into @folding, 0: none */
        uint64_t n_members; /* kept by the store */
};

int txn_put_event(struct txn *txn, const struct event_record *event);
int txn_get_event(struct txn *txn, uint64_t event, struct event_record *ret);
/** Events in descending order of their numbers, below @before (0: from the last). */
int txn_list_events(struct txn *txn, uint64_t before, uint64_t *events, size_t max,
                    size_t *ret_n);
/** Puts an article into @event, 0: out of its event. Its old membership ends. */
int txn_set_member(struct txn *txn, uint64_t article, uint64_t event);
int txn_get_member(struct txn *txn, uint64_t article, uint64_t *ret_event); /* 0: in none */
int txn_list_members(struct txn *txn, uint64_t event, uint64_t from, uint64_t *articles,
                     size_t max, size_t *ret_n);
/** Dirty: members or words changed, and the comparison is yet to be made. */
int txn_set_dirty(struct txn *txn, uint64_t event, bool dirty);
int txn_list_dirty(struct txn *txn, uint64_t from, uint64_t *events, size_t max, size_t *ret_n);

/* The ledger: rows in versions. A row of size 0 is gone from that version on.
 *
 * A refold writes all its rows under version 0, again and again over the same, until it is
 * published: steps in between are never shown. Generation 0 is no ledger: its rows say which
 * articles the last published version shows (u64 number -> id), all under version 0. Writing
 * size 0 under a key's only version removes the row. */
enum { LEDGER_PUBLISHED = 0, LEDGER_FIRST = 1 };

int txn_put_row(struct txn *txn, uint64_t event, uint32_t generation, uint64_t version,
                const struct blob *key, const struct blob *value);
/** The row as of @version (UINT64_MAX: the latest). */
int txn_get_row(struct txn *txn, uint64_t event, uint32_t generation, uint64_t version,
                const struct blob *key, struct blob *ret, struct buffer *buffer);
/** Calls @each with every row as of @version in the order of keys; stops at a non-zero return,
 *  which it gives back. */
int txn_each_row(struct txn *txn, uint64_t event, uint32_t generation, uint64_t version,
                 int (*each)(void *context, const struct blob *key, const struct blob *value),
                 void *context);
/** Removes up to @max rows of a generation that is no longer shown; *@ret_more: there are more.
 */
int txn_drop_generation(struct txn *txn, uint64_t event, uint32_t generation, size_t max,
                        bool *ret_more);

/* A published version: what `show --version N` and the feed need of it. */
struct version_record {
        uint64_t event, version, previous; /* previous published version, or 0 */
        uint32_t generation;               /* the ledger it is in */
        struct blob summary;               /* JSON, see proto/frame.h */
};
int txn_put_version(struct txn *txn, const struct version_record *version);
/** The version that holds at @version: itself, or the last before. UINT64_MAX: the latest. */
int txn_get_version(struct txn *txn, uint64_t event, uint64_t version,
                    struct version_record *ret, struct buffer *buffer);

/* ------------------------------------------------------------ log 3: feed, cursors */

uint64_t txn_feed_end(struct txn *txn);   /* last number, 0: none */
uint64_t txn_feed_start(struct txn *txn); /* lowest number still there */
/** Appends entry txn_feed_end() + 1, which must be @number. */
int txn_append_feed(struct txn *txn, uint64_t number, const void *json, size_t size);
/** STORE_E_NOT_FOUND: behind the end, or removed by retention. */
int txn_get_feed(struct txn *txn, uint64_t number, struct blob *ret, struct buffer *buffer);
/** Removes entries below @start, at most @max of them. */
int txn_trim_feed(struct txn *txn, uint64_t start, size_t max);

/** Cursors: the last number acknowledged. STORE_E_INVALID: it would move back, or past the end.
 */
int txn_put_cursor(struct txn *txn, const char *owner, const char *name, uint64_t number);
int txn_get_cursor(struct txn *txn, const char *owner, const char *name, uint64_t *ret_number);

/* ------------------------------------------------------------ dead letters */

struct dead_letter {
        uint64_t number;
        uint32_t attempts;
        uint64_t time_us;
        struct blob id, reason;
};
int txn_list_dead(struct txn *txn, uint64_t from, uint64_t *numbers, size_t max, size_t *ret_n);
int txn_get_dead(struct txn *txn, uint64_t number, struct dead_letter *ret,
                 struct buffer *buffer);
int txn_drop_dead(struct txn *txn, uint64_t number);
/** Appends a new entry to log 1 that tries the article again; *@ret_number is its number. Its
 *  `original` is always an ENTRY_ARTICLE. STORE_E_INVALID: the article has a newer version, or
 *  was retracted; drop the letter instead. */
int txn_requeue_dead(struct txn *txn, uint64_t number, uint64_t *ret_number);

/* ------------------------------------------------------------ reprocessing */

enum {
        REPROCESS_MAX = 1024,       /* articles that are linked again in one transaction */
        REPROCESS_JOBS_MAX = 50000, /* that wait: more, and it is full */
};

/* A part of an event's articles, and what became of it. */
struct reprocessing {
        uint64_t from, to; /* numbers of entries, both included; @to 0: of all until now, and
                              then set to the last of them, so that who goes on at @next does
                              not come to entries that were appended meanwhile */
        uint64_t last;     /* the last entry that was appended, 0: none */
        size_t n;          /* how many were */
        uint64_t next;     /* where the next call goes on, 0: nowhere */
};

/** Appends an entry to log 1 for each linked article of @event that has no newer version on its
 *  way, at most REPROCESS_MAX: they are extracted again, and linked in one transaction, so that
 *  nobody sees a half of it. STORE_E_NOT_FOUND: there is no such event; STORE_E_FULL, and
 * nothing is appended. */
int txn_reprocess(struct txn *txn, uint64_t event, struct reprocessing *part);

/* ------------------------------------------------------------ watching it */

struct store_figures {
        uint64_t articles, linked, jobs, events, dirty, feed_start, feed_end, dead, cursors;
        uint64_t used_bytes, quota_bytes, disk_free_bytes;
};
int store_figures(struct store *store, struct store_figures *ret);

/** Walks everything in @dir, which nobody may hold, and checks each record and the invariants
 *  between the tables (docs/storage.md lists them); calls @tell with each fault in words.
 *  Returns the number of faults, or a negative errno or -STORE_E_… mapped to -EBUSY (held). */
int store_check(const char *dir, void (*tell)(void *context, const char *fault), void *context);
