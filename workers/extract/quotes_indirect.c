/* quotes_indirect - reported speech: "Lavrov said [that] Russia is interested …"
 *
 * Each verb of reporting has frames (cue_verbs.txt) that say where its content is: a clause
 * behind it, an infinitive, a question, a noun phrase, or all of the sentence before it ("…,
 * the official said"). The content ends with the sentence, or before what has an attribution of
 * its own. What stands between marks as a whole is a quotation already.
 */
#include <errno.h>
#include <string.h>

#include "base/macros.h"
#include "workers/extract/quotes_content.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_speech_words;
extern const struct lexicon lexicon_cue_adjectives;

enum {
        SENTENCE_TOKENS_MAX = 400, /* a longer one is no sentence */
};

/* "is worried that", "were convinced that": a passive in form alone. */
static bool is_feeling(const struct reported *x, const struct cue *cue)
{
        return reported_is(x, cue->end, "that") &&
               lexicon_has(&lexicon_speech_words, x->doc->tokens[cue->verb].lemma, "feeling");
}

/* "Berg accused | of theft", "charged | with theft": without an object it is done to him. */
static bool is_accused(const struct reported *x, const struct cue *cue)
{
        const char *lemma = x->doc->tokens[cue->verb].lemma;

        return (reported_is(x, cue->end, "of") && strcmp(lemma, "accuse") == 0) ||
               (reported_is(x, cue->end, "with") && strcmp(lemma, "charge") == 0);
}

/* "the first | reported | cases": it stands before its noun. */
static bool is_attributive(const struct reported *x, const struct chunk *verb)
{
        size_t i = verb->first;
        const struct chunk *noun = verb->end < x->end ? chunk_at(x->c, verb->end) : NULL;

        return i > x->begin && verb->end == i + 1 && noun && noun->kind == CHUNK_NOUN &&
               x->doc->tokens[noun->first].upos == UPOS_NOUN &&
               x->doc->tokens[i - 1].upos == UPOS_ADJ && !x->doc->tokens[i - 1].capital &&
               (x->doc->tokens[i].fine == FINE_VBN || x->doc->tokens[i].fine == FINE_VBD) &&
               strcmp(x->doc->tokens[i].lemma, "say") != 0;
}

/* "bakers known as the Early Birds" */
static bool is_known_as(const struct reported *x, const struct cue *cue)
{
        return reported_is(x, cue->verb, "known") && reported_is(x, cue->end, "as");
}

/* "swore off wine", "called off the strike": the verb has another sense with the word; not
 * "said off the record". */
static bool is_put_off(const struct reported *x, const struct cue *cue)
{
        return reported_is(x, cue->end, "off") && !cue_is_quoted_as(cue) &&
               strcmp(x->doc->tokens[cue->verb].lemma, "say") != 0;
}

/* A verb that has something to say: no passive ("was written by …"), no purpose ("to offer").
 */
static bool reports(const struct reported *x, const struct cue *cue)
{
        const struct chunk *verb = chunk_at(x->c, cue->verb);

        if (cue->kind == CUE_NONE || !verb || verb->kind != CHUNK_VERB || is_accused(x, cue) ||
            is_attributive(x, verb) || is_known_as(x, cue) || is_put_off(x, cue))
                return false;
        if (verb->passive && !cue_is_quoted_as(cue) && !reported_has_no_speaker(x, cue))
                return false;
        return !reported_is_taken(x, cue) && !reported_is_named(x, verb);
}

/* "appeared in a film that …", "appeared before the court": he was there. */
static bool is_in_sight(const struct reported *x, const struct cue *cue)
{
        return cue->end < x->end && strcmp(x->doc->tokens[cue->verb].lemma, "appear") == 0 &&
               x->doc->tokens[cue->end].upos == UPOS_ADP;
}

/* Where the content of @cue begins and by which rule, whoever is its subject. 0: nowhere. */
static size_t content_begin(const struct reported *x, const struct cue *cue,
                            struct content_rule *by)
{
        struct cue heard = *cue;
        size_t first;

