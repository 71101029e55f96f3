#include "workers/compare/particulars.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"

enum {
        THOUSAND = 1000,
        DAY_CHARS = 10, /* of YYYY-MM-DD */
        HOUR_CHARS = 5, /* of HH:MM */
};

/* What is particular: the lower bits of the hash. Sums that differ are not made good by a
 * length that does not. */
enum particular { NUMBER, DAY, HOUR, SUM, SHARE, LENGTH, N_PARTICULARS };

#define KIND_OF(particular) ((particular)&7u)

_Static_assert(MENTIONS_MAX <= 32, "a bit for each mention of a claim");

static int add(const struct account *a, struct mention *m, uint64_t hash, enum particular kind)
{
        uint32_t *place;

        if (m->n_particulars == PARTICULARS_MAX)
                return 0;
        place = arena_push(a->arena, &m->particulars, &m->n_particulars, sizeof(*place));
        if (!place)
                return -ENOMEM;
        *place = ((uint32_t)(hash >> 32) & ~7u) | kind;
        return 0;
}

/* "One" and "the second" are not told otherwise elsewhere: they are told in other words. */
static bool is_particular(const struct quantity *q)
{
        return q->kind != QUANTITY_ORDINAL && llabs(q->value) > THOUSAND;
}

static enum particular kind_of(const struct quantity *q)
{
        switch (q->kind) {
        case QUANTITY_MONEY: return SUM;
        case QUANTITY_PERCENT: return SHARE;
        case QUANTITY_DURATION: return LENGTH;
        default: return NUMBER;
        }
}

static int add_quantities(const struct account *a, struct span bytes, struct mention *m)
{
        const struct quantity *q = a->x->quantities;
        int r = 0;

        for (size_t i = account_quantity_at(a, bytes.start);
             !r && i < a->x->n_quantities && q[i].span.end <= bytes.end; i++)
                if (is_particular(&q[i]))
                        r = add(a, m, digest_64(&q[i].value, sizeof(q[i].value)),
                                kind_of(&q[i]));
        return r;
}

/* The day of a date, or the hour and minute of a time: "T18:40". */
static int add_time(const struct account *a, const struct time_expression *t, struct mention *m)
{
        size_t n = t->value ? strlen(t->value) : 0;

        if (t->type == TIME_DATE && n == DAY_CHARS && !memchr(t->value, 'X', n) &&
            !memchr(t->value, 'W', n))
                return add(a, m, digest_64(t->value, n), DAY);
        if (t->type == TIME_TIME && n >= HOUR_CHARS && t->value[n - 3] == ':')
                return add(a, m, digest_64(t->value + n - HOUR_CHARS, HOUR_CHARS), HOUR);
        return 0;
}

static int add_times(const struct account *a, struct span bytes, struct mention *m)
{
        const struct time_expression *t = a->x->times;
        int r = 0;

        for (size_t i = account_time_at(a, bytes.start);
             !r && i < a->x->n_times && t[i].span.end <= bytes.end; i++)
                r = add_time(a, &t[i], m);
        return r;
}

static size_t digits_at(const char *p, const char *end)
{
        size_t n = 0;

        while (p + n < end && isdigit((unsigned char)p[n]))
                n++;
        return n;
}

/* "3-1", "52–48": of a score it is all one whose number stands first. */
static int add_scores(const struct account *a, struct span bytes, struct mention *m)
{
        static const char *const dashes[] = { "-", "–" };
        const char *start = a->x->text + bytes.start, *end = a->x->text + bytes.end;
        int r = 0;

        for (const char *p = start, *after = NULL; !r && p < end; p = after) {
                size_t n = digits_at(p, end), size = 0, k = 0;
                uint64_t one, other, pair[2];

                after = p + (n ? n : 1);
                if (!n || n > 3 ||
                    (p > start && (isalnum((unsigned char)p[-1]) || strchr("-.,:/", p[-1]))))
                        continue;
                for (size_t i = 0; i < 2 && !k; i++) {
                        size = strlen(dashes[i]);
                        if ((size_t)(end - after) > size && memcmp(after, dashes[i], size) == 0)
                                k = digits_at(after + size, end);
                }
                if (!k || k > 3)
                        continue;
                one = strtoul(p, NULL, 10);
                other = strtoul(after + size, NULL, 10);
                after += size + k;
                if (after < end && (isalnum((unsigned char)*after) || *after == '-'))
                        continue;
                pair[0] = one < other ? one : other;
                pair[1] = one < other ? other : one;
                r = add(a, m, digest_64(pair, sizeof(pair)), NUMBER);
        }
        return r;
}

int particulars_find(const struct account *a, struct span bytes, struct mention *m)
{
        int r = add_quantities(a, bytes, m);

        if (!r)
                r = add_scores(a, bytes, m);
        return r ? r : add_times(a, bytes, m);
}

/* Both have some of a kind, and none of them in common. */
static bool differ_in(const struct mention *a, const struct mention *b, enum particular kind)
{
        size_t in_a = 0, in_b = 0;

        for (size_t i = 0; i < a->n_particulars; i++)
                in_a += KIND_OF(a->particulars[i]) == kind;
        for (size_t k = 0; k < b->n_particulars; k++)
                in_b += KIND_OF(b->particulars[k]) == kind;
        if (!in_a || !in_b)
                return false;
        for (size_t i = 0; i < a->n_particulars; i++)
                for (size_t k = 0; k < b->n_particulars; k++)
                        if (a->particulars[i] == b->particulars[k] &&
                            KIND_OF(a->particulars[i]) == kind)
                                return false;
        return true;
}

static bool agree(const struct mention *a, const struct mention *b)
{
        for (enum particular kind = NUMBER; kind < N_PARTICULARS; kind++)
                if (differ_in(a, b, kind))
                        return false;
        return true;
}

/* Those that agree with @at and with each other, the oldest first, and how many origins they
 * are of. @agreeing: of each mention a bit for each that it agrees with. */
static void gather(const struct claim *c, const uint32_t *agreeing, size_t at,
                   struct agreeing *ret)
{
        uint32_t held = UINT32_C(1) << at;

        for (size_t i = 0; i < c->n_mentions; i++)
                if ((agreeing[i] & held) == held)
                        held |= UINT32_C(1) << i;
        *ret = (struct agreeing){ .all = true };
        for (size_t i = 0; i < c->n_mentions; i++) {
                bool counted = false;

                ret->holds[i] = held >> i & 1;
                ret->all = ret->all && ret->holds[i];
                for (size_t k = 0; k < i; k++)
                        counted |=
                                ret->holds[k] && c->mentions[k].origin == c->mentions[i].origin;
                ret->n_origins += ret->holds[i] && !counted;
        }
}

void claim_agreeing(const struct claim *c, struct agreeing *ret)
{
        uint32_t agreeing[MENTIONS_MAX] = { 0 };
        struct agreeing these;

        for (size_t i = 0; i < c->n_mentions; i++)
                for (size_t k = i; k < c->n_mentions; k++)
                        if (agree(&c->mentions[i], &c->mentions[k])) {
                                agreeing[i] |= UINT32_C(1) << k;
                                agreeing[k] |= UINT32_C(1) << i;
                        }
        *ret = (struct agreeing){ .all = c->n_mentions == 0 };
        for (size_t i = 0; i < c->n_mentions && !ret->all; i++) {
                gather(c, agreeing, i, &these);
                if (these.n_origins > ret->n_origins || these.all)
                        *ret = these;
        }
}
