/* furniture_parts - what the forms of furniture are told by
 */
#pragma once

#include <string.h>
#include <strings.h>

#include "workers/text/furniture.h"

static inline const char *line_find(const char *line, size_t size, const char *word)
{
        return memmem(line, size, word, strlen(word));
}

static inline bool line_has_one(const char *line, size_t size, const char *const *words,
                                size_t n)
{
        for (size_t i = 0; i < n; i++) {
                if (line_find(line, size, words[i]))
                        return true;
        }
        return false;
}

/** Capitals or not; there is more behind the word. */
static inline bool line_starts(const char *line, size_t size, const char *word)
{
        size_t n = strlen(word);

        return size > n && strncasecmp(line, word, n) == 0;
}

static inline bool line_starts_one(const char *line, size_t size, const char *const *words,
                                   size_t n)
{
        for (size_t i = 0; i < n; i++) {
                if (line_starts(line, size, words[i]))
                        return true;
        }
        return false;
}

/** Behind the first of the words that the line starts with, capitals or not; NULL: none, or
 *  nothing is behind. */
static inline const char *line_behind_one(const char *line, size_t size,
                                          const char *const *words, size_t n)
{
        for (size_t i = 0; i < n; i++) {
                if (line_starts(line, size, words[i]))
                        return line + strlen(words[i]);
        }
        return NULL;
}

/** Capitals or not; there is more before the tail. */
static inline bool line_ends(const char *line, size_t size, const char *tail)
{
        size_t n = strlen(tail);

        return size > n && strncasecmp(line + size - n, tail, n) == 0;
}

/** Does the outlet speak to its readers? @words: how many the line has. */
bool furniture_is_call(const char *line, size_t size, size_t words);
/** Does it tell what somebody said? */
bool furniture_is_reported(const char *line, size_t size);
/** Does the outlet ask its readers to pay for what it does? @folded: the line's words, folded.
 */
bool furniture_is_request(const char *line, size_t size, const char *folded, size_t n,
                          size_t words);
/** Does it tell of the article: who paid for it, translated, shortened or passed it on? */
bool furniture_is_note(const char *line, size_t size, size_t words);
/** "so/msh (AFP, dpa)": nothing but initials, and agencies in brackets. */
bool furniture_is_signature(const char *line, size_t size, size_t words);
/** What a picture or a film shows, and whose it is: "Boats. (AP Photo/Ada Strand, File)". */
bool furniture_is_caption(const char *line, size_t size, size_t words);
/** Is it the name of one whose name runs into captions? */
bool furniture_heads_caption(const char *p, size_t size);
/** The pages that lead to it: "Home » Boats » Oars". */
bool furniture_is_trail(const char *line, size_t size, size_t words);
