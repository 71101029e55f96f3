/* What is taken for the figures of an article, and what is told of them. */
#include <string.h>

#include "tests/unit/workers/compare/report.h"
#include "workers/compare/account.h"
#include "workers/compare/judge.h"
#include "workers/compare/senses.h"

static const char FERRY[] = "2026-03-02T21:00:00Z";

/* The only figure of a report in which @words are counted as @of, or NULL. */
static struct slot_value *figure_of(struct event_case *e, const char *text, const char *words,
                                    int64_t value, const char *of)
{
        struct report *r = given(e, "a", FERRY, text);
        struct account *a;

        counted(r, words, value, of, BOUND_EXACT);
        REQUIRE(account_digest(&a, r->arena, &r->x) == 0);
        return a->n_figures ? &a->figures[0].value : NULL;
}

TEST(a_score_and_a_number_to_dial_count_nothing)
{
        static struct event_case e;

        EXPECT(!figure_of(&e, "The Terns led by 51 - 50 points at the half.", "51", 51,
                          "points"));
        EXPECT(!figure_of(&e, "Callers reach the port at 555-0192 boats a day.", "0192", 192,
                          "boats"));
        EXPECT(figure_of(&e, "The Terns scored 51 points in the game.", "51", 51, "points"));
        event_done(&e);
}

TEST(words_before_a_figure_say_that_it_is_planned_or_a_part)
{
        static struct event_case e;
        struct slot_value *v =
                figure_of(&e, "The line will buy 12 ferries next year.", "12", 12, "ferries");

        EXPECT(v && v->planned && !v->part);
        v = figure_of(&e, "The line bought 12 ferries.", "12", 12, "ferries");
        EXPECT(v && !v->planned && !v->part);
        v = figure_of(&e, "Forty were on board, including 12 sailors.", "12", 12, "sailors");
        EXPECT(v && v->part);
        event_done(&e);
}

TEST(a_magnitude_is_told_as_one)
{
        static struct event_case e;
        struct slot_value *v =
                figure_of(&e, "A quake of magnitude 6 shook the port.", "6", 6, NULL);

        EXPECT(v && v->head);
        EXPECT_STR(v ? v->about : NULL, "magnitude");
        event_done(&e);
}

/* The only figure of a report, whose quantity is set by hand. */
static struct slot_value *figure_from(struct event_case *e, const char *text, const char *words,
                                      struct quantity quantity)
{
        struct report *r = given(e, "a", FERRY, text);
        struct account *a;

        counted(r, words, 0, "boats", quantity.bound);
        r->x.quantities[0].value = quantity.value;
        r->x.quantities[0].high = quantity.high;
        REQUIRE(account_digest(&a, r->arena, &r->x) == 0);
        REQUIRE(a->n_figures == 1);
        return &a->figures[0].value;
}

TEST(a_figure_stays_within_what_rows_hold)
{
        static const int64_t most = 9000000000000000000;
        static struct event_case e;
        struct slot_value *v = figure_from(&e, "They sold billions of boats.", "billions",
                                           (struct quantity){ .value = most,
                                                              .high = QUANTITY_NO_HIGH,
                                                              .bound = BOUND_AT_LEAST });

        EXPECT_INT(v->high, most);
        v = figure_from(&e, "They sold a half or more of the boats.", "a half or more",
                        (struct quantity){ .value = 500, .high = most });
        EXPECT_INT(v->value, 50000);
        EXPECT_INT(v->high, most);
        event_done(&e);
}

enum { MANY = 8000, SALES = 100 };

