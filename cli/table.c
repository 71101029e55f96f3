#include "cli/table.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/utf8.h"
#include "cli/agreement.h"
#include "cli/layout.h"
#include "cli/renderings.h"
#include "cli/table_lines.h"
#include "cli/values.h"
#include "cli/worddiff.h"

enum {
        WIDTH_LEAST = 40,
        WIDTH_MOST = 240,
        WIDTH_USUAL = 80,
        WIDE = 120, /* from here on values and renderings stand side by side */
        COLUMNS_MAX = 4,
        ROWS_FIRST = 12,
        EVIDENCE_FIRST = 4,
        PEOPLE_FIRST = 12,
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

/* ------------------------------------------------------------ sources */

static void put_article(const struct table *t, size_t i, int width)
{
        const json_t *a = json_array_get(t->articles, i);
        const char *origin = json_text(a, "origin"), *published = json_text(a, "published");
        _cleanup_(buffer_clear) struct buffer letter = { 0 }, source = { 0 }, rest = { 0 };

        table_letter(&letter, i);
        safe_put(&source, json_text(a, "source"));
        if (published)
                buffer_printf(&rest, "%.10s  ", published);
        safe_put(&rest, json_text(a, "title") ? json_text(a, "title") : "(no title)");
        if (origin && strcmp(origin, json_text(a, "id")) != 0) {
                buffer_put_text(&rest, " (same origin as ");
                table_source(&rest, t, origin);
                buffer_put_text(&rest, ")");
        }
        if (buffer_text(&letter) && buffer_text(&source) && buffer_text(&rest)) {
                const struct cell cells[] = {
                        { buffer_text(&letter), table_letter_width(t) },
                        { buffer_text(&source), width },
                        { buffer_text(&rest), t->width - TABLE_MARGIN - table_letter_width(t) -
                                                      width - 2 * TABLE_GAP },
                };

                layout_put(&t->layout, TABLE_MARGIN, TABLE_GAP, cells, ARRAY_SIZE(cells));
        }
}

static void put_articles(const struct table *t)
{
        int width = 1;

        for (size_t i = 0; i < json_array_size(t->articles); i++) {
                const char *source = json_text(json_array_get(t->articles, i), "source");
                int n = source ? (int)utf8_count(source, strlen(source)) : 1;

                width = n > width ? n : width;
        }
        width = width > t->width / 4 ? t->width / 4 : width;
        table_heading(t, "Sources", json_array_size(t->articles));
        for (size_t i = 0; i < json_array_size(t->articles); i++)
                put_article(t, i, width);
}

/* ------------------------------------------------------------ head */

static const char *noun(json_int_t n, const char *one, const char *many)
{
        return n == 1 ? one : many;
}

static void put_counts(struct buffer *out, const json_t *counts)
{
        json_int_t articles = json_integer_value(json_object_get(counts, "articles")),
                   sources = json_integer_value(json_object_get(counts, "sources")),
                   origins = json_integer_value(json_object_get(counts, "origins"));

        buffer_printf(out, "%lld %s of %lld %s, %lld independent %s", (long long)articles,
                      noun(articles, "article", "articles"), (long long)sources,
                      noun(sources, "source", "sources"), (long long)origins,
                      noun(origins, "origin", "origins"));
}

/* "Workers", "women": who has no name of his own. */
static bool is_group(const json_t *participant)
{
        const char *type = json_text(participant, "type");

        return type && strcmp(type, "group") == 0;
}

/* Those with a name tell more of an event than "workers" do, and come first. */
static void put_people(const struct table *t, const json_t *list)
{
        size_t n = json_array_size(list), some = table_shown(t, list, PEOPLE_FIRST), put = 0;
        _cleanup_(buffer_clear) struct buffer line = { 0 };

        for (int groups = 0; groups < 2; groups++) {
                for (size_t i = 0; i < n && put < some; i++) {
                        const json_t *participant = json_array_get(list, i);

                        if (is_group(participant) != groups)
                                continue;
                        buffer_put_text(&line, put++ ? ", " : "");
                        safe_put(&line, json_text(participant, "name"));
                }
        }
        if (n > some)
                buffer_printf(&line, " and %zu more", n - some);
        if (n && buffer_text(&line))
                table_words(t, TABLE_MARGIN, buffer_text(&line));
}

static void put_head(const struct table *t, const json_t *c)
{
        const char *title = json_text(c, "title"), *date = json_text(c, "date"),
                   *place = json_text(json_object_get(c, "place"), "name"),
                   *follows = json_text(c, "follows");
        _cleanup_(buffer_clear) struct buffer head = { 0 }, line = { 0 };

        /* Between asterisks a line of its own gains nothing. */
        if (t->layout.colour)
                buffer_put_u8(&head, LAYOUT_MARK);
        safe_put(&head, title ? title : "(no title)");
        if (t->layout.colour)
                buffer_put_u8(&head, LAYOUT_UNMARK);
        if (buffer_text(&head))
                table_words(t, 0, buffer_text(&head));
        buffer_printf(&line, "%s · %s · ", json_text(c, "event"), date ? date : "no date");
        if (place) {
                safe_put(&line, place);
                buffer_put_text(&line, " · ");
        }
        put_counts(&line, json_object_get(c, "counts"));
        if (follows)
                buffer_printf(&line, " · follows %s", follows);
        if (buffer_text(&line))
                table_words(t, TABLE_MARGIN, buffer_text(&line));
        put_people(t, json_object_get(c, "participants"));
}

/* ------------------------------------------------------------ what differs */

static void put_evidence(const struct table *t, int indent, const json_t *list)
{
        size_t n = table_shown(t, list, EVIDENCE_FIRST);

        for (size_t i = 0; i < n; i++) {
                const json_t *e = json_array_get(list, i);
                _cleanup_(buffer_clear) struct buffer letter = { 0 }, text = { 0 };

                table_source(&letter, t, json_text(e, "article"));
                safe_put(&text, json_text(e, "text"));
                if (buffer_text(&letter) && buffer_text(&text))
                        table_labelled(t, indent, table_letter_width(t), buffer_text(&letter),
                                       buffer_text(&text));
        }
        table_more(t, indent, n, json_array_size(list));
}

/* A value as a column of a wide table: the value, who says so, and the first sentence. */
static void fill_column(const struct table *t, const json_t *value, struct buffer *out)
{
        const json_t *evidence = json_object_get(value, "evidence");
        const json_t *first = json_array_get(evidence, 0);

        table_letters(out, t, json_object_get(value, "articles"));
        buffer_put_text(out, ": ");
        buffer_put_u8(out, LAYOUT_MARK);
        value_put(out, json_text(value, "value"));
        buffer_put_u8(out, LAYOUT_UNMARK);
        if (first) {
                buffer_put_text(out, " – ");
                safe_put(out, json_text(first, "text"));
        }
}

static void put_columns(const struct table *t, int indent, struct buffer *texts, size_t n)
{
        struct cell cells[COLUMNS_MAX];
        int width = (t->width - indent - TABLE_GAP * ((int)n - 1)) / (int)n;

        for (size_t i = 0; i < n; i++) {
                cells[i] = (struct cell){ buffer_text(&texts[i]), width };
                if (!cells[i].text)
                        return;
        }
        layout_put(&t->layout, indent, TABLE_GAP, cells, n);
}

static bool fits_beside(const struct table *t, size_t n)
{
        return t->width >= WIDE && n >= 2 && n <= COLUMNS_MAX && !t->all;
}

static void put_values(const struct table *t, const json_t *values)
{
        struct buffer columns[COLUMNS_MAX] = { 0 };
        size_t n = json_array_size(values);

        if (fits_beside(t, n)) {
                for (size_t i = 0; i < n; i++)
                        fill_column(t, json_array_get(values, i), &columns[i]);
                put_columns(t, 2 * TABLE_MARGIN, columns, n);
                for (size_t i = 0; i < n; i++)
                        buffer_clear(&columns[i]);
                return;
        }
        for (size_t i = 0; i < n; i++) {
                const json_t *v = json_array_get(values, i);
                _cleanup_(buffer_clear) struct buffer text = { 0 };

                value_put(&text, json_text(v, "value"));
                if (buffer_text(&text))
                        table_words(t, 2 * TABLE_MARGIN, buffer_text(&text));
                put_evidence(t, 3 * TABLE_MARGIN, json_object_get(v, "evidence"));
        }
}

/* The contract's kinds, in words. */
static const char *kind_words(const char *kind)
{
        static const char *const words[][2] = {
                { "conflict", "contradiction" },
                { "updated", "later figures" },
                { "precision", "one is less exact" },
                { "scope", "not the same thing" },
        };

        for (size_t i = 0; i < ARRAY_SIZE(words); i++)
                if (strcmp(words[i][0], kind) == 0)
                        return words[i][1];
        return kind;
}

static void put_conflicts(const struct table *t, const json_t *list)
{
        size_t n = table_shown(t, list, ROWS_FIRST);

        table_heading(t, "Where they differ", json_array_size(list));
        if (!json_array_size(list))
                fprintf(t->layout.out, "%*snothing found\n", TABLE_MARGIN, "");
        for (size_t i = 0; i < n; i++) {
                const json_t *c = json_array_get(list, i);
                _cleanup_(buffer_clear) struct buffer line = { 0 };

                buffer_put_u8(&line, LAYOUT_MARK);
                buffer_put_text(&line, kind_words(json_text(c, "kind")));
                buffer_put_u8(&line, LAYOUT_UNMARK);
                buffer_put_text(&line, " · ");
                safe_put(&line, json_text(c, "about"));
                buffer_printf(&line, "  [%s]", json_text(c, "id"));
                if (buffer_text(&line))
                        table_words(t, TABLE_MARGIN, buffer_text(&line));
                put_values(t, json_object_get(c, "values"));
        }
        table_more(t, TABLE_MARGIN, n, json_array_size(list));
}

/* ------------------------------------------------------------ what they share */

static void put_agreements(const struct table *t, const json_t *list)
{
        size_t n = table_shown(t, list, ROWS_FIRST);

        if (!json_array_size(list))
                return;
        table_heading(t, "Where they agree", json_array_size(list));
        for (size_t i = 0; i < n; i++) {
                const json_t *a = json_array_get(list, i);
                _cleanup_(buffer_clear) struct buffer letters = { 0 }, line = { 0 };

                table_letters(&letters, t, json_object_get(a, "articles"));
                agreement_put(&line, a);
                if (buffer_text(&letters) && buffer_text(&line))
                        table_labelled(t, TABLE_MARGIN, table_letters_width(t),
                                       buffer_text(&letters), buffer_text(&line));
        }
        table_more(t, TABLE_MARGIN, n, json_array_size(list));
}

/* ------------------------------------------------------------ quotations */

/* How the words are given: between marks, or in the reporter's own. */
static void put_rendering(const struct table *t, const json_t *variant, struct buffer *words,
                          struct buffer *letter)
{
        const json_t *direct = json_object_get(variant, "direct");
        _cleanup_(buffer_clear) struct buffer all = { 0 };
        bool quoted = json_is_true(direct);

