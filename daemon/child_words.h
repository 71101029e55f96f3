/* child_words - what a worker writes on its standard error: counted, and the last line kept */
#pragma once

#include <stdbool.h>
#include <stddef.h>

struct words;

struct words *words_new(void); /* NULL: no memory */
void words_free(struct words *words);
/** Reads what is there, a bounded part at once. False: the other end is closed. */
bool words_read(struct words *words, int fd);
/** Bytes since words_restart(). */
size_t words_count(const struct words *words);
/** Forgets what was said: another job begins. */
void words_restart(struct words *words);
/** The last line, shortened; "" when nothing was said. Valid until the next call. */
const char *words_last(struct words *words);
