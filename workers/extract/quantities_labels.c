/* quantities_labels - numbers that count nothing: of names, of kinds, of years */
#include <string.h>

#include "workers/extract/quantities.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_group_nouns;
extern const struct lexicon lexicon_number_company;

/* In thousandths. */
enum {
        YEAR_FIRST = 1950000,
        YEAR_LAST = 2040000,
        CENTURY = 100000,
        NAMED_MAX = 10000000, /* four digits */
        AGE_MAX = 120000,     /* years, in thousandths */
        AGES_ATOMS_MAX = 8,   /* of "aged 14, 17 and 21" */
        RUNNING_NEAR = 3,     /* words from a year to who runs in it */
};

struct label {
        const struct candidate *c;
        const struct document *doc;
        const struct atoms *atoms;
        size_t time; /* the first that may reach the number */
};

/* "a zero-day flaw", "zero tolerance", "a 32-bit chip", "third-party": what kind it is, and how
 * many of nothing. */
static bool is_kind_of(const struct label *l)
{
        const struct candidate *c = l->c;
        bool joined = atom_is(l->atoms, c->end, "-") && atom_joined(l->atoms, c->end);

        if (c->ordinal && joined &&
            atom_is_of(l->atoms, c->end + 1, &lexicon_number_company, "kind"))
                return true;
        if (!c->q.value && atom_is(l->atoms, c->end, "tolerance"))
                return true;
        if (!c->hyphened && !(atom_is(l->atoms, c->end, "-") && atom_joined(l->atoms, c->end)))
                return false;
        return !c->q.value || (c->q.unit && strncmp(c->q.unit, "bit\t", 4) == 0);
}

/* Who runs in an election, behind its year: "some 2024 Labour candidates". */
static bool is_before_candidates(const struct label *l)
{
        const struct atoms *a = l->atoms;

        for (size_t i = l->c->end; i < a->n && i < l->c->end + RUNNING_NEAR; i++) {
                if (a->list[i].kind != ATOM_WORD)
                        return false;
                if (atom_is_of(a, i, &lexicon_number_company, "candidate"))
                        return true;
        }
        return false;
}

/* "Add 2020 Elections as an interest": a year of what happens in it. */
static bool is_year_of_name(const struct label *l)
{
        const struct candidate *c = l->c;
        const struct atom *a = &l->atoms->list[c->number];

        if (c->q.kind != QUANTITY_COUNT || c->q.high != QUANTITY_NO_HIGH ||
            c->end != c->number + 1 || a->kind != ATOM_DIGITS || c->q.value < YEAR_FIRST ||
            c->q.value >= YEAR_LAST || c->q.value % CENTURY == 0 || c->end >= l->atoms->n)
                return false;
        return (c->first == c->number && a[1].kind == ATOM_WORD && a[1].capital) ||
               is_before_candidates(l);
}

/* "could one day fly": the day that the times know for no length. */
static bool is_some_day(const struct label *l)
{
        const struct candidate *c = l->c;
        const struct extraction *x = l->doc->x;
        const struct atom *a = &l->atoms->list[c->number];

        if (strcmp(a->lower, "one") != 0 || c->q.value != 1000 || !c->q.unit ||
            strncmp(c->q.unit, "day\t", 4) != 0 || c->hyphened)
                return false;
        for (size_t i = l->time; i < x->n_times && x->times[i].span.start <= a->start; i++)
                if (x->times[i].span.end > a->start)
                        return false;
        return true;
}

/* "the 1200 block of Main Street" */
static bool is_of_block(const struct label *l)
{
        return l->c->q.kind == QUANTITY_COUNT && !l->c->words && !l->c->hyphened &&
               atom_is(l->atoms, l->c->end, "block");
}

/* "China's Chang'e 4 mission": a number behind a name, and nothing in the plural behind it. */
static bool is_of_name(const struct label *l)
{
        const struct candidate *c = l->c;
        const struct atom *a = &l->atoms->list[c->number];
        size_t token = document_token_at(l->doc, a->end);
        const struct token *next = token < l->doc->n_tokens ? &l->doc->tokens[token] : NULL;
        size_t before = document_token_at(l->doc, a->start);

        if (c->q.kind != QUANTITY_COUNT || c->words || c->first != c->number ||
            c->end != c->number + 1 || c->q.high != QUANTITY_NO_HIGH || c->number < 2 ||
            a->kind != ATOM_DIGITS || c->q.value >= NAMED_MAX || !next || !before ||
            !a[-1].capital || a[-1].kind != ATOM_WORD || a[-2].kind != ATOM_WORD)
                return false;
        return l->doc->tokens[before - 1].upos == UPOS_PROPN && next->upos == UPOS_NOUN &&
               next->fine != FINE_NNS && !lexicon_get(&lexicon_group_nouns, next->lower);
}

