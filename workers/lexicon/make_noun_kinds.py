#!/usr/bin/python3
"""Makes noun_kinds.txt from WordNet 3.0: make_noun_kinds.py FOLDER, with the Debian package wordnet-base unpacked there.

Kept are single words whose first sense is of one of the kinds below, where texts were seen to use the word; of persons
("guitarist") also those that have no other sense.
"""
import os
import sys

KINDS = {"18": "person", "15": "place", "14": "group", "06": "thing", "10": "work", "11": "event"}
HEAD = """# noun_kinds - what kind of thing a common noun is
#
# Key: the noun, lower case, singular. Value: person, place, group, thing, work or event, after its first
# sense. A hint for the tagger: "the guitarist" and "the village of" stand before names of different kinds.
# Made by make_noun_kinds.py from WordNet 3.0, copyright 2006 by Princeton University (see NOTICE).
"""


def main():
    folder = os.path.join(sys.argv[1], "usr/share/wordnet")
    kind_of = {}
    with open(os.path.join(folder, "data.noun"), encoding="utf-8") as f:
        for line in f:
            if not line.startswith(" "):
                offset, kind = line.split(" ", 2)[:2]
                kind_of[offset] = KINDS.get(kind)
    rows = []
    with open(os.path.join(folder, "index.noun"), encoding="utf-8") as f:
        for line in f:
            c = line.split()
            if line.startswith(" ") or not c[0].isalpha():
                continue
            pointers = int(c[3])
            senses, seen, first = int(c[2]), int(c[5 + pointers]), c[6 + pointers]
            kind = kind_of[first]
            if kind and (seen or kind == "person" and senses == 1):
                rows.append(f"{c[0]}\t{kind}\n")
    out = os.path.join(os.path.dirname(os.path.abspath(__file__)), "noun_kinds.txt")
    with open(out, "w", encoding="utf-8") as f:
        f.writelines([HEAD, *sorted(set(rows))])


if __name__ == "__main__":
    main()
