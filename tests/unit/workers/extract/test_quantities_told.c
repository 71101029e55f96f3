/* Numbers that something goes to, goes by or goes past. */
#include <string.h>

#include "tests/unit/test.h"
#include "tests/unit/workers/given.h"
#include "workers/extract/stages.h"
#include "workers/text/stages.h"

static const char *const bounds[] = {
        [BOUND_EXACT] = "",
        [BOUND_ABOUT] = "about ",
        [BOUND_AT_LEAST] = "at least ",
        [BOUND_MORE_THAN] = "over ",
        [BOUND_AT_MOST] = "at most ",
        [BOUND_LESS_THAN] = "under ",
};

/* All numbers of a sentence, each with its bound, the end of its range and what it is of. */
static const char *told_in(const char *text)
{
        static char told[400];
        struct document *doc = given(text);
        size_t n = 0;

        REQUIRE(tags_find(doc) == 0 && times_find(doc) == 0 && quantities_find(doc) == 0);
        told[0] = '\0';
        for (size_t i = 0; i < doc->x->n_quantities && n < sizeof(told); i++) {
                const struct quantity *q = &doc->x->quantities[i];

                n += (size_t)snprintf(told + n, sizeof(told) - n, "%s%s%g", i ? "; " : "",
                                      bounds[q->bound], (double)q->value / 1000);
                if (q->high != QUANTITY_NO_HIGH)
                        n += (size_t)snprintf(told + n, sizeof(told) - n, "-%g",
                                              (double)q->high / 1000);
                n += (size_t)snprintf(told + n, sizeof(told) - n, "%s %s",
                                      q->unit ? q->unit : "", q->of ? q->of : "-");
        }
        return told;
}

TEST(a_change_tells_two_numbers_and_no_range)
{
        EXPECT_STR(told_in("The number of ferries in the harbour rose from 30 to 50."),
                   "30 ferries; 50 ferries");
        EXPECT_STR(told_in("The harbour office raised the toll from 30 to 45."),
                   "30 toll; 45 toll");
        EXPECT_STR(told_in("The toll in the harbour rose by five to 40."), "5 toll; 40 toll");
        EXPECT_STR(told_in("Their share of the harbour rose by 3 percent to 40 percent."),
                   "3% share; 40% share");
        EXPECT_STR(told_in("Their share of the harbour rose from 30 to 40 percent."),
                   "30% share; 40% share");
        EXPECT_STR(told_in("The harbour office revised the toll down to 45 from 60."),
                   "45 toll; 60 toll");
}

TEST(a_range_stays_one_by_which_something_changes)
{
        EXPECT_STR(told_in("The tolls of the harbour rose by 5 to 7 percent."), "5-7% tolls");
        EXPECT_STR(told_in("The ferries take from 30 to 50 passengers to the island."),
                   "30-50 passengers");
        EXPECT_STR(told_in("The ferries rise from 0 to 60 miles per hour in a minute."),
                   "0-60mile per hour ferries");
}

TEST(what_passes_a_number_is_more)
{
        EXPECT_STR(told_in("The toll of the flood has topped 1,200."), "over 1200 toll");
        EXPECT_STR(told_in("The toll of the flood climbed past 1,200."), "over 1200 toll");
        EXPECT_STR(told_in("The toll of the flood could exceed 1,200."), "over 1200 toll");
        EXPECT_STR(told_in("The toll of the flood did not exceed 1,200."), "at most 1200 toll");
        EXPECT_STR(told_in("The harbour's top four pilots have left."), "4 pilots");
}

TEST(a_noun_taken_for_a_verb_is_the_subject_of_what_rose)
{
        EXPECT_STR(told_in("Revenue rose to $4.5bn at the harbour."), "4.5e+09dollar Revenue");
        EXPECT_STR(told_in("The number of confirmed dead jumped by 20."), "20 dead");
}

TEST(a_part_is_counted_by_what_it_is)
{
        EXPECT_STR(told_in("At the pier 12 people were shot, three of them officers."),
                   "12 people shot; 3 officers");
        EXPECT_STR(told_in("At the pier 12 people, three of whom were sailors, were held."),
                   "12 people; 3 sailors");
        EXPECT_STR(told_in("At the pier five of the dead were children."), "5 children");
        EXPECT_STR(told_in("At the pier five of those killed were Norwegian sailors."),
                   "5 Norwegian sailors");
        EXPECT_STR(told_in("At the pier five of the victims were from Norway."), "5 victims");
        EXPECT_STR(told_in("At the pier three of them were shot."), "3 shot");
        EXPECT_STR(told_in("Dozens of sailors at the pier were granted leave."),
                   "at least 24 sailors");
}

