/* quotes_content - where the content of a verb of reporting begins and ends
 *
 * Its frames (cue_verbs.txt) say what may follow: a clause with or without "that", a question,
 * an infinitive, an object; addressees, times and places may stand between.
 */
#include "workers/extract/quotes_content.h"

#include <string.h>

#include "base/macros.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_base_verbs;
extern const struct lexicon lexicon_cue_nouns;
extern const struct lexicon lexicon_cue_verbs;

enum {
        ADDRESSEE_TOKENS = 14, /* of "told reporters in Moscow on Friday" */
};

bool reported_is(const struct reported *x, size_t i, const char *word)
{
        return i < x->end && document_is(x->doc, i, word);
}

bool reported_is_one_of(const struct reported *x, size_t i, const char *const *words, size_t n)
{
        return i < x->end && document_is_one_of(x->doc, i, words, n);
}

bool reported_is_stop(const struct reported *x, size_t i)
{
        return i < x->end && x->doc->tokens[i].kind == TOKEN_PUNCTUATION;
}

bool reported_is_quote_mark(const struct reported *x, size_t i)
{
        static const char *const marks[] = { "“", "”", "\"", "''", "``" };

        return reported_is_one_of(x, i, marks, ARRAY_SIZE(marks));
}

bool reported_in_marks(const struct reported *x, uint32_t byte)
{
        for (size_t i = x->mark; i < x->marks->n && x->marks->items[i].open <= byte; i++)
                if (byte < x->marks->items[i].close &&
                    !(x->marks->items[i].flags & QUOTATION_NO_SPEECH))
                        return true;
        return false;
}

/* "the provisions that favour him": a verb right behind it, or a determiner's place. */
bool reported_is_relative(const struct reported *x, size_t that)
{
        return x->doc->tokens[that].upos == UPOS_DET || reported_finite(x, that + 1);
}

bool reported_is_question(const struct reported *x, size_t i)
{
        static const char *const words[] = { "whether", "if",   "why",   "how",  "what",
                                             "who",     "when", "where", "which" };

        return reported_is_one_of(x, i, words, ARRAY_SIZE(words));
}

/* "asked bakers | and millers | to come": behind the second of those who are asked. */
static size_t behind_joined(const struct reported *x, size_t end)
{
        const struct chunk *k = end + 1 < x->end ? chunk_at(x->c, end + 1) : NULL;

        return reported_is(x, end, "and") && k && k->kind == CHUNK_NOUN && !k->time &&
                               k->first == end + 1 && reported_is_infinitive(x, k->end)
                       ? k->end
                       : end;
}

/* "told investors | margins would fall": two nouns in the plural are no phrase, and what has
 * the verb behind it is no listener. */
static size_t behind_listeners(const struct reported *x, const struct chunk *k)
{
        const struct token *last = &x->doc->tokens[k->end - 1];

        if (k->end >= k->first + 2 && last->fine == FINE_NNS && last[-1].fine == FINE_NNS &&
            (k->end == k->first + 2 || noun_is_person(last - 1)) && reported_finite(x, k->end))
                return k->end - 1;
        return behind_joined(x, k->end);
}

/* "said | eight years of talks were enough", "said | 40 minutes was too long": no time when
 * something is said, but the subject. */
static bool is_amount_of_time(const struct reported *x, const struct chunk *k)
{
        return x->doc->tokens[k->first].upos == UPOS_NUM &&
               (reported_is(x, k->end, "of") || reported_finite(x, k->end));
}

/* "said | by 2030 the mill would close", "said | under the plan it would": a preposition that
 * belongs to what is said; not "said under oath", "said by phone". */
static bool belongs_to_clause(const struct reported *x, size_t i)
{
        static const char *const words[] = { "by",    "under",  "without", "despite",
                                             "until", "unlike", "given",   "because" };
        static const char *const ways[] = { "oath",  "questioning", "phone",       "telephone",
                                            "email", "e-mail",      "text",        "letter",
                                            "fax",   "hesitation",  "elaboration", "evidence" };
        const struct chunk *k = i + 1 < x->end ? chunk_at(x->c, i + 1) : NULL;

        return reported_is_one_of(x, i, words, ARRAY_SIZE(words)) && k &&
               k->kind == CHUNK_NOUN &&
               !word_is_one_of(x->doc->tokens[k->head].lemma, ways, ARRAY_SIZE(ways)) &&
               (k->time || !reported_is(x, i, "by"));
}

