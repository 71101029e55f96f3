#include "workers/compare/renderings.h"

#include <string.h>

#include "workers/compare/retold.h"
#include "workers/compare/wordrun.h"
#include "workers/text/name_key.h"

enum {
        THOUSAND = 1000,
        PART_MOST = 500, /* what a part of the other is worth at most: less than most of it */
        REPORTED_LEAST = 4, /* words; fewer, in two reports, are a topic: "the death penalty" */
        MISQUOTED_LEAST = 5, /* words */
        SENTENCE_WORDS = 6,  /* in a run, common as they are, are what somebody said */
};

/* The first word of the key @p, or NULL; moves behind it. */
static const char *next_word(const char **p, size_t *ret_size)
{
        const char *word = *p;

        *ret_size = strcspn(word, " ");
        *p = word + *ret_size + (word[*ret_size] == ' ');
        return *ret_size ? word : NULL;
}

static bool has_word(const char *key, const char *word, size_t size)
{
        size_t n;

        for (const char *own; (own = next_word(&key, &n));)
                if (n == size && memcmp(own, word, n) == 0)
                        return true;
        return false;
}

/* Are all words of the one name, two or more, in the other? "Ana Ruiz" is "Ana Ruiz Soto". */
static bool is_longer_name(const char *name, const char *other)
{
        char a[NAME_KEY_MAX], b[NAME_KEY_MAX];
        const char *p = a, *word;
        size_t n, words = 0;

        if (!name || !other || !name_key(a, name, strlen(name)) ||
            !name_key(b, other, strlen(other)))
                return false;
        for (; (word = next_word(&p, &n)); words++)
                if (!has_word(b, word, n))
                        return false;
        return words >= 2;
}

enum speakers compare_speakers(const struct mention *a, const struct mention *b)
{
        const char *x = a->speaker_key, *y = b->speaker_key;

        if (!x || !y)
                return SPEAKERS_OPEN;
        if (strcmp(x, y) == 0)
                return SPEAKERS_SAME;
        if (x[0] != y[0] || (x[0] != 'n' && x[0] != 'o'))
                return SPEAKERS_OPEN;
        if (is_longer_name(a->speaker, b->speaker) || is_longer_name(b->speaker, a->speaker))
                return SPEAKERS_SAME;
        if (x[0] == 'o' && (name_abbreviates(a->speaker, b->speaker) ||
                            name_abbreviates(b->speaker, a->speaker)))
                return SPEAKERS_SAME;
        return SPEAKERS_OTHERS;
}

/* The same words but for a few; thousandths of the longer one. */
static uint32_t verbatim(const struct mention *a, const struct mention *b,
                         const struct overlap *o, enum speakers speakers)
{
        size_t shorter = a->n_terms < b->n_terms ? a->n_terms : b->n_terms;
        size_t longer = a->n_terms < b->n_terms ? b->n_terms : a->n_terms;
        unsigned least = speakers == SPEAKERS_SAME ? 3 : speakers == SPEAKERS_OPEN ? 4 : 7;

        if (o->words < least || o->words * 10 < shorter * 8 ||
            o->words * 10 < longer * (speakers == SPEAKERS_OTHERS ? 8 : 5))
                return 0;
        return (uint32_t)(THOUSAND * o->words / longer);
}

/* Words in marks that nobody said to be a quotation: see fragments.c. */
static bool is_fragment(const struct mention *m)
{
        return m->direct && m->quote == QUOTE_NONE;
}

/* One report has a word or two otherwise: "I'll never leave", "I will not ever leave". */
static uint32_t misquoted(const struct mention *a, const struct mention *b,
                          const struct overlap *o, enum speakers speakers,
                          const struct word_run *run)
{
        size_t words;

        if (speakers == SPEAKERS_OTHERS || o->terms < 2)
                return 0;
        words = words_aligned(a->text, b->text);
        if (words < MISQUOTED_LEAST ||
            (words * 10 < run->shorter * 7 && words * 10 < run->longer * 6))
                return 0;
        return (uint32_t)(1 + PART_MOST * words / run->longer);
}

