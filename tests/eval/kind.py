#!/usr/bin/python3
"""kind.py PARALLAX [--show] - are pages without an article told from those that hold one?

The pages are our own, under ../data/kind: `open` is what the rule may be tuned on, `held` was written before anybody
looked at the rule, and nobody tunes on it. In each half, precision and recall of `other` must reach BAR.
"""
import json
import os
import subprocess
import sys

PAGES = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "data", "kind")
BAR = 0.95


def pages(half):
    for kind in ("article", "other"):
        folder = os.path.join(PAGES, half, kind)
        for name in sorted(os.listdir(folder)):
            with open(os.path.join(folder, name), encoding="utf-8") as f:
                yield {"id": f"{kind}/{name}", "source": "kind", "html": f.read()}


def told(parallax, half):
    """(what it is, what it was told, name) of each page."""
    lines = "".join(json.dumps(page) + "\n" for page in pages(half))
    out = subprocess.run([parallax, "extract", "--json", "-"], input=lines.encode(), stdout=subprocess.PIPE,
                         check=True).stdout
    for line in out.decode().splitlines():
        found = json.loads(line)
        yield found["article"].split("/")[0], found["kind"], found["article"]


def main():
    parallax, show = sys.argv[1], "--show" in sys.argv
    good = True
    for half in ("open", "held"):
        rows = list(told(parallax, half))
        both = sum(is_ == was == "other" for is_, was, _ in rows)
        precision = both / max(1, sum(was == "other" for _, was, _ in rows))
        recall = both / max(1, sum(is_ == "other" for is_, _, _ in rows))
        print(f"{half}: {len(rows)} pages, `other` precision {precision:.3f}, recall {recall:.3f}")
        good = good and precision >= BAR and recall >= BAR
        if show and half == "open":
            print("".join(f"  {name} told {was}\n" for is_, was, name in rows if is_ != was), end="")
    return not good


if __name__ == "__main__":
    sys.exit(main())
