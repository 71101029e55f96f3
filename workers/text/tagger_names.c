/* tagger_names - names, a sentence at a time
 *
 * Most features are of one word alone: what it says of itself and of the names beside it. Their
 * weights are added up once for each word as it is written and tagged, and kept: an article has
 * the same names, and the same words beside them, again and again. The sums are the same.
 */
#include <errno.h>
#include <string.h>

#include "workers/text/tagger.h"

enum {
        MARGIN_STEP = 32, /* nats are 64ths in the names' model: half a nat */
        NAME_PLACES = 2 * NAME_REACH + 1,
        AHEAD = 1,        /* words whose weights are on their way while one is summed */
        WORDS_KEPT = 512, /* a newer one takes the place of an older one */
};

/* 100 / (1 + e^-m) for margins of m = 0, 0.5, 1, … nats. */
static uint8_t confidence_of(int32_t margin)
{
        static const uint8_t percent[] = { 50, 62, 73, 82, 88, 92, 95, 97, 98, 99 };
        size_t step = (size_t)(margin / MARGIN_STEP);

        return step < sizeof(percent) ? percent[step] : 100;
}

struct word_key {
        uint32_t word, shape, prefix[3], suffix[4], classes;
        uint16_t use, cluster;
        uint8_t wider_cluster, upos, fine, form;
        bool first;
};

/* A word, and what it says of the names at places beside it. */
struct known_word {
        struct word_key key;
        uint8_t places; /* a bit for each that was asked about */
        int32_t scores[NAME_PLACES][NAME_LABELS];
};

/* What must be looked up for a word: first what is of several words, then word by word. */
struct asked {
        struct feature_list features;
        unsigned n_joint, ends[NAME_PLACES];
};

struct name_room {
        const struct name_models *models;
        const struct model_moves *moves;
        struct known_word words[WORDS_KEPT];
        struct asked asked[AHEAD + 1];
        struct net_cache cache;
        struct tagger_window window;
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

/* What decides a word's own features, and nothing else: compared byte by byte. */
static void key_fill(struct word_key *key, const struct word_view *w)
{
        memset(key, 0, sizeof(*key));
        key->word = w->word;
        key->shape = w->shape;
        memcpy(key->prefix, w->prefix, sizeof(key->prefix));
        memcpy(key->suffix, w->suffix, sizeof(key->suffix));
        key->classes = w->classes;
        key->use = w->use;
        key->cluster = w->cluster;
        key->wider_cluster = w->wider_cluster;
        key->upos = w->upos;
        key->fine = w->fine;
        key->form = w->form;
        key->first = w->first;
}

/* The place of a word among those that are kept, which is its own from now on. */
static struct known_word *know(struct name_room *room, const struct word_view *w)
{
        struct known_word *known =
                &room->words[(w->word ^ w->shape ^ w->upos ^ w->form) % WORDS_KEPT];
        struct word_key key;

