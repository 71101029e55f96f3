/* quotes_content - where the content of a verb of reporting begins and ends */
#pragma once

#include "workers/extract/quotes.h"

/* A sentence that is read for reported speech. */
struct reported {
        struct document *doc;
        const struct chunks *c;
        const struct quotations *marks;
        size_t mark;       /* the first quotation that may reach into the sentence */
        size_t begin, end; /* tokens of the sentence */
        size_t taken;      /* content has been found up to this token */
        size_t words_min;
};

/** Is token @i, inside the sentence, this word? */
bool reported_is(const struct reported *x, size_t i, const char *word);
bool reported_is_stop(const struct reported *x, size_t i);
/** Does @byte stand between marks? */
bool reported_in_marks(const struct reported *x, uint32_t byte);
/** Is the "that" at @that a relative, not one that opens what is reported? */
bool reported_is_relative(const struct reported *x, size_t that);
/** Where the content of a cue begins, by its frames, and by which rule; 0: none is behind it.
 */
size_t reported_begin(const struct reported *x, const struct cue *cue, struct finding *by);
/** Where the content that begins at @first ends: before another report, or with the sentence.
 */
size_t reported_end(const struct reported *x, size_t first);
/** Where an object that begins at @first ends, with what it is judged for. */
size_t reported_object_end(const struct reported *x, const struct cue *cue, size_t first);