        if (reported_is_heard(x, cue))
                heard.frames |= FRAME_CLAUSE;
        if (reported_is_passed_on(x, cue)) /* who is told stands before it */
                heard.frames &= (uint16_t)~FRAME_ADDRESSEE;
        first = reported_begin(x, &heard, by);
        if (reported_is_hearsay(x, cue)) {
                first = reported_behind_agent(x, cue);
                *by = (struct content_rule){ 800, "quotes.reported_hearsay", EXTENT_PHRASE };
        }
        if (reported_is_seen_as(x, cue)) {
                first = cue->end + 1;
                *by = (struct content_rule){ 790, "quotes.reported_seen_as", EXTENT_OBJECT };
        }
        if (cue->kind == CUE_SEEM)
                *by = (struct content_rule){ 570, "quotes.reported_seeming", EXTENT_PHRASE };
        if (is_in_sight(x, cue))
                return 0;
        if (!first)
                first = reported_finding_begin(x, cue, by);
        return first < x->end ? first : 0;
}

bool reported_names_source(const struct document *doc, size_t verb)
{
        return strcmp(doc->tokens[verb].lemma, "quote") == 0 ||
               strcmp(doc->tokens[verb].lemma, "cite") == 0;
}

/* "the road was praised by Berg": what is judged stands before the verb. */
static int report_passive(struct reported *x, const struct cue *cue)
{
        const struct chunk *verb = chunk_at(x->c, cue->verb);
        struct phrase agent, p;

        if (cue->kind > CUE_THINK || cue->kind == CUE_PROMISE || cue->kind == CUE_ORDER ||
            !(cue->frames & FRAME_NOUN) || !verb || verb->kind != CHUNK_VERB ||
            !reported_is(x, cue->end, "by") ||
            (!verb->passive && verb->form != VERB_PARTICIPLE))
                return 0;
        agent = phrase_after(x->doc, x->c, cue->end + 1);
        p = chunk_subject(x->doc, x->c, verb);
        if (!phrase_speaks(x->doc, agent) || phrase_is_none(p) || p.end > cue->first ||
            cue_is_quoted_as(cue) || reported_names_source(x->doc, cue->verb))
                return 0; /* "Berg was quoted by the agency": he speaks */
        if (lexicon_has(&lexicon_speech_words, x->doc->tokens[cue->verb].lemma, "force") &&
            x->doc->tokens[p.head].upos == UPOS_NOUN &&
            !lexicon_has(&lexicon_speech_words, x->doc->tokens[p.head].lemma, "view"))
                return 0; /* "the town was attacked by rebels" */
        x->words_min = 1;
        return reported_write(
                x, cue, agent, p.first, p.end,
                (struct content_rule){ 690, "quotes.reported_passive", EXTENT_OBJECT });
}

/* "said one voter: | “…”": what is said stands between the marks. Gives the colon, or @end. */
static size_t colon_before_marks(const struct reported *x, size_t first, size_t end)
{
        for (size_t i = first; i + 1 < end; i++)
                if (reported_is(x, i, ":") &&
                    reported_in_marks(x, x->doc->tokens[i + 1].start) &&
                    !reported_in_marks(x, x->doc->tokens[i].start))
                        return i;
        return end;
}

/* "Drivers must wait, said a court in upholding what …": the one behind the verb says what
 * stands before it. Sets *@ret_found where it is so. */
static int report_inverted(struct reported *x, const struct cue *cue, bool *ret_found)
{
        const struct chunk *verb = chunk_at(x->c, cue->verb);
        struct phrase speaker = phrase_after(x->doc, x->c, cue->end);

        *ret_found = strcmp(x->doc->tokens[cue->verb].lemma, "say") == 0 && verb &&
                     verb->first > x->begin + 1 && verb->end == verb->first + 1 &&
                     reported_is(x, verb->first - 1, ",") && phrase_speaks(x->doc, speaker) &&
                     !chunk_at(x->c, speaker.first)->time &&
                     !chunk_at(x->c, speaker.first)->pronoun && speaker.end < x->end &&
                     (x->doc->tokens[speaker.end].upos == UPOS_ADP ||
                      reported_is(x, speaker.end, "in")) &&
                     reported_has_verb(x, x->begin, verb->first - 1) &&
                     !reported_in_marks(x, x->doc->tokens[x->begin].start);
        if (!*ret_found)
                return 0;
        x->words_min = REPORTED_WORDS;
        return reported_write(
                x, cue, speaker, x->begin, verb->first - 1,
                (struct content_rule){ 740, "quotes.reported_tail", EXTENT_CLAUSE });
}

/* "Speaking about Norway, | Berg said …": what it is about leads to what is said, and is none
 * of it. */
static bool is_topic(const struct reported *x, const struct cue *cue, struct content_rule by,
                     size_t first, size_t end)
{
        const struct chunk *verb = chunk_at(x->c, cue->verb);
        size_t last = reported_comma(x, first, end);

        return verb && verb->form == VERB_ING && by.extent == EXTENT_OBJECT &&
               (cue->frames & FRAME_ABOUT) && cue->end < first && last < end &&
               reported_words(x, first, last) == 1 && x->doc->tokens[first].name != NAME_NONE;
}

