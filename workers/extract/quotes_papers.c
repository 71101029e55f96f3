/* quotes_papers - whose statement, letter or post it is that speaks
 *
 * "…,” Berg said in a statement. “…,” the statement added.": a paper speaks for the one who
 * said something in it, or who sent it, a few sentences before.
 */
#include <errno.h>
#include <string.h>

#include "base/macros.h"
#include "workers/extract/quotes.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_speech_words;

enum {
        SENTENCES_BACK = 6,
        VERBS_BACK = 2, /* sentences, to the verb that goes with a paper */
        QUOTES_BACK = 8,
};

/* A paper that tells its sender's own words; a report or an article tells of others. */
static bool is_paper(const struct token *t)
{
        return t->fine == FINE_NN && !t->capital &&
               lexicon_has(&lexicon_speech_words, t->lemma, "paper");
}

/* The paper that the speaker's own words, which begin at @token, are: "the letter", whatever
 * the verb behind it is tagged as. */
static const struct token *paper_at(const struct document *doc, const struct speaker *s,
                                    size_t token)
{
        static const char *const known[] = { "the", "this", "that" };
        size_t end = document_token_at(doc, s->span.end);

        if (end < token + 2 || end > token + 3 || document_is(doc, end, "by") ||
            document_is(doc, end, "from") ||
            !document_is_one_of(doc, token, known, ARRAY_SIZE(known)))
                return NULL; /* "the statement from Berg", "the police statement" */
        if (end == token + 3 && doc->tokens[token + 1].upos != UPOS_ADJ)
                return NULL;
        return is_paper(&doc->tokens[end - 1]) ? &doc->tokens[end - 1] : NULL;
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
        return s->entity != NONE || doc->tokens[p.head].name == NAME_PERSON ||
               (voice && strcmp(voice, "document") != 0);
}

/* How a sentence has a paper: somebody says something in it, or it comes into the text. */
enum way { WAY_NONE, WAY_ISSUED, WAY_SAID_IN };

/* "in a statement", "issued a statement"; not "Berg said the statement was wrong". */
static enum way way_at(const struct document *doc, const struct chunks *c, size_t i)
{
        static const char *const words[] = { "in", "via", "through", "on" };
        const struct chunk *k = chunk_at(c, i);

        if (!k || k->kind != CHUNK_NOUN || k->head != i || doc->tokens[i].upos != UPOS_NOUN)
                return WAY_NONE;
        if (k->first && document_is_one_of(doc, k->first - 1, words, ARRAY_SIZE(words)))
                return WAY_SAID_IN;
        return document_is(doc, k->first, "the") ? WAY_NONE : WAY_ISSUED;
}

/* Of a sentence without end only so much. */
static size_t end_looked_at(const struct sentence *s)
{
        return s->end > s->first + 2 * CHUNK_REACH ? s->first + 2 * CHUNK_REACH : s->end;
}

