/* acts - what the parts of the stage that finds acts share
 *
 * An act is a clause: a lexical verb, who does it (acts_clause.c finds the phrases,
 * acts_roles.c, acts_roles_joined.c, acts_voice.c, acts_recipients.c and
 * acts_recipients_setting.c the entities, by acts_parties.c and acts_agents.c; acts_subjects.c,
 * acts_subjects_asides.c, acts_subjects_who.c: whose it is), what it is in PLOVER's terms
 * (acts_plover.c, with acts_sense.c, acts_participles.c, acts_idle.c, acts_nature.c,
 * acts_objects.c, acts_warnings.c and acts_games.c), when and where it was (acts_setting.c,
 * acts_setting_asides.c, acts_setting_nouns.c), and how real it is (acts_status.c,
 * acts_status_clauses.c, acts_status_gerunds.c, acts_status_nouns.c). acts.c puts the parts
 * together.
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
        bool beyond;          /* stands behind the finite verb of such a clause */
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

/** The direct object, or NULL. */
const struct clause_part *clause_object(const struct clause *clause);
/** "clashed over the budget" */
bool clause_is_over_something(const struct document *doc, const struct clause *clause);
/** Do forces of nature or a mishap do it? */
bool clause_is_of_nature(const struct document *doc, const struct chunks *c,
                         const struct clause *clause);
/** "Hurricane Ida blocked the road" */
bool clause_is_by_storm(const struct document *doc, const struct clause *clause);
/** The subject that a participle, an infinitive or a clause further in has of its own, or none:
 * then chunk_subject() tells it. */
struct phrase clause_own_subject(const struct document *doc, const struct chunks *c,
                                 const struct chunk *verb);

/** The noun chunk that ends before @token, neither a time nor a relative; or NULL. */
const struct chunk *noun_ending_at(const struct chunks *c, size_t token, size_t first);
/** Whom the "who" or "which" before a verb means, or none. */
struct phrase clause_subject_of_who(const struct document *doc, const struct chunks *c,
                                    const struct chunk *verb);
/** The same, where the subject stands behind an aside: "Berg, 66, of Oslo | was killed". */
struct phrase clause_hidden_subject(const struct document *doc, const struct chunks *c,
                                    const struct chunk *verb);

/** "…, with Berg, 66, of Oslo, | requesting it": whom "with" ties to a participle. */
struct phrase clause_absolute_subject(const struct document *doc, const struct chunks *c,
                                      const struct chunk *verb);
/** "named firms involved | in helping them": whom the participle before "in" describes. */
struct phrase clause_involved_subject(const struct document *doc, const struct chunks *c,
                                      size_t in);

enum agency {
        AGENCY_OPEN,  /* it may be anything, or nobody is named */
        AGENCY_AGENT, /* people, a body, whoever has a name */
        AGENCY_THING,
};

/** Who or what a phrase means. */
enum agency phrase_agency(const struct document *doc, const struct chunks *c, struct phrase p);
/** Is the noun one for people, or for a body of them? */
bool noun_acts(const struct token *t);
/** Is the token the last word of the name of a sea or river? */
bool is_water(const struct token *t);
/** Is the "strike" at the token one of arms? "Israel's strike on Iran", not "by nurses". */
bool noun_is_raid(const struct document *doc, uint32_t token);
/** Is the noun for something that can be touched? */
bool noun_is_solid(const struct token *t);
bool noun_is_medium(const struct token *t);
/** "troops", "the envoy": does it act in the name of whose it is? */
bool noun_is_mouth(const struct token *head);
/** "a majority of …": is the noun at @head, with "of" at @behind, only a measure? */
bool noun_is_measure(const struct document *doc, size_t head, size_t behind);

/** Reads the clause of a verb group: subject, objects, prepositional phrases. */
void clause_read(struct clause *ret, const struct document *doc, const struct chunks *c,
                 const struct chunk *verb);

