#!/usr/bin/python3
"""Learns the weights of linking from articles of known events.

    cmake --build --preset release --target link_factors parallax
    tools/link_weights.py build/release CLUSTERS.jsonl > workers/link/learned.h
    tools/link_weights.py build/release CLUSTERS.jsonl --check

CLUSTERS.jsonl holds one article a line: id, set, cluster, date, title, text, and topic where clusters are alike. Each
set is a stream in the order of its dates, and all together are one more. Two logistic models are fitted, of two articles
and of an article and an event; each stream counts the same, but for the first model as COUNTS says. The first has a few
units besides, which bend what factors say together. It learns from the sagas of tests/data/sagas, too (the open half),
whose stages are events: found clusters seldom tell a development from a report that comes late. The second does not: sagas are short, and it would take
them for the world. It learns from what the first says of articles that the first was not taught with, as it will be asked
about such. The same articles give the same file, on one machine: sums may be rounded otherwise on another. The thresholds
in weights.c are set by hand, by what they give with weights that were learned without the clusters that are judged. Takes
a minute, --check some five. Needs numpy.

--check tells what is to be expected of other articles, B-cubed F1, and writes nothing: weights that were learned without
a fifth of the clusters (those of one topic stay together) are judged by that fifth, within the whole stream; and those
learned without a set by that set. Another DRAW, any word, draws other fifths: one draw says little of a set that
holds a few great clusters.
"""
import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter

import numpy

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "../tests/eval"))
from sagas import read as read_sagas  # noqa: E402

SAGAS = "sagas"  # a stream that only the model of pairs learns from
# The streams whose events are told over days; in the others a week apart is mostly another event.
COUNTS = {"giveme": 2, SAGAS: 2}
FOLDS = 5
RIDGE = 1.0  # against weights without evidence; the rows of all streams weigh ROWS together
ROWS = 4000
ROUNDS = 25
PARTS = 3  # of the articles: what the second model learns from each, the first says without having learned from it
UNITS = 8  # as in weights.h
UNIT_RIDGE = 3.0
UNIT_ROUNDS, UNIT_STEP = 300, 0.03
EASY, EASY_ONE_IN = -6, 8  # pairs with such log odds that are of two events: one in so many is learned from, for all
HEAD = """/* learned - written by tools/link_weights.py, from events of known membership */
#pragma once

"""


def mixed(item):
    return hashlib.sha1(f"{item['set']}/{item['id']}".encode()).hexdigest()


def in_date_order(items):
    """Undated ones last; what the date leaves open in an order that has nothing to do with the clusters."""
    return sorted(items, key=lambda i: (not i.get("date"), (i.get("date") or "").replace(" ", "T"), mixed(i)))


def sagas():
    """The open half of the sagas as articles of known events; the stages of a story are alike."""
    return [{"id": a["id"], "set": SAGAS, "cluster": f"{a['story']}-{a['stage']}", "topic": a["story"],
             "source": a["source"], "date": a["published"], "title": a["title"], "text": a["text"]}
            for a in read_sagas(os.path.join(HERE, "../tests/data/sagas/open.txt"))]


class Stream:
    """Articles in the order of the log, with their signatures, clusters and topics."""

    def __init__(self, tools, items, draw):
        self.program = tools["factors"]
        signatures = tools["signatures"]
        items = [i for i in items if f"{i['set']}/{i['id']}" in signatures]
        self.clusters = [f"{i['set']}/{i['cluster']}".replace(" ", "_") for i in items]
        self.sets = [i["set"] for i in items]
        self.folds = [self.drawn(draw, i) % FOLDS for i in items]
        self.parts = [self.drawn("inner " + draw, i) % PARTS for i in items]
        self.lines = "".join(f"{c} {signatures[i['set'] + '/' + i['id']]}\n" for c, i in zip(self.clusters, items))

    @staticmethod
    def drawn(what, item):
        """A number of the item's cluster, or topic."""
        of = item.get("topic") if item["set"] in ("ecbplus", SAGAS) else item["cluster"]
        return int(hashlib.sha1(f"{what}{item['set']}/{of}".encode()).hexdigest(), 16)

    def ask(self, verb, weights):
        with tempfile.NamedTemporaryFile("w", suffix=".weights") as f:
            for name, value in weights.items():
                print(name, *value, file=f)
            f.flush()
            return subprocess.run([self.program, verb, f.name], input=self.lines.encode(), stdout=subprocess.PIPE,
                                  check=True).stdout.decode().splitlines()

    def rows(self, verb, weights, kept):
        """Of the articles that are kept: whether right, and the factors."""
        rows = numpy.array([line.split() for line in self.ask(verb, weights)], float)
        rows = rows[[kept[int(n) - 1] for n in rows[:, 0]]]
        return rows[:, 1], rows[:, 2:] / 1000

    def b_cubed(self, weights, judged):
        """Sums over the articles that are judged: precision, recall, number."""
        found = self.ask("run", weights)
        g, f, both = Counter(self.clusters), Counter(found), Counter(zip(self.clusters, found))
        pairs = [p for p, j in zip(zip(self.clusters, found), judged) if j]
        return numpy.array([sum(both[p] / f[p[1]] for p in pairs), sum(both[p] / g[p[0]] for p in pairs), len(pairs)])


