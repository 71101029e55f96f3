#include <string.h>

#include "tests/unit/test.h"
#include "tests/unit/workers/given.h"
#include "workers/text/stages.h"

static const char *language_of(const char *text)
{
        struct document *doc = given(text);

        doc->x->language = NULL;
        doc->english = false;
        REQUIRE(language_find(doc) == 0);
        EXPECT(doc->english == (doc->x->language && strcmp(doc->x->language, "en") == 0));
        return doc->x->language;
}

TEST(function_words_tell_the_language)
{
        EXPECT_STR(
                language_of(
                        "The two ministers met in the old harbour and said that it was useful."),
                "en");
        EXPECT_STR(
                language_of(
                        "Die beiden Minister trafen sich am Hafen und sprachen über den Vertrag."),
                "de");
        EXPECT_STR(
                language_of(
                        "Les deux ministres se sont rencontrés dans le port et ont parlé du traité."),
                "fr");
        EXPECT_STR(
                language_of(
                        "Los dos ministros se reunieron en el puerto y hablaron sobre el tratado."),
                "es");
        EXPECT_STR(language_of("Министры встретились в порту, и это было полезно для всех."),
                   "ru");
}

TEST(scripts_tell_it_too)
{
        EXPECT_STR(language_of("两位部长在港口会面。"), "zh");
        EXPECT_STR(language_of("大臣たちは港で会った。"), "ja");
        EXPECT_STR(language_of("장관들이 항구에서 만났다."), "ko");
}

TEST(what_is_not_sure_is_not_known)
{
        EXPECT_STR(language_of("Xyzzy plugh frobnicate"), NULL);
        EXPECT_STR(language_of("12 345 – 678"), NULL);
        EXPECT_STR(language_of(""), NULL);
        EXPECT_STR(language_of("Once a week o'clock"), NULL); /* two words of Czech */
}

TEST(what_the_scraper_says_counts)
{
        struct document *doc = given("Xyzzy");

        ((struct article *)doc->article)->language = (char *)"EN-gb";
        REQUIRE(language_find(doc) == 0);
        EXPECT_STR(doc->x->language, "en");
}
