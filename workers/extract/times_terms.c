/* times_terms - words and numbers with what they can mean
 *
 * A term is the longest phrase of the lexicons at its place, or a number, or a date in digits;
 * a word that is none of these stays a term, so that rules can name it. A hyphen inside a word
 * vanishes; one between numbers or names of months is "to".
 */
#include <errno.h>
#include <string.h>

#include "workers/extract/phrases.h"
#include "workers/extract/times.h"

extern const struct lexicon lexicon_time_words;
extern const struct lexicon lexicon_holidays;

enum {
        PHRASE_ATOMS_MAX = 5,
        MONTH_BACK_MAX = 3,
        YEAR_FIRST = 1000,
        YEAR_LAST = 2199,
        YEAR_HUNDRED = 1100
};

static const char *const class_names[CLASS_COUNT] = {
        [CLASS_MONTH] = "MONTH",   [CLASS_DOW] = "DOW",         [CLASS_UNIT] = "UNIT",
        [CLASS_UNITS] = "UNITS",   [CLASS_NUM] = "NUM",         [CLASS_ORD] = "ORD",
        [CLASS_DAY] = "DAY",       [CLASS_YEAR] = "YEAR",       [CLASS_YEAR2] = "YEAR2",
        [CLASS_DATE] = "DATE",     [CLASS_CLOCK] = "CLOCK",     [CLASS_HOUR] = "HOUR",
        [CLASS_AMPM] = "AMPM",     [CLASS_ZONE] = "ZONE",       [CLASS_REL] = "REL",
        [CLASS_MOD] = "MOD",       [CLASS_EDGE] = "EDGE",       [CLASS_DEICTIC] = "DEICTIC",
        [CLASS_REF] = "REF",       [CLASS_HOLIDAY] = "HOLIDAY", [CLASS_VAGUE] = "VAGUE",
        [CLASS_APPROX] = "APPROX", [CLASS_AGO] = "AGO",         [CLASS_EVERY] = "EVERY",
        [CLASS_FREQ] = "FREQ",     [CLASS_DOWS] = "DOWS",       [CLASS_SEASON] = "SEASON",
        [CLASS_PART] = "PART",     [CLASS_PARTS] = "PARTS",     [CLASS_DECADE] = "DECADE",
        [CLASS_ERA] = "ERA",       [CLASS_QUARTER] = "QUARTER", [CLASS_TO] = "TO",
        [CLASS_NOON] = "NOON",     [CLASS_PERIOD] = "PERIOD",   [CLASS_YEARS] = "YEARS",
        [CLASS_CLOSE] = "CLOSE",   [CLASS_HALF] = "HALF",       [CLASS_OCLOCK] = "OCLOCK",
        [CLASS_NUM2] = "NUM2",     [CLASS_LONG] = "LONG",
};

enum term_class term_class_named(const char *name, size_t size)
{
        for (enum term_class c = 0; c < CLASS_COUNT; c++) {
                const char *n = class_names[c];

                if (n[0] == name[0] && n[1] == name[1] && strncmp(n, name, size) == 0 &&
                    !n[size])
                        return c;
        }
        return CLASS_COUNT;
}

const struct sense *term_sense(const struct term *term, enum term_class class)
{
        if (!(term->classes >> class & 1))
                return NULL;
        for (size_t i = 0; i < term->n_senses; i++)
                if (term->senses[i].class == class)
                        return &term->senses[i];
        return NULL;
}

bool terms_own(const struct terms *terms, size_t last)
{
        last += last < terms->n && term_sense(&terms->list[last], CLASS_PART) != NULL;
        return last < terms->n && strcmp(terms->list[last].word, "'s") == 0;
}

static void add_sense(struct term *term, enum term_class class, const char *code, int number)
{
        if (term->n_senses == SENSES_MAX)
                return;
        term->senses[term->n_senses++] =
                (struct sense){ .class = (uint8_t) class, .code = code, .number = number };
        term->classes |= UINT64_C(1) << class;
}

static int parse_number(const char *code, size_t size)
{
        bool negative = size && code[0] == '-';
        int value = 0;

        for (size_t i = negative; i < size && code[i] >= '0' && code[i] <= '9'; i++)
                value = value * 10 + code[i] - '0';
        return negative ? -value : value;
}

