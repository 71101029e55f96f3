/* quotes_content - where the content of a verb of reporting begins and ends */
#pragma once

#include "workers/extract/quotes.h"

enum {
        REPORTED_WORDS = 3,        /* a shorter content is a fragment */
        REPORTED_OBJECT_WORDS = 2, /* … but for "criticized the plan" */
};

/* How far a content may reach, the surest last. */
enum extent {
        EXTENT_OBJECT, /* an object and what belongs to it */
        EXTENT_PHRASE, /* to the next comma */
        EXTENT_LOOSE,  /* the same, behind a verb that says it whoever speaks */
        EXTENT_CLAUSE, /* to the end of the sentence, or the next report */
        EXTENT_THAT,   /* the same, and "that" opens it */
};

/* The rule that finds a content. Its confidence is the share that was right, speaker and all,
 * on development data: tests/eval/calibration.py. */
struct content_rule {
        uint16_t confidence;
        const char *rule;
        enum extent extent;
};

/* A sentence that is read for reported speech. */
struct reported {
        struct document *doc;
        const struct chunks *c;
        const struct quotations *marks;
        size_t mark;       /* the first quotation that may reach into the sentence */
        size_t begin, end; /* tokens of the sentence */
        size_t taken;      /* content has been found up to this token */
        size_t words_min;
};

/** Is token @i, inside the sentence, this word? */
bool reported_is(const struct reported *x, size_t i, const char *word);
/** … or one of these @n? */
bool reported_is_one_of(const struct reported *x, size_t i, const char *const *words, size_t n);
bool reported_is_stop(const struct reported *x, size_t i);
bool reported_is_quote_mark(const struct reported *x, size_t i);
/** Does @byte stand between marks? */
bool reported_in_marks(const struct reported *x, uint32_t byte);
/** Is the "that" at @that a relative, not one that opens what is reported? */
bool reported_is_relative(const struct reported *x, size_t that);
/** "whether", "why", "what" … */
bool reported_is_question(const struct reported *x, size_t i);
/** "to leave", "not to leave", "to “leave at once”" */
bool reported_is_infinitive(const struct reported *x, size_t i);
/** Where the content of a cue begins, by its frames, and by which rule; 0: none is behind it.
 */
size_t reported_begin(const struct reported *x, const struct cue *cue, struct content_rule *by);
/** Does the word at @i part a noun phrase from a verb that is not its own? */
bool reported_breaks_clause(const struct reported *x, size_t i);

/* In quotes_opening.c. */

/** "that", behind a cue that ends at @i and before any verb: "told reporters in Moscow on
 * Friday | that"; 0: there is none. */
size_t reported_that(const struct reported *x, size_t i);
/** "at least | 30", "nearly | half", "between | 20 and 30": behind the words at @i that bound
 *  it, how many; 0: nothing is bounded there. */
size_t reported_amount(const struct reported *x, size_t i);
/** "only two", "never before": an adverb that belongs to what follows it. */
bool reported_is_focus(const struct reported *x, size_t i);
/** "falls | in rent | could end", "mass | will be held": is the word at @i, whatever it is
 *  tagged as, a noun that has a verb behind it and its own phrases? */
bool reported_is_verbs_subject(const struct reported *x, size_t i);
/** "said goodbye to her friends": words alone, not "said Grace had left". */
bool reported_is_greeting(const struct reported *x, const struct cue *cue, size_t first);
/** "was told | her daughter was safe": at @i, a subject with its verb right behind it? */
bool reported_opens_clause(const struct reported *x, size_t i);
/** "the mayor, who was late, | left": the token behind the verb of a subject that begins at
 *  @first and that an aside parts from it; 0: no aside does, or it has none. */
size_t reported_own_verb(const struct reported *x, size_t first);

/* In quotes_object.c. */

/** Where an object begins, behind the preposition of what it is about: "spoke against the
 *  road", not "reported from Ostrin". 0: what follows at @i is a time, or a place. */
