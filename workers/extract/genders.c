/* genders - whether a person is he or she, by what the article calls them
 *
 * Given names tell it of most, titles of some. Of the others ("Bernie", "Chatchai") and of
 * those whose name is a man's in one language and a woman's in another ("Jan", "Andrea") the
 * article tells it: in a sentence that names one person alone, he or she behind the name is
 * mostly that one.
 */
#include <errno.h>
#include <string.h>

#include "workers/extract/names.h"

enum {
        VOTES_LEAST = 2,    /* sentences that tell an unknown gender */
        VOTES_AGAINST = 3,  /* … that overrule the name's, where none is for it */
        VOTES_MAJORITY = 4, /* so many for each one against */
};

struct votes {
        uint32_t male, female;
};

static char gender_of(const struct document *doc, size_t i)
{
        static const struct {
                const char *word;
                char gender;
        } words[] = { { "he", 'm' },  { "his", 'm' }, { "him", 'm' },  { "himself", 'm' },
                      { "she", 'f' }, { "her", 'f' }, { "hers", 'f' }, { "herself", 'f' } };

        if (doc->tokens[i].upos != UPOS_PRON)
                return 0;
        for (size_t k = 0; k < sizeof(words) / sizeof(*words); k++)
                if (document_is(doc, i, words[k].word))
                        return words[k].gender;
        return 0;
}

static bool is_mark(const struct document *doc, size_t i)
{
        return document_is(doc, i, "“") || document_is(doc, i, "\"") ||
               document_is(doc, i, "''") || document_is(doc, i, "``");
}

/* Of the names [first, end) of one sentence: the only person, or NONE. */
static int only_person(const struct document *doc, const struct names *names, size_t first,
                       size_t end)
{
        int found = NONE;

        for (size_t i = first; i < end; i++) {
                int entity = names->list[i].entity;

                if (entity == NONE || doc->x->entities[entity].type != ENTITY_PERSON ||
                    entity == found)
                        continue;
                if (found != NONE)
                        return NONE;
                found = entity;
        }
        return found;
}

/* What he and she behind token @from say, up to words in marks; 0: nothing, or both. */
static char told_behind(const struct document *doc, size_t from, size_t end)
{
        char told = 0;

        for (size_t i = from; i < end && !is_mark(doc, i); i++) {
                char gender = gender_of(doc, i);

                if (gender && told && gender != told)
                        return 0;
                told = gender ? gender : told;
        }
        return told;
}

static char decided(char known, const struct votes *v)
{
        if (!known && v->male >= VOTES_LEAST && v->male >= VOTES_MAJORITY * v->female)
                return 'm';
        if (!known && v->female >= VOTES_LEAST && v->female >= VOTES_MAJORITY * v->male)
                return 'f';
        if (known == 'm' && v->female >= VOTES_AGAINST && !v->male)
                return 'f';
        if (known == 'f' && v->male >= VOTES_AGAINST && !v->female)
                return 'm';
        return known;
}

int genders_find(const struct names *names, struct document *doc)
{
        struct extraction *x = doc->x;
        struct votes *votes = arena_alloc(doc->arena, (x->n_entities + 1) * sizeof(*votes));

        if (!votes)
                return -ENOMEM;
        for (size_t i = 0, end; i < names->n; i = end) {
                uint32_t sentence = doc->tokens[names->list[i].first].sentence;
                int entity;
                char told;

                for (end = i + 1; end < names->n &&
                                  doc->tokens[names->list[end].first].sentence == sentence;)
                        end++;
                entity = only_person(doc, names, i, end);
                if (entity == NONE)
                        continue;
                while (names->list[i].entity != entity)
                        i++;
                told = told_behind(doc, names->list[i].end, doc->sentences[sentence].end);
                votes[entity].male += told == 'm';
                votes[entity].female += told == 'f';
        }
        for (size_t i = 0; i < x->n_entities; i++)
                if (x->entities[i].type == ENTITY_PERSON)
                        x->entities[i].gender = decided(x->entities[i].gender, &votes[i]);
        return 0;
}
