/* quantities_outcome - the words that tell what became of those who are counted
 *
 * A participle tells it from either side of the number ("killing 12", "12 were hurt"), as do a
 * noun ("the deaths of 12") and turns of phrase whose verb alone says something else: who "lost
 * their lives" or was "shot dead" died.
 */
#include <string.h>

#include "base/macros.h"
#include "workers/extract/quantities.h"
#include "workers/extract/quantities_words.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_number_company;
extern const struct lexicon lexicon_outcomes;
extern const struct lexicon lexicon_outcome_nouns;
extern const struct lexicon lexicon_noun_kinds;
extern const struct lexicon lexicon_verb_forms;

enum { TURN_WORDS_MAX = 4, OUTCOME_WORD_MAX = 24 };

static const char any[] = "*";

/* One word each, NULL at the end; any: whatever word. */
struct turn {
        const char *words[TURN_WORDS_MAX];
        const char *outcome;
        bool deed; /* that one may do to another */
};

/* Behind those who are counted. */
static const struct turn turns_behind[] = {
        { { "lost", any, "lives" }, "dead", false },
        { { "lost", any, "life" }, "dead", false },
        { { "succumbed", "to", any, "injuries" }, "dead", false },
        { { "succumbed", "to", any, "wounds" }, "dead", false },
        { { "shot", "dead" }, "dead", true },
        { { "fatally", any }, "dead", true },
        { { "gunned", "down" }, "shot", true },
        { { "unaccounted", "for" }, "missing", false },
        { { "in", "custody" }, "arrested", false },
        { { "into", "custody" }, "arrested", false },
        { { "taken", "into", "custody" }, "arrested", false },
        { { "under", "arrest" }, "arrested", false },
        { { "taken", "to", "hospital" }, "hospitalized", false },
        { { "taken", "to", "hospitals" }, "hospitalized", false },
        { { "taken", "to", "the", "hospital" }, "hospitalized", false },
        { { "rushed", "to", "hospital" }, "hospitalized", false },
        { { "rushed", "to", any, "hospital" }, "hospitalized", false },
        { { "rushed", "to", "hospitals" }, "hospitalized", false },
        { { "in", "hospital" }, "hospitalized", false },
        { { "in", "intensive", "care" }, "hospitalized", false },
        { { "suffered", "injuries" }, "injured", false },
        { { "suffered", any, "injuries" }, "injured", false },
        { { "sustained", "injuries" }, "injured", false },
        { { "sustained", any, "injuries" }, "injured", false },
};

/* Before their number. */
static const struct turn turns_before[] = {
        { { "shot", "dead" }, "dead", true },
        { { "fatally", any }, "dead", true },
        { { "gunned", "down" }, "shot", true },
};

static bool within_sentence(const struct document *doc, size_t i, size_t sentence)
{
        return i < doc->n_tokens && doc->tokens[i].sentence == sentence;
}

static size_t length_of(const struct turn *turn)
{
        size_t n = 0;

        while (n < TURN_WORDS_MAX && turn->words[n])
                n++;
        return n;
}

/* Do the tokens from @i on say it? */
static bool says_turn(const struct document *doc, size_t i, const struct turn *turn)
{
        size_t n = length_of(turn), sentence = i < doc->n_tokens ? doc->tokens[i].sentence : 0;

        for (size_t k = 0; k < n; k++)
                if (!within_sentence(doc, i + k, sentence) ||
                    (turn->words[k] != any && !document_is(doc, i + k, turn->words[k])))
                        return false;
        return true;
}

static bool is_to_death(const struct document *doc, size_t i)
{
        size_t sentence = doc->tokens[i].sentence;

        if (!within_sentence(doc, i + 2, sentence) || !document_is(doc, i + 1, "to") ||
            !document_is(doc, i + 2, "death"))
                return false;
        return document_is_of(doc, i, &lexicon_number_company, "deadly");
}

/* "in hospital | beds": the end of the turn only says which ones. */
static bool qualifies_noun(const struct document *doc, size_t end)
{
        return within_sentence(doc, end, doc->tokens[end - 1].sentence) &&
               doc->tokens[end].upos == UPOS_NOUN && doc->tokens[end - 1].upos == UPOS_NOUN &&
               !token_in_time(doc, &doc->tokens[end]);
}

static struct told turn_behind(const struct document *doc, size_t i)
{
        if (is_to_death(doc, i))
                return (struct told){ "dead", i + 3, true };
        for (size_t k = 0; k < ARRAY_SIZE(turns_behind); k++) {
                const struct turn *turn = &turns_behind[k];

                if (says_turn(doc, i, turn) && !qualifies_noun(doc, i + length_of(turn)))
                        return (struct told){ turn->outcome, i + length_of(turn), turn->deed };
        }
        return (struct told){ 0 };
}

