/* times_plausible - is what a rule matched a time at all?
 *
 * "May", "March", "second", "fall", "sun" are times only in company. What speaks for them is
 * looked up in the words around; without evidence they are no times.
 */
#include <string.h>

#include "workers/extract/times_plausible.h"

bool is_time_preposition(const char *word)
{
        static const char *const words[] = {
                "in",      "since",   "until", "till",  "by",         "from",   "during",
                "before",  "after",   "early", "late",  "mid",        "around", "of",
                "through", "between", "for",   "to",    "throughout", "next",   "this",
                "last",    "every",   "each",  "about", "again",      "circa",  "year",
                "summer",  "winter",  "spring"
        };

        return word_is_one_of(word, words, ARRAY_SIZE(words));
}

bool has_time_before(const struct reading *r, const struct terms *terms)
{
        const struct term *before = r->first ? &terms->list[r->first - 1] : NULL;

        return before &&
               (is_time_preposition(before->word) ||
                before->classes & (UINT64_C(1) << CLASS_EDGE | UINT64_C(1) << CLASS_MOD |
                                   UINT64_C(1) << CLASS_TO));
}

static bool is_weekday_at(const struct terms *terms, size_t i)
{
        return i < terms->n && terms->list[i].capital && term_sense(&terms->list[i], CLASS_DOW);
}

static bool is_to_at(const struct terms *terms, size_t i)
{
        return i < terms->n && term_sense(&terms->list[i], CLASS_TO);
}

/* "Tue to Thur", "Mon-Wed" */
static bool is_weekday_of_range(const struct reading *r, const struct terms *terms)
{
        if (!is_weekday_at(terms, r->first))
                return false;
        return (is_to_at(terms, r->last) && is_weekday_at(terms, r->last + 1)) ||
               (r->first > 1 && is_to_at(terms, r->first - 1) &&
                is_weekday_at(terms, r->first - 2));
}

/* "Mon or Tue" */
static bool is_listed(const struct reading *r, const struct terms *terms)
{
        const char *before = word_before(terms, r->first, 1);

        return r->first > 1 && term_sense(&terms->list[r->first - 2], CLASS_DOW) &&
               (strcmp(before, "or") == 0 || strcmp(before, "and") == 0 ||
                strcmp(before, ",") == 0);
}

enum { SUNDAY = 7, TITLE_TERMS_MAX = 4 };

