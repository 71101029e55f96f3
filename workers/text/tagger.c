#include "workers/text/tagger.h"

#include <errno.h>
#include <string.h>

/* Nats are 64ths in the names' model: half a nat is 32. */
enum { MARGIN_STEP = 32 };

void tagger_window_fill(struct tagger_window *w, const struct document *doc,
                        const struct word_traits *traits, size_t first, size_t end)
{
        struct word_view *views = w->views + VIEW_MARGIN;

        w->n = end - first;
        for (int k = 1; k <= VIEW_MARGIN; k++) {
                word_view_edge(&views[-k]);
                word_view_edge(&views[w->n + (size_t)k - 1]);
        }
        for (size_t i = 0; i < w->n; i++) {
                size_t sentence = doc->tokens[first + i].sentence;

                word_view_of(&views[i], doc, first + i,
                             first + i == doc->sentences[sentence].first);
                if (traits)
                        word_view_add_traits(&views[i], doc, traits, first + i);
        }
}

/* Calls @tag for each stretch of at most TAGGER_CHUNK words of one sentence. */
typedef void (*tag_window)(struct document *doc, const struct model *model,
                           struct tagger_window *w, size_t first, void *room);

static void each_window(struct document *doc, const struct model *model,
                        const struct word_traits *traits, tag_window tag, void *room)
{
        struct tagger_window window;

        for (size_t s = 0; s < doc->n_sentences; s++) {
                size_t first = doc->sentences[s].first, end = doc->sentences[s].end;

                for (; first < end; first += window.n) {
                        size_t n = end - first < TAGGER_CHUNK ? end - first : TAGGER_CHUNK;

                        tagger_window_fill(&window, doc, traits, first, first + n);
                        tag(doc, model, &window, first, room);
                }
        }
}

/* 100 / (1 + e^-m) for margins of m = 0, 0.5, 1, … nats. */
static uint8_t confidence_of(int32_t margin)
{
        static const uint8_t percent[] = { 50, 62, 73, 82, 88, 92, 95, 97, 98, 99 };
        size_t step = (size_t)(margin / MARGIN_STEP);

        return step < sizeof(percent) ? percent[step] : 100;
}

struct name_room {
        const struct name_models *models;
        struct net_cache cache;
        int32_t scores[TAGGER_CHUNK * NAME_LABELS];
        int32_t paths[2 * TAGGER_CHUNK * NAME_LABELS];
        uint8_t labels[TAGGER_CHUNK];
        int32_t margins[TAGGER_CHUNK];
};

static void set_name(struct token *t, const unsigned char *label, bool goes_on, int32_t margin)
{
        t->name = label[0] <= NAME_OTHER ? label[0] : NAME_NONE;
        t->name_begins = t->name != NAME_NONE && !goes_on;
        t->name_confidence = confidence_of(margin);
}

static void score_name(struct name_room *room, const struct word_view *view, int32_t *scores)
{
        const struct name_models *models = room->models;
        struct feature_list features;
        int32_t slots[NET_SLOTS];

        name_features(&features, view);
        model_score(&models->linear, features.hash, features.n, scores);
        if (view->plain || !models->net.n_hidden)
                return;
        name_slots(slots, view);
        net_score(&models->net, &models->words, &room->cache, slots, scores);
}

static void name_window(struct document *doc, const struct model *model,
                        struct tagger_window *w, size_t first, void *memory)
{
        struct name_room *room = memory;
        struct token *t = doc->tokens + first;

        memset(room->scores, 0, w->n * NAME_LABELS * sizeof(*room->scores));
        for (size_t i = 0; i < w->n; i++)
                score_name(room, &w->views[VIEW_MARGIN + i], room->scores + i * NAME_LABELS);
        model_decode(model, room->scores, w->n, room->paths, room->labels, room->margins);
        for (size_t i = 0; i < w->n; i++) {
                const unsigned char *label = model_label(model, room->labels[i]);
                bool goes_on = i && label[1] == 0 && t[i - 1].name == label[0];

                set_name(&t[i], label, goes_on, room->margins[i]);
        }
}

int tagger_names(struct document *doc, const struct name_models *models)
{
        struct name_room *room = arena_alloc(doc->arena, sizeof(*room));
        struct word_traits *traits;
        int r;

        if (!room)
                return -ENOMEM;
        r = word_traits_find(&traits, doc, &models->words);
        if (r)
                return r;
        room->models = models;
        each_window(doc, &models->linear, traits, name_window, room);
        return 0;
}
