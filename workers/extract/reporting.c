/* reporting - clauses that say that somebody says something
 *
 * Verbs come from cue_verbs.txt, nouns for those who speak from source_nouns.txt. Passives turn
 * the roles about: "Lavrov was quoted as saying", "X is quoted by Y".
 */
#include "workers/extract/reporting.h"

#include <errno.h>
#include <string.h>
#include <strings.h>

#include "base/macros.h"
#include "workers/extract/entities.h"
#include "workers/extract/names.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_cue_verbs;
extern const struct lexicon lexicon_verb_forms;
extern const struct lexicon lexicon_source_nouns;
extern const struct lexicon lexicon_speech_words;

enum {
        CITED_WITHIN = 6, /* tokens, from the verb to the comma before "citing" */
        ENTITIES_LOOKED_AT = 64,
};

static const char *const kind_names[] = {
        [CUE_SAY] = "say",     [CUE_TELL] = "tell",           [CUE_ASK] = "ask",
        [CUE_DENY] = "deny",   [CUE_ORDER] = "order",         [CUE_PROMISE] = "promise",
        [CUE_JUDGE] = "judge", [CUE_THINK] = "think",         [CUE_WANT] = "want",
        [CUE_SEEM] = "seem",   [CUE_ACCORDING] = "according",
};

static enum cue_kind kind_of(const char *value)
{
        const char *start;
        size_t size = lexicon_column(value, 0, &start);

        for (unsigned i = 0; i < ARRAY_SIZE(kind_names); i++)
                if (strlen(kind_names[i]) == size && memcmp(kind_names[i], start, size) == 0)
                        return (enum cue_kind)i;
        return CUE_NONE;
}

static uint16_t frames_of(const char *value)
{
        static const struct {
                char letter;
                uint16_t frame;
        } frames[] = { { 'q', FRAME_QUOTE },      { 'c', FRAME_CLAUSE },
                       { 'i', FRAME_INFINITIVE }, { 'w', FRAME_QUESTION },
                       { 'n', FRAME_NOUN },       { 'o', FRAME_ADDRESSEE },
                       { 'a', FRAME_AS },         { 't', FRAME_THAT },
                       { 's', FRAME_SINGLE } };
        const char *start;
        size_t size = lexicon_column(value, 1, &start);
        unsigned found = 0;

        for (size_t i = 0; i < size; i++)
                for (size_t k = 0; k < ARRAY_SIZE(frames); k++)
                        if (frames[k].letter == start[i])
                                found |= frames[k].frame;
        if (lexicon_column(value, 2, &start))
                found |= FRAME_ABOUT;
        return (uint16_t)found;
}

bool cue_takes(const struct document *doc, const char *value, unsigned column, size_t token)
{
        const char *at, *word;
        size_t size = lexicon_column(value, column, &at);

        if (token >= doc->n_tokens)
                return false;
        word = doc->tokens[token].lower;
        while (size) {
                const char *space = memchr(at, ' ', size);
                size_t n = space ? (size_t)(space - at) : size;

                if (strlen(word) == n && memcmp(word, at, n) == 0)
                        return true;
                if (!space)
                        break;
                size -= n + 1;
                at = space + 1;
        }
        return false;
}

bool verb_takes_listener(const struct document *doc, size_t token)
{
        const char *value = lexicon_get(&lexicon_cue_verbs, doc->tokens[token].lemma);

        return value && (frames_of(value) & FRAME_ADDRESSEE);
}

bool cue_has_frame(const char *value, char frame)
{
        const char *frames;
        size_t size = lexicon_column(value, 0, &frames);

        return size && memchr(frames, frame, size);
}

bool cue_is_about(const struct document *doc, const struct cue *cue, size_t token)
{
        const char *value = lexicon_get(&lexicon_cue_verbs, doc->tokens[cue->verb].lemma);

        return value && cue_takes(doc, value, 2, token);
}

static struct cue according_to(const struct document *doc, size_t i)
{
        struct cue cue = { .kind = CUE_NONE };

        if (document_is(doc, i, "to") && i)
                i--;
        if (!document_is(doc, i, "according") || !document_is(doc, i + 1, "to"))
                return cue;
        return (struct cue){ (uint32_t)i, (uint32_t)i + 2, (uint32_t)i, CUE_ACCORDING,
                             FRAME_QUOTE | FRAME_CLAUSE };
}

/* "quoted as losing heart", but "reported" and "cited" only with a verb of reporting ("as
 * denying it"): "sales as falling" are no speakers. */
static bool may_be_quoted(const struct document *doc, const struct cue *cue,
                          const struct chunk *k)
{
        return strcmp(doc->tokens[cue->verb].lemma, "quote") == 0 ||
               lexicon_get(&lexicon_cue_verbs, doc->tokens[k->head].lemma);
}

