/* entities: who and what is named, who is who, and who is meant by other words */
#include "tests/unit/test.h"

#include <stdlib.h>
#include <string.h>

#include "workers/extract/entities.h"
#include "workers/extract/stages.h"
#include "workers/text/stages.h"

static struct arena *arena;
static struct document doc;

static void given_in(bool english, const char *text)
{
        arena_free(arena);
        arena = arena_new(256 << 20);
        REQUIRE(arena);
        doc = (struct document){ .arena = arena, .english = english };
        doc.x = arena_alloc(arena, sizeof(*doc.x));
        doc.x->text = arena_copy(arena, text, strlen(text));
        doc.x->text_size = (uint32_t)strlen(text);
        REQUIRE(!sentences_find(&doc) && !tokens_find(&doc) && !tags_find(&doc) &&
                !entities_find(&doc));
}

static void given(const char *text)
{
        given_in(true, text);
}

/* The entity of this name; ends the test when there is none. */
static const struct entity *entity(const char *name)
{
        for (size_t i = 0; i < doc.x->n_entities; i++)
                if (strcmp(doc.x->entities[i].name, name) == 0)
                        return &doc.x->entities[i];
        test_fail(__FILE__, __LINE__, "no entity '%s'", name);
        test_give_up();
}

static struct span where(const char *words)
{
        const char *p = strstr(doc.x->text, words);

        REQUIRE(p);
        return (struct span){ (uint32_t)(p - doc.x->text),
                              (uint32_t)(p - doc.x->text + strlen(words)) };
}

static const char *meant_by(const char *words)
{
        int found = entities_resolve(&doc, where(words));

        return found == NONE ? "nobody" : doc.x->entities[found].name;
}

TEST(a_name_ends_where_two_texts_meet)
{
        given("UNITED NATIONS -- The United Nations praises the mending of the quay.");
        for (size_t i = 0; i < doc.x->n_entities; i++)
                EXPECT(!strstr(doc.x->entities[i].name, "--"));
}

static bool has_entity(const char *words)
{
        for (size_t i = 0; i < doc.x->n_entities; i++)
                if (strstr(doc.x->entities[i].name, words))
                        return true;
        return false;
}

TEST(a_compound_is_no_name_and_what_it_qualifies_is_one)
{
        given("Sen. Anna Berg, R-Ky., and Jan Holm, D-NY, crossed the Finland-Norway border in May. "
              "The Bremen-based Harbour Company feared them.");
        EXPECT(!has_entity("R-K") && !has_entity("D-NY") && !has_entity("-Norway"));
        EXPECT(has_entity("Anna Berg") && has_entity("Jan Holm"));
        EXPECT(!has_entity("Bremen-") && has_entity("Harbour Company"));
        given("Envoys of Guinea-Bissau came to Lind-era Oslo with Kim Hyun-woo.");
        EXPECT(has_entity("Guinea-Bissau") && has_entity("Kim Hyun-woo"));
        EXPECT(!has_entity("-era") && has_entity("Oslo"));
        given("Anna Berg-Jordan came to Oslo on Friday. The mayor thanked Anna Berg-Jordan.");
        EXPECT(has_entity("Anna Berg-Jordan"));
}

TEST(a_member_of_a_party_is_not_the_state)
{
        given("Jan Holm, a North Carolina Democrat, mended boats with an Oregon Republican.");
        EXPECT(!has_entity("Democrat") && !has_entity("Oregon Republican"));
        EXPECT_INT(entity("North Carolina")->type, ENTITY_PLACE);
}

TEST(a_family_name_is_the_person_with_the_full_name)
{
        given("Minister Weber met reporters. “We agreed,” Anna Weber said. Weber then left.");
        EXPECT_INT(entity("Anna Weber")->n_mentions, 3);
        EXPECT_INT(entity("Anna Weber")->type, ENTITY_PERSON);
        EXPECT_INT(entity("Anna Weber")->gender, 'f');
}

