/* descriptions - persons meant by their office: "the US secretary of state" */
#include <stdio.h>
#include <string.h>

#include "base/macros.h"
#include "workers/extract/entities.h"
#include "workers/extract/references.h"
#include "workers/text/gazetteer.h"

extern const struct lexicon lexicon_title_classes;

enum {
        MODIFIERS_MAX = 5, /* between the article and the title */
        FOREMOST = 3,      /* times as often named as another */
        SENTENCES_BACK = 2,
        COMPLEMENT_TOKENS = 6, /* "of the students' union" */
};

/* How well a description fits an office; only the best fits count: of two who may be meant by
 * "the top US diplomat" the one who is told to be of the US. */
enum fit {
        FIT_NONE,
        FIT_MINISTER, /* "the minister", of whatever */
        FIT_HEAD,
        FIT_CLASS,
        FIT_CLASS_THERE, /* of the same country */
        FIT_SAME,
        FIT_SAME_THERE,
};

/* The word that a title is about: the last one, or the one before "of". */
static const char *head_of(const struct document *doc, const struct office *o)
{
        for (size_t i = o->first + 1; i < o->end; i++)
                if (document_is(doc, i, "of"))
                        return doc->tokens[i - 1].lower;
        return doc->tokens[o->end - 1].lower;
}

static bool same_words(const struct document *doc, const struct office *a,
                       const struct office *b)
{
        size_t n = a->end - a->first;

        if (n != b->end - b->first)
                return false;
        for (size_t i = 0; i < n; i++)
                if (strcmp(doc->tokens[a->first + i].lower, doc->tokens[b->first + i].lower))
                        return false;
        return true;
}

/* Does the office make its holder "the French leader"? */
static bool leads(const struct document *doc, const struct office *o)
{
        static const char *const words[] = { "president", "premier", "chancellor", "king",
                                             "queen",     "emir",    "sultan" };

        return (o->end == o->first + 1 &&
                document_is_one_of(doc, o->first, words, ARRAY_SIZE(words))) ||
               (o->class && strcmp(o->class, "prime minister") == 0);
}

/* "finance minister", but no prime minister */
static bool is_minister(const struct document *doc, const struct office *o)
{
        return document_is(doc, o->end - 1, "minister") &&
               !document_is(doc, o->first, "prime") && !document_is(doc, o->first, "first");
}

static enum fit fit_of(const struct document *doc, const struct office *described,
                       const struct office *office)
{
        bool plain = described->end == described->first + 1 &&
                     document_is(doc, described->first, "president");
        bool one_country = *described->country && *office->country &&
                           strncmp(described->country, office->country, 2) == 0;

        if (office->reigns)
                return plain ? FIT_SAME : FIT_NONE;
        if (*described->country && *office->country && !one_country)
                return FIT_NONE;
        if (one_country && document_is(doc, described->first, "leader") && leads(doc, office))
                return FIT_CLASS_THERE;
        if (document_is(doc, described->end - 1, "counterpart"))
                return one_country ? FIT_CLASS_THERE : FIT_NONE;
        if (same_words(doc, described, office))
                return one_country && !plain ? FIT_SAME_THERE : FIT_SAME;
        if (described->class && office->class && strcmp(described->class, office->class) == 0)
                return one_country ? FIT_CLASS_THERE : FIT_CLASS;
        if (one_country && described->end - described->first == 1 &&
            strcmp(head_of(doc, described), head_of(doc, office)) == 0)
                return FIT_HEAD;
        return !*described->country && document_is(doc, described->first, "minister") &&
                               described->end == described->first + 1 &&
                               is_minister(doc, office)
                       ? FIT_MINISTER
                       : FIT_NONE;
}

/* "His counterpart" has his office: does the other one have it too? */
static bool are_counterparts(const struct offices *offices, int his, const struct office *other)
{
        if (his == NONE)
                return true;
        for (size_t i = 0; i < offices->n; i++) {
                const struct office *o = &offices->list[i];

                if (o->entity == his && o->class && other->class &&
                    strcmp(o->class, other->class) == 0)
                        return o->entity != other->entity;
        }
        return false;
}

/* Those whom a description fits best, as it finds them. */
struct fitting {
        enum fit fit;
        int entity;    /* of them the one who is named most often, or NONE */
        size_t n;      /* … so many times */
        size_t others; /* how often any other of them is named */
};

