#include "daemon/config.h"

#include <ctype.h>
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/macros.h"
#include "base/utf8.h"

enum setting_type {
        SETTING_TEXT,
        SETTING_COUNT,
        SETTING_BYTES, /* with K, M, G, T: powers of 1024 */
        SETTING_TIME,  /* in ms; with ms, s, min, h */
        SETTING_MODE,  /* octal */
        SETTING_SWITCH,
        SETTING_LEVEL,
};

struct setting {
        const char *key;
        enum setting_type type;
        size_t offset;
        const char *preset; /* the default, as it would be written */
        uint64_t min, max;
        bool live; /* a reload takes it over */
        const char *meaning;
};

#define AT(member) offsetof(struct config, member)

static const struct setting settings[] = {
        { "store", SETTING_TEXT, AT(store), "/var/lib/parallax", 1, 0, false,
          "Directory of everything that is kept." },
        { "endpoint", SETTING_TEXT, AT(endpoint), "ipc:///run/parallax/parallax", 1, 0, false,
          "Where scrapers publish and people ask. ipc:// alone: tcp:// needs CURVE." },
        { "feed_endpoint", SETTING_TEXT, AT(feed_endpoint), "", 0, 0, false,
          "Where subscribers read; empty: a socket named `feed` beside the endpoint." },
        { "ipc_mode", SETTING_MODE, AT(ipc_mode), "0660", 0, 0777, false,
          "File mode of the sockets: who may connect." },
        { "store_bytes", SETTING_BYTES, AT(store_bytes), "64G", 16 << 20, UINT64_MAX / 4, false,
          "Quota of the store. A full one answers `full`, and loses nothing." },
        { "reserve_bytes", SETTING_BYTES, AT(reserve_bytes), "0", 0, UINT64_MAX / 4, false,
          "Part of the quota that is kept for completions and deletes; 0: chosen for you." },
        { "disk_free_bytes", SETTING_BYTES, AT(disk_free_bytes), "0", 0, UINT64_MAX / 4, false,
          "Space of the disk that is left to others; 0: chosen for you." },
        { "feed_keep", SETTING_COUNT, AT(feed_keep), "0", 0, UINT64_MAX / 4, false,
          "Entries of the feed that are kept for replays; 0: all." },
        { "jobs_high", SETTING_COUNT, AT(jobs_high), "100000", 1, 100000000, true,
          "With more articles than this to be extracted, intake answers `full` ..." },
        { "jobs_low", SETTING_COUNT, AT(jobs_low), "50000", 0, 100000000, true,
          "... until they are down to this." },
        { "worker", SETTING_TEXT, AT(worker), PARALLAX_LIBEXECDIR "/parallax-worker", 1, 0,
          true, "The program that analyses articles." },
        { "workers", SETTING_COUNT, AT(workers), "0", 0, 1024, true,
          "Worker processes at most; 0: one a core." },
        { "workers_paused", SETTING_SWITCH, AT(workers_paused), "no", 0, 1, true,
          "Take articles and analyse none, to measure intake." },
        { "worker_nice", SETTING_COUNT, AT(worker_nice), "10", 0, 19, true,
          "How far workers stand back behind other processes." },
        { "worker_memory", SETTING_BYTES, AT(worker_memory), "1G", 64 << 20, UINT64_MAX / 4,
          true, "Memory of one worker; with more it is ended." },
        { "worker_attempt", SETTING_TIME, AT(worker_attempt_ms), "10s", 100, 3600000, true,
          "Time of one attempt at an article." },
        { "worker_attempts", SETTING_TIME, AT(worker_attempts_ms), "30s", 100, 3600000, true,
          "Time of all attempts at one article together." },
        { "worker_idle", SETTING_TIME, AT(worker_idle_ms), "60s", 100, 86400000, true,
          "A worker that has had nothing to do for so long is ended." },
        { "log_level", SETTING_LEVEL, AT(log_level), "info", 0, 0, true,
          "Least important message logged: error, warning, notice, info, debug." },
};

static const struct {
        const char *name;
        enum log_level level;
} levels[] = {
        { "error", LOG_LEVEL_ERROR },   { "warning", LOG_LEVEL_WARNING },
        { "notice", LOG_LEVEL_NOTICE }, { "info", LOG_LEVEL_INFO },
        { "debug", LOG_LEVEL_DEBUG },
};

static const struct unit {
        const char *name;
        uint64_t factor;
} byte_units[] = { { "", 1 },        { "K", 1 << 10 },           { "M", 1 << 20 },
                   { "G", 1 << 30 }, { "T", UINT64_C(1) << 40 }, { NULL, 0 } },
  time_units[] = { { "", 1000 },     { "ms", 1 },      { "s", 1000 },
                   { "min", 60000 }, { "h", 3600000 }, { NULL, 0 } },
  no_units[] = { { "", 1 }, { NULL, 0 } };

