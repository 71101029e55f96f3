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
#include "workers/extract/entities.h"
#include "workers/extract/quotes.h"
#include "workers/extract/references.h"
#include "workers/text/gazetteer.h"

extern const struct lexicon lexicon_demonyms;

enum {
        TURN_BYTES = 600,       /* so near, who spoke goes on, if nobody else comes in */
        FOLLOWING_BYTES = 2000, /* how far he or she may stand from the name */
        QUOTES_BACK = 8,        /* quotes before a place that are looked at */
        SPEAKERS_BACK = 6,      /* who is none of them is not meant */
        VERBS_LOOKED_AT = 4,    /* for the one of a subject */
        TOKENS_BACK = 400,      /* for "a voter" before "the voter" */
};

size_t quotes_until(const struct extraction *x, uint32_t byte)
{
        size_t low = 0, high = x->n_quotes;

        while (low < high) {
                size_t middle = (low + high) / 2;

                if (x->quotes[middle].spans[0].start <= byte)
                        low = middle + 1;
                else
                        high = middle;
        }
        return low;
}

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

static bool holds(const struct quote *q, uint32_t byte)
{
        for (size_t i = 0; i < q->n_spans; i++)
                if (q->spans[i].start <= byte && byte < q->spans[i].end)
                        return true;
        return false;
}

/* Where the one meant was last mentioned before the pronoun of @s, or UINT32_MAX. What is said
 * in marks does not count: "“Berg is no fool,” Berg's deputy said of himself". */
static uint32_t mentioned_before(const struct document *doc, const struct entity *entity,
                                 const struct speaker *s)
{
        const struct quote *q = container_of(s, const struct quote, speaker);
        size_t at = entity_mention_at(entity, s->span.start);

        while (at && ((q->direct && holds(q, entity->mentions[at - 1].start)) ||
                      sentence_is_shouted(
                              doc, document_sentence_at(doc, entity->mentions[at - 1].start))))
                at--;
        return at ? entity->mentions[at - 1].start : UINT32_MAX;
}

/* Is @q said by the one called @name, or by whom the pronoun of @s means? */
static bool is_of(const struct quote *q, const char *name, const struct speaker *s)
{
        return (q->speaker.name && strcmp(q->speaker.name, name) == 0) ||
               q->speaker.span.start == s->span.start;
}

/* Does @byte stand between marks, or in what the one called @name says, or @s? */
static bool is_said(const struct extraction *x, uint32_t byte, const char *name,
                    const struct speaker *s)
{
        size_t low = quotes_until(x, byte);

        for (unsigned n = 0; n < QUOTES_BACK && low; n++, low--)
                if (holds(&x->quotes[low - 1], byte) &&
                    (x->quotes[low - 1].direct || is_of(&x->quotes[low - 1], name, s)))
                        return true;
        return false;
}

/* Do the words of @s end in a name in the singular? */
static bool is_singular_name(const struct document *doc, const struct speaker *s)
{
        size_t end = document_token_at(doc, s->span.end);

        return end && end <= doc->n_tokens && doc->tokens[end - 1].fine == FINE_NNP &&
               !gazetteer_word(&lexicon_demonyms, &doc->tokens[end - 1]);
}

/* A person, or at least a name in the singular that is none of a place or body. */
static bool is_somebody(const struct document *doc, const struct speaker *s)
{
        const struct extraction *x = doc->x;

        if (!s->name)
                return false;
        if (s->entity == NONE)
                return is_singular_name(doc, s) && !strchr(s->text, ' ');
        return x->entities[s->entity].type == ENTITY_PERSON ||
               (x->entities[s->entity].type == ENTITY_OTHER && is_singular_name(doc, s));
}

/* The noun that says what the one without a name is: "a voter in Reno", "the voter". */
static const struct token *noun_of(const struct document *doc, const struct chunks *c,
                                   const struct speaker *s)
{
        struct phrase p = phrase_after(doc, c, document_token_at(doc, s->span.start));

        if (s->entity != NONE || phrase_is_none(p) || noun_is_plural(doc, p) ||
            doc->tokens[p.head].upos != UPOS_NOUN)
                return NULL;
        return noun_is_person(&doc->tokens[p.head]) ? &doc->tokens[p.head] : NULL;
}

/* Do the words of @s only say more of somebody who is named: "Berg, a driver, said", "Lind is
 * a driver", "a driver, Anna Berg, said", "a driver named Berg"? Or is it he who is told of? */
