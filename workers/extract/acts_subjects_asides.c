/* acts_subjects_asides - subjects that a phrase beside the verb hides
 *
 * "Anna Berg, 66, of Oslo | was killed", "the top senator on the panel, Lena Lind of Oslo, |
 * accused her", "the cousins of sailors | killed in the raid": who is meant is not the noun
 * that the flat syntax finds.
 */
#include "workers/extract/acts.h"
#include "workers/extract/subjects.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_deed_verbs;

enum { APPOSITION_TOKENS = 10, ABSOLUTE_TOKENS = 20 };

static const struct chunk *noun_before(const struct chunks *c, size_t token, size_t first)
{
        const struct chunk *k = token > first ? chunk_at(c, token - 1) : NULL;

        return k && k->kind == CHUNK_NOUN && k->end == token && !k->time ? k : NULL;
}

/* "Berg, 66, of Oslo | was killed" */
static struct phrase subject_over_age(const struct document *doc, const struct chunks *c,
                                      const struct chunk *verb, size_t first)
{
        const struct chunk *k = noun_before(c, verb->first, first);
        size_t i;

        if (!k || k->first < first + 3 || !document_is(doc, k->first - 1, "of") ||
            !document_is(doc, k->first - 2, ","))
                return PHRASE_NONE;
        i = k->first - 2;
        if (i > first + 2 && doc->tokens[i - 1].kind == TOKEN_NUMBER &&
            document_is(doc, i - 2, ","))
                i -= 2;
        k = noun_before(c, i, first);
        return k && doc->tokens[k->head].name == NAME_PERSON ? chunk_phrase(k) : PHRASE_NONE;
}

/* Does what stands at @i begin its clause, so that it can be no object? */
static bool begins_clause(const struct document *doc, size_t i, size_t first)
{
        return i == first || doc->tokens[i - 1].kind == TOKEN_PUNCTUATION ||
               doc->tokens[i - 1].upos == UPOS_SCONJ || doc->tokens[i - 1].upos == UPOS_CCONJ ||
               document_is(doc, i - 1, "that");
}

/* "A mill in Vik, Norway | did not help": the land behind the comma is where the town is. */
static struct phrase subject_over_place(const struct document *doc, const struct chunks *c,
                                        const struct chunk *verb, size_t first)
{
        static const char *const ties[] = { "in", "at", "near", "of", "from", "outside" };
        const struct chunk *k = noun_before(c, verb->first, first), *town;

        if (!k || doc->tokens[k->head].name != NAME_PLACE || k->first < first + 4 ||
            !document_is(doc, k->first - 1, ","))
                return PHRASE_NONE;
        town = noun_before(c, k->first - 1, first);
        if (!town || doc->tokens[town->head].name != NAME_PLACE || town->first < first + 2 ||
            !document_is_one_of(doc, town->first - 1, ties, ARRAY_SIZE(ties)))
                return PHRASE_NONE;
        k = noun_before(c, town->first - 1, first);
        return k && !k->pronoun && begins_clause(doc, k->first, first) ? chunk_phrase(k)
                                                                       : PHRASE_NONE;
}

/* "the top senator on the panel, Lena Lind of Oslo, | accused her" */
static struct phrase subject_in_apposition(const struct document *doc, const struct chunks *c,
                                           const struct chunk *verb, size_t first)
{
        const struct chunk *person = NULL, *before;
        size_t i = verb->first;

        if (i < first + 4 || !document_is(doc, i - 1, ","))
                return PHRASE_NONE;
        for (i--; i > first && verb->first - i < APPOSITION_TOKENS; i--) {
                const struct chunk *k = chunk_at(c, i - 1);

                if (document_is(doc, i - 1, ",")) {
                        before = noun_before(c, i - 1, first);
                        return person && person->first == i && before &&
                                               doc->tokens[before->head].name ==
                                                       NAME_ORGANIZATION &&
                                               before->first > first &&
                                               doc->tokens[before->first - 1].upos == UPOS_ADP
                                       ? chunk_phrase(person)
                                       : PHRASE_NONE;
                }
                if (k ? k->kind == CHUNK_VERB : doc->tokens[i - 1].upos != UPOS_ADP)
                        return PHRASE_NONE;
                person = k && doc->tokens[k->head].name == NAME_PERSON ? k : person;
                i = k ? k->first + 1 : i;
        }
        return PHRASE_NONE;
}

