/* Who takes part in an event: which names of its reports are one's. */
#include "tests/unit/workers/compare/report.h"

TEST(spellings_of_one_name_are_one_participant)
{
        static struct event_case e;
        struct report *a = given(&e, "a", NULL, "Sergei Larionov arrived in Ostrin on Monday.");
        struct report *b =
                given(&e, "b", NULL, "Sergey Larionov came to Ostrin by train on Monday.");

        named(a, ENTITY_PERSON, "Sergei Larionov", 0);
        named(b, ENTITY_PERSON, "Sergey Larionov", 0);
        json_auto_t *c = compared(&e);
        event_done(&e);
        EXPECT_INT(count(c, "participants"), 1);
        EXPECT_INT(json_array_size(json_object_get(entry(c, "participants", 0), "articles")),
                   2);
}

TEST(an_acronym_and_its_long_form_are_one_participant)
{
        static struct event_case e;
        const char *name = "Organization for Security and Co-operation in Europe";
        struct report *a = given(&e, "a", NULL, "The OSCE met in Ostrin on Monday.");
        struct report *b = given(
                &e, "b", NULL, "The Organization for Security and Co-operation in Europe met.");

        named(a, ENTITY_ORGANIZATION, "OSCE", 0);
        named(b, ENTITY_ORGANIZATION, name, 0);
        json_auto_t *c = compared(&e);
        event_done(&e);
        EXPECT_INT(count(c, "participants"), 1);
}

TEST(people_and_others_are_no_participants)
{
        static struct event_case e;
        struct report *a = given(&e, "a", "2026-03-02",
                                 "Sergei Larionov met people and sailors."),
                      *b = given(&e, "b", "2026-03-02",
                                 "Sergei Larionov met people and sailors.");

        for (size_t i = 0; i < 2; i++) {
                struct report *r = i ? b : a;

                named(r, ENTITY_PERSON, "Sergei Larionov", 0);
                named(r, ENTITY_GROUP, "people", 0);
                named(r, ENTITY_GROUP, "sailors", 0);
        }
        json_auto_t *c = compared(&e);

        event_done(&e);
        EXPECT_INT(count(c, "participants"), 2);
}

/* How many participants two reports have that name one each. */
static size_t participants(enum entity_type type, const char *one, const char *other,
                           const char *iso3166)
{
        static struct event_case e;
        const char *const names[] = { one, other };
        static const char *const ids[] = { "a", "b" };
        size_t n;

        for (size_t i = 0; i < ARRAY_SIZE(names); i++) {
                struct report *r = given(&e, ids[i], NULL, names[i]);

                int at = named(r, type, names[i], 0);

                snprintf(r->x.entities[at].iso3166, 3, "%s", iso3166);
        }
        json_auto_t *c = compared(&e);
        event_done(&e);
        n = count(c, "participants");
        return n;
}

TEST(two_towns_of_a_country_are_two_and_two_names_of_it_one)
{
        EXPECT_INT(participants(ENTITY_PLACE, "Ostrin", "North Vellmar", "SK"), 2);
        EXPECT_INT(participants(ENTITY_ORGANIZATION, "Danish Navy", "Folketing", "DK"), 2);
        EXPECT_INT(participants(ENTITY_PLACE, "Great Britain", "UK", "GB"), 1);
        EXPECT_INT(participants(ENTITY_PLACE, "Georgia", "United States", "US"), 2);
        EXPECT_INT(participants(ENTITY_GROUP, "Dutch", "Dutchmen", "NL"), 1);
}

TEST(a_department_is_one_whatever_comes_first)
{
        EXPECT_INT(participants(ENTITY_ORGANIZATION, "Fisheries Department",
                                "Department of Fisheries", ""),
                   1);
        EXPECT_INT(participants(ENTITY_ORGANIZATION, "Ministry of the Sea", "Sea Ministry", ""),
                   1);
        EXPECT_INT(participants(ENTITY_ORGANIZATION, "Ostrin Police Department",
                                "Department of Ostrin Police", ""),
                   2);
}
