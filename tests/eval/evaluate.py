#!/usr/bin/python3
"""evaluate.py TASK PARALLAX [--record] - quality on the development data, beside the checkout in ../shared.

Runs the scorer and compares with recorded.json: a figure that fell by more than a point (0.01) fails. What must hold
in any case (BARS) fails too. With --record, writes what it saw; do so when a figure has risen, or fell for a reason.
"""
import gzip
import hashlib
import json
import os
import random
import re
import subprocess
import sys
import tempfile

import own_events

HERE = os.path.dirname(os.path.abspath(__file__))
SHARED = os.path.join(os.path.dirname(os.path.dirname(HERE)), "..", "shared")
RECORD = os.path.join(HERE, "recorded.json")
SLACK = 0.01

# task: (the scorer's task, its data, its further arguments, the figures that are kept)
TASKS = {
    "seeds": ("seeds", "seeds/gold.json", [], ["total"]),
    "html": ("html", "data/html", [], ["body_f1", "snippet_f1", "title_accuracy", "authors_f1", "date_f1"]),
    "nameless": ("html", "data/html", [], ["body_f1", "snippet_f1", "title_accuracy", "authors_f1", "date_f1"]),
    "quotes": ("quotes", "data/quotes/quotes_dev.jsonl", [],
               ["quoted_0.8_f1", "covered_precision", "quoted_speaker_accuracy", "speaker_pronoun_resolved",
                "indirect_recall", "indirect_precision"]),
    "times": ("times", "data/times/times_dev.jsonl", [], ["relaxed_f1", "value_f1"]),
    "phrases": ("phrases", "data/times/phrases.jsonl", [], ["value_rate", "nothing_rate"]),
    "ner": ("ner", "data/ner/dev.jsonl", [], ["exact3_f1"]),
    "clusters": ("clusters", "data/clusters", [], ["b3_f1"]),
    "compare": ("compare", "data/clusters", [],
                ["conflict_precision", "conflict_recall", "slot_precision", "slot_recall", "kind_accuracy",
                 "variant_precision", "variant_recall", "variant_f1", "variant_speaker_accuracy", "copy_f1",
                 "origin_copy_count_accuracy", "origin_b3_f1", "shared_recall", "only_recall"]),
    "acts": ("acts", "data/acts/acts.jsonl", [], ["type_recall", "actor_accuracy", "recipient_accuracy"]),
    "events": ("compare", None, [],
               ["conflict_precision", "conflict_recall", "slot_precision", "slot_recall", "kind_accuracy",
                "variant_precision", "variant_recall", "variant_speaker_accuracy", "origin_b3_f1"]),
}
BARS = {"compare": [("copy_wrong_directions", None, 0)],
        "seeds": [("total", 0.85, None), ("wrong_conflicts", None, 0), ("conflicts", 1, None), ("event", 1, None)]}


# Tasks whose data come without a half to keep aside: every second record, by id, is measured and not looked at.
HALVED = {"acts"}


def halved(path, file):
    """Writes the records with their half as their set."""
    with open(path, encoding="utf-8") as f:
        items = sorted((json.loads(line) for line in f), key=lambda i: i["id"])
    for k, item in enumerate(items):
        file.write(json.dumps(dict(item, set="kept" if k % 2 else "open")) + "\n")
    file.flush()
    return file.name


def score(parallax, verb, path, *more):
    """What the scorer says, by set."""
    return json.loads(subprocess.run([sys.executable, os.path.join(SHARED, "eval/score"), verb, path, *more,
                                      "--parallax", parallax, "--json"], stdout=subprocess.PIPE, check=True).stdout)


def scored(task, parallax):
    """Figures of the scorer by set."""
    verb, data, more, _ = TASKS[task]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as f:
        path = os.path.join(SHARED, data)
        if task in HALVED:
            path = halved(path, f)
        return score(parallax, verb, path, *more)


def nameless(parallax):
    """Figures of the pages, with other names in their markup: what the rules know of names does not help there."""
    naming = re.compile(rb"(?is)(\s(?:class|id|data-component|data-testid|data-qa|data-gu-name)\s*=\s*)([\"'])(.*?)\2")

    def renamed(match):
        names = (b"x" + hashlib.md5(name).hexdigest()[:7].encode().translate(bytes.maketrans(b"0123456789", b"ghjkmqrtvw"))
                 for name in match[3].split())
        return match[1] + match[2] + b" ".join(names) + match[2]

    folder = os.path.join(SHARED, TASKS["nameless"][1])
    with tempfile.TemporaryDirectory() as scratch:
        with open(os.path.join(folder, "html.jsonl"), encoding="utf-8") as f:
            rows = [json.loads(line) for line in f]
        for k, row in enumerate(rows):
            with gzip.open(os.path.join(folder, row["file"])) as f:
                page = naming.sub(renamed, f.read())
            row["file"] = f"{k}.html"
            with open(os.path.join(scratch, row["file"]), "wb") as f:
                f.write(page)
        path = os.path.join(scratch, "html.jsonl")
        with open(path, "w", encoding="utf-8") as f:
            f.writelines(json.dumps(row) + "\n" for row in rows)
        return score(parallax, "html", path)


