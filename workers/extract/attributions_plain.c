/* attributions_plain - who says it, and a verb of saying, whatever the words are tagged as
 *
 * Behind a quotation, words without a verb or a mark up to a verb of saying that closes are its
 * subject.
 */
#include "workers/extract/quotes.h"

enum {
        PLAIN_TOKENS = 16, /* of a subject without marks, to its verb */
};

/* What stands behind a verb of saying that closes a quotation: nothing, a mark, a preposition,
 * an adverb, a time, or who is told; no verb of a clause that goes on. */
static bool closes_there(const struct document *doc, const struct chunks *c,
                         const struct cue *cue, size_t end)
{
        const struct chunk *k = cue->end < end ? chunk_at(c, cue->end) : NULL;
        const struct token *t = &doc->tokens[cue->end];

        if (cue->end >= end || t->kind == TOKEN_PUNCTUATION)
                return true;
        if (t->upos != UPOS_ADP && t->upos != UPOS_ADV && !(k && k->time) &&
            !(k && k->kind == CHUNK_NOUN && (cue->frames & FRAME_ADDRESSEE)))
                return false;
        for (size_t i = cue->end; i < end && doc->tokens[i].kind != TOKEN_PUNCTUATION; i++) {
                k = chunk_at(c, i);
                if (k && k->kind == CHUNK_VERB && k->form != VERB_PARTICIPLE)
                        return false;
        }
        return true;
}

static bool is_noun(const struct token *t)
{
        return t->upos == UPOS_NOUN || t->upos == UPOS_PROPN;
}

/* A dot or a hyphen within a name: "Alex M. Berg II", "62-year-old". */
static bool is_inside_name(const struct document *doc, size_t i)
{
        return document_is(doc, i, ".") || document_is(doc, i, "-");
}

/* "the 62-year-old retired cop", "Colts back": what stands right before a noun, and is no
 * finite verb or has a capital, belongs to it. */
static bool is_adjectival(const struct document *doc, const struct chunks *c, size_t i)
{
        const struct chunk *k = chunk_at(c, i);
        const struct token *next = i + 1 < doc->n_tokens ? &doc->tokens[i + 1] : NULL;

        return k && k->kind == CHUNK_VERB && k->end == k->first + 1 && next &&
               (k->form != VERB_FINITE || doc->tokens[i].capital) &&
               (is_noun(next) || next->upos == UPOS_ADJ);
}

/* "a relative", "the accused": an adjective alone that an article makes a noun. */
static bool is_noun_here(const struct document *doc, size_t i, size_t first)
{
        const struct token *t = &doc->tokens[i];

        return is_noun(t) || (t->upos == UPOS_ADJ && i > first && t[-1].upos == UPOS_DET);
}

bool attribution_plain(const struct document *doc, const struct chunks *c, size_t i, size_t end,
                       struct tail *ret)
{
        struct phrase p = { (uint32_t)i, (uint32_t)i, UINT32_MAX };
        bool parted = false;

        if (i < end && doc->tokens[i].upos == UPOS_ADP)
                return false; /* "…," in press reports. */
        for (size_t k = i; k < end && k < i + PLAIN_TOKENS; k++) {
                const struct token *t = &doc->tokens[k];
                const struct chunk *verb = chunk_at(c, k);
                struct cue cue = cue_by_form(doc, k);

                if (p.head != UINT32_MAX && cue.kind <= CUE_TELL &&
                    (cue.frames & FRAME_QUOTE) && closes_there(doc, c, &cue, end)) {
                        p.end = (uint32_t)k;
                        while (p.end > p.head + 1 && doc->tokens[p.end - 1].upos == UPOS_ADV)
                                p.end--; /* "That same official then added" */
                        *ret = (struct tail){ cue, p, (uint32_t)i };
                        return true;
                }
                if ((verb && verb->kind == CHUNK_VERB && !is_adjectival(doc, c, k)) ||
                    (t->upos == UPOS_PRON && t->fine != FINE_PRPS) || t->upos == UPOS_SCONJ ||
                    (t->kind == TOKEN_PUNCTUATION && !is_inside_name(doc, k)))
                        return false;
                parted = parted || (t->upos == UPOS_ADP && p.head != UINT32_MAX &&
                                    (!doc->tokens[p.head].capital ||
                                     doc->tokens[p.head].name == NAME_PERSON));
                if (is_noun_here(doc, k, i) && !parted)
                        p.head = (uint32_t)k;
        }
        return false;
}
