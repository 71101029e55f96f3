/* perceptron - training of the parts of speech: an averaged perceptron, left to right
 *
 * The two labels before a word are those that the model itself has given, also in training, so
 * that it learns to live with its mistakes. The average over all steps is kept lazily: a weight
 * is summed up when it changes.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "workers/models/trainer/weights.h"
#include "workers/text/tagger.h"

enum { LEAST_COUNT = 2 };

struct cell {
        int32_t weight, since; /* since: the step of the last change */
        int64_t sum;
};

struct perceptron {
        struct feature_table features;
        struct label_set labels;
        struct cell *cells; /* rows x labels */
        int32_t step;
        size_t right, total;
};

/* Calls @see with each window of each sentence. */
static void each_window(struct samples *s, const size_t *order, struct perceptron *p,
                        void (*see)(struct perceptron *, const struct sample *, size_t,
                                    const struct tagger_window *))
{
        static struct tagger_window window;

        for (size_t k = 0; k < s->n; k++) {
                const struct sample *sample = &s->list[order[k]];

                for (size_t i = 0; i < sample->doc.n_sentences; i++) {
                        size_t first = sample->doc.sentences[i].first;
                        size_t n = sample->doc.sentences[i].end - first;

                        n = n < TAGGER_CHUNK ? n : TAGGER_CHUNK;
                        tagger_window_fill(&window, &sample->doc, NULL, first, first + n);
                        see(p, sample, first, &window);
                }
        }
}

static void gather_labels(struct perceptron *p, const struct sample *sample, size_t first,
                          const struct tagger_window *w)
{
        for (size_t i = first; i < first + w->n; i++)
                label_set_index(&p->labels, sample->first[i], sample->second[i]);
}

static void count_window(struct perceptron *p, const struct sample *sample, size_t first,
                         const struct tagger_window *w)
{
        unsigned before = p->labels.n, before_that = p->labels.n;

        for (size_t i = 0; i < w->n; i++) {
                struct feature_list list;

                pos_features(&list, &w->views[VIEW_MARGIN + i], before, before_that);
                feature_table_count(&p->features, &list);
                before_that = before;
                before = label_set_index(&p->labels, sample->first[first + i],
                                         sample->second[first + i]);
        }
}

static void change(struct perceptron *p, struct cell *cell, int32_t by)
{
        cell->sum += (int64_t)cell->weight * (p->step - cell->since);
        cell->since = p->step;
        cell->weight += by;
}

static unsigned guess(const struct perceptron *p, const uint32_t *rows, unsigned n)
{
        int32_t scores[MODEL_LABELS_MAX] = { 0 };
        unsigned best = 0;

        for (unsigned k = 0; k < n; k++)
                for (unsigned y = 0; rows[k] != NO_ROW && y < p->labels.n; y++)
                        scores[y] += p->cells[rows[k] * (size_t)p->labels.n + y].weight;
        for (unsigned y = 1; y < p->labels.n; y++)
                if (scores[y] > scores[best])
                        best = y;
        return best;
}

static void learn_window(struct perceptron *p, const struct sample *sample, size_t first,
                         const struct tagger_window *w)
{
        unsigned before = p->labels.n, before_that = p->labels.n;

        for (size_t i = 0; i < w->n; i++) {
                unsigned gold = label_set_index(&p->labels, sample->first[first + i],
                                                sample->second[first + i]);
                struct feature_list list;
                uint32_t rows[FEATURES_MAX];
                unsigned found;

                pos_features(&list, &w->views[VIEW_MARGIN + i], before, before_that);
                for (unsigned k = 0; k < list.n; k++)
                        rows[k] = feature_table_row(&p->features, list.hash[k]);
                found = guess(p, rows, list.n);
                for (unsigned k = 0; found != gold && k < list.n; k++) {
                        struct cell *row = p->cells + rows[k] * (size_t)p->labels.n;

                        if (rows[k] == NO_ROW)
                                continue;
                        change(p, row + gold, 1);
                        change(p, row + found, -1);
                }
                p->step++;
                p->total++;
                p->right += found == gold;
                before_that = before;
                before = found;
        }
}

static void shuffle(size_t *order, size_t n, uint64_t *state)
{
        for (size_t i = n; i > 1; i--) {
                size_t k, swap = order[i - 1];

                *state = *state * 6364136223846793005u + 1442695040888963407u;
                k = (size_t)((*state >> 33) % i);
                order[i - 1] = order[k];
                order[k] = swap;
        }
}

static int write_average(struct perceptron *p, const char *path)
{
        size_t n = p->features.n_rows * p->labels.n;
        struct weights w = {
                .features = &p->features,
                .labels = &p->labels,
                .row = calloc(n, sizeof(*w.row)),
                .scale = 24,
                .least = 0.06,
        };
        int r;

        if (!w.row)
                return -1;
        for (size_t i = 0; i < n; i++) {
                change(p, &p->cells[i], 0);
                w.row[i] = (double)p->cells[i].sum / p->step;
        }
        r = weights_write(&w, path);
        free(w.row);
        return r;
}

int train_pos(struct samples *samples, unsigned rounds, const char *path)
{
        struct perceptron p = { .step = 0 };
        size_t *order = calloc(samples->n, sizeof(*order));
        uint64_t state = 1;

        if (feature_table_init(&p.features) || !order)
                return -1;
        for (size_t i = 0; i < samples->n; i++)
                order[i] = i;
        /* All labels first: the edge of a sentence is numbered one past the last of them. */
        each_window(samples, order, &p, gather_labels);
        each_window(samples, order, &p, count_window);
        feature_table_number(&p.features, LEAST_COUNT);
        p.cells = calloc(p.features.n_rows * p.labels.n, sizeof(*p.cells));
        if (!p.cells)
                return -1;
        for (unsigned round = 0; round < rounds; round++) {
                shuffle(order, samples->n, &state);
                p.right = p.total = 0;
                each_window(samples, order, &p, learn_window);
                fprintf(stderr, "round %u: %.2f %% right\n", round + 1,
                        100.0 * (double)p.right / (double)p.total);
        }
        return write_average(&p, path);
}
