/* quotes_variations - whom "the comedian", "the Norwegian", "the Ohio Republican" mean who
 * speak
 *
 * Nouns that serve, for change, for the name of one who has just been spoken of: such as the
 * lists have, a nation, an age, and what the article itself has said that he or she is.
 */
#include <string.h>

#include "base/macros.h"
#include "workers/extract/entities.h"
#include "workers/extract/names.h"
#include "workers/extract/quotes.h"
#include "workers/lexicon/lexicon.h"
#include "workers/text/gazetteer.h"

extern const struct lexicon lexicon_demonyms;
extern const struct lexicon lexicon_speech_words;

enum {
        VARIED_BACK = 2,    /* sentences */
        DESCRIBED_BACK = 6, /* … to one who has been said to be such */
        ENTITIES_LOOKED_AT = 64,
        TRADE_TOKENS = 4, /* before the noun that says what somebody is */
        WORDS_MAX = 5,
};

/* "the … noun" alone, in the singular. */
static bool is_the_one(const struct document *doc, struct phrase p)
{
        if (!document_is(doc, p.first, "the") || p.end != p.head + 1 ||
            p.end - p.first > WORDS_MAX || p.head == p.first)
                return false;
        for (size_t i = p.first + 1; i < p.head; i++)
                if (doc->tokens[i].fine == FINE_POS || doc->tokens[i].name == NAME_PERSON)
                        return false;
        return true;
}

/* Nouns that do not bring somebody in, as "the driver" may. */
static bool is_variation(const struct document *doc, struct phrase p)
{
        const char *head = doc->tokens[p.head].lower, *age = strstr(head, "-year-old");

        if (document_is_of(doc, p.head, &lexicon_speech_words, "many") && p.head < p.first + 2)
                return false; /* "the Democrat" may be one who has no name */
        return (age && !age[9]) ||
               document_is_of(doc, p.head, &lexicon_speech_words, "variation");
}

/* "the Norwegian": the country, or NULL. */
static const char *nation_of(const struct document *doc, struct phrase p)
{
        const struct token *t = &doc->tokens[p.head];
        size_t n = 0;

        if (p.head != p.first + 1 || !t->capital || t->fine == FINE_NNPS || t->fine == FINE_NNS)
                return NULL;
        return gazetteer_find(&lexicon_demonyms, doc, p.head, p.end, &n);
}

/* The country told right before the token: "Norway's | Lind", "Norwegian | Lind", "Norwegian
 * coach | Lind"; or NULL. */
static const char *country_before(const struct document *doc, size_t i)
{
        size_t first = doc->sentences[doc->tokens[i].sentence].first, n = 0;

        for (size_t back = 1; back <= TRADE_TOKENS && i >= first + back; back++) {
                const struct token *t = &doc->tokens[i - back];
                const char *country = title_country(doc, i - back, i, &n);

                if (country && *country) /* not "in Norway | Lind" */
                        return doc->tokens[i - back + n].fine == FINE_POS ||
                                               gazetteer_word(&lexicon_demonyms, t)
                                       ? country
                                       : NULL;
                if (t->fine != FINE_POS && t->upos != UPOS_NOUN && t->upos != UPOS_PROPN &&
                    t->upos != UPOS_ADJ && t->upos != UPOS_NUM)
                        return NULL;
        }
        return NULL;
}

/* What is told of the one at one mention of the name, tokens [first, end). */
struct telling {
        const struct document *doc;
        const struct chunks *c;
        struct phrase what; /* the description that is to mean somebody */
        const char *country;
};

/* 1: it tells so, -1: it tells otherwise, 0: nothing. */
typedef int tells_fn(const struct telling *t, size_t first, size_t end);

static int tells_country(const struct telling *t, size_t first, size_t end)
{
        const char *country = country_before(t->doc, first);

        (void)end;
        if (!country)
                return 0;
        return strncmp(country, t->country, 2) == 0 ? 1 : -1;
}

