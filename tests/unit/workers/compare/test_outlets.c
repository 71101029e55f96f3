/* Outlets under their many names */
#include "base/macros.h"
#include "tests/unit/test.h"
#include "workers/compare/outlets.h"

TEST(a_site_an_agency_and_a_paper_are_known_by_any_of_their_names)
{
        static const char *const same[][2] = {
                { "Reuters", "www.reuters.com" },
                { "Reuters", "uk.reuters.com" },
                { "BBC News", "news.bbc.co.uk" },
                { "USA TODAY", "usatoday30.usatoday.com" },
                { "The Harbour Post", "harbourpost.example" },
                { "The Harbour Post", "Harbour Post - News" },
                { "AP", "Associated Press" },
                { "CNN", "CNN (Web News)" },
        };

        for (size_t i = 0; i < ARRAY_SIZE(same); i++)
                EXPECT(outlet_key(same[i][0]) == outlet_key(same[i][1]));
}

TEST(others_are_others)
{
        EXPECT(outlet_key("The Harbour Post") != outlet_key("The Morning Post"));
        EXPECT(outlet_key("www.post.example") != outlet_key("www.harbourpost.example"));
        EXPECT(outlet_key("") == 0 && outlet_key(NULL) == 0 && outlet_key("...") == 0);
        EXPECT(outlet_key(".com") == 0 || outlet_key(".com") != outlet_key("Reuters"));
}

TEST(agencies_and_papers_are_press_and_companies_are_not)
{
        EXPECT(outlet_is_press("Reuters") && outlet_is_press("The Harbour Post") &&
               outlet_is_press("Ostrin News") && outlet_is_press("Vellmar Post-Gazette"));
        EXPECT(!outlet_is_press("Ostrin Ferries") && !outlet_is_press("Post") &&
               !outlet_is_press(""));
}

TEST(an_agency_is_known_by_its_key)
{
        EXPECT(outlet_is_agency(outlet_key("Reuters")) &&
               outlet_is_agency(outlet_key("www.reuters.com")) &&
               outlet_is_agency(outlet_key("Associated Press")));
        EXPECT(!outlet_is_agency(outlet_key("The Harbour Post")) && !outlet_is_agency(0) &&
               !outlet_is_agency(outlet_key("Reuters") | OUTLET_CONTRIBUTES));
}
