/* config - what a file may say, and how it is told what is wrong with it */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "daemon/config.h"
#include "tests/unit/test.h"

struct told {
        unsigned n, line;
        char error[512];
};

static void tell(void *context, unsigned line, const char *error)
{
        struct told *told = context;

        told->n++;
        told->line = line;
        snprintf(told->error, sizeof(told->error), "%s", error);
}

static struct config config;
static struct told told;

static unsigned given(const char *text)
{
        config_init(&config);
        memset(&told, 0, sizeof(told));
        return config_parse(&config, text, strlen(text), tell, &told);
}

static void expect_error(const char *text, unsigned line, const char *part)
{
        EXPECT_INT(given(text), 1);
        EXPECT_INT(told.line, line);
        if (!strstr(told.error, part))
                EXPECT_STR(told.error, part);
}

TEST(an_empty_file_gives_the_defaults)
{
        EXPECT_INT(given(""), 0);
        EXPECT_STR(config.endpoint, "ipc:///run/parallax/parallax");
        EXPECT_STR(config.feed_endpoint, "ipc:///run/parallax/feed");
        EXPECT_INT(config.ipc_mode, 0660);
        EXPECT_INT(config.jobs_high, 100000);
        EXPECT_INT(config.log_level, LOG_LEVEL_INFO);
        EXPECT(!config.workers_paused);
}

TEST(comments_and_blanks_are_passed_over)
{
        EXPECT_INT(given("# head\n\n  store = /a b # why\n\tworkers=3\r\n"), 0);
        EXPECT_STR(config.store, "/a b");
        EXPECT_INT(config.workers, 3);
}

TEST(a_hash_inside_a_word_is_part_of_it)
{
        EXPECT_INT(given("store = /data#1\n"), 0);
        EXPECT_STR(config.store, "/data#1");
}

TEST(units_of_bytes_and_time_are_understood)
{
        EXPECT_INT(given("store_bytes = 2G\nworker_memory = 512 M\nworker_attempt = 1500ms\n"
                         "worker_attempts = 2min\nworker_idle = 7\n"),
                   0);
        EXPECT_INT(config.store_bytes, 2LL << 30);
        EXPECT_INT(config.worker_memory, 512 << 20);
        EXPECT_INT(config.worker_attempt_ms, 1500);
        EXPECT_INT(config.worker_attempts_ms, 120000);
        EXPECT_INT(config.worker_idle_ms, 7000);
}

TEST(an_unknown_key_is_told_with_its_line)
{
        expect_error("\nstoer = /x\n", 2, "unknown key 'stoer'");
}

TEST(a_key_that_stands_twice_is_told)
{
        expect_error("workers = 1\n\nworkers = 2\n", 3, "line 1");
}

TEST(a_line_without_an_equals_sign_is_told)
{
        expect_error("store /x\n", 1, "key = value");
}

TEST(values_are_held_to_their_type_and_range)
{
        expect_error("workers = many\n", 1, "whole number");
        expect_error("workers = 2000\n", 1, "from 0 to 1024");
        expect_error("workers = -1\n", 1, "whole number");
        expect_error("store_bytes = 99999999999999T\n", 1, "smaller");
        expect_error("store_bytes = 4X\n", 1, "unit");
        expect_error("ipc_mode = 0999\n", 1, "octal");
        expect_error("workers_paused = maybe\n", 1, "yes or no");
        expect_error("log_level = loud\n", 1, "warning");
        expect_error("store =\n", 1, "a value");
}

TEST(levels_that_contradict_each_other_are_told)
{
        expect_error("jobs_high = 10\njobs_low = 10\n", 0, "jobs_low");
        expect_error("worker_attempt = 40s\n", 0, "worker_attempts");
        expect_error("store_bytes = 1G\nreserve_bytes = 1G\n", 0, "reserve_bytes");
}

TEST(what_is_no_text_is_refused_and_told_without_escapes)
{
        config_init(&config);
        memset(&told, 0, sizeof(told));
        EXPECT_INT(config_parse(&config, "a\0b", 3, tell, &told), 1);
        expect_error("\x1b[2J = 1\n", 1, "\\x1b");
}

TEST(the_feed_stands_beside_the_endpoint)
{
        EXPECT_INT(given("endpoint = ipc:///tmp/here/p\n"), 0);
        EXPECT_STR(config.feed_endpoint, "ipc:///tmp/here/feed");
        EXPECT_INT(given("endpoint = ipc:///tmp/here/p\nfeed_endpoint = ipc:///tmp/f\n"), 0);
        EXPECT_STR(config.feed_endpoint, "ipc:///tmp/f");
}

static void note_key(void *context, const char *key, bool taken)
{
        char *text = context;

        strcat(strcat(strcat(text, key), taken ? "+" : "-"), " ");
}

TEST(a_reload_takes_over_what_can_be_and_names_the_rest)
{
        static struct config old;
        char keys[200] = "";

        given("workers = 1\n");
        old = config;
        given("workers = 2\nstore = /elsewhere\nlog_level = debug\n");
        EXPECT_INT(config_reload(&old, &config, note_key, keys), 3);
        EXPECT_STR(keys, "store- workers+ log_level+ ");
        EXPECT_INT(old.workers, 2);
        EXPECT_STR(old.store, "/var/lib/parallax");
}

TEST(the_printed_list_is_itself_a_configuration)
{
        char *text = NULL;
        size_t size = 0;
        FILE *out = open_memstream(&text, &size);

        REQUIRE(out);
        config_describe(out);
        fclose(out);
        for (char *p = text; *p; p++) { /* uncomment the settings, keep their meanings */
                if (*p == '#' && p[1] != ' ')
                        *p = ' ';
        }
        EXPECT_INT(given(text), 0);
        EXPECT_STR(told.error, "");
        free(text);
}
