/* speakers - whose an utterance is, of those to whom the reports give it
 *
 * A person who is named comes before one who is described, whoever speaks for a body before the
 * body, and an outlet, which relays what others say, behind all. Of equals most reports decide,
 * then the fuller name. The sentences of one quotation have one speaker: where the reports of
 * one sentence name nobody, those of another may.
 */
#include "workers/compare/speakers.h"

#include <stdlib.h>
#include <string.h>

#include "workers/compare/account.h"
#include "workers/compare/outlets.h"
#include "workers/lexicon/lexicon.h"
#include "workers/text/name_key.h"

extern const struct lexicon lexicon_source_nouns;

enum rank { RANK_NONE, RANK_RELAYS, RANK_DESCRIBED, RANK_BODY, RANK_SPEAKS_FOR, RANK_PERSON };

struct choice {
        const char *name;
        uint8_t rank;
        uint32_t times;
};

/* The quotation that a mention is of. */
struct said {
        uint64_t article;
        uint16_t quote;
        struct choice choice;
};

struct speakers {
        const struct ledger *ledger;
        uint64_t *outlets; /* ascending keys */
        size_t n_outlets;
        struct said *said; /* by article and quotation, the best choice first */
        size_t n_said;
};

static int by_value(const void *a, const void *b)
{
        const uint64_t *x = a, *y = b;

        return (*x > *y) - (*x < *y);
}

static bool is_outlet(const struct speakers *s, const char *name)
{
        uint64_t key = outlet_key(name);

        return key && s->n_outlets &&
               bsearch(&key, s->outlets, s->n_outlets, sizeof(key), by_value);
}

/* Most of those who bear the name of @key: are they persons? */
static bool is_person(const struct speakers *s, const char *key)
{
        const struct name_row *names = ledger_body(s->ledger, ROW_NAME, key_hash("name", key));
        uint32_t persons = 0, others = 0;

        for (size_t i = 0; names && i < names->n_bearers; i++) {
                if (names->bearers[i].type == ENTITY_PERSON)
                        persons += names->bearers[i].articles.count;
                else
                        others += names->bearers[i].articles.count;
        }
        return persons && persons >= others;
}

static bool describes_person(const char *description)
{
        const char *head, *kind;
        size_t n = description_head(description, &head);

        kind = lexicon_find(&lexicon_source_nouns, head, n);
        return kind && strcmp(kind, "person") == 0;
}

static uint8_t rank_of(const struct speakers *s, const struct mention *m)
{
        if (!m->speaker || !*m->speaker)
                return RANK_NONE;
        if (!m->speaker_key)
                return RANK_DESCRIBED;
        if (m->speaker_key[0] == '~')
                return describes_person(m->speaker) ? RANK_SPEAKS_FOR : RANK_DESCRIBED;
        if (is_person(s, m->speaker_key))
                return RANK_PERSON;
        return is_outlet(s, m->speaker) ? RANK_RELAYS : RANK_BODY;
}

static bool is_same(const struct mention *a, const struct mention *b)
{
        return a->speaker_key && b->speaker_key && strcmp(a->speaker_key, b->speaker_key) == 0;
}

static bool is_better(const struct choice *a, const struct choice *b)
{
        if (a->rank != b->rank)
                return a->rank > b->rank;
        if (a->times != b->times)
                return a->times > b->times;
        return a->rank > RANK_NONE && strlen(a->name) > strlen(b->name);
}

static struct choice choose(const struct speakers *s, const struct claim *c)
{
        struct choice best = { 0 };

        for (size_t i = 0; i < c->n_mentions; i++) {
                struct choice one = { .name = c->mentions[i].speaker,
                                      .rank = rank_of(s, &c->mentions[i]) };

                for (size_t k = 0; one.rank && k < c->n_mentions; k++)
                        one.times += is_same(&c->mentions[i], &c->mentions[k]);
                if (is_better(&one, &best))
                        best = one;
        }
        return best;
}

static int by_quotation(const void *a, const void *b)
{
        const struct said *x = a, *y = b;

        if (x->article != y->article)
                return x->article < y->article ? -1 : 1;
        if (x->quote != y->quote)
                return x->quote < y->quote ? -1 : 1;
        if (is_better(&x->choice, &y->choice))
                return -1;
        if (is_better(&y->choice, &x->choice))
                return 1;
        return strcmp(x->choice.name ? x->choice.name : "",
                      y->choice.name ? y->choice.name : "");
}

