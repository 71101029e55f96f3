/* quantities_of - what a number counts or measures
 *
 * The noun behind it ("28th OSCE Ministerial Council"), with what became of those counted
 * ("people killed", from either side of the verb); else what governs it: the verb ("talked for
 * 30 minutes": talk), or that verb's subject where the verb only says that it lasts or amounts
 * ("talks lasted"). The words are those of the text, so that two reports of one figure meet.
 */
#include "base/macros.h"
#include "workers/extract/entities.h"
#include "workers/extract/quantities.h"
#include "workers/extract/quantities_words.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_number_company;

/* Of the same sentence; or NULL. */
static const struct token *token_behind(const struct document *doc, const struct site *site)
{
        return same_sentence(doc, site->first, site->after) ? &doc->tokens[site->after] : NULL;
}

/* "two of whom were injured" */
static bool behind_of_whom(const struct document *doc, const struct site *site)
{
        static const char *const whom[] = { "whom", "them", "which" };
        size_t i = site->after;

        return same_sentence(doc, site->first, i + 1) &&
               strcmp(doc->tokens[i].lower, "of") == 0 &&
               word_is_one_of(doc->tokens[i + 1].lower, whom, ARRAY_SIZE(whom));
}

static const char *of_count(const struct document *doc, const struct site *site)
{
        size_t end;
        const char *part = noun_of_part(doc, site);
        const char *noun = part ? NULL : counted_behind(doc, site, &end), *outcome;

        if (part)
                return part;
        if (is_of_person(doc, site->first) && (noun || are_children(doc, site->first)))
                return noun ? noun : "children";
        if (!noun && behind_of_whom(doc, site))
                end += 2;
        if (noun && document_is(doc, end - 1, "times"))
                return noun; /* "arrested four times" */
        if (noun && document_is(doc, end - 1, "lives"))
                return with_outcome(doc, noun, outcome_of_lives(doc, site->first, end));
        outcome = outcome_of_counted(doc, site->first, end);
        if (noun && outcome && !outcome_suits(outcome, &doc->tokens[end - 1]))
                outcome = NULL;
        if (noun || outcome)
                return with_outcome(doc, noun, outcome);
        noun = joined_before(doc, site->first, site->kind);
        if (!noun)
                noun = count_governor(doc, site->first);
        return noun ? noun : people_acting(doc, site);
}

/* "a | $15,000 fine" */
static bool follows_article(const struct document *doc, const struct site *site)
{
        return site->first && (document_is(doc, site->first - 1, "a") ||
                               document_is(doc, site->first - 1, "an"));
}

/* Does a noun stand right behind, or joined by "of"? Then it is what is measured. */
static bool noun_follows(const struct document *doc, const struct site *site)
{
        const struct token *t = token_behind(doc, site);

        if (!t || token_in_time(doc, t))
                return false;
        if (strcmp(t->lower, "of") == 0 || strcmp(t->lower, "worth") == 0)
                return true;
        /* "the $5 | Mr. Berg has" */
        if (site->kind == QUANTITY_MONEY &&
            (strcmp(t->lower, "in") == 0 || t->name == NAME_PERSON ||
             (t->upos == UPOS_PROPN && same_sentence(doc, site->after, site->after + 1) &&
              t[1].name == NAME_PERSON)))
                return false;
        if (is_noun(t) || (t->upos == UPOS_ADJ && site->hyphened))
                return true;
        return (t->upos == UPOS_ADJ || (t->fine == FINE_VBN && follows_article(doc, site))) &&
               site->after + 1 < doc->n_tokens && is_noun(&doc->tokens[site->after + 1]);
}

/* "a $15,000 fine that", "a 26 percent cut in": the article's noun, whatever its tag, as what
 * follows goes on behind a noun. */
static const char *noun_of_article(const struct document *doc, const struct site *site)
{
        const struct token *t = token_behind(doc, site), *next;

        if (!t || !same_sentence(doc, site->first, site->after + 1) ||
            !follows_article(doc, site) ||
            (t->upos != UPOS_VERB && t->upos != UPOS_ADJ && t->upos != UPOS_NUM) ||
            t->lower[0] < 'a' || t->lower[0] > 'z')
                return NULL;
        next = t + 1;
        if (next->upos != UPOS_ADP && next->upos != UPOS_PUNCT && next->upos != UPOS_SCONJ &&
            next->upos != UPOS_AUX && next->upos != UPOS_CCONJ)
                return NULL;
        return copy_tokens(doc, site->after, site->after);
}

