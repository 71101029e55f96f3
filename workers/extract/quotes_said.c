/* quotes_said - the verb of saying first, where the tags hide who says it
 *
 * "Said Ms. Berg:", with a capital, is easily taken for a part of the name, so that there is no
 * verb for the other rules; in "…," said United Dockers chief Anna Berg, a word of the name is
 * taken for a verb, and there is no subject.
 */
#include <errno.h>
#include <string.h>

#include "base/macros.h"
#include "workers/extract/quotes_place.h"
#include "workers/extract/subjects.h"

enum {
        NAME_TOKENS = 6,
        MORE_TOKENS = 12, /* of "…, the mayor of Ostrin:" */
};

static bool is_said(const struct document *doc, size_t i)
{
        static const char *const verbs[] = { "said", "says", "added", "asked" };

        return document_is_one_of(doc, i, verbs, ARRAY_SIZE(verbs));
}

/* The words with capitals, or "the mayor of Ostrin", behind the verb at @verb; NULL: no name.
 */
static struct phrase said_by(const struct place *place, size_t verb, size_t limit)
{
        const struct document *doc = place->doc;
        struct phrase p = { (uint32_t)verb + 1, (uint32_t)verb + 1, 0 };

        for (; p.end < limit && p.end - p.first < NAME_TOKENS; p.end++) {
                const struct chunk *k = chunk_at(place->c, p.end);

                if (k && k->kind == CHUNK_VERB)
                        return PHRASE_NONE;
                if (doc->tokens[p.end].kind == TOKEN_PUNCTUATION &&
                    !document_is(doc, p.end, "."))
                        break;
        }
        while (p.end > p.first && document_is(doc, p.end - 1, "."))
                p.end--;
        if (p.end == p.first || !doc->tokens[p.end - 1].capital)
                return PHRASE_NONE;
        p.head = p.end - 1;
        for (uint32_t i = p.first + 1; i < p.end; i++)
                if (doc->tokens[i].upos == UPOS_ADP) {
                        p.head = i - 1;
                        break;
                }
        return p;
}

/* The name that the tagger makes of the verb and the name is none. */
static int settle(struct place *p, size_t verb, struct phrase speaker, struct finding by)
{
        struct cue cue = { (uint32_t)verb, (uint32_t)verb + 1, (uint32_t)verb, CUE_SAY,
                           FRAME_QUOTE };
        int r = place_settle(p, &cue, speaker, by);

        if (r || p->q->report.entity == NONE ||
            strncmp(p->q->report.name, "Said ", strlen("Said ")) != 0)
                return r ? r : 1;
        p->q->report.entity = NONE;
        p->q->report.name = phrase_description(p->doc, speaker);
        return p->q->report.name ? 1 : -ENOMEM;
}

/* Is there nothing from token @i to the colon or comma before the marks but what more is said
 * of the name? */
static bool leads_to_marks(const struct place *p, size_t i)
{
        if (!p->left || p->left < i + 1 || p->left > i + 1 + MORE_TOKENS ||
            (!document_is(p->doc, p->left - 1, ":") && !document_is(p->doc, p->left - 1, ",")))
                return false;
        for (; i < p->left; i++) {
                const struct chunk *k = chunk_at(p->c, i);

                if (p->owner[i] || (k && k->kind == CHUNK_VERB && k->form == VERB_FINITE))
                        return false;
        }
        return true;
}

int rule_said_first(struct place *p)
{
        size_t first =
                p->left ? p->doc->sentences[place_token(p, p->left - 1)->sentence].first : 0;
        struct phrase speaker;

        if (p->left < first + 3 || !is_said(p->doc, first))
                return 0;
        speaker = said_by(p, first, p->left);
        if (phrase_is_none(speaker) || !leads_to_marks(p, speaker.end))
                return 0;
        return settle(p, first, speaker, (struct finding){ 900, "quotes.marks_said_first" });
}

int rule_said_behind(struct place *p)
{
        size_t i = p->right;
        struct phrase speaker;

        if (!place_is_closed(p) || i + 1 >= p->paragraph_end || !place_token(p, i)->capital ||
            !is_said(p->doc, i) || !place_token(p, i + 1)->capital)
                return 0;
        speaker = said_by(p, i, p->paragraph_end);
        if (phrase_is_none(speaker) || (speaker.end < p->paragraph_end &&
                                        place_token(p, speaker.end)->kind != TOKEN_PUNCTUATION))
                return 0;
        if (place_last_char(p) == '.' && !document_is(p->doc, speaker.end, "."))
                return 0; /* "…." Said Berg: "…" */
        return settle(p, i, speaker, (struct finding){ 900, "quotes.marks_said_behind" });
}

/* A word that may stand before a noun or a name that it belongs to. */
static bool may_describe(const struct token *t)
{
        return t->capital || t->upos == UPOS_ADJ || t->upos == UPOS_NOUN ||
               t->upos == UPOS_PROPN || t->upos == UPOS_NUM;
}

/* Is it the last word of a person's name, which says no more of a noun behind it ("Berg's
 * deputy", "a Berg supporter")? */
static bool ends_name(const struct place *p, size_t i, size_t end)
{
        const struct token *next = i + 1 < end ? place_token(p, i + 1) : NULL;

        return place_token(p, i)->name == NAME_PERSON &&
               !(next && (next->name == NAME_PERSON || next->fine == FINE_POS ||
                          next->upos == UPOS_NOUN));
}

/* From token @i: "a Republican", "retired Lt. Gen. Nora Velt", up to the end of the first name
 * of a person, or of the words that describe somebody. */
static struct phrase described_at(const struct place *p, size_t i, size_t end)
{
        struct phrase found = { (uint32_t)i, (uint32_t)i, 0 };

        if (i < end && place_token(p, i)->upos == UPOS_DET)
                i++;
        for (size_t k = i; k < end && k < i + NAME_TOKENS + 2; k++) {
                const struct token *t = place_token(p, k);

                if (ends_name(p, k, end))
                        return (struct phrase){ found.first, (uint32_t)k + 1, (uint32_t)k };
                if (t->kind == TOKEN_WORD && !may_describe(t))
                        break;
                if (t->kind == TOKEN_PUNCTUATION && !document_is(p->doc, k, "."))
                        break;
                if (t->kind == TOKEN_WORD) {
                        found.end = (uint32_t)k + 1;
                        found.head = (uint32_t)k;
                }
        }
        /* Without a name only "a Republican", and what nothing parts from its verb. */
        return found.end > i && i > found.first ? found : PHRASE_NONE;
}

int rule_said_plain(struct place *p)
{
        size_t i = p->right, end;
        struct phrase speaker;
        struct cue cue;
        int r;

        if (place_last_char(p) == '.' || !place_is_closed(p) || i >= p->paragraph_end)
                return 0;
        i += document_is(p->doc, i, ",") || token_is_dash(p->doc, i);
        if (i + 1 >= p->paragraph_end)
                return 0;
        cue = cue_by_form(p->doc, i);
        if (cue.kind > CUE_TELL || !(cue.frames & FRAME_QUOTE) ||
            strcmp(place_token(p, i)->lemma, "tell") == 0)
                return 0;
        end = place_behind_end(p, sentence_end(p->doc, i, p->paragraph_end));
        speaker = described_at(p, i + 1, end);
        if (phrase_is_none(speaker) || /* "“…,” said the mayor | could win" */
            finite_behind(p->doc, p->c, speaker.end, end))
                return 0;
        r = place_settle(p, &cue, speaker, (struct finding){ 900, "quotes.marks_said_plain" });
        return r ? r : 1;
}
