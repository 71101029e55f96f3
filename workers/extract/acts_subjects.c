/* acts_subjects - whose deed a participle, an infinitive or a clause further in is
 *
 * The subject of the sentence is not that of all its verbs: "a law | requiring permits",
 * "Berg's efforts | to stop it", "accused them of | lying", "a lawyer | who left". Where none
 * of these holds, chunk_subject() tells it.
 */
#include <string.h>

#include "workers/extract/acts.h"
#include "workers/extract/reporting.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_deed_verbs;
extern const struct lexicon lexicon_role_nouns;

/* Letters and marches say what those say who write them and march. */
static bool is_told_through(const struct document *doc, const struct chunks *c, struct phrase p)
{
        size_t first = doc->sentences[doc->tokens[p.first].sentence].first;
        const char *voice = noun_voice(&doc->tokens[p.head]);
        const struct chunk *verb = p.first > first ? chunk_at(c, p.first - 1) : NULL;

        if (doc->tokens[p.head].upos != UPOS_NOUN)
                return true;
        if ((!plover_noun(doc, p.head) && !(voice && strcmp(voice, "document") == 0)) ||
            !verb || verb->kind != CHUNK_VERB)
                return false;
        return lexicon_has(&lexicon_deed_verbs, doc->tokens[verb->head].lemma, "through");
}

static bool is_idea(const struct token *t)
{
        return lexicon_has(&lexicon_role_nouns, t->lemma, "idea");
}

/* "photographs of migrants from Chad | marching": those before where they are from. */
static bool is_from(const struct document *doc, const struct chunks *c, const struct chunk *k,
                    size_t first)
{
        const struct chunk *who = k->first > first + 1 ? chunk_at(c, k->first - 2) : NULL;

        return who && who->kind == CHUNK_NOUN && document_is(doc, k->first - 1, "from") &&
               doc->tokens[who->head].upos == UPOS_NOUN && noun_acts(&doc->tokens[who->head]);
}

/* "a law | requiring permits", "lawmakers | asking for it": whoever stands right before a
 * participle is its subject; what is a thing only where the verb tells what rules do, for by
 * "a letter | urging them" whoever writes it speaks. */
static struct phrase subject_beside(const struct document *doc, const struct chunks *c,
                                    const struct chunk *verb)
{
        size_t first = doc->sentences[doc->tokens[verb->first].sentence].first;
        const struct chunk *k = verb->first > first ? chunk_at(c, verb->first - 1) : NULL;
        const char *lemma = doc->tokens[verb->head].lemma;
        struct phrase p;

        if (verb->form != VERB_ING || verb->end != verb->first + 1 || !k ||
            k->kind != CHUNK_NOUN || k->time)
                return PHRASE_NONE;
        if (k->pronoun && !k->relative && k->first > first) { /* "saw | anyone | leaving" */
                const struct chunk *outer = chunk_at(c, k->first - 1);

                return outer && outer->kind == CHUNK_VERB ? chunk_phrase(k) : PHRASE_NONE;
        }
        if (k->pronoun)
                return PHRASE_NONE;
        p = phrase_before(doc, c, verb->first);
        if (phrase_is_none(p))
                return p;
        if (doc->tokens[k->head].name == NAME_PLACE && is_from(doc, c, k, first))
                return chunk_phrase(chunk_at(c, k->first - 2));
        if (doc->tokens[k->head].name == NAME_PLACE)
                return k->first > first + 1 && document_is(doc, k->first - 1, "of") &&
                                       is_idea(&doc->tokens[k->first - 2])
                               ? chunk_phrase(k) /* "the idea of Norway | leaving" */
                               : PHRASE_NONE;
        if (phrase_agency(doc, c, p) == AGENCY_AGENT)
                return p;
        if (lexicon_has(&lexicon_deed_verbs, lemma, "let"))
                return p;
        return doc->tokens[k->head].name == NAME_PLACE || is_told_through(doc, c, p)
                       ? PHRASE_NONE
                       : p;
}

