/* numerals_digits - numbers in digits, with their separators and decimals
 *
 * "13,200", "12,34,567", "10 000", "1.234.567", "2.75", "45,50 €".
 */
#include <string.h>

#include "workers/extract/numerals_read.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_units;

int64_t integer_parse(const char *digits, size_t size)
{
        int64_t value = 0;

        if (size > INTEGER_DIGITS_MAX)
                return -1;
        for (size_t i = 0; i < size; i++) {
                if (digits[i] < '0' || digits[i] > '9')
                        return -1;
                value = value * 10 + digits[i] - '0';
        }
        return value;
}

void reader_add_decimals(struct reader *r, const char *d)
{
        int64_t place = ONE * FINE, billionths = 0;

        for (; *d && place; d++) {
                place /= 10;
                billionths += (*d - '0') * place;
        }
        r->group += billionths / FINE;
        r->group_fine += billionths % FINE;
}

/* Behind a comma; where a text is set in tokens ("2, 000 feet") a space may stand before three
 * zeros, which are no number of their own. */
static bool is_group(const struct atoms *a, size_t i, unsigned digits)
{
        return atom_is(a, i, ",") && atom_joined(a, i) &&
               (atom_joined(a, i + 1) || atom_is(a, i + 1, "000")) &&
               a->list[i + 1].kind == ATOM_DIGITS &&
               a->list[i + 1].end - a->list[i + 1].start == digits;
}

/* The digits of the group behind the comma at @i, 0 for none: three, or two in the Indian way
 * of writing ("12,34,567"), where a group of three comes last. */
static unsigned group_after(const struct atoms *a, size_t i)
{
        if (is_group(a, i, 3))
                return 3;
        return is_group(a, i, 2) && (is_group(a, i + 2, 2) || is_group(a, i + 2, 3)) ? 2 : 0;
}

static bool is_spaced_group(const struct atoms *a, size_t i)
{
        return i < a->n && a->list[i].kind == ATOM_DIGITS && a->list[i].space_before &&
               strlen(a->list[i].lower) == 3;
}

/* "10 000", "1 234 567": groups of three parted by spaces. A single one counts only where it is
 * round, as two numbers may stand side by side. Gives how many. */
static size_t spaced_groups(const struct atoms *a, size_t i)
{
        size_t n = 0;

        if (i > 1 && a->list[i - 2].kind == ATOM_DIGITS)
                return 0;
        while (n < SPACED_GROUPS_MAX && is_spaced_group(a, i + n))
                n++;
        if (i + n < a->n && a->list[i + n].kind == ATOM_DIGITS)
                return 0;
        if (n == 1 &&
            (strcmp(a->list[i].lower + 1, "00") != 0 || strlen(a->list[i - 1].lower) < 2))
                return 0;
        return n < SPACED_GROUPS_MAX ? n : 0;
}

bool reader_is_sum(const struct reader *r)
{
        static const char *const signs[] = { "$", "£", "€", "¥", "₹", "₽", "₩", "₺", "rs" };

        return r->start && atom_is_one_of(r->atoms, r->start - 1, signs, ARRAY_SIZE(signs));
}

/* "1.234.567": points between groups of three, as much of Europe writes; two of them, as four
 * numbers are an address. */
static bool is_pointed_group(const struct atoms *a, size_t i)
{
        return atom_is(a, i, ".") && atom_joined(a, i) && atom_joined(a, i + 1) &&
               i + 1 < a->n && a->list[i + 1].kind == ATOM_DIGITS && a->list[i + 1].size == 3;
}

static bool is_comma_decimals(const struct atoms *a, size_t i)
{
        return atom_is(a, i, ",") && atom_joined(a, i) && atom_joined(a, i + 1) &&
               i + 1 < a->n && a->list[i + 1].kind == ATOM_DIGITS && a->list[i + 1].size < 3;
}

/* How many there are; one counts only before decimals: "1.234,56". */
static size_t pointed_groups(const struct atoms *a, size_t i)
{
        if (!is_pointed_group(a, i))
                return 0;
        if (is_comma_decimals(a, i + 2))
                return 1;
        return is_pointed_group(a, i + 2) && !(atom_is(a, i + 4, ".") &&
                                               atom_joined(a, i + 4) && atom_joined(a, i + 5))
                       ? 2
                       : 0;
}

/* "45,50 €", "€45,50", "3,5 %": one or two digits behind a comma are decimals where a sum or a
 * unit is told. */
static bool is_decimal_comma(const struct reader *r, size_t i)
{
        const struct atoms *a = r->atoms;
        const char *next;

        if (!atom_is(a, i, ",") || !atom_joined(a, i) || !atom_joined(a, i + 1) ||
            i + 1 >= a->n || a->list[i + 1].kind != ATOM_DIGITS || a->list[i + 1].size > 2)
                return false;
        if (reader_is_sum(r))
                return !atom_joined(a, i + 2) || a->list[i + 2].kind == ATOM_WORD;
        next = i + 2 < a->n ? a->list[i + 2].lower : "";
        return strcmp(next, "%") == 0 || strcmp(next, "€") == 0 || strcmp(next, "£") == 0 ||
               strcmp(next, "eur") == 0 || strcmp(next, "euros") == 0 ||
               (strcmp(next, "in") != 0 && lexicon_get(&lexicon_units, next));
}

bool reader_take_digits(struct reader *r)
{
        const struct atoms *a = r->atoms;
        const struct atom *first = &a->list[r->at];
        size_t size = first->end - first->start, i = r->at + 1;
        int64_t value;
        bool pointed = false;

        if (size > DIGITS_MAX)
                return false;
        value = integer_parse(first->lower, size);
        r->out->digits = (uint8_t)size;
        r->out->plain = true;
        while (size <= 3 && value && value < 1000000000000) {
                unsigned group = group_after(a, i);

                if (!group)
                        break;
                value = value * (group == 3 ? 1000 : 100) +
                        integer_parse(a->list[i + 1].lower, group);
                r->out->grouped = true;
                r->out->plain = false;
                i += 2;
        }
        if (i == r->at + 1 && size <= 3 && value && pointed_groups(a, i)) {
                for (size_t n = pointed_groups(a, i); n; n--, i += 2)
                        value = value * 1000 + integer_parse(a->list[i + 1].lower, 3);
                r->out->grouped = pointed = true;
                r->out->plain = false;
        }
        if (i == r->at + 1 && size <= 3 && value) {
                for (size_t n = spaced_groups(a, i); n; n--, i++) {
                        value = value * 1000 + integer_parse(a->list[i].lower, 3);
                        r->out->grouped = true;
                        r->out->plain = false;
                }
        }
        value *= ONE;
        if ((atom_is(a, i, ".") && atom_joined(a, i) && atom_joined(a, i + 1) &&
             a->list[i + 1].kind == ATOM_DIGITS) ||
            (pointed ? is_comma_decimals(a, i) : is_decimal_comma(r, i))) {
                reader_add_decimals(r, a->list[i + 1].lower);
                r->out->fraction = true;
                r->out->plain = false;
                i += 2;
        }
        r->at = i;
        reader_add(r, &r->group, value);
        r->last = WORD_UNIT;
        return true;
}
