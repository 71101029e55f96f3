/* byline_names - is a piece of a by-line a person's name, a body's, or none?
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct piece {
        const char *p, *end;
};

/** Takes off what is no letter or digit at both ends; a dot or bracket behind stays. */
void piece_trim(struct piece *s);
/** What the word list `byline_words` says of the word at @p, or NULL; where it ends. */
const char *piece_word_kind(const char *p, const char *end, const char **ret_next);
const char *piece_skip_blank(const char *p, const char *end);

static inline bool kind_is(const char *kind, const char *name)
{
        return kind && strcmp(kind, name) == 0;
}

struct words {
        size_t n, capitals, roles, particles;
        bool digits, letters, address, host, none, joined;
};

struct words piece_words(struct piece s);
/** Are there two capital letters or more, and no small ones? */
bool piece_is_capitals(const char *p, const char *end);
/** Two to four capital words, none of them a role: a name beside another. */
bool piece_is_plain(struct piece s);
/** An agency, an outlet, a company: by its words. */
bool piece_is_body(struct piece s);
bool piece_is_agency(struct piece s);
/** A plain name that begins with a given name or ends in a family name. */
bool piece_is_known(struct piece s);
/** The same, or no word of it is a common one. */
bool piece_is_likely(struct piece s);
