/* store_disk - a disk that is full, cuts writes short, or fails
 *
 * Full or short: the commit is refused as full, the store is alive, and goes on when there is
 * space. Failing: an error, nothing is acknowledged or tried again, and a new start finds what
 * was acknowledged before.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>

#include "tests/faults/disk.h"
#include "tests/faults/load.h"
#include "tests/folder.h"

enum { SKIPPED = 77 };

static int failures;

static void expect(const char *what, unsigned step, long found, long wanted)
{
        if (found == wanted)
                return;
        printf("  step %u: %s is %ld, expected %ld\n", step, what, found, wanted);
        failures++;
}

/* A store with two batches in it. */
static struct store *given_store(const char *dir)
{
        struct store *store;

        if (store_open(&store, dir, NULL) != 0 || load_commit(store, 1) != 0 ||
            load_commit(store, 2) != 0)
                exit(1);
        return store;
}

static void then_sound(const char *dir, struct store *store, uint64_t last)
{
        store_close(store);
        if (load_verify_dir(dir, last) != 0)
                failures++;
        folder_remove(dir);
}

static void full_at(enum disk_fault fault, unsigned step)
{
        char dir[FOLDER_BYTES];
        struct store *store;
        int r;

        folder_make(dir);
        store = given_store(dir);
        disk_arm(fault, step);
        r = load_commit(store, 3);
        disk_arm(DISK_SOUND, 0);
        /* A sync is never short. */
        if (r || fault != DISK_SHORT)
                expect("the commit", step, r, STORE_E_FULL);
        expect("the batches held", step, load_last(store), r ? 2 : 3);
        for (uint64_t batch = r ? 3 : 4; batch <= 6; batch++)
                expect("the commit with space again", step, load_commit(store, batch), 0);
        then_sound(dir, store, 6);
}

static unsigned steps_of_a_commit(void)
{
        char dir[FOLDER_BYTES];
        struct store *store;
        unsigned steps;

        folder_make(dir);
        store = given_store(dir);
        disk_arm(DISK_SOUND, 0);
        expect("a commit", 0, load_commit(store, 3), 0);
        steps = disk_steps();
        then_sound(dir, store, 3);
        return steps;
}

static void fails_at(unsigned step)
{
        char dir[FOLDER_BYTES];
        struct store *store;
        unsigned syncs;
        int r;

        folder_make(dir);
        store = given_store(dir);
        disk_arm(DISK_IO_ERROR, step);
        r = load_commit(store, 3);
        expect("the commit", step, r, -EIO);
        syncs = disk_syncs();
        expect("the next commit", step, load_commit(store, 3), -EIO);
        expect("syncs tried again", step, disk_syncs() - syncs, 0);
        disk_arm(DISK_SOUND, 0);
        then_sound(dir, store, 2);
}

/* ------------------------------------------------------------ a real full disk */

static void fill_small_disk(const char *dir)
{
        const struct store_limits limits = { .reserve_bytes = 1 << 20, .free_bytes = 1 << 20 };
        struct store *store;
        uint64_t batch = 1;
        int r;

        r = store_open(&store, dir, &limits);
        if (r) {
                expect("opening", 0, r, 0);
                return;
        }
        while (!(r = load_commit(store, batch)) && batch < 10000)
                batch++;
        expect("a commit on a full disk", (unsigned)batch, r, STORE_E_FULL);
        expect("the batches held", (unsigned)batch, load_last(store), (long)batch - 1);
        printf("a disk of 16 MiB holds %llu batches\n", (unsigned long long)batch - 1);
        expect("what it holds: faults", 0, load_verify(store, batch - 1), 0);
        store_close(store);
        expect("the check: faults", 0, store_check(dir, NULL, NULL), 0);
}

