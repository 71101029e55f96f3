/* times_tense_words - what one word tells of the tense of its clause
 *
 * From the list of words that tell, and from the form of verbs that no list names.
 */
#include <string.h>

#include "workers/extract/times_tense.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_tense_words;

enum { NEGATION_REACH = 10, GOT_REACH = 3 };

static bool is_modal(const char *word)
{
        const char *value = lexicon_get(&lexicon_tense_words, word);

        return value && value[0] == 'f';
}

/* "Mr. Lee", "Sen. Lee", "J. Lee" */
static bool is_abbreviation(const struct term *t)
{
        static const char *const words[] = {
                "mr",  "mrs", "ms", "dr", "sen", "sens", "rep", "reps", "gov", "gen",
                "col", "lt",  "st", "jr", "sr",  "prof", "rev", "vs",   "no",  "sgt",
        };

        if (strcmp(t->word, "vs") == 0 || strcmp(t->word, "v") == 0)
                return true; /* "Roe v. Wade" */
        if (word_is_one_of(t->word, words, ARRAY_SIZE(words)))
                return t->capital;
        return t->capital && t->word[0] && !t->word[1];
}

bool tense_ends_sentence(const struct terms *terms, size_t i)
{
        const struct term *t = &terms->list[i];

        if (i && !t->space_before && strcmp(t->word, ".") == 0 &&
            is_abbreviation(&terms->list[i - 1]))
                return false;
        return strcmp(t->word, ".") == 0 || strcmp(t->word, ";") == 0 ||
               strcmp(t->word, "?") == 0 || strcmp(t->word, "!") == 0;
}

bool tense_negated(const struct terms *terms, size_t i)
{
        for (size_t k = i; k-- > 0 && i - k < NEGATION_REACH && !tense_ends_sentence(terms, k);)
                if (strcmp(terms->list[k].word, "neither") == 0 ||
                    strcmp(terms->list[k].word, "nor") == 0 ||
                    strcmp(terms->list[k].word, "nobody") == 0)
                        return true;
        return i + 1 < terms->n && (strcmp(terms->list[i + 1].word, "not") == 0 ||
                                    strcmp(terms->list[i + 1].word, "n't") == 0);
}

bool tense_is_present_be(const char *word)
{
        return strcmp(word, "be") == 0 || strcmp(word, "is") == 0 || strcmp(word, "are") == 0;
}

bool tense_infinitive(const struct terms *terms, size_t i)
{
        return i + 1 < terms->n && strcmp(terms->list[i].word, "to") == 0 &&
               terms->list[i + 1].fine == FINE_VB;
}

/* "to get it done": not yet */
static bool is_got(const struct terms *terms, size_t i)
{
        for (size_t k = i; k-- > 0 && i - k <= GOT_REACH;)
                if (strcmp(terms->list[k].word, "get") == 0 ||
                    strcmp(terms->list[k].word, "gets") == 0 ||
                    strcmp(terms->list[k].word, "getting") == 0)
                        return true;
        return false;
}

/* What the form of a verb tells that no list names. */
static int8_t tense_of_form(const struct terms *terms, size_t i, bool adjacent)
{
        const struct term *t = &terms->list[i];
        size_t size = strlen(t->word);
        size_t aux = i && terms->list[i - 1].upos == UPOS_ADV ? i - 1 : i; /* "be soon met" */
        bool after_be = aux && tense_is_present_be(terms->list[aux - 1].word);
        bool ed = size > 4 && strcmp(t->word + size - 2, "ed") == 0;

        if (strcmp(t->word, "may") == 0 && t->upos == UPOS_AUX && !t->capital)
                return strcmp(i + 1 < terms->n ? terms->list[i + 1].word : "", "have") == 0 ? -1
                                                                                            : 1;
        if (t->fine == FINE_VBN && is_got(terms, i))
                return 0;
        if (t->upos == UPOS_X)
                return ed && !after_be ? -1 : 0;
        if (t->fine == FINE_VBD || (t->fine == FINE_VBN && !after_be))
                return -1;
        if (adjacent && !t->classes && !t->capital && t->upos == UPOS_VERB &&
            t->fine == FINE_VBZ && size > 3 && t->word[size - 1] == 's')
                return 1; /* "the court meets Monday" */
        return adjacent && ed && !after_be && t->upos == UPOS_VERB ? -1 : 0;
}

/* "has met", "have never met"; "had" is past in any case. */
static bool is_auxiliary(const struct terms *terms, size_t i)
{
        if (strcmp(terms->list[i].word, "has") != 0 && strcmp(terms->list[i].word, "have") != 0)
                return true;
        for (size_t k = i + 1; k < terms->n && k < i + 3; k++) {
                if (terms->list[k].fine == FINE_VBN || terms->list[k].fine == FINE_VBD)
                        return true;
                if (terms->list[k].upos != UPOS_ADV && terms->list[k].upos != UPOS_PART)
                        return false;
        }
        return false;
}

/* "is due to end", "are due in May"; not "due to the rain", "had been due to end". */
static bool is_due(const struct terms *terms, size_t i)
{
        const char *before = i ? terms->list[i - 1].word : "";

        if (strcmp(before, "been") == 0)
                return false;
        return tense_infinitive(terms, i + 1) || strcmp(before, "is") == 0 ||
               strcmp(before, "are") == 0;
}

int8_t tense_at(const struct terms *terms, size_t i, bool adjacent)
{
        const char *word = terms->list[i].word, *value, *column;
        const char *next = i + 1 < terms->n ? terms->list[i + 1].word : "";
        size_t size = strlen(word);

        value = lexicon_get(&lexicon_tense_words, word);
        if (value) {
                size = lexicon_column(value, 1, &column);
                if (size && (strncmp(next, column, size) != 0 || next[size]))
                        value = NULL; /* "set aside" */
        }
        if (value && strcmp(word, "due") == 0 && !is_due(terms, i))
                value = NULL;
        if (!value)
                return tense_of_form(terms, i, adjacent);
        if (strcmp(word, "will") == 0 && terms->list[i].upos == UPOS_NOUN)
                return 0; /* "against their will" */
        if (strcmp(word, "could") == 0 && tense_negated(terms, i))
                return -1; /* "could not be reached Monday" */
        if (value[0] == 'p' && i &&
            (is_modal(terms->list[i - 1].word) || strcmp(terms->list[i - 1].word, "to") == 0))
                return 0; /* "will have": the modal tells; "to have" */
        if (strncmp(word, "ha", 2) == 0 && !is_auxiliary(terms, i))
                return 0; /* "has a trial in May" */
        if (value[0] == 'f' && strcmp(next, "have") == 0 && strcmp(word, "will") != 0)
                return -1; /* "would have helped" */
        switch (value[0]) {
        case 'f': return 1;
        case 'c': return -1;
        case 'p': return i && strcmp(terms->list[i - 1].word, "be") == 0 ? 0 : -1;
        case 'r': return adjacent ? -1 : 0;
        default: return 0;
        }
}