/* "Lind (R-Ohio)", "Lind, D-Calif.,": the party's letter, or 0. */
static char party_behind(const struct document *doc, size_t end)
{
        const struct token *t = end + 1 < doc->n_tokens ? &doc->tokens[end + 1] : NULL;

        if (!t || (!document_is(doc, end, "(") && !document_is(doc, end, ",")))
                return 0;
        if (!strchr("rd", t->lower[0]) || !t->capital)
                return 0;
        /* "Lind, D. Holm and others": an initial */
        if (t->lower[1] != '-' &&
            (!document_is(doc, end, "(") || (t->lower[1] && t->lower[1] != '.')))
                return 0;
        return t->lower[0];
}

static int tells_party(const struct telling *t, size_t first, size_t end)
{
        char party = party_behind(t->doc, end);

        (void)first;
        return !party ? 0 : party == t->doc->tokens[t->what.head].lower[0] ? 1 : -1;
}

static bool is_such(const struct telling *t, size_t i)
{
        return i < t->doc->n_tokens &&
               strcmp(t->doc->tokens[i].lemma, t->doc->tokens[t->what.head].lemma) == 0 &&
               t->doc->tokens[i].fine != FINE_NNS;
}

/* "Anna Lind, a virologist", "Lind, the Danish virologist", "virologist Anna Lind" */
static int tells_trade(const struct telling *t, size_t first, size_t end)
{
        const struct document *doc = t->doc;
        const char *value;
        size_t i = end + 2;

        if (first > 1 && !is_such(t, first - 1) && title_at(doc, first - 1, first, &value))
                first--; /* "virologist Dr. | Anna Lind" */
        if (first && is_such(t, first - 1) &&
            doc->tokens[first - 1].sentence == doc->tokens[first].sentence)
                return 1;
        if (!document_is(doc, end, ",") || i >= doc->n_tokens ||
            (!document_is(doc, end + 1, "a") && !document_is(doc, end + 1, "an") &&
             !document_is(doc, end + 1, "the")))
                return 0;
        for (; i < end + 2 + TRADE_TOKENS && i + 1 < doc->n_tokens; i++) {
                if (doc->tokens[i].upos != UPOS_NOUN && doc->tokens[i].upos != UPOS_ADJ &&
                    doc->tokens[i].upos != UPOS_PROPN)
                        return 0;
                if (is_such(t, i)) /* not "Lind, the source said, …" */
                        return i < t->what.first && doc->tokens[i + 1].upos != UPOS_NOUN &&
                               doc->tokens[i + 1].upos != UPOS_VERB &&
                               doc->tokens[i + 1].upos != UPOS_AUX;
        }
        return 0;
}

/* What the mentions of @e between the bytes tell; -1 outweighs. @ret_named: is there any? */
static int told_of(const struct telling *t, const struct entity *e, struct span within,
                   tells_fn *tells, bool *ret_named)
{
        size_t at = entity_mention_at(e, within.end);
        int told = 0;

        *ret_named = false;
        for (unsigned n = 0; at && n < ENTITIES_LOOKED_AT; at--, n++) {
                struct span m = e->mentions[at - 1];
                int here;

                if (m.start >= within.end)
                        continue;
                if (m.start < within.start)
                        break;
                *ret_named = true;
                here = tells(t, document_token_at(t->doc, m.start),
                             document_token_at(t->doc, m.end));
                told = here && told >= 0 ? here : told;
        }
        return told;
}

