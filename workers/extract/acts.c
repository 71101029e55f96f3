/* acts - who did what to whom
 *
 * Each lexical verb with a finite clause, or an infinitive that PLOVER codes, is weighed: kept
 * is what PLOVER codes, and what an entity does to another. Verbs of reporting are left to the
 * quotations, whose speakers are the acts' sources.
 */
#include "workers/extract/acts.h"

#include <errno.h>
#include <string.h>

#include "workers/extract/quotes.h"
#include "workers/extract/reporting.h"
#include "workers/extract/stages.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_base_verbs;
extern const struct lexicon lexicon_deed_verbs;

enum {
        SENTENCE_TOKENS_MAX = 400, /* a longer one is no sentence */
        SENTENCE_ACTS_MAX = 4,
        QUOTES_BACK = 8, /* quotes before a verb that are looked at */
};

struct finder {
        struct document *doc;
        struct chunks chunks;
        struct groups groups;
        struct casting cast;
        size_t time; /* the first that does not end before the sentence */
        unsigned in_sentence;
        bool games;                /* a report of sport */
        const struct chunk *coded; /* the last verb whose act takes in its infinitive */
};

static uint32_t byte_of(const struct finder *f, uint32_t token)
{
        return f->doc->tokens[token].start;
}

static bool holds(const struct quote *q, uint32_t byte)
{
        for (size_t k = 0; k < q->n_spans; k++)
                if (q->spans[k].start <= byte && byte < q->spans[k].end)
                        return true;
        return false;
}

/* Who says it, when the verb stands in what somebody says: the quote that begins last. */
static int source_of(const struct finder *f, uint32_t token)
{
        const struct extraction *x = f->doc->x;
        uint32_t at = byte_of(f, token);
        size_t i = quotes_until(x, at);

        for (unsigned n = 0; n < QUOTES_BACK && i; n++, i--)
                if (holds(&x->quotes[i - 1], at))
                        return x->quotes[i - 1].speaker.entity;
        return NONE;
}

static int copy_list(struct document *doc, const int *list, unsigned n, int **ret)
{
        if (!n)
                return 0;
        *ret = arena_alloc(doc->arena, n * sizeof(**ret));
        if (!*ret)
                return -ENOMEM;
        memcpy(*ret, list, n * sizeof(**ret));
        return 0;
}

static int act_push(struct finder *f, const struct act *found, const struct roles *roles)
{
        struct document *doc = f->doc;
        struct act act = *found, *place;

        if (doc->x->n_acts >= EXTRACTION_FINDINGS_MAX)
                return 0;
        act.n_actors = roles->n_actors;
        act.n_recipients = roles->n_recipients;
        if (copy_list(doc, roles->actors, roles->n_actors, &act.actors) ||
            copy_list(doc, roles->recipients, roles->n_recipients, &act.recipients))
                return -ENOMEM;
        place = arena_push(doc->arena, &doc->x->acts, &doc->x->n_acts, sizeof(*place));
        if (!place)
                return -ENOMEM;
        *place = act;
        f->in_sentence++;
        return 0;
}

static int act_add(struct finder *f, const struct clause *clause, const struct coding *coding,
                   const struct roles *roles)
{
        struct document *doc = f->doc;
        struct act act = { .predicate = coding->lemma,
                           .plover_type = coding->type,
                           .plover_mode = coding->mode,
                           .where = roles->where };

        act.span = (struct span){ byte_of(f, clause->first), doc->tokens[clause->end - 1].end };
        act.when = clause_when(doc, &f->chunks, clause, coding, f->time);
        act.status = clause_status(doc, &f->chunks, clause);
        if (coding->planned && act.status == ACT_HAPPENED)
                act.status = ACT_PLANNED;
        act.according_to = source_of(f, clause->verb->head);
        act.by.confidence =
                coding->type ? (roles->n_actors && roles->n_recipients ? 740 : 600) : 500;
        act.by.rule = coding->type ? "acts.plover" : "acts.clause";
        return act_push(f, &act, roles);
}