const struct chunk *noun_ending_at(const struct chunks *c, size_t token, size_t first)
{
        const struct chunk *k = token > first ? chunk_at(c, token - 1) : NULL;

        return k && k->kind == CHUNK_NOUN && k->end == token && !k->time && !k->relative ? k
                                                                                         : NULL;
}

static const struct chunk *verb_ending_at(const struct chunks *c, size_t token, size_t first)
{
        const struct chunk *k = token > first ? chunk_at(c, token - 1) : NULL;

        return k && k->kind == CHUNK_VERB && k->end == token ? k : NULL;
}

/* Verbs whose object does what the infinitive behind it says: "told them | to leave". */
static bool hands_on(const struct document *doc, const struct chunk *verb)
{
        return lexicon_has(&lexicon_deed_verbs, doc->tokens[verb->head].lemma, "hand-on");
}

/* "the duty of the state | to …" */
static bool is_duty(const struct token *t)
{
        return lexicon_has(&lexicon_role_nouns, t->lemma, "duty");
}

/* No phrase that is known: the verb itself stands for it, and means nobody. */
static struct phrase nobody(const struct chunk *verb)
{
        return (struct phrase){ verb->first, verb->end, verb->head };
}

static bool is_call(const struct token *t)
{
        return lexicon_has(&lexicon_role_nouns, t->lemma, "call");
}

/* "made Berg | leave", "let them | leave": whoever does it is the object. */
static bool is_let(const struct document *doc, const struct chunks *c, const struct chunk *k,
                   size_t first)
{
        static const char *const words[] = { "make", "let", "help", "have" };
        const struct chunk *verb = verb_ending_at(c, k->first, first);

        return verb && !document_is(doc, k->end, "to") &&
               word_is_one_of(doc->tokens[verb->head].lemma, words, ARRAY_SIZE(words));
}

/* "Berg's efforts | to stop it", "asked Berg | to stop it", "for Berg | to stop it". */
static struct phrase subject_of_infinitive(const struct document *doc, const struct chunks *c,
                                           const struct chunk *verb)
{
        size_t first = doc->sentences[doc->tokens[verb->first].sentence].first;
        const struct chunk *k = noun_ending_at(c, verb->first, first), *governor;
        struct phrase p;
        size_t i;

        if (!k && verb->first > first + 1 && document_is(doc, verb->first - 1, "to")) {
                k = noun_ending_at(c, verb->first - 1, first);
                return k && is_call(&doc->tokens[k->head]) ? nobody(verb) : PHRASE_NONE;
        }
        if (!k && verb->first > first + 1) {
                i = verb->first - (document_is(doc, verb->first - 1, "up") ||
                                   document_is(doc, verb->first - 1, "out"));
                governor = verb_ending_at(c, i, first);
                k = governor && governor->form == VERB_PARTICIPLE
                            ? noun_ending_at(c, governor->first, first)
                            : NULL;                         /* "it | started | to …" */
                if (governor && governor->form == VERB_ING) /* "guests lining up | to ask" */
                        return subject_beside(doc, c, governor);
                return k && k->pronoun ? chunk_phrase(k) : PHRASE_NONE;
        }
        if (k && is_let(doc, c, k, first))
                return chunk_phrase(k);
        if (k && !k->pronoun && k->first > first &&
            doc->tokens[k->first - 1].upos == UPOS_AUX && !document_is(doc, verb->first, "to"))
                return chunk_phrase(k); /* "Should Berg | leave" */
        if (!k || !document_is(doc, verb->first, "to"))
                return PHRASE_NONE;
        if (k->first > first && document_is(doc, k->first - 1, "for"))
                return chunk_phrase(k);
        if (phrase_agency(doc, c, chunk_phrase(k)) == AGENCY_THING) {
                if (is_call(&doc->tokens[k->head]))
                        return nobody(verb); /* "his call | to resign" is to another */
                if (!phrase_is_none(chunk_possessor(doc, k)))
                        return chunk_possessor(doc, k);
                return k->first > first && doc->tokens[k->first - 1].upos == UPOS_ADP &&
                                       !is_duty(&doc->tokens[k->head])
                               ? chunk_phrase(k) /* "in a session | to discuss it" */
                               : PHRASE_NONE;
        }
        i = k->first;
        if (i > first + 1 &&
            (document_is(doc, i - 1, "for") ||
             (document_is(doc, i - 1, "of") && is_duty(&doc->tokens[i - 2])) ||
             (document_is(doc, i - 1, "on") && /* "pressure on Berg | to leave" */
              word_is(doc->tokens[i - 2].lemma, "pressure"))))
                return chunk_phrase(k);
        if (i > first + 1 && doc->tokens[i - 1].upos == UPOS_ADP)
                i--;
        governor = verb_ending_at(c, i, first);
        if (!governor || governor->passive || !hands_on(doc, governor))
                return PHRASE_NONE;
        if (i == k->first || !document_is(doc, i, "by"))
                return chunk_phrase(k);
        p = phrase_before(doc, c, governor->first); /* "envoys sent by Norway | to stop it" */
        return phrase_is_none(p) ? nobody(verb) : p;
}