/* ------------------------------------------------------------ values */

/* NULL, or what was expected instead. */
static const char *read_number(const char *text, const struct unit *units, uint64_t *ret)
{
        unsigned long long value;
        char *end;

        if (!isdigit((unsigned char)text[0]))
                return "a whole number";
        errno = 0;
        value = strtoull(text, &end, 10);
        if (errno)
                return "a smaller number";
        while (*end == ' ')
                end++;
        for (; units->name; units++) {
                if (strcmp(end, units->name) != 0)
                        continue;
                if (__builtin_mul_overflow(value, units->factor, ret))
                        return "a smaller number";
                return NULL;
        }
        return "a whole number, with a unit where the setting has one";
}

static const char *read_mode(const char *text, uint64_t *ret)
{
        char *end;

        if (!isdigit((unsigned char)text[0]))
                return "an octal mode like 0660";
        *ret = strtoul(text, &end, 8);
        return *end ? "an octal mode like 0660" : NULL;
}

static const char *read_switch(const char *text, bool *ret)
{
        static const char *const words[] = { "no", "yes", "off", "on", "false", "true" };

        for (size_t i = 0; i < ARRAY_SIZE(words); i++) {
                if (strcmp(text, words[i]) == 0) {
                        *ret = i % 2;
                        return NULL;
                }
        }
        return "yes or no";
}

static const char *read_level(const char *text, uint64_t *ret)
{
        for (size_t i = 0; i < ARRAY_SIZE(levels); i++) {
                if (strcmp(text, levels[i].name) == 0) {
                        *ret = levels[i].level;
                        return NULL;
                }
        }
        return "error, warning, notice, info or debug";
}

static const char *read_text(const struct setting *setting, const char *text, char *ret)
{
        if (strlen(text) >= CONFIG_TEXT_MAX)
                return "a shorter value";
        if (!*text && setting->min)
                return "a value";
        strcpy(ret, text);
        return NULL;
}

static const char *in_range(const struct setting *setting, uint64_t value)
{
        static _Thread_local char expected[96];

        if (value >= setting->min && value <= setting->max)
                return NULL;
        snprintf(expected, sizeof(expected), "a value from %llu to %llu",
                 (unsigned long long)setting->min, (unsigned long long)setting->max);
        return expected;
}

/* Sets one value. NULL, or what was expected. */
static const char *set_value(struct config *config, const struct setting *setting,
                             const char *text)
{
        void *place = (char *)config + setting->offset;
        const char *wrong = NULL;
        uint64_t value = 0;

        switch (setting->type) {
        case SETTING_TEXT: return read_text(setting, text, place);
        case SETTING_SWITCH: return read_switch(text, place);
        case SETTING_LEVEL: return read_level(text, place);
        case SETTING_MODE: wrong = read_mode(text, &value); break;
        case SETTING_COUNT: wrong = read_number(text, no_units, &value); break;
        case SETTING_BYTES: wrong = read_number(text, byte_units, &value); break;
        case SETTING_TIME: wrong = read_number(text, time_units, &value); break;
        }
        if (!wrong)
                wrong = in_range(setting, value);
        if (!wrong)
                memcpy(place, &value, sizeof(value));
        return wrong;
}

static size_t place_size(const struct setting *setting)
{
        switch (setting->type) {
        case SETTING_TEXT: return CONFIG_TEXT_MAX;
        case SETTING_SWITCH: return sizeof(bool);
        default: return sizeof(uint64_t);
        }
}

void config_init(struct config *config)
{
        memset(config, 0, sizeof(*config));
        for (size_t i = 0; i < ARRAY_SIZE(settings); i++)
                (void)set_value(config, &settings[i], settings[i].preset);
}

/* ------------------------------------------------------------ the file */

struct reading {
        struct config *config;
        config_tell *tell;
        void *context;
        unsigned line, errors;
        unsigned seen[ARRAY_SIZE(settings)]; /* the line that set it, 0: none */
};

__attribute__((format(printf, 2, 3))) static void complain(struct reading *reading,
                                                           const char *format, ...)
{
        char error[512], harmless[1024];
        va_list values;

        va_start(values, format);
        vsnprintf(error, sizeof(error), format, values);
        va_end(values);
        log_escape(harmless, sizeof(harmless), error);
        reading->tell(reading->context, reading->line, harmless);
        reading->errors++;
}

static char *trim(char *text)
{
        char *end;

        while (*text == ' ' || *text == '\t')
                text++;
        end = text + strlen(text);
        while (end > text && strchr(" \t\r", end[-1]))
                *--end = '\0';
        return text;
}

