#include <string.h>

#include "base/macros.h"
#include "tests/unit/test.h"
#include "workers/text/furniture.h"

static void are_all(enum furniture kind, const char *const *lines, size_t n)
{
        for (size_t i = 0; i < n; i++)
                EXPECT_INT(furniture_of(lines[i], strlen(lines[i])), kind);
}

TEST(how_an_article_was_made_is_none_of_it)
{
        static const char *const notes[] = {
                "This story was produced by the Sound Post and the Tide News Exchange.",
                "This piece about winter boats was written by Ada Strand and produced by the Sound "
                "Post, a newsroom of the islands.",
                "This article was published in partnership with the Harbour Review.",
                "This reporting was supported by the Fund for Cold Harbours.",
                "Support for this coverage comes from the Fund for Cold Harbours.",
                "The Fund for Cold Harbours provided funding for this story.",
                "(Except for the headline, this story has not been edited by the Sound Post and "
                "comes from a syndicated feed.)",
                "Translated from the Danish by Ada Strand",
        };
        static const char *const prose[] = {
                "This story was handed down by three families of ferrymen.",
                "This article of the pact was translated into four languages by the court.",
                "This post was built by the navy and is supported by the two villages.",
                "This report was produced by the board and sent to the islands.",
                "Support for this board comes from the older skippers.",
                "Translated into Danish by Ada Strand, the song became a hymn of the harbour.",
        };

        are_all(FURNITURE_LINE, notes, ARRAY_SIZE(notes));
        are_all(FURNITURE_NONE, prose, ARRAY_SIZE(prose));
}

TEST(that_an_interview_was_shortened_is_none_of_it)
{
        static const char *const notes[] = {
                "This interview has been edited for length and clarity.",
                "The following conversation has been lightly edited and condensed.",
                "His answers have been edited for brevity.",
        };
        static const char *const prose[] = {
                "The discussion was condensed for the minutes, which run to nine pages.",
                "His remarks were edited for the evening news, and half were lost.",
                "This interview was the last that she gave on the islands.",
        };

        are_all(FURNITURE_LINE, notes, ARRAY_SIZE(notes));
        are_all(FURNITURE_NONE, prose, ARRAY_SIZE(prose));
}

TEST(what_machines_made_of_an_article_is_none_of_it)
{
        static const char *const notes[] = {
                "This audio was made by text-to-speech and may hold faults.",
                "This summary is AI-generated and was checked by the harbour desk.",
        };
        static const char *const prose[] = {
                "Audio recordings of the wreck, cleaned with artificial intelligence, were heard "
                "in court.",
                "The summary was written by the judge and two clerks.",
        };

        are_all(FURNITURE_LINE, notes, ARRAY_SIZE(notes));
        are_all(FURNITURE_NONE, prose, ARRAY_SIZE(prose));
}

TEST(initials_and_agencies_alone_sign_an_article)
{
        static const char *const signatures[] = { "as/bov (AFP, dpa)", "(with AP, Reuters)" };
        static const char *const prose[] = { "as seen (AFP, harbour)", "boats (with oars)" };

        are_all(FURNITURE_LINE, signatures, ARRAY_SIZE(signatures));
        are_all(FURNITURE_NONE, prose, ARRAY_SIZE(prose));
}

TEST(an_outlet_that_asks_its_readers_to_pay_makes_an_appeal)
{
        static const char *const appeals[] = {
                "The Sound Post is a nonprofit newsroom that depends on people like you.",
                "Sound Radio is supported by listeners like you.",
                "If you think stories like this one count, please consider pitching in.",
                "The Sound Post is free to read because 900 people pay for it. Will you join us?",
                "Unlike others we have no paywall. Your contribution keeps it so.",
        };
        static const char *const prose[] = {
                "The paper relies on gifts and has asked its members for more, its editor wrote.",
                "We depend on our members, said the head of the ferrymen's union.",
                "“Your donation keeps our newsroom warm,” reads the sign on the door.",
                "Independent media on the islands depend on grants from the mainland.",
                "The local news service of the four islands depends on donations from ferrymen.",
                "How well a boat does depends on your workshop and on who repairs it.",
        };

        are_all(FURNITURE_LINE, appeals, ARRAY_SIZE(appeals));
        are_all(FURNITURE_NONE, prose, ARRAY_SIZE(prose));
}

TEST(pointers_elsewhere_have_many_heads)
{
        static const char *const lines[] = {
                "Related: Will the ferries ever be on time?",
                "ALSO SEE: The winter of the long ice",
                "RECOMMENDED READING: Nine boats that never came back",
                "Facebook: Sound Post",
                "Follow Ada Strand on X: @adastrand",
                "Watch the full interview above.",
                "Your browser doesn't support this player.",
                "This entry was posted on Monday, May 4th, 2009 and is filed under Ice.",
                "The code has been copied to your clipboard.",
                "(Visited 1,204 times, 3 visits today)",
                "You must be logged in to write of the ice.",
        };
        static const char *const prose[] = {
                "Watch the tides, the old masters say.",
                "Facebook: $14 a month",
                "Post boats were the first to give up.",
                "Posted by the gate, two masters stood all night",
        };
        static const char *const bylines[] = { "(Edited by : Ada Strand)", "--- by Ada Strand",
                                               "Posted by Ada Strand, Harbour Desk, Hull" };

        are_all(FURNITURE_LINE, lines, ARRAY_SIZE(lines));
        are_all(FURNITURE_NONE, prose, ARRAY_SIZE(prose));
        are_all(FURNITURE_BYLINE, bylines, ARRAY_SIZE(bylines));
}
