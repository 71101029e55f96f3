/* Panels over names that were scraped into the sentence. */
#include <stdio.h>
#include <string.h>

#include "base/macros.h"
#include "tests/unit/test.h"
#include "workers/text/hovers.h"

static void expect(const char *text, const char *kept)
{
        char out[600], *end = out + hovers_drop(text, strlen(text), out);

        *end = '\0';
        EXPECT_STR(out, kept);
}

TEST(a_panel_over_a_name_goes)
{
        expect("President Lind Ada Maria LindFive things about the ferry Divers find a bell MORE said "
               "so.",
               "President Lind said so.");
        expect("Mayor Olaf Berg Olaf (Ole) Nils Berg2020 was a bad year for ferries MORE, who sank it.",
               "Mayor Olaf Berg, who sank it.");
        expect("Olaf McBerg Olaf Nils McBergFerry sinks MORE’s boat", "Olaf McBerg’s boat");
        expect("Lind Ada LindOne bell MORE and Berg Ole BergTwo bells MORE met.",
               "Lind and Berg met.");
}

TEST(what_is_no_panel_stays)
{
        static const char *const texts[] = {
                "Ada Lind of LindAir said MORE boats are needed.",
                "READ MORE: The ferry of McBerg",
                "President Lind Ada Maria LindFive things about the ferry.",
                "President Lind Ada Maria LindFive things about the ferry MOREOVER said.",
                "She met Lind and then LindFive MORE said.",
                "MORE",
                " MORE",
                "",
        };

        for (size_t i = 0; i < ARRAY_SIZE(texts); i++)
                expect(texts[i], texts[i]);
}