/* "the cousins of sailors | killed in the raid": those beside the participle. */
static struct phrase subject_of_sufferers(const struct document *doc, const struct chunks *c,
                                          const struct chunk *verb, size_t first)
{
        const struct chunk *k = noun_before(c, verb->first, first);

        if (verb->form != VERB_PARTICIPLE || verb->end >= doc->n_tokens ||
            doc->tokens[verb->end].upos != UPOS_ADP || !k || k->first < first + 2 ||
            !document_is(doc, k->first - 1, "of") || doc->tokens[k->head].upos != UPOS_NOUN ||
            doc->tokens[k->head].name != NAME_NONE || !noun_acts(&doc->tokens[k->head]))
                return PHRASE_NONE;
        return chunk_phrase(k);
}

/* "carried badly | injured people": a participle before its noun, which is nobody's deed here.
 */
static bool is_before_sufferers(const struct document *doc, const struct chunks *c,
                                const struct chunk *verb, size_t first)
{
        const struct chunk *before =
                verb->first > first + 1 && doc->tokens[verb->first - 1].upos == UPOS_ADV
                        ? chunk_at(c, verb->first - 2)
                        : NULL;

        return verb->form == VERB_PARTICIPLE && before && before->kind == CHUNK_VERB &&
               verb->end < doc->n_tokens && doc->tokens[verb->end].upos == UPOS_NOUN;
}

/* The token before the verb and its adverbs. */
static size_t before_verb(const struct document *doc, const struct chunk *verb, size_t first)
{
        size_t i = verb->first;

        while (i > first && doc->tokens[i - 1].upos == UPOS_ADV)
                i--;
        return i > first ? i - 1 : first;
}

/* "…, praised Lind, …": a verb behind a comma, with an object or what it says. */
static bool is_in_series(const struct document *doc, const struct chunks *c,
                         const struct chunk *verb, size_t first)
{
        const struct chunk *next = chunk_at(c, verb->end);

        return (verb->form == VERB_FINITE || verb->form == VERB_PARTICIPLE) && !verb->passive &&
               verb->modal == UINT32_MAX && verb->end == verb->first + 1 &&
               document_is(doc, before_verb(doc, verb, first), ",") &&
               (document_is(doc, verb->end, "that") ||
                (next && (next->kind == CHUNK_NOUN || next->form == VERB_INFINITIVE)));
}

/* "Berg attacked the guild, praised Lind, refused to say Chad was to blame, and | left": the
 * subject of the first, whoever else is named between. */
static struct phrase subject_of_series(const struct document *doc, const struct chunks *c,
                                       const struct chunk *verb, size_t first)
{
        size_t i = before_verb(doc, verb, first);
        uint8_t tense = FINE_NONE;

        if (i > first && doc->tokens[i].upos == UPOS_CCONJ)
                i--;
        if (verb->passive || !document_is(doc, i, ","))
                return PHRASE_NONE;
        for (size_t low = chunk_reach_low(doc, verb->first); i > low; i--) {
                const struct chunk *k = chunk_at(c, i - 1), *before;

                if (!k || k->kind != CHUNK_VERB || k->first + 1 != i)
                        continue;
                before = noun_before(c, before_verb(doc, k, first) + 1, first);
                if (is_in_series(doc, c, k, first))
                        tense = doc->tokens[k->head].fine;
                else if (tense && before && k->modal == UINT32_MAX &&
                         (doc->tokens[k->head].fine == tense ||
                          (tense == FINE_VBN && doc->tokens[k->head].fine == FINE_VBD)))
                        return before->relative ? PHRASE_NONE : chunk_subject(doc, c, k);
        }
        return PHRASE_NONE;
}

