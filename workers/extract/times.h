/* times - inside of the times stage
 *
 * text → atoms → terms (words with their classes, from the lexicons) → readings (what a rule
 * matched, as slots) → neighbours joined → anchored and printed as TIMEX3.
 */
#pragma once

#include "workers/extract/atoms.h"
#include "workers/extract/calendar.h"
#include "workers/extract/numerals.h"
#include "workers/text/document.h"

/* What a term can be. The names in time_words.txt and time_rules.txt are these without CLASS_.
 */
enum term_class {
        CLASS_MONTH,   /* 1 to 12 */
        CLASS_DOW,     /* day of the week, 1 = Monday */
        CLASS_UNIT,    /* TIMEX3's letter; N minute, C century, E decade, L millennium */
        CLASS_UNITS,   /* the same, in the plural */
        CLASS_NUM,     /* a cardinal */
        CLASS_ORD,     /* an ordinal */
        CLASS_DAY,     /* 1 to 31: "5", "5th", "fifth" */
        CLASS_YEAR,    /* four digits, or in words */
        CLASS_YEAR2,   /* "'99", "87" */
        CLASS_DATE,    /* a whole date in digits */
        CLASS_CLOCK,   /* "8:30" */
        CLASS_HOUR,    /* 0 to 24 */
        CLASS_AMPM,    /* 0, 12 */
        CLASS_ZONE,    /* */
        CLASS_REL,     /* "last" -1, "this" 0, "next" 1 */
        CLASS_MOD,     /* "early", "late", "mid" */
        CLASS_EDGE,    /* "beginning", "end" (of) */
        CLASS_DEICTIC, /* "today" 0, "yesterday" -1 */
        CLASS_REF,     /* PRESENT_REF … */
        CLASS_HOLIDAY, /* place in the table of holidays */
        CLASS_VAGUE,   /* "several", "few", "many" */
        CLASS_APPROX,  /* "about", "more than": the mod they give */
        CLASS_AGO,     /* "ago" -1, "later" 1 … */
        CLASS_EVERY,   /* "every", "each" */
        CLASS_FREQ,    /* "daily": the unit */
        CLASS_DOWS,    /* "Mondays" */
        CLASS_SEASON,  /* SP SU FA WI */
        CLASS_PART,    /* MO AF EV NI … */
        CLASS_PARTS,   /* "nights" */
        CLASS_DECADE,  /* "1980s", "'80s", "eighties" */
        CLASS_ERA,     /* "BC" -1, "AD" 1 */
        CLASS_QUARTER, /* "Q3" */
        CLASS_TO,      /* "to", a dash */
        CLASS_NOON,    /* "noon", "midnight": the hour */
        CLASS_PERIOD,  /* "period", "time", "term" */
        CLASS_YEARS,   /* "1939-45" */
        CLASS_HALF,    /* "H1" */
        CLASS_CLOSE,   /* "EOM": the end of this unit */
        CLASS_OCLOCK,  /* "o'clock" */
        CLASS_NUM2,    /* two digits that are no day of a month */
        CLASS_LONG,    /* "weeklong": the unit */
        CLASS_COUNT
};

struct sense {
        const char *code; /* up to the next tab; "" when there is none */
        int number;
        uint8_t class;
};

enum { SENSES_MAX = 6, TERM_WORD_MAX = ATOM_LOWER_MAX + 2 };

struct term {
        uint32_t start, end; /* bytes of the text */
        uint32_t atom;       /* its first */
        uint16_t n_atoms;
        uint64_t classes; /* 1 << class */
        struct sense senses[SENSES_MAX];
        uint8_t n_senses;
        bool space_before, capital, digits;
        uint8_t upos, fine;       /* of the token it starts in; UPOS_X: not tagged */
        int64_t value;            /* of a number, thousandths */
        struct civil date;        /* of a DATE; month or day 0: not given */
        int hour, minute, second; /* of a CLOCK, or of a DATE with time; hour -1: none */
        const char *word;         /* lower case; "" for what is no single word */
        uint32_t hash;            /* of @word, as lexicon_hash() makes it */
};

struct terms {
        struct term *list;
        size_t n, room;
        bool whole;        /* they are all of the text */
        bool note;         /* … which is one short sentence that nobody put a title on */
        uint16_t surnames; /* 1 << month: a name of people in this text, as "Theresa May" */
};

