#!/usr/bin/python3
"""Makes places.txt from GeoNames: make_places.py FOLDER

FOLDER holds what two Debian packages carry (both GeoNames, https://www.geonames.org/, CC BY 4.0), unpacked with
`dpkg-deb -x PACKAGE FOLDER`: libtimezonemap-data (cities15000.txt, admin1Codes.txt, countryInfo.txt) and
libgeonames-common (English names). Countries with their other names are in countries.txt, kept by hand.
"""
import gettext
import os
import sys
import unicodedata

LEAST_PEOPLE = 50000
# A place owns a name alone when it has this many times the people of the next one of the name.
DOMINANCE = 4
# Names of regions that are plain words.
WORDS = set("""central north south east west northern southern eastern western center centre capital upper lower
northeast northwest southeast southwest north-west north-east south-east south-west islands island region coast
outer inner federal district bay hills valley lakes river sea union liberty amazon maritime mountain highlands
white black red blue green saint state city town cross rivers may march none other most many general best rest
same man male bar split reading bath nice orange mobile hit van of as in to such along central_ metropolitan
northland southland plateau delta lagos_ kogi_ ho wa ise ede oak big bor orel_ bern_ surprise independence
enterprise""".split())
HEAD = """# places - cities, capitals and regions, with their GeoNames ids
#
# Key: a name, lower case. Values: GeoNames id (0: several places have the name, and none stands
# out), ISO 3166 code of the country (empty likewise), kind (capital, city, region), people in
# thousands. Cities of %d people or more, capitals, and first-level regions.
# Made by make_places.py from GeoNames (https://www.geonames.org/), CC BY 4.0.
"""


def ascii_form(name):
    out = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return out.replace("’", "'").replace("‘", "'")


def keys_of(*names):
    out = set()
    for name in names:
        for form in (name, ascii_form(name)):
            key = form.lower().strip()
            if key.startswith("saint "):
                out |= {"st. " + key[6:], "st " + key[6:]}
            if len(key) > 2 and key not in WORDS and "," not in key and "(" not in key and not key.isdigit():
                out.add(key)
    return out


def find(folder, name):
    for base, _, files in os.walk(folder):
        if name in files and (not name.endswith(".mo") or "/en/" in base + "/"):
            return os.path.join(base, name)
    sys.exit(f"{name} is not in {folder}")


def rows(path):
    with open(path, encoding="utf-8") as f:
        for line in f:
            if not line.startswith("#"):
                yield line.rstrip("\n").split("\t")


def places(folder):
    with open(find(folder, "geonames.mo"), "rb") as f:
        english = gettext.GNUTranslations(f)._catalog
    for c in rows(find(folder, "cities15000.txt")):
        people, kind = int(c[14] or 0), "capital" if c[7] == "PPLC" else "city"
        if c[7] != "PPLX" and (people >= LEAST_PEOPLE or kind == "capital"):
            yield int(c[0]), c[8], kind, people, keys_of(c[1], c[2], english.get(c[0], c[1]))
    for c in rows(find(folder, "admin1Codes.txt")):
        names = [english.get(c[0], c[1]), c[1], c[2]]
        short = [n.rsplit(" ", 1)[0] for n in names if n.split(" ")[-1] in ("Oblast", "Province", "Region", "Krai")]
        yield int(c[3] or 0), c[0][:2], "region", 0, keys_of(*names, *short)


def choose(candidates):
    """The place that a bare name means, or None: then nobody should guess."""
    candidates.sort(key=lambda p: (-p[3], p[0]))
    first = candidates[0]
    for p in candidates[1:]:
        same_land = p[1] == first[1]
        if p[2] == "region" and not same_land or p[2] != "region" and p[3] * DOMINANCE > first[3] and not (
                same_land and first[2] == "capital"):
            return None
        if p[2] == "region" and first[2] == "region":
            return None
    return first


def main():
    by_name = {}
    for p in places(sys.argv[1]):
        for key in p[4]:
            by_name.setdefault(key, []).append(p)
    out = [HEAD % LEAST_PEOPLE]
    for key in sorted(by_name):
        # capitals own their names against regions and small towns elsewhere
        candidates = by_name[key]
        capital = [p for p in candidates if p[2] == "capital"]
        if len(capital) == 1:
            candidates = capital + [p for p in candidates if p[2] == "city" and p[3] > capital[0][3]]
        p = choose(candidates)
        kind = p[2] if p else candidates[0][2]
        people = max(c[3] for c in candidates) // 1000
        out.append(f"{key}\t{p[0] if p else 0}\t{p[1] if p else ''}\t{kind}\t{people}\n")
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "places.txt"), "w", encoding="utf-8") as f:
        f.writelines(out)


if __name__ == "__main__":
    main()
