/* furniture_notes - lines in which an outlet tells of an article, not what the article tells
 *
 * Who paid for it, translated, shortened or passed it on; whose voice reads it aloud; whose
 * initials it bears.
 */
#include <string.h>
#include <strings.h>

#include "base/macros.h"
#include "workers/text/byline_names.h"
#include "workers/text/furniture_parts.h"

enum {
        NOTE_WORDS_MAX = 60,
        MADE_BYTES_MAX = 130, /* where it says what was done to it */
        SHORTENED_WORDS_MAX = 40,
        FUNDING_WORDS_MAX = 45,
        TRANSLATED_WORDS_MAX = 10,
        MACHINE_WORDS_MAX = 40,
        SIGNATURE_WORDS_MAX = 8,
        INITIALS_BYTES_MAX = 16,
};

/* "This story was produced with the support of the Harbour Fund." What was done to it stands
 * right behind; with whom, anywhere. */
static bool is_of_making(const char *line, size_t size)
{
        static const char *const works[] = {
                "This article ",   "This story ",    "This piece ",      "This interview ",
                "This post ",      "This essay ",    "This column ",     "This op-ed ",
                "This excerpt ",   "This content ",  "This commentary ", "This dispatch ",
                "This reporting ", "This coverage ",
        };
        static const char *const made[] = {
                "was produced by",
                "was produced in",
                "was produced with",
                "was produced as",
                "is produced by",
                "was co-",
                "is co-published",
                "was copublished",
                "is republished",
                "was republished",
                "is being republished",
                "was reprinted",
                "is reprinted",
                "was translated",
                "is translated",
                "has been translated",
                "was distributed by",
                "was syndicated",
                "is syndicated",
                "was made possible",
                "is made possible",
                "was funded by",
                "is funded by",
                "was supported by",
                "is supported by",
                "was first published",
                "was first featured",
                "was featured in",
                "is part of a series",
                "is part of our",
                "was provided by",
                "is provided by",
                "was originally reported",
                "was originally written",
                "was originally produced",
                "has been auto",
                "was auto",
                "was generated from",
                "is auto",
        };
        static const char *const with[] = { "and produced by",       "in partnership with",
                                            "in collaboration with", "with the support of",
                                            "with support from",     "in association with" };
        const char *from = line_behind_one(line, size, works, ARRAY_SIZE(works));
        size_t left = from ? (size_t)(line + size - from) : 0;

        if (!from)
                return false;
        return line_starts_one(from, left, made, ARRAY_SIZE(made)) ||
               line_has_one(from, left < MADE_BYTES_MAX ? left : MADE_BYTES_MAX, with,
                            ARRAY_SIZE(with));
}

/* "Support for this coverage comes from the Harbour Fund.", "The Harbour Fund provided funding
 * for this story." */
static bool is_of_funding(const char *line, size_t size, size_t words)
{
        static const char *const heads[] = {
                "Support for this story",    "Support for this reporting",
                "Support for this coverage", "Support for this series",
                "Funding for this ",         "Reporting for this ",
                "Reporting on this ",        "Our coverage of "
        };
        static const char *const verbs[] = { "comes from",   "is provided", "was provided",
                                             "supported by", "funded by",   "made possible" };
        static const char *const tails[] = {
                "funding for this story", "funding for this project", "funding for this report",
                "support for this story", "support for this coverage"
        };

        return words <= FUNDING_WORDS_MAX &&
               ((line_starts_one(line, size, heads, ARRAY_SIZE(heads)) &&
                 line_has_one(line, size, verbs, ARRAY_SIZE(verbs))) ||
                line_has_one(line, size, tails, ARRAY_SIZE(tails)));
}

/* "Except for the headline, this has not been edited and comes from a syndicated feed." */
static bool is_of_feed(const char *line, size_t size)
{
        return (line_find(line, size, "yndicated feed") ||
                line_find(line, size, "gency feed")) &&
               (line_find(line, size, "not been edited") || line_find(line, size, "auto"));
}

