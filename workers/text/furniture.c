#include "workers/text/furniture.h"

#include <string.h>
#include <strings.h>

#include "base/macros.h"
#include "workers/lexicon/lexicon.h"
#include "workers/text/furniture_parts.h"
#include "workers/text/letters.h"

extern const struct lexicon lexicon_furniture, lexicon_forms;
extern const struct lexicon lexicon_picture_agencies, lexicon_caption_heads;

enum {
        LINE_BYTES_MAX = 600,    /* furniture is short … */
        CAPTION_BYTES_MAX = 900, /* … but for captions */
        FORM_BYTES_MAX = 1000,
        WHOLE_WORDS_MAX = 16,
        START_WORDS_MAX = 7,
        CREDIT_WORDS_MAX = 45,
        CREDIT_BYTES_MAX = 60,
        NAME_BYTES_MAX = 60,
        ABOUT_WORDS_MAX = 5,
        BYLINE_WORDS_MAX = 9,
        POINTER_WORDS_MAX = 20,
        POINTER_BYTES_MAX = 22, /* where its colon stands */
        LABELLED_WORDS_MAX = 40,
        LINK_WORDS_MAX = 20,
        LINK_WORDS_MIN = 3,
        NOTICE_WORDS_MAX = 15,
        REPORT_WORDS_MIN = 6,
};

/* A line folded: words of letters and digits parted by single spaces, runs of digits as "0",
 * apostrophes left out ("can't" is "cant"). */
struct folded {
        char text[2 * LINE_BYTES_MAX + 8];
        size_t ends[WHOLE_WORDS_MAX]; /* of the first words */
        size_t size, words;
        bool stop; /* ends as a sentence does */
};

static void fold_line(struct folded *f, const char *line, size_t size)
{
        const char *p = line, *end = line + size;
        enum letter_kind before = LETTER_SPACE;

        f->size = f->words = 0;
        f->stop = false;
        while (p < end) {
                unsigned n, m = letter_apostrophe(p, end);
                enum letter_kind kind = letter_kind_at(p, end, &n);

                if (m) {
                        p += m;
                        continue;
                }
                if (letter_is_word(kind) || kind == LETTER_DIGIT) {
                        bool starts = !letter_is_word(before) && before != LETTER_DIGIT;

                        if (starts && f->size)
                                f->text[f->size++] = ' ';
                        f->words += starts;
                        if (kind == LETTER_LOWER && n == 1)
                                f->text[f->size++] = *p;
                        else if (kind != LETTER_DIGIT)
                                f->size += letter_fold(p, n, f->text + f->size);
                        else if (before != LETTER_DIGIT)
                                f->text[f->size++] = '0';
                        if (f->words <= WHOLE_WORDS_MAX)
                                f->ends[f->words - 1] = f->size;
                        f->stop = false;
                } else if (kind != LETTER_SPACE) {
                        if (*p == '.' || *p == '!' || *p == '?')
                                f->stop = true;
                }
                before = kind;
                p += n;
        }
        f->text[f->size] = '\0';
}

static enum furniture kind_named(const char *name, size_t size)
{
        static const struct {
                const char *name;
                enum furniture kind;
        } kinds[] = {
                { "line", FURNITURE_LINE },
                { "section", FURNITURE_SECTION },
                { "tail", FURNITURE_TAIL },
                { "credit", FURNITURE_CREDIT },
        };

        for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
                if (strlen(kinds[i].name) == size && memcmp(kinds[i].name, name, size) == 0)
                        return kinds[i].kind;
        }
        return FURNITURE_NONE;
}

/* Columns: kind, how, most words of a line that starts so. */
static enum furniture match(const char *value, const struct folded *f, bool whole)
{
        const char *kind, *how, *most;
        size_t n_kind = lexicon_column(value, 0, &kind), n_how = lexicon_column(value, 1, &how);
        size_t n_most = lexicon_column(value, 2, &most), words = 0;

        if (!whole && n_how == 5 && memcmp(how, "whole", 5) == 0)
                return FURNITURE_NONE;
        if (n_how == 5 && memcmp(how, "label", 5) == 0 && f->stop)
                return FURNITURE_NONE;
        for (size_t i = 0; i < n_most; i++)
                words = 10 * words + (size_t)(most[i] - '0');
        if (!whole && words && f->words > words)
                return FURNITURE_NONE;
        return kind_named(kind, n_kind);
}

