/* scraped_dates - when a scraped text says that it came out
 */
#include <errno.h>
#include <string.h>
#include <strings.h>

#include "workers/text/scraped_lines.h"

enum {
        DATE_LINE_WORDS_MAX = 12,
        PARTS_MAX = 2,      /* of a line of dates: published, updated */
        TAIL_LINES_MAX = 6, /* where a date line may stand at the end */
};

bool scraped_is_date_line(const struct line *l, struct date *date)
{
        if (l->words > DATE_LINE_WORDS_MAX || l->size > 120)
                return false;
        if (!date_read(l->p, l->size, DATE_DAY_FIRST, date))
                return false;
        return !l->stop || date->end - date->start + 12 > l->size;
}

static bool says_update(const struct line *l)
{
        return l->size > 6 && (strncasecmp(l->p, "update", 6) == 0 ||
                               strncasecmp(l->p, "last updated", 12) == 0 ||
                               strncasecmp(l->p, "modified", 8) == 0);
}

static bool is_possible(const struct document *doc, const struct date *date)
{
        struct date fetched;

        if (!doc->article->fetched ||
            !date_read(doc->article->fetched, strlen(doc->article->fetched), DATE_DAY_FIRST,
                       &fetched))
                return true;
        return !date_is_later(date, &fetched);
}

static int take_date(struct scraped *s, struct line *l, const struct date *date)
{
        struct extraction *x = s->doc->x;
        struct stated_date *to = says_update(l) ? &x->modified : &x->published;

        if (to->value || !is_possible(s->doc, date))
                return 0;
        to->value = date_value(s->doc->arena, date);
        to->literal = arena_copy(s->doc->arena, l->p + date->start, date->end - date->start);
        to->basis = BASIS_TEXT;
        to->span = SPAN_NONE;
        to->by = (struct finding){ 900, "scraped.date_line" };
        return to->value && to->literal ? 0 : -ENOMEM;
}

/* "Published 2:29 p.m. ET March 13, 2013 | Updated 3:10 p.m. …": a date line each. */
static size_t part_line(const struct line *l, struct line ret[PARTS_MAX])
{
        const char *p = l->p, *end = l->p + l->size;
        size_t n = 0;

        while (p < end && n < PARTS_MAX) {
                const char *bar = memchr(p, '|', (size_t)(end - p));
                struct line *part = &ret[n++];

                *part = *l;
                while (p < end && *p == ' ')
                        p++;
                part->p = p;
                part->size = (size_t)((bar ? bar : end) - p);
                part->words = l->words / 2;
                p = bar ? bar + 1 : end;
        }
        return p < end ? 0 : n;
}

/* True: the line was nothing but dates. */
static bool take_parts(struct scraped *s, struct line *l, int *ret_error)
{
        struct line parts[PARTS_MAX];
        struct date dates[PARTS_MAX];
        size_t n = l->words <= PARTS_MAX * DATE_LINE_WORDS_MAX ? part_line(l, parts) : 0;

        if (n < 2)
                return false;
        for (size_t i = 0; i < n; i++)
                if (!scraped_is_date_line(&parts[i], &dates[i]))
                        return false;
        for (size_t i = 0; i < n && !*ret_error; i++)
                *ret_error = take_date(s, &parts[i], &dates[i]);
        return true;
}

int scraped_take_dates(struct scraped *s)
{
        size_t seen = 0;
        int r = 0;

        for (size_t i = 0; i < s->n && !r && seen < HEAD_LINES_MAX; i++, seen++) {
                struct line *l = &s->lines[i];
                struct date date;

                if (is_paragraph(l))
                        break;
                /* "March 13, 2013 / 2:29 PM / AP": taken for a credit. */
                if (l->dropped && l->furniture != FURNITURE_CREDIT)
                        continue;
                if (take_parts(s, l, &r)) {
                        l->dropped = true;
                } else if (scraped_is_date_line(l, &date)) {
                        l->dropped |= !date_is_dateline(l->p, l->size, &date);
                        r = take_date(s, l, &date);
                }
        }
        seen = 0;
        for (size_t i = s->n; i-- > 1 && !r && seen < TAIL_LINES_MAX;) {
                struct line *l = &s->lines[i];
                struct date date;

                if (l->dropped)
                        continue;
                if (is_paragraph(l))
                        break;
                seen++;
                if (!scraped_is_date_line(l, &date))
                        continue;
                l->dropped = true;
                r = take_date(s, l, &date);
        }
        return r;
}
