/* page_dates - when it was published and changed: JSON-LD, meta, time elements, lines, the
 * address
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "workers/text/dates.h"
#include "workers/text/furniture.h"
#include "workers/text/page_date_keys.h"
#include "workers/text/page_date_lines.h"
#include "workers/text/page_facts.h"
#include "workers/text/page_lines.h"

enum {
        DATE_LINE_BYTES_MAX = 160,
        LITERAL_BYTES_MAX = 200,
        ELEMENT_NODES_MAX = 6,
        TIME_NODES_MAX = 12,
        BEHIND_BLOCKS = 12, /* about the end of the text */
        DATE_LINE_WORDS_MAX = 22,
        ABOVE_BLOCKS = 6,
        BELOW_BLOCKS = 6,         /* how far below the headline its date stands */
        LINE_REST_BYTES_MAX = 40, /* of a line that is a date, beside it */
        DAY_BYTES = 10,           /* "2021-12-02" */
        STAMP_DIGITS = 10,        /* of seconds since 1970 */
        MILLISECONDS_DIGITS = 13,
};

struct dating {
        struct page_facts *f;
        struct date fetched;
        bool has_fetched;
        enum date_order order;
};

struct source {
        enum date_basis basis;
        uint16_t confidence;
        const char *rule;
};

static const struct source by_jsonld = { BASIS_META, 980, "page_dates.json_ld" };
static const struct source by_meta = { BASIS_META, 950, "page_dates.meta" };
static const struct source by_time = { BASIS_META, 900, "page_dates.time_element" };
static const struct source by_line = { BASIS_TEXT, 850, "page_dates.line" };
static const struct source by_url = { BASIS_URL, 700, "page_dates.address" };

/* Takes the date that @text states. 1: taken; 0: there is none; or -ENOMEM. */
static int take(struct dating *d, struct stated_date *to, const char *text, size_t size,
                const struct source *source)
{
        struct arena *arena = d->f->doc->arena;
        struct date date;
        bool stands_in_text = source->basis == BASIS_TEXT;

        if (!date_read(text, size, d->order, &date))
                return 0;
        if (d->has_fetched && date_is_later(&date, &d->fetched))
                return 0;
        if (stands_in_text) {
                text += date.start;
                size = date.end - date.start;
        }
        to->value = date_value(arena, &date);
        to->literal =
                arena_copy(arena, text, size < LITERAL_BYTES_MAX ? size : LITERAL_BYTES_MAX);
        to->basis = source->basis;
        to->span = SPAN_NONE;
        to->by = (struct finding){ source->confidence, source->rule };
        return to->value && to->literal ? 1 : -ENOMEM;
}

static int take_text(struct dating *d, struct stated_date *to, const char *text,
                     const struct source *source)
{
        char stamp[DATE_STAMP_BYTES];
        size_t n = text ? strspn(text, "0123456789") : 0;

        if ((n == STAMP_DIGITS || n == MILLISECONDS_DIGITS) && !text[n] &&
            date_write_stamp(strtoll(text, NULL, 10), stamp))
                text = stamp;
        return text ? take(d, to, text, strlen(text), source) : 0;
}

/* The first that states a date; of those of its day, the first with a time. */
static int from_metas(struct dating *d, struct stated_date *to, const char *const *keys)
{
        int found = 0;

        for (; *keys && !(found && strchr(to->value, 'T')); keys++) {
                struct stated_date date = { 0 };
                int r = take_text(d, &date, page_meta(d->f->tree, *keys), &by_meta);

                if (r < 0)
                        return r;
                if (r && (!found || (strncmp(date.value, to->value, DAY_BYTES) == 0 &&
                                     strchr(date.value, 'T'))))
                        *to = date;
                found |= r;
        }
        return found;
}

static bool is_elsewhere(const struct block *b)
{
        return b->evidence & (EVIDENCE_RELATED | EVIDENCE_COMMENT | EVIDENCE_SIDE);
}

/* A column beside the text may begin with who wrote it, and when. */
static bool is_byline_aside(const struct block *b)
{
        return b->evidence & EVIDENCE_SIDE &&
               (b->evidence & (EVIDENCE_BYLINE | EVIDENCE_DATE) || line_is_date_alone(b)) &&
               !(b->evidence & (EVIDENCE_RELATED | EVIDENCE_COMMENT));
}

