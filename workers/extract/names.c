/* names - the names of an article, from the tagger and the word lists
 *
 * The tagger sees names that stand in no list; the lists know countries, great bodies and large
 * places for certain. Where both speak, a list that has the whole name decides on its kind.
 */
#include "workers/extract/names.h"

#include <errno.h>
#include <string.h>

#include "base/macros.h"
#include "workers/extract/agencies.h"
#include "workers/lexicon/lexicon.h"
#include "workers/text/gazetteer.h"
#include "workers/text/tag_mends.h"
#include "workers/text/name_key.h"

extern const struct lexicon lexicon_holidays;
extern const struct lexicon lexicon_time_words;

enum {
        LISTED_CONFIDENCE = 90,
        PERSON_WORDS_MAX = 4,
        NAME_WORDS_MOST = 7,
        FEAST_TOKENS_MAX = 6,
        FEAST_BYTES_MAX = 64,
        LARGE_CITY_DIGITS =
                3, /* people in thousands: 100,000 or more are found by the list alone */
};

static const enum entity_type types[] = {
        [NAME_PERSON] = ENTITY_PERSON,
        [NAME_ORGANIZATION] = ENTITY_ORGANIZATION,
        [NAME_PLACE] = ENTITY_PLACE,
        [NAME_OTHER] = ENTITY_OTHER,
};

/* "Anna | von der Berg": the end of the family name that goes on at @end, or @end. */
static size_t behind_particles(const struct document *doc, size_t end, size_t stop)
{
        size_t i = end;

        while (i > 0 && !doc->tokens[i - 1].capital && token_is_particle(&doc->tokens[i - 1]))
                i--;
        while (i < stop && !doc->tokens[i].capital && token_is_particle(&doc->tokens[i]))
                i++;
        if (i < end || i == 0 || i >= stop || doc->tokens[i - 1].capital ||
            !doc->tokens[i].capital || doc->tokens[i].kind != TOKEN_WORD ||
            (doc->tokens[i].name != NAME_NONE && doc->tokens[i].name != NAME_PERSON))
                return end;
        return i + 1;
}

/* The end of the tagged name that begins at @i; its confidence is that of its weakest word. */
static size_t tagged_end(const struct document *doc, size_t i, uint8_t *ret_confidence)
{
        size_t stop = document_sentence_end(doc, i), end = i + 1;

        *ret_confidence = doc->tokens[i].name_confidence;
        for (; end < stop; end++) {
                const struct token *t = &doc->tokens[end];

                if (t->name != doc->tokens[i].name || t->name_begins)
                        break;
                if (t->name_confidence < *ret_confidence)
                        *ret_confidence = t->name_confidence;
        }
        if (doc->tokens[i].name == NAME_PERSON)
                end = behind_particles(doc, end, stop);
        if (end < stop && doc->tokens[i].name == NAME_PERSON &&
            doc->tokens[end].name == NAME_NONE && name_has_article(doc, end))
                end++; /* "Omar | al-Berg" */
        return end;
}

static bool is_listed_body(const struct document *doc, size_t first, size_t end,
                           const char **ret_body)
{
        const char *kind, *value;
        size_t n = 0;

        value = gazetteer_find(&lexicon_organizations, doc, first, end, &n);
        if (!value || n != end - first)
                return false;
        if (!gazetteer_case_fits(doc, first, n,
                                 lexicon_column(value, 1, &kind) == strlen("acronym")))
                return false;
        *ret_body = value;
        return true;
}

/* A demonym alone is no name, but for a people: "the Russians", who are known by their country.
 */
static bool is_adjective_of_nation(const struct document *doc, struct name *name,
                                   bool *ret_people)
{
        const struct token *last = &doc->tokens[name->end - 1];
        const char *country;
        size_t n = 0;

        country = gazetteer_find(&lexicon_demonyms, doc, name->first, name->end, &n);
        if (!country || n != name->end - name->first)
                return false;
        n = strlen(last->lower);
        *ret_people = (last->fine == FINE_NNPS || last->fine == FINE_NNS) && n > 1 &&
                      last->lower[n - 1] == 's';
        if (*ret_people && strlen(country) == 2)
                memcpy(name->place.iso3166, country, 2);
        return true;
}

bool name_set_key(const struct document *doc, struct name *name)
{
        char key[NAME_KEY_MAX];
        size_t n, skip = document_is(doc, name->first, "the") && name->end - name->first > 1;
        uint32_t start;

        name->span.start = doc->tokens[name->first].start;
        name->span.end = doc->tokens[name->end - 1].end;
        start = doc->tokens[name->first + skip].start;
        n = name_key(key, doc->x->text + start, name->span.end - start);
        name->key = arena_copy(doc->arena, key, n);
        name->words = 1;
        for (size_t i = 0; i < n; i++)
                name->words += key[i] == ' ';
        return name->key;
}

