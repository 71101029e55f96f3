/* stages - from an article's bytes to sentences, tokens and tags
 *
 * In this order; each returns 0 or -ENOMEM (the arena's limit included).
 */
#pragma once

#include "workers/text/document.h"

/** Main text, title, authors, dates and kind from html, raw bytes or scraped text.
 *  Sets x->text (paragraphs parted by one empty line), title, authors, published, modified,
 *  is_article, and credits found outside the text. */
int maintext_find(struct document *doc);
/** Language of the text (ISO 639-1), from the article where given and else by its function
 * words and letters; sets doc->english. */
int language_find(struct document *doc);
/** Paragraphs and sentences. */
int sentences_find(struct document *doc);
/** Tokens with their shapes. Clitics part ("Lavrov" "'s", "did" "n't"); a hyphenated word, a
 *  number with separators, an abbreviation with its dots ("U.S.") is one token. */
int tokens_find(struct document *doc);
/** Parts of speech, lemmas and name tags by the trained models (English). */
int tags_find(struct document *doc);
