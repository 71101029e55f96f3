/* Requests, the body of OPEN, feed items, comparisons. */
#include <string.h>

#include "proto/comparison.h"
#include "proto/feed_item.h"
#include "proto/request.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
        struct blob frames[8] = { 0 };
        struct request request;
        struct feed_request open;
        struct json_fault fault;
        const char *list;
        json_t *value;
        size_t n = 0;

        for (size_t at = 0; at < size && n < 8; n++) {
                size_t step = data[at] < size - at ? data[at] : size - at;

                frames[n] = (struct blob){ data + at, step };
                at += step ? step : 1;
        }
        (void)request_decode(&request, frames, n);
        if (feed_request_decode(&open, (const char *)data, size, &fault) == 0)
                feed_request_clear(&open);
        (void)feed_item_check((const char *)data, size, &fault);
        value = json_parse((const char *)data, size, &fault);
        if (value) {
                (void)comparison_check(value, &fault);
                (void)summary_check(value, &fault);
                (void)comparison_find(value, "c00000000", &list);
                (void)feed_filter_passes(NULL, value);
        }
        json_decref(value);
        return 0;
}
