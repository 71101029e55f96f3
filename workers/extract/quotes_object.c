/* quotes_object - what is judged, called or sought: where such an object begins and ends */
#include <string.h>

#include "base/macros.h"
#include "workers/extract/entities.h"
#include "workers/extract/quotes_content.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_speech_words;

enum {
        WHAT_TOKENS = 8, /* from "what" to the verb of "what the mayor called" */
        BRACKET_TOKENS = 7,
};

/* Behind a time at @i, "on" and all. */
static size_t behind_time(const struct reported *x, size_t i)
{
        size_t k = i + (i < x->end && x->doc->tokens[i].upos == UPOS_ADP);
        const struct chunk *time = k < x->end ? chunk_at(x->c, k) : NULL;

        return time && time->time ? time->end : i;
}

/* "announced | on Friday | sanctions": behind the day, or @i. */
static size_t over_day(const struct reported *x, size_t i)
{
        size_t end = behind_time(x, i);
        const struct chunk *k = end < x->end ? chunk_at(x->c, end) : NULL;

        return k && k->kind == CHUNK_NOUN && k->first == end && !k->time && !k->relative ? end
                                                                                         : i;
}

size_t reported_object_begin(const struct reported *x, size_t i)
{
        static const char *const about[] = {
                "of", "for",  "about", "against", "over", "to",
                "on", "with", "upon",  "toward",  "into", "towards"
        };
        const struct chunk *k;

        i = over_day(x, i);
        if (i < x->end && x->doc->tokens[i].upos == UPOS_ADP) {
                if (!reported_is_one_of(x, i, about, ARRAY_SIZE(about)))
                        return 0;
                i++;
        }
        k = i < x->end ? chunk_at(x->c, i) : NULL;
        return k && k->time ? 0 : i;
}

/* "a bill | closing the mill": does the participle at @i tell more of the rule before it, and
 * not what the speaker did besides? */
static bool is_of_rule(const struct reported *x, size_t i)
{
        static const char *const rules[] = { "bill",       "law",        "measure",
                                             "rule",       "resolution", "legislation",
                                             "policy",     "amendment",  "petition",
                                             "regulation", "motion",     "issue" };
        const struct chunk *noun = i > x->begin ? chunk_at(x->c, i - 1) : NULL;

        return noun && noun->kind == CHUNK_NOUN && noun->end == i &&
               word_is_one_of(x->doc->tokens[noun->head].lemma, rules, ARRAY_SIZE(rules)) &&
               !reported_is(x, i, "using") && cue_at(x->doc, x->c, i).kind == CUE_NONE;
}

/* "the deal | flanked by aides": around the speaker. */
static bool is_around(const struct reported *x, size_t i)
{
        static const char *const words[] = { "flanked", "surrounded", "accompanied",
                                             "joined",  "followed",   "watched" };

        return reported_is_one_of(x, i, words, ARRAY_SIZE(words));
}

/* "a raid | by the guild", not "by closing it", "by phone", of the "by" at @i */
static bool has_doer(const struct reported *x, size_t i)
{
        const struct chunk *k = i + 1 < x->end ? chunk_at(x->c, i + 1) : NULL;

        return k && k->kind == CHUNK_NOUN && !k->time &&
               (x->doc->tokens[k->first].upos == UPOS_DET ||
                x->doc->tokens[k->first].fine == FINE_PRPS ||
                x->doc->tokens[k->head].upos == UPOS_PROPN ||
                x->doc->tokens[k->head].fine == FINE_NNS);
}

bool reported_goes_on(const struct reported *x, size_t i)
{
        static const char *const words[] = { "for", "of",     "as",      "over",   "that",
                                             "who", "whose",  "which",   "about",  "against",
                                             "on",  "in",     "at",      "from",   "with",
                                             "to",  "toward", "towards", "between" };
        const struct chunk *k = i < x->end ? chunk_at(x->c, i) : NULL;

        if (k && k->kind == CHUNK_VERB && k->form == VERB_PARTICIPLE && k->end < x->end &&
            x->doc->tokens[k->end].upos == UPOS_ADP && !is_around(x, i))
                return true; /* "the charges | brought by Berg" */
        if (k && k->kind == CHUNK_VERB && k->form == VERB_ING && k->first == i)
                return is_of_rule(x, i);
        if (reported_is(x, i, "by"))
                return has_doer(x, i);
        return reported_is_one_of(x, i, words, ARRAY_SIZE(words));
}

/* "called the charges | a fabrication", "called him “brave”": without it, somebody was rung up,
 * or has that name. */
