/* quantities_governor - what stands before a number that has no noun behind it
 *
 * The verb that governs it, that verb's subject where the verb only says how much it is, or the
 * noun that a preposition joins to the number.
 */
#include "workers/extract/quantities.h"
#include "workers/extract/quantities_words.h"
#include "workers/lexicon/lexicon.h"

enum {
        OUTER_MAX = 3,    /* phrases that a noun may be attached to */
        AMOUNTS_BACK = 4, /* of the same clause */
};

extern const struct lexicon lexicon_copular_verbs;
extern const struct lexicon lexicon_cue_verbs;
extern const struct lexicon lexicon_number_company;

static bool starts_clause(const struct token *t)
{
        static const char *const words[] = { ",", ";", ":", "—", "–", "“", "”", "\"", "(" };

        return t->upos == UPOS_SCONJ || word_is_one_of(t->lower, words, ARRAY_SIZE(words));
}

/* "of | registered voters", "the already | weakened economy": a participle that only qualifies
 * a noun. */
static bool is_qualifier(const struct document *doc, size_t i)
{
        const struct token *t = &doc->tokens[i];
        size_t before = i;

        if (!i || (t->fine != FINE_VBN && t->fine != FINE_VBG) ||
            !same_sentence(doc, i - 1, i + 1) || !(is_noun(t + 1) || t[1].upos == UPOS_ADJ))
                return false;
        before -= 1 + (i > 1 && t[-1].upos == UPOS_ADV);
        return doc->tokens[before].sentence == t->sentence &&
               (doc->tokens[before].upos == UPOS_ADP || doc->tokens[before].upos == UPOS_DET);
}

/* The verb that governs what stands at @i, looking back in its clause; SIZE_MAX: none. */
static size_t verb_before(const struct document *doc, size_t i)
{
        for (size_t k = i, n = 0; k-- > 0 && n < LOOK_BACK_MAX && same_sentence(doc, i, k);
             n++) {
                const struct token *t = &doc->tokens[k];

                if (t->upos == UPOS_VERB && !is_qualifier(doc, k))
                        return k;
                if (starts_clause(t))
                        return SIZE_MAX;
        }
        return SIZE_MAX;
}

/* Does a preposition stand before the noun phrase whose head is @head? */
static bool in_prepositional_phrase(const struct document *doc, size_t head)
{
        for (size_t k = head; k-- > 0 && same_sentence(doc, head, k);) {
                const struct token *t = &doc->tokens[k];

                if (t->upos == UPOS_ADP)
                        return strcmp(t->lower, "as") != 0; /* "as the toll rose" */
                if (!is_noun(t) && t->upos != UPOS_ADJ && t->upos != UPOS_DET &&
                    t->upos != UPOS_CCONJ && t->upos != UPOS_NUM && t->upos != UPOS_PART)
                        return false;
                if (head - k > NOUN_PHRASE_MAX)
                        return false;
        }
        return false;
}

static const char *phrase_with_head(const struct document *doc, size_t head)
{
        const char *counted = counted_number(doc, head);
        size_t first;

        if (counted)
                return counted;
        if (head && is_past_tense(&doc->tokens[head]) && is_noun(&doc->tokens[head - 1]))
                head--;
        first = head;

        while (first > 0 && same_sentence(doc, head, first - 1) &&
               head - first < MODIFIERS_MAX &&
               (is_noun(&doc->tokens[first - 1]) || doc->tokens[first - 1].upos == UPOS_ADJ) &&
               !token_in_time(doc, &doc->tokens[first - 1]))
                first--;
        return copy_tokens(doc, first, head);
}

/* "it has | fallen", "there were": of the subject no more is told than a pronoun. */
static bool has_pronoun_before(const struct document *doc, size_t verb)
{
        size_t k = verb;

        for (; k && same_sentence(doc, verb, k - 1); k--) {
                const struct token *t = &doc->tokens[k - 1];

                if (t->upos != UPOS_AUX && t->upos != UPOS_ADV &&
                    strcmp(lemma_of(t), "have") != 0 && strcmp(lemma_of(t), "be") != 0)
                        return t->fine == FINE_PRP || strcmp(t->lower, "there") == 0;
        }
        return false;
}