TEST(whose_a_figure_may_be_takes_no_room_for_each_mention)
{
        static const char person[] = "Berg sailed. ", sale[] = "It sold 12 boats. ";
        static char text[MANY * sizeof(person) + SALES * sizeof(sale)];
        static struct event_case e;
        struct report *r;
        struct account *a;
        size_t n = 0;

        for (size_t i = 0; i < MANY + SALES; i++)
                n += (size_t)sprintf(text + n, "%s", i < MANY ? person : sale);
        text[n - 1] = '\0';
        r = given(&e, "a", FERRY, text);
        named(r, ENTITY_PERSON, "Berg", 0);
        for (const char *at = text; (at = strstr(at, "12 boats")); at++) {
                counted(r, "12", 12, "boats", BOUND_EXACT);
                r->x.quantities[r->x.n_quantities - 1].span =
                        (struct span){ (uint32_t)(at - text), (uint32_t)(at - text + 2) };
        }
        REQUIRE(account_digest(&a, r->arena, &r->x) == 0);
        REQUIRE(a->n_figures == SALES);
        EXPECT(a->figures[0].value.actor && !a->figures[0].value.subject);
        EXPECT_INT(a->figures[SALES - 1].value.actor, a->figures[0].value.actor);
        event_done(&e);
}

static uint64_t key_of(struct event_case *e, const char *text, const char *words,
                       const char *of)
{
        struct report *r = given(e, "a", FERRY, text);
        struct account *a;

        counted(r, words, 4, of, BOUND_EXACT);
        REQUIRE(account_digest(&a, r->arena, &r->x) == 0);
        REQUIRE(a->n_figures == 1);
        return a->figures[0].key;
}

TEST(people_under_any_name_meet_in_one_row)
{
        static struct event_case e;
        uint64_t sailors = key_of(&e, "Divers found four sailors.", "four", "sailors");

        EXPECT_INT(key_of(&e, "Divers found four women.", "four", "women"), sailors);
        EXPECT_INT(key_of(&e, "Divers found four killed.", "four", "killed"), sailors);
        EXPECT(key_of(&e, "Divers found four lamps.", "four", "lamps") != sailors);
        EXPECT(key_of(&e, "He was arrested four times.", "four", "arrested times") != sailors);
        EXPECT_INT(key_of(&e, "A population of four.", "four", "population"), sailors);
        EXPECT_INT(key_of(&e, "Four jobs were lost.", "Four", "jobs"), sailors);
        event_done(&e);
}

TEST(what_belongs_to_people_is_not_people)
{
        static struct event_case e;
        uint64_t parks = key_of(&e, "Fires closed four parks.", "four", "parks");

        EXPECT_INT(key_of(&e, "Fires closed four parks.", "four", "national parks"), parks);
        EXPECT_INT(key_of(&e, "Fires closed four parks.", "four", "Greek parks"), parks);
        EXPECT(key_of(&e, "Fires killed four.", "four", "sailors killed") != parks);
        event_done(&e);
}

/* The kind of row of the first figure of a report. */
static int kind_of(struct event_case *e, const char *text, const char *words, int64_t value)
{
        struct report *r = given(e, "a", FERRY, text);
        const char *old = strstr(text, "40");
        struct account *a;

        counted(r, words, value, "sailors", BOUND_EXACT);
        if (old)
                lasted(r, "40", 40, "year", "old", BOUND_EXACT);
        REQUIRE(account_digest(&a, r->arena, &r->x) == 0);
        REQUIRE(a->n_figures >= 1);
        return a->figures[0].kind;
}

TEST(a_number_between_commas_behind_a_name_is_an_age)
{
        static struct event_case e;

        EXPECT_INT(kind_of(&e, "Ana Ferr, 61, drowned.", "61", 61), SLOT_AGE);
        EXPECT_INT(kind_of(&e, "Jos\303\251, 61, drowned.", "61", 61), SLOT_AGE);
        EXPECT_INT(kind_of(&e, "\303\211va, 61, drowned.", "61", 61), SLOT_AGE);
        EXPECT_INT(kind_of(&e, "Two women\342\200\224Ferr, 61, and Holm\342\200\224drowned.",
                           "61", 61),
                   SLOT_AGE);
        EXPECT_INT(kind_of(&e, "Of \342\200\234Crew\342\200\235, 61, it seems, drowned.", "61",
                           61),
                   SLOT_COUNT);
        EXPECT_INT(kind_of(&e, "Ana Ferr, 961, drowned.", "961", 961), SLOT_COUNT);
        EXPECT_INT(kind_of(&e, "Of the crew, 61, it seems, drowned.", "61", 61), SLOT_COUNT);
        EXPECT_INT(kind_of(&e, "Two women, 61 and 40 years old, drowned.", "61", 61), SLOT_AGE);
        event_done(&e);
}

