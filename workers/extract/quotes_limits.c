/* quotes_limits - what is no report, and where what is reported stops short, or goes on */
#include <string.h>

#include "base/macros.h"
#include "workers/extract/quotes_content.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_cue_nouns;
extern const struct lexicon lexicon_speech_words;

enum {
        MARKS_WITHIN = 24, /* tokens, from the end of a clause to the marks in the next */
        ASIDE_TOKENS = 16, /* … between two dashes */
};

/* The first verb group among the tokens [i, i + 8), or NULL. */
static const struct chunk *next_verb(const struct reported *x, size_t i)
{
        for (size_t k = i; k < x->end && k < i + 8; k++) {
                const struct chunk *verb = chunk_at(x->c, k);

                if (reported_is(x, k, ",") || reported_is(x, k, "that"))
                        return NULL;
                if (verb && verb->kind == CHUNK_VERB)
                        return verb;
        }
        return NULL;
}

bool reported_joins(const struct reported *x, size_t i)
{
        return reported_is(x, i, "and") || reported_is(x, i, "but") ||
               reported_is(x, i, "while") || reported_is(x, i, "as");
}

/* ", when he asked her": it tells when what is reported was. */
static bool opens_adverbial(const struct reported *x, size_t i)
{
        static const char *const words[] = { "when", "where", "if", "because", "unless" };

        return reported_is_one_of(x, i, words, ARRAY_SIZE(words));
}

/* "said that Berg, | his aide, | asked": what follows the second comma is her verb, and so is a
 * passive behind any; not "and, when asked, said". */
static bool closes_parenthesis(const struct reported *x, size_t first, size_t comma,
                               const struct chunk *verb)
{
        struct phrase p;
        size_t open;

        if (!reported_is(x, comma, ",") || verb->first != comma + 1 ||
            verb->form != VERB_FINITE)
                return false;
        if (verb->passive)
                return true;
        open = reported_comma(x, first, comma);
        if (open <= first || open >= comma || reported_joins(x, open - 1) ||
            reported_comma(x, open + 1, comma) < comma)
                return false;
        p = phrase_before(x->doc, x->c, open); /* not "while Berg, his aide, said" */
        return phrase_is_none(p) || p.first <= first || !reported_joins(x, p.first - 1);
}

/* "said it was late | and would offer help": told of the future, as it was said; not "and would
 * not say why", "and would later admit that". */
static bool is_foreseen(const struct reported *x, const struct chunk *verb)
{
        static const char *const after[] = { "later", "eventually", "then", "soon" };
        bool then = reported_is_one_of(x, verb->modal + 1, after, ARRAY_SIZE(after));

        return verb->modal == verb->first && reported_is(x, verb->modal, "would") &&
               !verb->negated &&
               !(then && reported_is(x, verb->end, "that") &&
                 !reported_is_stop(x, verb->end + 1));
}

/* ", but | the mayor of Lund, Norway, said": another speaks there. */
static bool says_besides(const struct reported *x, size_t i)
{
        struct tail t;

        return attribution_at(x->doc, x->c, i, x->end, &t) && t.cue.kind <= CUE_TELL &&
               t.speaker.first == i && t.cue.first > t.speaker.end &&
               reported_is(x, t.speaker.end, ",") &&
               !reported_in_marks(x, x->doc->tokens[t.cue.verb].start);
}

/* "he says | that Berg | and Lind told him": is there a verb between @first and @i that is not
 * of the clause around? Else what stands there is a subject, too. */
static bool has_clause_before(const struct reported *x, size_t first, size_t i)
{
        for (; i > first && !reported_is(x, i - 1, "that"); i--) {
                const struct chunk *k = chunk_at(x->c, i - 1);

                if (k && k->kind == CHUNK_VERB &&
                    (k->form == VERB_FINITE || k->form == VERB_PARTICIPLE))
                        return true;
        }
        return false;
}

/* "the mill was late | and one in four said it was shut": behind a joint without a comma, does
 * another speak, in a clause of his own? */
static bool says_as_well(const struct reported *x, size_t i)
{
        struct phrase p = phrase_after(x->doc, x->c, i);
        size_t k = p.end;
        const struct chunk *verb;
        struct cue cue;

        if (phrase_is_none(p) || p.first != i || !phrase_speaks(x->doc, p))
                return false;
        while (k < x->end && x->doc->tokens[k].upos == UPOS_ADV)
                k++;
        verb = k < x->end ? chunk_at(x->c, k) : NULL;
        if (!verb || verb->kind != CHUNK_VERB || verb->first != k ||
            verb->form != VERB_FINITE || verb->passive)
                return false;
        cue = cue_at(x->doc, x->c, verb->head);
        return cue.kind <= CUE_TELL && (cue.frames & FRAME_CLAUSE) &&
               reported_has_verb(x, cue.end, x->end);
}

