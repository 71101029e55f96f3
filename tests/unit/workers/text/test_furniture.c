#include <string.h>

#include "tests/unit/test.h"
#include "workers/text/furniture.h"

static enum furniture kind(const char *line)
{
        return furniture_of(line, strlen(line));
}

TEST(phrases_are_known_whatever_their_marks)
{
        EXPECT_INT(kind("ADVERTISEMENT"), FURNITURE_LINE);
        EXPECT_INT(kind("— Sign up for our newsletter! —"), FURNITURE_LINE);
        EXPECT_INT(kind("Slideshow (12 images)"), FURNITURE_LINE);
        EXPECT_INT(kind("Related Posts:"), FURNITURE_TAIL);
        EXPECT_INT(kind("3 Comments"), FURNITURE_TAIL);
        EXPECT_INT(kind("***"), FURNITURE_LINE);
        EXPECT_INT(kind("You may be interested in the following:"), FURNITURE_TAIL);
        EXPECT_INT(kind("Stay connected with us!"), FURNITURE_LINE);
        EXPECT_INT(kind("Apply now"), FURNITURE_LINE);
}

TEST(credits_have_forms)
{
        EXPECT_INT(kind("Picture: Harbour Press"), FURNITURE_CREDIT);
        EXPECT_INT(kind("Photo : Harbour Press"), FURNITURE_CREDIT);
        EXPECT_INT(kind("A ferry in the fog. REUTERS/Bo Vik"), FURNITURE_CREDIT);
        EXPECT_INT(kind("The sound, 2019 Bo Vik / PAP / EPA"), FURNITURE_CREDIT);
        EXPECT_INT(kind("A ferry (Bo Vik/Getty Images)"), FURNITURE_CREDIT);
        EXPECT_INT(kind("The old harbour in May. (Ada Strand/Sound Post)"), FURNITURE_CREDIT);
        EXPECT_INT(kind("harbour-ice-2.jpg"), FURNITURE_CREDIT);
        EXPECT_INT(kind("Boots for the ice (Old/New)"), FURNITURE_NONE);
}

TEST(people_are_told_of)
{
        EXPECT_INT(kind("By Ada Strand"), FURNITURE_BYLINE);
        EXPECT_INT(kind("Author: Ada Strand"), FURNITURE_BYLINE);
        EXPECT_INT(kind("About Ada Strand"), FURNITURE_ABOUT);
}

TEST(sentences_are_not_furniture)
{
        EXPECT_INT(kind("About half of the ferries were late."), FURNITURE_NONE);
        EXPECT_INT(kind("By Monday all ferries were back."), FURNITURE_NONE);
        EXPECT_INT(kind("Author of the plan is the board"), FURNITURE_NONE);
        EXPECT_INT(kind("Search teams found the ferry on Monday."), FURNITURE_NONE);
        EXPECT_INT(kind("The photo shows a ferry, he told Reuters."), FURNITURE_NONE);
        EXPECT_INT(kind("Comments by the minister angered the islands."), FURNITURE_NONE);
        EXPECT_INT(kind("Stay connected, the minister told the islands."), FURNITURE_NONE);
        EXPECT_INT(kind("You may be interested in none of it, he said."), FURNITURE_NONE);
}

TEST(who_sells_what_it_writes_of_says_so)
{
        EXPECT_INT(
                kind("This article includes affiliate links, which pay for the harbour's cat."),
                FURNITURE_LINE);
        EXPECT_INT(kind("We may earn commission on some of the boats you choose to buy."),
                   FURNITURE_LINE);
        EXPECT_INT(kind("We may be compensated when you click on a link to a boat."),
                   FURNITURE_LINE);
        EXPECT_INT(kind("The commission said it had received a report on links between our "
                        "harbour and its partners."),
                   FURNITURE_NONE);
        EXPECT_INT(kind("Brokers earned a commission on the boats that the board bought."),
                   FURNITURE_NONE);
        EXPECT_INT(kind("Families will receive compensation, the board and its partners said."),
                   FURNITURE_NONE);
}

