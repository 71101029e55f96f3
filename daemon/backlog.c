#include "daemon/backlog.h"

#include <stdlib.h>
#include <string.h>

enum { PARTS = 2 }; /* status and JSON */

struct backlog_reply {
        struct backlog_reply *next;
        struct address to;
        size_t sizes[PARTS], n;
        unsigned char bytes[];
};

void backlog_init(struct backlog *backlog)
{
        *backlog = (struct backlog){ .last = &backlog->first };
}

void backlog_clear(struct backlog *backlog)
{
        while (backlog->first) {
                struct backlog_reply *reply = backlog->first;

                backlog->first = reply->next;
                free(reply);
        }
        backlog_init(backlog);
}

static size_t reply_size(const struct backlog_reply *reply)
{
        size_t size = 0;

        for (size_t i = 0; i < reply->n; i++)
                size += reply->sizes[i];
        return size;
}

size_t backlog_count(const struct backlog *backlog, const struct address *to)
{
        size_t n = 0;

        for (const struct backlog_reply *r = backlog->first; r; r = r->next)
                n += address_same_peer(&r->to, to);
        return n;
}

bool backlog_add(struct backlog *backlog, const struct address *to, const struct blob *parts,
                 size_t n)
{
        struct backlog_reply *reply;
        size_t size = 0;

        for (size_t i = 0; i < n; i++)
                size += parts[i].size;
        if (n > PARTS || backlog->n >= BACKLOG_MAX ||
            backlog->bytes + size > BACKLOG_BYTES_MAX ||
            backlog_count(backlog, to) >= BACKLOG_PEER_MAX)
                return false;
        reply = malloc(sizeof(*reply) + size);
        if (!reply)
                return false;
        *reply = (struct backlog_reply){ .to = *to, .n = n };
        size = 0;
        for (size_t i = 0; i < n; i++) {
                reply->sizes[i] = parts[i].size;
                if (parts[i].size)
                        memcpy(reply->bytes + size, parts[i].data, parts[i].size);
                size += parts[i].size;
        }
        *backlog->last = reply;
        backlog->last = &reply->next;
        backlog->n++;
        backlog->bytes += size;
        return true;
}

static struct backlog_reply *take_first(struct backlog *backlog)
{
        struct backlog_reply *reply = backlog->first;

        backlog->first = reply->next;
        if (!backlog->first)
                backlog->last = &backlog->first;
        reply->next = NULL;
        return reply;
}

static void keep(struct backlog *backlog, struct backlog_reply *reply)
{
        *backlog->last = reply;
        backlog->last = &reply->next;
}

/* Each is taken from the front and, if it must stay, put behind: once round, the order is as it
 * was. */
void backlog_flush(struct backlog *backlog, const struct address *only,
                   int (*send)(void *context, const struct address *to,
                               const struct blob *parts, size_t n),
                   void *context)
{
        size_t n = backlog->n;

        for (size_t i = 0; i < n; i++) {
                struct backlog_reply *reply = take_first(backlog);
                struct blob parts[PARTS];
                size_t at = 0;

                if (only && !address_same_peer(only, &reply->to)) {
                        keep(backlog, reply);
                        continue;
                }
                for (size_t p = 0; p < reply->n; p++) {
                        parts[p] = (struct blob){ reply->bytes + at, reply->sizes[p] };
                        at += reply->sizes[p];
                }
                if (send(context, &reply->to, parts, reply->n) == ROUTER_E_BLOCKED) {
                        keep(backlog, reply);
                        continue;
                }
                backlog->n--;
                backlog->bytes -= reply_size(reply);
                free(reply);
        }
}
