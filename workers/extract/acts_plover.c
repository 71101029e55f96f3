/* acts_plover - what a clause is in PLOVER's terms
 *
 * plover_verbs.txt knows verbs, verbs with their particle or object, and classes of verbs that
 * an object completes (plover_nouns.txt). What is only announced is told by PLOVER's own rule:
 * a friendly act to come is an AGREE, a hostile one a THREATEN, one that will not come a
 * REJECT.
 */
#include <errno.h>
#include <string.h>

#include "workers/extract/acts.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_plover_nouns;
extern const struct lexicon lexicon_plover_verbs;
extern const struct lexicon lexicon_role_nouns;

enum { KEY_BYTES = 96 };

/* The types, with whether they are friendly deeds, hostile deeds, or words. */
enum temper { TEMPER_WORDS, TEMPER_FRIENDLY, TEMPER_HOSTILE };

struct plover_type {
        const char *name;
        enum temper temper;
        const char *stopped; /* what it is to stop it */
};

static const struct plover_type types[] = {
        { "AGREE", TEMPER_WORDS, "REJECT" },
        { "CONSULT", TEMPER_FRIENDLY, "SANCTION" },
        { "SUPPORT", TEMPER_FRIENDLY, "SANCTION" },
        { "CONCEDE", TEMPER_FRIENDLY, "REJECT" },
        { "COOPERATE", TEMPER_FRIENDLY, "SANCTION" },
        { "AID", TEMPER_FRIENDLY, "SANCTION" },
        { "RETREAT", TEMPER_FRIENDLY, NULL },
        { "REQUEST", TEMPER_WORDS, "CONCEDE" },
        { "ACCUSE", TEMPER_WORDS, "CONCEDE" },
        { "REJECT", TEMPER_WORDS, "CONCEDE" },
        { "THREATEN", TEMPER_WORDS, "CONCEDE" },
        { "PROTEST", TEMPER_HOSTILE, "CONCEDE" },
        { "SANCTION", TEMPER_HOSTILE, "CONCEDE" },
        { "MOBILIZE", TEMPER_HOSTILE, "RETREAT" },
        { "COERCE", TEMPER_HOSTILE, "CONCEDE" },
        { "ASSAULT", TEMPER_HOSTILE, "RETREAT" },
};

static const struct plover_type *type_of(const char *name, size_t size)
{
        for (size_t i = 0; i < ARRAY_SIZE(types); i++)
                if (strlen(types[i].name) == size && memcmp(types[i].name, name, size) == 0)
                        return &types[i];
        return NULL;
}

const char *plover_type_name(const char *name, size_t size)
{
        const struct plover_type *type = type_of(name, size);

        return type ? type->name : NULL;
}

static const struct plover_type *type_named(const char *name)
{
        return type_of(name, strlen(name));
}

/* A line of one of the lists: its first column, and its mode. */
struct entry {
        const char *value;
        const char *word; /* the noun or particle that completed the key, or NULL */
        bool of_subject;  /* that noun is the subject */
        bool of_verb;     /* … it is a verb behind this one */
        bool of_object;   /* … an object's: "issued a warning" */
};

static const char *find_pair(const struct lexicon *lexicon, const char *lemma, const char *word)
{
        char key[KEY_BYTES];
        size_t a = strlen(lemma), b = strlen(word);

        if (a + b + 1 >= sizeof(key))
                return NULL;
        memcpy(key, lemma, a);
        key[a] = ' ';
        memcpy(key + a + 1, word, b);
        return lexicon_find(lexicon, key, a + b + 1);
}

