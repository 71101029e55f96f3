#include <ctype.h>

#include "base/macros.h"
#include "workers/lexicon/lexicon.h"
#include "workers/text/furniture_parts.h"
#include "workers/text/letters.h"

extern const struct lexicon lexicon_titles;

enum {
        BRACKET_BYTES_MAX = 100, /* around a credit */
        DAY_BYTES_MAX = 12,      /* "(Sept. 29)" */
        ARTICLE_BYTES = 4,       /* "The " */
        FILM_WORDS_MAX = 70,
        HEAD_BYTES_MAX = 32, /* of an agency's name before a caption */
        SHOWN_WORDS_MIN = 6,
        SHOWN_WORDS_MAX = 45,
        PHOTO_BYTES_MAX = 60, /* from the start to "file photo" */
        ROLE_BYTES_MAX = 40,
        MARK_BYTES = 3,
};

/* What stands in brackets, with them; none: start == end. */
struct group {
        const char *start, *end;
};

static const char *without_stop(const char *line, const char *end)
{
        while (end > line && strchr(" .", end[-1]))
                end--;
        return end;
}

/* The one that ends at @end. */
static struct group group_before(const char *line, const char *end)
{
        struct group g = { end, end };
        size_t n = (size_t)(end - line) < BRACKET_BYTES_MAX ? (size_t)(end - line)
                                                            : BRACKET_BYTES_MAX;
        const char *open;

        if (end == line || (end[-1] != ')' && end[-1] != ']'))
                return g;
        open = memrchr(end - n, end[-1] == ')' ? '(' : '[', n);
        if (open)
                g.start = open;
        return g;
}

static bool ends_in_quote(const char *line, const char *end)
{
        static const char *const quotes[] = { "\u201d", "\u2019" };

        for (size_t i = 0; i < ARRAY_SIZE(quotes); i++)
                if (end - line >= MARK_BYTES &&
                    memcmp(end - MARK_BYTES, quotes[i], MARK_BYTES) == 0)
                        return true;
        return end > line && strchr("\"'", end[-1]);
}

/* Behind a sentence, or with nothing before it. */
static bool stands_apart(const char *line, const char *start)
{
        const char *end = start;

        while (end > line && end[-1] == ' ')
                end--;
        return end == line || strchr(".!?", end[-1]) || ends_in_quote(line, end);
}

/* "(Photo by Ada Strand Jr.)" */
static bool ends_shortened(struct group g)
{
        static const char *const ends[] = { " Jr.", " Sr.", " Inc.", " Co.", " Corp." };

        for (size_t i = 0; i < ARRAY_SIZE(ends); i++)
                if (line_ends(g.start, (size_t)(g.end - 1 - g.start), ends[i]))
                        return true;
        return false;
}

/* "(AP Photo/Ada Strand, File)", "(Ada Strand/Sound Post via AP)", "[Photo/Agencies]"; but not
 * "(Getty Images declined to comment.)" */
static bool is_picture_credit(struct group g)
{
        static const char *const marks[] = {
                "AP Photo",       "Photo by ", "Photo:",       "Photo/",
                "Pool Photo",     " photo: ",  "Photos by",    " via AP)",
                " via AP,",       " via AP]",  "/AP)",         "/AFP)",
                "/EPA)",          "/Reuters)", "/Pool)",       "/Associated Press",
                "Photo courtesy", "Picture: ", "Getty Images",
        };

        return (!strchr(".!?", g.end[-2]) || ends_shortened(g)) &&
               line_has_one(g.start, (size_t)(g.end - g.start), marks, ARRAY_SIZE(marks));
}

/* The name of an agency alone, as some put it behind a credit that names it already. */
static bool is_repeated_agency(struct group g)
{
        static const char agency[] = "Associated Press)";

        return line_ends(g.start, (size_t)(g.end - g.start), agency) &&
               (size_t)(g.end - g.start) <= strlen(agency) + ARTICLE_BYTES + 1;
}