static int alike(const char *a, const char *b)
{
        struct sense x = { 0 }, y = { 0 };
        int8_t first[SENSE_BYTES], second[SENSE_BYTES];

        sense_add(&x, a, strlen(a), 1);
        sense_add(&y, b, strlen(b), 1);
        sense_pack(&x, first);
        sense_pack(&y, second);
        return sense_alike(first, second);
}

TEST(words_of_like_meaning_are_more_alike_than_others)
{
        EXPECT(alike("ferry", "Ferry") > 990);
        EXPECT(alike("ferry", "boat") > alike("ferry", "lawyer"));
        EXPECT_INT(alike("ferry", "xqzzk"), 0);
}

TEST(a_sense_of_very_many_words_stays_one)
{
        struct sense sense = { 0 }, once = { 0 };
        int8_t many[SENSE_BYTES], one[SENSE_BYTES];

        for (unsigned i = 0; i < 1000; i++)
                sense_add(&sense, "ferry", 5, 1 << 18);
        sense_add(&once, "ferry", 5, 1);
        sense_pack(&sense, many);
        sense_pack(&once, one);
        EXPECT(sense_alike(many, one) > 0);
}

/* The days of the only date of a report, counted from 2026-03-02. */
static void expect_days(const char *value, int64_t first, int64_t last)
{
        static struct event_case e;
        struct report *r = given(&e, "a", FERRY, "The ferry sank then.");
        struct time_expression t = { .by = { 900, "test" },
                                     .span = words_at(&r->x, "then"),
                                     .type = TIME_DATE,
                                     .value = value };
        int64_t origin = 0;
        struct account *a;

        REQUIRE(signature_time("2026-03-02", &origin) != KNOWN_NOT);
        r->x.times = &t;
        r->x.n_times = 1;
        REQUIRE(account_digest(&a, r->arena, &r->x) == 0);
        EXPECT_INT(a->n_figures, first <= last);
        if (a->n_figures) {
                EXPECT_INT(a->figures[0].value.value / 1000 - origin / (24 * 60), first);
                EXPECT_INT(a->figures[0].value.high / 1000 - origin / (24 * 60), last);
        }
        event_done(&e);
}

TEST(a_date_is_the_days_that_it_may_mean)
{
        expect_days("2026-03-02", 0, 0);
        expect_days("2026-W10", 0, 6);
        expect_days("2026-W09-WE", -2, -1);
        expect_days("2026-W01", -63, -57);
        expect_days("2026-03", -1, 26);
        expect_days("2026", -60, 304);
        expect_days("2026-WXX", 1, 0);
        expect_days("2026-W1", 1, 0);
        expect_days("2026-W10-W", 1, 0);
}

TEST(a_stamp_of_the_page_is_no_time_of_the_event)
{
        static const char *const texts[] = { "The ferry left at 9:56 am.",
                                             "Updated: Monday, 9:56 am. The ferry left." };
        static struct event_case e;

        for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
                struct report *r = given(&e, "a", FERRY, texts[i]);
                struct time_expression t = { .by = { 900, "test" },
                                             .span = words_at(&r->x, "9:56 am"),
                                             .type = TIME_TIME,
                                             .value = "2026-03-02T09:56" };
                struct account *a;

                r->x.times = &t;
                r->x.n_times = 1;
                REQUIRE(account_digest(&a, r->arena, &r->x) == 0);
                EXPECT_INT(a->n_figures, i == 0);
        }
        event_done(&e);
}

TEST(figures_of_one_row_in_one_sentence_are_siblings)
{
        static struct event_case e;
        struct report *r = given(&e, "a", FERRY,
                                 "Berg made 14 knots and Lund 13 knots. Holm made 9 knots.");
        struct account *a;

        counted(r, "14", 14, "knots", BOUND_EXACT);
        counted(r, "13", 13, "knots", BOUND_EXACT);
        counted(r, "9", 9, "knots", BOUND_EXACT);
        REQUIRE(account_digest(&a, r->arena, &r->x) == 0);
        REQUIRE(a->n_figures == 3);
        EXPECT_INT(a->figures[0].value.siblings, 1);
        EXPECT_INT(a->figures[1].value.siblings, 1);
        EXPECT_INT(a->figures[2].value.siblings, 0);
        EXPECT_INT(a->figures[0].value.total, 27000);
        EXPECT_INT(a->figures[2].value.total, 9000);
        event_done(&e);
}

