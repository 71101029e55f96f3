#include "cli/input.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "base/macros.h"
#include "base/utf8.h"
#include "cli/verb.h"

enum {
        SNIFF_BYTES = 512,
        FILE_BYTES_MAX = 1 << 30, /* of a file with many articles */
};

enum shape { SHAPE_TEXT, SHAPE_HTML, SHAPE_JSON };

struct reading {
        const char *source;
        input_taker take;
        void *context;
        struct input_figures *figures;
        struct input where;
};

void input_complain(const struct input *where, const struct json_fault *fault)
{
        char place[64] = "";

        if (where->line)
                snprintf(place, sizeof(place), ":%zu", where->line);
        notice("%s%s: %s%sexpected %s, found %s", where->path, place, fault->pointer,
               fault->pointer[0] ? ": " : "", fault->expected, fault->found);
}

int input_exit_code(const struct input_figures *figures)
{
        if (!figures->failed)
                return EXIT_DONE;
        return figures->taken ? EXIT_PARTLY : EXIT_FAILED;
}

static int refuse(struct reading *r, const struct json_fault *fault)
{
        r->figures->failed++;
        input_complain(&r->where, fault);
        return 0;
}

static int refuse_size(struct reading *r)
{
        static const struct json_fault fault = { .expected = "an article of at most 8 MiB",
                                                 .found = "a larger one" };

        return refuse(r, &fault);
}

static size_t length_of(const char *text)
{
        return text ? strlen(text) : 0;
}

/* One that the daemon would cut off is not even sent. */
static bool is_too_large(const struct article *article)
{
        return length_of(article->html) + length_of(article->text) + article->raw_size >
               ARTICLE_BYTES_MAX;
}

static int give(struct reading *r, const struct article *article)
{
        if (is_too_large(article))
                return refuse_size(r);
        r->figures->taken++;
        return r->take(r->context, article, &r->where);
}

/* ------------------------------------------------------------ JSON */

static int take_value(struct reading *r, const json_t *value)
{
        _cleanup_(article_freep) struct article *article = NULL;
        struct json_fault fault;
        int e = article_from_json(&article, value, NULL, 0, &fault);

        if (e > 0)
                return refuse(r, &fault);
        return e ? e : give(r, article);
}

static int take_line(struct reading *r, const char *line, size_t size)
{
        _cleanup_(article_freep) struct article *article = NULL;
        struct json_fault fault;
        int e = article_decode(&article, line, size, NULL, 0, &fault);

        if (e > 0)
                return refuse(r, &fault);
        return e ? e : give(r, article);
}

static bool is_blank(const char *line, size_t size)
{
        for (size_t i = 0; i < size; i++) {
                if (!strchr(" \t\r\n", line[i]))
                        return false;
        }
        return true;
}

/* The next line, without its end, which may never come: what is beyond the limit is read and
 * forgotten. 1, 0 at the end of the file, -EMSGSIZE, or another negative errno. */
static int read_line(FILE *file, struct buffer *line)
{
        char piece[4096];
        size_t n = 0;
        int c;

        buffer_reset(line);
        while ((c = getc_unlocked(file)) != EOF && c != '\n') {
                piece[n++] = (char)c;
                if (n == sizeof(piece)) {
                        buffer_put(line, piece, n);
                        n = 0;
                }
        }
        buffer_put(line, piece, n);
        if (ferror(file))
                return -errno;
        if (c == EOF && !line->size && !buffer_error(line))
                return 0;
        return buffer_error(line) ? buffer_error(line) : 1;
}

static int refuse_line(struct reading *r, struct buffer *line)
{
        static const struct json_fault fault = { .expected = "a line of at most 8 MiB",
                                                 .found = "a longer one" };

        buffer_clear(line);
        return refuse(r, &fault);
}

/* Line by line, as they come: a scraper may write them slowly. */
static int read_lines(struct reading *r, FILE *file)
{
        _cleanup_(buffer_clear) struct buffer line = { .limit = ARTICLE_BYTES_MAX };
        int e = 0, n;

        while (!e && (n = read_line(file, &line)) != 0) {
                r->where.line++;
                if (n == -EMSGSIZE)
                        e = refuse_line(r, &line);
                else if (n < 0)
                        e = n;
                else if (!is_blank((const char *)line.data, line.size))
                        e = take_line(r, (const char *)line.data, line.size);
        }
        return e;
}

/* From what was read, not from the file: a pipe cannot be read twice. */
static int read_lines_of(struct reading *r, const char *data, size_t size)
{
        FILE *lines = size ? fmemopen((void *)data, size, "r") : NULL;
        int e;

        if (!lines)
                return size ? -errno : 0;
        e = read_lines(r, lines);
        fclose(lines);
        return e;
}

