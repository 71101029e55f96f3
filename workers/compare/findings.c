#include "workers/compare/findings.h"

#include <string.h>

#include "base/digest.h"
#include "base/macros.h"
#include "workers/compare/fold.h"
#include "workers/compare/omissions.h"
#include "workers/compare/particulars.h"

enum { ALIKE_TERMS = 2 }; /* besides the name */

static void id_of(uint64_t hash, unsigned char id[4])
{
        for (int i = 0; i < 4; i++)
                id[i] = (unsigned char)(hash >> (56 - 8 * i));
}

void finding_id_of_claim(const struct row_key *key, unsigned char id[4])
{
        id_of(key->hash, id);
}

/* A question is named by the words of its first figure, which stay. */
static uint64_t seed_of(const struct figure_group *groups, size_t n)
{
        const struct slot_value *first = NULL;

        for (size_t i = 0; i < n; i++)
                for (size_t k = 0; k < groups[i].n; k++)
                        if (!first || groups[i].members[k] < first)
                                first = groups[i].members[k];
        return first ? digest_64(first->mention.text, strlen(first->mention.text)) ^
                               (uint64_t)first->value
                     : 0;
}

static uint64_t bound_value(const struct entry *e)
{
        return e->by_bound ? (uint64_t)e->groups[0].members[0]->value : 0;
}

/* How many entries before it would be named alike: what contradicts and what is only coarser
 * may begin with one figure. */
static uint64_t namesakes(const struct judgement *j, size_t at)
{
        const struct entry *e = &j->entries[at];
        uint64_t n = 0;

        for (size_t i = 0; i < at; i++) {
                const struct entry *other = &j->entries[i];

                n += other->by_bound == e->by_bound && bound_value(other) == bound_value(e) &&
                     seed_of(other->groups, other->n) == seed_of(e->groups, e->n);
        }
        return n;
}

void finding_id_of_entry(const struct row_key *key, const struct judgement *j, size_t at,
                         unsigned char id[4])
{
        const struct entry *e = &j->entries[at];
        uint64_t parts[5] = { key->hash, seed_of(e->groups, e->n), e->by_bound, bound_value(e),
                              namesakes(j, at) };

        id_of(digest_64(parts, (parts[4] ? 5 : 4) * sizeof(*parts)), id);
}

void finding_id_of_value(const struct row_key *key, const struct figure_group *g,
                         unsigned char id[4])
{
        uint64_t parts[3] = { key->hash, seed_of(g, 1), (uint64_t)g->members[0]->value };

        id_of(digest_64(parts, sizeof(parts)), id);
}

void finding_id_of_copy(uint64_t a, uint64_t b, unsigned char id[4])
{
        uint64_t parts[2] = { a < b ? a : b, a < b ? b : a };

        id_of(digest_64(parts, sizeof(parts)), id);
}

const char *claim_shortest(const struct claim *claim)
{
        const char *best = NULL;

        for (size_t i = 0; i < claim->n_mentions; i++) {
                const char *text = claim->mentions[i].text;

                if (text && (!best || strlen(text) < strlen(best)))
                        best = text;
        }
        return best;
}

/* Do two origins say something alike of the place, the body or the day that they name? */
static bool is_told_alike(const struct claim *c)
{
        for (size_t i = 0; i < c->n_mentions; i++)
                for (size_t k = i + 1; k < c->n_mentions; k++)
                        if (c->mentions[i].origin != c->mentions[k].origin &&
                            overlap_of(&c->mentions[i], &c->mentions[k]).terms >= ALIKE_TERMS)
                                return true;
        return false;
}

/* Sentences speak for themselves: two of them that give other numbers are no agreement. An act
 * is the same fact, whatever else its sentence says; that all name a place is none, unless two
 * say something alike of it. */
static bool is_agreed(const struct claim *claim)
{
        struct agreeing agreeing;

        if (claim->type == CLAIM_DATE || claim->type == CLAIM_TOPIC)
                return is_told_alike(claim);
        if (claim->type != CLAIM_SENTENCE)
                return true;
        claim_agreeing(claim, &agreeing);
        return agreeing.all || agreeing.n_origins >= 2;
}

