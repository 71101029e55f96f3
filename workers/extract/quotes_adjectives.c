/* quotes_adjectives - what somebody is said to think: "is eager to …", "was critical of …" */
#include <string.h>

#include "workers/extract/quotes_content.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_cue_adjectives;

/* The word behind "is", over an adverb, or the participle itself ("was worried about"). */
static size_t adjective_of(const struct reported *x, const struct chunk *verb)
{
        size_t i = verb->end;

        if (verb->passive)
                return verb->head;
        if (strcmp(x->doc->tokens[verb->head].lemma, "be") != 0)
                return 0;
        while (i < x->end && i < verb->end + 2u && x->doc->tokens[i].upos == UPOS_ADV)
                i++;
        return i < x->end ? i : 0;
}

int report_adjective(struct reported *x, const struct chunk *verb)
{
        size_t i = adjective_of(x, verb), first = i + 1, end;
        struct cue cue = { verb->first, (uint32_t)i + 1, (uint32_t)i, CUE_THINK, 0 };
        struct content_rule by = { 560, "quotes.reported_adjective", EXTENT_OBJECT };
        struct phrase speaker;
        const char *value;

        if (!i || first >= x->end)
                return 0;
        value = lexicon_get(&lexicon_cue_adjectives, x->doc->tokens[i].lower);
        if (!value)
                return 0;
        speaker = chunk_subject(x->doc, x->c, verb);
        if (cue_has_frame(value, 'w') && reported_is_question(x, first)) {
                if (!phrase_speaks(x->doc, speaker) || document_is(x->doc, speaker.head, "it"))
                        speaker = PHRASE_NONE;
                end = reported_end(x, first);
        } else if (!phrase_speaks(x->doc, speaker)) {
                return 0;
        } else if (cue_has_frame(value, 'i') && reported_is_infinitive(x, first)) {
                end = reported_infinitive_end(x, first);
        } else if (reported_opens_clause(x, first) &&
                   !document_is(x->doc, speaker.head,
                                "it")) { /* "is sure the mill will reopen" */
                end = reported_end(x, first);
                by.extent = EXTENT_PHRASE;
        } else if (cue_takes(x->doc, value, 1, first)) {
                end = reported_object_end(x, &cue, ++first);
        } else {
                return 0;
        }
        x->words_min = 1;
        return reported_write(x, &cue, speaker, first, end, by);
}