/* "$2 million in | funding"; but "in | leading the fight" has an object. */
static bool is_pursuit(const struct document *doc, size_t i)
{
        const struct token *t = &doc->tokens[i];

        return t->fine == FINE_VBG && same_sentence(doc, i, i + 1) &&
               !document_is(doc, i + 1, "the") && t[1].fine != FINE_PRPS &&
               t[1].upos != UPOS_PRON && t[1].upos != UPOS_PROPN;
}

/* "$1 million in damages", "in Chinese imports": what a sum is made of. A determiner or a name
 * tells a place or a time instead, and "in court" or "in total" is a turn of phrase. */
static const char *sum_of(const struct document *doc, const struct site *site)
{
        size_t i = site->after + 1, first, head;

        if (site->kind != QUANTITY_MONEY || !document_is(doc, site->after, "in") ||
            !same_sentence(doc, site->first, i) ||
            lexicon_has(&lexicon_number_company, doc->tokens[i].lower, "turn"))
                return NULL;
        if (!counted_phrase(doc, i, false, &first, &head))
                return is_pursuit(doc, i) ? copy_tokens(doc, i, i) : NULL;
        return first == i && doc->tokens[head].upos == UPOS_NOUN ? copy_tokens(doc, first, head)
                                                                 : NULL;
}

/* "12 metres high", "44 years old", "20 km away". */
static const char *measured_property(const struct document *doc, const struct site *site)
{
        const struct token *t = token_behind(doc, site);

        return t && lexicon_has(&lexicon_number_company, t->lower, "property") ? t->lower
                                                                               : NULL;
}

/* "a sentence of five years"; but "sentenced to five years" is told by its verb. */
static bool follows_of(const struct document *doc, size_t first)
{
        return first &&
               (document_is(doc, first - 1, "of") || document_is(doc, first - 1, "is") ||
                document_is(doc, first - 1, "was"));
}

/* "60 percent of those | killed" */
static const char *outcome_of_whole(const struct document *doc, const struct site *site)
{
        size_t i = site->after;

        if (!same_sentence(doc, site->first, i + 2) || !document_is(doc, i, "of") ||
            doc->tokens[i + 1].upos != UPOS_DET)
                return NULL;
        return tells_outcome(doc, i + 2) ? outcome_of(&doc->tokens[i + 2]) : NULL;
}

static const char *of_amount(const struct document *doc, const struct site *site)
{
        const char *found = measured_property(doc, site);
        size_t end;

        if (!found)
                found = sum_of(doc, site);
        if (!found)
                found = noun_of_article(doc, site);
        if (!found && noun_follows(doc, site))
                found = counted_behind(doc, site, &end);
        if (!found && site->kind == QUANTITY_PERCENT)
                found = outcome_of_whole(doc, site);
        if (!found && (site->kind != QUANTITY_DURATION || follows_of(doc, site->first)))
                found = joined_before(doc, site->first, site->kind);
        return found ? found : amount_governor(doc, site);
}

/* "15-member council": members; "46-year-old Ann Lee": her, else old; "second-largest
 * economy"; "a 3,000-strong march", "six-plus rounds". */
static const char *of_glued(const struct document *doc, const struct site *site)
{
        const char *rest = document_copy(doc, site->glued), *noun;
        size_t end;

        bool strong = rest && (strcmp(rest, "strong") == 0 || strcmp(rest, "plus") == 0 ||
                               strcmp(rest, "odd") == 0);

        if (!rest ||
            (site->kind != QUANTITY_ORDINAL && site->kind != QUANTITY_DURATION && !strong))
                return rest;
        noun = counted_behind(doc, site, &end);
        if (site->kind == QUANTITY_DURATION || strong)
                return noun ? noun : rest;
        return noun ? arena_printf(doc->arena, "%s %s", rest, noun) : rest;
}

const char *quantity_of_age(const struct document *doc, size_t i)
{
        size_t first = i - 2, last = i - 2;

        if (i < 2 || !document_is(doc, i - 1, ",") || !same_sentence(doc, i, last) ||
            doc->tokens[last].upos != UPOS_PROPN || !doc->tokens[last].capital ||
            doc->tokens[last].name == NAME_PLACE)
                return NULL;
        while (first && last - first < NOUN_PHRASE_MAX && same_sentence(doc, last, first - 1) &&
               doc->tokens[first - 1].upos == UPOS_PROPN)
                first--;
        if (first && doc->tokens[first - 1].upos == UPOS_ADP)
                return NULL; /* "In Paris, 40 …" */
        return copy_tokens(doc, first, last);
}

