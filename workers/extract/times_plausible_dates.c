/* times_plausible_dates - is what looks like a year, a month or a day one? */
#include <string.h>

#include "workers/extract/times_plausible.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_number_company;

enum {
        DAYS_MAX = 31000 /* of a month, in thousandths */,
        YEAR_MIN = 1000000,
        OLD_YEAR_MIN = 1000
};

static bool is_ambiguous_month(const char *word)
{
        static const char *const words[] = { "may", "march", "mar", "dec",
                                             "sep", "jan",   "jun", "apr" };

        return word_is_one_of(word, words, ARRAY_SIZE(words));
}

/* What "May" is a month behind where it is somebody's name, too. */
static const char *const months_alone[] = { "in",    "since", "until", "during",
                                            "early", "late",  "mid",   "throughout",
                                            "next",  "last",  "this",  "till" };

/* "the March for Life", "the March on Rome": a walk with a name. */
static bool is_walk(const struct reading *r, const struct terms *terms)
{
        static const char *const words[] = { "for", "on", "against", "of" };
        size_t next = r->last + 1;

        if (strcmp(terms->list[r->first].word, "march") != 0 ||
            !word_is_one_of(word_after(terms, r->last), words, ARRAY_SIZE(words)))
                return false;
        next += next < terms->n && strcmp(terms->list[next].word, "our") == 0;
        return next < terms->n && terms->list[next].capital && !terms->list[next].classes;
}

/* "between January and March" */
static bool is_second_month(const struct reading *r, const struct terms *terms)
{
        const char *joint = word_before(terms, r->first, 1);

        return r->first > 1 && term_sense(&terms->list[r->first - 2], CLASS_MONTH) &&
               terms->list[r->first - 2].capital &&
               (strcmp(joint, "and") == 0 || strcmp(joint, "or") == 0);
}

