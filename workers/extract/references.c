/* references - the names, descriptions and pronouns of an article, with whom they mean
 *
 * One pass through the text. It remembers who stood where in the last sentences: the one who
 * acts
 * ("Blinken said") is the likeliest to be "he" in the next. Inside quotation marks a pronoun is
 * the speaker's and is left alone.
 */
#include "workers/extract/references.h"

#include <errno.h>
#include <string.h>

#include "base/macros.h"
#include "workers/extract/bodies.h"

extern const struct lexicon lexicon_speech_words;

enum {
        SOMEONE = -2,       /* a person without a name */
        SENTENCES_BACK = 3, /* how far behind a pronoun its person may stand */
        PERSONS_KEPT = 4,   /* of one sentence */
        APPOSITION_TOKENS = 24,
        SHOUT_TOKENS = 16, /* of a line in capitals, to know it by … */
        SHOUT_WORDS = 4,   /* … and words that it has at least */
};

struct seen {
        int persons[PERSONS_KEPT];
        size_t n;
        int subject; /* or NONE, SOMEONE */
        bool speaks; /* the subject says something */
        bool led_in; /* "Asked about …, he said": a clause without a subject of its own opens it
                      */
        bool main;   /* … and the subject is the one of the main clause */
};

struct reader {
        struct document *doc;
        const struct names *names;
        struct offices offices;
        struct bodies bodies;
        struct references refs;
        struct seen seen[SENTENCES_BACK + 1]; /* 0 is the sentence being read */
        size_t sentence, next_name;
        bool quoted;
        bool shouted; /* the sentence is a line in capitals */
};

static int add_reference(struct reader *r, size_t first, size_t end, int entity,
                         enum reference_kind kind)
{
        struct document *doc = r->doc;
        struct reference *ref = arena_push(doc->arena, &r->refs.list, &r->refs.n, sizeof(*ref));

        if (!ref)
                return -ENOMEM;
        *ref = (struct reference){ { doc->tokens[first].start, doc->tokens[end - 1].end },
                                   entity,
                                   kind };
        return 0;
}

bool sentence_is_shouted(const struct document *doc, size_t sentence)
{
        const struct sentence *s = &doc->sentences[sentence];
        size_t words = 0;

        for (size_t i = s->first; i < s->end && i < s->first + SHOUT_TOKENS; i++) {
                const struct token *t = &doc->tokens[i];

                if (t->kind != TOKEN_WORD || t->fine == FINE_POS)
                        continue;
                if (!t->all_capital && (t->end - t->start > 1 || !t->capital))
                        return false;
                words++;
        }
        return words >= SHOUT_WORDS;
}

/* The word that says what is done, behind an adverb or two: "also said". */
static size_t behind_adverbs(const struct document *doc, size_t at)
{
        for (int k = 0; k < 2 && at < doc->n_tokens && doc->tokens[at].upos == UPOS_ADV; k++)
                at++;
        return at;
}

static bool is_finite(const struct document *doc, size_t at)
{
        const struct token *t;

        at = behind_adverbs(doc, at);
        t = &doc->tokens[at];
        return at < doc->n_tokens && (t->fine == FINE_VBD || t->fine == FINE_VBZ ||
                                      t->fine == FINE_VBP || t->fine == FINE_MD);
}

/* "Lavrov, the foreign minister, | said": the verb behind what says more of the one named. */
static bool acts_behind_apposition(const struct document *doc, size_t at)
{
        size_t end = document_sentence_end(doc, at);

        if (end > at + APPOSITION_TOKENS)
                end = at + APPOSITION_TOKENS;
        if (at + 1 >= end || !document_is(doc, at, ",") ||
            doc->tokens[at + 1].name == NAME_PERSON)
                return false;
        for (size_t i = at + 2; i + 1 < end; i++)
                if (document_is(doc, i, ",") && is_finite(doc, i + 1))
                        return true;
        return false;
}

static bool acts(const struct document *doc, size_t at)
{
        return is_finite(doc, at) || (at < doc->n_tokens && acts_behind_apposition(doc, at));
}

