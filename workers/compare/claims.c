/* claims - passages of different articles that say the same
 *
 * A passage is looked up by its most telling terms, compared with the passages of the claims
 * found there, and joins the one most like it, or founds one. Sentences need to share much of
 * the shorter one; of quotations the speakers must be able to be one, and the more alike the
 * words are, the less that is asked.
 */
#include <errno.h>
#include <string.h>

#include "base/macros.h"
#include "workers/compare/fold.h"
#include "workers/compare/wordrun.h"

enum {
        THOUSAND = 1000,
        REPEATED = 850,    /* likeness from which on an article says the same again */
        SAID_AGAIN = 600,  /* … quotes the same again, as in its headline */
        SAME_WORDS = 1000, /* above all that is told in other words */
        AGAIN_MAX = 4,     /* mentions that one article has of an utterance */
        COMPARED_MAX = 8,  /* passages of one claim that a new one is compared with */
};

struct overlap overlap_of(const struct mention *a, const struct mention *b)
{
        struct overlap o = { 0 };

        for (size_t i = 0; i < a->n_terms; i++)
                o.in_a += TERM_TELLS(a->terms[i]);
        for (size_t i = 0; i < b->n_terms; i++)
                o.in_b += TERM_TELLS(b->terms[i]);
        for (size_t i = 0, k = 0; i < a->n_terms && k < b->n_terms;) {
                uint32_t x = a->terms[i], y = b->terms[k];

                if (TERM_IS(x, y)) {
                        o.shared +=
                                TERM_TELLS(x) < TERM_TELLS(y) ? TERM_TELLS(x) : TERM_TELLS(y);
                        o.terms += TERM_TELLS(x) != 0;
                        o.plain += TERM_TELLS(x) && !TERM_NAMES(x) && !TERM_NAMES(y);
                        o.words++;
                        i++;
                        k++;
                } else if (x < y) {
                        i++;
                } else {
                        k++;
                }
        }
        if (o.in_a && o.in_b) {
                o.of_shorter = THOUSAND * o.shared / (o.in_a < o.in_b ? o.in_a : o.in_b);
                o.of_longer = THOUSAND * o.shared / (o.in_a < o.in_b ? o.in_b : o.in_a);
        }
        return o;
}

enum speakers { SPEAKERS_SAME, SPEAKERS_OPEN, SPEAKERS_OTHERS };

/* Two names are one person or not; a description may be anybody of its kind, and a place that
 * speaks was hardly understood. */
static enum speakers compare_speakers(const char *a, const char *b)
{
        if (!a || !b)
                return SPEAKERS_OPEN;
        if (strcmp(a, b) == 0)
                return SPEAKERS_SAME;
        return a[0] == 'n' && b[0] == 'n' ? SPEAKERS_OTHERS : SPEAKERS_OPEN;
}

/* The same words but for a few; thousandths of the longer one. */
static uint32_t verbatim(const struct mention *a, const struct mention *b,
                         const struct overlap *o, enum speakers speakers)
{
        size_t shorter = a->n_terms < b->n_terms ? a->n_terms : b->n_terms;
        size_t longer = a->n_terms < b->n_terms ? b->n_terms : a->n_terms;
        unsigned least = speakers == SPEAKERS_SAME ? 3 : speakers == SPEAKERS_OPEN ? 4 : 7;

        if (o->words < least || o->words * 10 < shorter * 8 ||
            o->words * 10 < longer * (speakers == SPEAKERS_OTHERS ? 8 : 5))
                return 0;
        return (uint32_t)(THOUSAND * o->words / longer);
}

/* Words in marks that nobody said to be a quotation: see fragments.c. */
static bool is_fragment(const struct mention *m)
{
        return m->direct && m->quote == QUOTE_NONE;
}

/* One report keeps a part of what the other has: the shorter one's words, or most of them, are
 * a run within the longer one. How few may do depends on who speaks. */
static uint32_t included(const struct mention *a, const struct mention *b,
                         const struct overlap *o, enum speakers speakers)
{
        static const struct {
                unsigned terms, part, whole, equal; /* terms that tell; words of the run */
        } least[] = {
                [SPEAKERS_SAME] = { 1, 4, 2, 2 },
                [SPEAKERS_OPEN] = { 2, 5, 2, 2 },
                [SPEAKERS_OTHERS] = { 3, UINT32_MAX, 8, 5 },
        };
        size_t shorter = a->n_terms < b->n_terms ? a->n_terms : b->n_terms;
        struct word_run run;
        unsigned words;

        if (!a->text || !b->text || o->terms < least[speakers].terms ||
            o->words * 10 < shorter * 5)
                return 0;
        run = word_run_of(a->text, b->text);
        words = run.length < run.shorter   ? least[speakers].part
                : run.shorter < run.longer ? least[speakers].whole
                                           : least[speakers].equal;
        if (run.length < words || run.length * 10 < run.shorter * 6)
                return 0;
        return (uint32_t)(SAID_AGAIN + 20 + 300 * run.length / run.longer);
}

/* Reported speech of one whom both name: much of what tells in several words, or most of it in
 * a few. */