/* "burned 12 acres and is 30 percent full": the unit of another amount has none itself. */
static bool is_in_amount(const struct document *doc, const struct token *t)
{
        const struct extraction *x = doc->x;

        for (size_t k = x->n_quantities; k-- > 0 && x->n_quantities - k <= AMOUNTS_BACK;) {
                const struct quantity *q = &x->quantities[k];

                if (q->kind != QUANTITY_COUNT && q->kind != QUANTITY_ORDINAL &&
                    q->span.start <= t->start && t->end <= q->span.end)
                        return true;
        }
        return false;
}

/* "Trade | with the south rose": no name, for all its tag. */
static bool is_capital_by_place(const struct document *doc, size_t i)
{
        const struct token *t = &doc->tokens[i];

        return t->upos == UPOS_PROPN && t->name == NAME_NONE &&
               doc->sentences[t->sentence].first == i && same_sentence(doc, i, i + 1) &&
               t[1].upos == UPOS_ADP;
}

/* The subject before @verb: the nearest noun that no preposition governs; else the nearest. */
static const char *subject_before(const struct document *doc, size_t verb)
{
        size_t nearest = SIZE_MAX;

        if (has_pronoun_before(doc, verb))
                return NULL;
        for (size_t k = verb, n = 0;
             k-- > 0 && n < LOOK_BACK_MAX && same_sentence(doc, verb, k); n++) {
                const struct token *t = &doc->tokens[k];

                if (!is_noun(t) || token_in_time(doc, t) || is_in_amount(doc, t) ||
                    (k + 1 < verb && is_noun(&doc->tokens[k + 1])))
                        continue;
                if (nearest == SIZE_MAX)
                        nearest = k;
                if ((t->upos == UPOS_NOUN || is_capital_by_place(doc, k)) &&
                    !in_prepositional_phrase(doc, k))
                        return phrase_with_head(doc, k);
        }
        return nearest == SIZE_MAX ? NULL : phrase_with_head(doc, nearest);
}

/* "damages are estimated | at $1 million", "jewels valued | at", "the cap was raised | by": the
 * verb says no more than "are". */
static bool is_put_at(const struct document *doc, const struct site *site, size_t verb)
{
        size_t first = site->first;
        bool at = document_is(doc, first - 1, "at");
        bool by =
                lexicon_has(&lexicon_number_company, lemma_of(&doc->tokens[verb]), "change") &&
                (document_is(doc, first - 1, "by") || document_is(doc, first - 1, "to") ||
                 document_is(doc, first - 1, "from"));

        if (!(at || by) || doc->tokens[verb].fine != FINE_VBN || !verb ||
            !same_sentence(doc, verb, verb - 1))
                return false;
        return doc->tokens[verb - 1].upos == UPOS_AUX ||
               (at && is_noun(&doc->tokens[verb - 1]));
}

static bool is_copular(const struct document *doc, size_t verb)
{
        return lexicon_get(&lexicon_copular_verbs, lemma_of(&doc->tokens[verb])) != NULL;
}

/* "fell 200 feet", "climbed half a mile": a way that somebody went, and no amount that fell. */
static bool is_way(const struct document *doc, const struct site *site, size_t verb)
{
        static const char *const lengths[] = { "metre",     "foot", "mile",
                                               "kilometre", "yard", "inch" };

        return site->kind == QUANTITY_MEASURE && verb + 1 == site->first && site->unit &&
               word_is_one_of(site->unit, lengths, ARRAY_SIZE(lengths)) &&
               lexicon_has(&lexicon_number_company, lemma_of(&doc->tokens[verb]), "move");
}

/* "he is worth | $5": the copula right before the number, or SIZE_MAX. */
static size_t copula_before(const struct document *doc, size_t first)
{
        size_t k = first;

        k -= k && document_is(doc, k - 1, "worth");
        return k && same_sentence(doc, first, k - 1) && doc->tokens[k - 1].upos == UPOS_AUX
                       ? k - 1
                       : SIZE_MAX;
}

/* "had | $6 million in the bank", "ended the quarter with | $9 million", "including | $7
 * billion": whose it is, or what it is in, and no amount of that. */
static bool is_owned(const struct document *doc, const struct site *site, size_t verb)
{
        if (!is_copular(doc, verb))
                return false;
        return document_is(doc, site->first - 1, "with") ||
               document_is(doc, site->first - 1, "including") ||
               (site->kind == QUANTITY_MONEY &&
                strcmp(lemma_of(&doc->tokens[verb]), "have") == 0);
}

