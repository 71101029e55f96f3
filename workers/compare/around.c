/* around - what stands around a figure, by which it is told what it measures */
#include "workers/compare/around.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/digest.h"
#include "base/macros.h"
#include "workers/compare/ages.h"
#include "workers/compare/figure_words.h"
#include "workers/compare/senses.h"

enum {
        NEAR_WORDS = 6, /* before and behind the figure */
        YEAR_CHARS = 4,
        DAY_CHARS = 10,
        EARLIER = 4 * 24 * 60, /* minutes: what happened before is another event */
        LEAD_MOST = 250,
        THOUSAND = 1000,
};

/* The other words of the sentence, which tell what this figure is of. */
static int add_context(struct account *a, struct slot_value *v, struct span sentence,
                       struct span own)
{
        struct sense near = { 0 }, all = { 0 };
        size_t begin = account_term_at(a, sentence.start), at = account_term_at(a, own.start);
        struct mention *m = &v->mention;

        for (size_t i = begin; i < a->n_terms && a->terms[i].end <= sentence.end; i++) {
                bool is_near = i + NEAR_WORDS >= at && i <= at + NEAR_WORDS;
                uint32_t *place;

                if (!a->tells[i] || a->terms[i].number ||
                    (a->terms[i].start >= own.start && a->terms[i].end <= own.end))
                        continue;
                sense_add(&all, a->x->text + a->terms[i].start,
                          a->terms[i].end - a->terms[i].start, a->tells[i]);
                if (is_near)
                        sense_add(&near, a->x->text + a->terms[i].start,
                                  a->terms[i].end - a->terms[i].start, a->tells[i]);
                if (is_near && v->n_near < NEAR_MAX) {
                        place = arena_push(a->arena, &v->near, &v->n_near, sizeof(*place));
                        if (!place)
                                return -ENOMEM;
                        *place = term_packed(a, i);
                        if (i < at)
                                v->n_before++;
                }
                if (m->n_terms == TERMS_MAX_CLAIM)
                        continue;
                place = arena_push(a->arena, &m->terms, &m->n_terms, sizeof(*place));
                if (!place)
                        return -ENOMEM;
                *place = term_packed(a, i);
        }
        sense_pack(&near, v->near_sense);
        sense_pack(&all, v->sense);
        return 0;
}

uint32_t company_hash(int64_t value, enum quantity_kind kind)
{
        return (uint32_t)(((uint64_t)value * 0x9e3779b97f4a7c15u) >> 32) + (uint32_t)kind;
}

/* The other figures of the sentence: reports that share them speak of one thing. */
static int add_company(struct account *a, struct slot_value *v, struct span sentence,
                       struct span own)
{
        for (size_t i = 0; i < a->x->n_quantities && v->n_company < COMPANY_MAX; i++) {
                const struct quantity *q = &a->x->quantities[i];
                uint32_t *place;

                if (q->span.start < sentence.start || q->span.end > sentence.end ||
                    (q->span.start < own.end && own.start < q->span.end) ||
                    (q->kind == QUANTITY_COUNT && q->value < 2 * THOUSAND))
                        continue;
                place = arena_push(a->arena, &v->company, &v->n_company, sizeof(*place));
                if (!place)
                        return -ENOMEM;
                *place = company_hash(q->value, q->kind);
        }
        return 0;
}

static bool is_named_in(const struct entity *e, struct span sentence)
{
        size_t at = entity_mention_at(e, sentence.start);

        return at < e->n_mentions && e->mentions[at].end <= sentence.end;
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
                if (e->type != ENTITY_PERSON || v->n_persons == SCOPE_PLACES_MAX)
                        continue;
                key = account_entity_key(a, (int)i);
                if (!key)
                        return -ENOMEM;
                r = add_id(a, &v->persons, &v->n_persons, (uint32_t)key_hash("person", key));
        }
        return r;
}

/* The last mention that is over at @byte; NULL: none. */
static const struct span *mention_before(const struct entity *e, uint32_t byte)
{
        size_t at = entity_mention_at(e, byte);

        /* One that starts before the byte may reach beyond it. */
        while (at > 0 && e->mentions[at - 1].end > byte)
                at--;
        return at > 0 ? &e->mentions[at - 1] : NULL;
}

/* "He finished with six": of the person who was named last. */
static bool opens_with_pronoun(const struct account *a, struct span sentence)
{
        static const char *const words[] = { "he", "she", "his", "her" };
        size_t at = account_term_at(a, sentence.start);

        return at < a->n_terms && a->terms[at].start < sentence.end &&
               figure_term_is(a, at, words, ARRAY_SIZE(words));
}

/* Whose figure it may be: the last person named before it, in its sentence or at all. */
static int add_subject(struct account *a, struct slot_value *v, struct span sentence,
                       struct span own)
{
        const struct span *nearest = NULL;
        const char *key;
        int who = NONE;

        for (size_t i = 0; i < a->x->n_entities; i++) {
                const struct entity *e = &a->x->entities[i];
                const struct span *last =
                        e->type == ENTITY_PERSON ? mention_before(e, own.start) : NULL;

                if (!last || (nearest && last->end < nearest->end))
                        continue;
                nearest = last;
                who = (int)i;
        }
        if (!nearest)
                return 0;
        key = account_entity_key(a, who);
        if (!key)
                return -ENOMEM;
        v->actor = (uint32_t)key_hash("subject", key) | 1;
        v->subject = nearest->start < sentence.start && !opens_with_pronoun(a, sentence)
                             ? 0
                             : v->actor;
        return 0;
}

