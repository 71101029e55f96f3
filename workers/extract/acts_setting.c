/* acts_setting - when and where an act was
 *
 * A time or a place counts that stands in the verb's own clause: behind the verb or whom it
 * concerns, between the subject and the verb, or at the sentence's opening. None is what hangs
 * on a noun ("the 2014 vote", "a mill in Oslo"), and what stands behind an infinitive or
 * "that", for there another clause has begun.
 */
#include <string.h>

#include "workers/extract/acts.h"
#include "workers/extract/subjects.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_role_nouns;

enum {
        CHAIN_MAX = 4, /* "on the margins of a fair in Oslo" */
};

/* What a time or place is sought with. */
struct setting {
        const struct document *doc;
        const struct chunks *c;
        const struct clause *clause;
        const struct chunk *lead; /* the first verb behind the subject, which shares it */
        const char *type;         /* PLOVER's, or NULL */
        bool light;               /* "staged a march" */
        uint32_t first;           /* token of the sentence */
        uint32_t end;             /* behind the clause's own part */
};

/* A phrase of time or place. */
struct mark {
        uint32_t first, end; /* tokens, without its preposition */
        uint32_t start;      /* … with it, and with the adverb before it */
        uint32_t own;        /* the first without what stands before it in its chunk */
        uint32_t tie;        /* the preposition, or UINT32_MAX */
        bool inside;         /* it stands before another noun: "a Monday speech" */
};

static bool is_verb(const struct setting *s, const struct chunk *k)
{
        return k && k->kind == CHUNK_VERB && s->doc->tokens[k->head].name == NAME_NONE;
}

/* "after the vote on Monday": the time is that of the vote. */
static bool is_aside_tie(const struct document *doc, size_t i)
{
        static const char *const words[] = { "after", "before",  "following", "since",
                                             "until", "despite", "ahead",     "amid",
                                             "about", "over",    "like",      "because" };

        return document_is_one_of(doc, i, words, ARRAY_SIZE(words)) &&
               !(i + 1 < doc->n_tokens && (doc->tokens[i + 1].kind == TOKEN_NUMBER ||
                                           doc->tokens[i + 1].kind == TOKEN_SYMBOL));
}

static bool has_aside_tie(const struct setting *s, uint32_t first, uint32_t end)
{
        for (uint32_t i = first; i < end; i++)
                if (is_aside_tie(s->doc, i))
                        return true;
        return false;
}

static bool has_verb(const struct setting *s, uint32_t first, uint32_t end)
{
        for (uint32_t i = first; i < end; i++)
                if (is_verb(s, chunk_at(s->c, i)))
                        return true;
        return false;
}

/* The token behind what is the clause's own, up to where an infinitive, a participle or another
 * clause begins. */
static uint32_t own_end(const struct setting *s)
{
        static const char *const words[] = { "that", "how", "what", "why", "whether" };
        const struct document *doc = s->doc;
        uint32_t i = s->clause->verb->end;
        uint32_t end = (uint32_t)document_sentence_end(doc, s->clause->verb->first);

        while (i < s->clause->end) {
                const struct chunk *k = chunk_at(s->c, i);

                if (is_verb(s, k) &&
                    !(i == s->clause->verb->end + 1 && doc->tokens[i - 1].upos == UPOS_CCONJ))
                        return i;
                if ((!k || k->pronoun) &&
                    (doc->tokens[i].upos == UPOS_SCONJ ||
                     document_is_one_of(doc, i, words, ARRAY_SIZE(words))))
                        return i;
                i = k ? k->end : i + 1;
        }
        return asides_end(doc, s->c, i, end);
}

/* "early", "later", "just" before a time, and adverbs between a verb and its setting. */
static uint32_t over_adverbs(const struct setting *s, uint32_t i, uint32_t low)
{
        while (i > low && !chunk_at(s->c, i - 1) &&
               (s->doc->tokens[i - 1].upos == UPOS_ADV ||
                s->doc->tokens[i - 1].upos == UPOS_PART))
                i--;
        return i;
}

