#include "workers/text/abbreviations.h"

#include <stdbool.h>
#include <string.h>

#include "base/macros.h"
#include "workers/lexicon/lexicon.h"
#include "workers/text/letters.h"

extern const struct lexicon lexicon_abbreviations;

enum { WORD_BYTES_MAX = 24 }; /* no abbreviation is longer */

static const struct {
        const char *name;
        enum abbreviation_kind kind;
} kinds[] = {
        { "never", ABBREVIATION_NEVER },
        { "number", ABBREVIATION_NUMBER },
        { "may", ABBREVIATION_MAY },
};

/* "J", "U.S", "Ph.D": letters by ones or twos, parted by stops; a single one is upper case. */
static bool has_form(const char *word, size_t size)
{
        const char *end = word + size;
        unsigned run = 0, stops = 0, n;
        enum letter_kind kind, first = LETTER_NOTHING;

        for (const char *p = word; p < end; p += n) {
                kind = letter_kind_at(p, end, &n);
                if (p == word)
                        first = kind;
                if (*p == '.') {
                        stops++;
                        run = 0;
                } else if (!letter_is_word(kind) || ++run > 2) {
                        return false;
                }
        }
        return run &&
               (stops ? run == 1 || first == LETTER_UPPER : run == 1 && first == LETTER_UPPER);
}

enum abbreviation_kind abbreviation_kind(const char *word, size_t size)
{
        char folded[2 * WORD_BYTES_MAX + 1];
        const char *value;
        size_t n;

        if (!size || size > WORD_BYTES_MAX)
                return ABBREVIATION_NONE;
        n = letter_fold(word, size, folded);
        value = lexicon_find(&lexicon_abbreviations, folded, n);
        if (!value)
                return has_form(word, size) ? ABBREVIATION_MAY : ABBREVIATION_NONE;
        for (size_t i = 0; i < ARRAY_SIZE(kinds); i++) {
                if (strcmp(value, kinds[i].name) == 0)
                        return kinds[i].kind;
        }
        return *word != *folded ? ABBREVIATION_MAY : ABBREVIATION_NONE;
}
