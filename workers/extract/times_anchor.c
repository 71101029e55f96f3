/* times_anchor - turns readings into values
 *
 * What names no year, no week or no day is counted from an anchor: in news the day of
 * publication, in a history the time told last. News tell the past unless the clause speaks of
 * the future.
 */
#include <errno.h>
#include <string.h>
#include <strings.h>

#include "workers/extract/entities.h"
#include "workers/extract/times_resolve.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_number_company;

enum {
        GAME_WORDS = 2,        /* that tell of a game */
        HISTORY_YEARS_MIN = 8, /* years named, more than HISTORY_AGE before the anchor … */
        HISTORY_AGE = 3,
        HISTORY_SHARE = 4, /* … and that many times as often as words of the day's news */
        SHORT_SHARE = 6,
        SHORT_YEARS_MIN = 2,  /* … where nothing is told of the day, nor of the last years */
        NAME_BYTES_MAX = 200, /* what is longer was only taken for one */
};

static struct outcome resolve_ref(struct context *c, const struct reading *r)
{
        (void)c;
        return literal(TIME_DATE, r->ref ? r->ref : "PRESENT_REF", CONFIDENCE_VAGUE);
}

static struct outcome resolve_past(struct context *c, const struct reading *r)
{
        (void)c;
        (void)r;
        return literal(TIME_DATE, "PAST_REF", CONFIDENCE_VAGUE);
}

struct outcome resolve(struct context *c, size_t i)
{
        static struct outcome (*const resolvers[READING_KINDS])(struct context *,
                                                                const struct reading *) = {
                [READING_DATE] = resolve_date,         [READING_WEEKDAY] = resolve_weekday,
                [READING_UNIT] = resolve_unit,         [READING_OFFSET] = resolve_offset,
                [READING_DURATION] = resolve_duration, [READING_SET] = resolve_set,
                [READING_DEICTIC] = resolve_deictic,   [READING_REF] = resolve_ref,
                [READING_PAST] = resolve_past,         [READING_PRESENT] = resolve_ref,
                [READING_PART] = resolve_part,         [READING_CLOCK] = resolve_clock,
                [READING_SEASON] = resolve_season,     [READING_QUARTER] = resolve_quarter,
                [READING_DECADE] = resolve_decade,     [READING_CENTURY] = resolve_century,
                [READING_HOLIDAY] = resolve_holiday,   [READING_WEEK_OF] = resolve_week_of,
                [READING_NONE] = resolve_ref,
        };
        const struct reading *r = &c->readings->list[i];

        return resolvers[r->kind](c, r);
}

/* "1704", "the spring of 1704" */
static bool names_year(const struct reading *r)
{
        return (r->kind == READING_DATE || r->kind == READING_SEASON) &&
               (r->year != UNSET || r->era);
}

/* Does it name a year long before the anchor, or any year where nobody told the day? */
static bool names_old_year(const struct reading *r, const struct moment *anchor)
{
        return !known(anchor) || r->year + HISTORY_AGE <= anchor->year || r->era < 0;
}

/* "last week", "two months ago": from the day of the report */
static bool is_of_news(const struct reading *r)
{
        if (r->kind == READING_WEEKDAY || r->kind == READING_DEICTIC)
                return true;
        if (r->kind == READING_OFFSET)
                return r->direction_word && strstr(r->direction_word, "anchor");
        return r->rel != UNSET && (is_word(r, "last") || is_word(r, "this"));
}

/* A day, a month, a time of the day of which nobody tells the year */
static bool names_point(const struct reading *r)
{
        switch (r->kind) {
        case READING_DATE:
        case READING_CLOCK:
        case READING_PART:
        case READING_SEASON:
        case READING_HOLIDAY:
        case READING_QUARTER: return r->base == NONE && r->year == UNSET && !r->era;
        default: return false;
        }
}

/* Does the first time that it tells lie long ago? Obituaries begin with the day. */
static bool begins_long_ago(const struct readings *readings, const struct moment *anchor)
{
        for (size_t i = 0; known(anchor) && i < readings->n; i++) {
                const struct reading *r = &readings->list[i];

                if (names_year(r))
                        return names_old_year(r, anchor);
                if (is_of_news(r) || names_point(r))
                        return false;
        }
        return false;
}

/* Is the text a history? Then years long before the anchor outnumber the words of the day; of a
 * few years there must be hardly such a word at all, and one of them must be told first. A tale
 * of old times is one whose "today" is not the day of the report. */
