#include "workers/text/page_date_lines.h"

#include <string.h>

#include "base/macros.h"

/* The first of the marks, in their order, that the line has. */
static const char *find_mark(const struct block *b, const char *const *marks, size_t n)
{
        const char *at = NULL;

        for (size_t i = 0; i < n && !at; i++)
                at = memmem(b->text, b->size, marks[i], strlen(marks[i]));
        return at;
}

static const char *update_mark(const struct block *b)
{
        static const char *const marks[] = { "pdated", "PDATED", "odified",
                                             "pdate:", "ast edited" };

        return find_mark(b, marks, ARRAY_SIZE(marks));
}

static const char *publication_mark(const struct block *b)
{
        static const char *const marks[] = { "ublished", "UBLISHED", "osted" };

        return find_mark(b, marks, ARRAY_SIZE(marks));
}

/* "3 March 2021, first published on 2 March 2021" */
static const char *first_publication(const struct block *b)
{
        static const char *const marks[] = { "irst published", "riginally published" };

        return find_mark(b, marks, ARRAY_SIZE(marks));
}

bool date_line_says_update(const struct block *b)
{
        return update_mark(b);
}

bool date_line_says_published(const struct block *b)
{
        return publication_mark(b);
}

size_t date_line_part(const struct block *b, bool modified, const char **ret)
{
        const char *update = update_mark(b), *published = publication_mark(b);
        const char *first = first_publication(b);
        const char *start = b->text, *end = start + b->size;

        if (!update && modified)
                return 0;
        if (first && !modified) {
                start = first;
        } else if (update && modified) {
                start = update;
                end = published > update ? published : end;
        } else if (update && published > update) {
                start = published;
        } else if (update) {
                end = update;
        }
        *ret = start;
        return (size_t)(end - start);
}
