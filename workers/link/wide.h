/* wide - memory by the megabyte, on huge pages where the system has them
 *
 * What is looked up in no order waits for the page tables as much as for the memory itself;
 * pages of 2 MB need few tables.
 */
#pragma once

#include <stddef.h>

/** @bytes of zeroes, or NULL: no memory. */
void *wide_map(size_t bytes);
void wide_unmap(void *memory, size_t bytes);

/** Makes room for element @n of the growing array at *@array, whose elements have @size bytes
 *  and of which *@room have room; what is added is zero. Returns 0 or -ENOMEM. */
int wide_reserve(void *array, size_t n, size_t *room, size_t size);
/** Frees such an array. */
void wide_free(void *array, size_t room, size_t size);