/* "wanted | Lind “arrested”", "with | Lind “arrested”": does the word before the noun govern
 * it, so that the verb behind it may be a participle? */
static bool is_governed(const struct document *doc, const struct chunks *c,
                        const struct chunk *k, size_t first)
{
        static const char *const words[] = { "i", "he", "she", "we", "they" };
        const struct chunk *before = k->first > first ? chunk_at(c, k->first - 1) : NULL;

        if (k->first == first || document_is_one_of(doc, k->first, words, ARRAY_SIZE(words)))
                return false;
        return before ? before->kind == CHUNK_VERB &&
                                !word_is(doc->tokens[before->head].lemma, "say")
                      : doc->tokens[k->first - 1].upos == UPOS_ADP;
}

/* "attacked" | Chad': is the form finite, whatever its tag? What others want or see done has no
 * object, or the second one of its verb: "saw her “denied entry”". */
static bool is_surely_finite(const struct document *doc, const struct chunks *c,
                             const struct chunk *verb)
{
        const struct token *t = &doc->tokens[verb->head];
        const struct chunk *object;
        size_t i = verb->end;

        if (verb->end > verb->first + 1 || t->fine == FINE_VBZ || t->fine == FINE_VBP)
                return true;
        if (lexicon_has(&lexicon_deed_verbs, t->lemma, "two-objects"))
                return false;
        i += i < doc->n_tokens && token_is_quote_mark(doc, i);
        object = chunk_at(c, i);
        return document_is(doc, i, "that") ||
               (object && object->kind == CHUNK_NOUN && !chunk_tells_time(doc, object));
}

/* 'Berg "pledged her help"': the quotation begins with the verb. */
static struct phrase subject_over_mark(const struct document *doc, const struct chunks *c,
                                       const struct chunk *verb, size_t first)
{
        const struct chunk *k;

        if (verb->first < first + 2 || !token_is_quote_mark(doc, verb->first - 1) ||
            !doc->tokens[verb->first - 1].space_before ||
            doc->tokens[verb->first].space_before ||
            (verb->form != VERB_FINITE && verb->form != VERB_PARTICIPLE))
                return PHRASE_NONE;
        k = noun_before(c, verb->first - 1, first);
        if (!k || (is_governed(doc, c, k, first) && !is_surely_finite(doc, c, verb)))
                return PHRASE_NONE;
        return !k->relative && !document_is(doc, k->first, "it") &&
                               (k->pronoun || doc->tokens[k->head].name != NAME_NONE)
                       ? chunk_phrase(k)
                       : PHRASE_NONE;
}

/* The name in "the guild's head, | Lena Lind, 45, of Oslo (Norway), |", or @k, where such
 * asides and nothing else stand between @k and the verb's comma; else NULL. */
static const struct chunk *named_by_asides(const struct document *doc, const struct chunks *c,
                                           const struct chunk *k, uint32_t verb)
{
        bool bracket = false, aside = false, adjective = false;
        const struct chunk *named = NULL;

        for (uint32_t i = k->end; i + 1 < verb; i++) {
                const struct chunk *next = chunk_at(c, i);

                if (document_is(doc, i, "(") || document_is(doc, i, ")")) {
                        bracket = document_is(doc, i, "(");
                        aside = true;
                } else if (document_is(doc, i, ",")) {
                        aside = true;
                } else if (!bracket && next && next->kind == CHUNK_NOUN && !next->relative) {
                        if (!named && doc->tokens[next->head].name == NAME_PERSON &&
                            document_is(doc, i - 1, ","))
                                named = next;
                        i = next->end - 1;
                } else if (doc->tokens[i].upos == UPOS_ADJ && i == k->end) {
                        adjective = true; /* "the top Republican, Lena Lind", "Lind absent" */
                } else if (!bracket && !document_is(doc, i, "of")) {
                        return NULL; /* "with police nearby", "with rebels in Oslo" */
                }
        }
        if (!aside)
                return NULL; /* "with rebels, | attacking": they only help the subject */
        return named || adjective ? named : k;
}

