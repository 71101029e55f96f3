/* random - a number that nobody can know beforehand
 *
 * For hash tables whose keys a stranger chooses. Nothing that is stored or shown may hang on
 * it: the same input gives the same bytes.
 */
#pragma once

#include <stdint.h>

uint64_t random_number(void);

/** Where a key stands in a table, by all of its bits and a seed that nobody knows: the address
 *  of the table does where the machine chooses it. Words are anybody's choice,
 *  and hashes that share bits soon found: without a seed they would stand in one row, which
 *  whoever comes near has to walk along. */
static inline uint64_t random_place(uint64_t key, uint64_t seed)
{
        uint64_t mixed = (key ^ seed) * 0x9e3779b97f4a7c15u;

        mixed = (mixed ^ mixed >> 32) * 0xd6e8feb86659fd93u;
        return mixed ^ mixed >> 32;
}
