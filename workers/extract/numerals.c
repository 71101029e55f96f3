/* numerals - numbers in digits and in words
 *
 * A number is read from left to right in one pass: `group` gathers what stands below the next
 * word of scale ("two hundred and five"), `total` what lies above it ("… thousand"). All in
 * thousandths, so that halves and decimals need no floating point.
 */
#include "workers/extract/numerals_read.h"

#include <string.h>

#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_number_words;

bool number_word_at(const struct atoms *atoms, size_t i, struct number_word *ret)
{
        const char *value, *column;
        size_t size;

        if (i >= atoms->n || atoms->list[i].kind != ATOM_WORD)
                return false;
        value = lexicon_find_hashed(&lexicon_number_words, atoms->list[i].lower,
                                    atoms->list[i].size, atoms->list[i].hash);
        if (!value)
                return false;
        size = lexicon_column(value, 0, &column);
        ret->class = column[0] == 'u'   ? WORD_UNIT
                     : column[0] == 't' ? WORD_TEN
                     : column[0] == 'h' ? WORD_HUNDRED
                     : column[0] == 'p' ? WORD_PART
                                        : WORD_SCALE;
        ret->ordinal = column[size - 1] == 'o';
        size = lexicon_column(value, 1, &column);
        ret->value = integer_parse(column, size);
        return true;
}

void reader_multiply(struct reader *r, int64_t *value, int64_t by)
{
        if (__builtin_mul_overflow(*value, by, value))
                r->overflow = true;
}

void reader_add(struct reader *r, int64_t *value, int64_t more)
{
        if (__builtin_add_overflow(*value, more, value))
                r->overflow = true;
}

void reader_multiply_group(struct reader *r, int64_t by)
{
        reader_multiply(r, &r->group, by);
        reader_add(r, &r->group, r->group_fine * by / FINE);
        r->group_fine = r->group_fine * by % FINE;
}

/* What stands below a word of scale is put above it. */
static void scale_group(struct reader *r, int64_t by)
{
        reader_multiply_group(r, by);
        reader_add(r, &r->total, r->group);
        r->total_fine += r->group_fine;
        r->group = r->group_fine = 0;
}

void reader_add_part(struct reader *r, int64_t over, int64_t under)
{
        int64_t billionths = (over * ONE * FINE + under / 2) / under;

        reader_add(r, &r->group, billionths / FINE);
        r->group_fine += billionths % FINE;
}

static bool fits(const struct reader *r, const struct number_word *w)
{
        switch (w->class) {
        case WORD_UNIT:
                return r->last == WORD_NONE || r->last == WORD_HUNDRED ||
                       r->last == WORD_SCALE || (r->last == WORD_TEN && w->value < 10 * ONE);
        case WORD_TEN:
                return r->last == WORD_NONE || r->last == WORD_HUNDRED || r->last == WORD_SCALE;
        case WORD_HUNDRED: return r->group > 0 && r->group < (r->out->words ? 100 : 1000) * ONE;
        case WORD_SCALE:
                /* "three thousand million" */
                if (r->last == WORD_SCALE && r->group == 0)
                        return w->value > r->scale && r->scale >= 1000 * ONE && !r->summed;
                return r->group + r->group_fine > 0 && (r->scale == 0 || w->value < r->scale);
        default: return false;
        }
}

static void take(struct reader *r, const struct number_word *w)
{
        if (w->class == WORD_UNIT || w->class == WORD_TEN) {
                reader_add(r, &r->group, w->value);
        } else if (w->class == WORD_HUNDRED) {
                reader_multiply_group(r, w->value / ONE);
        } else if (r->last == WORD_SCALE && r->group == 0) {
                reader_multiply(r, &r->total, w->value / ONE);
                r->scale = w->value;
        } else {
                r->summed = r->total > 0;
                scale_group(r, w->value / ONE);
                r->scale = w->value;
                if (w->value >= 1000 * ONE)
                        r->out->scaled = true;
        }
        r->last = w->class;
        r->out->plain = false;
        r->out->ordinal = w->ordinal;
}

static bool is_plural(const struct atoms *a, size_t i)
{
        static const char *const words[] = { "people", "men", "women", "children", "sq" };
        size_t size = i < a->n ? strlen(a->list[i].lower) : 0;

        if (atom_is_one_of(a, i, words, ARRAY_SIZE(words)))
                return true;
        return size > 3 && a->list[i].kind == ATOM_WORD && a->list[i].lower[size - 1] == 's' &&
               a->list[i].lower[size - 2] != 's' && !a->list[i].capital;
}

