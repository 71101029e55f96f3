/* acts_clause - the phrases around a verb
 *
 * To the left the subject; to the right objects and prepositional phrases, up to where another
 * clause begins. An infinitive belongs to the clause of its governor as well: what Libya
 * "offered to hand over to Britain" is an offer to Britain.
 */
#include <string.h>

#include "workers/extract/acts.h"
#include "workers/extract/reporting.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_deed_verbs;

enum {
        CLAUSE_TOKENS = 45,
        ASIDE_TOKENS = 20, /* between two dashes */
        TIES_MAX = 2,      /* "of Norway" behind a subject */
};

struct reader {
        const struct document *doc;
        const struct chunks *c;
        struct clause *out;
        size_t end;   /* of the sentence */
        bool inner;   /* behind an infinitive */
        bool beyond;  /* in a clause of its own */
        bool that;    /* behind "that" */
        bool setting; /* behind "after them" */
};

static bool is_clause_word(const struct document *doc, size_t i)
{
        static const char *const words[] = { "because", "although", "though", "while",
                                             "whereas", "if",       "unless", "until",
                                             "when",    "since",    "who",    "which",
                                             "whose",   "where",    "saying", "but",
                                             ";",       ":",        "as",     "whenever",
                                             "?",       "wherever" };

        return document_is_one_of(doc, i, words, ARRAY_SIZE(words));
}

/* "discussed how to …", "asked what …" */
static bool is_question_word(const struct document *doc, size_t i)
{
        static const char *const words[] = { "how", "what", "why", "whether" };

        return document_is_one_of(doc, i, words, ARRAY_SIZE(words));
}

/* "following the vote": a participle that is a preposition. */
static bool is_setting_verb(const struct document *doc, const struct chunk *k)
{
        static const char *const words[] = { "following", "including", "regarding",
                                             "concerning", "excluding" };

        return k && k->kind == CHUNK_VERB && k->end == k->first + 1 &&
               document_is_one_of(doc, k->first, words, ARRAY_SIZE(words));
}

/* "after fighting wars with …" */
static bool opens_setting(const struct document *doc, uint32_t preposition)
{
        static const char *const words[] = { "after",   "before",  "since",   "by",
                                             "without", "while",   "when",    "amid",
                                             "instead", "despite", "besides", "in",
                                             "through" };

        return preposition != UINT32_MAX &&
               document_is_one_of(doc, preposition, words, ARRAY_SIZE(words));
}

/* "blamed | years of neglect": no time, but what is blamed. */
static bool is_span_of(const struct reader *r, const struct chunk *chunk)
{
        return chunk->first == r->out->verb->end && document_is(r->doc, chunk->end, "of");
}

static void add(struct reader *r, const struct chunk *chunk, uint32_t preposition)
{
        struct clause *clause = r->out;

        if (clause->n_parts < CLAUSE_PARTS_MAX && (!chunk->time || is_span_of(r, chunk)))
                clause->parts[clause->n_parts++] =
                        (struct clause_part){ chunk, preposition, r->inner,
                                              r->beyond ||
                                                      (r->that && preposition != UINT32_MAX) };
}

/* "gave and delivered the food": what follows the second verb is the first one's, too. */
static bool shares_object(const struct reader *r, size_t i)
{
        return !r->out->n_parts && i > r->out->verb->end &&
               r->doc->tokens[r->out->verb->end].upos == UPOS_CCONJ;
}

/* "held a “long, | frank and open” meeting": between adjectives behind an article. */
static bool is_among_adjectives(const struct reader *r, size_t i)
{
        enum { ADJECTIVES = 8 };
        size_t low = r->out->verb->end;

        if (i <= low || r->doc->tokens[i - 1].upos != UPOS_ADJ)
                return false;
        for (size_t k = i; k > low && i - k < ADJECTIVES; k--) {
                const struct token *t = &r->doc->tokens[k - 1];

                if (chunk_at(r->c, k - 1))
                        return false;
                if (t->upos == UPOS_DET)
                        return true;
                if (t->upos != UPOS_ADJ && t->upos != UPOS_ADV && t->upos != UPOS_CCONJ &&
                    t->kind != TOKEN_PUNCTUATION)
                        return false;
        }
        return false;
}

/* A comma ends the clause, but inside a list of phrases. */
static bool ends_at_comma(const struct reader *r, size_t i)
{
        const struct chunk *before = i ? chunk_at(r->c, i - 1) : NULL;
        const struct chunk *after = i + 1 < r->end ? chunk_at(r->c, i + 1) : NULL;
        const struct chunk *behind;

        if (is_among_adjectives(r, i))
                return false;
        if (!before || !after || before->kind != CHUNK_NOUN || after->kind != CHUNK_NOUN ||
            after->pronoun || before->time)
                return true;
        behind = after->end < r->end ? chunk_at(r->c, after->end) : NULL;
        if (behind && behind->kind == CHUNK_VERB)
                return true;
        return !document_is(r->doc, after->end, ",") && !document_is(r->doc, after->end, "and");
}

