#!/usr/bin/python3
"""Trains the tagger's models: train.py DATA TRAINER [OUT] [--held-out]

DATA holds pos/*.conllu.gz (Universal Dependencies) and ner/train.jsonl, see README.md for which corpora may be
used; TRAINER is the built `parallax-train`; OUT (default: this folder) gets pos.bin and names.bin. With
--held-out each set of names is also scored with a model that was trained on the others alone. The same data
give the same models.
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


def score(documents, lines):
    """Exact F1 of person, organization, place by set."""
    kinds = {"1": "person", "2": "organization", "3": "place"}
    found = {}
    for line in lines:
        at, start, end, kind, _ = line.split("\t")
        text = documents[int(at)]["text"].encode("utf-8")
        if kind in kinds:
            found.setdefault(int(at), set()).add(
                (len(text[:int(start)].decode()), len(text[:int(end)].decode()), kinds[kind]))
    for name in sorted({d["set"] for d in documents}):
        right = n_found = n_gold = 0
        for i, d in enumerate(documents):
            if d["set"] == name:
                gold = {(e["start"], e["end"], e["type"]) for e in d["entities"] if e["type"] != "other"}
                right += len(gold & found.get(i, set()))
                n_found += len(found.get(i, set()))
                n_gold += len(gold)
        print(f"  {name}: precision {right / max(n_found, 1):.3f} recall {right / max(n_gold, 1):.3f} "
              f"F1 {2 * right / max(n_found + n_gold, 1):.3f}")


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("data")
    p.add_argument("trainer")
    p.add_argument("out", nargs="?", default=os.path.dirname(os.path.abspath(__file__)))
    p.add_argument("--held-out", action="store_true")
    p.add_argument("--only", choices=["pos", "names"])
    args = p.parse_args()
    pos, names = (os.path.join(args.out, n) for n in ("pos.bin", "names.bin"))

    def run(*words):
        return subprocess.run([args.trainer, *words], check=True, stdout=subprocess.PIPE, text=True).stdout

    with tempfile.TemporaryDirectory() as scratch:
        sample, dev = (os.path.join(scratch, n) for n in ("train.jsonl", "dev.jsonl"))
        if args.only != "names":
            write_pos([os.path.join(args.data, "pos", f) for f in POS_TRAIN], sample)
            run("pos", POS_ROUNDS, sample, pos)
            for f in POS_DEV:
                write_pos([os.path.join(args.data, "pos", f)], dev)
                print(f, run("tag", pos, dev), end="")
        if args.only == "pos":
            return
        train = read_names(os.path.join(args.data, "ner", "train.jsonl"))
        held_out = read_names(os.path.join(args.data, "ner", "dev.jsonl"))
        write_names(held_out, dev)
        rounds = [("", names)]
        if args.held_out:
            rounds = [(s, os.path.join(scratch, "held_out.bin")) for s in sorted({d["set"] for d in train})] + rounds
        for without, model in rounds:
            write_names([d for d in train if d["set"] != without], sample)
            run("names", NAMES_ROUNDS, sample, model, pos)
            print(f"names, trained without {without or 'nothing'}:")
            score(held_out, run("tag", pos, model, dev).splitlines())


if __name__ == "__main__":
    sys.exit(main())