        key_fill(&key, w);
        if (memcmp(&known->key, &key, sizeof(key)) != 0) {
                memcpy(&known->key, &key, sizeof(key));
                known->places = 0;
        }
        return known;
}

static void add(int32_t *scores, const int32_t *more)
{
        for (size_t y = 0; y < NAME_LABELS; y++)
                scores[y] += more[y];
}

/* Adds what words say that are known already; the features of others are added to the list. */
static void add_known(struct name_room *room, const struct word_view *view, int32_t *scores,
                      struct asked *asked)
{
        for (int at = 0; at < NAME_PLACES; at++) {
                const struct word_view *w = view + at - NAME_REACH;
                const struct known_word *known = know(room, w);
                struct feature_list features;

                if (known->places & 1u << at) {
                        add(scores, known->scores[at]);
                } else {
                        name_word_features(&features, w, at - NAME_REACH);
                        feature_list_add(&asked->features, &features, 0);
                }
                asked->ends[at] = asked->features.n;
        }
}

/* Sees what must be looked up for a word, and brings it nearer. */
static void ask(struct name_room *room, struct asked *ret, const struct word_view *view,
                int32_t *scores)
{
        name_joint_features(&ret->features, view);
        ret->n_joint = ret->features.n;
        if (!view->plain)
                add_known(room, view, scores, ret);
        model_expect(&room->models->linear, ret->features.hash, ret->features.n);
}

static void score_words(struct name_room *room, const struct asked *asked,
                        const struct word_view *view, int32_t *scores)
{
        const struct model *model = &room->models->linear;
        uint64_t entries[FEATURES_MAX];
        unsigned n = asked->n_joint;

        model_find(model, asked->features.hash, asked->features.n, entries);
        model_add(model, entries, n, scores);
        for (int at = 0; at < NAME_PLACES && !view->plain; n = asked->ends[at++]) {
                int32_t sums[NAME_LABELS] = { 0 };
                struct known_word *known;

                if (asked->ends[at] == n)
                        continue;
                model_add(model, entries + n, asked->ends[at] - n, sums);
                add(scores, sums);
                known = know(room, view + at - NAME_REACH);
                memcpy(known->scores[at], sums, sizeof(sums));
                known->places |= (uint8_t)(1u << at);
        }
}

static void score_name(struct name_room *room, const struct asked *asked,
                       const struct word_view *view, int32_t *scores)
{
        const struct name_models *models = room->models;
        int32_t slots[NET_SLOTS];

        score_words(room, asked, view, scores);
        if (view->plain || !models->net.n_hidden)
                return;
        name_slots(slots, view);
        net_score(&models->net, &models->words, &room->cache, slots, scores);
}

static void tag_window(struct document *doc, struct name_room *room, size_t first)
{
        const struct model *model = &room->models->linear;
        struct tagger_window *w = &room->window;
        const struct word_view *views = w->views + VIEW_MARGIN;
        struct token *t = doc->tokens + first;

        memset(room->scores, 0, w->n * NAME_LABELS * sizeof(*room->scores));
        for (size_t i = 0; i < w->n + AHEAD; i++) {
                if (i < w->n)
                        ask(room, &room->asked[i % (AHEAD + 1)], &views[i],
                            room->scores + i * NAME_LABELS);
                if (i >= AHEAD)
                        score_name(room, &room->asked[(i - AHEAD) % (AHEAD + 1)],
                                   &views[i - AHEAD], room->scores + (i - AHEAD) * NAME_LABELS);
        }
        model_decode(room->moves, room->scores, w->n, room->paths, room->labels, room->margins);
        for (size_t i = 0; i < w->n; i++) {
                const unsigned char *label = model_label(model, room->labels[i]);
                bool goes_on = i && label[1] == 0 && t[i - 1].name == label[0];

                set_name(&t[i], label, goes_on, room->margins[i]);
        }
}

static void tag_sentence(struct document *doc, struct name_room *room,
                         const struct word_traits *traits, size_t s)
{
        size_t first = doc->sentences[s].first, end = doc->sentences[s].end;

        for (; first < end; first += room->window.n) {
                size_t n = end - first < TAGGER_CHUNK ? end - first : TAGGER_CHUNK;

                tagger_window_fill(&room->window, doc, traits, first, first + n);
                tag_window(doc, room, first);
        }
}

int tagger_names(struct document *doc, const struct name_models *models)
{
        struct name_room *room = arena_alloc(doc->arena, sizeof(*room));
        struct word_traits *traits;
        struct model_moves moves;
        int r;

        if (!room)
                return -ENOMEM;
        r = word_traits_find(&traits, doc, &models->words);
        if (r)
                return r;
        model_moves_init(&moves, &models->linear);
        room->models = models;
        room->moves = &moves;
        for (size_t s = 0; s < doc->n_sentences; s++)
                tag_sentence(doc, room, traits, s);
        return 0;
}