/* A single word may be a place's name and a body's as well; two that stand in the list together
 * ("West Bank") hardly. */
static bool is_listed_place(const struct name *name)
{
        if (!name->place.known || name->type == ENTITY_PERSON)
                return false;
        return name->end - name->first > 1 ||
               (name->type != ENTITY_PLACE && name->confidence < NAME_SURE);
}

/* A single word that is also a body's ("Dawn", "Amazon") is a body where the tagger has nothing
 * against it. */
static bool may_be_body(const struct document *doc, const struct name *name)
{
        if (name->end - name->first > 1 || doc->tokens[name->first].all_capital ||
            name->type == ENTITY_ORGANIZATION || name->type == ENTITY_OTHER)
                return true;
        return name->confidence < NAME_SURE && !name->place.known &&
               !gazetteer_word(&lexicon_first_names, &doc->tokens[name->first]);
}

/* What the lists say of the whole name. */
static void consult_lists(const struct document *doc, struct name *name)
{
        const char *column;

        name->place = place_find(doc, name->first, name->end);
        if (is_listed_body(doc, name->first, name->end, &name->body) && !name->place.country &&
            may_be_body(doc, name)) {
                name->body = arena_copy(doc->arena, name->body,
                                        lexicon_column(name->body, 0, &column));
                name->type = ENTITY_ORGANIZATION;
                name->listed = true;
        } else if (name->place.country || is_listed_place(name)) {
                name->listed = name->place.country || name->end - name->first > 1;
                name->type = ENTITY_PLACE;
                name->body = NULL;
        } else {
                name->body = NULL;
        }
        if (name->type != ENTITY_PLACE)
                name->place = (struct place_link){ .known = false };
}

/* Words of these kinds are no names when they stand alone, whatever their capitals. */
static bool is_function_word(const struct document *doc, const struct name *name)
{
        switch (doc->tokens[name->first].upos) {
        case UPOS_DET:
        case UPOS_INTJ:
        case UPOS_ADP:
        case UPOS_PRON:
        case UPOS_CCONJ:
        case UPOS_SCONJ:
        case UPOS_AUX:
                return name->end == name->first + 1 && !doc->tokens[name->first].all_capital;
        default: return false;
        }
}

static bool continues_person(const struct document *doc, const struct names *names,
                             const struct name *name)
{
        const struct name *before = names->n ? &names->list[names->n - 1] : NULL;

        return before && before->type == ENTITY_PERSON && name->type == ENTITY_PERSON &&
               before->end == name->first &&
               doc->tokens[before->first].sentence == doc->tokens[name->first].sentence;
}

static bool is_weekday(const char *word)
{
        const char *value = lexicon_get(&lexicon_time_words, word);

        return value && strncmp(value, "DOW=", 4) == 0 && strstr(value, "abbr") == NULL;
}

/* "(R-AK)", "(D-Calif.)", "Editing by", "the No. 1": a party and a state, what an editor did,
 * and what a number has before it. */
static bool is_label(const struct document *doc, const struct name *name)
{
        const char *word = doc->tokens[name->first].lower;

        if (name->end - name->first > 1 || !name->first)
                return false;
        if (is_weekday(word))
                return true;
        if (strcmp(word, "no.") == 0 || strcmp(word, "no") == 0)
                return name->end < doc->n_tokens &&
                       (doc->tokens[name->end].kind == TOKEN_NUMBER ||
                        document_is(doc, name->end, "."));
        if (strchr("rdi", word[0]) && (word[1] == '-' || word[1] == '.' || !word[1]) &&
            doc->tokens[name->first].capital)
                return document_is(doc, name->first - 1, "(") ||
                       (word[1] != '-' && document_is(doc, name->first - 1, ","));
        return name->end < doc->n_tokens && document_is(doc, name->end, "by") &&
               document_is(doc, name->first - 1, "(") &&
               doc->tokens[name->first].fine != FINE_NNPS;
}

/* "on Twitter Tuesday", but not "on Black Friday". */
static bool ends_with_day(const struct document *doc, const struct name *name)
{
        static const char *const named[] = { "ash",  "black",  "bloody", "cyber", "easter",
                                             "fat",  "giving", "good",   "holy",  "maundy",
                                             "palm", "shrove", "super" };
        const struct token *t = &doc->tokens[name->end - 1];

        if (name->end - name->first < 2 || !is_weekday(t->lower))
                return false;
        return !word_is_one_of(t[-1].lower, named, ARRAY_SIZE(named));
}