TEST(a_feast_is_nobody)
{
        given("Women met on New Year\u2019s Eve in Cologne, and on St. Patrick's Day with Eve Berg.");
        EXPECT_INT(entity("Eve Berg")->n_mentions, 1);
        EXPECT_INT(entity("Cologne")->n_mentions, 1);
        for (size_t i = 0; i < doc.x->n_entities; i++)
                EXPECT(!strstr("New Year\u2019s Eve, St. Patrick's Day",
                               doc.x->entities[i].name));
}

TEST(a_title_stands_beside_the_name_and_is_no_part_of_it)
{
        given("French Foreign Minister Claude Petit arrived in Berlin on Monday. He was received "
              "by Karl Braun, the mayor of Berlin, and by former President Johan Lind.");
        EXPECT_STR(entity("Claude Petit")->titles[0], "French Foreign Minister");
        EXPECT_STR(entity("Karl Braun")->titles[0], "mayor of Berlin");
        EXPECT_STR(entity("Johan Lind")->titles[0], "former President");
}

TEST(a_body_in_a_title_is_found_beside_the_person)
{
        given("UNESCO Director Maria Lind arrived on Monday.");
        EXPECT_INT(entity("UNESCO")->type, ENTITY_ORGANIZATION);
        EXPECT_INT(entity("Maria Lind")->type, ENTITY_PERSON);
}

TEST(descriptions_and_pronouns_mean_the_person_they_fit)
{
        given("French Foreign Minister Claude Petit met Polish President Adam Nowak in Rome. "
              "The French minister said the talks were good. He left early. "
              "The Polish president stayed. The ambassador was ill.");
        EXPECT_STR(meant_by("The French minister"), "Claude Petit");
        EXPECT_STR(meant_by("The Polish president"), "Adam Nowak");
        EXPECT_STR(meant_by("He left"), "Claude Petit");
        EXPECT_STR(meant_by("The ambassador"), "nobody");
        EXPECT_STR(meant_by("French Foreign Minister Claude Petit"), "Claude Petit");
}

TEST(names_of_one_country_are_one_entity_with_its_codes)
{
        given("The US sent aid. The United States has sent more, and the U.S. will go on.");
        EXPECT_INT(entity("United States")->n_mentions, 3);
        EXPECT_STR(entity("United States")->iso3166, "US");
        EXPECT_INT(entity("United States")->geonames, 6252001);
}

TEST(a_people_is_known_by_its_country_whatever_it_does)
{
        given("Prices rose. Most of it was paid by Norwegians in the end.");
        EXPECT_STR(entity("Norwegians")->iso3166, "NO");
}

TEST(spellings_of_one_city_have_one_id)
{
        given("Trains left Kiev on Friday.");
        EXPECT_INT(entity("Kiev")->geonames, 703448);
        given("Trains left Kyiv on Friday.");
        EXPECT_INT(entity("Kyiv")->geonames, 703448);
        EXPECT_STR(entity("Kyiv")->iso3166, "UA");
}

TEST(a_region_has_the_id_that_the_gazetteer_has_or_none)
{
        given("Envoys came from Abkhazia, Catalonia, Somaliland and Tibet.");
        EXPECT_INT(entity("Abkhazia")->geonames, 6643410);
        EXPECT_INT(entity("Catalonia")->geonames, 3336901);
        EXPECT_INT(entity("Tibet")->geonames, 1279685);
        EXPECT_INT(entity("Somaliland")->geonames, 0);
        EXPECT_STR(entity("Somaliland")->iso3166, "");
}

TEST(an_acronym_and_its_expansion_are_one)
{
        given("The Baltic Harbour Development Agency (BHDA) opened a port. The BHDA said so.");
        EXPECT_INT(entity("Baltic Harbour Development Agency")->n_mentions, 3);
        given("NATO met in Oslo. The North Atlantic Treaty Organization has 30 members.");
        EXPECT_INT(entity("North Atlantic Treaty Organization")->n_mentions, 2);
}

