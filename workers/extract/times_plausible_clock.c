/* times_plausible_clock - are numbers a time of day?
 *
 * "8 to 10", "at 8", "at 6.45" are scores, counts and prices, too.
 */
#include <string.h>

#include "workers/extract/times_plausible.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_number_company;

enum { TERMS_BESIDE = 4 };

/* "won 8-3", "voted 5-4": what was played or counted, and no time of day. */
static bool is_score(const struct reading *r, const struct terms *terms)
{
        const struct term *before = r->first ? &terms->list[r->first - 1] : NULL;

        if (!r->doubtful || !before || r->last - r->first != 3 ||
            terms->list[r->first + 1].space_before || reading_is_alone(r, terms))
                return false;
        return lexicon_has(&lexicon_number_company, before->word, "score");
}

/* "opens at eight thirty": nobody counts so, unless something is counted. */
static bool is_told_in_words(const struct reading *r, const struct terms *terms)
{
        const struct term *minutes = &terms->list[r->last - 1];

        return !minutes->digits && !minutes[-1].digits && minutes->value % 5000 == 0 &&
               r->hour >= 1 && r->hour <= 12 && ends_clause(r, terms);
}

/* "ten to eight am", "twenty to five": minutes before the hour, in words; from ten to eight no
 * time runs on. */
static bool is_minutes_to(const struct reading *r, const struct terms *terms)
{
        const struct term *from = &terms->list[r->first], *to = &terms->list[r->first + 2];

        if (!term_sense(from, CLASS_HOUR) || from->digits || strcmp(to[-1].word, "to") != 0 ||
            to->digits || !term_sense(to, CLASS_HOUR) || r->ampm != UNSET)
                return false;
        return r->hour >= r->hour2 && (r->hour == 5 || r->hour == 10 || r->hour == 20);
}

static void make_minutes_to(struct reading *r)
{
        r->count = r->hour * 1000;
        r->hour = r->hour2;
        r->ampm = r->ampm2;
        r->hour2 = r->ampm2 = UNSET;
        r->ranged = false;
        r->form = FORM_BEFORE;
        r->rule = "clock.to.bare";
}

/* Is nothing counted behind it? "at 6.45 per cent", "at 6.45 pence" */
static bool next_is_open(const struct term *next)
{
        return !next || next->upos == UPOS_PUNCT || next->classes ||
               (next->upos == UPOS_ADP && strcmp(next->word, "per") != 0) ||
               next->upos == UPOS_CCONJ;
}

/* Does one of the next few terms have the class? "9.20 | on Tuesday morning" */
static bool leads_to(const struct reading *r, const struct terms *terms, enum term_class class)
{
        for (size_t i = r->last; i < terms->n && i < r->last + TERMS_BESIDE; i++) {
                const struct term *t = &terms->list[i];

                if (term_sense(t, class))
                        return true;
                if (t->upos != UPOS_ADP && t->upos != UPOS_DET && !t->classes)
                        return false;
        }
        return false;
}

/* "off at 9.20 on Tuesday", "began at 4.30 this morning"; but shares stand at 4.30, too. */
static bool is_point_of_day(const struct reading *r, const struct terms *terms)
{
        static const char *const prices[] = { "stood",  "stand",     "stands", "trading",
                                              "traded", "priced",    "quoted", "valued",
                                              "flat",   "unchanged", "rose",   "fell",
                                              "bid",    "offered" };
        static const char *const hours[] = { "began",    "begin",   "begins",   "started",
                                             "start",    "starts",  "off",      "happened",
                                             "occurred", "arrived", "departed", "left",
                                             "landed",   "place",   "out",      "struck",
                                             "called",   "died",    "home",     "scene" };
        const char *verb = word_before(terms, r->first, 2);

        if (leads_to(r, terms, CLASS_PART))
                return !word_is_one_of(verb, prices, ARRAY_SIZE(prices));
        return word_is_one_of(verb, hours, ARRAY_SIZE(hours)) &&
               (leads_to(r, terms, CLASS_DOW) || leads_to(r, terms, CLASS_DEICTIC));
}

/* A number or two that might be clock times: only beside a day. */
bool clock_plausible(struct reading *r, const struct terms *terms)
{
        const struct term *next = r->last < terms->n ? &terms->list[r->last] : NULL;
        bool range = reading_is_clock_range(r), two = reading_is_two_numbers(r);

        if (range && r->ampm2 != UNSET && is_minutes_to(r, terms)) {
                make_minutes_to(r);
                return true;
        }
        if (range)
                r->doubtful = r->ampm == UNSET && r->ampm2 == UNSET && r->minute == UNSET &&
                              r->minute2 == UNSET && !r->part;
        else
                r->doubtful = r->form == FORM_AT || r->form == FORM_AROUND ||
                              (r->form == FORM_AT_TWO && !is_told_in_words(r, terms));
        if (range && is_score(r, terms))
                return false;
        if (r->form == FORM_POINT && r->ampm == UNSET && !r->part)
                return (terms->note && next_is_open(next)) || is_point_of_day(r, terms);
        if (r->form == FORM_PAST && r->first && !terms->list[r->first].space_before)
                return false; /* "passed 51-49 after 11 p.m." */
        if (r->form == FORM_AROUND && !ends_clause(r, terms))
                return false; /* "about 20 people" */
        if (r->form == FORM_FOUR_ALONE)
                return reading_is_alone(r, terms) && r->year < 1260 && r->year % 100 < 60;
        if (range || two)
                if (r->hour == UNSET || (range && r->hour2 == UNSET))
                        return false;
        r->absurd = two && (r->count < 10000 || r->count > 59000 || r->count % 1000);
        r->absurd |= range && r->hour > 12 && r->minute == UNSET &&
                     term_sense(&terms->list[r->last - 1], CLASS_NOON); /* "15 to noon" */
        if (r->absurd)
                return false;
        if (r->form == FORM_DIGITS && r->ampm == UNSET &&
            (strcmp(word_before(terms, r->first, 1), "|") == 0 ||
             strcmp(word_after(terms, r->last), "mark") == 0))
                return false; /* "| 0:58 This bridge …": how long a film is; "the 4:35 mark" */
        if (r->form == FORM_NUMBER) /* "330 p.m." */
                return (r->count <= 12000 && r->count % 1000 == 0) ||
                       (r->count >= 100000 && r->count < 1260000 &&
                        r->count / 1000 % 100 < 60 && r->count % 1000 == 0);
        if (r->form == FORM_NOON && terms->list[r->first].capital && r->first)
                return !terms->list[r->first - 1].capital || terms->list[r->first - 1].classes;
        if (r->form == FORM_DAY)
                return r->offset != UNSET && (r->hour > 0 || !terms->list[r->first].digits);
        if (r->form == FORM_DIGITS && r->ampm == UNSET && r->zone == UNSET &&
            strcmp(word_before(terms, r->first, 1), "in") == 0) {
                r->doubtful = true; /* "won in 2:18:56" */
                return true;
        }
        return !r->doubtful || !next ||
               !(next->classes & (UINT64_C(1) << CLASS_NUM | UINT64_C(1) << CLASS_UNIT |
                                  UINT64_C(1) << CLASS_UNITS | UINT64_C(1) << CLASS_MONTH |
                                  UINT64_C(1) << CLASS_AMPM | UINT64_C(1) << CLASS_ZONE));
}
