#include "workers/text/tag_features.h"

#include <string.h>

#include "base/macros.h"
#include "workers/lexicon/lexicon.h"
#include "workers/text/tagger.h"

enum { EDGE_HASH = 0x5eed, SHAPE_MAX = 24 };

static uint32_t mix(uint32_t a, uint32_t b)
{
        uint32_t h = (a ^ (b + 0x9e3779b9u + (a << 6) + (a >> 2))) * 0x85ebca6bu;

        return h ^ (h >> 15);
}

static char shape_of(unsigned char c)
{
        if ((c >= 'a' && c <= 'z') || c >= 0x80)
                return 'x';
        if (c >= 'A' && c <= 'Z')
                return 'X';
        if (c >= '0' && c <= '9')
                return '0';
        return (char)c;
}

/* "Xx", "X.X.", "0,0", "x-x": runs of one class are written once. */
static uint32_t shape_hash(const char *p, size_t n)
{
        uint32_t hash = LEXICON_HASH_EMPTY;
        size_t used = 0;
        char last = '\0';

        for (size_t i = 0; i < n && used < SHAPE_MAX; i++) {
                char c = shape_of((unsigned char)p[i]);

                if (used && c == last)
                        continue;
                hash = lexicon_hash_byte(hash, c);
                last = c;
                used++;
        }
        return hash;
}

static uint8_t form_of(const struct token *t)
{
        return (uint8_t)(t->kind | (t->capital ? 4 : 0) | (t->all_capital ? 8 : 0) |
                         (t->space_before ? 16 : 0));
}

/* Numbers are one word to the models, but for their number of digits. */
static uint32_t word_hash(const struct token *t, size_t n)
{
        if (t->kind != TOKEN_NUMBER || t->lower[0] < '0' || t->lower[0] > '9')
                return t->hash;
        return mix(0xd161, n < 6 ? (uint32_t)n : 6);
}

/* The first letters and the last ones; a shorter word stands for its own. */
static void hash_ends(struct word_view *view, const char *p, size_t n)
{
        uint32_t h = LEXICON_HASH_EMPTY;

        for (size_t k = 0; k < ARRAY_SIZE(view->prefix); k++) {
                if (k < n)
                        h = lexicon_hash_byte(h, p[k]);
                view->prefix[k] = h;
        }
        for (size_t k = 0; k < ARRAY_SIZE(view->suffix); k++) {
                size_t size = n < k + 1 ? n : k + 1;

                view->suffix[k] = lexicon_hash(LEXICON_HASH_EMPTY, p + n - size, size);
        }
}

void word_view_of(struct word_view *ret, const struct document *doc, size_t token, bool first)
{
        const struct token *t = &doc->tokens[token];
        size_t n = strlen(t->lower);

        memset(ret, 0, sizeof(*ret));
        ret->word = word_hash(t, n);
        ret->shape = shape_hash(doc->x->text + t->start, t->end - t->start);
        hash_ends(ret, t->lower, n);
        ret->form = form_of(t);
        ret->first = first;
        ret->upos = t->upos;
        ret->fine = t->fine;
}

void word_view_add_traits(struct word_view *view, const struct document *doc,
                          const struct word_traits *traits, size_t token)
{
        const struct word_traits *t = &traits[token];
        uint32_t length = t->run_last - t->run_first + 1;
        uint32_t at = (uint32_t)token - t->run_first;

        view->classes = t->classes;
        view->use = t->use;
        view->number = t->number;
        view->cluster = t->cluster;
        view->wider_cluster = t->wider_cluster;
        view->run_first_number = traits[t->run_first].number;
        view->run_last_number = traits[t->run_last].number;
        view->run_first = doc->tokens[t->run_first].hash;
        view->run_last = doc->tokens[t->run_last].hash;
        view->run_first_classes = traits[t->run_first].classes;
        view->run_last_classes = traits[t->run_last].classes;
        view->run_length = (uint8_t)(length < 6 ? length : 6);
        view->run_at = (uint8_t)(at < 3 ? at : 3);
        view->plain = length == 1 && !doc->tokens[token].capital &&
                      doc->tokens[token].kind != TOKEN_NUMBER;
}

void word_view_edge(struct word_view *ret)
{
        memset(ret, 0, sizeof(*ret));
        ret->word = ret->shape = EDGE_HASH;
        ret->upos = UPOS_COUNT;
        ret->number = ret->run_first_number = ret->run_last_number = WORDS_NONE;
}