static bool weekday_alone(const struct reading *r, const struct terms *terms)
{
        const struct term *t = &terms->list[r->first];
        const struct sense *s = term_sense(t, CLASS_DOW);

        if (is_weekday_of_range(r, terms))
                return true;
        if (!s || !strstr(s->code, "abbr") || strncmp(s->code + 1, " abbr", 5) != 0)
                return true;
        /* An abbreviation: with its dot, or right before a number or a month. */
        if (!t->capital || strcmp(word_before(terms, r->first, 1), "the") == 0)
                return false; /* "told The Sun." */
        if (terms->note && is_listed(r, terms))
                return true;
        if (strcmp(word_after(terms, r->last), "at") == 0 && r->last + 1 < terms->n &&
            terms->list[r->last + 1].classes &
                    (UINT64_C(1) << CLASS_HOUR | UINT64_C(1) << CLASS_CLOCK))
                return true;
        if (t->n_atoms > 1)
                return s->number != SUNDAY;
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

/* "Saturday Night Live": a part of the day in capitals, and what goes on so. */
static bool is_in_title(const struct terms *terms, size_t part)
{
        const struct term *next = part + 1 < terms->n ? &terms->list[part + 1] : NULL;

        return terms->list[part].capital && next && next->capital && !next->classes &&
               next->upos != UPOS_PRON && next->word[0] >= 'a' && next->word[0] <= 'z';
}

/* "Saturday Night Live", "Fox News Sunday": a day among the capitals of a title. */
static bool is_of_programme(const struct reading *r, const struct terms *terms)
{
        const struct term *part = r->last < terms->n ? &terms->list[r->last] : NULL;
        size_t first = r->first;

        if (part && term_sense(part, CLASS_PART) && is_in_title(terms, r->last))
                return true;
        if (!part || (strcmp(part->word, "\"") != 0 && strcmp(part->word, "”") != 0))
                return false;
        while (first && r->first - first < TITLE_TERMS_MAX && terms->list[first - 1].capital &&
               !terms->list[first - 1].classes && terms->list[first - 1].upos == UPOS_PROPN)
                first--;
        return first && first < r->first &&
               (strcmp(terms->list[first - 1].word, "\"") == 0 ||
                strcmp(terms->list[first - 1].word, "“") == 0);
}

/* "the Monday after Easter", "the first Tuesday after the first Monday of May", but not "left
 * on Monday after the vote" */
static bool is_behind_day(const struct reading *r, const struct terms *terms)
{
        static const uint64_t dates = UINT64_C(1) << CLASS_HOLIDAY |
                                      UINT64_C(1) << CLASS_MONTH | UINT64_C(1) << CLASS_DATE;
        size_t next = r->last;

        if (r->last - r->first < 3 && !terms->note && !reading_is_alone(r, terms))
                return false;
        next += next < terms->n && strcmp(terms->list[next].word, "the") == 0;
        if (next >= terms->n)
                return false;
        if (terms->list[next].classes & dates)
                return true;
        return next + 1 < terms->n && ((term_sense(&terms->list[next], CLASS_DAY) &&
                                        term_sense(&terms->list[next + 1], CLASS_MONTH)) ||
                                       (term_sense(&terms->list[next], CLASS_ORD) &&
                                        term_sense(&terms->list[next + 1], CLASS_DOW)));
}

/* "that Sun", "last Sat" are more often no days. */
static bool weekday_plausible(const struct reading *r, const struct terms *terms)
{
        if (r->form == FORM_BEHIND)
                return is_behind_day(r, terms);
        if (is_of_programme(r, terms))
                return false;
        if (r->last - r->first == 1)
                return weekday_alone(r, terms);
        if (r->form == FORM_WEEK_ON && r->count == COUNT_NONE &&
            term_sense(&terms->list[r->last - 1], CLASS_UNIT)) /* "on Tuesday week" */
                return terms->list[r->first].capital && ends_clause(r, terms);
        return !is_abbreviated(&terms->list[r->last - 1], CLASS_DOW) ||
               terms->list[r->last - 1].n_atoms > 1 || (r->unit == 'W' && r->rel != UNSET);
}

/* "the Winter Games" */
static bool is_of_games(const struct reading *r, const struct terms *terms)
{
        static const char *const names[] = { "olympics", "olympic", "paralympics", "games",
                                             "paralympic" };

        return terms->list[r->last - 1].capital &&
               word_is_one_of(word_after(terms, r->last), names, ARRAY_SIZE(names));
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
                return is_time_preposition(word_before(terms, r->first, 2)) &&
                       strcmp(word_after(terms, r->last), "of") != 0;
        return has_time_before(r, terms) && strcmp(before, "to") != 0 &&
               strcmp(before, "for") != 0 && strcmp(before, "of") != 0;
}

/* "drugs that fall under the act" */
static bool is_falling(const struct reading *r, const struct terms *terms)
{
        static const char *const words[] = { "under",   "into",  "within", "outside",
                                             "below",   "short", "off",    "apart",
                                             "through", "down",  "back" };
        const struct term *fall = &terms->list[r->last - 1];

        return strcmp(fall->word, "fall") == 0 && strcmp(r->rel_word, "that") == 0 &&
               ((fall->upos == UPOS_VERB && !terms->list[r->first].capital) ||
                word_is_one_of(word_after(terms, r->last), words, ARRAY_SIZE(words)));
}

static bool season_plausible(const struct reading *r, const struct terms *terms)
{
        return r->last - r->first > 1 ? !is_falling(r, terms) : season_alone(r, terms);
}

/* "the dawn of a new era" */
static bool is_dawn_of(const struct reading *r, const struct terms *terms)
{
        static const uint64_t days = UINT64_C(1) << CLASS_MONTH | UINT64_C(1) << CLASS_DAY |
                                     UINT64_C(1) << CLASS_DOW | UINT64_C(1) << CLASS_DATE |
                                     UINT64_C(1) << CLASS_DEICTIC | UINT64_C(1) << CLASS_YEAR |
                                     UINT64_C(1) << CLASS_REL | UINT64_C(1) << CLASS_HOLIDAY;
        const char *word = terms->list[r->last - 1].word;
        size_t next = r->last + 1;

        if ((strcmp(word, "dawn") != 0 && strcmp(word, "dusk") != 0) ||
            strcmp(word_after(terms, r->last), "of") != 0)
                return false;
        next += next < terms->n && strcmp(terms->list[next].word, "the") == 0;
        return next < terms->n && !(terms->list[next].classes & days);
}

static bool part_alone(const struct reading *r, const struct terms *terms)
{
        const char *before = word_before(terms, r->first, 1);
        static const char *const prepositions[] = { "at",   "in",     "by",    "that", "on",
                                                    "all",  "during", "until", "one",  "early",
                                                    "late", "each",   "every" };

        if (is_dawn_of(r, terms) ||
            (r->first && term_sense(&terms->list[r->first - 1], CLASS_DOW) &&
             is_in_title(terms, r->first)))
                return false;
        if (r->last - r->first > 1)
                return true;
        if (word_is_one_of(before, prepositions, ARRAY_SIZE(prepositions)))
                return true;
        if (r->last < terms->n && term_sense(&terms->list[r->last], CLASS_DEICTIC))
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
                          strcmp(word, "that") == 0 || strcmp(word, "coming") == 0);
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

/* "could one day fly", "One day, it will": some time, and no length. */
static bool is_some_day(const struct reading *r, const struct terms *terms)
{
        const struct term *first = &terms->list[r->first];
        const struct term *next = r->last < terms->n ? &terms->list[r->last] : NULL;

        if (r->unit != 'D' || r->plural || strcmp(first->word, "one") != 0 ||
            r->last - r->first != 2)
                return false;
        if (!r->first || first[-1].upos == UPOS_AUX || first[-1].upos == UPOS_PUNCT)
                return next && next->upos != UPOS_ADP;
        return next && next->upos == UPOS_VERB;
}

enum { YEAR_FROM = 1900000, YEAR_TO = 2100000 /* thousandths */ };

static bool duration_plausible(struct reading *r, const struct terms *terms)
{
        const char *first = terms->list[r->first].word;

        if (!r->plural && strcmp(word_after(terms, r->last), "old") == 0)
                return false; /* "this 6-year-old" */
        if ((r->unit == 'N' || r->unit == 'H') && r->first && terms->list[r->first].digits &&
            terms->list[r->last - 1].capital && !terms->list[r->first - 1].capital)
                return false; /* "on 60 Minutes" */
        if (is_some_day(r, terms))
                return false;
        if (r->plural && r->count == COUNT_NONE &&
            (strcmp(r->rel_word, "that") == 0 || strcmp(r->rel_word, "this") == 0))
                return false; /* "the damage that years of war did" */
        if (r->form == FORM_PLURAL) {
                r->absurd = r->unit == 'S' || r->unit == 'Q' || r->unit == 'N';
                return !r->absurd;
        }
        if (r->unit == 'Q' && r->count == 3000 &&
            (strcmp(word_after(terms, r->last), "of") == 0 ||
             !terms->list[r->last - 1].space_before))
                return false; /* "three-quarters of them" */
        if ((r->unit == 'Q' || r->unit == 'M') && r->count >= 1000000)
                return false; /* "the 1988 quarter" */
        if (r->rel != UNSET && r->count >= YEAR_FROM && r->count <= YEAR_TO)
                return false; /* "in 2014 following years of discord" */
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

        if (strcmp(terms->list[r->last - 1].word, "ahead") == 0 &&
            (r->unit == 'S' || r->unit == 'N'))
                return false; /* "14 seconds ahead" of others */
        if (!takes_object(terms->list[r->last - 1].word) || clause_ends)
                return true;
        if (r->count == COUNT_NONE && (r->unit == 'D' || r->plural))
                return r->direction < 0 || strcmp(terms->list[r->first].word, "a") != 0;
        /* "six years after thousands of them left" */
        return (next->classes & ~(UINT64_C(1) << CLASS_VAGUE)) != 0;
}

/* "refers to this day as" */
static bool is_called(const struct reading *r, const struct terms *terms)
{
        return r->kind == READING_PRESENT && r->last - r->first == 3 &&
               strcmp(word_after(terms, r->last), "as") == 0;
}

/* An adjective of time before a number or unit is a part of that. */
static bool ref_plausible(const struct reading *r, const struct terms *terms)
{
        static const uint64_t counted = UINT64_C(1) << CLASS_NUM | UINT64_C(1) << CLASS_VAGUE |
                                        UINT64_C(1) << CLASS_UNIT | UINT64_C(1) << CLASS_UNITS |
                                        UINT64_C(1) << CLASS_ORD | UINT64_C(1) << CLASS_PERIOD |
                                        UINT64_C(1) << CLASS_SEASON;

        /* "in the past season": of the noun behind it */
        if (r->kind == READING_PAST && r->last < terms->n &&
            strcmp(terms->list[r->last - 1].word, "past") == 0 &&
            terms->list[r->last].upos == UPOS_NOUN)
                return false;
        if (is_called(r, terms))
                return false;
        return r->last >= terms->n || !(terms->list[r->last].classes & counted);
}

/* "the now-outlawed party": joined to a word that it dates. */
static bool is_joined_now(const struct reading *r, const struct terms *terms)
{
        const struct term *next = r->last < terms->n ? &terms->list[r->last] : NULL;

        return strcmp(terms->list[r->last - 1].word, "now") == 0 && next &&
               !next->space_before && next->word[0] >= 'a' && next->word[0] <= 'z';
}

static bool set_plausible(const struct reading *r, const struct terms *terms)
{
        static const char *const adjectives[] = { "annual", "quarterly", "everyday" };
        const struct term *next = r->last < terms->n ? &terms->list[r->last] : NULL;

        /* "its quarterly dividend": adjectives are of their nouns, mostly. */
        if (r->form == FORM_FREQUENCY && next && next->upos != UPOS_PUNCT && !terms->note &&
            word_is_one_of(terms->list[r->first].word, adjectives, ARRAY_SIZE(adjectives)))
                return false;
        return !next || !term_sense(next, CLASS_AGO) || r->every;
}

/* "the Yom Kippur War", "Operation Ramadan": a part of a name. */
static bool holiday_plausible(const struct reading *r, const struct terms *terms)
{
        const struct term *next = r->last < terms->n ? &terms->list[r->last] : NULL;
        const struct term *before = r->first ? &terms->list[r->first - 1] : NULL;
        const struct term *name = &terms->list[r->first];

        if (r->last - r->first == 1 && strcmp(name->word, "lent") == 0 &&
            (!name->capital || name->upos == UPOS_VERB))
                return false;
        if (next && next->capital && !next->classes && next->upos != UPOS_PRON &&
            next->word[0] >= 'a' && next->word[0] <= 'z' && terms->list[r->last - 1].capital)
                return false;
        return !before || !before->capital || before->classes || before->upos == UPOS_X ||
               !(before->upos == UPOS_PROPN || before->upos == UPOS_NOUN) ||
               !terms->list[r->first].capital;
}

/* "20th Century Pictures": a part of a name. */
static bool century_plausible(const struct reading *r, const struct terms *terms)
{
        const struct term *next = r->last < terms->n ? &terms->list[r->last] : NULL;

        return !next || !next->capital || !next->space_before || next->classes ||
               !terms->list[r->last - 1].capital ||
               (next->upos != UPOS_PROPN && next->upos != UPOS_NOUN);
}

/* "week 31", but not "week 3 million". */
static bool week_plausible(const struct reading *r, const struct terms *terms)
{
        /* Of a sentence, "the first week of May" is a week long, and tells no date. */
        if (r->form == FORM_MONTH)
                return r->unit == 'K' || reading_is_alone(r, terms);
        if (r->form != FORM_NUMBER)
                return true;
        return terms->list[r->last - 1].digits && r->count >= 1000 && r->count <= 53000 &&
               r->count % 1000 == 0 &&
               !(r->last < terms->n && terms->list[r->last].classes & UINT64_C(1)
                                                                              << CLASS_UNITS);
}

bool reading_plausible(struct reading *r, const struct terms *terms)
{
        switch (r->kind) {
        case READING_DATE: return date_plausible(r, terms);
        case READING_WEEKDAY: return weekday_plausible(r, terms);
        case READING_SEASON: return season_plausible(r, terms);
        case READING_PART: return part_alone(r, terms);
        case READING_UNIT: return unit_plausible(r, terms);
        case READING_DURATION: return duration_plausible(r, terms);
        case READING_OFFSET: return offset_plausible(r, terms);
        case READING_SET: return set_plausible(r, terms);
        case READING_CLOCK: return clock_plausible(r, terms);
        case READING_HOLIDAY: return holiday_plausible(r, terms);
        case READING_DECADE: return decade_plausible(r, terms);
        case READING_CENTURY: return century_plausible(r, terms);
        case READING_WEEK_OF: return week_plausible(r, terms);
        case READING_PAST:
        case READING_PRESENT: return ref_plausible(r, terms);
        case READING_REF: return !is_joined_now(r, terms);
        default: return true;
        }
}
