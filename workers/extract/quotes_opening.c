/* quotes_opening - how what is said may open: with "that", with how many ("at least 30 died"),
 * with a word that weighs what follows ("only two died"), with a subject that an aside parts
 * from its verb
 */
#include <string.h>

#include "base/macros.h"
#include "workers/extract/quotes_content.h"
#include "workers/extract/quotes_place.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_bounds;
extern const struct lexicon lexicon_speech_words;

enum {
        THAT_TOKENS = 14,      /* of "told reporters in Moscow on Friday that" */
        SUBJECT_TOKENS = 14,   /* of a noun with its phrases, up to its verb */
        PARTICIPLE_TOKENS = 6, /* more where a participle stands among them */
        BOUND_WORDS = 5,       /* of "in the region of" */
        BOUND_BYTES = 48,      /* longer words are none of them */
};

/* Between marks, whether somebody says it or not: 'told the "Morning Post" that'. */
static bool in_any_marks(const struct reported *x, uint32_t byte)
{
        for (size_t i = x->mark; i < x->marks->n && x->marks->items[i].open <= byte; i++)
                if (byte < x->marks->items[i].close)
                        return true;
        return false;
}

/* "later | that day" */
static bool points(const struct reported *x, size_t that)
{
        const struct chunk *k = chunk_at(x->c, that);

        return (k && k->kind == CHUNK_NOUN && k->end > that + 1) || that + 1 >= x->end ||
               x->doc->tokens[that + 1].fine == FINE_NN;
}

/* "in a talk | printed | on Friday that": a participle about a noun that a preposition
 * governs, and so no verb of the sentence, whatever its tag. */
static bool is_about_noun(const struct reported *x, size_t first, const struct chunk *verb)
{
        static const char *const of[] = { "of", "about", "on", "over", "against" };
        const struct chunk *noun = verb->first > first ? chunk_at(x->c, verb->first - 1) : NULL;
        const struct token *t = &x->doc->tokens[verb->first];

        return noun && noun->kind == CHUNK_NOUN && noun->end == verb->first &&
               noun->first > first && x->doc->tokens[noun->first - 1].upos == UPOS_ADP &&
               !reported_is_one_of(x, noun->first - 1, of, ARRAY_SIZE(of)) &&
               verb->end == verb->first + 1 && (t->fine == FINE_VBN || t->fine == FINE_VBD);
}

/* "noted in a column | that anger at the toll grows": a word that is tagged as pointing at a
 * noun which has a verb of its own. */
static bool has_own_clause(const struct reported *x, size_t that)
{
        const struct chunk *noun = chunk_at(x->c, that), *k;

        if (!chunk_at(x->c, that - 1)) /* "in that moment", "when that search" */
                return false;
        if (!noun || noun->kind != CHUNK_NOUN || noun->first != that || noun->end < that + 2 ||
            noun->time)
                return false;
        for (size_t i = noun->end; i < x->end && i < that + CHUNK_REACH; i++) {
                k = chunk_at(x->c, i);
                if (reported_is(x, i, ",") || (k && k->relative))
                        return false;
                if (k && k->kind == CHUNK_VERB)
                        return k->form == VERB_FINITE &&
                               chunk_subject(x->doc, x->c, k).first == that;
        }
        return false;
}

/* "told the crowd, | which had waited, | that", "said — | on Twitter — | that": the mark that
 * closes an aside which the one at @i opens, right before "that"; or @i. */
static size_t behind_aside(const struct reported *x, size_t i)
{
        const struct chunk *k = i + 1 < x->end ? chunk_at(x->c, i + 1) : NULL;
        bool dash = token_is_dash(x->doc, i);
        size_t close;

        if ((!dash && !reported_is(x, i, ",")) || i + 1 >= x->end ||
            x->doc->tokens[i + 1].upos == UPOS_CCONJ || (k && k->kind == CHUNK_VERB && !dash))
                return i;
        close = reported_comma(x, i + 1, x->end);
        for (size_t m = i + 1; dash && m < x->end; m++) {
                close = m;
                if (token_is_dash(x->doc, m))
                        break;
        }
        return close < i + CHUNK_REACH && reported_is(x, close + 1, "that") ? close : i;
}

size_t reported_that(const struct reported *x, size_t i)
{
        bool adverbs = true; /* "estimated earlier | that" */
        bool about = false;

        for (size_t k = i, end = i + THAT_TOKENS; k < x->end && k < end; k++) {
                const struct chunk *c = chunk_at(x->c, k);
                size_t aside;

                if (in_any_marks(x, x->doc->tokens[k].start))
                        continue;
                aside = behind_aside(x, k);
                if (aside > k) {
                        end += aside - k;
                        k = aside;
                        continue;
                }
                if (reported_is(x, k, ",") &&
                    (reported_is(x, k + 1, "who") || reported_is(x, k + 1, "which")))
                        return 0;
                adverbs = adverbs && (k == i || (x->doc->tokens[k - 1].upos == UPOS_ADV &&
                                                 !reported_is_question(x, k - 1)));
                if (about && reported_is(x, k, "that") && reported_finite(x, k + 1) &&
                    x->doc->tokens[k + 1].fine != FINE_VBG)
                        return 0; /* "in a letter sent in May that told of it" */
                if (reported_is(x, k, "that") &&
                    (k == i || (adverbs && !points(x, k)) || !reported_is_relative(x, k) ||
                     has_own_clause(x, k)))
                        return k;
                if (c && c->kind == CHUNK_VERB && is_about_noun(x, i, c)) {
                        end += PARTICIPLE_TOKENS;
                        about = true;
                        continue;
                }
                if (reported_is(x, k, ":") || (c && c->kind == CHUNK_VERB))
                        return 0;
        }
        return 0;
}

