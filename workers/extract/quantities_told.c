/* quantities_told - where a clause tells what became of those who are counted
 *
 * Behind them ("12 people were killed"), also beyond what qualifies them or is joined with them
 * ("in the car", "and a man", "both men,"); or before ("killed 12 people", "the deaths of"),
 * likewise. Of what is planned, supposed or denied nothing became of anybody.
 */
#include "base/macros.h"
#include "workers/extract/acts.h"
#include "workers/extract/quantities.h"
#include "workers/extract/quantities_words.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_cue_verbs;
extern const struct lexicon lexicon_noun_kinds;
extern const struct lexicon lexicon_number_company;

enum {
        BEHIND_MAX = 6,  /* words that lead on to what became of them */
        HOPS_MAX = 4,    /* phrases between */
        ASIDE_MAX = 14,  /* tokens between two commas */
        GROUP_NEAR = 3,  /* from a verb to an adjective */
        LEADING_MAX = 3, /* auxiliaries and adverbs before a verb of theirs */
};

/* Those who are counted, and the sentence that tells of them. */
struct counted_ones {
        const struct document *doc;
        size_t first; /* token of their number, its bound included */
        size_t sentence;
        bool several, collective; /* "a group of 12" may take a singular */
};

static bool within(const struct counted_ones *c, size_t i)
{
        return i < c->doc->n_tokens && c->doc->tokens[i].sentence == c->sentence;
}

static const struct chunk *chunk_of(const struct document *doc, size_t i)
{
        return doc->chunks && i < doc->n_tokens ? chunk_at(doc->chunks, i) : NULL;
}

static const struct chunk *noun_chunk_of(const struct document *doc, size_t i)
{
        const struct chunk *k = chunk_of(doc, i);

        return k && k->kind == CHUNK_NOUN ? k : NULL;
}

/* ------------------------------------------------------------ how real it is */

/* The verb group that token @i belongs to, or that the adjective there hangs on; NULL: none. */
static const struct chunk *group_at(const struct document *doc, size_t i)
{
        size_t sentence = doc->tokens[i].sentence;

        for (size_t n = 0; n <= GROUP_NEAR; n++, i--) {
                const struct chunk *k = chunk_of(doc, i);

                if (k && (k->kind == CHUNK_VERB || n))
                        return k->kind == CHUNK_VERB ? k : NULL;
                if (!i || doc->tokens[i - 1].sentence != sentence)
                        return NULL;
        }
        return NULL;
}

/* "may have killed", "are thought to have died": who says so means that it happened. */
static bool is_perfect(const struct document *doc, const struct chunk *verb)
{
        size_t at = verb->modal == UINT32_MAX ? verb->first : verb->modal;

        if (verb->modal != UINT32_MAX && !document_is(doc, at, "may") &&
            !document_is(doc, at, "might") && !document_is(doc, at, "must"))
                return false;
        return at + 1 < verb->end && document_is(doc, at + 1, "have");
}

/* "managed to rescue", "are feared to be dead": the infinitive of such verbs is told for so. */
static bool is_borne_out(const struct document *doc, const struct clause *clause)
{
        const char *lemma;

        if (!clause->governor || clause->verb->form != VERB_INFINITIVE)
                return false;
        lemma = lemma_of(&doc->tokens[clause->governor->head]);
        if (strcmp(lemma, "go") == 0) /* "is going to" */
                return document_is(doc, clause->governor->head + 1, "on");
        return lexicon_has(&lexicon_number_company, lemma, "bear-out");
}

/* Who "denies killing two" speaks of two who are dead; "not only killed" is no denial. */
static bool is_denied(const struct document *doc, const struct clause *clause)
{
        const struct chunk *k = clause->verb;

        if (k->form == VERB_ING && clause->governor &&
            strcmp(lemma_of(&doc->tokens[clause->governor->head]), "deny") == 0)
                return false;
        for (size_t i = k->first; i < k->end; i++)
                if (document_is(doc, i, "only"))
                        return false;
        return true;
}

