/* quotes_sayers - who says what is reported, or that nobody tells
 *
 * Mostly the subject of the verb. Of hearsay, of what is asked in the passive and of what a
 * court heard nobody is named, unless the agent is.
 */
#include <string.h>

#include "base/macros.h"
#include "workers/extract/quotes_content.h"
#include "workers/extract/subjects.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_speech_words;

bool reported_is_nameless(const struct reported *x, const struct cue *cue)
{
        const struct chunk *verb = chunk_at(x->c, cue->verb), *whom;
        size_t i = cue->first;

        if (cue->kind != CUE_ASK || !verb)
                return false;
        if (verb->passive)
                return true;
        whom = cue->end < x->end ? chunk_at(x->c, cue->end) : NULL;
        if (i > x->begin && reported_is(x, i - 1, ",") && whom && whom->kind == CHUNK_NOUN &&
            !whom->time && !reported_is_question(x, cue->end))
                return false; /* "Berg, the mayor, asked | Lind | whether" */
        return (verb->form == VERB_PARTICIPLE || verb->form == VERB_FINITE) &&
               (i == x->begin || reported_is(x, i - 1, ",") ||
                reported_is_subordinator(x, i - 1));
}

size_t reported_behind_agent(const struct reported *x, const struct cue *cue)
{
        struct phrase p = cue_agent(x->doc, x->c, cue->end);

        return phrase_is_none(p) ? cue->end : p.end;
}

bool reported_is_hearsay(const struct reported *x, const struct cue *cue)
{
        static const char *const others[] = { "supposed", "written", "called",
                                              "pressed",  "pushed",  "invited" };
        const struct chunk *verb = chunk_at(x->c, cue->verb), *next;
        size_t i;

        if (!verb || !verb->passive ||
            (cue->kind > CUE_TELL && cue->kind != CUE_THINK && cue->kind != CUE_ORDER &&
             strcmp(x->doc->tokens[cue->verb].lemma, "expect") != 0) ||
            word_is_one_of(x->doc->tokens[cue->verb].lower, others, ARRAY_SIZE(others)))
                return false;
        i = reported_behind_agent(x, cue);
        next = i < x->end ? chunk_at(x->c, i) : NULL;
        return next && next->kind == CHUNK_VERB && next->form == VERB_INFINITIVE;
}

bool reported_is_seen_as(const struct reported *x, const struct cue *cue)
{
        const struct chunk *verb = chunk_at(x->c, cue->verb);

        if (!verb || !verb->passive || !reported_is(x, cue->end, "as"))
                return false;
        return lexicon_has(&lexicon_speech_words, x->doc->tokens[cue->verb].lemma, "seen");
}

bool reported_is_heard(const struct reported *x, const struct cue *cue)
{
        const struct chunk *verb = chunk_at(x->c, cue->verb);
        const char *lemma = x->doc->tokens[cue->verb].lemma;
        struct phrase subject;

        if (!verb || verb->kind != CHUNK_VERB ||
            (strcmp(lemma, "hear") == 0 ? verb->passive
                                        : strcmp(lemma, "tell") != 0 || !verb->passive))
                return false;
        subject = chunk_subject(x->doc, x->c, verb);
        if (phrase_is_none(subject))
                return false;
        return lexicon_has(&lexicon_speech_words, x->doc->tokens[subject.head].lower,
                           "court") ||
               strcmp(x->doc->tokens[subject.head].lemma, "juror") == 0;
}

bool reported_is_passed_on(const struct reported *x, const struct cue *cue)
{
        const struct chunk *verb = chunk_at(x->c, cue->verb);

        if (!verb || !verb->passive || cue_is_quoted_as(cue) ||
            lexicon_has(&lexicon_speech_words, x->doc->tokens[cue->verb].lemma, "feeling") ||
            !(cue->frames & (FRAME_CLAUSE | FRAME_THAT)) ||
            (!reported_that(x, cue->end) && !reported_opens_clause(x, cue->end)))
                return false;
        if ((cue->frames & FRAME_ADDRESSEE) && cue->kind <= CUE_TELL)
                return true;
        return (cue->kind <= CUE_DENY || cue->kind == CUE_THINK) &&
               document_is(x->doc, chunk_subject(x->doc, x->c, verb).head, "it");
}

bool reported_has_no_speaker(const struct reported *x, const struct cue *cue)
{
        return reported_is_nameless(x, cue) || reported_is_hearsay(x, cue) ||
               reported_is_seen_as(x, cue) || reported_is_heard(x, cue) ||
               reported_is_passed_on(x, cue) || cue->kind == CUE_SEEM;
}

/* A verb of saying with a clause needs no subject that is known to speak. */
static bool says_anyway(const struct cue *cue, struct content_rule by)
{
        return (cue->kind <= CUE_DENY && by.extent >= EXTENT_CLAUSE) ||
               by.extent == EXTENT_LOOSE ||
               (cue->kind <= CUE_PROMISE && by.extent >= EXTENT_THAT);
}

/* "it is important to remember that", "it is worth noting that" */
static bool is_nobody(const struct reported *x, const struct cue *cue, struct phrase speaker)
{
        const struct chunk *verb = chunk_at(x->c, cue->verb);

        return verb && ((verb->first && document_is(x->doc, verb->first - 1, "worth")) ||
                        (verb->form == VERB_INFINITIVE && !phrase_is_none(speaker) &&
                         document_is(x->doc, speaker.head, "it")));
}