const char *amount_governor(const struct document *doc, const struct site *site)
{
        size_t verb = copula_before(doc, site->first);

        if (verb != SIZE_MAX)
                return subject_before(doc, verb);
        verb = verb_before(doc, site->first);
        if (verb == SIZE_MAX)
                return NULL;
        if (is_way(doc, site, verb) ||
            (site->kind == QUANTITY_MONEY && strcmp(lemma_of(&doc->tokens[verb]), "take") == 0))
                return lemma_of(&doc->tokens[verb]);
        if (is_owned(doc, site, verb))
                return NULL;
        if (is_copular(doc, verb) || is_put_at(doc, site, verb))
                return subject_before(doc, verb);
        return lemma_of(&doc->tokens[verb]);
}

/* Who says a number is not what it counts. */
static bool says(const struct document *doc, size_t verb)
{
        const char *class = lexicon_get(&lexicon_cue_verbs, lemma_of(&doc->tokens[verb]));

        return class && strncmp(class, "say\t", 4) == 0;
}

/* "the | two", "in their last | ten": nothing that a verb tells the number of. */
static bool is_apart(const struct document *doc, size_t first)
{
        size_t k = first;

        while (k && same_sentence(doc, first, k - 1) &&
               (doc->tokens[k - 1].upos == UPOS_ADJ || doc->tokens[k - 1].upos == UPOS_DET ||
                doc->tokens[k - 1].fine == FINE_PRPS))
                k--;
        return k && same_sentence(doc, first, k - 1) &&
               (k < first || document_is(doc, k - 1, "in"));
}

const char *count_governor(const struct document *doc, size_t first)
{
        size_t verb = verb_before(doc, first);

        if (verb == SIZE_MAX || says(doc, verb) ||
            !(is_copular(doc, verb) ||
              (verb + 1 == first && document_is(doc, verb, "passed"))) ||
            is_apart(doc, first))
                return NULL;
        return subject_before(doc, verb);
}

/* "fell 20 per cent | to 3 billion": the noun at @i is the unit of another amount. */
static bool ends_amount(const struct document *doc, size_t i)
{
        size_t first = i;

        while (first && i - first < 2 && is_noun(&doc->tokens[first]) &&
               same_sentence(doc, i, first - 1))
                first--;
        return doc->tokens[first].upos == UPOS_NUM || document_is(doc, i, "percent") ||
               document_is(doc, i, "%") ||
               (document_is(doc, i, "cent") && i && document_is(doc, i - 1, "per"));
}

/* "put the number of | injured at 58": @last ends what is counted; else NULL. */
static const char *number_before(const struct document *doc, size_t last)
{
        for (size_t k = last;
             k && last - k < NOUN_PHRASE_MAX && same_sentence(doc, last, k - 1); k--) {
                const char *counted =
                        document_is(doc, k, "of") ? counted_number(doc, k - 1) : NULL;

                if (counted)
                        return counted;
        }
        return NULL;
}

/* "put the damages to the church | at", "the files released by Berg | to": the head of the
 * phrase that ends with the noun at @i. */
static size_t outer_noun(const struct document *doc, size_t i)
{
        for (unsigned n = 0; n < OUTER_MAX; n++) {
                size_t k = i;

                while (k && same_sentence(doc, i, k - 1) &&
                       (is_noun(&doc->tokens[k - 1]) || doc->tokens[k - 1].upos == UPOS_ADJ ||
                        doc->tokens[k - 1].upos == UPOS_DET))
                        k--;
                if (!k || !same_sentence(doc, i, k - 1) || doc->tokens[k - 1].upos != UPOS_ADP)
                        return i;
                k--;
                k -= k && doc->tokens[k - 1].fine == FINE_VBN;
                if (!k || !same_sentence(doc, i, k - 1) || !is_noun(&doc->tokens[k - 1]) ||
                    token_in_time(doc, &doc->tokens[k - 1]))
                        return i;
                i = k - 1;
        }
        return i;
}

/* "the toll in Berg, | was 26"; but "people who | are over 50", "it grew and | is 5 percent" */
static bool may_end_subject(const struct document *doc, size_t i)
{
        return is_noun(&doc->tokens[i]) || document_is(doc, i, ",") || document_is(doc, i, ")");
}

/* "they could vote in the contest and turnout | was 87%": the verb at @i has a subject in the
 * singular behind "and", which is no part of what stands before it. */
