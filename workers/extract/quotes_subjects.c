/* quotes_subjects - whom "it", "they", "the company" and a nameless "he" mean among those who
 * speak
 *
 * "The union met on Monday. It said …", "Prosecutors charged the banker. They said …": the one
 * who acts in the sentence before, if number and kind fit. A sentence that itself begins with
 * the pronoun is stepped over.
 */
#include <errno.h>
#include <string.h>

#include "base/macros.h"
#include "workers/extract/agencies.h"
#include "workers/extract/bodies.h"
#include "workers/extract/entities.h"
#include "workers/extract/quotes.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_org_heads;
extern const struct lexicon lexicon_press_heads;
extern const struct lexicon lexicon_speech_words;

enum {
        SENTENCES_BACK = 4, /* how far away the one meant may stand */
        VERBS_LOOKED_AT = 3,
        VARIED_BACK = 2,
        QUOTES_LOOKED_AT = 8,
        ENTITIES_LOOKED_AT = 64,
};

enum number {
        NUMBER_HE,
        NUMBER_SHE,
        NUMBER_IT,
        NUMBER_THEY,
        NUMBER_COMPANY,
        NUMBER_PRESS,
        NUMBER_PERSON,
        NUMBER_NONE
};

/* Do "the" at @i and a noun of the @class stand alone, not "the firm of Berg", "the firm's
 * boss"?
 */
static bool is_the(const struct document *doc, size_t i, const char *class)
{
        return document_is(doc, i, "the") && i + 2 < doc->n_tokens &&
               document_is_of(doc, i + 1, &lexicon_speech_words, class) &&
               doc->tokens[i + 2].upos != UPOS_NOUN && doc->tokens[i + 2].upos != UPOS_PROPN &&
               !document_is(doc, i + 2, "of") && !document_is(doc, i + 2, "'s");
}

/* "the airline": a body that serves for its name. */
static bool is_company(const struct document *doc, size_t i)
{
        return is_the(doc, i, "company");
}

/* "the newspaper", "the news agency" */
static bool is_outlet(const struct document *doc, size_t i)
{
        return is_the(doc, i, "outlet") ||
               (document_is(doc, i, "the") && document_is(doc, i + 1, "news") &&
                document_is(doc, i + 2, "agency"));
}

/* "the Department of Roads": no company. */
static bool is_public(const char *name)
{
        static const char *const words[] = {
                "Department",     "Ministry",  "Commission", "Court",  "Congress",   "Senate",
                "House",          "Committee", "Council",    "Police", "Parliament", "Agency",
                "Bureau",         "Office",    "Government", "Army",   "Navy",       "Board",
                "Administration", "Embassy",   "Consulate"
        };

        for (size_t i = 0; i < ARRAY_SIZE(words); i++)
                if (strstr(name, words[i]))
                        return true;
        return false;
}

/* Who reports of companies is hardly meant by "the company". */
static bool is_press(const struct document *doc, struct phrase p)
{
        const struct token *last = &doc->tokens[p.end - 1];

        return agency_at(doc, p.first).name || agency_at(doc, p.head).name ||
               lexicon_get(&lexicon_press_heads, last->lower) ||
               document_is_of(doc, p.head, &lexicon_speech_words, "station") ||
               document_is(doc, p.end, "reported") || document_is(doc, p.end, "reports");
}

/* "the Raven Heavy": what has an article, and no word for a body, is what the company makes. */
static bool is_product(const struct document *doc, struct phrase p)
{
        return document_is(doc, p.first, "the") &&
               doc->tokens[p.head].name == NAME_ORGANIZATION &&
               !lexicon_get(&lexicon_org_heads, doc->tokens[p.head].lower) &&
               !is_company_suffix(doc, p.head) && !doc->tokens[p.head].all_capital;
}

static enum number number_of(const struct document *doc, size_t i)
{
        static const char *const words[] = { "he", "she", "it", "they" };

        for (unsigned k = 0; k < ARRAY_SIZE(words); k++)
                if (document_is(doc, i, words[k]))
                        return (enum number)k;
        return is_company(doc, i)  ? NUMBER_COMPANY
               : is_outlet(doc, i) ? NUMBER_PRESS
                                   : NUMBER_NONE;
}

