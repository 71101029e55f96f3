/* recall - names that the tagger saw elsewhere, and missed here
 *
 * Who is "Anna Lind" in one place is "Lind" in the next, and a word that stands alone, at the
 * head of a sentence above all, is easily missed. A word with a capital that is the family name
 * of a person of the article, or that is surely a person's or a body's name elsewhere, is that
 * name, where its neighbours allow it.
 */
#include <errno.h>
#include <string.h>

#include "workers/extract/names.h"
#include "workers/text/gazetteer.h"

extern const struct lexicon lexicon_function_words;

enum {
        FAMILY_BYTES_MIN = 3,
        RECALLED_CONFIDENCE = 80,
        FULL_NAME_LEAST = 60, /* percent, of the full name that tells the family name */
        SINGLE_LEAST = 90,    /* … and of a name of one word */
};

struct known {
        const struct token *token; /* or NULL */
        enum entity_type type;
};

struct families {
        struct known *slots; /* open addressing by the tokens' hashes */
        size_t mask, n;
};

/* Does the last word of @name stand for it? */
static bool is_sure(const struct name *name, const struct document *doc)
{
        if (name->end - name->first == 1)
                return name->confidence >= SINGLE_LEAST &&
                       (name->type == ENTITY_PERSON || name->type == ENTITY_ORGANIZATION);
        return name->type == ENTITY_PERSON && name->confidence >= FULL_NAME_LEAST &&
               gazetteer_word(&lexicon_first_names, &doc->tokens[name->first]);
}

/* Can @i be a family name that is not mistaken for a word of the language or the calendar? */
static bool is_telling(const struct document *doc, size_t i)
{
        const struct token *t = &doc->tokens[i];

        return (t->capital || name_has_article(doc, i)) && !t->all_capital &&
               strlen(t->lower) >= FAMILY_BYTES_MIN &&
               !lexicon_get(&lexicon_function_words, t->lower) &&
               !lexicon_get(&lexicon_calendar_words, t->lower);
}

static size_t slot_of(const struct families *f, const struct token *t)
{
        size_t at = t->hash & f->mask;

        while (f->slots[at].token && strcmp(f->slots[at].token->lower, t->lower) != 0)
                at = (at + 1) & f->mask;
        return at;
}

static int families_find(struct families *ret, const struct names *names,
                         const struct document *doc)
{
        struct families f = { .mask = 15 };

        while (f.mask < 2 * names->n)
                f.mask = 2 * f.mask + 1;
        f.slots = arena_alloc(doc->arena, (f.mask + 1) * sizeof(*f.slots));
        if (!f.slots)
                return -ENOMEM;
        for (size_t i = 0; i < names->n; i++) {
                const struct name *name = &names->list[i];
                const struct token *last = &doc->tokens[name->end - 1];

                if (!is_sure(name, doc) || !is_telling(doc, name->end - 1))
                        continue;
                f.slots[slot_of(&f, last)] = (struct known){ last, name->type };
                f.n++;
        }
        *ret = f;
        return 0;
}

static bool is_capital_word(const struct document *doc, size_t i)
{
        return i < doc->n_tokens && doc->tokens[i].kind == TOKEN_WORD && doc->tokens[i].capital;
}

/* "said", "later said", "on Friday said" */
static bool acts(const struct document *doc, size_t i)
{
        const struct token *t;

        if (document_is(doc, i, "on") && i + 2 < doc->n_tokens &&
            lexicon_get(&lexicon_calendar_words, doc->tokens[i + 1].lower))
                i += 2;
        t = &doc->tokens[i];

        while (i < doc->n_tokens && doc->tokens[i].upos == UPOS_ADV)
                t = &doc->tokens[++i];
        return i < doc->n_tokens && (t->fine == FINE_VBD || t->fine == FINE_VBZ ||
                                     t->fine == FINE_VBP || t->fine == FINE_MD);
}

/* Do the words beside it leave it a name by itself? "the Lind road", "Lind Street", "Maria
 * Lind" are others, and so may a word be that the tagger takes for no name at all ("Young
 * people"), unless it acts ("Young said"). */
static bool stands_alone(const struct document *doc, size_t i)
{
        const struct sentence *s = &doc->sentences[doc->tokens[i].sentence];
        const struct token *t = &doc->tokens[i];

        if ((i + 1 < s->end && is_capital_word(doc, i + 1)) || document_is(doc, i + 1, "-"))
                return false;
        if (i > s->first &&
            (is_capital_word(doc, i - 1) || doc->tokens[i - 1].upos == UPOS_DET ||
             document_is(doc, i - 1, "-")))
                return false;
        if (acts(doc, i + 1) ||
            (document_is(doc, i + 1, ",") && document_is(doc, i + 2, "who")))
                return true;
        return t->upos == UPOS_PROPN && t->fine == FINE_NNP &&
               !gazetteer_word(&lexicon_demonyms, t);
}

/* The missed names in [first, end). */
static int recall_between(struct names *ret, const struct families *f,
                          const struct document *doc, size_t first, size_t end)
{
        for (size_t i = first; i < end && ret->n < NAMES_MAX; i++) {
                struct name name = { .first = i,
                                     .end = i + 1,
                                     .type = ENTITY_PERSON,
                                     .confidence = RECALLED_CONFIDENCE,
                                     .entity = NONE };
                const struct known *known;
                struct name *slot;

                if (!is_telling(doc, i))
                        continue;
                known = &f->slots[slot_of(f, &doc->tokens[i])];
                if (!known->token || !stands_alone(doc, i))
                        continue;
                name.type = known->type;
                if (!name_set_key(doc, &name))
                        return -ENOMEM;
                slot = arena_push(doc->arena, &ret->list, &ret->n, sizeof(*slot));
                if (!slot)
                        return -ENOMEM;
                *slot = name;
        }
        return 0;
}

int names_recall(struct names *names, const struct document *doc)
{
        struct names all = { .n = 0 };
        struct families f;
        size_t from = 0;
        int r = families_find(&f, names, doc);

        if (r || !f.n)
                return r;
        for (size_t i = 0; !r && i < names->n; i++) {
                struct name *slot;

                r = recall_between(&all, &f, doc, from, names->list[i].first);
                slot = r ? NULL : arena_push(doc->arena, &all.list, &all.n, sizeof(*slot));
                if (!slot)
                        return -ENOMEM;
                *slot = names->list[i];
                from = names->list[i].end;
        }
        if (!r)
                r = recall_between(&all, &f, doc, from, doc->n_tokens);
        if (!r)
                *names = all;
        return r;
}