static struct mark mark_at(const struct setting *s, uint32_t first, uint32_t end)
{
        const struct document *doc = s->doc;
        const struct chunk *k = chunk_at(s->c, first);
        struct mark m = { .first = first, .end = end, .own = first, .tie = UINT32_MAX };

        if (k && k->kind == CHUNK_NOUN && k->head >= first) {
                m.inside = k->head >= end;
                m.first = k->first;
        }
        m.start = over_adverbs(s, m.first, s->first);
        if (m.start > s->first && doc->tokens[m.start - 1].upos == UPOS_ADP)
                m.tie = --m.start;
        m.start = over_adverbs(s, m.start, s->first);
        return m;
}

/* Who or what acts and is spoken to, so that a place behind it is that of the act. */
static bool is_party(const struct setting *s, const struct chunk *k)
{
        const struct token *t = &s->doc->tokens[k->head];

        if (t->upos == UPOS_PRON || t->name == NAME_PERSON || t->name == NAME_ORGANIZATION)
                return true;
        return phrase_agency(s->doc, s->c, chunk_phrase(k)) == AGENCY_AGENT;
}

/* Is it done with words, whose matter may be anywhere and of any time: "condemned the leaders
 * in Iran"? */
static bool has_matter(const struct setting *s)
{
        static const char *const words[] = { "ACCUSE",  "REQUEST",  "REJECT",  "SUPPORT",
                                             "AGREE",   "THREATEN", "CONCEDE", "SANCTION",
                                             "RETREAT", "COOPERATE" };

        return !s->type || word_is_one_of(s->type, words, ARRAY_SIZE(words));
}

/* May the place behind the object @k be that of the act? */
static bool may_be_place_behind(const struct setting *s, const struct chunk *k)
{
        const struct token *t = &s->doc->tokens[k->head];

        if (!s->type && k->end == k->first + 1 && t->fine == FINE_NN)
                return true; /* "lost money in Oslo" */
        if (s->light && plover_noun(s->doc, k->head))
                return true; /* "staged a march in Oslo" */
        if (has_matter(s))   /* "told Berg in Oslo" */
                return t->upos == UPOS_PRON || t->name == NAME_PERSON;
        return is_party(s, k) || noun_is_solid(t) || plover_noun(s->doc, k->head);
}

/* Nouns of what happens, which have a time of their own. */
static bool is_event(const struct document *doc, size_t i)
{
        static const char *const ends[] = { "ion", "ment", "ing" };
        const char *lemma = doc->tokens[i].lemma;
        size_t n = strlen(lemma);

        for (size_t k = 0; k < ARRAY_SIZE(ends); k++)
                if (n > strlen(ends[k]) + 2 &&
                    strcmp(lemma + n - strlen(ends[k]), ends[k]) == 0)
                        return true;
        return plover_noun(doc, (uint32_t)i);
}

/* Is the phrase behind the noun @k the verb's own, though @k stands between? For a place
 * what stands between must be the act's, too. */
static bool passes(const struct setting *s, const struct chunk *k, const struct mark *m,
                   bool place)
{
        static const char *const parties[] = { "with", "by", "to", "alongside" };
        const struct document *doc = s->doc;
        uint32_t low = s->clause->verb->end;
        bool late = !place && !s->light && has_matter(s) && m->tie != UINT32_MAX &&
                    document_is(doc, m->tie, "in");

        if (chunk_tells_time(doc, k))
                return true;
        for (unsigned n = 0; n < CHAIN_MAX; n++) {
                uint32_t tie = k->first > low ? k->first - 1 : low;

                if (late && is_event(doc, k->head))
                        return false; /* "recognized the annexation in 2014" */
                if (document_is(doc, k->head, "wake") || document_is(doc, k->head, "aftermath"))
                        return false; /* "in the wake of the vote on Monday" */
                if (k->first <= low)
                        return !place || may_be_place_behind(s, k);
                if (is_aside_tie(doc, tie))
                        return false;
                if (document_is(doc, tie, "on") && place && is_party(s, k))
                        return false; /* "called on the mayor in Oslo" */
                if (token_is_within(doc, tie) || token_is_locative(doc, tie))
                        return true;
                if (doc->tokens[tie].upos != UPOS_ADP) /* "gave | the rebels | arms" */
                        return !place || may_be_place_behind(s, k);
                if (place && s->light && tie == low)
                        return true; /* "taken into custody in Oslo" */
                if (place && !document_is(doc, tie, "of"))
                        return document_is_one_of(doc, tie, parties, ARRAY_SIZE(parties)) &&
                               is_party(s, k) &&
                               (!has_matter(s) || tie == low ||
                                (s->light && doc->tokens[k->head].name == NAME_PERSON));
                if (tie <= low)
                        return !place;
                k = chunk_at(s->c, tie - 1);
                if (!k || k->kind != CHUNK_NOUN)
                        return !place;
        }
        return false;
}

