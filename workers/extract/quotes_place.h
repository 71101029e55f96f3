/* quotes_place - a quotation in its surroundings
 *
 * What the rules of attribution ask: what stands before and behind the marks, how far the
 * sentence and the neighbouring quotations are, whether the words are closed by a stop.
 */
#pragma once

#include "workers/extract/quotes.h"

/* Counted in tokens. */
struct place {
        struct document *doc;
        const struct chunks *c;
        struct quotations *all;
        const uint32_t *owner; /* of each token: index of its quotation + 1, or 0 */
        size_t index;
        struct quotation *q;
        size_t first, end;    /* of its words */
        size_t left, right;   /* of its marks: outside are [.., left) and [right, ..) */
        size_t begin, finish; /* of the sentence's parts before and behind it, up to the
                                 neighbouring quotations */
        size_t paragraph_end;
};

/** Moves the place to quotation @index; doc, c, all and owner are set. The quotation may begin
 *  in one sentence and end in another. */
void place_init(struct place *p, size_t index);
const struct token *place_token(const struct place *p, size_t i);
/** Where the words behind it, up to @end, end that may speak of it: at the next quotation. */
size_t place_behind_end(const struct place *p, size_t end);
/** The last character of what is said, as a byte, whatever mark closes a quotation inside. */
uint32_t place_last_char(const struct place *p);
/** Is there a stop, inside the marks or right behind them, that parts it from what follows? */
bool place_is_closed(const struct place *p);
/** Is all of its sentence, or of its sentences, between the marks? */
bool place_fills_sentence(const struct place *p);
size_t place_words(const struct place *p);
/* What marks may do but quote. */
enum mention {
        MENTION_NONE,
        MENTION_WORK, /* a title of a film or book, a so-called thing: nobody says it here */
        MENTION_WORD, /* "the phrase “…”": said by whoever is said to use it */
        MENTION_CASE, /* each word has a capital: a title, if nobody calls something so */
};

enum mention place_mentions(const struct place *p);
/** "said if he came, | drivers “should …”": where a verb of saying stands before a clause that
 *  ends at the comma before the words' subject, behind that verb; else p->left. */
size_t place_over_clause(const struct place *p);
bool token_is_dash(const struct document *doc, size_t i);
/** "if Russia decides": what is only supposed does not speak. */
bool place_is_supposed(const struct document *doc, struct phrase subject);
/** "a program called “Fast Lane”", by the verb right before: is it a mere name, given by nobody
 *  known? */
bool place_is_called(const struct place *p, const struct chunk *verb);
/** Writes the report. 0 or -ENOMEM. */
int place_settle(struct place *p, const struct cue *cue, struct phrase speaker,
                 struct finding by);

/** A rule: 1 = attributed, 0 = not here, or -ENOMEM. */
typedef int (*place_rule)(struct place *p);

/* In quotes_clauses.c: the clause beside, around or before it. */
int rule_behind(struct place *p);
int rule_said_first(struct place *p);
int rule_said_behind(struct place *p);
int rule_said_plain(struct place *p);
int rule_plain(struct place *p);       /* "…," said X. "…," X said. */
int rule_before(struct place *p);      /* X said: "…" */
int rule_governing(struct place *p);   /* X warned of "…" */
int rule_tail(struct place *p);        /* …, X said on Thursday. */
int rule_said_anyhow(struct place *p); /* "…," X joked on Thursday. */
/* In quotes_words.c: words in marks that no verb of saying explains. */
int rule_noun(struct place *p);    /* X's claim that there was "…" */
int rule_owner(struct place *p);   /* X's "…" remark */
int rule_cry(struct place *p);     /* chants of "…" */
int rule_naming(struct place *p);  /* X called it "…" */
int rule_subject(struct place *p); /* X focused on a "…" */
/* In quotes_lead.c: what leads to it. */
int rule_led(struct place *p); /* X said: "…?" Y … */
int rule_led_plain(struct place *p);
int rule_colon(struct place *p); /* X shot back: "…", X's statement: "…" */
