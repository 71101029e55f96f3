/* tag_mends - tags that the models get wrong, mended by rule */
#pragma once

#include "workers/text/document.h"

/** "gave arms to | pro-Chadian rebels": what begins so is no verb. Of @doc, which has tags and
 *  no lemmas yet. */
void tags_mend_prefixed(struct document *doc);
/** All that need lemmas and names. Returns 0 or -ENOMEM. */
int tags_mend(struct document *doc);
/** In tag_verbs.c: verbs that the tagger takes for nouns, infinitives or participles, and nouns
 *  that it takes for verbs. Returns 0 or -ENOMEM. */
int tags_mend_verbs(struct document *doc);
/** In tag_speakers.c: those who speak and their verbs: "the road, aides | said, …", "many |
 * argue". Returns 0 or -ENOMEM. */
int tags_mend_speakers(struct document *doc);
/** Has the verb of lexicon_cue_verbs with this @value the frame? */
bool cue_verb_has_frame(const char *value, char frame);
/** In tag_names.c: words that it does not see to be names, or parts of one. 0 or -ENOMEM. */
int tags_mend_names(struct document *doc);
/** Gives @t the tags and the lemma it has by them. Returns 0 or -ENOMEM. */
int token_retag(const struct document *doc, struct token *t, enum upos upos,
                enum fine_tag fine);
/** "van", "der", "de": may it stand in lower case within a person's name? */
bool token_is_particle(const struct token *t);