static bool is_own_behind(const struct setting *s, const struct mark *m, bool place)
{
        uint32_t low = s->clause->verb->end, at = m->start;
        const struct chunk *k;

        if (m->first < low || at <= low)
                return true; /* "was on Monday arrested" */
        if (token_in_aside(s->doc, s->c, m->first, low))
                return false; /* "arrested Berg, the head of a bank in Oslo, | in Vienna" */
        if (document_is(s->doc, at - 1, ")") || token_is_quote_mark(s->doc, at - 1))
                at--;
        else
                at = asides_first(s->doc, s->c, at, low);
        if (at <= low)
                return true;
        k = chunk_at(s->c, at - 1);
        if (!k) /* "pulled out | on Monday" */
                return at - 1 == low;
        if (k->kind == CHUNK_VERB)
                return true;
        if (m->inside && document_is(s->doc, m->tie, "in") && !is_party(s, k))
                return false; /* "looked into its role | in the 2014 vote" */
        return passes(s, k, m, place);
}

/* Does the verb share the subject with the first one behind it? */
static bool is_led(const struct setting *s)
{
        const struct chunk *verb = s->clause->verb, *before;

        if (verb == s->lead)
                return true;
        if (s->lead->form == VERB_ING || s->lead->form == VERB_INFINITIVE)
                return false;
        if (verb->form == VERB_ING)
                return document_is(s->doc, verb->first - 1, ",");
        before = chunk_at(s->c, verb->first - 1);
        return verb->form != VERB_INFINITIVE && !(before && before->relative);
}

static bool is_own_between(const struct setting *s, const struct mark *m)
{
        uint32_t low = s->clause->subject.head + 1;

        if (!s->lead || m->end > s->lead->first || !is_led(s) ||
            has_aside_tie(s, low, m->start))
                return false;
        for (uint32_t i = low; i < m->start && s->lead != s->clause->verb; i++)
                if (chunk_at(s->c, i) && chunk_at(s->c, i)->relative)
                        return false; /* "Berg, who on Monday left, | warned" */
        for (uint32_t i = m->end; i < s->lead->first; i++)
                if (document_is(s->doc, i, "that") || s->doc->tokens[i].upos == UPOS_SCONJ)
                        return false; /* "Chad's demand on Monday that she be freed" */
        if (m->tie != UINT32_MAX && document_is(s->doc, m->tie, "in") &&
            s->doc->tokens[m->start - 1].upos == UPOS_NOUN)
                return false; /* "the winner of the vote in 2014 | said" */
        return !m->inside || document_is(s->doc, m->start - 1, ",");
}

/* Where the words before the subject begin: behind a dateline, a quote mark, another clause. */
static uint32_t opening(const struct setting *s, uint32_t end)
{
        static const char *const dashes[] = { "--", "—", "–", ")", ":", ";" };
        bool verb = false; /* a clause before "and" */
        uint32_t i = s->first;

        for (uint32_t k = s->first; k < end; k++) {
                const struct chunk *chunk = chunk_at(s->c, k);

                verb |= is_verb(s, chunk) && chunk->form == VERB_FINITE;
                if (document_is_one_of(s->doc, k, dashes, ARRAY_SIZE(dashes)) ||
                    (verb && s->doc->tokens[k].upos == UPOS_CCONJ &&
                     document_is(s->doc, k - 1, ",")))
                        i = k + 1;
        }
        while (i < end && !chunk_at(s->c, i) &&
               (s->doc->tokens[i].kind == TOKEN_PUNCTUATION ||
                s->doc->tokens[i].upos == UPOS_CCONJ))
                i++;
        return i;
}

