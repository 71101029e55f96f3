/* quantities - numbers with their bounds, units and what they count
 *
 * "more than 13,200 people", "$2.5 million", "a 40-minute meeting", "the 28th council". Numbers
 * that are part of a date, a name ("Article 5"), a score or an address are none.
 */
#include "workers/extract/quantities.h"

#include <errno.h>
#include <string.h>

#include "workers/extract/numerals.h"
#include "workers/extract/phrases.h"
#include "workers/extract/stages.h"

extern const struct lexicon lexicon_units;
extern const struct lexicon lexicon_currencies;
extern const struct lexicon lexicon_bounds;
extern const struct lexicon lexicon_identifiers;
extern const struct lexicon lexicon_number_words;

enum {
        BOUND_ATOMS_MAX = 5,
        UNIT_ATOMS_MAX = 4,
        PLAIN_DIGITS_MAX = 9, /* a longer run of digits identifies something */
        AGE_MAX = 120000,     /* years, in thousandths */
        CONFIDENCE = 900,
        CONFIDENCE_BARE = 700, /* nothing says what is counted */
};

struct scan {
        struct document *doc;
        struct atoms atoms;
        size_t time; /* first of x->times that may reach the place */
};

/* One candidate while it is read. */
struct candidate {
        struct quantity q;
        size_t first, number, end; /* atoms: with bound or sign; the number; behind it all */
        bool hyphened, ordinal, scaled, words;
        bool separated; /* has separators, which other languages use the other way round */
        uint16_t confidence;
};

/* Is the atom part of a date, a time of day or a set of times? */
static bool in_date(struct scan *s, const struct atom *atom)
{
        const struct extraction *x = s->doc->x;

        while (s->time < x->n_times && x->times[s->time].span.end <= atom->start)
                s->time++;
        for (size_t i = s->time; i < x->n_times && i < s->time + 4; i++) {
                const struct time_expression *t = &x->times[i];

                if (t->type != TIME_DURATION && t->span.start <= atom->start &&
                    atom->end <= t->span.end)
                        return true;
        }
        return false;
}

/* Is nothing glued to the number that makes it a part of something else? */
static bool starts_clean(const struct atoms *atoms, size_t i)
{
        const struct atom *before = i ? &atoms->list[i - 1] : NULL;

        if (!before || atoms->list[i].space_before)
                return true;
        return before->kind == ATOM_MARK && strchr("-/:.,&=#@_+*\\", before->lower[0]) == NULL;
}

static bool ends_clean(const struct atoms *atoms, size_t i)
{
        const struct atom *a;

        if (!atom_joined(atoms, i))
                return true;
        a = &atoms->list[i];
        if (a->kind != ATOM_MARK)
                return strcmp(a->lower, "'s") == 0;
        if (!atom_joined(atoms, i + 1) || !a->lower[0] || !strchr(":/.,-=_@", a->lower[0]))
                return true;
        return atoms->list[i + 1].kind == ATOM_WORD && a->lower[0] == '-';
}

/* "SB 54": a few capitals before a number are a law, a road, a rocket; not a currency. */
static bool is_code(const struct scan *s, const struct atom *word)
{
        size_t size = word->end - word->start;

        if (size < 2 || size > 3 || lexicon_get(&lexicon_currencies, word->lower))
                return false;
        for (uint32_t i = word->start; i < word->end; i++)
                if (s->doc->x->text[i] < 'A' || s->doc->x->text[i] > 'Z')
                        return false;
        return true;
}

