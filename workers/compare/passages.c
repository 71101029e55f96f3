/* passages - the sentences and quotations of an article, with the terms they are known by */
#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/digest.h"
#include "base/macros.h"
#include "workers/compare/particulars.h"
#include "workers/compare/posts.h"
#include "workers/compare/wordrun.h"
#include "workers/text/name_key.h"

enum {
        SENTENCE_TELLS_LEAST =
                7, /* sum of what its terms tell: below, a sentence is no claim */
        QUOTE_TELLS_LEAST = 2,
        UTTERANCE_WORDS = 4, /* below, a sentence of a quotation does not stand alone */
        LONG_PASSAGE_TERMS = 400,
        WORDS_LEAST = 3, /* of a sentence that tells a fact */
        UNSPACED = 12,   /* bytes of some four letters, of a script that parts no words */
        VERB_BYTES = 60, /* from a verb of saying to what it reports */
};

struct candidate {
        uint32_t term;
        uint16_t commonness;
        uint64_t hash;
};

static int by_term(const void *a, const void *b)
{
        const struct candidate *x = a, *y = b;

        if (x->term != y->term)
                return x->term < y->term ? -1 : 1;
        if (x->commonness != y->commonness) /* one word, once within a name and once not */
                return x->commonness < y->commonness ? -1 : 1;
        return (x->hash > y->hash) - (x->hash < y->hash);
}

/* What tells most comes first. */
static int by_telling(const void *a, const void *b)
{
        const struct candidate *x = a, *y = b;

        if (TERM_TELLS(x->term) != TERM_TELLS(y->term))
                return TERM_TELLS(x->term) < TERM_TELLS(y->term) ? 1 : -1;
        if (x->commonness != y->commonness)
                return x->commonness < y->commonness ? -1 : 1;
        return by_term(a, b);
}

static int by_number(const void *a, const void *b)
{
        const uint32_t *x = a, *y = b;

        return (*x > *y) - (*x < *y);
}

/* Where a reporter's insertion ends that opens between the two, "[the ferry]"; else @until. */
static uint32_t inserted_until(const char *text, uint32_t from, uint32_t to, uint32_t until)
{
        for (; from < to; from++)
                if (text[from] == '[')
                        until = from + (uint32_t)words_inserted(text + from);
        return until;
}

/* The distinct telling terms of a passage, or of somebody's words all of them, the most telling
 * first. */
static size_t gather(const struct account *a, struct span bytes, bool all,
                     struct candidate *found)
{
        size_t n = 0, distinct = 0;
        uint32_t before = bytes.start, until = before;

        for (size_t i = account_term_at(a, bytes.start);
             i < a->n_terms && a->terms[i].end <= bytes.end && n < LONG_PASSAGE_TERMS; i++) {
                const struct term *t = &a->terms[i];

                until = inserted_until(a->x->text, before, t->start, until);
                before = t->start;
                if (all ? t->start >= until : a->tells[i] && !a->speaks[i])
                        found[n++] =
                                (struct candidate){ term_packed(a, i), t->commonness, t->hash };
        }
        if (n)
                qsort(found, n, sizeof(*found), by_term);
        for (size_t i = 0; i < n; i++) {
                if (!distinct || !TERM_IS(found[distinct - 1].term, found[i].term))
                        found[distinct++] = found[i];
        }
        if (distinct)
                qsort(found, distinct, sizeof(*found), by_telling);
        return distinct;
}

/* The least hashes of its runs of three words, as a sample that is the same wherever most of
 * the words are (Broder 1997): common words tell nothing, and a run of them does. */
static size_t least_runs(const struct account *a, struct span bytes, uint64_t *least,
                         size_t most)
{
        size_t n = 0;

        for (size_t i = account_term_at(a, bytes.start);
             i + 2 < a->n_terms && a->terms[i + 2].end <= bytes.end; i++) {
                uint64_t run[3] = { a->terms[i].hash, a->terms[i + 1].hash,
                                    a->terms[i + 2].hash };
                uint64_t hash = digest_64(run, sizeof(run));
                size_t at = n < most ? n++ : most;

                for (; at > 0 && hash < least[at - 1]; at--)
                        if (at < most)
                                least[at] = least[at - 1];
                if (at < most)
                        least[at] = hash;
        }
        return n;
}