static enum way way_in(const struct document *doc, const struct chunks *c,
                       const struct sentence *s, const struct token *paper)
{
        size_t end = end_looked_at(s);
        enum way way = WAY_NONE;

        for (size_t i = s->first; i < end && &doc->tokens[i] < paper && way == WAY_NONE; i++)
                if (strcmp(doc->tokens[i].lemma, paper->lemma) == 0)
                        way = way_at(doc, c, i);
        return way;
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

/* "The town refused, stating: “…”. The statement …": is something said in @sentence by the verb
 * that goes with the paper? */
static bool is_told_so(const struct document *doc, size_t n, size_t sentence,
                       const struct token *paper)
{
        static const char *const verbs[][2] = { { "state", "statement" }, { "tweet", "tweet" },
                                                { "tweet", "post" },      { "post", "post" },
                                                { "write", "letter" },    { "write", "email" },
                                                { "write", "message" } };

        for (size_t i = n, looked = 0; i > 0 && looked < QUOTES_BACK; i--, looked++) {
                struct span cue = doc->x->quotes[i - 1].cue;
                size_t verb =
                        span_is_none(cue) ? doc->n_tokens : document_token_at(doc, cue.start);

                if (verb >= doc->n_tokens || doc->tokens[verb].sentence != sentence)
                        continue;
                for (size_t k = 0; k < ARRAY_SIZE(verbs); k++)
                        if (strcmp(doc->tokens[verb].lemma, verbs[k][0]) == 0 &&
                            strcmp(paper->lemma, verbs[k][1]) == 0)
                                return true;
        }
        return false;
}

/* "The airline issued a statement.": who does it. */
static struct phrase actor_in(const struct document *doc, const struct chunks *c,
                              const struct sentence *s)
{
        size_t end = end_looked_at(s);

        for (size_t i = s->first; i < end; i++) {
                const struct chunk *k = chunk_at(c, i);
                struct phrase p;

                if (!k || k->kind != CHUNK_VERB)
                        continue;
                i = k->end - 1;
                if (k->form != VERB_FINITE || k->passive ||
                    !document_is_of(doc, k->head, &lexicon_speech_words, "issue"))
                        continue;
                p = chunk_subject(doc, c, k);
                if (phrase_speaks(doc, p) && doc->tokens[p.head].upos != UPOS_PRON &&
                    !is_document_noun(doc, p.head))
                        return p;
                return PHRASE_NONE;
        }
        return PHRASE_NONE;
}

/* Lets the paper that speaks in the @n-th quotation mean whoever said something in @sentence,
 * or issued it there. 0 or -ENOMEM. */
static int name_by(struct document *doc, const struct chunks *c, size_t n, size_t sentence,
                   enum way way)
{
        struct speaker *s = &doc->x->quotes[n].speaker;
        const struct speaker *from =
                way == WAY_SAID_IN ? speaker_in(doc, c, n, sentence) : NULL;
        struct phrase p = from ? PHRASE_NONE : actor_in(doc, c, &doc->sentences[sentence]);
        const char *name;

        if (from) {
                s->entity = from->entity;
                s->name = from->name;
        }
        if (phrase_is_none(p))
                return 0;
        s->entity = noun_is_plural(doc, p) ? NONE : phrase_referent(doc, c, p);
        name = s->entity == NONE ? phrase_description(doc, p)
                                 : doc->x->entities[s->entity].name;
        if (!name)
                return -ENOMEM;
        s->name = name;
        return 0;
}

/* "her statement", "Berg's statement": whom the pronoun means, or whose name it is. */
static int sender_of(const struct document *doc, const struct chunks *c,
                     const struct speaker *s, size_t token)
{
        const struct chunk *k = chunk_at(c, token);
        size_t end = document_token_at(doc, s->span.end);

        if (!k || k->kind != CHUNK_NOUN || k->first != token || end < token + 2 ||
            end > k->end || !is_paper(&doc->tokens[end - 1]))
                return NONE;
        return phrase_referent(doc, c, chunk_possessor(doc, k));
}

int quotes_papers_name(struct document *doc, const struct chunks *c)
{
        int r = 0;

        for (size_t i = 0; i < doc->x->n_quotes && !r; i++) {
                struct speaker *s = &doc->x->quotes[i].speaker;
                size_t token = s->text ? document_token_at(doc, s->span.start) : doc->n_tokens;
                const struct token *paper = NULL;

                if (token >= doc->n_tokens || s->entity != NONE)
                        continue;
                s->entity = sender_of(doc, c, s, token);
                if (s->entity == NONE)
                        paper = paper_at(doc, s, token);
                else
                        s->name = doc->x->entities[s->entity].name;

                for (size_t k = 0; paper && k <= SENTENCES_BACK && k <= paper->sentence; k++) {
                        size_t sentence = paper->sentence - k;
                        enum way way = way_in(doc, c, &doc->sentences[sentence], paper);

                        if (way == WAY_NONE && k && k <= VERBS_BACK &&
                            is_told_so(doc, i, sentence, paper))
                                way = WAY_SAID_IN;
                        if (way == WAY_NONE)
                                continue;
                        r = name_by(doc, c, i, sentence, way);
                        break;
                }
        }
        return r;
}
