#!/usr/bin/python3
"""Learns by what it is told that two figures answer one question, from the hand-made gold of comparisons.

    cmake --build --preset release --target figure_factors parallax
    tools/figure_weights.py build/release > workers/compare/learned.h
    tools/figure_weights.py build/release --check

A logistic model of pairs of figures in one row (workers/compare/factors.h), of the open events of tests/data/gold as
pass A judges them, of the made-up events of tests/data/events that are not kept, and of the single pairs of other events in
pairs.json of the gold: two figures are of one question where one entry has both, under different values, or the pair was
judged conflict, updated, precision or scope. Pairs of one number
teach nothing, as what agrees was not annotated. Each event weighs as the root of its pairs, a single pair as two of an event
of middle size: they were picked for being easily mistaken. The same gold gives the same file. Needs numpy, and the articles
beside the checkout.

--check tells what is to be expected of other events, and writes nothing: precision and recall of the most alike pairs,
each by weights that were learned without its event and a fifth of the others; beside it that of pairs that would be told
as contradictions.
"""
import argparse
import hashlib
import json
import os
import re
import subprocess
import sys
from collections import Counter, defaultdict

import numpy

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "tests/eval"))
import gold  # noqa: E402
import own_events  # noqa: E402

sys.path.insert(0, os.path.join(gold.TREE, "../shared/eval"))
from scoring.common import Alignment  # noqa: E402

FOLDS = 5
RIDGE = 2.0
ROUNDS = 40
SCALE = 1000
CONFLICT = 4  # enum verdict
PICKED = 2.0  # weight of a single pair
ENTRIES = ("conflict", "updated", "precision", "scope")
HEAD = """/* learned - written by tools/figure_weights.py, from open events of
 * tests/data/gold and those of tests/data/events that are not kept
 */
#pragma once

#include "workers/compare/factors.h"

/* clang-format off */
#define FIGURES_LEARNED { \\
"""


