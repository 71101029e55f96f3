/* growth [--all] [NAME...] - does any stage cost more a byte when hostile input grows?
 *
 * Each input is a few bytes again and again, four times as often at each step. No stage may
 * then take much more than four times as long, nor may an article take more memory a byte than
 * its worker gives it. Processor time is measured, the best of some runs, and what is over the
 * bound is measured again before it counts: another program on the machine fails no test.
 * --all prints each figure.
 */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/bench/stages.h"
#include "tests/bench/text.h"

enum {
        SIZE_FIRST = 32 << 10,
        STEP = 4,
        STEPS = 3,
        RUNS = 1,          /* at first; the best of all counts */
        AGAIN_MAX = 16,    /* a bound that seems passed is looked at so often */
        JUDGED_US = 20000, /* less is too short to judge */
        GROWTH_MAX = 8, /* times as long for STEP times as much: 4, and a cache that is left */
        MEMORY_MAX = 1024, /* bytes of the arena a byte of input, beside MEMORY_FREE: arrays
                             double as they grow, and a mark of one byte is a token */
        MEMORY_FREE = 1 << 20,
};

static const size_t ARENA_BYTES = (size_t)2
                                  << 30; /* a worker gives less, and refuses the rest */

/* In a unit, # is its number, and @ its number in letters, so that no two units are the same.
 */
struct attack {
        const char *name;
        bool page;
        const char *head, *unit, *tail;
};

#define PARAGRAPH                                                                              \
        "The minister of trade said on Monday that the talks in the old harbour were \
useful and that all sides had agreed to meet again in the spring of next year. "

