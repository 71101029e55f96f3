/* tagger_pos - parts of speech, word by word from left to right
 *
 * Most features are of one word alone: what it says of its own tag and of its neighbours'.
 * Their weights are added up once for each word form of the article and kept, as most words of
 * a text have stood in it before; only what words say together is looked up at each place. The
 * sums are the same.
 */
#include <errno.h>
#include <stdbool.h>
#include <string.h>

#include "workers/text/tagger.h"

enum {
        PLACES = 2 * POS_REACH + 1,
        FORMS_MAX = 4096, /* kept at a time: when they are more, all are forgotten */
        SLOTS = 2 * FORMS_MAX,
        FORMS_STEP = 64, /* taken from the arena together */
        EACH_MAX = TAGGER_CHUNK + 2 * POS_REACH,
};

/* What a word form says of the tags around it. A sum of weights stays far below 2^15. */
struct form {
        struct word_view view;
        int16_t scores[PLACES][MODEL_LABELS_MAX];
};

struct pos_tagger {
        struct document *doc;
        const struct model *model;
        struct form *blocks[FORMS_MAX / FORMS_STEP];
        size_t n;
        uint16_t slots[SLOTS]; /* open addressing: index + 1, 0 = free */
        struct tagger_window window;
        const struct form *forms[EACH_MAX]; /* of the words of the window */
};

static struct form *form_at(struct pos_tagger *t, size_t i)
{
        return &t->blocks[i / FORMS_STEP][i % FORMS_STEP];
}

static bool same_word(const struct word_view *a, const struct word_view *b)
{
        return a->word == b->word && a->form == b->form && a->first == b->first &&
               a->shape == b->shape && memcmp(a->prefix, b->prefix, sizeof(a->prefix)) == 0 &&
               memcmp(a->suffix, b->suffix, sizeof(a->suffix)) == 0;
}

static void form_fill(struct form *f, const struct model *model, const struct word_view *view)
{
        f->view = *view;
        for (int at = -POS_REACH; at <= POS_REACH; at++) {
                int32_t scores[MODEL_LABELS_MAX] = { 0 };
                struct feature_list features;

                /* What stands at @at sees this word at the opposite place. */
                pos_word_features(&features, view, -at);
                model_score(model, features.hash, features.n, scores);
                for (size_t y = 0; y < MODEL_LABELS_MAX; y++)
                        f->scores[at + POS_REACH][y] = (int16_t)scores[y];
        }
}

/* The form of a word, NULL: no memory. */
static const struct form *form_of(struct pos_tagger *t, const struct word_view *view)
{
        size_t at = (view->word ^ view->form) & (SLOTS - 1);
        struct form *f;

        for (; t->slots[at]; at = (at + 1) & (SLOTS - 1)) {
                f = form_at(t, t->slots[at] - 1u);
                if (same_word(&f->view, view))
                        return f;
        }
        if (!t->blocks[t->n / FORMS_STEP])
                t->blocks[t->n / FORMS_STEP] =
                        arena_alloc(t->doc->arena, FORMS_STEP * sizeof(struct form));
        if (!t->blocks[t->n / FORMS_STEP])
                return NULL;
        f = form_at(t, t->n++);
        t->slots[at] = (uint16_t)t->n;
        form_fill(f, t->model, view);
        return f;
}

static int find_forms(struct pos_tagger *t)
{
        size_t n = t->window.n + 2 * POS_REACH;

        if (t->n + n > FORMS_MAX) {
                memset(t->slots, 0, sizeof(t->slots));
                t->n = 0;
        }
        for (size_t i = 0; i < n; i++) {
                t->forms[i] = form_of(t, &t->window.views[VIEW_MARGIN - POS_REACH + i]);
                if (!t->forms[i])
                        return -ENOMEM;
        }
        return 0;
}

/* Adds up what the words around word @i of the window say. */
static void sum_forms(const struct pos_tagger *t, size_t i, int32_t *restrict scores)
{
        int16_t sum[MODEL_LABELS_MAX] = { 0 };

        for (int at = 0; at < PLACES; at++) {
                const int16_t *more = t->forms[i + (size_t)at]->scores[PLACES - 1 - at];

                for (size_t y = 0; y < MODEL_LABELS_MAX; y++)
                        sum[y] = (int16_t)(sum[y] + more[y]);
        }
        for (size_t y = 0; y < MODEL_LABELS_MAX; y++)
                scores[y] = sum[y];
}

static unsigned best_label(const int32_t *scores, unsigned n)
{
        unsigned best = 0;
        int32_t most = scores[0];

        for (unsigned y = 1; y < n; y++) {
                best = scores[y] > most ? y : best;
                most = scores[y] > most ? scores[y] : most;
        }
        return best;
}

static int tag_window(struct pos_tagger *t, size_t first)
{
        unsigned before = t->model->n_labels, before_that = t->model->n_labels;
        int r = find_forms(t);

        for (size_t i = 0; i < t->window.n && !r; i++) {
                struct token *token = &t->doc->tokens[first + i];
                int32_t scores[MODEL_LABELS_MAX];
                struct feature_list features;
                const unsigned char *label;

                pos_joint_features(&features, &t->window.views[VIEW_MARGIN + i], before,
                                   before_that);
                sum_forms(t, i, scores);
                model_score(t->model, features.hash, features.n, scores);
                before_that = before;
                before = best_label(scores, t->model->n_labels);
                label = model_label(t->model, before);
                token->upos = label[0] < UPOS_COUNT ? label[0] : UPOS_X;
                token->fine = label[1] <= FINE_TO ? label[1] : FINE_NONE;
        }
        return r;
}

int tagger_pos(struct document *doc, const struct model *model)
{
        struct pos_tagger *t = arena_alloc(doc->arena, sizeof(*t));
        int r = 0;

        if (!t)
                return -ENOMEM;
        t->doc = doc;
        t->model = model;
        for (size_t s = 0; s < doc->n_sentences && !r; s++) {
                size_t first = doc->sentences[s].first, end = doc->sentences[s].end;

                for (; first < end && !r; first += t->window.n) {
                        size_t n = end - first < TAGGER_CHUNK ? end - first : TAGGER_CHUNK;

                        tagger_window_fill(&t->window, doc, NULL, first, first + n);
                        r = tag_window(t, first);
                }
        }
        return r;
}
