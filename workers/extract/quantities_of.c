/* quantities_of - what a number counts or measures
 *
 * The noun behind it ("28th OSCE Ministerial Council"), with what became of those counted
 * ("people killed", from either side of the verb); else what governs it: the verb ("talked for
 * 30 minutes": talk), or that verb's subject where the verb only says that it lasts or amounts
 * ("talks lasted"). The words are those of the text, so that two reports of one figure meet.
 */
#include <string.h>

#include "workers/extract/quantities.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_copular_verbs;
extern const struct lexicon lexicon_tense_words;
extern const struct lexicon lexicon_cue_verbs;
extern const struct lexicon lexicon_prepositions;

enum {
        NOUN_PHRASE_MAX = 6, /* tokens looked at for the head */
        MODIFIERS_MAX = 3,   /* kept before the head */
        LOOK_BACK_MAX = 14,
};

static const struct token *token_at(const struct document *doc, size_t i)
{
        return i < doc->n_tokens ? &doc->tokens[i] : NULL;
}

static bool same_sentence(const struct document *doc, size_t i, size_t k)
{
        return i < doc->n_tokens && k < doc->n_tokens &&
               doc->tokens[i].sentence == doc->tokens[k].sentence;
}

static bool is_noun(const struct token *t)
{
        return t->upos == UPOS_NOUN || t->upos == UPOS_PROPN;
}

static bool is_one_of(const char *word, const char *const *list)
{
        for (; *list; list++)
                if (strcmp(word, *list) == 0)
                        return true;
        return false;
}

/* Words between a number and its noun that tell nothing of what is counted. */
static bool is_skipped(const struct token *t)
{
        static const char *const words[] = {
                "more", "other", "additional", "further", "new", "separate", "different",
                "of",   "the",   "these",      "those",   "its", "their",    "his",
                "her",  "our",   "my",         "a",       "an",  "such",     "worth",
                "or",   "so",    "out",        "per",     NULL
        };

        return is_one_of(t->lower, words);
}

bool token_in_time(const struct document *doc, const struct token *t)
{
        const struct extraction *x = doc->x;
        size_t low = 0, high = x->n_times;

        while (low < high) {
                size_t middle = (low + high) / 2;

                if (x->times[middle].span.end <= t->start)
                        low = middle + 1;
                else
                        high = middle;
        }
        return low < x->n_times && x->times[low].span.start <= t->start;
}

/* "Twenty states have": a verb for the tagger, but behind several it is what is counted. */
static bool is_counted(const struct document *doc, size_t i)
{
        return i && doc->tokens[i].fine == FINE_VBZ &&
               strcmp(doc->tokens[i - 1].lower, "one") != 0 &&
               strcmp(doc->tokens[i - 1].lower, "1") != 0;
}

/* "two touchdown passes": prepositions are few, and this is none of them. */
static bool is_misread(const struct document *doc, size_t i)
{
        const struct token *t = &doc->tokens[i], *next = token_at(doc, i + 1);

        return t->upos == UPOS_ADP && next && next->sentence == t->sentence && is_noun(next) &&
               t->lower[0] >= 'a' && t->lower[0] <= 'z' && strchr(t->lower, '-') == NULL &&
               !lexicon_get(&lexicon_prepositions, t->lower);
}

/* "federal and independent scientists", "otherwise eligible voters", "long, cold winters" */
static bool leads_on(const struct document *doc, size_t i)
{
        const struct token *t = &doc->tokens[i], *next = token_at(doc, i + 1);
        bool joins = t->upos == UPOS_CCONJ || strcmp(t->lower, ",") == 0;

        if (!next || next->sentence != t->sentence || next->upos != UPOS_ADJ)
                return false;
        return t->upos == UPOS_ADV || (joins && i && doc->tokens[i - 1].upos == UPOS_ADJ);
}

/* "the toll rose": a past tense that was taken for a noun. */
static bool is_past_tense(const struct token *t)
{
        const char *value = lexicon_get(&lexicon_tense_words, t->lower);

        return value && strncmp(value, "past", 4) == 0;
}