const char *plover_noun(const struct document *doc, uint32_t token)
{
        const char *lemma = doc->tokens[token].lemma, *value = NULL;

        if (word_is(lemma, "war") && document_is(doc, token + 1, "of") &&
            document_is(doc, token + 2, "words"))
                return NULL;
        if (word_is(lemma, "phone") && doc->tokens[token].fine == FINE_NNS)
                return NULL; /* "the phones of the guests" */
        if (token && doc->tokens[token - 1].sentence == doc->tokens[token].sentence)
                value = find_pair(&lexicon_plover_nouns, doc->tokens[token - 1].lemma, lemma);
        if (!value && word_is(lemma, "call") && document_is(doc, token + 1, "for"))
                lemma = "demand"; /* "renewed calls for a truce" */
        if (!value && word_is(lemma, "strike") && noun_is_raid(doc, token))
                lemma = "airstrike";
        if (!value && word_is(lemma, "operation") && !document_is(doc, token + 1, "against"))
                return NULL; /* of rescuers, or of a bank */
        return value ? value : lexicon_get(&lexicon_plover_nouns, lemma);
}

/* The objects' nouns: all heads first, then what stands before them ("hunger strike"). */
struct nouns {
        const struct document *doc;
        const struct clause *clause;
        unsigned part;
        uint32_t token; /* of the part's chunk */
        uint32_t at;    /* token of the noun that was given last */
        uint32_t end;   /* the head of its chunk */
        bool inside;    /* past the heads */
        bool bare; /* … and not what the preposition ties, where it is none of the verb's own */
        bool direct; /* only objects, and what the verb's own preposition or "of" ties */
};

static bool is_direct(const struct nouns *n, const struct clause_part *p)
{
        if (p->preposition == UINT32_MAX ||
            (p->preposition == n->clause->verb->end && !n->bare))
                return true;
        return p > n->clause->parts && document_is(n->doc, p->preposition, "of") &&
               noun_is_measure(n->doc, p[-1].chunk->head, p[-1].chunk->end) &&
               (p[-1].preposition == UINT32_MAX || p[-1].preposition == n->clause->verb->end);
}

/* "met them at the request of …" */
static bool is_aside(const struct nouns *n, const struct clause_part *p)
{
        static const char *const words[] = {
                "at", "after", "before", "amid", "despite", "from"
        };

        if (p->preposition != UINT32_MAX && p->preposition == n->clause->verb->end)
                return document_is(n->doc, p->preposition - 1, "had") &&
                       document_is(n->doc, p->preposition, "to"); /* "had to | call" */
        return p->preposition != UINT32_MAX &&
               document_is_one_of(n->doc, p->preposition, words, ARRAY_SIZE(words));
}

static const char *next_noun(struct nouns *n)
{
        for (;; n->part++, n->token = 0) {
                const struct clause_part *p;

                if (n->part == n->clause->n_parts) {
                        if (n->inside)
                                return NULL;
                        n->part = n->token = 0;
                        n->inside = true;
                        if (!n->clause->n_parts)
                                return NULL;
                }
                p = &n->clause->parts[n->part];
                if (p->inner || (n->direct && !is_direct(n, p)) || is_aside(n, p))
                        continue;
                n->end = p->chunk->head;
                if (!n->inside) {
                        n->part++;
                        n->at = p->chunk->head;
                        return n->doc->tokens[n->at].lemma;
                }
                if (n->token < p->chunk->first)
                        n->token = p->chunk->first;
                while (n->token < p->chunk->head) {
                        const struct token *t = &n->doc->tokens[n->token];

                        n->at = n->token++;

                        if (t->upos == UPOS_NOUN || t->upos == UPOS_PROPN)
                                return t->lemma;
                }
        }
}

/* "forced the agency | out", "called the talks | off" */
static const char *particle_behind_object(const struct document *doc,
                                          const struct clause *clause)
{
        static const char *const words[] = { "out", "off", "up", "down", "back" };
        const struct clause_part *p = clause->n_parts ? &clause->parts[0] : NULL;

        if (!p || p->preposition != UINT32_MAX || p->inner ||
            p->chunk->first != clause->verb->end ||
            !document_is_one_of(doc, p->chunk->end, words, ARRAY_SIZE(words)))
                return NULL;
        return doc->tokens[p->chunk->end].lower;
}