size_t reported_object_begin(const struct reported *x, size_t i);
/** Where an object that begins at @first ends, with what it is judged for. */
size_t reported_object_end(const struct reported *x, const struct cue *cue, size_t first);
/** "the mayor | for closing the road", "the plan | that she made": does what belongs to an
 *  object stand behind it, at @i? */
bool reported_goes_on(const struct reported *x, size_t i);
/** Where the object [first, end) of @cue ends before what it is said in: "the plan | on
 * Twitter".
 */
size_t reported_without_medium(const struct reported *x, const struct cue *cue, size_t first,
                               size_t end);
/** "denied | the request Berg made", "denied the bakers a rise": does in [first, end) a noun
 *  phrase stand right behind another, so that no clause begins with it? */
bool reported_has_relative(const struct reported *x, size_t first, size_t end);
/** "raised the question of …", "brought up the subject of …": what is reported behind @verb. 0
 * or -ENOMEM. */
int report_topic(struct reported *x, const struct chunk *verb);
/** Who says what the marks hold, where @speaker stands between them and the verb does not; else
 *  @speaker. */
struct phrase reported_subject(const struct reported *x, const struct cue *cue,
                               struct phrase speaker);
/** "a man named Berg": does the verb only say what he is called? */
bool reported_is_named(const struct reported *x, const struct chunk *verb);

/* In quotes_coordination.c. */

/** From the end of the content [first, end) on, over what is joined to it: "love | and unity",
 *  not "the road | and Berg left". */
size_t reported_over_joined(const struct reported *x, size_t first, size_t end);
/** "by saying that it was late | and by leaving": where in [first, end) what is joined to the
 *  participle of @cue begins; or @end. */
size_t reported_before_twin(const struct reported *x, const struct cue *cue, size_t first,
                            size_t end);
/** "older, | rural voters": is the comma at @i one inside of a noun phrase? */
bool reported_is_inner_comma(const struct reported *x, size_t i);

/* In quotes_sayers.c. */

/** "when asked whether": is it asked, and nobody is the subject? */
bool reported_is_nameless(const struct reported *x, const struct cue *cue);
/** The token behind "was ordered", or "was ordered by the court". */
size_t reported_behind_agent(const struct reported *x, const struct cue *cue);
/** "is expected to win": is it told without saying by whom? */
bool reported_is_hearsay(const struct reported *x, const struct cue *cue);
/** "is seen as a test": so it is called, nobody says by whom. */
bool reported_is_seen_as(const struct reported *x, const struct cue *cue);
/** "The court heard he was ill": in a court somebody says so. */
bool reported_is_heard(const struct reported *x, const struct cue *cue);
/** "was told that …", "it was reported that …": is to whom it is said, or nobody, the subject?
 */
bool reported_is_passed_on(const struct reported *x, const struct cue *cue);
/** Is it one of these, or the writer's own caution ("seems to")? */
bool reported_has_no_speaker(const struct reported *x, const struct cue *cue);
/** Who says the content that begins at @first. A subject that is not found, or cannot speak,
 *  leaves some contents to nobody, and others are none: then false. */
bool reported_speaker(const struct reported *x, const struct cue *cue, size_t first,
                      struct content_rule *by, struct phrase *ret);

/* In quotes_findings.c. */

/** What finds or shows something, by @cue: the poll or the audit that is its subject, or stands
 *  before that ("a poll by the Herald"). PHRASE_NONE: it is no such thing. */
struct phrase reported_finder(const struct reported *x, const struct cue *cue);
/** Where what a document or a thing tells begins, behind the verb, and by which rule; 0: it
 *  tells nothing. */
size_t reported_finding_begin(const struct reported *x, const struct cue *cue,
                              struct content_rule *by);
/** "Polls that show her ahead | are rare": where in [first, end) the verb of the clause around
 *  what is shown begins; or @end. */
size_t reported_finding_end(const struct reported *x, const struct cue *cue, size_t first,
                            size_t end);

/* In quotes_limits.c. */

/** Where the content that begins at @first ends: before another report, or with the sentence.
 */
