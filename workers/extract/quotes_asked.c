/* quotes_asked - what somebody is asked: "when asked at the meeting about the mill, she …"; and
 * the answer: "she said no"
 *
 * Who asks is seldom named, and where, when and whom he asked stand between the verb and the
 * question. Before the clause that it leads to, the question ends at a comma.
 */
#include <string.h>

#include "base/macros.h"
#include "workers/extract/quotes_content.h"

enum {
        ASKED_TOKENS = 14, /* of "asked by Berg at a meeting in Ostrin on Friday" */
};

/* "asked Berg | whom she chose", "asked | which": not "asked those who came". */
static bool opens_question(const struct reported *x, size_t first, size_t i)
{
        static const char *const words[] = { "who", "which", "whom" };
        const struct chunk *k = i > first ? chunk_at(x->c, i - 1) : NULL;

        if (!reported_is_question(x, i) && !reported_is(x, i, "whom"))
                return false;
        if (reported_is_one_of(x, i, words, ARRAY_SIZE(words)) && i > first &&
            x->doc->tokens[i - 1].upos == UPOS_ADP)
                return false; /* "questions for which" */
        return !reported_is_one_of(x, i, words, ARRAY_SIZE(words)) || !k ||
               k->kind != CHUNK_NOUN || k->time || x->doc->tokens[k->head].name == NAME_PERSON;
}

/* Where the question begins, behind all that stands before it, and by which rule; 0: nowhere.
 */
static size_t question_begin(const struct reported *x, const struct cue *cue,
                             struct content_rule *by)
{
        for (size_t i = cue->end; i + 1 < x->end && i < cue->end + ASKED_TOKENS;) {
                const struct chunk *k = chunk_at(x->c, i);

                if (opens_question(x, cue->end, i)) {
                        *by = (struct content_rule){ 730, "quotes.reported_question",
                                                     EXTENT_CLAUSE };
                        return i;
                }
                if (reported_is(x, i, "about") && !reported_amount(x, i)) {
                        *by = (struct content_rule){ 660, "quotes.reported_about",
                                                     EXTENT_OBJECT };
                        return x->doc->tokens[i + 1].upos == UPOS_PRON ? 0 : i + 1;
                }
                if ((k && k->kind == CHUNK_VERB) || reported_is_stop(x, i))
                        return 0;
                i = k ? k->end : i + 1;
        }
        return 0;
}

bool reported_is_clause_question(const struct reported *x, size_t i)
{
        return reported_is_question(x, i) && !reported_is(x, i, "who") &&
               !reported_is(x, i, "which") && !reported_is(x, i, "if");
}

/* "decided on whether", "knows about how": nothing is said. */
static bool is_known(const struct reported *x, const struct cue *cue)
{
        static const char *const verbs[] = { "decide", "know", "learn", "agree" };

        return word_is_one_of(x->doc->tokens[cue->verb].lemma, verbs, ARRAY_SIZE(verbs));
}

size_t reported_question_at(const struct reported *x, const struct cue *cue, size_t i)
{
        static const char *const words[] = { "about", "on", "over", "regarding" };
        size_t k = i + (i < x->end && x->doc->tokens[i].upos == UPOS_ADV &&
                        !reported_is_question(x, i));

        if (reported_is(x, k, "as") && reported_is(x, k + 1, "to"))
                k++;
        else if (is_known(x, cue))
                return 0;
        else if (!cue_is_about(x->doc, cue, k) &&
                 !((cue->frames & (FRAME_QUESTION | FRAME_ABOUT)) &&
                   reported_is_one_of(x, k, words, ARRAY_SIZE(words))))
                return 0;
        return reported_is_clause_question(x, k + 1) ? k + 1 : 0;
}

size_t reported_question_end(const struct reported *x, size_t first)
{
        size_t i = first + 1, verb;

        while (i < x->end && x->doc->tokens[i].upos == UPOS_ADV)
                i++; /* "how best | to sell it" */
        if (reported_is_infinitive(x, i))
                return reported_infinitive_stop(x, i, reported_infinitive_end(x, i));
        verb = reported_own_verb(x, i);
        return reported_comma(x, verb ? verb : i, reported_end(x, first));
}

/* The comma from @i on that ends a clause, in marks where it ends what they hold; or x->end. */
static size_t clause_comma(const struct reported *x, size_t i)
{
        for (; i < x->end; i++)
                if (reported_is(x, i, ",") && (!reported_in_marks(x, x->doc->tokens[i].start) ||
                                               reported_is_quote_mark(x, i + 1)))
                        return i;
        return x->end;
}

/* Does a subject with its verb right behind it begin at @i? */
static bool opens_answer(const struct reported *x, size_t i)
{
        const struct chunk *subject = i < x->end ? chunk_at(x->c, i) : NULL;

        if (!subject || subject->kind != CHUNK_NOUN || subject->relative)
                return false;
        for (i = subject->end; i < x->end && x->doc->tokens[i].upos == UPOS_ADV;)
                i++;
        return reported_finite(x, i);
}