static const struct attack attacks[] = {
        { "plain", false, "", PARAGRAPH "She met Anna Berg (@) and 40 others.\n\n", "" },
        { "one word", false, PARAGRAPH, "a", "" },
        { "words", false, PARAGRAPH, "@ ", "" },
        { "capital words", false, PARAGRAPH, "Q@ ", "" },
        { "names", false, PARAGRAPH, "Ada Q@ said. ", "" },
        { "surnames", false, PARAGRAPH, "Q@ Berg met Ada Q@. ", "" },
        { "same name", false, PARAGRAPH, "Anna Berg met Berg. ", "" },
        { "same first name", false, PARAGRAPH, "Anna said Anna Berg met Anna Holm. ", "" },
        { "titles", false, PARAGRAPH, "President Minister Senator ", "" },
        { "acronyms", false, PARAGRAPH, "The Quick Red Union (QRU) ", "" },
        { "organizations", false, PARAGRAPH, "Bank of the West of the North of ", "" },
        { "places", false, PARAGRAPH, "Paris, Texas, ", "" },
        { "places told", false, PARAGRAPH, "She left in Q@, Texas. ", "" },
        { "a place told twice", false, PARAGRAPH, "Paris, Texas. Paris, Ontario. ", "" },
        { "initials", false, PARAGRAPH, "A. B. ", "" },
        { "one capital run", false, PARAGRAPH, "Berg Holm ", "" },
        { "all capitals", false, PARAGRAPH, "MINISTERS MET ", "" },
        { "one line of capitals", false, PARAGRAPH, "QXZ", "" },
        { "commas", false, PARAGRAPH, ",", "" },
        { "commas and words", false, PARAGRAPH, "a, ", "" },
        { "stops", false, PARAGRAPH, ".", "" },
        { "stops apart", false, PARAGRAPH, ". ", "" },
        { "hyphens", false, PARAGRAPH, "a-", "" },
        { "dashes", false, PARAGRAPH, "a – ", "" },
        { "slashes", false, PARAGRAPH, "a/", "" },
        { "apostrophes", false, PARAGRAPH, "'", "" },
        { "apostrophes and letters", false, PARAGRAPH, "a'", "" },
        { "twofold apostrophes", false, PARAGRAPH, "''", "" },
        { "twofold apostrophes apart", false, PARAGRAPH, "'' ", "" },
        { "possessives", false, PARAGRAPH, "Anna's ", "" },
        { "brackets", false, PARAGRAPH, "(", "" },
        { "brackets both", false, PARAGRAPH, "(a) ", "" },
        { "quotes opened", false, PARAGRAPH, "“a ", "" },
        { "quotes closed", false, PARAGRAPH, "a” ", "" },
        { "straight quotes", false, PARAGRAPH, "\"", "" },
        { "straight quotes apart", false, PARAGRAPH, "\" a ", "" },
        { "straight quotes by line", false, PARAGRAPH, "\"We go on.\n\n", "" },
        { "quotes", false, PARAGRAPH, "“We go,” said Q@. ", "" },
        { "quotes of nobody", false, PARAGRAPH, "“We go on, and we go home.” ", "" },
        { "quotes of one", false, PARAGRAPH, "“We go,” Anna Berg said. ", "" },
        { "nested quotes", false, PARAGRAPH, "“He said ‘we go’ ", "" },
        { "single quotes", false, PARAGRAPH, "‘a ", "" },
        { "quote in a sentence without end", false, PARAGRAPH, "he said “we” and ", "" },
        { "quotes behind an opening clause", false, PARAGRAPH "After Berg asked ",
          "of “a big plan” and ", "" },
        { "dialogue dashes", false, PARAGRAPH, "— We go, he said.\n\n", "" },
        { "said", false, PARAGRAPH, "said ", "" },
        { "said that", false, PARAGRAPH, "he said that ", "" },
        { "according", false, PARAGRAPH, "according to Anna Berg, ", "" },
        { "who", false, PARAGRAPH, "Anna Berg, who met Ada Holm, ", "" },
        { "of", false, PARAGRAPH, "the head of ", "" },
        { "and", false, PARAGRAPH, "Anna and ", "" },
        { "verbs", false, PARAGRAPH, "met said told ", "" },
        { "auxiliaries", false, PARAGRAPH, "would have been ", "" },
        { "acts", false, PARAGRAPH, "Russia attacked Ukraine and ", "" },
        { "acts by sentence", false, PARAGRAPH, "Russia attacked Ukraine. ", "" },
        { "acts of one subject", false, PARAGRAPH, "met Ada, thanked Ida, ", "" },
        { "digits", false, PARAGRAPH, "7", "" },
        { "numbers", false, PARAGRAPH, "7 ", "" },
        { "grouped digits", false, PARAGRAPH, "7,000,", "" },
        { "decimals", false, PARAGRAPH, "7.", "" },
        { "number words", false, PARAGRAPH, "hundred ", "" },
        { "number words joined", false, PARAGRAPH, "twenty-", "" },
        { "quantities", false, PARAGRAPH, "# people, ", "" },
        { "quantities by sentence", false, PARAGRAPH, "# people were killed. ", "" },
        { "money", false, PARAGRAPH, "$7 million ", "" },
        { "percent", false, PARAGRAPH, "7 percent of 7 percent of ", "" },
        { "ranges", false, PARAGRAPH, "7-", "" },
        { "dates", false, PARAGRAPH, "March 3, 2021, ", "" },
        { "dates in digits", false, PARAGRAPH, "2021-03-03 ", "" },
        { "slashed dates", false, PARAGRAPH, "3/3/2021/", "" },
        { "months", false, PARAGRAPH, "March ", "" },
        { "days", false, PARAGRAPH, "Monday ", "" },
        { "next", false, PARAGRAPH, "next ", "" },
        { "years", false, PARAGRAPH, "1999 ", "" },
        { "clocks", false, PARAGRAPH, "10:30 a.m. ", "" },
        { "durations", false, PARAGRAPH, "two days and ", "" },
        { "offsets", false, PARAGRAPH, "two days after ", "" },
        { "addresses", false, PARAGRAPH, "http://a.b/c@d.", "" },
        { "mail", false, PARAGRAPH, "a@b.", "" },
        { "agencies", false, PARAGRAPH, "Reuters reported (AFP) ", "" },
        { "datelines", false, "", "MOSCOW (AP) — ", PARAGRAPH },
        { "abbreviations", false, PARAGRAPH, "Mr. Inc. ", "" },
        { "dotted letters", false, PARAGRAPH, "a.b.", "" },
        { "lines", false, PARAGRAPH, "\n", "" },
        { "lines of one word", false, PARAGRAPH, "a\n", "" },
        { "short lines", false, PARAGRAPH, "By Anna Berg\n\n", "" },
        { "same lines", false, PARAGRAPH "\n\n", "Read more about it here\n\n", PARAGRAPH },
        { "date lines", false, PARAGRAPH "\n\n", "Published March 3, 2021\n", PARAGRAPH },
        { "spaces", false, PARAGRAPH, " ", "a" },
        { "no-break spaces", false, PARAGRAPH, "\u00a0", "a" },
        { "letters with accents", false, PARAGRAPH, "é", "" },
        { "combining marks", false, PARAGRAPH, "\u0301", "" },
        { "Han", false, PARAGRAPH, "部长会议", "" },
        { "bullets", false, PARAGRAPH, "• a\n", "" },
        { "sentences of one name", false, PARAGRAPH, "Berg. ", "" },
        { "pronouns", false, "Anna Berg came. ", "He said she told him. ", "" },
        { "copulas", false, PARAGRAPH, "Anna is a minister, ", "" },
        { "groups", false, PARAGRAPH, "Q@ officials said. ", "" },
        { "nested", true, "<body>", "<div>", PARAGRAPH },
        { "nested inline", true, "<body><p>", "<b>", PARAGRAPH },
        { "nested spans", true, "<body><p>", "<span>a", PARAGRAPH },
        { "nested lists", true, "<body>", "<ul><li>a", PARAGRAPH },
        { "nested tables", true, "<body>", "<table><tr><td>", PARAGRAPH },
        { "nested forms", true, "<body>", "<form><a><nobr>", PARAGRAPH },
        { "tables", true, "<body>", "<table><tr><td>a</table>", PARAGRAPH },
        { "cells", true, "<body><table>", "<tr><td>a<td>b", PARAGRAPH },
        { "paragraphs", true, "<body>", "<p>" PARAGRAPH, "" },
        { "same paragraphs", true, "<body><article>", "<p>We met in the old harbour.</p>", "" },
        { "short paragraphs", true, "<body>", "<p>a", "" },
        { "links", true, "<body>", "<a href=/author/@>Anna Berg</a> ", "" },
        { "headings", true, "<body>", "<h1>Anna Berg met @</h1>", PARAGRAPH },
        { "images", true, "<body>", "<figure><img><figcaption>a</figure>", PARAGRAPH },
        { "articles", true, "<body>", "<article><p>" PARAGRAPH "</article>", "" },
        { "breaks", true, "<body>", "<br>", PARAGRAPH },
        { "times", true, "<body>", "<time datetime=2021-03-03>a</time>", PARAGRAPH },
        { "by-lines", true, "<body>", "<p class=author>By Anna Berg</p>", PARAGRAPH },
        { "spans behind a by-line", true, "<body><h1>a</h1><a href=/author/a>Anna Berg</a><p>",
          "<span>We met.</span> ", PARAGRAPH },
        { "metas", true, "", "<meta name=author content='Anna Berg'>", "<p>" PARAGRAPH },
        { "titles", true, "", "<title>Anna Berg</title>", "<p>" PARAGRAPH },
        { "JSON-LD", true, "",
          "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":\"A\"}</script>",
          "<p>" PARAGRAPH },
        { "nested JSON", true, "<script type=application/ld+json>", "{\"a\":[",
          "</script><p>a" },
        { "JSON list", true, "<script type=application/ld+json>[", "{\"@type\":\"Article\"},",
          "{}]</script><p>" PARAGRAPH },
        { "scripts", true, "<body>", "<script>if (a < b) c();</script>", PARAGRAPH },
        { "scripts without end", true, "<body>", "<script>", PARAGRAPH },
        { "styles without end", true, "<body>", "<style>a", PARAGRAPH },
        { "comments", true, "<body>", "<!-- a -->", PARAGRAPH },
        { "comments without end", true, "<body>", "<!--", PARAGRAPH },
        { "tags without end", true, "<body>", "<p ", PARAGRAPH },
        { "quotes in tags", true, "<body>", "<p a='", PARAGRAPH },
        { "attributes", true, "<body><p ", "a# ", ">" PARAGRAPH },
        { "values", true, "<body><p ", "a#=b ", ">" PARAGRAPH },
        { "one value", true, "<body><p class='", "body ", "'>" PARAGRAPH },
        { "one class", true, "<body><p class='", "a", "'>" PARAGRAPH },
        { "entities", true, "<body><p>", "&amp;", PARAGRAPH },
        { "entities in a value", true, "<meta name=author content='", "&amp;amp;", "'>" },
        { "entities without end", true, "<body><p>", "&a", PARAGRAPH },
        { "entities unknown", true, "<body><p>", "&q#;", PARAGRAPH },
        { "numeric entities", true, "<body><p>", "&#8220;", PARAGRAPH },
        { "closing tags", true, "<body>", "</p>", PARAGRAPH },
        { "closing tags unknown", true, "<body>", "</q#>", PARAGRAPH },
        { "misnested", true, "<body>", "<b><i></b></i>", PARAGRAPH },
        { "less than", true, "<body><p>", "<", PARAGRAPH },
        { "marked brackets", true, "<body><p>", "<!", PARAGRAPH },
        { "processing", true, "<body><p>", "<?a", PARAGRAPH },
        { "CDATA", true, "<body><p>", "<![CDATA[", PARAGRAPH },
        { "doctypes", true, "", "<!DOCTYPE html>", "<p>" PARAGRAPH },
        { "heads", true, "", "<head><body>", "<p>" PARAGRAPH },
        { "options", true, "<body><select>", "<option>a", "</select><p>" PARAGRAPH },
        { "svg", true, "<body>", "<svg><path d='M0 0'/>", PARAGRAPH },
        { "malformed UTF-8", true, "<body><p>", "\xff", PARAGRAPH },
        { "one line", true, "<body><p>", "a ", "" },
        { "one text", true, "<body><p>", "a", "" },
};