/* "may" the verb, "march" the walk; "May" and "March" as names. */
static bool month_alone(const struct reading *r, const struct terms *terms)
{
        const struct term *t = &terms->list[r->first];

        if (!is_ambiguous_month(t->word))
                return true;
        if (!t->capital || is_walk(r, terms))
                return false;
        if (terms->surnames & 1U << term_sense(t, CLASS_MONTH)->number)
                return word_is_one_of(word_before(terms, r->first, 1), months_alone,
                                      ARRAY_SIZE(months_alone));
        if (has_time_before(r, terms) || is_second_month(r, terms) ||
            (r->last < terms->n && term_sense(&terms->list[r->last], CLASS_TO)))
                return true;
        return strcmp(word_after(terms, r->last), "and") == 0 && r->first > 0 &&
               term_sense(&terms->list[r->last < terms->n ? r->last : 0], CLASS_MONTH);
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

/* "his 2017 remarks": nobody counts so many without a comma but in round numbers. */
static bool is_of_owner(const struct terms *terms, const struct reading *r)
{
        static const char *const owners[] = { "his", "her",  "its", "their", "our",
                                              "my",  "your", "'s",  "'" };

        return r->year >= 1900 && r->year < 2100 && r->year % 10 &&
               word_is_one_of(word_before(terms, r->first, 1), owners, ARRAY_SIZE(owners));
}

/* "the 1812 invasion", "an 1848 rising": of one thing, and no round number. */
static bool is_of_event(const struct terms *terms, const struct reading *r)
{
        static const char *const articles[] = { "the", "a", "an", "'s" };
        const struct term *next = r->last < terms->n ? &terms->list[r->last] : NULL;

        return r->year >= OLD_YEAR_MIN && r->year % 10 && next && next->upos == UPOS_NOUN &&
               next->space_before && !is_plural_noun(next->word) &&
               word_is_one_of(word_before(terms, r->first, 1), articles, ARRAY_SIZE(articles));
}

/* "an ad 20 feet high" for "AD 20" */
static bool is_advertisement(const struct reading *r, const struct terms *terms)
{
        const struct term *t = &terms->list[r->first];

        return term_sense(t, CLASS_ERA) && !t->capital;
}

/* Four digits are a year after the prepositions of time, or where nothing is counted. */
static bool year_alone(const struct reading *r, const struct terms *terms)
{
        const struct term *t = &terms->list[r->first];
        const char *before = word_before(terms, r->first, 1),
                   *after = word_after(terms, r->last);
        static const char *const of_numbers[] = {
                "$",    "£",    "€",    "#",     "no",     "about",        "nearly",
                "some", "over", "than", "least", "almost", "approximately"
        };
        static const char *const strong[] = { "in",     "since", "until", "till",
                                              "during", "year",  "early", "late",
                                              "mid",    "years", "circa" };

        if (is_glued_to_number(r, terms))
                return false;
        if (r->era)
                return true;
        if (!t->digits)
                return r->year != 2000 || word_is_one_of(before, strong, ARRAY_SIZE(strong));
        if (word_is_one_of(before, of_numbers, ARRAY_SIZE(of_numbers)) ||
            lexicon_has(&lexicon_number_company, before, "numbered") ||
            (t->n_atoms == 1 && !t->space_before && *before && strchr("$#£€", before[0]) &&
             before[0]))
                return false;
        if (lexicon_has(&lexicon_number_company, after, "counted"))
                return false;
        if (word_is_one_of(before, strong, ARRAY_SIZE(strong)))
                return true;
        if (is_of_owner(terms, r) || is_of_event(terms, r))
                return true;
        if (r->year < 1400 && !is_time_preposition(before))
                return false;
        if (r->year >= 1900 && r->year < 2100)
                return !is_plural_noun(after) || strcmp(before, "the") == 0 ||
                       is_time_preposition(before);
        return !is_plural_noun(after) &&
               (is_time_preposition(before) || strcmp(before, ",") == 0 ||
                strcmp(before, "(") == 0 || strcmp(before, "and") == 0 || !*before);
}

static const char *const day_prepositions[] = { "on",    "around",  "by",      "until", "till",
                                                "since", "before",  "after",   "from",  "this",
                                                "next",  "between", "starting" };

/* "on 5 and 6 May", "the night of 5/6 May" */
static bool is_day_listed(const struct reading *r, const struct terms *terms)
{
        static const char *const words[] = { "the", "of", "and", ",", "during" };
        const char *before = word_before(terms, r->first, 1);

        return r->day < r->day2 &&
               (word_is_one_of(before, words, ARRAY_SIZE(words)) ||
                word_is_one_of(before, day_prepositions, ARRAY_SIZE(day_prepositions)));
}

/* "on the 15th", but not "on the 15th floor". */
static bool day_on_plausible(struct reading *r, const struct terms *terms)
{
        const struct term *day = &terms->list[r->last - 1];
        const struct term *next = r->last < terms->n ? &terms->list[r->last] : NULL;

        r->absurd = !day->digits && r->last - r->first < 3;
        r->doubtful = r->last - r->first == 3 && /* "the night of the 15th" */
                      strcmp(terms->list[r->first].word, "of") == 0;
        if (!term_sense(day, CLASS_ORD) || !day->digits)
                return false;
        if (r->last - r->first < 3) /* no preposition */
                return reading_is_alone(r, terms);
        if (next && strcmp(next->word, "of") == 0)
                return false;
        return !next || strchr(".,;)?!", next->word[0]) || next->upos == UPOS_ADP ||
               next->upos == UPOS_CCONJ || next->upos == UPOS_AUX || next->upos == UPOS_PRON ||
               (next->upos == UPOS_DET && !term_sense(next, CLASS_REL));
}

/* "in May the Second Army", "in June the second attack" */
static bool counts_next(const struct terms *terms, size_t day, const struct term *next)
{
        return day && next && strcmp(terms->list[day - 1].word, "the") == 0 &&
               !terms->list[day].digits && term_sense(&terms->list[day], CLASS_ORD) &&
               next->space_before &&
               (next->upos == UPOS_NOUN || next->upos == UPOS_ADJ || next->upos == UPOS_PROPN);
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
                if (day && i + 1 == r->last && counts_next(terms, i, next))
                        return false;
        }
        return true;
}

static bool month_is_meant(const struct reading *r, const struct terms *terms)
{
        for (size_t i = r->first; i < r->last; i++)
                if (term_sense(&terms->list[i], CLASS_MONTH))
                        return r->day != UNSET || has_time_before(r, terms) ||
                               !is_ambiguous_month(terms->list[i].word);
        return false;
}

/* "August 99", "15 April of 87": a number that can be no day, and nothing is counted by it. */
static bool bare_year_plausible(struct reading *r, const struct terms *terms)
{
        if (!ends_clause(r, terms))
                return false;
        /* "In July 32, mostly children, died": nobody writes of 2032 so. */
        if (r->count < 50000 && !reading_is_alone(r, terms))
                return false;
        r->year = (int)(r->count / 1000) + (r->count < 50000 ? 2000 : 1900);
        return month_is_meant(r, terms);
}

