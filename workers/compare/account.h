/* account - what one article brings to the comparison
 *
 * A digest of an extraction, pure and without the ledger: passages with their terms, figures,
 * names, facts, the words for finding copies. Its rows' keys are what compare_keys() names; the
 * fold takes the rest from here. Everything lives in the account's arena; all lists are
 * bounded.
 */
#pragma once

#include "base/utf8.h"
#include "workers/compare/rows.h"
#include "workers/compare/units.h"
#include "workers/link/signature.h"
#include "workers/link/terms.h"
#include "workers/text/name_key.h"

enum {
        PROBES_MAX = 5,     /* terms by which a passage is looked up … */
        SPOKEN_PROBES = 14, /* … and a quotation, of which others may quote any part */
        RUNS_MAX = 3,       /* runs of words by which a quotation is looked up besides */
        PASSAGES_MAX = 240, /* sentences and quotations of one article */
        FRAGMENTS_MAX = 24,
        FIGURES_MAX = 100,
        NAMES_MAX = 120,
        FACTS_MAX = 100,
        SHINGLES_MAX = 240,
        LEAD_SENTENCES = 3,
};

/* A stem within a passage: equal terms have equal upper bits; the lower two say how much it
 * tells, 1 to 3, or, of the words of quotations, 0, the one above whether it is of a name. */
#define TERM_TELLS(term) ((term)&3u)
#define TERM_IS(a, b)    ((((a) ^ (b)) & ~7u) == 0)
#define TERM_NAMES(term) ((term)&4u)

struct passage {
        uint8_t type;           /* CLAIM_SENTENCE or CLAIM_UTTERANCE */
        struct mention mention; /* without article and origin */
        uint64_t founding;      /* hash that names the claim, should this found one */
        uint64_t probes[SPOKEN_PROBES + RUNS_MAX];
        size_t n_probes;
        uint64_t echoes[SPOKEN_PROBES + RUNS_MAX]; /* probes of the other type, see echoes.c */
        size_t n_echoes;
        uint16_t weight;
        bool fact; /* of sentences: no question */
};

struct figure {
        uint64_t key;
        struct span own; /* bytes of the text */
        uint8_t kind;    /* enum slot_kind */
        struct slot_value value;
};

struct naming {
        uint64_t key; /* of the row */
        const char *name, *name_key;
        int entity;
};

struct fact {
        uint64_t key;
        uint8_t type;
        bool apart; /* says something of its own: no theme of the article */
        uint16_t weight;
        const char *about, *value;
        struct mention mention;
};

struct account {
        struct arena *arena;
        const struct extraction *x;
        uint64_t number;
        struct text_index *points;
        struct term *terms; /* of the text; hashes folded over names, see account.c */
        size_t n_terms;
        uint8_t *tells; /* of each term, 0: nothing */
        bool *speaks;   /* is it of the words that say who speaks? */
        uint64_t *title_terms;
        size_t n_title_terms;
        int64_t minute;
        enum time_known known;
        uint64_t id_hash, source_hash;
        struct passage *passages;
        size_t n_passages;
        struct figure *figures;
        size_t n_figures;
        struct naming *namings;
        size_t n_namings;
        struct fact *facts;
        size_t n_facts;
        uint32_t *words; /* for copies */
        size_t n_words;
        uint64_t shingles[SHINGLES_MAX];
        size_t n_shingles;
        struct vote *dates, *places;
        size_t n_dates, n_places;
};

/** Digests @x, which must stay. *@ret lives in @arena. 0 or -ENOMEM. */
int account_digest(struct account **ret, struct arena *arena, const struct extraction *x);

/* The parts of it, each in its own file; 0 or -ENOMEM. */
int account_find_terms(struct account *a);
int account_find_passages(struct account *a);
int account_find_figures(struct account *a);
int account_find_namings(struct account *a);
int account_find_facts(struct account *a);
int account_find_words(struct account *a);
int account_find_votes(struct account *a);

/** Keeps the words as they are written: copies have the same ones, whoever is seen in them. */
int account_keep_words(struct account *a);
/** Words in marks that are no quotation by themselves: see fragments.c. Their number. */
size_t account_fragments(const struct account *a, struct span out[FRAGMENTS_MAX]);
/** "Harbour Lights", "The Last of the Boats,": written as a title or a name, which several
 *  reports have though nobody said it. What ends with a mark, or shouts in capitals, was said.
 */
bool account_is_title(const struct account *a, struct span s);
/** The head of a description: "a senior official of the ministry" is an official. Its size. */
size_t description_head(const char *text, const char **ret);
/** The passage at @bytes of the text, cut to PASSAGE_MAX; false when it is empty. Its text is
 *  NULL when there was no memory. */
bool account_passage(const struct account *a, struct span bytes, struct mention *ret);
/** Gives @m the telling terms of @bytes. 0 or -ENOMEM. */
int account_find_tellings(const struct account *a, struct span bytes, struct mention *m);
/** Index of the sentence that holds @byte; x->n_sentences: none. */
size_t account_sentence_at(const struct account *a, uint32_t byte);
/** The first time, or quantity, that starts at @byte or behind it: they stand in the order of
 *  the text. O(log n). */
size_t account_time_at(const struct account *a, uint32_t byte);
size_t account_quantity_at(const struct account *a, uint32_t byte);
/** A term as passages hold it. */
uint32_t term_packed(const struct account *a, size_t term);
/** First term that starts at @byte or behind it. */
size_t account_term_at(const struct account *a, uint32_t byte);
/** Sets who says @m, a passage of @q. A person is known by the last name's key, a body by its
 * name's, a description by "~" and its head, nobody by NULL. 0 or -ENOMEM. */
int account_set_speaker(const struct account *a, const struct quote *q, struct mention *m);
/** "Anna Berg and Jan Holm", where two say it together; else NULL. */
const char *account_joint_speaker(const struct account *a, const struct speaker *s);
/** "Nora Velt" of "a statement by Nora Velt", in @a's arena; NULL: no paper, or nobody's. */
const char *account_paper_owner(const struct account *a, const char *description);
enum { NAME_INITIALS_ROOM = 16 };
/** Initials of a name, without its small words: "Organization for Security and Co-operation in
 *  Europe" is known as OSCE. Their number; *@out has @room bytes. */
size_t name_initials(const char *name, char *out, size_t room);
/** Is the one the capitals of the other, as "GM" of "General Motors"? */
bool name_abbreviates(const char *letters, const char *name);
/** The entity of this name, or NONE. */
int account_entity_named(const struct account *a, const char *name);
/** The key of its name, under which several bodies may be known. Its length, 0: none. */
size_t account_name_key(const struct entity *e, char ret[NAME_KEY_MAX]);
/** The key under which all accounts know this entity, in @arena; NULL: no memory. */
const char *account_entity_key(const struct account *a, int entity);
/** Is @hash a term of the title or the first sentences? */
bool account_leads_with(const struct account *a, uint64_t hash);

/** What a word that is counted or measured is called in slots: "dead", "deaths" and "killed"
 * are one. @stem is its term's hash; 0: the word says nothing ("people"). */
uint64_t slot_word(const char *word, size_t size, uint64_t stem, bool *ret_toll);

/** Hash of a kind of row and a string, parted. */
uint64_t key_hash(const char *kind, const char *text);