/* Not the hyphen of "737-8". */
static bool is_dash(const struct reported *x, size_t i)
{
        if (!x->doc->tokens[i].space_before && i + 1 < x->end &&
            !x->doc->tokens[i + 1].space_before &&
            x->doc->tokens[i].end == x->doc->tokens[i].start + 1)
                return false;
        return reported_is(x, i, "–") || reported_is(x, i, "—") || reported_is(x, i, "-") ||
               reported_is(x, i, "--");
}

/* "the mill – and not the pier – | was sold": does another dash close what the one at @i opens,
 * right before a verb? */
static bool opens_aside(const struct reported *x, size_t i)
{
        if (!is_dash(x, i))
                return false;
        for (size_t k = i + 1; k + 1 < x->end && k < i + ASIDE_TOKENS; k++)
                if (is_dash(x, k))
                        return reported_finite(x, k + 1);
        return false;
}

/* "she would stay, and | then would leave": what she said lies ahead of the past; what she did
 * herself does not. @joint: what joins it. */
static bool is_further_future(const struct reported *x, size_t joint, const struct chunk *verb)
{
        size_t i = joint + 1;

        while (i < verb->first && x->doc->tokens[i].upos == UPOS_ADV)
                i++;
        return reported_is(x, joint, "and") && i == verb->first && !verb->negated &&
               verb->modal != UINT32_MAX && reported_is(x, verb->modal, "would");
}

/* ", while | pointing at the door": what the speaker did meanwhile, not "building permits". */
static bool is_meanwhile(const struct reported *x, size_t i)
{
        const struct chunk *k = i < x->end ? chunk_at(x->c, i) : NULL;

        return reported_is(x, i - 1, "while") && k && k->kind == CHUNK_VERB &&
               k->form == VERB_ING && k->end < x->end &&
               x->doc->tokens[k->end].upos != UPOS_NOUN &&
               x->doc->tokens[k->end].upos != UPOS_ADJ;
}

/* ", and he added", ", while X said", ", adding that", " and called for", ", but offered no":
 * where another report begins, or what the speaker did besides. */
static bool starts_other(const struct reported *x, size_t first, size_t i)
{
        bool comma = reported_is(x, i, ",") || reported_is(x, i, ";") ||
                     reported_is(x, i, "–") || reported_is(x, i, "—");
        size_t k = i + comma;
        const struct chunk *verb;
        struct cue cue;

        if ((!comma && !reported_is(x, i, "and") && !reported_is(x, i, "but") &&
             !reported_is(x, i, "while")) ||
            reported_is_inner_comma(x, i) || opens_aside(x, i))
                return false;
        if (comma && is_meanwhile(x, k + 1))
                return true; /* ", while pointing at the door" */
        if (reported_joins(x, k))
                k++;
        if (comma && k > i + 1 && says_besides(x, k))
                return true;
        if (!comma && has_clause_before(x, first, i) && says_as_well(x, k))
                return true;
        verb = next_verb(x, k);
        if (!verb)
                return false;
        if (comma && k > i + 1 && verb->form == VERB_FINITE && !reported_is(x, i + 1, "as"))
                return !is_further_future(x, k - 1, verb);
        if (closes_parenthesis(x, first, i, verb) || is_foreseen(x, verb))
                return false;
        cue = cue_at(x->doc, x->c, verb->head);
        if ((cue.kind > CUE_JUDGE && cue.kind != CUE_ACCORDING) ||
            (comma && cue.kind > CUE_TELL && opens_adverbial(x, i + 1)))
                return false;
        if (!comma)
                return verb->first == k &&
                       (verb->form == VERB_FINITE ||
                        (verb->form == VERB_ING && reported_is(x, cue.end, "that")));
        return cue.kind <= CUE_PROMISE && (verb->form == VERB_ING || verb->form == VERB_FINITE);
}

/* "he will go | - although few believe it": behind a single dash somebody else goes on. */
static size_t single_dash(const struct reported *x, size_t first, size_t end)
{
        size_t dash = end;

        for (size_t i = first; i < end; i++) {
                if (!is_dash(x, i) || reported_in_marks(x, x->doc->tokens[i].start))
                        continue;
                if (dash < end)
                        return end;
                dash = i;
        }
        return dash;
}

/* "the mill was shut|, a claim that she denied": is what the comma at @i opens, up to the end,
 * about what was said? */
