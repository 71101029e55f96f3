/* quantities - inside of the quantities stage
 *
 * quantities.c finds the numbers; quantities_names.c tells those that are a part of a name;
 * quantities_read.c, quantities_range.c and quantities_units.c read what belongs to one: bound,
 * sign, range, unit, and quantities_change.c what it goes to or past; quantities_of.c says what
 * is counted or measured by it: what stands behind (quantities_phrase.c) or before it
 * (quantities_governor.c), with what became of those who are counted (quantities_told.c, by the
 * words of quantities_outcome.c).
 */
#pragma once

#include "workers/extract/atoms.h"
#include "workers/extract/numerals.h"
#include "workers/text/document.h"

/* One candidate while it is read. */
struct candidate {
        struct quantity q;
        size_t first, number, end; /* atoms: with bound or sign; the number; behind it all */
        bool hyphened, ordinal, scaled, words;
        bool plural;    /* "dozens" */
        size_t taken;   /* what stands before this atom belongs to another one */
        bool changed;   /* "rose from 30": may be one of two numbers, and no range */
        bool separated; /* has separators, which other languages use the other way round */
};

/** "Flight 370", "the Second Amendment": is @number at atom @i a part of a name? */
bool number_names_something(const struct document *doc, const struct atoms *atoms, size_t i,
                            const struct numeral *number);
/** "a 32-bit chip", "2020 Elections", "could one day": a number that counts nothing; of the
 *  document's times the one at @time may be the first to reach it. */
bool candidate_is_label(const struct candidate *c, const struct document *doc,
                        const struct atoms *atoms, size_t time);
/** Is it a whole number without unit, sign or bound that may be an age by its size? */
bool candidate_is_bare(const struct candidate *c);
/** "Ann Lee, 64, was": a number between commas, where a name stands before it. */
bool candidate_may_be_age(const struct candidate *c, const struct atoms *atoms);
/** "aged 34", "age 61", "at the age of 8": @ret_words of them before the number. */
bool candidate_is_aged(const struct candidate *c, const struct atoms *atoms, size_t *ret_words);
/** Does @unit, a line of units.txt, measure @dimension? */
bool unit_measures(const char *unit, const char *dimension);
/** The kind of what is measured in @unit, a line of units.txt. */
enum quantity_kind quantity_kind_of(const char *unit);
/** "two-thirds": the denominator behind the number. */
bool candidate_read_fraction(struct candidate *c, const struct atoms *atoms,
                             const struct numeral *n);
/** "one in five", "nine out of ten" */
bool candidate_read_ratio(struct candidate *c, const struct atoms *atoms);
/** "a fifth", "one over twenty" as all there is. */
bool candidate_read_proportion(struct candidate *c, const struct atoms *atoms, size_t i);
/** "half of the voters", "a quarter of shops" */
bool candidate_read_half(struct candidate *c, const struct atoms *atoms, size_t i);
/** "a third of", "a fifth of": an ordinal that is a share. */
bool candidate_is_share(const struct atoms *atoms, size_t i, const struct numeral *n);
bool candidate_read_share(struct candidate *c, const struct atoms *atoms, size_t i,
                          const struct numeral *n);
/** "dozens", "hundreds of thousands": at least two of them. Those of a unit are no count. */
bool candidate_read_plural(struct candidate *c, const struct atoms *atoms, size_t i);
/** The sign of a currency right before the number. */
void candidate_read_sign(struct candidate *c, const struct atoms *atoms);
/** The second number of a range; its scale holds for the first one too. */
void candidate_read_range(struct candidate *c, const struct atoms *atoms,
                          const struct numeral *n);
/** "rose from 30", "the toll was raised by 5": is what stands before the number that starts at
 *  byte @start a change, so that "to" behind it leads to another number? */
bool number_is_changed(const struct document *doc, uint32_t start);
/** "topped 1,000", "climbed past 40": the bound that a verb tells of what stands at @span. */
void candidate_read_passed(struct candidate *c, const struct document *doc, struct span span);
/** "10 dollars to 20 dollars": the second number of a range with its own unit. */
void candidate_read_unit_range(struct candidate *c, const struct atoms *atoms);
/** "2 yards 7 feet", "20 dollars 43 cents": what is told in a smaller unit behind it. */
void candidate_read_smaller(struct candidate *c, const struct atoms *atoms);
/** "a litre of", "half a gallon": one or a part of a unit, without a number. */
bool candidate_read_single(struct candidate *c, const struct atoms *atoms, size_t i);
/** The currency at atom @at, behind the number. */
bool candidate_read_currency(struct candidate *c, const struct atoms *atoms, size_t at);
/** The unit or currency behind the number. */
void candidate_read_unit(struct candidate *c, const struct atoms *atoms);
/** The line of units.txt for the longest unit at atom @i; NULL: none. */
const char *unit_find(const struct atoms *atoms, size_t i, size_t *ret_n);
/** "more than", "at least" …: before it, or behind ("or more"). */
void candidate_read_bound_before(struct candidate *c, const struct atoms *atoms);
void candidate_read_bound_after(struct candidate *c, const struct atoms *atoms);

