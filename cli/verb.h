/* verb - what `parallax VERB` is made of: one file a verb, listed in main.c */
#pragma once

#include <stdbool.h>
#include <stdio.h>

/* What the contract promises to scripts. */
enum exit_code {
        EXIT_DONE = 0,
        EXIT_FAILED = 1,
        EXIT_USAGE = 2,
        EXIT_NO_DAEMON = 3,
        EXIT_PARTLY = 4, /* each failed input was named on stderr */
};

struct verb_entry {
        const char *name;
        int (*run)(int argc, char **argv); /* argv[0] is the verb; gives an exit code */
        const char *summary;               /* one line, for `parallax --help` */
        const char *usage;                 /* for `parallax VERB --help`, with examples */
};

int verb_extract(int argc, char **argv);
int verb_compare(int argc, char **argv);
int verb_publish(int argc, char **argv);
int verb_subscribe(int argc, char **argv);
int verb_events(int argc, char **argv);
int verb_show(int argc, char **argv);
int verb_article(int argc, char **argv);
int verb_why(int argc, char **argv);
int verb_status(int argc, char **argv);
int verb_dead(int argc, char **argv);
int verb_reprocess(int argc, char **argv);
int verb_check(int argc, char **argv);

extern const char usage_extract[], usage_compare[], usage_publish[], usage_subscribe[],
        usage_events[], usage_show[], usage_article[], usage_why[], usage_status[],
        usage_dead[], usage_reprocess[], usage_check[];

/** Says on stderr what is wrong and what to do, and gives EXIT_USAGE. */
int usage_error(const char *verb, const char *format, ...)
        __attribute__((format(printf, 2, 3)));
/** A notice on stderr, "parallax: " before it. Control characters are escaped. */
void notice(const char *format, ...) __attribute__((format(printf, 1, 2)));
