/* credits - the agencies that a text says its words are from
 *
 * "Reuters reported", "told AFP", "(AP)", "quoted by the Reuters Agency", a copyright line. An
 * agency that is only mentioned ("a Reuters poll") is not credited.
 */
#include <errno.h>
#include <string.h>

#include "workers/extract/agencies.h"
#include "workers/extract/reporting.h"
#include "workers/extract/stages.h"

enum {
        CREDITS_MAX = 200,    /* in one text */
        COPYRIGHT_TOKENS = 8, /* from the sign to the name */
        CONTRIBUTES_TOKENS = 14,
};

struct search {
        struct document *doc;
        struct chunks chunks;
        size_t first, end; /* tokens of the name */
        bool is_short;
};

/* 1 = credited, 0 = not. */
struct sign {
        bool (*holds)(const struct search *s);
        struct finding by;
};

static bool is(const struct search *s, size_t i, const char *word)
{
        return document_is(s->doc, i, word);
}

/* The first token of the phrase "the Reuters Agency". */
static size_t phrase_start(const struct search *s)
{
        return s->first && is(s, s->first - 1, "the") ? s->first - 1 : s->first;
}

static size_t phrase_end(const struct search *s)
{
        size_t i = s->end;

        while (is(s, i, "news") || is(s, i, "agency") || is(s, i, "newswire"))
                i++;
        return i;
}

/* "(Reuters) – …", "/TASS/" */
static bool is_bracketed(const struct search *s)
{
        if (!s->first || s->end >= s->doc->n_tokens)
                return false;
        if (is(s, s->first - 1, "(") && is(s, s->end, ")"))
                return true;
        /* "Harbour Times/AFP/Getty Images" are who took a picture, with spaces, too */
        return is(s, s->first - 1, "/") && is(s, s->end, "/") &&
               s->doc->tokens[s->first - 1].end == s->doc->tokens[s->first].start &&
               (s->first < 2 ||
                s->doc->tokens[s->first - 2].end < s->doc->tokens[s->first - 1].start);
}

static bool is_stop(const struct search *s, size_t i)
{
        return is(s, i, ".") || is(s, i, "”") || is(s, i, "\"");
}

/* In brackets an agency stands before a dash, in a sentence, or behind the last one; elsewhere
 * (credits.signed) it mostly stands under a picture. */
static bool in_brackets(const struct search *s)
{
        size_t i = s->end + 1;

        if (!is_bracketed(s))
                return false;
        if (i >= s->doc->n_tokens)
                return s->first > 1 && is_stop(s, s->first - 2);
        return is(s, i, "-") || is(s, i, "–") || is(s, i, "—") || is(s, i, "--") ||
               is(s, i, ".") || is(s, s->first - 1, "/");
}

static bool in_dateline(const struct search *s)
{
        const struct dateline *d = &s->doc->x->dateline;
        const struct token *t = &s->doc->tokens[s->first];

        return d->found && t->start >= d->span.start && t->end <= d->span.end;
}

static bool is_speech(const struct search *s, size_t i)
{
        struct cue cue = cue_at(s->doc, &s->chunks, i);

        return cue.kind <= CUE_DENY || cue.kind == CUE_ACCORDING;
}

/* "Reuters reported", "the Reuters Agency also reported" */
static bool reports(const struct search *s)
{
        size_t i = phrase_end(s);

        while (i < s->doc->n_tokens && s->doc->tokens[i].upos == UPOS_ADV)
                i++;
        return i < s->doc->n_tokens && is_speech(s, i);
}

/* "told AFP", "quoted by Reuters", "according to AP", "in an interview with dpa" */
static bool is_told(const struct search *s)
{
        size_t i = phrase_start(s);

        if (!i)
                return false;
        if (is(s, i - 1, "by") || is(s, i - 1, "with") || is(s, i - 1, "to"))
                return i > 1 && (is_speech(s, i - 2) || is(s, i - 2, "quoted") ||
                                 is(s, i - 2, "cited") || is(s, i - 2, "interview") ||
                                 is(s, i - 2, "statement") || is(s, i - 2, "according") ||
                                 is(s, i - 2, "seen"));
        return is_speech(s, i - 1) && !is(s, i - 1, "by");
}