void name_slots(int32_t slots[NET_SLOTS], const struct word_view *w)
{
        for (int at = -2; at <= 2; at++)
                slots[at + 2] = w[at].number;
        slots[5] = w->run_first_number;
        slots[6] = w->run_last_number;
}

/* The numbers of the features' kinds are part of the model. */
static void put(struct feature_list *list, uint32_t kind, uint32_t value)
{
        if (list->n < FEATURES_MAX)
                list->hash[list->n++] = mix(kind * 0x01000193u + 0x811c9dc5u, value);
}

/* What the word itself says of its own tag. */
static void put_own(struct feature_list *list, const struct word_view *w)
{
        uint32_t form = w->form | (uint32_t)w->first << 8;

        put(list, 100, 0);
        put(list, 115, w->shape);
        put(list, 123, w->suffix[0]);
        put(list, 117, mix(w->suffix[1], form));
        list->n_recurring = list->n;
        put(list, 101, w->word);
        put(list, 116, mix(w->suffix[2], form));
        put(list, 118, mix(form, w->suffix[3]));
        put(list, 122, mix(w->word, form));
        put(list, 124, mix(w->prefix[1], form));
        put(list, 125, mix(w->prefix[2], form));
}

void pos_word_features(struct feature_list *ret, const struct word_view *w, int at)
{
        ret->n = ret->n_recurring = 0;
        switch (at) {
        case -2: put(ret, 104, w->word); break;
        case -1:
                put(ret, 102, w->word);
                put(ret, 120, w->suffix[2]);
                break;
        case 0: put_own(ret, w); break;
        case 1:
                put(ret, 103, w->word);
                put(ret, 121, w->suffix[2]);
                break;
        case 2: put(ret, 105, w->word); break;
        }
}

void pos_joint_features(struct feature_list *ret, const struct word_view *w, unsigned before,
                        unsigned before_that)
{
        uint32_t tags = mix(before, before_that), form = w->form | (uint32_t)w->first << 8;

        ret->n = 0;
        put(ret, 106, before);
        put(ret, 107, tags);
        put(ret, 114, mix(before, mix(form, w[1].form)));
        put(ret, 119, mix(form, w[-1].form));
        ret->n_recurring = ret->n;
        put(ret, 108, mix(before, w[0].word));
        put(ret, 109, mix(before, w[1].word));
        put(ret, 110, mix(w[-1].word, w[0].word));
        put(ret, 111, mix(w[0].word, w[1].word));
        put(ret, 112, mix(mix(before, w[0].suffix[2]), w[1].suffix[2]));
        put(ret, 113, mix(tags, w[0].suffix[2]));
}

void feature_list_add(struct feature_list *list, const struct feature_list *more,
                      unsigned first)
{
        for (unsigned i = first; i < more->n && list->n < FEATURES_MAX; i++)
                list->hash[list->n++] = more->hash[i];
}

void pos_features(struct feature_list *ret, const struct word_view *w, unsigned before,
                  unsigned before_that)
{
        pos_joint_features(ret, w, before, before_that);
        for (int at = -POS_REACH; at <= POS_REACH; at++) {
                struct feature_list more;

                pos_word_features(&more, w + at, at);
                feature_list_add(ret, &more, 0);
        }
}

/* A word's own features, as seen from its place @at beside the word in question. */
static void put_neighbour(struct feature_list *list, uint32_t kind, const struct word_view *w)
{
        put(list, kind, w->word);
        put(list, kind + 1, w->shape);
        put(list, kind + 2, w->upos * 32u + w->fine);
        put(list, kind + 3, w->classes);
        put(list, kind + 4, w->classes & ~(uint32_t)0xffff);
        put(list, kind + 5, w->cluster);
        put(list, kind + 6, w->wider_cluster);
}

/* The kinds of the common nouns around, near and a little farther: "guitarist", "village of".
 */
static void put_kinds(struct feature_list *list, const struct word_view *w)
{
        uint32_t before = 0, behind = 0;

        for (int at = 1; at <= VIEW_MARGIN; at++) {
                before |= w[-at].classes >> 16;
                behind |= w[at].classes >> 16;
        }
        for (uint32_t bit = 1; bit <= KIND_EVENT >> 16; bit <<= 1) {
                if (before & bit)
                        put(list, 230, mix(bit, w->form));
                if (behind & bit)
                        put(list, 231, mix(bit, w->form));
        }
}

