/* acts_recipients - to whom an act is done
 *
 * Of several phrases that could be the recipient, the object goes before what a preposition
 * ties, and that before places. Whoever is named in a clause further in, in a time or a topic,
 * or beside an object who has no name, is not concerned.
 */
#include <string.h>

#include "workers/extract/acts.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_role_nouns;

static bool is_joint(const struct coding *coding)
{
        return coding->type &&
               (strcmp(coding->type, "SUPPORT") == 0 || strcmp(coding->type, "AGREE") == 0 ||
                strcmp(coding->type, "COOPERATE") == 0);
}

/* How well a part fits the recipient; higher is better, 0 = not at all. */
static unsigned worth(const struct document *doc, const struct coding *coding,
                      const struct clause_part *p)
{
        static const char *const goals[] = { "against", "with",    "to",  "from", "of",
                                             "for",     "between", "by",  "on",   "over",
                                             "toward",  "towards", "into" };
        unsigned value = 1;

        if (p->preposition == UINT32_MAX)
                value = 4;
        else if (p->inner && is_joint(coding) && document_is(doc, p->preposition, "with"))
                value = 5; /* "agreed to mend the pact | with Norway" */
        else if (document_is_one_of(doc, p->preposition, goals, ARRAY_SIZE(goals)))
                value = 3;
        return value + (p->inner ? 0 : 2);
}

static bool is_actor(const struct roles *r, int entity)
{
        for (unsigned i = 0; i < r->n_actors; i++)
                if (r->actors[i] == entity)
                        return true;
        return false;
}

/* "called for reporters to leave", "called for them not to leave" */
static bool is_called_on(const struct document *doc, const struct clause_part *p)
{
        uint32_t i = p->chunk->end;

        return p->preposition && p->preposition != UINT32_MAX &&
               document_is(doc, p->preposition, "for") &&
               word_is(doc->tokens[p->preposition - 1].lemma, "call") &&
               doc->tokens[p->preposition - 1].upos == UPOS_VERB &&
               (document_is(doc, i, "to") ||
                (document_is(doc, i, "not") && document_is(doc, i + 1, "to")));
}

/* "called for reporters to be freed": whoever may free them is asked. */
static bool is_called_for(const struct document *doc, const struct chunks *c,
                          const struct clause_part *p)
{
        uint32_t i = p->chunk->end;
        const struct chunk *k;

        if (!is_called_on(doc, p))
                return false;
        k = chunk_at(c, i + document_is(doc, i, "not"));
        return k && k->kind == CHUNK_VERB && k->passive;
}

/* Does the part hang on the verb itself, so that whoever it means is concerned? */
static bool is_close(const struct document *doc, const struct chunks *c,
                     const struct clause_part *p)
{
        static const char *const words[] = {
                "to", "against", "with", "at", "toward", "towards"
        };

        if (p->preposition != UINT32_MAX && p->preposition &&
            (document_is(doc, p->preposition, "by") ||
             document_is(doc, p->preposition, "from") ||
             document_is(doc, p->preposition, "on"))) {
                const struct chunk *k = chunk_at(c, p->preposition - 1);

                /* "demands from rebels", "a blockade on farmers", "the march led by students"
                 */
                if (k && k->kind == CHUNK_NOUN && plover_noun(doc, k->head))
                        return true;
                if (!k || k->kind != CHUNK_VERB || k->form != VERB_PARTICIPLE || !k->first ||
                    !document_is(doc, p->preposition, "by"))
                        return false;
                k = chunk_at(c, k->first - 1);
                return k && k->kind == CHUNK_NOUN && plover_noun(doc, k->head);
        }
        if (p->inner)
                return false;
        return p->preposition == UINT32_MAX || is_called_on(doc, p) ||
               (document_is(doc, p->preposition, "over") && plover_noun(doc, p->chunk->head)) ||
               document_is_one_of(doc, p->preposition, words, ARRAY_SIZE(words));
}

