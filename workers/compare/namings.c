/* namings - who and what an article names, by keys that all articles share */
#include <errno.h>
#include <string.h>
#include <strings.h>

#include "base/macros.h"
#include "workers/compare/account.h"

/* Groups that may be anybody: no participants of an event, and no subject that reports share.
 */
static bool is_anybody(const struct entity *e)
{
        static const char *const words[] = { "people", "persons", "others" };

        for (size_t i = 0; i < ARRAY_SIZE(words); i++)
                if (e->type == ENTITY_GROUP && e->name && strcasecmp(e->name, words[i]) == 0)
                        return true;
        return false;
}

int account_find_namings(struct account *a)
{
        const struct extraction *x = a->x;

        for (size_t i = 0; i < x->n_entities && a->n_namings < NAMES_MAX; i++) {
                const struct entity *e = &x->entities[i];
                const char *key = account_entity_key(a, (int)i);
                char name[NAME_KEY_MAX];
                struct naming *place;

                if (!key)
                        return -ENOMEM;
                if (is_anybody(e) || !account_name_key(e, name))
                        continue;
                place = arena_push(a->arena, &a->namings, &a->n_namings, sizeof(*place));
                if (!place)
                        return -ENOMEM;
                place->key = key_hash("name", key);
                place->entity = (int)i;
                place->name = text_kept(a->arena, e->name, NAME_MAX_BYTES);
                place->name_key = arena_copy(a->arena, name, strlen(name));
                if (!place->name || !place->name_key)
                        return -ENOMEM;
        }
        return 0;
}
