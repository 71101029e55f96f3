/* origins - whose words an article is made of
 *
 * Articles that share a kept run of words (wording.c) are laid beside each other word for word;
 * runs long enough are copied passages. The article whose words make up most of the newcomer
 * gives it its origin; so does one that it shares a passage with where one is the other edited
 * all over, or a brief of it: much shorter, and nothing but the same story in other words. Who
 * copied from whom is said for certain only where a credit decides it.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "workers/compare/fold.h"
#include "workers/compare/outlets.h"
#include "workers/compare/wording.h"

enum {
        THOUSAND = 1000,
        RUN = 6,                /* words that anchor a common passage */
        GOES_ON = 3,            /* … and that go on with it behind a change */
        CHANGED_MOST = 3,       /* words that an editor may have changed within a passage */
        PASSAGE_LEAST = 12,     /* words of a passage that counts into the share */
        COPY_LEAST = 20,        /* unchanged words of a passage that makes a copy */
        REPRINT = 500,          /* share from which on the words have one origin … */
        REPRINT_CREDITED = 200, /* … and where a credit says whose text it is */
        REWRITTEN = 150,        /* … and where one is the other written again: */
        EDITED = 620,           /* so much of its words stand in short runs of the other's, */
        BRIEF_TOLD = 790,       /* or so much of what they tell is told by the other, */
        BRIEF_OF = 2,           /* which is so many times as long at least */
        CANDIDATES = 16,
};

struct anchor {
        uint64_t hash;
        uint32_t at;
};

/* From which outlet an article is, and whom it credits. */
struct crediting {
        uint64_t outlet;
        const uint64_t *keys;
        size_t n;
};

/* Of the words of each. */
struct shares {
        uint16_t own, other;
};

struct alignment {
        size_t longest;       /* unchanged words of one passage */
        struct shares shares; /* words in common passages */
};

static int by_hash(const void *a, const void *b)
{
        const struct anchor *x = a, *y = b;

        if (x->hash != y->hash)
                return x->hash < y->hash ? -1 : 1;
        return (x->at > y->at) - (x->at < y->at);
}

static struct anchor *anchors_of(const struct words_row *w, size_t *ret_n)
{
        struct anchor *anchors = calloc(w->n_words + 1, sizeof(*anchors));
        size_t n = 0;

        for (size_t i = 0; anchors && i + RUN <= w->n_words; i++) {
                uint64_t hash = wording_run(w->words + i, RUN);

                if (hash)
                        anchors[n++] = (struct anchor){ hash, (uint32_t)i };
        }
        if (n)
                qsort(anchors, n, sizeof(*anchors), by_hash);
        *ret_n = n;
        return anchors;
}

static const struct anchor *find_anchor(const struct anchor *anchors, size_t n, uint64_t hash)
{
        size_t low = 0, high = n;

        while (low < high) {
                size_t middle = (low + high) / 2;

                if (anchors[middle].hash < hash)
                        low = middle + 1;
                else
                        high = middle;
        }
        return low < n && anchors[low].hash == hash ? &anchors[low] : NULL;
}

/* Words that both have from here on. */
static size_t run_length(const struct account *a, size_t i, const struct words_row *other,
                         size_t at)
{
        size_t length = 0;

        while (i + length < a->n_words && at + length < other->n_words &&
               a->words[i + length] && a->words[i + length] == other->words[at + length])
                length++;
        return length;
}

/* Over a change of a few words to where both go on together: the least one. */
static size_t over_change(const struct account *a, size_t *i, const struct words_row *other,
                          size_t *at)
{
        for (size_t changed = 1; changed <= 2 * CHANGED_MOST; changed++) {
                for (size_t own = 0; own <= changed && own <= CHANGED_MOST; own++) {
                        size_t length;

                        if (changed - own > CHANGED_MOST)
                                continue;
                        length = run_length(a, *i + own, other, *at + changed - own);
                        if (length < GOES_ON)
                                continue;
                        *i += own;
                        *at += changed - own;
                        return length;
                }
        }
        return 0;
}

static uint16_t share_of(size_t part, const struct wording *w)
{
        size_t all = wording_spoken(w);

        return (uint16_t)(all ? THOUSAND * (part < all ? part : all) / all : 0);
}

/* A passage is made of runs and the changes of a few words between them: an editor's small
 * changes leave it a copy. */
