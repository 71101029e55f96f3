/* numerals_parts - what makes a number broken */
#include <string.h>

#include "workers/extract/numerals_read.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_number_words;
extern const struct lexicon lexicon_units;

enum { EXPONENT_DIGITS_MAX = 2, OVER_100 = 100, DAYS_MAX = 31 };

/* The digits at atom @i, at most @max of them; 0: others, or none. */
static int digits_at(const struct atoms *a, size_t i, size_t max)
{
        int value = 0;

        if (i >= a->n || a->list[i].kind != ATOM_DIGITS || strlen(a->list[i].lower) > max)
                return 0;
        for (const char *d = a->list[i].lower; *d; d++)
                value = value * 10 + *d - '0';
        return value;
}

/* "1/40 of", "3/100 inch": what is no day of a month, and a part of something. */
static bool take_long_fraction(struct reader *r)
{
        const struct atoms *a = r->atoms;
        size_t i = r->at;
        int over = digits_at(a, i, 2), under = digits_at(a, i + 2, 4);

        if (r->group || !over || under <= DAYS_MAX || over >= under ||
            !atom_is(a, i + 1, "/") || !atom_joined(a, i + 1) || !atom_joined(a, i + 2) ||
            (i + 3 < a->n && !atom_is(a, i + 3, "of") &&
             !lexicon_get(&lexicon_units, a->list[i + 3].lower)))
                return false;
        reader_add_part(r, over, under);
        r->at += 3;
        r->out->fraction = true;
        return true;
}

bool reader_take_fraction(struct reader *r)
{
        static const struct {
                const char *mark;
                int over, under;
        } signs[] = {
                { "½", 1, 2 }, { "¼", 1, 4 }, { "¾", 3, 4 }, { "⅓", 1, 3 }, { "⅔", 2, 3 },
                { "⅛", 1, 8 }, { "⅜", 3, 8 }, { "⅝", 5, 8 }, { "⅞", 7, 8 }, { "⅕", 1, 5 },
                { "⅖", 2, 5 }, { "⅗", 3, 5 }, { "⅘", 4, 5 }, { "⅙", 1, 6 }, { "⅚", 5, 6 }
        };
        const struct atoms *a = r->atoms;
        size_t i = r->at;

        for (size_t k = 0; k < ARRAY_SIZE(signs); k++) {
                if (atom_is(a, i, signs[k].mark)) {
                        reader_add_part(r, signs[k].over, signs[k].under);
                        r->at++;
                        r->out->fraction = true;
                        return true;
                }
        }
        if (i + 2 < a->n && a->list[i].kind == ATOM_DIGITS && atom_is(a, i + 1, "/") &&
            atom_joined(a, i + 1) && atom_joined(a, i + 2) &&
            a->list[i + 2].kind == ATOM_DIGITS && strlen(a->list[i].lower) == 1 &&
            strlen(a->list[i + 2].lower) == 1 &&
            a->list[i].lower[0] < a->list[i + 2].lower[0] &&
            !(atom_is(a, i + 3, "/") && atom_joined(a, i + 3))) {
                int over = a->list[i].lower[0] - '0', under = a->list[i + 2].lower[0] - '0';

                if (over == 0)
                        return false;
                reader_add_part(r, over, under);
                r->at += 3;
                r->out->fraction = true;
                return true;
        }
        return take_long_fraction(r);
}

/* The atom behind a hyphen at @i, which may stand between spaces; else @i. */
static size_t behind_hyphen(const struct atoms *a, size_t i)
{
        return atom_is(a, i, "-") ? i + 1 : i;
}

/* The number word at @i without the s of its plural. */
static bool singular_at(const struct atoms *a, size_t i, struct number_word *ret,
                        bool *ret_plural)
{
        struct atom one;
        size_t size = i < a->n ? a->list[i].size : 0;

        *ret_plural = false;
        if (size < 4 || a->list[i].kind != ATOM_WORD)
                return false;
        if (atom_is(a, i, "halves")) {
                *ret_plural = true;
                return number_word_at(a, i, ret);
        }
        if (a->list[i].lower[size - 1] != 's')
                return number_word_at(a, i, ret);
        one = a->list[i];
        one.lower[--one.size] = '\0';
        one.hash = lexicon_hash(LEXICON_HASH_EMPTY, one.lower, one.size);
        *ret_plural = true;
        return number_word_at(&(struct atoms){ .list = &one, .n = 1 }, 0, ret);
}

