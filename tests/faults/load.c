#include "tests/faults/load.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/digest.h"

/* Entries of log 1 that a batch appends, and how it begins to count. */
enum { PUTS = 4, TEXT_BYTES = 2500 };

static uint64_t first_of(uint64_t batch)
{
        return (batch - 1) * PUTS + 1;
}

/* ------------------------------------------------------------ making */

static void make_text(uint64_t seed, char out[TEXT_BYTES])
{
        uint64_t state = seed * 0x9E3779B97F4A7C15ULL + 1;

        for (size_t i = 0; i < TEXT_BYTES; i++) {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                out[i] = (char)('a' + state % 26);
        }
}

static struct blob text_of(const char *text)
{
        return (struct blob){ text, strlen(text) };
}

static int put_one(struct txn *txn, uint64_t batch, unsigned which, char text[TEXT_BYTES])
{
        struct article_entry e = { .kind = which == 3 ? ENTRY_RETRACTION : ENTRY_ARTICLE };
        struct receipt receipt;
        char id[32];
        int r;

        /* Entries 0, 1: new; 2: another version of 0; 3: 1 is retracted. */
        snprintf(id, sizeof(id), "b%llu-%u", (unsigned long long)batch, which % 2);
        make_text(first_of(batch) + which, text);
        e.id = text_of(id);
        e.source = text_of("source");
        e.body = (struct blob){ text, TEXT_BYTES };
        digest_128(text, TEXT_BYTES, e.content);
        r = txn_put_article(txn, &e, &receipt);
        if (!r && receipt.number != first_of(batch) + which)
                return STORE_E_CORRUPT;
        return r;
}

static int settle_one(struct txn *txn, uint64_t number, const char *text)
{
        struct settled s = { .number = number, .attempts = 1 };

        if (number % PUTS == 0)
                return 0; /* a retraction has settled itself */
        s.kind = number % 7 ? SETTLED_RESULT : SETTLED_FAILED;
        s.reason = text_of(number % 7 ? "" : "it failed");
        s.extraction = (struct blob){ text, TEXT_BYTES };
        s.signature = (struct blob){ text, 100 };
        return txn_put_settled(txn, &s);
}

/* The event of a batch: founded by its first article, with the third as a second member. */
static int publish(struct txn *txn, uint64_t batch, const char *text)
{
        uint64_t first = first_of(batch), version = first + PUTS - 1;
        struct event_record e = { .event = first,
                                  .state = EVENT_LIVE,
                                  .version = version,
                                  .generation = 1,
                                  .folding = 1 };
        struct version_record v = { .event = first, .version = version, .generation = 1 };
        const struct blob key = text_of("a row"), value = { text, 700 };
        int r;

        v.summary = (struct blob){ text, 300 };
        r = txn_put_event(txn, &e);
        r = r ? r : txn_set_member(txn, first, first);
        r = r ? r : txn_set_member(txn, first + 2, first);
        r = r ? r : txn_put_row(txn, first, 1, version, &key, &value);
        r = r ? r : txn_put_version(txn, &v);
        r = r ? r : txn_append_feed(txn, batch, text, 900);
        return r ? r : txn_put_cursor(txn, "peer", "cursor", batch);
}

static int finish(struct txn *txn, uint64_t batch, char text[TEXT_BYTES])
{
        int r = 0;

        for (uint64_t n = first_of(batch); !r && n < first_of(batch + 1); n++) {
                make_text(n, text);
                r = settle_one(txn, n, text);
                if (!r)
                        r = txn_advance_linked(txn, n);
        }
        make_text(batch, text);
        return r ? r : publish(txn, batch, text);
}

int load_commit(struct store *store, uint64_t batch)
{
        char text[TEXT_BYTES];
        struct txn *txn;
        int r = txn_begin(store, &txn);

        if (r)
                return r;
        for (unsigned i = 0; !r && i < PUTS; i++)
                r = put_one(txn, batch, i, text);
        if (!r && batch > 1)
                r = finish(txn, batch - 1, text);
        if (!r)
                return txn_commit(txn);
        txn_abort(txn);
        return r;
}

/* ------------------------------------------------------------ verifying */

static int fault(const char *what, uint64_t number)
{
        printf("  %s %llu\n", what, (unsigned long long)number);
        return 1;
}

/* What became of a thing that was stored. */
enum state { WHOLE, LOST, CHANGED };

static enum state state_of(const struct blob *found, const char *text, size_t size)
{
        return found->size == size && memcmp(found->data, text, size) == 0 ? WHOLE : CHANGED;
}

static enum state article_state(struct txn *txn, uint64_t number, struct buffer *buffer)
{
        char text[TEXT_BYTES];
        struct article_entry e;

