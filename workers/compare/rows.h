/* rows - what the ledger of an event is made of
 *
 * Each kind of row has a struct here, and one function in rows.c that writes and reads it. Rows
 * are bounded: lists stop at the limits below, and counts go on. An article is named by its
 * number in the log, an origin by that of its first article, which is settled when the article
 * comes and never changes: so a row need not be touched again when others join.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "proto/extraction.h"
#include "proto/frame.h"
#include "workers/compare/numbers.h"
#include "workers/compare/senses.h"

enum row_kind {
        ROW_ARTICLE = 'a',                /* by article id */
        ROW_CLAIM = 'c',                  /* by what it was founded on, or by the fact */
        ROW_HEADER = 'h',                 /* one */
        ROW_PROBE = 'i' | ROW_FOLD_ONLY,  /* by a term: refers to claims that hold it */
        ROW_NAME = 'n',                   /* by the key of a name */
        ROW_SOURCE = 's' | ROW_FOLD_ONLY, /* by outlet */
        ROW_SLOT = 'v',                   /* by what is measured */
        ROW_SHINGLE =
                'w' | ROW_FOLD_ONLY, /* by a passage's hash: refers to the words of articles */
        ROW_WORDS = 'x' | ROW_FOLD_ONLY, /* by article id */
};

enum {
        ROW_KEY_BYTES = 9,
        MENTIONS_MAX = 24,           /* passages kept of one claim */
        TERMS_MAX_CLAIM = 24,        /* terms kept of one passage */
        PARTICULARS_MAX = 12,        /* … numbers and days */
        PROBE_REFS_MAX = 6,          /* claims under one term */
        SHINGLE_REFS_MAX = 8,        /* articles under one passage */
        REFS_MAX = SHINGLE_REFS_MAX, /* the longer of these lists */
        WORDS_MAX = 3000,            /* words compared for copies */
        COPIES_MAX = 16,             /* articles that one article shares passages with */
        BEARERS_MAX = 8,             /* persons of one last name, bodies of one acronym */
        SPELLINGS_MAX = 12,
        ALIASES_MAX = 4,      /* of a participant, in an event's summary */
        SCOPE_PLACES_MAX = 8, /* places in the sentence of a figure */
        FACETS_MAX = 64,      /* languages and kinds of acts in a summary */
        SLOT_VALUES_MAX = 64, /* figures kept of one row */
        COMPANY_MAX = 4,      /* other figures of a figure's sentence */
        NEAR_MAX = 12,        /* terms kept of what stands next to a figure */
        TITLES_MAX = 12,
        VOTES_MAX = 24,
        PARTICIPANTS_MAX = 48,
        ORIGINS_MASKED = 64, /* omissions are looked for up to this many origins */
        CARRIED_MAX = 24,    /* claims watched for omissions */
        CORE_MAX = 12,
        SKETCH_BITS_LOG2 = 11,
        SKETCH_WORDS = (1 << SKETCH_BITS_LOG2) / 64,
        PASSAGE_MAX = 900, /* bytes of one piece of evidence */
        NAME_MAX_BYTES = 200,
        QUOTE_NONE = UINT16_MAX,
};

/* The greatest figure of a row, either way, in thousandths. */
#define FIGURE_MAX QUANTITY_LIMIT

struct row_key {
        uint8_t kind;
        uint64_t hash;
};

/* A passage, as a reader sees it. */
struct mention {
        uint64_t article, origin;
        struct span span; /* code points of the article's text; none: stood elsewhere */
        const char *text;
        uint16_t confidence;
        uint32_t *terms; /* ascending; see claims.h */
        size_t n_terms;
        uint32_t *particulars; /* of claims: its numbers and days, see particulars.h */
        size_t n_particulars;
        bool direct;    /* of a sentence: most of it is quoted; the rest: of utterances */
        uint16_t quote; /* QUOTE_NONE: a sentence that has the words, see echoes.c */
        const char *speaker, *speaker_key;
};

enum claim_type { CLAIM_SENTENCE, CLAIM_UTTERANCE, CLAIM_ACT, CLAIM_DATE, CLAIM_TOPIC };

struct claim {
        uint8_t type;
        uint16_t weight; /* how central its founding passage was, in thousandths */
        bool fact;       /* of sentences: no question; of the rest: no article
                          * has it for its theme */
        const char *about, *value;
        struct mention *mentions;
        size_t n_mentions;
        struct numbers articles, origins;
};

enum slot_kind {
        SLOT_COUNT,
        SLOT_DURATION,
        SLOT_AGE,
        SLOT_MONEY,
        SLOT_PERCENT,
        SLOT_MEASURE,
        SLOT_CLOCK, /* minutes of the day */
        SLOT_DATE,  /* days from the first to the last that is meant */
        SLOT_MAGNITUDE,
};

/* Of what the extraction takes for BOUND_ABOUT: on which side the number lies. */
enum {
        FIGURE_NEARLY = BOUND_LESS_THAN + 1,
        FIGURE_JUST_OVER,
        FIGURE_AGO, /* of a date: reckoned from the day of the report, and so one more or less
                     */
};