/* "claimed the lives of"; who saves them, or tells of them, takes nobody's. */
static bool takes_lives(const struct document *doc, size_t end)
{
        if (end < 4 || doc->tokens[end - 4].sentence != doc->tokens[end - 1].sentence ||
            !document_is(doc, end - 3, "the") || !document_is(doc, end - 2, "lives") ||
            !document_is(doc, end - 1, "of"))
                return false;
        return lexicon_has(&lexicon_number_company, lemma_of(&doc->tokens[end - 4]),
                           "take-from");
}

static const char *turn_before(const struct document *doc, size_t end)
{
        if (takes_lives(doc, end))
                return "dead";
        for (size_t k = 0; k < ARRAY_SIZE(turns_before); k++) {
                size_t n = length_of(&turns_before[k]);

                if (end >= n && says_turn(doc, end - n, &turns_before[k]))
                        return turns_before[k].outcome;
        }
        return NULL;
}

const char *outcome_of(const struct token *t)
{
        const char *value = lexicon_get(&lexicon_outcomes, lemma_of(t));

        return value ? value : lexicon_get(&lexicon_outcomes, t->lower);
}

const char *with_outcome(const struct document *doc, const char *noun, const char *outcome)
{
        if (!noun || !outcome || strstr(noun, outcome))
                return noun ? noun : outcome;
        return arena_printf(doc->arena, "%s %s", noun, outcome);
}

bool outcome_suits(const char *outcome, const struct token *head)
{
        const char *kind = lexicon_get(&lexicon_noun_kinds, lemma_of(head));

        if (!kind || strcmp(kind, "person") == 0 || strcmp(kind, "group") == 0)
                return true;
        return !lexicon_has(&lexicon_number_company, outcome, "person");
}

bool is_dying(const struct token *t)
{
        return strcmp(lemma_of(t), "die") == 0 || strcmp(lemma_of(t), "drown") == 0 ||
               strcmp(lemma_of(t), "perish") == 0;
}

/* "killed", "missing": a word that says it in just this form. */
static bool is_itself(const struct token *t, const char *outcome)
{
        return strcmp(outcome, t->lower) == 0;
}

/* The verb of "wounded" or "trapped", with the last @cut letters off. */
static const char *outcome_without(const struct token *t, size_t cut)
{
        char verb[OUTCOME_WORD_MAX];
        size_t n = strlen(t->lower);

        if (n < cut + 2 || n - cut >= sizeof(verb))
                return NULL;
        memcpy(verb, t->lower, n - cut);
        verb[n - cut] = '\0';
        return lexicon_get(&lexicon_outcomes, verb);
}

/* "left 12 officers shot", "300 injured": a participle that was taken for a noun or an
 * adjective, and so has no verb for its lemma. */
static const char *outcome_of_form(const struct token *t)
{
        const char *verb = lexicon_get(&lexicon_verb_forms, t->lower);
        const char *outcome = verb ? lexicon_get(&lexicon_outcomes, verb) : NULL;
        size_t n = strlen(t->lower);

        for (size_t cut = 1; !outcome && n > 4 && cut <= 3; cut++)
                if (strcmp(t->lower + n - 2, "ed") == 0)
                        outcome = outcome_without(t, cut);
        return outcome && is_itself(t, outcome) ? outcome : NULL;
}

/* "fired | at the crowd": what those who are counted do. */
static bool is_done_by_them(const struct document *doc, size_t i)
{
        static const char *const aims[] = { "at", "on", "into", "upon", "back", "off" };

        return document_is(doc, i, "fired") && i + 1 < doc->n_tokens &&
               document_is_one_of(doc, i + 1, aims, ARRAY_SIZE(aims));
}

/* "pupils reported missing | school" */
static bool is_missed(const struct document *doc, size_t i)
{
        return within_sentence(doc, i + 1, doc->tokens[i].sentence) &&
               document_is(doc, i, "missing") && doc->tokens[i + 1].upos == UPOS_NOUN &&
               !token_in_time(doc, &doc->tokens[i + 1]);
}

static struct told word_behind(const struct document *doc, size_t i, bool led)
{
        const struct token *t = &doc->tokens[i];
        const char *outcome = outcome_of(t), *form = outcome ? NULL : outcome_of_form(t);
        bool verb = t->upos == UPOS_VERB || t->fine == FINE_VBN || t->fine == FINE_VBD;