TEST(two_persons_of_one_family_name_stay_two)
{
        given("Peter Hall spoke first. Then Mary Hall spoke. Mr. Hall was brief.");
        EXPECT_INT(entity("Peter Hall")->n_mentions, 2);
        EXPECT_INT(entity("Mary Hall")->n_mentions, 1);
}

TEST(spellings_of_one_person_are_joined)
{
        given("Sergei Petrov spoke in Vienna. Later Sergey Petrov flew home.");
        EXPECT_INT(entity("Sergei Petrov")->n_mentions, 2);
}

TEST(two_persons_together_are_nobody_alone)
{
        given("Anna Weber and Karl Braun arrived. Weber and Braun said they were tired.");
        EXPECT_STR(meant_by("Weber and Braun"), "nobody");
        EXPECT_STR(meant_by("Karl Braun"), "Karl Braun");
}

TEST(a_pronoun_is_not_given_to_a_person_who_did_not_speak)
{
        given("Anna Weber met Karl Braun in Rome, said a senior official. He added nothing.");
        EXPECT_STR(meant_by("He"), "nobody");
}

TEST(headings_do_not_run_into_the_text)
{
        given("Anna Weber\n\nAnna Weber was born in Rome.");
        EXPECT_INT(entity("Anna Weber")->n_mentions, 2);
}

TEST(a_place_of_two_countries_needs_a_hint)
{
        given("The storm reached Georgia on Monday.");
        EXPECT_STR(entity("Georgia")->iso3166, "");
        given("The storm reached Georgia on Monday. Officials in Tbilisi closed the schools.");
        EXPECT_STR(entity("Georgia")->iso3166, "GE");
}

TEST(a_place_lies_where_the_text_says)
{
        given("A barn burned down in Paris, Texas. The mayor of Paris came.");
        EXPECT_STR(entity("Paris")->iso3166, "US");
        EXPECT_INT(entity("Paris")->geonames, 0);
        EXPECT_INT(entity("Paris")->n_mentions, 2);
        given("A barn burned down in Moscow, Pa., on Monday.");
        EXPECT_STR(entity("Moscow")->iso3166, "US");
        given("She flew to Paris, Spain and Italy.");
        EXPECT_STR(entity("Paris")->iso3166, "FR");
        given("She flew to Paris, France.");
        EXPECT(entity("Paris")->geonames);
        given("A barn burned down in Paris, Texas. She left. The mayor of Paris, France, came.");
        EXPECT_STR(entity("Paris")->iso3166, "FR");
        EXPECT(entity("Paris")->geonames);
        given("The mayor of Paris, France, came. She left. A barn burned down in Paris, Texas.");
        EXPECT_STR(entity("Paris")->iso3166, "FR");
}

TEST(a_dateline_names_a_place_as_it_is_written_elsewhere)
{
        given("JORDAN (Reuters) - A barn burned down in Jordan on Monday.");
        doc.x->n_entities = 0;
        doc.x->dateline = (struct dateline){ .place = "Jordan", .span = { 0, 16 } };
        REQUIRE(!entities_find(&doc));
        EXPECT_INT(entity("Jordan")->type, ENTITY_PLACE);
        given("A barn burned down in VELLMAR. The people of Vellmar came.");
        for (size_t i = 0; i < doc.x->n_entities; i++)
                EXPECT(strcmp(doc.x->entities[i].name, "VELLMAR") != 0);
}

TEST(a_day_behind_a_place_is_no_part_of_it)
{
        given("The trial begins in Virginia Tuesday.");
        EXPECT_STR(entity("Virginia")->iso3166, "US");
        EXPECT_INT(doc.x->n_entities, 1);
}