/* One article, or an array of them; anything else is read as lines. */
static int read_json(struct reading *r, const char *data, size_t size)
{
        json_auto_t *value = json_parse(data, size, NULL);
        int e = 0;

        if (json_is_object(value))
                return take_value(r, value);
        if (json_is_array(value)) {
                for (size_t i = 0; i < json_array_size(value) && !e; i++) {
                        r->where.line = i + 1;
                        e = take_value(r, json_array_get(value, i));
                }
                return e;
        }
        return read_lines_of(r, data, size);
}

/* ------------------------------------------------------------ pages and texts */

static bool ends_in(const char *path, const char *ending)
{
        size_t n = strlen(path), m = strlen(ending);

        return n > m && strcasecmp(path + n - m, ending) == 0;
}

static enum shape shape_of(const char *path, const char *data, size_t size)
{
        static const struct {
                const char *ending;
                enum shape shape;
        } endings[] = { { ".html", SHAPE_HTML },  { ".htm", SHAPE_HTML },
                        { ".xhtml", SHAPE_HTML }, { ".json", SHAPE_JSON },
                        { ".jsonl", SHAPE_JSON }, { ".ndjson", SHAPE_JSON },
                        { ".txt", SHAPE_TEXT } };
        size_t at = 0;

        for (size_t i = 0; i < ARRAY_SIZE(endings); i++) {
                if (ends_in(path, endings[i].ending))
                        return endings[i].shape;
        }
        while (at < size && at < SNIFF_BYTES && strchr(" \t\r\n\xEF\xBB\xBF", data[at]))
                at++;
        if (at < size && (data[at] == '{' || data[at] == '['))
                return SHAPE_JSON;
        return at < size && data[at] == '<' ? SHAPE_HTML : SHAPE_TEXT;
}

static char *source_of(const char *path)
{
        const char *slash = strrchr(path, '/');
        char *name = strdup(slash ? slash + 1 : path);
        char *dot = name ? strrchr(name, '.') : NULL;

        if (dot && dot != name)
                *dot = '\0';
        return name;
}

/* Text that is no UTF-8 is taken for a page's bytes: the stage that reads pages tells
 * encodings. */
static int take_file(struct reading *r, const char *data, size_t size, enum shape shape)
{
        _cleanup_(article_freep) struct article *article = NULL;
        json_auto_t *value = json_object();
        struct json_fault fault;
        char *name = r->source ? strdup(r->source) : source_of(r->where.path);
        bool raw = shape == SHAPE_HTML || !utf8_valid(data, size) || memchr(data, '\0', size);
        int e;

        if (!value || !name) {
                free(name);
                return -ENOMEM;
        }
        json_set_text(value, "source", name);
        free(name);
        if (!raw)
                json_object_set_new(value, "text", json_stringn(data, size));
        e = article_from_json(&article, value, raw ? data : NULL, raw ? size : 0, &fault);
        if (e > 0)
                return refuse(r, &fault);
        return e ? e : give(r, article);
}

static int slurp(FILE *file, struct buffer *out)
{
        char piece[65536];
        size_t n;

        while ((n = fread(piece, 1, sizeof(piece), file)) > 0)
                buffer_put(out, piece, n);
        return ferror(file) ? -EIO : buffer_error(out);
}

static int read_file(struct reading *r, FILE *file)
{
        _cleanup_(buffer_clear) struct buffer data = { .limit = FILE_BYTES_MAX };
        enum shape shape;
        const char *text;
        int e = slurp(file, &data);

        if (e == -EMSGSIZE)
                return refuse_size(r);
        text = e ? NULL : buffer_text(&data);
        if (!text)
                return e ? e : -ENOMEM;
        shape = shape_of(r->where.path, text, data.size);
        if (shape == SHAPE_JSON)
                return read_json(r, text, data.size);
        if (data.size > ARTICLE_BYTES_MAX)
                return refuse_size(r);
        return take_file(r, text, data.size, shape);
}

static int read_path(struct reading *r, const char *path)
{
        struct json_fault fault = { .expected = "a file that can be read" };
        FILE *file;
        int e;

        r->where = (struct input){ .path = path };
        if (strcmp(path, "-") == 0)
                return read_lines(r, stdin);
        file = fopen(path, "re");
        if (!file) {
                snprintf(fault.found, sizeof(fault.found), "%s", strerror(errno));
                return refuse(r, &fault);
        }
        e = read_file(r, file);
        if (e == -EISDIR || e == -EIO) {
                snprintf(fault.found, sizeof(fault.found), "%s", strerror(-e));
                e = refuse(r, &fault);
        }
        fclose(file);
        return e;
}

int input_each(char *const *paths, size_t n, const char *source, input_taker take,
               void *context, struct input_figures *figures)
{
        struct reading r = {
                .source = source, .take = take, .context = context, .figures = figures
        };
        int e = 0;

        for (size_t i = 0; i < n && !e; i++)
                e = read_path(&r, paths[i]);
        return e;
}
