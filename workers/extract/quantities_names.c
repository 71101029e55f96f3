/* quantities_names - numbers that are a part of a name, and count nothing
 *
 * "Flight 370", "SB 54", "35th Ward", "the Second Amendment", "10 Downing Street", a telephone.
 */
#include <string.h>

#include "workers/extract/quantities.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_currencies;
extern const struct lexicon lexicon_identifiers;
extern const struct lexicon lexicon_number_company;
extern const struct lexicon lexicon_place_heads;

enum {
        PLAIN_DIGITS_MAX = 9, /* a longer run of digits identifies something */
        DIALLED_ATOMS_MAX = 8,
        DIALLED_DIGITS_MIN = 7,
        ADDRESS_ATOMS_MAX = 4,
};

/* "SB 54": a few capitals before a number are a law, a road, a rocket; not a currency. */
static bool is_code(const struct document *doc, const struct atom *word)
{
        size_t size = word->end - word->start;

        if (size < 2 || size > 3 || lexicon_get(&lexicon_currencies, word->lower))
                return false;
        for (uint32_t i = word->start; i < word->end; i++)
                if (doc->x->text[i] < 'A' || doc->x->text[i] > 'Z')
                        return false;
        return true;
}

static bool is_dialling(const struct atom *a)
{
        if (a->kind == ATOM_DIGITS)
                return a->end - a->start > 1 && a->end - a->start < 5;
        return a->kind == ATOM_MARK && a->lower[0] && strchr("-()", a->lower[0]);
}

/* Of a telephone number: digits in groups, parted by spaces, hyphens and brackets. */
static bool is_dialled(const struct atoms *atoms, size_t i)
{
        size_t from = i, to = i + 1, digits = 0, groups = 0, joints = 0;
        bool three = false;

        while (from && i - from < DIALLED_ATOMS_MAX && is_dialling(&atoms->list[from - 1]))
                from--;
        while (to < atoms->n && to - i < DIALLED_ATOMS_MAX && is_dialling(&atoms->list[to]))
                to++;
        for (size_t k = from; k < to; k++) {
                size_t size = atoms->list[k].end - atoms->list[k].start;

                if (atoms->list[k].kind != ATOM_DIGITS) {
                        joints += k > from && k + 1 < to && atoms->list[k].lower[0] != '(';
                        continue;
                }
                groups++;
                digits += size;
                three |= size == 3;
        }
        return groups > 2 && joints && three && digits >= DIALLED_DIGITS_MIN;
}

/* "Flight 370", "Windows 8.1", "Falcon 9" */
static bool is_identifier(const struct atom *word)
{
        const char *value = lexicon_get(&lexicon_identifiers, word->lower), *start;

        return value && (word->capital || !lexicon_column(value, 0, &start));
}

/* "the 737 Max": of some products the word stands behind the number. */
static bool is_before_product(const struct atoms *atoms, size_t i)
{
        const struct atom *behind = i + 1 < atoms->n ? &atoms->list[i + 1] : NULL;
        const char *value = behind && behind->capital
                                    ? lexicon_get(&lexicon_identifiers, behind->lower)
                                    : NULL;
        const char *start;

        return value && lexicon_column(value, 1, &start) > 0;
}

/* "35th Ward", "9th Circuit", "97th Avenue" */
static bool is_name_head(const struct atoms *atoms, size_t i)
{
        const struct atom *a = i < atoms->n ? &atoms->list[i] : NULL;

        return a && a->kind == ATOM_WORD && a->capital &&
               (is_identifier(a) || lexicon_get(&lexicon_place_heads, a->lower));
}

/* "10 Downing St.", "1600 Pennsylvania Avenue": of a house. */
static bool is_of_address(const struct atoms *atoms, size_t i)
{
        size_t n;

        if (unit_find(atoms, i, &n)) /* "200 FEET MAIN ST." */
                return false;
        for (size_t k = i; k < atoms->n && k < i + ADDRESS_ATOMS_MAX; k++) {
                if (atoms->list[k].kind != ATOM_WORD || !atoms->list[k].capital)
                        return false;
                if (k > i && atom_is_of(atoms, k, &lexicon_number_company, "street"))
                        return true;
        }
        return false;
}

/* "the Second Amendment", "Fifth Avenue": in capitals amid a sentence. */
static bool is_of_name(const struct document *doc, const struct atoms *atoms, size_t i,
                       const struct numeral *n)
{
        size_t next = i + n->n_atoms, token;

        if (!atoms->list[i].capital || next >= atoms->n || !atoms->list[next].capital ||
            atoms->list[next].kind != ATOM_WORD || !i || atoms->list[i - 1].capital ||
            atoms->list[i - 1].kind != ATOM_WORD)
                return false;
        token = document_token_at(doc, atoms->list[next].start);
        return token < doc->n_tokens && doc->tokens[token].upos == UPOS_PROPN;
}

static bool unit_of_share(const struct token *t)
{
        return strcmp(t->lower, "percent") == 0 || strcmp(t->lower, "per") == 0 ||
               strcmp(t->lower, "%") == 0;
}

/* "in the area | 12 people died": a thing that was told of, and others that are counted; but
 * "the phase 3 trials" are of that phase. */
static bool is_past_phrase(const struct document *doc, const struct atom *before,
                           const struct atom *number)
{
        size_t i = document_token_at(doc, before->start);
        size_t behind = document_token_at(doc, number->end);
        const struct token *t = i && i < doc->n_tokens ? &doc->tokens[i - 1] : NULL;

        return t && !before->capital && behind < doc->n_tokens &&
               (t->upos == UPOS_DET || t->upos == UPOS_ADJ) &&
               t->sentence == doc->tokens[behind].sentence &&
               (doc->tokens[behind].fine == FINE_NNS || doc->tokens[behind].upos == UPOS_AUX ||
                doc->tokens[behind].fine == FINE_VBD || unit_of_share(&doc->tokens[behind])) &&
               !lexicon_has(&lexicon_number_company, before->lower, "graded");
}

bool number_names_something(const struct document *doc, const struct atoms *atoms, size_t i,
                            const struct numeral *n)
{
        const struct atom *before = i ? &atoms->list[i - 1] : NULL;

        if (!before)
                return n->plain && i + 2 < atoms->n &&
                       (atom_is(atoms, i + 1, ".") || atom_is(atoms, i + 1, ")"));
        if (n->plain &&
            (n->digits > PLAIN_DIGITS_MAX || (n->digits > 1 && atoms->list[i].lower[0] == '0')))
                return true;
        if (n->plain && ((before->kind == ATOM_WORD && is_code(doc, before)) ||
                         is_before_product(atoms, i)))
                return true;
        if (strcmp(before->lower, "#") == 0 || (n->plain && is_dialled(atoms, i)))
                return true;
        if (strcmp(before->lower, ".") == 0 && !before->space_before && i > 1)
                before = &atoms->list[i - 2];
        if (n->words && n->n_atoms == 1 && atoms->list[i].capital && before->capital &&
            is_identifier(before))
                return true; /* "Amendment Four" */
        if (n->ordinal ? !n->words && is_name_head(atoms, i + n->n_atoms)
                       : n->plain && is_of_address(atoms, i + 1))
                return true;
        if (n->ordinal && n->words && is_of_name(doc, atoms, i, n))
                return true;
        return is_identifier(before) && !is_past_phrase(doc, before, &atoms->list[i]) &&
               (n->plain || (before->capital && n->fraction && !n->words && !n->scaled));
}
