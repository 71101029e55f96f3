/* gate - shut above one level, open again only below a lower one
 *
 * So that publishers are not told yes and no in turn at every article that is finished.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

struct gate {
        uint64_t high, low;
        bool shut;
};

/** Takes note of the level and says whether the gate lets through. */
static inline bool gate_passes(struct gate *gate, uint64_t level)
{
        if (level >= gate->high)
                gate->shut = true;
        else if (level <= gate->low)
                gate->shut = false;
        return !gate->shut;
}
