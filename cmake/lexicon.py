#!/usr/bin/python3
"""Turns a word list into a C table with a hash index. See workers/lexicon/lexicon.h for the format."""
import os
import sys


def fnv1a(data):
    value = 2166136261
    for byte in data:
        value = ((value ^ byte) * 16777619) & 0xFFFFFFFF
    return value


def quoted(text):
    out = []
    for byte in text.encode("utf-8"):
        char = chr(byte)
        out.append(char if 32 <= byte < 127 and char not in '"\\?' else "\\%03o" % byte)
    return '"' + "".join(out) + '"'


def read(path):
    rows = {}
    with open(path, encoding="utf-8") as f:
        for number, line in enumerate(f, 1):
            line = line.rstrip("\n")
            if not line.strip() or line.startswith("#"):
                continue
            key, _, value = line.partition("\t")
            if key in rows:
                sys.exit(f"{path}:{number}: {key!r} stands there twice")
            rows[key] = value
    return rows


def main():
    path, out = sys.argv[1:]
    rows = read(path)
    name = os.path.splitext(os.path.basename(path))[0]
    keys = sorted(rows, key=lambda k: k.encode("utf-8"))
    slots = 2
    while slots < 2 * len(keys):
        slots *= 2
    table = [0] * slots
    for index, key in enumerate(keys):
        at = fnv1a(key.encode("utf-8")) & (slots - 1)
        while table[at]:
            at = (at + 1) & (slots - 1)
        table[at] = index + 1
    lines = ["/* Made from %s by cmake/lexicon.py. */" % os.path.basename(path),
             '#include "workers/lexicon/lexicon.h"', "",
             "static const struct lexicon_entry entries[] = {"]
    lines += ["        { %s, %s }," % (quoted(k), quoted(rows[k])) for k in keys] or ["        { 0, 0 },"]
    lines += ["};", "", "static const uint32_t slots[] = {"]
    for i in range(0, slots, 12):
        lines.append("        " + " ".join("%d," % v for v in table[i:i + 12]))
    lines += ["};", "", "extern const struct lexicon lexicon_%s;" % name,
              "const struct lexicon lexicon_%s = { %s, entries, %d, slots, %d };"
              % (name, quoted(name), len(keys), slots), ""]
    os.makedirs(os.path.dirname(out), exist_ok=True)
    with open(out, "w", encoding="ascii") as f:
        f.write("\n".join(lines))


if __name__ == "__main__":
    main()