static int keep_terms(const struct account *a, const struct candidate *found, size_t n,
                      struct mention *m)
{
        for (size_t i = 0; i < n && i < TERMS_MAX_CLAIM; i++) {
                uint32_t *term = arena_push(a->arena, &m->terms, &m->n_terms, sizeof(*term));

                if (!term)
                        return -ENOMEM;
                *term = found[i].term;
        }
        if (n)
                qsort(m->terms, m->n_terms, sizeof(*m->terms), by_number);
        return 0;
}

int account_find_tellings(const struct account *a, struct span bytes, struct mention *m)
{
        struct candidate found[LONG_PASSAGE_TERMS];

        return keep_terms(a, found, gather(a, bytes, false, found), m);
}

static int set_terms(const struct account *a, struct passage *p, struct span bytes,
                     unsigned *ret_tells)
{
        struct candidate found[LONG_PASSAGE_TERMS];
        bool spoken = p->type == CLAIM_UTTERANCE;
        size_t n = gather(a, bytes, spoken, found), n_runs;
        uint64_t runs[SPOKEN_PROBES + RUNS_MAX];
        uint64_t quote = key_hash("quote", ""), sentence = key_hash("sentence", "");

        *ret_tells = 0;
        for (size_t i = 0;
             i < n && i < (spoken ? SPOKEN_PROBES : PROBES_MAX) && TERM_TELLS(found[i].term);
             i++) {
                p->probes[p->n_probes++] = (spoken ? quote : sentence) ^ found[i].hash;
                if (i < PROBES_MAX)
                        p->echoes[p->n_echoes++] = (spoken ? sentence : quote) ^ found[i].hash;
        }
        /* Of a quotation without telling words the more runs. */
        n_runs = least_runs(a, bytes, runs,
                            spoken ? ARRAY_SIZE(p->probes) - p->n_probes : RUNS_MAX);
        for (size_t i = 0; i < n_runs; i++) {
                if (spoken)
                        p->probes[p->n_probes++] = quote ^ runs[i];
                else
                        p->echoes[p->n_echoes++] = quote ^ runs[i];
        }
        for (size_t i = 0; i < n && i < TERMS_MAX_CLAIM; i++)
                *ret_tells += TERM_TELLS(found[i].term);
        return keep_terms(a, found, n, &p->mention);
}

/* How central a sentence is: what it shares with title and lead, how early it stands. */
static uint16_t centrality(const struct account *a, struct span bytes)
{
        size_t n = 0, shared = 0, early;
        size_t at = account_sentence_at(a, bytes.start), of = a->x->n_sentences;

        for (size_t i = account_term_at(a, bytes.start);
             i < a->n_terms && a->terms[i].end <= bytes.end; i++) {
                if (!a->tells[i])
                        continue;
                n++;
                shared += account_leads_with(a, a->terms[i].hash);
        }
        early = of ? 400 * (of - (at < of ? at : of)) / of : 0;
        return (uint16_t)(early + (n ? 600 * shared / n : 0));
}

/* A letter of Latin script in small, or of any other: dashes and quotation marks begin with the
 * byte 0xe2, which letters of a few scripts do, too. */
static bool is_small_letter(unsigned char c)
{
        return islower(c) || (c > 0xc2 && c != 0xe2);
}

/* Words in small letters of what stands between two spaces; a name on a network, or what holds
 * an address ("STORY:https://…"), has none. */
static unsigned small_words(const char *p, size_t size)
{
        unsigned n = 0;

        if (*p == '@' || memmem(p, size, "://", strlen("://")))
                return 0;
        for (size_t i = 0; i < size;) {
                size_t first = i;

                while (i < size && (isalpha((unsigned char)p[i]) || p[i] & 0x80))
                        i++;
                if (i - first >= 2 && is_small_letter((unsigned char)p[first]))
                        n += 1 + (p[first] & 0x80 ? (unsigned)(i - first) / UNSPACED : 0);
                i += i == first;
        }
        return n;
}

