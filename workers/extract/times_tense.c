/* times_tense - does the clause around a time speak of the past or of what is to come?
 *
 * The nearest word that tells is asked, first before the time, then behind it, in its sentence.
 */
#include <string.h>

#include "workers/extract/times_tense.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_number_company;
extern const struct lexicon lexicon_tense_words;

enum {
        TENSE_REACH = 25,
        NEGATION_REACH = 10,
        OVER_REACH = 8,
        GOVERNED_TERMS = 12,
        OPEN_TERMS = 6,
        TOLD_REACH = 12,
        PLAN_REACH = 4
};

static bool is_not(const char *word)
{
        return strcmp(word, "not") == 0 || strcmp(word, "n't") == 0;
}

/* "had filed their reports by Wednesday" */
static bool is_done(const struct terms *terms, size_t first)
{
        for (size_t k = first; k-- > 0 && first - k < NEGATION_REACH;) {
                if (tense_ends_sentence(terms, k))
                        return false;
                if (strcmp(terms->list[k].word, "had") == 0)
                        return strcmp(terms->list[k + 1].word, "to") != 0;
        }
        return false;
}

/* "told a conference on Tuesday that it might …": the day is that of the telling. */
static bool is_of_telling(const struct terms *terms, size_t first)
{
        if (!first || strcmp(terms->list[first - 1].word, "on") != 0)
                return false;
        for (size_t k = first - 1; k-- > 0 && first - k < TOLD_REACH;) {
                if (strcmp(terms->list[k].word, "told") == 0)
                        return true;
                if (tense_ends_sentence(terms, k) || terms->list[k].upos == UPOS_VERB ||
                    terms->list[k].upos == UPOS_AUX || terms->list[k].upos == UPOS_SCONJ)
                        return false;
        }
        return false;
}

static bool is_ahead_of(const struct terms *terms, size_t first)
{
        if (first && strcmp(terms->list[first - 1].word, "the") == 0)
                first--;
        return first > 1 && strcmp(terms->list[first - 1].word, "of") == 0 &&
               strcmp(terms->list[first - 2].word, "ahead") == 0;
}

/* "until 9 a.m. Tuesday", "by Friday": a deadline lies ahead. */
static bool is_deadline(const struct terms *terms, size_t first)
{
        static const uint64_t of_time = UINT64_C(1) << CLASS_HOUR | UINT64_C(1) << CLASS_AMPM |
                                        UINT64_C(1) << CLASS_CLOCK | UINT64_C(1) << CLASS_NOON |
                                        UINT64_C(1) << CLASS_ZONE |
                                        UINT64_C(1) << CLASS_APPROX; /* "until at least" */

        while (first && terms->list[first - 1].classes & of_time)
                first--;
        if (first > 2 && strcmp(terms->list[first - 1].word, "as") == 0 &&
            (strcmp(terms->list[first - 2].word, "soon") == 0 ||
             strcmp(terms->list[first - 2].word, "early") == 0))
                return true; /* "as soon as Tuesday" */
        if (is_ahead_of(terms, first))
                return true;
        return first && !terms->list[first - 1].capital &&
               (strcmp(terms->list[first - 1].word, "until") == 0 ||
                strcmp(terms->list[first - 1].word, "till") == 0 ||
                strcmp(terms->list[first - 1].word, "by") == 0);
}

static bool is_likely(const char *word)
{
        static const char *const words[] = { "likely",  "unlikely", "sure",
                                             "certain", "ready",    "bound" };

        return word_is_one_of(word, words, ARRAY_SIZE(words));
}

/* "is forecast to land", "are likely to meet"; not "is believed to have met" */
static bool is_foretold(const struct terms *terms, size_t i)
{
        const struct term *t = &terms->list[i - 1];
        size_t be = i > 2 && terms->list[i - 2].upos == UPOS_ADV ? i - 3 : i - 2;

        return i > 1 && i + 1 < terms->n && tense_is_present_be(terms->list[be].word) &&
               (t->fine == FINE_VBN || is_likely(t->word)) &&
               strcmp(terms->list[i + 1].word, "have") != 0 &&
               strcmp(terms->list[i + 1].word, "be") != 0;
}

/* "planned to leave", "expected him to wait", "is to resume", "am preparing to leave": does
 * what stands before the "to" at @i look ahead? */
static bool is_plan(const struct terms *terms, size_t i)
{
        if (i && (tense_is_present_be(terms->list[i - 1].word) || is_foretold(terms, i)))
                return true;
        for (size_t k = i; k-- > 0 && i - k < PLAN_REACH;)
                if (tense_at(terms, k, false) > 0)
                        return true;
        return false;
}

