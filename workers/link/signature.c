#include "workers/link/signature.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/cursor.h"
#include "base/digest.h"
#include "workers/link/link.h"
#include "workers/link/terms.h"
#include "workers/link/told.h"

enum {
        SIGNATURE_ARENA = 64 << 20,
        LEAD_TERMS = 60, /* words of the first sentences, where a report says what happened */
        TITLE_TERMS = 60,
        FLAG_TITLE = 1,
        FLAG_LEAD = 2,
        TOLD_DAYS_MAX = 1 << 22,
        TERMS_TAKEN = 4000, /* words of the text: what is behind them seldom is of the event */
};

struct gathering {
        struct arena *arena;
        struct feature *seen; /* one an occurrence, until they are summed up */
        size_t n;
};

static int gather(struct gathering *g, const struct feature *feature)
{
        struct feature *f = arena_push(g->arena, &g->seen, &g->n, sizeof(*f));

        if (!f)
                return -ENOMEM;
        *f = *feature;
        return 0;
}

static int gather_terms(struct gathering *g, const char *text, size_t size, bool title)
{
        struct term *terms;
        size_t n, most = title ? TITLE_TERMS : TERMS_TAKEN;
        int r = terms_find(g->arena, text, size, &terms, &n);

        for (size_t i = 0; !r && i < n && i < most; i++) {
                const struct term *t = &terms[i];
                struct feature f = { .hash = t->hash,
                                     .times = 1,
                                     .title = title,
                                     .lead = !title && i < LEAD_TERMS,
                                     .commonness = t->commonness };

                f.kind = t->country                          ? FEATURE_COUNTRY
                         : t->number                         ? FEATURE_FIGURE
                         : t->capital && !t->opens && !title ? FEATURE_NAME
                                                             : FEATURE_WORD;
                if (t->end - t->start > 1 && t->commonness < 4 * TERM_COMMON)
                        r = gather(g, &f);
        }
        return r;
}

/* Places by their ids, so that Kiev is Kyiv. A country alone says too little to be one. */
static int gather_places(struct gathering *g, const struct extraction *x)
{
        for (size_t i = 0; i < x->n_entities; i++) {
                const struct entity *e = &x->entities[i];
                struct feature f = { .kind = FEATURE_PLACE };
                char iso[3];
                uint32_t id[2] = { 0x9e3779b9, e->geonames };
                int r;

                if (e->type != ENTITY_PLACE || !e->geonames || !e->name ||
                    term_country(e->name, strlen(e->name), iso))
                        continue;
                f.hash = digest_64(id, sizeof(id));
                f.times = (uint8_t)(e->n_mentions < TIMES_SEEN_MAX ? e->n_mentions
                                                                   : TIMES_SEEN_MAX);
                r = gather(g, &f);
                if (r)
                        return r;
        }
        return 0;
}

static int by_hash(const void *a, const void *b)
{
        const struct feature *x = a, *y = b;

        if (x->hash != y->hash)
                return x->hash < y->hash ? -1 : 1;
        /* The first occurrence speaks for all, and which is first must not be qsort()'s choice.
         */
        if (x->kind != y->kind)
                return x->kind < y->kind ? -1 : 1;
        return (x->commonness > y->commonness) - (x->commonness < y->commonness);
}

/* How much a feature tells, roughly: for choosing which ones to keep. */
static unsigned telling(const struct feature *f)
{
        unsigned rare = 1000u - f->commonness;

        return rare * (f->times + 8u * f->title + 2u * f->lead + 1u);
}

static int by_telling(const void *a, const void *b)
{
        unsigned x = telling(a), y = telling(b);

        return x != y ? (x < y) - (x > y) : by_hash(a, b);
}

/* A stem is a name when it stands capitalised at least as often as not, inside sentences. */
static void sum_up(struct gathering *g)
{
        size_t n = 0;

        if (g->n)
                qsort(g->seen, g->n, sizeof(*g->seen), by_hash);
        for (size_t i = 0, j; i < g->n; i = j) {
                struct feature sum = g->seen[i];
                unsigned times = 0, names = 0;

                for (j = i; j < g->n && g->seen[j].hash == sum.hash; j++) {
                        times += g->seen[j].times;
                        names += g->seen[j].kind == FEATURE_NAME;
                        sum.title |= g->seen[j].title;
                        sum.lead |= g->seen[j].lead;
                }
                if (sum.kind == FEATURE_WORD || sum.kind == FEATURE_NAME)
                        sum.kind = names && 2 * names >= times - sum.title ? FEATURE_NAME
                                                                           : FEATURE_WORD;
                sum.times = (uint8_t)(times < TIMES_SEEN_MAX ? times : TIMES_SEEN_MAX);
                g->seen[n++] = sum;
        }
        g->n = n;
        if (n > FEATURES_KEPT) {
                qsort(g->seen, n, sizeof(*g->seen), by_telling);
                g->n = FEATURES_KEPT;
                qsort(g->seen, g->n, sizeof(*g->seen), by_hash);
        }
}