/** Turns atoms into terms. 0 or -ENOMEM. */
int terms_read(struct terms *terms, const struct document *doc, const struct atoms *atoms);
/** The term's sense of @class, or NULL. */
const struct sense *term_sense(const struct term *term, enum term_class class);
/** "Tuesday's vote", "Tuesday night's": does the time that ends before term @last own what
 * follows? */
bool terms_own(const struct terms *terms, size_t last);
enum term_class term_class_named(const char *name, size_t size); /* CLASS_COUNT: unknown */
/** Dates, clock times, decades and ranges of years that are written with digits and marks.
 *  Gives the number of atoms taken, 0 for none. */
size_t digits_read(struct term *term, const struct atoms *atoms, size_t i);

/* What a rule makes of its slots. */
enum reading_kind {
        READING_DATE,     /* calendar date: year, month, day as far as given */
        READING_WEEKDAY,  /* dow, rel */
        READING_UNIT,     /* rel unit: "last week" */
        READING_OFFSET,   /* count unit direction: "two days ago" */
        READING_DURATION, /* count unit */
        READING_SET,
        READING_DEICTIC,
        READING_REF,
        READING_PAST,    /* PAST_REF */
        READING_PRESENT, /* PRESENT_REF */
        READING_PART,    /* part of a day */
        READING_CLOCK,
        READING_SEASON,
        READING_QUARTER,
        READING_DECADE,
        READING_CENTURY,
        READING_HOLIDAY,
        READING_WEEK_OF,
        READING_NONE, /* what looks like a time and is none: takes the words away */
        READING_KINDS
};

/* How a kind is told, where more hangs on it than the slots say. The names in time_rules.txt
 * are these without FORM_, behind the kind.
 */
enum reading_form {
        FORM_PLAIN,
        FORM_AFTER_NEXT,     /* "the week after the next" */
        FORM_AHEAD,          /* "in two weeks" */
        FORM_AHEAD_AND_HALF, /* "in an hour and a half" */
        FORM_AHEAD_HALF,     /* "in half an hour" */
        FORM_AHEAD_QUARTER,  /* "in a quarter of an hour" */
        FORM_AHEAD_WORKING,  /* "in three working days" */
        FORM_AHEAD_QUARTERS, /* "in three quarters of an hour" */
        FORM_WITHIN,         /* "within two weeks" */
        FORM_ALL,            /* "all week" */
        FORM_AND_HALF,       /* "a week and a half" */
        FORM_AND_QUARTER,    /* "an hour and a quarter" */
        FORM_AND_QUARTERS,   /* "an hour and three quarters" */
        FORM_AROUND,         /* "around 8" */
        FORM_AT,             /* "at 8" */
        FORM_AT_TWO,         /* "at 8 30" */
        FORM_AT_TWO_PART,    /* "8 30 a.m." */
        FORM_BARE_YEAR,      /* "August 99" */
        FORM_BEHIND,         /* "the first Monday after" Easter */
        FORM_BEFORE,         /* "ten to eight" */
        FORM_BETWEEN,        /* "between 3 and 5 May", "between 8 and 10 p.m." */
        FORM_DAY,            /* "9 tomorrow" */
        FORM_DAY_ON,         /* "on the 15th" */
        FORM_DAY_REL,        /* "the 15th this month" */
        FORM_DIGITS,         /* "8:30" */
        FORM_END,            /* "year-end" */
        FORM_FOUR_DIGITS,    /* "1030 a.m." */
        FORM_FOUR_ALONE,     /* "at 1030" */
        FORM_FREQUENCY,      /* "daily" */
        FORM_HALF,           /* "half an hour"; "the first half of 2021" */
        FORM_HALF_PAST,      /* "half past eight" */
        FORM_HOURS,          /* "1800 GMT" */
        FORM_LETTERS,        /* "1h 20m" */
        FORM_LAST_HALF,      /* "the last half of 2021" */
        FORM_MONTH,          /* "May" */
        FORM_MONTH_REL,      /* "last May" */
        FORM_NIGHTS,         /* "two nights" */
        FORM_NOON,           /* "noon" */
        FORM_NTH_DAY,        /* "the last day of May" */
        FORM_NTH_MONTH,      /* "the third month of 2021" */
        FORM_NTH_WEEKDAY,    /* "the second Tuesday of May" */
        FORM_NUMBER,         /* "8 a.m."; "week 31" */
        FORM_NUMERIC,        /* "3/5/2021" */
        FORM_OR,             /* "a day or two" */
        FORM_ORDINAL,        /* "the third day" */
        FORM_PAST,           /* "ten past eight" */
        FORM_PERIOD,         /* "this time" */
        FORM_PLURAL,         /* "hours" */
        FORM_POINT,          /* "at 6.45" */
        FORM_QUARTER,        /* "a quarter of an hour" */
        FORM_QUARTER_BEFORE, /* "a quarter to eight" */
        FORM_QUARTER_PAST,   /* "a quarter past eight" */
        FORM_RANGE,          /* "8 to 10 p.m." */
        FORM_SHORT_YEAR,     /* "'99" */
        FORM_THREE_QUARTERS, /* "three quarters of an hour" */
        FORM_TWO,            /* "a year and two months ago" */
        FORM_TWO_DAYS,       /* "May 3 and 5" */
        FORM_WEEKDAY,        /* "Friday the 26th" */
        FORM_YEAR,           /* "1999"; "the 1999 quarter" */
        FORM_WEEKEND,        /* "Labor Day weekend" */
        FORM_WEEK_ON,        /* "Monday week", "a week on Monday" */
        READING_FORMS
};

