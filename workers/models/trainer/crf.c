/* crf - training of the names: a linear-chain conditional random field
 *
 * The scores of its labels are those of a sparse linear model and of a small net (net_train.h)
 * together. Stochastic gradient descent on the log-likelihood with an L2 penalty, one sentence
 * a step; the penalty is a common factor of all linear weights, so that a step touches only
 * what it sees (Bottou's trick). A part of the features is hidden at random in each step, so
 * that the model does not rest on single words; the mean over the later rounds is what is kept.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "workers/models/trainer/net_train.h"
#include "workers/models/trainer/weights.h"
#include "workers/text/tagger.h"

enum { LABELS = NAME_LABELS };

static const double FIRST_RATE = 0.02, PENALTY = 1.5;
static const double HIDDEN_SHARE = 0.15; /* of the features, in each step */
static const double FORBIDDEN = -120;    /* nats: a continuation of what has not begun */

enum { PLAIN = -2 }; /* in the first slot: the net does not look at this word */

/* A stretch of a sentence: where its features' rows and the net's words stand, and its labels.
 */
struct chain {
        size_t first_row;  /* in rows; words have n_rows each, ended by NO_ROW */
        size_t first_slot; /* in slots; NET_SLOTS a word */
        size_t n;
        uint8_t labels[TAGGER_CHUNK];
};

struct crf {
        struct feature_table features;
        struct label_set labels;
        struct chain *chains;
        size_t n_chains;
        uint32_t *rows;
        size_t n_rows, room;
        int32_t *slots;
        size_t n_slots, slots_room;
        const struct words *words;
        struct net_train *net;
        double *weights, transitions[LABELS + 1][LABELS];
        double scale; /* what the stored weights are multiplied with */
        double *sums, transition_sums[LABELS + 1][LABELS]; /* of the later rounds */
        unsigned n_sums;
        uint32_t hidden_seed; /* which features are hidden in this step */
};

static void each_window(struct samples *s, struct crf *crf,
                        void (*see)(struct crf *, const struct sample *, size_t,
                                    const struct tagger_window *))
{
        static struct tagger_window window;

        for (size_t k = 0; k < s->n; k++) {
                const struct sample *sample = &s->list[k];
                struct word_traits *traits;

                if (word_traits_find(&traits, &sample->doc, crf->words))
                        exit(1);
                for (size_t i = 0; i < sample->doc.n_sentences; i++) {
                        size_t first = sample->doc.sentences[i].first;
                        size_t n = sample->doc.sentences[i].end - first;

                        n = n < TAGGER_CHUNK ? n : TAGGER_CHUNK;
                        tagger_window_fill(&window, &sample->doc, traits, first, first + n);
                        see(crf, sample, first, &window);
                }
        }
}

static void count_window(struct crf *crf, const struct sample *sample, size_t first,
                         const struct tagger_window *w)
{
        (void)sample;
        (void)first;
        for (size_t i = 0; i < w->n; i++) {
                struct feature_list list;

                name_features(&list, &w->views[VIEW_MARGIN + i]);
                feature_table_count(&crf->features, &list);
        }
}

static void push_row(struct crf *crf, uint32_t row)
{
        if (crf->n_rows == crf->room) {
                crf->room = crf->room ? 2 * crf->room : 1 << 20;
                crf->rows = realloc(crf->rows, crf->room * sizeof(*crf->rows));
                if (!crf->rows)
                        exit(1);
        }
        crf->rows[crf->n_rows++] = row;
}

static void push_slots(struct crf *crf, const struct word_view *w)
{
        int32_t *slots;

        if (crf->n_slots + NET_SLOTS > crf->slots_room) {
                crf->slots_room = crf->slots_room ? 2 * crf->slots_room : 1 << 20;
                crf->slots = realloc(crf->slots, crf->slots_room * sizeof(*crf->slots));
                if (!crf->slots)
                        exit(1);
        }
        slots = crf->slots + crf->n_slots;
        crf->n_slots += NET_SLOTS;
        name_slots(slots, w);
        if (w->plain)
                slots[0] = PLAIN;
}

static void keep_window(struct crf *crf, const struct sample *sample, size_t first,
                        const struct tagger_window *w)
{
        struct chain *chain;

        crf->chains = realloc(crf->chains, (crf->n_chains + 1) * sizeof(*chain));
        if (!crf->chains)
                exit(1);
        chain = &crf->chains[crf->n_chains++];
        chain->first_row = crf->n_rows;
        chain->n = w->n;
        chain->first_slot = crf->n_slots;
        for (size_t i = 0; i < w->n; i++) {
                struct feature_list list;

                chain->labels[i] = (uint8_t)label_set_index(
                        &crf->labels, sample->first[first + i], sample->second[first + i]);
                name_features(&list, &w->views[VIEW_MARGIN + i]);
                push_slots(crf, &w->views[VIEW_MARGIN + i]);
                for (unsigned k = 0; k < list.n; k++) {
                        uint32_t row = feature_table_row(&crf->features, list.hash[k]);

                        if (row != NO_ROW)
                                push_row(crf, row);
                }
                push_row(crf, NO_ROW);
        }
}

