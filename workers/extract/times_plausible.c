/* times_plausible - is what a rule matched a time at all?
 *
 * "May", "March", "second", "fall", "sun" are times only in company. What speaks for them is
 * looked up in the words around; without evidence they are no times.
 */
#include <string.h>

#include "workers/extract/times.h"

enum { DAYS_MAX = 31000 /* of a month, in thousandths */, YEAR_MIN = 1000000 };

static const char *word_before(const struct terms *terms, size_t first, size_t back)
{
        return first >= back ? terms->list[first - back].word : "";
}

static const char *word_after(const struct terms *terms, size_t last)
{
        return last < terms->n ? terms->list[last].word : "";
}

static bool is_one_of(const char *word, const char *const *list)
{
        for (; *list; list++)
                if (strcmp(word, *list) == 0)
                        return true;
        return false;
}

static const char *const time_prepositions[] = {
        "in",    "since", "until",      "till", "by",     "from",   "during",  "before",
        "after", "early", "late",       "mid",  "around", "of",     "through", "between",
        "for",   "to",    "throughout", "next", "this",   "last",   "every",   "each",
        "about", "again", "circa",      "year", "summer", "winter", "spring",  NULL
};

static bool has_time_before(const struct reading *r, const struct terms *terms)
{
        const struct term *before = r->first ? &terms->list[r->first - 1] : NULL;

        return before &&
               (is_one_of(before->word, time_prepositions) ||
                before->classes & (UINT64_C(1) << CLASS_EDGE | UINT64_C(1) << CLASS_MOD |
                                   UINT64_C(1) << CLASS_TO));
}

static bool is_ambiguous_month(const char *word)
{
        static const char *const words[] = { "may", "march", "mar", "dec", "sep",
                                             "jan", "jun",   "apr", NULL };

        return is_one_of(word, words);
}

/* What "May" is a month behind where it is somebody's name, too. */
static const char *const months_alone[] = { "in",   "since", "until",      "during", "early",
                                            "late", "mid",   "throughout", "next",   "last",
                                            "this", "till",  NULL };

/* "may" the verb, "march" the walk; "May" and "March" as names. */
static bool month_alone(const struct reading *r, const struct terms *terms)
{
        const struct term *t = &terms->list[r->first];

        if (!is_ambiguous_month(t->word))
                return true;
        if (!t->capital)
                return false;
        if (terms->surnames & 1U << term_sense(t, CLASS_MONTH)->number)
                return is_one_of(word_before(terms, r->first, 1), months_alone);
        if (has_time_before(r, terms) ||
            (r->last < terms->n && term_sense(&terms->list[r->last], CLASS_TO)))
                return true;
        return strcmp(word_after(terms, r->last), "and") == 0 && r->first > 0 &&
               term_sense(&terms->list[r->last < terms->n ? r->last : 0], CLASS_MONTH);
}

static bool weekday_alone(const struct reading *r, const struct terms *terms)
{
        const struct term *t = &terms->list[r->first];
        const struct sense *s = term_sense(t, CLASS_DOW);

        if (!s || !strstr(s->code, "abbr") || strncmp(s->code + 1, " abbr", 5) != 0)
                return true;
        /* An abbreviation: with its dot, or right before a number or a month. */
        if (!t->capital || strcmp(word_before(terms, r->first, 1), "the") == 0)
                return false; /* "told The Sun." */
        if (strcmp(word_after(terms, r->last), "at") == 0 && r->last + 1 < terms->n &&
            terms->list[r->last + 1].classes &
                    (UINT64_C(1) << CLASS_HOUR | UINT64_C(1) << CLASS_CLOCK))
                return true;
        if (t->n_atoms > 1)
                return strcmp(t->word, "sun") != 0;
        return r->last < terms->n &&
               terms->list[r->last].classes &
                       (UINT64_C(1) << CLASS_CLOCK | UINT64_C(1) << CLASS_MONTH |
                        UINT64_C(1) << CLASS_DAY);
}

static bool is_abbreviated(const struct term *t, enum term_class class)
{
        const struct sense *s = term_sense(t, class);

        return s && strncmp(s->code + 1, " abbr", 5) == 0;
}

/* "that Sun", "last Sat" are more often no days. */
static bool weekday_plausible(const struct reading *r, const struct terms *terms)
{
        if (r->last - r->first == 1)
                return weekday_alone(r, terms);
        return !is_abbreviated(&terms->list[r->last - 1], CLASS_DOW) ||
               terms->list[r->last - 1].n_atoms > 1 || (r->unit == 'W' && r->rel != UNSET);
}

