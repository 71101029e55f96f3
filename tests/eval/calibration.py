#!/usr/bin/python3
"""calibration.py PARALLAX [KIND...] - is the confidence of a finding the share of such findings that is right?

KIND: quotes times names quantities acts dates compare; without one, all. Runs the product over the development data
with gold (../shared beside the checkout; compare: the open half of tests/data/gold) and prints, for each kind, the
tenths of confidence with the mean that is stated and the share that is right, the expected calibration error (the mean
distance of the two, weighed by findings), and the same for each rule with thirty findings or more. A rule that is off
by more than a tenth is marked; the numbers in the code are set by the last column, rounded, rule by rule.

What is right: quotes: lies in what the gold says somebody said, and the speaker named, if any, is the gold's. times:
overlaps a gold expression and has its value. names: a mention has a name's span and type. quantities: has the number
of the gold expression that it overlaps (units go by other names there). acts: the sentence's gold has an act of this type, and no role that
contradicts it; a second act beside one that is right is not judged, since the gold codes one a sentence. dates: the
page's day. compare: conflicts are of a gold entry and its kind; an utterance's renderings are all of one gold
utterance; copies are a gold pair. What a gold does not list exhaustively (agreements, only, omissions; titles and
authors state no confidence) is not judged.
"""
import json
import os
import subprocess
import sys
from collections import Counter, defaultdict

HERE = os.path.dirname(os.path.abspath(__file__))
SHARED = os.path.join(os.path.dirname(os.path.dirname(HERE)), "..", "shared")
DATA = os.path.join(SHARED, "data")
FEW = 30
OFF = 0.1


def load(common, task, *paths):
    return [i for p in paths for i in common.load_items(os.path.join(DATA, p), task)]


def extracted(common, parallax, items, article):
    """Pairs of an item and its extraction."""
    rows, _, _ = common.run_parallax(parallax, "extract", [article(i) for i in items])
    found, _ = common.index_predictions(rows, items)
    return [(i, found[i["_key"]]) for i in items if i["_key"] in found]


# Each kind: (rule, confidence, right) of its findings.

def quotes(parallax):
    from scoring import common, quotes as scoring
    items = load(common, "quotes", "quotes/quotes_train.jsonl")
    for item, row in extracted(common, parallax, items, scoring.article):
        text, align = item["text"], common.Alignment(row["text"], item["text"])
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
            if source and span:
                right = scoring.speaker_right(text, source, quote, align.span(*span))
            yield quote["rule"], quote["confidence"], right


def times(parallax):
    from scoring import common, spans
    items = load(common, "times", "times/times_dev.jsonl")
    for item, row in extracted(common, parallax, items, spans.article):
        align = common.Alignment(row["text"], item["text"])
        gold = [(t["start"], t["end"], t["value"]) for t in item["timex"]]
        found = [(*(align.span(*t["span"]) or (0, 0)), t) for t in row["times"]]
        pairs = {f: g for g, f, _ in spans.pair_up(gold, found)}
        for f, (_, _, time) in enumerate(found):
            right = f in pairs and gold[pairs[f]][2] == time["value"]
            yield time["rule"], time["confidence"], right


def names(parallax):
    from scoring import common, spans
    items = load(common, "ner", "ner/dev.jsonl")
    for item, row in extracted(common, parallax, items, spans.article):
        align = common.Alignment(row["text"], item["text"])
        gold = {(e["start"], e["end"], e["type"]) for e in item["entities"]}
        for entity in row["entities"]:
            for mention in entity["mentions"] if entity["type"] != "group" else []:
                span = align.span(*mention)
                if span and spans.named(item["text"][span[0]:span[1]]):
                    yield entity["rule"], entity["confidence"], (*span, entity["type"]) in gold


def quantities(parallax):
    from scoring import acts, common
    items = load(common, "phrases", "times/phrases.jsonl")
    for item, row in extracted(common, parallax, items, acts.article):
        for quantity in row["quantities"]:
            near = [g for g in item["items"] if g["type"] in acts.NUMERIC and g["value"] is not None and
                    any(w in g["text"] for w in item["text"][slice(*quantity["span"])].split())]
            if near or not item["items"]:
                right = any(acts.same_number(g["value"], quantity["value"]) for g in near)
                yield quantity["rule"], quantity["confidence"], right


