/* What a number counts or measures: the noun behind it, or what governs it from before. */
#include <string.h>

#include "tests/unit/test.h"
#include "tests/unit/workers/given.h"
#include "workers/extract/stages.h"
#include "workers/text/stages.h"

/* Of the number @number, counted from 0. */
static void expect_of(const char *text, size_t number, const char *of)
{
        struct document *doc = given(text);

        REQUIRE(tags_find(doc) == 0);
        REQUIRE(times_find(doc) == 0);
        REQUIRE(quantities_find(doc) == 0);
        REQUIRE(doc->x->n_quantities > number);
        EXPECT_STR(doc->x->quantities[number].of, of);
}

TEST(a_verb_behind_a_plural_is_no_part_of_what_is_counted)
{
        expect_of("Two other Senate Democrats unveiled plans on the harbour.", 0,
                  "Senate Democrats");
        expect_of("The report says that 3,300 bank thefts involved clerks.", 0, "bank thefts");
        expect_of("At the port, the two discussed trade and left.", 0, NULL);
        expect_of("He kept thousands of papers Anna Berg had signed.", 0, "papers");
}

TEST(several_have_no_verb_in_the_singular)
{
        expect_of("They gave the first two Peter Pan films to her.", 1, "Peter Pan films");
}

TEST(a_name_may_hold_a_number)
{
        expect_of("They lost two Falcon 9 rockets over the sea.", 0, "Falcon 9 rockets");
        expect_of("He spoke of two United States senators.", 0, "United States senators");
        expect_of("They closed the seven city shooting ranges.", 0, "city shooting ranges");
}

TEST(adjectives_lead_on_to_the_noun)
{
        expect_of("She sold 10,000 stale or soggy loaves.", 0, "stale or soggy loaves");
        expect_of("He saw two \u201cyoung black athletes\u201d in the hall.", 0,
                  "young black athletes");
        expect_of("She left because of two recent knee scares.", 0, "recent knee scares");
}

TEST(behind_a_possessor_stands_what_is_counted)
{
        expect_of("Two of the company's directors resigned.", 0, "directors");
        expect_of("Three of Norway's 12 largest banks closed.", 0, "largest banks");
        expect_of("Nearly 40 percent of the club's sailors are young.", 0, "sailors");
        expect_of("Five of the roughly 2,100 sailors left.", 0, "sailors");
        expect_of("The deal brought to 12 the number of players on the list.", 0, "players");
}

TEST(an_amount_behind_an_article_has_a_noun)
{
        expect_of("They gave it a $12,000 fine that the club refused to pay.", 0, "fine");
        expect_of("It promised a 26 percent cut in emissions.", 0, "cut");
        expect_of("The plan has a 7 percent weight-based toll for lorries.", 0,
                  "weight-based toll");
        expect_of("It hinges on the bank's ongoing $47 billion purchase of ships.", 0,
                  "purchase");
        expect_of("The sums include $1.6 billion in funding for the port.", 0, "funding");
        expect_of("They withheld $7 million in Danish aid from the port.", 0, "Danish aid");
        expect_of("They paid her $7 million in Oslo for it.", 0, "pay");
        expect_of("The cap on defence spending was raised by $80 billion.", 0, "cap");
        expect_of("The king spent $2 million in leading the fight.", 0, "spend");
        expect_of("She led a 3,000-strong march to the port.", 0, "march");
}

TEST(an_amount_is_of_what_goes_from_one_to_another)
{
        expect_of("The bill would lower the harbour toll rate from 45% to 31%.", 0,
                  "harbour toll rate");
        expect_of("The bill would lower the harbour toll rate from 45% to 31%.", 1,
                  "harbour toll rate");
        expect_of("It lowers the exemption from the tax to $3 million from $11 million.", 1,
                  "exemption");
        expect_of("Damages to the church are estimated at $1 million.", 0, "Damages");
        expect_of("The number of victims swelled to 12.", 0, "victims");
}

