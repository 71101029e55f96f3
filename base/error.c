#include "base/error.h"

#include <errno.h>

int error_fold(int r)
{
        return r > 0 ? -ENOTRECOVERABLE : r;
}
