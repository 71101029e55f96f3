/* error - what LMDB's returns mean to those who use the store */
#include <errno.h>

#include "daemon/store/internal.h"

static const struct {
        int rc, meaning;
} meanings[] = {
        { MDB_SUCCESS, 0 },
        { MDB_NOTFOUND, STORE_E_NOT_FOUND },
        { MDB_MAP_FULL, STORE_E_FULL },
        { ENOSPC, STORE_E_FULL },
        { EDQUOT, STORE_E_FULL },
        { EFBIG, STORE_E_FULL },
        { MDB_CORRUPTED, STORE_E_CORRUPT },
        { MDB_PAGE_NOTFOUND, STORE_E_CORRUPT },
        { MDB_INVALID, STORE_E_CORRUPT },
        { MDB_INCOMPATIBLE, STORE_E_CORRUPT },
        { MDB_VERSION_MISMATCH, STORE_E_NEWER_FORMAT },
        { MDB_READERS_FULL, STORE_E_BUSY },
        { MDB_TXN_FULL, -E2BIG },
        { MDB_PANIC, -EIO },
};

int error_from_lmdb(int rc)
{
        for (size_t i = 0; i < ARRAY_SIZE(meanings); i++)
                if (meanings[i].rc == rc)
                        return meanings[i].meaning;
        /* What is left of LMDB's own is our misuse of it. */
        return rc > 0 ? -rc : -ENOTRECOVERABLE;
}

int txn_fail(struct txn *txn, int r)
{
        if (!txn->error)
                txn->error = r;
        return r;
}
