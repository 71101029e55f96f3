/* quotes_coordination - what is joined to an object: "love | and unity", "leaving, staying |
 * and waiting"
 */
#include <string.h>

#include "base/macros.h"
#include "workers/extract/quotes_content.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_cue_nouns;

enum {
        CONJUNCTS_MAX = 12,
        ADJECTIVES_MAX = 8,
};

/* "older, | rural and younger voters": does a noun follow adjectives alone at @i? */
static bool leads_to_noun(const struct reported *x, size_t i)
{
        for (size_t n = 0; n < ADJECTIVES_MAX && i < x->end; n++, i++) {
                const struct chunk *k = chunk_at(x->c, i);

                if (k) /* "he was happy, | young voters said": another clause */
                        return k->kind == CHUNK_NOUN && x->doc->tokens[i].upos != UPOS_DET &&
                               !reported_finite(x, k->end);
                if (x->doc->tokens[i].upos != UPOS_ADJ && !reported_is(x, i, ",") &&
                    x->doc->tokens[i].upos != UPOS_CCONJ)
                        return false;
        }
        return false;
}

bool reported_is_inner_comma(const struct reported *x, size_t i)
{
        return reported_is(x, i, ",") && i > x->begin && i + 1 < x->end &&
               x->doc->tokens[i - 1].upos == UPOS_ADJ &&
               x->doc->tokens[i + 1].upos == UPOS_ADJ && leads_to_noun(x, i + 1);
}

/* What joins something to what stands before it. */
enum joint {
        JOINT_NONE, /* a comma alone */
        JOINT_AND,
        JOINT_EXAMPLE, /* "including", "as well as": also behind the comma of no list */
};

/* Which joint is at @i, of how many words. */
static enum joint joint_at(const struct reported *x, size_t i, size_t *ret_words)
{
        static const char *const ands[] = { "and", "or", "nor" };
        static const char *const examples[] = { "including", "notably", "particularly",
                                                "especially", "like" };

        *ret_words = 1;
        if (reported_is_one_of(x, i, ands, ARRAY_SIZE(ands)))
                return JOINT_AND;
        if (reported_is_one_of(x, i, examples, ARRAY_SIZE(examples)))
                return JOINT_EXAMPLE;
        *ret_words = 2;
        if (reported_is(x, i, "such") && reported_is(x, i + 1, "as"))
                return JOINT_EXAMPLE;
        *ret_words = 3;
        if (reported_is(x, i, "as") && reported_is(x, i + 1, "well") &&
            reported_is(x, i + 2, "as"))
                return JOINT_EXAMPLE;
        *ret_words = 0;
        return JOINT_NONE;
}

/* Does the verb of a clause stand at @i, behind its adverbs? A participle with a preposition
 * behind it goes on its noun: "the charges | brought by Berg". */
static bool is_clause_verb(const struct reported *x, size_t i)
{
        const struct chunk *k;

        while (i < x->end && x->doc->tokens[i].upos == UPOS_ADV && !chunk_at(x->c, i))
                i++;
        k = i < x->end ? chunk_at(x->c, i) : NULL;
        if (i < x->end && x->doc->tokens[i].upos == UPOS_AUX)
                return true;
        if (!k || k->kind != CHUNK_VERB)
                return false;
        return k->form == VERB_FINITE ||
               k->form == VERB_ING || /* "called it bold, and | Lind saying" */
               (k->form == VERB_PARTICIPLE &&
                (k->end >= x->end || x->doc->tokens[k->end].upos != UPOS_ADP));
}

/* "support for the bill and | opposition to the road": it reports on its own; not "the hopes
 * and | anxieties of voters". */
static bool reports_itself(const struct reported *x, size_t first, const struct chunk *noun)
{
        if (x->doc->tokens[first].upos == UPOS_DET && reported_is(x, noun->end, "of") &&
            x->doc->tokens[noun->first].upos != UPOS_DET)
                return false;
        return noun->end < x->end &&
               (x->doc->tokens[noun->end].upos == UPOS_ADP || reported_is(x, noun->end, "to") ||
                reported_is(x, noun->end, "that")) &&
               lexicon_get(&lexicon_cue_nouns, x->doc->tokens[noun->head].lemma);
}