static bool is_plural_noun(const char *word)
{
        size_t size = strlen(word);

        return size > 3 && word[size - 1] == 's' && word[size - 2] != 's' &&
               strcmp(word, "was") != 0 && strcmp(word, "this") != 0;
}

/* "32-2015": no day or month before it. */
static bool is_glued_to_number(const struct reading *r, const struct terms *terms)
{
        const struct term *dash = r->first > 1 ? &terms->list[r->first - 1] : NULL;

        return dash && !terms->list[r->first].space_before && !dash->space_before &&
               term_sense(dash, CLASS_TO) && terms->list[r->first - 2].value > DAYS_MAX &&
               terms->list[r->first - 2].value < YEAR_MIN;
}

/* Four digits are a year after the prepositions of time, or where nothing is counted. */
static bool year_alone(const struct reading *r, const struct terms *terms)
{
        const struct term *t = &terms->list[r->first];
        const char *before = word_before(terms, r->first, 1),
                   *after = word_after(terms, r->last);
        static const char *const of_numbers[] = {
                "$",    "£",      "€",       "#",       "no",      "about",         "nearly",
                "some", "over",   "than",    "least",   "almost",  "approximately", "flight",
                "room", "route",  "page",    "article", "section", "number",        "figure",
                "part", "boeing", "highway", NULL
        };
        static const char *const strong[] = { "in",     "since", "until", "till",
                                              "during", "year",  "early", "late",
                                              "mid",    "years", "circa", NULL };
        static const char *const counted[] = {
                "people",  "men",   "women",  "percent", "%",    "troops", "soldiers", "gmt",
                "km",      "miles", "metres", "meters",  "feet", "-",      "hours",    "dead",
                "million", "tons",  "police", "yards",   "mph",  "x",      NULL
        };

        if (is_glued_to_number(r, terms))
                return false;
        if (!t->digits)
                return r->year != 2000 || is_one_of(before, strong);
        if (is_one_of(before, of_numbers) || (t->n_atoms == 1 && !t->space_before && *before &&
                                              strchr("$#£€", before[0]) && before[0]))
                return false;
        if (is_one_of(after, counted))
                return false;
        if (is_one_of(before, strong))
                return true;
        if (r->year < 1400 && !is_one_of(before, time_prepositions))
                return false;
        if (r->year >= 1900 && r->year < 2100)
                return !is_plural_noun(after) || strcmp(before, "the") == 0 ||
                       is_one_of(before, time_prepositions);
        return !is_plural_noun(after) &&
               (is_one_of(before, time_prepositions) || strcmp(before, ",") == 0 ||
                strcmp(before, "(") == 0 || strcmp(before, "and") == 0 || !*before);
}

/* "the Winter Games" */
static bool is_of_games(const struct reading *r, const struct terms *terms)
{
        static const char *const names[] = { "olympics", "olympic",    "paralympics",
                                             "games",    "paralympic", NULL };

        return terms->list[r->last - 1].capital && is_one_of(word_after(terms, r->last), names);
}

static bool season_alone(const struct reading *r, const struct terms *terms)
{
        const struct term *t = &terms->list[r->first];
        const char *before = word_before(terms, r->first, 1);
        bool fall = strcmp(t->word, "fall") == 0 || strcmp(t->word, "spring") == 0;

        if (is_of_games(r, terms))
                return false;
        if (!fall)
                return true;
        if (strcmp(before, "the") == 0 || strcmp(before, "a") == 0)
                return is_one_of(word_before(terms, r->first, 2), time_prepositions) &&
                       strcmp(word_after(terms, r->last), "of") != 0;
        return has_time_before(r, terms) && strcmp(before, "to") != 0 &&
               strcmp(before, "for") != 0 && strcmp(before, "of") != 0;
}

static bool part_alone(const struct reading *r, const struct terms *terms)
{
        const char *before = word_before(terms, r->first, 1);
        static const char *const prepositions[] = { "at",   "in",     "by",    "that", "on",
                                                    "all",  "during", "until", "one",  "early",
                                                    "late", "each",   "every", NULL };

        if (r->last - r->first > 1)
                return true;
        if (is_one_of(before, prepositions))
                return true;
        /* Before or after a day it is joined; alone it says too little. */
        return (r->last < terms->n && (strcmp(word_after(terms, r->last), "of") == 0)) ||
               (r->first &&
                terms->list[r->first - 1].classes &
                        (UINT64_C(1) << CLASS_DOW | UINT64_C(1) << CLASS_DAY |
                         UINT64_C(1) << CLASS_DEICTIC | UINT64_C(1) << CLASS_MONTH));
}

