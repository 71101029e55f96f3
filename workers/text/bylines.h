/* bylines - the authors' names in what pages call the author
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

struct names {
        const char **names;
        size_t n;
};

/** Adds the names in a by-line or an author field ("By Jane Doe and John Roe, Staff Writers"),
 *  without those already there. What is no name (an address, a login, a date) is left out.
 *  Returns 0 or -ENOMEM. */
int byline_read(struct arena *arena, struct names *names, const char *text, size_t size);
/** Does the name look like a person's: two to four capital words, none of them a function? */
bool byline_is_person(const char *name);
/** Such a name that begins with a given name, or ends in a family name? */
bool byline_is_known(const char *name);
/** The same, or one that has no word that is common in English? */
bool byline_is_likely(const char *name);
/** Are there names, and is every one of that kind? */
bool names_are_persons(const struct names *names);
bool names_are_known(const struct names *names);
bool names_are_likely(const struct names *names);
/** Do its words make it an agency, an outlet, an institution, a function? */
bool byline_is_body(const char *name);
/** A news agency's name? */
bool byline_is_agency(const char *name);
/** "ByAda Strand": the page's style alone parts the words. */
bool byline_is_glued(const char *text, size_t size);
/** A function and nothing else: "Staff Writer", "Editorial Team"? */
bool byline_is_staff(const char *name);
