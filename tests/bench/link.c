/* link - what does linking cost when much is indexed?
 *
 *     link INDEXED FILE...      FILE: extractions, as `parallax extract --json` prints them
 *
 * Takes in INDEXED articles, then measures the next 2,000: processor time an article, and the
 * most memory that the process ever held; besides how many articles an event got, so that it
 * shows when what was made is unlike news.
 *
 * So many articles are made out of the few real ones. The log goes on in rounds of as many
 * articles as the files hold. An article draws a pattern among the real ones and a round among
 * those of the last two days, and keeps the pattern's features, how often and where they stand,
 * but
 *   - of what English at large hardly knows (names, figures, rare words) three in four have
 *     another hash in each round, the same in all of a round's articles: the reports of an
 *     event keep what they share, and no other round has it, while every fourth name goes on
 *     to be in the news;
 *   - of the ordinary words behind the lead, one in four is exchanged for one of another
 *     pattern, so that no two rounds tell the same in the same words, and the posting lists of
 *     common words grow as the log does;
 *   - one feature in fifty is the article's own.
 * An event is what linking makes one of the files' articles, in one round. All but the last
 * articles are put back as a store does it, as members of their events, which is quicker; those
 * before the measured ones are linked.
 *
 * The dates are spread over the window's days, so that all INDEXED articles are in it at once,
 * and what is measured also forgets the oldest where there are more than it keeps in any case.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "base/arena.h"
#include "base/digest.h"
#include "tests/bench/text.h"
#include "workers/link/link.h"
#include "workers/link/signature.h"
#include "workers/link/told.h"
#include "workers/link/weights.h"

enum {
        MEASURED = 2000,
        LINKED = 10000, /* … before those that are measured, at most */
        PATTERNS_MAX = 20000,
        ARENA_BYTES = 256 << 20,
        DAY = 24 * 60,
        EVENT_DAYS = 2,
        LATE = 6 * 60, /* minutes from an article's date until it comes, at most */
        START = 30000000,
        RENAMED_OF_FOUR = 3,
        EXCHANGED_ONE_IN = 4,
        OWN_ONE_IN = 50,
};

struct pattern {
        uint64_t event; /* of the files' articles; its number in the log of their order */
        struct signature s;
        struct feature features[FEATURES_MAX];
};

struct log {
        struct pattern *patterns[PATTERNS_MAX];
        size_t n_patterns;
        uint64_t indexed;   /* articles in the window's days */
        uint64_t *founders; /* by round and event of the files' articles */
};

/* What an article is made of. */
struct plan {
        uint64_t round, pattern;
};

/* The same draw for the same purpose and numbers, on any machine. */
static uint64_t draw(char purpose, uint64_t a, uint64_t b)
{
        uint64_t key[3] = { (uint64_t)purpose, a, b };

        return digest_64(key, sizeof(key));
}

/* ------------------------------------------------------------ the real articles */

static int read_pattern(struct log *log, const char *line, size_t size)
{
        _cleanup_(arena_freep) struct arena *arena = arena_new(ARENA_BYTES);
        _cleanup_(buffer_clear) struct buffer signature = { 0 };
        struct pattern *p = calloc(1, sizeof(*p));
        struct extraction *x;

        if (!arena || !p || log->n_patterns == PATTERNS_MAX ||
            extraction_decode(&x, arena, line, size, NULL) || link_signature(x, &signature)) {
                free(p);
                return -1;
        }
        p->s.features = p->features;
        if (signature_decode(&p->s, signature.data, signature.size)) {
                free(p);
                return -1;
        }
        log->patterns[log->n_patterns++] = p;
        return 0;
}

static int read_file(struct log *log, const char *path)
{
        FILE *file = fopen(path, "re");
        char *line = NULL;
        size_t room = 0;
        ssize_t size;
        int r = file ? 0 : -1;

        while (!r && (size = getline(&line, &room, file)) > 0)
                r = read_pattern(log, line, (size_t)size - (line[size - 1] == '\n'));
        free(line);
        if (file)
                fclose(file);
        return r;
}

