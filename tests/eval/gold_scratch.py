"""An annotator's scratch file, and the references that it becomes: tests/data/gold/README.md has the form.

A scratch file names places in the articles by sentence or quotation, as `gold.py candidates` numbers them, and by
literal words. It holds words of the publishers, so it stays outside the tree; what comes out holds none.
"""
import re
import unicodedata

import gold_candidates as candidates

KINDS = ("conflict", "updated", "precision", "scope")
JUDGED = (*KINDS, "none", "other", "unclear")
_REF = re.compile(r"(~?)([A-Z])(?:(q)?(\d+)(?:-(\d+))?|@(\d+)-(\d+))?(?:\{([^{}]*)\})?(?=\s|$)")
_LIKE = {"'": "['’‘`]", '"': "[\"“”]", "-": "[-–—]"}


class ScratchError(Exception):
    pass


def flexible(piece):
    """A pattern for literal words: spaces, quotation marks and dashes as they come."""
    out = []
    for word in unicodedata.normalize("NFC", piece).split():
        out.append("".join(_LIKE.get(c, re.escape(c)) for c in word))
    return r"\s+".join(out)


def numbered(words):
    """{1, 2, 3, 7} of ['1-3', '7']; a letter before a number is its kind's."""
    out = set()
    for w in words:
        m = re.fullmatch(r"[FQK]?(\d+)(?:-[FQK]?(\d+))?", w)
        if not m:
            raise ScratchError(f"not a number: {w}")
        out |= set(range(int(m[1]), int(m[2] or m[1]) + 1))
    return out


