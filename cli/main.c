/* parallax - one event, many sources, side by side: the command line
 *
 * Results go to stdout, notices to stderr. This file knows the verbs and nothing else.
 */
#include <string.h>

#include "base/log.h"
#include "base/macros.h"
#include "cli/verb.h"

static const struct verb_entry verbs[] = {
        { "extract", verb_extract, "say what each article says; needs no daemon",
          usage_extract },
        { "compare", verb_compare,
          "set the sources of each event side by side; needs no daemon", usage_compare },
        { "publish", verb_publish, "send articles to the daemon", usage_publish },
        { "subscribe", verb_subscribe, "read the feed of events", usage_subscribe },
        { "events", verb_events, "list events, the newest first", usage_events },
        { "show", verb_show, "show one event, source beside source", usage_show },
        { "article", verb_article, "show one article and what was found in it", usage_article },
        { "why", verb_why, "show what a finding rests on", usage_why },
        { "status", verb_status, "show how the daemon fares", usage_status },
        { "dead", verb_dead, "list, requeue or drop articles that could not be read",
          usage_dead },
        { "reprocess", verb_reprocess, "analyse articles again, after Parallax was updated",
          usage_reprocess },
        { "check", verb_check, "check a store that no daemon holds", usage_check },
};

static void print_help(void)
{
        printf("Usage: parallax VERB [OPTION...]\n\n"
               "One event, many sources, side by side.\n\n");
        for (size_t i = 0; i < ARRAY_SIZE(verbs); i++)
                printf("  %-10s %s\n", verbs[i].name, verbs[i].summary);
        printf("\n'parallax VERB --help' explains a verb, with examples.\n"
               "The daemon is found by --endpoint, else $PARALLAX_ENDPOINT, else\n"
               "ipc:///run/parallax/parallax.\n\n"
               "Exit status: 0 done, 1 failed, 2 wrong usage, 3 daemon not running,\n"
               "4 done in part (each failed input is named on stderr).\n");
}

static int run_verb(const struct verb_entry *verb, int argc, char **argv)
{
        for (int i = 1; i < argc; i++) {
                if (strcmp(argv[i], "--") == 0)
                        break;
                if (strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0) {
                        fputs(verb->usage, stdout);
                        return EXIT_DONE;
                }
        }
        return verb->run(argc, argv);
}

int main(int argc, char **argv)
{
        int code;

        if (argc < 2)
                return usage_error("", "a verb is missing");
        if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0 ||
            strcmp(argv[1], "help") == 0) {
                print_help();
                return EXIT_DONE;
        }
        if (strcmp(argv[1], "--version") == 0) {
                printf("parallax %s\n", PARALLAX_VERSION);
                return EXIT_DONE;
        }
        for (size_t i = 0; i < ARRAY_SIZE(verbs); i++) {
                if (strcmp(argv[1], verbs[i].name) != 0)
                        continue;
                code = run_verb(&verbs[i], argc - 1, argv + 1);
                if (fflush(stdout) && code == EXIT_DONE)
                        return EXIT_FAILED;
                return code;
        }
        return usage_error("", "there is no verb '%s'", argv[1]);
}