struct lattice {
        double score[TAGGER_CHUNK][LABELS], forward[TAGGER_CHUNK][LABELS],
                backward[TAGGER_CHUNK][LABELS];
        double total;
};

static double log_sum(const double *v, int n)
{
        double most = v[0], sum = 0;

        for (int i = 1; i < n; i++)
                most = v[i] > most ? v[i] : most;
        for (int i = 0; i < n; i++)
                sum += exp(v[i] - most);
        return most + log(sum);
}

static bool is_hidden(const struct crf *crf, uint32_t row, size_t i)
{
        uint32_t h = (row * 2654435761u) ^ (crf->hidden_seed + (uint32_t)i * 40503u);

        h = (h ^ (h >> 15)) * 0x85ebca6bu;
        h = (h ^ (h >> 13)) * 0xc2b2ae35u;
        return h < HIDDEN_SHARE * UINT32_MAX;
}

static void add_up(struct crf *crf)
{
        size_t n = crf->features.n_rows * LABELS;

        for (size_t i = 0; i < n; i++)
                crf->sums[i] += crf->weights[i] * crf->scale;
        for (int x = 0; x <= LABELS; x++)
                for (int y = 0; y < LABELS; y++)
                        crf->transition_sums[x][y] += crf->transitions[x][y];
        crf->n_sums++;
        if (crf->net)
                net_train_add_up(crf->net);
}

static void score_chain(const struct crf *crf, const struct chain *chain, struct lattice *l)
{
        const uint32_t *row = crf->rows + chain->first_row;
        const int32_t *slots = crf->slots + chain->first_slot;

        for (size_t i = 0; i < chain->n; i++, row++, slots += NET_SLOTS) {
                memset(l->score[i], 0, sizeof(l->score[i]));
                for (; *row != NO_ROW; row++)
                        for (int y = 0; y < LABELS && !is_hidden(crf, *row, i); y++)
                                l->score[i][y] += crf->weights[*row * (size_t)LABELS + y];
                for (int y = 0; y < LABELS; y++)
                        l->score[i][y] *= crf->scale;
                if (slots[0] != PLAIN && crf->net)
                        net_train_score(crf->net, i, slots, l->score[i]);
        }
}

static void sum_chain(const struct crf *crf, const struct chain *chain, struct lattice *l)
{
        double paths[LABELS];
        size_t n = chain->n;

        for (size_t i = 0; i < n; i++) {
                for (int y = 0; y < LABELS; y++) {
                        if (!i) {
                                l->forward[i][y] = crf->transitions[LABELS][y] + l->score[i][y];
                                continue;
                        }
                        for (int x = 0; x < LABELS; x++)
                                paths[x] = l->forward[i - 1][x] + crf->transitions[x][y];
                        l->forward[i][y] = log_sum(paths, LABELS) + l->score[i][y];
                }
        }
        memset(l->backward[n - 1], 0, sizeof(l->backward[n - 1]));
        for (size_t i = n - 1; i-- > 0;) {
                for (int x = 0; x < LABELS; x++) {
                        for (int y = 0; y < LABELS; y++)
                                paths[y] = crf->transitions[x][y] + l->score[i + 1][y] +
                                           l->backward[i + 1][y];
                        l->backward[i][x] = log_sum(paths, LABELS);
                }
        }
        l->total = log_sum(l->forward[n - 1], LABELS);
}

static void step_transitions(struct crf *crf, const struct chain *chain,
                             const struct lattice *l, double rate)
{
        double expected[LABELS + 1][LABELS] = { { 0 } };

        for (size_t i = 0; i < chain->n; i++) {
                unsigned before = i ? chain->labels[i - 1] : LABELS;

                expected[before][chain->labels[i]] -= 1;
                for (int y = 0; y < LABELS; y++) {
                        double rest = l->score[i][y] + l->backward[i][y] - l->total;

                        if (!i)
                                expected[LABELS][y] += exp(crf->transitions[LABELS][y] + rest);
                        for (int x = 0; i && x < LABELS; x++)
                                expected[x][y] += exp(l->forward[i - 1][x] +
                                                      crf->transitions[x][y] + rest);
                }
        }
        for (int x = 0; x <= LABELS; x++)
                for (int y = 0; y < LABELS; y++)
                        if (crf->transitions[x][y] > FORBIDDEN)
                                crf->transitions[x][y] -= rate * expected[x][y];
}