/* "was quoted as saying": the cue is all of it, the verb the last. */
static void extend_quoted_as(const struct document *doc, const struct chunks *c,
                             struct cue *cue)
{
        size_t i = cue->end;
        const struct chunk *k;

        if (i + 1 >= doc->n_tokens)
                return;
        if (!document_is(doc, i, "as")) { /* "quoted him as saying" */
                struct phrase object = phrase_after(doc, c, i);

                i = phrase_is_none(object) ? i : object.end;
        }
        if (document_is(doc, i, "as"))
                i++;
        else if (i == cue->end || !document_is(doc, i, "saying")) /* "reported him saying" */
                return;
        k = i < doc->n_tokens ? chunk_at(c, i) : NULL;
        if (!k || k->kind != CHUNK_VERB || k->form != VERB_ING || !may_be_quoted(doc, cue, k))
                return;
        cue->end = k->end;
        cue->kind = CUE_SAY;
        cue->frames = FRAME_QUOTE | FRAME_CLAUSE | FRAME_QUOTED;
        if (verb_takes_listener(doc, k->head)) /* "quoted as telling | friends" */
                cue->frames |= FRAME_ADDRESSEE;
}

/* "told cheering supporters": right behind a verb that has an addressee, the word is his. */
static bool is_of_addressee(const struct document *doc, const struct chunk *k)
{
        const struct token *t = &doc->tokens[k->head];
        const struct token *before = k->head ? t - 1 : NULL;

        return t->fine == FINE_VBG && k->head == k->first && before &&
               before->upos == UPOS_VERB && before->sentence == t->sentence &&
               verb_takes_listener(doc, k->head - 1);
}

struct cue cue_at(const struct document *doc, const struct chunks *c, size_t token)
{
        struct cue cue = according_to(doc, token);
        const struct chunk *k;
        const char *value;

        if (cue.kind != CUE_NONE || token >= doc->n_tokens)
                return cue;
        k = chunk_at(c, token);
        if (!k || k->kind != CHUNK_VERB)
                return cue;
        value = lexicon_get(&lexicon_cue_verbs, doc->tokens[k->head].lemma);
        if (!value)
                return cue_with_particle(doc, k);
        if (is_of_addressee(doc, k))
                return cue;
        cue.first = k->first;
        cue.verb = k->head;
        cue.end = k->head + 1;
        cue.kind = (uint8_t)kind_of(value);
        cue.frames = frames_of(value);
        if (strcmp(doc->tokens[k->head].lemma, "quote") == 0 ||
            strcmp(doc->tokens[k->head].lemma, "cite") == 0 ||
            strcmp(doc->tokens[k->head].lemma, "report") == 0)
                extend_quoted_as(doc, c, &cue);
        return cue;
}

struct cue cue_by_form(const struct document *doc, size_t token)
{
        const struct token *t = &doc->tokens[token];
        const char *value = lexicon_get(&lexicon_cue_verbs, t->lemma);
        /* "the official wrote": an irregular form is the verb's, whatever its tag. */
        const char *base = value ? NULL : lexicon_get(&lexicon_verb_forms, t->lower);
        struct cue cue = { .kind = CUE_NONE };
        size_t n = strlen(t->lower);
        bool plural = token && (t[-1].fine == FINE_NNS || t[-1].fine == FINE_NNPS);

        if (base)
                value = lexicon_get(&lexicon_cue_verbs, base);
        if (!value || t->capital || t->fine == FINE_VBG ||
            (!base && strcmp(t->lower, t->lemma) == 0 && !plural &&
             strcmp(t->lower, "read") != 0) ||
            (t->upos == UPOS_ADJ && n > 2 && strcmp(t->lower + n - 2, "ed") != 0))
                return cue;
        return (struct cue){ (uint32_t)token, (uint32_t)token + 1, (uint32_t)token,
                             (uint8_t)kind_of(value), frames_of(value) };
}

bool cue_is_speech(const struct cue *cue)
{
        return cue->kind <= CUE_JUDGE || cue->kind == CUE_ACCORDING;
}

bool cue_is_quoted_as(const struct cue *cue)
{
        return cue->frames & FRAME_QUOTED;
}

bool is_document_noun(const struct document *doc, size_t token)
{
        const char *voice = lexicon_get(&lexicon_source_nouns, doc->tokens[token].lemma);

        return voice && strcmp(voice, "document") == 0;
}

/* "the news agency (HNA)": the entity of the phrase, or the one that the brackets behind it
 * name. */