static bool is_real(const struct document *doc, const struct chunk *verb)
{
        struct clause clause;
        enum act_status status;

        if (!verb)
                return true;
        clause_read(&clause, doc, doc->chunks, verb);
        status = clause_status(doc, doc->chunks, &clause);
        if (status == ACT_HAPPENED || status == ACT_ALLEGED)
                return true;
        if (status == ACT_DENIED)
                return !is_denied(doc, &clause);
        return is_perfect(doc, verb) || is_borne_out(doc, &clause);
}

/* "none of the | 30 passengers" */
static bool counts_none(const struct document *doc, size_t first)
{
        static const char *const none[] = { "none", "neither", "nobody" };
        static const char *const of[] = { "of", "among" };
        static const char *const articles[] = { "the", "those", "these", "its", "their" };
        size_t k = first;

        k -= k && document_is_one_of(doc, k - 1, articles, ARRAY_SIZE(articles));
        if (k < 2 || !document_is_one_of(doc, k - 1, of, ARRAY_SIZE(of)))
                return false;
        return document_is_one_of(doc, k - 2, none, ARRAY_SIZE(none)) ||
               (k > 2 && document_is(doc, k - 2, "one") &&
                (document_is(doc, k - 3, "no") || document_is(doc, k - 3, "not")));
}

/* ------------------------------------------------------------ behind them */

/* Words that lead on to what became of them: "were", "also", "are reported", "remain". */
static bool leads_on(const struct document *doc, size_t i)
{
        const struct token *t = &doc->tokens[i];

        if (document_is(doc, i, "to")) /* "are believed | to have been" */
                return document_is(doc, i + 1, "have") || document_is(doc, i + 1, "be");
        return document_is_of(doc, i, &lexicon_number_company, "lead-on") ||
               t->upos == UPOS_AUX || t->upos == UPOS_ADV;
}

/* "people | who were", "two | that died" */
static bool is_relative(const struct document *doc, size_t i)
{
        return document_is(doc, i, "who") || document_is(doc, i, "that") ||
               document_is(doc, i, "which");
}

/* "were", "got", "left": what follows is done to them. */
static bool is_passive(const struct token *t)
{
        return t->upos == UPOS_VERB || strcmp(lemma_of(t), "be") == 0 ||
               strcmp(lemma_of(t), "get") == 0;
}

/* "two officers shot | a man", "shot | and killed a man": somebody else to whom it is done; not
 * "two killed | 3 hurt" or "two killed | the next day". */
static bool has_object(const struct counted_ones *c, size_t i)
{
        static const char *const all[] = { "all", "each", "every", "both" };
        const struct document *doc = c->doc;
        const struct token *t;

        while (within(c, i + 1) && doc->tokens[i].upos == UPOS_CCONJ &&
               doc->tokens[i + 1].upos == UPOS_VERB)
                i += 2;
        if (!within(c, i) || token_in_time(doc, &doc->tokens[i]) ||
            document_is_one_of(doc, i, all, ARRAY_SIZE(all)))
                return false;
        t = &doc->tokens[i];
        if (t->upos == UPOS_NUM)
                return within(c, i + 1) && !outcome_of(t + 1);
        return t->upos == UPOS_DET || t->upos == UPOS_PROPN || t->upos == UPOS_ADJ ||
               t->fine == FINE_PRP || t->fine == FINE_PRPS || t->fine == FINE_NNS;
}

/* "one of the two men | was": the verb is not theirs. */
static bool is_of_one(const struct counted_ones *c, size_t i)
{
        return c->several && !c->collective &&
               (document_is(c->doc, i, "was") || document_is(c->doc, i, "is") ||
                document_is(c->doc, i, "has"));
}

