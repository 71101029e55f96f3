/* page_date_order - is 3/4/2021 in March or in April?
 *
 * A page that writes 13/10/2023 elsewhere tells it, or one whose address holds the day; else
 * the country does.
 */
#include <string.h>

#include "workers/text/dates.h"
#include "workers/text/page_facts.h"

enum {
        DATE_LINE_BYTES_MAX = 160,
        ORDER_BLOCKS_MAX = 3000,
};

/* The order in which the page itself writes numbers: "13/10/2023" leaves no choice. */
static bool order_of_page(const struct page_facts *f, enum date_order *ret)
{
        for (size_t i = 0; i < f->blocks->n && i < ORDER_BLOCKS_MAX; i++) {
                const struct block *b = &f->blocks->blocks[i];

                if (b->size <= DATE_LINE_BYTES_MAX && date_shows_order(b->text, b->size, ret))
                        return true;
        }
        return false;
}

/* Does a short line write the day that the address tells, in this order? */
static bool writes_day(const struct page_facts *f, const struct date *day,
                       enum date_order order)
{
        for (size_t i = 0; i < f->blocks->n && i < ORDER_BLOCKS_MAX; i++) {
                const struct block *b = &f->blocks->blocks[i];
                struct date date;

                if (b->size <= DATE_LINE_BYTES_MAX && memchr(b->text, '/', b->size) &&
                    date_read(b->text, b->size, order, &date) && date.year == day->year &&
                    date.month == day->month && date.day == day->day)
                        return true;
        }
        return false;
}

/* "/2021/03/04/ferries" over "04/03/2021" */
static bool order_of_address(const struct page_facts *f, enum date_order *ret)
{
        const char *url = page_address(f);
        struct date day;

        if (!url || !date_read_url(url, &day) || day.day > 12 || day.day == day.month)
                return false;
        *ret = DATE_DAY_FIRST;
        if (writes_day(f, &day, DATE_DAY_FIRST))
                return true;
        *ret = DATE_MONTH_FIRST;
        return writes_day(f, &day, DATE_MONTH_FIRST);
}

/* 3/4/2021 is March in America, and nobody else's. */
enum date_order page_date_order(const struct page_facts *f)
{
        const char *language = f->tree->language, *url = f->doc->article->url, *host, *path;
        enum date_order order;

        if (order_of_page(f, &order) || order_of_address(f, &order))
                return order;
        if (language && strncmp(language, "en-us", 5) == 0)
                return DATE_MONTH_FIRST;
        if (language && strnlen(language, 2) == 2 && language[2] == '-')
                return DATE_DAY_FIRST;
        if (language && strncmp(language, "en", 2) != 0)
                return DATE_DAY_FIRST;
        host = url ? strstr(url, "://") : NULL;
        path = host ? strchr(host + 3, '/') : NULL;
        if (path && path - host > 6 && path[-3] == '.')
                return DATE_DAY_FIRST; /* a country's domain */
        return DATE_MONTH_FIRST;
}