enum { UNSET = INT32_MIN, COUNT_NONE = -1, COUNT_VAGUE = -2 };
enum { TENSE_PERFECT = -2 };
enum { TENSE_OPEN = -2, TENSE_FAINT = -1, TENSE_SURE = 1 };

/* So many of a unit. */
struct amount {
        int64_t count;
        char unit;
};

enum { AMOUNTS_MAX = 3 };

struct reading {
        enum reading_kind kind;
        enum reading_form form;
        const char *rule;     /* its name, for those who ask why */
        uint32_t first, last; /* terms, last exclusive */
        uint32_t start, end;  /* bytes */
        int year, month, day, dow;
        int year2, month2, day2; /* of a range */
        bool ranged;
        int hour2, minute2, ampm2; /* of a range of clock times */
        uint32_t second_start;     /* of a range: its second part; 0: none */
        int hour, minute, second, ampm;
        int zone;          /* minutes east of Greenwich; UNSET: not told */
        bool zone_changes; /* with the summer time of the United States */
        int rel;           /* UNSET: none; of the first */
        char rel_word[12]; /* "last"; "": none. A copy: terms live as long as their paragraph */
        int64_t count;     /* thousandths, COUNT_NONE, COUNT_VAGUE */
        char unit;
        struct amount more[AMOUNTS_MAX]; /* "and two months": of further units */
        bool plural;
        int ordinal;
        int direction; /* of an offset: -1, 1; 0 none */
        const char *direction_word;
        int offset;                /* deictic, days */
        const char *season, *part; /* two letters; NULL */
        int quarter, decade, era;
        const char *holiday;
        const char *ref;
        const char *mod; /* "" none */
        uint8_t mod_size;
        bool every;
        bool definite;   /* "the" before it */
        bool some;       /* "one night": nobody says which */
        bool habitual;   /* "at night": of any day */
        bool ends;       /* "ended", "ending" follows: a year of a balance */
        bool due;        /* behind "by" */
        bool since;      /* behind "since" */
        bool lasts;      /* behind "for" */
        bool awaited;    /* a feast that others get ready for */
        bool placed;     /* a feast behind "on", "since", "during" … */
        bool within;     /* behind "within" */
        bool bounded;    /* "of" follows: a part of what is named there */
        bool owns;       /* "'s" follows */
        bool opens;      /* at the start of its sentence, or of a heading */
        int base;        /* reading it is counted from, or that gives its year or week; NONE */
        int range_end;   /* reading that ends it; NONE */
        int whole;       /* reading that it is a part of: "the first ten days of 2021"; NONE */
        int length;      /* reading that tells how long it lasts; NONE */
        int told;        /* reading that tells the same: "two days later, on 5 May"; NONE */
        int8_t counted;  /* of a duration: "after" 1, "before" -1 follows */
        bool absorbed;   /* a part of another one */
        uint16_t belief; /* the most that its value deserves, in thousandths */
        bool absurd;     /* no time, even if it is all the text */
        bool doubtful;   /* bare numbers: a time only if a day stands beside them, or alone */
        int8_t tense;    /* of the clause, as tense_around() tells it; 2: surely ahead */
        int8_t weight;   /* of the tense */
};

struct readings {
        struct reading *list;
        size_t n;
        bool alone; /* the text is nothing but these */
        bool note;  /* the text is one short sentence: somebody's note, and no report */
};

