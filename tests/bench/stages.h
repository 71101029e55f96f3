/* stages - the stages of one article run one by one, each with its processor time
 *
 * The same stages in the same order as extract_article() and what a worker does behind it.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "proto/article.h"
#include "proto/extraction.h"

enum stage {
        STAGE_MAINTEXT,
        STAGE_LANGUAGE,
        STAGE_SENTENCES,
        STAGE_TOKENS,
        STAGE_TAGS,
        STAGE_DATELINE,
        STAGE_ENTITIES,
        STAGE_TIMES,
        STAGE_QUANTITIES,
        STAGE_QUOTES,
        STAGE_ACTS,
        STAGE_CREDITS,
        STAGES_EXTRACT,
        /* Of two accounts that say the same: */
        STAGE_ENCODE = STAGES_EXTRACT,
        STAGE_LINK,
        STAGE_KEYS,
        STAGE_FOLD,
        STAGE_RENDER,
        STAGES,
};

extern const char *const stage_names[STAGES];

/** Runs the first @n stages of extraction and adds their microseconds to @took (STAGES of
 *  them). Returns what the stage that failed did, or 0. */
int stages_extract(struct extraction **ret, const struct article *article, struct arena *arena,
                   enum stage n, uint64_t *took);
/** Links, folds and renders two accounts: the extraction, and it once more. 0 or negative. */
int stages_compare(const struct extraction *x, uint64_t *took);