/* "one sniper | shot 14 people", "gunmen | shot dead …": a verb that was taken for a noun. */
static bool is_verb_behind(const struct document *doc, size_t head, size_t i)
{
        return (is_person(&doc->tokens[head]) || doc->tokens[head].fine == FINE_NNS) &&
               (is_past_tense(&doc->tokens[i]) || tells_outcome(doc, i));
}

/* The head of the noun phrase that starts at @i, and its first kept modifier. */
static bool noun_phrase(const struct document *doc, size_t i, size_t *ret_first,
                        size_t *ret_head)
{
        size_t head = SIZE_MAX, first = i, end = i + NOUN_PHRASE_MAX;

        for (; i < end && same_sentence(doc, first, i); i++) {
                const struct token *t = &doc->tokens[i];

                if (token_in_time(doc, t) || (head != SIZE_MAX && is_verb_behind(doc, head, i)))
                        break;
                if (is_noun(t) || (i == first && (is_counted(doc, i) || is_misread(doc, i))))
                        head = i;
                else if (head == SIZE_MAX && leads_on(doc, i))
                        continue;
                else if (t->upos != UPOS_ADJ && !(t->upos == UPOS_VERB && head == SIZE_MAX &&
                                                  (t->fine == FINE_VBN || t->fine == FINE_VBG)))
                        break;
        }
        if (head == SIZE_MAX)
                return false;
        /* A name is kept whole; of other modifiers the last ones tell most. */
        if (doc->tokens[head].upos != UPOS_PROPN && head - first > MODIFIERS_MAX)
                first = head - MODIFIERS_MAX;
        *ret_first = first;
        *ret_head = head;
        return true;
}

static const char *copy_tokens(const struct document *doc, size_t first, size_t last)
{
        return document_copy(doc,
                             (struct span){ doc->tokens[first].start, doc->tokens[last].end });
}

static bool starts_clause(const struct token *t)
{
        static const char *const words[] = {
                ",", ";", ":", "—", "–", "“", "”", "\"", "(", NULL
        };

        return t->upos == UPOS_SCONJ || is_one_of(t->lower, words);
}

/* The verb that governs what stands at @i, looking back in its clause; SIZE_MAX: none. */
static size_t verb_before(const struct document *doc, size_t i)
{
        for (size_t k = i, n = 0; k-- > 0 && n < LOOK_BACK_MAX && same_sentence(doc, i, k);
             n++) {
                const struct token *t = &doc->tokens[k];

                if (t->upos == UPOS_VERB)
                        return k;
                if (starts_clause(t))
                        return SIZE_MAX;
        }
        return SIZE_MAX;
}

/* Does a preposition stand before the noun phrase whose head is @head? */
static bool in_prepositional_phrase(const struct document *doc, size_t head)
{
        for (size_t k = head; k-- > 0 && same_sentence(doc, head, k);) {
                const struct token *t = &doc->tokens[k];

                if (t->upos == UPOS_ADP)
                        return true;
                if (!is_noun(t) && t->upos != UPOS_ADJ && t->upos != UPOS_DET &&
                    t->upos != UPOS_CCONJ && t->upos != UPOS_NUM && t->upos != UPOS_PART)
                        return false;
                if (head - k > NOUN_PHRASE_MAX)
                        return false;
        }
        return false;
}

/* "the number of deaths", "the total of those killed": what is counted there; else NULL. */
static const char *of_number(const struct document *doc, size_t head)
{
        static const char *const counts[] = { "number", "total", "tally", NULL };
        size_t first, last;

        if (!is_one_of(doc->tokens[head].lower, counts) || !document_is(doc, head + 1, "of") ||
            !same_sentence(doc, head, head + 2))
                return NULL;
        head += 2;
        head += document_is(doc, head, "the") || document_is(doc, head, "those");
        if (!same_sentence(doc, head - 1, head))
                return NULL;
        if (!noun_phrase(doc, head, &first, &last))
                return outcome_of(&doc->tokens[head]);
        last -= last > first && is_past_tense(&doc->tokens[last]);
        return with_outcome(doc, copy_tokens(doc, first, last),
                            outcome_behind(doc, last + 1, head));
}

