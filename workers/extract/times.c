/* times - finds expressions of time and anchors them (TIMEX3)
 *
 * The text is read a paragraph at a time; only what the rules matched outlives the paragraph.
 * Anchoring comes last, over all readings in order, as one expression is often counted from the
 * one before.
 */
#include "workers/extract/times.h"

#include <errno.h>
#include <string.h>

#include "workers/extract/stages.h"

enum {
        FRAGMENT_TERMS_MAX = 8,
        NOTE_TERMS_MAX = 30,
        TRIES_MAX = 4,        /* readings of one place */
        BETWEEN_BELIEF = 350, /* as in time_rules.txt */
};

struct scan {
        struct document *doc;
        struct rules *rules;
        struct atoms atoms;
        struct terms terms;
        struct readings readings;
};

/* "In 1917, …", "1917": at most a preposition stands before it in its sentence. */
static bool opens_sentence(const struct terms *terms, size_t first)
{
        if (first && terms->list[first - 1].capital && !terms->list[first - 1].classes)
                first--;
        return !first || strcmp(terms->list[first - 1].word, ".") == 0 ||
               strcmp(terms->list[first - 1].word, "(") == 0;
}

static bool ends_period(const struct terms *terms, size_t last)
{
        const char *word = last < terms->n ? terms->list[last].word : "";

        return strcmp(word, "ended") == 0 || strcmp(word, "ending") == 0;
}

/* "the last week of August" is a week long, and not the week before this one. */
static void set_part_of(struct reading *r, const struct terms *terms)
{
        bool of = r->last < terms->n && strcmp(terms->list[r->last].word, "of") == 0;

        /* "heard last week of the plan", "its exports last year of $3 million" */
        if (!r->first || (terms->list[r->first - 1].upos != UPOS_DET &&
                          terms->list[r->first - 1].upos != UPOS_PRON &&
                          strcmp(terms->list[r->first - 1].word, "'s") != 0))
                of = of && (!r->first || terms->list[r->first - 1].upos == UPOS_ADP);
        if (r->kind != READING_UNIT || !of || !r->unit || strcmp(r->rel_word, "last") != 0)
                return;
        r->kind = READING_DURATION;
        r->rule = "duration.part";
        r->form = FORM_PLAIN;
        r->count = 1000;
}

/* "a year later than planned": how much, and not when. */
static bool is_compared(const struct reading *r, const struct terms *terms)
{
        return r->kind == READING_OFFSET && r->last < terms->n &&
               strcmp(terms->list[r->last].word, "than") == 0;
}

/* "two days after the vote" is no date, but two days. */
static bool reduce(struct reading *r, const struct terms *terms)
{
        if (r->kind != READING_OFFSET || r->last - r->first < 2 ||
            (r->count == COUNT_NONE && r->plural))
                return false;
        if (r->count == COUNT_NONE)
                r->count = 1000;
        r->kind = READING_DURATION;
        r->rule = "duration.between";
        r->form = FORM_PLAIN;
        r->belief = BETWEEN_BELIEF;
        r->last--;
        r->end = terms->list[r->last - 1].end;
        return reading_plausible(r, terms);
}

/* "in two weeks' time" */
static bool is_of_time(const struct reading *r, const struct terms *terms)
{
        size_t next = r->last;

        next += next < terms->n && strcmp(terms->list[next].word, "'") == 0;
        return next < terms->n && strcmp(terms->list[next].word, "time") == 0;
}

/* "their first visit in four months", "the worst storm in ten years": how long it is since */
static bool is_of_record(const struct reading *r, const struct terms *terms)
{
        enum { BACK_MAX = 4 };

        if (!r->first || terms->list[r->first - 1].upos != UPOS_NOUN)
                return false;
        for (size_t i = r->first - 1; i-- && r->first - i <= BACK_MAX;) {
                const char *word = terms->list[i].word;
                size_t size = strlen(word);

                if (strcmp(word, "first") == 0 || strcmp(word, "only") == 0 ||
                    strcmp(word, "worst") == 0 ||
                    (size > 4 && strcmp(word + size - 3, "est") == 0 &&
                     terms->list[i].upos == UPOS_ADJ))
                        return true;
        }
        return false;
}

/* "in two weeks" looks ahead only where the clause does; else it tells how long it took. */
static bool looks_ahead(const struct reading *r, const struct terms *terms)
{
        if (!reading_looks_ahead(r) || reading_is_alone(r, terms))
                return true;
        if (r->last < terms->n && strcmp(terms->list[r->last].word, "of") == 0)
                return false; /* "in ten hours of talks" */
        if (is_of_record(r, terms))
                return false;
        if (terms->whole && terms->n <= FRAGMENT_TERMS_MAX && !r->tense &&
            r->form != FORM_WITHIN)
                return true;
        if (is_of_time(r, terms))
                return true;
        return r->tense > 0 && r->form != FORM_WITHIN && r->unit != 'Q';
}

static bool is_time(struct reading *r, const struct terms *terms)
{
        r->tense = tense_around(terms, r->first, r->last, &r->weight);
        return looks_ahead(r, terms) &&
               ((!is_compared(r, terms) && reading_plausible(r, terms)) || reduce(r, terms) ||
                (r->kind != READING_NONE && !r->absurd && reading_is_alone(r, terms)));
}