TEST(a_day_behind_a_name_is_no_part_of_it)
{
        given("The mayor of Ostrin wrote on Twitter Tuesday that the port would open.");
        entity("Twitter");
        given("She told Fox News Sunday that the port would open.");
        entity("Fox News");
        given("They met on Super Tuesday. Many say that Super Tuesday is sad.");
        for (size_t i = 0; i < doc.x->n_entities; i++)
                EXPECT(strcmp(doc.x->entities[i].name, "Super") != 0);
}

TEST(an_office_under_another_name_is_the_same_office)
{
        given("US Secretary of State John Miller met Spanish Foreign Minister Pablo Ruiz. "
              "The top US diplomat left, and his Spanish counterpart stayed.");
        EXPECT_STR(meant_by("his Spanish counterpart"), "Pablo Ruiz");
        given("US Secretary of State John Miller met Spanish Foreign Minister Pablo Ruiz. "
              "The US foreign minister left.");
        EXPECT_STR(meant_by("The US foreign minister"), "John Miller");
        given("US Secretary of State John Miller met Foreign Minister Pablo Ruiz. The head of "
              "US diplomacy left.");
        EXPECT_STR(meant_by("The head of US diplomacy"), "John Miller");
}

TEST(a_treaty_is_no_place_and_no_body)
{
        static const char *const names[] = { "Warsaw Pact", "Paris Agreement" };

        given("Anna Berg signed the Paris Agreement. Jan Lind left the Warsaw Pact.");
        for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
                EXPECT_INT(entity(names[i])->type, ENTITY_OTHER);
        given("They live in Cape Town.");
        EXPECT_INT(entity("Cape Town")->type, ENTITY_PLACE);
}

TEST(a_party_or_a_nation_before_a_name_is_no_part_of_it)
{
        given("Democrat Anna Lind lost. Aussie Paul Holm won. He is the No. 1 of Norway.");
        EXPECT_INT(entity("Anna Lind")->type, ENTITY_PERSON);
        EXPECT_INT(entity("Paul Holm")->type, ENTITY_PERSON);
        for (size_t i = 0; i < doc.x->n_entities; i++)
                EXPECT(strcmp(doc.x->entities[i].name, "No.") != 0);
}

TEST(a_committee_of_one_chamber_may_be_called_without_it)
{
        given("The Senate Harbour Committee met. The Harbour Committee voted against it.");
        EXPECT_INT(entity("Senate Harbour Committee")->n_mentions, 2);
        given("The Senate Harbour Committee met. The House Harbour Committee left. The Harbour "
              "Committee voted against it.");
        EXPECT_INT(entity("Senate Harbour Committee")->n_mentions, 1);
        given("The Vellmar Tax Court met. The Danish Harbour Committee left. The Tax Court "
              "voted against it.");
        EXPECT_INT(entity("Vellmar Tax Court")->n_mentions, 1);
        given("The Vellmar Harbour Agency met. Chad's Harbour Agency left.");
        EXPECT_INT(entity("Vellmar Harbour Agency")->n_mentions, 1);
}

TEST(what_is_named_for_somebody_has_an_article)
{
        given("Marjorie Holm, chair of the Martha B. Berg List, left.");
        EXPECT_INT(entity("Martha B. Berg List")->type, ENTITY_ORGANIZATION);
        given("They met Martha B. Berg in the hall.");
        EXPECT_INT(entity("Martha B. Berg")->type, ENTITY_PERSON);
}

TEST(a_title_ends_before_what_more_is_said)
{
        given("Laura Holm, a tireless activist with a large boat, left.");
        REQUIRE(entity("Laura Holm")->n_titles == 1);
        EXPECT_STR(entity("Laura Holm")->titles[0], "tireless activist");
}

TEST(an_acronym_of_a_law_is_no_body)
{
        given("They broke the Ferry Safety Review Act (FSRA). The FSRA is from 1996.");
        EXPECT_INT(entity("Ferry Safety Review Act")->type, ENTITY_OTHER);
}