TEST(a_share_beside_shares_and_futures_moves)
{
        static const char *const texts[] = { "Shares of the line fell 4 percent.",
                                             "Traffic of the line fell 4 percent." };
        static struct event_case e;

        for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
                struct report *r = given(&e, "a", FERRY, texts[i]);
                struct account *a;

                counted(r, "4 percent", 4, "line", BOUND_EXACT);
                r->x.quantities[0].kind = QUANTITY_PERCENT;
                r->x.quantities[0].unit = "percent";
                REQUIRE(account_digest(&a, r->arena, &r->x) == 0);
                REQUIRE(a->n_figures == 1);
                EXPECT_INT(a->figures[0].value.moves, i == 0);
        }
        event_done(&e);
}

/* The figures of "some 40 miles (65 kilometers) away". */
TEST(a_conversion_is_as_rough_as_what_it_converts_and_no_other_figure)
{
        static struct event_case e;
        struct report *r =
                given(&e, "a", FERRY, "It sank some 40 miles (65 kilometers) off Vellmar.");
        struct account *a;

        counted(r, "some 40 miles", 40, NULL, BOUND_ABOUT);
        counted(r, "65 kilometers", 65, NULL, BOUND_EXACT);
        r->x.quantities[0].unit = "mile";
        r->x.quantities[1].unit = "kilometre";
        r->x.quantities[0].kind = r->x.quantities[1].kind = QUANTITY_MEASURE;
        REQUIRE(account_digest(&a, r->arena, &r->x) == 0 && a->n_figures == 2);
        EXPECT_INT(a->figures[1].value.bound, BOUND_ABOUT);
        EXPECT_INT(a->figures[0].value.siblings, 0);
        event_done(&e);
}

TEST(what_a_pronoun_opens_is_of_the_one_named_before)
{
        static struct event_case e;
        struct report *r = given(&e, "a", FERRY, "Berg sailed. He sold 12 boats.");
        struct account *a;

        named(r, ENTITY_PERSON, "Berg", 0);
        counted(r, "12", 12, "boats", BOUND_EXACT);
        REQUIRE(account_digest(&a, r->arena, &r->x) == 0 && a->n_figures == 1);
        EXPECT(a->figures[0].value.subject &&
               a->figures[0].value.subject == a->figures[0].value.actor);
        event_done(&e);
}

/* The entries of two reports, of which one gives a number exactly and one "about" it. */
static size_t entries_of(const char *first, const char *second, const char *of)
{
        static struct event_case e;

        counted(given(&e, "a", FERRY, first), "30", 30, "sheep", BOUND_EXACT);
        counted(given(&e, "b", FERRY, second), "about 30", 30, of, BOUND_ABOUT);
        json_auto_t *c = compared(&e);

        event_done(&e);
        return count(c, "conflicts");
}

/* The minutes of the day that the report's only hour is read to mean. */
static void expect_clock(const char *text, const char *words, int64_t low, int64_t high,
                         const char *printed)
{
        static struct event_case e;
        struct report *r = given(&e, "a", FERRY, text);
        struct time_expression *t =
                arena_push(r->arena, &r->x.times, &r->x.n_times, sizeof(*t));
        struct slot slot = { .kind = SLOT_CLOCK };
        struct figure_group group = { .n = 1 };
        struct account *a;
        char value[40];

        REQUIRE(t);
        *t = (struct time_expression){ .span = words_at(&r->x, words),
                                       .type = TIME_TIME,
                                       .value = "2026-03-02T02:00",
                                       .end = "2026-03-02T03:30",
                                       .by = { 900, "test" } };
        REQUIRE(account_digest(&a, r->arena, &r->x) == 0);
        REQUIRE(a->n_figures == 1 && a->figures[0].kind == SLOT_CLOCK);
        EXPECT_INT(a->figures[0].value.value, low * 1000);
        EXPECT_INT(a->figures[0].value.high, high * 1000);
        group.members[0] = &a->figures[0].value;
        slot_value_print(&slot, &group, value, sizeof(value));
        EXPECT_STR(value, printed);
        event_done(&e);
}