static enum furniture look_up(const struct folded *f)
{
        const char *value = NULL;
        enum furniture kind = FURNITURE_NONE;

        if (f->words <= WHOLE_WORDS_MAX)
                value = lexicon_find(&lexicon_furniture, f->text, f->size);
        if (value)
                return match(value, f, true);
        for (size_t n = f->words < START_WORDS_MAX ? f->words : START_WORDS_MAX; n && !kind;
             n--) {
                value = lexicon_find(&lexicon_furniture, f->text, f->ends[n - 1]);
                if (value)
                        kind = match(value, f, false);
        }
        return kind;
}

static bool is_listed(const struct lexicon *list, const char *p, size_t size)
{
        struct folded f;

        if (size > NAME_BYTES_MAX)
                return false;
        fold_line(&f, p, size);
        return f.size && lexicon_find(list, f.text, f.size);
}

/* Is the piece of a credit an agency's name or a picture archive's? */
static bool is_agency(const char *p, size_t size)
{
        return is_listed(&lexicon_picture_agencies, p, size);
}

bool furniture_heads_caption(const char *p, size_t size)
{
        return is_listed(&lexicon_caption_heads, p, size);
}

/* "Jane Doe / PAP / EPA", "John Roe/Getty Images", "(AP Photo/J. Roe)", "REUTERS/J. Roe" */
static bool ends_in_credit(const char *line, size_t size)
{
        const char *end = line + size, *slash, *p;

        while (end > line && (end[-1] == ' ' || end[-1] == ')' || end[-1] == '.'))
                end--;
        slash = memrchr(line, '/', (size_t)(end - line));
        if (!slash || slash == line)
                return is_agency(line, (size_t)(end - line));
        if (is_agency(slash + 1, (size_t)(end - slash - 1)))
                return true;
        for (p = slash; p > line && p[-1] == ' ';)
                p--;
        for (end = p; p > line && (unsigned char)(p[-1] | 0x20) >= 'a' &&
                      (unsigned char)(p[-1] | 0x20) <= 'z';)
                p--;
        if (is_agency(p, (size_t)(end - p)))
                return true;
        /* "AP Photo/": two words. */
        while (p > line && p[-1] == ' ')
                p--;
        while (p > line && p[-1] != ' ' && p[-1] != '(')
                p--;
        return is_agency(p, (size_t)(end - p));
}

/* Do all words from @word on start with a capital, but for the short ones that join names? */
static bool all_names(const char *line, size_t size)
{
        const char *p = line, *end = line + size;
        size_t names = 0;
        unsigned n;

        while (p < end) {
                const char *start;
                enum letter_kind kind = letter_kind_at(p, end, &n);

                if (!letter_is_word(kind)) {
                        if (kind == LETTER_DIGIT)
                                return false;
                        p += n;
                        continue;
                }
                for (start = p; p < end && letter_kind_at(p, end, &n) != LETTER_SPACE;)
                        p += n;
                if (kind == LETTER_LOWER && p - start > 3)
                        return false;
                names += kind != LETTER_LOWER;
        }
        return names > 0;
}

/* "harbour ice.jpg" */
static bool ends_in_file(const char *line, size_t size)
{
        static const char *const ends[] = { ".jpg", ".jpeg", ".png" };

        for (size_t i = 0; i < ARRAY_SIZE(ends); i++) {
                if (line_ends(line, size, ends[i]))
                        return true;
        }
        return false;
}

/* "The harbour in May. (Ada Strand/Sound Post)": a name, and an outlet's, behind a stop. */
static bool ends_in_names(const char *line, size_t size)
{
        const char *open, *slash, *end = line + size - 1;

        if (size < 3 || *end != ')')
                return false;
        open = memrchr(line, '(', size);
        slash = open ? memchr(open, '/', (size_t)(end - open)) : NULL;
        if (!slash || end - open > CREDIT_BYTES_MAX || slash[-1] == ' ' || slash[1] == ' ' ||
            (open > line + 1 && !strchr(".!?\"", open[-2])))
                return false;
        return memchr(open, ' ', (size_t)(slash - open)) &&
               all_names(open + 1, (size_t)(slash - open - 1)) &&
               all_names(slash + 1, (size_t)(end - slash - 1));
}

