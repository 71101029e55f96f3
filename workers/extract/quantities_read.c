/* quantities_read - what belongs to a number: range, sign, unit, bound */
#include <string.h>

#include "workers/extract/numerals_read.h"
#include "workers/extract/phrases.h"
#include "workers/extract/quantities.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_number_company;
extern const struct lexicon lexicon_units;
extern const struct lexicon lexicon_currencies;
extern const struct lexicon lexicon_bounds;

enum {
        BOUND_ATOMS_MAX = 5,
        UNIT_ATOMS_MAX = 4,
        MONEY_MIN = 1000000,
};

static const struct {
        const char *name;
        enum quantity_bound bound;
} bounds[] = {
        { "exact", BOUND_EXACT },       { "about", BOUND_ABOUT },
        { "at least", BOUND_AT_LEAST }, { "more than", BOUND_MORE_THAN },
        { "at most", BOUND_AT_MOST },   { "less than", BOUND_LESS_THAN },
};

static bool set_bound(struct candidate *c, const char *value, const char *place)
{
        const char *column;
        size_t size = lexicon_column(value, 1, &column);

        if (strncmp(column, place, size) != 0 || place[size])
                return false;
        size = lexicon_column(value, 0, &column);
        for (size_t i = 0; i < ARRAY_SIZE(bounds); i++)
                if (strncmp(bounds[i].name, column, size) == 0 && !bounds[i].name[size])
                        c->q.bound = bounds[i].bound;
        return true;
}

/* "handed over 21 girls": part of the verb, and no bound. */
static bool is_particle(const struct atoms *atoms, size_t i)
{
        return i > 0 && atom_is(atoms, i, "over") &&
               atom_is_of(atoms, i - 1, &lexicon_number_company, "over");
}

/* "spends 2 billion over three years", "Over three years, prices rose": the time that it is
 * spread over. "For over three years", "over three years ago": more than three. */
static bool is_spread_over(const struct candidate *c, const struct atoms *atoms, size_t i)
{
        static const char *const before[] = {
                "for",     "after",    "in",      "of",      "by",    "within", "last",
                "lasts",   "lasted",   "take",    "took",    "is",    "was",    "were",
                "be",      "been",     "well",    "just",    "a",     "the",    "and",
                "to",      "now",      "already", "spend",   "spent", "wait",   "with",
                "waits",   "waited",   "served",  "at",      "serve", "taken",  "takes",
                "lasting", "spending", "serving", "running", "ran",
        };
        static const char *const behind[] = { "ago",     "later",  "old",   "late", "long",
                                              "earlier", "before", "after", "away", "early" };

        if (c->q.kind != QUANTITY_DURATION || !atom_is(atoms, i, "over") ||
            atom_is_one_of(atoms, c->end, behind, ARRAY_SIZE(behind)))
                return false;
        if (i == 0)
                return atom_is(atoms, c->end, ",");
        return !atom_is_one_of(atoms, i - 1, before, ARRAY_SIZE(before));
}

/* "under a 12-hour ban", "within a 40-mile zone" */
static bool is_place_word(const struct atoms *atoms, size_t i)
{
        static const char *const words[] = { "under", "over",   "above",
                                             "below", "beyond", "within" };

        return atom_is_one_of(atoms, i, words, ARRAY_SIZE(words));
}

void candidate_read_bound_before(struct candidate *c, const struct atoms *atoms)
{
        size_t n, end = c->first;
        const char *value;

        /* "more than the 30 miles" compares with what is known, and bounds nothing. */
        if (end && (atom_is(atoms, end - 1, "an") || atom_is(atoms, end - 1, "a")))
                end--;
        value = phrase_find_before(&lexicon_bounds, atoms, end, BOUND_ATOMS_MAX, &n);
        if (value && n == 1 && end < c->first && c->hyphened && is_place_word(atoms, end - 1))
                return;
        if (value && n == 1 &&
            (is_particle(atoms, end - 1) || is_spread_over(c, atoms, end - 1)))
                return;
        if (value && set_bound(c, value, "before") && c->q.bound != BOUND_EXACT)
                c->first = end - n;
}

