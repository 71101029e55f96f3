/* subjects - inside of finding the subject of a verb
 *
 * subjects.c goes from verb to verb and phrase; subjects_parenthesis.c goes over what stands
 * between a subject and its verb in commas, dashes or brackets, subjects_relative.c over a
 * clause about the subject.
 */
#pragma once

#include "workers/extract/chunks.h"

/** Does the token open or close a quotation? */
bool token_is_quote_mark(const struct document *doc, size_t token);
/** "Berg, | head of the Road Union": of words @p that describe a person, the person; else @p.
 *  @low: the first token to be looked at. */
struct phrase phrase_described(const struct document *doc, const struct chunks *c,
                               struct phrase p, size_t low);
/** What stands before the comma, dash or bracket that opens what the one at @token closes. */
struct phrase phrase_over_parenthesis(const struct document *doc, const struct chunks *c,
                                      size_t token);
/** Over adverbs, and "on Thursday", between a subject and its verb at @token. */
size_t subject_skip_adverbs(const struct document *doc, const struct chunks *c, size_t token);
/** Does the token part one clause from another: a comma, "that", "and" …? */
bool subject_parts_clauses(const struct document *doc, size_t i);
bool subject_is_person(const struct document *doc, size_t i);
/** "who said": the phrase that the relative pronoun at @token goes back to. */
struct phrase relative_antecedent(const struct document *doc, const struct chunks *c,
                                  size_t token);
/** "a man | she met in the mill", "a man she met | said": who speaks and stands right before
 * the subject of @verb, whose clause is about him. PHRASE_NONE: nobody. */
struct phrase phrase_met_before(const struct document *doc, const struct chunks *c,
                                const struct chunk *verb);
/** "Bakers | backing | the mill": who speaks, begins a clause, and stands right before the
 *  participle @verb, which tells of him. PHRASE_NONE: nobody. */
struct phrase phrase_doing(const struct document *doc, const struct chunks *c,
                           const struct chunk *verb);
/** "A gunman who robbed a bank was arrested": the phrase @p before the verb belongs to a clause
 *  about another, who is the subject. Not so behind "who said", which has a clause of its own.
 */
struct phrase phrase_over_relative(const struct document *doc, const struct chunks *c,
                                   struct phrase p);
/** "problems due to drought and the heat | forced him": of the phrase @p before a finite verb,
 *  which stands behind a preposition, the one that begins the clause; else @p. */
struct phrase phrase_ungoverned(const struct document *doc, const struct chunks *c,
                                struct phrase p);
/** "sources | briefed on | the talks", "a source | close to | him": of the phrase @p before a
 *  finite verb, who speaks and stands before what ties it to him. PHRASE_NONE: nobody. */
struct phrase phrase_tied_before(const struct document *doc, const struct chunks *c,
                                 struct phrase p);
/** "the mayor | never said": the finite verb group that begins at @i, or behind adverbs there,
 *  before @end. NULL: none does; "'s" glued to a name is none. */
const struct chunk *finite_behind(const struct document *doc, const struct chunks *c, size_t i,
                                  size_t end);
/** "officials | whose laws were struck down | say": of the verb @k in such a clause, those
 * before it. PHRASE_NONE: it is in none. */
struct phrase phrase_whose(const struct document *doc, const struct chunks *c,
                           const struct chunk *k);
/** "guests who stood there | when the roof fell | said": of a verb @k that ends such a clause,
 *  who stands before the clause and speaks. PHRASE_NONE: nobody. */
struct phrase phrase_over_adverbial(const struct document *doc, const struct chunks *c,
                                    const struct chunk *k);
