/* What the quantities stage says of sentences, one at a time. */
#include <string.h>

#include "tests/unit/test.h"
#include "tests/unit/workers/given.h"
#include "workers/extract/stages.h"
#include "workers/text/stages.h"

struct expected {
        const char *words;
        int64_t value; /* thousandths */
        const char *unit, *of;
        enum quantity_bound bound;
        enum quantity_kind kind;
};

static const struct extraction *quantities_of(const char *text)
{
        struct document *doc = given_on("2021-12-02", text);

        REQUIRE(tags_find(doc) == 0);
        REQUIRE(times_find(doc) == 0);
        REQUIRE(quantities_find(doc) == 0);
        return doc->x;
}

static const struct quantity *find(const struct extraction *x, const char *words)
{
        for (size_t i = 0; i < x->n_quantities; i++) {
                const struct quantity *q = &x->quantities[i];
                size_t size = q->span.end - q->span.start;

                if (size == strlen(words) && strncmp(x->text + q->span.start, words, size) == 0)
                        return q;
        }
        return NULL;
}

static void expect(const char *text, const struct expected *e)
{
        const struct quantity *q = find(quantities_of(text), e->words);

        if (!q) {
                test_fail(__FILE__, __LINE__, "no quantity '%s' in '%s'", e->words, text);
        } else {
                EXPECT_INT(q->value, e->value);
                EXPECT_STR(q->unit, e->unit);
                EXPECT_STR(q->of, e->of);
                EXPECT_INT(q->bound, e->bound);
                EXPECT_INT(q->kind, e->kind);
        }
}

static void expect_nothing(const char *text)
{
        const struct extraction *x = quantities_of(text);

        if (x->n_quantities)
                test_fail(__FILE__, __LINE__, "'%s' has the quantity %lld", text,
                          (long long)x->quantities[0].value);
}

#define EXPECT_QUANTITY(text, ...) expect(text, &(struct expected){ __VA_ARGS__ })

TEST(victims_are_counted_from_either_side_of_the_verb)
{
        EXPECT_QUANTITY("The quake killed more than 1,300 people.", "more than 1,300", 1300000,
                        NULL, "people killed", BOUND_MORE_THAN, QUANTITY_COUNT);
        EXPECT_QUANTITY("At least 12 people were injured.", "At least 12", 12000, NULL,
                        "people injured", BOUND_AT_LEAST, QUANTITY_COUNT);
        EXPECT_QUANTITY("Police said 20 were arrested.", "20", 20000, NULL, "arrested",
                        BOUND_EXACT, QUANTITY_COUNT);
}

TEST(what_is_counted_has_adverbs_and_several_adjectives_before_it)
{
        EXPECT_QUANTITY("The port lost 300 federal and independent pilots.", "300", 300000,
                        NULL, "federal and independent pilots", BOUND_EXACT, QUANTITY_COUNT);
        EXPECT_QUANTITY("It shut out 40 otherwise eligible voters.", "40", 40000, NULL,
                        "otherwise eligible voters", BOUND_EXACT, QUANTITY_COUNT);
        EXPECT_QUANTITY("Twenty states have such rules.", "Twenty", 20000, NULL, "states",
                        BOUND_EXACT, QUANTITY_COUNT);
        EXPECT_QUANTITY("They took sailors, two of whom were injured.", "two", 2000, NULL,
                        "injured", BOUND_EXACT, QUANTITY_COUNT);
}

TEST(a_sum_for_each_year_is_a_sum)
{
        EXPECT_QUANTITY("The host earned $20 million a year.", "$20 million", 20000000000,
                        "dollar", "earn", BOUND_EXACT, QUANTITY_MONEY);
}

TEST(what_is_handed_over_is_not_more_than_its_number)
{
        EXPECT_QUANTITY("The gang handed over 21 boats.", "21", 21000, NULL, "boats",
                        BOUND_EXACT, QUANTITY_COUNT);
        EXPECT_QUANTITY("The gang took over 21 boats.", "over 21", 21000, NULL, "boats",
                        BOUND_MORE_THAN, QUANTITY_COUNT);
        EXPECT_QUANTITY("They flew over 3,000 miles to Spain.", "over 3,000 miles", 3000000,
                        "mile", "fly", BOUND_MORE_THAN, QUANTITY_MEASURE);
        EXPECT_QUANTITY("The airline was flying around 300 passengers.", "around 300", 300000,
                        NULL, "passengers", BOUND_ABOUT, QUANTITY_COUNT);
}

