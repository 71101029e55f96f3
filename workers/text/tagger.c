#include "workers/text/tagger.h"

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
