/* facts - what an article says that can be matched exactly: acts, days, things spoken of */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "workers/compare/particulars.h"

enum {
        ACTS_TAKEN = 60,
        TOPIC_MENTIONS_MAX = 4, /* more: a theme of the article, which says nothing apart */
        PARTIES_MAX = 8,        /* of an act */
        PERSONS_PAIRED = 12,    /* persons whose common mentions are looked at */
        MENTIONS_SEEN = 8,      /* of a name, for the words it has */
        DAY_CHARS = 10,         /* of YYYY-MM-DD */
};

/* The words of the name itself are in any sentence that has it. */
static void drop_name(const struct account *a, int entity, struct mention *m)
{
        const struct entity *e = &a->x->entities[entity];

        for (size_t i = 0; i < e->n_mentions && i < MENTIONS_SEEN; i++)
                for (size_t k = account_term_at(a, e->mentions[i].start);
                     k < a->n_terms && a->terms[k].end <= e->mentions[i].end; k++) {
                        uint32_t term = term_packed(a, k);
                        size_t kept = 0;

                        for (size_t t = 0; t < m->n_terms; t++)
                                if (!TERM_IS(m->terms[t], term))
                                        m->terms[kept++] = m->terms[t];
                        m->n_terms = kept;
                }
}

/* What its sentence tells besides of @one and @other, either of which may be NONE. */
static int tell_besides(const struct account *a, size_t sentence, int one, int other,
                        struct mention *m)
{
        int r = account_find_tellings(a, a->x->sentences[sentence], m);

        if (!r && one != NONE)
                drop_name(a, one, m);
        if (!r && other != NONE)
                drop_name(a, other, m);
        return r;
}

static int add_fact(struct account *a, const struct fact *fact, uint32_t byte, int one,
                    int other)
{
        size_t at = account_sentence_at(a, byte);
        struct fact f = *fact;
        struct fact *place;

        /* Before its sentence is copied: a day may stand in a text 100,000 times. */
        for (size_t i = 0; i < a->n_facts; i++) {
                if (a->facts[i].key == f.key)
                        return 0;
        }
        if (at == a->x->n_sentences || !account_passage(a, a->x->sentences[at], &f.mention))
                return 0;
        if (particulars_find(a, a->x->sentences[at], &f.mention))
                return -ENOMEM;
        f.weight = (uint16_t)(400 * (a->x->n_sentences - at) / a->x->n_sentences);
        if (!f.mention.text || !f.about)
                return -ENOMEM;
        if (f.type != CLAIM_ACT && tell_besides(a, at, one, other, &f.mention) != 0)
                return -ENOMEM;
        place = arena_push(a->arena, &a->facts, &a->n_facts, sizeof(*place));
        if (!place)
                return -ENOMEM;
        *place = f;
        return 0;
}

static const char *name_of(const struct account *a, int entity)
{
        const char *name = a->x->entities[entity].name;
        const char *kept = text_kept(a->arena, name ? name : "", NAME_MAX_BYTES);

        return kept ? kept : "";
}

struct parties {
        int one, other;
        const char *one_key, *other_key; /* NULL: nobody stands on that side */
};

/* Who acts, and on whom: the first two who are not one. Those who meet may both stand as
 * actors. */
static int find_parties(const struct account *a, const struct act *act, struct parties *ret)
{
        *ret = (struct parties){ 0 };
        for (size_t i = 0; i < act->n_actors + act->n_recipients && i < PARTIES_MAX; i++) {
                int entity =
                        i < act->n_actors ? act->actors[i] : act->recipients[i - act->n_actors];
                const char *key = account_entity_key(a, entity);

                if (!key)
                        return -ENOMEM;
                if (!ret->one_key) {
                        ret->one = entity;
                        ret->one_key = key;
                } else if (strcmp(ret->one_key, key) != 0) {
                        ret->other = entity;
                        ret->other_key = key;
                        return 0;
                }
        }
        return 0;
}

