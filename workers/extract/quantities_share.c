/* quantities_share - parts of one: "two thirds", "a fifth of a mile", "one over twenty" */
#include <string.h>

#include "workers/extract/numerals_read.h"
#include "workers/extract/phrases.h"
#include "workers/extract/quantities.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_number_company;
extern const struct lexicon lexicon_number_words;

enum { FRACTION_MAX = 1000000000, QUARTERS = 4000, RATIO_MAX = 99000 };

/* "two-thirds", "a quarter of": gives the number of atoms behind the numerator. */
static size_t read_denominator(const struct atoms *atoms, size_t i, int64_t *ret_value)
{
        size_t at = i, size;
        const char *value, *column;
        char word[ATOM_LOWER_MAX + 2];

        if (atom_is(atoms, at, "-") && atom_joined(atoms, at))
                at++;
        if (at >= atoms->n || atoms->list[at].kind != ATOM_WORD)
                return 0;
        strcpy(word, atoms->list[at].lower);
        size = strlen(word);
        if (size > 1 && word[size - 1] == 's')
                word[size - 1] = '\0';
        value = lexicon_get(&lexicon_number_words, word);
        if (!value && strcmp(word, "halve") == 0)
                value = "";
        if (!value || strcmp(word, "second") == 0)
                return 0;
        if (strcmp(word, "halve") == 0 || strcmp(word, "half") == 0 ||
            strcmp(word, "quarter") == 0) {
                *ret_value = word[0] == 'h' ? 2000 : 4000;
                return at + 1 - i;
        }
        size = lexicon_column(value, 0, &column);
        if (column[size - 1] != 'o')
                return 0;
        *ret_value = 0;
        for (size = lexicon_column(value, 1, &column); size; size--)
                *ret_value = *ret_value * 10 + *column++ - '0';
        return at + 1 - i;
}

/* "of a mile", "of an hour" behind a share: its unit. */
static void read_unit_of_share(struct candidate *c, const struct atoms *atoms)
{
        const char *value;
        size_t at = c->end, n;

        if (!atom_is(atoms, at, "of"))
                return;
        at++;
        if (atom_is(atoms, at, "a") || atom_is(atoms, at, "an") || atom_is(atoms, at, "one"))
                at++;
        else if (at < atoms->n && c->first) /* "two thirds of metres" of nobody */
                return;
        value = unit_find(atoms, at, &n);
        if (!value)
                return;
        c->q.kind = quantity_kind_of(value);
        lexicon_column(value, 0, &c->q.unit);
        c->end = at + n;
}

/* "the last two quarters", "eleven quarters": of a year, and no parts of one. */
static bool is_of_year(const struct candidate *c, const struct atoms *atoms,
                       const struct numeral *n)
{
        static const char *const before[] = { "last",   "past",     "previous",  "next",
                                              "coming", "first",    "following", "final",
                                              "these",  "straight", "recent",    "preceding" };

        if (atom_is(atoms, c->end, "-"))
                return false;
        if (c->first && atom_is_one_of(atoms, c->first - 1, before, ARRAY_SIZE(before)))
                return true;
        return n->value == 2 * ONE || n->value >= 4 * ONE;
}

/* @over of @under parts of one; both less than FRACTION_MAX. */
static void set_share(struct candidate *c, int64_t over, int64_t under)
{
        int64_t billionths = (over * FRACTION_MAX + under / 2) / under;

        c->q.value = (billionths + FINE / 2) / FINE;
        c->q.finer = (int32_t)(billionths - c->q.value * FINE);
}

bool candidate_read_fraction(struct candidate *c, const struct atoms *atoms,
                             const struct numeral *n)
{
        int64_t under = 0;
        size_t size;

        if (!n->words && n->fraction && n->value < ONE) { /* "3/4 of a mile" */
                read_unit_of_share(c, atoms);
                return c->q.unit != NULL;
        }
        if (!n->words || n->ordinal || n->article)
                return false;
        size = read_denominator(atoms, c->end, &under);
        if (under == QUARTERS && is_of_year(c, atoms, n))
                return false;
        if (!size || under < 2000 || n->value >= FRACTION_MAX)
                return false;
        set_share(c, n->value, under);
        c->end += size;
        read_unit_of_share(c, atoms);
        return true;
}

/* "one in five", "nine out of ten": of those that are counted; "four in 5 games" is a record.
 */
static bool is_ratio(const struct candidate *c, const struct numeral *under, bool out)
{
        if (under->ordinal || under->fraction || under->value <= c->q.value ||
            c->q.value % ONE || c->q.value > RATIO_MAX || (under->plain && under->digits > 3))
                return false;
        return c->q.value == ONE || under->value == 10 * ONE || under->value == 100 * ONE ||
               (c->words && under->words && under->value < (out ? 1000 : 100) * ONE);
}

bool candidate_read_ratio(struct candidate *c, const struct atoms *atoms)
{
        struct numeral under;
        size_t at = c->end, n;
        bool out = atom_is(atoms, at, "out") && atom_is(atoms, at + 1, "of");

        if (c->q.kind != QUANTITY_COUNT)
                return false;
        if (atom_is(atoms, at, "in"))
                at += 1 + (c->q.value == ONE && atom_is(atoms, at + 1, "every"));
        else if (out)
                at += 2;
        else
                return false;
        if (!numeral_read(atoms, at, &under) || !is_ratio(c, &under, out))
                return false;
        at += under.n_atoms;
        if (at < atoms->n &&
            (unit_find(atoms, at, &n) || (atom_joined(atoms, at) && atom_is(atoms, at, "-")) ||
             (atoms->list[at].kind == ATOM_WORD && atoms->list[at].capital && under.words &&
              atoms->list[at - 1].capital)))
                return false; /* "one in two days", "one in Five Points" */
        set_share(c, c->q.value, under.value);
        c->end = at;
        return true;
}