/* "this time", "the same time" say something of time only in a narrative; see the anchor. */
/* "a Long March 4C rocket": the number goes on as a word. */
static bool goes_on(const struct reading *r, const struct terms *terms)
{
        const struct term *next = r->last < terms->n ? &terms->list[r->last] : NULL;

        const struct term *last = &terms->list[r->last - 1];

        return r->day != UNSET && next && next->start == last->end && next->word[0] >= 'a' &&
               next->word[0] <= 'z' && last->digits && term_sense(last, CLASS_DAY);
}

/* "children of 5 to 12 may enter" */
static bool ends_in_verb(const struct reading *r, const struct terms *terms)
{
        const struct term *last = &terms->list[r->last - 1];
        const struct term *next = r->last < terms->n ? &terms->list[r->last] : NULL;

        return !last->capital && strcmp(last->word, "may") == 0 && next &&
               (next->upos == UPOS_VERB || next->upos == UPOS_AUX ||
                strcmp(next->word, "not") == 0);
}

/* "for $12 December 27" */
static bool is_sum(const struct reading *r, const struct terms *terms)
{
        static const char *const signs[] = { "$", "£", "€", "¥" };

        return word_is_one_of(word_before(terms, r->first, 1), signs, ARRAY_SIZE(signs));
}

/* "sold on Friday, the 10-year notes" */
static bool is_unit_at(const struct terms *terms, size_t i)
{
        return i < terms->n && terms->list[i].classes &
                                       (UINT64_C(1) << CLASS_UNIT | UINT64_C(1) << CLASS_UNITS);
}

bool date_plausible(struct reading *r, const struct terms *terms)
{
        if (goes_on(r, terms) || ends_in_verb(r, terms) || is_sum(r, terms) ||
            is_advertisement(r, terms))
                return false;
        if (r->form == FORM_MONTH)
                return month_alone(r, terms);
        if (r->form == FORM_YEAR)
                return year_alone(r, terms);
        if (r->form == FORM_BARE_YEAR)
                return bare_year_plausible(r, terms);
        if (r->form == FORM_DAY_REL)
                return term_sense(&terms->list[r->first], CLASS_ORD) &&
                       strcmp(word_before(terms, r->first, 1), "the") == 0 &&
                       word_is_one_of(word_before(terms, r->first, 2), day_prepositions,
                                      ARRAY_SIZE(day_prepositions));
        if (r->form == FORM_SHORT_YEAR) /* "the '60 Minutes" */
                return !is_unit_at(terms, r->last);
        if (r->form == FORM_MONTH_REL)
                return terms->list[r->last - 1].capital ||
                       !is_ambiguous_month(terms->list[r->last - 1].word);
        if (r->form == FORM_WEEKDAY)
                return !is_unit_at(terms, r->last) &&
                       ((terms->list[r->last - 1].digits &&
                         term_sense(&terms->list[r->last - 1], CLASS_ORD)) ||
                        (strcmp(terms->list[r->last - 2].word, "the") == 0 && r->day > 4));
        if (r->form == FORM_DAY_ON)
                return day_on_plausible(r, terms);
        if (r->form == FORM_NUMERIC && r->year == UNSET)
                return r->dow != UNSET || strcmp(word_after(terms, r->last), "at") == 0 ||
                       (terms->note && r->day > 12) ||
                       word_is_one_of(word_before(terms, r->first, 1), day_prepositions,
                                      ARRAY_SIZE(day_prepositions));
        if (r->month != UNSET && r->day != UNSET && !day_in_words(r, terms))
                return false;
        if (r->form == FORM_TWO_DAYS && term_sense(&terms->list[r->first], CLASS_DAY))
                return is_day_listed(r, terms);
        if (r->form == FORM_TWO_DAYS)
                return r->last >= terms->n || strchr(".,;)", terms->list[r->last].word[0]);
        return true;
}

/* "in his 30s" is an age. */
bool decade_plausible(const struct reading *r, const struct terms *terms)
{
        static const char *const whose[] = { "his", "her", "their", "my", "your", "our" };
        const char *before = word_before(terms, r->first, 1);

        if (strcmp(before, "early") == 0 || strcmp(before, "late") == 0 ||
            strcmp(before, "mid") == 0)
                before = word_before(terms, r->first, 2);
        return !word_is_one_of(before, whose, ARRAY_SIZE(whose));
}
