/* figures - the counts, durations, sums and shares of an article, by what they measure
 *
 * A slot is matched by what it is about: the kind, the unit where units differ in substance,
 * and the words for what is counted. Its number plays no part in that.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/digest.h"
#include "workers/compare/account.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_slot_words;

enum {
        SLOT_WORDS_MAX = 6, /* of what is counted */
        WORD_MAX = 40,
        UNIT_BYTES_MAX = 40,
        YEAR_CHARS = 4,
        DAY_CHARS = 10,
        EARLIER = 4 * 24 * 60, /* minutes: what happened before is another event */
};

uint64_t slot_word(const char *word, size_t size, uint64_t stem, bool *ret_toll)
{
        char lower[WORD_MAX];
        const char *value, *stands_for;
        size_t n;

        if (size >= sizeof(lower))
                return stem;
        for (size_t i = 0; i < size; i++)
                lower[i] = (char)(word[i] >= 'A' && word[i] <= 'Z' ? word[i] - 'A' + 'a'
                                                                   : word[i]);
        value = lexicon_find(&lexicon_slot_words, lower, size);
        if (!value)
                return stem;
        n = lexicon_column(value, 0, &stands_for);
        *ret_toll |= strchr(value, '\t') != NULL;
        return value[0] == '-' ? 0 : digest_64(stands_for, n);
}

static int by_value(const void *a, const void *b)
{
        const uint64_t *x = a, *y = b;

        return (*x > *y) - (*x < *y);
}

/* The distinct words of what is counted; 0 when none says anything. */
static int slot_words(const struct account *a, const char *of, uint64_t *words, size_t *ret_n,
                      bool *ret_toll)
{
        struct term *terms;
        size_t n, distinct = 0;
        int r = terms_find(a->arena, of, strlen(of), &terms, &n);

        *ret_n = 0;
        for (size_t i = 0; !r && i < n && *ret_n < SLOT_WORDS_MAX; i++) {
                uint64_t word = terms[i].number ? 0
                                                : slot_word(of + terms[i].start,
                                                            terms[i].end - terms[i].start,
                                                            terms[i].hash, ret_toll);

                if (word)
                        words[(*ret_n)++] = word;
        }
        if (*ret_n)
                qsort(words, *ret_n, sizeof(*words), by_value);
        for (size_t i = 0; i < *ret_n; i++) {
                if (!distinct || words[distinct - 1] != words[i])
                        words[distinct++] = words[i];
        }
        *ret_n = distinct;
        return r;
}

/* Is what is measured what the article is about? */
static bool is_central(const struct account *a, const uint64_t *words, size_t n)
{
        for (size_t i = 0; i < n; i++) {
                if (account_leads_with(a, words[i]))
                        return true;
        }
        return false;
}

/* "$5" and "US$5" may be one sum: which dollars are meant need not be said. */
static const char *common_unit(const char *unit)
{
        if (strcmp(unit, "USD") == 0)
                return "dollar";
        return strcmp(unit, "GBP") == 0 ? "pound" : unit;
}

/* Durations are one slot whatever their unit; of sums, measures and shares the unit is part of
 * what they are. */
static uint64_t slot_key(const struct quantity *q, const uint64_t *words, size_t n)
{
        struct buffer b = { 0 };
        uint64_t key;

        buffer_put_u8(&b, (uint8_t)q->kind);
        buffer_put_text(&b,
                        q->kind == QUANTITY_DURATION || !q->unit ? "" : common_unit(q->unit));
        for (size_t i = 0; i < n; i++)
                buffer_put_u64(&b, words[i]);
        key = buffer_error(&b) ? 0 : digest_64(b.data, b.size);
        buffer_clear(&b);
        return key;
}

#define AGE "-old " /* "the 3-year-old boy" */