/* "citing officials", "quoted the mayor": who is cited says something elsewhere, as does who is
 * questioned. */
static bool is_source(const struct reported *x, const struct cue *cue, size_t first)
{
        struct phrase p = phrase_after(x->doc, x->c, first);
        const struct token *head;

        if ((!reported_names_source(x->doc, cue->verb) &&
             strcmp(x->doc->tokens[cue->verb].lemma, "question") != 0) ||
            phrase_is_none(p) ||
            reported_is(x, p.end, "as")) /* "cited his aides as a reason" */
                return false;
        /* not "cited the work of Mayor Berg" */
        head = &x->doc->tokens[chunk_at(x->c, first)->head];
        return head->name == NAME_PERSON || noun_is_person(head);
}

/* "none of | the men", "neither | man": the word that may deny the phrase at @first. */
static size_t none_before(const struct reported *x, size_t first)
{
        if (first > x->begin + 1 && reported_is(x, first - 1, "of"))
                return first - 2;
        return first > x->begin && reported_is(x, first - 1, "neither") ? first - 1 : first;
}

/* "never said that …", "nobody told him that …", "could not say that …": it is not said. What
 * is not told ("did not say whether") is one of the things that are reported. */
static bool is_unsaid(const struct reported *x, const struct cue *cue, struct phrase speaker,
                      size_t first, struct content_rule by)
{
        static const char *const none[] = { "nobody", "none", "no", "neither" };
        static const char *const partly[] = { "until", "enough", "just", "only", "merely" };
        const struct chunk *verb = chunk_at(x->c, cue->verb);
        size_t i = verb ? verb->first : 0;

        if (!verb || cue->kind > CUE_TELL || by.extent < EXTENT_LOOSE ||
            reported_is_question(x, first) || reported_is_question(x, first + 1))
                return false;
        while (i > x->begin && x->doc->tokens[i - 1].upos == UPOS_ADV &&
               !reported_is(x, i - 1, "never"))
                i--;
        for (size_t k = verb->first; k < first; k++)
                if (reported_is_one_of(x, k, partly, ARRAY_SIZE(partly)))
                        return false; /* "did not say until Friday that" */
        return verb->negated || (i > x->begin && reported_is(x, i - 1, "never")) ||
               (i > x->begin && reported_is(x, i - 1, "without")) ||
               (!phrase_is_none(speaker) &&
                reported_is_one_of(x, none_before(x, speaker.first), none, ARRAY_SIZE(none)) &&
                x->doc->tokens[speaker.first + 1].kind != TOKEN_NUMBER); /* "No 10" */
}

/* "What he said | was that | he would go" */
static size_t behind_copula(const struct reported *x, size_t first)
{
        bool copula = reported_is(x, x->begin, "what") &&
                      (reported_is(x, first, "was") || reported_is(x, first, "is"));

        return copula && reported_is(x, first + 1, "that") ? first + 2 : first;
}

/* "said | she would": a clause whose verb is told before; not "as strong as he says they are".
 */
static bool is_elliptic(const struct reported *x, struct phrase speaker, size_t first)
{
        static const char *const measures[] = { "as", "than" };
        const struct chunk *subject = chunk_at(x->c, first), *verb;

        if (!phrase_is_none(speaker) && speaker.first > x->begin &&
            reported_is_one_of(x, speaker.first - 1, measures, ARRAY_SIZE(measures)))
                return false;
        if (!subject || subject->kind != CHUNK_NOUN || subject->end != first + 1)
                return false;
        verb = first + 1 < x->end ? chunk_at(x->c, first + 1) : NULL;
        return verb && verb->kind == CHUNK_VERB && verb->end == first + 2 &&
               x->doc->tokens[first + 1].upos == UPOS_AUX &&
               (first + 2 >= x->end || reported_is_stop(x, first + 2) ||
                x->doc->tokens[first + 2].upos == UPOS_CCONJ);
}

/* The first comma or semicolon in [first, end), or @end. */
static size_t phrase_stop(const struct reported *x, size_t first, size_t end)
{
        for (size_t i = first; i < end; i++)
                if ((reported_is(x, i, ",") || reported_is(x, i, ";")) &&
                    !reported_is_inner_comma(x, i) &&
                    !reported_in_marks(x, x->doc->tokens[i].start))
                        return i;
        return end;
}