/* "and | on Monday | Berg left": the token behind such a time, or @i. */
static size_t over_time(const struct reader *r, size_t i)
{
        const struct chunk *k;

        if (!document_is(r->doc, i, "on") || i + 1 >= r->end)
                return i;
        k = chunk_at(r->c, i + 1);
        return k && k->kind == CHUNK_NOUN && k->time && k->first == i + 1 ? k->end : i;
}

/* "a deal | signed by Chad and Norway ends it": does the participle hang on a noun that still
 * waits for its verb? */
static bool awaits_verb(const struct reader *r)
{
        const struct chunk *verb = r->out->verb;
        size_t first = r->doc->sentences[r->doc->tokens[verb->first].sentence].first;

        if (verb->form != VERB_PARTICIPLE || verb->first == first ||
            !document_is(r->doc, verb->end, "by") || !chunk_at(r->c, verb->first - 1))
                return false;
        for (size_t i = verb->first; i > first && verb->first - i < CHUNK_REACH; i--) {
                const struct chunk *k = chunk_at(r->c, i - 1);

                if (document_is(r->doc, i - 1, ",") || (k && k->kind == CHUNK_VERB))
                        return false;
        }
        return true;
}

/* "saw the envoy | and Berg of Norway left": another clause begins. */
static bool ends_at_and(const struct reader *r, size_t i)
{
        static const char *const ties[] = { "of", "for", "from", "in" };
        const struct chunk *k;

        if (r->doc->tokens[i].upos != UPOS_CCONJ || awaits_verb(r))
                return false;
        i = over_time(r, i + 1) - 1;
        k = i + 1 < r->end ? chunk_at(r->c, i + 1) : NULL;
        if (!k || k->kind != CHUNK_NOUN || k->time || k->relative)
                return false;
        for (unsigned n = 0; n < TIES_MAX && k->end + 1 < r->end; n++) {
                const struct chunk *next = chunk_at(r->c, k->end);

                if (next)
                        return next->kind == CHUNK_VERB && next->form == VERB_FINITE;
                if (!document_is_one_of(r->doc, k->end, ties, ARRAY_SIZE(ties)))
                        return false;
                k = chunk_at(r->c, k->end + 1);
                if (!k || k->kind != CHUNK_NOUN)
                        return false;
        }
        return false;
}

static bool is_dash(const struct document *doc, size_t i)
{
        static const char *const dashes[] = { "--", "—", "–" };

        return document_is_one_of(doc, i, dashes, ARRAY_SIZE(dashes));
}

/* "plans to print — with some cuts — the report": the token behind the aside that the dash
 * at @i opens, or 0. */
static size_t behind_aside(const struct reader *r, size_t i)
{
        for (size_t k = i + 1; k < r->end && k < i + ASIDE_TOKENS; k++)
                if (is_dash(r->doc, k))
                        return k + 1;
        return 0;
}

/* "killed | over 30 guests": so many suffer it; but of what is "quarrelled | over 30 guests".
 */
static bool counts_sufferers(const struct reader *r, size_t i)
{
        static const char *const words[] = { "over", "about", "around", "under" };
        const char *lemma = r->doc->tokens[r->out->verb->head].lemma;
        const struct chunk *k = chunk_at(r->c, i + 1);

        return i == r->out->verb->end &&
               document_is_one_of(r->doc, i, words, ARRAY_SIZE(words)) && k &&
               k->kind == CHUNK_NOUN && noun_acts(&r->doc->tokens[k->head]) &&
               (lexicon_has(&lexicon_deed_verbs, lemma, "suffer") ||
                lexicon_has(&lexicon_deed_verbs, lemma, "reduced"));
}

/* "killed more than | 30 guests", "up to | 30": tied to the number, and not to the verb. */
static bool is_of_number(const struct reader *r, size_t i)
{
        if (document_is(r->doc, i, "up") && document_is(r->doc, i + 1, "to"))
                i++;
        if (i + 1 >= r->end || (r->doc->tokens[i + 1].upos != UPOS_NUM &&
                                r->doc->tokens[i + 1].kind != TOKEN_NUMBER))
                return false;
        return document_is(r->doc, i, "than") || counts_sufferers(r, i) ||
               (document_is(r->doc, i, "to") && document_is(r->doc, i - 1, "up"));
}

/* "a memo that | the guild kept": it opens a clause, whatever the tags make of it. */
static bool opens_that(const struct reader *r, const struct chunk *k)
{
        const struct chunk *next = k->end < r->end ? chunk_at(r->c, k->end) : NULL;

        return k->pronoun && document_is(r->doc, k->first, "that") && next &&
               next->kind == CHUNK_NOUN && !next->relative;
}