/* Over "reporters", "in Moscow", "on Friday", "also": where the content begins. */
static size_t skip_addressee(const struct reported *x, size_t i, bool addressee)
{
        size_t limit = i + ADDRESSEE_TOKENS, start = i;

        while (i < x->end && i < limit) {
                const struct chunk *k = chunk_at(x->c, i), *next;

                if (k && k->kind == CHUNK_NOUN && k->time && is_amount_of_time(x, k))
                        break;
                if (k && k->kind == CHUNK_NOUN && (k->time || (addressee && i == start))) {
                        i = k->time ? k->end : behind_listeners(x, k);
                        continue;
                }
                next = i + 1 < x->end ? chunk_at(x->c, i + 1) : NULL;
                if (reported_amount(x, i) || belongs_to_clause(x, i))
                        break;
                if (x->doc->tokens[i].upos == UPOS_ADP && next && next->kind == CHUNK_NOUN)
                        i = next->end;
                else if (x->doc->tokens[i].upos == UPOS_ADV && !reported_is_question(x, i) &&
                         !reported_is_focus(x, i) && !reported_is(x, i + 1, "than"))
                        i++;
                else
                        break;
        }
        return i;
}

static bool opens_clause(const struct reported *x, size_t i)
{
        const struct token *t = &x->doc->tokens[i];
        const struct chunk *k = chunk_at(x->c, i);

        if (reported_in_marks(x, t->start))
                return true;
        if (k)
                return k->kind == CHUNK_NOUN;
        return t->upos == UPOS_SCONJ || t->upos == UPOS_ADP || t->upos == UPOS_PRON ||
               t->upos == UPOS_ADV || t->upos == UPOS_ADJ || t->upos == UPOS_DET ||
               reported_is(x, i, "neither") || reported_is(x, i, "either") ||
               reported_is(x, i, "both");
}

bool reported_breaks_clause(const struct reported *x, size_t i)
{
        const struct token *t = &x->doc->tokens[i];

        return (t->upos == UPOS_SCONJ && !reported_is(x, i, "than")) ||
               reported_is(x, i, "that") || reported_is(x, i, "who") ||
               reported_is(x, i, "which") || reported_is(x, i, "because") ||
               reported_is(x, i, ";") || reported_is(x, i, ":");
}

/* "conceded at noon, | saying …" */
static bool goes_on_behind_comma(const struct reported *x, size_t comma)
{
        const struct chunk *k = comma + 1 < x->end ? chunk_at(x->c, comma + 1) : NULL;

        return reported_is(x, comma, ",") && k && k->kind == CHUNK_VERB;
}

/* "Citing an official, | Berg said": behind a participle that opens the sentence, a comma
 * begins the main clause. */
static bool opens_sentence(const struct reported *x, const struct cue *cue)
{
        const struct chunk *verb = chunk_at(x->c, cue->verb);

        return verb && verb->form == VERB_ING && verb->first == x->begin;
}

/* Does a clause, with a subject and a verb of its own, begin at @i? Only a verb of saying lets
 * its clause's subject have an apposition. */
static bool starts_clause(const struct reported *x, const struct cue *cue, size_t i)
{
        static const char *const joints[] = { "and", "but", "or" };
        const struct chunk *start = i < x->end ? chunk_at(x->c, i) : NULL;
        bool noun = start && start->kind == CHUNK_NOUN, embedded;
        size_t infinitive = 0, subject;

        if (i >= x->end || !opens_clause(x, i))
                return false;
        if (cue->kind <= CUE_TELL && reported_own_verb(x, i))
                return true;
        embedded = x->doc->tokens[i].upos == UPOS_SCONJ || x->doc->tokens[i].upos == UPOS_ADP;
        for (size_t k = i; k < x->end && k < i + CHUNK_REACH; k++) {
                const struct chunk *verb = chunk_at(x->c, k);

                if (reported_is(x, k, ",") &&
                    (k < i + 2 || cue->kind > CUE_TELL || opens_sentence(x, cue)))
                        return false;
                if (embedded && goes_on_behind_comma(x, k))
                        return false;
                if (k > i && reported_breaks_clause(x, k) && !embedded &&
                    !(reported_is(x, k - 1, ",") && cue->kind <= CUE_TELL))
                        return false;
                if (!verb || verb->kind != CHUNK_VERB || verb->form == VERB_ING)
                        continue;
                if (verb->form == VERB_PARTICIPLE ||
                    (k > i && noun && x->doc->tokens[verb->first].fine == FINE_TO)) {
                        k = verb->end - 1;
                        if (verb->form == VERB_INFINITIVE)
                                infinitive = verb->end;
                        continue;
                }
                subject = chunk_subject(x->doc, x->c, verb).first;
                if (infinitive && subject != i && subject != infinitive)
                        return false; /* but "the refusal to sell | the mill | could hurt" */
                if (reported_is_one_of(x, verb->first - 1, joints, ARRAY_SIZE(joints)))
                        return false; /* "denied the charges and left" */
                if ((cue->frames & FRAME_NOUN) && reported_has_relative(x, i, verb->first))
                        return false;
                return verb->form == VERB_FINITE || x->doc->tokens[verb->first].fine != FINE_TO;
        }
        return false;
}

