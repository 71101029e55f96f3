/* backlog - replies keep their order and their limits */
#include <stdio.h>
#include <string.h>

#include "daemon/backlog.h"
#include "tests/unit/test.h"

struct sent {
        char order[64];
        char blocked; /* the peer that takes nothing */
};

static struct address peer(char name)
{
        return (struct address){ .route_size = 1, .route = { (unsigned char)name } };
}

static bool add(struct backlog *backlog, char name, const char *word)
{
        struct blob parts[] = { { word, strlen(word) }, { "{}", 2 } };
        struct address to = peer(name);

        return backlog_add(backlog, &to, parts, 2);
}

static int send_one(void *context, const struct address *to, const struct blob *parts, size_t n)
{
        struct sent *sent = context;

        EXPECT_INT(n, 2);
        if (to->route[0] == (unsigned char)sent->blocked)
                return ROUTER_E_BLOCKED;
        strncat(sent->order, parts[0].data, parts[0].size);
        return 0;
}

TEST(what_waited_goes_out_in_order)
{
        struct backlog backlog;
        struct sent sent = { "", 0 };

        backlog_init(&backlog);
        EXPECT(add(&backlog, 'a', "1") && add(&backlog, 'b', "2") && add(&backlog, 'a', "3"));
        backlog_flush(&backlog, NULL, send_one, &sent);
        EXPECT_STR(sent.order, "123");
        EXPECT_INT(backlog.n, 0);
        EXPECT_INT(backlog.bytes, 0);
        backlog_clear(&backlog);
}

TEST(a_blocked_peer_keeps_its_own_and_holds_up_nobody)
{
        struct backlog backlog;
        struct sent sent = { "", 'a' };
        struct address a = peer('a');

        backlog_init(&backlog);
        EXPECT(add(&backlog, 'a', "1") && add(&backlog, 'b', "2") && add(&backlog, 'a', "3"));
        backlog_flush(&backlog, NULL, send_one, &sent);
        EXPECT_STR(sent.order, "2");
        EXPECT_INT(backlog_count(&backlog, &a), 2);
        sent.blocked = 0;
        backlog_flush(&backlog, &a, send_one, &sent);
        EXPECT_STR(sent.order, "213");
        backlog_clear(&backlog);
}

TEST(a_peer_has_a_limit_and_so_have_all)
{
        struct backlog backlog;
        int n = 0;

        backlog_init(&backlog);
        for (int i = 0; i < BACKLOG_PEER_MAX; i++)
                EXPECT(add(&backlog, 'a', "x"));
        EXPECT(!add(&backlog, 'a', "x"));
        for (int c = 1; c < 256; c++) {
                while (c != 'a' && add(&backlog, (char)c, "x"))
                        n++;
        }
        EXPECT_INT(n, BACKLOG_MAX - BACKLOG_PEER_MAX);
        backlog_clear(&backlog);
        EXPECT_INT(backlog.n, 0);
}
