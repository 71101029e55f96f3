/* page_kind - what speaks against an article
 *
 * An article is lost when its page is taken for another kind, so each rule asks for two things
 * at once: little text, and words that only such pages have.
 */
#include "workers/text/page_kind.h"

#include <string.h>

#include "workers/lexicon/lexicon.h"
#include "workers/text/letters.h"

extern const struct lexicon lexicon_other_pages;

enum {
        ARTICLE_WORDS_MIN = 25,
        STATED_WORDS_MIN = 12, /* where the page says that it is an article */
        ERROR_WORDS_MAX = 150, /* error pages and walls have no more */
        TITLE_WORDS_MAX = 10,  /* their titles are short */
        PHRASE_WORDS_MAX = 6,
        SCAN_BYTES_MAX = 2000,
        LINKED_HEADINGS_MIN = 6, /* a list of articles has as many */
};

/* Reads the next word of @p, folded, into @out. */
static const char *next_word(const char *p, const char *end, char *out, size_t room,
                             size_t *size)
{
        unsigned n;

        *size = 0;
        while (p < end) {
                enum letter_kind kind = letter_kind_at(p, end, &n);
                bool word = letter_is_word(kind) || kind == LETTER_DIGIT;

                if (!word && *size)
                        break;
                if (word && *size + 2 * n + 1 < room)
                        *size += letter_fold(p, n, out + *size);
                p += n;
        }
        return p;
}

/* Is there a phrase of the list, of this place, in the text? */
static bool has_phrase(const char *text, size_t size, const char *place)
{
        char words[PHRASE_WORDS_MAX * 48] = "";
        const char *end = text + (size < SCAN_BYTES_MAX ? size : SCAN_BYTES_MAX);

        for (const char *start = text; start < end;) {
                const char *p = start, *behind_first = end;
                size_t at = 0, n;

                for (unsigned i = 0; i < PHRASE_WORDS_MAX && p < end; i++) {
                        const char *value;

                        p = next_word(p, end, words + at, 46, &n);
                        if (!n)
                                break;
                        at += n;
                        if (i == 0)
                                behind_first = p;
                        value = lexicon_find(&lexicon_other_pages, words, at);
                        if (value && strcmp(value, place) == 0)
                                return true;
                        words[at++] = ' ';
                }
                start = behind_first;
        }
        return false;
}

static size_t count_words(const char *text)
{
        size_t n = 0;

        for (const char *p = text; *p; p++)
                n += *p != ' ' && (p == text || p[-1] == ' ');
        return n;
}

static bool is_titled_as_other(const char *title)
{
        return title && count_words(title) <= TITLE_WORDS_MAX &&
               has_phrase(title, strlen(title), "title");
}

static bool has_other_words(const struct page_facts *f)
{
        const struct page_selection *s = f->selection;

        for (size_t i = s->first; i < s->end; i++) {
                const struct block *b = &f->blocks->blocks[i];

                if (has_phrase(b->text, b->size, "text"))
                        return true;
        }
        return false;
}

static bool says_article(const struct page_facts *f)
{
        const char *type = page_meta(f->tree, "og:type");

        return (f->jsonld.type && strstr(f->jsonld.type, "Article")) ||
               (type && strcmp(type, "article") == 0);
}

/* Headings that are links, one after another: teasers. */
static bool is_list(const struct page_facts *f)
{
        const struct page_selection *s = f->selection;
        size_t linked = 0, sentences = 0;

        for (size_t i = s->first; i < s->end; i++) {
                const struct block *b = &f->blocks->blocks[i];

                linked += b->heading > 1 && b->words >= 4 && b->link_bytes * 10 > b->size * 9;
                sentences += b->kept && b->stop;
        }
        return linked >= LINKED_HEADINGS_MIN && linked >= sentences;
}

bool page_is_article(const struct page_facts *f)
{
        size_t words = f->selection->words;
        bool stated = says_article(f);

        if (words < (stated ? STATED_WORDS_MIN : ARTICLE_WORDS_MIN))
                return false;
        if (words <= ERROR_WORDS_MAX &&
            (is_titled_as_other(f->tree->title) || is_titled_as_other(f->heading)))
                return false;
        if (words <= ERROR_WORDS_MAX && !stated && has_other_words(f))
                return false;
        return stated || !is_list(f);
}