/* ------------------------------------------------------------ articles made of them */

static bool holds(const struct signature *s, uint64_t hash)
{
        for (size_t i = 0; i < s->n_features; i++) {
                if (s->features[i].hash == hash)
                        return true;
        }
        return false;
}

/* An ordinary word of another pattern that stands behind its lead, if the draw hits one. */
static void exchange(const struct log *log, struct signature *s, struct feature *f,
                     uint64_t number)
{
        uint64_t d = draw('x', number, f->hash);
        const struct signature *other = &log->patterns[d % log->n_patterns]->s;
        const struct feature *g;

        if (!other->n_features)
                return;
        g = &other->features[(d >> 32) % other->n_features];
        if (g->commonness && !g->lead && !g->title && !holds(s, g->hash))
                *f = *g;
}

static int by_hash(const void *a, const void *b)
{
        const struct feature *x = a, *y = b;

        return (x->hash > y->hash) - (x->hash < y->hash);
}

/* How much later than its turn an article of an event may come, at most, in articles. */
static uint64_t latest(const struct log *log)
{
        return EVENT_DAYS * log->indexed / link_weights.window_days;
}

static struct plan plan_of(const struct log *log, uint64_t number)
{
        return (struct plan){
                .round = (number + draw('r', number, 0) % (latest(log) + 1)) / log->n_patterns,
                .pattern = draw('p', number, 0) % log->n_patterns,
        };
}

static int make(const struct log *log, uint64_t number, struct buffer *out)
{
        struct plan plan = plan_of(log, number);
        struct pattern p = *log->patterns[plan.pattern];
        int64_t before = p.s.minute;

        p.s.features = p.features;
        for (size_t i = 0; i < p.s.n_features; i++) {
                struct feature *f = &p.features[i];
                uint64_t renamed = draw('f', plan.round, f->hash);

                if (draw('o', number, f->hash) % OWN_ONE_IN == 0)
                        f->hash = draw('n', number, f->hash);
                else if (f->commonness == 0 && renamed % 4 < RENAMED_OF_FOUR)
                        f->hash = renamed;
                else if (f->commonness && !f->lead && !f->title &&
                         renamed % EXCHANGED_ONE_IN == 0)
                        exchange(log, &p.s, f, number);
        }
        qsort(p.features, p.s.n_features, sizeof(*p.features), by_hash);
        p.s.source = draw('s', number % 1000, 0);
        if (p.s.known != KNOWN_NOT)
                p.s.minute = START - (int64_t)(draw('l', number, 0) % LATE) +
                             (int64_t)(number * link_weights.window_days * DAY / log->indexed);
        /* as long before its date as it was */
        p.s.told += p.s.told != TOLD_UNKNOWN ? (int32_t)(p.s.minute / DAY - before / DAY) : 0;
        return signature_encode(&p.s, out);
}

/* ------------------------------------------------------------ their events */

static void apply(struct log *log, const struct link_change *c)
{
        if (c->kind == LINK_FOUNDED || c->kind == LINK_JOINED)
                log->patterns[c->article - 1]->event = c->event - 1;
        for (size_t i = 0; c->kind == LINK_MERGED && i < log->n_patterns; i++) {
                if (log->patterns[i]->event == c->event - 1)
                        log->patterns[i]->event = c->other - 1;
        }
}

/* Links the files' articles as they are. */
static int find_events(struct log *log)
{
        _cleanup_(linker_freep) struct linker *linker = linker_new();
        int r = linker ? 0 : -1;

        for (size_t i = 0; !r && i < log->n_patterns; i++) {
                _cleanup_(buffer_clear) struct buffer signature = { 0 };
                const struct link_change *changes;
                size_t n = 0;

                r = signature_encode(&log->patterns[i]->s, &signature);
                if (!r)
                        r = linker_add(linker, i + 1, signature.data, signature.size, 0, 0,
                                       &changes, &n);
                for (size_t k = 0; k < n; k++)
                        apply(log, &changes[k]);
        }
        return r;
}

