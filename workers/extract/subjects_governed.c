/* subjects_governed - over what stands behind a preposition, which is no subject
 *
 * "The problems due to drought and the heat | forced him out", "commitments set up in the
 * charter | are": right before the verb stands a phrase that belongs to another, which begins
 * the clause.
 */
#include "base/macros.h"
#include "workers/extract/reporting.h"
#include "workers/extract/subjects.h"

enum { GOVERNED_MAX = 5 }; /* phrases within one another */

/* A preposition, and no word that may open a clause. */
static bool governs(const struct document *doc, size_t i)
{
        static const char *const clauses[] = { "as",     "than",    "before", "after",
                                               "since",  "until",   "till",   "but",
                                               "except", "because", "while",  "once",
                                               "though", "like",    "if",     "unless" };
        static const char *const both[] = { "along", "together" }; /* he is subject, too */

        return doc->tokens[i].upos == UPOS_ADP &&
               !document_is_one_of(doc, i, clauses, ARRAY_SIZE(clauses)) &&
               !(i && document_is(doc, i, "with") &&
                 document_is_one_of(doc, i - 1, both, ARRAY_SIZE(both)));
}

/* "a man close | to Berg", "a survey | by the union": what stands behind it tells who is meant,
 * unlike "the mayor | during a visit to Lund". */
static bool tells_who(const struct document *doc, size_t i)
{
        static const char *const words[] = { "to", "with", "by",    "on",      "in",  "at",
                                             "of", "from", "about", "against", "for", "over" };

        return document_is_one_of(doc, i, words, ARRAY_SIZE(words));
}

/* "the school visited by Berg" */
static bool has_verb(const struct chunks *c, struct phrase p)
{
        for (size_t i = p.first; i < p.end; i++)
                if (chunk_at(c, i) && chunk_at(c, i)->kind == CHUNK_VERB)
                        return true;
        return false;
}

/* Where the phrase that has the preposition at @i begins its end: behind "problems" of
 * "problems | due to", "commitments | set up in". 0: nothing has it. */
static size_t governor_end(const struct document *doc, const struct chunks *c, size_t i,
                           size_t low, bool joined)
{
        const struct chunk *k;

        while (i > low && (governs(doc, i - 1) ||
                           (doc->tokens[i - 1].upos == UPOS_ADV && !chunk_at(c, i - 1))))
                i--; /* "set | up in", "mostly | in" */
        if (i > low && doc->tokens[i - 1].upos == UPOS_ADJ && !chunk_at(c, i - 1))
                i--; /* "due | to" */
        k = i > low ? chunk_at(c, i - 1) : NULL;
        if (k && k->kind == CHUNK_VERB && !joined &&
            (k->form == VERB_PARTICIPLE || k->form == VERB_ING) && k->first > low)
                k = chunk_at(c, k->first - 1);
        return k && k->kind == CHUNK_NOUN && !k->time && !k->relative ? k->end : 0;
}

/* Does the phrase that begins at @i begin its clause, and is no object of a verb before it, nor
 * joined to one? */
static bool begins_clause(const struct document *doc, const struct chunks *c, size_t i,
                          size_t low, bool joined)
{
        const struct chunk *k;

        i = subject_skip_adverbs(doc, c, i);
        k = i > low + 1 ? chunk_at(c, i - 2) : NULL;
        if (i > low && doc->tokens[i - 1].upos == UPOS_CCONJ && k && k->kind == CHUNK_NOUN)
                return false;
        if (i <= low || subject_parts_clauses(doc, i - 1))
                return true;
        k = chunk_at(c, i - 1);
        return k && k->kind == CHUNK_VERB && !joined &&
               (cue_at(doc, c, k->head).frames & FRAME_CLAUSE);
}

/* Of "drought and | the heat" the first, where it is governed; else @p's. What is alike is
 * joined: not "the road to Lund and | a baker". */
static size_t first_conjunct(const struct document *doc, const struct chunks *c,
                             struct phrase p, size_t low)
{
        const struct chunk *left =
                p.first > low + 2 && doc->tokens[p.first - 1].upos == UPOS_CCONJ
                        ? chunk_at(c, p.first - 2)
                        : NULL;

        return left && left->kind == CHUNK_NOUN && !left->time && left->first > low &&
                               governs(doc, left->first - 1) &&
                               subject_is_person(doc, left->head) ==
                                       subject_is_person(doc, p.head)
                       ? left->first
                       : p.first;
}

/* "the bombing of the town by rebels | killed ten": who does a deed does what it does; so do
 * "rebels backed by Norway" of a group. */
static bool is_doer(const struct document *doc, const struct chunks *c, struct phrase p,
                    struct phrase found, size_t low)
{
        if (p.first <= low)
                return false;
        if (document_is(doc, p.first - 1, "by") && noun_is_deed(&doc->tokens[found.head]))
                return true;
        return document_is(doc, p.first - 1, "of") && has_verb(c, p) &&
               subject_is_person(doc, p.head);
}

struct phrase phrase_ungoverned(const struct document *doc, const struct chunks *c,
                                struct phrase p)
{
        struct phrase found = p;
        bool joined = false;
        size_t low;

        if (phrase_is_none(p))
                return p;
        low = chunk_reach_low(doc, p.first);
        for (unsigned n = 0; n < GOVERNED_MAX; n++) {
                size_t i = first_conjunct(doc, c, found, low), end;

                joined = joined || i < found.first;
                if (i <= low || !governs(doc, i - 1))
                        break;
                end = governor_end(doc, c, i - 1, low, joined);
                if (!end)
                        return p;
                found = phrase_before(doc, c, end);
                if (phrase_is_none(found))
                        return p;
        }
        if (is_doer(doc, c, p, found, low) || !begins_clause(doc, c, found.first, low, joined))
                return p;
        if (!joined && p.first > low + 1 && tells_who(doc, p.first - 1) && !has_verb(c, p))
                found.end = p.end;
        return found;
}
