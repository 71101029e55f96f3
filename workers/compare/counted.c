#include "workers/compare/counted.h"

#include <string.h>
#include <strings.h>

#include "base/digest.h"
#include "base/utf8.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_slot_words, lexicon_noun_kinds;

enum { WORD_MAX = 40 };

/* What a word that is counted or measured is. */
struct slot_term {
        uint64_t word; /* of its meaning; 0: it says nothing */
        bool toll, people;
};

static struct slot_term slot_term(const char *word, size_t size, uint64_t stem)
{
        struct slot_term t = { .word = stem };
        char lower[WORD_MAX];
        const char *value, *column;
        size_t n;

        if (!ascii_lower(word, size, lower, sizeof(lower)))
                return t;
        value = lexicon_find(&lexicon_slot_words, lower, size);
        if (!value)
                return t;
        n = lexicon_column(value, 0, &column);
        t.word = value[0] == '-' ? 0 : digest_64(column, n);
        n = lexicon_column(value, 1, &column);
        t.toll = n == 4 && memcmp(column, "toll", n) == 0;
        t.people = n == 6 && memcmp(column, "people", n) == 0;
        return t;
}

uint64_t slot_word(const char *word, size_t size, uint64_t stem, bool *ret_toll)
{
        struct slot_term t = slot_term(word, size, stem);

        *ret_toll |= t.toll;
        return t.word;
}

/* What a noun is, after the first sense that a dictionary gives; NULL: not known. */
static const char *noun_kind(const char *word, size_t size)
{
        char lower[WORD_MAX];
        const char *kind;

        if (size < 4 || !ascii_lower(word, size, lower, sizeof(lower)))
                return NULL;
        /* "banks" are several of them before they are a family. */
        kind = lower[size - 1] == 's' ? lexicon_find(&lexicon_noun_kinds, lower, size - 1)
                                      : NULL;
        return kind ? kind : lexicon_find(&lexicon_noun_kinds, lower, size);
}

bool counted_is_person(const char *word, size_t size)
{
        const char *kind = noun_kind(word, size);

        return kind && strcmp(kind, "person") == 0;
}

/* "homes", "computers"; crews and villages may be people. */
static bool is_thing(const char *word, size_t size)
{
        const char *kind = noun_kind(word, size);

        return kind && strcmp(kind, "person") != 0 && strcmp(kind, "group") != 0;
}

/* "Syrians", "residents injured"; but "national parks" and "Greek cities" are no people. */
static bool names_people(const char *of, const struct term *t, bool last)
{
        size_t size = t->end - t->start;
        bool plural = size > 1 && of[t->end - 1] == 's';

        return (last || plural) && (t->country || counted_is_person(of + t->start, size));
}

/* "arrested four times" counts no people. */
static bool is_times(const char *word, size_t size)
{
        return size == 5 && strncasecmp(word, "times", size) == 0;
}

int account_counted(const struct account *a, const char *of, struct counted *ret)
{
        struct sense sense = { 0 };
        struct term *terms;
        size_t n;
        int r = terms_find(a->arena, of ? of : "", of ? strlen(of) : 0, &terms, &n);

        *ret = (struct counted){ 0 };
        for (size_t i = 0; !r && i < n; i++) {
                struct slot_term t = slot_term(of + terms[i].start,
                                               terms[i].end - terms[i].start, terms[i].hash);

                ret->people |= t.people || names_people(of, &terms[i], i + 1 == n);
                sense_add(&sense, of + terms[i].start, terms[i].end - terms[i].start,
                          i + 1 == n ? 2 : 1);
                if (is_times(of + terms[i].start, terms[i].end - terms[i].start)) {
                        ret->head = terms[i].hash;
                        ret->family = 0;
                        ret->toll = ret->people = false;
                        break;
                }
                if (terms[i].number || !t.word || (ret->toll && !t.toll))
                        continue;
                ret->things |=
                        !t.toll && is_thing(of + terms[i].start, terms[i].end - terms[i].start);
                ret->head = t.word;
                ret->family = sense_family(of + terms[i].start, terms[i].end - terms[i].start);
                ret->toll |= t.toll;
        }
        ret->things &= ret->toll && !ret->people;
        sense_pack(&sense, ret->sense);
        return r;
}