/* "the shops in | two villages were": a verb behind them may be that of what stands before. */
static bool is_inner(const struct counted_ones *c)
{
        static const char *const outer[] = { "in",     "on",      "at",   "from",
                                             "for",    "by",      "near", "against",
                                             "inside", "outside", "into" };
        const struct document *doc = c->doc;
        const struct chunk *before;
        size_t k = c->first;

        k -= k && doc->tokens[k - 1].upos == UPOS_DET;
        if (k < 2 || !within(c, k - 2) ||
            !document_is_one_of(doc, k - 1, outer, ARRAY_SIZE(outer)))
                return false;
        before = noun_chunk_of(doc, k - 2);
        return before && !before->time;
}

/* "would leave up to | 500 dead": what becomes of them is told by the verb before. */
static bool is_left_unreal(const struct counted_ones *c)
{
        const struct chunk *verb =
                c->first && within(c, c->first - 1) ? group_at(c->doc, c->first - 1) : NULL;

        if (verb && lexicon_has(&lexicon_number_company, lemma_of(&c->doc->tokens[verb->head]),
                                "leave"))
                return !is_real(c->doc, verb);
        return false;
}

/* What words behind them tell: in a clause that is theirs, or only of which ones they are, as
 * "21 girls who were kidnapped" and "13 climbers trapped there" do. */
struct behind {
        const char *outcome;
        bool main;
};

/* What the words from @i on tell; @apart: in a clause that goes on behind something else, so
 * that it starts with its verb. */
static struct behind told_from(const struct counted_ones *c, size_t i, bool apart)
{
        bool passive = false, relative = false, finite = false;
        static const struct behind nothing = { NULL, false };

        for (size_t k = i; k < i + BEHIND_MAX && within(c, k); k++) {
                const struct token *t = &c->doc->tokens[k];
                struct told told = outcome_at(c->doc, k, k > i);

                if (told.outcome) {
                        if (told.deed && !passive &&
                            (apart || relative || has_object(c, told.end)))
                                return nothing;
                        if (apart && k == i && !is_dying(t))
                                return nothing;
                        if (!is_real(c->doc, group_at(c->doc, k)) ||
                            (!finite && is_left_unreal(c)))
                                return nothing;
                        return (struct behind){ told.outcome,
                                                (finite && !relative) || !told.deed };
                }
                if (k == i && is_relative(c->doc, k)) {
                        relative = true;
                        continue;
                }
                if (!leads_on(c->doc, k) || is_of_one(c, k) ||
                    (t->upos == UPOS_AUX && !relative && is_inner(c)))
                        return nothing;
                finite |= t->upos == UPOS_AUX;
                passive |= is_passive(t);
        }
        return nothing;
}

/* Do they stand where a subject does? Not behind a verb or a preposition of theirs. */
static bool stands_as_subject(const struct counted_ones *c)
{
        static const char *const then[] = { "after", "before", "since", "as",
                                            "until", "that",   "when",  "where" };
        const struct document *doc = c->doc;
        const struct token *t;
        const char *class;
        size_t k = c->first;

        while (k && within(c, k - 1) &&
               (doc->tokens[k - 1].upos == UPOS_DET || doc->tokens[k - 1].upos == UPOS_ADV))
                k--;
        if (!k || !within(c, k - 1) || document_is_one_of(doc, k - 1, then, ARRAY_SIZE(then)))
                return true;
        t = &doc->tokens[k - 1];
        class = lexicon_get(&lexicon_cue_verbs, lemma_of(t));
        return t->upos == UPOS_PUNCT || t->upos == UPOS_SCONJ || t->upos == UPOS_CCONJ ||
               (t->upos == UPOS_VERB && class && strncmp(class, "say\t", 4) == 0);
}

/* ", both men, | were", ", | were": the token behind what stands between commas, or 0. */
static size_t aside_end(const struct counted_ones *c, size_t i)
{
        for (size_t k = i; k < i + ASIDE_MAX && within(c, k + 1); k++)
                if (document_is(c->doc, k, ",") && (c->doc->tokens[k + 1].upos == UPOS_AUX ||
                                                    is_dying(&c->doc->tokens[k + 1])))
                        return k + 1;
        return 0;
}

