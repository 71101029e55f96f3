/* acts_given - what the acts stage finds in a text, for the tests of it */
#pragma once

#include <string.h>

#include "tests/unit/test.h"
#include "tests/unit/workers/given.h"
#include "workers/extract/stages.h"
#include "workers/text/stages.h"

static inline const struct extraction *acts_of(const char *text)
{
        struct document *doc = given_on("2021-12-03", text);

        REQUIRE(tags_find(doc) == 0);
        REQUIRE(entities_find(doc) == 0);
        REQUIRE(times_find(doc) == 0);
        REQUIRE(quotes_find(doc) == 0);
        REQUIRE(acts_find(doc) == 0);
        return doc->x;
}

static inline const char *name_of(const struct extraction *x, const int *list, size_t n)
{
        return n ? x->entities[list[0]].name : NULL;
}

/* The first act of this type is by @actor and to @recipient. */
static inline const struct act *expect(const char *text, const char *type, const char *actor,
                                       const char *recipient)
{
        const struct extraction *x = acts_of(text);

        for (size_t i = 0; i < x->n_acts; i++) {
                const struct act *act = &x->acts[i];

                if (!act->plover_type || strcmp(act->plover_type, type) != 0)
                        continue;
                EXPECT_STR(name_of(x, act->actors, act->n_actors), actor);
                EXPECT_STR(name_of(x, act->recipients, act->n_recipients), recipient);
                return act;
        }
        test_fail(__FILE__, __LINE__, "no %s in '%s'", type, text);
        return NULL;
}

/* No act that PLOVER codes is told. */
static inline void expect_none(const char *text)
{
        const struct extraction *x = acts_of(text);

        for (size_t i = 0; i < x->n_acts; i++)
                if (x->acts[i].plover_type)
                        test_fail(__FILE__, __LINE__, "%s in '%s'", x->acts[i].plover_type,
                                  text);
}

static inline const struct act *told(const char *text, const char *predicate)
{
        const struct extraction *x = acts_of(text);

        for (size_t i = 0; i < x->n_acts; i++)
                if (strcmp(x->acts[i].predicate, predicate) == 0)
                        return &x->acts[i];
        test_fail(__FILE__, __LINE__, "no '%s' in '%s'", predicate, text);
        return NULL;
}

static inline void expect_status(const char *text, const char *predicate,
                                 enum act_status status)
{
        const struct act *act = told(text, predicate);

        if (act)
                EXPECT_INT(act->status, status);
}
