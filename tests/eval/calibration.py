#!/usr/bin/python3
"""calibration.py PARALLAX [DATA] - is the confidence of quotations the share that is right?

Runs the product over quotations with gold (../shared/data/quotes/quotes_train.jsonl beside the checkout) and prints, for
each rule, its mean confidence, the share of its findings that lie in what the gold says somebody said, the share of
these that name the gold's source, and the share right in both; then the same by tenths of confidence. A finding without
a speaker claims none. The numbers of the rules are set by the last column.
"""
import json
import os
import subprocess
import sys
from collections import defaultdict

HERE = os.path.dirname(os.path.abspath(__file__))
SHARED = os.path.join(os.path.dirname(os.path.dirname(HERE)), "..", "shared")


def judged(items, parallax, scoring, common):
    """(rule, confidence, lies in a content, speaker right or None) of each finding."""
    lines = "".join(json.dumps(scoring.article(dict(i, _key=str(k)))) + "\n" for k, i in enumerate(items))
    out = subprocess.run([parallax, "extract", "--json", "-"], input=lines.encode(), stdout=subprocess.PIPE, check=True)
    for item, line in zip(items, out.stdout.decode().splitlines()):
        row, text = json.loads(line), item["text"]
        align = common.Alignment(row["text"], text)
        gold = [(scoring.chars(a["content"]), a["source"]) for a in item["attributions"] if a["content"]]
        everything = set().union(*(g for g, _ in gold)) if gold else set()
        for quote in row["quotes"]:
            found = scoring.chars(filter(None, (align.span(*s) for s in quote["spans"])))
            if quote["direct"]:
                right = len(found & everything) >= 0.8 * len(found) > 0
            else:
                right = any(scoring.inside(found, g) for g, _ in gold)
            source = max(gold, key=lambda g: len(g[0] & found), default=(set(), []))[1] if right else []
            span = (quote["speaker"] or {}).get("span")
            named = None
            if source and span:
                named = scoring.speaker_right(text, source, quote, align.span(*span))
            yield quote["rule"], quote["confidence"], right, named


def table(rows, key):
    """A line for each value of the key: number, mean confidence, shares right: words, speaker, both."""
    groups = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    for name in sorted(groups):
        group = groups[name]
        named = [r[3] for r in group if r[3] is not None]
        speakers = f"{sum(named) / len(named):.3f}" if named else "-"
        print(f"{name:34} {len(group):6} {sum(r[1] for r in group) / len(group):.3f} "
              f"{sum(r[2] for r in group) / len(group):.3f} {speakers:7} "
              f"{sum(r[2] and r[3] is not False for r in group) / len(group):.3f}")


def main():
    sys.path.insert(0, os.path.join(SHARED, "eval"))
    from scoring import common, quotes
    path = sys.argv[2] if len(sys.argv) > 2 else os.path.join(SHARED, "data/quotes/quotes_train.jsonl")
    with open(path, encoding="utf-8") as f:
        items = [json.loads(line) for line in f]
    rows = list(judged(items, sys.argv[1], quotes, common))
    print(f"{'':34} {'n':>6} conf. words speaker both")
    table(rows, lambda r: r[0])
    print()
    table(rows, lambda r: f"{int(r[1] * 10) / 10:.1f}")


if __name__ == "__main__":
    main()
