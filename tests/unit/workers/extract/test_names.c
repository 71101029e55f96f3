/* names: what a name is that of, by its words, and where it ends */
#include "tests/unit/test.h"

#include <string.h>

#include "tests/unit/workers/given.h"
#include "workers/extract/entities.h"
#include "workers/extract/stages.h"
#include "workers/text/stages.h"

static const struct entity *find(const struct document *doc, const char *name)
{
        for (size_t i = 0; i < doc->x->n_entities; i++)
                if (strcmp(doc->x->entities[i].name, name) == 0)
                        return &doc->x->entities[i];
        return NULL;
}

static struct document *named(const char *text)
{
        struct document *doc = given_on("2021-12-03", text);

        REQUIRE(tags_find(doc) == 0);
        REQUIRE(entities_find(doc) == 0);
        return doc;
}

static void expect_type(const char *text, const char *name, enum entity_type type)
{
        const struct entity *found = find(named(text), name);

        if (!found)
                test_fail(__FILE__, __LINE__, "no '%s' in '%s'", name, text);
        else
                EXPECT_INT(found->type, type);
}

TEST(a_body_is_called_after_the_war_that_it_studies)
{
        expect_type("The Department of War pays for the quay.", "Department of War",
                    ENTITY_ORGANIZATION);
        expect_type("The USS Constitution left the harbor.", "USS Constitution",
                    ENTITY_ORGANIZATION);
        expect_type("The house passed the Freedom of Information Act.",
                    "Freedom of Information Act", ENTITY_OTHER);
        expect_type("Chad signed the Ostrin Accord.", "Ostrin Accord", ENTITY_OTHER);
}

TEST(whose_a_bracket_behind_a_given_name_is_no_nickname)
{
        EXPECT(!find(named("Anna (Facebook) Lind told the guests to leave."),
                     "Anna (Facebook) Lind"));
        EXPECT(find(named("Robert (Bob) Lind told the guests to leave."), "Robert (Bob) Lind"));
}

static size_t mentions(const char *text, const char *name)
{
        const struct entity *found = find(named(text), name);

        return found ? found->n_mentions : 0;
}

TEST(a_company_is_called_by_the_first_word_of_its_name)
{
        EXPECT_INT(mentions("The company Norvex Pharma closed its mill in Oslo on Monday. "
                            "Norvex said it would sell the site.",
                            "Norvex Pharma"),
                   2);
        EXPECT_INT(mentions("A judge fined Brimco Airlines on Monday. Shares of Brimco fell.",
                            "Brimco Airlines"),
                   2);
}

TEST(what_others_are_called_too_is_no_company_cut_short)
{
        EXPECT_INT(
                mentions("A judge fined Brimco Airlines and Brimco Toys on Monday. Shares of "
                         "Brimco fell.",
                         "Brimco Airlines"),
                1);
        EXPECT_INT(mentions("A judge fined Brimco Airlines on Monday. The Brimco family sold "
                            "the hall.",
                            "Brimco Airlines"),
                   1);
        EXPECT_INT(mentions("A judge fined Brimco Airlines on Monday. Anna Brimco left. "
                            "Brimco went home.",
                            "Brimco Airlines"),
                   1);
        EXPECT_INT(mentions("A judge fined Brimco Studios on Monday. Shares of Brimco fell.",
                            "Brimco Studios"),
                   1);
}

static const char *title(const char *text, const char *name)
{
        const struct entity *found = find(named(text), name);

        return found && found->n_titles ? found->titles[0] : NULL;
}

TEST(a_nation_before_a_title_belongs_to_it_though_all_is_tagged_as_a_name)
{
        EXPECT_STR(title("German Chancellor Anna Berg met guests in the hall.", "Anna Berg"),
                   "German Chancellor");
        EXPECT_STR(title("The talks with US President Jan Lind failed.", "Jan Lind"),
                   "US President");
}

TEST(of_two_in_a_list_the_first_has_not_the_title_of_the_second)
{
        EXPECT_STR(title("The guild met Anna Berg, Finance Minister Jan Lind and two guests.",
                         "Anna Berg"),
                   NULL);
        EXPECT_STR(title("The guild met Anna Berg, spokeswoman for Finance Minister Jan Lind, "
                         "in the hall.",
                         "Anna Berg"),
                   "spokeswoman for Finance Minister Jan Lind");
}