/* "Asked whether Berg, who owns it, would go, | Lind said": the comma before the main clause,
 * or the first one. */
static size_t before_answer(const struct reported *x, size_t first)
{
        size_t comma = clause_comma(x, first);

        for (size_t i = comma; i + 1 < x->end; i = clause_comma(x, i + 1))
                if (opens_answer(x, i + 1 + reported_in_marks(x, x->doc->tokens[i].start)))
                        return i;
        return comma;
}

/* Is it all of the sentence before its main clause that tells of the question? */
static bool leads_sentence(const struct reported *x, const struct cue *cue)
{
        size_t i = x->begin;

        while (i < cue->first &&
               (x->doc->tokens[i].upos == UPOS_CCONJ || x->doc->tokens[i].upos == UPOS_ADV ||
                reported_is_subordinator(x, i)))
                i++;
        return i == cue->first;
}

/* "When I asked her whether she knew, she laughed" */
static bool is_subordinate(const struct reported *x, struct phrase speaker)
{
        return !phrase_is_none(speaker) && speaker.first > x->begin &&
               reported_is_subordinator(x, speaker.first - 1);
}

/* "When asked about the mill | the mayor said …", "about the fire | Berg left": where what is
 * asked about ends, and somebody else begins who has a verb; 0: nowhere. */
static size_t cuts_answer(const struct reported *x, size_t first)
{
        const struct chunk *k = first < x->end ? chunk_at(x->c, first) : NULL;

        return k && k->kind == CHUNK_NOUN && reported_opens_clause(x, k->end) ? k->end : 0;
}

int report_asked(struct reported *x, const struct cue *cue, bool *ret_found)
{
        struct content_rule by = { 0 };
        struct phrase speaker;
        size_t first, end;
        bool leads;

        *ret_found = false;
        if (strcmp(x->doc->tokens[cue->verb].lemma, "ask") != 0 || reported_is_taken(x, cue))
                return 0;
        first = question_begin(x, cue, &by);
        if (!first || reported_in_marks(x, x->doc->tokens[first].start) ||
            !reported_speaker(x, cue, first, &by, &speaker) ||
            reported_is_supposed(x, cue, speaker))
                return 0;
        leads = leads_sentence(x, cue) || is_subordinate(x, speaker);
        if (leads && clause_comma(x, first) < x->end)
                end = before_answer(x, first);
        else if (leads && by.extent == EXTENT_OBJECT && cuts_answer(x, first))
                end = cuts_answer(x, first); /* "asked about the mill | the mayor said" */
        else if (by.extent == EXTENT_OBJECT)
                end = reported_object_end(x, cue, first);
        else
                end = reported_end(x, first);
        if (!leads && reported_is_nameless(x, cue) && reported_comma(x, first, x->end) < end)
                end = reported_comma(x, first, x->end);
        *ret_found = true;
        x->words_min = 1;
        return reported_write(x, cue, speaker, first, end, by);
}

bool reported_is_answer(const struct reported *x, size_t i)
{
        static const char *const answers[] = { "yes", "no" };

        if (!reported_is_one_of(x, i, answers, ARRAY_SIZE(answers)) ||
            reported_in_marks(x, x->doc->tokens[i].start))
                return false;
        return i + 1 >= x->end || reported_is_stop(x, i + 1) || reported_is(x, i + 1, "to") ||
               x->doc->tokens[i + 1].upos == UPOS_CCONJ ||
               (x->doc->tokens[i].upos == UPOS_INTJ && !chunk_at(x->c, i + 1));
}

/* "no, | he had never been there", "no | to the war": what goes on the answer at @i. */
static size_t answer_end(const struct reported *x, size_t i)
{
        const struct chunk *k = i + 2 < x->end ? chunk_at(x->c, i + 2) : NULL;
        struct phrase p;

        if (reported_is(x, i + 1, ",") && k && k->pronoun && !k->relative &&
            opens_answer(x, i + 2))
                return reported_end(x, i + 2);
        p = reported_is(x, i + 1, "to") ? phrase_after(x->doc, x->c, i + 2) : PHRASE_NONE;
        return phrase_is_none(p) || p.end > x->end ? i + 1 : p.end;
}

int report_answer(struct reported *x, const struct cue *cue, bool *ret_found)
{
        static const struct content_rule by = { 730, "quotes.reported_answer", EXTENT_CLAUSE };
        const struct chunk *verb = chunk_at(x->c, cue->verb);
        struct phrase speaker;

        *ret_found = false;
        if (strcmp(x->doc->tokens[cue->verb].lemma, "say") != 0 || !verb || verb->negated ||
            verb->modal != UINT32_MAX || verb->form == VERB_ING ||
            verb->form == VERB_INFINITIVE || !reported_is_answer(x, cue->end))
                return 0;
        speaker = cue_subject(x->doc, x->c, cue, false);
        if (phrase_is_none(speaker) || speaker.end > cue->first ||
            reported_is_supposed(x, cue, speaker))
                return 0;
        *ret_found = true;
        x->words_min = 1;
        return reported_write(x, cue, speaker, cue->end, answer_end(x, cue->end), by);
}
