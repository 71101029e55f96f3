/* input - articles from files and from stdin
 *
 * A file is HTML, plain text, or JSON (one article, an array, JSON Lines), told by its name's
 * ending, else by how it begins. "-" is JSON Lines on stdin. A file that is no JSON has no
 * outlet: its name without folder and ending stands in as `source`, unless one is given.
 */
#pragma once

#include <stddef.h>

#include "base/json.h"
#include "proto/article.h"

struct input {
        const char *path; /* "-" for stdin */
        size_t line;      /* from 1; 0: the file as a whole */
};

/** What takes the articles in turn. Gives 0 to go on, and anything else to stop the reading.
 *  @article is the taker's for the call alone. */
typedef int (*input_taker)(void *context, const struct article *article,
                           const struct input *where);

struct input_figures {
        size_t taken, failed;
};

/** Reads all @paths in order and gives each article to @take. What is no article is named on
 *  stderr and counted in *@figures. @source may be NULL. Returns 0, what @take stopped with, or
 * a negative errno. */
int input_each(char *const *paths, size_t n, const char *source, input_taker take,
               void *context, struct input_figures *figures);
/** The exit code that figures of inputs call for. */
int input_exit_code(const struct input_figures *figures);
/** Says what is wrong with an input, with its line. */
void input_complain(const struct input *where, const struct json_fault *fault);