static void put_unit(struct buffer *out, const char *unit, uint64_t number)
{
        char word[16];
        size_t n = 0;

        for (uint64_t left = number; n < 8 && (left || !n); left /= 26)
                word[n++] = (char)('a' + left % 26);
        for (; *unit; unit++) {
                if (*unit == '#')
                        buffer_printf(out, "%llu", (unsigned long long)number);
                else if (*unit == '@')
                        buffer_put(out, word, n);
                else
                        buffer_put_u8(out, (uint8_t)*unit);
        }
}

static struct article *make_article(const struct attack *a, size_t size)
{
        _cleanup_(buffer_clear) struct buffer out = { 0 };
        json_auto_t *value = json_pack("{s:s,s:s,s:s}", "source", "growth", "id", "one",
                                       "published", "2021-12-03");
        struct article *article = NULL;
        struct json_fault fault;

        buffer_put_text(&out, a->head);
        for (uint64_t i = 1; out.size < size && !buffer_error(&out); i++)
                put_unit(&out, a->unit, i);
        buffer_put_text(&out, a->tail);
        if (!a->page)
                json_object_set_new(value, "text", json_stringn((char *)out.data, out.size));
        if (buffer_error(&out) || article_from_json(&article, value, a->page ? out.data : NULL,
                                                    a->page ? out.size : 0, &fault))
                return NULL;
        return article;
}

