/* quantities_phrase - the noun phrase behind a number
 *
 * Taken from tags alone, and these err: a verb behind a plural is taken for an adjective or a
 * noun, the plural behind a name for a verb. What can stand where tells better.
 */
#include "workers/extract/quantities.h"
#include "workers/extract/quantities_words.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_base_verbs;
extern const struct lexicon lexicon_demonyms;
extern const struct lexicon lexicon_group_nouns;
extern const struct lexicon lexicon_noun_kinds;
extern const struct lexicon lexicon_prepositions;
extern const struct lexicon lexicon_tense_words;

enum { POSSESSORS_MAX = 3 };

/* Words between a number and its noun that tell nothing of what is counted. */
static bool is_skipped(const struct token *t)
{
        static const char *const words[] = {
                "more", "other", "additional", "further", "new", "separate", "different",
                "of",   "the",   "these",      "those",   "its", "their",    "his",
                "her",  "our",   "my",         "a",       "an",  "such",     "worth",
                "or",   "so",    "out",        "per",     "all", "both"
        };

        return word_is_one_of(t->lower, words, ARRAY_SIZE(words));
}

static const struct token *next_of(const struct document *doc, size_t i)
{
        return same_sentence(doc, i, i + 1) ? &doc->tokens[i + 1] : NULL;
}

/* "two “young athletes”": a mark that opens right behind the number. */
static bool is_opening_mark(const struct document *doc, size_t i)
{
        const struct token *t = &doc->tokens[i], *next = next_of(doc, i);

        return next && t->space_before && !next->space_before &&
               (strcmp(t->lower, "\u201c") == 0 || strcmp(t->lower, "\"") == 0);
}

/* Who is counted by it is one. */
static bool is_one(const struct document *doc, size_t i)
{
        return document_is(doc, i, "one") || document_is(doc, i, "1");
}

/* A phrase as far as it has been read. */
struct phrase_reader {
        const struct document *doc;
        size_t first, head; /* head: SIZE_MAX: none as yet */
        bool several;       /* are counted, for sure */
};

/* "Twenty states have", "two Peter Pan films": a verb for the tagger, but several have none
 * of that form, so that it is what is counted. */
static bool is_counted(const struct phrase_reader *r, size_t i)
{
        const struct document *doc = r->doc;
        const struct token *next = next_of(doc, i);

        if (doc->tokens[i].fine != FINE_VBZ || doc->tokens[i].upos != UPOS_VERB || !r->first ||
            is_one(doc, r->first - 1))
                return false;
        if (i == r->first)
                return true;
        return r->several && r->head == i - 1 && doc->tokens[r->head].fine == FINE_NNP &&
               next && next->upos != UPOS_DET && next->upos != UPOS_PRON &&
               next->upos != UPOS_SCONJ && !is_noun(next);
}

/* "two touchdown passes": prepositions are few, and this is none of them. */
static bool is_misread(const struct document *doc, size_t i)
{
        const struct token *t = &doc->tokens[i], *next = next_of(doc, i);

        return t->upos == UPOS_ADP && next && is_noun(next) && t->lower[0] >= 'a' &&
               t->lower[0] <= 'z' && strchr(t->lower, '-') == NULL &&
               !lexicon_get(&lexicon_prepositions, t->lower);
}

static bool is_participle(const struct token *t)
{
        return t->upos == UPOS_VERB && (t->fine == FINE_VBN || t->fine == FINE_VBG);
}

/* "federal and independent scientists", "stale or soggy loaves", "otherwise eligible
 * voters", "long, cold winters" */
static bool leads_on(const struct document *doc, size_t i)
{
        const struct token *t = &doc->tokens[i], *next = next_of(doc, i);
        bool joins = t->upos == UPOS_CCONJ || strcmp(t->lower, ",") == 0;

        if (!next || (next->upos != UPOS_ADJ && !is_participle(next)))
                return false;
        return t->upos == UPOS_ADV || (joins && i && doc->tokens[i - 1].upos == UPOS_ADJ);
}

/* "two recent cancer scares", "9,000 hourly jobs": a time only in what it qualifies. */
static bool is_timed(const struct document *doc, size_t i)
{
        const struct token *next = next_of(doc, i);

        return doc->tokens[i].upos == UPOS_ADJ && next && !token_in_time(doc, next) &&
               (is_noun(next) || next->upos == UPOS_ADJ);
}

bool is_past_tense(const struct token *t)
{
        const char *value = lexicon_get(&lexicon_tense_words, t->lower);

        return value && strncmp(value, "past", 4) == 0;
}

static bool is_plural(const struct token *t)
{
        return t->fine == FINE_NNS || t->fine == FINE_NNPS;
}

static bool ends_in_ed(const char *word)
{
        size_t n = strlen(word);

        return n > 4 && strcmp(word + n - 2, "ed") == 0;
}