void candidate_read_bound_after(struct candidate *c, const struct atoms *atoms)
{
        size_t n;
        const char *value = phrase_find(&lexicon_bounds, atoms, c->end, 2, &n);

        if (atom_is(atoms, c->end, "-") && atom_joined(atoms, c->end) &&
            atom_is(atoms, c->end + 1, "odd") && atom_joined(atoms, c->end + 1)) {
                c->q.bound = BOUND_ABOUT; /* "30-odd people" */
                c->end += 2;
                return;
        }
        if (value && set_bound(c, value, "after"))
                c->end += n;
}

/* Words that are currencies only after large numbers ("20 won"). */
static bool is_doubtful_currency(const struct atoms *atoms, size_t i, const struct candidate *c)
{
        static const char *const words[] = {
                "won", "real", "mark", "marks", "rand",   "dong",
                "kip", "birr", "leva", "rm",    "crowns", "reals"
        };
        bool passed = c->first && atom_is(atoms, c->first - 1, "the") && !c->hyphened;

        if (passed && atom_is(atoms, i, "mark"))
                return true; /* "passed the 2 million mark" */
        if (atom_is(atoms, i, "dm"))
                return !atoms->list[i].capital; /* decimetres */
        if (atom_is(atoms, i, "rm") && atoms->list[i].capital && atom_joined(atoms, i))
                return false; /* "42RM" */
        if (atom_is_one_of(atoms, i, words, ARRAY_SIZE(words)))
                return !c->scaled && c->q.value < 1000000;
        return false;
}

static void scale(struct candidate *c, int64_t by)
{
        if (__builtin_mul_overflow(c->q.value, by, &c->q.value) ||
            __builtin_add_overflow(c->q.value, c->q.finer * by / FINE, &c->q.value))
                c->q.value = QUANTITY_LIMIT; /* too great to be told */
        c->q.finer = 0;
        if (c->q.high != QUANTITY_NO_HIGH && __builtin_mul_overflow(c->q.high, by, &c->q.high))
                c->q.high = QUANTITY_LIMIT;
        c->scaled = true;
}

/* "30 MSEK", "MEUR 30": millions, as companies report them; NULL: no such code. */
static const char *code_of_millions(const struct atoms *atoms, size_t i)
{
        static const char *const codes[] = { "usd", "eur", "gbp", "sek", "nok", "dkk",
                                             "chf", "aud", "cad", "nzd", "inr", "cny",
                                             "rmb", "hkd", "sgd", "jpy", "zar" };
        const char *code;

        if (i >= atoms->n || !atoms->list[i].capital || atoms->list[i].lower[0] != 'm')
                return NULL;
        code = atoms->list[i].lower + 1;
        return word_is_one_of(code, codes, ARRAY_SIZE(codes))
                       ? lexicon_get(&lexicon_currencies, code)
                       : NULL;
}

static void set_millions(struct candidate *c, const char *line)
{
        lexicon_column(line, 0, &c->q.unit);
        c->q.kind = QUANTITY_MONEY;
        scale(c, 1000000);
}

/* "75 USD million" */
static void read_scale_behind(struct candidate *c, const struct atoms *atoms)
{
        struct number_word w;

        if (c->scaled || !number_word_at(atoms, c->end, &w) || w.class != WORD_SCALE ||
            w.ordinal || w.value < 1000000 * ONE)
                return;
        scale(c, w.value / ONE);
        c->end++;
}

/* "the state ' s $ 5 million" of a text that is set in tokens */
static bool is_possessive(const struct atoms *atoms, size_t i)
{
        return i && atom_is(atoms, i, "s") && atom_is(atoms, i - 1, "'");
}

/* The sign of a currency right before the number. */
void candidate_read_sign(struct candidate *c, const struct atoms *atoms)
{
        size_t n;
        const char *value, *column;

        value = phrase_find_before(&lexicon_currencies, atoms, c->number, 3, &n);
        if (!value && c->number && code_of_millions(atoms, c->number - 1)) {
                set_millions(c, code_of_millions(atoms, c->number - 1));
                c->first = c->number - 1;
                return;
        }
        if (!value || c->number - n < c->taken)
                return;
        if (n == 2 && is_possessive(atoms, c->number - n)) {
                value = lexicon_get(&lexicon_currencies, atoms->list[c->number - 1].lower);
                n = 1;
        }
        lexicon_column(value, 1, &column);
        if (column[0] != 's')
                return;
        lexicon_column(value, 0, &c->q.unit);
        c->q.kind = QUANTITY_MONEY;
        c->first = c->number - n;
}

