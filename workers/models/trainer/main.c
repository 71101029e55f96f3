/* parallax-train - makes the models; see workers/models/README.md
 *
 *   parallax-train pos ROUNDS SAMPLES MODEL
 *   parallax-train names ROUNDS SAMPLES MODEL POS-MODEL WORDS NET
 *   parallax-train tag POS-MODEL SAMPLES                         (prints how many are right)
 *   parallax-train tag POS-MODEL NAMES-MODEL NET WORDS SAMPLES   (prints the names found)
 *
 * NET may be "-": the names are then found by the linear model alone.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "workers/models/trainer/weights.h"
#include "workers/text/tagger.h"

static unsigned char *load(const char *path, size_t *ret_size)
{
        FILE *f = fopen(path, "r");
        unsigned char *data = NULL;
        size_t room = 64 << 20;

        data = malloc(room);
        if (!f || !data)
                return NULL;
        *ret_size = fread(data, 1, room, f);
        fclose(f);
        return data; /* stays for the program's life */
}

static int load_model(struct model *ret, const char *path)
{
        size_t size;
        unsigned char *data = load(path, &size);

        return !data || model_open(ret, data, size) ? -1 : 0;
}

static int load_words(struct words *ret, const char *path)
{
        size_t size;
        unsigned char *data = load(path, &size);

        return !data || words_open(ret, data, size) ? -1 : 0;
}

/* "-" stands for no net. */
static const char *net_path(const char *argument)
{
        return strcmp(argument, "-") == 0 ? NULL : argument;
}

static int load_names(struct name_models *ret, const char *linear, const char *net,
                      const char *words)
{
        unsigned char *data;
        size_t size;

        if (load_model(&ret->linear, linear) || load_words(&ret->words, words))
                return -1;
        ret->net.n_hidden = 0;
        if (!net)
                return 0;
        data = load(net, &size);
        return !data || net_open(&ret->net, data, size) ? -1 : 0;
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

/* One name a line: document, start and end in bytes, kind, the confidence of its weakest word.
 */
static int print_names(struct samples *s, char **argv)
{
        struct name_models models;

        if (load_names(&models, argv[3], net_path(argv[4]), argv[5]) || tag_all(s, argv[2]))
                return -1;
        for (size_t i = 0; i < s->n; i++) {
                const struct token *t = s->list[i].doc.tokens;
                size_t n = s->list[i].doc.n_tokens;

                if (tagger_names(&s->list[i].doc, &models))
                        return -1;
                for (size_t k = 0; k < n; k++) {
                        size_t end = k + 1;
                        int least;

                        if (!t[k].name_begins)
                                continue;
                        least = t[k].name_confidence;
                        for (; end < n && t[end].name == t[k].name && !t[end].name_begins;
                             end++)
                                if (t[end].name_confidence < least)
                                        least = t[end].name_confidence;
                        printf("%zu\t%u\t%u\t%d\t%d\n", i, t[k].start, t[end - 1].end,
                               t[k].name, least);
                }
        }
        return 0;
}

int main(int argc, char **argv)
{
        struct samples samples;
        struct words words;
        const char *verb = argc > 1 ? argv[1] : "";

        if (strcmp(verb, "pos") == 0 && argc == 5)
                return samples_read(&samples, argv[3], SAMPLES_POS) ||
                       train_pos(&samples, (unsigned)atoi(argv[2]), argv[4]);
        if (strcmp(verb, "names") == 0 && argc == 8)
                return samples_read(&samples, argv[3], SAMPLES_NAMES) ||
                       tag_all(&samples, argv[5]) || load_words(&words, argv[6]) ||
                       train_names(&samples, (unsigned)atoi(argv[2]), &words, argv[4],
                                   net_path(argv[7]));
        if (strcmp(verb, "tag") == 0 && argc == 4)
                return samples_read(&samples, argv[3], SAMPLES_POS) ||
                       print_pos(&samples, argv[2]);
        if (strcmp(verb, "tag") == 0 && argc == 7)
                return samples_read(&samples, argv[6], SAMPLES_NAMES) ||
                       print_names(&samples, argv);
        fprintf(stderr,
                "usage: parallax-train pos|names|tag ...; see workers/models/README.md\n");
        return 2;
}
