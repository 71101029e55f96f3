/* A comparison for a terminal */
#include <string.h>

#include "cli/table.h"
#include "tests/unit/test.h"

static char shown[8192];

static void show(const char *json)
{
        json_auto_t *comparison = json_loads(json, 0, NULL);
        FILE *out = tmpfile();
        size_t n;

        REQUIRE(comparison && out);
        table_print(comparison, false, out);
        rewind(out);
        n = fread(shown, 1, sizeof(shown) - 1, out);
        shown[n] = '\0';
        fclose(out);
}

#define BAD "a\\u001b[2Jb\\u0001c\\u0002"

TEST(what_came_from_outside_has_no_control_characters)
{
        show("{\"event\":\"e1\",\"title\":\"" BAD "\",\"place\":{\"name\":\"" BAD "\"},"
             "\"participants\":[{\"name\":\"" BAD "\"}],"
             "\"articles\":[{\"id\":\"" BAD "\",\"source\":\"" BAD "\",\"title\":\"" BAD "\"}],"
             "\"conflicts\":[{\"id\":\"c1\",\"about\":\"" BAD "\",\"kind\":\"conflict\","
             "\"values\":[{\"value\":\"" BAD "\",\"articles\":[\"x\"],\"evidence\":"
             "[{\"article\":\"" BAD "\",\"text\":\"" BAD "\"}]}]}],"
             "\"agreements\":[{\"about\":\"" BAD "\",\"value\":\"" BAD "\"}],"
             "\"quotes\":[{\"speaker\":\"" BAD "\",\"variants\":"
             "[{\"article\":\"x\",\"text\":\"" BAD "\",\"direct\":true}]}],"
             "\"only\":[{\"evidence\":[{\"text\":\"" BAD "\"}]}],"
             "\"omissions\":[{\"about\":\"" BAD "\"}],"
             "\"copies\":[{\"from\":\"" BAD "\",\"to\":\"" BAD
             "\",\"direction\":\"certain\",\"share\":0.5}]}");
        for (const char *p = shown; *p; p++)
                EXPECT((unsigned char)*p >= ' ' || *p == '\n');
        EXPECT(strstr(shown, "[2Jb"));
}

TEST(of_two_renderings_of_one_report_one_is_enough)
{
        show("{\"event\":\"e1\",\"articles\":[{\"id\":\"x\",\"source\":\"x\"}],\"quotes\":["
             "{\"speaker\":\"Ada Lind\",\"variants\":["
             "{\"article\":\"x\",\"span\":[10,40],\"text\":\"a calm and sober meeting\","
             "\"direct\":true},"
             "{\"article\":\"x\",\"span\":[0,50],\"text\":\"they had a calm and sober meeting\","
             "\"direct\":false},"
             "{\"article\":\"x\",\"span\":[60,72],\"text\":\"grave danger\",\"direct\":true},"
             "{\"article\":\"x\",\"span\":[55,90],\"text\":\"there will be grave danger\","
             "\"direct\":false}]}]}");
        EXPECT(strstr(shown, "calm and sober"));
        EXPECT(!strstr(shown, "they had a"));
        EXPECT(strstr(shown, "there will be"));
        EXPECT(strstr(shown, "2 renderings that say no more"));
}

TEST(few_words_are_not_left_out_with_their_sentence)
{
        show("{\"event\":\"e1\",\"articles\":[{\"id\":\"x\",\"source\":\"x\"}],\"quotes\":["
             "{\"speaker\":\"Ada Lind\",\"variants\":["
             "{\"article\":\"x\",\"span\":[10,40],\"text\":\"a calm and sober meeting\","
             "\"direct\":true},"
             "{\"article\":\"x\",\"span\":[45,57],\"text\":\"grave danger\",\"direct\":true},"
             "{\"article\":\"x\",\"span\":[0,60],\"text\":\"they had a calm and sober meeting "
             "in grave danger\",\"direct\":false}]}]}");
        EXPECT(strstr(shown, "grave danger"));
        EXPECT(!strstr(shown, "they had"));
        EXPECT(strstr(shown, "1 rendering that says no more"));
}

TEST(a_sentence_that_quotes_more_than_is_shown_is_read_itself)
{
        show("{\"event\":\"e1\",\"articles\":[{\"id\":\"x\",\"source\":\"x\"}],\"quotes\":["
             "{\"speaker\":\"Ada Lind\",\"variants\":["
             "{\"article\":\"x\",\"span\":[10,40],\"text\":\"a calm and sober meeting\","
             "\"direct\":true},"
             "{\"article\":\"x\",\"span\":[0,60],\"text\":\"they had \\\"a calm and sober "
             "meeting\\\" in \\\"grave danger\\\"\",\"direct\":false}]}]}");
        EXPECT(strstr(shown, "they had"));
        EXPECT(strstr(shown, "1 rendering that says no more"));
}

TEST(many_renderings_are_not_said_to_tell_no_more)
{
        char json[4096];
        size_t n = (size_t)snprintf(
                json, sizeof(json),
                "{\"event\":\"e1\",\"articles\":[{\"id\":\"x\",\"source\":"
                "\"x\"}],\"quotes\":[{\"speaker\":\"Ada Lind\",\"variants\":[");

        for (int i = 0; i < 15; i++)
                n += (size_t)snprintf(
                        json + n, sizeof(json) - n,
                        "%s{\"article\":\"x\",\"span\":[%d,%d],\"text\":\"it is %d "
                        "boats\",\"direct\":true}",
                        i ? "," : "", 10 * i, 10 * i + 9, i);
        snprintf(json + n, sizeof(json) - n, "]}]}");
        show(json);
        EXPECT(strstr(shown, "and 3 more: --all"));
        EXPECT(!strstr(shown, "renderings that say no more"));
}

TEST(those_with_a_name_come_before_groups)
{
        show("{\"event\":\"e1\",\"participants\":["
             "{\"name\":\"workers\",\"type\":\"group\"},"
             "{\"name\":\"Ada Lind\",\"type\":\"person\"},"
             "{\"name\":\"women\",\"type\":\"group\"},"
             "{\"name\":\"Vellmar\",\"type\":\"place\"}]}");
        EXPECT(strstr(shown, "Ada Lind, Vellmar, workers, women"));
}

TEST(a_section_without_entries_is_not_shown_but_that_nothing_differs_is)
{
        show("{\"event\":\"e1\",\"conflicts\":[],\"agreements\":[],\"quotes\":[],\"only\":[],"
             "\"omissions\":[],\"copies\":[]}");
        EXPECT(strstr(shown, "Where they differ\n  nothing found\n"));
        EXPECT(!strstr(shown, "agree"));
        EXPECT(!strstr(shown, "One utterance"));
        EXPECT(!strstr(shown, "alone"));
}
