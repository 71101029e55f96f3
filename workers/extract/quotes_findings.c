/* quotes_findings - what is read and tells: "the poll shows her ahead", "the audit found …"
 *
 * What such a thing finds or shows needs no clause and no verb. What finds may stand far before
 * its verb, behind it who made it ("a survey by the union and the Herald found"), or before a
 * relative pronoun ("polls that show him behind").
 */
#include <string.h>

#include "base/macros.h"
#include "workers/extract/quotes_content.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_speech_words;

/* A document, or what is done to find something out: "the audit". */
static bool tells(const struct reported *x, size_t head)
{
        const struct token *t = &x->doc->tokens[head];

        return is_document_noun(x->doc, head) ||
               lexicon_has(&lexicon_speech_words, t->lemma, "findings") ||
               lexicon_has(&lexicon_speech_words, t->lower, "findings");
}

static bool is_relative_pronoun(const struct reported *x, size_t i)
{
        return reported_is(x, i, "that") || reported_is(x, i, "which");
}

/* "in the poll", "reading the poll": a subject has neither a preposition nor a verb before it.
 */
static bool may_be_subject(const struct reported *x, const struct chunk *noun)
{
        const struct chunk *before;

        if (noun->first == x->begin)
                return true;
        before = chunk_at(x->c, noun->first - 1);
        return x->doc->tokens[noun->first - 1].upos != UPOS_ADP &&
               !(before && before->kind == CHUNK_VERB);
}

/* "a survey | by the union and the Herald | found": of the noun phrases before the verb, which
 * no other verb parts from it, the first one that tells. */
static struct phrase teller_before(const struct reported *x, size_t verb)
{
        struct phrase found = PHRASE_NONE;
        size_t low = verb > x->begin + CHUNK_REACH ? verb - CHUNK_REACH : x->begin;

        for (size_t i = verb; i > low;) {
                const struct chunk *k = chunk_at(x->c, i - 1);

                if ((k && k->kind == CHUNK_VERB && k->form == VERB_FINITE) ||
                    reported_is_subordinator(x, i - 1) || reported_is(x, i - 1, ";") ||
                    reported_is(x, i - 1, ":") || reported_is_quote_mark(x, i - 1))
                        break;
                i = k ? k->first : i - 1;
                if (k && k->kind == CHUNK_NOUN && tells(x, k->head) && may_be_subject(x, k))
                        found = (struct phrase){ k->first, k->end, k->head };
        }
        return found;
}

/* "put the share at half", "gave her 40 percent": these do other things as well. */
static bool is_of_finding(const struct reported *x, const struct cue *cue)
{
        static const char *const verbs[] = { "find", "show" };

        return word_is_one_of(x->doc->tokens[cue->verb].lemma, verbs, ARRAY_SIZE(verbs));
}

/* Who or what shows or finds it: before "that" the noun it goes on. */
static struct phrase finding_subject(const struct reported *x, const struct cue *cue)
{
        struct phrase p = cue_subject(x->doc, x->c, cue, false), teller;
        const struct chunk *before;

        if (phrase_is_none(p) || p.first > cue->first || !is_of_finding(x, cue) ||
            tells(x, p.head))
                return p;
        if (x->doc->tokens[p.head].upos == UPOS_PRON && !is_relative_pronoun(x, p.head))
                return p;
        if (p.first > x->begin && is_relative_pronoun(x, p.head)) {
                before = chunk_at(x->c, p.first - 1);
                if (!before || before->kind != CHUNK_NOUN)
                        return PHRASE_NONE;
                p = (struct phrase){ before->first, before->end, before->head };
                if (!before->time)
                        return p;
        }
        teller = teller_before(x, cue->first);
        return phrase_is_none(teller) ? p : teller;
}

struct phrase reported_finder(const struct reported *x, const struct cue *cue)
{
        const struct chunk *verb = chunk_at(x->c, cue->verb);
        struct phrase p;

        if (!lexicon_has(&lexicon_speech_words, x->doc->tokens[cue->verb].lemma, "find") ||
            !verb || verb->form == VERB_PARTICIPLE ||
            (verb->form == VERB_INFINITIVE && !is_of_finding(x, cue)))
                return PHRASE_NONE;
        p = finding_subject(x, cue);
        if (phrase_is_none(p) ||
            !(is_of_finding(x, cue) ? tells(x, p.head) : is_document_noun(x->doc, p.head)))
                return PHRASE_NONE;
        return p;
}

/* Can what is found begin at @i: no stop, no preposition, no verb? */
static bool begins_finding(const struct reported *x, size_t i)
{
        static const char *const idioms[] = { "way",  "favour",   "favor",
                                              "home", "interest", "door" };
        const struct token *t = &x->doc->tokens[i];
        const struct chunk *k = chunk_at(x->c, i);

        if (i < x->end && k && k->kind == CHUNK_NOUN &&
            word_is_one_of(x->doc->tokens[k->head].lower, idioms, ARRAY_SIZE(idioms)))
                return false; /* "found its way", "showed him the door" */
        if (i >= x->end || t->kind == TOKEN_PUNCTUATION || (k && k->kind == CHUNK_VERB))
                return false;
        return (k && k->kind == CHUNK_NOUN && !k->time) || t->upos == UPOS_DET ||
               t->upos == UPOS_NUM || t->upos == UPOS_PRON || t->kind == TOKEN_NUMBER ||
               t->upos == UPOS_ADJ || reported_is(x, i, "both");
}