/* The same for what a noun tells. */
static int deed_add(struct finder *f, const struct chunk *noun, const struct deed *deed)
{
        struct document *doc = f->doc;
        struct act act = { .predicate = doc->tokens[noun->head].lemma,
                           .plover_type = deed->type,
                           .plover_mode = deed->mode,
                           .where = deed_where(doc, &f->chunks, deed),
                           .by = { 750, "acts.noun" } };

        act.span = (struct span){ byte_of(f, deed->first), doc->tokens[deed->end - 1].end };
        act.when = deed_when(doc, &f->chunks, deed, f->time);
        act.status = deed_status(doc, &f->chunks, deed, noun);
        act.according_to = source_of(f, noun->head);
        return act_push(f, &act, &deed->roles);
}

/* "Norway has a fleet in Chad", "the fair took place in Oslo" */
static bool is_light(const struct finder *f, const struct clause *clause)
{
        return lexicon_has(&lexicon_deed_verbs, f->doc->tokens[clause->verb->head].lemma,
                           "light");
}

/* Verbs of reporting and copulas say nothing that the other stages do not. */
static bool is_wanted(const struct finder *f, const struct clause *clause,
                      const struct coding *coding, const struct roles *roles)
{
        struct cue cue;

        if (coding->type)
                return roles->n_actors || roles->n_recipients;
        if (coding->empty || clause->verb->form != VERB_FINITE || !roles->n_actors ||
            roles->by_thing || is_light(f, clause) ||
            !lexicon_get(&lexicon_base_verbs, f->doc->tokens[clause->verb->head].lemma) ||
            (!roles->n_recipients && roles->where == NONE))
                return false;
        cue = cue_at(f->doc, &f->chunks, clause->verb->head);
        return cue.kind == CUE_NONE;
}

/* "Iran must leave, she said": who says so demands it of the subject. */
static void call_on_subject(const struct finder *f, const struct clause *clause,
                            struct coding *coding, struct roles *roles)
{
        int source = source_of(f, clause->verb->head);

        if (source == NONE || !roles->n_actors || roles->actors[0] == source ||
            clause->verb->modal == UINT32_MAX ||
            !document_is(f->doc, clause->verb->modal, "must"))
                return;
        coding->type = "REQUEST";
        coding->mode = NULL;
        memcpy(roles->recipients, roles->actors, sizeof(roles->recipients));
        roles->n_recipients = roles->n_actors;
        roles->actors[0] = source;
        roles->n_actors = 1;
}

/* "Visit the site for more": nobody is told of, but called on. */
static bool is_imperative(const struct clause *clause)
{
        const struct chunk *verb = clause->verb;

        return verb->form == VERB_INFINITIVE && !clause->governor &&
               verb->end == verb->first + 1;
}

static bool is_by_thing(const struct roles *roles)
{
        return roles->by_thing && !roles->n_actors;
}

/* "a law to protect the sick", "would help families" */
static bool is_mere_rule(const struct finder *f, const struct clause *clause,
                         const struct roles *roles)
{
        const struct chunk *before;

        if (!clause_is_of_rules(f->doc, clause) || clause->verb->passive)
                return false;
        if (clause->verb->form == VERB_ING && clause->verb->first &&
            strcmp(f->doc->tokens[clause->verb->first - 1].lower, ",") == 0)
                return true; /* "vetoed it, requiring another vote" */
        if (!roles->n_actors &&
            (phrase_is_none(clause->subject) ||
             phrase_agency(f->doc, &f->chunks, clause->subject) != AGENCY_AGENT))
                return true;
        if (clause->verb->form != VERB_INFINITIVE || !clause->verb->first ||
            (clause->governor && clause->governor->end == clause->verb->first))
                return false;
        before = chunk_at(&f->chunks, clause->verb->first - 1); /* "Berg's bid to block it" */
        return !before || clause->subject.first < before->first;
}

/* "saw smoke when he arrived": who comes somewhere meets somebody only where it is told. */
static bool is_nowhere(const struct finder *f, const struct clause *clause,
                       const struct roles *roles)
{
        const char *lemma = f->doc->tokens[clause->verb->head].lemma;

        return (!roles->n_recipients || !roles->n_actors) &&
               (strcmp(lemma, "arrive") == 0 || strcmp(lemma, "travel") == 0);
}

