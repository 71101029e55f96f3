/* internal - what the files of the store share; nobody else includes it
 *
 * Layers, each knowing those before it: record (a value's bytes), room (quota and disk), table
 * (checked values under keys, undoable), txn, then one file for each kind of thing.
 */
#pragma once

#include <lmdb.h>
#include <pthread.h>
#include <stdatomic.h>
#include <zstd.h>

#include "base/buffer.h"
#include "base/cursor.h"
#include "daemon/store/recent.h"
#include "daemon/store/store.h"

enum {
        STORE_FORMAT = 2,            /* of the tables; a change needs a migration */
        RECORD_FORMAT = 1,           /* of the frame around each value */
        RECORD_BYTES_MAX = 64 << 20, /* of one value, before compression */
        KEY_BYTES_MAX = 511,         /* LMDB's own */
        ID_BYTES_MAX = 256,
        SOURCE_BYTES_MAX = 4096,
        REASON_BYTES_MAX = 64 << 10,
        NAME_BYTES_MAX = 255, /* of a cursor, and of its owner */
};

/* Numbers are part of the format: they go into every checksum. */
enum table {
        TABLE_META = 0,
        TABLE_ARTICLES = 1,
        TABLE_IDS = 2,
        TABLE_JOBS = 3,
        TABLE_SETTLED = 4,
        TABLE_EXTRACTIONS = 5,
        TABLE_CURRENT = 6,
        TABLE_EVENTS = 7,
        TABLE_MEMBERS = 8,
        TABLE_MEMBERSHIPS = 9,
        TABLE_DIRTY = 10,
        TABLE_ROWS = 11,
        TABLE_VERSIONS = 12,
        TABLE_FEED = 13,
        TABLE_CURSORS = 14,
        TABLE_DEAD = 15,
        TABLE_RECENT = 16,
        N_TABLES,
};
extern const char *const table_names[N_TABLES];

/* What meta keeps under "counters". */
struct counters {
        uint64_t articles_end, linked_end, feed_start, feed_end, window_start;
};

/* Space: see room.c. */
struct room {
        struct store_limits limits; /* with defaults filled in */
        int fd;                     /* LMDB's, of the data file */
        uint32_t page_bytes;
        uint64_t allocated; /* the file's blocks up to here are ours, even if not yet written */
        bool filled;        /* … without holes */
};

/* The same as one transaction sees it. */
struct room_view {
        uint64_t disk_free; /* above what is left to others */
        uint64_t file_end;  /* bytes of the file at the begin, and what the writes may add */
};

struct store {
        MDB_env *env;
        MDB_dbi dbi[N_TABLES];
        int lock_fd;
        char id[17];
        struct room room;
        atomic_int failed; /* an errno after which nothing is written any more */
        atomic_bool writing;
        struct recent recent;        /* the writer's, as is the lap: see ids.c */
        pthread_mutex_t recent_lock; /* held to change it, and by readers */
        struct lap *lap;
        struct txn *writer; /* its memory, kept from one transaction to the next */
        pthread_mutex_t idle_lock;
        struct txn *idle; /* readers that are not in use */
        unsigned n_idle;
};

struct txn {
        struct store *store;
        MDB_txn *mdb;
        struct txn *next; /* in store->idle */
        bool writing, stepping;
        int error; /* sticky */
        struct counters counters, counters_kept, counters_before_step;
        struct room_view room;
        struct buffer plain;  /* the record that is being made */
        struct buffer packed; /* the same compressed */
        struct buffer opened; /* a record that is looked at */
        struct buffer undo;   /* what the step has overwritten, see table.c */
        ZSTD_CCtx *pack;
        ZSTD_DCtx *unpack;
};

struct key {
        size_t size;
        unsigned char bytes[KEY_BYTES_MAX];
};

/* ------------------------------------------------------------ error.c */

/** What an LMDB return means to us; see the table there. */
int error_from_lmdb(int rc);
/** Makes @r the transaction's own failure, unless it has one; gives @r back. */
int txn_fail(struct txn *txn, int r);

/* ------------------------------------------------------------ key.c */