/* "…, said Lavrov", "Lavrov said": who speaks is who is spoken of next. */
static bool speaks(const struct document *doc, size_t first, size_t end)
{
        const struct lexicon *l = &lexicon_speech_words;

        end = behind_adverbs(doc, end);
        if (end < doc->n_tokens && lexicon_has(l, doc->tokens[end].lemma, "speak"))
                return true;
        /* "…,” said Lavrov", but not "he said Lavrov was late", "…, telling Lavrov" */
        return first > 1 && lexicon_has(l, doc->tokens[first - 1].lemma, "speak") &&
               doc->tokens[first - 1].fine != FINE_VBG &&
               doc->tokens[first - 2].kind == TOKEN_PUNCTUATION;
}

/* "Asked about the vote, | Lind": the main clause behind one that leads to it. */
static bool opens_main(const struct document *doc, size_t first, size_t end)
{
        return first && document_is(doc, first - 1, ",") && acts(doc, end);
}

/* "(AP Photo/Anna Berg, File)": who took a picture has no part in what is told. */
static bool is_picture_credit(const struct document *doc, size_t first)
{
        return first && document_is(doc, first - 1, "/");
}

/* A person stands here: remembered as the one who acts, or among the others. @entity is SOMEONE
 * for one who has no name. */
static void see(struct reader *r, int entity, size_t first, size_t end)
{
        struct seen *now = &r->seen[0];

        if (r->quoted || r->shouted || entity == NONE || is_picture_credit(r->doc, first) ||
            (entity != SOMEONE && r->doc->x->entities[entity].type != ENTITY_PERSON))
                return;
        if (now->n < PERSONS_KEPT && entity != SOMEONE)
                now->persons[now->n++] = entity;
        if (speaks(r->doc, first, end)) {
                now->subject = entity;
                now->speaks = true;
        } else if (now->led_in && !now->main && opens_main(r->doc, first, end)) {
                now->subject = entity;
                now->main = true;
        } else if (now->subject == NONE && acts(r->doc, end)) {
                now->subject = entity;
        }
}

/* Does the sentence begin with a participle? */
static bool is_led_in(const struct document *doc, size_t first)
{
        const struct token *t = &doc->tokens[first];

        return t->fine == FINE_VBN || t->fine == FINE_VBG || t->fine == FINE_VBD;
}

static void next_sentence(struct reader *r, size_t i)
{
        const struct sentence *s = &r->doc->sentences[r->doc->tokens[i].sentence];

        if (r->doc->tokens[i].sentence == r->sentence && i)
                return;
        if (!i || s->paragraph != r->doc->sentences[r->sentence].paragraph)
                r->quoted = false;
        r->sentence = r->doc->tokens[i].sentence;
        r->shouted = sentence_is_shouted(r->doc, r->sentence);
        if (r->shouted)
                return;
        memmove(&r->seen[1], &r->seen[0], SENTENCES_BACK * sizeof(r->seen[0]));
        r->seen[0] = (struct seen){ .subject = NONE, .led_in = is_led_in(r->doc, s->first) };
}

struct pronoun {
        const char *word;
        char gender;
        bool object; /* "him": hardly the one who acts in the same sentence */
};

static const struct pronoun pronouns[] = {
        { "he", 'm', false },      { "she", 'f', false },     { "him", 'm', true },
        { "his", 'm', false },     { "her", 'f', false },     { "hers", 'f', false },
        { "himself", 'm', false }, { "herself", 'f', false },
};

/* How well a gender fits: 2 it is known, 1 it may be, 0 it is not. */
static int gender_fits(const struct reader *r, int entity, char gender)
{
        char known = r->doc->x->entities[entity].gender;

        return !known ? 1 : known == gender ? 2 : 0;
}

/* The likeliest person of one sentence: who speaks, then those of known gender, then who acts,
 * then who comes first; for "him" the last who does not act. */
static int person_of(const struct reader *r, const struct seen *s, const struct pronoun *p,
                     bool same_sentence)
{
        bool object = p->object && same_sentence;
        int best = NONE, best_fit = 0;

        if (s->subject == SOMEONE && !object)
                return SOMEONE;
        for (size_t i = 0; i < s->n; i++) {
                int fit = gender_fits(r, s->persons[i], p->gender) * 2;

                if (object && s->persons[i] == s->subject)
                        continue;
                if (fit && !object && s->persons[i] == s->subject)
                        fit += s->speaks ? 3 : 2;
                if (fit > best_fit || (fit && fit == best_fit && object)) {
                        best = s->persons[i];
                        best_fit = fit;
                }
        }
        return best;
}