/* "boats that | Lind says | Chad owns", "a rule that | Lind says | is void": who speaks by the
 * way of another clause has no part in the deed. */
static bool is_by_the_way(const struct reader *r, const struct chunk *k)
{
        const struct chunk *say = k->end < r->end ? chunk_at(r->c, k->end) : NULL, *next;
        struct cue cue;

        if (!say || say->kind != CHUNK_VERB || say->form != VERB_FINITE || say->passive ||
            say->modal != UINT32_MAX || say->end >= r->end)
                return false;
        cue = cue_at(r->doc, r->c, say->head);
        if (cue.kind != CUE_SAY && cue.kind != CUE_THINK)
                return false;
        next = chunk_at(r->c, say->end);
        if (next && next->kind == CHUNK_NOUN && !next->time && next->end < r->end) {
                if (r->that && r->doc->tokens[next->first].name != NAME_NONE)
                        return true; /* whatever the verb behind it is taken for */
                next = chunk_at(r->c, next->end);
        }
        return next && next->kind == CHUNK_VERB && next->form == VERB_FINITE;
}

/* "before the Ostrin keeper | Jan Lind left": what stands right behind is his name, and no
 * object of the verb. */
static bool bears_name(const struct reader *r, const struct chunk *k, uint32_t preposition)
{
        const struct chunk *next = k->end < r->end ? chunk_at(r->c, k->end) : NULL;

        return next && next->kind == CHUNK_NOUN && !k->pronoun &&
               opens_setting(r->doc, preposition) && !document_is(r->doc, preposition, "in") &&
               r->doc->tokens[next->first].name == NAME_PERSON &&
               r->doc->tokens[k->head].upos == UPOS_NOUN && noun_acts(&r->doc->tokens[k->head]);
}

/* "by a teenage | Norwegian rower", "by the former vice | presidential nominee Jan Lind": the
 * first half of a phrase that an adjective between two nouns parts. */
static bool is_half(const struct reader *r, const struct chunk *k)
{
        const struct chunk *next = k->end < r->end ? chunk_at(r->c, k->end) : NULL;
        const struct token *head = &r->doc->tokens[k->head], *other;

        if (!next || next->kind != CHUNK_NOUN || next->relative || next->pronoun ||
            next->time || k->time || next->end == next->first + 1 || k->pronoun ||
            k->end == k->first + 1 || head->fine != FINE_NN || head->name != NAME_NONE ||
            noun_acts(head) ||
            (r->doc->tokens[next->first].upos != UPOS_ADJ && !strchr(head->lower, '-')) ||
            !phrase_is_none(chunk_possessor(r->doc, k)))
                return false;
        other = &r->doc->tokens[next->head];
        return other->name == NAME_PERSON || (other->upos == UPOS_NOUN && noun_acts(other));
}

/* Reads one step at token @i; gives the next token, or 0 at the clause's end. */
static size_t read_step(struct reader *r, size_t i, uint32_t *preposition)
{
        const struct chunk *k = chunk_at(r->c, i);
        const struct token *t = &r->doc->tokens[i];

        if (is_clause_word(r->doc, i) || (document_is(r->doc, i, ",") && ends_at_comma(r, i)) ||
            ends_at_and(r, i))
                return 0;
        if (is_dash(r->doc, i))
                return behind_aside(r, i);
        if (k && k->kind == CHUNK_NOUN) {
                if (k->relative)
                        return 0;
                if (is_half(r, k))
                        return k->end;
                if (opens_that(r, k)) {
                        add(r, k, UINT32_MAX);
                        r->inner = r->that = true;
                        return k->end;
                }
                if (is_question_word(r->doc, i))
                        r->inner = r->beyond = true; /* "in what Berg called a …" */
                if (*preposition != UINT32_MAX || !is_by_the_way(r, k))
                        add(r, k, *preposition);
                r->setting |= opens_setting(r->doc, *preposition) &&
                              !document_is(r->doc, *preposition, "in") &&
                              !document_is(r->doc, *preposition, "by");
                if (!document_is(r->doc, k->end, "and") && !document_is(r->doc, k->end, "or") &&
                    !document_is(r->doc, k->end, ",") && !bears_name(r, k, *preposition))
                        *preposition = UINT32_MAX;
                return k->end;
        }
        if (is_setting_verb(r->doc, k)) {
                *preposition = (uint32_t)i;
                return k->end;
        }
        if (k && k->kind == CHUNK_VERB && r->doc->tokens[k->head].name != NAME_NONE)
                return k->end; /* "the | United | Nations" */
        if (k && k->kind == CHUNK_VERB && shares_object(r, i)) {
                const struct chunk *next = k->end < r->end ? chunk_at(r->c, k->end) : NULL;

                return next && next->kind == CHUNK_NOUN && clause_has_no_passive(r->doc, r->out)
                               ? 0 /* "agreed and | stopped Norway" */
                               : k->end;
        }
        if (k && k->kind == CHUNK_VERB) {
                r->inner = true;
                r->beyond |= r->setting || k->form == VERB_FINITE ||
                             opens_setting(r->doc, *preposition) ||
                             r->doc->tokens[i - 1].upos == UPOS_CCONJ;
                *preposition = UINT32_MAX;
                return k->end;
        }
        if (is_question_word(r->doc, i))
                r->inner = r->beyond = true;
        if (t->upos == UPOS_SCONJ && !document_is(r->doc, i, "that") &&
            opens_setting(r->doc, (uint32_t)i))
                r->inner = r->beyond = true; /* "without them being there" */
        if (is_of_number(r, i))
                return i + 1;
        if (t->upos == UPOS_ADP || document_is(r->doc, i, "in"))
                *preposition = (uint32_t)i;
        else if (document_is(r->doc, i, "that"))
                r->inner = r->that = true;
        return i + 1;
}

