/* posts - what stands under a post or a picture, and is none of its words */
#pragma once

#include <stdbool.h>

#include "proto/extraction.h"

/** "— Ada Lind (@adalind) March 2, 2026", "FILE - In this picture …": that two reports have it
 *  tells nothing. */
bool is_under_post(const char *text, struct span s);
/** "The quay sank. pic.twitter.com/x — Ada Lind (@adalind) March 2, 2026": the post alone,
 * without whose it is, when it was made, addresses and readers behind it, and what a page has
 * before it for those who hear it read. */
struct span without_signature(const char *text, struct span bytes);
