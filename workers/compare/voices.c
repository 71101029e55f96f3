/* voices - by whom a passage is said, and by which key all reports know him */
#include <ctype.h>
#include <errno.h>
#include <string.h>
#include <strings.h>

#include "base/macros.h"
#include "workers/compare/account.h"
#include "workers/text/name_key.h"

enum {
        TITLED_MOST = 2,    /* words of a family name with a title */
        PRONOUN_SURE = 700, /* of a thousand pronouns that were resolved, so many rightly */
};

static const char *one_line(struct arena *arena, const char *name)
{
        const char *kept = text_kept(arena, name, NAME_MAX_BYTES);
        char *line = kept ? arena_copy(arena, kept, strlen(kept)) : NULL;

        for (char *p = line; p && *p; p++) {
                if (*p == '\n' || *p == '\t')
                        *p = ' ';
        }
        return line;
}

static bool is_pronoun(const char *text)
{
        static const char *const pronouns[] = {
                "he",   "she",   "it",    "they",  "we",      "i",       "you",    "who",
                "that", "this",  "these", "those", "him",     "her",     "them",   "us",
                "me",   "which", "what",  "one",   "himself", "herself", "itself", "themselves"
        };

        for (size_t i = 0; i < ARRAY_SIZE(pronouns); i++)
                if (strcasecmp(text, pronouns[i]) == 0)
                        return true;
        return false;
}

/* Its key; "o:" in place of "n:" where it is no person. */
static const char *speaker_key(const struct account *a, int entity)
{
        const char *key = account_entity_key(a, entity);

        if (!key || a->x->entities[entity].type == ENTITY_PERSON || strncmp(key, "n:", 2) != 0)
                return key;
        return arena_printf(a->arena, "o:%s", key + 2);
}

static size_t name_words(const char *key)
{
        size_t n = *key != '\0';

        for (; *key; key++)
                n += *key == ' ';
        return n;
}

static bool is_capital_throughout(const char *name)
{
        for (const char *p = name; *p; p++)
                if ((p == name || p[-1] == ' ') && !isupper((unsigned char)*p))
                        return false;
        return *name != '\0';
}

/* "King", "Ms. King" or "Chief King" of an article that has one King, whom it names in full.
 * NONE: nobody, or several. */
static int bearer_of(const struct account *a, const char *name)
{
        char key[NAME_KEY_MAX], other[NAME_KEY_MAX];
        int found = NONE;

        if (!is_capital_throughout(name) || !name_key(key, name, strlen(name)) ||
            name_words(key) > TITLED_MOST)
                return NONE;
        for (size_t i = 0; i < a->x->n_entities && i < NAMES_MAX; i++) {
                const struct entity *e = &a->x->entities[i];
                const char *last = strrchr(key, ' '), *other_last;

                if (e->type != ENTITY_PERSON || !e->name ||
                    !name_key(other, e->name, strlen(e->name)))
                        continue;
                other_last = strrchr(other, ' ');
                if (!other_last || strcmp(last ? last + 1 : key, other_last + 1) != 0)
                        continue;
                if (found != NONE)
                        return NONE;
                found = (int)i;
        }
        return found;
}

bool name_abbreviates(const char *letters, const char *name)
{
        char own[NAME_INITIALS_ROOM];

        return letters && name && name_initials(name, own, sizeof(own)) >= 2 &&
               strcmp(letters, own) == 0;
}

int account_set_speaker(const struct account *a, const struct quote *q, struct mention *m)
{
        const struct speaker *s = &q->speaker;
        const char *joint = account_joint_speaker(a, s);
        const char *name = joint ? joint : s->name ? s->name : s->text, *owner;
        int entity = s->entity;
        char key[NAME_KEY_MAX];
        const char *head;
        size_t n;

        if (!name || (entity == NONE && is_pronoun(name)))
                return 0;
        owner = entity == NONE ? account_paper_owner(a, name) : NULL;
        if (owner) {
                name = owner;
                entity = account_entity_named(a, owner);
        }
        if (entity == NONE) {
                entity = bearer_of(a, name);
                name = entity == NONE ? name : a->x->entities[entity].name;
        }
        /* Whom a pronoun means is less sure than who is named. */
        if (s->text && is_pronoun(s->text))
                m->confidence = (uint16_t)(m->confidence * PRONOUN_SURE / 1000);
        m->speaker = one_line(a->arena, name);
        if (entity != NONE) {
                m->speaker_key = speaker_key(a, entity);
        } else {
                n = description_head(name, &head);
                n = name_key(key, head, n);
                m->speaker_key = n ? arena_printf(a->arena, "~%s", key) : NULL;
        }
        return m->speaker ? 0 : -ENOMEM;
}
