#include "workers/compare/ages.h"

#include <string.h>
#include <strings.h>

#include "base/macros.h"
#include "workers/compare/counted.h"
#include "workers/compare/figure_words.h"
#include "workers/text/letters.h"

enum {
        AGE_BEHIND = 12, /* bytes behind a number in which "year-old" begins */
        AGED_NEAR = 3,   /* words from "aged" to the last of several ages */
        AGED_NEXT = 2,   /* … to years: "the age of 61" */
        AGED_GAP = 40,   /* bytes from an age to the name behind it */
        AGE_LEAST = 2000,
        AGE_MOST = 110000,
};

/* Of the character that the byte belongs to. */
static enum letter_kind kind_at(const struct account *a, uint32_t byte)
{
        const char *text = a->x->text;
        unsigned size;

        while (byte > 0 && ((unsigned char)text[byte] & 0xc0) == 0x80)
                byte--;
        return letter_kind_at(text + byte, text + a->x->text_size, &size);
}

static bool is_letter(const struct account *a, uint32_t byte)
{
        return letter_is_word(kind_at(a, byte));
}

/* "He was 75": years that the text does not call so, see quantity_of_told_age(). */
static bool is_told_age(const struct account *a, const struct quantity *q)
{
        const char *text = a->x->text;

        if (q->kind != QUANTITY_DURATION || !q->unit || strcmp(q->unit, "year") != 0 || !q->of)
                return false;
        for (uint32_t i = q->span.start; i < q->span.end; i++)
                if (text[i] < '0' || text[i] > '9')
                        return false;
        return q->span.start > 1 && text[q->span.start - 1] == ' ' &&
               is_letter(a, q->span.start - 2);
}

bool figure_is_age(const struct account *a, const struct quantity *q)
{
        const char *text = a->x->text, *behind = text + q->span.end;
        size_t left = a->x->text_size - q->span.end;

        if (q->kind != QUANTITY_DURATION && q->kind != QUANTITY_COUNT)
                return false;
        if ((q->of && strstr(q->of, "-old")) || is_told_age(a, q))
                return true;
        if (q->unit && strcmp(q->unit, "year") == 0 && q->of && *behind == ',' &&
            q->span.start >= 2 && text[q->span.start - 2] == ',')
                return true;
        for (size_t i = 0; i < left && i < AGE_BEHIND; i++) {
                if (strchr(" -", behind[i]) || (behind[i] == 's' && i && behind[i - 1] == 'r'))
                        continue;
                if (left - i <= 4 || strncasecmp(behind + i, "year", 4) != 0)
                        return i && left - i >= 3 && strncasecmp(behind + i, "old", 3) == 0;
                i += 3;
        }
        return false;
}

/* "the driver, 46,": one, as "the drivers, 12," may be as many. */
static bool is_one_person(const char *text, struct span word)
{
        return (text[word.end - 1] != 's' || text[word.end - 2] == 's') &&
               counted_is_person(text + word.start, word.end - word.start);
}

/* "Ana Ferr, 61, and", "Ana F., 61,", "the driver, 61,": between commas, behind a name. */
static bool is_age_of_name(const struct account *a, const struct quantity *q)
{
        const char *text = a->x->text;
        uint32_t end = q->span.start - 2, name;

        if (q->span.start < 4 || strncmp(text + end, ", ", 2) != 0 ||
            text[q->span.end] != ',' || q->value > AGE_MOST || q->value < AGE_LEAST ||
            q->bound != BOUND_EXACT)
                return false;
        if (end >= 3 && text[end - 1] == '.' && text[end - 3] == ' ')
                end--;
        for (name = end; name > 0 && is_letter(a, name - 1);)
                name--;
        return name < end && (kind_at(a, name) == LETTER_UPPER ||
                              is_one_person(text, (struct span){ name, end }));
}