/* "one over twenty": behind the first number. */
static bool read_over(const struct atoms *atoms, size_t i, struct share *ret, size_t *ret_end)
{
        struct numeral over, under;
        size_t at;

        if (!numeral_read(atoms, i, &over) || !atom_is(atoms, i + over.n_atoms, "over"))
                return false;
        at = i + over.n_atoms + 1;
        if (!numeral_read(atoms, at, &under) || over.ordinal || under.ordinal ||
            over.value > FRACTION_MAX || under.value <= 0)
                return false;
        *ret = (struct share){ .over = over.value, .under = under.value };
        *ret_end = at + under.n_atoms;
        return true;
}

/* "a couple", "one": two and one where nothing else is said. */
static bool read_bare_word(const struct atoms *atoms, struct share *ret)
{
        size_t n = atoms->n - (atoms->n && atom_is(atoms, atoms->n - 1, "of"));

        if (n == 2 && atom_is(atoms, 0, "a") &&
            (atom_is(atoms, 1, "couple") || atom_is(atoms, 1, "pair")))
                *ret = (struct share){ .over = 2 * ONE, .under = ONE };
        else if (atoms->n == 1 && atom_is(atoms, 0, "one"))
                *ret = (struct share){ .over = ONE, .under = ONE };
        else
                return false;
        return true;
}

bool candidate_read_proportion(struct candidate *c, const struct atoms *atoms, size_t i)
{
        bool negative = i == 1 && (atom_is(atoms, 0, "minus") || atom_is(atoms, 0, "negative"));
        struct share share;
        size_t end;

        if (i != negative)
                return false;
        if (!i && read_bare_word(atoms, &share))
                end = atoms->n;
        else if (share_at(atoms, i, &share))
                end = i + share.n_atoms;
        else if (!read_over(atoms, i, &share, &end))
                return false;
        if (end != atoms->n)
                return false;
        set_share(c, share.over, share.under);
        c->first = 0;
        c->number = i;
        c->end = end;
        c->words = true;
        c->q.value *= negative ? -1 : 1;
        c->q.finer *= negative ? -1 : 1;
        c->q.high = QUANTITY_NO_HIGH;
        c->q.kind = QUANTITY_COUNT;
        return true;
}

/* "the first half", "the other half", "cut in half": no half of those that are told behind it.
 */
static bool is_certain_half(const struct atoms *atoms, size_t i)
{
        static const char *const words[] = { "first", "second", "last",  "latter", "final",
                                             "other", "early",  "top",   "bottom", "upper",
                                             "lower", "back",   "front", "better", "a",
                                             "one",   "the",    "in",    "by",     "later",
                                             "1st",   "2nd",    "this",  "-",      "that" };
        struct numeral n;

        if (i > 1 && atom_is(atoms, i - 1, "and")) /* "two and half of" */
                return numeral_read(atoms, i - 2, &n);
        return i && atom_is_one_of(atoms, i - 1, words, ARRAY_SIZE(words));
}

/* "half of the year", "a quarter of the game", "half the time" */
static bool is_of_stretch(const struct atoms *atoms, size_t i)
{
        static const char *const small[] = { "the", "a",   "an", "that", "this", "his", "her",
                                             "its", "our", "my", "each", "last", "next" };

        while (i < atoms->n && atom_is_one_of(atoms, i, small, ARRAY_SIZE(small)))
                i++;
        return i >= atoms->n || atoms->list[i].kind != ATOM_WORD ||
               atom_is_of(atoms, i, &lexicon_number_company, "stretch");
}

/* "half of the voters", "half the staff", "a quarter of shops" */
bool candidate_read_half(struct candidate *c, const struct atoms *atoms, size_t i)
{
        static const char *const all[] = { "the", "his",   "her",   "its",  "our",
                                           "my",  "their", "those", "these" };
        bool half = atom_is(atoms, i, "half");
        bool quarter = atom_is(atoms, i, "quarter") && i && atom_is(atoms, i - 1, "a");
        bool of = atom_is(atoms, i + 1, "of");

        if (!half && !(quarter && of))
                return false;
        if (half && (is_certain_half(atoms, i) ||
                     !(of || atom_is_one_of(atoms, i + 1, all, ARRAY_SIZE(all)))))
                return false;
        if (is_of_stretch(atoms, i + 1 + of))
                return false;
        c->first = i - quarter;
        c->number = i;
        c->end = i + 1;
        c->words = true;
        set_share(c, ONE, (half ? 2 : 4) * ONE);
        c->q.high = QUANTITY_NO_HIGH;
        c->q.kind = QUANTITY_COUNT;
        return true;
}

/* "a third of", "a fifth of" */
bool candidate_is_share(const struct atoms *atoms, size_t i, const struct numeral *n)
{
        return n->words && n->n_atoms == 1 && n->value >= 3000 &&
               (!i || atom_is(atoms, i - 1, "a")) && atom_is(atoms, i + 1, "of");
}

bool candidate_read_share(struct candidate *c, const struct atoms *atoms, size_t i,
                          const struct numeral *n)
{
        c->first = i - (i > 0);
        c->number = i;
        c->end = i + 1;
        c->words = true;
        set_share(c, ONE, n->value);
        c->q.high = QUANTITY_NO_HIGH;
        c->q.kind = QUANTITY_COUNT;
        read_unit_of_share(c, atoms);
        return i || c->q.unit;
}
