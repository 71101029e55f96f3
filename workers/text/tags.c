/* tags - parts of speech, lemmas and names by the models that are built in */
#include <errno.h>

#include "base/error.h"
#include "workers/models/blobs.h"
#include "workers/text/lemma.h"
#include "workers/text/stages.h"
#include "workers/text/tag_mends.h"
#include "workers/text/tagger.h"

/* What the English tagger said of another language serves its names alone. */
static void forget_parts_of_speech(struct document *doc)
{
        for (size_t i = 0; i < doc->n_tokens; i++) {
                doc->tokens[i].upos = UPOS_X;
                doc->tokens[i].fine = FINE_NONE;
        }
}

int tags_find(struct document *doc)
{
        struct name_models names;
        struct model pos;
        int r;

        if (model_open(&pos, blob_pos, (size_t)(blob_pos_end - blob_pos)) ||
            model_open(&names.linear, blob_names, (size_t)(blob_names_end - blob_names)) ||
            net_open(&names.net, blob_net, (size_t)(blob_net_end - blob_net)) ||
            words_open(&names.words, blob_words, (size_t)(blob_words_end - blob_words)) ||
            names.linear.n_labels != NAME_LABELS || names.net.n_labels != NAME_LABELS)
                return error_fold(MODEL_E_MALFORMED);
        r = tagger_pos(doc, &pos);
        if (!r)
                tags_mend_prefixed(doc);
        for (size_t i = 0; !r && i < doc->n_tokens; i++)
                r = doc->english ? lemma_find(doc, &doc->tokens[i]) : 0;
        if (!r)
                r = tagger_names(doc, &names);
        if (!r && doc->english)
                r = tags_mend(doc);
        if (!doc->english)
                forget_parts_of_speech(doc);
        return r;
}