static void put_self(struct feature_list *list, const struct word_view *w)
{
        uint32_t kind = 240;

        put(list, kind++, mix(w->shape, w->first));
        put(list, kind++, mix(w->word, w->form));
        for (size_t k = 0; k < 4; k++)
                put(list, kind++, mix(w->suffix[k], w->form));
        for (size_t k = 0; k < 3; k++)
                put(list, kind++, mix(w->prefix[k], w->form));
        for (uint32_t bit = 1; bit <= CLASS_OTHER_HEAD; bit <<= 1)
                if (w->classes & bit)
                        put(list, kind, mix(bit, w->form));
        kind++;
        for (uint32_t bit = 1; bit <= USE_GIVEN; bit <<= 1)
                if (w->use & bit)
                        put(list, kind, mix(bit, w->form));
        kind++;
        put(list, kind++,
            mix(w->use & (USE_LOWER | USE_CAPITAL | USE_TITLED),
                w->form | (uint32_t)w->first << 8));
        put(list, kind++, mix(w->use, w->shape));
        put(list, kind++, mix(w->fine, w->form));
}

/* Names are mostly known by their last word ("Bank") or their first ("University"). */
static void put_run(struct feature_list *list, const struct word_view *w)
{
        uint32_t kind = 280, where = w->run_length | (uint32_t)w->run_at << 4;

        if (!w->run_length)
                return;
        put(list, kind++, mix(w->run_last, w->run_length > 1));
        put(list, kind++, mix(w->run_first, w->run_length > 1));
        put(list, kind++, mix(w->run_last_classes, where));
        put(list, kind++, mix(w->run_first_classes, where));
        put(list, kind++, mix(mix(w->run_first_classes, w->run_last_classes), where));
        put(list, kind++, mix(where, w->shape));
        put(list, kind++, mix(w->run_last, w->word));
}

void name_word_features(struct feature_list *ret, const struct word_view *w, int at)
{
        ret->n = 0;
        put_neighbour(ret, 200 + 8 * (uint32_t)(at + NAME_REACH), w);
        if (at == 0)
                put_self(ret, w);
}

void name_joint_features(struct feature_list *ret, const struct word_view *w)
{
        uint32_t kind = 300;

        ret->n = 0;
        put(ret, kind++, w->plain);
        if (w->plain) {
                /* Most words of a text: no part of any name, whatever stands around them. */
                put(ret, kind, w->word);
                return;
        }
        put_run(ret, w);
        put_kinds(ret, w);
        put(ret, kind++, mix(w[-1].word, w[0].word));
        put(ret, kind++, mix(w[0].word, w[1].word));
        put(ret, kind++, mix(w[-1].shape, w[0].shape));
        put(ret, kind++, mix(w[0].shape, w[1].shape));
        put(ret, kind++, mix(mix(w[-1].shape, w[0].shape), w[1].shape));
        put(ret, kind++, mix(w[-1].word, w[0].shape));
        put(ret, kind++, mix(w[0].shape, w[1].word));
        put(ret, kind++, mix(mix(w[-2].word, w[-1].word), w[0].shape));
        put(ret, kind++, mix(w[0].shape, mix(w[1].word, w[2].word)));
        put(ret, kind++, mix(w[-1].fine * 32u + w[-1].upos, w[0].fine * 32u + w[0].upos));
        put(ret, kind++, mix(w[0].fine * 32u + w[0].upos, w[1].fine * 32u + w[1].upos));
        put(ret, kind++, mix(w[-1].classes, w[0].classes));
        put(ret, kind++, mix(w[0].classes, w[1].classes));
        put(ret, kind++, mix(w[0].classes, w[0].shape));
        put(ret, kind++, mix(mix(w[-1].classes, w[0].classes), w[1].classes));
        put(ret, kind++, mix(w[0].suffix[2], w[-1].word));
        put(ret, kind++, mix(w[0].suffix[2], w[1].word));
}

void name_features(struct feature_list *ret, const struct word_view *w)
{
        name_joint_features(ret, w);
        for (int at = -NAME_REACH; at <= NAME_REACH && !w->plain; at++) {
                struct feature_list more;

                name_word_features(&more, w + at, at);
                feature_list_add(ret, &more, 0);
        }
}
