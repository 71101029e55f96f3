#include "daemon/preflight.h"

#include <errno.h>
#include <limits.h>
#include <stdarg.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/macros.h"
#include "daemon/router.h"
#include "daemon/store/store.h"

struct flight {
        config_tell *tell;
        void *context;
        unsigned faults;
};

__attribute__((format(printf, 2, 3))) static void fault(struct flight *flight,
                                                        const char *format, ...)
{
        char text[2 * CONFIG_TEXT_MAX];
        va_list values;

        va_start(values, format);
        vsnprintf(text, sizeof(text), format, values);
        va_end(values);
        flight->tell(flight->context, 0, text);
        flight->faults++;
}

/* The folder @path, or the one that it would be made in, must let us write. */
static void check_folder(struct flight *flight, const char *what, const char *path)
{
        char parent[CONFIG_TEXT_MAX];
        struct stat st;
        char *slash;

        if (stat(path, &st) == 0) {
                if (!S_ISDIR(st.st_mode))
                        fault(flight, "%s: %s is no folder", what, path);
                else if (access(path, R_OK | W_OK | X_OK) < 0)
                        fault(flight, "%s: cannot write in %s: %s", what, path,
                              strerror(errno));
                return;
        }
        if (errno != ENOENT) {
                fault(flight, "%s: %s: %s", what, path, strerror(errno));
                return;
        }
        snprintf(parent, sizeof(parent), "%s", path);
        slash = strrchr(parent, '/');
        if (slash)
                slash[slash == parent] = '\0';
        if (access(slash ? parent : ".", W_OK | X_OK) < 0)
                fault(flight, "%s: cannot make %s: %s", what, path, strerror(errno));
}

static void check_endpoint(struct flight *flight, const char *key, const char *endpoint)
{
        const char *wrong = endpoint_fault(endpoint);
        char folder[CONFIG_TEXT_MAX];

        if (wrong) {
                fault(flight, "%s: %s: %s", key, endpoint, wrong);
                return;
        }
        if (endpoint_is_taken(endpoint_path(endpoint)))
                fault(flight, "%s: another process listens at %s", key, endpoint);
        else if (endpoint_is_foreign(endpoint_path(endpoint)))
                fault(flight, "%s: what stands at %s is no socket", key,
                      endpoint_path(endpoint));
        snprintf(folder, sizeof(folder), "%s", endpoint_path(endpoint));
        *strrchr(folder, '/') = '\0';
        if (folder[0])
                check_folder(flight, key, folder);
}

static void check_store(struct flight *flight, const struct config *config)
{
        struct store_limits limits = { .read_only = true };
        _cleanup_(store_closep) struct store *store = NULL;
        char data[CONFIG_TEXT_MAX + 16];
        int r;

        check_folder(flight, "store", config->store);
        snprintf(data, sizeof(data), "%s/data.mdb", config->store);
        if (access(data, F_OK) < 0)
                return; /* it will be made */
        if (access(data, R_OK | W_OK) < 0)
                fault(flight, "store: cannot write %s: %s", data, strerror(errno));
        r = store_open(&store, config->store, &limits);
        if (r == STORE_E_LOCKED)
                fault(flight, "store: %s is in use by process %d", config->store,
                      store_holder(config->store));
        else if (r == STORE_E_NEWER_FORMAT)
                fault(flight, "store: %s was made by a later Parallax", config->store);
        else if (r == STORE_E_CORRUPT)
                fault(flight, "store: %s is damaged: see parallax check", config->store);
        else if (r)
                fault(flight, "store: %s: %s", config->store,
                      r < 0 ? strerror(-r) : "it cannot be opened");
}

static void check_worker(struct flight *flight, const char *path)
{
        struct stat st;

        if (stat(path, &st) < 0)
                fault(flight, "worker: %s: %s", path, strerror(errno));
        else if (!S_ISREG(st.st_mode) || access(path, X_OK) < 0)
                fault(flight, "worker: %s is no program that may be run", path);
}

unsigned preflight(const struct config *config, config_tell *tell, void *context)
{
        struct flight flight = { .tell = tell, .context = context };

        check_store(&flight, config);
        check_endpoint(&flight, "endpoint", config->endpoint);
        check_endpoint(&flight, "feed_endpoint", config->feed_endpoint);
        if (strcmp(config->endpoint, config->feed_endpoint) == 0)
                fault(&flight, "feed_endpoint: must not be the endpoint itself");
        check_worker(&flight, config->worker);
        return flight.faults;
}