/* Another program takes all that is left of the disk. */
static void take_the_rest(const char *path)
{
        char bytes[4096] = { 0 };
        FILE *file = fopen(path, "w");

        if (!file)
                exit(1);
        setvbuf(file, NULL, _IONBF, 0);
        while (fwrite(bytes, 1, sizeof(bytes), file) == sizeof(bytes))
                ;
        fclose(file);
}

static int put_articles(struct store *store, uint64_t first, unsigned n)
{
        struct receipt receipt;
        char text[3000], id[32];
        struct txn *txn;
        int r = txn_begin(store, &txn);

        if (r)
                return r;
        memset(text, 'x', sizeof(text));
        for (unsigned i = 0; !r && i < n; i++) {
                struct article_entry e = { .kind = ENTRY_ARTICLE };

                snprintf(id, sizeof(id), "id%llu", (unsigned long long)(first + i));
                e.id = (struct blob){ id, strlen(id) };
                e.body = (struct blob){ text, sizeof(text) };
                r = txn_put_article(txn, &e, &receipt);
        }
        if (!r)
                return txn_commit(txn);
        txn_abort(txn);
        return r;
}

static int complete(struct store *store, uint64_t number)
{
        char text[5000];
        struct settled s = { .kind = SETTLED_RESULT, .number = number };
        struct txn *txn;
        int r = txn_begin(store, &txn);

        if (r)
                return r;
        for (size_t i = 0; i < sizeof(text); i++)
                text[i] = (char)(number * i * i >> 5 ^ i * 31);
        s.extraction = (struct blob){ text, sizeof(text) };
        r = txn_put_settled(txn, &s);
        r = r ? r : txn_advance_linked(txn, number);
        r = r ? r : txn_append_feed(txn, number, text, 500);
        if (!r)
                return txn_commit(txn);
        txn_abort(txn);
        return r;
}

static void complete_while_others_fill_the_disk(const char *dir)
{
        const struct store_limits limits = { .reserve_bytes = 1 << 20, .free_bytes = 1 << 20 };
        char hog[FOLDER_BYTES + 8];
        struct store *store;

        if (store_open(&store, dir, &limits) != 0)
                exit(1);
        snprintf(hog, sizeof(hog), "%s/hog", dir);
        expect("putting", 0, put_articles(store, 1, 200), 0);
        take_the_rest(hog);
        expect("putting on a full disk", 0, put_articles(store, 201, 1), STORE_E_FULL);
        for (unsigned n = 1; n <= 200; n++)
                expect("a completion on a full disk", n, complete(store, n), 0);
        expect("putting on a full disk", 0, put_articles(store, 201, 1), STORE_E_FULL);
        (void)remove(hog);
        expect("putting with space again", 0, put_articles(store, 201, 1), 0);
        store_close(store);
        expect("the check: faults", 0, store_check(dir, NULL, NULL), 0);
}

static int on_small_disk(void (*test)(const char *dir))
{
        char dir[FOLDER_BYTES];

        folder_make(dir);
        if (mount("tmpfs", dir, "tmpfs", 0, "size=16m") < 0) {
                printf("skipped: no right to mount a tmpfs (%s)\n", strerror(errno));
                folder_remove(dir);
                return SKIPPED;
        }
        test(dir);
        umount(dir);
        folder_remove(dir);
        return failures > 0;
}

int main(int argc, char **argv)
{
        unsigned steps, step;

        if (argc == 2 && strcmp(argv[1], "small") == 0)
                return on_small_disk(fill_small_disk);
        if (argc == 2 && strcmp(argv[1], "reserve") == 0)
                return on_small_disk(complete_while_others_fill_the_disk);
        /* The last step writes the meta page; no disk has space for all but a page that is
         * there. */
        steps = steps_of_a_commit();
        for (step = 1; step < steps; step++)
                full_at(DISK_NO_SPACE, step);
        for (step = 1; step < steps; step++)
                full_at(DISK_SHORT, step);
        for (step = 1; step <= steps; step++)
                fails_at(step);
        printf("%u steps of a commit: full, short and failed at each\n", steps);
        return failures > 0;
}
