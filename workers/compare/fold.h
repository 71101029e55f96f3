/* fold - taking one account into the ledger; each part in its own file
 *
 * The parts are called in this order. They change rows in memory only; compare_fold() writes
 * what has changed. All return 0 or -ENOMEM.
 */
#pragma once

#include "workers/compare/account.h"
#include "workers/compare/ledger.h"

/** Takes @number's account in, unless its article is there already. */
int fold_account(struct ledger *ledger, struct account *a);

/** Whose words these are: sets *@ret_origin and the article's copies. */
int fold_origin(struct ledger *ledger, struct account *a, uint64_t *ret_origin);
int fold_names(struct ledger *ledger, const struct account *a);
int fold_slots(struct ledger *ledger, const struct account *a, uint64_t origin);
/** Quotations, sentences and exact facts. */
int fold_claims(struct ledger *ledger, struct account *a, uint64_t origin);
/** Joins the words of quotations with the sentences that have them, of the passage at hand,
 *  which @row has taken in. */
int fold_echoes(struct ledger *ledger, const struct passage *p, struct row *row);

/* What two passages share, in thousandths of what the shorter and the longer tell. */
struct overlap {
        uint32_t of_shorter, of_longer;
        unsigned in_a, in_b, shared;
        unsigned terms; /* in common */
        unsigned plain; /* of these, that are no part of a name */
        unsigned words; /* the same, with those that tell nothing */
        unsigned rare;  /* … those that tell most, alone */
};
struct overlap overlap_of(const struct mention *a, const struct mention *b);

/** Adds a mention, of a sentence one an article; a claim that has enough only counts. */
int claim_join(struct ledger *ledger, struct row *row, const struct mention *mention);

/** Notes which claims most origins carry, for omissions. */
int header_carry(struct ledger *ledger, struct header_row *h, const struct row *row);
/** Counts the account and takes its votes. */
int fold_header(struct ledger *ledger, const struct account *a, uint64_t origin);
/** Keeps the event's participants in step with a row of names. */
int header_name(struct ledger *ledger, struct header_row *h, struct row_key key,
                const struct name_row *names, uint8_t bearer);

/** The header, marked as changed. NULL: no memory. */
struct header_row *ledger_header(struct ledger *ledger);
