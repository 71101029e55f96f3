/* atoms - the smallest pieces of a text that numbers and times are read from */
#include "workers/extract/atoms.h"

#include <errno.h>
#include <string.h>

#include "base/utf8.h"
#include "workers/lexicon/lexicon.h"
#include "workers/text/spaced.h"

static bool is_letter(uint32_t p)
{
        if (p < 0x80)
                return (p | 0x20) >= 'a' && (p | 0x20) <= 'z';
        /* Latin and what follows, but for the blocks of punctuation, symbols and currency. */
        return (p >= 0xC0 && p != 0xD7 && p != 0xF7 && p < 0x2000) ||
               (p >= 0x2C00 && p != 0x3000);
}

static bool is_digit(uint32_t p)
{
        return p >= '0' && p <= '9';
}

static bool is_space(uint32_t p)
{
        return p == ' ' || (p >= '\t' && p <= '\r') || p == 0xA0 || p == 0x202F ||
               (p >= 0x2000 && p <= 0x200B) || p == 0x3000 || p == 0xFEFF;
}

static bool is_apostrophe(uint32_t p)
{
        return p == '\'' || p == 0x2019;
}

static uint32_t peek(const char *p, const char *end)
{
        uint32_t point = 0;

        if (p < end)
                utf8_decode(p, end, &point);
        return point;
}

static const char *skip_letters(const char *p, const char *end)
{
        uint32_t point;

        while (p < end) {
                unsigned n = utf8_decode(p, end, &point);

                if (!is_letter(point))
                        break;
                p += n;
        }
        return p;
}

/* "p.m.", "U.S.": single letters, each with a dot. The last dot may be missing. */
static const char *skip_dotted(const char *p, const char *end)
{
        const char *at = p;
        unsigned letters = 0;

        while (end - at >= 2 && is_letter((unsigned char)at[0]) && at[1] == '.') {
                at += 2;
                letters++;
        }
        if (letters && at < end && is_letter((unsigned char)at[0]) &&
            skip_letters(at, end) == at + 1)
                return at + 1;
        return letters >= 2 ? at : p;
}

/* "p. m.", as texts that are set in tokens have it. */
static const char *skip_half_of_day(const char *p, const char *end)
{
        return end - p >= 5 && (*p == 'a' || *p == 'p') && memcmp(p + 1, ". m.", 4) == 0 ? p + 5
                                                                                         : p;
}

static const char *skip_atom(const char *p, const char *end, bool joined, uint8_t *ret_kind)
{
        uint32_t point;
        unsigned n = utf8_decode(p, end, &point);
        const char *after;

        *ret_kind = ATOM_MARK;
        if (is_digit(point)) {
                *ret_kind = ATOM_DIGITS;
                while (p < end && is_digit((unsigned char)*p))
                        p++;
                return p;
        }
        if (is_letter(point)) {
                *ret_kind = ATOM_WORD;
                after = skip_half_of_day(p, end);
                if (after == p)
                        after = skip_dotted(p, end);
                return after > p ? after : skip_letters(p, end);
        }
        if (is_apostrophe(point) && joined && is_letter(peek(p + n, end))) {
                *ret_kind = ATOM_WORD;
                return skip_letters(p + n, end);
        }
        return p + n;
}

static void fold(struct atom *atom, const char *text)
{
        size_t size = atom->end - atom->start, at = 0;
        const char *p = text + atom->start, *end = text + atom->end;
        uint32_t point = peek(p, end);

        atom->capital = point >= 'A' && point <= 'Z';
        if (is_apostrophe(point)) {
                p += utf8_decode(p, end, &point);
                atom->lower[at++] = '\'';
                size = (size_t)(end - p) + 1;
        } else if (point >= 0x2010 && point <= 0x2015) {
                at = point <= 0x2011 ? 1 : 3;
                memcpy(atom->lower, point <= 0x2011 ? "-" : "\342\200\223", at);
                p = end;
        }
        for (; p < end && size <= ATOM_LOWER_MAX; p++)
                if (*p != ' ')
                        atom->lower[at++] = *p >= 'A' && *p <= 'Z' ? (char)(*p | 0x20) : *p;
        atom->size = (uint8_t)at;
        atom->hash = lexicon_hash(LEXICON_HASH_EMPTY, atom->lower, at);
}

static struct atom *push(struct atoms *atoms, struct arena *arena)
{
        if (atoms->n == atoms->room) {
                size_t room = atoms->room ? 2 * atoms->room : 256;
                struct atom *list = arena_alloc(arena, room * sizeof(*list));

                if (!list)
                        return NULL;
                if (atoms->n)
                        memcpy(list, atoms->list, atoms->n * sizeof(*list));
                atoms->list = list;
                atoms->room = room;
        }
        return memset(&atoms->list[atoms->n++], 0, sizeof(struct atom));
}

static bool is_number_mark(const struct atoms *atoms, size_t i)
{
        return atom_is(atoms, i, ".") || atom_is(atoms, i, ":") || atom_is(atoms, i, ",");
}

int atoms_scan(struct atoms *atoms, struct arena *arena, const char *text, struct span span)
{
        const char *p = text + span.start, *end = text + span.end;
        bool space = true;
        uint32_t point;

        atoms->n = 0;
        while (p < end) {
                struct atom *atom;
                unsigned n = utf8_decode(p, end, &point);

                if (is_space(point)) {
                        space = true;
                        p += n;
                        continue;
                }
                atom = push(atoms, arena);
                if (!atom)
                        return -ENOMEM;
                atom->start = (uint32_t)(p - text);
                p = skip_atom(p, end, !space, &atom->kind);
                atom->end = (uint32_t)(p - text);
                atom->space_before = space;
                fold(atom, text);
                space = false;
        }
        return 0;
}

void atoms_join_spaced(struct atoms *atoms, const char *text, struct span span)
{
        for (size_t i = 1; i + 1 < atoms->n; i++) {
                struct atom *a = atoms->list + i;

                if (is_number_mark(atoms, i) && atom_joined(atoms, i) && a[1].space_before &&
                    mark_is_spaced(text + span.start, text + a->start, text + span.end))
                        a[1].space_before = false;
                if (atom_is(atoms, i, "-") && a[-1].kind == ATOM_DIGITS && a->space_before &&
                    a[1].space_before && a[1].kind == ATOM_WORD)
                        a->space_before = a[1].space_before = false;
        }
}

struct span atoms_chunk(const char *text, uint32_t size, uint32_t from)
{
        struct span s = { from, from };
        uint32_t space = 0;

        while (s.start < size && text[s.start] == '\n')
                s.start++;
        for (s.end = s.start; s.end < size; s.end++) {
                if (text[s.end] == '\n' && s.end + 1 < size && text[s.end + 1] == '\n')
                        break;
                if (text[s.end] == ' ' || text[s.end] == '\n')
                        space = s.end;
                if (s.end - s.start >= ATOMS_CHUNK_BYTES) {
                        if (space > s.start)
                                s.end = space;
                        break;
                }
        }
        /* Without any space in reach, not in the middle of a character. */
        while (s.end < size && s.end > s.start && ((unsigned char)text[s.end] & 0xC0) == 0x80)
                s.end++;
        return s;
}

bool atom_joined(const struct atoms *atoms, size_t i)
{
        return i < atoms->n && i > 0 && !atoms->list[i].space_before;
}