/* The entities of one part that are not the actors. */
static unsigned part_entities(struct casting *cast, const struct roles *r,
                              const struct clause_part *p, int *list)
{
        int found[ROLE_MAX];
        unsigned n_found = 0, n = 0;
        bool plain = cast->plain;
        struct phrase whom = phrase_with_body(cast, p->chunk);

        cast->plain = plain && is_close(cast->doc, cast->c, p);
        cast->inner = p->inner;
        role_add(cast, whom, found, &n_found);
        cast->plain = plain;
        cast->inner = false;
        for (unsigned i = 0; i < n_found; i++)
                if (!is_actor(r, found[i]) && !part_is_site(cast->doc, p))
                        list[n++] = found[i];
        return n;
}

/* Parts that "and" or a comma joins to part @i are of the same role. */
static void add_joined_parts(struct casting *cast, const struct clause *clause, unsigned i,
                             struct roles *r)
{
        for (; i < clause->n_parts; i++) {
                int list[ROLE_MAX];
                unsigned n = part_entities(cast, r, &clause->parts[i], list);

                for (unsigned k = 0; k < n; k++)
                        (void)party_add(r->recipients, &r->n_recipients, list[k]);
                if (!joins_parties(cast->doc, clause->parts[i].chunk->end) ||
                    i + 1 == clause->n_parts ||
                    clause->parts[i].inner != clause->parts[i + 1].inner)
                        return; /* "met Berg and | toured Oslo" */
        }
}

bool part_is_agent(const struct document *doc, const struct clause *clause,
                   const struct clause_part *p)
{
        return (clause->verb->passive || clause->verb->form == VERB_PARTICIPLE) &&
               p->preposition != UINT32_MAX && document_is(doc, p->preposition, "by") &&
               !p->inner;
}

/* "rescue those held by the group": who holds them is not rescued. */
static bool is_other_deed(const struct document *doc, const struct clause_part *p)
{
        const struct token *before;

        if (!p->inner || p->preposition == UINT32_MAX || !p->preposition ||
            !document_is(doc, p->preposition, "by"))
                return false;
        before = &doc->tokens[p->preposition - 1];
        return before->upos == UPOS_VERB || before->upos == UPOS_ADJ;
}

/* "agreed to raise pressure on Norway", "backed sanctions on Norway": it is not agreed with. */
static bool is_hostile_tie(const struct document *doc, const struct clause *clause, unsigned i)
{
        static const char *const words[] = { "SANCTION", "COERCE", "ASSAULT", "ACCUSE" };
        const struct clause_part *p = &clause->parts[i];
        const char *value, *type;
        size_t size;

        if (!i || p->preposition != p[-1].chunk->end ||
            !(document_is(doc, p->preposition, "on") ||
              document_is(doc, p->preposition, "against") ||
              document_is(doc, p->preposition, "for")))
                return false;
        if (word_is(doc->tokens[p[-1].chunk->head].lemma, "pressure"))
                return true;
        value = plover_noun(doc, p[-1].chunk->head);
        size = value ? lexicon_column(value, 0, &type) : 0;
        for (size_t k = 0; size && k < ARRAY_SIZE(words); k++)
                if (strlen(words[k]) == size && memcmp(type, words[k], size) == 0)
                        return true;
        return false;
}

/* Acts that are done for somebody, and not against. */
static bool is_kind(const struct coding *coding)
{
        static const char *const words[] = { "AID",     "SUPPORT", "AGREE",  "CONSULT",
                                             "RETREAT", "CONCEDE", "REQUEST" };

        return coding->type && word_is_one_of(coding->type, words, ARRAY_SIZE(words));
}

/* "backed ending the talks with Chad", "defended trade with Chad": with what is done to others
 * somebody sides, and not with them; but "struck a deal with Chad" is done with Chad. */
static bool is_of_the_matter(const struct document *doc, const struct chunks *c,
                             const struct clause *clause, const struct coding *coding,
                             unsigned i)
{
        static const char *const types[] = { "SUPPORT", "REJECT", "AGREE" };
        const struct clause_part *p = &clause->parts[i];
        const struct chunk *next = chunk_at(c, clause->verb->end);

        if (!coding->type || !word_is_one_of(coding->type, types, ARRAY_SIZE(types)))
                return false;
        if (next && next->kind == CHUNK_VERB && next->form == VERB_ING && p->inner)
                return true;
        return i && !p->inner && !coding->light && document_is(doc, p->preposition, "with") &&
               !word_is(doc->tokens[clause->verb->head].lemma, "sign") &&
               !word_is(doc->tokens[clause->verb->head].lemma, "violate") &&
               p[-1].preposition == UINT32_MAX && p->preposition == p[-1].chunk->end &&
               phrase_agency(doc, c, chunk_phrase(p[-1].chunk)) == AGENCY_THING;
}