static void set_history(struct context *c, const struct readings *readings)
{
        size_t years = 0, news = 0, recent = 0, day = 0;
        bool begins = begins_long_ago(readings, &c->anchor);

        for (size_t i = 0; i < readings->n; i++) {
                const struct reading *r = &readings->list[i];

                if (names_year(r) && (r->kind == READING_DATE || known(&c->anchor))) {
                        if (names_old_year(r, &c->anchor))
                                years += 1 + r->ranged;
                        else
                                recent++;
                        continue;
                }
                news += r->kind == READING_WEEKDAY || r->kind == READING_DEICTIC;
                recent += is_of_news(r);
                day += is_of_news(r) && r->kind != READING_UNIT;
        }
        c->historical = (years >= HISTORY_YEARS_MIN && years > HISTORY_SHARE * news) ||
                        (years >= SHORT_YEARS_MIN && years > SHORT_SHARE * recent && begins);
        c->tale = c->historical && years > HISTORY_SHARE * day && begins;
}

static const char *copy_word(struct context *c, const char *word, size_t size)
{
        const char *copy = arena_copy(c->arena, word, size);

        c->failed |= !copy;
        return copy;
}

/* The mention of @e that covers the expression, or NULL. */
static const struct span *mention_over(const struct entity *e, const struct reading *r)
{
        size_t at = entity_mention_at(e, r->start + 1); /* behind the one that may cover it */
        const struct span *m = at ? &e->mentions[at - 1] : NULL;

        return m && m->end >= r->end ? m : NULL;
}

/* "Tony Weeks", "Christianity Today": a part of a name. What has a number is a date for all
 * that the tagger took it for, as is what is called nothing else ("May"). */
static bool is_in_name(const struct document *doc, const struct reading *r)
{
        const struct entity *e;
        const struct span *m;
        const char *name;
        size_t size;
        struct reading inner = *r;
        int entity = entities_at(doc, r->start);

        if (entity == NONE && strncasecmp(doc->x->text + r->start, "the ", 4) == 0) {
                inner.start += 4; /* "The Daily Herald Foundation" */
                entity = entities_at(doc, inner.start);
                r = &inner;
        }
        if (entity == NONE || r->kind == READING_WEEKDAY)
                return false;
        e = &doc->x->entities[entity];
        m = mention_over(e, r);
        size = m ? m->end - m->start : 0;
        if (!m || size > NAME_BYTES_MAX)
                return false;
        name = doc->x->text + m->start;
        for (size_t i = 0; i < size; i++)
                if (name[i] >= '0' && name[i] <= '9')
                        return false;
        return m->start < r->start || m->end > r->end || strnlen(e->name, size + 1) > size;
}

/* Do words of play tell that a quarter is a part of a game? */
static bool is_game(const struct document *doc)
{
        unsigned n = 0;

        for (size_t i = 0; i < doc->n_tokens && n < GAME_WORDS; i++)
                n += lexicon_has(&lexicon_number_company, doc->tokens[i].lemma, "game");
        return n >= GAME_WORDS;
}

/* "in the third quarter" of a game is no part of the year. */
static bool is_of_game(const struct document *doc, const struct reading *r, int *game)
{
        if (r->kind != READING_QUARTER || r->year != UNSET)
                return false;
        if (*game == UNSET)
                *game = is_game(doc);
        return *game;
}

static const char *print(struct context *c, const struct moment *m)
{
        static const char any_day[] = "XXXX-XX-XX";
        const char *value = moment_print(c->arena, m);
        size_t n = sizeof(any_day) - 1;

        return value && c->dayless && strncmp(value, any_day, n) == 0 && value[n] == 'T'
                       ? value + n
                       : value;
}

static int append(struct context *c, struct document *doc, const struct reading *r,
                  const struct outcome *o)
{
        struct extraction *x = doc->x;
        struct time_expression *t = arena_push(c->arena, &x->times, &x->n_times, sizeof(*t));

        if (!t)
                return -ENOMEM;
        t->by.confidence = o->confidence < r->belief ? o->confidence : r->belief;
        t->by.rule = arena_printf(c->arena, "times.%s", r->rule);
        t->span = (struct span){ r->start, r->end };
        t->type = o->type;
        t->value = o->value ? copy_word(c, o->value, strcspn(o->value, "\t "))
                            : print(c, &o->moment);
        t->end = o->end.grain != GRAIN_NONE ? print(c, &o->end) : NULL;
        t->mod = r->mod_size ? copy_word(c, r->mod, r->mod_size) : NULL;
        return t->value && t->by.rule && !c->failed ? 0 : -ENOMEM;
}