static bool is_own_before(const struct setting *s, const struct mark *m)
{
        static const char *const speaking[] = { "speaking", "addressing", "writing" };
        uint32_t end = s->clause->subject.first, first = opening(s, end);
        uint32_t at = over_adverbs(s, s->clause->verb->first, end);
        const struct chunk *before = chunk_at(s->c, at - 1);

        if (!s->lead || !is_led(s) || m->end > end || (before && before->relative))
                return false; /* "Berg, who once | left" */
        if (m->start > s->first && document_is(s->doc, m->start - 1, "that"))
                return !m->inside && (m->end == end || m->end + 1 == end);
        if (document_is_one_of(s->doc, first, speaking, ARRAY_SIZE(speaking)))
                return !has_verb(s, first + 1, end) && !has_aside_tie(s, first, m->start);
        if (has_verb(s, first, end) || m->start < first)
                return false;
        return m->start == first ||
               (token_is_within(s->doc, first) && !has_aside_tie(s, first, m->start));
}

/* "On Monday | police arrested her": the time begins the subject's chunk. */
static bool is_own_opening(const struct setting *s, const struct mark *m)
{
        const struct document *doc = s->doc;
        const struct phrase subject = s->clause->subject;
        uint32_t verb = s->clause->verb->first;
        const struct chunk *k = chunk_at(s->c, m->first), *before = chunk_at(s->c, verb - 1);

        if (!m->inside || m->own != m->first || doc->tokens[m->end].fine == FINE_POS ||
            !s->lead || !is_led(s) || (before && before->relative))
                return false;
        if ((subject.first < m->first || subject.first >= k->end) && k->end != verb)
                return false;
        if (m->tie == UINT32_MAX ? doc->tokens[m->end].name == NAME_NONE
                                 : !token_is_within(doc, m->tie))
                return false;
        return m->start == opening(s, m->start + 1);
}

/* "and on Monday | attacked Chad", "and on Monday | Chad attacked": a time between "and" and
 * the verb, or the subject, of what it joins. */
static bool is_own_behind_and(const struct setting *s, const struct mark *m)
{
        uint32_t verb = s->clause->verb->first;
        uint32_t at = over_adverbs(s, verb, s->first);

        return m->tie != UINT32_MAX && !m->inside && m->start > s->first &&
               s->doc->tokens[m->start - 1].upos == UPOS_CCONJ &&
               (m->end == at || (m->end == s->clause->subject.first && s->lead && is_led(s)));
}

/* "Friday's attack | killed ten" */
static bool is_of_deed(const struct setting *s)
{
        return s->type && strcmp(s->type, "ASSAULT") == 0 &&
               lexicon_value_has(plover_noun(s->doc, s->clause->subject.head), "ASSAULT");
}

/* "attended | Friday's talks", "staged | Monday's march": the object is the act. */
static bool is_of_object(const struct setting *s, const struct mark *m)
{
        const struct chunk *verb = s->clause->verb, *k = chunk_at(s->c, m->first);

        return m->first == verb->end && plover_noun(s->doc, k->head) &&
               (s->light || word_is(s->doc->tokens[verb->head].lemma, "attend"));
}

static bool is_own(const struct setting *s, const struct mark *m, bool place)
{
        const struct phrase subject = s->clause->subject;

        if (document_is(s->doc, m->end, "that"))
                return false; /* "now that the vote is over" */
        if (m->tie != UINT32_MAX && !token_is_within(s->doc, m->tie) &&
            !(document_is(s->doc, m->tie, "over") && !m->inside))
                return false;
        if (!place && m->own < s->clause->verb->first &&
            (is_own_opening(s, m) || is_own_behind_and(s, m)))
                return true;
        if (m->inside && m->tie != UINT32_MAX && document_is(s->doc, m->tie, "on") &&
            s->doc->tokens[m->end - 1].kind == TOKEN_NUMBER &&
            (m->own > m->tie + 1 || m->end == m->own + 1 ||
             s->doc->tokens[m->own].upos == UPOS_DET))
                return false; /* "worked on the 1931 opera" */
        if (m->inside && (place || m->tie == UINT32_MAX) && m->first != subject.first)
                return !place && is_of_object(s, m);
        if (m->first >= s->clause->verb->first)
                return m->first < s->end && is_own_behind(s, m, place);
        if (phrase_is_none(subject) || subject.first >= s->clause->verb->first)
                return false;
        if (m->first > subject.head)
                return is_own_between(s, m);
        return m->first >= subject.first ? !place && is_of_deed(s) : is_own_before(s, m);
}

