/* types - what kind of thing each name is, after all names of the article are heard
 *
 * The tagger decides place by place, and sees a name once as a person's and once as a body's.
 * Here all places where a name stands vote together, and a full name speaks for its parts. A
 * kind that a word list gives holds.
 */
#include <errno.h>
#include <string.h>

#include "base/macros.h"
#include "workers/extract/name_table.h"
#include "workers/extract/names.h"
#include "workers/text/gazetteer.h"
#include "workers/text/name_key.h"

extern const struct lexicon lexicon_noun_kinds;

enum {
        SURE_ABROAD = 80,      /* percent */
        APPOSITION_TOKENS = 5, /* from a name to the noun behind it */
};

struct vote {
        const char *key;
        uint32_t weight[ENTITY_OTHER + 1];
        uint32_t part; /* of persons whose full name has it as a part */
        bool human;    /* it stands where only a person's name does */
        bool listed;
        enum entity_type listed_type;
};

static struct vote *vote_of(const struct name_table *votes, const char *key)
{
        struct vote *vote = name_table_at(votes, key);

        vote->key = key;
        return vote;
}

/* Who is called by a part of a full name is the person with all of it. */
static int vote_for_parts(const struct name_table *votes, const struct document *doc,
                          const struct name *name)
{
        const char *given = arena_copy(doc->arena, name->key, strcspn(name->key, " "));

        if (!given)
                return -ENOMEM;
        vote_of(votes, family_name(name->key))->part += name->confidence;
        vote_of(votes, given)->part += name->confidence;
        if (name->words > 2) /* "Lopez Garcia" of "Ana Lopez Garcia" */
                vote_of(votes, strchr(name->key, ' ') + 1)->part += name->confidence;
        return 0;
}

static bool has_given_name(const struct document *doc, const struct name *name)
{
        return name->words > 1 && name->words < 4 &&
               gazetteer_word(&lexicon_first_names, &doc->tokens[name->first]);
}

/* "Wayne Borders, 34, …", "Grace Banks, who …", "the firm's head, Hope Fields, …": an age,
 * "who" (but of a team), an office between commas. */
static bool is_human_there(const struct document *doc, const struct name *name)
{
        const struct sentence *s = &doc->sentences[doc->tokens[name->first].sentence];
        const char *last = doc->tokens[name->end - 1].lower, *value, *kind;
        size_t i = name->end, size = strlen(last);

        if (i + 2 >= s->end || !document_is(doc, i, ","))
                return false;
        if (doc->tokens[i + 1].kind == TOKEN_NUMBER && strlen(doc->tokens[i + 1].lower) == 2 &&
            document_is(doc, i + 2, ","))
                return true;
        if (document_is(doc, i + 1, "who"))
                return size && last[size - 1] != 's';
        return name->first > s->first + 1 && document_is(doc, name->first - 1, ",") &&
               title_before(doc, s->first, name->first - 1, &value) < name->first - 1 &&
               lexicon_column(value, 0, &kind) == strlen("office") && *kind == 'o';
}

/* "Ramar Holm — an unarmed teenager": somebody, and no place. Of a body it may be said, too,
 * that it is "a distributor". */
static bool is_said_to_be_human(const struct document *doc, const struct name *name)
{
        static const char *const marks[] = { ",", "–", "—", "--" };
        size_t end = document_sentence_end(doc, name->first), i = name->end + 2;
        const char *kind;

        if (name->type != ENTITY_PLACE || name->words < 2 || name->words > 3 || i >= end ||
            !document_is_one_of(doc, name->end, marks, ARRAY_SIZE(marks)) ||
            (!document_is(doc, i - 1, "a") && !document_is(doc, i - 1, "an")))
                return false;
        while (i < end && i < name->end + APPOSITION_TOKENS && doc->tokens[i].upos == UPOS_ADJ)
                i++;
        if (i >= end || doc->tokens[i].fine != FINE_NN ||
            (i + 1 < end && doc->tokens[i + 1].upos == UPOS_NOUN))
                return false;
        kind = lexicon_get(&lexicon_noun_kinds, doc->tokens[i].lower);
        return kind && strcmp(kind, "person") == 0;
}

/* Does a word stand before it that stands before places? */
static bool is_located(const struct document *doc, const struct name *name)
{
        static const char *const words[] = { "in", "at", "from", "near", "to", "the", "of" };

        return name->first &&
               document_is_one_of(doc, name->first - 1, words, ARRAY_SIZE(words));
}

/* "West" for a place may be the West of "Ann West": without a word that places it, it speaks
 * for nobody else. */
