/* What is counted, and what became of it. */
#include <string.h>

#include "tests/unit/test.h"
#include "tests/unit/workers/given.h"
#include "workers/extract/stages.h"
#include "workers/text/stages.h"

/* Of the only number of a sentence. */
static void expect_of(const char *text, const char *of)
{
        struct document *doc = given(text);

        REQUIRE(tags_find(doc) == 0);
        REQUIRE(times_find(doc) == 0);
        REQUIRE(quantities_find(doc) == 0);
        if (doc->x->n_quantities != 1)
                test_fail(__FILE__, __LINE__, "'%s' has %zu quantities", text,
                          doc->x->n_quantities);
        else
                EXPECT_STR(doc->x->quantities[0].of, of);
}

TEST(turns_of_phrase_tell_it_behind)
{
        expect_of("In the harbour 58 people lost their lives.", "people dead");
        expect_of("In the harbour 58 people were shot dead.", "people dead");
        expect_of("In the harbour 58 people were stabbed to death.", "people dead");
        expect_of("In the harbour 58 people were fatally wounded.", "people dead");
        expect_of("In the harbour 58 people suffered minor injuries.", "people injured");
        expect_of("In the harbour 58 people are still unaccounted for.", "people missing");
        expect_of("After the flood 58 people remain missing.", "people missing");
        expect_of("From the harbour 58 people were taken to hospital.", "people hospitalized");
        expect_of("The police took 58 people into custody.", "people arrested");
}

TEST(more_of_them_are_counted_like_the_first)
{
        expect_of("In the harbour hundreds more were injured.", "injured");
        expect_of("In the harbour 40 more were wounded.", "wounded");
        expect_of("In the harbour 40 more people were hurt.", "people hurt");
}

TEST(nobody_suffers_injuries_of_others)
{
        expect_of("In the harbour two people suffered injuries most of the day.",
                  "people injured");
        expect_of("In the harbour two sailors lost their lives these last days.",
                  "sailors dead");
}

TEST(turns_of_phrase_tell_it_before)
{
        expect_of("The fire claimed the lives of 58 sailors.", "sailors dead");
        expect_of("Soldiers shot dead 58 sailors.", "sailors dead");
        expect_of("A man fatally shot 58 sailors.", "sailors dead");
        expect_of("A man gunned down 58 sailors.", "sailors shot");
}

TEST(who_does_it_to_another_does_not_suffer_it)
{
        expect_of("In the harbour 58 officers fatally shot a sailor.", "officers");
        expect_of("In the harbour 58 gunmen shot dead the sailor.", "gunmen");
        expect_of("In the harbour 58 officers arrested John Berg.", "officers");
        expect_of("In the harbour 58 soldiers were shot the day before.", "soldiers shot");
        expect_of("In the harbour 58 soldiers died a terrible death.", "soldiers dead");
        expect_of("In the harbour 58 people were gunned down.", "people shot");
        expect_of("The attack left 58 police officers shot.", "police officers shot");
}

TEST(lives_are_saved_as_well_as_lost)
{
        expect_of("The fire cost the lives of 58 sailors.", "sailors dead");
        expect_of("The vaccine will save the lives of 58 sailors.", "sailors");
        expect_of("The film follows the lives of 58 sailors.", "sailors");
}

TEST(who_went_missing_is_missing)
{
        expect_of("After the boat sank 58 people went missing.", "people missing");
        expect_of("In the harbour 58 people sustained minor injuries.", "people injured");
        expect_of("In the harbour 58 suspects were placed under arrest.", "suspects arrested");
}

TEST(whom_a_court_sentenced_to_death_may_live)
{
        expect_of("The court said that 58 people were sentenced to death.", "people sentenced");
}

TEST(what_became_of_somebody_is_not_told_of_whom_he_is_of)
{
        expect_of("In the harbour a mother of two died on board.", "children");
        expect_of("The mother of two girls was killed on board.", "girls");
        expect_of("The leaders of two parties were arrested.", "parties");
        expect_of("In the harbour a family of four was killed.", "killed");
        expect_of("The bodies of 12 men were found dead there.", "men dead");
}

TEST(who_does_it_to_others_is_not_whom_it_is_done_to)
{
        expect_of("One gunman shot the mayor of the town.", "gunman");
        expect_of("Two officers shot and killed a man in the town.", "officers");
        expect_of("In the town two officers shot on Monday are well.", "officers shot");
        expect_of("In the town 17 people killed on Monday are mourned.", "people killed");
        expect_of("In the town 17 people were killed a week later.", "people killed");
        expect_of("Many of the 17 pupils reported missing school.", "pupils");
        expect_of("In the town 17 pupils were reported missing.", "pupils missing");
        expect_of("One woman claims that the mayor lied to her.", "woman");
}

TEST(what_is_joined_to_an_adjective_is_no_object_of_it)
{
        expect_of("The fire left 17 people dead and injured a man.", "people dead");
        expect_of("The fire left 17 missing and destroyed the town.", "missing");
}

TEST(a_sum_is_of_what_it_is_made_up_of)
{
        expect_of("The fire caused $4 million in damages to the town.", "damages");
        expect_of("The town paid her $4 million in exchange for the tower.", "pay");
        expect_of("The town paid her $4 million in support of the tower.", "pay");
        expect_of("The town paid her $4 million in Norway for the tower.", "pay");
}

