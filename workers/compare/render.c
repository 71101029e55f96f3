#include "workers/compare/render.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "workers/compare/compare.h"
#include "workers/compare/findings.h"
#include "workers/compare/summary.h"

enum { ARENA_MAX = 1 << 30 };

const struct article_row *render_article(const struct render *render, uint64_t number)
{
        size_t low = 0, high = render->n_articles;

        while (low < high) {
                size_t middle = (low + high) / 2;

                if (render->articles[middle]->number < number)
                        low = middle + 1;
                else
                        high = middle;
        }
        if (low == render->n_articles || render->articles[low]->number != number)
                return NULL;
        return render->articles[low];
}

const char *render_id(const struct render *render, uint64_t number)
{
        const struct article_row *a = render_article(render, number);

        return a && a->id ? a->id : "";
}

json_t *render_ids(const struct render *render, const struct numbers *numbers)
{
        json_t *list = json_array();

        for (size_t i = 0; i < numbers->n; i++)
                json_array_append_new(list, json_string(render_id(render, numbers->list[i])));
        return list;
}

static json_t *span_json(struct span span)
{
        if (span_is_none(span))
                return json_null();
        return json_pack("[I, I]", (json_int_t)span.start, (json_int_t)span.end);
}

json_t *render_evidence(const struct render *render, const struct mention *m)
{
        return json_pack("{s:s, s:o, s:s}", "article", render_id(render, m->article), "span",
                         span_json(m->span), "text", m->text ? m->text : "");
}

json_t *render_finding(char letter, const unsigned char id[4], uint16_t confidence,
                       const char *rule)
{
        char text[16];

        snprintf(text, sizeof(text), "%c%02x%02x%02x%02x", letter, id[0], id[1], id[2], id[3]);
        return json_pack("{s:s, s:o, s:s}", "id", text, "confidence", json_milli(confidence),
                         "rule", rule);
}

static int by_number(const void *a, const void *b)
{
        const struct article_row *x = *(const struct article_row *const *)a;
        const struct article_row *y = *(const struct article_row *const *)b;

        return (x->number > y->number) - (x->number < y->number);
}

static int gather(struct render *render, const struct ledger *ledger)
{
        render->rows = ledger_sorted(ledger, &render->n_rows);
        render->articles =
                arena_alloc(ledger->arena, (ledger->n + 1) * sizeof(*render->articles));
        if (!render->rows || !render->articles)
                return -ENOMEM;
        for (size_t i = 0; i < render->n_rows; i++) {
                if (render->rows[i]->key.kind == ROW_ARTICLE)
                        render->articles[render->n_articles++] = render->rows[i]->body;
        }
        qsort(render->articles, render->n_articles, sizeof(*render->articles), by_number);
        render->header = ledger_body(ledger, ROW_HEADER, 0);
        return render_weigh_terms(render) || render_find_figures(render)
                       ? -ENOMEM
                       : render_find_spoken(render);
}

static json_t *text_or_null(const char *text)
{
        return text ? json_string(text) : json_null();
}

static json_t *articles_json(const struct render *render)
{
        json_t *list = json_array();

        for (size_t i = 0; i < render->n_articles; i++) {
                const struct article_row *a = render->articles[i];
                json_t *o = json_object();

                json_object_set_new(o, "id", json_string(a->id ? a->id : ""));
                json_object_set_new(o, "source", json_string(a->source ? a->source : ""));
                json_object_set_new(o, "origin", json_string(render_id(render, a->origin)));
                json_object_set_new(o, "published", text_or_null(a->published));
                json_object_set_new(o, "title", text_or_null(a->title));
                json_object_set_new(o, "url", text_or_null(a->url));
                json_array_append_new(list, o);
        }
        return list;
}

static json_t *event_id(uint64_t event)
{
        char text[24];

        snprintf(text, sizeof(text), "e%" PRIu64, event);
        return event ? json_string(text) : json_null();
}

/* NULL: no memory, or a text that is no UTF-8. */
static json_t *whole(struct render *render, const struct event_head *head)
{
        const struct header_row *h = render->header;
        static const struct header_row none;
        json_auto_t *o = json_object();
        int r = 0;

        h = h ? h : &none;
        r |= json_object_set_new(o, "event", event_id(head->event));
        r |= json_object_set_new(o, "version", json_integer((json_int_t)head->version));
        r |= json_object_set_new(o, "follows", event_id(head->follows));
        r |= json_object_set_new(o, "title", summary_title(h, render->arena));
        r |= json_object_set_new(o, "date", summary_date(h));
        r |= json_object_set_new(o, "place", summary_place(h));
        r |= json_object_set_new(o, "participants", render_participants(render));
        r |= json_object_set_new(o, "articles", articles_json(render));
        r |= json_object_set_new(o, "counts", summary_counts(h));
        r |= json_object_set_new(o, "agreements", render_agreements(render));
        r |= json_object_set_new(o, "conflicts", render_conflicts(render));
        r |= json_object_set_new(o, "quotes", render_quotes(render));
        r |= json_object_set_new(o, "only", render_only(render));
        r |= json_object_set_new(o, "omissions", render_omissions(render));
        r |= json_object_set_new(o, "copies", render_copies(render));
        return r ? NULL : TAKE_PTR(o);
}

int compare_render(const struct render_job *job, struct buffer *out)
{
        _cleanup_(arena_freep) struct arena *arena = arena_new(ARENA_MAX);
        struct ledger ledger = { .arena = arena };
        struct render render = { .arena = arena, .ledger = &ledger };
        json_auto_t *comparison = NULL;
        int r = arena ? ledger_load(&ledger, job->rows, job->n_rows) : -ENOMEM;

        if (!r)
                r = gather(&render, &ledger);
        if (r)
                return r;
        comparison = whole(&render, &job->head);
        if (!comparison || arena_failed(arena))
                return -ENOMEM;
        json_write(comparison, out);
        return buffer_error(out);
}
