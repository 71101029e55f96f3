#include "tests/folder.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

void folder_make(char dir[FOLDER_BYTES])
{
        snprintf(dir, FOLDER_BYTES, P_tmpdir "/parallax-test-XXXXXX");
        if (!mkdtemp(dir)) {
                perror("mkdtemp");
                exit(1);
        }
}

void folder_remove(const char *dir)
{
        struct dirent *entry;
        char path[512];
        DIR *d = opendir(dir);

        while (d && (entry = readdir(d))) {
                snprintf(path, sizeof(path), "%s/%s", dir, entry->d_name);
                if (entry->d_name[0] != '.')
                        (void)remove(path);
        }
        if (d)
                closedir(d);
        (void)rmdir(dir);
}
