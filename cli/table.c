#include "cli/table.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/log.h"
#include "base/utf8.h"

enum { WIDTH_LEAST = 40, WIDTH_MOST = 160, WIDTH_USUAL = 80, ROWS_MAX = 12, PEOPLE_MAX = 16 };

#define BOLD  "\033[1m"
#define RED   "\033[31m"
#define PLAIN "\033[0m"

struct table {
        FILE *out;
        int width;
        bool colour;
        const json_t *articles;
};

int table_width(FILE *out)
{
        const char *columns = getenv("COLUMNS");
        struct winsize size;
        int width = columns ? atoi(columns) : 0;

        if (!width && ioctl(fileno(out), TIOCGWINSZ, &size) == 0)
                width = size.ws_col;
        if (!width)
                width = WIDTH_USUAL;
        return width < WIDTH_LEAST ? WIDTH_LEAST : width > WIDTH_MOST ? WIDTH_MOST : width;
}

/* Words that flow between @indent and the table's width; @at is where the line stands when they
 * begin. */
static void put_wrapped(struct table *t, int indent, int at, const char *text)
{
        char *safe = malloc(4 * strlen(text) + 1), *word, *rest;
        bool begins = true;

        if (!safe)
                return;
        log_escape(safe, (int)(4 * strlen(text) + 1), text);
        for (word = strtok_r(safe, " ", &rest); word; word = strtok_r(NULL, " ", &rest)) {
                int n = (int)utf8_count(word, strlen(word));

                if (!begins && at + 1 + n > t->width) {
                        fprintf(t->out, "\n%*s", indent, "");
                        at = indent;
                } else if (!begins) {
                        fputc(' ', t->out);
                        at++;
                }
                fputs(word, t->out);
                at += n;
                begins = false;
        }
        fputc('\n', t->out);
        free(safe);
}

/* A label of fixed width, then the text beside it. */
static void put_row(struct table *t, int indent, int label_width, const char *label,
                    const char *text)
{
        char safe[128];
        int n;

        log_escape(safe, sizeof(safe), label);
        n = (int)utf8_count(safe, strlen(safe));
        if (n > label_width - 1) {
                const char *end = safe;
                uint32_t point;

                for (int i = 0; i < label_width - 2; i++)
                        end += utf8_decode(end, safe + strlen(safe), &point);
                fprintf(t->out, "%*s%.*s… ", indent, "", (int)(end - safe), safe);
        } else {
                fprintf(t->out, "%*s%s%*s", indent, "", safe, label_width - n, "");
        }
        put_wrapped(t, indent + label_width, indent + label_width, text);
}

static void put_heading(struct table *t, const char *text, size_t n)
{
        fprintf(t->out, "\n%s%s%s", t->colour ? BOLD : "", text, t->colour ? PLAIN : "");
        if (n)
                fprintf(t->out, " (%zu)", n);
        fputc('\n', t->out);
}

static void put_more(struct table *t, size_t left)
{
        if (left)
                fprintf(t->out, "  … and %zu more; --json has all of them\n", left);
}

/* ------------------------------------------------------------ names of sources */

static const char *source_of(const struct table *t, const char *id)
{
        for (size_t i = 0; id && i < json_array_size(t->articles); i++) {
                const json_t *a = json_array_get(t->articles, i);

                if (strcmp(json_text(a, "id"), id) == 0)
                        return json_text(a, "source");
        }
        return id ? id : "-";
}

static void put_sources(struct buffer *out, const struct table *t, const json_t *ids)
{
        for (size_t i = 0; i < json_array_size(ids); i++)
                buffer_printf(out, "%s%s", i ? ", " : "",
                              source_of(t, json_string_value(json_array_get(ids, i))));
}

/* The first names of a ranked list, and how many more; the caller clears the buffer. */
static const char *joined(struct buffer *b, const json_t *list, const char *key)
{
        size_t n = json_array_size(list);

        for (size_t i = 0; i < n && i < PEOPLE_MAX; i++)
                buffer_printf(b, "%s%s", i ? ", " : "",
                              json_text(json_array_get(list, i), key));
        if (n > PEOPLE_MAX)
                buffer_printf(b, " and %zu more", n - PEOPLE_MAX);
        return buffer_text(b);
}

/* ------------------------------------------------------------ sections */

static void put_head(struct table *t, const json_t *c)
{
        const json_t *place = json_object_get(c, "place"),
                     *counts = json_object_get(c, "counts");
        _cleanup_(buffer_clear) struct buffer people = { 0 }, line = { 0 };
        const char *title = json_text(c, "title");

        buffer_printf(&line, "%s  %s", json_text(c, "event"), title ? title : "(no title)");
        fputs(t->colour ? BOLD : "", t->out);
        put_wrapped(t, 4, 0, buffer_text(&line));
        fputs(t->colour ? PLAIN : "", t->out);
        put_row(t, 2, 14, "date", json_text(c, "date") ? json_text(c, "date") : "-");
        put_row(t, 2, 14, "place", json_text(place, "name") ? json_text(place, "name") : "-");
        put_row(t, 2, 14, "participants",
                joined(&people, json_object_get(c, "participants"), "name"));
        buffer_reset(&line);
        buffer_printf(&line, "%lld articles, %lld sources, %lld independent origins",
                      (long long)json_integer_value(json_object_get(counts, "articles")),
                      (long long)json_integer_value(json_object_get(counts, "sources")),
                      (long long)json_integer_value(json_object_get(counts, "origins")));
        put_row(t, 2, 14, "reported by", buffer_text(&line));
}

static void put_articles(struct table *t)
{
        put_heading(t, "Sources", json_array_size(t->articles));
        for (size_t i = 0; i < json_array_size(t->articles); i++) {
                const json_t *a = json_array_get(t->articles, i);
                const char *title = json_text(a, "title");

                put_row(t, 2, 24, json_text(a, "source"), title ? title : "(no title)");
        }
}

