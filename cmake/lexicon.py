#!/usr/bin/python3
"""Turns a word list into a C table with a hash index. See workers/lexicon/lexicon.h for the format."""
import os
import sys


INDEX_MAX = 1 << 20  # a slot: the hash's upper bits, and an index below this


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


def word_heads(keys):
    """A set of bits by hash: the beginnings of keys that end in a space."""
    found = {fnv1a(k[:i + 1].encode("utf-8")) for k in keys for i, c in enumerate(k) if c == " "}
    bits = 32
    while bits < 16 * len(found):
        bits *= 2
    words = [0] * (bits // 32)
    for value in found:
        at = value & (bits - 1)
        words[at // 32] |= 1 << at % 32
    return words


def main():
    path, out = sys.argv[1:]
    rows = read(path)
    name = os.path.splitext(os.path.basename(path))[0]
    keys = sorted(rows, key=lambda k: k.encode("utf-8"))
    slots = 2
    while slots < 2 * len(keys):
        slots *= 2
    if len(keys) >= INDEX_MAX:
        sys.exit(f"{path}: more than {INDEX_MAX - 1} entries")
    table = [0] * slots
    for index, key in enumerate(keys):
        value = fnv1a(key.encode("utf-8"))
        at = value & (slots - 1)
        while table[at]:
            at = (at + 1) & (slots - 1)
        table[at] = value // INDEX_MAX * INDEX_MAX + index + 1
    heads = word_heads(keys)
    lines = ["/* Made from %s by cmake/lexicon.py. */" % os.path.basename(path),
             '#include "workers/lexicon/lexicon.h"', "",
             "static const struct lexicon_entry entries[] = {"]
    lines += ["        { %s, %s }," % (quoted(k), quoted(rows[k])) for k in keys] or ["        { 0, 0 },"]
    lines += ["};", "", "static const uint32_t slots[] = {"]
    for i in range(0, slots, 12):
        lines.append("        " + " ".join("%du," % v for v in table[i:i + 12]))
    lines += ["};", "", "static const uint32_t heads[] = {"]
    for i in range(0, len(heads), 12):
        lines.append("        " + " ".join("%du," % v for v in heads[i:i + 12]))
    lines += ["};", "", "extern const struct lexicon lexicon_%s;" % name,
              "const struct lexicon lexicon_%s = { %s, entries, %d, slots, %d, heads, %d };"
              % (name, quoted(name), len(keys), slots, 32 * len(heads)), ""]
    os.makedirs(os.path.dirname(out), exist_ok=True)
    with open(out, "w", encoding="ascii") as f:
        f.write("\n".join(lines))


if __name__ == "__main__":
    main()