static const char *phrase_with_head(const struct document *doc, size_t head)
{
        const char *counted = of_number(doc, head);
        size_t first;

        if (counted)
                return counted;
        if (head && is_past_tense(&doc->tokens[head]) && is_noun(&doc->tokens[head - 1]))
                head--;
        first = head;

        while (first > 0 && same_sentence(doc, head, first - 1) &&
               head - first < MODIFIERS_MAX &&
               (is_noun(&doc->tokens[first - 1]) || doc->tokens[first - 1].upos == UPOS_ADJ) &&
               !token_in_time(doc, &doc->tokens[first - 1]))
                first--;
        return copy_tokens(doc, first, head);
}

/* The subject before @verb: the nearest noun that no preposition governs; else the nearest. */
static const char *subject_before(const struct document *doc, size_t verb)
{
        size_t nearest = SIZE_MAX;

        for (size_t k = verb, n = 0;
             k-- > 0 && n < LOOK_BACK_MAX && same_sentence(doc, verb, k); n++) {
                const struct token *t = &doc->tokens[k];

                if (!is_noun(t) || token_in_time(doc, t) ||
                    (k + 1 < verb && is_noun(&doc->tokens[k + 1])))
                        continue;
                if (nearest == SIZE_MAX)
                        nearest = k;
                if (t->upos == UPOS_NOUN && !in_prepositional_phrase(doc, k))
                        return phrase_with_head(doc, k);
        }
        return nearest == SIZE_MAX ? NULL : phrase_with_head(doc, nearest);
}

/* The verb's lemma, or its subject where the verb itself says nothing ("lasted", "is"). */
static const char *governor(const struct document *doc, size_t first)
{
        size_t verb = verb_before(doc, first);
        const char *lemma;

        if (verb == SIZE_MAX)
                return NULL;
        lemma = doc->tokens[verb].lemma ? doc->tokens[verb].lemma : doc->tokens[verb].lower;
        if (lexicon_get(&lexicon_copular_verbs, lemma))
                return subject_before(doc, verb);
        return lemma;
}

/* "fell 20 per cent | to 3 billion": the noun at @i is the unit of another amount. */
static bool ends_amount(const struct document *doc, size_t i)
{
        size_t first = i;

        while (first && i - first < 2 && is_noun(&doc->tokens[first]) &&
               same_sentence(doc, i, first - 1))
                first--;
        return doc->tokens[first].upos == UPOS_NUM || document_is(doc, i, "percent") ||
               document_is(doc, i, "%") ||
               (document_is(doc, i, "cent") && i && document_is(doc, i - 1, "per"));
}

/* "put the number of | injured at 58": @last ends what is counted; else NULL. */
static const char *number_before(const struct document *doc, size_t last)
{
        for (size_t k = last;
             k && last - k < NOUN_PHRASE_MAX && same_sentence(doc, last, k - 1); k--) {
                const char *counted = document_is(doc, k, "of") ? of_number(doc, k - 1) : NULL;

                if (counted)
                        return counted;
        }
        return NULL;
}

/* "a toll of 45", "prices at $5": the noun that a preposition or "is" joins to the number. */
static const char *joined_noun_before(const struct document *doc, size_t first)
{
        static const char *const joints[] = { "of",  "at",   "to",     "is",    "was",
                                              "are", "were", "stands", "stood", "reached",
                                              "hit", "by",   "worth",  ":",     NULL };
        const char *counted;
        size_t k = first;

        if (!k || !same_sentence(doc, first, k - 1) ||
            !is_one_of(doc->tokens[k - 1].lower, joints))
                return NULL;
        k--;
        if (k && doc->tokens[k - 1].upos == UPOS_AUX && same_sentence(doc, first, k - 1))
                return subject_before(doc, k - 1);
        if (k > 1 && is_past_tense(&doc->tokens[k - 1]) && same_sentence(doc, first, k - 2) &&
            token_in_time(doc, &doc->tokens[k - 2]))
                return subject_before(doc, k - 1); /* "sales in May rose by" */
        counted = k ? number_before(doc, k - 1) : NULL;
        if (counted || !k || !is_noun(&doc->tokens[k - 1]) ||
            !same_sentence(doc, first, k - 1) || ends_amount(doc, k - 1))
                return counted;
        return phrase_with_head(doc, k - 1);
}