def acts(parallax):
    from scoring import acts as scoring, common
    items = load(common, "acts", "acts/acts.jsonl")
    for item, row in extracted(common, parallax, items, scoring.article):
        judged = []
        for act in row["acts"]:
            kind = (act["plover"] or {}).get("type")
            sides = [[not act[side + "s"] or
                      scoring.role_right(scoring.wanted_role(g, side), scoring.role_names(row, act[side + "s"]))
                      for side in ("actor", "recipient")] for g in item["acts"] if g["type"] == kind]
            if kind:
                judged.append((act["rule"], act["confidence"], any(False not in s for s in sides)))
        some = any(right for _, _, right in judged)
        yield from (j for j in judged if j[2] or not some)


def dates(parallax):
    from scoring import common, html
    items = [i for i in load(common, "html", "html/html.jsonl") if i["date"]]
    for item, row in extracted(common, parallax, items, html.article):
        date = row["published"]
        if date:
            yield date["rule"], date["confidence"], html.day_of(date) == item["date"]


def compare(parallax):
    from scoring import common, compare as scoring
    folder = os.path.join(os.path.dirname(HERE), "data/gold/pass-a")
    files = sorted(os.path.join(folder, f) for f in os.listdir(folder))
    lines = subprocess.run([sys.executable, os.path.join(HERE, "gold.py"), "join", "--half", "open", *files],
                           stdout=subprocess.PIPE, check=True).stdout.decode().splitlines()
    items = [dict(i, _key=f"{i['set']}/{i['id']}", _dir=DATA) for i in map(json.loads, lines)]
    scoring.attach(items, [os.path.join(DATA, "clusters", f) for f in ("clusters.jsonl", "neardup_texts.jsonl")])
    for item in items:
        rows, _, _ = common.run_parallax(parallax, "compare", scoring.articles(item))
        texts, event = scoring.Texts(item["_articles"]), scoring.pooled(rows)
        yield from one_by_one(scoring, item, texts, event)


def one_by_one(scoring, item, texts, event):
    """Judges each finding as if it were the only one."""
    def silent(*_):
        pass
    for entry in event["conflicts"]:
        n = Counter()
        scoring.score_conflicts(n, item, texts, [entry], silent)
        yield f"{entry['rule']} {entry['kind']}", entry["confidence"], n["kind_ok"] == 1
    for entry in event["quotes"]:
        n = Counter()
        scoring.score_variants(n, item, texts, [entry], silent)
        if n["variant_found"]:
            direct = "direct" if all(v["direct"] for v in entry["variants"]) else "reported"
            yield f"{entry['rule']} {direct}", entry["confidence"], n["variant_right"] == n["variant_found"]
    for entry in event["copies"]:
        n = Counter()
        scoring.score_copies(n, item, [entry], silent)
        yield entry["rule"], entry["confidence"], n["copy_tp"] == 1


KINDS = {k.__name__: k for k in (quotes, times, names, quantities, acts, dates, compare)}


def table(rows, key, least=1):
    """A line for each group: number, confidence, share right. Gives the expected calibration error over all."""
    groups = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    error = 0
    for name in sorted(groups):
        group = groups[name]
        said, right = (sum(r[k] for r in group) / len(group) for k in (1, 2))
        error += abs(said - right) * len(group) / len(rows)
        if len(group) >= least:
            print(f"  {name:36} {len(group):6} {said:.3f} {right:.3f}{'  off' if abs(said - right) > OFF else ''}")
    return error


def main():
    if not os.path.exists(os.path.join(SHARED, "eval/score")):
        print("no ../shared beside the checkout: skipped")
        return 77
    sys.path.insert(0, os.path.join(SHARED, "eval"))
    for kind in sys.argv[2:] or KINDS:
        rows = list(KINDS[kind](sys.argv[1]))
        print(f"{kind:38} {'n':>6} said  right")
        error = table(rows, lambda r: f"{min(int(r[1] * 10), 9) / 10:.1f}")
        table(rows, lambda r: r[0], FEW)
        print(f"  expected calibration error {error:.3f}\n", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
