#include "workers/compare/units.h"

#include <stddef.h>
#include <string.h>

#include "base/macros.h"

/* Exact by definition, but for months and years, which are mean ones. */
static const struct {
        const char *unit, *dimension;
        int64_t factor, divisor; /* of the base unit */
        const char *iso;
} units[] = {
        { "second", "duration", 1, 1, "TS" },
        { "minute", "duration", 60, 1, "TM" },
        { "hour", "duration", 3600, 1, "TH" },
        { "day", "duration", 86400, 1, "D" },
        { "week", "duration", 604800, 1, "W" },
        { "month", "duration", 2629800, 1, "M" },
        { "year", "duration", 31557600, 1, "Y" },
        { "decade", "duration", 315576000, 1, NULL },
        { "millimetre", "length", 1, 1000, NULL },
        { "centimetre", "length", 1, 100, NULL },
        { "metre", "length", 1, 1, NULL },
        { "kilometre", "length", 1000, 1, NULL },
        { "inch", "length", 254, 10000, NULL },
        { "foot", "length", 3048, 10000, NULL },
        { "yard", "length", 9144, 10000, NULL },
        { "mile", "length", 1609344, 1000, NULL },
        { "nautical mile", "length", 1852, 1, NULL },
        { "milligram", "mass", 1, 1000, NULL },
        { "gram", "mass", 1, 1, NULL },
        { "kilogram", "mass", 1000, 1, NULL },
        { "tonne", "mass", 1000000, 1, NULL },
        { "ton", "mass", 907185, 1, NULL },
        { "ounce", "mass", 283495, 10000, NULL },
        { "pound", "mass", 453592, 1000, NULL },
        { "square metre", "area", 1, 1, NULL },
        { "square kilometre", "area", 1000000, 1, NULL },
        { "square foot", "area", 929, 10000, NULL },
        { "square mile", "area", 2589988, 1, NULL },
        { "hectare", "area", 10000, 1, NULL },
        { "acre", "area", 4046856, 1000, NULL },
        { "millilitre", "volume", 1, 1000, NULL },
        { "litre", "volume", 1, 1, NULL },
        { "gallon", "volume", 37854, 10000, NULL },
        { "barrel", "volume", 158987, 1000, NULL },
        { "cubic metre", "volume", 1000, 1, NULL },
        { "kilometre per hour", "speed", 1000, 3600, NULL },
        { "mile per hour", "speed", 1609344, 3600000, NULL },
        { "metre per second", "speed", 1, 1, NULL },
        { "knot", "speed", 1852, 3600, NULL },
        { "watt", "power", 1, 1, NULL },
        { "kilowatt", "power", 1000, 1, NULL },
        { "megawatt", "power", 1000000, 1, NULL },
        { "gigawatt", "power", 1000000000, 1, NULL },
};

static size_t find(const char *unit)
{
        size_t i;

        for (i = 0; i < ARRAY_SIZE(units); i++)
                if (unit && strcmp(units[i].unit, unit) == 0)
                        break;
        return i;
}

const char *unit_dimension(const char *unit)
{
        size_t i = find(unit);

        return i < ARRAY_SIZE(units) ? units[i].dimension : unit ? unit : "";
}

int64_t unit_base(const char *unit, int64_t value)
{
        size_t i = find(unit);
        int64_t product;

        if (i == ARRAY_SIZE(units))
                return value;
        if (__builtin_mul_overflow(value, units[i].factor, &product))
                return value < 0 ? -INT64_MAX : INT64_MAX;
        return product / units[i].divisor;
}

const char *unit_designated(const char *designator)
{
        for (size_t i = 0; i < ARRAY_SIZE(units); i++)
                if (units[i].iso && strcmp(units[i].iso, designator) == 0)
                        return units[i].unit;
        return NULL;
}

const char *unit_designator(const char *unit)
{
        size_t i = find(unit);

        return i < ARRAY_SIZE(units) ? units[i].iso : NULL;
}