bool reported_is_infinitive(const struct reported *x, size_t i)
{
        size_t k = i + reported_is(x, i, "not");
        bool marked = reported_is(x, k, "to") && reported_is_quote_mark(x, k + 1);
        const struct chunk *verb = k < x->end ? chunk_at(x->c, k + 2 * marked) : NULL;

        if (reported_is(x, k, "to") && reported_is_stop(x, k + 2) && k + 1 < x->end &&
            lexicon_get(&lexicon_cue_verbs, x->doc->tokens[k + 1].lower))
                return true; /* "declined to comment", whatever it is tagged as */
        return verb && verb->kind == CHUNK_VERB &&
               (marked ? x->doc->tokens[verb->head].fine == FINE_VB
                       : verb->form == VERB_INFINITIVE);
}

/* "sees the vote as a test" */
static bool takes_as(const struct reported *x, size_t i)
{
        struct phrase p = phrase_after(x->doc, x->c, i);

        return !phrase_is_none(p) && reported_is(x, p.end, "as");
}

/* "spoke of the road", "focused on opening it": where what it is about begins; 0: nowhere. */
static size_t about_at(const struct reported *x, const struct cue *cue, size_t i)
{
        const struct chunk *k;

        if (i < x->end && x->doc->tokens[i].upos == UPOS_ADV)
                i++;
        if (i + 1 >= x->end || !cue_is_about(x->doc, cue, i))
                return 0;
        if (cue->kind == CUE_ASK && reported_amount(x, i))
                return 0; /* "asked the boy about 20 questions": how many */
        k = chunk_at(x->c, i + 1);
        return k && (k->kind == CHUNK_NOUN ? !k->time : k->form == VERB_ING) ? i + 1 : 0;
}

/* "says expanding the park will help the fish": a plain "say" with a finite verb behind it,
 * however the clause between is built; a noun phrase behind it begins a clause, whatever its
 * verb is tagged as. */
static bool says_loosely(const struct reported *x, const struct cue *cue, size_t first)
{
        static const char *const nothing[] = { "nothing", "anything", "everything",
                                               "something" };
        const char *lemma = x->doc->tokens[cue->verb].lemma;
        const struct chunk *start;
        bool say = strcmp(lemma, "say") == 0;

        if ((!say && strcmp(lemma, "tell") != 0) || first >= x->end ||
            reported_is_stop(x, first) || reported_in_marks(x, x->doc->tokens[first].start) ||
            x->doc->tokens[first].fine == FINE_POS) /* "said on the Harbour Post's “…”" */
                return false;
        start = chunk_at(x->c, first);
        if (say && start && start->kind == CHUNK_NOUN && !start->time)
                return !reported_is_one_of(x, first, nothing, ARRAY_SIZE(nothing));
        if (say && (reported_amount(x, first) || reported_is_focus(x, first)))
                return reported_has_verb(x, first, reported_comma(x, first, x->end));
        for (size_t i = first; i < x->end && i < first + CHUNK_REACH; i++) {
                const struct chunk *k = chunk_at(x->c, i);

                if (reported_is(x, i, ":"))
                        return false;
                if (k && k->kind == CHUNK_VERB && k->form == VERB_FINITE)
                        return true;
        }
        return false;
}

/* "reports | Berg will go": a subject with its verb right behind it. It is not the one to whom
 * it is told. */
