/* genders - whether a person is he or she, by what the article calls them
 *
 * Given names tell it of most, titles of some. Of the others ("Bernie", "Chatchai") and of
 * those whose name is a man's in one language and a woman's in another ("Jan", "Andrea") the
 * article tells it: in a sentence that names one person alone, he or she behind the name is
 * mostly that one.
 */
#include <errno.h>
#include <string.h>

#include "workers/extract/name_table.h"
#include "workers/extract/names.h"

enum {
        VOTES_LEAST = 2,    /* sentences that tell an unknown gender */
        VOTES_AGAINST = 3,  /* … that overrule the name's, where none is for it */
        VOTES_MAJORITY = 4, /* so many for each one against */
        VOTES_SPLIT = 4,    /* … that part a family name from who has it with a given name */
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

/* What he and she behind token @from of a sentence say, up to words in marks, or else the one
 * that the next sentence begins with; 0: nothing, or both. */
static char told_behind(const struct document *doc, size_t from)
{
        size_t end = document_sentence_end(doc, from - 1);
        char told = 0;

        for (size_t i = from; i < end && !is_mark(doc, i); i++) {
                char gender = gender_of(doc, i);

                if (gender && told && gender != told)
                        return 0;
                told = gender ? gender : told;
        }
        return told || end >= doc->n_tokens ? told : gender_of(doc, end);
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

struct told {
        const char *key; /* a family name */
        struct votes votes;
        bool has_man, has_woman; /* with a given name, too */
};

static struct told *told_of(const struct name_table *table, const char *key)
{
        struct told *told = name_table_at(table, key);

        told->key = key;
        return told;
}

/* Of the names [first, end) of one sentence: the only person's, a family name alone; or @end.
 */
static size_t only_family_name(const struct names *names, size_t first, size_t end)
{
        size_t found = end;

        for (size_t i = first; i < end; i++) {
                if (names->list[i].type != ENTITY_PERSON)
                        continue;
                if (names->list[i].words != 1 ||
                    (found != end && strcmp(names->list[found].key, names->list[i].key) != 0))
                        return end;
                found = found == end ? i : found;
        }
        return found;
}

static size_t sentence_names_end(const struct names *names, const struct document *doc,
                                 size_t first)
{
        size_t end = first + 1;

        while (end < names->n && doc->tokens[names->list[end].first].sentence ==
                                         doc->tokens[names->list[first].first].sentence)
                end++;
        return end;
}

/* One sentence more or less may speak of another: where somebody of the other gender has the
 * name, more of them must agree. */
static char family_gender(const struct told *t)
{
        uint32_t man = t->has_woman ? VOTES_SPLIT : VOTES_AGAINST;
        uint32_t woman = t->has_man ? VOTES_SPLIT : VOTES_AGAINST;

        if (t->votes.male >= man && t->votes.male >= VOTES_MAJORITY * t->votes.female)
                return 'm';
        return t->votes.female >= woman && t->votes.female >= VOTES_MAJORITY * t->votes.male
                       ? 'f'
                       : 0;
}

int genders_of_families(struct names *names, const struct document *doc)
{
        struct name_table table;

        if (name_table_init(&table, doc->arena, sizeof(struct told), names->n) < 0)
                return -ENOMEM;
        for (size_t i = 0; i < names->n; i++) {
                const struct name *name = &names->list[i];
                struct told *t;

                if (name->type != ENTITY_PERSON || name->words < 2)
                        continue;
                t = told_of(&table, family_name(name->key));
                t->has_man = t->has_man || name->gender == 'm';
                t->has_woman = t->has_woman || name->gender == 'f';
        }
        for (size_t i = 0, end; i < names->n; i = end) {
                size_t at;
                char told;
                struct votes *v;

                end = sentence_names_end(names, doc, i);
                at = only_family_name(names, i, end);
                if (at == end)
                        continue;
                told = told_behind(doc, names->list[at].end);
                v = &told_of(&table, names->list[at].key)->votes;
                v->male += told == 'm';
                v->female += told == 'f';
        }
        for (size_t i = 0; i < names->n; i++) {
                struct name *name = &names->list[i];

                if (name->type == ENTITY_PERSON && name->words == 1 && !name->gender)
                        name->gender = family_gender(told_of(&table, name->key));
        }
        return 0;
}

int genders_find(const struct names *names, struct document *doc)
{
        struct extraction *x = doc->x;
        struct votes *votes = arena_alloc(doc->arena, (x->n_entities + 1) * sizeof(*votes));

        if (!votes)
                return -ENOMEM;
        for (size_t i = 0, end; i < names->n; i = end) {
                int entity;
                char told;

                end = sentence_names_end(names, doc, i);
                entity = only_person(doc, names, i, end);
                if (entity == NONE)
                        continue;
                while (names->list[i].entity != entity)
                        i++;
                told = told_behind(doc, names->list[i].end);
                votes[entity].male += told == 'm';
                votes[entity].female += told == 'f';
        }
        for (size_t i = 0; i < x->n_entities; i++)
                if (x->entities[i].type == ENTITY_PERSON)
                        x->entities[i].gender = decided(x->entities[i].gender, &votes[i]);
        return 0;
}