TEST(between_two_hours_is_some_minute_and_from_one_to_another_all)
{
        expect_clock("The ferry sank between 2am and 3.30am.", "between 2am and 3.30am", 120,
                     210, "02:00-03:30");
        expect_clock("The ferry runs from 2am to 3.30am.", "from 2am to 3.30am", 120, 120,
                     "02:00");
}

TEST(one_number_is_set_side_by_side_only_where_both_tell_of_one_thing)
{
        static const char ferry[] =
                "The ferry Marigold carried 30 sheep when it sank off Vellmar.";

        EXPECT_INT(entries_of(ferry, "The ferry Marigold carried about 30 sheep when it sank.",
                              "sheep"),
                   1);
        EXPECT_INT(
                entries_of(
                        ferry,
                        "It rained. Nobody came. A vet said that he once lost about 30 goats to a fever.",
                        "goats"),
                0);
}

TEST(numbers_that_differ_are_told_only_of_figures_that_are_alike_enough)
{
        static struct event_case e;
        struct report *ferry =
                given(&e, "a", FERRY,
                      "The ferry carried 30 sheep for Ole Brandt when it sank off Vellmar.");
        struct report *vet = given(
                &e, "b", FERRY,
                "It rained. Nobody came. The fair was shut. Shops were dark. A fever once took 34 sheep from Nora Velt, and she gave up.");

        counted(ferry, "30", 30, "sheep", BOUND_EXACT);
        named(ferry, ENTITY_PERSON, "Ole Brandt", 0);
        counted(vet, "34", 34, "sheep", BOUND_EXACT);
        named(vet, ENTITY_PERSON, "Nora Velt", 0);
        json_auto_t *c = compared(&e);

        event_done(&e);
        EXPECT_INT(count(c, "conflicts"), 0);
}

/* Of which kind is what two reports of 30 and 34 sheep say of each other? */
static void expect_sheep(const char *second, bool both, const char *kind)
{
        static struct event_case e;
        struct report *a =
                given(&e, "a", FERRY, "The ferry lost 30 sheep in the channel off Vellmar.");
        struct report *b = given(&e, "b", FERRY, second);

        counted(a, "30", 30, "sheep", BOUND_EXACT);
        counted(b, "34", 34, "sheep", BOUND_EXACT);
        if (both)
                counted(b, "30", 30, NULL, BOUND_EXACT);
        json_auto_t *c = compared(&e);

        event_done(&e);
        EXPECT_STR(json_string_value(json_object_get(entry(c, "conflicts", 0), "kind")), kind);
}

TEST(who_gives_the_other_number_too_does_not_contradict_it)
{
        expect_sheep("The ferry lost 34 sheep in the channel off Vellmar.", false, "conflict");
        expect_sheep("The ferry lost 34 sheep in the channel off Vellmar, up from 30.", true,
                     "scope");
}

/* How many figures "It sank … off Vellmar." has where the words are a time of that value. */
static size_t figures_at(const char *text, const char *words, const char *value)
{
        static struct event_case e;
        struct report *r = given(&e, "a", FERRY, text);
        struct time_expression t = { .by = { 900, "test" },
                                     .span = words_at(&r->x, words),
                                     .type = TIME_TIME,
                                     .value = value };
        struct account *a;
        size_t n;

        r->x.times = &t;
        r->x.n_times = 1;
        REQUIRE(account_digest(&a, r->arena, &r->x) == 0);
        n = a->n_figures;
        EXPECT(n == 0 || a->figures[n - 1].kind == SLOT_CLOCK ||
               a->figures[n - 1].value.high == a->figures[n - 1].value.value);
        r->x.n_times = 0;
        event_done(&e);
        return n;
}