/* "(Sept. 29) AP": the agency's films are told from one another by the day. */
static bool ends_in_film(const char *line, const char *end)
{
        static const char *const months[] = { "(Jan",  "(Feb",  "(March", "(April",
                                              "(May",  "(June", "(July",  "(Aug",
                                              "(Sept", "(Oct",  "(Nov",   "(Dec" };
        static const char agency[] = ") AP";
        struct group g;

        if ((size_t)(end - line) < strlen(agency) ||
            memcmp(end - strlen(agency), agency, strlen(agency)) != 0)
                return false;
        g = group_before(line, end - strlen(agency) + 1);
        return g.start < g.end && g.end - g.start <= DAY_BYTES_MAX &&
               isdigit((unsigned char)g.end[-2]) &&
               line_starts_one(g.start, (size_t)(g.end - g.start), months, ARRAY_SIZE(months));
}

/* "CLOSE The ferry left the harbour …": the button of the film, and what it shows. */
static bool is_film(const char *line, size_t size, size_t words)
{
        static const char button[] = "CLOSE ";

        return words && words <= FILM_WORDS_MAX && size > strlen(button) + 2 &&
               memcmp(line, button, strlen(button)) == 0 &&
               isupper((unsigned char)line[strlen(button)]) &&
               !isupper((unsigned char)line[strlen(button) + 1]);
}

/* "FILE - In this March 9, 2031 file photo, …", with or without a credit. */
static bool is_old_picture(const char *line, size_t size)
{
        static const char *const heads[] = { "FILE - In this ", "FILE- In this ",
                                             "FILE – In this ", "FILE — In this ",
                                             "FILE - This " };

        return line_starts_one(line, size, heads, ARRAY_SIZE(heads)) &&
               line_find(line, size < PHOTO_BYTES_MAX ? size : PHOTO_BYTES_MAX, " photo");
}

/* "EPA Administrator": one of another body of that name. */
static bool is_role(const char *word, const char *end)
{
        const char *stop = memchr(word, ' ', (size_t)(end - word));
        char folded[2 * ROLE_BYTES_MAX];
        size_t n = (size_t)((stop ? stop : end) - word);

        if (n >= ROLE_BYTES_MAX)
                return false;
        n = letter_fold(word, n, folded);
        return lexicon_find(&lexicon_titles, folded, n) != NULL;
}

/* In capitals where a museum has the name, too. */
static bool heads_caption(const char *line, size_t size)
{
        static const char loud[] = "GETTY";

        return furniture_heads_caption(line, size) ||
               (size == strlen(loud) && memcmp(line, loud, size) == 0);
}

/* "Reuters Skippers look on as …": an agency's name runs into what its picture shows. */
static bool begins_with_agency(const char *line, size_t size, size_t words)
{
        size_t most = size < HEAD_BYTES_MAX ? size : HEAD_BYTES_MAX;

        if (words < SHOWN_WORDS_MIN || words > SHOWN_WORDS_MAX ||
            !isupper((unsigned char)*line) || strchr(".!?:;,)", line[size - 1]) ||
            ends_in_quote(line, line + size))
                return false;
        for (size_t i = 2; i + 1 < most; i++) {
                if (line[i] == ' ' && heads_caption(line, i) &&
                    (isupper((unsigned char)line[i + 1]) ||
                     isdigit((unsigned char)line[i + 1])))
                        return !is_role(line + i + 1, line + size);
        }
        return false;
}

bool furniture_is_caption(const char *line, size_t size, size_t words)
{
        const char *end = without_stop(line, line + size);
        struct group g = group_before(line, end);

        if (is_film(line, size, words) || ends_in_film(line, end) ||
            is_old_picture(line, size) || begins_with_agency(line, size, words))
                return true;
        if (g.start < g.end && is_repeated_agency(g)) {
                struct group before = group_before(line, without_stop(line, g.start));

                if (before.start < before.end)
                        g = before;
        }
        return g.start < g.end && is_picture_credit(g) && stands_apart(line, g.start);
}
