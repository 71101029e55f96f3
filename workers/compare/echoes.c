/* echoes - sentences that have the words of a quotation
 *
 * One report quotes, and another tells the same words without marks, or in marks that nobody
 * could pair, or as reported speech that was not known for such. A sentence that names the
 * speaker needs to share much of the words, one in the first person, or of a post, nearly all
 * of them; what a report tells in its own name is no rendering, whoever says the same. Either
 * may come first: a quotation is held against the sentences that are there, and a sentence
 * against the quotations.
 */
#include <string.h>

#include "base/ascii.h"
#include "base/digest.h"
#include "base/macros.h"
#include "workers/compare/fold.h"
#include "workers/compare/wordrun.h"

enum {
        THOUSAND = 1000,
        COMPARED_MAX = 8, /* passages of one claim that a new one is held against */
        RUN_LEAST = 10,   /* words that are nobody else's */
};

/* Does the sentence name who is quoted? Persons are known by one word. */
static bool names(const struct mention *told, const char *key)
{
        uint32_t term;

        if (!key || strncmp(key, "n:", 2) != 0)
                return false;
        term = (uint32_t)(digest_64(key + 2, strlen(key + 2)) >> 32);
        for (size_t i = 0; i < told->n_terms; i++)
                if (TERM_IS(told->terms[i], term))
                        return true;
        return false;
}

/* "#ferry", "@harbour". */
static bool is_tag(const char *p)
{
        return (*p == '#' || *p == '@') && ascii_is_letter(p[1]);
}

/* A reporter's own sentence opens with no mark, and has neither "I" nor "you", nor what is
 * written in posts alone. */
static bool is_spoken(const char *text)
{
        static const char *const marks[] = { "\"", "'", "`", "‘", "’", "“", "”", "«", "„" };
        static const char *const persons[] = { "I",      "me",  "my",   "mine",
                                               "myself", "we",  "us",   "our",
                                               "ours",   "you", "your", "ourselves" };
        size_t n;

        for (size_t i = 0; i < ARRAY_SIZE(marks); i++)
                if (strncmp(text, marks[i], strlen(marks[i])) == 0)
                        return true;
        for (const char *p = text; *p; p += n ? n : 1) {
                if (is_tag(p))
                        return true;
                for (n = 0; ascii_is_letter(p[n]); n++)
                        ;
                for (size_t i = 0; n && i < ARRAY_SIZE(persons); i++)
                        if (strlen(persons[i]) == n &&
                            ((p[0] | 0x20) == (persons[i][0] | 0x20)) &&
                            strncmp(p + 1, persons[i] + 1, n - 1) == 0 &&
                            (n > 1 || p[0] == 'I'))
                                return true;
        }
        return false;
}

/* The same words in one run, but for few of the shorter one and half of the longer one. */
static bool is_verbatim(const struct mention *said, const struct mention *told,
                        const struct overlap *o)
{
        struct word_run run;

        if (o->words < RUN_LEAST / 2 || !said->text)
                return false;
        run = word_run_of(said->text, told->text);
        return run.length >= RUN_LEAST && run.length * 10 >= run.shorter * 8 &&
               run.length * 10 >= run.longer * 5;
}

/* Does @told have the words that are quoted? */
static bool is_echo(const struct mention *said, const struct mention *told)
{
        struct overlap o;

        if (!said->direct || said->quote == QUOTE_NONE || told->direct || !told->text ||
            said->article == told->article)
                return false;
        o = overlap_of(said, told);
        if (names(told, said->speaker_key))
                return o.terms >= 3 && o.shared * THOUSAND >= 620 * o.in_a &&
                       o.shared * THOUSAND >= 350 * o.in_b;
        if (!is_spoken(told->text))
                return false;
        return (o.terms >= 5 && o.shared * THOUSAND >= 800 * o.in_a &&
                o.shared * THOUSAND >= 500 * o.in_b) ||
               is_verbatim(said, told, &o);
}

/* The sentence @told joins the utterances whose words it has. */
static int join_said(struct ledger *ledger, struct row *row, const struct mention *told)
{
        const struct claim *claim = row->body;

        for (size_t i = 0; i < claim->n_mentions && i < COMPARED_MAX; i++)
                if (is_echo(&claim->mentions[i], told))
                        return claim_join(ledger, row, told);
        return 0;
}

/* Sentences of @claim join the utterance @said of @row. */
static int join_told(struct ledger *ledger, struct row *row, const struct mention *said,
                     const struct claim *claim)
{
        int r = 0;

        for (size_t i = 0; !r && i < claim->n_mentions && i < COMPARED_MAX; i++)
                if (is_echo(said, &claim->mentions[i]))
                        r = claim_join(ledger, row, &claim->mentions[i]);
        return r;
}

int fold_echoes(struct ledger *ledger, const struct passage *p, struct row *row)
{
        uint8_t other = p->type == CLAIM_UTTERANCE ? CLAIM_SENTENCE : CLAIM_UTTERANCE;
        int r = 0;

        for (size_t i = 0; i < p->n_echoes; i++) {
                const struct refs_row *refs = ledger_body(ledger, ROW_PROBE, p->echoes[i]);

                for (size_t k = 0; !r && refs && k < refs->n; k++) {
                        struct row *found = ledger_find(ledger, refs->keys[k]);
                        const struct claim *claim = found ? found->body : NULL;

                        if (!claim || claim->type != other)
                                continue;
                        r = other == CLAIM_UTTERANCE
                                    ? join_said(ledger, found, &p->mention)
                                    : join_told(ledger, row, &p->mention, claim);
                }
        }
        return r;
}
