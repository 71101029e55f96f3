/* bare_lmdb - how fast LMDB itself takes rows of 3.4 KB: what the store is measured against
 *
 *     bare_lmdb DIR COUNT ROWS-PER-TRANSACTION
 *
 * Rows of text under growing numbers, appended, synced at each commit, with the flags that the
 * store has. Nothing is checked, packed or looked up. Prints rows per second.
 */
#include <endian.h>
#include <lmdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "tests/bench/text.h"

static void must(int rc, const char *what)
{
        if (rc == 0)
                return;
        fprintf(stderr, "%s: %s\n", what, mdb_strerror(rc));
        exit(1);
}

static MDB_env *open_env(const char *dir)
{
        MDB_env *env;

        (void)mkdir(dir, 0750);
        must(mdb_env_create(&env), "create");
        must(mdb_env_set_mapsize(env, (size_t)64 << 30), "map size");
        must(mdb_env_open(env, dir, MDB_NOTLS, 0640), dir);
        return env;
}

static void put_rows(MDB_env *env, MDB_dbi dbi, const char *text, uint64_t first, uint64_t n)
{
        MDB_txn *txn;

        must(mdb_txn_begin(env, NULL, 0, &txn), "begin");
        for (uint64_t i = first; i < first + n; i++) {
                uint64_t number = htobe64(i);
                MDB_val key = { sizeof(number), &number };
                MDB_val value = { BENCH_TEXT_BYTES,
                                  (void *)(text + (i - first) * BENCH_TEXT_BYTES) };

                must(mdb_put(txn, dbi, &key, &value, MDB_APPEND), "put");
        }
        must(mdb_txn_commit(txn), "commit");
}

int main(int argc, char **argv)
{
        uint64_t count, rows, spent = 0;
        MDB_env *env;
        MDB_txn *txn;
        MDB_dbi dbi;
        char *text;

        if (argc != 4 || !(count = strtoull(argv[2], NULL, 10)) ||
            !(rows = strtoull(argv[3], NULL, 10))) {
                fprintf(stderr, "usage: bare_lmdb DIR COUNT ROWS-PER-TRANSACTION\n");
                return 2;
        }
        text = malloc(rows * BENCH_TEXT_BYTES);
        if (!text)
                return 1;
        env = open_env(argv[1]);
        must(mdb_txn_begin(env, NULL, 0, &txn), "begin");
        must(mdb_dbi_open(txn, NULL, 0, &dbi), "table");
        must(mdb_txn_commit(txn), "commit");
        for (uint64_t i = 1; i <= count; i += rows) {
                uint64_t n = count - i + 1 < rows ? count - i + 1 : rows, start;

                for (uint64_t k = 0; k < n; k++)
                        bench_text(i + k, text + k * BENCH_TEXT_BYTES, BENCH_TEXT_BYTES);
                start = bench_now_us();
                put_rows(env, dbi, text, i, n);
                spent += bench_now_us() - start;
        }
        printf("%.0f\n", (double)count * 1e6 / (double)(spent ? spent : 1));
        mdb_env_close(env);
        free(text);
        return 0;
}
