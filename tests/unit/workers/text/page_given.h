/* page_given - the text of a made-up article, for pages to put around it */
#pragma once

#include "tests/unit/workers/given.h"

#define FIRST                                                                                  \
        "The two harbour masters met on Monday to talk about the ferries that run between "    \
        "the islands in the winter, and agreed on little."
#define THEN                                                                                   \
        "They will meet again in spring, when the ice has gone from the sound and the boats "  \
        "are back in the water, said the older of the two."
#define LAST                                                                                   \
        "Nobody on the islands was asked what they think of it, and nobody seemed to mind, "   \
        "as far as this reporter could find out."
#define PLAIN   FIRST "\n\n" THEN "\n\n" LAST
#define P(text) "<p>" text "</p>"
#define BODY    P(FIRST) P(THEN) P(LAST)

/* The headline of a page whose text is asked for. */
#define TITLED "<title>Ferries stop for the winter</title><h1>Ferries stop for the winter</h1>"

/** What is found as the text of a page. */
static inline const char *text_of(const char *html)
{
        return given_page("https://www.soundpost.example/f", html)->text;
}
