/* outlets - who an article is from, and whom it credits
 *
 * Outlets are named in many ways: "Reuters", "www.reuters.com", "The Daily Post". All ways are
 * brought to one key: an agency's by the list of agencies, a site's by its host name without
 * what most have, any other's by its letters and digits. So that an article's words can be
 * traced, the outlets that it says it has something from are known by the same keys.
 */
#pragma once

#include "workers/compare/account.h"

enum { CREDITED_MAX = 8 };

/** 0: no name. */
uint64_t outlet_key(const char *name);
/** Is this a news agency, or has it the name of a newspaper or a news programme? */
bool outlet_is_press(const char *name);
/** Is this the key of an agency whose reports others print? */
bool outlet_is_agency(uint64_t key);
/* An outlet's key is even; who only contributed to a report is known by the odd one behind it.
 */
#define OUTLET_CONTRIBUTES ((uint64_t)1)

/** The outlets that the account credits: agencies found as such, and bodies of which it says
 *  that they reported, or that it got something from them. At most CREDITED_MAX; in order. */
size_t outlets_credited(const struct account *a, uint64_t keys[CREDITED_MAX]);
