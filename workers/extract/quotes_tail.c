/* quotes_tail - attributions that close their sentence: "…, Berg said on Monday"
 *
 * A name and a verb of saying behind a comma may as well be the sentence's own subject and
 * verb, so most of this is about what is no attribution. One may close less than the sentence:
 * its last clause, where another one says the rest, or all up to a dash or to "adding that …".
 */
#include <string.h>

#include "base/macros.h"
#include "workers/extract/quotes_content.h"
#include "workers/extract/quotes_place.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_source_nouns;

enum {
        RELATIVE_TOKENS = 5, /* from a comma to the pronoun of "half of whom" */
};

/* "Berg, who was silent, showed no fear": what shows stands before the verb, unless it is one
 * of the things that tell ("…, showed a poll"). */
static bool is_shown(const struct reported *x, const struct tail *t)
{
        return t->speaker.first >= t->cue.end &&
               strcmp(x->doc->tokens[t->cue.verb].lemma, "show") == 0 &&
               !lexicon_get(&lexicon_source_nouns, x->doc->tokens[t->speaker.head].lemma);
}

/* "Berg, who was late, asked Lind …": who stands behind the verb is asked. */
static bool is_told(const struct tail *t)
{
        return t->speaker.first >= t->cue.end &&
               (t->cue.kind == CUE_ASK || t->cue.kind == CUE_TELL);
}

/* "…, the hosts | addressed his remarks": what no clause can stand with has an object behind
 * it.
 */
static bool has_object(const struct tail *t)
{
        return t->speaker.first >= t->cue.end && t->cue.kind != CUE_ACCORDING &&
               !(t->cue.frames & (FRAME_CLAUSE | FRAME_THAT | FRAME_ADDRESSEE));
}

/* "…, a figure | that Berg called": the attribution is a clause about a thing. */
static bool is_about_thing(const struct reported *x, const struct tail *t)
{
        size_t i = t->speaker.end;
        const struct chunk *k = i + 1 < x->end ? chunk_at(x->c, i + 1) : NULL;

        return i < t->cue.first && (reported_is(x, i, "that") || reported_is(x, i, "which")) &&
               k && k->kind == CHUNK_NOUN;
}

/* "…, a plan seen as bold", "…, many addressed to the mayor": what is done to the one before
 * the verb. */
static bool is_done_to(const struct reported *x, const struct tail *t)
{
        static const char *const words[] = { "as", "by", "to" };
        size_t i = t->cue.end;

        if (t->speaker.end != t->cue.first || (t->cue.frames & FRAME_ADDRESSEE) ||
            (t->cue.kind <= CUE_TELL && (t->cue.frames & FRAME_CLAUSE)))
                return false;
        while (i < x->end && x->doc->tokens[i].upos == UPOS_ADV)
                i++;
        return i < x->end && document_is_one_of(x->doc, i, words, ARRAY_SIZE(words));
}

/* “…,” Anna Berg, the mayor, said; “…,” said Berg, as the paper reported: what stands before
 * the attribution is words in marks and who says them. */
static bool is_quotation(const struct reported *x, const struct tail *t)
{
        uint32_t begin = x->doc->tokens[x->begin].start, end = x->doc->tokens[t->first].start;

        for (size_t m = x->mark; m < x->marks->n && x->marks->items[m].open <= begin; m++) {
                const struct quotation *q = &x->marks->items[m];

                if (q->close <= begin || (q->flags & QUOTATION_NO_SPEECH))
                        continue;
                if (strchr(",.?!", x->doc->x->text[q->inner.end - 1]) &&
                    !reported_has_verb(x, document_token_at(x->doc, q->close), t->first))
                        return true;
                return q->report.found && q->report.cue.start >= q->close &&
                       q->report.cue.start < end &&
                       cue_at(x->doc, x->c, document_token_at(x->doc, q->report.cue.start))
                                       .kind <= CUE_TELL;
        }
        return false;
}

/* "…, | which would cost more": does a relative clause begin behind the comma at @comma? */
static bool opens_relative(const struct reported *x, size_t comma)
{
        static const char *const words[] = { "which", "who", "whom", "whose" };

        for (size_t i = comma + 1; i < x->end && i < comma + RELATIVE_TOKENS; i++) {
                if (reported_is_one_of(x, i, words, ARRAY_SIZE(words)))
                        return true;
                if (x->doc->tokens[i].upos == UPOS_VERB || reported_is_stop(x, i))
                        return false;
        }
        return false;
}

