#!/usr/bin/python3
"""Learns the weights of linking from events of known membership.

    tools/link_weights.py build/dev/tests/eval/link_factors build/dev/cli/parallax \\
            CLUSTERS.jsonl [SET...]

Feeds the articles of each set in the order of their dates to `parallax extract`, lets link_factors
tell what speaks for and against each event that comes into question, and fits a logistic model,
each set counting the same. Prints the weights in thousandths, in the order of enum link_factor, for
workers/link/weights.c; thresholds are set by looking at the whole (tests/eval).
"""
import hashlib
import json
import math
import subprocess
import sys
from collections import defaultdict

RIDGE = 1e-6  # of the number of rows, against weights without evidence
ROUNDS = 15


def in_date_order(items):
    return sorted(items, key=lambda i: (not i.get("date"), (i.get("date") or "").replace(" ", "T"),
                                        hashlib.sha1(f"{i['set']}/{i['id']}".encode()).hexdigest()))


def extracted(parallax, items):
    """Extractions with their clusters; what cannot be read is left out."""
    clusters, lines = {}, []
    for i in in_date_order(items):
        a = {"id": f"{i['set']}/{i['id']}", "source": i.get("source") or i["set"], "text": i["text"],
             "title": i.get("title"), "published": i.get("date")}
        clusters[a["id"]] = i.get("cluster")
        lines.append(json.dumps({k: v for k, v in a.items() if v}))
    out = subprocess.run([parallax, "extract", "--json", "-"], input="\n".join(lines).encode(),
                         stdout=subprocess.PIPE, check=False).stdout
    for line in out.decode().splitlines():
        x = json.loads(line)
        x["cluster"] = clusters[x["article"]]
        yield json.dumps(x)


def factors(program, lines):
    out = subprocess.run([program], input="\n".join(lines).encode(), stdout=subprocess.PIPE, check=True).stdout
    for line in out.decode().splitlines():
        right, *rest = map(int, line.split())
        yield right, [v / 1000 for v in rest]


def solved(a, b):
    """Gauss-Jordan elimination."""
    n = len(b)
    m = [row[:] + [v] for row, v in zip(a, b)]
    for i in range(n):
        p = max(range(i, n), key=lambda r: abs(m[r][i]))
        m[i], m[p] = m[p], m[i]
        for r in range(n):
            if r != i and m[r][i]:
                f = m[r][i] / m[i][i]
                m[r] = [x - f * y for x, y in zip(m[r], m[i])]
    return [m[i][n] / m[i][i] for i in range(n)]


def fitted(rows):
    """Logistic regression by Newton's method; rows are (weight, right, factors)."""
    n = len(rows[0][2])
    w = [0.0] * n
    for _ in range(ROUNDS):
        a = [[RIDGE * len(rows) * (i == j) for j in range(n)] for i in range(n)]
        b = [-RIDGE * len(rows) * v for v in w]
        for weight, right, x in rows:
            z = max(-30.0, min(30.0, sum(p * q for p, q in zip(w, x))))
            p = 1 / (1 + math.exp(-z))
            slope, bend = weight * (right - p), weight * p * (1 - p)
            for i, v in enumerate(x):
                if v:
                    b[i] += slope * v
                    for j, u in enumerate(x):
                        a[i][j] += bend * v * u
        step = solved(a, b)
        w = [p + q for p, q in zip(w, step)]
        if max(map(abs, step)) < 1e-4:
            break
    return w


def main():
    program, parallax, path, *wanted = sys.argv[1:]
    sets = defaultdict(list)
    with open(path, encoding="utf-8") as f:
        for line in f:
            item = json.loads(line)
            if not wanted or item["set"] in wanted:
                sets[item["set"]].append(item)
    rows = []
    for name, items in sets.items():
        found = list(factors(program, extracted(parallax, items)))
        print(f"{name}: {len(items)} articles, {len(found)} choices", file=sys.stderr)
        rows += [(1 / len(found), right, x) for right, x in found]
    scale = len(rows) / sum(r[0] for r in rows)
    print(", ".join(str(round(1000 * v)) for v in fitted([(scale * q, y, x) for q, y, x in rows])))


if __name__ == "__main__":
    main()
