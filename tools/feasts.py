#!/usr/bin/python3
"""feasts.py - the lunar feasts of India and China as lines of workers/lexicon/holidays.txt

Their days follow from the places of sun and moon, which the product does not compute: they are told as tables, one day
of the year for each year from FIRST on. Sun and moon are those of J. Meeus, Astronomical Algorithms, to a hundredth of a
degree; an Indian feast is on the day on which its tithi reigns at its hour in Ujjain, months end with the new moon.
"""
import datetime
import math

FIRST, LAST = 1990, 2050
INDIA, CHINA = 5.5 / 24, 8 / 24
SUNRISE, FORENOON, NOON, AFTERNOON, SUNSET, EVENING, MIDNIGHT = 0.26, 0.40, 0.5, 0.6, 0.78, 0.84, 1.0
MONTHS = "chaitra vaishakha jyeshtha ashadha shravana bhadrapada ashvina kartika margashirsha pausha magha phalguna".split()

MOON = [(6288774, 0, 0, 1, 0), (1274027, 2, 0, -1, 0), (658314, 2, 0, 0, 0), (213618, 0, 0, 2, 0), (-185116, 0, 1, 0, 0),
        (-114332, 0, 0, 0, 2), (58793, 2, 0, -2, 0), (57066, 2, -1, -1, 0), (53322, 2, 0, 1, 0), (45758, 2, -1, 0, 0),
        (-40923, 0, 1, -1, 0), (-34720, 1, 0, 0, 0), (-30383, 0, 1, 1, 0), (15327, 2, 0, 0, -2), (-12528, 0, 0, 1, 2),
        (10980, 0, 0, 1, -2), (10675, 4, 0, -1, 0), (10034, 0, 0, 3, 0), (8548, 4, 0, -2, 0), (-7888, 2, 1, -1, 0),
        (-6766, 2, 1, 0, 0), (-5163, 1, 0, -1, 0), (4987, 1, 1, 0, 0), (4036, 2, -1, 1, 0)]

# Names; month, tithi (1 to 30, 30 = new moon), hour, days added, length.
INDIAN = [
    ("diwali|deepavali|lakshmi puja|divali|festival of lights", "ashvina", 30, SUNSET, 0, 1),
    ("dhanteras|dhanatrayodashi", "ashvina", 28, SUNSET, 0, 1),
    ("kali chaudas|choti diwali|naraka chaturdashi", "ashvina", 29, SUNSET, 0, 1),
    ("dussehra|vijayadashami|vijaya dashami|dasara|dashain", "ashvina", 10, AFTERNOON, 0, 1),
    ("maha saptami", "ashvina", 7, SUNRISE, 0, 1),
    ("navaratri|durga puja|navratri", "ashvina", 1, SUNRISE, 0, 9),
    ("karva chauth", "ashvina", 19, EVENING, 0, 1),
    ("valmiki jayanti|maharishi valmiki jayanti|pargat diwas", "ashvina", 15, SUNRISE, 0, 1),
    ("bhai dooj|bhau beej", "kartika", 2, AFTERNOON, 0, 1),
    ("chhath|chhath puja|dala puja|surya shashthi", "kartika", 6, SUNRISE, 0, 1),
    ("guru nanak jayanti|gurpurab", "kartika", 15, SUNRISE, 0, 1),
    ("holika dahan|chhoti holi|kamudu pyre", "phalguna", 15, SUNSET, 0, 1),
    ("holi|dhulandi|phagwah", "phalguna", 15, SUNSET, 1, 1),
    ("maha shivaratri|maha shivratri|shivaratri", "magha", 29, MIDNIGHT, 0, 1),
    ("vasant panchami|basant panchami|saraswati jayanti|saraswati puja", "magha", 5, FORENOON, 0, 1),
    ("guru ravidas jayanti|guru ravidass jayanti|guru ravidas birthday|guru ravidass birthday", "magha", 15, SUNRISE, 0, 1),
    ("ugadi|yugadi|gudi padwa|samvatsaradi|chaitra sukladi|chaitra sukhladi", "chaitra", 1, SUNRISE, 0, 1),
    ("rama navami|ram navami", "chaitra", 9, NOON, 0, 1),
    ("mahavir jayanti|mahaveer jayanti|mahaveer janma kalyanak", "chaitra", 13, SUNRISE, 0, 1),
    ("vesak|vaisakha|buddha day|buddha purnima|buddha's birthday|wesak", "vaishakha", 15, SUNRISE, 0, 1),
    ("ratha yatra|rath yatra", "ashadha", 2, SUNRISE, 0, 1),
    ("raksha bandhan|rakhi", "shravana", 15, SUNRISE, 0, 1),
    ("janmashtami|krishna janmashtami|gokulashtami", "shravana", 23, MIDNIGHT, 0, 1),
    ("ganesh chaturthi|vinayaka chaturthi", "bhadrapada", 4, NOON, 0, 1),
]
ONAM = "onam|thiruvonam|thiru onam"
SHRAVANA, LEO = 21, 4
CHINESE = "chinese new year|lunar new year|chinese lunar new year|chinese new year's day|chinese lunar new year's day|" \
          "chinese new years|spring festival|seollal"