static bool has_complement(const struct reported *x, size_t i)
{
        const struct chunk *k = i < x->end ? chunk_at(x->c, i) : NULL;

        if (i >= x->end)
                return false;
        if (k)
                return !k->time && (k->kind == CHUNK_NOUN || k->form != VERB_FINITE);
        return x->doc->tokens[i].upos == UPOS_ADJ || x->doc->tokens[i].upos == UPOS_DET ||
               x->doc->tokens[i].upos == UPOS_ADV || reported_is_quote_mark(x, i);
}

/* "what officials called a crime" */
static bool is_what_is_called(const struct reported *x, const struct cue *cue)
{
        for (size_t i = cue->first; i > x->begin && cue->first - i < WHAT_TOKENS; i--)
                if (reported_is(x, i - 1, "what"))
                        return true;
        return false;
}

/* "rebels attacked the town", "blasting his way in": what is done by force is no judgement,
 * unless somebody with a name is attacked, a plan, or "for" something. */
static bool is_by_force(const struct reported *x, const struct cue *cue, struct phrase p)
{
        static const char *const reasons[] = { "for", "as", "over" };
        const struct token *head = &x->doc->tokens[p.head];

        if (!lexicon_has(&lexicon_speech_words, x->doc->tokens[cue->verb].lemma, "force") ||
            head->name == NAME_PERSON || head->name == NAME_ORGANIZATION)
                return false;
        if (lexicon_has(&lexicon_speech_words, head->lemma, "view"))
                return false;
        for (size_t i = p.head + 1; i <= p.end; i++)
                if (reported_is_one_of(x, i, reasons, ARRAY_SIZE(reasons)))
                        return false;
        return true;
}

/* "dismissed Berg as his adviser": he lost the post. */
static bool is_of_post(const struct reported *x, const struct cue *cue, struct phrase p)
{
        return strcmp(x->doc->tokens[cue->verb].lemma, "dismiss") == 0 &&
               x->doc->tokens[p.head].name == NAME_PERSON &&
               (!reported_is(x, p.end, "as") ||
                (p.end + 1 < x->end && x->doc->tokens[p.end + 1].fine == FINE_PRPS));
}

/* "the request", "Berg", "bakers": not half of a phrase that the tags part. */
static bool is_whole(const struct reported *x, const struct chunk *k)
{
        const struct token *first = &x->doc->tokens[k->first], *head = &x->doc->tokens[k->head];

        return k->kind == CHUNK_NOUN && !k->time && !k->relative &&
               (first->upos == UPOS_DET || first->fine == FINE_PRPS ||
                head->upos == UPOS_PRON || head->upos == UPOS_PROPN || head->fine == FINE_NNS);
}

/* "the request | Berg made": the subject of a clause right behind the noun it is about, which
 * ends at @end. */
static const struct chunk *relative_subject(const struct reported *x, size_t end)
{
        static const char *const openers[] = { "that", "whom" };
        const struct chunk *noun = end ? chunk_at(x->c, end - 1) : NULL;
        const struct chunk *next = end < x->end ? chunk_at(x->c, end) : NULL;

        if (!noun || !next || noun->end != end || !is_whole(x, noun) || !is_whole(x, next) ||
            reported_is_question(x, noun->first) ||
            reported_is_one_of(x, end, openers, ARRAY_SIZE(openers)))
                return NULL;
        return next;
}

bool reported_has_relative(const struct reported *x, size_t first, size_t end)
{
        for (size_t i = first + 1; i < end; i++)
                if (relative_subject(x, i) && relative_subject(x, i)->end <= end)
                        return true;
        return false;
}

/* Where that clause ends, or @end: there is none. What is said or thought in it goes on over a
 * verb: "the price | she believed Lind should pay". */
static size_t relative_end(const struct reported *x, size_t first, size_t end)
{
        const struct chunk *k = relative_subject(x, end);
        size_t i = k ? phrase_after(x->doc, x->c, k->first).end : x->end, stop;

        while (i < x->end && x->doc->tokens[i].upos == UPOS_ADV && !chunk_at(x->c, i))
                i++;
        k = i < x->end ? chunk_at(x->c, i) : NULL;
        if (!k || k->kind != CHUNK_VERB || k->form != VERB_FINITE)
                return end;
        stop = reported_phrase_stop(x, first, k->end);
        return cue_at(x->doc, x->c, i).kind == CUE_NONE ? reported_outer_verb(x, k->first, stop)
                                                        : stop;
}

/* "denied the bakers | a rise": what somebody does not get is no speech. */
static bool is_refused_to(const struct reported *x, const struct cue *cue, size_t end)
{
        return relative_subject(x, end) &&
               lexicon_has(&lexicon_speech_words, x->doc->tokens[cue->verb].lemma, "refuse");
}