/* The meanings of a line of time_words.txt: CLASS or CLASS=code, parted by tabs. */
static void add_senses(struct term *term, const char *value)
{
        const char *column;
        size_t size;

        for (unsigned i = 0; (size = lexicon_column(value, i, &column)); i++) {
                const char *equals = memchr(column, '=', size);
                size_t name = equals ? (size_t)(equals - column) : size;
                const char *code = equals ? equals + 1 : "";
                enum term_class class = term_class_named(column, name);

                if (class == CLASS_COUNT)
                        continue;
                add_sense(term, class, code, equals ? parse_number(code, size - name - 1) : 0);
        }
}

/* The longest phrase of the lexicons at @i; gives its atoms. */
static size_t read_phrase(struct term *term, const struct atoms *atoms, size_t i)
{
        size_t n = 0, holiday = 0;
        const char *word = phrase_find(&lexicon_time_words, atoms, i, PHRASE_ATOMS_MAX, &n);
        const char *day = phrase_find(&lexicon_holidays, atoms, i, PHRASE_ATOMS_MAX, &holiday);

        if (day && holiday > n) {
                add_sense(term, CLASS_HOLIDAY, day, 0);
                return holiday;
        }
        if (word)
                add_senses(term, word);
        return n;
}

/* @dated: a month stands before it. */
static void add_number_senses(struct term *term, const struct numeral *numeral, bool dated)
{
        int64_t whole = numeral->value / 1000;
        bool integer = numeral->value % 1000 == 0 && !numeral->fraction;
        int small = whole <= YEAR_LAST ? (int)whole : -1;

        term->value = numeral->value;
        term->digits = !numeral->words;
        add_sense(term, numeral->ordinal ? CLASS_ORD : CLASS_NUM, "", small);
        if (!integer || small < 0 || numeral->grouped || numeral->scaled)
                small = -1;
        if (small >= 1 && small <= 31 && (numeral->ordinal || numeral->plain))
                add_sense(term, CLASS_DAY, "", small);
        if (numeral->ordinal)
                return;
        if (small > 20 && small <= 31 && numeral->words) /* "May twenty-one" */
                add_sense(term, CLASS_DAY, "words", small);
        if (small >= 0 && small <= 24 && (numeral->words || numeral->digits <= 2))
                add_sense(term, CLASS_HOUR, "", small);
        if (numeral->plain && numeral->digits == 2 && small > 31)
                add_sense(term, CLASS_NUM2, "", small);
        if (numeral->plain && numeral->digits == 4 && small >= YEAR_FIRST)
                add_sense(term, CLASS_YEAR, "", small);
        if (dated && integer && whole >= YEAR_HUNDRED && whole < 2000 && whole % 100)
                add_sense(term, CLASS_YEAR, "", (int)whole);
        if (numeral->words && whole >= 2000 && whole < 2050)
                add_sense(term, CLASS_YEAR, "", (int)whole);
}

/* "nineteen ninety-six": two numbers in words that only a year joins. */
static size_t read_year_words(struct term *term, const struct atoms *atoms, size_t i,
                              const struct numeral *first)
{
        size_t next = i + first->n_atoms;
        struct numeral second;
        int year;

        if (!first->words || first->value < 10000 || first->value > 20000 || first->ordinal)
                return 0;
        if (atom_is(atoms, next, "-") && atom_joined(atoms, next))
                next++;
        if (!numeral_read(atoms, next, &second) || !second.words || second.ordinal ||
            second.value < 10000 || second.value > 99000 || second.scaled)
                return 0;
        year = (int)(first->value / 10 + second.value / 1000);
        term->value = year * 1000;
        add_sense(term, CLASS_YEAR, "", year);
        return next + second.n_atoms - i;
}

/* "6 April seventeen hundred thirty-three", "April 6, seventeen hundred" */
static bool is_behind_month(const struct atoms *atoms, size_t i)
{
        const char *value;

        for (size_t k = 1; k <= MONTH_BACK_MAX && k <= i; k++) {
                value = atoms->list[i - k].kind == ATOM_WORD
                                ? lexicon_get(&lexicon_time_words, atoms->list[i - k].lower)
                                : NULL;
                if (value && strncmp(value, "MONTH=", 6) == 0)
                        return true;
        }
        return false;
}

