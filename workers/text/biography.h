/* biography - the lines at an article's end that tell who wrote it
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

/** Is the line about its writer: does it open with the name of an author, or with a name of
 *  whom it says that he or she writes ("Ada Strand is a reporter at …")? Only for lines at the
 *  end: within a text the same words are news. */
bool biography_is(const char *line, size_t size, const char *const *authors, size_t n_authors);
/** Is the line, above a text, the life of one of its authors: a name with what he or she works
 *  as? */
bool biography_opens(const char *line, size_t size, const char *const *authors,
                     size_t n_authors);