TEST(more_than_the_figure_that_is_known_bounds_nothing)
{
        EXPECT_QUANTITY("They asked more than the 30 miles.", "30 miles", 30000, "mile", "ask",
                        BOUND_EXACT, QUANTITY_MEASURE);
        EXPECT_QUANTITY("They walked more than 30 miles.", "more than 30 miles", 30000, "mile",
                        "walk", BOUND_MORE_THAN, QUANTITY_MEASURE);
}

TEST(what_is_spread_over_years_is_not_more_than_they)
{
        static const struct {
                const char *text;
                enum quantity_bound bound;
        } cases[] = {
                { "The town spends 12 dollars a head over three years.", BOUND_EXACT },
                { "Prices doubled over three years.", BOUND_EXACT },
                { "The strike went on for over three years.", BOUND_MORE_THAN },
                { "The strike lasted over three years.", BOUND_MORE_THAN },
        };

        for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
                const struct extraction *x = quantities_of(cases[i].text);

                REQUIRE(x->n_quantities > 0);
                EXPECT_INT(x->quantities[x->n_quantities - 1].bound, cases[i].bound);
        }
}

TEST(a_length_belongs_to_what_lasts)
{
        EXPECT_QUANTITY("A 40-minute meeting was held.", "40-minute", 40000, "minute",
                        "meeting", BOUND_EXACT, QUANTITY_DURATION);
        EXPECT_QUANTITY("The ministers talked for about 30 minutes.", "about 30 minutes", 30000,
                        "minute", "talk", BOUND_ABOUT, QUANTITY_DURATION);
        EXPECT_QUANTITY("The talks lasted about 30 minutes.", "about 30 minutes", 30000,
                        "minute", "talks", BOUND_ABOUT, QUANTITY_DURATION);
}

TEST(an_age_belongs_to_its_person)
{
        EXPECT_QUANTITY("The suspect, Anna Berg, 64, was released.", "64", 64000, "year",
                        "Anna Berg", BOUND_EXACT, QUANTITY_DURATION);
        EXPECT_QUANTITY("Police released 64-year-old Anna Berg.", "64-year", 64000, "year",
                        "Anna Berg", BOUND_EXACT, QUANTITY_DURATION);
        EXPECT_QUANTITY("The suspect, Anna Berg, age 64, was released.", "64", 64000, "year",
                        "Anna Berg", BOUND_EXACT, QUANTITY_DURATION);
        EXPECT_QUANTITY("A woman aged 64 was released.", "64", 64000, "year", NULL, BOUND_EXACT,
                        QUANTITY_DURATION);
        EXPECT_QUANTITY("She left at the age of 64.", "64", 64000, "year", NULL, BOUND_EXACT,
                        QUANTITY_DURATION);
        EXPECT_QUANTITY("The list had the ages of 64 children.", "64", 64000, NULL, "children",
                        BOUND_EXACT, QUANTITY_COUNT);
}

TEST(what_falls_are_the_sales)
{
        EXPECT_QUANTITY("The sales fell 20 per cent to 3 million euros.", "20 per cent", 20000,
                        "%", "sales", BOUND_EXACT, QUANTITY_PERCENT);
        EXPECT_QUANTITY("The sales fell 20 per cent to 3 million euros.", "3 million euros",
                        3000000000, "EUR", "sales", BOUND_EXACT, QUANTITY_MONEY);
        EXPECT_QUANTITY("Sales of cars in May rose by 12%.", "12%", 12000, "%", "Sales",
                        BOUND_EXACT, QUANTITY_PERCENT);
}

TEST(money_has_its_currency)
{
        EXPECT_QUANTITY("They signed a $2.5 million contract.", "$2.5 million", 2500000000,
                        "dollar", "contract", BOUND_EXACT, QUANTITY_MONEY);
        EXPECT_QUANTITY("They signed a US$2.5 million contract.", "US$2.5 million", 2500000000,
                        "USD", "contract", BOUND_EXACT, QUANTITY_MONEY);
        EXPECT_QUANTITY("The deal is worth €40bn.", "€40bn", 40000000000000, "EUR", "deal",
                        BOUND_EXACT, QUANTITY_MONEY);
}

TEST(shares_and_measures_keep_their_unit)
{
        EXPECT_QUANTITY("About 60 percent of voters agreed.", "About 60 percent", 60000, "%",
                        "voters", BOUND_ABOUT, QUANTITY_PERCENT);
        EXPECT_QUANTITY("The wall is 12 metres high.", "12 metres", 12000, "metre", "high",
                        BOUND_EXACT, QUANTITY_MEASURE);
}