size_t reported_finding_begin(const struct reported *x, const struct cue *cue,
                              struct content_rule *by)
{
        struct phrase subject = finding_subject(x, cue);
        size_t i = cue->end;

        while (is_of_finding(x, cue) && i < x->end && x->doc->tokens[i].upos == UPOS_ADV)
                i++; /* "found | only a small gap" */
        if (phrase_is_none(subject) || !begins_finding(x, i))
                return 0;
        if (!phrase_is_none(reported_finder(x, cue))) {
                *by = (struct content_rule){ 880, "quotes.reported_finding", EXTENT_CLAUSE };
                return cue->end;
        }
        if (strcmp(x->doc->tokens[cue->verb].lemma, "show") != 0 ||
            phrase_speaks(x->doc, subject) || x->doc->tokens[subject.head].upos != UPOS_NOUN)
                return 0;
        *by = (struct content_rule){ 700, "quotes.reported_shown", EXTENT_CLAUSE };
        return cue->end;
}

size_t reported_finding_end(const struct reported *x, const struct cue *cue, size_t first,
                            size_t end)
{
        const struct chunk *subject = chunk_at(x->c, first);
        size_t verb = reported_next_finite(x, first, end), outer;

        if (verb == end || !cue->first || !is_of_finding(x, cue) ||
            !is_relative_pronoun(x, cue->first - 1) || cue->first < x->begin + 2 ||
            reported_next_finite(x, x->begin, cue->first) < cue->first)
                return end;
        outer = reported_is(x, first - 1, "that") ||
                                (subject && subject->kind == CHUNK_NOUN && subject->end == verb)
                        ? reported_next_finite(x, chunk_at(x->c, verb)->end, end)
                        : verb;
        return outer > first ? outer : end;
}

/* "in the poll", "in a new survey": one poll, and where it stands. */
static const struct chunk *poll_behind(const struct reported *x, size_t in)
{
        static const char *const articles[] = { "a", "an", "the", "this", "one" };
        const struct chunk *k = in + 1 < x->end ? chunk_at(x->c, in + 1) : NULL;

        return reported_is(x, in, "in") && k && k->kind == CHUNK_NOUN && k->first == in + 1 &&
                               reported_is_one_of(x, in + 1, articles, ARRAY_SIZE(articles)) &&
                               lexicon_has(&lexicon_speech_words, x->doc->tokens[k->head].lower,
                                           "poll")
                       ? k
                       : NULL;
}

/* The last finite verb before @in, if none before that tells or thinks something. */
static const struct chunk *plain_verb(const struct reported *x, size_t in)
{
        const struct chunk *found = NULL;

        for (size_t i = x->begin; i < in; i++) {
                const struct chunk *k = chunk_at(x->c, i);
                enum cue_kind kind = cue_at(x->doc, x->c, i).kind;

                if (kind <= CUE_PROMISE || kind == CUE_THINK || kind == CUE_ACCORDING)
                        return NULL;
                if (k && k->kind == CHUNK_VERB && k->form == VERB_FINITE)
                        found = k;
        }
        return found;
}

int report_in_poll(struct reported *x)
{
        static const struct content_rule by = { 600, "quotes.reported_in_document",
                                                EXTENT_PHRASE };
        const struct chunk *poll = NULL, *verb, *next;
        struct phrase subject;
        bool counted = false;
        struct cue cue;
        size_t in = x->begin + 2;

        while (in < x->end && !(poll = poll_behind(x, in)))
                in++;
        verb = poll ? plain_verb(x, in) : NULL;
        subject = verb ? chunk_subject(x->doc, x->c, verb) : PHRASE_NONE;
        if (phrase_is_none(subject) || subject.first < x->begin || subject.end > verb->first ||
            in <= verb->end || reported_in_marks(x, x->doc->tokens[in].start) ||
            reported_in_marks(x, x->doc->tokens[subject.first].start))
                return 0;
        for (size_t i = verb->end; i < in; i++)
                if (reported_breaks_clause(x, i))
                        return 0; /* "is that half of those | in the poll" */
        next = poll->end < x->end ? chunk_at(x->c, poll->end) : NULL;
        if (next && next->kind == CHUNK_VERB && next->form == VERB_FINITE)
                return 0;
        for (size_t i = subject.first; i < in; i++)
                counted = counted || x->doc->tokens[i].kind == TOKEN_NUMBER ||
                          x->doc->tokens[i].upos == UPOS_NUM;
        if (!counted)
                return 0;
        cue = (struct cue){ (uint32_t)in, (uint32_t)in + 1, (uint32_t)in, CUE_ACCORDING, 0 };
        x->words_min = REPORTED_WORDS;
        return reported_write(x, &cue, (struct phrase){ poll->first, poll->end, poll->head },
                              subject.first, in, by);
}