/* What a dated element states: its attribute, else its text. */
static int take_element(struct dating *d, struct stated_date *to, uint32_t index)
{
        const struct page_tree *tree = d->f->tree;
        const struct page_node *node = &tree->nodes[index];
        int r = take_text(d, to, node->text, &by_time);

        if (node->end - index > (node->tag == TAG_TIME ? TIME_NODES_MAX : ELEMENT_NODES_MAX))
                return r;
        for (uint32_t i = index + 1; !r && i < node->end; i++) {
                if (tree->nodes[i].tag == TAG_TEXT)
                        r = take(d, to, tree->nodes[i].text, tree->nodes[i].size, &by_line);
                else if (tree->nodes[i].tag == TAG_TIME)
                        r = take_text(d, to, tree->nodes[i].text, &by_time);
        }
        return r;
}

enum place { PLACE_BELOW, PLACE_NEAR, PLACE_TEXT, PLACE_ANY };

/* Is node @i a dated element, of this kind and at this place? */
static bool is_dated(const struct dating *d, uint32_t i, bool modified, enum place place)
{
        const struct page_facts *f = d->f;
        const struct page_node *node = &f->tree->nodes[i];
        uint32_t block = f->blocks->first[i];
        uint16_t evidence = node->evidence & (EVIDENCE_DATE | EVIDENCE_UPDATED);
        size_t from, head;

        if (node->tag == TAG_TEXT || node->tag == TAG_A || (node->tag != TAG_TIME && !evidence))
                return false;
        if (node->tag == TAG_META && evidence & EVIDENCE_UPDATED)
                evidence = EVIDENCE_UPDATED;
        if ((evidence == EVIDENCE_UPDATED) != modified)
                return false;
        if (block >= f->blocks->n)
                return false;
        if (place == PLACE_ANY)
                return !(f->blocks->blocks[block].evidence &
                         (EVIDENCE_RELATED | EVIDENCE_COMMENT));
        page_near(f, &from, &head);
        if (place == PLACE_BELOW &&
            (!f->heading_node || block < f->blocks->first[f->heading_node] || block >= head))
                return false;
        if (place == PLACE_NEAR && (block < from || block > f->selection->end + BEHIND_BLOCKS))
                return false;
        return !is_elsewhere(&f->blocks->blocks[block]);
}

/* <time datetime=…> and elements with a date's name: those near the headline first. */
static int from_elements(struct dating *d, struct stated_date *to, bool modified,
                         enum place place)
{
        int r = 0;

        for (uint32_t i = 0; i < d->f->tree->n_nodes && !r; i++) {
                if (is_dated(d, i, modified, place))
                        r = take_element(d, to, i);
        }
        return r;
}

/* Is the line a date and nothing else? */
static bool is_date(const struct dating *d, const struct block *b)
{
        struct date date;

        return date_read(b->text, b->size, d->order, &date) && date.end - date.start == b->size;
}

static int from_range(struct dating *d, struct stated_date *to, bool modified, size_t from,
                      size_t end)
{
        int r = 0;

        for (size_t i = from; i < end && !r; i++) {
                const struct block *b = &d->f->blocks->blocks[i];
                const char *part;
                size_t size;

                if (b->size > DATE_LINE_BYTES_MAX || is_elsewhere(b) ||
                    (b->heading && !(b->evidence & EVIDENCE_DATE) && !is_date(d, b)) ||
                    b->words > DATE_LINE_WORDS_MAX)
                        continue;
                size = date_line_part(b, modified, &part);
                r = size ? take(d, to, part, size, &by_line) : 0;
        }
        return r;
}

/* Lines that state a date, near the headline: right below it before above it, where a page may
 * print today's date. */
static int from_lines(struct dating *d, struct stated_date *to, bool modified)
{
        const struct page_facts *f = d->f;
        size_t from, end, heading, below;
        int r = 0;

        page_near(f, &from, &end);
        heading = f->heading_node ? f->blocks->first[f->heading_node] : from;
        if (heading <= from || heading >= end)
                return from_range(d, to, modified, from, end);
        below = heading + BELOW_BLOCKS < end ? heading + BELOW_BLOCKS : end;
        r = from_range(d, to, modified, heading, below);
        if (!r)
                r = from_range(d, to, modified, from, heading);
        return r ? r : from_range(d, to, modified, below, end);
}