/* Of a meeting it is all one who is which. */
static int add_act(struct account *a, const struct act *act)
{
        const char *type = act->plover_type ? act->plover_type : act->predicate;
        struct fact f = { .type = CLAIM_ACT, .apart = true };
        struct parties p;
        const char *key;
        bool mutual;
        int r;

        if (!type || !act->n_actors ||
            (act->status != ACT_HAPPENED && act->status != ACT_PLANNED))
                return 0;
        r = find_parties(a, act, &p);
        mutual = act->plover_type && strcmp(act->plover_type, "CONSULT") == 0;
        if (r || !p.other_key || (!mutual && !act->n_recipients))
                return r;
        if (mutual && strcmp(p.one_key, p.other_key) > 0)
                p = (struct parties){ p.other, p.one, p.other_key, p.one_key };
        key = arena_printf(a->arena, "%s\n%s\n%s\n%d", type, p.one_key, p.other_key,
                           (int)act->status);
        f.about = arena_printf(a->arena, "%s – %s", name_of(a, p.one), name_of(a, p.other));
        f.value = act->predicate ? text_kept(a->arena, act->predicate, 60) : NULL;
        if (!key)
                return -ENOMEM;
        f.key = key_hash("act", key);
        return add_fact(a, &f, act->span.start, NONE, NONE);
}

static int add_day(struct account *a, const struct time_expression *t)
{
        struct fact f = { .type = CLAIM_DATE, .apart = true };

        if (t->type != TIME_DATE || !t->value || strlen(t->value) != DAY_CHARS ||
            strspn(t->value, "0123456789-") != DAY_CHARS)
                return 0;
        f.key = key_hash("day", t->value);
        f.about = "day that is named";
        f.value = arena_copy(a->arena, t->value, DAY_CHARS);
        return f.value ? add_fact(a, &f, t->span.start, NONE, NONE) : -ENOMEM;
}

static int add_topic(struct account *a, int entity)
{
        const struct entity *e = &a->x->entities[entity];
        struct fact f = { .type = CLAIM_TOPIC };
        const char *key;

        if (e->type == ENTITY_PERSON || e->type == ENTITY_GROUP || !e->n_mentions || !e->name)
                return 0;
        f.apart = e->n_mentions <= TOPIC_MENTIONS_MAX;
        key = account_entity_key(a, entity);
        if (!key)
                return -ENOMEM;
        f.key = key_hash("topic", key);
        f.about = text_kept(a->arena, e->name, NAME_MAX_BYTES);
        return add_fact(a, &f, e->mentions[0].start, entity, NONE);
}

/* The first sentence that names both. */
static bool meet_in(const struct account *a, const struct entity *x, const struct entity *y,
                    uint32_t *ret_byte)
{
        for (size_t i = 0, k = 0; i < x->n_mentions && k < y->n_mentions;) {
                size_t s = account_sentence_at(a, x->mentions[i].start);
                size_t t = account_sentence_at(a, y->mentions[k].start);

                if (s == t && s < a->x->n_sentences) {
                        *ret_byte = x->mentions[i].start;
                        return true;
                }
                if (s < t || (s == t && i + 1 < x->n_mentions))
                        i++;
                else
                        k++;
        }
        return false;
}

static int add_pair(struct account *a, int one, int other)
{
        struct fact f = { .type = CLAIM_TOPIC, .apart = true };
        const char *x = account_entity_key(a, one), *y = account_entity_key(a, other), *key;
        uint32_t byte;

        if (!x || !y)
                return -ENOMEM;
        if (!meet_in(a, &a->x->entities[one], &a->x->entities[other], &byte))
                return 0;
        key = strcmp(x, y) < 0 ? arena_printf(a->arena, "%s\n%s", x, y)
                               : arena_printf(a->arena, "%s\n%s", y, x);
        f.about = arena_printf(a->arena, "%s and %s", name_of(a, one), name_of(a, other));
        if (!key)
                return -ENOMEM;
        f.key = key_hash("pair", key);
        return add_fact(a, &f, byte, one, other);
}

static int add_pairs(struct account *a)
{
        int persons[PERSONS_PAIRED];
        size_t n = 0;
        int r = 0;

        for (size_t i = 0; i < a->x->n_entities && n < PERSONS_PAIRED; i++) {
                if (a->x->entities[i].type == ENTITY_PERSON)
                        persons[n++] = (int)i;
        }
        for (size_t i = 0; i < n; i++) {
                for (size_t k = i + 1; !r && k < n; k++)
                        r = add_pair(a, persons[i], persons[k]);
        }
        return r;
}

int account_find_facts(struct account *a)
{
        const struct extraction *x = a->x;
        int r = 0;

        for (size_t i = 0; !r && i < x->n_acts && i < ACTS_TAKEN; i++)
                r = add_act(a, &x->acts[i]);
        for (size_t i = 0; !r && i < x->n_times && a->n_facts < FACTS_MAX; i++)
                r = add_day(a, &x->times[i]);
        for (size_t i = 0; !r && i < x->n_entities && a->n_facts < FACTS_MAX; i++)
                r = add_topic(a, (int)i);
        return r ? r : add_pairs(a);
}