static bool has_credit_mark(const char *line, size_t size)
{
        static const char *const marks[] = {
                "Photo:",         "Photo :",  "Picture:",        "Image:", "Photograph:",
                "Photo by ",      "(Photo",   "(Picture",        "(Image", "Getty Images",
                "Photo credit",   "AP Photo", "Image copyright", "PHOTO:", "(REUTERS",
                "Photo courtesy", "Credit:",  "Pictured:",
        };

        return line_has_one(line, size, marks, ARRAY_SIZE(marks));
}

static bool is_credit(const char *line, size_t size, const struct folded *f)
{
        if (f->words > CREDIT_WORDS_MAX)
                return false;
        if (f->stop)
                return false;
        return ends_in_credit(line, size) || has_credit_mark(line, size) ||
               ends_in_names(line, size) || ends_in_file(line, size);
}

/* "WATCH: Boats in the ice", "RELATED: …": the headline of something else. */
static bool is_pointer(const char *line, size_t size, const struct folded *f)
{
        static const char *const heads[] = { "WATCH:",
                                             "VIDEO:",
                                             "PHOTOS:",
                                             "LISTEN:",
                                             "MORE:",
                                             "READ:",
                                             "READ MORE:",
                                             "RELATED:",
                                             "SEE ALSO:",
                                             "ALSO READ:",
                                             "WATCH |",
                                             "LISTEN |",
                                             "PHOTOS |",
                                             "ALSO SEE:",
                                             "MORE NEWS:",
                                             "MUST READ:",
                                             "READ NEXT:",
                                             "NOW READ:",
                                             "DON'T MISS:",
                                             "DON’T MISS:",
                                             "ICYMI:",
                                             "RELATED STORY:",
                                             "RELATED ARTICLE:",
                                             "RELATED STORIES:",
                                             "ALSO WATCH:",
                                             "YOU MAY ALSO LIKE:",
                                             "YOU MIGHT ALSO LIKE:",
                                             "RECOMMENDED READING:",
                                             "READ ALSO:",
                                             "READ HERE:",
                                             "READ |",
                                             "READ MORE |",
                                             "ALSO READ |",
                                             "RELATED |" };
        static const char *const elsewhere[] = { "MORE:",     "RELATED:",   "READ MORE:",
                                                 "SEE ALSO:", "ALSO READ:", "READ ALSO:" };
        size_t head = size < POINTER_BYTES_MAX ? size : POINTER_BYTES_MAX;

        if (f->words > POINTER_WORDS_MAX ||
            (f->stop && !line_starts_one(line, size, elsewhere, ARRAY_SIZE(elsewhere))) ||
            (!memchr(line, ':', head) && !memchr(line, '|', head)))
                return false;
        return line_starts_one(line, size, heads, ARRAY_SIZE(heads));
}

/* "Why the ferries sank Read more", "[Is the harbour losing its grip?]": a link, with its label
 * or in brackets; what is a sentence in brackets may be the article's. */
static bool is_link(const char *line, size_t size, const struct folded *f)
{
        static const char label[] = " Read more";

        if (f->words <= LABELLED_WORDS_MAX && size > strlen(label) &&
            memcmp(line + size - strlen(label), label, strlen(label)) == 0)
                return true;
        return f->words >= LINK_WORDS_MIN && f->words <= LINK_WORDS_MAX && *line == '[' &&
               line[size - 2] != '.' && memchr(line, ']', size) == line + size - 1;
}

/* "https://…" and nothing else. */
static bool is_bare_address(const char *line, size_t size)
{
        for (size_t i = 0; i < size; i++)
                if (line[i] == ' ' || line[i] & 0x80)
                        return false;
        return line_starts(line, size, "http://") || line_starts(line, size, "https://");
}

/* "https://…", "Follow the Sound Post's coverage of ferries at https://…", "Post Sport:
 * https://…" */