class Scratch:
    """Reads one event's scratch file."""

    def __init__(self, event, texts, offered):
        self.event, self.texts, self.offered = event, texts, offered
        self.ids = {chr(ord("A") + n): a for n, a in enumerate(event["articles"])}
        self.row = {"event": event["id"], "conflicts": [], "figures": [], "variants": [], "quotes": [], "copies": [],
                    "origins": [], "shared": [], "only": []}
        self.said = {"figures": {}, "quotes": {}}
        self.rest = {}
        self.copies, self.refused, self.own = {}, set(), []
        self.open = None

    # ------------------------------------------------------------ places

    def refs(self, text):
        """[(not direct, [article, start, end])] of a list of references."""
        out, at = [], 0
        text = text.strip()
        while at < len(text):
            m = _REF.match(text, at)
            if not m:
                raise ScratchError(f"not a reference: {text[at:at + 60]!r}")
            out.append((bool(m[1]), self.resolve(m)))
            at = m.end()
            while at < len(text) and text[at].isspace():
                at += 1
        if not out:
            raise ScratchError("no reference")
        return out

    def resolve(self, m):
        if m[2] not in self.ids:
            raise ScratchError(f"no article {m[2]}")
        article = self.ids[m[2]]
        text = self.texts[article]
        start, end = 0, len(text)
        if m[4]:
            spans = candidates.quoted(text) if m[3] else candidates.sentences(text)
            first, last = int(m[4]), int(m[5] or m[4])
            if not 1 <= first <= last <= len(spans):
                raise ScratchError(f"{m[0]}: {len(spans)} of them")
            start, end = spans[first - 1][0], spans[last - 1][1]
        elif m[6]:
            start, end = int(m[6]), int(m[7])
        elif m[8] is None:
            raise ScratchError(f"{m[0]}: no place")
        if m[8] is not None:
            start, end = self.literal(text, start, end, m[8], m[0])
        return [article, start, end]

    def literal(self, text, start, end, piece, ref):
        """Where literal words stand between two places; `first … last` is all from the one to the other."""
        parts = [flexible(p) for p in re.split(r"\s*(?:…|\.\.\.)\s*", piece) if p.strip()]
        hits = list(re.finditer(r"[\s\S]*?".join(parts), text[start:end]))
        if not hits:
            raise ScratchError(f"{ref}: not there")
        if len(hits) > 1 and (start, end) == (0, len(text)):
            raise ScratchError(f"{ref}: {len(hits)} times there; name the sentence")
        return start + hits[0].start(), start + hits[0].end()

    # ------------------------------------------------------------ lines

    def read(self, text):
        for number, line in enumerate(text.splitlines(), 1):
            try:
                if line.strip() and not line.lstrip().startswith("#"):
                    (self.inner if line[0].isspace() else self.outer)(line.strip())
            except ScratchError as e:
                raise ScratchError(f"{number}: {e}") from None
        try:
            self.finish()
        except ScratchError as e:
            raise ScratchError(f"end: {e}") from None
        return self.row

    def outer(self, line):
        verb, _, rest = line.partition(" ")
        self.open = None
        if verb in KINDS:
            self.open = {"about": rest.strip(), "kind": verb, "values": []}
            self.row["conflicts"].append(self.open)
        elif verb == "variant":
            self.open = {"speaker": rest.strip() or None, "items": []}
            self.row["variants"].append(self.open)
        elif verb in ("figures", "quotes"):
            self.judge(verb, rest.split())
        elif verb in ("copy", "nocopy"):
            self.copy(verb, rest.split())
        elif verb == "copied":
            self.copied(rest)
        elif verb == "origins":
            self.row["origins"] = [[self.ids[x] for x in group] for group in rest.split()]
        elif verb in ("shared", "only"):
            self.fact(verb, rest)
        else:
            raise ScratchError(f"what is {verb!r}?")

    def inner(self, line):
        if self.open is None:
            raise ScratchError("belongs to nothing")
        if "values" in self.open:
            value, bar, refs = line.partition("|")
            if not bar:
                raise ScratchError("value | references")
            self.open["values"].append({"value": value.strip(), "evidence": [r for _, r in self.refs(refs)]})
        else:
            self.open["items"] += [[*r, not reported] for reported, r in self.refs(line)]

    def judge(self, what, words):
        """figures KIND 1 2-4 | figures KIND rest; quotes same|not|unclear likewise."""
        verdict, which = words[0], words[1:]
        if what == "quotes":
            if verdict not in ("same", "not", "unclear"):
                raise ScratchError(f"same, not or unclear: {verdict}")
            verdict = {"same": True, "not": False, "unclear": None}[verdict]
        elif verdict not in JUDGED:
            raise ScratchError(f"no such judgement: {verdict}")
        if which == ["rest"]:
            self.rest[what] = verdict
            return
        for n in numbered(which):
            if not 1 <= n <= len(getattr(self.offered, what)):
                raise ScratchError(f"no candidate {n}")
            self.said[what][n] = verdict

    def copy(self, verb, words):
        """copy 1 A->B credit | copy 2 3 text | nocopy 4"""
        which = [w for w in words if re.fullmatch(r"K?\d+(?:-K?\d+)?", w)]
        more = [w for w in words if w not in which]
        if verb == "nocopy":
            self.refused |= numbered(which)
            return
        basis = next((w for w in more if w in ("credit", "text", "both")), "text")
        arrow = next((w for w in more if "->" in w), None)
        for n in numbered(which):
            a, b, spans = self.offered.copies[n - 1]
            direction = "undetermined"
            if arrow:
                ends = tuple(self.ids.get(x) for x in arrow.split("->"))
                if set(ends) != {a, b}:
                    raise ScratchError(f"{arrow} is not copy {n}")
                direction = "a->b" if ends == (a, b) else "b->a"
            self.copies[n] = {"a": a, "b": b, "direction": direction, "basis": basis,
                              "passages": [[list(x), list(y)] for x, y, _ in spans]}

    def copied(self, rest):
        """copied A->B both | A3 B5: a copy that was not offered; A,B where the direction is open"""
        how, _, refs = rest.partition("|")
        words, spots = how.split(), [r for _, r in self.refs(refs)]
        arrow = words[0]
        ends = [self.ids.get(x) for x in re.split("->|,", arrow)]
        if len(ends) != 2 or None in ends or sorted(ends) != sorted(r[0] for r in spots):
            raise ScratchError(f"{arrow}: two articles, and a passage in each")
        one, two = sorted(spots, key=lambda r: self.event["articles"].index(r[0]))
        direction = "undetermined" if "->" not in arrow else "a->b" if ends[0] == one[0] else "b->a"
        self.own.append({"a": one[0], "b": two[0], "direction": direction, "basis": words[1],
                         "passages": [[one[1:], two[1:]]]})

    def fact(self, verb, rest):
        gist, bar, refs = rest.partition("|")
        if not bar:
            raise ScratchError("gist | references")
        refs = [r for _, r in self.refs(refs)]
        if verb == "shared":
            told = sorted({r[0] for r in refs}, key=self.event["articles"].index)
            self.row["shared"].append({"gist": gist.strip(), "articles": told, "evidence": refs})
        else:
            self.row["only"].append({"article": refs[0][0], "gist": gist.strip(), "evidence": refs[0]})

    # ------------------------------------------------------------ what follows

    def finish(self):
        implied = [(x, y, c["kind"]) for c in self.row["conflicts"] for i, v in enumerate(c["values"])
                   for w in c["values"][i + 1:] for x in v["evidence"] for y in w["evidence"]]
        self.pairs("figures", "judgement", implied)
        implied = [(x[:3], y[:3], True) for v in self.row["variants"] for i, x in enumerate(v["items"])
                   for y in v["items"][i + 1:]]
        self.pairs("quotes", "same", implied)
        numbers = set(range(1, len(self.offered.copies) + 1))
        if numbers - set(self.copies) - self.refused:
            raise ScratchError(f"copies not judged: {sorted(numbers - set(self.copies) - self.refused)}")
        self.row["copies"] = [self.copies[n] for n in sorted(self.copies)] + self.own

    def pairs(self, what, key, implied):
        """Judges each candidate: as said of it, else as the entries imply, else as said of the rest."""
        left = []
        for n, (_, one, two, *_) in enumerate(getattr(self.offered, what), 1):
            if n in self.said[what]:
                verdict = self.said[what][n]
            else:
                met = [k for x, y, k in implied if meet(x, one) and meet(y, two) or meet(x, two) and meet(y, one)]
                if not met and what not in self.rest:
                    left.append(n)
                    continue
                verdict = met[0] if met else self.rest[what]
            self.row[what].append({"a": list(one), "b": list(two), key: verdict})
        if left:
            raise ScratchError(f"{what} not judged: {left}")