/* "spokeswoman" is no "he". */
static bool is_other_gender(const struct token *t, enum number number)
{
        char gender = noun_gender(t);

        return gender && gender != (number == NUMBER_HE ? 'm' : 'f');
}

static bool fits_entity(const struct entity *e, enum number number)
{
        switch (number) {
        case NUMBER_HE: return e->type == ENTITY_PERSON && e->gender != 'f';
        case NUMBER_SHE: return e->type == ENTITY_PERSON && e->gender != 'm';
        case NUMBER_IT:
        case NUMBER_THEY:
                return e->type == ENTITY_ORGANIZATION || e->type == ENTITY_OTHER ||
                       e->type == ENTITY_GROUP ||
                       (number == NUMBER_IT && e->type == ENTITY_PLACE);
        case NUMBER_COMPANY: return e->type == ENTITY_ORGANIZATION && !is_public(e->name);
        case NUMBER_PERSON: return e->type == ENTITY_PERSON;
        case NUMBER_PRESS:
        case NUMBER_NONE: break;
        }
        return false;
}

static bool fits(const struct document *doc, const struct chunks *c, struct phrase p,
                 enum number number)
{
        const struct token *head = &doc->tokens[p.head];
        const char *voice = noun_voice(head);
        bool person = voice && strcmp(voice, "person") == 0, plural = noun_is_plural(doc, p);
        int entity = phrase_referent(doc, c, p);

        if (head->upos == UPOS_PRON || doc->tokens[p.first].upos == UPOS_PRON)
                return false;
        if (number == NUMBER_COMPANY && (is_press(doc, p) || is_product(doc, p)))
                return false;
        if (entity != NONE && !plural)
                return fits_entity(&doc->x->entities[entity], number);
        if (!phrase_speaks(doc, p) || number == NUMBER_COMPANY)
                return false;
        if (number == NUMBER_THEY)
                return plural || (voice && !person && strcmp(voice, "document") != 0);
        if (plural)
                return false;
        if (number == NUMBER_IT)
                return voice ? !person : head->name == NAME_ORGANIZATION;
        return person ? !is_other_gender(head, number) : head->name == NAME_PERSON;
}

/* Does @byte stand between marks that were found? */
static bool is_quoted(const struct document *doc, uint32_t byte)
{
        const struct extraction *x = doc->x;
        size_t low = quotes_until(x, byte);

        for (unsigned n = 0; n < QUOTES_LOOKED_AT && low; n++, low--)
                for (size_t i = 0; i < x->quotes[low - 1].n_spans; i++)
                        if (x->quotes[low - 1].direct &&
                            x->quotes[low - 1].spans[i].start <= byte &&
                            byte < x->quotes[low - 1].spans[i].end)
                                return true;
        return false;
}

/* "a spokesman for Berg Motors", "a Berg Motors spokeswoman": of whom the company speaks, the
 * company. */
static struct phrase company_of(const struct document *doc, struct phrase p)
{
        if (phrase_is_none(p) || strncmp(doc->tokens[p.head].lower, "spokes", 6) != 0)
                return p;
        for (uint32_t i = p.first; i < p.end; i++) {
                int entity = entities_at(doc, doc->tokens[i].start);

                if (entity != NONE && fits_entity(&doc->x->entities[entity], NUMBER_COMPANY))
                        return (struct phrase){ i, i + 1, i };
        }
        return p;
}

/* The subject of the first verbs of the tokens [first, end), outside of marks. */
static struct phrase subject_in(const struct document *doc, const struct chunks *c,
                                size_t first, size_t end, enum number number)
{
        unsigned looked = 0;

        if (end - first > 2 * CHUNK_REACH)
                end = first + 2 * CHUNK_REACH;
        for (size_t i = first; i < end && looked < VERBS_LOOKED_AT; i++) {
                const struct chunk *k = chunk_at(c, i);
                struct phrase p;

                if (!k || k->kind != CHUNK_VERB)
                        continue;
                i = k->end - 1;
                if (k->form == VERB_ING || k->form == VERB_INFINITIVE ||
                    is_quoted(doc, doc->tokens[k->first].start))
                        continue;
                looked++;
                p = chunk_subject(doc, c, k);
                if (number == NUMBER_COMPANY)
                        p = company_of(doc, p);
                if (!phrase_is_none(p) && p.end <= end && fits(doc, c, p, number))
                        return p;
        }
        return PHRASE_NONE;
}

