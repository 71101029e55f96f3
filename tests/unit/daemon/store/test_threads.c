/* One writer, many readers: each sees whole transactions. Made for the thread sanitizer. */
#include <pthread.h>
#include <stdatomic.h>

#include "tests/unit/daemon/store/fixture.h"

enum { READERS = 4, BATCHES = 60, EACH = 3 };

struct reader {
        pthread_t thread;
        struct store *store;
        atomic_bool *done;
        unsigned wrong, looks;
};

/* A batch appends EACH articles and one feed entry, so a reader must see both or none. */
static void look(struct reader *reader, struct buffer *buffer)
{
        struct article_entry e;
        uint64_t end, found = 0;
        struct txn *txn;

        if (txn_begin_read(reader->store, &txn) != 0) {
                reader->wrong++;
                return;
        }
        end = txn_articles_end(txn);
        reader->wrong += end != EACH * txn_feed_end(txn);
        if (end) {
                reader->wrong += txn_get_article(txn, end, &e, buffer) != 0;
                reader->wrong += txn_find_article(txn, e.id.data, e.id.size, &found) != 0;
                reader->wrong += found != end;
        }
        txn_abort(txn);
        reader->looks++;
}

static void *read_on(void *context)
{
        struct reader *reader = context;
        struct buffer buffer = { 0 };

        while (!atomic_load(reader->done))
                look(reader, &buffer);
        look(reader, &buffer);
        buffer_clear(&buffer);
        return NULL;
}

static void write_batch(struct fixture *f, unsigned batch)
{
        char id[32];

        begin(f);
        for (unsigned i = 0; i < EACH; i++) {
                snprintf(id, sizeof(id), "%u-%u", batch, i);
                put(f, an_article(id, "S", "words"), NULL);
        }
        EXPECT_INT(txn_append_feed(f->txn, batch, "{}", 2), 0);
        EXPECT_INT(txn_commit(f->txn), 0);
}

TEST(readers_on_other_threads_see_whole_transactions)
{
        struct reader readers[READERS] = { 0 };
        atomic_bool done = false;
        struct fixture f;

        fixture_open(&f, NULL);
        for (unsigned i = 0; i < READERS; i++) {
                readers[i].store = f.store;
                readers[i].done = &done;
                REQUIRE(pthread_create(&readers[i].thread, NULL, read_on, &readers[i]) == 0);
        }
        for (unsigned batch = 1; batch <= BATCHES; batch++)
                write_batch(&f, batch);
        atomic_store(&done, true);
        for (unsigned i = 0; i < READERS; i++) {
                pthread_join(readers[i].thread, NULL);
                EXPECT_INT(readers[i].wrong, 0);
                EXPECT(readers[i].looks > 0);
        }
        EXPECT_SOUND(&f);
        fixture_close(&f);
}
