#!/usr/bin/python3
"""Includes point one way: base <- proto <- workers <- daemon, cli; and only the store knows LMDB.

The table says, for each folder, which others its files may include. A folder without an entry of its own has that of
the folder above it.
"""
import os
import re
import sys

MAY = {
    "base": {"base"},
    "proto": {"base", "proto"},
    "workers/lexicon": {"workers/lexicon"},
    # A program that is run when the models are made; nothing links it.
    "workers/models/trainer": {"base", "proto", "workers"},
    "workers/models": {"base", "proto", "workers/lexicon", "workers/models"},
    "workers/text": {"base", "proto", "workers/lexicon", "workers/models", "workers/text"},
    "workers/extract": {"base", "proto", "workers/lexicon", "workers/models", "workers/text", "workers/extract"},
    "workers/link": {"base", "proto", "workers/lexicon", "workers/text", "workers/link"},
    "workers/compare": {"base", "proto", "workers/lexicon", "workers/models", "workers/text", "workers/link", "workers/compare"},
    # The worker's main file, which runs all of them.
    "workers": {"base", "proto", "workers"},
    "daemon/store": {"base", "proto", "daemon/store"},
    # Extraction and comparison run in worker processes alone: the daemon knows link.
    "daemon": {"base", "proto", "daemon", "workers/link"},
    # `parallax check` walks a store that nobody holds.
    "cli": {"base", "proto", "workers", "cli", "daemon/store"},
}
# Intake, dispatch and feed know the store, not each other.
APART = [("daemon/intake", "daemon/dispatch"), ("daemon/intake", "daemon/feed"), ("daemon/dispatch", "daemon/feed"),
         ("daemon/dispatch", "daemon/intake"), ("daemon/feed", "daemon/intake"), ("daemon/feed", "daemon/dispatch")]
SYSTEM = {"lmdb.h": "daemon/store", "zmq.h": ("daemon", "cli"), "seccomp.h": "workers", "event2/": "daemon"}


def rule(path, table):
    """The entry for a path: that of the longest folder above it."""
    folder = path
    while folder:
        if folder in table:
            return folder, table[folder]
        folder = os.path.dirname(folder)
    return None, None


def faults(root):
    layers = {p.split("/")[0] for p in MAY}
    for base, _, names in os.walk(root):
        for name in names:
            path = os.path.relpath(os.path.join(base, name), root)
            if path.split("/")[0] not in layers or not name.endswith((".c", ".h")):
                continue
            _, may = rule(os.path.dirname(path), MAY)
            with open(os.path.join(root, path), encoding="utf-8") as f:
                for number, line in enumerate(f, 1):
                    m = re.match(r'\s*#\s*include\s+([<"])([^>"]+)[>"]', line)
                    if m:
                        yield from fault(path, number, m.group(1), m.group(2), may)


def fault(path, number, mark, target, may):
    if mark == "<":
        for header, home in SYSTEM.items():
            homes = (home,) if isinstance(home, str) else home
            if target.startswith(header) and not path.startswith(tuple(h + "/" for h in homes)):
                yield f"{path}:{number}: <{target}> belongs to {', '.join(homes)}"
        return
    if target.split("/")[0] not in {p.split("/")[0] for p in MAY}:
        yield f'{path}:{number}: "{target}" is not included from the root'
        return
    folder, _ = rule(os.path.dirname(target), MAY)
    if not any(target.startswith(m + "/") and (folder == m or m in ("workers", "daemon")) for m in may):
        yield f'{path}:{number}: {os.path.dirname(path)} may not include "{target}"'
    for a, b in APART:
        if os.path.splitext(path)[0] == a and os.path.splitext(target)[0] == b:
            yield f"{path}:{number}: {a} and {b} know the store, not each other"


def main():
    found = list(faults(sys.argv[1]))
    print("\n".join(found) or "includes point one way")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