static bool is_of_named(const struct document *doc, const struct chunks *c,
                        const struct speaker *s)
{
        size_t first = document_token_at(doc, s->span.start), end;
        const struct chunk *k = first ? chunk_at(c, first - 1) : NULL;

        end = document_token_at(doc, s->span.end);
        if (first &&
            (document_is(doc, first - 1, ",") ||
             (k && k->kind == CHUNK_VERB && strcmp(doc->tokens[k->head].lemma, "be") == 0)))
                return true;
        end += document_is(doc, end, ",") || document_is(doc, end, "named");
        return end < doc->n_tokens && doc->tokens[end].name == NAME_PERSON;
}

/* Does @s say something, rather than ask what others answer? */
static bool tells(const struct document *doc, const struct chunks *c, const struct speaker *s)
{
        const struct quote *q = container_of(s, const struct quote, speaker);
        struct cue cue;

        if (span_is_none(q->cue))
                return false;
        cue = cue_at(doc, c, document_token_at(doc, q->cue.start));
        return cue.kind <= CUE_TELL ||
               (q->direct && cue.kind != CUE_ASK && cue_is_speech(&cue));
}

static bool is_indefinite(const struct document *doc, size_t i)
{
        static const char *const words[] = { "a", "an", "one", "another" };

        return document_is_one_of(doc, i, words, ARRAY_SIZE(words));
}

/* "his father", "Berg's lawyer": known by another, and not by a name. */
static bool is_owned(const struct document *doc, const struct chunks *c, size_t i)
{
        const struct chunk *k = chunk_at(c, i);

        return doc->tokens[i].fine == FINE_PRPS ||
               (k && k->kind == CHUNK_NOUN && !phrase_is_none(chunk_possessor(doc, k)));
}

/* Has the text spoken of "a voter" not far before token @at? */
static bool is_brought_in(const struct document *doc, const struct chunks *c,
                          const struct token *noun, size_t at)
{
        for (size_t i = at, n = 0; i > 0 && n < TOKENS_BACK; i--, n++) {
                const struct chunk *k = chunk_at(c, i - 1);

                if (!k || k->kind != CHUNK_NOUN || k->head != i - 1 ||
                    strcmp(doc->tokens[k->head].lemma, noun->lemma) != 0)
                        continue;
                if (is_indefinite(doc, k->first))
                        return true;
        }
        return false;
}

/* "“…,” said the woman, who gave no name" */
static bool is_told_of(const struct document *doc, const struct speaker *s)
{
        size_t end = document_token_at(doc, s->span.end);

        return document_is(doc, end, ",") && document_is(doc, end + 1, "who");
}

/* "A voter said …", "her mother said …", and then "the voter": somebody without a name, as one
 * who has none before. */
static bool is_nameless(const struct document *doc, const struct chunks *c,
                        const struct speaker *s)
{
        const struct token *noun = s->name ? noun_of(doc, c, s) : NULL;
        size_t first = document_token_at(doc, s->span.start);

        if (!noun || is_of_named(doc, c, s) || !tells(doc, c, s))
                return false;
        if (is_indefinite(doc, first) || is_owned(doc, c, first))
                return true;
        return document_is(doc, first, "the") &&
               (is_brought_in(doc, c, noun, first) || is_told_of(doc, s));
}

static bool is_finite(const struct token *t)
{
        return t->fine == FINE_VBD || t->fine == FINE_VBZ || t->fine == FINE_VBP ||
               t->fine == FINE_MD;
}

/* Is nothing before the subject that begins at @at but what depends on its verb: "Asked
 * whether it was late, | Berg …"? */
static bool opens_main_clause(const struct document *doc, size_t first, size_t at)
{
        bool finite = false;

        for (size_t i = first; i < at; i++)
                finite = finite || is_finite(&doc->tokens[i]);
        if (!finite)
                return true;
        if (doc->tokens[first].upos == UPOS_CCONJ)
                first++;
        return document_is(doc, at - 1, ",") &&
               (doc->tokens[first].upos == UPOS_SCONJ || doc->tokens[first].upos == UPOS_ADP ||
                doc->tokens[first].fine == FINE_VBN || doc->tokens[first].fine == FINE_VBG ||
                doc->tokens[first].fine == FINE_VBD); /* "Asked", whatever its tag */
}

/* "Berg's lawyer": does the name at token @name only say whose the one at @head is? */
static bool is_owner(const struct document *doc, size_t name, size_t head)
{
        const char *voice = noun_voice(&doc->tokens[head]);

        if (doc->tokens[head].name != NAME_PERSON && (!voice || strcmp(voice, "person") != 0))
                return false;
        for (size_t i = name; i < head; i++)
                if (doc->tokens[i].fine == FINE_POS)
                        return true;
        return false;
}

