#!/usr/bin/python3
"""sagas.py PARALLAX [FILE…] [--show] - a development is an event of its own that names the one it follows.

The stories of tests/data/sagas: sagas, whose stages are events, and what is one event however long it is reported. Each file
is linked as one stream in the order of its dates, and each story by itself. Tells, of both: stages that are an event of
their own (most of their articles, and nobody of another stage among them) and follow one of an earlier stage; stories of
one event that stayed whole (two of one kind may be told on one day); B-cubed F1 of all. Fails below BARS. Weights learn from the open file; of the held one only
these figures are looked at.
"""
import argparse
import json
import os
import re
import subprocess
import sys
from collections import Counter

HERE = os.path.dirname(os.path.abspath(__file__))
BARS = {"saga": 0.75, "one": 0.85, "b3_f1": 0.95}
FOLDER = os.path.join(os.path.dirname(HERE), "data/sagas")


def read(path):
    """Articles with their story, its kind and their stage."""
    articles, story, kind = [], None, None
    with open(path, encoding="utf-8") as f:
        for line in f:
            line = line.rstrip("\n")
            if line.startswith("= "):
                story, kind = line[2:].rsplit(" ", 1)
            elif line.startswith("- "):
                stage, date, source = line[2:].split(" ", 2)
                articles.append({"id": f"{story}/{len(articles)}", "story": story, "kind": kind, "stage": int(stage),
                                 "published": date, "source": source, "title": None, "text": ""})
            elif line and articles[-1]["title"] is None:
                articles[-1]["title"] = line
            elif line:
                articles[-1]["text"] += ("\n\n" if articles[-1]["text"] else "") + line
    return articles


def linked(parallax, articles):
    """Each article's event, and which event each follows."""
    keys = ("id", "source", "published", "title", "text")
    lines = "".join(json.dumps({k: a[k] for k in keys}) + "\n" for a in sorted(articles, key=lambda a: a["published"]))
    out = subprocess.run([parallax, "compare", "--json", "-"], input=lines.encode(), stdout=subprocess.PIPE,
                         check=True).stdout
    events, follows = {}, {}
    for line in out.decode().splitlines():
        c = json.loads(line)
        follows[c["event"]] = c["follows"]
        events.update({a["id"]: c["event"] for a in c["articles"]})
    return events, follows


def f1(articles, events):
    gold = Counter((a["story"], a["stage"]) for a in articles)
    found = Counter(events[a["id"]] for a in articles)
    both = Counter((a["story"], a["stage"], events[a["id"]]) for a in articles)
    p = sum(n * n / found[k[2]] for k, n in both.items()) / len(articles)
    r = sum(n * n / gold[k[:2]] for k, n in both.items()) / len(articles)
    return 2 * p * r / (p + r)


def judge(articles, events, follows):
    """(kind, story, stage, right) of each later stage and of each story that is one event."""
    for story in dict.fromkeys(a["story"] for a in articles):
        mine = [a for a in articles if a["story"] == story]
        if mine[0]["kind"] == "one":
            of = {events[a["id"]] for a in mine}
            yield "one", story, 1, len(of) == 1 and all(a["story"] == story for a in articles if events[a["id"]] in of)
            continue
        for stage in sorted({a["stage"] for a in mine} - {1}):
            of = [events[a["id"]] for a in mine if a["stage"] == stage]
            event, n = Counter(of).most_common(1)[0]
            before = {events[a["id"]] for a in mine if a["stage"] < stage}
            alone = all((a["story"], a["stage"]) == (story, stage) for a in articles if events[a["id"]] == event)
            yield "saga", story, stage, 2 * n > len(of) and alone and follows[event] in before


def figures(parallax, path, show):
    articles = read(path)
    streams = {"stream": [articles],
               "alone": [[a for a in articles if a["story"] == s] for s in dict.fromkeys(a["story"] for a in articles)]}
    for name, parts in streams.items():
        right, all_, events = Counter(), Counter(), {}
        for k, part in enumerate(parts):
            of, follows = linked(parallax, part)
            events.update({i: f"{k} {e}" for i, e in of.items()})
            for kind, story, stage, ok in judge(part, of, follows):
                right[kind] += ok
                all_[kind] += 1
                if show and not ok:
                    print(f"  {name} {story} {stage}:",
                          " ".join(f"{a['stage']}={of[a['id']]}" for a in part if a["story"] == story),
                          {e: f for e, f in follows.items() if f and e in [of[a["id"]] for a in part if a["story"] == story]})
        yield name, {"saga": right["saga"] / all_["saga"], "one": right["one"] / all_["one"], "b3_f1": f1(articles, events)}


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("parallax")
    p.add_argument("files", nargs="*", default=[os.path.join(FOLDER, n) for n in ("open.txt", "held.txt")])
    p.add_argument("--show", action="store_true", help="the wrong ones")
    args = p.parse_args()
    good = True
    for path in args.files:
        for name, of in figures(args.parallax, path, args.show):
            print(re.sub(r"\..*", "", os.path.basename(path)), name, *(f"{k} {v:.3f}" for k, v in of.items()), flush=True)
            good = good and all(of[k] >= bar for k, bar in BARS.items())
    return not good


if __name__ == "__main__":
    sys.exit(main())