static void take(struct fitting *f, const struct document *doc, enum fit fit, int entity)
{
        size_t n = doc->x->entities[entity].n_mentions;

        if (fit > f->fit)
                *f = (struct fitting){ .fit = fit, .entity = NONE };
        if (f->entity == entity)
                return;
        if (f->entity == NONE || n > f->n) {
                f->others = f->entity == NONE ? 0 : f->n;
                f->n = n;
                f->entity = entity;
        } else if (n > f->others) {
                f->others = n;
        }
}

/* Was the one named in this sentence, or shortly before? */
static bool is_named_lately(const struct document *doc, int entity, size_t token)
{
        const struct entity *e = &doc->x->entities[entity];
        size_t at = entity_mention_at(e, doc->tokens[token].start);

        return at && document_sentence_at(doc, e->mentions[at - 1].start) + SENTENCES_BACK >=
                             doc->tokens[token].sentence;
}

/* Of those whom the description at @token fits so well the only one named lately, or NONE. */
static int last_named(const struct offices *offices, const struct document *doc,
                      const struct office *described, enum fit fit, size_t token)
{
        int found = NONE;

        for (size_t i = 0; i < offices->n; i++) {
                int entity = offices->list[i].entity;

                if (entity == found || fit_of(doc, described, &offices->list[i]) != fit ||
                    !is_named_lately(doc, entity, token))
                        continue;
                if (found != NONE)
                        return NONE;
                found = entity;
        }
        return found;
}

/* Nouns behind "of the" that say no more than the office itself. */
static bool is_plain_realm(const char *lemma)
{
        static const char *const nouns[] = { "country",  "nation", "state",    "republic",
                                             "city",     "town",   "village",  "county",
                                             "province", "region", "district", "island" };

        return word_is_one_of(lemma, nouns, ARRAY_SIZE(nouns));
}

/* "the president | of the students' union": the noun that says whose, behind the description
 * that ends at @at; NULL: there is none, or it says nothing of its own. */
static const struct token *whose(const struct document *doc, size_t at, size_t end)
{
        static const char *const words[] = { "of", "for", "at" };
        const struct token *found = NULL;

        if (at + 1 >= end || !document_is_one_of(doc, at, words, ARRAY_SIZE(words)))
                return NULL;
        if (doc->tokens[at].lower[0] != 'o' && !document_is(doc, at + 1, "the"))
                return NULL; /* "for weeks", "at noon" */
        for (size_t i = at + 1; i < end && i < at + 1 + COMPLEMENT_TOKENS; i++) {
                const struct token *t = &doc->tokens[i];

                if (t->upos == UPOS_NOUN || t->upos == UPOS_PROPN)
                        found = t;
                else if (t->upos != UPOS_DET && t->upos != UPOS_ADJ && t->upos != UPOS_NUM &&
                         t->fine != FINE_PRPS && t->fine != FINE_POS)
                        break;
        }
        return found && !is_plain_realm(found->lemma) ? found : NULL;
}

/* Does the office say the same of whose it is, in its own words or beside them? */
static bool is_of(const struct document *doc, const struct office *o, const struct token *whose)
{
        size_t end = o->end + COMPLEMENT_TOKENS + 2;
        size_t first = o->first > COMPLEMENT_TOKENS ? o->first - COMPLEMENT_TOKENS : 0;

        for (size_t i = first; i < end && i < doc->n_tokens; i++)
                if (strcmp(doc->tokens[i].lemma, whose->lemma) == 0 &&
                    doc->tokens[i].sentence == doc->tokens[o->first].sentence)
                        return true;
        return false;
}

/* "Anna Berg, president of the rowing club": an office that says whose it is, told behind
 * @token. */
static bool is_yet_to_come(const struct document *doc, const struct office *o, size_t token)
{
        return o->first > token && whose(doc, o->end, document_sentence_end(doc, o->first));
}

/* How often those are named who have the office, and are foreigners to the article or not: the
 * one of each who is named most often. */
static size_t named_most(const struct offices *offices, const struct document *doc,
                         const struct office *described, bool foreign)
{
        size_t most = 0;

        for (size_t i = 0; i < offices->n; i++) {
                const struct office *o = &offices->list[i];
                size_t n = doc->x->entities[o->entity].n_mentions;

                if (o->foreign == foreign && n > most && fit_of(doc, described, o) == FIT_SAME)
                        most = n;
        }
        return most;
}

/* Is it somebody at home who has the office? Not where one abroad is all that it is about. */
static bool is_at_home(const struct offices *offices, const struct document *doc,
                       const struct office *described)
{
        size_t home = named_most(offices, doc, described, false);

        return home && named_most(offices, doc, described, true) < FOREMOST * home;
}