TEST(who_has_a_nickname_in_brackets_is_one_person)
{
        given("Police met Robert (Bob) Holm in the hall. Robert Holm left. Bob Holm came back.");
        EXPECT_INT(entity("Robert (Bob) Holm")->n_mentions, 3);
        given("Police met Robert (Norway) Holm in the hall.");
        EXPECT_INT(entity("Norway")->type, ENTITY_PLACE);
}

TEST(half_an_office_is_no_name)
{
        given("Senate Minority Leader Anna Lind left.");
        for (size_t i = 0; i < doc.x->n_entities; i++)
                EXPECT(strcmp(doc.x->entities[i].name, "Senate Minority") != 0);
        given("The mayor and the Chadian Foreign Secretary have opened the new bridge.");
        for (size_t i = 0; i < doc.x->n_entities; i++)
                EXPECT(strcmp(doc.x->entities[i].name, "Chadian Foreign") != 0);
}

TEST(another_language_keeps_the_names_that_are_certain)
{
        given_in(false,
                 "Die Kanzlerin Angela Braun sprach in Berlin mit der NATO. Braun lobte das "
                 "Treffen und die Folgen.");
        EXPECT_INT(entity("Angela Braun")->n_mentions, 2);
        EXPECT_STR(entity("Berlin")->iso3166, "DE");
        EXPECT_INT(entity("NATO")->type, ENTITY_ORGANIZATION);
        EXPECT_INT(doc.x->n_entities, 3);
}

TEST(a_byte_is_asked_for_its_entity)
{
        given("Anna Weber flew to Lisbon.");
        EXPECT_STR(doc.x->entities[entities_at(&doc, where("Weber").start)].name, "Anna Weber");
        EXPECT_INT(entities_at(&doc, where("flew").start), NONE);
        EXPECT_INT(entities_at(&doc, 100000), NONE);
        EXPECT_INT(entities_resolve(&doc, SPAN_NONE), NONE);
}

TEST(a_family_name_is_known_again_where_it_stands_alone)
{
        given("Peter Hollande met the guild. Hollande denounced the plan, and the guild left.");
        EXPECT_INT(entity("Peter Hollande")->n_mentions, 2);
        given("Marty Small came to town. Small, who met the guild on Monday, said it would stay.");
        EXPECT_INT(entity("Marty Small")->n_mentions, 2);
        given("Peter Young met the guild. Young people left. The Young farm is small.");
        EXPECT_INT(entity("Peter Young")->n_mentions, 1);
}

TEST(a_given_name_that_nobody_has_seen_is_one)
{
        given("The pier belongs to Peter Marsh. On Monday Odeelia Marsh sold it.");
        EXPECT_INT(entity("Peter Marsh")->n_mentions, 1);
        EXPECT_INT(entity("Odeelia Marsh")->n_mentions, 1);
}

TEST(who_has_an_age_or_an_office_is_a_person)
{
        given("The Harbour Group's CEO, Kimberley Fritts, met Wayne Borders, 34, in Oslo.");
        EXPECT_INT(entity("Kimberley Fritts")->type, ENTITY_PERSON);
        EXPECT_INT(entity("Wayne Borders")->type, ENTITY_PERSON);
        given("Friends of Ashford Hill — a tired sailor — were waiting.");
        EXPECT_INT(entity("Ashford Hill")->type, ENTITY_PERSON);
}

TEST(the_article_tells_who_is_he_and_who_is_she)
{
        given("Bernie Holm left. Bernie Holm took his coat. Bernie Holm said he was tired.");
        EXPECT_INT(entity("Bernie Holm")->gender, 'm');
        given("Police spokesman Hope Hicks said the road was closed.");
        EXPECT_INT(entity("Hope Hicks")->gender, 'f');
        given("Bernie Holm left. She was tired. Then Bernie Holm came. She was glad.");
        EXPECT_INT(entity("Bernie Holm")->gender, 'f');
}

