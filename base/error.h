/* error - the two kinds of failure
 *
 * A negative return is an errno that cannot be handled here: forward it unchanged. A positive
 * one is a named condition (MODULE_E_NAME) of the callee that the caller handles; where it
 * cannot, it folds it into -ENOTRECOVERABLE with error_fold(). 0 is success.
 */
#pragma once

/** Turns an unhandled named condition into a fatal errno; 0 and errnos stay. */
int error_fold(int r);