        make_text(number, text);
        if (txn_get_article(txn, number, &e, buffer) != 0)
                return LOST;
        return state_of(&e.body, text, TEXT_BYTES);
}

static enum state result_state(struct txn *txn, uint64_t number, struct buffer *buffer)
{
        char text[TEXT_BYTES];
        struct settled s;

        make_text(number, text);
        if (txn_get_settled(txn, number, &s, buffer) != 0)
                return LOST;
        return s.kind == SETTLED_RESULT ? state_of(&s.extraction, text, TEXT_BYTES) : WHOLE;
}

static enum state feed_state(struct txn *txn, uint64_t number, struct buffer *buffer)
{
        char text[TEXT_BYTES];
        struct blob json;

        make_text(number, text);
        if (txn_get_feed(txn, number, &json, buffer) != 0)
                return LOST;
        return state_of(&json, text, 900);
}

/* What a store of so many batches holds. */
static const struct {
        const char *name;
        enum state (*state)(struct txn *txn, uint64_t number, struct buffer *buffer);
        uint64_t each, less; /* numbers a batch; batches that are not as far yet */
} things[] = {
        { "article", article_state, PUTS, 0 },
        { "result", result_state, PUTS, 1 },
        { "feed entry", feed_state, 1, 1 },
};

/* Counts what is in a state that @states (bits) has. */
static int count(struct txn *txn, uint64_t batches, unsigned states, bool tell)
{
        struct buffer buffer = { 0 };
        int n = 0;

        for (size_t t = 0; t < ARRAY_SIZE(things); t++)
                for (uint64_t i = 1;
                     i + things[t].less * things[t].each <= batches * things[t].each; i++) {
                        enum state state = things[t].state(txn, i, &buffer);

                        if (!(states & 1U << state))
                                continue;
                        n++;
                        if (tell)
                                printf("  %s %s %llu\n", state == LOST ? "lost" : "changed",
                                       things[t].name, (unsigned long long)i);
                }
        buffer_clear(&buffer);
        return n;
}

static int64_t last_of(struct txn *txn)
{
        uint64_t end = txn_articles_end(txn), batch = end / PUTS, cursor = 0;
        uint64_t done = batch ? batch - 1 : 0;

        (void)txn_get_cursor(txn, "peer", "cursor", &cursor);
        if (end % PUTS || txn_feed_end(txn) != done || cursor != done ||
            txn_linked_end(txn) != done * PUTS) {
                fault("a batch in part, at", end);
                return -1;
        }
        return (int64_t)batch;
}

int64_t load_last(struct store *store)
{
        struct txn *txn;
        int64_t last;

        if (txn_begin_read(store, &txn) != 0)
                return -1;
        last = last_of(txn);
        txn_abort(txn);
        return last;
}

int load_verify(struct store *store, uint64_t acknowledged)
{
        struct txn *txn;
        int64_t last;
        int faults = 0;

        if (txn_begin_read(store, &txn) != 0)
                return fault("cannot be read; acknowledged were", acknowledged);
        last = last_of(txn);
        if (last < (int64_t)acknowledged)
                faults += fault("lost what was acknowledged, batch", acknowledged);
        if (last > 0)
                faults += count(txn, (uint64_t)last, 1U << LOST | 1U << CHANGED, true);
        txn_abort(txn);
        return faults;
}

int load_changed(struct store *store, uint64_t batches)
{
        struct txn *txn;
        int n;

        if (txn_begin_read(store, &txn) != 0)
                return 0;
        n = count(txn, batches, 1U << CHANGED, true);
        txn_abort(txn);
        return n;
}

static void tell(void *context, const char *what)
{
        (void)context;
        printf("  check: %s\n", what);
}

static int verify_here(const char *dir, uint64_t acknowledged)
{
        struct store *store;
        int faults = store_check(dir, tell, NULL), r;

        /* One that never came to be is made now. */
        if (faults && (faults != -ENOENT || acknowledged))
                return 1;
        r = store_open(&store, dir, NULL);
        if (r)
                return fault("cannot be opened:", (uint64_t)r);
        faults = load_verify(store, acknowledged);
        /* And it goes on. */
        if (!faults && load_commit(store, (uint64_t)load_last(store) + 1) != 0)
                faults = fault("does not go on after", acknowledged);
        store_close(store);
        return faults;
}

int load_verify_dir(const char *dir, uint64_t acknowledged)
{
        int status;
        pid_t pid;

        fflush(stdout);
        pid = fork();
        if (pid == 0) {
                status = verify_here(dir, acknowledged) ? 1 : 0;
                fflush(stdout);
                _exit(status);
        }
        if (pid < 0 || waitpid(pid, &status, 0) != pid)
                return 1;
        if (WIFSIGNALED(status))
                return fault("the check was ended by signal", (uint64_t)WTERMSIG(status));
        return WEXITSTATUS(status);
}
