#include "proto/iso8601.h"

#include <stdio.h>
#include <string.h>

struct reader {
        const char *at, *end;
};

static bool read_digits(struct reader *r, int n, int *ret)
{
        int value = 0;

        if (r->end - r->at < n)
                return false;
        for (int i = 0; i < n; i++) {
                if (r->at[i] < '0' || r->at[i] > '9')
                        return false;
                value = value * 10 + (r->at[i] - '0');
        }
        r->at += n;
        *ret = value;
        return true;
}

static bool read_char(struct reader *r, const char *any_of)
{
        if (r->at == r->end || !strchr(any_of, *r->at))
                return false;
        r->at++;
        return true;
}

int iso_month_length(int year, int month)
{
        static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
        bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

        return month == 2 && leap ? 29 : days[month - 1];
}

static bool read_offset(struct reader *r, struct iso_time *t)
{
        int hours, minutes = 0;
        bool west;

        if (read_char(r, "Zz")) {
                t->has_offset = true;
                return true;
        }
        west = r->at < r->end && *r->at == '-';
        if (!read_char(r, "+-") || !read_digits(r, 2, &hours))
                return false;
        (void)read_char(r, ":");
        if (r->at < r->end && !read_digits(r, 2, &minutes))
                return false;
        if (hours > 23 || minutes > 59)
                return false;
        t->has_offset = true;
        t->offset_minutes = (hours * 60 + minutes) * (west ? -1 : 1);
        return true;
}

static bool read_clock(struct reader *r, struct iso_time *t)
{
        if (!read_digits(r, 2, &t->hour) || t->hour > 24)
                return false;
        t->precision = ISO_HOUR;
        if (read_char(r, ":")) {
                if (!read_digits(r, 2, &t->minute) || t->minute > 59)
                        return false;
                t->precision = ISO_MINUTE;
                if (read_char(r, ":")) {
                        if (!read_digits(r, 2, &t->second) || t->second > 60)
                                return false;
                        t->precision = ISO_SECOND;
                        if (read_char(r, ".,")) {
                                int digit;

                                if (!read_digits(r, 1, &digit))
                                        return false;
                                while (read_digits(r, 1, &digit))
                                        continue;
                        }
                }
        }
        if (t->hour == 24 && (t->minute || t->second))
                return false;
        return r->at == r->end || read_offset(r, t);
}

bool iso_time_parse(struct iso_time *ret, const char *text, size_t size)
{
        struct iso_time t = { .month = 1, .day = 1, .precision = ISO_YEAR };
        struct reader r = { text, text + size };

        if (size >= ISO_BYTES_MAX || !read_digits(&r, 4, &t.year))
                return false;
        if (read_char(&r, "-")) {
                if (!read_digits(&r, 2, &t.month) || t.month < 1 || t.month > 12)
                        return false;
                t.precision = ISO_MONTH;
                if (read_char(&r, "-")) {
                        if (!read_digits(&r, 2, &t.day) || t.day < 1 ||
                            t.day > iso_month_length(t.year, t.month))
                                return false;
                        t.precision = ISO_DAY;
                        if (read_char(&r, "Tt ") && !read_clock(&r, &t))
                                return false;
                }
        }
        if (r.at != r.end)
                return false;
        *ret = t;
        return true;
}

void iso_time_format(const struct iso_time *t, char out[ISO_BYTES_MAX])
{
        size_t room = ISO_BYTES_MAX;
        int n = snprintf(out, room, "%04d", t->year);

        if (t->precision >= ISO_MONTH)
                n += snprintf(out + n, room - (size_t)n, "-%02d", t->month);
        if (t->precision >= ISO_DAY)
                n += snprintf(out + n, room - (size_t)n, "-%02d", t->day);
        if (t->precision >= ISO_HOUR)
                n += snprintf(out + n, room - (size_t)n, "T%02d", t->hour);
        if (t->precision >= ISO_MINUTE)
                n += snprintf(out + n, room - (size_t)n, ":%02d", t->minute);
        if (t->precision >= ISO_SECOND)
                n += snprintf(out + n, room - (size_t)n, ":%02d", t->second);
        if (t->has_offset && t->offset_minutes == 0)
                snprintf(out + n, room - (size_t)n, "Z");
        else if (t->has_offset)
                snprintf(out + n, room - (size_t)n, "%c%02d:%02d",
                         t->offset_minutes < 0 ? '-' : '+',
                         (t->offset_minutes < 0 ? -t->offset_minutes : t->offset_minutes) / 60,
                         (t->offset_minutes < 0 ? -t->offset_minutes : t->offset_minutes) % 60);
}

/* Both ways by eras of 400 years, which start on a 1st of March (H. Hinnant, "chrono-Compatible
 * Low-Level Date Algorithms"). */
int64_t iso_days(int year, int month, int day)
{
        int64_t y = month <= 2 ? year - 1 : year;
        int64_t era = (y >= 0 ? y : y - 399) / 400;
        int64_t year_of_era = y - era * 400;
        int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        int64_t day_of_era =
                year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

        return era * 146097 + day_of_era - 719468;
}

void iso_civil(int64_t days, int *ret_year, int *ret_month, int *ret_day)
{
        int64_t z = days + 719468;
        int64_t era = (z >= 0 ? z : z - 146096) / 146097;
        int64_t doe = z - era * 146097;
        int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
        int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
        int64_t mp = (5 * doy + 2) / 153;

        *ret_day = (int)(doy - (153 * mp + 2) / 5 + 1);
        *ret_month = (int)(mp < 10 ? mp + 3 : mp - 9);
        *ret_year = (int)(yoe + era * 400 + (*ret_month <= 2));
}