/* Is the name at token @name the subject of its sentence? */
static bool is_subject(const struct document *doc, const struct chunks *c, size_t name)
{
        const struct sentence *s = &doc->sentences[doc->tokens[name].sentence];
        size_t end = s->end - name > CHUNK_REACH ? name + CHUNK_REACH : s->end;
        unsigned looked = 0;

        for (size_t i = name; i < end && looked < VERBS_LOOKED_AT; i++) {
                const struct chunk *k = chunk_at(c, i);
                struct phrase p;

                if (!k || k->kind != CHUNK_VERB)
                        continue;
                i = k->end - 1;
                if (k->form != VERB_FINITE)
                        continue;
                looked++;
                p = chunk_subject(doc, c, k);
                if (!phrase_is_none(p) && p.first <= name && name <= p.head)
                        return !is_owner(doc, name, p.head) &&
                               opens_main_clause(doc, s->first, p.first);
        }
        return false;
}

/* "Lind's car", "the Lind family": a name that only says more of what follows. */
static bool is_modifier(const struct document *doc, size_t i)
{
        return i < doc->n_tokens &&
               (doc->tokens[i].fine == FINE_POS || doc->tokens[i].upos == UPOS_NOUN);
}

/* Does the word at @i before the name at @name make somebody else the one spoken of: "she met
 * Lind", "which Lind knows", "less than Lind"? */
static bool is_other(const struct document *doc, size_t i, size_t name)
{
        static const char *const pronouns[] = { "he", "she" };
        static const char *const beside[] = { "who",   "whom", "which", "that",
                                              "whose", "than", "as" };

        return document_is_one_of(doc, i, pronouns, ARRAY_SIZE(pronouns)) ||
               (i + 1 == name && doc->tokens[i].upos != UPOS_SCONJ &&
                document_is_one_of(doc, i, beside, ARRAY_SIZE(beside)));
}

/* Is the one named at token @name the only person of that sentence who may be of @gender, but
 * for what he or she is called behind the name? */
static bool is_alone(const struct document *doc, size_t name, char gender)
{
        const struct sentence *s = &doc->sentences[doc->tokens[name].sentence];
        size_t end = s->end > s->first + 2 * CHUNK_REACH ? s->first + 2 * CHUNK_REACH : s->end;
        int found = NONE;

        if (name >= end)
                return false;
        for (size_t i = s->first, next; i < end; i = next) {
                int entity = entities_at(doc, doc->tokens[i].start);

                next = i + 1;
                if (i < name && is_other(doc, i, name))
                        return false;
                if (entity == NONE || doc->x->entities[entity].type != ENTITY_PERSON ||
                    (doc->x->entities[entity].gender &&
                     doc->x->entities[entity].gender != gender))
                        continue;
                while (next < end && entities_at(doc, doc->tokens[next].start) == entity)
                        next++;
                if (is_modifier(doc, next) && (name < i || name >= next))
                        continue; /* an owner */
                if (is_modifier(doc, next) || (found != NONE && found != entity))
                        return false;
                found = entity;
        }
        return found != NONE;
}

/* "Berg disagreed. “…,” he said": is the name at @byte the subject of the sentence right before
 * the words that the pronoun of @s says? */
static bool acts_before(const struct document *doc, const struct chunks *c, uint32_t byte,
                        const struct speaker *s)
{
        const struct quote *q = container_of(s, const struct quote, speaker);
        uint32_t at = q->spans[0].start < s->span.start ? q->spans[0].start : s->span.start;
        size_t sentence = document_sentence_at(doc, byte), name = document_token_at(doc, byte);

        return sentence < doc->n_sentences && name < doc->n_tokens &&
               sentence + 1 >= document_sentence_at(doc, at) &&
               (is_subject(doc, c, name) || is_alone(doc, name, pronoun_gender(s->text)));
}

/* "Berg was in the gallery. The fire had begun at three. “…,” he said": is the paragraph of the
 * pronoun about the one at @mention? */
static bool leads_paragraph(const struct document *doc, const struct chunks *c,
                            const struct speaker *s, uint32_t mention)
{
        size_t of_name = document_sentence_at(doc, mention);
        size_t of_pronoun = document_sentence_at(doc, s->span.start);
        size_t paragraph;

        if (of_name >= doc->n_sentences || of_pronoun >= doc->n_sentences)
                return false;
        paragraph = doc->sentences[of_pronoun].paragraph;
        return of_name == document_sentence_at(doc, doc->paragraphs[paragraph].start) &&
               is_subject(doc, c, document_token_at(doc, mention));
}

