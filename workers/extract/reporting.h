/* reporting - clauses that say that somebody says something
 *
 * "Lavrov told reporters", "said a senior US official, quoted by the Reuters Agency",
 * "according to the ministry". Quotations and reported speech are both found by them.
 */
#pragma once

#include "workers/extract/chunks.h"

/* Kinds of reporting verbs, as in cue_verbs.txt. */
enum cue_kind {
        CUE_SAY,
        CUE_TELL,
        CUE_ASK,
        CUE_DENY,
        CUE_ORDER,
        CUE_PROMISE,
        CUE_JUDGE,
        CUE_THINK,
        CUE_WANT,
        CUE_SEEM,
        CUE_ACCORDING, /* "according to" */
        CUE_NONE,
};

enum cue_frame {
        FRAME_QUOTE = 1,      /* stands with direct speech */
        FRAME_CLAUSE = 2,     /* [that] … */
        FRAME_INFINITIVE = 4, /* to … */
        FRAME_QUESTION = 8,   /* whether … */
        FRAME_NOUN = 16,      /* of …, or an object */
        FRAME_ADDRESSEE = 32, /* somebody, before the rest */
        FRAME_THAT = 256,     /* that …, never without it */
        FRAME_AS = 64,        /* something as … */
        FRAME_ABOUT = 128,    /* a preposition of its list, and what it is about */
        FRAME_SINGLE = 512,   /* of these two, a single word, too: "endorsed Berg" */
        FRAME_QUOTED = 1024,  /* the words are another's: "was quoted as saying" */
};

struct cue {
        uint32_t first, end; /* tokens of the cue itself */
        uint32_t verb;       /* token of the verb, or of "according" */
        uint8_t kind;        /* enum cue_kind */
        uint16_t frames;     /* enum cue_frame, or'ed */
};

/** The cue whose verb group or "according to" holds @token; kind CUE_NONE when it is none. */
struct cue cue_at(const struct document *doc, const struct chunks *c, size_t token);
/** The cue of a verb of no list that says something with the words behind it ("lashed out at");
 *  its kind is CUE_NONE where it does not. */
struct cue cue_with_particle(const struct document *doc, const struct chunk *k);
/** The same by the form of the word alone ("says", "told", "reports"), whatever it is tagged
 * as. */
struct cue cue_by_form(const struct document *doc, size_t token);
/** Is the word at @token one of the prepositions in column @column of a list's @value? */
bool cue_takes(const struct document *doc, const char *value, unsigned column, size_t token);
/** Whose voice a noun is: person, body or document; NULL: of what does not speak. */
const char *noun_voice(const struct token *t);
/** Is it a noun for a person: "mayor", "farmers"? */
bool noun_is_person(const struct token *t);
/** Is it a noun for what is done: "shooting", "violence", "arrest"? */
bool noun_is_deed(const struct token *t);
/** "voters", "a man and his son": more than one. */
bool noun_is_plural(const struct document *doc, struct phrase p);
/** Of a noun for a person, 'm' or 'f' where it tells that ("spokeswoman", "uncle"), else 0. */
char noun_gender(const struct token *t);
/** Is the noun at @token one that is read ("poll", "letter"), and speaks so? */
bool is_document_noun(const struct document *doc, size_t token);
/** Does the verb at @token take an addressee: "told | bakers that"? */
bool verb_takes_listener(const struct document *doc, size_t token);
/** Has a noun's or an adjective's @value of its list the letter @frame in the first column? */
bool cue_has_frame(const char *value, char frame);
/** Does the verb of @cue take the preposition at @token? */
bool cue_is_about(const struct document *doc, const struct cue *cue, size_t token);
/** "was quoted as saying", "quoted him as saying": are the words another's than the subject's?
 */
bool cue_is_quoted_as(const struct cue *cue);
/** Is it an act of speech, not of mind ("think") and no judgement of the writer's ("seem")? */
bool cue_is_speech(const struct cue *cue);

/* Who says something, and by what words. */
struct report {
        bool found;
        struct span cue; /* or SPAN_NONE */
        struct phrase speaker;
        int entity;       /* or NONE */
        const char *name; /* or NULL */
        int via;          /* entity, or NONE */
        uint16_t confidence;
        const char *rule;
};
#define REPORT_NONE                                                                            \
        ((struct report){ false, SPAN_NONE, PHRASE_NONE, NONE, NULL, NONE, 0, NULL })

/** The subject of a cue, wherever it stands: before it, or behind it ("said Lavrov"; only when
 *  @inverted allows it). */
struct phrase cue_subject(const struct document *doc, const struct chunks *c,
                          const struct cue *cue, bool inverted);
/** "by Reuters", of a passive; where it is none, a phrase of no length. */
struct phrase cue_agent(const struct document *doc, const struct chunks *c, size_t i);
/** Can this phrase speak? Persons, bodies, documents, pronouns; not "the plan". */
bool phrase_speaks(const struct document *doc, struct phrase p);
/** Would it be taken for who speaks where a verb of saying leaves no doubt? Any noun. */
bool phrase_may_speak(const struct document *doc, const struct chunks *c, struct phrase p);
/** The words of the phrase without its article, as they stand for a name; NULL = no memory. */
char *phrase_description(struct document *doc, struct phrase p);
/** Fills @ret: the subject, its entity, its name, and who relays it. Returns 0 or -ENOMEM. */
int report_make(struct report *ret, struct document *doc, const struct chunks *c,
                const struct cue *cue, struct phrase speaker);
