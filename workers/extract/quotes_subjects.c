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
#include "workers/extract/names.h"
#include "workers/extract/quotes.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_company_words;
extern const struct lexicon lexicon_org_heads;
extern const struct lexicon lexicon_press_heads;
extern const struct lexicon lexicon_speech_words;

enum {
        SENTENCES_BACK = 4, /* how far away the one meant may stand */
        VERBS_LOOKED_AT = 3,
        BODY_BACK = 2,
        QUOTES_LOOKED_AT = 8,
        ENTITIES_LOOKED_AT = 64,
};

enum number {
        NUMBER_HE,
        NUMBER_SHE,
        NUMBER_IT,
        NUMBER_THEY,
        NUMBER_COMPANY,
        NUMBER_AGENCY,
        NUMBER_PRESS,
        NUMBER_PERSON,
        NUMBER_NONE
};

/* "the | budget | airline", "the | Danish | firm"; not "the parent company", "the law firm" */
static bool may_describe(const struct document *doc, size_t i)
{
        static const char *const others[] = { "other",  "parent", "sister", "rival",   "law",
                                              "second", "third",  "new",    "holding", "same",
                                              "former", "first",  "next",   "only" };
        const struct token *t = &doc->tokens[i];

        return (t->upos == UPOS_ADJ || t->upos == UPOS_NOUN || t->upos == UPOS_PROPN) &&
               t->name != NAME_PERSON &&
               !document_is_one_of(doc, i, others, ARRAY_SIZE(others));
}

/* Do "the" at @i and a noun of the @class stand alone, not "the firm of Berg", "the firm's
 * boss"? Some nouns must have a word before them: "the iPhone maker".
 */
static bool is_the(const struct document *doc, size_t i, const char *class)
{
        static const char *const behind[] = { "of",   "for",  "behind", "at",
                                              "from", "that", "which",  "who" };
        size_t at = i + 1;

        if (!document_is(doc, i, "the") || i + 2 >= doc->n_tokens)
                return false;
        at += !document_is_of(doc, at, &lexicon_speech_words, class) && may_describe(doc, at);
        return at + 1 < doc->n_tokens &&
               document_is_of(doc, at, &lexicon_speech_words, class) &&
               (at > i + 1 || !document_is_of(doc, at, &lexicon_speech_words, "many")) &&
               doc->tokens[at + 1].upos != UPOS_NOUN &&
               doc->tokens[at + 1].upos != UPOS_PROPN && !document_is(doc, at + 1, "'s") &&
               !document_is_one_of(doc, at + 1, behind, ARRAY_SIZE(behind));
}

/* "the airline": a body that serves for its name. */
static bool is_company(const struct document *doc, size_t i)
{
        return is_the(doc, i, "company");
}

/* "the watchdog": a body that may be a public one. */
static bool is_agency(const struct document *doc, size_t i)
{
        return is_the(doc, i, "agency") && !document_is(doc, i + 1, "news");
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
                "Administration", "Embassy",   "Consulate",  "Party",  "GOP"
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

static bool is_body(enum number number)
{
        return number == NUMBER_COMPANY || number == NUMBER_AGENCY;
}

static enum number number_of(const struct document *doc, size_t i)
{
        static const char *const words[] = { "he", "she", "it", "they" };

        for (unsigned k = 0; k < ARRAY_SIZE(words); k++)
                if (document_is(doc, i, words[k]))
                        return (enum number)k;
        return is_company(doc, i)  ? NUMBER_COMPANY
               : is_agency(doc, i) ? NUMBER_AGENCY
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
        case NUMBER_AGENCY: return e->type == ENTITY_ORGANIZATION;
        case NUMBER_PERSON: return e->type == ENTITY_PERSON;
        case NUMBER_PRESS:
        case NUMBER_NONE: break;
        }
        return false;
}

/* "Berg Airways" is one, as its form is of many. */
static bool is_many(const struct document *doc, const struct chunks *c, struct phrase p)
{
        int entity = phrase_referent(doc, c, p);

        return noun_is_plural(doc, p) &&
               (entity == NONE || doc->x->entities[entity].type != ENTITY_ORGANIZATION ||
                document_is(doc, p.first, "the") ||
                !lexicon_get(&lexicon_company_words, doc->tokens[p.head].lower));
}

static bool fits(const struct document *doc, const struct chunks *c, struct phrase p,
                 enum number number)
{
        const struct token *head = &doc->tokens[p.head];
        const char *voice = noun_voice(head);
        bool person = voice && strcmp(voice, "person") == 0, plural = is_many(doc, c, p);
        int entity = phrase_referent(doc, c, p);

