/* page_lives - the authors' names and lives at the beginning and the end of a selection
 */
#include "workers/text/biography.h"
#include "workers/text/page_evidence.h"
#include "workers/text/page_lines.h"
#include "workers/text/page_select_parts.h"

enum {
        END_BLOCKS_MAX = 6,  /* among which biographies are looked for */
        END_SHARE_MAX = 30,  /* percent of the text that may go with them */
        HEAD_BLOCKS_MAX = 2, /* sentences above which a life may stand */
        LIFE_SHARE_MIN = 3,  /* times as much text as the life's */
};

/* Boxes with the authors' lives above the text: the first sentences, of a text with more.
 * Gives whether there were any. */
static bool drop_lives(struct page_selection *s, const char *const *authors, size_t n_authors)
{
        size_t seen = 0;
        bool found = false;

        for (size_t i = s->first; i < s->end && seen < HEAD_BLOCKS_MAX; i++) {
                struct block *b = &s->blocks->blocks[i];

                if (!b->kept)
                        continue;
                if (b->words * LIFE_SHARE_MIN < s->words &&
                    biography_opens(b->text, b->size, authors, n_authors)) {
                        b->kept = false;
                        found = true;
                } else {
                        seen += block_is_sentence(b);
                }
        }
        return found;
}

/* Gives whether there were any. */
static bool drop_names(struct page_selection *s, const char *const *authors, size_t n_authors)
{
        bool found = false;

        for (size_t i = s->first; i < s->end; i++) {
                struct block *b = &s->blocks->blocks[i];

                if (!b->kept)
                        continue;
                if (block_is_sentence(b))
                        break;
                if (line_is_names(b, authors, n_authors)) {
                        b->kept = false;
                        found = true;
                }
        }
        return found;
}

void page_select_end(struct page_selection *s, const char *const *authors, size_t n_authors)
{
        size_t words = 0, seen = 0;
        bool names = drop_names(s, authors, n_authors);
        bool lives = drop_lives(s, authors, n_authors), cut = names || lives;

        for (size_t i = s->end; i-- > s->first && seen < END_BLOCKS_MAX;) {
                struct block *b = &s->blocks->blocks[i];

                if (!b->kept)
                        continue;
                seen++;
                words += b->words;
                if (words * 100 > s->words * END_SHARE_MAX)
                        break;
                if (!biography_is(b->text, b->size, authors, n_authors))
                        continue;
                for (size_t k = i; k < s->end; k++)
                        s->blocks->blocks[k].kept = false;
                cut = true;
        }
        if (!cut)
                return;
        page_drop_lone_headings(s);
        page_select_count(s);
}