/* "1.8m tall", "a 50m pool": metres; "£3m", "2.4m people", "10M": millions. */
static bool is_scale_letter(const struct reader *r)
{
        const struct atom *letter = &r->atoms->list[r->at];

        if (letter->space_before)
                return false;
        switch (letter->lower[0]) {
        case 'k': return true;
        case 'm': return letter->capital || reader_is_sum(r) || is_plural(r->atoms, r->at + 1);
        case 'b': return r->out->fraction || reader_is_sum(r) || is_plural(r->atoms, r->at + 1);
        default: return reader_is_sum(r);
        }
}

/* "1.5bn", "20k": a letter of scale that is joined to the digits. */
static bool read_joined_scale(struct reader *r)
{
        static const struct {
                const char *word;
                int64_t value;
        } scales[] = { { "bln", 1000000000 },   { "tln", 1000000000000 },
                       { "k", 1000 },           { "m", 1000000 },
                       { "mn", 1000000 },       { "mln", 1000000 },
                       { "bn", 1000000000 },    { "b", 1000000000 },
                       { "tn", 1000000000000 }, { "trn", 1000000000000 },
                       { "t", 1000000000000 },  { "mil", 1000000 },
                       { "mm", 1000000 } };
        const struct atoms *a = r->atoms;

        for (size_t k = 0; k < ARRAY_SIZE(scales); k++) {
                if (!atom_is(a, r->at, scales[k].word))
                        continue;
                if (strlen(scales[k].word) < 2 && !is_scale_letter(r))
                        continue;
                if (strcmp(scales[k].word, "mm") == 0 && !reader_is_sum(r))
                        continue; /* millimetres */
                scale_group(r, scales[k].value);
                r->out->scaled = true;
                r->out->plain = false;
                r->at++;
                return true;
        }
        return false;
}

static bool read_ordinal_ending(struct reader *r)
{
        static const char *const endings[] = { "st", "nd", "rd", "th" };
        const struct atoms *a = r->atoms;

        for (size_t k = 0; k < ARRAY_SIZE(endings); k++) {
                if (atom_is(a, r->at, endings[k]) && atom_joined(a, r->at)) {
                        if (k < 3 && r->group / ONE % 10 != (int64_t)k + 1)
                                return false; /* "14st" are stones */
                        r->out->ordinal = true;
                        r->at++;
                        return true;
                }
        }
        return false;
}

/* The place of the next word of the number: over a joining hyphen, or "and" after hundreds. */
static size_t next_word(const struct reader *r)
{
        const struct atoms *a = r->atoms;
        struct number_word unit;
        struct share share;

        if (atom_is(a, r->at, "-") && atom_joined(a, r->at) && atom_joined(a, r->at + 1))
                return r->at + 1;
        if (atom_is(a, r->at, "and") && r->out->words &&
            (r->last == WORD_HUNDRED || r->last == WORD_SCALE) &&
            !added_share_at(a, r->at + 1, &share))
                return r->at + 1;
        if (r->last == WORD_TEN && atom_is(a, r->at, "-") && a->list[r->at].space_before &&
            r->at + 1 < a->n && a->list[r->at + 1].space_before &&
            number_word_at(a, r->at + 1, &unit) && unit.class == WORD_UNIT)
                return r->at + 1; /* "fifty - two" */
        return r->at;
}

/* "3 hundred and 21", "4 thousand 3 hundred": digits behind words of scale. */
static bool read_more_digits(struct reader *r)
{
        const struct atoms *a = r->atoms;
        struct number_word w;
        size_t i = r->at;
        bool hundred = r->last == WORD_HUNDRED && atom_is(a, i, "and");
        bool thousand = r->last == WORD_SCALE && r->scale == 1000 * ONE && r->group == 0 &&
                        atom_is(a, i + 1, "hundred");

        i += hundred;
        if (r->out->words || !(hundred || thousand) || i >= a->n ||
            a->list[i].kind != ATOM_DIGITS || strlen(a->list[i].lower) > (hundred ? 2 : 1) ||
            strcmp(a->list[i].lower, "0") == 0)
                return false;
        if (hundred && (number_word_at(a, i + 1, &w) ||
                        (atom_joined(a, i + 1) &&
                         (a->list[i + 1].kind != ATOM_MARK || atom_joined(a, i + 2)))))
                return false;
        reader_add(r, &r->group,
                   integer_parse(a->list[i].lower, strlen(a->list[i].lower)) * ONE);
        r->last = WORD_UNIT;
        r->at = i + 1;
        return true;
}

static void read_words(struct reader *r)
{
        struct number_word w;

        while (!r->overflow && !r->out->ordinal) {
                size_t i = next_word(r);

                if (read_more_digits(r))
                        continue;
                if (!number_word_at(r->atoms, i, &w) || !fits(r, &w))
                        return;
                /* Digits take scales alone: "20 million", never "20 five". */
                if (!r->out->words && w.class < WORD_HUNDRED)
                        return;
                /* "five-hundredths": ordinals of words do not end numbers of digits. */
                if (!r->out->words && w.ordinal)
                        return;
                take(r, &w);
                r->at = i + 1;
        }
}

