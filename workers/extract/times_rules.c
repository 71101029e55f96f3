/* times_rules - the patterns of time_rules.txt and what they match
 *
 * Patterns are compiled into elements for each document: that takes some microseconds and needs
 * no state that outlives it. Matching backtracks only over optional elements, of which a
 * pattern has a handful.
 */
#include <string.h>

#include "base/ascii.h"
#include "workers/extract/times.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_time_rules;

enum { ELEMENTS_MAX = 16, RULES_MAX = 256, WORD_SETS = 256 };

#define ANY_WORD CLASS_COUNT /* the bit behind those of the classes */

enum element_kind { ELEMENT_ITEM, ELEMENT_OPEN, ELEMENT_CLOSE };

struct element {
        uint8_t kind;
        bool optional;
        uint8_t skip;     /* of an OPEN: the element behind its CLOSE */
        uint64_t classes; /* that occur among the alternatives; 1 << ANY_WORD: a literal does */
        uint16_t first, n; /* its alternatives */
};

/* A class, a class with one value, or a literal. */
struct alternative {
        uint8_t class; /* ANY_WORD: a literal */
        char code;     /* the value's first character; '\0': any */
        uint8_t size;
        const char *text; /* of a literal; "*": any plain word */
};

struct rule {
        const char *name;
        enum reading_kind kind;
        enum reading_form form;
        struct element elements[ELEMENTS_MAX];
        size_t n;
        uint16_t belief;
};

/* A set of rules, a bit each. */
struct rule_set {
        uint64_t bits[RULES_MAX / 64];
};

struct rules {
        struct arena *arena;
        struct rule *list;
        size_t n;
        /* Those that can start with such a term; words by their hashes: */
        struct rule_set by_class[CLASS_COUNT], by_word[WORD_SETS], by_plain_word;
        struct alternative *alternatives;
        size_t n_alternatives;
};

/* One attempt: which sense of which term each element took. */
struct attempt {
        const struct rules *rules;
        const struct rule *rule;
        const struct terms *terms;
        size_t end; /* behind its last term; 0: none */
        const struct term *term[ELEMENTS_MAX];
        const struct sense *sense[ELEMENTS_MAX];
};

static bool compile_alternative(struct rules *rules, struct element *e, const char *text,
                                size_t size)
{
        const char *equals = memchr(text, '=', size);
        struct alternative *a = arena_push(rules->arena, &rules->alternatives,
                                           &rules->n_alternatives, sizeof(*a));

        if (!a)
                return false;
        a->class = ANY_WORD;
        a->text = text;
        a->size = (uint8_t)size;
        if (ascii_is_upper(text[0])) {
                a->class = (uint8_t)term_class_named(text,
                                                     equals ? (size_t)(equals - text) : size);
                a->code = equals ? equals[1] : '\0';
        }
        e->classes |= UINT64_C(1) << a->class;
        e->n++;
        return true;
}

/* "NUM|several|UNIT=Q": alternatives parted by bars. */
static bool compile_alternatives(struct rules *rules, struct element *e, const char *text,
                                 size_t size)
{
        const char *end = text + size;

        e->first = (uint16_t)rules->n_alternatives;
        while (text < end) {
                const char *bar = memchr(text, '|', (size_t)(end - text));
                const char *stop = bar ? bar : end;

                if (!compile_alternative(rules, e, text, (size_t)(stop - text)))
                        return false;
                text = stop + 1;
        }
        return true;
}

static void close_group(struct rule *rule, bool optional)
{
        for (size_t i = rule->n; i-- > 0;) {
                struct element *open = &rule->elements[i];

                if (open->kind == ELEMENT_OPEN && !open->skip) {
                        open->skip = (uint8_t)(rule->n + 1);
                        open->optional = optional;
                        return;
                }
        }
}

static bool compile_element(struct rules *rules, struct rule *rule, const char *text,
                            size_t size)
{
        struct element *e = &rule->elements[rule->n];

        e->optional = size > 1 && text[size - 1] == '?';
        size -= e->optional;
        if (size == 1 && *text == '(') {
                e->kind = ELEMENT_OPEN;
        } else if (size == 1 && *text == ')') {
                e->kind = ELEMENT_CLOSE;
                close_group(rule, e->optional);
        } else if (!compile_alternatives(rules, e, text, size)) {
                return false;
        }
        rule->n++;
        return true;
}

static bool is_any_word(const struct alternative *a)
{
        return a->size == 1 && a->text[0] == '*';
}

static void set_add(struct rule_set *set, size_t rule)
{
        set->bits[rule / 64] |= UINT64_C(1) << rule % 64;
}

