/* tagger - putting a model's labels on the words of a document
 *
 * tags_find (stages.h) calls these with the models that are built in; the trainer calls them
 * with those that it has just made.
 */
#pragma once

#include "workers/models/model.h"
#include "workers/models/net.h"
#include "workers/models/words.h"
#include "workers/text/document.h"
#include "workers/text/tag_features.h"

enum { TAGGER_CHUNK = 256 }; /* words of a sentence that are looked at together, at most */

/* Views of at most TAGGER_CHUNK words, with their margins. */
struct tagger_window {
        struct word_view views[TAGGER_CHUNK + 2 * VIEW_MARGIN];
        size_t n;
};

/** What the lists and the rest of the article say of each word; one element a token. */
struct word_traits {
        uint32_t classes;
        uint16_t use;
        uint32_t run_first, run_last; /* the capitalised run that it stands in; else itself */
        int32_t number;               /* among the words that have vectors, or WORDS_NONE */
        uint16_t cluster;
        uint8_t wider_cluster;
};
/** *@ret has doc->n_tokens elements. Returns 0 or -ENOMEM. */
int word_traits_find(struct word_traits **ret, const struct document *doc,
                     const struct words *words);

/** Fills the window with tokens @first to @end of one sentence; @traits may be NULL. */
void tagger_window_fill(struct tagger_window *w, const struct document *doc,
                        const struct word_traits *traits, size_t first, size_t end);

/* Labels of the names' model: the first byte is an enum name_tag, the second tells B from I. */
enum { NAME_LABELS = 9 };

/* What the names are found with. */
struct name_models {
        struct model linear;
        struct net net; /* n_hidden 0: none */
        struct words words;
};

/** Parts of speech: token.upos and token.fine. Returns 0 or -ENOMEM. */
int tagger_pos(struct document *doc, const struct model *model);
/** Names: token.name, name_begins, name_confidence. Returns 0 or -ENOMEM. */
int tagger_names(struct document *doc, const struct name_models *models);
/** The words whose vectors the net looks at for @w[0]. */
void name_slots(int32_t slots[NET_SLOTS], const struct word_view *w);