static bool begins_clause(const struct document *doc, size_t i)
{
        size_t k = i - 1;

        if (doc->tokens[k].fine != FINE_NN ||
            !(document_is(doc, i, "was") || document_is(doc, i, "is")))
                return false;
        while (k && same_sentence(doc, i, k - 1) &&
               (doc->tokens[k - 1].upos == UPOS_ADJ || doc->tokens[k - 1].upos == UPOS_DET ||
                doc->tokens[k - 1].upos == UPOS_NOUN))
                k--;
        return k && same_sentence(doc, i, k - 1) && doc->tokens[k - 1].upos == UPOS_CCONJ;
}

/* "up", "down" of "revised down to", "are up" */
static bool is_direction(const struct document *doc, size_t i)
{
        return document_is(doc, i, "up") || document_is(doc, i, "down");
}

/* "a rate from 35% | to 21%", "to 21% | from 35%": the token behind what both are of, for the
 * one behind @first. */
static size_t range_start(const struct document *doc, size_t first)
{
        const char *other = document_is(doc, first - 1, "to") ? "from" : "to";
        size_t k = first - 1;

        for (size_t n = 0; k && n < NOUN_PHRASE_MAX && same_sentence(doc, first, k - 1); n++) {
                const struct token *t = &doc->tokens[--k];

                if (strcmp(t->lower, other) == 0)
                        return k + 1;
                if (t->upos != UPOS_NUM && t->upos != UPOS_SYM && !is_noun(t) &&
                    strcmp(t->lower, ",") != 0 && !is_direction(doc, k))
                        break;
        }
        return first;
}

const char *joined_before(const struct document *doc, size_t first, enum quantity_kind kind)
{
        static const char *const joints[] = { "of",  "at",    "to",     "is",    "was",
                                              "are", "were",  "stands", "stood", "reached",
                                              "hit", "worth", ":" };
        static const char *const outer[] = { "at", "to", "from" };
        bool by = kind != QUANTITY_COUNT; /* by so many: they do something */
        bool from = kind == QUANTITY_MONEY || kind == QUANTITY_PERCENT ||
                    number_is_changed(doc, doc->tokens[first].start);
        const char *counted;
        size_t k = first, head;

        while (k && same_sentence(doc, first, k - 1) &&
               (doc->tokens[k - 1].upos == UPOS_ADV || is_direction(doc, k - 1)) &&
               !document_is(doc, k - 1, "worth"))
                k--; /* "at just", "are up" */
        first = k;
        if (from && first &&
            (document_is(doc, first - 1, "to") || document_is(doc, first - 1, "from")))
                k = first = range_start(doc, first);
        if (!k || !same_sentence(doc, first, k - 1) ||
            !(word_is_one_of(doc->tokens[k - 1].lower, joints, ARRAY_SIZE(joints)) ||
              (by && document_is(doc, k - 1, "by")) ||
              (from && document_is(doc, k - 1, "from"))))
                return NULL;
        k--;
        k -= k > 1 && is_direction(doc, k - 1) &&
             is_noun(&doc->tokens[k - 2]); /* "revised the toll | down to" */
        if (k > 1 && document_is(doc, k, "worth") && document_is(doc, k - 1, ",")) {
                if (in_prepositional_phrase(doc, k - 2))
                        return NULL; /* "a credit under the law, worth $5": the law is not */
                k--;
        }
        if (k && doc->tokens[k].upos == UPOS_AUX && may_end_subject(doc, k - 1))
                return begins_clause(doc, k) ? phrase_with_head(doc, k - 1)
                                             : subject_before(doc, k);
        if (k && doc->tokens[k - 1].upos == UPOS_AUX && same_sentence(doc, first, k - 1))
                return subject_before(doc, k - 1);
        if (k > 1 && is_past_tense(&doc->tokens[k - 1]) && same_sentence(doc, first, k - 2) &&
            token_in_time(doc, &doc->tokens[k - 2]))
                return subject_before(doc, k - 1); /* "sales in May rose by" */
        counted = k ? number_before(doc, k - 1) : NULL;
        if (counted || !k || !is_noun(&doc->tokens[k - 1]) ||
            !same_sentence(doc, first, k - 1) || ends_amount(doc, k - 1) ||
            (document_is(doc, k, "by") && in_prepositional_phrase(doc, k - 1)))
                return counted;
        head = word_is_one_of(doc->tokens[k].lower, outer, ARRAY_SIZE(outer))
                       ? outer_noun(doc, k - 1)
                       : k - 1;
        return token_in_time(doc, &doc->tokens[head]) ? NULL : phrase_with_head(doc, head);
}