/* Notes that a match of @rule can start with @e. */
static void add_start(struct rules *rules, size_t rule, const struct element *e)
{
        const struct alternative *a = rules->alternatives + e->first;

        for (size_t i = 0; i < e->n; i++) {
                if (a[i].class != ANY_WORD)
                        set_add(&rules->by_class[a[i].class], rule);
                else if (is_any_word(&a[i]))
                        set_add(&rules->by_plain_word, rule);
                else
                        set_add(&rules->by_word[lexicon_hash(LEXICON_HASH_EMPTY, a[i].text,
                                                             a[i].size) %
                                                WORD_SETS],
                                rule);
        }
}

/* The same for its elements from @from on, as far as those before another are optional. */
static void add_starts(struct rules *rules, const struct rule *rule, size_t from)
{
        for (size_t i = from; i < rule->n; i++) {
                const struct element *e = &rule->elements[i];

                if (e->kind == ELEMENT_ITEM) {
                        add_start(rules, (size_t)(rule - rules->list), e);
                        if (!e->optional)
                                return;
                } else if (e->kind == ELEMENT_OPEN && e->optional) {
                        add_starts(rules, rule, e->skip);
                }
        }
}

static uint16_t read_belief(const struct lexicon_entry *entry)
{
        const char *column;
        unsigned belief = 0;

        for (size_t size = lexicon_column(entry->value, 2, &column); size; size--)
                belief = belief < 1000 ? belief * 10 + (unsigned)(*column++ - '0') : belief;
        return belief ? (uint16_t)belief : 1000;
}

/* False: no memory. A line that names no kind, or an unknown form, makes no rule. */
static bool compile_rule(struct rules *rules, const struct lexicon_entry *entry)
{
        const char *kind, *pattern, *end;
        size_t kind_size = lexicon_column(entry->value, 0, &kind);
        size_t size = lexicon_column(entry->value, 1, &pattern);
        struct rule *rule = &rules->list[rules->n];

        rule->name = entry->key;
        if (!reading_named(kind, kind_size, &rule->kind, &rule->form) || !size)
                return true;
        for (end = pattern + size; pattern < end && rule->n < ELEMENTS_MAX;) {
                const char *space = memchr(pattern, ' ', (size_t)(end - pattern));
                const char *stop = space ? space : end;

                if (stop > pattern &&
                    !compile_element(rules, rule, pattern, (size_t)(stop - pattern)))
                        return false;
                pattern = stop + 1;
        }
        add_starts(rules, rule, 0);
        rule->belief = read_belief(entry);
        rules->n++;
        return true;
}

struct rules *rules_compile(struct arena *arena)
{
        struct rules *rules = arena_alloc(arena, sizeof(*rules));

        if (!rules)
                return NULL;
        rules->arena = arena;
        rules->list = arena_alloc(arena, lexicon_time_rules.n * sizeof(*rules->list));
        if (!rules->list)
                return NULL;
        for (size_t i = 0; i < lexicon_time_rules.n && rules->n < RULES_MAX; i++)
                if (!compile_rule(rules, &lexicon_time_rules.entries[i]))
                        return NULL;
        return rules;
}

/* A word that is none of time's: an adjective or noun between a number and its unit. */
static bool is_plain_word(const struct term *term)
{
        return !term->classes && !term->capital && strlen(term->word) >= 4 &&
               term->word[0] >= 'a' && term->word[0] <= 'z';
}

static bool is_literal(const struct alternative *a, const struct term *term)
{
        if (is_any_word(a))
                return is_plain_word(term);
        return term->word[0] == a->text[0] && strncmp(term->word, a->text, a->size) == 0 &&
               !term->word[a->size];
}

/* Does the term fit one of the element's alternatives? Gives the sense, NULL for a literal. */
static bool fits(const struct rules *rules, const struct element *e, const struct term *term,
                 const struct sense **ret)
{
        const struct alternative *a = rules->alternatives + e->first;

        *ret = NULL;
        if (!(e->classes & (term->classes | UINT64_C(1) << ANY_WORD)))
                return false;
        for (size_t i = 0; i < e->n; i++, a++) {
                if (a->class == ANY_WORD) {
                        if (is_literal(a, term))
                                return true;
                        continue;
                }
                *ret = term_sense(term, a->class);
                if (*ret && (!a->code || (*ret)->code[0] == a->code))
                        return true;
                *ret = NULL;
        }
        return false;
}