TEST(an_ordinal_numbers_its_noun)
{
        EXPECT_QUANTITY("He spoke at the 28th Alpine Water Council.", "28th", 28000, NULL,
                        "Alpine Water Council", BOUND_EXACT, QUANTITY_ORDINAL);
}

TEST(words_are_numbers_too)
{
        EXPECT_QUANTITY("They read five articles.", "five", 5000, NULL, "articles", BOUND_EXACT,
                        QUANTITY_COUNT);
        EXPECT_QUANTITY("They sold two and a half million books.", "two and a half million",
                        2500000000, NULL, "books", BOUND_EXACT, QUANTITY_COUNT);
        EXPECT_QUANTITY("They sold a dozen books.", "a dozen", 12000, NULL, "books",
                        BOUND_EXACT, QUANTITY_COUNT);
}

TEST(plurals_of_round_numbers_are_two_at_least)
{
        expect("Dozens of sailors were hurt.", &(struct expected){ .words = "Dozens",
                                                                   .value = 24000,
                                                                   .of = "sailors hurt",
                                                                   .bound = BOUND_AT_LEAST,
                                                                   .kind = QUANTITY_COUNT });
        expect("The fair drew tens of thousands of visitors.",
               &(struct expected){ .words = "tens of thousands",
                                   .value = 20000000,
                                   .of = "visitors",
                                   .bound = BOUND_AT_LEAST,
                                   .kind = QUANTITY_COUNT });
        expect_nothing("She scores whenever she plays.");
        expect_nothing("It lies hundreds of miles away.");
}

TEST(numbers_set_in_tokens_are_read_whole)
{
        expect("They dived 2, 450 feet near a 30 - year - old wreck.",
               &(struct expected){ .words = "2, 450 feet",
                                   .value = 2450000,
                                   .unit = "foot",
                                   .of = "dive",
                                   .kind = QUANTITY_MEASURE });
}

TEST(a_part_is_of_what_the_whole_is_of)
{
        expect("Mayors said 9 of the 12 sailors were away.",
               &(struct expected){
                       .words = "9", .value = 9000, .of = "sailors", .kind = QUANTITY_COUNT });
}

TEST(a_range_has_both_ends)
{
        const struct extraction *x = quantities_of("Between 2 and 3 million people fled.");

        REQUIRE(x->n_quantities == 1);
        EXPECT_INT(x->quantities[0].value, 2000000000);
        EXPECT_INT(x->quantities[0].high, 3000000000);
}

static void expect_range(const char *text, int64_t low, int64_t high, const char *unit)
{
        const struct extraction *x = quantities_of(text);

        REQUIRE(x->n_quantities == 1);
        EXPECT_INT(x->quantities[0].value, low);
        EXPECT_INT(x->quantities[0].high, high);
        EXPECT_STR(x->quantities[0].unit, unit);
}

TEST(both_ends_of_a_range_may_have_the_unit)
{
        expect_range("Tickets cost between 10 dollars and 20 dollars.", 10000, 20000, "dollar");
        expect_range("The road is 3km to 5km long.", 3000, 5000, "kilometre");
        expect_range("A 6- to 9-metre wall stood there.", 6000, 9000, "metre");
        expect_range("The tank holds 100-1000 litres.", 100000, 1000000, "litre");
}

static void expect_one(const char *text, int64_t value, const char *unit)
{
        const struct extraction *x = quantities_of(text);

        REQUIRE(x->n_quantities == 1);
        EXPECT_INT(x->quantities[0].value, value);
        EXPECT_STR(x->quantities[0].unit, unit);
}

TEST(what_is_told_in_two_units_is_one_quantity)
{
        expect_one("The wall is 7 feet, 10 inches high.", 94000, "inch");
        expect_one("A ticket costs 12 dollars and 40 cents.", 12400, "dollar");
        expect_one("The stamp costs 40 cents.", 40000, "cent");
}

TEST(a_unit_may_go_without_a_number)
{
        expect_one("half a gallon", 500, "gallon");
        expect_one("a litre", 1000, "litre");
}

TEST(a_letter_behind_digits_is_what_the_words_around_make_it)
{
        expect_one("They bought a 48m tower.", 48000, "metre");
        expect_one("The firm lost £3m.", 3000000000, "pound");
        expect_one("The film drew 2.4m viewers.", 2400000000, NULL);
        expect_one("It is 12 degrees below zero.", -12000, "degree");
}

