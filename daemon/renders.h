/* renders - whole comparisons, put together for whoever asks */
#pragma once

#include "base/macros.h"
#include "daemon/workshop.h"

struct renders;

int renders_new(struct renders **ret, struct workshop *shop);
/** After the reader, the pool and the committer. */
void renders_free(struct renders *renders);
DEFINE_CLEANUP(struct renders *, renders_free);
/** As dispatch_render(). */
int renders_ask(struct renders *renders, uint64_t event, uint64_t version,
                dispatch_rendered *done, void *context);
/** All that are under way end as DISPATCH_E_STOPPING. */
void renders_stop(struct renders *renders);
void renders_figures(const struct renders *renders, struct workshop_figures *ret);