static bool opens_verdict(const struct reported *x, size_t i)
{
        static const char *const articles[] = { "a", "an" };
        const struct chunk *k = i + 1 < x->end ? chunk_at(x->c, i + 1) : NULL;
        const char *value;

        if (!reported_is(x, i, ",") || !k || k->kind != CHUNK_NOUN ||
            !reported_is_one_of(x, i + 1, articles, ARRAY_SIZE(articles)) ||
            reported_in_marks(x, x->doc->tokens[i].start))
                return false;
        value = lexicon_get(&lexicon_cue_nouns, x->doc->tokens[k->head].lemma);
        return value && cue_has_frame(value, 't') && reported_has_verb(x, k->end, x->end) &&
               reported_comma(x, i + 1, x->end) == x->end;
}

size_t reported_end(const struct reported *x, size_t first)
{
        size_t last = 0, verb = reported_own_verb(x, first);

        for (size_t i = verb ? verb : first; i < x->end; i++) {
                if (starts_other(x, first, i) || reported_is_withheld(x, first, i) ||
                    opens_verdict(x, i))
                        return i;
                if (reported_is(x, i, ","))
                        last = i;
        }
        /* ", which …" to the end of the sentence is as often the writer's. */
        return last && (reported_is(x, last + 1, "which") || reported_is(x, last + 1, "who"))
                       ? last
                       : single_dash(x, first, x->end);
}

bool reported_is_supposed(const struct reported *x, const struct cue *cue,
                          struct phrase speaker)
{
        static const char *const words[] = { "if", "unless" };
        size_t i = speaker.first;

        if (cue->kind <= CUE_DENY || phrase_is_none(speaker) || i <= x->begin)
                return false;
        if (reported_is(x, i - 1, "and") || reported_is(x, i - 1, "or")) /* "if A and B" */
                while (i > x->begin + 1 && !reported_is_stop(x, i - 1) &&
                       !reported_is_one_of(x, i - 1, words, ARRAY_SIZE(words)))
                        i--;
        return reported_is_one_of(x, i - 1, words, ARRAY_SIZE(words));
}

/* Does a verb in [first, end) say or judge something on its own? */
static bool reports_again(const struct reported *x, size_t first, size_t end)
{
        for (size_t i = first; i < end; i++) {
                struct cue cue = cue_at(x->doc, x->c, i);

                if (cue.kind <= CUE_JUDGE || cue.kind == CUE_ACCORDING)
                        return true;
        }
        return false;
}

/* The token behind the words in marks that the verb of @cue attributes, next behind @end; 0:
 * there are none. */
static size_t marks_behind(const struct reported *x, const struct cue *cue, size_t end)
{
        uint32_t at = x->doc->tokens[cue->verb].start, from = x->doc->tokens[end].start;
        uint32_t to = x->doc->tokens[x->end - 1].end;

        for (size_t m = x->mark; m < x->marks->n && x->marks->items[m].open < to; m++) {
                const struct quotation *q = &x->marks->items[m];
                size_t first;

                if (q->open < from || (q->flags & QUOTATION_NO_SPEECH))
                        continue;
                first = document_token_at(x->doc, q->open);
                if (first > end + MARKS_WITHIN || !q->report.found ||
                    q->report.cue.start != at || reports_again(x, end, first))
                        return 0;
                return document_token_at(x->doc, q->close);
        }
        return 0;
}

size_t reported_over_marks(const struct reported *x, const struct cue *cue, size_t end)
{
        size_t joint = end + reported_is(x, end, ","), behind;

        if (!reported_is(x, joint, "and") && !reported_is(x, joint, "but"))
                return end;
        behind = marks_behind(x, cue, end);
        if (behind <= end || behind > x->end)
                return end;
        return behind < x->end ? reported_end(x, behind) : behind;
}

/* "a pier | they loved": has the verb at @i a subject that stands right behind a noun, of which
 * its clause tells? */
static bool is_of_relative(const struct reported *x, size_t first, size_t i)
{
        const struct chunk *subject;

        while (i > first && x->doc->tokens[i - 1].upos == UPOS_ADV)
                i--;
        subject = i > first ? chunk_at(x->c, i - 1) : NULL;
        return subject && subject->kind == CHUNK_NOUN && subject->end == i &&
               subject->first > first && reported_has_relative(x, subject->first - 1, i);
}

/* "they loved | and used": behind the verb that ends at @joint, is one bare past word joined to
 * it? A group of more words, "and was freed", belongs to whom the infinitive is of. */
static bool joins_bare_past(const struct reported *x, size_t joint)
{
        const struct chunk *k = joint + 1 < x->end ? chunk_at(x->c, joint + 1) : NULL;

        return reported_is(x, joint, "and") && k && k->kind == CHUNK_VERB &&
               k->first == joint + 1 && k->end == joint + 2 && !k->passive &&
               (x->doc->tokens[k->first].fine == FINE_VBD ||
                x->doc->tokens[k->first].fine == FINE_VBN);
}

