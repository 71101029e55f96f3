#include "cli/table_lines.h"

#include <string.h>

#include "cli/values.h"

enum { LETTERS_FIRST = 8 }; /* sources named by letter; of more there is a count */

#define BOLD  "\033[1m"
#define PLAIN "\033[0m"

void table_words(const struct table *t, int indent, const char *text)
{
        const struct cell cell = { text, t->width - indent };

        layout_put(&t->layout, indent, 0, &cell, 1);
}

void table_labelled(const struct table *t, int indent, int label_width, const char *label,
                    const char *text)
{
        const struct cell cells[] = {
                { label, label_width },
                { text, t->width - indent - label_width - TABLE_GAP },
        };

        layout_put(&t->layout, indent, TABLE_GAP, cells, 2);
}

void table_heading(const struct table *t, const char *text, size_t n)
{
        fprintf(t->layout.out, "\n%s%s%s", t->layout.colour ? BOLD : "", text,
                t->layout.colour ? PLAIN : "");
        if (n)
                fprintf(t->layout.out, " (%zu)", n);
        fputc('\n', t->layout.out);
}

size_t table_shown(const struct table *t, const json_t *list, size_t first)
{
        size_t n = json_array_size(list);

        return t->all || n < first ? n : first;
}

void table_more(const struct table *t, int indent, size_t n, size_t of)
{
        if (of > n)
                fprintf(t->layout.out, "%*s… and %zu more: --all shows them\n", indent, "",
                        of - n);
}

/* ------------------------------------------------------------ sources */

void table_letter(struct buffer *out, size_t i)
{
        if (i >= 26)
                table_letter(out, i / 26 - 1);
        buffer_put_u8(out, (uint8_t)('A' + i % 26));
}

static size_t index_of(const struct table *t, const char *id)
{
        size_t n = json_array_size(t->articles), i;

        for (i = 0; id && i < n; i++)
                if (strcmp(json_text(json_array_get(t->articles, i), "id"), id) == 0)
                        return i;
        return n;
}

void table_source(struct buffer *out, const struct table *t, const char *id)
{
        size_t i = index_of(t, id);

        if (i < json_array_size(t->articles))
                table_letter(out, i);
        else
                safe_put(out, id);
}

void table_letters(struct buffer *out, const struct table *t, const json_t *ids)
{
        size_t n = json_array_size(ids);

        if (n > LETTERS_FIRST) {
                buffer_printf(out, "%zu of %zu", n, json_array_size(t->articles));
                return;
        }
        for (size_t i = 0; i < n; i++) {
                if (i && json_array_size(t->articles) > 26)
                        buffer_put_u8(out, ',');
                table_source(out, t, json_string_value(json_array_get(ids, i)));
        }
}

int table_letters_width(const struct table *t)
{
        return json_array_size(t->articles) > 26 ? 12 : LETTERS_FIRST;
}

int table_letter_width(const struct table *t)
{
        return json_array_size(t->articles) > 26 ? 3 : 1;
}