static const char *about_of(const struct account *a, const struct quantity *q)
{
        static const char *const forms[] = {
                [QUANTITY_DURATION] = "length of the %s",
                [QUANTITY_COUNT] = "number of %s",
                [QUANTITY_MONEY] = "sum: %s",
                [QUANTITY_PERCENT] = "share: %s",
                [QUANTITY_ORDINAL] = "rank: %s",
                [QUANTITY_MEASURE] = "measure: %s",
        };
        struct buffer b = { 0 };
        const char *of = text_kept(a->arena, q->of, NAME_MAX_BYTES);
        const char *old = of ? strstr(of, AGE) : NULL;
        const char *form = old ? "age of the %s" : forms[q->kind], *hole = strstr(form, "%s"),
                   *text;

        buffer_put(&b, form, (size_t)(hole - form));
        buffer_put_text(&b, old ? old + strlen(AGE) : of ? of : "");
        text = buffer_text(&b);
        text = text ? arena_copy(a->arena, text, strlen(text)) : NULL;
        buffer_clear(&b);
        return text;
}

/* The sentence is the evidence to read; the figure itself is what it proves. */
static int fill(struct account *a, struct figure *f, const struct quantity *q, bool central)
{
        struct slot_value *v = &f->value;

        f->kind = (uint8_t)q->kind;
        f->about = about_of(a, q);
        v->value = q->value;
        v->high = q->high == QUANTITY_NO_HIGH ? q->value : q->high;
        v->bound = (uint8_t)q->bound;
        v->known = (uint8_t)a->known;
        v->minute = a->minute;
        v->mention.confidence = q->by.confidence;
        v->central = central;
        v->unit = q->unit ? text_kept(a->arena, q->unit, UNIT_BYTES_MAX) : NULL;
        return f->about ? 0 : -ENOMEM;
}

/* The other words of the sentence, which tell what this figure is of. */
static int add_context(struct account *a, struct figure *f, struct span sentence)
{
        struct mention *m = &f->value.mention;

        for (size_t i = account_term_at(a, sentence.start);
             i < a->n_terms && a->terms[i].end <= sentence.end && m->n_terms < TERMS_MAX_CLAIM;
             i++) {
                uint32_t *term;

                if (a->tells[i] < 2 || a->terms[i].number)
                        continue;
                term = arena_push(a->arena, &m->terms, &m->n_terms, sizeof(*term));
                if (!term)
                        return -ENOMEM;
                *term = ((uint32_t)(a->terms[i].hash >> 32) & ~3u) | a->tells[i];
        }
        return 0;
}

static bool is_named_in(const struct entity *e, struct span sentence)
{
        size_t low = 0, high = e->n_mentions;

        while (low < high) {
                size_t middle = (low + high) / 2;

                if (e->mentions[middle].start < sentence.start)
                        low = middle + 1;
                else
                        high = middle;
        }
        return low < e->n_mentions && e->mentions[low].end <= sentence.end;
}

static int add_id(struct account *a, uint32_t **ids, size_t *n, uint32_t id)
{
        uint32_t *place;

        if (*n == SCOPE_PLACES_MAX)
                return 0;
        place = arena_push(a->arena, ids, n, sizeof(*place));
        if (!place)
                return -ENOMEM;
        *place = id;
        return 0;
}

/* The places and persons that the sentence names: figures for a city and for a country are two
 * things, and so are what two players scored. */
static int add_subjects(struct account *a, struct slot_value *v, struct span sentence)
{
        int r = 0;

        for (size_t i = 0; !r && i < a->x->n_entities; i++) {
                const struct entity *e = &a->x->entities[i];
                const char *key;

                if (!is_named_in(e, sentence))
                        continue;
                if (e->type == ENTITY_PLACE && e->geonames)
                        r = add_id(a, &v->places, &v->n_places, e->geonames);
                if (e->type != ENTITY_PERSON)
                        continue;
                key = account_entity_key(a, (int)i);
                if (!key)
                        return -ENOMEM;
                r = add_id(a, &v->persons, &v->n_persons, (uint32_t)key_hash("person", key));
        }
        return r;
}

/* Does a day, month or year say that this happened at another time than what the article
 * reports? */