bool candidate_read_currency(struct candidate *c, const struct atoms *atoms, size_t at)
{
        size_t n;
        const char *value = phrase_find(&lexicon_currencies, atoms, at, UNIT_ATOMS_MAX, &n);
        const char *column;

        if (!value && code_of_millions(atoms, at)) {
                set_millions(c, code_of_millions(atoms, at));
                c->end = at + 1;
                return true;
        }
        if (!value || is_doubtful_currency(atoms, at, c))
                return false;
        lexicon_column(value, 1, &column);
        /* A sign behind the number is joined to it, or ends the phrase: "5 $ 10" is "$ 10". */
        if (column[0] == 's' && atoms->list[at].kind == ATOM_MARK && at + n < atoms->n &&
            atoms->list[at + n].kind == ATOM_DIGITS)
                return false;
        lexicon_column(value, 0, &c->q.unit);
        c->q.kind = QUANTITY_MONEY;
        c->end = at + n;
        read_scale_behind(c, atoms);
        return true;
}

/* Twice what one of them is, at the least. */
static int64_t read_plural(const struct atoms *atoms, size_t i)
{
        static const struct {
                const char *word;
                int64_t value;
        } words[] = { { "tens", 10 },
                      { "dozens", 12 },
                      { "scores", 20 },
                      { "hundreds", 100 },
                      { "thousands", 1000 },
                      { "millions", 1000000 },
                      { "billions", 1000000000 } };

        for (size_t k = 0; k < ARRAY_SIZE(words); k++)
                if (atom_is(atoms, i, words[k].word))
                        return words[k].value;
        return 0;
}

/* "millions of dollars", "of pounds": nobody weighs millions of them. */
static bool read_plural_money(struct candidate *c, const struct atoms *atoms, size_t *end,
                              int64_t value)
{
        const char *line = NULL, *column = "";
        size_t n;

        c->q.kind = QUANTITY_COUNT;
        if (!atom_is(atoms, *end, "of"))
                return false;
        if (value >= MONEY_MIN && atom_is(atoms, *end + 1, "pounds"))
                line = unit_find(atoms, *end + 1, &n);
        else
                line = phrase_find(&lexicon_currencies, atoms, *end + 1, UNIT_ATOMS_MAX, &n);
        if (line)
                lexicon_column(line, 1, &column);
        if (!line || column[0] == 's')
                return false;
        lexicon_column(line, 0, &c->q.unit);
        c->q.kind = QUANTITY_MONEY;
        *end += 1 + n;
        return true;
}

bool candidate_read_plural(struct candidate *c, const struct atoms *atoms, size_t i)
{
        int64_t value = read_plural(atoms, i), scale = 0;
        struct numeral before;
        size_t end = i + 1, n;
        size_t hyphen = atom_is(atoms, end, "-") && atom_joined(atoms, end) &&
                        atom_is(atoms, end + 1, "of") && atom_is(atoms, end + 2, "-");

        if (hyphen) { /* "hundreds-of-thousands" */
                scale = read_plural(atoms, end + 3);
                end += scale > value ? 2 : 0;
        }
        if (!value || atom_joined(atoms, i) || (i && numeral_read(atoms, i - 1, &before)))
                return false;
        if (atom_is(atoms, end, "of"))
                scale = read_plural(atoms, end + 1);
        if (scale > value)
                end += 2;
        else if (value == 10 || (value == 20 && !atom_is(atoms, end, "of")))
                return false; /* "tens" of nothing more, "she scores" */
        value *= scale > value ? scale : 1;
        if (!read_plural_money(c, atoms, &end, value) &&
            unit_find(atoms, end + atom_is(atoms, end, "of"), &n))
                return false;
        c->first = c->number = i;
        c->end = end;
        c->words = c->plural = true;
        c->q.value = 2 * 1000 * value;
        c->q.high = QUANTITY_NO_HIGH;
        c->q.bound = BOUND_AT_LEAST;
        return true;
}