/* The first of "66- and 45-year-old", "66 and 45 years old". */
static bool is_age_beside(const struct account *a, const struct quantity *q)
{
        static const char *const joins[] = { " and ", "- and ", " or ", ", " };
        const char *behind = a->x->text + q->span.end;

        for (size_t i = 0; i < ARRAY_SIZE(joins); i++) {
                size_t n = strlen(joins[i]);

                if (q + 1 < a->x->quantities + a->x->n_quantities &&
                    strncmp(behind, joins[i], n) == 0 && q[1].span.start == q->span.end + n)
                        return figure_is_age(a, &q[1]);
        }
        return false;
}

bool figure_is_bare_age(const struct account *a, const struct quantity *q)
{
        static const char *const words[] = { "aged", "ages", "age" };
        size_t at = account_term_at(a, q->span.start), near = AGED_NEAR;
        bool years = q->kind == QUANTITY_DURATION && q->unit && strcmp(q->unit, "year") == 0;

        if (!years && (q->kind != QUANTITY_COUNT || q->unit))
                return false;
        if (years)
                near = AGED_NEXT;
        else if (is_age_of_name(a, q) || is_age_beside(a, q))
                return true;
        for (size_t i = at > near ? at - near : 0; i < at; i++)
                if (figure_term_is(a, i, words, ARRAY_SIZE(words)) &&
                    account_sentence_at(a, a->terms[i].start) ==
                            account_sentence_at(a, q->span.start))
                        return true;
        return false;
}

/* ------------------------------------------------------------ whose */

/* From the end of the age to a name: "-old ", "-year-old British ". Any other word in small
 * letters may be what was done to the one who is named. */
static bool leads_to_name(const struct account *a, struct span gap)
{
        static const char *const words[] = { "year", "years", "old" };
        const char *text = a->x->text;
        struct span word = { gap.start, gap.start };
        bool old = false;

        while (word.end < gap.end) {
                bool small;

                word.start = word.end + (uint32_t)strspn(text + word.end, " -");
                word.end = word.start;
                while (word.end < gap.end && is_letter(a, word.end))
                        word.end++;
                if (word.start >= gap.end)
                        break;
                small = kind_at(a, word.start) == LETTER_LOWER;
                if (word.end == word.start ||
                    (small && !letter_run_is_one_of(text + word.start, word.end - word.start,
                                                    words, ARRAY_SIZE(words))))
                        return false;
                old |= small;
        }
        return old;
}

/* From a name to the age: ", ", ", a ", ", aged ". */
static bool follows_name(const char *text, struct span gap)
{
        static const char *const joins[] = { ", ",      ", a ",      ", an ",     ", aged ",
                                             " (",      " was ",     " is ",      " turned ",
                                             " turns ", ", who is ", ", who was " };

        return letter_run_is_one_of(text + gap.start, gap.end - gap.start, joins,
                                    ARRAY_SIZE(joins));
}

/* "He was 75": the extraction has told whose age it is. */
static int told_bearer(const struct account *a, struct span own)
{
        const struct quantity *q = NULL;

        for (size_t i = 0; i < a->x->n_quantities && !q; i++)
                if (a->x->quantities[i].span.start == own.start)
                        q = &a->x->quantities[i];
        if (!q || !is_told_age(a, q))
                return -1;
        for (size_t i = 0; i < a->x->n_entities; i++)
                if (a->x->entities[i].type == ENTITY_PERSON && a->x->entities[i].name &&
                    strcmp(a->x->entities[i].name, q->of) == 0)
                        return (int)i;
        return -1;
}

int figure_aged(const struct account *a, struct span sentence, struct span own)
{
        const char *text = a->x->text;

        for (size_t i = 0; i < a->x->n_entities; i++) {
                const struct entity *e = &a->x->entities[i];
                size_t at = entity_mention_at(e, own.end);

                if (e->type != ENTITY_PERSON)
                        continue;
                if (at < e->n_mentions && e->mentions[at].end <= sentence.end &&
                    e->mentions[at].start - own.end <= AGED_GAP &&
                    leads_to_name(a, (struct span){ own.end, e->mentions[at].start }))
                        return (int)i;
                if (at > 0 && e->mentions[at - 1].start >= sentence.start &&
                    e->mentions[at - 1].end < own.start &&
                    follows_name(text, (struct span){ e->mentions[at - 1].end, own.start }))
                        return (int)i;
        }
        return told_bearer(a, own);
}