static void heed_families(const struct name_table *votes, const struct names *names,
                          const struct document *doc)
{
        for (size_t i = 0; i < names->n; i++) {
                const struct name *name = &names->list[i];
                struct vote *vote = vote_of(votes, name->key);

                if (name->type != ENTITY_PLACE || !vote->part || name->place.country ||
                    is_located(doc, name))
                        continue;
                vote->weight[ENTITY_PLACE] -= name->confidence;
                vote->weight[ENTITY_PERSON] += name->confidence;
        }
}

/* "VELLMAR, Norland (AP) –": whatever else it may be, here it is a place. */
static bool is_of_dateline(const struct document *doc, const struct name *name)
{
        const struct span *s = &doc->x->dateline.span;

        return doc->x->dateline.place && !span_is_none(*s) && name->span.start >= s->start &&
               name->span.end <= s->end && name->type != ENTITY_ORGANIZATION;
}

static int count(const struct name_table *votes, const struct names *names,
                 const struct document *doc)
{
        int r = 0;

        for (size_t i = 0; !r && i < names->n; i++) {
                const struct name *name = &names->list[i];
                struct vote *vote = vote_of(votes, name->key);

                vote->weight[name->type] += name->confidence;
                vote->human = vote->human || is_said_to_be_human(doc, name) ||
                              (has_given_name(doc, name) && is_human_there(doc, name));
                if (name->listed || is_of_dateline(doc, name)) {
                        vote->listed = true;
                        vote->listed_type = name->listed ? name->type : ENTITY_PLACE;
                }
                if (name->type == ENTITY_PERSON && name->words > 1)
                        r = vote_for_parts(votes, doc, name);
        }
        return r;
}

static uint32_t weight_of(const struct vote *vote, enum entity_type type)
{
        return vote->weight[type] + (type == ENTITY_PERSON ? vote->part : 0);
}

static enum entity_type winner(const struct name_table *votes, const struct document *doc,
                               const struct name *name)
{
        const struct vote *vote = vote_of(votes, name->key);
        const struct vote *family = vote_of(votes, family_name(name->key));
        enum entity_type best = ENTITY_PERSON;

        if (vote->listed)
                return vote->listed_type;
        for (enum entity_type t = ENTITY_PERSON; t <= ENTITY_OTHER; t++)
                if (weight_of(vote, t) > weight_of(vote, best))
                        best = t;
        if (vote->human)
                return ENTITY_PERSON;
        /* "Antony Blinken" is a person where "Blinken" is one. */
        if (best != ENTITY_PERSON && has_given_name(doc, name) &&
            family->weight[ENTITY_PERSON] > vote->weight[best])
                return ENTITY_PERSON;
        /* "Washington" is a person only where someone has a full name with it. */
        if (best == ENTITY_PERSON && name->words == 1 && !vote->part && !name->addressed &&
            place_find(doc, name->first, name->end).capital)
                return ENTITY_PLACE;
        return best;
}

/* The tagger has learned English. Of another language it is believed where a list, a full name
 * or an acronym speaks for it: every German noun has a capital. */
static bool is_believed_abroad(const struct name_table *votes, const struct document *doc,
                               const struct name *name)
{
        switch (name->type) {
        case ENTITY_PERSON:
                if (name->words == 1)
                        return vote_of(votes, name->key)->part > 0;
                return name->confidence >= SURE_ABROAD || has_given_name(doc, name);
        case ENTITY_ORGANIZATION: return name->body || doc->tokens[name->first].all_capital;
        case ENTITY_PLACE: return name->place.known;
        case ENTITY_GROUP:
        case ENTITY_OTHER: break;
        }
        return false;
}

static void drop_doubtful(const struct name_table *votes, struct names *names,
                          const struct document *doc)
{
        size_t kept = 0;

        for (size_t i = 0; i < names->n; i++)
                if (is_believed_abroad(votes, doc, &names->list[i]))
                        names->list[kept++] = names->list[i];
        names->n = kept;
}

int types_agree(struct names *names, const struct document *doc)
{
        struct name_table votes;
        /* A name and three parts each, at most. */
        int r = name_table_init(&votes, doc->arena, sizeof(struct vote), 4 * names->n);

        if (!r)
                r = count(&votes, names, doc);
        if (!r)
                heed_families(&votes, names, doc);
        for (size_t i = 0; !r && i < names->n; i++) {
                struct name *name = &names->list[i];
                enum entity_type type = winner(&votes, doc, name);

                if (type != name->type && type == ENTITY_PLACE)
                        name->place = place_find(doc, name->first, name->end);
                else if (type != name->type)
                        name->place = (struct place_link){ .known = false };
                name->type = type;
        }
        if (!r && !doc->english)
                drop_doubtful(&votes, names, doc);
        return r;
}