/* The noun phrase behind the number; *@ret_end gets the token behind its head. */
static const char *noun_after(const struct document *doc, const struct site *site,
                              size_t *ret_end)
{
        size_t i = site->after, first, head;

        while (i < site->after + 3 && same_sentence(doc, site->first, i) &&
               is_skipped(&doc->tokens[i]))
                i++;
        /* "10 of the 12 victims" */
        if (i > site->after && same_sentence(doc, site->first, i) &&
            doc->tokens[i].upos == UPOS_NUM)
                i++;
        *ret_end = site->after;
        if (!same_sentence(doc, site->first, i) || !noun_phrase(doc, i, &first, &head))
                return NULL;
        *ret_end = head + 1;
        return copy_tokens(doc, first, head);
}

/* Who says a number is not what it counts. */
static bool says(const struct document *doc, size_t verb)
{
        const struct token *t = &doc->tokens[verb];
        const char *class = lexicon_get(&lexicon_cue_verbs, t->lemma ? t->lemma : t->lower);

        return class && strncmp(class, "say\t", 4) == 0;
}

/* "two of whom were injured" */
static bool behind_of_whom(const struct document *doc, const struct site *site)
{
        static const char *const whom[] = { "whom", "them", "which", NULL };
        size_t i = site->after;

        return same_sentence(doc, site->first, i + 1) &&
               strcmp(doc->tokens[i].lower, "of") == 0 &&
               is_one_of(doc->tokens[i + 1].lower, whom);
}

static const char *of_count(const struct document *doc, const struct site *site)
{
        size_t end;
        const char *noun = noun_after(doc, site, &end), *outcome;

        if (is_of_person(doc, site->first) && (noun || are_children(doc, site->first)))
                return noun ? noun : "children";
        if (!noun && behind_of_whom(doc, site))
                end += 2;
        if (noun && document_is(doc, end - 1, "lives"))
                return with_outcome(doc, noun, outcome_of_lives(doc, site->first, end));
        outcome = outcome_behind(doc, end, site->first);
        if (!outcome)
                outcome = outcome_before(doc, site->first);
        if (noun || outcome)
                return with_outcome(doc, noun, outcome);
        noun = joined_noun_before(doc, site->first);
        if (noun)
                return noun;
        end = verb_before(doc, site->first);
        return end == SIZE_MAX || says(doc, end) ? NULL : subject_before(doc, end);
}

/* Does a noun stand right behind, or joined by "of"? Then it is what is measured. */
static bool noun_follows(const struct document *doc, const struct site *site)
{
        const struct token *t = token_at(doc, site->after);

        if (!t || !same_sentence(doc, site->first, site->after) || token_in_time(doc, t))
                return false;
        if (strcmp(t->lower, "of") == 0 || strcmp(t->lower, "worth") == 0)
                return true;
        if (site->kind == QUANTITY_MONEY && strcmp(t->lower, "in") == 0)
                return false;
        return is_noun(t) || (t->upos == UPOS_ADJ && site->hyphened) ||
               (t->upos == UPOS_ADJ && site->after + 1 < doc->n_tokens &&
                is_noun(&doc->tokens[site->after + 1]));
}

/* "$1 million in damages", "in Chinese imports": what a sum is made of. A determiner or a name
 * tells a place or a time instead, and "in court" or "in total" is a turn of phrase. */