struct figures {
        uint64_t took[STAGES]; /* the best of all runs */
        size_t memory;         /* of the arena */
};

/* One more run. */
static int run(const struct attack *a, size_t size, struct figures *best)
{
        _cleanup_(arena_freep) struct arena *arena = arena_new(ARENA_BYTES);
        _cleanup_(article_freep) struct article *article = make_article(a, size);
        uint64_t took[STAGES] = { 0 };
        struct extraction *x;
        int r;

        if (!arena || !article)
                return -1;
        r = stages_extract(&x, article, arena, STAGES_EXTRACT, took);
        if (!r)
                stages_compare(x, took);
        for (size_t i = 0; i < STAGES; i++)
                best->took[i] = took[i] < best->took[i] ? took[i] : best->took[i];
        best->memory = arena_used(arena);
        return r;
}

static void start(struct figures *f)
{
        for (size_t i = 0; i < STAGES; i++)
                f->took[i] = UINT64_MAX;
}

static bool is_over(const struct figures *less, const struct figures *more, size_t stage)
{
        return more->took[stage] > JUDGED_US &&
               more->took[stage] > GROWTH_MAX * (less->took[stage] + 500);
}

static int judge(const struct attack *a, size_t size, struct figures *less,
                 struct figures *more)
{
        int wrong = 0;