static void step_words(struct crf *crf, const struct chain *chain, const struct lattice *l,
                       double rate)
{
        const uint32_t *row = crf->rows + chain->first_row;
        const int32_t *slots = crf->slots + chain->first_slot;

        for (size_t i = 0; i < chain->n; i++, row++, slots += NET_SLOTS) {
                double gradient[LABELS];

                for (int y = 0; y < LABELS; y++)
                        gradient[y] = exp(l->forward[i][y] + l->backward[i][y] - l->total) -
                                      (y == chain->labels[i]);
                if (slots[0] != PLAIN && crf->net)
                        net_train_back(crf->net, i, gradient);
                for (; *row != NO_ROW; row++)
                        for (int y = 0; y < LABELS && !is_hidden(crf, *row, i); y++)
                                crf->weights[*row * (size_t)LABELS + y] -=
                                        gradient[y] * rate / crf->scale;
        }
        if (crf->net)
                net_train_step(crf->net);
}

static double gold_score(const struct crf *crf, const struct chain *chain,
                         const struct lattice *l)
{
        double sum = 0;

        for (size_t i = 0; i < chain->n; i++)
                sum += l->score[i][chain->labels[i]] +
                       crf->transitions[i ? chain->labels[i - 1] : LABELS][chain->labels[i]];
        return sum;
}

/* I of a name may stand only behind B or I of the same kind. */
static void forbid_transitions(struct crf *crf)
{
        const struct label_set *set = &crf->labels;

        for (unsigned x = 0; x <= LABELS; x++)
                for (unsigned y = 0; y < LABELS; y++)
                        if (set->first[y] && !set->second[y] &&
                            (x == LABELS || set->first[x] != set->first[y]))
                                crf->transitions[x][y] = FORBIDDEN;
}

static void learn_chain(struct crf *crf, const struct chain *chain, double rate,
                        double *ret_loss)
{
        static struct lattice lattice;

        score_chain(crf, chain, &lattice);
        sum_chain(crf, chain, &lattice);
        *ret_loss += lattice.total - gold_score(crf, chain, &lattice);
        step_words(crf, chain, &lattice, rate);
        step_transitions(crf, chain, &lattice, rate);
}

static void run_rounds(struct crf *crf, unsigned rounds)
{
        double lambda = PENALTY / (double)crf->n_chains, t = 0;
        uint64_t state = 1;
        size_t *order = calloc(crf->n_chains, sizeof(*order));

        for (size_t i = 0; order && i < crf->n_chains; i++)
                order[i] = i;
        for (unsigned round = 0; order && round < rounds; round++) {
                double loss = 0;

                for (size_t i = crf->n_chains; i > 0; i--) {
                        double rate = FIRST_RATE / (1 + FIRST_RATE * lambda * t++);
                        size_t k, swap = order[i - 1];

                        state = state * 6364136223846793005u + 1442695040888963407u;
                        k = (size_t)((state >> 33) % i);
                        order[i - 1] = order[k];
                        order[k] = swap;
                        if (!crf->chains[order[i - 1]].n)
                                continue;
                        crf->hidden_seed = (uint32_t)(state >> 20);
                        crf->scale *= 1 - rate * lambda;
                        learn_chain(crf, &crf->chains[order[i - 1]], rate, &loss);
                }
                if (2 * round >= rounds)
                        add_up(crf);
                fprintf(stderr, "round %u: loss %.0f\n", round + 1, loss);
        }
        free(order);
}

/* The mean of the later rounds; nothing is hidden any more, so each feature counts for less. */
static void take_mean(struct crf *crf)
{
        for (size_t i = 0; i < crf->features.n_rows * LABELS; i++)
                crf->weights[i] = crf->sums[i] / crf->n_sums * (1 - HIDDEN_SHARE);
        for (int x = 0; x <= LABELS; x++)
                for (int y = 0; y < LABELS; y++)
                        crf->transitions[x][y] = crf->transition_sums[x][y] / crf->n_sums;
}

static void init_labels(struct crf *crf)
{
        label_set_index(&crf->labels, NAME_NONE, 0);
        for (uint8_t kind = NAME_PERSON; kind <= NAME_OTHER; kind++) {
                label_set_index(&crf->labels, kind, 1);
                label_set_index(&crf->labels, kind, 0);
        }
}

int train_names(struct samples *samples, unsigned rounds, const struct words *words,
                const char *path, const char *net_path)
{
        struct crf crf = { .scale = 1, .words = words };
        struct weights w = {
                .features = &crf.features, .labels = &crf.labels, .scale = 64, .least = 0.02
        };
        size_t n;

        init_labels(&crf);
        if (feature_table_init(&crf.features))
                return -1;
        each_window(samples, &crf, count_window);
        feature_table_number(&crf.features, 1);
        n = crf.features.n_rows * LABELS;
        crf.weights = calloc(n, sizeof(*crf.weights));
        crf.sums = calloc(n, sizeof(*crf.sums));
        crf.net = net_path ? net_train_new(words) : NULL;
        if ((net_path && !crf.net) || !crf.weights || !crf.sums)
                return -1;
        each_window(samples, &crf, keep_window);
        forbid_transitions(&crf);
        run_rounds(&crf, rounds);
        take_mean(&crf);
        w.row = crf.weights;
        w.transitions = &crf.transitions[0][0];
        if (crf.net && net_train_write(crf.net, net_path))
                return -1;
        return weights_write(&w, path);
}