static int align(const struct account *a, const struct words_row *other, struct alignment *ret)
{
        const struct wording x = { a->words, a->n_words }, y = { other->words, other->n_words };
        size_t n, common = 0;
        struct anchor *anchors = anchors_of(other, &n);

        *ret = (struct alignment){ 0 };
        if (!anchors)
                return -ENOMEM;
        for (size_t i = 0; i + RUN <= a->n_words;) {
                uint64_t hash = wording_run(a->words + i, RUN);
                const struct anchor *anchor = hash ? find_anchor(anchors, n, hash) : NULL;
                size_t at = anchor ? anchor->at : 0, passage = 0, start = i;

                for (size_t length = anchor ? run_length(a, i, other, at) : 0; length;
                     length = over_change(a, &i, other, &at)) {
                        passage += length;
                        i += length;
                        at += length;
                }
                if (passage >= PASSAGE_LEAST)
                        common += i - start;
                ret->longest = passage > ret->longest ? passage : ret->longest;
                i += passage == 0;
        }
        ret->shares = (struct shares){ share_of(common, &x), share_of(common, &y) };
        free(anchors);
        return 0;
}

static bool credits(const uint64_t *keys, size_t n, uint64_t outlet)
{
        for (size_t i = 0; outlet && i < n; i++)
                if (keys[i] == outlet)
                        return true;
        return false;
}

/* … or says that it contributed, which tells less of how much. */
static bool names(const uint64_t *keys, size_t n, uint64_t outlet)
{
        outlet &= ~OUTLET_CONTRIBUTES;
        return credits(keys, n, outlet) ||
               (outlet && credits(keys, n, outlet | OUTLET_CONTRIBUTES));
}

/* Are both an agency's? What both have from one ministry or newspaper makes neither its text,
 * nor does what an agency contributed. */
static bool are_of_one_agency(const struct crediting *a, const struct crediting *b)
{
        for (size_t i = 0; i < a->n; i++)
                if (credits(b->keys, b->n, a->keys[i]) && outlet_is_agency(a->keys[i]))
                        return true;
        return false;
}

/* The share of each one's words from which on the two have one origin. Who credits the other is
 * made of its words where enough of its own are. */
static struct shares shares_wanted(const struct crediting *own, const struct crediting *other)
{
        struct shares wanted = { REPRINT, REPRINT };

        if (are_of_one_agency(own, other))
                return (struct shares){ REPRINT_CREDITED, REPRINT_CREDITED };
        if (credits(own->keys, own->n, other->outlet))
                wanted.own = REPRINT_CREDITED;
        if (credits(other->keys, other->n, own->outlet))
                wanted.other = REPRINT_CREDITED;
        return wanted;
}

/* Is the one made of the other, though in passages too short to count? Of two reports of one
 * length each in its own words it is not: they tell the same as they have it from the same
 * people. */
static int is_rewritten(const struct wording *a, const struct wording *b, bool *ret)
{
        size_t n_a = wording_spoken(a), n_b = wording_spoken(b);
        uint16_t common, held = 0;
        int r = wording_common(a, b, &common);

        if (!r && (n_a >= BRIEF_OF * n_b || n_b >= BRIEF_OF * n_a))
                r = wording_held(a, b, &held);
        if (!r)
                *ret = common >= EDITED || held >= BRIEF_TOLD;
        return r;
}

/* Have the two one origin, of whose words such shares are common? */
static int have_one_origin(const struct account *a, const struct crediting *own,
                           const struct words_row *other, struct shares shares, bool *ret)
{
        const struct wording x = { a->words, a->n_words }, y = { other->words, other->n_words };
        const struct crediting others = { other->source, other->credited, other->n_credited };
        struct shares wanted = shares_wanted(own, &others);

        *ret = shares.own >= wanted.own || shares.other >= wanted.other;
        if (*ret || (shares.own < REWRITTEN && shares.other < REWRITTEN))
                return 0;
        return is_rewritten(&x, &y, ret);
}

/* Who credits the other has its words from there. When was published what decides nothing: two
 * that print a third one's words do so at any time. */
static struct copy judge(const struct crediting *own, const struct words_row *other,
                         const struct alignment *common)
{
        bool from_other = names(own->keys, own->n, other->source);
        bool from_own = names(other->credited, other->n_credited, own->outlet);
        struct copy k = { .other = other->number,
                          .from_other = !from_own || from_other,
                          .certain = from_own != from_other,
                          .by_credit = from_own || from_other };

        for (size_t i = 0; i < own->n; i++)
                k.by_credit |= names(other->credited, other->n_credited, own->keys[i]);
        k.share = k.from_other ? common->shares.own : common->shares.other;
        return k;
}

