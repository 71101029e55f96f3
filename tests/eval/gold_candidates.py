"""What two reports of one event may say differently, alike, or in each other's words: found by rough rules.

Candidates only, for a person to judge. Nothing here is taken from the product, and nothing here judges: the rules are
meant to offer too much. Offsets are code points of the article's text.
"""
import re
import unicodedata
from collections import defaultdict
from itertools import combinations

RUN = 8            # words in a row that begin a common passage …
EDIT = 3           # … which goes on after a change of so many words at most, …
COPY_WORDS = 20    # … and is offered if so many of its words are outside quotation marks
FIGURES_MAX, QUOTES_MAX = 24, 40  # pairs offered of an event: the likeliest ones

STOP = frozenset("""a an the and or but if of at by for with about to from in on into over after before is are was were
be been being has have had do does did not no that this these those it its as he she they his her their we our you your
i my me him them who whom which what when where there than then so such may might can could will would shall should
said says also more most some any all one two both between up down off own s t mr mrs ms""".split())


# ---------------------------------------------------------------- words, sentences, quotations

def plain(word):
    """A word without capitals, accents and typography."""
    return unicodedata.normalize("NFKC", word).replace("’", "'").casefold()


def words(text):
    """(start, end, word) of each word of the text."""
    return [(m.start(), m.end(), plain(m.group())) for m in re.finditer(r"\w+(?:[.,]\d+)*", text)]


def content(text):
    """Its content words, cut to five letters."""
    return {w[:5] for _, _, w in words(text) if w not in STOP and not w[0].isdigit()}


_END = re.compile(r"(?:[.!?…]+(?:\s?(?:[\"”’]|''))*(?=\s)|\n+)")
_SHORT = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Pa|Calif|Fla|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Jr|Sr|No|vs|Jan|Feb|Aug|Sept|"
                    r"Oct|Nov|Dec|Inc|Corp|Co|[A-Z]|[ap]\.m|U\.S|U\.N|D\.C))$")


def sentences(text):
    """Spans of the sentences, numbered from 1 by the caller."""
    out, start = [], 0
    for m in _END.finditer(text + "\n"):
        if m.group()[0] == "." and _SHORT.search(text[start:m.start()].rstrip()):
            continue
        piece = text[start:m.end()]
        lead, tail = len(piece) - len(piece.lstrip()), len(piece) - len(piece.rstrip())
        if piece.strip():
            out.append((start + lead, min(m.end(), len(text)) - tail))
        start = m.end()
    return out


_QUOTED = [r"“[^“”]{2,1500}?(?:”|$|\n\n?(?=“))", r"``[^`]{2,1500}?(?:''|(?=\s``))",
           r"(?<![\w\"])\"(?=\S)[^\"\n]{2,1500}?\"(?!\w)",
           r"(?<!\w)‘[^‘\n]{8,800}?’(?!\w)",
           r"(?<![\w'`])'(?=[\w])[^'\n]{8,800}?(?:\w'\w[^'\n]*)*[\w.,!?]'(?![\w'])"]


def quoted(text):
    """Spans of what stands in quotation marks, without the marks: outermost first, none in another."""
    out = []
    for form in _QUOTED:
        for m in re.finditer(form, text):
            s, e = m.span()
            piece = m.group()
            lead = 2 if piece.startswith("``") else 1
            tail = 2 if piece.endswith("''") else 1 if piece[-1] in "”\"’'" else 0
            s, e = s + lead, e - tail
            while s < e and text[s].isspace():
                s += 1
            while e > s and text[e - 1].isspace():
                e -= 1
            if all(e <= a or s >= b for a, b in out) and words(text[s:e]):
                out.append((s, e))
    return sorted(out)


# ---------------------------------------------------------------- figures, dates, durations

_UNIT = r"one|two|three|four|five|six|seven|eight|nine"
_TEENS = r"ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = r"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_SCALE = r"hundreds?|thousands?|millions?|billions?|trillions?|dozens?|mn|bn|m|k"
_WORDED = rf"(?:{_TENS})[ -](?:{_UNIT})|{_TEENS}|{_TENS}|{_UNIT}|half|dozens|hundreds|thousands|scores|both|several"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:[a-z]*\.?)"
_PERIOD = r"second|minute|hour|day|week|month|year|decade"
NUMBER = re.compile(rf"""(?P<money>(?:US|C|A)?\s?[$£€]\s?)?(?P<n>\d[\d,]*(?:\s?\.\s?\d+)?|\b(?:{_WORDED})\b)
    (?:[ -]?(?P<scale>{_SCALE})\b)?(?:\s?(?P<percent>%|per\s?cent|percent|percentage)|
    [ -](?:\w+[ -])?(?P<period>{_PERIOD})s?\b|(?P<currency>\s(?:dollars|pounds|euros|yen|yuan)))?""", re.X | re.I)
