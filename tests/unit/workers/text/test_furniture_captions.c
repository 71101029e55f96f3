/* Captions of pictures and films, told by the credit that they end with, however long they are.
 */
#include <stdio.h>
#include <string.h>

#include "base/macros.h"
#include "tests/unit/test.h"
#include "workers/text/furniture.h"

/* More words than a short caption has. */
#define SHOWN                                                                                      \
        "Skippers of the northern islands look on as the oldest ferry of the sound is towed into " \
        "the harbour of Ostrin, where it is to be laid up for the winter while the owners, the "   \
        "town and the court of the islands quarrel over who has to pay for the new engine that "   \
        "it was promised two years ago."

static void are_all(enum furniture kind, const char *const *lines, size_t n)
{
        for (size_t i = 0; i < n; i++)
                EXPECT_INT(furniture_of(lines[i], strlen(lines[i])), kind);
}

TEST(what_ends_with_the_credit_of_a_picture_is_its_caption)
{
        static const char *const captions[] = {
                SHOWN " (AP Photo/Ada Strand, File)",
                SHOWN " (Ada Strand/Sound Post via AP)",
                SHOWN " (Ada Strand/Sound Post via AP) (Associated Press)",
                SHOWN " (Ada Strand, File/Associated Press)",
                SHOWN " (Photo: Ada Strand, AP)",
                SHOWN " (Photo by Ada Strand / AFP).",
                SHOWN " (Reuters photo: Ada Strand)",
                SHOWN " [Photo/Agencies]",
                SHOWN " (Photo by Ada Strand Jr.)",
                "“" SHOWN "” (AP Photo/Ada Strand)",
        };
        static const char *const prose[] = {
                SHOWN,
                SHOWN " (Associated Press)",
                SHOWN " (They were paid in May.)",
                SHOWN " The court sat (AP Photo/Ada Strand, File)",
                SHOWN " (AP Photo/Ada Strand, File) They will be paid in May.",
                SHOWN " AP Photo/Ada Strand)",
                SHOWN " (Getty Images declined to comment.)",
                SHOWN " (They left for the islands via APBA)",
                SHOWN " (It was told via APs of the harbour)",
        };

        are_all(FURNITURE_CREDIT, captions, ARRAY_SIZE(captions));
        are_all(FURNITURE_NONE, prose, ARRAY_SIZE(prose));
}

TEST(an_old_picture_says_so_first)
{
        static const char *const captions[] = {
                "FILE - In this March 9, 2031 file photo, " SHOWN,
                "File - In this March 9, 2031, photo, " SHOWN,
        };
        static const char *const prose[] = {
                "File this under ferries: in this photo, " SHOWN,
                "FILE - In this March 9, 2031 note, " SHOWN,
        };

        are_all(FURNITURE_CREDIT, captions, ARRAY_SIZE(captions));
        are_all(FURNITURE_NONE, prose, ARRAY_SIZE(prose));
}

TEST(a_caption_may_be_longer_than_other_furniture)
{
        static char line[1400];

        snprintf(line, sizeof(line), "%s %s (AP Photo/Ada Strand)", SHOWN, SHOWN);
        EXPECT_INT(furniture_of(line, strlen(line)), FURNITURE_CREDIT);
        snprintf(line, sizeof(line), "%s %s %s %s (AP Photo/Ada Strand)", SHOWN, SHOWN, SHOWN,
                 SHOWN);
        EXPECT_INT(furniture_of(line, strlen(line)), FURNITURE_NONE);
}

TEST(what_a_film_shows_is_no_text)
{
        static const char *const films[] = {
                "CLOSE The oldest ferry of the sound was towed into the harbour on Monday. USA TODAY",
                SHOWN " (April 3) AP",
                SHOWN " (Sept. 29) AP",
        };
        static const char *const prose[] = {
                "CLOSE RACE for the harbour: two skippers are level before the last heat, they say.",
                "Close the harbour, the owners were told, and the ferry will be paid for by May.",
                SHOWN " (of 3) AP",
                SHOWN " (April) AP",
                SHOWN " (April is the month of the 3) AP",
                "Close The ferry of the sound, they said, and it was towed away on Monday.",
        };

        are_all(FURNITURE_CREDIT, films, ARRAY_SIZE(films));
        are_all(FURNITURE_NONE, prose, ARRAY_SIZE(prose));
}

TEST(an_agencys_name_runs_into_what_its_picture_shows)
{
        static const char *const captions[] = {
                "Reuters Skippers look on as the oldest ferry is towed in",
                "Splash News 12 ferries lie in the ice of the harbour",
                "EPA The oldest ferry lies in the ice of the harbour",
                "GETTY The oldest ferry lies in the ice of the harbour",
                "Getty - Contributor The ferry left the harbour in 2031",
                "AP:Associated Press The ferry left the harbour on Monday",
        };
        static const char *const prose[] = {
                "Reuters reported that the oldest ferry had been towed in",
                "Reuters Skippers look on as the oldest ferry is towed in.",
                "Reuters Skippers Look On",
                "Ostrin Skippers look on as the oldest ferry is towed in",
                "Getty Museum on the islands gives the ferry back",
                "EPA Administrator Ada Strand defends her record on ferries",
                "Rex W. Strand, the skipper, and others of the crew look on, “very closely”",
                "Reuters President Ada Strand said to them: “I look on.”",
                "AP Chief Minister Ada Strand told the assembly of the state on Monday:",
                "PA President Ada Strand told reporters that he looks on (as always)",
        };

        are_all(FURNITURE_CREDIT, captions, ARRAY_SIZE(captions));
        are_all(FURNITURE_NONE, prose, ARRAY_SIZE(prose));
}

TEST(a_caption_may_be_nothing_but_a_credit)
{
        static char blanks[700];

        EXPECT_INT(furniture_of("(AP Photo/Ada Strand)", strlen("(AP Photo/Ada Strand)")),
                   FURNITURE_CREDIT);
        memset(blanks, '.', sizeof(blanks));
        EXPECT_INT(furniture_of(blanks, sizeof(blanks)), FURNITURE_NONE);
        memcpy(blanks, "CLOSE The", strlen("CLOSE The"));
        EXPECT_INT(furniture_of(blanks, sizeof(blanks)), FURNITURE_NONE);
}
