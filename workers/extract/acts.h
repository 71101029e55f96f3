/* acts - what the parts of the stage that finds acts share
 *
 * An act is a clause: a lexical verb, who does it (acts_clause.c finds the phrases,
 * acts_roles.c the entities), what it is in PLOVER's terms (acts_plover.c), and how real it is
 * (acts_status.c). acts.c puts the parts together.
 */
#pragma once

#include "workers/extract/chunks.h"
#include "workers/extract/groups.h"
#include "workers/text/document.h"

enum {
        CLAUSE_PARTS_MAX = 12, /* phrases of one clause */
        ROLE_MAX = 6,          /* entities in one role */
};

/* A noun phrase of a clause, and what it hangs on. */
struct clause_part {
        const struct chunk *chunk;
        uint32_t preposition; /* token, or UINT32_MAX: an object */
        bool inner;           /* stands behind an infinitive or in the clause that follows */
};

struct clause {
        const struct chunk *verb;
        const struct chunk
                *governor; /* the verb that this one hangs on ("agreed to …"), or NULL
                            */
        struct phrase subject;
        struct clause_part parts[CLAUSE_PARTS_MAX];
        unsigned n_parts;
        uint32_t first, end; /* tokens */
};

/** Reads the clause of a verb group: subject, objects, prepositional phrases. */
void clause_read(struct clause *ret, const struct document *doc, const struct chunks *c,
                 const struct chunk *verb);

/* What a verb and its objects are in PLOVER's terms. */
struct coding {
        const char *type, *mode; /* static; NULL: PLOVER has none */
        const char *lemma;       /* with its particle: "pull out"; in the arena or static */
        bool inner;              /* the infinitive behind it is part of the act */
        bool empty;              /* a light verb whose noun is none of PLOVER's: no act */
};

/** Returns 0 or -ENOMEM. */
int clause_code(struct coding *ret, struct document *doc, const struct chunks *c,
                const struct clause *clause);

/* What a verb of force does in its clause. */
enum verb_sense {
        SENSE_FORCE,
        SENSE_WORDS,   /* "attacked him over the vote" */
        SENSE_NOTHING, /* "fired the coach", "beat the Bears 3-1" */
};

/** "killed himself": does the clause come back to its subject? */
bool clause_is_reflexive(const struct document *doc, const struct clause *clause);
/** "for alleged crimes": a participle that stands before its noun, and tells no act. */
bool clause_is_adjective(const struct document *doc, const struct chunks *c,
                         const struct clause *clause);
/** "those killed in the raid": who is meant by such a verb without an object suffers it. */
bool clause_is_suffered(const struct document *doc, const struct clause *clause);
/** "had previously agreed": is it no passive, though the auxiliary stands apart? */
bool clause_is_perfect(const struct document *doc, const struct chunk *verb);
/** "is opposed to", "was expected to": what its subject thinks or is about to do. */
bool clause_is_stance(const struct document *doc, const struct chunk *verb);
/** "Iran and Syria backed Chad": is somebody with a name the object? */
bool clause_has_object(const struct document *doc, const struct clause *clause);
/** "in Oslo", "near Oslo" */
bool part_is_locative(const struct document *doc, const struct clause_part *part);
/** "condemned the attack in Oslo": is part @i where it was, and not who is condemned? */
bool clause_has_scene(const struct document *doc, const struct clause *clause, unsigned i);
/** Of verbs that PLOVER takes for an ASSAULT. */
enum verb_sense clause_sense(const struct document *doc, const struct clause *clause);

/* The entities of an act. */
struct roles {
        int actors[ROLE_MAX], recipients[ROLE_MAX];
        unsigned n_actors, n_recipients;
        int where; /* or NONE */
};

/* What roles are sought with. */
struct casting {
        struct document *doc;
        const struct chunks *c;
        struct groups *groups;
        bool plain;  /* people without a name or nation count, too */
        bool failed; /* no memory */
};

/** Fills @ret; the groups among the roles have provisional numbers. 0 or -ENOMEM. */
int clause_roles(struct roles *ret, struct casting *cast, const struct clause *clause,
                 const struct coding *coding);

/** Adds the entities of a phrase to a role's list. */
void role_add(struct casting *cast, struct phrase p, int *list, unsigned *n);
/** Adds the nation that an adjective before the phrase's head names: "the French attack". */
void role_add_nation(struct casting *cast, struct phrase p, int *list, unsigned *n);

/* An act that a noun tells. */
struct deed {
        const char *type, *mode; /* type NULL: none */
        struct roles roles;
        uint32_t first, end; /* tokens */
};

/** PLOVER's type of this name, static, or NULL. */
const char *plover_type_name(const char *name, size_t size);
/** The line of plover_nouns.txt for the noun, with the word before it ("air strike") if that
 *  has one, or NULL. */
const char *plover_noun(const struct document *doc, uint32_t token);
/** Reads what the noun chunk tells as a deed. Returns 0 or -ENOMEM. */
int noun_deed(struct deed *ret, struct casting *cast, const struct chunk *noun);
/** How real the deed of a noun is: by its adjectives and the verb before it. */
enum act_status noun_status(const struct document *doc, const struct chunks *c,
                            const struct chunk *noun);

/** How real the act is, by modals, negation, conditions and the verbs that it hangs on. */
enum act_status clause_status(const struct document *doc, const struct chunks *c,
                              const struct clause *clause);
/** Is it wished or announced rather than done: "will …", "plans to …", "is ready to …"? */
bool clause_is_intended(const struct document *doc, const struct clause *clause);