/* The first evidence of each article, beside its source. */
static void put_evidence(struct table *t, const json_t *list)
{
        for (size_t i = 0; i < json_array_size(list); i++) {
                const json_t *e = json_array_get(list, i);

                put_row(t, 6, 24, source_of(t, json_text(e, "article")), json_text(e, "text"));
        }
}

static void put_conflicts(struct table *t, const json_t *list)
{
        put_heading(t, "Where the sources differ", json_array_size(list));
        if (!json_array_size(list))
                fprintf(t->out, "  nothing found\n");
        for (size_t i = 0; i < json_array_size(list) && i < ROWS_MAX; i++) {
                const json_t *c = json_array_get(list, i),
                             *values = json_object_get(c, "values");
                bool hard = strcmp(json_text(c, "kind"), "conflict") == 0;

                fprintf(t->out, "  %s%s%s ", t->colour && hard ? RED : "", json_text(c, "kind"),
                        t->colour && hard ? PLAIN : "");
                put_wrapped(t, 4, (int)strlen(json_text(c, "kind")) + 3, json_text(c, "about"));
                for (size_t k = 0; k < json_array_size(values); k++) {
                        const json_t *v = json_array_get(values, k);

                        put_row(t, 4, 10, "", json_text(v, "value"));
                        put_evidence(t, json_object_get(v, "evidence"));
                }
        }
        put_more(t, json_array_size(list) > ROWS_MAX ? json_array_size(list) - ROWS_MAX : 0);
}

static void put_agreements(struct table *t, const json_t *list)
{
        put_heading(t, "Where they agree", json_array_size(list));
        for (size_t i = 0; i < json_array_size(list) && i < ROWS_MAX; i++) {
                const json_t *a = json_array_get(list, i);
                _cleanup_(buffer_clear) struct buffer line = { 0 };
                const char *value = json_text(a, "value");

                buffer_printf(&line, "%zu× %s", json_array_size(json_object_get(a, "articles")),
                              json_text(a, "about"));
                if (value && strcmp(value, json_text(a, "about")) != 0)
                        buffer_printf(&line, ": %s", value);
                buffer_put_text(&line, " [");
                put_sources(&line, t, json_object_get(a, "articles"));
                buffer_put_text(&line, "]");
                fputs("  ", t->out);
                put_wrapped(t, 4, 2, buffer_text(&line));
        }
        put_more(t, json_array_size(list) > ROWS_MAX ? json_array_size(list) - ROWS_MAX : 0);
}

static void put_quotes(struct table *t, const json_t *list)
{
        put_heading(t, "One utterance, several renderings", json_array_size(list));
        for (size_t i = 0; i < json_array_size(list) && i < ROWS_MAX; i++) {
                const json_t *q = json_array_get(list, i),
                             *variants = json_object_get(q, "variants");
                const char *speaker = json_text(q, "speaker");

                fputs("  ", t->out);
                put_wrapped(t, 4, 2, speaker ? speaker : "(speaker not known)");
                for (size_t k = 0; k < json_array_size(variants); k++) {
                        const json_t *v = json_array_get(variants, k);

                        put_row(t, 6, 24, source_of(t, json_text(v, "article")),
                                json_text(v, "text"));
                }
        }
        put_more(t, json_array_size(list) > ROWS_MAX ? json_array_size(list) - ROWS_MAX : 0);
}

static void put_only(struct table *t, const json_t *list)
{
        put_heading(t, "What one source alone reports", json_array_size(list));
        for (size_t i = 0; i < json_array_size(list) && i < ROWS_MAX; i++) {
                const json_t *o = json_array_get(list, i);
                const json_t *e = json_array_get(json_object_get(o, "evidence"), 0);

                put_row(t, 2, 24, source_of(t, json_text(o, "article")),
                        e ? json_text(e, "text") : "-");
        }
        put_more(t, json_array_size(list) > ROWS_MAX ? json_array_size(list) - ROWS_MAX : 0);
}

static void put_copies(struct table *t, const json_t *list)
{
        if (!json_array_size(list))
                return;
        put_heading(t, "Copies", json_array_size(list));
        for (size_t i = 0; i < json_array_size(list) && i < ROWS_MAX; i++) {
                const json_t *k = json_array_get(list, i);
                bool certain = strcmp(json_text(k, "direction"), "certain") == 0;
                _cleanup_(buffer_clear) struct buffer line = { 0 };

                buffer_printf(&line, "%s %s %s: %.0f %% of the words (%s)",
                              source_of(t, json_text(k, "from")), certain ? "→" : "↔",
                              source_of(t, json_text(k, "to")),
                              100 * json_number_value(json_object_get(k, "share")),
                              json_text(k, "basis"));
                fputs("  ", t->out);
                put_wrapped(t, 4, 2, buffer_text(&line));
        }
        put_more(t, json_array_size(list) > ROWS_MAX ? json_array_size(list) - ROWS_MAX : 0);
}

void table_print(const json_t *comparison, FILE *out)
{
        struct table t = {
                .out = out,
                .width = table_width(out),
                .colour = isatty(fileno(out)) && !getenv("NO_COLOR"),
                .articles = json_object_get(comparison, "articles"),
        };

        put_head(&t, comparison);
        put_articles(&t);
        put_conflicts(&t, json_object_get(comparison, "conflicts"));
        put_agreements(&t, json_object_get(comparison, "agreements"));
        put_quotes(&t, json_object_get(comparison, "quotes"));
        put_only(&t, json_object_get(comparison, "only"));
        put_copies(&t, json_object_get(comparison, "copies"));
        fputc('\n', out);
}