static int named_in_brackets(const struct document *doc, struct phrase p)
{
        int entity = phrase_entity(doc, p);

        if (entity != NONE || phrase_is_none(p) || !document_is(doc, p.end, "(") ||
            !document_is(doc, p.end + 2, ")"))
                return entity;
        return entities_at(doc, doc->tokens[p.end + 1].start);
}

/* The entity that relays: "quoted by the Reuters Agency", "told AFP", "Reuters quoted him". */
static int relay(const struct document *doc, const struct chunks *c, const struct cue *cue,
                 struct phrase speaker)
{
        const struct chunk *verb = chunk_at(c, cue->verb);
        size_t i = phrase_is_none(speaker) ? cue->end : speaker.end;

        if (cue_is_quoted_as(cue) && verb && !verb->passive)
                return named_in_brackets(doc, chunk_subject(doc, c, verb));
        if (cue_is_quoted_as(cue))
                return phrase_entity(doc, cue_agent(doc, c, cue->verb + 1));
        if (i < cue->end)
                i = cue->end;
        if (document_is(doc, i, ","))
                i++;
        if (document_is(doc, i, "quoted") || document_is(doc, i, "cited"))
                return phrase_entity(doc, cue_agent(doc, c, i + 1));
        if (document_is(doc, i, "according") && document_is(doc, i + 1, "to"))
                return phrase_entity(doc, phrase_after(doc, c, i + 2));
        if (document_is(doc, i, "as") && document_is(doc, i + 1, "quoted"))
                return phrase_entity(doc, cue_agent(doc, c, i + 2));
        return NONE;
}

static bool is_citing(const struct document *doc, size_t i)
{
        return document_is(doc, i, "citing") || document_is(doc, i, "quoting");
}

/* The person behind "citing" at @i: a report or a law is a proof, it says nothing here. */
static struct phrase cited_at(const struct document *doc, const struct chunks *c, size_t i)
{
        struct phrase p = phrase_after(doc, c, i + 1);
        const char *voice;

        if (phrase_is_none(p) || doc->tokens[p.head].sentence != doc->tokens[i].sentence)
                return PHRASE_NONE;
        voice = lexicon_get(&lexicon_source_nouns, doc->tokens[p.head].lemma);
        return doc->tokens[p.head].name == NAME_PERSON ||
                               (voice && strcmp(voice, "person") == 0)
                       ? p
                       : PHRASE_NONE;
}

/* "Reuters reported on Monday, citing Anna Berg": who is cited said it, and who reports relays
 * it. */
static struct phrase cited_by(const struct document *doc, const struct chunks *c,
                              const struct cue *cue, struct phrase speaker)
{
        size_t i = speaker.end > cue->end ? speaker.end : cue->end;
        size_t end = i + CITED_WITHIN < doc->n_tokens ? i + CITED_WITHIN : doc->n_tokens;

        if (is_citing(doc, cue->verb) && cue->end == cue->verb + 1)
                return speaker.end <= cue->first ? cited_at(doc, c, cue->verb) : PHRASE_NONE;
        if (cue->kind != CUE_SAY || strcmp(doc->tokens[cue->verb].lemma, "report") != 0)
                return PHRASE_NONE;
        if (speaker.end < cue->first && document_is(doc, speaker.end, ",") &&
            is_citing(doc, speaker.end + 1)) /* "Reuters, citing Anna Berg, reported" */
                return cited_at(doc, c, speaker.end + 1);
        while (i < end && (doc->tokens[i].upos == UPOS_ADP || doc->tokens[i].upos == UPOS_ADV ||
                           (chunk_at(c, i) && chunk_at(c, i)->time)))
                i++;
        return document_is(doc, i, ",") && is_citing(doc, i + 1) ? cited_at(doc, c, i + 1)
                                                                 : PHRASE_NONE;
}

/* "a senior US official": a description stands for a name, without its article. */
char *phrase_description(struct document *doc, struct phrase p)
{
        static const char *const lasts[] = { "last", "this", "next" };
        static const char *const times[] = { "year", "month", "week", "night" };
        struct span span;

        if (p.first + 2 < p.end && p.first + 2 <= p.head &&
            document_is_one_of(doc, p.first, lasts, ARRAY_SIZE(lasts)) &&
            document_is_one_of(doc, p.first + 1, times, ARRAY_SIZE(times)))
                p.first += 2; /* "Last year students threatened" */
        if (p.first && p.first + 1 < p.end && document_is(doc, p.first - 1, "at") &&
            (document_is(doc, p.first, "least") || document_is(doc, p.first, "most")))
                p.first++;
        if (p.first + 1 < p.end &&
            (document_is(doc, p.first, "the") || document_is(doc, p.first, "a") ||
             document_is(doc, p.first, "an")))
                p.first++;
        span = phrase_span(doc, p);
        return document_copy(doc, span);
}

