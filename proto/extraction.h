/* extraction - what one article says
 *
 * Inside, spans count bytes of `text` and references are indices into the lists of the same
 * extraction; the encoder turns them into code points and ids ("e1" is entities[0]). Everything
 * lives in one arena. Lists are in the order of the text, entities in that of their first
 * mention.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/json.h"

enum { NONE = -1 }; /* no reference */

enum {
        EXTRACTION_BYTES_MAX = 24 << 20,
        EXTRACTION_FINDINGS_MAX = 100000, /* in one list */
};

enum { EXTRACTION_E_INVALID = 1 };

/** Bytes of the text, end exclusive; start > end means that there is none. */
struct span {
        uint32_t start, end;
};
#define SPAN_NONE ((struct span){ 1, 0 })

static inline bool span_is_none(struct span s)
{
        return s.start > s.end;
}

/** What every finding says of its making. */
struct finding {
        uint16_t confidence; /* thousandths */
        const char *rule; /* name of the rule or model, "stage.rule"; static or in the arena */
};

enum entity_type {
        ENTITY_PERSON,
        ENTITY_ORGANIZATION,
        ENTITY_PLACE,
        ENTITY_GROUP,
        ENTITY_OTHER,
};

struct entity {
        struct finding by;
        enum entity_type type;
        const char *name; /* canonical form within the article: the fullest, without titles */
        struct span *mentions;
        size_t n_mentions;
        const char **titles;
        size_t n_titles;
        char iso3166[3];      /* alpha-2, "" when there is none */
        uint32_t geonames;    /* 0 when there is none */
        const char *wikidata; /* or NULL */
        char gender;          /* 'm', 'f', or 0: not known (inside only, not encoded) */
};

/** Index of its first mention that starts at @byte or behind it; n_mentions: none. */
static inline size_t entity_mention_at(const struct entity *e, uint32_t byte)
{
        size_t low = 0, high = e->n_mentions;

        while (low < high) {
                size_t middle = (low + high) / 2;

                if (e->mentions[middle].start < byte)
                        low = middle + 1;
                else
                        high = middle;
        }
        return low;
}

struct speaker {
        const char *text; /* the words used; NULL: nobody is named */
        struct span span; /* where they stand */
        int entity;       /* index or NONE */
        const char *name; /* canonical name, or the description used; NULL: not resolved */
};

struct quote {
        struct finding by;
        struct span *spans; /* what is said, without the marks; several where it is parted */
        size_t n_spans;
        const char *text; /* the spans' words, joined by " … " */
        bool direct;      /* stands between marks (or after a dash) */
        bool complete;    /* a whole sentence or more */
        struct span cue;  /* "said", or SPAN_NONE */
        struct speaker speaker;
        int via; /* entity that relays it, or NONE */
};

enum time_type { TIME_DATE, TIME_TIME, TIME_DURATION, TIME_SET };

struct time_expression {
        struct finding by;
        struct span span;
        enum time_type type;
        const char *value; /* TIMEX3 */
        const char *end;   /* of an interval, exclusive; or NULL */
        const char *mod;   /* TIMEX3's, or NULL */
};

enum quantity_bound {
        BOUND_EXACT,
        BOUND_ABOUT,
        BOUND_AT_LEAST,
        BOUND_MORE_THAN,
        BOUND_AT_MOST,
        BOUND_LESS_THAN,
};

enum quantity_kind {
        QUANTITY_DURATION,
        QUANTITY_COUNT,
        QUANTITY_MONEY,
        QUANTITY_PERCENT,
        QUANTITY_ORDINAL,
        QUANTITY_MEASURE,
};

struct quantity {
        struct finding by;
        struct span span;
        int64_t value;    /* thousandths */
        int64_t high;     /* thousandths; of a range, else INT64_MIN */
        const char *unit; /* singular: "minute", "EUR", "dollar" (which one is not said); NULL
                             for a plain count */
        const char *of;   /* what is counted or measured: "people killed", "meeting"; or NULL */
        enum quantity_bound bound;
        enum quantity_kind kind;
        int32_t finer; /* billionths that the value is more, either way */
};
#define QUANTITY_NO_HIGH INT64_MIN
/* From this on, in thousandths, no double tells what is finer. */
#define QUANTITY_FINE_LIMIT INT64_C(1000000000)
/* In thousandths; all values are less, either way. */
#define QUANTITY_LIMIT INT64_C(9000000000000000000)

enum act_status { ACT_HAPPENED, ACT_PLANNED, ACT_DENIED, ACT_ALLEGED, ACT_HYPOTHETICAL };

struct act {
        struct finding by;
        struct span span;
        const char *predicate;    /* lemma */
        const char *plover_type;  /* "CONSULT", or NULL where PLOVER has none */
        const char *plover_mode;  /* "visit", or NULL */
        int *actors, *recipients; /* entities */
        size_t n_actors, n_recipients;
        int when, where; /* time, entity; or NONE */
        enum act_status status;
        int according_to; /* entity or NONE */
};

struct credit {
        struct finding by;
        const char *agency;
        struct span span; /* none: outside the text, then with @literal */
        const char *literal;
};

enum date_basis { BASIS_TEXT, BASIS_META, BASIS_URL, BASIS_GIVEN, BASIS_INFERRED };

struct stated_date {
        struct finding by;
        const char *value; /* ISO 8601, truncated to its precision; NULL: not known */
        enum date_basis basis;
        struct span span; /* none: outside the text, then with @literal */
        const char *literal;
};

struct dateline {
        struct finding by;
        bool found;
        const char *place, *agency; /* each may be NULL */
        struct span span;
};

struct extraction {
        const char *article;      /* id */
        const char *source, *url; /* as given; url may be NULL */
        const char *fetched;      /* as given, or NULL */
        const char *extractor;    /* "parallax/VERSION" */
        const char *language;     /* ISO 639-1, or NULL */
        bool is_article;          /* kind: else `other`, and no findings */
        const char *title;        /* or NULL */
        const char **authors;
        size_t n_authors;
        struct stated_date published, modified;
        struct dateline dateline;
        const char *text; /* UTF-8, NUL-terminated */
        uint32_t text_size;
        uint32_t analysed; /* bytes of the text's head that the findings are of; 0: all */
        struct span *sentences;
        size_t n_sentences;
        struct entity *entities;
        size_t n_entities;
        struct quote *quotes;
        size_t n_quotes;
        struct time_expression *times;
        size_t n_times;
        struct quantity *quantities;
        size_t n_quantities;
        struct act *acts;
        size_t n_acts;
        struct credit *credits;
        size_t n_credits;
};

/** Appends the extraction as the contract's JSON, one line without a line feed. Returns 0,
 *  -EMSGSIZE for more findings or bytes than extraction_decode() takes, or -ENOMEM. */
int extraction_encode(const struct extraction *x, struct buffer *out);
/** Decodes and checks one: limits, types, spans inside the text and in order, references that
 *  exist. Everything is in @arena. Returns 0, EXTRACTION_E_INVALID with *@fault, or -ENOMEM. */
int extraction_decode(struct extraction **ret, struct arena *arena, const char *json,
                      size_t size, struct json_fault *fault);

/* Names of the enumerations, as printed; the order is that of the enumerators. */
extern const char *const entity_type_names[];
extern const char *const time_type_names[];
extern const char *const quantity_bound_names[];
extern const char *const quantity_kind_names[];
extern const char *const act_status_names[];
extern const char *const date_basis_names[];
