/* furniture_calls - lines in which an outlet speaks to its readers
 *
 * To follow it, to read its letters, to support it, to buy; and what it owns up to about that.
 */
#include <string.h>
#include <strings.h>

#include "base/macros.h"
#include "workers/text/furniture_parts.h"

enum {
        CALL_WORDS_MAX = 24,
        FOLLOWING_WORDS_MAX = 45,
        FOLLOWING_BYTES_MAX = 80, /* where the network is named */
        COMMUNITY_WORDS_MAX = 90,
        INSTALL_WORDS_MAX = 10,
        CONTACT_WORDS_MAX = 30,
        DISCLOSURE_WORDS_MAX = 60,
        GAIN_BYTES_MAX = 40, /* from the verb to what is earned */
        LETTER_WORDS_MAX = 35,
        LONG_LETTER_WORDS_MAX = 70,
        INVITATION_WORDS_MAX = 45,
        APPEAL_WORDS_MAX = 60,
};

/* "Join the Harbour News' WhatsApp community. We treat its members to special offers." */
static bool is_community(const char *line, size_t size, size_t words)
{
        return words <= COMMUNITY_WORDS_MAX && line_starts(line, size, "Join ") &&
               line_find(line, size, "WhatsApp") &&
               (line_find(line, size, "communit") || line_find(line, size, "channel"));
}

/* "Follow the Harbour News on Twitter and Facebook. You can also write to us at …" */
static bool is_following(const char *line, size_t size, size_t words)
{
        static const char *const networks[] = { " on Twitter",  " on Facebook", " on Instagram",
                                                " on Telegram", " on YouTube",  " on TikTok",
                                                " on WhatsApp", " on X " };

        static const char *const us[] = { "ollow us on ", "ike us on " };

        if (words > FOLLOWING_WORDS_MAX)
                return false;
        if (line_find(line, size, " us on ") && line_has_one(line, size, us, ARRAY_SIZE(us)))
                return !line_find(line, size, "“") && !memchr(line, '"', size);
        return line_starts(line, size, "Follow ") &&
               line_has_one(line, size < FOLLOWING_BYTES_MAX ? size : FOLLOWING_BYTES_MAX,
                            networks, ARRAY_SIZE(networks));
}

/* "Follow the Harbour News on Twitter", "Download the Harbour News app" */
static bool is_call(const char *line, size_t size, size_t words)
{
        static const char *const networks[] = {
                "Twitter",  "Facebook", "Instagram", "WhatsApp",
                "Telegram", "YouTube",  "TikTok",    "LinkedIn"
        };

        if (is_following(line, size, words))
                return true;
        if (words > CALL_WORDS_MAX)
                return is_community(line, size, words);
        if (line_starts(line, size, "Download "))
                return line_find(line, size, " app");
        if (line_starts(line, size, "Get the "))
                return line_find(line, size, " app") && line_find(line, size, "ownload");
        if (line_starts(line, size, "If you"))
                return line_find(line, size, " app,") && (line_find(line, size, "click here") ||
                                                          line_find(line, size, "tap here"));
        if (line_starts(line, size, "Install "))
                return words <= INSTALL_WORDS_MAX && line_find(line, size, " app");
        if (!line_starts(line, size, "Follow ") && !line_starts(line, size, "Join ") &&
            !line_starts(line, size, "Like "))
                return false;
        return line_has_one(line, size, networks, ARRAY_SIZE(networks));
}

/* "This article contains affiliate links." */
static bool owns_to_links(const char *line, size_t size)
{
        static const char *const places[] = { "his article", "his post", "his page",
                                              "his story",   "his site", "his blog",
                                              "ome posts",   "ur posts", "blog post" };
        static const char *const verbs[] = { "contain", "include", " use", "using" };

        return line_find(line, size, "ffiliate link") &&
               line_has_one(line, size, places, ARRAY_SIZE(places)) &&
               line_has_one(line, size, verbs, ARRAY_SIZE(verbs)) &&
               !line_find(line, size, "No affiliate") && !line_find(line, size, "“");
}

/* "earn a small commission", "receive some compensation": who earned one, or what a commission
 * received, is news. */
static bool has_gain(const char *line, size_t size)
{
        static const char *const verbs[] = { "earn ", "earning ", "receive ", "get " };
        const char *gain = line_find(line, size, "commission"), *from;

        if (!gain)
                gain = line_find(line, size, "compensat");
        if (!gain)
                return false;
        from = gain - line > GAIN_BYTES_MAX ? gain - GAIN_BYTES_MAX : line;
        return line_has_one(from, (size_t)(gain - from), verbs, ARRAY_SIZE(verbs)) ||
               line_find(from, size - (size_t)(from - line), "be compensated when you");
}

