/* quotes - what the parts of the stage that finds quotations share
 *
 * A quotation is first a stretch of text between marks (quotes_marks.c, quotes_repair.c) or
 * behind a dash (quotes_dash.c), or a paragraph of somebody's words (quotes_blocks.c). Then the
 * clause that says who says it is sought beside it (quotes_attribute.c: the order of the rules;
 * quotes_clauses.c: the rules), which tells speech from titles and irony. At last what is
 * reported without marks is found (quotes_indirect.c; quotes_content.c: where it begins and
 * ends), with the words in marks that nothing else explained (quotes_within.c), and he and she
 * are named (quotes_turns.c). quotes.c puts the parts together.
 */
#pragma once

#include "workers/extract/chunks.h"
#include "workers/extract/reporting.h"
#include "workers/text/document.h"

enum {
        QUOTATION_SINGLE = 1,      /* ‘single’ marks */
        QUOTATION_DASH = 2,        /* – behind a dash */
        QUOTATION_NO_OPEN = 4,     /* the opening mark is missing */
        QUOTATION_NO_CLOSE = 8,    /* the closing mark is missing */
        QUOTATION_GOES_ON = 16,    /* the next paragraph opens again */
        QUOTATION_JOINED = 32,     /* goes on what the quotation before it began */
        QUOTATION_NO_SPEECH = 64,  /* a title, irony, a term: nobody said it */
        QUOTATION_MENTIONED = 128, /* of these: a title or a name for sure */
        QUOTATION_LOOSE = 256      /* said by whoever acts in its clause, as far as is known */
};

/* One stretch of quoted words. Where a mark is missing, open = inner.start, close = inner.end.
 */
struct quotation {
        struct span inner;    /* without the marks */
        uint32_t open, close; /* with the marks */
        uint32_t paragraph;
        unsigned flags;
        struct report report; /* who says it; see reporting.h */
};

struct quotations {
        struct quotation *items;
        size_t n;
};

enum { QUOTATION_REACH = 8 }; /* paragraphs behind the one that leaves a mark open */

/** Appends @q, unless it is empty or there are too many. 0 or -ENOMEM. */
int quotation_add(struct document *doc, struct quotations *found, struct quotation q);
/** Joins a mark that is left open with one that closes in a paragraph soon behind it, and takes
 *  what stands between them. 0 or -ENOMEM. */
int quotations_span(struct document *doc, struct quotations *found);

/** All stretches between quotation marks that are not inside another one, in their order.
 *  Appends to @found. Needs nothing but paragraphs. Returns 0 or -ENOMEM. */
int quotes_marks_find(struct document *doc, struct quotations *found);

/** Paragraphs and sentences that a dash opens and an attribution closes ("– We agree, said X").
 *  Appends to @found, which stays in order. 0 or -ENOMEM. */
int quotes_dashes_find(struct document *doc, const struct chunks *c, struct quotations *found);
/** Paragraphs that are somebody's words without any mark: a block that "she wrote:" introduces
 *  and that speaks of "I" or "you", and posts with their signature ("— Anna Berg (@berg) May 5,
 *  2019"). Appends to @found, which stays in order. 0 or -ENOMEM. */
int quotes_blocks_find(struct document *doc, const struct chunks *c, struct quotations *found);
/** Both lists in one, in the order of the text; what begins within another is a part of it. */
int quotations_merge(struct document *doc, struct quotations *found,
                     const struct quotations *others);
/** Mends marks that a translation has misplaced or dropped, and drops those that cannot be
 *  mended. */
void quotes_repair(struct document *doc, const struct chunks *c, struct quotations *found);
/** Fills each quotation's report from the words around it, and marks those that nobody said
 *  as QUOTATION_NO_SPEECH. 0 or -ENOMEM. */
int quotes_attribute(struct document *doc, const struct chunks *c, struct quotations *found);
/** Appends reported speech to the extraction. @found: what stands between marks, in order. */
int quotes_indirect_find(struct document *doc, const struct chunks *c,
                         const struct quotations *found);

/** Of the quotations that no verb of reporting explained, those that stand in what somebody is
 *  reported to say are that one's words: appends them, and marks them as QUOTATION_NO_SPEECH so
 *  that nobody else has them. 0 or -ENOMEM. */
int quotes_within_find(struct document *doc, struct quotations *found);
/** Of quotations in their order: one that a report reaches into is said by whom it reports. */
void quotes_within_name(struct document *doc);

/** Appends one quote, with its report, to the extraction. Spans are set. 0 or -ENOMEM. */
int quote_write(struct document *doc, struct quote quote, const struct report *report);
/** Does @q go on, in its sentence, what the quotation before it began? ("…," she said, "and …")
 */
bool quotation_is_parted(const struct document *doc, const struct quotation *q);

/** The last quote of @x that begins at or before @byte, and one more; 0: there is none. */
size_t quotes_until(const struct extraction *x, uint32_t byte);
/** Lets he and she among the speakers mean the last one named. Quotes are in order. 0 or
 * -ENOMEM.
 */
int quotes_turns_follow(struct document *doc, const struct chunks *c);
/** The nearest subject of a verb before @token that he or she there may mean, of the same
 *  sentence or of one before. */
struct phrase quotes_subject_before(const struct document *doc, const struct chunks *c,
                                    size_t token, char gender);
/** The person who is the subject of one of the first verbs of the sentence, or a phrase of no
 *  length. */
struct phrase quotes_person_in(const struct document *doc, const struct chunks *c,
                               size_t sentence);
/** The person whom the description at @token, "the comedian", "the Norwegian", means as it
 *  stands for a name, or NONE. */
int quotes_varied(const struct document *doc, const struct chunks *c, size_t token);
/** Lets it and they, and a he or she whom nobody's name fits, mean the subject of a sentence
 *  before. Quotes are in order. 0 or -ENOMEM. */
int quotes_subjects_name(struct document *doc, const struct chunks *c);
/** Lets he and she who speak of somebody by name be another. Quotes are in order. 0 or -ENOMEM.
 */
int quotes_himself_name(struct document *doc, const struct chunks *c);
/** Lets "the statement" mean whoever said something in it, or issued it, a few sentences
 * before. 0 or -ENOMEM. */
int quotes_papers_name(struct document *doc, const struct chunks *c);

/** Names both of two who say something together. 0 or -ENOMEM. */
int quotes_joint_name(struct document *doc, const struct chunks *c);

/* A reporting clause that closes a sentence: ", said Lavrov", ", the official added". */
struct tail {
        struct cue cue;
        struct phrase speaker;
        uint32_t first; /* token of the comma (or mark) before it */
};

/** The attribution at the end of the tokens [first, end); false: there is none. */
bool tail_find(const struct document *doc, const struct chunks *c, size_t first, size_t end,
               struct tail *ret);
/** The attribution that begins at token @i: "said X", "X said", "according to X". */
bool attribution_at(const struct document *doc, const struct chunks *c, size_t i, size_t end,
                    struct tail *ret);
/** "as X said", at token @i: an attribution by the way. */
bool attribution_as(const struct document *doc, const struct chunks *c, size_t i, size_t end,
                    struct tail *ret);
/** Words without a verb or a mark from token @i to a verb of saying that closes: who says it,
 *  whatever the words are tagged as. */
bool attribution_plain(const struct document *doc, const struct chunks *c, size_t i, size_t end,
                       struct tail *ret);
/** The token behind the sentence that holds @token, bounded by @limit. */
size_t sentence_end(const struct document *doc, size_t token, size_t limit);