/* What is in no type is done to whoever stands beside the verb: not "entered the race with the
 * favor | of Norway", nor "became envoy to Norway". */
static bool is_loose(const struct document *doc, const struct clause *clause,
                     const struct coding *coding, unsigned i)
{
        const struct clause_part *p = &clause->parts[i];

        if (coding->type || p->preposition == UINT32_MAX)
                return false;
        if (word_is(doc->tokens[clause->verb->head].lemma, "become"))
                return true;
        if (clause_object(clause) && document_is(doc, p->preposition, "about"))
                return true; /* "contacted them about Berg" */
        return i && p[-1].preposition != UINT32_MAX && p->preposition == p[-1].chunk->end;
}

/* In a clause further in somebody else acts on them, but "rallies by the group" are told of. */
static bool is_elsewhere(const struct document *doc, const struct clause *clause,
                         const struct coding *coding, unsigned i)
{
        const struct clause_part *p = &clause->parts[i];

        if (is_kind(coding) && is_other_deed(doc, p))
                return true;
        if (coding->type && strcmp(coding->type, "REQUEST") == 0 && i &&
            p->preposition != UINT32_MAX && p->preposition == p[-1].chunk->end &&
            (document_is(doc, p->preposition, "about") ||
             (p[-1].preposition != UINT32_MAX && p[-1].preposition != clause->verb->end &&
              !document_is(doc, p->preposition, "from"))))
                return true; /* "demanded time | for an answer | to Berg" */
        if (is_joint(coding) &&
            (i > 1 || p->inner || document_is(doc, p->preposition, "for")) &&
            is_hostile_tie(doc, clause, i))
                return true;
        if (!p->beyond)
                return false;
        return !(i && p->preposition == clause->parts[i - 1].chunk->end &&
                 document_is(doc, p->preposition, "by") &&
                 plover_noun(doc, clause->parts[i - 1].chunk->head));
}

static bool is_settlement(const struct token *t)
{
        return lexicon_has(&lexicon_role_nouns, t->lemma, "settlement");
}

/* "kills his mother in Ostrin": somebody who has no name, and a place that is not struck. */
static bool strikes_nameless(const struct casting *cast, const struct clause *clause,
                             const struct coding *coding)
{
        if (!coding->type || strcmp(coding->type, "ASSAULT") != 0)
                return false;
        for (unsigned i = 0; i < clause->n_parts; i++) {
                const struct clause_part *p = &clause->parts[i];
                const struct token *head = &cast->doc->tokens[p->chunk->head];

                if (p->preposition != UINT32_MAX || p->inner)
                        continue;
                return head->upos == UPOS_NOUN && noun_acts(head) && !is_settlement(head) &&
                       phrase_entity(cast->doc, chunk_phrase(p->chunk)) == NONE;
        }
        return false;
}

/* "discussed the fall of Berg": who is talked about is not talked to. */
static bool is_topic(const struct document *doc, const struct clause *clause,
                     const struct clause_part *p)
{
        const char *lemma = doc->tokens[clause->verb->head].lemma;

        if (word_is(lemma, "order") &&
            p > clause->parts) /* "ordered a show of force against" */
                return clause->parts[0].preposition == UINT32_MAX && !clause->parts[0].inner &&
                       doc->tokens[clause->parts[0].chunk->head].upos == UPOS_NOUN &&
                       !noun_acts(&doc->tokens[clause->parts[0].chunk->head]);
        if (word_is(lemma, "ask") && document_is(doc, clause->verb->end, "for"))
                return p->preposition == UINT32_MAX ||
                       !document_is(doc, p->preposition, "from");
        if (word_is(lemma, "warn") && p->preposition != UINT32_MAX)
                return document_is(doc, p->preposition, "of") ||
                       document_is(doc, p->preposition, "about") ||
                       document_is(doc, p->preposition, "among");
        if (word_is(lemma, "approve") || word_is(lemma, "allow"))
                return p->inner || (p->preposition != UINT32_MAX &&
                                    !document_is(doc, p->preposition, "to"));
        if ((word_is(lemma, "defend") || word_is(lemma, "protect")) &&
            p->preposition != UINT32_MAX)
                return document_is(doc, p->preposition, "from") ||
                       document_is(doc, p->preposition, "against");
        if (word_is(lemma, "complain") && p->preposition != UINT32_MAX &&
            document_is(doc, p->preposition, "to"))
                return doc->tokens[p->chunk->head].name != NAME_PLACE &&
                       clause_is_over_something(doc, clause); /* "to the court over a raid" */
        if (word_is(lemma, "deny"))
                return p->preposition == UINT32_MAX || !document_is(doc, p->preposition, "to");
        return (word_is(lemma, "discuss") || word_is(lemma, "debate")) &&
               (p->preposition == UINT32_MAX || !document_is(doc, p->preposition, "with"));
}