static bool is_utterance(const struct row *row)
{
        return row->key.kind == ROW_CLAIM &&
               ((const struct claim *)row->body)->type == CLAIM_UTTERANCE;
}

static void gather(struct speakers *s, const struct row *row)
{
        const struct claim *c = row->body;
        struct choice choice = choose(s, c);

        for (size_t i = 0; i < c->n_mentions; i++)
                if (c->mentions[i].quote != QUOTE_NONE)
                        s->said[s->n_said++] = (struct said){ c->mentions[i].article,
                                                              c->mentions[i].quote, choice };
}

struct speakers *speakers_new(const struct render *render)
{
        struct speakers *s = arena_alloc(render->arena, sizeof(*s));
        size_t n = 0;

        for (size_t i = 0; i < render->n_rows; i++)
                if (is_utterance(render->rows[i]))
                        n += ((const struct claim *)render->rows[i]->body)->n_mentions;
        if (!s)
                return NULL;
        *s = (struct speakers){ .ledger = render->ledger };
        s->outlets = arena_alloc(render->arena, (render->n_articles + 1) * sizeof(*s->outlets));
        s->said = arena_alloc(render->arena, (n + 1) * sizeof(*s->said));
        if (!s->outlets || !s->said)
                return NULL;
        for (size_t i = 0; i < render->n_articles; i++)
                s->outlets[s->n_outlets++] = outlet_key(render->articles[i]->source);
        qsort(s->outlets, s->n_outlets, sizeof(*s->outlets), by_value);
        for (size_t i = 0; i < render->n_rows; i++)
                if (is_utterance(render->rows[i]))
                        gather(s, render->rows[i]);
        qsort(s->said, s->n_said, sizeof(*s->said), by_quotation);
        return s;
}

/* The best choice for any sentence of the quotation. */
static const struct said *find_said(const struct speakers *s, const struct mention *m)
{
        size_t low = 0, high = s->n_said;

        while (low < high) {
                size_t middle = (low + high) / 2;
                const struct said *at = &s->said[middle];

                if (at->article < m->article ||
                    (at->article == m->article && at->quote < m->quote))
                        low = middle + 1;
                else
                        high = middle;
        }
        return low < s->n_said && s->said[low].article == m->article &&
                               s->said[low].quote == m->quote
                       ? &s->said[low]
                       : NULL;
}

/* As most articles write the whole name, where the last name has one bearer. */
static const char *whole_name(const struct speakers *s, const char *key)
{
        const struct name_row *names = ledger_body(s->ledger, ROW_NAME, key_hash("name", key));
        const struct spelling *best = NULL;

        if (!names || names->n_bearers != 1 || names->bearers[0].type != ENTITY_PERSON)
                return NULL;
        for (size_t i = 0; i < names->bearers[0].n_spellings; i++) {
                const struct spelling *one = &names->bearers[0].spellings[i];

                if (one->text && strchr(one->text, ' ') && (!best || one->times > best->times))
                        best = one;
        }
        return best ? best->text : NULL;
}

/* Of one person's names the longest. */
static const char *fullest(const struct speakers *s, const struct claim *c,
                           const struct choice *choice)
{
        const struct mention *as = NULL;
        const char *best = choice->name, *whole;

        for (size_t i = 0; i < c->n_mentions && !as; i++)
                if (c->mentions[i].speaker && strcmp(c->mentions[i].speaker, best) == 0)
                        as = &c->mentions[i];
        for (size_t i = 0; as && i < c->n_mentions; i++)
                if (is_same(as, &c->mentions[i]) && c->mentions[i].speaker &&
                    strlen(c->mentions[i].speaker) > strlen(best))
                        best = c->mentions[i].speaker;
        whole = as && as->speaker_key && !strchr(best, ' ') ? whole_name(s, as->speaker_key)
                                                            : NULL;
        return whole ? whole : best;
}

const char *speakers_of(const struct speakers *s, const struct claim *c)
{
        struct choice own = choose(s, c), best = own;

        for (size_t i = 0; i < c->n_mentions; i++) {
                const struct said *said = find_said(s, &c->mentions[i]);

                if (said && said->choice.rank > best.rank)
                        best = said->choice;
        }
        return best.rank ? fullest(s, c, &best) : NULL;
}
