/* number - records that hold one number */
#include "daemon/store/internal.h"

int number_put(struct txn *txn, enum table table, const struct key *key, uint64_t number)
{
        buffer_put_u64(record_begin(txn), number);
        return table_put(txn, table, key, PUT_ANY);
}

int number_look(struct txn *txn, enum table table, const struct key *key, uint64_t *ret)
{
        struct blob record;
        struct cursor c;
        uint64_t number;
        int r = table_look(txn, table, key, &record);

        if (r)
                return r;
        cursor_init(&c, record.data, record.size);
        cursor_get_u64(&c, &number);
        if (!cursor_end(&c))
                return STORE_E_CORRUPT;
        *ret = number;
        return 0;
}