/* A person who is named further in has little to do with it: "asked for reports to be made on
 * Berg". */
static bool is_far_person(const struct casting *cast, const struct clause *clause, unsigned i)
{
        static const char *const close[] = { "of", "by", "from", "against", "to", "with" };
        const struct clause_part *p = &clause->parts[i];

        if (!p->inner || p->preposition == UINT32_MAX ||
            cast->doc->tokens[p->chunk->head].name != NAME_PERSON)
                return false;
        return !i || p->preposition != p[-1].chunk->end ||
               !document_is_one_of(cast->doc, p->preposition, close, ARRAY_SIZE(close));
}

bool coding_is_of_troops(const struct coding *coding)
{
        return coding->type && (strcmp(coding->type, "MOBILIZE") == 0 ||
                                (coding->mode && strcmp(coding->mode, "troops") == 0));
}

/* "mobilized reservists against …", "ordered patrols by police": with whom it is done. */
static bool is_means(const struct document *doc, const struct clause *clause,
                     const struct coding *coding, const struct clause_part *p)
{
        static const char *const senders[] = { "deliver", "exchange", "send" };

        if (p->preposition == UINT32_MAX && p == clause->parts && !p->inner &&
            (document_is(doc, clause->verb->end, "out") ||
             word_is(doc->tokens[clause->verb->head].lemma, "join") ||
             word_is(doc->tokens[clause->verb->head].lemma, "withdraw")))
                return true;
        if (p->preposition == UINT32_MAX && document_is(doc, p->chunk->head, "troops") &&
            document_is(doc, p->chunk->end, "from") && coding->type &&
            strcmp(coding->type, "ASSAULT") != 0)
                return true; /* "pulled back | troops from Chad" */
        if (p->preposition == UINT32_MAX && coding->light &&
            word_is_one_of(doc->tokens[clause->verb->head].lemma, senders,
                           ARRAY_SIZE(senders)) &&
            doc->tokens[p->chunk->head].name == NAME_NONE &&
            clause_is_told_by(doc, clause, p->chunk->head))
                return true; /* "sent | doctors to Chad" */
        return coding_is_of_troops(coding) &&
               (p->preposition == UINT32_MAX || document_is(doc, p->preposition, "by") ||
                document_is(doc, p->preposition, "of") ||
                document_is(doc, p->preposition, "from"));
}

/* "met in Oslo", "surrendered in Oslo": where it was is not to whom it was done. */
static bool is_scene(const struct document *doc, const struct coding *coding,
                     const struct clause *clause, const struct clause_part *p)
{
        static const char *const words[] = { "CONSULT", "ACCUSE", "SUPPORT", "COOPERATE" };

        if (coding->mode && strcmp(coding->mode, "visit") == 0)
                return p->preposition != UINT32_MAX &&
                       document_is(doc, p->preposition, "from"); /* "travelled from Oslo" */
        if (coding->type && strcmp(coding->type, "CONSULT") == 0 &&
            document_is(doc, p->preposition, "on") && p->preposition == clause->verb->end)
                return true; /* "met on the stage of a play" */
        if (coding->type && strcmp(coding->type, "ASSAULT") == 0 &&
            document_is(doc, p->preposition, "from"))
                return true; /* "fired from the hills of Chad" */
        if (!coding->type || !part_is_locative(doc, p) ||
            (document_is(doc, p->preposition, "at") && strcmp(coding->type, "ACCUSE") == 0))
                return false; /* "fired back at Norway" */
        if (word_is_one_of(coding->type, words, ARRAY_SIZE(words)))
                return true;
        if (coding->mode &&
            (strcmp(coding->mode, "arrest") == 0 || strcmp(coding->mode, "detain") == 0))
                return true;
        return strcmp(coding->type, "RETREAT") == 0 && p == clause->parts;
}