def extractions(program, articles, library):
    lines = []
    for name in articles:
        row = library.rows[name]
        item = {"id": name, "source": row.get("source") or "x", "text": row["text"], "title": row.get("title"),
                "published": row.get("date"), "url": row.get("url")}
        lines.append(json.dumps({k: v for k, v in item.items() if v}))
    done = subprocess.run([program, "extract", "--json", "-"], input="\n".join(lines) + "\n", text=True, check=False,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return done.stdout.splitlines()


class Event:
    """An event's figures, by number, and its pairs of them, as the tool prints them."""

    def __init__(self, name, judged, whole, lines, library):
        self.name, self.judged, self.whole = name, judged, whole  # whole: what was not judged is of two things
        self.figures, self.pairs = {}, []
        texts = {x["article"]: x["text"] for x in map(json.loads, lines)}
        self.places = {a: Alignment(text, library.rows[a]["text"]) for a, text in texts.items()}

    def note(self, number, article, start, end):
        span = self.places[article].span(start, end)
        if span:
            self.figures[number] = (article, *span)

    def at(self, article, start, end):
        """The figures that a span of the gold meets."""
        return [n for n, (a, s, e) in self.figures.items() if a == article and s < end and start < e]

    def labels(self):
        """What the gold says of pairs of figures: {(a, b): kind}."""
        out, values = {}, defaultdict(list)
        for entry, c in enumerate(self.judged["conflicts"]):
            for value, v in enumerate(c["values"]):
                for spot in v["evidence"]:
                    for n in self.at(*spot):
                        values[n].append((entry, value, c["kind"]))
        for f in self.judged["figures"]:
            for a in self.at(*f["a"]):
                for b in self.at(*f["b"]):
                    out[a, b] = out[b, a] = f["judgement"]
        for a, of_a in values.items():
            for b, of_b in values.items():
                shared = [(x, y) for x in of_a for y in of_b if x[0] == y[0]]
                if shared:
                    out[a, b] = next((x[2] for x, y in shared if x[1] != y[1]), "none")
        return out

    def rows(self):
        labels = self.labels()
        for a, b, verdict, same, factors in self.pairs:
            if a not in self.figures or b not in self.figures:
                continue
            label = labels.get((a, b), "other" if self.whole else "unclear")
            if label != "unclear" and not same:
                yield label, verdict, factors


def judged_events():
    """(name, articles, what was judged, whole) of the open events, the made-up ones, then of those of which single pairs were."""
    for name, event in gold.events().items():
        path = os.path.join(gold.GOLD, "pass-a", name + ".json")
        if event["half"] == "open" and os.path.exists(path):
            yield name, event["articles"], gold.load(path), True
    for event in own_events.load():
        if not event.get("kept"):
            yield "own-" + event["id"], list(own_events.rows(event)), own_events.judged(event), True
    for name, pairs in gold.pairs().items():
        yield "pairs-" + name, sorted({p[side][0] for p in pairs for side in "ab"}), {"conflicts": [], "figures": pairs}, False


def library_of_all():
    """The articles of the data, and of the made-up events."""
    library = gold.Library(gold.DATA)
    for event in own_events.load():
        library.rows.update(own_events.rows(event))
    return library


def load(build):
    library = library_of_all()
    events, text = {}, []
    for name, articles, judged, whole in judged_events():
        lines = extractions(os.path.join(build, "cli/parallax"), articles, library)
        events[name] = Event(name, judged, whole, lines, library)
        text += [f"{name} {line}\n" for line in lines]
    done = subprocess.run([os.path.join(build, "tests/eval/figure_factors")], input="".join(text), text=True, check=True,
                          stdout=subprocess.PIPE)
    for line in done.stdout.splitlines():
        what, name, *rest = line.split()
        if what == "f":
            events[name].note(int(rest[0]), rest[1], int(rest[2]), int(rest[3]))
        else:
            a, b, verdict, same, *factors = map(int, rest)
            events[name].pairs.append((a, b, verdict, same, factors))
    return list(events.values())


def enumerated(path, enum):
    """The names of an enum of comparing."""
    with open(os.path.join(gold.TREE, "workers/compare", path), encoding="utf-8") as f:
        body = re.search(rf"enum {enum} {{(.*?)}};", f.read(), re.S)[1]
    return re.findall(r"\b[A-Z_]+\b(?=,)", re.sub(r"/\*.*?\*/", "", body, flags=re.S))


def factor_names():
    """In their order, as the headers have them; the last are of kinds of rows."""
    names = enumerated("factors.h", "factor")
    return names[:-1] + [f"{kinds} + {kind}" for kinds in (names[-1], names[-1] + "_APART")
                         for kind in enumerated("rows.h", "slot_kind")]


def fitted(rows, wanted, weights, least=RIDGE):
    """Logistic regression with a ridge, by Newton's method."""
    b = numpy.zeros(rows.shape[1])
    ridge = numpy.eye(rows.shape[1]) * least
    ridge[0, 0] = 1e-3
    for _ in range(ROUNDS):
        p = 1 / (1 + numpy.exp(-numpy.clip(rows @ b, -30, 30)))
        slope = rows.T @ (weights * (wanted - p)) - ridge @ b
        step = numpy.linalg.solve((rows * (weights * p * (1 - p) + 1e-9)[:, None]).T @ rows + ridge, slope)
        b += step
        if numpy.abs(step).max() < 1e-6:
            break
    return b


def print_curve(title, scores, right):
    order = numpy.argsort(-scores)
    hits = numpy.cumsum(right[order])
    print(f"{title} ({int(right.sum())} of {len(right)})")
    for n in (10, 20, 40, 60, 100, 150, 200, 300):
        if n <= len(hits):
            print(f"  {n:4} most alike, from {scores[order[n - 1]]:.2f}: {hits[n - 1] / n:.3f} right, "
                  f"{hits[n - 1] / max(1, right.sum()):.3f} of all")


def print_learned(head, names, weights):
    """The header that is compiled in."""
    sys.stdout.write(head)
    for name, value in zip(names, numpy.rint(weights * SCALE).astype(int), strict=True):
        print(f"        {value}, /* {name} */ \\")
    print("}\n/* clang-format on */")


def fold_of(name):
    """All that is judged of one event lies in one fold."""
    cluster = re.sub(r"\W", "_", name.removeprefix("pairs-"))
    if cluster.startswith("giveme"):  # the rest is its title
        cluster = "_".join(cluster.split("_")[:2])
    return int(hashlib.sha1(cluster.encode()).hexdigest(), 16) % FOLDS


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build")
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    rows, labels, verdicts, weights, folds = [], [], [], [], []
    for event in load(args.build):
        mine = list(event.rows())
        rows += [factors for _, _, factors in mine]
        labels += [label for label, _, _ in mine]
        verdicts += [verdict for _, verdict, _ in mine]
        weights += [max(1, len(mine)) ** -0.5 if event.whole else 0] * len(mine)
        folds += [fold_of(event.name)] * len(mine)
    rows, folds, verdicts = numpy.array(rows, float) / 100, numpy.array(folds), numpy.array(verdicts)
    weights = numpy.array(weights)
    whole = weights > 0
    weights = numpy.where(whole, weights / weights[whole].mean(), PICKED)
    wanted = numpy.isin(labels, ENTRIES).astype(float)
    if args.check:
        scores = numpy.zeros(len(rows))
        for k in range(FOLDS):
            scores[folds == k] = rows[folds == k] @ fitted(rows[folds != k], wanted[folds != k], weights[folds != k])
        for title, part in (("events", whole), ("picked pairs", ~whole)):
            print(f"{title}: {dict(Counter(numpy.array(labels)[part]))}")
            print_curve("of one question", scores[part], wanted[part])
            told = part & (verdicts == CONFLICT)
            print_curve("contradictions", scores[told], (numpy.array(labels) == "conflict").astype(float)[told])
        return 0
    print_learned(HEAD, factor_names(), fitted(rows, wanted, weights))
    return 0


if __name__ == "__main__":
    sys.exit(main())