/* "Friday, Mar 6, 2026 | Updated 7:15 PM GMT", "IV, ch. 9, in 2 Harb.": a sentence has words
 * in small letters. */
static bool has_words(const char *text, struct span bytes)
{
        unsigned n = 0;

        for (uint32_t i = bytes.start; i < bytes.end && n < WORDS_LEAST;) {
                uint32_t first = i;

                while (i < bytes.end && !isspace((unsigned char)text[i]))
                        i++;
                if (i > first)
                        n += small_words(text + first, i - first);
                i += i < bytes.end;
        }
        return n >= WORDS_LEAST;
}

/* A question tells nothing. */
static bool is_fact(const struct account *a, struct span bytes)
{
        if (!has_words(a->x->text, bytes))
                return false;
        while (bytes.end > bytes.start && !isalnum((unsigned char)a->x->text[bytes.end - 1]) &&
               (unsigned char)a->x->text[bytes.end - 1] < 0x80)
                if (a->x->text[--bytes.end] == '?')
                        return false;
        return true;
}

/* Adds a passage; one that says too little is left out, and *@ret is NULL. */
static int add(struct account *a, uint8_t type, struct span bytes, unsigned least,
               struct passage **ret)
{
        struct passage p = { .type = type };
        struct passage *place;
        unsigned tells;
        char founding[32];
        int r;

        *ret = NULL;
        if (a->n_passages == PASSAGES_MAX || !account_passage(a, bytes, &p.mention))
                return 0;
        r = p.mention.text ? set_terms(a, &p, bytes, &tells) : -ENOMEM;
        if (!r && type == CLAIM_SENTENCE)
                r = particulars_find(a, bytes, &p.mention);
        if (r || (tells < least && (type != CLAIM_UTTERANCE || p.mention.n_terms < least)))
                return r;
        p.weight = centrality(a, bytes);
        p.fact = is_fact(a, bytes);
        snprintf(founding, sizeof(founding), "%u %u %u", (unsigned)type, bytes.start,
                 bytes.end);
        p.founding = key_hash(founding, a->x->article ? a->x->article : "");
        place = arena_push(a->arena, &a->passages, &a->n_passages, sizeof(*place));
        if (!place)
                return -ENOMEM;
        *place = p;
        *ret = place;
        return 0;
}

/* Is half of it or more within quotations? */
static bool is_quoted(const struct account *a, struct span s)
{
        uint32_t quoted = 0;

        for (size_t i = 0; i < a->x->n_quotes; i++) {
                const struct quote *q = &a->x->quotes[i];

                for (size_t k = 0; k < q->n_spans; k++) {
                        uint32_t start =
                                q->spans[k].start > s.start ? q->spans[k].start : s.start;
                        uint32_t end = q->spans[k].end < s.end ? q->spans[k].end : s.end;

                        quoted += start < end ? end - start : 0;
                }
        }
        return 2 * quoted >= s.end - s.start;
}

static int add_sentence(struct account *a, struct span bytes)
{
        struct passage *p;
        int r;

        if (is_under_post(a->x->text, bytes))
                return 0;
        bytes = without_signature(a->x->text, bytes);
        r = add(a, CLAIM_SENTENCE, bytes, SENTENCE_TELLS_LEAST, &p);
        if (r || !p)
                return r;
        p->mention.quote = QUOTE_NONE;
        p->mention.direct = is_quoted(a, bytes);
        return 0;
}

size_t description_head(const char *text, const char **ret)
{
        static const char *const cuts[] = { " of ",   " for ",    " in ", " at ",
                                            " from ", " who ",    " on ", " to ",
                                            " with ", " quoted ", ", ",   " by " };
        size_t end = strlen(text), start;

        for (size_t i = 0; i < ARRAY_SIZE(cuts); i++) {
                const char *cut = strstr(text, cuts[i]);

                if (cut && (size_t)(cut - text) < end)
                        end = (size_t)(cut - text);
        }
        while (end > 0 && text[end - 1] == ' ')
                end--;
        for (start = end; start > 0 && text[start - 1] != ' '; start--)
                ;
        *ret = text + start;
        return end - start;
}