static bool is_likely(const struct finder *f, const struct clause *clause,
                      const struct roles *roles)
{
        return !is_imperative(clause) && !is_by_thing(roles) &&
               !is_mere_rule(f, clause, roles) && !is_nowhere(f, clause, roles) &&
               !(f->games && verb_is_of_games(&f->doc->tokens[clause->verb->head]));
}

static int weigh(struct finder *f, const struct chunk *verb)
{
        struct clause clause;
        struct coding coding;
        struct roles roles;
        int r;

        if (f->doc->tokens[verb->head].upos != UPOS_VERB ||
            (f->doc->tokens[verb->head].name != NAME_NONE &&
             f->doc->tokens[verb->head].capital))
                return 0; /* "the | United | Nations" */
        clause_read(&clause, f->doc, &f->chunks, verb);
        if (clause.governor && clause.governor == f->coded) {
                f->coded = verb; /* "agreed to try to help" is all one act */
                return 0;
        }
        r = clause_code(&coding, f->doc, &f->chunks, &clause);
        if (r)
                return r;
        f->cast.source = source_of(f, verb->head);
        r = clause_roles(&roles, &f->cast, &clause, &coding);
        if (r)
                return r;
        call_on_subject(f, &clause, &coding, &roles);
        if (coding.inner && !coding.type)
                f->coded = verb; /* "declined to discuss it" */
        if (!is_wanted(f, &clause, &coding, &roles) ||
            (coding.type && !is_likely(f, &clause, &roles)))
                return 0;
        if (coding.type && coding.inner)
                f->coded = verb;
        return act_add(f, &clause, &coding, &roles);
}

/* Is this noun told already, by a verb's act of its type in this sentence? */
static bool is_known(const struct finder *f, const struct deed *deed)
{
        const struct extraction *x = f->doc->x;

        for (size_t i = x->n_acts - f->in_sentence; i < x->n_acts; i++)
                if (x->acts[i].plover_type && strcmp(x->acts[i].plover_type, deed->type) == 0)
                        return true;
        return false;
}

static int weigh_noun(struct finder *f, const struct chunk *noun)
{
        struct deed deed;
        int r = noun_deed(&deed, &f->cast, noun);

        return r || !deed.type || f->games || is_known(f, &deed) ? r : deed_add(f, noun, &deed);
}

static int sentence_nouns(struct finder *f, const struct sentence *s)
{
        int r = 0;

        for (size_t i = s->first; i < s->end && !r && f->in_sentence < SENTENCE_ACTS_MAX; i++) {
                const struct chunk *k = chunk_at(&f->chunks, i);

                if (!k)
                        continue;
                if (k->kind == CHUNK_NOUN)
                        r = weigh_noun(f, k);
                i = k->end - 1;
        }
        return r;
}

static int sentence_acts(struct finder *f, const struct sentence *s)
{
        int r = 0;

        f->in_sentence = 0;
        f->coded = NULL;
        for (size_t i = s->first; i < s->end && !r && f->in_sentence < SENTENCE_ACTS_MAX; i++) {
                const struct chunk *k = chunk_at(&f->chunks, i);

                if (!k)
                        continue;
                if (k->kind == CHUNK_VERB)
                        r = weigh(f, k);
                i = k->end - 1;
        }
        return r ? r : sentence_nouns(f, s);
}

int acts_find(struct document *doc)
{
        struct finder f = { .doc = doc };
        int r;

        if (!doc->english)
                return 0;
        f.cast = (struct casting){ .doc = doc, .c = &f.chunks, .groups = &f.groups };
        f.games = document_is_of_games(doc);
        r = chunks_find(doc, &f.chunks);
        for (size_t i = 0; i < doc->n_sentences && !r; i++) {
                const struct sentence *s = &doc->sentences[i];

                while (f.time < doc->x->n_times &&
                       doc->x->times[f.time].span.end <= s->span.start)
                        f.time++;
                if (s->end - s->first <= SENTENCE_TOKENS_MAX)
                        r = sentence_acts(&f, s);
        }
        return r ? r : groups_settle(&f.groups, doc);
}
