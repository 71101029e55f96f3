/* speakers - whose an utterance is, of those to whom the reports give it
 *
 * A person who is named comes before one who is described, whoever speaks for a body before the
 * body, unless nothing says for which, and an outlet or a document, which relays what others
 * say, behind all. Of equals those decide that are surest together, then the fuller name. The
 * sentences of one quotation have one speaker: where the reports of one sentence name nobody,
 * those of another may.
 */
#include "workers/compare/speakers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/macros.h"
#include "workers/compare/account.h"
#include "workers/compare/misread.h"
#include "workers/compare/outlets.h"
#include "workers/lexicon/lexicon.h"
#include "workers/text/name_key.h"

extern const struct lexicon lexicon_source_nouns;
extern const struct lexicon lexicon_noun_kinds;

enum rank {
        RANK_NONE,
        RANK_RELAYS,
        RANK_DESCRIBED,
        RANK_UNNAMED,
        RANK_BODY,
        RANK_SPEAKS_FOR,
        RANK_PERSON
};

enum {
        HEAD_BYTES = 40,
        KNOWN_MOST = 4,    /* reports that name him; more count as so many … */
        KNOWN_WEIGHT = 30, /* … each as much as this, in thousandths of sureness */
        SPOKEN_OF = 150,   /* taken off him who is named in the words */
};

struct choice {
        const char *name;
        uint8_t rank;
        uint32_t weight; /* how sure the reports are that name him, together */
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

        return outlet_is_press(name) ||
               (key && s->n_outlets &&
                bsearch(&key, s->outlets, s->n_outlets, sizeof(key), by_value));
}

static const struct name_row *names_of(const struct speakers *s, const char *key)
{
        char name[NAME_KEY_MAX + 2];

        if (key[0] == 'o') { /* see voices.c */
                snprintf(name, sizeof(name), "n%s", key + 1);
                key = name;
        }
        return ledger_body(s->ledger, ROW_NAME, key_hash("name", key));
}

/* Most of those who bear the name of @key: are they persons? */
static bool is_person(const struct speakers *s, const char *key)
{
        const struct name_row *names = names_of(s, key);
        uint32_t persons = 0, others = 0;

        for (size_t i = 0; names && i < names->n_bearers; i++) {
                if (names->bearers[i].type == ENTITY_PERSON)
                        persons += names->bearers[i].articles.count;
                else
                        others += names->bearers[i].articles.count;
        }
        return persons && persons >= others;
}

/* What a noun names, in the words of source_nouns.txt or, where it is not there, of
 * noun_kinds.txt; NULL: not known. */
static const char *kind_of(const char *noun, size_t n)
{
        const char *kind = lexicon_find(&lexicon_source_nouns, noun, n);

        return kind ? kind : lexicon_find(&lexicon_noun_kinds, noun, n);
}

/* "a department spokesman", and not "a spokesman for Ostrin Ferries", nor "a Facebook
 * official": which body it is must be known from elsewhere. */
static bool names_no_body(const char *description)
{
        for (const char *p = description; *p; p++)
                if (ascii_is_upper(*p) && (p == description || p[-1] == ' ') &&
                    strncmp(p, "A ", 2) != 0 && strncmp(p, "The ", 4) != 0)
                        return false;
        return true;
}

/* A body speaks in the words of its spokesmen and its officials, of whom nothing else is known
 * without a name; one official need not agree with it. */
static uint8_t rank_of_person(const char *description, const char *noun)
{
        static const char *const starts[] = { "spokes", "representative", "official" };
        bool one_official = strcmp(noun, "official") == 0;

        for (size_t i = 0; i < ARRAY_SIZE(starts); i++) {
                if (strncmp(noun, starts[i], strlen(starts[i])) != 0)
                        continue;
                return !one_official && names_no_body(description) ? RANK_UNNAMED
                                                                   : RANK_SPEAKS_FOR;
        }
        return RANK_DESCRIBED;
}