/* Where a quantity stands among the tokens. */
struct site {
        enum quantity_kind kind;
        size_t first;  /* token of its first word, the bound's included */
        size_t after;  /* the token behind it */
        bool hyphened; /* "40-minute": goes with the noun behind it */
        const char *unit;
        struct span glued; /* the rest of a token that goes on behind it: "member" of
                              "15-member"; or SPAN_NONE */
};

/** What is counted or measured at @site, in the words of the text: "people killed", "meeting";
 *  NULL where the text does not say, or there is no memory. */
const char *quantity_of(const struct document *doc, const struct site *site);
/** "85 million euros ($74 million)": what the sum or measure before the bracket is of, where
 * one of this kind starts at byte @start behind it; or NULL. */
const char *quantity_of_converted(const struct document *doc, enum quantity_kind kind,
                                  uint32_t start);

/** The noun phrase that starts at token @i, from its first kept modifier to its head; @several:
 *  more than one are counted for sure, so that the head is no noun in the singular. */
bool counted_phrase(const struct document *doc, size_t i, bool several, size_t *ret_first,
                    size_t *ret_head);
/** The noun phrase behind the number at @site, or NULL; *@ret_end gets the token behind its
 *  head, else behind the number. */
const char *counted_behind(const struct document *doc, const struct site *site,
                           size_t *ret_end);
/** "three of them | officers", "five of the dead were | children": what those at @site are who
 *  are a part of others, or NULL. */
const char *noun_of_part(const struct document *doc, const struct site *site);
/** "the number of deaths", "the total of those killed": what is counted there; else NULL. */
const char *counted_number(const struct document *doc, size_t head);
/** "a toll of 45", "prices at $5": the noun that a preposition or "is" joins to the number that
 *  starts with token @first, for a quantity of this kind; or NULL. */
const char *joined_before(const struct document *doc, size_t first, enum quantity_kind kind);
/** The lemma of the verb that governs the amount at @site, or that verb's subject where the
 * verb itself says nothing ("lasted", "is"); or NULL. */
const char *amount_governor(const struct document *doc, const struct site *site);
/** The subject of a verb that only says how many there are, as "reached" does; or NULL. */
const char *count_governor(const struct document *doc, size_t first);
/** "the toll rose": a past tense that was taken for a noun. */
bool is_past_tense(const struct token *t);

/** "120,000 | took part", "22 | aboard": "people", of what they alone do or are; or NULL. */
const char *people_acting(const struct document *doc, const struct site *site);

/** "killed", "dead", "injured": what a word says that became of people; NULL: nothing. */
const char *outcome_of(const struct token *token);

/* What became of people, as the tokens up to @end tell it. */
struct told {
        const char *outcome; /* NULL: nothing */
        size_t end;
        bool deed; /* that one may do to another */
};

/** By token @i and those behind it; @led: behind words that lead on to it. */
struct told outcome_at(const struct document *doc, size_t i, bool led);
/** By the tokens right before @end, which is at the end then: "shot dead | 12"; a noun ends at
 *  its preposition: "deaths | of 12". */
struct told outcome_right_before(const struct document *doc, size_t end);
/** False of what a court or the police do to people only, where @head names a thing:
 * "sentenced" and "four sentences". */
bool outcome_suits(const char *outcome, const struct token *head);
/** "died", "drowned": nobody does it to another. */
bool is_dying(const struct token *token);
/** … or the words from token @i on, in just this form: "killed", "shot dead", but not "tests".
 */
bool tells_outcome(const struct document *doc, size_t i);
/** … of those who are counted from token @first up to @end, as the words on either side tell
 * it: "were killed", "killing at least | 12 men". Not what is planned, supposed or denied. */
const char *outcome_of_counted(const struct document *doc, size_t first, size_t end);
/** … as those from @i on tell it. */
const char *outcome_behind(const struct document *doc, size_t i, size_t first);

/** … of lives, whose last token is before @end: "claimed 12 lives", "12 lives were lost". */
const char *outcome_of_lives(const struct document *doc, size_t first, size_t end);
/** Both in words, "people killed"; either may be NULL. */
const char *with_outcome(const struct document *doc, const char *noun, const char *outcome);
/** Is the word one for people? */
bool is_person(const struct token *token);
/** "the leaders of | two parties were arrested": what became of the leaders. Of "a family of
 *  four" or "the bodies of 12 men" it is told of those who are counted from token @first on. */
bool is_of_person(const struct document *doc, size_t first);
/** "a mother of | two" */
bool are_children(const struct document *doc, size_t first);

/** Whose age the number at token @i is ("Ann Lee, 64, …"), or NULL. */
const char *quantity_of_age(const struct document *doc, size_t i);
/** Whose age the tokens from @first to before @after tell as the predicate ("She was | 40 when
 *  …"): a name, "old" where nobody is known, or NULL. */
const char *quantity_of_told_age(const struct document *doc, size_t first, size_t after);