/* The same, but behind an aside that parts a subject from its verb: "the gains of it, most of
 * all here, outweigh that". */
static size_t phrase_end(const struct reported *x, size_t first, size_t end)
{
        size_t comma = phrase_stop(x, first, end), next;

        if (comma >= end || reported_has_verb(x, first, comma) ||
            reported_is_infinitive(x, first))
                return comma;
        next = phrase_stop(x, comma + 1, end);
        return next + 1 < end && !reported_has_verb(x, comma, next) &&
                               reported_finite(x, next + 1)
                       ? phrase_stop(x, next + 1, end)
                       : comma;
}

/* The content behind one cue. */
static int report_behind(struct reported *x, const struct cue *cue)
{
        struct phrase speaker;
        struct content_rule by = { 0 };
        size_t first, end;
        bool found;
        int r = report_inverted(x, cue, &found);

        if (r || found)
                return r;
        if (!reports(x, cue))
                return report_passive(x, cue);
        first = content_begin(x, cue, &by);
        if (!first || !reported_speaker(x, cue, first, &by, &speaker) ||
            reported_is_supposed(x, cue, speaker) || is_unsaid(x, cue, speaker, first, by))
                return 0;
        first = behind_copula(x, first);
        end = reported_over_marks(x, cue, reported_end(x, first));
        if (!reported_has_verb(x, first, colon_before_marks(x, first, end)))
                end = colon_before_marks(x, first, end);
        if (is_topic(x, cue, by, first, end) ||
            (by.extent == EXTENT_OBJECT && is_source(x, cue, first)))
                return 0;
        x->words_min = cue->frames & FRAME_INFINITIVE && reported_is_infinitive(x, first)
                               ? REPORTED_OBJECT_WORDS
                               : REPORTED_WORDS;
        if (by.extent >= EXTENT_CLAUSE && is_elliptic(x, speaker, first))
                x->words_min = 2;
        if (by.extent == EXTENT_OBJECT) {
                x->words_min = cue->frames & FRAME_SINGLE ? 1 : REPORTED_OBJECT_WORDS;
                end = reported_without_medium(x, cue, first,
                                              reported_object_end(x, cue, first));
        } else if (by.extent == EXTENT_PHRASE || by.extent == EXTENT_LOOSE) {
                end = phrase_end(x, first, end);
                if (reported_is_infinitive(x, first))
                        end = reported_infinitive_stop(x, first,
                                                       reported_over_joined(x, first, end));
                end = reported_infinitive_of_relative(x, cue, first, end);
        }
        if (reported_is_nameless(x, cue) || reported_is_inside_clause(x, cue, speaker))
                end = reported_comma(x, first, end);
        end = reported_finding_end(x, cue, first, reported_relative_end(x, cue, first, end));
        end = reported_before_twin(x, cue, first, end);
        if (by.extent >= EXTENT_CLAUSE)
                end = reported_main_verb_of_relative(x, cue, first, end);
        return reported_write(x, cue, speaker, first, end, by);
}

/* "withdrew | that plan": the word points at what follows it. */
static bool is_pointing(const struct reported *x, size_t that)
{
        const struct chunk *k = chunk_at(x->c, that);
        const struct token *next = &x->doc->tokens[that + 1];

        return (k && k->kind == CHUNK_NOUN && k->first == that && k->end > that + 1) ||
               (next->fine == FINE_NN && chunk_at(x->c, that + 1) &&
                chunk_at(x->c, that + 1)->first == that + 1);
}

/* "meaning that …", "was so narrow that …": what follows from it, told by the writer. */
static bool is_consequence(const struct reported *x, const struct chunk *verb, size_t that)
{
        return strcmp(x->doc->tokens[verb->head].lemma, "mean") == 0 ||
               (that >= verb->end + 2 && reported_is(x, that - 2, "so") &&
                !lexicon_get(&lexicon_cue_adjectives, x->doc->tokens[that - 1].lower));
}

