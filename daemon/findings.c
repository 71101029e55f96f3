/* findings - see findings.h */
#include "daemon/findings.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void findings_clear(struct findings *findings)
{
        free(findings->items);
        *findings = (struct findings){ 0 };
}

static int make_room(struct findings *findings, size_t more)
{
        size_t room = findings->room ? findings->room : 64;
        struct row_finding *grown;

        while (room < findings->n + more)
                room *= 2;
        if (room == findings->room)
                return 0;
        grown = reallocarray(findings->items, room, sizeof(*grown));
        if (!grown)
                return -ENOMEM;
        findings->items = grown;
        findings->room = room;
        return 0;
}

int findings_add(struct findings *findings, const struct blob *value)
{
        struct row_value row;
        int r = row_value_get(&row, value->data, value->size);

        if (r)
                return r;
        r = make_room(findings, row.n_findings);
        if (!r && row.n_findings) {
                memcpy(findings->items + findings->n, row.findings,
                       row.n_findings * sizeof(*row.findings));
                findings->n += row.n_findings;
        }
        row_value_clear(&row);
        return r;
}

/* As their texts sort: the letter first. */
static int compare_ids(const struct row_finding *a, const struct row_finding *b)
{
        if (a->letter != b->letter)
                return a->letter < b->letter ? -1 : 1;
        return memcmp(a->id, b->id, sizeof(a->id));
}

static int compare_findings(const void *left, const void *right)
{
        const struct row_finding *a = left, *b = right;
        int order = compare_ids(a, b);

        if (order)
                return order;
        return a->content < b->content ? -1 : a->content > b->content;
}

/* One finding may show in several rows: what it says is then the sum of its parts. */
static void sort_and_join(struct findings *findings)
{
        size_t kept = 0;

        if (findings->n)
                qsort(findings->items, findings->n, sizeof(*findings->items), compare_findings);
        for (size_t i = 0; i < findings->n; i++) {
                if (kept && compare_ids(&findings->items[kept - 1], &findings->items[i]) == 0)
                        findings->items[kept - 1].content += findings->items[i].content;
                else
                        findings->items[kept++] = findings->items[i];
        }
        findings->n = kept;
}

static void put_id(struct finding_id *list, size_t *n, const struct row_finding *finding)
{
        const unsigned char *id = finding->id;

        snprintf(list[*n].text, sizeof(list[*n].text), "%c%02x%02x%02x%02x", finding->letter,
                 id[0], id[1], id[2], id[3]);
        ++*n;
}

static void merge(const struct findings *before, const struct findings *after,
                  struct findings_change *ret)
{
        size_t i = 0, k = 0;

        while (i < before->n || k < after->n) {
                const struct row_finding *old = before->items + i, *new = after->items + k;
                int order = i == before->n ? 1 : k == after->n ? -1 : compare_ids(old, new);

                if (order < 0)
                        put_id(ret->removed, &ret->n_removed, old);
                else if (order > 0)
                        put_id(ret->added, &ret->n_added, new);
                else if (old->content != new->content)
                        put_id(ret->changed, &ret->n_changed, new);
                i += order <= 0;
                k += order >= 0;
        }
}

void findings_change_clear(struct findings_change *change)
{
        free(change->added);
        free(change->changed);
        free(change->removed);
        *change = (struct findings_change){ 0 };
}

int findings_compare(struct findings *before, struct findings *after,
                     struct findings_change *ret)
{
        struct findings_change change = { 0 };

        sort_and_join(before);
        sort_and_join(after);
        change.added = calloc(after->n + 1, sizeof(*change.added));
        change.changed = calloc(after->n + 1, sizeof(*change.changed));
        change.removed = calloc(before->n + 1, sizeof(*change.removed));
        if (!change.added || !change.changed || !change.removed) {
                findings_change_clear(&change);
                return -ENOMEM;
        }
        merge(before, after, &change);
        *ret = change;
        return 0;
}
