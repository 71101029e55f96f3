/* editor_bench - the editor on a real store, with a linker that does what the test says
 *
 * The linker's interface is defined here, so that the real one is not linked in. Included by
 * one file of a test program; not every test needs all of it.
 */
#pragma once

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/json.h"
#include "base/macros.h"
#include "daemon/editor.h"
#include "daemon/fold_reading.h"
#include "proto/feed_item.h"
#include "proto/request.h"
#include "tests/folder.h"
#include "tests/unit/test.h"
#include "workers/link/link.h"

#define BENCH __attribute__((unused))

/* ------------------------------------------------------------ a linker by script */

enum { SCRIPT_MAX = 512 };

static struct {
        struct {
                uint64_t number;
                struct link_change change;
        } lines[SCRIPT_MAX];
        size_t n, restored, made;
        struct link_change changes[SCRIPT_MAX];
        uint64_t replaced; /* what the last linker_add() was told to replace */
        uint64_t home;     /* … and where that was */
} script;

/* At entry @number the linker will say this. */
BENCH static void will(uint64_t number, enum link_change_kind kind, uint64_t event,
                       uint64_t other, uint64_t article)
{
        REQUIRE(script.n < SCRIPT_MAX);
        script.lines[script.n].number = number;
        script.lines[script.n++].change = (struct link_change){ kind, event, other, article };
}

BENCH static int play(uint64_t number, const struct link_change **ret_changes, size_t *ret_n)
{
        size_t n = 0;

        for (size_t i = 0; i < script.n; i++)
                if (script.lines[i].number == number)
                        script.changes[n++] = script.lines[i].change;
        *ret_changes = script.changes;
        *ret_n = n;
        return 0;
}

struct linker {
        uint64_t last;
};

struct linker *linker_new(void)
{
        script.made++;
        return calloc(1, sizeof(struct linker));
}

void linker_free(struct linker *linker)
{
        free(linker);
}

int linker_add(struct linker *linker, uint64_t number, const void *signature, size_t size,
               uint64_t replaces, uint64_t home, const struct link_change **ret_changes,
               size_t *ret_n)
{
        (void)signature;
        (void)size;
        EXPECT(number > linker->last);
        linker->last = number;
        script.replaced = replaces;
        script.home = home;
        return play(number, ret_changes, ret_n);
}

/* Removals are scripted at 1000 + the number that goes. */
int linker_remove(struct linker *linker, uint64_t number,
                  const struct link_change **ret_changes, size_t *ret_n)
{
        (void)linker;
        return play(1000 + number, ret_changes, ret_n);
}

uint64_t linker_follows(const struct linker *linker, uint64_t event)
{
        (void)linker;
        return event == 9 ? 1 : 0;
}

int linker_restore(struct linker *linker, const struct link_restored *kept)
{
        linker->last = kept->number;
        script.restored++;
        return 0;
}

uint64_t linker_window_start(const struct linker *linker)
{
        return linker->last > 100 ? linker->last - 100 : 1;
}

/* ------------------------------------------------------------ the bench */

static struct {
        char dir[FOLDER_BYTES];
        struct store *store;
        struct editor *editor;
        uint64_t told; /* feed entries that were looked at */
} bench;

BENCH static struct txn *begin(void)
{
        struct txn *txn;

        REQUIRE(txn_begin(bench.store, &txn) == 0);
        return txn;
}

BENCH static void commit(struct txn *txn)
{
        REQUIRE(txn_commit(txn) == 0);
}

BENCH static void given_a_store_keeping(uint64_t feed_keep)
{
        const struct store_limits limits = { .bytes = 256 << 20,
                                             .reserve_bytes = 8 << 20,
                                             .free_bytes = 1 << 20 };

        memset(&script, 0, sizeof(script));
        memset(&bench, 0, sizeof(bench));
        folder_make(bench.dir);
        REQUIRE(store_open(&bench.store, bench.dir, &limits) == 0);
        REQUIRE(editor_new(&bench.editor, "0011223344556677", feed_keep) == 0);
}

BENCH static void given_a_store(void)
{
        given_a_store_keeping(0);
}

BENCH static void tell_fault(void *context, const char *fault)
{
        (void)context;
        test_fail(__FILE__, __LINE__, "check: %s", fault);
}

/* Every test ends with a store in which all invariants hold. */
BENCH static void the_store_is_sound(void)
{
        editor_free(bench.editor);
        store_close(bench.store);
        EXPECT_INT(store_check(bench.dir, tell_fault, NULL), 0);
        folder_remove(bench.dir);
}

/* ------------------------------------------------------------ log 1 and log 2 */