/* Several words, all with a capital or a digit: a name that extraction does not know. */
static bool is_written_as_name(const char *text)
{
        bool several = false;

        for (const char *p = text; *p; p++) {
                bool starts = p == text || p[-1] == ' ';

                several |= p > text && starts;
                if (starts && !(*p >= 'A' && *p <= 'Z') && !(*p >= '0' && *p <= '9'))
                        return false;
        }
        return several;
}

static uint8_t rank_of_description(const char *description)
{
        static const struct {
                const char *kind;
                uint8_t rank;
        } ranks[] = {
                { "document", RANK_RELAYS },
                { "work", RANK_NONE },
                { "thing", RANK_NONE },
                { "event", RANK_NONE },
        };
        char noun[HEAD_BYTES];
        const char *head, *kind;
        size_t n = description_head(description, &head);

        if (!ascii_lower(head, n, noun, sizeof(noun)))
                return RANK_DESCRIBED;
        kind = kind_of(noun, n);
        if (!kind && n > 1 && noun[n - 1] == 's')
                kind = kind_of(noun, n - 1);
        if (kind && strcmp(kind, "person") == 0)
                return rank_of_person(description, noun);
        for (size_t i = 0; kind && i < ARRAY_SIZE(ranks); i++)
                if (strcmp(kind, ranks[i].kind) == 0)
                        return ranks[i].rank;
        return RANK_DESCRIBED;
}

/* Two lines that a page runs together are no name. */
static bool is_one_line(const char *name)
{
        return !strpbrk(name, ":/|");
}

static uint8_t rank_of(const struct speakers *s, const struct mention *m)
{
        if (!m->speaker || !*m->speaker)
                return RANK_NONE;
        if (!m->speaker_key)
                return RANK_DESCRIBED;
        if (m->speaker_key[0] == '~')
                return is_written_as_name(m->speaker) ? RANK_BODY
                                                      : rank_of_description(m->speaker);
        if (!is_one_line(m->speaker))
                return RANK_RELAYS;
        if (is_person(s, m->speaker_key))
                return RANK_PERSON;
        return is_outlet(s, m->speaker) ? RANK_RELAYS : RANK_BODY;
}

/* Is @other named as @m is, or less fully? With @known, whose family name @m has is known: it
 * is his, too, who has it with another's first name, as articles mix up those of one family. */
static bool is_named_so(const struct mention *m, const struct mention *other, bool known)
{
        char x[NAME_KEY_MAX], y[NAME_KEY_MAX];

        if (!m->speaker_key || !other->speaker_key ||
            strcmp(m->speaker_key, other->speaker_key) != 0)
                return false;
        if (m->speaker_key[0] != 'n' || !m->speaker || !other->speaker ||
            !name_key(x, m->speaker, strlen(m->speaker)) ||
            !name_key(y, other->speaker, strlen(other->speaker)))
                return true;
        return name_keys_fit(x, y) && (known || strchr(x, ' ') || !strchr(y, ' '));
}

static bool is_better(const struct choice *a, const struct choice *b)
{
        if (a->rank != b->rank)
                return a->rank > b->rank;
        if (a->weight != b->weight)
                return a->weight > b->weight;
        return a->rank > RANK_NONE && strlen(a->name) > strlen(b->name);
}

/* How sure the articles are that name whom mention @at names, each as sure as it is at most;
 * the mentions of one article mostly stand together. */
static uint32_t weight_of(const struct claim *c, size_t at, bool known)
{
        const struct mention *last = NULL;
        uint32_t sum = 0;

        for (size_t i = 0; i < c->n_mentions; i++) {
                const struct mention *m = &c->mentions[i];

                if (i != at && !is_named_so(&c->mentions[at], m, known))
                        continue;
                if (!last || last->article != m->article)
                        sum += m->confidence;
                else if (m->confidence > last->confidence)
                        sum += (uint32_t)(m->confidence - last->confidence);
                else
                        continue;
                last = m;
        }
        return sum;
}

static bool is_spelt(const struct bearer *b, const char *name)
{
        for (size_t i = 0; i < b->n_spellings; i++)
                if (strcmp(b->spellings[i].text, name) == 0)
                        return true;
        return false;
}

