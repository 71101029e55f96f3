"""How far two passes over the same events agree, by kind of judgement.

Judgements of offered pairs: share of equal ones and Cohen's kappa. What each annotator names himself: F1 of the first
against the second, a finding being the same if its evidence shares a place.
"""
import json
import os
from collections import Counter
from itertools import combinations


NAMED = (("entries", "conflicts", "same_entry", "about"), ("variants", "variants", "same_variant", "speaker"),
         ("copies", "copies", "same_copy", "a"), ("shared", "shared", "same_shared", "gist"),
         ("only", "only", "same_only", "gist"))


def agree(one, two, show=False):
    names = sorted(set(passes(one)) & set(passes(two)))
    if not names:
        raise SystemExit("gold: no event that both have judged")
    rows = [(read(one, n), read(two, n)) for n in names]
    print(f"{len(rows)} events in both")
    verdicts("figures", [v for a, b in rows for v in paired(a["figures"], b["figures"], "judgement")])
    verdicts("figures, conflict or not", [(x == "conflict", y == "conflict") for a, b in rows
                                          for x, y in paired(a["figures"], b["figures"], "judgement")])
    verdicts("quotations", [v for a, b in rows for v in paired(a["quotes"], b["quotes"], "same")])
    verdicts("one origin", [v for a, b in rows for v in zip(together(a["origins"]), together(b["origins"]))])
    verdicts("direction of copies", [v for a, b in rows for v in directions(a["copies"], b["copies"])])
    for name, key, alike, _ in NAMED:
        found(name, [(a[key], b[key]) for a, b in rows], globals()[alike])
    found("entries with their kind", [(a["conflicts"], b["conflicts"]) for a, b in rows],
          lambda x, y: x["kind"] == y["kind"] and same_entry(x, y))
    for a, b in rows if show else ():
        print("\n".join([f"\n{a['event']}", *differences(a, b)]))


def passes(folder):
    return [n for n in os.listdir(folder) if n.endswith(".json")]


def differences(a, b):
    """What the two passes say otherwise of one event."""
    for what, key in (("figures", "judgement"), ("quotes", "same")):
        for n, (p, q) in enumerate(zip(a[what], b[what]), 1):
            if p[key] != q[key]:
                yield f"  {what} {n}: {p[key]} / {q[key]}"
    if together(a["origins"]) != together(b["origins"]):
        yield "  origins"
    for name, key, alike, title in NAMED:
        for mark, mine, theirs in (("<", a[key], b[key]), (">", b[key], a[key])):
            for x in mine:
                if not any(globals()[alike](x, y) for y in theirs):
                    yield f"  {mark} {name}: {x.get('kind') or ''} {x[title]} {x.get('b') or ''}".rstrip()


def read(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8") as f:
        return json.load(f)


def paired(a, b, key):
    """Verdicts of both on the pairs that both have judged."""
    theirs = {(tuple(p["a"]), tuple(p["b"])): p[key] for p in b}
    for p in a:
        pair = tuple(p["a"]), tuple(p["b"])
        if pair in theirs and p[key] is not None and theirs[pair] is not None:
            yield p[key], theirs[pair]


def together(origins):
    """Of each pair of articles: have they one origin?"""
    where = {name: n for n, group in enumerate(origins) for name in group}
    return [where[x] == where[y] for x, y in combinations(sorted(where), 2)]


def directions(a, b):
    theirs = {(c["a"], c["b"]): c["direction"] for c in b}
    return [(c["direction"], theirs[c["a"], c["b"]]) for c in a if (c["a"], c["b"]) in theirs]


def verdicts(name, pairs):
    if not pairs:
        return
    n = len(pairs)
    seen = sum(x == y for x, y in pairs) / n
    x, y = Counter(p[0] for p in pairs), Counter(p[1] for p in pairs)
    chance = sum(x[k] * y[k] for k in x) / n / n
    kappa = f"{(seen - chance) / (1 - chance):.3f}" if chance < 1 else "-"
    print(f"{name:28} {n:5} judged by both   equal {seen:.3f}   kappa {kappa}")


def found(name, pairs, alike):
    """One to one, first come first served."""
    hits = first = second = 0
    for a, b in pairs:
        left = list(b)
        first, second = first + len(a), second + len(b)
        for x in a:
            y = next((y for y in left if alike(x, y)), None)
            if y is not None:
                left.remove(y)
                hits += 1
    f1 = f"{2 * hits / (first + second):.3f}" if first + second else "-"
    print(f"{name:28} {first:5} and {second:5}, {hits:5} in both   F1 {f1}")


def meet(a, b):
    return a[0] == b[0] and a[1] < b[2] and b[1] < a[2]


def meetings(a, b):
    """Articles in which evidence of the one meets evidence of the other."""
    return {x[0] for x in a for y in b if meet(x, y)}


def same_entry(x, y):
    """Two values or more of each stand at one place."""
    hits = {n for n, v in enumerate(x["values"]) for w in y["values"] if meetings(v["evidence"], w["evidence"])}
    back = {n for n, w in enumerate(y["values"]) for v in x["values"] if meetings(v["evidence"], w["evidence"])}
    return len(hits) > 1 and len(back) > 1


def same_variant(x, y):
    return len(meetings(x["items"], y["items"])) > 1


def same_copy(x, y):
    return (x["a"], x["b"]) == (y["a"], y["b"])


def same_shared(x, y):
    return len(meetings(x["evidence"], y["evidence"])) > 1


def same_only(x, y):
    return meet(x["evidence"], y["evidence"])