static bool is_plain_clause(const struct reported *x, const struct cue *cue, size_t i)
{
        const struct chunk *subject = chunk_at(x->c, i), *verb;

        if (cue->kind == CUE_TELL || !subject || subject->kind != CHUNK_NOUN || subject->time)
                return false;
        verb = subject->end < x->end ? chunk_at(x->c, subject->end) : NULL;
        return verb && verb->kind == CHUNK_VERB && verb->form == VERB_FINITE;
}

/* "confirmed to | the Herald": to whom it is said. */
static bool is_said_to(const struct reported *x, const struct cue *cue, size_t i)
{
        const struct chunk *k = i + 1 < x->end ? chunk_at(x->c, i + 1) : NULL;
        enum name_tag name =
                k && k->kind == CHUNK_NOUN ? x->doc->tokens[k->head].name : NAME_NONE;

        return cue->kind <= CUE_TELL && reported_is(x, i, "to") &&
               (name == NAME_PERSON || name == NAME_ORGANIZATION);
}

/* Is the phrase at @i, behind the verb, a mere object: no time ("last summer"), and no noun
 * that has a clause of its own ("the idea that")? */
static bool is_plain_object(const struct reported *x, size_t i)
{
        static const char *const lasts[] = { "last", "this", "next", "earlier", "late" };
        const struct chunk *k = chunk_at(x->c, i);
        const char *value;

        if (!k || k->kind != CHUNK_NOUN || k->time ||
            document_is_one_of(x->doc, k->first, lasts, ARRAY_SIZE(lasts)))
                return false;
        value = lexicon_get(&lexicon_cue_nouns, x->doc->tokens[k->head].lemma);
        return !value || cue_has_frame(value, 'm');
}

/* "said | that is enough": the subject of what is said; not "that being late", "that had she
 * come", "that falls in rent could end", "that Field's rules are old". */
static bool is_subject_alone(const struct reported *x, size_t that)
{
        static const char *const inverted[] = { "had", "should", "were" };
        const struct token *t = &x->doc->tokens[that + 1];

        return reported_finite(x, that + 1) && t->fine != FINE_VBG && !t->capital &&
               (t->upos == UPOS_AUX || lexicon_get(&lexicon_base_verbs, t->lemma)) &&
               !reported_is_one_of(x, that + 1, inverted, ARRAY_SIZE(inverted)) &&
               !reported_is_verbs_subject(x, that + 1);
}

/* "vowed | never to leave": an infinitive, or what weighs it. */
static bool opens_infinitive(const struct reported *x, size_t i)
{
        return reported_is_infinitive(x, i + (i < x->end && reported_is_focus(x, i)));
}

/* "reported | at least 30 injuries", not "fell | from 30 to 20", "admits | up to 30 guests":
 * who may say a clause may tell how many. */
static bool tells_amounts(const struct reported *x, const struct cue *cue, size_t i)
{
        return cue->kind <= CUE_TELL && (cue->frames & FRAME_CLAUSE) &&
               (cue->frames & FRAME_NOUN) && !reported_is(x, i, "from");
}

/* "The mayor said: The mill will be sold." Not "Read: …", and nothing in marks. */
static bool opens_with_colon(const struct reported *x, const struct cue *cue, size_t colon)
{
        static const char *const marks[] = { "'", "‘" };

        return cue->kind <= CUE_TELL && (cue->frames & FRAME_CLAUSE) && cue->first > x->begin &&
               reported_is(x, colon, ":") && colon + 1 < x->end &&
               !reported_is_quote_mark(x, colon + 1) &&
               !reported_is_one_of(x, colon + 1, marks, ARRAY_SIZE(marks)) &&
               !reported_in_marks(x, x->doc->tokens[colon + 1].start) &&
               reported_has_verb(x, colon + 1, x->end);
}

