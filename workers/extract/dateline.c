/* dateline - "MOSCOW (AA) –" before the first words
 *
 * Where a report was filed, and by which agency. It opens one of the first paragraphs: a place
 * in capitals, or any place before an agency in brackets; then perhaps a country or a date;
 * then a dash (TASS: a full stop and /TASS/).
 */
#include <errno.h>
#include <string.h>

#include "base/utf8.h"
#include "workers/extract/agencies.h"
#include "workers/extract/stages.h"

enum {
        PARAGRAPHS = 4, /* where it is looked for: a standfirst may come before it */
        PLACE_TOKENS = 5,
        TOKENS_MAX = 18, /* of the whole line */
};

/* What has been read so far of a line. */
struct line {
        struct document *doc;
        size_t at, end; /* tokens */
        size_t place_end;
        bool capitals; /* the place is in capitals */
        struct span agency;
};

static const struct token *here(const struct line *l)
{
        return l->at < l->end ? &l->doc->tokens[l->at] : NULL;
}

static bool is(const struct line *l, const char *word)
{
        return l->at < l->end && document_is(l->doc, l->at, word);
}

static bool is_dash(const struct line *l)
{
        return is(l, "–") || is(l, "—") || is(l, "-") || is(l, "--") || is(l, "―");
}

static bool is_small_word(const struct token *t)
{
        static const char *const words[] = { "de", "la", "of", "del", "el", "al", "le", "and" };

        return word_is_one_of(t->lower, words, ARRAY_SIZE(words));
}

/* The place: up to five words in capitals, or else with capital letters. */
static bool read_place(struct line *l)
{
        size_t first = l->at;

        l->capitals = true;
        while (here(l) && l->at - first < PLACE_TOKENS && here(l)->kind == TOKEN_WORD &&
               (here(l)->capital || (l->at > first && is_small_word(here(l))))) {
                if (!here(l)->all_capital && !is_small_word(here(l)))
                        l->capitals = false;
                l->at++;
        }
        l->place_end = l->at;
        return l->at > first;
}

/* ", Ukraine", ", March 3", ". Dec 2": whatever stands between the place and the agency. */
static void read_between(struct line *l)
{
        while (here(l) &&
               (is(l, ",") || is(l, ".") || is(l, "/") || here(l)->kind == TOKEN_NUMBER ||
                (here(l)->kind == TOKEN_WORD && here(l)->capital))) {
                if (is(l, "/") && l->at + 2 < l->end && document_is(l->doc, l->at + 2, "/"))
                        return; /* /TASS/ */
                l->at++;
        }
}

static bool read_agency(struct line *l)
{
        bool slash = is(l, "/");
        size_t first = l->at + 1;

        if (!is(l, "(") && !slash)
                return false;
        l->at++;
        while (here(l) && !is(l, slash ? "/" : ")") && l->at - first < 6)
                l->at++;
        if (!here(l) || l->at == first || !l->doc->tokens[first].capital)
                return false;
        l->agency = (struct span){ l->doc->tokens[first].start, l->doc->tokens[l->at - 1].end };
        l->at++;
        return true;
}

/* "RIO DE JANEIRO" is Rio de Janeiro. Small words stay small, but for the first. */
static char *title_case(const struct line *l, size_t first)
{
        struct document *doc = l->doc;
        size_t room = 1;
        char *out;
        size_t n = 0;

        for (size_t i = first; i < l->place_end; i++)
                room += strlen(doc->tokens[i].lower) + 8;
        out = arena_alloc(doc->arena, room);
        if (!out)
                return NULL;
        for (size_t i = first; i < l->place_end; i++) {
                const struct token *t = &doc->tokens[i];
                const char *p = t->lower, *word = doc->x->text + t->start;
                uint32_t point;
                bool start = i == first || !is_small_word(t);

                if (i > first && t->space_before)
                        out[n++] = ' ';
                while (*p) {
                        unsigned size = utf8_decode(p, p + strlen(p), &point);
                        unsigned upper = utf8_decode(word, doc->x->text + t->end, &point);

                        if (start && n + upper < room) {
                                memcpy(out + n, word, upper);
                                n += upper;
                        } else {
                                memcpy(out + n, p, size);
                                n += size;
                        }
                        start = *p == '-' || *p == '.';
                        p += size;
                        word = word + upper < doc->x->text + t->end ? word + upper : word;
                }
        }
        out[n] = '\0';
        return out;
}

static int dateline_set(const struct line *l, size_t first)
{
        struct dateline *d = &l->doc->x->dateline;
        size_t last = l->agency.end ? l->at : l->place_end;

        d->place = title_case(l, first);
        if (!d->place)
                return -ENOMEM;
        if (l->agency.end) {
                d->agency = agency_name(l->doc, l->agency);
                if (!d->agency)
                        return -ENOMEM;
        }
        d->span = (struct span){ l->doc->tokens[first].start, l->doc->tokens[last - 1].end };
        d->by = (struct finding){ (uint16_t)(l->agency.end ? 980 : 900),
                                  l->agency.end ? "dateline.place_agency"
                                                : "dateline.capitals" };
        d->found = true;
        return 0;
}

static int try_paragraph(struct document *doc, size_t first, size_t end)
{
        struct line l = { .doc = doc, .at = first, .end = end };
        bool agency;

        if (l.end - first > TOKENS_MAX)
                l.end = first + TOKENS_MAX;
        /* "FILE – In this photo": a picture's words */
        if (is(&l, "file") || !read_place(&l))
                return 0;
        read_between(&l);
        agency = read_agency(&l);
        if (!agency && (!l.capitals || !is_dash(&l)))
                return 0;
        if (agency && !is_dash(&l) && !is(&l, ":") && !is(&l, ".") && !l.capitals)
                return 0;
        return dateline_set(&l, first);
}

int dateline_find(struct document *doc)
{
        int r = 0;

        doc->x->dateline.span = SPAN_NONE;
        for (size_t i = 0; i < doc->n_paragraphs && i < PARAGRAPHS; i++) {
                size_t first = document_token_at(doc, doc->paragraphs[i].start);
                size_t end = document_token_at(doc, doc->paragraphs[i].end);

                if (first < end)
                        r = try_paragraph(doc, first, end);
                if (r || doc->x->dateline.found)
                        return r;
        }
        return 0;
}