/* The second part of "10-18 June" is an expression of its own, too. */
static int append_second(struct context *c, struct document *doc, const struct reading *r,
                         const struct outcome *o)
{
        struct outcome second = *o;
        struct reading part = *r;

        part.start = r->second_start;
        part.mod_size = 0;
        second.end.grain = GRAIN_NONE;
        if (r->year2 != UNSET) {
                second.moment.year = r->year2;
                part.start = r->end;
                while (part.start > r->start && doc->x->text[part.start - 1] >= '0' &&
                       doc->x->text[part.start - 1] <= '9')
                        part.start--;
        } else if (r->day2 != UNSET) {
                second.moment = with_day(
                        o->moment, r->month2 == UNSET ? o->moment.month : r->month2, r->day2);
        } else if (r->more[0].count >= 0) {
                second.moment.year = era_year(r->more[0].count);
        }
        if (part.start <= r->start)
                return 0;
        return append(c, doc, &part, &second);
}

/* "the night of 5-6 May": the second day is an expression of its own, too. */
static int append_next_day(struct context *c, struct document *doc, const struct reading *r)
{
        struct reading days = c->readings->list[r->base];
        struct outcome o;

        if (days.kind != READING_DATE || !days.ranged || days.day2 == UNSET)
                return 0;
        o = resolve(c, (size_t)r->base);
        return append_second(c, doc, &days, &o);
}

/* In a history, a year in passing is an aside; at the start of a sentence the story moves on.
 */
static bool is_aside(struct context *c, const struct reading *r, const struct moment *m)
{
        int year = m->bc ? -m->year : m->year, here = c->last.bc ? -c->last.year : c->last.year;

        if (!c->historical || m->grain != GRAIN_YEAR || !known(&c->last))
                return false;
        if (r->opens || year == here)
                return false;
        if (c->pending_year == year)
                return false;
        c->pending_year = year;
        return true;
}

/* "a fourth-quarter charge" in a report on the third: a quarter that is not over is none that a
 * balance is about, where there is one already. */
static bool is_outlook(const struct context *c, const struct moment *m)
{
        struct moment after = moment_after(m);

        return known(&c->quarter) && known(&c->anchor) && c->anchor.grain >= GRAIN_MONTH &&
               (after.year > c->anchor.year ||
                (after.year == c->anchor.year && after.sub > (c->anchor.month + 2) / 3));
}

static void remember(struct context *c, const struct reading *r, const struct outcome *o)
{
        if (o->value || !known(&o->moment) || is_aside(c, r, &o->moment))
                return;
        if (c->historical && r->since && r->year == UNSET) /* it goes back, and not on */
                return;
        if (o->moment.grain == GRAIN_QUARTER && !is_outlook(c, &o->moment) &&
            ((r->kind == READING_QUARTER && !r->direction && r->year == UNSET) ||
             r->kind == READING_UNIT))
                c->quarter = o->moment;
        c->last = o->moment;
        if (o->moment.grain >= GRAIN_WEEKDAY && !o->moment.day) /* some day of it */
                c->last.grain = o->moment.month ? GRAIN_MONTH : GRAIN_YEAR;
        c->pending_year = UNSET;
        if (o->moment.grain >= GRAIN_DAY && o->moment.month && o->moment.day)
                c->last_day = o->moment;
}

/* "from next Monday to Friday": the weekday that follows. */
static bool ends_before(const struct outcome *o, const struct outcome *end,
                        const struct reading *r)
{
        return r->kind == READING_WEEKDAY && r->rel == UNSET && known(&o->moment) &&
               known(&end->moment) && o->moment.grain == GRAIN_DAY &&
               end->moment.grain == GRAIN_DAY &&
               moment_days(&end->moment) < moment_days(&o->moment);
}

static int weeks_behind(const struct outcome *o, const struct outcome *end)
{
        int apart = moment_days(&o->moment) - moment_days(&end->moment);

        return (apart + 6) / 7 * 7;
}

/* "between Monday and now": up to the hour, or with the day that is known. */
static void set_end_now(const struct context *c, struct outcome *o)
{
        if (!known(&c->anchor) || c->anchor.grain < GRAIN_DAY || !known(&o->moment) ||
            o->moment.bc || is_ahead(c, &o->moment))
                return;
        o->end = c->anchor.grain > GRAIN_DAY ? c->anchor : moment_after(&c->anchor);
}

