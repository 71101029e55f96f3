/* articles - log 1: what the contract says of ids, versions, duplicates and retractions
 *
 *     articles  number -> u8 kind · u64 previous · u64 original · u64 received ·
 *                         16 bytes content · blob id · blob source · blob body · blob raw
 *                         [· u64 together]
 *
 * Everything is looked at before the first write: a refusal leaves nothing behind.
 */
#include <string.h>

#include "daemon/store/internal.h"

int article_decode_entry(const struct blob *record, uint64_t number, struct article_entry *ret)
{
        struct article_entry e = { .number = number };
        struct blob content;
        struct cursor c;

        cursor_init(&c, record->data, record->size);
        cursor_get_u8(&c, &e.kind);
        cursor_get_u64(&c, &e.previous);
        cursor_get_u64(&c, &e.original);
        cursor_get_u64(&c, &e.received_us);
        cursor_get_blob(&c, &content, sizeof(e.content));
        cursor_get_blob(&c, &e.id, ID_BYTES_MAX);
        cursor_get_blob(&c, &e.source, SOURCE_BYTES_MAX);
        cursor_get_blob(&c, &e.body, RECORD_BYTES_MAX);
        cursor_get_blob(&c, &e.raw, RECORD_BYTES_MAX);
        if (cursor_left(&c))
                cursor_get_u64(&c, &e.together);
        if (!cursor_end(&c) || content.size != sizeof(e.content))
                return STORE_E_CORRUPT;
        memcpy(e.content, content.data, sizeof(e.content));
        *ret = e;
        return 0;
}

/* ------------------------------------------------------------ appending */

static int entry_put(struct txn *txn, const struct article_entry *e)
{
        struct buffer *out = record_begin(txn);
        struct key key;

        key_number(&key, e->number);
        buffer_put_u8(out, e->kind);
        buffer_put_u64(out, e->previous);
        buffer_put_u64(out, e->original);
        buffer_put_u64(out, e->received_us);
        buffer_put_blob(out, e->content, sizeof(e->content));
        record_put_blob(out, &e->id);
        record_put_blob(out, &e->source);
        record_put_blob(out, &e->body);
        record_put_blob(out, &e->raw);
        if (e->together)
                buffer_put_u64(out, e->together);
        return table_put(txn, TABLE_ARTICLES, &key, PUT_APPEND);
}

int articles_append(struct txn *txn, struct article_entry *entry)
{
        int r;

        entry->number = txn->counters.articles_end + 1;
        r = entry_put(txn, entry);
        if (!r)
                r = ids_put(txn, entry);
        if (!r && entry->kind == ENTRY_RETRACTION)
                r = settled_put_retraction(txn, entry->number);
        else if (!r)
                r = jobs_add(txn, entry);
        if (!r)
                txn->counters.articles_end = entry->number;
        return r;
}

static bool entry_fits(const struct article_entry *e)
{
        return (e->kind == ENTRY_ARTICLE || e->kind == ENTRY_RETRACTION) && e->id.size >= 1 &&
               e->id.size <= ID_BYTES_MAX && e->source.size <= SOURCE_BYTES_MAX &&
               e->body.size < RECORD_BYTES_MAX / 2 && e->raw.size < RECORD_BYTES_MAX / 4;
}

static bool same(const struct blob *a, const struct blob *b)
{
        return a->size == b->size && (!a->size || memcmp(a->data, b->data, a->size) == 0);
}

/* What the contract says of an entry whose id has @latest as its last version. Gives 0 when it
 * is to be appended, with the status that the receipt will have; else *@ret_known is set, or
 * it is STORE_E_INVALID. */
static int entry_judge(const struct article_entry *e, const struct id_entry *latest,
                       struct receipt *ret, bool *ret_known)
{
        bool retracts = e->kind == ENTRY_RETRACTION;
        bool retracted = latest && latest->kind == ENTRY_RETRACTION;

        *ret_known = false;
        if (retracts)
                ret->status = RECEIPT_RETRACTED;
        else
                ret->status = latest ? RECEIPT_VERSION : RECEIPT_STORED;
        if (!latest)
                return retracts ? STORE_E_INVALID : 0;
        if (!same(&e->source, &latest->source))
                return STORE_E_INVALID;
        ret->number = latest->number;
        if (retracts) {
                *ret_known = retracted;
        } else if (!retracted && memcmp(e->content, latest->content, 16) == 0) {
                *ret_known = true;
                ret->status = RECEIPT_DUPLICATE;
        }
        return 0;
}

int txn_put_article(struct txn *txn, const struct article_entry *entry, struct receipt *ret)
{
        struct article_entry e = *entry;
        struct id_entry latest = { 0 };
        struct receipt receipt = { 0 };
        bool known, found;
        int r;

        if (!entry_fits(entry))
                return STORE_E_INVALID;
        r = ids_find(txn, &e.id, &latest);
        found = r == 0;
        if (r && r != STORE_E_NOT_FOUND)
                return r;
        r = entry_judge(entry, found ? &latest : NULL, &receipt, &known);
        if (!r && !known) {
                e.previous = latest.number;
                e.original = e.together = 0;
                r = room_for(txn, e.body.size + e.raw.size + e.id.size * 2);
                if (!r)
                        r = articles_append(txn, &e);
                receipt.number = e.number;
        }
        if (!r)
                *ret = receipt;
        return r;
}

/* ------------------------------------------------------------ reading */

/* A requeued entry shows what the article that it tries again is. */
static int entry_follow(struct txn *txn, struct article_entry *e, struct buffer *buffer)
{
        struct article_entry original, shown;
        struct blob record;
        struct key key;
        int r;

        key_number(&key, e->original);
        r = table_read(txn, TABLE_ARTICLES, &key, &record, buffer);
        if (!r)
                r = article_decode_entry(&record, e->original, &original);
        if (r || original.kind != ENTRY_ARTICLE)
                return r < 0 ? r : STORE_E_CORRUPT;
        shown = original;
        shown.kind = ENTRY_REQUEUE;
        shown.number = e->number;
        shown.previous = e->previous;
        shown.original = e->original;
        shown.together = e->together;
        shown.received_us = e->received_us;
        *e = shown;
        return 0;
}

int txn_get_article(struct txn *txn, uint64_t number, struct article_entry *ret,
                    struct buffer *buffer)
{
        struct article_entry e = { 0 };
        struct blob record;
        struct key key;
        int r;

        if (!number || number > txn->counters.articles_end)
                return STORE_E_NOT_FOUND;
        key_number(&key, number);
        r = table_read(txn, TABLE_ARTICLES, &key, &record, buffer);
        if (!r)
                r = article_decode_entry(&record, number, &e);
        if (!r && e.kind == ENTRY_REQUEUE)
                r = entry_follow(txn, &e, buffer);
        /* The log has no gaps: what is not there was lost. */
        if (r == STORE_E_NOT_FOUND)
                return STORE_E_CORRUPT;
        if (!r)
                *ret = e;
        return r;
}

int txn_find_article(struct txn *txn, const char *id, size_t size, uint64_t *ret_number)
{
        struct id_entry latest;
        int r;

        if (size < 1 || size > ID_BYTES_MAX)
                return STORE_E_NOT_FOUND;
        r = ids_find(txn, &(struct blob){ id, size }, &latest);
        if (!r)
                *ret_number = latest.number;
        return r;
}

uint64_t txn_articles_end(struct txn *txn)
{
        return txn->counters.articles_end;
}