/* Has the one whom the pronoun of @s would mean come in since @last spoke, at @mention? */
static bool comes_in(const struct document *doc, const struct chunks *c,
                     const struct speaker *s, const struct speaker *last, uint32_t mention)
{
        if (mention == UINT32_MAX || mention < last->span.start)
                return false;
        return document_sentence_at(doc, mention) == document_sentence_at(doc, s->span.start) ||
               acts_before(doc, c, mention, s) || leads_paragraph(doc, c, s, mention);
}

/* "A woman in Oslo went to court. “…,” she wrote": has somebody without a name come in since
 * @last spoke? */
static bool is_another(const struct document *doc, const struct chunks *c,
                       const struct speaker *s, const struct speaker *last)
{
        struct phrase p = quotes_subject_before(doc, c, document_token_at(doc, s->span.start),
                                                pronoun_gender(s->text));
        const struct token *head = phrase_is_none(p) ? NULL : &doc->tokens[p.head];

        return head && head->name == NAME_NONE && noun_is_person(head) &&
               (is_indefinite(doc, p.first) || is_owned(doc, c, p.first)) &&
               cue_at(doc, c, p.end).kind != CUE_ASK && !document_is(doc, p.end, "who") &&
               doc->tokens[p.first].start > last->span.start;
}

/* "Berg met Lind, who opposes it. He said …": did @last speak in a mere clause about somebody,
 * in a sentence about the one at @mention? */
static bool is_beside(const struct document *doc, const struct chunks *c,
                      const struct speaker *last, uint32_t mention)
{
        return mention != UINT32_MAX && mention < last->span.start && is_told_of(doc, last) &&
               document_sentence_at(doc, mention) ==
                       document_sentence_at(doc, last->span.start) &&
               is_subject(doc, c, document_token_at(doc, mention));
}

/* Shall the pronoun of @s mean the speaker before it? */
static bool follows(const struct document *doc, const struct chunks *c, const struct speaker *s,
                    const struct speaker *last, bool very_last)
{
        const struct extraction *x = doc->x;
        uint32_t mention;

        if (s->span.start - last->span.start > FOLLOWING_BYTES)
                return false;
        if (s->entity == NONE)
                return !is_another(doc, c, s, last);
        mention = mentioned_before(doc, &x->entities[s->entity], s);
        if (mention != UINT32_MAX && is_said(x, mention, last->name, s))
                return true;
        return very_last && s->span.start - last->span.start < TURN_BYTES &&
               !comes_in(doc, c, s, last, mention) && !is_beside(doc, c, last, mention);
}

/* The last of the speakers who may be of @gender; NULL: it is known of all that they are not.
 * Who has no name is meant by those right behind only. */
static const struct speaker *last_of(const struct document *doc, const struct chunks *c,
                                     const struct speaker *const *recent, size_t n, char gender)
{
        for (size_t i = n; i > 0 && n - i < SPEAKERS_BACK; i--) {
                const struct speaker *s = recent[i - 1];
                const struct token *noun = noun_of(doc, c, s);
                char known = s->entity != NONE ? doc->x->entities[s->entity].gender
                             : noun            ? noun_gender(noun)
                                               : 0;

                if ((!known || known == gender) && (!noun || i == n))
                        return s;
        }
        return NULL;
}

int quotes_turns_follow(struct document *doc, const struct chunks *c)
{
        const struct extraction *x = doc->x;
        struct speaker **order = arena_alloc(doc->arena, (x->n_quotes + 1) * sizeof(*order));
        const struct speaker **named =
                arena_alloc(doc->arena, (x->n_quotes + 1) * sizeof(*named));
        const struct speaker *before[2] = { NULL }; /* he and she who spoke last */
        size_t n, n_named = 0;

        if (!order || !named)
                return -ENOMEM;
        n = speakers_in_order(doc, order);
        for (size_t i = 0; i < n; i++) {
                struct speaker *s = order[i];
                char gender = pronoun_gender(s->text);
                const struct speaker *last;

                if (!gender) {
                        if (is_somebody(doc, s) || is_nameless(doc, c, s))
                                named[n_named++] = s;
                        continue;
                }
                last = last_of(doc, c, named, n_named, gender);
                if (last && follows(doc, c, s, last, last == named[n_named - 1])) {
                        s->entity = last->entity;
                        s->name = last->name;
                }
                if (!s->name && before[gender == 'f'] &&
                    s->span.start - before[gender == 'f']->span.start <= FOLLOWING_BYTES) {
                        s->entity = before[gender == 'f']->entity;
                        s->name = before[gender == 'f']->name;
                }
                if (s->name)
                        before[gender == 'f'] = s;
                if (s->entity != NONE && (!last || s->entity != last->entity) &&
                    is_somebody(doc, s))
                        named[n_named++] = s;
        }
        return 0;
}
