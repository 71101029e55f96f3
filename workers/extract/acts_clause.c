/* acts_clause - the phrases around a verb
 *
 * To the left the subject; to the right objects and prepositional phrases, up to where another
 * clause begins. An infinitive belongs to the clause of its governor as well: what Libya
 * "offered to hand over to Britain" is an offer to Britain.
 */
#include <string.h>

#include "workers/extract/acts.h"
#include "workers/extract/reporting.h"

enum { CLAUSE_TOKENS = 45 };

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

static bool is(const struct document *doc, size_t i, const char *word)
{
        return document_is(doc, i, word);
}

static bool is_clause_word(const struct document *doc, size_t i)
{
        static const char *const words[] = { "because", "although", "though", "while",
                                             "whereas", "if",       "unless", "until",
                                             "when",    "since",    "who",    "which",
                                             "whose",   "where",    "saying", "but",
                                             ";",       ":",        "as" };

        for (size_t k = 0; k < ARRAY_SIZE(words); k++)
                if (is(doc, i, words[k]))
                        return true;
        return false;
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

static void add(struct reader *r, const struct chunk *chunk, uint32_t preposition)
{
        struct clause *clause = r->out;

        if (clause->n_parts < CLAUSE_PARTS_MAX && !chunk->time)
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

/* A comma ends the clause, but inside a list of phrases. */
static bool ends_at_comma(const struct reader *r, size_t i)
{
        const struct chunk *before = i ? chunk_at(r->c, i - 1) : NULL;
        const struct chunk *after = i + 1 < r->end ? chunk_at(r->c, i + 1) : NULL;
        const struct chunk *behind;

        if (!before || !after || before->kind != CHUNK_NOUN || after->kind != CHUNK_NOUN ||
            after->pronoun)
                return true;
        behind = after->end < r->end ? chunk_at(r->c, after->end) : NULL;
        if (behind && behind->kind == CHUNK_VERB)
                return true;
        return !is(r->doc, after->end, ",") && !is(r->doc, after->end, "and");
}

/* Reads one step at token @i; gives the next token, or 0 at the clause's end. */
static size_t read_step(struct reader *r, size_t i, uint32_t *preposition)
{
        const struct chunk *k = chunk_at(r->c, i);
        const struct token *t = &r->doc->tokens[i];

        if (is_clause_word(r->doc, i) || (is(r->doc, i, ",") && ends_at_comma(r, i)))
                return 0;
        if (k && k->kind == CHUNK_NOUN) {
                if (k->relative)
                        return 0;
                add(r, k, *preposition);
                r->setting |= opens_setting(r->doc, *preposition) &&
                              !is(r->doc, *preposition, "in") &&
                              !is(r->doc, *preposition, "by");
                if (!is(r->doc, k->end, "and") && !is(r->doc, k->end, ","))
                        *preposition = UINT32_MAX;
                return k->end;
        }
        if (is_setting_verb(r->doc, k)) {
                *preposition = (uint32_t)i;
                return k->end;
        }
        if (k && k->kind == CHUNK_VERB && r->doc->tokens[k->head].name != NAME_NONE)
                return k->end; /* "the | United | Nations" */
        if (k && k->kind == CHUNK_VERB && shares_object(r, i))
                return k->end;
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
        if (t->upos == UPOS_SCONJ && !is(r->doc, i, "that") &&
            opens_setting(r->doc, (uint32_t)i))
                r->inner = r->beyond = true; /* "without them being there" */
        if (t->upos == UPOS_ADP)
                *preposition = (uint32_t)i;
        else if (is(r->doc, i, "that"))
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
        static const char *const words[] = { "accuse",   "suspect",  "blame",    "charge",
                                             "allege",   "prevent",  "stop",     "discourage",
                                             "ban",      "bar",      "deter",    "keep",
                                             "block",    "convict",  "acquit",   "warn",
                                             "dissuade", "restrain", "prohibit", "refrain" };

        if (doc->tokens[preposition].upos != UPOS_ADP &&
            doc->tokens[preposition].upos != UPOS_SCONJ)
                return false;
        if (governor->end == preposition)
                return true; /* "aimed at ending it" */
        for (size_t i = 0; i < ARRAY_SIZE(words); i++)
                if (word_is(doc->tokens[governor->head].lemma, words[i]))
                        return true;
        return false;
}

/* The verb right before an infinitive or participle: "agreed | to provide". */
static const struct chunk *governor_of(const struct document *doc, const struct chunks *c,
                                       const struct chunk *verb)
{
        size_t first = doc->sentences[doc->tokens[verb->first].sentence].first;

        if (verb->form != VERB_INFINITIVE && verb->form != VERB_ING)
                return NULL;
        for (size_t i = verb->first; i > first && verb->first - i < CHUNK_REACH; i--) {
                const struct chunk *k = chunk_at(c, i - 1);

                if (is(doc, i - 1, ",") || is(doc, i - 1, ";"))
                        return NULL;
                if (k && k->kind == CHUNK_VERB)
                        return verb->form == VERB_INFINITIVE || k->end == verb->first ||
                                               governs_from_afar(doc, k, verb->first - 1)
                                       ? k
                                       : NULL;
        }
        return NULL;
}

/* Letters and marches say what those say who write them and march. */
static bool is_told_through(const struct document *doc, const struct chunks *c, struct phrase p)
{
        static const char *const words[] = {
                "release", "issue",    "write",  "sign",    "publish", "send",      "file",
                "adopt",   "pass",     "post",   "tweet",   "make",    "stage",     "hold",
                "launch",  "organize", "lead",   "deliver", "give",    "draft",     "put",
                "join",    "read",     "submit", "begin",   "start",   "circulate", "open",
                "block",   "throw",    "chant",  "run",     "air",     "record",    "have"
        };
        size_t first = doc->sentences[doc->tokens[p.first].sentence].first;
        const char *voice = noun_voice(&doc->tokens[p.head]);
        const struct chunk *verb = p.first > first ? chunk_at(c, p.first - 1) : NULL;

        if (doc->tokens[p.head].upos != UPOS_NOUN)
                return true;
        if ((!plover_noun(doc, p.head) && !(voice && strcmp(voice, "document") == 0)) ||
            !verb || verb->kind != CHUNK_VERB)
                return false;
        for (size_t i = 0; i < ARRAY_SIZE(words); i++)
                if (word_is(doc->tokens[verb->head].lemma, words[i]))
                        return true;
        return false;
}

/* "a law | requiring permits", "lawmakers | asking for it": whoever stands right before a
 * participle is its subject; what is a thing only where the verb tells what rules do, for by
 * "a letter | urging them" whoever writes it speaks. */
static struct phrase subject_beside(const struct document *doc, const struct chunks *c,
                                    const struct chunk *verb)
{
        size_t first = doc->sentences[doc->tokens[verb->first].sentence].first;
        const struct chunk *k = verb->first > first ? chunk_at(c, verb->first - 1) : NULL;
        static const char *const rules[] = { "require", "allow",   "ban",      "bar",
                                             "permit",  "prevent", "prohibit", "block",
                                             "help",    "protect", "restrict", "force",
                                             "provide", "fund",    "support",  "end" };
        const char *lemma = doc->tokens[verb->head].lemma;
        struct phrase p;

        if (verb->form != VERB_ING || verb->end != verb->first + 1 || !k ||
            k->kind != CHUNK_NOUN || k->time || k->pronoun)
                return PHRASE_NONE;
        p = phrase_before(doc, c, verb->first);
        if (phrase_is_none(p))
                return p;
        if (phrase_agency(doc, c, p) == AGENCY_AGENT)
                return doc->tokens[k->head].name == NAME_PLACE ? PHRASE_NONE : p;
        for (size_t i = 0; i < ARRAY_SIZE(rules); i++)
                if (word_is(lemma, rules[i]))
                        return p;
        return doc->tokens[k->head].name == NAME_PLACE || is_told_through(doc, c, p)
                       ? PHRASE_NONE
                       : p;
}

static const struct chunk *noun_ending_at(const struct chunks *c, size_t token, size_t first)
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
        static const char *const words[] = {
                "ask",       "urge",    "tell",     "order",     "force",    "allow",
                "want",      "expect",  "help",     "persuade",  "convince", "invite",
                "encourage", "require", "press",    "pressure",  "push",     "instruct",
                "direct",    "command", "compel",   "permit",    "enable",   "cause",
                "lead",      "get",     "warn",     "advise",    "implore",  "beg",
                "lobby",     "call",    "appeal",   "prompt",    "request",  "wait",
                "count",     "rely",    "petition", "authorize", "like",     "need",
                "challenge", "exhort",  "inspire",  "train",     "pay",      "hire",
                "elect"
        };

        for (size_t i = 0; i < ARRAY_SIZE(words); i++)
                if (word_is(doc->tokens[verb->head].lemma, words[i]))
                        return true;
        return false;
}

/* "the duty of the state | to …" */
static bool is_duty(const struct token *t)
{
        static const char *const words[] = { "duty",    "obligation", "right",       "effort",
                                             "attempt", "decision",   "plan",        "power",
                                             "refusal", "intention",  "desire",      "ability",
                                             "failure", "authority",  "willingness", "position",
                                             "bid",     "move",       "offer",       "promise",
                                             "pledge",  "threat",     "request",     "vow" };

        for (size_t i = 0; i < ARRAY_SIZE(words); i++)
                if (word_is(t->lemma, words[i]))
                        return true;
        return false;
}

/* "Berg's efforts | to stop it", "asked Berg | to stop it", "for Berg | to stop it". */
static struct phrase subject_of_infinitive(const struct document *doc, const struct chunks *c,
                                           const struct chunk *verb)
{
        size_t first = doc->sentences[doc->tokens[verb->first].sentence].first;
        const struct chunk *k = noun_ending_at(c, verb->first, first), *governor;
        size_t i;

        if (!k && verb->first > first + 1) {
                governor = verb_ending_at(c, verb->first, first);
                k = governor && governor->form == VERB_PARTICIPLE
                            ? noun_ending_at(c, governor->first, first)
                            : NULL; /* "it | started | to …" */
                return k && k->pronoun ? chunk_phrase(k) : PHRASE_NONE;
        }
        if (!k || !is(doc, verb->first, "to"))
                return PHRASE_NONE;
        if (k->first > first && is(doc, k->first - 1, "for"))
                return chunk_phrase(k);
        if (phrase_agency(doc, c, chunk_phrase(k)) == AGENCY_THING) {
                if (!phrase_is_none(chunk_possessor(doc, k)))
                        return chunk_possessor(doc, k);
                return k->first > first && doc->tokens[k->first - 1].upos == UPOS_ADP &&
                                       !is_duty(&doc->tokens[k->head])
                               ? chunk_phrase(k) /* "in a session | to discuss it" */
                               : PHRASE_NONE;
        }
        i = k->first;
        if (i > first + 1 &&
            (is(doc, i - 1, "for") || (is(doc, i - 1, "of") && is_duty(&doc->tokens[i - 2]))))
                return chunk_phrase(k);
        if (i > first + 1 && doc->tokens[i - 1].upos == UPOS_ADP)
                i--;
        governor = verb_ending_at(c, i, first);
        return governor && !governor->passive && hands_on(doc, governor) ? chunk_phrase(k)
                                                                         : PHRASE_NONE;
}

/* "accused them of | lying", "blamed Berg for | leaving": whom the verb has for its object. */
static struct phrase subject_of_gerund(const struct document *doc, const struct chunks *c,
                                       const struct chunk *verb)
{
        static const char *const words[] = { "for", "of", "from", "into" };
        size_t first = doc->sentences[doc->tokens[verb->first].sentence].first;
        size_t i = verb->first;
        const struct chunk *k, *governor;

        if (i > first + 1 && is(doc, i - 1, "not"))
                i--;
        if (i < first + 2 || !document_is_one_of(doc, i - 1, words, ARRAY_SIZE(words)))
                return PHRASE_NONE;
        k = noun_ending_at(c, i - 1, first);
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
        if (is(doc, i - 1, "which") || is(doc, i - 1, "that") || is(doc, i - 1, "who"))
                i--;
        if (i > first + 1 && is(doc, i - 1, ","))
                i--;
        return phrase_before(doc, c, i);
}

/* "a meeting with a lawyer | who …": people are who, and not things. */
static struct phrase subject_of_who(const struct document *doc, const struct chunks *c,
                                    const struct chunk *verb)
{
        size_t first = doc->sentences[doc->tokens[verb->first].sentence].first, i = verb->first;
        const struct chunk *k;
        struct phrase p;

        while (i > first + 1 && doc->tokens[i - 1].upos == UPOS_ADV)
                i--;
        if (i < first + 2 || !is(doc, i - 1, "who"))
                return PHRASE_NONE;
        i -= is(doc, i - 2, ",") && i > first + 2 ? 2 : 1;
        if (i > first + 2 && doc->tokens[i - 1].kind == TOKEN_NUMBER && is(doc, i - 2, ","))
                i -= 2; /* "Berg, 16, who …" */
        k = noun_ending_at(c, i, first);
        if (k && doc->tokens[k->head].name == NAME_PERSON)
                return chunk_phrase(k);
        p = k ? phrase_before(doc, c, i) : PHRASE_NONE;
        return !phrase_is_none(p) && phrase_agency(doc, c, p) == AGENCY_THING &&
                               phrase_agency(doc, c, chunk_phrase(k)) == AGENCY_AGENT
                       ? chunk_phrase(k)
                       : PHRASE_NONE;
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
        return k ? chunk_phrase(k) : PHRASE_NONE;
}

static struct phrase own_subject(const struct document *doc, const struct chunks *c,
                                 const struct chunk *verb)
{
        struct phrase p = PHRASE_NONE;

        if (verb->form == VERB_INFINITIVE)
                return subject_of_infinitive(doc, c, verb);
        if (verb->form == VERB_FINITE || verb->form == VERB_PARTICIPLE) {
                p = subject_over_saying(doc, c, verb);
                if (phrase_is_none(p))
                        p = subject_of_who(doc, c, verb);
                if (phrase_is_none(p))
                        p = subject_over_and(doc, c, verb);
                return phrase_is_none(p) ? subject_of_subclause(doc, c, verb) : p;
        }
        if (verb->form != VERB_ING || (verb->first && is(doc, verb->first - 1, "than")))
                return p;
        p = subject_beside(doc, c, verb);
        return phrase_is_none(p) ? subject_of_gerund(doc, c, verb) : p;
}

/* "Oslo (AP) | The guests arrived": what stands before the bracket is a dateline. */
static struct phrase behind_bracket(const struct document *doc, struct phrase p)
{
        if (phrase_is_none(p))
                return p;
        for (uint32_t i = p.first; i < p.head; i++)
                if (is(doc, i, ")") && doc->tokens[i + 1].capital)
                        p.first = i + 1;
        return p;
}

void clause_read(struct clause *ret, const struct document *doc, const struct chunks *c,
                 const struct chunk *verb)
{
        struct reader r = { .doc = doc, .c = c, .out = ret };

        *ret = (struct clause){ .verb = verb, .first = verb->first, .end = verb->end };
        r.end = doc->sentences[doc->tokens[verb->first].sentence].end;
        ret->subject = own_subject(doc, c, verb);
        if (phrase_is_none(ret->subject))
                ret->subject = chunk_subject(doc, c, verb);
        ret->governor = governor_of(doc, c, verb);
        if (!phrase_is_none(ret->subject) && ret->subject.first < ret->first)
                ret->first = ret->subject.first;
        ret->subject = behind_bracket(doc, ret->subject);
        read_right(&r);
}
