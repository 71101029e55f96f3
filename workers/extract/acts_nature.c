/* acts_nature - what nature and mishaps do to people is nobody's act */
#include "workers/extract/acts.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_deed_verbs;
extern const struct lexicon lexicon_mishaps;

enum { ACCIDENT_REACH = 8 }; /* tokens from "when" to what crashed */

/* Forces of nature and mishaps, which kill and strike and attack nobody. */
static bool is_mishap(const struct document *doc, size_t i)
{
        const struct token *t = &doc->tokens[i];

        return lexicon_get(&lexicon_mishaps, t->lemma) ||
               lexicon_get(&lexicon_mishaps, t->lower);
}

static bool is_phrase_of_nature(const struct document *doc, uint32_t first, uint32_t head)
{
        for (uint32_t i = first; i < head; i++) /* "a quake of a magnitude of …" */
                if (is_mishap(doc, i) && doc->tokens[i].upos == UPOS_NOUN &&
                    (doc->tokens[i + 1].upos == UPOS_ADP))
                        return true;
        return is_mishap(doc, head) || (doc->tokens[head].upos == UPOS_PROPN &&
                                        is_mishap(doc, first)); /* "Storm Ida" */
}

/* "Two trains collided, injuring one" */
static bool is_accident(const struct token *verb)
{
        return lexicon_has(&lexicon_deed_verbs, verb->lemma, "accident");
}

/* The subject, or that of the clause before: "a storm hit the town, killing two". */
static struct phrase subject_or_outer(const struct document *doc, const struct chunks *c,
                                      const struct clause *clause)
{
        uint32_t at = clause->verb->first;
        size_t first = doc->sentences[doc->tokens[at].sentence].first;

        if (clause->verb->form != VERB_ING)
                return clause->subject;
        for (size_t i = at; i > first && at - i < CHUNK_REACH; i--) {
                const struct chunk *k = chunk_at(c, i - 1);

                if (k && k->kind == CHUNK_VERB && is_accident(&doc->tokens[k->head]))
                        return (struct phrase){ k->first, k->end, k->head };
                if (k && k->kind == CHUNK_VERB && k->form != VERB_INFINITIVE &&
                    k->form != VERB_ING)
                        return chunk_subject(doc, c, k);
        }
        return PHRASE_NONE;
}

/* "A quake struck the town, | killing two": whatever the tags make of the quake. */
static bool mishap_acts_before(const struct document *doc, size_t token, bool verbless)
{
        for (size_t i = chunk_reach_low(doc, token); i + 1 < token; i++)
                if (is_mishap(doc, i) && (verbless || doc->tokens[i + 1].upos == UPOS_VERB))
                        return true;
        return false;
}

/* "after the talks collapsed": what fails so falls on nobody. */
static bool is_failure(const struct document *doc, const struct chunks *c, size_t token)
{
        const struct chunk *k = chunk_at(c, token);
        struct phrase p;

        if (!word_is(doc->tokens[token].lemma, "collapse") || !k || k->kind != CHUNK_VERB)
                return false;
        p = chunk_subject(doc, c, k);
        return !phrase_is_none(p) &&
               (plover_noun(doc, p.head) || phrase_agency(doc, c, p) == AGENCY_AGENT);
}

/* "killed when a plane crashed" */
static bool is_in_accident(const struct document *doc, const struct chunks *c,
                           const struct clause *clause)
{
        static const char *const words[] = { "crash",    "collide",  "derail",
                                             "overturn", "collapse", "capsize" };
        size_t end = document_sentence_end(doc, clause->verb->first);

        if (!document_is(doc, clause->end, "when") && !document_is(doc, clause->end, "after"))
                return false;
        for (size_t i = clause->end; i < end && i < clause->end + ACCIDENT_REACH; i++)
                if (doc->tokens[i].upos == UPOS_VERB &&
                    word_is_one_of(doc->tokens[i].lemma, words, ARRAY_SIZE(words)))
                        return !is_failure(doc, c, i);
        return false;
}

/* "A quake struck the town", "three were killed in a crash" */
bool clause_is_of_nature(const struct document *doc, const struct chunks *c,
                         const struct clause *clause)
{
        struct phrase s = subject_or_outer(doc, c, clause);

        if (!phrase_is_none(s) &&
            (is_phrase_of_nature(doc, s.first, s.head) ||
             (doc->tokens[s.head].upos == UPOS_VERB && is_accident(&doc->tokens[s.head]) &&
              !word_is(doc->tokens[s.head].lemma, "explode"))))
                return true;
        if (is_in_accident(doc, c, clause))
                return true;
        if (clause->verb->form == VERB_ING &&
            mishap_acts_before(doc, clause->verb->first, phrase_is_none(s)))
                return true;
        for (unsigned i = 0; i < clause->n_parts; i++) {
                const struct clause_part *p = &clause->parts[i];

                if (p->preposition != UINT32_MAX && !p->inner &&
                    (document_is(doc, p->preposition, "by") ||
                     document_is(doc, p->preposition, "in")) &&
                    is_phrase_of_nature(doc, p->chunk->first, p->chunk->head))
                        return true;
        }
        return false;
}

bool clause_is_by_storm(const struct document *doc, const struct clause *clause)
{
        struct phrase s = clause->subject;

        return !phrase_is_none(s) && s.head > s.first && s.end == s.head + 1 &&
               doc->tokens[s.head].upos == UPOS_PROPN && is_mishap(doc, s.first) &&
               doc->tokens[s.first].capital;
}
