#include "workers/compare/lengths.h"

#include <string.h>
#include <strings.h>

#include "base/macros.h"
#include "workers/compare/around.h"
#include "workers/compare/figure_words.h"
#include "workers/compare/units.h"

enum {
        THOUSAND = 1000,
        VALUE_MOST = 1000, /* units: a longer one is no "half an hour" */
};

/* "half an hour", "an hour and a half": what no number tells. */
static bool tells_part(const char *text, struct span s)
{
        static const char *const words[] = { "half", "quarter" };

        for (size_t i = 0; i < ARRAY_SIZE(words); i++)
                for (uint32_t at = s.start; at + strlen(words[i]) <= s.end; at++)
                        if (strncasecmp(text + at, words[i], strlen(words[i])) == 0)
                                return true;
        return false;
}

/* "PT30M", "PT1.5H": one number of one unit, in thousandths; false: it is of another form. */
static bool read_value(const char *value, struct quantity *ret)
{
        bool clock = value[0] == 'P' && value[1] == 'T';
        const char *at = value + 1 + clock;
        int64_t n = 0, part = THOUSAND;
        char letters[3];

        if (value[0] != 'P' || *at < '0' || *at > '9')
                return false;
        for (; *at >= '0' && *at <= '9' && n <= VALUE_MOST; at++)
                n = 10 * n + (*at - '0');
        n *= THOUSAND;
        if (*at == '.')
                for (at++; *at >= '0' && *at <= '9'; at++)
                        n += (*at - '0') * (part /= 10);
        if (n > VALUE_MOST * THOUSAND || !*at || at[1])
                return false;
        letters[0] = clock ? 'T' : *at;
        letters[1] = clock ? *at : '\0';
        letters[2] = '\0';
        ret->value = n;
        ret->unit = unit_designated(letters);
        return ret->unit != NULL;
}

enum quantity_bound bound_of_mod(const char *mod)
{
        static const struct {
                const char *mod;
                enum quantity_bound bound;
        } bounds[] = {
                { "APPROX", BOUND_ABOUT },          { "BEFORE", BOUND_LESS_THAN },
                { "AFTER", BOUND_MORE_THAN },       { "ON_OR_BEFORE", BOUND_AT_MOST },
                { "ON_OR_AFTER", BOUND_AT_LEAST },  { "MORE_THAN", BOUND_MORE_THAN },
                { "LESS_THAN", BOUND_LESS_THAN },   { "EQUAL_OR_MORE", BOUND_AT_LEAST },
                { "EQUAL_OR_LESS", BOUND_AT_MOST },
        };

        for (size_t i = 0; mod && i < ARRAY_SIZE(bounds); i++)
                if (strcmp(bounds[i].mod, mod) == 0)
                        return bounds[i].bound;
        return BOUND_EXACT;
}

/* Is a quantity read at the words already? */
static bool is_quantity(const struct account *a, struct span s)
{
        size_t i = account_quantity_at(a, s.start);

        i -= i > 0 && a->x->quantities[i - 1].span.end > s.start;
        for (; i < a->x->n_quantities && a->x->quantities[i].span.start < s.end; i++)
                if (a->x->quantities[i].kind == QUANTITY_DURATION)
                        return true;
        return false;
}

bool length_in_words(const struct account *a, const struct time_expression *t,
                     struct quantity *ret)
{
        if (t->type != TIME_DURATION || !t->value || !tells_part(a->x->text, t->span) ||
            is_quantity(a, t->span))
                return false;
        *ret = (struct quantity){ .by = t->by, .span = t->span, .high = QUANTITY_NO_HIGH };
        if (!read_value(t->value, ret))
                return false;
        ret->kind = QUANTITY_DURATION;
        ret->bound = bound_of_mod(t->mod);
        return true;
}

bool length_is_stretch(const struct account *a, const struct quantity *q)
{
        static const char *const words[] = { "within", "in",   "first",   "last",
                                             "past",   "next", "over",    "every",
                                             "since",  "than", "previous" };
        static const char *const counts[] = { "last", "past", "next", "previous", "coming" };
        static const char *const within[] = { "within" }, *const last[] = { "last" };
        static const char *const auxiliaries[] = { "to ",   "will ",  "would ", "could ",
                                                   "may ",  "might ", "can ",   "should ",
                                                   "must ", "not " };
        size_t at = account_term_at(a, q->span.start);
        const struct term *before = at ? &a->terms[at - 1] : NULL;

        if (q->kind == QUANTITY_DURATION && figure_term_is(a, at, within, ARRAY_SIZE(within)))
                return true;
        if (!before || before->end + 12 < q->span.start)
                return false;
        if (q->kind == QUANTITY_COUNT)
                return before->end + 1 == q->span.start &&
                       figure_term_is(a, at - 1, counts, ARRAY_SIZE(counts));
        if (q->kind != QUANTITY_DURATION ||
            !figure_term_is(a, at - 1, words, ARRAY_SIZE(words)))
                return false;
        /* "is to last 48 hours" */
        return !(figure_term_is(a, at - 1, last, ARRAY_SIZE(last)) &&
                 figure_stands_before(a, (struct span){ before->start, before->end },
                                      auxiliaries, ARRAY_SIZE(auxiliaries), 0));
}
