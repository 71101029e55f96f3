/* groups - people without a name: "Hungarian officials", "the Fijian rebels", "protesters"
 *
 * They do and suffer much of what the news tell, and are entities only where they do: so they
 * are made while acts are read, under provisional numbers, and take their place among the
 * entities, in the order of the text, when all acts are known.
 */
#pragma once

#include "workers/extract/chunks.h"
#include "workers/text/document.h"

enum { GROUP_BASE = 1 << 24 }; /* provisional numbers start here; entities are fewer */

struct group {
        const char *name;
        const char *country; /* two letters, or "" */
        const char *rule;    /* static */
        enum entity_type type;
        struct span *mentions;
        size_t n_mentions;
        bool acts; /* some act is his */
};

struct groups {
        struct group *list;
        size_t n;
};

/** The group that a noun phrase without a name means: its provisional number, the country's own
 *  entity where the noun is no people ("an Indian proposal"), or, with @things, the nation
 * where the country has none; else NONE. @ret only when 0. */
int groups_at(struct groups *groups, struct document *doc, struct phrase p, bool things,
              int *ret);
/** The people without name or nation at token @head of @p: "riot police", "supporters of …"; or
 *  NONE. @ret only when 0. */
int groups_plain_at(struct groups *groups, struct document *doc, struct phrase p, uint32_t head,
                    int *ret);
/** Is it a country by its name, and no town of one? */
bool entity_is_country(const struct entity *e);
/** Puts the groups that an act needs among the entities and renumbers all that refers to them.
 * 0 or -ENOMEM. */
int groups_settle(struct groups *groups, struct document *doc);