static bool is_elsewhen(const struct account *a, const struct time_expression *t)
{
        const char *published = a->x->published.value;
        size_t n = t->value ? strspn(t->value, "0123456789-") : 0;
        int64_t minute;

        if (t->type != TIME_DATE || n < YEAR_CHARS || t->value[n])
                return false;
        if (!published || strlen(published) < n)
                return true; /* a year is named, and it is not known which one this is */
        if (n < DAY_CHARS)
                return strncmp(t->value, published, n) < 0;
        if (a->known == KNOWN_NOT || signature_time(t->value, &minute) == KNOWN_NOT)
                return false;
        return llabs(a->minute - minute) > EARLIER;
}

/* The other figures of the sentence: what has two values in one sentence is two things. */
static int add_beside(struct account *a, struct slot_value *v, const struct quantity *q,
                      struct span sentence)
{
        for (size_t i = 0; i < a->x->n_quantities && v->n_beside < BESIDE_MAX; i++) {
                const struct quantity *other = &a->x->quantities[i];
                int64_t *place;

                if (other == q || other->span.start < sentence.start ||
                    other->span.end > sentence.end)
                        continue;
                place = arena_push(a->arena, &v->beside, &v->n_beside, sizeof(*place));
                if (!place)
                        return -ENOMEM;
                *place = other->value;
        }
        return 0;
}

/* "within three days", "the first in 20 years": a stretch of time, but not how long a thing
 * took. */
static bool is_stretch(const struct account *a, const struct quantity *q)
{
        static const char *const words[] = { "within", "in",    "first",    "last",
                                             "past",   "next",  "after",    "over",
                                             "every",  "since", "previous", "than" };
        size_t at = account_term_at(a, q->span.start);
        const struct term *before = at ? &a->terms[at - 1] : NULL;

        if (q->kind != QUANTITY_DURATION || !before || before->end + 12 < q->span.start)
                return false;
        for (size_t i = 0; i < ARRAY_SIZE(words); i++) {
                if (strlen(words[i]) == before->end - before->start &&
                    strncasecmp(a->x->text + before->start, words[i], strlen(words[i])) == 0)
                        return true;
        }
        return false;
}

static bool is_past(const struct account *a, struct span sentence)
{
        for (size_t i = 0; i < a->x->n_times; i++) {
                const struct time_expression *t = &a->x->times[i];

                if (t->span.start >= sentence.start && t->span.end <= sentence.end &&
                    is_elsewhen(a, t))
                        return true;
        }
        return false;
}

/* "one witness said" counts nobody. */
static bool is_article(const struct quantity *q)
{
        return q->kind == QUANTITY_COUNT && q->value == 1000 && q->bound == BOUND_EXACT;
}

static int add_figure(struct account *a, const struct quantity *q)
{
        uint64_t words[SLOT_WORDS_MAX];
        struct figure f = { 0 };
        struct figure *place;
        size_t n, at = account_sentence_at(a, q->span.start);
        int r;

        if (!q->of || q->kind == QUANTITY_ORDINAL || is_article(q) || is_stretch(a, q) ||
            at == a->x->n_sentences)
                return 0;
        r = slot_words(a, q->of, words, &n, &f.toll);
        if (r || n == 0 || !account_passage(a, a->x->sentences[at], &f.value.mention))
                return r;
        f.key = slot_key(q, words, n);
        r = f.value.mention.text ? fill(a, &f, q, is_central(a, words, n)) : -ENOMEM;
        if (!r)
                r = add_context(a, &f, a->x->sentences[at]);
        if (!r)
                r = add_subjects(a, &f.value, a->x->sentences[at]);
        if (!r)
                r = add_beside(a, &f.value, q, a->x->sentences[at]);
        f.value.past = is_past(a, a->x->sentences[at]);
        f.value.people = strstr(q->of, "people") || strstr(q->of, "person");
        if (r)
                return r;
        place = arena_push(a->arena, &a->figures, &a->n_figures, sizeof(*place));
        if (!place)
                return -ENOMEM;
        *place = f;
        return 0;
}

int account_find_figures(struct account *a)
{
        int r = 0;

        for (size_t i = 0; !r && i < a->x->n_quantities && a->n_figures < FIGURES_MAX; i++)
                r = add_figure(a, &a->x->quantities[i]);
        return r;
}