DATE = re.compile(rf"\b(?:{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?\b|\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH}(?=\W)|"
                  r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:19|20)\d\d\b)")
_PHONE = re.compile(r"\d[ -]\d{3,}|\b0\d{3}")
CLOCK = re.compile(r"\b(?:\d{1,2}\s?[:.]\s?\d\d(?:\s?[ap]\.?m\b)?|\d{1,2}\s?[ap]\.?m\b)", re.I)
_NAMED = {w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve thirteen "
                                     "fourteen fifteen sixteen seventeen eighteen nineteen".split())}
_NAMED.update({w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)})
_TIMES = {"hundred": 100, "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6, "billion": 1e9, "bn": 1e9,
          "trillion": 1e12, "dozen": 12}


def amount(number, scale):
    """The value of a figure, or its word where it has none ('dozens')."""
    number = plain(number).replace(" ", "")
    if number[0].isdigit():
        try:
            value = float(number.replace(",", ""))
        except ValueError:
            return number
    elif number in _NAMED:
        value = float(_NAMED[number])
    elif "-" in number or re.match(_TENS, number):
        parts = [p for p in re.split(r"[- ]", plain(number)) if p]
        if not all(p in _NAMED for p in parts):
            return number
        value = float(sum(_NAMED[p] for p in parts))
    else:
        return number
    return value * _TIMES.get(plain(scale or "").rstrip("s") or "", 1)


def mentions(text):
    """(start, end, class, value) of what can be a figure, a date, a clock time, a duration."""
    out = []

    def put(m, kind, value):
        if all(m.end() <= a or m.start() >= b for a, b, _, _ in out):
            out.append((m.start(), m.end(), kind, value))
    for m in DATE.finditer(text):
        kind = "weekday" if m.group().endswith("day") else "year" if m.group().isdigit() else "date"
        value = plain(m.group())
        if kind == "date":
            value = (re.search(r"[a-z]{3}", re.sub(r"\d+(?:st|nd|rd|th)?", " ", value)).group(),
                     re.search(r"\d+", value).group())
        put(m, kind, value)
    for m in CLOCK.finditer(text):
        put(m, "time", re.sub(r"[\s.]", "", plain(m.group())).replace(":", ""))
    for m in NUMBER.finditer(text):
        if text[m.start() - 1:m.start()] in ("'", "’") or _PHONE.search(text[max(0, m.start() - 5):m.end() + 5]):
            continue
        kind = ("money" if m["money"] or m["currency"] else "percent" if m["percent"] else
                "duration" if m["period"] else "count")
        if m["n"].lower() == "one" and not m["scale"] and kind == "count":
            continue
        value = amount(m["n"], m["scale"])
        put(m, kind, (value, plain(m["period"])) if m["period"] else value)
    return sorted(out)


def around(text, start, end, width):
    """Content words close to a place: before, and behind."""
    before = [w for _, _, w in words(text[max(0, start - 80):start])][-width:]
    behind = [w for _, _, w in words(text[end:end + 80])][:width]
    return ({w[:5] for w in before if w not in STOP and not w[0].isdigit()},
            {w[:5] for w in behind if w not in STOP and not w[0].isdigit()})


def figures_of(text):
    """(start, end, class, value, content of its sentence, content words close by) of each mention."""
    spans, out = sentences(text), []
    for s, e, kind, value in mentions(text):
        home = next(((a, b) for a, b in spans if a <= s < b), (s, e))
        out.append((s, e, kind, value, content(text[home[0]:home[1]]), around(text, s, e, 4)))
    return out


def figure_pairs(texts):
    """Pairs of figures that differ in sentences that are alike: (score, (article, start, end), (…), class)."""
    found, seen = {name: figures_of(text) for name, text in texts.items()}, {}
    for x, y in combinations(found, 2):
        for a in found[x]:
            for b in found[y]:
                if a[2] != b[2] or a[3] == b[3]:
                    continue
                score, share, behind = closeness(a, b)
                if a[2] in ("weekday", "year") and share < 0.45 or a[2] not in ("weekday", "year", "date", "time") and \
                        not behind and share < 0.5:
                    continue
                # Each says what the other article says too, in a sentence that is as much alike.
                if echoed(a, found[y], score) and echoed(b, found[x], score):
                    continue
                key = (x, y, a[2], str(a[3]), str(b[3]))
                if score >= 0.45 and score > seen.get(key, (0,))[0]:
                    seen[key] = (score, (x, a[0], a[1]), (y, b[0], b[1]), a[2])
    ranked = sorted(seen.values(), key=lambda p: (-p[0], p[1], p[2]))[:FIGURES_MAX]
    return sorted(ranked, key=lambda p: (p[1], p[2]))


