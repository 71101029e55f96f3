/* quotes_turns - he and she among those who speak
 *
 * "Berg said the road was closed. “…,” she added": in a report of what is said, he or she is
 * mostly the last one who was named as a speaker. So is it where the pronoun alone is
 * unresolved, and where it would mean somebody whom only that speaker has just mentioned.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/macros.h"
#include "workers/extract/quotes.h"

enum {
        TURN_BYTES = 600,       /* so near, who spoke goes on, if nobody else comes in */
        FOLLOWING_BYTES = 2000, /* how far he or she may stand from the name */
        QUOTES_BACK = 8,        /* quotes before a place that are looked at */
};

static bool is_word(const char *text, const char *const words[2])
{
        return text && (strcasecmp(text, words[0]) == 0 || strcasecmp(text, words[1]) == 0);
}

/* The gender of a pronoun that stands for a person, or 0. */
static char pronoun_gender(const char *text)
{
        static const char *const male[] = { "he", "him" }, *const female[] = { "she", "her" };

        return is_word(text, male) ? 'm' : is_word(text, female) ? 'f' : 0;
}

static int compare_speakers(const void *a, const void *b)
{
        const struct speaker *const *x = a, *const *y = b;

        if ((*x)->span.start != (*y)->span.start)
                return (*x)->span.start < (*y)->span.start ? -1 : 1;
        return *x < *y ? -1 : *x > *y;
}

/* The speakers of all quotes, in the order in which they stand in the text. */
static size_t speakers_in_order(struct document *doc, struct speaker **order)
{
        size_t n = 0;

        for (size_t i = 0; i < doc->x->n_quotes; i++)
                if (doc->x->quotes[i].speaker.text)
                        order[n++] = &doc->x->quotes[i].speaker;
        if (n)
                qsort(order, n, sizeof(*order), compare_speakers);
        return n;
}

/* Where @entity was last mentioned before @byte, or UINT32_MAX. */
static uint32_t mentioned_before(const struct entity *entity, uint32_t byte)
{
        size_t at = entity_mention_at(entity, byte);

        return at ? entity->mentions[at - 1].start : UINT32_MAX;
}

static bool holds(const struct quote *q, uint32_t byte)
{
        for (size_t i = 0; i < q->n_spans; i++)
                if (q->spans[i].start <= byte && byte < q->spans[i].end)
                        return true;
        return false;
}

/* Does @byte stand between marks, or in what the one called @name says? */
static bool is_said(const struct extraction *x, uint32_t byte, const char *name)
{
        size_t low = 0, high = x->n_quotes;

        while (low < high) {
                size_t middle = (low + high) / 2;

                if (x->quotes[middle].spans[0].start <= byte)
                        low = middle + 1;
                else
                        high = middle;
        }
        for (unsigned n = 0; n < QUOTES_BACK && low; n++, low--)
                if (holds(&x->quotes[low - 1], byte) &&
                    (x->quotes[low - 1].direct ||
                     (x->quotes[low - 1].speaker.name &&
                      strcmp(x->quotes[low - 1].speaker.name, name) == 0)))
                        return true;
        return false;
}

/* A person, or at least a name in the singular that is none of a place or body. */
static bool is_somebody(const struct document *doc, const struct speaker *s)
{
        const struct extraction *x = doc->x;
        size_t i;

        if (!s->name)
                return false;
        if (s->entity == NONE) {
                i = document_token_at(doc, s->span.start);
                return i < doc->n_tokens && doc->tokens[i].fine == FINE_NNP &&
                       !strchr(s->text, ' ');
        }
        return x->entities[s->entity].type == ENTITY_PERSON ||
               x->entities[s->entity].type == ENTITY_OTHER;
}

static bool is_finite(const struct token *t)
{
        return t->fine == FINE_VBD || t->fine == FINE_VBZ || t->fine == FINE_VBP ||
               t->fine == FINE_MD;
}

/* "Berg disagreed. “…,” he said": is the name at @byte the subject of the sentence right before
 * the words that the pronoun of @s says? */
static bool acts_before(const struct document *doc, uint32_t byte, const struct speaker *s)
{
        const struct quote *q = container_of(s, const struct quote, speaker);
        uint32_t at = q->spans[0].start < s->span.start ? q->spans[0].start : s->span.start;
        size_t sentence = document_sentence_at(doc, byte), name = document_token_at(doc, byte);

        if (sentence >= doc->n_sentences || sentence + 1 < document_sentence_at(doc, at))
                return false;
        for (size_t i = doc->sentences[sentence].first; i < name; i++)
                if (is_finite(&doc->tokens[i]))
                        return false;
        while (name < doc->sentences[sentence].end &&
               (doc->tokens[name].upos == UPOS_PROPN || doc->tokens[name].upos == UPOS_ADV))
                name++;
        return name < doc->n_tokens && is_finite(&doc->tokens[name]);
}

/* Has the one whom the pronoun of @s would mean come in since @last spoke, at @mention? */
static bool comes_in(const struct document *doc, const struct speaker *s,
                     const struct speaker *last, uint32_t mention)
{
        if (mention == UINT32_MAX || mention < last->span.start)
                return false;
        return document_sentence_at(doc, mention) == document_sentence_at(doc, s->span.start) ||
               acts_before(doc, mention, s);
}

/* Shall the pronoun of @s mean the speaker before it? */
static bool follows(const struct document *doc, const struct speaker *s,
                    const struct speaker *last, char gender)
{
        const struct extraction *x = doc->x;
        char known = last->entity == NONE ? 0 : x->entities[last->entity].gender;
        uint32_t mention;

        if (s->span.start - last->span.start > FOLLOWING_BYTES || (known && known != gender))
                return false;
        if (s->entity == NONE)
                return true;
        mention = mentioned_before(&x->entities[s->entity], s->span.start);
        if (mention != UINT32_MAX && is_said(x, mention, last->name))
                return true;
        return s->span.start - last->span.start < TURN_BYTES &&
               !comes_in(doc, s, last, mention);
}

int quotes_turns_follow(struct document *doc)
{
        const struct extraction *x = doc->x;
        struct speaker **order = arena_alloc(doc->arena, (x->n_quotes + 1) * sizeof(*order));
        const struct speaker *last = NULL;
        size_t n;

        if (!order)
                return -ENOMEM;
        n = speakers_in_order(doc, order);
        for (size_t i = 0; i < n; i++) {
                struct speaker *s = order[i];
                char gender = pronoun_gender(s->text);

                if (!gender) {
                        if (is_somebody(doc, s))
                                last = s;
                } else if (last && follows(doc, s, last, gender)) {
                        s->entity = last->entity;
                        s->name = last->name;
                }
        }
        return 0;
}
