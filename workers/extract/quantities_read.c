/* quantities_read - what belongs to a number: range, sign, unit, bound */
#include <string.h>

#include "workers/extract/numerals_read.h"
#include "workers/extract/phrases.h"
#include "workers/extract/quantities.h"

extern const struct lexicon lexicon_units;
extern const struct lexicon lexicon_currencies;
extern const struct lexicon lexicon_bounds;

enum {
        BOUND_ATOMS_MAX = 5,
        UNIT_ATOMS_MAX = 4,
        MONEY_MIN = 1000000,
        INCHES = 12,     /* of a foot */
        FEET_MAX = 20000 /* thousandths */
};

bool unit_measures(const char *unit, const char *dimension)
{
        const char *column;
        size_t size = lexicon_column(unit, 1, &column);

        return size == strlen(dimension) && strncmp(column, dimension, size) == 0;
}

enum quantity_kind quantity_kind_of(const char *unit)
{
        if (unit_measures(unit, "duration"))
                return QUANTITY_DURATION;
        if (unit_measures(unit, "percent"))
                return QUANTITY_PERCENT;
        return QUANTITY_MEASURE;
}

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

static bool is_any(const struct atoms *atoms, size_t i, const char *const *words, size_t n)
{
        for (size_t k = 0; k < n; k++)
                if (atom_is(atoms, i, words[k]))
                        return true;
        return false;
}

/* "handed over 21 girls": part of the verb, and no bound. */
static bool is_particle(const struct atoms *atoms, size_t i)
{
        static const char *const verbs[] = {
                "hand",   "hands",   "handed",   "handing",  "turn",     "turns",
                "turned", "turning", "preside",  "presides", "presided", "presiding",
                "fight",  "fought",  "fighting", "directly", "argued",   "arguing",
        };

        return i > 0 && atom_is(atoms, i, "over") &&
               is_any(atoms, i - 1, verbs, ARRAY_SIZE(verbs));
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
            is_any(atoms, c->end, behind, ARRAY_SIZE(behind)))
                return false;
        if (i == 0)
                return atom_is(atoms, c->end, ",");
        return !is_any(atoms, i - 1, before, ARRAY_SIZE(before));
}

void candidate_read_bound_before(struct candidate *c, const struct atoms *atoms)
{
        size_t n, end = c->first;
        const char *value;

        /* "more than the 30 miles" compares with what is known, and bounds nothing. */
        if (end && (atom_is(atoms, end - 1, "an") || atom_is(atoms, end - 1, "a")))
                end--;
        value = phrase_find_before(&lexicon_bounds, atoms, end, BOUND_ATOMS_MAX, &n);
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

        if (value && set_bound(c, value, "after"))
                c->end += n;
}