void key_number(struct key *key, uint64_t number);
void key_pair(struct key *key, uint64_t first, uint64_t second);
/** False: too long, and the key is cut. */
bool key_text(struct key *key, const void *text, size_t size);
void key_add_u32(struct key *key, uint32_t value);
void key_add_u64(struct key *key, uint64_t value);
/** Adds bytes so that they sort as they are, whatever follows; at most ROW_KEY_MAX. */
void key_add_bytes(struct key *key, const void *data, size_t size);
/** The reverse, into @out (ROW_KEY_MAX bytes). False: not as written by key_add_bytes(). */
bool key_take_bytes(struct cursor *c, unsigned char *out, size_t *ret_size);

/* ------------------------------------------------------------ record.c */

enum { RECORD_HEAD_BYTES = 14 };

/** Bytes of the data file that a key and a value of these sizes take. */
uint64_t record_cost(uint32_t page_bytes, size_t key_size, size_t value_size);
/** Empties txn->plain and makes place for the head; the caller appends the payload. */
struct buffer *record_begin(struct txn *txn);
/** Frames the payload in txn->plain, compressed where that saves space. */
int record_seal(struct txn *txn, enum table table, const struct key *key, MDB_val *ret);
/** Checks a stored value and gives its payload, which points to the map or into @into.
 *  Returns 0, STORE_E_CORRUPT or -ENOMEM. */
int record_open(struct txn *txn, enum table table, const MDB_val *key, const MDB_val *value,
                struct buffer *into, struct blob *ret);
/** A blob that may be NULL, as cursor_get_blob() reads it. */
void record_put_blob(struct buffer *out, const struct blob *blob);

/* ------------------------------------------------------------ room.c */

int room_init(struct store *store, const struct store_limits *limits);
void room_begin(struct txn *txn);
/** Accounts for a value that is about to be written. */
void room_take(struct txn *txn, size_t value_size);
/** 0 when a thing of @bytes may be added beside the reserve, else STORE_E_FULL. */
int room_for(struct txn *txn, size_t bytes);
uint64_t room_used(struct txn *txn);

/* ------------------------------------------------------------ table.c */

enum put_mode {
        PUT_ANY,    /* overwrite what may be there */
        PUT_NEW,    /* there is nothing under the key: else the store is corrupt */
        PUT_APPEND, /* as PUT_NEW, and the key is the table's highest */
        PUT_LATE,   /* as PUT_NEW; the key is mostly the highest */
};

/** Writes the record begun with record_begin(). Failures are the transaction's. */
int table_put(struct txn *txn, enum table table, const struct key *key, enum put_mode mode);
/** 0 or STORE_E_NOT_FOUND; other failures are the transaction's. */
int table_delete(struct txn *txn, enum table table, const struct key *key);
/** The payload, valid until the next call on @txn. 0, STORE_E_NOT_FOUND, STORE_E_CORRUPT, …. */
int table_look(struct txn *txn, enum table table, const struct key *key, struct blob *ret);
/** The payload copied into @buffer, which is emptied first. */
int table_read(struct txn *txn, enum table table, const struct key *key, struct blob *ret,
               struct buffer *buffer);
/** 0 or STORE_E_NOT_FOUND, without a look at the value. */
int table_has(struct txn *txn, enum table table, const struct key *key);
uint64_t table_count(struct txn *txn, enum table table);
/** Undoes the step's writes, the last one first. */
int table_undo(struct txn *txn);

/** A place in a table, by the order of keys. */
struct walk {
        struct txn *txn;
        enum table table;
        MDB_cursor *cursor;
        MDB_val key, value; /* as stored */
};
int walk_open(struct walk *walk, struct txn *txn, enum table table);
void walk_close(struct walk *walk);
/* Each gives 0 or STORE_E_NOT_FOUND: there is none. */
int walk_seek(struct walk *walk, const struct key *key); /* the first at or behind @key */
int walk_next(struct walk *walk);
int walk_previous(struct walk *walk);
int walk_last(struct walk *walk);
/** The payload of the place; points to the map, or into the transaction as table_look(). */
int walk_look(struct walk *walk, struct blob *ret);
int walk_read(struct walk *walk, struct blob *ret, struct buffer *buffer);
bool walk_in(const struct walk *walk, const struct key *prefix);
void walk_key(const struct walk *walk, struct key *ret);
/** The number in which the key ends; 0 for a key shorter than that. */
uint64_t walk_number(const struct walk *walk);
/** Appends up to @max numbers of keys that start with @prefix, from @from on. */
int walk_list(struct txn *txn, enum table table, const struct key *prefix, uint64_t from,
              uint64_t *numbers, size_t max, size_t *ret_n);

