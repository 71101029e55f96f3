/* endpoint - where a socket may be bound; see router.h */
#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "daemon/router.h"

static const char ipc_prefix[] = "ipc://";

const char *endpoint_path(const char *endpoint)
{
        size_t size = sizeof(ipc_prefix) - 1;

        return strncmp(endpoint, ipc_prefix, size) == 0 ? endpoint + size : NULL;
}

const char *endpoint_fault(const char *endpoint)
{
        const char *path = endpoint_path(endpoint);

        if (strncmp(endpoint, "tcp://", 6) == 0)
                return "tcp is refused until connections can be encrypted and their peers "
                       "listed (CURVE): use ipc://";
        if (!path)
                return "expected ipc:// and a path";
        if (path[0] != '/')
                return "expected an absolute path behind ipc://";
        if (strlen(path) >= sizeof(((struct sockaddr_un *)NULL)->sun_path))
                return "the path is longer than a socket's name may be (107 bytes)";
        if (path[strlen(path) - 1] == '/' || strchr(path, '*'))
                return "expected the path of a file";
        return NULL;
}

bool endpoint_is_taken(const char *path)
{
        struct sockaddr_un address = { .sun_family = AF_UNIX };
        bool taken;
        int fd;

        if (strlen(path) >= sizeof(address.sun_path))
                return false;
        strcpy(address.sun_path, path);
        fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
        if (fd < 0)
                return false;
        /* EAGAIN: somebody listens whose backlog is full. */
        taken = connect(fd, (struct sockaddr *)&address, sizeof(address)) == 0 ||
                errno == EAGAIN;
        close(fd);
        return taken;
}

bool endpoint_is_foreign(const char *path)
{
        struct stat st;

        return lstat(path, &st) == 0 && !S_ISSOCK(st.st_mode);
}