/* "mused that", "was hopeful on Tuesday that": a verb of no list, whose clause "that" opens. */
static int report_that(struct reported *x, const struct chunk *verb)
{
        struct cue cue = { verb->first, verb->end, verb->head, CUE_THINK, FRAME_CLAUSE };
        struct phrase speaker;
        size_t that = verb->end;

        if (that < x->end && x->doc->tokens[that].upos == UPOS_ADV)
                that++;
        if (that < x->end && x->doc->tokens[that].upos == UPOS_ADJ)
                that++;
        if (that == verb->end && strcmp(x->doc->tokens[verb->head].lemma, "be") == 0)
                return 0; /* "the story is that" */
        if (verb->form == VERB_INFINITIVE || !reported_is(x, that, "that") ||
            (that == verb->end && reported_is_relative(x, that)) ||
            (verb->passive && !is_feeling(x, &cue)) || that + 1 >= x->end ||
            reported_is(x, that + 1,
                        ",") || /* "after they do that, …", "did exactly that: …" */
            reported_is(x, that + 1, ":") ||
            is_pointing(x, that) || is_consequence(x, verb, that) ||
            !reported_has_verb(x, that + 1, x->end))
                return 0;
        speaker = chunk_subject(x->doc, x->c, verb);
        if (!phrase_speaks(x->doc, speaker) || document_is(x->doc, speaker.head, "it") ||
            document_is(x->doc, speaker.head, "nobody")) /* "nobody should be surprised that" */
                return 0;
        x->words_min = REPORTED_WORDS;
        return reported_write(
                x, &cue, speaker, that + 1, reported_end(x, that + 1),
                (struct content_rule){ 650, "quotes.reported_any_that", EXTENT_PHRASE });
}

/* A verb of no list that yet tells what somebody thinks. */
static int report_state(struct reported *x, const struct chunk *verb)
{
        size_t before = x->doc->x->n_quotes;
        int r = report_that(x, verb);

        if (!r && x->doc->x->n_quotes == before)
                r = report_topic(x, verb);
        return r || x->doc->x->n_quotes > before ? r : report_adjective(x, verb);
}

static bool stands_in_quotation(const struct reported *x)
{
        return reported_in_marks(x, x->doc->tokens[x->begin].start) ||
               reported_in_marks(x, x->doc->tokens[x->end - 1].start);
}

static int sentence_reports(struct reported *x)
{
        size_t before = x->doc->x->n_quotes;
        bool found = false;
        int r;

        x->taken = x->begin;
        r = report_as(x, &found);
        if (!r && !found)
                r = report_headed(x, &found);
        if (!r && !found)
                r = report_according_first(x, &found);
        if (!r && !found)
                r = report_around(x, &found);
        if (!r && !found)
                r = report_parted(x, &found);
        if (!r && !found)
                r = report_according(x, &found);
        if (!r && !found)
                r = report_behind_marks(x, &found);
        if (r || found)
                return r;
        r = report_reportedly(x);
        if (!r)
                r = report_in_poll(x);
        for (size_t i = x->begin; i < x->end && !r; i++) {
                const struct chunk *k = chunk_at(x->c, i);
                struct cue cue;

                if (i < x->taken)
                        continue;
                if (k && k->kind == CHUNK_NOUN && k->head == i &&
                    !reported_in_marks(x, x->doc->tokens[i].start)) {
                        r = report_noun(x, k);
                        continue;
                }
                cue = cue_at(x->doc, x->c, i);
                if (reported_in_marks(x, x->doc->tokens[i].start) ||
                    cue.kind == CUE_ACCORDING) /* in quotes_according.c */
                        continue;
                if (cue.kind == CUE_NONE || (k && k->passive && is_feeling(x, &cue))) {
                        if (k && k->kind == CHUNK_VERB && k->head == i)
                                r = report_state(x, k);
                        continue;
                }
                r = report_asked(x, &cue, &found);
                if (!r && !found)
                        r = report_answer(x, &cue, &found);
                if (!r && !found)
                        r = report_behind(x, &cue);
                if (!r && i >= x->taken && k && k->kind == CHUNK_VERB && k->head == cue.verb)
                        r = report_topic(x, k);
                if (i + 1 < cue.end)
                        i = cue.end - 1;
        }
        if (!r && x->doc->x->n_quotes == before && !stands_in_quotation(x))
                r = report_document(x);
        return r;
}

int quotes_indirect_find(struct document *doc, const struct chunks *c,
                         const struct quotations *found)
{
        struct reported x = { .doc = doc, .c = c, .marks = found };
        int r = 0;

        for (size_t i = 0; i < doc->n_sentences && !r; i++) {
                const struct sentence *s = &doc->sentences[i];

                x.begin = reported_words_begin(doc, s);
                x.end = s->end;
                while (x.mark < found->n && found->items[x.mark].close <= s->span.start)
                        x.mark++;
                if (x.end - x.begin <= SENTENCE_TOKENS_MAX)
                        r = sentence_reports(&x);
        }
        return r;
}