TEST(long_calls_and_labels_go)
{
        EXPECT_INT(
                kind("Follow the Sound Post on Twitter and Facebook for the latest from the "
                     "harbour. You can also send us your own pictures of the ice, or write to "
                     "the desk at any hour."),
                FURNITURE_LINE);
        EXPECT_INT(kind("Do you want to hear of every boat? Sign up here"), FURNITURE_LINE);
        EXPECT_INT(kind("Get the tides straight to your phone with the Sound app."),
                   FURNITURE_LINE);
        EXPECT_INT(
                kind("To view the full story, please subscribe to the Sound Post. You can choose "
                     "a year or a week."),
                FURNITURE_TAIL);
        EXPECT_INT(
                kind("No time to read of the ice? Every Sunday the harbour desk writes the Sound "
                     "Letter, a short mail of what the boats did in the week and what the board "
                     "said of it, sent to your inbox. Join those who have subscribed so far."),
                FURNITURE_LINE);
        EXPECT_INT(
                kind("The Sound Post is the leading paper of the islands. Sign up to our daily "
                     "newsletter here."),
                FURNITURE_LINE);
        EXPECT_INT(kind("We respect your privacy and send nothing else."), FURNITURE_LINE);
        EXPECT_INT(
                kind("(Copyright (c) 2021 Sound Television. All Rights Reserved. Not to be read "
                     "aloud.)"),
                FURNITURE_LINE);
        EXPECT_INT(
                kind("“The letters in your inbox ask you to subscribe to nothing,” she said."),
                FURNITURE_NONE);
        EXPECT_INT(kind("The islands may sign up to the board's newsletter."), FURNITURE_NONE);
        EXPECT_INT(
                kind("See all tides of 2021 and the tables .Like us on Facebook or follow us on "
                     "Twitter for more of the boats, the ice and whoever waits for them here."),
                FURNITURE_LINE);
        EXPECT_INT(kind("“You may follow us on Facebook,” the board told those who wait."),
                   FURNITURE_NONE);
        EXPECT_INT(kind("If you're on the Sound app, click here to watch the boats."),
                   FURNITURE_LINE);
        EXPECT_INT(
                kind("To reach the reporter behind this story, write to ada@soundpost.example."),
                FURNITURE_LINE);
        EXPECT_INT(kind("1,604 views"), FURNITURE_LINE);
        EXPECT_INT(kind("Pages: 1 2 3 4"), FURNITURE_LINE);
        EXPECT_INT(kind("Written by"), FURNITURE_LINE);
        EXPECT_INT(kind("Written by a committee, the plan was late."), FURNITURE_NONE);
        EXPECT_INT(kind("Latest posts by Ada Strand (see all)"), FURNITURE_SECTION);
        EXPECT_INT(kind("This work is licensed under a licence of the harbour."),
                   FURNITURE_LINE);
}

TEST(what_is_told_of_calls_is_news)
{
        static const char *const lines[] = {
                "“We take your privacy seriously,” the board said in a letter.",
                "The board said it takes your privacy seriously.",
                "Boat owners are being urged to sign up today.",
                "Islanders can sign up here.",
                "The bakery's sign says ‘like us on Facebook’ and its owner laughs.",
                "Those who follow us on Twitter will know the boats.",
                "They like us on the islands, and follow us on foot.",
                "Like Facebook, the harbour has an app of its own.",
                "Like others on Facebook, he laughed at the ice.",
                "If your inbox is full of newsletters, you are not alone.",
                "Unsubscribe from the newsletters that clutter your inbox.",
                "Never open a letter in your inbox that you do not expect.",
                "Get to the bottom of your inbox before noon.",
                "He wrote of the ice in our newsletter.",
                "Agents earn a commission of 5 percent when you buy a boat.",
                "You can get compensation if the ferry is late when you buy a ticket.",
                "Download speeds appear to fall when the sound is frozen.",
                "Install new appliances in the harbour house.",
                "Pages 12, 13 and 14 of the report were missing.",
                "Pages 10-12 of the report name nobody.",
                "Did you make one of these mistakes in winter?",
                "If you’re curious, you can read the whole report.",
                "This work is licensed under terms that the harbour disputes.",
                "House rules",
        };

        for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++)
                EXPECT_INT(kind(lines[i]), FURNITURE_NONE);
}

TEST(calls_have_many_forms)
{
        static const char *const lines[] = {
                "Like us on Facebook",
                "See the tides, or follow us on Twitter",
                "Like Harbour News on Facebook and never miss a boat",
                "Want the tides in your inbox?",
                "Boats, ice and tides. To get them all, sign up here.",
                "The links are commissionable. I may receive compensation.",
                "Get the app: the tides to download",
                "Download the tides app",
                "Pages 1 2 3",
                "The Sound Post asks who runs the boats. Sign up to get our reports first.",
        };

        for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++)
                EXPECT_INT(kind(lines[i]), FURNITURE_LINE);
}

static bool form(const char *line)
{
        return furniture_is_form(line, strlen(line));
}