size_t reported_end(const struct reported *x, size_t first);
/** "if the union decides to strike": of what somebody is only supposed to think or
 *  to do nothing is reported. */
bool reported_is_supposed(const struct reported *x, const struct cue *cue,
                          struct phrase speaker);
/** From @end on, over a clause that holds words in marks which the same verb attributes. */
size_t reported_over_marks(const struct reported *x, const struct cue *cue, size_t end);
/** "and", "but", "while", "as": does the word at @i join a clause? */
bool reported_joins(const struct reported *x, size_t i);
/** Where in [first, end) a finite verb goes on another than the infinitive at @first: "agreed
 * to leave | and was seen off"; or @end. */
size_t reported_infinitive_stop(const struct reported *x, size_t first, size_t end);

/** Where an infinitive that begins at @first ends. */
size_t reported_infinitive_end(const struct reported *x, size_t first);
/** Where, in [first, end), the verb of the clause around begins: "his decision to go | was seen
 *  as …"; or @end. */
size_t reported_outer_verb(const struct reported *x, size_t first, size_t end);
/** From @end on to the stop, or to "and". */
size_t reported_phrase_stop(const struct reported *x, size_t first, size_t end);

/* In quotes_withheld.c. */

/** Does the sentence end with what the speaker keeps back, behind what is said in [first, i):
 *  "without giving any details"? */
bool reported_is_withheld(const struct reported *x, size_t first, size_t i);

/* In quotes_relative.c. */

/** "Berg, who | said": does a relative pronoun behind a comma stand right before @i? */
bool reported_is_behind_relative(const struct reported *x, size_t i);
/** "While she says that …, | he …", "Berg, who said …, | left", "The moment she said …, | he":
 * is the report inside another clause, which a comma ends? */
bool reported_is_inside_clause(const struct reported *x, const struct cue *cue,
                               struct phrase speaker);
/** "asked guests who had come by sea | to leave": the infinitive behind a relative clause of
 *  @listener, who stands right behind the verb; 0: there is none. */
size_t reported_behind_listener(const struct reported *x, const struct cue *cue,
                                const struct chunk *listener);
/** "Berg, who later said that it was late, | left": the comma behind what is said before the
 *  verb of the clause around it; @end: there is none. A second one may close what stands
 * inside: "that the law, if passed, | would hurt". */
size_t reported_relative_end(const struct reported *x, const struct cue *cue, size_t first,
                             size_t end);
/** "guests who want to feed geese | said": the same of an infinitive, or another object, where
 * no comma parts the clause. */
size_t reported_infinitive_of_relative(const struct reported *x, const struct cue *cue,
                                       size_t first, size_t end);

/** "Reports that Berg had left | were denied": where in [first, end) the verb begins whose
 *  subject, from the token @subject on, holds that content; @end: it is not there, or another
 *  verb stands before the subject. */
size_t reported_main_verb(const struct reported *x, size_t subject, size_t first, size_t end);
/** "The guest who said that it rained | left": the same behind the report of a relative clause.
 */
size_t reported_main_verb_of_relative(const struct reported *x, const struct cue *cue,
                                      size_t first, size_t end);

/* What the rules share, in quotes_reported.c. */

size_t reported_words(const struct reported *x, size_t first, size_t end);
bool reported_has_verb(const struct reported *x, size_t first, size_t end);
/** The finite verb group that holds token @i of the sentence, or NULL. */
const struct chunk *reported_finite(const struct reported *x, size_t i);
/** Where the next such group begins in [i, end); or @end. */
size_t reported_next_finite(const struct reported *x, size_t i, size_t end);
/** The first comma outside of marks in [first, end), or @end. */
size_t reported_comma(const struct reported *x, size_t first, size_t end);
/** The first token of sentence @s behind what leads to its words: a bullet, "LUND (Reuters) –".
 */
size_t reported_words_begin(const struct document *doc, const struct sentence *s);
/** "after", "while", "if": does the word at @i make its clause a part of another? */
bool reported_is_subordinator(const struct reported *x, size_t i);
/** Has the cue a quotation before it that it attributes? */
bool reported_is_taken(const struct reported *x, const struct cue *cue);
/** Writes the content [first, end), if it has words_min words and is no quotation already. 0 or
 *  -ENOMEM. */