/* "When you buy through our links, we may earn a commission." */
static bool is_disclosure(const char *line, size_t size, size_t words)
{
        static const char *const bonds[] = { " link", "urchase", " buy", "ffiliate",
                                             " partners" };
        static const char *const sides[] = { " you", "You",  " our ",     "Our ",
                                             "We ",  " we ", " I ",       " us ",
                                             " us.", "us,",  "this page", "this site" };

        if (words > DISCLOSURE_WORDS_MAX)
                return false;
        return owns_to_links(line, size) ||
               (has_gain(line, size) && line_has_one(line, size, bonds, ARRAY_SIZE(bonds)) &&
                line_has_one(line, size, sides, ARRAY_SIZE(sides)));
}

static bool offers_letter(const char *line, size_t size)
{
        static const char *const words[] = { "ewsletter", "ubscri", "ign up", "ign-up" };

        return line_has_one(line, size, words, ARRAY_SIZE(words)) &&
               !line_find(line, size, "“") && !memchr(line, '"', size);
}

/* "Get the day's headlines in your inbox", "Sign up for our newsletter, …" */
static bool is_letter(const char *line, size_t size, size_t words)
{
        static const char *const heads[] = { "Get ",   "Sign ",  "Subscribe ", "Receive ",
                                             "Join ",  "Enter ", "Register ",  "Stay ",
                                             "Never ", "Don",    "Want ",      "Have " };

        if (words > LONG_LETTER_WORDS_MAX)
                return false;
        if (line_find(line, size, "your inbox") && offers_letter(line, size))
                return true;
        for (size_t i = 0; i < ARRAY_SIZE(heads) && words <= LETTER_WORDS_MAX; i++) {
                if (line_starts(line, size, heads[i]))
                        return line_find(line, size, "your inbox") ||
                               line_find(line, size, "straight to your");
        }
        return false;
}

/* "We respect your privacy", beside a field for an address. */
static bool is_promise(const char *line, size_t size, size_t words)
{
        return words <= INVITATION_WORDS_MAX &&
               (line_find(line, size, "espect your privacy") ||
                line_find(line, size, "your privacy seriously"));
}

static bool ends_with(const char *line, size_t size, const char *tail)
{
        size_t n = strlen(tail);

        return size > n && strncasecmp(line + size - n, tail, n) == 0;
}

/* "The weekly letter is your guide to ferries. Sign up here." */
static bool is_invitation(const char *line, size_t size, size_t words)
{
        static const char *const tails[] = { "Sign up here",  "Sign up now",
                                             "Sign up today", "Subscribe here",
                                             "Subscribe now", "Subscribe today" };

        while (size && (line[size - 1] == '.' || line[size - 1] == '!'))
                size--;
        if (words > INVITATION_WORDS_MAX)
                return false;
        for (size_t i = 0; i < ARRAY_SIZE(tails); i++) {
                if (ends_with(line, size, tails[i]))
                        return true;
        }
        return (ends_with(line, size, " newsletter here") ||
                ends_with(line, size, " newsletter") ||
                ends_with(line, size, " newsletters here") ||
                ends_with(line, size, " newsletters")) &&
               line_find(line, size, " our ") && offers_letter(line, size);
}

/* "Your donation allows us to keep reporters on the ground." */
static bool is_appeal(const char *line, size_t size, size_t words)
{
        static const char *const gifts[] = { "Your support", "Your donation",
                                             "Your contribution", "your support of",
                                             "supporting our" };
        static const char *const works[] = {
                "journalis", "reporting",          "reporters",
                "newsroom",  "all the difference", "tell the story"
        };
        bool gift = false, work = false;

        if (words > APPEAL_WORDS_MAX || !line_find(line, size, "our "))
                return false;
        for (size_t i = 0; i < sizeof(gifts) / sizeof(*gifts); i++)
                gift |= line_find(line, size, gifts[i]) != NULL;
        for (size_t i = 0; gift && i < sizeof(works) / sizeof(*works); i++)
                work |= line_find(line, size, works[i]) != NULL;
        return work && !line_find(line, size, "“") && !line_find(line, size, "\"");
}

/* "Ada Strand can be reached at …@…", "Reach her at …@…, or follow her on X." */
static bool is_contact(const char *line, size_t size, size_t words)
{
        static const char *const heads[] = { "Contact ", "Reach ", "To reach ", "Email ",
                                             "Write to " };
        bool calls = false;

        if (words > CONTACT_WORDS_MAX || !memchr(line, '@', size))
                return false;
        for (size_t i = 0; i < sizeof(heads) / sizeof(*heads); i++)
                calls |= line_starts(line, size, heads[i]);
        return calls || line_find(line, size, "can be reached at");
}

bool furniture_is_call(const char *line, size_t size, size_t words)
{
        /* Most lines have none: it is asked once. */
        bool your = words <= LONG_LETTER_WORDS_MAX && line_find(line, size, " your ");

        return is_call(line, size, words) || is_disclosure(line, size, words) ||
               (your && (is_letter(line, size, words) || is_promise(line, size, words))) ||
               is_contact(line, size, words) || is_invitation(line, size, words) ||
               is_appeal(line, size, words);
}
