/* acts_recipients_setting - phrases that tell when, where or how, and not to whom */
#include "workers/extract/acts.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_role_nouns;

/* "on Twitter" */
bool noun_is_medium(const struct token *t)
{
        return lexicon_has(&lexicon_role_nouns, t->lower, "medium");
}

/* "at the request of Norway", "in the wake of it" */
static bool is_bidding(const struct token *t)
{
        return lexicon_has(&lexicon_role_nouns, t->lemma, "bidding");
}

/* "ahead | of the talks", "close | to Oslo": two words that tie it as one. */
static bool is_joined_tie(const struct document *doc, uint32_t preposition)
{
        static const char *const of[] = { "ahead", "because", "instead", "regardless" };
        static const char *const to[] = { "close", "prior", "due", "thanks" };

        if (!preposition || doc->tokens[preposition + 1].kind == TOKEN_NUMBER)
                return false; /* "rescued close to 100 guests" */
        return document_is(doc, preposition, "of")
                       ? document_is_one_of(doc, preposition - 1, of, ARRAY_SIZE(of))
                       : document_is(doc, preposition, "to") &&
                                 document_is_one_of(doc, preposition - 1, to, ARRAY_SIZE(to));
}

/* "ban", "sanctions" */
static bool is_curb(const struct document *doc, uint32_t i)
{
        const char *value = plover_noun(doc, i);

        return value &&
               (lexicon_value_has(value, "COERCE") || lexicon_value_has(value, "SANCTION"));
}

/* "after the talks": when it happened, and of what is in no type, where. */
bool part_is_setting(const struct document *doc, const struct clause_part *p, bool typed)
{
        static const char *const words[] = { "after",     "since",   "during",  "until",
                                             "amid",      "before",  "despite", "following",
                                             "ahead",     "besides", "unlike",  "like",
                                             "under",     "through", "without", "including",
                                             "alongside", "beside",  "in",      "at",
                                             "near",      "outside" };
        enum { OF_TIME = 18 };

        if (p->preposition == UINT32_MAX)
                return false;
        if (is_joined_tie(doc, p->preposition))
                return true;
        if (document_is(doc, p->preposition, "on") && p->preposition &&
            is_curb(doc, p->preposition - 1))
                return false; /* "lifted the ban on Twitter" */
        if ((document_is(doc, p->preposition, "on") ||
             document_is(doc, p->preposition - 1, "took") ||
             document_is(doc, p->preposition - 1, "takes")) &&
            noun_is_medium(&doc->tokens[p->chunk->head]))
                return true; /* "on Twitter", "took to Twitter" */
        if ((document_is(doc, p->preposition, "at") || document_is(doc, p->preposition, "in") ||
             document_is(doc, p->chunk->head, "behalf")) &&
            is_bidding(&doc->tokens[p->chunk->head]))
                return true;
        return document_is_one_of(doc, p->preposition, words,
                                  typed ? OF_TIME : ARRAY_SIZE(words));
}

bool part_hangs_on(const struct document *doc, const struct clause_part *before,
                   const struct clause_part *p)
{
        if (p->chunk->first == before->chunk->end + 1 &&
            document_is(doc, before->chunk->end, ","))
                return true; /* "after the death of his aunt, Anna Berg" */
        if (p->preposition != before->chunk->end)
                return false;
        if (document_is(doc, before->chunk->head, "behalf"))
                return document_is(doc, p->preposition, "of");
        if (is_bidding(&doc->tokens[before->chunk->head]))
                return true; /* "in response to Norway" */
        return !document_is(doc, p->preposition, "with") &&
               !document_is(doc, p->preposition, "to") &&
               !document_is(doc, p->preposition, "against") &&
               !document_is(doc, p->preposition, "toward") &&
               !document_is(doc, p->preposition, "towards");
}

bool part_is_site(const struct document *doc, const struct clause_part *p)
{
        static const char *const ties[] = { "on", "along", "across", "through" };

        return p->preposition != UINT32_MAX &&
               (part_is_locative(doc, p) ||
                document_is_one_of(doc, p->preposition, ties, ARRAY_SIZE(ties))) &&
               lexicon_has(&lexicon_role_nouns, doc->tokens[p->chunk->head].lower, "site");
}
