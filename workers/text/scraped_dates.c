/* scraped_dates - when a scraped text says that it came out
 */
#include <errno.h>
#include <string.h>
#include <strings.h>

#include "workers/text/scraped_lines.h"

enum {
        DATE_LINE_WORDS_MAX = 12,
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

int scraped_take_dates(struct scraped *s)
{
        size_t seen = 0;
        int r = 0;

        for (size_t i = 0; i < s->n && !r && seen < HEAD_LINES_MAX; i++, seen++) {
                struct date date;

                if (is_paragraph(&s->lines[i]))
                        break;
                if (s->lines[i].dropped || !scraped_is_date_line(&s->lines[i], &date))
                        continue;
                s->lines[i].dropped = !date_is_dateline(s->lines[i].p, s->lines[i].size, &date);
                r = take_date(s, &s->lines[i], &date);
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
