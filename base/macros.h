/* macros - the six macros that the rest is written with */
#pragma once

#include <stddef.h>

/** Runs @f on the variable's address when it goes out of scope. */
#define _cleanup_(f) __attribute__((cleanup(f)))

/** Defines NAMEp(), for _cleanup_, from a function NAME that frees a @type and takes NULL. */
#define DEFINE_CLEANUP(type, name)                                                             \
        static inline void name##p(type *p)                                                    \
        {                                                                                      \
                if (*p)                                                                        \
                        name(*p);                                                              \
        }                                                                                      \
        struct macros_semicolon_

/** Hands over what a variable owns: gives its value and leaves NULL. */
#define TAKE_PTR(p)                                                                            \
        ({                                                                                     \
                __auto_type taken_ = (p);                                                      \
                (p) = NULL;                                                                    \
                taken_;                                                                        \
        })

/** The same for a descriptor: leaves -1. */
#define TAKE_FD(fd)                                                                            \
        ({                                                                                     \
                int taken_ = (fd);                                                             \
                (fd) = -1;                                                                     \
                taken_;                                                                        \
        })

#define ARRAY_SIZE(a) (sizeof(a) / sizeof((a)[0]))

/** The struct of @type that holds the @member at @p. */
#define container_of(p, type, member) ((type *)((char *)(p)-offsetof(type, member)))