TEST(numbers_of_dates_names_and_scores_count_nothing)
{
        expect_nothing("They met on May 3, 2014, at 8:30 p.m.");
        expect_nothing("Article 5 was invoked on Flight 370.");
        expect_nothing("The Falcon 9 rocket rose behind a PlayStation 4 stand.");
        expect_nothing(
                "Few other 2020 candidates were named, some 2020 Democratic hopefuls not.");
        expect_nothing("The Update 5.50 features are listed below.");
        expect_nothing("All Max 8 jets, and every 737 Max, stayed on the ground.");
        expect_nothing("They won 3:2 and called 555-1212.");
        expect_nothing("No one knows which one it was.");
}

TEST(what_is_dialled_or_compared_with_nothing_counts_nothing)
{
        expect_nothing("Call them at (206) 555-1212.");
        expect_nothing("Tel: 030 111 82-2100");
        expect_nothing("They wrote <>30 on it.");
        expect_nothing("They will come around the 21st.");
        expect("They opened the 21st school.",
               &(struct expected){ "21st", 21000, NULL, "school", BOUND_EXACT,
                                   QUANTITY_ORDINAL });
}

TEST(millions_of_a_currency_are_money)
{
        expect_one("The mine cost tens of millions of pounds.", 20000000000, "pound");
        expect_one("They took hundreds of billions of dollars.", 200000000000000, "dollar");
        expect_nothing("It weighed thousands of pounds.");
        expect_nothing("She said so on 60 Minutes.");
}

TEST(a_minus_may_be_one_of_mathematics)
{
        expect("It was −5 degrees.", &(struct expected){ "−5 degrees", -5000, "degree", NULL,
                                                         BOUND_EXACT, QUANTITY_MEASURE });
}

TEST(inches_are_told_by_two_letters_at_the_end)
{
        expect("7 feet, 10 in", &(struct expected){ "7 feet, 10 in", 94000, "inch", NULL,
                                                    BOUND_EXACT, QUANTITY_MEASURE });
        expect("They found 5 in Berne.",
               &(struct expected){ "5", 5000, NULL, NULL, BOUND_EXACT, QUANTITY_COUNT });
}

TEST(a_proportion_is_one_where_it_is_all_there_is)
{
        expect_one("a fifth", 200, NULL);
        expect_one("one over twenty", 50, NULL);
        expect_one("negative one over 20", -50, NULL);
        expect("They lost one over 20 boats.",
               &(struct expected){ "over 20", 20000, NULL, "boats", BOUND_MORE_THAN,
                                   QUANTITY_COUNT });
}

TEST(units_stand_in_brackets_or_are_marks)
{
        expect_one("The box weighs 20 (kg).", 20000, "kilogram");
        expect_one("A screen of 8\" is enough.", 8000, "inch");
        expect_one("\"They were 8\" she said.", 8000, NULL);
        expect_one("It was 2 below zero.", -2000, "degree");
        expect_one("It costs 15 dollars 50.", 15500, "dollar");
}

TEST(a_magnitude_may_be_joined_to_its_number)
{
        expect_one("A magnitude-6.2 earthquake struck the coast.", 6200, NULL);
        expect_nothing("A Covid-19 wave struck the coast.");
}

TEST(what_is_passed_is_no_money)
{
        expect_one("They passed the 2,000 mark on Monday.", 2000000, NULL);
        expect_one("They paid 2,000 marks on Monday.", 2000000, "mark");
        expect_nothing("The pictures are at example.org/aB4HrK2 for now.");
}

TEST(initials_of_what_is_counted_are_no_unit)
{
        expect_one("It stopped 31 GM factories.", 31000, NULL);
        expect_one("It wrote to 30 PC makers.", 30000, NULL);
        expect_one("It weighs 31 GM at most.", 31000, "gram");
        expect_one("It weighs 31 gm without seeds.", 31000, "gram");
}

TEST(a_share_of_a_unit_has_that_unit)
{
        expect_one("They walked three quarters of a mile.", 750, "mile");
        expect_one("They walked a third of a mile.", 333, "mile");
        expect_one("Three quarters of the miles were walked.", 750, NULL);
}

TEST(an_unknown_noun_is_counted_though_it_is_taken_for_a_preposition)
{
        EXPECT_QUANTITY("He threw two touchdown passes and ran.", "two", 2000, NULL,
                        "touchdown passes", BOUND_EXACT, QUANTITY_COUNT);
        EXPECT_QUANTITY("He took two with friends along.", "two", 2000, NULL, NULL, BOUND_EXACT,
                        QUANTITY_COUNT);
}

