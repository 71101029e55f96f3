/* store_flip - a bit flips somewhere in the data file
 *
 *     store_flip [COUNT]
 *
 * Whatever it is part of (a value, a branch page, a meta page, free space), the store must not
 * serve anything else than was stored, and the check must notice, or there is nothing to be
 * noticed. Both in processes of their own: LMDB trusts its pages, and may crash, or walk in
 * circles, over a damaged one. That, too, is noticed.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/faults/load.h"
#include "tests/folder.h"

enum { BATCHES = 40, PATIENCE_S = 20 };
enum verdict { NOTICED, HARMLESS, UNNOTICED, SERVED };

struct image {
        unsigned char *data;
        size_t size;
};

static enum verdict check(const char *dir)
{
        struct store *store;
        int faults;

        if (store_check(dir, NULL, NULL) != 0)
                return NOTICED;
        if (store_open(&store, dir, NULL) != 0)
                return UNNOTICED;
        faults = load_verify(store, BATCHES);
        store_close(store);
        return faults ? UNNOTICED : HARMLESS;
}

static enum verdict serve(const char *dir)
{
        struct store *store;
        int changed;

        if (store_open(&store, dir, NULL) != 0)
                return NOTICED;
        changed = load_changed(store, BATCHES);
        store_close(store);
        return changed ? SERVED : HARMLESS;
}

/* A crash, or no end, is seen by who waits for it. */
static enum verdict in_a_child(enum verdict (*look)(const char *dir), const char *dir)
{
        int status;
        pid_t pid;

        fflush(stdout);
        pid = fork();
        if (pid == 0) {
                alarm(PATIENCE_S);
                status = look(dir);
                fflush(stdout);
                _exit(status);
        }
        if (pid < 0 || waitpid(pid, &status, 0) != pid)
                exit(1);
        return WIFEXITED(status) ? (enum verdict)WEXITSTATUS(status) : NOTICED;
}

static void write_image(const struct image *image, const char *dir)
{
        char path[FOLDER_BYTES + 16];
        FILE *file;

        snprintf(path, sizeof(path), "%s/data.mdb", dir);
        file = fopen(path, "w");
        if (!file || fwrite(image->data, 1, image->size, file) != image->size)
                exit(1);
        fclose(file);
}

static struct image make_image(void)
{
        char dir[FOLDER_BYTES], path[FOLDER_BYTES + 16];
        struct image image;
        struct store *store;
        struct stat file;
        int fd;

        folder_make(dir);
        if (store_open(&store, dir, NULL) != 0)
                exit(1);
        for (uint64_t batch = 1; batch <= BATCHES; batch++)
                if (load_commit(store, batch) != 0)
                        exit(1);
        store_close(store);
        snprintf(path, sizeof(path), "%s/data.mdb", dir);
        fd = open(path, O_RDONLY);
        if (fd < 0 || fstat(fd, &file) < 0)
                exit(1);
        image.size = (size_t)file.st_size;
        image.data = malloc(image.size);
        if (!image.data || read(fd, image.data, image.size) != file.st_size)
                exit(1);
        close(fd);
        folder_remove(dir);
        return image;
}

int main(int argc, char **argv)
{
        unsigned count = argc > 1 ? (unsigned)atoi(argv[1]) : 300, seen[4] = { 0 };
        uint64_t random = 0x9E3779B97F4A7C15ULL;
        struct image image = make_image();
        char dir[FOLDER_BYTES];

        for (unsigned i = 0; i < count; i++) {
                enum verdict checked, served;
                size_t at;

                random = random * 6364136223846793005ULL + 1442695040888963407ULL;
                at = (size_t)(random >> 20) % image.size;
                /* Every other one into the head of a page, where LMDB's own things are. */
                if (i % 2)
                        at = at / 4096 * 4096 + at % 64;
                image.data[at] ^= (unsigned char)(1 << (random >> 60 & 7));
                folder_make(dir);
                write_image(&image, dir);
                checked = in_a_child(check, dir);
                served = in_a_child(serve, dir);
                image.data[at] ^= (unsigned char)(1 << (random >> 60 & 7));
                folder_remove(dir);
                seen[checked]++;
                seen[SERVED] += served == SERVED;
                if (checked == UNNOTICED || served == SERVED)
                        printf("a bit of byte %zu of page %zu\n", at % 4096, at / 4096);
        }
        printf("%u bits flipped: %u noticed, %u harmless, %u not noticed, %u served\n", count,
               seen[NOTICED], seen[HARMLESS], seen[UNNOTICED], seen[SERVED]);
        free(image.data);
        return seen[UNNOTICED] || seen[SERVED];
}