/* "Lawmakers sparred, with the guild's head, Lena Lind (Oslo), | requesting …": who stands
 * behind "with" does it, by the name that the commas hold if there is one. Not where it tells
 * with what or whose leave the subject does it: "with Norway's approval, | attacking". */
struct phrase clause_absolute_subject(const struct document *doc, const struct chunks *c,
                                      const struct chunk *verb)
{
        size_t first = doc->sentences[doc->tokens[verb->first].sentence].first;
        const struct chunk *k, *named;

        if (verb->form != VERB_ING || verb->first < first + 4 ||
            !document_is(doc, verb->first - 1, ","))
                return PHRASE_NONE;
        for (size_t i = verb->first - 1; i > first + 1 && verb->first - i < ABSOLUTE_TOKENS;
             i--) {
                if (!document_is(doc, i - 1, "with") || !document_is(doc, i - 2, ","))
                        continue;
                k = chunk_at(c, i);
                if (!k || k->kind != CHUNK_NOUN || k->pronoun ||
                    doc->tokens[k->first].fine == FINE_PRPS)
                        return PHRASE_NONE; /* "with her lawyer, Jan Lind, | accusing" */
                if (document_is(doc, k->end, "of") &&
                    phrase_agency(doc, c, chunk_phrase(k)) == AGENCY_THING)
                        return PHRASE_NONE; /* "with the support of the mayor, Lind, | asking"
                                             */
                named = named_by_asides(doc, c, k, verb->first);
                return named && (named != k ||
                                 phrase_agency(doc, c, chunk_phrase(k)) == AGENCY_AGENT)
                               ? chunk_phrase(named)
                               : PHRASE_NONE;
        }
        return PHRASE_NONE;
}

struct phrase clause_involved_subject(const struct document *doc, const struct chunks *c,
                                      size_t in)
{
        static const char *const words[] = { "involved", "engaged", "implicated" };
        size_t first = doc->sentences[doc->tokens[in].sentence].first;
        const struct chunk *verb = chunk_at(c, in - 1), *k;

        if (verb ? verb->kind != CHUNK_VERB || verb->form != VERB_PARTICIPLE || verb->passive ||
                            verb->end != verb->first + 1
                 : !document_is_one_of(doc, in - 1, words, ARRAY_SIZE(words)))
                return PHRASE_NONE;
        k = noun_before(c, in - 1, first);
        return k && !k->pronoun && !k->relative && k->first > first &&
                               (chunk_at(c, k->first - 1) ||
                                doc->tokens[k->first - 1].upos == UPOS_ADP)
                       ? chunk_phrase(k)
                       : PHRASE_NONE;
}

/* "Anna Berg and Lena Lind both | left" */
static struct phrase subject_over_both(const struct document *doc, const struct chunks *c,
                                       const struct chunk *verb, size_t first)
{
        const struct chunk *k =
                verb->first > first + 3 && document_is(doc, verb->first - 1, "both")
                        ? noun_before(c, verb->first - 1, first)
                        : NULL;

        return k && document_is(doc, k->first - 1, "and") ? chunk_phrase(k) : PHRASE_NONE;
}

/* "Norway, | backed by Chad, left": does the aside end at a comma, with nothing but phrases in
 * it, and a verb behind? */
static bool is_aside_of_agent(const struct document *doc, const struct chunks *c,
                              const struct chunk *verb)
{
        uint32_t i = verb->end, end = (uint32_t)document_sentence_end(doc, verb->first);

        for (uint32_t n = 0; i < end && n < APPOSITION_TOKENS; n++, i++) {
                const struct chunk *k = chunk_at(c, i);

                if (document_is(doc, i, ","))
                        break;
                if (k ? (k->kind == CHUNK_VERB && k->form != VERB_INFINITIVE) || k->relative
                      : doc->tokens[i].upos != UPOS_ADP)
                        return false;
                i = k ? k->end - 1 : i;
        }
        if (!document_is(doc, i, ",") || i + 1 >= end)
                return false;
        i++;
        while (i + 1 < end && doc->tokens[i].upos == UPOS_ADV)
                i++;
        return chunk_at(c, i) && chunk_at(c, i)->kind == CHUNK_VERB &&
               chunk_at(c, i)->form == VERB_FINITE;
}