/* "This interview has been edited for length and clarity." */
static bool is_shortened(const char *line, size_t size, size_t words)
{
        static const char *const how[] = { " for length",    " for clarity",
                                           " for brevity",   " for space",
                                           "and condensed",  "condensed and edited",
                                           "lightly edited", "edited lightly" };
        static const char *const works[] = {
                "interview ", "conversation ", "transcript ", "discussion ", "Q&A ",
                "exchange ",  "responses ",    "answers ",    "comments ",   "remarks ",
                "article ",   "story ",        "excerpt ",
        };
        static const char *const heads[] = { "This ",  "The following ", "The ", "Our ",
                                             "Their ", "His ",           "Her ", "These " };
        const char *from = line_behind_one(line, size, heads, ARRAY_SIZE(heads));

        from = from ? line_behind_one(from, (size_t)(line + size - from), works,
                                      ARRAY_SIZE(works))
                    : NULL;
        if (!from || words > SHORTENED_WORDS_MAX)
                return false;
        return (line_find(from, (size_t)(line + size - from), "edited") ||
                line_find(from, (size_t)(line + size - from), "condensed")) &&
               line_has_one(from, (size_t)(line + size - from), how, ARRAY_SIZE(how));
}

/* "Translated from the Danish by Ada Strand" */
static bool is_translated(const char *line, size_t size, size_t words)
{
        return words <= TRANSLATED_WORDS_MAX && line_starts(line, size, "Translated ") &&
               (line_find(line, size, " by ") || line_find(line, size, " using ")) &&
               !memchr(line, ',', size);
}

/* "This audio was made with text-to-speech and may hold errors." */
static bool is_of_machine(const char *line, size_t size, size_t words)
{
        static const char *const heads[] = {
                "This audio",         "This summary",  "This voice", "The audio version",
                "The summary",        "Summary",       "Key points", "AI-generated summary",
                "AI-generated audio", "Audio version", "Note: This"
        };
        static const char *const machines[] = {
                "enerated by AI",
                "I-generated",
                "enerated using AI",
                "enerated with AI",
                "ext-to-speech",
                "ext to speech",
                "I narration",
                "I-narrated",
                "AI-based",
                "enerated by a computer",
                "rtificial intelligence",
                "I assistance",
                "automated voice",
        };

        return words <= MACHINE_WORDS_MAX &&
               line_starts_one(line, size, heads, ARRAY_SIZE(heads)) &&
               line_has_one(line, size, machines, ARRAY_SIZE(machines));
}

/* "abc", "so/msh": small letters that stand for who wrote and who edited. */
static bool are_initials(const char *p, const char *end)
{
        size_t letters = 0;

        if (end - p > INITIALS_BYTES_MAX)
                return false;
        for (; p < end; p++) {
                letters = *p >= 'a' && *p <= 'z' ? letters + 1 : 0;
                if (letters > 4 || (!letters && !strchr("/,- ", *p)))
                        return false;
        }
        return true;
}

/* "so/msh (AFP, dpa)", "(with AP)": initials, and in brackets nothing but agencies. */
static bool is_signature(const char *line, size_t size, size_t words)
{
        const char *open = memchr(line, '(', size), *end = line + size - 1, *from;

        if (!open || *end != ')' || words > SIGNATURE_WORDS_MAX || !are_initials(line, open))
                return false;
        open++;
        if (end - open > 5 && strncasecmp(open, "with ", 5) == 0)
                open += 5;
        for (from = open; from < end; from++) {
                const char *stop = from;

                while (stop < end && !strchr(",/;", *stop))
                        stop++;
                while (from < stop && *from == ' ')
                        from++;
                if (!piece_is_agency((struct piece){ from, stop }))
                        return false;
                from = stop;
        }
        return end > open;
}

bool furniture_is_note(const char *line, size_t size, size_t words)
{
        while (size > 1 && strchr("([*-", *line)) {
                line++;
                size--;
        }
        return words <= NOTE_WORDS_MAX &&
               (is_of_making(line, size) || is_of_funding(line, size, words) ||
                is_of_feed(line, size) || is_shortened(line, size, words) ||
                is_translated(line, size, words) || is_of_machine(line, size, words));
}

bool furniture_is_signature(const char *line, size_t size, size_t words)
{
        return size > 2 && is_signature(line, size, words);
}