struct slot_value {
        struct mention mention;
        int64_t value, high; /* thousandths */
        uint8_t bound;       /* enum quantity_bound, FIGURE_NEARLY, … */
        const char *about;   /* what it is of, in a reader's words */
        uint64_t head;       /* hash of what is counted; 0: not known */
        uint32_t *near;      /* terms next to the figure, in their order */
        size_t n_near;
        uint8_t n_before; /* … of them before it */
        uint8_t link;     /* the preposition before it, figure_link(); 0: none */
        uint32_t day;     /* of clock times: hash of the date, 0: not known */
        uint32_t *places; /* GeoNames ids in the sentence of the figure */
        size_t n_places;
        uint32_t *persons; /* hashes of the persons whom it names */
        size_t n_persons;
        const char *unit; /* of dates: as TIMEX3 writes it */
        bool central;     /* of what the article is about */
        bool past;        /* its sentence speaks of another time */
        bool people;      /* counts people in so many words */
        bool toll;        /* counts what the event did to people: @head is what */
        uint8_t part;     /* of what others may count: in which words; 0: none */
        bool planned;     /* what was to be */
        bool moves;       /* what another hour tells otherwise */
        bool grows;       /* what has grown to this by the time of the report */
        uint16_t year;    /* printed next to it in its sentence; 0: none */
        uint16_t of_year; /* in which the nearest month or year of its sentence lies; 0: none */
        uint32_t subject; /* hash of the name before it in its sentence; 0: none */
        uint8_t given;    /* of an age: the letter that the given name of its bearer begins
                             with; 0: not known */
        uint32_t actor;   /* … of the last person before it, wherever */
        uint8_t siblings; /* other figures of its row in its sentence */
        int64_t total;    /* with those of them that it adds up with */
        uint8_t lead;     /* sentences before its own */
        uint32_t *company; /* hashes of other figures of the sentence */
        size_t n_company;
        int8_t near_sense[SENSE_BYTES],
                sense[SENSE_BYTES]; /* of what is near; of the sentence */
        int8_t head_sense[SENSE_BYTES];
        uint8_t known; /* enum time_known of the article's time */
        int64_t minute;
};

struct slot {
        uint8_t kind;       /* enum slot_kind */
        uint32_t conflicts; /* among its figures, as judged last */
        struct slot_value *values;
        size_t n_values;
        struct numbers articles, origins;
};

struct spelling {
        const char *text;
        uint32_t times; /* articles */
};

/* One who bears the name of the row. */
struct bearer {
        uint8_t type; /* enum entity_type of the first mention */
        const char *iso3166;
        uint32_t geonames;
        const char *wikidata;
        const char *key; /* of the fullest form */
        struct spelling *spellings;
        size_t n_spellings;
        struct numbers articles;
        uint32_t mentions;
};

struct name_row {
        struct bearer *bearers;
        size_t n_bearers;
};

struct copy {
        uint64_t other;
        uint16_t share; /* thousandths of the later one's words */
        bool certain, from_other, by_credit;
};

struct article_row {
        uint64_t number, origin;
        const char *id, *source, *published, *title, *url;
        struct copy *copies;
        size_t n_copies;
};

struct words_row {
        uint64_t number, origin;
        uint64_t source;    /* key of the outlet, see outlets.h; 0: none */
        uint64_t *credited; /* ascending keys of those that it credits */
        size_t n_credited;
        uint8_t known;
        int64_t minute;
        uint32_t *words; /* hashes, quotations left out (0); see wording.h */
        size_t n_words;
};

struct refs_row {
        struct row_key *keys;
        size_t n;
};

/* Votes that each account has for places. */
enum { PLACE_VOTES = 1000 };

struct vote {
        const char *text;
        const char *iso3166;
        uint32_t geonames, weight;
};

/** Is @v for the same place, or text, as @have? */
bool vote_is_for(const struct vote *have, const struct vote *v);
/** Adds to a candidate's votes; a full list takes in no more candidates. 0 or -ENOMEM. */
int vote_add(struct arena *arena, struct vote **votes, size_t *n, size_t max,
             const struct vote *v);

struct participant {
        struct row_key key;
        uint8_t bearer, type;
        const char *name, *aliases[ALIASES_MAX]; /* NULL behind the last */
        uint32_t articles, mentions;
};

/* Telling words: the bit of each is set. */
struct sketch {
        uint64_t bits[SKETCH_WORDS];
};

struct carried {
        struct row_key key;
        const char *about;
        uint64_t mask;  /* of header.origins: those whose sentences were joined */
        uint32_t *core; /* terms that most of these have */
        size_t n_core;
};

struct header_row {
        uint32_t n_articles, n_sources, n_origins, n_conflicts;
        struct vote *titles, *dates, *places;
        struct vote *sources, *languages, *acts; /* what the feed is filtered by */
        size_t n_titles, n_dates, n_places, n_sources_listed, n_languages, n_acts;
        struct participant *participants;
        size_t n_participants;
        uint64_t *origins; /* the first ORIGINS_MASKED */
        size_t n_origins_listed;
        struct sketch *sketches; /* of the words of these: as many */
        size_t n_sketches;
        struct carried *carried;
        size_t n_carried;
};

struct source_row {
        uint32_t articles;
};

struct row {
        struct row_key key;
        bool changed;
        void *body; /* the struct of its kind */
};

/** An empty body of the kind, or NULL. */
void *row_body_new(struct arena *arena, uint8_t kind);
/** Appends the body alone. Errors are the buffer's. */
void row_body_put(struct buffer *out, const struct row *row);
/** Reads one; 0, FRAME_E_MALFORMED or -ENOMEM. */
int row_body_get(struct row *row, struct arena *arena, const struct blob *body);

void row_key_put(const struct row_key *key, unsigned char out[ROW_KEY_BYTES]);
int row_key_get(struct row_key *ret, const struct blob *blob); /* 0 or FRAME_E_MALFORMED */
int row_key_order(const struct row_key *a, const struct row_key *b);

/** The first @max bytes of @text at most, whole characters, in @arena. NULL: no memory. */
const char *text_kept(struct arena *arena, const char *text, size_t max);
