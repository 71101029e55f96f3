/* test - the smallest harness that lets a test read as a sentence
 *
 * TEST(name) { ... } registers itself; main() (in test.c) runs all, or those whose name holds
 * the first argument, each in this process, and prints one line a test.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

void test_register(const char *name, void (*run)(void));
void test_fail(const char *file, int line, const char *format, ...)
        __attribute__((format(printf, 3, 4)));
bool test_same(const char *a, const char *b);

#define TEST(name)                                                                             \
        static void test_##name(void);                                                         \
        __attribute__((constructor)) static void register_##name(void)                         \
        {                                                                                      \
                test_register(#name, test_##name);                                             \
        }                                                                                      \
        static void test_##name(void)

/* Each failure is counted and the test goes on. */
#define EXPECT(condition)                                                                      \
        do {                                                                                   \
                if (!(condition))                                                              \
                        test_fail(__FILE__, __LINE__, "expected %s", #condition);              \
        } while (0)
#define EXPECT_INT(found, expected)                                                            \
        do {                                                                                   \
                long long f_ = (long long)(found), e_ = (long long)(expected);                 \
                if (f_ != e_)                                                                  \
                        test_fail(__FILE__, __LINE__, "%s is %lld, expected %lld", #found, f_, \
                                  e_);                                                         \
        } while (0)
#define EXPECT_STR(found, expected)                                                            \
        do {                                                                                   \
                const char *f_ = (found), *e_ = (expected);                                    \
                if (!test_same(f_, e_))                                                        \
                        test_fail(__FILE__, __LINE__, "%s is '%s', expected '%s'", #found,     \
                                  f_ ? f_ : "(null)", e_ ? e_ : "(null)");                     \
        } while (0)
/* What the rest of the test needs: a failure ends the program. */
#define REQUIRE(condition)                                                                     \
        do {                                                                                   \
                if (!(condition)) {                                                            \
                        test_fail(__FILE__, __LINE__, "required %s", #condition);              \
                        test_give_up();                                                        \
                }                                                                              \
        } while (0)

__attribute__((noreturn)) void test_give_up(void);
