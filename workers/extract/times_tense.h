/* tense - inside of telling the tense of the clause around a time
 *
 * times_tense_words.c says what single words tell, times_tense.c looks for the nearest that
 * does.
 */
#pragma once

#include "workers/extract/times.h"

bool tense_ends_sentence(const struct terms *terms, size_t i);
/** "could not be reached", "neither she nor her lawyer could be reached" */
bool tense_negated(const struct terms *terms, size_t i);
/** "be", "is", "are": what is heard in May then is not past. */
bool tense_is_present_be(const char *word);
/** "to" before a verb at @i. */
bool tense_infinitive(const struct terms *terms, size_t i);
/** What the word at @i tells: -1, 0, 1. A reporting verb right before the time ("said Monday",
 *  @adjacent) has it for itself. */
int8_t tense_at(const struct terms *terms, size_t i, bool adjacent);