static void cut_comment(char *line)
{
        for (char *p = line; *p; p++) {
                if (*p == '#' && (p == line || p[-1] == ' ' || p[-1] == '\t')) {
                        *p = '\0';
                        return;
                }
        }
}

static void read_pair(struct reading *reading, const char *key, const char *value)
{
        for (size_t i = 0; i < ARRAY_SIZE(settings); i++) {
                const char *wrong;

                if (strcmp(key, settings[i].key) != 0)
                        continue;
                if (reading->seen[i]) {
                        complain(reading, "'%s' was set in line %u already", key,
                                 reading->seen[i]);
                        return;
                }
                reading->seen[i] = reading->line;
                wrong = set_value(reading->config, &settings[i], value);
                if (wrong)
                        complain(reading, "'%s': expected %s, found '%.100s'", key, wrong,
                                 value);
                return;
        }
        complain(reading, "unknown key '%.100s' (parallaxd --list-settings names them all)",
                 key);
}

static void read_line(struct reading *reading, char *line)
{
        char *text, *equals;

        cut_comment(line);
        text = trim(line);
        if (!*text)
                return;
        equals = strchr(text, '=');
        if (!equals) {
                complain(reading, "expected 'key = value', found '%.100s'", text);
                return;
        }
        *equals = '\0';
        read_pair(reading, trim(text), trim(equals + 1));
}

static void check_whole(struct reading *reading)
{
        struct config *config = reading->config;
        const char *slash;

        reading->line = 0;
        if (config->jobs_low >= config->jobs_high)
                complain(reading, "'jobs_low' must be below 'jobs_high'");
        if (config->worker_attempts_ms < config->worker_attempt_ms)
                complain(reading, "'worker_attempts' must not be below 'worker_attempt'");
        if (config->reserve_bytes >= config->store_bytes)
                complain(reading, "'reserve_bytes' must be below 'store_bytes'");
        slash = strrchr(config->endpoint, '/');
        if (!config->feed_endpoint[0] && slash)
                snprintf(config->feed_endpoint, CONFIG_TEXT_MAX, "%.*s/feed",
                         (int)(slash - config->endpoint), config->endpoint);
}

unsigned config_parse(struct config *config, const char *text, size_t size, config_tell *tell,
                      void *context)
{
        struct reading reading = { .config = config, .tell = tell, .context = context };
        char *copy, *rest, *line;

        copy = strndup(text, size);
        if (!copy || strlen(copy) != size || !utf8_valid(text, size)) {
                complain(&reading, "expected text in UTF-8");
                free(copy);
                return reading.errors;
        }
        rest = copy;
        while ((line = strsep(&rest, "\n"))) {
                reading.line++;
                read_line(&reading, line);
        }
        check_whole(&reading);
        free(copy);
        return reading.errors;
}

unsigned config_read(struct config *config, const char *path, config_tell *tell, void *context)
{
        struct reading reading = { .tell = tell, .context = context };
        char *text = malloc(CONFIG_FILE_MAX + 1);
        FILE *file = text ? fopen(path, "re") : NULL;
        size_t size = 0;

        if (!file)
                complain(&reading, "cannot read %s: %s", path, strerror(errno));
        else
                size = fread(text, 1, CONFIG_FILE_MAX + 1, file);
        if (file && ferror(file))
                complain(&reading, "cannot read %s: %s", path, strerror(errno));
        if (size > CONFIG_FILE_MAX)
                complain(&reading, "%s is longer than %d bytes", path, CONFIG_FILE_MAX);
        if (file)
                fclose(file);
        if (!reading.errors)
                reading.errors = config_parse(config, text, size, tell, context);
        free(text);
        return reading.errors;
}

unsigned config_reload(struct config *config, const struct config *fresh,
                       void (*each)(void *context, const char *key, bool taken), void *context)
{
        unsigned n = 0;

        for (size_t i = 0; i < ARRAY_SIZE(settings); i++) {
                char *old = (char *)config + settings[i].offset;
                const char *new = (const char *)fresh + settings[i].offset;
                size_t size = place_size(&settings[i]);
                bool same = settings[i].type == SETTING_TEXT ? strcmp(old, new) == 0
                                                             : memcmp(old, new, size) == 0;

                if (same)
                        continue;
                n++;
                if (settings[i].live)
                        memcpy(old, new, size);
                each(context, settings[i].key, settings[i].live);
        }
        return n;
}

void config_describe(FILE *out)
{
        for (size_t i = 0; i < ARRAY_SIZE(settings); i++)
                fprintf(out, "# %s%s\n#%s = %s\n\n", settings[i].meaning,
                        settings[i].live ? " A reload takes it over." : "", settings[i].key,
                        settings[i].preset);
}