/* Has the clause that begins at @i a subject of its own? */
static bool has_subject(const struct reported *x, size_t i, size_t end)
{
        for (size_t k = i; k < end; k++) {
                const struct chunk *verb = chunk_at(x->c, k);

                if (verb && verb->kind == CHUNK_VERB && verb->form == VERB_FINITE)
                        return k > i && chunk_subject(x->doc, x->c, verb).first >= i;
        }
        return false;
}

/* "Berg said she would go, | but nobody else would": does a clause that a word joins begin
 * behind the comma, and somebody say what stands before it? */
static bool opens_second(const struct reported *x, size_t comma, size_t end)
{
        static const char *const joints[] = { "and", "but", "while", "although", "though" };

        if (!reported_is_one_of(x, comma + 1, joints, ARRAY_SIZE(joints)) ||
            !has_subject(x, comma + 2, end))
                return false;
        for (size_t i = x->begin; i < comma; i++) {
                const struct chunk *k = chunk_at(x->c, i);
                struct cue cue = cue_at(x->doc, x->c, i);

                if (k && k->kind == CHUNK_VERB && k->form == VERB_FINITE && !k->passive &&
                    cue.kind <= CUE_TELL && (cue.frames & FRAME_CLAUSE) && cue.first == i &&
                    x->doc->tokens[i].fine != FINE_MD &&
                    phrase_speaks(x->doc, chunk_subject(x->doc, x->c, k)))
                        return true;
        }
        return false;
}

size_t reported_relative_comma(const struct reported *x, size_t end)
{
        size_t comma = 0;

        for (size_t i = x->begin + 1; i < end; i++)
                if (reported_is(x, i, ",") && !reported_in_marks(x, x->doc->tokens[i].start))
                        comma = i;
        return comma && opens_relative(x, comma) && reported_has_verb(x, x->begin, comma)
                       ? comma
                       : 0;
}

/* The comma before @end behind which alone the attribution at @end has its words; 0: it has all
 * of the sentence. */
static size_t last_clause(const struct reported *x, const struct tail *t, size_t end)
{
        size_t comma = t->cue.kind == CUE_ACCORDING ? reported_relative_comma(x, end) : 0;

        if (comma && reported_has_verb(x, comma, end))
                return comma;
        for (size_t i = end; i > x->begin + 1; i--)
                if (reported_is(x, i - 1, ",") &&
                    !reported_in_marks(x, x->doc->tokens[i - 1].start) &&
                    opens_second(x, i - 1, end))
                        return i - 1;
        return 0;
}

int report_before(struct reported *x, const struct tail *t, size_t end, struct content_rule by,
                  bool *ret_found)
{
        size_t comma = last_clause(x, t, end), first = comma ? comma + 1 : x->begin;
        int r;

        if (comma && opens_second(x, comma, end))
                first++;
        x->words_min = REPORTED_WORDS;
        r = reported_write(x, &t->cue, t->speaker, first, end, by);
        *ret_found = !comma;
        if (comma) {
                x->end = comma; /* what stands before it is another's */
                x->taken = x->begin;
        }
        return r;
}

/* At the end of the sentence, or before a dash: "…, Berg said – a turn that …". */
static bool find_tail(const struct reported *x, struct tail *ret)
{
        if (tail_find(x->doc, x->c, x->begin, x->end, ret))
                return true;
        for (size_t i = x->begin + 1; i < x->end; i++)
                if (token_is_dash(x->doc, i) &&
                    x->doc->tokens[i - 1].end < x->doc->tokens[i].start)
                        return tail_find(x->doc, x->c, x->begin, i, ret) &&
                               ret->speaker.first < ret->cue.first &&
                               ret->cue.kind <= CUE_THINK;
        return false;
}

/* Does the word at @i, where a part between commas begins, make it depend on another? */
static bool opens_lower(const struct reported *x, size_t i)
{
        const struct chunk *k = chunk_at(x->c, i);

        return (reported_is_subordinator(x, i) && !reported_is(x, i + 1, "well") &&
                !(i > x->begin && reported_is(x, i - 1, "well"))) || /* "as well as" */
               (k && k->relative && i > x->begin && reported_is_stop(x, i - 1));
}

