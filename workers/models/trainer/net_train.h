/* net_train - the small neural net of the names, under training
 *
 * Trained together with the linear model whose scores it adds to (crf.c), by Adam on batches of
 * sentences. Inputs and hidden units are dropped at random, so that the net does not learn the
 * few texts by heart.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "workers/models/net.h"
#include "workers/text/tagger.h"

struct net_train;

/** NULL: no memory. */
struct net_train *net_train_new(const struct words *words);
/** Adds what the net says of the word in place @at of a sentence to @scores. Inputs and units
 *  are dropped at random, and remembered for net_train_back. */
void net_train_score(struct net_train *net, size_t at, const int32_t *slots, double *scores);
/** Takes in by how much each label's score was too high at place @at. */
void net_train_back(struct net_train *net, size_t at, const double *gradient);
/** Ends a sentence; after some of them the weights are changed. */
void net_train_step(struct net_train *net);
/** Takes the weights as they are into the average that is written. */
void net_train_add_up(struct net_train *net);
/** Writes the mean of what was taken. 0 or -1. */
int net_train_write(const struct net_train *net, const char *path);
