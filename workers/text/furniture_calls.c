/* furniture_calls - lines in which an outlet speaks to its readers
 *
 * To follow it, to read its letters, to support it, to buy; and what it owns up to about that.
 */
#include <string.h>
#include <strings.h>

#include "base/macros.h"
#include "workers/lexicon/lexicon.h"
#include "workers/text/furniture_parts.h"
#include "workers/text/letters.h"

extern const struct lexicon lexicon_appeals;

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
        HANDLE_WORDS_MAX = 4,
        APPEAL_WORDS_MAX = 60,
};

/* "Join the Harbour News' WhatsApp community. We treat its members to special offers." */
static bool is_community(const char *line, size_t size, size_t words)
{
        return words <= COMMUNITY_WORDS_MAX && line_starts(line, size, "Join ") &&
               line_find(line, size, "WhatsApp") &&
               (line_find(line, size, "communit") || line_find(line, size, "channel"));
}

static bool is_quoted(const char *line, size_t size)
{
        return line_find(line, size, "“") || line_find(line, size, "‘") ||
               memchr(line, '"', size);
}

/* Somebody is told to say it, or somebody is told it: that is news. */
bool furniture_is_reported(const char *line, size_t size)
{
        static const char *const verbs[] = { " said.",     " said,",    " said on ",
                                             " said in ",  " said it ", " said that ",
                                             " says.",     " says,",    " told ",
                                             " said the ", " warned",   " urged",
                                             " promised",  " advises" };

        return line_has_one(line, size, verbs, ARRAY_SIZE(verbs));
}

/* "like us on" is of a call where a clause begins with it: those who like us are others. */
static bool asks_to_follow(const char *line, size_t size)
{
        static const char *const joins[] = { " and", " or", " can", " also", " please", " &" };
        static const char *const words[] = { "ollow us on ", "ike us on " };

        for (size_t i = 0; i < ARRAY_SIZE(words); i++) {
                const char *at = line_find(line, size, words[i]);

                if (!at || at == line)
                        continue;
                if (--at == line || *at == 'F' || *at == 'L')
                        return true;
                if (at[-1] != ' ')
                        continue;
                for (size_t k = 0; k < ARRAY_SIZE(joins); k++)
                        if (line_ends(line, (size_t)(at - line) - 1, joins[k]))
                                return true;
        }
        return false;
}

/* "Follow the Harbour News on Twitter and Facebook. You can also write to us at …" */
static bool is_following(const char *line, size_t size, size_t words)
{
        static const char *const networks[] = {
                " on Twitter", " on Facebook", " on Instagram", " on Telegram", " on YouTube",
                " on TikTok",  " on WhatsApp", " on X ",        " on X:",       " on LinkedIn",
                " on Bluesky", " on Threads",  " on social"
        };
        size_t head = size < FOLLOWING_BYTES_MAX ? size : FOLLOWING_BYTES_MAX;

        if (words > FOLLOWING_WORDS_MAX)
                return false;
        if (line_find(line, size, " us on ") || line_starts(line, size, "Like us on "))
                return asks_to_follow(line, size) && !is_quoted(line, size) &&
                       line_has_one(line, size, networks, ARRAY_SIZE(networks));
        return line_starts(line, size, "Follow ") &&
               line_has_one(line, head, networks, ARRAY_SIZE(networks));
}