static int from_aside(struct dating *d, struct stated_date *to)
{
        size_t from, end;
        int r = 0;

        page_near(d->f, &from, &end);
        for (size_t i = from; i < end && !r; i++) {
                const struct block *b = &d->f->blocks->blocks[i];

                if (is_byline_aside(b) && b->size <= DATE_LINE_BYTES_MAX &&
                    !date_line_says_update(b))
                        r = take(d, to, b->text, b->size, &by_line);
        }
        return r;
}

static int from_above(struct dating *d, struct stated_date *to)
{
        size_t from, end;

        page_near(d->f, &from, &end);
        return from_range(d, to, false, from > ABOVE_BLOCKS ? from - ABOVE_BLOCKS : 0, from);
}

/* "This page was last edited on 2 December 2021": anywhere. */
static int from_last_change(struct dating *d, struct stated_date *to)
{
        static const char *const heads[] = { "last edited",   "last modified", "last updated",
                                             "last changed",  "last revised",  "last reviewed",
                                             "Last modified", "Last updated",  "Last edited" };
        const struct page_facts *f = d->f;
        int r = 0;

        for (size_t i = 0; i < f->blocks->n && !r; i++) {
                const struct block *b = &f->blocks->blocks[i];
                const char *at = NULL;

                if (b->size > DATE_LINE_BYTES_MAX ||
                    b->evidence & (EVIDENCE_RELATED | EVIDENCE_COMMENT))
                        continue;
                for (size_t k = 0; k < sizeof(heads) / sizeof(*heads) && !at; k++)
                        at = memmem(b->text, b->size, heads[k], strlen(heads[k]));
                if (at)
                        r = take(d, to, at, (size_t)(b->text + b->size - at), &by_line);
        }
        return r;
}

/* A date alone, right below "Written by Ada Strand", who wrote the article; below a headline,
 * it is another's. */
static bool is_below_byline(const struct page_facts *f, size_t i)
{
        const struct block *b = &f->blocks->blocks[i];
        const struct extraction *x = f->doc->x;

        if (i < 2 || !line_is_date_alone(b) || b[-2].heading ||
            furniture_of(b[-1].text, b[-1].size) != FURNITURE_BYLINE)
                return false;
        for (size_t k = 0; k < x->n_authors; k++)
                if (memmem(b[-1].text, b[-1].size, x->authors[k], strlen(x->authors[k])))
                        return true;
        return false;
}

/* Dated lines just behind the text ("Posted on …"). */
static int from_foot(struct dating *d, struct stated_date *to)
{
        const struct page_facts *f = d->f;
        size_t end = f->selection->end;
        int r = 0;

        for (size_t i = end > f->selection->first + BEHIND_BLOCKS ? end - BEHIND_BLOCKS
                                                                  : f->selection->first;
             i < f->blocks->n && i < end + BEHIND_BLOCKS && !r; i++) {
                const struct block *b = &f->blocks->blocks[i];

                if (b->size <= DATE_LINE_BYTES_MAX && !is_elsewhere(b) && !b->heading &&
                    (b->evidence & EVIDENCE_DATE || date_line_says_published(b) ||
                     is_below_byline(f, i)))
                        r = take(d, to, b->text, b->size, &by_line);
        }
        return r;
}

static int from_url(struct dating *d, struct stated_date *to)
{
        const char *url = page_address(d->f);
        struct date date;
        struct arena *arena = d->f->doc->arena;

        if (!url || !date_read_url(url, &date))
                return 0;
        if (d->has_fetched && date_is_later(&date, &d->fetched))
                return 0;
        to->value = date_value(arena, &date);
        to->literal = arena_copy(arena, url + date.start, date.end - date.start);
        to->basis = BASIS_URL;
        to->span = SPAN_NONE;
        to->by = (struct finding){ by_url.confidence, by_url.rule };
        return to->value && to->literal ? 1 : -ENOMEM;
}

/* Is the line little more than the date? */
static bool is_mostly(const struct block *b, const struct date *date)
{
        return b->size - (date->end - date->start) <= LINE_REST_BYTES_MAX;
}

