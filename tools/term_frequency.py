#!/usr/bin/python3
"""Makes workers/lexicon/term_frequency.txt: how common an English stem is.

    tools/term_frequency.py TREEBANK.conllu.gz... > workers/lexicon/term_frequency.txt

Counts, for each Snowball stem, the share of documents that hold it. The sources are the treebanks
whose licence permits it: GUM (without its non-commercial parts) and EWT. Long documents are cut
into pieces of 400 words, about a news report.
"""
import ctypes
import ctypes.util
import gzip
import re
import sys
from collections import Counter

PIECE = 400
LEAST = 8  # pieces: below, a stem counts as rare

HEAD = """# term_frequency - how common an English stem is
#
# Snowball stem, share of texts (400 words each) that hold it, in thousandths. Made by
# tools/term_frequency.py from the Georgetown University Multilayer corpus (GUM, without its
# non-commercial parts) and the English Web Treebank (EWT); CC BY-SA 4.0, their authors. A stem
# that is not here is rare."""


class Stemmer:
    def __init__(self):
        lib = ctypes.CDLL(ctypes.util.find_library("stemmer"))
        lib.sb_stemmer_new.restype = ctypes.c_void_p
        lib.sb_stemmer_stem.restype = ctypes.c_void_p
        lib.sb_stemmer_stem.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
        self.lib, self.stemmer = lib, lib.sb_stemmer_new(b"english", None)

    def __call__(self, word):
        data = word.encode()
        return ctypes.string_at(self.lib.sb_stemmer_stem(self.stemmer, data, len(data))).decode()


def pieces(paths):
    words = []
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as f:
            for line in f:
                fields = line.split("\t")
                if line.startswith("# newdoc") or len(words) >= PIECE:
                    yield words
                    words = []
                elif len(fields) == 10 and fields[0].isdigit():
                    words.append(fields[1].lower())
    yield words


def main():
    stem, count, n = Stemmer(), Counter(), 0
    for words in pieces(sys.argv[1:]):
        if len(words) >= PIECE // 4:
            n += 1
            count.update({stem(w) for w in words if re.fullmatch(r"[^\W\d_]+", w)})
    print(HEAD)
    for word in sorted(w for w, c in count.items() if c >= LEAST):
        print(f"{word}\t{max(1, count[word] * 1000 // n)}")


if __name__ == "__main__":
    main()