        if (!outcome && form)
                return (struct told){ form, i + 1, true };
        if (!outcome || is_missed(doc, i) || is_done_by_them(doc, i) ||
            (t->fine == FINE_VBG && !is_itself(t, outcome)))
                return (struct told){ 0 }; /* "killing"; but "missing" */
        if (verb)
                return (struct told){ outcome, i + 1, !is_dying(t) };
        /* "went missing" whatever its tag */
        if (t->upos == UPOS_ADJ || (led && is_itself(t, outcome)))
                return (struct told){ outcome, i + 1, false };
        return (struct told){ 0 };
}

struct told outcome_at(const struct document *doc, size_t i, bool led)
{
        struct told turn = turn_behind(doc, i);

        return turn.outcome ? turn : word_behind(doc, i, led);
}

/* "the deaths of | four", "injuries to | 12": token @i is the preposition. */
static const char *noun_outcome(const struct document *doc, size_t i)
{
        const struct token *t = &doc->tokens[i - 1];
        const char *value = lexicon_get(&lexicon_outcome_nouns, lemma_of(t)), *outcome, *joint;
        size_t n;

        if (!value || t->sentence != doc->tokens[i].sentence)
                return NULL;
        n = lexicon_column(value, 1, &joint);
        if (!document_is(doc, i, "of") &&
            !(n == strlen(doc->tokens[i].lower) && memcmp(joint, doc->tokens[i].lower, n) == 0))
                return NULL;
        n = lexicon_column(value, 0, &outcome);
        return arena_copy(doc->arena, outcome, n);
}

/* "Bomber | kills 12": a noun by its tag, as headlines have it. */
static bool is_killing_noun(const struct document *doc, size_t i)
{
        return (document_is(doc, i, "kills") || document_is(doc, i, "kill")) && i &&
               doc->tokens[i].upos == UPOS_NOUN && is_noun(&doc->tokens[i - 1]) &&
               same_sentence(doc, i, i - 1) && doc->tokens[i + 1].upos == UPOS_NUM;
}

struct told outcome_right_before(const struct document *doc, size_t end)
{
        const struct token *t = end ? &doc->tokens[end - 1] : NULL;
        const char *outcome;

        if (!t || !within_sentence(doc, end, t->sentence))
                return (struct told){ 0 };
        outcome = turn_before(doc, end);
        if (outcome)
                return (struct told){ outcome, end, true };
        outcome = t->upos == UPOS_ADP && end > 1 ? noun_outcome(doc, end - 1) : NULL;
        if (outcome)
                return (struct told){ outcome, end - 1, false };
        if (is_dying(t) || document_is(doc, end - 1, "missing") ||
            !(is_killing_noun(doc, end - 1) || t->upos == UPOS_VERB || t->fine == FINE_VBD ||
              t->fine == FINE_VBG))
                return (struct told){ 0 };
        return (struct told){ outcome_of(t), end, true };
}

bool tells_outcome(const struct document *doc, size_t i)
{
        const char *outcome = outcome_of(&doc->tokens[i]);

        return turn_behind(doc, i).outcome || (outcome && is_itself(&doc->tokens[i], outcome));
}

const char *outcome_of_lives(const struct document *doc, size_t first, size_t end)
{
        const struct token *t = first ? &doc->tokens[first - 1] : NULL;

        if (t && lexicon_has(&lexicon_number_company, lemma_of(t), "take"))
                return "dead";
        for (size_t k = end; within_sentence(doc, k, doc->tokens[end - 1].sentence); k++) {
                if (document_is(doc, k, "lost"))
                        return "dead";
                if (doc->tokens[k].upos != UPOS_AUX && doc->tokens[k].upos != UPOS_ADV)
                        return NULL;
        }
        return NULL;
}

bool is_person(const struct token *t)
{
        const char *kind = lexicon_get(&lexicon_noun_kinds, lemma_of(t));

        return kind && strcmp(kind, "person") == 0;
}

bool is_of_person(const struct document *doc, size_t first)
{
        const struct token *t = first > 1 ? &doc->tokens[first - 2] : NULL;

        return t && within_sentence(doc, first, t->sentence) &&
               document_is(doc, first - 1, "of") && t->upos == UPOS_NOUN && is_person(t);
}

bool are_children(const struct document *doc, size_t first)
{
        const struct token *t = first > 1 ? &doc->tokens[first - 2] : NULL;

        return t && lexicon_has(&lexicon_number_company, lemma_of(t), "parent");
}
