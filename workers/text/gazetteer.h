/* gazetteer - looking up runs of words in the word lists */
#pragma once

#include "workers/lexicon/lexicon.h"
#include "workers/text/document.h"

enum {
        PHRASE_TOKENS_MAX = 9, /* of the longest entries looked for */
        PHRASE_BYTES_MAX = 96,
};

extern const struct lexicon lexicon_countries, lexicon_demonyms, lexicon_first_names,
        lexicon_organizations, lexicon_place_aliases, lexicon_places, lexicon_surnames,
        lexicon_titles, lexicon_org_heads, lexicon_place_heads, lexicon_other_heads,
        lexicon_state_abbreviations, lexicon_calendar_words, lexicon_letters,
        lexicon_name_variants, lexicon_noun_kinds;

/** The longest entry of @lexicon that begins with token @i and lies before token @end: its
 * value, or NULL. Words are compared in their lower form, parted by one space where the text
 * has any. */
const char *gazetteer_find(const struct lexicon *lexicon, const struct document *doc, size_t i,
                           size_t end, size_t *ret_n);
/** Looks up one word, its letters without accents ("José" as "jose"). */
const char *gazetteer_word(const struct lexicon *lexicon, const struct token *token);
/** May the run of @n tokens be this entry's, by its capitals? "us" and "who" as names are
 * written in capitals, longer entries with a capital at least. */
bool gazetteer_case_fits(const struct document *doc, size_t i, size_t n, bool acronym);