/* "accused them of | lying", "blamed Berg for | leaving": whom the verb has for its object. */
static struct phrase subject_of_gerund(const struct document *doc, const struct chunks *c,
                                       const struct chunk *verb)
{
        static const char *const words[] = { "for", "of", "from", "into" };
        size_t first = doc->sentences[doc->tokens[verb->first].sentence].first;
        size_t i = verb->first;
        const struct chunk *k, *governor;

        if (i > first + 1 && document_is(doc, i - 1, "not"))
                i--;
        if (i > first + 1 && document_is(doc, i - 1, "about"))
                return nobody(verb); /* "said of the talks | about leaving" */
        if (i < first + 2)
                return PHRASE_NONE;
        if (document_is(doc, i - 1, "in"))
                return clause_involved_subject(doc, c, i - 1);
        if (!document_is_one_of(doc, i - 1, words, ARRAY_SIZE(words)))
                return PHRASE_NONE;
        k = noun_ending_at(c, i - 1, first);
        if (k && phrase_agency(doc, c, chunk_phrase(k)) == AGENCY_THING)
                return chunk_possessor(doc, k); /* "Berg's reasons for | leaving" */
        governor = k ? verb_ending_at(c, k->first, first) : NULL;
        return governor && !governor->passive &&
                               phrase_agency(doc, c, chunk_phrase(k)) != AGENCY_THING
                       ? chunk_phrase(k)
                       : PHRASE_NONE;
}

/* "players who were kicked off after | an attendant accused them": behind such a word a clause
 * begins with its own subject, where the verbs before it have all had theirs. */
static struct phrase subject_of_subclause(const struct document *doc, const struct chunks *c,
                                          const struct chunk *verb)
{
        static const char *const words[] = {
                "after", "before",  "since", "until",  "when",
                "while", "because", "once",  "though", "although"
        };
        size_t first = doc->sentences[doc->tokens[verb->first].sentence].first, open = 1;
        const struct chunk *next = chunk_at(c, verb->end), *k;
        size_t at = verb->first;
        struct phrase p;

        if (verb->form != VERB_FINITE && (!next || next->kind != CHUNK_NOUN))
                return PHRASE_NONE;
        while (at > first + 1 && doc->tokens[at - 1].upos == UPOS_ADV)
                at--;
        k = noun_ending_at(c, at, first);
        p = k && !k->pronoun ? phrase_before(doc, c, at) : PHRASE_NONE;
        if (phrase_is_none(p) || p.first < first + 2 ||
            !document_is_one_of(doc, p.first - 1, words, ARRAY_SIZE(words)))
                return PHRASE_NONE;
        k = chunk_at(c, p.first);
        for (size_t i = k->first - 1; i > first && k->first - i < CHUNK_REACH;) {
                const struct chunk *left = chunk_at(c, i - 1);

                if (left && left->kind == CHUNK_VERB && left->form == VERB_FINITE && open)
                        open--;
                else if (left && left->relative)
                        open++;
                i = left ? left->first : i - 1;
        }
        return open ? PHRASE_NONE : p;
}

