#!/usr/bin/python3
"""gold.py COMMAND - the hand-made gold of comparisons in tests/data/gold, and the articles that it speaks of.

  candidates EVENT        what one event's articles say, sentences numbered, and what may be judged of it
  events                  the events: half, articles, which passes have judged them
  refer EVENT SCRATCH     turns a scratch file (README.md there) into the pass file; keep scratch files out of the tree
  scratch FILE            a scratch file of a pass file, to mend it
  check [FILE...]         schema, spans inside the texts, all candidates judged; without a file: all in the tree
  counts FILE...          what the files hold, by half
  join FILE...            compare.jsonl for ../shared/eval/score compare, on stdout; --half open|held
  agree FOLDER FOLDER     how far two passes agree, by kind of judgement; --show: where they do not

The tree holds references alone (article, start, end); the texts are looked up in ../shared/data/clusters beside the
checkout, or in the folder that --data names.
"""
import argparse
import json
import os
import re
import sys
from collections import Counter, defaultdict
from itertools import combinations

import gold_candidates as candidates
from gold_scratch import Scratch, ScratchError, meet, written_back

HERE = os.path.dirname(os.path.abspath(__file__))
TREE = os.path.dirname(os.path.dirname(HERE))
GOLD = os.path.join(TREE, "tests/data/gold")
DATA = os.path.join(TREE, "../shared/data/clusters")
KINDS = ("conflict", "updated", "precision", "scope")
FIGURES = (*KINDS, "none", "other", "unclear")
DIRECTIONS = ("a->b", "b->a", "undetermined")
SKIPPED = 77
KEYS = {"event", "conflicts", "figures", "variants", "quotes", "copies", "origins", "shared", "only"}


# ---------------------------------------------------------------- events and articles

def events():
    with open(os.path.join(GOLD, "events.json"), encoding="utf-8") as f:
        return {e["id"]: e for e in json.load(f)}


def pairs():
    """Single pairs of figures that were judged, {event: [{"a", "b", "judgement"}]}: not of the events above."""
    out = defaultdict(list)
    with open(os.path.join(GOLD, "pairs.json"), encoding="utf-8") as f:
        for p in json.load(f):
            out[p["event"]].append(p)
    return dict(out)


class Library:
    """The articles of the data, by id: what clusters.jsonl has goes before the near duplicates."""

    def __init__(self, folder):
        self.rows = {}
        for name in ("clusters.jsonl", "neardup_texts.jsonl"):
            path = os.path.join(folder, name)
            if not os.path.exists(path):
                print(f"gold: no articles: {path}; name their folder with --data", file=sys.stderr)
                raise SystemExit(SKIPPED)
            with open(path, encoding="utf-8") as f:
                for line in f:
                    row = json.loads(line)
                    self.rows.setdefault(row["id"], row)

    def texts(self, event):
        return {a: self.rows[a]["text"] for a in event["articles"]}


class Offered:
    """What is offered for judgement of an event, numbered from 1."""

    def __init__(self, texts):
        self.figures = candidates.figure_pairs(texts)
        self.quotes = candidates.quote_pairs(texts)
        self.copies = candidates.copy_pairs(texts)


def letters(event):
    return {a: chr(ord("A") + n) for n, a in enumerate(event["articles"])}


# ---------------------------------------------------------------- candidates

def show(event, library):
    texts, name = library.texts(event), letters(event)
    offered = Offered(texts)
    print(f"event {event['id']}  {event['cluster'] or ''}  half {event['half']}")
    for a, text in texts.items():
        row = library.rows[a]
        print(f"\n=== {name[a]}  {a}  {row.get('date') or 'undated'}  {row.get('source') or '?'}  "
              f"{row.get('url') or ''}")
        print(f"    {row.get('title') or ''}")
        marks = candidates.quoted(text)
        for n, (s, e) in enumerate(candidates.sentences(text), 1):
            mine = [f"q{k}" for k, (a1, b1) in enumerate(marks, 1) if s <= a1 < e]
            print(f"{name[a]}{n}{' (' + ' '.join(mine) + ')' if mine else ''}  {' '.join(text[s:e].split())}")
        for s, e in candidates.credits(text):
            print(f"  credit {place(name, texts, (a, s, e))}  {' '.join(text[s:e].split())[:160]}")
    print("\n--- figures")
    for n, (score, one, two, kind) in enumerate(offered.figures, 1):
        print(f"F{n} {kind}  {near(name, texts, one)}  |  {near(name, texts, two)}")
    print("\n--- quotations")
    for n, (score, one, two, both) in enumerate(offered.quotes, 1):
        print(f"Q{n} {'quotes' if both else 'quote and report'}  {place(name, texts, one)} {short(texts, one)}  |  "
              f"{place(name, texts, two)} {short(texts, two)}")
    print("\n--- copies")
    for n, (a, b, found) in enumerate(offered.copies, 1):
        total = sum(p[2] for p in found)
        print(f"K{n} {name[a]}{name[b]}  {total} words outside quotations of {len(candidates.words(texts[a]))} and "
              f"{len(candidates.words(texts[b]))}")
        for one, two, count in found:
            print(f"     {place(name, texts, (a, *one))} = {place(name, texts, (b, *two))}  {count}: "
                  f"{short(texts, (a, *one), 110)}")


