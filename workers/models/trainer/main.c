/* parallax-train - makes the models; see workers/models/README.md
 *
 *   parallax-train pos ROUNDS SAMPLES MODEL
 *   parallax-train names ROUNDS SAMPLES MODEL POS-MODEL
 *   parallax-train tag POS-MODEL NAMES-MODEL SAMPLES   (evaluation: prints gold and found)
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "workers/models/trainer/weights.h"
#include "workers/text/tagger.h"

static int load_model(struct model *ret, const char *path)
{
        FILE *f = fopen(path, "r");
        unsigned char *data = NULL;
        size_t size = 0, room = 64 << 20;

        data = malloc(room);
        if (!f || !data)
                return -1;
        size = fread(data, 1, room, f);
        fclose(f);
        return model_open(ret, data, size) ? -1 : 0; /* the data stays for the program's life */
}

static int tag_all(struct samples *s, const char *path)
{
        struct model model;

        if (load_model(&model, path))
                return -1;
        for (size_t i = 0; i < s->n; i++)
                if (tagger_pos(&s->list[i].doc, &model))
                        return -1;
        return 0;
}

/* How many words got the label that the corpus gives them. */
static int print_pos(struct samples *s, const char *path)
{
        size_t right = 0, upos = 0, total = 0;

        if (tag_all(s, path))
                return -1;
        for (size_t i = 0; i < s->n; i++) {
                for (size_t k = 0; k < s->list[i].doc.n_tokens; k++) {
                        const struct token *t = &s->list[i].doc.tokens[k];

                        upos += t->upos == s->list[i].first[k];
                        right += t->upos == s->list[i].first[k] &&
                                 t->fine == s->list[i].second[k];
                        total++;
                }
        }
        printf("%zu words, %.2f %% universal, %.2f %% with the fine tag\n", total,
               100.0 * (double)upos / (double)total, 100.0 * (double)right / (double)total);
        return 0;
}

/* One name a line: document, start and end in bytes, kind, the model's confidence. */
static int print_names(struct samples *s, const char *pos, const char *names)
{
        struct model model;

        if (load_model(&model, names) || tag_all(s, pos))
                return -1;
        for (size_t i = 0; i < s->n; i++) {
                const struct token *t = s->list[i].doc.tokens;
                size_t n = s->list[i].doc.n_tokens;

                if (tagger_names(&s->list[i].doc, &model))
                        return -1;
                for (size_t k = 0; k < n; k++) {
                        size_t end = k + 1;

                        if (!t[k].name_begins)
                                continue;
                        while (end < n && t[end].name == t[k].name && !t[end].name_begins)
                                end++;
                        printf("%zu\t%u\t%u\t%d\t%d\n", i, t[k].start, t[end - 1].end,
                               t[k].name, t[k].name_confidence);
                }
        }
        return 0;
}

int main(int argc, char **argv)
{
        struct samples samples;
        const char *verb = argc > 1 ? argv[1] : "";

        if (strcmp(verb, "pos") == 0 && argc == 5)
                return samples_read(&samples, argv[3], SAMPLES_POS) ||
                       train_pos(&samples, (unsigned)atoi(argv[2]), argv[4]);
        if (strcmp(verb, "names") == 0 && argc == 6)
                return samples_read(&samples, argv[3], SAMPLES_NAMES) ||
                       tag_all(&samples, argv[5]) ||
                       train_names(&samples, (unsigned)atoi(argv[2]), argv[4]);
        if (strcmp(verb, "tag") == 0 && argc == 4)
                return samples_read(&samples, argv[3], SAMPLES_POS) ||
                       print_pos(&samples, argv[2]);
        if (strcmp(verb, "tag") == 0 && argc == 5)
                return samples_read(&samples, argv[4], SAMPLES_NAMES) ||
                       print_names(&samples, argv[2], argv[3]);
        fprintf(stderr,
                "usage: parallax-train pos|names|tag ...; see workers/models/README.md\n");
        return 2;
}
