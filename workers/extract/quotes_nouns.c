/* quotes_nouns - nouns that report: "the claim that …", "his support for …", "her plan to …" */
#include <string.h>

#include "base/macros.h"
#include "workers/extract/quotes_content.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_cue_nouns;
extern const struct lexicon lexicon_speech_words;

/* Whose claim it is: "the mayor's claim that", "a claim by the mayor that". */
static struct phrase noun_owner(const struct reported *x, const struct chunk *noun)
{
        struct phrase p = chunk_possessor(x->doc, noun);
        size_t i = noun->end;

        if (phrase_is_none(p) &&
            (reported_is(x, i, "by") || reported_is(x, i, "of") || reported_is(x, i, "from")))
                p = phrase_after(x->doc, x->c, i + 1);
        return p;
}

/* "voiced his support for", "made a promise to": verbs that lend a noun their subject. */
static bool is_light(const char *lemma)
{
        return lexicon_has(&lexicon_speech_words, lemma, "light");
}

/* Who has the noun: its possessor, or the subject of the light verb before it. */
static struct phrase noun_holder(const struct reported *x, const struct chunk *noun)
{
        struct phrase p = chunk_possessor(x->doc, noun);
        const struct chunk *verb = noun->first ? chunk_at(x->c, noun->first - 1) : NULL;

        if (phrase_is_none(p) && verb && verb->kind == CHUNK_VERB && !verb->passive &&
            is_light(x->doc->tokens[verb->head].lemma))
                p = chunk_subject(x->doc, x->c, verb);
        return p;
}

/* "criticism for | saying that …", "a statement on | Friday", "on | its website": a verb that
 * reports itself, a time, or where it was made. */
static bool says_itself(const struct reported *x, size_t i)
{
        const struct chunk *k = i < x->end ? chunk_at(x->c, i) : NULL;

        if (!k || k->first != i)
                return false;
        if (k->kind == CHUNK_NOUN)
                return k->time || (reported_is(x, i - 1, "on") &&
                                   lexicon_has(&lexicon_speech_words,
                                               x->doc->tokens[k->head].lower, "channel"));
        return k->form == VERB_ING && cue_at(x->doc, x->c, i).kind <= CUE_TELL;
}

/* "has the approval of bakers" */
static bool is_got(const struct reported *x, const struct chunk *noun)
{
        static const char *const verbs[] = { "have", "get", "win", "receive" };
        const struct chunk *verb = noun->first ? chunk_at(x->c, noun->first - 1) : NULL;

        return verb && verb->kind == CHUNK_VERB &&
               word_is_one_of(x->doc->tokens[verb->head].lemma, verbs, ARRAY_SIZE(verbs));
}

/* "offered support to bakers", "has the support of bakers": what is given or got is no speech
 * of who gives or gets it. Only support is given as a thing: not "gave an endorsement of". */
static bool is_given(const struct reported *x, const struct chunk *noun, const char *value)
{
        bool support = strcmp(x->doc->tokens[noun->head].lemma, "support") == 0;

        return cue_has_frame(value, 'o') && !reported_is(x, noun->end, "for") &&
               !reported_is(x, noun->end, "behind") &&
               phrase_is_none(chunk_possessor(x->doc, noun)) &&
               (is_got(x, noun) || (support && !phrase_is_none(noun_holder(x, noun))));
}

/* "his case that | the court threw out": does the first verb from @i on lack an object, so that
 * the clause tells of the noun? */
static bool lacks_object(const struct reported *x, size_t i)
{
        for (size_t end = i + CHUNK_REACH; i < x->end && i < end; i++) {
                const struct chunk *k = chunk_at(x->c, i), *next;

                if (!k || k->kind != CHUNK_VERB || k->form != VERB_FINITE)
                        continue;
                i = k->end;
                next = i + 1 < x->end ? chunk_at(x->c, i + 1) : NULL;
                if (next && next->kind == CHUNK_VERB && x->doc->tokens[i].upos == UPOS_CCONJ)
                        i = next->end; /* "denied and disputed" */
                i += i < x->end && x->doc->tokens[i].upos == UPOS_ADP;
                next = i < x->end ? chunk_at(x->c, i) : NULL;
                return !k->passive && (i >= x->end || reported_is_stop(x, i) ||
                                       (next && next->kind == CHUNK_VERB));
        }
        return false;
}

/* "a charge that | Berg has firmly denied": the clause tells what is said of the noun. */
static bool is_told_of(const struct reported *x, size_t i)
{
        for (size_t end = i + CHUNK_REACH; i < x->end && i < end; i++) {
                const struct chunk *k = chunk_at(x->c, i);
                struct cue cue;

                if (!k || k->kind != CHUNK_VERB)
                        continue;
                cue = cue_at(x->doc, x->c, k->head);
                return lacks_object(x, i) && cue.kind >= CUE_DENY && cue.kind <= CUE_JUDGE &&
                       (cue.frames & FRAME_NOUN);
        }
        return false;
}

static bool is_made(const struct reported *x, const struct chunk *noun)
{
        const struct chunk *verb = noun->first ? chunk_at(x->c, noun->first - 1) : NULL;

        return verb && verb->kind == CHUNK_VERB &&
               strcmp(x->doc->tokens[verb->head].lemma, "make") == 0;
}

/* Does "that" behind the noun open what is reported? Behind some only where it is made, or
 * somebody's: "made the point that", "her point that". */
