/* quantities_outcome - what became of those who are counted
 *
 * A participle tells it from either side of the number ("killing 12", "12 were hurt"), as do
 * turns of phrase whose verb alone says something else: who "lost their lives" or was "shot
 * dead" died.
 */
#include <string.h>

#include "base/macros.h"
#include "workers/extract/quantities.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_outcomes;
extern const struct lexicon lexicon_noun_kinds;
extern const struct lexicon lexicon_verb_forms;

enum { TURN_WORDS_MAX = 4, BEHIND_MAX = 4 };

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

/* "stabbed to death"; whom a court sentenced to it may live. */
static const char *const deadly[] = {
        "stabbed",  "shot",     "beaten",     "burned",     "burnt",  "hacked",  "crushed",
        "trampled", "starved",  "froze",      "frozen",     "bled",   "choked",  "strangled",
        "stoned",   "tortured", "bludgeoned", "suffocated", "knifed", "shelled", "bombed",
        "battered", "clubbed",  "kicked",     "put",        "fell",   "plunged", "jumped",
};

/* Texts in other languages have no lemmas. */
static const char *lemma_of(const struct token *t)
{
        return t->lemma ? t->lemma : t->lower;
}

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
        for (size_t k = 0; k < ARRAY_SIZE(deadly); k++)
                if (document_is(doc, i, deadly[k]))
                        return true;
        return false;
}

/* What became of people, up to token @end. */
struct told {
        const char *outcome;
        size_t end;
        bool deed;
};

static struct told turn_behind(const struct document *doc, size_t i)
{
        if (is_to_death(doc, i))
                return (struct told){ "dead", i + 3, true };
        for (size_t k = 0; k < ARRAY_SIZE(turns_behind); k++) {
                const struct turn *turn = &turns_behind[k];

                if (says_turn(doc, i, turn))
                        return (struct told){ turn->outcome, i + length_of(turn), turn->deed };
        }
        return (struct told){ 0 };
}

