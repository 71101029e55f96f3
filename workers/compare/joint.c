/* joint - two persons who say something together
 *
 * Extraction gives a quotation to one of "Anna Berg and Jan Holm said": an utterance has both.
 * Two persons are joint who stand on either side of "and", with nothing but a title between,
 * where no preposition says that they are something else ("between Berg and Holm").
 */
#include <string.h>

#include "base/ascii.h"
#include "base/macros.h"
#include "workers/compare/account.h"
#include "workers/text/letters.h"

enum { GAP_BYTES = 70 }; /* " and Foreign Minister " */

/* Is [start, end) "and" with words in capitals behind it? */
static bool is_and_title(const char *text, uint32_t start, uint32_t end)
{
        static const char and[] = " and ";

        if (end < start + sizeof(and) - 1 || end - start > GAP_BYTES ||
            memcmp(text + start, and, sizeof(and) - 1) != 0)
                return false;
        for (uint32_t i = start + sizeof(and) - 1; i < end; i++)
                if (text[i - 1] == ' ' && !ascii_is_upper(text[i]))
                        return false;
        return true;
}

/* The word before the name at @start and its title is a preposition, or such as leads to an
 * object. */
static bool is_governed(const char *text, uint32_t start)
{
        static const char *const words[] = { "by",   "with", "between", "of",  "to",   "from",
                                             "for",  "and",  "on",      "at",  "than", "about",
                                             "like", "met",  "told",    "over" };
        uint32_t end = start;

        for (;;) {
                uint32_t first;

                while (end > 0 && text[end - 1] == ' ')
                        end--;
                for (first = end;
                     first > 0 && text[first - 1] != ' ' && text[first - 1] != '\n';)
                        first--;
                if (first == end || start - first > GAP_BYTES)
                        return false;
                if (letter_run_is_one_of(text + first, end - first, words, ARRAY_SIZE(words)))
                        return true;
                if (!ascii_is_upper(text[first]))
                        return false;
                end = first;
        }
}

static bool ends_clause(const char *text, uint32_t at)
{
        return !text[at] || text[at] == '.' || text[at] == ',' || text[at] == '\n' ||
               text[at] == ';';
}

/* Does the mention @m stand with the speaker at @s, before it (-1) or behind it (1)? */
static int beside(const char *text, struct span m, struct span s)
{
        if (m.end <= s.start && is_and_title(text, m.end, s.start) &&
            !is_governed(text, m.start))
                return -1;
        if (m.start >= s.end && is_and_title(text, s.end, m.start) && ends_clause(text, m.end))
                return 1;
        return 0;
}

static bool lies_in(struct span inner, struct span outer)
{
        return outer.start <= inner.start && inner.end <= outer.end;
}

/* Where the speaker is named within the words for him, which may hold both. */
static struct span own_mention(const struct entity *e, struct span words)
{
        for (size_t i = 0; i < e->n_mentions; i++)
                if (lies_in(e->mentions[i], words))
                        return e->mentions[i];
        return words;
}

const char *account_joint_speaker(const struct account *a, const struct speaker *s)
{
        const struct extraction *x = a->x;
        const struct entity *e = s->entity == NONE ? NULL : &x->entities[s->entity];
        struct span own;

        if (!e || e->type != ENTITY_PERSON || !e->name || s->span.start >= s->span.end)
                return NULL;
        own = own_mention(e, s->span);
        for (size_t i = 0; i < x->n_entities; i++) {
                const struct entity *other = &x->entities[i];

                if (other == e || other->type != ENTITY_PERSON || !other->name)
                        continue;
                for (size_t k = 0; k < other->n_mentions; k++) {
                        int where = beside(x->text, other->mentions[k], s->span);

                        if (!where)
                                where = beside(x->text, other->mentions[k], own);
                        if (where)
                                return arena_printf(a->arena, "%s and %s",
                                                    where < 0 ? other->name : e->name,
                                                    where < 0 ? e->name : other->name);
                }
        }
        return NULL;
}