/* "He was 75.", "who is 40 and lives in Oslo": nothing that is counted stands behind it. */
static bool ends_age(const struct document *doc, size_t first, size_t after)
{
        static const char *const words[] = { "and", "when", "but", "while" };
        static const char *const when[] = { "in", "on" };

        return !same_sentence(doc, first, after) ||
               (doc->tokens[after].kind == TOKEN_PUNCTUATION &&
                !document_is(doc, after, "-")) ||
               document_is_one_of(doc, after, words, ARRAY_SIZE(words)) ||
               (document_is(doc, after, "at") && document_is(doc, after + 2, "time")) ||
               ((document_is(doc, first - 1, "turned") ||
                 document_is(doc, first - 1, "turns")) &&
                document_is_one_of(doc, after, when, ARRAY_SIZE(when)));
}

/* "Support for | Anna Berg was 45": the number is not hers. */
static bool hangs_on(const struct document *doc, size_t i)
{
        return i && same_sentence(doc, i, i - 1) &&
               (doc->tokens[i - 1].upos == UPOS_ADP || document_is(doc, i - 1, "to"));
}

/* "Anna Berg, | who is 40": the name before the pronoun. */
static size_t bearer_before(const struct document *doc, size_t i)
{
        if (document_is(doc, i, "who") && i > 1 && document_is(doc, i - 1, ",") &&
            same_sentence(doc, i, i - 2))
                return i - 2;
        return i;
}

const char *quantity_of_told_age(const struct document *doc, size_t first, size_t after)
{
        static const char *const verbs[] = { "was", "is", "'s", "’s", "turned", "turns" };
        static const char *const persons[] = { "he", "she" };
        size_t i = first - 2, name;
        int who;

        if (first < 2 || !same_sentence(doc, first, i) || !ends_age(doc, first, after) ||
            !document_is_one_of(doc, first - 1, verbs, ARRAY_SIZE(verbs)))
                return NULL;
        i = bearer_before(doc, i);
        if (document_is_one_of(doc, i, persons, ARRAY_SIZE(persons))) {
                /* "Pupils told them that she was 14": she may be another than who was named. */
                who = i == doc->sentences[doc->tokens[i].sentence].first
                              ? entities_resolve(doc, (struct span){ doc->tokens[i].start,
                                                                     doc->tokens[i].end })
                              : NONE;
                return who == NONE ? "old" : doc->x->entities[who].name;
        }
        if (doc->tokens[i].upos == UPOS_NOUN && doc->tokens[i].fine == FINE_NN &&
            is_person(&doc->tokens[i])) {
                for (name = i; name && same_sentence(doc, i, name - 1) &&
                               (doc->tokens[name - 1].upos == UPOS_DET ||
                                doc->tokens[name - 1].upos == UPOS_ADJ);)
                        name--;
                return hangs_on(doc, name) ? NULL : copy_tokens(doc, i, i);
        }
        if (doc->tokens[i].name != NAME_PERSON)
                return NULL;
        for (name = i; name && doc->tokens[name - 1].name == NAME_PERSON &&
                       !doc->tokens[name].name_begins && same_sentence(doc, i, name - 1);)
                name--;
        return hangs_on(doc, name) ? NULL : copy_tokens(doc, name, i);
}

const char *quantity_of_converted(const struct document *doc, enum quantity_kind kind,
                                  uint32_t start)
{
        const struct extraction *x = doc->x;
        const struct quantity *before =
                x->n_quantities ? &x->quantities[x->n_quantities - 1] : NULL;

        if (!before || before->kind != kind || !start || x->text[start - 1] != '(' ||
            (kind != QUANTITY_MONEY && kind != QUANTITY_MEASURE) ||
            before->span.end + 2 < start)
                return NULL;
        return before->of;
}

const char *quantity_of(const struct document *doc, const struct site *site)
{
        size_t end;

        if (site->first >= doc->n_tokens)
                return NULL;
        if (!span_is_none(site->glued) && site->kind != QUANTITY_MONEY)
                return of_glued(doc, site);
        switch (site->kind) {
        case QUANTITY_COUNT: return of_count(doc, site);
        case QUANTITY_ORDINAL: return counted_behind(doc, site, &end);
        default: return of_amount(doc, site);
        }
}
