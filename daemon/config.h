/* config - what the administrator has set
 *
 * A file of `key = value` lines; `#` begins a comment at the start of a line or behind a blank.
 * Each key stands once; an unknown one, or a value out of range, is an error with its line. All
 * keys have defaults, so an empty file, and no file, is a valid configuration. The keys are one
 * table, in config.c, from which the list of `parallaxd --list-settings` is printed too.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

enum {
        CONFIG_TEXT_MAX = 1024,       /* bytes of a value */
        CONFIG_FILE_MAX = 256 * 1024, /* bytes of the file */
};

struct config {
        char store[CONFIG_TEXT_MAX];
        char endpoint[CONFIG_TEXT_MAX];
        char feed_endpoint[CONFIG_TEXT_MAX]; /* config_read() makes it from @endpoint if unset
                                              */
        uint64_t ipc_mode;

        uint64_t store_bytes, reserve_bytes, disk_free_bytes;
        uint64_t feed_keep;
        uint64_t jobs_high, jobs_low;

        char worker[CONFIG_TEXT_MAX];
        uint64_t workers;
        bool workers_paused;
        uint64_t worker_nice, worker_memory, worker_attempt_ms, worker_attempts_ms;
        uint64_t worker_idle_ms;

        uint64_t log_level; /* enum log_level */
};

/** Called with each error; @line is 0 where it belongs to no line. */
typedef void config_tell(void *context, unsigned line, const char *error);

void config_init(struct config *config); /* the defaults */
/** Reads the file at @path over what is set. Returns the number of errors told. */
unsigned config_read(struct config *config, const char *path, config_tell *tell, void *context);
/** The same from memory. */
unsigned config_parse(struct config *config, const char *text, size_t size, config_tell *tell,
                      void *context);
/** Calls @each with every key that differs and whether a running daemon can take it over, and
 *  takes those over into @config. Returns how many differ. */
unsigned config_reload(struct config *config, const struct config *fresh,
                       void (*each)(void *context, const char *key, bool taken), void *context);
/** The keys with their defaults and meanings, as a valid configuration file. */
void config_describe(FILE *out);
