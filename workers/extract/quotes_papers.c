/* quotes_papers - whose statement, letter or post it is that speaks
 *
 * "…,” Berg said in a statement. “…,” the statement added.": a paper speaks for the one who
 * said something in it, or who sent it, a few sentences before.
 */
#include <string.h>

#include "base/macros.h"
#include "workers/extract/quotes.h"

enum {
        SENTENCES_BACK = 6,
        QUOTES_BACK = 8,
};

/* A paper that tells its sender's own words; a report or an article tells of others. */
static const struct token *paper_at(const struct document *doc, const struct chunks *c,
                                    size_t token)
{
        static const char *const papers[] = { "statement", "letter", "email",   "e-mail",
                                              "tweet",     "post",   "message", "posting" };
        static const char *const known[] = { "the", "this", "that" };
        struct phrase p = phrase_after(doc, c, token);
        const struct chunk *k = phrase_is_none(p) ? NULL : chunk_at(c, p.head);

        if (!k || !document_is_one_of(doc, p.first, known, ARRAY_SIZE(known)) ||
            p.end > k->end || k->head > k->first + 1)
                return NULL; /* "the statement from Berg", "the police statement" */
        for (size_t i = 0; i < ARRAY_SIZE(papers); i++)
                if (strcmp(doc->tokens[k->head].lemma, papers[i]) == 0 &&
                    !doc->tokens[k->head].capital)
                        return &doc->tokens[k->head];
        return NULL;
}

/* A person or a body, by a name or a noun. */
static bool has_voice(const struct document *doc, const struct chunks *c,
                      const struct speaker *s)
{
        struct phrase p = phrase_after(doc, c, document_token_at(doc, s->span.start));
        const char *voice;

        if (!s->name || phrase_is_none(p) || is_document_noun(doc, p.head))
                return false;
        voice = noun_voice(&doc->tokens[p.head]);
        return s->entity != NONE || (voice && strcmp(voice, "document") != 0);
}

/* "in a statement", "issued his statement", "in the letter": where one comes into the text, or
 * somebody speaks in it; not "Berg said the statement was wrong". */
static bool brings_in(const struct document *doc, const struct chunks *c, size_t i)
{
        const struct chunk *k = chunk_at(c, i);

        if (!k || k->kind != CHUNK_NOUN || k->head != i || doc->tokens[i].upos != UPOS_NOUN)
                return false;
        return !document_is(doc, k->first, "the") ||
               (k->first && document_is(doc, k->first - 1, "in"));
}

static bool names(const struct document *doc, const struct chunks *c, const struct sentence *s,
                  const struct token *paper)
{
        size_t end = s->end > s->first + 2 * CHUNK_REACH ? s->first + 2 * CHUNK_REACH : s->end;

        for (size_t i = s->first; i < end && &doc->tokens[i] < paper; i++)
                if (strcmp(doc->tokens[i].lemma, paper->lemma) == 0 && brings_in(doc, c, i))
                        return true;
        return false;
}

/* Of the quotations before the @n-th the last whose attribution stands in @sentence. */
static const struct speaker *speaker_in(const struct document *doc, const struct chunks *c,
                                        size_t n, size_t sentence)
{
        for (size_t i = n, looked = 0; i > 0 && looked < QUOTES_BACK; i--, looked++) {
                const struct speaker *s = &doc->x->quotes[i - 1].speaker;

                if (s->text && has_voice(doc, c, s) &&
                    document_sentence_at(doc, s->span.start) == sentence)
                        return s;
        }
        return NULL;
}

void quotes_papers_name(struct document *doc, const struct chunks *c)
{
        for (size_t i = 1; i < doc->x->n_quotes; i++) {
                struct speaker *s = &doc->x->quotes[i].speaker;
                const struct token *paper =
                        s->text && s->entity == NONE
                                ? paper_at(doc, c, document_token_at(doc, s->span.start))
                                : NULL;

                for (size_t k = 0; paper && k <= SENTENCES_BACK && k <= paper->sentence; k++) {
                        size_t sentence = paper->sentence - k;
                        const struct speaker *from;

                        if (!names(doc, c, &doc->sentences[sentence], paper))
                                continue;
                        from = speaker_in(doc, c, i, sentence);
                        if (from) {
                                s->entity = from->entity;
                                s->name = from->name;
                        }
                        break;
                }
        }
}