/** Reads a kind, and behind a space a form, as time_rules.txt names them; false: unknown ones.
 */
bool reading_named(const char *name, size_t size, enum reading_kind *ret_kind,
                   enum reading_form *ret_form);
/** "in two weeks", "within two weeks" … */
bool reading_looks_ahead(const struct reading *reading);
/** "8 to 10 p.m.", "between 8 and 10 p.m." */
bool reading_is_clock_range(const struct reading *reading);
/** "a year and a half", "an hour and three quarters" */
bool reading_adds_share(const struct reading *reading);
/** "at 8 30", "8 30 a.m." */
bool reading_is_two_numbers(const struct reading *reading);

/* Rules, compiled from time_rules.txt. */
struct rules;
struct rules *rules_compile(struct arena *arena); /* NULL: no memory */
/** The longest match that starts at term @t and ends at @limit or before; false: none. */
bool rules_match(const struct rules *rules, const struct terms *terms, size_t t, size_t limit,
                 struct reading *ret);

/** "a year, two months and three days": counts go to their units, as the first has none. */
void reading_set_amounts(struct reading *reading);
/** Adds what is counted by the number that was read last: "1h 20m". */
void reading_add_unit(struct reading *reading, char unit);
/** Empties the slots. */
void reading_init(struct reading *reading);
/** Puts what @sense says of @term into its slot. */
void reading_fill(struct reading *reading, const struct term *term, const struct sense *sense);

/** Joins neighbours from readings[from] on: "10 p.m." + "Wednesday", "the end of" + "May",
 *  "May 3" + "to" + "5". */
void readings_join(struct readings *readings, size_t from, const struct terms *terms);
/** Is the reading all that the text says, but for prepositions and the like? */
bool reading_is_alone(const struct reading *reading, const struct terms *terms);
/** Is the text nothing but the readings from readings[from] on? */
bool readings_are_alone(const struct readings *readings, size_t from,
                        const struct terms *terms);
/** Are the words at the reading surely a time? ("may", "march", "second", "sun") */
bool reading_plausible(struct reading *reading, const struct terms *terms);
/** The tense of the clause around @first, as far as its words tell: -1 past, 1 future, 0 not
 *  known, TENSE_PERFECT ("has met", which goes with no definite time of the past). How much it
 *  is to be believed goes to *@ret_weight: TENSE_FAINT, 0, TENSE_SURE; TENSE_OPEN: an
 * infinitive behind a verb of the past ("agreed to meet") may have the time. */
int8_t tense_around(const struct terms *terms, size_t first, size_t last, int8_t *ret_weight);

/* A point of time with its precision. */
enum grain {
        GRAIN_NONE,
        GRAIN_CENTURY,
        GRAIN_DECADE,
        GRAIN_YEAR,
        GRAIN_HALF,
        GRAIN_SEASON,
        GRAIN_QUARTER,
        GRAIN_MONTH,
        GRAIN_WEEK,
        GRAIN_WEEKEND,
        GRAIN_WEEKDAY, /* of an unknown week */
        GRAIN_DAY,
        GRAIN_PART,
        GRAIN_HOUR,
        GRAIN_MINUTE,
        GRAIN_SECOND,
};

struct moment {
        enum grain grain;
        bool bc;
        int year;       /* UNSET: not known */
        int month, day; /* 0: not known */
        int week, sub;  /* sub: season's, quarter's or half's number, or the weekday */
        const char *part, *season;
        int hour, minute, second;
};

/** TIMEX3's value; NULL: no memory. */
const char *moment_print(struct arena *arena, const struct moment *moment);
/** The exclusive end of the span that @moment names, in its own precision. */
struct moment moment_after(const struct moment *moment);
/** Reads a truncated ISO 8601 date or time; false: none. */
bool moment_parse(const char *text, struct moment *ret);
/** Days since 1970 of a moment of the grain of a day or finer. */
int moment_days(const struct moment *moment);
struct moment moment_of_days(int days);
/** Moves by @n units of TIMEX3's letter; the result has at most the unit's precision. */
struct moment moment_shift(struct moment from, char unit, int n);
/** A day of it that is not known: "2021-05-XX". */
struct moment moment_some_day(const struct moment *moment);
/** Cuts to the unit's precision. */
struct moment moment_cut(struct moment from, char unit);

/** Anchors and prints all readings into the extraction. 0 or -ENOMEM. */
int readings_resolve(struct document *doc, struct readings *readings);
