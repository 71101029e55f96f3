#include <stdarg.h>
#include <stdio.h>

#include "base/log.h"
#include "cli/verb.h"

void notice(const char *format, ...)
{
        char text[2048], line[4096];
        va_list args;

        va_start(args, format);
        vsnprintf(text, sizeof(text), format, args);
        va_end(args);
        log_escape(line, sizeof(line), text);
        fprintf(stderr, "parallax: %s\n", line);
}

int usage_error(const char *verb, const char *format, ...)
{
        char text[1024], line[2048];
        va_list args;

        va_start(args, format);
        vsnprintf(text, sizeof(text), format, args);
        va_end(args);
        log_escape(line, sizeof(line), text);
        fprintf(stderr, "parallax: %s\nTry 'parallax%s%s --help'.\n", line, *verb ? " " : "",
                verb);
        return EXIT_USAGE;
}