static const char *sum_of(const struct document *doc, const struct site *site)
{
        static const char *const turns[] = { "exchange", "total",   "addition", "return",
                                             "response", "order",   "court",    "line",
                                             "part",     "fact",    "case",     "value",
                                             "recent",   "general", "place",    "turn",
                                             "charge",   "early",   "trading",  "advance",
                                             "support",  "favor",   "favour",   NULL };
        size_t i = site->after + 1, first, head;

        if (site->kind != QUANTITY_MONEY || !document_is(doc, site->after, "in") ||
            !same_sentence(doc, site->first, i) || doc->tokens[i].upos == UPOS_PROPN ||
            is_one_of(doc->tokens[i].lower, turns) || !noun_phrase(doc, i, &first, &head) ||
            first != i || doc->tokens[head].upos != UPOS_NOUN)
                return NULL;
        return copy_tokens(doc, first, head);
}

/* "12 metres high", "44 years old", "20 km away". */
static const char *measured_property(const struct document *doc, const struct site *site)
{
        static const char *const words[] = { "high",  "long",  "wide", "deep",  "tall",
                                             "thick", "old",   "away", "apart", "ago",
                                             "late",  "early", NULL };
        const struct token *t = token_at(doc, site->after);

        if (t && same_sentence(doc, site->first, site->after) && is_one_of(t->lower, words))
                return t->lower;
        return NULL;
}

/* "a sentence of five years"; but "sentenced to five years" is told by its verb. */
static bool follows_of(const struct document *doc, size_t first)
{
        return first &&
               (document_is(doc, first - 1, "of") || document_is(doc, first - 1, "is") ||
                document_is(doc, first - 1, "was"));
}

static const char *of_amount(const struct document *doc, const struct site *site)
{
        const char *found = measured_property(doc, site);
        size_t end;

        if (!found)
                found = sum_of(doc, site);
        if (!found && noun_follows(doc, site))
                found = noun_after(doc, site, &end);
        if (!found && (site->kind != QUANTITY_DURATION || follows_of(doc, site->first)))
                found = joined_noun_before(doc, site->first);
        if (!found)
                found = governor(doc, site->first);
        return found;
}

/* "15-member council": members; "46-year-old Ann Lee": her, else old; "second-largest
 * economy". */
static const char *of_glued(const struct document *doc, const struct site *site)
{
        const char *rest = document_copy(doc, site->glued), *noun;
        size_t end;

        if (!rest || (site->kind != QUANTITY_ORDINAL && site->kind != QUANTITY_DURATION))
                return rest;
        noun = noun_after(doc, site, &end);
        if (site->kind == QUANTITY_DURATION)
                return noun ? noun : rest;
        return noun ? arena_printf(doc->arena, "%s %s", rest, noun) : rest;
}

const char *quantity_of_age(const struct document *doc, size_t i)
{
        size_t first = i - 2, last = i - 2;

        if (i < 2 || !document_is(doc, i - 1, ",") || !same_sentence(doc, i, last) ||
            doc->tokens[last].upos != UPOS_PROPN || !doc->tokens[last].capital ||
            doc->tokens[last].name == NAME_PLACE)
                return NULL;
        while (first && last - first < NOUN_PHRASE_MAX && same_sentence(doc, last, first - 1) &&
               doc->tokens[first - 1].upos == UPOS_PROPN)
                first--;
        if (first && doc->tokens[first - 1].upos == UPOS_ADP)
                return NULL; /* "In Paris, 40 …" */
        return copy_tokens(doc, first, last);
}

const char *quantity_of(const struct document *doc, const struct site *site)
{
        size_t end;

        if (site->first >= doc->n_tokens)
                return NULL;
        if (!span_is_none(site->glued) && site->kind != QUANTITY_MONEY)
                return of_glued(doc, site);
        switch (site->kind) {
        case QUANTITY_COUNT: return of_count(doc, site);
        case QUANTITY_ORDINAL: return noun_after(doc, site, &end);
        default: return of_amount(doc, site);
        }
}
