/* wordrun - the words that two passages have in one run
 *
 * One report quotes a sentence, and another three words of it: what shows that they are the
 * same utterance is that these words stand there in their order.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

struct word_run {
        size_t length;          /* words of the longest run that was looked for */
        size_t shorter, longer; /* words of the two */
};

/** The run over the middle word of the shorter text, which is the longest one if that has more
 *  than half of its words. Case, marks, hyphens, apostrophes and insertions do not count.
 *  Of long texts the first 200 words are looked at. */
struct word_run word_run_of(const char *a, const char *b);

/** Words that stand in both in one order and close together, though some between them were
 *  changed, left out or put in: each of these takes half a word away. Of the longer text the
 *  first 200 words are looked at, of the shorter one the first 64. */
size_t words_aligned(const char *a, const char *b);

/** Bytes from the bracket at @text to the one that closes what a reporter put in for readers,
 *  "[the ferry]", which nobody said; 0: nothing of the kind. */
size_t words_inserted(const char *text);

/* The longest runs of words that two texts share. */
struct shared_runs {
        size_t longest;
        size_t marked;      /* the longest within marks, and … */
        size_t marked_of;   /* … the words that stand in these marks */
        size_t marked_tell; /* words of it that are no function words */
};

/** Marks are looked for in @a if @marks_a, in @b if @marks_b. Of each text the first 64 words
 *  are looked at. */
struct shared_runs shared_runs_of(const char *a, const char *b, bool marks_a, bool marks_b);
