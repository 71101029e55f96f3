/* tagger_pos - parts of speech, word by word from left to right
 *
 * Most features are of one word alone: what it says of its own tag and of its neighbours'.
 * Their weights are added up once for each word form of the article and kept, as most words of
 * a text have stood in it before; only what words say together is looked up at each place. Of
 * that, what has few values ("a noun before") is known for nearly all labels: such rows are
 * kept spread out, so that they are added as fast as the machine can. The sums are the same.
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
        BEGUN_MAX = 8,
        AHEAD = 2,
        ROWS_KEPT = 512, /* a newer one takes the place of an older one */
};

/* The weights of one feature, spread out. */
struct row {
        uint32_t feature;
        bool used;
        int16_t scores[MODEL_LABELS_MAX];
};

/* What a word form says of the tags around it. A sum of weights stays far below 2^15. */
struct form {
        struct word_view view;
        int16_t scores[PLACES][MODEL_LABELS_MAX];
        uint8_t likely; /* its label, as far as it tells by itself */
};

struct pos_tagger {
        struct document *doc;
        const struct model *model;
        struct form *blocks[FORMS_MAX / FORMS_STEP];
        size_t n;
        uint16_t slots[SLOTS]; /* open addressing: index + 1, 0 = free */
        struct tagger_window window;
        const struct form *forms[EACH_MAX]; /* of the words of the window */
        struct row rows[ROWS_KEPT];
        struct begun {
                struct form *form;
                struct feature_list features;
                unsigned ends[PLACES];
        } begun[BEGUN_MAX]; /* forms whose weights are yet to be looked up */
        size_t n_begun;
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

static void add(int16_t *restrict sums, const int16_t *restrict more)
{
        for (size_t y = 0; y < MODEL_LABELS_MAX; y++)
                sums[y] = (int16_t)(sums[y] + more[y]);
}

static const struct row *row_of(struct pos_tagger *t, uint32_t feature)
{
        struct row *row = &t->rows[(feature ^ feature >> 16) % ROWS_KEPT];
        uint64_t entry;

        if (row->used && row->feature == feature)
                return row;
        memset(row, 0, sizeof(*row));
        row->feature = feature;
        row->used = true;
        model_find(t->model, &feature, 1, &entry);
        model_add_short(t->model, &entry, 1, row->scores);
        return row;
}

static void add_recurring(struct pos_tagger *t, const struct feature_list *list, int16_t *sums)
{
        for (unsigned i = 0; i < list->n_recurring; i++)
                add(sums, row_of(t, list->hash[i])->scores);
}

/* The first of the best. */
static unsigned best_label(const int16_t *scores, unsigned n)
{
        int16_t most = INT16_MIN;
        unsigned best = 0;

        for (size_t y = 0; y < n; y++)
                most = scores[y] > most ? scores[y] : most;
        while (scores[best] != most)
                best++;
        return best;
}

/* A new form's features are looked up a little later, when they have come nearer. */
static void form_begin(struct pos_tagger *t, struct form *f, const struct word_view *view)
{
        struct begun *begun = &t->begun[t->n_begun++];
        struct feature_list features;

        memset(f->scores, 0, sizeof(f->scores)); /* it may have been another's */
        f->view = *view;
        begun->form = f;
        begun->features.n = 0;
        for (int at = 0; at < PLACES; at++) {
                /* What stands at a place sees this word at the opposite one. */
                pos_word_features(&features, view, POS_REACH - at);
                add_recurring(t, &features, f->scores[at]);
                feature_list_add(&begun->features, &features, features.n_recurring);
                begun->ends[at] = begun->features.n;
        }
        model_expect(t->model, begun->features.hash, begun->features.n);
}

static void forms_end(struct pos_tagger *t)
{
        uint64_t entries[FEATURES_MAX];

        for (size_t i = 0; i < t->n_begun; i++) {
                const struct begun *b = &t->begun[i];

                model_find(t->model, b->features.hash, b->features.n, entries);
                for (unsigned at = 0, first = 0; at < PLACES; first = b->ends[at++])
                        model_add_short(t->model, entries + first, b->ends[at] - first,
                                        b->form->scores[at]);
                b->form->likely =
                        (uint8_t)best_label(b->form->scores[POS_REACH], t->model->n_labels);
        }
        t->n_begun = 0;
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
        form_begin(t, f, view);
        if (t->n_begun == BEGUN_MAX)
                forms_end(t);
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
        forms_end(t);
        return 0;
}

/* Adds up what the words around word @i of the window say. */
static void add_forms(const struct pos_tagger *t, size_t i, int16_t *sums)
{
        for (int at = 0; at < PLACES; at++)
                add(sums, t->forms[i + (size_t)at]->scores[PLACES - 1 - at]);
}

/* Brings nearer what will be asked of word @i, by what the labels before it seem to be. */
static void expect_word(const struct pos_tagger *t, size_t i)
{
        struct feature_list features;

        if (i >= t->window.n)
                return;
        pos_joint_features(&features, &t->window.views[VIEW_MARGIN + i],
                           t->forms[i + POS_REACH - 1]->likely,
                           t->forms[i + POS_REACH - 2]->likely);
        model_expect(t->model, features.hash + features.n_recurring,
                     features.n - features.n_recurring);
}

static int tag_window(struct pos_tagger *t, size_t first)
{
        unsigned before = t->model->n_labels, before_that = t->model->n_labels;
        int r = find_forms(t);

        for (size_t i = 0; i < t->window.n && !r; i++) {
                struct token *token = &t->doc->tokens[first + i];
                int16_t scores[MODEL_LABELS_MAX] = { 0 };
                struct feature_list features;
                uint64_t entries[FEATURES_MAX];
                const unsigned char *label;

                expect_word(t, i + AHEAD);
                pos_joint_features(&features, &t->window.views[VIEW_MARGIN + i], before,
                                   before_that);
                model_find(t->model, features.hash + features.n_recurring,
                           features.n - features.n_recurring, entries);
                add_forms(t, i, scores);
                add_recurring(t, &features, scores);
                model_add_short(t->model, entries, features.n - features.n_recurring, scores);
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
