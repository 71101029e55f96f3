#!/usr/bin/python3
"""Learns by what it is told that reported speech renders an utterance, from the hand-made gold of comparisons.

    cmake --build --preset release --target retold_factors parallax
    tools/retold_weights.py build/release > workers/compare/retold_learned.h
    tools/retold_weights.py build/release --check

A logistic model of pairs of passages of different articles, one of them reported (workers/compare/retold.h), of the open
events of tests/data/gold as pass A judges them: two are one where an utterance has both, as the scorer knows its items
again. Two that merely lie in one utterance teach nothing, nor do pairs beyond the gold in which no quotation of four words
stands, as these were not annotated. Each event weighs as the root of its pairs. The same gold gives the same file. Needs
numpy, and the articles beside the checkout.

--check tells what is to be expected of other events, and writes nothing: precision and recall of the most alike pairs,
each by weights that were learned without its event and a fifth of the others.
"""
import argparse
import hashlib
import json
import os
import subprocess
import sys
from collections import defaultdict

import numpy
from figure_weights import FOLDS, enumerated, extractions, fitted, gold, print_curve, print_learned
from scoring.common import Alignment, words
from scoring.compare import PLACE_OVERLAP, QUOTE_WORDS, same_item

RIDGE = 5.0
HEAD = """/* retold_learned - written by tools/retold_weights.py, from open events of tests/data/gold */
#pragma once

#include "workers/compare/retold.h"

/* clang-format off */
#define RETOLD_LEARNED { \\
"""


class Event:
    """An event's passages, by number, and its pairs of them, as the tool prints them."""

    def __init__(self, event, lines, library):
        self.name = event["id"]
        self.passages, self.pairs = {}, []
        self.texts = {x["article"]: x["text"] for x in map(json.loads, lines)}
        self.places = {a: Alignment(text, library.rows[a]["text"]) for a, text in self.texts.items()}
        self.items = defaultdict(list)
        with open(os.path.join(gold.GOLD, "pass-a", self.name + ".json"), encoding="utf-8") as f:
            for k, v in enumerate(json.load(f)["variants"]):
                for article, start, end, *_ in v["items"]:
                    self.items[article].append((k, start, end, library.rows[article]["text"][start:end]))

    def note(self, number, article, start, end, direct):
        """Which utterances the passage is an item of, which it lies in, and whether it is a quotation that is judged."""
        text, span = self.texts[article][start:end], self.places[article].span(start, end)
        same, inside = set(), set()
        for k, first, last, said in self.items[article]:
            common = min(last, span[1]) - max(first, span[0]) if span else 0
            if same_item(said, text):
                same.add(k)
            if common >= PLACE_OVERLAP * min(last - first, end - start):
                inside.add(k)
        self.passages[number] = same, same | inside, direct and len(words(text)) >= QUOTE_WORDS

    def rows(self):
        for a, b, factors in self.pairs:
            (same_a, in_a, long_a), (same_b, in_b, long_b) = self.passages[a], self.passages[b]
            if same_a & same_b:
                yield 1, factors
            elif not in_a & in_b and (in_a or in_b or long_a or long_b):
                yield 0, factors


def load(build):
    library = gold.Library(gold.DATA)
    events, text = {}, []
    for name, event in gold.events().items():
        if event["half"] != "open" or not os.path.exists(os.path.join(gold.GOLD, "pass-a", name + ".json")):
            continue
        lines = extractions(os.path.join(build, "cli/parallax"), event["articles"], library)
        events[name] = Event(event, lines, library)
        text += [f"{name} {line}\n" for line in lines]
    done = subprocess.run([os.path.join(build, "tests/eval/retold_factors")], input="".join(text), text=True, check=True,
                          stdout=subprocess.PIPE)
    for line in done.stdout.splitlines():
        what, name, *rest = line.split()
        if what == "u":
            events[name].note(int(rest[0]), rest[1], *map(int, rest[2:]))
        else:
            a, b, *factors = map(int, rest)
            events[name].pairs.append((a, b, factors))
    return list(events.values())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build")
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    rows, wanted, weights, folds = [], [], [], []
    for event in load(args.build):
        mine = list(event.rows())
        rows += [factors for _, factors in mine]
        wanted += [label for label, _ in mine]
        weights += [max(1, len(mine)) ** -0.5] * len(mine)
        folds += [int(hashlib.sha1(event.name.encode()).hexdigest(), 16) % FOLDS] * len(mine)
    rows, wanted, folds = numpy.array(rows, float) / 100, numpy.array(wanted, float), numpy.array(folds)
    weights = numpy.array(weights) / numpy.mean(weights)
    if args.check:
        scores = numpy.zeros(len(rows))
        for k in range(FOLDS):
            mine = folds == k
            scores[mine] = rows[mine] @ fitted(rows[~mine], wanted[~mine], weights[~mine], RIDGE)
        print_curve("of one utterance", scores, wanted)
        return 0
    print_learned(HEAD, enumerated("retold.h", "retold_factor")[:-1], fitted(rows, wanted, weights, RIDGE))
    return 0


if __name__ == "__main__":
    sys.exit(main())