/* Takes the stretch as a name, unless nothing is left of it. */
static int add(struct names *names, const struct document *doc, struct name name)
{
        bool people = false, adjective, joined;
        struct name *slot;

        if (names->n >= NAMES_MAX || is_function_word(doc, &name) || is_label(doc, &name))
                return 0;
        name.end -= ends_with_day(doc, &name);
        adjective = is_adjective_of_nation(doc, &name, &people);
        if (adjective && !people)
                return 0;
        if (people)
                name.type = ENTITY_GROUP;
        name.type = name_type_beside(doc, &name);
        joined = continues_person(doc, names, &name);
        if (joined) /* "Kim | Jong Un": the tagger parted what has nothing between */
                name.first = names->list[names->n - 1].first;
        if (!name_set_key(doc, &name))
                return -ENOMEM;
        if (!*name.key)
                return 0;
        if (!people)
                consult_lists(doc, &name);
        if (name.type == ENTITY_OTHER && name.confidence < 60)
                return 0;
        if (name.type == ENTITY_PERSON && name.words > NAME_WORDS_MOST)
                return 0; /* names that have run together */
        names->n -= joined;
        name.entity = NONE;
        slot = arena_push(doc->arena, &names->list, &names->n, sizeof(*slot));
        if (!slot)
                return -ENOMEM;
        *slot = name;
        return 0;
}

/* Capitalised throughout, and more than a word that may be any: "Gulf", "Alps" wait for the
 * tagger.
 */
static bool is_proper(const struct document *doc, size_t i, size_t n)
{
        bool whole = n > 1 || strchr(doc->tokens[i].lower, '-');

        for (size_t k = i; k < i + n; k++)
                whole = whole && (doc->tokens[k].capital || strlen(doc->tokens[k].lower) < 4);
        return whole;
}

/* How many tokens from @i are a name that the lists know for certain, though the tagger does
 * not.
 */
static size_t listed_length(const struct document *doc, size_t i, enum entity_type *ret_type)
{
        const char *value, *column;
        struct agency_match agency;
        size_t end = document_sentence_end(doc, i), n = 0;

        *ret_type = ENTITY_PLACE;
        value = gazetteer_find(&lexicon_countries, doc, i, end, &n);
        if (value && gazetteer_case_fits(doc, i, n, false))
                return n;
        value = gazetteer_find(&lexicon_organizations, doc, i, end, &n);
        if (value && (n > 1 || doc->tokens[i].all_capital) &&
            gazetteer_case_fits(doc, i, n, lexicon_column(value, 1, &column) == 7)) {
                *ret_type = ENTITY_ORGANIZATION;
                return n;
        }
        agency = agency_at(doc, i);
        if (agency.name && !agency.is_short && agency.end <= end) {
                *ret_type = ENTITY_ORGANIZATION;
                return agency.end - i;
        }
        value = gazetteer_find(&lexicon_place_aliases, doc, i, end, &n);
        if (value && gazetteer_case_fits(doc, i, n, false) && is_proper(doc, i, n))
                return n;
        value = gazetteer_find(&lexicon_places, doc, i, end, &n);
        if (value && gazetteer_case_fits(doc, i, n, false) &&
            doc->tokens[i].upos == UPOS_PROPN && strncmp(value, "0\t", 2) != 0 &&
            lexicon_column(value, 3, &column) >= LARGE_CITY_DIGITS &&
            !gazetteer_word(&lexicon_first_names, &doc->tokens[i]) &&
            !gazetteer_word(&lexicon_surnames, &doc->tokens[i]))
                return n;
        return 0;
}

/* A list may add a name only where the tagger saw none. */
static bool is_untagged(const struct document *doc, size_t i, size_t n)
{
        for (size_t k = i; k < i + n; k++)
                if (doc->tokens[k].name != NAME_NONE)
                        return false;
        return true;
}

/* "Mr. Walden", "Sen. Walden": what is shortened before a name stands before nothing else. */
static bool is_short_address(const struct document *doc, size_t i)
{
        static const char *const words[] = { "mr",  "mrs",  "ms",   "dr",   "sen",  "rep",
                                             "gov", "sgt",  "lt",   "col",  "capt", "maj",
                                             "gen", "prof", "sens", "reps", "mx" };
        const struct token *t = &doc->tokens[i];

        for (size_t k = 0; k < ARRAY_SIZE(words); k++) {
                size_t n = strlen(words[k]);

                if (t->capital && strncmp(t->lower, words[k], n) == 0 &&
                    (!t->lower[n] || strcmp(t->lower + n, ".") == 0))
                        return true;
        }
        return false;
}

/* "spokeswoman Hua Chunying": two capitalised words or more behind a title are a person, though
 * the tagger does not know them; behind a short one a single word is. Gives their number. */