/* "refused to open", "was forced to resign": what was to be done was done, or was not. */
static bool is_carried_out(const struct terms *terms, size_t i)
{
        for (size_t k = i; k-- > 0 && i - k < PLAN_REACH;) {
                const char *value = lexicon_get(&lexicon_tense_words, terms->list[k].word);

                if (value && value[0] == 'c')
                        return true;
        }
        return false;
}

/* "has suggested a launch in February": the perfect goes with no definite time of the past. */
static bool is_perfect(const struct terms *terms, size_t i)
{
        const struct term *t = &terms->list[i];
        size_t aux = i && terms->list[i - 1].upos == UPOS_ADV ? i - 1 : i;

        if (i > 1 && is_not(terms->list[i - 1].word))
                aux = i - 1;
        if (t->fine != FINE_VBN || !aux)
                return false;
        return strcmp(terms->list[aux - 1].word, "has") == 0 ||
               strcmp(terms->list[aux - 1].word, "have") == 0;
}

/* "had met": before what the report is about. */
static bool is_pluperfect(const struct terms *terms, size_t i)
{
        for (size_t k = i + 1; k-- > 0 && i - k < 3;)
                if (strcmp(terms->list[k].word, "had") == 0)
                        return terms->list[i].fine == FINE_VBN || k == i;
        return false;
}

/* A verb of the present: what stands before it is another clause's, unless it is of a relative
 * one. */
static bool is_present(const struct terms *terms, size_t i)
{
        const struct term *t = &terms->list[i];

        if (i && (strcmp(terms->list[i - 1].word, "that") == 0 ||
                  strcmp(terms->list[i - 1].word, "who") == 0 ||
                  strcmp(terms->list[i - 1].word, "which") == 0))
                return false;
        if (i && (terms->list[i - 1].upos == UPOS_ADJ || terms->list[i - 1].upos == UPOS_DET))
                return false;
        return t->upos == UPOS_VERB && (t->fine == FINE_VBP || t->fine == FINE_VBZ) &&
               !t->capital && !t->classes && !lexicon_get(&lexicon_tense_words, t->word);
}

/* "when they take over in January" */
static bool is_condition(const struct terms *terms, size_t i)
{
        static const char *const words[] = { "when", "if", "once", "unless" };

        for (size_t k = i; k-- > 0 && i - k <= PLAN_REACH;)
                if (word_is_one_of(terms->list[k].word, words, ARRAY_SIZE(words)))
                        return true;
        return false;
}

/* "In March the ministry said it would": what is told first is the telling. */
static bool is_told(const struct terms *terms, size_t i)
{
        return strcmp(terms->list[i].word, "said") == 0 ||
               strcmp(terms->list[i].word, "told") == 0;
}

/* "said on the radio Tuesday" */
static bool is_told_somewhere(const struct terms *terms, size_t i)
{
        static const char *const prepositions[] = { "in", "on", "at", "during", "to" };

        return is_told(terms, i) &&
               word_is_one_of(terms->list[i + 1].word, prepositions, ARRAY_SIZE(prepositions));
}

/* "a ruling in May that sided with them", "a hearing on Friday that will be short": the clause
 * about it tells. "said in an interview in July that they would": the day is that of the
 * telling. 0: neither. */
static int8_t tense_of_that(const struct terms *terms, size_t first, size_t last)
{
        int8_t tense;

        if (last + 1 >= terms->n || strcmp(terms->list[last].word, "that") != 0)
                return 0;
        tense = tense_at(terms, last + 1, false);
        if (tense || terms->list[last + 1].upos == UPOS_VERB ||
            terms->list[last + 1].upos == UPOS_AUX)
                return tense;
        for (size_t k = first; k-- > 0 && first - k < TENSE_REACH;) {
                if (is_told(terms, k))
                        return -1;
                if (tense_ends_sentence(terms, k) || strcmp(terms->list[k].word, "that") == 0)
                        return 0;
        }
        return 0;
}

/* Does the modal or participle at @i look ahead from the past: "would meet", "was scheduled to
 * meet", "originally planned for", "the scheduled vote"? */
static bool is_faint(const struct terms *terms, size_t i)
{
        static const char *const modals[] = { "would", "could", "should", "might",
                                              "can",   "must",  "may" };
        static const char *const past[] = { "was",        "were",       "been",      "had",
                                            "originally", "previously", "initially", "did" };
        const struct term *t = &terms->list[i];

        if (word_is_one_of(t->word, modals, ARRAY_SIZE(modals)))
                return true;
        if (t->fine != FINE_VBN && t->fine != FINE_VBD && t->upos != UPOS_ADJ)
                return false;
        for (size_t k = i; k-- > 0 && i - k < PLAN_REACH;)
                if (word_is_one_of(terms->list[k].word, past, ARRAY_SIZE(past)))
                        return true;
        return i + 1 < terms->n && terms->list[i + 1].upos == UPOS_NOUN;
}

