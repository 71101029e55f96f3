#!/usr/bin/python3
"""Trains the tagger's models: train.py DATA TRAINER [OUT] [--held-out] [--folds N] [--only pos|names] [--linear]

DATA holds pos/*.conllu.gz (Universal Dependencies) and ner/*.jsonl, see README.md for which corpora may be used;
TRAINER is the built `parallax-train`; OUT (default: this folder) gets pos.bin, names.bin and net.bin, and must hold
words.bin (make_words.py). With --held-out each set of names is also scored, whole, with a model that was trained on
the others alone; with --folds N, each of N parts of all documents with one trained on the other parts. With --linear
the names are tried without the net, and nothing of them is kept. The same data give the same models.
"""
import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile

POS_ROUNDS, NAMES_ROUNDS = "8", "20"
POS_TRAIN = ["ewt-train.conllu.gz", "gum-nonc-train.conllu.gz"]
POS_DEV = ["ewt-dev.conllu.gz", "gum-nonc-dev.conllu.gz"]


def sentences(path):
    """Yields each sentence as a list of (form, upos, xpos, space after)."""
    words, skip = [], 0
    with gzip.open(path, "rt", encoding="utf-8") as f:
        for line in f:
            line = line.rstrip("\n")
            if not line:
                if words:
                    yield words
                words, skip = [], 0
            elif not line.startswith("#"):
                c = line.split("\t")
                space = "SpaceAfter=No" not in c[9]
                if "-" in c[0]:
                    # "don't" is annotated in parts: the parts have no spaces between them
                    first, last = map(int, c[0].split("-"))
                    skip, after = last, space
                elif "." not in c[0]:
                    if int(c[0]) < skip:
                        space = False
                    elif int(c[0]) == skip:
                        space = after
                    words.append((c[1], c[3], c[4], space))
    if words:
        yield words


def write_pos(paths, out):
    with open(out, "w", encoding="utf-8") as f:
        for path in paths:
            for words in sentences(path):
                text, spans = "", []
                for form, upos, xpos, space in words:
                    spans.append([len(text), len(text) + len(form), upos, xpos])
                    text += form + (" " if space else "")
                f.write(json.dumps({"text": text, "spans": spans}) + "\n")


def read_names(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f]


def write_names(documents, out):
    with open(out, "w", encoding="utf-8") as f:
        for d in documents:
            spans = [[e["start"], e["end"], e["type"]] for e in sorted(d["entities"], key=lambda e: e["start"])]
            f.write(json.dumps({"text": d["text"], "spans": spans}) + "\n")


def count(documents, lines, counts):
    """Adds [right, found, gold] of the exact spans of person, organization, place by set."""
    kinds = {"1": "person", "2": "organization", "3": "place"}
    found = {}
    for line in lines:
        at, start, end, kind, _ = line.split("\t")
        text = documents[int(at)]["text"].encode("utf-8")
        if kind in kinds:
            found.setdefault(int(at), set()).add(
                (len(text[:int(start)].decode()), len(text[:int(end)].decode()), kinds[kind]))
    for i, d in enumerate(documents):
        gold = {(e["start"], e["end"], e["type"]) for e in d["entities"] if e["type"] != "other"}
        mine = found.get(i, set())
        for key in (d["set"], *(f"{d['set']} {kind}" for kind in kinds.values())):
            n = counts.setdefault(key, [0, 0, 0])
            few = [{e for e in s if key in (d["set"], f"{d['set']} {e[2]}")} for s in (gold & mine, mine, gold)]
            for k in range(3):
                n[k] += len(few[k])


def show(title, counts):
    print(title)
    for key, (right, found, gold) in sorted(counts.items()):
        print(f"  {key}: precision {right / max(found, 1):.3f} recall {right / max(gold, 1):.3f} "
              f"F1 {2 * right / max(found + gold, 1):.3f}")


class Trainer:
    def __init__(self, program, out, scratch):
        self.program, self.scratch = program, scratch
        self.pos, self.names, self.net, self.words = (
            os.path.join(out, n) for n in ("pos.bin", "names.bin", "net.bin", "words.bin"))
        self.sample = os.path.join(scratch, "sample.jsonl")

    def run(self, *words):
        return subprocess.run([self.program, *words], check=True, stdout=subprocess.PIPE, text=True).stdout

    def train_pos(self, data):
        write_pos([os.path.join(data, "pos", f) for f in POS_TRAIN], self.sample)
        self.run("pos", POS_ROUNDS, self.sample, self.pos)
        for f in POS_DEV:
            write_pos([os.path.join(data, "pos", f)], self.sample)
            print(f, self.run("tag", self.pos, self.sample), end="")

    def train_names(self, documents, names, net):
        write_names(documents, self.sample)
        self.run("names", NAMES_ROUNDS, self.sample, names, self.pos, self.words, net)

    def score(self, documents, names, net, counts):
        write_names(documents, self.sample)
        count(documents, self.run("tag", self.pos, names, net, self.words, self.sample).splitlines(), counts)

    def try_out(self, train, test, counts):
        """Trains a model that is thrown away, to see how it does on what it has not seen."""
        names, net = (os.path.join(self.scratch, n) for n in ("names.bin", "net.bin"))
        net = "-" if self.net == "-" else net
        self.train_names(train, names, net)
        self.score(test, names, net, counts)


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("data")
    p.add_argument("trainer")
    p.add_argument("out", nargs="?", default=os.path.dirname(os.path.abspath(__file__)))
    p.add_argument("--held-out", action="store_true")
    p.add_argument("--folds", type=int, default=0)
    p.add_argument("--only", choices=["pos", "names"])
    p.add_argument("--linear", action="store_true")
    args = p.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        t = Trainer(args.trainer, args.out, scratch)
        if args.linear:
            t.names, t.net = os.path.join(scratch, "linear.bin"), "-"
        if args.only != "names":
            t.train_pos(args.data)
        if args.only == "pos":
            return
        train, dev = (read_names(os.path.join(args.data, "ner", f)) for f in ("train.jsonl", "dev.jsonl"))
        t.train_names(train, t.names, t.net)
        counts = {}
        t.score(dev, t.names, t.net, counts)
        show("names of dev.jsonl", counts)
        for name in sorted({d["set"] for d in train}) if args.held_out else []:
            counts = {}
            t.try_out([d for d in train + dev if d["set"] != name], [d for d in train + dev if d["set"] == name], counts)
            show(f"names of {name}, trained without it", counts)
        counts = {}
        for k in range(args.folds):
            documents = list(enumerate(train + dev))
            t.try_out([d for i, d in documents if i % args.folds != k], [d for i, d in documents if i % args.folds == k],
                      counts)
        if counts:
            show(f"names, each of {args.folds} parts by a model of the others", counts)


if __name__ == "__main__":
    sys.exit(main())
