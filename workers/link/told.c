#include "workers/link/told.h"

#include <stdbool.h>
#include <string.h>

#include "base/ascii.h"
#include "workers/lexicon/lexicon.h"
#include "workers/link/signature.h"

extern const struct lexicon lexicon_telling_words, lexicon_prepositions;

enum {
        LEAD_SENTENCES = 3,
        DAY = 24 * 60,
        DATE_BYTES = 10, /* "2024-03-05" */
        LONG_AGO = 30,   /* days */
        WORDS_BEFORE = 6,
        WORD_MAX = 32,
};

/* The day of a value that has one, whatever the hour. */
static int32_t day_of(const char *value)
{
        char date[DATE_BYTES + 1] = { 0 };
        int64_t minute;

        if (!value || strlen(value) < DATE_BYTES)
                return TOLD_UNKNOWN;
        memcpy(date, value, DATE_BYTES);
        if (signature_time(date, &minute) == KNOWN_NOT || minute < 0)
                return TOLD_UNKNOWN;
        return (int32_t)(minute / DAY);
}

/* Steps back over one word and what stands before it; false at a comma, a bracket, and where
 * the sentence begins. */
static bool word_before(const char *text, uint32_t from, uint32_t *at, char word[WORD_MAX])
{
        uint32_t end = *at, start, n = 0;

        while (end > from && text[end - 1] == ' ')
                end--;
        for (start = end; start > from && ascii_is_letter(text[start - 1]); start--)
                ;
        *at = start;
        for (uint32_t i = start; i < end && n + 1 < WORD_MAX; i++)
                word[n++] = ascii_to_lower(text[i]);
        word[n] = '\0';
        return n > 0;
}

/* Is it the day of the telling? So it is where, before it, prepositions and what hangs on them
 * alone part it from the word of telling: "said in Velna on Tuesday", not "said the dam burst
 * on Tuesday". */
static bool tells_when_said(const char *text, uint32_t from, uint32_t at)
{
        char word[WORD_MAX];
        bool hangs = true; /* on a preposition, or nothing stood there yet */

        for (unsigned i = 0; i < WORDS_BEFORE && word_before(text, from, &at, word); i++) {
                size_t n = strlen(word);

                if (strcmp(word, "that") == 0)
                        return false;
                if (lexicon_find(&lexicon_telling_words, word, n))
                        return hangs || strcmp(word, "told") == 0;
                hangs = lexicon_find(&lexicon_prepositions, word, n);
        }
        return false;
}

/* "The ministry on Tuesday said …" */
static bool told_behind(const char *text, uint32_t at, uint32_t end)
{
        char word[WORD_MAX];
        uint32_t n = 0;

        while (at < end && text[at] == ' ')
                at++;
        for (; at < end && n < WORD_MAX && ascii_is_letter(text[at]); at++)
                word[n++] = ascii_to_lower(text[at]);
        return n && n < WORD_MAX && lexicon_find(&lexicon_telling_words, word, n);
}

int32_t told_day(const struct extraction *x)
{
        int32_t published = day_of(x->published.value ? x->published.value : x->fetched);
        int32_t newest = TOLD_UNKNOWN;
        size_t sentence = 0;

        if (published == TOLD_UNKNOWN)
                return TOLD_UNKNOWN;
        for (size_t i = 0; i < x->n_times; i++) {
                const struct time_expression *t = &x->times[i];
                int32_t day = day_of(t->value);

                while (sentence < x->n_sentences && t->span.start >= x->sentences[sentence].end)
                        sentence++;
                if (sentence == x->n_sentences || sentence >= LEAD_SENTENCES)
                        break;
                if ((t->type != TIME_DATE && t->type != TIME_TIME) || day == TOLD_UNKNOWN ||
                    day > published || day < published - LONG_AGO || day <= newest)
                        continue;
                if (!tells_when_said(x->text, x->sentences[sentence].start, t->span.start) &&
                    !told_behind(x->text, t->span.end, x->sentences[sentence].end))
                        newest = day;
        }
        return newest;
}