/* The longest reading at term @t that is a time; what is longer and none is left aside. */
static bool read_time(const struct scan *scan, size_t t, struct reading *ret)
{
        size_t limit = scan->terms.n;

        for (unsigned tries = 0; tries < TRIES_MAX; tries++) {
                if (!rules_match(scan->rules, &scan->terms, t, limit, ret))
                        return false;
                limit = ret->last - 1;
                if (is_time(ret, &scan->terms))
                        return true;
        }
        return false;
}

/* What may stand behind a day of a list. */
static bool ends_day(const struct terms *terms, size_t i)
{
        static const char *const words[] = { ",", "and", "or", ".", ";", ")", "at", "in" };

        if (i < terms->n && word_is_one_of(terms->list[i].word, words, ARRAY_SIZE(words)))
                return true;
        return i >= terms->n;
}

/* "on May 3, 5 and 9": a day of the month that was told right before. */
static bool read_next_day(const struct scan *scan, size_t from, size_t t, struct reading *ret)
{
        const struct terms *terms = &scan->terms;
        const struct reading *before =
                scan->readings.n > from ? &scan->readings.list[scan->readings.n - 1] : NULL;
        const struct sense *day;
        const char *joint = t ? terms->list[t - 1].word : "";

        if (!before || before->last + 1 != t || before->kind != READING_DATE ||
            before->ranged || before->day == UNSET || before->month == UNSET ||
            before->year != UNSET || before->hour != UNSET ||
            (strcmp(joint, ",") != 0 && strcmp(joint, "and") != 0))
                return false;
        day = term_sense(&terms->list[t], CLASS_DAY);
        if (!day || !terms->list[t].digits || day->number <= before->day ||
            !ends_day(terms, t + 1))
                return false;
        *ret = *before;
        ret->rule = "date.list";
        ret->first = (uint32_t)t;
        ret->last = (uint32_t)t + 1;
        ret->start = terms->list[t].start;
        ret->end = terms->list[t].end;
        ret->day = day->number;
        ret->dow = UNSET;
        return true;
}

/* "every morning at 9" */
static bool is_behind_set(const struct scan *scan, size_t from, size_t i)
{
        const struct reading *r = &scan->readings.list[i];

        return i > from && r->form == FORM_AT && r[-1].kind == READING_SET &&
               r[-1].last == r->first && (r[-1].part || r[-1].unit == 'D');
}

/* Bare numbers that no day was found for are no times after all. */
static void drop_doubtful(struct scan *scan, size_t from)
{
        for (size_t i = from; i < scan->readings.n; i++) {
                struct reading *r = &scan->readings.list[i];

                if (r->doubtful && r->base == NONE && !is_behind_set(scan, from, i) &&
                    !reading_is_alone(r, &scan->terms))
                        r->absorbed = true;
        }
}

/* One short sentence that nobody put a title on. */
static bool is_note(const struct extraction *x, const struct terms *terms)
{
        if (x->title || x->url || !terms->whole || terms->n > NOTE_TERMS_MAX)
                return false;
        for (size_t i = 0; i + 1 < terms->n; i++)
                if (terms->list[i].word[0] && !terms->list[i].word[1] &&
                    strchr(".?!;", terms->list[i].word[0]))
                        return false;
        return true;
}

/* The word before it, an article aside; "" where there is none. */
static const char *preceding(const struct reading *r, const struct terms *terms)
{
        size_t i = r->first;

        i -= i && strcmp(terms->list[i - 1].word, "the") == 0;
        return i ? terms->list[i - 1].word : "";
}

static bool precedes(const struct reading *r, const struct terms *terms, const char *word)
{
        return word_is(preceding(r, terms), word);
}

/* "two days after the vote", unless it took or lasted so long */
static int8_t counted_from(const struct reading *r, const struct terms *terms)
{
        const char *next = r->last < terms->n ? terms->list[r->last].word : "";
        uint8_t before = r->first ? terms->list[r->first - 1].upos : UPOS_X;

        if (r->kind != READING_DURATION || r->count <= 0 || r->rel != UNSET ||
            precedes(r, terms, "for") || before == UPOS_VERB)
                return 0;
        return word_is(next, "after") ? 1 : word_is(next, "before") ? -1 : 0;
}

/* "at night" */
static bool is_habitual(const struct reading *r, const struct terms *terms)
{
        return r->kind == READING_PART && r->last - r->first == 2 &&
               strcmp(terms->list[r->first].word, "at") == 0 &&
               strcmp(terms->list[r->first + 1].word, "night") == 0 &&
               !reading_is_alone(r, terms);
}

/* "will last three weeks" */
static void set_verb(struct reading *r, const struct terms *terms)
{
        const struct term *t = &terms->list[r->first];

        if (r->kind != READING_DURATION || strcmp(r->rel_word, "last") != 0 ||
            strcmp(t->word, "last") != 0)
                return;
        if (t->upos != UPOS_VERB &&
            !(r->first && (t[-1].upos == UPOS_AUX || strcmp(t[-1].word, "to") == 0 ||
                           strcmp(t[-1].word, "not") == 0)))
                return;
        r->rel = UNSET;
        r->rel_word[0] = '\0';
}