/* "declined | to comment", "charged | with overseeing it": a verb that tells the sense. */
static const char *verb_behind(const struct document *doc, const struct clause *clause)
{
        static const char *const words[] = { "to", "with" };
        uint32_t i = clause->verb->end;

        return document_is_one_of(doc, i, words, ARRAY_SIZE(words)) && i + 1 < doc->n_tokens &&
                               doc->tokens[i + 1].upos == UPOS_VERB
                       ? doc->tokens[i + 1].lemma
                       : NULL;
}

static struct entry find_entry(const struct document *doc, const struct clause *clause)
{
        const char *lemma = doc->tokens[clause->verb->head].lemma, *noun;
        struct entry e = { .value = NULL };
        struct nouns nouns = { .doc = doc, .clause = clause };
        uint32_t behind = clause->verb->end;

        if (behind < doc->n_tokens && doc->tokens[behind].kind == TOKEN_WORD) {
                e.word = doc->tokens[behind].lower;
                e.value = find_pair(&lexicon_plover_verbs, lemma, e.word);
                e.of_object = e.value && doc->tokens[behind].upos == UPOS_NOUN;
                if (e.value)
                        return e;
        }
        e.word = verb_behind(doc, clause);
        e.value = e.word ? find_pair(&lexicon_plover_verbs, lemma, e.word) : NULL;
        e.of_verb = e.value && lexicon_value_has(e.value, "none");
        if (e.of_verb)
                return e;
        e.word = particle_behind_object(doc, clause);
        e.value = e.word ? find_pair(&lexicon_plover_verbs, lemma, e.word) : NULL;
        if (e.value)
                return e;
        while ((noun = next_noun(&nouns))) {
                e.word = noun;
                e.value = find_pair(&lexicon_plover_verbs, lemma, noun);
                e.of_object = e.value;
                if (e.value)
                        return e;
        }
        if ((clause->verb->passive ||
             (clause->verb->form == VERB_PARTICIPLE && !clause_object(clause))) &&
            !phrase_is_none(clause->subject)) {
                /* "a report was released", "the weapons | supplied by Chad" */
                e.word = doc->tokens[clause->subject.head].lemma;
                e.value = find_pair(&lexicon_plover_verbs, lemma, e.word);
                e.of_subject = e.value;
                if (e.value)
                        return e;
        }
        e.word = NULL;
        e.value = lexicon_get(&lexicon_plover_verbs, lemma);
        return e;
}

bool clause_has_own_preposition(const struct document *doc, const struct clause *clause)
{
        uint32_t i = clause->verb->end;

        return clause->n_parts && clause->parts[0].preposition == i &&
               find_pair(&lexicon_plover_verbs, doc->tokens[clause->verb->head].lemma,
                         doc->tokens[i].lower);
}

bool clause_is_told_by(const struct document *doc, const struct clause *clause, uint32_t noun)
{
        return find_pair(&lexicon_plover_verbs, doc->tokens[clause->verb->head].lemma,
                         doc->tokens[noun].lemma);
}

/* "mediation efforts": the noun before such a head tells what is done. */
static bool is_hollow(const struct token *t)
{
        return lexicon_has(&lexicon_role_nouns, t->lemma, "hollow");
}

/* The first object's noun of doing. */
static const char *doing_noun(const struct document *doc, const struct clause *clause,
                              const struct entry *e)
{
        struct nouns nouns = { .doc = doc,
                               .clause = clause,
                               .direct = true,
                               .bare = !(e->word &&
                                         document_is(doc, clause->verb->end, e->word)) };
        const char *value = NULL;

        while (!value && next_noun(&nouns))
                if (!nouns.inside || is_hollow(&doc->tokens[nouns.end]))
                        value = plover_noun(doc, nouns.at);
        return value;
}

static int copy_mode(struct document *doc, const char *value, const char **ret)
{
        const char *start;
        size_t size = lexicon_column(value, 1, &start);

        *ret = NULL;
        if (!size)
                return 0;
        *ret = arena_copy(doc->arena, start, size);
        return *ret ? 0 : -ENOMEM;
}

