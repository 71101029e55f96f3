/* attributions - reporting clauses beside what they report
 *
 * The two places where English puts them: right behind a quotation ("…," said X), and at a
 * sentence's end behind a comma (…, X said on Thursday).
 */
#include <string.h>

#include "base/macros.h"
#include "workers/extract/quotes.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_function_words;

enum {
        SUBJECT_TOKENS = 40,  /* from the start of "X, who …, said" to its verb */
        TRAILING_TOKENS = 30, /* of "…, X said in Moscow on Thursday, before the talks" */
};

size_t sentence_end(const struct document *doc, size_t token, size_t limit)
{
        size_t end;

        if (token >= doc->n_tokens)
                return doc->n_tokens < limit ? doc->n_tokens : limit;
        end = document_sentence_end(doc, token);
        return end < limit ? end : limit;
}

static size_t skip_particles(const struct document *doc, size_t i, size_t end)
{
        while (i < end && (doc->tokens[i].upos == UPOS_ADV || document_is(doc, i, "and") ||
                           document_is(doc, i, "but")))
                i++;
        return i;
}

/* "said the person.": right behind the verb and before a mark stands who speaks, whatever the
 * noun. */
static struct phrase named_behind(const struct document *doc, const struct chunks *c,
                                  const struct cue *cue, size_t end)
{
        struct phrase p = phrase_after(doc, c, cue->end);

        if (phrase_is_none(p) || cue->kind > CUE_TELL || !phrase_may_speak(doc, c, p) ||
            p.end > end ||
            (p.end < end && doc->tokens[p.end].kind != TOKEN_PUNCTUATION &&
             !document_is(doc, p.end, "who")))
                return PHRASE_NONE;
        return p;
}

/* "said X": the verb first. */
static bool inverted_at(const struct document *doc, const struct chunks *c, size_t i,
                        size_t end, struct tail *ret)
{
        struct cue cue = cue_at(doc, c, i);
        const struct chunk *verb = chunk_at(c, i);
        struct phrase p;

        if (cue.kind > CUE_PROMISE || !(cue.frames & FRAME_QUOTE) || cue.first != i ||
            verb->form == VERB_ING ||
            (verb->form == VERB_INFINITIVE && !document_is(doc, i, "say")) ||
            strcmp(doc->tokens[cue.verb].lemma, "tell") == 0) /* "told X": the listener */
                return false;
        p = cue_subject(doc, c, &cue, true);
        if (phrase_is_none(p) || p.first < cue.end || p.first >= end)
                p = named_behind(doc, c, &cue, end);
        if (phrase_is_none(p))
                return false;
        *ret = (struct tail){ cue, p, (uint32_t)i };
        return true;
}

/* "a source | close to him | said": neither a verb nor a comma parts the noun from its verb. */
static bool is_plain_clause(const struct document *doc, const struct chunks *c, size_t first,
                            size_t end)
{
        for (size_t i = first; i < end; i++) {
                const struct chunk *k = chunk_at(c, i);

                if ((k && (k->kind == CHUNK_VERB || k->relative)) ||
                    doc->tokens[i].kind == TOKEN_PUNCTUATION || document_is(doc, i, "who") ||
                    doc->tokens[i].upos == UPOS_SCONJ || doc->tokens[i].upos == UPOS_CCONJ)
                        return false;
        }
        return true;
}

/* "Nxyz said": a word with a capital right before a verb of saying is a name, whatever it is
 * tagged as. */
static bool unknown_says(const struct document *doc, const struct chunks *c, size_t i,
                         size_t end, struct tail *ret)
{
        const struct token *t = &doc->tokens[i];
        const struct chunk *k = chunk_at(c, i);
        struct cue cue;

        if (i + 1 >= end || !t->capital || (k && k->kind == CHUNK_NOUN) ||
            lexicon_get(&lexicon_function_words, t->lower))
                return false;
        cue = cue_at(doc, c, i + 1);
        if (cue.kind > CUE_TELL || cue.verb != i + 1 || !(cue.frames & FRAME_QUOTE))
                return false;
        cue.first = (uint32_t)i + 1;
        *ret = (struct tail){ cue, { (uint32_t)i, (uint32_t)i + 1, (uint32_t)i }, (uint32_t)i };
        return true;
}

/* "…, talks continued until June": a verb of saying as well as of other things, and no speaker.
 */
static bool is_of_things(const struct document *doc, const struct cue *cue, struct phrase p)
{
        const char *voice = noun_voice(&doc->tokens[p.head]);

        return strcmp(doc->tokens[cue->verb].lemma, "continue") == 0 &&
               (!phrase_speaks(doc, p) || (voice && strcmp(voice, "document") == 0));
}

