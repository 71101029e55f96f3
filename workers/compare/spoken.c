/* spoken - which passages are mostly an utterance that another origin has too */
#include <errno.h>
#include <stdlib.h>

#include "workers/compare/render.h"

struct spoken { /* by article and start */
        uint64_t article;
        struct span span;
        uint32_t reach; /* the furthest end of those up to it in the article */
};

static int by_place(const void *a, const void *b)
{
        const struct spoken *x = a, *y = b;

        if (x->article != y->article)
                return x->article < y->article ? -1 : 1;
        if (x->span.start != y->span.start)
                return x->span.start < y->span.start ? -1 : 1;
        return (x->span.end > y->span.end) - (x->span.end < y->span.end);
}

static const struct claim *utterance_of(const struct row *row)
{
        const struct claim *c = row->key.kind == ROW_CLAIM ? row->body : NULL;

        return c && c->type == CLAIM_UTTERANCE && c->origins.count >= 2 ? c : NULL;
}

int render_find_spoken(struct render *render)
{
        size_t n = 0;

        for (size_t i = 0; i < render->n_rows; i++)
                n += utterance_of(render->rows[i]) ? utterance_of(render->rows[i])->n_mentions
                                                   : 0;
        render->spoken = arena_alloc(render->arena, (n + 1) * sizeof(*render->spoken));
        if (!render->spoken)
                return -ENOMEM;
        for (size_t i = 0; i < render->n_rows; i++) {
                const struct claim *c = utterance_of(render->rows[i]);

                for (size_t k = 0; c && k < c->n_mentions; k++)
                        render->spoken[render->n_spoken++] =
                                (struct spoken){ c->mentions[k].article, c->mentions[k].span,
                                                 c->mentions[k].span.end };
        }
        qsort(render->spoken, render->n_spoken, sizeof(*render->spoken), by_place);
        for (size_t i = 1; i < render->n_spoken; i++) {
                const struct spoken *before = &render->spoken[i - 1];

                if (before->article == render->spoken[i].article &&
                    before->reach > render->spoken[i].reach)
                        render->spoken[i].reach = before->reach;
        }
        return 0;
}

/* The first one that begins in the article at or behind the place. */
static size_t first_at(const struct render *render, const struct spoken *place)
{
        size_t low = 0, high = render->n_spoken;

        while (low < high) {
                size_t middle = (low + high) / 2;

                if (by_place(&render->spoken[middle], place) < 0)
                        low = middle + 1;
                else
                        high = middle;
        }
        return low;
}

/* Does the stretch from @start to @end hold more than half of the passage? */
static bool is_most(struct span whole, uint32_t start, uint32_t end)
{
        start = start > whole.start ? start : whole.start;
        end = end < whole.end ? end : whole.end;
        return end > start && 2 * (end - start) > whole.end - whole.start;
}

bool render_is_spoken_elsewhere(const struct render *render, const struct mention *m)
{
        const struct spoken place = { m->article, { m->span.start, 0 }, 0 };
        size_t at = first_at(render, &place);

        /* One that began before may reach into it: "…," he said. "…" */
        if (at > 0 && render->spoken[at - 1].article == m->article &&
            is_most(m->span, m->span.start, render->spoken[at - 1].reach))
                return true;
        for (; at < render->n_spoken && render->spoken[at].article == m->article &&
               render->spoken[at].span.start < m->span.end;
             at++)
                if (is_most(m->span, render->spoken[at].span.start,
                            render->spoken[at].span.end))
                        return true;
        return false;
}