/* The only person of whom it is told between the bytes; NONE: nobody, or two. */
static int only_told(const struct telling *t, struct span within, tells_fn *tells)
{
        int found = NONE;

        for (size_t i = 0; i < t->doc->x->n_entities && i < ENTITIES_LOOKED_AT; i++) {
                const struct entity *e = &t->doc->x->entities[i];
                bool named;

                if (e->type != ENTITY_PERSON || told_of(t, e, within, tells, &named) <= 0)
                        continue;
                if (found != NONE)
                        return NONE;
                found = (int)i;
        }
        return found;
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

/* Who acts in a sentence right before, if it names nobody else. */
static int only_actor(const struct document *doc, const struct chunks *c, size_t sentence)
{
        for (size_t n = 1; n <= VARIED_BACK && n <= sentence; n++) {
                struct phrase subject = quotes_person_in(doc, c, sentence - n);
                int entity;

                if (phrase_is_none(subject))
                        continue;
                entity = phrase_referent(doc, c, subject);
                return entity != NONE && only_person(doc, sentence - n, sentence - 1) == entity
                               ? entity
                               : NONE;
        }
        return NONE;
}

/* What stands from @back sentences before the token's to the token. */
static struct span before(const struct document *doc, size_t token, size_t back)
{
        size_t sentence = doc->tokens[token].sentence;

        sentence = sentence > back ? sentence - back : 0;
        return (struct span){ doc->sentences[sentence].span.start, doc->tokens[token].start };
}

/* "the driver" who is another: "a driver", "drivers", "the driver of a van" before the token,
 * beside the one who was said to be such? */
static bool are_several(const struct telling *t, size_t token)
{
        const struct document *doc = t->doc;
        size_t i = document_token_at(doc, before(doc, token, DESCRIBED_BACK).start), n = 0;

        for (; i < token; i++) {
                const struct chunk *k = chunk_at(t->c, i);

                if (strcmp(doc->tokens[i].lemma, doc->tokens[t->what.head].lemma) != 0)
                        continue;
                if (k && document_is(doc, k->first, "the") && k->end == i + 1)
                        continue;
                n++;
        }
        return n > 1;
}

/* "the judge": whom an office alone means is settled by then. */
static bool is_plain_office(const struct document *doc, struct phrase p)
{
        const char *value;

        return title_at(doc, p.first + 1, p.end, &value) == p.end - p.first - 1;
}

/* "Lind, a virologist, … The virologist said" */
static int only_such(const struct telling *t, size_t token)
{
        const struct token *head = &t->doc->tokens[t->what.head];
        static const char *const on[] = { "of", "who", "in", "from", "at", "for", "whose" };
        int found;

        if (t->what.head > t->what.first + 2 || is_plain_office(t->doc, t->what) ||
            head->fine != FINE_NN || !noun_is_person(head) ||
            document_is_one_of(t->doc, t->what.end, on, ARRAY_SIZE(on)))
                return NONE;
        found = only_told(t, before(t->doc, token, DESCRIBED_BACK), tells_trade);
        return found == NONE || are_several(t, token) ? NONE : found;
}

static bool gender_fits(const struct document *doc, int entity, const struct token *head)
{
        char gender = noun_gender(head), known = doc->x->entities[entity].gender;

        return !gender || !known || gender == known;
}

/* Is the contrary told of the one, before the token? */
static bool is_denied(const struct telling *t, int entity, size_t token, tells_fn *tells)
{
        struct span all = { 0, t->doc->tokens[token].start };
        bool named;

        return told_of(t, &t->doc->x->entities[entity], all, tells, &named) < 0;
}

int quotes_varied(const struct document *doc, const struct chunks *c, size_t token)
{
        struct telling t = { .doc = doc, .c = c, .what = phrase_after(doc, c, token) };
        size_t sentence = doc->tokens[token].sentence;
        const struct token *head;
        tells_fn *tells = NULL;
        int found = NONE;

        if (phrase_is_none(t.what) || !sentence || !is_the_one(doc, t.what))
                return NONE;
        head = &doc->tokens[t.what.head];
        t.country = nation_of(doc, t.what);
        if (t.country && strlen(t.country) == 2)
                tells = tells_country;
        else if (t.what.head > t.what.first + 1 &&
                 (document_is(doc, t.what.head, "democrat") ||
                  document_is(doc, t.what.head, "republican")))
                tells = tells_party;
        if (tells)
                found = only_told(&t, before(doc, token, DESCRIBED_BACK), tells);
        if (found == NONE && (tells || is_variation(doc, t.what))) {
                found = only_actor(doc, c, sentence);
                if (found != NONE && tells && is_denied(&t, found, token, tells))
                        found = NONE;
        }
        if (found == NONE && !tells)
                found = only_such(&t, token);
        return found != NONE && gender_fits(doc, found, head) ? found : NONE;
}
