#include "workers/compare/misread.h"

#include <string.h>

#include "base/macros.h"
#include "base/utf8.h"
#include "workers/lexicon/lexicon.h"
#include "workers/text/name_key.h"

extern const struct lexicon lexicon_source_nouns;
extern const struct lexicon lexicon_surnames;

enum { NOUN_BYTES = 40 };

/* "Jan Berg Jr." */
static bool is_junior(const char *name)
{
        static const char *const ends[] = { " Jr", " Jr.", " Sr", " Sr.", " II", " III" };
        size_t n = strlen(name);

        for (size_t i = 0; i < ARRAY_SIZE(ends); i++)
                if (n > strlen(ends[i]) && strcmp(name + n - strlen(ends[i]), ends[i]) == 0)
                        return true;
        return false;
}

/* "Berg Shutdown" where others have "Anna Berg": a heading that was run together with a name,
 * or what bears the name. */
static bool is_run_on(const struct claim *c, const struct mention *m)
{
        char key[NAME_KEY_MAX];
        const char *last;

        if (!m->speaker_key || strncmp(m->speaker_key, "n:", 2) != 0 || is_junior(m->speaker) ||
            !name_key(key, m->speaker, strlen(m->speaker)))
                return false;
        last = strrchr(key, ' ');
        for (size_t i = 0; last && i < c->n_mentions; i++) {
                const char *other = c->mentions[i].speaker_key, *at;
                size_t n;

                if (!other || strncmp(other, "n:", 2) != 0 ||
                    strcmp(other, m->speaker_key) == 0)
                        continue;
                other += 2;
                n = strlen(other);
                at = strstr(key, other);
                if (n && at && at < last && (at == key || at[-1] == ' ') && at[n] == ' ')
                        return true;
        }
        return false;
}

/* People hardly name themselves: is he named in the very words? */
bool speaker_is_spoken_of(const struct claim *c, const char *name)
{
        const char *last = strrchr(name, ' ');

        for (size_t i = 0; i < c->n_mentions; i++)
                if (c->mentions[i].direct &&
                    strstr(c->mentions[i].text, last ? last + 1 : name))
                        return true;
        return false;
}

/* "Ostrin Harbour Governor": a title that was taken for a name; not "Anna King". */
static bool is_title(const char *name)
{
        const char *last = strrchr(name, ' '), *kind;
        char noun[NOUN_BYTES];

        if (!last || !ascii_lower(last + 1, strlen(last + 1), noun, sizeof(noun)))
                return false;
        kind = lexicon_find(&lexicon_source_nouns, noun, strlen(noun));
        return kind && strcmp(kind, "person") == 0 &&
               !lexicon_find(&lexicon_surnames, noun, strlen(noun));
}

bool speaker_is_misread(const struct claim *c, const struct mention *m)
{
        return is_run_on(c, m) || (m->speaker && is_title(m->speaker));
}