/* "from May to July": the end is behind what the second reading names. */
static void set_range_end(struct context *c, const struct reading *r, struct outcome *o)
{
        struct outcome end;

        if (r->length != NONE && !o->value && o->end.grain == GRAIN_NONE)
                o->end = moment_over(&o->moment, &c->readings->list[r->length]);
        if (r->range_end == NONE || o->value || o->end.grain != GRAIN_NONE)
                return;
        end = resolve(c, (size_t)r->range_end);
        if (end.value) {
                set_end_now(c, o);
                return;
        }
        if (r->kind == READING_WEEKDAY && r->tense <= 0 && is_ahead(c, &o->moment) &&
            !is_ahead(c, &end.moment) && ends_before(o, &end, &c->readings->list[r->range_end]))
                o->moment = moment_of_days(moment_days(&o->moment) - 7);
        else if (ends_before(o, &end, &c->readings->list[r->range_end]))
                end.moment = moment_of_days(moment_days(&end.moment) + weeks_behind(o, &end));
        o->end = moment_after(&end.moment);
}

/* "+02:00" at the end of a time, in minutes; UNSET: not told. */
static int zone_of(const char *text)
{
        const char *time = strchr(text, 'T'), *sign = time ? strpbrk(time, "+-") : NULL;

        if (time && strchr(time, 'Z'))
                return 0;
        for (unsigned i = 1; sign && i < 6; i++)
                if (i == 3 ? sign[i] != ':' : sign[i] < '0' || sign[i] > '9')
                        return UNSET;
        if (!sign)
                return UNSET;
        return (sign[0] == '-' ? -1 : 1) * (((sign[1] - '0') * 10 + sign[2] - '0') * 60 +
                                            (sign[4] - '0') * 10 + sign[5] - '0');
}

static void find_anchor(const struct extraction *x, struct context *c)
{
        const char *text = x->published.value;

        if (!moment_parse(text, &c->anchor))
                text = moment_parse(x->fetched, &c->anchor) ? x->fetched : NULL;
        if (!text)
                c->anchor = (struct moment){ .grain = GRAIN_NONE };
        c->zone = text ? zone_of(text) : UNSET;
}

/* "at the same time", "this time": outside a narrative they name no time. */
static bool is_idiom(const struct context *c, const struct reading *r)
{
        return r->form == FORM_PERIOD && !c->historical &&
               (is_word(r, "same") || is_word(r, "this") || is_word(r, "next") ||
                is_word(r, "last"));
}

/* A history starts at the first date it tells. */
static void find_start(struct context *c)
{
        for (size_t i = 0; c->historical && i < c->readings->n; i++) {
                const struct reading *r = &c->readings->list[i];

                if (r->kind == READING_DATE && (r->year != UNSET || r->era)) {
                        c->last = resolve(c, i).moment;
                        return;
                }
        }
}

/* What stands alone is no report, but an appointment: it lies ahead. */
static void look_ahead(struct readings *readings)
{
        for (size_t i = 0; i < readings->n; i++)
                if (!readings->list[i].tense)
                        readings->list[i].tense = 2;
}

/* "3/5", "15-20" as all there is, and no day to count from: numbers. */
static bool is_number_alone(const struct context *c, const struct reading *r)
{
        bool share = r->form == FORM_NUMERIC && r->year == UNSET && r->month < r->day &&
                     r->day < 10 && r->end - r->start == 3;

        return c->readings->alone && c->readings->n == 1 && !known(&c->anchor) &&
               (share || (reading_is_clock_range(r) && r->doubtful));
}

int readings_resolve(struct document *doc, struct readings *readings)
{
        struct context c = { .arena = doc->arena, .readings = readings }, nowhere;
        bool is_note = readings->note && !readings->alone;
        int game = UNSET;

        find_anchor(doc->x, &c);
        set_history(&c, readings);
        c.pending_year = UNSET;
        if (readings->alone)
                look_ahead(readings);
        find_start(&c);
        nowhere = context_of_note(&c);
        for (size_t i = 0; i < readings->n; i++) {
                const struct reading *r = &readings->list[i];
                struct context *from;
                struct outcome o;
                int error;

                if (r->absorbed || is_idiom(&c, r) || is_in_name(doc, r) ||
                    is_of_game(doc, r, &game) || is_number_alone(&c, r))
                        continue;
                from = is_note && reading_is_open(readings, i) ? &nowhere : &c;
                o = resolve(from, i);
                set_range_end(from, r, &o);
                if (readings->alone)
                        outcome_alone(&c, r, &o);
                error = append(from, doc, r, &o);
                if (!error && r->ranged && r->kind == READING_DATE)
                        error = append_second(from, doc, r, &o);
                if (!error && r->kind == READING_PART && r->base != NONE)
                        error = append_next_day(from, doc, r);
                if (error)
                        return error;
                remember(&c, r, &o);
        }
        return 0;
}