/* Who bears the name: he whom an article calls so; or he of whom twice as many articles tell as
 * of any other. */
static const struct bearer *bearer_of(const struct name_row *names, const char *name)
{
        const struct bearer *most = NULL;
        uint32_t next = 0;

        for (size_t i = 0; i < names->n_bearers; i++) {
                const struct bearer *b = &names->bearers[i];

                if (strchr(name, ' ') && is_spelt(b, name))
                        return b;
                if (!most || b->articles.count > most->articles.count) {
                        next = most ? most->articles.count : next;
                        most = b;
                } else if (b->articles.count > next) {
                        next = b->articles.count;
                }
        }
        return most && most->articles.count >= 2 * next ? most : NULL;
}

/* The whole name as most articles write it; of equals the shorter one, which has nothing that
 * does not belong to it. */
static const char *whole_name(const struct speakers *s, const char *key, const char *name)
{
        const struct name_row *names = names_of(s, key);
        const struct bearer *b = names ? bearer_of(names, name) : NULL;
        const struct spelling *best = NULL;

        if (!b || b->type != ENTITY_PERSON)
                return NULL;
        for (size_t i = 0; i < b->n_spellings; i++) {
                const struct spelling *one = &b->spellings[i];

                if (strchr(one->text, ' ') && is_one_line(one->text) &&
                    (!best || one->times > best->times ||
                     (one->times == best->times && strlen(one->text) < strlen(best->text))))
                        best = one;
        }
        return best ? best->text : NULL;
}

/* By how many reports is he known? Who stands in one alone may be a misreading of it. */
static uint32_t known_by(const struct speakers *s, const struct mention *m)
{
        const struct name_row *names = m->speaker_key ? names_of(s, m->speaker_key) : NULL;
        const struct bearer *b = names ? bearer_of(names, m->speaker) : NULL;
        uint32_t n = b ? b->articles.count : 0;

        return n < KNOWN_MOST ? n : KNOWN_MOST;
}

static struct choice choose(const struct speakers *s, const struct claim *c)
{
        struct choice best = { 0 };

        for (size_t i = 0; i < c->n_mentions; i++) {
                const char *key = c->mentions[i].speaker_key;
                struct choice one = { .name = c->mentions[i].speaker,
                                      .rank = rank_of(s, &c->mentions[i]) };

                if (one.rank == RANK_PERSON && speaker_is_misread(c, &c->mentions[i]))
                        one.rank = RANK_RELAYS;
                if (one.rank >= RANK_BODY && key)
                        one.weight = weight_of(c, i, whole_name(s, key, one.name) != NULL) +
                                     KNOWN_WEIGHT * known_by(s, &c->mentions[i]);
                else if (one.rank)
                        one.weight = weight_of(c, i, false);
                if (one.rank == RANK_PERSON && one.weight > SPOKEN_OF &&
                    speaker_is_spoken_of(c, one.name))
                        one.weight -= SPOKEN_OF;
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

static const char *full_name(const struct speakers *s, const struct claim *c,
                             const struct choice *choice)
{
        const char *whole = NULL;

        if (strstr(choice->name, " and ")) /* two persons: see joint.c */
                return choice->name;
        for (size_t i = 0; i < c->n_mentions && !whole; i++) {
                const struct mention *m = &c->mentions[i];

                if (m->speaker && m->speaker_key && strcmp(m->speaker, choice->name) == 0)
                        whole = whole_name(s, m->speaker_key, choice->name);
                else if (name_abbreviates(choice->name, m->speaker))
                        whole = m->speaker;
        }
        return whole ? whole : choice->name;
}

const char *speakers_of(const struct speakers *s, const struct claim *c)
{
        struct choice own = choose(s, c), best = own;

        for (size_t i = 0; i < c->n_mentions; i++) {
                const struct said *said = find_said(s, &c->mentions[i]);

                if (said && said->choice.rank > best.rank)
                        best = said->choice;
        }
        return best.rank ? full_name(s, c, &best) : NULL;
}
