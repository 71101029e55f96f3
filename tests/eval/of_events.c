#include "tests/eval/of_events.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ARENA_MAX = 1 << 30, NAME_BYTES = 256 };

static int note(const struct of_events *of, struct arena *arena, const char *event,
                const char *line, uint64_t number)
{
        struct extraction *x;
        struct account *a;
        int r = extraction_decode(&x, arena, line, strlen(line), NULL);

        if (!r)
                r = account_digest(&a, arena, x);
        return r ? r : of->note(event, a, number);
}

int over_events(const struct of_events *of, const char *program)
{
        char *line = NULL, event[NAME_BYTES] = "";
        struct arena *arena = NULL;
        size_t room = 0;
        uint64_t number = 0;
        ssize_t size;
        int r = 0;

        while (!r && (size = getline(&line, &room, stdin)) > 0) {
                char *space = strchr(line, ' ');

                if (!space)
                        continue;
                *space = '\0';
                if (strcmp(line, event) != 0) {
                        of->print(event);
                        arena_free(arena);
                        arena = arena_new(ARENA_MAX);
                        snprintf(event, sizeof(event), "%s", line);
                        number = 0;
                }
                if (line[size - 1] == '\n')
                        line[size - 1] = '\0';
                r = arena ? note(of, arena, event, space + 1, ++number) : -ENOMEM;
        }
        of->print(event);
        arena_free(arena);
        free(line);
        if (r)
                fprintf(stderr, "%s: %d\n", program, r);
        return r != 0;
}