def f1(sums):
    p, r = sums[0] / sums[2], sums[1] / sums[2]
    return 2 * p * r / (p + r)


def together(streams):
    """(right, factors) of each stream as one: factors, right, what each row counts, the factors' scale."""
    x, y = numpy.concatenate([s[1] for s in streams]), numpy.concatenate([s[0] for s in streams])
    w = numpy.concatenate([numpy.full(len(s[0]), ROWS / len(streams) / len(s[0])) for s in streams])
    scale = x.std(0)
    scale[scale == 0] = 1
    return x, y, w, scale


def thousandths(values):
    return [int(round(1000 * v)) for v in values]


def fitted(streams):
    """Logistic regression by Newton's method on (right, factors) of each stream."""
    x, y, w, scale = together(streams)
    x = x / scale
    b = numpy.zeros(x.shape[1])
    for _ in range(ROUNDS):
        p = 1 / (1 + numpy.exp(-numpy.clip(x @ b, -30, 30)))
        bend = (x * (w * p * (1 - p))[:, None]).T @ x + RIDGE * numpy.eye(len(b))
        step = numpy.linalg.solve(bend, x.T @ (w * (y - p)) - RIDGE * b)
        b += step
        if abs(step).max() < 1e-6:
            break
    return b / scale


def bent(streams, linear):
    """Units, and linear weights beside them, by gradients (Adam) from the linear weights that fit best alone."""
    x, y, w, scale = together(streams)
    mean = x.mean(0)
    mean[0] = 0  # the constant
    easy = (y == 0) & (x @ linear < EASY)
    kept = ~easy | (numpy.arange(len(y)) % EASY_ONE_IN == 0)
    x, y, w = x[kept], y[kept], numpy.where(easy, EASY_ONE_IN * w, w)[kept]
    before = x @ linear
    x = (x - mean) / scale
    x, y, w, before = (a.astype(numpy.float32) for a in (x, y, w, before))
    random = numpy.random.RandomState(1)
    of = random.normal(0, 1, (x.shape[1], UNITS)) / x.shape[1] ** 0.5
    values = [a.astype(numpy.float32) for a in (of, random.normal(0, 0.1, UNITS), numpy.zeros(x.shape[1]))]
    means, squares = [0 * v for v in values], [0 * v for v in values]
    for t in range(1, UNIT_ROUNDS + 1):
        of, counts, more = values
        sums = x @ of
        slope = 1 / (1 + abs(sums))
        units = sums * slope
        wrong = w * (1 / (1 + numpy.exp(-numpy.clip(before + units @ counts + x @ more, -30, 30))) - y)
        steps = (x.T @ (numpy.outer(wrong, counts) * slope * slope) + UNIT_RIDGE * of,
                 units.T @ wrong + UNIT_RIDGE * counts,
                 x.T @ wrong + RIDGE * (more + linear * scale))
        rate = UNIT_STEP * (1 - 0.95 * t / UNIT_ROUNDS)
        for i, step in enumerate(steps):
            means[i] = 0.9 * means[i] + 0.1 * step
            squares[i] = 0.99 * squares[i] + 0.01 * step ** 2
            values[i] = values[i] - (rate * means[i] / (1 - 0.9 ** t) / (
                numpy.sqrt(squares[i] / (1 - 0.99 ** t)) + 1e-8)).astype(numpy.float32)
    of, more = values[0] / scale[:, None], values[2] / scale
    of[0] -= mean @ of
    more[0] -= mean @ more
    return linear + more, numpy.vstack([of, values[1]]).T


def pair_weights(streams):
    pair, units = bent(streams, fitted(streams))
    return {"pair": thousandths(pair), "units": thousandths(units.ravel())}


