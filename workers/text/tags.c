/* tags - parts of speech, lemmas and names by the models that are built in */
#include <errno.h>

#include "base/error.h"
#include "workers/models/blobs.h"
#include "workers/text/lemma.h"
#include "workers/text/stages.h"
#include "workers/text/tagger.h"

int tags_find(struct document *doc)
{
        struct model pos, names;
        int r;

        if (!doc->english)
                return 0;
        if (model_open(&pos, blob_pos, (size_t)(blob_pos_end - blob_pos)) ||
            model_open(&names, blob_names, (size_t)(blob_names_end - blob_names)))
                return error_fold(MODEL_E_MALFORMED);
        r = tagger_pos(doc, &pos);
        for (size_t i = 0; !r && i < doc->n_tokens; i++)
                r = lemma_find(doc, &doc->tokens[i]);
        return r ? r : tagger_names(doc, &names);
}