/* ------------------------------------------------------------ meta.c */

/** Format of the store that @txn sees; the only thing that may be read before it is known.
 *  Returns 0, STORE_E_NEWER_FORMAT, STORE_E_CORRUPT, …. */
int meta_format(struct txn *txn, uint32_t *ret);
/** Fills the tables of a new store. */
int meta_create(struct txn *txn);
/** Migrates a store of format @found, and reads what it says of itself. */
int meta_open(struct txn *txn, uint32_t found);
int meta_read_counters(struct txn *txn);
int meta_write_counters(struct txn *txn);

/** One step of a migration: turns format @from into @from + 1 within @txn. */
struct migration {
        uint32_t from;
        int (*run)(struct txn *txn);
};
/** Runs the steps that lead from @found to @wanted. 0, STORE_E_NEWER_FORMAT, or
 *  STORE_E_CORRUPT where a step is missing. */
int migrate(struct txn *txn, uint32_t found, uint32_t wanted, const struct migration *steps,
            size_t n_steps);

/* ------------------------------------------------------------ lock.c */

/** Takes the lock of @dir. The caller owns *@ret_fd. 0, STORE_E_LOCKED or an errno. */
int lock_take(const char *dir, bool read_only, int *ret_fd);
void lock_release(int fd);

/* ------------------------------------------------------------ ids.c */

struct id_entry {
        uint64_t number; /* latest version */
        uint8_t kind;
        unsigned char content[16];
        struct blob source;
};
/** The latest version of @id, valid until the next call on @txn. 0, STORE_E_NOT_FOUND, …. */
int ids_find(struct txn *txn, const struct blob *id, struct id_entry *ret);
/** Makes @e, the last entry of log 1, the latest of its id. */
int ids_put(struct txn *txn, const struct article_entry *e);
int id_decode(const struct blob *record, struct id_entry *ret);
int recent_decode(const struct blob *record, struct blob *ret_id, struct id_entry *ret);
/** Takes from memory what is not in log 1 (any more). */
void ids_undo(struct txn *txn);
/** What "recent" has under @number, from log 1 where that is damaged. STORE_E_NOT_FOUND:
 * nothing; STORE_E_CORRUPT: log 1 is damaged there, too. Valid until the next call on @txn. */
int recent_look(struct txn *txn, uint64_t number, uint64_t hash, struct blob *ret_id,
                struct id_entry *ret);
void id_write(struct buffer *out, const struct id_entry *e);
int ids_load(struct txn *txn);
void ids_close(struct store *store);

/* ------------------------------------------------------------ lap.c */

/* A commit sorts some ids in; when it was successful, that is remembered. */
int lap_before_commit(struct txn *txn);
void lap_after_commit(struct txn *txn);
/** Forgets a lap that no commit has begun. */
void lap_undo(struct store *store);
void lap_end(struct store *store);

/* ------------------------------------------------------------ articles.c, jobs.c, … */

/** The entry as it is stored: a requeued one without body. */
int article_decode_entry(const struct blob *record, uint64_t number, struct article_entry *ret);
/** Appends a numbered entry to log 1 and makes it the latest of its id. */
int articles_append(struct txn *txn, struct article_entry *entry);
int jobs_add(struct txn *txn, const struct article_entry *entry);
int settled_put_retraction(struct txn *txn, uint64_t number);
int settled_decode(const struct blob *record, uint64_t number, struct settled *ret);
int event_decode(const struct blob *record, uint64_t event, struct event_record *ret);
int version_decode(const struct blob *record, struct version_record *ret);
/** Deletes up to @max - *@n versions of @event that are of @generation, the oldest first. */
int versions_drop(struct txn *txn, uint64_t event, uint32_t generation, size_t max, size_t *n);
int dead_decode(const struct blob *record, uint64_t number, struct dead_letter *ret);
int dead_put(struct txn *txn, const struct dead_letter *letter);
/** A record that holds one number. */
int number_put(struct txn *txn, enum table table, const struct key *key, uint64_t number);
int number_look(struct txn *txn, enum table table, const struct key *key, uint64_t *ret);