def compared(parallax):
    """Figures of the hand-made gold of comparisons (pass A), its two halves apart."""
    gold, found = [sys.executable, "-B", os.path.join(HERE, "gold.py")], {}
    folder = os.path.join(SHARED, TASKS["compare"][1])
    articles = [x for n in ("clusters.jsonl", "neardup_texts.jsonl") for x in ("--articles", os.path.join(folder, n))]
    passes = os.path.join(os.path.dirname(HERE), "data/gold/pass-a")
    files = sorted(os.path.join(passes, n) for n in os.listdir(passes) if n.endswith(".json"))
    with tempfile.TemporaryDirectory() as scratch:
        for half in ("open", "held"):
            rows = subprocess.run([*gold, "join", "--half", half, *files], stdout=subprocess.PIPE, check=True).stdout
            path = os.path.join(scratch, half + ".jsonl")
            with open(path, "wb") as f:
                f.write(rows)
            found[half] = score(parallax, "compare", path, *articles)["all"]
    return found


def prefixed(x, event):
    """The same with the event's id before that of each article."""
    if isinstance(x, list):
        return [prefixed(v, event) for v in x]
    if isinstance(x, dict):
        return {k: f"{event}-{v}" if k == "article" else prefixed(v, event) for k, v in x.items()}
    return x


def made_up(parallax):
    """Figures of the events in tests/data/events, which are our own: those learned from, and those kept."""
    articles, events = [], []
    for e in own_events.load():
        rows = own_events.rows(e)
        articles += rows.values()
        events.append({"id": e["id"], "set": own_events.set_of(e), "articles": list(rows),
                       "conflicts": prefixed(e["conflicts"], e["id"]), "variants": prefixed(e["variants"], e["id"]),
                       "origins": [[own_events.article_id(e, a) for a in origin] for origin in e["origins"]],
                       "copies": None, "shared": None, "only": None})
    with tempfile.TemporaryDirectory() as scratch:
        paths = [os.path.join(scratch, n) for n in ("compare.jsonl", "clusters.jsonl")]
        for path, rows in zip(paths, (events, articles)):
            with open(path, "w", encoding="utf-8") as f:
                f.writelines(json.dumps(row) + "\n" for row in rows)
        return score(parallax, "compare", paths[0], "--articles", paths[1])


def mixed(parallax):
    """The five reports among a hundred articles on other events are still one event, and nobody else is in it."""
    with open(os.path.join(SHARED, "data/clusters/clusters.jsonl"), encoding="utf-8") as f:
        others = [json.loads(line) for line in f]
    draw = random.Random(5)
    others = draw.sample([o for o in others if o.get("text")], 100)
    stream = [{"id": f"{o['set']}/{o['id']}", "source": o.get("source") or o["set"], "text": o["text"],
               "title": o.get("title") or "Untitled", **({"published": o["date"]} if o.get("date") else {})}
              for o in others]
    folder = os.path.join(SHARED, "seeds")
    names = sorted(n for n in os.listdir(folder) if n.endswith(".txt"))
    for k, name in enumerate(names):
        with open(os.path.join(folder, name), encoding="utf-8") as f:
            stream.insert(20 * k + 10, {"id": name[:3], "source": name[:3], "text": f.read()})
    lines = "".join(json.dumps(a) + "\n" for a in stream)
    out = subprocess.run([parallax, "compare", "--json", "-"], input=lines.encode(), stdout=subprocess.PIPE,
                         check=True).stdout
    events = [[a["id"] for a in json.loads(line)["articles"]] for line in out.decode().splitlines()]
    mine = [sorted(e) for e in events if any(n[:3] in e for n in names)]
    print("events with one of the five:", mine)
    return mine == [sorted(n[:3] for n in names)]


def faults(task, found, before):
    """What fell, and what is below its bar."""
    for name, figures in found.items():
        for metric in TASKS[task][3]:
            now, then = figures.get(metric), before.get(name, {}).get(metric)
            if now is not None:
                print(f"{task} {name:12} {metric:28} {now:.4f}" + (f"  recorded {then:.4f}" if then is not None else ""))
            if then is not None and (now is None or now < then - SLACK):
                yield f"{name} {metric} fell from {then} to {now}"
        for metric, least, most in BARS.get(task, []):
            now = figures.get(metric)
            if now is None or (least is not None and now < least) or (most is not None and now > most):
                yield f"{name} {metric} is {now}, not {'at least' if least is not None else 'at most'} {least or most}"


def main():
    task, parallax = sys.argv[1:3]
    if not os.path.exists(os.path.join(SHARED, "eval/score")):
        print("no ../shared beside the checkout: skipped")
        return 77
    if task == "mixed":
        return not mixed(parallax)
    own = {"compare": compared, "events": made_up, "nameless": nameless}
    found = own[task](parallax) if task in own else scored(task, parallax)
    record = {}
    if os.path.exists(RECORD):
        with open(RECORD, encoding="utf-8") as f:
            record = json.load(f)
    wrong = list(faults(task, found, record.get(task, {})))
    if "--record" in sys.argv:
        record[task] = {n: {m: round(f[m], 4) for m in TASKS[task][3] if f.get(m) is not None} for n, f in found.items()}
        with open(RECORD, "w", encoding="utf-8") as f:
            json.dump(record, f, indent=1, sort_keys=True)
            f.write("\n")
    print("\n".join(wrong))
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
