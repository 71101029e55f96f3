/* What stands under a post or a picture, and is none of its words. */
#include <string.h>

#include "base/macros.h"
#include "tests/unit/test.h"
#include "workers/compare/posts.h"

TEST(whose_post_it_is_and_its_addresses_are_none_of_its_words)
{
        static const char *const cases[][2] = {
                { "The quay sank. pic.twitter.com/aB1 \u2014 Ada Lind (@adalind) March 2, 2026",
                  "The quay sank." },
                { "The quay sank. \u2014 Ada Lind (@adalind)", "The quay sank." },
                { "The quay sank - Ada Lind (@adalind) 2 March", "The quay sank" },
                { "The quay sank https://t.co/a1 pic.twitter.com/b2", "The quay sank" },
                { "The quay sank. @vellmar @adalind https://t.co/a1", "The quay sank." },
                { "The quay sank under @adalind", "The quay sank under @adalind" },
                { "Skip Twitter post by @adalind The quay sank.", "The quay sank." },
                { "Skip Twitter post by @adalind", "" },
                { "@adalind", "@adalind" },
                { "The quay sank.", "The quay sank." },
                { "The quay \u2014 so Ada Lind (@adalind) of the harbour board had told all of us "
                  "the day before \u2014 sank.",
                  "The quay \u2014 so Ada Lind (@adalind) of the harbour board had told all of us "
                  "the day before \u2014 sank." },
                { "See https://t.co/a1 for Jean-Luc (@jl).",
                  "See https://t.co/a1 for Jean-Luc (@jl)." },
                { "https://t.co/a1", "" },
                { "", "" },
        };

        for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
                struct span whole = { 0, (uint32_t)strlen(cases[i][0]) };
                struct span s = without_signature(cases[i][0], whole);
                char kept[200];

                snprintf(kept, sizeof(kept), "%.*s", (int)(s.end - s.start),
                         cases[i][0] + s.start);
                EXPECT_STR(kept, cases[i][1]);
        }
}

TEST(a_signature_alone_is_under_a_post)
{
        static const char post[] = "\u2014 Ada Lind (@adalind) March 2, 2026";
        static const char prose[] = "\u2014 Ada Lind said so.";
        static const char picture[] = "FILE - The quay of Vellmar.";

        EXPECT(is_under_post(post, (struct span){ 0, sizeof(post) - 1 }));
        EXPECT(!is_under_post(prose, (struct span){ 0, sizeof(prose) - 1 }));
        EXPECT(is_under_post(picture, (struct span){ 0, sizeof(picture) - 1 }));
}
