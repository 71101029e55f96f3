/* quantities - numbers with their bounds, units and what they count
 *
 * "more than 13,200 people", "$2.5 million", "a 40-minute meeting", "the 28th council". Numbers
 * that are part of a date, a name ("Article 5"), a score or an address are none.
 */
#include "workers/extract/quantities.h"

#include <errno.h>
#include <string.h>

#include "workers/extract/chunks.h"
#include "workers/extract/numerals.h"
#include "workers/extract/phrases.h"
#include "workers/extract/stages.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_currencies;
extern const struct lexicon lexicon_number_company;

enum {
        DAY_MAX = 31000,     /* of a month, in thousandths */
        AGE_TOLD_MIN = 3000, /* "he was one" tells no age */
};

struct scan {
        struct document *doc;
        struct atoms atoms;
        size_t time;  /* first of x->times that may reach the place */
        size_t taken; /* atoms that belong to a quantity before */
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

static bool is_currency_sign(const struct atom *a)
{
        const char *value = lexicon_get(&lexicon_currencies, a->lower), *column = "";

        if (value)
                lexicon_column(value, 1, &column);
        return column[0] == 's';
}

/* Is nothing glued to the number that makes it a part of something else? */
static bool starts_clean(const struct atoms *atoms, size_t i)
{
        const struct atom *before = i ? &atoms->list[i - 1] : NULL;

        if (!before || atoms->list[i].space_before)
                return true;
        if (before->kind == ATOM_WORD) /* "USD115", but not "aB4HrK2" */
                return is_currency_sign(before) &&
                       (i < 2 || before->space_before || before[-1].kind == ATOM_MARK);
        if (i > 1 && atom_joined(atoms, i - 1) && strchr("<>", before->lower[0]) &&
            strchr("<>=", atoms->list[i - 2].lower[0]))
                return false; /* "<>30", "=>30": no relation that anybody knows */
        if (i > 1 && atom_is(atoms, i - 1, "-") && atom_is(atoms, i - 2, "magnitude"))
                return true; /* "a magnitude-6.2 earthquake" */
        return before->kind == ATOM_MARK && strchr("-/:.,&=#@_+*\\%", before->lower[0]) == NULL;
}

static bool ends_clean(const struct atoms *atoms, size_t i)
{
        const struct atom *a;

        if (!atom_joined(atoms, i))
                return true;
        a = &atoms->list[i];
        if (atom_is(atoms, i, "x") && !a->capital && !atom_joined(atoms, i + 1))
                return true; /* "2.5x" */
        if (atom_is(atoms, i, "(") && atom_joined(atoms, i + 1) && atom_is(atoms, i + 2, ")") &&
            a[1].kind == ATOM_WORD && !a[1].lower[1])
                return false; /* "401(k)" */
        if (a->kind != ATOM_MARK)
                return strcmp(a->lower, "'s") == 0;
        if (!atom_joined(atoms, i + 1) || !a->lower[0] || !strchr(":/.,-=_@", a->lower[0]))
                return true;
        return atoms->list[i + 1].kind == ATOM_WORD && a->lower[0] == '-';
}

static bool is_minus(const struct atoms *atoms, size_t i)
{
        return atom_is(atoms, i, "-") || atom_is(atoms, i, "\342\210\222");
}

static bool is_negative(const struct atoms *atoms, size_t i)
{
        if (!i)
                return false;
        if (atom_is(atoms, i - 1, "minus") || atom_is(atoms, i - 1, "negative"))
                return true;
        if (i == 1 && is_minus(atoms, 0))
                return true;
        return is_minus(atoms, i - 1) && atom_joined(atoms, i) &&
               (i < 2 ||
                (atoms->list[i - 1].space_before && atoms->list[i - 2].kind != ATOM_DIGITS));
}

/* "-$5", "$-5": the minus before or behind the sign of a currency. */
static bool is_negative_sum(const struct atoms *atoms, const struct candidate *c)
{
        return c->q.kind == QUANTITY_MONEY && c->first < c->number &&
               atom_joined(atoms, c->first) && is_negative(atoms, c->first);
}

/* The sign of a currency stands right before the minus at @i. */
static bool is_signed_minus(const struct atoms *atoms, size_t i)
{
        return i && is_minus(atoms, i) && atom_joined(atoms, i) &&
               atoms->list[i - 1].kind == ATOM_MARK && is_currency_sign(&atoms->list[i - 1]);
}

/* "one" is mostly a pronoun: it counts before a unit or a noun. */
static bool is_pronoun(const struct scan *s, const struct candidate *c)
{
        static const char *const before[] = { "no",    "this", "that", "which", "any",
                                              "every", "each", "some", "the",   "another" };
        const struct atoms *atoms = &s->atoms;
        size_t token;

        if (!atom_is(atoms, c->number, "one") || c->end - c->number != 1 ||
            c->first < c->number || atoms->n == 1)
                return false;
        if (c->number && atom_is_one_of(atoms, c->number - 1, before, ARRAY_SIZE(before)))
                return true;
        token = document_token_at(s->doc, atoms->list[c->end - 1].end);
        return token >= s->doc->n_tokens || s->doc->tokens[token].upos != UPOS_NOUN;
}

/* "on 60 Minutes" is a programme; among capitals it may be a heading. */
static bool is_title(const struct atoms *a, const struct candidate *c)
{
        return c->q.kind == QUANTITY_DURATION && c->number && !c->words &&
               a->list[c->end - 1].capital && !a->list[c->number - 1].capital;
}

/* "12 degrees below zero" */
static bool is_below_zero(const struct atoms *atoms, size_t i)
{
        return atom_is(atoms, i, "below") && atom_is(atoms, i + 1, "zero");
}

/* Reads what stands at atom @i, where @n is the number that begins there, or NULL. */
static bool read_number(struct scan *s, struct candidate *c, size_t i, const struct numeral *n)
{
        const struct atoms *atoms = &s->atoms;
        bool negative = is_negative(atoms, i);
        bool inverted =
                !negative && i > 1 && atom_joined(atoms, i) && is_signed_minus(atoms, i - 1);

        if (candidate_read_proportion(c, atoms, i) || candidate_read_single(c, atoms, i) ||
            candidate_read_plural(c, atoms, i) || candidate_read_half(c, atoms, i))
                return true;
        if (!n || (!negative && !inverted && !starts_clean(atoms, i)) ||
            number_names_something(s->doc, atoms, i, n))
                return false;
        if (n->ordinal && candidate_is_share(atoms, i, n))
                return candidate_read_share(c, atoms, i, n);
        c->number = i - inverted; /* the sign stands before the minus */
        c->first = i - negative;
        c->end = i + n->n_atoms;
        c->ordinal = n->ordinal;
        c->scaled = n->scaled;
        c->words = n->words;
        c->separated = n->grouped || (n->fraction && !n->words);
        c->q.value = n->value;
        c->q.finer = n->value < QUANTITY_FINE_LIMIT ? n->finer : 0;
        c->q.high = QUANTITY_NO_HIGH;
        c->q.kind = n->ordinal ? QUANTITY_ORDINAL : QUANTITY_COUNT;
        if (!negative)
                candidate_read_sign(c, atoms);
        c->number = i;
        if (!negative && !inverted && is_negative_sum(atoms, c)) {
                c->first--;
                negative = true;
        }
        negative |= inverted;
        if (n->ordinal)
                return true;
        c->changed = number_is_changed(s->doc, atoms->list[c->first].start);
        if (!candidate_read_fraction(c, atoms, n) && !candidate_read_ratio(c, atoms))
                candidate_read_range(c, atoms, n);
        if (c->q.kind != QUANTITY_MONEY)
                candidate_read_unit(c, atoms);
        else if (atom_is(atoms, c->end, "-") && atom_joined(atoms, c->end + 1))
                c->hyphened = true;
        candidate_read_smaller(c, atoms);
        candidate_read_unit_range(c, atoms);
        if (is_below_zero(atoms, c->end) &&
            (c->q.kind == QUANTITY_MEASURE || c->q.kind == QUANTITY_COUNT)) {
                if (c->q.kind == QUANTITY_COUNT)
                        c->q.unit = "degree";
                c->q.kind = QUANTITY_MEASURE;
                negative = true;
                c->end += 2;
        }
        if (negative) {
                c->q.value = -c->q.value;
                c->q.finer = -c->q.finer;
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

/* How often a value is right, in thousandths: with what is counted, and without. */
static const uint16_t beliefs[][2] = {
        [QUANTITY_DURATION] = { 900, 850 }, [QUANTITY_COUNT] = { 850, 700 },
        [QUANTITY_MONEY] = { 930, 930 },    [QUANTITY_PERCENT] = { 950, 950 },
        [QUANTITY_ORDINAL] = { 800, 720 },  [QUANTITY_MEASURE] = { 920, 870 },
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

/* Numbers of nothing: "first, …" the adverb, "18-589" of a file, "Note 8" of a series. */
static bool is_label(const struct scan *s, const struct candidate *c)
{
        const struct atoms *a = &s->atoms;

        if (c->q.kind != QUANTITY_COUNT || c->words)
                return false;
        if (c->q.high != QUANTITY_NO_HIGH)
                return atom_is(a, c->number + 1, "-") && atom_joined(a, c->number + 1) &&
                       c->end - c->first < a->n;
        return c->first == c->number && c->end == c->number + 1 && c->number > 1 &&
               c->q.value < 100000 && a->list[c->number - 1].capital &&
               a->list[c->number - 1].kind == ATOM_WORD &&
               a->list[c->number - 2].kind == ATOM_WORD;
}

/* "finished second", "came third": the clause ends with it. */
static bool is_rank(const struct scan *s, const struct candidate *c)
{
        const struct atoms *a = &s->atoms;

        if (!c->first || !(c->end >= a->n ||
                           (a->list[c->end].kind == ATOM_MARK &&
                            strchr(".,;!?)", a->list[c->end].lower[0])) ||
                           atom_is(a, c->end, "in")))
                return false;
        return atom_is_of(a, c->first - 1, &lexicon_number_company, "rank");
}

/* Is it all that is said, or definite ("the first")? "The 21st" of nothing is a day. */
static bool is_alone(const struct scan *s, const struct candidate *c)
{
        if ((c->first == 0 && c->end == s->atoms.n) || is_rank(s, c))
                return true;
        return c->first && atom_is(&s->atoms, c->first - 1, "the") &&
               (c->words || c->q.value > DAY_MAX);
}

/* No extraction holds it: see proto/extraction.h. */
static bool is_too_great(const struct quantity *q)
{
        return q->value >= QUANTITY_LIMIT || q->value <= -QUANTITY_LIMIT ||
               (q->high != QUANTITY_NO_HIGH &&
                (q->high >= QUANTITY_LIMIT || q->high <= -QUANTITY_LIMIT));
}

static int append(struct scan *s, struct candidate *c)
{
        struct document *doc = s->doc;
        struct extraction *x = doc->x;
        uint32_t start = s->atoms.list[c->first].start, end = s->atoms.list[c->end - 1].end;
        struct site site = { .kind = c->q.kind, .hyphened = c->hyphened };
        struct quantity *q;
        size_t words = 0;

        if (x->n_quantities >= EXTRACTION_FINDINGS_MAX || is_too_great(&c->q) ||
            candidate_is_label(c, doc, &s->atoms, s->time))
                return 0;
        site.first = document_token_at(doc, start);
        site.after = document_token_at(doc, end);
        c->q.unit = column_copy(doc, c->q.unit);
        site.unit = c->q.unit;
        set_glued(&site, doc, end);
        if (candidate_is_aged(c, &s->atoms, &words) || candidate_may_be_age(c, &s->atoms))
                c->q.of = quantity_of_age(doc, site.first - words);
        else if (candidate_is_bare(c) && c->q.value >= AGE_TOLD_MIN)
                c->q.of = quantity_of_told_age(doc, site.first, site.after);
        if (words || c->q.of) {
                c->q.kind = QUANTITY_DURATION;
                c->q.unit = "year";
        } else {
                c->q.of = quantity_of(doc, &site);
                if (!c->q.of)
                        c->q.of = quantity_of_converted(doc, c->q.kind, start);
        }
        if (!c->q.of && ((c->ordinal && !is_alone(s, c)) || is_label(s, c) ||
                         (c->plural && c->q.kind == QUANTITY_COUNT)))
                return 0;
        c->q.span = (struct span){ start, end };
        c->q.by.rule = rule_names[c->q.kind];
        c->q.by.confidence = beliefs[c->q.kind][c->q.of == NULL];
        q = arena_push(doc->arena, &x->quantities, &x->n_quantities, sizeof(*q));
        if (!q)
                return -ENOMEM;
        *q = c->q;
        return 0;
}

/* In another language words are not read, and separators may stand the other way round. */
static bool is_foreign(const struct document *doc, const struct candidate *c)
{
        return !doc->english && doc->x->language && (c->words || c->separated);
}

/* Reads what stands at atom @i; gives the atom to go on with, or an error. */
static int read_at(struct scan *s, size_t *i)
{
        struct candidate c = { .taken = s->taken };
        struct numeral n;
        bool number = numeral_read(&s->atoms, *i, &n);

        if (in_date(s, &s->atoms.list[*i]) || !read_number(s, &c, *i, number ? &n : NULL)) {
                *i += number ? n.n_atoms : 1;
                return 0;
        }
        *i = c.end;
        if (c.q.kind == QUANTITY_COUNT && !ends_clean(&s->atoms, c.end))
                return 0;
        if (is_pronoun(s, &c) || is_foreign(s->doc, &c) || is_title(&s->atoms, &c))
                return 0;
        if (!c.ordinal) {
                candidate_read_bound_after(&c, &s->atoms);
                candidate_read_bound_before(&c, &s->atoms);
                candidate_read_passed(&c, s->doc,
                                      (struct span){ s->atoms.list[c.first].start,
                                                     s->atoms.list[c.end - 1].end });
        }
        *i = s->taken = c.end;
        return append(s, &c);
}

int quantities_find(struct document *doc)
{
        struct scan s = { .doc = doc };
        struct span chunk = { 0, 0 };
        struct chunks chunks;
        int r = doc->english ? chunks_find(doc, &chunks) : 0; /* doc->chunks */

        if (r)
                return r;
        for (;;) {

                chunk = atoms_chunk(doc->x->text, doc->x->text_size, chunk.end);
                if (chunk.start >= chunk.end)
                        return 0;
                s.taken = 0;
                r = atoms_scan(&s.atoms, doc->arena, doc->x->text, chunk);
                if (!r && doc->spaced)
                        atoms_join_spaced(&s.atoms, doc->x->text, chunk);
                for (size_t i = 0; !r && i < s.atoms.n;)
                        r = read_at(&s, &i);
                if (r)
                        return r;
        }
}
