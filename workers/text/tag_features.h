/* tag_features - what the trained models see of a word
 *
 * The trainer and the tagger both take their features from here, so that a model is asked what
 * it was taught. A feature is a hash of its kind and its parts. Whoever changes a feature must
 * train the models again (workers/models/README.md).
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "workers/text/document.h"

/* What a word is known to be by the word lists, as bits. */
enum word_class {
        CLASS_FIRST_NAME = 1 << 0,
        CLASS_SURNAME = 1 << 1,
        CLASS_COUNTRY = 1 << 2,
        CLASS_CITY = 1 << 3,
        CLASS_REGION = 1 << 4,
        CLASS_DEMONYM = 1 << 5,
        CLASS_TITLE = 1 << 6,       /* "president", "Mr" */
        CLASS_ORG_HEAD = 1 << 7,    /* "ministry", "Inc" */
        CLASS_ORG_NAME = 1 << 8,    /* stands in the list of well-known bodies */
        CLASS_PLACE_HEAD = 1 << 9,  /* "river", "province" */
        CLASS_CALENDAR = 1 << 10,   /* months, days */
        CLASS_INSIDE = 1 << 11,     /* not the first word of its entry in a list */
        CLASS_OTHER_HEAD = 1 << 12, /* "war", "cup", "act": names of events and works */
};

/* What common nouns are, as further bits of the same (lexicon noun_kinds). */
enum noun_kind {
        KIND_PERSON = 1 << 16,
        KIND_PLACE = 1 << 17,
        KIND_GROUP = 1 << 18,
        KIND_THING = 1 << 19,
        KIND_WORK = 1 << 20,
        KIND_EVENT = 1 << 21,
};

/* How a word's form is used anywhere in the article. */
enum word_use {
        USE_LOWER = 1 << 0,    /* stands in lower case */
        USE_CAPITAL = 1 << 1,  /* stands capitalised inside a sentence */
        USE_TITLED = 1 << 2,   /* follows a title or a first name */
        USE_WHERE = 1 << 3,    /* follows "in", "at", "from", "near" */
        USE_SPEAKS = 1 << 4,   /* is followed by "said", "who" and the like */
        USE_BODY = 1 << 5,     /* stands in a run that ends in "Ministry", "Inc" */
        USE_SITE = 1 << 6,     /* stands in a run that ends in "River", "County" */
        USE_OF_PLACE = 1 << 7, /* is followed by a comma and a place: "Springfield, Illinois" */
        USE_LISTED = 1 << 8,   /* follows "the" directly */
        USE_OWNS = 1 << 9,     /* is followed by "'s" */
        USE_SHORT = 1 << 10,   /* the initials of a longer name */
        USE_GIVEN = 1 << 11, /* is followed by a capitalised word: the first of a longer name */
};

/* One word, hashed once for all the features that it takes part in. */
struct word_view {
        uint32_t word, shape;
        uint32_t prefix[3], suffix[4];
        uint32_t classes; /* enum word_class */
        uint16_t use;     /* enum word_use */
        /* Of the run of capitalised words around it, "of" and the like included: */
        uint32_t run_first, run_last;                 /* hashes of its outer words */
        uint32_t run_first_classes, run_last_classes; /* and their classes */
        uint8_t run_length, run_at;                   /* words, and which of them this is */
        uint8_t upos, fine;
        uint8_t form; /* capital, all capital, number, punctuation, … */
        int32_t number, run_first_number, run_last_number; /* of words.h */
        uint16_t cluster;
        uint8_t wider_cluster;
        bool first; /* of its sentence */
        bool plain; /* in lower case, and not between capitalised words */
};

enum {
        VIEW_MARGIN = 4, /* views that must stand before the first word and behind the last */
        FEATURES_MAX = 128,
        POS_REACH = 2,  /* words to either side that a part of speech is told by */
        NAME_REACH = 2, /* and a name */
};

struct feature_list {
        uint32_t hash[FEATURES_MAX];
        unsigned n, n_recurring; /* those in front have few values and long rows (pos) */
};

/** Adds the features of @more from @first on. */
void feature_list_add(struct feature_list *list, const struct feature_list *more,
                      unsigned first);
/** What a word shows by itself. @first: it begins its sentence. */
void word_view_of(struct word_view *ret, const struct document *doc, size_t token, bool first);
struct word_traits;
/** Adds what the lists and the rest of the article say; @traits are those of all tokens. */
void word_view_add_traits(struct word_view *view, const struct document *doc,
                          const struct word_traits *traits, size_t token);
/** The view that stands for what is outside of the sentence. */
void word_view_edge(struct word_view *ret);

/** Features of @w[0] for its part of speech, given the labels of the two words before. */
void pos_features(struct feature_list *ret, const struct word_view *w, unsigned before,
                  unsigned before_that);
/** Those of them that one word alone decides, the one @at places behind @w[0] (-POS_REACH to
 *  POS_REACH); @w is that word. */
void pos_word_features(struct feature_list *ret, const struct word_view *w, int at);
/** All others. */
void pos_joint_features(struct feature_list *ret, const struct word_view *w, unsigned before,
                        unsigned before_that);
/** Features of @w[0] for names; views have their parts of speech, classes and uses. */
void name_features(struct feature_list *ret, const struct word_view *w);
/** Those of them that one word alone decides, the one @at places behind @w[0] (-NAME_REACH to
 *  NAME_REACH), where @w[0] is not plain; @w is that word. */
void name_word_features(struct feature_list *ret, const struct word_view *w, int at);
/** All others. */
void name_joint_features(struct feature_list *ret, const struct word_view *w);