struct candidate {
        const struct words_row *words;
        uint32_t hits;
};

static int by_hits(const void *a, const void *b)
{
        const struct candidate *x = a, *y = b;

        if (x->hits != y->hits)
                return x->hits < y->hits ? 1 : -1;
        return (x->words->number > y->words->number) - (x->words->number < y->words->number);
}

static size_t find_candidates(const struct ledger *ledger, const struct account *a,
                              struct candidate *found, size_t room)
{
        size_t n = 0;

        for (size_t i = 0; i < a->n_shingles; i++) {
                const struct refs_row *refs = ledger_body(ledger, ROW_SHINGLE, a->shingles[i]);

                for (size_t k = 0; refs && k < refs->n; k++) {
                        const struct words_row *w =
                                ledger_body(ledger, refs->keys[k].kind, refs->keys[k].hash);
                        size_t at = 0;

                        while (at < n && found[at].words != w)
                                at++;
                        if (!w || (at == n && n == room))
                                continue;
                        if (at == n)
                                found[n++] = (struct candidate){ w, 0 };
                        found[at].hits++;
                }
        }
        if (n)
                qsort(found, n, sizeof(*found), by_hits);
        return n < CANDIDATES ? n : CANDIDATES;
}

/* The words stay for those who come later; of each kept run the first articles that have it. */
static int remember(struct ledger *ledger, struct account *a, const struct crediting *own,
                    uint64_t origin)
{
        struct words_row *w = ledger_change(ledger, ROW_WORDS, a->id_hash);

        if (!w)
                return -ENOMEM;
        *w = (struct words_row){ .number = a->number,
                                 .origin = origin,
                                 .source = own->outlet,
                                 .n_credited = own->n,
                                 .known = (uint8_t)a->known,
                                 .minute = a->minute,
                                 .words = a->words,
                                 .n_words = a->n_words };
        w->credited = arena_alloc(ledger->arena, (own->n + 1) * sizeof(*w->credited));
        if (!w->credited)
                return -ENOMEM;
        memcpy(w->credited, own->keys, own->n * sizeof(*own->keys));
        for (size_t i = 0; i < a->n_shingles; i++) {
                struct refs_row *refs = ledger_body(ledger, ROW_SHINGLE, a->shingles[i]);
                struct row_key *place;

                if (refs && refs->n == SHINGLE_REFS_MAX)
                        continue;
                refs = ledger_change(ledger, ROW_SHINGLE, a->shingles[i]);
                place = refs ? arena_push(ledger->arena, &refs->keys, &refs->n, sizeof(*place))
                             : NULL;
                if (!place)
                        return -ENOMEM;
                *place = (struct row_key){ ROW_WORDS, a->id_hash };
        }
        return 0;
}

static int add_copy(struct ledger *ledger, const struct account *a, const struct copy *copy)
{
        struct article_row *row = ledger_change(ledger, ROW_ARTICLE, a->id_hash);
        struct copy *place;

        if (row && row->n_copies == COPIES_MAX)
                return 0;
        place = row ? arena_push(ledger->arena, &row->copies, &row->n_copies, sizeof(*place))
                    : NULL;
        if (!place)
                return -ENOMEM;
        *place = *copy;
        return 0;
}

int fold_origin(struct ledger *ledger, struct account *a, uint64_t *ret_origin)
{
        struct candidate found[SHINGLES_MAX];
        size_t n = find_candidates(ledger, a, found, ARRAY_SIZE(found));
        uint64_t keys[CREDITED_MAX];
        struct crediting own = { outlet_key(a->x->source), keys, outlets_credited(a, keys) };
        uint16_t best = 0;

        *ret_origin = a->number;
        for (size_t i = 0; i < n; i++) {
                const struct words_row *other = found[i].words;
                struct alignment common;
                struct copy copy;
                uint16_t share;
                bool one;
                int r = align(a, other, &common);

                if (r)
                        return r;
                if (common.longest < COPY_LEAST)
                        continue;
                copy = judge(&own, other, &common);
                r = add_copy(ledger, a, &copy);
                if (r)
                        return r;
                share = common.shares.own > common.shares.other ? common.shares.own
                                                                : common.shares.other;
                if (share <= best)
                        continue;
                r = have_one_origin(a, &own, other, common.shares, &one);
                if (r)
                        return r;
                if (one) {
                        best = share;
                        *ret_origin = other->origin;
                }
        }
        return remember(ledger, a, &own, *ret_origin);
}
