/* resolve - inside of the anchoring: what a reading comes to
 *
 * times_anchor.c goes over the readings in order; times_context.c knows from where to count;
 * times_dates.c, times_spans.c, times_offsets.c and times_days.c turn one reading each into an
 * outcome.
 */
#pragma once

#include "workers/extract/times.h"

enum {
        COUNT_LIMIT = 100000,  /* a greater distance is no date */
        CONFIDENCE_FULL = 950, /* nothing had to be inferred */
        CONFIDENCE_ANCHORED = 850,
        CONFIDENCE_VAGUE = 700,
};

/* What a reading comes to. A literal value, or a moment. */
struct outcome {
        enum time_type type;
        const char *value;
        struct moment moment;
        struct moment end; /* exclusive; GRAIN_NONE: none */
        uint16_t confidence;
};

struct context {
        struct arena *arena;
        struct readings *readings;
        struct moment anchor; /* GRAIN_NONE: none */
        bool historical;
        bool tale;          /* … that begins long ago: "today" is not the day of the report */
        struct moment last; /* the time told last */
        struct moment last_day; /* the last that names a day */
        struct moment quarter;  /* the quarter that a balance is about */
        int zone;               /* of the anchor, minutes east of Greenwich; UNSET */
        int pending_year;       /* named once, far from the time told; UNSET */
        bool dayless;           /* a note: a time of a day that is not told has none */
        bool failed;            /* out of memory */
};

static inline bool known(const struct moment *m)
{
        return m->grain != GRAIN_NONE && m->year != UNSET;
}

static inline struct moment unknown(enum grain grain)
{
        return (struct moment){ .grain = grain, .year = UNSET };
}

static inline struct outcome dated(struct moment m, uint16_t confidence)
{
        return (struct outcome){ .type = m.grain >= GRAIN_PART ? TIME_TIME : TIME_DATE,
                                 .moment = m,
                                 .confidence = confidence };
}

static inline struct outcome literal(enum time_type type, const char *value,
                                     uint16_t confidence)
{
        return (struct outcome){ .type = type, .value = value, .confidence = confidence };
}

/** Is the reading's first relative word @word ("last", "that")? */
bool is_word(const struct reading *r, const char *word);
/** Is it counted from the time told last, and not from today? */
bool counts_from_last(const struct reading *r);
/** The point that relative expressions start from; of the grain of a day, if there is one. */
struct moment point(const struct context *c, bool from_last);
struct moment point_day(const struct context *c, bool from_last);
/** Is it after the day of the anchor? */
bool is_ahead(const struct context *c, const struct moment *moment);
/** The year in which month (and day, or UNSET) lie: the nearest one, unless the clause's tense
 *  speaks clearly for another. */
int guess_year(const struct context *c, const struct reading *r, int month, int day);
/** The year that a joined reading gives ("June" of "last year"), or UNSET. */
int base_year(struct context *c, const struct reading *r);
/** The year of "last June", "next winter" (r->month), or UNSET. */
int related_year(const struct context *c, const struct reading *r);
/** "490" of "490 BC". */
int era_year(int64_t count);
/** The hour of the clock that lies in the half of the day that begins at @ampm (0, 12; UNSET).
 */
int hour_of(int hour, int ampm);
struct moment with_day(struct moment m, int month, int day);
/** "two weeks before 5 December": from a day to a day. */
struct moment shift_day(struct moment p, char unit, int n);
/** Is none of the reading's amounts too great to move by? */
bool amounts_within_limit(const struct reading *r);
/** Moves by all amounts of the reading; *@ret_smallest is the smallest unit among them. */
struct moment shift_amounts(struct moment p, const struct reading *r, int direction,
                            char *ret_smallest);
/** Years in a unit that is counted in years, else 0. */
int years_in(char unit);
/** "years", "hours": some of a unit. */
const char *plural_value(struct context *c, char unit);

/** What reading @i comes to, as things stand. */
struct outcome resolve(struct context *c, size_t i);
struct outcome resolve_date(struct context *c, const struct reading *r);
struct outcome resolve_weekday(struct context *c, const struct reading *r);
struct outcome resolve_unit(struct context *c, const struct reading *r);
struct outcome resolve_offset(struct context *c, const struct reading *r);
struct outcome resolve_duration(struct context *c, const struct reading *r);
struct outcome resolve_set(struct context *c, const struct reading *r);
struct outcome resolve_deictic(struct context *c, const struct reading *r);
struct outcome resolve_part(struct context *c, const struct reading *r);
struct outcome resolve_clock(struct context *c, const struct reading *r);
struct outcome resolve_season(struct context *c, const struct reading *r);
struct outcome resolve_quarter(struct context *c, const struct reading *r);
struct outcome resolve_decade(struct context *c, const struct reading *r);
struct outcome resolve_century(struct context *c, const struct reading *r);
struct outcome resolve_holiday(struct context *c, const struct reading *r);
struct outcome resolve_week_of(struct context *c, const struct reading *r);

/** Does a note leave open of which day, month or year reading @i is? */
bool reading_is_open(const struct readings *readings, size_t i);
/** The context that such a one is resolved in: nowhere in time. */
struct context context_of_note(const struct context *c);

/** When what begins at @start is over after the duration @length; GRAIN_NONE: not to be told.
 */
struct moment moment_over(const struct moment *start, const struct reading *length);
/** What @r, which is all the text there is, comes to: from when to when. */
void outcome_alone(const struct context *c, const struct reading *r, struct outcome *o);