static struct setting setting_of(const struct document *doc, const struct chunks *c,
                                 const struct clause *clause, const struct coding *coding)
{
        struct setting s = { .doc = doc, .c = c, .clause = clause };
        struct phrase p = clause->subject;

        s.type = coding->type;
        s.light = coding->light;
        s.first = doc->sentences[doc->tokens[clause->verb->first].sentence].first;
        s.end = own_end(&s);
        for (uint32_t i = phrase_is_none(p) ? clause->verb->end : p.head + 1;
             i < clause->verb->end && !s.lead; i++)
                if (is_verb(&s, chunk_at(c, i)))
                        s.lead = chunk_at(c, i);
        return s;
}

int clause_when(const struct document *doc, const struct chunks *c, const struct clause *clause,
                const struct coding *coding, size_t time)
{
        const struct extraction *x = doc->x;
        struct setting s = setting_of(doc, c, clause, coding);
        uint32_t end = doc->tokens[s.end - 1].end;

        for (size_t i = time; i < x->n_times && x->times[i].span.start < end; i++) {
                struct span span = x->times[i].span;
                struct mark m;

                if (x->times[i].type == TIME_DURATION || span.end <= span.start ||
                    span.start < doc->tokens[s.first].start)
                        continue;
                m = mark_at(&s, (uint32_t)document_token_at(doc, span.start),
                            (uint32_t)document_token_at(doc, span.end - 1) + 1);
                if (is_own(&s, &m, false))
                        return (int)i;
        }
        return NONE;
}

int chunk_place(const struct document *doc, const struct chunk *k)
{
        int entity;

        if (!k || k->kind != CHUNK_NOUN || k->time)
                return NONE;
        entity = phrase_entity(doc, chunk_phrase(k));
        return entity != NONE && doc->x->entities[entity].type == ENTITY_PLACE ? entity : NONE;
}

/* "on Main Street"; "marched | through Oslo": where they protest. */
static bool is_way(const struct setting *s, size_t i)
{
        const struct chunk *k = chunk_at(s->c, i + 1);

        if (document_is(s->doc, i, "on"))
                return k &&
                       lexicon_has(&lexicon_role_nouns, s->doc->tokens[k->head].lower, "site");
        return s->type && strcmp(s->type, "PROTEST") == 0 &&
               (document_is(s->doc, i, "through") || document_is(s->doc, i, "across"));
}

/* The first place of the clause's own in [@first, @end), or NONE. */
static int where_in(const struct setting *s, uint32_t first, uint32_t end)
{
        for (uint32_t i = first; i + 1 < end; i++) {
                const struct chunk *k = chunk_at(s->c, i + 1);
                struct mark m;
                int entity;

                if ((!token_is_locative(s->doc, i) && !is_way(s, i)) || !k || k->first != i + 1)
                        continue;
                entity = chunk_place(s->doc, k);
                if (entity == NONE)
                        continue;
                m = (struct mark){ .first = k->first, .end = k->end, .tie = UINT32_MAX };
                m.start = over_adverbs(s, i, s->first);
                if (is_own(s, &m, true))
                        return entity;
        }
        return NONE;
}

int clause_where(const struct document *doc, const struct chunks *c,
                 const struct clause *clause, const struct coding *coding)
{
        struct setting s = setting_of(doc, c, clause, coding);
        int where = where_in(&s, clause->verb->end, s.end);

        return where == NONE && !phrase_is_none(clause->subject)
                       ? where_in(&s, s.first, clause->subject.first)
                       : where;
}