/* @ret_at: the word that tells it. */
static int8_t tense_behind(const struct terms *terms, size_t last, size_t *ret_at)
{
        for (size_t i = last; i < terms->n && i - last < TENSE_REACH; i++) {
                int8_t tense;

                if (tense_ends_sentence(terms, i))
                        break;
                *ret_at = i;
                tense = tense_at(terms, i, false);
                if (!tense && is_told(terms, i))
                        return -1;
                if (tense)
                        return tense;
        }
        return 0;
}

/* "was scheduled to leave": the plan is of the past. */
static bool is_past_plan(const struct terms *terms, size_t i)
{
        for (size_t k = i; k-- > 0 && i - k < PLAN_REACH;)
                if (tense_at(terms, k, false) > 0)
                        return is_faint(terms, k);
        return false;
}

/* "and by October had laid them off", "that by Monday, they were": the clause goes on behind.
 */
static bool is_over_behind(const struct terms *terms, size_t by, size_t last)
{
        static const char *const openers[] = { "and", "but", "that", ",", ";" };
        size_t at;

        return by && word_is_one_of(terms->list[by - 1].word, openers, ARRAY_SIZE(openers)) &&
               tense_behind(terms, last, &at) < 0;
}

/* "snow fell by Tuesday", "were not done until Friday": what is told of the past has a deadline
 * that is over; not "asked them to leave by Friday", "promised an answer by Friday". */
static bool is_over(const struct terms *terms, size_t first, size_t last)
{
        bool until = strcmp(terms->list[first - 1].word, "by") != 0, negated = false;
        size_t at = 0;

        if (tense_behind(terms, last, &at) < 0 && strcmp(terms->list[at].word, "had") == 0)
                return true; /* "ahead of the May vote they had met" */
        if (until && first > 1 &&
            lexicon_has(&lexicon_number_company, terms->list[first - 2].word, "last"))
                return true;
        if (!until && (is_done(terms, first - 1) || is_over_behind(terms, first - 1, last)))
                return true;
        for (size_t k = first - 1; k-- > 0 && first - k < OVER_REACH;) {
                const struct term *t = &terms->list[k];

                negated |= is_not(t->word);
                if (tense_ends_sentence(terms, k) || tense_at(terms, k, false) > 0 ||
                    tense_infinitive(terms, k) || strcmp(t->word, ",") == 0)
                        return false;
                if (tense_at(terms, k, false) < 0)
                        return until ? negated || tense_negated(terms, k) ||
                                               is_not(terms->list[k - (k > 0)].word)
                                     : t->fine == FINE_VBD && first - 2 == k;
        }
        return false;
}

static bool is_closing_mark(const char *word)
{
        return strcmp(word, "\"") == 0 || strcmp(word, "”") == 0 || strcmp(word, "''") == 0;
}

/* "… we will see,” he said, at the White House on Tuesday": the day is that of the telling.
 * @told: such a verb stands between the mark and the time. */
static bool is_behind_quotation(const struct terms *terms, size_t i, bool told)
{
        return is_closing_mark(terms->list[i].word) &&
               (told || strcmp(terms->list[i + 1].word, "—") == 0);
}

/* "will vote in May", "is due in May": nothing parts the word at @i from the time. */
static bool governs(const struct terms *terms, size_t i, size_t first)
{
        const struct term *t = &terms->list[i];

        if (t->upos != UPOS_VERB && t->upos != UPOS_AUX && strcmp(t->word, "due") != 0)
                return false; /* "effective" */
        for (size_t k = i; k < first; k++)
                if (strcmp(terms->list[k].word, ",") == 0 ||
                    is_closing_mark(terms->list[k].word))
                        return false;
        return first - i <= GOVERNED_TERMS;
}