        table_source(letter, t, json_text(variant, "article"));
        buffer_put_text(&all, quoted ? "“" : "");
        buffer_put(&all, words->data, words->size);
        buffer_put_text(&all, quoted ? "”" : " (reported)");
        buffer_reset(words);
        buffer_put(words, all.data, all.size);
}

/* @n of the variants, which stand at @places. */
static void put_renderings(const struct table *t, const json_t *variants, const size_t *places,
                           size_t n)
{
        struct buffer words[WORDDIFF_TEXTS_MAX] = { 0 }, letters[WORDDIFF_TEXTS_MAX] = { 0 };
        const char *texts[WORDDIFF_TEXTS_MAX] = { NULL };

        for (size_t i = 0; i < n; i++)
                texts[i] = json_text(json_array_get(variants, places[i]), "text");
        worddiff_mark(texts, n, words);
        for (size_t i = 0; i < n; i++)
                put_rendering(t, json_array_get(variants, places[i]), &words[i], &letters[i]);
        if (fits_beside(t, n)) {
                for (size_t i = 0; i < n; i++) {
                        buffer_put_text(&letters[i], ": ");
                        buffer_put(&letters[i], words[i].data, words[i].size);
                }
                put_columns(t, 2 * TABLE_MARGIN, letters, n);
        } else {
                for (size_t i = 0; i < n; i++)
                        if (buffer_text(&words[i]) && buffer_text(&letters[i]))
                                table_labelled(t, 2 * TABLE_MARGIN, table_letter_width(t),
                                               buffer_text(&letters[i]),
                                               buffer_text(&words[i]));
        }
        for (size_t i = 0; i < n; i++) {
                buffer_clear(&words[i]);
                buffer_clear(&letters[i]);
        }
}

/* Without --all the first of those that are enough to read. How many say no more than these. */
static size_t put_variants(const struct table *t, const json_t *variants)
{
        size_t places[WORDDIFF_TEXTS_MAX], of = json_array_size(variants), n, enough;

        if (!t->all) {
                enough = renderings_pick(variants, places, WORDDIFF_TEXTS_MAX);
                n = enough < WORDDIFF_TEXTS_MAX ? enough : WORDDIFF_TEXTS_MAX;
                put_renderings(t, variants, places, n);
                table_more(t, 2 * TABLE_MARGIN, n, enough);
                return of - enough;
        }
        for (size_t i = 0; i < of; i += n) {
                for (n = 0; n < WORDDIFF_TEXTS_MAX && i + n < of; n++)
                        places[n] = i + n;
                put_renderings(t, variants, places, n);
        }
        return 0;
}

static void put_quotes(const struct table *t, const json_t *list)
{
        size_t n = table_shown(t, list, ROWS_FIRST), left_out = 0;

        if (!json_array_size(list))
                return;
        table_heading(t, "One utterance, several renderings", json_array_size(list));
        for (size_t i = 0; i < n; i++) {
                const json_t *q = json_array_get(list, i);
                const char *speaker = json_text(q, "speaker");
                _cleanup_(buffer_clear) struct buffer line = { 0 };

                safe_put(&line, speaker ? speaker : "(speaker not known)");
                if (json_is_true(json_object_get(q, "same_words")))
                        buffer_put_text(&line, ", in the same words");
                if (buffer_text(&line))
                        table_words(t, TABLE_MARGIN, buffer_text(&line));
                left_out += put_variants(t, json_object_get(q, "variants"));
        }
        table_more(t, TABLE_MARGIN, n, json_array_size(list));
        if (left_out) {
                _cleanup_(buffer_clear) struct buffer line = { 0 };

                buffer_printf(&line, "%zu rendering%s no more than these: --all shows them",
                              left_out, left_out == 1 ? " that says" : "s that say");
                if (buffer_text(&line))
                        table_words(t, TABLE_MARGIN, buffer_text(&line));
        }
}

/* ------------------------------------------------------------ what some do not say */

static void put_only(const struct table *t, const json_t *list)
{
        size_t n = table_shown(t, list, ROWS_FIRST);

        if (!json_array_size(list))
                return;
        table_heading(t, "What one alone reports", json_array_size(list));
        for (size_t i = 0; i < n; i++) {
                const json_t *o = json_array_get(list, i);
                const json_t *e = json_array_get(json_object_get(o, "evidence"), 0);
                _cleanup_(buffer_clear) struct buffer letters = { 0 }, text = { 0 };

                table_letters(&letters, t, json_object_get(o, "articles"));
                safe_put(&text, e ? json_text(e, "text") : NULL);
                if (buffer_text(&letters) && buffer_text(&text))
                        table_labelled(t, TABLE_MARGIN, table_letters_width(t),
                                       buffer_text(&letters), buffer_text(&text));
        }
        table_more(t, TABLE_MARGIN, n, json_array_size(list));
}

static void put_omissions(const struct table *t, const json_t *list)
{
        size_t n = table_shown(t, list, ROWS_FIRST);

        if (!json_array_size(list))
                return;
        table_heading(t, "What most report and these do not", json_array_size(list));
        for (size_t i = 0; i < n; i++) {
                const json_t *m = json_array_get(list, i);
                _cleanup_(buffer_clear) struct buffer letters = { 0 }, about = { 0 };

                table_letters(&letters, t, json_object_get(m, "articles"));
                safe_put(&about, json_text(m, "about"));
                if (buffer_text(&letters) && buffer_text(&about))
                        table_labelled(t, TABLE_MARGIN, table_letters_width(t),
                                       buffer_text(&letters), buffer_text(&about));
        }
        table_more(t, TABLE_MARGIN, n, json_array_size(list));
}

/* ------------------------------------------------------------ copies */

static void put_copies(const struct table *t, const json_t *list)
{
        size_t n = table_shown(t, list, ROWS_FIRST);

        if (!json_array_size(list))
                return;
        table_heading(t, "Who shares whose words", json_array_size(list));
        for (size_t i = 0; i < n; i++) {
                const json_t *k = json_array_get(list, i);
                bool certain = strcmp(json_text(k, "direction"), "certain") == 0;
                double share = json_number_value(json_object_get(k, "share"));
                _cleanup_(buffer_clear) struct buffer line = { 0 };

                table_source(&line, t, json_text(k, "to"));
                buffer_printf(&line,
                              certain ? " has %.0f %% of its words from "
                                      : " has %.0f %% of its words in common with ",
                              100 * share);
                table_source(&line, t, json_text(k, "from"));
                if (!certain)
                        buffer_put_text(&line, "; who had them first is not known");
                if (buffer_text(&line))
                        table_words(t, TABLE_MARGIN, buffer_text(&line));
        }
        table_more(t, TABLE_MARGIN, n, json_array_size(list));
}

void table_print(const json_t *comparison, bool all, FILE *out)
{
        const struct table t = {
                .layout = { .out = out, .colour = isatty(fileno(out)) && !getenv("NO_COLOR") },
                .width = table_width(out),
                .all = all,
                .articles = json_object_get(comparison, "articles"),
        };

        put_head(&t, comparison);
        put_articles(&t);
        put_conflicts(&t, json_object_get(comparison, "conflicts"));
        put_agreements(&t, json_object_get(comparison, "agreements"));
        put_quotes(&t, json_object_get(comparison, "quotes"));
        put_only(&t, json_object_get(comparison, "only"));
        put_omissions(&t, json_object_get(comparison, "omissions"));
        put_copies(&t, json_object_get(comparison, "copies"));
        fputc('\n', out);
}