static bool is_address(const char *line, size_t size, const struct folded *f)
{
        const char *at = memmem(line, size, "http", 4);

        if (at == line && is_bare_address(line, size))
                return true;
        if (f->words > POINTER_WORDS_MAX || !at || at == line ||
            memchr(at, ' ', (size_t)(line + size - at)))
                return false;
        return line_starts(line, size, "Follow ") || line_starts(line, size, "More ") ||
               (at - line > 2 && at[-2] == ':');
}

/* What authors of universities sign. */
static bool is_declaration(const char *line, size_t size)
{
        return line_find(line, size, "own shares in or receive funding from");
}

/* "By Ada Strand", "Author Ada Strand" */
static bool is_byline(const char *line, size_t size, const struct folded *f)
{
        static const char *const heads[] = { "By ",         "Author ",    "Author: ",
                                             "Written by ", "Posted by ", "Edited by " };

        while (size > 2 && (*line == '-' || *line == ' ')) {
                line++;
                size--;
        }
        if (size > 2 && *line == '(' && line[size - 1] == ')') {
                line++;
                size -= 2;
        }
        for (size_t i = 0; i < ARRAY_SIZE(heads) && f->words <= BYLINE_WORDS_MAX; i++) {
                size_t n = strlen(heads[i]);

                if (f->words > 2 && !f->stop && line_starts(line, size, heads[i]) &&
                    all_names(line + n, size - n))
                        return true;
        }
        return false;
}

static enum furniture form_of(const char *line, size_t size, const struct folded *f)
{
        if (f->words <= ABOUT_WORDS_MAX && f->words > 1 && !f->stop &&
            line_starts(line, size, "About ") && all_names(line + 6, size - 6))
                return FURNITURE_ABOUT;
        if (is_byline(line, size, f))
                return FURNITURE_BYLINE;
        if (furniture_is_trail(line, size, f->words))
                return FURNITURE_LINE;
        if (furniture_is_call(line, size, f->words) ||
            furniture_is_request(line, size, f->text, f->size, f->words) ||
            furniture_is_note(line, size, f->words) ||
            (!f->stop && furniture_is_signature(line, size, f->words)) ||
            is_pointer(line, size, f) || is_link(line, size, f) || is_address(line, size, f) ||
            is_declaration(line, size) ||
            (size > 2 && memcmp(line, "©", 2) == 0 && f->words <= NOTICE_WORDS_MAX))
                return FURNITURE_LINE;
        return is_credit(line, size, f) || furniture_is_caption(line, size, f->words)
                       ? FURNITURE_CREDIT
                       : FURNITURE_NONE;
}

enum furniture furniture_of(const char *line, size_t size)
{
        struct folded f;
        enum furniture kind;

        if (size > LINE_BYTES_MAX && size <= CAPTION_BYTES_MAX)
                return furniture_is_caption(line, size, 0) ? FURNITURE_CREDIT : FURNITURE_NONE;
        if (!size || size > LINE_BYTES_MAX)
                return FURNITURE_NONE;
        fold_line(&f, line, size);
        if (!f.words)
                return FURNITURE_LINE; /* "___", "***" */
        kind = look_up(&f);
        /* "Sign up for the choir, he told them": what somebody is told to say is text. */
        if (kind && f.stop && f.words > REPORT_WORDS_MIN && furniture_is_reported(line, size))
                return FURNITURE_NONE;
        return kind ? kind : form_of(line, size, &f);
}

/* Do the words of the phrase stand there, the last one whole? */
static bool holds(const char *line, size_t size, const char *phrase)
{
        size_t n = strlen(phrase);
        unsigned next;

        for (size_t i = 0; i + n <= size; i++)
                if ((line[i] | ' ') == phrase[0] && strncasecmp(line + i, phrase, n) == 0 &&
                    (i + n == size ||
                     !letter_is_word(letter_kind_at(line + i + n, line + size, &next))))
                        return true;
        return false;
}

bool furniture_is_form(const char *line, size_t size)
{
        for (size_t i = 0; size <= FORM_BYTES_MAX && i < lexicon_forms.n; i++)
                if (holds(line, size, lexicon_forms.entries[i].key))
                        return true;
        return false;
}