/* @ret_open: an infinitive of an unknown time stands right before it. */
static bool tense_before(const struct terms *terms, size_t first, int8_t *ret_tense,
                         int8_t *ret_weight, bool *ret_open)
{
        bool open = false, told = false;
        int8_t tense;

        for (size_t i = first; i-- > 0 && first - i < TENSE_REACH;) {
                if (tense_ends_sentence(terms, i))
                        break;
                tense = tense_at(terms, i, first - i <= 2);
                *ret_tense = tense < 0 && open                   ? 0
                             : tense < 0 && is_perfect(terms, i) ? TENSE_PERFECT
                                                                 : tense;
                if (tense > 0)
                        *ret_weight = is_faint(terms, i)         ? TENSE_FAINT
                                      : governs(terms, i, first) ? TENSE_SURE
                                                                 : 0;
                if (tense < 0)
                        *ret_weight = open                      ? TENSE_OPEN
                                      : is_pluperfect(terms, i) ? TENSE_SURE
                                                                : 0;
                if (tense)
                        return true;
                *ret_tense = -1;
                if (is_told_somewhere(terms, i) || is_behind_quotation(terms, i, told))
                        return true;
                told |= is_told(terms, i);
                *ret_tense = 1;
                if (i && strcmp(terms->list[i].word, "be") == 0 &&
                    strcmp(terms->list[i - 1].word, "to") == 0)
                        return true;
                if (tense_infinitive(terms, i) && is_plan(terms, i)) {
                        *ret_weight = is_past_plan(terms, i) ? TENSE_FAINT : 0;
                        return true;
                }
                /* "asked them to appear on 10 February" */
                if (tense_infinitive(terms, i) && !is_carried_out(terms, i)) {
                        open = true;
                        *ret_open |= first - i <= OPEN_TERMS;
                }
                if (is_present(terms, i) && is_condition(terms, i))
                        return true;
                if (is_present(terms, i))
                        break;
        }
        return false;
}

/* "On Monday, the court will", "In May it will", "…, Monday will": the clause begins with it.
 */
static bool opens_clause(const struct terms *terms, size_t first)
{
        if (!first || tense_ends_sentence(terms, first - 1) ||
            strcmp(terms->list[first - 1].word, ",") == 0)
                return true;
        return terms->list[first - 1].capital && terms->list[first - 1].upos == UPOS_ADP &&
               (first == 1 || tense_ends_sentence(terms, first - 2));
}

static bool is_past_auxiliary(const struct terms *terms, size_t i)
{
        static const char *const words[] = { "was", "were", "had" };

        return i < terms->n && word_is_one_of(terms->list[i].word, words, ARRAY_SIZE(words));
}

static int8_t tense_of_clause(const struct terms *terms, size_t first, size_t last,
                              int8_t *ret_weight)
{
        bool open = false;
        size_t at = 0;
        int8_t tense;

        if (is_deadline(terms, first)) {
                if (is_over(terms, first, last))
                        return -1;
                *ret_weight = TENSE_SURE;
                return 1;
        }
        if (is_of_telling(terms, first))
                return -1;
        tense = tense_of_that(terms, first, last);
        if (tense) {
                int8_t before, weight = 0;

                /* "lost a vote on Tuesday that will send her home" */
                if (tense > 0 && tense_before(terms, first, &before, &weight, &open) &&
                    before < 0)
                        *ret_weight = TENSE_FAINT;
                return tense;
        }
        if (terms_own(terms, last) && !term_sense(&terms->list[last - 1], CLASS_MONTH))
                first = 0; /* "to get round Monday's ruling": no verb before it governs it */
        if (tense_before(terms, first, &tense, ret_weight, &open)) {
                if (tense > 0 && !*ret_weight && is_past_auxiliary(terms, last))
                        *ret_weight =
                                TENSE_FAINT; /* "the fair planned for Monday was put off" */
                return tense;
        }
        if (last < terms->n && tense_infinitive(terms, last))
                return 0; /* "the decision on Thursday to cancel what is scheduled" */
        tense = tense_behind(terms, last, &at);
        *ret_weight =
                tense > 0 && (is_faint(terms, at) || !(open || opens_clause(terms, first)))
                        ? TENSE_FAINT
                        : 0;
        return tense;
}

/* "called a meeting for Sunday", "set a vote for May 3"; not "blamed him for Monday's raid" */
static bool is_meant_for(const struct terms *terms, size_t first, size_t last)
{
        static const uint64_t days = UINT64_C(1) << CLASS_DOW | UINT64_C(1) << CLASS_MONTH;
        const struct term *next = last < terms->n ? &terms->list[last] : NULL;

        if (first && term_sense(&terms->list[first - 1], CLASS_MOD))
                first--; /* "for late Monday" */
        if (!first || strcmp(terms->list[first - 1].word, "for") != 0 ||
            !(terms->list[first].classes & days))
                return false;
        return !next || next->upos == UPOS_PUNCT || next->upos == UPOS_ADP ||
               next->upos == UPOS_SCONJ || next->upos == UPOS_CCONJ;
}

int8_t tense_around(const struct terms *terms, size_t first, size_t last, int8_t *ret_weight)
{
        bool through = first && strcmp(terms->list[first - 1].word, "through") == 0;
        int8_t tense;

        *ret_weight = 0;
        tense = tense_of_clause(terms, first, last, ret_weight);
        if (tense <= 0 && is_meant_for(terms, first, last)) {
                *ret_weight = 0;
                return 1;
        }
        if (through && tense > 0)
                *ret_weight = TENSE_SURE;
        /* "lent it money through January" may go on. */
        return tense < 0 && through ? 0 : tense;
}
