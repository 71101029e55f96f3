#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/unit/test.h"

enum { TESTS_MAX = 512 };

static struct {
        const char *name;
        void (*run)(void);
} tests[TESTS_MAX];
static size_t n_tests;
static int failures; /* of the test under way */

void test_register(const char *name, void (*run)(void))
{
        if (n_tests == TESTS_MAX)
                abort();
        tests[n_tests].name = name;
        tests[n_tests++].run = run;
}

void test_fail(const char *file, int line, const char *format, ...)
{
        va_list args;

        failures++;
        printf("  %s:%d: ", file, line);
        va_start(args, format);
        vprintf(format, args);
        va_end(args);
        printf("\n");
}

bool test_same(const char *a, const char *b)
{
        return a && b ? strcmp(a, b) == 0 : a == b;
}

void test_give_up(void)
{
        printf("given up\n");
        exit(1);
}

int main(int argc, char **argv)
{
        int failed = 0, ran = 0;

        setvbuf(stdout, NULL, _IOLBF, 0);
        for (size_t i = 0; i < n_tests; i++) {
                if (argc > 1 && !strstr(tests[i].name, argv[1]))
                        continue;
                failures = 0;
                tests[i].run();
                ran++;
                failed += failures > 0;
                printf("%s %s\n", failures ? "FAIL" : "ok  ", tests[i].name);
        }
        printf("%d passed, %d failed\n", ran - failed, failed);
        return failed || !ran;
}
