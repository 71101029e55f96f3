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
#include "workers/compare/renderings.h"
#include "workers/compare/wordrun.h"

enum {
        THOUSAND = 1000,
        REPEATED = 850,   /* likeness from which on an article says the same again */
        AGAIN_MAX = 4,    /* mentions that one article has of an utterance */
        COMPARED_MAX = 8, /* passages of one claim that a new one is compared with */
        ALSO_MAX = 4,
        WITHIN_LEAST = 5, /* words of a run that are no turn of phrase … */
        WITHIN_WHOLE = 4, /* … or all that somebody kept */
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
                        o.rare += TERM_TELLS(x) == 3 && TERM_TELLS(y) == 3;
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

/* Names alone are no likeness: much may be told of one person in one place. */
static uint32_t same_sentence(const struct mention *a, const struct mention *b)
{
        struct overlap o = overlap_of(a, b);

        if (!o.plain || o.terms < 3 || o.shared < 6 || o.of_shorter < 480 || o.of_longer < 260)
                return 0;
        return o.of_longer + o.of_shorter / 4;
}

/* Words that a quotation has in marks of its own are not its author's. */
static bool is_cited_in(const struct claim *claim, const struct mention *words,
                        uint64_t article)
{
        if (!words->direct || words->quote != QUOTE_NONE)
                return false;
        for (size_t i = 0; i < claim->n_mentions; i++) {
                const struct mention *m = &claim->mentions[i];

                if (m->article == article && m->direct && m->quote != QUOTE_NONE &&
                    m->span.start <= words->span.start && words->span.end <= m->span.end)
                        return true;
        }
        return false;
}

/* An article that says a thing twice joins once; what only resembles its own words is another
 * thing. */
static uint32_t likeness(const struct claim *claim, const struct passage *p, uint64_t article)
{
        uint32_t best = 0, of_longest = 0;
        size_t longest = 0, by = 0;
        bool own = numbers_hold(&claim->articles, article);

        if (claim->type != p->type ||
            (own && p->type == CLAIM_UTTERANCE && is_cited_in(claim, &p->mention, article)))
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
        struct row *best;
        uint32_t most;
        struct row *also[ALSO_MAX]; /* whose words are in the passage, too */
        size_t n_also;
};

/* Does one of the two have all words of the other in one run, or nearly all in several? */
static bool is_within(const char *a, const char *b)
{
        struct word_run run = word_run_of(a, b);

        if (run.length == run.shorter && run.length >= WITHIN_WHOLE)
                return true;
        if (run.length < WITHIN_LEAST || run.length * 10 < run.shorter * 8)
                run.length = words_aligned(a, b);
        return run.length >= WITHIN_LEAST && run.length * 10 >= run.shorter * 7;
}

/* Does the passage have all that somebody has of the claim, or most of it, in its words? */
static bool has_within(const struct passage *p, const struct claim *claim)
{
        const struct mention *whole = &p->mention;

        for (size_t i = 0; i < claim->n_mentions && i < COMPARED_MAX; i++) {
                const struct mention *m = &claim->mentions[i];

                if (m->direct && m->quote != QUOTE_NONE && m->n_terms <= whole->n_terms &&
                    m->article != whole->article && is_within(m->text, whole->text) &&
                    same_utterance(m, whole) >= SAME_WORDS)
                        return true;
        }
        return false;
}

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

/* Has any report the very words? */
static bool is_quoted(const struct claim *claim)
{
        for (size_t i = 0; i < claim->n_mentions; i++)
                if (claim->mentions[i].direct)
                        return true;
        return false;
}

/* Two sentences of one report may be one of the next, or be told there in one clause; whoever
 * quotes what one report has in few words may quote what another tells in its own. */
static void note_also(struct search *s, struct row *row, const struct passage *p,
                      uint32_t score)
{
        const struct mention *m = &p->mention;
        bool also = false;

        if (p->type != CLAIM_UTTERANCE || score < RETOLD_EVEN ||
            s->n_also == ARRAY_SIZE(s->also))
                return;
        if (!m->direct || (score < SAME_WORDS && !is_quoted(row->body)))
                also = true;
        else if (m->quote != QUOTE_NONE)
                also = score >= SAME_WORDS && has_within(p, row->body);
        if (also)
                s->also[s->n_also++] = row;
}

/* The claim that a passage belongs to, if any, and others that it has the words of. */
static void find_claims(const struct ledger *ledger, const struct passage *p, uint64_t article,
                        struct search *s)
{
        for (size_t i = 0; i < p->n_probes; i++) {
                const struct refs_row *refs = ledger_body(ledger, ROW_PROBE, p->probes[i]);

                for (size_t k = 0; refs && k < refs->n; k++) {
                        struct row *row = ledger_find(ledger, refs->keys[k]);
                        uint32_t score =
                                row && !is_seen(s, row) ? likeness(row->body, p, article) : 0;

                        note_also(s, row, p, score);
                        if (score > s->most || (score && score == s->most &&
                                                row_key_order(&row->key, &s->best->key) < 0)) {
                                s->most = score;
                                s->best = row;
                        }
                }
        }
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

/* Half of the longer one or more is in both; words in marks that are no quotation of their own
 * are at home in what holds them. */
static bool is_much_the_same(const struct mention *a, const struct mention *b)
{
        const struct span *x = &a->span, *y = &b->span;
        uint32_t start = x->start > y->start ? x->start : y->start;
        uint32_t end = x->end < y->end ? x->end : y->end;
        uint32_t longer =
                x->end - x->start > y->end - y->start ? x->end - x->start : y->end - y->start;

        return start < end && (b->quote == QUOTE_NONE || 2 * (end - start) >= longer);
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
                if (is_much_the_same(have, m))
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
        struct search search = { .n = 0 };
        struct row *row;
        int r;

        find_claims(ledger, p, p->mention.article, &search);
        row = search.best ? search.best : found(ledger, p);
        if (!row)
                return -ENOMEM;
        r = claim_join(ledger, row, &p->mention);
        for (size_t i = 0; !r && i < search.n_also; i++)
                if (search.also[i] != row)
                        r = claim_join(ledger, search.also[i], &p->mention);
        if (!r)
                r = fold_echoes(ledger, p, row);
        for (size_t i = 0; !r && i < p->n_probes; i++)
                r = refer(ledger, p->probes[i], row->key);
        return r;
}

static bool has_lower(const char *text)
{
        for (; *text; text++)
                if ((*text >= 'a' && *text <= 'z') || (unsigned char)*text >= 0x80)
                        return true;
        return false;
}

/* The fullest names, and not as a dateline or a heading writes them. */
static bool names_better(const char *about, const char *than)
{
        if (has_lower(about) != has_lower(than))
                return has_lower(about) && strlen(about) >= strlen(than);
        return strlen(about) > strlen(than);
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
        if (!claim->about || names_better(f->about, claim->about)) {
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