/* A class of verbs, and what it makes of the noun's type. */
static const struct plover_type *complete(const char *value, const struct plover_type *noun)
{
        if (!noun)
                return NULL;
        if (lexicon_value_has(value, "stop") || lexicon_value_has(value, "lift"))
                return noun->stopped ? type_named(noun->stopped) : NULL;
        return noun;
}

/* Force that is a crime more than a war. */
static bool is_crime(const char *noun, size_t size)
{
        return lexicon_value_has(noun, "ASSAULT") && strncmp(noun + size, "\theavy", 6) != 0;
}

/* What is announced and not done. */
static const struct plover_type *announced(const struct plover_type *type, bool negated)
{
        if (type->temper == TEMPER_FRIENDLY)
                return type_named(negated ? "REJECT" : "AGREE");
        if (type->temper == TEMPER_HOSTILE && !negated)
                return type_named("THREATEN");
        if (negated && strcmp(type->name, "AGREE") == 0)
                return type_named("REJECT");
        return type;
}

static int set_lemma(struct coding *ret, struct document *doc, const struct clause *clause,
                     const char *word)
{
        const char *lemma = doc->tokens[clause->verb->head].lemma;

        ret->lemma = lemma;
        if (!word || !document_is(doc, clause->verb->end, word))
                return 0;
        ret->lemma = arena_printf(doc->arena, "%s %s", lemma, word);
        return ret->lemma ? 0 : -ENOMEM;
}

static bool is_of_space(const struct document *doc, size_t i)
{
        return document_is(doc, i, "space") || document_is(doc, i, "orbit") ||
               document_is(doc, i, "station") || document_is(doc, i, "moon");
}

/* "launched a rocket": without a target it is a flight or a test. */
static bool is_launch_at_nobody(const struct document *doc, const struct chunks *c,
                                const struct clause *clause, const char *noun)
{
        static const char *const words[] = { "at", "on",     "onto",    "against",
                                             "to", "toward", "towards", "into" };

        const char *lemma = doc->tokens[clause->verb->head].lemma;

        if (!noun || !(word_is(lemma, "launch") || word_is(lemma, "fire")) ||
            !(word_is(noun, "rocket") || word_is(noun, "missile")))
                return false;
        for (unsigned i = 0; i < clause->n_parts; i++) {
                const struct clause_part *p = &clause->parts[i];

                if (p->preposition != UINT32_MAX && !p->inner && !p->chunk->time &&
                    document_is_one_of(doc, p->preposition, words, ARRAY_SIZE(words)) &&
                    !is_of_space(doc, p->chunk->head) &&
                    phrase_agency(doc, c, chunk_phrase(p->chunk)) != AGENCY_THING)
                        return false;
        }
        return true;
}

/* "suspended her", "dropped Berg": people are no deeds that are ended. */
static bool stops_somebody(const struct document *doc, const struct clause *clause)
{
        static const char *const words[] = { "him", "her", "them" };
        const struct clause_part *object = clause_object(clause);

        return object && object->chunk->first == clause->verb->end &&
               (doc->tokens[object->chunk->head].name == NAME_PERSON ||
                (object->chunk->pronoun &&
                 document_is_one_of(doc, object->chunk->head, words, ARRAY_SIZE(words))));
}

/* The type that the entry names, or the noun that completes it, and its mode; *@ret_base is
 * NULL where there is none. 0 or -ENOMEM. */