def closeness(a, b):
    """How much alike the surroundings of two mentions are: all in all, their sentences, what follows them."""
    share = len(a[4] & b[4]) / max(4, min(len(a[4]), len(b[4])))
    behind, before = len(a[5][1] & b[5][1]), len(a[5][0] & b[5][0])
    return share + 0.25 * min(behind, 2) + 0.15 * min(before, 2), share, behind


def echoed(a, others, score):
    return any(a[2:4] == b[2:4] and closeness(a, b)[0] >= score for b in others)


# ---------------------------------------------------------------- quotations

def quote_pairs(texts):
    """Quotations of two articles with common words, and quotations beside sentences that may report them."""
    out = []
    marked = {name: quoted(text) for name, text in texts.items()}
    told = {name: [(s, e) for s, e in sentences(text)] for name, text in texts.items()}
    for x, y in combinations(texts, 2):
        met = set()
        for a in marked[x]:
            for b in marked[y]:
                score = likeness(texts[x][a[0]:a[1]], texts[y][b[0]:b[1]], 2)
                if score >= 0.34:
                    out.append((score, (x, *a), (y, *b), True))
                    met |= {(x, a), (y, b)} if score >= 0.6 else set()
        for p, q in ((x, y), (y, x)):
            for a in marked[p]:
                if len(words(texts[p][a[0]:a[1]])) < 4 or (p, a) in met:
                    continue
                for b in told[q]:
                    if any(s < b[1] and e > b[0] for s, e in marked[q]):
                        continue
                    score = likeness(texts[p][a[0]:a[1]], texts[q][b[0]:b[1]], 3)
                    if score >= 0.5:
                        one, two = sorted(((p, *a), (q, *b)), key=lambda v: list(texts).index(v[0]))
                        out.append((score - 0.2, one, two, False))
    ranked = sorted(out, key=lambda p: (-p[0], p[1], p[2]))[:QUOTES_MAX]
    return sorted(ranked, key=lambda p: (p[1], p[2]))


def likeness(one, two, least):
    """Share of the shorter one's content words that the other has."""
    x, y = content(one), content(two)
    lengths = sorted((len(words(one)), len(words(two))))
    if lengths[0] < 2 or lengths[1] < 3:
        return 0
    return len(x & y) / min(len(x), len(y)) if len(x & y) >= min(least, len(x), len(y)) > 0 else 0


# ---------------------------------------------------------------- copies

def passages(one, two):
    """Maximal passages that two texts share: [((start, end), (start, end), words outside quotation marks)]."""
    x, y = words(one), words(two)
    inside = quoted(one)
    outside = [all(e <= a or s >= b for a, b in inside) for s, e, _ in x]
    index = defaultdict(list)
    for j in range(len(y) - RUN + 1):
        index[tuple(w for _, _, w in y[j:j + RUN])].append(j)
    runs, i = [], 0
    taken = set()
    while i <= len(x) - RUN:
        best = 0
        for j in index.get(tuple(w for _, _, w in x[i:i + RUN]), ())[:20]:
            k = 0
            while i + k < len(x) and j + k < len(y) and x[i + k][2] == y[j + k][2] and j + k not in taken:
                k += 1
            if k > best:
                best, at = k, j
        if best >= RUN:
            runs.append((i, at, best))
            taken.update(range(at, at + best))
        i += best if best >= RUN else 1
    joined = []
    for i, j, k in runs:
        if joined:
            a, b = joined[-1][-1][0] + joined[-1][-1][2], joined[-1][-1][1] + joined[-1][-1][2]
            if 0 <= i - a <= EDIT and 0 <= j - b <= EDIT:
                joined[-1].append((i, j, k))
                continue
        joined.append([(i, j, k)])
    out = []
    for part in joined:
        count = sum(outside[i + n] for i, _, k in part for n in range(k))
        if count >= COPY_WORDS:
            (i, j, _), (p, q, k) = part[0], part[-1]
            out.append(((x[i][0], x[p + k - 1][1]), (y[j][0], y[q + k - 1][1]), count))
    return out


def copy_pairs(texts):
    """(article, article, passages) of all pairs that share one."""
    found = [(a, b, passages(texts[a], texts[b])) for a, b in combinations(texts, 2)]
    return [c for c in found if c[2]]


_CREDIT = re.compile(r"(?:\b(?:AP|A\.P\.|AFP|UPI|PTI|ANI|IANS|CNN|Reuters|Xinhua|Bloomberg|Associated Press|"
                     r"Agence France|Press Association|Canadian Press|Press Trust|Interfax|Tass|Kyodo|Yonhap|"
                     r"Press Assn)\b)|"
                     r"\b(?:contributed to this (?:report|story|article)|told (?:Reuters|The Associated Press|AFP)|"
                     r"file photo|All rights reserved)", re.I)


def credits(text):
    """Sentences that name an agency or a contributor."""
    return [(s, e) for s, e in sentences(text) if _CREDIT.search(text[s:e])]