/* "the week following last month's vote", "said that last week it met": the first is none. */
static bool is_mispaired(const struct reading *r, const struct terms *terms)
{
        const char *word = terms->list[r->first].word;
        const struct sense *second = r->last - r->first > 2
                                             ? term_sense(&terms->list[r->first + 1], CLASS_REL)
                                             : NULL;

        return second && (strcmp(word, "following") == 0 || strcmp(word, "preceding") == 0 ||
                          strcmp(word, "that") == 0);
}

/* "on This Week" is a programme. At the start of a paragraph it may be a heading. */
static bool is_title(const struct reading *r, const struct terms *terms)
{
        return r->rel_word[0] && r->first && r->last - r->first == 2 &&
               terms->list[r->first].capital && terms->list[r->first + 1].capital &&
               !terms->list[r->first - 1].capital;
}

static bool unit_plausible(const struct reading *r, const struct terms *terms)
{
        const char *word = terms->list[r->first].word;

        if (is_mispaired(r, terms))
                return false;
        if (!r->unit)
                return r->rel_word[0] && strcmp(r->rel_word, "closing") != 0 &&
                       strcmp(r->rel_word, "opening") != 0 && strcmp(r->rel_word, "final") != 0;
        if (r->unit == 'S' || r->unit == 'N') /* "last-minute", "the recent second round" */
                return false;
        if (r->unit == 'H')
                return strcmp(word, "the") != 0;
        if (is_title(r, terms))
                return false;
        if (r->kind == READING_UNIT && strcmp(word, "the") == 0 && r->unit == 'C')
                return false;
        return true;
}

static bool duration_plausible(const struct reading *r, const struct terms *terms)
{
        const char *first = terms->list[r->first].word;

        if (!r->plural && strcmp(word_after(terms, r->last), "old") == 0)
                return false; /* "this 6-year-old" */
        if ((r->unit == 'N' || r->unit == 'H') && r->first && terms->list[r->first].digits &&
            terms->list[r->last - 1].capital && !terms->list[r->first - 1].capital)
                return false; /* "on 60 Minutes" */
        if (r->form == FORM_PLURAL)
                return r->unit != 'S' && r->unit != 'Q' && r->unit != 'N';
        if (r->unit == 'Q' && r->count == 3000 && strcmp(word_after(terms, r->last), "of") == 0)
                return false; /* "three-quarters of them" */
        if ((r->unit == 'Q' || r->unit == 'M') && r->count >= 1000000)
                return false; /* "the 1988 quarter" */
        if (r->form == FORM_ALL)
                return strcmp(first, "all") != 0 ||
                       strcmp(word_before(terms, r->first, 1), "for") == 0;
        if (r->form == FORM_ORDINAL)
                return true;
        if (terms->list[r->last - 1].word[0] == 'h' && !terms->list[r->last - 1].word[1] &&
            (r->count >= 1000000 || terms->list[r->last - 1].capital)) /* "2019 H2" */
                return false;
        /* "a second", "one second …" as an ordinal */
        if (r->unit == 'S' && !r->plural)
                return r->count > 1000;
        if (strcmp(first, "a") == 0 && r->unit == 'Q')
                return false;
        return true;
}

static bool takes_object(const char *word)
{
        return strcmp(word, "after") == 0 || strcmp(word, "before") == 0 ||
               strcmp(word, "from") == 0;
}

/* "two days after the vote": without a date behind it, a span between two events. */
static bool offset_plausible(const struct reading *r, const struct terms *terms)
{
        const struct term *next = r->last < terms->n ? &terms->list[r->last] : NULL;
        bool clause_ends =
                !next || (next->word[0] && !next->word[1] && strchr(".,;:)!?", next->word[0]));

        if (!takes_object(terms->list[r->last - 1].word) || clause_ends)
                return true;
        if (r->count == COUNT_NONE && (r->unit == 'D' || r->plural))
                return r->direction < 0 || strcmp(terms->list[r->first].word, "a") != 0;
        return next->classes != 0;
}