/* The term behind the match of elements from @e on, starting at term @t; 0: no match. */
static size_t match_from(struct attempt *a, size_t e, size_t t)
{
        const struct element *element = &a->rule->elements[e];
        size_t end;

        if (e == a->rule->n)
                return t;
        a->term[e] = NULL;
        if (element->kind == ELEMENT_CLOSE)
                return match_from(a, e + 1, t);
        if (element->kind == ELEMENT_OPEN) {
                end = match_from(a, e + 1, t);
                if (end || !element->optional)
                        return end;
                for (size_t i = e; i < element->skip; i++)
                        a->term[i] = NULL;
                return match_from(a, element->skip, t);
        }
        if (t < a->terms->n && fits(a->rules, element, &a->terms->list[t], &a->sense[e])) {
                const struct sense *sense = a->sense[e];

                a->term[e] = &a->terms->list[t];
                end = match_from(a, e + 1, t + 1);
                a->sense[e] = sense;
                if (end)
                        return end;
                a->term[e] = NULL;
        }
        return element->optional ? match_from(a, e + 1, t) : 0;
}

static void fill_all(struct reading *ret, const struct attempt *a)
{
        for (size_t i = 0; i < a->rule->n; i++) {
                if (!a->term[i])
                        continue;
                if (ret->ranged && !ret->second_start && ret->kind == READING_DATE)
                        ret->second_start = a->term[i]->start;
                if (a->sense[i])
                        reading_fill(ret, a->term[i], a->sense[i]);
                else if (strcmp(a->term[i]->word, "last") == 0)
                        ret->ordinal = ret->ordinal > 0 ? -ret->ordinal : -1;
                else if (ret->form == FORM_BEHIND && strcmp(a->term[i]->word, "before") == 0)
                        ret->direction = -1;
                else if (ret->form == FORM_LETTERS)
                        reading_add_unit(ret, a->term[i]->word[0] == 'm' ? 'N' : 'S');
                else if (ret->form == FORM_TWO_DAYS)
                        ret->ranged = true; /* two days, and no interval */
                else if (ret->form == FORM_BETWEEN && strcmp(a->term[i]->word, "and") == 0)
                        ret->ranged = true;
                else if (strcmp(a->term[i]->word, "other") == 0 && ret->every &&
                         ret->count == COUNT_NONE)
                        ret->count = 2000;
        }
}

/* Tries one rule; a better match replaces @best. */
static void try_rule(const struct rule *rule, const struct rules *rules,
                     const struct terms *terms, size_t t, size_t limit, struct attempt *best)
{
        struct attempt a;
        size_t end;

        a.rules = rules;
        a.rule = rule;
        a.terms = terms;
        end = match_from(&a, 0, t);
        if (end > limit)
                return;
        if (end > best->end || (end && end == best->end && rule->n > best->rule->n)) {
                *best = a;
                best->end = end;
        }
}

static void join_sets(struct rule_set *to, const struct rule_set *from)
{
        for (size_t i = 0; i < ARRAY_SIZE(to->bits); i++)
                to->bits[i] |= from->bits[i];
}

/* The rules that a match at @term can be of. */
static struct rule_set starting_with(const struct rules *rules, const struct term *term)
{
        struct rule_set set = { { 0 } };

        if (term->word[0])
                join_sets(&set, &rules->by_word[term->hash % WORD_SETS]);
        if (is_plain_word(term))
                join_sets(&set, &rules->by_plain_word);
        for (size_t i = 0; i < term->n_senses; i++)
                join_sets(&set, &rules->by_class[term->senses[i].class]);
        return set;
}

bool rules_match(const struct rules *rules, const struct terms *terms, size_t t, size_t limit,
                 struct reading *ret)
{
        struct rule_set set = starting_with(rules, &terms->list[t]);
        struct attempt best;

        best.end = 0;
        best.rule = NULL;
        for (size_t i = 0; i < ARRAY_SIZE(set.bits); i++) {
                for (uint64_t bits = set.bits[i]; bits; bits &= bits - 1) {
                        size_t rule = i * 64 + (size_t)__builtin_ctzll(bits);

                        try_rule(&rules->list[rule], rules, terms, t, limit, &best);
                }
        }
        if (!best.end)
                return false;
        reading_init(ret);
        ret->kind = best.rule->kind;
        ret->form = best.rule->form;
        ret->rule = best.rule->name;
        ret->belief = best.rule->belief;
        ret->unit = ret->form == FORM_NIGHTS ? 'D' : '\0';
        ret->first = (uint32_t)t;
        ret->last = (uint32_t)best.end;
        ret->start = terms->list[t].start;
        ret->end = terms->list[best.end - 1].end;
        fill_all(ret, &best);
        return true;
}
