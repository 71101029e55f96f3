/* furniture - lines that a page puts around an article
 *
 * One line at a time, by the phrases in the word list `furniture` and by a few forms (credits,
 * captions, by-lines, copyright). Used for scraped lines and for the blocks of a page alike.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

enum furniture {
        FURNITURE_NONE,
        FURNITURE_LINE,    /* this line alone: "Advertisement", "Sign up for our newsletter" */
        FURNITURE_SECTION, /* this line and the short ones behind it: "Read more:" */
        FURNITURE_TAIL,    /* nothing of the article follows: "Leave a Reply" */
        FURNITURE_ABOUT,   /* "About Jane Doe": at the end, a biography follows */
        FURNITURE_CREDIT,  /* a picture's credit or its caption with one */
        FURNITURE_BYLINE,  /* "By Jane Doe" */
};

enum furniture furniture_of(const char *line, size_t size);
/** A form to sign up by, or a notice of the outlet's, that was scraped into one long line. */
bool furniture_is_form(const char *line, size_t size);
/** What readers are said to speak of, as blogs head it ("20 thoughts on “How oars are made”"):
 *  @ret_size bytes within @line, or NULL. */
const char *furniture_discussed(const char *line, size_t size, size_t *ret_size);
