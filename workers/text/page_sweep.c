#include "workers/text/page_sweep.h"

#include <stdbool.h>
#include <string.h>

#include "base/ascii.h"
#include "base/macros.h"
#include "workers/text/page_names.h"
#include "workers/text/page_tree.h"

enum { ATTRIBUTE_NAME_MAX = 64 };

/* What is left of the page's bytes. */
struct sweep {
        const char *end; /* of the page */
        char *out;
        size_t size;
        const char *kept; /* all before it is written, or left out */
};

static bool is_blank(char c)
{
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/* A letter of a name, as the parser takes it. */
static bool is_name(char c)
{
        return ascii_is_letter(c) || ascii_is_digit(c) || c == '-' || c == '_' || c == ':' ||
               c == '.';
}

const char *page_end_tag(const char *p, const char *end, const char *name)
{
        size_t n = strlen(name);

        for (; (p = memchr(p, '<', (size_t)(end - p))); p++) {
                if ((size_t)(end - p) < n)
                        break;
                if (strncasecmp(p, name, n) == 0)
                        return p;
        }
        return end;
}

static void sweep_up_to(struct sweep *s, const char *p)
{
        memcpy(s->out + s->size, s->kept, (size_t)(p - s->kept));
        s->size += (size_t)(p - s->kept);
        s->kept = p;
}

/* The last byte of the value behind the "=" at @p: of a quoted one, its closing mark. */
static const char *value_end(const char *p, const char *end)
{
        const char *mark = p + 1, *close;

        while (mark < end && is_blank(*mark))
                mark++;
        if (mark == end || (*mark != '"' && *mark != '\''))
                return p;
        close = memchr(mark + 1, *mark, (size_t)(end - mark - 1));
        return close ? close : end - 1;
}

/* The ">" of the tag at @tag; @end when there is none; NULL for a tag with so many attributes
 * that parsing it would take long: libxml2 holds each name against all before it. */
static const char *tag_end(const char *tag, const char *end)
{
        size_t attributes = 0;

        for (const char *p = tag + 1; p < end; p++) {
                if (*p == '>')
                        return p;
                if (*p == '=') {
                        attributes++;
                        p = value_end(p, end);
                } else if (is_blank(p[-1]) && !is_blank(*p)) {
                        attributes++;
                }
                if (attributes > PAGE_ATTRIBUTES_MAX)
                        return NULL;
        }
        return end;
}

static bool is_named(const char *tag, const char *end, const char *name)
{
        size_t n = strlen(name);

        return (size_t)(end - tag) > n + 1 && (tag[1] | 0x20) == *name &&
               strncasecmp(tag + 1, name, n) == 0 &&
               (is_blank(tag[n + 1]) || tag[n + 1] == '>' || tag[n + 1] == '/');
}

/* Tags of which more is read than of others. */
enum { OF_A = 1, OF_HTML = 2, OF_LINK = 4, OF_META = 8, OF_SCRIPT = 16, OF_REST = 32 };

enum { OF_ALL = OF_A | OF_HTML | OF_LINK | OF_META | OF_SCRIPT | OF_REST };

static bool is_word(const char *p, size_t size, const char *word)
{
        return (*p | 0x20) == *word && strncasecmp(p, word, size) == 0 && word[size] == '\0';
}

/* Does the word stand in the tag, capitals or not? */
static bool says(const char *tag, const char *close, const char *word)
{
        size_t n = strlen(word);

        for (; (size_t)(close - tag) >= n; tag++)
                if ((*tag | 0x20) == *word && strncasecmp(tag, word, n) == 0)
                        return true;
        return false;
}

/* Of links only one is read: where the page belongs. */
static unsigned tag_group(const char *name, size_t size, const char *close)
{
        static const char *const names[] = { "a", "html", "link", "meta", "script" };

        for (size_t i = 0; i < ARRAY_SIZE(names); i++)
                if (is_word(name, size, names[i]))
                        return 1u << i == OF_LINK && !says(name, close, "canonical") ? OF_REST
                                                                                     : 1u << i;
        return OF_REST;
}

enum matter { ALWAYS, AS_NAMES, AS_ROLE, AS_STYLE };

/* What page_tree.c reads, of which tags; as names where they are evidence. */
static const struct {
        const char *name;
        uint8_t tags, matter;
} attributes[] = {
        { "class", OF_ALL, AS_NAMES },
        { "id", OF_ALL, AS_NAMES },
        { "href", OF_A | OF_LINK, ALWAYS },
        { "style", OF_ALL, AS_STYLE },
        { "content", OF_ALL, ALWAYS },
        { "name", OF_META, ALWAYS },
        { "role", OF_ALL, AS_ROLE },
        { "rel", OF_ALL, AS_NAMES },
        { "title", OF_ALL, ALWAYS },
        { "property", OF_META, ALWAYS },
        { "itemprop", OF_ALL, AS_NAMES },
        { "type", OF_SCRIPT, ALWAYS },
        { "value", OF_META, ALWAYS },
        { "data-testid", OF_ALL, AS_NAMES },
        { "data-component", OF_ALL, AS_NAMES },
        { "data-qa", OF_ALL, AS_NAMES },
        { "data-gu-name", OF_ALL, AS_NAMES },
        { "datetime", OF_ALL, ALWAYS },
        { "hidden", OF_ALL, ALWAYS },
        { "lang", OF_HTML, ALWAYS },
        { "aria-hidden", OF_ALL, ALWAYS },
};

struct swept_tag {
        unsigned group;
        uint32_t seen; /* bits: the attributes that it has had */
};

/* Does the value say anything that is read? What an entity in it stands for is not known here.
 */
static bool tells(const struct swept_tag *tag, enum matter matter, const char *value,
                  size_t size)
{
        if (matter == ALWAYS || memchr(value, '&', size))
                return true;
        if (matter == AS_STYLE)
                return memmem(value, size, "display", strlen("display"));
        if (matter == AS_ROLE && size == strlen(PAGE_ROLE_OF_HINT) &&
            memcmp(value, PAGE_ROLE_OF_HINT, size) == 0)
                return true;
        return tag->group & (OF_LINK | OF_META) || evidence_of(value, size);
}

/* Is the attribute read, and its value of any matter? Of two of one name the parser takes the
 * first. */
static bool is_read(struct swept_tag *tag, const char *name, size_t size, const char *value,
                    const char *end)
{
        bool marks = *value == '"' || *value == '\'';

        for (size_t i = 0; i < ARRAY_SIZE(attributes); i++) {
                if (!is_word(name, size, attributes[i].name))
                        continue;
                if (!(attributes[i].tags & tag->group) || tag->seen & 1u << i)
                        return false;
                tag->seen |= 1u << i;
                return tells(tag, attributes[i].matter, value + marks,
                             (size_t)(end - value) - 2u * marks);
        }
        return false;
}

/* To the parser a form feed is none. */
static bool parts_attributes(char c)
{
        return is_blank(c) && c != '\f';
}

static const char *skip_blanks(const char *p, const char *end)
{
        while (p < end && parts_attributes(*p))
                p++;
        return p;
}

/* Behind the value at @p, marks and all; NULL when it is not written as values usually are. */
static const char *skip_value(const char *p, const char *close)
{
        const char *start = p, *mark;

        if (p < close && (*p == '"' || *p == '\'')) {
                mark = memchr(p + 1, *p, (size_t)(close - p - 1));
                p = mark ? mark + 1 : p;
                if (mark && p + 1 == close && *p == '/')
                        return p;
        } else {
                while (p < close && (is_name(*p) || *p == '/' || *p == '%' || *p == '#'))
                        p++;
        }
        return p > start && (p == close || parts_attributes(*p)) ? p : NULL;
}

/* Leaves attributes out of the tag that ends at @close. Where the tag is not written as tags
 * usually are, its rest stays as it is: only the parser knows how to mend it. */
static void sweep_tag(struct sweep *s, const char *start, const char *close)
{
        const char *p = start + 1;
        struct swept_tag tag = { 0 };

        while (p < close && is_name(*p))
                p++;
        tag.group = tag_group(start + 1, (size_t)(p - start - 1), close);
        while (p < close && parts_attributes(*p)) {
                const char *before = p, *name = skip_blanks(p, close), *value, *end;

                for (p = name; p < close && is_name(*p);)
                        p++;
                if (p == name || !ascii_is_letter(*name) || p - name > ATTRIBUTE_NAME_MAX)
                        return;
                value = skip_blanks(p, close);
                if (value == close || *value != '=')
                        continue;
                value = skip_blanks(value + 1, close);
                end = skip_value(value, close);
                if (!end)
                        return;
                if (!is_read(&tag, name, (size_t)(p - name), value, end)) {
                        sweep_up_to(s, before);
                        s->kept = end;
                }
                p = end;
        }
}

/* May the tag's type be JSON-LD? The plus may be written as an entity. */
static bool may_be_jsonld(const char *tag, const char *close)
{
        return says(tag, close, "ld+") || says(tag, close, "ld&");
}

/* Browsers know no "<script/>": what stands up to the end tag is its body, if no other script
 * begins before. The parser takes it for text. */
static const char *body_end(const char *p, const char *end)
{
        for (; (p = memchr(p, '<', (size_t)(end - p))) && end - p > 8; p++) {
                if (strncasecmp(p, "</script", 8) == 0)
                        return p;
                if (strncasecmp(p, "<script", 7) == 0)
                        return NULL;
        }
        return NULL;
}

/* Where the page goes on behind the tag that ends at @close: behind the body of a script or a
 * style sheet, which is left out unless it may be JSON-LD. The parser ends such a body at the
 * same place. */
static const char *sweep_body(struct sweep *s, const char *tag, const char *close)
{
        const char *next = close + 1;
        bool dropped = true;

        if (close == s->end)
                return s->end;
        if (close[-1] == '/') {
                const char *stop = is_named(tag, next, "script") && !may_be_jsonld(tag, close)
                                           ? body_end(next, s->end)
                                           : NULL;

                if (!stop)
                        return next;
                next = stop;
        } else if (is_named(tag, next, "style")) {
                next = page_end_tag(next, s->end, "</style");
        } else if (is_named(tag, next, "script")) {
                dropped = !may_be_jsonld(tag, close);
                next = page_end_tag(next, s->end, "</script");
        }
        if (dropped && next > close + 1) {
                sweep_up_to(s, close + 1);
                s->kept = next;
        }
        return next;
}

static const char *comment_end(const char *p, const char *end)
{
        const char *close = memmem(p + 4, (size_t)(end - p - 4), "-->", 3);

        return close ? close + 3 : end;
}

/* What looks like a start tag in an end tag is none. */
static const char *end_tag_end(const char *p, const char *end)
{
        const char *close = memchr(p, '>', (size_t)(end - p));

        return close ? close + 1 : end;
}

size_t page_sweep(const char *html, size_t size, char *out)
{
        struct sweep s = { .end = html + size, .out = out, .kept = html };
        const char *p = html, *close;

        while ((p = memchr(p, '<', (size_t)(s.end - p))) && s.end - p > 4) {
                if (memcmp(p, "<!--", 4) == 0) {
                        p = comment_end(p, s.end);
                        continue;
                }
                if (p[1] == '/' && ascii_is_letter(p[2])) {
                        p = end_tag_end(p, s.end);
                        continue;
                }
                if (!ascii_is_letter(p[1])) {
                        p++;
                        continue;
                }
                close = tag_end(p, s.end);
                if (!close) {
                        sweep_up_to(&s, p);
                        return s.size;
                }
                sweep_tag(&s, p, close);
                p = sweep_body(&s, p, close);
        }
        sweep_up_to(&s, s.end);
        return s.size;
}