static bool takes_that(const struct reported *x, const struct chunk *noun, const char *value)
{
        if (cue_has_frame(value, 't'))
                return true;
        return cue_has_frame(value, 'm') &&
               (is_made(x, noun) || (!phrase_is_none(chunk_possessor(x->doc, noun)) &&
                                     !lacks_object(x, noun->end + 1)));
}

/* "his support for the bill", "her plan to leave": what is reported of a noun that somebody
 * has.
 */
static int report_behind_holder(struct reported *x, const struct chunk *noun, struct cue cue,
                                const char *value)
{
        size_t first = noun->end, end;
        const struct chunk *next;
        struct phrase owner;

        if (first + 1 >= x->end)
                return 0;
        next = chunk_at(x->c, first);
        if (next && next->kind == CHUNK_VERB && next->form == VERB_INFINITIVE &&
            cue_has_frame(value, 'i')) {
                owner = noun_holder(x, noun);
                end = reported_infinitive_end(x, first);
        } else if (cue_takes(x->doc, value, 1, first)) {
                if (says_itself(x, first + 1) || is_given(x, noun, value))
                        return 0;
                owner = noun_holder(x, noun);
                end = reported_object_end(x, &cue, ++first);
                if (reported_is_clause_question(x, first))
                        end = reported_main_verb(x, noun->first, first + 1, end);
        } else {
                return 0;
        }
        if (cue_has_frame(value, 'p'))
                owner = (struct phrase){ noun->first, noun->end, noun->head };
        x->words_min = 1;
        if (!phrase_speaks(x->doc, owner) && cue_has_frame(value, 'h'))
                return 0;
        if (!phrase_speaks(x->doc, owner))
                return reported_write(x, &cue, PHRASE_NONE, first, end,
                                      (struct content_rule){ 605, "quotes.reported_noun_free",
                                                             EXTENT_OBJECT });
        return reported_write(
                x, &cue, owner, first, end,
                (struct content_rule){ 420, "quotes.reported_noun_about", EXTENT_OBJECT });
}

/* "Despite a claim that it rained, | he came": does a preposition open the sentence, and the
 * main clause stand behind the comma? */
static bool is_in_opening(const struct reported *x, const struct chunk *noun)
{
        return x->doc->tokens[x->begin].upos == UPOS_ADP && noun->first == x->begin + 1;
}

/* "Berg's claim | is that it rained": where "that" stands behind a copula; 0: it does not. */
static size_t that_behind_copula(const struct reported *x, size_t i)
{
        const struct chunk *verb = reported_finite(x, i);

        return verb && verb->first == i && !verb->negated &&
                               strcmp(x->doc->tokens[verb->head].lemma, "be") == 0 &&
                               reported_is(x, verb->end, "that") &&
                               !reported_is_relative(x, verb->end)
                       ? verb->end
                       : 0;
}

/* The "that" before what the noun reports, behind its owner, a word ("her firmest promise yet
 * that") or a copula; 0: it reports none so. */
static size_t that_of_noun(const struct reported *x, const struct chunk *noun,
                           struct phrase owner, const char *value)
{
        size_t i = phrase_is_none(owner) || owner.first < noun->end ? noun->end : owner.end;
        size_t predicate;

        if (i + 1 < x->end && x->doc->tokens[i].upos == UPOS_ADV &&
            reported_is(x, i + 1, "that"))
                i++;
        predicate =
                phrase_is_none(chunk_possessor(x->doc, noun)) ? 0 : that_behind_copula(x, i);
        if (predicate)
                return cue_has_frame(value, 't') || cue_has_frame(value, 'm') ? predicate : 0;
        if (!reported_is(x, i, "that") || reported_is_relative(x, i) || is_told_of(x, i + 1) ||
            !takes_that(x, noun, value))
                return 0;
        return i;
}

/* "the claim that …": the content behind a noun that reports. */
int report_noun(struct reported *x, const struct chunk *noun)
{
        struct cue cue = { noun->head, noun->head + 1, noun->head, CUE_SAY, FRAME_CLAUSE };
        const char *value = lexicon_get(&lexicon_cue_nouns, x->doc->tokens[noun->head].lemma);
        struct phrase owner;
        size_t that, end;

        if (!value)
                return 0;
        owner = noun_owner(x, noun);
        if (phrase_is_none(owner) && reported_is(x, noun->end, "that"))
                owner = noun_holder(x, noun);
        that = that_of_noun(x, noun, owner, value);
        if (!that || (!phrase_speaks(x->doc, owner) && cue_has_frame(value, 'h')))
                return report_behind_holder(x, noun, cue, value);
        x->words_min = REPORTED_WORDS;
        end = reported_main_verb(x, noun->first, that + 1, reported_end(x, that + 1));
        if (is_in_opening(x, noun)) {
                size_t verb = reported_own_verb(x, that + 1);

                end = reported_comma(x, verb ? verb : that + 1, end);
        }
        if (!phrase_speaks(x->doc, owner))
                return reported_write(x, &cue, PHRASE_NONE, that + 1, end,
                                      (struct content_rule){ 605, "quotes.reported_noun_free",
                                                             EXTENT_PHRASE });
        return reported_write(
                x, &cue, owner, that + 1, end,
                (struct content_rule){ 550, "quotes.reported_noun_that", EXTENT_PHRASE });
}