TEST(millions_of_pounds_may_weigh)
{
        struct document *doc = given("The engine makes 8 million pounds of thrust on the pad.");

        REQUIRE(tags_find(doc) == 0);
        REQUIRE(quantities_find(doc) == 0);
        REQUIRE(doc->x->n_quantities == 1);
        EXPECT_INT(doc->x->quantities[0].kind, QUANTITY_MEASURE);
        expect_of("The town gave 8 million pounds of aid to the harbour.", "aid");
        doc = given("They owed 42,000 pounds (some $2,100) to the miller.");
        REQUIRE(tags_find(doc) == 0);
        REQUIRE(quantities_find(doc) == 0);
        EXPECT_INT(doc->x->quantities[0].kind, QUANTITY_MONEY);
}

TEST(lives_may_be_lost_or_saved)
{
        expect_of("The storm claimed 12 lives in the town.", "lives dead");
        expect_of("In the town 12 lives were lost that day.", "lives dead");
        expect_of("The doctors saved 12 lives in the town.", "lives");
}

TEST(a_number_of_something_counts_that)
{
        expect_of("The number of deaths rose to 58.", "deaths");
        expect_of("The number of people killed rose to 58.", "people killed");
        expect_of("Officials put the number of injured at 58.", "injured");
        expect_of("They raised the number of troops to 58.", "troops");
        expect_of("The number of unemployed fell to 58.", "unemployed");
}

TEST(of_what_is_supposed_planned_or_denied_nothing_became)
{
        expect_of("The storm could kill up to 58 sailors.", "sailors");
        expect_of("In the harbour 58 sailors would die.", "sailors");
        expect_of("As many as 58 sailors might be arrested.", "sailors");
        expect_of("He threatened to kill 58 sailors.", "sailors");
        expect_of("He was charged with attempting to murder 58 sailors.", "sailors");
        expect_of("The plan to deport 58 sailors was dropped.", "sailors");
        expect_of("If 58 sailors were killed, the port would close.", "sailors");
        expect_of("The court refused to release 58 sailors.", "sailors");
        expect_of("The storm did not kill 58 sailors.", "sailors");
        expect_of("None of the 58 sailors were hurt.", "sailors");
        expect_of("The flood would leave 58 sailors homeless.", "sailors");
        expect_of("The planned expulsion of 58 sailors was dropped.", "sailors");
}

TEST(what_is_believed_or_alleged_is_told_for_so)
{
        expect_of("In the harbour 58 sailors are believed to have been infected.",
                  "sailors infected");
        expect_of("In the harbour 58 sailors are feared to be dead.", "sailors dead");
        expect_of("In the harbour 58 sailors may have been killed.", "sailors killed");
        expect_of("He is accused of killing 58 sailors.", "sailors killed");
        expect_of("She denies killing 58 sailors.", "sailors killed");
        expect_of("Divers managed to rescue 58 sailors.", "sailors rescued");
        expect_of("No more than 58 sailors were killed.", "sailors killed");
        expect_of("They tried to reach 58 sailors trapped below.", "sailors trapped");
}

TEST(nouns_tell_it_too)
{
        expect_of("The fire led to the deaths of 58 sailors.", "sailors dead");
        expect_of("He was charged in the slayings of 58 sailors.", "sailors slain");
        expect_of("The arrest of 58 sailors drew protests.", "sailors arrested");
        expect_of("The fire caused injuries to 58 sailors.", "sailors injured");
        expect_of("The fire killed all 58 sailors on board.", "sailors killed");
}

/* Of the number @number, counted from 0. */
static void expect_of_number(const char *text, size_t number, const char *of)
{
        struct document *doc = given(text);

        REQUIRE(tags_find(doc) == 0);
        REQUIRE(times_find(doc) == 0);
        REQUIRE(quantities_find(doc) == 0);
        REQUIRE(doc->x->n_quantities > number);
        EXPECT_STR(doc->x->quantities[number].of, of);
}

TEST(it_is_told_of_all_who_are_joined)
{
        expect_of_number("The fire killed 10 sailors and two local pilots.", 1,
                         "local pilots killed");
        expect_of_number("The crew said two women and one boy died there.", 0, "women dead");
        expect_of_number("At least 12 people, a pilot and two boys, were killed.", 0,
                         "people killed");
        expect_of_number("The deaths of 10 sailors and two pilots were mourned.", 1,
                         "pilots dead");
        expect_of_number("In the town 25 sailors were killed and more than 180 injured.", 1,
                         "injured");
        expect_of_number("The fire killed 10 sailors and 58 shops closed.", 1, "shops");
        expect_of_number("She said that three women and six boys were killed.", 0,
                         "women killed");
}

TEST(it_is_told_beyond_what_qualifies_them)
{
        expect_of("Five men in dark suits were arrested at the port.", "men arrested");
        expect_of("The 12 people who died in the fire were sailors.", "people dead");
        expect_of("There were 24 people that were injured.", "people injured");
        expect_of("Two officers who shot a man were cleared.", "officers");
        expect_of("One of the 12 men was killed.", "men");
        expect_of("The shops in two villages were destroyed.", "villages");
        expect_of("Another man, 81, died on the way.", NULL);
        expect_of("Three prisoners held in the north have been released.",
                  "prisoners released");
}

TEST(what_is_done_to_them_goes_before_who_they_are)
{
        expect_of("The army freed 21 girls kidnapped by rebels.", "girls freed");
        expect_of("They hailed the release of 82 girls who were kidnapped.", "girls released");
        expect_of("The 200 girls who were kidnapped are alive.", "girls kidnapped");
        expect_of("The police shot 12 men dead.", "men dead");
        expect_of("He was arrested 12 times.", "times");
        expect_of("He led them despite missing 12 games.", "games");
        expect_of("In the town 12 officers fired at the crowd.", "officers");
        expect_of("He was sentenced to death and 12 sentences of life.", "sentences");
}