/* "The Associated Press contributed to this report", "AP writer Ada Lind in Ostrin
 * contributed": between stand names alone, and who they are. */
static bool contributes(const struct search *s)
{
        static const char *const between[] = {
                "also",           "and",           "in",         ",",        "writer",
                "writers",        "correspondent", "staff",      "reporter", "reporters",
                "correspondents", "journalist",    "journalists"
        };

        for (size_t i = phrase_end(s); i < s->doc->n_tokens && i < s->end + CONTRIBUTES_TOKENS;
             i++) {
                if (is(s, i, "contributed"))
                        return true;
                if (!s->doc->tokens[i].capital &&
                    !document_is_one_of(s->doc, i, between, ARRAY_SIZE(between)))
                        return false;
        }
        return false;
}

/* "With files from Reuters", "additional reporting by AFP" */
static bool is_drawn_on(const struct search *s)
{
        size_t i = phrase_start(s);

        return i > 1 && ((is(s, i - 1, "from") && is(s, i - 2, "files")) ||
                         (is(s, i - 1, "by") && is(s, i - 2, "reporting")));
}

static bool has_copyright(const struct search *s)
{
        for (size_t i = s->first; i > 0 && s->first - i < COPYRIGHT_TOKENS; i--)
                if (is(s, i - 1, "©") || is(s, i - 1, "copyright") || is(s, i - 1, "(c)"))
                        return true;
        return false;
}

/* "the German news agency (DPA)", "news agency Interfax" */
static bool is_called_agency(const struct search *s)
{
        size_t i = s->first;

        return phrase_end(s) > s->end || (i && is(s, i - 1, "agency")) ||
               (i > 1 && is(s, i - 1, "(") && is(s, i - 2, "agency"));
}

static const struct sign signs[] = {
        { in_dateline, { 990, "credits.dateline" } },
        { in_brackets, { 950, "credits.brackets" } },
        { is_bracketed, { 100, "credits.signed" } },
        { has_copyright, { 970, "credits.copyright" } },
        { contributes, { 940, "credits.contributes" } },
        { is_drawn_on, { 940, "credits.drawn_on" } },
        { reports, { 930, "credits.reports" } },
        { is_told, { 900, "credits.told" } },
        { is_called_agency, { 800, "credits.called_agency" } },
};

static int credit_add(const struct search *s, const char *name, struct finding by)
{
        struct document *doc = s->doc;
        struct credit *place;

        if (doc->x->n_credits >= CREDITS_MAX)
                return 0;
        place = arena_push(doc->arena, &doc->x->credits, &doc->x->n_credits, sizeof(*place));
        if (!place)
                return -ENOMEM;
        *place = (struct credit){ .by = by, .agency = name };
        place->span = (struct span){ doc->tokens[s->first].start, doc->tokens[s->end - 1].end };
        return 0;
}

/* A short name, or one that is a word too, counts in capitals alone. */
static bool is_written_so(const struct search *s)
{
        return !s->is_short || s->doc->tokens[s->first].all_capital;
}

static int weigh(const struct search *s, const char *name)
{
        if (!is_written_so(s))
                return 0;
        for (size_t i = 0; i < ARRAY_SIZE(signs); i++)
                if (signs[i].holds(s))
                        return credit_add(s, name, signs[i].by);
        return 0;
}

int credits_find(struct document *doc)
{
        struct search s = { .doc = doc };
        int r;

        r = chunks_find(doc, &s.chunks);
        for (size_t i = 0; i < doc->n_tokens && !r; i++) {
                struct agency_match m = agency_at(doc, i);

                if (!m.name)
                        continue;
                s.first = i;
                s.end = m.end;
                s.is_short = m.is_short;
                r = weigh(&s, m.name);
                i = m.end - 1;
        }
        return r;
}
