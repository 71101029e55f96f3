#include "cli/layout.h"

#include <string.h>

#include "base/utf8.h"

/* A cell on its way down the lines. */
struct flow {
        const char *at, *end;
        int width;
        bool marked; /* the line before ended within a mark */
};

struct line {
        const char *begin, *end;
        int width; /* as printed, marks too */
};

static bool is_mark(char c)
{
        return c == LAYOUT_MARK || c == LAYOUT_UNMARK;
}

/* The end of the word at @p, and its width; at most @most wide. */
static const char *word_end(const struct layout *layout, const char *p, const char *end,
                            int most, int *ret_width)
{
        uint32_t point;
        int width = 0;

        while (p < end && *p != ' ') {
                int more = is_mark(*p) ? !layout->colour : 1;

                if (width + more > most)
                        break;
                p += utf8_decode(p, end, &point);
                width += more;
        }
        *ret_width = width;
        return p;
}

static const char *skip_blanks(const char *p, const char *end)
{
        while (p < end && *p == ' ')
                p++;
        return p;
}

/* Takes as many words as fit; at least a part of one. */
static struct line next_line(const struct layout *layout, struct flow *flow)
{
        struct line line = { .begin = skip_blanks(flow->at, flow->end) };
        const char *p = line.begin;

        line.end = line.begin;
        while (p < flow->end) {
                bool first = line.end == line.begin;
                int width, room = flow->width - line.width - !first;
                const char *end;

                if (room <= 0)
                        break;
                end = word_end(layout, p, flow->end, first ? room : INT32_MAX, &width);
                if (width > room)
                        break;
                line.width += width + !first;
                line.end = end;
                p = skip_blanks(end, flow->end);
                if (end < flow->end && *end != ' ')
                        break; /* a word that is cut */
        }
        flow->at = skip_blanks(line.end, flow->end);
        return line;
}

static void put_mark(const struct layout *layout, bool on)
{
        if (layout->colour)
                fputs(on ? "\033[1m" : "\033[0m", layout->out);
        else
                fputc('*', layout->out);
}

/* Colour ends with the line, as the next cell stands on the same; the next line takes it up. */
static void put_line(const struct layout *layout, struct flow *flow, const struct line *line)
{
        if (flow->marked && layout->colour)
                put_mark(layout, true);
        for (const char *p = line->begin; p < line->end; p++) {
                if (is_mark(*p)) {
                        flow->marked = *p == LAYOUT_MARK;
                        put_mark(layout, flow->marked);
                } else {
                        fputc(*p, layout->out);
                }
        }
        if (flow->marked && layout->colour)
                put_mark(layout, false);
}

static bool is_left(const struct flow *flows, size_t n)
{
        for (size_t i = 0; i < n; i++)
                if (flows[i].at < flows[i].end)
                        return true;
        return false;
}

void layout_put(const struct layout *layout, int indent, int gap, const struct cell *cells,
                size_t n)
{
        struct flow flows[LAYOUT_CELLS_MAX];

        n = n < LAYOUT_CELLS_MAX ? n : LAYOUT_CELLS_MAX;
        for (size_t i = 0; i < n; i++) {
                const char *text = cells[i].text ? cells[i].text : "";

                flows[i] = (struct flow){ text, text + strlen(text),
                                          cells[i].width > 0 ? cells[i].width : 1, false };
        }
        do {
                int blanks = indent;

                for (size_t i = 0; i < n; i++) {
                        struct line line = next_line(layout, &flows[i]);

                        if (line.end > line.begin) {
                                fprintf(layout->out, "%*s", blanks, "");
                                put_line(layout, &flows[i], &line);
                                blanks = 0;
                        }
                        blanks += flows[i].width - line.width + gap;
                }
                fputc('\n', layout->out);
        } while (is_left(flows, n));
}
