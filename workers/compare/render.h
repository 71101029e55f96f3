/* render - putting a comparison together from all rows of an event
 *
 * Each list of the contract is made in its own function, ranked by how many origins carry a
 * finding and how central it is. Values are new JSON references; NULL: no memory.
 */
#pragma once

#include "base/json.h"
#include "workers/compare/ledger.h"

struct render {
        struct arena *arena;
        const struct ledger *ledger;
        struct row **rows; /* all, in the order of keys */
        size_t n_rows;
        const struct header_row *header;     /* or NULL for an empty ledger */
        const struct article_row **articles; /* in the order of numbers */
        size_t n_articles;
        struct rarity *rarity; /* of terms: see rank.c */
        size_t rarity_room;
        struct told_figure *figures; /* see figures_told.c */
        size_t n_figures;
        struct spoken *spoken; /* see spoken.c */
        size_t n_spoken;
};

/** The article of a number, or NULL. */
const struct article_row *render_article(const struct render *render, uint64_t number);
/** The id of the article of a number; "" when it is not there. */
const char *render_id(const struct render *render, uint64_t number);
json_t *render_ids(const struct render *render, const struct numbers *numbers);
/** {"article", "span", "text"} */
json_t *render_evidence(const struct render *render, const struct mention *mention);
/** A new finding with its id, confidence and rule. */
json_t *render_finding(char letter, const unsigned char id[4], uint16_t confidence,
                       const char *rule);

json_t *render_participants(const struct render *render);
json_t *render_agreements(const struct render *render);
json_t *render_conflicts(const struct render *render);
json_t *render_quotes(const struct render *render);
json_t *render_only(struct render *render);
json_t *render_omissions(const struct render *render);
json_t *render_copies(const struct render *render);

/** A finding to be ranked: the higher rank first, then the lower key. */
struct ranked {
        uint64_t rank;
        const struct row *row;
        size_t part; /* of the row */
        json_t *finding;
};
/** Sorts and makes a list of them; takes the findings over. */
json_t *render_ranked(struct ranked *list, size_t n);

/** The same; a finding that stands on the evidence of one before comes behind all that tell
 *  something else. */
json_t *render_ranked_apart(struct arena *arena, struct ranked *list, size_t n);

/** How much of a passage no other origin has: the sum of what its own terms tell. */
unsigned render_novelty(struct render *render, const struct mention *mention);
int render_weigh_terms(struct render *render); /* before it; 0 or -ENOMEM */

/** Do others give all figures that rows keep of the sentence, days and hours aside? False when
 *  they keep none. */
bool render_shares_figures(const struct render *render, const struct mention *mention);
int render_find_figures(struct render *render); /* before it; 0 or -ENOMEM */

/** Is most of the passage an utterance that another origin has too? */
bool render_is_spoken_elsewhere(const struct render *render, const struct mention *mention);
int render_find_spoken(struct render *render); /* before it; 0 or -ENOMEM */