static size_t read_number(struct term *term, const struct atoms *atoms, size_t i)
{
        struct numeral numeral;
        size_t n;

        if (!numeral_read(atoms, i, &numeral))
                return 0;
        n = read_year_words(term, atoms, i, &numeral);
        if (n)
                return n;
        add_number_senses(term, &numeral,
                          numeral.words && numeral.value >= YEAR_HUNDRED * 1000 &&
                                  is_behind_month(atoms, i));
        return numeral.n_atoms;
}

static bool is_dash(const struct atom *a)
{
        return strcmp(a->lower, "-") == 0 || strcmp(a->lower, "~") == 0 ||
               strcmp(a->lower, "–") == 0;
}

static bool is_calendar_name(const struct atom *a)
{
        const char *value = lexicon_get(&lexicon_time_words, a->lower);

        return value && (strncmp(value, "MONTH", 5) == 0 || strncmp(value, "DOW=", 4) == 0);
}

/* "Nov 18-Dec 19": a month before the day, and another behind the dash. */
static bool is_range_of_days(const struct atoms *atoms, size_t i)
{
        return i > 1 && i + 1 < atoms->n && is_calendar_name(&atoms->list[i - 2]) &&
               atoms->list[i - 1].kind == ATOM_DIGITS && is_calendar_name(&atoms->list[i + 1]);
}

/* "10am-12pm" */
static bool is_range_of_hours(const struct atoms *atoms, size_t i)
{
        static const char *const halves[] = { "am", "pm", "a.m.", "p.m.", "noon" };

        if (i && atom_is_one_of(atoms, i - 1, halves, ARRAY_SIZE(halves)))
                return i + 1 < atoms->n && atoms->list[i + 1].kind == ATOM_DIGITS;
        return false;
}

/* "27th - 29th", "July 18 - July 20": a hyphen between spaces and days. */
static bool is_spaced_range(const struct atoms *atoms, size_t i)
{
        static const char *const endings[] = { "st", "nd", "rd", "th" };
        const struct atom *after = i + 1 < atoms->n ? &atoms->list[i + 1] : NULL;
        bool day;

        if (!i || !after || !atoms->list[i].space_before || !after->space_before)
                return false;
        day = atoms->list[i - 1].kind == ATOM_DIGITS ||
              (i > 1 && atom_joined(atoms, i - 1) && atoms->list[i - 2].kind == ATOM_DIGITS &&
               atom_is_one_of(atoms, i - 1, endings, ARRAY_SIZE(endings)));
        return day && (after->kind == ATOM_DIGITS || is_calendar_name(after));
}

/* Between two numbers or two names of months or days, a dash is "to"; otherwise a hyphen that
 * joins is no term at all. Gives false where it is to be left out. */
static bool read_dash(struct term *term, const struct atoms *atoms, size_t i)
{
        const struct atom *before = i ? &atoms->list[i - 1] : NULL;
        const struct atom *after = i + 1 < atoms->n ? &atoms->list[i + 1] : NULL;

        if (is_range_of_days(atoms, i) || is_range_of_hours(atoms, i) ||
            is_spaced_range(atoms, i)) {
                add_sense(term, CLASS_TO, "", 0);
                return true;
        }
        if (before && after &&
            ((before->kind == ATOM_DIGITS && after->kind == ATOM_DIGITS) ||
             (is_calendar_name(before) && is_calendar_name(after)) ||
             strcmp(atoms->list[i].lower, "-") != 0)) {
                add_sense(term, CLASS_TO, "", 0);
                return true;
        }
        return !(before && after && atom_joined(atoms, i) && atom_joined(atoms, i + 1));
}

/* "Sept." takes its dot along. */
static size_t abbreviation_dot(const struct term *term, const struct atoms *atoms, size_t next)
{
        for (size_t i = 0; i < term->n_senses; i++)
                if (strstr(term->senses[i].code, "abbr") && atom_is(atoms, next, ".") &&
                    atom_joined(atoms, next))
                        return 1;
        return 0;
}

/* "3:18a", "at 9p"; "4a" alone is the number of a house. */
static bool is_short_half(const struct atoms *atoms, size_t i)
{
        return i > 1 && (atom_is(atoms, i, "a") || atom_is(atoms, i, "p")) &&
               !atoms->list[i].capital && atom_joined(atoms, i) &&
               atoms->list[i - 1].kind == ATOM_DIGITS &&
               !(atom_joined(atoms, i + 1) && atoms->list[i + 1].kind != ATOM_MARK);
}