/* "one sniper | shot 14 people", "gunmen | shot dead …", "Democrats | unveiled plans": a verb
 * that was taken for a noun or an adjective, which stands behind no plural; nor does a name. */
static bool is_other_behind(const struct document *doc, size_t head, size_t i)
{
        const struct token *t = &doc->tokens[i];

        if (is_plural(&doc->tokens[head]) && t->upos == UPOS_ADJ && ends_in_ed(t->lower))
                return true;
        /* "papers | Mr. Berg turned over", "the two leads | Anna Berg and" */
        if ((doc->tokens[head].fine == FINE_NNS || doc->tokens[head].fine == FINE_VBZ) &&
            t->upos == UPOS_PROPN)
                return true;
        return (is_person(&doc->tokens[head]) || is_plural(&doc->tokens[head])) &&
               (is_past_tense(t) || tells_outcome(doc, i));
}

/* "the two | discussed peace": several are no thing in the singular, so that what was taken for
 * its adjective is a verb. */
static bool is_verb_of_them(const struct phrase_reader *r)
{
        const struct token *t = &r->doc->tokens[r->first];

        return r->several && r->head == r->first + 1 && t[1].fine == FINE_NN &&
               (t->upos == UPOS_ADJ || t->fine == FINE_VBN) && ends_in_ed(t->lower) &&
               !tells_outcome(r->doc, r->first);
}

/* "nearly 200 | remain missing": likewise, where a verb was taken for the noun. */
static bool is_verb_for_noun(const struct phrase_reader *r)
{
        const struct token *t = &r->doc->tokens[r->first], *next = next_of(r->doc, r->first);

        return r->several && r->head == r->first && t->fine == FINE_NN && next &&
               (next->upos == UPOS_ADJ || next->upos == UPOS_ADV || next->upos == UPOS_DET ||
                next->fine == FINE_PRPS || next->fine == FINE_VBN) &&
               lexicon_get(&lexicon_base_verbs, t->lower) &&
               !lexicon_get(&lexicon_noun_kinds, t->lower) &&
               !lexicon_get(&lexicon_group_nouns, t->lower);
}

/* "500 Chinese watched", "two of the French": a people, where no noun stands behind it. */
static bool is_people(const struct document *doc, size_t i)
{
        const struct token *t = &doc->tokens[i], *next = next_of(doc, i);

        return t->upos == UPOS_ADJ && t->capital && lexicon_get(&lexicon_demonyms, t->lower) &&
               (!next || (!is_noun(next) && next->upos != UPOS_ADJ && next->upos != UPOS_NUM &&
                          next->upos != UPOS_CCONJ && !is_participle(next)));
}

/* "3,200 absentee | and provisional ballots", "five dog | and cat shelters", "seven city |
 * shooting ranges": several, and so more than the one. */
static bool leads_to_several(const struct phrase_reader *r, size_t i)
{
        const struct token *t = &r->doc->tokens[i], *next = next_of(r->doc, i);

        if (!r->several || r->head != i - 1 || r->doc->tokens[r->head].fine != FINE_NN || !next)
                return false;
        if (t->fine == FINE_VBG)
                return is_plural(next);
        return t->upos == UPOS_CCONJ && next_of(r->doc, i + 1) &&
               (next->upos == UPOS_ADJ || next->fine == FINE_NN) && is_plural(next + 1);
}

/* "34 Patriot PAC-3 batteries", "two Falcon 9 rockets": a number within a name. */
static bool is_in_name(const struct document *doc, size_t i, size_t head)
{
        const struct token *next = next_of(doc, i);

        return doc->tokens[i].upos == UPOS_NUM && head == i - 1 && next && is_noun(next) &&
               doc->tokens[head].upos == UPOS_PROPN && !token_in_time(doc, next);
}

static bool goes_on(const struct phrase_reader *r, size_t i)
{
        const struct token *t = &r->doc->tokens[i];

        if (t->upos == UPOS_ADJ)
                return true;
        if (r->head != SIZE_MAX)
                return is_in_name(r->doc, i, r->head) || leads_to_several(r, i);
        return leads_on(r->doc, i) || is_participle(t);
}

/* "12 F-35 fighters": a number by its tag, and a name by its letters. */
static bool is_model(const struct token *t)
{
        return t->upos == UPOS_NUM && t->lower[0] >= 'a' && t->lower[0] <= 'z' && t->capital &&
               strpbrk(t->lower, "0123456789") != NULL;
}

/* Is the token at @i what is counted, unless another one behind it is? */
static bool may_be_head(const struct phrase_reader *r, size_t i)
{
        return is_noun(&r->doc->tokens[i]) || is_counted(r, i) ||
               (i == r->first && (is_misread(r->doc, i) || is_people(r->doc, i) ||
                                  is_model(&r->doc->tokens[i])));
}