/* "The decision was made and | announced on Friday …": a participle that goes on a passive. */
static bool is_done_to(const struct reported *x, const struct cue *cue, struct phrase subject)
{
        const struct chunk *verb = chunk_at(x->c, cue->verb), *k;

        if (!verb || verb->form != VERB_PARTICIPLE || !verb->first ||
            x->doc->tokens[verb->first - 1].upos != UPOS_CCONJ)
                return false;
        for (size_t i = subject.end; i < verb->first; i++) {
                k = chunk_at(x->c, i);
                if (k && k->kind == CHUNK_VERB)
                        return k->passive;
        }
        return false;
}

/* "bribes | revealed in letters he wrote": of what cannot speak, and has a place behind the
 * verb, no clause follows. */
static bool is_revealed_in(const struct reported *x, const struct cue *cue,
                           struct phrase subject, size_t first, const struct content_rule *by)
{
        return by->extent == EXTENT_CLAUSE && first > cue->end &&
               x->doc->tokens[cue->end].upos == UPOS_ADP && !phrase_speaks(x->doc, subject);
}

/* "asked on Thursday by reporters | whether": who does so, before the content at @first. */
static struct phrase named_agent(const struct reported *x, const struct cue *cue, size_t first)
{
        for (size_t i = cue->end; i < first; i++) {
                struct phrase p =
                        reported_is(x, i, "by") ? cue_agent(x->doc, x->c, i) : PHRASE_NONE;

                if (phrase_speaks(x->doc, p) && p.end <= first)
                        return p;
        }
        return PHRASE_NONE;
}

/* "The vote made clear that …": a thing does so, too, and says nothing. */
static bool makes_clear(const struct reported *x, const struct cue *cue)
{
        const char *lemma = x->doc->tokens[cue->verb].lemma;

        return strcmp(lemma, "make") == 0 || strcmp(lemma, "leave") == 0;
}

/* "Last year saw a rise", "2019 may see it" */
static bool is_time_alone(const struct reported *x, struct phrase p)
{
        const struct chunk *k = chunk_at(x->c, p.first);
        const struct token *t = &x->doc->tokens[p.head];

        return (k && k->time && p.end == k->end) ||
               (p.end == p.first + 1 && t->kind == TOKEN_NUMBER && strlen(t->lower) == 4);
}

static bool names_speaker(const struct token *t)
{
        return t->name == NAME_PERSON || t->name == NAME_ORGANIZATION || noun_is_person(t);
}

/* "Anna Berg | two weeks ago announced": who stands before the time in the same phrase; else
 * @time. Not "the mayor's last week", "Anna Berg Day". */
static struct phrase before_time(const struct reported *x, struct phrase time)
{
        uint32_t end = time.end;

        while (end > time.first && !names_speaker(&x->doc->tokens[end - 1]))
                if (x->doc->tokens[--end].fine == FINE_POS)
                        return time;
        if (end == time.first || end == time.end || x->doc->tokens[end].capital)
                return time;
        return (struct phrase){ time.first, end, end - 1 };
}

/* "bakers | backing the mill": of what tells of who stands before it only a judgement is said,
 * not "bakers seeking work", "a group calling itself the Wolves"; and what stands in marks
 * alone: "bakers chanting “shame” | broke in". */
static bool is_mere_trait(const struct reported *x, const struct cue *cue,
                          struct phrase speaker, size_t first, enum extent extent)
{
        static const char *const selves[] = { "itself", "himself", "herself", "themselves" };
        const struct chunk *verb = chunk_at(x->c, cue->verb);

        if (!verb || verb->form != VERB_ING || speaker.end != verb->first ||
            phrase_doing(x->doc, x->c, verb).first != speaker.first)
                return false;
        if (extent != EXTENT_OBJECT)
                return reported_in_marks(x, x->doc->tokens[first].start);
        return (cue->kind != CUE_JUDGE && cue->kind != CUE_DENY) ||
               reported_is_one_of(x, first, selves, ARRAY_SIZE(selves));
}

bool reported_speaker(const struct reported *x, const struct cue *cue, size_t first,
                      struct content_rule *by, struct phrase *ret)
{
        struct phrase speaker, finder;

        *ret = PHRASE_NONE;
        if (reported_has_no_speaker(x, cue)) {
                *ret = named_agent(x, cue, first);
                return true;
        }
        finder = by->extent >= EXTENT_CLAUSE ? reported_finder(x, cue) : PHRASE_NONE;
        if (!phrase_is_none(finder)) {
                *ret = finder;
                return true;
        }
        speaker = reported_subject(x, cue, cue_subject(x->doc, x->c, cue, false));
        if (is_nobody(x, cue, speaker) ||
            (makes_clear(x, cue) && !phrase_speaks(x->doc, speaker)))
                return false;
        if (phrase_is_none(speaker)) {
                by->rule = "quotes.reported_by_nobody";
                by->confidence = 650;
                return by->extent != EXTENT_OBJECT;
        }
        if (by->extent == EXTENT_OBJECT && is_time_alone(x, speaker)) {
                struct phrase time = speaker;

                speaker = before_time(x, time);
                if (speaker.end == time.end)
                        return false;
        }
        if (is_mere_trait(x, cue, speaker, first, by->extent))
                return false;
        if (is_done_to(x, cue, speaker) || is_revealed_in(x, cue, speaker, first, by) ||
            (by->extent == EXTENT_OBJECT && document_is(x->doc, speaker.head, "you")))
                return false; /* "as you read the minutes": whoever does */
        if (phrase_speaks(x->doc, speaker) || says_anyway(cue, *by)) {
                if (document_is(x->doc, speaker.head, "that") ||
                    document_is(x->doc, speaker.head, "which"))
                        return true; /* "a rule that said …": of what, is not known */
                *ret = speaker;
                return true;
        }
        if (by->extent != EXTENT_OBJECT || cue->kind == CUE_WANT)
                return false;
        *by = (struct content_rule){ 650, "quotes.reported_object", EXTENT_OBJECT };
        return true;
}