def longitudes(day):
    """Apparent longitude of sun and moon, degrees; @day counts from 2000-01-01T12:00 UT."""
    t = (day + 0.00075) / 36525
    d, m, n, f = (math.radians(a + b * t) for a, b in (
        (297.8501921, 445267.1114034), (357.5291092, 35999.0502909), (134.9633964, 477198.8675055),
        (93.2720950, 483202.0175233)))
    moon = 218.3164477 + 481267.88123421 * t + sum(
        c * math.sin(i * d + j * m + k * n + l * f) for c, i, j, k, l in MOON) / 1e6
    sun = 280.46646 + 36000.76983 * t + (1.914602 - 0.004817 * t) * math.sin(m) + 0.019993 * math.sin(2 * m) \
        + 0.000289 * math.sin(3 * m) - 0.00569
    return sun % 360, moon % 360


def elongation(day):
    sun, moon = longitudes(day)
    return (moon - sun) % 360


def noon(date):
    return (date - datetime.date(2000, 1, 1)).days


def new_moon_before(day):
    """The last new moon up to @day."""
    low = day - elongation(day) / 12.19
    for _ in range(20):
        e = (elongation(low) + 180) % 360 - 180
        low -= e / 12.19
    return low if low <= day else new_moon_before(day - 2)


def ayanamsha(day):
    """From the equinox to the start of the sidereal zodiac (Lahiri)."""
    return 23.853 + 0.01397 * day / 365.25


def sign(day):
    """The sidereal sign of the sun, 0 = Aries."""
    return int((longitudes(day)[0] - ayanamsha(day)) % 360 // 30)


def reigns(date, month, tithi, hour):
    """Does the tithi reign at the hour of the day? Of a doubled month the second counts."""
    at = noon(date) + hour - 0.5 - INDIA
    if int(elongation(at) // 12) + 1 != tithi:
        return False
    moon = new_moon_before(at)
    return (sign(moon) + 1) % 12 == MONTHS.index(month) and sign(new_moon_before(moon + 31)) != sign(moon)


def indian(year, month, tithi, hour, more):
    day = datetime.date(year, 1, 1)
    while day.year == year:
        if reigns(day, month, tithi, hour):
            return day + datetime.timedelta(more)
        day += datetime.timedelta(1)
    # The tithi began after the hour and ended before it: it lies on the day on which it began.
    day = datetime.date(year, 1, 1)
    while day.year == year:
        if any(reigns(day, month, tithi, hour + k / 24) for k in range(1, 24)):
            return day + datetime.timedelta(more + (hour < NOON))
        day += datetime.timedelta(1)
    raise SystemExit(f"no {month} {tithi} in {year}")


def onam(year):
    """When the moon is in Shravana in the forenoon, and the sun in Leo: of two such days the later."""
    days = [datetime.date(year, 8, 10) + datetime.timedelta(k) for k in range(45)]
    for hour in (FORENOON - 0.04, SUNRISE, SUNSET):
        at = {d: noon(d) + hour - 0.5 - INDIA for d in days}
        found = [d for d in days if int((longitudes(at[d])[1] - ayanamsha(at[d])) % 360 * 27 // 360) == SHRAVANA
                 and sign(at[d]) == LEO]
        if found:
            return found[-1]
    raise SystemExit(f"no Onam in {year}")


def chinese(year):
    for day in range(21, 53):
        date = datetime.date(year, 1, 1) + datetime.timedelta(day - 1)
        start = noon(date) - 0.5 - CHINA
        if elongation(start) > 300 and elongation(start + 1) < 60:
            return date
    raise SystemExit(f"no new moon in {year}")


def line(names, days, length):
    table = " ".join(str(d.timetuple().tm_yday) for d in days)
    for name in names.split("|"):
        yield f"{name}\ttable {FIRST} {table}" + (f"\t{length}" if length > 1 else "")


def main():
    years = range(FIRST, LAST + 1)
    for names, month, tithi, hour, more, length in INDIAN:
        print("\n".join(line(names, [indian(y, month, tithi, hour, more) for y in years], length)))
    print("\n".join(line(ONAM, [onam(y) for y in years], 1)))
    print("\n".join(line(CHINESE, [chinese(y) for y in years], 1)))


if __name__ == "__main__":
    main()