/* "third", "quarters", "twenty-fifth": what is one of it, in thousandths. */
static int64_t under_at(const struct atoms *a, size_t i, size_t *ret_n, bool *ret_plural)
{
        struct number_word w, ten;
        int64_t more = 0;

        *ret_n = 1;
        if (number_word_at(a, i, &ten) && ten.class == WORD_TEN && !ten.ordinal &&
            atom_is(a, i + 1, "-") && atom_joined(a, i + 1) && atom_joined(a, i + 2)) {
                more = ten.value;
                *ret_n = 3;
        }
        if (atom_is(a, i, "second") || !singular_at(a, i + *ret_n - 1, &w, ret_plural))
                return 0;
        if (w.class == WORD_PART)
                return more ? 0 : ONE * ONE / w.value;
        if (!w.ordinal || w.value > 1000 * ONE ||
            (more && (w.class != WORD_UNIT || w.value >= 10 * ONE)))
                return 0;
        return more || w.value > 2 * ONE ? more + w.value : 0;
}

/* "three", "fifty-four", "a"; gives its atoms. */
static size_t over_at(const struct atoms *a, size_t i, int64_t *ret_value)
{
        struct number_word w, unit;
        size_t next = i + 1;

        if (atom_is(a, i, "a") || atom_is(a, i, "an")) {
                *ret_value = ONE;
                return 1;
        }
        if (!number_word_at(a, i, &w) || w.ordinal || w.value < ONE ||
            (w.class != WORD_UNIT && w.class != WORD_TEN))
                return 0;
        *ret_value = w.value;
        next = behind_hyphen(a, next);
        if (w.class == WORD_TEN && number_word_at(a, next, &unit) && !unit.ordinal &&
            unit.class == WORD_UNIT && unit.value < 10 * ONE) {
                *ret_value += unit.value;
                return next + 1 - i;
        }
        return 1;
}

bool share_at(const struct atoms *a, size_t i, struct share *ret)
{
        struct share share = { 0 };
        size_t n = over_at(a, i, &share.over), under;
        bool plural;

        if (!n)
                return false;
        n = behind_hyphen(a, i + n) - i;
        share.under = under_at(a, i + n, &under, &plural);
        if (!share.under || (plural != (share.over > ONE) && share.under != 4 * ONE))
                return false;
        share.n_atoms = n + under;
        *ret = share;
        return true;
}

/* @of in the proportion of @share. */
static int64_t part_of(int64_t of, const struct share *share)
{
        return of / share->under * share->over +
               (of % share->under * share->over + share->under / 2) / share->under;
}

bool reader_take_share_of_scale(struct reader *r)
{
        const struct atoms *a = r->atoms;
        struct share share = { ONE, 4 * ONE, 1 };
        struct number_word w;
        size_t i = r->at;

        if (!atom_is(a, i, "quarter") && !share_at(a, i, &share))
                return false;
        i += share.n_atoms;
        if (atom_is(a, i, "of") && (atom_is(a, i + 1, "a") || atom_is(a, i + 1, "one")))
                i += 2;
        if (share.over >= share.under || !number_word_at(a, i, &w) || w.class != WORD_SCALE ||
            w.ordinal || w.value < 1000 * ONE)
                return false;
        r->total = part_of(w.value, &share);
        r->scale = w.value;
        r->last = WORD_SCALE;
        r->out->fraction = r->out->scaled = true;
        r->at = i + 1;
        return true;
}

/* "forty-two and a third": not where "a third" might be somebody. */
static bool ends_share(const struct atoms *a, size_t i)
{
        static const char *const words[] = { "of", "times", ".", ",", ";", ":", ")", "?", "!" };
        struct number_word w;

        if (i >= a->n || (number_word_at(a, i, &w) && w.class == WORD_SCALE))
                return true;
        return atom_is_one_of(a, i, words, ARRAY_SIZE(words)) ||
               lexicon_get(&lexicon_units, a->list[i].lower) != NULL;
}

/* The share behind "and", at atom @i; "half" needs no article there. */
bool added_share_at(const struct atoms *a, size_t i, struct share *ret)
{
        if (atom_is(a, i, "half")) {
                *ret = (struct share){ ONE, 2 * ONE, 1 };
                return true;
        }
        if (!share_at(a, i, ret) || ret->over >= ret->under)
                return false;
        return ret->over > ONE || ret->under == 2 * ONE || ret->under == 4 * ONE ||
               ends_share(a, i + ret->n_atoms);
}