size_t reported_infinitive_stop(const struct reported *x, size_t first, size_t end)
{
        if (reported_is(x, first + 1, "have"))
                return end; /* "to have flown a mile and reached the pier" */
        for (size_t i = first; i + 1 < end; i++) {
                const struct chunk *k = chunk_at(x->c, i + 1);

                if (reported_is_question(x, i) || reported_is(x, i, "that") ||
                    reported_is_subordinator(x, i))
                        return end;
                if (reported_finite(x, i) && chunk_at(x->c, i)->first == i &&
                    (!is_of_relative(x, first, i) ||
                     joins_bare_past(x, chunk_at(x->c, i)->end)))
                        return end; /* "a pier they loved and used" has a verb of its own */
                if ((reported_is(x, i, "and") || reported_is(x, i, "but")) && k &&
                    k->kind == CHUNK_VERB && k->first == i + 1 && k->form == VERB_FINITE &&
                    x->doc->tokens[k->first].fine != FINE_VBP)
                        return i;
        }
        return end;
}

/* "later", "back": behind an infinitive such an adverb belongs to it, unlike "also",
 * "allegedly". */
static bool is_of_infinitive(const struct reported *x, size_t i)
{
        static const char *const words[] = { "back",     "home", "again", "away",
                                             "abroad",   "late", "early", "later",
                                             "together", "here", "there" };

        return reported_is_one_of(x, i - reported_is(x, i, "soon"), words, ARRAY_SIZE(words));
}

/* "the sale | also began": adverbs right before a verb are its own; not "to come back | was".
 */
static size_t before_adverbs(const struct reported *x, size_t first, size_t verb)
{
        bool infinitive = reported_is(x, first, "to");

        while (verb > first + 1 && x->doc->tokens[verb - 1].upos == UPOS_ADV &&
               !(infinitive && is_of_infinitive(x, verb - 1)))
                verb--;
        return verb;
}

/* "on | backing Lind": a preposition, whatever its tag. */
static bool is_before_gerund(const struct reported *x, size_t i)
{
        const struct chunk *k = i + 1 < x->end ? chunk_at(x->c, i + 1) : NULL;

        return k && k->kind == CHUNK_VERB && k->form == VERB_ING && k->first == i + 1 &&
               x->doc->tokens[i].upos == UPOS_SCONJ && !reported_is(x, i, "that");
}

/* A clause that a word opens has a verb of its own. */
size_t reported_outer_verb(const struct reported *x, size_t first, size_t end)
{
        bool infinitive = reported_is_infinitive(x, first);

        for (size_t i = first; i < end; i++) {
                const struct chunk *k = chunk_at(x->c, i);

                if (i > first && !(infinitive && is_before_gerund(x, i)) &&
                    (reported_breaks_clause(x, i) || reported_is_question(x, i) ||
                     reported_is(x, i, "as")))
                        return end;
                if (k && k->kind == CHUNK_VERB && k->form == VERB_FINITE && i > first &&
                    !reported_in_marks(x, x->doc->tokens[k->first].start) &&
                    !reported_has_relative(x, first, k->first))
                        return before_adverbs(x, first, k->first);
                if (k)
                        i = k->end - 1;
        }
        return end;
}

/* A stop outside of what stands between marks, or the last one inside: "to “stop, look and
 * listen,” but". */
static bool is_outer_stop(const struct reported *x, size_t i)
{
        return reported_is_stop(x, i) && !reported_is_quote_mark(x, i) &&
               !reported_is_inner_comma(x, i) &&
               (!reported_in_marks(x, x->doc->tokens[i].start) ||
                (i + 1 < x->end && reported_is_quote_mark(x, i + 1)));
}

/* "the raids in which men | and women were held": has the relative clause that begins last in
 * [first, end) no verb yet? */
static bool awaits_verb(const struct reported *x, size_t first, size_t end)
{
        for (size_t i = end; i-- > first;) {
                if (reported_finite(x, i))
                        return false;
                if (reported_is(x, i, "which") || reported_is(x, i, "whom"))
                        return true;
        }
        return false;
}

size_t reported_phrase_stop(const struct reported *x, size_t first, size_t end)
{
        while (end < x->end && end < first + CHUNK_REACH && !is_outer_stop(x, end) &&
               (!reported_is(x, end, "and") || awaits_verb(x, first, end) ||
                reported_in_marks(x, x->doc->tokens[end].start)))
                end++;
        return end;
}

size_t reported_infinitive_end(const struct reported *x, size_t first)
{
        size_t end = first;

        while (end < x->end && end < first + CHUNK_REACH && !is_outer_stop(x, end))
                end++;
        return reported_outer_verb(x, first, end);
}