static uint32_t reported_by_both(const struct overlap *o)
{
        static const struct {
                unsigned terms;
                uint32_t of_shorter, of_longer;
        } least[] = { { 4, 380, 190 }, { 3, 600, 300 } };

        for (size_t i = 0; i < ARRAY_SIZE(least); i++)
                if (o->terms >= least[i].terms && o->of_shorter >= least[i].of_shorter &&
                    o->of_longer >= least[i].of_longer)
                        return o->of_longer + 100;
        return 0;
}

static uint32_t retold(const struct mention *a, const struct mention *b,
                       const struct overlap *o, enum speakers speakers)
{
        static const struct {
                uint32_t of_shorter, of_longer;
        } least[] = {
                [SPEAKERS_SAME] = { 550, 350 },
                [SPEAKERS_OPEN] = { 620, 400 },
                [SPEAKERS_OTHERS] = { 850, 700 },
        };
        unsigned reported = !a->direct + !b->direct;

        if (reported && speakers == SPEAKERS_SAME)
                return reported_by_both(o);
        if (o->terms < 2 + (reported > 0) || (o->terms == 2 && o->of_longer < 500) ||
            o->of_shorter < least[speakers].of_shorter + 60 * reported ||
            o->of_longer < least[speakers].of_longer)
                return 0;
        return o->of_longer + (speakers == SPEAKERS_SAME ? 100 : 0);
}

/* How sure it is that both render one utterance; 0: not enough. */
static uint32_t same_utterance(const struct mention *a, const struct mention *b)
{
        enum speakers speakers = compare_speakers(a->speaker_key, b->speaker_key);
        struct overlap o = overlap_of(a, b);
        bool fragment = is_fragment(a) || is_fragment(b);
        uint32_t same_words = 0;

        if (is_fragment(a) && is_fragment(b))
                return 0;
        if (a->direct && b->direct && !fragment)
                same_words = verbatim(a, b, &o, speakers);
        if (a->direct && b->direct && !same_words)
                same_words = included(a, b, &o, speakers);
        if (same_words)
                return SAME_WORDS + same_words + (speakers == SPEAKERS_SAME ? 100 : 0);
        return fragment ? 0 : retold(a, b, &o, speakers);
}

/* Names alone are no likeness: much may be told of one person in one place. */
static uint32_t same_sentence(const struct mention *a, const struct mention *b)
{
        struct overlap o = overlap_of(a, b);

        if (!o.plain || o.terms < 3 || o.shared < 6 || o.of_shorter < 480 || o.of_longer < 260)
                return 0;
        return o.of_longer + o.of_shorter / 4;
}

/* An article that says a thing twice joins once; what only resembles its own words is another
 * thing. */
static uint32_t likeness(const struct claim *claim, const struct passage *p, uint64_t article)
{
        uint32_t best = 0, of_longest = 0;
        size_t longest = 0, by = 0;
        bool own = numbers_hold(&claim->articles, article);

        if (claim->type != p->type)
                return 0;
        for (size_t i = 0; i < claim->n_mentions && i < COMPARED_MAX; i++) {
                const struct mention *m = &claim->mentions[i];
                uint32_t score = p->type == CLAIM_UTTERANCE ? same_utterance(m, &p->mention)
                                                            : same_sentence(m, &p->mention);

                if (score > best) {
                        best = score;
                        by = m->n_terms;
                }
                if (m->direct && m->n_terms > longest) {
                        longest = m->n_terms;
                        of_longest = score;
                }
        }
        /* A few words may stand in two utterances, which are not one for it. */
        if (p->type == CLAIM_UTTERANCE && !of_longest && by < longest &&
            by < p->mention.n_terms && p->mention.direct)
                return 0;
        return own && best < (p->type == CLAIM_UTTERANCE ? SAID_AGAIN : REPEATED) ? 0 : best;
}

struct search {
        const struct row *seen[(SPOKEN_PROBES + RUNS_MAX) * PROBE_REFS_MAX];
        size_t n;
};

/* Several probes lead to one claim. */
static bool is_seen(struct search *s, const struct row *row)
{
        for (size_t i = 0; i < s->n; i++)
                if (s->seen[i] == row)
                        return true;
        if (s->n < ARRAY_SIZE(s->seen))
                s->seen[s->n++] = row;
        return false;
}

/* The claim that a passage belongs to, or NULL. */
static struct row *find_claim(const struct ledger *ledger, const struct passage *p,
                              uint64_t article)
{
        struct search search = { .n = 0 };
        struct row *best = NULL;
        uint32_t most = 0;

        for (size_t i = 0; i < p->n_probes; i++) {
                const struct refs_row *refs = ledger_body(ledger, ROW_PROBE, p->probes[i]);

                for (size_t k = 0; refs && k < refs->n; k++) {
                        struct row *row = ledger_find(ledger, refs->keys[k]);
                        uint32_t score = row && !is_seen(&search, row)
                                                 ? likeness(row->body, p, article)
                                                 : 0;

                        if (score > most || (score && score == most &&
                                             row_key_order(&row->key, &best->key) < 0)) {
                                most = score;
                                best = row;
                        }
                }
        }
        return best;
}