static size_t share_behind(const struct reader *r, struct share *ret)
{
        const struct atoms *a = r->atoms;
        size_t i = r->at;

        if (atom_is(a, i, "-") && atom_joined(a, i))
                i++;
        if (!atom_is(a, i++, "and"))
                return 0;
        i += atom_is(a, i, "-");
        return added_share_at(a, i, ret) ? i + ret->n_atoms : 0;
}

/* "3 and 1/2" */
static bool take_added_fraction(struct reader *r)
{
        size_t at = r->at;

        if (!r->out->plain || !atom_is(r->atoms, at, "and") || at + 1 >= r->atoms->n ||
            r->atoms->list[at + 1].kind != ATOM_DIGITS)
                return false;
        r->at++;
        if (reader_take_fraction(r)) {
                r->out->plain = false;
                return true;
        }
        r->at = at;
        return false;
}

void reader_take_share(struct reader *r)
{
        struct number_word w;
        struct share share;
        size_t end = take_added_fraction(r) ? 0 : share_behind(r, &share);
        bool scaled = end && number_word_at(r->atoms, end, &w) && w.class == WORD_SCALE &&
                      !w.ordinal && w.value < r->scale;

        if (!end)
                return;
        if (r->group == 0 && r->scale && !scaled) /* "a million and a half" */
                reader_add(r, &r->total, part_of(r->scale, &share));
        else
                reader_add_part(r, share.over, share.under);
        r->out->fraction = true;
        r->out->plain = false;
        r->at = end;
}

/* "eleven", "seventy-one" behind the point are two digits. */
static int64_t two_digits(const struct reader *r, size_t *at)
{
        int64_t value;
        size_t n = over_at(r->atoms, *at, &value);

        if (!n || atom_is(r->atoms, *at, "a") || value < 10 * ONE)
                return 0;
        *at += n;
        return value / ONE;
}

/* "two point five": digits in words behind the point. */
void reader_take_point(struct reader *r)
{
        int64_t place = ONE;
        struct number_word w;

        size_t at = r->at + 1;
        int64_t digits;

        if (!atom_is(r->atoms, r->at, "point"))
                return;
        digits = two_digits(r, &at);
        if (!digits && (!number_word_at(r->atoms, at, &w) || w.class != WORD_UNIT || w.ordinal))
                return;
        reader_add(r, &r->group, digits * ONE / OVER_100);
        r->at = at;
        while (!digits && number_word_at(r->atoms, r->at, &w) && w.class == WORD_UNIT &&
               !w.ordinal && w.value < 10 * ONE) {
                place /= 10;
                reader_add(r, &r->group, w.value / ONE * place);
                r->at++;
        }
        r->out->fraction = true;
        r->out->plain = false;
}

/* "10^6", "10^-3" at atom @i; gives its end, 0 for none. */
static size_t signed_digits(const struct atoms *a, size_t i, int *ret)
{
        bool negative = atom_is(a, i, "-");
        int value = 0;

        if ((negative || atom_is(a, i, "+")) && atom_joined(a, i))
                i++;
        if (!atom_joined(a, i) || a->list[i].kind != ATOM_DIGITS ||
            strlen(a->list[i].lower) > EXPONENT_DIGITS_MAX)
                return 0;
        for (const char *d = a->list[i].lower; *d; d++)
                value = value * 10 + *d - '0';
        *ret = negative ? -value : value;
        return i + 1;
}

void reader_take_exponent(struct reader *r)
{
        const struct atoms *a = r->atoms;
        size_t end = 0;
        int exponent = 0;

        if (!atom_joined(a, r->at))
                return;
        if (atom_is(a, r->at, "e"))
                end = signed_digits(a, r->at + 1, &exponent);
        else if ((atom_is(a, r->at, "x") || atom_is(a, r->at, "×")) &&
                 atom_is(a, r->at + 1, "10") && atom_joined(a, r->at + 1) &&
                 atom_is(a, r->at + 2, "^") && atom_joined(a, r->at + 2))
                end = signed_digits(a, r->at + 3, &exponent);
        if (r->out->plain && r->out->digits == 1 && a->list[r->at].capital)
                return; /* "7E7" is the name of something */
        if (!end || (atom_joined(a, end) && a->list[end].kind != ATOM_MARK))
                return;
        for (; exponent > 0 && !r->overflow; exponent--)
                reader_multiply_group(r, 10);
        for (; exponent < 0; exponent++) {
                r->group_fine += r->group % 10 * FINE;
                r->overflow |= r->group_fine % 10 != 0; /* finer than billionths */
                r->group_fine /= 10;
                r->group /= 10;
        }
        r->out->plain = false;
        r->out->scaled = true;
        r->at = end;
}
