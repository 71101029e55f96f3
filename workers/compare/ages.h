/* ages - which figures are somebody's age */
#pragma once

#include "workers/compare/account.h"

/** "36-year-old", "aged 36", "Ms Vik, 36 years,": the age of somebody. */
bool figure_is_age(const struct account *a, const struct quantity *q);
/** Of a bare number, or of years: "children aged 8 and 10", "Ana Ferr, 61, and"; no more
 * children for that.
 */
bool figure_is_bare_age(const struct account *a, const struct quantity *q);
/** The person of whom the age at @own is told, by number of the extraction's entities: "Ana
 *  Ferr, 61,", "61-year-old Ana Ferr". -1: it does not say. */
int figure_aged(const struct account *a, struct span sentence, struct span own);