/* "…, the audit found": closes what is told, and no words in marks. */
static bool is_finding(const struct document *doc, const struct cue *cue)
{
        return strcmp(doc->tokens[cue->verb].lemma, "find") == 0;
}

/* "people | briefed on the plan | said": a participle about who speaks. */
static bool is_tie(const struct document *doc, const struct cue *cue, size_t end)
{
        return cue->kind == CUE_TELL && cue->end < end &&
               strcmp(doc->tokens[cue->verb].lemma, "brief") == 0 &&
               (document_is(doc, cue->end, "on") || document_is(doc, cue->end, "about"));
}

/* "X said", "X, the minister, said": the first verb of quotation, or if @finds of finding,
 * whose subject begins here. */
static bool verb_at(const struct document *doc, const struct chunks *c, size_t i, size_t end,
                    bool finds, struct tail *ret)
{
        const struct chunk *start = chunk_at(c, i);

        if (unknown_says(doc, c, i, end, ret))
                return true;
        if (start && start->kind == CHUNK_VERB && start->end == i + 1 &&
            start->form == VERB_PARTICIPLE && strchr(doc->tokens[i].lower, '-'))
                start = chunk_at(c, ++i); /* "Boston-based Anna Berg said" */
        if (!start || start->kind != CHUNK_NOUN || start->first != i || start->time)
                return false;
        for (size_t k = start->end; k < end && k < i + SUBJECT_TOKENS; k++) {
                const struct chunk *verb = chunk_at(c, k);
                struct cue cue;
                struct phrase p;

                if (!verb || verb->kind != CHUNK_VERB)
                        continue;
                cue = cue_at(doc, c, k);
                k = verb->end - 1;
                if (is_tie(doc, &cue, end))
                        continue;
                if (cue.kind == CUE_NONE ||
                    !((cue.frames & FRAME_QUOTE) || (finds && is_finding(doc, &cue))) ||
                    (verb->form != VERB_FINITE && verb->form != VERB_PARTICIPLE))
                        continue;
                p = cue_subject(doc, c, &cue, false);
                if (cue_is_quoted_as(&cue) && !phrase_is_none(p) && p.first >= verb->end) {
                        *ret = (struct tail){ cue, p, (uint32_t)i };
                        return true; /* "X quoted him as saying": he speaks */
                }
                if ((phrase_is_none(p) ||
                     (p.first != i && doc->tokens[p.head].upos != UPOS_PRON)) &&
                    !verb->passive && is_plain_clause(doc, c, start->end, verb->first))
                        p = (struct phrase){ start->first, start->end, start->head };
                if (!phrase_is_none(p) && p.first == start->end + 1 && phrase_speaks(doc, p) &&
                    phrase_speaks(doc,
                                  (struct phrase){ start->first, start->end, start->head }) &&
                    document_is(doc, start->end, "and"))
                        p = (struct phrase){ start->first, p.end, start->head };
                if (phrase_is_none(p) || p.first != i || is_of_things(doc, &cue, p))
                        continue;
                *ret = (struct tail){ cue, p, (uint32_t)i };
                return true;
        }
        return false;
}

static bool straight_at(const struct document *doc, const struct chunks *c, size_t i,
                        size_t end, struct tail *ret)
{
        return verb_at(doc, c, i, end, false, ret);
}

/* "adding: “…”", "saying that": a participle, whose subject is the main clause's. */
static bool participle_at(const struct document *doc, const struct chunks *c, size_t i,
                          struct tail *ret)
{
        const struct chunk *verb = chunk_at(c, i);
        struct cue cue;

        if (!verb || verb->kind != CHUNK_VERB || verb->first != i)
                return false;
        cue = cue_at(doc, c, i);
        if (cue.kind == CUE_NONE || !(cue.frames & FRAME_QUOTE))
                return false;
        *ret = (struct tail){ cue, chunk_subject(doc, c, verb), (uint32_t)i };
        return !phrase_is_none(ret->speaker);
}

static bool joins(const struct document *doc, size_t first, size_t end)
{
        for (size_t i = first; i < end; i++)
                if (doc->tokens[i].upos == UPOS_CCONJ)
                        return true;
        return false;
}

bool attribution_at(const struct document *doc, const struct chunks *c, size_t i, size_t end,
                    struct tail *ret)
{
        size_t k = skip_particles(doc, i, end);
        struct cue cue;

        if (k >= end)
                return false;
        if (document_is(doc, k, "according")) {
                cue = cue_at(doc, c, k);
                *ret = (struct tail){ cue, cue_subject(doc, c, &cue, false), (uint32_t)i };
                return cue.kind == CUE_ACCORDING && !phrase_is_none(ret->speaker);
        }
        /* "… - and stressed the need": behind "and" a verb has its object. */
        return (!joins(doc, i, k) && inverted_at(doc, c, k, end, ret)) ||
               straight_at(doc, c, k, end, ret) ||
               (document_is(doc, i, "and") && participle_at(doc, c, k, ret));
}