/* "a rule | which she said | would help": what somebody says of it stands between. */
static struct phrase subject_over_saying(const struct document *doc, const struct chunks *c,
                                         const struct chunk *verb)
{
        size_t first = doc->sentences[doc->tokens[verb->first].sentence].first, i;
        const struct chunk *say = verb_ending_at(c, verb->first, first), *who;

        if (!say || say->form != VERB_FINITE || cue_at(doc, c, say->head).kind > CUE_THINK)
                return PHRASE_NONE;
        who = noun_ending_at(c, say->first, first);
        if (!who || who->first < first + 2)
                return PHRASE_NONE;
        i = who->first;
        if (document_is(doc, i - 1, "which") || document_is(doc, i - 1, "that") ||
            document_is(doc, i - 1, "who"))
                i--;
        if (i > first + 1 && document_is(doc, i - 1, ","))
                i--;
        return phrase_before(doc, c, i);
}

/* "when Berg struck | and killed her": the verb before it was taken for a participle, whose
 * subject it shares. */
static struct phrase subject_over_and(const struct document *doc, const struct chunks *c,
                                      const struct chunk *verb)
{
        size_t first = doc->sentences[doc->tokens[verb->first].sentence].first;
        const struct chunk *k = NULL;

        if (verb->first < first + 2 || doc->tokens[verb->first - 1].upos != UPOS_CCONJ)
                return PHRASE_NONE;
        for (size_t i = verb->first - 1; i > first && verb->first - i < CHUNK_REACH; i--) {
                k = chunk_at(c, i - 1);
                if (k && k->kind == CHUNK_VERB)
                        break;
        }
        if (!k || k->kind != CHUNK_VERB || k->form != VERB_PARTICIPLE)
                return PHRASE_NONE;
        k = noun_ending_at(c, k->first, first);
        if (k && k->first > first && doc->tokens[k->first - 1].upos == UPOS_ADP)
                return PHRASE_NONE; /* "in honor of the two | killed there, and | spoke" */
        return k ? chunk_phrase(k) : PHRASE_NONE;
}

/* "and Berg saying | Norway left": who says so does not do it. */
static struct phrase subject_behind_saying(const struct document *doc, const struct chunks *c,
                                           const struct chunk *verb)
{
        size_t first = doc->sentences[doc->tokens[verb->first].sentence].first;
        const struct chunk *k = noun_ending_at(c, verb->first, first);
        const struct chunk *say = k && k->first > first ? chunk_at(c, k->first - 1) : NULL;

        return say && say->kind == CHUNK_VERB && say->form == VERB_ING && !k->relative &&
                               cue_at(doc, c, say->head).kind == CUE_SAY
                       ? chunk_phrase(k)
                       : PHRASE_NONE;
}

/* "Berg, | talking to them, asked": a participle between the subject and its verb. */
static struct phrase subject_over_comma(const struct document *doc, const struct chunks *c,
                                        const struct chunk *verb)
{
        size_t first = doc->sentences[doc->tokens[verb->first].sentence].first;
        const struct chunk *k;

        if (verb->first < first + 2 || !document_is(doc, verb->first - 1, ","))
                return PHRASE_NONE;
        k = noun_ending_at(c, verb->first - 1, first);
        return k && k->first == first && !k->time && !k->pronoun ? chunk_phrase(k)
                                                                 : PHRASE_NONE;
}

/* "those | killed in the raid": they are nobody who is named. */
static bool is_of_those(const struct document *doc, const struct chunk *verb)
{
        return verb->form == VERB_PARTICIPLE && verb->first > 1 &&
               document_is(doc, verb->first - 1, "those") &&
               doc->tokens[verb->first - 2].sentence == doc->tokens[verb->first].sentence;
}

/* The participle that "and" joins to @verb, or itself. */
static const struct chunk *joined_before(const struct document *doc, const struct chunks *c,
                                         const struct chunk *verb)
{
        size_t first = doc->sentences[doc->tokens[verb->first].sentence].first;

        for (size_t i = verb->first; i > first && verb->first - i < CHUNK_REACH / 4; i--) {
                const struct chunk *k = chunk_at(c, i - 1);

                if (k && k->kind == CHUNK_VERB)
                        return k->form == VERB_ING ? k : verb;
        }
        return verb;
}