/* "a couple hundred", "a couple of thousand"; gives the atoms before the word of scale. */
static size_t couple_at(const struct atoms *a, size_t i)
{
        size_t n = 2;

        if (!atom_is(a, i, "a") || !atom_is(a, i + 1, "couple"))
                return 0;
        return n + atom_is(a, i + n, "of");
}

/* "a dozen", "a hundred", "half a million", "a half", "hundredth". */
static bool read_article(struct reader *r)
{
        const struct atoms *a = r->atoms;
        size_t couple = couple_at(a, r->at);
        struct number_word w;

        if (atom_is(a, r->at, "half")) {
                size_t i = r->at + 1;

                if (atom_is(a, i, "a"))
                        i++;
                if (!number_word_at(a, i, &w) || w.class != WORD_SCALE || w.ordinal)
                        return false;
                r->group = ONE / 2;
                r->at = i;
                r->out->fraction = true;
                return true;
        }
        if (couple && number_word_at(a, r->at + couple, &w) && !w.ordinal &&
            (w.class == WORD_HUNDRED || w.class == WORD_SCALE)) {
                r->group = 2 * ONE;
                r->at += couple;
                return true;
        }
        if (number_word_at(a, r->at, &w) && w.ordinal &&
            (w.class == WORD_HUNDRED || w.class == WORD_SCALE)) {
                r->group = ONE;
                return true;
        }
        if (!atom_is(a, r->at, "a") || !number_word_at(a, r->at + 1, &w) || w.ordinal ||
            (w.class != WORD_HUNDRED && w.class != WORD_SCALE))
                return false;
        r->group = ONE;
        r->at++;
        r->out->article = true;
        return true;
}

/* ".77" */
static bool read_bare_decimal(struct reader *r)
{
        const struct atoms *a = r->atoms;

        if (!atom_is(a, r->at, ".") || !a->list[r->at].space_before ||
            !atom_joined(a, r->at + 1) || a->list[r->at + 1].kind != ATOM_DIGITS)
                return false;
        reader_add_decimals(r, a->list[r->at + 1].lower);
        r->at += 2;
        r->out->fraction = true;
        return true;
}

/* Nearly all words and marks of a text do not. */
static bool starts_number(const struct atoms *a, size_t i)
{
        struct number_word w;

        switch (a->list[i].kind) {
        case ATOM_DIGITS: return true;
        case ATOM_MARK: /* ".5", "½" */
                return a->list[i].lower[0] == '.' || (unsigned char)a->list[i].lower[0] >= 0x80;
        default: return atom_is(a, i, "a") || atom_is(a, i, "an") || number_word_at(a, i, &w);
        }
}

/* Rounded to thousandths; what is finer stands beside them. */
static void set_value(struct reader *r)
{
        int64_t fine = r->total_fine + r->group_fine;

        reader_add(r, &r->total, fine / FINE + (fine % FINE >= FINE / 2));
        r->out->value = r->total;
        r->out->finer = (int32_t)(fine % FINE - (fine % FINE >= FINE / 2 ? FINE : 0));
}

bool numeral_read(const struct atoms *atoms, size_t i, struct numeral *ret)
{
        struct numeral out = { 0 };
        struct reader r = { .atoms = atoms, .start = i, .at = i, .out = &out };
        size_t start = i;

        if (i >= atoms->n || !starts_number(atoms, i))
                return false;
        if (read_bare_decimal(&r)) {
                r.last = WORD_UNIT;
                read_joined_scale(&r);
        } else if (reader_take_fraction(&r)) {
                r.last = WORD_UNIT;
        } else if (atoms->list[i].kind == ATOM_DIGITS) {
                if (!reader_take_digits(&r))
                        return false;
                if (!out.fraction && !read_ordinal_ending(&r) && reader_take_fraction(&r))
                        out.plain = false;
                if (!out.ordinal && !read_joined_scale(&r))
                        reader_take_exponent(&r);
        } else if (atoms->list[i].kind == ATOM_WORD) {
                out.words = true;
                if (!reader_take_share_of_scale(&r))
                        read_article(&r);
        }
        if (!out.ordinal) {
                if (r.at > start)
                        reader_take_share(&r);
                read_words(&r);
                if (r.at > start && !out.ordinal) {
                        if (out.words)
                                reader_take_point(&r);
                        reader_take_share(&r);
                        read_words(&r); /* "two and a half" "million" */
                }
        }
        reader_add(&r, &r.total, r.group);
        set_value(&r);
        out.n_atoms = r.at - start;
        if (r.overflow || out.n_atoms == 0 || out.n_atoms > UINT16_MAX)
                return false;
        *ret = out;
        return true;
}