int reported_write(struct reported *x, const struct cue *cue, struct phrase speaker,
                   size_t first, size_t end, struct content_rule by);
/** The same of the sentence's words before @left and from @right on; *@ret_written is set where
 *  these are no quotation already. */
int reported_write_parted(struct reported *x, const struct tail *t, size_t left, size_t right,
                          struct content_rule by, bool *ret_written);

/** In quotes_hearsay.c: the clause that holds "reportedly". 0 or -ENOMEM. */
int report_reportedly(struct reported *x);
/** In quotes_findings.c: "Berg leads by 5 points | in the poll". 0 or -ENOMEM. */
int report_in_poll(struct reported *x);
/** In quotes_asked.c: what somebody asks, or is asked, by the verb @cue, whatever stands before
 *  the question. 0 or -ENOMEM. */
int report_asked(struct reported *x, const struct cue *cue, bool *ret_found);
/** In quotes_asked.c: does a question that is a clause begin at @i: "whether", "how", "what"?
 */
bool reported_is_clause_question(const struct reported *x, size_t i);
/** In quotes_asked.c: where such a question begins behind the preposition at @i of what @cue is
 *  about: "spoke about | how it began"; 0: none does. */
size_t reported_question_at(const struct reported *x, const struct cue *cue, size_t i);
/** In quotes_asked.c: where it ends. */
size_t reported_question_end(const struct reported *x, size_t first);
/** In quotes_asked.c: does "yes" or "no" at @i answer something? */
bool reported_is_answer(const struct reported *x, size_t i);
/** In quotes_asked.c: "said no", "said yes to the plan". 0 or -ENOMEM. */
int report_answer(struct reported *x, const struct cue *cue, bool *ret_found);
/** In quotes_nouns.c: what is reported of the noun at the head of @noun. 0 or -ENOMEM. */
int report_noun(struct reported *x, const struct chunk *noun);
/** In quotes_adjectives.c: "is eager to …", "was critical of …": what is reported behind @verb.
 *  0 or -ENOMEM. */
int report_adjective(struct reported *x, const struct chunk *verb);

/** "It was, | he said, | a failure", "it could, | he said, | fail": does the verb before the
 *  comma at @left have its noun phrase, or the rest of its group, at @right? */
bool reported_lacks_complement(const struct reported *x, size_t left, size_t right);
/** Does the verb at @verb name a source, "citing officials", who speaks elsewhere? */
bool reported_names_source(const struct document *doc, size_t verb);
/** Does what follows at @i only tell more of the speaker: "who …", "noting …"? */
bool reported_is_about_speaker(const struct reported *x, size_t i);

/** The comma before a relative clause that stands last before @end; 0: there is none. */
size_t reported_relative_comma(const struct reported *x, size_t end);
/** Writes what stands before @end, where the attribution @t begins: all of the sentence, or its
 *  last clause, if the rest is another's, and leaves that rest as the sentence; else
 * *@ret_found is set. 0 or -ENOMEM. */
int report_before(struct reported *x, const struct tail *t, size_t end, struct content_rule by,
                  bool *ret_found);

/* In quotes_around.c, quotes_tail.c and quotes_according.c, for all of the sentence; 0 or
 * -ENOMEM. */

int report_as(struct reported *x, bool *ret_found);              /* As X reported, … */
int report_headed(struct reported *x, bool *ret_found);          /* X: … */
int report_around(struct reported *x, bool *ret_found);          /* …, X said. */
int report_parted(struct reported *x, bool *ret_found);          /* …, X said, … */
int report_according(struct reported *x, bool *ret_found);       /* …, according to X, … */
int report_according_first(struct reported *x, bool *ret_found); /* According to X, … */
int report_behind_marks(struct reported *x, bool *ret_found);    /* “…,” X said, … */
int report_document(struct reported *x);                         /* In the poll, … */
