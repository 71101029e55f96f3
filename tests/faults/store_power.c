/* store_power - the power fails: every state that the disk may legally be left in
 *
 * The writes of some batches are recorded. What a sync has covered is on the disk; of what was
 * written since, any 512 bytes may be there or not, in any order. For each place between two
 * writes, images with some of these are made and checked: a store is there, sound, with all
 * that had been acknowledged by then.
 *
 *     store_power          must find nothing
 *     store_power lying    syncs do nothing: must find what is lost, or this test is worthless
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/faults/disk.h"
#include "tests/faults/load.h"
#include "tests/folder.h"

enum { SECTOR = 512, BATCHES = 6, IMAGES = 3 };

struct image {
        unsigned char *disk;  /* what is on it for certain */
        unsigned char *guess; /* and one of the states that may be */
        size_t size, room;
        uint64_t random;
};

/* Writes up to @end were made when batch @batch was acknowledged. */
struct mark {
        size_t end;
        uint64_t batch;
};

static void load_file(struct image *image, const char *path)
{
        struct stat file;
        int fd = open(path, O_RDONLY);

        if (fd < 0 || fstat(fd, &file) < 0)
                exit(1);
        image->size = (size_t)file.st_size;
        image->room = image->size + (8 << 20);
        image->disk = calloc(1, image->room);
        image->guess = calloc(1, image->room);
        if (!image->disk || !image->guess ||
            read(fd, image->disk, image->size) != (ssize_t)image->size)
                exit(1);
        close(fd);
}

static void apply(struct image *image, unsigned char *to, const struct disk_write *w)
{
        if (w->offset + w->size > image->room)
                exit(1);
        memcpy(to + w->offset, w->data, w->size);
        if (w->offset + w->size > image->size)
                image->size = w->offset + w->size;
}

/* Some of its sectors: all, none, or each by chance. */
static void apply_some(struct image *image, const struct disk_write *w, unsigned how)
{
        for (size_t at = 0; at < w->size;) {
                size_t n = SECTOR - (w->offset + at) % SECTOR;

                if (n > w->size - at)
                        n = w->size - at;
                image->random = image->random * 6364136223846793005ULL + 1442695040888963407ULL;
                if (how == 1 || (how > 1 && image->random >> 63))
                        memcpy(image->guess + w->offset + at, w->data + at, n);
                at += n;
        }
        if (w->offset + w->size > image->size)
                image->size = w->offset + w->size;
}

static int verify(const struct image *image, uint64_t acknowledged)
{
        char dir[FOLDER_BYTES], path[FOLDER_BYTES + 16];
        FILE *file;
        int r;

        folder_make(dir);
        snprintf(path, sizeof(path), "%s/data.mdb", dir);
        file = fopen(path, "w");
        if (!file || fwrite(image->guess, 1, image->size, file) != image->size)
                exit(1);
        fclose(file);
        r = load_verify_dir(dir, acknowledged);
        folder_remove(dir);
        return r;
}

/* The power fails after the first @end writes, of which those from @pending on are not synced.
 */
static int fail_here(struct image *image, const struct disk_write *writes, size_t pending,
                     size_t end, uint64_t acknowledged)
{
        int faults = 0;

        for (unsigned how = 0; how < IMAGES; how++) {
                memcpy(image->guess, image->disk, image->room);
                for (size_t i = pending; i < end; i++)
                        if (writes[i].data && !writes[i].durable)
                                apply_some(image, &writes[i], how);
                        else if (writes[i].data)
                                apply(image, image->guess, &writes[i]);
                faults += verify(image, acknowledged) != 0;
        }
        return faults;
}

static int fail_everywhere(struct image *image, const struct mark *marks)
{
        const struct disk_write *writes;
        size_t n, pending = 0, mark = 0;
        int faults = 0;

        writes = disk_written(&n);
        for (size_t end = 0; end <= n; end++) {
                while (mark < BATCHES && marks[mark + 1].end <= end)
                        mark++;
                faults += fail_here(image, writes, pending, end, marks[mark].batch);
                if (end == n || writes[end].data)
                        continue;
                for (; pending <= end; pending++)
                        if (writes[pending].data)
                                apply(image, image->disk, &writes[pending]);
        }
        printf("%zu images, %d of them at fault\n", (n + 1) * IMAGES, faults);
        return faults;
}

int main(int argc, char **argv)
{
        bool lying = argc == 2 && strcmp(argv[1], "lying") == 0;
        struct mark marks[BATCHES + 1] = { { 0, 1 } };
        char dir[FOLDER_BYTES], path[FOLDER_BYTES + 16];
        struct image image = { .random = 7 };
        struct store *store;
        int faults;

        folder_make(dir);
        snprintf(path, sizeof(path), "%s/data.mdb", dir);
        if (store_open(&store, dir, NULL) != 0 || load_commit(store, 1) != 0)
                return 1;
        load_file(&image, path);
        disk_arm(lying ? DISK_LIE : DISK_SOUND, 1);
        disk_record();
        for (uint64_t i = 1; i <= BATCHES; i++) {
                if (load_commit(store, 1 + i) != 0)
                        return 1;
                (void)disk_written(&marks[i].end);
                marks[i].batch = 1 + i;
        }
        store_close(store);
        disk_arm(DISK_SOUND, 0);
        folder_remove(dir);
        faults = fail_everywhere(&image, marks);
        free(image.disk);
        free(image.guess);
        return lying ? faults == 0 : faults > 0;
}