TEST(millions_stand_in_a_code_or_behind_it)
{
        expect_one("The mill lost 30 MSEK.", 30000000000, "SEK");
        expect_one("The mill lost MEUR 4.5 on it.", 4500000000, "EUR");
        expect_one("The mill lost 75 USD million.", 75000000000, "USD");
        expect_one("The mill lost 75 USD.", 75000, "USD");
        expect_nothing("It lost 9000000000 EUR trillion.");
        expect_nothing("It lost 9223.372036855 EUR trillion.");
}

TEST(a_fraction_in_digits_is_no_day_of_a_month)
{
        expect_one("It is 1/40 of the length.", 25, NULL);
        expect_one("A gap of 3/100 inch is enough.", 30, "inch");
        expect_one("Are three halves enough?", 1500, NULL);
        expect_one("They drank ⅝ of it.", 625, NULL);
        expect_nothing("The room 12/400 is closed.");
}

TEST(a_rank_is_told_at_the_end_of_its_clause)
{
        EXPECT_QUANTITY("She finished second in Berne.", "second", 2000, NULL, NULL,
                        BOUND_EXACT, QUANTITY_ORDINAL);
        expect_nothing("The law will come first, then the vote.");
        expect_nothing("At first she left.");
}

TEST(a_couple_alone_is_two)
{
        expect_one("a couple of", 2000, NULL);
        expect_one("one", 1000, NULL);
        expect_nothing("A couple of them left, and one came back.");
}

TEST(a_number_that_does_not_fit_is_left_out)
{
        expect_nothing("It cost 999999999999999 trillion billion coins.");
        expect_nothing("It lost 9000 trillion euros.");
        expect_nothing("It lost between 5 and 9000 trillion euros.");
        EXPECT_QUANTITY("It lost 8999 trillion euros.", "8999 trillion euros",
                        8999000000000000000, "EUR", "lose", BOUND_EXACT, QUANTITY_MONEY);
}

TEST(what_kind_a_thing_is_counts_nothing)
{
        expect_nothing("They sold a zero-day flaw of a 32-bit chip.");
        expect_nothing("The 7E7 will fly.");
        expect_one("There were zero deaths.", 0, NULL);
}

TEST(a_sum_may_be_negative)
{
        expect_one("The mill made -$5 million.", -5000000000, "dollar");
        expect_one("The mill made $-99.50.", -99500, "dollar");
        expect_one("The mill made €-2.1 billion.", -2100000000000, "EUR");
}

TEST(the_smaller_coin_goes_with_the_greater)
{
        expect_one("It cost 3 UAH 4 kopiykas.", 3040, "UAH");
        expect_one("It cost 20 rupees 50 paise.", 20500, "INR");
        expect_one("the town ' s $ 5 million debt", 5000000000, "dollar");
}

TEST(crowns_are_money_by_the_thousand_or_of_a_country)
{
        expect_one("It cost 300 Norwegian crowns.", 300000, "NOK");
        expect_one("It cost 14,200 crowns.", 14200000, "crown");
        expect_one("It cost 2 million crowns.", 2000000000, "crown");
        expect_one("They stole four crowns.", 4000, NULL);
        expect_one("They kept two Swedish crown jewels.", 2000, NULL);
}

TEST(quarters_of_a_year_are_no_parts_of_one)
{
        expect_one("Profits fell for two quarters.", 2000, "quarter");
        expect_one("Profits fell for eleven quarters.", 11000, "quarter");
        expect_one("Three quarters of voters agreed.", 750, NULL);
}

TEST(what_is_called_by_a_number_counts_nothing)
{
        expect_nothing("The 35th Ward and the 9th Circuit agreed.");
        expect_nothing("His 401(k)s grew.");
        expect_nothing("They passed Amendment Four.");
        expect_nothing("He lived in the 1200 block of Main Street.");
        expect_nothing("The new Saturn 5 rocket was built.");
        expect_nothing("A zero tolerance policy was set.");
        expect_nothing("Android 8.1 lets third-party apps in.");
        expect_nothing("Add 2020 Elections as an interest.");
        expect_one("The 5th attempt failed.", 5000, NULL);
}

TEST(one_day_is_some_day)
{
        expect_nothing("It could one day transport humans.");
        expect_one("It took one day to do so.", 1000, "day");
        expect_one("They lost hundreds-of-thousands of dollars.", 200000000, "dollar");
}

TEST(a_number_in_a_name_counts_nothing)
{
        expect_nothing("They rode the Terrier 5, the engine, home.");
        expect_nothing("They live in the 5 block of Tern Street.");
        expect_one("At the port of Ostrin 5 engines stood.", 5000, NULL);
        expect_one("In 5 engine rooms it burnt.", 5000, NULL);
}