/* "in September", of whatever year; but "at a June summit" says nothing of the figure. */
static bool is_some_month(const struct account *a, const struct time_expression *t)
{
        static const char open[] = "XXXX-";
        const char *text = a->x->text, *month;
        uint32_t start = t->span.start;

        if (t->type != TIME_DATE || !t->value || strncmp(t->value, open, sizeof(open) - 1) != 0)
                return false;
        month = t->value + sizeof(open) - 1;
        return strspn(month, "0123456789") == 2 && !month[2] &&
               ((start >= 3 && strncasecmp(text + start - 3, "in ", 3) == 0) ||
                strncasecmp(text + start, "in ", 3) == 0);
}

/* Does a day, month or year say that this happened at another time than what the article
 * reports? */
static bool is_elsewhen(const struct account *a, const struct time_expression *t)
{
        const char *published = a->x->published.value;
        size_t n = t->value ? strspn(t->value, "0123456789-") : 0;
        int64_t minute;

        if (is_some_month(a, t))
                return true;
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

static bool has_figure(const struct account *a, uint32_t start, uint32_t end)
{
        size_t i = account_quantity_at(a, start);

        return i < a->x->n_quantities && a->x->quantities[i].span.end <= end;
}

/* "69 percent, up from 61 percent four years ago": the time is that of what the figure is
 * compared with. */
static bool is_of_comparison(const struct account *a, const struct time_expression *t,
                             struct span own)
{
        static const char *const words[] = { " from ", " compared ", " versus ", " against " };
        const char *text = a->x->text + own.end;

        for (size_t i = 0; i < ARRAY_SIZE(words) && t->span.start > own.end; i++) {
                const char *at =
                        memmem(text, t->span.start - own.end, words[i], strlen(words[i]));

                if (at && has_figure(a, (uint32_t)(at - a->x->text), t->span.start))
                        return true;
        }
        return false;
}

static bool is_past(const struct account *a, struct span sentence, struct span own)
{
        for (size_t i = account_time_at(a, sentence.start); i < a->x->n_times; i++) {
                const struct time_expression *t = &a->x->times[i];

                if (t->span.start >= sentence.end)
                        break;
                if (t->span.end <= sentence.end && is_elsewhen(a, t) &&
                    !is_of_comparison(a, t, own))
                        return true;
        }
        return false;
}

/* Bytes between the two; of those that overlap none. */
static uint32_t bytes_between(struct span a, struct span b)
{
        if (a.start >= b.end)
                return a.start - b.end;
        return b.start >= a.end ? b.start - a.end : 0;
}

static bool is_printed(const struct account *a, const struct time_expression *t)
{
        return strspn(t->value, "0123456789") == YEAR_CHARS &&
               memmem(a->x->text + t->span.start, t->span.end - t->span.start, t->value,
                      YEAR_CHARS);
}

/* A year, or a part of one: the day on which something was told is no figure's. */
static bool has_year(const struct time_expression *t)
{
        return t->type == TIME_DATE && t->value &&
               strspn(t->value, "0123456789") == YEAR_CHARS && strlen(t->value) < DAY_CHARS;
}

/* The year of the year, season or month that is nearest to the figure in a stretch of its
 * sentence, or, with @printed, of the nearest year that stands there in digits; 0: none. */
static uint16_t year_of(const struct account *a, struct span stretch, struct span own,
                        bool printed)
{
        uint32_t least = UINT32_MAX;
        uint16_t year = 0;

        for (size_t i = account_time_at(a, stretch.start); i < a->x->n_times; i++) {
                const struct time_expression *t = &a->x->times[i];
                uint32_t away;

                if (t->span.start >= stretch.end)
                        break;
                if (t->span.end > stretch.end || !has_year(t) ||
                    (printed ? !is_printed(a, t)
                             : t->span.start < own.end && own.start < t->span.end))
                        continue;
                away = bytes_between(t->span, own);
                if (away < least) {
                        least = away;
                        year = (uint16_t)strtoul(t->value, NULL, 10);
                }
        }
        return year;
}

/* The letter that a name of several words begins with: Katherine is Kathryn, and not Gary. */
static uint8_t given_of(const char *name)
{
        unsigned char first = (unsigned char)(name && strchr(name, ' ') ? name[0] : 0);

        return first && first < 0x80 ? (uint8_t)tolower(first) : 0;
}

/* An age is its bearer's. */
static int add_aged(const struct account *a, struct slot_value *v, struct span sentence,
                    struct span own)
{
        int who = figure_aged(a, sentence, own);
        const char *key = who >= 0 ? account_entity_key(a, who) : NULL;

        if (who >= 0 && !key)
                return -ENOMEM;
        v->subject = key ? (uint32_t)key_hash("subject", key) | 1 : 0;
        if (key) {
                v->actor = v->subject;
                v->given = given_of(a->x->entities[who].name);
        }
        return 0;
}

int account_around(struct account *a, struct figure *f, struct span sentence)
{
        struct slot_value *v = &f->value;
        struct span own = f->own;
        size_t at = account_sentence_at(a, own.start);
        int r;

        v->known = (uint8_t)a->known;
        v->minute = a->minute;
        v->central |= at < LEAD_SENTENCES;
        v->lead = (uint8_t)(at < LEAD_MOST ? at : LEAD_MOST);
        v->past = is_past(a, sentence, own);
        /* An age is of no year that is named behind it. */
        v->year = year_of(
                a, f->kind == SLOT_AGE ? (struct span){ sentence.start, own.start } : sentence,
                own, true);
        v->of_year = year_of(a, sentence, own, false);
        v->link = figure_link(a, own);
        r = add_subject(a, v, sentence, own);
        if (!r && f->kind == SLOT_AGE)
                r = add_aged(a, v, sentence, own);
        if (!r)
                r = add_company(a, v, sentence, own);
        if (!r)
                r = add_context(a, v, sentence, own);
        return r ? r : add_subjects(a, v, sentence);
}
