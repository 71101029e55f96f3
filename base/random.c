#include "base/random.h"

#include <sys/random.h>

#include "base/clock.h"

uint64_t random_number(void)
{
        uint64_t number;

        if (getrandom(&number, sizeof(number), GRND_NONBLOCK) == (ssize_t)sizeof(number))
                return number;
        /* So early that the machine has gathered nothing, or in a sandbox. */
        return clock_realtime_us() * 0x9e3779b97f4a7c15u ^ (uint64_t)(uintptr_t)&number;
}