TEST(no_more_is_told_of_a_number_than_its_words_tell)
{
        expect_of("The clerk gave them 40.", 0, NULL);
        expect_of("The office said there were 21,190, and left.", 0, NULL);
        expect_of("The harbour still had $8 million in the safe.", 0, NULL);
        expect_of("The port is asking for cuts, including $7 billion from a fund.", 0, NULL);
        expect_of("The party took in a collective $56 million.", 0, "take");
        expect_of("She won the support in the vote by 1.5 percent.", 0, "win");
        expect_of("That is less than the $5 billion Mr. Berg has asked for.", 0, NULL);
        expect_of("The players dropped three and are weak in their last ten.", 1, NULL);
        expect_of("The port has rules, but it has fallen by 50%.", 0, NULL);
        expect_of("The mayor offered to question the 12.", 0, NULL);
}

TEST(a_conversion_is_of_what_it_converts)
{
        expect_of("They sold timber worth 60 million euros ($65 million) there.", 1, "timber");
        expect_of("The port lies 30 kilometres (18 miles) away.", 1, "lie");
}

TEST(what_is_put_at_an_amount_is_the_head_of_its_phrase)
{
        expect_of("Officials put the damages to the church at $1 million.", 0, "damages");
        expect_of("She offered to buy shares in the bank at $70.", 0, "shares");
        expect_of("The poll has his approval rating at just 39 percent.", 0, "approval rating");
        expect_of("He sold jewels worth more than $160 million.", 0, "jewels");
        expect_of("Robbers stole jewels valued at $160 million.", 0, "jewels");
        expect_of("It brings the tranches of papers released by Berg to five.", 0, "tranches");
}

TEST(a_way_that_somebody_fell_is_no_amount_that_fell)
{
        expect_of("She lived after stumbling and falling about 90 feet from a roof.", 0,
                  "fall");
        expect_of("The temperature fell 20 degrees.", 0, "temperature");
}

TEST(a_people_is_counted_without_a_noun)
{
        expect_of("Some 500 Chinese watched the game.", 0, "Chinese");
        expect_of("Two Chinese and French citizens were hurt.", 0,
                  "Chinese and French citizens hurt");
}

TEST(several_are_no_thing_in_the_singular)
{
        expect_of("Some 70 were still unaccounted for.", 0, "missing");
        expect_of("He spent it on his two mayor's races.", 0, "races");
        expect_of("The owners kept 12 staff.", 0, "staff");
        expect_of("They weighed 3,200 ripe and green apples.", 0, "ripe and green apples");
        expect_of("Five dog and cat shelters closed.", 0, "dog and cat shelters");
}

TEST(a_rate_is_not_of_the_people_it_is_per)
{
        expect_of("The town has an accident rate of around 320 per 100,000 people.", 0,
                  "accident rate");
        expect_of("She is worth 590 million dollars, he says.", 0, NULL);
        expect_of("They stand for just 23% of all of Norway's exports.", 0, "exports");
        expect_of("They are 450 of five million registered refugees.", 0,
                  "registered refugees");
}

/* What the first number of the text is: an age of whom, or "none". */
static const char *age_in(const char *text)
{
        struct document *doc = given(text);
        const struct quantity *q;

        REQUIRE(tags_find(doc) == 0 && entities_find(doc) == 0 && times_find(doc) == 0);
        REQUIRE(quantities_find(doc) == 0 && doc->x->n_quantities > 0);
        q = &doc->x->quantities[0];
        return q->kind == QUANTITY_DURATION && q->unit && strcmp(q->unit, "year") == 0 ? q->of
                                                                                       : "none";
}

TEST(an_age_may_be_told_by_a_verb)
{
        EXPECT_STR(age_in("Jan Holm has died in Oslo.\n\nHe was 75."), "Jan Holm");
        EXPECT_STR(age_in("Anna Lind turned 61 in the hall."), "Anna Lind");
        EXPECT_STR(age_in("They met Anna Lind, who is 40 and has a boat."), "Anna Lind");
        EXPECT_STR(age_in("Anna Lind met a pupil. The pupil said she was 16."), "old");
        EXPECT_STR(age_in("He was 12 miles away."), "none");
        EXPECT_STR(age_in("Anna Lind was 12 points ahead."), "none");
        EXPECT_STR(age_in("The boat was 75."), "none");
        EXPECT_STR(age_in("The lead over Anna Lind was 12 and growing."), "none");
        EXPECT_STR(age_in("Anna Lind was 14 in the race."), "none");
        EXPECT_STR(age_in("Anna Lind was 200."), "none");
}