        for (size_t i = 0; i < STAGES; i++) {
                for (int k = 0; k < AGAIN_MAX && is_over(less, more, i); k++) {
                        run(a, size / STEP, less);
                        run(a, size, more);
                }
                if (!is_over(less, more, i))
                        continue;
                printf("%s: %s takes %.1f ms for %zu KB and %.1f ms for %zu KB\n", a->name,
                       stage_names[i], (double)less->took[i] / 1e3, size / STEP >> 10,
                       (double)more->took[i] / 1e3, size >> 10);
                wrong = 1;
        }
        return wrong;
}

static void print_figures(const struct attack *a, size_t size, const struct figures *f)
{
        printf("%-32s %5zu KB %4zu MB:", a->name, size >> 10, f->memory >> 20);
        for (size_t i = 0; i < STAGES; i++)
                if (f->took[i] >= 1000)
                        printf(" %s %.1f", stage_names[i], (double)f->took[i] / 1e3);
        printf("\n");
}

static int grow(const struct attack *a, bool all)
{
        struct figures figures[STEPS];
        size_t size = SIZE_FIRST;
        int wrong = 0, r = 0;

        for (int step = 0; step < STEPS; step++, size *= STEP) {
                start(&figures[step]);
                for (int i = 0; i < RUNS && !r; i++)
                        r = run(a, size, &figures[step]);
                if (all)
                        print_figures(a, size, &figures[step]);
                if (r || figures[step].memory > MEMORY_MAX * size + MEMORY_FREE) {
                        printf("%s: %zu KB take %zu MB\n", a->name, size >> 10,
                               figures[step].memory >> 20);
                        return 1;
                }
                if (step)
                        wrong |= judge(a, size, &figures[step - 1], &figures[step]);
        }
        return wrong;
}

static bool is_asked(const struct attack *a, char **names, int n)
{
        for (int i = 0; i < n; i++)
                if (strcmp(a->name, names[i]) == 0)
                        return true;
        return !n;
}

int main(int argc, char **argv)
{
        static const struct option options[] = { { "all", no_argument, NULL, 'a' }, { 0 } };
        int wrong = 0, n = 0, c;
        bool all = false;

        while ((c = getopt_long(argc, argv, "", options, NULL)) != -1)
                all = c == 'a';
        setvbuf(stdout, NULL, _IOLBF, 0);
        for (size_t i = 0; i < sizeof(attacks) / sizeof(*attacks); i++) {
                if (!is_asked(&attacks[i], argv + optind, argc - optind))
                        continue;
                n++;
                wrong += grow(&attacks[i], all);
        }
        printf("%d inputs, %d of them cost more a byte as they grow\n", n, wrong);
        return wrong || !n;
}
