/* decoder - what stands in an extraction, checked as what it is: a stranger's word
 *
 * One walker with a sticky fault: getters give harmless values after the first, and the end
 * looks. The text and the lists of findings, which may be many megabytes, are read part by
 * part; what else there is, is one tree.
 */
#pragma once

#include "base/json_parts.h"
#include "base/utf8.h"
#include "proto/extraction.h"

struct decoder {
        struct extraction *x;
        struct arena *arena;
        struct json_part parts[JSON_PARTS_MAX]; /* of the extraction */
        size_t n_parts;
        struct text_index *index;
        uint32_t points; /* of the text */
        struct json_fault *fault;
        const char *list; /* where the walker is, for the fault */
        size_t at;
        int error;
};

/** The first fault: at @key, of the element at hand. */
void decoder_wrong(struct decoder *d, const char *key, const char *expected);
/** Memory of the extraction's arena; NULL: the decoder has failed. */
void *decoder_take(struct decoder *d, size_t size);
bool decoder_is_point(const json_t *value);
struct span decoder_span_of(struct decoder *d, const json_t *value, const char *key);

/* Members of an object. What may be missing is NULL, SPAN_NONE or NONE then. */
const char *decoder_text(struct decoder *d, const json_t *o, const char *key, bool needed);
/** Its place among the names. */
int decoder_name(struct decoder *d, const json_t *o, const char *key, const char *const *names);
bool decoder_bool(struct decoder *d, const json_t *o, const char *key);
/** A number with at most three decimals, as thousandths. */
int64_t decoder_milli(struct decoder *d, const json_t *o, const char *key);
struct finding decoder_made(struct decoder *d, const json_t *o);
struct span decoder_span(struct decoder *d, const json_t *o, const char *key, bool needed);
struct span *decoder_spans(struct decoder *d, const json_t *o, const char *key, size_t *ret_n);
const char **decoder_texts(struct decoder *d, const json_t *o, const char *key, size_t *ret_n);
/** "e12" as 11, when there are at least 12. */
int decoder_id(struct decoder *d, const json_t *o, const char *key, char letter, size_t n);
int *decoder_ids(struct decoder *d, const json_t *o, const char *key, char letter, size_t n,
                 size_t *ret_n);