/* An adjective of time before a number or unit is a part of that. */
static bool ref_plausible(const struct reading *r, const struct terms *terms)
{
        static const uint64_t counted = UINT64_C(1) << CLASS_NUM | UINT64_C(1) << CLASS_VAGUE |
                                        UINT64_C(1) << CLASS_UNIT | UINT64_C(1) << CLASS_UNITS |
                                        UINT64_C(1) << CLASS_ORD | UINT64_C(1) << CLASS_PERIOD |
                                        UINT64_C(1) << CLASS_SEASON;

        return r->last >= terms->n || !(terms->list[r->last].classes & counted);
}

static bool set_plausible(const struct reading *r, const struct terms *terms)
{
        static const char *const adjectives[] = { "annual", "quarterly", "everyday", NULL };
        const struct term *next = r->last < terms->n ? &terms->list[r->last] : NULL;

        /* "its quarterly dividend": adjectives are of their nouns, mostly. */
        if (r->form == FORM_FREQUENCY && next && next->upos != UPOS_PUNCT &&
            is_one_of(terms->list[r->first].word, adjectives))
                return false;
        return !next || !term_sense(next, CLASS_AGO) || r->every;
}

static const char *const day_prepositions[] = { "on",      "by",       "until", "till", "since",
                                                "before",  "after",    "from",  "this", "next",
                                                "between", "starting", NULL };

/* "on the 15th", but not "on the 15th floor". */
static bool day_on_plausible(const struct reading *r, const struct terms *terms)
{
        const struct term *day = &terms->list[r->last - 1];
        const struct term *next = r->last < terms->n ? &terms->list[r->last] : NULL;

        if (!term_sense(day, CLASS_ORD) || !day->digits)
                return false;
        if (next && strcmp(next->word, "of") == 0)
                return false;
        return !next || strchr(".,;)?!", next->word[0]) || next->upos == UPOS_ADP ||
               next->upos == UPOS_CCONJ || next->upos == UPOS_AUX;
}

/* "the Yom Kippur War", "Operation Ramadan": a part of a name. */
static bool holiday_plausible(const struct reading *r, const struct terms *terms)
{
        const struct term *next = r->last < terms->n ? &terms->list[r->last] : NULL;
        const struct term *before = r->first ? &terms->list[r->first - 1] : NULL;

        if (next && next->capital && !next->classes && next->upos != UPOS_PRON &&
            next->word[0] >= 'a' && next->word[0] <= 'z' && terms->list[r->last - 1].capital)
                return false;
        return !before || !before->capital || before->classes || before->upos == UPOS_X ||
               !(before->upos == UPOS_PROPN || before->upos == UPOS_NOUN) ||
               !terms->list[r->first].capital;
}

/* "week 31", but not "week 3 million". */
static bool week_plausible(const struct reading *r, const struct terms *terms)
{
        if (r->form != FORM_NUMBER)
                return true;
        return terms->list[r->last - 1].digits && r->count >= 1000 && r->count <= 53000 &&
               r->count % 1000 == 0 &&
               !(r->last < terms->n && terms->list[r->last].classes & UINT64_C(1)
                                                                              << CLASS_UNITS);
}

/* A number or two that might be clock times: only beside a day. */
static bool clock_plausible(struct reading *r, const struct terms *terms)
{
        const struct term *next = r->last < terms->n ? &terms->list[r->last] : NULL;
        bool range = reading_is_clock_range(r), two = reading_is_two_numbers(r);

        if (range)
                r->doubtful = r->ampm == UNSET && r->ampm2 == UNSET && r->minute == UNSET &&
                              r->minute2 == UNSET;
        else
                r->doubtful = r->form == FORM_AT || r->form == FORM_AT_TWO;
        if (range || two)
                if (r->hour == UNSET || (range && r->hour2 == UNSET))
                        return false;
        if (two && (r->count < 10000 || r->count > 59000 || r->count % 1000))
                return false;
        if (r->form == FORM_DIGITS && r->ampm == UNSET &&
            strcmp(word_before(terms, r->first, 1), "|") == 0)
                return false;       /* "| 0:58 This bridge …": how long a film is */
        if (r->form == FORM_NUMBER) /* "330 p.m." */
                return r->count <= 12000 ||
                       (r->count >= 100000 && r->count < 1260000 &&
                        r->count / 1000 % 100 < 60 && r->count % 1000 == 0);
        if (r->form == FORM_NOON && terms->list[r->first].capital && r->first)
                return !terms->list[r->first - 1].capital || terms->list[r->first - 1].classes;
        if (r->form == FORM_DAY)
                return r->offset != UNSET && (r->hour > 0 || !terms->list[r->first].digits);
        return !r->doubtful || !next ||
               !(next->classes & (UINT64_C(1) << CLASS_NUM | UINT64_C(1) << CLASS_UNIT |
                                  UINT64_C(1) << CLASS_UNITS | UINT64_C(1) << CLASS_MONTH |
                                  UINT64_C(1) << CLASS_AMPM | UINT64_C(1) << CLASS_ZONE));
}

