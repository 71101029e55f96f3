/* around - what stands around a figure, by which it is told what it measures */
#pragma once

#include "workers/compare/account.h"

/** By which a figure is known in the company of another. */
uint32_t company_hash(int64_t value, enum quantity_kind kind);

/** Fills all of the value of @f that the figure itself does not say. 0 or -ENOMEM. */
int account_around(struct account *a, struct figure *f, struct span sentence);