static size_t titled_length(const struct document *doc, size_t i)
{
        const struct sentence *s = &doc->sentences[doc->tokens[i].sentence];
        const char *value, *kind;
        size_t n = 0;
        bool addressed = i > s->first && is_short_address(doc, i - 1);

        if (!addressed && (title_before(doc, s->first, i, &value) == i ||
                           lexicon_column(value, 0, &kind) != strlen("office") || *kind != 'o'))
                return 0;
        while (i + n < s->end && n < PERSON_WORDS_MAX &&
               (doc->tokens[i + n].capital || name_has_article(doc, i + n)) &&
               doc->tokens[i + n].kind == TOKEN_WORD && doc->tokens[i + n].name == NAME_NONE &&
               (doc->tokens[i + n].upos == UPOS_PROPN || (addressed && !n)))
                n++;
        if (addressed && n == 1)
                return doc->tokens[i].lower[1] && !title_at(doc, i, i + 1, &value);
        return n > 1 ? n : 0;
}

static struct name next_name(const struct document *doc, size_t i)
{
        struct name name = { .first = i, .end = i };
        const struct token *t = &doc->tokens[i];
        enum entity_type listed;
        enum name_tag whole;
        size_t n;

        if (t->name != NAME_NONE) {
                name.type = types[t->name];
                name.end = tagged_end(doc, i, &name.confidence);
                n = t->name == NAME_PERSON ? name_behind_nickname(doc, i, name.end) : 0;
                if (n) {
                        name.end = doc->tokens[n].name == NAME_NONE
                                           ? n + 1
                                           : tagged_end(doc, n, &name.confidence);
                        return name;
                }
        }
        if (!t->capital && !name_has_article(doc, i))
                return name;
        n = name_whole_length(doc, i, &whole);
        if (n > name.end - i ||
            (n && n == name.end - i && (t->name == NAME_PERSON || t->name == NAME_PLACE))) {
                name.end = i + n;
                name.type = types[whole];
                name.confidence = NAME_SURE;
                return name;
        }
        if (name_given_before(doc, i)) {
                name.type = ENTITY_PERSON;
                name.end = tagged_end(doc, i + 1, &name.confidence);
                return name;
        }
        n = listed_length(doc, i, &listed);
        if (n && (is_untagged(doc, i, n) || (n > name.end - i && n > 2))) {
                name.end = i + n;
                name.type = listed;
                name.confidence = LISTED_CONFIDENCE;
        } else if (name.end == i) {
                name.end = i + titled_length(doc, i);
                name.type = ENTITY_PERSON;
                name.confidence = NAME_SURE;
        }
        return name;
}

/* "CIA Director | William Burns": the lists still know a name in what was cut off in front. */
static int add_listed(struct names *names, const struct document *doc, size_t i, size_t end)
{
        int r = 0;

        while (!r && i < end) {
                struct name name = { .first = i, .confidence = LISTED_CONFIDENCE };
                size_t n = doc->tokens[i].capital ? listed_length(doc, i, &name.type) : 0;

                name.end = i + n;
                if (n && name.end <= end)
                        r = add(names, doc, name);
                i += n ? n : 1;
        }
        return r;
}

/* Tokens of a feast that starts at @i and has several words: "New Year's Eve" is nobody. 0:
 * none does. */
static size_t feast_length(const struct document *doc, size_t i)
{
        char feast[FEAST_BYTES_MAX];
        size_t size = 0, found = 0;

        for (size_t k = i; k < doc->n_tokens && k < i + FEAST_TOKENS_MAX; k++) {
                const struct token *t = &doc->tokens[k];
                size_t n = strlen(t->lower), gap = k > i && t->start > doc->tokens[k - 1].end;

                if (t->sentence != doc->tokens[i].sentence || size + gap + n >= sizeof(feast))
                        break;
                if (gap)
                        feast[size++] = ' ';
                memcpy(feast + size, t->lower, n);
                size += n;
                if (k > i && lexicon_find(&lexicon_holidays, feast, size))
                        found = k + 1 - i;
        }
        return found;
}

int names_find(struct names *ret, const struct document *doc)
{
        struct names names = { .n = 0 };
        int r = 0;

        for (size_t i = 0; !r && i < doc->n_tokens;) {
                size_t first = i, feast = doc->tokens[i].capital ? feast_length(doc, i) : 0;
                struct name name = next_name(doc, i);

                if (feast && i + feast >= name.end) {
                        i += feast;
                        continue;
                }
                i = name.end > i ? name.end : i + 1;
                if (name.end == name.first)
                        continue;
                name_trim(&name, doc);
                r = add_listed(&names, doc, first, name.first);
                if (!r && name.first < name.end) {
                        r = add(&names, doc, name);
                        i = name.end; /* what was parted from it may be another name */
                }
        }
        if (!r)
                *ret = names;
        return r;
}
