#!/usr/bin/python3
"""subjects.py BUILD [--show N] - have the verbs the subjects that annotated treebanks give them?

    cmake --build --preset release --target verb_subjects
    tests/eval/subjects.py build/release --show 20

The treebanks are GUM and EWT in Universal Dependencies, as they lie beside the checkout (../shared/data/pos): news, lives,
speeches, court, newsgroups and web logs. The tagger learned from their greater part, so that the tags flatter, but no rule
for subjects did. A verb is one with the tag VERB and a subject in the enhanced graph: its own, one shared with another verb,
that of a relative clause, or of an infinitive that another verb governs. Right: the head of ours is a word of the subject;
around: it lies in ours; none: we tell none. "There is" is left out. --show prints as many that are wrong.
"""
import glob
import gzip
import os
import random
import re
import subprocess
import sys
from collections import Counter

TREE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BANKS = os.path.join(TREE, "../shared/data/pos/*.conllu.gz")
GENRES = re.compile("news|bio|speech|court|weblog|newsgroup")
WORDS_LEAST = 5
SKIPPED = 77


def sentences(path):
    """(text, rows of words) of each sentence of the genres."""
    genre, text, rows = False, None, []
    with gzip.open(path, "rt", encoding="utf-8") as f:
        for line in map(str.rstrip, f):
            if line.startswith("# newdoc"):
                genre = bool(GENRES.search(line))
            elif line.startswith("# text = "):
                text, rows = line[len("# text = "):], []
            elif line and line[0].isdigit():
                rows.append(line.split("\t"))
            elif not line and text and genre and len(rows) >= WORDS_LEAST:
                yield text, rows
                text = None


def places(text, rows):
    """{number of a word: (start, end)}; words of one string ("don't") share its place where they are not in it."""
    out, at, within = {}, 0, (0, -1, 0, 0)
    for row in rows:
        number, form = row[0], row[1]
        if "." in number:
            continue
        if "-" in number:
            start = text.find(form, at)
            if start < 0:
                return None
            within, at = (*map(int, number.split("-")), start, start + len(form)), start
            continue
        first, last, low, high = within
        inside = first <= int(number) <= last
        start = text.find(form, at, high if inside else len(text))
        if start < 0 and not inside:
            return None
        start = at if start < 0 else start
        at = min(start + len(form), high) if inside else start + len(form)
        out[number] = (start, at)
        if inside and int(number) == last:
            at = high
    return out


def wanted(rows):
    """(kind, number of the verb, numbers of its subjects)"""
    words = [r for r in rows if r[0].isdigit()]
    for verb in words:
        subjects = {w[0] for w in words for edge in w[8].split("|")
                    if edge != "_" and edge.split(":", 1)[0] == verb[0] and edge.split(":", 1)[1].startswith("nsubj")}
        if verb[3] != "VERB" or not subjects:
            continue
        own = any(w[6] == verb[0] and w[7].startswith("nsubj") for w in words)
        kind = "relative" if verb[7].startswith("acl:relcl") else "own" if own else "governed" if verb[7] == "xcomp" else "shared"
        yield kind, verb[0], subjects


def told(tool, texts):
    out = subprocess.run([tool], input="".join(t + "\n" for t in texts).encode(), stdout=subprocess.PIPE, check=True).stdout
    verbs, each = [], []
    for line in out.decode().splitlines():
        if line == ".":
            each.append(verbs)
            verbs = []
        else:
            verbs.append(line.split("\t"))
    return each


def characters(text):
    """{place in bytes: place in characters}"""
    out, at = {}, 0
    for i, c in enumerate(text + " "):
        out[at] = i
        at += len(c.encode())
    return out


def main():
    show = int(sys.argv[sys.argv.index("--show") + 1]) if "--show" in sys.argv else 0
    banks = sorted(glob.glob(BANKS))
    if not banks:
        print("skipped: the treebanks are not beside the checkout")
        return SKIPPED
    all_ = [(text, rows, places(text, rows)) for path in banks for text, rows in sentences(path)]
    all_ = [s for s in all_ if s[2]]
    count, wrong = Counter(), []
    ours = told(os.path.join(sys.argv[1], "tests/eval/verb_subjects"), [s[0] for s in all_])
    for (text, rows, where), verbs in zip(all_, ours):
        at = characters(text)
        found = {at.get(int(v[0])): None if v[2] == "-" else tuple(at[int(n)] for n in v[2:]) for v in verbs}
        for kind, verb, subjects in wanted(rows):
            start = where[verb][0]
            phrase = found.get(start)
            if phrase and text[phrase[0]:phrase[1]].lower() == "there":
                continue
            heads = [where[s][0] for s in subjects if s in where]
            verdict = "none" if not phrase else "right" if phrase[2] in heads else \
                "around" if any(phrase[0] <= h < phrase[1] for h in heads) else "wrong"
            count[kind, verdict] += 1
            if verdict in ("wrong", "none"):
                wrong.append(f"{kind} {verdict} [{text[slice(*where[verb])]}] "
                             f"{text[phrase[0]:phrase[1]] if phrase else '-'} | {text}")
    for kind in sorted({k for k, _ in count}):
        n = sum(v for (k, _), v in count.items() if k == kind)
        print(f"{kind:9} {n:5}  " + "  ".join(f"{v} {count[kind, v] / n:.3f}" for v in ("right", "around", "none", "wrong")))
    random.seed(1)
    for line in random.sample(wrong, min(show, len(wrong))):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
