/* chunks - noun phrases and verb groups, from tags alone
 *
 * A flat syntax that is enough to ask "who is the subject of this verb?": base noun phrases
 * ("the senior US official"), verb groups ("has not been told"), and steps from one to the
 * next. Every search stays inside the sentence and within a fixed reach, so that no text makes
 * it slow.
 */
#pragma once

#include "workers/text/document.h"

enum chunk_kind { CHUNK_NOUN, CHUNK_VERB };

enum verb_form {
        VERB_FINITE,     /* said, has said, will say */
        VERB_INFINITIVE, /* to say */
        VERB_ING,        /* saying */
        VERB_PARTICIPLE, /* said, without an auxiliary before it: may be finite, too */
};

struct chunk {
        uint32_t first, end; /* tokens, end exclusive */
        uint32_t head;       /* token: the last noun, the lexical verb */
        uint8_t kind;        /* enum chunk_kind */
        uint8_t form;        /* enum verb_form */
        bool passive, negated;
        bool pronoun;   /* he, they, who */
        bool relative;  /* who, which, that as a subject */
        bool time;      /* "Thursday", "last week": no subject */
        uint32_t modal; /* token of will, would, could …, or UINT32_MAX */
};

struct chunks {
        struct chunk *items;
        size_t n;
        uint32_t *at; /* of each token: index of its chunk + 1, or 0 */
};

enum { CHUNK_REACH = 60 }; /* tokens that a search looks at */

/** Parts the document into chunks, which it keeps: asked again, it gives the same. Needs tags.
 *  Returns 0 or -ENOMEM. */
int chunks_find(struct document *doc, struct chunks *ret);
/** The chunk that holds @token, or NULL. */
const struct chunk *chunk_at(const struct chunks *c, size_t token);

/** "the talks today", "Berg Wednesday rejected": a day is a phrase of its own. */
bool token_is_day(const struct document *doc, size_t i);
/** A phrase that a time expression covers is no subject: "Thursday", "last week". */
bool chunk_is_time(const struct document *doc, const struct chunk *c);
/** "on Monday | police arrested her": do the tokens from @first to @end tell a day, and does
 * what stands behind them begin another phrase? */
bool chunk_ends_as_day(const struct document *doc, size_t first, size_t end);

/** In chunk_relative.c: does the pronoun at @i stand for the noun before it, in a sentence that
 *  ends at @end: "who", "which", "that" with a verb behind it? @c: the chunks before it. */
bool chunk_is_relative(const struct document *doc, const struct chunks *c, size_t i,
                       size_t end);
/** The reach of a search from @token within its sentence: the first token, and the one behind
 *  the last. */
size_t chunk_reach_low(const struct document *doc, size_t token);
size_t chunk_reach_high(const struct document *doc, size_t token);

/* A noun phrase: a chunk with what is attached to it ("a spokesman for the ministry"). */
struct phrase {
        uint32_t first, end, head; /* tokens; head: that of the person or thing meant */
};
#define PHRASE_NONE ((struct phrase){ 1, 0, 0 })

static inline bool phrase_is_none(struct phrase p)
{
        return p.first >= p.end;
}

/** The noun phrase that ends right before @token. */
struct phrase phrase_before(const struct document *doc, const struct chunks *c, size_t token);
/** The noun phrase that begins at @token. */
struct phrase phrase_after(const struct document *doc, const struct chunks *c, size_t token);
/** The subject of a verb group, sought to its left: over adverbs, appositions and relative
 *  clauses, and through the verbs that share it. */
struct phrase chunk_subject(const struct document *doc, const struct chunks *c,
                            const struct chunk *verb);
/** The possessor in a noun chunk ("the mayor" of "the mayor's claim", "his"), or none. */
struct phrase chunk_possessor(const struct document *doc, const struct chunk *k);
/** Bytes of the phrase. */
struct span phrase_span(const struct document *doc, struct phrase p);
/** The entity that the phrase's head means, or NONE. */
int phrase_entity(const struct document *doc, struct phrase p);
/** The same, or the person that an apposition names: "his deputy, Sergei Ryabkov,". */
int phrase_referent(const struct document *doc, const struct chunks *c, struct phrase p);