int signature_encode(const struct signature *s, struct buffer *out)
{
        buffer_put_u8(out, SIGNATURE_VERSION);
        buffer_put_u8(out, (uint8_t)s->known);
        buffer_put_u64(out, (uint64_t)s->minute);
        buffer_put_u64(out, s->source);
        buffer_put_u32(out, (uint32_t)s->told);
        buffer_put_u32(out, (uint32_t)s->n_features);
        for (size_t i = 0; i < s->n_features; i++) {
                const struct feature *f = &s->features[i];

                buffer_put_u64(out, f->hash);
                buffer_put_u8(out, f->kind);
                buffer_put_u8(out, f->times);
                buffer_put_u8(out, (uint8_t)((f->title ? FLAG_TITLE : 0) |
                                             (f->lead ? FLAG_LEAD : 0)));
                buffer_put_u16(out, f->commonness);
        }
        return buffer_error(out);
}

static int put_signature(const struct extraction *x, const struct gathering *g,
                         struct buffer *out)
{
        const char *source = x->source ? x->source : "";
        struct signature s = { .source = digest_64(source, strlen(source)),
                               .told = told_day(x),
                               .features = g->seen,
                               .n_features = g->n };
        int64_t minute = 0;

        s.known = signature_time(x->published.value, &minute);
        if (s.known == KNOWN_NOT)
                s.known = signature_time(x->fetched, &minute);
        if (s.known != KNOWN_NOT)
                s.minute = minute;
        return signature_encode(&s, out);
}

int link_signature(const struct extraction *x, struct buffer *out)
{
        _cleanup_(arena_freep) struct arena *arena = arena_new(SIGNATURE_ARENA);
        struct gathering g = { .arena = arena };
        int r;

        if (!arena)
                return -ENOMEM;
        r = x->title ? gather_terms(&g, x->title, strlen(x->title), true) : 0;
        if (!r)
                r = gather_terms(&g, x->text ? x->text : "", x->text_size, false);
        if (!r)
                r = gather_places(&g, x);
        if (!r && arena_failed(arena))
                r = -ENOMEM;
        if (r)
                return r;
        sum_up(&g);
        return put_signature(x, &g, out);
}

static bool get_feature(struct cursor *c, struct feature *f)
{
        uint8_t flags;

        cursor_get_u64(c, &f->hash);
        cursor_get_u8(c, &f->kind);
        cursor_get_u8(c, &f->times);
        cursor_get_u8(c, &flags);
        cursor_get_u16(c, &f->commonness);
        f->title = flags & FLAG_TITLE;
        f->lead = flags & FLAG_LEAD;
        return !c->failed && f->kind < FEATURE_KINDS && f->commonness <= 1000;
}

/* Dates of this century and the last few, and the next: what else a time may be is nonsense
 * that must not overflow sums. */
static bool is_sane_minute(int64_t minute)
{
        return minute > -(1LL << 31) && minute < (1LL << 33);
}

int signature_decode(struct signature *s, const void *data, size_t size)
{
        struct cursor c;
        uint8_t version, known;
        uint32_t n, told = TOLD_UNKNOWN;
        uint64_t minute;

        cursor_init(&c, data, size);
        cursor_get_u8(&c, &version);
        cursor_get_u8(&c, &known);
        cursor_get_u64(&c, &minute);
        cursor_get_u64(&c, &s->source);
        if (version == SIGNATURE_VERSION)
                cursor_get_u32(&c, &told);
        cursor_get_count(&c, &n, FEATURES_MAX);
        s->minute = (int64_t)minute;
        s->known = known;
        s->told = (int32_t)told;
        if (c.failed || version < 1 || version > SIGNATURE_VERSION || told > TOLD_DAYS_MAX ||
            known > KNOWN_INSTANT || !is_sane_minute(s->minute))
                return LINK_E_MALFORMED;
        for (s->n_features = 0; s->n_features < n; s->n_features++) {
                struct feature *f = &s->features[s->n_features];

                if (!get_feature(&c, f) || (s->n_features && f->hash <= f[-1].hash))
                        return LINK_E_MALFORMED;
        }
        return cursor_end(&c) ? 0 : LINK_E_MALFORMED;
}

int link_signature_check(const void *signature, size_t size)
{
        struct feature features[FEATURES_MAX];
        struct signature s = { .features = features };

        return signature_decode(&s, signature, size);
}
