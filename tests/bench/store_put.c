/* store_put - how fast the store takes articles: compare with bare_lmdb
 *
 *     store_put DIR COUNT ARTICLES-PER-TRANSACTION
 *
 * Articles of 3.4 KB with ids like those that are made from URLs. Prints articles per second.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "daemon/store/store.h"
#include "tests/bench/text.h"

static void must(int r, const char *what)
{
        if (r == 0)
                return;
        fprintf(stderr, "%s: %d\n", what, r);
        exit(1);
}

static void put_articles(struct store *store, const char *text, uint64_t first, uint64_t n)
{
        struct receipt receipt;
        struct txn *txn;

        must(txn_begin(store, &txn), "begin");
        for (uint64_t i = 0; i < n; i++) {
                const char *body = text + i * BENCH_TEXT_BYTES;
                struct article_entry e = { .kind = ENTRY_ARTICLE, .received_us = first + i };
                uint64_t number = first + i;
                char id[33];

                digest_name(&(struct digest_piece){ &number, sizeof(number) }, 1, id);
                e.id = (struct blob){ id, 32 };
                e.source = (struct blob){ "example.org", 11 };
                e.body = (struct blob){ body, BENCH_TEXT_BYTES };
                digest_128(body, BENCH_TEXT_BYTES, e.content);
                must(txn_put_article(txn, &e, &receipt), "put");
        }
        must(txn_commit(txn), "commit");
}

int main(int argc, char **argv)
{
        struct store_figures figures;
        struct store *store;
        uint64_t count, rows, spent = 0;
        char *text;

        if (argc != 4 || !(count = strtoull(argv[2], NULL, 10)) ||
            !(rows = strtoull(argv[3], NULL, 10))) {
                fprintf(stderr, "usage: store_put DIR COUNT ARTICLES-PER-TRANSACTION\n");
                return 2;
        }
        text = malloc(rows * BENCH_TEXT_BYTES);
        if (!text)
                return 1;
        must(store_open(&store, argv[1], NULL), argv[1]);
        for (uint64_t i = 1; i <= count; i += rows) {
                uint64_t n = count - i + 1 < rows ? count - i + 1 : rows, start;

                for (uint64_t k = 0; k < n; k++)
                        bench_text(i + k, text + k * BENCH_TEXT_BYTES, BENCH_TEXT_BYTES);
                start = bench_now_us();
                put_articles(store, text, i, n);
                spent += bench_now_us() - start;
        }
        must(store_figures(store, &figures), "figures");
        fprintf(stderr, "%llu bytes in the store for each article\n",
                (unsigned long long)(figures.used_bytes / count));
        printf("%.0f\n", (double)count * 1e6 / (double)(spent ? spent : 1));
        store_close(store);
        free(text);
        return 0;
}