/* Words that are currencies only after large numbers ("20 won"). */
static bool is_doubtful_currency(const struct atoms *atoms, size_t i, const struct candidate *c)
{
        static const char *const words[] = { "won",  "real", "mark", "marks", "rand",
                                             "dong", "kip",  "birr", "leva",  "rm" };
        bool passed = c->first && atom_is(atoms, c->first - 1, "the") && !c->hyphened;

        if (passed && atom_is(atoms, i, "mark"))
                return true; /* "passed the 2 million mark" */
        for (size_t k = 0; k < ARRAY_SIZE(words); k++)
                if (atom_is(atoms, i, words[k]))
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

        if (i >= atoms->n || !atoms->list[i].capital || atoms->list[i].lower[0] != 'm')
                return NULL;
        for (size_t k = 0; k < ARRAY_SIZE(codes); k++)
                if (strcmp(atoms->list[i].lower + 1, codes[k]) == 0)
                        return lexicon_get(&lexicon_currencies, codes[k]);
        return NULL;
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

static bool read_currency_after(struct candidate *c, const struct atoms *atoms, size_t at)
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

/* "10 C", "5 in": short signs that are words or initials elsewhere. */
static bool is_doubtful_unit(const struct atoms *atoms, size_t i)
{
        static const char *const letters[] = { "c", "f", "t" };
        const struct atom *a = &atoms->list[i];

        if (strcmp(a->lower, "in") == 0)
                return i + 1 < atoms->n && !atom_is(atoms, i + 1, ".") &&
                       !atom_is(atoms, i + 1, ")");
        if (a->end - a->start != 1 || a->kind != ATOM_WORD)
                return false;
        if (i + 1 < atoms->n && atom_joined(atoms, i + 1) &&
            (atoms->list[i + 1].kind != ATOM_MARK ||
             (atom_is(atoms, i + 1, "-") && atom_joined(atoms, i + 2) &&
              atoms->list[i + 2].kind == ATOM_DIGITS)))
                return true; /* "24703L202", "24703 L-202" */
        if (strcmp(a->lower, "v") == 0 || strcmp(a->lower, "w") == 0)
                return !a->capital || !atom_joined(atoms, i); /* "230V" */
        for (size_t k = 0; k < ARRAY_SIZE(letters); k++)
                if (strcmp(a->lower, letters[k]) == 0)
                        return (letters[k][0] == 't') == a->capital;
        return false;
}

static bool is_plural(const struct atom *a)
{
        return a->kind == ATOM_WORD && !a->capital && a->size > 3 &&
               a->lower[a->size - 1] == 's' && a->lower[a->size - 2] != 's' &&
               strcmp(a->lower, "this") != 0;
}

/* "31 GM factories", "30 HR managers" */
static bool are_initials(const struct atoms *atoms, size_t i, const char *unit)
{
        const char *mark;

        return lexicon_column(unit, 2, &mark) && atoms->list[i].capital &&
               atoms->list[i].space_before && i + 1 < atoms->n && !atom_joined(atoms, i + 1) &&
               is_plural(&atoms->list[i + 1]);
}

const char *unit_find(const struct atoms *atoms, size_t i, size_t *ret_n)
{
        const char *value = phrase_find(&lexicon_units, atoms, i, UNIT_ATOMS_MAX, ret_n);

        if (value && *ret_n == 1 &&
            (is_doubtful_unit(atoms, i) || are_initials(atoms, i, value)))
                return NULL;
        return value;
}

enum { MARKS_ATOMS_MAX = 2000 /* a longer paragraph is not counted through */ };

/* '8"' outside of quotation marks: as many of them stand before it as close. */
static bool is_inch_mark(const struct atoms *atoms, size_t i)
{
        unsigned marks = 0;

        if (!atom_is(atoms, i, "\"") || !atom_joined(atoms, i) || i > MARKS_ATOMS_MAX ||
            (atom_joined(atoms, i + 1) && atoms->list[i + 1].kind != ATOM_MARK))
                return false;
        for (size_t k = 0; k < i; k++)
                marks += atom_is(atoms, k, "\"");
        return marks % 2 == 0;
}

/* "20 (kg)" */
static const char *unit_in_brackets(const struct atoms *atoms, size_t i, size_t *ret_n)
{
        static const char *const open[] = { "(", "[", "{", "<" };
        static const char *const close[] = { ")", "]", "}", ">" };
        const char *value;

        for (size_t k = 0; k < ARRAY_SIZE(open); k++) {
                if (!atom_is(atoms, i, open[k]))
                        continue;
                value = unit_find(atoms, i + 1, ret_n);
                if (!value || !atom_is(atoms, i + 1 + *ret_n, close[k]) ||
                    atoms->list[i + *ret_n].end - atoms->list[i + 1].start < 2)
                        return NULL;
                *ret_n += 2;
                return value;
        }
        return NULL;
}

/* "8 million pounds of thrust", "5 million pounds or 2,300 tonnes" */
static bool is_weight(const struct atoms *atoms, size_t i)
{
        static const char *const things[] = {
                "thrust", "force", "lift",     "payload", "food",       "meat",
                "beef",   "pork",  "chicken",  "fish",    "rice",       "wheat",
                "grain",  "cargo", "cocaine",  "heroin",  "coal",       "fuel",
                "ice",    "waste", "garbage",  "plastic", "explosives", "tnt",
                "carbon", "steel", "concrete", "copper",  "bombs",      "trash",
        };

        if (atom_is(atoms, i, "of") && i + 1 < atoms->n)
                return is_any(atoms, i + 1, things, ARRAY_SIZE(things));
        if (atom_is(atoms, i, "or") || atom_is(atoms, i, "(")) {
                for (size_t k = i + 1; k < atoms->n && k < i + 6; k++) {
                        size_t n;
                        const char *unit = atoms->list[k].kind == ATOM_WORD
                                                   ? unit_find(atoms, k, &n)
                                                   : NULL;

                        if (unit)
                                return unit_measures(unit, "mass");
                }
        }
        return false;
}

/* "fined 30,000 pounds (about $1,680)" */
static bool is_converted(const struct atoms *atoms, size_t i)
{
        static const char *const signs[] = { "$", "€", "us$", "a$", "c$", "usd", "eur" };

        for (size_t k = i + 1; atom_is(atoms, i, "(") && k < atoms->n && k < i + 4; k++)
                if (is_any(atoms, k, signs, ARRAY_SIZE(signs)))
                        return true;
        return false;
}

/* 5'10": feet, and inches behind them. */
static bool read_feet(struct candidate *c, const struct atoms *atoms)
{
        static const char *const feet[] = { "'", "’", "′" };
        static const char *const inches[] = { "\"", "”", "″" };
        size_t at = c->end;
        struct numeral more;

        if (!atom_joined(atoms, at) || !is_any(atoms, at, feet, ARRAY_SIZE(feet)) ||
            !atom_joined(atoms, at + 1) || !numeral_read(atoms, at + 1, &more) || more.words ||
            more.value >= INCHES * 1000 || c->q.value > FEET_MAX ||
            c->q.high != QUANTITY_NO_HIGH)
                return false;
        at += 1 + more.n_atoms;
        c->q.value = c->q.value * INCHES + more.value;
        c->q.kind = QUANTITY_MEASURE;
        c->q.unit = "inch";
        c->end = at + (atom_joined(atoms, at) && is_any(atoms, at, inches, ARRAY_SIZE(inches)));
        return true;
}

/* "99p", but not "1080p" */
static bool is_pence(const struct candidate *c, const struct atoms *atoms, size_t at)
{
        static const int lines[] = { 144, 240, 360, 480, 576, 720, 1080, 1440, 2160 };

        if (!atom_is(atoms, at, "p") || !atom_joined(atoms, at) || atoms->list[at].capital ||
            c->words || c->q.high != QUANTITY_NO_HIGH ||
            (atom_joined(atoms, at + 1) && atoms->list[at + 1].kind != ATOM_MARK))
                return false;
        for (size_t k = 0; k < ARRAY_SIZE(lines); k++)
                if (c->q.value == lines[k] * 1000LL)
                        return false;
        return true;
}

/* "1h 20m": behind hours a letter is minutes, and no metres. */
static bool is_behind_hours(const struct candidate *c, const struct atoms *atoms, size_t at)
{
        static const char *const hours[] = { "h", "hr", "hrs" };

        return atom_is(atoms, at, "m") && c->number > 1 &&
               is_any(atoms, c->number - 1, hours, ARRAY_SIZE(hours)) &&
               atoms->list[c->number - 2].kind == ATOM_DIGITS;
}

/* Signs that mean something only where they stand. */
static bool read_short_unit(struct candidate *c, const struct atoms *atoms, size_t at)
{
        if (read_feet(c, atoms))
                return true;
        if (is_behind_hours(c, atoms, at)) {
                c->q.kind = QUANTITY_DURATION;
                c->q.unit = "minute";
        } else if (is_pence(c, atoms, at)) {
                c->q.kind = QUANTITY_MONEY;
                c->q.unit = "penny";
        } else {
                return false;
        }
        c->end = at + 1;
        return true;
}

void candidate_read_unit(struct candidate *c, const struct atoms *atoms)
{
        size_t n, at = c->end;
        const char *value;

        if (atom_is(atoms, at, "-") && atom_joined(atoms, at) && atom_joined(atoms, at + 1)) {
                at++;
                c->hyphened = true;
        }
        if ((!c->hyphened && read_short_unit(c, atoms, at)) ||
            read_currency_after(c, atoms, at))
                return;
        value = unit_find(atoms, at, &n);
        if (!value && !c->hyphened && !c->words)
                value = unit_in_brackets(atoms, at, &n);
        if (!value && !c->hyphened && !c->words && is_inch_mark(atoms, at)) {
                value = "inch\tlength";
                n = 1;
        }
        if (!value) {
                c->hyphened = false;
                return;
        }
        c->q.kind = quantity_kind_of(value);
        lexicon_column(value, 0, &c->q.unit);
        /* Hardly anybody weighs millions of them. */
        if (strncmp(c->q.unit, "pound\t", 6) == 0 &&
            ((c->scaled && !is_weight(atoms, at + n)) || is_converted(atoms, at + n)))
                c->q.kind = QUANTITY_MONEY;
        c->end = at + n;
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
