/* quotes_according - "according to X", before, inside and behind what X says */
#include "base/macros.h"
#include "workers/extract/quotes_content.h"

static const struct content_rule inside = { 730, "quotes.according_inside", EXTENT_CLAUSE };

enum {
        CLAUSE_WORDS = 5, /* before ", according to X" */
};

/* One person by what they are: "the mayor", not "the police". */
static bool is_one_person(const struct document *doc, size_t head)
{
        const struct token *t = &doc->tokens[head];

        return t->fine == FINE_NN && noun_is_person(t);
}

/* "According to the mayor, Anna Berg, | …", "According to Berg, 34, who leads it, | …": the
 * comma behind what more is said of the phrase @p. */
static size_t behind_apposition(const struct reported *x, struct phrase p, size_t comma)
{
        size_t next = reported_comma(x, comma + 1, x->end);
        struct phrase more = phrase_after(x->doc, x->c, comma + 1);
        const struct chunk *verb = comma + 1 < x->end ? chunk_at(x->c, comma + 1) : NULL;
        bool named = x->doc->tokens[p.head].name == NAME_PERSON;

        if (next + 1 >= x->end)
                return comma;
        if (verb && verb->kind == CHUNK_VERB && verb->form == VERB_PARTICIPLE &&
            reported_has_verb(x, next, x->end))
                return next; /* "the suit, | filed in May, | …" */
        if (reported_is(x, comma + 1, "who") || reported_is(x, comma + 1, "whose") ||
            (named && next == comma + 2 && x->doc->tokens[comma + 1].kind == TOKEN_NUMBER))
                return next;
        if (phrase_is_none(more) || more.end != next || !reported_has_verb(x, next, x->end))
                return comma;
        return (named && is_one_person(x->doc, more.head)) ||
                               (is_one_person(x->doc, p.head) &&
                                x->doc->tokens[more.head].name == NAME_PERSON) ||
                               (x->doc->tokens[p.head].fine == FINE_NN &&
                                phrase_speaks(x->doc, p) &&
                                x->doc->tokens[more.head].name == NAME_ORGANIZATION)
                       ? next
                       : comma;
}

/* Where "according to" stands outside of marks, from @i on; x->end: nowhere. */
static size_t according_from(const struct reported *x, size_t i)
{
        while (i < x->end && (cue_at(x->doc, x->c, i).kind != CUE_ACCORDING ||
                              reported_in_marks(x, x->doc->tokens[i].start)))
                i++;
        return i;
}

/* "because, | according to X, …", "It is open, but | according to X, …" */
static bool is_behind_joint(const struct reported *x, size_t i)
{
        static const char *const joints[] = { "because", "but", "and", "yet" };

        if (i > x->begin && x->doc->tokens[i - 1].upos == UPOS_CCONJ)
                return true;
        return i > x->begin + 1 && reported_is(x, i - 1, ",") &&
               ((reported_is_subordinator(x, i - 2) && !reported_is(x, i - 2, "before")) ||
                reported_is_one_of(x, i - 2, joints, ARRAY_SIZE(joints)));
}

/* "But according to X, …", "(According to X, …": only such words before it in its sentence. */
static bool is_first(const struct reported *x, size_t i)
{
        while (i > x->begin && (x->doc->tokens[i - 1].upos == UPOS_ADV ||
                                x->doc->tokens[i - 1].upos == UPOS_CCONJ ||
                                reported_is(x, i - 1, ",") || reported_is(x, i - 1, "(")))
                i--;
        return i == x->begin;
}

/* Where what stands before what X says ends: the joint is no part of either. */
static size_t joint_before(const struct reported *x, size_t i)
{
        while (i > x->begin &&
               (reported_is_stop(x, i - 1) || x->doc->tokens[i - 1].upos == UPOS_CCONJ ||
                reported_is_subordinator(x, i - 1)))
                i--;
        return i;
}

/* "According to X, | …", "According to the mayor | she won": where what X says begins behind
 * the phrase @p; x->end: nowhere. */
static size_t words_behind(const struct reported *x, struct phrase p)
{
        size_t comma = reported_comma(x, p.end, x->end);
        const struct chunk *k = p.end < x->end ? chunk_at(x->c, p.end) : NULL;

        if (comma < x->end)
                return behind_apposition(x, p, comma) + 1;
        return k && k->kind == CHUNK_NOUN && !k->time && reported_has_verb(x, p.end, x->end)
                       ? p.end
                       : x->end;
}

/* "According to X, …", "…: according to X, …": what X says stands behind it. What stands before
 * it is left as the sentence. */