/* What a verb and its objects are in PLOVER's terms. */
struct coding {
        const char *type, *mode; /* static; NULL: PLOVER has none */
        const char *lemma;       /* with its particle: "pull out"; in the arena or static */
        bool of_subject;         /* the noun is the subject: "charges were filed" */
        bool light;              /* … or the object: "staged a march" */
        bool planned;            /* what the noun tells is meant to come */
        bool inner;              /* the infinitive behind it is part of the act */
        bool empty;              /* a light verb whose noun is none of PLOVER's: no act */
};

/** "voted | against it": what the preposition ties is the verb's object. */
bool clause_has_own_preposition(const struct document *doc, const struct clause *clause);
/** "sent | doctors": does the noun make the verb what it is in PLOVER's terms? */
bool clause_is_told_by(const struct document *doc, const struct clause *clause, uint32_t noun);
/** Returns 0 or -ENOMEM. */
int clause_code(struct coding *ret, struct document *doc, const struct chunks *c,
                const struct clause *clause);

/** Are forces moved, or is it threatened? Those who are moved suffer nothing. */
bool coding_is_of_troops(const struct coding *coding);

/* What a verb of force does in its clause. */
enum verb_sense {
        SENSE_FORCE,
        SENSE_WORDS,   /* "attacked him over the vote" */
        SENSE_RIOT,    /* "clashed with police" */
        SENSE_NOTHING, /* "fired the coach", "beat the Bears 3-1" */
};

/** Does the clause have what the third column of its @value in plover_verbs.txt wants? */
bool clause_has_wanted(const struct document *doc, const struct chunks *c,
                       const struct clause *clause, const char *value);
/** Is what is warned of a threat of somebody's? */
bool clause_is_threat(const struct document *doc, const struct chunks *c,
                      const struct clause *clause);
/** Is it a report of sport? */
bool document_is_of_games(const struct document *doc);
/** Does the verb tell of moves in such a report? */
bool verb_is_of_games(const struct token *verb);

/** Verbs without an object, which no participle makes a passive: "the guests arrived". */
bool clause_has_no_passive(const struct document *doc, const struct clause *clause);
/** "killed himself": does the clause come back to its subject? */
bool clause_is_reflexive(const struct document *doc, const struct clause *clause);
/** "for alleged crimes": a participle that stands before its noun, and tells no act. */
bool clause_is_adjective(const struct document *doc, const struct chunks *c,
                         const struct clause *clause);
