/* news - made-up reports, the log that a store would keep of them, and what a linker says of it
 */
#pragma once

#include <stdio.h>
#include <string.h>

#include "tests/unit/test.h"
#include "workers/link/link.h"

enum { NEWS_MAX = 400 };

/* A log of signatures, as a store keeps it, with each article's event. */
struct log {
        struct buffer signatures[NEWS_MAX];
        uint64_t events[NEWS_MAX];
        bool named[NEWS_MAX]; /* an event bears its number, or bore it */
        size_t n;
};

static inline void log_clear(struct log *log)
{
        for (size_t i = 0; i < log->n; i++)
                buffer_clear(&log->signatures[i]);
        memset(log->named, 0, sizeof(log->named));
        log->n = 0;
}

/* @told: the day of which the text's first sentence tells, or NULL. */
static inline void write_told(struct log *log, const char *published, const char *told,
                              const char *title, const char *text)
{
        struct span sentence = { 0, (uint32_t)strlen(text) };
        struct time_expression time = { .span = { 1, 2 }, .type = TIME_DATE, .value = told };
        struct extraction x = { .article = "a",
                                .source = "s",
                                .is_article = true,
                                .title = title,
                                .text = text,
                                .text_size = (uint32_t)strlen(text),
                                .sentences = &sentence,
                                .n_sentences = 1,
                                .times = &time,
                                .n_times = told != NULL };

        REQUIRE(log->n < NEWS_MAX);
        x.published.value = published;
        log->signatures[log->n] = (struct buffer){ 0 };
        REQUIRE(link_signature(&x, &log->signatures[log->n++]) == 0);
}

static inline void write_down(struct log *log, const char *published, const char *title,
                              const char *text)
{
        write_told(log, published, NULL, title, text);
}

static inline void apply(struct log *log, const struct link_change *c)
{
        if (c->kind == LINK_FOUNDED || c->kind == LINK_JOINED)
                log->events[c->article - 1] = c->event;
        if (c->kind == LINK_LEFT)
                log->events[c->article - 1] = 0;
        if (c->kind == LINK_FOUNDED || c->kind == LINK_SPLIT) {
                uint64_t event = c->kind == LINK_FOUNDED ? c->event : c->other;

                EXPECT(!log->named[event - 1]); /* a number is given once */
                log->named[event - 1] = true;
        }
        for (size_t i = 0; c->kind == LINK_MERGED && i < log->n; i++) {
                if (log->events[i] == c->event)
                        log->events[i] = c->other;
        }
}

static inline void add(struct linker *linker, struct log *log, size_t i, uint64_t replaces)
{
        const struct link_change *changes;
        size_t n;

        REQUIRE(linker_add(linker, i + 1, log->signatures[i].data, log->signatures[i].size,
                           replaces, 0, &changes, &n) == 0);
        for (size_t k = 0; k < n; k++)
                apply(log, &changes[k]);
}

/* Made-up stories: each has its own names and words, and its reports repeat most of them. */
static inline void write_story(struct log *log, unsigned story, unsigned report,
                               const char *published)
{
        static const char *const names[] = { "Velt", "Brandt", "Okoro", "Lindqvist", "Moreau" };
        static const char *const things[] = { "ferry", "dam", "refinery", "election",
                                              "orchard" };
        static const char *const acts[] = { "sank", "burst", "burned", "stalled", "froze" };
        char title[200], text[1200];
        unsigned s = story % 5;

        snprintf(title, sizeof(title), "%s%u %s %s in Quorn%u", names[s], story, things[s],
                 acts[s], story);
        snprintf(
                text, sizeof(text),
                "The %s at Quorn%u %s on Monday, said mayor %s%u. Witnesses near the %s of "
                "Quorn%u described smoke and shouting, report %u. Engineer Harlan%u had warned "
                "the council of Quorn%u about the %s for years. The inquiry under judge Tavish%u "
                "begins in the spring, and mayor %s%u will testify about the %s.",
                things[s], story, acts[s], names[s], story, things[s], story, report, story,
                story, things[s], story, names[s], story, things[s]);
        write_down(log, published, title, text);
}