/* Does somebody have the office now? */
static bool is_held(const struct offices *offices, const struct document *doc,
                    const struct office *described)
{
        for (size_t i = 0; i < offices->n; i++)
                if (!offices->list[i].former &&
                    fit_of(doc, described, &offices->list[i]) == FIT_SAME)
                        return true;
        return false;
}

/* "the | Danish | president" */
static bool names_realm(const struct document *doc, const struct office *described,
                        size_t token)
{
        for (size_t i = token + 1; i < described->first; i++)
                if (doc->tokens[i].capital)
                        return true;
        return false;
}

/* "the president of the rowing club" is not "the Danish president". */
static bool is_of_another(const struct document *doc, const struct office *o)
{
        return !*o->country && whose(doc, o->end, document_sentence_end(doc, o->first));
}

/* Of several who have the office ("the president", and those abroad or before) the one whom the
 * article is about, or who was named last; NONE: it is about more of them. */
static int who_fits(const struct offices *offices, const struct document *doc,
                    const struct office *described, size_t token, const struct token *of)
{
        bool counterpart = document_is(doc, described->end - 1, "counterpart");
        bool plain = described->first == token + 1 && !*described->country && !of;
        bool home = plain && is_at_home(offices, doc, described);
        bool held = plain && is_held(offices, doc, described);
        struct fitting best = { .fit = FIT_NONE, .entity = NONE };

        for (size_t i = 0; i < offices->n; i++) {
                enum fit fit = fit_of(doc, described, &offices->list[i]);

                if (fit == FIT_NONE || fit < best.fit || (home && offices->list[i].foreign) ||
                    (held && offices->list[i].former) ||
                    (names_realm(doc, described, token) &&
                     is_of_another(doc, &offices->list[i])) ||
                    (!of && is_yet_to_come(doc, &offices->list[i], token)) ||
                    (of && !is_of(doc, &offices->list[i], of)) ||
                    (counterpart &&
                     !are_counterparts(offices, described->entity, &offices->list[i])))
                        continue;
                take(&best, doc, fit, offices->list[i].entity);
        }
        if (best.fit == FIT_MINISTER)
                return last_named(offices, doc, described, best.fit, token);
        if (!best.others || (!counterpart && best.n >= FOREMOST * best.others))
                return best.entity;
        return counterpart || of ? NONE : last_named(offices, doc, described, best.fit, token);
}

/* "The head of the department": the minister who was named last. */
static bool heads_department(const struct document *doc, const struct office *o)
{
        static const char *const words[] = { "minister", "secretary" };
        static const char *const others[] = { "prime",  "first", "press",   "general",
                                              "deputy", "vice",  "private", "assistant" };

        return word_is_one_of(head_of(doc, o), words, ARRAY_SIZE(words)) &&
               !document_is_one_of(doc, o->first, others, ARRAY_SIZE(others));
}

/* "The deputy head of the ministry": the deputy who was. */
static bool is_deputy(const struct document *doc, const struct office *o)
{
        return document_is(doc, o->first, "deputy");
}

/* Of those who were named lately the only one whose office is such, whatever it is of; or NONE.
 */
static int lately_one(const struct offices *offices, const struct document *doc, size_t token,
                      bool (*is_such)(const struct document *, const struct office *))
{
        int found = NONE;

        for (size_t i = 0; i < offices->n; i++) {
                const struct office *o = &offices->list[i];

                if (o->reigns || o->entity == found || !is_such(doc, o) ||
                    !is_named_lately(doc, o->entity, token))
                        continue;
                if (found != NONE)
                        return NONE;
                found = o->entity;
        }
        return found;
}

static bool is_department(const struct document *doc, size_t i)
{
        return document_is(doc, i, "department") || document_is(doc, i, "ministry");
}

/* "of the Danish | Ministry of Health": does a department stand up to the noun @of? */
static bool names_department(const struct document *doc, size_t at, const struct token *of)
{
        for (size_t i = at; i < doc->n_tokens && &doc->tokens[i] <= of; i++)
                if (is_department(doc, i))
                        return true;
        return false;
}

/* Whom a description means that no office fits by its words, where @of says whose it is. */
static int who_is_it(const struct offices *offices, const struct document *doc,
                     const struct office *described, size_t token, const struct token *of)
{
        static const char *const heads[] = { "head", "chief", "boss" };
        size_t at = described->end;

        if (!of)
                return NONE;
        if (is_deputy(doc, described))
                return names_department(doc, at, of)
                               ? lately_one(offices, doc, token, is_deputy)
                               : NONE;
        if (at == described->first + 1 &&
            document_is_one_of(doc, described->first, heads, ARRAY_SIZE(heads)) &&
            document_is(doc, at, "of") && document_is(doc, at + 1, "the") &&
            of == &doc->tokens[at + 2] && is_department(doc, at + 2))
                return lately_one(offices, doc, token, heads_department);
        return NONE;
}

