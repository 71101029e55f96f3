#include "workers/compare/outlets.h"

#include <string.h>
#include <strings.h>

#include "base/ascii.h"
#include "base/digest.h"
#include "base/macros.h"
#include "workers/lexicon/lexicon.h"
#include "workers/text/letters.h"

extern const struct lexicon lexicon_news_agencies;
extern const struct lexicon lexicon_press_heads;

enum {
        KEY_MAX = 80,
        CREDIT_LEAST = 500, /* a credit that is rather a picture's is none */
};

static bool is_letter_or_digit(char c)
{
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

/* A host has a point, and no space. */
static bool is_host(const char *name, size_t n)
{
        return memchr(name, '.', n) && !memchr(name, ' ', n);
}

/* The label that tells: "reuters" of "www.uk.reuters.com", "bbc" of "news.bbc.co.uk". */
static size_t host_label(const char *name, size_t n, const char **ret)
{
        static const char *const registries[] = { "co", "com", "org", "net", "ac", "gov" };
        const char *labels[8] = { name };
        size_t sizes[8] = { n }, count = 0, at;

        for (const char *p = name; p < name + n && count < ARRAY_SIZE(labels);) {
                const char *end = memchr(p, '.', (size_t)(name + n - p));

                end = end ? end : name + n;
                labels[count] = p;
                sizes[count++] = (size_t)(end - p);
                p = end + 1;
        }
        at = count >= 2 ? count - 2 : 0;
        if (at > 0 &&
            letter_run_reads_one_of(labels[at], sizes[at], registries, ARRAY_SIZE(registries)))
                at--;
        *ret = labels[at];
        return sizes[at];
}

/* Takes a leading "the" and trailing words that say only what it is. */
static size_t trim(char *key, size_t n)
{
        static const char *const tails[] = { "(web news)", " - news", " online", " news",
                                             ".com",       " web",    " agency", " magazine" };
        bool cut = true;

        while (cut) {
                cut = false;
                for (size_t i = 0; i < ARRAY_SIZE(tails); i++) {
                        size_t size = strlen(tails[i]);

                        if (n > size && memcmp(key + n - size, tails[i], size) == 0) {
                                n -= size;
                                cut = true;
                        }
                }
                while (n && key[n - 1] == ' ')
                        n--;
        }
        if (n > 4 && memcmp(key, "the ", 4) == 0) {
                memmove(key, key + 4, n - 4);
                n -= 4;
        }
        return n;
}

static uint64_t key_of(const char *name, size_t size)
{
        const char *agency;
        char key[KEY_MAX];
        size_t n = 0, kept = 0, length;

        if (is_host(name, size))
                size = host_label(name, size, &name);
        for (; n < size && n < KEY_MAX; n++)
                key[n] = ascii_to_lower(name[n]);
        n = trim(key, n);
        agency = lexicon_find(&lexicon_news_agencies, key, n);
        if (agency) {
                length = lexicon_column(agency, 0, &agency);
                for (n = 0; n < length && n < KEY_MAX; n++)
                        key[n] = ascii_to_lower(agency[n]);
        }
        for (size_t i = 0; i < n; i++)
                if (is_letter_or_digit(key[i]))
                        key[kept++] = key[i];
        return kept ? digest_64(key, kept) & ~OUTLET_CONTRIBUTES : 0;
}

uint64_t outlet_key(const char *name)
{
        return name ? key_of(name, strlen(name)) : 0;
}

bool outlet_is_agency(uint64_t key)
{
        for (size_t i = 0; i < lexicon_news_agencies.n; i++) {
                const char *name;
                size_t size = lexicon_column(lexicon_news_agencies.entries[i].value, 0, &name);

                if (key_of(name, size) == key)
                        return true;
        }
        return false;
}

bool outlet_is_press(const char *name)
{
        size_t n = strlen(name), last = 0;
        char key[KEY_MAX] = "";

        if (n >= KEY_MAX)
                return false;
        for (size_t i = 0; i < n; i++) {
                key[i] = ascii_to_lower(name[i]);
                if (key[i] == ' ' || key[i] == '-')
                        last = i + 1;
        }
        return lexicon_find(&lexicon_news_agencies, key, n) ||
               (last && lexicon_find(&lexicon_press_heads, key + last, n - last));
}

static void add(uint64_t keys[CREDITED_MAX], size_t *n, uint64_t key)
{
        size_t at = *n;

        for (size_t i = 0; i < *n; i++)
                if (keys[i] == key)
                        return;
        if (!key || *n == CREDITED_MAX)
                return;
        for (; at > 0 && keys[at - 1] > key; at--)
                keys[at] = keys[at - 1];
        keys[at] = key;
        ++*n;
}

static bool ends_with(const char *text, uint32_t end, const char *words)
{
        size_t n = strlen(words);

        return end >= n && strncasecmp(text + end - n, words, n) == 0 &&
               (end == n || !is_letter_or_digit(ascii_to_lower(text[end - n - 1])));
}

/* "told the Post", "according to the Post", "the Post reported", "a Post article": what it
 * printed is told. An outlet calls others its affiliates in words of its own, which are
 * reprinted as they are. */
static bool is_credited_at(const struct account *a, struct span s)
{
        static const char *const before[] = { "told ",
                                              "told the ",
                                              "according to ",
                                              "reported by ",
                                              "according to the ",
                                              "reported by the ",
                                              "published by ",
                                              "published by the ",
                                              "obtained by ",
                                              "obtained by the ",
                                              "wrote in the ",
                                              "interview with ",
                                              "interview with the ",
                                              "via " };
        static const char *const behind[] = { " reported",       " reports",  " has reported",
                                              " first reported", " quoted",   " cited",
                                              " revealed",       " was told", " article",
                                              " report",         " affiliate" };
        const char *text = a->x->text;
        size_t left = a->x->text_size - s.end;

        for (size_t i = 0; i < ARRAY_SIZE(before); i++)
                if (ends_with(text, s.start, before[i]))
                        return true;
        for (size_t i = 0; i < ARRAY_SIZE(behind); i++)
                if (left > strlen(behind[i]) &&
                    strncasecmp(text + s.end, behind[i], strlen(behind[i])) == 0 &&
                    !is_letter_or_digit(ascii_to_lower(text[s.end + strlen(behind[i])])))
                        return true;
        return false;
}

/* "Coast Press writers Ada Lind and Tomas Brandt contributed": so ends what the agency's own
 * people wrote. */
static bool is_staff_behind(const struct account *a, struct span s)
{
        static const char *const staff[] = { " writer",     " reporter",   " correspondent",
                                             " journalist", " researcher", " staff" };
        const char *text = a->x->text;

        for (size_t i = 0; !span_is_none(s) && i < ARRAY_SIZE(staff); i++)
                if (a->x->text_size - s.end > strlen(staff[i]) &&
                    strncasecmp(text + s.end, staff[i], strlen(staff[i])) == 0)
                        return true;
        return false;
}

static uint64_t credit_key(const struct account *a, const struct credit *credit)
{
        uint64_t key = outlet_key(credit->agency);
        const char *rule = credit->by.rule ? credit->by.rule : "";
        bool contributes = strcmp(rule, "credits.contributes") == 0;

        return key && contributes && !is_staff_behind(a, credit->span)
                       ? key | OUTLET_CONTRIBUTES
                       : key;
}

size_t outlets_credited(const struct account *a, uint64_t keys[CREDITED_MAX])
{
        const struct extraction *x = a->x;
        size_t n = 0;

        if (x->dateline.found)
                add(keys, &n, outlet_key(x->dateline.agency));
        for (size_t i = 0; i < x->n_credits; i++)
                if (x->credits[i].by.confidence >= CREDIT_LEAST)
                        add(keys, &n, credit_key(a, &x->credits[i]));
        for (size_t i = 0; i < x->n_entities; i++) {
                const struct entity *e = &x->entities[i];

                if (e->type != ENTITY_ORGANIZATION && e->type != ENTITY_OTHER)
                        continue;
                for (size_t k = 0; k < e->n_mentions; k++)
                        if (is_credited_at(a, e->mentions[k]))
                                add(keys, &n,
                                    key_of(x->text + e->mentions[k].start,
                                           e->mentions[k].end - e->mentions[k].start));
        }
        return n;
}