/* "claimed the lives of"; who saves them, or tells of them, takes nobody's. */
static bool takes_lives(const struct document *doc, size_t end)
{
        static const char *const verbs[] = { "take", "claim", "cost", "end" };

        if (end < 4 || doc->tokens[end - 4].sentence != doc->tokens[end - 1].sentence ||
            !document_is(doc, end - 3, "the") || !document_is(doc, end - 2, "lives") ||
            !document_is(doc, end - 1, "of"))
                return false;
        for (size_t k = 0; k < ARRAY_SIZE(verbs); k++)
                if (strcmp(lemma_of(&doc->tokens[end - 4]), verbs[k]) == 0)
                        return true;
        return false;
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

static bool is_dying(const struct token *t)
{
        return strcmp(lemma_of(t), "die") == 0 || strcmp(lemma_of(t), "drown") == 0 ||
               strcmp(lemma_of(t), "perish") == 0;
}

/* Words that lead on to what became of them: "were", "also", "are reported", "remain". */
static bool leads_on(const struct token *t)
{
        static const char *const words[] = { "also",     "reported", "confirmed", "feared",
                                             "presumed", "believed", "lay",       "lie",
                                             "left",     "found",    "remain",    "remained",
                                             "went",     "placed",   "held",      "more",
                                             "others" };

        for (size_t k = 0; k < ARRAY_SIZE(words); k++)
                if (strcmp(t->lower, words[k]) == 0)
                        return true;
        return t->upos == UPOS_AUX || t->upos == UPOS_ADV;
}

/* "killed", "missing": a word that says it in just this form. */
static bool is_itself(const struct token *t, const char *outcome)
{
        return strcmp(outcome, t->lower) == 0;
}

/* "left 12 officers shot": an irregular form that was taken for a noun. */
static const char *outcome_of_form(const struct token *t)
{
        const char *verb = lexicon_get(&lexicon_verb_forms, t->lower);
        const char *outcome = verb ? lexicon_get(&lexicon_outcomes, verb) : NULL;

        return outcome && is_itself(t, outcome) ? outcome : NULL;
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
        if (!outcome || is_missed(doc, i) || (t->fine == FINE_VBG && !is_itself(t, outcome)))
                return (struct told){ 0 }; /* "killing"; but "missing" */
        if (verb)
                return (struct told){ outcome, i + 1, !is_dying(t) };
        /* "went missing" whatever its tag */
        if (t->upos == UPOS_ADJ || (led && is_itself(t, outcome)))
                return (struct told){ outcome, i + 1, false };
        return (struct told){ 0 };
}

/* "were", "got", "left": what follows is done to them. */
static bool is_passive(const struct token *t)
{
        return t->upos == UPOS_VERB || strcmp(lemma_of(t), "be") == 0 ||
               strcmp(lemma_of(t), "get") == 0;
}

/* "two officers shot | a man", "shot | and killed a man": somebody else to whom it is done; not
 * "two killed | 3 hurt" or "two killed | the next day". */
static bool has_object(const struct document *doc, size_t i, size_t sentence)
{
        static const char *const all[] = { "all", "each", "every", "both" };
        const struct token *t;

        while (within_sentence(doc, i + 1, sentence) && doc->tokens[i].upos == UPOS_CCONJ &&
               doc->tokens[i + 1].upos == UPOS_VERB)
                i += 2;
        if (!within_sentence(doc, i, sentence) || token_in_time(doc, &doc->tokens[i]) ||
            document_is_one_of(doc, i, all, ARRAY_SIZE(all)))
                return false;
        t = &doc->tokens[i];
        if (t->upos == UPOS_NUM)
                return within_sentence(doc, i + 1, sentence) && !outcome_of(t + 1);
        return t->upos == UPOS_DET || t->upos == UPOS_PROPN || t->upos == UPOS_ADJ ||
               t->fine == FINE_PRP || t->fine == FINE_PRPS || t->fine == FINE_NNS;
}

bool tells_outcome(const struct document *doc, size_t i)
{
        const char *outcome = outcome_of(&doc->tokens[i]);

        return turn_behind(doc, i).outcome || (outcome && is_itself(&doc->tokens[i], outcome));
}

const char *outcome_behind(const struct document *doc, size_t i, size_t anchor)
{
        size_t sentence = anchor < doc->n_tokens ? doc->tokens[anchor].sentence : 0;
        bool passive = false;

        for (size_t k = i; anchor < doc->n_tokens && k < i + BEHIND_MAX; k++) {
                struct told told;

                if (!within_sentence(doc, k, sentence))
                        return NULL;
                told = turn_behind(doc, k);
                if (!told.outcome)
                        told = word_behind(doc, k, k > i);
                if (told.outcome)
                        return told.deed && !passive && has_object(doc, told.end, sentence)
                                       ? NULL
                                       : told.outcome;
                if (!leads_on(&doc->tokens[k]))
                        return NULL;
                passive |= is_passive(&doc->tokens[k]);
        }
        return NULL;
}

const char *outcome_before(const struct document *doc, size_t first)
{
        const struct token *t = first ? &doc->tokens[first - 1] : NULL;
        const char *turn;

        if (!t || !within_sentence(doc, first, t->sentence))
                return NULL;
        turn = turn_before(doc, first);
        if (turn)
                return turn;
        return !is_dying(t) && (t->upos == UPOS_VERB || t->fine == FINE_VBD ||
                                t->fine == FINE_VBG)
                       ? outcome_of(t)
                       : NULL;
}

const char *outcome_of_lives(const struct document *doc, size_t first, size_t end)
{
        static const char *const takers[] = { "claim", "take", "cost", "lose" };
        const struct token *t = first ? &doc->tokens[first - 1] : NULL;

        for (size_t k = 0; t && k < ARRAY_SIZE(takers); k++)
                if (strcmp(lemma_of(t), takers[k]) == 0)
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
        static const char *const parents[] = {
                "mother", "father", "mom", "mum", "dad", "parent", "grandmother", "grandfather"
        };
        const struct token *t = first > 1 ? &doc->tokens[first - 2] : NULL;

        for (size_t k = 0; t && k < ARRAY_SIZE(parents); k++)
                if (strcmp(lemma_of(t), parents[k]) == 0)
                        return true;
        return false;
}