/** "for questioning in the case": a participle that is a noun. */
bool clause_is_nominal(const struct document *doc, const struct chunks *c,
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
bool token_is_locative(const struct document *doc, size_t i);
bool part_is_locative(const struct document *doc, const struct clause_part *part);
/** "after the talks": when it happened, and of what is in no type (not @typed), where. */
bool part_is_setting(const struct document *doc, const struct clause_part *part, bool typed);
/** Does a part belong to such a one, which stands before it? */
bool part_hangs_on(const struct document *doc, const struct clause_part *before,
                   const struct clause_part *part);
/** "in the square", "on Main Street": a place that suffers nothing. */
bool part_is_site(const struct document *doc, const struct clause_part *part);
/** "condemned the attack in Oslo": is part @i where it was, and not who is condemned? */
bool clause_has_scene(const struct document *doc, const struct clause *clause, unsigned i);
/** "helped derail the talks", "failed to win", "was met with cheers": it does nothing to
 * anybody.
 */
bool clause_is_idle(const struct document *doc, const struct clause *clause);
/** Is it what rules and plans do, too: allow, prevent, help, require? Such an act needs
 * somebody who does it, and is none as a mere purpose. */
bool clause_is_of_rules(const struct document *doc, const struct clause *clause);
/** "launched attacks on her record": with words, at nobody. */
bool clause_is_at_a_matter(const struct document *doc, const struct chunks *c,
                           const struct clause *clause);
/** Of verbs that PLOVER takes for an ASSAULT. */
enum verb_sense clause_sense(const struct document *doc, const struct clause *clause);

/* The entities of an act. */
struct roles {
        int actors[ROLE_MAX], recipients[ROLE_MAX];
        unsigned n_actors, n_recipients;
        int where;     /* or NONE */
        bool by_thing; /* what acts is a thing, and nobody's */
};

/* What roles are sought with. */
struct casting {
        struct document *doc;
        const struct chunks *c;
        struct groups *groups;
        bool plain;  /* people without a name or nation count, too */
        bool active; /* it is sought who acts, and not who suffers */
        bool inner;  /* the phrase stands in a clause further in */
        bool bodily; /* whoever suffers it does so himself, for nobody else */
        int source;  /* entity that says the clause, or NONE */
        bool failed; /* no memory */
};

/** "in", "at", "during", "on": ties to where and when something is. */
bool token_is_within(const struct document *doc, size_t i);
/** Do its words tell a time? */
bool chunk_tells_time(const struct document *doc, const struct chunk *k);
/** The token behind the times and places which commas and asides part from what ends at @i: "in
 *  Oslo | , Norway, on Monday", "Anna Berg | , 45, in Oslo"; or @i. */
uint32_t asides_end(const struct document *doc, const struct chunks *c, uint32_t i,
                    uint32_t end);
/** "Anna Berg, a baker in | Oslo, left": does token @i stand in an aside, which a comma behind
 *  @low opens? */
bool token_in_aside(const struct document *doc, const struct chunks *c, uint32_t i,
                    uint32_t low);
/** The other way: where the asides before @i begin, or @i. */
uint32_t asides_first(const struct document *doc, const struct chunks *c, uint32_t i,
                      uint32_t low);
/** The place that the chunk means, or NONE. */
int chunk_place(const struct document *doc, const struct chunk *k);
/** The first time expression of the clause's own, or NONE; @time is the number of the first
 *  that may be in the sentence. */
int clause_when(const struct document *doc, const struct chunks *c, const struct clause *clause,
                const struct coding *coding, size_t time);
/** The place (an entity) where it is told to be, or NONE. */
int clause_where(const struct document *doc, const struct chunks *c,
                 const struct clause *clause, const struct coding *coding);

/** Fills @ret; the groups among the roles have provisional numbers. 0 or -ENOMEM. */
int clause_roles(struct roles *ret, struct casting *cast, const struct clause *clause,
                 const struct coding *coding);

/** Adds those to whom the active clause does it; @r has its actors. */
void clause_recipients(struct casting *cast, const struct clause *clause,
                       const struct coding *coding, struct roles *r);
/** "was arrested by …": does the subject suffer it? */
bool clause_is_turned(const struct casting *cast, const struct clause *clause);
/** "she's praised the plan by Chad": is "'s" for "has"? */
bool clause_is_has(const struct document *doc, const struct clause *clause);
/** Does the part of such a clause tell who does it? */
bool part_is_agent(const struct document *doc, const struct clause *clause,
                   const struct clause_part *p);
/** Puts @entity on the list, if it is one and is not there yet. */
bool party_add(int *list, unsigned *n, int entity);
static inline struct phrase chunk_phrase(const struct chunk *k)
{
        return (struct phrase){ k->first, k->end, k->head };
}
/** "the government | of Norway": the chunk, with the body that its head acts for; but to
 *  arrest or to free its envoy does nothing to Norway. */
struct phrase phrase_with_body(const struct casting *cast, const struct chunk *k);
/** The head's own words, without what is joined to it or hangs on it. */
struct phrase phrase_core(const struct chunks *c, struct phrase p);
/** Adds the entities of a phrase to a role's list. */
void role_add(struct casting *cast, struct phrase p, int *list, unsigned *n);
/** Adds what "and" and commas join to @p before it. */
void role_add_before(struct casting *cast, struct phrase p, int *list, unsigned *n);
/** Adds the phrases that are joined inside of @p. */
void role_add_inside(struct casting *cast, struct phrase p, int *list, unsigned *n);
/** Adds the nation that an adjective before the phrase's head names: "the French attack". */
void role_add_nation(struct casting *cast, struct phrase p, int *list, unsigned *n);

/* An act that a noun tells. */
struct deed {
        const char *type, *mode; /* type NULL: none */
        struct roles roles;
        uint32_t first, end; /* tokens */
        bool by;             /* who does it stands behind "by" */
        bool aimed;          /* it is force, at a thing that can be touched */
};

/** PLOVER's type of this name, static, or NULL. */
const char *plover_type_name(const char *name, size_t size);
/** The line of plover_nouns.txt for the noun, with the word before it ("air strike") if that
 *  has one, or NULL. */
const char *plover_noun(const struct document *doc, uint32_t token);
/** Reads what the noun chunk tells as a deed. Returns 0 or -ENOMEM. */
int noun_deed(struct deed *ret, struct casting *cast, const struct chunk *noun);
/** When and where it was, or NONE: told beside the noun, or where it is told that it took
 *  place; @time as for clause_when(). */
int deed_when(const struct document *doc, const struct chunks *c, const struct deed *deed,
              size_t time);
int deed_where(const struct document *doc, const struct chunks *c, const struct deed *deed);
/** The verb right behind the deed and what hangs on it, or NULL. */
const struct chunk *deed_verb(const struct document *doc, const struct chunks *c,
                              const struct deed *deed);
/** "talks between X and Y | were held", "are due | to be held": the verb that says only that it
 *  was or will be, or NULL. */
const struct chunk *deed_holder(const struct document *doc, const struct chunks *c,
                                const struct deed *deed);
/* A word, and how real it makes what it stands over or before. */
struct status_word {
        const char *word;
        enum act_status status;
};

bool status_find(const struct status_word *words, size_t n, const char *word,
                 enum act_status *ret);
/** "refused …", "accused of …": of what hangs on the verb. */
bool status_of_governor(const char *lemma, enum act_status *ret);
/** "will …", "could …" */
bool status_of_modal(const struct document *doc, const struct chunk *verb,
                     enum act_status *ret);
/** "could leave and attack": the same, of the verb before "and". */
bool status_of_shared_modal(const struct document *doc, const struct chunks *c,
                            const struct clause *clause, enum act_status *ret);
/** "continued to attack", "prompted them to complain": is the infinitive as real as the verb?
 */
bool clause_is_doer(const struct document *doc, const struct clause *clause);
/** "Will they attack?" */
bool clause_is_asked(const struct document *doc, const struct clause *clause);
/** "if Norway attacks" */
bool clause_is_condition(const struct document *doc, const struct chunks *c,
                         const struct clause *clause);
/** "her decision to sue": what the noun before the infinitive makes of it. */
bool status_of_noun(const struct document *doc, const struct chunks *c,
                    const struct clause *clause, enum act_status *ret);
/** "before suing", "the idea of suing", "suing would be wrong". */
bool status_of_gerund(const struct document *doc, const struct chunks *c,
                      const struct clause *clause, enum act_status *ret);
/** "voted to sue": is it meant to come, or done by the vote itself? */
bool status_of_vote(const struct document *doc, const struct clause *clause,
                    enum act_status *ret);
/** "claims that …", "hopes they …": what the word before the clause makes of it. */
bool status_of_matrix(const struct document *doc, const struct chunks *c,
                      const struct clause *clause, enum act_status *ret);
/** How real the deed of a noun is: by its adjectives and the verb before it. */
enum act_status noun_status(const struct document *doc, const struct chunks *c,
                            const struct chunk *noun);
/** "is to visit", "are to meet" */
bool clause_is_to_come(const struct document *doc, const struct chunk *verb);
/** The same as noun_status() of a deed, of which the verb behind it may tell, too. */
enum act_status deed_status(const struct document *doc, const struct chunks *c,
                            const struct deed *deed, const struct chunk *noun);

/** How real the act is, by modals, negation, conditions and the verbs that it hangs on. */
enum act_status clause_status(const struct document *doc, const struct chunks *c,
                              const struct clause *clause);
/** "is not going to", "does not plan to" */
bool clause_is_forgone(const struct document *doc, const struct clause *clause);
/** Is it wished or announced rather than done: "will …", "plans to …", "is ready to …"? */
bool clause_is_intended(const struct document *doc, const struct clause *clause);

/** "and", "or" or a comma between two who act? */
static inline bool joins_parties(const struct document *doc, size_t i)
{
        return document_is(doc, i, "and") || document_is(doc, i, ",") ||
               document_is(doc, i, "or");
}
