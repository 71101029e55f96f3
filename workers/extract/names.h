/* names - who and what is named in an article, before and after it is known who is who
 *
 * Shared by the files that entities_find (stages.h) is made of: names.c finds the names,
 * recall.c those that were missed, trim.c cuts them to size, titles.c what people are called
 * beside them, places.c which place of the world is meant, clusters.c who is who, genders.c
 * who is he or she, references.c the descriptions and pronouns that mean one of them.
 */
#pragma once

#include <string.h>

#include "workers/extract/entities.h"
#include "workers/text/document.h"

enum {
        NAMES_MAX = 50000,     /* in one article; what stands behind them is not looked at */
        CANDIDATES_MAX = 16,   /* persons of one family name that are told apart */
        TITLE_TOKENS_MAX = 16, /* of one title */
        NAME_SURE = 80,        /* percent: a list of places does not overrule the tagger */
};

/* A place of the world, as the lists have it. */
struct place_link {
        bool known;        /* the name stands in a list of places */
        uint32_t geonames; /* 0: none, or not certain which */
        char iso3166[3];
        bool country; /* a country itself, not a place in one */
        bool capital; /* of a country */
        bool region;  /* a state or province */
};

/* One name at its place in the text. */
struct name {
        size_t first, end; /* tokens */
        struct span span;
        enum entity_type type;
        uint8_t confidence; /* 0 to 100 */
        bool listed;        /* the type is from a word list, and holds */
        bool addressed;     /* "Mr" stands before it */
        char gender;        /* 'm', 'f' or 0 */
        const char *key;    /* name_key() of it */
        unsigned words;     /* in the key */
        const char *body;   /* organization: the listed name that it stands for, or NULL */
        struct place_link place;
        size_t title_first, title_end; /* tokens of the title beside it; equal: none */
        int entity;                    /* once it is known */
};

struct names {
        struct name *list;
        size_t n;
};

/** Finds the names of the document, in the order of the text. 0 or -ENOMEM. */
int names_find(struct names *ret, const struct document *doc);
/** Cuts off what is no part of the name; name.first == name.end: nothing is left. */
void name_trim(struct name *name, const struct document *doc);
/** Sets span, key and words of a name by its tokens. false: no memory. */
bool name_set_key(const struct document *doc, struct name *name);
/** Adds the places where a person's family name, or a name of one word that is sure elsewhere,
 *  stands alone and the tagger saw no name.
 *  0 or -ENOMEM. */
int names_recall(struct names *names, const struct document *doc);
/** Lets the names of one key agree on their type. 0 or -ENOMEM. */
int types_agree(struct names *names, const struct document *doc);
/** Sets each person's title and gender. */
void titles_find(struct names *names, const struct document *doc);
/** 'Robert "Bob" Berg', 'Ana “the Fox” Lind': the token of the family name behind the nickname
 *  that follows the given name at @i, tagged up to @end; 0: there is none. */
size_t name_behind_nickname(const struct document *doc, size_t i, size_t end);
/** "Odeelia | Marsh": is @i a word with a capital that no list knows, right before a person's
 *  name of one word, and so a given name that the tagger has not seen? */
bool name_given_before(const struct document *doc, size_t i);
/** "al-Berg": a family name that begins in lower case. */
bool name_has_article(const struct document *doc, size_t i);
/** How many tokens from @i are a name by what stands beside them: "Harbour Seed Fund (HSF)",
 *  "Berg & Sons"; and of what kind. 0: none. */
size_t name_whole_length(const struct document *doc, size_t i, enum name_tag *ret_tag);
/** Which place @n tokens from @first name. */
struct place_link place_find(const struct document *doc, size_t first, size_t end);
/** Settles which place a name means by what else the article says. 0 or -ENOMEM. */
int places_settle(struct names *names, const struct document *doc);
/** Says who is who: sets name.entity and fills the extraction's entities. 0 or -ENOMEM. */
int clusters_find(struct names *names, struct document *doc);
/** Sets the gender of family names that stand alone, where the article calls them he or she
 *  alone: "President Berg … his" is not Maria Berg. 0 or -ENOMEM. */
int genders_of_families(struct names *names, const struct document *doc);
/** Sets the gender of persons of whom names and titles do not tell it. 0 or -ENOMEM. */
int genders_find(const struct names *names, struct document *doc);
/** Finds what else means one of the entities, for entities.h. 0 or -ENOMEM. */
int references_find(const struct names *names, struct document *doc);

/** The last word of a key. */
static inline const char *family_name(const char *key)
{
        const char *space = strrchr(key, ' ');

        return space ? space + 1 : key;
}

/** "Lopez" of "Ana Lopez Garcia", "Berg" of "Jan Berg Jr.": is the one word the family name
 * that stands before the last word of the key @full, and no given name? */
bool name_is_inner(const struct names *names, const struct document *doc, const char *full,
                   const struct name *name);
/** "his son | Franklin", "Lind's wife | Anna": is it the given name of a relative, and nobody's
 *  family name? */
bool name_is_relative(const struct document *doc, const struct name *name);
/** "The Hill reported": is it a paper or a body, whoever has that family name? */
bool name_is_paper(const struct document *doc, const struct name *name);

/** The type of a tagged name when an article before it is heeded: "the Guardian", "the Berg
 *  Shutdown" and "the Martha B. Berg List" are no persons. */
enum entity_type name_type_beside(const struct document *doc, const struct name *name);
/** "the Oslo Accords", "the Gulf War": is it a treaty, a law or a war, whatever the tagger
 * takes it for? */
bool name_is_deed(const struct document *doc, const struct name *name);

/** "(Reporting by Anna Lind; editing by Jan Lind)": has who bears it made the report? */
bool name_is_credited(const struct document *doc, const struct name *name);

/* A stretch of text that means an entity. */
enum reference_kind { REFERENCE_NAME, REFERENCE_DESCRIPTION, REFERENCE_PRONOUN };

struct reference {
        struct span span;
        int entity;
        enum reference_kind kind;
};

/* In the order of the text; they do not overlap. */
struct references {
        struct reference *list;
        size_t n;
};

/** Where the longest title begins that ends right before @end and not before @start; @end:
 * none. */
size_t title_before(const struct document *doc, size_t start, size_t end,
                    const char **ret_value);
/** Does a title begin with token @i? Its number of tokens and the list's columns, else 0. */
size_t title_at(const struct document *doc, size_t i, size_t end, const char **ret_value);
/** Does token @i name a country or people that a title can belong to ("Russian", "US")? Gives
 * the country's code, "" for a people without one, or NULL. */
const char *title_country(const struct document *doc, size_t i, size_t end, size_t *ret_n);