def place(name, texts, spot):
    """Where a span is: its sentences, or the quotation that it is."""
    a, s, e = spot
    for n, q in enumerate(candidates.quoted(texts[a]), 1):
        if q == (s, e):
            return f"{name[a]}q{n}"
    hit = [n for n, (x, y) in enumerate(candidates.sentences(texts[a]), 1) if x < e and y > s]
    return f"{name[a]}{hit[0]}" + (f"-{hit[-1]}" if len(hit) > 1 else "") if hit else f"{name[a]}?"


def near(name, texts, spot):
    a, s, e = spot
    text = texts[a]
    around = text[max(0, s - 30):s] + "[" + text[s:e] + "]" + text[e:e + 40]
    return f"{place(name, texts, spot)} …{' '.join(around.split())}…"


def short(texts, spot, width=70):
    a, s, e = spot
    piece = " ".join(texts[a][s:e].split())
    return piece if len(piece) <= width else f"{piece[:width - 25]} … {piece[-20:]}"


# ---------------------------------------------------------------- check

def load(path):
    with open(path, encoding="utf-8") as f:
        return json.load(f)


def evidence_of(row):
    """Every reference of a pass file: [article, start, end]."""
    for c in row["conflicts"]:
        for v in c["values"]:
            yield from v["evidence"]
    for kind in ("figures", "quotes"):
        for p in row[kind]:
            yield p["a"]
            yield p["b"]
    for v in row["variants"]:
        yield from (i[:3] for i in v["items"])
    for c in row["copies"]:
        for one, two in c["passages"]:
            yield [c["a"], *one]
            yield [c["b"], *two]
    for s in row["shared"]:
        yield from s["evidence"]
    for o in row["only"]:
        yield o["evidence"]


def faults(row, event, texts):
    """What is wrong in a pass file, in words."""
    if set(row) != KEYS:
        yield f"keys {sorted(set(row) ^ KEYS)} too many or missing"
        return
    for a, s, e in evidence_of(row):
        if a not in texts:
            yield f"{a}: not an article of the event"
        elif not 0 <= s < e <= len(texts[a]) or not texts[a][s:e].strip():
            yield f"{a}: [{s}, {e}] is not in the text"
    for c in row["conflicts"]:
        if c["kind"] not in KINDS or not c["about"]:
            yield f"conflict without kind or about: {c}"
        if len(c["values"]) < 2 or len({x[0] for v in c["values"] for x in v["evidence"]}) < 2:
            yield f"conflict with one value or of one article: {c['about']}"
    yield from (f"figure judged {p['judgement']}" for p in row["figures"] if p["judgement"] not in FIGURES)
    yield from (f"quote judged {p['same']}" for p in row["quotes"] if p["same"] not in (True, False, None))
    yield from (f"variant of one article: {v['speaker']}" for v in row["variants"]
                if len({i[0] for i in v["items"]}) < 2)
    for c in row["copies"]:
        if c["direction"] not in DIRECTIONS or c["basis"] not in ("credit", "text", "both") or not c["passages"]:
            yield f"copy without direction, basis or passage: {c['a']} {c['b']}"
    if sorted(a for group in row["origins"] for a in group) != sorted(event["articles"]):
        yield "origins are not a partition of the articles"
    for s in row["shared"]:
        if set(s["articles"]) != {x[0] for x in s["evidence"]}:
            yield f"shared: articles and evidence differ: {s['gist']}"
        if sum(bool(set(group) & set(s["articles"])) for group in row["origins"]) < 2:
            yield f"shared by one origin alone: {s['gist']}"
    yield from missing(row, Offered(texts))