/* Where the content of a cue begins, by its frames; 0: it has none behind it. */
size_t reported_begin(const struct reported *x, const struct cue *cue, struct content_rule *by)
{
        bool addressee = cue->frames & FRAME_ADDRESSEE;
        size_t i = cue->end, k = skip_addressee(x, i, addressee);
        const struct chunk *noun = i < x->end ? chunk_at(x->c, i) : NULL;
        size_t that = cue->frames & (FRAME_CLAUSE | FRAME_THAT) ? reported_that(x, i) : 0;
        size_t about, question, behind;

        if (opens_with_colon(x, cue, k)) {
                *by = (struct content_rule){ 785, "quotes.reported_clause", EXTENT_CLAUSE };
                return k + 1;
        }
        if ((reported_is_greeting(x, cue, i) || reported_is_greeting(x, cue, k)) &&
            !(that && reported_is(x, that - 1, "and"))) /* "said hello, and that" */
                return 0;
        if (that > i && !addressee && !reported_is(x, that - 1, ",") && is_plain_object(x, i))
                that = 0; /* "added a wing that the town paid for" */
        if (that && that == i && is_subject_alone(x, that)) {
                *by = (struct content_rule){ 785, "quotes.reported_clause", EXTENT_CLAUSE };
                return that;
        }
        if (that) {
                *by = (struct content_rule){ 835, "quotes.reported_that", EXTENT_THAT };
                return that + 1;
        }
        if (reported_is(x, k, "when") && reported_is(x, k + 1, "asked"))
                return 0; /* "told the paper when asked about it" */
        if (k > i && reported_is(x, i, "to") && reported_is(x, k, "who") &&
            !(cue->frames & FRAME_ABOUT))
                return 0; /* "to those who" */
        behind = reported_behind_listener(x, cue, noun);
        if (behind) {
                *by = (struct content_rule){ 660, "quotes.reported_infinitive", EXTENT_PHRASE };
                return behind;
        }
        question = k + (k < x->end && reported_is_focus(x, k)); /* "wonders now | if" */
        if ((cue->frames & FRAME_QUESTION) && reported_is_question(x, question)) {
                *by = (struct content_rule){ 730, "quotes.reported_question", EXTENT_CLAUSE };
                return question;
        }
        question = reported_question_at(x, cue, i);
        if (question) {
                *by = (struct content_rule){ 730, "quotes.reported_question", EXTENT_OBJECT };
                return question;
        }
        if ((cue->frames & FRAME_INFINITIVE) &&
            (opens_infinitive(x, k) || reported_is_infinitive(x, i))) {
                *by = (struct content_rule){ 660, "quotes.reported_infinitive", EXTENT_PHRASE };
                return reported_is_infinitive(x, i) ? i : k;
        }
        if ((cue->frames & FRAME_CLAUSE) && starts_clause(x, cue, k) &&
            !(k > i && x->doc->tokens[i].upos == UPOS_ADP && reported_is(x, k, "that") &&
              reported_finite(x, k + 1))) {
                *by = (struct content_rule){ 785, "quotes.reported_clause", EXTENT_CLAUSE };
                return k;
        }
        if ((cue->frames & FRAME_CLAUSE) && k > i && is_plain_clause(x, cue, i)) {
                *by = (struct content_rule){ 785, "quotes.reported_clause", EXTENT_CLAUSE };
                return i; /* "reports Berg will go": he is not the one it is told to */
        }
        if ((cue->frames & FRAME_AS) && takes_as(x, i)) {
                *by = (struct content_rule){ 740, "quotes.reported_as", EXTENT_OBJECT };
                return i;
        }
        about = cue->frames & FRAME_ABOUT ? about_at(x, cue, i) : 0;
        if (!about && (cue->frames & FRAME_ABOUT) && addressee && noun &&
            noun->kind == CHUNK_NOUN)
                about = about_at(x, cue, noun->end); /* "asked the mayor about it" */
        if (about) {
                *by = (struct content_rule){ 660, "quotes.reported_about", EXTENT_OBJECT };
                return about;
        }
        if ((cue->kind == CUE_SAY || cue->kind == CUE_TELL) && (cue->frames & FRAME_CLAUSE) &&
            says_loosely(x, cue, k)) {
                *by = (struct content_rule){ 780, "quotes.reported_loose", EXTENT_LOOSE };
                return k;
        }
        if (is_said_to(x, cue, i))
                return 0;
        if (reported_amount(x, i)) {
                *by = (struct content_rule){ 655, "quotes.reported_noun", EXTENT_OBJECT };
                return tells_amounts(x, cue, i) ? i : 0;
        }
        if ((cue->frames & FRAME_NOUN) ||
            (cue->kind == CUE_JUDGE && !(cue->frames & (FRAME_ABOUT | FRAME_AS)))) {
                *by = (struct content_rule){ 655, "quotes.reported_noun", EXTENT_OBJECT };
                return reported_object_begin(x, i);
        }
        return 0;
}
