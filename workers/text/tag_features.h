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

/* What the rest of the article shows of a word's form. */
enum word_use {
        USE_LOWER = 1 << 0,   /* stands in lower case elsewhere */
        USE_CAPITAL = 1 << 1, /* stands capitalised inside a sentence elsewhere */
        USE_TITLED = 1 << 2,  /* follows a title or a first name somewhere */
};

/* One word, hashed once for all the features that it takes part in. */
struct word_view {
        uint32_t word, shape, cluster;
        uint32_t prefix[3], suffix[4];
        uint32_t classes; /* enum word_class */
        uint8_t use;      /* enum word_use */
        uint8_t upos, fine;
        uint8_t form; /* capital, all capital, number, punctuation, … */
        uint8_t first;
};

enum {
        VIEW_MARGIN = 2, /* views that must stand before the first word and behind the last */
        FEATURES_MAX = 96,
};

struct feature_list {
        uint32_t hash[FEATURES_MAX];
        unsigned n;
};

/** What a word shows by itself. @first: it begins its sentence. */
void word_view_of(struct word_view *ret, const struct document *doc, size_t token, bool first);
/** The view that stands for what is outside of the sentence. */
void word_view_edge(struct word_view *ret);

/** Features of @w[0] for its part of speech, given the labels of the two words before. */
void pos_features(struct feature_list *ret, const struct word_view *w, unsigned before,
                  unsigned before_that);
/** Features of @w[0] for names; views have their parts of speech, classes and uses. */
void name_features(struct feature_list *ret, const struct word_view *w);
