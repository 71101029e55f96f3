#include "workers/compare/numbers.h"

#include <errno.h>

int numbers_add(struct numbers *numbers, struct arena *arena, uint64_t number)
{
        uint64_t *place;

        if (numbers_hold(numbers, number))
                return 0;
        numbers->count++;
        if (numbers->n == NUMBERS_MAX)
                return 0;
        place = arena_push(arena, &numbers->list, &numbers->n, sizeof(*place));
        if (!place)
                return -ENOMEM;
        for (size_t i = numbers->n - 1; i > 0 && numbers->list[i - 1] > number; i--) {
                numbers->list[i] = numbers->list[i - 1];
                place = &numbers->list[i - 1];
        }
        *place = number;
        return 0;
}

bool numbers_hold(const struct numbers *numbers, uint64_t number)
{
        size_t low = 0, high = numbers->n;

        while (low < high) {
                size_t middle = (low + high) / 2;

                if (numbers->list[middle] < number)
                        low = middle + 1;
                else
                        high = middle;
        }
        return low < numbers->n && numbers->list[low] == number;
}
