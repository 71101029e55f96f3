#include "cli/options.h"

#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "cli/verb.h"

enum { FLAGS = 3 }; /* the first of the options below have no text */

static bool is_allowed(const char *allowed, const char *name)
{
        size_t n = strlen(name);

        for (const char *at = strstr(allowed, name); at; at = strstr(at + 1, name)) {
                if ((at == allowed || at[-1] == ' ') && (at[n] == ' ' || at[n] == '\0'))
                        return true;
        }
        return false;
}

int options_read(struct ask_options *options, int argc, char **argv, const char *allowed,
                 int least, int most)
{
        static const struct option known[] = { { "json", no_argument, NULL, 0 },
                                               { "wait", no_argument, NULL, 0 },
                                               { "all", no_argument, NULL, 0 },
                                               { "endpoint", required_argument, NULL, 0 },
                                               { "since", required_argument, NULL, 0 },
                                               { "match", required_argument, NULL, 0 },
                                               { "version", required_argument, NULL, 0 },
                                               { "source", required_argument, NULL, 0 },
                                               { 0 } };
        int c, which;

        *options = (struct ask_options){ 0 };
        while ((c = getopt_long(argc, argv, "", known, &which)) != -1) {
                const char **texts[] = { &options->endpoint, &options->since, &options->match,
                                         &options->version, &options->source };

                if (c == '?' || !is_allowed(allowed, known[which].name))
                        return usage_error(argv[0], "that option is not known");
                if (known[which].has_arg)
                        *texts[which - FLAGS] = optarg;
                options->json |= which == 0;
                options->wait |= which == 1;
                options->all |= which == 2;
        }
        options->words = argv + optind;
        options->n_words = argc - optind;
        if (options->n_words < least)
                return usage_error(argv[0], "something is missing");
        if (options->n_words > most)
                return usage_error(argv[0], "'%s' is one word too many", options->words[most]);
        return 0;
}

int number_read(uint64_t *ret, const char *verb, const char *what, const char *text,
                uint64_t least)
{
        unsigned long long value;
        char *end;

        errno = 0;
        value = strtoull(text, &end, 10);
        if (*text < '0' || *text > '9' || *end || errno || value < least || value > INT64_MAX)
                return usage_error(verb, "%s: expected a whole number from %llu on, found '%s'",
                                   what, (unsigned long long)least, text);
        *ret = value;
        return 0;
}