TEST(ages_stand_in_lists_and_ranges)
{
        EXPECT_STR(told_in("The pilots, aged 25, 31 and 40, met at the pier."),
                   "25year -; 31year -; 40year -");
        EXPECT_STR(told_in("The pilots, aged between 25 and 40, met at the pier."),
                   "25-40year -");
        EXPECT_STR(told_in("It is for pilots between the ages of 25 and 40 at the pier."),
                   "25-40year -");
        EXPECT_STR(told_in("Ann Berg and Jan Holm, both 21, met at the pier."),
                   "21year Jan Holm");
        EXPECT_STR(told_in("A pilot aged 25 and 12 others were hurt at the pier."),
                   "25year -; 12 others hurt");
        EXPECT_STR(told_in("The pilot, who was 81, lived at the pier."), "81year pilot");
}

TEST(a_thing_before_a_number_is_numbered_only_without_an_article)
{
        EXPECT_STR(told_in("In the area 12 people were hurt by the ice."), "12 people hurt");
        EXPECT_STR(told_in("On the bus 12 were hurt by the ice."), "12 hurt");
        EXPECT_STR(told_in("In this case 45 percent were hurt by the ice."), "45% -");
        EXPECT_STR(told_in("On bus 12 passengers were glad of the ice."), "");
        EXPECT_STR(told_in("They ended the phase 3 trials by the pier."), "");
        EXPECT_STR(told_in("She broke down on lap 32 by the pier."), "");
}

TEST(a_subject_is_more_than_the_noun_before_is)
{
        EXPECT_STR(told_in("The number of people in hospital with the fever is now 1,240."),
                   "1240 people hospitalized");
        EXPECT_STR(told_in("The highest penalty for the offence was 1,240 euros."),
                   "1240EUR highest penalty");
        EXPECT_STR(told_in("All members may vote in the hall and turnout was 87%."),
                   "87% turnout");
        EXPECT_STR(told_in("The tolls at the port were up 5 percent from those of the spring."),
                   "5% tolls");
        EXPECT_STR(told_in("The blaze burned 12 acres and is 30 percent full."),
                   "12acre burn; 30% blaze");
        EXPECT_STR(told_in("The boats, worth $30 million, lay at the pier."),
                   "3e+07dollar boats");
        EXPECT_STR(told_in("She lost a boat under the law, worth $30 million."),
                   "3e+07dollar -");
        EXPECT_STR(told_in("The toll was cut to €3 from €5."), "3EUR toll; 5EUR toll");
}

TEST(what_a_name_with_digits_or_worth_ends_is_counted)
{
        EXPECT_STR(told_in("The navy sold 12 F-35 fighters by the pier."), "12 F-35 fighters");
        EXPECT_STR(told_in("The navy sold 40 kg of copper worth $12 by the pier."),
                   "40kilogram copper; 12dollar copper");
        EXPECT_STR(told_in("Of the boats 12 of the 40 new ferries sank."),
                   "12 ferries; 40 ferries");
}

TEST(more_words_tell_what_became_of_them)
{
        EXPECT_STR(told_in("In the harbour 12 people succumbed to their injuries."),
                   "12 people dead");
        EXPECT_STR(told_in("Storm kills 12 on the coast of the island."), "12 killed");
        EXPECT_STR(told_in("Nearly 60 percent of those killed lived by the pier."),
                   "about 60% killed");
        EXPECT_STR(told_in("Doctors say that one in every 10 sailors has it."), "0.1 sailors");
        EXPECT_STR(told_in("The number of fevers passed 1 million in the spring."),
                   "over 1e+06 fevers");
        EXPECT_STR(told_in("The council passed 120 laws in the spring."), "120 laws");
}

TEST(what_people_alone_do_is_done_by_people)
{
        EXPECT_STR(told_in("The board said that 120,000 took part."), "120000 people");
        EXPECT_STR(told_in("The unions say more than 300 marched."), "over 300 people");
        EXPECT_STR(told_in("There were 22 aboard the ferry."), "22 people");
        EXPECT_STR(told_in("More than 30 were rushed to hospital."), "over 30 hospitalized");
        EXPECT_STR(told_in("At noon 12 remained in intensive care."), "12 hospitalized");
        /* Nor what is done to the number, nor beds. */
        EXPECT_STR(told_in("The ferry 12 took on coal and left."), "12 -");
        EXPECT_STR(told_in("They saw 40 and took part."), "40 -");
        EXPECT_STR(told_in("At last, 12 took the ferry."), "12 -");
        EXPECT_STR(told_in("On deck 12 gathered the crew."), "12 -");
        EXPECT_STR(told_in("Some 12 people in hospital beds sang."), "about 12 people");
}