/* Whom the pronoun at @i means. Who is named in a clause whose subject it is, is another. */
static int whom(const struct reader *r, const struct pronoun *p, size_t i)
{
        bool another = r->seen[0].led_in && !r->seen[0].main && !p->object &&
                       opens_main(r->doc, i, i + 1);

        for (size_t back = another; back <= SENTENCES_BACK; back++) {
                int entity = person_of(r, &r->seen[back], p, back == 0);

                if (entity != NONE)
                        return entity == SOMEONE ? NONE : entity;
        }
        return NONE;
}

static const struct pronoun *pronoun_at(const struct reader *r, size_t i)
{
        for (size_t k = 0; k < ARRAY_SIZE(pronouns); k++)
                if (document_is(r->doc, i, pronouns[k].word))
                        return &pronouns[k];
        return NULL;
}

static int read_pronoun(struct reader *r, size_t i)
{
        const struct pronoun *p = pronoun_at(r, i);
        int entity;

        if (!p ||
            (document_is(r->doc, i + 1, "part") && i && document_is(r->doc, i - 1, "for")))
                return 0; /* "For his part, Lavrov": he is still to come */
        entity = whom(r, p, i);
        if (entity == NONE)
                return 0;
        if (!p->object && acts(r->doc, i + 1))
                see(r, entity, i, i + 1);
        return add_reference(r, i, i + 1, entity, REFERENCE_PRONOUN);
}

static void read_mark(struct reader *r, size_t i)
{
        if (document_is(r->doc, i, "“"))
                r->quoted = true;
        else if (document_is(r->doc, i, "”"))
                r->quoted = false;
        else if (document_is(r->doc, i, "\"") || document_is(r->doc, i, "''"))
                r->quoted = !r->quoted;
        else if (document_is(r->doc, i, "``"))
                r->quoted = true;
}

/* Whom "his" or "her" at @i means, or NONE. */
static int possessor(const struct reader *r, size_t i)
{
        const struct pronoun *p = pronoun_at(r, i);

        return p && r->doc->tokens[i].fine == FINE_PRPS ? whom(r, p, i) : NONE;
}

/* Reads what stands at token @i; gives the token behind it. */
static int read_token(struct reader *r, size_t *i)
{
        const struct names *names = r->names;
        size_t at = *i, end;
        int entity = NONE, his, e = 0;

        next_sentence(r, at);
        while (r->next_name < names->n && names->list[r->next_name].first < at)
                r->next_name++;
        if (r->next_name < names->n && names->list[r->next_name].first == at) {
                const struct name *name = &names->list[r->next_name++];

                see(r, name->entity, at, name->end);
                *i = name->end;
                return add_reference(r, at, name->end, name->entity, REFERENCE_NAME);
        }
        his = possessor(r, at);
        end = description_at(&r->offices, r->doc, at, his, &entity);
        if (end == at)
                end = body_at(&r->bodies, r->doc, at, &entity);
        if (end > at && entity == NONE && his != NONE && !r->quoted) {
                /* "Her deputy stayed": she is known, who is hers is not. */
                see(r, SOMEONE, at, end);
                *i = at + 1;
                return add_reference(r, at, at + 1, his, REFERENCE_PRONOUN);
        }
        if (end > at)
                see(r, entity == NONE ? SOMEONE : entity, at, end);
        if (end > at && entity != NONE) {
                *i = end;
                return add_reference(r, at, end, entity, REFERENCE_DESCRIPTION);
        }
        read_mark(r, at);
        if (!r->quoted && r->doc->tokens[at].kind == TOKEN_WORD)
                e = read_pronoun(r, at);
        *i = at + 1;
        return e;
}

int references_find(const struct names *names, struct document *doc)
{
        struct reader reader = { .doc = doc, .names = names };
        struct references *refs = arena_alloc(doc->arena, sizeof(*refs));
        int r = refs ? offices_find(&reader.offices, names, doc) : -ENOMEM;

        if (!r)
                r = bodies_find(&reader.bodies, names, doc);

        for (size_t k = 0; k <= SENTENCES_BACK; k++)
                reader.seen[k].subject = NONE;
        for (size_t i = 0; !r && i < doc->n_tokens;)
                r = read_token(&reader, &i);
        if (r)
                return r;
        *refs = reader.refs;
        doc->references = refs;
        return 0;
}