/* Has the sentence before @end a verb of its own, in a part between commas that depends on no
 * other: not "On Monday, as she left, | Berg said"? */
static bool has_main_verb(const struct reported *x, size_t end)
{
        bool lower = false, first = true;

        for (size_t i = x->begin; i < end; i++) {
                const struct chunk *k = chunk_at(x->c, i);

                if (reported_is(x, i, ",") || token_is_dash(x->doc, i)) {
                        lower = false;
                        first = true;
                }
                lower = lower || (first && opens_lower(x, i));
                first = first && (!k || k->time);
                if (!lower && k && k->kind == CHUNK_VERB &&
                    (k->form == VERB_FINITE ||
                     (k->form == VERB_PARTICIPLE && !reported_is(x, k->end, "by"))))
                        return true; /* not "an opinion written by Berg" */
        }
        return false;
}

/* Over "But", "Not long", "Two days" | after …, to the word that may make a clause of it. */
static size_t first_of_clause(const struct reported *x, size_t end)
{
        size_t i = x->begin;

        while (i < end) {
                const struct chunk *k = chunk_at(x->c, i);

                if (x->doc->tokens[i].upos != UPOS_CCONJ &&
                    x->doc->tokens[i].upos != UPOS_ADV && x->doc->tokens[i].upos != UPOS_PART &&
                    !(k && k->time))
                        break;
                if (reported_is_subordinator(x, i))
                        break;
                i++;
        }
        return i;
}

/* "…, Berg said | when asked why", "…, Berg said, | adding that …", "…, Berg said – | a turn
 * that worries millers": the rest of the sentence, which the attribution @t does not close, is
 * left as the sentence. */
static void leave_rest(struct reported *x, const struct tail *t, bool *ret_found)
{
        size_t i = t->cue.end > t->speaker.end ? t->cue.end : t->speaker.end;

        for (; i + 1 < x->end; i++) {
                const struct chunk *k = chunk_at(x->c, i + 1);

                if (reported_is(x, i, "when") && reported_is(x, i + 1, "asked")) {
                        x->begin = x->taken = i;
                        *ret_found = false;
                        return;
                }
                if (!token_is_dash(x->doc, i) &&
                    !(reported_is(x, i, ",") && k && k->kind == CHUNK_VERB &&
                      k->form == VERB_ING && cue_at(x->doc, x->c, i + 1).kind <= CUE_DENY &&
                      !reported_names_source(x->doc, i + 1)))
                        continue;
                x->begin = x->taken = i + 1;
                *ret_found = false;
                return;
        }
}

/* "…, the official said": the attribution closes the sentence. */
int report_around(struct reported *x, bool *ret_found)
{
        struct tail t;
        size_t first, behind;
        int r;

        *ret_found = false;
        if (!find_tail(x, &t) || reported_in_marks(x, x->doc->tokens[t.cue.verb].start) ||
            t.cue.kind == CUE_JUDGE || is_shown(x, &t) || has_object(&t) ||
            is_about_thing(x, &t) || is_told(&t) ||
            (t.cue.kind > CUE_DENY && t.cue.kind != CUE_ACCORDING &&
             t.speaker.first >= t.cue.end) || /* "…, called the road" */
            reported_in_marks(x, x->doc->tokens[t.first].start))
                return 0;
        if (t.cue.kind == CUE_ACCORDING &&
            !reported_in_marks(x, x->doc->tokens[x->begin].start))
                return 0; /* in quotes_according.c */
        if (t.cue.kind == CUE_ACCORDING) {
                *ret_found =
                        true; /* “…,” X said, according to Y: a quotation that is relayed */
                return 0;
        }
        behind = t.cue.end > t.speaker.end ? t.cue.end : t.speaker.end;
        if (reported_is(x, behind, ",") && reported_lacks_complement(x, t.first, behind + 1))
                return 0;
        first = first_of_clause(x, t.first);
        if (!has_main_verb(x, t.first) || is_done_to(x, &t) || is_quotation(x, &t) ||
            (reported_is_subordinator(x, first) &&
             reported_comma(x, first, t.first) == t.first)) /* "But as they left, she said" */
                return 0;
        r = report_before(x, &t, t.first,
                          (struct content_rule){ 740, "quotes.reported_tail", EXTENT_CLAUSE },
                          ret_found);
        if (!r && *ret_found)
                leave_rest(x, &t, ret_found);
        return r;
}