static uint32_t carriers(const struct ledger *ledger, struct row_key key)
{
        const struct claim *claim = ledger_body(ledger, key.kind, key.hash);

        return claim ? claim->origins.count : 0;
}

/* A full list gives up the claim that fewest carry, the oldest of these. */
static int refer(struct ledger *ledger, uint64_t probe, struct row_key claim)
{
        struct refs_row *refs = ledger_body(ledger, ROW_PROBE, probe);
        size_t least = 0;
        struct row_key *place;

        for (size_t i = 0; refs && i < refs->n; i++) {
                if (row_key_order(&refs->keys[i], &claim) == 0)
                        return 0;
                if (carriers(ledger, refs->keys[i]) < carriers(ledger, refs->keys[least]))
                        least = i;
        }
        refs = ledger_change(ledger, ROW_PROBE, probe);
        if (!refs)
                return -ENOMEM;
        if (refs->n < PROBE_REFS_MAX) {
                place = arena_push(ledger->arena, &refs->keys, &refs->n, sizeof(*place));
                if (!place)
                        return -ENOMEM;
        } else {
                memmove(refs->keys + least, refs->keys + least + 1,
                        (refs->n - least - 1) * sizeof(*refs->keys));
                place = &refs->keys[refs->n - 1];
        }
        *place = claim;
        return 0;
}

/* May this mention stand beside those that its article has already? */
static bool is_another(const struct claim *claim, const struct mention *m)
{
        unsigned own = 0;

        for (size_t i = 0; i < claim->n_mentions; i++) {
                const struct mention *have = &claim->mentions[i];

                if (have->article != m->article)
                        continue;
                own++;
                if (have->span.start < m->span.end && m->span.start < have->span.end)
                        return false;
        }
        return claim->type == CLAIM_UTTERANCE && own && own < AGAIN_MAX;
}

int claim_join(struct ledger *ledger, struct row *row, const struct mention *mention)
{
        struct claim *claim = row->body;
        struct row **place;
        struct mention *m;
        int r;

        if (numbers_hold(&claim->articles, mention->article) && !is_another(claim, mention))
                return 0;
        row->changed = true;
        place = arena_push(ledger->arena, &ledger->joined, &ledger->n_joined, sizeof(*place));
        if (!place)
                return -ENOMEM;
        *place = row;
        r = numbers_add(&claim->articles, ledger->arena, mention->article);
        if (!r)
                r = numbers_add(&claim->origins, ledger->arena, mention->origin);
        if (r || claim->n_mentions == MENTIONS_MAX)
                return r;
        m = arena_push(ledger->arena, &claim->mentions, &claim->n_mentions, sizeof(*m));
        if (!m)
                return -ENOMEM;
        *m = *mention;
        return 0;
}

static struct row *found(struct ledger *ledger, const struct passage *p)
{
        struct row *row = ledger_row(ledger, (struct row_key){ ROW_CLAIM, p->founding });
        struct claim *claim = row ? row->body : NULL;

        if (!row)
                return NULL;
        claim->type = p->type;
        claim->weight = p->weight;
        claim->fact = p->fact;
        return row;
}

static int fold_passage(struct ledger *ledger, const struct passage *p)
{
        struct row *row = find_claim(ledger, p, p->mention.article);
        int r;

        if (!row)
                row = found(ledger, p);
        if (!row)
                return -ENOMEM;
        r = claim_join(ledger, row, &p->mention);
        if (!r)
                r = fold_echoes(ledger, p, row);
        for (size_t i = 0; !r && i < p->n_probes; i++)
                r = refer(ledger, p->probes[i], row->key);
        return r;
}

static int fold_fact(struct ledger *ledger, const struct fact *f)
{
        struct row *row = ledger_row(ledger, (struct row_key){ ROW_CLAIM, f->key });
        struct claim *claim = row ? row->body : NULL;

        if (!row)
                return -ENOMEM;
        if (!claim->n_mentions) {
                claim->type = f->type;
                claim->weight = f->weight;
                claim->about = f->about;
                claim->value = f->value;
                claim->fact = true;
        }
        if (!claim->about || strlen(f->about) > strlen(claim->about)) { /* the fullest names */
                claim->about = f->about;
                row->changed = true;
        }
        if (!f->apart && claim->fact) {
                claim->fact = false;
                row->changed = true;
        }
        return claim_join(ledger, row, &f->mention);
}

int fold_claims(struct ledger *ledger, struct account *a, uint64_t origin)
{
        int r = 0;

        for (size_t i = 0; !r && i < a->n_passages; i++) {
                a->passages[i].mention.article = a->number;
                a->passages[i].mention.origin = origin;
                r = fold_passage(ledger, &a->passages[i]);
        }
        for (size_t i = 0; !r && i < a->n_facts; i++) {
                a->facts[i].mention.article = a->number;
                a->facts[i].mention.origin = origin;
                r = fold_fact(ledger, &a->facts[i]);
        }
        return r;
}