static void read_right(struct reader *r)
{
        uint32_t preposition = UINT32_MAX;
        size_t i = r->out->verb->end, limit = i + CLAUSE_TOKENS;

        if (limit > r->end)
                limit = r->end;
        while (i < limit) {
                size_t next = read_step(r, i, &preposition);

                if (!next)
                        break;
                i = next;
        }
        r->out->end = (uint32_t)(i > limit ? limit : i);
        while (r->out->end > r->out->verb->end &&
               r->doc->tokens[r->out->end - 1].kind == TOKEN_PUNCTUATION)
                r->out->end--;
}

/* "accused them of | attacking", "kept her from | leaving": verbs that a participle hangs on
 * though a phrase stands between. */
static bool governs_from_afar(const struct document *doc, const struct chunk *governor,
                              uint32_t preposition)
{
        if (doc->tokens[preposition].upos != UPOS_ADP &&
            doc->tokens[preposition].upos != UPOS_SCONJ)
                return false;
        if (governor->end == preposition)
                return true; /* "aimed at ending it" */
        return lexicon_has(&lexicon_deed_verbs, doc->tokens[governor->head].lemma, "from-afar");
}

/* The verb right before an infinitive or participle: "agreed | to provide". */
static const struct chunk *governor_of(const struct document *doc, const struct chunks *c,
                                       const struct chunk *verb)
{
        size_t first = doc->sentences[doc->tokens[verb->first].sentence].first;

        if (verb->form != VERB_INFINITIVE && verb->form != VERB_ING)
                return NULL;
        if (verb->form == VERB_ING && verb->first > first + 1 &&
            doc->tokens[verb->first - 1].upos == UPOS_CCONJ) {
                const struct chunk *left = chunk_at(c, verb->first - 2);

                if (left && left->kind == CHUNK_VERB && left->form == VERB_ING)
                        verb = left; /* "from copying and | sharing data" */
        }
        for (size_t i = verb->first; i > first && verb->first - i < CHUNK_REACH; i--) {
                const struct chunk *k = chunk_at(c, i - 1);

                if (document_is(doc, i - 1, ",") || document_is(doc, i - 1, ";"))
                        return NULL;
                if (k && k->kind == CHUNK_VERB)
                        return verb->form == VERB_INFINITIVE || k->end == verb->first ||
                                               governs_from_afar(doc, k, verb->first - 1)
                                       ? k
                                       : NULL;
        }
        return NULL;
}

/* "Oslo (AP) | The guests arrived": what stands before the bracket is a dateline. */
static struct phrase behind_bracket(const struct document *doc, struct phrase p)
{
        if (phrase_is_none(p))
                return p;
        for (uint32_t i = p.first; i < p.head; i++)
                if (document_is(doc, i, ")") && doc->tokens[i + 1].capital)
                        p.first = i + 1;
        return p;
}

void clause_read(struct clause *ret, const struct document *doc, const struct chunks *c,
                 const struct chunk *verb)
{
        struct reader r = { .doc = doc, .c = c, .out = ret };

        *ret = (struct clause){ .verb = verb, .first = verb->first, .end = verb->end };
        r.end = document_sentence_end(doc, verb->first);
        ret->subject = clause_own_subject(doc, c, verb);
        if (phrase_is_none(ret->subject))
                ret->subject = chunk_subject(doc, c, verb);
        ret->governor = governor_of(doc, c, verb);
        if (!phrase_is_none(ret->subject) && ret->subject.first < ret->first)
                ret->first = ret->subject.first;
        ret->subject = behind_bracket(doc, ret->subject);
        read_right(&r);
}