/* The token behind the phrase at @i that qualifies them or is joined with them, or 0. */
static size_t hop_over(const struct counted_ones *c, size_t i)
{
        const struct token *t = &c->doc->tokens[i];
        bool comma = strcmp(t->lower, ",") == 0;
        size_t end = comma ? aside_end(c, i) : 0;
        const struct chunk *k;

        if (comma && c->doc->tokens[i - 1].upos == UPOS_NUM)
                return 0; /* "another man, 81, died" */
        if (end)
                return end;
        if (t->fine == FINE_VBN && within(c, i + 1) && c->doc->tokens[i + 1].upos == UPOS_ADP)
                return i + 1; /* "prisoners | held in the north" */
        if (!comma && t->upos != UPOS_ADP && t->upos != UPOS_CCONJ)
                return 0;
        i += comma && document_is(c->doc, i + 1, "and");
        k = within(c, i + 1) ? noun_chunk_of(c->doc, i + 1) : NULL;
        return k && !k->pronoun ? k->end : 0;
}

static bool is_one_word(const struct token *t)
{
        return strcmp(t->lower, "one") == 0 || strcmp(t->lower, "1") == 0;
}

static struct behind told_behind(const struct document *doc, size_t i, size_t first)
{
        struct counted_ones c = { .doc = doc, .first = first, .several = true };
        struct behind told = { NULL, false };

        if (first >= doc->n_tokens || counts_none(doc, first))
                return told;
        c.sentence = doc->tokens[first].sentence;
        for (size_t k = first; k < i && k < doc->n_tokens; k++)
                c.several &= !is_one_word(&doc->tokens[k]);
        c.collective = first > 1 && document_is(doc, first - 1, "of") &&
                       doc->tokens[first - 2].upos == UPOS_NOUN;
        told = told_from(&c, i, false);
        if (told.outcome || !doc->chunks || !stands_as_subject(&c))
                return told;
        for (unsigned n = 0; n < HOPS_MAX && !told.outcome && within(&c, i); n++) {
                c.several |= doc->tokens[i].upos == UPOS_CCONJ;
                i = hop_over(&c, i);
                if (!i || !within(&c, i))
                        return told;
                told = told_from(&c, i, true);
        }
        return told;
}

const char *outcome_behind(const struct document *doc, size_t i, size_t first)
{
        return told_behind(doc, i, first).outcome;
}

/* ------------------------------------------------------------ before them */

/* "killing all | 189", "killed the | two" */
static size_t before_articles(const struct document *doc, size_t i)
{
        static const char *const words[] = { "all", "both",  "the", "these", "those",  "his",
                                             "her", "their", "its", "two",   "another" };
        size_t k = i;

        k -= k > 1 && document_is(doc, k - 1, "the") && document_is(doc, k - 2, "of") &&
                             k > 2 && document_is(doc, k - 3, "all")
                     ? 2
                     : 0;
        while (k && i - k < GROUP_NEAR && same_sentence(doc, i, k - 1) &&
               document_is_one_of(doc, k - 1, words, ARRAY_SIZE(words)))
                k--;
        return k;
}

/* The first token of the quantity whose number or bound starts at @i, or @i. */
static size_t with_bound(const struct document *doc, size_t i)
{
        const struct extraction *x = doc->x;

        for (size_t k = x->n_quantities; k-- > 0 && x->n_quantities - k <= HOPS_MAX;)
                if (x->quantities[k].span.start <= doc->tokens[i].start &&
                    doc->tokens[i].start < x->quantities[k].span.end)
                        return document_token_at(doc, x->quantities[k].span.start);
        return i;
}

/* A person and a thing are not killed, or destroyed, by one verb. */
static bool are_of_two_kinds(const struct document *doc, size_t a, size_t b)
{
        const char *x = lexicon_get(&lexicon_noun_kinds, lemma_of(&doc->tokens[a]));
        const char *y = lexicon_get(&lexicon_noun_kinds, lemma_of(&doc->tokens[b]));

        return x && y && (strcmp(x, "person") == 0) != (strcmp(y, "person") == 0);
}

