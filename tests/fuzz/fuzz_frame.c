/* All decoders of the worker's channel, the first byte says which. */
#include <stdlib.h>

#include "proto/frame.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void frames(const uint8_t *data, size_t size)
{
        struct frame_ready ready;
        struct frame_job job;
        struct frame_result result;
        size_t whole;

        (void)frame_size(data, size, &whole);
        (void)frame_get_ready(&ready, data, size);
        (void)frame_get_job(&job, data, size);
        (void)frame_get_result(&result, data, size);
}

static void bodies(const uint8_t *data, size_t size)
{
        struct extract_job extract;
        struct extract_result extracted;
        struct render_job render;
        struct fold_job fold;
        struct fold_result folded;
        struct row_value row;

        (void)extract_job_get(&extract, data, size);
        (void)extract_result_get(&extracted, data, size);
        (void)keys_check(data, size);
        if (fold_job_get(&fold, data, size) == 0) {
                free(fold.rows);
                free(fold.accounts);
        }
        if (fold_result_get(&folded, data, size) == 0)
                free(folded.rows);
        if (render_job_get(&render, data, size) == 0)
                free(render.rows);
        if (row_value_get(&row, data, size) == 0)
                row_value_clear(&row);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
        frames(data, size);
        bodies(data, size);
        return 0;
}