int report_according_first(struct reported *x, bool *ret_found)
{
        static const struct content_rule by = { 860, "quotes.according_to", EXTENT_CLAUSE };
        size_t i = according_from(x, x->begin), end = x->end, behind;
        bool first = i < x->end && is_first(x, i);
        struct phrase p;
        struct cue cue;
        int r;

        *ret_found = false;
        if (i >= x->end || (!first && !is_behind_joint(x, i) && !reported_is(x, i - 1, ":")))
                return 0;
        cue = cue_at(x->doc, x->c, i);
        p = cue_subject(x->doc, x->c, &cue, false);
        if (phrase_is_none(p))
                return 0;
        behind = words_behind(x, p);
        if (behind >= x->end || (!first && (reported_is_about_speaker(x, behind) ||
                                            !reported_has_verb(x, behind, x->end))))
                return 0;
        if (i > x->begin && reported_is(x, i - 1, "("))
                for (size_t k = i; k < end; k++)
                        if (reported_is(x, k, ")"))
                                end = k;
        x->words_min = REPORTED_WORDS;
        r = reported_write(x, &cue, p, behind, end, by);
        x->taken = x->begin;
        x->end = first ? x->end : joint_before(x, i);
        *ret_found = first || x->end <= x->begin;
        return r;
}

/* "Sales, according to X, have risen": does the verb of what stands before the comma at @left
 * stand behind the one at @right? */
static bool goes_on_behind(const struct reported *x, size_t left, size_t right)
{
        const struct chunk *verb;

        do
                right++;
        while (right < x->end && x->doc->tokens[right].upos == UPOS_ADV);
        verb = right < x->end ? chunk_at(x->c, right) : NULL;
        return reported_is(x, left, ",") && verb && verb->kind == CHUNK_VERB &&
               verb->form == VERB_FINITE && cue_at(x->doc, x->c, right).kind > CUE_TELL;
}

/* "She wrote the law, | which, according to X, is old": the words around the attribution, from
 * the relative clause on in which it stands. */
static int write_around(struct reported *x, const struct tail *t, size_t left, size_t right,
                        bool *ret_found)
{
        size_t begin = x->begin, comma = reported_relative_comma(x, left);
        int r;

        if (comma &&
            reported_has_verb(x, comma, left)) { /* "…, who won, according to X, left" */
                *ret_found = true;
                x->words_min = REPORTED_WORDS;
                return reported_write(x, &t->cue, t->speaker, comma + 1, left, inside);
        }
        x->begin = comma ? comma + 1 : begin;
        r = reported_write_parted(x, t, left, right, inside, ret_found);
        x->begin = begin;
        return r;
}

/* "Sales rose (most of them at night, according to X) in May": where the bracket around @i
 * opens, behind it; 0: there is none. */
static size_t bracket_around(const struct reported *x, size_t i)
{
        for (; i > x->begin + 1 && !reported_is(x, i - 1, ")"); i--)
                if (reported_is(x, i - 1, "("))
                        return i;
        return 0;
}

/* Does a clause stand before @left, however it is tagged, if none goes on behind @end? */
static bool has_clause(const struct reported *x, size_t left, size_t end)
{
        return reported_has_verb(x, x->begin, left) ||
               (x->doc->tokens[x->begin].capital &&
                reported_words(x, x->begin, left) >= CLAUSE_WORDS &&
                !reported_has_verb(x, end, x->end));
}

/* "Sales, according to X, have risen.", "He is ahead according to X.": inside the sentence, or
 * behind it. */
int report_according(struct reported *x, bool *ret_found)
{
        struct tail t = { .cue = { .kind = CUE_NONE } };
        size_t i = according_from(x, x->begin + 1), end, left, bracket;

        *ret_found = false;
        if (i + 1 >= x->end)
                return 0;
        t.cue = cue_at(x->doc, x->c, i);
        t.speaker = cue_subject(x->doc, x->c, &t.cue, false);
        if (phrase_is_none(t.speaker) || reported_in_marks(x, x->doc->tokens[x->begin].start) ||
            (!reported_is_stop(x, i - 1) && !phrase_speaks(x->doc, t.speaker)))
                return 0; /* "paid according to the hours" */
        left = reported_is_stop(x, i - 1) && i - 1 > x->begin ? i - 1 : i;
        if (x->doc->tokens[left - 1].upos == UPOS_SCONJ || reported_is(x, left - 1, "that"))
                return 0; /* "that, according to X, …" */
        bracket = bracket_around(x, i);
        if (bracket) {
                int r;

                x->words_min = REPORTED_WORDS;
                r = reported_write(x, &t.cue, t.speaker, bracket, left, inside);
                x->taken = x->begin;
                return r;
        }
        end = behind_apposition(x, t.speaker, reported_comma(x, t.speaker.end, x->end));
        if (goes_on_behind(x, i - 1, end))
                return write_around(x, &t, i - 1, end + 1, ret_found);
        if (has_clause(x, left, end)) {
                if (reported_is_subordinator(x, x->begin) &&
                    reported_comma(x, x->begin, left) == left)
                        return 0; /* "While most are closed, according to X, …" */
                return report_before(x, &t, left, inside, ret_found);
        }
        if (!reported_is(x, i - 1, ",") || end + 1 >= x->end ||
            reported_is_about_speaker(x, end + 1) || !reported_has_verb(x, end, x->end))
                return 0;
        return write_around(x, &t, i - 1, end + 1, ret_found);
}