/* " app" or " apps", not " appeal" */
static bool names_app(const char *line, size_t size)
{
        const char *end = line + size, *at = line;
        unsigned n;

        while ((at = line_find(at, (size_t)(end - at), " app"))) {
                at += strlen(" app");
                if (at < end && *at == 's')
                        at++;
                if (at == end || !letter_is_word(letter_kind_at(at, end, &n)))
                        return true;
        }
        return false;
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
                return names_app(line, size);
        if (line_starts(line, size, "Get the "))
                return names_app(line, size) && line_find(line, size, "ownload");
        if (line_starts(line, size, "If you"))
                return line_find(line, size, " app,") && (line_find(line, size, "click here") ||
                                                          line_find(line, size, "tap here"));
        if (line_starts(line, size, "Install "))
                return words <= INSTALL_WORDS_MAX && names_app(line, size);
        /* "Like Facebook, the company …", "Like others on Facebook, he …" compare. */
        if (line_starts(line, size, "Like "))
                return line_find(line, size, " on ") && !memchr(line, ',', size) &&
                       line_has_one(line, size, networks, ARRAY_SIZE(networks));
        if (!line_starts(line, size, "Follow ") && !line_starts(line, size, "Join "))
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

/* Does it say of @gain, some words before it, that somebody gets it? */
static bool gets(const char *line, size_t size, const char *gain)
{
        static const char *const verbs[] = { "earn ", "earning ", "receive ", "get " };
        const char *at = line_find(line, size, gain), *from;

        if (!at)
                return false;
        from = at - line > GAIN_BYTES_MAX ? at - GAIN_BYTES_MAX : line;
        return line_has_one(from, (size_t)(at - from), verbs, ARRAY_SIZE(verbs));
}

/* "earn a small commission", "receive some compensation": who earned one, or what a commission
 * received, is news. */
static bool has_gain(const char *line, size_t size)
{
        return gets(line, size, "commission") || gets(line, size, "compensat") ||
               line_find(line, size, "be compensated when you");
}

/* Does the outlet speak of itself, or to those who click? What others earn when you buy from
 * them is news. */
static bool is_own_gain(const char *line, size_t size)
{
        static const char *const sides[] = { " our ", "Our ", "We ", " we ",      " I ",
                                             " us ",  " us.", "us,", "this page", "this site" };
        static const char *const readers[] = { " you", "You" };
        static const char *const links[] = { " link", "ffiliate" };

        return line_has_one(line, size, sides, ARRAY_SIZE(sides)) ||
               (line_has_one(line, size, readers, ARRAY_SIZE(readers)) &&
                line_has_one(line, size, links, ARRAY_SIZE(links)));
}

/* "When you buy through our links, we may earn a commission." */
static bool is_disclosure(const char *line, size_t size, size_t words)
{
        static const char *const bonds[] = { " link", "urchase", " buy", "ffiliate",
                                             " partners" };

        if (words > DISCLOSURE_WORDS_MAX)
                return false;
        return owns_to_links(line, size) ||
               (has_gain(line, size) && line_has_one(line, size, bonds, ARRAY_SIZE(bonds)) &&
                is_own_gain(line, size));
}

static bool offers_letter(const char *line, size_t size)
{
        static const char *const words[] = { "ewsletter", "ubscri", "ign up", "ign-up" };

        return line_has_one(line, size, words, ARRAY_SIZE(words)) &&
               !line_find(line, size, "nsubscribe from") && !is_quoted(line, size);
}

/* "in your inbox", "straight to your phone": what clutters your inbox is no offer. */
static bool is_delivered(const char *line, size_t size)
{
        static const char *const inboxes[] = { " to your inbox", " in your inbox" };
        static const char *const goods[] = { " app",  "ews",    "alert",  "headline",
                                             "pdate", "latest", "stories" };

        return line_has_one(line, size, inboxes, ARRAY_SIZE(inboxes)) ||
               (line_find(line, size, "straight to your") &&
                line_has_one(line, size, goods, ARRAY_SIZE(goods)));
}

/* "Get the day's headlines in your inbox", "Sign up for our newsletter, …" */
static bool is_letter(const char *line, size_t size, size_t words)
{
        static const char *const heads[] = { "Get ",       "Sign ",      "Subscribe ",
                                             "Receive ",   "Join ",      "Enter ",
                                             "Stay ",      "Register ",  "Never miss",
                                             "Don't miss", "Don’t miss", "Want ",
                                             "Have " };

        if (words > LONG_LETTER_WORDS_MAX || !is_delivered(line, size))
                return false;
        return offers_letter(line, size) ||
               (words <= LETTER_WORDS_MAX &&
                line_starts_one(line, size, heads, ARRAY_SIZE(heads)));
}

/* "We respect your privacy", beside a field for an address. */
static bool is_promise(const char *line, size_t size, size_t words)
{
        return words <= INVITATION_WORDS_MAX &&
               (line_find(line, size, "espect your privacy") ||
                line_find(line, size, "your privacy seriously")) &&
               !is_quoted(line, size);
}

/* "The weekly letter is your guide to ferries. Sign up here.": who is urged to sign up now is
 * told so by somebody else. */
static bool is_invitation(const char *line, size_t size, size_t words)
{
        static const char *const tails[] = {
                "ign up here",   "ign up now",   "ign up today",
                "ubscribe here", "ubscribe now", "ubscribe today"
        };
        static const char *const letters[] = { " newsletter here", " newsletter",
                                               " newsletters here", " newsletters" };
        static const char *const verbs[] = { "ubscribe", "ign up", "ign-up" };
        static const char *const calls[] = { ". Sign up ",   "! Sign up ",   "? Sign up ",
                                             ". Subscribe ", "! Subscribe ", "? Subscribe " };

        while (size && (line[size - 1] == '.' || line[size - 1] == '!'))
                size--;
        if (words > INVITATION_WORDS_MAX)
                return false;
        if (line_find(line, size, "ign up here ") && line_find(line, size, "ewsletter"))
                return !is_quoted(line, size);
        for (size_t i = 0; i < ARRAY_SIZE(tails); i++) {
                size_t n = strlen(tails[i]) + 1;

                if (line_ends(line, size, tails[i]) && size >= n &&
                    (line[size - n] == 'S' || line_ends(line, size - n, ", ")))
                        return true;
        }
        for (size_t i = 0; i < ARRAY_SIZE(calls); i++) {
                if (line_find(line, size, calls[i]))
                        return line_find(line, size, " our ") && !is_quoted(line, size);
        }
        for (size_t i = 0; i < ARRAY_SIZE(letters); i++) {
                if (line_ends(line, size, letters[i]))
                        return line_find(line, size, " our ") && !is_quoted(line, size) &&
                               line_has_one(line, size, verbs, ARRAY_SIZE(verbs));
        }
        return false;
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

        return words <= APPEAL_WORDS_MAX && line_find(line, size, "our ") &&
               line_has_one(line, size, gifts, ARRAY_SIZE(gifts)) &&
               line_has_one(line, size, works, ARRAY_SIZE(works)) && !is_quoted(line, size);
}

/* Does the folded line hold the words, none of them as a part of another? */
static bool holds_whole(const char *folded, size_t size, const char *words)
{
        const char *at = folded, *end = folded + size;
        size_t n = strlen(words);

        while ((at = memmem(at, (size_t)(end - at), words, n))) {
                if ((at == folded || at[-1] == ' ') && (at + n == end || at[n] == ' '))
                        return true;
                at++;
        }
        return false;
}

static bool holds_phrase(const char *folded, size_t size, const char *kind)
{
        for (size_t i = 0; i < lexicon_appeals.n; i++) {
                const struct lexicon_entry *e = &lexicon_appeals.entries[i];

                if (strcmp(e->value, kind) == 0 && holds_whole(folded, size, e->key))
                        return true;
        }
        return false;
}

/* Does the outlet speak of itself, or to its readers? */
static bool takes_sides(const char *folded, size_t size)
{
        static const char *const words[] = { "you", "your", "youre", "youve", "yours",
                                             "we",  "weve", "our",   "ours",  "us" };

        for (size_t i = 0; i < ARRAY_SIZE(words); i++)
                if (holds_whole(folded, size, words[i]))
                        return true;
        return false;
}

bool furniture_is_request(const char *line, size_t size, const char *folded, size_t n,
                          size_t words)
{
        return words <= APPEAL_WORDS_MAX && takes_sides(folded, n) &&
               holds_phrase(folded, n, "work") && holds_phrase(folded, n, "ask") &&
               !is_quoted(line, size) && !furniture_is_reported(line, size);
}

/* "Ada Strand can be reached at …@…", "Reach her at …@…, or follow her on X." */
static bool is_contact(const char *line, size_t size, size_t words)
{
        static const char *const heads[] = { "Contact ", "Reach ",  "To reach ", "Email ",
                                             "Email:",   "E-mail:", "Write to " };

        return words <= CONTACT_WORDS_MAX && memchr(line, '@', size) &&
               (line_starts_one(line, size, heads, ARRAY_SIZE(heads)) ||
                line_find(line, size, "can be reached at") ||
                line_find(line, size, "ou can reach "));
}

/* "Listen to The Tide wherever you get your podcasts." */
static bool is_podcast(const char *line, size_t size, size_t words)
{
        return words <= INVITATION_WORDS_MAX && !is_quoted(line, size) &&
               (line_find(line, size, "wherever you get your podcasts") ||
                line_find(line, size, "wherever you listen"));
}

/* "Twitter: @adastrand", "Facebook: Sound Post" */
static bool is_handle(const char *line, size_t size, size_t words)
{
        static const char *const heads[] = { "Twitter", "On Twitter", "Instagram", "X:" };
        static const char *const labels[] = {
                "Twitter:", "Facebook:", "Instagram:", "YouTube:",
                "TikTok:",  "LinkedIn:", "Pinterest:", "Telegram:"
        };

        return words <= HANDLE_WORDS_MAX &&
               ((line_starts_one(line, size, labels, ARRAY_SIZE(labels)) &&
                 !memchr(line, '$', size)) ||
                (memchr(line, '@', size) &&
                 line_starts_one(line, size, heads, ARRAY_SIZE(heads))));
}

bool furniture_is_call(const char *line, size_t size, size_t words)
{
        /* Most lines have none: it is asked once. */
        bool your = words <= LONG_LETTER_WORDS_MAX && line_find(line, size, " your ");

        return (is_call(line, size, words) || is_disclosure(line, size, words) ||
                (your && (is_letter(line, size, words) || is_promise(line, size, words))) ||
                is_contact(line, size, words) || is_handle(line, size, words) ||
                (your && is_podcast(line, size, words)) || is_invitation(line, size, words) ||
                is_appeal(line, size, words)) &&
               !furniture_is_reported(line, size);
}