bool counted_phrase(const struct document *doc, size_t i, bool several, size_t *ret_first,
                    size_t *ret_head)
{
        struct phrase_reader r = {
                .doc = doc, .first = i, .head = SIZE_MAX, .several = several
        };
        size_t end = i + NOUN_PHRASE_MAX;

        for (; i < end && same_sentence(doc, r.first, i); i++) {
                if (r.head != SIZE_MAX &&
                    (is_other_behind(doc, r.head, i) || document_is(doc, i, "worth")))
                        break;
                if (token_in_time(doc, &doc->tokens[i])) {
                        if (r.head == SIZE_MAX && is_timed(doc, i))
                                continue;
                        break;
                }
                if (may_be_head(&r, i))
                        r.head = i;
                else if (!goes_on(&r, i))
                        break;
        }
        if (r.head == SIZE_MAX || is_verb_of_them(&r) || is_verb_for_noun(&r))
                return false;
        /* A name is kept whole; of other modifiers the last ones tell most. */
        if (doc->tokens[r.head].upos != UPOS_PROPN && r.head - r.first > MODIFIERS_MAX)
                r.first = r.head - MODIFIERS_MAX;
        *ret_first = r.first;
        *ret_head = r.head;
        return true;
}

/* "three of Norway's largest banks", "two mayor's races": behind the possessor stands what
 * is counted. */
static void pass_possessors(const struct document *doc, bool several, size_t *first,
                            size_t *head)
{
        for (unsigned n = 0; n < POSSESSORS_MAX; n++) {
                size_t i = *head + 2, next_first, next_head;

                if (!same_sentence(doc, *head, i) || doc->tokens[i - 1].fine != FINE_POS)
                        return;
                i += doc->tokens[i].upos == UPOS_NUM && same_sentence(doc, i, i + 1);
                if (!counted_phrase(doc, i, several, &next_first, &next_head))
                        return;
                *first = next_first;
                *head = next_head;
        }
}

const char *counted_number(const struct document *doc, size_t head)
{
        static const char *const counts[] = { "number", "total", "tally" };
        size_t first, last;

        if (!word_is_one_of(doc->tokens[head].lower, counts, ARRAY_SIZE(counts)) ||
            !document_is(doc, head + 1, "of") || !same_sentence(doc, head, head + 2))
                return NULL;
        head += 2;
        head += document_is(doc, head, "the") || document_is(doc, head, "those");
        if (!same_sentence(doc, head - 1, head))
                return NULL;
        if (!counted_phrase(doc, head, false, &first, &last)) {
                bool confirmed = is_participle(&doc->tokens[head]) && next_of(doc, head);

                /* "the number of dead", "of confirmed dead" */
                return outcome_of(
                        &doc->tokens[head + (confirmed && !outcome_of(&doc->tokens[head]))]);
        }
        last -= last > first && is_past_tense(&doc->tokens[last]);
        return with_outcome(doc, copy_tokens(doc, first, last),
                            outcome_behind(doc, last + 1, head));
}

/* "about 590 | per 100,000 people" */
static bool is_rate(const struct document *doc, size_t i)
{
        return document_is(doc, i, "per") && i + 1 < doc->n_tokens &&
               doc->tokens[i + 1].upos == UPOS_NUM;
}

const char *counted_behind(const struct document *doc, const struct site *site, size_t *ret_end)
{
        bool several = site->kind == QUANTITY_COUNT && site->after &&
                       doc->tokens[site->after - 1].upos == UPOS_NUM &&
                       !is_one(doc, site->after - 1);
        size_t i = site->after, first, head;
        const char *number;

        while (i < site->after + 3 && same_sentence(doc, site->first, i) &&
               is_skipped(&doc->tokens[i]))
                i++;
        *ret_end = site->after;
        if (!same_sentence(doc, site->first, i) || is_rate(doc, site->after))
                return NULL;
        /* "10 of the nearly 12 victims" */
        i += i > site->after &&
             (doc->tokens[i].upos == UPOS_ADV || doc->tokens[i].upos == UPOS_ADJ) &&
             same_sentence(doc, i, i + 1) && doc->tokens[i + 1].upos == UPOS_NUM;
        while (i > site->after && doc->tokens[i].upos == UPOS_NUM &&
               same_sentence(doc, i, i + 1))
                i += 1 + document_is(doc, i + 1, "new"); /* "12 of the 40 | new cases" */
        i += is_opening_mark(doc, i);
        if (!same_sentence(doc, site->first, i) ||
            !counted_phrase(doc, i, several, &first, &head))
                return NULL;
        if (document_is(doc, site->after, "of") ||
            (several && doc->tokens[head].fine == FINE_NN))
                pass_possessors(doc, several, &first, &head);
        *ret_end = head + 1;
        number = i > site->after ? counted_number(doc, head) : NULL;
        return number ? number : copy_tokens(doc, first, head);
}
