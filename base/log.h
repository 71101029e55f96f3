/* log - structured messages, to the journal when stderr is the journal's, else to stderr
 *
 * Libraries do not log; the daemon logs a thing once, with the job it belongs to. Values come
 * from outside: control characters, escapes and bidi marks are written as \xNN.
 */
#pragma once

#include <stdint.h>

enum log_level {
        LOG_LEVEL_ERROR = 3,
        LOG_LEVEL_WARNING = 4,
        LOG_LEVEL_NOTICE = 5,
        LOG_LEVEL_INFO = 6,
        LOG_LEVEL_DEBUG = 7
};

void log_set_level(enum log_level most);
/** Writes @message with fields, given as pairs of name and value and ended by NULL:
 *  log_event(LOG_LEVEL_WARNING, "worker ended", "JOB", "12", "REASON", text, NULL).
 *  Field names are upper case; in the journal they are prefixed with PARALLAX_. */
void log_event(enum log_level level, const char *message, ...) __attribute__((sentinel));
/** Escapes what must not reach a terminal or a log; returns the length as snprintf does. */
int log_escape(char *out, int room, const char *text);