/* Puts an article back as a store does it. */
static int put_back(struct log *log, struct linker *linker, uint64_t number)
{
        _cleanup_(buffer_clear) struct buffer signature = { 0 };
        struct plan plan = plan_of(log, number);
        uint64_t *founder = &log->founders[plan.round * log->n_patterns +
                                           log->patterns[plan.pattern]->event];
        struct link_restored kept = { .number = number, .named = !*founder };

        if (!*founder)
                *founder = number;
        kept.event = *founder;
        if (make(log, number, &signature))
                return -1;
        kept.signature = (struct blob){ signature.data, signature.size };
        return linker_restore(linker, &kept);
}

/* ------------------------------------------------------------ linking them */

struct run {
        struct linker *linker;
        uint64_t number, founded, merged, split;
};

/* Processor time in microseconds, or 0: it failed. */
static uint64_t take_in(const struct log *log, struct run *run, uint64_t n)
{
        struct buffer *signatures = calloc(n, sizeof(*signatures));
        uint64_t start, took = 0;
        int r = signatures ? 0 : -1;

        for (uint64_t i = 0; !r && i < n; i++)
                r = make(log, run->number + 1 + i, &signatures[i]);
        start = bench_cpu_us();
        for (uint64_t i = 0; !r && i < n; i++) {
                const struct link_change *changes;
                size_t n_changes = 0;

                r = linker_add(run->linker, ++run->number, signatures[i].data,
                               signatures[i].size, 0, 0, &changes, &n_changes);
                for (size_t k = 0; k < n_changes; k++) {
                        run->founded += changes[k].kind == LINK_FOUNDED;
                        run->merged += changes[k].kind == LINK_MERGED;
                        run->split += changes[k].kind == LINK_SPLIT;
                }
        }
        took = r ? 0 : bench_cpu_us() - start + 1;
        for (uint64_t i = 0; signatures && i < n; i++)
                buffer_clear(&signatures[i]);
        free(signatures);
        return took;
}

static int measure(struct log *log)
{
        _cleanup_(linker_freep) struct linker *linker = linker_new();
        struct run run = { .linker = linker };
        struct rusage usage;
        uint64_t took = 1, put;

        while (linker && took && run.number + LINKED < log->indexed)
                took = put_back(log, linker, ++run.number) ? 0 : 1;
        put = run.number;
        while (linker && took && run.number < log->indexed)
                took = take_in(log, &run, MEASURED);
        if (linker && took)
                took = take_in(log, &run, MEASURED);
        if (!linker || !took)
                return fprintf(stderr, "link: an article cannot be linked\n"), 1;
        getrusage(RUSAGE_SELF, &usage);
        printf("%.1f us an article, %llu indexed (%ld MB at most; %.1f articles an event, "
               "%llu merged, %llu split)\n",
               (double)took / MEASURED, (unsigned long long)run.number - MEASURED,
               usage.ru_maxrss / 1024,
               (double)(run.number - put) / (double)(run.founded + run.split - run.merged),
               (unsigned long long)run.merged, (unsigned long long)run.split);
        return 0;
}

static int start(struct log *log)
{
        int r;

        log->founders =
                calloc(log->indexed + latest(log) + 2 * log->n_patterns, sizeof(uint64_t));
        r = log->founders ? find_events(log) : -1;
        if (!r)
                r = measure(log);
        free(log->founders);
        return r;
}

int main(int argc, char **argv)
{
        static struct log log;
        int r = 0;

        if (argc < 3)
                return fprintf(stderr, "usage: link INDEXED FILE...\n"), 2;
        log.indexed = strtoull(argv[1], NULL, 10);
        for (int i = 2; !r && i < argc; i++)
                r = read_file(&log, argv[i]);
        if (r || !log.n_patterns || log.indexed < MEASURED)
                r = fprintf(stderr, "link: no extractions, or fewer than %d articles\n",
                            MEASURED);
        else
                r = start(&log);
        for (size_t i = 0; i < log.n_patterns; i++)
                free(log.patterns[i]);
        return r ? 1 : 0;
}
