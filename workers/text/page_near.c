#include "workers/text/page_facts.h"

enum {
        NEAR_BLOCKS = 14,
        HEADING_DISTANCE_MAX = 60, /* blocks from the headline to the text */
};

void page_near(const struct page_facts *f, size_t *ret_from, size_t *ret_end)
{
        size_t first = f->selection->first, from, end = first + NEAR_BLOCKS, heading;

        from = first > NEAR_BLOCKS ? first - NEAR_BLOCKS : 0;
        if (f->heading_node) {
                heading = f->blocks->first[f->heading_node];
                if (heading < from && heading + HEADING_DISTANCE_MAX > first)
                        from = heading;
                if (heading >= from && heading + NEAR_BLOCKS > end &&
                    heading < f->selection->end)
                        end = heading + NEAR_BLOCKS;
                from = from > heading && from - heading < NEAR_BLOCKS ? heading : from;
        }
        *ret_from = from;
        *ret_end = end < f->blocks->n ? end : f->blocks->n;
}
