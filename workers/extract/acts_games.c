/* acts_games - sport borrows its verbs from war
 *
 * In a report of games teams attack, defend, fight, sign and release; what they do so is
 * nothing that PLOVER codes. Whether a report is one is told by the share of its words that
 * belong to games.
 */
#include <string.h>

#include "workers/extract/acts.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_deed_verbs;
extern const struct lexicon lexicon_game_words;

enum {
        WORDS_LEAST = 4,  /* that belong to games … */
        SHARE_LEAST = 20, /* … in thousandths of all words; */
        MANY_WORDS = 6,   /* of more, fewer do */
        MANY_SHARE = 13,
        KINDS_LEAST = 3,
        TOKENS_READ = 3000,
};

static unsigned count_bits(uint64_t bits)
{
        unsigned n = 0;

        for (; bits; bits &= bits - 1)
                n++;
        return n;
}

bool document_is_of_games(const struct document *doc)
{
        size_t words = 0, found = 0;
        uint64_t kinds = 0; /* a bit for each, hashed: a rescue of a team has but two of them */

        for (size_t i = 0; i < doc->n_tokens && i < TOKENS_READ; i++) {
                const struct token *t = &doc->tokens[i];

                if (t->kind != TOKEN_WORD)
                        continue;
                words++;
                if (!lexicon_get(&lexicon_game_words, t->lemma) &&
                    !lexicon_get(&lexicon_game_words, t->lower))
                        continue;
                found++;
                kinds |= UINT64_C(1)
                         << lexicon_hash(LEXICON_HASH_EMPTY, t->lemma, strlen(t->lemma)) % 64;
        }
        if (count_bits(kinds) < KINDS_LEAST)
                return false;
        return (found >= WORDS_LEAST && found * 1000 >= words * SHARE_LEAST) ||
               (found >= MANY_WORDS && found * 1000 >= words * MANY_SHARE);
}

bool verb_is_of_games(const struct token *verb)
{
        return lexicon_has(&lexicon_deed_verbs, verb->lemma, "game");
}