/* "praised the Roads | and Harbours Agency": behind the name that holds the end of the object,
 * and its phrase. */
static size_t behind_name(const struct reported *x, size_t first, size_t end)
{
        uint32_t at = x->doc->tokens[end - 1].end;
        int entity = end > first ? entities_at(x->doc, x->doc->tokens[end - 1].start) : NONE;
        const struct entity *e;
        const struct chunk *k;
        size_t n;

        if (entity == NONE)
                return end;
        e = &x->doc->x->entities[entity];
        n = entity_mention_at(e, at);
        if (!n || e->mentions[n - 1].end <= at)
                return end;
        end = document_token_at(x->doc, e->mentions[n - 1].end);
        k = end ? chunk_at(x->c, end - 1) : NULL;
        end = k && k->kind == CHUNK_NOUN ? k->end : end;
        return end < x->end ? end : x->end;
}

/* "support | temporarily | closing it": an adverb before what is done. */
static bool is_before_act(const struct reported *x, size_t i)
{
        const struct chunk *k = i + 1 < x->end ? chunk_at(x->c, i + 1) : NULL;

        return k && k->kind == CHUNK_VERB && k->form == VERB_ING && k->first == i + 1 &&
               !chunk_at(x->c, i) && x->doc->tokens[i].upos == UPOS_ADV;
}

/* "Mayor Berg (R) | to resign": behind a bracket at @i, or @i. */
static size_t behind_bracket(const struct reported *x, size_t i)
{
        if (!reported_is(x, i, "("))
                return i;
        for (size_t k = i + 1; k < x->end && k < i + BRACKET_TOKENS; k++)
                if (reported_is(x, k, ")"))
                        return k + 1;
        return i;
}

/* An object, with what it is judged for: "the mayor for closing the road", "the charges a
 * fabrication", or an act: "closing the road". */
static size_t object_end(const struct reported *x, const struct cue *cue, size_t first)
{
        const struct chunk *counted = chunk_at(x->c, reported_amount(x, first));
        struct phrase p = phrase_after(
                x->doc, x->c, counted && counted->first > first ? counted->first : first);
        const struct chunk *verb = chunk_at(x->c, first + is_before_act(x, first));
        bool act = verb && verb->kind == CHUNK_VERB && verb->form == VERB_ING;
        size_t end = act ? verb->end : p.end;
        bool call = strcmp(x->doc->tokens[cue->verb].lemma, "call") == 0;
        size_t behind;

        if (reported_is_clause_question(x, first))
                return reported_question_end(x, first);
        if (phrase_is_none(p) ? !act : is_by_force(x, cue, p) || is_of_post(x, cue, p))
                return first;
        if (call && !act && cue->end == first && !has_complement(x, end) &&
            !is_what_is_called(x, cue))
                return first;
        if (!act && reported_is_infinitive(x, end)) /* "his party to make it happen" */
                return reported_infinitive_end(x, first);
        behind = behind_bracket(x, end);
        if (!act && reported_is_infinitive(x, behind))
                return reported_infinitive_end(x, behind);
        if (!act && !call && relative_end(x, first, end) > end)
                return relative_end(x, first, end);
        if (is_refused_to(x, cue, end))
                return first;
        end = act ? end : behind_name(x, first, end);
        if (!act && !call && !reported_goes_on(x, end))
                return end;
        return reported_outer_verb(x, first, reported_phrase_stop(x, first, end));
}

size_t reported_object_end(const struct reported *x, const struct cue *cue, size_t first)
{
        return reported_over_joined(x, first, object_end(x, cue, first));
}

/* "the shooting | at a rally", "remarks | in an interview": is @noun the place, or a part, of
 * what is done or said, told by the head of the phrase before @preposition? */
static bool is_of_object(const struct reported *x, const struct cue *cue, size_t preposition,
                         const struct chunk *noun)
{
        static const char *const fears[] = { "warn", "apologise", "apologize", "complain" };
        const struct chunk *object = chunk_at(x->c, preposition - 1);
        const struct token *head = object ? &x->doc->tokens[object->head] : NULL;

        if (x->doc->tokens[noun->first].fine == FINE_PRPS)
                return false; /* "in her speech" */
        if (head && (lexicon_has(&lexicon_speech_words, head->lemma, "utterance") ||
                     lexicon_has(&lexicon_speech_words, head->lemma, "occasion")))
                return true;
        return lexicon_has(&lexicon_speech_words, x->doc->tokens[noun->head].lemma, "crowd") &&
               ((head && noun_is_deed(head)) ||
                word_is_one_of(x->doc->tokens[cue->verb].lemma, fears, ARRAY_SIZE(fears)));
}