        if (head->upos == UPOS_PRON || doc->tokens[p.first].upos == UPOS_PRON)
                return false;
        if (is_body(number) && (is_press(doc, p) || is_product(doc, p)))
                return false;
        if (entity != NONE && !plural)
                return fits_entity(&doc->x->entities[entity], number);
        if (number == NUMBER_IT && is_body(number_of(doc, p.first)))
                return true;
        if (!phrase_speaks(doc, p) || is_body(number))
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
                if (is_body(number))
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

struct phrase quotes_person_in(const struct document *doc, const struct chunks *c,
                               size_t sentence)
{
        const struct sentence *s = &doc->sentences[sentence];

        return subject_in(doc, c, s->first, s->end, NUMBER_PERSON);
}

/* May the body be called so in place of its name, whatever stands for it in the sentence? */
static bool may_be_meant(const struct document *doc, const struct entity *e, struct span near,
                         enum number number)
{
        size_t at = entity_mention_at(e, near.end), first, last;

        if (!at || e->mentions[at - 1].start < near.start || !fits_entity(e, number))
                return false;
        first = document_token_at(doc, e->mentions[at - 1].start);
        last = document_token_at(doc, e->mentions[at - 1].end);
        return first < last && !is_press(doc, (struct phrase){ (uint32_t)first, (uint32_t)last,
                                                               (uint32_t)last - 1 });
}

/* The only body that the sentences right before name, if none is more in the article: "Shares
 * of Berg Foods fell. The retailer said". Any may be "the group". NONE: none is. */
static int only_body(const struct document *doc, size_t token, enum number number)
{
        static const char *const any[] = { "group", "organization", "organisation", "network" };
        size_t sentence = doc->tokens[token].sentence, most = 0, n = 0;
        struct span near = { 0, doc->tokens[token].start };
        int found = NONE;

        if (document_is_one_of(doc, token + 1, any, ARRAY_SIZE(any)))
                return NONE;
        near.start = doc->sentences[sentence > BODY_BACK ? sentence - BODY_BACK : 0].span.start;
        for (size_t i = 0; i < doc->x->n_entities && i < ENTITIES_LOOKED_AT; i++) {
                const struct entity *e = &doc->x->entities[i];

                if (e->type == ENTITY_ORGANIZATION && e->n_mentions > most)
                        most = e->n_mentions;
                if (e->type != ENTITY_ORGANIZATION || !may_be_meant(doc, e, near, number))
                        continue;
                found = (int)i;
                n++;
        }
        return n == 1 && doc->x->entities[found].n_mentions == most ? found : NONE;
}

/* Whom the noun that stands for a body means, or NONE. */
static int body_before(const struct document *doc, const struct chunks *c, size_t token,
                       enum number number)
{
        struct phrase p = antecedent(doc, c, token, number);

        return phrase_is_none(p) ? only_body(doc, token, number) : phrase_referent(doc, c, p);
}

static int name_speaker(struct document *doc, const struct chunks *c, struct speaker *speaker)
{
        size_t token = document_token_at(doc, speaker->span.start);
        enum number number = token < doc->n_tokens ? number_of(doc, token) : NUMBER_NONE;
        struct phrase p;

        if (number == NUMBER_NONE && token < doc->n_tokens && speaker->name) {
                int entity = quotes_varied(doc, c, token);

                if (entity != NONE) {
                        speaker->entity = entity;
                        speaker->name = doc->x->entities[entity].name;
                }
                return 0;
        }
        if (number == NUMBER_NONE || speaker->entity != NONE ||
            (speaker->name && number < NUMBER_COMPANY))
                return 0;
        if (number == NUMBER_PRESS || is_body(number)) {
                speaker->entity = number == NUMBER_PRESS ? outlet_before(doc, token)
                                                         : body_before(doc, c, token, number);
                if (speaker->entity != NONE)
                        speaker->name = doc->x->entities[speaker->entity].name;
                return 0;
        }
        p = antecedent(doc, c, token, number);
        if (phrase_is_none(p))
                return 0;
        speaker->entity = is_many(doc, c, p) ? NONE : phrase_referent(doc, c, p);
        if (number == NUMBER_IT && speaker->entity == NONE && is_body(number_of(doc, p.first)))
                /* "The airline met. It said" */
                speaker->entity = body_before(doc, c, p.first, number_of(doc, p.first));
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
