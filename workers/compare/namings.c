/* namings - who and what an article names, by keys that all articles share */
#include <errno.h>
#include <string.h>

#include "workers/compare/account.h"
#include "workers/text/name_key.h"

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
                if (!e->name || !name_key(name, e->name, strlen(e->name)))
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