static bool names_something(const struct scan *s, size_t i, const struct numeral *n)
{
        const struct atoms *atoms = &s->atoms;
        const struct atom *before = i ? &atoms->list[i - 1] : NULL;

        if (!before)
                return n->plain && (atom_is(atoms, i + 1, ".") || atom_is(atoms, i + 1, ")"));
        if (n->plain &&
            (n->digits > PLAIN_DIGITS_MAX || (n->digits > 1 && atoms->list[i].lower[0] == '0')))
                return true;
        if (n->plain && before->kind == ATOM_WORD && is_code(s, before))
                return true;
        if (strcmp(before->lower, "#") == 0)
                return true;
        if (strcmp(before->lower, ".") == 0 && !before->space_before && i > 1)
                before = &atoms->list[i - 2];
        return n->plain && lexicon_get(&lexicon_identifiers, before->lower) != NULL;
}

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
        if (!value || strcmp(word, "second") == 0)
                return 0;
        if (strcmp(word, "half") == 0 || strcmp(word, "quarter") == 0) {
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

static bool read_fraction(struct candidate *c, const struct atoms *atoms,
                          const struct numeral *n)
{
        int64_t under = 0;
        size_t size;

        if (!n->words || n->ordinal || n->value >= 100000 || n->article)
                return false;
        size = read_denominator(atoms, c->end, &under);
        if (!size || under < 2000)
                return false;
        c->q.value = (n->value * 1000 + under / 2) / under;
        c->end += size;
        return true;
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

static void read_bound_before(struct candidate *c, const struct atoms *atoms)
{
        size_t n, end = c->first;
        const char *value;

        if (end && (atom_is(atoms, end - 1, "the") || atom_is(atoms, end - 1, "an") ||
                    atom_is(atoms, end - 1, "a")))
                end--;
        value = phrase_find_before(&lexicon_bounds, atoms, end, BOUND_ATOMS_MAX, &n);
        if (value && set_bound(c, value, "before") && c->q.bound != BOUND_EXACT)
                c->first = end - n;
}

static void read_bound_after(struct candidate *c, const struct atoms *atoms)
{
        size_t n;
        const char *value = phrase_find(&lexicon_bounds, atoms, c->end, 2, &n);

        if (value && set_bound(c, value, "after"))
                c->end += n;
}

/* The sign of a currency right before the number. */
static void read_sign_before(struct candidate *c, const struct atoms *atoms)
{
        size_t n, size;
        const char *value, *column;

        value = phrase_find_before(&lexicon_currencies, atoms, c->number, 3, &n);
        if (!value)
                return;
        lexicon_column(value, 1, &column);
        if (column[0] != 's')
                return;
        size = lexicon_column(value, 0, &column);
        c->q.unit = column;
        (void)size;
        c->q.kind = QUANTITY_MONEY;
        c->first = c->number - n;
}

/* Words that are currencies only after large numbers ("20 won"). */
static bool is_doubtful_currency(const struct atoms *atoms, size_t i, const struct candidate *c)
{
        static const char *const words[] = { "won", "real", "mark", "marks", "rand", "dong" };

        for (size_t k = 0; k < ARRAY_SIZE(words); k++)
                if (atom_is(atoms, i, words[k]))
                        return !c->scaled && c->q.value < 1000000;
        return false;
}

static bool read_currency_after(struct candidate *c, const struct atoms *atoms, size_t at)
{
        size_t n;
        const char *value = phrase_find(&lexicon_currencies, atoms, at, UNIT_ATOMS_MAX, &n);
        const char *column;

        if (!value || is_doubtful_currency(atoms, at, c))
                return false;
        lexicon_column(value, 1, &column);
        if (column[0] == 'c') {
                c->q.value /= 100;
                if (c->q.high != QUANTITY_NO_HIGH)
                        c->q.high /= 100;
        }
        /* A sign behind the number is joined to it, or ends the phrase: "5 $ 10" is "$ 10". */
        if (column[0] == 's' && atoms->list[at].kind == ATOM_MARK && at + n < atoms->n &&
            atoms->list[at + n].kind == ATOM_DIGITS)
                return false;
        lexicon_column(value, 0, &c->q.unit);
        c->q.kind = QUANTITY_MONEY;
        c->end = at + n;
        return true;
}

static enum quantity_kind kind_of_dimension(const char *dimension)
{
        if (strcmp(dimension, "duration") == 0)
                return QUANTITY_DURATION;
        if (strcmp(dimension, "percent") == 0)
                return QUANTITY_PERCENT;
        return QUANTITY_MEASURE;
}

static void read_unit(struct candidate *c, const struct atoms *atoms)
{
        size_t n, at = c->end;
        const char *value, *dimension;

        if (atom_is(atoms, at, "-") && atom_joined(atoms, at) && atom_joined(atoms, at + 1)) {
                at++;
                c->hyphened = true;
        }
        if (read_currency_after(c, atoms, at))
                return;
        value = phrase_find(&lexicon_units, atoms, at, UNIT_ATOMS_MAX, &n);
        if (!value) {
                c->hyphened = false;
                return;
        }
        lexicon_column(value, 1, &dimension);
        c->q.kind = kind_of_dimension(dimension);
        lexicon_column(value, 0, &c->q.unit);
        if (c->scaled && strncmp(c->q.unit, "pound\t", 6) == 0) {
                c->q.unit = "GBP";
                c->q.kind = QUANTITY_MONEY;
        }
        c->end = at + n;
}

/* "555-1212" */
static bool is_telephone(const struct numeral *a, const struct numeral *b)
{
        return a->plain && b->plain && a->digits == 3 && b->digits == 4;
}

/* "3 to 5", "3-5", "between 3 and 5": the scale of the second number holds for the first too.
 */
static void read_range(struct candidate *c, const struct atoms *atoms, const struct numeral *n)
{
        static const int64_t scales[] = { 1000000000000, 1000000000, 1000000, 1000 };
        size_t at = c->end, sign;
        struct numeral high;
        bool between = c->first && atom_is(atoms, c->first - 1, "between");

        if (atom_is(atoms, at, "to") || atom_is(atoms, at, "-") || atom_is(atoms, at, "–") ||
            (between && atom_is(atoms, at, "and")))
                at++;
        else
                return;
        if (c->q.kind == QUANTITY_MONEY &&
            phrase_find(&lexicon_currencies, atoms, at, 3, &sign))
                at += sign;
        if (!numeral_read(atoms, at, &high) || high.ordinal || high.words != n->words)
                return;
        for (size_t i = 0; i < ARRAY_SIZE(scales); i++) {
                if (high.scaled && !n->scaled && n->value < 1000000 &&
                    high.value >= scales[i] * 1000 && n->value < high.value / scales[i] &&
                    n->value * scales[i] < high.value) {
                        c->q.value = n->value * scales[i];
                        break;
                }
        }
        if (high.value <= c->q.value || is_telephone(n, &high))
                return;
        c->q.high = high.value;
        c->scaled |= high.scaled;
        c->end = at + high.n_atoms;
}

static bool is_negative(const struct atoms *atoms, size_t i)
{
        if (!i)
                return false;
        if (atom_is(atoms, i - 1, "minus") || atom_is(atoms, i - 1, "negative"))
                return true;
        return atom_is(atoms, i - 1, "-") && atom_joined(atoms, i) &&
               (i < 2 ||
                (atoms->list[i - 1].space_before && atoms->list[i - 2].kind != ATOM_DIGITS));
}

/* "one" is mostly a pronoun: it counts before a unit or a noun. */
static bool is_pronoun(const struct scan *s, const struct candidate *c)
{
        static const char *const before[] = { "no",    "this", "that", "which", "any",
                                              "every", "each", "some", "the",   "another" };
        const struct atoms *atoms = &s->atoms;
        size_t token;

        if (!atom_is(atoms, c->number, "one") || c->end - c->number != 1)
                return false;
        for (size_t k = 0; k < ARRAY_SIZE(before); k++)
                if (c->number && atom_is(atoms, c->number - 1, before[k]))
                        return true;
        token = document_token_at(s->doc, atoms->list[c->end - 1].end);
        return token >= s->doc->n_tokens || s->doc->tokens[token].upos != UPOS_NOUN;
}

/* "a third of", "a fifth of" */
static bool is_share(const struct atoms *atoms, size_t i, const struct numeral *n)
{
        return n->words && n->n_atoms == 1 && n->value >= 3000 && i &&
               atom_is(atoms, i - 1, "a") && atom_is(atoms, i + 1, "of");
}

static bool read_share(struct candidate *c, size_t i, const struct numeral *n)
{
        c->first = i - 1;
        c->number = i;
        c->end = i + 1;
        c->words = true;
        c->q.value = 1000000 / n->value;
        c->q.high = QUANTITY_NO_HIGH;
        c->q.kind = QUANTITY_COUNT;
        return true;
}

static bool read_number(struct scan *s, struct candidate *c, size_t i)
{
        const struct atoms *atoms = &s->atoms;
        struct numeral n;
        bool negative = is_negative(atoms, i);

        if (!numeral_read(atoms, i, &n) || (!negative && !starts_clean(atoms, i)) ||
            names_something(s, i, &n))
                return false;
        if (n.ordinal && is_share(atoms, i, &n))
                return read_share(c, i, &n);
        c->number = i;
        c->first = i - negative;
        c->end = i + n.n_atoms;
        c->ordinal = n.ordinal;
        c->scaled = n.scaled;
        c->words = n.words;
        c->separated = n.grouped || (n.fraction && !n.words);
        c->q.value = n.value;
        c->q.high = QUANTITY_NO_HIGH;
        c->q.kind = n.ordinal ? QUANTITY_ORDINAL : QUANTITY_COUNT;
        if (!negative)
                read_sign_before(c, atoms);
        if (n.ordinal)
                return true;
        if (!read_fraction(c, atoms, &n))
                read_range(c, atoms, &n);
        if (c->q.kind != QUANTITY_MONEY)
                read_unit(c, atoms);
        else if (atom_is(atoms, c->end, "-") && atom_joined(atoms, c->end + 1))
                c->hyphened = true;
        if (negative) {
                c->q.value = -c->q.value;
                c->q.high = QUANTITY_NO_HIGH;
        }
        return true;
}

/* A unit, a currency's code: up to the end of its column. */
static const char *column_copy(struct document *doc, const char *column)
{
        return column ? arena_copy(doc->arena, column, strcspn(column, "\t")) : NULL;
}

static const char *const rule_names[] = {
        [QUANTITY_DURATION] = "quantities.duration", [QUANTITY_COUNT] = "quantities.count",
        [QUANTITY_MONEY] = "quantities.money",       [QUANTITY_PERCENT] = "quantities.percent",
        [QUANTITY_ORDINAL] = "quantities.ordinal",   [QUANTITY_MEASURE] = "quantities.measure",
};

/* The token that the quantity ends in may go on: "15-member", "46-year-old". */
static void set_glued(struct site *site, const struct document *doc, uint32_t end)
{
        const struct token *t = site->after < doc->n_tokens ? &doc->tokens[site->after] : NULL;

        site->glued = SPAN_NONE;
        if (!t || t->start >= end)
                return;
        if (doc->x->text[end] == '-' && end + 1 < t->end)
                site->glued = (struct span){ end + 1, t->end };
        site->after++;
}

/* "Ann Lee, 64, was": between commas. */
static bool may_be_age(const struct scan *s, const struct candidate *c)
{
        const struct atoms *a = &s->atoms;

        return c->q.kind == QUANTITY_COUNT && !c->words && c->q.value >= 1000 &&
               c->q.value <= AGE_MAX && c->q.high == QUANTITY_NO_HIGH &&
               c->end == c->number + 1 && c->first == c->number && c->first &&
               atom_is(a, c->first - 1, ",") &&
               (c->end >= a->n || atom_is(a, c->end, ",") || atom_is(a, c->end, ".") ||
                atom_is(a, c->end, ")"));
}

/* Numbers of nothing: "first, …" the adverb, "18-589" of a file, "Note 8" of a series. */
static bool is_label(const struct scan *s, const struct candidate *c)
{
        const struct atoms *a = &s->atoms;

        if (c->q.kind != QUANTITY_COUNT || c->words)
                return false;
        if (c->q.high != QUANTITY_NO_HIGH)
                return atom_is(a, c->number + 1, "-") && atom_joined(a, c->number + 1);
        return c->first == c->number && c->end == c->number + 1 && c->number > 1 &&
               c->q.value < 100000 && a->list[c->number - 1].capital &&
               a->list[c->number - 1].kind == ATOM_WORD &&
               a->list[c->number - 2].kind == ATOM_WORD;
}

static int append(struct scan *s, struct candidate *c)
{
        struct document *doc = s->doc;
        struct extraction *x = doc->x;
        uint32_t start = s->atoms.list[c->first].start, end = s->atoms.list[c->end - 1].end;
        struct site site = { .kind = c->q.kind, .hyphened = c->hyphened };
        struct quantity *q;

        site.first = document_token_at(doc, start);
        site.after = document_token_at(doc, end);
        c->q.unit = column_copy(doc, c->q.unit);
        site.unit = c->q.unit;
        set_glued(&site, doc, end);
        if (may_be_age(s, c) && (c->q.of = quantity_of_age(doc, site.first))) {
                c->q.kind = QUANTITY_DURATION;
                c->q.unit = "year";
        } else {
                c->q.of = quantity_of(doc, &site);
        }
        if (!c->q.of && (c->ordinal || is_label(s, c)))
                return 0;
        c->q.span = (struct span){ start, end };
        c->q.by.rule = rule_names[c->q.kind];
        c->q.by.confidence = c->q.of || c->q.unit ? CONFIDENCE : CONFIDENCE_BARE;
        q = arena_push(doc->arena, &x->quantities, &x->n_quantities, sizeof(*q));
        if (!q)
                return -ENOMEM;
        *q = c->q;
        return 0;
}

/* Reads what stands at atom @i; gives the atom to go on with, or an error. */
static int read_at(struct scan *s, size_t *i)
{
        struct candidate c = { 0 };
        struct numeral n;

        if (in_date(s, &s->atoms.list[*i]) || !read_number(s, &c, *i)) {
                *i += numeral_read(&s->atoms, *i, &n) ? n.n_atoms : 1;
                return 0;
        }
        *i = c.end;
        if (c.q.kind == QUANTITY_COUNT && !ends_clean(&s->atoms, c.end))
                return 0;
        if (is_pronoun(s, &c) || (!s->doc->english && (c.words || c.separated)))
                return 0;
        if (!c.ordinal) {
                read_bound_after(&c, &s->atoms);
                read_bound_before(&c, &s->atoms);
        }
        *i = c.end;
        return append(s, &c);
}

int quantities_find(struct document *doc)
{
        struct scan s = { .doc = doc };
        struct span chunk = { 0, 0 };

        for (;;) {
                int r;

                chunk = atoms_chunk(doc->x->text, doc->x->text_size, chunk.end);
                if (chunk.start >= chunk.end)
                        return 0;
                r = atoms_scan(&s.atoms, doc->arena, doc->x->text, chunk);
                for (size_t i = 0; !r && i < s.atoms.n;)
                        r = read_at(&s, &i);
                if (r)
                        return r;
        }
}
