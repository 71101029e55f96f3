/* findings - what a reader sees of a row: ids that stay, and hashes of what they say */
#pragma once

#include <stdbool.h>

#include "base/buffer.h"
#include "workers/compare/judge.h"
#include "workers/compare/rows.h"

enum { FINDINGS_MAX = 64 }; /* of one row */

/** The findings of a row whose encoded body is @body. Returns their number. */
size_t findings_of(const struct row *row, const struct blob *body,
                   struct row_finding out[FINDINGS_MAX]);

/* The ids, as findings_of() gives them and as they are printed. */
void finding_id_of_claim(const struct row_key *key, unsigned char id[4]);
void finding_id_of_entry(const struct row_key *key, const struct judgement *j, size_t at,
                         unsigned char id[4]);
void finding_id_of_value(const struct row_key *key, const struct figure_group *g,
                         unsigned char id[4]);
void finding_id_of_copy(uint64_t a, uint64_t b, unsigned char id[4]);
/** The shortest of its passages; NULL: it has none. */
const char *claim_shortest(const struct claim *claim);
/** 'g', 'q', 'o', or 0 while it is nothing to show. */
char claim_letter(const struct claim *claim);