def written_back(row, event, texts, offered):
    """A scratch file that gives the pass file again: places by code points, with their words for the reader."""
    letter = {a: chr(ord("A") + n) for n, a in enumerate(event["articles"])}

    def ref(r, reported=False):
        words = " ".join(texts[r[0]][r[1]:r[2]].split())
        words = words if len(words) <= 60 else f"{words[:34]} … {words[-22:]}"
        return f"{'~' * reported}{letter[r[0]]}@{r[1]}-{r[2]}", f"{letter[r[0]]} {words}"

    def lines(head, refs):
        yield head + " ".join(r for r, _ in refs)
        yield from (f"#   {words}" for _, words in refs)

    for c in row["conflicts"]:
        yield f"{c['kind']} {c['about']}"
        for v in c["values"]:
            yield from lines(f"  {v['value']} | ", [ref(x) for x in v["evidence"]])
    same = {True: "same", False: "not", None: "unclear"}
    for what, key, names in (("figures", "judgement", {}), ("quotes", "same", same)):
        said = {}
        for n, p in enumerate(getattr(offered, what), 1):
            mine = next(x[key] for x in row[what] if (tuple(x["a"]), tuple(x["b"])) == (tuple(p[1]), tuple(p[2])))
            said.setdefault(names.get(mine, mine), []).append(n)
        yield from (f"{what} {verdict} {' '.join(map(str, numbers))}" for verdict, numbers in said.items())
    for v in row["variants"]:
        yield f"variant {v['speaker'] or ''}"
        yield from lines("  ", [ref(i, not i[3]) for i in v["items"]])
    kept = {(c["a"], c["b"]): c for c in row["copies"]}
    for n, (a, b, _) in enumerate(offered.copies, 1):
        c = kept.pop((a, b), None)
        yield f"nocopy {n}" if c is None else f"copy {n} {arrow(c, letter)}{c['basis']}"
    for c in kept.values():
        ends = arrow(c, letter) or f"{letter[c['a']]},{letter[c['b']]} "
        one, two = c["passages"][0]
        yield from lines(f"copied {ends}{c['basis']} | ", [ref([c["a"], *one]), ref([c["b"], *two])])
    yield "origins " + " ".join("".join(letter[a] for a in group) for group in row["origins"])
    for s in row["shared"]:
        yield from lines(f"shared {s['gist']} | ", [ref(x) for x in s["evidence"]])
    for o in row["only"]:
        yield from lines(f"only {o['gist']} | ", [ref(o["evidence"])])


def arrow(copy, letter):
    """`A->B ` of a copy, or nothing."""
    ends = {"a->b": (copy["a"], copy["b"]), "b->a": (copy["b"], copy["a"])}.get(copy["direction"])
    return f"{letter[ends[0]]}->{letter[ends[1]]} " if ends else ""


def meet(a, b):
    """Do two references share a place?"""
    return a[0] == b[0] and a[1] < b[2] and b[1] < a[2]