/* "and opposes | a rise": a word that is tagged a noun and has a phrase right behind it is a
 * verb. */
static bool has_object(const struct reported *x, size_t end)
{
        const struct chunk *k = end < x->end ? chunk_at(x->c, end) : NULL;

        return k && k->kind == CHUNK_NOUN && k->first == end && !k->time;
}

/* "and | lost", which is tagged an adjective: no noun. */
static bool is_adjective(const struct reported *x, const struct chunk *k)
{
        return k->end == k->first + 1 && x->doc->tokens[k->first].upos == UPOS_ADJ;
}

/* "$5 from Lind" beside "the mayor": an amount is joined to an amount. */
static bool is_amount(const struct reported *x, size_t i)
{
        const struct chunk *k = chunk_at(x->c, i);
        const struct token *t = &x->doc->tokens[k ? k->head : i];

        return t->upos == UPOS_NUM || t->upos == UPOS_SYM;
}

/* Without the day at the end of [first, end): "love and unity | on Friday". */
static size_t without_day(const struct reported *x, size_t first, size_t end)
{
        const struct chunk *k = end > first ? chunk_at(x->c, end - 1) : NULL;

        if (!k || !k->time || k->first <= first + 1 || k->end != end)
                return end;
        return k->first - (x->doc->tokens[k->first - 1].upos == UPOS_ADP);
}

/* Where a noun phrase that is joined at @i ends with what belongs to it; 0: none is, or it is a
 * clause's subject. */
static size_t noun_end(const struct reported *x, size_t first, size_t i, bool half)
{
        struct phrase p = phrase_after(x->doc, x->c, i);
        const struct chunk *k = chunk_at(x->c, i);
        size_t stop;

        if (phrase_is_none(p) || p.end > x->end || k->time || k->relative ||
            reported_is(x, i, "whose") || (!half && reports_itself(x, first, k)) ||
            is_clause_verb(x, p.end) || has_object(x, p.end) || is_adjective(x, k))
                return 0;
        if (reported_is_infinitive(x, p.end))
                return reported_infinitive_end(x, p.end);
        if (!reported_goes_on(x, p.end))
                return p.end;
        stop = reported_phrase_stop(x, i, p.end);
        return reported_outer_verb(x, i, stop) == stop ? without_day(x, i, stop) : 0;
}

/* Has [first, end) a participle that its object follows: "of | closing the road"? */
static bool has_gerund(const struct reported *x, size_t first, size_t end)
{
        for (size_t i = first; i < end; i++) {
                const struct chunk *k = chunk_at(x->c, i);

                if (k && k->kind == CHUNK_VERB && k->form == VERB_ING)
                        return true;
        }
        return false;
}

/* "to cut taxes | and build roads" */
static bool is_bare_infinitive(const struct reported *x, size_t i)
{
        const struct chunk *k = chunk_at(x->c, i);

        return k && k->kind == CHUNK_VERB && k->first == i && x->doc->tokens[i].fine == FINE_VB;
}

/* "the angry | , divisive speech", "the economic | and social costs": half of a noun phrase? */
static bool is_half(const struct reported *x, size_t first, size_t end)
{
        return end > first && end + 1 < x->end && x->doc->tokens[end - 1].upos == UPOS_ADJ &&
               (reported_is(x, end, ",") || reported_is(x, end, "and")) &&
               (x->doc->tokens[end + 1].upos == UPOS_ADJ ||
                x->doc->tokens[end + 1].upos == UPOS_NOUN);
}

/* "on taxes and | on schools": a preposition that leads to the content, or stands in it. */
static bool repeats(const struct reported *x, size_t first, size_t end, size_t i)
{
        if (x->doc->tokens[i].upos != UPOS_ADP)
                return false;
        for (size_t k = first > x->begin ? first - 1 : first; k < end; k++)
                if (strcmp(x->doc->tokens[i].lower, x->doc->tokens[k].lower) == 0)
                        return true;
        return false;
}

/* Where what begins at @i like the content [first, end) ends, or an example of it; 0: it is
 * nothing alike. */