static size_t entities_of(enum entity_type type)
{
        size_t n = 0;

        for (size_t i = 0; i < doc.x->n_entities; i++)
                n += doc.x->entities[i].type == type;
        return n;
}

TEST(who_is_addressed_is_a_person)
{
        given("Mr. Sessions met the envoy. He said that Mr. Sessions left the town early.");
        EXPECT_INT(entity("Sessions")->type, ENTITY_PERSON);
        given("The party asked Mr. President to speak in Oslo.");
        EXPECT_INT(entities_of(ENTITY_PERSON), 0);
}

TEST(a_party_and_a_state_are_no_name)
{
        given("Sen. Anna Weber (R-AK) left. Rep. Tom Hill (D-Calif.) stayed in Lisbon.");
        EXPECT_INT(doc.x->n_entities, 3);
}

TEST(a_chamber_belongs_to_the_title)
{
        given("Speaker of the House Anna Weber left for Lisbon. Weber will be back.");
        EXPECT_STR(meant_by("Weber will"), "Anna Weber");
}

TEST(a_family_name_may_have_two_words)
{
        given("Ana Lopez Garcia left Lisbon. The mayor met Lopez Garcia on Monday.");
        EXPECT_STR(meant_by("Lopez Garcia on"), "Ana Lopez Garcia");
        given("The mayor met Donald Berg Jr. in Oslo. Berg Jr. said so. Mr. Berg stayed.");
        EXPECT_STR(meant_by("Berg Jr. said"), "Donald Berg Jr.");
}

TEST(a_relative_with_the_family_name_for_a_given_name_is_another)
{
        given("Peter Franklin left the farm to his son Franklin. Franklin is old.");
        EXPECT_INT(entity("Peter Franklin")->n_mentions, 2);
        EXPECT_INT(entity("Franklin")->n_mentions, 1);
}

TEST(a_day_ends_no_name)
{
        given("The boat left Lisbon University Monday evening, and the mayor was glad.");
        EXPECT_STR(entity("Lisbon University")->name, "Lisbon University");
        EXPECT_INT(doc.x->n_entities, 1);
}

TEST(a_name_begins_behind_the_dash_of_a_dateline)
{
        given("OSTRIN - Peter Weber said that the road was closed.");
        EXPECT_INT(entity("Peter Weber")->type, ENTITY_PERSON);
}

TEST(a_family_name_that_is_he_is_not_hers)
{
        given("President Holm left. Holm took his coat. Holm said he was late. Holm lost his hat. "
              "Holm sold his boat. The first lady, Maria Holm, stayed at home.");
        EXPECT_INT(entity("Maria Holm")->n_mentions, 1);
        EXPECT_INT(entity("Holm")->n_mentions, 5);
        given("Maria Holm met Peter Holm. Holm took her coat. Holm said she was late. Holm lost her "
              "hat. Holm sold her boat.");
        EXPECT_INT(entity("Maria Holm")->n_mentions, 5);
}

TEST(many_names_take_linear_time)
{
        enum { TIMES = 30000 };
        static const char piece[] = "President Ann Lee (AL) met Bob Lee. ";
        char *text = malloc(TIMES * sizeof(piece)), *p = text;

        REQUIRE(text);
        for (int i = 0; i < TIMES; i++)
                p = stpcpy(p, piece);
        given(text);
        EXPECT(doc.x->n_entities < 100);
        free(text);
}

TEST(a_paper_that_has_a_family_name_is_one_and_nobody)
{
        given("Katie Hill met Carl Lind in Oslo on Monday. The Hill reported in May that one road "
              "was open. The Hill reported in June that the other road was shut.");
        EXPECT_INT(entity("Katie Hill")->n_mentions, 1);
        EXPECT_INT(entity("Hill")->n_mentions, 2);
}
