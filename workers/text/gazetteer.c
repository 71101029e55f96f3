#include "workers/text/gazetteer.h"

#include <string.h>

#include "base/utf8.h"

enum { SHORT_NAME = 3 }; /* names of so many letters are also words */

struct phrase {
        char text[PHRASE_BYTES_MAX];
        size_t size;
        uint32_t hash;
};

/* False when there is no room: longer phrases are no entries. */
static bool phrase_add(struct phrase *p, const struct token *t, bool first)
{
        size_t n = strlen(t->lower);

        if (p->size + n + 1 >= sizeof(p->text))
                return false;
        if (!first && t->space_before) {
                p->text[p->size++] = ' ';
                p->hash = lexicon_hash_byte(p->hash, ' ');
        }
        memcpy(p->text + p->size, t->lower, n);
        p->size += n;
        p->hash = first ? t->hash : lexicon_hash(p->hash, t->lower, n);
        return true;
}

/* May the next token follow in a key that begins with @t? Of most words none does. */
static bool goes_on(const struct lexicon *lexicon, const struct token *t)
{
        return !t[1].space_before || lexicon_goes_on(lexicon, lexicon_hash_byte(t->hash, ' '));
}

static const char *find_one(const struct lexicon *lexicon, const struct token *t)
{
        size_t n = strlen(t->lower);

        return n + 1 < PHRASE_BYTES_MAX ? lexicon_find_hashed(lexicon, t->lower, n, t->hash)
                                        : NULL;
}

const char *gazetteer_find(const struct lexicon *lexicon, const struct document *doc, size_t i,
                           size_t end, size_t *ret_n)
{
        struct phrase phrase;
        const char *best = NULL;

        if (i >= end)
                return NULL;
        if (i + 1 == end || !goes_on(lexicon, &doc->tokens[i])) {
                best = find_one(lexicon, &doc->tokens[i]);
                if (best)
                        *ret_n = 1;
                return best;
        }
        phrase.size = 0;
        for (size_t n = 0; n < PHRASE_TOKENS_MAX && i + n < end; n++) {
                const struct token *t = &doc->tokens[i + n];
                const char *value;

                if (n && t->space_before &&
                    !lexicon_goes_on(lexicon, lexicon_hash_byte(phrase.hash, ' ')))
                        break;
                if (!phrase_add(&phrase, t, n == 0))
                        break;
                value = lexicon_find_hashed(lexicon, phrase.text, phrase.size, phrase.hash);
                if (value) {
                        best = value;
                        *ret_n = n + 1;
                }
        }
        return best;
}

static bool is_ascii(const char *p)
{
        while (*p && (unsigned char)*p < 0x80)
                p++;
        return !*p;
}

const char *gazetteer_word(const struct lexicon *lexicon, const struct token *token)
{
        struct phrase plain = { .size = 0 };
        const char *p = token->lower, *end = p + strlen(p);

        if (is_ascii(p))
                return end - p < PHRASE_BYTES_MAX
                               ? lexicon_find_hashed(lexicon, p, (size_t)(end - p), token->hash)
                               : NULL;
        while (p < end) {
                uint32_t point;
                unsigned n = utf8_decode(p, end, &point);
                const char *letter = point < 0x80 ? NULL : lexicon_find(&lexicon_letters, p, n);
                size_t size = letter ? strlen(letter) : n;

                if (plain.size + size >= sizeof(plain.text))
                        return NULL;
                memcpy(plain.text + plain.size, letter ? letter : p, size);
                plain.size += size;
                p += n;
        }
        return lexicon_find(lexicon, plain.text, plain.size);
}

bool gazetteer_case_fits(const struct document *doc, size_t i, size_t n, bool acronym)
{
        const struct token *t = &doc->tokens[i];

        if (n > 1)
                return t->capital || doc->tokens[i + n - 1].capital;
        if (acronym || strlen(t->lower) <= SHORT_NAME)
                return t->all_capital || strchr(t->lower, '.') ||
                       strpbrk(t->lower, "0123456789");
        return t->capital;
}