/* "urged the powers to help Chad": who is urged has no name here, and Chad is not urged. */
static bool is_nameless_object(const struct casting *cast, const struct clause *clause,
                               const struct coding *coding, const struct clause_part *p)
{
        static const char *const words[] = { "with", "to", "on", "upon" };
        struct phrase q = chunk_phrase(p->chunk);

        if (!coding->type ||
            (strcmp(coding->type, "REQUEST") != 0 && strcmp(coding->type, "ACCUSE") != 0 &&
             strcmp(coding->type, "CONSULT") != 0 && strcmp(coding->type, "SUPPORT") != 0 &&
             strcmp(coding->type, "THREATEN") != 0))
                return false;
        if (strcmp(coding->type, "REQUEST") == 0 && !p->inner &&
            (p->preposition == UINT32_MAX || p->preposition == clause->verb->end) &&
            document_is(cast->doc, p->chunk->end, "to") &&
            !document_is(cast->doc, clause->verb->end, "for"))
                return true;                       /* "urged the network to dismiss Berg" */
        if (strcmp(coding->type, "THREATEN") == 0) /* "to hold sailors in contempt of …" */
                return document_is(cast->doc, clause->verb->end, "to") && p->inner &&
                       p->preposition == UINT32_MAX &&
                       phrase_agency(cast->doc, cast->c, q) == AGENCY_AGENT;
        if (p->inner ||
            (p->preposition != UINT32_MAX &&
             (p->preposition != clause->verb->end ||
              !document_is_one_of(cast->doc, p->preposition, words, ARRAY_SIZE(words)))))
                return false;
        return phrase_agency(cast->doc, cast->c, q) != AGENCY_THING &&
               !document_is(cast->doc, p->chunk->head, "it") &&
               !document_is(cast->doc, p->chunk->head, "that");
}

void clause_recipients(struct casting *cast, const struct clause *clause,
                       const struct coding *coding, struct roles *r)
{
        bool nameless = strikes_nameless(cast, clause, coding);
        bool has = clause_is_has(cast->doc, clause);
        unsigned best = 0, best_worth = 0;
        bool setting = false;

        for (unsigned i = 0; i < clause->n_parts; i++) {
                const struct clause_part *p = &clause->parts[i];
                int list[ROLE_MAX];
                unsigned w = worth(cast->doc, coding, p);

                /* "after the fall of the town": so is what hangs on it */
                setting = part_is_setting(cast->doc, p, cast->plain) ||
                          is_scene(cast->doc, coding, clause, p) ||
                          (setting && part_hangs_on(cast->doc, p - 1, p));
                if ((clause->verb->passive && !has && part_is_agent(cast->doc, clause, p)) ||
                    w <= best_worth || (!coding->type && p->inner) ||
                    is_means(cast->doc, clause, coding, p) || setting ||
                    is_topic(cast->doc, clause, p) || is_loose(cast->doc, clause, coding, i) ||
                    is_of_the_matter(cast->doc, cast->c, clause, coding, i) ||
                    is_far_person(cast, clause, i) ||
                    is_elsewhere(cast->doc, clause, coding, i) ||
                    clause_has_scene(cast->doc, clause, i) ||
                    is_called_for(cast->doc, cast->c, p) ||
                    is_scene(cast->doc, coding, clause, p) ||
                    (nameless && part_is_locative(cast->doc, p)))
                        continue;
                if (!part_entities(cast, r, p, list)) {
                        if (!best_worth && is_nameless_object(cast, clause, coding, p))
                                return;
                        continue;
                }
                best = i;
                best_worth = w;
        }
        if (best_worth)
                add_joined_parts(cast, clause, best, r);
}