static int add_spoken(struct account *a, size_t quote, struct span bytes)
{
        const struct quote *q = &a->x->quotes[quote];
        struct passage *p;
        int r;

        if (q->direct && account_is_title(a, bytes))
                return 0;
        bytes = without_signature(a->x->text, bytes);
        r = add(a, CLAIM_UTTERANCE, bytes, QUOTE_TELLS_LEAST, &p);

        if (r || !p)
                return r;
        p->mention.direct = q->direct;
        p->mention.quote = (uint16_t)(quote < QUOTE_NONE ? quote : QUOTE_NONE);
        p->mention.confidence = q->by.confidence;
        return account_set_speaker(a, q, &p->mention);
}

static size_t terms_in(const struct account *a, struct span bytes)
{
        size_t n = 0;

        for (size_t i = account_term_at(a, bytes.start);
             i < a->n_terms && a->terms[i].end <= bytes.end; i++)
                n++;
        return n;
}

/* "promised legal action", "congratulated the crew": what is reported is told by the verb as
 * much as by its object. "said" tells nothing. */
static bool tells_by_verb(const struct quote *q)
{
        return !q->direct && strcmp(q->by.rule, "quotes.reported_noun") == 0 &&
               q->cue.start < q->cue.end && q->cue.end <= q->spans[0].start &&
               q->spans[0].start - q->cue.end <= VERB_BYTES;
}

/* Each sentence of a quotation is an utterance: another article may have kept one of them. One
 * of a word or two goes with the next. */
static int add_quote(struct account *a, size_t quote)
{
        const struct quote *q = &a->x->quotes[quote];
        struct span whole = { tells_by_verb(q) ? q->cue.start : q->spans[0].start,
                              q->spans[q->n_spans - 1].end },
                    s;
        size_t first = account_sentence_at(a, whole.start);
        size_t last = account_sentence_at(a, whole.end ? whole.end - 1 : 0);
        int r = 0;

        if (last >= a->x->n_sentences || first >= last)
                return add_spoken(a, quote, whole);
        s.start = whole.start;
        for (size_t i = first; !r && i <= last; i++) {
                s.end = a->x->sentences[i].end < whole.end ? a->x->sentences[i].end : whole.end;
                if (i < last && terms_in(a, s) < UTTERANCE_WORDS)
                        continue;
                r = add_spoken(a, quote, s);
                s.start = i < last ? a->x->sentences[i + 1].start : s.end;
        }
        return r;
}

/* Whose reported speech the fragment stands in; nobody's: NULL. */
static const struct quote *reported_around(const struct account *a, struct span s)
{
        for (size_t i = 0; i < a->x->n_quotes; i++) {
                const struct quote *q = &a->x->quotes[i];

                for (size_t k = 0; !q->direct && k < q->n_spans; k++)
                        if (q->spans[k].start <= s.start && s.end <= q->spans[k].end)
                                return q;
        }
        return NULL;
}

static int add_fragment(struct account *a, struct span bytes)
{
        const struct quote *around = reported_around(a, bytes);
        struct passage *p;
        int r = add(a, CLAIM_UTTERANCE, bytes, QUOTE_TELLS_LEAST, &p);

        if (r || !p)
                return r;
        p->mention.direct = true;
        p->mention.quote = QUOTE_NONE;
        return around ? account_set_speaker(a, around, &p->mention) : 0;
}

/* An utterance takes of renderings that are much the same the first: what stands in marks comes
 * before reported speech. */
int account_find_passages(struct account *a)
{
        struct span fragments[FRAGMENTS_MAX];
        size_t n = account_fragments(a, fragments);
        int r = 0;

        for (size_t i = 0; !r && i < a->x->n_quotes; i++)
                if (a->x->quotes[i].n_spans && a->x->quotes[i].direct)
                        r = add_quote(a, i);
        for (size_t i = 0; !r && i < a->x->n_quotes; i++)
                if (a->x->quotes[i].n_spans && !a->x->quotes[i].direct)
                        r = add_quote(a, i);
        for (size_t i = 0; !r && i < n; i++)
                r = add_fragment(a, fragments[i]);
        for (size_t i = 0; !r && i < a->x->n_sentences; i++)
                r = add_sentence(a, a->x->sentences[i]);
        return r;
}