bool candidate_is_label(const struct candidate *c, const struct document *doc,
                        const struct atoms *atoms, size_t time)
{
        const struct label l = { c, doc, atoms, time };

        return is_kind_of(&l) || is_of_block(&l) || is_year_of_name(&l) || is_some_day(&l) ||
               is_of_name(&l);
}

bool candidate_is_bare(const struct candidate *c)
{
        return c->q.kind == QUANTITY_COUNT && !c->q.unit && !c->hyphened &&
               c->q.value <= AGE_MAX && c->q.value % 1000 == 0 &&
               c->q.high == QUANTITY_NO_HIGH && c->first == c->number;
}

bool candidate_may_be_age(const struct candidate *c, const struct atoms *a)
{
        return c->q.kind == QUANTITY_COUNT && !c->words && c->q.value >= 1000 &&
               c->q.value <= AGE_MAX && c->q.high == QUANTITY_NO_HIGH &&
               c->end == c->number + 1 && c->first == c->number && c->first &&
               atom_is(a, c->first - 1, ",") &&
               (c->end >= a->n || atom_is(a, c->end, ",") || atom_is(a, c->end, ".") ||
                atom_is(a, c->end, ")"));
}

static bool is_age_word(const struct atoms *a, size_t i)
{
        return atom_is(a, i, "aged") || atom_is(a, i, "ages");
}

/* Does the list of ages go on or end behind it? "Aged 14 and 12 others were" counts others. */
static bool ends_in_list(const struct atoms *a, size_t i)
{
        static const char *const words[] = { "and", "or", "respectively" };

        return i >= a->n || atom_is_one_of(a, i, words, ARRAY_SIZE(words)) ||
               (a->list[i].kind == ATOM_MARK && strchr(",.;)", a->list[i].lower[0]));
}

/* "aged 14, 17 and | 21", "ages between | 12 and 60", "Berg and Holm, both | 21,": the atom
 * that begins what tells that the number at @i is an age; @i: none. */
static size_t first_age(const struct candidate *c, const struct atoms *a, size_t i)
{
        size_t k = i;

        if (i > 1 && (atom_is(a, i - 1, "between") || atom_is(a, i - 1, "from")))
                return is_age_word(a, i - 2) ? i - 2 : i;
        if (!ends_in_list(a, c->end))
                return i;
        if (i > 1 && atom_is(a, i - 1, "both") && atom_is(a, i - 2, ","))
                return i - 1;
        for (size_t n = 0; k > 1 && n < AGES_ATOMS_MAX; n++, k--)
                if (is_age_word(a, k - 1))
                        return k < i ? k - 1 : i; /* right behind it is no list */
                else if (a->list[k - 1].kind != ATOM_DIGITS && !atom_is(a, k - 1, ",") &&
                         !atom_is(a, k - 1, "and") && !atom_is(a, k - 1, "or"))
                        return i;
        return i;
}

/* May the number be that of years, by its size and with nothing beside it? */
static bool may_be_years(const struct candidate *c)
{
        return c->q.kind == QUANTITY_COUNT && !c->q.unit && !c->hyphened && c->q.value > 0 &&
               c->q.value <= AGE_MAX;
}

bool candidate_is_aged(const struct candidate *c, const struct atoms *a, size_t *ret_words)
{
        size_t of = c->first > 1 && atom_is(a, c->first - 1, "of");
        size_t at = c->first - of;

        *ret_words = 0;
        if (!may_be_years(c) || !at)
                return false;
        *ret_words = of ? 0 : c->first - first_age(c, a, c->first);
        if (*ret_words)
                return true;
        if (!(atom_is(a, at - 1, "age") ||
              (of && c->q.high != QUANTITY_NO_HIGH && atom_is(a, at - 1, "ages")) ||
              (!of && is_age_word(a, at - 1))))
                return false;
        *ret_words = 1 + of;
        return true;
}