BENCH static uint64_t put_entry(const char *id, enum entry_kind kind)
{
        static unsigned count;
        struct article_entry entry = { .kind = (uint8_t)kind,
                                       .id = { id, strlen(id) },
                                       .source = { "outlet", 6 },
                                       .body = { "{}", 2 } };
        struct txn *txn = begin();
        struct receipt receipt;

        snprintf((char *)entry.content, sizeof(entry.content), "%u", ++count);
        REQUIRE(txn_put_article(txn, &entry, &receipt) == 0);
        commit(txn);
        return receipt.number;
}

BENCH static void settle(const char *id, uint64_t number)
{
        static const unsigned char no_keys[4];
        static const char text[] = "{\"article\":\"x\"}";
        const struct settled settled = { .kind = SETTLED_RESULT,
                                         .number = number,
                                         .article = { id, strlen(id) },
                                         .extraction = { text, sizeof(text) - 1 },
                                         .signature = { "s", 1 },
                                         .keys = { no_keys, sizeof(no_keys) },
                                         .attempts = 1 };
        struct txn *txn = begin();

        REQUIRE(txn_put_settled(txn, &settled) == 0);
        commit(txn);
}

BENCH static uint64_t publish(const char *id)
{
        uint64_t number = put_entry(id, ENTRY_ARTICLE);

        settle(id, number);
        return number;
}

BENCH static uint64_t publish_failing(const char *id)
{
        uint64_t number = put_entry(id, ENTRY_ARTICLE);
        const struct settled settled = {
                .kind = SETTLED_FAILED, .number = number, .reason = { "no", 2 }, .attempts = 5
        };
        struct txn *txn = begin();

        REQUIRE(txn_put_settled(txn, &settled) == 0);
        commit(txn);
        return number;
}

BENCH static uint64_t retract(const char *id)
{
        return put_entry(id, ENTRY_RETRACTION);
}

BENCH static size_t link_all(void)
{
        struct txn *txn = begin();
        size_t n = 0;

        EXPECT_INT(editor_link(bench.editor, txn, 1000, &n), 0);
        commit(txn);
        return n;
}

/* ------------------------------------------------------------ folds */

/* What a worker would give: a row for each account, with one finding that bears its number. */
BENCH static void put_account_row(struct fold_result *result, uint64_t number)
{
        struct row_finding finding = { .letter = 'o', .content = number };
        const struct row_value value = { .n_findings = 1,
                                         .findings = &finding,
                                         .body = { "words", 5 } };
        struct buffer bytes = { .limit = 0 };
        char *key = malloc(16);

        finding.id[3] = (unsigned char)number;
        row_value_put(&bytes, &value);
        snprintf(key, 16, "a%08llu", (unsigned long long)number);
        result->rows[result->n_rows].key = (struct blob){ key, strlen(key) };
        result->rows[result->n_rows++].value = (struct blob){ bytes.data, bytes.size };
}

struct fold {
        struct fold_reading reading;
        struct row_blob rows[FOLD_ACCOUNTS_MAX];
        struct fold_result result;
};

BENCH static void read_fold(struct fold *fold, uint64_t event, size_t most)
{
        static const char summary[] =
                "{\"title\":\"t\",\"date\":null,\"place\":null,"
                "\"participants\":[],\"counts\":{\"articles\":1,\"origins\":3},"
                "\"conflicts\":0}";
        struct buffer body = { .limit = 0 };
        struct txn *txn;

        memset(fold, 0, sizeof(*fold));
        REQUIRE(txn_begin_read(bench.store, &txn) == 0);
        REQUIRE(fold_read(&fold->reading, txn, event, most, &body) == 0);
        txn_abort(txn);
        buffer_clear(&body);
        fold->result.rows = fold->rows;
        fold->result.summary = (struct blob){ summary, sizeof(summary) - 1 };
        for (size_t i = 0; i < fold->reading.n; i++)
                put_account_row(&fold->result, fold->reading.accounts[i]);
}

BENCH static struct edition_state write_fold(struct fold *fold)
{
        struct blob ids[FOLD_ACCOUNTS_MAX];
        const struct fold_outcome outcome = {
                .event = fold->reading.event.event,
                .folding = fold->reading.event.folding,
                .base = fold->reading.event.folded,
                .accounts = fold->reading.accounts,
                .ids = ids,
                .n_accounts = fold->reading.n,
                .result = &fold->result,
        };
        struct edition_state state = { .stale = false };
        struct txn *txn = begin();

        for (size_t i = 0; i < fold->reading.n; i++)
                ids[i] = (struct blob){ fold->reading.ids[i], strlen(fold->reading.ids[i]) };
        EXPECT_INT(editor_fold(bench.editor, txn, &outcome, &state), 0);
        commit(txn);
        for (uint32_t i = 0; i < fold->result.n_rows; i++) {
                free((void *)fold->rows[i].key.data);
                free((void *)fold->rows[i].value.data);
        }
        fold_reading_clear(&fold->reading);
        return state;
}

BENCH static struct edition_state fold_some(uint64_t event, size_t most)
{
        struct fold fold;

        read_fold(&fold, event, most);
        return write_fold(&fold);
}

