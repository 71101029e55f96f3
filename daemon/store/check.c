/* stub */
#include "daemon/store/internal.h"
int store_check(const char *dir, void (*tell)(void *context, const char *fault), void *context)
{
        (void)dir;
        (void)tell;
        (void)context;
        return 0;
}