/* "for three days from Monday" is three days, and not the fourth one. */
static void set_length(struct reading *r, const struct terms *terms)
{
        if (r->kind != READING_OFFSET || r->count < 0 || r->last - r->first < 3 ||
            strcmp(terms->list[r->last - 1].word, "from") != 0 || !precedes(r, terms, "for"))
                return;
        r->kind = READING_DURATION;
        r->form = FORM_PLAIN;
        r->rule = "duration.count";
        r->last--;
        r->end = terms->list[r->last - 1].end;
}

static bool is_placed(const struct reading *r, const struct terms *terms)
{
        static const char *const words[] = { "on",   "since", "during", "at",
                                             "over", "in",    "after",  "from" };

        return word_is_one_of(preceding(r, terms), words, ARRAY_SIZE(words));
}

/* "shopped for Christmas", "flew ahead of Thanksgiving": the feast was yet to come. */
static bool is_awaited(const struct reading *r, const struct terms *terms)
{
        static const char *const words[] = { "before", "for", "until", "till", "by", "of" };
        const char *word = preceding(r, terms);

        if (r->kind != READING_HOLIDAY || !word_is_one_of(word, words, ARRAY_SIZE(words)))
                return false;
        return strcmp(word, "of") != 0 ||
               (r->first > 1 && strcmp(terms->list[r->first - 2].word, "ahead") == 0);
}

/* Reads one paragraph into readings. */
static int scan_chunk(struct scan *scan, struct span chunk)
{
        struct arena *arena = scan->doc->arena;
        size_t from = scan->readings.n;
        int r = atoms_scan(&scan->atoms, arena, scan->doc->x->text, chunk);

        if (!r && scan->doc->spaced)
                atoms_join_spaced(&scan->atoms, scan->doc->x->text, chunk);
        if (!r)
                r = terms_read(&scan->terms, scan->doc, &scan->atoms);
        if (r)
                return r;
        scan->terms.whole = !chunk.start && chunk.end == scan->doc->x->text_size;
        scan->terms.note = is_note(scan->doc->x, &scan->terms);
        for (size_t t = 0; t < scan->terms.n;) {
                struct reading reading, *slot;

                if (!read_next_day(scan, from, t, &reading) && !read_time(scan, t, &reading)) {
                        t++;
                        continue;
                }
                t = reading.last;
                if (reading.kind == READING_NONE)
                        continue;
                set_part_of(&reading, &scan->terms);
                set_length(&reading, &scan->terms);
                set_verb(&reading, &scan->terms);
                reading.definite =
                        (reading.kind == READING_PART || reading.kind == READING_OFFSET) &&
                        strcmp(scan->terms.list[reading.first].word, "the") == 0;
                reading.some = reading.kind == READING_PART &&
                               strcmp(scan->terms.list[reading.first].word, "one") == 0;
                reading.habitual = is_habitual(&reading, &scan->terms);
                reading.counted = counted_from(&reading, &scan->terms);
                reading.since = precedes(&reading, &scan->terms, "since");
                reading.lasts = precedes(&reading, &scan->terms, "for");
                reading.awaited = is_awaited(&reading, &scan->terms);
                reading.placed = is_placed(&reading, &scan->terms);
                reading.within = precedes(&reading, &scan->terms, "within");
                reading.bounded = reading.last < scan->terms.n &&
                                  strcmp(scan->terms.list[reading.last].word, "of") == 0;
                reading.owns = terms_own(&scan->terms, reading.last);
                reading.ends = ends_period(&scan->terms, reading.last);
                reading.opens = opens_sentence(&scan->terms, reading.first);
                slot = arena_push(arena, &scan->readings.list, &scan->readings.n,
                                  sizeof(*slot));
                if (!slot)
                        return -ENOMEM;
                *slot = reading;
        }
        readings_join(&scan->readings, from, &scan->terms);
        for (size_t i = from; i < scan->readings.n; i++) /* "In early 1917, …" */
                scan->readings.list[i].opens |=
                        opens_sentence(&scan->terms, scan->readings.list[i].first);
        drop_doubtful(scan, from);
        scan->readings.alone = readings_are_alone(&scan->readings, from, &scan->terms);
        scan->readings.note = scan->terms.note;
        return 0;
}

int times_find(struct document *doc)
{
        struct scan scan = { .doc = doc };
        struct span chunk = { 0, 0 };

        /* A text too short to tell its language is read: its words decide by themselves. */
        if (!doc->english && doc->x->language)
                return 0;
        scan.rules = rules_compile(doc->arena);
        if (!scan.rules)
                return -ENOMEM;
        for (;;) {
                int r;

                chunk = atoms_chunk(doc->x->text, doc->x->text_size, chunk.end);
                if (chunk.start >= chunk.end)
                        break;
                r = scan_chunk(&scan, chunk);
                if (r)
                        return r;
        }
        return readings_resolve(doc, &scan.readings);
}