/* "was killed when Lind struck | and hit her": the finite verb before "and" is in a clause
 * outside of the one that is joined. */
static bool joins_subclause(const struct document *doc, const struct chunks *c,
                            const struct chunk *verb)
{
        static const char *const words[] = { "when",  "after",    "while", "because",
                                             "since", "although", "before" };
        size_t first = doc->sentences[doc->tokens[verb->first].sentence].first;

        if (verb->first < first + 2 || doc->tokens[verb->first - 1].upos != UPOS_CCONJ)
                return false;
        for (size_t i = verb->first - 1; i > first && verb->first - i < CHUNK_REACH; i--) {
                const struct chunk *k = chunk_at(c, i - 1);

                if (k && k->kind == CHUNK_VERB && k->form == VERB_FINITE)
                        return false;
                if (document_is_one_of(doc, i - 1, words, ARRAY_SIZE(words)) &&
                    doc->tokens[i - 1].upos != UPOS_ADV &&
                    doc->tokens[i - 1].upos != UPOS_ADP &&
                    (i - 1 == first || doc->tokens[i - 2].upos != UPOS_AUX))
                        return true;
        }
        return false;
}

/* "A Norwegian bus was bombed in Vik, | killing ten": not by the bus. */
static bool is_outcome(const struct document *doc, const struct chunks *c,
                       const struct chunk *verb)
{
        if (verb->first < 2 || !document_is(doc, verb->first - 1, ",") ||
            !lexicon_has(&lexicon_deed_verbs, doc->tokens[verb->head].lemma, "suffer"))
                return false;
        for (size_t i = verb->first - 1, low = chunk_reach_low(doc, i); i > low; i--) {
                const struct chunk *k = chunk_at(c, i - 1);

                if (k && k->kind == CHUNK_VERB && k->form != VERB_FINITE)
                        return false; /* "convicted of driving into a crowd, killing ten" */
                if (k && k->kind == CHUNK_VERB)
                        return k->passive;
        }
        return false;
}

struct phrase clause_own_subject(const struct document *doc, const struct chunks *c,
                                 const struct chunk *verb)
{
        struct phrase p = PHRASE_NONE;

        if (verb->form == VERB_INFINITIVE)
                return subject_of_infinitive(doc, c, verb);
        if (verb->form == VERB_FINITE || verb->form == VERB_PARTICIPLE) {
                if (is_of_those(doc, verb))
                        return nobody(verb);
                p = subject_behind_saying(doc, c, verb);
                if (phrase_is_none(p))
                        p = clause_hidden_subject(doc, c, verb);
                if (phrase_is_none(p))
                        p = subject_over_saying(doc, c, verb);
                if (verb->first > 1 && document_is(doc, verb->first - 1, "so") &&
                    document_is(doc, verb->first - 2, "doing"))
                        return nobody(verb); /* "doing so | would require …" */
                if (phrase_is_none(p))
                        p = clause_subject_of_who(doc, c, verb);
                if (phrase_is_none(p))
                        p = subject_over_and(doc, c, verb);
                if (phrase_is_none(p) && joins_subclause(doc, c, verb))
                        p = nobody(verb);
                return phrase_is_none(p) ? subject_of_subclause(doc, c, verb) : p;
        }
        if (verb->form != VERB_ING ||
            (verb->first && document_is(doc, verb->first - 1, "than")))
                return p;
        if (is_outcome(doc, c, verb))
                return nobody(verb);
        if (verb->first && doc->tokens[verb->first - 1].upos == UPOS_CCONJ)
                verb = joined_before(doc, c, verb); /* "his leaving and | threatening" */
        p = clause_absolute_subject(doc, c, verb);
        if (phrase_is_none(p))
                p = subject_over_comma(doc, c, verb);
        if (phrase_is_none(p))
                p = subject_beside(doc, c, verb);
        return phrase_is_none(p) ? subject_of_gerund(doc, c, verb) : p;
}