TEST(a_night_is_of_the_day_that_it_names)
{
        EXPECT_INT(figures_at("It sank Monday night.", "Monday night", "2026-03-02TNI"), 1);
        EXPECT_INT(figures_at("It sank that night.", "that night", "2026-03-02TNI"), 0);
        EXPECT_INT(figures_at("It sank at 9 pm.", "9 pm", "2026-03-02T21:00"), 1);
        EXPECT_INT(figures_at("It sank at 9 pm Monday.", "9 pm Monday", "2026-03-02T21:00"), 2);
        EXPECT_INT(figures_at("It sank Monday night.", "Monday night", "XXXX-WXX-1TNI"), 1);
}

TEST(a_value_that_an_article_repeats_is_kept_three_times)
{
        static struct event_case e;
        struct report *r = given(&e, "a", FERRY,
                                 "12 were killed. Then 12 were killed. So 12 were killed. Thus "
                                 "12 were killed. Yes 12 were killed.");
        struct ledger_case *ledger = calloc(1, sizeof(*ledger));
        struct arena *arena = arena_new(1 << 20);
        struct row_value value;
        size_t n_slots = 0;

        REQUIRE(ledger && arena);
        for (const char *at = r->x.text; (at = strstr(at, "12")); at++) {
                counted(r, "12", 12, "people killed", BOUND_EXACT);
                r->x.quantities[r->x.n_quantities - 1].span =
                        (struct span){ (uint32_t)(at - r->x.text),
                                       (uint32_t)(at - r->x.text + 2) };
        }
        fold(ledger, &e, 0, 1);
        for (size_t i = 0; i < ledger->n; i++) {
                struct row row = { 0 };

                REQUIRE(row_key_get(&row.key, &ledger->rows[i].key) == 0);
                if (row.key.kind != ROW_SLOT)
                        continue;
                REQUIRE(row_value_get(&value, ledger->rows[i].value.data,
                                      ledger->rows[i].value.size) == 0);
                REQUIRE(row_body_get(&row, arena, &value.body) == 0);
                row_value_clear(&value);
                EXPECT_INT(((struct slot *)row.body)->n_values, 3);
                n_slots++;
        }
        EXPECT_INT(n_slots, 1);
        arena_free(arena);
        ledger_done(ledger);
        event_done(&e);
}

/* The figure of a report in which @words tell a length as TIMEX3 writes it, or NULL. */
static struct slot_value *length_of(struct event_case *e, const char *text, const char *words,
                                    const char *value)
{
        struct report *r = given(e, "a", FERRY, text);
        uint32_t at = (uint32_t)(strstr(text, words) - text);
        struct time_expression t = { .span = { at, at + (uint32_t)strlen(words) },
                                     .type = TIME_DURATION,
                                     .value = value };
        struct account *a;

        r->x.times = &t;
        r->x.n_times = 1;
        REQUIRE(account_digest(&a, r->arena, &r->x) == 0);
        return a->n_figures ? &a->figures[0].value : NULL;
}

TEST(half_an_hour_is_as_long_as_thirty_minutes)
{
        static struct event_case e;
        struct slot_value *v =
                length_of(&e, "The meeting took half an hour in all.", "half an hour", "PT30M");

        EXPECT_INT(v ? v->value : 0, 30000);
        EXPECT_STR(v ? v->unit : NULL, "minute");
        v = length_of(&e, "The meeting took an hour and a half.", "an hour and a half",
                      "PT1.5H");
        EXPECT_INT(v ? v->value : 0, 1500);
        EXPECT(!length_of(&e, "The meeting took half of forever.", "half of forever", "PXM"));
        EXPECT(!length_of(&e, "The meeting took half an hour.", "half an hour", "PT"));
        event_done(&e);
}

TEST(what_is_to_last_is_a_length_and_the_last_hour_is_none)
{
        static struct event_case e;

        EXPECT(length_of(&e, "The strike is to last half an hour.", "half an hour", "PT30M"));
        EXPECT(length_of(&e, "The strike will not last half an hour.", "half an hour",
                         "PT30M"));
        EXPECT(!length_of(&e, "It rained for the last half an hour.", "half an hour", "PT30M"));
        event_done(&e);
}
