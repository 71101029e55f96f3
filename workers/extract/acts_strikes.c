/* acts_strikes - strikes of arms and strikes of workers
 *
 * "A strike by Israel on Iran" and "a strike by nurses on a ship" are told by one noun. Of arms
 * is what has an aim, which "on" or "against" names, and is a country's or was launched or
 * carried out. An aim alone tells nothing: workers strike on oil rigs and on Broadway.
 */
#include "workers/extract/acts.h"
#include "workers/text/gazetteer.h"

extern const struct lexicon lexicon_demonyms;

enum { AWAY_MOST = 12 }; /* tokens from the noun to what it is aimed at */

static bool is_of_phrase(const struct token *t)
{
        return t->upos == UPOS_DET || t->upos == UPOS_ADJ || t->upos == UPOS_NUM ||
               t->upos == UPOS_NOUN || t->upos == UPOS_PROPN || t->upos == UPOS_PART;
}

/* The last noun of the phrase that begins at @i, before @end; @end: there is none. */
static uint32_t head_of(const struct document *doc, uint32_t i, uint32_t end)
{
        uint32_t head = end;

        for (; i < end && is_of_phrase(&doc->tokens[i]); i++)
                if (doc->tokens[i].upos == UPOS_NOUN || doc->tokens[i].upos == UPOS_PROPN)
                        head = i;
        return head;
}

/* "launched", "carried out several" strikes: workers call theirs, and go on them. */
static bool is_carried_out(const struct document *doc, uint32_t token)
{
        static const char *const verbs[] = { "launch", "out", "conduct", "unleash", "mount" };

        size_t first = doc->sentences[doc->tokens[token].sentence].first;

        while (token > first && (is_of_phrase(&doc->tokens[token - 1]) ||
                                 document_is(doc, token - 1, "of"))) /* "a wave of" */
                token--;
        return token > first &&
               word_is_one_of(doc->tokens[token - 1].lemma, verbs, ARRAY_SIZE(verbs));
}

/* "Israel's", "Israeli" strikes, a strike "by Israel": who strikes is a country. */
static bool is_of_nation(const struct document *doc, uint32_t token, uint32_t end)
{
        size_t first = doc->sentences[doc->tokens[token].sentence].first;

        for (uint32_t i = token; i > first && is_of_phrase(&doc->tokens[i - 1]); i--)
                if (doc->tokens[i - 1].name == NAME_PLACE ||
                    gazetteer_word(&lexicon_demonyms, &doc->tokens[i - 1]))
                        return true;
        return token + 2 < end && document_is(doc, token + 1, "by") &&
               doc->tokens[token + 2].name == NAME_PLACE;
}

/* What "on" or "against" names behind the noun at @token, whoever strikes and whenever; @end:
 * nothing. */
static uint32_t aim_of(const struct document *doc, uint32_t token, uint32_t end, bool *ret_on)
{
        uint32_t i = token + 1;

        while (i < end && i <= token + AWAY_MOST) {
                const struct token *t = &doc->tokens[i];

                *ret_on = document_is(doc, i, "on");
                if ((*ret_on || document_is(doc, i, "against")) && i + 1 < end &&
                    !token_in_time(doc, &doc->tokens[i + 1]))
                        return head_of(doc, i + 1, end);
                if (!is_of_phrase(t) && !token_in_time(doc, t) && t->upos != UPOS_ADV &&
                    !*ret_on && !document_is(doc, i, "by"))
                        break;
                i++;
        }
        return end;
}

bool noun_is_raid(const struct document *doc, uint32_t token)
{
        static const char *const lines[] = { "railway", "rail",    "underground", "tube",
                                             "metro",   "network", "line",        "bus",
                                             "tram",    "train",   "ferry",       "service" };
        uint32_t end = (uint32_t)document_sentence_end(doc, token);
        bool on = false, carried = is_carried_out(doc, token);
        uint32_t head = aim_of(doc, token, end, &on);
        const struct token *t = head < end ? &doc->tokens[head] : NULL;

        if (!t || (!carried && !is_of_nation(doc, token, end)) ||
            word_is_one_of(t->lemma, lines, ARRAY_SIZE(lines)))
                return false;
        if (!on && doc->tokens[token].fine != FINE_NNS) /* "launched a strike against …" */
                return t->name == NAME_PLACE;
        return t->name == NAME_PLACE || noun_is_solid(t) ||
               (carried && (t->name == NAME_ORGANIZATION || noun_acts(t))) ||
               (on && noun_acts(t));
}
