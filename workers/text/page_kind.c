/* page_kind - what speaks against an article
 *
 * An article is lost when its page is taken for another kind, so each rule asks for two things
 * at once: little text, and words that only such pages have; or, links where an article has
 * paragraphs.
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
        STATED_WORDS_MAX = 60, /* the same where the page says that it is an article */
        PAID_WORDS_MAX = 90,   /* what a wall shows of an article, and says of itself */
        PHRASE_WORDS_MAX = 6,
        WORD_ROOM = 46, /* bytes; longer words are cut */
        PHRASE_ROOM = (PHRASE_WORDS_MAX + 1) * (WORD_ROOM + 1), /* and the word behind it */
        PHRASE_MORE_MAX = 3, /* words beside the phrase in a part of a title */
        SCAN_BYTES_MAX = 2000,
        SENTENCE_WORDS_MIN = 5, /* of a short one */
        TITLE_LINK_WORDS_MIN = 3,
        TEASERS_MIN = 3, /* a list of articles has as many */
        TEASER_WORDS_MAX = 45,
        CELL_WORDS_MAX = 15,
        HEAD_WORDS_MAX = 80, /* of what stands before a list of articles */
        HEADING_WORDS_MAX = 3,
        PROSE_WORDS_MIN = 40,
        PROSE_SHARE = 40, /* percent of the words */
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
        char words[PHRASE_ROOM] = "";
        const char *end = text + (size < SCAN_BYTES_MAX ? size : SCAN_BYTES_MAX);

        for (const char *start = text; start < end;) {
                const char *p = start, *behind_first = end;
                size_t at = 0, n;

                for (unsigned i = 0; i < PHRASE_WORDS_MAX && p < end; i++) {
                        const char *value;

                        p = next_word(p, end, words + at, WORD_ROOM, &n);
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

/* Is the whole text, folded, an entry of this place? */
static bool is_phrase(const char *text, size_t size, const char *place)
{
        char words[PHRASE_ROOM] = "";
        const char *p = text, *end = text + size, *value;
        size_t at = 0, n;

        for (unsigned i = 0;; i++) {
                p = next_word(p, end, words + at, WORD_ROOM, &n);
                if (!n)
                        break;
                if (i == PHRASE_WORDS_MAX)
                        return false;
                at += n;
                words[at++] = ' ';
        }
        value = at ? lexicon_find(&lexicon_other_pages, words, at - 1) : NULL;
        return value && strcmp(value, place) == 0;
}

static size_t count_words(const char *text, size_t size)
{
        const char *p = text, *end = text + size;
        char word[64];
        size_t count = 0, n;

        for (;;) {
                p = next_word(p, end, word, sizeof(word), &n);
                if (!n)
                        return count;
                count++;
        }
}

/* Where the part of a title that starts at @p ends: "Not found | The Paper", "… - …". */
static const char *part_end(const char *p)
{
        for (; *p; p++) {
                if (*p == '|' || strncmp(p, " - ", 3) == 0 || strncmp(p, " – ", 5) == 0 ||
                    strncmp(p, " — ", 5) == 0 || strncmp(p, "｜", 3) == 0)
                        return p;
        }
        return p;
}

/* Does a part of the title say so, and little else? The part has to be short: news are headed
 * "Page not found: library loses its oldest book". */
static bool is_titled_as_other(const char *title)
{
        for (const char *p = title, *end; p && *p; p = end) {
                end = part_end(p);
                if (has_phrase(p, (size_t)(end - p), "title") &&
                    count_words(p, (size_t)(end - p)) <= PHRASE_MORE_MAX + PHRASE_MORE_MAX)
                        return true;
                while (*end && (*end == '|' || *end == ' ' || *end == '-' || *end & 0x80))
                        end++;
        }
        return false;
}

/* "Newsletters", "Log in": the headline, or the title where that says nothing else. */
static bool is_named_as_other(const struct page_facts *f)
{
        const char *title = f->tree->title;

        if (f->heading && is_phrase(f->heading, strlen(f->heading), "whole"))
                return true;
        if (f->heading && count_words(f->heading, strlen(f->heading)) > HEADING_WORDS_MAX)
                return false; /* "Weather - Snow is on the way" is news */
        return title && is_phrase(title, (size_t)(part_end(title) - title), "whole");
}

static bool has_other_words(const struct page_facts *f)
{
        for (size_t i = 0; i < f->blocks->n; i++) {
                const struct block *b = &f->blocks->blocks[i];

                if (!(b->evidence & (EVIDENCE_HIDDEN | EVIDENCE_NAVIGATION | EVIDENCE_SIDE)) &&
                    has_phrase(b->text, b->size, "text"))
                        return true;
        }
        return false;
}

static bool says_article(const struct page_facts *f)
{
        const char *type = page_meta(f->tree, "og:type");

        return (f->jsonld.type && strstr(f->jsonld.type, "Article")) ||
               (f->jsonld.type && strstr(f->jsonld.type, "BlogPosting")) ||
               (type && strcmp(type, "article") == 0);
}

static const uint16_t aside =
        EVIDENCE_HIDDEN | EVIDENCE_COMMENT | EVIDENCE_SIDE | EVIDENCE_NAVIGATION;

/* What a list of articles is made of: links that are titles, each with a sentence or two. */
struct teasers {
        size_t links;     /* titles that link */
        size_t sentences; /* paragraphs of the text */
        size_t led;       /* of them, right behind a title */
        size_t words;     /* of the paragraphs */
        size_t loose;     /* paragraphs that are no items or cells */
        size_t prose;     /* their words */
        size_t before;    /* paragraphs before the first title */
};

/* An item of a list, or a cell that is no paragraph; a table may lay out the whole page. */
static bool is_item(const struct page_selection *s, const struct block *b)
{
        unsigned tag = s->tree->nodes[b->node].tag;

        if (tag == TAG_LI || tag == TAG_DD || tag == TAG_DT)
                return true;
        return tag != TAG_P && b->context & IN_TABLE && b->words < CELL_WORDS_MAX;
}

/* Counts in the blocks [@first, @end) of @s. */
static void count_teasers(const struct page_selection *s, size_t first, size_t end,
                          struct teasers *t)
{
        bool led = false;

        for (size_t i = first; i < end; i++) {
                const struct block *b = &s->blocks->blocks[i];

                if (b->evidence & aside)
                        continue;
                if ((b->heading || b->words >= TITLE_LINK_WORDS_MIN) &&
                    b->link_bytes * 10 > b->size * 9) {
                        t->links++;
                        led = true;
                } else if (b->stop && b->words >= SENTENCE_WORDS_MIN && !b->heading) {
                        t->sentences++;
                        t->words += b->words;
                        t->led += led;
                        if (!is_item(s, b)) {
                                t->loose++;
                                t->prose += b->words;
                        }
                        t->before += !t->links;
                        led = false;
                }
        }
}

/* One paragraph may say what the list is of. */
static bool is_list(const struct teasers *t)
{
        size_t teasers = t->sentences - t->before;

        return t->links >= TEASERS_MIN && t->before <= 1 && t->links * 10 >= teasers * 8 &&
               t->led * 10 >= teasers * 7 && t->words <= t->sentences * TEASER_WORDS_MAX;
}

/* Items and cells, and no text of its own that is worth the name. */
static bool is_table(const struct teasers *t, size_t words)
{
        return !t->loose ||
               (t->prose < PROSE_WORDS_MIN && t->prose * 100 < words * PROSE_SHARE);
}

/* Does the page call itself something else: a profile, a product, a film? */
static bool says_other(const struct page_facts *f)
{
        static const char *const types[] = { "profile", "product", "video", "music", "place" };
        const char *type = page_meta(f->tree, "og:type");

        for (size_t i = 0; type && i < sizeof(types) / sizeof(*types); i++) {
                if (strncmp(type, types[i], strlen(types[i])) == 0)
                        return true;
        }
        return f->jsonld.other;
}

static bool is_wall(const struct page_facts *f, size_t words, bool stated)
{
        if (f->jsonld.paid && words <= PAID_WORDS_MAX && has_other_words(f))
                return true;
        return words <= (stated ? STATED_WORDS_MAX : ERROR_WORDS_MAX) && has_other_words(f);
}

bool page_is_article(const struct page_facts *f)
{
        const struct page_selection *s = f->selection;
        size_t words = s->words;
        bool stated = says_article(f);
        struct teasers t = { 0 };

        if (words < (stated ? STATED_WORDS_MIN : ARTICLE_WORDS_MIN))
                return false;
        if (words <= ERROR_WORDS_MAX && !stated &&
            (is_titled_as_other(f->tree->title) || is_titled_as_other(f->heading) ||
             is_named_as_other(f)))
                return false;
        if (is_wall(f, words, stated))
                return false;
        count_teasers(s, s->first, s->end, &t);
        if (!stated && (is_table(&t, words) || (words <= ERROR_WORDS_MAX && says_other(f))))
                return false;
        if (!stated && words <= HEAD_WORDS_MAX && s->blocks == f->blocks)
                count_teasers(s, s->end, s->blocks->n, &t); /* the list may stand behind */
        return !is_list(&t);
}