/* "Road Minister | Lind": a family name behind an office. */
static bool is_behind_office(const struct document *doc, struct phrase p)
{
        const char *value;

        return p.head > p.first && doc->tokens[p.head].upos == UPOS_PROPN &&
               doc->tokens[p.head].capital && doc->tokens[p.head - 1].capital &&
               title_at(doc, p.head - 1, p.head, &value) == 1;
}

/* "DEVOS: …", "Minister Lind": a speaker in capitals, or behind an office, whom the article
 * names otherwise, too, and the models did not know here. */
static int by_family_name(const struct document *doc, struct phrase p)
{
        const struct token *t = &doc->tokens[p.head];
        size_t size = strlen(t->lower);

        if ((p.end != p.first + 1 || !t->all_capital) && !is_behind_office(doc, p))
                return NONE;
        for (size_t i = 0; i < doc->x->n_entities && i < ENTITIES_LOOKED_AT; i++) {
                const struct entity *e = &doc->x->entities[i];
                size_t n = strlen(e->name);

                if (e->type == ENTITY_PERSON && n > size && e->name[n - size - 1] == ' ' &&
                    strcasecmp(e->name + n - size, t->lower) == 0)
                        return (int)i;
        }
        return NONE;
}

/* "Anna Berg in Lund | and Jan Lind in Oslo": does another than a place follow behind "and"? */
static bool are_joined(const struct document *doc, const struct chunks *c, struct phrase p)
{
        for (uint32_t i = p.head + 1; i + 1 < p.end; i++) {
                const struct chunk *k = chunk_at(c, i + 1);

                if (doc->tokens[i].upos == UPOS_CCONJ && k && k->kind == CHUNK_NOUN &&
                    doc->tokens[k->head].name != NAME_PLACE)
                        return true;
        }
        return false;
}

/* "Anna Berg | at the meeting with Lind", "at | least four people": without what stands around
 * who speaks. Of a person with a name, where it was said is no part of him. */
static struct phrase speaker_alone(const struct document *doc, const struct chunks *c,
                                   struct phrase p)
{
        static const char *const around[] = { "in",    "on",     "during", "after", "before",
                                              "under", "inside", "to",     "about", "against" };
        int entity;

        if (p.first && p.first + 1 < p.end && document_is(doc, p.first - 1, "at") &&
            (document_is(doc, p.first, "least") || document_is(doc, p.first, "most")))
                p.first++;
        entity = entities_at(doc, doc->tokens[p.head].start);
        if (doc->tokens[p.head].name != NAME_PERSON && !is_behind_office(doc, p) &&
            (entity == NONE || doc->x->entities[entity].type != ENTITY_PERSON))
                return p;
        if (are_joined(doc, c, p))
                return p;
        for (uint32_t i = p.head + 1; i + 1 < p.end; i++) {
                const struct chunk *k = chunk_at(c, i + 1);

                if (chunk_at(c, i) && chunk_at(c, i)->kind == CHUNK_VERB)
                        return p; /* "Berg standing in the rain" */
                if (!k || k->first != i + 1 || k->kind != CHUNK_NOUN)
                        continue;
                if (document_is_one_of(doc, i, around, ARRAY_SIZE(around)) ||
                    ((document_is(doc, i, "at") || document_is(doc, i, "with")) &&
                     document_is_of(doc, k->head, &lexicon_speech_words, "occasion"))) {
                        p.end = i;
                        return p;
                }
        }
        return p;
}

int report_make(struct report *ret, struct document *doc, const struct chunks *c,
                const struct cue *cue, struct phrase speaker)
{
        struct phrase cited;

        *ret = REPORT_NONE;
        ret->found = true;
        ret->cue = (struct span){ doc->tokens[cue->verb].start, doc->tokens[cue->end - 1].end };
        ret->speaker = speaker;
        if (phrase_is_none(speaker))
                return 0;
        ret->speaker = speaker = speaker_alone(doc, c, speaker);
        cited = cited_by(doc, c, cue, speaker);
        ret->via = phrase_is_none(cited) ? relay(doc, c, cue, speaker)
                                         : phrase_entity(doc, speaker);
        if (!phrase_is_none(cited))
                ret->speaker = speaker = cited;
        ret->entity = phrase_referent(doc, c, speaker);
        if (ret->entity == NONE)
                ret->entity = by_family_name(doc, speaker);
        if (ret->via == ret->entity)
                ret->via = NONE;
        if (ret->entity != NONE)
                ret->name = doc->x->entities[ret->entity].name;
        else if (doc->tokens[speaker.head].upos != UPOS_PRON) {
                ret->name = phrase_description(doc, speaker);
                if (!ret->name)
                        return -ENOMEM;
        }
        return 0;
}
