#!/usr/bin/python3
"""Learns the weights of linking from articles of known events.

    cmake --build --preset release --target link_factors parallax
    tools/link_weights.py build/release CLUSTERS.jsonl > workers/link/learned.h
    tools/link_weights.py build/release CLUSTERS.jsonl --check

CLUSTERS.jsonl holds one article a line: id, set, cluster, date, title, text, and topic where clusters are alike. Each
set is a stream in the order of its dates, and all together are one more; each stream counts the same. Two logistic
models are fitted, of two articles and of an article and an event. The first learns from the sagas of tests/data/sagas,
too (the open half), whose stages are events: found clusters seldom tell a development from a report that comes late. The
second does not: sagas are short, and it would take them for the world. The same articles give the same file. The thresholds
in weights.c are set by hand: they are few, and what they give is flat around them. Needs numpy.

--check tells what is to be expected of other articles, B-cubed F1, and writes nothing: weights that were learned without
a fifth of the clusters (those of one topic stay together) are judged by that fifth, within the whole stream; and those
learned without a set by that set.
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
FOLDS = 5
RIDGE = 1.0  # against weights without evidence; the rows of all streams weigh ROWS together
ROWS = 4000
ROUNDS = 25
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

    def __init__(self, tools, items):
        self.program = tools["factors"]
        signatures = tools["signatures"]
        items = [i for i in items if f"{i['set']}/{i['id']}" in signatures]
        self.clusters = [f"{i['set']}/{i['cluster']}".replace(" ", "_") for i in items]
        self.sets = [i["set"] for i in items]
        self.folds = [int(hashlib.sha1(f"{i['set']}/{i.get('topic') if i['set'] in ('ecbplus', SAGAS) else i['cluster']}"
                                       .encode()).hexdigest(), 16) % FOLDS for i in items]
        self.lines = "".join(f"{c} {signatures[i['set'] + '/' + i['id']]}\n" for c, i in zip(self.clusters, items))

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


def fitted(parts):
    """Logistic regression by Newton's method on (right, factors) of each stream, in thousandths."""
    x, y = numpy.concatenate([p[1] for p in parts]), numpy.concatenate([p[0] for p in parts])
    w = numpy.concatenate([numpy.full(len(p[0]), ROWS / len(parts) / len(p[0])) for p in parts])
    scale = x.std(0)
    scale[scale == 0] = 1
    x = x / scale
    b = numpy.zeros(x.shape[1])
    for _ in range(ROUNDS):
        p = 1 / (1 + numpy.exp(-numpy.clip(x @ b, -30, 30)))
        bend = (x * (w * p * (1 - p))[:, None]).T @ x + RIDGE * numpy.eye(len(b))
        step = numpy.linalg.solve(bend, x.T @ (w * (y - p)) - RIDGE * b)
        b += step
        if abs(step).max() < 1e-6:
            break
    return [int(round(1000 * v)) for v in b / scale]


def learned(streams, keep):
    """Weights from the articles for which keep(stream, i) holds."""
    kept = {name: [keep(s, i) for i in range(len(s.clusters))] for name, s in streams.items()}
    weights = {}
    for verb, name in (("pairs", "pair"), ("choices", "event")):
        weights[name] = fitted([s.rows(verb, weights, kept[n]) for n, s in streams.items()
                                if verb == "pairs" or n != SAGAS])
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
        lines += [f"        .{name} = {{"] + [f"                {v}," for v in values] + ["        },"]
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
    p.add_argument("--check", action="store_true", help="tell what is to be expected of other articles")
    args = p.parse_args()
    with open(args.clusters, encoding="utf-8") as f:
        items = [json.loads(line) for line in f]
    tools = {"factors": os.path.join(args.build, "tests/eval/link_factors")}
    stories = sagas()
    tools["signatures"] = signatures(os.path.join(args.build, "cli/parallax"), tools["factors"], items + stories)
    streams = {name: Stream(tools, in_date_order([i for i in items if i["set"] == name]))
               for name in sorted({i["set"] for i in items})}
    streams[SAGAS] = Stream(tools, in_date_order(stories))
    streams["mixed"] = Stream(tools, in_date_order([i for i in items if i.get("date")]) +
                              [i for i in items if not i.get("date")])
    if args.check:
        check(streams)
    else:
        print(written(learned(streams, lambda s, i: True)), end="")


if __name__ == "__main__":
    main()