TEST(whoever_has_the_first_word_of_a_companys_name_to_himself_keeps_it)
{
        static const char *const texts[][2] = {
                { "Zoran Bank was fined. Zoran condemned Chad on Monday, and Zoran told the guests "
                  "that he was ill.",
                  "Zoran Bank" },
                { "Zoran Group was fined in Lund. Zoran condemned Chad on Monday.",
                  "Zoran Group" },
                { "Southwest Airlines shut its hall. Snow fell across the Southwest on Monday.",
                  "Southwest Airlines" },
                { "Frontier Airlines shut its hall. Chad shelled the Frontier on Monday.",
                  "Frontier Airlines" },
        };

        for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
                EXPECT_INT(mentions(texts[i][0], texts[i][1]), 1);
}

TEST(letters_in_brackets_prove_a_name_that_the_tagger_misses)
{
        static const char text[] =
                "The Global Seed Fund (GSF) said on Monday it had run out of "
                "peas. The GSF met in Oslo.";

        EXPECT_INT(mentions(text, "Global Seed Fund"), 3);
        EXPECT_INT(
                mentions("The bank, Calder & Sons, said the pier was shut.", "Calder & Sons"),
                1);
        EXPECT_INT(mentions("The guild met Anna Lind & Berg in Oslo.", "Anna Lind & Berg"), 0);
        EXPECT_INT(mentions("Chile & Peru met in Oslo on Monday.", "Chile & Peru"), 0);
}

TEST(a_family_name_may_begin_in_lower_case)
{
        EXPECT_INT(
                mentions("Mohammed al-Rashidi was freed on Wednesday. “They broke my hand,” Mr "
                         "al-Rashidi said.",
                         "Mohammed al-Rashidi"),
                2);
        EXPECT_INT(mentions("Saudi Energy Minister Khalid al-Faraj said prices would rise.",
                            "Khalid al-Faraj"),
                   1);
        EXPECT_INT(
                mentions("Abdullah al-Mansour, a poet, was freed. Al-Mansour said he was ill.",
                         "Abdullah al-Mansour"),
                2);
}

TEST(a_trade_is_no_given_name)
{
        EXPECT_INT(mentions("Paramedic Owen Price said the driver was lucky to be alive.",
                            "Owen Price"),
                   1);
}

TEST(a_family_name_may_have_particles_or_stand_before_another)
{
        EXPECT_INT(
                mentions("Ursula von der Lind said it was late. “We met,” von der Lind said.",
                         "Ursula von der Lind"),
                2);
        EXPECT_INT(mentions("Maria Fernanda Lopez Castillo won. Lopez said it was late.",
                            "Maria Fernanda Lopez Castillo"),
                   2);
        EXPECT_INT(mentions("Haywood Holm Jr. ruled on Monday. Holm said it was late.",
                            "Haywood Holm Jr."),
                   2);
        /* The president may be his father. */
        EXPECT_INT(mentions("Haywood Holm Jr. left on Monday. President Holm said it was late.",
                            "Haywood Holm Jr."),
                   1);
}

TEST(a_party_behind_a_name_is_none_of_it)
{
        EXPECT_INT(mentions("“It is late,” said Gov. Tony Holm (D) on Monday. Holm left.",
                            "Tony Holm"),
                   2);
}

TEST(no_sentence_begins_with_a_participle_that_is_a_place)
{
        EXPECT_INT(
                mentions("Beijing said it was sorry. Beijing has said so before.", "Beijing"),
                2);
}

TEST(a_number_before_a_name_is_no_part_of_it)
{
        EXPECT(find(named("Lind gave Anna Berg ten Danish coins on Monday."), "Anna Berg"));
        EXPECT(!find(named("Lind gave Anna Berg ten Danish coins on Monday."),
                     "Anna Berg ten Danish"));
}

TEST(a_place_in_ing_that_says_something_is_a_name)
{
        EXPECT(find(named("Beijing said the pier was open."), "Beijing"));
}
