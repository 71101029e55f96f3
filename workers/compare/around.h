/* around - what stands around a figure, by which it is told what it measures */
#pragma once

#include "workers/compare/account.h"

/** By which a figure is known in the company of another. */
uint32_t company_hash(int64_t value, enum quantity_kind kind);

/** Fills all of @v that the figure itself, at @own, does not say. 0 or -ENOMEM. */
int account_around(struct account *a, struct slot_value *v, struct span sentence,
                   struct span own);