/* Each atom may be a term. */
static int make_room(struct terms *terms, struct arena *arena, size_t n)
{
        terms->n = 0;
        if (terms->room >= n)
                return 0;
        n = n > 2 * terms->room ? n : 2 * terms->room;
        terms->list = arena_alloc(arena, n * sizeof(*terms->list));
        terms->room = terms->list ? n : 0;
        return terms->list ? 0 : -ENOMEM;
}

/* Fills @term from atom @i on; gives the number of atoms, 0 where there is to be no term. */
static size_t read_term(struct term *term, const struct atoms *atoms, size_t i)
{
        const struct atom *a = &atoms->list[i];
        size_t n = digits_read(term, atoms, i), k;

        if (n)
                return n;
        if (a->kind == ATOM_MARK && is_dash(a))
                return read_dash(term, atoms, i) ? 1 : 0;
        if (is_short_half(atoms, i)) {
                add_sense(term, CLASS_AMPM, "", a->lower[0] == 'p' ? 12 : 0);
                return 1;
        }
        if (a->kind == ATOM_WORD) {
                struct term number = { 0 };

                n = read_phrase(term, atoms, i);
                if (n && term_sense(term, CLASS_AMPM) && atom_joined(atoms, i + n) &&
                    atoms->list[i + n].kind == ATOM_DIGITS)
                        memset(term, 0, sizeof(*term)); /* "3am3" */
                k = read_number(&number, atoms, i);
                if (k > n || (k == n && !n)) {
                        *term = number;
                        n = k;
                } else if (k == n) {
                        term->value = number.value;
                        for (size_t s = 0; s < number.n_senses; s++) {
                                if (number.senses[s].class == CLASS_YEAR &&
                                    term_sense(term, CLASS_DECADE))
                                        continue; /* "the two thousands" */
                                add_sense(term, number.senses[s].class, "",
                                          number.senses[s].number);
                        }
                }
        } else {
                n = read_number(term, atoms, i);
        }
        if (!n)
                return 1;
        return n + abbreviation_dot(term, atoms, i + n);
}

/* "Theresa May", "Mrs May": the month's name behind another one, and no day behind it. */
static void note_surname(struct terms *terms, size_t i)
{
        static const uint64_t of_dates = UINT64_C(1) << CLASS_DAY | UINT64_C(1) << CLASS_YEAR |
                                         UINT64_C(1) << CLASS_NUM | UINT64_C(1) << CLASS_TO;
        const struct term *t = &terms->list[i - 1], *before = &terms->list[i - 2];
        const struct sense *month = term_sense(t, CLASS_MONTH);

        if (month && t->capital && before->capital && !before->classes &&
            before->upos == UPOS_PROPN && t->upos == UPOS_PROPN &&
            !(terms->list[i].classes & of_dates))
                terms->surnames |= (uint16_t)(1U << month->number);
}

int terms_read(struct terms *terms, const struct document *doc, const struct atoms *atoms)
{
        size_t token = atoms->n ? document_token_at(doc, atoms->list[0].start) : 0;

        if (make_room(terms, doc->arena, atoms->n))
                return -ENOMEM;
        for (size_t i = 0; i < atoms->n;) {
                struct term *term = &terms->list[terms->n++];
                size_t n;

                memset(term, 0, sizeof(*term));
                term->hour = -1;
                n = read_term(term, atoms, i);
                if (!n) {
                        terms->n--;
                        i++;
                        continue;
                }
                term->start = atoms->list[i].start;
                term->end = atoms->list[i + n - 1].end;
                while (token < doc->n_tokens && doc->tokens[token].end <= term->start)
                        token++;
                if (token < doc->n_tokens) {
                        term->upos = doc->tokens[token].upos;
                        term->fine = doc->tokens[token].fine;
                }
                term->atom = (uint32_t)i;
                term->n_atoms = (uint16_t)n;
                term->space_before = atoms->list[i].space_before;
                term->capital = atoms->list[i].capital;
                term->word = n == 1 ? atoms->list[i].lower : "";
                term->hash = atoms->list[i].hash;
                if (n == 1 && strcmp(term->word, "to") == 0)
                        add_sense(term, CLASS_TO, "", 0);
                i += n;
                if (terms->n > 2)
                        note_surname(terms, terms->n - 1);
        }
        return 0;
}
