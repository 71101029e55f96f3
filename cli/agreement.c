#include "cli/agreement.h"

#include <string.h>

#include "cli/values.h"

enum { PROOF_BYTES_MAX = 240 };

static bool is_by(const json_t *finding, const char *rule)
{
        return strcmp(json_text(finding, "rule") ? json_text(finding, "rule") : "", rule) == 0;
}

/* The shortest sentence that proves a figure: who, where and what for. */
static void put_shortest(struct buffer *line, const json_t *agreement)
{
        const json_t *evidence = json_object_get(agreement, "evidence");
        const char *best = NULL;

        for (size_t i = 0; i < json_array_size(evidence); i++) {
                const char *text = json_text(json_array_get(evidence, i), "text");

                if (text && (!best || strlen(text) < strlen(best)))
                        best = text;
        }
        if (!best || strlen(best) > PROOF_BYTES_MAX)
                return;
        buffer_put_text(line, " · ");
        safe_put(line, best);
}

/* A sentence speaks for itself, and so does one that tells an act, whose value is its verb. Of
 * a day, as of a thing, they do not say the same: they name it. */
void agreement_put(struct buffer *line, const json_t *agreement)
{
        const char *about = json_text(agreement, "about"), *value;

        value = is_by(agreement, "compare.act") ? NULL : json_text(agreement, "value");
        if (is_by(agreement, "compare.topic") || is_by(agreement, "compare.date"))
                buffer_put_text(line, "all name ");
        if (value && is_by(agreement, "compare.date"))
                about = value;
        safe_put(line, about);
        if (!value || !about || strcmp(value, about) == 0)
                return;
        buffer_put_text(line, ": ");
        value_put(line, value);
        put_shortest(line, agreement);
}