/* The first date line below the headline that says nothing of a change. */
static int printed_below(struct dating *d, struct stated_date *to)
{
        const struct page_facts *f = d->f;
        size_t heading = f->heading_node ? f->blocks->first[f->heading_node] : f->blocks->n;
        int r = 0;

        for (size_t i = heading + 1; i < f->blocks->n && i <= heading + BELOW_BLOCKS && !r;
             i++) {
                const struct block *b = &f->blocks->blocks[i];
                struct date date;

                if (b->size > DATE_LINE_BYTES_MAX || is_elsewhere(b) ||
                    date_line_says_update(b) ||
                    b->context & (IN_FIGURE | IN_CAPTION | IN_NAVIGATION) ||
                    (i && date_line_says_update(b - 1) && b[-1].words <= DATE_LINE_WORDS_MAX))
                        continue;
                if (date_read(b->text, b->size, d->order, &date) && is_mostly(b, &date))
                        r = take(d, to, b->text, b->size, &by_line);
        }
        return r;
}

/* Metadata are often in UTC, while readers see the day where the outlet is: that is the day.
 * And nothing is printed with a date before it is there: where the line below the headline has
 * an earlier day, the metadata tell when the page was made anew. */
static int prefer_printed_day(struct dating *d, struct stated_date *to)
{
        struct stated_date printed = { 0 };
        struct date stated, line;
        int r;

        if (!date_read(to->value, strlen(to->value), d->order, &stated))
                return 0;
        r = printed_below(d, &printed);
        if (r > 0 && date_read(printed.value, strlen(printed.value), d->order, &line) &&
            date_is_later(&stated, &line)) {
                *to = printed;
                return 1;
        }
        if (r < 0 || stated.offset != 0 || stated.hour < 0)
                return r;
        printed = (struct stated_date){ 0 };
        r = from_lines(d, &printed, false);
        if (r <= 0 || !date_read(printed.value, strlen(printed.value), d->order, &line))
                return r;
        if (line.day != stated.day && !date_is_later(&line, &stated) &&
            !date_is_later(&stated, &line))
                *to = printed;
        return 1;
}

/* Metadata may state the day alone where the page prints the hour, too. */
static int add_hour(struct dating *d, struct stated_date *to)
{
        struct stated_date printed = { 0 };
        int r;

        if (strchr(to->value, 'T'))
                return 0;
        r = from_elements(d, &printed, false, PLACE_BELOW);
        if (!r)
                r = from_lines(d, &printed, false);
        if (r > 0 && strncmp(printed.value, to->value, DAY_BYTES) == 0 &&
            strchr(printed.value, 'T'))
                *to = printed;
        return r < 0 ? r : 0;
}

static int find_published(struct dating *d, struct stated_date *to)
{
        int r = take_text(d, to, d->f->jsonld.published, &by_jsonld);

        if (!r)
                r = from_metas(d, to, date_keys_published);
        if (r > 0)
                r = prefer_printed_day(d, to) < 0 || add_hour(d, to) < 0 ? -ENOMEM : 1;
        if (!r)
                r = from_elements(d, to, false, PLACE_BELOW);
        if (!r)
                r = from_elements(d, to, false, PLACE_NEAR);
        if (!r)
                r = from_lines(d, to, false);
        if (!r)
                r = from_url(d, to);
        if (!r)
                r = from_aside(d, to);
        if (!r)
                r = from_above(d, to);
        if (!r)
                r = from_foot(d, to);
        if (!r)
                r = from_elements(d, to, false, PLACE_TEXT);
        if (!r)
                r = from_elements(d, to, false, PLACE_ANY);
        return r < 0 ? r : 0;
}

static int find_modified(struct dating *d, struct stated_date *to)
{
        int r = take_text(d, to, d->f->jsonld.modified, &by_jsonld);

        if (!r)
                r = from_metas(d, to, date_keys_modified);
        if (!r)
                r = from_elements(d, to, true, PLACE_NEAR);
        if (!r)
                r = from_lines(d, to, true);
        if (!r)
                r = from_last_change(d, to);
        return r < 0 ? r : 0;
}

int page_dates_find(struct page_facts *f)
{
        struct extraction *x = f->doc->x;
        const char *fetched = f->doc->article->fetched;
        struct dating d = { .f = f, .order = page_date_order(f) };
        int r = 0;

        if (fetched)
                d.has_fetched = date_read(fetched, strlen(fetched), DATE_DAY_FIRST, &d.fetched);
        if (!x->published.value)
                r = find_published(&d, &x->published);
        if (!r && !x->modified.value)
                r = find_modified(&d, &x->modified);
        if (!r && !x->published.value && x->modified.value) {
                x->published = x->modified; /* no later than its change */
                x->published.basis = BASIS_INFERRED;
                x->published.by = (struct finding){ 400, "page_dates.from_change" };
        }
        return r;
}