/* "on Twitter", "in a statement", "at a rally": where @preposition stands before what somebody
 * speaks in, by the head of @noun. */
static bool is_medium(const struct reported *x, size_t preposition, const struct chunk *noun)
{
        static const char *const places[] = { "in", "at", "during", "via", "through" };
        static const char *const others[] = { "from", "by", "of" };
        const char *lower = x->doc->tokens[noun->head].lower;
        const char *lemma = x->doc->tokens[noun->head].lemma;

        if (reported_is(x, preposition, "on") || reported_is(x, preposition, "via"))
                return lexicon_has(&lexicon_speech_words, lower, "channel") ||
                       lexicon_has(&lexicon_speech_words, lower, "station");
        return reported_is_one_of(x, preposition, places, ARRAY_SIZE(places)) &&
               !reported_is(x, noun->first, "the") &&
               !reported_is_one_of(x, noun->end, others, ARRAY_SIZE(others)) &&
               (lexicon_has(&lexicon_speech_words, lemma, "occasion") ||
                lexicon_has(&lexicon_speech_words, lemma, "paper"));
}

size_t reported_without_medium(const struct reported *x, const struct cue *cue, size_t first,
                               size_t end)
{
        for (size_t i = first + 1; i + 1 < end; i++) {
                const struct chunk *k = chunk_at(x->c, i + 1);
                struct phrase p;

                if (chunk_at(x->c, i) && chunk_at(x->c, i)->kind == CHUNK_VERB)
                        return end; /* "for closing it in a rage" */
                if (x->doc->tokens[i].upos != UPOS_ADP || !k || k->kind != CHUNK_NOUN ||
                    k->first != i + 1 || !is_medium(x, i, k) || is_of_object(x, cue, i, k) ||
                    reported_in_marks(x, x->doc->tokens[i].start))
                        continue;
                p = phrase_after(x->doc, x->c, i + 1);
                if (!phrase_is_none(p) && behind_time(x, p.end) >= end)
                        return i;
        }
        return end;
}

bool reported_is_named(const struct reported *x, const struct chunk *verb)
{
        static const char *const articles[] = { "a", "an", "another" };
        const struct chunk *noun = verb->first ? chunk_at(x->c, verb->first - 1) : NULL;

        return document_is(x->doc, verb->head, "named") && verb->end == verb->first + 1 &&
               noun && noun->kind == CHUNK_NOUN && !noun->pronoun &&
               x->doc->tokens[noun->head].upos == UPOS_NOUN &&
               document_is_one_of(x->doc, noun->first, articles, ARRAY_SIZE(articles));
}

/* The token behind "raised", "brought up", if @verb is one of these; else 0. */
static size_t behind_raised(const struct reported *x, const struct chunk *verb)
{
        const char *lemma = x->doc->tokens[verb->head].lemma;
        size_t i = verb->head + 1;

        if (strcmp(lemma, "raise") == 0)
                return i;
        return strcmp(lemma, "bring") == 0 && reported_is(x, i, "up") ? i + 1 : 0;
}

/* "the question | of the road", "the case | of Berg", not "the issue | of bonds", "the case |
 * of wine" */
static bool is_topic(const struct reported *x, const struct chunk *noun)
{
        struct phrase p = phrase_after(x->doc, x->c, noun->end + 1);
        const char *lemma = x->doc->tokens[noun->head].lemma;

        if (!reported_is(x, noun->end, "of") ||
            !lexicon_has(&lexicon_speech_words, lemma, "topic"))
                return false;
        if (strcmp(lemma, "case") == 0)
                return phrase_speaks(x->doc, p);
        return strcmp(lemma, "issue") != 0 || phrase_is_none(p) ||
               !lexicon_has(&lexicon_speech_words, x->doc->tokens[p.head].lemma, "edition");
}

int report_topic(struct reported *x, const struct chunk *verb)
{
        static const struct content_rule by = { 650, "quotes.reported_topic", EXTENT_OBJECT };
        size_t first = behind_raised(x, verb);
        const struct chunk *noun = first && first < x->end ? chunk_at(x->c, first) : NULL;
        struct cue cue = { verb->first, (uint32_t)first, verb->head, CUE_SAY, FRAME_NOUN };
        struct phrase speaker;

        if (!noun || noun->kind != CHUNK_NOUN || verb->passive || !is_topic(x, noun))
                return 0;
        speaker = chunk_subject(x->doc, x->c, verb);
        if (!phrase_speaks(x->doc, speaker))
                return 0; /* "the loss raises the question of …" */
        x->words_min = REPORTED_WORDS;
        return reported_write(x, &cue, speaker, first, reported_object_end(x, &cue, first), by);
}