enum determiner { DETERMINER_NONE, DETERMINER_DEFINITE, DETERMINER_INDEFINITE };

static enum determiner determiner_at(const struct document *doc, size_t i)
{
        static const struct {
                const char *word;
                enum determiner determiner;
        } words[] = {
                { "the", DETERMINER_DEFINITE },   { "his", DETERMINER_DEFINITE },
                { "her", DETERMINER_DEFINITE },   { "their", DETERMINER_DEFINITE },
                { "a", DETERMINER_INDEFINITE },   { "an", DETERMINER_INDEFINITE },
                { "one", DETERMINER_INDEFINITE }, { "another", DETERMINER_INDEFINITE },
        };

        for (size_t k = 0; k < ARRAY_SIZE(words); k++)
                if (document_is(doc, i, words[k].word))
                        return words[k].determiner;
        return DETERMINER_NONE;
}

/* "the only senator who refused", "the other minister": one who is yet to be told, or nobody
 * who was named. */
static bool is_set_apart(const struct document *doc, size_t i)
{
        static const char *const words[] = { "only", "sole", "lone", "other", "next" };

        return document_is_one_of(doc, i, words, ARRAY_SIZE(words));
}

/* "of Russia", "of US diplomacy": what belongs to a title behind it. */
static size_t take_complement(const struct document *doc, size_t at, size_t end,
                              struct office *office)
{
        const char *country;
        size_t n;

        if (at + 1 >= end || !document_is(doc, at, "of"))
                return at;
        country = title_country(doc, at + 1, end, &n);
        if (!country)
                return at;
        if (!*office->country)
                office->country = country;
        at += 1 + n;
        if (document_is(doc, at, "diplomacy") && at < end) {
                office->class = "foreign minister";
                at++;
        }
        return at;
}

/* What follows makes it a part of something longer: "the president Vladimir Putin", "the prime
 * minister's wife", "the defence minister, Sergei Shoigu". */
static bool goes_on(const struct document *doc, size_t at, size_t end)
{
        if (at >= end)
                return false;
        if (document_is(doc, at, ","))
                return at + 1 < end && doc->tokens[at + 1].name == NAME_PERSON;
        return doc->tokens[at].name == NAME_PERSON || doc->tokens[at].upos == UPOS_NOUN ||
               doc->tokens[at].upos == UPOS_PROPN;
}

/* "Top | US | diplomat": the office of "top diplomat", with the country between its words. */
static const char *parted_class(const struct document *doc, size_t adjective, size_t head)
{
        char title[PHRASE_BYTES_MAX];
        int n = snprintf(title, sizeof(title), "%s %s", doc->tokens[adjective].lower,
                         doc->tokens[head].lower);

        if (n < 0 || (size_t)n >= sizeof(title))
                return NULL;
        return lexicon_get(&lexicon_title_classes, title);
}

size_t description_at(const struct offices *offices, const struct document *doc, size_t i,
                      int his, int *ret_entity)
{
        size_t end = document_sentence_end(doc, i), at = i + 1, n = 0;
        struct office described = { .country = "", .entity = his };
        enum determiner determiner = determiner_at(doc, i);
        const char *value, *country;
        const struct token *of;

        if (determiner == DETERMINER_NONE)
                return i;
        for (; at < end && at <= i + 1 + MODIFIERS_MAX; at++) {
                n = title_at(doc, at, end, &value);
                if (n)
                        break;
                country = title_country(doc, at, end, &n);
                if (country && *country)
                        described.country = country;
                else if (is_set_apart(doc, at))
                        determiner = DETERMINER_INDEFINITE;
                else if (doc->tokens[at].upos != UPOS_ADJ)
                        return i;
                n = 0;
        }
        if (!n)
                return i;
        described.first = at;
        described.end = at + n;
        described.class = office_class(doc, at, at + n);
        if (!described.class && n == 1 && at > i + 2)
                described.class = parted_class(doc, i + 1, at);
        at = take_complement(doc, at + n, end, &described);
        if (goes_on(doc, at, end))
                return i;
        *ret_entity = NONE;
        if (determiner != DETERMINER_DEFINITE)
                return at;
        of = whose(doc, at, end);
        *ret_entity = who_fits(offices, doc, &described, i, of);
        if (*ret_entity == NONE)
                *ret_entity = who_is_it(offices, doc, &described, i, of);
        return at;
}
