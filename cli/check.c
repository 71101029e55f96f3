/* parallax check - walks a store that nobody holds, in a child: a broken page may crash LMDB */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/options.h"
#include "cli/verb.h"
#include "daemon/store/store.h"

const char usage_check[] =
        "Usage: parallax check DIR\n\n"
        "Walks a store that no daemon holds and checks every record and how the tables\n"
        "agree. Exit status 0: nothing is wrong; 1: faults were found, one a line on\n"
        "stdout.\n\n"
        "Example:\n"
        "  systemctl stop parallax && parallax check /var/lib/parallax\n";

static void tell_fault(void *context, const char *fault)
{
        (void)context;
        printf("%s\n", fault);
        (void)fflush(stdout);
}

static int check_here(const char *dir)
{
        int holder = store_holder(dir);
        int n;

        if (holder > 0) {
                notice("%s is held by process %d: stop the daemon first", dir, holder);
                return EXIT_FAILED;
        }
        n = store_check(dir, tell_fault, NULL);
        if (n < 0)
                notice("%s cannot be checked: %s", dir, strerror(-n));
        return n ? EXIT_FAILED : EXIT_DONE;
}

int verb_check(int argc, char **argv)
{
        struct ask_options options;
        int code = options_read(&options, argc, argv, "", 1, 1);
        int status = 0;
        pid_t child;

        if (code)
                return code;
        (void)fflush(NULL);
        child = fork();
        if (child < 0) {
                notice("check: %s", strerror(errno));
                return EXIT_FAILED;
        }
        if (child == 0)
                _exit(check_here(options.words[0]));
        while (waitpid(child, &status, 0) < 0 && errno == EINTR)
                continue;
        if (WIFSIGNALED(status)) {
                printf("the walk was ended by signal %d (%s): a page of the file is broken\n",
                       WTERMSIG(status), strsignal(WTERMSIG(status)));
                return EXIT_FAILED;
        }
        return WEXITSTATUS(status);
}
