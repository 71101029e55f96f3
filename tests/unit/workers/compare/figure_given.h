/* figure_given - the figure that a report made by hand is read to have */
#pragma once

#include "tests/unit/workers/compare/report.h"
#include "workers/compare/account.h"

static const char FERRY[] = "2026-03-02T21:00:00Z";

struct quantity_case {
        enum quantity_kind kind;
        const char *text, *words, *unit, *of;
        int64_t value;
};

/* The figure that the report is read to have of @q's words, or NULL. */
static inline const struct slot_value *figure_in(struct event_case *e,
                                                 const struct quantity_case *q)
{
        struct report *r = given(e, "a", FERRY, q->text);
        struct account *a;

        counted(r, q->words, q->value, q->of, BOUND_EXACT);
        r->x.quantities[0].unit = q->unit;
        r->x.quantities[0].kind = q->kind;
        REQUIRE(account_digest(&a, r->arena, &r->x) == 0);
        return a->n_figures ? &a->figures[0].value : NULL;
}