def pair_faults(library):
    """What is wrong in pairs.json; a pair of an event that is kept aside would no longer be."""
    known = events().values()
    kept = {library.rows[a].get("cluster") for e in known if e["half"] == "held" for a in e["articles"]} - {None}
    for p in (p for of_event in pairs().values() for p in of_event):
        for a, s, e in (p["a"], p["b"]):
            row = library.rows.get(a)
            if row is None or not 0 <= s < e <= len(row["text"]) or not row["text"][s:e].strip():
                yield f"{a}: [{s}, {e}] is not in the text"
            elif row.get("cluster") in kept:
                yield f"{a}: of an event that is kept aside"
        if p["judgement"] not in FIGURES:
            yield f"pair judged {p['judgement']}"


def missing(row, offered):
    """Candidates that the pass does not judge."""
    for kind, pairs, own in (("figure", offered.figures, "figures"), ("quote", offered.quotes, "quotes")):
        judged = {(tuple(p["a"]), tuple(p["b"])) for p in row[own]}
        for n, p in enumerate(pairs, 1):
            if (tuple(p[1]), tuple(p[2])) not in judged:
                yield f"{kind} candidate {n} is not judged"


# ---------------------------------------------------------------- counts

def judged_figures(row):
    """Judgements of pairs of figures, each pair once: those of candidates, and those that the entries imply."""
    out = {}
    for p in row["figures"]:
        out[tuple(p["a"]), tuple(p["b"])] = p["judgement"]
    for c in row["conflicts"]:
        for v, w in combinations(c["values"], 2):
            for x in v["evidence"]:
                for y in w["evidence"]:
                    if x[0] != y[0] and not any(meet(p, x) and meet(q, y) or meet(p, y) and meet(q, x) for p, q in out):
                        out[tuple(x), tuple(y)] = c["kind"]
    return out


def judged_quotes(row):
    """Judgements of pairs of quotations, each pair once."""
    out = {}
    for p in row["quotes"]:
        if p["same"] is not None:
            out[tuple(p["a"]), tuple(p["b"])] = p["same"]
    for v in row["variants"]:
        for x, y in combinations(v["items"], 2):
            one, two = sorted((tuple(x[:3]), tuple(y[:3])))
            if one[0] != two[0] and not any(same and (meet(p, one) and meet(q, two) or meet(p, two) and meet(q, one))
                                            for (p, q), same in out.items()):
                out[one, two] = True
    return out


def count(paths):
    halves, known = defaultdict(Counter), events()
    for path in paths:
        row = load(path)
        n = Counter({key: len(row[key]) for key in ("variants", "copies", "origins", "shared", "only")})
        n["events"], n["articles"] = 1, len(known[row["event"]]["articles"])
        n["copies directed"] = sum(c["direction"] != "undetermined" for c in row["copies"])
        n.update(f"entry {c['kind']}" for c in row["conflicts"])
        figures, quotes = judged_figures(row), judged_quotes(row)
        n["figure pairs"], n["quote pairs"] = len(figures), len(quotes)
        n.update(f"figure pair {j}" for j in figures.values())
        n.update(f"quote pair {'same' if j else 'not same'}" for j in quotes.values())
        halves[known[row["event"]]["half"]] += n
    total = sum(halves.values(), Counter())
    print(f"{'':24}" + "".join(f"{h:>8}" for h in sorted(halves)) + f"{'all':>8}")
    for key in sorted(total):
        print(f"{key:24}" + "".join(f"{halves[h][key]:8}" for h in sorted(halves)) + f"{total[key]:8}")


# ---------------------------------------------------------------- join

def joined(row, event, texts):
    """The row of compare.jsonl."""
    def words(ref, **more):
        a, s, e = ref[:3]
        return {"article": a, "text": texts[a][s:e], "span": [s, e], **more}
    return {
        "id": event["id"], "set": event["set"], "half": event["half"], "articles": event["articles"],
        "conflicts": [{"about": c["about"], "kind": c["kind"],
                       "values": [{"value": v["value"], "evidence": [words(x) for x in v["evidence"]]}
                                  for v in c["values"]]} for c in row["conflicts"]],
        "variants": [{"speaker": v["speaker"], "items": [words(i, direct=i[3]) for i in v["items"]]}
                     for v in row["variants"]],
        "copies": [{"a": c["a"], "b": c["b"], "direction": c["direction"], "basis": c["basis"],
                    "text": max((texts[c["a"]][s:e] for (s, e), _ in c["passages"]), key=len)} for c in row["copies"]],
        "origins": row["origins"],
        "shared": [{"gist": s["gist"], "articles": s["articles"], "evidence": [words(x) for x in s["evidence"]]}
                   for s in row["shared"]],
        "only": [{"gist": o["gist"], **words(o["evidence"])} for o in row["only"]],
    }


