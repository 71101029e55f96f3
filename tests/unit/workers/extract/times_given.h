/* times_given - what the times stage finds in a text, for the tests of it */
#pragma once

#include <string.h>

#include "tests/unit/test.h"
#include "tests/unit/workers/given.h"
#include "workers/extract/stages.h"
#include "workers/text/stages.h"

/* Of a text without a title: one short sentence is a note. */
static inline const struct extraction *times_of_note(const char *text, const char *published)
{
        struct document *doc = given_on(published, text);

        REQUIRE(tags_find(doc) == 0);
        REQUIRE(times_find(doc) == 0);
        return doc->x;
}

/* Of a report. */
static inline const struct extraction *times_of(const char *text, const char *published)
{
        struct document *doc = given_on(published, text);

        doc->x->title = "Of the day";
        REQUIRE(tags_find(doc) == 0);
        REQUIRE(times_find(doc) == 0);
        return doc->x;
}

static inline const struct time_expression *find(const struct extraction *x, const char *words)
{
        for (size_t i = 0; i < x->n_times; i++) {
                const struct time_expression *t = &x->times[i];
                size_t size = t->span.end - t->span.start;

                if (size == strlen(words) && strncmp(x->text + t->span.start, words, size) == 0)
                        return t;
        }
        return NULL;
}

static inline void expect_value(const char *text, const char *published, const char *words,
                                const char *value)
{
        const struct time_expression *t = find(times_of(text, published), words);

        if (!t)
                test_fail(__FILE__, __LINE__, "no time '%s' in '%s'", words, text);
        else
                EXPECT_STR(t->value, value);
}

static inline void expect_interval(const char *text, const char *published, const char *value,
                                   const char *end)
{
        const struct extraction *x = times_of(text, published);

        REQUIRE(x->n_times > 0);
        EXPECT_STR(x->times[0].value, value);
        EXPECT_STR(x->times[0].end, end);
}

static inline void expect_nothing(const char *text)
{
        const struct extraction *x = times_of(text, "2021-12-02");

        if (x->n_times)
                test_fail(__FILE__, __LINE__, "'%s' has a time: %s", text, x->times[0].value);
}
