#include "workers/models/trainer/samples.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/utf8.h"
#include "workers/text/stages.h"

/* An annotated stretch of a text, in bytes. */
struct annotation {
        uint32_t start, end;
        uint8_t first, second;
};

static const char *const upos_names[UPOS_COUNT] = {
        "X",   "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN",
        "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB",
};

/* In the order of enum fine_tag, from 1. */
static const char *const fine_names[] = {
        "VB",  "VBD",  "VBG", "VBN", "VBP", "VBZ",  "MD", "NN",  "NNS",
        "NNP", "NNPS", "JJ",  "CD",  "PRP", "PRP$", "WP", "POS", "TO",
};

static const char *const name_names[] = { "person", "organization", "place", "other" };

static uint8_t index_of(const char *const *names, size_t n, const char *name)
{
        for (size_t i = 0; name && i < n; i++)
                if (strcmp(names[i], name) == 0)
                        return (uint8_t)i;
        return (uint8_t)n;
}

static void read_label(struct annotation *a, const json_t *row, enum sample_kind kind)
{
        const char *one = json_string_value(json_array_get(row, 2));
        const char *two = json_string_value(json_array_get(row, 3));
        uint8_t at;

        if (kind == SAMPLES_POS) {
                at = index_of(upos_names, UPOS_COUNT, one);
                a->first = at < UPOS_COUNT ? at : UPOS_X;
                at = index_of(fine_names, ARRAY_SIZE(fine_names), two);
                a->second = at < ARRAY_SIZE(fine_names) ? (uint8_t)(at + 1) : FINE_NONE;
        } else {
                at = index_of(name_names, ARRAY_SIZE(name_names), one);
                a->first = at < ARRAY_SIZE(name_names) ? (uint8_t)(at + 1) : NAME_NONE;
        }
}

static struct annotation *read_spans(struct samples *s, const json_t *object,
                                     const struct text_index *index, enum sample_kind kind,
                                     size_t *ret_n)
{
        const json_t *spans = json_object_get(object, "spans");
        size_t n = json_array_size(spans);
        struct annotation *list = arena_alloc(s->arena, n * sizeof(*list));

        for (size_t i = 0; list && i < n; i++) {
                const json_t *row = json_array_get(spans, i);

                list[i].start = text_index_byte(
                        index, (uint32_t)json_integer_value(json_array_get(row, 0)));
                list[i].end = text_index_byte(
                        index, (uint32_t)json_integer_value(json_array_get(row, 1)));
                read_label(&list[i], row, kind);
        }
        *ret_n = n;
        return list;
}

/* Each token takes the last annotated stretch that it meets, but no punctuation inside a word.
 */
static void label_tokens(struct sample *sample, const struct annotation *list, size_t n,
                         enum sample_kind kind)
{
        size_t at = 0;

        for (size_t i = 0; i < sample->doc.n_tokens; i++) {
                const struct token *t = &sample->doc.tokens[i];
                bool found = false;

                while (at < n && list[at].end <= t->start)
                        at++;
                for (size_t k = at; k < n && list[k].start < t->end; k++) {
                        if (kind == SAMPLES_POS && found && list[k].first == UPOS_PUNCT)
                                continue;
                        sample->first[i] = list[k].first;
                        sample->second[i] = kind == SAMPLES_POS ? list[k].second
                                                                : list[k].start >= t->start;
                        found = true;
                }
        }
}

static int read_sample(struct samples *s, const json_t *object, enum sample_kind kind)
{
        struct sample *sample = arena_push(s->arena, &s->list, &s->n, sizeof(*sample));
        struct extraction *x = arena_alloc(s->arena, sizeof(*x));
        struct annotation *list;
        const char *text = json_text(object, "text");
        size_t n;

        if (!sample || !x || !text)
                return -1;
        x->text_size = (uint32_t)strlen(text);
        x->text = arena_copy(s->arena, text, x->text_size);
        sample->doc = (struct document){ .arena = s->arena, .x = x, .english = true };
        if (sentences_find(&sample->doc) || tokens_find(&sample->doc))
                return -1;
        sample->first = arena_alloc(s->arena, sample->doc.n_tokens);
        sample->second = arena_alloc(s->arena, sample->doc.n_tokens);
        list = read_spans(s, object, text_index_new(s->arena, x->text, x->text_size), kind, &n);
        if (!list || !sample->first || !sample->second)
                return -1;
        label_tokens(sample, list, n, kind);
        return 0;
}

int samples_read(struct samples *ret, const char *path, enum sample_kind kind)
{
        struct samples s = { .arena = arena_new((size_t)8 << 30) };
        FILE *f = fopen(path, "r");
        char *line = NULL;
        size_t room = 0;
        ssize_t size;
        int r = f && s.arena ? 0 : -1;

        while (!r && (size = getline(&line, &room, f)) > 0) {
                json_t *object = json_parse(line, (size_t)size, NULL);

                r = object ? read_sample(&s, object, kind) : -1;
                json_decref(object);
        }
        if (r)
                fprintf(stderr, "%s: cannot be read as samples\n", path);
        if (f)
                fclose(f);
        free(line);
        *ret = s;
        return r;
}
