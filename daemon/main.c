/* parallaxd - options, and what must be so before anything is opened */
#include <fcntl.h>
#include <getopt.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "daemon/config.h"
#include "daemon/daemon.h"
#include "daemon/descriptors.h"
#include "daemon/preflight.h"

enum { EXIT_USAGE = 2 };

static const char default_path[] = PARALLAX_SYSCONFDIR "/parallaxd.conf";

static const char help[] =
        "Usage: parallaxd [--config FILE] [--check-config]\n"
        "The Parallax daemon: takes articles, compares them, feeds subscribers.\n"
        "\n"
        "  --config FILE    read the settings from FILE; without it, from\n"
        "                   %s where that exists\n"
        "  --check-config   say what would keep the daemon from starting, and start nothing\n"
        "  --list-settings  print all settings with their defaults and meanings\n"
        "  --version        print the version\n"
        "  --help           print this\n"
        "\n"
        "SIGTERM ends it: what was taken in is committed and acknowledged first.\n"
        "SIGHUP reads the settings again, and says which need a new start.\n"
        "\n"
        "  parallaxd --list-settings > parallaxd.conf\n"
        "  parallaxd --config parallaxd.conf --check-config && parallaxd --config "
        "parallaxd.conf\n";

struct options {
        const char *config;
        bool check, describe;
};

/* A descriptor 0, 1 or 2 that is closed would be the next file's: a stray message would then be
 * written into the store. */
static int occupy_standard_descriptors(void)
{
        int fd;

        do {
                fd = open("/dev/null", O_RDWR);
                if (fd < 0)
                        return -1;
        } while (fd <= STDERR_FILENO);
        return close(fd);
}

/* -1: go on; else the exit status. */
static int read_options(struct options *options, int argc, char **argv)
{
        static const struct option names[] = {
                { "config", required_argument, NULL, 'c' },
                { "check-config", no_argument, NULL, 'n' },
                { "list-settings", no_argument, NULL, 'l' },
                { "version", no_argument, NULL, 'v' },
                { "help", no_argument, NULL, 'h' },
                { NULL, 0, NULL, 0 },
        };
        int option;

        while ((option = getopt_long(argc, argv, "c:h", names, NULL)) != -1) {
                switch (option) {
                case 'c': options->config = optarg; break;
                case 'n': options->check = true; break;
                case 'l': options->describe = true; break;
                case 'v': return puts("parallaxd " PARALLAX_VERSION) < 0;
                case 'h': return printf(help, default_path) < 0;
                default: return EXIT_USAGE;
                }
        }
        if (optind == argc)
                return -1;
        fprintf(stderr, "parallaxd: unexpected '%s'; see parallaxd --help\n", argv[optind]);
        return EXIT_USAGE;
}

static void tell_error(void *context, unsigned line, const char *error)
{
        const char *path = context;

        if (line)
                fprintf(stderr, "parallaxd: %s:%u: %s\n", path, line, error);
        else
                fprintf(stderr, "parallaxd: %s\n", error);
}

/* The configuration's file, or NULL where there is none. */
static const char *config_path(const struct options *options)
{
        if (options->config)
                return options->config;
        return access(default_path, F_OK) == 0 ? default_path : NULL;
}

static int run_with(struct config *config, const struct options *options)
{
        const char *path = config_path(options);
        unsigned errors;

        config_init(config);
        errors = path ? config_read(config, path, tell_error, (void *)path)
                      : config_parse(config, "", 0, tell_error, NULL);
        if (!errors && options->check)
                errors = preflight(config, tell_error, NULL);
        if (errors)
                return EXIT_FAILURE;
        if (options->check) {
                puts("parallaxd: the configuration is fine");
                return EXIT_SUCCESS;
        }
        return daemon_run(config, path);
}

static int run(const struct options *options)
{
        struct config *config = malloc(sizeof(*config));
        int status = config ? run_with(config, options) : EXIT_FAILURE;

        free(config);
        return status;
}

int main(int argc, char **argv)
{
        struct options options = { 0 };
        int status;

        if (occupy_standard_descriptors() < 0 || descriptors_keep_one() < 0)
                return EXIT_FAILURE;
        status = read_options(&options, argc, argv);
        if (status >= 0)
                return status;
        if (options.describe) {
                config_describe(stdout);
                return EXIT_SUCCESS;
        }
        return run(&options);
}
