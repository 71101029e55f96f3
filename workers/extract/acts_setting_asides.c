/* acts_setting_asides - commas that do not part an act from its time and place
 *
 * "met in Oslo, Norway, | on Monday", "arrested Anna Berg, 45, | in Oslo", "Anna Berg, a baker,
 * | in Oslo": a place that says where the place before it is, an age, or who somebody is.
 */
#include "workers/extract/acts.h"
#include "workers/extract/subjects.h"

enum {
        ASIDES_MAX = 5,    /* "Anna Berg, 45, of Oslo, in Vienna, Austria, on Monday" */
        ASIDE_TOKENS = 12, /* "the head of the bakers' guild of Oslo" */
};

bool token_is_within(const struct document *doc, size_t i)
{
        static const char *const words[] = { "in", "at", "during", "on" };

        return document_is_one_of(doc, i, words, ARRAY_SIZE(words));
}

bool chunk_tells_time(const struct document *doc, const struct chunk *k)
{
        return k->time || token_in_time(doc, &doc->tokens[k->head]);
}

/* The token behind the time or the place at @i, or 0: "on Monday", "Norway". */
static uint32_t behind_setting(const struct document *doc, const struct chunks *c, uint32_t i,
                               uint32_t end)
{
        const struct chunk *k, *next;

        if (i + 1 < end && doc->tokens[i].upos == UPOS_ADP && token_is_within(doc, i))
                i++;
        k = i < end ? chunk_at(c, i) : NULL;
        if (!k || k->kind != CHUNK_NOUN || k->first != i ||
            (!chunk_tells_time(doc, k) && doc->tokens[k->head].name != NAME_PLACE))
                return 0;
        next = k->end < end ? chunk_at(c, k->end) : NULL;
        if (k->end < end &&
            ((next && next->kind == CHUNK_VERB && doc->tokens[next->head].name == NAME_NONE) ||
             doc->tokens[k->end].upos == UPOS_CCONJ))
                return 0; /* "met Berg, and in Oslo | left" */
        return k->end;
}

/* Is it an age, where somebody lives, or who or what he is, that begins at @i? */
static bool opens_aside(const struct document *doc, const struct chunks *c, uint32_t i)
{
        static const char *const words[] = { "of", "from", "aged" };
        const struct chunk *k = chunk_at(c, i);

        if (doc->tokens[i].kind == TOKEN_NUMBER ||
            document_is_one_of(doc, i, words, ARRAY_SIZE(words)))
                return true;
        return k && k->kind == CHUNK_NOUN && k->first == i && !k->pronoun &&
               !chunk_tells_time(doc, k) && doc->tokens[k->head].name == NAME_NONE &&
               (doc->tokens[i].upos == UPOS_DET || noun_acts(&doc->tokens[k->head]));
}

/* Who may have an aside: somebody, or what is told of him before: "Anna Berg, 45, | of Oslo,".
 */
static bool has_asides(const struct document *doc, const struct chunk *k)
{
        const struct token *t = &doc->tokens[k->head];

        return k->kind == CHUNK_NOUN && !k->pronoun &&
               (t->name == NAME_PERSON || t->kind == TOKEN_NUMBER || noun_acts(t));
}

/* Does nothing but an aside stand between the commas? */
static bool is_aside(const struct document *doc, const struct chunks *c, uint32_t open,
                     uint32_t close)
{
        const struct chunk *before = open ? chunk_at(c, open - 1) : NULL;

        if (!before || !has_asides(doc, before) || open + 1 >= close ||
            !opens_aside(doc, c, open + 1))
                return false;
        for (uint32_t i = open + 1; i < close; i++) {
                const struct chunk *k = chunk_at(c, i);

                if ((k && (k->kind == CHUNK_VERB || k->relative)) ||
                    doc->tokens[i].upos == UPOS_CCONJ || doc->tokens[i].upos == UPOS_SCONJ ||
                    token_is_quote_mark(doc, i))
                        return false;
        }
        return true;
}

/* The comma that closes the aside which the one at @open opens, or 0. */
static uint32_t aside_close(const struct document *doc, const struct chunks *c, uint32_t open,
                            uint32_t end)
{
        for (uint32_t i = open + 1; i < end && i - open <= ASIDE_TOKENS; i++)
                if (document_is(doc, i, ","))
                        return is_aside(doc, c, open, i) ? i : 0;
        return 0;
}

/* The comma that opens the aside which the one at @close closes, or 0. */
static uint32_t aside_open(const struct document *doc, const struct chunks *c, uint32_t close,
                           uint32_t low)
{
        for (uint32_t i = close; i > low && close - i < ASIDE_TOKENS; i--)
                if (document_is(doc, i - 1, ","))
                        return is_aside(doc, c, i - 1, close) ? i - 1 : 0;
        return 0;
}

bool token_in_aside(const struct document *doc, const struct chunks *c, uint32_t i,
                    uint32_t low)
{
        uint32_t end = (uint32_t)document_sentence_end(doc, i);

        for (uint32_t open = i; open > low && i - open < ASIDE_TOKENS; open--)
                if (document_is(doc, open - 1, ","))
                        return aside_close(doc, c, open - 1, end) > i;
        return false;
}

uint32_t asides_end(const struct document *doc, const struct chunks *c, uint32_t i,
                    uint32_t end)
{
        uint32_t own = i;
        bool behind = false; /* such a phrase, so that the next one needs no comma */

        for (unsigned n = 0; n < ASIDES_MAX && i < end; n++) {
                bool comma = document_is(doc, i, ",");
                uint32_t next = comma || behind ? behind_setting(doc, c, i + comma, end) : 0;

                if (next) {
                        own = i = next;
                        behind = true;
                        continue;
                }
                next = comma ? aside_close(doc, c, i, end) : 0;
                if (!next)
                        break;
                i = next;
        }
        return own;
}

uint32_t asides_first(const struct document *doc, const struct chunks *c, uint32_t i,
                      uint32_t low)
{
        for (unsigned n = 0; n < ASIDES_MAX && i > low && document_is(doc, i - 1, ","); n++) {
                uint32_t open = aside_open(doc, c, i - 1, low);

                if (!open)
                        return i - 1;
                i = open + 1;
        }
        return i > low && document_is(doc, i - 1, ",") ? i - 1 : i;
}