/* "30", "half", "a dozen": how many, and no time ("at about | 5 p.m."). */
static bool is_amount(const struct reported *x, size_t i)
{
        static const char *const rounds[] = { "half",  "dozen",   "third",   "quarter",
                                              "fifth", "hundred", "thousand" };
        const struct chunk *k = i < x->end ? chunk_at(x->c, i) : NULL;
        bool article = reported_is(x, i, "a");

        if (i >= x->end || (k && k->time))
                return false;
        return x->doc->tokens[i].kind == TOKEN_NUMBER || x->doc->tokens[i].upos == UPOS_NUM ||
               reported_is_one_of(x, i + article, rounds, ARRAY_SIZE(rounds));
}

size_t reported_amount(const struct reported *x, size_t i)
{
        char words[BOUND_BYTES];
        size_t n = 0;

        for (size_t k = i; k < x->end && k < i + BOUND_WORDS; k++) {
                const char *word = x->doc->tokens[k].lower, *value;
                size_t length = strlen(word);

                if (n + length + 2 > sizeof(words))
                        return 0;
                if (k > i)
                        words[n++] = ' ';
                memcpy(words + n, word, length + 1);
                n += length;
                value = lexicon_get(&lexicon_bounds, words);
                if (value && strstr(value, "before") && is_amount(x, k + 1))
                        return k + 1;
        }
        if ((reported_is(x, i, "between") || reported_is(x, i, "from")) &&
            is_amount(x, i + 1) &&
            (reported_is(x, i + 2, "and") || reported_is(x, i + 2, "to")) &&
            is_amount(x, i + 3))
                return i + 3;
        return 0;
}

bool reported_is_focus(const struct reported *x, size_t i)
{
        static const char *const more[] = { "more",  "fewer", "less", "over",
                                            "under", "above", "below" };

        return document_is_of(x->doc, i, &lexicon_speech_words, "focus") ||
               (x->doc->tokens[i].upos == UPOS_ADV &&
                reported_is_one_of(x, i + 1, more, ARRAY_SIZE(more)));
}

bool reported_opens_clause(const struct reported *x, size_t i)
{
        struct phrase p = phrase_after(x->doc, x->c, i);
        const struct chunk *k = phrase_is_none(p) ? NULL : reported_finite(x, p.end);

        return p.first == i && k && k->first == p.end && !chunk_at(x->c, i)->time;
}

/* Does a verb of its own stand at @i, or behind adverbs there, for a subject that begins at
 * @first? Gives its end, or 0. */
static size_t verb_of(const struct reported *x, size_t first, size_t i)
{
        const struct chunk *verb;

        while (i < x->end && x->doc->tokens[i].upos == UPOS_ADV)
                i++;
        verb = reported_finite(x, i);
        return verb && verb->first == i && chunk_subject(x->doc, x->c, verb).first == first
                       ? verb->end
                       : 0;
}

size_t reported_own_verb(const struct reported *x, size_t first)
{
        struct phrase p = phrase_after(x->doc, x->c, first);
        size_t last = first + CHUNK_REACH < x->end ? first + CHUNK_REACH : x->end;

        if (phrase_is_none(p) || !reported_is(x, p.end, ","))
                return 0;
        for (size_t i = p.end + 1; i < last; i++) {
                bool marks = reported_is_quote_mark(x, i) && reported_is(x, i - 1, ",");
                size_t end = marks || reported_is(x, i, ",") ? verb_of(x, p.first, i + 1) : 0;

                if (end && (marks || !reported_in_marks(x, x->doc->tokens[i].start)))
                        return end;
        }
        return 0;
}

bool reported_is_verbs_subject(const struct reported *x, size_t i)
{
        const struct chunk *k = chunk_at(x->c, i);
        size_t limit = i + SUBJECT_TOKENS;

        if (x->doc->tokens[i].upos == UPOS_AUX || (k && k->end != i + 1))
                return false;
        if (++i < x->end && x->doc->tokens[i].fine == FINE_POS)
                return true;
        while (i < x->end && i < limit && x->doc->tokens[i].upos == UPOS_ADP) {
                struct phrase p = phrase_after(x->doc, x->c, i + 1);

                if (phrase_is_none(p))
                        return false;
                i = p.end;
        }
        return reported_finite(x, i);
}

bool reported_is_greeting(const struct reported *x, const struct cue *cue, size_t first)
{
        static const char *const greetings[] = { "goodbye",  "good-bye", "bye",
                                                 "farewell", "hello",    "hi",
                                                 "grace",    "mass",     "amen" };

        const struct chunk *k = first < x->end ? chunk_at(x->c, first) : NULL;

        return strcmp(x->doc->tokens[cue->verb].lemma, "say") == 0 &&
               (!k || k->end == first + 1) && /* not "mass layoffs" */
               reported_is_one_of(x, first, greetings, ARRAY_SIZE(greetings)) &&
               x->doc->tokens[first].name != NAME_PERSON &&
               !reported_is_verbs_subject(x, first);
}
