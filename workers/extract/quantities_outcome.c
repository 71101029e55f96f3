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

enum { TURN_WORDS_MAX = 4, BEHIND_MAX = 4 };

static const char any[] = "*";

/* One word each, NULL at the end; any: whatever word. */
struct turn {
        const char *words[TURN_WORDS_MAX];
        const char *outcome;
};

/* Behind those who are counted. */
static const struct turn turns_behind[] = {
        { { "lost", any, "lives" }, "dead" },
        { { "lost", any, "life" }, "dead" },
        { { "shot", "dead" }, "dead" },
        { { "fatally", any }, "dead" },
        { { "unaccounted", "for" }, "missing" },
        { { "in", "custody" }, "arrested" },
        { { "into", "custody" }, "arrested" },
        { { "taken", "into", "custody" }, "arrested" },
        { { "under", "arrest" }, "arrested" },
        { { "taken", "to", "hospital" }, "hospitalized" },
        { { "taken", "to", "hospitals" }, "hospitalized" },
        { { "taken", "to", "the", "hospital" }, "hospitalized" },
        { { "suffered", "injuries" }, "injured" },
        { { "suffered", any, "injuries" }, "injured" },
        { { "sustained", "injuries" }, "injured" },
        { { "sustained", any, "injuries" }, "injured" },
};

/* Before their number. */
static const struct turn turns_before[] = {
        { { "the", "lives", "of" }, "dead" },
        { { "shot", "dead" }, "dead" },
        { { "fatally", any }, "dead" },
        { { "gunned", "down" }, "shot" },
};

/* "stabbed to death"; whom a court sentenced to it may live. */
static const char *const deadly[] = {
        "stabbed",  "shot",     "beaten",     "burned",     "burnt",  "hacked",  "crushed",
        "trampled", "starved",  "froze",      "frozen",     "bled",   "choked",  "strangled",
        "stoned",   "tortured", "bludgeoned", "suffocated", "knifed", "shelled", "bombed",
        "battered", "clubbed",  "kicked",     "put",        "fell",   "plunged", "jumped",
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
        for (size_t k = 0; k < ARRAY_SIZE(deadly); k++)
                if (document_is(doc, i, deadly[k]))
                        return true;
        return false;
}

static const char *turn_behind(const struct document *doc, size_t i)
{
        if (is_to_death(doc, i))
                return "dead";
        for (size_t k = 0; k < ARRAY_SIZE(turns_behind); k++)
                if (says_turn(doc, i, &turns_behind[k]))
                        return turns_behind[k].outcome;
        return NULL;
}

static const char *turn_before(const struct document *doc, size_t end)
{
        for (size_t k = 0; k < ARRAY_SIZE(turns_before); k++) {
                size_t n = length_of(&turns_before[k]);

                if (end >= n && says_turn(doc, end - n, &turns_before[k]))
                        return turns_before[k].outcome;
        }
        return NULL;
}

const char *outcome_of(const struct token *t)
{
        const char *value = lexicon_get(&lexicon_outcomes, t->lemma ? t->lemma : t->lower);

        return value ? value : lexicon_get(&lexicon_outcomes, t->lower);
}

static bool is_dying(const struct token *t)
{
        const char *lemma = t->lemma ? t->lemma : t->lower;

        return strcmp(lemma, "die") == 0 || strcmp(lemma, "drown") == 0 ||
               strcmp(lemma, "perish") == 0;
}

/* "one sniper shot 14 people", "two officers shot and killed a man": they did it. */
static bool has_object(const struct document *doc, size_t verb)
{
        size_t sentence = doc->tokens[verb].sentence, i = verb + 1;
        const struct token *t;

        if (document_is(doc, verb, "missing")) /* "pupils reported missing school" */
                return within_sentence(doc, i, sentence) && doc->tokens[i].upos == UPOS_NOUN;
        if (doc->tokens[verb].upos == UPOS_ADJ || is_dying(&doc->tokens[verb]))
                return false;
        while (within_sentence(doc, i + 1, sentence) && doc->tokens[i].upos == UPOS_CCONJ &&
               doc->tokens[i + 1].upos == UPOS_VERB)
                i += 2;
        if (!within_sentence(doc, i, sentence))
                return false;
        t = &doc->tokens[i];
        return !token_in_time(doc, t) &&
               (t->upos == UPOS_DET || t->upos == UPOS_NUM || t->upos == UPOS_PRON ||
                t->upos == UPOS_PROPN || t->upos == UPOS_ADJ || t->fine == FINE_NNS);
}

static bool is_have(const struct token *t)
{
        return strcmp(t->lemma ? t->lemma : t->lower, "have") == 0;
}

/* Words that lead on to what became of them: "were", "also", "are reported", "remain". */
static bool leads_on(const struct token *t)
{
        static const char *const words[] = { "also",     "reported", "confirmed", "feared",
                                             "presumed", "believed", "lay",       "lie",
                                             "left",     "found",    "remain",    "remained",
                                             "went" };

        for (size_t k = 0; k < ARRAY_SIZE(words); k++)
                if (strcmp(t->lower, words[k]) == 0)
                        return true;
        return t->upos == UPOS_AUX || t->upos == UPOS_ADV;
}

const char *outcome_behind(const struct document *doc, size_t i, size_t anchor)
{
        bool passive = false;

        if (anchor >= doc->n_tokens)
                return NULL;
        for (size_t k = i; k < i + BEHIND_MAX; k++) {
                const struct token *t;
                const char *outcome;

                if (!within_sentence(doc, k, doc->tokens[anchor].sentence))
                        return NULL;
                outcome = turn_behind(doc, k);
                if (outcome)
                        return outcome;
                t = &doc->tokens[k];
                outcome = outcome_of(t);
                if (outcome && !passive && has_object(doc, k))
                        return NULL;
                if (outcome && strcmp(outcome, "missing") == 0)
                        return outcome;
                if (outcome && (t->upos == UPOS_ADJ || t->fine == FINE_VBN ||
                                t->fine == FINE_VBD || t->upos == UPOS_VERB))
                        return t->fine != FINE_VBG || strcmp(outcome, "missing") == 0 ? outcome
                                                                                      : NULL;
                if (!leads_on(t))
                        return NULL;
                passive |= t->upos == UPOS_AUX && !is_have(t);
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
                if (strcmp(t->lemma ? t->lemma : t->lower, takers[k]) == 0)
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
        const char *kind = lexicon_get(&lexicon_noun_kinds, t->lemma ? t->lemma : t->lower);

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
                if (strcmp(t->lemma ? t->lemma : t->lower, parents[k]) == 0)
                        return true;
        return false;
}