static size_t conjunct_end(const struct reported *x, size_t first, size_t end, size_t i,
                           enum joint joint)
{
        const struct chunk *k = i < x->end ? chunk_at(x->c, i) : NULL;
        size_t stop;

        if (i >= x->end || reported_in_marks(x, x->doc->tokens[i].start))
                return 0;
        if (reported_is_infinitive(x, first) &&
            (reported_is_infinitive(x, i) || is_bare_infinitive(x, i)))
                return reported_infinitive_end(x, i);
        if (joint != JOINT_NONE && reported_is_clause_question(x, i) &&
            !reported_finite(x, i + 1)) /* "the plan and | how it was made" */
                return reported_phrase_stop(x, i, i + 1);
        if (k && k->kind == CHUNK_VERB) {
                if (k->form != VERB_ING || k->first != i ||
                    !(joint == JOINT_EXAMPLE || has_gerund(x, first, end)) ||
                    cue_at(x->doc, x->c, i).kind <= CUE_TELL)
                        return 0;
                stop = reported_phrase_stop(x, i, k->end);
                return reported_outer_verb(x, i, stop) == stop ? stop : 0;
        }
        i += repeats(x, first, end, i);
        if (i >= x->end)
                return 0;
        if (joint != JOINT_EXAMPLE && is_amount(x, i) != is_amount(x, first))
                return 0;
        return noun_end(x, first, i, is_half(x, first, end));
}

/* "to cut taxes, | to build roads and to leave": an infinitive goes on over its last "and". */
static bool has_joint(const struct reported *x, size_t first, size_t end)
{
        size_t words;

        if (reported_is(x, first, "to") || reported_is(x, first, "not"))
                return true;
        if (!is_bare_infinitive(x, first))
                return false;
        for (size_t i = first; i + 1 < end; i++)
                if (joint_at(x, i, &words) == JOINT_AND && is_bare_infinitive(x, i + 1))
                        return true;
        return false;
}

size_t reported_over_joined(const struct reported *x, size_t first, size_t end)
{
        size_t ret = end, i = end, words, begin;
        bool half = is_half(x, first, end), closed = false;

        if (end > first && chunk_at(x->c, end - 1) && chunk_at(x->c, end - 1)->time)
                return end; /* "the plan on Monday | and the guild on Friday" */
        for (unsigned n = 0; n < CONJUNCTS_MAX && i < x->end && end > first; n++) {
                bool comma = reported_is(x, i, ",");
                enum joint joint = joint_at(x, i + comma, &words);

                if (joint == JOINT_NONE ? !comma : comma && joint == JOINT_AND && n == 0)
                        break; /* ", and" begins another clause as often */
                if (comma && closed && joint != JOINT_EXAMPLE)
                        break; /* "bakers, aides and clerks | , or nobody" */
                closed = closed || joint == JOINT_AND;
                i += comma + words;
                while (joint != JOINT_NONE && i < x->end &&
                       x->doc->tokens[i].upos == UPOS_ADV && !chunk_at(x->c, i) &&
                       !reported_is_question(x, i))
                        i++;
                begin = i;
                i = conjunct_end(x, first, end, i, joint);
                if (!i)
                        break;
                if (joint != JOINT_NONE || (half && n == 0) || has_joint(x, begin, i))
                        ret = i; /* without "and" it may be no list */
        }
        return ret;
}

size_t reported_before_twin(const struct reported *x, const struct cue *cue, size_t first,
                            size_t end)
{
        const struct chunk *verb = chunk_at(x->c, cue->verb);
        const struct token *before =
                cue->first > x->begin ? &x->doc->tokens[cue->first - 1] : NULL;

        if (!before || !verb || verb->form != VERB_ING ||
            (before->upos != UPOS_ADP && before->upos != UPOS_SCONJ))
                return end;
        for (size_t i = first; i + 2 < end; i++) {
                const struct chunk *k = chunk_at(x->c, i + 2);

                if (!reported_is(x, i + 1, before->lower) || !k || k->kind != CHUNK_VERB ||
                    k->form != VERB_ING || k->first != i + 2)
                        continue;
                /* "by saying that Lind won by lying | and by cheating": the nearer one's twin
                 */
                return x->doc->tokens[i].upos == UPOS_CCONJ ? i : end;
        }
        return end;
}