def learned(streams, keep):
    """Weights from the articles for which keep(stream, i) holds."""
    kept = {name: [keep(s, i) for i in range(len(s.clusters))] for name, s in streams.items()}
    pairs = [name for name in streams for _ in range(COUNTS.get(name, 1))]
    events = {name: s for name, s in streams.items() if name != SAGAS}
    rows = {name: [] for name in events}
    for part in range(PARTS):
        here = {n: [k and p == part for k, p in zip(kept[n], s.parts)] for n, s in streams.items()}
        rest = {n: [k and p != part for k, p in zip(kept[n], s.parts)] for n, s in streams.items()}
        weights = pair_weights([streams[n].rows("pairs", {}, rest[n]) for n in pairs])
        for n, s in events.items():
            rows[n].append(s.rows("choices", weights, here[n]))
    weights = pair_weights([streams[n].rows("pairs", {}, kept[n]) for n in pairs])
    weights["event"] = thousandths(fitted([[numpy.concatenate(column) for column in zip(*rows[n])] for n in events]))
    return weights


def figures(name, streams, judged):
    """judged(stream): (weights, which articles) pairs, which together judge each article once."""
    print(name, *(f"{n} {f1(sum(s.b_cubed(w, which) for w, which in judged(s))):.4f}" for n, s in streams.items() if n != SAGAS),
          flush=True)


def check(streams):
    whole = learned(streams, lambda s, i: True)
    figures("learned on all:      ", streams, lambda s: [(whole, [True] * len(s.clusters))])
    folds = [learned(streams, lambda s, i, k=k: s.folds[i] != k) for k in range(FOLDS)]
    figures("without its clusters:", streams, lambda s: [(w, [f == k for f in s.folds]) for k, w in enumerate(folds)])
    for name in streams:
        if name not in ("mixed", SAGAS):
            others = {n: s for n, s in streams.items() if n not in (name, "mixed")}
            w = learned(others, lambda s, i: True)
            figures(f"without {name}:", {name: streams[name]}, lambda s, w=w: [(w, [True] * len(s.clusters))])


def written(weights):
    """As clang-format would have it, a number a line, so that a difference shows which weight it is."""
    lines = ["#define LINK_LEARNED"]
    for name, values in weights.items():
        lines += [f"        .{name} = {{"]
        if name == "units":
            for unit in numpy.array(values).reshape(UNITS, -1):
                lines += ["                { {"] + [f"                    {v}," for v in unit[:-1]]
                lines += [f"                }}, {unit[-1]} }},"]
        else:
            lines += [f"                {v}," for v in values]
        lines += ["        },"]
    lines[-1] = lines[-1].rstrip(",")
    return HEAD + "/* clang-format off */\n" + "\n".join(f"{x:<95}\\" for x in lines[:-1]) + "\n" + lines[-1] + "\n"


def signatures(parallax, program, items):
    lines = []
    for i in items:
        a = {"id": f"{i['set']}/{i['id']}", "source": i.get("source") or i["set"], "text": i["text"],
             "title": i.get("title"), "published": i.get("date")}
        lines.append(json.dumps({k: v for k, v in a.items() if v}))
    found = subprocess.run([parallax, "extract", "--json", "-"], input="\n".join(lines).encode(),
                           stdout=subprocess.PIPE, check=False).stdout
    signed = subprocess.run([program, "sign"], input=found, stdout=subprocess.PIPE, check=True).stdout
    return dict(line.rsplit(" ", 1) for line in signed.decode().splitlines())


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("build", help="the folder of the build")
    p.add_argument("clusters", help="articles of known events, JSON Lines")
    p.add_argument("--check", nargs="?", const="", metavar="DRAW", help="tell what is to be expected of other articles")
    args = p.parse_args()
    with open(args.clusters, encoding="utf-8") as f:
        items = [json.loads(line) for line in f]
    tools = {"factors": os.path.join(args.build, "tests/eval/link_factors")}
    stories, draw = sagas(), args.check or ""
    tools["signatures"] = signatures(os.path.join(args.build, "cli/parallax"), tools["factors"], items + stories)
    streams = {name: Stream(tools, in_date_order([i for i in items if i["set"] == name]), draw)
               for name in sorted({i["set"] for i in items})}
    streams[SAGAS] = Stream(tools, in_date_order(stories), draw)
    streams["mixed"] = Stream(tools, in_date_order([i for i in items if i.get("date")]) +
                              [i for i in items if not i.get("date")], draw)
    if args.check is not None:
        check(streams)
    else:
        print(written(learned(streams, lambda s, i: True)), end="")


if __name__ == "__main__":
    main()