/* "May twenty-one" is a day, "in May twenty-one people" are people. */
static bool day_in_words(const struct reading *r, const struct terms *terms)
{
        const struct term *next = r->last < terms->n ? &terms->list[r->last] : NULL;

        for (size_t i = r->first; i < r->last; i++) {
                const struct sense *day = term_sense(&terms->list[i], CLASS_DAY);

                if (day && strcmp(day->code, "words") == 0 && i + 1 == r->last && next &&
                    (next->upos == UPOS_NOUN || next->upos == UPOS_ADJ ||
                     next->classes & (UINT64_C(1) << CLASS_UNITS | UINT64_C(1) << CLASS_UNIT)))
                        return false;
        }
        return true;
}

/* "this time", "the same time" say something of time only in a narrative; see the anchor. */
static bool date_plausible(const struct reading *r, const struct terms *terms)
{
        if (r->form == FORM_MONTH)
                return month_alone(r, terms);
        if (r->form == FORM_YEAR)
                return year_alone(r, terms);
        if (r->form == FORM_SHORT_YEAR) /* "the '60 Minutes" */
                return r->last >= terms->n ||
                       !(terms->list[r->last].classes &
                         (UINT64_C(1) << CLASS_UNIT | UINT64_C(1) << CLASS_UNITS));
        if (r->form == FORM_MONTH_REL)
                return terms->list[r->last - 1].capital ||
                       !is_ambiguous_month(terms->list[r->last - 1].word);
        if (r->form == FORM_WEEKDAY)
                return (terms->list[r->last - 1].digits &&
                        term_sense(&terms->list[r->last - 1], CLASS_ORD)) ||
                       (strcmp(terms->list[r->last - 2].word, "the") == 0 && r->day > 4);
        if (r->form == FORM_DAY_ON)
                return day_on_plausible(r, terms);
        if (r->form == FORM_NUMERIC && r->year == UNSET)
                return r->dow != UNSET || strcmp(word_after(terms, r->last), "at") == 0 ||
                       is_one_of(word_before(terms, r->first, 1), day_prepositions);
        if (r->month != UNSET && r->day != UNSET && !day_in_words(r, terms))
                return false;
        if (r->form == FORM_TWO_DAYS)
                return r->last >= terms->n || strchr(".,;)", terms->list[r->last].word[0]);
        return true;
}

/* "in his 30s" is an age. */
static bool decade_plausible(const struct reading *r, const struct terms *terms)
{
        static const char *const whose[] = { "his", "her", "their", "my", "your", "our", NULL };
        const char *before = word_before(terms, r->first, 1);

        if (strcmp(before, "early") == 0 || strcmp(before, "late") == 0 ||
            strcmp(before, "mid") == 0)
                before = word_before(terms, r->first, 2);
        return !is_one_of(before, whose);
}

bool reading_plausible(struct reading *r, const struct terms *terms)
{
        switch (r->kind) {
        case READING_DATE: return date_plausible(r, terms);
        case READING_WEEKDAY: return weekday_plausible(r, terms);
        case READING_SEASON: return r->last - r->first > 1 || season_alone(r, terms);
        case READING_PART: return part_alone(r, terms);
        case READING_UNIT: return unit_plausible(r, terms);
        case READING_DURATION: return duration_plausible(r, terms);
        case READING_OFFSET: return offset_plausible(r, terms);
        case READING_SET: return set_plausible(r, terms);
        case READING_CLOCK: return clock_plausible(r, terms);
        case READING_HOLIDAY: return holiday_plausible(r, terms);
        case READING_DECADE: return decade_plausible(r, terms);
        case READING_WEEK_OF: return week_plausible(r, terms);
        case READING_PAST:
        case READING_PRESENT: return ref_plausible(r, terms);
        default: return true;
        }
}