/* The subject of the first verb of saying of the tokens [first, end), outside of marks. */
static struct phrase speaker_in(const struct document *doc, const struct chunks *c,
                                size_t first, size_t end, enum number number)
{
        if (end - first > 2 * CHUNK_REACH)
                end = first + 2 * CHUNK_REACH;
        for (size_t i = first; i < end; i++) {
                const struct chunk *k = chunk_at(c, i);
                struct cue cue;
                struct phrase p;

                if (!k || k->kind != CHUNK_VERB)
                        continue;
                i = k->end - 1;
                cue = cue_at(doc, c, k->head);
                if (k->form != VERB_FINITE || k->passive || cue.kind > CUE_TELL ||
                    is_quoted(doc, doc->tokens[k->first].start))
                        continue;
                p = cue_subject(doc, c, &cue, false);
                return !phrase_is_none(p) && p.end <= end && fits(doc, c, p, number)
                               ? p
                               : PHRASE_NONE;
        }
        return PHRASE_NONE;
}

/* "It said …", "They also told …": does the one whom the sentence begins with speak in it? Not
 * "They were told to leave". */
static bool begins_saying(const struct document *doc, const struct chunks *c,
                          const struct sentence *s)
{
        size_t i = s->first + 1;
        const struct chunk *k;

        i += i + 1 < s->end && doc->tokens[i].upos == UPOS_ADV;
        k = i < s->end ? chunk_at(c, i) : NULL;
        return k && k->kind == CHUNK_VERB && !k->passive && cue_at(doc, c, i).kind <= CUE_TELL;
}

/* Whom the pronoun at @token means: the nearest subject that fits, in the sentences before. */
static struct phrase antecedent(const struct document *doc, const struct chunks *c,
                                size_t token, enum number number)
{
        size_t sentence = doc->tokens[token].sentence;
        struct phrase p = subject_in(doc, c, doc->sentences[sentence].first, token, number);

        for (unsigned n = 0; n < SENTENCES_BACK && sentence && phrase_is_none(p); n++) {
                const struct sentence *s = &doc->sentences[--sentence];
                bool same = number <= NUMBER_THEY &&
                            document_is(doc, s->first, doc->tokens[token].lower);

                if (same && begins_saying(doc, c, s))
                        continue; /* the same one, whoever else speaks */
                p = speaker_in(doc, c, s->first, s->end, number);
                if (phrase_is_none(p) && !same)
                        p = subject_in(doc, c, s->first, s->end, number);
        }
        return p;
}

struct phrase quotes_subject_before(const struct document *doc, const struct chunks *c,
                                    size_t token, char gender)
{
        return antecedent(doc, c, token, gender == 'f' ? NUMBER_SHE : NUMBER_HE);
}

/* The one outlet that was named in the sentences before the token, or NONE. */
static int outlet_before(const struct document *doc, size_t token)
{
        int found = NONE;

        for (size_t i = 0; i < doc->x->n_entities && i < ENTITIES_LOOKED_AT; i++) {
                const struct entity *e = &doc->x->entities[i];
                size_t at = entity_mention_at(e, doc->tokens[token].start), first, end;

                if (!at || e->type == ENTITY_PERSON || e->type == ENTITY_PLACE)
                        continue;
                first = document_token_at(doc, e->mentions[at - 1].start);
                end = document_token_at(doc, e->mentions[at - 1].end);
                if (end <= first || end > token ||
                    doc->tokens[first].sentence + SENTENCES_BACK <
                            doc->tokens[token].sentence ||
                    !is_press(doc, (struct phrase){ (uint32_t)first, (uint32_t)end,
                                                    (uint32_t)end - 1 }))
                        continue;
                if (found != NONE)
                        return NONE;
                found = (int)i;
        }
        return found;
}

/* "the comedian", "the California Democrat", "the 44-year-old": nouns that serve, for change,
 * for the name of the one who is spoken of; not such as bring somebody in ("the driver"). */