/* "…, she told reporters": not "…, she urged them". */
static bool takes_listener(const struct cue *cue)
{
        return (cue->frames & FRAME_ADDRESSEE) && cue->kind != CUE_ORDER;
}

/* ", and he urged", ", who added": what the speaker does besides; it closes nothing. */
static bool goes_on(const struct document *doc, const struct chunks *c, size_t i,
                    const struct tail *t)
{
        const struct chunk *verb = chunk_at(c, t->cue.verb);

        return document_is(doc, i, "and") || document_is(doc, i, "but") ||
               document_is(doc, i, "who") || document_is(doc, i, "which") ||
               document_is(doc, i, "whom") || document_is(doc, i, "whose") ||
               document_is(doc, i, "when") || document_is(doc, i, "where") ||
               (verb && verb->kind == CHUNK_VERB && verb->negated);
}

static size_t comma_from(const struct document *doc, size_t i, size_t end)
{
        while (i < end && !document_is(doc, i, ","))
                i++;
        return i;
}

/* "said bakers who knew it and were afraid | would go": the last token of the verbs of the
 * relative clause that begins at @i. */
static size_t over_relative(const struct document *doc, const struct chunks *c, size_t i,
                            size_t end)
{
        size_t last = i;

        for (; i < end && !document_is(doc, i, ","); i++) {
                const struct chunk *k = chunk_at(c, i);

                if (!k || k->kind != CHUNK_VERB || k->form != VERB_FINITE)
                        continue;
                if (last != k->first && chunk_at(c, last) &&
                    chunk_at(c, last)->kind == CHUNK_VERB &&
                    doc->tokens[k->first - 1].upos != UPOS_CCONJ)
                        return last;
                i = last = k->end - 1;
        }
        return i;
}

/* "…, said the plan, late as it was, | would fail": has the one behind the verb a verb of its
 * own, no relative clause's? */
static bool is_subject_there(const struct document *doc, const struct chunks *c,
                             const struct tail *t, size_t end)
{
        for (size_t i = t->speaker.end; i < end; i++) {
                const struct chunk *k = chunk_at(c, i);

                if (document_is(doc, i, "who") && i == t->speaker.end)
                        i = over_relative(doc, c, i, end);
                else if ((k && k->relative) || doc->tokens[i].upos == UPOS_SCONJ ||
                         document_is(doc, i, "that") || document_is(doc, i, "as"))
                        i = comma_from(doc, i, end);
                else if (k && k->kind == CHUNK_VERB && k->form == VERB_FINITE)
                        return chunk_subject(doc, c, k).first == t->speaker.first;
        }
        return false;
}

static bool tells_clause(const struct tail *t)
{
        return t->cue.kind <= CUE_TELL && (t->cue.frames & FRAME_CLAUSE);
}

/* "…, she said | as she left", "… when asked", "… without elaborating", "…, while others …",
 * "…, said an official | who was there": from here on verbs only tell of who says it, or of
 * others. */
static bool opens_aside(const struct document *doc, const struct tail *t, size_t i, bool comma)
{
        static const char *const words[] = { "as", "when", "while", "after", "before" };
        static const char *const others[] = { "while", "though", "although" };

        if (document_is(doc, i, "without")) /* "… without giving details" */
                return true;
        if (t->speaker.first >= t->cue.end)
                return document_is(doc, i, "who") && i == t->speaker.end;
        if (!tells_clause(t))
                return false;
        return comma ? document_is(doc, i - 1, ",") &&
                               document_is_one_of(doc, i, others, ARRAY_SIZE(others))
                     : document_is_one_of(doc, i, words, ARRAY_SIZE(words));
}

/* "…, said Berg": not "…, confirmed the report". */
static bool is_plainly_said(const struct document *doc, const struct tail *t)
{
        return strcmp(doc->tokens[t->cue.verb].lemma, "say") == 0 ||
               doc->tokens[t->speaker.head].name == NAME_PERSON;
}

/* "…, Berg said, | adding that …" */
static bool goes_on_saying(const struct document *doc, const struct chunks *c, size_t i)
{
        const struct chunk *k = chunk_at(c, i);

        return k && k->kind == CHUNK_VERB && k->form == VERB_ING && k->first == i && i &&
               document_is(doc, i - 1, ",") && cue_at(doc, c, i).kind <= CUE_DENY;
}

