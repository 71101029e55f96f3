/* quotes_given - what the quotations stage finds in a text, for the tests of it */
#pragma once

#include <string.h>

#include "tests/unit/test.h"
#include "tests/unit/workers/given.h"
#include "workers/extract/stages.h"
#include "workers/text/stages.h"

static inline const struct extraction *quotes_of(const char *text)
{
        struct document *doc = given(text);

        REQUIRE(dateline_find(doc) == 0);
        REQUIRE(tags_find(doc) == 0);
        REQUIRE(entities_find(doc) == 0);
        REQUIRE(quotes_find(doc) == 0);
        return doc->x;
}

static inline const struct quote *find(const struct extraction *x, const char *said)
{
        for (size_t i = 0; i < x->n_quotes; i++)
                if (strcmp(x->quotes[i].text, said) == 0)
                        return &x->quotes[i];
        return NULL;
}

/* The words of the text that say it. */
static inline const struct quote *expect(const char *text, const char *said, const char *by)
{
        const struct quote *q = find(quotes_of(text), said);

        if (!q) {
                test_fail(__FILE__, __LINE__, "'%s' is not found in '%s'", said, text);
                return NULL;
        }
        EXPECT_STR(q->speaker.text, by);
        return q;
}

/* The name of who says it. */
static inline void expect_name(const char *text, const char *said, const char *name)
{
        const struct quote *q = find(quotes_of(text), said);

        if (!q) {
                test_fail(__FILE__, __LINE__, "'%s' is not found in '%s'", said, text);
                return;
        }
        EXPECT_STR(q->speaker.name, name);
}
