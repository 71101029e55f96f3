/* language - what language the text is in
 *
 * What the scraper says, else the language whose function words are commonest in the first
 * words. A script of one language alone decides by itself. Where two languages are close, or
 * too few words are known, the answer is that it is not known.
 */
#include <errno.h>
#include <string.h>

#include "base/utf8.h"
#include "workers/lexicon/lexicon.h"
#include "workers/text/letters.h"
#include "workers/text/stages.h"

extern const struct lexicon lexicon_function_words;

enum {
        SAMPLE_WORDS_MAX = 600,
        SAMPLE_BYTES_MAX = 20000,
        WORD_BYTES_MAX = 20,
        LANGUAGES_MAX = 40,
        HITS_MIN = 2,
        SHORT_WORDS = 12,      /* in so few, two words that many languages share … */
        SHORT_HITS_MIN = 3,    /* … are no proof of a language that few texts are in */
        SHARE_MIN = 10,        /* percent of the words: the language's function words */
        MARGIN_MIN = 125,      /* percent of the second best */
        SCRIPT_SHARE_MIN = 25, /* percent of the letters: Chinese text has names in Latin */
};

/* Scripts that one language alone writes, or nearly so. */
static const struct {
        uint32_t first, last;
        const char *language;
} scripts[] = {
        { 0x3040, 0x30ff, "ja" }, /* kana: before Han, which Japanese uses too */
        { 0xac00, 0xd7af, "ko" }, { 0x4e00, 0x9fff, "zh" }, { 0x0e00, 0x0e7f, "th" },
        { 0x10a0, 0x10ff, "ka" }, { 0x0530, 0x058f, "hy" }, { 0x0980, 0x09ff, "bn" },
        { 0x0b80, 0x0bff, "ta" }, { 0x0c00, 0x0c7f, "te" }, { 0x0d00, 0x0d7f, "ml" },
        { 0x0a80, 0x0aff, "gu" }, { 0x0c80, 0x0cff, "kn" }, { 0x1780, 0x17ff, "km" },
        { 0x1000, 0x109f, "my" }, { 0x1200, 0x137f, "am" },
};

struct tally {
        char names[LANGUAGES_MAX][3];
        unsigned hits[LANGUAGES_MAX];
        size_t n;
        unsigned words, letters, script_letters[sizeof(scripts) / sizeof(*scripts)];
};

static void count_hit(struct tally *t, const char *name)
{
        size_t i = 0;

        while (i < t->n && memcmp(t->names[i], name, 2) != 0)
                i++;
        if (i == LANGUAGES_MAX)
                return;
        if (i == t->n) {
                memcpy(t->names[t->n], name, 2);
                t->n++;
        }
        t->hits[i]++;
}

static void count_word(struct tally *t, const char *word, size_t size)
{
        char folded[2 * WORD_BYTES_MAX + 1];
        const char *value;

        t->words++;
        if (size > WORD_BYTES_MAX)
                return;
        value = lexicon_find(&lexicon_function_words, folded, letter_fold(word, size, folded));
        for (; value && *value; value += value[2] == ' ' ? 3 : 2)
                count_hit(t, value);
}

static void count_letter(struct tally *t, uint32_t point)
{
        t->letters++;
        if (point < 0x0530)
                return;
        for (size_t i = 0; i < sizeof(scripts) / sizeof(*scripts); i++) {
                if (point >= scripts[i].first && point <= scripts[i].last) {
                        t->script_letters[i]++;
                        return;
                }
        }
}

static void read_sample(struct tally *t, const char *p, const char *end)
{
        while (p < end && t->words < SAMPLE_WORDS_MAX) {
                const char *start = p;
                unsigned n;

                while (p < end && letter_is_word(letter_kind_at(p, end, &n))) {
                        uint32_t point;

                        p += utf8_decode(p, end, &point);
                        count_letter(t, point);
                }
                if (p > start) {
                        count_word(t, start, (size_t)(p - start));
                } else {
                        letter_kind_at(p, end, &n);
                        p += n;
                }
        }
}

static const char *by_script(const struct tally *t)
{
        for (size_t i = 0; i < sizeof(scripts) / sizeof(*scripts); i++) {
                /* A few kana make Chinese signs Japanese. */
                unsigned min = scripts[i].first == 0x3040 ? 15 : SCRIPT_SHARE_MIN;

                if (t->script_letters[i] * 100 > t->letters * min)
                        return scripts[i].language;
        }
        return NULL;
}

static unsigned hits_min(const struct tally *t, const char *name)
{
        return t->words > SHORT_WORDS || memcmp(name, "en", 2) == 0 ? HITS_MIN : SHORT_HITS_MIN;
}

static const char *by_words(const struct tally *t)
{
        size_t best = 0;
        unsigned second = 0;

        for (size_t i = 1; i < t->n; i++) {
                if (t->hits[i] > t->hits[best])
                        best = i;
        }
        for (size_t i = 0; i < t->n; i++) {
                if (i != best && t->hits[i] > second)
                        second = t->hits[i];
        }
        if (!t->n || t->hits[best] < hits_min(t, t->names[best]) ||
            t->hits[best] * 100 < t->words * SHARE_MIN ||
            t->hits[best] * 100 < second * MARGIN_MIN)
                return NULL;
        return t->names[best];
}

/* "en", "en-US", "EN_gb" */
static bool is_code(const char *language)
{
        for (int i = 0; i < 2; i++) {
                if ((language[i] | 0x20) < 'a' || (language[i] | 0x20) > 'z')
                        return false;
        }
        return language[2] == '\0' || language[2] == '-' || language[2] == '_';
}

int language_find(struct document *doc)
{
        struct extraction *x = doc->x;
        struct tally tally = { .n = 0 };
        const char *given = doc->article->language, *end, *found;
        char *language;

        if (given && is_code(given)) {
                found = given;
        } else {
                end = x->text +
                      (x->text_size < SAMPLE_BYTES_MAX ? x->text_size : SAMPLE_BYTES_MAX);
                while (end > x->text && ((unsigned char)*end & 0xc0) == 0x80)
                        end--;
                read_sample(&tally, x->text, end);
                found = by_script(&tally);
                if (!found)
                        found = by_words(&tally);
        }
        if (!found)
                return 0;
        language = arena_copy(doc->arena, found, 2);
        if (!language)
                return -ENOMEM;
        language[0] |= 0x20;
        language[1] |= 0x20;
        x->language = language;
        doc->english = strcmp(language, "en") == 0;
        return 0;
}