/* "said in a speech | to be mayor": no infinitive that the verb of saying takes. */
static bool is_purpose(const struct tail *t, const struct chunk *k)
{
        return k->form == VERB_INFINITIVE && tells_clause(t) &&
               !(t->cue.frames & (FRAME_INFINITIVE | FRAME_ABOUT));
}

/* What may follow a closing attribution: times, places, to whom, an apposition; no clause, and
 * no object of the verb. */
static bool ends_there(const struct document *doc, const struct chunks *c, const struct tail *t,
                       size_t end)
{
        size_t i = t->cue.end > t->speaker.end ? t->cue.end : t->speaker.end;
        bool inverted = t->speaker.first >= t->cue.end;
        const struct chunk *k = i < end ? chunk_at(c, i) : NULL;

        if (end - i > TRAILING_TOKENS || (inverted && k && k->kind == CHUNK_VERB) ||
            (inverted && is_subject_there(doc, c, t, end)))
                return false;
        if (k && k->kind == CHUNK_NOUN && !k->time && !inverted && !takes_listener(&t->cue))
                return false;
        for (bool comma = false, aside = false; i < end; i++) {
                k = chunk_at(c, i);
                comma = comma || document_is(doc, i, ",");
                aside = aside || opens_aside(doc, t, i, comma);
                if (goes_on_saying(doc, c, i) && (!inverted || is_plainly_said(doc, t)))
                        return true;
                if (k && k->kind == CHUNK_VERB && (aside || (!inverted && is_purpose(t, k))))
                        continue;
                if (k && k->kind == CHUNK_VERB && !comma &&
                    (inverted ? k->form == VERB_FINITE : k->form != VERB_PARTICIPLE))
                        return false; /* "…, said workers built it", "…, he urged them to go" */
                if (document_is(doc, i, "that") || document_is(doc, i, ":"))
                        return false;
                if (k && k->kind == CHUNK_VERB && !inverted && k->form == VERB_FINITE)
                        return false;
        }
        return true;
}

/* "…, an expert on missiles, Anna Berg, said": the description before the name is a part of the
 * attribution. Gives the comma that opens it, or @comma itself. */
static size_t description_before(const struct document *doc, const struct chunks *c,
                                 size_t comma, size_t low)
{
        struct phrase p = phrase_before(doc, c, comma);
        bool article;

        if (phrase_is_none(p) || p.first <= low || !document_is(doc, p.first - 1, ","))
                return comma;
        article = document_is(doc, p.first, "a") || document_is(doc, p.first, "an") ||
                  document_is(doc, p.first, "the") || doc->tokens[p.first].fine == FINE_PRPS;
        if (!article || doc->tokens[p.head].upos != UPOS_NOUN || !phrase_speaks(doc, p))
                return comma;
        return p.first - 1;
}

/* "…, as Berg suggested": an attribution by the way. */
bool attribution_as(const struct document *doc, const struct chunks *c, size_t i, size_t end,
                    struct tail *ret)
{
        const struct chunk *verb;

        if (!document_is(doc, i, "as") || !straight_at(doc, c, i + 1, end, ret))
                return false;
        if (strcmp(doc->tokens[ret->cue.verb].lemma, "put") == 0 &&
            document_is(doc, ret->cue.end, "it")) {
                ret->cue.end++;
                ret->cue.kind = CUE_SAY;
        } else if (ret->cue.kind > CUE_TELL || !(ret->cue.frames & FRAME_CLAUSE)) {
                return false;
        }
        verb = chunk_at(c, ret->cue.verb); /* not "…, as they have said before" */
        return verb && verb->end == verb->first + 1;
}

/* "…, the audit found" */
static bool finding_at(const struct document *doc, const struct chunks *c, size_t i, size_t end,
                       struct tail *ret)
{
        return verb_at(doc, c, i, end, true, ret) && is_finding(doc, &ret->cue) &&
               !goes_on(doc, c, i, ret);
}

bool tail_find(const struct document *doc, const struct chunks *c, size_t first, size_t end,
               struct tail *ret)
{
        size_t low = end > first + CHUNK_REACH ? end - CHUNK_REACH : first;
        unsigned commas = 0;

        for (size_t i = end; i > low && commas < 4; i--) {
                struct tail t;

                if (!document_is(doc, i - 1, ",") && !document_is(doc, i - 1, "–") &&
                    !document_is(doc, i - 1, "—"))
                        continue;
                commas++;
                if ((!attribution_at(doc, c, i, end, &t) || goes_on(doc, c, i, &t)) &&
                    !attribution_as(doc, c, i, end, &t) && !finding_at(doc, c, i, end, &t))
                        continue;
                if (!ends_there(doc, c, &t, end))
                        continue;
                *ret = t;
                ret->first = (uint32_t)description_before(doc, c, i - 1, low);
                return true;
        }
        return false;
}