static int read_type(struct coding *ret, struct document *doc, const struct clause *clause,
                     const struct entry *e, const struct plover_type **ret_base)
{
        const char *start, *noun;
        size_t size = lexicon_column(e->value, 0, &start);

        *ret_base = type_of(start, size);
        if (*ret_base)
                return copy_mode(doc, e->value, &ret->mode);
        noun = doing_noun(doc, clause, e);
        if (!noun && clause->verb->passive && !phrase_is_none(clause->subject)) {
                noun = plover_noun(doc, clause->subject.head);
                ret->of_subject = noun;
        }
        ret->empty =
                !noun && !(lexicon_value_has(e->value, "stop") && stops_somebody(doc, clause));
        if (!noun)
                return 0;
        size = lexicon_column(noun, 0, &start);
        ret->empty = lexicon_value_has(noun, "none");
        if (lexicon_value_has(e->value, "stop") && is_crime(noun, size))
                return 0; /* "stop violence": another's */
        *ret_base = complete(e->value, type_of(start, size));
        if (!*ret_base || lexicon_value_has(e->value, "stop") ||
            lexicon_value_has(e->value, "lift"))
                return 0;
        ret->light = !ret->of_subject;
        return copy_mode(doc, noun, &ret->mode);
}

/* Is the verb no act here at all: a noun or an adjective by its place, a storm's, or what one
 * does to oneself? */
static bool is_no_act(const struct document *doc, const struct chunks *c,
                      const struct clause *clause, const struct plover_type *base)
{
        bool kind = strcmp(base->name, "AID") == 0 || strcmp(base->name, "SUPPORT") == 0;
        bool doubtful = base->temper != TEMPER_HOSTILE || clause->verb->form == VERB_ING;

        return clause_is_nominal(doc, c, clause) ||
               (doubtful && clause_is_adjective(doc, c, clause)) ||
               clause_is_by_storm(doc, clause) ||
               (kind && clause_is_reflexive(doc, clause)); /* "sheltered himself" */
}

/* What is said or done by force: of @base ASSAULT the type that it is in this clause, or NULL.
 */
static const struct plover_type *assault_of(const struct document *doc, const struct chunks *c,
                                            const struct clause *clause,
                                            const struct plover_type *base)
{
        enum verb_sense sense = clause_sense(doc, clause);

        if (sense == SENSE_NOTHING || clause_is_of_nature(doc, c, clause) ||
            clause_is_at_a_matter(doc, c, clause))
                return NULL;
        if (sense == SENSE_RIOT)
                return type_named("PROTEST");
        return sense == SENSE_WORDS ? type_named("ACCUSE") : base;
}

int clause_code(struct coding *ret, struct document *doc, const struct chunks *c,
                const struct clause *clause)
{
        struct entry e = find_entry(doc, clause);
        const struct plover_type *type, *base, *named;
        int r;

        *ret = (struct coding){ .of_subject =
                                        e.of_subject && plover_noun(doc, clause->subject.head),
                                .inner = e.of_verb,
                                .light = e.of_object };
        r = set_lemma(ret, doc, clause, e.word);
        if (r || !e.value)
                return r;
        if (is_launch_at_nobody(doc, c, clause, e.word) && word_is(e.word, "missile"))
                e.value = lexicon_find(&lexicon_plover_verbs, "test missile", 12);
        else if (is_launch_at_nobody(doc, c, clause, e.word))
                return 0;
        if (lexicon_value_has(e.value, "none") || !clause_has_wanted(doc, c, clause, e.value) ||
            clause_is_idle(doc, clause))
                return 0;
        r = read_type(ret, doc, clause, &e, &named);
        if (r || !named)
                return r;
        ret->empty = is_no_act(doc, c, clause, named);
        if (ret->empty)
                return 0;
        base = strcmp(named->name, "ASSAULT") == 0 ? assault_of(doc, c, clause, named) : named;
        if (base != named)
                ret->mode = base && strcmp(base->name, "PROTEST") == 0 ? "riot" : NULL;
        if (!base)
                return 0;
        type = clause_is_intended(doc, clause)
                       ? announced(base,
                                   clause->verb->negated || clause_is_forgone(doc, clause))
                       : base;
        if (type != base && strcmp(type->name, "THREATEN") != 0)
                ret->mode = NULL;
        ret->planned = lexicon_value_has(e.value, "future");
        ret->type = type->name;
        ret->inner = type->temper == TEMPER_WORDS;
        return 0;
}