TEST(a_form_that_became_one_line_is_known)
{
        EXPECT(form("Harbour Daily What you need to know. Please verify you're not a robot by "
                    "clicking the box. Invalid email address. Please re-enter. Sign Up"));
        EXPECT(form("Morning Tide Sign up today. By signing up you agree to get letters."));
        EXPECT(form("A ferry off Vik in fog. Hide Caption 2 of 8"));
        EXPECT(!form("The minister said that he was not a robot."));
        EXPECT(!form("Viewers of the harbour's films may show or hide captions."));
        EXPECT(!form("The clerk had used an invalid email address for years."));
        EXPECT_INT(kind("Updated at 12:42 p.m. ET"), FURNITURE_LINE);
        EXPECT_INT(kind("Updated at 12 of 40 stations, the maps show where ferries are late."),
                   FURNITURE_NONE);
        EXPECT_INT(
                kind("Ada Strand would never own shares in or receive funding from a ferry line."),
                FURNITURE_LINE);
}

TEST(what_somebody_is_told_to_do_is_text)
{
        EXPECT_INT(kind("Sign up for the choir if you must, he told them, but bring no boats."),
                   FURNITURE_NONE);
        EXPECT_INT(kind("Sorry, but your browser history will not tell you how cold it was."),
                   FURNITURE_NONE);
        EXPECT_INT(kind("Sorry, but your browser does not play this film."), FURNITURE_LINE);
        EXPECT_INT(kind("Sign up for the Harbour News newsletter."), FURNITURE_LINE);
}

TEST(more_lines_of_outlets_are_known)
{
        static const char *const lines[] = {
                "Advertisement - story continues below",
                "Listen to The Tide wherever you get your podcasts.",
                "You have 2 free articles remaining.",
                "You can reach Ada Strand at ada@post.example.",
                "Twitter: @adastrand",
                "By clicking Sign up, you agree to get letters.",
                "By continuing to use this site you agree to our use of cookies.",
                "To report a correction, click here.",
                "Did you find this helpful?",
                "Have a tip? Contact us at tips@post.example.",
                "Slide 1 of 12",
        };
        static const char *const prose[] = {
                "By clicking the lock twice you open it.",
                "By signing up more pilots, the board hopes to run the boats all winter.",
                "Did you find this man guilty, the judge asked.",
                "We use cookies as bait, the angler said.",
                "Have a tip jar by the door, and nobody will use it.",
        };

        for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++)
                EXPECT_INT(kind(lines[i]), FURNITURE_LINE);
        for (size_t i = 0; i < sizeof(prose) / sizeof(*prose); i++)
                EXPECT_INT(kind(prose[i]), FURNITURE_NONE);
}

TEST(the_headline_of_something_else_may_end_as_a_sentence)
{
        EXPECT_INT(kind("More: Who pays for the winter ferries of the northern islands?"),
                   FURNITURE_LINE);
        EXPECT_INT(kind("More:The ferry is paid for. Is the harbour?"), FURNITURE_LINE);
        EXPECT_INT(kind("Play Video 1:02 Ferries in the ice – video"), FURNITURE_LINE);
        EXPECT_INT(kind("More ferries: the islands will have two in May."), FURNITURE_NONE);
        EXPECT_INT(kind("Play videos of ferries, he told them, and the islands will come."),
                   FURNITURE_NONE);
}

TEST(links_are_told_by_their_label_or_brackets)
{
        EXPECT_INT(kind("Why the ferries of the islands sank Read more"), FURNITURE_LINE);
        EXPECT_INT(kind("[Is the harbour losing its grip?]"), FURNITURE_LINE);
        EXPECT_INT(kind("https://sound.example/ferries"), FURNITURE_LINE);
        EXPECT_INT(kind("[The] board wants the ferries back [by May]"), FURNITURE_NONE);
        EXPECT_INT(kind("Skippers who learn more Read more of the sea."), FURNITURE_NONE);
        EXPECT_INT(kind("[The board met on Friday and put the ferries off until May.]"),
                   FURNITURE_NONE);
        EXPECT_INT(kind("[Is it?]"), FURNITURE_NONE);
        EXPECT_INT(kind("httpfähren"), FURNITURE_NONE);
        EXPECT_INT(
                kind("[Of the ferries of the islands that the board of the harbour bought in May "
                     "which ones are to run in the winter of the year?]"),
                FURNITURE_NONE);
        EXPECT_INT(kind("https://sound.example/ferries has the timetable of the winter boats."),
                   FURNITURE_NONE);
}
