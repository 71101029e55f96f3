#include "workers/compare/retold.h"

#include <limits.h>
#include <string.h>
#include <strings.h>

#include "base/macros.h"
#include "workers/compare/renderings.h"
#include "workers/compare/retold_learned.h"
#include "workers/compare/wordrun.h"

enum { SHORT_BYTES = 110 };

/* @n of @most, in the scale of the factors. */
static int16_t part(size_t n, size_t most)
{
        return (int16_t)((n < most ? n : most) * RETOLD_SCALE / most);
}

static int16_t flag(bool on)
{
        return on ? RETOLD_SCALE : 0;
}

static void weigh_speakers(const struct mention *a, const struct mention *b, int16_t *ret)
{
        const char *x = a->speaker_key, *y = b->speaker_key;
        enum speakers speakers = compare_speakers(a, b);

        ret[RETOLD_NOBODY] = flag(!x || !y);
        ret[RETOLD_NAME_SAME] = flag(speakers == SPEAKERS_SAME && x[0] != '~');
        ret[RETOLD_DESCRIPTION_SAME] = flag(speakers == SPEAKERS_SAME && x[0] == '~');
        ret[RETOLD_NAME_OTHER] = flag(speakers == SPEAKERS_OTHERS);
}

static void weigh_runs(const struct mention *a, const struct mention *b, int16_t *ret)
{
        struct shared_runs runs = shared_runs_of(a->text, b->text, !a->direct, !b->direct);

        ret[RETOLD_RUN] = part(runs.longest, 8);
        if (!runs.marked_tell)
                return;
        ret[RETOLD_MARKED] = part(runs.marked, 8);
        ret[RETOLD_MARKED_SHARE] = part(runs.marked, runs.marked_of);
        ret[RETOLD_MARKED_SEVERAL] = flag(runs.marked_tell >= 2);
}

bool retold_factors(const struct mention *a, const struct mention *b, const struct overlap *o,
                    int16_t ret[RETOLD_FACTORS])
{
        bool same = compare_speakers(a, b) == SPEAKERS_SAME;
        size_t fewer = a->n_terms < b->n_terms ? a->n_terms : b->n_terms;

        if (o->terms < (same ? 1 : 2) || !a->text || !b->text)
                return false;
        memset(ret, 0, RETOLD_FACTORS * sizeof(*ret));
        ret[RETOLD_ALWAYS] = RETOLD_SCALE;
        ret[RETOLD_TERMS] = part(o->terms, 8);
        ret[RETOLD_WEIGHT] = part(o->shared, 16);
        ret[RETOLD_OF_SHORTER] = part(o->of_shorter, 1000);
        ret[RETOLD_OF_LONGER] = part(o->of_longer, 1000);
        ret[RETOLD_RARE] = part(o->rare, 4);
        ret[RETOLD_NAMES] = part(o->terms - o->plain, 4);
        ret[RETOLD_ONE] = flag(o->terms == 1);
        ret[RETOLD_TWO] = flag(o->terms == 2);
        ret[RETOLD_WORDS] = part(o->words, 20);
        ret[RETOLD_WORDS_SHARE] = part(o->words, fewer);
        ret[RETOLD_REPORTED_BOTH] = flag(!a->direct && !b->direct);
        ret[RETOLD_SHORTER] = part(o->in_a < o->in_b ? o->in_a : o->in_b, 20);
        ret[RETOLD_LONGER] = part(o->in_a < o->in_b ? o->in_b : o->in_a, 30);
        weigh_speakers(a, b, ret);
        ret[RETOLD_NAME_TERMS] = ret[RETOLD_NAME_SAME] ? part(o->terms, 6) : 0;
        weigh_runs(a, b, ret);
        return true;
}

/* "No", "not", "never", "couldn't" among the words. */
static bool denies(const char *text)
{
        static const char *const words[] = { "no",      "not",     "never",   "none",  "nobody",
                                             "nothing", "neither", "without", "cannot" };
        static const char *const ends[] = { "n't", "n’t" };
        size_t n;

        for (const char *at = text; *at; at += n + (at[n] != '\0')) {
                n = strcspn(at, " ,.;:!?\"");
                for (size_t i = 0; i < ARRAY_SIZE(words); i++)
                        if (n == strlen(words[i]) && strncasecmp(at, words[i], n) == 0)
                                return true;
                for (size_t i = 0; i < ARRAY_SIZE(ends); i++)
                        if (n > strlen(ends[i]) &&
                            strncmp(at + n - strlen(ends[i]), ends[i], strlen(ends[i])) == 0)
                                return true;
        }
        return false;
}

/* "We have no sign that it was full" and "it was full": of two short passages one denies. Long
 * ones may deny something else, as may those that keep words in marks. */
static bool are_contrary(const struct mention *a, const struct mention *b)
{
        return strlen(a->text) <= SHORT_BYTES && strlen(b->text) <= SHORT_BYTES &&
               denies(a->text) != denies(b->text);
}

int retold_likeness(const struct mention *a, const struct mention *b, const struct overlap *o)
{
        static const int16_t learned[] = RETOLD_LEARNED;
        int16_t factors[RETOLD_FACTORS];
        int sum = 0;

        _Static_assert(ARRAY_SIZE(learned) == RETOLD_FACTORS, "a weight a factor");
        if (!retold_factors(a, b, o, factors) ||
            (!factors[RETOLD_MARKED] && are_contrary(a, b)))
                return INT_MIN;
        for (size_t i = 0; i < RETOLD_FACTORS; i++)
                sum += learned[i] * factors[i];
        return sum / RETOLD_SCALE;
}