# ---------------------------------------------------------------- command line

def passes():
    """(letter, event) of the pass files in the tree."""
    for name in sorted(os.listdir(GOLD)):
        folder = os.path.join(GOLD, name)
        if name.startswith("pass-") and os.path.isdir(folder):
            for file in os.listdir(folder):
                if file.endswith(".json"):
                    yield name[5:], file[:-5]


def written(row):
    """A pass file: one finding a line."""
    out = []
    for key, value in row.items():
        if isinstance(value, list) and key != "origins":
            lines = ",\n".join("  " + json.dumps(x, ensure_ascii=False) for x in value)
            out.append(f' "{key}": [' + (f"\n{lines}\n ]" if lines else "]"))
        else:
            out.append(f' "{key}": {json.dumps(value, ensure_ascii=False)}')
    return "{\n" + ",\n".join(out) + "\n}\n"


def refer(event, library, path, out):
    texts = library.texts(event)
    try:
        with open(path, encoding="utf-8") as f:
            row = Scratch(event, texts, Offered(texts)).read(f.read())
    except ScratchError as e:
        raise SystemExit(f"{path}:{e}")
    wrong = list(faults(row, event, texts))
    if wrong:
        raise SystemExit("\n".join(f"{path}: {w}" for w in wrong))
    os.makedirs(out, exist_ok=True)
    with open(os.path.join(out, event["id"] + ".json"), "w", encoding="utf-8") as f:
        f.write(written(row))


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", default=DATA, help="folder of clusters.jsonl and neardup_texts.jsonl")
    sub = p.add_subparsers(dest="command", required=True)
    sub.add_parser("candidates").add_argument("event")
    sub.add_parser("events")
    r = sub.add_parser("refer")
    r.add_argument("event")
    r.add_argument("scratch")
    r.add_argument("--out", default=os.path.join(GOLD, "pass-a"), help="folder of the pass (default: pass-a)")
    sub.add_parser("scratch").add_argument("file")
    for name in ("check", "counts", "join"):
        s = sub.add_parser(name)
        s.add_argument("files", nargs="*" if name == "check" else "+")
        if name == "join":
            s.add_argument("--half", choices=("open", "held"))
    s = sub.add_parser("agree")
    s.add_argument("a")
    s.add_argument("b")
    s.add_argument("--show", action="store_true")
    args = p.parse_args()
    known = events()
    if args.command == "events":
        done = defaultdict(str)
        for who, event in passes():
            done[event] += who
        for e in known.values():
            print(f"{e['id']:24} {e['half']:5} {len(e['articles'])} {done[e['id']]}")
    elif args.command == "candidates":
        show(known[args.event], Library(args.data))
    elif args.command == "refer":
        refer(known[args.event], Library(args.data), args.scratch, args.out)
    elif args.command == "counts":
        count(args.files)
    elif args.command == "agree":
        from gold_agree import agree
        agree(args.a, args.b, args.show)
    elif args.command == "scratch":
        row = load(args.file)
        event = known[row["event"]]
        texts = Library(args.data).texts(event)
        print("\n".join(written_back(row, event, texts, Offered(texts))))
    else:
        return over_files(args, known, Library(args.data))
    return 0


def over_files(args, known, library):
    """check and join: each file with the texts of its event."""
    bad = 0
    if args.command == "check" and not args.files:
        for w in pair_faults(library):
            print(f"pairs.json: {w}")
            bad = 1
    for path in args.files or [os.path.join(GOLD, f"pass-{who}", f"{event}.json") for who, event in sorted(passes())]:
        row = load(path)
        event = known.get(row.get("event"))
        if event is None:
            print(f"{path}: no such event: {row.get('event')}", file=sys.stderr)
            bad = 1
            continue
        texts = library.texts(event)
        if args.command == "check":
            for w in faults(row, event, texts):
                print(f"{path}: {w}")
                bad = 1
        elif not args.half or event["half"] == args.half:
            print(json.dumps(joined(row, event, texts), ensure_ascii=False))
    return bad


if __name__ == "__main__":
    sys.exit(main())
