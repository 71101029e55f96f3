/* fixture - a store in a temporary folder, and short names for what tests do with it */
#pragma once

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/digest.h"
#include "daemon/store/store.h"
#include "tests/folder.h"
#include "tests/unit/test.h"

struct fixture {
        char dir[FOLDER_BYTES];
        struct store *store;
        struct txn *txn; /* the one under way */
        struct buffer buffer;
};

static inline void fixture_open(struct fixture *f, const struct store_limits *limits)
{
        *f = (struct fixture){ .store = NULL };
        folder_make(f->dir);
        REQUIRE(store_open(&f->store, f->dir, limits) == 0);
}

static inline void fixture_close(struct fixture *f)
{
        store_close(f->store);
        f->store = NULL;
        buffer_clear(&f->buffer);
        folder_remove(f->dir);
}

static inline void fixture_reopen(struct fixture *f)
{
        store_close(f->store);
        f->store = NULL;
        REQUIRE(store_open(&f->store, f->dir, NULL) == 0);
}

static inline struct txn *begin(struct fixture *f)
{
        REQUIRE(txn_begin(f->store, &f->txn) == 0);
        return f->txn;
}

static inline struct txn *begin_read(struct fixture *f)
{
        struct txn *txn;

        REQUIRE(txn_begin_read(f->store, &txn) == 0);
        return txn;
}

static inline struct blob text_blob(const char *text)
{
        return (struct blob){ text, text ? strlen(text) : 0 };
}

/** An article whose content is decided by its words. */
static inline struct article_entry an_article(const char *id, const char *source,
                                              const char *words)
{
        struct article_entry e = { .kind = ENTRY_ARTICLE, .received_us = 7 };

        e.id = text_blob(id);
        e.source = text_blob(source);
        e.body = text_blob(words);
        digest_128(words, strlen(words), e.content);
        return e;
}

static inline struct article_entry a_retraction(const char *id, const char *source)
{
        struct article_entry e = an_article(id, source, "{}");

        e.kind = ENTRY_RETRACTION;
        return e;
}

/** Puts @entry and gives its number; the status goes to *@status where asked for. */
static inline uint64_t put(struct fixture *f, struct article_entry entry,
                           enum receipt_status *status)
{
        struct receipt receipt = { 0 };
        int r = txn_put_article(f->txn, &entry, &receipt);

        if (r)
                test_fail(__FILE__, __LINE__, "txn_put_article gives %d", r);
        if (status)
                *status = receipt.status;
        return receipt.number;
}

/** Settles @number with a result. */
static inline int settle(struct fixture *f, uint64_t number)
{
        struct settled s = {
                .kind = SETTLED_RESULT,
                .number = number,
                .article = text_blob("a"),
                .extraction = text_blob("{\"text\":\"words\"}"),
                .signature = text_blob("signature"),
                .keys = text_blob("keys"),
                .attempts = 1,
        };

        return txn_put_settled(f->txn, &s);
}

static inline int settle_failed(struct fixture *f, uint64_t number, const char *reason)
{
        struct settled s = {
                .kind = SETTLED_FAILED,
                .number = number,
                .reason = text_blob(reason),
                .attempts = 5,
        };

        return txn_put_settled(f->txn, &s);
}

/** Articles 1 to @n with ids "a1" …, committed. */
static inline void given_articles(struct fixture *f, unsigned n)
{
        char id[32];

        begin(f);
        for (unsigned i = 1; i <= n; i++) {
                snprintf(id, sizeof(id), "a%u", i);
                EXPECT_INT(put(f, an_article(id, "S", "words"), NULL), i);
        }
        EXPECT_INT(txn_commit(f->txn), 0);
}

struct faults {
        unsigned n;
        char first[256], all[4096];
};

static inline void note_fault(void *context, const char *fault)
{
        struct faults *faults = context;
        size_t used = strlen(faults->all);

        if (!faults->n++)
                snprintf(faults->first, sizeof(faults->first), "%s", fault);
        snprintf(faults->all + used, sizeof(faults->all) - used, "%s\n", fault);
}

/** Closes the store and checks it. */
static inline int check(struct fixture *f, struct faults *faults)
{
        *faults = (struct faults){ 0 };
        store_close(f->store);
        f->store = NULL;
        return store_check(f->dir, note_fault, faults);
}

#define EXPECT_SOUND(f)                                                                        \
        do {                                                                                   \
                struct faults faults_;                                                         \
                EXPECT_INT(check((f), &faults_), 0);                                           \
                if (faults_.n)                                                                 \
                        test_fail(__FILE__, __LINE__, "not sound: %s", faults_.all);           \
        } while (0)