char claim_letter(const struct claim *claim)
{
        if (claim->type == CLAIM_UTTERANCE)
                return claim->articles.count >= 2 ? 'q' : 0;
        if (claim->origins.count >= 2 && (claim->fact || claim->type == CLAIM_SENTENCE))
                return is_agreed(claim) ? 'g' : 0;
        return claim->type == CLAIM_SENTENCE && claim->fact ? 'o' : 0;
}

struct list {
        struct row_finding *out;
        size_t n;
        uint64_t content;
};

static struct row_finding *add(struct list *list, char letter)
{
        struct row_finding *f;

        if (list->n == FINDINGS_MAX)
                return NULL;
        f = &list->out[list->n++];
        *f = (struct row_finding){ .letter = letter, .content = list->content };
        return f;
}

static void of_claim(struct list *list, const struct row *row)
{
        char letter = claim_letter(row->body);
        struct row_finding *f = letter ? add(list, letter) : NULL;

        if (f)
                finding_id_of_claim(&row->key, f->id);
}

/* What a group says, whatever else its row holds. */
static uint64_t content_of(const struct figure_group *g)
{
        uint64_t content = 0;

        for (size_t i = 0; i < g->n; i++) {
                const struct slot_value *v = g->members[i];
                uint64_t parts[4] = { v->mention.article, (uint64_t)v->value, (uint64_t)v->high,
                                      v->bound };

                content += digest_64(parts, sizeof(parts)) ^
                           digest_64(v->mention.text, strlen(v->mention.text));
        }
        return content;
}

static void of_entry(struct list *list, const struct row *row, const struct judgement *j,
                     size_t at)
{
        const struct entry *e = &j->entries[at];
        struct row_finding *f = add(list, 'c');

        if (!f)
                return;
        finding_id_of_entry(&row->key, j, at, f->id);
        f->content = e->verdict;
        for (size_t i = 0; i < e->n; i++)
                f->content += content_of(&e->groups[i]) * (i + 1);
}

static void of_slot(struct list *list, const struct row *row)
{
        struct judgement j;

        slot_judge(&j, row->body);
        for (size_t i = 0; i < j.n; i++)
                of_entry(list, row, &j, i);
        for (size_t i = 0; i < j.n_agreed; i++) {
                struct row_finding *f = add(list, 'g');

                if (!f)
                        return;
                finding_id_of_value(&row->key, &j.agreed[i], f->id);
                f->content = content_of(&j.agreed[i]);
        }
}

static void of_article(struct list *list, const struct row *row)
{
        const struct article_row *a = row->body;

        for (size_t i = 0; i < a->n_copies; i++) {
                struct row_finding *f = add(list, 'k');

                if (f)
                        finding_id_of_copy(a->number, a->copies[i].other, f->id);
        }
}

static void of_header(struct list *list, const struct row *row)
{
        const struct header_row *h = row->body;

        for (size_t i = 0; i < h->n_carried; i++) {
                struct row_finding *f = left_out_by(h, &h->carried[i]) ? add(list, 'm') : NULL;

                if (!f)
                        continue;
                finding_id_of_claim(&h->carried[i].key, f->id);
                f->content = left_out_by(h, &h->carried[i]) ^ h->n_origins;
        }
}

size_t findings_of(const struct row *row, const struct blob *body,
                   struct row_finding out[FINDINGS_MAX])
{
        static const struct {
                uint8_t kind;
                void (*find)(struct list *list, const struct row *row);
        } kinds[] = {
                { ROW_CLAIM, of_claim },
                { ROW_SLOT, of_slot },
                { ROW_ARTICLE, of_article },
                { ROW_HEADER, of_header },
        };
        struct list list = { .out = out, .content = digest_64(body->data, body->size) };

        for (size_t i = 0; i < ARRAY_SIZE(kinds); i++) {
                if (kinds[i].kind == row->key.kind)
                        kinds[i].find(&list, row);
        }
        return list.n;
}
