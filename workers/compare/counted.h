/* counted - what a figure counts or measures, as far as its words tell */
#pragma once

#include "workers/compare/account.h"

struct counted {
        uint64_t head;             /* the last word that says something, or the toll; 0: none */
        unsigned family;           /* of words of its kind; 0: not known */
        bool toll, people, things; /* things to which it is done, as "homes evacuated" */
        int8_t sense[SENSE_BYTES];
};

/** Is the noun one for a person, by the first sense of a dictionary? "residents", "a nurse" */
bool counted_is_person(const char *word, size_t size);
/** What @of names: words, or NULL. 0 or -ENOMEM. */
int account_counted(const struct account *a, const char *of, struct counted *ret);
