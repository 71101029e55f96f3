#include "base/log.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <systemd/sd-journal.h>
#include <unistd.h>

#include "base/utf8.h"

enum { FIELDS_MAX = 16, FIELD_BYTES = 1024 };

static enum log_level level_max = LOG_LEVEL_INFO;

void log_set_level(enum log_level most)
{
        level_max = most;
}

static bool point_is_harmless(uint32_t p)
{
        if (p < 0x20 || (p >= 0x7F && p < 0xA0) || p == 0xFFFD || p == 0xFEFF)
                return false;
        if ((p >= 0x200B && p <= 0x200F) || (p >= 0x2028 && p <= 0x202E) ||
            (p >= 0x2060 && p <= 0x206F))
                return false;
        return p != 0x061C;
}

int log_escape(char *out, int room, const char *text)
{
        const char *end = text + strlen(text);
        int n = 0, written = 0; /* what did not fit is not begun */

        while (text < end) {
                uint32_t point;
                unsigned bytes = utf8_decode(text, end, &point);

                if (point_is_harmless(point)) {
                        if (n + (int)bytes < room)
                                memcpy(out + n, text, bytes);
                        n += (int)bytes;
                } else {
                        for (unsigned i = 0; i < bytes; i++, n += 4) {
                                if (n + 4 < room)
                                        snprintf(out + n, 5, "\\x%02x", (unsigned char)text[i]);
                                written = n + 4 < room ? n + 4 : written;
                        }
                }
                written = n < room ? n : written;
                text += bytes;
        }
        if (room > 0)
                out[written] = '\0';
        return n;
}

/* As systemd documents it: JOURNAL_STREAM names the device and inode of our stderr. */
static bool stderr_is_journal(void)
{
        const char *stream = getenv("JOURNAL_STREAM");
        unsigned long long device, inode;
        struct stat st;

        return stream && sscanf(stream, "%llu:%llu", &device, &inode) == 2 &&
               fstat(STDERR_FILENO, &st) == 0 && st.st_dev == device && st.st_ino == inode;
}

static void log_to_stderr(enum log_level level, const char *message, va_list fields)
{
        static const char *const names[] = { [LOG_LEVEL_ERROR] = "error: ",
                                             [LOG_LEVEL_WARNING] = "warning: ",
                                             [LOG_LEVEL_NOTICE] = "",
                                             [LOG_LEVEL_INFO] = "",
                                             [LOG_LEVEL_DEBUG] = "debug: " };
        char line[4096], value[FIELD_BYTES];
        int n = snprintf(line, sizeof(line), "parallaxd: %s%s", names[level], message);
        const char *name;

        while ((name = va_arg(fields, const char *)) && n < (int)sizeof(line) - 2) {
                const char *text = va_arg(fields, const char *);

                log_escape(value, sizeof(value), text ? text : "-");
                n += snprintf(line + n, sizeof(line) - (size_t)n, " %s=%s", name, value);
        }
        if (n > (int)sizeof(line) - 2)
                n = (int)sizeof(line) - 2;
        line[n++] = '\n';
        (void)!write(STDERR_FILENO, line, (size_t)n);
}

static void log_to_journal(enum log_level level, const char *message, va_list fields)
{
        char texts[FIELDS_MAX][FIELD_BYTES], value[FIELD_BYTES - 64];
        struct iovec parts[FIELDS_MAX];
        int n = 0;
        const char *name;

        snprintf(texts[n++], FIELD_BYTES, "MESSAGE=%s", message);
        snprintf(texts[n++], FIELD_BYTES, "PRIORITY=%d", (int)level);
        snprintf(texts[n++], FIELD_BYTES, "SYSLOG_IDENTIFIER=parallaxd");
        while (n < FIELDS_MAX && (name = va_arg(fields, const char *))) {
                const char *text = va_arg(fields, const char *);

                log_escape(value, sizeof(value), text ? text : "-");
                snprintf(texts[n++], FIELD_BYTES, "PARALLAX_%.40s=%s", name, value);
        }
        for (int i = 0; i < n; i++)
                parts[i] = (struct iovec){ texts[i], strlen(texts[i]) };
        (void)sd_journal_sendv(parts, n);
}

void log_event(enum log_level level, const char *message, ...)
{
        va_list fields;

        if (level > level_max)
                return;
        va_start(fields, message);
        if (stderr_is_journal())
                log_to_journal(level, message, fields);
        else
                log_to_stderr(level, message, fields);
        va_end(fields);
}