BENCH static bool is_dirty(uint64_t event)
{
        uint64_t found = 0;
        struct txn *txn;
        size_t n;

        REQUIRE(txn_begin_read(bench.store, &txn) == 0);
        REQUIRE(txn_list_dirty(txn, event, &found, 1, &n) == 0);
        txn_abort(txn);
        return n && found == event;
}

BENCH static void fold_all(uint64_t event)
{
        for (int i = 0; is_dirty(event) && i < 100; i++)
                fold_some(event, FOLD_ACCOUNTS_MAX);
        EXPECT(!is_dirty(event));
}

BENCH static struct event_record event_of(uint64_t number)
{
        struct event_record event = { 0 };
        struct txn *txn;

        REQUIRE(txn_begin_read(bench.store, &txn) == 0);
        EXPECT_INT(txn_get_event(txn, number, &event), 0);
        txn_abort(txn);
        return event;
}

/* ------------------------------------------------------------ the feed */

BENCH static void append_list(char *out, size_t room, const char *sign, const json_t *list)
{
        json_t *one;
        size_t i;

        json_array_foreach(list, i, one)
        {
                size_t used = strlen(out);

                snprintf(out + used, room - used, " %s%s", sign, json_string_value(one));
        }
}

BENCH static void describe(const json_t *item, char *out, size_t room)
{
        const json_t *data = json_object_get(item, "data");
        const json_t *changed = json_object_get(data, "changed");
        const char *into = json_text(data, "into"), *fresh = json_text(data, "new");

        snprintf(out, room, "%s %s %lld<%lld", json_text(item, "type") + strlen("event."),
                 json_text(data, "event"),
                 (long long)json_integer_value(json_object_get(data, "version")),
                 (long long)json_integer_value(json_object_get(data, "previous_version")));
        if (into || fresh)
                snprintf(out + strlen(out), room - strlen(out), " ->%s", into ? into : fresh);
        append_list(out, room, "+", json_object_get(data, "articles_added"));
        append_list(out, room, "-", json_object_get(data, "articles_removed"));
        append_list(out, room, "new:", json_object_get(changed, "added"));
        append_list(out, room, "old:", json_object_get(changed, "changed"));
        append_list(out, room, "gone:", json_object_get(changed, "removed"));
}

/* The next entry, as "updated e1 3<2 +c -b new:o00000003 gone:o00000002". */
BENCH static void expect_told(const char *expected)
{
        struct buffer buffer = { .limit = 0 };
        char text[2048] = "(nothing)";
        struct txn *txn;
        struct blob json;

        REQUIRE(txn_begin_read(bench.store, &txn) == 0);
        if (txn_get_feed(txn, ++bench.told, &json, &buffer) == 0) {
                json_t *item = json_parse(json.data, json.size, NULL);

                EXPECT_INT(feed_item_check(json.data, json.size, NULL), 0);
                describe(item, text, sizeof(text));
                json_decref(item);
        }
        txn_abort(txn);
        buffer_clear(&buffer);
        EXPECT_STR(text, expected);
}

/* Does a filter let pass what was told last? */
BENCH static bool the_last_passes(const char *filter)
{
        struct feed_request asked = { 0 };
        struct buffer buffer = { .limit = 0 };
        struct txn *txn;
        struct blob json;
        json_t *item;
        bool passes;

        REQUIRE(feed_request_decode(&asked, filter, strlen(filter), NULL) == 0);
        REQUIRE(txn_begin_read(bench.store, &txn) == 0);
        REQUIRE(txn_get_feed(txn, bench.told, &json, &buffer) == 0);
        item = json_parse(json.data, json.size, NULL);
        passes = feed_filter_passes(asked.filter, item);
        json_decref(item);
        txn_abort(txn);
        buffer_clear(&buffer);
        feed_request_clear(&asked);
        return passes;
}

BENCH static void expect_nothing_more(void)
{
        struct txn *txn;

        REQUIRE(txn_begin_read(bench.store, &txn) == 0);
        EXPECT_INT(txn_feed_end(txn), bench.told);
        txn_abort(txn);
}

/* Articles a, b, … found or join one event, e1, which is published. */
BENCH static void given_an_event_of(const char *ids)
{
        for (size_t i = 0; ids[i]; i++) {
                const char id[] = { ids[i], '\0' };

                will(i + 1, i ? LINK_JOINED : LINK_FOUNDED, 1, 0, i + 1);
                REQUIRE(publish(id) == i + 1);
        }
        link_all();
        fold_all(1);
        REQUIRE(++bench.told == 1);
}

BENCH static void given_two_events(void)
{
        given_an_event_of("ab");
        will(3, LINK_FOUNDED, 3, 0, 3);
        publish("c");
        link_all();
        fold_all(3);
        expect_told("created e3 3<0 +c new:o00000003");
}