/* "10 citizens | and two pilots": where those begin that are joined to what starts at @i, with
 * what qualifies them; 0: nothing is joined. @head: @i where it has no noun. */
static size_t joined_start(const struct document *doc, size_t i, size_t head)
{
        size_t k = i;
        const struct chunk *before;

        k -= document_is(doc, k - 1, "and") || document_is(doc, k - 1, "or");
        if (k == i && head == i)
                return 0; /* "Anna Berg, | 58," */
        k -= k && document_is(doc, k - 1, ",");
        if (k == i || !k || !same_sentence(doc, i, k - 1))
                return 0;
        before = noun_chunk_of(doc, k - 1);
        if (!before || are_of_two_kinds(doc, before->head, head))
                return 0;
        k = with_bound(doc, before->first);
        if (k > 1 && doc->tokens[k - 1].upos == UPOS_ADP && same_sentence(doc, i, k - 2)) {
                const struct chunk *outer = noun_chunk_of(doc, k - 2);

                if (outer && !document_is(doc, k - 1, "of"))
                        k = with_bound(doc, outer->first);
        }
        return k;
}

/* Does a verb of theirs follow? Then they are no objects of one before. */
static bool have_verb(const struct document *doc, size_t i)
{
        const struct chunk *k = chunk_of(doc, i);

        return k && k->kind == CHUNK_VERB && k->form == VERB_FINITE;
}

/* "the planned expulsion | of" */
static bool is_real_noun(const struct document *doc, size_t noun)
{
        const struct chunk *k = noun_chunk_of(doc, noun);
        enum act_status status;

        if (!k)
                return true;
        status = noun_status(doc, doc->chunks, k);
        return status == ACT_HAPPENED || status == ACT_ALLEGED;
}

static const char *told_before(const struct document *doc, size_t first, size_t end)
{
        size_t k = first, head = end > first ? end - 1 : first;
        bool subjects = have_verb(doc, end);

        for (unsigned n = 0; n < HOPS_MAX && k; n++) {
                size_t at = before_articles(doc, k);
                struct told told = outcome_right_before(doc, at);

                if (told.outcome && told.end < at)
                        return is_real_noun(doc, told.end - 1) ? told.outcome : NULL;
                if (told.outcome && (n == 0 || !subjects))
                        return is_real(doc, group_at(doc, at - 1)) ? told.outcome : NULL;
                if (told.outcome || !at)
                        return NULL;
                k = joined_start(doc, at, head);
        }
        return NULL;
}

const char *outcome_of_counted(const struct document *doc, size_t first, size_t end)
{
        struct behind behind = told_behind(doc, end, first);
        const char *before = behind.main ? NULL : told_before(doc, first, end);

        return before ? before : behind.outcome;
}

const char *people_acting(const struct document *doc, const struct site *site)
{
        static const char *const particles[] = { "part", "out", "up" };
        const struct counted_ones c = { .doc = doc,
                                        .first = site->first,
                                        .sentence = doc->tokens[site->first].sentence };
        size_t i = site->after, end = i + LEADING_MAX;
        const char *lemma;

        if (!within(&c, i))
                return NULL;
        if (document_is(doc, i, "aboard") ||
            (document_is(doc, i, "on") && document_is(doc, i + 1, "board")))
                return "people";
        while (i < end && within(&c, i) &&
               (doc->tokens[i].upos == UPOS_AUX || doc->tokens[i].upos == UPOS_ADV))
                i++;
        if (!within(&c, i) || doc->tokens[i].upos != UPOS_VERB || !stands_as_subject(&c))
                return NULL;
        lemma = lemma_of(&doc->tokens[i]);
        return lexicon_has(&lexicon_number_company, lemma, "people-do") ||
                               (lexicon_has(&lexicon_number_company, lemma, "people-do-part") &&
                                within(&c, i + 1) &&
                                document_is_one_of(doc, i + 1, particles,
                                                   ARRAY_SIZE(particles)))
                       ? "people"
                       : NULL;
}