static bool is_variation(const struct document *doc, struct phrase p)
{
        const char *head = doc->tokens[p.head].lower, *age = strstr(head, "-year-old");

        if (!document_is(doc, p.first, "the") || p.end != p.head + 1 || p.end - p.first > 5)
                return false;
        for (size_t i = p.first + 1; i < p.head; i++)
                if (doc->tokens[i].fine == FINE_POS || doc->tokens[i].name == NAME_PERSON)
                        return false;
        if (document_is_of(doc, p.head, &lexicon_speech_words, "many") && p.head < p.first + 2)
                return false; /* "the Democrat" may be one who has no name */
        return (age && !age[9]) ||
               document_is_of(doc, p.head, &lexicon_speech_words, "variation");
}

/* The one person whom the sentences [first, last] name, or NONE. */
static int only_person(const struct document *doc, size_t first, size_t last)
{
        uint32_t start = doc->sentences[first].span.start, end = doc->sentences[last].span.end;
        int found = NONE;

        for (size_t i = 0; i < doc->x->n_entities && i < ENTITIES_LOOKED_AT; i++) {
                const struct entity *e = &doc->x->entities[i];
                size_t at = entity_mention_at(e, end);

                if (e->type != ENTITY_PERSON || !at || e->mentions[at - 1].start < start)
                        continue;
                if (found != NONE)
                        return NONE;
                found = (int)i;
        }
        return found;
}

/* Whom the description at @token means that stands for a name: the one who acts in a sentence
 * right before, if it names nobody else. */
static int named_before(const struct document *doc, const struct chunks *c, size_t token)
{
        struct phrase p = phrase_after(doc, c, token), subject;
        size_t sentence = doc->tokens[token].sentence;
        char gender;
        int entity;

        if (phrase_is_none(p) || !sentence || !is_variation(doc, p))
                return NONE;
        gender = noun_gender(&doc->tokens[p.head]);
        for (size_t n = 1; n <= VARIED_BACK && n <= sentence; n++) {
                const struct sentence *s = &doc->sentences[sentence - n];

                subject = subject_in(doc, c, s->first, s->end, NUMBER_PERSON);
                if (phrase_is_none(subject))
                        continue;
                entity = phrase_referent(doc, c, subject);
                if (entity == NONE || only_person(doc, sentence - n, sentence - 1) != entity ||
                    (gender && doc->x->entities[entity].gender &&
                     doc->x->entities[entity].gender != gender))
                        return NONE;
                return entity;
        }
        return NONE;
}

static int name_speaker(struct document *doc, const struct chunks *c, struct speaker *speaker)
{
        size_t token = document_token_at(doc, speaker->span.start);
        enum number number = token < doc->n_tokens ? number_of(doc, token) : NUMBER_NONE;
        struct phrase p;

        if (number == NUMBER_NONE && token < doc->n_tokens && speaker->name) {
                int entity = named_before(doc, c, token);

                if (entity != NONE) {
                        speaker->entity = entity;
                        speaker->name = doc->x->entities[entity].name;
                }
                return 0;
        }
        if (number == NUMBER_NONE || speaker->entity != NONE ||
            (speaker->name && number < NUMBER_COMPANY))
                return 0;
        if (number == NUMBER_PRESS) {
                speaker->entity = outlet_before(doc, token);
                if (speaker->entity != NONE)
                        speaker->name = doc->x->entities[speaker->entity].name;
                return 0;
        }
        p = antecedent(doc, c, token, number);
        if (phrase_is_none(p))
                return 0;
        speaker->entity = noun_is_plural(doc, p) ? NONE : phrase_referent(doc, c, p);
        speaker->name = speaker->entity == NONE ? phrase_description(doc, p)
                                                : doc->x->entities[speaker->entity].name;
        return speaker->name ? 0 : -ENOMEM;
}

int quotes_subjects_name(struct document *doc, const struct chunks *c)
{
        int r = 0;

        for (size_t i = 0; i < doc->x->n_quotes && !r; i++) {
                struct speaker *s = &doc->x->quotes[i].speaker;

                if (s->text && (!s->name || s->entity == NONE ||
                                doc->x->entities[s->entity].type != ENTITY_PERSON))
                        r = name_speaker(doc, c, s);
        }
        return r;
}
