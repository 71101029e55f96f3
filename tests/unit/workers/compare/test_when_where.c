/* When and where an event is said to be. */
#include "tests/unit/workers/compare/report.h"

struct place {
        const char *name, *iso3166;
        uint32_t geonames;
};

static const struct place OSTRIN = { "Ostrin", "SK", 11 }, VELLMAR = { "Vellmar", "SK", 12 },
                          POLAND = { "Poland", "PL", 13 }, SLOVAKIA = { "Slovakia", "SK", 14 };

static struct report *told_of(struct event_case *e, const char *id, const char *text,
                              const struct place *const *places)
{
        struct report *r = given(e, id, "2026-03-02", text);

        for (size_t i = 0; places[i]; i++) {
                int at = named(r, ENTITY_PLACE, places[i]->name, places[i]->geonames);

                memcpy(r->x.entities[at].iso3166, places[i]->iso3166, 3);
        }
        return r;
}

/* The name of the event's place; NULL: none. Ends the event. */
static const char *place_of(struct event_case *e)
{
        static char name[32];
        json_auto_t *c = compared(e);
        const json_t *place = json_object_get(c, "place");

        snprintf(name, sizeof(name), "%s", place ? json_text(place, "name") : "");
        event_done(e);
        return json_is_null(place) ? NULL : name;
}

TEST(a_city_in_which_something_is_done_comes_before_a_country_that_does_it)
{
        static struct event_case e;

        told_of(&e, "a",
                "The ministers met in Ostrin on Monday. Poland asked for boats. Poland got none.",
                (const struct place *const[]){ &OSTRIN, &POLAND, NULL });
        told_of(&e, "b", "Poland left the talks in Ostrin. Poland called them useless.",
                (const struct place *const[]){ &OSTRIN, &POLAND, NULL });
        EXPECT_STR(place_of(&e), "Ostrin");
}

TEST(a_place_that_is_named_in_passing_is_nobody_s)
{
        static struct event_case e;
        const struct place *const places[] = { &VELLMAR, NULL };

        told_of(&e, "a",
                "The board raised the fares. Nobody was pleased. Many went home. A woman wept "
                "in Vellmar.",
                places);
        given(&e, "b", "2026-03-02", "The fares were raised by the board.");
        EXPECT(!place_of(&e));
}

TEST(where_reports_name_several_places_of_a_country_it_is_the_country)
{
        static struct event_case e;

        told_of(&e, "a",
                "The line closed its offices in Ostrin and in Vellmar. Slovakia has others.",
                (const struct place *const[]){ &OSTRIN, &VELLMAR, &SLOVAKIA, NULL });
        given(&e, "b", "2026-03-02", "The line closed two offices.");
        EXPECT_STR(place_of(&e), "Slovakia");
}

TEST(where_the_reporter_sits_is_where_it_happened)
{
        static struct event_case e;
        struct report *r =
                told_of(&e, "a", "VELLMAR — The board raised the fares. Vellmar hopes.",
                        (const struct place *const[]){ &VELLMAR, NULL });

        r->x.dateline.found = true;
        r->x.dateline.place = "Vellmar";
        given(&e, "b", "2026-03-02", "The fares were raised by the board.");
        EXPECT_STR(place_of(&e), "Vellmar");
}

TEST(a_state_that_is_called_like_a_country_is_not_its_own_country)
{
        static const struct place ostrin = { "Ostrin", "US", 21 },
                                  vellmar = { "Vellmar", "US", 22 },
                                  georgia = { "Georgia", "US", 23 };
        static struct event_case e;

        told_of(&e, "a",
                "The line closed its offices in Ostrin and in Vellmar. Georgia has others.",
                (const struct place *const[]){ &ostrin, &vellmar, &georgia, NULL });
        given(&e, "b", "2026-03-02", "The line closed two offices.");
        EXPECT(!place_of(&e));
}

/* A list that is full takes the second name of a place for the place that it has. */
TEST(a_place_of_two_names_is_one_beside_many_others)
{
        static const struct place same = { "Altostrin", "SK", 11 };
        static const struct place *const many[] = { &OSTRIN, NULL };
        static char names[23][8], text[400];
        static struct event_case e;
        size_t size = (size_t)snprintf(text, sizeof(text), "They met in Ostrin");
        struct report *r;

        for (size_t i = 0; i < ARRAY_SIZE(names); i++) {
                snprintf(names[i], sizeof(names[i]), "Vell%c", (int)('a' + i));
                size += (size_t)snprintf(text + size, sizeof(text) - size, ", in %s", names[i]);
        }
        r = told_of(&e, "a", text, many);
        for (size_t i = 0; i < ARRAY_SIZE(names); i++)
                named(r, ENTITY_PLACE, names[i], 100 + (uint32_t)i);
        told_of(&e, "b", "The board met in Altostrin. Altostrin was calm.",
                (const struct place *const[]){ &same, NULL });
        given(&e, "c", "2026-03-02", "The board met.");
        given(&e, "d", "2026-03-02", "The board was pleased.");
        EXPECT_STR(place_of(&e), "Ostrin");
}

/* A report of 2 March whose first sentence names a day. */
static void told_with(struct event_case *e, const char *id, const char *text, const char *words,
                      const char *day)
{
        struct report *r = given(e, id, "2026-03-02", text);
        struct time_expression *t =
                arena_push(r->arena, &r->x.times, &r->x.n_times, sizeof(*t));

        REQUIRE(t);
        *t = (struct time_expression){ .by = { 900, "test" },
                                       .span = words_at(&r->x, words),
                                       .type = TIME_DATE,
                                       .value = day };
}

TEST(an_event_is_of_a_day_that_is_news)
{
        static struct event_case e;

        told_with(&e, "a", "Ostrin remembered the storm of 1953.", "1953", "1953-01-31");
        told_with(&e, "b", "The storm of 1953 was remembered in Ostrin.", "1953", "1953-01-31");
        json_auto_t *c = compared(&e);
        event_done(&e);
        EXPECT_STR(json_text(c, "date"), "2026-03-02");

        told_with(&e, "a", "On Saturday a storm sank boats.", "Saturday", "2026-02-28");
        told_with(&e, "b", "Boats sank in a storm on Saturday.", "Saturday", "2026-02-28");
        json_auto_t *near = compared(&e);
        event_done(&e);
        EXPECT_STR(json_text(near, "date"), "2026-02-28");
}