/* "Norway, | backed by Chad, left": whom the aside is of. */
static struct phrase subject_of_aside(const struct document *doc, const struct chunks *c,
                                      const struct chunk *verb, size_t first)
{
        struct phrase p;

        if (verb->form != VERB_PARTICIPLE || verb->end != verb->first + 1 ||
            !document_is(doc, verb->end, "by") || verb->first < first + 2 ||
            !document_is(doc, verb->first - 1, ",") || !is_aside_of_agent(doc, c, verb))
                return PHRASE_NONE;
        p = phrase_before(doc, c, verb->first - 1);
        return phrase_is_none(p) || chunk_tells_time(doc, chunk_at(c, p.head)) ||
                               !begins_clause(doc, p.first, first) ||
                               (p.first > first &&
                                doc->tokens[p.first - 1].upos == UPOS_CCONJ) ||
                               phrase_agency(doc, c, p) == AGENCY_THING
                       ? PHRASE_NONE
                       : p;
}

/* "Backed by Chad, | Norway left", "Arrested on Monday, Lind left": whom the participle that
 * opens the sentence is of. */
static struct phrase subject_behind_opening(const struct document *doc, const struct chunks *c,
                                            const struct chunk *verb, size_t first)
{
        static const char *const ties[] = { "by", "in", "at", "near", "on", "outside" };
        uint32_t i = verb->end, end = (uint32_t)document_sentence_end(doc, verb->first);
        const struct chunk *k;
        struct phrase p;

        if (verb->form != VERB_PARTICIPLE || verb->first != first || verb->end != first + 1 ||
            !document_is_one_of(doc, i, ties, ARRAY_SIZE(ties)))
                return PHRASE_NONE;
        for (; i < end && i < first + APPOSITION_TOKENS && !document_is(doc, i, ","); i++) {
                k = chunk_at(c, i);
                if (k ? k->kind == CHUNK_VERB || k->relative : doc->tokens[i].upos != UPOS_ADP)
                        return PHRASE_NONE;
                i = k ? k->end - 1 : i;
        }
        k = i + 1 < end && document_is(doc, i, ",") ? chunk_at(c, i + 1) : NULL;
        if (!k || k->kind != CHUNK_NOUN || k->first != i + 1 || k->time || k->end >= end)
                return PHRASE_NONE;
        p = chunk_phrase(k);
        k = chunk_at(c, k->end);
        return k && k->kind == CHUNK_VERB && k->form == VERB_FINITE &&
                               phrase_agency(doc, c, p) != AGENCY_THING
                       ? p
                       : PHRASE_NONE;
}

struct phrase clause_hidden_subject(const struct document *doc, const struct chunks *c,
                                    const struct chunk *verb)
{
        size_t first = doc->sentences[doc->tokens[verb->first].sentence].first;
        struct phrase p = subject_over_age(doc, c, verb, first);

        if (phrase_is_none(p))
                p = subject_over_place(doc, c, verb, first);
        if (phrase_is_none(p))
                p = subject_over_both(doc, c, verb, first);
        if (is_before_sufferers(doc, c, verb, first))
                return (struct phrase){ verb->first, verb->end, verb->head };
        if (phrase_is_none(p))
                p = subject_over_mark(doc, c, verb, first);
        if (phrase_is_none(p))
                p = subject_in_apposition(doc, c, verb, first);
        if (phrase_is_none(p))
                p = subject_of_aside(doc, c, verb, first);
        if (phrase_is_none(p))
                p = subject_behind_opening(doc, c, verb, first);
        if (phrase_is_none(p))
                p = subject_of_series(doc, c, verb, first);
        return phrase_is_none(p) ? subject_of_sufferers(doc, c, verb, first) : p;
}