/* One report keeps a part of what the other has: the shorter one's words, or most of them, are
 * a run within the longer one. How few may do depends on who speaks; a whole sentence does
 * without words that tell. */
static uint32_t included(const struct mention *a, const struct mention *b,
                         const struct overlap *o, enum speakers speakers)
{
        static const struct {
                unsigned terms, part, whole, equal; /* terms that tell; words of the run */
        } least[] = {
                [SPEAKERS_SAME] = { 1, 4, 2, 2 },
                [SPEAKERS_OPEN] = { 2, 5, 2, 2 },
                [SPEAKERS_OTHERS] = { 3, UINT32_MAX, 6, 5 },
        };
        size_t shorter = a->n_terms < b->n_terms ? a->n_terms : b->n_terms;
        size_t longer = a->n_terms < b->n_terms ? b->n_terms : a->n_terms;
        bool alike = o->words * 10 >= shorter * 5, cut = longer == TERMS_MAX_CLAIM;
        struct word_run run;
        unsigned words;

        if (!a->text || !b->text || (!alike && (!cut || o->words * 10 < shorter * 3)))
                return 0;
        run = word_run_of(a->text, b->text);
        if (!alike && run.length < run.shorter) /* of a long sentence not all terms are kept */
                return 0;
        if (o->terms < least[speakers].terms &&
            (run.length < run.shorter || run.length < SENTENCE_WORDS))
                return 0;
        words = run.length < run.shorter   ? least[speakers].part
                : run.shorter < run.longer ? least[speakers].whole
                                           : least[speakers].equal;
        if (run.length < words || run.length * 10 < run.shorter * 6)
                return misquoted(a, b, o, speakers, &run);
        return (uint32_t)(1 + PART_MOST * run.length / run.longer);
}

/* Reported speech in other words. */
static uint32_t reported(const struct mention *a, const struct mention *b,
                         const struct overlap *o)
{
        size_t shorter = a->n_terms < b->n_terms ? a->n_terms : b->n_terms;
        int likeness = retold_likeness(a, b, o), score = RETOLD_EVEN + likeness / 10;

        if (likeness < RETOLD_LEAST || (!a->direct && !b->direct && shorter < REPORTED_LEAST))
                return 0;
        return score < SAME_WORDS ? (uint32_t)score : SAME_WORDS - 1;
}

/* Marked words that resemble each other. */
static uint32_t reworded(const struct overlap *o, enum speakers speakers)
{
        static const struct {
                uint32_t of_shorter, of_longer;
        } least[] = {
                [SPEAKERS_SAME] = { 550, 350 },
                [SPEAKERS_OPEN] = { 620, 400 },
                [SPEAKERS_OTHERS] = { 850, 700 },
        };

        if (o->terms < 2 || (o->terms == 2 && o->of_longer < 500) ||
            o->of_shorter < least[speakers].of_shorter ||
            o->of_longer < least[speakers].of_longer)
                return 0;
        return o->of_longer + (speakers == SPEAKERS_SAME ? 100 : 0);
}

uint32_t same_utterance(const struct mention *a, const struct mention *b)
{
        enum speakers speakers = compare_speakers(a, b);
        struct overlap o = overlap_of(a, b);
        bool fragment = is_fragment(a) || is_fragment(b);
        uint32_t same_words = 0;

        if (is_fragment(a) && is_fragment(b))
                return 0;
        if (a->direct && b->direct && !fragment)
                same_words = verbatim(a, b, &o, speakers);
        if (a->direct && b->direct && !same_words)
                same_words = included(a, b, &o, speakers);
        if (same_words)
                return SAME_WORDS + same_words + (speakers == SPEAKERS_SAME ? 100 : 0);
        if (fragment)
                return 0;
        return a->direct && b->direct ? reworded(&o, speakers) : reported(a, b, &o);
}
