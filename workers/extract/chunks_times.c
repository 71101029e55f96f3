/* chunks_times - noun phrases that tell a time
 *
 * They are no subjects, and no part of the noun phrase that stands behind or before them.
 */
#include <string.h>

#include "base/macros.h"
#include "workers/extract/chunks.h"
#include "workers/extract/reporting.h"

enum {
        NAME_TOKENS = 4,
        DAY_TOKENS = 4, /* "late Monday night" */
};

static bool is_weekday(const struct document *doc, size_t i)
{
        static const char *const words[] = { "monday", "tuesday",  "wednesday", "thursday",
                                             "friday", "saturday", "sunday" };

        return document_is_one_of(doc, i, words, ARRAY_SIZE(words));
}

static bool is_near_day(const struct token *t)
{
        static const char *const words[] = { "today", "yesterday", "tomorrow", "tonight" };

        return word_is_one_of(t->lower, words, ARRAY_SIZE(words));
}

/* "USA | Today": no day, but not "the Roads Committee | Monday". */
static bool is_inside_name(const struct token *t)
{
        return t->capital && t->name == NAME_ORGANIZATION && !t->name_begins &&
               strcmp(t->lower, "today") == 0;
}

bool token_is_day(const struct document *doc, size_t i)
{
        return (is_weekday(doc, i) || is_near_day(&doc->tokens[i])) &&
               !is_inside_name(&doc->tokens[i]);
}

bool chunk_is_time(const struct document *doc, const struct chunk *c)
{
        static const char *const words[] = {
                "morning", "afternoon", "evening",   "night",   "week",     "month",    "year",
                "day",     "january",   "february",  "march",   "april",    "may",      "june",
                "july",    "august",    "september", "october", "november", "december",
        };
        const struct token *head = &doc->tokens[c->head];

        return head->name != NAME_PERSON && !is_inside_name(head) &&
               (word_is_one_of(head->lemma, words, ARRAY_SIZE(words)) ||
                word_is_one_of(head->lower, words, ARRAY_SIZE(words)) ||
                token_is_day(doc, c->head));
}

static bool is_part_of_day(const struct document *doc, size_t i)
{
        static const char *const words[] = { "morning", "afternoon", "evening", "night" };

        return document_is_one_of(doc, i, words, ARRAY_SIZE(words));
}

/* "on Monday | Chad left": a name that was not seen. */
static bool ends_before_verb(const struct document *doc, size_t i)
{
        size_t end = document_sentence_end(doc, i), low = i;

        while (i < end && i - low < NAME_TOKENS && doc->tokens[i].upos == UPOS_PROPN)
                i++;
        return i < end && (doc->tokens[i].upos == UPOS_VERB || doc->tokens[i].upos == UPOS_AUX);
}

/* "on Monday | rebels", "| armed police", "| two men", "| Chad": no noun that a day describes.
 */
static bool opens_phrase(const struct document *doc, size_t i)
{
        static const char *const of_days[] = { "prayers", "services", "sermons" };
        const struct token *t = &doc->tokens[i], *next = t + 1;
        const struct chunk behind = { .head = (uint32_t)i + 1 };

        if (t->upos == UPOS_ADJ || t->upos == UPOS_NUM)
                return i + 1 < document_sentence_end(doc, i) && next->upos == UPOS_NOUN &&
                       !chunk_is_time(doc, &behind);
        if (t->name != NAME_NONE)
                return t->name_begins;
        if (t->upos == UPOS_PROPN && t->capital)
                return ends_before_verb(doc, i);
        if (word_is_one_of(t->lower, of_days, ARRAY_SIZE(of_days)))
                return false; /* "on Friday prayers" */
        return t->fine == FINE_NNS || noun_voice(t);
}

bool chunk_ends_as_day(const struct document *doc, size_t first, size_t end)
{
        static const char *const before[] = { "on",   "late", "early", "last",
                                              "next", "this", "said" };
        size_t i = first, low = doc->sentences[doc->tokens[first].sentence].first;

        if (end - first > DAY_TOKENS)
                return false;
        if (i + 1 < end && document_is_one_of(doc, i, before, ARRAY_SIZE(before)))
                i++; /* as an adjective it is a part of the phrase */
        if (doc->tokens[i].name != NAME_NONE ||
            !(is_near_day(&doc->tokens[i]) ||
              (is_weekday(doc, i) && i > low &&
               document_is_one_of(doc, i - 1, before, ARRAY_SIZE(before)))))
                return false;
        i++;
        while (i < end && is_part_of_day(doc, i))
                i++;
        return i == end && !is_part_of_day(doc, i) && opens_phrase(doc, i);
}
